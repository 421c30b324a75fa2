//! The files of a repository as they were at a revision, through the `git` program:
//! where there are revisions there is git, it knows every form of a repository and of a
//! revision's name, and a library that did would be the largest thing in papi. Nothing
//! in the repository is written: the files go to a temporary folder by an index of
//! their own.

use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, anyhow, bail};

use crate::lang::Lang;
use crate::say;

/// The files of a revision, gone when this is dropped.
#[derive(Debug)]
pub(super) struct Revision {
    folder: PathBuf,
    top: PathBuf,
}

impl Revision {
    /// The files at `name` of the repository that holds `inside`.
    pub(super) fn of(name: &str, inside: &Path, lang: Lang) -> anyhow::Result<Self> {
        let top = git(inside, &["rev-parse", "--show-toplevel"], None, lang)?;
        let top = PathBuf::from(top.trim_end_matches(['\r', '\n']));
        let tree = format!("{name}^{{tree}}");
        let verify = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &tree,
        ];
        let Ok(tree) = git(&top, &verify, None, lang) else {
            let text = say! { vi: "git không biết phiên bản `{name}`", en: "git knows no revision `{name}`" };
            bail!(text.in_lang(lang).to_owned());
        };
        let folder = temporary()?;
        let revision = Self { folder, top };
        let index = revision.folder.join("index");
        let files = revision.files();
        fs::create_dir(&files).with_context(|| files.display().to_string())?;
        let prefix = format!("--prefix={}/", files.display());
        git(
            &revision.top,
            &["read-tree", tree.trim()],
            Some(&index),
            lang,
        )?;
        let checkout = ["checkout-index", "--all", "--quiet", &prefix];
        git(&revision.top, &checkout, Some(&index), lang)?;
        Ok(revision)
    }

    /// Where a file of the repository stands as it was.
    pub(super) fn path_of(&self, path: &Path) -> PathBuf {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // The folder may be reached through a link, the file may be gone.
        let folder = whole.parent().unwrap_or(Path::new("/"));
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| without_dots(folder));
        let top = fs::canonicalize(&self.top).unwrap_or_else(|_| self.top.clone());
        let within = folder.strip_prefix(&top).unwrap_or(Path::new(""));
        self.files()
            .join(within)
            .join(whole.file_name().unwrap_or_default())
    }

    fn files(&self) -> PathBuf {
        self.folder.join("files")
    }
}

impl Drop for Revision {
    fn drop(&mut self) {
        // What cannot be removed lies in a folder that the system clears.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}

fn temporary() -> anyhow::Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let process = std::process::id();
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("papi-{process}-{count}"));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(fs::canonicalize(&folder).unwrap_or(folder)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).with_context(|| folder.display().to_string()),
        }
    }
}

/// What git says.
fn git(
    folder: &Path,
    arguments: &[&str],
    index: Option<&Path>,
    lang: Lang,
) -> anyhow::Result<String> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments);
    // A hook names its repository from where it runs; the plans say which one is meant.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    let output = command.output().map_err(|error| {
        let text = say! {
            vi: "không chạy được chương trình git ({error})",
            en: "the program git cannot be run ({error})"
        };
        anyhow!(text.in_lang(lang).to_owned())
    })?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        let told = told.trim().replace('\n', " ");
        let name = arguments.first().copied().unwrap_or_default();
        let text = say! { vi: "git {name}: {told}", en: "git {name}: {told}" };
        bail!(text.in_lang(lang).to_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a word of a call can be a file rather than a revision.
pub(super) fn is_file(word: &OsStr) -> bool {
    Path::new(word).is_file()
}
