//! Numbers and characters in the records of binary workbooks, the lower byte first.
//!
//! Must not know: records.

use std::io;

/// Two bytes of `bytes`, from `at` on.
pub(super) fn short(bytes: &[u8], at: usize) -> io::Result<u16> {
    let bytes = bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or_else(broken)?;
    Ok(u16::from_le_bytes(*bytes))
}

/// Four bytes of `bytes`, from `at` on.
pub(super) fn long(bytes: &[u8], at: usize) -> io::Result<u32> {
    let bytes = bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or_else(broken)?;
    Ok(u32::from_le_bytes(*bytes))
}

/// The bytes are cut off, or are not what they should be.
pub(super) fn broken() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

/// UTF-16 as text, up to a NUL.
pub(super) fn wide(bytes: &[u8]) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    String::from_utf16_lossy(&units)
}

/// A text of so many units of UTF-16 as its four bytes at `at` say, and where what follows it begins. None
/// where the bytes are cut off, or where there is no text.
pub(super) fn counted(bytes: &[u8], at: usize) -> Option<(String, usize)> {
    let units = long(bytes, at).ok().filter(|units| *units != u32::MAX)? as usize;
    let (from, to) = (at + 4, (at + 4).checked_add(units.checked_mul(2)?)?);
    Some((wide(bytes.get(from..to)?), to))
}
