//! Why rows do not count, and what contradicts itself, in words.

use crate::lang::Text;
use crate::progress::{Disagreement, TargetFigure, WhyLeftOut};
use crate::reports::objectives::change;
use crate::say;
use crate::words::say_number;

/// The word of machine formats.
pub(super) fn why_word(why: WhyLeftOut) -> &'static str {
    match why {
        WhyLeftOut::NotAssigned => "not-assigned",
        WhyLeftOut::Disputed => "disputed",
        WhyLeftOut::WrongKind => "wrong-kind",
        WhyLeftOut::WithoutParts => "without-parts",
        WhyLeftOut::MoreThanRegistry => "more-than-registry",
        WhyLeftOut::StandsBelow => "stands-below",
        WhyLeftOut::OtherPeriod => "other-period",
        WhyLeftOut::PeriodTooWide => "period-too-wide",
        WhyLeftOut::AfterItsYear => "after-its-year",
        WhyLeftOut::WithoutEvidence => "without-evidence",
        WhyLeftOut::PublishedOnly => "published-only",
    }
}

/// Why a row does not count, for people.
pub(super) fn why_words(why: WhyLeftOut) -> Text {
    match why {
        WhyLeftOut::NotAssigned => say! {
            vi: "đơn vị không chủ trì, không thực hiện nhiệm vụ này, cũng không thuộc hay quản lý đơn vị nào như thế",
            en: "the agency neither leads nor carries out the task, nor stands above or below one that does"
        },
        WhyLeftOut::Disputed => say! {
            vi: "dòng khác nói khác và không dòng nào gửi sau",
            en: "another row says something else and neither is later"
        },
        WhyLeftOut::WrongKind => say! {
            vi: "loại số liệu không đúng với chỉ tiêu",
            en: "another kind of figure than the target asks"
        },
        WhyLeftOut::WithoutParts => say! {
            vi: "tỷ lệ không có tử số và mẫu số thì không cộng được",
            en: "a percentage without its parts cannot be summed"
        },
        WhyLeftOut::MoreThanRegistry => say! {
            vi: "đếm nhiều đơn vị hơn danh mục có",
            en: "it counts more agencies than the registry has there"
        },
        WhyLeftOut::StandsBelow => say! {
            vi: "đã có số liệu của đơn vị cấp trên",
            en: "a row of the agency above stands for it"
        },
        WhyLeftOut::OtherPeriod => say! {
            vi: "đã có kỳ sau hoặc kỳ rộng hơn",
            en: "a later period, or one that holds this one, stands for it"
        },
        WhyLeftOut::PeriodTooWide => say! {
            vi: "kỳ rộng hơn kỳ mà chỉ tiêu đếm",
            en: "its period is wider than those in which the target counts"
        },
        WhyLeftOut::AfterItsYear => say! {
            vi: "ở sau năm mà chỉ tiêu yêu cầu",
            en: "it lies after the year for which the target asks"
        },
        WhyLeftOut::WithoutEvidence => say! {
            vi: "báo đạt nhưng không nêu minh chứng",
            en: "it says yes and names no evidence"
        },
        WhyLeftOut::PublishedOnly => say! {
            vi: "chỉ tiêu này chỉ đánh giá theo kết quả công bố",
            en: "the target is judged by published results only"
        },
    }
}

/// What contradicts itself, after the name of the agency.
pub(super) fn disagreement_words(disagreement: &Disagreement) -> Text {
    match disagreement {
        Disagreement::OwnAgainstMembers { own, members, .. } => {
            let (own, members) = (said(*own), said(*members));
            Text {
                vi: format!(
                    "tự báo cáo {}, các đơn vị trực thuộc cộng lại là {}",
                    own.vi, members.vi
                ),
                en: format!(
                    "reports {}, those below it add up to {}",
                    own.en, members.en
                ),
            }
        }
        Disagreement::AgainstRegistry {
            reported, registry, ..
        } => {
            let Text { vi, en } = say_number(*reported);
            say! {
                vi: "báo cáo mẫu số {vi}, danh mục có {registry} đơn vị",
                en: "reports a denominator of {en}, the registry has {registry}"
            }
        }
    }
}

fn said(figure: TargetFigure) -> Text {
    let pair = |one: Text, other: Text| Text {
        vi: format!("{}/{}", one.vi, other.vi),
        en: format!("{}/{}", one.en, other.en),
    };
    match figure {
        TargetFigure::Ratio {
            numerator,
            denominator,
        } => pair(say_number(numerator), say_number(denominator)),
        TargetFigure::Share { satisfied, of } => Text::same(format!("{satisfied}/{of}")),
        TargetFigure::Percent(number) => {
            let Text { vi, en } = say_number(number);
            say! { vi: "{vi} %", en: "{en} %" }
        }
        TargetFigure::Number(number) => say_number(number),
        TargetFigure::EachAgency {
            satisfied,
            compared,
        } => {
            say! { vi: "{satisfied}/{compared} đơn vị đạt", en: "{satisfied} of {compared} that meet it" }
        }
        TargetFigure::Index { from, to } => change(from, to),
        TargetFigure::Attested { yes, no, .. } => {
            say! { vi: "{yes} đạt, {no} không đạt", en: "{yes} yes, {no} no" }
        }
    }
}
