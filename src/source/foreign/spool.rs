//! What the reading process writes and its caller reads: a version, then frames, each a tag, its
//! length and its bytes. All sheets come first, then for each sheet its rows, or why there are no more
//! of them, and its outline; a frame of its own says that all is told.
//!
//! Must not know: processes, parsers.

use std::io::{self, BufReader, Read, Seek, Write};
use std::sync::Arc;

use jiff::civil::{Date, Time};

use super::super::about::SheetInfo;
use crate::problem::Complaint;
use crate::sheet::{CellRef, Epoch, Merge, Moment, Outline, RawCell, RawRow, Spans};

/// The stream's first bytes; the last one is its version.
const MAGIC: &[u8; 8] = b"muster\0\x01";
/// Bytes of a row at most, as of a CSV record.
const MAX_FRAME: usize = 16 << 20;

const SHEET: u8 = b's';
const BEGIN: u8 = b'b';
const MERGE: u8 = b'm';
const HIDDEN_ROWS: u8 = b'h';
const HIDDEN_COLUMNS: u8 = b'c';
const FILTERED: u8 = b'f';
const FROM_1904: u8 = b'4';
const ROW: u8 = b'r';
const REFUSED: u8 = b'x';
const END: u8 = b'e';

const TEXT: u8 = 1;
const NUMBER: u8 = 2;
const BOOL: u8 = 3;
const MOMENT: u8 = 4;
const FAULT: u8 = 5;

/// Writes the stream.
pub(super) struct Spooler<W> {
    out: W,
    frame: Vec<u8>,
}

impl<W: Write> Spooler<W> {
    /// Begin a stream.
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(MAGIC)?;
        Ok(Self { out, frame: Vec::new() })
    }

    /// There is this sheet.
    pub(super) fn sheet(&mut self, name: &str, hidden: bool) -> io::Result<()> {
        self.frame.clear();
        self.frame.push(u8::from(hidden));
        self.frame.extend_from_slice(name.as_bytes());
        self.write(SHEET)
    }

    /// What follows is of the next sheet.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        self.frame.clear();
        self.write(BEGIN)
    }

    /// What the sheet says beside its cells; after its rows.
    pub(super) fn outline(&mut self, outline: &Outline) -> io::Result<()> {
        for Merge { first, last } in &outline.merges {
            self.numbers(MERGE, &[first.row, first.column, last.row, last.column])?;
        }
        for (tag, spans) in
            [(HIDDEN_ROWS, &outline.hidden_rows), (HIDDEN_COLUMNS, &outline.hidden_columns)]
        {
            for span in spans.iter() {
                self.numbers(tag, &[*span.start(), *span.end()])?;
            }
        }
        if outline.filtered {
            self.numbers(FILTERED, &[])?;
        }
        match outline.epoch {
            Epoch::Y1900 => Ok(()),
            Epoch::Y1904 => self.numbers(FROM_1904, &[]),
        }
    }

    fn numbers(&mut self, tag: u8, numbers: &[u32]) -> io::Result<()> {
        self.frame.clear();
        for number in numbers {
            self.frame.extend_from_slice(&number.to_le_bytes());
        }
        self.write(tag)
    }

    /// A row of the sheet; false, and nothing written, if it is larger than a row can be. A row
    /// without content is left out.
    pub(super) fn row(&mut self, row: &RawRow) -> io::Result<bool> {
        self.frame.clear();
        self.frame.extend_from_slice(&row.number().to_le_bytes());
        for (column, cell) in row.cells().enumerate() {
            // Columns end at 16,384.
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            pack(&mut self.frame, column, cell);
            if self.frame.len() > MAX_FRAME {
                return Ok(false);
            }
        }
        if self.frame.len() > 4 {
            self.write(ROW)?;
        }
        Ok(true)
    }

    /// There is no more of the sheet, or of the workbook if no sheet has begun, for this reason.
    pub(super) fn refuse(&mut self, complaint: &Complaint) -> io::Result<()> {
        self.frame.clear();
        serde_json::to_writer(&mut self.frame, complaint)?;
        self.write(REFUSED)
    }

    /// All is told.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.frame.clear();
        self.write(END)?;
        self.out.flush()
    }

    fn write(&mut self, tag: u8) -> io::Result<()> {
        let length = u32::try_from(self.frame.len()).map_err(io::Error::other)?;
        self.out.write_all(&[tag])?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(&self.frame)
    }
}

fn pack(frame: &mut Vec<u8>, column: u16, cell: RawCell<'_>) {
    let mut begin = |kind: u8, bytes: &[u8]| {
        frame.extend_from_slice(&column.to_le_bytes());
        frame.push(kind);
        frame.extend_from_slice(bytes);
    };
    let counted = |text: &str| {
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        [&length.to_le_bytes(), text.as_bytes()].concat()
    };
    match cell {
        RawCell::Empty => {}
        RawCell::Text(text) => begin(TEXT, &counted(text)),
        RawCell::Fault(name) => begin(FAULT, &counted(name)),
        RawCell::Number(number) => begin(NUMBER, &number.to_le_bytes()),
        RawCell::Bool(truth) => begin(BOOL, &[u8::from(truth)]),
        RawCell::Moment(Moment { date, time }) => {
            let mut bytes = [0u8; 11];
            bytes[..2].copy_from_slice(&date.year().to_le_bytes());
            bytes[2..4]
                .copy_from_slice(&[date.month().cast_unsigned(), date.day().cast_unsigned()]);
            bytes[4..7].copy_from_slice(&[
                time.hour().cast_unsigned(),
                time.minute().cast_unsigned(),
                time.second().cast_unsigned(),
            ]);
            bytes[7..].copy_from_slice(&time.subsec_nanosecond().to_le_bytes());
            begin(MOMENT, &bytes);
        }
    }
}

/// The stream is not what it should be.
#[derive(Debug)]
pub(super) enum Broken {
    /// It is no stream of this version.
    NotOurs,
    /// It ends too early, or makes no sense.
    Cut,
    /// The system does not give it.
    Io(io::Error),
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::UnexpectedEof { Self::Cut } else { Self::Io(error) }
    }
}

/// A sheet in the stream.
#[derive(Debug)]
pub(super) struct Listed {
    /// Its name and whether it is hidden.
    pub(super) info: SheetInfo,
    /// What it says beside its cells.
    pub(super) outline: Outline,
    /// Where its first row begins.
    pub(super) rows: u64,
}

/// What is where in the stream.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The sheets.
    pub(super) sheets: Vec<Listed>,
    /// Why the workbook could not be read at all.
    pub(super) refused: Option<Complaint>,
}

/// Walk over a whole stream, which may hold so many merged cells.
pub(super) fn index(stream: &mut (impl Read + Seek), merges: usize) -> Result<Index, Broken> {
    stream.rewind()?;
    let mut stream = BufReader::with_capacity(64 * 1024, stream);
    let mut magic = [0u8; MAGIC.len()];
    stream.read_exact(&mut magic).map_err(|_| Broken::NotOurs)?;
    if magic != *MAGIC {
        return Err(Broken::NotOurs);
    }
    let mut index = Index::default();
    let (mut position, mut begun) = (MAGIC.len() as u64, 0usize);
    let mut frame = Vec::new();
    loop {
        let (tag, length) = head(&mut stream)?;
        position += 5;
        if tag == ROW {
            stream.seek_relative(i64::from(length))?;
        } else {
            body(&mut stream, length, &mut frame)?;
        }
        position += u64::from(length);
        match tag {
            SHEET => {
                let (hidden, name) = frame.split_first().ok_or(Broken::Cut)?;
                let name = Some(Arc::from(std::str::from_utf8(name).map_err(|_| Broken::Cut)?));
                let info = SheetInfo { name, hidden: *hidden != 0 };
                index.sheets.push(Listed { info, outline: Outline::default(), rows: 0 });
            }
            BEGIN => {
                index.sheets.get_mut(begun).ok_or(Broken::Cut)?.rows = position;
                begun += 1;
            }
            MERGE | HIDDEN_ROWS | HIDDEN_COLUMNS | FILTERED | FROM_1904 => {
                let sheet = begun.checked_sub(1).and_then(|at| index.sheets.get_mut(at));
                let outline = &mut sheet.ok_or(Broken::Cut)?.outline;
                note(outline, tag, &frame).ok_or(Broken::Cut)?;
                if outline.merges.len() > merges {
                    return Err(Broken::Cut);
                }
            }
            REFUSED if begun == 0 => index.refused = Some(complaint(&frame)?),
            ROW | REFUSED if begun > 0 => {}
            END if begun == index.sheets.len() || index.refused.is_some() => return Ok(index),
            _ => return Err(Broken::Cut),
        }
    }
}

/// What comes next of a sheet.
#[derive(Debug, PartialEq)]
pub(super) enum Step {
    /// A row.
    Row,
    /// Nothing.
    End,
    /// Nothing, for this reason.
    Refused(Complaint),
}

/// Fill `row` from the stream, which stands in a sheet; `frame` is a buffer.
pub(super) fn step(
    stream: &mut impl Read,
    frame: &mut Vec<u8>,
    row: &mut RawRow,
) -> Result<Step, Broken> {
    let (tag, length) = head(stream)?;
    match tag {
        ROW => {
            body(stream, length, frame)?;
            unpack(frame, row).ok_or(Broken::Cut)?;
            Ok(Step::Row)
        }
        REFUSED => {
            body(stream, length, frame)?;
            Ok(Step::Refused(complaint(frame)?))
        }
        BEGIN | END | MERGE | HIDDEN_ROWS | HIDDEN_COLUMNS | FILTERED | FROM_1904 => Ok(Step::End),
        _ => Err(Broken::Cut),
    }
}

fn head(stream: &mut impl Read) -> Result<(u8, u32), Broken> {
    let mut head = [0u8; 5];
    stream.read_exact(&mut head)?;
    let [tag, length @ ..] = head;
    let length = u32::from_le_bytes(length);
    // A row's last cell can stand above the limit for a row's bytes.
    if length as usize > 2 * MAX_FRAME { Err(Broken::Cut) } else { Ok((tag, length)) }
}

fn body(stream: &mut impl Read, length: u32, frame: &mut Vec<u8>) -> Result<(), Broken> {
    frame.clear();
    frame.resize(length as usize, 0);
    Ok(stream.read_exact(frame)?)
}

fn complaint(frame: &[u8]) -> Result<Complaint, Broken> {
    serde_json::from_slice(frame).map_err(|_| Broken::Cut)
}

/// Add a frame to an outline.
fn note(outline: &mut Outline, tag: u8, frame: &[u8]) -> Option<()> {
    let numbers = frame.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes));
    let span = |spans: &mut Spans, numbers: &[u32]| {
        let [first, last] = *numbers else { return None };
        spans.add(first..=last);
        Some(())
    };
    let numbers: Vec<u32> = numbers.collect();
    match tag {
        HIDDEN_ROWS => span(&mut outline.hidden_rows, &numbers),
        HIDDEN_COLUMNS => span(&mut outline.hidden_columns, &numbers),
        FILTERED => {
            outline.filtered = true;
            Some(())
        }
        FROM_1904 => {
            outline.epoch = Epoch::Y1904;
            Some(())
        }
        _ => {
            let [top, left, bottom, right] = *numbers.as_slice() else { return None };
            let (first, last) = (CellRef::new(top, left), CellRef::new(bottom, right));
            outline.merges.push(Merge { first, last });
            Some(())
        }
    }
}

/// The row that a frame holds.
fn unpack(frame: &[u8], row: &mut RawRow) -> Option<()> {
    let mut rest = frame;
    row.reset(u32::from_le_bytes(take(&mut rest)?));
    while !rest.is_empty() {
        let column = usize::from(u16::from_le_bytes(take(&mut rest)?));
        let [kind] = take(&mut rest)?;
        let cell = match kind {
            TEXT => RawCell::Text(text(&mut rest)?),
            FAULT => RawCell::Fault(text(&mut rest)?),
            NUMBER => RawCell::Number(f64::from_le_bytes(take(&mut rest)?)),
            BOOL => RawCell::Bool(take(&mut rest)? != [0]),
            MOMENT => {
                let year = i16::from_le_bytes(take(&mut rest)?);
                let parts: [u8; 5] = take(&mut rest)?;
                let [month, day, hour, minute, second] = parts.map(u8::cast_signed);
                let nanosecond = i32::from_le_bytes(take(&mut rest)?);
                RawCell::Moment(Moment {
                    date: Date::new(year, month, day).ok()?,
                    time: Time::new(hour, minute, second, nanosecond).ok()?,
                })
            }
            _ => return None,
        };
        row.put(column, cell);
    }
    Some(())
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*bytes)
}

fn text<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let length = u32::from_le_bytes(take(rest)?) as usize;
    let (text, after) = rest.split_at_checked(length)?;
    *rest = after;
    std::str::from_utf8(text).ok()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Seek as _, SeekFrom};

    use proptest::prelude::*;

    use super::*;
    use crate::problem::Code;

    #[derive(Clone, Debug, PartialEq)]
    enum Cell {
        Empty,
        Text(String),
        Number(f64),
        Bool(bool),
        Moment(jiff::civil::DateTime),
        Fault(String),
    }

    fn cell() -> impl Strategy<Value = Cell> {
        let seconds = -2_000_000_000i64..200_000_000_000;
        let moment = (seconds, 0i32..1_000_000_000).prop_map(|(seconds, nanosecond)| {
            let zero = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
            Cell::Moment(zero + jiff::SignedDuration::new(seconds, nanosecond))
        });
        prop_oneof![
            Just(Cell::Empty),
            ".{1,9}".prop_map(Cell::Text),
            (-1e18f64..1e18).prop_map(Cell::Number),
            any::<bool>().prop_map(Cell::Bool),
            moment,
            "[a-z-]{1,9}".prop_map(Cell::Fault),
        ]
    }

    fn put(row: &mut RawRow, cells: &[Cell]) {
        for (column, cell) in cells.iter().enumerate() {
            row.put(
                column,
                match cell {
                    Cell::Empty => RawCell::Empty,
                    Cell::Text(text) => RawCell::Text(text),
                    Cell::Number(number) => RawCell::Number(*number),
                    Cell::Bool(truth) => RawCell::Bool(*truth),
                    Cell::Moment(at) => {
                        RawCell::Moment(Moment { date: at.date(), time: at.time() })
                    }
                    Cell::Fault(name) => RawCell::Fault(name),
                },
            );
        }
    }

    fn outline() -> Outline {
        let merges = vec!["B2:D3".parse().unwrap(), "A9:A12".parse().unwrap()];
        let hidden = |spans: &[(u32, u32)]| spans.iter().map(|(a, b)| *a..=*b).collect::<Spans>();
        let (hidden_rows, hidden_columns) = (hidden(&[(3, 5), (9, 9)]), hidden(&[(0, 2)]));
        Outline { hidden_rows, hidden_columns, merges, filtered: true, epoch: Epoch::Y1904 }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            first in prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..6),
            second in prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..6),
        ) {
            let sheets = [first, second];
            let mut bytes = Vec::new();
            let mut spooler = Spooler::new(&mut bytes).unwrap();
            spooler.sheet("一", false).unwrap();
            spooler.sheet("two", true).unwrap();
            let mut row = RawRow::new();
            for sheet in &sheets {
                spooler.begin().unwrap();
                for (number, cells) in (1..).zip(sheet) {
                    row.reset(number);
                    put(&mut row, cells);
                    prop_assert!(spooler.row(&row).unwrap());
                }
                spooler.outline(&outline()).unwrap();
            }
            spooler.end().unwrap();
            let mut stream = Cursor::new(bytes);
            let index = index(&mut stream, 9).unwrap();
            prop_assert_eq!(index.sheets.len(), 2);
            prop_assert_eq!(index.sheets[1].info.name.as_deref(), Some("two"));
            prop_assert!(index.sheets[1].info.hidden && !index.sheets[0].info.hidden);
            let mut frame = Vec::new();
            let mut expected = RawRow::new();
            for (listed, sheet) in index.sheets.iter().zip(&sheets).rev() {
                prop_assert_eq!(&listed.outline, &outline());
                stream.seek(SeekFrom::Start(listed.rows)).unwrap();
                for (number, cells) in (1..).zip(sheet) {
                    if cells.iter().all(|cell| *cell == Cell::Empty) {
                        continue;
                    }
                    prop_assert_eq!(step(&mut stream, &mut frame, &mut row).unwrap(), Step::Row);
                    prop_assert_eq!(row.number(), number);
                    expected.reset(number);
                    put(&mut expected, cells);
                    for column in 0..8 {
                        prop_assert!(row.cell(column) == expected.cell(column));
                    }
                }
                prop_assert_eq!(step(&mut stream, &mut frame, &mut row).unwrap(), Step::End);
            }
        }

        #[test]
        fn a_stream_cut_or_changed_anywhere_never_panics(at in 0usize..120, byte in any::<u8>()) {
            let mut bytes = Vec::new();
            let mut spooler = Spooler::new(&mut bytes).unwrap();
            spooler.sheet("S", false).unwrap();
            spooler.begin().unwrap();
            let mut row = RawRow::new();
            row.reset(1);
            put(&mut row, &[Cell::Text("a".into()), Cell::Number(1.0), Cell::Fault("b".into())]);
            spooler.row(&row).unwrap();
            spooler.refuse(&Complaint::with(Code::WorkbookDamaged, ["x"])).unwrap();
            spooler.end().unwrap();
            let at = at % bytes.len();
            prop_assert!(index(&mut Cursor::new(&bytes[..at]), 9).is_err());
            bytes[at] = byte;
            let mut stream = Cursor::new(bytes);
            if let Ok(index) = index(&mut stream, 9) {
                for sheet in index.sheets {
                    stream.seek(SeekFrom::Start(sheet.rows)).unwrap();
                    let mut frame = Vec::new();
                    while let Ok(Step::Row) = step(&mut stream, &mut frame, &mut row) {}
                }
            }
        }
    }

    #[test]
    fn a_refusal_of_the_workbook_comes_before_any_sheet() {
        let mut bytes = Vec::new();
        let mut spooler = Spooler::new(&mut bytes).unwrap();
        let complaint = Complaint::with(Code::WorkbookDamaged, ["zip"]);
        spooler.refuse(&complaint).unwrap();
        spooler.end().unwrap();
        assert_eq!(index(&mut Cursor::new(bytes), 9).unwrap().refused, Some(complaint));
        assert!(matches!(index(&mut Cursor::new(b"hello, world"), 9), Err(Broken::NotOurs)));
    }

    #[test]
    fn a_row_too_large_is_not_written() {
        let mut spooler = Spooler::new(Vec::new()).unwrap();
        let mut row = RawRow::new();
        row.reset(1);
        let text = "a".repeat(1 << 20);
        for column in 0..20 {
            row.put(column, RawCell::Text(&text));
        }
        assert!(!spooler.row(&row).unwrap());
        assert_eq!(spooler.out.len(), MAGIC.len());
    }
}
