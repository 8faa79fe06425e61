//! The stream of a workbook in a compound file (MS-CFB), which holds an `.xls`.
//!
//! Must not know: what the stream holds.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use super::bytes::{broken, long, short};

/// The stream of the workbook at `path`; that of Excel 97 before that of Excel 5.
///
/// # Errors
/// The file cannot be read, or is no compound file with such a stream.
pub(super) fn workbook(path: &Path) -> io::Result<Vec<u8>> {
    Compound::open(File::open(path)?)?.workbook()
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

    /// The workbook's stream.
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
