//! What the reading process writes and its caller reads: a version, then frames, each its sort, its
//! length and its bytes, which are serde's data as `postcard` writes them. All sheets come first, then
//! for each sheet its rows, or why there are no more of them, and its outline; a frame of its own says
//! that all is told. A frame that claims to be longer than a row can be is refused, and so is one that
//! holds less or more than it should.
//!
//! Must not know: processes, parsers.

use std::io::{self, BufReader, Read, Seek, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::about::SheetInfo;
use crate::problem::Complaint;
use crate::sheet::figures::holds_lopsided;
use crate::sheet::{CellRef, Epoch, Merge, Outline, RawCell, RawRow};

/// The stream's first bytes; the last one is its version.
const MAGIC: &[u8; 8] = b"muster\0\x03";
/// Bytes of a row at most, as of a CSV record.
const MAX_FRAME: usize = 16 << 20;

/// The sort of a frame that is a row: its number, then its cells, each with its column.
const ROW: u8 = b'r';
/// The sort of every other frame.
const TOLD: u8 = b't';

/// What a frame tells that is no row.
#[derive(Debug, Serialize, Deserialize)]
enum Told<'a> {
    /// There is a sheet of this name, hidden or not.
    Sheet(&'a str, bool),
    /// What follows is of the next sheet.
    Begin,
    /// The sheet says this beside its cells.
    Beside(Mark),
    /// There is no more of the sheet, or of the workbook, for this reason: a code and its values.
    Refused(&'a str),
    /// All is told.
    End,
}

/// A part of a sheet's outline.
#[derive(Debug, Serialize, Deserialize)]
enum Mark {
    /// The first and the last cell of a merge, each by its row and column.
    Merge((u32, u32), (u32, u32)),
    /// The first and the last of hidden rows.
    HiddenRows(u32, u32),
    /// The first and the last of hidden columns.
    HiddenColumns(u32, u32),
    /// Its rows are filtered.
    Filtered,
    /// Its days are counted from here.
    From(Epoch),
    /// A text of it is a day in figures, one of which can be no month.
    Lopsided,
}

/// Writes the stream.
pub(super) struct Spooler<W> {
    out: W,
    frame: Vec<u8>,
    /// A text of the sheet is a day in figures, one of which can be no month.
    lopsided: bool,
}

impl<W: Write> Spooler<W> {
    /// Begin a stream.
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(MAGIC)?;
        Ok(Self { out, frame: Vec::new(), lopsided: false })
    }

    /// There is this sheet.
    pub(super) fn sheet(&mut self, name: &str, hidden: bool) -> io::Result<()> {
        self.tell(&Told::Sheet(name, hidden))
    }

    /// What follows is of the next sheet.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        self.tell(&Told::Begin)
    }

    /// What the sheet says beside its cells; after its rows.
    pub(super) fn outline(&mut self, outline: &Outline) -> io::Result<()> {
        let cell = |cell: CellRef| (cell.row, cell.column);
        let merges = outline.merges.iter().map(|m| Mark::Merge(cell(m.first), cell(m.last)));
        let rows = outline.hidden_rows.iter();
        let rows = rows.map(|span| Mark::HiddenRows(*span.start(), *span.end()));
        let columns = outline.hidden_columns.iter();
        let columns = columns.map(|span| Mark::HiddenColumns(*span.start(), *span.end()));
        let filtered = outline.filtered.then_some(Mark::Filtered);
        let lopsided = std::mem::take(&mut self.lopsided).then_some(Mark::Lopsided);
        let rest = filtered.into_iter().chain([Mark::From(outline.epoch)]).chain(lopsided);
        for mark in merges.chain(rows).chain(columns).chain(rest) {
            self.tell(&Told::Beside(mark))?;
        }
        Ok(())
    }

    /// A row of the sheet; false, and nothing written, if it is larger than a row can be. A row
    /// without content is left out.
    pub(super) fn row(&mut self, row: &RawRow) -> io::Result<bool> {
        self.frame.clear();
        self.pack(&row.number())?;
        let bare = self.frame.len();
        for (column, cell) in row.cells().enumerate() {
            if cell == RawCell::Empty {
                continue;
            }
            if let RawCell::Text(text) = cell {
                self.lopsided = self.lopsided || holds_lopsided(text.as_bytes());
            }
            // Columns end at 16,384.
            self.pack(&(u16::try_from(column).unwrap_or(u16::MAX), cell))?;
            if self.frame.len() > MAX_FRAME {
                return Ok(false);
            }
        }
        if self.frame.len() > bare {
            self.write(ROW)?;
        }
        Ok(true)
    }

    /// There is no more of the sheet, or of the workbook if no sheet has begun, for this reason.
    pub(super) fn refuse(&mut self, complaint: &Complaint) -> io::Result<()> {
        let whole = serde_json::to_string(complaint)?;
        self.tell(&Told::Refused(&whole))
    }

    /// All is told.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.tell(&Told::End)?;
        self.out.flush()
    }

    fn tell(&mut self, told: &Told<'_>) -> io::Result<()> {
        self.frame.clear();
        self.pack(told)?;
        self.write(TOLD)
    }

    fn pack(&mut self, value: &impl Serialize) -> io::Result<()> {
        let packed = postcard::to_extend(value, std::mem::take(&mut self.frame));
        self.frame = packed.map_err(io::Error::other)?;
        Ok(())
    }

    fn write(&mut self, sort: u8) -> io::Result<()> {
        let length = u32::try_from(self.frame.len()).map_err(io::Error::other)?;
        self.out.write_all(&[sort])?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(&self.frame)
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

impl From<postcard::Error> for Broken {
    fn from(_: postcard::Error) -> Self {
        Self::Cut
    }
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
    /// A text of it is a day in figures, one of which can be no month.
    pub(super) lopsided: bool,
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
        let (sort, length) = head(&mut stream)?;
        position += 5 + u64::from(length);
        if sort == ROW && begun > 0 {
            stream.seek_relative(i64::from(length))?;
            continue;
        }
        match told(&mut stream, (sort, length), &mut frame)? {
            Told::Sheet(name, hidden) => {
                let info = SheetInfo { name: Some(Arc::from(name)), hidden };
                let outline = Outline::default();
                index.sheets.push(Listed { info, outline, lopsided: false, rows: 0 });
            }
            Told::Begin => {
                index.sheets.get_mut(begun).ok_or(Broken::Cut)?.rows = position;
                begun += 1;
            }
            Told::Refused(whole) if begun == 0 => {
                index.refused = Some(complaint(whole)?);
            }
            Told::Refused(..) => {}
            Told::End if begun == index.sheets.len() || index.refused.is_some() => {
                return Ok(index);
            }
            Told::End => return Err(Broken::Cut),
            Told::Beside(mark) => {
                let sheet = begun.checked_sub(1).and_then(|at| index.sheets.get_mut(at));
                let sheet = sheet.ok_or(Broken::Cut)?;
                sheet.lopsided |= matches!(mark, Mark::Lopsided);
                note(&mut sheet.outline, &mark);
                if sheet.outline.merges.len() > merges {
                    return Err(Broken::Cut);
                }
            }
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
    let (sort, length) = head(stream)?;
    if sort == ROW {
        body(stream, length, frame)?;
        unpack(frame, row)?;
        return Ok(Step::Row);
    }
    match told(stream, (sort, length), frame)? {
        Told::Refused(whole) => Ok(Step::Refused(complaint(whole)?)),
        Told::Sheet(..) => Err(Broken::Cut),
        Told::Begin | Told::Beside(_) | Told::End => Ok(Step::End),
    }
}

fn head(stream: &mut impl Read) -> Result<(u8, u32), Broken> {
    let mut head = [0u8; 5];
    stream.read_exact(&mut head)?;
    let [sort, length @ ..] = head;
    let length = u32::from_le_bytes(length);
    // A row's last cell can stand above the limit for a row's bytes.
    if length as usize > 2 * MAX_FRAME { Err(Broken::Cut) } else { Ok((sort, length)) }
}

fn body(stream: &mut impl Read, length: u32, frame: &mut Vec<u8>) -> Result<(), Broken> {
    frame.clear();
    frame.resize(length as usize, 0);
    Ok(stream.read_exact(frame)?)
}

/// The frame with this head, which is no row.
fn told<'a>(
    stream: &mut impl Read,
    (sort, length): (u8, u32),
    frame: &'a mut Vec<u8>,
) -> Result<Told<'a>, Broken> {
    if sort != TOLD {
        return Err(Broken::Cut);
    }
    body(stream, length, frame)?;
    match postcard::take_from_bytes(frame)? {
        (told, []) => Ok(told),
        _ => Err(Broken::Cut),
    }
}

fn complaint(whole: &str) -> Result<Complaint, Broken> {
    serde_json::from_str(whole).map_err(|_| Broken::Cut)
}

/// Add a part to an outline.
fn note(outline: &mut Outline, mark: &Mark) {
    match *mark {
        Mark::Merge((top, left), (bottom, right)) => {
            let (first, last) = (CellRef::new(top, left), CellRef::new(bottom, right));
            outline.merges.push(Merge { first, last });
        }
        Mark::HiddenRows(first, last) => outline.hidden_rows.add(first..=last),
        Mark::HiddenColumns(first, last) => outline.hidden_columns.add(first..=last),
        Mark::Filtered => outline.filtered = true,
        Mark::From(epoch) => outline.epoch = epoch,
        Mark::Lopsided => {}
    }
}

/// The row that a frame holds.
fn unpack(frame: &[u8], row: &mut RawRow) -> Result<(), Broken> {
    let (number, mut rest) = postcard::take_from_bytes(frame)?;
    row.reset(number);
    while !rest.is_empty() {
        let ((column, cell), after) = postcard::take_from_bytes::<(u16, RawCell<'_>)>(rest)?;
        row.put(usize::from(column), cell);
        rest = after;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Seek as _, SeekFrom};

    use proptest::prelude::*;

    use super::*;
    use crate::problem::Code;
    use crate::sheet::{Moment, Spans};

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
                    Cell::Fault(name) => RawCell::Fault(crate::sheet::Fault::named(name)),
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

    /// A frame with this sort and these bytes, after a stream's beginning and a sheet's.
    fn stream(sort: u8, frame: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut spooler = Spooler::new(&mut bytes).unwrap();
        spooler.sheet("S", false).unwrap();
        spooler.begin().unwrap();
        spooler.frame = frame.to_vec();
        spooler.write(sort).unwrap();
        bytes
    }

    #[test]
    fn what_a_frame_claims_and_does_not_hold_is_refused() {
        let most = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
        // A refusal with 4,294,967,295 values; a cell with as many characters; an arm that there
        // is not; more than was asked for.
        let values = [&[3, 1, b'x'][..], &most].concat();
        let text = [&[1, 0, 1][..], &most].concat();
        for (sort, frame) in
            [(TOLD, &values[..]), (ROW, &text), (TOLD, &[9]), (TOLD, &[1, 0]), (b'?', &[])]
        {
            let bytes = stream(sort, frame);
            let (start, mut row) = (bytes.len() - frame.len() - 5, RawRow::new());
            let got = step(&mut &bytes[start..], &mut Vec::new(), &mut row);
            assert!(matches!(got, Err(Broken::Cut)), "{sort} {frame:?}: {got:?}");
            if sort != ROW {
                let got = index(&mut Cursor::new(bytes), 9);
                assert!(matches!(got, Err(Broken::Cut)), "{sort} {frame:?}: {got:?}");
            }
        }
        let long = [&[TOLD][..], &(u32::MAX).to_le_bytes()].concat();
        assert!(matches!(head(&mut &long[..]), Err(Broken::Cut)));
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
