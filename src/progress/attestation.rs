//! Targets that are attested, not measured.

use super::case::{Case, Finding, Outcome};
use super::explanation::{LeftOut, WhyLeftOut, formula};
use super::figures::Wanted;
use super::verdict::{Attestation, Reason, TargetFigure, Verdict};
use crate::model::{Combine, Figure};

impl Case<'_> {
    /// Gathers what agencies attest.
    pub(super) fn attestation(&self) -> Finding {
        let mut selection = self.selection(Wanted::Attestation, Combine::Latest);
        selection.combine = Combine::Latest;
        let gathered = self.gather(&selection);
        let mut finding = gathered.finding(self.reach.expected().len());
        if gathered.choice.rows.is_empty() {
            let was_reported = self.book.of_item(self.item).next().is_some();
            if was_reported && matches!(finding.outcome, Outcome::Verdict(Verdict::NoData)) {
                return finding.because(Reason::NotAttested);
            }
            if matches!(
                finding.outcome,
                Outcome::Verdict(Verdict::NotMeasurable(Reason::WrongKind))
            ) {
                return finding.because(Reason::NotAttested);
            }
            return finding;
        }
        let (mut yes, mut no, mut without_evidence) = (0, 0, 0);
        for &body in &gathered.choice.rows {
            let figure = gathered.of(body);
            match figure.value {
                Ok(Figure::Attested(true)) => yes += 1,
                _ => no += 1,
            }
            if matches!(figure.value, Ok(Figure::Attested(true))) && !self.has_evidence(body) {
                without_evidence += 1;
                let inputs = figure.inputs.iter().cloned();
                let why = WhyLeftOut::WithoutEvidence;
                let left_out = inputs.map(|input| LeftOut { input, why });
                finding.explanation.left_out.extend(left_out);
            }
        }
        let figure = TargetFigure::Attested {
            yes,
            without_evidence,
            no,
        };
        finding.figure = Some(figure);
        finding.explanation.formula = Some(formula(figure, None));
        let attestation = if no > 0 {
            Attestation::No
        } else if without_evidence > 0 {
            Attestation::WithoutEvidence
        } else if finding.missing.is_empty() {
            Attestation::Yes
        } else {
            Attestation::Partly
        };
        finding.outcome = Outcome::Verdict(Verdict::Attested(attestation));
        finding
    }

    /// Whether an agency names evidence for the item in any period that counts.
    fn has_evidence(&self, body: usize) -> bool {
        let mut rows = self.book.of_body(self.item, body);
        rows.any(|(_, reported)| reported.evidence.is_some() && !reported.is_disputed)
    }
}
