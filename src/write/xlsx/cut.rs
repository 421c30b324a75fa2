//! What a workbook has no room for.

/// What a workbook could not take whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: u16,
    /// What was lost.
    pub what: Lost,
}

/// What was lost of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Its end: a cell holds no more than 32 767 characters. `…` stands for it.
    Text,
    /// The sight of its end: a row is no higher than 409 points. The text is all there.
    Sight,
}
