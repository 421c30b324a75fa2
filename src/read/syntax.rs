//! What the TOML parser finds, said in both languages.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::source::{Place, Source};

/// The findings for the parser's errors, and where they stand.
#[must_use]
pub(super) fn syntax_findings(
    source: &Arc<Source>,
    errors: &[toml::de::Error],
) -> (Vec<Diagnostic>, Vec<Range<usize>>) {
    let mut found = Vec::new();
    let mut broken = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        broken.push(span.clone());
        let rule = if error.message().starts_with("duplicate key") {
            "duplicate-key"
        } else {
            "toml-syntax"
        };
        found.push(Diagnostic::error(
            rule,
            Place::span(source, span),
            said(error.message()),
        ));
    }
    (found, broken)
}

/// The parser's words and what they are in Vietnamese; the longest prefix counts.
const KNOWN: &[(&str, &str)] = &[
    ("duplicate key", "khóa này đã có trong cùng bảng"),
    ("unclosed table", "tiêu đề bảng thiếu dấu `]`"),
    ("unclosed array table", "tiêu đề bảng thiếu dấu `]]`"),
    ("unclosed array", "danh sách thiếu dấu `]`"),
    ("unclosed inline table", "bảng trong dòng thiếu dấu `}`"),
    ("key with no value", "khóa không có giá trị, thiếu dấu `=`"),
    ("missing value for key", "sau dấu `=` thiếu giá trị"),
    ("missing value", "thiếu giá trị"),
    ("extra `=`", "thừa dấu `=`"),
    ("extra comma in array", "danh sách thừa dấu phẩy"),
    (
        "extra comma in inline table",
        "bảng trong dòng thừa dấu phẩy",
    ),
    (
        "missing comma between array elements",
        "giữa hai phần tử của danh sách thiếu dấu phẩy",
    ),
    (
        "missing comma between key-value pairs",
        "giữa hai khóa của bảng trong dòng thiếu dấu phẩy",
    ),
    (
        "missing assignment between key-value pairs",
        "giữa khóa và giá trị thiếu dấu `=`",
    ),
    (
        "missing key for inline table element",
        "bảng trong dòng thiếu khóa",
    ),
    ("unexpected key or value", "thừa nội dung sau giá trị"),
    ("unexpected content", "nội dung không đúng chỗ"),
    (
        "invalid key-value pair",
        "dòng này không phải `khóa = giá trị`",
    ),
    (
        "invalid unquoted key",
        "khóa có ký tự không được phép; đặt khóa trong dấu nháy",
    ),
    (
        "invalid basic string",
        "chuỗi chữ không hợp lệ: thiếu dấu nháy đóng hoặc có ký tự điều khiển",
    ),
    (
        "invalid literal string",
        "chuỗi chữ không hợp lệ: thiếu dấu nháy đơn đóng",
    ),
    (
        "invalid multi-line basic string",
        "chuỗi nhiều dòng thiếu dấu \"\"\" đóng",
    ),
    (
        "invalid multi-line literal string",
        "chuỗi nhiều dòng thiếu dấu ''' đóng",
    ),
    ("missing escaped value", "sau dấu `\\` thiếu ký tự"),
    ("invalid escape", "sau dấu `\\` là ký tự không được phép"),
    (
        "invalid datetime",
        "ngày không có thật hoặc viết sai; viết như 2021-03-30",
    ),
    (
        "invalid date",
        "ngày không có thật hoặc viết sai; viết như 2021-03-30",
    ),
    ("value is out of range", "ngày, giờ ngoài phạm vi"),
    ("invalid comment character", "chú thích có ký tự điều khiển"),
    (
        "invalid date-time",
        "ngày, giờ viết sai; viết như 2021-03-30",
    ),
    (
        "invalid inline table element",
        "bảng trong dòng có nội dung không hợp lệ",
    ),
    ("missing array opening", "danh sách thiếu dấu `[`"),
    (
        "missing inline table opening",
        "bảng trong dòng thiếu dấu `{`",
    ),
    ("missing table open", "tiêu đề bảng thiếu dấu `[`"),
    ("missing opening quote", "thiếu dấu nháy mở"),
    ("unquoted keys cannot be empty", "thiếu tên khóa"),
    ("invalid key", "khóa viết sai"),
    ("invalid table", "tiêu đề bảng viết sai"),
    ("invalid string", "chuỗi chữ không hợp lệ"),
    ("invalid value", "giá trị không hợp lệ"),
    ("invalid boolean", "chỉ nhận true hoặc false"),
    ("invalid float", "số viết sai"),
    ("invalid fraction", "số viết sai sau dấu chấm thập phân"),
    ("invalid mantissa", "số viết sai"),
    ("invalid exponent", "số mũ viết sai"),
    ("invalid integer number", "số nguyên viết sai"),
    ("invalid binary number", "số nhị phân viết sai"),
    ("invalid octal number", "số bát phân viết sai"),
    ("invalid hexadecimal number", "số thập lục phân viết sai"),
    ("floating-point number overflowed", "số quá lớn"),
    ("integer number overflowed", "số nguyên quá lớn"),
    (
        "`_` may only go between digits",
        "dấu `_` chỉ đứng giữa hai chữ số",
    ),
    ("redundant numeric sign", "số thừa dấu `+` hoặc `-`"),
    ("redundant integer number prefix", "số thừa chữ đầu"),
    (
        "radix must be lowercase",
        "chữ đầu của số phải viết thường, như 0x",
    ),
    (
        "integers with a radix cannot be signed",
        "số có chữ đầu như 0x không có dấu `+`, `-`",
    ),
    ("unexpected sign", "dấu `+` hoặc `-` không đúng chỗ"),
    ("unexpected `=` in array", "danh sách thừa dấu `=`"),
    ("extra assignment between key-value pairs", "thừa dấu `=`"),
    (
        "too few unicode value digits",
        "mã ký tự sau dấu `\\` thiếu chữ số",
    ),
    (
        "carriage return must be followed by newline",
        "cuối dòng sai: có ký tự CR mà không có LF",
    ),
    (
        "unexpected leading zero",
        "số không được bắt đầu bằng 0; nếu là mã, đặt trong dấu nháy",
    ),
    (
        "string values must be quoted",
        "chữ phải đặt trong dấu nháy",
    ),
    ("recursion limit", "bảng hoặc danh sách lồng nhau quá sâu"),
    (
        "cannot recurse further",
        "bảng hoặc danh sách lồng nhau quá sâu",
    ),
    (
        "cannot extend value of type",
        "khóa này đã có giá trị, không thể là bảng",
    ),
];

fn said(message: &str) -> Text {
    let vi = KNOWN
        .iter()
        .filter(|(english, _)| message.starts_with(english))
        .max_by_key(|(english, _)| english.len())
        .map_or_else(
            || format!("cú pháp TOML sai ({message})"),
            |(_, vi)| (*vi).to_owned(),
        );
    Text {
        vi,
        en: message.to_owned(),
    }
}
