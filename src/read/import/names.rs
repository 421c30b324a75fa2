//! The agencies in a cell: one, or several that the cell sets apart.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::text::one_line;
use crate::progress::spelling_key;
use crate::words::fold;

/// A name that a cell gives, and whether it is certain that it is one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The name, as written.
    pub(super) text: String,
    /// Why it is not certain that it is one name.
    pub(super) doubt: Option<WhyDoubtful>,
}

/// Why a name is not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyDoubtful {
    /// A comma in it might part two agencies.
    Comma,
    /// It was made of the head of the name before it.
    Made,
}

/// The names that are known to be one agency.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    keys: HashSet<String>,
}

impl KnownNames {
    /// Takes a name as known.
    pub(super) fn add(&mut self, name: &str) {
        self.keys.insert(key(name));
    }

    /// Takes every piece of a cell as known that no comma could part.
    pub(super) fn add_cell(&mut self, cell: &str) {
        for piece in pieces(cell) {
            if parts(&piece).len() == 1 {
                self.add(&piece);
            }
        }
    }

    /// Takes the whole of a cell as known where it is the name of one department whose
    /// field has a comma: "Sở Văn hóa, Thể thao và Du lịch".
    pub(super) fn add_department(&mut self, cell: &str) {
        let name = one_line(cell);
        let name = name.trim_end_matches([';', '.', ' ']);
        let folded = fold(name);
        let is_department = ["so ", "phong ", "bo "]
            .iter()
            .any(|kind| folded.starts_with(kind));
        let second = folded.split_once(", ").map_or("", |(_, rest)| rest);
        let is_second_agency = [
            "so ",
            "phong ",
            "bo ",
            "ban ",
            "ubnd",
            "cong an",
            "van phong",
            "cac ",
            "thanh tra",
            "cap ",
        ]
        .iter()
        .any(|kind| second.starts_with(kind));
        if is_department && second.contains(" va ") && !is_second_agency {
            self.add(name);
        }
    }

    fn has(&self, name: &str) -> bool {
        self.keys.contains(&key(name))
    }

    /// The names of a cell: set apart by lines, semicolons and dashes at their head; by a
    /// comma only where what stands on both sides is known, or where one head has
    /// several levels ("UBND cấp huyện, cấp xã").
    pub(super) fn names(&self, cell: &str) -> Vec<Name> {
        pieces(cell)
            .iter()
            .flat_map(|piece| self.names_of_piece(piece))
            .collect()
    }

    fn names_of_piece(&self, piece: &str) -> Vec<Name> {
        let parts = parts(piece);
        let certain = |text: &str| Name {
            text: text.to_owned(),
            doubt: None,
        };
        if parts.len() == 1 || self.has(piece) && !has_levels(&parts) {
            return vec![certain(piece)];
        }
        if has_levels(&parts) {
            let full = with_head(&parts);
            return full
                .iter()
                .enumerate()
                .map(|(at, text)| Name {
                    text: text.clone(),
                    doubt: (at > 0 && !self.has(text)).then_some(WhyDoubtful::Made),
                })
                .collect();
        }
        match self.known_parts(&parts) {
            Some(names) => names.iter().map(|name| certain(name)).collect(),
            None => vec![Name {
                text: piece.to_owned(),
                doubt: Some(WhyDoubtful::Comma),
            }],
        }
    }

    /// The parts put together so that each is a known name, the longest first; `None`
    /// where that leaves something over.
    fn known_parts(&self, parts: &[String]) -> Option<Vec<String>> {
        if parts.is_empty() {
            return Some(Vec::new());
        }
        (1..=parts.len().min(MOST_PARTS)).rev().find_map(|length| {
            let name = parts[..length].join(", ");
            if !self.has(&name) {
                return None;
            }
            let mut names = vec![name];
            names.extend(self.known_parts(&parts[length..])?);
            Some(names)
        })
    }
}

/// A name has no more commas than this.
const MOST_PARTS: usize = 6;

/// The key under which spellings of one agency meet.
pub(super) fn key(name: &str) -> String {
    let name = name.replace("có liên quan", "liên quan");
    let key = spelling_key(name.trim_end_matches(['.', ';', ',']));
    if key.is_empty() { fold(&name) } else { key }
}

/// The pieces of a cell that lines, semicolons and dashes set apart.
pub(super) fn pieces(cell: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in super::text::tidy(cell).lines() {
        let bullet = line.trim_start_matches(['-', '–', '+', '•', '*', ' ']);
        let is_bullet = bullet.len() < line.len();
        for (at, piece) in bullet.split(';').enumerate() {
            let piece = one_line(piece);
            let piece = piece
                .trim_matches([';', ' '])
                .trim_end_matches([',', '.'])
                .trim();
            if piece.is_empty() {
                continue;
            }
            // A line that only broke off goes on in small letters or after a comma.
            let is_rest = at == 0 && !is_bullet && (goes_on || begins_in_the_middle(piece));
            match pieces.last_mut().filter(|_| is_rest) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(piece);
                }
                None => pieces.push(piece.to_owned()),
            }
        }
        goes_on = line.trim_end().ends_with([',', '-', '&']) || line.trim_end().ends_with(" và");
    }
    pieces
}

/// "công an xã" is a name of its own; "nhân dân tỉnh" is the rest of one.
fn begins_in_the_middle(piece: &str) -> bool {
    super::text::begins_small(piece) && {
        let piece = fold(piece);
        ![
            "cong an",
            "cac ",
            "tram ",
            "trung tam",
            "phong ",
            "so ",
            "ubnd",
            "ban ",
        ]
        .iter()
        .any(|start| piece.starts_with(start))
    }
}

static GROUPS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let mut groups: Vec<Vec<String>> = include_str!("data/groups.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split(',').map(fold).collect())
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups
});

/// The parts of a piece between its commas, where the comma is not part of a group's
/// name.
fn parts(piece: &str) -> Vec<String> {
    let raw: Vec<&str> = piece.split(',').map(str::trim).collect();
    let folded: Vec<String> = raw.iter().map(|part| fold(part)).collect();
    let mut parts = Vec::new();
    let mut at = 0;
    while at < raw.len() {
        let length = GROUPS
            .iter()
            .find(|group| is_group(&folded[at..], group))
            .map_or(1, Vec::len);
        parts.push(raw[at..at + length].join(", "));
        at += length;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether the parts begin with a group: its first word ends the first part, its last
/// begins the last one, and what is between is the same.
fn is_group(parts: &[String], group: &[String]) -> bool {
    let length = group.len();
    if parts.len() < length {
        return false;
    }
    (0..length).all(|at| {
        let (part, word) = (&parts[at], &group[at]);
        part == word
            || (at == 0 && part.ends_with(&format!(" {word}")))
            || (at == length - 1 && part.starts_with(&format!("{word} ")))
    })
}

/// Whether every part after the first is a level of the first: "UBND cấp huyện", "cấp xã".
fn has_levels(parts: &[String]) -> bool {
    parts.len() > 1
        && fold(&parts[0]).contains(" cap ")
        && parts[1..].iter().all(|part| {
            let part = fold(part);
            matches!(
                part.as_str(),
                "cap tinh" | "cap huyen" | "cap xa" | "va cap xa"
            )
        })
}

fn with_head(parts: &[String]) -> Vec<String> {
    let words: Vec<_> = parts[0].split(' ').collect();
    let at = words
        .iter()
        .rposition(|word| fold(word) == "cap")
        .unwrap_or(0);
    let head = words[..at].join(" ");
    let mut full = vec![parts[0].clone()];
    full.extend(parts[1..].iter().map(|part| {
        let part = part.strip_prefix("và ").unwrap_or(part);
        format!("{head} {part}")
    }));
    full
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(known: &[&str], cell: &str) -> Vec<(String, bool)> {
        let mut names = KnownNames::default();
        for name in known {
            names.add(name);
        }
        let found = names.names(cell);
        found
            .into_iter()
            .map(|name| (name.text, name.doubt.is_some()))
            .collect()
    }

    fn certain(texts: &[&str]) -> Vec<(String, bool)> {
        texts
            .iter()
            .map(|text| ((*text).to_owned(), false))
            .collect()
    }

    #[test]
    fn semicolons_and_lines_set_agencies_apart() {
        let wanted = certain(&[
            "Sở Nội vụ",
            "Sở Lao động - Thương binh và Xã hội",
            "Báo Lào Cai",
        ]);
        assert_eq!(
            names(
                &[],
                "Sở Nội vụ; Sở Lao động - Thương binh\nvà Xã hội;\n- Báo Lào Cai."
            ),
            wanted
        );
    }

    #[test]
    fn a_comma_alone_sets_nothing_apart() {
        let cell = "Sở Văn hóa, Thể thao và Du lịch";
        assert_eq!(names(&[], cell), [(cell.to_owned(), true)]);
        assert_eq!(names(&[cell], cell), certain(&[cell]));
        let both = "Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ";
        assert_eq!(
            names(&[cell, "Sở Nội vụ"], both),
            certain(&[cell, "Sở Nội vụ"])
        );
        assert_eq!(names(&["Sở Nội vụ"], both), [(both.to_owned(), true)]);
    }

    #[test]
    fn the_commas_of_a_group_belong_to_its_name() {
        for cell in [
            "Các sở, ban, ngành",
            "Các sở, ban, ngành thuộc tỉnh",
            "Tòa án nhân dân huyện, thị xã, thành phố",
            "Trung tâm y tế các huyện, thị xã, thành phố",
            "Các cơ quan, đơn vị từ cấp tỉnh đến cấp xã",
        ] {
            assert_eq!(names(&[], cell), certain(&[cell]));
        }
        assert_eq!(
            names(
                &["Các sở, ban, ngành", "Sở Y tế"],
                "Các sở, ban, ngành, Sở Y tế"
            ),
            certain(&["Các sở, ban, ngành", "Sở Y tế"])
        );
    }

    #[test]
    fn one_head_may_have_two_levels() {
        assert_eq!(
            names(&["UBND cấp xã"], "UBND cấp huyện, cấp xã."),
            certain(&["UBND cấp huyện", "UBND cấp xã"])
        );
        assert_eq!(
            names(&[], "Bộ phận Một cửa cấp huyện, cấp xã")[1],
            ("Bộ phận Một cửa cấp xã".to_owned(), true)
        );
    }
}
