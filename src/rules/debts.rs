//! What is owed, as findings tell it.

use super::Rule;
use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::model::{PeriodPart, Reporting};
use crate::progress::{Item, Owed, Progress, ReportState, What};
use crate::source::Place;
use crate::words::{say_date, say_period};

/// Tells of everything owed whose state `message` has words for: it is given the name
/// of the body, what is owed, and the due day.
pub(super) fn tell(
    rule: &Rule,
    progress: &Progress,
    found: &mut Vec<Diagnostic>,
    of: fn(What) -> bool,
    message: impl Fn(ReportState, &Debt) -> Option<Text>,
) {
    for owed in progress.owed.iter().filter(|owed| of(owed.what)) {
        let debt = Debt::of(progress, owed);
        if let Some(message) = message(owed.state, &debt) {
            let finding = rule.finds(debt.place, message);
            found.push(match debt.subject {
                Some(subject) => finding.about(subject),
                None => finding,
            });
        }
    }
}

/// Something that one body owes.
pub(super) struct Debt<'p> {
    /// The name of the body.
    pub(super) body: &'p str,
    /// What it owes: "6 tháng đầu năm 2021", or the id of a task.
    pub(super) what: Text,
    /// The due day; empty where none is due.
    pub(super) due: Text,
    place: &'p Place,
    subject: Option<&'p str>,
}

/// Whether that is a report.
pub(super) fn is_report(what: What) -> bool {
    matches!(what, What::Report(_))
}

/// Whether that is a delivery.
pub(super) fn is_delivery(what: What) -> bool {
    !is_report(what)
}

impl<'p> Debt<'p> {
    fn of(progress: &'p Progress, owed: &Owed) -> Self {
        let (what, place, subject) = match owed.what {
            What::Report(period) => (
                say_period(period),
                place_of_period(progress, period.part),
                None,
            ),
            What::Delivery { item, instance } => {
                let item = &progress.items.all()[item];
                let id = Text::same(format!("`{}`", item.id));
                let what = match instance.map(say_period) {
                    Some(time) => Text {
                        vi: format!("{} ({})", id.vi, time.vi),
                        en: format!("{} ({})", id.en, time.en),
                    },
                    None => id,
                };
                (what, place_of_item(progress, item), Some(item.id))
            }
        };
        Self {
            body: &progress.directory.bodies()[owed.body].name,
            what,
            due: owed.due.map_or_else(|| Text::same(""), say_date),
            place,
            subject,
        }
    }
}

/// Where the plan says that there is a report on that part of the year.
fn place_of_period<'p>(progress: &Progress<'p>, part: PeriodPart) -> &'p Place {
    let plan = progress.plan;
    let in_reporting = |reporting: &'p Reporting| {
        let named = reporting
            .periods
            .iter()
            .find(|set| set.parts().contains(&part));
        let regime = reporting.regime.as_ref().map(|regime| &regime.place);
        named.map(|set| &set.place).or(regime)
    };
    let said = plan.reporting.as_ref().and_then(in_reporting);
    said.unwrap_or_else(|| plan.head.begins())
}

fn place_of_item<'p>(progress: &Progress<'p>, item: &Item<'p>) -> &'p Place {
    let when = item.task.and_then(|task| task.when.first());
    let id = item.task.map(|task| &task.id.place);
    let place = when.map(|when| &when.words.place).or(id);
    place.unwrap_or_else(|| progress.plan.head.begins())
}
