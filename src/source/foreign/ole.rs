//! What an `.xls` says beside its cells: hidden rows and columns, filters. calamine does not tell,
//! so the workbook's stream is walked here, through the compound file that holds it (MS-CFB).
//!
//! Must not know: values.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::sheet::Outline;

/// The outlines of all sheets, merged cells aside, in the order in which the workbook lists them.
pub(super) fn outlines(path: &Path) -> io::Result<Vec<Outline>> {
    let mut compound = Compound::open(File::open(path)?)?;
    let stream = compound.workbook()?;
    let sheets = Records(&stream).take_while(|(kind, _)| *kind != EOF);
    let starts = sheets.filter(|(kind, _)| *kind == BOUND_SHEET).map(|(_, data)| long(data, 0));
    starts.map(|start| Ok(outline(stream.get(start? as usize..).unwrap_or_default()))).collect()
}

const EOF: u16 = 0x000A;
const BOF: u16 = 0x0809;
const BOUND_SHEET: u16 = 0x0085;
const COLUMN_INFO: u16 = 0x007D;
const FILTER_MODE: u16 = 0x009B;
const ROW: u16 = 0x0208;
/// `fHidden` of `ColInfo`, `fDyZero` of `Row`.
const COLUMN_HIDDEN: u8 = 0x01;
const ROW_HIDDEN: u8 = 0x20;

/// What the records of a sheet say; those of charts within it are left out.
fn outline(sheet: &[u8]) -> Outline {
    let mut outline = Outline::default();
    let mut depth = 0u32;
    for (kind, data) in Records(sheet) {
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth > 1 => {}
            FILTER_MODE => outline.filtered = true,
            ROW if data.get(12).is_some_and(|flags| flags & ROW_HIDDEN != 0) => {
                let row = u32::from(short(data, 0).unwrap_or(0)) + 1;
                outline.hidden_rows.add(row..=row);
            }
            COLUMN_INFO if data.get(8).is_some_and(|flags| flags & COLUMN_HIDDEN != 0) => {
                if let (Ok(first), Ok(last)) = (short(data, 0), short(data, 2)) {
                    // The last of 256 columns can be said to be the one behind it.
                    outline.hidden_columns.add(first.into()..=last.min(255).into());
                }
            }
            _ => {}
        }
    }
    outline
}

/// The records of a stream: a type, a length, bytes. What is cut off is left out.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (short(self.0, 0).ok()?, short(self.0, 2).ok()?);
        let (data, rest) = self.0.get(4..)?.split_at_checked(length.into())?;
        self.0 = rest;
        Some((kind, data))
    }
}

fn short(bytes: &[u8], at: usize) -> io::Result<u16> {
    let bytes = bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or_else(broken)?;
    Ok(u16::from_le_bytes(*bytes))
}

fn long(bytes: &[u8], at: usize) -> io::Result<u32> {
    let bytes = bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or_else(broken)?;
    Ok(u32::from_le_bytes(*bytes))
}

fn broken() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

/// Numbers from here on name no sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
/// Streams shorter than this are in the stream of small ones.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// A compound file.
struct Compound {
    file: File,
    header: [u8; 512],
    sector: usize,
    /// For each sector the one that follows it in its chain.
    table: Vec<u32>,
}

impl Compound {
    fn open(mut file: File) -> io::Result<Self> {
        let mut header = [0u8; 512];
        file.read_exact(&mut header)?;
        let sector = match short(&header, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(broken()),
        };
        let mut compound = Self { file, header, sector, table: Vec::new() };
        compound.table = compound.read_table()?;
        Ok(compound)
    }

    /// The table's own sectors: 109 are named in the header, more in a chain of sectors that end with
    /// the number of the next.
    fn read_table(&mut self) -> io::Result<Vec<u32>> {
        let mut parts: Vec<u32> = numbers(&self.header[76..]);
        let mut next = long(&self.header, 68)?;
        let most = self.file.metadata()?.len() / self.sector as u64;
        while next < NO_SECTOR && (parts.len() as u64) <= most.saturating_add(109) {
            let mut more = numbers(&self.read_sector(next)?);
            next = more.pop().ok_or_else(broken)?;
            parts.extend(more);
        }
        let mut table = Vec::new();
        for part in parts.into_iter().filter(|part| *part < NO_SECTOR) {
            table.extend(numbers(&self.read_sector(part)?));
        }
        Ok(table)
    }

    /// A sector; what is behind the file's end is left out.
    fn read_sector(&mut self, sector: u32) -> io::Result<Vec<u8>> {
        let at = (u64::from(sector) + 1) * self.sector as u64;
        self.file.seek(SeekFrom::Start(at))?;
        let mut bytes = Vec::with_capacity(self.sector);
        (&mut self.file).take(self.sector as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The bytes of a chain, at most so many.
    fn chain(&mut self, start: u32, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let (mut sector, mut left) = (start, self.table.len());
        while sector < NO_SECTOR && bytes.len() < length {
            left = left.checked_sub(1).ok_or_else(broken)?;
            bytes.extend(self.read_sector(sector)?);
            sector = self.table.get(sector as usize).copied().unwrap_or(NO_SECTOR);
        }
        bytes.truncate(length);
        Ok(bytes)
    }

    /// The workbook's stream; that of Excel 97 before that of Excel 5.
    fn workbook(&mut self) -> io::Result<Vec<u8>> {
        let folder = self.chain(long(&self.header, 48)?, usize::MAX)?;
        let entries = || folder.chunks_exact(128);
        let named = |name: &str| entries().find(|entry| is_called(entry, name));
        let entry = named("workbook").or_else(|| named("book")).ok_or_else(broken)?;
        let (start, length) = (long(entry, 116)?, long(entry, 120)? as usize);
        if length >= SMALL {
            return self.chain(start, length);
        }
        let root = entries().next().ok_or_else(broken)?;
        let small = self.chain(long(root, 116)?, long(root, 120)? as usize)?;
        let table = numbers(&self.chain(long(&self.header, 60)?, usize::MAX)?);
        let mut bytes = Vec::new();
        let mut sector = start;
        while sector < NO_SECTOR && bytes.len() < length {
            let at = (sector as usize).saturating_mul(SMALL_SECTOR);
            let part = small.get(at..at.saturating_add(SMALL_SECTOR).min(small.len()));
            bytes.extend_from_slice(part.filter(|part| !part.is_empty()).ok_or_else(broken)?);
            sector = table.get(sector as usize).copied().unwrap_or(NO_SECTOR);
        }
        bytes.truncate(length);
        Ok(bytes)
    }
}

/// Whether a folder's entry has that name, which is in lower case.
fn is_called(entry: &[u8], name: &str) -> bool {
    let units = entry[..64].as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    String::from_utf16(&units).is_ok_and(|found| found.eq_ignore_ascii_case(name))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
}
