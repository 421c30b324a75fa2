//! Agencies, levels and terms that ended on a day, and what came after them.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::CatalogError;
use super::blocks::blocks;
use crate::lang::Text;
use crate::model::AgencyLevel;
use crate::spelling::bare;

const BUILT_IN: &str = include_str!("data/successions.txt");

static SUCCESSIONS: LazyLock<Vec<Succession>> = LazyLock::new(|| read(BUILT_IN).0);

/// Something that ended, and what came after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// What it is.
    pub kind: Ended,
    /// Its name.
    pub name: String,
    /// The last day on which it was there.
    pub last_day: NaiveDate,
    /// What came after it.
    pub successor: Text,
    /// Where it is laid down.
    pub source: String,
    /// Whether that was read in an official text.
    pub is_verified: bool,
    /// Its names as [`bare`] gives them, the longest first.
    keys: Vec<String>,
}

/// What can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// A department or another agency.
    Agency,
    /// A level of the administration.
    Level(AgencyLevel),
    /// A law, a programme, a word of the trade.
    Term,
}

/// The agency or level that a name means and that had ended by the day.
#[must_use]
pub fn ended_agency(name: &str, day: NaiveDate) -> Option<&'static Succession> {
    let words = bare(name);
    ended_by(day).find(|ended| match ended.kind {
        Ended::Agency => ended.keys.iter().any(|key| is_agency(&words, key)),
        Ended::Level(_) => ended.keys.iter().any(|key| begins(&words, key)),
        Ended::Term => false,
    })
}

/// The level of the administration that had ended by the day.
#[must_use]
pub fn ended_level(level: AgencyLevel, day: NaiveDate) -> Option<&'static Succession> {
    ended_by(day).find(|ended| ended.kind == Ended::Level(level))
}

/// The terms in a text that had ended by the day, each once.
#[must_use]
pub fn ended_terms(text: &str, day: NaiveDate) -> Vec<&'static Succession> {
    let words = format!(" {} ", bare(text));
    let is_named = |ended: &&Succession| {
        let mut keys = ended.keys.iter();
        ended.kind == Ended::Term && keys.any(|key| words.contains(&format!(" {key} ")))
    };
    ended_by(day).filter(is_named).collect()
}

fn ended_by(day: NaiveDate) -> impl Iterator<Item = &'static Succession> {
    SUCCESSIONS.iter().filter(move |ended| ended.last_day < day)
}

/// Whether the words are that agency, alone or with the name of its place.
fn is_agency(words: &str, key: &str) -> bool {
    words.strip_prefix(key).is_some_and(|rest| {
        rest.is_empty()
            || [" tinh", " thanh pho", " tp"]
                .iter()
                .any(|place| begins(rest, place))
    })
}

fn begins(words: &str, key: &str) -> bool {
    words
        .strip_prefix(key)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn read(text: &str) -> (Vec<Succession>, Vec<CatalogError>) {
    let mut errors = Vec::new();
    let mut all = Vec::new();
    for block in blocks(text, &mut errors) {
        block.check_keys(
            &["to", "into", "en", "also", "source", "unverified"],
            &mut errors,
        );
        let last_day = block.read("to", &mut errors, |day| day.parse().ok());
        let (word, name) = block.name.split_once(' ').unwrap_or((block.name, ""));
        let kind = match word {
            "agency" => Some(Ended::Agency),
            "level" => AgencyLevel::from_word(name).map(Ended::Level),
            "term" => Some(Ended::Term),
            _ => None,
        };
        let (Some(kind), Some(last_day), Some(vi), Some(en), Some(source)) = (
            kind,
            last_day,
            block.get("into"),
            block.get("en"),
            block.get("source"),
        ) else {
            let message = crate::say! {
                vi: "khối [{word} {name}] không đủ",
                en: "the block [{word} {name}] is not complete"
            };
            errors.push(CatalogError::new(block.line, message));
            continue;
        };
        let mut names = block.list("also");
        let name = match kind {
            Ended::Level(_) => names.first().cloned().unwrap_or_default(),
            Ended::Agency | Ended::Term => {
                names.push(name.to_owned());
                name.to_owned()
            }
        };
        let mut keys: Vec<_> = names.iter().map(|name| bare(name)).collect();
        keys.sort_by_key(|key| std::cmp::Reverse(key.len()));
        all.push(Succession {
            kind,
            name,
            last_day,
            successor: Text {
                vi: vi.to_owned(),
                en: en.to_owned(),
            },
            source: source.to_owned(),
            is_verified: block.get("unverified").is_none(),
            keys,
        });
    }
    (all, errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_block_is_read() {
        assert_eq!(read(BUILT_IN).1, []);
        assert_eq!(SUCCESSIONS.len(), BUILT_IN.matches("\n[").count());
    }

    #[test]
    fn departments_ended_on_the_last_day_of_february_2025() {
        for name in [
            "Sở Tài nguyên và Môi trường",
            "Sở Tài nguyên Môi trường",
            "SỞ TN&MT tỉnh Lào Cai",
            "Sở Tài nguyên và Môi trường thành phố Hà Nội",
        ] {
            assert_eq!(ended_agency(name, day(2025, 2, 28)), None);
            let ended = ended_agency(name, day(2025, 3, 1)).unwrap();
            assert_eq!(ended.successor.vi, "Sở Nông nghiệp và Môi trường", "{name}");
        }
        for name in [
            "Sở Nội vụ",
            "Sở Xây dựng",
            "Sở Nông nghiệp và Môi trường",
            "Sở Y tế",
        ] {
            assert_eq!(ended_agency(name, day(2026, 1, 1)), None, "{name}");
        }
    }

    #[test]
    fn the_district_level_ended_in_june_2025() {
        for name in [
            "UBND cấp huyện",
            "UBND các huyện, thị xã, thành phố",
            "UBND huyện Bát Xát",
        ] {
            assert!(ended_agency(name, day(2025, 6, 30)).is_none());
            assert!(ended_agency(name, day(2025, 7, 1)).is_some(), "{name}");
        }
        assert!(ended_agency("UBND xã Bát Xát", day(2026, 1, 1)).is_none());
        assert!(ended_level(AgencyLevel::District, day(2026, 1, 1)).is_some());
        assert!(ended_level(AgencyLevel::Commune, day(2026, 1, 1)).is_none());
    }

    #[test]
    fn terms_are_found_inside_a_sentence_each_once() {
        let text = "Tuyên truyền Pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn; dịch vụ công trực tuyến mức độ 3, 4";
        assert_eq!(ended_terms(text, day(2021, 3, 30)).len(), 0);
        assert_eq!(ended_terms(text, day(2024, 1, 1)).len(), 2);
        assert_eq!(ended_terms("mức độ 3 sao", day(2024, 1, 1)).len(), 0);
    }
}
