//! A small workbook writer: text cells, streamed row by row straight into the file.
//!
//! Not `rust_xlsxwriter`'s constant-memory mode, which *panics* when its own temporary file cannot
//! be written (0.102: `expect` in every cell writer): a full disk must be a complaint. Here every
//! write is a `Result`, and a million rows need the memory of one. Nor does it seek: `zip` (9.8)
//! panics where its way back to a file's header fails half-way.
//!
//! Must not know: what the rows mean.

mod latch;
mod style;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

use latch::FailFastWriter;
use style::STYLES;
pub(crate) use style::Style;

use crate::problem::is_unruly;
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW, column_name};
use crate::sheet::{Epoch, ErrorValue};

/// Excel's longest cell text, in UTF-16 units.
const MAX_TEXT: usize = 32_767;
/// Excel's longest sheet name, in UTF-16 units.
const MAX_NAME: usize = 31;

/// How a sheet is laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout<'a> {
    /// Column widths in characters, from the first. These columns hold text, where they are empty
    /// too: what is typed there keeps its digits.
    pub widths: &'a [f64],
    /// The row of the headings (from 1): it and what is above stay on the screen, and it carries
    /// the filter.
    pub header_row: u32,
    /// A text that is the name of an error value becomes that error value.
    pub faults: bool,
    /// From where its numbers count days: that of the first sheet is the workbook's.
    pub epoch: Epoch,
}

/// A workbook under way. Sheets and rows are written in order.
pub(crate) struct Book<W: Write> {
    zip: ZipWriter<StreamWriter<FailFastWriter<W>>>,
    sheets: Vec<Sheet>,
    names: BTreeSet<String>,
    line: String,
    open: bool,
}

struct Sheet {
    name: String,
    header_row: u32,
    faults: bool,
    epoch: Epoch,
    last_row: u32,
    width: u32,
    /// Widths of the columns that are laid out, in characters.
    widths: Vec<f64>,
}

/// Points of a row of one line.
const LINE: u32 = 15;
/// Lines of the highest row: Excel shows no higher ones.
const MOST_LINES: u32 = 27;

/// Lines that a text takes in a column so wide: nobody else works it out before the row is touched.
fn lines(text: &str, width: f64) -> u32 {
    let line =
        |line: &str| (u32::try_from(line.width()).map_or(f64::MAX, f64::from) / width).ceil();
    let lines: f64 = text.lines().map(|text| line(text).max(1.0)).sum();
    (1..MOST_LINES).find(|most| lines <= f64::from(*most)).unwrap_or(MOST_LINES)
}

impl<W: Write> Book<W> {
    /// Begin a workbook.
    pub(crate) fn new(out: W) -> Self {
        Self {
            zip: ZipWriter::new_stream(FailFastWriter::new(out)),
            sheets: Vec::new(),
            names: BTreeSet::new(),
            line: String::new(),
            open: false,
        }
    }

    /// Begin the next sheet. Its name is made valid and unique.
    pub(crate) fn sheet(&mut self, name: &str, layout: &Layout<'_>) -> io::Result<()> {
        self.close_sheet()?;
        let name = self.free_name(name);
        let number = self.sheets.len() + 1;
        self.part(&format!("xl/worksheets/sheet{number}.xml"))?;
        let mut head = String::from(XML);
        let row = layout.header_row;
        let _ = write!(
            head,
            "<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
             <sheetViews><sheetView workbookViewId=\"0\">\
             <pane ySplit=\"{row}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
             </sheetView></sheetViews><sheetFormatPr defaultColWidth=\"14\" defaultRowHeight=\"15\"/>",
            row + 1
        );
        if !layout.widths.is_empty() {
            head.push_str("<cols>");
            for (column, width) in (1..).zip(layout.widths) {
                let _ = write!(
                    head,
                    "<col min=\"{column}\" max=\"{column}\" width=\"{width}\" style=\"1\" customWidth=\"1\"/>"
                );
            }
            head.push_str("</cols>");
        }
        head.push_str("<sheetData>");
        self.zip.write_all(head.as_bytes())?;
        self.sheets.push(Sheet {
            name,
            header_row: row,
            faults: layout.faults,
            epoch: layout.epoch,
            last_row: 0,
            width: 0,
            widths: layout.widths.to_vec(),
        });
        self.open = true;
        Ok(())
    }

    /// Write row `number` (from 1, rising; at most Excel's last). Empty texts
    /// make no cell, but for their colour.
    pub(crate) fn row<'c>(
        &mut self,
        number: u32,
        cells: impl IntoIterator<Item = (&'c str, Style)>,
    ) -> io::Result<()> {
        let Some(sheet) = self.sheets.last_mut() else {
            return Err(io::Error::other("a row before the first sheet"));
        };
        if number <= sheet.last_row || number > MAX_ROW {
            return Err(io::Error::other("rows out of order, or too many"));
        }
        self.line.clear();
        let mut high = 1;
        for (column, (text, style)) in (0..MAX_COLUMNS).zip(cells) {
            if style == Style::Wrapped {
                let width = sheet.widths.get(column as usize);
                high = width.map_or(high, |width| high.max(lines(text, *width)));
            }
            if text.is_empty() {
                if style.has_colour() {
                    let _ = write!(
                        self.line,
                        "<c r=\"{}{number}\" s=\"{}\"/>",
                        column_name(column),
                        style.index()
                    );
                }
                continue;
            }
            sheet.width = sheet.width.max(column + 1);
            if sheet.faults && ErrorValue::of(text).is_some_and(ErrorValue::is_old) {
                let _ = write!(
                    self.line,
                    "<c r=\"{}{number}\" s=\"{}\" t=\"e\"><v>{text}</v></c>",
                    column_name(column),
                    style.index()
                );
                continue;
            }
            let _ = write!(
                self.line,
                "<c r=\"{}{number}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                column_name(column),
                style.index()
            );
            escape(text, &mut self.line);
            self.line.push_str("</t></is></c>");
        }
        self.line.push_str("</row>");
        sheet.last_row = number;
        let mut row = format!("<row r=\"{number}\"");
        if high > 1 {
            let _ = write!(row, " ht=\"{}\" customHeight=\"1\"", high * LINE);
        }
        row.push('>');
        self.zip.write_all(row.as_bytes())?;
        self.zip.write_all(self.line.as_bytes())
    }

    /// Write what is left and give the output back.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.close_sheet()?;
        let (mut list, mut rels, mut types, mut filters) =
            <(String, String, String, String)>::default();
        for (index, sheet) in self.sheets.iter().enumerate() {
            let number = index + 1;
            let name = attribute(&sheet.name);
            let _ =
                write!(list, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            let _ = write!(
                rels,
                "<Relationship Id=\"rId{number}\" Type=\"{DOC}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPE}.worksheet+xml\"/>"
            );
            if let Some((first, last)) = sheet.filter() {
                let _ = write!(
                    filters,
                    "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{index}\" hidden=\"1\">'{}'!{first}:{last}</definedName>",
                    name.replace('\'', "''")
                );
            }
        }
        let defined = if filters.is_empty() {
            filters
        } else {
            format!("<definedNames>{filters}</definedNames>")
        };
        let properties = match self.sheets.first().map(|sheet| sheet.epoch) {
            Some(Epoch::Y1904) => "<workbookPr date1904=\"1\"/>",
            Some(Epoch::Y1900) | None => "",
        };
        self.whole("xl/workbook.xml", &format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOC}\">{properties}<bookViews><workbookView/></bookViews><sheets>{list}</sheets>{defined}</workbook>"
        ))?;
        self.whole("xl/_rels/workbook.xml.rels", &format!(
            "<Relationships xmlns=\"{RELS}\">{rels}<Relationship Id=\"rIdStyles\" Type=\"{DOC}/styles\" Target=\"styles.xml\"/></Relationships>"
        ))?;
        self.whole("xl/styles.xml", STYLES)?;
        self.whole("_rels/.rels", &format!(
            "<Relationships xmlns=\"{RELS}\"><Relationship Id=\"rId1\" Type=\"{DOC}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ))?;
        self.whole("[Content_Types].xml", &format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>{types}</Types>"
        ))?;
        self.zip.finish()?.into_inner().into_inner()
    }

    fn close_sheet(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.open) {
            return Ok(());
        }
        let mut tail = String::from("</sheetData>");
        if let Some((first, last)) = self.sheets.last().and_then(Sheet::filter) {
            let _ = write!(
                tail,
                "<autoFilter ref=\"{}:{}\"/>",
                first.replace('$', ""),
                last.replace('$', "")
            );
        }
        // On paper all columns stand side by side, on as many pages as the rows take.
        tail.push_str("<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
        self.zip.write_all(tail.as_bytes())
    }

    fn part(&mut self, name: &str) -> io::Result<()> {
        Ok(self.zip.start_file(name, SimpleFileOptions::default())?)
    }

    fn whole(&mut self, name: &str, content: &str) -> io::Result<()> {
        self.part(name)?;
        self.zip.write_all(XML.as_bytes())?;
        self.zip.write_all(content.as_bytes())
    }

    fn free_name(&mut self, wanted: &str) -> String {
        let clean: String = wanted
            .chars()
            .map(|c| {
                if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || is_unruly(c) {
                    '_'
                } else {
                    c
                }
            })
            .collect();
        let clean = clean.trim().trim_matches('\'');
        let clean = if clean.is_empty() { "Sheet" } else { clean };
        for n in 1u32.. {
            let tail = if n == 1 { String::new() } else { format!(" ({n})") };
            let name = format!("{}{tail}", clip(clean, MAX_NAME - tail.len()));
            if self.names.insert(name.to_lowercase()) {
                return name;
            }
        }
        clean.to_owned()
    }
}

impl Sheet {
    /// The corners of the filter, `$A$1` and `$N$100`.
    fn filter(&self) -> Option<(String, String)> {
        let last = column_name(self.width.checked_sub(1)?);
        (self.last_row >= self.header_row)
            .then(|| (format!("$A${}", self.header_row), format!("${last}${}", self.last_row)))
    }
}

/// The text's beginning of at most `units` UTF-16 units.
fn clip(text: &str, units: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.len_utf16();
        if used > units {
            return &text[..at];
        }
    }
    text
}

/// The text of a cell as XML: what XML cannot hold as Excel's `_xHHHH_`, and so what looks like it.
fn escape(text: &str, out: &mut String) {
    let text = clip(text, MAX_TEXT);
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            '_' if looks_escaped(&text.as_bytes()[at..]) => out.push_str("_x005F_"),
            other => out.push(other),
        }
    }
}

/// `_xHHHH_`
fn looks_escaped(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|b| b.is_ascii_hexdigit()))
}

/// A text as the value of an XML attribute.
fn attribute(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out.replace('"', "&quot;")
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOC: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

#[cfg(test)]
pub(super) mod tests;
