//! Reporting periods (kỳ báo cáo).

use std::fmt;

/// A part of a year that is reported on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PeriodPart {
    /// A month, 1 to 12.
    Month(u32),
    /// A quarter, 1 to 4.
    Quarter(u32),
    /// A half-year, 1 or 2; the first is "6 tháng".
    Half(u32),
    /// The first nine months, "9 tháng".
    NineMonths,
    /// The whole year.
    Year,
}

impl PeriodPart {
    /// The first month it covers, 1 to 12.
    #[must_use]
    pub fn first_month(self) -> u32 {
        match self {
            Self::Month(month) => month,
            Self::Quarter(quarter) => quarter * 3 - 2,
            Self::Half(half) => half * 6 - 5,
            Self::NineMonths | Self::Year => 1,
        }
    }

    /// The last month it covers, 1 to 12.
    #[must_use]
    pub fn last_month(self) -> u32 {
        match self {
            Self::Month(month) => month,
            Self::Quarter(quarter) => quarter * 3,
            Self::Half(half) => half * 6,
            Self::NineMonths => 9,
            Self::Year => 12,
        }
    }
}

impl fmt::Display for PeriodPart {
    /// The code of machine formats and of plans: `M05`, `Q1`, `H1`, `9M`, `Y`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => write!(to, "M{month:02}"),
            Self::Quarter(quarter) => write!(to, "Q{quarter}"),
            Self::Half(half) => write!(to, "H{half}"),
            Self::NineMonths => to.write_str("9M"),
            Self::Year => to.write_str("Y"),
        }
    }
}

/// A reporting period: a part of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReportingPeriod {
    /// The year.
    pub year: i32,
    /// The part of it.
    pub part: PeriodPart,
}

impl fmt::Display for ReportingPeriod {
    /// The code of machine formats: `2021-H1`, and `2021` for the year.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            PeriodPart::Year => write!(to, "{}", self.year),
            part => write!(to, "{}-{part}", self.year),
        }
    }
}
