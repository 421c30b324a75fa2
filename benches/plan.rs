//! How long papi takes to start, to validate a plan and to grow with it: `cargo bench`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use divan::Bencher;
use papi::catalog::Calendar;
use papi::diagnostic::Diagnostic;
use papi::progress::Ledger;
use papi::read::files::read_text;
use papi::read::plan::read_plan;
use papi::read::registry::read_registry;
use papi::rules::{Subject, apply_exceptions, check_plan};
use papi::source::Source;

fn main() {
    divan::main();
}

/// A Rust program that does nothing, to start against.
#[divan::bench]
fn start_of_an_empty_program(bencher: Bencher) {
    let folder = std::env::temp_dir();
    let (program, built) = (folder.join("papi-empty.rs"), folder.join("papi-empty"));
    std::fs::write(&program, "fn main() {}\n").expect("temporary files can be written");
    let compiled = Command::new("rustc")
        .args(["-O", "-o"])
        .args([&built, &program])
        .status();
    assert!(compiled.expect("rustc is there").success());
    bencher.bench(|| run(&built, &[]));
}

#[divan::bench]
fn start_of_papi(bencher: Bencher) {
    bencher.bench(|| run(Path::new(env!("CARGO_BIN_EXE_papi")), &["--version"]));
}

#[divan::bench]
fn validate_of_the_lao_cai_plan(bencher: Bencher) {
    let papi = Path::new(env!("CARGO_BIN_EXE_papi"));
    bencher.bench(|| run(papi, &["validate", "plans/lao-cai-2021.toml"]));
}

#[divan::bench]
fn reading_of_the_lao_cai_plan(bencher: Bencher) {
    let source = read_text(Path::new("plans/lao-cai-2021.toml")).expect("the plan is there");
    bencher.bench(|| assert!(validated(&source).is_empty()));
}

#[divan::bench(args = [1_000, 5_000, 20_000], sample_count = 10, sample_size = 1)]
fn reading_of_a_plan_of_tasks(bencher: Bencher, tasks: usize) {
    let source = Source::new("ke-hoach.toml", plan_of(tasks));
    bencher.bench(|| assert!(validated(&source).is_empty()));
}

#[divan::bench(args = [1_000, 5_000, 20_000], sample_count = 10, sample_size = 1)]
fn reading_of_a_plan_of_mistakes(bencher: Bencher, mistakes: usize) {
    let plan = plan_of(mistakes).replace("title = \"Nhiệm vụ", "titel = \"Nhiệm vụ");
    let source = Source::new("ke-hoach.toml", plan);
    bencher.bench(|| assert!(validated(&source).len() >= mistakes));
}

fn run(program: &Path, arguments: &[&str]) {
    let status = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .status();
    assert!(status.expect("the program was built").success());
}

/// What `papi validate` finds, without drawing it.
fn validated(source: &Arc<Source>) -> Vec<Diagnostic> {
    let read = read_plan(source, |registry| {
        read_registry(&PathBuf::from("plans").join(&registry.value))
    });
    let plan = read.plan.expect("the file holds a plan");
    let ledger = Ledger::of(&plan, &Calendar::built_in());
    let subject = Subject::new(&plan, &ledger.directory, &ledger.items, &read.findings);
    let mut findings = check_plan(&subject);
    findings.extend(read.findings);
    apply_exceptions(&plan, findings, None, |rule| {
        !papi::rules::needs_a_day(rule)
    })
    .standing
}

/// A plan of that many tasks, a hundred to a section, in words of real plans.
fn plan_of(tasks: usize) -> String {
    const TARGETS: [&str; 5] = [
        "Tối thiểu 30% xã, phường, thị trấn được kiểm tra",
        "100% cấp xã công khai",
        "01 đợt/năm",
        "Trên 90% hồ sơ đúng hẹn",
        "Theo quy định của Bộ Y tế",
    ];
    const SCHEDULES: [&str; 5] = [
        "Thường xuyên",
        "Quý III năm 2021",
        "trước ngày 10/04/2021",
        "hàng quý",
        "trước ngày 01/6 và 15/11 hằng năm",
    ];
    let mut plan = vec![String::from(
        "format = 1\n[plan]\nid = \"lon\"\ntitle = \"Kế hoạch lớn\"\nnumber = \"1/KH-UBND\"\n\
         issued = 2021-01-15\nissuer = \"UBND tỉnh\"\nyear = 2021\n\
         [agencies]\nso-noi-vu = \"Sở Nội vụ\"\nso-y-te = \"Sở Y tế\"\n",
    )];
    for at in 0..tasks {
        let (section, number) = (at / 100 + 1, at % 100 + 1);
        if number == 1 {
            plan.push(format!(
                "[[section]]\nid = \"S{section}\"\ntitle = \"Mục {section}\"\n"
            ));
        }
        let (target, when) = (TARGETS[at % 5], SCHEDULES[at % 5]);
        plan.push(format!(
            "[[section.task]]\nid = \"S{section}.{number}\"\ntitle = \"Nhiệm vụ {at}\"\n\
             target = \"{target}\"\nlead = \"so-noi-vu\"\nby = [\"so-y-te\"]\nwhen = \"{when}\"\n"
        ));
    }
    plan.concat()
}
