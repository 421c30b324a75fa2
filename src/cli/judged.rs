//! What the commands share that judge plans on a day and filter what they show.

use std::borrow::Cow;

use anyhow::bail;
use clap::{ArgMatches, Command};

use super::choice::{Choice, Unknown, choice};
use super::examine::{after_exceptions, examine_all, findings_of_day};
use super::known::Known;
use super::load::load;
use super::output::{self, Outcome};
use super::session::Session;
use super::{arguments, file, find};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::progress::Progress;
use crate::say;
use crate::table::{Block, Document, Fact, Value};
use crate::write::{self, Format};

/// The formats in which documents are given.
pub(super) const FORMATS: [&str; 7] = ["human", "json", "markdown", "csv", "xlsx", "docx", "html"];

/// The arguments they share, with the formats that the command takes.
pub(super) fn command(command: Command, lang: Lang, formats: &[&'static str]) -> Command {
    let agency = say! {
        vi: "Chỉ đơn vị hoặc nhóm này: mã, tên hay cách viết quen dùng",
        en: "Only this agency or group: id, code, name or any known spelling"
    };
    let section =
        say! { vi: "Chỉ mục này: mã, số hoặc tên", en: "Only this section: id, number or title" };
    let period = say! { vi: "Chỉ kỳ này, như 2021-H1 hoặc \"6 tháng đầu năm 2021\"", en: "Only this period, like 2021-H1" };
    command
        .arg(arguments::plans(lang))
        .arg(arguments::results(lang))
        .arg(arguments::as_of(lang))
        .arg(arguments::option(
            lang,
            "agency",
            &say! { vi: "ĐƠN VỊ", en: "AGENCY" },
            &agency,
        ))
        .arg(arguments::option(
            lang,
            "section",
            &say! { vi: "MỤC", en: "SECTION" },
            &section,
        ))
        .arg(arguments::option(
            lang,
            "period",
            &say! { vi: "KỲ", en: "PERIOD" },
            &period,
        ))
        .arg(arguments::fail_on(lang))
        .arg(arguments::format(lang, formats))
        .arg(arguments::delimiter(lang))
        .arg(arguments::output(lang))
        .arg(arguments::width(lang))
}

/// Judges every plan and shows what `report` says of each. The exit code is that of
/// the plans' findings.
pub(super) fn run(
    session: &Session,
    matches: &ArgMatches,
    report: impl Fn(&Progress, Choice, Format) -> Document,
) -> anyhow::Result<Outcome> {
    let format = session.format_among(&FORMATS)?;
    let mut parts = Vec::new();
    let judged = judge(session, matches, |progress, choice| {
        parts.push(report(progress, choice, format));
    })?;
    if format != Format::Json {
        judged.tell_errors(session);
    }
    let document = Document {
        headings: Vec::new(),
        blocks: vec![
            Block::Facts(vec![Fact {
                key: "as_of",
                value: Value::Day(session.as_of),
                label: Some(say! { vi: "Tính đến ngày", en: "As of" }),
            }]),
            Block::Parts {
                key: "plans",
                parts,
            },
        ],
    };
    output::deliver_document(session, format, &document, &judged.errors)?;
    Ok(Outcome::of(&judged.findings, session))
}

/// What was found in plans that were judged.
pub(super) struct Judged {
    /// Everything that stands.
    pub findings: Vec<Diagnostic>,
    /// The errors of the files among it.
    pub errors: Vec<Diagnostic>,
}

impl Judged {
    /// Shows the errors of the files on standard error.
    pub(super) fn tell_errors(&self, session: &Session) {
        if !self.errors.is_empty() {
            output::eprint(&write::human::diagnostics(&self.errors, session.look()));
        }
    }
}

/// Judges every plan and gives it to `take` with what is asked of it. Plans that do not
/// know the agency, section or period asked for are passed over; that none knows it is
/// an error.
pub(super) fn judge(
    session: &Session,
    matches: &ArgMatches,
    mut take: impl FnMut(&Progress, Choice),
) -> anyhow::Result<Judged> {
    let paths = find::plans(session, matches)?;
    let given = find::results_given(session, matches);
    let known = Known::read(session, matches)?;
    file::check_inputs(session.output.as_deref(), known.files(), session.lang)?;
    let province = matches.try_get_one::<String>("province").ok().flatten();
    let province = province.map(String::as_str);
    let mut all = known.findings.clone();
    let mut unknown = None;
    let mut is_known = false;
    let loaded: Vec<_> = paths.iter().map(|path| load(session, path)).collect();
    let sound: Vec<_> = loaded
        .iter()
        .filter_map(|loaded| Some((loaded.sound_plan()?, loaded)))
        .collect();
    let mut examined = examine_all(&sound, &given, Some(session.as_of)).into_iter();
    for loaded in &loaded {
        let Some(plan) = loaded.sound_plan() else {
            all.extend(super::validate::findings_of(session, loaded));
            continue;
        };
        let examined = examined.next().expect("every sound plan is examined");
        file::check_inputs(
            session.output.as_deref(),
            examined.ledger.book.files().iter().map(AsRef::as_ref),
            session.lang,
        )?;
        let scores = known.with_scores_of(plan, &loaded.path);
        file::check_inputs(session.output.as_deref(), scores.files(), session.lang)?;
        let released = scores.released(plan, province, session)?;
        let progress = Progress::with_scores(&examined.ledger, released);
        match choice(&progress, matches) {
            Ok(choice) => {
                is_known = true;
                take(&progress, choice);
            }
            Err(text)
                if unknown
                    .as_ref()
                    .is_none_or(|known: &Unknown| known.known < text.known) =>
            {
                unknown = Some(text);
            }
            Err(_) => {}
        }
        let mut findings = loaded.read.findings.clone();
        findings.extend(examined.findings);
        if let Cow::Owned(own) = &scores {
            findings.extend(own.findings.iter().cloned());
        }
        findings.extend(findings_of_day(&progress));
        all.extend(after_exceptions(session, plan, findings, Some(session.as_of)).standing);
    }
    if let Some(unknown) = unknown.filter(|_| !is_known) {
        bail!(unknown.text.in_lang(session.lang).to_owned());
    }
    let is_of_file = |finding: &&Diagnostic| {
        finding.severity == Severity::Error && !crate::rules::needs_a_day(finding.rule)
    };
    Ok(Judged {
        errors: all.iter().filter(is_of_file).cloned().collect(),
        findings: all,
    })
}
