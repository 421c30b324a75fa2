use super::*;
use crate::read::registry::read_registry;

fn read(text: &str) -> ReadPlan {
    let source = Source::new("ke-hoach.toml", text);
    read_plan(&source, |_| (Vec::new(), Vec::new()))
}

#[test]
fn the_real_plans_are_read_without_an_error() {
    for name in [
        "lao-cai-2021",
        "hung-yen-2023",
        "so-ngoai-vu-2018",
        "cong-van-5749-2021",
    ] {
        let path = format!("plans/{name}.toml");
        let source = crate::read::files::read_text(path.as_ref()).expect("the plan is there");
        let read = read_plan(&source, |registry| {
            read_registry(&std::path::Path::new("plans").join(&registry.value))
        });
        assert!(read.is_sound(), "{name}: {:?}", read.findings);
    }
}

#[test]
fn a_thousand_mistakes_give_a_thousand_findings_each_at_its_line() {
    let head = "format = 1\n[plan]\nid = \"p\"\ntitle = \"t\"\nyear = 2021\n\
                [[section]]\nid = \"I\"\ntitle = \"I\"\n";
    // In turn a value that is no text, a key that is not known and broken syntax.
    let mistakes = [
        "title = 1",
        "title = \"t\"\ntargt = 1",
        "title = \"t\"\nwhen = ",
    ];
    let mut text = head.to_owned();
    let mut lines = Vec::new();
    for at in 0..1_000 {
        let id = format!("I.{at}");
        let lines_of_task = [
            "[[section.task]]\nid = \"",
            &id,
            "\"\n",
            mistakes[at % 3],
            "\n",
        ];
        text.extend(lines_of_task);
        lines.push(text.lines().count());
    }
    let found = read(&text).findings;
    let told: Vec<_> = found
        .iter()
        .filter_map(|finding| finding.place.line_column())
        .map(|(line, _)| line)
        .collect();
    assert_eq!(told, lines);
}
