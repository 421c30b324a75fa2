//! The documents of `tests/import`, as they are understood.

mod hostile;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::manuscript::{Manuscript, Piece};
use super::*;
use crate::model::{Plan, Task};
use crate::progress::spelling_key;
use crate::read::files::read_text;
use crate::read::plan::read_plan;
use crate::read::registry::read_registry;
use crate::words::fold;

const FOLDER: &str = "tests/import";

fn asked() -> Asked {
    let file = "plans/agencies/lao-cai-2021.csv";
    let (localities, _) = read_registry(Path::new(file));
    Asked {
        registry: Some((file.to_owned(), localities)),
        ..Asked::default()
    }
}

fn imported(name: &str) -> (Plan, Vec<Doubt>) {
    let path = Path::new(FOLDER).join(name);
    let bytes = fs::read(&path).unwrap();
    let imported = import(&path, &bytes, &asked()).unwrap();
    (imported.plan.unwrap(), imported.doubts)
}

fn documents() -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "toml"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 13);
    paths
}

/// What two versions of a task say differently, apart from what only people can add.
fn differences(plan: &Plan, task: &Task, other: &Plan, same: &Task) -> Vec<String> {
    let names = |plan: &Plan, task: &Task| {
        let who = [&task.who.lead, &task.who.by, &task.who.with];
        who.map(|ids| -> Vec<String> {
            let name = |id: &String| plan.agency(id).unwrap().name.value.clone();
            ids.iter()
                .map(|id| spelling_key(&name(id)).replace(" co ", " "))
                .collect()
        })
    };
    let mut found = Vec::new();
    let mut compare = |key: &str, one: String, two: String| {
        if one != two {
            found.push(format!("{} {key}: {one} | {two}", *task.id));
        }
    };
    let texts = |texts: Vec<&String>| {
        texts
            .iter()
            .map(|text| text.as_str())
            .collect::<Vec<_>>()
            .join(" / ")
    };
    compare("title", task.title.value.clone(), same.title.value.clone());
    let no = |task: &Task| {
        task.no
            .as_ref()
            .map_or(String::new(), |no| no.value.clone())
    };
    compare("no", no(task), no(same));
    let targets = |task: &Task| -> Vec<String> {
        let said = task.targets.iter();
        said.map(|target| format!("{} {}", *target.id, target.words.as_ref().unwrap().value))
            .collect()
    };
    compare(
        "target",
        targets(task).join(" / "),
        targets(same).join(" / "),
    );
    compare(
        "who",
        format!("{:?}", names(plan, task)),
        format!("{:?}", names(other, same)),
    );
    compare(
        "when",
        texts(task.when.iter().map(|when| &when.words.value).collect()),
        texts(same.when.iter().map(|when| &when.words.value).collect()),
    );
    compare(
        "output",
        texts(task.output.iter().map(|output| &output.value).collect()),
        texts(same.output.iter().map(|output| &output.value).collect()),
    );
    let report = |task: &Task| {
        task.report
            .as_ref()
            .map_or(String::new(), |report| report.words.value.clone())
    };
    compare("report", report(task), report(same));
    found
}

#[test]
fn the_appendix_of_lao_cai_comes_back_but_for_what_people_decided() {
    let (plan, doubts) = imported("lao-cai-2021.txt");
    let path = Path::new("plans/lao-cai-2021.toml");
    let wanted = read_plan(&read_text(path).unwrap(), |_| (Vec::new(), Vec::new()));
    let wanted = wanted.plan.unwrap();
    assert_eq!(plan.head.id, wanted.head.id);
    assert_eq!(plan.head.title, wanted.head.title);
    assert_eq!(plan.head.issuer, wanted.head.issuer);
    assert_eq!(plan.head.signer, wanted.head.signer);
    assert_eq!(plan.head.years, wanted.head.years);
    assert_eq!(plan.head.recipients, wanted.head.recipients);
    let mut found = Vec::new();
    assert_eq!(plan.sections.len(), wanted.sections.len());
    for (section, same) in plan.sections.iter().zip(&wanted.sections) {
        assert_eq!((&section.id, &section.title), (&same.id, &same.title));
        assert_eq!(section.dimensions, same.dimensions);
        assert_eq!(section.tasks.len(), same.tasks.len());
        for (task, same) in section.tasks.iter().zip(&same.tasks) {
            assert_eq!(task.id, same.id);
            found.extend(differences(&plan, task, &wanted, same));
            for (part, same) in task.parts.iter().zip(&same.parts) {
                assert_eq!(part.id, same.id);
                found.extend(differences(&plan, part, &wanted, same));
            }
        }
    }
    let found: Vec<_> = found.iter().map(String::as_str).collect();
    assert_eq!(found, DIFFERENCES, "{found:#?}");
    assert_eq!(doubts.len(), 4, "{doubts:#?}");
}

/// What whoever entered the plan decided and the document does not say.
const DIFFERENCES: [&str; 5] = [
    // The parts stand in the title of the document, behind "cụ thể:"; full stops stay.
    "I.1 title: Tuyên truyền Pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn và những nội dung người dân được biết, bàn, tham gia thực hiện, kiểm tra, giám sát, cụ thể: | Tuyên truyền Pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn và những nội dung người dân được biết, bàn, tham gia thực hiện, kiểm tra, giám sát",
    "I.1.1 title: Nâng cao nhận thức công dân về tự ứng cử, bầu cử chức danh không chuyên trách cấp xã, trưởng thôn, tổ dân phố. | Nâng cao nhận thức công dân về tự ứng cử, bầu cử chức danh không chuyên trách cấp xã, trưởng thôn, tổ dân phố",
    "I.1.2 title: Giám sát, góp ý của người dân về thiết kế, sửa chữa, xây mới công trình công cộng; lập, điều chỉnh quy hoạch, kế hoạch sử dụng đất. | Giám sát, góp ý của người dân về thiết kế, sửa chữa, xây mới công trình công cộng; lập, điều chỉnh quy hoạch, kế hoạch sử dụng đất",
    // Two names that whoever entered the plan took for one agency each.
    "IV.6 who: [[\"so y te\"], [\"benh vien tinh\", \"trung tam y te cac huyen thi xa thanh pho\", \"tram y te cap xa\"], []] | [[\"so y te\"], [\"benh vien tuyen tinh\", \"trung tam y te cac huyen thi xa thanh pho\", \"tram y te cap xa\"], []]",
    "VIII.3 who: [[\"van phong ubnd tinh\"], [\"cac so ban nganh thuoc tinh\", \"cap huyen\"], []] | [[\"van phong ubnd tinh\"], [\"cac so ban nganh\", \"cap huyen\"], []]",
];

#[test]
fn nothing_of_a_table_is_dropped() {
    for path in documents() {
        let bytes = fs::read(&path).unwrap();
        let (manuscript, is_whole) = manuscript(&path, &bytes).unwrap();
        assert!(is_whole);
        let imported = import(&path, &bytes, &asked()).unwrap();
        let plan = squeezed(&said(&imported.plan.unwrap()));
        let told: HashSet<_> = imported
            .doubts
            .iter()
            .map(|doubt| place_of(&doubt.finding.place))
            .collect();
        let mut cells = 0;
        for cell in cells_of_tables(&manuscript) {
            cells += 1;
            let (sheet, row, column) = place_of(&cell.place);
            let is_told =
                told.contains(&(sheet.clone(), row, column)) || told.contains(&(sheet, row, None));
            let is_there = pieces_of(&cell.text)
                .iter()
                .all(|piece| plan.contains(piece.as_str()));
            assert!(
                is_told || is_there,
                "{}: {:?} {:?}",
                path.display(),
                cell.text,
                pieces_of(&cell.text)
            );
        }
        assert!(cells > 3);
    }
}

/// Every text of a plan that a cell may have become.
fn said(plan: &Plan) -> String {
    let mut said: Vec<String> = Vec::new();
    for section in &plan.sections {
        said.extend([section.id.value.clone(), section.title.value.clone()]);
        said.extend(section.no.iter().map(|no| no.value.clone()));
    }
    for task in plan.all_work() {
        said.extend([task.id.value.clone(), task.title.value.clone()]);
        said.extend(
            task.no
                .iter()
                .chain(&task.funding)
                .chain(&task.note)
                .map(|text| text.value.clone()),
        );
        said.extend(
            task.targets
                .iter()
                .filter_map(|target| Some(target.words.clone()?.value)),
        );
        said.extend(task.when.iter().map(|when| when.words.value.clone()));
        said.extend(task.output.iter().map(|output| output.value.clone()));
        for id in task.who.all() {
            let agency = plan.agency(id).unwrap();
            said.extend(
                agency
                    .also
                    .iter()
                    .chain([&agency.name])
                    .map(|name| name.value.clone()),
            );
        }
    }
    said.join(" | ")
}

/// The cells below the heads of the tables of tasks.
fn cells_of_tables(manuscript: &Manuscript) -> Vec<super::manuscript::GridCell> {
    let mut width = None;
    let mut cells = Vec::new();
    for piece in &manuscript.pieces {
        let Piece::Grid(grid) = piece else { continue };
        let head = super::heads::head(grid, &[]);
        if head.is_none() && width.is_none() {
            continue;
        }
        let from = head.as_ref().map_or(0, |head| head.end);
        width = Some(grid.width());
        let end = super::rows::foot(grid, from);
        let rows = &grid.rows[from..end];
        cells.extend(
            rows.iter()
                .flat_map(|row| &row.cells)
                .filter(|cell| !cell.is_blank())
                .cloned(),
        );
    }
    cells
}

fn place_of(place: &Place) -> (String, u64, Option<usize>) {
    match place {
        Place::Cell {
            sheet, row, column, ..
        } => (sheet.as_deref().unwrap_or("").to_owned(), *row, *column),
        Place::Span { source, span } => {
            let (line, column) = source.line_column(span.start);
            (String::new(), line as u64, Some(column))
        }
        Place::File { .. } => (String::new(), 0, None),
    }
}

/// The pieces of a cell that stand in the plan as they are, whatever signs part them.
fn pieces_of(text: &str) -> Vec<String> {
    let text = text
        .replace("chủ trì, phối hợp với", ";")
        .replace('\n', ";");
    text.split([';', ',', '.', ':', ')', '-'])
        .map(squeezed)
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn squeezed(text: &str) -> String {
    let words = fold(text);
    words
        .chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == '%')
        .collect()
}

#[test]
fn a_second_import_gives_the_same() {
    for path in documents() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let (one, other) = (imported(name), imported(name));
        assert_eq!(one, other);
    }
}
