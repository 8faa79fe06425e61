//! Checks over several cells of one row.
//!
//! Must not know: how cells are read; which fields a kind has.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::bound::{Ages, Bound, Days, LIFE};
use super::layout::Layout;
use super::record::{Lists, Stored};
use super::state::State;
use super::types::{Day, Grain, birth_date, is_male};
use crate::problem::{Code, Complaint, both};

/// What a rule finds: the place to point at, and the complaint.
pub(super) type Finding = (Option<usize>, Complaint);

/// Apply every rule. Values that are of no use are taken away.
pub(super) fn apply(
    layout: &Layout,
    states: &mut [State],
    text: &str,
    findings: &mut Vec<Finding>,
) {
    for rule in &layout.rules {
        match rule {
            Bound::Beside { key, with, name } => {
                beside(layout, states, *key, *with, name, findings);
            }
            Bound::Ordered { first, second, warn } => {
                ordered(layout, states, (*first, *second), *warn, findings);
            }
            Bound::Born { key, today, ages } => born(states, *key, *today, ages, findings),
            Bound::Lived { key, born, ahead, span } => {
                if let Some(born) = born {
                    ordered(layout, states, (*born, *key), true, findings);
                }
                if let Some(span) = span {
                    far(states, *key, *ahead, *span, findings);
                }
            }
            Bound::Sum { shares, total } => {
                sum(states, shares, *total, findings);
                apart(layout, states, text, shares, findings);
            }
            Bound::Needs { entry, key, spot } => {
                needs(layout, states, (*entry, key, *spot), findings);
            }
            Bound::IdAgrees { number, birthday, gender, days } => {
                let beside = (*birthday, *gender);
                id_agrees(states, text, *number, (beside, days.as_ref()), findings);
            }
        }
    }
}

/// Any place of the entry has a value of its own or a cell that could not be read.
pub(super) fn is_present(layout: &Layout, states: &[State], entry: usize) -> bool {
    let entry = &layout.entries[entry];
    states[entry.spots.clone()].iter().any(|s| s.bad || (s.from_cell && s.value.is_some()))
}

fn beside(
    layout: &Layout,
    states: &mut [State],
    key: usize,
    with: Option<usize>,
    name: &str,
    findings: &mut Vec<Finding>,
) {
    if with.is_some_and(|with| states[with].bad || states[with].value.is_some()) {
        return;
    }
    // A default is for rows that need it: it goes in silence.
    if states[key].value.take().is_some() && states[key].from_cell {
        let name = with.map_or(name, |with| layout.name(with));
        findings.push((Some(key), Complaint::with(Code::OnlyBeside, [name])));
    }
}

fn ordered(
    layout: &Layout,
    states: &[State],
    (first, second): (usize, usize),
    warn: bool,
    findings: &mut Vec<Finding>,
) {
    let (Some(one), Some(other)) = (states[first].day, states[second].day) else { return };
    let later = compare(one, other) == Ordering::Greater;
    // 2018-09 to 2018 may be right, and is sent as 2018-09-01 to 2018-01-01.
    if later || one.date > other.date {
        let code = if warn || !later { Code::DateOrderOdd } else { Code::DateOrder };
        let names = [layout.name(first), layout.name(second)];
        findings.push((Some(second), Complaint::with(code, names)));
    }
}

/// Places that must have a value and have none, those of entries where the row has the entry.
pub(super) fn wanted(layout: &Layout, states: &[State], findings: &mut Vec<Finding>) {
    for index in layout.wanted.iter().copied() {
        let state = &states[index];
        if state.value.is_some() || state.bad {
            continue;
        }
        let entry = layout.spots[index].entry;
        let of_everybody = layout.spots[index].is_of_everybody();
        if of_everybody || entry.is_none_or(|entry| is_present(layout, states, entry)) {
            findings.push((Some(index), Complaint::new(Code::Required)));
        }
    }
}

/// A birthday held against today, and against the birthdays of those who may be employed.
fn born(states: &[State], key: usize, today: Date, ages: &Ages, findings: &mut Vec<Finding>) {
    let Some(Day { date, .. }) = states[key].day else { return };
    if date > today {
        findings.push((Some(key), Complaint::new(Code::BirthdayAhead)));
    } else if !ages.has(date) {
        let ages = [ages.least.to_string(), ages.most.to_string()];
        findings.push((Some(key), Complaint::with(Code::BirthdayOdd, ages)));
    }
}

/// A date of somebody's life held against the days that are not far from today.
fn far(
    states: &[State],
    key: usize,
    ahead: i16,
    (first, last): (Date, Date),
    findings: &mut Vec<Finding>,
) {
    let Some(Day { date, .. }) = states[key].day else { return };
    let what = if date > last {
        both(&format!("晚 {ahead} 年以上"), &format!("more than {ahead} years after"))
    } else if date < first {
        both(&format!("早 {LIFE} 年以上"), &format!("more than {LIFE} years before"))
    } else {
        return;
    };
    findings.push((Some(key), Complaint::with(Code::DateFar, [what])));
}

/// Two days as exactly as the vaguer of them is known: 2018 is not before 2018-09.
fn compare(one: Day, other: Day) -> Ordering {
    let (a, b) = (one.date, other.date);
    match one.grain.min(other.grain) {
        Grain::Day => a.cmp(&b),
        Grain::Month => (a.year(), a.month()).cmp(&(b.year(), b.month())),
        Grain::Year => a.year().cmp(&b.year()),
    }
}

/// The place of a share, and of what it is of.
type Share = (usize, Option<usize>);

fn sum(states: &[State], shares: &[Share], total: i64, findings: &mut Vec<Finding>) {
    if shares.iter().any(|&(share, _)| states[share].bad) {
        return;
    }
    let given = shares.iter().filter_map(|&(at, _)| Some((at, states[at].value?.number()?)));
    let mut given = given;
    let Some((first, percent)) = given.next() else { return };
    let sum = given.fold(percent, |sum, (_, percent)| sum.saturating_add(percent));
    if sum != total {
        let args = [sum.to_string(), total.to_string()];
        findings.push((Some(first), Complaint::with(Code::SharesSum, args)));
    }
}

/// Two shares of one thing: nobody knows whether they are to be added, or one is a slip.
fn apart(
    layout: &Layout,
    states: &[State],
    text: &str,
    shares: &[Share],
    findings: &mut Vec<Finding>,
) {
    let whose = |&(share, of): &Share| {
        states[share].value?;
        Some((of?, states[of?].value?.text(text)?))
    };
    for (index, share) in shares.iter().enumerate().skip(1) {
        let Some((at, own)) = whose(share) else { continue };
        let earlier = shares[..index].iter().filter_map(whose).find(|(_, other)| *other == own);
        if let Some((first, _)) = earlier {
            let complaint = Complaint::with(Code::ShareRepeated, [layout.name(first)]);
            findings.push((Some(at), complaint));
        }
    }
}

fn needs(
    layout: &Layout,
    states: &[State],
    (entry, key, spot): (usize, &str, Option<usize>),
    findings: &mut Vec<Finding>,
) {
    let there = spot.is_some_and(|spot| states[spot].bad || states[spot].value.is_some());
    if there || !is_present(layout, states, entry) {
        return;
    }
    let mut spots = layout.entries[entry].spots.clone();
    let filled = spots.find(|&at| states[at].value.is_some() || states[at].bad).unwrap_or(0);
    if let Some(spot) = spot {
        let complaint = Complaint::with(Code::EntryIncomplete, [layout.name(filled)]);
        findings.push((Some(spot), complaint));
    } else {
        let path: &str = &layout.spots[filled].path;
        let missing = format!("{}.{key}", path.rsplit_once('.').map_or(path, |(p, _)| p));
        findings.push((Some(filled), Complaint::with(Code::EntryColumnMissing, [missing])));
    }
}

fn id_agrees(
    states: &[State],
    text: &str,
    number: usize,
    ((birthday, gender), days): ((Option<usize>, Option<usize>), Option<&Days>),
    findings: &mut Vec<Finding>,
) {
    let card = states[number].value.filter(|_| states[number].is_id_card);
    let Some(card) = card.and_then(|card| card.text(text)) else { return };
    if days.is_some_and(|(today, _)| card.get(6..14).is_some_and(|born| born > today.as_str())) {
        findings.push((Some(number), Complaint::new(Code::IdCardAhead)));
        return;
    }
    let born = birth_date(card).map(|date| Day { date, grain: Grain::Day });
    let beside = birthday.and_then(|at| Some((at, states[at].day?)));
    // Of a birthday beside it the same is said there.
    if let (Some((_, ages)), Some(Day { date, .. }), None) = (days, born, beside)
        && !ages.has(date)
    {
        let ages = [ages.least.to_string(), ages.most.to_string()];
        findings.push((Some(number), Complaint::with(Code::IdCardAge, ages)));
    }
    if let Some((at, day)) = beside
        && born.is_some_and(|born| compare(born, day) != Ordering::Equal)
    {
        findings.push((Some(at), Complaint::new(Code::IdCardBirthday)));
    }
    let Some(at) = gender else { return };
    // The API's codes: 1 male, 2 female, 3 other.
    let differs = match (states[at].value.and_then(Stored::number), is_male(card)) {
        (Some(1), Some(male)) => !male,
        (Some(2), Some(male)) => male,
        (Some(_) | None, _) => false,
    };
    if differs {
        findings.push((Some(at), Complaint::new(Code::IdCardGender)));
    }
}

/// Entries of one group with equal content: the later ones go (第一学历 and 最高学历 are often the
/// same), unless they have shares of a sum. More entries than the API takes: an error.
pub(super) fn entries(
    layout: &Layout,
    states: &mut [State],
    (text, lists): (&str, &Lists),
    findings: &mut Vec<Finding>,
) {
    for run in &layout.runs {
        let Some(first) = layout.entries.get(run.start) else { continue };
        let mut kept: Vec<usize> = Vec::new();
        for index in run.clone() {
            if !is_present(layout, states, index) {
                continue;
            }
            let is_double = |&other: &usize| equal(layout, states, (text, lists), (other, index));
            if !has_share(layout, index) && kept.iter().any(is_double) {
                let complaint = Complaint::new(Code::EntryRepeated);
                let spots = layout.entries[index].spots.clone();
                findings.push((Some(spots.start), complaint));
                for state in &mut states[spots] {
                    state.value = None;
                }
            } else {
                kept.push(index);
            }
        }
        if kept.len() > first.max {
            let args = [first.group.clone(), first.max.to_string()];
            findings.push((None, Complaint::with(Code::EntriesTooMany, args)));
        }
    }
}

/// Whether a sum is made of what the entry holds.
fn has_share(layout: &Layout, entry: usize) -> bool {
    let spots = &layout.entries[entry].spots;
    layout.rules.iter().any(|rule| match rule {
        Bound::Sum { shares, .. } => shares.iter().any(|(share, _)| spots.contains(share)),
        Bound::Ordered { .. }
        | Bound::Born { .. }
        | Bound::Lived { .. }
        | Bound::Needs { .. }
        | Bound::Beside { .. }
        | Bound::IdAgrees { .. } => false,
    })
}

fn equal(
    layout: &Layout,
    states: &[State],
    (text, lists): (&str, &Lists),
    (one, other): (usize, usize),
) -> bool {
    let content = |entry: usize| {
        layout.entries[entry].spots.clone().filter_map(|index| {
            let value = states[index].value?;
            Some((layout.spots[index].plain_path.as_str(), value.value(text, lists)))
        })
    };
    let readable =
        |entry: usize| states[layout.entries[entry].spots.clone()].iter().all(|state| !state.bad);
    readable(one) && readable(other) && content(one).eq(content(other))
}
