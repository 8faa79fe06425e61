//! The same person twice in the input, by any key that two records share; the same employment twice.
//!
//! Keys are kept as hashes of 80 bits with the row that had them first: 20 to 40 bytes a key, the
//! only memory of a check that grows with the rows. Of a million rows with three keys each, two that
//! differ are taken for one once in 10^11 runs; once in some millions a repeat is not seen here, for its
//! place is another's, and the journal's admission, which hashes more, tells it.
//!
//! Must not know: cells, columns.

use std::sync::Arc;

use super::firsts::{First, Firsts};
use super::key::{self, Key};
use crate::check::{Record, mix};
use crate::problem::{Complaint, Place, Problem};
use crate::spec::{KeyKind, KindId};

/// Every key that was seen in one run.
#[derive(Debug, Default)]
pub struct Repeats {
    seen: Firsts,
    sheets: Vec<Sheet>,
    shows_values: bool,
}

type Sheet = (Option<Arc<str>>, Option<Arc<str>>);

/// The keys of a record, hashed. Worked out apart from what was seen, so that any thread can.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks([Option<Mark>; KeyKind::ALL.len()]);

#[derive(Clone, Copy, Debug)]
struct Mark {
    hash: u64,
    rest: u16,
}

impl Marks {
    /// Those of a checked record.
    pub fn of(record: &Record) -> Self {
        let mut marks = Self::default();
        let kind = record.kind().id;
        for (mark, (_, key)) in marks.0.iter_mut().zip(key::of(record)) {
            *mark = Some(Mark::of(kind, &key));
        }
        marks
    }
}

impl Mark {
    /// Of a fixed hash function: the same input gives the same output on every machine, and nobody
    /// gains by two keys that share 80 bits.
    fn of(kind: KindId, key: &Key<'_>) -> Self {
        let seed = (kind as u64) << 8 | key.kind as u64;
        let (hash, rest) =
            mixed(mixed((seed, mix::DIGITS[0]), key.scope.as_bytes()), key.value.as_bytes());
        let [first, second, ..] = rest.to_le_bytes();
        Self { hash, rest: u16::from_le_bytes([first, second]) }
    }
}

/// Both halves of a hash with more bytes mixed in.
fn mixed(hash: (u64, u64), bytes: &[u8]) -> (u64, u64) {
    let [_, factor, another] = mix::DIGITS;
    mix::words(bytes).fold(hash, |(one, other), word| {
        (mix::folded(one ^ word, factor), mix::folded(other.rotate_left(29) ^ word, another))
    })
}

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

    /// Look at the places of the keys of records that come next, one behind the other: the memory
    /// brings them while the next is looked up, where [`Repeats::see`] would wait for each.
    pub fn fetch<'m>(&self, marks: impl Iterator<Item = &'m Marks>) {
        let known = marks
            .flat_map(|marks| marks.0.iter().flatten())
            .filter(|mark| self.seen.of(mark.hash).is_some());
        std::hint::black_box(known.count());
    }

    /// Note the keys of a record that has none of anybody else. `false`, with nothing noted, where one
    /// may have been seen before: [`Repeats::see`] tells.
    pub fn note(&mut self, marks: &Marks, at: &Place) -> bool {
        let marks = || marks.0.iter().flatten();
        if marks().any(|mark| self.seen.of(mark.hash).is_some()) {
            return false;
        }
        let (sheet, row) = (self.sheet(at), at.row.unwrap_or(0));
        for Mark { hash, rest } in marks().copied() {
            self.seen.note(hash, First { row, sheet, rest });
        }
        true
    }

    /// Note the record's keys. `false`, with an error for each shared key that names the first row,
    /// if one was seen before.
    pub fn see(
        &mut self,
        record: &Record,
        marks: &Marks,
        at: &Place,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let mut is_new = true;
        let (sheet, row) = (self.sheet(at), at.row.unwrap_or(0));
        for (number, mark) in marks.0.iter().enumerate() {
            let Some(Mark { hash, rest }) = *mark else { continue };
            let Some(first) = self.seen.of(hash) else {
                self.seen.note(hash, First { row, sheet, rest });
                continue;
            };
            if first.rest == rest
                && let Some((field, key)) = key::of(record).nth(number)
            {
                is_new = false;
                let args = [self.name(first.sheet), first.row.to_string()];
                let complaint = Complaint::with(key.repeated(), args);
                let mut problem = Problem::at(at.clone(), complaint);
                problem.field = Some(field.field.into());
                problem.value =
                    Some(if self.shows_values { key.value.to_string() } else { key.masked() });
                problems.push(problem);
            }
        }
        is_new
    }

    /// The number of a sheet; nearly always the last one.
    fn sheet(&mut self, at: &Place) -> u16 {
        let same = |sheet: &Sheet| sheet.0 == at.file && sheet.1 == at.sheet;
        let index = self.sheets.iter().rposition(same).unwrap_or_else(|| {
            self.sheets.push((at.file.clone(), at.sheet.clone()));
            self.sheets.len() - 1
        });
        u16::try_from(index).unwrap_or(u16::MAX)
    }

    /// `staff.xlsx › 员工`.
    fn name(&self, sheet: u16) -> String {
        match self.sheets.get(usize::from(sheet)) {
            Some((Some(file), Some(sheet))) => format!("{file} › {sheet}"),
            Some((Some(name), None) | (None, Some(name))) => name.to_string(),
            Some((None, None)) | None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Checker;
    use crate::check::testing::{binding, place, row};
    use crate::kinds;
    use crate::problem::{Code, Lang};
    use crate::rows::Origins;

    #[test]
    fn keys_that_differ_have_other_marks() {
        let mut seen = std::collections::HashSet::new();
        let (mut low, mut rests) = (std::collections::HashSet::new(), [0_u32; 256]);
        for number in 0..200_000_u32 {
            let value = format!("{}", 13_000_000_000_u64 + u64::from(number));
            for scope in ["", "86", "CN_9"] {
                let key =
                    Key { kind: KeyKind::Mobile, scope: scope.into(), value: (&*value).into() };
                let Mark { hash, rest } = Mark::of(KindId::ALL[0], &key);
                assert!(seen.insert(hash), "{scope} {value}");
                low.insert(hash % 4096);
                rests[usize::from(rest % 256)] += 1;
            }
        }
        assert_eq!(low.len(), 4096);
        assert!(rests.iter().all(|count| (2000..2700).contains(count)), "{rests:?}");
        let mark = |kind, scope: &'static str, value: &'static str| {
            Mark::of(KindId::ALL[0], &Key { kind, scope: scope.into(), value: value.into() }).hash
        };
        let email = KeyKind::Email;
        assert_ne!(mark(email, "a", "b"), mark(email, "", "ab"));
        assert_ne!(mark(email, "", "a"), mark(email, "", "a\0"));
        assert_ne!(mark(email, "", "a"), mark(KeyKind::Mobile, "", "a"));
    }

    #[test]
    fn any_shared_key_is_the_same_person_and_names_the_first_row() {
        let binding = binding(
            &kinds::talent::TALENT,
            &["basic_info.name", "basic_info.mobile", "basic_info.email"],
        );
        let mut checker = Checker::new(Arc::new(binding), place(), false);
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
            let new = repeats.see(&record, &Marks::of(&record), &at, &mut problems);
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
