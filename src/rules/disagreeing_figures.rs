//! An agency's own figure is not that of its members, or a denominator not that of
//! the registry.

use super::verdicts::finding;
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Disagreement, Progress, TargetFigure};
use crate::say;
use crate::words::say_number;

pub(super) static RULE: Rule = Rule {
    name: "disagreeing-figures",
    severity: Severity::Warning,
    summary: (
        "số liệu cấp trên khác tổng của cấp dưới, hoặc mẫu số khác danh mục",
        "figures of an agency and of those below it that differ, or a denominator and the registry",
    ),
    page: include_str!("disagreeing_figures.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    let name = |body: usize| progress.directory.bodies()[body].name.as_str();
    for judgement in &progress.judgements {
        for disagreement in &judgement.explanation.disagreements {
            found.push(finding(&RULE, progress, judgement, |id| match disagreement {
                Disagreement::OwnAgainstMembers { body, own, members } => {
                    let (body, own, members) = (name(*body), said(*own), said(*members));
                    let (own_vi, own_en) = (own.vi, own.en);
                    let (members_vi, members_en) = (members.vi, members.en);
                    say! {
                        vi: "`{id}`: {body} báo cáo {own_vi}, các đơn vị trực thuộc cộng lại là {members_vi}",
                        en: "`{id}`: {body} reports {own_en}, those below it add up to {members_en}"
                    }
                }
                Disagreement::AgainstRegistry { body, reported, registry } => {
                    let body = name(*body);
                    let Text { vi, en } = say_number(*reported);
                    say! {
                        vi: "`{id}`: {body} báo cáo mẫu số {vi}, danh mục có {registry} đơn vị",
                        en: "`{id}`: {body} reports a denominator of {en}, the registry has {registry}"
                    }
                }
            }));
        }
    }
}

fn said(figure: TargetFigure) -> Text {
    let pair = |one: Text, other: Text| Text {
        vi: format!("{}/{}", one.vi, other.vi),
        en: format!("{}/{}", one.en, other.en),
    };
    match figure {
        TargetFigure::Ratio {
            numerator,
            denominator,
        } => pair(say_number(numerator), say_number(denominator)),
        TargetFigure::Share { satisfied, of } => {
            say! { vi: "{satisfied}/{of}", en: "{satisfied}/{of}" }
        }
        TargetFigure::Percent(number) => {
            let Text { vi, en } = say_number(number);
            say! { vi: "{vi} %", en: "{en} %" }
        }
        TargetFigure::Number(number) => say_number(number),
        TargetFigure::EachAgency {
            satisfied,
            compared,
        } => {
            say! { vi: "{satisfied}/{compared} đơn vị đạt", en: "{satisfied} of {compared} that meet it" }
        }
        TargetFigure::Attested { yes, no, .. } => {
            say! { vi: "{yes} đạt, {no} không đạt", en: "{yes} yes, {no} no" }
        }
        // Published figures contradict none of the agencies'.
        TargetFigure::Index { .. } => Text::same(""),
    }
}
