//! The entries of lists as rows: written as they were read, and read back.
//!
//! Must not know: which list means what, when they are written.

use rusqlite::{Connection, params};
use serde_json::Value;

use crate::api::reads::Listed;
use crate::resolve::{Entry, Texts};
use crate::spec::TenantList;

/// Between several codes, names or IDs of one entry.
const BETWEEN: char = '\u{1F}';

/// Write the entries of a list; of two of one ID the first counts, since a list may shift between two
/// pages.
pub(super) fn write(
    connection: &Connection,
    list: &TenantList,
    entries: &[Listed],
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(
        "INSERT OR IGNORE INTO entries (list, place, id, codes, names, parent, within, active, extra)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (place, entry) in (0i64..).zip(entries) {
        let extra = Value::Object(entry.extra.clone()).to_string();
        statement.execute(params![
            list.word,
            place,
            entry.id,
            joined(&entry.codes),
            joined(&entry.names),
            entry.parent,
            joined(&entry.within),
            entry.active,
            extra,
        ])?;
    }
    Ok(())
}

/// Give each entry of a list, in order, with what is kept beside it.
pub(super) fn read(
    connection: &Connection,
    list: &TenantList,
    mut give: impl FnMut(Entry, &str),
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(
        "SELECT id, codes, names, parent, within, active, extra
           FROM entries WHERE list = ?1 ORDER BY place",
    )?;
    let mut rows = statement.query([list.word])?;
    while let Some(row) = rows.next()? {
        let several =
            |at: usize| -> rusqlite::Result<Texts> { Ok(row.get_ref(at)?.as_str().map(parted)?) };
        let entry = Entry {
            id: row.get(0)?,
            codes: several(1)?,
            names: several(2)?,
            parent: row.get(3)?,
            within: several(4)?,
            owner: None,
            wants: None,
            since: None,
            active: row.get(5)?,
        };
        give(entry, row.get_ref(6)?.as_str()?);
    }
    Ok(())
}

fn joined(texts: &[String]) -> String {
    let mut out = String::new();
    for text in texts {
        if !out.is_empty() {
            out.push(BETWEEN);
        }
        out.extend(text.chars().filter(|c| *c != BETWEEN));
    }
    out
}

fn parted(text: &str) -> Texts {
    if text.is_empty() {
        return Texts::default();
    }
    text.split(BETWEEN).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// One text or a list of texts.
pub(super) fn apart(value: &Value) -> Vec<String> {
    let several = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let texts = several.iter().chain([value]).filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
