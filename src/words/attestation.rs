//! What an agency attests: có/không, đạt/không đạt.

use super::spelling::fold;

/// The words by which something is attested or denied, folded.
const ATTESTED: [&str; 24] = [
    "co",
    "da",
    "dat",
    "x",
    "yes",
    "true",
    "done",
    "met",
    "✓",
    "✔",
    "☑",
    "hoan thanh",
    "thuc hien",
    "da hoan thanh",
    "da thuc hien",
    "da dat",
    "da co",
    "dat yeu cau",
    "dung",
    "da xong",
    "xong",
    "co dat",
    "co thuc hien",
    "completed",
];
const DENIED: [&str; 22] = [
    "khong",
    "chua",
    "khong dat",
    "chua dat",
    "no",
    "false",
    "not done",
    "not met",
    "☐",
    "✗",
    "✘",
    "chua hoan thanh",
    "khong hoan thanh",
    "chua thuc hien",
    "khong thuc hien",
    "chua co",
    "khong co",
    "khong dat yeu cau",
    "chua dat yeu cau",
    "sai",
    "chua xong",
    "not completed",
];

/// Reads what was attested: true for có, đạt, hoàn thành, x; false for không, chưa and
/// their like; `None` for anything else.
pub fn read_attestation(text: &str) -> Option<bool> {
    let words = fold(text);
    let words = words.trim_end_matches(['.', ';', ' ']);
    if ATTESTED.contains(&words) {
        Some(true)
    } else if DENIED.contains(&words) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_in_the_usual_words() {
        for words in [
            "Có",
            "Đạt",
            "ĐẠT.",
            "x",
            "X",
            "yes",
            "Đã  hoàn thành",
            "hoàn thành",
            "✓",
        ] {
            assert_eq!(read_attestation(words), Some(true), "{words}");
        }
        for words in [
            "Không",
            "không đạt",
            "Chưa hoàn thành",
            "No",
            "chưa",
            "Chưa đạt",
        ] {
            assert_eq!(read_attestation(words), Some(false), "{words}");
        }
    }

    #[test]
    fn anything_else_attests_nothing() {
        for words in [
            "",
            "1",
            "đang thực hiện",
            "có 3 xã không đạt",
            "không áp dụng",
            "-",
        ] {
            assert_eq!(read_attestation(words), None, "{words}");
        }
    }
}
