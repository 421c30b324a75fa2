//! Names of sheets, and text cut to a limit.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::lang::Lang;
use crate::write::paper::Sheet;
use crate::write::visible;

/// `text` in at most `limit` UTF-16 units, with an ellipsis where it was longer.
pub(super) fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    // A letter has no more units in UTF-16 than bytes in UTF-8.
    if text.len() <= limit {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        units += letter.len_utf16();
        if units < limit {
            end = at + letter.len_utf8();
        }
        if units > limit {
            return Cow::Owned(format!("{}…", &text[..end]));
        }
    }
    Cow::Borrowed(text)
}

/// A name that Excel takes and no sheet of the workbook has yet.
pub(super) fn sheet_name(sheet: &Sheet, lang: Lang, names: &mut HashSet<String>) -> String {
    let title = sheet.table.and_then(|table| table.title.as_ref());
    let title = title.map(|title| title.in_lang(lang));
    let heading = sheet.headings.first().map(String::as_str);
    let key = sheet.table.map(|table| table.key);
    let wanted = title.or(heading).or(key).unwrap_or("papi");
    let forbidden = |letter: char| matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let plain: String = visible::one_line(wanted).replace(forbidden, " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = match plain.trim_matches('\'') {
        "" => "papi",
        plain => plain,
    };
    for number in 1.. {
        let ending = if number == 1 {
            String::new()
        } else {
            format!(" ({number})")
        };
        let name = shortened(plain, 31 - ending.len());
        let name = format!("{}{ending}", name.replace(" …", "…"));
        if names.insert(name.to_lowercase()) {
            return name;
        }
    }
    unreachable!("there are more numbers than sheets")
}
