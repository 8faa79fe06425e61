//! What is looked at before a workbook is parsed: small files exist that make a parser ask for
//! terabytes (a declared string count) or unpack to gigabytes.
//!
//! Must not know: cells, rows, the parser.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek};

use super::archive::{Archive, damaged};
use super::contain::contained;
use super::locate::main_part;
use super::lookout::Strings;
use super::tags::Tags;
use crate::problem::{Code, Complaint, both};
use crate::sheet::figures::holds_lopsided;

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
    /// Bytes of one record, of CSV as UTF-8, of a worksheet as XML (default 16 MiB).
    pub record_bytes: usize,
    /// Line breaks in one CSV cell (default 500): more, and most likely a closing quote is lost;
    /// the longest honest texts (project descriptions) stay far below.
    pub breaks: u32,
    /// By what the limits are raised (default 1).
    pub factor: u32,
    /// Bytes of address space of a process that reads a foreign format (default 512 MiB).
    pub reader_memory: u64,
    /// Seconds of processor time that it has, beside one for each MiB of an `.xls` and five for
    /// each of a packed file (default 8).
    pub reader_seconds: u64,
    /// Bytes of rows that it may write to a temporary file (default 1 GiB).
    pub reader_output: u64,
}

/// Parts smaller than this may be packed as tightly as they like.
const RATIO_FROM: u64 = 64 << 20;
/// What a shared string takes beside its text: 24 bytes and an allocation, for one tag or four.
const KEPT_PER_TAG: u64 = 12;
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
            breaks: 500,
            factor: 1,
            reader_memory: 512 << 20,
            reader_seconds: 8,
            reader_output: 1 << 30,
        }
    }
}

impl Limits {
    /// The flag that raises them, as messages name it.
    pub const FLAG: &'static str = "--raise-limits";

    /// Every limit so many times as high, for a file that is trusted.
    #[must_use]
    pub fn raised(self, by: u32) -> Self {
        let (many, size) = (u64::from(by), by as usize);
        Self {
            workbook_bytes: self.workbook_bytes.saturating_mul(many),
            parts: self.parts.saturating_mul(size),
            kept_bytes: self.kept_bytes.saturating_mul(many),
            part_bytes: self.part_bytes.saturating_mul(many),
            total_bytes: self.total_bytes.saturating_mul(many),
            ratio: self.ratio.saturating_mul(many),
            merges: self.merges.saturating_mul(size),
            record_bytes: self.record_bytes.saturating_mul(size),
            breaks: self.breaks.saturating_mul(by),
            factor: self.factor.saturating_mul(by),
            reader_memory: self.reader_memory.saturating_mul(many),
            reader_seconds: self.reader_seconds.saturating_mul(many),
            reader_output: self.reader_output.saturating_mul(many),
        }
    }

    /// The flag as it must be given for `found` to pass, where `limit` is one of these. What is
    /// only known to be more than the limit passes by twice the limit, or not even then.
    pub(super) fn way_out(&self, found: u64, limit: u64) -> String {
        let factor = u64::from(self.factor);
        let needed = found.saturating_mul(factor).div_ceil(limit.max(1));
        format!("{} {}", Self::FLAG, needed.max(2 * factor))
    }

    /// What was found is over the limit; both are shown as `unit` says.
    fn exceeded(&self, what: &str, found: u64, limit: u64, unit: Unit) -> Complaint {
        let what = format!("{what} {}", unit.show(found)).trim().to_owned();
        let args = [what, unit.show(limit), self.way_out(found, limit)];
        Complaint::with(Code::WorkbookOversized, args)
    }

    /// A worksheet's row, that one or the next, has more bytes than the limit.
    pub(super) fn row_too_long(&self, row: u32) -> Complaint {
        let limit = self.record_bytes as u64;
        let what = both(&format!("第 {row} 行附近的一行"), &format!("a row near row {row}"));
        let args = [what, Unit::Bytes.show(limit).into(), self.way_out(limit + 1, limit).into()];
        Complaint::with(Code::WorkbookOversized, args)
    }

    /// More merged regions than the limit.
    pub(super) fn too_many_merges(&self) -> Complaint {
        let limit = self.merges as u64;
        self.exceeded("mergeCells", limit.saturating_add(1), limit, Unit::Count)
    }
}

/// What a limit counts.
#[derive(Clone, Copy)]
enum Unit {
    Bytes,
    Count,
    Ratio,
}

impl Unit {
    fn show(self, number: u64) -> String {
        match self {
            Self::Bytes if number < 10 << 20 => format!("{} KiB", number >> 10),
            Self::Bytes => format!("{} MiB", number >> 20),
            Self::Count => number.to_string(),
            Self::Ratio => format!("{number}:1"),
        }
    }
}

/// Refuse what would ask too much.
pub(super) fn inspect(archive: &mut Archive, limits: &Limits) -> Result<Strings, Complaint> {
    if archive.len() > limits.parts {
        let (found, limit) = (archive.len() as u64, limits.parts as u64);
        return Err(limits.exceeded("ZIP", found, limit, Unit::Count));
    }
    let workbook = main_part(archive).map(|(folder, name)| plain(&format!("{folder}{name}")));
    let workbook = workbook.unwrap_or_default();
    let mut total = 0u64;
    let mut strings = Strings::default();
    for index in 0..archive.len() {
        let name = declared_sizes(archive, index, limits, &mut total)?;
        let lower = plain(&name);
        if has_ending(&lower, &[".xml", ".rels"]) || lower == workbook {
            let streamed = is_streamed(&lower) && lower != workbook;
            let found = inspect_xml(archive, index, streamed, &name, limits)?;
            strings.lopsided |= found.lopsided;
            strings.struck |= found.struck;
        }
    }
    Ok(strings)
}

/// The name of a part as careful writers would write it.
fn plain(name: &str) -> String {
    name.to_ascii_lowercase().replace('\\', "/")
}

/// Worksheets, which no one keeps in memory. A workbook may be in a folder of that name, and then
/// its strings and styles are too, which are kept.
fn is_streamed(name: &str) -> bool {
    let kept = ["sharedstrings.xml", "styles.xml", "theme1.xml", ".rels"];
    name.contains("worksheets/") && !has_ending(name, &kept)
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending))
}

/// A workbook in an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Package {
    /// Office Open XML.
    Xlsx,
    /// Excel's binary parts.
    Xlsb,
    /// `OpenDocument`; whether it is a spreadsheet, its parser tells.
    Ods,
}

/// What kind of archive this is; what is no workbook is refused by its name.
pub(super) fn package(file: &mut File) -> Result<Package, Complaint> {
    let mut opened = file.try_clone().map_err(|_| damaged("zip"))?;
    opened.rewind().map_err(|_| damaged("zip"))?;
    let archive = contained(|| Archive::new(BufReader::new(opened)));
    tell_by_names(&mut archive?.map_err(|_| damaged("zip"))?)
}

fn tell_by_names(archive: &mut Archive) -> Result<Package, Complaint> {
    let names: Vec<String> =
        archive.file_names_raw().map(|name| plain(&String::from_utf8_lossy(name))).collect();
    let any = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    if any(&|name| name.ends_with("workbook.bin")) {
        return Ok(Package::Xlsb);
    }
    if any(&|name| name.ends_with("workbook.xml") || name.starts_with("xl/")) {
        return Ok(Package::Xlsx);
    }
    if any(&|name| name == "mimetype") && any(&|name| name == "content.xml") {
        return Ok(Package::Ods);
    }
    let other = if any(&|name| name.starts_with("word/")) {
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
        return Err(limits.exceeded(&name, size, limits.part_bytes, Unit::Bytes));
    }
    if size > RATIO_FROM && size / packed.max(1) > limits.ratio {
        return Err(limits.exceeded(&name, size / packed.max(1), limits.ratio, Unit::Ratio));
    }
    if *total > limits.total_bytes {
        return Err(limits.exceeded("", *total, limits.total_bytes, Unit::Bytes));
    }
    Ok(name)
}

/// Check what an XML part really holds; worksheets, which are streamed, at their beginning only.
fn inspect_xml(
    archive: &mut Archive,
    index: usize,
    streamed: bool,
    name: &str,
    limits: &Limits,
) -> Result<Strings, Complaint> {
    let unreadable = |_: io::Error| damaged(name);
    let part = archive.by_index(index).map_err(|_| damaged(name))?;
    let mut tags = Tags::new(BufReader::new(part));
    if tags.next().map_err(unreadable)?.is_some_and(|tag| tag.name() == b"!DOCTYPE") {
        return Err(Complaint::with(Code::WorkbookDoctype, [name]));
    }
    drop(tags);
    if streamed {
        return Ok(Strings::default());
    }
    let part = archive.by_index(index).map_err(|_| damaged(name))?;
    let declared = part.size();
    let is_strings = has_ending(&plain(name), &["sharedstrings.xml"]);
    let Weight { size, claimed, tags, strings } =
        weigh(part, limits.kept_bytes).map_err(unreadable)?;
    if size > limits.kept_bytes {
        let size = size.max(declared);
        return Err(limits.exceeded(name, size, limits.kept_bytes, Unit::Bytes));
    }
    if is_strings && claimed > size / SHORTEST_STRING + 16 {
        return Err(damaged("sharedStrings.xml uniqueCount"));
    }
    let kept = size.saturating_add(tags.saturating_mul(KEPT_PER_TAG));
    if is_strings && kept > limits.kept_bytes {
        return Err(limits.exceeded(name, kept, limits.kept_bytes, Unit::Bytes));
    }
    Ok(if is_strings { strings } else { Strings::default() })
}

/// What a part asks for.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
    /// Its bytes.
    size: u64,
    /// The largest number in any `uniqueCount`.
    claimed: u64,
    /// Its `<`.
    tags: u64,
    /// What it may hold.
    strings: Strings,
}

/// Bytes of a day in figures, with one before it.
const DAY: usize = 12;

/// Unpack a part up to `limit`. Looked at byte by byte, so that no trick of XML hides a claim.
fn weigh(part: impl Read, limit: u64) -> io::Result<Weight> {
    const CLAIM: &[u8] = b"uniqueCount";
    let mut part = part.take(limit.saturating_add(1));
    let mut buffer = vec![0u8; 64 * 1024];
    let (mut size, mut most, mut tags) = (0u64, 0u64, 0u64);
    let (mut matched, mut number) = (0usize, 0u64);
    let (mut strings, mut kept) = (Strings::default(), 0usize);
    let strike = memchr::memmem::Finder::new(b"strike");
    loop {
        let read = match part.read(&mut buffer[kept..]) {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        if read == 0 {
            return Ok(Weight { size, claimed: most.max(number), tags, strings });
        }
        size += read as u64;
        let (end, begin) = (kept + read, kept);
        strings.lopsided = strings.lopsided || holds_lopsided(&buffer[..end]);
        strings.struck = strings.struck || strike.find(&buffer[..end]).is_some();
        tags += memchr::memchr_iter(b'<', &buffer[begin..end]).count() as u64;
        for byte in &buffer[begin..end] {
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
        // What was looked for may go on in what comes next.
        kept = end.min(DAY);
        buffer.copy_within(end - kept..end, 0);
    }
}

/// Whether an OLE compound file holds an encrypted workbook, of today's format or of the old one.
///
/// calamine tells the old one too, but for XOR obfuscation, which it reads as garbage: its record
/// is looked for here. A stream begins at a multiple of 512 bytes.
pub(super) fn is_encrypted(file: &mut File) -> io::Result<bool> {
    let needle: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    file.rewind()?;
    let mut file = file.take(1 << 30);
    let mut window = Vec::with_capacity(2 << 20);
    loop {
        let read = (&mut file).take(1 << 20).read_to_end(&mut window)?;
        let packaged = window.windows(needle.len()).any(|bytes| bytes == needle);
        if packaged || window.chunks(SECTOR).any(has_file_pass) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        // What is left goes on to begin at a sector.
        window.drain(..window.len().saturating_sub(SECTOR) / SECTOR * SECTOR);
    }
}

/// Bytes of the smallest unit of a compound file.
const SECTOR: usize = 512;
const BOF: u16 = 0x0809;
const FILE_PASS: u16 = 0x002F;
const WRITE_PROTECT: u16 = 0x0086;

/// Whether a workbook's stream begins here and says that it is encrypted: after BOF there may be
/// `WriteProtect`, then `FilePass` (MS-XLS 2.1.7.20.3).
fn has_file_pass(sector: &[u8]) -> bool {
    let mut rest = sector;
    let mut record = || {
        let (head, after) = rest.split_first_chunk::<4>()?;
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        rest = after.get(length..)?;
        Some(u16::from_le_bytes([head[0], head[1]]))
    };
    let first = [record(), record()];
    first == [Some(BOF), Some(FILE_PASS)]
        || first == [Some(BOF), Some(WRITE_PROTECT)] && record() == Some(FILE_PASS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_out_is_the_factor_that_lets_the_file_pass() {
        let limits = Limits::default();
        let args = |limits: &Limits, found: u64| {
            limits.exceeded("x.xml", found, limits.kept_bytes, Unit::Bytes).args
        };
        assert_eq!(args(&limits, 1600 << 20), ["x.xml 1600 MiB", "512 MiB", "--raise-limits 4"]);
        assert_eq!(limits.way_out(limits.kept_bytes + 1, limits.kept_bytes), "--raise-limits 2");
        let raised = limits.raised(4);
        assert!(raised.kept_bytes >= 1600 << 20);
        assert_eq!(args(&raised, 9 << 30)[1..], ["2048 MiB", "--raise-limits 18"]);
        assert_eq!(
            raised.way_out(raised.parts as u64 + 1, raised.parts as u64),
            "--raise-limits 8"
        );
        assert_eq!(Limits::default().raised(u32::MAX).raised(u32::MAX).part_bytes, u64::MAX);
    }

    #[test]
    fn an_encrypted_old_workbook_says_so_in_its_first_records() {
        let record = |kind: u16, length: u16| {
            [&kind.to_le_bytes()[..], &length.to_le_bytes(), &vec![0; usize::from(length)]].concat()
        };
        let sector = |records: &[(u16, u16)]| {
            let mut bytes: Vec<u8> = records.iter().flat_map(|(k, n)| record(*k, *n)).collect();
            bytes.resize(SECTOR, 0);
            bytes
        };
        assert!(has_file_pass(&sector(&[(BOF, 16), (FILE_PASS, 6)])));
        assert!(has_file_pass(&sector(&[(BOF, 8), (WRITE_PROTECT, 0), (FILE_PASS, 54)])));
        assert!(!has_file_pass(&sector(&[(BOF, 16), (0x00E1, 2), (FILE_PASS, 6)])));
        assert!(!has_file_pass(&sector(&[(0x0042, 2), (FILE_PASS, 6)])));
        assert!(!has_file_pass(&[9, 8, 0xFF, 0xFF, 1]));
        let mut file = tempfile::tempfile().unwrap();
        let mut bytes = vec![0; 3 << 20];
        let at = (1 << 20) + 7 * SECTOR;
        bytes[at..at + SECTOR].copy_from_slice(&sector(&[(BOF, 16), (FILE_PASS, 6)]));
        io::Write::write_all(&mut file, &bytes).unwrap();
        assert!(is_encrypted(&mut file).unwrap());
    }

    #[test]
    fn a_claim_is_found_however_it_is_written() {
        for xml in [
            "<sst count=\"1\" uniqueCount=\"1000000000000\">",
            "<sst uuniqueCount = '1000000000000'>",
            "<!--> <sst uniqueCount='3' uniqueCount  =\n \"+01000000000000\"",
        ] {
            assert_eq!(weigh(xml.as_bytes(), 1 << 20).unwrap().claimed, 1_000_000_000_000, "{xml}");
        }
        assert_eq!(
            weigh(&b"<sst uniqueCount=\"7\"><si/> 12"[..], 1 << 20).unwrap(),
            Weight { size: 29, claimed: 7, tags: 2, strings: Strings::default() }
        );
        assert_eq!(weigh(&b"123456"[..], 3).unwrap().size, 4);
    }
}
