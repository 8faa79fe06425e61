//! `.xlsx` as rows: calamine's cell stream (never its ranges: they allocate the bounding box),
//! behind `guard`, with the panics of a damaged file caught, so that a hostile workbook gives a
//! problem and no crash.
//!
//! Must not know: CSV; what a header is. Nobody but `foreign` also knows of calamine.

mod refusal;
mod rows;

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;

use calamine::{Reader, SheetType, SheetVisible, Xlsx};

use self::refusal::refusal;
pub(super) use self::rows::SheetRows;
use self::rows::{Beyond, Finder};
use super::about::SheetInfo;
use super::archive::{Archive, damaged};
use super::beside::{first_string, struck_strings};
use super::complaint::{in_sheet, problem, unreadable};
use super::contain::contained;
use super::guard::{self, Limits};
use super::links::Links;
use super::locate::sheet_parts;
use super::outline::{Bounds, Scanned, Unread, scan};
use super::styles::Styles;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::{Epoch, Outline};

/// An opened workbook.
pub(super) struct Workbook {
    xlsx: Xlsx<BufReader<File>>,
    archive: Archive,
    sheets: Vec<Sheet>,
    styles: Styles,
    /// The first shared string.
    first: Option<String>,
    /// Shared strings of which a part is struck out, with what is left of them.
    struck: HashMap<String, String>,
    /// A shared string is a day in figures, one of which can be no month.
    lopsided: bool,
    limits: Limits,
}

struct Sheet {
    name: Arc<str>,
    hidden: bool,
    part: Option<usize>,
    /// What a scan of it has given, once it was asked for.
    scanned: Option<Result<Arc<Scanned>, Unread>>,
}

impl Workbook {
    /// Look the archive over, then read what is not rows: sheet names, styles, shared strings.
    pub(super) fn open(
        path: &Path,
        file: File,
        shown: &Arc<str>,
        limits: &Limits,
    ) -> Result<Self, Problem> {
        let complain = |complaint: Complaint| problem(shown, complaint);
        let size = file.metadata().map_err(|e| unreadable(shown, &e))?.len();
        if size > limits.workbook_bytes {
            let limit = limits.workbook_bytes;
            let args = [(limit >> 20).to_string(), limits.way_out(size, limit)];
            return Err(complain(Complaint::with(Code::FileTooLarge, args)));
        }
        let opened = contained(|| Archive::new(BufReader::new(file)));
        let mut archive =
            opened.and_then(|opened| opened.map_err(|_| damaged("zip"))).map_err(complain)?;
        let inspected = contained(|| guard::inspect(&mut archive, limits)).flatten();
        let strings = inspected.map_err(complain)?;
        let again = File::open(path).map_err(|e| unreadable(shown, &e))?;
        let xlsx = contained(|| Xlsx::new(BufReader::new(again)))
            .and_then(|opened| opened.map_err(|e| refusal(&e)))
            .map_err(complain)?;
        let sheets = worksheets(&xlsx, sheet_parts(&mut archive)).map_err(complain)?;
        let styles = contained(|| Styles::of(&mut archive)).map_err(complain)?;
        let first = contained(|| first_string(&mut archive)).map_err(complain)?;
        let struck = if strings.struck {
            contained(|| struck_strings(&mut archive)).map_err(complain)?
        } else {
            HashMap::new()
        };
        let (lopsided, limits) = (strings.lopsided, limits.clone());
        Ok(Self { xlsx, archive, sheets, styles, first, struck, lopsided, limits })
    }

    /// The worksheets.
    pub(super) fn sheets(&self) -> Vec<SheetInfo> {
        let info =
            |sheet: &Sheet| SheetInfo { name: Some(Arc::clone(&sheet.name)), hidden: sheet.hidden };
        self.sheets.iter().map(info).collect()
    }

    /// What a worksheet says beside its cells.
    pub(super) fn outline(&mut self, sheet: usize, shown: &Arc<str>) -> Result<Outline, Problem> {
        let scanned = self.scanned(sheet, shown)?;
        let scanned = scanned.map_err(|unread| self.unread(sheet, shown, unread))?;
        Ok(Outline { epoch: self.epoch(), ..scanned.outline.clone() })
    }

    /// Whether a text of a worksheet may be a day in figures, one of which can be no month.
    pub(super) fn is_lopsided(&mut self, sheet: usize, shown: &Arc<str>) -> Result<bool, Problem> {
        let scanned = self.scanned(sheet, shown)?;
        Ok(self.lopsided || scanned.is_ok_and(|scanned| scanned.lopsided))
    }

    /// From where its numbers count days.
    fn epoch(&self) -> Epoch {
        Epoch::of(self.xlsx.has_1904_epoch())
    }

    /// Scan a worksheet's part, or remember what the scan gave.
    fn scanned(
        &mut self,
        sheet: usize,
        shown: &Arc<str>,
    ) -> Result<Result<Arc<Scanned>, Unread>, Problem> {
        let Some(sheet) = self.sheets.get_mut(sheet) else {
            return Err(problem(shown, Complaint::new(Code::WorkbookNoSheet)));
        };
        if let Some(scanned) = &sheet.scanned {
            return Ok(scanned.clone());
        }
        let (archive, limits, part) = (&mut self.archive, &self.limits, sheet.part);
        let scanned = contained(|| {
            let part = part.ok_or_else(|| damaged("missing part"))?;
            let part = archive.by_index(part).map_err(|_| damaged("zip"))?;
            let bounds = Bounds { merges: limits.merges, row_bytes: limits.record_bytes };
            Ok(scan(part, bounds).map(Arc::new))
        });
        let scanned =
            scanned.flatten().map_err(|complaint| in_sheet(shown, &sheet.name, complaint))?;
        sheet.scanned = Some(scanned.clone());
        Ok(scanned)
    }

    fn unread(&self, sheet: usize, shown: &Arc<str>, unread: Unread) -> Problem {
        let complaint = match unread {
            Unread::Damaged => damaged("worksheet"),
            Unread::TooManyMerges => self.limits.too_many_merges(),
            Unread::RowTooLong { row } => self.limits.row_too_long(row),
        };
        match self.sheets.get(sheet) {
            Some(sheet) => in_sheet(shown, &sheet.name, complaint),
            None => problem(shown, complaint),
        }
    }

    /// The rows of a worksheet.
    pub(super) fn rows<'a>(
        &'a mut self,
        sheet: usize,
        shown: &'a Arc<str>,
    ) -> Result<SheetRows<'a>, Problem> {
        let scanned = match self.scanned(sheet, shown)? {
            Err(unread @ Unread::RowTooLong { .. }) => {
                return Err(self.unread(sheet, shown, unread));
            }
            // What follows the rows is told where it is asked for.
            Err(Unread::Damaged | Unread::TooManyMerges) => Arc::default(),
            Ok(scanned) => scanned,
        };
        let Some(sheet) = self.sheets.get(sheet) else {
            return Err(problem(shown, Complaint::new(Code::WorkbookNoSheet)));
        };
        let epoch = self.epoch();
        let xlsx = &mut self.xlsx;
        let cells = contained(|| xlsx.worksheet_cells_reader(&sheet.name))
            .and_then(|opened| opened.map_err(|e| refusal(&e)))
            .map_err(|complaint| in_sheet(shown, &sheet.name, complaint))?;
        let closely = scanned.closely || !self.styles.is_plain();
        let (links, finder) = match sheet.part {
            Some(part) => {
                let archive = &mut self.archive;
                let links = contained(|| Links::of(archive, part, &scanned.links));
                (links.unwrap_or_default(), Finder::Idle(archive, part))
            }
            None => (Links::default(), Finder::Gone),
        };
        let (styles, struck, first) = (&self.styles, &self.struck, self.first.clone());
        let beyond = Beyond { closely, styles, links, epoch, first, struck };
        Ok(SheetRows::new(cells, finder, beyond, (shown, &sheet.name)))
    }
}

/// The sheets that hold cells, with the parts that they are in.
fn worksheets(
    xlsx: &Xlsx<BufReader<File>>,
    parts: Vec<Option<usize>>,
) -> Result<Vec<Sheet>, Complaint> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut parts = parts.into_iter();
    for sheet in xlsx.sheets_metadata() {
        let part = parts.next().flatten();
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheets.iter().any(|known| *known.name == *sheet.name) {
            return Err(damaged("two sheets of one name"));
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        sheets.push(Sheet { name: Arc::from(sheet.name.as_str()), hidden, part, scanned: None });
    }
    if sheets.is_empty() { Err(Complaint::new(Code::WorkbookNoSheet)) } else { Ok(sheets) }
}
