//! `when`: the words alone where reading them gives the same schedule, else a day or a
//! table.

use super::values::{inline, list, text};
use crate::model::{Schedule, When};
use crate::read::plan::{Reading, when_from_words};
use crate::words::say_schedule;

/// The entries of `when`: none, one, or a list.
pub(super) fn when(entries: &[When], reading: &Reading) -> Option<String> {
    match entries {
        [] => None,
        [only] => Some(entry(only, reading)),
        several => {
            let written: Vec<_> = several.iter().map(|one| entry(one, reading)).collect();
            Some(list(&written))
        }
    }
}

fn entry(when: &When, reading: &Reading) -> String {
    if let [Schedule::By { last_day }] = when.schedules.as_slice()
        && when.unread.is_empty()
        && *when.words == last_day.to_string()
    {
        return last_day.to_string();
    }
    if when_from_words(when.words.clone(), reading) == *when {
        return text(&when.words);
    }
    // Several schedules come from words only.
    let [said] = when.schedules.as_slice() else {
        return text(&when.words);
    };
    let (due, from, every) = match said {
        Schedule::By { last_day } => (Some(last_day), None, None),
        Schedule::Window { start, last_day } => (Some(last_day), Some(start), None),
        Schedule::From { start } => (None, Some(start), None),
        Schedule::Recurring { every, .. } => (None, None, Some(*every)),
        Schedule::Continuous { .. } | Schedule::Reporting { .. } | Schedule::Undated => {
            return text(&when.words);
        }
    };
    // Words that only say the table again would be read back from it.
    let has_words = say_schedule(said).vi != *when.words;
    inline(vec![
        ("words", has_words.then(|| text(&when.words))),
        ("due", due.map(ToString::to_string)),
        ("from", from.map(ToString::to_string)),
        ("every", every.map(|every| text(every.word()))),
    ])
}
