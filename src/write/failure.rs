//! That papi could not do its work, for whoever waits for one document on standard
//! output: no findings is another thing than not having looked.

use serde_json::json;

use super::json::printed;
use super::{Format, github, junit, sarif};

/// The document in a format for machines, empty where the format has no word for it;
/// `None` for formats that people read, who are told on standard error.
#[must_use]
pub fn document(format: Format, message: &str) -> Option<String> {
    Some(match format {
        Format::Json => printed(&json!({ "error": message }), true),
        Format::JsonLines => printed(&json!({ "error": message }), false),
        Format::Sarif => {
            let notification = json!({ "level": "error", "message": { "text": message } });
            let invocation = json!({
                "executionSuccessful": false,
                "toolExecutionNotifications": [notification],
            });
            sarif::printed_run(&[invocation], None, &[], &[])
        }
        Format::Github => github::failure(message),
        Format::Gitlab => "[]\n".to_owned(),
        Format::Junit => junit::failure(message),
        Format::Human
        | Format::Concise
        | Format::Markdown
        | Format::Csv
        | Format::Xlsx
        | Format::Docx
        | Format::Html
        | Format::Ics => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_one_document_in_every_format_for_machines() {
        for format in Format::ALL {
            let Some(text) = document(format, "không thấy <kế hoạch>\nnào") else {
                continue;
            };
            match format {
                Format::Github => assert!(text.starts_with("::error::")),
                Format::Junit => {
                    assert!(text.contains("errors=\"1\"") && text.contains("&lt;kế"));
                }
                _ => {
                    let read: Result<serde_json::Value, _> = serde_json::from_str(&text);
                    assert!(read.is_ok(), "{text}");
                }
            }
        }
    }
}
