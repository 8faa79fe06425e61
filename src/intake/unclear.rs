//! A sheet of which nothing says what its rows are: what each reading of it would make. And what is
//! said where the kind is told, but the header speaks against it.
//!
//! Must not know: how a command is told what the rows are.

use std::path::Path;
use std::sync::Arc;

use crate::bind::signs::Signs;
use crate::bind::{self};
use crate::kinds;
use crate::problem::{Arg, Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::rows::lines::Plan;
use crate::rows::{Belonging, Line, Lines, RowFilter};
use crate::source::Book;
use crate::spec::Kind;

use super::choose::{self, Bound, NotBound};
use super::grounds;
use super::head::Head;
use super::order::IntakeOptions;
use super::stop::{Reading, Stop, Unclear, input};
use super::walk::Ingest;

impl Ingest<'_> {
    /// Stop at a sheet of no certain kind, with what each kind would make of its file.
    pub(super) fn unclear(
        &mut self,
        book: &mut Book,
        path: &Path,
        (index, head): (usize, &Head),
        signs: &Signs,
    ) -> Result<Stop, Stop> {
        let sheets = self.sheets(book, path)?;
        let mut readings = Vec::new();
        for kind in kinds::ALL {
            let order = self.order.told(kind.id);
            readings.push(self.reading(book, &order, (kind, &sheets), (index, head))?);
        }
        let place = Place { row: header_row(self.order, head), ..head.place.clone() };
        let problem =
            Problem::at(place, Complaint::with(Code::KindAmbiguous, [grounds::remark(signs)]));
        let others = self.order.files.iter().filter(|file| *file != path).cloned().collect();
        let unclear = Unclear { problem, path: path.to_path_buf(), others, readings };
        Ok(Stop::Unclear(Box::new(unclear)))
    }

    /// What one kind would make of these sheets.
    fn reading(
        &mut self,
        book: &mut Book,
        order: &IntakeOptions,
        (kind, sheets): (&'static Kind, &[usize]),
        (index, head): (usize, &Head),
    ) -> Result<Reading, Stop> {
        let mut reading = Reading { kind, sheets: Vec::new(), alone: None, why_not: Vec::new() };
        let name = Arc::clone(book.name());
        let mut blocked = false;
        for at in sheets {
            let other;
            let head = if *at == index {
                head
            } else {
                other = Head::of(order, book, &name, *at)?;
                &other
            };
            match choose::bind_sheet(order, &mut self.tables, head) {
                Ok(bound) => {
                    let rows = rows(book, order, *at, head, &bound)?;
                    reading.sheets.push((head.place.sheet.clone(), rows));
                }
                Err(NotBound::Foreign(_)) if *at != index => {}
                Err(NotBound::Foreign(problem)) => reading.why_not = why_not(kind, &[problem]),
                Err(NotBound::Wrong(problems)) if *at == index => {
                    reading.why_not = why_not(kind, &problems);
                }
                Err(NotBound::Wrong(_) | NotBound::Unclear(_)) => blocked = true,
            }
        }
        if blocked {
            reading.alone.clone_from(&head.place.sheet);
            reading.sheets.retain(|(sheet, _)| *sheet == head.place.sheet);
        }
        Ok(reading)
    }
}

/// Why a sheet can't be read so, each reason in both languages. Columns that are missing are one.
fn why_not(kind: &'static Kind, problems: &[Problem]) -> Vec<Arg> {
    let is_missing = |problem: &&Problem| problem.code() == Code::RequiredColumnMissing;
    let mut missing: Vec<&str> =
        problems.iter().filter(is_missing).filter_map(|problem| problem.field.as_deref()).collect();
    // Not one of its columns is there.
    let is_bare = problems.iter().any(|problem| problem.code() == Code::HeaderNotFound);
    let required = kind.fields.iter().filter(|field| field.required);
    missing.extend(required.filter(|_| is_bare).map(|field| field.key));
    let names = |lang: Lang| {
        let fields = kind.fields.iter().filter(|field| missing.contains(&field.key));
        let names: Vec<_> =
            fields.map(|field| grounds::quoted(lang.pick(field.zh, field.en), lang)).collect();
        names.join(lang.pick("", ", "))
    };
    let mut why = Vec::new();
    if !missing.is_empty() {
        why.push(both(
            &format!("缺少{}", names(Lang::Zh)),
            &format!("it lacks {}", names(Lang::En)),
        ));
    }
    let others = problems
        .iter()
        .filter(|problem| !is_missing(problem) && problem.code() != Code::HeaderNotFound)
        .filter(|problem| problem.severity() == Severity::Error);
    why.extend(others.map(|problem| {
        let complaint = &problem.complaint;
        both(&complaint.message(Lang::Zh), &complaint.message(Lang::En))
    }));
    why
}

/// The row of the header in which what is unclear stands.
fn header_row(order: &IntakeOptions, head: &Head) -> Option<u32> {
    let told = order.header_row_of(&head.place);
    let found = || bind::search::header(&head.rows, &head.outline, kinds::ALL, None);
    told.or_else(|| found().map(|header| header.last_row))
}

/// The rows of a sheet that would be read as records.
fn rows(
    book: &mut Book,
    order: &IntakeOptions,
    index: usize,
    head: &Head,
    bound: &Bound,
) -> Result<u64, Stop> {
    let above = head.rows.get(..bound.header.index).unwrap_or_default();
    let hidden = order.hidden.rows(&head.outline);
    let belonging = Belonging::of(&bound.bindings, &bound.texts);
    let plan = Plan {
        header_row: bound.header.last_row,
        bindings: &bound.bindings,
        belonging: &belonging,
        aside: RowFilter::new(&bound.header, above, &bound.bindings, &head.outline, hidden),
        outline: &head.outline,
    };
    let mut lines = Lines::new(book.rows(index).map_err(input)?, plan);
    let mut count = 0;
    while let Some(line) = lines.next().map_err(input)? {
        count += u64::from(matches!(line, Line::Read));
    }
    Ok(count)
}
