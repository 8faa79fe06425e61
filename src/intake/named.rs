//! Columns that hold names, codes or paths in the place of IDs: their different values, with what the
//! tenant's lists have for each, so that a person can say what each means.
//!
//! What an organisation is called is shown as it is: nobody can sign what is masked. People are not listed.
//!
//! Must not know: which rows are records, how a proposal is written down.

use std::collections::HashMap;

use crate::header::Header;
use crate::lexicon::normalize::trim;
use crate::lexicon::nothing::nothing;
use crate::problem::Problem;
use crate::propose::{Draft, InList, Named, NamedValue};
use crate::resolve::{Directory, Found, List};
use crate::rows::derive;
use crate::sheet::RawRow;
use crate::source::Book;
use crate::spec::{FieldType, IdOf, Slot};

use super::below;
use super::words::text;

/// Rows that are read for them.
const ROWS: usize = 100_000;
/// Different values of one field that are kept.
const VALUES: usize = 5_000;
/// Longer texts name nothing.
const LONGEST: usize = 200;
/// Shorter texts are no IDs.
const SHORTEST_ID: usize = 15;
/// Entries that are named of several.
const SHOWN: usize = 5;

/// The values of one field, as they are counted.
struct Names {
    /// The columns that make one value: one, or the levels of a path.
    from: Vec<usize>,
    slot: Slot,
    of: IdOf,
    several: bool,
    rows: HashMap<String, u64>,
    cut: bool,
}

/// The names that stand for IDs: of all rows, not of the first alone, since each must be said once.
pub(super) fn names(
    book: &mut Book,
    sheet: (usize, &Header),
    draft: &Draft,
    directory: Option<&Directory>,
) -> Result<Vec<Named>, Problem> {
    let mut all = columns(draft);
    if !all.is_empty() {
        let mut left = ROWS;
        below::each(book, sheet, |row| {
            for names in &mut all {
                names.see(row);
            }
            left -= 1;
            left > 0
        })?;
    }
    Ok(all.into_iter().filter_map(|names| names.told(directory)).collect())
}

/// The columns of a draft that hold names of what an organisation has.
fn columns(draft: &Draft) -> Vec<Names> {
    let free = draft.columns.iter().filter(|column| column.taken_by.is_none() && !column.ignored);
    let alone = free.flat_map(|column| {
        column.feeds.iter().filter_map(|(slot, _)| of_slot(vec![column.index], slot.clone()))
    });
    let joined = draft.paths.iter().filter_map(|(from, path)| {
        let slot =
            crate::lexicon::typed::parse(draft.kind, path, &crate::lexicon::path::Customs::new());
        of_slot(from.clone(), slot.ok()?)
    });
    alone.chain(joined).collect()
}

/// Whether what a field holds is called something by an organisation.
pub(super) fn is_named(of: IdOf) -> bool {
    !of.is_person() && !matches!(of, IdOf::Attachment | IdOf::CustomField)
}

fn of_slot(from: Vec<usize>, slot: Slot) -> Option<Names> {
    let ty = slot.ty();
    let of = ty.id_of().filter(|of| is_named(*of))?;
    let several = matches!(ty, FieldType::IdList(_));
    Some(Names { from, slot, of, several, rows: HashMap::new(), cut: false })
}

impl Names {
    /// Count what a row holds.
    fn see(&mut self, row: &RawRow) {
        let whole = match self.from[..] {
            [column] => text(row.cell(column)),
            _ => derive::path(&self.from, row).unwrap_or_default(),
        };
        if self.several {
            let items = whole.split([';', '；', '、', ',', '，', '|', '｜', '\n', '\r']);
            items.for_each(|item| self.count(item));
        } else {
            self.count(&whole);
        }
    }

    fn count(&mut self, written: &str) {
        let written = trim(written);
        if written.is_empty() || nothing(written).is_some() || written.chars().count() > LONGEST {
            return;
        }
        if let Some(count) = self.rows.get_mut(written) {
            *count += 1;
        } else if self.rows.len() < VALUES {
            self.rows.insert(written.to_owned(), 1);
        } else {
            self.cut = true;
        }
    }

    /// The values, with what the lists have for each, those that want a person first; none where there is
    /// nothing to say of any.
    fn told(self, directory: Option<&Directory>) -> Option<Named> {
        let list = directory.and_then(|known| known.list(self.of));
        let is_path = self.from.len() > 1;
        let told = |(text, rows): (String, u64)| {
            let found = list.map_or(InList::Unread, |list| in_list(list, &text));
            // A doubled sign says that a level may lack; nobody writes it.
            let text = if is_path { text.replace("//", "/") } else { text };
            NamedValue { text, rows, found }
        };
        // Without a list an ID is as good as it can be.
        let wanted = |text: &str| list.is_some() || !is_id(text);
        let values = self.rows.into_iter().filter(|(text, _)| wanted(text)).map(told);
        let mut values: Vec<NamedValue> = values.collect();
        values.sort_by(|a, b| {
            let settled = |value: &NamedValue| matches!(value.found, InList::One { .. });
            let by_rows = b.rows.cmp(&a.rows).then_with(|| a.text.cmp(&b.text));
            settled(a).cmp(&settled(b)).then(by_rows)
        });
        let options = list.map(options).unwrap_or_default();
        (!values.is_empty()).then_some(Named { slot: self.slot, values, cut: self.cut, options })
    }
}

/// A text of the form of IDs: of figures and letters, or the code of a place.
pub(super) fn is_id(text: &str) -> bool {
    let of_place = text.split_once('_').is_some_and(|(letters, figures)| {
        letters.len() == 2
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && !figures.is_empty()
            && figures.bytes().all(|b| b.is_ascii_digit())
    });
    let is_sign = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    of_place
        || (text.len() >= SHORTEST_ID
            && text.bytes().all(is_sign)
            && text.bytes().any(|b| b.is_ascii_digit()))
}

/// What a list has for a text.
pub(super) fn in_list(list: &List, text: &str) -> InList {
    let some = |entries: &[&crate::resolve::Entry]| {
        let shown = entries.iter().take(SHOWN).map(|entry| list.written(entry));
        shown.map(Option::unwrap_or_default).filter(|text| !text.is_empty()).collect()
    };
    match list.find(text) {
        Found::One(entry) => match list.written(entry) {
            Some(written) => InList::One { written, id: entry.id.clone() },
            None => InList::Several(Vec::new()),
        },
        Found::Inactive(entry) => InList::Inactive(list.path(entry)),
        Found::Several(entries) => InList::Several(some(&entries)),
        Found::Nothing(near) => InList::Nothing(some(&near)),
    }
}

/// Everything of a list that may be used, as a cell may name it.
pub(super) fn options(list: &List) -> Vec<String> {
    let active = list.entries().iter().filter(|entry| entry.active).take(VALUES);
    active.filter_map(|entry| list.written(entry)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bind::Tenant;
    use crate::kinds;
    use crate::propose;
    use crate::resolve::Entry;
    use crate::sheet::RawCell;
    use crate::spec::KindId;

    fn row(number: u32, cells: &[&str]) -> RawRow {
        let mut row = RawRow::new();
        row.reset(number);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        row
    }

    fn known() -> Directory {
        let entry = |id: &str, parent: Option<&str>, name: &str| Entry {
            id: id.into(),
            codes: [format!("C{id}")].into(),
            names: [name.to_owned()].into(),
            parent: parent.map(str::to_owned),
            active: name != "旧部门",
            ..Entry::default()
        };
        let departments = vec![
            entry("1", None, "集团"),
            entry("2", Some("1"), "研发中心"),
            entry("3", Some("2"), "后端组"),
            entry("4", Some("2"), "综合部"),
            entry("5", Some("1"), "职能中心"),
            entry("6", Some("5"), "综合部"),
            entry("7", Some("1"), "旧部门"),
        ];
        Directory::new([(IdOf::Department, departments)], false)
    }

    /// What is told of the departments of a sheet.
    fn told(header: &[&str], rows: &[&[&str]], directory: Option<&Directory>) -> Vec<String> {
        let kind = kinds::of(KindId::JobData);
        let draft = propose::draft(kind, &row(1, header), None, Tenant::default());
        let mut all = columns(&draft);
        for (number, cells) in (2..).zip(rows) {
            for names in &mut all {
                names.see(&row(number, cells));
            }
        }
        let named = all.into_iter().filter_map(|names| names.told(directory));
        let values = named.flat_map(|named| named.values);
        values.map(|value| format!("{} {} {:?}", value.text, value.rows, value.found)).collect()
    }

    #[test]
    fn each_value_is_told_once_with_what_the_list_has_for_it() {
        let cells: [&[&str]; 8] = [
            &["后端组"],
            &["后端组"],
            &["综合部"],
            &["旧部门"],
            &["后端"],
            &["无"],
            &["3"],
            &["研发中心/综合部"],
        ];
        assert_eq!(
            told(&["部门"], &cells, Some(&known())),
            [
                "后端 1 Nothing([\"研发中心/后端组\"])",
                "旧部门 1 Inactive(\"旧部门\")",
                "综合部 1 Several([\"研发中心/综合部\", \"职能中心/综合部\"])",
                "后端组 2 One { written: \"研发中心/后端组\", id: \"3\" }",
                "3 1 One { written: \"研发中心/后端组\", id: \"3\" }",
                "研发中心/综合部 1 One { written: \"研发中心/综合部\", id: \"4\" }",
            ]
        );
    }

    #[test]
    fn without_a_list_names_are_told_and_ids_are_not() {
        let cells: [&[&str]; 3] = [&["后端组"], &["6890452208593372679"], &["od-4e6789c92a3c8e02"]];
        assert_eq!(told(&["部门"], &cells, None), ["后端组 1 Unread"]);
        assert!(is_id("CT_159") && !is_id("P6") && !is_id("研发中心"));
    }

    #[test]
    fn levels_are_one_path_and_people_are_not_listed() {
        let header = ["一级部门", "二级部门", "直属上级"];
        let cells: [&[&str]; 2] = [&["研发中心", "后端组", "张伟"], &["研发中心", "", "李四"]];
        assert_eq!(
            told(&header, &cells, Some(&known())),
            [
                "研发中心 1 One { written: \"研发中心\", id: \"2\" }",
                "研发中心/后端组 1 One { written: \"研发中心/后端组\", id: \"3\" }",
            ]
        );
    }
}
