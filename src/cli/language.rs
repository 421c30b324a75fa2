//! The language, which must be known before the arguments are read: usage errors and
//! help speak it too.

use std::ffi::{OsStr, OsString};

use crate::lang::Lang;

/// `--lang`, else `PAPI_LANG`, else Vietnamese. What is neither is told when the
/// arguments are read.
pub(super) fn chosen(arguments: &[OsString], variable: Option<&OsStr>) -> Lang {
    let words = arguments
        .iter()
        .map(|argument| argument.to_str().unwrap_or(""));
    let mut asked = None;
    let mut words = words.take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if word == "--lang" {
            asked = words.next();
        } else if let Some(value) = word.strip_prefix("--lang=") {
            asked = Some(value);
        }
    }
    asked
        .and_then(from_code)
        .or_else(|| from_code(variable?.to_str()?))
        .unwrap_or_default()
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

    fn of(arguments: &[&str], variable: Option<&str>) -> Lang {
        let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
        chosen(&arguments, variable.map(OsStr::new))
    }

    #[test]
    fn the_option_goes_before_the_variable() {
        assert_eq!(of(&["papi", "--lang", "en"], Some("vi")), Lang::En);
        assert_eq!(of(&["papi", "--lang=vi"], Some("en")), Lang::Vi);
        assert_eq!(of(&["papi"], Some("en")), Lang::En);
        assert_eq!(of(&["papi"], None), Lang::Vi);
    }

    #[test]
    fn what_follows_two_dashes_is_no_option() {
        assert_eq!(of(&["papi", "--", "--lang", "en"], None), Lang::Vi);
    }
}
