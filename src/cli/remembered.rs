//! Mappings that a header was read with, kept beside the journal and offered when the same header
//! comes again; never taken in silence.
//!
//! Kept are the mapping's path, its hash and a copy of it, under a hash of the header's texts:
//! nothing of the rows.
//!
//! Must not know: what a mapping says.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::config::Settings;
use crate::intake::again::AgainSheet;
use crate::intake::{IntakeOptions, survey};
use crate::lexicon::normalize;
use crate::problem::{Complaint, Lang, shown};
use crate::report::disk;
use crate::sheet::RawRow;
use crate::spec::KindId;
use crate::tr;

use super::environment::now;
use super::inputs::{Ordered, hex};
use super::printer::Printer;
use super::shell;

/// Rows of a sheet among which a header is looked for: as many as an import looks at, and twice
/// that, for headers that a mapping file names.
const ROWS: usize = 60;

/// What is kept of one mapping for one header and kind. Unknown fields of a later version are
/// passed over.
#[derive(Debug, Serialize, Deserialize)]
struct Memory {
    version: u32,
    /// Where the mapping was, absolute.
    mapping: PathBuf,
    /// SHA-256 of its bytes.
    sha256: String,
    /// The copy's name, beside this file.
    copy: String,
    /// The day, `2026-11-22`.
    on: String,
}

/// Keep the mapping for the headers of these sheets. What can't be kept is said, and stops nothing.
pub(super) fn remember(
    printer: Printer,
    settings: &Settings,
    ordered: &Ordered,
    sheets: &[AgainSheet],
) {
    let Some(folder) = folder(&settings.journal) else { return };
    if let Err(complaint) = keep(&folder, ordered, sheets) {
        let why = complaint.message(printer.lang);
        printer.say(&tr!(
            printer.lang,
            "没能记住映射：{why}",
            "the mapping is not remembered: {why}"
        ));
    }
}

/// The folder; none where there is no folder of a journal yet, as a check makes none.
pub(super) fn folder(journal: &Path) -> Option<PathBuf> {
    let home = journal.parent()?;
    home.is_dir().then(|| {
        let own = home.file_name().is_some_and(|name| name == ".muster");
        if own { home.join("mappings") } else { home.join(".muster").join("mappings") }
    })
}

fn keep(folder: &Path, ordered: &Ordered, sheets: &[AgainSheet]) -> Result<(), Complaint> {
    let (Some(used), Some(mapping)) = (&ordered.mapping_file, &ordered.order.mapping) else {
        return Ok(());
    };
    let heads = survey::heads(&ordered.order, ROWS).map_err(|problem| problem.complaint)?;
    let sha256 = hex(&Sha256::digest(&used.bytes));
    let end = used.path.extension().and_then(|end| end.to_str()).unwrap_or("toml");
    let memory = Memory {
        version: 1,
        mapping: std::path::absolute(&used.path).unwrap_or_else(|_| used.path.clone()),
        copy: format!("{sha256}.{end}"),
        sha256,
        on: now().strftime("%F").to_string(),
    };
    let json = serde_json::to_vec(&memory).unwrap_or_default();
    for sheet in sheets {
        let same = |head: &&survey::Head| {
            head.place.file.as_ref() == Some(&sheet.shown) && head.place.sheet == sheet.sheet
        };
        let row = heads
            .iter()
            .find(same)
            .and_then(|head| head.rows.iter().find(|row| row.number() == sheet.header_row));
        let Some(print) = row.and_then(fingerprint) else { continue };
        disk::make_folder(folder)?;
        disk::write(&folder.join(&memory.copy), &used.bytes)?;
        let name = sheet.shown.rsplit(['/', '\\']).next().unwrap_or(&sheet.shown);
        for record in &mapping.records {
            if record.applies_to(name, sheet.sheet.as_deref()) {
                disk::write(&folder.join(file_name(&print, record.kind)), &json)?;
            }
        }
    }
    Ok(())
}

fn file_name(print: &str, kind: KindId) -> String {
    format!("{print}-{}.json", kind.flag())
}

/// Say, in one line, with which mapping the input's header was read before.
pub(super) fn offer(printer: Printer, settings: &Settings, order: &IntakeOptions) {
    if order.mapping.is_some() {
        return;
    }
    let Some(folder) = folder(&settings.journal).filter(|folder| folder.is_dir()) else { return };
    // What can't be read is told by the intake that follows.
    let Ok(heads) = survey::heads(order, ROWS) else { return };
    for head in &heads {
        let found = head.rows.iter().filter_map(fingerprint).find_map(|print| {
            let kinds = KindId::ALL.iter().filter(|kind| order.kind.is_none_or(|id| id == **kind));
            kinds.copied().find_map(|kind| recall(&folder.join(file_name(&print, kind))))
        });
        if let Some(memory) = found {
            printer.say(&line(&memory, &folder, printer.lang));
            return;
        }
    }
}

fn recall(path: &Path) -> Option<Memory> {
    let memory: Memory = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    // A copy's name is a hash: anything else was not written here.
    let own = memory.copy.starts_with(&memory.sha256) && !memory.copy.contains(['/', '\\']);
    (memory.version == 1 && own).then_some(memory)
}

/// The file where it was, or its copy where that is gone.
fn line(memory: &Memory, folder: &Path, lang: Lang) -> String {
    let name = memory.mapping.file_name().unwrap_or_default().to_string_lossy();
    let on = &memory.on;
    let there = std::fs::read(&memory.mapping).ok();
    let (path, note) = match there.map(|bytes| hex(&Sha256::digest(&bytes)) == memory.sha256) {
        Some(true) => (memory.mapping.clone(), ""),
        Some(false) => {
            (memory.mapping.clone(), lang.pick("（文件后来改过）", " (it has changed since)"))
        }
        None => (
            folder.join(&memory.copy),
            lang.pick("（原文件已不在，这是副本）", " (it is gone; this is a copy)"),
        ),
    };
    let (name, path) = (shown(&name), shell::path(&path));
    tr!(
        lang,
        "这样的表头在 {on} 按映射「{name}」读过：要再用它，加上 --mapping {path}{note}",
        "this header was read with the mapping `{name}` on {on}: to use it again add --mapping {path}{note}"
    )
}

/// A hash of a row's texts as headers, in their order; none for a row with fewer than two.
fn fingerprint(row: &RawRow) -> Option<String> {
    let mut hash = Sha256::new();
    let mut texts = 0;
    for cell in row.cells() {
        if let crate::sheet::RawCell::Text(text) = cell
            && !cell.is_blank()
        {
            hash.update(normalize::header(text).as_bytes());
            hash.update([0x1F]);
            texts += 1;
        }
    }
    (texts >= 2).then(|| hex(&hash.finalize()[..16]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::RawCell;

    fn row(cells: &[&str]) -> RawRow {
        let mut row = RawRow::new();
        row.reset(1);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        row
    }

    #[test]
    fn a_header_is_known_again_by_what_it_says_and_not_by_how_it_is_written() {
        let print = |cells: &[&str]| fingerprint(&row(cells));
        assert_eq!(print(&["姓名", "手机号"]), print(&["姓名*", "", " 手机号（必填）"]));
        assert_ne!(print(&["姓名", "手机号"]), print(&["姓名", "邮箱"]));
        assert_ne!(print(&["ab", "c"]), print(&["a", "bc"]));
        assert_eq!(print(&["人员名单"]), None);
    }
}
