//! An empty plan in which every key is explained, from the shapes that the reader knows.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::values::text;
use crate::lang::Lang;
use crate::read::plan::{FORMAT, shapes};
use crate::read::shape::{Key, Kind, Shape};
use crate::say;

/// The text of an empty plan for a year.
#[must_use]
pub fn template(year: i32, lang: Lang) -> String {
    let mut template = Template {
        text: String::new(),
        lang,
        year,
        explained: HashSet::new(),
    };
    template.opening();
    for key in shapes::FILE.keys {
        template.top(key);
    }
    template.text
}

struct Template {
    text: String,
    lang: Lang,
    year: i32,
    explained: HashSet<&'static str>,
}

impl Template {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn opening(&mut self) {
        let words = say! {
            vi: "# Kế hoạch mới. Dòng bắt đầu bằng \"# khóa =\" là khóa có thể dùng: bỏ dấu # và ghi nội dung.\n# Bảng [[…]] được lặp lại cho mỗi mục, mỗi nhiệm vụ.\n",
            en: "# A new plan. A line that begins with \"# key =\" is a key that may be used: take the # away\n# and write its value. A table [[…]] is repeated for each section and each task.\n"
        };
        self.line(words.in_lang(self.lang));
    }

    /// A table of the file, or the version of the format.
    fn top(&mut self, key: &'static Key) {
        let about = self.about(key);
        match &key.kind {
            Kind::Table(shape) | Kind::Tables(shape) | Kind::TableOrTables(shape) => {
                self.table(shape, &about, key.required);
            }
            Kind::Agencies(_, shape) => self.agencies(shape, &about),
            _ => self.line(&format!("{} = {FORMAT}  # {about}", key.name)),
        }
    }

    fn about(&self, key: &'static Key) -> String {
        match self.lang {
            Lang::Vi => key.vi.to_owned(),
            Lang::En => key.en.to_owned(),
        }
    }

    fn table(&mut self, shape: &'static Shape, about: &str, is_written: bool) {
        let off = if is_written { "" } else { "# " };
        self.line(&format!("\n# ── {about} ──"));
        // A shape that is one table may stand several times; its header says so.
        let header = if shape.name.starts_with('[') {
            shape.name.to_owned()
        } else {
            format!("[[{}]]", shape.name)
        };
        self.line(&format!("{off}{header}"));
        let width = shape
            .keys
            .iter()
            .map(|key| key.name.len())
            .max()
            .unwrap_or(0);
        for key in shape.keys {
            if let Kind::Tables(inner) = key.kind
                && inner.name.starts_with('[')
            {
                let about = self.about(key);
                self.table(inner, &about, is_written && key.required);
                continue;
            }
            let off = if is_written && key.required || key.name == "year" || key.name == "state" {
                ""
            } else {
                "# "
            };
            let off = if is_written { off } else { "# " };
            let value = self.sample(key, shape);
            let about = self.about(key);
            self.line(&format!("{off}{:width$} = {value}  # {about}", key.name));
            self.inner(key);
        }
    }

    /// The keys of a table that stands as a value, told once.
    fn inner(&mut self, key: &'static Key) {
        let shape = match &key.kind {
            Kind::Table(shape)
            | Kind::Tables(shape)
            | Kind::TextOrTables(shape)
            | Kind::WhenOrTables(shape)
            | Kind::TableOrTables(shape)
            | Kind::Columns(shape)
            | Kind::Due(shape) => *shape,
            _ => return,
        };
        if !self.explained.insert(shape.name) {
            return;
        }
        let width = shape
            .keys
            .iter()
            .map(|key| key.name.len())
            .max()
            .unwrap_or(0);
        for inner in shape.keys {
            let about = self.about(inner);
            self.line(&format!("#     {:width$} : {about}", inner.name));
            if let Kind::Table(deeper) = &inner.kind {
                for deeper in deeper.keys {
                    let about = self.about(deeper);
                    self.line(&format!("#         {} : {about}", deeper.name));
                }
            }
        }
    }

    fn agencies(&mut self, shape: &'static Shape, about: &str) {
        self.line(&format!("\n# ── {about} ──"));
        self.line("[agencies]");
        let words = say! {
            vi: "# registry = \"agencies/dia-phuong.csv\"  # danh mục địa phương: code,name,level,parent\n# so-noi-vu = \"Sở Nội vụ\"  # mã = tên, hoặc một bảng:",
            en: "# registry = \"agencies/localities.csv\"  # the registry of localities: code,name,level,parent\n# so-noi-vu = \"Sở Nội vụ\"  # id = name, or a table:"
        };
        self.line(words.in_lang(self.lang));
        self.line("# ubnd-cap-huyen = { name = \"UBND cấp huyện\", every = \"district\" }");
        for key in shape.keys {
            let about = self.about(key);
            self.line(&format!("#     {:9} : {about}", key.name));
        }
    }

    /// A value of the kind that may stand at a key.
    fn sample(&self, key: &Key, shape: &Shape) -> String {
        let year = self.year;
        match (key.name, &key.kind) {
            ("id", _) => text(&match shape.name {
                "[plan]" => format!("ke-hoach-{year}"),
                "[[section]]" => "I".to_owned(),
                "[[section.task]]" => "I.1".to_owned(),
                "[[section.task.part]]" => "I.1.1".to_owned(),
                _ => "ma-rieng".to_owned(),
            }),
            ("by" | "with" | "requested" | "output", Kind::TextOrTexts) => "[\"…\"]".to_owned(),
            ("state", _) => text("draft"),
            ("year" | "from" | "to", Kind::Integer(..)) => year.to_string(),
            (
                _,
                Kind::Text
                | Kind::RuleName
                | Kind::TextOrTexts
                | Kind::TextOrTables(_)
                | Kind::WhenOrTables(_),
            ) => text("…"),
            (_, Kind::Texts | Kind::Periods | Kind::Columns(_)) => "[\"…\"]".to_owned(),
            (_, Kind::Integer(..) | Kind::Dimensions | Kind::DayOfMonth | Kind::Due(_)) => {
                "1".to_owned()
            }
            (_, Kind::YearOr(_)) => (year - 1).to_string(),
            (_, Kind::Regime) => text("cchc"),
            (_, Kind::Number) => "95".to_owned(),
            (_, Kind::Pair) => "[40, 50]".to_owned(),
            (_, Kind::Claim) => "true".to_owned(),
            (_, Kind::Day) => format!("{year}-12-31"),
            (_, Kind::Word(words)) => text(words.first().copied().unwrap_or("…")),
            (_, Kind::Reporters) => text("both"),
            (_, Kind::Table(shape) | Kind::TableOrTables(shape)) => sample_table(shape),
            (_, Kind::Agencies(..) | Kind::ResultsOfPlans | Kind::Rules(_)) => "{}".to_owned(),
            (_, Kind::Tables(shape)) => format!("[{}]", sample_table(shape)),
        }
    }
}

fn sample_table(shape: &Shape) -> String {
    let mut sample = String::from("{ ");
    for (at, key) in shape.keys.iter().filter(|key| key.required).enumerate() {
        let comma = if at > 0 { ", " } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(sample, "{comma}{} = \"…\"", key.name);
    }
    sample + " }"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::plan::read_plan;
    use crate::source::Source;

    #[test]
    fn the_empty_plan_reads_without_a_finding() {
        for lang in [Lang::Vi, Lang::En] {
            let source = Source::new("a.toml", template(2027, lang));
            let read = read_plan(&source, |_| (Vec::new(), Vec::new()));
            assert!(read.findings.is_empty(), "{:?}", read.findings);
            assert_eq!(read.plan.unwrap().head.years.from, 2027);
        }
    }

    #[test]
    fn every_key_is_explained_and_its_sample_is_toml() {
        let text = template(2027, Lang::Vi);
        let mut uncommented = String::new();
        for line in text.lines() {
            let line = line.strip_prefix("# ").unwrap_or(line);
            let is_key = line.split_once(" = ").is_some_and(|(key, _)| {
                key.trim()
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'-')
            });
            if is_key || line.starts_with('[') && line.ends_with(']') {
                uncommented.push_str(line);
                uncommented.push('\n');
            }
        }
        let parsed: toml_edit::DocumentMut = uncommented.parse().unwrap();
        for key in shapes::FILE.keys {
            assert!(parsed.contains_key(key.name), "{}\n{uncommented}", key.name);
        }
        for shape in [
            &shapes::HEAD,
            &shapes::REPORTING,
            &shapes::TASK,
            &shapes::TARGET,
            &shapes::WHEN_TABLE,
        ] {
            for key in shape.keys {
                assert!(text.contains(key.vi), "{}", key.name);
            }
        }
    }
}
