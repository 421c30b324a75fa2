//! Reads a plan with everything it names.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::model::Locality;
use crate::read::files::read_text;
use crate::read::plan::{ReadPlan, read_plan};
use crate::read::registry::read_registry;
use crate::source::Located;

/// A plan file that was read.
#[derive(Debug)]
pub(super) struct Loaded {
    /// Its path, as given.
    pub path: PathBuf,
    /// The plan and what was found.
    pub read: ReadPlan,
}

/// Reads the plan at `path`; where that cannot be done, the finding says so.
pub(super) fn load(path: &Path) -> Loaded {
    let read = match read_text(path) {
        Ok(source) => read_plan(&source, |registry| registry_beside(path, registry)),
        Err(finding) => ReadPlan {
            plan: None,
            findings: vec![*finding],
        },
    };
    Loaded {
        path: path.to_owned(),
        read,
    }
}

fn registry_beside(plan: &Path, registry: &Located<String>) -> (Vec<Locality>, Vec<Diagnostic>) {
    let path = plan.with_file_name(&registry.value);
    let (localities, mut found) = read_registry(&path);
    for finding in &mut found {
        // The file that is not there is named where the plan names it.
        if finding.rule == "unreadable-file" {
            let shown = path.display().to_string();
            finding.place = registry.place.clone();
            finding.message.vi = format!("{shown}: {}", finding.message.vi);
            finding.message.en = format!("{shown}: {}", finding.message.en);
        }
    }
    (localities, found)
}
