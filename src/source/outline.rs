//! What a worksheet part says beside its cells: hidden rows and columns, merged cells, filters.
//! The parser of cells does not tell.
//!
//! A part of 100,000 rows has ten million tags, of which this wants one in a hundred. So between
//! `<sheetData>` and its end only the bytes `<row` are looked for; everything else, and all that
//! follows a comment or CDATA within the data, is walked tag by tag.
//!
//! Must not know: values, the parser of cells, archives.

use std::io::{self, BufRead, Read};

use memchr::memmem::Finder;

use super::links::Named;
use super::lookout::Lookout;
use super::tags::{MAX_TAG, TOO_LONG, Tag, Tags};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{Merge, Outline};

/// Bytes asked for at once.
const PIECE: usize = 256 * 1024;

/// Why a part has no outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It cannot be unpacked, or is no XML.
    Damaged,
    /// More merged cells than the limit.
    TooManyMerges,
    /// A row of more bytes than the limit. The parser of cells, which knows no limit, must not be
    /// given it.
    RowTooLong {
        /// The last row that began, 0 before the first.
        row: u32,
    },
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        if error.kind() == TOO_LONG { Self::RowTooLong { row: 0 } } else { Self::Damaged }
    }
}

/// What a part may ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Merged regions.
    pub(super) merges: usize,
    /// Bytes of a row, and of what is between two tags elsewhere.
    pub(super) row_bytes: usize,
}

/// What a scan finds.
#[derive(Clone, Debug, Default)]
pub(super) struct Scanned {
    /// What the sheet says beside its cells.
    pub(super) outline: Outline,
    /// Its links.
    pub(super) links: Vec<Named>,
    /// Its cells hold what their parser does not tell.
    pub(super) closely: bool,
    /// A text in its data is a day in figures, one of which can be no month.
    pub(super) lopsided: bool,
}

/// Scan a worksheet part. Memory grows with its merged regions and links alone.
pub(super) fn scan(part: impl Read, bounds: Bounds) -> Result<Scanned, Unread> {
    let mut tags = Tags::new(Window::new(part, bounds.row_bytes));
    let mut scan =
        Scan { scanned: Scanned::default(), row: 0, within: Within::Part, merges: bounds.merges };
    match scan.part(&mut tags) {
        Err(Unread::RowTooLong { .. }) => Err(Unread::RowTooLong { row: scan.row }),
        Err(unread) => Err(unread),
        Ok(()) => Ok(scan.scanned),
    }
}

/// Which element the place reached is in.
#[derive(Clone, Copy, Debug)]
enum Within {
    Part,
    Columns,
    Data,
    Filter,
    Merges,
    /// A person's saved views have filters and hidden rows of their own.
    Views,
}

struct Scan {
    scanned: Scanned,
    /// The last row.
    row: u32,
    within: Within,
    merges: usize,
}

impl Scan {
    fn part<R: Read>(&mut self, tags: &mut Tags<Window<R>>) -> Result<(), Unread> {
        let mut root: Option<Vec<u8>> = None;
        let mut closed = false;
        loop {
            let Some(tag) = tags.next()? else {
                // What follows a cut in the data is told by the reader of rows.
                let whole = closed || root.is_none() || matches!(self.within, Within::Data);
                return if whole { Ok(()) } else { Err(Unread::Damaged) };
            };
            let root = root.get_or_insert_with(|| tag.name().to_vec());
            closed = tag.name() == root.as_slice() && (tag.is_end() || tag.is_empty());
            self.tag(tag)?;
            if !matches!(self.within, Within::Data) || tag.name() == b"row" {
                tags.source().begin();
            } else if tag.name() == b"sheetData" {
                let (needles, mut lookout) = (Needles::of(tag), Lookout::new(tag.prefix()));
                (lookout.closely, lookout.lopsided) = (self.scanned.closely, self.scanned.lopsided);
                self.rows(tags.source(), &needles, &mut lookout)?;
                (self.scanned.closely, self.scanned.lopsided) = (lookout.closely, lookout.lopsided);
            }
        }
    }

    fn tag(&mut self, tag: Tag<'_>) -> Result<(), Unread> {
        let opened = match (self.within, tag.name()) {
            (Within::Part, b"cols") => Within::Columns,
            (Within::Part, b"sheetData") => Within::Data,
            (Within::Part, b"autoFilter") => Within::Filter,
            (Within::Part, b"mergeCells") => Within::Merges,
            (Within::Part, b"customSheetViews") => Within::Views,
            (Within::Columns, b"cols")
            | (Within::Data, b"sheetData")
            | (Within::Filter, b"autoFilter")
            | (Within::Merges, b"mergeCells")
            | (Within::Views, b"customSheetViews") => {
                if tag.is_end() {
                    self.within = Within::Part;
                }
                return Ok(());
            }
            _ => return self.inner(tag),
        };
        if !tag.is_end() && !tag.is_empty() {
            self.within = opened;
        }
        Ok(())
    }

    /// A tag within an element that matters.
    fn inner(&mut self, tag: Tag<'_>) -> Result<(), Unread> {
        if tag.is_end() {
            return Ok(());
        }
        match (self.within, tag.name()) {
            (Within::Columns, b"col") => self.columns(tag),
            (Within::Data, b"row") => self.row(tag),
            // A filter's button without a condition is `<filterColumn hiddenButton="1"/>`.
            (
                Within::Filter,
                b"filters" | b"customFilters" | b"dynamicFilter" | b"top10" | b"colorFilter"
                | b"iconFilter",
            ) => self.scanned.outline.filtered = true,
            (Within::Part, b"hyperlink") => {
                if let Some(link) = Named::of(tag) {
                    link.keep(&mut self.scanned.links);
                }
            }
            (Within::Merges, b"mergeCell") => {
                let text = tag.attribute(b"ref").and_then(|bytes| std::str::from_utf8(bytes).ok());
                let Some(merge) = text.and_then(|text| text.parse::<Merge>().ok()) else {
                    return Ok(());
                };
                if self.scanned.outline.merges.len() == self.merges {
                    return Err(Unread::TooManyMerges);
                }
                self.scanned.outline.merges.push(merge);
            }
            _ => {}
        }
        Ok(())
    }

    fn columns(&mut self, tag: Tag<'_>) {
        let first = tag.attribute(b"min").and_then(number);
        let last = tag.attribute(b"max").and_then(number).or(first);
        let hidden = is_true(tag.attribute(b"hidden")) || is_zero(tag.attribute(b"width"));
        if let (Some(first @ 1..=MAX_COLUMNS), Some(last), true) = (first, last, hidden) {
            self.scanned.outline.hidden_columns.add(first - 1..=last.min(MAX_COLUMNS) - 1);
        }
    }

    /// A row without a number follows the one before. Rows that do not rise are told by the reader
    /// of rows; those that are not written hold nothing, hidden (`zeroHeight`) or not.
    fn row(&mut self, tag: Tag<'_>) {
        let row = tag.attribute(b"r").and_then(number).unwrap_or(self.row.saturating_add(1));
        if row <= self.row || row > MAX_ROW {
            return;
        }
        self.row = row;
        if is_true(tag.attribute(b"hidden")) || is_zero(tag.attribute(b"ht")) {
            self.scanned.outline.hidden_rows.add(row..=row);
        }
    }

    /// The rows up to the end of `sheetData`, or to what bytes alone do not tell.
    fn rows<R: Read>(
        &mut self,
        window: &mut Window<R>,
        needles: &Needles,
        lookout: &mut Lookout,
    ) -> Result<(), Unread> {
        loop {
            let bytes = window.ahead();
            let stops = [&needles.end, &needles.comment, &needles.instruction];
            let stop = stops.iter().filter_map(|stop| stop.find(bytes)).min();
            let known = &bytes[..stop.unwrap_or(bytes.len())];
            lookout.see(known);
            let (mut at, mut whole, mut begun) = (0, true, None);
            while let Some(found) = needles.row.find(&known[at..]) {
                let name = at + found + 1;
                match tag_end(&known[name..]) {
                    Some(end) => {
                        let tag = Tag::of(&known[name..name + end]);
                        if tag.name() == b"row" {
                            self.row(tag);
                            begun = Some(name);
                        }
                        at = name + end;
                    }
                    None if known.len() - name > MAX_TAG => {
                        return Err(Unread::RowTooLong { row: self.row });
                    }
                    None => {
                        (at, whole) = (name - 1, false);
                        break;
                    }
                }
            }
            let length = bytes.len();
            // What follows a comment is not looked over.
            let ends = |stop: usize| bytes[stop..].starts_with(needles.end.needle());
            lookout.closely |= stop.is_some_and(|stop| !ends(stop));
            if let Some(begun) = begun {
                window.begin_at(begun);
            }
            if let Some(stop) = stop {
                window.consume(stop);
                return Ok(());
            }
            if whole {
                let longest = needles.longest.max(lookout.longest());
                at = at.max(length.saturating_sub(longest));
            }
            window.consume(at);
            if !window.more()? {
                return Ok(());
            }
        }
    }
}

/// What is looked for in the data, with the prefix that the part writes before its names.
struct Needles {
    row: Finder<'static>,
    end: Finder<'static>,
    comment: Finder<'static>,
    instruction: Finder<'static>,
    longest: usize,
}

impl Needles {
    fn of(sheet_data: Tag<'_>) -> Self {
        let prefix = sheet_data.prefix();
        let finder = |parts: [&[u8]; 3]| Finder::new(&parts.concat()).into_owned();
        let end = finder([b"</", prefix, b"sheetData"]);
        Self {
            row: finder([b"<", prefix, b"row"]),
            longest: end.needle().len(),
            end,
            comment: finder([b"<!", b"", b""]),
            instruction: finder([b"<?", b"", b""]),
        }
    }
}

/// Where the tag's `>` is, not one within an attribute.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut open = None;
    for (at, byte) in bytes.iter().enumerate().take(MAX_TAG + 1) {
        match (open, *byte) {
            (None, b'>') => return Some(at),
            (None, quote @ (b'"' | b'\'')) => open = Some(quote),
            (Some(quote), byte) if quote == byte => open = None,
            _ => {}
        }
    }
    None
}

fn number(bytes: &[u8]) -> Option<u32> {
    std::str::from_utf8(bytes).ok()?.trim().parse().ok()
}

fn is_true(value: Option<&[u8]>) -> bool {
    value.is_some_and(|value| matches!(value.trim_ascii(), b"1" | b"true" | b"on"))
}

/// A height or width of nothing.
fn is_zero(value: Option<&[u8]>) -> bool {
    let text = value.and_then(|value| std::str::from_utf8(value).ok());
    text.and_then(|text| text.trim().parse::<f64>().ok()).is_some_and(|number| number <= 0.0)
}

/// A buffer that can be looked at before it is consumed, and made longer; refuses to go on where a
/// row does not end.
struct Window<R> {
    source: R,
    buffer: Vec<u8>,
    at: usize,
    /// Bytes that were read since the row, or the tag, began.
    since: usize,
    limit: usize,
}

impl<R: Read> Window<R> {
    fn new(source: R, limit: usize) -> Self {
        Self { source, buffer: Vec::new(), at: 0, since: 0, limit }
    }

    fn ahead(&self) -> &[u8] {
        &self.buffer[self.at..]
    }

    /// A row, or what is none, begins here.
    fn begin(&mut self) {
        self.begin_at(0);
    }

    /// A row begins so many bytes ahead.
    fn begin_at(&mut self, ahead: usize) {
        self.since = self.ahead().len().saturating_sub(ahead);
    }

    /// Append what comes next; false at the end.
    fn more(&mut self) -> io::Result<bool> {
        if self.since > self.limit {
            return Err(TOO_LONG.into());
        }
        self.buffer.drain(..self.at);
        self.at = 0;
        let read = (&mut self.source).take(PIECE as u64).read_to_end(&mut self.buffer)?;
        self.since = self.since.saturating_add(read);
        Ok(read > 0)
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(out)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Window<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at == self.buffer.len() {
            self.more()?;
        }
        Ok(self.ahead())
    }

    fn consume(&mut self, count: usize) {
        self.at = (self.at + count).min(self.buffer.len());
    }
}

#[cfg(test)]
mod tests;
