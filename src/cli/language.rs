//! The language, which must be known before the arguments are read: usage errors and
//! help speak it too.

use std::ffi::{OsStr, OsString};

use crate::lang::Lang;

/// Who chose a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// An option of the call.
    Call,
    /// A variable of the environment.
    Environment,
    /// papi.toml.
    File,
    /// Nobody.
    Nobody,
}

/// `--lang`, else `PAPI_LANG`, else what papi.toml says, else Vietnamese. What is none
/// of these is told when the arguments are read.
pub(super) fn chosen(
    arguments: &[OsString],
    variable: Option<&OsStr>,
    file: Option<Lang>,
) -> (Lang, Chosen) {
    let option = value_of(arguments, "--lang").and_then(|code| from_code(code.to_str()?));
    let variable = variable.and_then(|code| from_code(code.to_str()?));
    option
        .map(|lang| (lang, Chosen::Call))
        .or(variable.map(|lang| (lang, Chosen::Environment)))
        .or(file.map(|lang| (lang, Chosen::File)))
        .unwrap_or((Lang::default(), Chosen::Nobody))
}

/// The value of an option, the last where it is given again.
pub(super) fn value_of<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let mut words = before_dashes(arguments);
    let mut value = None;
    while let Some(word) = words.next() {
        if word == option {
            value = words.next();
        } else if let Some(joined) = word.to_str().and_then(|word| word.strip_prefix(option))
            && let Some(joined) = joined.strip_prefix('=')
        {
            value = Some(OsStr::new(joined));
        }
    }
    value
}

/// Whether an option is there.
pub(super) fn has(arguments: &[OsString], option: &str) -> bool {
    before_dashes(arguments).any(|word| word == option)
}

fn before_dashes(arguments: &[OsString]) -> impl Iterator<Item = &OsStr> {
    arguments
        .iter()
        .map(OsString::as_os_str)
        .take_while(|word| *word != "--")
}

/// The language of a code: `vi` or `en`.
pub(super) fn from_code(code: &str) -> Option<Lang> {
    [Lang::Vi, Lang::En]
        .into_iter()
        .find(|lang| lang.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str], variable: Option<&str>, file: Option<Lang>) -> (Lang, Chosen) {
        let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
        chosen(&arguments, variable.map(OsStr::new), file)
    }

    #[test]
    fn the_option_goes_before_the_variable_and_both_before_the_file() {
        let (vi, en) = (Lang::Vi, Lang::En);
        let option = of(&["papi", "--lang", "en"], Some("vi"), Some(vi));
        assert_eq!(option, (en, Chosen::Call));
        let joined = of(&["papi", "--lang=vi"], Some("en"), None);
        assert_eq!(joined, (vi, Chosen::Call));
        let variable = of(&["papi"], Some("en"), Some(vi));
        assert_eq!(variable, (en, Chosen::Environment));
        assert_eq!(of(&["papi"], None, Some(en)), (en, Chosen::File));
        assert_eq!(of(&["papi"], None, None), (vi, Chosen::Nobody));
    }

    #[test]
    fn what_follows_two_dashes_is_no_option() {
        let (lang, _) = of(&["papi", "--", "--lang", "en"], None, None);
        assert_eq!(lang, Lang::Vi);
    }
}
