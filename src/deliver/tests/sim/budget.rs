//! The budget of an endpoint under fire: a limit that is reached, a second program on the same app,
//! a restart in the middle of a minute.

use super::rig::{Rig, alone, lost};
use super::*;
use crate::sandbox::Endpoint;

fn made(
    n: std::ops::Range<usize>,
) -> impl Iterator<Item = (KindId, (serde_json::Value, LookupKeys))> {
    n.map(|n| (KindId::Talent, person(n)))
}

/// How many creates of each kind have arrived, every tenth of a second.
async fn watched(rig: &Rig, samples: &std::cell::RefCell<Vec<[u64; 2]>>) {
    loop {
        let ledger = rig.sandbox.ledger();
        let of = |endpoint| ledger.requests_to(endpoint).arrivals;
        let both = [of(Endpoint::TalentCreate), of(Endpoint::JobDataCreate)];
        samples.borrow_mut().push(both);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// One 429 that names a second: nobody sends there for that second, the other endpoint goes on, and
/// the pace comes back in steps.
#[test]
fn a_429_pauses_its_endpoint_for_all_and_the_pace_comes_back_in_steps() {
    alone(async {
        let script = vec![lost(Endpoint::TalentCreate, 60, Fault::Throttle429)];
        let rig = Rig::new(Behaviour {
            latency: Duration::from_millis(40),
            ..Behaviour::default().script(script)
        });
        let mut journal = rig.journal();
        plan(&mut journal, rig.now(), both(700));
        let (policy, samples) = (Policy::default(), std::cell::RefCell::new(Vec::new()));
        tokio::select! {
            ended = rig.go(&mut journal, &policy) => assert_eq!(ended, Ok(Ended::Finished)),
            () = watched(&rig, &samples) => unreachable!(),
        }
        let samples = samples.into_inner();
        let struck = samples.iter().position(|[talents, _]| *talents >= 60).unwrap();
        let within = |kind: usize, from: usize, to: usize| {
            samples[struck + to][kind] - samples[struck + from][kind]
        };
        // A request or two were on their way when it was said.
        assert!(within(0, 0, 10) <= 4, "{}", within(0, 0, 10));
        assert!(within(1, 0, 10) > 25, "job data go on: {}", within(1, 0, 10));
        let steps =
            [within(0, 13, 58), within(0, 63, 108), within(0, 113, 158), within(0, 163, 208)];
        assert!((20..=30).contains(&steps[0]), "an eighth: {steps:?}");
        assert!((43..=58).contains(&steps[1]), "a quarter: {steps:?}");
        assert!((90..=115).contains(&steps[2]), "a half: {steps:?}");
        assert!(steps[3] > 150, "the whole: {steps:?}");
        let ledger = rig.sandbox.ledger();
        assert_eq!((ledger.talents.len(), ledger.job_data.len()), (700, 700));
        assert_eq!((ledger.duplicates, ledger.violations), (vec![], vec![]));
    });
}

/// Two machines import into one tenant with one app, neither knowing of the other.
#[test]
fn a_second_program_on_the_same_budget_is_shared_with_and_not_fought() {
    alone(async {
        let rig = Rig::new(Behaviour {
            latency: Duration::from_millis(60),
            jitter: Duration::from_millis(100),
            ..Behaviour::default()
        });
        let (mut one, mut other) = (rig.journal(), rig.journal_named("other.db"));
        let first = plan(&mut one, rig.now(), made(0..900));
        let second = plan(&mut other, rig.now(), made(10_000..10_900));
        let policy = Policy::default();
        let timed = async |journal: &mut Journal| {
            assert_eq!(rig.go(journal, &policy).await, Ok(Ended::Finished));
            rig.began.elapsed()
        };
        let (took, other_took) = tokio::join!(timed(&mut one), timed(&mut other));
        let ledger = rig.sandbox.ledger();
        assert_eq!((ledger.talents.len(), ledger.duplicates.len()), (1800, 0));
        assert_eq!(fate(&one, first, Fate::Created), 900);
        assert_eq!(fate(&other, second, Fate::Created), 900);
        // 1,800 take a minute and some seconds of one budget; nobody starves.
        let longest = took.max(other_took);
        assert!(longest < Duration::from_mins(4), "{took:?}, {other_took:?}");
        assert!(took.min(other_took) * 3 > longest, "{took:?}, {other_took:?}");
        let arrivals = ledger.requests_to(Endpoint::TalentCreate).arrivals;
        let refused = arrivals - 1800;
        assert!(refused > 0, "the budget was never reached");
        assert!(refused * 20 < arrivals, "{refused} of {arrivals} were refused");
    });
}

/// A thousand have just left when the process goes: the next one waits for the minute.
#[test]
fn a_process_that_takes_over_in_mid_minute_keeps_the_minute() {
    alone(async {
        let rig =
            Rig::new(Behaviour { jitter: Duration::from_millis(300), ..Behaviour::default() });
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), made(0..1500));
        let policy = Policy::default();
        tokio::select! {
            biased;
            () = tokio::time::sleep(Duration::from_secs(22)) => {}
            _ = rig.go(&mut journal, &policy) => unreachable!(),
        }
        let sent = rig.sandbox.ledger().requests_to(Endpoint::TalentCreate).arrivals;
        assert!(sent > 850, "{sent}");
        journal = rig.again(journal, run);
        assert_eq!(rig.go(&mut journal, &policy).await, Ok(Ended::Finished));
        let ledger = rig.sandbox.ledger();
        let count = ledger.requests_to(Endpoint::TalentCreate);
        assert_eq!((ledger.violations, ledger.talents.len()), (vec![], 1500));
        assert!((900..=1000).contains(&count.max_per_minute), "{count:?}");
        assert!(count.max_per_second <= 50, "{count:?}");
    });
}
