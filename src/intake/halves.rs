//! A name in two columns, where that of the whole name is missing: what puts both together, said
//! instead of that a column is missing.
//!
//! Must not know: how a sheet is bound.

use crate::bind::Binding;
use crate::header::Header;
use crate::lexicon::halves::{self, Halves, is_eastern};
use crate::problem::{Code, Complaint, Place, Problem, quoted};
use crate::sheet::RawRow;
use crate::spec::Kind;

use super::words::{text, texts};

/// Say of a column of the name that is missing which columns make it, by the rows at the sheet's
/// beginning.
pub(super) fn tell(kind: &Kind, header: &Header, rows: &[RawRow], problems: &mut [Problem]) {
    let Some(name) = kind.name else { return };
    let is_it = |problem: &&mut Problem| {
        problem.code() == Code::RequiredColumnMissing && problem.field.as_deref() == Some(name)
    };
    let Some(problem) = problems.iter_mut().find(is_it) else { return };
    let headers = texts(&header.row);
    let Some(found) = halves::find(headers.iter().map(String::as_str)) else { return };
    problem.complaint = complaint(found, &headers, (header, rows), name);
}

/// That a column was taken for the whole name's, while it holds the given half beside a column of the
/// family's.
pub(super) fn half(
    binding: &Binding,
    header: &Header,
    rows: &[RawRow],
    place: &Place,
) -> Option<Problem> {
    let name = binding.kind.name?;
    let bound = binding.columns.iter().find(|column| *column.path == *name)?.index;
    let headers = texts(&header.row);
    let found = halves::beside(headers.iter().map(String::as_str), bound)?;
    let below = rows.iter().filter(|row| row.number() > header.last_row);
    let pairs = below.map(|row| {
        let of = |column| text(row.cell(column)).trim().to_lowercase();
        (of(found.family), of(bound))
    });
    let filled: Vec<_> =
        pairs.filter(|(one, other)| !one.is_empty() && !other.is_empty()).collect();
    let whole = filled.iter().filter(|(family, name)| name.contains(family.as_str())).count();
    if filled.is_empty() || whole * 2 > filled.len() {
        return None;
    }
    let place = Place {
        row: Some(header.row.number()),
        column: u32::try_from(bound).ok(),
        ..place.clone()
    };
    let mut problem = Problem::at(place, complaint(found, &headers, (header, rows), name));
    problem.field = Some(name.into());
    Some(problem)
}

/// That these halves make the name, with the line that joins them as the script of their cells does.
fn complaint(
    found: Halves,
    headers: &[String],
    (header, rows): (&Header, &[RawRow]),
    name: &str,
) -> Complaint {
    let below = rows.iter().filter(|row| row.number() > header.last_row);
    let cells = below.flat_map(|row| found.all().map(|column| text(row.cell(column))));
    let (mut filled, mut eastern) = (0, 0);
    for cell in cells.filter(|cell| !cell.trim().is_empty()) {
        filled += 1;
        eastern += u64::from(is_eastern(&cell));
    }
    let family = headers.get(found.family).map_or("", String::as_str);
    let (order, separator) = found.joined((filled, eastern), family);
    let columns: Vec<String> = order.iter().filter_map(|at| headers.get(*at)).cloned().collect();
    let args = [columns.join(" + "), line(&columns, separator, name)];
    Complaint::with(Code::NameInHalves, args)
}

/// The line of a mapping file that joins these columns.
fn line(columns: &[String], separator: &str, to: &str) -> String {
    let columns: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
    let between = if separator.is_empty() {
        String::new()
    } else {
        format!(", separator = {}", quoted(separator))
    };
    format!("derive = [{{ join = [{}]{between}, to = {} }}]", columns.join(", "), quoted(to))
}
