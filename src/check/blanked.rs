//! Cells that are read as blank for a word that says so (N/A, 无): told once for each column, with how many
//! there are, in place of once for each cell.
//!
//! Must not know: how cells are checked, where results go.

use crate::problem::{Arg, Code, Complaint, Lang, Problem, both};

/// Words that are named of a column.
const NAMED: usize = 3;

/// The columns in which there were such cells, in the order in which they were met.
#[derive(Debug, Default)]
pub struct Blanked {
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    /// The problem of its first cell.
    first: Problem,
    /// Its words, the first few of them.
    words: Vec<Arg>,
    more: bool,
    count: u64,
}

impl Column {
    fn is_of(&self, problem: &Problem) -> bool {
        let (one, other) = (&self.first.place, &problem.place);
        (one.column, &one.sheet, &one.file) == (other.column, &other.sheet, &other.file)
            && self.first.field == problem.field
    }

    fn problem(&self) -> Problem {
        let list = |lang, quotes: [&str; 2], between: &str, more: &str| {
            let quoted = |word: &Arg| [quotes[0], word.pick(lang), quotes[1]].concat();
            let words: Vec<String> = self.words.iter().map(quoted).collect();
            words.join(between) + if self.more { more } else { "" }
        };
        let zh = list(Lang::Zh, ["「", "」"], "", "等");
        let en = list(Lang::En, ["`", "`"], ", ", ", …");
        let args = [both(&zh, &en), self.count.to_string().into()];
        let complaint = Complaint::with(Code::RepairedNothing, args);
        Problem { complaint, value: None, ..self.first.clone() }
    }
}

impl Blanked {
    /// Take what is said of such cells out of what is said of a row.
    pub fn take(&mut self, problems: &mut Vec<Problem>) {
        problems.retain(|problem| {
            let is_one = problem.code() == Code::RepairedNothing;
            if is_one {
                self.add(problem);
            }
            !is_one
        });
    }

    fn add(&mut self, problem: &Problem) {
        let word = problem.complaint.args.first().cloned().unwrap_or_default();
        let known = self.columns.iter().position(|column| column.is_of(problem));
        let known = known.unwrap_or_else(|| {
            let (first, words) = (problem.clone(), Vec::new());
            self.columns.push(Column { first, words, more: false, count: 0 });
            self.columns.len() - 1
        });
        let column = &mut self.columns[known];
        column.count += 1;
        if !column.words.contains(&word) {
            if column.words.len() < NAMED {
                column.words.push(word);
            } else {
                column.more = true;
            }
        }
    }

    /// One problem for each column, at its first such cell.
    pub fn problems(&self) -> Vec<Problem> {
        self.columns.iter().map(Column::problem).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

    #[test]
    fn a_column_is_told_once_with_its_words_and_how_many_cells() {
        let at = |row, column, code, word: &str| {
            let place = Place { row: Some(row), column: Some(column), ..Place::default() };
            Problem::at(place, Complaint::with(code, [word]))
        };
        let mut blanked = Blanked::default();
        let nothing = Code::RepairedNothing;
        for (row, word) in (2..).zip(["N/A", "无", "N/A", "NULL", "-"]) {
            let other = at(row, 1, Code::RepairedNumber, "x");
            let mut problems = vec![at(row, 1, nothing, word), other.clone()];
            problems.extend((row == 3).then(|| at(row, 2, nothing, "0")));
            blanked.take(&mut problems);
            assert_eq!(problems, [other]);
        }
        let told: Vec<_> = blanked
            .problems()
            .iter()
            .map(|problem| {
                (problem.place.cell().unwrap().to_string(), problem.complaint.message(Lang::En))
            })
            .collect();
        let said = |words: &str, cells| {
            format!(
                "cells that say that there is nothing are read as blank: {words} (cells: {cells})"
            )
        };
        let said = [said("`N/A`, `无`, `NULL`, …", 5), said("`0`", 1)];
        assert_eq!(told, [("B2".to_owned(), said[0].clone()), ("C3".to_owned(), said[1].clone())]);
    }
}
