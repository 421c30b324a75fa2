//! `[reporting]` names a regime that is not known.

use super::advice::Known;
use super::{Check, Rule, Subject};
use crate::catalog::Regime;
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "unknown-regime",
    severity: Severity::Error,
    summary: (
        "chế độ báo cáo không có trong danh mục",
        "a reporting regime that is not known",
    ),
    page: include_str!("unknown_regime.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let reporting = subject.plan.reporting.as_ref();
    let Some(regime) = reporting.and_then(|reporting| reporting.regime.as_ref()) else {
        return;
    };
    if Regime::named(regime).is_some() {
        return;
    }
    let regimes = Regime::built_in();
    let names: Vec<_> = regimes.iter().map(|regime| regime.name.as_str()).collect();
    let finding = RULE.finds(
        &regime.place,
        say! { vi: "không có chế độ báo cáo `{regime}`", en: "there is no regime `{regime}`" },
    );
    let finding = Known::of(names.iter().copied()).correct(regime, finding);
    found.push(match finding.advice {
        Some(_) => finding,
        None => {
            let names = names.join(", ");
            finding.advice(say! {
                vi: "dùng một trong {names}, hoặc bỏ `regime` và ghi `periods`, `closes`, `due`",
                en: "use one of {names}, or say `periods`, `closes` and `due` without `regime`"
            })
        }
    });
}
