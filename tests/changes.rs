//! What an edit changes, on a real git history: the plan of Lào Cai, edited twice.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value as Json;

/// A repository of its own, gone when the test is over.
struct Repository(PathBuf);

impl Repository {
    /// The plan of Lào Cai as issued, committed on `main`.
    fn new(name: &str) -> Self {
        let folder = format!("papi-changes-{name}-{}", std::process::id());
        let repository = Self(std::env::temp_dir().join(folder));
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        for file in ["lao-cai-2021.toml", "agencies/lao-cai-2021.csv"] {
            let to = repository.0.join("plans").join(file);
            fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("a folder");
            fs::copy(root.join("plans").join(file), to).expect("the plan is there");
        }
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository.commit("as issued");
        repository
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .current_dir(&self.0)
            .args(["-c", "user.name=papi", "-c", "user.email=papi@example.vn"])
            .args(["-c", "commit.gpgsign=false"])
            .args(arguments)
            .output()
            .expect("git is there");
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Puts `new` where `old` stands in the plan, once.
    fn edit(&self, old: &str, new: &str) {
        let path = self.0.join("plans/lao-cai-2021.toml");
        let text = fs::read_to_string(&path).expect("the plan is text");
        assert_eq!(text.matches(old).count(), 1, "{old}");
        fs::write(&path, text.replace(old, new)).expect("the plan can be written");
    }

    fn papi(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_papi"))
            .current_dir(&self.0)
            .args(["--lang", "en"])
            .args(arguments)
            .output()
            .expect("papi is built")
    }

    /// The changes of `papi diff`: item and what became of it.
    fn changes(&self, arguments: &[&str]) -> Vec<(String, String)> {
        let output = self.papi(&[&["diff", "--format", "json"], arguments].concat());
        assert!(output.status.success(), "{output:?}");
        let said: Json = serde_json::from_slice(&output.stdout).expect("one document");
        let rows = said["plans"][0]["changes"].as_array().cloned();
        let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
        let rows = rows.unwrap_or_default().into_iter();
        rows.map(|row| (text(&row["id"]), text(&row["change"])))
            .collect()
    }

    /// The findings of `papi validate --since`: rule and item, and the exit code.
    fn since(&self, revision: &str) -> (Vec<(String, String)>, Option<i32>) {
        let output = self.papi(&["validate", "--format", "json", "--since", revision]);
        let said: Json = serde_json::from_slice(&output.stdout).expect("one document");
        let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
        let found = said["diagnostics"].as_array().cloned().unwrap_or_default();
        let found = found
            .iter()
            .map(|one| (text(&one["rule"]), text(&one["subject"])));
        (found.collect(), output.status.code())
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = of.iter();
    pairs
        .map(|(one, other)| ((*one).to_owned(), (*other).to_owned()))
        .collect()
}

/// The words of the target II.3.
const II_3: &str = "\"Tối thiểu 30% xã, phường, thị trấn được kiểm tra\"\n";

#[test]
fn changes_are_found_by_id_however_the_lines_moved() {
    let repository = Repository::new("diff");
    repository.edit(II_3, &II_3.replace("30%", "25%"));
    repository.edit(
        "format = 1\n",
        "# Dòng mới\n\n\n# làm mọi dòng dời đi\nformat = 1\n",
    );
    repository.commit("lower a target");
    assert_eq!(
        repository.changes(&["main~1..main"]),
        pairs(&[("II.3", "lowered")])
    );
    assert_eq!(
        repository.changes(&["main..main~1"]),
        pairs(&[("II.3", "raised")])
    );
    assert_eq!(repository.changes(&["main..HEAD"]), []);
    // Without a second revision: what is not committed yet.
    repository.edit(
        &II_3.replace("30%", "25%"),
        &II_3.replace("Tối thiểu 30%", "Ít nhất 25%"),
    );
    assert_eq!(
        repository.changes(&["HEAD..", "plans/lao-cai-2021.toml"]),
        pairs(&[("II.3", "reworded")])
    );
}

#[test]
fn since_a_revision_only_what_the_edit_brought_is_told() {
    let repository = Repository::new("since");
    assert_eq!(repository.since("main"), (vec![], Some(0)));
    repository.git(&["switch", "--quiet", "--create", "edit"]);
    repository.edit(II_3, &II_3.replace("30%", "25%"));
    repository.commit("lower a target");
    let weakened = pairs(&[("weakened-target", "II.3")]);
    assert_eq!(repository.since("main"), (weakened, Some(1)));
    let note = "note   = \"Theo Công văn số 1234/UBND-NC\"\n";
    let lowered = II_3.replace("30%", "25%");
    repository.edit(&lowered, &format!("{lowered}{note}"));
    repository.commit("say why");
    assert_eq!(repository.since("main"), (vec![], Some(0)));
    let path = repository.0.join("plans/lao-cai-2021.toml");
    let text = fs::read_to_string(&path).expect("the plan is text");
    let text = text.replace("\"so-ldtbxh\"", "\"so-khong-co\"");
    fs::write(&path, text).expect("the plan can be written");
    let (found, code) = repository.since("main");
    let rules: Vec<_> = found.iter().map(|(rule, _)| rule.as_str()).collect();
    assert_eq!((rules.contains(&"unknown-agency"), code), (true, Some(1)));
}

#[test]
fn a_mistake_that_was_there_before_does_not_fail_an_edit() {
    let repository = Repository::new("old-mistake");
    repository.edit("issuer     =", "isuer      =");
    repository.commit("a slip");
    repository.edit("format = 1\n", "# Dòng mới\nformat = 1\n");
    assert_eq!(repository.since("HEAD"), (vec![], Some(0)));
    let all = repository.papi(&["validate"]);
    assert_eq!(all.status.code(), Some(1));
}

#[test]
fn comparing_writes_nothing_in_the_repository() {
    let repository = Repository::new("untouched");
    repository.edit(II_3, &II_3.replace("30%", "25%"));
    let index = repository.0.join(".git/index");
    let before = (
        repository.git(&["status", "--porcelain"]),
        fs::read(&index).expect("it is there"),
    );
    repository.papi(&["diff", "HEAD.."]);
    repository.papi(&["validate", "--since", "HEAD"]);
    let after = fs::read(&index).expect("it is there");
    assert_eq!(before.1, after);
    assert_eq!(before.0, repository.git(&["status", "--porcelain"]));
}

#[test]
fn a_revision_that_is_not_there_is_a_bad_call() {
    let repository = Repository::new("no-revision");
    for arguments in [
        ["diff", "khong-co..HEAD"],
        ["diff", "--output=x..HEAD"],
        ["validate", "--since=-x"],
    ] {
        let output = repository.papi(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
