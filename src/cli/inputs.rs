//! The input flags → an intake's order.
//!
//! Must not know: what is done with what is read.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::bind::mapping::Mapping;
use crate::intake::{Hidden, Order, Stop};
use crate::problem::{Code, Complaint, of_system};
use crate::source::{Limits, OpenOptions};

use super::args::{HiddenParts, Input};
use super::exit::Exit;
use super::printer::Printer;

/// An order, and the hash of the mapping file that it was made with.
pub(super) struct Ordered {
    pub(super) order: Order,
    pub(super) mapping_sha256: Option<String>,
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
    let mut order = Order {
        files: input.files.clone(),
        kind: input.kind,
        sheet: input.sheet.clone(),
        header_row: input.header_row,
        open: OpenOptions {
            encoding: input.encoding.clone(),
            delimiter: input.delimiter,
            limits: Limits::default().raised(input.raise_limits.unwrap_or(1)),
            reader: super::environment::this_program(),
        },
        allow_keyless: input.allow_keyless,
        hidden: match input.hidden {
            HiddenParts::Skip => Hidden::Skip,
            HiddenParts::Read => Hidden::Read,
        },
        dates: input.dates,
        ..Order::default()
    };
    let mut mapping_sha256 = None;
    if let Some(path) = &input.mapping {
        let text = read(path)?;
        let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
        match Mapping::parse(&text, &shown) {
            Ok(mapping) => order.mapping = Some(mapping),
            Err(problems) => {
                for problem in &problems {
                    printer.problem(problem);
                }
                return Ok(Err(Exit::Usage));
            }
        }
        order.mapping_folder = path.parent().map(Path::to_path_buf);
        mapping_sha256 = Some(hex(&Sha256::digest(text.as_bytes())));
    }
    Ok(Ok(Ordered { order, mapping_sha256 }))
}

fn read(path: &Path) -> Result<String, Complaint> {
    std::fs::read_to_string(path).map_err(|error| {
        let shown = path.display().to_string();
        if error.kind() == ErrorKind::NotFound {
            Complaint::with(Code::FileMissing, [shown])
        } else if error.kind() == ErrorKind::InvalidData {
            Complaint::with(Code::MappingEncoding, [shown])
        } else {
            Complaint::with(Code::MappingUnreadable, [shown, of_system(&error)])
        }
    })
}

/// Lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Say why an intake came to an end, and with which code the command does.
pub(super) fn stopped(stop: Stop, printer: Printer) -> Result<Exit, Complaint> {
    match stop {
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
