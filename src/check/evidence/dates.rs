//! In which order day, month and year stand in a column: proven by the values that make a day in
//! one order only (26/06/2026, 31/12/99), never guessed.
//!
//! Must not know: how dates are read (`types`), what else a row holds.

mod feeds;

use std::sync::Arc;

use feeds::Feeds;

use crate::bind::{Binding, ChildBinding, DateOrder};
use crate::check::types::{ALL, Orders, orders_of, shown};
use crate::problem::{Arg, Code, Complaint, Place, Problem, both};
use crate::sheet::{CellRef, RawCell, RawRow};

/// The evidence of the date columns of one sheet.
#[derive(Debug, Default)]
pub struct DateOrders {
    columns: Vec<(Feeds, ColumnStats)>,
}

/// A cell that proves something; its text only where it is not personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Cell {
    /// Row as Excel numbers it.
    pub row: u32,
    /// What it holds.
    pub text: Option<String>,
}

impl std::fmt::Debug for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Cell(row {})", self.row)
    }
}

/// What a column's values say of their order. Columns in which each date has one reading by
/// itself need none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Only this order fits all, as the cell shows.
    Proven(DateOrder, Cell),
    /// No order fits all: the first has the day first, the second the month or the year.
    Contradicted(Cell, Cell),
    /// Nothing proves an order.
    None,
}

/// One column so far.
#[derive(Debug)]
struct ColumnStats {
    index: usize,
    header: Arc<str>,
    path: Arc<str>,
    personal: bool,
    /// The order that is told of the sheet, which counts where nothing is proven.
    told: Option<DateOrder>,
    /// By order: the first cell that no other order makes a day of.
    sole: [Option<Cell>; 3],
    /// By order: the first cell that it makes no day of.
    against: [Option<Cell>; 3],
    /// Cells that need an order.
    open: u64,
    /// Such with two digits at both ends; where an order is told, which they may contradict, others too.
    short: bool,
    /// Such that are another day by day first than by month first.
    differ: bool,
}

impl DateOrders {
    /// Whether an order is told of the sheet, and a column's values may prove another.
    pub fn may_overrule(binding: &Binding) -> bool {
        binding.reading.dates.is_some() && Self::wants(binding)
    }

    /// Whether a column's values can settle anything.
    pub fn wants(binding: &Binding) -> bool {
        binding.columns.iter().any(feeds::is_open)
    }

    /// Nothing seen yet of the date columns of these bindings of one sheet, nor of what is made of
    /// its columns.
    pub fn new<'b>(bindings: impl IntoIterator<Item = &'b Binding>) -> Self {
        let mut columns: Vec<(Feeds, ColumnStats)> = Vec::new();
        for binding in bindings {
            for (feeds, index, header, column) in feeds::of(binding) {
                let personal = column.slot.personal();
                let mut known = columns.iter_mut();
                let known = known.find(|(other, seen)| feeds.same(other, index, seen.index));
                if let Some((_, seen)) = known {
                    seen.personal |= personal;
                } else {
                    let told = binding.reading.dates;
                    let seen = ColumnStats::new(index, header, &column.path, personal, told);
                    columns.push((feeds, seen));
                }
            }
        }
        Self { columns }
    }

    /// Nothing seen yet of the date columns of a child sheet, read in the order that is told where
    /// its own values say nothing.
    pub fn of_child(child: &ChildBinding, told: Option<DateOrder>) -> Self {
        let mut columns: Vec<(Feeds, ColumnStats)> = Vec::new();
        for of in &child.columns {
            let column = &of.template.first;
            let known = columns.iter().any(|(_, seen)| seen.index == of.index);
            if feeds::is_open(column) && !known {
                let personal = column.slot.personal();
                let seen = ColumnStats::new(of.index, &of.header, &column.path, personal, told);
                columns.push((Feeds::of_column(column), seen));
            }
        }
        Self { columns }
    }

    /// The columns that it wants to see.
    pub fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().map(|(_, seen)| seen.index)
    }

    /// A cell of a column, in the order of the rows. Other columns are passed over.
    pub fn feed(&mut self, column: usize, row: u32, cell: RawCell<'_>) {
        if let Some((_, seen)) = self.columns.iter_mut().find(|(_, seen)| seen.index == column) {
            seen.feed(row, cell);
        }
    }

    /// All cells of a row.
    pub fn feed_row(&mut self, row: &RawRow) {
        for (feeds, seen) in &mut self.columns {
            let index = seen.index;
            feeds.each(row, index, &mut |cell| seen.feed(row.number(), cell));
        }
    }

    /// What each column's values say, by column.
    pub fn verdicts(&self) -> impl Iterator<Item = (usize, Verdict)> + '_ {
        self.columns.iter().map(|(_, seen)| (seen.index, seen.verdict()))
    }

    /// Set the order of the columns where it is proven.
    pub fn apply(&self, binding: &mut Binding) {
        for (feeds, seen) in &self.columns {
            if let Verdict::Proven(order, _) = seen.verdict() {
                feeds.apply(binding, seen.index, order);
            }
        }
    }

    /// Set the order of a child sheet's columns where it is proven.
    pub fn apply_child(&self, child: &mut ChildBinding) {
        for (_, seen) in &self.columns {
            let Verdict::Proven(order, _) = seen.verdict() else { continue };
            for of in child.columns.iter_mut().filter(|of| of.index == seen.index) {
                feeds::set(&mut of.template, order);
            }
        }
    }

    /// What to say of the sheet at `place`: each order that was proven and is not what was told,
    /// each contradiction that nothing told settles.
    pub fn problems(&self, place: &Place) -> Vec<Problem> {
        self.columns.iter().filter_map(|(_, seen)| seen.problem(place)).collect()
    }
}

impl ColumnStats {
    fn new(
        index: usize,
        header: &Arc<str>,
        path: &Arc<str>,
        personal: bool,
        told: Option<DateOrder>,
    ) -> Self {
        Self {
            index,
            header: Arc::clone(header),
            path: Arc::clone(path),
            personal,
            told,
            sole: [None, None, None],
            against: [None, None, None],
            open: 0,
            short: false,
            differ: false,
        }
    }

    fn feed(&mut self, row: u32, cell: RawCell<'_>) {
        let (RawCell::Text(_) | RawCell::Number(_)) = cell else { return };
        let text = shown(cell);
        let Some(Orders { can, open, differ, whole_year }) = orders_of(&text) else { return };
        self.open += u64::from(open);
        self.short |= (open || self.told.is_some()) && !whole_year;
        self.differ |= open && differ;
        let cell = || Cell {
            row,
            text: (!self.personal).then(|| crate::check::mask::shortened(text.trim())),
        };
        for (at, can) in can.iter().enumerate() {
            if !can && self.against[at].is_none() {
                self.against[at] = Some(cell());
            }
        }
        // Of a whole year at the end, only day and month are in question.
        let only = match can {
            [_, true, false] if whole_year => Some(1),
            [_, false, true] if whole_year => Some(2),
            [true, false, false] => Some(0),
            [false, true, false] => Some(1),
            [false, false, true] => Some(2),
            [..] => None,
        };
        if let Some(at) = only.filter(|at| self.sole[*at].is_none()) {
            self.sole[at] = Some(cell());
        }
    }

    fn verdict(&self) -> Verdict {
        // Dates that have one reading each settle nothing but that an order is told in vain.
        if self.open == 0 && self.told.is_none() {
            return Verdict::None;
        }
        let fits = |at: usize| self.against[at].is_none();
        // Whole years leave only day and month in question.
        let year_first = fits(0) && self.short;
        let only = match (year_first, fits(1), fits(2)) {
            (true, false, false) => 0,
            (false, true, false) => 1,
            (false, false, true) => 2,
            // A month in words: both are one.
            (false, true, true) if !self.differ => 1,
            (false, false, false) => return self.contradiction(),
            (_, _, _) => return Verdict::None,
        };
        let proof = self.sole[only].as_ref().or_else(|| {
            (0..3).filter(|at| *at != only).rev().find_map(|at| self.against[at].as_ref())
        });
        proof.map_or(Verdict::None, |cell| Verdict::Proven(ALL[only], cell.clone()))
    }

    fn contradiction(&self) -> Verdict {
        let day = self.sole[1].as_ref().or(self.against[2].as_ref());
        let other = self.sole[2].as_ref().or(self.sole[0].as_ref()).or(self.against[1].as_ref());
        match (day, other) {
            // A year at the beginning is no day first and no month first either.
            (Some(day), Some(other)) if day.row == other.row => Verdict::None,
            (Some(day), Some(other)) => Verdict::Contradicted(day.clone(), other.clone()),
            (Some(_) | None, _) => Verdict::None,
        }
    }

    fn problem(&self, place: &Place) -> Option<Problem> {
        let (row, complaint) = match self.verdict() {
            Verdict::Proven(order, _) if self.told == Some(order) => return None,
            Verdict::Proven(..) if self.open == 0 => return None,
            Verdict::Proven(order, cell) => {
                let why = self.said(&cell);
                let why = match &cell.text {
                    Some(text) => {
                        both(&format!("因为 {why} 是 {text}"), &format!("because {why} is {text}"))
                    }
                    None => both(&format!("见 {why}"), &format!("see {why}")),
                };
                let args = [first(order), why, self.open.to_string().into()];
                (cell.row, Complaint::with(Code::DateOrderProven, args))
            }
            Verdict::Contradicted(..) if self.told.is_some() => return None,
            Verdict::Contradicted(day, other) => {
                let named = |cell: &Cell| match &cell.text {
                    Some(text) => format!("{} ({text})", self.said(cell)),
                    None => self.said(cell),
                };
                let args = [named(&day), named(&other)];
                (other.row, Complaint::with(Code::DateOrderContradicted, args))
            }
            Verdict::None => return None,
        };
        let column = u32::try_from(self.index).ok();
        Some(Problem {
            complaint,
            place: Place { row: Some(row), column, ..place.clone() },
            header: Some(Arc::clone(&self.header)),
            field: Some(Arc::clone(&self.path)),
            value: None,
        })
    }

    /// `C217`.
    fn said(&self, cell: &Cell) -> String {
        u32::try_from(self.index)
            .map_or_else(|_| String::new(), |column| CellRef::new(cell.row, column).to_string())
    }
}

fn first(order: DateOrder) -> Arg {
    match order {
        DateOrder::Ymd => both("年在前", "year first"),
        DateOrder::Dmy => both("日在前", "day first"),
        DateOrder::Mdy => both("月在前", "month first"),
    }
}

#[cfg(test)]
mod tests;
