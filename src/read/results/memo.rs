//! What cell texts mean, each looked up once.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::who::text_of;

/// How many different texts of a column are remembered; a file with more is no table of
/// one plan.
const REMEMBERED: usize = 1 << 16;

/// The longest text that is remembered, in bytes.
const LONGEST: usize = 1_024;

/// What the texts of a column mean.
pub(super) struct Memo<T> {
    known: HashMap<Box<[u8]>, T, RandomState>,
    /// The last text and its meaning: columns mostly repeat themselves.
    last: Vec<u8>,
    last_meaning: T,
}

impl<T: Default> Default for Memo<T> {
    fn default() -> Self {
        Self {
            known: HashMap::default(),
            last: Vec::new(),
            last_meaning: T::default(),
        }
    }
}

impl<T: Clone + Default> Memo<T> {
    /// What `cell` means: what `find` says of its text, and of an empty one nothing.
    pub(super) fn look_up(&mut self, cell: &[u8], find: impl FnOnce(&str) -> T) -> T {
        if cell.is_empty() {
            return T::default();
        }
        if self.last == cell {
            return self.last_meaning.clone();
        }
        let found = match self.known.get(cell) {
            Some(found) => found.clone(),
            None => {
                let found = find(&text_of(cell));
                if self.known.len() < REMEMBERED && cell.len() < LONGEST {
                    self.known.insert(cell.into(), found.clone());
                }
                found
            }
        };
        self.last.clear();
        self.last.extend_from_slice(cell);
        self.last_meaning = found.clone();
        found
    }
}
