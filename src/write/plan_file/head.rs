//! `[plan]`, and the exceptions that stand in any table.

use super::table::Table;
use super::values::{self, inline, optional, text, texts};
use crate::model::{Exception, Head, PlanState, Wording};
use crate::read::plan::shapes;

/// The head of the document.
pub(super) fn table(head: &Head) -> Table {
    let mut table = Table::new("[plan]", super::HEAD, &shapes::HEAD);
    table.put("id", Some(text(&head.id)));
    table.put("title", Some(text(&head.title)));
    table.put("number", optional(head.number.as_ref()));
    table.put("issued", values::day(head.issued.as_ref()));
    table.put("effective", values::day(head.effective.as_ref()));
    table.put("issuer", optional(head.issuer.as_ref()));
    table.put(
        "signer",
        head.signer.as_ref().map(|signer| {
            inline(vec![
                ("name", Some(text(&signer.name))),
                ("title", optional(signer.title.as_ref())),
            ])
        }),
    );
    if head.years.from == head.years.to {
        table.put("year", Some(head.years.from.to_string()));
    } else {
        table.put("from", Some(head.years.from.to_string()));
        table.put("to", Some(head.years.to.to_string()));
    }
    table.put("focal", optional(head.focal.as_ref()));
    let state = match head.state {
        PlanState::Draft => "draft",
        PlanState::Issued => "issued",
    };
    table.put("state", Some(text(state)));
    table.put(
        "wording",
        (head.wording == Wording::Abridged).then(|| text("abridged")),
    );
    table.put("basis", texts(&head.basis));
    table.put("implements", optional(head.implements.as_ref()));
    table.put("replaces", optional(head.replaces.as_ref()));
    table.put("recipients", texts(&head.recipients));
    table.put("funding", optional(head.funding.as_ref()));
    table.put("results", texts(&head.results));
    table.put("scores", texts(&head.scores));
    table.put("note", optional(head.note.as_ref()));
    table.put("except", exceptions(&head.exceptions));
    table
}

/// The exceptions of a table, as a list of tables.
pub(super) fn exceptions(exceptions: &[Exception]) -> Option<String> {
    let tables: Vec<_> = exceptions
        .iter()
        .map(|exception| {
            inline(vec![
                ("rule", Some(text(&exception.rule))),
                ("reason", optional(exception.reason.as_ref())),
                ("until", values::day(exception.until.as_ref())),
            ])
        })
        .collect();
    match tables.as_slice() {
        [] => None,
        [only] => Some(format!("[{only}]")),
        several => Some(values::on_lines(several)),
    }
}

/// `[[except]]`, for the whole plan.
pub(super) fn exception(exception: &Exception) -> Table {
    let mut table = Table::new("[[except]]", super::NOWHERE, &shapes::EXCEPTION);
    table.put("rule", Some(text(&exception.rule)));
    table.put("reason", optional(exception.reason.as_ref()));
    table.put("until", values::day(exception.until.as_ref()));
    table
}
