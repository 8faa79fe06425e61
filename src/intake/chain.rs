//! Who names whom: records that name others of the same input, wherever those stand in it. Nobody may
//! wait for himself by way of others, and whom a record waits for should be there.
//!
//! Must not know: what a name is read from, how the rows are read, when a record is sent.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use crate::check::Record;
use crate::plan::need;
use crate::problem::{Arg, Code, Complaint, Lang, Place, both};
use crate::spec::IdOf;

use super::words::near;

/// A record by whose it is: whose IDs its kind gets, and its owner.
pub(super) type Who = (IdOf, Box<str>);

/// Rows of a circle that are shown.
const SHOWN: usize = 12;

/// What is known of who names whom.
#[derive(Default)]
pub(super) enum Chain {
    /// Nobody has asked.
    #[default]
    Unknown,
    /// The input is read to find out.
    Gathering(BTreeMap<Who, Row>),
    /// It was read.
    Known(Lines),
}

/// A row whose record others may name.
#[derive(Debug)]
pub(super) struct Row {
    place: Place,
    /// Whom its record waits for.
    needs: Vec<Who>,
    is_sound: bool,
}

/// Every line of records that wait for one another.
pub(super) struct Lines {
    rows: BTreeMap<Who, Row>,
    /// Those that wait for themselves, each with the others of a circle that it is in, from itself on.
    circles: BTreeMap<Who, Vec<Who>>,
    /// Those that wait for one that comes to nothing, by way of others or not, with that one.
    lost: BTreeMap<Who, Who>,
}

/// Whose a record is, where others may name it.
fn who(record: &Record) -> Option<Who> {
    let (of, key) = record.kind().makes?;
    let field = record.kind().key(key)?;
    Some((of, record.text(field.field)?.into()))
}

/// Whom a record waits for, each once.
fn needs(record: &Record) -> Vec<Who> {
    let mut all: Vec<Who> = Vec::new();
    for (of, owner) in need::owners(record) {
        if !all.iter().any(|(_, other)| **other == *owner) {
            all.push((of, owner.into()));
        }
    }
    all
}

impl Chain {
    /// Note whose row this was, while it is found out who names whom. `owner` is whose it is where the
    /// row made no record.
    pub(super) fn note(&mut self, record: Option<&Record>, owner: Option<Who>, at: &Place) {
        let Self::Gathering(rows) = self else { return };
        let Some(who) = record.and_then(who).or(owner) else { return };
        let row = Row {
            place: at.clone(),
            needs: record.map(needs).unwrap_or_default(),
            is_sound: record.is_some(),
        };
        match rows.get(&who) {
            Some(known) if known.is_sound || !row.is_sound => {}
            Some(_) | None => {
                rows.insert(who, row);
            }
        }
    }

    /// What was gathered, once all is read.
    pub(super) fn lines(self) -> Lines {
        match self {
            Self::Gathering(rows) => Lines::new(rows),
            Self::Known(lines) => lines,
            Self::Unknown => Lines::new(BTreeMap::new()),
        }
    }
}

impl Lines {
    fn new(rows: BTreeMap<Who, Row>) -> Self {
        let circles = circles(&rows);
        let lost = lost(&rows, &circles);
        Self { rows, circles, lost }
    }

    /// The rows of a circle that a record is in, from the first of them on and back to it: the same for
    /// each of them. `at` is where it is shown.
    fn circle(&self, of: &Who, at: &Place) -> Option<Arg> {
        let all = self.circles.get(of)?.iter().map(|one| Some(&self.rows.get(one)?.place));
        let all: Vec<&Place> = all.collect::<Option<_>>()?;
        let order = |place: &usize| (&all[*place].file, &all[*place].sheet, all[*place].row);
        let first = (0..all.len()).min_by_key(order)?;
        let shown = || all.iter().cycle().skip(first).take(all.len().min(SHOWN));
        let more = if all.len() > SHOWN { "… → " } else { "" };
        let words = |lang| {
            let way = shown().map(|place| near(place, at).show(lang) + " → ");
            way.collect::<String>() + more + &near(all[first], at).show(lang)
        };
        Some(both(&words(Lang::Zh), &words(Lang::En)))
    }

    /// What is wrong with whom a record waits for.
    pub(super) fn judge(&self, record: &Record, at: &Place) -> Vec<Complaint> {
        let circle = who(record).and_then(|own| self.circle(&own, at));
        if let Some(circle) = circle {
            return vec![Complaint::with(Code::ManagersInCircle, [circle])];
        }
        let missing = needs(record).into_iter().filter_map(|need| {
            if !self.rows.contains_key(&need) {
                return Some(Complaint::new(Code::ManagerNowhere));
            }
            let place = near(&self.rows.get(self.lost.get(&need)?)?.place, at);
            let place = both(&place.show(Lang::Zh), &place.show(Lang::En));
            Some(Complaint::with(Code::ManagerRowFailed, [place]))
        });
        missing.collect()
    }
}

/// The records that wait for themselves, each with a shortest circle.
fn circles(rows: &BTreeMap<Who, Row>) -> BTreeMap<Who, Vec<Who>> {
    // Who waits for nobody is in no circle, nor is who then waits for nobody else.
    let mut left: BTreeMap<&Who, usize> = BTreeMap::new();
    let mut reports: BTreeMap<&Who, Vec<&Who>> = BTreeMap::new();
    for (who, row) in rows {
        let needs = row.needs.iter().filter(|need| rows.contains_key(need));
        left.insert(who, needs.clone().count());
        for need in needs {
            reports.entry(need).or_default().push(who);
        }
    }
    let mut free: Vec<&Who> =
        left.iter().filter(|(_, needs)| **needs == 0).map(|(who, _)| *who).collect();
    while let Some(who) = free.pop() {
        left.remove(who);
        for report in reports.get(who).into_iter().flatten() {
            if let Some(needs) = left.get_mut(report) {
                *needs -= 1;
                if *needs == 0 {
                    free.push(report);
                }
            }
        }
    }
    let way = |who: &Who| Some((who.clone(), way_back(rows, &left, who)?));
    left.keys().filter_map(|who| way(who)).collect()
}

/// A shortest way from a record by those that it waits for back to itself.
fn way_back(
    rows: &BTreeMap<Who, Row>,
    left: &BTreeMap<&Who, usize>,
    who: &Who,
) -> Option<Vec<Who>> {
    let mut from: BTreeMap<&Who, &Who> = BTreeMap::new();
    let mut next: VecDeque<&Who> = VecDeque::from([who]);
    while let Some(here) = next.pop_front() {
        for need in rows.get(here)?.needs.iter().filter(|need| left.contains_key(need)) {
            if need == who {
                let back = std::iter::successors(Some(here), |one| from.get(one).copied());
                let mut way: Vec<Who> = back.cloned().collect();
                way.reverse();
                return Some(way);
            }
            if let Entry::Vacant(place) = from.entry(need) {
                place.insert(here);
                next.push_back(need);
            }
        }
    }
    None
}

/// The records that wait for one that comes to nothing, with that one: it has errors itself, or goes round
/// in a circle.
fn lost(rows: &BTreeMap<Who, Row>, circles: &BTreeMap<Who, Vec<Who>>) -> BTreeMap<Who, Who> {
    let mut reports: BTreeMap<&Who, Vec<&Who>> = BTreeMap::new();
    for (who, row) in rows {
        for need in &row.needs {
            reports.entry(need).or_default().push(who);
        }
    }
    let fails = |who: &Who, row: &Row| !row.is_sound || circles.contains_key(who);
    let mut next: VecDeque<(&Who, &Who)> =
        rows.iter().filter(|(who, row)| fails(who, row)).map(|(who, _)| (who, who)).collect();
    let mut lost: BTreeMap<Who, Who> = BTreeMap::new();
    while let Some((who, cause)) = next.pop_front() {
        if lost.contains_key(who) {
            continue;
        }
        lost.insert(who.clone(), cause.clone());
        next.extend(reports.get(who).into_iter().flatten().map(|report| (*report, cause)));
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(owner: &str) -> Who {
        (IdOf::JobData, owner.into())
    }

    /// Rows from 2 on: each owner with whom it waits for.
    fn lines(rows: &[(&str, &[&str])]) -> Lines {
        let rows = (2..).zip(rows).map(|(row, (owner, needs))| {
            let place = Place { row: Some(row), ..Place::default() };
            let needs = needs.iter().map(|need| who(need)).collect();
            (who(owner), Row { place, needs, is_sound: true })
        });
        Lines::new(rows.collect())
    }

    fn circle(lines: &Lines, owner: &str) -> Option<String> {
        let place = lines.rows.get(&who(owner)).unwrap().place.clone();
        lines.circle(&who(owner), &place).map(|arg| arg.pick(Lang::En).to_owned())
    }

    #[test]
    fn a_circle_is_shown_by_its_rows_and_who_only_waits_for_one_is_in_none() {
        let lines =
            lines(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"]), ("d", &["a"]), ("e", &[])]);
        assert_eq!(circle(&lines, "a").as_deref(), Some("row 2 → row 3 → row 4 → row 2"));
        assert_eq!(circle(&lines, "c").as_deref(), Some("row 2 → row 3 → row 4 → row 2"));
        assert_eq!((circle(&lines, "d"), circle(&lines, "e")), (None, None));
    }

    #[test]
    fn two_ways_to_one_are_no_circle_and_a_second_need_may_close_one() {
        let fork = lines(&[("a", &["b", "c"]), ("b", &["d"]), ("c", &["d"]), ("d", &["x"])]);
        assert!(fork.circles.is_empty());
        let closed = lines(&[("a", &["x", "b"]), ("b", &["y", "a"])]);
        assert_eq!(circle(&closed, "b").as_deref(), Some("row 2 → row 3 → row 2"));
    }

    #[test]
    fn each_of_two_circles_that_share_a_row_is_shown() {
        let two = lines(&[
            ("a", &["b"]),
            ("b", &["a", "c"]),
            ("c", &["d"]),
            ("d", &["b"]),
            ("e", &["c"]),
        ]);
        assert_eq!(circle(&two, "a").as_deref(), Some("row 2 → row 3 → row 2"));
        assert_eq!(circle(&two, "d").as_deref(), Some("row 3 → row 4 → row 5 → row 3"));
        assert_eq!(circle(&two, "e"), None);
        assert_eq!(two.lost.get(&who("e")), Some(&who("c")));
    }

    #[test]
    fn who_waits_by_way_of_others_for_a_row_with_errors_is_lost_too() {
        let mut rows = lines(&[("a", &["b"]), ("b", &["c"]), ("c", &[]), ("d", &[])]).rows;
        rows.get_mut(&who("c")).unwrap().is_sound = false;
        let lines = Lines::new(rows);
        assert_eq!(lines.lost.get(&who("a")), Some(&who("c")));
        assert_eq!(lines.lost.get(&who("d")), None);
    }

    #[test]
    fn a_long_line_is_followed_to_its_end() {
        let names: Vec<String> = (0..50_000).map(|n| n.to_string()).collect();
        let needs: Vec<[&str; 1]> =
            (0..names.len()).map(|n| [names.get(n + 1).map_or("none", String::as_str)]).collect();
        let rows: Vec<(&str, &[&str])> =
            names.iter().zip(&needs).map(|(name, need)| (name.as_str(), need.as_slice())).collect();
        assert!(lines(&rows).circles.is_empty());
    }
}
