//! What words mean in a target; the spellings are data in `vocabulary`.

use std::sync::LazyLock;

use super::vocabulary::{PREDICATES, SPELLINGS};
use crate::model::{Band, Comparison, Every};
use crate::words::vocabulary::Vocabulary;

/// What words mean in a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Compares with the figure that follows.
    Compare(Comparison),
    /// Compares with the figure, or with the year, that follows.
    Comparative(Comparison),
    /// "từ": at least, or the lower end of a range.
    From,
    /// "đến": the upper end of a range, or a year.
    Until,
    /// "trở lên", "trở xuống" after the figure.
    AndUp,
    AndDown,
    /// "đạt": the figure is what is to be reached.
    Reach,
    /// "xuống", "còn": a level to go down to, without a comparison of its own.
    DownTo,
    Stretch,
    Rise,
    Fall,
    /// "cắt giảm": a fall where a baseline stands, else the name of what is measured.
    Cut,
    /// "cải thiện": a rise where a figure follows at once and a baseline stands.
    Improve,
    /// May stand between such a verb, or a comparison, and its figure.
    Adverb,
    Against,
    /// The year before, as a baseline.
    Previous,
    /// "cùng kỳ": a baseline that the model cannot say.
    SamePeriod,
    /// "đầu năm": a time finer than a year.
    PartOfYear,
    /// "trừ": what the figure does not count.
    Except,
    /// A span of time; `Every::Year` is "năm" of a year's number too.
    Span(Every),
    /// "mỗi", "hằng".
    Each,
    /// "lần", what is counted in "năm/lần".
    Time,
    /// "per" of English.
    Per,
    Percent,
    Points,
    PercentPoints,
    /// A unit that ends where it ends: bậc.
    Place,
    /// "nhóm", "top".
    Group,
    /// "xếp thứ".
    RankedAt,
    /// "thứ hạng": what is ranked at, or what is held.
    Ranking,
    /// What is ranked: tỉnh, thành phố.
    Ranked,
    /// "đứng đầu".
    Leading,
    WholeCountry,
    /// Begins the name of a region.
    Region,
    Band(Band),
    Hold,
    /// What is held: thứ hạng, kết quả.
    Held,
    /// "không để xảy ra", wherever it stands.
    Zero,
    /// "không có", where a target begins with it.
    ZeroAtStart,
    Not,
    /// A word whose number, at most this one, is a name: "mức độ 3, 4".
    Ordinal(u32),
    /// "mức", of a figure, a band or a name.
    Mark,
    /// "giai đoạn 2021 - 2025".
    Years,
    /// A law or other document, the year of which is no milestone.
    Document,
    /// The number that follows is not read: "gấp 2 lần", "quá 5%".
    Refused,
    /// "trước", "sau", "từ" a year: no milestone that can be told.
    NotBy,
    And,
    /// "hoặc": what stands on either side is not read alone.
    Or,
    /// May begin a target: "có", "bảo đảm".
    Opening,
    /// Only sounds like a change: "tăng cường".
    Plain,
}

/// The vocabulary of targets.
pub(super) static MEANINGS: LazyLock<Vocabulary<Meaning>> =
    LazyLock::new(|| Vocabulary::new(SPELLINGS));

/// [`PREDICATES`], to look up in.
pub(super) static SAID_OF_THEM: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let lines: Vec<_> = PREDICATES.iter().map(|&spelling| (spelling, ())).collect();
    Vocabulary::new(&lines)
});
