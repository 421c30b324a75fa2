//! The objectives of a plan on the index and what they come to on a day.

use rust_decimal::Decimal;

use crate::lang::Text;
use crate::model::{Plan, Scored};
use crate::progress::objectives::Released;
use crate::progress::objectives::{
    IndexJudgement, IndexValue, IndexVerdict, Measured, judge_objectives,
};
use crate::say;
use crate::table::{Block, Cell, Column, Line, Row, Table, Tone, Value};

/// A table of the objectives on the index, and under it how each verdict came about.
/// Empty where the plan has none.
#[must_use]
pub fn objectives(plan: &Plan, released: &Released) -> Vec<Block> {
    let judged = judge_objectives(plan, released);
    if judged.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    for (objective, target, judgement) in &judged {
        let objective = &plan.objectives[*objective];
        let target = &objective.targets[*target];
        let words = target.words.as_ref().map(|words| words.value.as_str());
        rows.push(Row::Cells(cells(&target.id, words, judgement)));
        lines.push(line(
            Text::same(format!("{}: {}", target.id, objective.title)),
            0,
        ));
        lines.extend(
            judgement
                .explanation
                .iter()
                .map(|told| line(told.clone(), 1)),
        );
    }
    let table = Table {
        key: "objectives",
        title: Some(say! { vi: "Mục tiêu về Chỉ số PAPI", en: "Objectives on PAPI" }),
        columns: columns(),
        rows,
        ruled: false,
    };
    std::iter::once(Block::Table(table)).chain(lines).collect()
}

fn line(words: Text, depth: usize) -> Block {
    Block::Line(Line {
        words,
        tone: Tone::Plain,
        depth,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::narrow("id", say! { vi: "Mã", en: "Id" }),
        Column::wide("words", say! { vi: "Mức yêu cầu", en: "Target" }, 4),
        Column::narrow("part", say! { vi: "Chỉ số", en: "Part" }),
        Column::narrow("year", say! { vi: "Năm", en: "Year" }),
        Column::narrow("baseline_year", say! { vi: "Năm gốc", en: "Base year" }).for_machines(),
        Column::wide("baseline", say! { vi: "Gốc", en: "Base" }, 2),
        Column::wide("figure", say! { vi: "Kết quả", en: "Result" }, 2),
        Column::narrow("short_by", say! { vi: "Còn thiếu", en: "Short by" }).right(),
        Column::narrow(
            "among_both",
            say! { vi: "Thứ hạng hai năm", en: "Among both" },
        )
        .for_machines(),
        Column::narrow("flips", say! { vi: "Đảo kết luận", en: "Flips" }).for_machines(),
        Column::narrow("verdict", say! { vi: "Đánh giá", en: "Verdict" }),
    ]
}

fn cells(id: &str, words: Option<&str>, judged: &IndexJudgement) -> Vec<Cell> {
    let (verdict, tone) = verdict(judged);
    let is_score = matches!(
        judged.figure.map(|measured| measured.figure),
        Some(IndexValue::Score(_))
    );
    let both = judged.among_both;
    vec![
        Value::from(id).into(),
        Value::from(words).into(),
        part(judged.scored).into(),
        Value::Count(judged.year.into()).into(),
        Value::from(judged.baseline.map(|base| Value::Count(base.year.into()))).into(),
        figure(judged.baseline).into(),
        figure(judged.figure).into(),
        Value::from(judged.short_by.map(|short| short_by(short, is_score))).into(),
        Value::from(both.map(|both| Value::Words(format!("{} → {}", both.from, both.to)))).into(),
        Value::from(both.map(|both| Value::Claim(both.flips))).into(),
        Cell::toned(verdict, tone),
    ]
}

fn part(scored: Scored) -> Value {
    match scored {
        Scored::Total => Value::State("total", say! { vi: "PAPI", en: "PAPI" }),
        Scored::Part(number) => Value::Words(number.to_string()),
    }
}

fn figure(measured: Option<Measured>) -> Value {
    match measured.map(|measured| measured.figure) {
        None => Value::Empty,
        Some(IndexValue::Score(score)) => Value::Number(score, String::new()),
        Some(IndexValue::Band(band)) => Value::Words(band.name().to_owned()),
        Some(IndexValue::Rank(standing)) => {
            let place = standing.place;
            match standing.of {
                Some(of) => say! { vi: "thứ {place}/{of}", en: "{place} of {of}" }.into(),
                None => say! { vi: "thứ {place}", en: "{place}" }.into(),
            }
        }
    }
}

fn short_by(short: Decimal, is_score: bool) -> Value {
    let said = crate::words::say_number(short);
    let (vi, en) = if is_score {
        ("điểm", "points")
    } else {
        ("bậc", "places")
    };
    Value::Said(Text {
        vi: format!("{} {vi}", said.vi),
        en: format!("{} {en}", said.en),
    })
}

fn verdict(judged: &IndexJudgement) -> (Value, Tone) {
    let (text, tone) = match judged.verdict {
        IndexVerdict::Met => (say! { vi: "đạt", en: "met" }, Tone::Good),
        IndexVerdict::Missed if judged.stretch => (
            say! { vi: "không đạt (phấn đấu)", en: "missed (striven for)" },
            Tone::Caution,
        ),
        IndexVerdict::Missed => (say! { vi: "không đạt", en: "missed" }, Tone::Bad),
        IndexVerdict::NotYetPublished => (
            say! { vi: "chưa công bố", en: "not yet published" },
            Tone::Faint,
        ),
        IndexVerdict::NoData(_) => (say! { vi: "không có số liệu", en: "no data" }, Tone::Faint),
        IndexVerdict::NotComparable(_) => (
            say! { vi: "không so sánh được", en: "not comparable" },
            Tone::Caution,
        ),
        IndexVerdict::NotMeasurable(_) => (
            say! { vi: "không đánh giá được", en: "not measurable" },
            Tone::Caution,
        ),
    };
    (Value::State(judged.verdict.word(), text), tone)
}
