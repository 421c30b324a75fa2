//! The head of a plan's document.

use chrono::NaiveDate;

use super::plan::Exception;
use crate::source::{Located, Place};

/// The `[plan]` table: the head of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Where the table begins.
    pub place: Located<()>,
    /// The plan's own id.
    pub id: Located<String>,
    /// The title.
    pub title: Located<String>,
    /// The official number (số, ký hiệu): "149/KH-UBND".
    pub number: Option<Located<String>>,
    /// The day of issue.
    pub issued: Option<Located<NaiveDate>>,
    /// The day from which it is in force.
    pub effective: Option<Located<NaiveDate>>,
    /// Who issued it.
    pub issuer: Option<Located<String>>,
    /// Who signed it.
    pub signer: Option<Signer>,
    /// The years it is for.
    pub years: Years,
    /// The collecting agency (cơ quan đầu mối), by id.
    pub focal: Option<Located<String>>,
    /// Whether number and date are still to come.
    pub state: PlanState,
    /// Whether titles were shortened by whoever entered them.
    pub wording: Wording,
    /// The legal grounds (căn cứ).
    pub basis: Vec<Located<String>>,
    /// The document this one carries out.
    pub implements: Option<Located<String>>,
    /// The document this one replaces.
    pub replaces: Option<Located<String>>,
    /// Who receives it (nơi nhận).
    pub recipients: Vec<Located<String>>,
    /// Where the money comes from (kinh phí).
    pub funding: Option<Located<String>>,
    /// Patterns of results files that belong to it, relative to the plan.
    pub results: Vec<Located<String>>,
    /// Patterns of files of published PAPI scores by which its objectives are judged,
    /// relative to the plan.
    pub scores: Vec<Located<String>>,
    /// A note of whoever entered it.
    pub note: Option<Located<String>>,
    /// Exceptions that hold for the head.
    pub exceptions: Vec<Exception>,
}

/// The years a plan is for, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year.
    pub from: i32,
    /// The last year.
    pub to: i32,
}

impl Years {
    /// The last day of the plan's time.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.to, 12, 31).unwrap_or(NaiveDate::MAX)
    }

    /// Every year, in order.
    #[must_use]
    pub fn all(self) -> std::ops::RangeInclusive<i32> {
        self.from..=self.to
    }
}

/// The signer of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The name.
    pub name: Located<String>,
    /// The title: "Chủ tịch".
    pub title: Option<Located<String>>,
}

/// The state of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanState {
    /// Number and date are still blank.
    Draft,
    /// Issued.
    #[default]
    Issued,
}

/// Whose words the titles are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wording {
    /// As issued.
    #[default]
    AsIssued,
    /// Shortened by whoever entered the plan.
    Abridged,
}

impl Head {
    /// Where the `[plan]` table begins.
    #[must_use]
    pub fn begins(&self) -> &Place {
        &self.place.place
    }
}
