//! The file, its head, the reporting duty, agencies and exceptions.

use super::appendix::APPENDIX;
use super::work::DUTY;
use super::work::OBJECTIVE;
use super::work::SECTION;
use crate::read::plan::FORMAT;
use crate::read::shape::{
    Kind::{
        Agencies, Claim, Day, DayOfMonth, Due, Integer, Periods, Regime, Reporters, RuleName,
        Table, TableOrTables, Tables, Text, Texts, Word,
    },
    Shape, YEARS, optional, required,
};

/// The whole file.
pub static FILE: Shape = Shape {
    name: "",
    keys: &[
        required(
            "format",
            Integer(FORMAT, FORMAT),
            "phiên bản định dạng, hiện là 1",
            "format version, now 1",
        ),
        required(
            "plan",
            Table(&HEAD),
            "phần đầu văn bản",
            "the head of the document",
        ),
        optional(
            "reporting",
            Table(&REPORTING),
            "chế độ báo cáo",
            "the reporting duty",
        ),
        optional(
            "agencies",
            Agencies(&AGENCIES, &AGENCY),
            "các cơ quan, đơn vị",
            "the agencies",
        ),
        optional(
            "objective",
            Tables(&OBJECTIVE),
            "mục tiêu của kế hoạch",
            "objectives of the plan",
        ),
        optional(
            "duty",
            Tables(&DUTY),
            "nhiệm vụ ở phần lời văn",
            "duties of the plan's body",
        ),
        optional(
            "section",
            Tables(&SECTION),
            "các mục của phụ lục",
            "sections of the appendix",
        ),
        optional(
            "appendix",
            TableOrTables(&APPENDIX),
            "cách trình bày phụ lục",
            "how the appendix is laid out",
        ),
        optional(
            "except",
            Tables(&EXCEPTION),
            "ngoại lệ cho cả kế hoạch",
            "exceptions for the whole plan",
        ),
    ],
};

/// `[plan]`.
pub static HEAD: Shape = Shape {
    name: "[plan]",
    keys: &[
        required(
            "id",
            Text,
            "mã của kế hoạch, không dấu: lao-cai-2021",
            "the plan's id: lao-cai-2021",
        ),
        required("title", Text, "trích yếu", "the title"),
        optional(
            "number",
            Text,
            "số, ký hiệu văn bản: 149/KH-UBND",
            "the official number: 149/KH-UBND",
        ),
        optional("issued", Day, "ngày ban hành", "the day of issue"),
        optional(
            "effective",
            Day,
            "ngày có hiệu lực",
            "the day it takes effect",
        ),
        optional("issuer", Text, "cơ quan ban hành", "who issued it"),
        optional("signer", Table(&SIGNER), "người ký", "who signed it"),
        optional(
            "year",
            Integer(YEARS.0, YEARS.1),
            "năm của kế hoạch",
            "the plan's year",
        ),
        optional(
            "from",
            Integer(YEARS.0, YEARS.1),
            "năm đầu, với kế hoạch nhiều năm",
            "the first of several years",
        ),
        optional(
            "to",
            Integer(YEARS.0, YEARS.1),
            "năm cuối, với kế hoạch nhiều năm",
            "the last of several years",
        ),
        optional(
            "focal",
            Text,
            "mã cơ quan đầu mối tổng hợp báo cáo",
            "id of the agency that collects the reports",
        ),
        optional(
            "state",
            Word(&["draft", "issued"]),
            "draft: dự thảo; issued: đã ban hành",
            "draft, or issued",
        )
        .by_default("\"issued\""),
        optional(
            "wording",
            Word(&["as issued", "abridged"]),
            "abridged: tên nhiệm vụ do người nhập rút gọn",
            "abridged: titles shortened by whoever entered them",
        )
        .by_default("\"as issued\""),
        optional("basis", Texts, "căn cứ", "legal grounds"),
        optional(
            "implements",
            Text,
            "văn bản mà kế hoạch này thực hiện: số, hoặc tệp kế hoạch",
            "the document it carries out: its number, or a plan file",
        ),
        optional(
            "replaces",
            Text,
            "văn bản mà kế hoạch này thay thế",
            "the document it replaces",
        ),
        optional("recipients", Texts, "nơi nhận", "recipients"),
        optional("funding", Text, "kinh phí", "where the money comes from"),
        optional(
            "results",
            Texts,
            "các tệp số liệu báo cáo, đường dẫn tính từ tệp này",
            "results files, relative to this file",
        ),
        optional(
            "scores",
            Texts,
            "các tệp điểm PAPI đã công bố, đường dẫn tính từ tệp này",
            "files of published PAPI scores, relative to this file",
        ),
        optional(
            "note",
            Text,
            "ghi chú của người nhập",
            "a note of whoever entered it",
        ),
        optional("except", Tables(&EXCEPTION), "ngoại lệ", "exceptions"),
    ],
};

/// `signer`.
pub static SIGNER: Shape = Shape {
    name: "signer",
    keys: &[
        required("name", Text, "họ và tên", "the name"),
        optional("title", Text, "chức vụ", "the title"),
    ],
};

/// `[reporting]`.
pub static REPORTING: Shape = Shape {
    name: "[reporting]",
    keys: &[
        optional(
            "words",
            Text,
            "nguyên văn về chế độ báo cáo",
            "the words as issued",
        ),
        optional(
            "regime",
            Regime,
            "chế độ có sẵn: cchc, …",
            "a named preset: cchc, …",
        ),
        optional(
            "periods",
            Periods,
            "các kỳ báo cáo: Q1, H1, Q3, Y; Q, H, M là tất cả",
            "the periods: Q1, H1, Q3, Y; Q, H, M stand for all",
        ),
        optional(
            "reporters",
            Reporters,
            "ai báo cáo: mã đơn vị, hoặc lead, executing, both",
            "who reports: agency ids, or lead, executing, both",
        ),
        optional("without", Texts, "trừ các đơn vị", "agencies that need not"),
        optional("to", Text, "gửi cơ quan nào", "to whom"),
        optional(
            "through",
            Text,
            "qua cơ quan nào (mã)",
            "through which agency (id)",
        ),
        optional(
            "closes",
            DayOfMonth,
            "ngày chốt số liệu của tháng cuối kỳ",
            "the day of its last month on which a period closes",
        ),
        optional(
            "due",
            Due(&DUE),
            "hạn gửi: ngày của tháng cuối kỳ, hoặc { day, months_after }",
            "when due: a day of the last month, or { day, months_after }",
        ),
        optional(
            "collector_due",
            Due(&DUE),
            "hạn của cơ quan đầu mối",
            "when the collecting agency's own report is due",
        ),
        optional(
            "on_holiday",
            Word(&["keep", "next-working-day", "previous-working-day"]),
            "hạn trùng ngày nghỉ thì sao",
            "what becomes of a due day that is a day off",
        ),
        optional(
            "calendar",
            Text,
            "tệp lịch làm việc riêng",
            "a working calendar of one's own",
        ),
        optional(
            "note",
            Text,
            "ghi chú của người nhập",
            "a note of whoever entered it",
        ),
    ],
};

/// `due` as a table.
pub static DUE: Shape = Shape {
    name: "due",
    keys: &[
        required(
            "day",
            DayOfMonth,
            "ngày trong tháng, hoặc last",
            "the day of the month, or last",
        ),
        optional(
            "months_after",
            Integer(0, 24),
            "số tháng sau tháng cuối kỳ",
            "months after the period's last month",
        )
        .by_default("0"),
    ],
};

/// The keys of `[agencies]` that are no agency.
pub static AGENCIES: Shape = Shape {
    name: "[agencies]",
    keys: &[optional(
        "registry",
        Text,
        "tệp danh mục đơn vị hành chính, đường dẫn tính từ tệp này",
        "the registry of localities, relative to this file",
    )],
};

/// An agency as a table.
pub static AGENCY: Shape = Shape {
    name: "[agencies]",
    keys: &[
        required("name", Text, "tên như trong văn bản", "the name as issued"),
        optional("also", Texts, "các cách viết khác", "other spellings"),
        optional("members", Texts, "các thành viên (mã)", "members (ids)"),
        optional(
            "every",
            Word(&["province", "district", "commune"]),
            "mỗi địa phương cấp đó một đơn vị",
            "one body in each locality of that level",
        ),
        optional(
            "committee",
            Claim,
            "true: chính là UBND của địa phương",
            "true: the locality's own People's Committee",
        ),
        optional(
            "open",
            Claim,
            "true: nhóm không đếm được",
            "true: a group that cannot be counted",
        ),
        optional(
            "note",
            Text,
            "ghi chú của người nhập",
            "a note of whoever entered it",
        ),
    ],
};

/// `except`.
pub static EXCEPTION: Shape = Shape {
    name: "except",
    keys: &[
        required("rule", RuleName, "tên quy tắc", "the rule's name"),
        optional("reason", Text, "lý do", "why"),
        optional(
            "until",
            Day,
            "ngày cuối cùng còn hiệu lực",
            "the last day on which it holds",
        ),
    ],
};
