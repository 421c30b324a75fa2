//! What stands around the appendix: number, date, title and grounds; who issues, signs
//! and receives it is in [`people`](super::people).

use chrono::NaiveDate;

use super::manuscript::{Manuscript, Paragraph, Piece};
use super::people::{find_issuer, find_recipients, find_signer};
use super::text::{begins_small, is_capital, tidy};
use crate::source::Located;
use crate::source::Place;
use crate::words::{fold, read_date};

/// What was found of the document's head and foot.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) number: Option<Located<String>>,
    pub(super) issued: Option<Located<NaiveDate>>,
    pub(super) title: Option<Located<String>>,
    /// Whether the title is only that of an appendix.
    pub(super) is_title_of_appendix: bool,
    pub(super) issuer: Option<Located<String>>,
    pub(super) signer: Option<Located<String>>,
    pub(super) signer_title: Option<Located<String>>,
    pub(super) basis: Vec<Located<String>>,
    pub(super) recipients: Vec<Located<String>>,
    /// The paragraphs that are none of these.
    pub(super) rest: Vec<Paragraph>,
}

/// The kinds of document that carry a plan.
const KINDS: [&str; 10] = [
    "ke hoach",
    "quyet dinh",
    "chuong trinh",
    "chi thi",
    "cong van",
    "de an",
    "huong dan",
    "thong bao",
    "chuong trinh hanh dong",
    "phuong an",
];

/// What every document says, and what stands above an appendix.
const SAID_BY_ALL: [&str; 5] = [
    "cong hoa xa hoi chu nghia",
    "doc lap - tu do",
    "(da ky)",
    "phu luc",
    "---",
];

/// The lines of the document outside its appendix tables, with the paragraphs that
/// `others` adds: cells of tables that are no appendix.
pub(super) fn lines(manuscript: &Manuscript, is_appendix: &[bool]) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    for (at, piece) in manuscript.pieces.iter().enumerate() {
        match piece {
            Piece::Paragraph(paragraph) => push_lines(paragraph, &mut lines),
            Piece::Grid(_) if is_appendix[at] => {}
            Piece::Grid(grid) => {
                for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                    let paragraph = Paragraph {
                        text: cell.text.clone(),
                        place: cell.place.clone(),
                    };
                    push_lines(&paragraph, &mut lines);
                }
            }
        }
    }
    lines
}

/// Adds the lines of a paragraph, without the signs by which pasted text marks bold.
pub(super) fn push_lines(paragraph: &Paragraph, lines: &mut Vec<Paragraph>) {
    for line in tidy(&paragraph.text.replace("**", "")).lines() {
        lines.push(Paragraph {
            text: line.to_owned(),
            place: paragraph.place.clone(),
        });
    }
}

/// Finds what it can in the lines of a document.
pub(super) fn find(lines: &[Paragraph]) -> Found {
    let mut found = Found::default();
    let mut taken = vec![false; lines.len()];
    find_number(lines, &mut taken, &mut found);
    find_title(lines, &mut taken, &mut found);
    find_signer(lines, &mut taken, &mut found);
    find_recipients(lines, &mut taken, &mut found);
    find_issuer(lines, &mut taken, &mut found);
    for (line, taken) in lines.iter().zip(&mut taken) {
        let plain = fold(&line.text);
        *taken |= SAID_BY_ALL.iter().any(|start| plain.starts_with(start));
        if let Some(grounds) = line.text.strip_prefix("Căn cứ ") {
            let grounds = grounds.trim_end_matches([';', '.', ',']);
            found.basis.push(here(grounds, &line.place));
            *taken = true;
        }
    }
    found.rest = lines
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| !**taken)
        .map(|(line, _)| line.clone())
        .collect();
    found
}

/// The title of the appendix whose table the lines lead to: what stands in capitals below
/// the word "Phụ lục".
pub(super) fn appendix_title(lines: &[Paragraph]) -> Option<Located<String>> {
    let at = lines.iter().rposition(|line| {
        fold(&line.text).starts_with("phu luc") && line.text.chars().count() < 20
    })?;
    let below = lines[at + 1..]
        .iter()
        .take_while(|line| is_capital(&line.text));
    let title: Vec<_> = below.clone().map(|line| line.text.as_str()).collect();
    let first = below.clone().next()?;
    Some(here(&title.join(" "), &first.place))
}

pub(super) fn here(text: &str, place: &Place) -> Located<String> {
    Located::new(text.to_owned(), place.clone())
}

/// Number and date: "Số: 149/KH-UBND", "Lào Cai, ngày 30 tháng 3 năm 2021".
fn find_number(lines: &[Paragraph], taken: &mut [bool], found: &mut Found) {
    for (line, taken) in lines.iter().zip(taken) {
        let plain = fold(&line.text);
        if found.number.is_none()
            && let Some(rest) = line
                .text
                .strip_prefix("Số")
                .or_else(|| line.text.strip_prefix("SỐ"))
            && let Some((number, after)) = number(rest)
        {
            *taken = true;
            if number.starts_with(|letter: char| letter.is_ascii_digit()) {
                found.number = Some(here(&number, &line.place));
            }
            if found.issued.is_none() {
                found.issued = date_in(after, &line.place);
            }
            continue;
        }
        if plain.starts_with('(') && plain.contains("kem theo") {
            let at = line.text.find(" số ").map(|at| at + " số ".len());
            if let Some((number, after)) = at.and_then(|at| number(&line.text[at..])) {
                if found.number.is_none()
                    && number.starts_with(|letter: char| letter.is_ascii_digit())
                {
                    found.number = Some(here(&number, &line.place));
                }
                if found.issued.is_none() {
                    found.issued = date_in(after, &line.place);
                }
            }
            continue;
        }
        let is_dateline = plain.chars().count() < 70
            && plain.contains(", ngay")
            && plain.contains("thang")
            && plain.contains("nam");
        if is_dateline && found.issued.is_none() {
            *taken = true;
            found.issued = date_in(&line.text, &line.place);
        }
    }
}

/// The number behind the word "Số", with what follows it; a blank one begins with `/`.
fn number(rest: &str) -> Option<(String, &str)> {
    let rest = rest.trim_start_matches([':', '.', ' ']);
    let slash = rest.find('/')?;
    let digits = rest[..slash].trim();
    let is_blank = digits
        .chars()
        .all(|sign| matches!(sign, '.' | '…' | '_' | ' '));
    let is_number = digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_blank && !is_number {
        return None;
    }
    let tail = rest[slash..].trim_start();
    let end = tail
        .find(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | ')'))
        .unwrap_or(tail.len());
    let sign = tail[..end].trim_end_matches('.');
    if sign.len() < 3 {
        return None;
    }
    let digits = if is_blank { "" } else { digits };
    Some((format!("{digits}{sign}"), &tail[end..]))
}

fn date_in(text: &str, place: &Place) -> Option<Located<NaiveDate>> {
    let at = text.find("ngày").or_else(|| text.find("Ngày"))?;
    let words: Vec<_> = text[at..].split_whitespace().take(6).collect();
    let day = read_date(words.join(" ").trim_end_matches([')', ',', ';', '.']))
        .or_else(|| read_date(words.get(1)?.trim_end_matches([')', ',', ';', '.'])))?;
    Some(Located::new(day, place.clone()))
}

/// The title stands below the kind of document: "KẾ HOẠCH".
fn find_title(lines: &[Paragraph], taken: &mut [bool], found: &mut Found) {
    let is_kind =
        |line: &Paragraph| is_capital(&line.text) && KINDS.contains(&fold(&line.text).as_str());
    if let Some(at) = lines.iter().position(is_kind) {
        taken[at] = true;
        found.title = title_below(lines, at + 1, taken);
        if found.title.is_some() {
            return;
        }
    }
    // Only an appendix: its title stands below "Phụ lục", or is all in capitals.
    let is_appendix = |line: &Paragraph| {
        let line = fold(&line.text);
        line == "phu luc" || line.starts_with("phu luc ") && line.len() < 20
    };
    let at = lines
        .iter()
        .position(is_appendix)
        .map(|at| at + 1)
        .or_else(|| {
            lines.iter().position(|line| {
                let line_folded = fold(&line.text);
                is_capital(&line.text)
                    && line.text.chars().count() > 25
                    && !line_folded.starts_with("cong hoa")
                    && !line_folded.starts_with("uy ban nhan dan")
            })
        });
    if let Some(at) = at {
        found.title = title_below(lines, at, taken);
        found.is_title_of_appendix = found.title.is_some();
    }
}

/// The title at a line, with the lines into which it was broken.
fn title_below(lines: &[Paragraph], at: usize, taken: &mut [bool]) -> Option<Located<String>> {
    let first = lines.get(at)?;
    let mut title = first.text.clone();
    taken[at] = true;
    for (next, taken) in lines.iter().zip(taken.iter_mut()).skip(at + 1).take(3) {
        let same_case = is_capital(&title) && is_capital(&next.text) && !next.text.starts_with('(');
        if title.ends_with(['.', ':', ';']) || !(begins_small(&next.text) || same_case) {
            break;
        }
        title.push(' ');
        title.push_str(&next.text);
        *taken = true;
    }
    (title.chars().count() >= 5).then(|| here(&title, &first.place))
}

/// The years of a plan, in its title or its lines: "giai đoạn 2021 - 2025", "năm 2021".
pub(super) fn years(text: &str) -> Option<(i32, i32)> {
    let plain = fold(text).replace('–', "-");
    let year = |text: &str| -> Option<i32> {
        let digits: String = text
            .trim_start()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let year = digits
            .parse()
            .ok()
            .filter(|year| (1990..=2199).contains(year))?;
        (digits.len() == 4).then_some(year)
    };
    if let Some(at) = plain.find("giai doan ") {
        let rest = &plain[at + "giai doan ".len()..];
        let span = rest
            .split_once('-')
            .and_then(|(from, to)| Some((year(from)?, year(to)?)));
        if let Some((from, to)) = span.filter(|(from, to)| from <= to) {
            return Some((from, to));
        }
    }
    plain
        .match_indices("nam ")
        .filter_map(|(at, _)| year(&plain[at + "nam ".len()..]))
        .last()
        .map(|year| (year, year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Found {
        let mut lines = Vec::new();
        let place = Place::file("a");
        push_lines(
            &Paragraph {
                text: text.to_owned(),
                place,
            },
            &mut lines,
        );
        find(&lines)
    }

    fn value(found: Option<&Located<String>>) -> Option<&str> {
        found.map(|found| found.value.as_str())
    }

    #[test]
    fn the_head_of_a_document_is_found() {
        let found = of(
            "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
            Số: 149/KH-UBND\nLào Cai, ngày 30 tháng 3 năm 2021\nKẾ HOẠCH\nCải thiện Chỉ số PAPI\n\
            của tỉnh năm 2021\nCăn cứ Nghị quyết số 30c/NQ-CP;\nNơi nhận:\n- Bộ Nội vụ;\n\
            - Báo Lào Cai; Đài PT-TH tỉnh;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n\
            PHÓ CHỦ TỊCH\n(Đã ký)\nTrịnh Xuân Trường\nPhần thân.",
        );
        assert_eq!(value(found.number.as_ref()), Some("149/KH-UBND"));
        assert_eq!(found.issued.unwrap().value.to_string(), "2021-03-30");
        assert_eq!(
            value(found.title.as_ref()),
            Some("Cải thiện Chỉ số PAPI của tỉnh năm 2021")
        );
        assert_eq!(value(found.issuer.as_ref()), Some("UBND tỉnh Lào Cai"));
        assert_eq!(value(found.signer.as_ref()), Some("Trịnh Xuân Trường"));
        assert_eq!(value(found.signer_title.as_ref()), Some("Phó Chủ tịch"));
        assert_eq!(found.recipients.len(), 4);
        assert_eq!(found.basis.len(), 1);
        let rest: Vec<_> = found.rest.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(rest, ["Phần thân."]);
    }

    #[test]
    fn what_a_draft_leaves_blank_stays_blank() {
        let found = of("Số:      /KH-UBND\nLào Cai, ngày      tháng      năm 2021\nSố: …/KH-UBND");
        assert!(found.number.is_none() && found.issued.is_none());
    }

    #[test]
    fn years_are_those_of_the_title() {
        assert_eq!(years("Nâng cao Chỉ số PAPI năm 2021"), Some((2021, 2021)));
        assert_eq!(years("Đề án giai đoạn 2021 – 2025"), Some((2021, 2025)));
        assert_eq!(years("Kế hoạch hằng năm"), None);
    }
}
