//! Why a target has no verdict, in words.

use crate::lang::Text;
use crate::progress::Reason;
use crate::say;

/// The reason, short enough for a table.
pub(super) fn reason_words(reason: Reason) -> Text {
    match reason {
        Reason::WithoutParts => say! {
            vi: "không cộng được: chỉ có tỷ lệ, thiếu tử số và mẫu số",
            en: "cannot be summed: percentages without their parts"
        },
        Reason::HowToCombine => say! {
            vi: "chưa rõ cách gộp số liệu các đơn vị",
            en: "the plan does not say how agencies' figures combine"
        },
        Reason::Silence => say! {
            vi: "chưa kết luận được: còn đơn vị chưa báo cáo",
            en: "no verdict: some agencies are silent"
        },
        Reason::Disputed => say! {
            vi: "số liệu mâu thuẫn nhau",
            en: "rows contradict each other"
        },
        Reason::WrongKind => say! {
            vi: "loại số liệu không đúng với chỉ tiêu",
            en: "another kind of figure than the target asks"
        },
        Reason::NothingCounted => say! { vi: "mẫu số bằng 0", en: "the denominator is 0" },
        Reason::NoBaseline => say! {
            vi: "chưa có số liệu gốc để so sánh",
            en: "no baseline to compare with"
        },
        Reason::PointsOrProportion => say! {
            vi: "không rõ tăng theo điểm phần trăm hay theo tỷ lệ",
            en: "points or proportion: the two differ"
        },
        Reason::PeriodsTooWide => say! {
            vi: "kỳ báo cáo rộng hơn kỳ của chỉ tiêu",
            en: "reported periods are wider than the target's"
        },
        Reason::NoRegistry => say! {
            vi: "danh mục không có đơn vị cấp này",
            en: "the registry has no agency of that level"
        },
        Reason::About => say! {
            vi: "chỉ tiêu \"khoảng\", không kết luận",
            en: "an \"about\" has no verdict"
        },
        Reason::NotAttested => say! {
            vi: "chưa đơn vị nào xác nhận đạt hay không",
            en: "nobody attests it"
        },
        Reason::Unread => say! {
            vi: "chưa đọc được chỉ tiêu",
            en: "the target was not understood"
        },
        Reason::NothingAsked => say! { vi: "không có yêu cầu", en: "nothing is asked" },
        Reason::TooLong => say! {
            vi: "số liệu quá nhiều chữ số",
            en: "too many digits to compare exactly"
        },
        Reason::NotSurveyed => say! {
            vi: "tỉnh không có kết quả PAPI năm đó",
            en: "the province has no PAPI results in that year"
        },
        Reason::NotComparable => say! {
            vi: "không so sánh được giữa hai năm",
            en: "the two years may not be compared"
        },
        Reason::Region => say! {
            vi: "chưa biết vùng gồm những tỉnh nào",
            en: "the provinces of the region are not known"
        },
        Reason::OutOfScale => say! {
            vi: "mức yêu cầu ngoài thang điểm",
            en: "what is asked lies outside the scale"
        },
        Reason::WhatIsHeld => say! {
            vi: "không rõ duy trì điểm, thứ hạng hay nhóm",
            en: "score, rank or band: it is not said which is to hold"
        },
    }
}
