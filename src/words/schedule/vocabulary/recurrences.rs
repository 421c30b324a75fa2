//! What comes again, and reports by period.

use super::vocabularies;
use crate::model::Every;

vocabularies! {
    /// What makes a span of time come again.
    EACH: () = {
        "hằng" => (),
        "mỗi" => (),
        "từng" => (),
        "theo từng" => (),
        "theo" => (),
        "cứ" => (),
        "cứ mỗi" => (),
        "định kỳ" => (),
        "định kỳ hằng" => (),
        "định kỳ mỗi" => (),
        "định kỳ theo" => (),
        "định kỳ theo từng" => (),
        "theo định kỳ" => (),
        "theo định kỳ hằng" => (),
        "every" => (),
        "each" => (),
    }

    /// Spans of time that come again. A count before them is read apart.
    SPANS: Every = {
        "ngày" => Every::Day,
        "tuần" => Every::Week,
        "tháng" => Every::Month,
        "quý" => Every::Quarter,
        "nửa năm" => Every::HalfYear,
        "năm" => Every::Year,
        "day" => Every::Day,
        "week" => Every::Week,
        "two weeks" => Every::TwoWeeks,
        "month" => Every::Month,
        "quarter" => Every::Quarter,
        "six months" => Every::HalfYear,
        "half year" => Every::HalfYear,
        "year" => Every::Year,
    }

    /// Reports by period follow.
    PERIODIC: () = {
        "định kỳ" => (),
        "theo định kỳ" => (),
    }

    /// Reports by period follow, be it but one.
    WITH_REPORTS: () = {
        "theo kỳ báo cáo" => (),
        "cùng kỳ báo cáo" => (),
        "with the reports for" => (),
    }
}
