//! The head of a results table: which column holds what.

use super::cells::Cells;
use super::rows::{Outcome, Rows};
use crate::words::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The id of a target, task or duty.
    Item,
    /// The reporting agency.
    Agency,
    /// The period.
    Period,
    /// Tử số.
    Numerator,
    /// Mẫu số.
    Denominator,
    /// A number, or có/không, đạt/không đạt.
    Value,
    /// The day of the report.
    Reported,
    /// Minh chứng.
    Evidence,
    /// Ghi chú.
    Note,
    /// The plan it belongs to, where a file holds the results of several.
    Plan,
}

impl Field {
    /// Every field, in the order of the reference.
    pub(super) const ALL: [Self; 10] = [
        Self::Item,
        Self::Agency,
        Self::Period,
        Self::Numerator,
        Self::Denominator,
        Self::Value,
        Self::Reported,
        Self::Evidence,
        Self::Note,
        Self::Plan,
    ];

    /// The head to write, in Vietnamese.
    pub(super) fn head(self) -> &'static str {
        match self {
            Self::Item => "Mã",
            Self::Agency => "Đơn vị",
            Self::Period => "Kỳ",
            Self::Numerator => "Tử số",
            Self::Denominator => "Mẫu số",
            Self::Value => "Kết quả",
            Self::Reported => "Ngày báo cáo",
            Self::Evidence => "Minh chứng",
            Self::Note => "Ghi chú",
            Self::Plan => "Kế hoạch",
        }
    }

    /// The head to write, in English.
    pub(super) fn word(self) -> &'static str {
        self.heads()[0]
    }

    /// The heads that are accepted, folded; the English one first.
    fn heads(self) -> &'static [&'static str] {
        match self {
            Self::Item => &["item", "ma", "ma chi tieu", "ma nhiem vu", "ma so", "id"],
            Self::Agency => &[
                "agency",
                "don vi",
                "don vi bao cao",
                "ma don vi",
                "co quan",
                "co quan bao cao",
                "co quan, don vi",
            ],
            Self::Period => &["period", "ky", "ky bao cao"],
            Self::Numerator => &["numerator", "tu so"],
            Self::Denominator => &["denominator", "mau so"],
            Self::Value => &["value", "ket qua", "gia tri", "so lieu"],
            Self::Reported => &["reported", "ngay bao cao", "ngay gui", "ngay"],
            Self::Evidence => &["evidence", "minh chung", "tai lieu minh chung"],
            Self::Note => &["note", "ghi chu"],
            Self::Plan => &["plan", "ke hoach", "ma ke hoach", "so ke hoach"],
        }
    }
}

/// Heads of columns that tell people something and are not read, folded.
const COMPANIONS: [&str; 23] = [
    "stt",
    "tt",
    "so tt",
    "no",
    "no.",
    "#",
    "chi tieu",
    "muc tieu",
    "nhiem vu",
    "ten nhiem vu",
    "ten chi tieu",
    "noi dung",
    "don vi tinh",
    "dvt",
    "title",
    "target",
    "task",
    "unit",
    "name",
    "ten don vi",
    "ten co quan",
    "cach ghi",
    "guide",
];

/// What a head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A field.
    Field(Field),
    /// Something that is not read.
    Companion,
    /// Something unknown, and the field whose head is nearest.
    Unknown(Option<Field>),
    /// Nothing.
    Empty,
}

/// Tells what a head says. A unit in brackets after it does not matter.
pub(super) fn meaning(head: &[u8]) -> Meaning {
    let text = String::from_utf8_lossy(head);
    let folded = fold(&text);
    let plain = folded
        .split_once('(')
        .map_or(folded.as_str(), |(before, _)| before);
    let plain = plain.trim_matches([' ', ':', '*', '.']);
    if plain.is_empty() {
        return Meaning::Empty;
    }
    let field = Field::ALL
        .into_iter()
        .find(|field| field.heads().contains(&plain));
    match field {
        Some(field) => Meaning::Field(field),
        None if COMPANIONS.contains(&plain) => Meaning::Companion,
        None => Meaning::Unknown(nearest(plain)),
    }
}

fn nearest(plain: &str) -> Option<Field> {
    // Only what looks like a slip of the pen.
    let length = plain.chars().count();
    if !(3..=40).contains(&length) {
        return None;
    }
    let distances = Field::ALL.into_iter().flat_map(|field| {
        let heads = field.heads().iter().filter(|head| head.len() > 2);
        heads.map(move |head| (strsim::damerau_levenshtein(head, plain), field))
    });
    let (distance, field) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= (length / 4).max(1)).then_some(field)
}

/// The columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// For each field, in the order of [`Field::ALL`], its column.
    columns: [Option<usize>; 10],
    /// For each column, whether something is to stand in it.
    pub(super) is_named: Vec<bool>,
    /// Columns of a field that another column holds already, with that column.
    pub(super) repeated: Vec<(usize, usize)>,
    /// Unknown columns, with the field whose head is nearest.
    pub(super) unknown: Vec<(usize, Option<Field>)>,
}

impl Head {
    /// The head that a row of cells is.
    pub(super) fn of(cells: &Cells) -> Self {
        let mut head = Self::default();
        for (column, cell) in cells.iter().enumerate() {
            let meaning = meaning(cell);
            head.is_named.push(meaning != Meaning::Empty);
            match meaning {
                Meaning::Field(field) => match head.columns[field as usize] {
                    None => head.columns[field as usize] = Some(column),
                    Some(first) => head.repeated.push((column, first)),
                },
                Meaning::Unknown(near) => head.unknown.push((column, near)),
                Meaning::Companion | Meaning::Empty => {}
            }
        }
        // A name beside a code is for people; alone it tells the agency.
        let is_name = |cell: &[u8]| {
            matches!(
                fold(&String::from_utf8_lossy(cell)).as_str(),
                "ten don vi" | "ten co quan"
            )
        };
        if head.column(Field::Agency).is_none() {
            head.columns[Field::Agency as usize] = cells.iter().position(is_name);
        }
        head
    }

    /// The column of a field.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.columns[field as usize]
    }

    /// How many fields have a column.
    pub(super) fn fields(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    /// Whether a row of cells is a head and no data: most of its cells are heads.
    pub(super) fn is_repeated_by(&self, cells: &Cells) -> bool {
        let is_head = |cell: &&[u8]| matches!(meaning(cell), Meaning::Field(_));
        cells.iter().filter(is_head).count() * 2 > self.fields()
    }
}

/// How far down a head is looked for.
pub(super) const HIGHEST: u64 = 60;

/// The delimiter of a text and the row of its head.
pub(super) fn sniff(text: &[u8]) -> Option<(u8, u64)> {
    let mut cells = Cells::default();
    let candidates = [b',', b';', b'\t', b'|'].map(|delimiter| {
        let mut rows = Rows::new(text, delimiter);
        let mut heads = Vec::new();
        while let Some(outcome) = rows.next(&mut cells) {
            if cells.row > HIGHEST {
                break;
            }
            if outcome == Outcome::Row {
                heads.push((cells.row, Head::of(&cells).fields()));
            }
        }
        (delimiter, heads)
    });
    let most = |heads: &[(u64, usize)]| heads.iter().map(|(_, fields)| *fields).max();
    // Of equals the first.
    let (delimiter, heads) = candidates
        .into_iter()
        .rev()
        .max_by_key(|(_, heads)| most(heads))?;
    Some((delimiter, first_head(&heads)?))
}

/// The row of the head, of rows and how many fields each names: the first that names
/// most of what any names. A later one is a repetition.
pub(super) fn first_head(rows: &[(u64, usize)]) -> Option<u64> {
    let most = rows.iter().map(|(_, fields)| *fields).max()?;
    let is_head = |(_, fields): &&(u64, usize)| *fields >= 2 && fields * 2 > most;
    rows.iter().find(is_head).map(|(row, _)| *row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_in_both_languages_in_any_spelling() {
        for (head, field) in [
            ("Mã chỉ tiêu", Field::Item),
            ("MA NHIEM VU", Field::Item),
            ("Đơn vị\nbáo cáo", Field::Agency),
            ("Kỳ", Field::Period),
            ("Tử\u{A0}số", Field::Numerator),
            ("mẫu số *", Field::Denominator),
            ("Kết quả (%)", Field::Value),
            ("reported", Field::Reported),
        ] {
            assert_eq!(meaning(head.as_bytes()), Meaning::Field(field), "{head}");
        }
        assert_eq!(
            meaning("Tử sốo".as_bytes()),
            Meaning::Unknown(Some(Field::Numerator))
        );
        assert_eq!(meaning("Kinh phí".as_bytes()), Meaning::Unknown(None));
        assert_eq!(meaning("STT".as_bytes()), Meaning::Companion);
    }

    #[test]
    fn the_head_is_found_below_titles_and_behind_any_delimiter() {
        let sniffed = |text: &str| sniff(text.as_bytes());
        assert_eq!(sniffed("Mã,Đơn vị,Kỳ,Kết quả\n"), Some((b',', 1)));
        let titles = "BÁO CÁO, Quý I;;;\n(Kèm theo công văn)\n\nSTT;Mã;Đơn vị;Kỳ\n1;2;3;4\n";
        assert_eq!(sniffed(titles), Some((b';', 4)));
        assert_eq!(sniffed("sep=;\nitem;agency;period\n"), Some((b';', 2)));
        assert_eq!(sniffed("item\tagency\tperiod\n"), Some((b'\t', 1)));
        assert_eq!(sniffed("a,b,c\n1,2,3\n"), None);
        let twice = "item,agency,period,value\n1,2,3,4\nitem,agency,period,value,note\n";
        assert_eq!(sniffed(twice), Some((b',', 1)));
    }
}
