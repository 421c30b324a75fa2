//! `papi plans`: the plans of a folder, each under the one that it carries out.

use clap::{ArgMatches, Command};

use super::arguments;
use super::find;
use super::load::{Loaded, load};
use super::output::{self, Outcome};
use super::scores::{FORMATS, tell};
use super::session::Session;
use crate::lang::Lang;
use crate::progress::family::Family;
use crate::reports;
use crate::say;

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "plans",
        &say! {
            vi: "Các kế hoạch trong kho, mỗi kế hoạch dưới kế hoạch mà nó thực hiện",
            en: "The plans there are, each under the one that it carries out"
        },
        &say! { vi: "papi plans [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi plans [OPTIONS] [PLAN]..." },
        &say! {
            vi: "  papi plans\n  papi plans plans/ --format json",
            en: "  papi plans\n  papi plans plans/ --format json"
        },
    )
    .arg(arguments::plans(lang))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::delimiter(lang))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let paths = find::plans(session, matches)?;
    let format = session.format_among(&FORMATS)?;
    let loaded = paths.iter().map(|path| load(session, path));
    let loaded: Vec<_> = loaded.collect();
    let errors: Vec<_> = loaded
        .iter()
        .filter(|loaded| sound(loaded).is_none())
        .flat_map(|loaded| loaded.read.findings.iter().cloned())
        .collect();
    tell(&errors, session, format);
    let document = reports::plans::plans(&family(&loaded));
    output::deliver_document(session, format, &document, &errors)?;
    Ok(Outcome::of(&errors, session))
}

/// The family of the plans that can be relied upon.
pub(super) fn family(loaded: &[Loaded]) -> Family<'_> {
    let plans: Vec<_> = loaded.iter().filter_map(sound).collect();
    Family::of(&plans)
}

fn sound(loaded: &Loaded) -> Option<(&crate::model::Plan, &std::path::Path)> {
    let plan = loaded.read.plan.as_ref()?;
    loaded.read.is_sound().then_some((plan, &loaded.path))
}
