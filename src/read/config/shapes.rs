//! The tables of papi.toml and their keys.

use crate::read::shape::{
    Kind::{Day, ResultsOfPlans, RuleName, Rules, Tables, Text, TextOrTexts, Texts, Word},
    Shape, optional, required,
};

/// The whole file.
pub static FILE: Shape = Shape {
    name: "papi.toml",
    keys: &[
        optional(
            "plans",
            TextOrTexts,
            "các kế hoạch khi lệnh không ghi tệp nào: tệp, thư mục hoặc mẫu như \"plans/*.toml\", tính từ tệp này",
            "the plans where a command names none: files, folders or patterns like \"plans/*.toml\", relative to this file",
        ),
        optional(
            "results",
            ResultsOfPlans,
            "số liệu báo cáo của từng kế hoạch, theo mã kế hoạch",
            "the results of each plan, by the plan's id",
        ),
        optional(
            "language",
            Word(&["vi", "en"]),
            "ngôn ngữ, khi không có --lang và PAPI_LANG",
            "the language, where neither --lang nor PAPI_LANG says one",
        )
        .by_default("\"vi\""),
        optional(
            "fail_on",
            Word(&["error", "warning", "never"]),
            "mức làm mã thoát là 1, khi không có --fail-on",
            "the level that makes the exit code 1, where --fail-on does not say",
        )
        .by_default("\"error\""),
        optional(
            "calendar",
            Text,
            "tệp lịch làm việc chung, tính từ tệp này",
            "a working calendar for all plans, relative to this file",
        ),
        optional(
            "rules",
            Rules(&RULE),
            "mức của quy tắc, và ngày ban hành từ đó quy tắc được áp dụng",
            "how grave rules are, and from which day of issue they hold",
        ),
        optional(
            "except",
            Tables(&EXCEPTION),
            "ngoại lệ cho nhiều kế hoạch",
            "exceptions over many plans",
        ),
    ],
};

/// The words for severities.
pub const SEVERITIES: [&str; 3] = ["error", "warning", "note"];

/// A rule as a table.
pub static RULE: Shape = Shape {
    name: "rules",
    keys: &[
        optional(
            "severity",
            Word(&SEVERITIES),
            "mức của quy tắc",
            "how grave its findings are",
        ),
        optional(
            "issued_from",
            Day,
            "chỉ áp dụng cho kế hoạch ban hành từ ngày này",
            "it holds for plans issued from this day on",
        ),
    ],
};

/// `[[except]]`.
pub static EXCEPTION: Shape = Shape {
    name: "[[except]]",
    keys: &[
        required("rule", RuleName, "tên quy tắc", "the rule's name"),
        optional(
            "plans",
            Texts,
            "các kế hoạch (mã); không ghi là tất cả",
            "the plans (ids); all where it is left out",
        ),
        optional(
            "items",
            Texts,
            "các nhiệm vụ, chỉ tiêu (mã); không ghi là tất cả",
            "the items (ids); all where it is left out",
        ),
        required("reason", Text, "lý do", "why"),
        optional(
            "until",
            Day,
            "ngày cuối cùng còn hiệu lực",
            "the last day on which it holds",
        ),
    ],
};
