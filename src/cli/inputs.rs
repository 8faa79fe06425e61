//! The input flags → an intake's order.
//!
//! Must not know: what is done with what is read.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::intake::{Hidden, IntakeOptions, Stop};
use crate::mapping::Mapping;
use crate::mapping::workbook::{self, Page};
use crate::problem::{Code, Complaint, Place, Problem, of_system};
use crate::sheet::{RawRow, Stream as _};
use crate::source::{self, Digesting, Limits, OpenOptions};

use super::args::{HiddenParts, Input};
use super::exit::Exit;
use super::printer::Printer;
use super::{CommandContext, readings};

/// Rows of a mapping workbook's sheet that are read: the 16,384 columns that a sheet can have, and
/// what stands above them.
const MAPPING_ROWS: usize = 20_000;

/// An order, and the mapping file that it was made with.
pub(super) struct Ordered {
    pub(super) order: IntakeOptions,
    pub(super) mapping_sha256: Option<String>,
    pub(super) mapping_file: Option<MappingFile>,
    /// SHA-256 of the tenant's lists as they were read; none where they were not, or changed meanwhile.
    pub(super) lists_sha256: Option<String>,
}

/// A mapping file as it was read.
pub(super) struct MappingFile {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
}

/// Read the mapping file and put the order together. A problem of the mapping file is printed at
/// its place.
pub(super) fn order(input: &Input, printer: Printer) -> Result<Result<Ordered, Exit>, Complaint> {
    let missing: Vec<_> = input.files.iter().filter(|path| !path.exists()).collect();
    if !missing.is_empty() {
        for path in missing {
            printer.error(&Complaint::with(Code::FileMissing, [path.display().to_string()]));
        }
        return Ok(Err(Exit::Usage));
    }
    let workers = super::environment::workers();
    let mut order = IntakeOptions {
        files: input.files.clone(),
        kind: input.kind,
        sheet: input.sheet.clone(),
        header_row: input.header_row,
        open: OpenOptions {
            encoding: input.encoding.clone(),
            delimiter: input.delimiter,
            limits: Limits::default().raised(input.raise_limits.unwrap_or(1)),
            reader: super::environment::this_program(),
            digesting: if workers > 1 { Digesting::Sha256Beside } else { Digesting::Sha256 },
        },
        allow_keyless: input.allow_keyless,
        hidden: match input.hidden {
            HiddenParts::Skip => Hidden::Skip,
            HiddenParts::Read => Hidden::Read,
        },
        accept: input.accept_suggestions,
        dates: input.dates,
        now: Some(super::environment::now()),
        workers,
        ..IntakeOptions::default()
    };
    let (mut mapping_sha256, mut mapping_file) = (None, None);
    if let Some(path) = &input.mapping {
        let (mapping, bytes) = mapping(path)?;
        match mapping {
            Ok(mapping) => order.mapping = Some(mapping),
            Err(problems) => {
                for problem in &problems {
                    printer.problem(problem);
                }
                return Ok(Err(Exit::Usage));
            }
        }
        order.mapping_folder = path.parent().map(Path::to_path_buf);
        mapping_sha256 = Some(sha256(&bytes));
        mapping_file = Some(MappingFile { path: path.clone(), bytes });
    }
    Ok(Ok(Ordered { order, mapping_sha256, mapping_file, lists_sha256: None }))
}

/// A mapping file or workbook, with its bytes.
pub(super) type Read = (Result<Mapping, Vec<Problem>>, Vec<u8>);

/// Read a mapping: a workbook by its content, else TOML.
pub(super) fn mapping(path: &Path) -> Result<Read, Complaint> {
    let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok((workbook(path, &shown), bytes));
    }
    let text = read(path)?;
    Ok((Mapping::parse(&text, &shown), bytes))
}

/// A mapping workbook's sheets, all of them: none has more rows than people fill in.
fn workbook(path: &Path, shown: &Arc<str>) -> Result<Mapping, Vec<Problem>> {
    let one = |problem| vec![problem];
    let mut book = source::open(path, shown, &OpenOptions::default()).map_err(one)?;
    let names: Vec<Option<Arc<str>>> = book.sheets().iter().map(|s| s.name.clone()).collect();
    let mut pages = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let name = name.unwrap_or_else(|| Arc::from(""));
        if name.starts_with("muster_") {
            continue;
        }
        let mut rows = book.rows(index).map_err(one)?;
        let mut page = Page { name, rows: Vec::new() };
        let mut row = RawRow::new();
        while page.rows.len() < MAPPING_ROWS && rows.next(&mut row).map_err(one)? {
            page.rows.push(row.clone());
        }
        pages.push(page);
    }
    workbook::mapping(&pages, shown)
}

fn read(path: &Path) -> Result<String, Complaint> {
    std::fs::read_to_string(path).map_err(|error| {
        if error.kind() == ErrorKind::InvalidData {
            Complaint::with(Code::MappingEncoding, [path.display().to_string()])
        } else {
            unreadable(path, &error)
        }
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Complaint {
    let shown = path.display().to_string();
    if error.kind() == ErrorKind::NotFound {
        Complaint::with(Code::FileMissing, [shown])
    } else {
        Complaint::with(Code::MappingUnreadable, [shown.into(), of_system(error)])
    }
}

/// A mapping that a run kept, by its bytes.
pub(super) fn mapping_of_bytes(bytes: &[u8], path: &Path) -> Result<Mapping, Vec<Problem>> {
    let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
    if !bytes.starts_with(b"PK\x03\x04") {
        return Mapping::parse(&String::from_utf8_lossy(bytes), &shown);
    }
    let unreadable = |error: std::io::Error| {
        vec![Problem::at(Place::file(&shown), self::unreadable(path, &error))]
    };
    let mut copy = tempfile::NamedTempFile::with_suffix(".xlsx").map_err(unreadable)?;
    copy.write_all(bytes).map_err(unreadable)?;
    workbook(copy.path(), &shown)
}

/// SHA-256 as hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Say why an intake came to an end, and with which code the command does.
pub(super) fn stopped(stop: Stop, scene: &CommandContext) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    match stop {
        Stop::Unclear(unclear) => {
            printer.problem(&unclear.problem);
            printer.urge(&readings::text(&unclear, &scene.line, printer.lang));
            Ok(Exit::Usage)
        }
        Stop::Input(problems) => {
            for problem in &problems {
                printer.problem(problem);
            }
            Ok(Exit::Usage)
        }
        Stop::Changed(problem) => {
            printer.problem(&problem);
            Ok(Exit::Changed)
        }
        Stop::Sink(complaint) => Err(complaint),
    }
}
