//! Where the parts of a workbook are: its sheets by its own list, and what each leads to.
//!
//! Must not know: cells, the parser.

use std::io::{self, BufReader};

use super::archive::Archive;
use super::tags::{Tag, Tags};

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

/// Visit each tag of the part of that name.
pub(super) fn each_tag(
    archive: &mut Archive,
    part: &str,
    mut visit: impl FnMut(Tag<'_>),
) -> io::Result<()> {
    let missing = || io::Error::from(io::ErrorKind::NotFound);
    let index = index_of(archive, part).ok_or_else(missing)?;
    let part = archive.by_index(index).map_err(io::Error::other)?;
    let mut tags = Tags::new(BufReader::new(part));
    while let Some(tag) = tags.next()? {
        visit(tag);
    }
    Ok(())
}
