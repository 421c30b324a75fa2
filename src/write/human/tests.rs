use std::path::Path;

use super::*;
use crate::say;

fn look(lang: Lang) -> Look {
    Look {
        lang,
        width: 100,
        colour: false,
    }
}

fn unknown(text: &str, what: &str) -> Diagnostic {
    let source = Source::new("ke-hoach.toml", text);
    let start = text.find(what).expect("the text holds it");
    let place = Place::span(&source, start..start + what.len());
    let message = say! { vi: "không có cơ quan `so-nv`", en: "no agency `so-nv`" };
    Diagnostic::error("unknown-agency", place, message)
        .label(say! { vi: "không có trong [agencies]", en: "not in [agencies]" })
        .advice(say! { vi: "gần nhất là `so-noi-vu`", en: "nearest is `so-noi-vu`" })
}

#[test]
fn a_finding_shows_its_line_with_the_place_marked() {
    let found = unknown("a = 1\ntên = \"Sở\", lead = \"so-nv\"\n", "\"so-nv\"");
    assert_eq!(
        diagnostics(&[found], look(Lang::Vi)),
        "\
lỗi[unknown-agency]: không có cơ quan `so-nv`
 --> ke-hoach.toml:2:20
  |
2 | tên = \"Sở\", lead = \"so-nv\"
  |                    ^^^^^^^ không có trong [agencies]
  |
  = gợi ý: gần nhất là `so-noi-vu`

"
    );
}

#[test]
fn marks_stand_right_under_tabs_wide_and_decomposed_text() {
    for before in [
        "tên",
        "te\u{302}n",
        "\tSơ\u{309}",
        "縣",
        "x\u{1b}[2J\u{202e}",
    ] {
        let text = format!("{before} = \"so-nv\"");
        let drawn = diagnostics(&[unknown(&text, "\"so-nv\"")], look(Lang::En));
        let lines: Vec<&str> = drawn.lines().collect();
        let line = lines
            .iter()
            .find(|line| line.contains("\"so-nv\""))
            .expect("the line");
        let mark = lines
            .iter()
            .find(|line| line.contains("^^^"))
            .expect("the mark");
        let at = line.find("\"so-nv\"").expect("the text");
        let under = mark.find('^').expect("the mark");
        let wide = crate::write::wrapped::width;
        assert_eq!(wide(&line[..at]), wide(&mark[..under]), "{drawn}");
        assert!(
            !drawn.contains('\u{1b}') && !drawn.contains('\u{202e}'),
            "{drawn}"
        );
    }
}

#[test]
fn other_places_are_drawn_beside_the_first() {
    let source = Source::new(
        "a.toml",
        format!("id = \"1\"\n\nid = \"1\"\n{}id = \"1\"\n", "\n".repeat(50)),
    );
    let text = source.text();
    let at: Vec<usize> = text.match_indices("\"1\"").map(|(at, _)| at).collect();
    let place = |at: usize| Place::span(&source, at..at + 3);
    let found = Diagnostic::error(
        "duplicate-id",
        place(at[1]),
        say! { vi: "trùng mã `1`", en: "duplicate id `1`" },
    )
    .other(
        place(at[0]),
        say! { vi: "dùng lần đầu ở đây", en: "first used here" },
    )
    .other(place(at[2]), say! { vi: "và ở đây", en: "and here" });
    assert_eq!(
        diagnostics(&[found], look(Lang::En)),
        "\
error[duplicate-id]: duplicate id `1`
  --> a.toml:3:6
   |
 1 | id = \"1\"
   |      --- first used here
 2 |
 3 | id = \"1\"
   |      ^^^
   |
  ::: a.toml:54:6
   |
54 | id = \"1\"
   |      --- and here

"
    );
}

#[test]
fn a_cell_is_told_by_row_and_column() {
    let place = Place::Cell {
        path: Arc::from(Path::new("so-lieu.csv")),
        sheet: None,
        row: 12,
        column: Some(3),
        text: Some("abc".into()),
    };
    let found = Diagnostic::warning(
        "unread-number",
        place,
        say! { vi: "không phải là số", en: "not a number" },
    );
    assert_eq!(
        diagnostics(&[found], look(Lang::Vi)),
        "cảnh báo[unread-number]: không phải là số\n--> so-lieu.csv: dòng 12, cột D (\"abc\")\n\n"
    );
}

#[test]
fn a_file_is_told_by_its_path() {
    let found = Diagnostic::new(
        "empty-folder",
        Severity::Note,
        Place::file("plans"),
        say! { vi: "không có kế hoạch nào", en: "no plans" },
    );
    let drawn = diagnostics(&[found], look(Lang::Vi));
    assert_eq!(
        drawn,
        "lưu ý[empty-folder]: không có kế hoạch nào\n--> plans\n\n"
    );
}

#[test]
fn strange_spans_are_drawn_all_the_same() {
    let source = Source::new("a.toml", "Sở\r\n\nb\n");
    let drawn = |source: &Arc<Source>, span: Range<usize>| {
        let place = Place::span(source, span);
        diagnostics(
            &[Diagnostic::error("x", place, say! { vi: "x", en: "x" })],
            look(Lang::Vi),
        )
    };
    for start in 0..12 {
        for end in 0..12 {
            assert!(drawn(&source, start..end).contains("a.toml"));
        }
    }
    assert!(drawn(&Source::new("a.toml", ""), 0..0).contains("a.toml"));
    let long = Source::new("a.toml", "ở".repeat(100_000));
    assert!(drawn(&long, 150_000..150_003).len() < 1_000);
    let tall = Source::new("a.toml", "x\n".repeat(20_000));
    assert!(drawn(&tall, 0..40_000).len() < 1_000);
}

#[test]
fn a_thousand_findings_in_a_long_file_are_drawn_at_once() {
    let source = Source::new("a.toml", "title = \"Sở Nội vụ tỉnh\"\n".repeat(20_000));
    let found: Vec<_> = (0..1_000)
        .map(|at| Place::span(&source, at * 600..at * 600 + 5))
        .map(|place| Diagnostic::error("x", place, say! { vi: "x", en: "x" }))
        .collect();
    assert_eq!(
        diagnostics(&found, look(Lang::Vi))
            .matches("lỗi[x]")
            .count(),
        1_000
    );
}

proptest::proptest! {
    #[test]
    fn any_text_and_span_is_drawn(text in "(\\PC|[\t\r\n\u{1b}\u{202e}\u{309}]){0,60}", one in 0usize..90, two in 0usize..90) {
        let source = Source::new("a.toml", text);
        let place = |at: usize| Place::span(&source, at..at + 3);
        let found = Diagnostic::error("x", place(one), say! { vi: "x", en: "x" })
            .label(say! { vi: "ở đây", en: "here" })
            .other(place(two), say! { vi: "kia", en: "there" });
        let drawn = diagnostics(&[found], look(Lang::Vi));
        proptest::prop_assert!(drawn.contains("a.toml"));
        let is_plain = !drawn.contains('\u{1b}');
        proptest::prop_assert!(is_plain);
    }
}
