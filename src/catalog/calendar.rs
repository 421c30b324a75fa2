//! The working calendar (lịch làm việc): weekends, holidays, swapped days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::lang::Text;
use crate::say;

const BUILT_IN: &str = include_str!("data/working-calendar.txt");

/// What makes a day special.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// A public holiday (ngày lễ, tết).
    Holiday,
    /// A day off for a holiday that fell on a day off (nghỉ bù).
    Compensatory,
    /// A working day given off in exchange for another (hoán đổi).
    SwappedOff,
    /// A day off that is worked in exchange (làm bù).
    SwappedWorking,
}

impl DayKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::Holiday,
        Self::Compensatory,
        Self::SwappedOff,
        Self::SwappedWorking,
    ];

    /// The word of calendar files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::Compensatory => "compensatory",
            Self::SwappedOff => "swapped-off",
            Self::SwappedWorking => "swapped-working",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A day that is not what its weekday makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialDay {
    /// The day.
    pub day: NaiveDate,
    /// What makes it special.
    pub kind: DayKind,
    /// Its name, in Vietnamese.
    pub name: String,
    /// Where it was announced, where that is not said for the whole file.
    pub source: Option<String>,
}

/// Which days are worked. It knows only the years for which it lists a holiday: the
/// days off are announced year by year, so of any other year it tells nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, SpecialDay>,
    years: BTreeSet<i32>,
}

impl Calendar {
    /// The calendar that comes with papi, 2017 to 2027.
    #[must_use]
    pub fn built_in() -> Self {
        Self::new(lines(BUILT_IN).filter_map(special_day))
    }

    /// A calendar of these days; of two entries for one day the first counts.
    #[must_use]
    pub fn new(days: impl IntoIterator<Item = SpecialDay>) -> Self {
        let mut calendar = Self::default();
        for special in days {
            if special.kind == DayKind::Holiday {
                calendar.years.insert(special.day.year());
            }
            calendar.days.entry(special.day).or_insert(special);
        }
        calendar
    }

    /// This calendar, with the years that `other` covers taken from it.
    #[must_use]
    pub fn overridden_by(mut self, other: Self) -> Self {
        self.days.retain(|day, _| !other.covers(day.year()));
        for (day, special) in other.days {
            self.days.insert(day, special);
        }
        self.years.extend(other.years);
        self
    }

    /// Whether it knows that year.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The special days, in order.
    pub fn special_days(&self) -> impl Iterator<Item = &SpecialDay> {
        self.days.values()
    }

    /// Whether the day is worked; `None` in a year that is not covered.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> Option<bool> {
        self.covers(day.year()).then(|| match self.days.get(&day) {
            Some(special) => special.kind == DayKind::SwappedWorking,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        })
    }

    /// The day itself where it is worked, else the next that is; `None` where a year
    /// on the way is not covered.
    #[must_use]
    pub fn next_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.first_worked(day, NaiveDate::succ_opt)
    }

    /// The day itself where it is worked, else the last before it that is; `None`
    /// where a year on the way is not covered.
    #[must_use]
    pub fn previous_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.first_worked(day, NaiveDate::pred_opt)
    }

    /// The day on which `count` working days after `day` have passed; `day` itself is
    /// not counted (kể từ ngày). `None` where a year on the way is not covered.
    #[must_use]
    pub fn add_working_days(&self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        let mut reached = day;
        for _ in 0..count {
            reached = self.next_working_day(reached.succ_opt()?)?;
        }
        Some(reached)
    }

    /// The name of a special day, in Vietnamese.
    #[must_use]
    pub fn name_of(&self, day: NaiveDate) -> Option<&str> {
        self.days.get(&day).map(|special| special.name.as_str())
    }

    fn first_worked(
        &self,
        from: NaiveDate,
        step: fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let mut day = from;
        while !self.is_working_day(day)? {
            day = step(&day)?;
        }
        Some(day)
    }
}

/// The name of the day's weekday (thứ).
#[must_use]
pub fn weekday_name(day: NaiveDate) -> Text {
    match day.weekday() {
        Weekday::Mon => say! { vi: "Thứ Hai", en: "Monday" },
        Weekday::Tue => say! { vi: "Thứ Ba", en: "Tuesday" },
        Weekday::Wed => say! { vi: "Thứ Tư", en: "Wednesday" },
        Weekday::Thu => say! { vi: "Thứ Năm", en: "Thursday" },
        Weekday::Fri => say! { vi: "Thứ Sáu", en: "Friday" },
        Weekday::Sat => say! { vi: "Thứ Bảy", en: "Saturday" },
        Weekday::Sun => say! { vi: "Chủ nhật", en: "Sunday" },
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn special_day(line: &str) -> Option<SpecialDay> {
    let mut fields = line.splitn(4, ';');
    Some(SpecialDay {
        day: fields.next()?.parse().ok()?,
        kind: DayKind::from_word(fields.next()?)?,
        name: fields.next()?.to_owned(),
        source: fields.next().map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_line_of_the_built_in_calendar_is_read() {
        let unread: Vec<_> = lines(BUILT_IN)
            .filter(|line| special_day(line).is_none())
            .collect();
        assert_eq!(unread, [""; 0]);
        assert_eq!(Calendar::built_in().special_days().count(), 162);
    }

    #[test]
    fn the_years_2017_to_2027_are_covered_and_no_other() {
        let calendar = Calendar::built_in();
        let covered: Vec<_> = (2010..2035).filter(|year| calendar.covers(*year)).collect();
        assert_eq!(covered, (2017..=2027).collect::<Vec<_>>());
        assert_eq!(calendar.is_working_day(day(2028, 3, 20)), None);
        assert_eq!(calendar.next_working_day(day(2016, 12, 31)), None);
    }

    #[test]
    fn a_sunday_moves_to_monday_and_back_to_friday() {
        let calendar = Calendar::built_in();
        let due = day(2021, 6, 20);
        assert_eq!(weekday_name(due).vi, "Chủ nhật");
        assert_eq!(calendar.next_working_day(due), Some(day(2021, 6, 21)));
        assert_eq!(calendar.previous_working_day(due), Some(day(2021, 6, 18)));
    }

    #[test]
    fn swapped_days_count_as_announced() {
        let calendar = Calendar::built_in();
        assert_eq!(calendar.is_working_day(day(2018, 12, 31)), Some(false));
        assert_eq!(calendar.is_working_day(day(2019, 1, 5)), Some(true));
        assert_eq!(
            calendar.name_of(day(2019, 1, 5)),
            Some("Làm bù cho 31/12/2018")
        );
    }

    #[test]
    fn working_days_skip_the_holidays_at_the_end_of_april() {
        let calendar = Calendar::built_in();
        let from = day(2021, 4, 28);
        assert_eq!(calendar.add_working_days(from, 0), Some(from));
        assert_eq!(calendar.add_working_days(from, 1), Some(day(2021, 4, 29)));
        assert_eq!(calendar.add_working_days(from, 2), Some(day(2021, 5, 4)));
        assert_eq!(calendar.add_working_days(day(2027, 12, 30), 2), None);
    }

    #[test]
    fn a_calendar_of_one_year_overrides_that_year_alone() {
        let own = Calendar::new([SpecialDay {
            day: day(2021, 6, 21),
            kind: DayKind::Holiday,
            name: "Ngày nghỉ của cơ quan".to_owned(),
            source: None,
        }]);
        let calendar = Calendar::built_in().overridden_by(own);
        assert_eq!(calendar.is_working_day(day(2021, 6, 21)), Some(false));
        assert_eq!(calendar.is_working_day(day(2021, 4, 30)), Some(true));
        assert_eq!(calendar.is_working_day(day(2020, 4, 30)), Some(false));
    }
}
