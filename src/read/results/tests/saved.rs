//! One table, saved in every way.

use super::*;

#[test]
fn a_clean_table_is_read_whole() {
    let seen = rows("II.3;082;2021-H1;5;21;;18/06/2021;BC 12;tốt\n");
    assert_eq!(seen.told, []);
    assert_eq!(
        seen.counted,
        [("II.3".into(), "082".into(), ratio(5, 21), 2)]
    );
}

#[test]
fn the_same_table_is_read_however_it_was_saved() {
    use unicode_normalization::UnicodeNormalization;
    let text = "Mã chỉ tiêu,Đơn vị báo cáo,Kỳ báo cáo,Tử số,Mẫu số\n\
                III.4,UBND huyện Bát Xát,2021-H1,\"1.234,5\",3.000\n";
    let utf16 = |bytes_of: fn(u16) -> [u8; 2]| {
        let text = format!(
            "\u{FEFF}{}",
            text.replace(',', "\t").replace("\"1.234\t5\"", "1.234,5")
        );
        text.encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>()
    };
    let titled = format!("\n\"BÁO CÁO, 6 tháng\",,,,\n\n{text},,,,\n,,,,\n");
    let wide = text
        .replace(",2021-H1,", ",\u{A0}2021-H1 ,")
        .replace('\n', ",,,,\r\n");
    let saved: [Vec<u8>; 9] = [
        text.into(),
        format!("\u{FEFF}{text}").into(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        text.nfd().collect::<String>().into(),
        titled.into(),
        wide.into(),
        text.replace(',', ";")
            .replace("\"1.234;5\"", "1.234,5")
            .into(),
        text.replace("UBND huyện Bát Xát", "\"Ủy ban nhân dân\nHUYỆN BÁT XÁT\"")
            .into(),
    ];
    for bytes in saved {
        let seen = read(&bytes);
        let errors = seen
            .told
            .iter()
            .filter(|told| told.severity > Severity::Note);
        assert_eq!(errors.count(), 0, "{:?}", seen.told);
        let figure = Figure::Ratio {
            numerator: number("1234.5"),
            denominator: 3000.into(),
        };
        assert_eq!(
            seen.counted.len(),
            1,
            "{:?}",
            String::from_utf8_lossy(&bytes)
        );
        assert_eq!(
            (&seen.counted[0].1, seen.counted[0].2),
            (&"082".to_owned(), figure)
        );
    }
}

#[test]
fn windows_1258_is_decoded_and_told() {
    let seen =
        read(b"Ma\xDE,\xD0\xF5n vi\xF2,Ky\xCC,K\xEA\xECt qu\xE0\xD2\nVI.4,082,2021-H1,co\xEC\n");
    let rules: Vec<_> = seen
        .told
        .iter()
        .map(|told| (told.rule, told.severity))
        .collect();
    assert_eq!(rules, [("other-encoding", Severity::Note)]);
}

#[test]
fn what_is_no_table_is_refused_in_plain_words() {
    for bytes in [
        &b""[..],
        b"\xD0\xCF\x11\xE0",
        "C«ng khai, minh b¹ch; ñy ban nh©n d©n".as_bytes(),
        b"\x00\x01\x02\xFF\xFE\x80\x81",
    ] {
        let seen = read(bytes);
        assert_eq!(seen.told.len(), 1, "{:?}", seen.told);
        assert!(seen.told[0].advice.is_some());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_to_the_end(bytes: Vec<u8>) {
        read(&bytes);
    }

    #[test]
    fn any_cells_are_read_to_the_end(cells in proptest::collection::vec(".{0,12}", 1..40)) {
        let text: Vec<_> = cells.chunks(9).map(|row| row.join(";")).collect();
        rows(&text.join("\n"));
    }
}
