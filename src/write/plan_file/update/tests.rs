use super::*;

const OLD: &str = r#"# của tôi
format = 1

[plan]
id    = "a"
title = "ngắn"   # rút gọn
year  = 2021

[agencies]
so-x = "Sở X"    # một sở

[[section]]
id    = "I"
title = "mục"

# về nhiệm vụ
[[section.task]]
id     = "I.1"
title  = "ngắn"
target = { words = "100% xã", of = "commune" }
lead   = ["so-x"] # chủ trì
when   = "Quý I"  # hạn

[[section.task]]
id    = "I.9"
title = "của riêng"
"#;

const NEW: &str = r#"format = 1
[plan]
id = "b"
title = "dài"
number = "1/KH"
year = 2021
state = "draft"
[agencies]
so-x = { name = "Sở X", also = ["sở X"] }
so-y = "Sở Y"
[[section]]
id = "I"
title = "mục"
[[section.task]]
id = "I.1"
title = "dài"
target = "100% xã"
lead = "so-x"
when = "Quý II"
[[section.task]]
# XEM LẠI
id = "I.2"
title = "mới"
[[section.task.part]]
id = "I.2.1"
title = "phần"
[[section]]
id = "II"
title = "mục mới"
[[section.task]]
id = "II.1"
title = "việc"
"#;

#[test]
fn a_file_is_brought_up_to_date_and_keeps_its_comments() {
    let updated = update(OLD, NEW, true).unwrap();
    let text = &updated.text;
    for kept in [
        "# của tôi",
        "# rút gọn",
        "# về nhiệm vụ",
        "# chủ trì",
        "title  = \"ngắn\"",
        "of = \"commune\"",
        "# một sở",
        "when   = \"Quý II\"  # hạn",
        "also = [\"sở X\"]",
        "so-y = \"Sở Y\"",
        "# XEM LẠI",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    assert!(!text.contains("draft"));
    let order: Vec<_> = [
        "\"I.1\"",
        "\"I.9\"",
        "\"I.2\"",
        "\"I.2.1\"",
        "\"II\"",
        "\"II.1\"",
    ]
    .iter()
    .map(|id| text.find(id).unwrap())
    .collect();
    assert!(order.is_sorted(), "{text}");
    assert!(updated.changes.contains(&Change {
        item: "I.9".to_owned(),
        key: None,
        kind: ChangeKind::NotInDocument,
    }));
}

#[test]
fn a_file_that_is_up_to_date_keeps_its_bytes() {
    let once = update(OLD, NEW, true).unwrap().text;
    assert_eq!(update(&once, NEW, true).unwrap().text, once);
    assert_eq!(update(OLD, OLD, false).unwrap().text, OLD);
}
