//! Verdicts on targets, and how each came about.

use rust_decimal::Decimal;

use super::exact::Fraction;
use super::explanation::Explanation;
use super::objectives::IndexValue;
use crate::model::ReportingPeriod;

/// What a target comes to on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The target's item, by index.
    pub target_item: usize,
    /// The verdict: the gravest of its bounds.
    pub verdict: Verdict,
    /// The verdict on each bound, in the order of the target's, and last on the words
    /// that were not understood.
    pub bounds: Vec<BoundJudgement>,
    /// The figure of the bound that decides.
    pub figure: Option<TargetFigure>,
    /// The latest period that went into it.
    pub period: Option<ReportingPeriod>,
    /// How many of the expected agencies have a figure that counts, their own or one
    /// that stands for theirs.
    pub reported: usize,
    /// How many agencies are expected to have one.
    pub expected: usize,
    /// The others, by index.
    pub missing: Vec<usize>,
    /// How the verdict of the bound that decides came about.
    pub explanation: Explanation,
    /// Whether that bound is only striven for (phấn đấu), so that a miss is a warning.
    pub stretch: bool,
}

/// What one bound of a target comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundJudgement {
    /// The bound, as an index into the target's; `None` for words not understood.
    pub bound: Option<usize>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether it counts towards the target's verdict: a milestone later than the next
    /// one does not yet.
    pub counts: bool,
    /// What was compared.
    pub figure: Option<TargetFigure>,
    /// The latest period that went into it.
    pub period: Option<ReportingPeriod>,
    /// How many of the expected agencies have a figure that counts.
    pub reported: usize,
    /// How many agencies are expected to have one.
    pub expected: usize,
    /// The others, by index.
    pub missing: Vec<usize>,
    /// How the verdict came about.
    pub explanation: Explanation,
    /// Whether the bound is only striven for.
    pub stretch: bool,
}

/// What is found of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Đạt.
    Met,
    /// Short while its time runs.
    Behind,
    /// Short after its time ended (không đạt).
    Missed,
    /// Nothing was reported.
    NoData,
    /// It hangs on results of the index that are not published on that day.
    NotYetPublished,
    /// Attested, not measured; no verdict of papi's own.
    Attested(Attestation),
    /// What was reported, or what was asked, allows no verdict.
    NotMeasurable(Reason),
}

/// What agencies attest of a target that is not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attestation {
    /// Every expected agency says yes and names its evidence.
    Yes,
    /// Some of them do and none says no; others are silent.
    Partly,
    /// None says no, but one that says yes names no evidence.
    WithoutEvidence,
    /// An agency says no.
    No,
}

/// Why there is no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Percentages came without numerator and denominator, so they cannot be summed
    /// over agencies or periods.
    WithoutParts,
    /// Figures of several agencies, and the plan does not say how they become one.
    HowToCombine,
    /// Some agencies are silent, and their silence would count as good news.
    Silence,
    /// Rows contradict each other and none is later.
    Disputed,
    /// What was reported is of another kind than what is asked.
    WrongKind,
    /// The denominator is 0: there was nothing to measure.
    NothingCounted,
    /// There is no baseline, or none with a source.
    NoBaseline,
    /// A change of a percentage in per cent may be meant in points or in proportion,
    /// and the two differ.
    PointsOrProportion,
    /// The periods that were reported are wider than those of the target.
    PeriodsTooWide,
    /// The registry has no agency of the level counted.
    NoRegistry,
    /// The target says "about".
    About,
    /// Nobody attests it; there are only figures or evidence.
    NotAttested,
    /// The words of the target, or a part of them, were not understood.
    Unread,
    /// The target asks nothing.
    NothingAsked,
    /// The figures have more digits than can be compared exactly.
    TooLong,
    /// The province has no published results in that year.
    NotSurveyed,
    /// The years may not be compared: the index or the provinces changed.
    NotComparable,
    /// It is about a region, and papi does not know its provinces.
    Region,
    /// What is asked lies outside the scale of the index.
    OutOfScale,
    /// The words do not say whether a score, a rank or a band is to hold.
    WhatIsHeld,
}

impl Verdict {
    /// The word of machine formats: `met`, `behind`, `missed`, `no-data`,
    /// `not-yet-published`, `attested`, `attested-in-part`,
    /// `attested-without-evidence`, `not-attested`, `not-measurable`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Behind => "behind",
            Self::Missed => "missed",
            Self::NoData => "no-data",
            Self::NotYetPublished => "not-yet-published",
            Self::Attested(Attestation::Yes) => "attested",
            Self::Attested(Attestation::Partly) => "attested-in-part",
            Self::Attested(Attestation::WithoutEvidence) => "attested-without-evidence",
            Self::Attested(Attestation::No) => "not-attested",
            Self::NotMeasurable(_) => "not-measurable",
        }
    }

    /// How grave it is beside others of one target: the greatest decides.
    pub(super) fn gravity(self) -> u8 {
        match self {
            Self::Missed => 9,
            Self::Behind => 8,
            Self::Attested(Attestation::No) => 7,
            Self::NoData => 6,
            Self::NotMeasurable(_) => 5,
            Self::NotYetPublished => 4,
            Self::Attested(Attestation::Partly) => 3,
            Self::Attested(Attestation::WithoutEvidence) => 2,
            Self::Attested(Attestation::Yes) => 1,
            Self::Met => 0,
        }
    }
}

impl Reason {
    /// The word of machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::WithoutParts => "without-parts",
            Self::HowToCombine => "how-to-combine",
            Self::Silence => "silence",
            Self::Disputed => "disputed",
            Self::WrongKind => "wrong-kind",
            Self::NothingCounted => "nothing-counted",
            Self::NoBaseline => "no-baseline",
            Self::PointsOrProportion => "points-or-proportion",
            Self::PeriodsTooWide => "periods-too-wide",
            Self::NoRegistry => "no-registry",
            Self::About => "about",
            Self::NotAttested => "nobody-attests",
            Self::Unread => "unread",
            Self::NothingAsked => "nothing-asked",
            Self::TooLong => "too-long",
            Self::NotSurveyed => "not-surveyed",
            Self::NotComparable => "not-comparable",
            Self::Region => "region",
            Self::OutOfScale => "out-of-scale",
            Self::WhatIsHeld => "what-is-held",
        }
    }
}

/// What a target is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetFigure {
    /// A part of a whole, summed over agencies.
    Ratio {
        /// The part (tử số).
        numerator: Decimal,
        /// The whole (mẫu số).
        denominator: Decimal,
    },
    /// The agencies that satisfy it, out of all of them.
    Share {
        /// How many satisfy it for certain.
        satisfied: usize,
        /// How many there are.
        of: usize,
    },
    /// A percentage without its parts.
    Percent(Decimal),
    /// A number.
    Number(Decimal),
    /// Percentages or numbers that cannot be summed: compared agency by agency.
    EachAgency {
        /// How many agencies satisfy it.
        satisfied: usize,
        /// How many could be compared.
        compared: usize,
    },
    /// What agencies attest.
    Attested {
        /// How many say yes, with or without evidence.
        yes: usize,
        /// How many of them name no evidence.
        without_evidence: usize,
        /// How many say no.
        no: usize,
    },
    /// A score, place or band of the index.
    Index {
        /// What it was, where it is a change.
        from: Option<IndexValue>,
        /// What it is.
        to: IndexValue,
    },
}

impl TargetFigure {
    /// Its value, in per cent where it is a part of a whole; none where it has none.
    pub(super) fn fraction(self) -> Option<Fraction> {
        match self {
            Self::Ratio {
                numerator,
                denominator,
            } => Fraction::percent(numerator, denominator),
            Self::Share { satisfied, of } => Fraction::percent(satisfied.into(), of.into()),
            Self::Percent(number) | Self::Number(number) => Some(Fraction::whole(number)),
            Self::EachAgency { .. } | Self::Attested { .. } | Self::Index { .. } => None,
        }
    }

    /// Whether its value is in per cent.
    #[must_use]
    pub fn is_percentage(self) -> bool {
        matches!(
            self,
            Self::Ratio { .. } | Self::Share { .. } | Self::Percent(_)
        )
    }
}
