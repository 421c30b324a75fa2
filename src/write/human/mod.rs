//! Diagnostics as cargo draws them: the source line, the place marked, what would be
//! right.

mod excerpt;

use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use self::excerpt::Excerpt;
use super::positions::{Positions, floor};
use super::said::{cell_words, severity_word, shown_path};
use super::terminal::Look;
use super::visible;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::source::{Place, Source};

/// Lines of source shown in one piece at most; what spans more is marked by its first.
const LINES_SHOWN: usize = 12;

/// Bytes of a line shown on either side of what is marked; longer lines are cut there.
const BYTES_AROUND: usize = 2_000;

/// `diagnostics` one after another, a blank line after each.
#[must_use]
pub fn diagnostics(diagnostics: &[Diagnostic], look: Look) -> String {
    let renderer = if look.colour {
        Renderer::styled().hyperlink(false)
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(look.width);
    let mut drawing = Drawing {
        lang: look.lang,
        positions: Positions::default(),
    };
    let mut text = String::new();
    for diagnostic in diagnostics {
        let report = [drawing.report(diagnostic)];
        text.push_str(&renderer.render(&report));
        text.push_str("\n\n");
    }
    text
}

struct Drawing {
    lang: Lang,
    positions: Positions,
}

impl Drawing {
    fn report(&mut self, diagnostic: &Diagnostic) -> Group<'static> {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let message = self.said(&diagnostic.message);
        let title = level
            .with_name(severity_word(diagnostic.severity, self.lang))
            .primary_title(message)
            .id(diagnostic.rule);
        let label = diagnostic.label.as_ref().map(|label| self.said(label));
        let mut group = Group::with_title(title);
        let mut rest: Vec<(&Place, String)> = Vec::new();
        let others = diagnostic
            .others
            .iter()
            .map(|(place, what)| (place, self.said(what)));
        let mut near = Vec::new();
        for (place, what) in others.collect::<Vec<_>>() {
            match self.lines_apart(&diagnostic.place, place) {
                Some(apart) if apart < LINES_SHOWN => near.push((place, what)),
                _ => rest.push((place, what)),
            }
        }
        group = self.place(
            group,
            &diagnostic.place,
            label,
            AnnotationKind::Primary,
            near,
        );
        for (place, what) in rest {
            group = self.place(
                group,
                place,
                Some(what),
                AnnotationKind::Context,
                Vec::new(),
            );
        }
        if let Some(advice) = &diagnostic.advice {
            let name = if self.lang == Lang::Vi {
                "gợi ý"
            } else {
                "help"
            };
            let advice = visible::lines(advice.in_lang(self.lang)).into_owned();
            group = group.element(Level::HELP.with_name(name).message(advice));
        }
        group
    }

    fn said(&self, text: &crate::lang::Text) -> String {
        visible::one_line(text.in_lang(self.lang)).into_owned()
    }

    /// How many lines lie between two places of one file, if they are of one.
    fn lines_apart(&mut self, one: &Place, other: &Place) -> Option<usize> {
        match (one, other) {
            (
                Place::Span { source, span },
                Place::Span {
                    source: again,
                    span: far,
                },
            ) if Arc::ptr_eq(source, again) => {
                let here = self.positions.line_at(source, span.start).0;
                let there = self.positions.line_at(source, far.start).0;
                Some(here.abs_diff(there))
            }
            _ => None,
        }
    }

    /// Adds a place and, where its text is kept, the lines around it.
    fn place(
        &mut self,
        group: Group<'static>,
        place: &Place,
        label: Option<String>,
        kind: AnnotationKind,
        near: Vec<(&Place, String)>,
    ) -> Group<'static> {
        let Place::Span { source, span } = place else {
            let mut words =
                cell_words(place, self.lang).unwrap_or_else(|| shown_path(place.path()));
            if let Some(label) = label {
                words = format!("{words}: {label}");
            }
            return group.element(Origin::path(words));
        };
        let mut marks = vec![self.mark(source, span, label, kind)];
        for (place, what) in near {
            if let Place::Span { span, .. } = place {
                marks.push(self.mark(source, span, Some(what), AnnotationKind::Context));
            }
        }
        let mut group = group;
        let (snippet, is_shifted) = self.snippet(source, marks);
        let path = shown_path(source.path());
        if !is_shifted {
            return group.element(snippet.path(path));
        }
        if let Some(position) = self.positions.of(place) {
            let origin = Origin::path(path).line(position.line);
            group = group.element(origin.char_column(position.column));
        }
        group.element(snippet)
    }

    /// What to mark: the span, or the end of its first line where it has too many.
    fn mark(
        &mut self,
        source: &Arc<Source>,
        span: &Range<usize>,
        label: Option<String>,
        kind: AnnotationKind,
    ) -> Mark {
        let text = source.text();
        let start = floor(text, span.start);
        let end = floor(text, span.end).max(start);
        let (first, line_start, line_end) = self.positions.line_at(source, start);
        let (last, ..) = self.positions.line_at(source, end);
        let end = if last - first >= LINES_SHOWN
            || (last > first && line_end - line_start > BYTES_AROUND)
        {
            line_end.max(start)
        } else {
            end
        };
        Mark {
            span: start..end,
            label,
            kind,
        }
    }

    /// The lines that hold `marks`, made visible, with the marks moved along; and
    /// whether columns can no longer be counted from it.
    fn snippet(&mut self, source: &Arc<Source>, marks: Vec<Mark>) -> (MarkedLines, bool) {
        let text = source.text();
        let first = marks.iter().map(|mark| mark.span.start).min().unwrap_or(0);
        let last = marks.iter().map(|mark| mark.span.end).max().unwrap_or(0);
        let (line, line_start, _) = self.positions.line_at(source, first);
        let (_, _, line_end) = self.positions.line_at(source, last);
        let start = line_start.max(floor(text, first.saturating_sub(BYTES_AROUND)));
        let end = line_end.min(floor(text, last + BYTES_AROUND)).max(last);
        let excerpt = Excerpt::new(text, start..end, line_start < start, end < line_end);
        let annotations: Vec<_> = marks
            .into_iter()
            .map(|mark| {
                let span = excerpt.moved(mark.span.start)..excerpt.moved(mark.span.end);
                mark.kind.span(span).label(mark.label)
            })
            .collect();
        let snippet = Snippet::source(excerpt.text).line_start(line);
        (snippet.annotations(annotations), excerpt.is_shifted)
    }
}

type MarkedLines = Snippet<'static, Annotation<'static>>;

struct Mark {
    span: Range<usize>,
    label: Option<String>,
    kind: AnnotationKind,
}

#[cfg(test)]
mod tests;
