//! In which state an expected report or delivery is on a day, and counts of states.

use std::ops::AddAssign;

use chrono::NaiveDate;

/// The state of an expected report or delivery (tình trạng). Days are counted from the
/// last in-time day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportState {
    /// Sent by its due day (đúng hạn).
    OnTime {
        /// The first day on which something of it came.
        sent: NaiveDate,
    },
    /// Sent after its due day (muộn).
    Late {
        /// The first day on which something of it came.
        sent: NaiveDate,
        /// How many days after the due day.
        days: i64,
    },
    /// Sent, but no row says on which day: in time or not cannot be told.
    SentUndated,
    /// Sent, where no day is due.
    Sent {
        /// The first day on which something of it came, where a row says it.
        sent: Option<NaiveDate>,
    },
    /// Rows came with neither a value nor evidence (trống).
    Empty {
        /// The first day on which such a row came, where a row says it.
        sent: Option<NaiveDate>,
        /// How many days the due day is past; 0 until then, or where no day is due.
        overdue: i64,
    },
    /// Nothing came, and the due day is past (quá hạn, chưa gửi).
    Missing {
        /// How many days the due day is past.
        overdue: i64,
    },
    /// Nothing came, and it is not yet due (chưa đến hạn).
    NotYetDue {
        /// How many days are left; 0 on the due day.
        days_left: i64,
    },
    /// Nothing came, and no day is due: never overdue.
    NoDueDay,
    /// Due before the plan was issued: nobody owes it.
    NotOwed {
        /// Whether something came all the same.
        is_sent: bool,
    },
}

impl ReportState {
    /// The word of machine formats: `on-time`, `late`, `sent-undated`, `sent`, `empty`,
    /// `missing`, `not-yet-due`, `no-due-day`, `not-owed`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OnTime { .. } => "on-time",
            Self::Late { .. } => "late",
            Self::SentUndated => "sent-undated",
            Self::Sent { .. } => "sent",
            Self::Empty { .. } => "empty",
            Self::Missing { .. } => "missing",
            Self::NotYetDue { .. } => "not-yet-due",
            Self::NoDueDay => "no-due-day",
            Self::NotOwed { .. } => "not-owed",
        }
    }

    /// Whether it is overdue: nothing came, and its day is past.
    #[must_use]
    pub fn is_overdue(self) -> bool {
        matches!(self, Self::Missing { .. })
    }

    /// How many days late it came or, where it is missing or empty, how many its day
    /// is past.
    #[must_use]
    pub fn days_late(self) -> Option<i64> {
        match self {
            Self::Late { days, .. } => Some(days),
            Self::Missing { overdue } => Some(overdue),
            Self::Empty { overdue, .. } if overdue > 0 => Some(overdue),
            _ => None,
        }
    }
}

/// What came of something expected, reduced to what its state depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// Nothing came.
    Nothing,
    /// Only empty rows came, the first dated one on that day.
    Empty(Option<NaiveDate>),
    /// Something came, first on that day.
    Sent(Option<NaiveDate>),
}

/// The state of something that is owed by `due` when `as_of` is the day.
pub(super) fn state(due: Option<NaiveDate>, arrival: Arrival, as_of: NaiveDate) -> ReportState {
    match (arrival, due) {
        (Arrival::Sent(sent), None) => ReportState::Sent { sent },
        (Arrival::Sent(None), Some(_)) => ReportState::SentUndated,
        (Arrival::Sent(Some(sent)), Some(due)) if sent <= due => ReportState::OnTime { sent },
        (Arrival::Sent(Some(sent)), Some(due)) => ReportState::Late {
            sent,
            days: (sent - due).num_days(),
        },
        (Arrival::Empty(sent), due) => ReportState::Empty {
            sent,
            overdue: due.map_or(0, |due| (as_of - due).num_days().max(0)),
        },
        (Arrival::Nothing, None) => ReportState::NoDueDay,
        (Arrival::Nothing, Some(due)) if as_of <= due => ReportState::NotYetDue {
            days_left: (due - as_of).num_days(),
        },
        (Arrival::Nothing, Some(due)) => ReportState::Missing {
            overdue: (as_of - due).num_days(),
        },
    }
}

/// How many are in each state; they add up to [`StateCounts::total`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StateCounts {
    /// Sent in time.
    pub on_time: usize,
    /// Sent late.
    pub late: usize,
    /// Sent on a day that is not known.
    pub sent_undated: usize,
    /// Sent, where no day is due.
    pub sent: usize,
    /// Sent empty.
    pub empty: usize,
    /// Missing past their day.
    pub missing: usize,
    /// Not yet due.
    pub not_yet_due: usize,
    /// Not sent, where no day is due.
    pub no_due_day: usize,
    /// Not owed.
    pub not_owed: usize,
}

impl StateCounts {
    /// How many there are in all.
    #[must_use]
    pub fn total(self) -> usize {
        self.owed() + self.not_owed
    }

    /// How many are owed: all but those due before the plan was issued.
    #[must_use]
    pub fn owed(self) -> usize {
        self.on_time
            + self.late
            + self.sent_undated
            + self.sent
            + self.empty
            + self.missing
            + self.not_yet_due
            + self.no_due_day
    }

    /// Counts one more.
    pub fn add(&mut self, state: ReportState) {
        let count = match state {
            ReportState::OnTime { .. } => &mut self.on_time,
            ReportState::Late { .. } => &mut self.late,
            ReportState::SentUndated => &mut self.sent_undated,
            ReportState::Sent { .. } => &mut self.sent,
            ReportState::Empty { .. } => &mut self.empty,
            ReportState::Missing { .. } => &mut self.missing,
            ReportState::NotYetDue { .. } => &mut self.not_yet_due,
            ReportState::NoDueDay => &mut self.no_due_day,
            ReportState::NotOwed { .. } => &mut self.not_owed,
        };
        *count += 1;
    }
}

impl FromIterator<ReportState> for StateCounts {
    fn from_iter<I: IntoIterator<Item = ReportState>>(states: I) -> Self {
        let mut counts = Self::default();
        for state in states {
            counts.add(state);
        }
        counts
    }
}

impl AddAssign for StateCounts {
    fn add_assign(&mut self, other: Self) {
        self.on_time += other.on_time;
        self.late += other.late;
        self.sent_undated += other.sent_undated;
        self.sent += other.sent;
        self.empty += other.empty;
        self.missing += other.missing;
        self.not_yet_due += other.not_yet_due;
        self.no_due_day += other.no_due_day;
        self.not_owed += other.not_owed;
    }
}
