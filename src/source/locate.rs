//! The address of the n-th cell of a worksheet part: the parser does not say which cell it could
//! not read, only that it was the n-th.
//!
//! Must not know: values, the parser.

use std::io::{self, BufRead, BufReader, Read};

use zip::read::ZipFile;

use super::archive::Archive;
use super::tags::{Tag, Tags};
use crate::sheet::CellRef;

/// The parts of a workbook's sheets, by index, in the workbook's order; none where the rules are
/// broken.
pub(super) fn sheet_parts(archive: &mut Archive) -> Vec<Option<usize>> {
    read_sheet_parts(archive).unwrap_or_default()
}

fn read_sheet_parts(archive: &mut Archive) -> io::Result<Vec<Option<usize>>> {
    let (folder, workbook) = main_part(archive)?;
    let mut ids: Vec<Option<Vec<u8>>> = Vec::new();
    each_tag(archive, &format!("{folder}{workbook}"), |tag| {
        if tag.name() == b"sheet" && !tag.is_end() {
            ids.push(tag.attribute(b"id").map(<[u8]>::to_vec));
        }
    })?;
    let targets = targets(archive, &format!("{folder}_rels/{workbook}.rels"), &folder)?;
    let part = |id: &Vec<u8>| targets.iter().find(|(known, _)| known == id);
    let index = |(_, path): &(Vec<u8>, String)| index_of(archive, path);
    Ok(ids.iter().map(|id| id.as_ref().and_then(part).and_then(index)).collect())
}

/// The relationships in that part, with the paths that they lead to.
pub(super) fn targets(
    archive: &mut Archive,
    part: &str,
    folder: &str,
) -> io::Result<Vec<(Vec<u8>, String)>> {
    let mut targets: Vec<(Vec<u8>, String)> = Vec::new();
    each_tag(archive, part, |tag| {
        if let (b"Relationship", Some(id), Some(target)) =
            (tag.name(), tag.attribute(b"Id"), tag.attribute(b"Target"))
        {
            let target = String::from_utf8_lossy(target);
            let path =
                target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
            targets.push((id.to_vec(), path));
        }
    })?;
    Ok(targets)
}

/// The workbook's own part, as the folder with its slash and the name: mostly `xl/workbook.xml`.
pub(super) fn main_part(archive: &mut Archive) -> io::Result<(String, String)> {
    let mut target = None;
    each_tag(archive, "_rels/.rels", |tag| {
        let kind = tag.attribute(b"Type").unwrap_or_default();
        if tag.name() == b"Relationship" && kind.ends_with(b"/relationships/officeDocument") {
            target =
                tag.attribute(b"Target").map(|path| String::from_utf8_lossy(path).into_owned());
        }
    })?;
    let target = target.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let target = target.strip_prefix('/').unwrap_or(&target);
    let (folder, name) = target.split_at(target.rfind('/').map_or(0, |slash| slash + 1));
    Ok((folder.to_owned(), name.to_owned()))
}

/// The part of that name; some writers are careless about case and slashes.
pub(super) fn index_of(archive: &Archive, path: &str) -> Option<usize> {
    let plain = |name: &str| name.replace('\\', "/").to_ascii_lowercase();
    let exact = archive.index_for_name(path);
    exact.or_else(|| {
        let wanted = plain(path);
        let mut names = archive.file_names().filter_map(Result::ok);
        archive.index_for_name(&names.find(|name| plain(name) == wanted)?)
    })
}

fn each_tag(archive: &mut Archive, part: &str, mut visit: impl FnMut(Tag<'_>)) -> io::Result<()> {
    let missing = || io::Error::from(io::ErrorKind::NotFound);
    let index = index_of(archive, part).ok_or_else(missing)?;
    let part = archive.by_index(index).map_err(io::Error::other)?;
    let mut tags = Tags::new(BufReader::new(part));
    while let Some(tag) = tags.next()? {
        visit(tag);
    }
    Ok(())
}

/// Counts cells along a worksheet part.
pub(super) struct Locator<R> {
    tags: Tags<R>,
    in_data: bool,
    seen: u64,
}

/// A locator over a part of an archive.
pub(super) type PartLocator<'a> = Locator<BufReader<ZipFile<'a, BufReader<std::fs::File>>>>;

/// Begin at the top of that part.
pub(super) fn locator(archive: &mut Archive, part: usize) -> Option<PartLocator<'_>> {
    Some(Locator::new(BufReader::new(archive.by_index(part).ok()?)))
}

impl<R: Read + BufRead> Locator<R> {
    fn new(source: R) -> Self {
        Self { tags: Tags::new(source), in_data: false, seen: 0 }
    }

    /// Where the `n`-th cell is, from 1; none if there are fewer, or it does not say where it is.
    /// `n` must rise from call to call.
    pub(super) fn find(&mut self, n: u64) -> Option<CellRef> {
        while let Ok(Some(tag)) = self.tags.next() {
            match tag.name() {
                b"sheetData" => self.in_data = !tag.is_end(),
                b"c" if self.in_data && !tag.is_end() => {
                    self.seen += 1;
                    if self.seen == n {
                        return std::str::from_utf8(tag.attribute(b"r")?).ok()?.parse().ok();
                    }
                }
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nth_cell_is_found_by_its_address() {
        let xml = br#"<worksheet><cols><c r="Z9"/></cols><sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2" t="e"/></row><row><c/><c r="A3"/></row></sheetData></worksheet>"#;
        let mut locator = Locator::new(&xml[..]);
        assert_eq!(locator.find(2).unwrap().to_string(), "D2");
        assert_eq!(locator.find(3), None, "a cell that does not say where it is");
        assert_eq!(locator.find(4).unwrap().to_string(), "A3");
        assert_eq!(locator.find(5), None);
    }
}
