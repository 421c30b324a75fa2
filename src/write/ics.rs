//! Due days as iCalendar (RFC 5545), for the calendars of phones and mail programs. By
//! hand: the crate `icalendar` gives random ids and the clock's time unless each is set.

use chrono::{Datelike, Days, NaiveDate};

use crate::lang::Lang;
use crate::reports::agenda::{Agenda, Event};
use crate::say;

/// How many days before a deadline it is called to mind.
const ALARMS: [u32; 3] = [7, 3, 1];

/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// What stands before the events. Vietnam has kept UTC+7 since 1975.
const HEAD: [&str; 14] = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//papi//han bao cao//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The agenda as the bytes of an ICS file: an event that lasts the day for each deadline,
/// with alarms 7, 3 and 1 days before while somebody has still to send. The same deadline
/// has the same UID at any time and a SEQUENCE that grows by the day, so that a program
/// that takes the file again changes its event. The same agenda gives the same bytes.
#[must_use]
pub fn calendar(agenda: &Agenda, lang: Lang) -> Vec<u8> {
    let mut file = File {
        text: String::new(),
    };
    for line in HEAD {
        file.line(line);
    }
    for event in &agenda.events {
        file.event(event, agenda.as_of, lang);
    }
    file.line("END:VCALENDAR");
    file.text.into_bytes()
}

struct File {
    text: String,
}

impl File {
    fn event(&mut self, event: &Event, as_of: NaiveDate, lang: Lang) {
        let day = |day: NaiveDate| day.format("%Y%m%d");
        let next = event
            .day
            .checked_add_days(Days::new(1))
            .unwrap_or(event.day);
        // Midnight of the day in Vietnam, in UTC.
        let eve = as_of.checked_sub_days(Days::new(1)).unwrap_or(as_of);
        let sequence = as_of.num_days_from_ce() - FIRST_DAY;
        let summary = text(event.summary.in_lang(lang));
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}@papi", text(&event.id)));
        self.line(&format!("DTSTAMP:{}T170000Z", day(eve)));
        self.line(&format!("SEQUENCE:{}", sequence.max(0)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", day(event.day)));
        self.line(&format!("DTEND;VALUE=DATE:{}", day(next)));
        self.line(&format!("SUMMARY:{summary}"));
        self.line(&format!(
            "DESCRIPTION:{}",
            text(event.description.in_lang(lang))
        ));
        self.line("STATUS:CONFIRMED");
        self.line("TRANSP:TRANSPARENT");
        if event.is_open {
            for days in ALARMS {
                let left = say! { vi: "còn {days} ngày", en: "{days} days left" };
                let left = text(left.in_lang(lang));
                self.line("BEGIN:VALARM");
                self.line("ACTION:DISPLAY");
                self.line(&format!("TRIGGER:-P{days}D"));
                self.line(&format!("DESCRIPTION:{summary} ({left})"));
                self.line("END:VALARM");
            }
        }
        self.line("END:VEVENT");
    }

    /// Writes a line, folded between letters so that no part is longer than allowed.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// The days from the first of the era to 1 January 2000, from which SEQUENCE counts.
const FIRST_DAY: i32 = 730_120;

/// A text as a value: no control characters, and those with a meaning escaped.
fn text(words: &str) -> String {
    let mut value = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(letter);
            }
            '\n' => value.push_str("\\n"),
            '\t' => value.push(' '),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Text;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    fn agenda(as_of: NaiveDate, description: &str) -> Agenda {
        let event = Event {
            id: "lao-cai-2021/2021-H1".to_owned(),
            day: day(2021, 6, 20),
            summary: Text::same("Hạn: Báo cáo 6 tháng đầu năm 2021"),
            description: Text::same(description),
            is_open: true,
        };
        Agenda {
            as_of,
            events: vec![event],
        }
    }

    fn written(agenda: &Agenda) -> String {
        String::from_utf8(calendar(agenda, Lang::Vi)).expect("UTF-8")
    }

    #[test]
    fn an_event_lasts_its_day_and_is_called_to_mind_three_times() {
        let written = written(&agenda(day(2021, 6, 1), "a; b, c\\d\ne"));
        let begin = written.find("BEGIN:VEVENT").expect("an event");
        assert_eq!(
            &written[begin..],
            "BEGIN:VEVENT\r\n\
             UID:lao-cai-2021/2021-H1@papi\r\n\
             DTSTAMP:20210531T170000Z\r\n\
             SEQUENCE:7822\r\n\
             DTSTART;VALUE=DATE:20210620\r\n\
             DTEND;VALUE=DATE:20210621\r\n\
             SUMMARY:Hạn: Báo cáo 6 tháng đầu năm 2021\r\n\
             DESCRIPTION:a\\; b\\, c\\\\d\\ne\r\n\
             STATUS:CONFIRMED\r\n\
             TRANSP:TRANSPARENT\r\n\
             BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P7D\r\n\
             DESCRIPTION:Hạn: Báo cáo 6 tháng đầu năm 2021 (còn 7 ngày)\r\nEND:VALARM\r\n\
             BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P3D\r\n\
             DESCRIPTION:Hạn: Báo cáo 6 tháng đầu năm 2021 (còn 3 ngày)\r\nEND:VALARM\r\n\
             BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\n\
             DESCRIPTION:Hạn: Báo cáo 6 tháng đầu năm 2021 (còn 1 ngày)\r\nEND:VALARM\r\n\
             END:VEVENT\r\n\
             END:VCALENDAR\r\n"
        );
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let written = written(&agenda(day(2021, 6, 1), &"Ủy ban nhân dân ".repeat(20)));
        assert!(written.split("\r\n").all(|line| line.len() <= LINE));
        let whole = written.replace("\r\n ", "");
        assert!(whole.contains(&"Ủy ban nhân dân ".repeat(20)));
    }

    #[test]
    fn a_later_file_changes_the_same_event() {
        let line = |written: &str, name: &str| {
            let mut lines = written.lines();
            lines
                .find(|line| line.starts_with(name))
                .expect("it is there")
                .to_owned()
        };
        let (first, second) = (
            written(&agenda(day(2021, 6, 1), "")),
            written(&agenda(day(2021, 7, 5), "")),
        );
        assert_eq!(line(&first, "UID"), line(&second, "UID"));
        let sequence = |written| {
            let line = line(written, "SEQUENCE");
            let number = line
                .split(':')
                .nth(1)
                .and_then(|number| number.parse::<i32>().ok());
            number.expect("a number")
        };
        assert!(sequence(&first) < sequence(&second));
    }
}
