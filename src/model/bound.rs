//! What a target asks for: the readings of a target phrase.

use rust_decimal::Decimal;

/// One reading of a target phrase (mức phải đạt).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// What is asked.
    pub kind: BoundKind,
    /// The year by which it is asked, where the phrase names one ("đến năm 2030").
    pub by: Option<i32>,
    /// Whether the phrase only strives for it (phấn đấu).
    pub stretch: bool,
}

impl Bound {
    /// A bound without a year of its own that is not a stretch.
    #[must_use]
    pub fn new(kind: BoundKind) -> Self {
        Self {
            kind,
            by: None,
            stretch: false,
        }
    }
}

/// The kinds of bound.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BoundKind {
    /// A figure compared with a value: "Tối thiểu 30%", "≥ 5,5 điểm".
    Level(Level),
    /// A count in each of a span of time: "01 đợt/năm".
    Frequency(Frequency),
    /// A change against a baseline: "tăng ít nhất 05 bậc so với năm 2020".
    Change(Change),
    /// A place in a ranking: "nhóm 10 tỉnh đứng đầu".
    Rank(Rank),
    /// A band of the published index, or a better one.
    Band(Band),
    /// Not worse than the baseline (duy trì).
    Hold,
    /// The figure is nought and was reported (không để xảy ra).
    Zero,
    /// Attested by an agency, not measured.
    Qualitative,
}

/// How a figure is compared with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// At least, `>=`.
    AtLeast,
    /// More than, `>`.
    MoreThan,
    /// At most, `<=`.
    AtMost,
    /// Less than, `<`.
    LessThan,
    /// Between `value` and `upper`, both included.
    Between,
    /// About, `~`: has no verdict of its own.
    About,
}

impl Comparison {
    /// The sign used in machine formats: `>=`, `>`, `<=`, `<`, `range`, `~`.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
            Self::AtMost => "<=",
            Self::LessThan => "<",
            Self::Between => "range",
            Self::About => "~",
        }
    }
}

/// A figure compared with a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Level {
    /// How it is compared.
    pub comparison: Comparison,
    /// The value: the lower end of a range.
    pub value: Decimal,
    /// The other end of a range; "35%-40% trở lên" keeps 40 here.
    pub upper: Option<Decimal>,
    /// The unit as written (`%`, `điểm`, `tấn`), empty where there is none.
    pub unit: String,
    /// The whole of a score: 80 in "45,37/80 điểm".
    pub out_of: Option<Decimal>,
}

/// A count in each span of time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Frequency {
    /// How it is compared.
    pub comparison: Comparison,
    /// The count.
    pub value: Decimal,
    /// What is counted (lần, đợt, mẫu), where the table form says it.
    pub unit: Option<String>,
    /// The span in which it is counted.
    pub per: Every,
}

/// A span of time that comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Every {
    /// Hằng ngày.
    Day,
    /// Hằng tuần.
    Week,
    /// 2 tuần/lần.
    TwoWeeks,
    /// Hằng tháng.
    Month,
    /// Hằng quý.
    Quarter,
    /// 6 tháng.
    HalfYear,
    /// Hằng năm.
    Year,
}

impl Every {
    /// The word of machine formats: `day`, `week`, `two-weeks`, `month`, `quarter`,
    /// `half-year`, `year`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::TwoWeeks => "two-weeks",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half-year",
            Self::Year => "year",
        }
    }
}

/// A change against a baseline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// How the change is compared.
    pub comparison: Comparison,
    /// By how much.
    pub value: Decimal,
    /// The unit as written (`bậc`, `%`, `điểm phần trăm`), empty where there is none.
    pub unit: String,
    /// Against what.
    pub baseline: Baseline,
    /// Whether the figure is to go down.
    pub downward: bool,
}

/// What a change is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Baseline {
    /// The figure of that year.
    Year(i32),
    /// The figure of the year before.
    Previous,
}

/// A place in a ranking.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rank {
    /// The worst place that meets it.
    pub at_most: u32,
    /// The region, where it is not the whole country.
    pub scope: Option<String>,
}

/// The bands in which the index is published, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Band {
    /// Thấp nhất.
    Lowest,
    /// Trung bình thấp.
    LowerMiddle,
    /// Trung bình cao.
    UpperMiddle,
    /// Cao nhất.
    Highest,
}

impl Band {
    /// The Vietnamese name: `cao nhất`, `trung bình cao`, `trung bình thấp`, `thấp nhất`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Highest => "cao nhất",
            Self::UpperMiddle => "trung bình cao",
            Self::LowerMiddle => "trung bình thấp",
            Self::Lowest => "thấp nhất",
        }
    }
}
