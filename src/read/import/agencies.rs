//! The agencies of a document: each gets an id from its name, and its spellings are
//! brought together.

use std::collections::{HashMap, HashSet};

use super::doubts::Doubts;
use super::names::{KnownNames, key};
use crate::model::{Agency, AgencyLevel, Locality, StandsFor};
use crate::read::plan::{is_committee, is_plural, shapes};
use crate::say;
use crate::source::{Located, Place};
use crate::words::{fold, same_spelling};

/// The agencies met so far.
#[derive(Debug, Default)]
pub(super) struct Agencies {
    /// They, in the order in which they were met.
    pub(super) list: Vec<Agency>,
    /// The names that are known to be one agency.
    pub(super) known: KnownNames,
    by_key: HashMap<String, Vec<usize>>,
    ids: HashSet<String>,
    levels: HashSet<AgencyLevel>,
    is_registered: bool,
}

impl Agencies {
    /// Begins with the agencies of a plan that is there, and the localities of a registry.
    pub(super) fn new(declared: &[Agency], localities: &[Locality]) -> Self {
        let mut agencies = Self {
            is_registered: !localities.is_empty(),
            ..Self::default()
        };
        // The one key of the table that names no agency.
        agencies.ids.insert("registry".to_owned());
        for agency in declared {
            agencies.enter(agency.clone());
        }
        for locality in localities {
            agencies.levels.insert(locality.level);
            agencies.known.add(&locality.name);
        }
        agencies
    }

    fn enter(&mut self, agency: Agency) {
        let at = self.list.len();
        for name in std::iter::once(&agency.name).chain(&agency.also) {
            self.known.add(name);
            let meant = self.by_key.entry(key(name)).or_default();
            if !meant.contains(&at) {
                meant.push(at);
            }
        }
        self.ids.insert(agency.id.value.clone());
        self.list.push(agency);
    }

    /// The id of the agency of that name; a new one is entered.
    pub(super) fn id(&mut self, name: &str, place: &Place, doubts: &mut Doubts) -> Located<String> {
        let name = name.trim();
        let same = self.by_key.get(&key(name)).and_then(|meant| {
            let alike = |at: &&usize| have_same_marks(&self.list[**at].name, name);
            meant.iter().find(alike).copied()
        });
        if let Some(at) = same {
            let agency = &mut self.list[at];
            let is_new = *agency.name != name && agency.also.iter().all(|known| **known != name);
            if is_new {
                agency
                    .also
                    .push(Located::new(name.to_owned(), place.clone()));
            }
            return Located::new(agency.id.value.clone(), place.clone());
        }
        let id = self.free_id(name);
        let stands_for = self.stands_for(name);
        if !self.is_registered && level(name).is_some() {
            doubts.add(
                shapes::AGENCIES.name,
                &id,
                place,
                say! {
                    vi: "\"{name}\" là nhóm: thêm danh mục địa phương (--registry) để biết gồm những ai",
                    en: "\"{name}\" is a group: give a registry of localities (--registry) to know who is in it"
                },
            );
        }
        self.enter(Agency {
            id: Located::new(id.clone(), place.clone()),
            name: Located::new(name.to_owned(), place.clone()),
            also: Vec::new(),
            stands_for,
            note: None,
        });
        Located::new(id, place.clone())
    }

    fn stands_for(&self, name: &str) -> StandsFor {
        match level(name).filter(|level| self.levels.contains(level)) {
            Some(level) => StandsFor::Every {
                level,
                is_committee: is_committee(name),
            },
            None if is_plural(name) => StandsFor::Open,
            None => StandsFor::Itself,
        }
    }

    fn free_id(&self, name: &str) -> String {
        let id = short_id(name);
        if !self.ids.contains(&id) {
            return id;
        }
        let numbered = (2_u32..1_000_000).map(|number| format!("{id}-{number}"));
        let mut free = numbered.filter(|id| !self.ids.contains(id));
        free.next().unwrap_or(id)
    }
}

/// Names that fold to one are still two where their last words bear other marks: "Tả
/// Phìn" and "Tà Phìn". A name written without marks has none to differ by.
fn have_same_marks(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let name = same_spelling(name);
        let words = name.split(' ').rev();
        words
            .map(|word| word.trim_end_matches(['.', ',', ';']).to_owned())
            .collect()
    };
    words(one)
        .iter()
        .zip(&words(other))
        .take_while(|(one, other)| fold(one) == fold(other))
        .all(|(one, other)| one == other || one.is_ascii() || other.is_ascii())
}

/// How the names of groups end that have one member in each locality of a level.
const ENDINGS: [(&str, AgencyLevel); 17] = [
    ("cap xa", AgencyLevel::Commune),
    ("xa, phuong, thi tran", AgencyLevel::Commune),
    ("xa, phuong va thi tran", AgencyLevel::Commune),
    ("xa, thi tran", AgencyLevel::Commune),
    ("phuong, xa", AgencyLevel::Commune),
    ("xa, phuong", AgencyLevel::Commune),
    ("xa, phuong, dac khu", AgencyLevel::Commune),
    ("cac xa", AgencyLevel::Commune),
    ("cong an xa", AgencyLevel::Commune),
    ("tram y te xa", AgencyLevel::Commune),
    ("cap huyen", AgencyLevel::District),
    ("huyen, thi xa, thanh pho", AgencyLevel::District),
    ("huyen, thi xa va thanh pho", AgencyLevel::District),
    ("huyen, thanh pho", AgencyLevel::District),
    ("quan, huyen", AgencyLevel::District),
    ("cac huyen", AgencyLevel::District),
    ("cong an huyen", AgencyLevel::District),
];

/// The level of which a group has a member in each locality; none where the name spans
/// several levels.
fn level(name: &str) -> Option<AgencyLevel> {
    let name = fold(name);
    if name.contains("den cap") || name.contains("lien quan") {
        return None;
    }
    let named = ["cap tinh", "cap huyen", "cap xa"];
    if named.iter().filter(|level| name.contains(*level)).count() > 1 {
        return None;
    }
    ENDINGS
        .iter()
        .find(|(ending, _)| {
            name.strip_suffix(ending)
                .is_some_and(|head| head.is_empty() || head.ends_with(' '))
        })
        .map(|(_, level)| *level)
}

/// Longer names are shortened.
const LONGEST_ID: usize = 32;

/// An id of a name: its words without marks and joined; a long name of a department is
/// its first word and the initials of the others, "so-ldtbxh".
fn short_id(name: &str) -> String {
    let words = slug_words(name);
    let full = words.join("-");
    let is_department = match (words.first().map(String::as_str), words.get(1)) {
        (Some("so" | "phong"), _) => true,
        (Some("bo"), second) => second.is_some_and(|second| second != "phan"),
        _ => false,
    };
    if is_department && words.len() > 4 {
        let initials: String = words[1..]
            .iter()
            .filter(|word| !matches!(word.as_str(), "va" | "cua"))
            .filter_map(|word| word.chars().next())
            .collect();
        return format!("{}-{initials}", words[0]);
    }
    if full.len() <= LONGEST_ID {
        return full;
    }
    cut(&words, LONGEST_ID)
}

/// As many words as fit.
fn cut(words: &[String], longest: usize) -> String {
    let mut id = String::new();
    for word in words {
        if !id.is_empty() && id.len() + 1 + word.len() > longest {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(longest));
    }
    id
}

/// The words of a text as ids have them: without marks, ASCII letters and digits only.
fn slug_words(text: &str) -> Vec<String> {
    let words: Vec<_> = fold(text)
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        return vec!["x".to_owned()];
    }
    words
}

/// A text as an id of at most `longest` letters.
pub(super) fn slug(text: &str, longest: usize) -> String {
    cut(&slug_words(text), longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_made_of_the_name() {
        for (name, id) in [
            ("Sở Nội vụ", "so-noi-vu"),
            ("Sở Tài nguyên và Môi trường", "so-tnmt"),
            ("Sở Lao động - Thương binh và Xã hội", "so-ldtbxh"),
            ("Sở Công Thương", "so-cong-thuong"),
            (
                "Đài Phát thanh - Truyền hình tỉnh",
                "dai-phat-thanh-truyen-hinh-tinh",
            ),
            ("UBND cấp huyện", "ubnd-cap-huyen"),
            ("…", "x"),
        ] {
            assert_eq!(short_id(name), id);
        }
    }

    #[test]
    fn spellings_of_one_agency_are_brought_together() {
        let mut agencies = Agencies::new(&[], &[]);
        let mut doubts = Doubts::default();
        let place = Place::file("a");
        let mut id = |name: &str| agencies.id(name, &place, &mut doubts).value;
        assert_eq!(id("Sở Tài nguyên và Môi trường"), "so-tnmt");
        assert_eq!(id("Sở Tài nguyên Môi trường"), "so-tnmt");
        assert_eq!(id("Sở TN&MT"), "so-tnmt");
        assert_eq!(id("UBND xã Tả Phìn"), "ubnd-xa-ta-phin");
        assert_eq!(id("UBND xã Tà Phìn"), "ubnd-xa-ta-phin-2");
        assert_eq!(id("Registry"), "registry-2");
        let also: Vec<_> = agencies.list[0]
            .also
            .iter()
            .map(|name| name.value.as_str())
            .collect();
        assert_eq!(also, ["Sở Tài nguyên Môi trường", "Sở TN&MT"]);
    }

    #[test]
    fn groups_know_their_level() {
        for (name, wanted) in [
            ("UBND cấp huyện", Some(AgencyLevel::District)),
            (
                "Tòa án nhân dân huyện, thị xã, thành phố",
                Some(AgencyLevel::District),
            ),
            ("Trạm Y tế cấp xã", Some(AgencyLevel::Commune)),
            ("công an xã", Some(AgencyLevel::Commune)),
            ("Các cơ quan, đơn vị từ cấp tỉnh đến cấp xã", None),
            ("Sở Nội vụ", None),
            ("Công an tỉnh", None),
            ("Văn phòng UBND huyện", None),
        ] {
            assert_eq!(level(name), wanted, "{name}");
        }
    }
}
