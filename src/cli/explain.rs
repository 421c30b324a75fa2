//! `papi explain`: the page of a rule, the list of all rules, or how the verdict on a
//! target came about.

use anyhow::bail;
use clap::{ArgAction, ArgMatches, Command};

use super::output::{self, Outcome};
use super::session::Session;
use super::{arguments, judged};
use crate::lang::Lang;
use crate::progress::{Judgement, Progress};
use crate::reports::explanation::{self, Shown};
use crate::reports::rules as list;
use crate::rules::{RULES, rule};
use crate::say;
use crate::spelling::nearest;
use crate::table::{Block, Document, Fact, Value};
use crate::words::fold;
use crate::write::{Format, terminal};

/// The formats of an explained verdict.
const FORMATS: [&str; 3] = ["human", "json", "markdown"];

/// How many rows of each list people are shown.
const MOST_ROWS: usize = 30;

pub(super) fn command(lang: Lang) -> Command {
    let name = say! {
        vi: "Tên quy tắc, hoặc mã chỉ tiêu của kế hoạch; không ghi thì liệt kê các quy tắc",
        en: "A rule's name, or the id of a plan's target; without one, all rules are listed"
    };
    let value = say! { vi: "QUY TẮC|CHỈ TIÊU", en: "RULE|TARGET" };
    let agency = say! { vi: "Chỉ hiện số liệu của đơn vị hoặc nhóm này và các đơn vị trực thuộc", en: "Show only rows of this agency or group, and of those below it" };
    let period = say! { vi: "Chỉ hiện số liệu của kỳ này, như 2021-H1", en: "Show only rows on this period, like 2021-H1" };
    let plan = say! { vi: "Tệp kế hoạch hoặc thư mục; ghi được nhiều lần; không ghi thì lấy plans/ gần nhất", en: "Plan file or folder; may be given again; default the nearest plans/ upward" };
    arguments::named(
        lang,
        "explain",
        &say! { vi: "Giải thích một quy tắc, hoặc đánh giá về một chỉ tiêu", en: "Explain a rule, or the verdict on a target" },
        &say! { vi: "papi explain [TÙY CHỌN] [QUY TẮC|CHỈ TIÊU]", en: "papi explain [OPTIONS] [RULE|TARGET]" },
        &say! {
            vi: "  papi explain\n  papi explain overdue-report\n  papi explain II.3 --plan plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05",
            en: "  papi explain\n  papi explain overdue-report\n  papi explain II.3 --plan plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05"
        },
    )
    .arg(arguments::positional(lang, "rule", value.in_lang(lang), &name).required(false))
    .arg(
        arguments::option(lang, "plan", &say! { vi: "KẾ HOẠCH", en: "PLAN" }, &plan)
            .action(ArgAction::Append)
            .value_parser(clap::value_parser!(std::path::PathBuf)),
    )
    .arg(arguments::results(lang))
    .arg(arguments::as_of(lang))
    .arg(arguments::option(lang, "agency", &say! { vi: "ĐƠN VỊ", en: "AGENCY" }, &agency))
    .arg(arguments::option(lang, "period", &say! { vi: "KỲ", en: "PERIOD" }, &period))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let Some(name) = matches.get_one::<String>("rule") else {
        let listed = RULES.iter().map(|rule| list::Listed {
            name: rule.name,
            severity: rule.severity,
            summary: rule.summary,
        });
        let text = terminal::document(&list::list(listed), session.look());
        output::deliver(session, text.as_bytes())?;
        return Ok(Outcome::Clean);
    };
    if let Some(rule) = rule(name) {
        let page = format!("{}\n", rule.page_in(session.lang));
        output::deliver(session, page.as_bytes())?;
        return Ok(Outcome::Clean);
    }
    verdict(session, matches, name)
}

/// Explains the verdicts on the target of that id in every plan that has one. The exit
/// code tells whether the files could be read without error, not what the verdict is.
fn verdict(session: &Session, matches: &ArgMatches, name: &str) -> anyhow::Result<Outcome> {
    let is_given = ["plan", "results"]
        .iter()
        .any(|given| matches.contains_id(given));
    let has_plans = is_given || super::find::plans(session, matches).is_ok();
    if !has_plans {
        return unknown(session, name, &[]);
    }
    let format = session.format_among(&FORMATS)?;
    let (mut parts, mut ids) = (Vec::new(), Vec::new());
    let judged = judged::judge(session, matches, |progress, choice| {
        let bodies = choice
            .bodies
            .map(|bodies| with_those_below(progress, bodies));
        let shown = Shown {
            bodies: bodies.as_deref(),
            period: choice.period,
            most: (format != Format::Json).then_some(MOST_ROWS),
        };
        let found = judgements(progress, name);
        parts.extend(
            found
                .iter()
                .map(|judgement| explanation::document(progress, judgement, &shown)),
        );
        let judged = progress.judgements.iter();
        ids.extend(
            judged.map(|judgement| progress.items.all()[judgement.target_item].id.to_owned()),
        );
    })?;
    if parts.is_empty() {
        judged.tell_errors(session);
        return unknown(session, name, &ids);
    }
    if format != Format::Json {
        judged.tell_errors(session);
    }
    let as_of = Fact {
        key: "as_of",
        value: Value::Day(session.as_of),
        label: Some(say! { vi: "Tính đến ngày", en: "As of" }),
    };
    let document = Document::of(vec![
        Block::Facts(vec![as_of]),
        Block::Parts {
            key: "targets",
            parts,
        },
    ]);
    output::deliver_document(session, format, &document, &judged.errors)?;
    Ok(Outcome::of(&judged.errors, session))
}

/// The judgement of the item of that id, or those of its targets.
fn judgements<'p>(progress: &'p Progress, name: &str) -> Vec<&'p Judgement> {
    let items = progress.items;
    let is_it = |id: &str| id == name || fold(id) == fold(name);
    let named = items.find(name).or_else(|| {
        let mut all = items.all().iter();
        all.position(|item| is_it(item.id))
    });
    let of = |wanted: &dyn Fn(usize) -> bool| -> Vec<&'p Judgement> {
        let all = progress.judgements.iter();
        all.filter(|judgement| wanted(judgement.target_item))
            .collect()
    };
    let Some(named) = named else {
        return Vec::new();
    };
    let own = of(&|item| item == named);
    if own.is_empty() {
        return of(&|item| items.all()[item].within == Some(named));
    }
    own
}

fn with_those_below(progress: &Progress, mut bodies: Vec<usize>) -> Vec<usize> {
    let mut next = 0;
    while let Some(&body) = bodies.get(next) {
        for &below in progress.directory.children(body) {
            if !bodies.contains(&below) {
                bodies.push(below);
            }
        }
        next += 1;
    }
    bodies
}

fn unknown(session: &Session, name: &str, ids: &[String]) -> anyhow::Result<Outcome> {
    let rules = RULES.iter().map(|rule| rule.name);
    let text = match nearest(name, rules.chain(ids.iter().map(String::as_str))) {
        Some(near) => {
            say! { vi: "không có quy tắc hay chỉ tiêu `{name}`; có phải `{near}`?", en: "there is no rule or target `{name}`; did you mean `{near}`?" }
        }
        None => {
            say! { vi: "không có quy tắc hay chỉ tiêu `{name}`; papi explain liệt kê các quy tắc, papi targets liệt kê các chỉ tiêu", en: "there is no rule or target `{name}`; papi explain lists the rules, papi targets the targets" }
        }
    };
    bail!(text.in_lang(session.lang).to_owned());
}
