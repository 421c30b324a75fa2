//! The widths of the columns of a table.

use super::wrapped::{Measure, widest_line, widest_piece};

/// Columns with their widths.
pub(super) struct Columns {
    /// The width of each column's content.
    pub(super) widths: Vec<usize>,
    /// The spaces on either side of it.
    pub(super) pad: usize,
}

impl Columns {
    /// The width of content that goes across all columns.
    pub(super) fn across(&self) -> usize {
        let lines_between = self.widths.len() - 1;
        self.widths.iter().sum::<usize>() + lines_between * (2 * self.pad + 1)
    }
}

/// Columns that share a width by their `weights`, yet to be measured. A column is not
/// widened beyond `long` for the sake of a long word.
pub(super) fn shared(
    weights: impl Iterator<Item = u16>,
    measure: Measure<'_>,
    long: usize,
) -> Measured<'_> {
    Measured {
        measure,
        long,
        columns: weights
            .map(|weight| Need {
                weight: usize::from(weight),
                least: 1,
                whole: 1,
            })
            .collect(),
    }
}

/// What the content of columns needs.
pub(super) struct Measured<'a> {
    measure: Measure<'a>,
    long: usize,
    columns: Vec<Need>,
}

struct Need {
    weight: usize,
    /// The width below which a word would be broken.
    least: usize,
    /// The width at which nothing is wrapped.
    whole: usize,
}

impl Measured<'_> {
    /// Counts a cell's `words` in column `at`.
    pub(super) fn measure(&mut self, at: usize, words: &str) {
        let column = &mut self.columns[at];
        column.whole = column.whole.max(widest_line(words, self.measure));
        let piece = widest_piece(words, self.measure).min(self.long);
        column.least = column.least.max(piece);
    }

    /// Counts the head of column `at`, as wide as `measure` says: a narrow column wraps it
    /// rather than widen for it.
    pub(super) fn measure_head(&mut self, at: usize, head: &str, measure: Measure) {
        let column = &mut self.columns[at];
        let piece = widest_piece(head, measure);
        column.least = column.least.max(piece);
        column.whole = column.whole.max(if column.weight == 0 {
            piece
        } else {
            widest_line(head, measure)
        });
    }

    /// The columns fitted into `width`, borders and all: those without a weight as
    /// narrow as their content, the others by weight, none wider than it needs and none
    /// so narrow that a word breaks, as long as there is room for that.
    pub(super) fn fitted(&self, width: usize) -> Columns {
        let count = self.columns.len();
        let room = |pad: usize| width.saturating_sub(count + 1 + 2 * pad * count);
        let least: usize = self.columns.iter().map(|column| column.least).sum();
        let pad = usize::from(least <= room(1));
        Columns {
            widths: self.widths(room(pad).max(count)),
            pad,
        }
    }

    /// The widths of content that fill `room`, or less where all of it fits.
    pub(super) fn widths(&self, room: usize) -> Vec<usize> {
        let least: Vec<usize> = self.columns.iter().map(|column| column.least).collect();
        if least.iter().sum::<usize>() > room {
            return squeezed(least, room);
        }
        let narrow: usize = self.narrow().map(|column| column.whole).sum();
        let others: usize = self.weighted().map(|column| column.least).sum();
        let fixed = narrow + others <= room;
        let mut widths: Vec<usize> = self
            .columns
            .iter()
            .map(|column| {
                if column.weight == 0 && fixed {
                    column.whole
                } else {
                    column.least
                }
            })
            .collect();
        let spare = room - widths.iter().sum::<usize>();
        if fixed {
            self.share(&mut widths, spare, |column| column.weight);
        } else {
            // Not even the narrow ones have their whole width: they come first.
            self.share(&mut widths, spare, |column| usize::from(column.weight == 0));
        }
        widths
    }

    /// Gives `spare` columns to those that can use them, so that widths come as near as
    /// they can to the proportion of `weight`.
    fn share(&self, widths: &mut [usize], spare: usize, weight: impl Fn(&Need) -> usize) {
        for _ in 0..spare {
            let thinnest = (0..widths.len())
                .filter(|&at| weight(&self.columns[at]) > 0 && widths[at] < self.columns[at].whole)
                .min_by(|&a, &b| {
                    let (wa, wb) = (weight(&self.columns[a]), weight(&self.columns[b]));
                    (widths[a] * wb).cmp(&(widths[b] * wa))
                });
            match thinnest {
                Some(at) => widths[at] += 1,
                None => return,
            }
        }
    }

    fn narrow(&self) -> impl Iterator<Item = &Need> {
        self.columns.iter().filter(|column| column.weight == 0)
    }

    fn weighted(&self) -> impl Iterator<Item = &Need> {
        self.columns.iter().filter(|column| column.weight > 0)
    }
}

/// `widths` made to fit into `room` by narrowing the widest, each time by one.
fn squeezed(mut widths: Vec<usize>, room: usize) -> Vec<usize> {
    let mut over = widths.iter().sum::<usize>().saturating_sub(room);
    while over > 0 {
        match widths.iter_mut().max() {
            Some(widest) if *widest > 1 => *widest -= 1,
            _ => break,
        }
        over -= 1;
    }
    widths
}
