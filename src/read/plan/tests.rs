//! temp
use super::*;
#[test]
fn real() {
    for p in [
        "lao-cai-2021",
        "hung-yen-2023",
        "so-ngoai-vu-2018",
        "cong-van-5749-2021",
    ] {
        let path = format!("plans/{p}.toml");
        let source = crate::read::files::read_text(path.as_ref()).unwrap();
        let read = read_plan(&source, |r| {
            crate::read::registry::read_registry(&std::path::Path::new("plans").join(&r.value))
        });
        for f in &read.findings {
            println!("{:?} {} {:?}", f.place.line_column(), f.rule, f.message);
        }
        let plan = read.plan.unwrap();
        println!(
            "{p}: {} sections {} tasks {} localities",
            plan.sections.len(),
            plan.sections.iter().map(|s| s.tasks.len()).sum::<usize>(),
            plan.localities.len()
        );
    }
}
