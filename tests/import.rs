//! `papi import` and `papi new`, as they are run. The documents in `tests/import` were
//! made with `python-docx`, `xlsxwriter` and `soffice`; beside each stands the plan that
//! comes of it. With `PAPI_WRITE=1` those plans are written anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use papi::model::{Plan, printed_number};
use papi::read::files::read_text;
use papi::read::plan::read_plan;
use papi::read::registry::read_registry;
use papi::source::{Located, Source};
use papi::write::plan_file::plan_file;

const REGISTRY: &str = "plans/agencies/lao-cai-2021.csv";

fn papi(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_papi"))
        .args(arguments)
        .env_remove("PAPI_LANG")
        .output()
        .expect("papi was built for this test")
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("papi writes UTF-8");
    (text(&output.stdout), text(&output.stderr))
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

#[test]
fn each_document_gives_its_plan() {
    let mut documents: Vec<_> = fs::read_dir("tests/import")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "toml"))
        .collect();
    documents.sort();
    for document in documents {
        let output = papi(&["import", document.to_str().unwrap(), "--registry", REGISTRY]);
        assert_eq!(output.status.code(), Some(0), "{}", document.display());
        let (text, _) = said(&output);
        let expected = document.with_extension("toml");
        if std::env::var_os("PAPI_WRITE").is_some() {
            fs::write(&expected, &text).unwrap();
        }
        assert_eq!(
            text,
            fs::read_to_string(&expected).unwrap(),
            "{}",
            document.display()
        );
        let source = Source::new(&document, text);
        let read = read_plan(&source, |file| read_registry(Path::new(&file.value)));
        assert!(
            read.findings.is_empty(),
            "{}: {:?}",
            document.display(),
            read.findings
        );
        let plan = read.plan.unwrap();
        let again = read_plan(&Source::new(&document, plan_file(&plan)), |file| {
            read_registry(Path::new(&file.value))
        });
        assert_eq!(again.plan.unwrap(), plan, "{}", document.display());
    }
}

#[test]
fn a_plan_that_is_there_is_brought_up_to_date_in_place() {
    let plan = folder("into").join("lao-cai-2021.toml");
    let old = fs::read_to_string("plans/lao-cai-2021.toml").unwrap();
    let registry = fs::canonicalize(REGISTRY).unwrap();
    let old = old
        .replace("agencies/lao-cai-2021.csv", registry.to_str().unwrap())
        .replace("when   = \"Quý III năm 2021\"", "when   = \"Quý II\" # sai");
    fs::write(&plan, &old).unwrap();
    let arguments = [
        "import",
        "tests/import/lao-cai-2021.txt",
        "--into",
        plan.to_str().unwrap(),
    ];
    let (_, findings) = said(&papi(&arguments));
    assert!(findings.contains("V.4: đã thay `when`"), "{findings}");
    let new = fs::read_to_string(&plan).unwrap();
    assert_eq!(
        new,
        old.replace("\"Quý II\" # sai", "\"Quý III năm 2021\" # sai")
    );
    papi(&arguments);
    assert_eq!(fs::read_to_string(&plan).unwrap(), new);
}

#[test]
fn a_column_may_be_named() {
    let file = folder("map").join("viec.csv");
    fs::write(
        &file,
        "Số;Việc cần làm;Người lo;Bỏ\n1;Rà soát;Sở Nội vụ;x\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let output = papi(&["import", file, "--year", "2024"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).1.contains("--map"));
    let output = papi(&[
        "import",
        file,
        "--year",
        "2024",
        "--map",
        "Việc cần làm=title",
        "--map",
        "c=lead",
        "--map",
        "Số=no",
        "--map",
        "Bỏ=-",
    ]);
    let (text, findings) = said(&output);
    assert!(
        text.contains("title = \"Rà soát\"\nlead  = \"so-noi-vu\""),
        "{text}"
    );
    assert!(
        !text.contains("Bỏ") && findings.contains("\"Bỏ\""),
        "{findings}"
    );
    assert_eq!(
        papi(&["import", file, "--map", "Số=so"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_document_without_a_year_needs_one() {
    let file = folder("year").join("viec.csv");
    fs::write(&file, "Nhiệm vụ;Chủ trì\nRà soát;Sở Nội vụ\n").unwrap();
    let output = papi(&["import", file.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).1.contains("--year 2021"));
    let output = papi(&["import", "no-such-file.docx"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_appendix_that_was_written_comes_back() {
    let folder = folder("back");
    for name in PLANS {
        let file = format!("plans/{name}.toml");
        let plan = plan_at(Path::new(&file));
        for ending in ["docx", "xlsx", "html", "csv"] {
            let appendix = folder.join(name).with_extension(ending);
            let appendix = appendix.to_str().unwrap();
            let output = papi(&["appendix", &file, "-o", appendix]);
            assert_eq!(output.status.code(), Some(0));
            let year = plan.head.years.from.to_string();
            let back = folder.join(format!("{name}-{ending}.toml"));
            let output = papi(&[
                "import",
                appendix,
                "--year",
                &year,
                "-o",
                back.to_str().unwrap(),
            ]);
            assert_eq!(output.status.code(), Some(0));
            assert_eq!(printed(&plan_at(&back)), printed(&plan), "{name} {ending}");
        }
    }
}

fn plan_at(path: &Path) -> Plan {
    let source = read_text(path).expect("the plan is there");
    let read = read_plan(&source, |_| (Vec::new(), Vec::new()));
    read.plan.expect("the plan has a head")
}

/// What the eight columns of an appendix print, row by row.
fn printed(plan: &Plan) -> Vec<String> {
    let texts = |texts: Vec<&str>| texts.join(" / ");
    let names = |ids: &[Located<String>]| {
        let names = ids
            .iter()
            .map(|id| plan.agency(id).map_or("", |agency| &agency.name));
        texts(names.collect()).to_lowercase()
    };
    let mut rows = Vec::new();
    for section in &plan.sections {
        rows.push(section.title.value.clone());
        for task in &section.tasks {
            let words = task
                .targets
                .iter()
                .filter_map(|target| target.words.as_ref());
            rows.push(texts(vec![
                printed_number(&task.id, task.no.as_ref()),
                &task.title,
                &texts(task.parts.iter().map(|part| part.title.as_str()).collect()),
                &texts(words.map(|words| words.value.as_str()).collect()),
                &names(&task.who.lead),
                &names(&task.who.by),
                &texts(
                    task.when
                        .iter()
                        .map(|when| when.words.value.as_str())
                        .collect(),
                ),
                &texts(
                    task.output
                        .iter()
                        .map(|output| output.value.as_str())
                        .collect(),
                ),
                task.note.as_ref().map_or("", |note| &note.value),
            ]));
        }
    }
    rows
}

const PLANS: [&str; 4] = [
    "lao-cai-2021",
    "hung-yen-2023",
    "so-ngoai-vu-2018",
    "cong-van-5749-2021",
];

#[test]
fn next_years_plan_is_sound() {
    let folder = folder("next");
    for name in PLANS {
        let old = format!("plans/{name}.toml");
        let new = folder.join(format!("{name}.toml"));
        let new = new.to_str().unwrap();
        let output = papi(&["new", "--like", &old, "--year", "2027", "-o", new]);
        assert_eq!(output.status.code(), Some(0));
        let source = read_text(Path::new(new)).unwrap();
        let read = read_plan(&source, |file| {
            read_registry(&Path::new("plans").join(&file.value))
        });
        assert!(read.is_sound(), "{name}: {:?}", read.findings);
        let plan = read.plan.unwrap();
        assert_eq!((plan.head.years.from, plan.head.number), (2027, None));
    }
}
