//! The names of bodies, made from the names of localities.

use crate::model::{AgencyLevel, Locality};

/// What a locality may be, as its official name begins, the longer before the shorter.
const KINDS: [&str; 10] = [
    "Thành phố",
    "Thị trấn",
    "Thị xã",
    "Đặc khu",
    "Phường",
    "Huyện",
    "Quận",
    "Tỉnh",
    "Thủ đô",
    "Xã",
];

/// The words that end the name of a group of like bodies: "Công an các huyện, thị xã".
const GROUP_ENDINGS: [&str; 16] = [
    "các",
    "cấp",
    "tuyến",
    "thuộc",
    "của",
    "và",
    "hoặc",
    "tỉnh",
    "huyện",
    "quận",
    "thị",
    "xã",
    "thành",
    "phố",
    "phường",
    "trấn",
];

/// The kind with which an official name begins: "Huyện" of "Huyện Bát Xát".
pub(super) fn kind_of(name: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| {
        name.strip_prefix(kind)
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

/// The kinds a locality of that level may be.
pub(super) fn kinds_of_level(level: AgencyLevel) -> &'static [&'static str] {
    match level {
        AgencyLevel::Province => &["Tỉnh", "Thành phố"],
        AgencyLevel::District => &["Huyện", "Quận", "Thị xã", "Thành phố"],
        AgencyLevel::Commune => &["Xã", "Phường", "Thị trấn", "Đặc khu"],
    }
}

/// The name of a locality's People's Committee: "UBND huyện Bát Xát".
pub(super) fn committee(locality: &Locality) -> String {
    format!("UBND {}", inside(&locality.name))
}

/// The name of one body of a group in a locality: "Tòa án nhân dân huyện Bát Xát" of
/// "Tòa án nhân dân huyện, thị xã, thành phố".
pub(super) fn in_locality(group: &str, locality: &Locality) -> String {
    let mut words: Vec<&str> = group.split_whitespace().collect();
    while let Some(last) = words.last() {
        let word = last.trim_matches([',', ';', '.']).to_lowercase();
        if !word.is_empty() && !GROUP_ENDINGS.contains(&word.as_str()) {
            break;
        }
        words.pop();
    }
    let head = words.join(" ");
    let head = head.trim_end_matches([',', ';']);
    let name = inside(&locality.name);
    if head.is_empty() {
        name
    } else {
        format!("{head} {name}")
    }
}

/// An official name as it stands inside a longer one: its kind in small letters.
fn inside(name: &str) -> String {
    kind_of(name).map_or_else(
        || name.to_owned(),
        |kind| format!("{}{}", kind.to_lowercase(), &name[kind.len()..]),
    )
}
