//! Who is who in a plan: every body that can report, found by any spelling. A short
//! form that is missing is a line in `short_forms.rs`.

mod enrolment;
mod names;
mod short_forms;
mod spelling;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use self::spelling::Spellings;
pub use self::spelling::key as spelling_key;
use crate::model::{AgencyLevel, Plan};

/// A body (cơ quan, đơn vị) that can report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its lasting id: the agency's ("so-noi-vu"), the locality's code ("082"), or both
    /// for a body of its own in a locality ("toa-an-huyen/082").
    pub id: String,
    /// The name: "Sở Nội vụ", "UBND huyện Bát Xát", "Tòa án nhân dân huyện Bát Xát".
    pub name: String,
    /// The level; none for an agency that stands for itself.
    pub level: Option<AgencyLevel>,
    /// The committee above it in the tree of localities; only committees have one.
    pub parent: Option<usize>,
    /// Its locality, as an index into the plan's.
    pub locality: Option<usize>,
    /// Whether it is its locality's People's Committee (UBND).
    pub is_committee: bool,
}

/// Whom an agency id stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expansion {
    /// These bodies, each once, in the order of the plan; none where a level has no
    /// locality. Members that are open or unknown are left out.
    Bodies(Arc<[usize]>),
    /// Nobody who could be counted.
    Open,
    /// The plan has no such agency.
    Unknown,
}

/// The bodies of a plan: first the committee of each locality, in the order of the
/// registry, then bodies of their own in localities, then other agencies.
#[derive(Debug)]
pub struct Directory {
    bodies: Vec<Body>,
    children: Vec<Vec<usize>>,
    levels: [Arc<[usize]>; 3],
    agencies: HashMap<String, usize>,
    meanings: Vec<Meaning>,
    expansions: Vec<OnceLock<(Expansion, bool)>>,
    spellings: Spellings,
    root: Option<String>,
}

/// What one declared agency means before its members are expanded.
#[derive(Debug)]
enum Meaning {
    Bodies(Arc<[usize]>),
    Members(Vec<String>),
    Open,
}

impl Directory {
    /// The directory of `plan`.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut directory = Self {
            bodies: Vec::with_capacity(plan.localities.len() + plan.agencies.len()),
            children: vec![Vec::new(); plan.localities.len()],
            levels: AgencyLevel::ALL.map(|level| enrolment::localities_of(plan, level).collect()),
            agencies: HashMap::with_capacity(plan.agencies.len()),
            meanings: Vec::with_capacity(plan.agencies.len()),
            expansions: Vec::new(),
            spellings: Spellings::default(),
            root: None,
        };
        directory.add_localities(&plan.localities);
        directory.add_agencies(plan);
        directory.tell_namesakes_apart(plan);
        directory
    }

    /// Bodies of localities with one name go by their district as well.
    fn tell_namesakes_apart(&mut self, plan: &Plan) {
        let mut bearers: HashMap<String, usize> = HashMap::new();
        for body in &self.bodies {
            *bearers.entry(body.name.clone()).or_default() += 1;
        }
        for at in 0..self.bodies.len() {
            let body = &self.bodies[at];
            let above = body
                .parent
                .and_then(|parent| self.bodies[parent].locality)
                .map(|locality| plan.localities[locality].name.clone());
            if let Some(above) = above.filter(|_| bearers[&body.name] > 1) {
                let mut letters = above.chars();
                let first = letters.next().into_iter().flat_map(char::to_lowercase);
                let above: String = first.chain(letters).collect();
                self.bodies[at].name = format!("{}, {above}", self.bodies[at].name);
            }
        }
    }

    /// Every body.
    #[must_use]
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// The body that a spelling means for certain: its id, code, name or a known
    /// spelling, in any case, tone style and common short form, with or without
    /// "UBND". A spelling that fits several bodies means none.
    #[must_use]
    pub fn find(&self, spelling: &str) -> Option<usize> {
        match self.candidates(spelling)[..] {
            [body] => Some(body),
            _ => None,
        }
    }

    /// Every body that a spelling may mean; more than one where it is ambiguous.
    #[must_use]
    pub fn candidates(&self, spelling: &str) -> Vec<usize> {
        let found = self.spellings.candidates(spelling);
        if !found.is_empty() {
            return found;
        }
        // "Sở Nội vụ tỉnh Lào Cai" in a plan of Lào Cai is its "Sở Nội vụ".
        let shorter = self.root.as_ref().and_then(|root| {
            let key = spelling::key(spelling);
            let shorter = key.strip_suffix(root.as_str())?.strip_suffix(' ')?;
            Some(shorter.to_owned())
        });
        shorter.map_or_else(Vec::new, |key| self.spellings.candidates(&key))
    }

    /// The body whose spelling is nearest, to name in advice; none where none is near.
    #[must_use]
    pub fn nearest(&self, spelling: &str) -> Option<usize> {
        self.spellings.nearest(spelling)
    }

    /// Whom an agency id stands for: groups through their members, however deep, and
    /// through the registry. The id of one body stands for that body.
    #[must_use]
    pub fn bodies_of(&self, agency_id: &str) -> Expansion {
        match self.agencies.get(agency_id) {
            Some(&agency) => self.expansion(agency).0.clone(),
            None => self
                .spellings
                .by_id(agency_id)
                .map_or(Expansion::Unknown, |body| {
                    Expansion::Bodies(Arc::from([body]))
                }),
        }
    }

    /// Whether the agency, or one of its members however deep, stands for nobody who
    /// could be counted.
    #[must_use]
    pub fn has_open(&self, agency_id: &str) -> bool {
        let agency = self.agencies.get(agency_id);
        agency.is_some_and(|agency| self.expansion(*agency).1)
    }

    /// The committees of a level, one for each locality of the registry, named by an
    /// agency of the plan or not.
    #[must_use]
    pub fn of_level(&self, level: AgencyLevel) -> &[usize] {
        match level {
            AgencyLevel::Province => &self.levels[0],
            AgencyLevel::District => &self.levels[1],
            AgencyLevel::Commune => &self.levels[2],
        }
    }

    /// The committees directly below a committee.
    #[must_use]
    pub fn children(&self, body: usize) -> &[usize] {
        self.children.get(body).map_or(&[], Vec::as_slice)
    }

    /// The committees of a level anywhere below a committee.
    #[must_use]
    pub fn descendants_of_level(&self, body: usize, level: AgencyLevel) -> Vec<usize> {
        let mut found = Vec::new();
        let mut seen = HashSet::from([body]);
        let mut rest: Vec<usize> = self.children(body).iter().rev().copied().collect();
        while let Some(next) = rest.pop() {
            if !seen.insert(next) {
                continue;
            }
            if self.bodies[next].level == Some(level) {
                found.push(next);
            }
            rest.extend(self.children(next).iter().rev());
        }
        found
    }

    fn expansion(&self, agency: usize) -> &(Expansion, bool) {
        self.expansions[agency].get_or_init(|| self.expand(agency))
    }

    /// Whom a declared agency stands for, and whether an open one is among them.
    fn expand(&self, agency: usize) -> (Expansion, bool) {
        let (mut bodies, mut seen_bodies) = (Vec::new(), HashSet::new());
        let (mut is_open, mut is_unknown) = (false, false);
        let mut seen = HashSet::new();
        let mut rest = vec![agency];
        while let Some(next) = rest.pop() {
            if !seen.insert(next) {
                continue;
            }
            match &self.meanings[next] {
                Meaning::Bodies(own) => {
                    bodies.extend(own.iter().filter(|at| seen_bodies.insert(**at)));
                }
                Meaning::Open => is_open = true,
                Meaning::Members(members) => {
                    for member in members.iter().rev() {
                        match (self.agencies.get(member), self.spellings.by_id(member)) {
                            (Some(&agency), _) => rest.push(agency),
                            (None, Some(body)) => {
                                if seen_bodies.insert(body) {
                                    bodies.push(body);
                                }
                            }
                            (None, None) => is_unknown = true,
                        }
                    }
                }
            }
        }
        let expansion = match (bodies.is_empty(), is_open, is_unknown) {
            (true, true, _) => Expansion::Open,
            (true, false, true) => Expansion::Unknown,
            _ => Expansion::Bodies(bodies.into()),
        };
        (expansion, is_open)
    }
}
