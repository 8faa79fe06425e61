//! What a header row means for one kind: the only thing that `check` needs to read rows.
//!
//! Must not know: how the columns were matched.

use std::sync::Arc;

pub use super::column::{Clock, Column, Proven};
use super::shape::Shape;
use crate::lexicon::people;
use crate::lexicon::suggest::BETWEEN;
use crate::problem::{Code, Complaint, Problem, both, quoted};
pub use crate::reading::{DateOrder, DefaultValue, OnBad, ReadOptions};
use crate::spec::Kind;

/// The columns of one sheet, bound for one kind.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The kind of the records.
    pub kind: &'static Kind,
    /// The last row of the header, as Excel numbers it; records begin below.
    pub header_row: u32,
    /// Bound columns, in table order of their slots. A header that feeds two fields is here twice.
    pub columns: Vec<Column>,
    /// What fields without a value get.
    pub defaults: Vec<DefaultValue>,
    /// Columns that bind to nothing: reported, never dropped in silence.
    pub unbound: Vec<Unbound>,
    /// Headers that the mapping file ignores, with their columns.
    pub ignored: Vec<Unbound>,
    /// How values are read.
    pub reading: ReadOptions,
    /// The column whose text names the record in reports.
    pub key_column: Option<usize>,
    /// Warnings of the binding itself.
    pub warnings: Vec<Problem>,
    /// The document number's column is headed 身份证… and there is no type: 15 or 18 digits mean
    /// type 1, any other shape needs a 证件类型 column.
    pub implied_document: bool,
    /// Rows without a key are records too (`--allow-keyless`).
    pub allow_keyless: bool,
    /// The column of the person's name, which is no field of the kind: it is held against the name of
    /// the employee whom another column tells.
    pub own_name: Option<usize>,
    /// What is gathered beside the columns of the header.
    pub shape: Shape,
}

impl Binding {
    /// Hold the person's name, which feeds nothing, against the employee's.
    pub fn compare_names(&mut self) {
        let is_name = |unbound: &Unbound| people::is_own_name(&unbound.header);
        let Some(at) = self.unbound.iter().position(is_name) else { return };
        let index = self.unbound.remove(at).index;
        let column = u32::try_from(index).ok();
        self.warnings
            .retain(|warning| !is_of_unbound(warning.code()) || warning.place.column != column);
        self.own_name = Some(index);
    }

    /// Suggest only places that fit, as `fits` says of a path and a column.
    pub fn suggest_only(&mut self, fits: impl Fn(&str, usize) -> bool) {
        for unbound in &mut self.unbound {
            let Some(paths) = unbound.suggestion.take() else { continue };
            let fit: Vec<&str> =
                paths.split(BETWEEN).filter(|path| fits(path, unbound.index)).collect();
            unbound.suggestion = (!fit.is_empty()).then(|| fit.join(BETWEEN));
            let index = u32::try_from(unbound.index).ok();
            let of_it = self.warnings.iter_mut().find(|warning| {
                warning.code() == Code::HeaderUnbound && warning.place.column == index
            });
            if let Some(warning) = of_it {
                warning.complaint = unbound.complaint();
            }
        }
    }
}

/// Whether a code says of a column that it feeds nothing.
pub(crate) const fn is_of_unbound(code: Code) -> bool {
    matches!(code, Code::HeaderUnbound | Code::HeaderPeriod)
}

/// A column that feeds nothing.
#[derive(Clone, Debug)]
pub struct Unbound {
    /// Column of the sheet, from 0.
    pub index: usize,
    /// The header as the file has it.
    pub header: Arc<str>,
    /// How a mapping file names it: of equal headers with the how-manieth it is.
    pub(super) written: Arc<str>,
    /// The field that it may mean: shown, never taken.
    pub suggestion: Option<String>,
    /// The places of the ends of the period that it seems to hold.
    pub period: Option<[String; 2]>,
}

impl Unbound {
    /// That it feeds nothing, with the line that would have it feed each of what it may mean.
    pub(super) fn complaint(&self) -> Complaint {
        if let Some([start, end]) = &self.period {
            let to = format!("[{}, {}]", quoted(start), quoted(end));
            let line = format!("derive = [{{ range = {}, to = {to} }}]", quoted(&self.header));
            return Complaint::with(Code::HeaderPeriod, [line]);
        }
        let paths = self.suggestion.as_deref().unwrap_or("…").split(BETWEEN);
        let line = |path| format!("{} = {}", quoted(&self.written), quoted(path));
        let lines: Vec<String> = paths.map(line).collect();
        Complaint::with(Code::HeaderUnbound, [both(&lines.join(" 或 "), &lines.join(" or "))])
    }
}
