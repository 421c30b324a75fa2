//! The grammar of targets (chỉ tiêu). A cell is cut into parts (`parts`), a part is
//! read as a row of items (`item`), and each stretch of items around one figure gives
//! one bound (`bound`). What words mean stands in `vocabulary`: a new spelling is a
//! line there. A part with a figure that no item took is unread as a whole.

mod beside;
mod bound;
mod change;
mod figure;
mod item;
mod meaning;
mod name;
mod parts;
mod quantity;
mod rank;
mod segment;
mod term;
mod time;
mod vocabulary;
mod word;

use std::ops::Range;

use self::bound::Context;
use self::item::{ItemKind, items};
use self::parts::{Part, parts};
use self::term::{span_of, terms};
use super::tokens::Sign;
use super::{TargetPart, Unread};
use crate::model::{Bound, BoundKind};

/// Reads a target phrase: its parts in order, each with what it asks for or with what
/// of it was not understood. An empty text has no parts.
pub fn read_target(text: &str) -> Vec<TargetPart> {
    let terms = terms(text);
    let parts = parts(&terms);
    let mut read = Vec::new();
    let mut heading = Context::default();
    let in_capitals = !text.contains(char::is_lowercase);
    for (at, part) in parts.iter().enumerate() {
        let heads_items = parts.get(at + 1).is_some_and(|next| next.itemised);
        if heads_items && let Some(context) = heading_of(part, text) {
            heading = context;
            continue;
        }
        let mut context = if part.itemised {
            heading.clone()
        } else {
            Context::default()
        };
        context.alone = parts.len() == 1;
        context.in_capitals = in_capitals;
        read_part(part, text, context, &mut read);
    }
    let attested = |part: &TargetPart| {
        part.reading
            .as_ref()
            .is_ok_and(|bound| *bound == Bound::new(BoundKind::Qualitative))
    };
    let itemised = parts.iter().any(|part| part.itemised);
    if !itemised && read.len() > 1 && read.iter().all(attested) {
        let span = read[0].span.start..read[read.len() - 1].span.end;
        read.truncate(1);
        read[0].span = span;
    }
    if read.is_empty() && !text.trim().is_empty() {
        let start = text.len() - text.trim_start().len();
        let span = start..start + text.trim().len();
        read.push(unread(text, span.clone(), span));
    }
    read
}

/// What a line such as "Đến năm 2025:" says of the items below it.
fn heading_of(part: &Part<'_>, text: &str) -> Option<Context> {
    part.terms.last().filter(|last| last.is(Sign::Colon))?;
    let mut context = Context::default();
    let items = items(part.terms, text);
    context.beside = beside::beside(&items);
    for item in items {
        match item.kind {
            ItemKind::By(year) if context.by.is_none() => context.by = Some(year),
            ItemKind::Stretch => context.stretch = true,
            ItemKind::By(_)
            | ItemKind::Figure(_)
            | ItemKind::Whole(_)
            | ItemKind::Unread
            | ItemKind::Baseline(_) => return None,
            _ => {}
        }
    }
    Some(context)
}

fn read_part(part: &Part<'_>, text: &str, mut context: Context, read: &mut Vec<TargetPart>) {
    let whole = span_of(part.terms);
    let items = items(part.terms, text);
    let mut found = Vec::new();
    let reading = if part.doubtful {
        Err(whole.clone())
    } else {
        segment::segments(&items).and_then(|segments| {
            context.alone &= segments.len() == 1;
            for segment in segments {
                let span = segment[0].span.start..segment[segment.len() - 1].span.end;
                let reading = bound::bound(segment, text, &mut context)?;
                found.push(TargetPart {
                    span,
                    reading: Ok(reading),
                });
            }
            Ok(())
        })
    };
    match reading {
        Ok(()) => read.append(&mut found),
        Err(rest) => read.push(unread(text, whole, rest)),
    }
}

fn unread(text: &str, span: Range<usize>, rest: Range<usize>) -> TargetPart {
    let unread = Unread {
        rest: text[rest.clone()].to_owned(),
        span: rest,
    };
    TargetPart {
        span,
        reading: Err(unread),
    }
}
