//! The items of a cell: targets, outputs, the periods a report names.

use super::text::{begins_small, one_line, tidy};
use crate::words::fold;

/// The targets of a cell: one a bullet or a whole line, and one a semicolon or line where
/// each side of it has a percentage of its own.
pub(super) fn targets(cell: &str) -> Vec<String> {
    let begins_anew = |last: &str, line: &str| {
        let is_whole = last.ends_with([';', '.']) && !begins_small(line);
        let begins_with_share = line.starts_with(|letter: char| letter.is_ascii_digit());
        is_whole || has_share(line) && (has_share(last) || begins_with_share)
    };
    let items = bulleted(cell, begins_anew);
    if items.len() > 1 {
        return items;
    }
    let cell = items.into_iter().next().unwrap_or_default();
    let parts: Vec<_> = cell
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > 1 && parts.iter().all(|part| has_share(part)) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    (!cell.is_empty()).then_some(cell).into_iter().collect()
}

fn has_share(text: &str) -> bool {
    text.find('%').is_some_and(|at| {
        let before = text[..at].trim_end();
        before.ends_with(|letter: char| letter.is_ascii_digit())
    })
}

/// The outputs of a cell: one a bullet, line or semicolon, and one a comma before a
/// capital letter: "Kế hoạch kiểm tra, Báo cáo kết quả".
pub(super) fn outputs(cell: &str) -> Vec<String> {
    let mut outputs = Vec::new();
    let items = bulleted(cell, |_, line| !line.starts_with('('));
    for item in items.iter().flat_map(|item| item.split(';')) {
        let mut rest = item.trim();
        while let Some(at) = comma_before_capital(rest) {
            outputs.push(rest[..at].trim().to_owned());
            rest = rest[at + 1..].trim();
        }
        outputs.push(rest.to_owned());
    }
    outputs.retain(|output| !output.is_empty());
    outputs
}

/// Whether a line of the cell begins in small letters below one that does not end: it may
/// be an output of its own or the rest of the one above.
pub(super) fn has_doubtful_line(cell: &str) -> bool {
    let cell = tidy(cell);
    let lines: Vec<_> = cell.lines().collect();
    lines
        .windows(2)
        .any(|pair| begins_small(pair[1]) && !pair[0].ends_with([';', '.', ':', ',']))
}

fn comma_before_capital(text: &str) -> Option<usize> {
    text.match_indices(',').map(|(at, _)| at).find(|at| {
        let before = text[..*at].matches('(').count() == text[..*at].matches(')').count();
        let next = text[at + 1..].trim_start().chars().next();
        before && *at > 0 && next.is_some_and(char::is_uppercase)
    })
}

/// The bullets of a cell, its lines where they begin anew, or all of it.
fn bulleted(cell: &str, begins_anew: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let cell = tidy(cell);
    let mut items: Vec<String> = Vec::new();
    for line in cell.lines() {
        for (at, piece) in inline_bullets(line).into_iter().enumerate() {
            let text = piece.trim_start_matches(BULLETS).trim();
            let is_bullet = text.len() < piece.len();
            let goes_on = !is_bullet
                && at == 0
                && items.last().is_some_and(|last| {
                    last.ends_with(',') || last.ends_with(" và") || !begins_anew(last, text)
                });
            match items.last_mut().filter(|_| goes_on) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(text);
                }
                None => items.push(text.to_owned()),
            }
        }
    }
    let mut items: Vec<_> = items
        .into_iter()
        .map(|item| item.trim_end_matches([';', ' ']).to_owned())
        .collect();
    items.retain(|item| !item.is_empty());
    items
}

const BULLETS: [char; 6] = ['-', '–', '+', '•', '*', ' '];

/// Bullets that stand in one line: "- …; - …".
fn inline_bullets(line: &str) -> Vec<&str> {
    if !line.trim_start().starts_with(['-', '–', '+', '•']) {
        return vec![line];
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices(';') {
        let after = line[at + 1..].trim_start();
        if after.starts_with(['-', '–', '+', '•']) {
            pieces.push(&line[start..at]);
            start = at + 1;
        }
    }
    pieces.push(&line[start..]);
    pieces
}

/// The periods that an output names for its report, in its words: "hàng quý, 6 tháng,
/// năm" of "Báo cáo kết quả hàng quý, 6 tháng, năm".
pub(super) fn report(output: &str) -> Option<String> {
    let output = one_line(output);
    if !fold(&output).starts_with("bao cao") {
        return None;
    }
    let words: Vec<&str> = output.split(' ').collect();
    let plain: Vec<String> = words
        .iter()
        .map(|word| fold(word.trim_end_matches([',', '.', ';'])))
        .collect();
    let begin = plain.iter().position(|word| word == "hang")?;
    let mut end = begin;
    while let Some(length) = period(&plain[end..]) {
        end += length;
        let goes_on = words[end - 1].ends_with(',');
        if plain.get(end).is_some_and(|word| word == "va") && period(&plain[end + 1..]).is_some() {
            end += 1;
        } else if !goes_on {
            break;
        }
    }
    if end == begin {
        return None;
    }
    let report = words[begin..end].join(" ");
    Some(report.trim_end_matches([',', '.', ';']).to_owned())
}

/// How many words at the start name a period.
fn period(words: &[String]) -> Option<usize> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    match (word(0), word(1)) {
        ("hang", "thang" | "quy" | "nam" | "tuan") | ("6" | "06" | "9" | "09", "thang") => Some(2),
        ("thang" | "quy" | "nam", _) => Some(1),
        _ => None,
    }
}

/// The parts that a title counts inside itself: "…, cụ thể: 1.1. … 1.2. …" in row 1.
pub(super) fn parts(title: &str, number: &str) -> Option<(String, Vec<(String, String)>)> {
    let marks: Vec<(usize, String)> = (1_u32..10_000)
        .map(|part| format!("{number}.{part}"))
        .scan(0, |from, mark| {
            let at = *from + title[*from..].find(&format!(" {mark}"))?;
            *from = at + 1 + mark.len();
            let sign = title[*from..].chars().next()?;
            matches!(sign, '.' | ' ' | ')' | ':').then_some((at, mark))
        })
        .collect();
    if marks.len() < 2 {
        return None;
    }
    let head = title[..marks[0].0].trim().to_owned();
    let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([title.len()]);
    let parts = marks
        .iter()
        .zip(ends)
        .map(|((at, mark), end)| {
            let text = &title[at + 1 + mark.len()..end];
            (
                mark.clone(),
                text.trim_start_matches(['.', ')', ':', ' '])
                    .trim()
                    .to_owned(),
            )
        })
        .collect();
    Some((head, parts))
}

/// Dimensions of a cell: "2", "2.3; 4.1", "Nội dung 2"; `None` where it says more.
pub(super) fn dimensions(cell: &str) -> Option<Vec<String>> {
    let cell = fold(cell)
        .replace("chi so noi dung", "")
        .replace("noi dung", "");
    let found: Vec<_> = cell
        .split([';', ',', '\n', ' '])
        .map(|part| part.trim_matches(['.', ' ']).to_owned())
        .filter(|part| !part.is_empty() && part != "va")
        .collect();
    let is_number = |text: &String| {
        let mut parts = text.split('.');
        let digit = |part: Option<&str>| {
            part.is_some_and(|part| part.len() <= 2 && part.parse::<u8>().is_ok_and(|n| n > 0))
        };
        digit(parts.next())
            && parts.next().is_none_or(|part| digit(Some(part)))
            && parts.next().is_none()
    };
    (!found.is_empty() && found.iter().all(is_number)).then_some(found)
}

/// What the names of PAPI's dimensions have in them, in their order.
const DIMENSIONS: [&str; 8] = [
    "tham gia",
    "cong khai",
    "trach nhiem giai trinh",
    "tham nhung",
    "thu tuc hanh chinh",
    "dich vu cong",
    "moi truong",
    "dien tu",
];

/// The dimension that the title of a section names: 2 in "Chỉ số nội dung 2: …".
pub(super) fn dimension_named(title: &str) -> Option<String> {
    let title = fold(title);
    let title = title.trim_start_matches("thuc hien ");
    let (start, rest) = ["chi so noi dung ", "noi dung ", "truc noi dung "]
        .iter()
        .find_map(|start| Some((*start, title.strip_prefix(start)?)))?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let after = rest[digits.len()..].chars().next();
    let is_plain = after.is_none_or(|sign| matches!(sign, ':' | '.' | ' ' | '-' | '–' | ','));
    let number: usize = digits.parse().ok()?;
    let name = DIMENSIONS.get(number.checked_sub(1)?)?;
    let is_papi = start == "chi so noi dung " || title.contains(name);
    (is_plain && is_papi).then(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_told_apart_by_bullets_and_by_their_percentages() {
        assert_eq!(
            targets("- Các TTHC được tích hợp; - 100% TTHC mức độ 3, 4 được tích hợp."),
            [
                "Các TTHC được tích hợp",
                "100% TTHC mức độ 3, 4 được tích hợp."
            ]
        );
        assert_eq!(
            targets("Có ít nhất 95% hồ sơ đúng hẹn; xin lỗi đối với 100% hồ sơ trễ hẹn").len(),
            2
        );
        for one in [
            "100% viên chức tại Bệnh viện tuyến tỉnh; Trung tâm y tế được bồi dưỡng",
            "Theo chỉ tiêu và hạ tầng; lộ trình thực hiện",
            "01 năm/lần",
        ] {
            assert_eq!(targets(one), [one]);
        }
        assert_eq!(targets("100% cấp xã\ncông khai"), ["100% cấp xã công khai"]);
        assert_eq!(targets("Được tích hợp\n100% TTHC được tích hợp").len(), 2);
        assert_eq!(targets("30% xã và\n100% phường được kiểm tra").len(), 1);
        assert!(targets(" \n ").is_empty());
    }

    #[test]
    fn outputs_are_told_apart_by_semicolons_and_capitals() {
        assert_eq!(
            outputs("Kế hoạch kiểm tra, Báo cáo kết quả kiểm tra; kế hoạch thực hiện"),
            [
                "Kế hoạch kiểm tra",
                "Báo cáo kết quả kiểm tra",
                "kế hoạch thực hiện"
            ]
        );
        assert_eq!(
            outputs("Công văn hướng dẫn, kiểm tra; Kế hoạch thực hiện"),
            ["Công văn hướng dẫn, kiểm tra", "Kế hoạch thực hiện"]
        );
        assert_eq!(
            outputs("Báo cáo kết quả hàng quý, 6 tháng, năm."),
            ["Báo cáo kết quả hàng quý, 6 tháng, năm."]
        );
    }

    #[test]
    fn a_report_names_its_periods() {
        let periods = Some("hàng quý, 6 tháng, năm".to_owned());
        assert_eq!(report("Báo cáo kết quả hàng quý, 6 tháng, năm."), periods);
        assert_eq!(
            report("Báo cáo kết quả hàng quý, 6 tháng, năm danh sách hộ nghèo"),
            periods
        );
        assert_eq!(
            report("Báo cáo hàng tháng và hàng năm"),
            Some("hàng tháng và hàng năm".to_owned())
        );
        assert_eq!(report("Báo cáo kết quả thực hiện"), None);
        assert_eq!(report("Kế hoạch hàng năm"), None);
    }

    #[test]
    fn a_title_may_hold_parts() {
        let (head, parts) = parts(
            "Tuyên truyền, cụ thể: 1.1. Tự ứng cử. 1.2. Giám sát...",
            "1",
        )
        .unwrap();
        assert_eq!(head, "Tuyên truyền, cụ thể:");
        assert_eq!(parts[1], ("1.2".to_owned(), "Giám sát...".to_owned()));
        assert_eq!(super::parts("Đạt 1.1 điểm", "1"), None);
    }

    #[test]
    fn a_section_names_its_dimension() {
        assert_eq!(
            dimension_named("Chỉ số nội dung 2: Công khai minh bạch").as_deref(),
            Some("2")
        );
        assert_eq!(dimension_named("Chỉ số nội dung 12"), None);
        assert_eq!(dimension_named("Công khai minh bạch"), None);
        assert_eq!(
            dimension_named("Nội dung 5: Thủ tục hành chính công").as_deref(),
            Some("5")
        );
        assert_eq!(dimension_named("Nội dung 5: Tổ chức thực hiện"), None);
        assert_eq!(
            dimensions("2.3; 4"),
            Some(vec!["2.3".to_owned(), "4".to_owned()])
        );
        assert_eq!(dimensions("Công khai"), None);
    }
}
