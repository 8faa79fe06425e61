//! What is looked at before a workbook is parsed: small files exist that make a parser ask for
//! terabytes (a declared string count) or unpack to gigabytes.
//!
//! Must not know: cells, rows, the parser.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek};

use zip::ZipArchive;

use super::tags::Tags;
use crate::problem::{Code, Complaint};

/// How much a file may ask of the machine. The defaults let every honest workbook pass: a
/// 100,000-row workbook of 24 columns is 15 MB, 83 MB unpacked, with 37 MB of shared strings.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of a workbook on disk (default 512 MiB).
    pub workbook_bytes: u64,
    /// Parts in a workbook (default 10,000: staff lists carry a photo a row).
    pub parts: usize,
    /// Unpacked bytes of a part that is kept in memory, such as shared strings (default 512 MiB).
    pub kept_bytes: u64,
    /// Unpacked bytes of any other part (default 4 GiB; sheets are streamed).
    pub part_bytes: u64,
    /// Unpacked bytes of all parts (default 6 GiB).
    pub total_bytes: u64,
    /// Unpacked to packed bytes of a part beyond 64 MiB (default 250; DEFLATE can reach 1032).
    pub ratio: u64,
    /// Merged regions of a sheet (default 2,000,000, which take 32 MB).
    pub merges: usize,
    /// Bytes of one CSV record as UTF-8 (default 16 MiB).
    pub record_bytes: usize,
}

/// Parts smaller than this may be packed as tightly as they like.
const RATIO_FROM: u64 = 64 << 20;
/// The shortest shared string, `<si/>`.
const SHORTEST_STRING: u64 = 5;

impl Default for Limits {
    fn default() -> Self {
        Self {
            workbook_bytes: 512 << 20,
            parts: 10_000,
            kept_bytes: 512 << 20,
            part_bytes: 4 << 30,
            total_bytes: 6 << 30,
            ratio: 250,
            merges: 2_000_000,
            record_bytes: 16 << 20,
        }
    }
}

/// An archive over a file.
pub(super) type Archive = ZipArchive<BufReader<File>>;

/// Refuse what is no `.xlsx`, and what would ask too much.
pub(super) fn inspect(archive: &mut Archive, limits: &Limits) -> Result<(), Complaint> {
    if archive.len() > limits.parts {
        let args = [format!("{} parts", archive.len()), limits.parts.to_string()];
        return Err(Complaint::with(Code::WorkbookOversized, args));
    }
    tell_by_names(archive)?;
    let mut total = 0u64;
    for index in 0..archive.len() {
        let name = declared_sizes(archive, index, limits, &mut total)?;
        let lower = name.to_ascii_lowercase().replace('\\', "/");
        if has_ending(&lower, &[".xml", ".rels"]) {
            inspect_xml(archive, index, &lower, &name, limits)?;
        }
    }
    Ok(())
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending))
}

/// What kind of archive this is, by the names of its parts.
fn tell_by_names(archive: &mut Archive) -> Result<(), Complaint> {
    let names: Vec<String> = archive
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).to_ascii_lowercase().replace('\\', "/"))
        .collect();
    let any = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    if any(&|name| name.ends_with("workbook.bin")) {
        return Err(Complaint::with(Code::FileOtherFormat, [".xlsb"]));
    }
    if any(&|name| name.ends_with("workbook.xml") || name.starts_with("xl/")) {
        return Ok(());
    }
    let other = if any(&|name| name == "mimetype") && any(&|name| name == "content.xml") {
        "OpenDocument (.ods)"
    } else if any(&|name| name.starts_with("word/")) {
        "Word (.docx)"
    } else if any(&|name| name.starts_with("ppt/")) {
        "PowerPoint (.pptx)"
    } else if any(&|name| name.starts_with("index/") && has_ending(name, &[".iwa"])) {
        "Apple Numbers"
    } else {
        "ZIP"
    };
    Err(Complaint::with(Code::FileOtherFormat, [other]))
}

/// Check what the archive declares of a part; its name.
fn declared_sizes(
    archive: &mut Archive,
    index: usize,
    limits: &Limits,
    total: &mut u64,
) -> Result<String, Complaint> {
    let part = archive.by_index_raw(index).map_err(|_| damaged("zip"))?;
    let name = String::from_utf8_lossy(part.name_raw()).into_owned();
    if part.encrypted() {
        return Err(Complaint::new(Code::FileEncrypted));
    }
    let (size, packed) = (part.size(), part.compressed_size());
    *total = total.saturating_add(size);
    if size > limits.part_bytes {
        return Err(oversized(&name, size, limits.part_bytes));
    }
    if size > RATIO_FROM && size / packed.max(1) > limits.ratio {
        let args = [format!("{name} {}:1", size / packed.max(1)), format!("{}:1", limits.ratio)];
        return Err(Complaint::with(Code::WorkbookOversized, args));
    }
    if *total > limits.total_bytes {
        return Err(oversized("", *total, limits.total_bytes));
    }
    Ok(name)
}

/// Check what an XML part really holds; worksheets, which are streamed, at their beginning only.
fn inspect_xml(
    archive: &mut Archive,
    index: usize,
    lower: &str,
    name: &str,
    limits: &Limits,
) -> Result<(), Complaint> {
    let unreadable = |_: io::Error| damaged(name);
    let part = archive.by_index(index).map_err(|_| damaged(name))?;
    let mut tags = Tags::new(BufReader::new(part));
    if tags.next().map_err(unreadable)?.is_some_and(|tag| tag.name() == b"!DOCTYPE") {
        return Err(Complaint::with(Code::WorkbookDoctype, [name]));
    }
    drop(tags);
    if lower.contains("worksheets/") && !has_ending(lower, &[".rels"]) {
        return Ok(());
    }
    let part = archive.by_index(index).map_err(|_| damaged(name))?;
    let (size, claimed) = weigh(part, limits.kept_bytes).map_err(unreadable)?;
    if size > limits.kept_bytes {
        return Err(oversized(name, size, limits.kept_bytes));
    }
    if has_ending(lower, &["sharedstrings.xml"]) && claimed > size / SHORTEST_STRING + 16 {
        return Err(damaged("sharedStrings.xml uniqueCount"));
    }
    Ok(())
}

/// Unpack a part up to `limit`: its size, and the largest number that it claims in any
/// `uniqueCount`. Looked for byte by byte, so that no trick of XML hides it.
fn weigh(part: impl Read, limit: u64) -> io::Result<(u64, u64)> {
    const CLAIM: &[u8] = b"uniqueCount";
    let mut part = part.take(limit.saturating_add(1));
    let mut buffer = vec![0u8; 64 * 1024];
    let (mut size, mut most) = (0u64, 0u64);
    let (mut matched, mut number) = (0usize, 0u64);
    loop {
        let read = match part.read(&mut buffer) {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        if read == 0 {
            return Ok((size, most.max(number)));
        }
        size += read as u64;
        for byte in &buffer[..read] {
            if matched < CLAIM.len() {
                let restart = usize::from(*byte == CLAIM[0]);
                matched = if *byte == CLAIM[matched] { matched + 1 } else { restart };
            } else if byte.is_ascii_digit() {
                number = number.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
            } else if number > 0
                || !matches!(byte, b'=' | b'"' | b'\'' | b'+' | b'0'..=b'9')
                    && !byte.is_ascii_whitespace()
            {
                most = most.max(number);
                (matched, number) = (0, 0);
            }
        }
    }
}

/// What an OLE compound file holds: an encrypted workbook, or an old `.xls`.
pub(super) fn name_ole(file: &mut File) -> io::Result<Code> {
    let needle: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    file.rewind()?;
    let mut file = file.take(1 << 30);
    let mut window = Vec::with_capacity(2 << 20);
    loop {
        let read = (&mut file).take(1 << 20).read_to_end(&mut window)?;
        if window.windows(needle.len()).any(|bytes| bytes == needle) {
            return Ok(Code::FileEncrypted);
        }
        if read == 0 {
            return Ok(Code::FileOldExcel);
        }
        window.drain(..window.len().saturating_sub(needle.len()));
    }
}

/// The workbook breaks the rules in `part`.
pub(super) fn damaged(part: &str) -> Complaint {
    Complaint::with(Code::WorkbookDamaged, [part])
}

/// More things of a kind than the limit.
pub(super) fn too_many(what: &str, limit: usize) -> Complaint {
    Complaint::with(Code::WorkbookOversized, [what.to_owned(), limit.to_string()])
}

fn oversized(part: &str, size: u64, limit: u64) -> Complaint {
    let mib = |bytes: u64| format!("{} MiB", bytes >> 20);
    let args = [format!("{part} {}", mib(size)).trim().to_owned(), mib(limit)];
    Complaint::with(Code::WorkbookOversized, args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_found_however_it_is_written() {
        for xml in [
            "<sst count=\"1\" uniqueCount=\"1000000000000\">",
            "<sst uuniqueCount = '1000000000000'>",
            "<!--> <sst uniqueCount='3' uniqueCount  =\n \"+01000000000000\"",
        ] {
            assert_eq!(weigh(xml.as_bytes(), 1 << 20).unwrap().1, 1_000_000_000_000, "{xml}");
        }
        assert_eq!(weigh(&b"<sst uniqueCount=\"7\"><si/> 12"[..], 1 << 20).unwrap(), (29, 7));
        assert_eq!(weigh(&b"123456"[..], 3).unwrap().0, 4);
    }
}
