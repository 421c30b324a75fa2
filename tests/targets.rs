//! The grammar of targets under any input: no panic, places in the text, linear time,
//! and what was said reads back.

use std::time::{Duration, Instant};

use papi::model::{
    Band, Baseline, Bound, BoundKind, Change, Comparison, Every, Frequency, Level, Rank,
};
use papi::words::{counted_level, read_target, say_target};
use proptest::prelude::*;
use rust_decimal::Decimal;

const WORDS: [&str; 64] = [
    "tối thiểu",
    "ít nhất",
    "trên",
    "dưới",
    "từ",
    "đến",
    "trở lên",
    "trở xuống",
    "đạt",
    "không",
    "không quá",
    "khoảng",
    "còn",
    "phấn đấu",
    "tăng",
    "giảm",
    "cắt giảm",
    "so với",
    "năm",
    "năm trước",
    "mỗi",
    "hàng",
    "quý",
    "tháng",
    "lần",
    "điểm",
    "phần trăm",
    "bậc",
    "nhóm",
    "top",
    "xếp thứ",
    "thứ hạng",
    "tỉnh",
    "thành phố",
    "đứng đầu",
    "cả nước",
    "vùng",
    "Tây Bắc",
    "cao nhất",
    "trung bình cao",
    "duy trì",
    "không để",
    "mức độ",
    "cấp",
    "giai đoạn",
    "và",
    "hoặc",
    "có",
    "được",
    "xã",
    "hồ sơ",
    "một",
    "hai",
    "05",
    "3.000",
    "45.366",
    "97,5",
    "2025",
    "%",
    "/",
    "-",
    ";",
    ",",
    "\n",
];

fn assert_in_the_text(text: &str) {
    for part in read_target(text) {
        assert!(
            text.get(part.span.clone())
                .is_some_and(|words| !words.is_empty()),
            "{text:?}"
        );
        if let Err(unread) = part.reading {
            assert_eq!(
                text.get(unread.span),
                Some(unread.rest.as_str()),
                "{text:?}"
            );
        }
    }
    counted_level(text);
}

fn amount() -> impl Strategy<Value = Decimal> {
    (0_i64..10_000_000, 0_u32..5)
        .prop_map(|(digits, scale)| Decimal::new(digits, scale).normalize())
}

/// A number above nought, which is the target "none at all" when nothing compares it.
fn unit() -> impl Strategy<Value = String> {
    let units = [
        "",
        "%",
        "%/năm",
        "điểm",
        "điểm phần trăm",
        "điểm %",
        "tấn",
        "hồ sơ",
        "triệu đồng",
        "lượt người",
    ];
    proptest::sample::select(units.to_vec()).prop_map(str::to_owned)
}

fn comparison() -> impl Strategy<Value = Comparison> {
    use Comparison as C;
    proptest::sample::select(vec![
        C::AtLeast,
        C::MoreThan,
        C::AtMost,
        C::LessThan,
        C::About,
    ])
}

fn level() -> impl Strategy<Value = BoundKind> {
    let plain = (comparison(), amount(), unit()).prop_map(|(comparison, value, unit)| Level {
        comparison,
        value,
        upper: None,
        unit,
        out_of: None,
    });
    let ranges = proptest::sample::select(vec![
        Comparison::AtLeast,
        Comparison::Between,
        Comparison::About,
    ]);
    let range =
        (ranges, amount(), 1_i64..1000, unit()).prop_map(|(comparison, value, more, unit)| Level {
            comparison,
            value,
            upper: Some(value + Decimal::from(more)),
            unit,
            out_of: None,
        });
    let wholes = proptest::sample::select(vec![10, 60, 80, 100]);
    let score = (comparison(), amount(), wholes).prop_map(|(comparison, value, whole)| Level {
        comparison,
        value,
        upper: None,
        unit: "điểm".to_owned(),
        out_of: Some(Decimal::from(whole)),
    });
    prop_oneof![plain, range, score].prop_map(BoundKind::Level)
}

fn frequency() -> impl Strategy<Value = BoundKind> {
    use Every as E;
    let spans = vec![
        E::Day,
        E::Week,
        E::TwoWeeks,
        E::Month,
        E::Quarter,
        E::HalfYear,
        E::Year,
    ];
    (
        comparison(),
        0_i64..100_000,
        proptest::sample::select(spans),
    )
        .prop_map(|(comparison, value, per)| {
            BoundKind::Frequency(Frequency {
                comparison,
                value: value.into(),
                unit: None,
                per,
            })
        })
}

fn change() -> impl Strategy<Value = BoundKind> {
    let baseline = prop_oneof![
        (2000_i32..2040).prop_map(Baseline::Year),
        Just(Baseline::Previous)
    ];
    let units = proptest::sample::select(vec!["bậc", "%", "điểm", "điểm phần trăm", "hộ", ""]);
    (comparison(), amount(), units, baseline, any::<bool>()).prop_map(
        |(comparison, value, unit, baseline, downward)| {
            BoundKind::Change(Change {
                comparison,
                value,
                unit: unit.to_owned(),
                baseline,
                downward,
            })
        },
    )
}

fn bound() -> impl Strategy<Value = Bound> {
    let scopes = vec![
        None,
        Some("vùng Tây Bắc".to_owned()),
        Some("khu vực miền núi phía Bắc".to_owned()),
    ];
    let rank = (1_u32..64, proptest::sample::select(scopes))
        .prop_map(|(at_most, scope)| BoundKind::Rank(Rank { at_most, scope }));
    let bands = vec![
        Band::Lowest,
        Band::LowerMiddle,
        Band::UpperMiddle,
        Band::Highest,
    ];
    let band = proptest::sample::select(bands).prop_map(BoundKind::Band);
    let other = proptest::sample::select(vec![
        BoundKind::Hold,
        BoundKind::Zero,
        BoundKind::Qualitative,
    ]);
    let kind = prop_oneof![level(), frequency(), change(), rank, band, other];
    (kind, proptest::option::of(2000_i32..2060), any::<bool>())
        .prop_map(|(kind, by, stretch)| Bound { kind, by, stretch })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_read_or_unread_at_a_place_in_it(text in "\\PC{0,80}") {
        assert_in_the_text(&text);
    }

    #[test]
    fn any_words_of_targets_are_read_or_unread_at_a_place_in_them(
        words in proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..14),
        space in proptest::sample::select(vec![" ", "", "\u{a0}"]),
    ) {
        assert_in_the_text(&words.join(space));
    }

    #[test]
    fn what_was_said_reads_back_in_both_languages(bound in bound()) {
        let said = say_target(&bound);
        for words in [&said.vi, &said.en] {
            let read: Vec<_> = read_target(words).into_iter().map(|part| part.reading).collect();
            prop_assert_eq!(read, [Ok(bound.clone())], "{}", words);
        }
    }
}

#[test]
fn long_texts_take_linear_time() {
    let pieces = [
        "Tối thiểu 30% xã, phường được kiểm tra; ",
        "đạt ",
        "1 - ",
        "1, ",
        "- ",
        "(",
        "tấn ",
        "so với ",
        "5 tấn, ",
        "5 TẤN, ",
        "30% xã; ",
        "nhóm 5 tỉnh có ",
        "mức độ 3, ",
        "vùng ",
        "\n",
        "1.\n",
        "năm 2025 ",
        "a\u{301}",
        "không để ",
        "2025: ",
        "59/2019/NĐ-",
        "9",
        "30% xã; xã được ",
        "phấn đấu đến năm 2030 ",
    ];
    for piece in pieces {
        let text = piece.repeat(30_000 / piece.len());
        let start = Instant::now();
        assert_in_the_text(&text);
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(5), "{piece:?} took {taken:?}");
    }
}

#[test]
fn each_cell_of_the_lao_cai_appendix_is_read() {
    let cells = include_str!("phrases/lao-cai-2021-targets.txt");
    for cell in cells.lines() {
        let read = read_target(cell);
        assert!(!read.is_empty(), "{cell}");
        assert!(read.iter().all(|part| part.reading.is_ok()), "{cell}");
    }
}
