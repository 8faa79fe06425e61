//! Columns in which no value fits its field (籍贯 as text against city codes, 部门 as a name against
//! an ID): one problem at the header with its ways out, in place of one in every row.
//!
//! A column is judged by the first rows of its sheet; who reads them holds their results back until
//! [`Unfit::columns`] is asked. Damage (lost digits, garbled text) is no sign of a wrong column and
//! stays told at its cell.
//!
//! Must not know: how cells are checked, where results go.

use std::sync::Arc;

use crate::bind::Binding;
use crate::problem::{Arg, Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::sheet::RawRow;
use crate::sheet::address::column_name;

/// Values that a column must have before it can be said that none fits.
pub const LEAST: u64 = 10;
/// Rows of a sheet whose results are to be held back.
pub const HELD: usize = 200;

/// What the values of each column of a binding were so far.
#[derive(Debug)]
pub struct Unfit {
    header_row: u32,
    columns: Vec<ColumnStats>,
}

/// A column that none of its values fits, of [`Unfit::columns`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    index: usize,
    path: Arc<str>,
}

#[derive(Debug)]
struct ColumnStats {
    column: Column,
    header: Arc<str>,
    plain_path: String,
    /// The file that says what its labels mean.
    mapping: Option<Arc<str>>,
    /// Its values may be left out by the mapping file.
    optional: bool,
    /// Cells that are not blank.
    values: u64,
    fits: u64,
    misfits: u64,
    /// The first complaint, with the masked value and its row.
    first: Option<(Complaint, String, u32)>,
}

impl Unfit {
    /// Nothing seen yet.
    pub fn new(binding: &Binding) -> Self {
        let columns = binding.columns.iter().map(|column| ColumnStats {
            column: Column { index: column.index, path: Arc::clone(&column.path) },
            header: Arc::clone(&column.header),
            plain_path: column.slot.plain_path(),
            mapping: column.told.as_ref().and_then(|told| told.values().next()?.file.clone()),
            optional: !column.slot.is_key(binding.kind)
                && !column.slot.field().is_some_and(|field| field.required),
            values: 0,
            fits: 0,
            misfits: 0,
            first: None,
        });
        Self { header_row: binding.header_row, columns: columns.collect() }
    }

    /// A row as it was checked, with every problem of it, before any is rewritten. Once the columns
    /// are judged, only those of which something is to be said are of interest.
    pub fn feed(&mut self, row: &RawRow, problems: &[Problem], judged: Option<&Vec<Column>>) {
        if judged.is_some_and(Vec::is_empty) {
            return;
        }
        for seen in &mut self.columns {
            if row.cell(seen.column.index).is_blank() {
                continue;
            }
            // What a mapping file says of a label is mended there, and says nothing of the column.
            let elsewhere =
                |problem: &&Problem| seen.mapping.is_some() && problem.place.file == seen.mapping;
            let own = problems.iter().filter(|one| one.field.as_ref() == Some(&seen.column.path));
            let mut own = own.filter(|problem| !elsewhere(problem));
            if own.clone().any(|problem| problem.code() == Code::RepairedNothing) {
                continue;
            }
            seen.values += 1;
            if let Some(problem) = own.clone().find(|problem| is_misfit(problem.code())) {
                seen.misfits += 1;
                if seen.first.is_none() {
                    let value = problem.value.clone().unwrap_or_default();
                    let number = problem.place.row.unwrap_or(row.number());
                    seen.first = Some((problem.complaint.clone(), value, number));
                }
            } else if !own.any(|problem| is_damage(problem.code())) {
                seen.fits += 1;
            }
        }
    }

    /// The columns in which there are enough values, and none fits.
    pub fn columns(&self) -> Vec<Column> {
        let none = |seen: &&ColumnStats| seen.fits == 0 && seen.misfits >= LEAST;
        self.columns.iter().filter(none).map(|seen| seen.column.clone()).collect()
    }

    /// One problem for each of these columns, at its header, once the sheet's last row was fed.
    /// `place` is file and sheet.
    pub fn problems(&self, columns: &[Column], place: &Place) -> Vec<Problem> {
        let unfit = self.columns.iter().filter(|seen| columns.contains(&seen.column));
        unfit.filter_map(|seen| seen.problem(self.header_row, place)).collect()
    }
}

impl ColumnStats {
    fn problem(&self, header_row: u32, place: &Place) -> Option<Problem> {
        let (complaint, value, row) = self.first.as_ref()?;
        let omit = if self.optional {
            let line = format!("\"{}\" = \"omit\"", self.plain_path);
            both(
                &format!("；在 [record.on_bad] 里写 {line}，不符合的留空"),
                &format!("; leave out what does not fit, with {line} under [record.on_bad]"),
            )
        } else {
            Arg::default()
        };
        let args = [
            self.values.to_string().into(),
            self.misfits.to_string().into(),
            self.plain_path.clone().into(),
            row.to_string().into(),
            value.clone().into(),
            both(&complaint.message(Lang::Zh), &complaint.message(Lang::En)),
            omit,
        ];
        let column = u32::try_from(self.column.index).ok();
        Some(Problem {
            complaint: Complaint::with(Code::ColumnUnfit, args),
            place: Place { row: Some(header_row), column, ..place.clone() },
            header: Some(Arc::clone(&self.header)),
            field: Some(Arc::clone(&self.column.path)),
            value: None,
        })
    }
}

/// Put a problem that points at its column in the place of each misfit of these columns. The record
/// stays refused, and who reads the row alone still learns what is wrong.
pub fn shorten(problems: &mut [Problem], columns: &[Column]) {
    for problem in problems {
        let column = columns.iter().find(|column| problem.field.as_ref() == Some(&column.path));
        let Some(column) = column.filter(|_| is_misfit(problem.code())) else { continue };
        let name = u32::try_from(column.index).map_or_else(|_| String::new(), column_name);
        let told = &problem.complaint;
        let why = both(&told.message(Lang::Zh), &told.message(Lang::En));
        let todo = both(&told.hint(Lang::Zh), &told.hint(Lang::En));
        problem.complaint = Complaint::with(Code::ColumnUnfitRow, [name.into(), why, todo]);
        problem.value = None;
    }
}

/// The value is no value of such a field at all.
const fn is_misfit(code: Code) -> bool {
    matches!(
        code,
        Code::NotAnId
            | Code::IdIsName
            | Code::NotAPlaceCode
            | Code::IdOfOtherType
            | Code::NotInTable
            | Code::ChoiceUnknown
            | Code::OptionUnknown
            | Code::OptionNotListed
            | Code::NotADate
            | Code::NotAPeriod
            | Code::NotAnEmail
            | Code::EmailNotAscii
            | Code::NotAMobile
            | Code::MobileLength
            | Code::NotACountry
            | Code::NotADocument
            | Code::NotAName
            | Code::NotAPercent
            | Code::NotANumber
            | Code::NotAList
            | Code::BoolHere
    )
}

/// An error of the value itself; those of rules over several cells say nothing of it.
fn is_damage(code: Code) -> bool {
    code.severity() == Severity::Error
        && !matches!(
            code,
            Code::DateOrder
                | Code::SharesSum
                | Code::ShareRepeated
                | Code::EntryIncomplete
                | Code::EntryColumnMissing
                | Code::EntriesTooMany
                | Code::RepeatedDocument
                | Code::RepeatedMobile
                | Code::RepeatedEmail
                | Code::RepeatedEmployment
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Checker;
    use crate::check::testing::{binding, codes, place, row};
    use crate::kinds::job_data::JOB_DATA;
    use crate::rows::Origins;

    const PATHS: &[&str] =
        &["employment_id", "department_id", "employee_type_id", "effective_time"];

    /// The problems of rows whose department is one of these.
    fn checked(departments: &[&str]) -> (Unfit, Vec<Vec<Problem>>) {
        let binding = Arc::new(binding(&JOB_DATA, PATHS));
        let mut unfit = Unfit::new(&binding);
        let mut checker = Checker::new(Arc::clone(&binding), place(), false);
        let rows = (2..).zip(departments).map(|(number, department)| {
            let cells = row(&["E1", department, "T1", "2024-05-01"]);
            let mut numbered = cells.clone();
            numbered.reset(number);
            cells.cells().for_each(|cell| numbered.push(cell));
            let mut problems = Vec::new();
            checker.check(&numbered, Origins::NONE, &mut problems);
            unfit.feed(&numbered, &problems, None);
            problems
        });
        let rows = rows.collect();
        (unfit, rows)
    }

    #[test]
    fn a_column_in_which_no_value_fits_is_one_problem_with_its_ways_out() {
        let mut departments = vec!["研发部"; 11];
        departments.push("");
        departments.push("6.89045E+18");
        let (unfit, mut rows) = checked(&departments);
        let columns = unfit.columns();
        assert_eq!(columns.len(), 1);
        let problems = unfit.problems(&columns, &place());
        let line = problems[0].line(Lang::Zh);
        assert!(
            line.starts_with("花名册.xlsx › 员工!B1 (department_id): 这一列 12 个值里有 11 个"),
            "{line}"
        );
        assert!(line.contains("例如第 2 行的「研发部」：这里要 ID，不是名称"), "{line}");
        let hint = problems[0].complaint.hint(Lang::En);
        assert!(
            hint.contains("[record.values_from.\"department_id\"]") && !hint.contains("omit"),
            "{hint}"
        );
        for problems in &mut rows {
            shorten(problems, &columns);
        }
        assert_eq!(codes(&rows[0]), [(Code::ColumnUnfitRow, "department_id")]);
        assert!(
            rows[0][0]
                .line(Lang::En)
                .ends_with("this wants an ID, not a name (so with all values of column B)")
        );
        assert_eq!(rows[0][0].severity(), Severity::Error);
        // What is missing or damaged is told at its cell.
        assert_eq!(codes(&rows[11]), [(Code::Required, "department_id")]);
        assert_eq!(codes(&rows[12]), [(Code::DigitsLost, "department_id")]);
    }

    #[test]
    fn a_value_that_fits_or_too_few_values_leave_each_problem_at_its_cell() {
        let mut departments = vec!["研发部"; 20];
        assert!(!checked(&departments).0.columns().is_empty());
        departments[12] = "N/A";
        departments[13] = "0";
        assert!(!checked(&departments).0.columns().is_empty(), "nothing fits nowhere");
        departments[13] = "D1";
        assert!(checked(&departments).0.columns().is_empty());
        assert!(checked(&["研发部"; 9]).0.columns().is_empty());
        assert!(checked(&["D1"; 30]).0.columns().is_empty());
        assert!(checked(&["6.89045E+18"; 30]).0.columns().is_empty());
    }

    #[test]
    fn an_optional_column_may_be_left_out() {
        let binding = binding(&JOB_DATA, &["employment_id", "job_level_id"]);
        let mut unfit = Unfit::new(&binding);
        let mut checker = Checker::new(Arc::new(binding), place(), false);
        for _ in 0..LEAST {
            let row = row(&["E1", "高级"]);
            let mut problems = Vec::new();
            checker.check(&row, Origins::NONE, &mut problems);
            unfit.feed(&row, &problems, None);
        }
        let problems = unfit.problems(&unfit.columns(), &place());
        let hint = problems[0].complaint.hint(Lang::Zh);
        assert!(hint.ends_with("\"job_level_id\" = \"omit\"，不符合的留空"), "{hint}");
    }
}
