//! What papi takes on its command line. Built by hand, not derived, because help and
//! usage are said in two languages and derived help knows one.

use clap::builder::{PossibleValuesParser, StyledStr, TypedValueParser};
use clap::{Arg, ArgAction, Command};

use crate::lang::{Lang, Text};
use crate::say;

/// The whole program.
pub(super) fn program(lang: Lang) -> Command {
    let about = say! {
        vi: "Kế hoạch cải thiện PAPI dưới dạng tệp TOML: kiểm tra, đôn đốc báo cáo, đánh giá chỉ tiêu, in phụ lục",
        en: "Plans to improve PAPI as TOML files: check them, chase reports, judge targets, print the appendix"
    };
    let usage = say! { vi: "papi <LỆNH> [TÙY CHỌN]", en: "papi <COMMAND> [OPTIONS]" };
    let heading = say! { vi: "Lệnh", en: "Commands" };
    let examples = say! {
        vi: "Ví dụ:\n  papi check                                   mọi kế hoạch trong thư mục plans/\n  papi check plans/lao-cai-2021.toml --as-of 2021-07-05\n  papi <LỆNH> --help                           xem cách dùng một lệnh",
        en: "Examples:\n  papi check                                   every plan under plans/\n  papi check plans/lao-cai-2021.toml --as-of 2021-07-05\n  papi <COMMAND> --help                        how to use a command"
    };
    let program = Command::new("papi")
        .version(env!("CARGO_PKG_VERSION"))
        .about(about.in_lang(lang).to_owned())
        .override_usage(usage.in_lang(lang).to_owned())
        .before_help(examples.in_lang(lang).to_owned())
        .subcommand_help_heading(heading.in_lang(lang).to_owned())
        .subcommand_value_name(say! { vi: "LỆNH", en: "COMMAND" }.in_lang(lang).to_owned())
        .subcommand_required(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(said(
                    lang,
                    &say! { vi: "In phiên bản", en: "Print the version" },
                ))
                .help_heading(options(lang)),
        );
    let program = finished(program, lang);
    COMMANDS.iter().fold(program, |program, command| {
        program.subcommand(finished(command(lang), lang))
    })
}

/// The commands, in the order of the help.
const COMMANDS: &[fn(Lang) -> Command] = &[
    super::check::command,
    super::validate::command,
    super::overdue::command,
    super::remind::command,
    super::form::command,
    super::targets::command,
    super::appendix::command,
    super::report::command,
    super::scores::command,
    super::coverage::command,
    super::plans::command,
    super::read::command,
    super::diff::command,
    super::fix::command,
    super::fmt::command,
    super::explain::command,
    super::import::command,
    super::new::command,
    super::config::command,
    super::schema::command,
    super::completions::command,
    super::man::command,
];

/// What every command has: help said in the language.
fn finished(command: Command, lang: Lang) -> Command {
    let template = say! {
        vi: "{{about-with-newline}}\nCách dùng: {{usage}}\n\n{{before-help}}{{all-args}}\n",
        en: "{{about-with-newline}}\nUsage: {{usage}}\n\n{{before-help}}{{all-args}}\n"
    };
    let help = say! { vi: "In hướng dẫn này", en: "Print this help" };
    let language = say! {
        vi: "Ngôn ngữ: vi hoặc en; mặc định theo PAPI_LANG, rồi papi.toml, rồi vi",
        en: "Language: vi or en; default PAPI_LANG, then papi.toml, then vi"
    };
    let config = say! {
        vi: "Tệp thiết lập; mặc định papi.toml gần nhất ở đây hoặc các thư mục trên",
        en: "The settings; default the nearest papi.toml here or above"
    };
    let isolated = say! { vi: "Không đọc papi.toml nào", en: "Read no papi.toml" };
    let colour = say! {
        vi: "Màu: auto, always hoặc never; NO_COLOR luôn tắt màu ở chế độ auto",
        en: "Colour: auto, always or never; NO_COLOR turns auto off"
    };
    command
        .help_template(template.in_lang(lang).to_owned())
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("vi|en")
                .value_parser(PossibleValuesParser::new(["vi", "en"]))
                .hide_possible_values(true)
                .help(said(lang, &language))
                .help_heading(options(lang)),
        )
        .arg(
            Arg::new("color")
                .long("color")
                .alias("colour")
                .value_name("auto|always|never")
                .value_parser(PossibleValuesParser::new(["auto", "always", "never"]))
                .hide_possible_values(true)
                .help(said(lang, &colour))
                .help_heading(options(lang)),
        )
        .arg(
            option(lang, "config", &say! { vi: "TỆP", en: "FILE" }, &config)
                .value_parser(clap::value_parser!(std::path::PathBuf)),
        )
        .arg(
            Arg::new("isolated")
                .long("isolated")
                .action(ArgAction::SetTrue)
                .conflicts_with("config")
                .help(said(lang, &isolated))
                .help_heading(options(lang)),
        )
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(said(lang, &help))
                .help_heading(options(lang)),
        )
}

/// A command with its name, what it does, its usage and examples.
pub(super) fn named(
    lang: Lang,
    name: &'static str,
    about: &Text,
    usage: &Text,
    examples: &Text,
) -> Command {
    let examples = examples.in_lang(lang);
    let heading = say! { vi: "Ví dụ", en: "Examples" };
    let heading = heading.in_lang(lang);
    Command::new(name)
        .about(about.in_lang(lang).to_owned())
        .override_usage(usage.in_lang(lang).to_owned())
        .before_help(format!("{heading}:\n{examples}"))
}

/// Words in the language, for clap.
pub(super) fn said(lang: Lang, text: &Text) -> StyledStr {
    text.in_lang(lang).to_owned().into()
}

pub(super) fn options(lang: Lang) -> String {
    say! { vi: "Tùy chọn", en: "Options" }
        .in_lang(lang)
        .to_owned()
}

/// `--name VALUE`.
pub(super) fn option(lang: Lang, name: &'static str, value: &Text, help: &Text) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value.in_lang(lang).to_owned())
        .help(said(lang, help))
        .help_heading(options(lang))
}

/// `PLAN…`.
pub(super) fn plans(lang: Lang) -> Arg {
    let help = say! {
        vi: "Tệp kế hoạch hoặc thư mục; không ghi thì lấy mọi kế hoạch trong plans/ gần nhất",
        en: "Plan files or folders; without one, every plan of the nearest plans/ upward"
    };
    let name = say! { vi: "KẾ HOẠCH", en: "PLAN" };
    positional(lang, "plan", name.in_lang(lang), &help)
        .required(false)
        .num_args(0..)
        .value_parser(clap::value_parser!(std::path::PathBuf))
}

/// A required argument without a name of its own.
pub(super) fn positional(lang: Lang, id: &'static str, value: &str, help: &Text) -> Arg {
    let heading = say! { vi: "Đối số", en: "Arguments" };
    Arg::new(id)
        .value_name(value.to_owned())
        .required(true)
        .help(said(lang, help))
        .help_heading(heading.in_lang(lang).to_owned())
}

/// One `PLAN`.
pub(super) fn plan(lang: Lang) -> Arg {
    plans(lang).num_args(1).required(true).help(said(
        lang,
        &say! { vi: "Tệp kế hoạch", en: "The plan file" },
    ))
}

/// `--as-of DAY`.
pub(super) fn as_of(lang: Lang) -> Arg {
    let help = say! {
        vi: "Tính đến ngày, như 2021-07-05 hoặc 05/07/2021; mặc định hôm nay ở Việt Nam",
        en: "The day to judge by, like 2021-07-05; default today in Vietnam"
    };
    option(lang, "as-of", &say! { vi: "NGÀY", en: "DAY" }, &help)
}

/// `--results PATH`.
pub(super) fn results(lang: Lang) -> Arg {
    let help = say! {
        vi: "Tệp số liệu báo cáo hoặc thư mục chứa chúng; ghi được nhiều lần; MÃ=ĐƯỜNG_DẪN khi có nhiều kế hoạch",
        en: "Results file, or a folder of them; may be given again; ID=PATH where there are several plans"
    };
    option(
        lang,
        "results",
        &say! { vi: "ĐƯỜNG DẪN", en: "PATH" },
        &help,
    )
    .action(ArgAction::Append)
    .value_parser(clap::value_parser!(std::ffi::OsString))
}

/// `--scores FILE`.
pub(super) fn scores(lang: Lang) -> Arg {
    let help = say! {
        vi: "Tệp điểm PAPI đã công bố (CSV) hoặc thư mục chứa chúng; ghi được nhiều lần",
        en: "Published PAPI scores (CSV), or a folder of them; may be given again"
    };
    option(lang, "scores", &say! { vi: "TỆP", en: "FILE" }, &help)
        .action(ArgAction::Append)
        .value_parser(clap::value_parser!(std::path::PathBuf))
}

/// `--province NAME`.
pub(super) fn province(lang: Lang) -> Arg {
    let help = say! {
        vi: "Tỉnh, thành phố; mặc định là tỉnh của kế hoạch",
        en: "The province; default that of the plan"
    };
    option(lang, "province", &say! { vi: "TÊN", en: "NAME" }, &help)
}

/// `--editions FILE`.
pub(super) fn editions(lang: Lang) -> Arg {
    let help = say! {
        vi: "Tệp bổ sung các kỳ khảo sát PAPI (chỉ số nội dung, ngày công bố)",
        en: "A file that adds PAPI editions (dimensions, days of publication)"
    };
    option(lang, "editions", &say! { vi: "TỆP", en: "FILE" }, &help)
        .value_parser(clap::value_parser!(std::path::PathBuf))
}

/// `--fail-on`.
pub(super) fn fail_on(lang: Lang) -> Arg {
    let help = say! {
        vi: "Mức làm mã thoát là 1: error (mặc định), warning hoặc never",
        en: "The level that makes the exit code 1: error (default), warning or never"
    };
    option(lang, "fail-on", &Text::same("error|warning|never"), &help)
        .value_parser(PossibleValuesParser::new(["error", "warning", "never"]))
        .hide_possible_values(true)
}

/// `--format` with the names that a command takes.
pub(super) fn format(lang: Lang, names: &[&'static str]) -> Arg {
    let list = names.join(", ");
    let help = say! { vi: "Định dạng: {list}", en: "Format: {list}" };
    option(lang, "format", &say! { vi: "TÊN", en: "NAME" }, &help)
        .value_parser(PossibleValuesParser::new(names))
        .hide_possible_values(true)
}

/// `-o FILE`.
pub(super) fn output(lang: Lang) -> Arg {
    let help = say! {
        vi: "Ghi ra tệp; phần đuôi chọn định dạng, `-` là đầu ra chuẩn",
        en: "Write to a file, whose ending picks the format; `-` is standard output"
    };
    option(lang, "output", &say! { vi: "TỆP", en: "FILE" }, &help)
        .short('o')
        .value_parser(clap::value_parser!(std::path::PathBuf))
}

/// `--width N`.
pub(super) fn width(lang: Lang) -> Arg {
    let help = say! {
        vi: "Bề rộng bảng, số cột chữ; mặc định theo cửa sổ lệnh",
        en: "Width of tables in columns; default the terminal's"
    };
    option(lang, "width", &Text::same("N"), &help)
        .value_parser(clap::value_parser!(u16).range(40..=1000))
}

/// `--all`.
pub(super) fn all(lang: Lang) -> Arg {
    let help = say! {
        vi: "Liệt kê cả những gì đúng hạn, chưa đến hạn hoặc không phải gửi",
        en: "List also what is on time, not yet due or not owed"
    };
    flag(lang, "all", &help)
}

/// `--name`, without a value.
pub(super) fn flag(lang: Lang, name: &'static str, help: &Text) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(said(lang, help))
        .help_heading(options(lang))
}

/// `--delimiter`.
pub(super) fn delimiter(lang: Lang) -> Arg {
    let help = say! {
        vi: "Dấu ngăn ô trong CSV: , (mặc định) hoặc ; hoặc tab",
        en: "What stands between the cells of a CSV: , (default), ; or tab"
    };
    option(lang, "delimiter", &Text::same(",|;|tab"), &help)
        .value_parser(PossibleValuesParser::new([",", ";", "tab"]).map(|given| {
            if given == "tab" {
                "\t".to_owned()
            } else {
                given
            }
        }))
        .hide_possible_values(true)
}
