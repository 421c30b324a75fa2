//! Where results go, and the exit code.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::anyhow;
use clap::ArgMatches;

use super::file;
use super::session::Session;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::{Lang, Text};
use crate::say;
use crate::source::column_letters;
use crate::table::Document;
use crate::write::{self, Cut, Format, Lost, Unwritten, Written, visible};

/// The exit code for a bad call, an unreadable file or a failure of papi.
pub(super) const FAILED: u8 = 2;

/// How a command ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// Nothing at or above the fail level.
    #[default]
    Clean,
    /// Findings at or above it.
    Findings,
    /// Something could not be read.
    Unreadable,
}

impl Outcome {
    /// What findings come to under the session's fail level.
    pub(super) fn of<'d>(
        findings: impl IntoIterator<Item = &'d Diagnostic>,
        session: &Session,
    ) -> Self {
        findings
            .into_iter()
            .map(|finding| {
                if finding.rule == "unreadable-file" && finding.severity == Severity::Error {
                    Self::Unreadable
                } else if session
                    .fail_on
                    .is_some_and(|level| finding.severity >= level)
                {
                    Self::Findings
                } else {
                    Self::Clean
                }
            })
            .max()
            .unwrap_or_default()
    }

    /// The exit code: 0, 1 or 2.
    pub(super) fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Unreadable => FAILED,
        })
    }
}

/// Writes a document where the session wants it.
pub(super) fn deliver_document(
    session: &Session,
    format: Format,
    document: &Document,
    findings: &[Diagnostic],
) -> anyhow::Result<()> {
    let written = write::document(format, document, findings, session.settings(&[]));
    let Written { bytes, cuts } = written.map_err(|reason| unwritten(&reason, session.lang))?;
    for cut in &cuts {
        let text = cut_words(cut);
        eprint(&format!(
            "{}\n",
            visible::one_line(text.in_lang(session.lang))
        ));
    }
    deliver(session, &bytes)
}

/// What a spreadsheet could not take whole, as a warning.
fn cut_words(cut: &Cut) -> Text {
    let (sheet, row, column) = (&cut.sheet, cut.row, column_letters(cut.column.into()));
    match cut.what {
        Lost::Text => say! {
            vi: "cảnh báo: trang {sheet}, ô {column}{row} dài quá 32.767 ký tự nên bị cắt, có dấu … ở chỗ cắt",
            en: "warning: sheet {sheet}, cell {column}{row} has more than 32,767 characters and was cut, with … at the cut"
        },
        Lost::Sight => say! {
            vi: "cảnh báo: trang {sheet}, hàng {row} cần cao hơn 409 điểm nên không hiện hết chữ; mở ô để đọc, hoặc in bằng DOCX",
            en: "warning: sheet {sheet}, row {row} needs more than 409 points and does not show all its text; open the cell, or print the DOCX"
        },
    }
}

/// Why nothing was written, as an error.
pub(super) fn unwritten(reason: &Unwritten, lang: Lang) -> anyhow::Error {
    let text = match reason {
        Unwritten::WrongFormat(format) => {
            let name = format.name();
            say! { vi: "lệnh này không có định dạng {name}", en: "this command has no format {name}" }
        }
        Unwritten::TooLarge(reason) => {
            say! { vi: "định dạng này không chứa hết: {reason}", en: "the format has no room for it: {reason}" }
        }
    };
    anyhow!(text.in_lang(lang).to_owned())
}

/// Writes a result to standard output, or to the session's file, whole or not at all.
pub(super) fn deliver(session: &Session, bytes: &[u8]) -> anyhow::Result<()> {
    deliver_to(session, session.output.as_deref(), bytes)
}

/// Writes a result to a file, whole or not at all, or to standard output.
pub(super) fn deliver_to(
    session: &Session,
    path: Option<&Path>,
    bytes: &[u8],
) -> anyhow::Result<()> {
    match path {
        None => print_bytes(bytes).map_err(|error| {
            let text = say! {
                vi: "không ghi được ra đầu ra chuẩn: {error}",
                en: "cannot write to standard output: {error}"
            };
            anyhow!(text.in_lang(session.lang).to_owned())
        }),
        Some(path) => file::replace(path, bytes).map_err(|error| {
            let shown = path.display();
            let text =
                say! { vi: "không ghi được {shown}: {error}", en: "cannot write {shown}: {error}" };
            anyhow!(text.in_lang(session.lang).to_owned())
        }),
    }
}

/// Writes help or the version to standard output.
pub(super) fn print(text: &str) {
    // Who asked for help and has no room for it needs no second text.
    let _ = print_bytes(text.as_bytes());
}

/// Writes to standard output; a reader that has gone away is no failure.
fn print_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Writes to standard error.
pub(super) fn eprint(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Tells what is wrong in papi.toml, in the format of the call where that is for
/// findings: nothing is judged by settings that could not be read.
pub(super) fn unconfigured(session: &Session) -> anyhow::Result<Outcome> {
    let findings = &session.office.findings;
    let format = session.format.as_deref().and_then(Format::named);
    match format.filter(|format| *format != Format::Human && format.is_for_diagnostics()) {
        Some(format) => {
            let text = super::validate::written(session, format, findings)?;
            deliver(session, text.as_bytes())?;
        }
        None => eprint(&write::human::diagnostics(findings, session.look())),
    }
    Ok(Outcome::Unreadable)
}

/// Tells that papi could not do its work.
pub(super) fn failed(error: &anyhow::Error, matches: &ArgMatches, lang: Lang) -> ExitCode {
    let heading = say! { vi: "lỗi", en: "error" };
    let reasons: Vec<_> = error
        .chain()
        .map(|reason| visible::one_line(&reason.to_string()).into_owned())
        .collect();
    eprint(&format!(
        "{}: {}\n",
        heading.in_lang(lang),
        reasons.join(": ")
    ));
    // Whoever waits for a document gets one; a file that was asked for is not touched.
    let matches = matches.subcommand().map(|(_, matches)| matches);
    let given = |name| matches?.try_get_raw(name).ok()??.next()?.to_str();
    let format = given("format").and_then(Format::named);
    if given("output").is_none_or(|output| output == "-")
        && let Some(document) =
            format.and_then(|format| write::failure::document(format, &reasons.join(": ")))
    {
        print(&document);
    }
    ExitCode::from(FAILED)
}
