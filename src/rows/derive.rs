//! Cells that are made of other cells: put together, cut, copied, changed.
//!
//! A cell of which nothing can be made gives faults, so that its problem is told where it stands,
//! as that of any cell that could not be read.
//!
//! Must not know: where virtual columns are, what a field does with its cell.

use std::borrow::Cow;

use super::{period, several};
use crate::bind::{Derive, Op, To, Transform};
use crate::lexicon::normalize;
use crate::lexicon::nothing::nothing;
use crate::sheet::{Defect, Dressed, Fault, RawCell, RawRow};

/// From here on a number no longer holds every digit that was typed (Excel keeps 15).
const EXACT: f64 = 1e15;
/// Characters of the longest cell, as Excel has it.
const LONGEST: usize = 32_767;

/// What stands between the names of a path, and where names may lack between them.
const BETWEEN: &str = "/";
const GAP: &str = "//";

/// One derived cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Made<'a> {
    /// Which entry of its group, from 1; 1 outside groups and where the place names its entry.
    pub entry: u16,
    /// Which of the places of [`Derive::to`], from 0.
    pub target: usize,
    /// The column of the row that it comes from; of several, the first that holds anything.
    pub from: usize,
    /// What it holds; never blank.
    pub cell: RawCell<'a>,
}

/// Make the derived cells of a row. Where the cells that they are made of are blank, there are none.
pub(crate) fn apply(derive: &Derive, row: &RawRow, out: &mut dyn FnMut(Made<'_>)) {
    let filled = || derive.from.iter().filter(|column| !row.cell(**column).is_blank());
    let Some(from) = filled().next().copied() else { return };
    let maker = Maker { derive, from };
    let fault = filled().find_map(|column| match row.cell(*column) {
        RawCell::Fault(fault) => Some((*column, fault)),
        RawCell::Empty
        | RawCell::Text(_)
        | RawCell::Number(_)
        | RawCell::Bool(_)
        | RawCell::Moment(_)
        | RawCell::Dressed(_) => None,
    });
    if let Some((from, fault)) = fault {
        return Maker { derive, from }.fault(1, fault, out);
    }
    let is_text = matches!(row.cell(from).whole(), RawCell::Text(_) | RawCell::Dressed(_));
    let plain = derive.transforms.is_empty() && (!is_text || matches!(derive.to, To::Columns(_)));
    if matches!(derive.op, Op::Copy) && plain {
        return out(Made { entry: 1, target: 0, from, cell: row.cell(from) });
    }
    if matches!(derive.op, Op::Range) && !is_text {
        return maker.fault(1, Fault::Defect(Defect::NotAPeriod), out);
    }
    if matches!(derive.op, Op::Path) {
        return match levels(&derive.from, row) {
            Ok(Some((from, path))) => Maker { derive, from }.entry(1, &path, out),
            Ok(None) => {}
            Err((from, fault)) => Maker { derive, from }.fault(1, fault, out),
        };
    }
    let texts: Result<Vec<Cow<'_, str>>, Fault<'_>> =
        filled().map(|column| text(row.cell(*column))).collect();
    match texts {
        Err(fault) => maker.fault(1, fault, out),
        Ok(texts) => maker.whole(&texts, out),
    }
}

struct Maker<'d> {
    derive: &'d Derive,
    from: usize,
}

impl Maker<'_> {
    /// The texts of all cells, as one text or as entries.
    fn whole(&self, texts: &[Cow<'_, str>], out: &mut dyn FnMut(Made<'_>)) {
        let text = match &self.derive.op {
            Op::Join { separator } => Cow::Owned(
                texts.iter().map(|text| normalize::trim(text)).collect::<Vec<_>>().join(separator),
            ),
            Op::Copy | Op::Path | Op::Range | Op::Split { .. } => {
                texts.first().map(|text| Cow::Borrowed(text.as_ref())).unwrap_or_default()
            }
        };
        let To::Entries { group, separator, .. } = &self.derive.to else {
            return self.entry(1, &text, out);
        };
        let entries = several::parts(&text, separator);
        if entries.len() > group.max {
            return self.fault(1, Fault::Defect(Defect::TooManyEntries(group.max)), out);
        }
        for (n, entry) in (1u16..).zip(entries) {
            if !several::is_blank(entry) {
                self.entry(n, entry, out);
            }
        }
    }

    /// One entry, or all there is.
    fn entry(&self, n: u16, text: &str, out: &mut dyn FnMut(Made<'_>)) {
        match &self.derive.op {
            Op::Copy | Op::Path | Op::Join { .. } => self.part(n, 0, text, out),
            // 无, 待定, N/A, a dash: nothing, as in a column of a day.
            Op::Range if nothing(normalize::trim(text)).is_some() => {}
            Op::Range => match period::split(text) {
                Some(period) => {
                    self.part(n, 0, &period.first, out);
                    self.part(n, 1, &period.last, out);
                }
                None => self.fault(n, Fault::Defect(Defect::NotAPeriod), out),
            },
            Op::Split { separator } => {
                let parts = several::parts(text, separator);
                let places = self.places();
                if parts.len() > places {
                    return self.fault(n, Fault::Defect(Defect::TooManyParts(places)), out);
                }
                for (target, part) in parts.into_iter().enumerate() {
                    self.part(n, target, part, out);
                }
            }
        }
    }

    /// One part, changed as the mapping file wants it.
    fn part(&self, entry: u16, target: usize, text: &str, out: &mut dyn FnMut(Made<'_>)) {
        let mut text = Cow::Borrowed(text);
        let mut cell = RawCell::Empty;
        for transform in &self.derive.transforms {
            if several::is_blank(&text) {
                break;
            }
            if let Some(changed) = change(transform, &text) {
                text = Cow::Owned(changed);
            }
            if text.len() > LONGEST && text.chars().count() > LONGEST {
                cell = RawCell::Fault(Fault::Defect(Defect::TooLong));
                break;
            }
        }
        if cell.is_blank() {
            cell = RawCell::Text(&text);
        }
        if !cell.is_blank() {
            out(Made { entry, target, from: self.from, cell });
        }
    }

    /// Nothing can be made: every place gets the fault.
    fn fault(&self, entry: u16, fault: Fault<'_>, out: &mut dyn FnMut(Made<'_>)) {
        for target in 0..self.places() {
            out(Made { entry, target, from: self.from, cell: RawCell::Fault(fault) });
        }
    }

    const fn places(&self) -> usize {
        match &self.derive.to {
            To::Columns(columns) => columns.len(),
            To::Entries { columns, .. } => columns.len(),
        }
    }
}

/// The path that these columns of a row make, as a column of its own would hold it.
pub(crate) fn path(from: &[usize], row: &RawRow) -> Option<String> {
    levels(from, row).ok().flatten().map(|(_, path)| path)
}

/// The path of the names of all levels, and the column of the deepest. Behind a level that is left blank,
/// or that only says again what stands above, the sign is doubled: there the path may have a gap.
fn levels<'r>(
    from: &[usize],
    row: &'r RawRow,
) -> Result<Option<(usize, String)>, (usize, Fault<'r>)> {
    let mut path: Option<(usize, String)> = None;
    let (mut gap, mut last) = (false, String::new());
    for column in from {
        let text = text(row.cell(*column)).map_err(|fault| (*column, fault))?;
        let name = normalize::trim(&text);
        if name.is_empty() || nothing(name).is_some() {
            gap = true;
            continue;
        }
        let form = normalize::label(name);
        let so_far =
            path.take().map(|(_, path)| path + if gap || form == last { GAP } else { BETWEEN });
        path = Some((*column, so_far.unwrap_or_default() + name));
        (gap, last) = (false, form);
    }
    Ok(path)
}

/// A cell's content as text; a number of which digits are lost is a fault.
pub(super) fn text(cell: RawCell<'_>) -> Result<Cow<'_, str>, Fault<'_>> {
    Ok(match cell.whole() {
        RawCell::Empty => Cow::Borrowed(""),
        RawCell::Text(text) | RawCell::Dressed(Dressed { face: text, .. }) => Cow::Borrowed(text),
        RawCell::Number(number) if number.abs() >= EXACT => {
            return Err(Fault::Defect(Defect::DigitsLost));
        }
        RawCell::Number(number) => Cow::Owned(number.to_string()),
        RawCell::Bool(truth) => Cow::Borrowed(if truth { "TRUE" } else { "FALSE" }),
        RawCell::Moment(moment) if moment.time == jiff::civil::Time::midnight() => {
            Cow::Owned(moment.date.to_string())
        }
        RawCell::Moment(moment) => Cow::Owned(format!("{} {}", moment.date, moment.time)),
        RawCell::Fault(fault) => return Err(fault),
    })
}

/// The changed text; none where it stays as it is.
fn change(transform: &Transform, text: &str) -> Option<String> {
    match transform {
        Transform::Trim => Some(normalize::trim(text).to_owned()),
        Transform::Upper => Some(text.to_uppercase()),
        Transform::Lower => Some(text.to_lowercase()),
        Transform::StripPrefix(prefix) => text.strip_prefix(prefix.as_str()).map(str::to_owned),
        Transform::StripSuffix(suffix) => text.strip_suffix(suffix.as_str()).map(str::to_owned),
        Transform::PadLeft(width) => {
            let lacking = width.saturating_sub(text.chars().count());
            (lacking > 0).then(|| "0".repeat(lacking) + text)
        }
        Transform::Replace { pattern, with } => match pattern.replace_all(text, with.as_str()) {
            Cow::Borrowed(_) => None,
            Cow::Owned(changed) => Some(changed),
        },
    }
}

#[cfg(test)]
mod tests;
