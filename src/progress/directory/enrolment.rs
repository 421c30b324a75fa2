//! How the localities and agencies of a plan become bodies.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::{Body, Directory, Meaning, names, spelling};
use crate::model::{AgencyLevel, Locality, Plan, StandsFor};

impl Directory {
    pub(super) fn add_localities(&mut self, localities: &[Locality]) {
        let mut by_code = HashMap::with_capacity(localities.len());
        for (at, locality) in localities.iter().enumerate() {
            by_code.entry(locality.code.as_str()).or_insert(at);
        }
        let above = |locality: &Locality| by_code.get(locality.parent.as_deref()?).copied();
        let keys: Vec<String> = localities
            .iter()
            .map(|locality| spelling::key(&locality.name))
            .collect();
        for (at, locality) in localities.iter().enumerate() {
            let parent = above(locality).filter(|parent| *parent != at);
            if let Some(parent) = parent {
                self.children[parent].push(at);
            }
            self.bodies.push(Body {
                id: locality.code.value.clone(),
                name: names::committee(locality),
                level: Some(locality.level),
                parent,
                locality: Some(at),
                is_committee: true,
            });
            self.spellings.add_code(&locality.code, at);
            self.add_name_of_kind(locality, at);
            // "Xã Bản Qua", then with its district, its province, or both.
            let top = parent.and_then(|parent| above(&localities[parent]));
            let chains = [
                Some(vec![at]),
                parent.map(|mid| vec![at, mid]),
                top.map(|top| vec![at, top]),
            ];
            let whole = parent.zip(top).map(|(mid, top)| vec![at, mid, top]);
            for chain in chains.into_iter().chain([whole]).flatten() {
                let names: Vec<&str> = chain
                    .iter()
                    .map(|at| localities[*at].name.as_str())
                    .collect();
                let keys: Vec<&str> = chain.iter().map(|at| keys[*at].as_str()).collect();
                self.spellings.add_key(keys.join(" "), &names.join(" "), at);
            }
        }
        self.name_root(localities);
    }

    /// A name without its kind is also known with each kind of its level.
    fn add_name_of_kind(&mut self, locality: &Locality, body: usize) {
        let name = &locality.name;
        if names::kind_of(name).is_none() {
            for kind in names::kinds_of_level(locality.level) {
                self.spellings.add_name(&format!("{kind} {name}"), body);
            }
        }
    }

    /// Where one locality stands above all others, its kind alone means it: "UBND tỉnh".
    fn name_root(&mut self, localities: &[Locality]) {
        let mut roots = (0..localities.len()).filter(|at| self.bodies[*at].parent.is_none());
        if let (Some(root), None) = (roots.next(), roots.next()) {
            let name = &localities[root].name;
            self.root = Some(spelling::key(name));
            if let Some(kind) = names::kind_of(name) {
                self.spellings.add_name(kind, root);
            }
        }
    }

    pub(super) fn add_agencies(&mut self, plan: &Plan) {
        let mut single = Vec::new();
        for (at, agency) in plan.agencies.iter().enumerate() {
            let id = agency.id.value.as_str();
            self.agencies.entry(id.to_owned()).or_insert(at);
            let meaning = match &agency.stands_for {
                StandsFor::Itself => {
                    single.push(at);
                    Meaning::Bodies(Arc::from([]))
                }
                StandsFor::Members(members) => {
                    Meaning::Members(members.iter().map(|id| id.value.clone()).collect())
                }
                StandsFor::Every {
                    level,
                    is_committee: true,
                } => Meaning::Bodies(localities_of(plan, *level).collect()),
                StandsFor::Every {
                    level,
                    is_committee: false,
                } => Meaning::Bodies(
                    localities_of(plan, *level)
                        .map(|at| self.add_own_body(id, &agency.name, at, &plan.localities[at]))
                        .collect(),
                ),
                StandsFor::Open => Meaning::Open,
            };
            self.meanings.push(meaning);
        }
        self.expansions = plan.agencies.iter().map(|_| OnceLock::new()).collect();
        for at in single {
            let agency = &plan.agencies[at];
            // "UBND huyện Bát Xát" declared by name is the committee of the registry.
            let known = self
                .find(&agency.name)
                .filter(|body| self.bodies[*body].level.is_some());
            let body = known.unwrap_or_else(|| {
                self.bodies.push(Body {
                    id: agency.id.value.clone(),
                    name: agency.name.value.clone(),
                    level: None,
                    parent: None,
                    locality: None,
                    is_committee: false,
                });
                self.bodies.len() - 1
            });
            self.meanings[at] = Meaning::Bodies(Arc::from([body]));
            self.spellings.add_id(&agency.id, body);
            self.spellings.add_name(&agency.name, body);
            for spelling in &agency.also {
                self.spellings.add_name(spelling, body);
            }
        }
    }

    fn add_own_body(&mut self, id: &str, name: &str, at: usize, locality: &Locality) -> usize {
        let body = self.bodies.len();
        let name = names::in_locality(name, locality);
        let id = format!("{id}/{}", *locality.code);
        self.spellings.add_id(&id, body);
        self.spellings.add_name(&name, body);
        self.bodies.push(Body {
            id,
            name,
            level: Some(locality.level),
            parent: None,
            locality: Some(at),
            is_committee: false,
        });
        body
    }
}

/// The localities of a level, as indices into the plan's.
pub(super) fn localities_of(plan: &Plan, level: AgencyLevel) -> impl Iterator<Item = usize> {
    plan.localities
        .iter()
        .enumerate()
        .filter(move |(_, locality)| locality.level == level)
        .map(|(at, _)| at)
}
