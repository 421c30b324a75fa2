//! Everything that a plan and its results come to on a day, computed once.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::objectives::Released;
use super::{
    Book, Directory, Handed, ItemKind, Items, Judgement, Ledger, Receipts, ReportState,
    StateCounts, Verdict, judge,
};
use crate::model::{Plan, ReportingPeriod};

/// A plan with its results on a day.
#[derive(Debug)]
pub struct Progress<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// What it expects and what came in.
    pub ledger: &'p Ledger<'p>,
    /// The bodies that its agencies stand for.
    pub directory: &'p Directory,
    /// Its items.
    pub items: &'p Items<'p>,
    /// What was reported.
    pub book: &'p Book,
    /// What of the index is published.
    pub released: Released<'p>,
    /// The day.
    pub as_of: NaiveDate,
    /// Whatever is owed, with its state: reports in the order of the ledger, then
    /// deliveries, a body at a time.
    pub owed: Vec<Owed>,
    /// The verdicts on its targets.
    pub judgements: Vec<Judgement>,
}

/// Something that one body owes, and its state on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Who owes it, as an index into the directory.
    pub body: usize,
    /// What is owed.
    pub what: What,
    /// The last in-time day; `None` where no day is due.
    pub due: Option<NaiveDate>,
    /// The state.
    pub state: ReportState,
    /// How many items it must cover; 1 for a delivery.
    pub items: usize,
    /// Those of them that it does not cover, by index.
    pub uncovered: Vec<usize>,
}

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// The report on a period.
    Report(ReportingPeriod),
    /// The delivery of an item.
    Delivery {
        /// The item, by index.
        item: usize,
        /// Which time of a recurring one.
        instance: Option<ReportingPeriod>,
    },
}

impl<'p> Progress<'p> {
    /// What the ledger comes to on a day, without scores of the index.
    pub fn on(ledger: &'p Ledger<'p>, as_of: NaiveDate) -> Self {
        Self::with_scores(ledger, Released::without_scores(as_of))
    }

    /// What the ledger and the published scores come to on the day of the scores.
    pub fn with_scores(ledger: &'p Ledger<'p>, released: Released<'p>) -> Self {
        let as_of = released.as_of;
        let (directory, items, book) = (&ledger.directory, &ledger.items, &ledger.book);
        let mut receipts = Receipts::default();
        let mut handed = Handed::default();
        for record in book.arrivals() {
            receipts.add(&record, &ledger.expected);
            ledger.deliveries.hand(&mut handed, &record, items);
        }
        let judgements = judge(ledger.plan, directory, items, book, &released);
        let short = short_work(items, &judgements);
        let mut owed = owed_reports(ledger, &receipts, as_of);
        owed.extend(
            owed_deliveries(ledger, &handed, as_of).map(|owed| undone(owed, &short, as_of)),
        );
        Self {
            plan: ledger.plan,
            judgements,
            ledger,
            directory,
            items,
            book,
            released,
            as_of,
            owed,
        }
    }

    /// The verdicts on the same day, by nothing but what was reported on the periods
    /// that `keeps` takes.
    pub fn judged_by(&self, keeps: impl Fn(ReportingPeriod) -> bool) -> Vec<Judgement> {
        let book = self.book.of_periods(keeps);
        judge(self.plan, self.directory, self.items, &book, &self.released)
    }

    /// How many reports are in each state.
    pub fn report_counts(&self) -> StateCounts {
        self.counts(|what| matches!(what, What::Report(_)))
    }

    /// How many deliveries are in each state.
    pub fn delivery_counts(&self) -> StateCounts {
        self.counts(|what| matches!(what, What::Delivery { .. }))
    }

    fn counts(&self, of: impl Fn(What) -> bool) -> StateCounts {
        self.owed
            .iter()
            .filter(|owed| of(owed.what))
            .map(|owed| owed.state)
            .collect()
    }
}

fn owed_reports(ledger: &Ledger, receipts: &Receipts, as_of: NaiveDate) -> Vec<Owed> {
    let reports = ledger.expected.reports.iter().map(|report| {
        let received = receipts.of_report(report.body, report.period);
        Owed {
            body: report.body,
            what: What::Report(report.period),
            due: report.due.map(|due| due.day),
            state: report.state(received, as_of),
            items: report.items.len(),
            uncovered: report.uncovered(received),
        }
    });
    reports.collect()
}

fn owed_deliveries<'l>(
    ledger: &'l Ledger,
    handed: &'l Handed,
    as_of: NaiveDate,
) -> impl Iterator<Item = Owed> + 'l {
    let states = ledger.deliveries.states(handed, as_of);
    states.map(|(delivery, body, state)| Owed {
        body,
        what: What::Delivery {
            item: delivery.item,
            instance: delivery.instance,
        },
        due: delivery.due,
        state,
        items: 1,
        uncovered: Vec::new(),
    })
}

/// The tasks and duties with a target that falls short, by index, unless their plan
/// says that they are done.
fn short_work(items: &Items, judgements: &[Judgement]) -> HashSet<usize> {
    judgements
        .iter()
        .filter(|judgement| matches!(judgement.verdict, Verdict::Behind | Verdict::Missed))
        .filter_map(|judgement| {
            let item = &items.all()[judgement.target_item];
            let is_done = item.task?.done.is_some();
            let work = match item.kind {
                ItemKind::Target => item.within?,
                _ => judgement.target_item,
            };
            (!is_done).then_some(work)
        })
        .collect()
}

/// Dated work past its day whose target falls short is not done, whatever was
/// reported of it.
fn undone(mut owed: Owed, short: &HashSet<usize>, as_of: NaiveDate) -> Owed {
    if let (
        What::Delivery {
            item,
            instance: None,
        },
        Some(due),
    ) = (owed.what, owed.due)
        && due < as_of
        && short.contains(&item)
        && !matches!(owed.state, ReportState::NotOwed { .. })
    {
        owed.state = ReportState::Missing {
            overdue: (as_of - due).num_days(),
        };
    }
    owed
}
