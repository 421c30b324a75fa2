//! What an office lays down for all its plans (papi.toml): how grave findings are, from
//! which day of issue rules hold, and what is set aside in many plans at once.

use chrono::NaiveDate;

use crate::diagnostic::Severity;
use crate::model::Exception;
use crate::source::Located;

/// What an office lays down for all its plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// What it says of single rules.
    pub rules: Vec<RuleSetting>,
    /// What it sets aside.
    pub exceptions: Vec<SharedException>,
}

/// What an office says of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSetting {
    /// The name of the rule.
    pub rule: Located<String>,
    /// How grave its findings are, where that is not the rule's own word.
    pub severity: Option<Located<Severity>>,
    /// The day of issue from which plans are held to it (kế hoạch ban hành từ ngày).
    pub issued_from: Option<Located<NaiveDate>>,
}

/// An exception that holds in several plans (ngoại lệ chung).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedException {
    /// The rule, the reason and the last day.
    pub exception: Exception,
    /// The plans, by id; all where none is named.
    pub plans: Vec<Located<String>>,
    /// The items in them, by id; all where none is named.
    pub items: Vec<Located<String>>,
}

impl Policy {
    /// What is said of a rule.
    #[must_use]
    pub fn of_rule(&self, rule: &str) -> Option<&RuleSetting> {
        self.rules.iter().find(|setting| *setting.rule == rule)
    }
}

impl SharedException {
    /// Whether it holds in the plan of that id.
    #[must_use]
    pub fn holds_in(&self, plan: &str) -> bool {
        self.plans.is_empty() || self.plans.iter().any(|id| **id == plan)
    }

    /// Whether it holds for a finding about that item, or about none.
    #[must_use]
    pub fn holds_for(&self, item: Option<&str>) -> bool {
        self.items.is_empty() || item.is_some_and(|item| self.items.iter().any(|id| **id == item))
    }
}
