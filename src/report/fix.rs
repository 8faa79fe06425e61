//! `fix-NAME.xlsx`: the rows of one input that need work, in their own columns, ready to be
//! repaired and imported as they are.
//!
//! Must not know: how an input is read, how problems are kept.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk::cannot_write;
use super::marked::{self, Keep, Marks, RowSource};
use crate::problem::{Complaint, is_unruly};

/// Write the fix file of `input` into `folder`: its path, or none where no row needs work.
///
/// A fix file that is there already may have been repaired by hand: it is kept as `….old.xlsx`.
pub(crate) fn write(
    folder: &Path,
    input: &str,
    taken: &mut BTreeSet<String>,
    source: &mut dyn RowSource,
    marks: &mut Marks<'_>,
) -> Result<Option<PathBuf>, Complaint> {
    let path = folder.join(file_name(input, taken));
    if is_there(&path) {
        let old = free_name(&path);
        fs::rename(&path, &old).map_err(|error| cannot_write(&old, &error))?;
    }
    let rows = marked::write(&path, source, marks, Keep::Marked, true)?;
    Ok((rows > 0).then_some(path))
}

/// Whether the name is taken, be it by a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// `….old.xlsx`, or with a number where that is taken: a repair by hand is never lost.
fn free_name(path: &Path) -> PathBuf {
    let numbered = |n: u32| match n {
        1 => path.with_extension("old.xlsx"),
        _ => path.with_extension(format!("old-{n}.xlsx")),
    };
    (1..10_000).map(numbered).find(|name| !is_there(name)).unwrap_or_else(|| numbered(1))
}

/// `fix-员工.xlsx` for `…/员工.csv`; for a second input of that name `fix-员工-2.xlsx`. The fix file
/// of a fix file has the same name again. What could drive a terminal that lists the folder is `_`.
pub(crate) fn file_name(input: &str, taken: &mut BTreeSet<String>) -> String {
    let stem: String =
        marked::title_of(input, None).chars().map(|c| if is_unruly(c) { '_' } else { c }).collect();
    let stem = stem.strip_prefix("fix-").unwrap_or(&stem);
    let mut n = 1u32;
    loop {
        let name = if n == 1 { format!("fix-{stem}.xlsx") } else { format!("fix-{stem}-{n}.xlsx") };
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_input_has_its_own_name() {
        let mut taken = BTreeSet::new();
        let mut name = |input| file_name(input, &mut taken);
        assert_eq!(name("data/员工.csv"), "fix-员工.xlsx");
        assert_eq!(name("C:\\old\\员工.xlsx"), "fix-员工-2.xlsx");
        assert_eq!(name("fix-b.xlsx"), "fix-b.xlsx");
        assert_eq!(name("B"), "fix-B-2.xlsx");
        assert_eq!(name("a\u{1b}]0;x\u{7}\n\u{202E}.csv"), "fix-a_]0;x___.xlsx");
    }
}
