//! The store beside the pure function: whatever is done to a job through the journal, its standing
//! is what `next` says.

use jiff::SignedDuration;
use proptest::prelude::*;

use super::apply::load;
use super::*;
use crate::journal::state::next;
use crate::journal::{JobState, Standing};

/// The standing that the store holds for job 1.
fn stored(journal: &Journal) -> Standing {
    journal.read(|connection| load(connection, JobId(1))).unwrap()
}

/// Let the event happen through the journal's own doors; the events that really happened.
fn act(
    journal: &mut Journal,
    leased: &mut Option<Leased>,
    event: Event,
    desk: &Desk,
) -> Vec<Event> {
    let now = desk.now;
    let standing = stored(journal);
    match (&event, &standing.state) {
        (Event::LookedUpAbsent { .. }, _) => {
            let found = journal.to_look_up(KindId::Talent, 1, now).unwrap();
            let answers: Vec<_> = found.iter().map(|one| (one.job, LookedUp::Absent)).collect();
            journal.looked_up(&answers, "talent.batch_get_id", now).unwrap();
            answers.iter().map(|_| Event::LookedUpAbsent { at: now }).collect()
        }
        (Event::Leased { .. }, _) => {
            let Some(lease) = journal.lease(KindId::Talent, 1, now).unwrap().pop() else {
                return Vec::new();
            };
            let event = Event::Leased { attempt: lease.attempt().0 };
            *leased = Some(lease);
            vec![event]
        }
        (_, JobState::Sending { .. }) if next(&standing, &event, now).is_ok() => {
            let Some(lease) = leased.take() else { return Vec::new() };
            if event == Event::Recovered {
                *leased = Some(lease);
                return Vec::new();
            }
            settle(journal, &lease, event.clone(), now);
            vec![event]
        }
        (
            Event::FoundAfterDoubt { .. }
            | Event::AbsentAfterDoubt { .. }
            | Event::StillUnknown { .. }
            | Event::SendAgainSameToken { .. }
            | Event::NewToken,
            JobState::InDoubt { .. },
        ) if next(&standing, &event, now).is_ok() => {
            let note = LookNote { endpoint: "x".into(), next_look: Some(now) };
            journal.reconcile(&[(JobId(1), event.clone(), note)], now).unwrap();
            vec![event]
        }
        _ => Vec::new(),
    }
}

/// What a new process thinks of looks before it: nothing.
fn unlooked(standing: Standing) -> Standing {
    match standing.state {
        JobState::Cleared { .. } => {
            Standing { state: JobState::Pending, cleared: None, ..standing }
        }
        JobState::Waiting { .. } => Standing { cleared: None, ..standing },
        JobState::Pending
        | JobState::Sending { .. }
        | JobState::InDoubt { .. }
        | JobState::Created { .. }
        | JobState::Existing { .. }
        | JobState::Refused { .. }
        | JobState::Conflict { .. }
        | JobState::Withdrawn
        | JobState::Held
        | JobState::Blocked { .. } => standing,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_store_does_what_the_function_says(
        choices in prop::collection::vec((0..23_usize, 0..400_i64, 0..12_u8), 1..50),
    ) {
        let mut desk = Desk::new();
        let mut journal = desk.open();
        let run = approved(&mut journal, &[nth(0)], desk.now);
        let mut leased = None;
        let mut model = Standing::new(false);
        for (choice, seconds, cut) in choices {
            desk.now += SignedDuration::from_secs(seconds);
            if cut == 0 {
                // The process dies and comes back.
                let started = desk.now;
                journal.stop_after(0);
                drop(journal);
                journal = desk.open();
                journal.resume(run).unwrap();
                if leased.take().is_some() {
                    let since = model.doubt.unwrap_or(started);
                    let after = next(&model, &Event::Recovered, since).unwrap();
                    prop_assert_eq!(after.state.label(), stored(&journal).state.label());
                    model = stored(&journal);
                    prop_assert!(model.doubt.is_some());
                } else if model.is_unknown() {
                    model = next(&model, &Event::Recovered, started).unwrap();
                } else {
                    model = unlooked(model);
                }
            } else {
                let event = super::laws::events(desk.now)[choice].clone();
                for event in act(&mut journal, &mut leased, event, &desk) {
                    model = next(&model, &event, desk.now).unwrap();
                }
            }
            prop_assert_eq!(&stored(&journal), &model);
        }
    }
}
