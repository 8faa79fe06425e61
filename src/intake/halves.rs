//! A name in two columns, where that of the whole name is missing: what puts both together, said
//! instead of that a column is missing.
//!
//! Must not know: how a sheet is bound.

use crate::bind::Binding;
use crate::header::Header;
use crate::lexicon::halves::{self, Halves, is_eastern};
use crate::lexicon::surnames;
use crate::problem::{Code, Complaint, Place, Problem, quoted};
use crate::sheet::address::column_name;
use crate::sheet::{CellRef, Outline, RawRow};
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

/// That a column was taken for the whole name's, while it holds one half of it.
pub(super) fn one(
    binding: &Binding,
    header: &Header,
    outline: &Outline,
    rows: &[RawRow],
    place: &Place,
) -> Option<Problem> {
    half(binding, header, rows, place).or_else(|| merged(binding, header, outline, rows, place))
}

/// The given half, beside a column of the family's.
fn half(binding: &Binding, header: &Header, rows: &[RawRow], place: &Place) -> Option<Problem> {
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

/// That the header of the name is merged over several columns, whose cells hold its halves.
fn merged(
    binding: &Binding,
    header: &Header,
    outline: &Outline,
    rows: &[RawRow],
    place: &Place,
) -> Option<Problem> {
    let name = binding.kind.name?;
    let bound = binding.columns.iter().find(|column| *column.path == *name)?.index;
    let headers = texts(&header.row);
    let index = u32::try_from(bound).ok()?;
    let cell = CellRef::new(header.row.number(), index);
    let merge = outline.merges.iter().find(|merge| merge.contains(cell))?;
    let others = bound + 1..usize::try_from(merge.last.column).ok()? + 1;
    let is_blank = |column: usize| headers.get(column).is_none_or(|text| text.trim().is_empty());
    if merge.first.column != index || others.is_empty() || !others.clone().all(is_blank) {
        return None;
    }
    let columns = bound..others.end;
    let below = rows.iter().filter(|row| row.number() > header.last_row && !row.is_blank());
    let (mut named, mut halved, mut eastern) = (0u64, 0u64, 0u64);
    for row in below {
        let cells = columns.clone().map(|column| text(row.cell(column)).trim().to_owned());
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        named += u64::from(!cells.is_empty());
        let is_family = cells.first().is_some_and(|cell| {
            !is_eastern(cell) || cell.chars().count() == 1 || surnames::is_double(cell)
        });
        halved += u64::from(cells.len() > 1 && is_family && cells.iter().all(|cell| is_half(cell)));
        eastern += u64::from(cells.iter().all(|cell| is_eastern(cell)));
    }
    if halved * 2 <= named {
        return None;
    }
    let own = headers.get(bound)?;
    let again = (2..=columns.len()).map(|nth| format!("{own}@{nth}"));
    let written: Vec<String> = std::iter::once(own.clone()).chain(again).collect();
    let separator = if eastern * 2 > named { "" } else { " " };
    let letters = columns.filter_map(|column| u32::try_from(column).ok()).map(column_name);
    let letters: Vec<String> = letters.collect();
    let args = [letters.join(" + "), line(&written, separator, name)];
    let at = Place { row: Some(header.row.number()), column: Some(index), ..place.clone() };
    let mut problem = Problem::at(at, Complaint::with(Code::NameInHalves, args));
    problem.field = Some(name.into());
    Some(problem)
}

/// Whether a cell may hold half a name: a word, or two ideographs at most.
fn is_half(cell: &str) -> bool {
    let is_word = cell.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    is_word && (!is_eastern(cell) || cell.chars().count() <= 2)
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
