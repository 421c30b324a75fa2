//! Brings the file of a plan up to date from another version of it, item by item by
//! their ids; comments, order and what only the file says stay.

#[cfg(test)]
mod tests;
mod values;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike};

use self::values::{is_same, says_the_same, set, undecorated};

/// What came of bringing a file up to date.
#[derive(Clone, Debug)]
pub struct Updated {
    /// The file's new text.
    pub text: String,
    /// What was done, in the order of the new version.
    pub changes: Vec<Change>,
}

/// Something that was done, or left, in bringing a file up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The item's id, or the name of its table.
    pub item: String,
    /// The key, where one value was changed.
    pub key: Option<String>,
    /// What was done.
    pub kind: ChangeKind,
}

/// What was done to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// A value was changed or added.
    Changed,
    /// The item was added.
    Added,
    /// The item stands only in the file, and was kept.
    NotInDocument,
}

/// Brings `old`, the text of a plan file, up to date from `new`, the text of another.
/// `titles_stay` keeps the titles of items that are there: a plan whose titles were
/// shortened by hand.
///
/// # Errors
/// One of the two is no TOML.
pub fn update(old: &str, new: &str, titles_stay: bool) -> Result<Updated, toml_edit::TomlError> {
    let mut document: DocumentMut = old.parse()?;
    let new: DocumentMut = new.parse()?;
    let mut update = Update {
        changes: Vec::new(),
        titles_stay,
    };
    update.head(&mut document, &new);
    update.agencies(&mut document, &new);
    update.sections(&mut document, &new);
    Ok(Updated {
        text: document.to_string(),
        changes: update.changes,
    })
}

struct Update {
    changes: Vec<Change>,
    titles_stay: bool,
}

/// Keys of the head that whoever keeps the plan decides.
const OWN: [&str; 6] = ["id", "title", "year", "from", "to", "wording"];

impl Update {
    fn did(&mut self, item: &str, key: Option<&str>, kind: ChangeKind) {
        self.changes.push(Change {
            item: item.to_owned(),
            key: key.map(str::to_owned),
            kind,
        });
    }

    fn head(&mut self, document: &mut DocumentMut, new: &DocumentMut) {
        let (Some(old), Some(new)) = (
            document.get_mut("plan").and_then(Item::as_table_like_mut),
            new.get("plan").and_then(Item::as_table_like),
        ) else {
            return;
        };
        for (key, value) in new.iter() {
            // A copy without number and date makes no issued plan a draft again.
            let is_draft = key == "state" && value.as_str() == Some("draft");
            if !OWN.contains(&key) && !is_draft {
                self.put(old, "[plan]", key, value);
            }
        }
    }

    fn agencies(&mut self, document: &mut DocumentMut, new: &DocumentMut) {
        let Some(new) = new.get("agencies").and_then(Item::as_table_like) else {
            return;
        };
        let old = document
            .entry("agencies")
            .or_insert_with(|| Item::Table(Table::new()));
        let Some(old) = old.as_table_like_mut() else {
            return;
        };
        for (key, value) in new.iter() {
            match old.get(key) {
                None => {
                    old.insert(key, undecorated(value));
                    self.did(key, None, ChangeKind::Added);
                }
                Some(known) if !is_same(known, value) && key != "registry" => {
                    self.spellings(old, key, value);
                }
                Some(_) => {}
            }
        }
    }

    /// Adds the spellings that are new to an agency.
    fn spellings(&mut self, agencies: &mut dyn TableLike, id: &str, new: &Item) {
        let Some(also) = new.as_table_like().and_then(|new| new.get("also")) else {
            return;
        };
        let Some(known) = agencies.get_mut(id) else {
            return;
        };
        if let Some(known) = known.as_table_like_mut() {
            if !known.get("also").is_some_and(|known| is_same(known, also)) {
                set(known, "also", also);
                self.did(id, Some("also"), ChangeKind::Changed);
            }
        } else if let Some(value) = known.as_value_mut() {
            let decor = value.decor().clone();
            if let Some(mut table) = new.as_value().cloned() {
                *table.decor_mut() = decor;
                *value = table;
                self.did(id, Some("also"), ChangeKind::Changed);
            }
        }
    }

    fn sections(&mut self, document: &mut DocumentMut, new: &DocumentMut) {
        let Some(new) = new.get("section").and_then(Item::as_array_of_tables) else {
            return;
        };
        let sections = document
            .entry("section")
            .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let Some(sections) = sections.as_array_of_tables_mut() else {
            return;
        };
        for section in new {
            let Some(at) = find(sections, section) else {
                self.did(id(section), None, ChangeKind::Added);
                sections.push(placed(section));
                continue;
            };
            if let Some(old) = sections.get_mut(at) {
                self.table(old, section, "task");
                self.inner(old, section, "task");
            }
        }
        for section in sections.iter() {
            self.tell_kept(
                section,
                new.iter().find(|new| id(new) == id(section)),
                "task",
            );
        }
    }

    /// The items inside a table: tasks of a section, parts of a task.
    fn inner(&mut self, old: &mut Table, new: &Table, name: &str) {
        let Some(new) = new.get(name).and_then(Item::as_array_of_tables) else {
            return;
        };
        let items = old
            .entry(name)
            .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let Some(items) = items.as_array_of_tables_mut() else {
            return;
        };
        for item in new {
            let Some(at) = find(items, item) else {
                self.did(id(item), None, ChangeKind::Added);
                items.push(placed(item));
                continue;
            };
            if let Some(old) = items.get_mut(at) {
                self.table(old, item, "part");
                self.inner(old, item, "part");
            }
        }
    }

    fn table(&mut self, old: &mut Table, new: &Table, inner: &str) {
        let item = id(new).to_owned();
        for (key, value) in new {
            let stays = key == "id" || key == inner || key == "title" && self.titles_stay;
            if !stays {
                self.put(old, &item, key, value);
            }
        }
    }

    fn put(&mut self, old: &mut dyn TableLike, item: &str, key: &str, value: &Item) {
        if old
            .get(key)
            .is_some_and(|known| says_the_same(known, value))
        {
            return;
        }
        set(old, key, value);
        self.did(item, Some(key), ChangeKind::Changed);
    }

    /// Tells which items stand only in the file.
    fn tell_kept(&mut self, old: &Table, new: Option<&Table>, inner: &str) {
        let Some(new) = new else {
            self.did(id(old), None, ChangeKind::NotInDocument);
            return;
        };
        let items = |table: &Table| -> Vec<String> {
            let items = table.get(inner).and_then(Item::as_array_of_tables);
            let items = items.into_iter().flatten();
            items.map(|item| id(item).to_owned()).collect()
        };
        let known = items(new);
        for item in items(old) {
            if !known.contains(&item) {
                self.did(&item, None, ChangeKind::NotInDocument);
            }
        }
    }
}

fn id(table: &Table) -> &str {
    table.get("id").and_then(Item::as_str).unwrap_or("")
}

fn find(items: &ArrayOfTables, wanted: &Table) -> Option<usize> {
    items.iter().position(|item| id(item) == id(wanted))
}

/// A table as it stands in its new place, behind those that are there.
fn placed(table: &Table) -> Table {
    let mut table = table.clone();
    forget_positions(&mut table);
    table
}

fn forget_positions(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        if let Some(items) = item.as_array_of_tables_mut() {
            for inner in items.iter_mut() {
                forget_positions(inner);
            }
        }
    }
}
