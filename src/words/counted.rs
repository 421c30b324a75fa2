//! The level of agencies a target counts, where its words are plain.

use super::spelling::same_spelling;

/// What may stand between "100%" and the agencies.
const BEFORE: [&str; 7] = [
    "các ",
    "số ",
    "tổng số ",
    "đơn vị ",
    "ủy ban nhân dân ",
    "ubnd ",
    "các đơn vị ",
];

/// The agencies of a level, as they are counted whole.
const COUNTED: [(&str, &str); 15] = [
    ("xã, phường, thị trấn", "commune"),
    ("xã, phường và thị trấn", "commune"),
    ("xã, phường, đặc khu", "commune"),
    ("xã, thị trấn, phường", "commune"),
    ("phường, xã, thị trấn", "commune"),
    ("đơn vị hành chính cấp xã", "commune"),
    ("đơn vị cấp xã", "commune"),
    ("cấp xã", "commune"),
    ("huyện, thị xã, thành phố", "district"),
    ("huyện, thị xã và thành phố", "district"),
    ("đơn vị hành chính cấp huyện", "district"),
    ("cấp huyện", "district"),
    ("tỉnh, thành phố trực thuộc trung ương", "province"),
    ("tỉnh, thành phố", "province"),
    ("cấp tỉnh", "province"),
];

/// How what is said of them may begin: anything else may narrow them down.
const SAID_OF_THEM: [&str; 42] = [
    "được",
    "công khai",
    "triển khai",
    "thực hiện",
    "có",
    "đạt",
    "hoàn thành",
    "ban hành",
    "tổ chức",
    "báo cáo",
    "niêm yết",
    "xây dựng",
    "duy trì",
    "kết nối",
    "bố trí",
    "cập nhật",
    "đã",
    "đều",
    "phải",
    "không",
    "tự",
    "lập",
    "thành lập",
    "tiếp",
    "đối thoại",
    "kiểm tra",
    "rà soát",
    "sử dụng",
    "áp dụng",
    "vận hành",
    "trên địa bàn",
    "trong tỉnh",
    "của tỉnh",
    "toàn tỉnh",
    "bảo đảm",
    "đảm bảo",
    "đăng tải",
    "cung cấp",
    "tham gia",
    "tuyên truyền",
    "hướng dẫn",
    "giải quyết",
];

/// The level (`commune`, `district`, `province`) whose agencies are counted when a target
/// is a share of them: "100% cấp xã công khai", "30% xã, phường, thị trấn được kiểm tra".
/// `None` where anything else might be counted: "80% số trạm y tế xã, phường".
pub fn counted_level(words: &str) -> Option<&'static str> {
    let words = same_spelling(words);
    let mut counted = None;
    let mut parts = words.split('%');
    parts.next()?;
    for part in parts {
        let level = level_at_start(part)?;
        if counted.is_some_and(|other| other != level) {
            return None;
        }
        counted = Some(level);
    }
    counted
}

fn level_at_start(part: &str) -> Option<&'static str> {
    let mut part = part.trim_start();
    while let Some(rest) = BEFORE.iter().find_map(|word| part.strip_prefix(word)) {
        part = rest;
    }
    COUNTED.iter().find_map(|&(agencies, level)| {
        let rest = part.strip_prefix(agencies)?;
        let said = rest.trim_start();
        let ends = said.is_empty() || said.starts_with(['.', ';']);
        let begins = |word: &str| {
            said.strip_prefix(word)
                .is_some_and(|after| !after.starts_with(char::is_alphabetic))
        };
        (ends || rest.starts_with(' ') && SAID_OF_THEM.iter().any(|word| begins(word)))
            .then_some(level)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_of_a_level_are_counted_where_the_words_are_plain() {
        for (words, level) in [
            ("100% cấp xã công khai", "commune"),
            ("100% cấp xã triển khai thực hiện", "commune"),
            (
                "Tối thiểu 30% xã, phường, thị trấn được kiểm tra",
                "commune",
            ),
            ("100% UBND cấp xã", "commune"),
            ("100 % các Xã,  phường, thị trấn.", "commune"),
            ("100% huyện, thị xã, thành phố công khai", "district"),
            (
                "100% UBND cấp huyện thực hiện; 50% UBND cấp huyện đạt loại tốt",
                "district",
            ),
        ] {
            assert_eq!(counted_level(words), Some(level), "{words}");
        }
    }

    #[test]
    fn other_things_counted_have_no_level() {
        for words in [
            "",
            "cấp xã công khai",
            "100% hoạt động của cơ quan hành chính nhà nước cấp xã được giám sát",
            "Tối thiểu 30% các cơ quan chuyên môn cấp tỉnh, đơn vị hành chính cấp huyện; UBND cấp xã được kiểm tra",
            "Trên 80% số trạm y tế xã, phường",
            "100% cán bộ cấp xã",
            "100% xã đạt chuẩn nông thôn mới",
            "100% cấp huyện, cấp xã công khai",
            "100% cấp xã vùng cao công khai",
            "100% cấp xã công khai, 30% hồ sơ trễ hẹn",
            "100% tỉnh ủy viên",
        ] {
            assert_eq!(counted_level(words), None, "{words}");
        }
    }
}
