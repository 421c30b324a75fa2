//! The comparison behind a judgement on the index, in a line.

use super::said;
use super::{IndexFigure, IndexJudgement, IndexValue};
use crate::lang::Text;

/// "thứ 28 trên 63 … → thứ 49 trên 60 …, còn thiếu 26 bậc"; none without a figure.
#[must_use]
pub fn compared(judged: &IndexJudgement) -> Option<Text> {
    let to = judged.figure?.figure;
    let figure = match to {
        IndexValue::Rank(_) => IndexFigure::Rank,
        _ => IndexFigure::Score,
    };
    let mut told = said::value(to);
    if let Some(base) = judged.baseline {
        let from = said::value(base.figure);
        told = Text {
            vi: format!("{} → {}", from.vi, told.vi),
            en: format!("{} → {}", from.en, told.en),
        };
    }
    if let Some(by) = judged.short_by {
        let (vi, en) = said::amount(by, figure);
        told = Text {
            vi: format!("{}, còn thiếu {vi}", told.vi),
            en: format!("{}, short by {en}", told.en),
        };
    }
    Some(told)
}
