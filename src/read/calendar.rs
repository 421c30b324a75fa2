//! A working calendar of one's own: a CSV of `date,kind,name,source`.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use super::files::read_text;
use super::registry::line_span;
use crate::catalog::Calendar;
use crate::catalog::calendar::{DayKind, SpecialDay};
use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::say;
use crate::source::{Place, Source};
use crate::words::read_date;

/// The rule that tells what is wrong in a calendar file.
const RULE: &str = "bad-calendar";

/// The calendar of a file, with what is wrong in it. A row that is wrong costs itself.
#[must_use]
pub fn read_calendar(path: &Path) -> (Calendar, Vec<Diagnostic>) {
    match read_text(path) {
        Ok(source) => read_rows(&source),
        Err(finding) => (Calendar::default(), vec![*finding]),
    }
}

fn read_rows(source: &Arc<Source>) -> (Calendar, Vec<Diagnostic>) {
    let text = source.text();
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let offset = text.len() - body.len();
    let head = body.lines().next().unwrap_or_default();
    let delimiter = if head.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(body.as_bytes());
    let mut rows = Rows::default();
    let mut row = csv::StringRecord::new();
    let mut is_head = true;
    while reader.read_record(&mut row).is_ok_and(|is_row| is_row) {
        let start = row.position().map_or(0, csv::Position::byte);
        let start = offset + usize::try_from(start).unwrap_or(0);
        let place = Place::span(source, line_span(text, start));
        if !is_head {
            rows.add(&row, place);
        } else if !row.iter().take(3).eq(["date", "kind", "name"]) {
            let message = say! {
                vi: "dòng đầu phải là `date,kind,name,source`",
                en: "the first line must be `date,kind,name,source`"
            };
            rows.tell(place, message);
        }
        is_head = false;
    }
    if rows.days.is_empty() && rows.found.is_empty() {
        rows.found.push(Diagnostic::warning(
            "bad-calendar",
            Place::file(source.path()),
            say! { vi: "lịch không có ngày nào", en: "the calendar has no day" },
        ));
    }
    (Calendar::new(rows.days), rows.found)
}

#[derive(Default)]
struct Rows {
    days: Vec<SpecialDay>,
    found: Vec<Diagnostic>,
    first: HashMap<NaiveDate, (DayKind, Place)>,
}

impl Rows {
    fn tell(&mut self, place: Place, message: Text) {
        self.found.push(Diagnostic::error(RULE, place, message));
    }

    fn add(&mut self, row: &csv::StringRecord, place: Place) {
        let field = |at: usize| row.get(at).unwrap_or("");
        if row.iter().all(str::is_empty) || field(0).starts_with('#') {
            return;
        }
        let (date, word, name) = (field(0), field(1), field(2));
        let Some(day) = read_date(date) else {
            let message = say! {
                vi: "\"{date}\" không phải là ngày; viết như 2021-04-30",
                en: "\"{date}\" is no day; write it like 2021-04-30"
            };
            return self.tell(place, message);
        };
        let Some(kind) = DayKind::from_word(word) else {
            let known = DayKind::ALL.map(DayKind::word).join(", ");
            let message = say! {
                vi: "loại ngày \"{word}\" không đúng; nhận {known}",
                en: "\"{word}\" is no kind of day; it takes {known}"
            };
            return self.tell(place, message);
        };
        match self.first.get(&day) {
            Some((first, _)) if *first == kind => return,
            Some((first, first_place)) => {
                let (first, first_place) = (first.word(), first_place.clone());
                let message = say! {
                    vi: "ngày {date} có hai loại: {first} và {word}",
                    en: "the day {date} has two kinds: {first} and {word}"
                };
                let here = say! { vi: "loại {first} ở đây", en: "{first} here" };
                let finding = Diagnostic::error(RULE, place, message);
                self.found.push(finding.other(first_place, here));
                return;
            }
            None => {}
        }
        self.first.insert(day, (kind, place));
        let source = field(3);
        self.days.push(SpecialDay {
            day,
            kind,
            name: name.to_owned(),
            source: (!source.is_empty()).then(|| source.to_owned()),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Calendar, Vec<String>) {
        let (calendar, found) = read_rows(&Source::new("lich.csv", text));
        let said = found.iter().map(|finding| {
            let (line, _) = finding.place.line_column().unwrap_or_default();
            format!("{line}: {}", finding.message.en)
        });
        (calendar, said.collect())
    }

    #[test]
    fn a_calendar_is_read_with_commas_or_semicolons() {
        for delimiter in [",", ";"] {
            let text = "\u{feff}date,kind,name,source\r\n2031-04-30,holiday,Ngày Chiến thắng,\r\n\
                        03/05/2031,swapped-working,Làm bù,1/TB\r\n";
            let (calendar, found) = read(&text.replace(',', delimiter));
            assert_eq!(found, [""; 0]);
            let day = |month, day| NaiveDate::from_ymd_opt(2031, month, day).unwrap();
            assert_eq!(calendar.is_working_day(day(4, 30)), Some(false));
            assert_eq!(calendar.is_working_day(day(5, 3)), Some(true));
        }
    }

    #[test]
    fn each_wrong_row_is_told_at_its_line_and_the_rest_is_read() {
        let text = "date,kind,name\n2021-02-30,holiday,Tết\n2021-04-30,nghỉ,Lễ\n\n\
                    2021-05-01,holiday,Lao động\n2021-05-01,swapped-working,Làm bù\n\
                    2021-09-02,holiday,Quốc khánh\n";
        let (calendar, found) = read(text);
        assert_eq!(
            found,
            [
                "2: \"2021-02-30\" is no day; write it like 2021-04-30",
                "3: \"nghỉ\" is no kind of day; it takes holiday, compensatory, swapped-off, \
                 swapped-working",
                "6: the day 2021-05-01 has two kinds: holiday and swapped-working",
            ]
        );
        assert_eq!(calendar.special_days().count(), 2);
    }

    #[test]
    fn an_empty_file_and_another_file_are_told() {
        assert_eq!(
            read("date,kind,name,source\n").1,
            ["0: the calendar has no day"]
        );
        let other = read("code,name,level,parent\n10,Tỉnh Lào Cai,province,\n").1;
        assert_eq!(
            other[0],
            "1: the first line must be `date,kind,name,source`"
        );
    }
}
