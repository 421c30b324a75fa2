//! Text broken into lines of a given width, as terminals and paper need it.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns of a terminal that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// `text` in lines no wider than `room`, broken at spaces and so never inside a
/// syllable; only what is wider than `room` by itself is broken elsewhere, after a
/// slash or the like where it has one. Line breaks of `text` stay.
#[must_use]
pub fn wrapped(text: &str, room: usize) -> Vec<&str> {
    wrapped_by(text, room, &width)
}

/// As [`wrapped`], with widths as `measure` gives them.
pub(super) fn wrapped_by<'a>(text: &'a str, room: usize, measure: Measure) -> Vec<&'a str> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        wrap_line(line, room.max(1), measure, &mut lines);
    }
    lines
}

/// How wide a text is.
pub(super) type Measure<'a> = &'a dyn Fn(&str) -> usize;

/// The width of the widest line of `text`.
#[must_use]
pub(super) fn widest_line(text: &str, measure: Measure) -> usize {
    text.split('\n').map(measure).max().unwrap_or(0)
}

/// The width of the widest piece of `text` that is better not broken.
#[must_use]
pub(super) fn widest_piece(text: &str, measure: Measure) -> usize {
    let parts = text.split([' ', '\n']);
    parts
        .map(|word| widest_part(word, measure))
        .max()
        .unwrap_or(0)
}

fn wrap_line<'a>(line: &'a str, room: usize, measure: Measure, lines: &mut Vec<&'a str>) {
    if measure(line) <= room {
        lines.push(line);
        return;
    }
    let space = measure(" ");
    let (mut start, mut end, mut taken, mut next) = (0, 0, 0, 0);
    for word in line.split(' ') {
        let from = next;
        let to = from + word.len();
        next = to + 1;
        let long = measure(word);
        let gap = (from - end) * space;
        if taken + gap + long <= room {
            taken += gap + long;
            end = to;
            continue;
        }
        if !line[start..end].trim_matches(' ').is_empty() {
            lines.push(line[start..end].trim_end_matches(' '));
        }
        (start, end, taken) = (from, to, long);
        while taken > room {
            let cut = start + cut(&line[start..end], room, measure);
            lines.push(&line[start..cut]);
            start = cut;
            taken = measure(&line[start..end]);
        }
    }
    if start < end {
        lines.push(line[start..end].trim_end_matches(' '));
    }
}

fn widest_part(word: &str, measure: Measure) -> usize {
    let (mut widest, mut start) = (0, 0);
    for (at, letter) in word.char_indices() {
        let end = at + letter.len_utf8();
        if is_joint(letter, &word[end..]) {
            widest = widest.max(measure(&word[start..end]));
            start = end;
        }
    }
    widest.max(measure(&word[start..]))
}

/// How many bytes of `word` go on a line of `room` columns: up to the last joint that
/// fits, else as many letters as fit, at least one.
fn cut(word: &str, room: usize, measure: Measure) -> usize {
    let (mut taken, mut joint) = (0, 0);
    for (at, letter) in word.grapheme_indices(true) {
        taken += measure(letter);
        if taken > room {
            return match (joint, at) {
                (0, 0) => letter.len(),
                (0, at) => at,
                (joint, _) => joint,
            };
        }
        let end = at + letter.len();
        if letter.chars().all(|letter| is_joint(letter, &word[end..])) {
            joint = end;
        }
    }
    word.len()
}

/// Whether a line may break after `letter` when `rest` follows; never inside a date or
/// a number.
fn is_joint(letter: char, rest: &str) -> bool {
    matches!(letter, '/' | '\\' | '-' | '–' | '_' | ',' | ';' | '.')
        && !rest.starts_with(|next: char| next.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    const TASK: &str = "Kiểm tra, xử lý vi phạm trong thực hiện chính sách hộ nghèo";

    #[test]
    fn lines_break_at_spaces_and_never_inside_a_syllable() {
        for room in 7..60 {
            let lines = wrapped(TASK, room);
            assert!(lines.iter().all(|line| width(line) <= room));
            assert_eq!(lines.join(" "), TASK);
        }
    }

    #[test]
    fn both_normal_forms_break_at_the_same_places() {
        let composed: String = TASK.nfc().collect();
        let decomposed: String = TASK.nfd().collect();
        for room in [7, 10, 23, 40] {
            let again: Vec<String> = wrapped(&decomposed, room)
                .iter()
                .map(|line| line.nfc().collect())
                .collect();
            assert_eq!(wrapped(&composed, room), again);
        }
    }

    #[test]
    fn what_is_too_wide_breaks_at_a_joint_or_between_letters() {
        assert_eq!(wrapped("xem 149/KH-UBND", 8), ["xem", "149/KH-", "UBND"]);
        assert_eq!(wrapped("ngày 30/9/2021", 9), ["ngày", "30/9/2021"]);
        assert_eq!(wrapped("aaaaaaa", 3), ["aaa", "aaa", "a"]);
        assert_eq!(wrapped("縣縣", 1), ["縣", "縣"]);
    }

    #[test]
    fn line_breaks_and_indents_stay() {
        assert_eq!(wrapped("- a\n  b\n\nc", 9), ["- a", "  b", "", "c"]);
        assert_eq!(wrapped("", 9), [""]);
    }

    proptest::proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line_too_wide(text in "\\PC{0,40}( \\PC{0,9}){0,9}", room in 2usize..30) {
            let lines = wrapped(&text, room);
            let letters = |text: &str| text.replace(' ', "");
            proptest::prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in lines {
                let graphemes = line.graphemes(true).count();
                proptest::prop_assert!(width(line) <= room || graphemes == 1, "{line:?}");
            }
        }
    }
}
