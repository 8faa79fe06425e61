//! What is said about a file before it is opened, and what it turned out to be.
//!
//! Must not know: how it is opened.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::delimiter;
use super::foreign::ForeignKind;
use super::guard::Limits;

/// What the user may say about a file.
#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    /// The encoding of text, by name; else it is found out.
    pub encoding: Option<String>,
    /// The delimiter of text; else it is found out.
    pub delimiter: Option<u8>,
    /// How much a file may ask of the machine.
    pub limits: Limits,
    /// The program that reads foreign formats in a process of its own (muster itself); without it
    /// they are refused.
    pub reader: Option<PathBuf>,
    /// How what is read is hashed.
    pub digesting: Digesting,
}

/// How what is read is hashed, so that a file that changed between two passes is found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digesting {
    /// By SHA-256, which people are told and journals keep.
    #[default]
    Sha256,
    /// The same, of text by a thread of its own.
    Sha256Beside,
    /// By whatever is quickest: nobody is told.
    Untold,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// Delimited text.
    Csv {
        /// The encoding's name, as the WHATWG standard writes it.
        encoding: &'static str,
        /// The character between fields.
        delimiter: u8,
        /// Whether a byte order mark was there.
        bom: bool,
    },
    /// An Office Open XML workbook.
    Xlsx,
    /// A workbook that another process reads.
    Foreign(ForeignKind),
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Csv { encoding, delimiter, bom: _ } => {
                write!(f, "csv, {encoding}, {}", delimiter::name(*delimiter))
            }
            Self::Xlsx => f.write_str("xlsx"),
            Self::Foreign(kind) => f.write_str(kind.name()),
        }
    }
}

/// A sheet that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    /// Its name; none for CSV.
    pub name: Option<Arc<str>>,
    /// Hidden in Excel: not to be chosen in silence.
    pub hidden: bool,
}
