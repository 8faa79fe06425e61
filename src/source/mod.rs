//! Files → rows: opens what a user names, tells by its content what it is, and gives its sheets as
//! a stream of `RawRow`, in memory that does not grow with the rows (but for an `.xlsx` file's
//! shared strings). Formats whose parser does hold all rows are read in another process (`foreign`). What is not a spreadsheet that muster reads is refused by name, with the way
//! out.
//!
//! A file that cannot be read on is an `Err`; a cell that cannot be read is a `RawCell::Fault`.
//!
//! Must not know: headers, fields, kinds, mappings.
//!
//! To add a format: a file beside `csv.rs`, an arm of `Content` and of `Inner`, and its signature
//! in `sniff.rs`.

mod about;
mod archive;
mod beside;
mod cells;
mod complaint;
mod contain;
mod csv;
mod delimiter;
mod encoding;
mod evidence;
mod excel;
mod foreign;
mod guard;
mod hash;
mod ideographs;
mod links;
mod locate;
mod lookout;
mod outline;
mod roman;
mod serial;
mod sniff;
mod split;
mod styles;
mod swallowed;
mod tags;

#[cfg(test)]
mod tests;

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::problem::{Code, Complaint, Problem, both};
use crate::sheet::{Outline, RawRow, Stream};

pub use about::{Digesting, Format, OpenOptions, SheetInfo};
use complaint::{problem, unreadable};
pub use evidence::Evidence;
pub use foreign::{Errand, ForeignKind, Unable};
pub use guard::Limits;
pub use hash::Digest;

/// An opened file.
pub struct Book {
    name: Arc<str>,
    path: PathBuf,
    stamp: Stamp,
    /// SHA-256 of a workbook when it was opened. Text is hashed as it is read.
    before: Option<Digest>,
    digesting: Digesting,
    format: Format,
    sheets: Vec<SheetInfo>,
    content: Content,
}

/// By what a file is known to be another, or to have been written to.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(path: &Path, shown: &Arc<str>) -> Result<Self, Problem> {
        let metadata = std::fs::metadata(path).map_err(|e| unreadable(shown, &e))?;
        Ok(Self { length: metadata.len(), modified: metadata.modified().ok() })
    }
}

enum Content {
    Csv(csv::CsvBook),
    Xlsx(Box<excel::Workbook>),
    Foreign(foreign::Book),
}

/// Open the file at `path`, which messages call `shown`.
///
/// # Errors
/// A problem of the whole file: missing, unreadable, empty, of a foreign format, encrypted,
/// damaged, larger than the limits, in an encoding that cannot be told.
pub fn open(path: &Path, shown: &Arc<str>, options: &OpenOptions) -> Result<Book, Problem> {
    let stamp = Stamp::of(path, shown)?;
    let mut file = open_file(path, shown)?;
    let mut head = Vec::with_capacity(sniff::HEAD);
    let read = (&mut file).take(sniff::HEAD as u64).read_to_end(&mut head);
    read.map_err(|e| unreadable(shown, &e))?;
    if head.is_empty() {
        return Err(problem(shown, Complaint::new(Code::FileEmpty)));
    }
    let kind = sniff::sniff(&head).map_err(|complaint| problem(shown, complaint))?;
    let (format, sheets, content) = match kind {
        sniff::Kind::Text => {
            let book = csv::CsvBook::open(file, &head, shown, options)?;
            let sheets = vec![SheetInfo { name: None, hidden: false }];
            (book.format(), sheets, Content::Csv(book))
        }
        sniff::Kind::Zip => match guard::package(&mut file).map_err(|c| problem(shown, c))? {
            guard::Package::Xlsb => foreign(ForeignKind::Xlsb, path, file, shown, options)?,
            guard::Package::Ods => foreign(ForeignKind::Ods, path, file, shown, options)?,
            guard::Package::Xlsx => {
                let workbook = excel::Workbook::open(path, file, shown, &options.limits)?;
                (Format::Xlsx, workbook.sheets(), Content::Xlsx(Box::new(workbook)))
            }
        },
        sniff::Kind::Ole => {
            if guard::is_encrypted(&mut file).map_err(|e| unreadable(shown, &e))? {
                return Err(problem(shown, Complaint::new(Code::FileEncrypted)));
            }
            foreign(ForeignKind::Xls, path, file, shown, options)?
        }
    };
    let before = match content {
        Content::Csv(_) => None,
        // Their parsers go to and fro in the file, or read it elsewhere.
        Content::Xlsx(_) | Content::Foreign(_) => Some(whole(path, shown, options.digesting)?),
    };
    let (name, path) = (Arc::clone(shown), path.to_owned());
    let digesting = options.digesting;
    Ok(Book { name, path, stamp, before, digesting, format, sheets, content })
}

/// SHA-256 of the file at `path` as it is now.
///
/// # Errors
/// It cannot be read.
pub fn digest_of(path: &Path, shown: &Arc<str>) -> Result<Digest, Problem> {
    whole(path, shown, Digesting::Sha256)
}

/// The digest of the file at `path` as it is now.
fn whole(path: &Path, shown: &Arc<str>, digesting: Digesting) -> Result<Digest, Problem> {
    let mut file = open_file(path, shown)?;
    hash::digest(&mut file, digesting).map_err(|e| unreadable(shown, &e))
}

/// Open a file that another process reads.
fn foreign(
    kind: ForeignKind,
    path: &Path,
    file: File,
    shown: &Arc<str>,
    options: &OpenOptions,
) -> Result<(Format, Vec<SheetInfo>, Content), Problem> {
    let book = foreign::Book::open(kind, path, file, shown, options)?;
    Ok((Format::Foreign(kind), book.sheets(), Content::Foreign(book)))
}

impl Book {
    /// The file's name as messages show it.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// What the file is.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// On what grounds text is read as it is: its encoding, its delimiter. Nothing for a workbook,
    /// which says itself what it is.
    pub fn evidence(&self) -> &[Evidence] {
        match &self.content {
            Content::Csv(book) => book.evidence(),
            Content::Xlsx(_) | Content::Foreign(_) => &[],
        }
    }

    /// The sheets that can be read, in the workbook's order; charts and macros are left out.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// What the sheet with that index says beside its cells; nothing for CSV. The first call, or
    /// that of `rows`, passes over the sheet, at a twelfth of what reading its rows costs.
    ///
    /// # Errors
    /// The sheet is not there, is damaged, or has more merged cells than the limit.
    pub fn outline(&mut self, sheet: usize) -> Result<Outline, Problem> {
        self.known(sheet)?;
        match &mut self.content {
            Content::Csv(_) => Ok(Outline::default()),
            Content::Xlsx(workbook) => workbook.outline(sheet, &self.name),
            Content::Foreign(book) => Ok(book.outline(sheet)),
        }
    }

    /// Whether a text of the sheet with that index may be a day in figures, one of which can be no month
    /// (25/12/1988). A program that has made dates of such texts as it understood them leaves these.
    /// Nothing of it in CSV, where all are text.
    ///
    /// # Errors
    /// The sheet is not there.
    pub fn may_be_lopsided(&mut self, sheet: usize) -> Result<bool, Problem> {
        self.known(sheet)?;
        match &mut self.content {
            Content::Csv(_) => Ok(false),
            Content::Xlsx(workbook) => workbook.is_lopsided(sheet, &self.name),
            Content::Foreign(book) => Ok(book.is_lopsided(sheet)),
        }
    }

    fn known(&self, sheet: usize) -> Result<(), Problem> {
        if sheet < self.sheets.len() {
            return Ok(());
        }
        let args = [format!("#{}", sheet + 1), self.sheets.len().to_string()];
        Err(problem(&self.name, Complaint::with(Code::SheetMissing, args)))
    }

    /// The rows of the sheet with that index in `sheets`, from its beginning; any number of times.
    ///
    /// # Errors
    /// The sheet is not there, or cannot be read at all.
    pub fn rows(&mut self, sheet: usize) -> Result<Rows<'_>, Problem> {
        self.known(sheet)?;
        let inner = match &mut self.content {
            Content::Csv(book) => Inner::Csv(Box::new(book.rows(&self.name)?)),
            Content::Xlsx(workbook) => Inner::Xlsx(Box::new(workbook.rows(sheet, &self.name)?)),
            Content::Foreign(book) => Inner::Foreign(book.rows(sheet, &self.name)?),
        };
        Ok(Rows { inner })
    }

    /// The digest of what was read: of text, that of every pass to its end; of a
    /// workbook, that of the file before and after. Of what was not read, that of the file now.
    ///
    /// # Errors
    /// `Code::InputChanged`, or the file cannot be read any more.
    pub fn digest(&self) -> Result<Digest, Problem> {
        let changed = || problem(&self.name, Complaint::new(Code::InputChanged));
        if self.stamp != Stamp::of(&self.path, &self.name)? {
            return Err(changed());
        }
        if let Content::Csv(book) = &self.content
            && let Some(read) = &book.seen().digest
        {
            return if book.seen().differs { Err(changed()) } else { Ok(read.clone()) };
        }
        let now = whole(&self.path, &self.name, self.digesting)?;
        match &self.before {
            Some(before) if *before != now => Err(changed()),
            Some(_) | None => Ok(now),
        }
    }
}

impl fmt::Debug for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Book({}: {:?}, {} sheets)", self.name, self.format, self.sheets.len())
    }
}

/// A pass over the rows of one sheet.
pub struct Rows<'a> {
    inner: Inner<'a>,
}

enum Inner<'a> {
    Csv(Box<csv::CsvRows<'a>>),
    Xlsx(Box<excel::SheetRows<'a>>),
    Foreign(foreign::SheetRows<'a>),
}

impl Stream for Rows<'_> {
    type Error = Problem;

    fn next(&mut self, row: &mut RawRow) -> Result<bool, Problem> {
        match &mut self.inner {
            Inner::Csv(rows) => rows.next(row),
            Inner::Xlsx(rows) => rows.next(row),
            Inner::Foreign(rows) => rows.next(row),
        }
    }
}

fn open_file(path: &Path, shown: &Arc<str>) -> Result<File, Problem> {
    let is_lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
    let metadata = std::fs::metadata(path).map_err(|e| unreadable(shown, &e))?;
    if is_lock {
        Err(problem(shown, Complaint::new(Code::FileIsLock)))
    } else if metadata.is_dir() {
        Err(problem(shown, Complaint::new(Code::FileIsFolder)))
    } else if metadata.is_file() {
        File::open(path).map_err(|e| unreadable(shown, &e))
    } else {
        let special = both("不是普通文件", "not a regular file");
        Err(problem(shown, Complaint::with(Code::FileUnreadable, [special])))
    }
}
