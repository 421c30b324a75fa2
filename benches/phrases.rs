//! How many phrases papi reads in a second: `cargo bench --bench phrases`.

use divan::Bencher;
use divan::counter::ItemsCount;
use papi::words::{ScheduleContext, read_schedule, read_target};

fn main() {
    divan::main();
}

const TARGETS: &str = include_str!("../tests/phrases/more-targets.jsonl");
const SCHEDULES: &str = include_str!("../tests/phrases/more-schedules.jsonl");

#[divan::bench]
fn targets(bencher: Bencher) {
    let phrases = texts(TARGETS);
    bencher.counter(ItemsCount::new(phrases.len())).bench(|| {
        phrases
            .iter()
            .map(|text| read_target(text).len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn schedules(bencher: Bencher) {
    let phrases = texts(SCHEDULES);
    let context = ScheduleContext {
        from: 2021,
        to: 2025,
        issued: None,
    };
    bencher.counter(ItemsCount::new(phrases.len())).bench(|| {
        let read = phrases
            .iter()
            .map(|text| read_schedule(text, &context).len());
        read.sum::<usize>()
    });
}

/// A phrase a hundred times as long takes a hundred times as long, and no more.
#[divan::bench(args = [1, 10, 100, 1_000])]
fn a_long_target(bencher: Bencher, times: usize) {
    let text = "Tối thiểu 30% xã, phường, thị trấn được kiểm tra; ".repeat(times);
    bencher.bench(|| read_target(&text).len());
}

#[divan::bench(args = [1, 10, 100, 1_000])]
fn a_long_schedule(bencher: Bencher, times: usize) {
    let text = "trước ngày 10/4; ".repeat(times);
    let context = ScheduleContext {
        from: 2021,
        to: 2021,
        issued: None,
    };
    bencher.bench(|| read_schedule(&text, &context).len());
}

fn texts(lines: &str) -> Vec<String> {
    let text = |line: &str| {
        let read: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        read["text"].as_str().map(str::to_owned)
    };
    lines.lines().filter_map(text).collect()
}
