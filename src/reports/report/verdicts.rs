//! Counts of verdicts, each told apart.

use crate::lang::Text;
use crate::progress::{Attestation, Verdict};
use crate::reports::states::joined;
use crate::say;
use crate::table::{Bar, Cell, Column, Tone, Value};
use rust_decimal::Decimal;

/// How many kinds of verdict are told apart.
const KINDS: usize = 8;

/// How many targets have each kind of verdict; they add up to all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdicts([usize; KINDS]);

impl FromIterator<Verdict> for Verdicts {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Self {
        let mut counts = [0; KINDS];
        for verdict in verdicts {
            counts[match verdict {
                Verdict::Met => 0,
                Verdict::Attested(Attestation::No) => 4,
                Verdict::Attested(_) => 1,
                Verdict::Behind => 2,
                Verdict::Missed => 3,
                Verdict::NoData => 5,
                Verdict::NotYetPublished => 6,
                Verdict::NotMeasurable(_) => 7,
            }] += 1;
        }
        Self(counts)
    }
}

/// The key, the head of its column and the tone of each kind.
fn kinds() -> [(&'static str, Text, Tone); KINDS] {
    [
        ("met", say! { vi: "Đạt", en: "Met" }, Tone::Good),
        (
            "attested",
            say! { vi: "Xác nhận đạt", en: "Attested" },
            Tone::Good,
        ),
        (
            "behind",
            say! { vi: "Chậm tiến độ", en: "Behind" },
            Tone::Caution,
        ),
        ("missed", say! { vi: "Không đạt", en: "Missed" }, Tone::Bad),
        (
            "denied",
            say! { vi: "Xác nhận không đạt", en: "Denied" },
            Tone::Bad,
        ),
        (
            "no_data",
            say! { vi: "Chưa có số liệu", en: "No data" },
            Tone::Faint,
        ),
        (
            "not_yet_published",
            say! { vi: "Chưa công bố", en: "Not yet published" },
            Tone::Faint,
        ),
        (
            "not_measurable",
            say! { vi: "Không đánh giá được", en: "Not measurable" },
            Tone::Plain,
        ),
    ]
}

impl Verdicts {
    /// All of them.
    pub(super) fn total(self) -> usize {
        self.0.iter().sum()
    }

    /// "12 đạt, 13 chậm tiến độ": those that occur.
    pub(super) fn said(self) -> Text {
        let said: Vec<Text> = kinds()
            .iter()
            .zip(self.0)
            .filter(|(_, count)| *count > 0)
            .map(|((_, name, _), count)| {
                let (vi, en) = (name.vi.to_lowercase(), name.en.to_lowercase());
                say! { vi: "{count} {vi}", en: "{count} {en}" }
            })
            .collect();
        joined(&said, ", ")
    }

    /// A column for each kind, of machines alone where it does not occur in `all`.
    pub(super) fn columns(all: Self) -> impl Iterator<Item = Column> {
        kinds()
            .into_iter()
            .zip(all.0)
            .map(|((key, head, _), count)| {
                let column = Column::narrow(key, head).right();
                if count > 0 {
                    column
                } else {
                    column.for_machines()
                }
            })
    }

    /// The counts as cells of those columns.
    pub(super) fn cells(self) -> impl Iterator<Item = Cell> {
        kinds()
            .into_iter()
            .zip(self.0)
            .map(|((_, _, tone), count)| {
                let tone = if count > 0 { tone } else { Tone::Plain };
                Cell::toned(number(count), tone)
            })
    }

    /// A bar of them.
    pub(super) fn bar(self) -> Value {
        bar(kinds()
            .iter()
            .zip(self.0)
            .map(|((_, _, tone), count)| (count, *tone)))
    }
}

/// A bar of counts.
pub(super) fn bar(counts: impl Iterator<Item = (usize, Tone)> + Clone) -> Value {
    let total: usize = counts.clone().map(|(count, _)| count).sum();
    if total == 0 {
        return Value::Empty;
    }
    let share = |count: usize| Decimal::from(count) * Decimal::ONE_HUNDRED / Decimal::from(total);
    Value::Bar(Bar {
        parts: counts.map(|(count, tone)| (share(count), tone)).collect(),
        mark: None,
    })
}

/// A count as a value.
pub(super) fn number(count: usize) -> Value {
    Value::Count(i64::try_from(count).unwrap_or(i64::MAX))
}
