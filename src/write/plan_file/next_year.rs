//! Next year's plan from last year's: years moved, targets kept, what was done and what
//! only the old document had dropped, and what may be out of date marked in comments.

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

use crate::lang::{Lang, Text};
use crate::model::Years;
use crate::say;

/// The text of a plan for other years, made from the text of `old`, a plan for `years`;
/// its first year becomes `first`.
///
/// # Errors
/// `old` is no TOML.
pub fn next_year(
    old: &str,
    years: Years,
    first: i32,
    lang: Lang,
) -> Result<String, toml_edit::TomlError> {
    let mut document: DocumentMut = old.parse()?;
    let mut moving = Moving {
        years,
        by: first - years.from,
        lang,
    };
    if let Some(head) = document.get_mut("plan").and_then(Item::as_table_like_mut) {
        moving.head(head);
    }
    if let Some(agencies) = document
        .get_mut("agencies")
        .and_then(Item::as_table_like_mut)
        && agencies.contains_key("registry")
    {
        mark(
            agencies,
            "registry",
            &moving.look_again(&say! {
                vi: "kiểm tra danh mục địa phương còn đúng cho năm mới không",
                en: "check that the registry still holds for the new year"
            }),
        );
    }
    for name in ["objective", "duty", "section"] {
        let items = document
            .get_mut(name)
            .and_then(Item::as_array_of_tables_mut);
        for item in items.into_iter().flat_map(|items| items.iter_mut()) {
            moving.item(item);
        }
    }
    let (from, to) = (years.from, first);
    let opening = moving.said(&say! {
        vi: "Kế hoạch năm {to}, lập từ kế hoạch năm {from}. Những chỗ ghi \"XEM LẠI\" có thể đã cũ; ghi chú khác là của kế hoạch năm {from}.",
        en: "The plan for {to}, made from that for {from}. What is marked \"LOOK AGAIN\" may be out of date; other comments are those of {from}."
    });
    Ok(format!("# {opening}\n{document}"))
}

struct Moving {
    years: Years,
    by: i32,
    lang: Lang,
}

/// Keys of the head that only the old document had.
const OF_THE_OLD: [&str; 5] = ["number", "issued", "effective", "results", "scores"];

impl Moving {
    fn said(&self, text: &Text) -> String {
        text.in_lang(self.lang).to_owned()
    }

    /// A comment that asks to look again.
    fn look_again(&self, why: &Text) -> String {
        let Text { vi, en } = why;
        self.said(&say! { vi: "XEM LẠI: {vi}", en: "LOOK AGAIN: {en}" })
    }

    fn head(&mut self, head: &mut dyn TableLike) {
        for key in OF_THE_OLD {
            head.remove(key);
        }
        for key in ["year", "from", "to"] {
            if let Some(year) = head.get(key).and_then(Item::as_integer) {
                replace(head, key, (year + i64::from(self.by)).into());
            }
        }
        if let Some(id) = head.get("id").and_then(Item::as_str) {
            let moved = self.moved(id);
            let year = self.years.from + self.by;
            let moved = if moved == id {
                format!("{id}-{year}")
            } else {
                moved
            };
            replace(head, "id", moved.into());
        }
        if let Some(title) = head.get("title").and_then(Item::as_str) {
            let moved = self.moved(title);
            replace(head, "title", moved.into());
        }
        replace(head, "state", "draft".into());
        let old = self.look_again(&say! { vi: "của kế hoạch cũ", en: "of the old plan" });
        for key in [
            "signer",
            "basis",
            "implements",
            "replaces",
            "funding",
            "note",
            "except",
        ] {
            if head.contains_key(key) {
                mark(head, key, &old);
            }
        }
    }

    /// An objective, duty, section, task or part.
    fn item(&mut self, item: &mut Table) {
        item.remove("done");
        item.remove("evidence");
        if let Some(when) = item.get_mut("when").and_then(Item::as_value_mut) {
            self.when(when);
        }
        for key in [
            "title", "target", "output", "note", "funding", "when", "except",
        ] {
            let Some(value) = item.get(key) else {
                continue;
            };
            let text = value.to_string();
            let years: Vec<_> = years_in(&text)
                .filter(|(_, year)| (self.years.from - 1..=self.years.to).contains(year))
                .map(|(_, year)| year.to_string())
                .collect();
            if years.is_empty() {
                continue;
            }
            let years = years.join(", ");
            let why =
                self.look_again(&say! { vi: "còn nêu năm {years}", en: "still names {years}" });
            mark(item, key, &why);
        }
        for name in ["task", "part"] {
            let inner = item.get_mut(name).and_then(Item::as_array_of_tables_mut);
            for inner in inner.into_iter().flat_map(|inner| inner.iter_mut()) {
                self.item(inner);
            }
        }
    }

    fn when(&mut self, when: &mut Value) {
        match when {
            Value::String(words) => {
                let moved = self.moved(words.value());
                if moved != *words.value() {
                    set(when, moved.into());
                }
            }
            Value::Datetime(day) => {
                if let Some(moved) = self.moved_day(day.value()) {
                    set(when, moved.into());
                }
            }
            Value::Array(items) => self.each(items),
            Value::InlineTable(table) => {
                for key in ["words", "due", "from"] {
                    if let Some(value) = table.get_mut(key) {
                        self.when(value);
                    }
                }
            }
            Value::Integer(_) | Value::Float(_) | Value::Boolean(_) => {}
        }
    }

    fn each(&mut self, items: &mut Array) {
        for item in items.iter_mut() {
            self.when(item);
        }
    }

    /// The same day of the year it moves to; the last of February where there is none.
    fn moved_day(&self, day: &toml_edit::Datetime) -> Option<toml_edit::Datetime> {
        let mut moved = *day;
        let date = moved.date.as_mut()?;
        let year = i32::from(date.year) + self.by;
        date.year = u16::try_from(year).ok()?;
        let exists = |day: u8| chrono::NaiveDate::from_ymd_opt(year, date.month.into(), day.into());
        if exists(date.day).is_none() {
            date.day = 28;
        }
        Some(moved)
    }

    /// A text in which the years of the plan are moved.
    fn moved(&self, text: &str) -> String {
        let mut moved = text.to_owned();
        let years: Vec<_> = years_in(text).collect();
        for (at, year) in years.into_iter().rev() {
            if (self.years.from..=self.years.to).contains(&year) {
                moved.replace_range(at..at + 4, &(year + self.by).to_string());
            }
        }
        moved
    }
}

/// The years that a text names, with where they stand: four digits that are no part of a
/// longer number, nor of that of a document ("59/2019/NĐ-CP").
fn years_in(text: &str) -> impl Iterator<Item = (usize, i32)> + '_ {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    (0..bytes.len().saturating_sub(3)).filter_map(move |at| {
        let digits = bytes.get(at..at + 4)?;
        if !digits.iter().all(u8::is_ascii_digit)
            || is_digit(at.checked_sub(1))
            || is_digit(Some(at + 4))
            || bytes.get(at + 4) == Some(&b'/')
        {
            return None;
        }
        let year: i32 = std::str::from_utf8(digits).ok()?.parse().ok()?;
        (1990..=2199).contains(&year).then_some((at, year))
    })
}

/// Sets a value where one stands or adds it, comments beside it kept.
fn replace(table: &mut dyn TableLike, key: &str, value: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(known) => set(known, value),
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

fn set(known: &mut Value, mut value: Value) {
    *value.decor_mut() = known.decor().clone();
    *known = value;
}

/// Writes a comment above a key.
fn mark(table: &mut dyn TableLike, key: &str, why: &str) {
    let Some(mut key) = table.key_mut(key) else {
        return;
    };
    let decor = key.leaf_decor_mut();
    let before = decor
        .prefix()
        .and_then(|prefix| prefix.as_str())
        .unwrap_or("");
    let marked = format!("{before}# {why}\n");
    decor.set_prefix(marked);
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = r#"# cũ
format = 1

[plan]
id     = "lao-cai-2021"
title  = "Nâng cao Chỉ số PAPI năm 2021"
number = "149/KH-UBND"
issued = 2021-03-30
year   = 2021   # năm
state  = "issued"
signer = { name = "A" }

[agencies]
registry = "x.csv"

[[objective]]
id     = "xep-hang"
title  = "Thứ hạng"
target = "tăng ít nhất 05 bậc so với năm 2020"

[[section]]
id    = "I"
title = "mục"

[[section.task]]
id     = "I.1"
title  = "Theo Nghị định số 59/2019/NĐ-CP và Nghị định số 3/2021/NĐ-CP"
target = "Tối thiểu 30%"
when   = ["Quý III năm 2021", 2020-02-29, { words = "trước ngày 10/04/2021", due = 2021-04-09 }]
done   = 2021-09-10
"#;

    const YEARS: Years = Years {
        from: 2021,
        to: 2021,
    };

    #[test]
    fn next_years_plan_moves_years_and_marks_what_is_old() {
        let text = next_year(OLD, YEARS, 2027, Lang::Vi).unwrap();
        for there in [
            "id     = \"lao-cai-2027\"",
            "title  = \"Nâng cao Chỉ số PAPI năm 2027\"",
            "year   = 2027   # năm",
            "state  = \"draft\"",
            "# XEM LẠI: của kế hoạch cũ\nsigner",
            "# XEM LẠI: còn nêu năm 2020\ntarget = \"tăng",
            "\"Quý III năm 2027\", 2026-02-28, { words = \"trước ngày 10/04/2027\", due = 2027-04-09 }",
            "\ntarget = \"Tối thiểu 30%\"",
            "# cũ\n",
        ] {
            assert!(text.contains(there), "{there}\n{text}");
        }
        for gone in ["number", "issued", "done", "XEM LẠI: còn nêu năm 2021"] {
            assert!(!text.contains(gone), "{gone}\n{text}");
        }
    }
}
