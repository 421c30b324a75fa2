//! The many spellings of one agency: a key under which they all meet, and the lookup.

use std::collections::HashMap;

use super::short_forms::{DEPARTMENTS, SHORT_WORDS};
use crate::words::{fold, same_spelling};

/// Which body each spelling means.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    ids: HashMap<String, Vec<usize>>,
    codes: HashMap<String, Vec<usize>>,
    names: HashMap<String, Vec<(usize, Box<str>)>>,
}

impl Spellings {
    /// Lets `id` mean `body`.
    pub(super) fn add_id(&mut self, id: &str, body: usize) {
        push(self.ids.entry(id.to_owned()).or_default(), body);
    }

    /// Lets the official code mean `body`, also where a spreadsheet took its noughts.
    pub(super) fn add_code(&mut self, code: &str, body: usize) {
        self.add_id(code, body);
        if !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()) {
            let short = code.trim_start_matches('0').to_owned();
            push(self.codes.entry(short).or_default(), body);
        }
    }

    /// Lets a name mean `body`.
    pub(super) fn add_name(&mut self, name: &str, body: usize) {
        self.add_key(key(name), name, body);
    }

    /// Lets a name mean `body` whose [`key`] is known.
    pub(super) fn add_key(&mut self, key: String, name: &str, body: usize) {
        let meanings = self.names.entry(key).or_default();
        meanings.push((body, name.into()));
    }

    /// The one body with that very id.
    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        only(self.ids.get(id)?)
    }

    /// Every body the spelling may mean, each once.
    pub(super) fn candidates(&self, spelling: &str) -> Vec<usize> {
        let spelling = spelling.trim();
        if spelling.is_empty() {
            return Vec::new();
        }
        if let Some(bodies) = self.ids.get(spelling) {
            return bodies.clone();
        }
        if let Some(meanings) = self.names.get(&key(spelling)) {
            let bodies = each_once(meanings.iter());
            if bodies.len() == 1 {
                return bodies;
            }
            let spelling = same_spelling(spelling);
            let alike = meanings
                .iter()
                .filter(|(_, name)| has_same_marks(&same_spelling(name), &spelling));
            let alike = each_once(alike);
            return if alike.len() == 1 { alike } else { bodies };
        }
        let by_code = || self.codes.get(spelling);
        let same = self.ids.get(&spelling.to_lowercase()).or_else(by_code);
        same.cloned().unwrap_or_default()
    }

    /// The body whose spelling is nearest, where one is near.
    pub(super) fn nearest(&self, spelling: &str) -> Option<usize> {
        let wanted = key(spelling);
        let length = wanted.chars().count();
        let reach = (length / 4).max(1);
        self.names
            .iter()
            .filter(|(name, _)| name.len().abs_diff(wanted.len()) <= reach)
            .map(|(name, meanings)| (strsim::damerau_levenshtein(name, &wanted), meanings))
            .filter(|(distance, _)| *distance <= reach && *distance < length)
            .filter_map(|(distance, meanings)| {
                Some((distance, meanings.iter().map(|(body, _)| *body).min()?))
            })
            .min()
            .map(|(_, body)| body)
    }
}

/// The key under which all spellings of a name meet: no marks, no "UBND" at the head,
/// no "và", short forms written out.
pub fn key(spelling: &str) -> String {
    let folded = fold(&same_spelling(spelling));
    let mut words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    shorten_committee(&mut words);
    if words.len() > 1 && words[0] == "ubnd" {
        words.remove(0);
    }
    words.retain(|word| *word != "va");
    if matches!(words.first(), Some(&("so" | "phong"))) {
        write_out_department(&mut words);
    }
    if words.len() > 1 && words[0] == "tt" {
        words[0] = "thi tran";
    }
    let several = words.len() > 1;
    let words: Vec<&str> = words
        .into_iter()
        .map(|word| match look_up(&SHORT_WORDS, word) {
            Some(full) => full,
            None if several && word.bytes().all(|byte| byte.is_ascii_digit()) => {
                word.trim_start_matches('0')
            }
            None => word,
        })
        .collect();
    words.join(" ")
}

fn shorten_committee(words: &mut Vec<&str>) {
    while let Some(at) = words
        .windows(4)
        .position(|four| four == ["uy", "ban", "nhan", "dan"])
    {
        words.splice(at..at + 4, ["ubnd"]);
    }
}

fn write_out_department(words: &mut Vec<&str>) {
    for end in (2..=words.len()).rev() {
        if let Some(full) = look_up(&DEPARTMENTS, &words[1..end].concat()) {
            words.splice(1..end, [full]);
            return;
        }
    }
}

fn look_up(table: &[(&str, &'static str)], short: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(known, _)| *known == short)
        .map(|(_, full)| *full)
}

/// Whether the words both end with, spelt the same way, bear the same marks: "Tả" and
/// "Tà" do not.
fn has_same_marks(one: &str, other: &str) -> bool {
    one.rsplit(' ')
        .zip(other.rsplit(' '))
        .take_while(|(one, other)| fold(one) == fold(other))
        .all(|(one, other)| one == other)
}

/// The bodies meant, each once.
fn each_once<'a>(meanings: impl Iterator<Item = &'a (usize, Box<str>)>) -> Vec<usize> {
    let mut bodies: Vec<usize> = meanings.map(|(body, _)| *body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies
}

fn push(bodies: &mut Vec<usize>, body: usize) {
    if !bodies.contains(&body) {
        bodies.push(body);
    }
}

fn only(bodies: &[usize]) -> Option<usize> {
    match bodies {
        [body] => Some(*body),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_full_names_have_one_key() {
        for (short, full) in [
            ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
            ("SỞ LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
            ("Sở LĐTBXH", "Sở Lao động, Thương binh và Xã hội"),
            ("Sở TNMT", "Sở Tài nguyên Môi trường"),
            ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Sở TP", "Sở Tư pháp"),
            ("Uỷ ban nhân dân TP. Lào Cai", "Thành phố Lào Cai"),
            ("UBND TX Sa Pa", "Ủy ban nhân dân thị xã Sa Pa"),
            ("TT Bát Xát", "UBND thị trấn Bát Xát"),
            ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
            ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
            ("P. 01", "Phường 1"),
        ] {
            assert_eq!(key(short), key(full), "{short} | {full}");
        }
    }

    #[test]
    fn marks_part_names_that_fold_to_one() {
        let mut spellings = Spellings::default();
        spellings.add_name("Xã Tả Phìn", 0);
        spellings.add_name("Xã Tà Phìn", 1);
        assert_eq!(spellings.candidates("Ủy ban nhân dân xã Tà Phìn"), [1]);
        assert_eq!(spellings.candidates("xa ta phin"), [0, 1]);
    }
}
