//! Targets and schedules as tables.

use super::document::EXCEPTION;
use crate::read::shape::{
    Kind::{Claim, Day, Integer, Number, Pair, Table, Tables, Text, Word, YearOr},
    Shape, YEARS, optional,
};

/// A target as a table.
pub static TARGET: Shape = Shape {
    name: "target",
    keys: &[
        optional("id", Text, "mã", "the id"),
        optional("words", Text, "nguyên văn", "the words as issued"),
        optional("at_least", Number, "ít nhất", "at least"),
        optional("more_than", Number, "trên", "more than"),
        optional("at_most", Number, "không quá", "at most"),
        optional("less_than", Number, "dưới", "less than"),
        optional(
            "between",
            Pair,
            "trong khoảng [từ, đến]",
            "between [from, to]",
        ),
        optional("unit", Text, "đơn vị tính", "the unit"),
        optional(
            "of",
            Word(&["province", "district", "commune"]),
            "tỷ lệ trên tổng số đơn vị cấp nào",
            "the level of which it is a share",
        ),
        optional(
            "measure",
            Word(&["ratio", "share", "count", "score", "rank"]),
            "loại số liệu",
            "what its figure is",
        ),
        optional(
            "combine",
            Word(&["sum", "latest"]),
            "gộp các kỳ: cộng dồn, hay lấy kỳ mới nhất",
            "how periods become one figure",
        ),
        optional(
            "lower_is_better",
            Claim,
            "càng thấp càng tốt",
            "whether a smaller figure is better",
        )
        .by_default("false"),
        optional(
            "by",
            Integer(YEARS.0, YEARS.1),
            "đến năm",
            "the year by which",
        ),
        optional(
            "per",
            Word(&["week", "month", "quarter", "half-year", "year"]),
            "mỗi (tuần, tháng, quý, 6 tháng, năm)",
            "in each",
        ),
        optional("baseline", Table(&BASELINE), "gốc so sánh", "the baseline"),
        optional("scope", Text, "phạm vi xếp hạng", "the region of a ranking"),
        optional("stretch", Claim, "phấn đấu", "only striven for"),
        optional("except", Tables(&EXCEPTION), "ngoại lệ", "exceptions"),
    ],
};

/// `baseline`.
pub static BASELINE: Shape = Shape {
    name: "baseline",
    keys: &[
        optional(
            "year",
            YearOr(&["previous"]),
            "năm gốc, hoặc previous",
            "its year, or previous",
        ),
        optional("value", Number, "số liệu gốc", "the figure"),
        optional(
            "band",
            Word(&["cao nhất", "trung bình cao", "trung bình thấp", "thấp nhất"]),
            "nhóm của năm gốc",
            "the band",
        ),
        optional("source", Text, "nguồn", "where it was published"),
    ],
};

/// `when` as a table.
pub static WHEN_TABLE: Shape = Shape {
    name: "when",
    keys: &[
        optional("words", Text, "nguyên văn", "the words as issued"),
        optional(
            "due",
            Day,
            "ngày cuối cùng còn đúng hạn",
            "the last day that is in time",
        ),
        optional("from", Day, "từ ngày", "the first day"),
        optional(
            "every",
            Word(&[
                "day",
                "week",
                "two-weeks",
                "month",
                "quarter",
                "half-year",
                "year",
            ]),
            "lặp lại mỗi",
            "how often",
        ),
    ],
};
