//! `papi targets`: the verdicts on the targets.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};

use super::output::Outcome;
use super::session::Session;
use super::{arguments, judged};
use crate::lang::{Lang, Text};
use crate::reports::targets::{self, Filter};
use crate::say;

/// The verdicts that can be asked for.
const VERDICTS: [&str; 7] = [
    "met",
    "behind",
    "missed",
    "no-data",
    "not-yet-published",
    "attested",
    "not-measurable",
];

pub(super) fn command(lang: Lang) -> Command {
    let list = VERDICTS.join(", ");
    let verdict = say! { vi: "Chỉ những chỉ tiêu có đánh giá: {list}", en: "Only targets with the verdict: {list}" };
    let dimension =
        say! { vi: "Chỉ chỉ số nội dung này, như 2", en: "Only this PAPI dimension, like 2" };
    judged::command(
        arguments::named(
            lang,
            "targets",
            &say! { vi: "Đánh giá các chỉ tiêu theo số liệu báo cáo", en: "Judge targets against the results" },
            &say! { vi: "papi targets [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi targets [OPTIONS] [PLAN]..." },
            &say! {
                vi: "  papi targets plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05\n  papi targets --verdict behind --dimension 2\n  papi targets plans/lao-cai-2021.toml --scores diem.csv --as-of 2022-05-11",
                en: "  papi targets plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05\n  papi targets --verdict behind --dimension 2\n  papi targets plans/lao-cai-2021.toml --scores scores.csv --as-of 2022-05-11"
            },
        ),
        lang,
        &judged::FORMATS,
    )
    .arg(arguments::scores(lang))
    .arg(arguments::province(lang))
    .arg(arguments::editions(lang))
    .arg(
        arguments::option(lang, "verdict", &Text::same("…"), &verdict)
            .value_parser(PossibleValuesParser::new(VERDICTS))
            .hide_possible_values(true),
    )
    .arg(arguments::option(lang, "dimension", &say! { vi: "SỐ", en: "NUMBER" }, &dimension))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let verdict = matches.get_one::<String>("verdict").map(String::as_str);
    let dimension = matches.get_one::<String>("dimension").map(String::as_str);
    judged::run(session, matches, |progress, choice, _| {
        let filter = Filter {
            verdict,
            dimension,
            bodies: choice.bodies.as_deref(),
            sections: choice.sections.as_deref(),
            period: choice.period,
        };
        targets::document(progress, &filter)
    })
}
