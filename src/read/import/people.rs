//! Who issues a document, who signs it and who receives it.

use super::document::{Found, here};
use super::manuscript::Paragraph;
use super::text::{is_capital, one_line};
use crate::words::fold;

/// The words with which the title of a signer begins.
const SIGNING: [&str; 9] = [
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG",
    "TRƯỞNG BAN",
    "PHÓ TRƯỞNG BAN",
    "CHÁNH THANH TRA",
];

/// The signer: a title in capitals, and a name in the lines below it.
pub(super) fn find_signer(lines: &[Paragraph], taken: &mut [bool], found: &mut Found) {
    for (at, line) in lines.iter().enumerate().rev() {
        let text = one_line(&line.text);
        if !SIGNING.contains(&text.trim_end_matches(['.', ',', ' '])) {
            continue;
        }
        let name = lines
            .iter()
            .enumerate()
            .skip(at + 1)
            .take(6)
            .find(|(_, line)| is_name(&line.text));
        if let Some((name_at, name)) = name {
            found.signer = Some(here(&name.text, &name.place));
            found.signer_title = Some(here(&office(&text), &line.place));
            taken[at] = true;
            taken[name_at] = true;
            for (before, taken) in lines[..at].iter().zip(taken.iter_mut()).rev().take(3) {
                let text = fold(&before.text);
                *taken |=
                    text.starts_with("tm.") || text.starts_with("kt.") || text.starts_with("tl.");
            }
            return;
        }
    }
}

/// "PHÓ CHỦ TỊCH" as it is written in running text.
fn office(capitals: &str) -> String {
    let small = capitals.to_lowercase();
    let raised = |text: &str| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect::<String>()
        })
    };
    match small.strip_prefix("phó ") {
        Some(rest) => format!("Phó {}", raised(rest)),
        None => raised(&small),
    }
}

/// Two to six words that begin with a capital and go on in small letters.
fn is_name(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    (2..=6).contains(&words.len())
        && words.iter().all(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase)
                && word.chars().count() > 1
                && letters.all(char::is_lowercase)
        })
}

/// The recipients: the dashes below "Nơi nhận".
pub(super) fn find_recipients(lines: &[Paragraph], taken: &mut [bool], found: &mut Found) {
    let Some(at) = lines
        .iter()
        .position(|line| fold(&line.text).starts_with("noi nhan"))
    else {
        return;
    };
    taken[at] = true;
    for (line, taken) in lines.iter().zip(taken).skip(at + 1) {
        let Some(text) = line.text.strip_prefix(['-', '–']) else {
            break;
        };
        *taken = true;
        for part in text.split(';') {
            let part = part.trim().trim_end_matches(['.', ',']).trim();
            if !part.is_empty() {
                found.recipients.push(here(part, &line.place));
            }
        }
    }
}

/// The issuer: the letterhead, or "… của UBND tỉnh Lào Cai)" below the appendix's title.
pub(super) fn find_issuer(lines: &[Paragraph], taken: &mut [bool], found: &mut Found) {
    let letterhead = lines.iter().take(12).position(|line| {
        let text = fold(&line.text);
        is_capital(&line.text)
            && [
                "uy ban nhan dan",
                "ubnd",
                "so ",
                "ban ",
                "hoi dong nhan dan",
            ]
            .iter()
            .any(|start| text.starts_with(start))
    });
    if let Some(at) = letterhead {
        let mut last = at;
        let mut name = lines[at].text.clone();
        while let Some(next) = lines.get(last + 1)
            && is_capital(&next.text)
            && !fold(&next.text).starts_with("cong hoa")
            && !next.text.contains(':')
            && last < at + 2
        {
            last += 1;
            let place = fold(&next.text);
            let is_place = [
                "tinh ",
                "thanh pho ",
                "huyen ",
                "thi xa ",
                "xa ",
                "phuong ",
                "quan ",
            ]
            .iter()
            .any(|kind| place.starts_with(kind));
            name = if is_place {
                format!("{name} {}", next.text)
            } else {
                next.text.clone()
            };
        }
        taken[at..=last].fill(true);
        found.issuer = Some(here(&in_running_text(&name, lines), &lines[at].place));
        return;
    }
    for (line, taken) in lines.iter().zip(taken) {
        let plain = fold(&line.text);
        if !(plain.contains("kem theo") && plain.starts_with('(')) {
            continue;
        }
        *taken = true;
        if let Some(at) = line.text.rfind("của ") {
            let issuer = line.text[at + "của ".len()..].trim_end_matches([')', '.', ' ']);
            if (4..80).contains(&issuer.chars().count()) {
                found.issuer = Some(here(issuer, &line.place));
                return;
            }
        }
    }
}

/// What places are, word by word.
const PLACES: [&str; 9] = [
    "tỉnh",
    "thành",
    "phố",
    "huyện",
    "thị",
    "xã",
    "quận",
    "phường",
    "trấn",
];

/// A name in capitals as the document itself writes it elsewhere, else with a capital
/// for each word of a place.
fn in_running_text(capitals: &str, lines: &[Paragraph]) -> String {
    let short = capitals
        .replace("ỦY BAN NHÂN DÂN", "UBND")
        .replace("UỶ BAN NHÂN DÂN", "UBND");
    for wanted in [short.as_str(), capitals] {
        let small = wanted.to_lowercase();
        let found = lines.iter().find_map(|line| {
            let at = line.text.to_lowercase().find(&small)?;
            let same = line.text.get(at..at + small.len())?;
            (same.to_lowercase() == small && !is_capital(same)).then(|| same.to_owned())
        });
        if let Some(found) = found {
            return found;
        }
    }
    let words = short.split(' ').enumerate().map(|(at, word)| {
        let small = word.to_lowercase();
        if word == "UBND" || word == "HĐND" {
            word.to_owned()
        } else if at > 0 && PLACES.contains(&small.as_str()) {
            small
        } else {
            let mut letters = small.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect()
            })
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
