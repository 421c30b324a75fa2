//! What shells get to complete commands and options.

use std::io::Write as _;
use std::process::{Command, Stdio};

const COMMANDS: [&str; 3] = ["check", "validate", "explain"];

#[test]
fn every_shell_learns_the_commands_in_both_languages() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for (lang, about) in [("vi", "Giải thích một quy tắc"), ("en", "Explain a rule")] {
            let script = completions(shell, lang);
            for command in COMMANDS {
                assert!(script.contains(command), "{shell} does not know {command}");
            }
            // Bash shows no descriptions.
            assert!(
                shell == "bash" || script.contains(about),
                "{shell} in {lang}"
            );
        }
    }
}

#[test]
fn bash_takes_the_script_where_there_is_a_bash() {
    let bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn();
    if let Ok(mut bash) = bash {
        let mut input = bash.stdin.take().expect("it was asked for");
        input
            .write_all(completions("bash", "vi").as_bytes())
            .expect("bash reads");
        drop(input);
        assert!(bash.wait().expect("bash ends").success());
    }
}

fn completions(shell: &str, lang: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_papi"))
        .args(["completions", shell, "--lang", lang])
        .output()
        .expect("papi is built");
    String::from_utf8(output.stdout).expect("a script is text")
}
