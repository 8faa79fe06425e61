//! Several IDs in one cell: separated by `;`, `；`, `、`, `,`, `，`, `|` or new lines (or only by the
//! separator that the mapping file names), or a JSON array. At most 100, duplicates dropped.
//!
//! Must not know: which list.

use super::clean::{Plain, plain, trimmed};
use super::{Context, Notes, Parsed, id, printed, says_nothing};
use crate::check::value::Value;
use crate::problem::{Code, Complaint};
use crate::sheet::RawCell;
use crate::spec::{FieldType, IdOf};

/// 数据校验规则 of every list in both API documents.
pub(super) const MOST: usize = 100;

pub(super) fn read<'c>(
    cell: RawCell<'c>,
    of: IdOf,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    let items = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Bool(_) => return Err(Complaint::new(Code::BoolHere)),
        Plain::Number(number) => vec![id::from_number(number, of, cx, notes)?],
        Plain::Moment(_) => return Err(Complaint::new(Code::DateHere)),
        Plain::Text(text) => {
            let mut ids = Vec::new();
            if let Some(whole) = one_in_groups(text) {
                notes.warn(Complaint::new(Code::RepairedNumber));
                ids.push(id::from_text(&whole, of, cx, notes)?.to_string());
                return Ok(bounded(ids, notes)?.map(Value::List));
            }
            for label in split(text, cx.reading.list_separator.as_deref())? {
                let item = mapped(&label, cx)?;
                if says_nothing(FieldType::IdList(of), RawCell::Text(item), false).is_some() {
                    notes.warn(Complaint::with(Code::RepairedNothing, [item]));
                } else if !item.is_empty() {
                    let read = id::from_text(item, of, cx, notes);
                    if read.is_err() && item != label {
                        notes.label = Some(label.clone());
                    }
                    ids.push(read?.to_string());
                }
            }
            ids
        }
    };
    Ok(bounded(items, notes)?.map(Value::List))
}

/// A long number in groups of three, the first of which is shorter: one ID and no list of them.
fn one_in_groups(text: &str) -> Option<String> {
    let text = text.contains(',').then_some(text)?;
    printed::whole_number(text).filter(|whole| whole.len() > 15 && whole.len() % 3 != 0)
}

/// The item's value in the mapping file's table, else itself.
///
/// # Errors
/// [`Code::NotInTable`] where the table must hold every label.
pub(super) fn mapped<'a>(item: &'a str, cx: &Context<'a>) -> Result<&'a str, Complaint> {
    match cx.words.and_then(|words| words.get(item)) {
        Some(value) => Ok(trimmed(value)),
        None if cx.closed.is_some_and(|values| !values.contains(item)) => {
            Err(Complaint::with(Code::NotInTable, [cx.path]))
        }
        None => Ok(item),
    }
}

/// No empty list, no list that is too long, each item once.
pub(super) fn bounded(
    items: Vec<String>,
    notes: &mut Notes,
) -> Result<Option<Vec<String>>, Complaint> {
    let before = items.len();
    let mut kept: Vec<String> = Vec::with_capacity(before.min(MOST));
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
        if kept.len() > MOST {
            return Err(Complaint::with(Code::ListTooLong, [MOST.to_string()]));
        }
    }
    if kept.len() < before {
        let dropped = (before - kept.len()).to_string();
        notes.warn(Complaint::with(Code::ListRepeats, [dropped]));
    }
    Ok((!kept.is_empty()).then_some(kept))
}

/// The items of a cell, trimmed, without empty ones.
pub(super) fn split(text: &str, separator: Option<&str>) -> Result<Vec<String>, Complaint> {
    if text.starts_with('[') {
        return from_json(text);
    }
    let keep = |item: &str| {
        let item = trimmed(item);
        (!item.is_empty()).then(|| item.to_owned())
    };
    Ok(match separator.filter(|separator| !separator.is_empty()) {
        Some(separator) => text.split(separator).filter_map(keep).collect(),
        None => text.split(is_separator).filter_map(keep).collect(),
    })
}

const fn is_separator(c: char) -> bool {
    matches!(c, ';' | '；' | '、' | ',' | '，' | '|' | '｜' | '\n' | '\r')
}

/// A JSON array of texts and whole numbers.
fn from_json(text: &str) -> Result<Vec<String>, Complaint> {
    let wrong = || Complaint::new(Code::NotAList);
    let items: Vec<serde_json::Value> = serde_json::from_str(text).map_err(|_| wrong())?;
    items
        .into_iter()
        .map(|item| match item {
            serde_json::Value::String(text) => Ok(trimmed(&text).to_owned()),
            serde_json::Value::Number(number) if !number.is_f64() => Ok(number.to_string()),
            serde_json::Value::Number(_)
            | serde_json::Value::Null
            | serde_json::Value::Bool(_)
            | serde_json::Value::Array(_)
            | serde_json::Value::Object(_) => Err(wrong()),
        })
        .filter(|item| !matches!(item, Ok(text) if text.is_empty()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::reading;

    fn ids(text: &str, separator: Option<&str>) -> Result<Vec<String>, Code> {
        let mut reading = reading();
        reading.list_separator = separator.map(str::to_owned);
        let mut notes = Notes::default();
        match read(RawCell::Text(text), IdOf::Folder, &Context::new(&reading), &mut notes) {
            Ok(Some(Value::List(items))) => Ok(items),
            Ok(_) => Ok(vec![]),
            Err(complaint) => Err(complaint.code),
        }
    }

    #[test]
    fn every_separator_and_json() {
        let want = Ok(vec!["CT_1".to_owned(), "CT_2".to_owned(), "CT_3".to_owned()]);
        for text in [
            "CT_1;CT_2;CT_3",
            "CT_1；CT_2、CT_3",
            "CT_1, CT_2，CT_3,",
            "CT_1|CT_2\nCT_3",
            "[\"CT_1\", \"CT_2\",\"CT_3\"]",
            "CT_1;CT_1;CT_2;CT_3",
        ] {
            assert_eq!(ids(text, None), want, "{text}");
        }
        assert_eq!(ids("[6890452208593372679]", None), Ok(vec!["6890452208593372679".into()]));
        assert_eq!(ids("CT_1#CT_2#CT_3", Some("#")), want);
        assert_eq!(ids("[1.5]", None), Err(Code::NotAList));
        assert_eq!(ids("[\"CT_1\"", None), Err(Code::NotAList));
        assert_eq!(ids("CT_1;长沙", None), Err(Code::IdIsName));
        assert_eq!(ids(";;、", None), Ok(vec![]));
    }

    #[test]
    fn a_long_number_in_groups_is_one_and_short_ones_are_several() {
        let one = Ok(vec!["6890452208593372679".to_owned()]);
        assert_eq!(ids("6,890,452,208,593,372,679", None), one);
        assert_eq!(ids("101,102,103,104,105,106", None).map(|items| items.len()), Ok(6));
    }

    #[test]
    fn a_hundred_is_the_most() {
        let text = |n: usize| (0..n).map(|i| format!("CT_{i}")).collect::<Vec<_>>().join(";");
        assert_eq!(ids(&text(100), None).map(|items| items.len()), Ok(100));
        assert_eq!(ids(&text(101), None), Err(Code::ListTooLong));
    }
}
