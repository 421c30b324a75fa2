//! Provinces (tỉnh, thành phố trực thuộc trung ương) by day: 63 until 30/6/2025, 34
//! since.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::spelling::{bare, nearest};

const BUILT_IN: &str = include_str!("data/provinces.txt");

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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_line_is_read_and_63_became_34() {
        assert_eq!(PROVINCES.all.len(), lines().count());
        for on in [day(2011, 1, 1), day(2024, 12, 31), day(2025, 6, 30)] {
            assert_eq!(provinces_on(on).count(), 63);
        }
        assert_eq!(provinces_on(day(2025, 7, 1)).count(), 34);
        for old in provinces_on(day(2025, 6, 30)).filter(|province| province.to.is_some()) {
            assert!(old.successor().is_some(), "{}", old.name);
        }
    }

    #[test]
    fn a_name_is_found_in_each_way_it_is_written() {
        for (name, expected) in [
            ("Lào Cai", "Tỉnh Lào Cai"),
            ("LAO CAI", "Tỉnh Lào Cai"),
            ("tỉnh Lào Cai", "Tỉnh Lào Cai"),
            ("TP.HCM", "Thành phố Hồ Chí Minh"),
            ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
            ("Bà Rịa-Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
            ("Hoà Bình", "Tỉnh Hòa Bình"),
            ("Thừa Thiên Huế", "Tỉnh Thừa Thiên Huế"),
        ] {
            let NamedProvince::There(found) = province(name, survey_day(2021)) else {
                panic!("{name}");
            };
            assert_eq!(found.name, expected);
        }
    }

    #[test]
    fn a_merged_province_is_told_from_a_slip_of_the_pen() {
        let on = survey_day(2025);
        let NamedProvince::AtAnotherTime(old) = province("Yên Bái", on) else {
            panic!("Yên Bái was merged");
        };
        assert_eq!(old.successor().unwrap().name, "Tỉnh Lào Cai");
        assert_eq!(
            province("Lào Kai", on),
            NamedProvince::Unknown(Some("Lào Cai"))
        );
        assert_eq!(province("Atlantis", on), NamedProvince::Unknown(None));
    }

    #[test]
    fn a_code_means_something_only_with_a_day() {
        let of = |code, on| provinces_on(on).find(|province| province.code == code);
        assert_eq!(of("15", survey_day(2024)).unwrap().short_name(), "Yên Bái");
        let new = of("15", survey_day(2025)).unwrap();
        assert_eq!(new.short_name(), "Lào Cai");
        let before: Vec<_> = new
            .predecessors()
            .iter()
            .map(|old| old.short_name())
            .collect();
        assert_eq!(before, ["Lào Cai", "Yên Bái"]);
    }

    #[test]
    fn a_province_goes_on_or_is_merged_into_another() {
        let of = |name, year| match province(name, survey_day(year)) {
            NamedProvince::There(found) => found,
            other => panic!("{name}: {other:?}"),
        };
        let went = |name, from, to| counterpart(of(name, from), to);
        assert_eq!(
            went("Cao Bằng", 2024, 2025),
            Some(Counterpart::Same(of("Cao Bằng", 2025)))
        );
        assert_eq!(
            went("Huế", 2023, 2025),
            Some(Counterpart::Same(of("Huế", 2025)))
        );
        assert_eq!(
            went("Huế", 2025, 2023),
            Some(Counterpart::Same(of("Huế", 2023)))
        );
        assert_eq!(
            went("Yên Bái", 2024, 2025),
            Some(Counterpart::Merged(of("Lào Cai", 2025)))
        );
        assert_eq!(
            went("Lào Cai", 2025, 2024),
            Some(Counterpart::Merged(of("Lào Cai", 2024)))
        );
        assert_eq!(
            went("Lào Cai", 2020, 2021),
            Some(Counterpart::Same(of("Lào Cai", 2021)))
        );
    }

    #[test]
    fn a_town_is_not_the_province_of_its_name() {
        let named = |words| province_named_at_end(words, survey_day(2021)).map(|found| found.name);
        assert_eq!(named("UBND tỉnh Lào Cai"), Some("Tỉnh Lào Cai"));
        assert_eq!(
            named("Ủy ban nhân dân thành phố Hà Nội"),
            Some("Thành phố Hà Nội")
        );
        assert_eq!(named("UBND thành phố Hưng Yên"), None);
        assert_eq!(named("Sở Nội vụ"), None);
    }
}
