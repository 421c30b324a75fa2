//! Who owes the same, told in one line: communes by their district, or agencies by kind.

use std::collections::{HashMap, HashSet};

use crate::lang::Text;
use crate::model::{AgencyLevel, StandsFor};
use crate::progress::{Body, Expansion, Owed, Progress, ReportState};
use crate::say;

/// How many bodies one line may tell of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folding {
    /// One: for machines, and for who asks for each.
    #[default]
    Each,
    /// The bodies of one kind in the communes of a district, where there are many.
    ByDistrict,
    /// The agencies of one kind.
    ByKind,
}

/// Communes are folded from this many on.
const MANY: usize = 13;

/// What one line tells: some bodies that owe the same thing and are in like states.
#[derive(Clone, Debug)]
pub(super) struct Line<'o> {
    /// Of whom it tells.
    pub(super) who: Who,
    /// What they owe: one thing, each of another body.
    pub(super) owed: Vec<&'o Owed>,
}

/// Of whom a line tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// One body.
    Body(usize),
    /// The bodies of one kind, in a district or anywhere.
    Kind {
        /// The kind.
        kind: Kind,
        /// The committee of the district.
        district: Option<usize>,
    },
}

/// What kind of body it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// The People's Committees of a level.
    Committee(AgencyLevel),
    /// Bodies of their own in localities, by the id of the agency that declares them.
    Own(AgencyLevel, String),
    /// Agencies that stand for themselves.
    Single,
}

/// How alike the states in one line must be.
#[derive(PartialEq, Eq, Hash)]
enum Likeness {
    State(ReportState),
    Word(&'static str),
}

/// Which bodies are told of together.
#[derive(Debug)]
pub(super) struct Folded {
    folding: Folding,
    kinds: HashSet<Kind>,
}

impl Folded {
    /// What the folding comes to for what is owed.
    pub(super) fn of(progress: &Progress, owed: &[&Owed], folding: Folding) -> Self {
        let mut bodies: HashMap<Kind, HashSet<usize>> = HashMap::new();
        if folding == Folding::ByDistrict {
            for owed in owed {
                let kind = kind_of(&progress.directory.bodies()[owed.body]);
                if matches!(
                    kind,
                    Kind::Committee(AgencyLevel::Commune) | Kind::Own(AgencyLevel::Commune, _)
                ) {
                    bodies.entry(kind).or_default().insert(owed.body);
                }
            }
        }
        let many = bodies
            .into_iter()
            .filter(|(_, bodies)| bodies.len() >= MANY);
        Self {
            folding,
            kinds: many.map(|(kind, _)| kind).collect(),
        }
    }

    /// The lines that tell of all that is owed, in the order in which each first comes.
    pub(super) fn lines<'o>(&self, progress: &Progress, owed: &[&'o Owed]) -> Vec<Line<'o>> {
        let mut lines: Vec<Line> = Vec::new();
        let mut known = HashMap::new();
        for &owed in owed {
            let who = self.who(progress, owed.body);
            let likeness = match self.folding {
                Folding::ByKind => Likeness::State(owed.state),
                _ => Likeness::Word(owed.state.word()),
            };
            let at = *known
                .entry((who.clone(), owed.what, owed.due, likeness))
                .or_insert(lines.len());
            match lines.get_mut(at) {
                Some(line) => line.owed.push(owed),
                None => lines.push(Line {
                    who,
                    owed: vec![owed],
                }),
            }
        }
        for line in &mut lines {
            if let [only] = line.owed[..] {
                line.who = Who::Body(only.body);
            }
        }
        lines
    }

    /// With whom a body is told of.
    pub(super) fn who(&self, progress: &Progress, body: usize) -> Who {
        let bodies = progress.directory.bodies();
        let kind = kind_of(&bodies[body]);
        match self.folding {
            Folding::ByKind => Who::Kind {
                kind,
                district: None,
            },
            Folding::ByDistrict if self.kinds.contains(&kind) => Who::Kind {
                kind,
                // The committee of a locality has its locality's index.
                district: bodies[body].locality.and_then(|at| bodies[at].parent),
            },
            _ => Who::Body(body),
        }
    }
}

/// The kind of a body.
pub(super) fn kind_of(body: &Body) -> Kind {
    match (body.level, body.is_committee, body.id.split_once('/')) {
        (Some(level), true, _) => Kind::Committee(level),
        (Some(level), false, Some((agency, _))) => Kind::Own(level, agency.to_owned()),
        _ => Kind::Single,
    }
}

/// Of whom a line tells, in words: a name, or "UBND cấp xã thuộc huyện Bát Xát: 12 đơn
/// vị".
pub(super) fn said_line(progress: &Progress, line: &Line) -> Text {
    let bodies: Vec<usize> = line.owed.iter().map(|owed| owed.body).collect();
    said(progress, &line.who, &bodies)
}

/// Some bodies that are told of together, in words.
pub(super) fn said(progress: &Progress, who: &Who, bodies: &[usize]) -> Text {
    let name = |body: usize| progress.directory.bodies()[body].name.as_str();
    let count = bodies.len();
    match who {
        Who::Body(body) => Text::same(name(*body)),
        Who::Kind { kind, district } => {
            let kind = match kind {
                Kind::Single => return said_several(progress, bodies),
                Kind::Committee(level) => committees(progress, *level),
                Kind::Own(_, agency) => progress
                    .plan
                    .agency(agency)
                    .map_or(agency.clone(), |agency| agency.name.value.clone()),
            };
            match district.map(name) {
                Some(district) => {
                    let district = district.strip_prefix("UBND ").unwrap_or(district);
                    say! {
                        vi: "{kind} thuộc {district}: {count} đơn vị",
                        en: "{kind} in {district}: {count} agencies"
                    }
                }
                None => say! { vi: "{kind}: {count} đơn vị", en: "{kind}: {count} agencies" },
            }
        }
    }
}

/// How the plan calls the committees of a level.
fn committees(progress: &Progress, level: AgencyLevel) -> String {
    let is_them = |stands_for: &StandsFor| matches!(stands_for, StandsFor::Every { level: own, is_committee: true } if *own == level);
    let mut agencies = progress.plan.agencies.iter();
    let named = agencies.find(|agency| is_them(&agency.stands_for));
    let usual = match level {
        AgencyLevel::Province => "UBND cấp tỉnh",
        AgencyLevel::District => "UBND cấp huyện",
        AgencyLevel::Commune => "UBND cấp xã",
    };
    named.map_or(usual.to_owned(), |agency| agency.name.value.clone())
}

/// Agencies that stand for themselves: by the group they are, or the first by name.
fn said_several(progress: &Progress, bodies: &[usize]) -> Text {
    let names: Vec<&str> = bodies
        .iter()
        .map(|body| progress.directory.bodies()[*body].name.as_str())
        .collect();
    let count = names.len();
    if let Some(group) = group_of(progress, bodies) {
        return say! { vi: "{group}: {count} đơn vị", en: "{group}: {count} agencies" };
    }
    match names[..] {
        [] => Text::same(""),
        [one] => Text::same(one),
        [one, other] => say! { vi: "{one} và {other}", en: "{one} and {other}" },
        [one, other, ..] => {
            let rest = count - 2;
            say! {
                vi: "{one}, {other} và {rest} đơn vị khác",
                en: "{one}, {other} and {rest} others"
            }
        }
    }
}

/// The name of the plan's group that is just these bodies.
fn group_of<'p>(progress: &Progress<'p>, bodies: &[usize]) -> Option<&'p str> {
    let wanted: HashSet<usize> = bodies.iter().copied().collect();
    let mut agencies = progress.plan.agencies.iter();
    let group = agencies.find(|agency| {
        matches!(agency.stands_for, StandsFor::Members(_))
            && match progress.directory.bodies_of(&agency.id) {
                Expansion::Bodies(own) => {
                    own.len() == wanted.len() && own.iter().all(|body| wanted.contains(body))
                }
                _ => false,
            }
    })?;
    Some(&group.name)
}
