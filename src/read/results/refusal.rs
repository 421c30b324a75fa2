//! Files that are not read, said in plain words.

use super::encoding::Refusal;
use super::findings::{Findings, finding};
use crate::diagnostic::Severity;
use crate::lang::Text;
use crate::say;

/// Tells that a file is not read, why, and what to do.
pub(super) fn refuse(findings: &mut Findings, refusal: Refusal) {
    let rule = match refusal {
        Refusal::Empty => "empty-file",
        _ => "unreadable-file",
    };
    findings.tell(rule, Severity::Error, |findings| {
        let (message, advice) = match refusal {
            Refusal::Empty => (
                say! { vi: "tệp trống", en: "the file is empty" },
                say! {
                    vi: "chưa có số liệu thì không cần nộp tệp",
                    en: "where there is nothing to report no file is needed",
                },
            ),
            Refusal::Tcvn3 => (
                say! {
                    vi: "chữ trong tệp theo bảng mã TCVN3 (ABC), phông .VnTime",
                    en: "the text is in TCVN3 (ABC) letters, of fonts such as .VnTime",
                },
                unicode(),
            ),
            Refusal::Vni => (
                say! {
                    vi: "chữ trong tệp theo bảng mã VNI",
                    en: "the text is in VNI letters",
                },
                unicode(),
            ),
            Refusal::OldWorkbook => (
                say! {
                    vi: "tệp Excel 97–2003 (.xls) hoặc tệp có mật khẩu không được đọc",
                    en: "workbooks of Excel 97–2003 (.xls), or with a password, are not read",
                },
                say! {
                    vi: "lưu lại dưới dạng .xlsx không mật khẩu, hoặc CSV UTF-8",
                    en: "save it as .xlsx without a password, or as CSV UTF-8",
                },
            ),
            Refusal::Damaged => (
                say! {
                    vi: "tệp bảng tính bị hỏng hoặc có mật khẩu",
                    en: "the workbook is damaged or locked with a password",
                },
                say! {
                    vi: "mở bằng Excel hoặc LibreOffice và lưu lại, không đặt mật khẩu",
                    en: "open it in Excel or LibreOffice and save it again, without a password",
                },
            ),
            Refusal::TooLarge => (
                say! {
                    vi: "tệp bảng tính lớn hơn mọi bảng kết quả thật",
                    en: "the workbook is larger than any real table of results",
                },
                say! {
                    vi: "chỉ giữ bảng kết quả, hoặc lưu lại dưới dạng CSV UTF-8",
                    en: "keep the table of results alone, or save it as CSV UTF-8",
                },
            ),
            Refusal::Unknown => (
                say! {
                    vi: "tệp không phải bảng kết quả đọc được",
                    en: "the file is no results table that can be read",
                },
                say! {
                    vi: "lưu lại dưới dạng CSV UTF-8",
                    en: "save it as CSV UTF-8",
                },
            ),
        };
        finding(findings.file(), message).advice(advice)
    });
}

fn unicode() -> Text {
    say! {
        vi: "chuyển sang Unicode (ví dụ bằng UniKey), rồi lưu lại dưới dạng CSV UTF-8",
        en: "convert it to Unicode (UniKey does) and save it again as CSV UTF-8",
    }
}
