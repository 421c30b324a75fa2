//! `papi config`: what is in force, and where each value comes from.

use clap::{ArgMatches, Command};

use super::arguments;
use super::language::Chosen;
use super::office::NAME;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::{Lang, Text};
use crate::policy::{RuleSetting, SharedException};
use crate::read::config::FailOn;
use crate::reports::settings::{self, Setting};
use crate::say;
use crate::source::{Located, Place};
use crate::table::Value;

/// The formats it takes.
const FORMATS: [&str; 3] = ["human", "markdown", "json"];

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "config",
        &say! {
            vi: "In các thiết lập đang có hiệu lực và nơi đặt ra chúng",
            en: "Print what is in force and where each value comes from"
        },
        &say! { vi: "papi config [TÙY CHỌN]", en: "papi config [OPTIONS]" },
        &say! {
            vi: "  papi config\n  papi config --config van-phong/papi.toml --format json",
            en: "  papi config\n  papi config --config office/papi.toml --format json"
        },
    )
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, _: &ArgMatches) -> anyhow::Result<Outcome> {
    let format = session.format_among(&FORMATS)?;
    let config = &session.office.config;
    let mut settings = vec![
        plans(&config.plans),
        Setting {
            key: "language".to_owned(),
            value: session.lang.code().into(),
            origin: match (session.language_by, &config.language) {
                (Chosen::File, Some(language)) => origin(&language.place),
                (chosen, _) => said_by(chosen),
            },
        },
        Setting {
            key: "fail_on".to_owned(),
            value: config
                .fail_on
                .as_ref()
                .map_or("error", |level| match level.value {
                    FailOn::Level(severity) => severity.word(),
                    FailOn::Never => "never",
                })
                .into(),
            origin: of(config.fail_on.as_ref()),
        },
        Setting {
            key: "calendar".to_owned(),
            value: config.calendar.as_ref().map_or_else(
                || say! { vi: "lịch có sẵn của papi", en: "the one that comes with papi" }.into(),
                |path| path.as_str().into(),
            ),
            origin: of(config.calendar.as_ref()),
        },
    ];
    settings.extend(config.results.iter().map(|(plan, paths)| Setting {
        key: format!("results.{plan}"),
        value: list(paths),
        origin: origin(&plan.place),
    }));
    settings.extend(config.policy.rules.iter().map(of_rule));
    settings.extend(config.policy.exceptions.iter().map(excepted));
    let file = session.office.file.as_ref();
    let file = file.map(|path| path.display().to_string());
    let document = settings::document(file.as_deref(), settings);
    output::deliver_document(session, format, &document, &[])?;
    Ok(Outcome::Clean)
}

fn plans(plans: &[Located<String>]) -> Setting {
    let nearest = say! {
        vi: "thư mục plans/ gần nhất",
        en: "the nearest folder plans/ upward"
    };
    Setting {
        key: "plans".to_owned(),
        value: if plans.is_empty() {
            nearest.into()
        } else {
            list(plans)
        },
        origin: of(plans.first()),
    }
}

fn of_rule(setting: &RuleSetting) -> Setting {
    let severity = setting.severity.as_ref();
    let severity = severity.map_or_else(
        || Text::same(""),
        |severity| Text::same(severity.value.word()),
    );
    let from = setting.issued_from.as_ref().map_or_else(
        || Text::same(""),
        |day| {
            let Text { vi, en } = crate::words::say_date(day.value);
            say! { vi: "kế hoạch ban hành từ ngày {vi}", en: "plans issued from {en} on" }
        },
    );
    let both = |one: &str, other: &str| {
        let parts: Vec<_> = [one, other]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        parts.join("; ")
    };
    Setting {
        key: format!("rules.{}", setting.rule),
        value: Text {
            vi: both(&severity.vi, &from.vi),
            en: both(&severity.en, &from.en),
        }
        .into(),
        origin: origin(&setting.rule.place),
    }
}

fn excepted(shared: &SharedException) -> Setting {
    let exception = &shared.exception;
    let ids: Vec<_> = shared.plans.iter().chain(&shared.items).collect();
    let ids: Vec<_> = ids.iter().map(|id| id.as_str()).collect();
    let ids = ids.join(", ");
    let reason = exception.reason.as_ref().map_or("", |why| why.as_str());
    let until = exception.until.as_ref().map_or_else(
        || Text::same(""),
        |day| {
            let Text { vi, en } = crate::words::say_date(day.value);
            say! { vi: " (đến hết ngày {vi})", en: " (until {en})" }
        },
    );
    let Text { vi, en } = until;
    let where_it_holds = if ids.is_empty() {
        String::new()
    } else {
        format!("{ids}: ")
    };
    Setting {
        key: format!("except.{}", exception.rule),
        value: Text {
            vi: format!("{where_it_holds}{reason}{vi}"),
            en: format!("{where_it_holds}{reason}{en}"),
        }
        .into(),
        origin: origin(&exception.rule.place),
    }
}

fn list(words: &[Located<String>]) -> Value {
    Value::List(words.iter().map(|word| word.value.clone()).collect())
}

fn of<T>(value: Option<&Located<T>>) -> Text {
    value.map_or_else(|| said_by(Chosen::Nobody), |value| origin(&value.place))
}

/// The line of the file that says so.
fn origin(place: &Place) -> Text {
    let path = place.path().display();
    let line = place.line_column().map_or(1, |(line, _)| line);
    Text::same(format!("{path}:{line}"))
}

fn said_by(chosen: Chosen) -> Text {
    match chosen {
        Chosen::Call => Text::same("--lang"),
        Chosen::Environment => Text::same("PAPI_LANG"),
        Chosen::File => Text::same(NAME),
        Chosen::Nobody => say! { vi: "mặc định", en: "default" },
    }
}
