//! Reporting regimes (chế độ báo cáo): named presets of periods, windows and due days.

use crate::lang::Text;
use crate::model::{DayOfMonth, DueDay, PeriodPart, PeriodSet};

const BUILT_IN: &str = include_str!("data/regimes.txt");

/// The regime whose windows hold where a plan names none: those of every periodic
/// report of the state administration. It gives no due day.
pub const DEFAULT: &str = "nd-09";

/// A reporting regime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regime {
    /// The name plans use: `cchc`.
    pub name: String,
    /// What it is for.
    pub title: Text,
    /// Where it is laid down.
    pub source: String,
    /// Whether it was read in an official text.
    pub is_verified: bool,
    /// The periods; none where the plan must name them.
    pub periods: Vec<PeriodSet>,
    /// The day of its last month on which a period closes; it opens on the day after
    /// that day in the month before its first.
    pub closes: DayOfMonth,
    /// When reports are due; empty where the regime gives no day.
    pub due: Vec<RegimeDue>,
}

/// When a report is due under a regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegimeDue {
    /// The part of the year; `None` for every other.
    pub part: Option<PeriodPart>,
    /// The day.
    pub due: DueDay,
}

impl Regime {
    /// The regimes that come with papi.
    #[must_use]
    pub fn built_in() -> Vec<Self> {
        blocks().filter_map(regime).collect()
    }

    /// The built-in regime of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        blocks()
            .find(|block| {
                block
                    .split_once(']')
                    .is_some_and(|(known, _)| known == name)
            })
            .and_then(regime)
    }

    /// When a report on that part of the year is due, where the regime says so.
    #[must_use]
    pub fn due_day(&self, part: PeriodPart) -> Option<DueDay> {
        let of = |wanted| self.due.iter().find(|due| due.part == wanted);
        of(Some(part)).or_else(|| of(None)).map(|due| due.due)
    }
}

/// The blocks of the data, each from its name on.
fn blocks() -> impl Iterator<Item = &'static str> {
    BUILT_IN.split("\n[").skip(1)
}

fn regime(block: &str) -> Option<Regime> {
    let (name, lines) = block.split_once(']')?;
    let mut regime = Regime {
        name: name.to_owned(),
        title: Text::same(""),
        source: String::new(),
        is_verified: true,
        periods: Vec::new(),
        closes: DayOfMonth::Last,
        due: Vec::new(),
    };
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let (key, value) = line.split_once(" = ").unwrap_or((line, ""));
        match key {
            "vi" => value.clone_into(&mut regime.title.vi),
            "en" => value.clone_into(&mut regime.title.en),
            "source" => value.clone_into(&mut regime.source),
            "unverified" => regime.is_verified = false,
            "periods" => {
                regime.periods = value.split(' ').map(period_set).collect::<Option<_>>()?;
            }
            "closes" => regime.closes = day_of_month(value)?,
            _ => regime.due.push(due(key.strip_prefix("due")?, value)?),
        }
    }
    Some(regime)
}

fn due(part: &str, value: &str) -> Option<RegimeDue> {
    let part = match part.strip_prefix('.') {
        Some(code) => Some(part_of_year(code)?),
        None if part.is_empty() => None,
        None => return None,
    };
    let (day, months_after) = match value.split_once(" +") {
        Some((day, months)) => (day, months.parse().ok()?),
        None => (value, 0),
    };
    let day = day_of_month(day)?;
    Some(RegimeDue {
        part,
        due: DueDay { day, months_after },
    })
}

fn day_of_month(word: &str) -> Option<DayOfMonth> {
    match word {
        "last" => Some(DayOfMonth::Last),
        day => Some(DayOfMonth::Day(day.parse().ok()?)),
    }
}

fn period_set(code: &str) -> Option<PeriodSet> {
    match code {
        "M" => Some(PeriodSet::EveryMonth),
        "Q" => Some(PeriodSet::EveryQuarter),
        "H" => Some(PeriodSet::EveryHalf),
        part => part_of_year(part).map(PeriodSet::Part),
    }
}

fn part_of_year(code: &str) -> Option<PeriodPart> {
    [PeriodPart::NineMonths, PeriodPart::Year]
        .into_iter()
        .chain((1..=2).map(PeriodPart::Half))
        .chain((1..=4).map(PeriodPart::Quarter))
        .chain((1..=12).map(PeriodPart::Month))
        .find(|part| part.to_string() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_read_and_says_what_it_is_and_whence() {
        let regimes = Regime::built_in();
        assert_eq!(regimes.len(), blocks().count());
        for regime in &regimes {
            let texts = [&regime.title.vi, &regime.title.en, &regime.source];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", regime.name);
            assert_eq!(Regime::named(&regime.name).as_ref(), Some(regime));
        }
        assert!(Regime::named(DEFAULT).is_some());
        assert!(Regime::named("khong-co").is_none());
    }

    #[test]
    fn administrative_reform_reports_close_on_day_fourteen_and_are_due_on_day_twenty() {
        let cchc = Regime::named("cchc").unwrap();
        let codes: Vec<_> = cchc
            .periods
            .iter()
            .flat_map(|set| set.parts())
            .map(|part| part.to_string())
            .collect();
        assert_eq!(codes, ["Q1", "H1", "Q3", "Y"]);
        assert_eq!(cchc.closes, DayOfMonth::Day(14));
        let due = cchc.due_day(PeriodPart::Half(1)).unwrap();
        assert_eq!((due.day, due.months_after), (DayOfMonth::Day(20), 0));
    }

    #[test]
    fn a_due_day_may_lie_in_the_following_month() {
        let read = due(".Y", "15 +1").unwrap();
        assert_eq!(read.part, Some(PeriodPart::Year));
        assert_eq!(
            (read.due.day, read.due.months_after),
            (DayOfMonth::Day(15), 1)
        );
        assert_eq!(due("x", "15"), None);
    }
}
