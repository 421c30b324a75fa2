//! Usage errors and help, said in the reader's language: clap speaks English only.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::output;
use crate::lang::{Lang, Text};
use crate::say;
use crate::write::visible;

/// Prints help or version to standard output, or what is wrong with the call to
/// standard error.
pub(super) fn answer(error: &clap::Error, lang: Lang) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        output::print(&error.render().to_string());
        return ExitCode::SUCCESS;
    }
    let message = said(error);
    let message = visible::one_line(message.in_lang(lang)).into_owned();
    let heading = say! { vi: "lỗi", en: "error" };
    let mut text = format!("{}: {message}\n", heading.in_lang(lang));
    if let Some(near) = suggestion(error) {
        let near = visible::one_line(&near).into_owned();
        let hint = say! { vi: "gợi ý: có phải `{near}`?", en: "help: did you mean `{near}`?" };
        text.push_str(hint.in_lang(lang));
        text.push('\n');
    }
    let more = say! { vi: "xem thêm: papi --help", en: "for more, try: papi --help" };
    text.push_str(more.in_lang(lang));
    text.push('\n');
    output::eprint(&text);
    ExitCode::from(output::FAILED)
}

fn said(error: &clap::Error) -> Text {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            say! { vi: "không có tùy chọn hay đối số `{argument}`", en: "there is no option or argument `{argument}`" }
        }
        ErrorKind::InvalidSubcommand => {
            let command = context(error, ContextKind::InvalidSubcommand);
            say! { vi: "không có lệnh `{command}`", en: "there is no command `{command}`" }
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say! { vi: "thiếu tên lệnh", en: "the command is missing" }
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            say! { vi: "`{argument}` cần một giá trị", en: "`{argument}` needs a value" }
        }
        ErrorKind::InvalidValue => {
            let valid = context(error, ContextKind::ValidValue);
            say! { vi: "`{argument}` không nhận `{value}`; nhận: {valid}", en: "`{argument}` does not take `{value}`; it takes: {valid}" }
        }
        ErrorKind::ValueValidation => {
            say! { vi: "`{argument}` không nhận `{value}`", en: "`{argument}` does not take `{value}`" }
        }
        ErrorKind::MissingRequiredArgument => {
            say! { vi: "thiếu {argument}", en: "{argument} is missing" }
        }
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            say! { vi: "`{argument}` không đi cùng `{other}`", en: "`{argument}` does not go with `{other}`" }
        }
        ErrorKind::InvalidUtf8 => {
            say! { vi: "có đối số không phải mã UTF-8", en: "an argument is not UTF-8" }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say! { vi: "`{argument}` có số giá trị không đúng", en: "`{argument}` has the wrong number of values" }
        }
        _ => {
            let detail = error.to_string();
            let detail = detail.trim();
            say! { vi: "lệnh không hợp lệ: {detail}", en: "{detail}" }
        }
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(|kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        // clap puts the nearest last.
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    })
}
