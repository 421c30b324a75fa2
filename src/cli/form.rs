//! `papi form`: a blank form for an agency to fill in, which `check` reads back.

use anyhow::{anyhow, bail};
use clap::{ArgMatches, Command};

use super::output::{self, Outcome};
use super::session::Session;
use super::{arguments, judged};
use crate::lang::Lang;
use crate::reports::form::{self, Form};
use crate::say;
use crate::write::{Format, Unwritten, xlsx};

/// The formats it takes.
const FORMATS: [&str; 3] = ["human", "csv", "xlsx"];

pub(super) fn command(lang: Lang) -> Command {
    let agency = say! {
        vi: "Đơn vị: mã, tên hay cách viết quen dùng",
        en: "The agency: id, code, name or any known spelling"
    };
    let period = say! {
        vi: "Kỳ báo cáo, như 2021-H1 hoặc \"6 tháng đầu năm 2021\"",
        en: "The period, like 2021-H1"
    };
    let plan = say! {
        vi: "Tệp kế hoạch; không ghi thì tìm trong plans/ gần nhất",
        en: "The plan file; without it, the nearest plans/ upward is searched"
    };
    let (agency_name, period_name) = (
        say! { vi: "ĐƠN VỊ", en: "AGENCY" },
        say! { vi: "KỲ", en: "PERIOD" },
    );
    arguments::named(
        lang,
        "form",
        &say! {
            vi: "Lập mẫu báo cáo trống của một đơn vị cho một kỳ",
            en: "Make the blank form of an agency for a period"
        },
        &say! { vi: "papi form [TÙY CHỌN] <ĐƠN VỊ> <KỲ>", en: "papi form [OPTIONS] <AGENCY> <PERIOD>" },
        &say! {
            vi: "  papi form \"Sở Y tế\" 2021-H1 --plan plans/lao-cai-2021.toml -o so-y-te.xlsx\n  papi form \"UBND huyện Bát Xát\" \"năm 2021\" -o bat-xat.csv",
            en: "  papi form \"Sở Y tế\" 2021-H1 --plan plans/lao-cai-2021.toml -o so-y-te.xlsx\n  papi form \"UBND huyện Bát Xát\" 2021 -o bat-xat.csv"
        },
    )
    .arg(arguments::positional(lang, "agency", agency_name.in_lang(lang), &agency))
    .arg(arguments::positional(lang, "period", period_name.in_lang(lang), &period))
    .arg(
        arguments::option(lang, "plan", &say! { vi: "TỆP", en: "FILE" }, &plan)
            .value_parser(clap::value_parser!(std::path::PathBuf)),
    )
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::delimiter(lang))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let format = session.format_among(&FORMATS)?;
    let form = the_form(session, matches)?;
    if format == Format::Xlsx && session.output.is_some() {
        let book = xlsx::form::workbook(&form, session.lang).map_err(|error| {
            output::unwritten(&Unwritten::TooLarge(error.to_string()), session.lang)
        })?;
        output::deliver(session, &book)?;
    } else {
        output::deliver_document(session, format, &form.document(), &[])?;
    }
    Ok(Outcome::Clean)
}

/// The form of the one plan that has it.
fn the_form(session: &Session, matches: &ArgMatches) -> anyhow::Result<Form> {
    let mut forms = Vec::new();
    let mut refused = None;
    let judged = judged::judge(session, matches, |progress, choice| {
        let (Some(bodies), Some(period)) = (choice.bodies, choice.period) else {
            return;
        };
        let made = match bodies[..] {
            [body] => form::form(progress, body, period),
            _ => {
                let count = bodies.len();
                Err(say! {
                    vi: "đây là nhóm {count} đơn vị; mẫu báo cáo là của từng đơn vị",
                    en: "this is a group of {count} agencies; a form is of one"
                })
            }
        };
        match made {
            Ok(form) => forms.push((progress.plan.head.id.value.clone(), form)),
            Err(text) => refused = Some(text),
        }
    })?;
    judged.tell_errors(session);
    let said = |text: crate::lang::Text| anyhow!(text.in_lang(session.lang).to_owned());
    match (forms.pop(), refused) {
        (Some((_, form)), _) if forms.is_empty() => Ok(form),
        (Some((last, _)), _) => {
            let mut plans: Vec<_> = forms.into_iter().map(|(plan, _)| plan).collect();
            plans.push(last);
            let plans = plans.join(", ");
            Err(said(say! {
                vi: "nhiều kế hoạch có mẫu này ({plans}); ghi --plan",
                en: "several plans have this form ({plans}); give --plan"
            }))
        }
        (None, Some(text)) => Err(said(text)),
        (None, None) => bail!(said(say! {
            vi: "kế hoạch có lỗi nên không lập được mẫu",
            en: "the plan has errors, so there is no form"
        })),
    }
}
