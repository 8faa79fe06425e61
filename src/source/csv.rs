//! Delimited text as rows, numbered as Excel numbers them: blank lines count, line breaks within
//! quotes do not. Every line of the file is in exactly one row.
//!
//! Must not know: other formats; what a header is.

use std::fs::File;
use std::io::{self, Seek};
use std::sync::Arc;

use super::about::{Digesting, Format, OpenOptions};
use super::cells::{is_clean, put_text};
use super::complaint::{problem, unreadable};
use super::delimiter;
use super::encoding::{self, Choice, Transcoder};
use super::evidence::Evidence;
use super::guard::Limits;
use super::hash::{Hashing, PassDigests};
use super::split::{Field, Form, Splitter, Step};
use super::swallowed;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::address::MAX_COLUMNS;
use crate::sheet::{Defect, Fault, RawCell, RawRow};

/// An opened CSV file: how it is to be read.
pub(super) struct CsvBook {
    file: File,
    choice: Choice,
    delimiter: u8,
    sep_line: bool,
    limits: Limits,
    evidence: Vec<Evidence>,
    /// How long the file was when it was opened: what is written behind that is not read.
    length: u64,
    /// What passes over it have read.
    seen: PassDigests,
    digesting: Digesting,
}

impl CsvBook {
    /// Settle encoding and delimiter.
    pub(super) fn open(
        mut file: File,
        head: &[u8],
        shown: &Arc<str>,
        options: &OpenOptions,
    ) -> Result<Self, Problem> {
        let unreadable = |e: io::Error| unreadable(shown, &e);
        let length = file.metadata().map_err(unreadable)?.len();
        let complain = |complaint: Complaint| problem(shown, complaint);
        let (choice, encoding) = encoding::choose(&mut file, head, options.encoding.as_deref())
            .map_err(unreadable)?
            .map_err(complain)?;
        let sample = sample(&mut file, choice).map_err(unreadable)?;
        let text = sample.trim_start_matches('\u{FEFF}');
        if text.len() < super::sniff::HEAD / 2 && text.trim().is_empty() {
            return Err(problem(shown, Complaint::new(Code::FileEmpty)));
        }
        let declared = delimiter::declared(text);
        let vote = delimiter::choose(text, options.delimiter, declared).map_err(complain)?;
        Ok(Self {
            file,
            choice,
            delimiter: vote.delimiter,
            sep_line: declared.is_some(),
            limits: options.limits.clone(),
            evidence: vec![encoding, vote.evidence],
            length,
            seen: PassDigests::default(),
            digesting: options.digesting,
        })
    }

    /// What passes over the file have read.
    pub(super) const fn seen(&self) -> &PassDigests {
        &self.seen
    }

    /// On what grounds encoding and delimiter were settled.
    pub(super) fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// What was settled.
    pub(super) fn format(&self) -> Format {
        Format::Csv {
            encoding: self.choice.encoding.name(),
            delimiter: self.delimiter,
            bom: self.choice.bom,
        }
    }

    /// The rows from the file's beginning.
    pub(super) fn rows<'a>(&'a mut self, shown: &'a Arc<str>) -> Result<CsvRows<'a>, Problem> {
        let file = Hashing::new(&mut self.file, self.length, &mut self.seen, self.digesting);
        let file = file.map_err(|e| unreadable(shown, &e))?;
        let mut rows = CsvRows {
            transcoder: Transcoder::new(file, self.choice.encoding),
            must_decode: self.choice.by_beginning,
            text: String::new(),
            start: 0,
            ended: false,
            splitter: Splitter::new(self.delimiter),
            has_lines: true,
            row: 0,
            breaks: 0,
            line: 1,
            limits: &self.limits,
            unescaped: String::new(),
            shown,
        };
        rows.fill()?;
        if rows.text.starts_with('\u{FEFF}') {
            rows.start = '\u{FEFF}'.len_utf8();
        }
        if self.sep_line && rows.advance()?.is_some() {
            rows.row = 0;
        }
        Ok(rows)
    }
}

/// The first characters of the file, for the vote.
fn sample(file: &mut File, choice: Choice) -> io::Result<String> {
    file.rewind()?;
    let mut transcoder = Transcoder::new(file, choice.encoding);
    let mut text = String::new();
    while text.len() < super::sniff::HEAD && transcoder.fill(&mut text)? {}
    Ok(text)
}

/// A pass over a CSV file.
pub(super) struct CsvRows<'a> {
    transcoder: Transcoder<Hashing<'a>>,
    /// Bytes that do not decode end the file.
    must_decode: bool,
    /// Text that was read; what lies before `start` is done with.
    text: String,
    start: usize,
    ended: bool,
    splitter: Splitter,
    /// No row so far has ended with a lone CR, which is not looked for at once.
    has_lines: bool,
    row: u32,
    /// Line breaks within the quotes of the record at hand.
    breaks: u64,
    /// Line of the file on which the next record starts, from 1.
    line: u64,
    limits: &'a Limits,
    unescaped: String,
    shown: &'a Arc<str>,
}

impl CsvRows<'_> {
    /// The next row into `row`; false at the end.
    pub(super) fn next(&mut self, row: &mut RawRow) -> Result<bool, Problem> {
        let Some((from, to)) = self.advance()? else { return Ok(false) };
        let record = &self.text[from..to];
        let record = record.strip_suffix('\n').unwrap_or(record);
        let record = record.strip_suffix('\r').unwrap_or(record);
        let fields = self.splitter.fields();
        put_record(row, self.row, record, fields, self.limits, &mut self.unescaped);
        if self.breaks > 0
            && let Some(within) = swallowed::rows(record, fields, self.splitter.delimiter())
        {
            row.hold_rows(within);
        }
        Ok(true)
    }

    /// Step over one record: where it is in `text`, with its line end; none at the end.
    fn advance(&mut self) -> Result<Option<(usize, usize)>, Problem> {
        let ahead = self.text.as_bytes().get(self.start..).unwrap_or_default();
        if self.has_lines
            && let Some(next) = self.splitter.plain(ahead)
            && self.splitter.fields().len() <= MAX_COLUMNS as usize
        {
            return Ok(Some(self.step_over(next)));
        }
        self.splitter.begin();
        loop {
            let record = &self.text.as_bytes()[self.start..];
            if record.is_empty() {
                if self.ended {
                    return Ok(None);
                }
                self.fill()?;
                continue;
            }
            let step = self.splitter.step(record, self.ended);
            if self.splitter.fields().len() > MAX_COLUMNS as usize {
                let args = [self.line.to_string(), MAX_COLUMNS.to_string()];
                return Err(self.here(Complaint::with(Code::RecordTooWide, args)));
            }
            match step {
                Step::Record { next } => {
                    self.has_lines &= !record[..next].ends_with(b"\r");
                    return Ok(Some(self.step_over(next)));
                }
                Step::Unclosed => return Err(self.unclosed()),
                Step::More if record.len() > self.limits.record_bytes => {
                    let limit = self.limits.record_bytes as u64;
                    let way_out = self.limits.way_out(record.len() as u64, limit);
                    let args = |line: u64| [line.to_string(), (limit >> 20).to_string(), way_out];
                    if self.splitter.is_open() {
                        let line = self.line + self.splitter.breaks();
                        return Err(self.at_quote(Complaint::with(Code::QuoteFarOpen, args(line))));
                    }
                    return Err(self.here(Complaint::with(Code::RecordTooLong, args(self.line))));
                }
                Step::More => self.fill()?,
            }
        }
    }

    /// Be done with a record of this length.
    fn step_over(&mut self, length: usize) -> (usize, usize) {
        let from = self.start;
        self.start += length;
        self.row = self.row.saturating_add(1);
        self.breaks = self.splitter.breaks();
        self.line += 1 + self.breaks;
        (from, self.start)
    }

    fn fill(&mut self) -> Result<(), Problem> {
        self.text.drain(..self.start);
        self.start = 0;
        let more = self.transcoder.fill(&mut self.text);
        self.ended = !more.map_err(|e| unreadable(self.shown, &e))?;
        if self.must_decode && self.transcoder.is_malformed() {
            let behind = self.text.bytes().filter(|byte| *byte == b'\n').count() as u64;
            let line = (self.line + behind).to_string();
            return Err(problem(self.shown, Complaint::with(Code::EncodingBroken, [line])));
        }
        Ok(())
    }

    /// The problem of a quote that opened in the record at hand.
    fn unclosed(&self) -> Problem {
        let line = self.line + self.splitter.breaks();
        self.at_quote(Complaint::with(Code::QuoteUnclosed, [line.to_string()]))
    }

    /// A complaint about the quote that opened last.
    fn at_quote(&self, complaint: Complaint) -> Problem {
        let mut problem = self.here(complaint);
        problem.place.column = u32::try_from(self.splitter.fields().len()).ok();
        problem
    }

    /// A complaint about the record at hand, which is not counted yet.
    fn here(&self, complaint: Complaint) -> Problem {
        let mut problem = problem(self.shown, complaint);
        problem.place.row = Some(self.row.saturating_add(1));
        problem
    }
}

/// Excel's limit of characters in a cell, which take at least as many bytes.
const LONGEST: usize = 32_767;

/// A field that can't be taken over as it stands.
fn is_odd(field: Field, limits: &Limits) -> bool {
    let stands = matches!(field.form, Form::Plain | Form::Quoted);
    !stands || field.breaks > limits.breaks || field.end - field.start > LONGEST
}

/// The fields of a record as the cells of the row of this number.
fn put_record(
    row: &mut RawRow,
    number: u32,
    record: &str,
    fields: &[Field],
    limits: &Limits,
    unescaped: &mut String,
) {
    if let [only] = fields
        && only.form == Form::Plain
        && only.start == only.end
    {
        row.reset(number);
        return;
    }
    if !fields.iter().any(|field| is_odd(*field, limits)) {
        row.fill(number, record, fields.iter().map(|field| (field.start, field.end)));
        // Whatever no value may hold is odd.
        if !row.glance().is_odd() || is_clean(record) {
            return;
        }
    }
    let clean = is_clean(record);
    row.reset(number);
    for (column, field) in fields.iter().enumerate() {
        if field.breaks > limits.breaks {
            row.put(column, RawCell::Fault(Fault::Defect(Defect::TooManyLines(field.breaks + 1))));
        } else {
            put_field(row, column, record, *field, clean, unescaped);
        }
    }
}

fn put_field(
    row: &mut RawRow,
    column: usize,
    record: &str,
    field: Field,
    clean: bool,
    unescaped: &mut String,
) {
    let text = &record[field.start..field.end];
    let text = match field.form {
        Form::Stray => return row.put(column, RawCell::Fault(Fault::Defect(Defect::StrayQuote))),
        Form::Plain | Form::Quoted => text,
        Form::Escaped => {
            unescaped.clear();
            for (n, part) in text.split("\"\"").enumerate() {
                if n > 0 {
                    unescaped.push('"');
                }
                unescaped.push_str(part);
            }
            unescaped.as_str()
        }
    };
    if clean && text.len() <= LONGEST {
        row.put(column, RawCell::Text(text));
    } else {
        put_text(row, column, text);
    }
}
