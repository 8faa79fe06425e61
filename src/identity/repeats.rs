//! The same person twice in the input, by any key that two records share; the same employment twice.
//!
//! Keys are kept as 128-bit hashes with the row that had them first: about 30 bytes a key, the only
//! memory of a check that grows with the rows.
//!
//! Must not know: cells, columns.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use super::key::{self, Key};
use crate::check::Record;
use crate::problem::{Complaint, Place, Problem};

/// Every key that was seen in one run.
#[derive(Debug, Default)]
pub struct Repeats {
    seen: HashMap<[u64; 2], First, BuildHasherDefault<AlreadyHashed>>,
    sheets: Vec<Sheet>,
    buffer: Vec<u8>,
    shows_values: bool,
}

/// The row that had a key first.
#[derive(Clone, Copy, Debug)]
struct First {
    sheet: u32,
    row: u32,
}

type Sheet = (Option<Arc<str>>, Option<Arc<str>>);

impl Repeats {
    /// Nothing seen yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, whose problems show the keys as they are.
    #[must_use]
    pub fn showing(mut self, values: bool) -> Self {
        self.shows_values = values;
        self
    }

    /// Note the record's keys. `false`, with an error for each shared key that names the first row,
    /// if one was seen before.
    pub fn see(&mut self, record: &Record, at: &Place, problems: &mut Vec<Problem>) -> bool {
        let mut is_new = true;
        let here = First { sheet: self.sheet(at), row: at.row.unwrap_or(0) };
        for (field, key) in key::of(record) {
            match self.seen.entry(hash(record, &key, &mut self.buffer)) {
                Entry::Vacant(place) => {
                    place.insert(here);
                }
                Entry::Occupied(first) => {
                    is_new = false;
                    let first = *first.get();
                    let args = [self.name(first.sheet), first.row.to_string()];
                    let complaint = Complaint::with(key.repeated(), args);
                    let mut problem = Problem::at(at.clone(), complaint);
                    problem.field = Some(field.field.into());
                    problem.value =
                        Some(if self.shows_values { key.value.to_string() } else { key.masked() });
                    problems.push(problem);
                }
            }
        }
        is_new
    }

    /// The number of a sheet; nearly always the last one.
    fn sheet(&mut self, at: &Place) -> u32 {
        let same = |sheet: &Sheet| sheet.0 == at.file && sheet.1 == at.sheet;
        let index = self.sheets.iter().rposition(same).unwrap_or_else(|| {
            self.sheets.push((at.file.clone(), at.sheet.clone()));
            self.sheets.len() - 1
        });
        u32::try_from(index).unwrap_or(u32::MAX)
    }

    /// `staff.xlsx › 员工`.
    fn name(&self, sheet: u32) -> String {
        let index = usize::try_from(sheet).unwrap_or(usize::MAX);
        match self.sheets.get(index) {
            Some((Some(file), Some(sheet))) => format!("{file} › {sheet}"),
            Some((Some(name), None) | (None, Some(name))) => name.to_string(),
            Some((None, None)) | None => String::new(),
        }
    }
}

/// Over one buffer: each update of a hasher costs more than its few bytes.
fn hash(record: &Record, key: &Key<'_>, buffer: &mut Vec<u8>) -> [u64; 2] {
    buffer.clear();
    for part in [record.kind().id.label(), key.kind.label(), &key.scope, &key.value] {
        buffer.extend_from_slice(part.as_bytes());
        buffer.push(0);
    }
    let digest = blake3::hash(buffer);
    let half = |from: usize| {
        digest.as_bytes()[from..from + 8].iter().fold(0u64, |sum, b| sum << 8 | u64::from(*b))
    };
    [half(0), half(8)]
}

/// Takes the first half of a hash as it is.
#[derive(Debug, Default)]
struct AlreadyHashed(u64);

impl Hasher for AlreadyHashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0u64, |sum, b| sum << 8 | u64::from(*b));
            self.0 = self.0.rotate_left(5) ^ word;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Checker;
    use crate::check::testing::{binding, place, row};
    use crate::gather::Origins;
    use crate::kinds;
    use crate::problem::{Code, Lang};

    #[test]
    fn any_shared_key_is_the_same_person_and_names_the_first_row() {
        let binding = binding(
            &kinds::talent::TALENT,
            &["basic_info.name", "basic_info.mobile", "basic_info.email"],
        );
        let mut checker = Checker::new(Arc::new(binding), place());
        let mut repeats = Repeats::new();
        let mut see = |number: u32, cells: [&str; 3]| {
            let mut row = row(&cells);
            let mut filled = row.clone();
            filled.reset(number);
            for cell in row.cells() {
                filled.push(cell);
            }
            row = filled;
            let mut problems = Vec::new();
            let record = checker.check(&row, Origins::NONE, &mut problems).unwrap();
            assert!(problems.is_empty());
            let at = Place { row: Some(number), ..place() };
            let new = repeats.see(&record, &at, &mut problems);
            assert_eq!(new, problems.is_empty());
            problems
        };
        assert!(see(2, ["张三", "13800138000", "A@b.com"]).is_empty());
        assert!(see(3, ["李四", "13900139000", ""]).is_empty());
        let problems = see(4, ["张三", "+86 138 0013 8000", "c@d.com"]);
        assert_eq!(problems[0].code(), Code::RepeatedMobile);
        let line = problems[0].line(Lang::Zh);
        assert!(line.contains("花名册.xlsx › 员工 第 2 行"), "{line}");
        assert_eq!(problems[0].value.as_deref(), Some("138****8000"));
        // The e-mail address of a row that was itself refused still names the person.
        assert_eq!(see(5, ["王五", "13700137000", "C@D.com"])[0].code(), Code::RepeatedEmail);
        assert_eq!(see(6, ["赵六", "", "a@b.com"])[0].code(), Code::RepeatedEmail);
        assert_eq!(see(7, ["张三", "13800138000", "a@B.com"]).len(), 2);
    }
}
