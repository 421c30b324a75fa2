//! The objectives of a plan on the index and what they come to on a day.

use rust_decimal::Decimal;

use crate::lang::Text;
use crate::model::{Plan, Scored};
use crate::progress::objectives::{
    IndexJudgement, IndexValue, IndexVerdict, Measured, Released, judge_objectives,
};
use crate::progress::{Judgement, Progress};
use crate::say;
use crate::table::{Audience, Block, Cell, Column, Line, Row, Table, Tone, Value};

/// A table of the objectives on the index, and under it how each verdict came about.
/// Empty where the plan has none.
#[must_use]
pub fn objectives(plan: &Plan, released: &Released) -> Vec<Block> {
    let judged = judge_objectives(plan, released);
    let told = judged.iter().map(|(objective, target, judgement)| {
        let objective = &plan.objectives[*objective];
        let target = &objective.targets[*target];
        Told {
            id: &target.id,
            title: &objective.title,
            words: target.words.as_ref().map(|words| words.value.as_str()),
            judgement,
        }
    });
    blocks(told)
}

/// The same of the judgements listed, as far as published scores decide them.
#[must_use]
pub fn of_judgements(progress: &Progress, listed: &[&Judgement]) -> Vec<Block> {
    let told = listed.iter().flat_map(|judgement| {
        let item = &progress.items.all()[judgement.target_item];
        let bounds = judgement.bounds.iter();
        let on_index = bounds.flat_map(|bound| &bound.explanation.index);
        on_index.map(move |judgement| Told {
            id: item.id,
            title: item.objective.map_or(item.title, |of| of.title.as_str()),
            words: item
                .target
                .and_then(|target| Some(target.words.as_ref()?.value.as_str())),
            judgement,
        })
    });
    let mut blocks = blocks(told);
    if let Some(Block::Table(table)) = blocks.first_mut() {
        // People have the words in the table of targets above.
        for column in &mut table.columns {
            if column.key == "words" {
                column.audience = Audience::Machines;
            }
        }
    }
    blocks
}

/// A judgement and the target it is on.
struct Told<'t> {
    id: &'t str,
    title: &'t str,
    words: Option<&'t str>,
    judgement: &'t IndexJudgement,
}

fn blocks<'t>(told: impl Iterator<Item = Told<'t>>) -> Vec<Block> {
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    for told in told {
        rows.push(Row::Cells(cells(told.id, told.words, told.judgement)));
        lines.push(line(Text::same(format!("{}: {}", told.id, told.title)), 0));
        let explained = told.judgement.explanation.iter();
        lines.extend(explained.map(|told| line(told.clone(), 1)));
    }
    if rows.is_empty() {
        return Vec::new();
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
        Some(IndexValue::Rank(standing)) => shown(IndexValue::Rank(standing)).into(),
        Some(figure) => plain(figure),
    }
}

/// A figure as machines take it: the score, the place or the band.
pub(super) fn plain(figure: IndexValue) -> Value {
    match figure {
        IndexValue::Score(score) => Value::Number(score, String::new()),
        IndexValue::Band(band) => Value::Words(band.name().to_owned()),
        IndexValue::Rank(standing) => Value::Count(standing.place.into()),
    }
}

/// "thứ 28/63 → thứ 49/60".
pub(super) fn change(from: Option<IndexValue>, to: IndexValue) -> Text {
    let to = shown(to);
    match from.map(shown) {
        Some(from) => Text {
            vi: format!("{} → {}", from.vi, to.vi),
            en: format!("{} → {}", from.en, to.en),
        },
        None => to,
    }
}

fn shown(figure: IndexValue) -> Text {
    match figure {
        IndexValue::Score(score) => crate::words::say_number(score),
        IndexValue::Band(band) => Text::same(band.name()),
        IndexValue::Rank(standing) => {
            let place = standing.place;
            match standing.of {
                Some(of) => say! { vi: "thứ {place}/{of}", en: "{place} of {of}" },
                None => say! { vi: "thứ {place}", en: "{place}" },
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
