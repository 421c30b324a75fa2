//! Objectives, duties, sections, tasks and parts.

use super::document::EXCEPTION;
use super::target::TARGET;
use super::target::WHEN_TABLE;
use crate::read::shape::{
    Key,
    Kind::{Day, Dimensions, Tables, Text, TextOrTables, TextOrTexts, WhenOrTables},
    Shape, optional, required,
};

/// `[[objective]]`.
pub static OBJECTIVE: Shape = Shape {
    name: "[[objective]]",
    keys: &[
        required("id", Text, "mã", "the id"),
        required("title", Text, "nội dung", "the title"),
        optional("target", TextOrTables(&TARGET), "chỉ tiêu", "the target"),
        optional(
            "dimension",
            Dimensions,
            "chỉ số nội dung PAPI",
            "the PAPI dimension",
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

const TITLE: Key = required("title", Text, "nội dung", "the title");
const ID: Key = required(
    "id",
    Text,
    "mã, không đánh số lại",
    "the id, never renumbered",
);
const NO: Key = optional(
    "no",
    Text,
    "số in ra, khi khác phần cuối của mã",
    "the number printed, where it is not the id's last part",
);
const TARGETS: Key = optional("target", TextOrTables(&TARGET), "chỉ tiêu", "the target");
const LEAD: Key = optional("lead", TextOrTexts, "đơn vị chủ trì (mã)", "who leads (id)");
const BY: Key = optional(
    "by",
    TextOrTexts,
    "đơn vị thực hiện (mã)",
    "who carries it out (ids)",
);
const WITH: Key = optional(
    "with",
    TextOrTexts,
    "đơn vị phối hợp (mã)",
    "who takes part (ids)",
);
const REQUESTED: Key = optional(
    "requested",
    TextOrTexts,
    "cơ quan được đề nghị (mã)",
    "bodies that are only asked (ids)",
);
const WHEN: Key = optional(
    "when",
    WhenOrTables(&WHEN_TABLE),
    "thời gian thực hiện",
    "when it is to be done",
);
const OUTPUT: Key = optional(
    "output",
    TextOrTexts,
    "kết quả thực hiện, sản phẩm",
    "what comes of it",
);
const REPORT: Key = optional(
    "report",
    Text,
    "kỳ báo cáo ghi riêng cho nhiệm vụ",
    "the periods its own words name",
);
const DIMENSION: Key = optional(
    "dimension",
    Dimensions,
    "chỉ số nội dung hoặc nội dung thành phần: 2, \"2.3\"",
    "PAPI dimension or sub-dimension: 2, \"2.3\"",
);
const FUNDING: Key = optional("funding", Text, "kinh phí", "the money");
const DONE: Key = optional("done", Day, "ngày hoàn thành", "the day it was done");
const EVIDENCE: Key = optional("evidence", TextOrTexts, "minh chứng", "what shows it");
const NOTE: Key = optional("note", Text, "ghi chú", "a note");
const EXCEPT: Key = optional("except", Tables(&EXCEPTION), "ngoại lệ", "exceptions");

/// `[[duty]]`.
pub static DUTY: Shape = Shape {
    name: "[[duty]]",
    keys: &[
        ID, NO, TITLE, TARGETS, LEAD, BY, WITH, REQUESTED, WHEN, OUTPUT, REPORT, DIMENSION,
        FUNDING, DONE, EVIDENCE, NOTE, EXCEPT,
    ],
};

/// `[[section]]`.
pub static SECTION: Shape = Shape {
    name: "[[section]]",
    keys: &[
        ID,
        NO,
        TITLE,
        optional(
            "in",
            Text,
            "thuộc mục (mã)",
            "the section it stands in (id)",
        ),
        DIMENSION,
        NOTE,
        EXCEPT,
        optional("task", Tables(&TASK), "nhiệm vụ", "tasks"),
    ],
};

/// `[[section.task]]`.
pub static TASK: Shape = Shape {
    name: "[[section.task]]",
    keys: &[
        ID,
        NO,
        TITLE,
        TARGETS,
        LEAD,
        BY,
        WITH,
        REQUESTED,
        WHEN,
        OUTPUT,
        REPORT,
        DIMENSION,
        FUNDING,
        DONE,
        EVIDENCE,
        NOTE,
        EXCEPT,
        optional(
            "part",
            Tables(&PART),
            "các phần của nhiệm vụ",
            "parts of the task",
        ),
    ],
};

/// `[[section.task.part]]`.
pub static PART: Shape = Shape {
    name: "[[section.task.part]]",
    keys: DUTY.keys,
};
