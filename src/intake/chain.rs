//! Who names whom: records that name others of the same input, wherever those stand in it. Nobody may
//! wait for himself by way of others, and whom a record waits for should be there.
//!
//! Must not know: what a name is read from, how the rows are read, when a record is sent.

use std::collections::{HashMap, HashSet};

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
    Gathering(HashMap<Who, Row>),
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
    rows: HashMap<Who, Row>,
    /// Those that wait for themselves, each with the next of its circle.
    circles: HashMap<Who, Who>,
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
            Self::Unknown => Lines::new(HashMap::new()),
        }
    }
}

impl Lines {
    fn new(rows: HashMap<Who, Row>) -> Self {
        let mut circles = HashMap::new();
        let mut done: HashSet<&Who> = HashSet::new();
        let mut starts: Vec<&Who> = rows.keys().collect();
        starts.sort_unstable();
        for start in starts {
            // The way from the start, with how many of each one's needs were followed.
            let mut way: Vec<(&Who, usize)> = vec![(start, 0)];
            let mut places: HashMap<&Who, usize> = HashMap::from([(start, 0)]);
            while let Some((at, followed)) = way.last_mut() {
                let (here, next) = (*at, rows.get(*at).and_then(|row| row.needs.get(*followed)));
                *followed += 1;
                let Some(next) = next.filter(|_| !done.contains(here)) else {
                    done.insert(here);
                    places.remove(here);
                    way.pop();
                    continue;
                };
                if let Some(from) = places.get(next) {
                    for (place, (one, _)) in way.iter().enumerate().skip(*from) {
                        let then = way.get(place + 1).map_or(next, |(then, _)| *then);
                        circles.insert((*one).clone(), then.clone());
                    }
                } else if rows.contains_key(next) && !done.contains(next) {
                    places.insert(next, way.len());
                    way.push((next, 0));
                }
            }
        }
        Self { rows, circles }
    }

    /// The rows of the circle that a record is in, from the first of them on and back to it: the same
    /// for each of them. `at` is where it is shown.
    fn circle(&self, of: &Who, at: &Place) -> Option<Arg> {
        let next = |one: &Who| self.circles.get(one);
        let all = std::iter::successors(Some(of), |one| next(one).filter(|next| *next != of));
        let all: Vec<&Place> = next(of).and_then(|_| {
            all.take(self.circles.len()).map(|one| Some(&self.rows.get(one)?.place)).collect()
        })?;
        let first = (0..all.len())
            .min_by_key(|place| (&all[*place].file, &all[*place].sheet, all[*place].row))?;
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
        let missing = needs(record).into_iter().filter_map(|need| match self.rows.get(&need) {
            None => Some(Complaint::new(Code::ManagerNowhere)),
            Some(row) if !row.is_sound || self.circles.contains_key(&need) => {
                let place = near(&row.place, at);
                let place = both(&place.show(Lang::Zh), &place.show(Lang::En));
                Some(Complaint::with(Code::ManagerRowFailed, [place]))
            }
            Some(_) => None,
        });
        missing.collect()
    }
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
    fn a_long_line_is_followed_to_its_end() {
        let names: Vec<String> = (0..50_000).map(|n| n.to_string()).collect();
        let needs: Vec<[&str; 1]> =
            (0..names.len()).map(|n| [names.get(n + 1).map_or("none", String::as_str)]).collect();
        let rows: Vec<(&str, &[&str])> =
            names.iter().zip(&needs).map(|(name, need)| (name.as_str(), need.as_slice())).collect();
        assert!(lines(&rows).circles.is_empty());
    }
}
