//! Provinces (tỉnh, thành phố trực thuộc trung ương) by day: 63 until 30/6/2025, 34
//! since.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::spelling::{bare, nearest};

const BUILT_IN: &str = include_str!("../data/provinces.txt");

static PROVINCES: LazyLock<Provinces> = LazyLock::new(Provinces::built_in);

/// A province, for the time for which it has this name and these bounds.
#[derive(Debug, PartialEq, Eq)]
pub struct Province {
    /// The official code, which means something only with a day.
    pub code: &'static str,
    /// The full name: "Tỉnh Lào Cai", "Thành phố Hà Nội".
    pub name: &'static str,
    /// The first day, where there is one.
    pub from: Option<NaiveDate>,
    /// The last day, where there is one.
    pub to: Option<NaiveDate>,
    /// The code, after the last day, of the province it became part of.
    into: Option<&'static str>,
    /// Other names.
    also: Vec<&'static str>,
}

impl Province {
    /// The name without "Tỉnh" or "Thành phố".
    #[must_use]
    pub fn short_name(&self) -> &'static str {
        KINDS
            .iter()
            .find_map(|kind| self.name.strip_prefix(kind))
            .unwrap_or(self.name)
    }

    /// Whether it is there on that day.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The province that it became part of after its last day.
    #[must_use]
    pub fn successor(&self) -> Option<&'static Self> {
        let after = self.to?.succ_opt()?;
        let into = self.into?;
        let mut there = PROVINCES
            .all
            .iter()
            .filter(|province| province.is_on(after));
        there.find(|province| province.code == into)
    }

    /// The provinces that became part of it on its first day; of one that only got
    /// another name, that one.
    #[must_use]
    pub fn predecessors(&'static self) -> Vec<&'static Self> {
        let is_before = |province: &&Self| {
            province
                .successor()
                .is_some_and(|successor| std::ptr::eq(successor, self))
        };
        PROVINCES.all.iter().filter(is_before).collect()
    }
}

const KINDS: [&str; 2] = ["Tỉnh ", "Thành phố "];

/// The provinces on a day.
pub fn provinces_on(day: NaiveDate) -> impl Iterator<Item = &'static Province> {
    PROVINCES
        .all
        .iter()
        .filter(move |province| province.is_on(day))
}

/// The day whose provinces a survey year is about: its last.
#[must_use]
pub fn survey_day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// What a name means on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedProvince {
    /// That province.
    There(&'static Province),
    /// A province that is not there on that day, but was before or will be later.
    AtAnotherTime(&'static Province),
    /// None; with the nearest of the names on that day, where one is near.
    Unknown(Option<&'static str>),
}

/// The province that a name means on a day, in any case, with or without tone marks and
/// "tỉnh" or "thành phố".
#[must_use]
pub fn province(name: &str, day: NaiveDate) -> NamedProvince {
    let key = key(name);
    let meant = PROVINCES.by_key.get(&key).map_or(&[][..], Vec::as_slice);
    let mut meant = meant.iter().map(|&at| &PROVINCES.all[at]);
    if let Some(there) = meant.clone().find(|province| province.is_on(day)) {
        return NamedProvince::There(there);
    }
    match meant.next() {
        Some(province) => NamedProvince::AtAnotherTime(province),
        None => {
            let known: Vec<_> = provinces_on(day).map(Province::short_name).collect();
            NamedProvince::Unknown(nearest(name.trim(), known))
        }
    }
}

/// The province whose full name, with "tỉnh" or "thành phố", stands at the end of the
/// words on that day: "UBND tỉnh Lào Cai". A town that is called like a province is
/// none: "UBND thành phố Hưng Yên".
#[must_use]
pub fn province_named_at_end(words: &str, day: NaiveDate) -> Option<&'static Province> {
    let words = bare(words);
    provinces_on(day).find(|province| {
        let name = bare(province.name);
        words
            .strip_suffix(&name)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    })
}

/// What became of a province from one survey year to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counterpart {
    /// It is the same, perhaps under another name.
    Same(&'static Province),
    /// It is a larger one, of several that were there before.
    Merged(&'static Province),
}

impl Counterpart {
    /// The province in the other year.
    #[must_use]
    pub fn province(self) -> &'static Province {
        match self {
            Self::Same(province) | Self::Merged(province) => province,
        }
    }
}

/// What a province of one survey year is in another: itself, or what it was merged
/// into; going back, the one that had its name.
#[must_use]
pub fn counterpart(province: &'static Province, year: i32) -> Option<Counterpart> {
    let day = survey_day(year);
    let mut current = province;
    let mut is_merged = false;
    while current.to.is_some_and(|to| to < day) {
        let successor = current.successor()?;
        is_merged |= successor.predecessors().len() > 1;
        current = successor;
    }
    while current.from.is_some_and(|from| day < from) {
        let before = current.predecessors();
        is_merged |= before.len() > 1;
        let of_its_name = before
            .iter()
            .find(|old| old.short_name() == current.short_name());
        current = match (of_its_name, before.as_slice()) {
            (Some(old), _) | (None, [old]) => old,
            (None, _) => return None,
        };
    }
    Some(if is_merged {
        Counterpart::Merged(current)
    } else {
        Counterpart::Same(current)
    })
}

struct Provinces {
    all: Vec<Province>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Provinces {
    fn built_in() -> Self {
        let all: Vec<_> = lines().filter_map(read_line).collect();
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, province) in all.iter().enumerate() {
            for name in std::iter::once(&province.name).chain(&province.also) {
                by_key.entry(key(name)).or_default().push(at);
            }
        }
        Self { all, by_key }
    }
}

/// The name under which its spellings meet.
fn key(name: &str) -> String {
    let words = bare(name);
    let kind = ["tinh ", "thanh pho ", "tp "]
        .into_iter()
        .find(|kind| words.starts_with(kind));
    let name = kind.map_or(words.as_str(), |kind| &words[kind.len()..]);
    name.replace(' ', "")
}

fn lines() -> impl Iterator<Item = &'static str> {
    BUILT_IN.lines().filter(|line| !line.starts_with('#'))
}

fn read_line(line: &'static str) -> Option<Province> {
    let mut fields = line.split(';');
    let day = |text: &str| -> Option<Option<NaiveDate>> {
        match text {
            "" => Some(None),
            day => day.parse().ok().map(Some),
        }
    };
    Some(Province {
        code: fields.next()?,
        name: fields.next()?,
        from: day(fields.next()?)?,
        to: day(fields.next()?)?,
        into: Some(fields.next()?).filter(|code| !code.is_empty()),
        also: fields
            .next()
            .map_or_else(Vec::new, |also| also.split('|').collect()),
    })
}
