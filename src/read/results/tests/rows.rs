//! Delimited text becomes rows.

use crate::read::results::cells::Cells;
use crate::read::results::rows::{LONGEST_ROW, Outcome, Rows};

fn rows(text: &str) -> Vec<(u64, Outcome, Vec<String>)> {
    let (mut rows, mut cells) = (Rows::new(text.as_bytes(), b','), Cells::default());
    let mut all = Vec::new();
    while let Some(outcome) = rows.next(&mut cells) {
        let texts = cells
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).into_owned());
        all.push((cells.row, outcome, texts.collect()));
    }
    all
}

#[test]
fn rows_are_counted_as_spreadsheets_count_them() {
    let numbers = |text| rows(text).into_iter().map(|row| row.0).collect::<Vec<_>>();
    assert_eq!(numbers("a\n\nb\n\"c\nd\"\ne"), [1, 3, 4, 5]);
    assert_eq!(numbers("a\r\n\r\nb\r\n\"c\r\nd\"\r\ne\r\n"), [1, 3, 4, 5]);
    assert_eq!(numbers("\n\na"), [3]);
}

#[test]
fn quoted_cells_keep_their_delimiters_and_lines() {
    let all = rows("a,\"b, c\nd \"\"e\"\"\", \u{A0}f\u{A0} \n");
    assert_eq!(all[0].2, ["a", "b, c\nd \"e\"", "f"]);
}

#[test]
fn a_quote_that_is_never_closed_costs_its_row_only() {
    let all = rows("a,b\nc,\"d\ne,f\ng,h\n");
    let seen: Vec<_> = all.iter().map(|row| (row.0, row.1)).collect();
    assert_eq!(
        seen,
        [
            (1, Outcome::Row),
            (2, Outcome::OpenQuote),
            (3, Outcome::Row),
            (4, Outcome::Row)
        ]
    );
}

#[test]
fn rows_beyond_measure_are_passed_over() {
    let long = format!("a,b\nc,\"{}\"\nd,e\n", "x\n".repeat(LONGEST_ROW));
    let seen: Vec<_> = rows(&long).iter().map(|row| (row.0, row.1)).collect();
    assert_eq!(
        seen,
        [(1, Outcome::Row), (2, Outcome::TooLong), (3, Outcome::Row)]
    );
    let wide = format!("a,b\n{}\nd,e\n", ",".repeat(10_000));
    let seen: Vec<_> = rows(&wide).iter().map(|row| (row.0, row.1)).collect();
    assert_eq!(
        seen,
        [(1, Outcome::Row), (2, Outcome::TooWide), (3, Outcome::Row)]
    );
}

proptest::proptest! {
    #[test]
    fn any_bytes_come_to_an_end(bytes: Vec<u8>) {
        let (mut rows, mut cells) = (Rows::new(bytes.as_slice(), b';'), Cells::default());
        let mut turns = 0;
        while rows.next(&mut cells).is_some() {
            turns += 1;
            assert!(turns <= 2 * bytes.len() + 2);
        }
    }
}
