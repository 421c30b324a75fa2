//! The command-line tests: a folder of `tests/cases/` is one.
//!
//! `cmd` holds the commands, one a line, run in a copy of the folder: `papi …` with words
//! as a shell has them, after settings like `PAPI_LANG=en` where wanted; `show FILE` prints
//! a file that was written; `#` begins a remark and a `$` before a command is passed over.
//! `stdin`, where there is one, is read by each. `stdout`, `stderr` and `code` are what must
//! come out, all of it; a file that is not there is an empty output or the code 0. `{root}`
//! stands for the root of the repository, `{here}` for the folder the commands run in. A
//! folder whose name begins with `_` rests.
//!
//! `PAPI_ACCEPT=1 cargo test --test cases` writes what came out as what must come out;
//! `PAPI_CASE=name` runs only the cases with that in their name.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const OUTPUTS: [&str; 3] = ["stdout", "stderr", "code"];

#[test]
fn every_case_comes_out_as_written() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let wanted = std::env::var("PAPI_CASE").unwrap_or_default();
    let accepts = std::env::var_os("PAPI_ACCEPT").is_some();
    let mut told = String::new();
    for (name, case) in folders(&cases) {
        if name.starts_with('_') || !name.contains(&wanted) {
            continue;
        }
        for (file, came_out) in OUTPUTS.into_iter().zip(run(&name, &case)) {
            let path = case.join(file);
            let nothing = if file == "code" { "0\n" } else { "" };
            let expected = fs::read_to_string(&path).unwrap_or_else(|_| nothing.to_owned());
            if came_out == expected {
                continue;
            }
            if !accepts {
                let _ = write!(
                    told,
                    "\n{name}/{file}\n{}",
                    difference(&expected, &came_out)
                );
            } else if came_out == nothing {
                fs::remove_file(&path).expect("the old file can go");
            } else {
                fs::write(&path, came_out).expect("the new file can be written");
            }
        }
    }
    assert!(
        told.is_empty(),
        "{told}\n(PAPI_ACCEPT=1 accepts what came out)"
    );
}

/// Runs a case in a copy of its folder: what came out on stdout and stderr, and the codes.
fn run(name: &str, case: &Path) -> [String; 3] {
    let place = std::env::temp_dir().join(format!("papi-cases-{}", std::process::id()));
    let here = place.join(name);
    copy(case, &here);
    for file in OUTPUTS.into_iter().chain(["cmd"]) {
        let _ = fs::remove_file(here.join(file));
    }
    let root = env!("CARGO_MANIFEST_DIR");
    let input = fs::read(case.join("stdin")).unwrap_or_default();
    let commands = fs::read_to_string(case.join("cmd")).expect("a case has its `cmd`");
    let commands = commands
        .replace("{root}", root)
        .replace("{here}", &here.to_string_lossy());
    let mut outputs = [String::new(), String::new(), String::new()];
    for line in commands.lines() {
        let mut words = words(line.trim().trim_start_matches("$ "));
        let first = words
            .iter()
            .position(|word| !word.contains('='))
            .unwrap_or(0);
        let arguments = words.split_off(first);
        match arguments.first().map(String::as_str) {
            None => {}
            Some("show") => {
                let shown = fs::read(here.join(&arguments[1])).expect("the file was written");
                outputs[0].push_str(&String::from_utf8_lossy(&shown));
            }
            Some("papi") => papi(&here, &words, &arguments[1..], &input, &mut outputs),
            Some(other) => panic!("{name}: `{other}` is no command of a case"),
        }
    }
    fs::remove_dir_all(&place).expect("the copy can go");
    outputs.map(|text| {
        text.replace(&*here.to_string_lossy(), "{here}")
            .replace(root, "{root}")
    })
}

fn papi(
    here: &Path,
    settings: &[String],
    arguments: &[String],
    input: &[u8],
    outputs: &mut [String; 3],
) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_papi"))
        .args(arguments)
        .current_dir(here)
        .env_clear()
        .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
        .envs([
            ("NO_COLOR", "1"),
            ("COLUMNS", "80"),
            ("TZ", "UTC"),
            ("LC_ALL", "C.UTF-8"),
        ])
        .env("HOME", here)
        .envs(
            settings
                .iter()
                .filter_map(|setting| setting.split_once('=')),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("papi is built");
    // A command that does not read its input closes it, which is no fault of the case.
    let _ = child
        .stdin
        .take()
        .expect("it was asked for")
        .write_all(input);
    let output = child.wait_with_output().expect("papi ends");
    outputs[0].push_str(&String::from_utf8_lossy(&output.stdout));
    outputs[1].push_str(&String::from_utf8_lossy(&output.stderr));
    let code = output
        .status
        .code()
        .map_or("killed".to_owned(), |code| code.to_string());
    let _ = writeln!(outputs[2], "{code}");
}

/// The words of a line as a shell would split them, up to a remark.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            ('#', None) if word.is_none() => break,
            ('\'' | '"', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            ('\\', None | Some('"')) => word.get_or_insert_default().extend(letters.next()),
            (_, Some(open)) if letter == open => quote = None,
            (_, None) if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

/// The lines that differ: what was expected with `-`, what came out with `+`.
fn difference(expected: &str, came_out: &str) -> String {
    let old: Vec<&str> = expected.split_inclusive('\n').collect();
    let new: Vec<&str> = came_out.split_inclusive('\n').collect();
    let same =
        |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut old.iter().zip(&new));
    let tail = same(&mut old[head..].iter().rev().zip(new[head..].iter().rev()));
    let mut text = format!("  … {head} lines alike\n");
    for (sign, lines) in [
        ('-', &old[head..old.len() - tail]),
        ('+', &new[head..new.len() - tail]),
    ] {
        for line in lines {
            let ended = line
                .strip_suffix('\n')
                .map_or(format!("{line}⏎ missing"), str::to_owned);
            let _ = writeln!(text, "{sign} {ended}");
        }
    }
    let _ = writeln!(text, "  … {tail} lines alike");
    text
}

fn folders(of: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(of).expect("the folder of cases is there");
    let paths = entries.map(|entry| entry.expect("an entry can be read").path());
    let mut folders: Vec<_> = paths
        .filter(|path| path.is_dir())
        .filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path)))
        .collect();
    folders.sort();
    folders
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("an entry can be read").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).expect("a file can be copied");
        }
    }
}

#[test]
fn words_are_split_as_a_shell_does() {
    assert_eq!(
        words(r#"papi read 'Quý I' "a \"b\"" c\ d '' # e"#),
        ["papi", "read", "Quý I", "a \"b\"", "c d", ""]
    );
    assert_eq!(words("  # nothing").len(), 0);
}

#[test]
fn a_difference_shows_the_lines_that_differ() {
    let told = difference("a\nb\nc\n", "a\nx\nc\n");
    assert_eq!(told, "  … 1 lines alike\n- b\n+ x\n  … 1 lines alike\n");
}
