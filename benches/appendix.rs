//! How fast the appendix of 20,000 tasks is written. `cargo bench --bench appendix`;
//! `tests/clients/same_rows.py` writes the same rows by `XlsxWriter` for comparison.

use std::path::Path;

use divan::Bencher;
use papi::lang::Lang;
use papi::read::files::read_text;
use papi::read::plan::read_plan;
use papi::reports::appendix::{Request, appendix};
use papi::table::{Block, Document, Row};
use papi::write::{Format, Look, Settings, document};

/// Rows of the table: what a ministry with every province's plan in one would have.
const TASKS: usize = 20_000;

fn main() {
    divan::main();
}

#[divan::bench(args = ["xlsx", "docx", "html", "csv"], sample_count = 5, sample_size = 1)]
fn twenty_thousand_tasks(bencher: Bencher, format: &str) {
    let appendix = twenty_thousand();
    let format = Format::named(format).expect("the format is one of papi's");
    let settings = Settings {
        look: Look {
            lang: Lang::Vi,
            width: 100,
            colour: false,
        },
        delimiter: b',',
        rules: &[],
    };
    bencher.bench_local(|| document(format, &appendix, &[], settings).expect("it has room"));
}

/// The Lào Cai appendix, its tasks again and again.
fn twenty_thousand() -> Document {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/lao-cai-2021.toml");
    let source = read_text(&plan).expect("the plan is there");
    let read = read_plan(&source, |_| (Vec::new(), Vec::new()));
    let plan = read.plan.expect("the plan is sound");
    let mut document = appendix(&plan, Request::default());
    for block in &mut document.blocks {
        if let Block::Table(table) = block {
            table.rows.retain(|row| matches!(row, Row::Cells(_)));
            table.rows = table.rows.iter().cycle().take(TASKS).cloned().collect();
        }
    }
    document
}
