//! A sheet of which nothing says what its rows are: what each reading of it would make. And what is
//! said where the kind is told, but the header speaks against it.
//!
//! Must not know: how a command is told what the rows are.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::bind::signs::{self, Signs};
use crate::bind::{self, Binding};
use crate::header::Header;
use crate::kinds;
use crate::problem::{Arg, Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::rows::lines::Plan;
use crate::rows::{Aside, Belonging, Line, Lines};
use crate::sheet::RawRow;
use crate::source::Book;
use crate::spec::{Kind, KindId, People};

use super::choose::{self, Bound, NotBound};
use super::drive::{Head, Walk, input};
use super::{Order, Stop};

/// Headers that are named as a proof.
const NAMED: usize = 6;

/// A sheet of no certain kind.
#[derive(Clone, Debug)]
pub struct Unclear {
    /// What is said of it, at its place.
    pub problem: Problem,
    /// The file.
    pub path: PathBuf,
    /// The other files of the input.
    pub others: Vec<PathBuf>,
    /// What each kind would make of it, in the registry's order.
    pub readings: Vec<Reading>,
}

/// What one kind would make of a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The kind.
    pub kind: &'static Kind,
    /// The sheets that would be read, with their rows; empty where none can be.
    pub sheets: Vec<(Option<Arc<str>>, u64)>,
    /// Other sheets of the file can't be read so: the one in question must be named.
    pub alone: Option<Arc<str>>,
    /// Why the sheet in question can't be read so, in both languages each; empty where it can be.
    pub why_not: Vec<Arg>,
}

impl Reading {
    /// How many rows it would read.
    pub fn rows(&self) -> u64 {
        self.sheets.iter().map(|(_, rows)| rows).sum()
    }
}

/// That a header lacks what each of these kinds requires.
pub(super) fn lacking(of: &[&'static Kind], header: &Header, place: &Place) -> Problem {
    let all: Vec<(String, String)> = of
        .iter()
        .map(|kind| {
            let missing: Vec<_> = bind::lacks(kind, header);
            let list = |lang: Lang| {
                let names: Vec<_> = missing
                    .iter()
                    .map(|field| quoted(lang.pick(field.zh, field.en), lang))
                    .collect();
                names.join(lang.pick("", ", "))
            };
            (
                format!("{}要有{}", kind.in_module(Lang::Zh), list(Lang::Zh)),
                format!("{} needs {}", kind.in_module(Lang::En), list(Lang::En)),
            )
        })
        .collect();
    let (zh, en): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let place = Place { row: Some(header.row.number()), ..place.clone() };
    Problem::at(place, Complaint::with(Code::KindUnclear, [both(&zh.join("，"), &en.join(", "))]))
}

/// A sheet that is read as candidates since a person said so, though it looks like a list of
/// employees.
pub(super) fn doubtful(binding: &Binding, header: &Header, place: &Place) -> Option<Problem> {
    if binding.kind.people != People::Candidates {
        return None;
    }
    let signs = signs::signs(header, None);
    (!signs.staff.is_empty()).then(|| {
        let place = Place { row: Some(binding.header_row), ..place.clone() };
        let kind = binding.kind;
        let words = [
            both(&kind.in_module(Lang::Zh), &kind.in_module(Lang::En)),
            both(&listed(&signs.staff, Lang::Zh), &listed(&signs.staff, Lang::En)),
        ];
        Problem::at(place, Complaint::with(Code::KindDoubtful, words))
    })
}

/// What the header says, as a remark; empty where it says nothing.
fn remark(signs: &Signs) -> Arg {
    let mut all: Vec<(String, String)> = signs
        .kinds
        .iter()
        .map(|(kind, headers)| {
            (
                format!("，{}是{}的列", listed(headers, Lang::Zh), kind.in_module(Lang::Zh)),
                format!(", {} speaks of {}", listed(headers, Lang::En), kind.in_module(Lang::En)),
            )
        })
        .collect();
    if !signs.staff.is_empty() {
        all.push((
            format!("，{}像是员工花名册的列", listed(&signs.staff, Lang::Zh)),
            format!(", {} looks like a list of employees", listed(&signs.staff, Lang::En)),
        ));
    }
    let (zh, en): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    if zh.is_empty() { Arg::default() } else { both(&zh.concat(), &en.concat()) }
}

/// The first of these headers.
fn listed(headers: &[Arc<str>], lang: Lang) -> String {
    let shown = headers.iter().take(NAMED).map(|header| quoted(&header.replace('\n', " "), lang));
    let more = if headers.len() > NAMED { "…" } else { "" };
    shown.collect::<Vec<_>>().join(lang.pick("", ", ")) + more
}

fn quoted(text: &str, lang: Lang) -> String {
    crate::tr!(lang, "「{text}」", "`{text}`")
}

impl Walk<'_> {
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
        let problem = Problem::at(place, Complaint::with(Code::KindAmbiguous, [remark(signs)]));
        let others = self.order.files.iter().filter(|file| *file != path).cloned().collect();
        let unclear = Unclear { problem, path: path.to_path_buf(), others, readings };
        Ok(Stop::Unclear(Box::new(unclear)))
    }

    /// What one kind would make of these sheets.
    fn reading(
        &mut self,
        book: &mut Book,
        order: &Order,
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
            fields.map(|field| quoted(lang.pick(field.zh, field.en), lang)).collect();
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
fn header_row(order: &Order, head: &Head) -> Option<u32> {
    let told = choose::header_row(order, &head.place);
    let found = || bind::search::header(&head.rows, &head.outline, kinds::ALL, None);
    told.or_else(|| found().map(|header| header.last_row))
}

/// The rows of a sheet that would be read as records.
fn rows(
    book: &mut Book,
    order: &Order,
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
        aside: Aside::new(&bound.header, above, &bound.bindings, &head.outline, hidden),
        outline: &head.outline,
    };
    let mut lines = Lines::new(book.rows(index).map_err(input)?, plan);
    let mut count = 0;
    while let Some(line) = lines.next().map_err(input)? {
        count += u64::from(matches!(line, Line::Read));
    }
    Ok(count)
}

/// On what grounds a header is of a kind, or may be, in both languages; for a proposal, which a person
/// looks through.
pub(super) fn grounds(kind: &'static Kind, header: &Header, stamp: Option<KindId>) -> Arg {
    let signs = signs::signs(header, stamp);
    let own = signs.of(kind.id);
    let (zh, en) = if !own.is_empty() {
        (format!("有{}一列", listed(own, Lang::Zh)), format!("it has {}", listed(own, Lang::En)))
    } else if signs.template == Some(kind.id) {
        (
            "表头是 muster 模板的".to_owned(),
            "its headings are those of muster's template".to_owned(),
        )
    } else if bind::lacks(kind, header).is_empty() {
        (
            "必填列都在，但没有别的依据，请核对".to_owned(),
            "all required columns are there, and nothing else says so: verify it".to_owned(),
        )
    } else {
        ("没有别的依据，请核对".to_owned(), "nothing else says so: verify it".to_owned())
    };
    if signs.staff.is_empty() {
        return both(&zh, &en);
    }
    both(
        &format!("{zh}，{}像是员工花名册的列", listed(&signs.staff, Lang::Zh)),
        &format!("{en}, {} looks like a list of employees", listed(&signs.staff, Lang::En)),
    )
}

/// Whether a header may be proposed as one of a kind: a staff list is not one of candidates, unless
/// something in it says so.
pub(super) fn may_be(kind: &'static Kind, header: &Header, stamp: Option<KindId>) -> bool {
    let signs = signs::signs(header, stamp);
    if let Some(said) = signs.kind() {
        return said.id == kind.id;
    }
    let is_staff = !signs.staff.is_empty() && signs.of(kind.id).is_empty();
    kind.people != People::Candidates || !is_staff
}

/// That nothing in a file looks like a list of any kind.
pub(super) fn nothing(place: &Place) -> Problem {
    let mut row = RawRow::new();
    row.reset(0);
    let mut problem = lacking(kinds::ALL, &Header::plain(&row, 0), place);
    problem.place.row = None;
    problem
}

/// That several kinds are equally likely.
pub(super) fn equal(place: &Place, several: &[&'static Kind]) -> Problem {
    let names = |lang: Lang| {
        let names: Vec<_> = several.iter().map(|kind| kind.in_module(lang)).collect();
        names.join(lang.pick("、", ", "))
    };
    let remark =
        both(&format!("，{}都可能", names(Lang::Zh)), &format!(", it may be {}", names(Lang::En)));
    Problem::at(place.clone(), Complaint::with(Code::KindAmbiguous, [remark]))
}
