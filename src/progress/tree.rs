//! The committees of a registry as a tree, walked without recursion: a registry is a
//! file of the user's and may be as deep as it likes.

use super::directory::Directory;
use super::reach::Order;

/// The committees that hang together, each before those below it.
pub(super) struct Tree {
    /// Committees in the order of a walk from the roots down.
    walk: Vec<usize>,
    /// For each step of the walk, the first step after all that is below it.
    ends: Vec<usize>,
    /// For each body its step; none for bodies outside the tree.
    steps: Vec<Option<usize>>,
}

/// Which figures of the tree stand.
#[derive(Default)]
pub(super) struct Cover {
    pub(super) rows: Vec<usize>,
    pub(super) below: Vec<usize>,
    pub(super) outdated: Vec<usize>,
    pub(super) doubled: Vec<(usize, Vec<usize>, bool)>,
    /// For each body, whether a figure stands for it.
    pub(super) covered: Vec<bool>,
}

impl Tree {
    /// The tree of a directory. Committees in a circle hang nowhere.
    pub(super) fn of(directory: &Directory) -> Self {
        let bodies = directory.bodies();
        let mut tree = Self {
            walk: Vec::new(),
            ends: Vec::new(),
            steps: vec![None; bodies.len()],
        };
        let is_root = |&body: &usize| bodies[body].is_committee && bodies[body].parent.is_none();
        let mut rest: Vec<usize> = (0..bodies.len()).filter(is_root).collect();
        rest.reverse();
        while let Some(body) = rest.pop() {
            if tree.steps[body].is_none() {
                tree.steps[body] = Some(tree.walk.len());
                tree.walk.push(body);
                rest.extend(directory.children(body).iter().rev());
            }
        }
        tree.ends = (1..=tree.walk.len()).collect();
        for step in (0..tree.walk.len()).rev() {
            let above = bodies[tree.walk[step]]
                .parent
                .and_then(|above| tree.steps[above]);
            if let Some(above) = above {
                tree.ends[above] = tree.ends[above].max(tree.ends[step]);
            }
        }
        tree
    }

    /// Whether the body is a committee of the tree.
    pub(super) fn holds(&self, body: usize) -> bool {
        self.steps[body].is_some()
    }

    /// Whether `upper` stands somewhere above `lower`.
    pub(super) fn is_above(&self, upper: usize, lower: usize) -> bool {
        match (self.steps[upper], self.steps[lower]) {
            (Some(upper), Some(lower)) => upper < lower && lower < self.ends[upper],
            _ => false,
        }
    }

    /// The committees with none above them.
    pub(super) fn roots(&self, directory: &Directory) -> Vec<usize> {
        let bodies = directory.bodies();
        let is_root = |&body: &usize| bodies[body].parent.is_none();
        self.walk.iter().copied().filter(is_root).collect()
    }

    /// For each body, whether it is one of `some`, or stands above or below one.
    pub(super) fn around(&self, directory: &Directory, some: &[usize]) -> Vec<bool> {
        let mut around = vec![false; self.steps.len()];
        for &body in some {
            around[body] = true;
        }
        let mut below_until = 0;
        let mut is_above = vec![false; self.steps.len()];
        for (step, &body) in self.walk.iter().enumerate() {
            if around[body] {
                below_until = below_until.max(self.ends[step]);
            } else if step < below_until {
                is_above[body] = true;
            }
        }
        for &body in self.walk.iter().rev() {
            let marks_above = around[body];
            if let Some(above) = directory.bodies()[body].parent.filter(|_| marks_above) {
                around[above] = true;
            }
        }
        around
            .iter()
            .zip(is_above)
            .map(|(&one, other)| one || other)
            .collect()
    }

    /// Chooses the figures that stand, given how late each body's own is.
    pub(super) fn cover(&self, directory: &Directory, own: &[Option<Order>]) -> Cover {
        let mut state = vec![State::default(); own.len()];
        for &body in self.walk.iter().rev() {
            let below = state[body];
            let members_are_later = below.is_complete() && below.oldest > own[body];
            let stands = own[body].is_some() && !members_are_later;
            state[body].stands = stands;
            state[body].covered = stands || below.is_complete();
            let oldest = if stands { own[body] } else { below.oldest };
            if let Some(above) = directory.bodies()[body].parent {
                let covered = state[body].covered;
                state[above].add_member(covered, oldest);
            }
        }
        let mut cover = Cover {
            covered: state.iter().map(|state| state.covered).collect(),
            ..Cover::default()
        };
        let mut step = 0;
        while let Some(&body) = self.walk.get(step) {
            if state[body].stands {
                let below = step + 1..self.ends[step];
                for &member in &self.walk[below.clone()] {
                    cover.covered[member] = true;
                    if own[member].is_some() {
                        cover.below.push(member);
                    }
                }
                let members = self.standing(below, &state);
                if !members.is_empty() {
                    cover
                        .doubled
                        .push((body, members, state[body].is_complete()));
                }
                cover.rows.push(body);
                step = self.ends[step];
            } else {
                if own[body].is_some() {
                    cover.outdated.push(body);
                }
                step += 1;
            }
        }
        cover
    }

    /// The bodies of some steps whose own figures stand when nothing above them does.
    fn standing(&self, steps: std::ops::Range<usize>, state: &[State]) -> Vec<usize> {
        let (mut rows, mut step) = (Vec::new(), steps.start);
        while step < steps.end {
            if state[self.walk[step]].stands {
                rows.push(self.walk[step]);
                step = self.ends[step];
            } else {
                step += 1;
            }
        }
        rows
    }
}

/// What is known of a body from below.
#[derive(Clone, Copy, Default)]
struct State {
    stands: bool,
    covered: bool,
    members: u32,
    covered_members: u32,
    /// How late the oldest figure below is.
    oldest: Option<Order>,
}

impl State {
    /// Whether there are members and each has a figure.
    fn is_complete(&self) -> bool {
        self.members > 0 && self.covered_members == self.members
    }

    fn add_member(&mut self, covered: bool, oldest: Option<Order>) {
        self.members += 1;
        self.covered_members += u32::from(covered);
        self.oldest = match (self.oldest, oldest) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
}
