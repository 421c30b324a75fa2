//! The letters of Vietnamese before Unicode: TCVN3 (ABC) and VNI. Shown in Latin
//! letters they are unlike any Vietnamese: "C«ng khai", "Coâng khai".

/// Which letters a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Vietnamese, or text without any mark.
    Vietnamese,
    /// TCVN3 taken for Latin letters.
    Tcvn3,
    /// VNI taken for Latin letters.
    Vni,
    /// None of these.
    Other,
}

/// Fewer odd letters than this may stand in any text: "m²", "30 °C".
const FEWEST: usize = 5;

/// Tells the letters of `text`, which was decoded as Unicode or as Windows-1258.
pub(super) fn script_of(text: &str) -> Script {
    let (mut own, mut signs, mut foreign, mut other) = (0_usize, 0, 0, 0);
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            _ if letter.is_ascii() => {}
            '«' | '»' | '°' | '·' if !before.is_alphabetic() => {}
            // TCVN3 keeps its small letters where Latin text has signs.
            '\u{A1}'..='\u{BF}' => signs += 1,
            // VNI writes its marks as letters that Vietnamese does not have.
            'ä' | 'å' | 'ö' | 'ø' | 'ï' | 'û' | 'ñ' | 'Ä' | 'Å' | 'Ö' | 'Ø' | 'Ï' | 'Û' | 'Ñ' =>
            {
                foreign += 1;
            }
            // … and sets marks after the vowel that has them.
            'â' | 'ê' | 'ù' | 'õ' if matches!(before, 'a' | 'e' | 'o') => foreign += 1,
            _ if is_vietnamese(letter) => own += 1,
            '\u{2000}'..='\u{2BFF}' | '\u{A0}' | '\u{FEFF}' => {}
            _ => other += 1,
        }
        before = letter;
    }
    let marked = own + signs + foreign + other;
    if marked == 0 || own * 10 >= marked * 8 {
        Script::Vietnamese
    } else if signs + foreign < FEWEST {
        Script::Other
    } else if signs * 4 >= marked && signs >= foreign {
        Script::Tcvn3
    } else if foreign * 4 >= marked {
        Script::Vni
    } else {
        Script::Other
    }
}

fn is_vietnamese(letter: char) -> bool {
    matches!(letter,
        'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ð' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
        | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
        | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        | '\u{300}'..='\u{323}' | '\u{1EA0}'..='\u{1EF9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_vietnamese_with_its_marks_apart_or_together() {
        use unicode_normalization::UnicodeNormalization;
        let text = "Ủy ban nhân dân huyện Bát Xát – “Tối thiểu 30%”";
        assert_eq!(script_of(text), Script::Vietnamese);
        assert_eq!(
            script_of(&text.nfd().collect::<String>()),
            Script::Vietnamese
        );
        assert_eq!(script_of("so-noi-vu;080;2021"), Script::Vietnamese);
    }

    #[test]
    fn letters_of_old_fonts_are_told_apart() {
        assert_eq!(
            script_of("C«ng khai, minh b¹ch; ñy ban nh©n d©n"),
            Script::Tcvn3
        );
        assert_eq!(script_of("8 m², 30 °C, ½"), Script::Other);
        assert_eq!(
            script_of("Coâng khai, minh baïch; ñôn vò baùo caùo"),
            Script::Vni
        );
    }
}
