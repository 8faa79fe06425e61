//! The laws of the state machine, over every sequence of events.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::journal::state::next;
use crate::journal::{Admitted, CLEARED_FOR, Event, Fate, JobState, MAX_SENDS, RunState, Standing};
use crate::kinds;
use crate::problem::{Code, Lost, Reason, Unsent};
use crate::spec::KeyKind;

/// The migrations that insert words, one behind the other.
const SCHEMA: &str = concat!(
    include_str!("../../../migrations/V3__words_and_whose.sql"),
    include_str!("../../../migrations/V5__needs.sql")
);

pub(super) fn start() -> Timestamp {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

/// Every event, with moments near `at`.
pub(super) fn events(at: Timestamp) -> Vec<Event> {
    let soon = at + SignedDuration::from_secs(2);
    vec![
        Event::LookedUpAbsent { at },
        Event::ClearedAnyway { at, remote: None },
        Event::LookedUpExisting { remote: "r1".into() },
        Event::LookedUpConflict { reason: Reason::Found(Code::TwoPeople) },
        Event::Leased { attempt: 7 },
        Event::Created { remote: "r2".into() },
        Event::NeverSent { not_before: soon, reason: Unsent::Dns.into() },
        Event::Throttled { not_before: soon },
        Event::Refused { code: 1, reason: Reason::said("no") },
        Event::Duplicate { code: 1_002_105 },
        Event::TokenSeen,
        Event::Lost { reason: Lost::Timeout.into() },
        Event::FoundAfterDoubt { remote: "r3".into() },
        Event::AbsentAfterDoubt { last: false },
        Event::AbsentAfterDoubt { last: true },
        Event::StillUnknown { reason: Reason::Found(Code::NotReadable) },
        Event::SendAgainSameToken { not_before: at },
        Event::NewToken,
        Event::Amended,
        Event::Withdrawn,
        Event::DecidedCreated { remote: "r4".into() },
        Event::DecidedNotCreated,
        Event::Recovered,
        Event::Held,
        Event::Freed,
        Event::Blocked { reason: Reason::Found(Code::ManagerNotMade) },
    ]
}

#[test]
fn every_event_is_in_the_list_above_and_has_a_word_of_its_own() {
    let seen: BTreeSet<&str> = events(start()).iter().map(Event::label).collect();
    assert_eq!(seen, Event::LABELS.iter().copied().collect());
}

#[test]
fn the_words_of_the_schema_are_the_words_of_the_code() {
    let listed = |table: &str| -> BTreeSet<String> {
        let insert = format!("INSERT INTO {table} VALUES");
        let inserts = SCHEMA.match_indices(&insert).map(|(from, _)| {
            let close = SCHEMA[from..].find(';').unwrap() + from;
            &SCHEMA[from..close]
        });
        inserts.flat_map(|words| words.split('\'').skip(1).step_by(2)).map(str::to_owned).collect()
    };
    let words = |all: Vec<&str>| all.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    let runs = RunState::ALL.iter().map(|state| state.label()).collect();
    assert_eq!(listed("run_states"), words(runs));
    assert_eq!(listed("job_states"), words(JobState::LABELS.to_vec()));
    let admitted = Admitted::ALL.iter().map(|admitted| admitted.label()).collect();
    assert_eq!(listed("admissions"), words(admitted));
    let fates = Fate::ALL.iter().map(|fate| fate.label()).collect();
    assert_eq!(listed("fates"), words(fates));
    assert_eq!(listed("outcomes"), words(Event::LABELS.to_vec()));
    // The kind that is made up has no migration; its test inserts its word.
    let kinds = kinds::ALL.iter().map(|kind| kind.id.label()).collect();
    assert_eq!(listed("kinds"), words(kinds));
    let keys = KeyKind::ALL.iter().map(|kind| kind.label()).chain(["keyless"]).collect();
    assert_eq!(listed("key_kinds"), words(keys));
    for (place, fate) in Fate::ALL.iter().enumerate() {
        assert_eq!(fate.index(), place);
        assert_eq!(Fate::of(fate.label()), Some(*fate));
    }
    for (place, admitted) in Admitted::ALL.iter().enumerate() {
        assert_eq!(*admitted as usize, place);
        assert_eq!(Admitted::of(admitted.label()), Some(*admitted));
    }
}

#[test]
fn a_duplicate_is_looked_up_and_not_for_ever() {
    let mut standing = Standing::new(false);
    let now = start();
    for _ in 0..MAX_SENDS {
        for event in [
            Event::LookedUpAbsent { at: now },
            Event::Leased { attempt: 1 },
            Event::Duplicate { code: 1_002_105 },
        ] {
            standing = next(&standing, &event, now).unwrap();
        }
    }
    assert_eq!(standing.state.label(), "refused");
}

#[test]
fn the_fifth_absence_is_for_a_person() {
    let now = start();
    let doubt = |sends, keyless| Standing {
        state: JobState::InDoubt { since: now },
        doubt: Some(now),
        sends,
        ..Standing::new(keyless)
    };
    let absent = Event::AbsentAfterDoubt { last: true };
    let state = |standing: &Standing| next(standing, &absent, now).unwrap().state;
    assert_eq!(state(&doubt(MAX_SENDS - 1, false)), JobState::Pending);
    assert_eq!(state(&doubt(MAX_SENDS, false)), JobState::InDoubt { since: now });
    assert_eq!(state(&doubt(1, true)), JobState::InDoubt { since: now }, "keyless: never again");
    let renewed = next(&doubt(1, false), &Event::NewToken, now).unwrap();
    assert_eq!(renewed.renewals, 1);
    let again = Standing { renewals: 1, ..doubt(2, false) };
    assert!(next(&again, &Event::NewToken, now).is_err(), "one new token, no more");
}

#[test]
fn an_old_look_up_or_one_of_tomorrow_allows_nothing() {
    let now = start();
    let lease = |at: Timestamp| {
        let cleared = next(&Standing::new(false), &Event::LookedUpAbsent { at }, at).unwrap();
        next(&cleared, &Event::Leased { attempt: 1 }, now).is_ok()
    };
    assert!(lease(now));
    assert!(lease(now - CLEARED_FOR));
    assert!(!lease(now - CLEARED_FOR - SignedDuration::from_millis(1)));
    assert!(!lease(now + SignedDuration::from_millis(1)));
}

/// The laws of one step. A panic names the event.
fn hold_laws(before: &Standing, event: &Event, after: &Standing, now: Timestamp) {
    let name = format!("{} to {}", event.label(), before.state.label());
    let is_final = matches!(before.state, JobState::Created { .. } | JobState::Existing { .. });
    assert!(!is_final, "final is final: {name}");
    if matches!(after.state, JobState::Sending { .. }) {
        assert!(matches!(event, Event::Leased { .. }) && before.is_leasable(now), "{name}");
        assert_eq!((after.sends, after.doubt), (before.sends + 1, before.doubt), "{name}");
    }
    if before.doubt.is_some() {
        let settles = matches!(
            event,
            Event::Created { .. }
                | Event::FoundAfterDoubt { .. }
                | Event::AbsentAfterDoubt { last: true }
                | Event::NewToken
                | Event::DecidedCreated { .. }
                | Event::DecidedNotCreated
        );
        assert!(settles || after.doubt == before.doubt, "doubt is sticky: {name}");
        let given_up = matches!(after.state, JobState::Refused { .. } | JobState::Conflict { .. });
        assert!(!given_up, "doubt is settled, not refused: {name}");
        let guessed = matches!(event, Event::AbsentAfterDoubt { .. } | Event::NewToken);
        assert!(!(before.keyless && guessed && after.doubt.is_none()), "keyless: {name}");
    }
    let doubtful = matches!(after.state, JobState::InDoubt { .. } | JobState::Sending { .. });
    assert!(doubtful || after.doubt.is_none() || matches!(after.state, JobState::Waiting { .. }));
    assert!(!(after.is_unsent() && after.is_unknown()), "{name}");
}

/// Every standing that can be reached at one moment, by every event.
#[test]
fn no_step_breaks_a_law() {
    let now = start();
    for keyless in [false, true] {
        let mut seen = vec![Standing::new(keyless)];
        let mut place = 0;
        while let Some(before) = seen.get(place).cloned() {
            place += 1;
            for event in events(now) {
                let Ok(after) = next(&before, &event, now) else { continue };
                hold_laws(&before, &event, &after, now);
                if after.sends <= MAX_SENDS + 1 && !seen.contains(&after) {
                    seen.push(after);
                }
            }
        }
        let doubled = |standing: &&Standing| {
            matches!(standing.state, JobState::Sending { .. }) && standing.doubt.is_some()
        };
        assert!(seen.iter().filter(doubled).count() > 3, "{} standings", seen.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// The same as time goes by.
    #[test]
    fn no_sequence_of_events_breaks_a_law(
        choices in prop::collection::vec((0..22_usize, 0..400_i64), 1..60),
        keyless in any::<bool>(),
    ) {
        let mut standing = Standing::new(keyless);
        let mut now = start();
        for (choice, seconds) in choices {
            now += SignedDuration::from_secs(seconds);
            let before = standing.clone();
            // The next event from there on that can happen: else most steps would be none.
            let all = events(now);
            let happened = (0..all.len()).find_map(|step| {
                let event = all[(choice + step) % all.len()].clone();
                next(&before, &event, now).ok().map(|after| (event, after))
            });
            let Some((event, after)) = happened else { break };
            hold_laws(&before, &event, &after, now);
            standing = after;
        }
    }
}
