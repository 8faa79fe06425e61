//! The rules of a kind over the places that a binding has.
//!
//! Must not know: what a rule finds (`rules`).

use jiff::civil::Date;

use crate::spec::{Rule, Target};

use super::spot::{Entry, Spot, field_at};

/// A rule with the places that it looks at.
#[derive(Debug)]
pub(super) enum Bound {
    Ordered {
        first: usize,
        second: usize,
        warn: bool,
    },
    Born {
        key: usize,
        today: Date,
        ages: Ages,
    },
    /// `span`: the days that are not far from today.
    Lived {
        key: usize,
        born: Option<usize>,
        ahead: i16,
        span: Option<(Date, Date)>,
    },
    Sum {
        /// The place of each share, and of what it is of.
        shares: Vec<(usize, Option<usize>)>,
        total: i64,
    },
    Needs {
        entry: usize,
        key: &'static str,
        spot: Option<usize>,
    },
    Beside {
        key: usize,
        with: Option<usize>,
        name: &'static str,
    },
    IdAgrees {
        number: usize,
        birthday: Option<usize>,
        gender: Option<usize>,
        /// How cards write today, and the ages of those who may be employed with the birthdays that they
        /// have; none where nobody knows the day.
        days: Option<Days>,
    },
}

/// Years that somebody has lived who still looks for work, and did not begin at birth.
pub(super) const LIFE: i16 = 90;

/// How cards write today, and the ages of those who may be employed.
pub(super) type Days = (String, Ages);

/// The ages at which people are employed, and the birthdays that those have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ages {
    pub(super) least: i16,
    pub(super) most: i16,
    first: Date,
    last: Date,
}

impl Ages {
    fn of(today: Date, least: i16, most: i16) -> Self {
        Self { least, most, first: years_from(today, -most), last: years_from(today, -least) }
    }

    /// Whether somebody who was born then is of such an age.
    pub(super) fn has(&self, born: Date) -> bool {
        (self.first..=self.last).contains(&born)
    }
}

/// The same day of another year; 28 February where that one has no 29th.
fn years_from(today: Date, years: i16) -> Date {
    today.checked_add(jiff::Span::new().years(years)).unwrap_or(today)
}

/// The place of a field within an entry.
fn within(spots: &[Spot], entry: &Entry, key: &str) -> Option<usize> {
    entry.spots.clone().find(|&index| {
        matches!(&spots[index].slot.target, Target::Entry { field, .. } if field.key == key)
    })
}

/// A day as the numbers of cards have it: `19900307`.
fn as_on_cards(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A place that is of no use without another one, for each entry of its group.
fn together(
    spots: &[Spot],
    entries: &[Entry],
    group: Option<&'static str>,
    (key, with): (&'static str, &'static str),
) -> Vec<Bound> {
    let beside = |key: usize, beside| Bound::Beside { key, with: beside, name: with };
    let Some(group) = group else {
        return field_at(spots, key)
            .map(|at| beside(at, field_at(spots, with)))
            .into_iter()
            .collect();
    };
    let own = entries.iter().filter(|entry| entry.group == group);
    own.filter_map(|entry| Some(beside(within(spots, entry, key)?, within(spots, entry, with))))
        .collect()
}

/// A rule over the places that there are; once for each entry of its group.
pub(super) fn bound(
    rule: Rule,
    spots: &[Spot],
    entries: &[Entry],
    today: Option<Date>,
) -> Vec<Bound> {
    let of = |group: &'static str| {
        entries.iter().enumerate().filter(move |(_, entry)| entry.group == group)
    };
    match rule {
        Rule::Ordered { group: None, first, second, warn } => {
            match (field_at(spots, first), field_at(spots, second)) {
                (Some(first), Some(second)) => vec![Bound::Ordered { first, second, warn }],
                (Some(_) | None, _) => Vec::new(),
            }
        }
        Rule::Ordered { group: Some(group), first, second, warn } => of(group)
            .filter_map(|(_, entry)| {
                let first = within(spots, entry, first)?;
                Some(Bound::Ordered { first, second: within(spots, entry, second)?, warn })
            })
            .collect(),
        Rule::Born { key, least, most } => {
            let bound =
                |(key, today)| Bound::Born { key, today, ages: Ages::of(today, least, most) };
            field_at(spots, key).zip(today).map(bound).into_iter().collect()
        }
        Rule::Lived { group, key, born, ahead } => {
            let born = born.and_then(|born| field_at(spots, born));
            let keys: Vec<usize> = match group {
                None => field_at(spots, key).into_iter().collect(),
                Some(group) => {
                    of(group).filter_map(|(_, entry)| within(spots, entry, key)).collect()
                }
            };
            let span = today.map(|today| (years_from(today, -LIFE), years_from(today, ahead)));
            let lived = |key| Bound::Lived { key, born, ahead, span };
            keys.into_iter().map(lived).collect()
        }
        Rule::SumsTo { group, share, of: whose, total } => {
            let entry =
                |(_, entry)| Some((within(spots, entry, share)?, within(spots, entry, whose)));
            let shares: Vec<_> = of(group).filter_map(entry).collect();
            if shares.is_empty() { Vec::new() } else { vec![Bound::Sum { shares, total }] }
        }
        Rule::EntryNeeds { group, keys } => of(group)
            .flat_map(|(index, entry)| {
                keys.iter().map(move |key| Bound::Needs {
                    entry: index,
                    key,
                    spot: within(spots, entry, key),
                })
            })
            .collect(),
        Rule::Together { group, key, with } => together(spots, entries, group, (key, with)),
        Rule::IdAgrees { number, birthday, gender, least, most } => field_at(spots, number)
            .map(|number| Bound::IdAgrees {
                number,
                birthday: field_at(spots, birthday),
                gender: field_at(spots, gender),
                days: today.map(|today| (as_on_cards(today), Ages::of(today, least, most))),
            })
            .into_iter()
            .collect(),
    }
}
