//! Problems grouped by cause, with counts and row ranges: what a person works through. Memory is
//! bounded by the number of causes and columns, not by the number of problems.
//!
//! Must not know: where groups are shown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::problem::{Arg, Code, Complaint, Lang, Problem, Severity};
use crate::sheet::CellRef;

/// As many different values of one cause are told apart while counting.
const VARIANTS: usize = 12;
/// A cause with more different values than this is shown as one line.
const LISTED: usize = 4;
/// As many different things of the tenant's are told apart, each in a line of its own.
const ENTRIES: usize = 60;
/// As many columns are named where all are told together.
const NAMED: usize = 12;
/// As many row ranges are remembered for a group.
const RANGES: usize = 6;
/// As many different cell contents are remembered for a group.
const VALUES: usize = 4;

/// What went wrong: an entry of the catalogue, or what the API said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    Known(Code),
    Told(String),
}

/// Problems of one input or run, counted as they come.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    causes: BTreeMap<(Cause, Option<String>), Counted>,
    tables: Vec<(String, Option<String>)>,
    errors: u64,
    warnings: u64,
}

#[derive(Clone, Debug, Default)]
struct Counted {
    whole: Tally,
    /// By what differs; of a thing of the tenant's, by what the cell holds as well.
    variants: BTreeMap<(Vec<Arg>, Option<String>), Tally>,
    spilled: bool,
    /// The values that all of them share, by position.
    common: Option<Vec<Option<Arg>>>,
    /// The headers of columns that are told together.
    headers: Vec<String>,
}

/// Whether all columns of a sheet are told in one line.
const fn gathers(cause: &Cause) -> bool {
    matches!(cause, Cause::Known(Code::HeaderUnbound))
}

/// So many different values of a cause are told apart, and so many of them are shown as lines of their own.
/// What a person has to settle one by one, as a thing that the tenant lacks, has a line for each.
const fn apart(cause: &Cause) -> (usize, usize) {
    match cause {
        Cause::Known(Code::EntryInactive | Code::NameAmbiguous | Code::NameUnknown) => {
            (ENTRIES, ENTRIES)
        }
        Cause::Known(_) | Cause::Told(_) => (VARIANTS, LISTED),
    }
}

#[derive(Clone, Debug, Default)]
struct Tally {
    count: u64,
    ranges: Vec<Range>,
    more: bool,
    seen: usize,
    /// What the cells hold (masked where it is personal), what may be meant, and how often.
    values: Vec<(String, Option<Arg>, u64)>,
    more_values: bool,
}

/// Rows that follow each other in one column; no row where the sheet as a whole is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    table: usize,
    column: Option<u32>,
    rows: Option<(u32, u32)>,
}

/// File, sheet, row, column.
type At<'a> = (Option<&'a str>, Option<&'a str>, Option<u32>, Option<u32>);

/// What a cell holds, and what may be meant by it.
type CellValue<'a> = (&'a str, Option<&'a Arg>);

/// One line of a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The problem's code, or the API's.
    pub code: String,
    /// Error or warning.
    pub severity: Severity,
    /// The column's header (or the field) that it is about.
    pub header: Option<String>,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
    /// How many problems.
    pub count: u64,
    /// The rows, such as `rows 3, 7, 9–12 …`; empty where none is known.
    pub places: String,
    /// What their cells hold, such as `«研发部 » × 87, «市场» …`, masked where it is personal; empty
    /// where nothing is known.
    pub values: String,
}

impl Groups {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A sheet was read. Where there are several, every place says which one it is in.
    pub fn note_table(&mut self, file: &str, sheet: Option<&str>) {
        self.table(file, sheet);
    }

    /// Count a problem.
    ///
    /// A row of a column in which no value fits is counted with its column.
    pub fn add(&mut self, problem: &Problem) {
        if problem.is_of_column() {
            return;
        }
        let place = &problem.place;
        let header = problem.header.as_deref().or(problem.field.as_deref()).map(str::to_owned);
        let at = (place.file.as_deref(), place.sheet.as_deref(), place.row, place.column);
        let complaint = problem.complaint.of_cause();
        let cause = Cause::Known(complaint.code);
        let near = problem.complaint.nearest();
        let value = problem.value.as_deref().map(|value| (value, near));
        self.count(cause, header, &complaint.args, (at, value), problem.severity());
    }

    /// Count what the API said about a record.
    pub fn add_told(
        &mut self,
        code: &str,
        message: &str,
        file: &str,
        sheet: Option<&str>,
        row: u32,
    ) {
        let at = (Some(file), sheet, Some(row), None);
        let cause = Cause::Told(code.to_owned());
        self.count(cause, None, &[message.into()], (at, None), Severity::Error);
    }

    /// Forget what is said of columns that are told together: for those who want nothing but what is
    /// wrong.
    pub fn forget_columns(&mut self) {
        let Self { causes, warnings, .. } = self;
        causes.retain(|(cause, _), counted| {
            let is_gone = gathers(cause);
            *warnings -= if is_gone { counted.whole.count } else { 0 };
            !is_gone
        });
    }

    /// How many errors were counted.
    pub const fn errors(&self) -> u64 {
        self.errors
    }

    /// How many warnings were counted.
    pub const fn warnings(&self) -> u64 {
        self.warnings
    }

    /// The groups: errors first, the most frequent first.
    pub fn list(&self, lang: Lang) -> Vec<Group> {
        let mut groups = Vec::new();
        for ((cause, header), counted) in &self.causes {
            if !counted.headers.is_empty() {
                let (header, args) = counted.gathered(lang);
                groups.push(self.group(cause, Some(&header), &args, &counted.whole, lang));
            } else if counted.spilled || counted.variants.len() > apart(cause).1 {
                let common = counted.common.iter().flatten();
                let args: Vec<_> =
                    common.map(|arg| arg.clone().unwrap_or_else(|| "…".into())).collect();
                groups.push(self.group(cause, header.as_ref(), &args, &counted.whole, lang));
            } else {
                for ((args, _), tally) in &counted.variants {
                    groups.push(self.group(cause, header.as_ref(), args, tally, lang));
                }
            }
        }
        groups.sort_by_key(|group| (group.severity, std::cmp::Reverse(group.count)));
        groups
    }

    fn count(
        &mut self,
        cause: Cause,
        header: Option<String>,
        args: &[Arg],
        (at, value): (At<'_>, Option<CellValue<'_>>),
        severity: Severity,
    ) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        let (file, sheet, row, column) = at;
        let table = file.map(|file| self.table(file, sheet));
        let at = table.map(|table| Range { table, column, rows: row.map(|row| (row, row)) });
        let gathered = header.clone().filter(|_| gathers(&cause));
        let header = header.filter(|_| !gathers(&cause));
        let (most, _) = apart(&cause);
        // However it is written, an inactive entry is one.
        let by_value = matches!(cause, Cause::Known(Code::NameAmbiguous | Code::NameUnknown));
        let counted = self.causes.entry((cause, header)).or_default();
        counted.headers.extend(gathered);
        counted.whole.add(at, value);
        match &mut counted.common {
            None => counted.common = Some(args.iter().cloned().map(Some).collect()),
            Some(common) => {
                for (shared, arg) in common.iter_mut().zip(args) {
                    if shared.as_ref() != Some(arg) {
                        *shared = None;
                    }
                }
            }
        }
        let own = value.filter(|_| by_value).map(|(value, _)| value.to_owned());
        let key = (args.to_vec(), own);
        if let Some(tally) = counted.variants.get_mut(&key) {
            tally.add(at, value);
        } else if counted.variants.len() < most {
            counted.variants.entry(key).or_default().add(at, value);
        } else {
            counted.spilled = true;
        }
    }

    fn table(&mut self, file: &str, sheet: Option<&str>) -> usize {
        let known = self.tables.iter().rposition(|(f, s)| f == file && s.as_deref() == sheet);
        known.unwrap_or_else(|| {
            self.tables.push((file.to_owned(), sheet.map(str::to_owned)));
            self.tables.len() - 1
        })
    }

    fn group(
        &self,
        cause: &Cause,
        header: Option<&String>,
        args: &[Arg],
        tally: &Tally,
        lang: Lang,
    ) -> Group {
        let (code, severity, message, hint) = match cause {
            Cause::Known(code) => {
                let complaint = Complaint::with(*code, args.iter().cloned());
                let (message, hint) = (complaint.message(lang), complaint.hint(lang));
                (code.id().to_owned(), code.severity(), message, hint)
            }
            Cause::Told(code) => (
                code.clone(),
                Severity::Error,
                args.iter().map(|arg| arg.pick(lang)).collect(),
                String::new(),
            ),
        };
        let places = self.places(tally, lang);
        let values = tally.values(lang);
        let header = header.cloned();
        Group { code, severity, header, message, hint, count: tally.count, places, values }
    }

    /// `C3、C7、C9–C12 …`, or `行 3、7` where no column is meant, with the table's name where there
    /// are several.
    fn places(&self, tally: &Tally, lang: Lang) -> String {
        let mut out = String::new();
        let mut last: Option<Range> = None;
        for range in &tally.ranges {
            if last.is_none_or(|last| last.table != range.table) {
                out.push_str(if last.is_some() { lang.pick("；", "; ") } else { "" });
                out.push_str(&self.table_name(*range, lang));
                last = None;
            }
            let to = |row: u32| {
                range
                    .column
                    .map_or_else(|| row.to_string(), |column| CellRef::new(row, column).to_string())
            };
            if let Some((first, end)) = range.rows {
                match last {
                    Some(_) => out.push_str(lang.pick("、", ", ")),
                    None if range.column.is_some() => {}
                    None if tally.count == 1 => out.push_str(lang.pick("行 ", "row ")),
                    None => out.push_str(lang.pick("行 ", "rows ")),
                }
                out.push_str(&to(first));
                if end > first {
                    let _ = write!(out, "–{}", to(end));
                }
            }
            last = Some(*range);
        }
        if tally.more {
            out.push_str(" …");
        }
        out
    }

    /// The table's name before its rows, where it is needed to tell them apart.
    fn table_name(&self, range: Range, lang: Lang) -> String {
        let Some((file, sheet)) = self.tables.get(range.table) else { return String::new() };
        let name = sheet.as_ref().map_or_else(|| file.clone(), |sheet| format!("{file} › {sheet}"));
        match range.rows {
            None => name,
            Some(_) if self.tables.len() > 1 => format!("{name}{}", lang.pick("：", ": ")),
            Some(_) => String::new(),
        }
    }
}

impl Counted {
    /// The headers of all columns, and what is said of those of which something is known.
    fn gathered(&self, lang: Lang) -> (String, Vec<Arg>) {
        let named: Vec<&str> = self.headers.iter().take(NAMED).map(String::as_str).collect();
        let more = if self.headers.len() > NAMED { " …" } else { "" };
        let lines: Vec<String> = self
            .variants
            .keys()
            .flat_map(|(args, _)| args)
            .map(|arg| arg.pick(lang).to_owned())
            .collect();
        let known: Vec<String> =
            lines.iter().filter(|line| !line.ends_with("\"…\"")).cloned().collect();
        let said = match (known.as_slice(), lines.as_slice()) {
            ([], [first, ..]) => first.clone(),
            ([], []) => "…".to_owned(),
            (known, _) => known.join(lang.pick("、", ", ")),
        };
        (named.join(lang.pick("、", ", ")) + more, vec![said.into()])
    }
}

impl Tally {
    fn add(&mut self, at: Option<Range>, value: Option<CellValue<'_>>) {
        self.count += 1;
        if let Some(value) = value.filter(|(value, _)| !value.is_empty()) {
            self.add_value(value);
        }
        let Some(at) = at else { return };
        self.seen += 1;
        if let (Some(last), Some((row, _)), false) = (self.ranges.last_mut(), at.rows, self.more)
            && (last.table, last.column) == (at.table, at.column)
            && let Some((_, end)) = &mut last.rows
            && (*end == row || *end + 1 == row)
        {
            *end = row;
        } else if self.ranges.len() < RANGES {
            self.ranges.push(at);
        } else {
            self.more = true;
        }
    }

    fn add_value(&mut self, (value, near): CellValue<'_>) {
        if let Some((.., count)) = self.values.iter_mut().find(|(known, ..)| known == value) {
            *count += 1;
        } else if self.values.len() < VALUES {
            self.values.push((value.to_owned(), near.cloned(), 1));
        } else {
            self.more_values = true;
        }
    }

    /// `«研发部 » × 87, «市场» …`.
    fn values(&self, lang: Lang) -> String {
        let mut out = String::new();
        for (value, near, count) in &self.values {
            out.push_str(if out.is_empty() { "" } else { ", " });
            let near = near.as_ref().map_or("", |near| near.pick(lang));
            let _ = write!(out, "«{value}»{near}");
            if *count > 1 {
                let _ = write!(out, " × {count}");
            }
        }
        if self.more_values {
            out.push_str(" …");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Place, both};
    use std::sync::Arc;

    fn problem(code: Code, args: &[&str], header: &str, file: &str, row: u32) -> Problem {
        let place = Place { row: Some(row), ..Place::file(&Arc::from(file)) };
        let mut problem = Problem::at(place, Complaint::with(code, args.iter().copied()));
        problem.header = Some(Arc::from(header));
        problem
    }

    #[test]
    fn rows_of_one_cause_are_one_line_with_their_ranges() {
        let mut groups = Groups::new();
        for row in [3, 7, 9, 10, 11, 11] {
            groups.add(&problem(Code::Required, &[], "姓名", "a.csv", row));
        }
        groups.add(&problem(Code::Required, &[], "邮箱", "a.csv", 5));
        let list = groups.list(Lang::En);
        assert_eq!(list.len(), 2);
        assert_eq!((list[0].count, list[0].places.as_str()), (6, "rows 3, 7, 9–11"));
        assert_eq!((list[1].count, list[1].places.as_str()), (1, "row 5"));
        assert_eq!(groups.errors(), 7);
    }

    #[test]
    fn a_thousand_different_values_are_one_line_that_keeps_what_they_share() {
        let mut groups = Groups::new();
        for row in 2..1002u32 {
            let args = ["same", &row.to_string()];
            groups.add(&problem(Code::RequiredColumnMissing, &args, "h", "a.csv", row * 2));
        }
        let list = groups.list(Lang::En);
        assert_eq!(list.len(), 1);
        assert_eq!(list[0].count, 1000);
        assert_eq!(list[0].message, "the required column same (…) is missing");
        assert_eq!(list[0].places, "rows 4, 6, 8, 10, 12, 14 …");
    }

    #[test]
    fn what_the_cells_hold_is_told_with_how_often() {
        let mut groups = Groups::new();
        for (row, value) in [(2, "研发部 "), (3, "研发部 "), (4, "市场"), (5, "")] {
            let mut problem = problem(Code::IdIsName, &["department_id"], "部门", "a.csv", row);
            problem.value = Some(value.to_owned());
            groups.add(&problem);
        }
        assert_eq!(groups.list(Lang::En)[0].values, "«研发部 » × 2, «市场»");
    }

    #[test]
    fn what_is_said_of_one_cell_does_not_split_its_cause() {
        let mut groups = Groups::new();
        let near = || both("（是不是「本科」？）", " (did you mean `Bachelor`?)");
        for (row, value, near) in
            [(2, "本科生", near()), (3, "本科生", near()), (4, "大学", Arg::default())]
        {
            let mut problem =
                problem(Code::ChoiceUnknown, &["1 本科", "degree"], "学历", "a.csv", row);
            problem.complaint.args.push(near);
            problem.value = Some(value.to_owned());
            groups.add(&problem);
        }
        for (row, args) in [(5, ["2008-06-02", "2008-02-06"]), (6, ["2009-06-02", "2009-02-06"])] {
            groups.add(&problem(Code::DateAmbiguous, &args, "入学时间", "a.csv", row));
        }
        let list = groups.list(Lang::En);
        let said: Vec<_> = list.iter().map(|g| (g.count, g.message.as_str())).collect();
        assert_eq!(
            said,
            [
                (3, "not one of the options, or one that could mean two"),
                (2, "the date has two readings: day/month/year or month/day/year"),
            ]
        );
        assert_eq!(list[0].values, "«本科生» (did you mean `Bachelor`?) × 2, «大学»");
    }

    #[test]
    fn a_cell_is_named_by_its_address_and_a_sheet_by_its_name() {
        let mut groups = Groups::new();
        for row in [3, 4, 9] {
            let mut problem = problem(Code::NotAnEmail, &[], "邮箱", "a.xlsx", row);
            problem.place.column = Some(2);
            groups.add(&problem);
        }
        let place = Place { sheet: Some(Arc::from("说明")), ..Place::file(&Arc::from("a.xlsx")) };
        groups.add(&Problem::at(place, Complaint::with(Code::SheetPassedOver, ["x"])));
        let places: Vec<_> = groups.list(Lang::Zh).into_iter().map(|g| g.places).collect();
        assert_eq!(places, ["a.xlsx：C3–C4、C9", "a.xlsx › 说明"]);
    }

    #[test]
    fn of_two_files_one_is_named_though_only_it_has_problems() {
        let mut groups = Groups::new();
        groups.note_table("a.csv", None);
        groups.note_table("b.csv", None);
        groups.add(&problem(Code::Required, &[], "姓名", "b.csv", 3));
        assert_eq!(groups.list(Lang::En)[0].places, "b.csv: row 3");
    }

    #[test]
    fn few_values_are_told_apart_and_tables_named() {
        let mut groups = Groups::new();
        groups.add(&problem(Code::FileMissing, &["x"], "h", "a.csv", 2));
        groups.add(&problem(Code::FileMissing, &["y"], "h", "b.csv", 2));
        groups.add(&problem(Code::FileMissing, &["y"], "h", "b.csv", 3));
        groups.add_told("1002105", "duplicate", "b.csv", Some("s"), 9);
        let list = groups.list(Lang::Zh);
        let said: Vec<_> =
            list.iter().map(|g| (g.count, g.message.as_str(), g.places.as_str())).collect();
        assert_eq!(
            said,
            [
                (2, "找不到文件「y」", "b.csv：行 2–3"),
                (1, "找不到文件「x」", "a.csv：行 2"),
                (1, "duplicate", "b.csv › s：行 9"),
            ]
        );
    }
}
