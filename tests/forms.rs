//! A form that was filled in is read back: what papi wrote stays as it is, byte by byte,
//! and the report counts as sent in time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The columns that an agency fills in, by their place in the form.
const NUMERATOR: usize = 5;
const DENOMINATOR: usize = 6;
const VALUE: usize = 7;
const REPORTED: usize = 8;
const EVIDENCE: usize = 9;

fn papi(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_papi"))
        .args(arguments)
        .output()
        .expect("papi was built")
}

fn plan() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/plans/lao-cai-2021.toml").to_owned()
}

/// A folder of its own, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("papi-forms-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn blank(path: &Path, agency: &str, more: &[&str]) -> Vec<csv::StringRecord> {
    let plan = plan();
    let output = path.to_string_lossy();
    let mut arguments = vec!["form", agency, "2021-H1", "--plan", &plan, "-o", &output];
    arguments.extend(more);
    let ran = papi(&arguments);
    assert!(ran.status.success(), "{ran:?}");
    let bytes = fs::read(path).expect("the form was written");
    let text = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .expect("it begins with its mark");
    let delimiter = if more.contains(&";") { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text);
    let rows = reader.records().map(|row| row.expect("it is a CSV"));
    rows.collect()
}

/// Fills a row in as its guide says.
fn filled(row: &csv::StringRecord) -> csv::StringRecord {
    let guide = row.iter().next_back().unwrap_or_default();
    let mut cells: Vec<String> = row.iter().map(str::to_owned).collect();
    if guide.contains("Tử số") || guide.contains("tử số") {
        cells[NUMERATOR] = "9".into();
        cells[DENOMINATOR] = "10".into();
    } else if guide.contains("có hoặc không") {
        cells[VALUE] = "có".into();
    } else if guide.contains("đạt") {
        cells[VALUE] = "đạt".into();
    } else if !guide.contains("Ghi minh chứng") {
        cells[VALUE] = "1".into();
    }
    cells[REPORTED] = "18/06/2021".into();
    cells[EVIDENCE] = "Báo cáo số 12/BC".into();
    cells.into()
}

fn check(agency: &str, more: &[&str]) {
    let folder = Folder::new(&agency.replace(' ', "-"));
    let path = folder.0.join("form.csv");
    let rows = blank(&path, agency, more);
    let delimiter = if more.contains(&";") { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    writer.write_record(&rows[0]).expect("it can be written");
    for row in &rows[1..] {
        let filled = filled(row);
        for at in [0, 1, 2, 3, 4, 11] {
            assert_eq!(filled.get(at), row.get(at));
        }
        writer.write_record(&filled).expect("it can be written");
    }
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(writer.into_inner().expect("it is in memory"));
    fs::write(&path, &bytes).expect("it can be written");

    let plan = plan();
    let results = path.to_string_lossy();
    let day = ["--as-of", "2021-07-05", "--results", &results, &plan];
    let told = papi(&[&["check", "--format", "concise", "--lang", "en"], &day[..]].concat());
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let of_form: Vec<_> = told
        .lines()
        .filter(|line| line.contains("form.csv"))
        .collect();
    assert_eq!(of_form, [""; 0], "{agency}");

    let overdue = [
        "overdue", "--format", "json", "--all", "--agency", agency, "--period", "2021-H1",
    ];
    let listed = papi(&[&overdue[..], &day[..]].concat());
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.contains("\"state\": \"on-time\""), "{listed}");
    assert!(listed.contains("\"uncovered\": []"), "{listed}");
    assert_eq!(fs::read(&path).expect("it is there"), bytes);
}

#[test]
fn a_department_fills_its_form_in() {
    check("Sở Y tế", &[]);
}

#[test]
fn a_district_fills_its_form_in_with_semicolons() {
    check("UBND huyện Bát Xát", &["--delimiter", ";"]);
}

#[test]
fn a_commune_fills_its_form_in() {
    check("UBND xã Bản Qua", &[]);
}

#[test]
fn a_form_as_a_workbook_is_the_same_each_time() {
    let folder = Folder::new("workbook");
    let (one, other) = (folder.0.join("one.xlsx"), folder.0.join("other.xlsx"));
    for path in [&one, &other] {
        let path = path.to_string_lossy();
        let ran = papi(&["form", "Sở Y tế", "2021-H1", "--plan", &plan(), "-o", &path]);
        assert!(ran.status.success(), "{ran:?}");
    }
    let bytes = |path| fs::read(path).expect("the form was written");
    assert!(bytes(&one).starts_with(b"PK"));
    assert_eq!(bytes(&one), bytes(&other));
}
