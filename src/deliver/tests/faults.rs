//! Faults of the server and of the network: each is made once, whatever happens.

use super::*;
use crate::kinds::endpoints;
use crate::sandbox::{Denied, Hidden};

fn storm(seed: u64, faults: Faults, lag: u64) -> Behaviour {
    Behaviour {
        seed,
        faults,
        latency: Duration::from_millis(40),
        jitter: Duration::from_millis(60),
        index_lag: Duration::from_secs(lag),
        ..Behaviour::default()
    }
}

fn each_once_under(faults: &Faults, seeds: std::ops::Range<u64>, n: usize) {
    for seed in seeds {
        warped(async {
            let bench = Bench::new(storm(seed, faults.clone(), 5)).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), both(n));
            let ended = bench.deliver(&mut journal, &Policy::default()).await;
            assert_eq!(ended, Ended::Finished, "seed {seed}");
            bench.assert_each_once(n, n);
            let created = fate(&journal, run, Fate::Created);
            assert_eq!(created, 2 * n as u64, "seed {seed}: {:?}", journal.totals(run));
        });
    }
}

#[test]
fn on_a_bad_day_each_is_made_once() {
    each_once_under(&Faults::flaky(), 1..3, 300);
}

#[test]
fn on_the_worst_day_each_is_made_once() {
    each_once_under(&Faults::storm(), 1..3, 300);
}

#[test]
fn every_first_answer_dropped_after_the_commit_is_found_and_not_sent_again() {
    warped(async {
        let faults = Faults { drop_after_commit: 1.0, ..Faults::calm() };
        // Only the creates: a reader that never hears anything can't know anything.
        let script = (1..=40).flat_map(|nth| {
            [sandbox::Endpoint::TalentCreate, sandbox::Endpoint::JobDataCreate]
                .map(|endpoint| Scripted { endpoint, nth, fault: Fault::DropAfterCommit })
        });
        let faults = Faults { drop_after_commit: 0.0, script: script.collect(), ..faults };
        let bench = Bench::new(storm(1, faults, 3)).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(40));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(40, 40);
        assert_eq!(fate(&journal, run, Fate::Created), 80);
        let ledger = bench.sandbox.ledger();
        assert_eq!(ledger.requests_to(sandbox::Endpoint::TalentCreate).arrivals, 40);
    });
}

#[test]
fn tokens_that_expire_on_the_way_cost_a_refresh_and_no_row() {
    warped(async {
        let script = [5, 60].map(|nth| Scripted {
            endpoint: sandbox::Endpoint::TalentCreate,
            nth,
            fault: Fault::ExpireToken,
        });
        let behaviour = Behaviour::default().script(script.to_vec());
        let bench = Bench::new(behaviour).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(120));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(120, 120);
        assert_eq!(fate(&journal, run, Fate::Created), 240);
        let ledger = bench.sandbox.ledger();
        let tokens = ledger.requests_to(sandbox::Endpoint::Token).arrivals;
        assert_eq!(tokens, 3, "one at first, one for each expiry");
    });
}

#[test]
fn short_tokens_are_replaced_before_they_end() {
    warped(async {
        let token_lifetime = Duration::from_secs(4);
        let bench = Bench::new(Behaviour { token_lifetime, ..Behaviour::default() }).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), talents(300));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(300, 0);
        assert_eq!(bench.sandbox.ledger().refusals, [], "none was sent with an expired token");
    });
}

#[test]
fn doubt_that_leads_to_somebody_else_is_for_a_person() {
    warped(async {
        let script = vec![Scripted {
            endpoint: sandbox::Endpoint::TalentCreate,
            nth: 1,
            fault: Fault::DropBefore,
        }];
        let bench = Bench::new(Behaviour::default().script(script)).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(1));
        let sandbox = Arc::clone(&bench.sandbox);
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(5)).await;
            let (mut body, _) = person(0);
            body["basic_info"]["name"] = json!("李四");
            sandbox.seed_talent(&body).unwrap();
        });
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(1, 0);
        assert_eq!(fate(&journal, run, Fate::Unknown), 1);
    });
}

#[test]
fn a_talent_that_was_not_made_is_sent_again_after_the_last_look() {
    warped(async {
        let script = vec![Scripted {
            endpoint: sandbox::Endpoint::TalentCreate,
            nth: 1,
            fault: Fault::DropBefore,
        }];
        let bench = Bench::new(Behaviour::default().script(script)).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(1));
        let began = Instant::now();
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        let took = began.elapsed();
        bench.assert_each_once(1, 0);
        assert_eq!(fate(&journal, run, Fate::Created), 1);
        assert!(took >= Duration::from_secs(42), "the last look is 2 + 10 + 30 s after: {took:?}");
    });
}

#[test]
fn a_server_that_never_answers_well_is_given_up_and_nobody_is_made_twice() {
    warped(async {
        let faults = Faults { error_5xx_after: 1.0, ..Faults::calm() };
        let script = (1..=3).map(|nth| Scripted {
            endpoint: sandbox::Endpoint::Token,
            nth,
            fault: Fault::Slow,
        });
        let faults = Faults { script: script.collect(), ..faults };
        let bench = Bench::new(storm(1, faults, 0)).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), talents(50));
        let policy = Policy { patience: Duration::from_mins(1), ..Policy::default() };
        let ended = bench.deliver(&mut journal, &policy).await;
        let Ended::Halted(complaint, HaltKind::Api) = ended else { panic!("{ended:?}") };
        assert_eq!(complaint.code, Code::ServerFailing);
        bench.assert_each_once(0, 0);
    });
}

/// One employment whose token a failing server swallows: what becomes of it.
fn swallowed(behaviour: Behaviour) -> (Fate, usize) {
    warped(async {
        let script = vec![Scripted {
            endpoint: sandbox::Endpoint::JobDataCreate,
            nth: 1,
            fault: Fault::Error5xxBefore,
        }];
        let behaviour = Behaviour { burn_failed_tokens: true, ..behaviour }.script(script);
        let bench = Bench::new(behaviour).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), [(KindId::JobData, employment(0))]);
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        let ledger = bench.sandbox.ledger();
        assert_eq!((ledger.violations, ledger.duplicates), (vec![], vec![]));
        let totals = journal.totals(run).unwrap();
        let fate = [Fate::Created, Fate::Unknown].into_iter().find(|fate| totals.fate(*fate) == 1);
        (fate.expect("one of these"), ledger.job_data.len())
    })
}

#[test]
fn a_swallowed_token_is_replaced_where_the_employee_can_be_seen() {
    assert_eq!(swallowed(Behaviour::default()), (Fate::Created, 1));
}

#[test]
fn a_swallowed_token_stays_unknown_where_the_employee_cannot_be_seen() {
    let (_, keys) = employment(0);
    let hidden =
        Behaviour { hidden_employments: Vec::from_iter(keys.employment), ..Behaviour::default() };
    assert_eq!(swallowed(hidden.clone()), (Fate::Unknown, 0));
    assert_eq!(swallowed(Behaviour { hidden: Hidden::Refuse, ..hidden }), (Fate::Unknown, 0));
    let denied = vec![(sandbox::Endpoint::EmployeeFind, Denied::Scope)];
    assert_eq!(swallowed(Behaviour { denied, ..Behaviour::default() }), (Fate::Unknown, 0));
}

#[test]
fn job_data_that_may_not_be_read_are_made_once_by_their_tokens() {
    warped(async {
        let script = [2, 5].map(|nth| Scripted {
            endpoint: sandbox::Endpoint::JobDataCreate,
            nth,
            fault: Fault::DropBefore,
        });
        let denied = vec![(sandbox::Endpoint::JobDataFind, Denied::Data)];
        let behaviour = Behaviour { denied, ..Behaviour::default() }.script(script.to_vec());
        let bench = Bench::new(behaviour).await;
        let mut journal = memory(&bench);
        let run =
            plan(&mut journal, bench.now(), (0..10).map(|n| (KindId::JobData, employment(n))));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(0, 10);
        assert_eq!(fate(&journal, run, Fate::Created), 10);
    });
}

/// A look-up that brings nothing but errors: the run waited up to ten minutes without a word.
#[test]
fn reads_that_only_fail_are_told_and_not_waited_for_in_silence() {
    warped(async {
        let script = (1..=6).map(|nth| Scripted {
            endpoint: sandbox::Endpoint::TalentFind,
            nth,
            fault: Fault::Error5xxBefore,
        });
        let faults = Faults { script: script.collect(), ..Faults::calm() };
        let bench = Bench::new(storm(1, faults, 0)).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), talents(3));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(3, 0);
        let told = Wait::ServerErrors(endpoints::TALENT_IDS.name);
        assert_eq!(bench.waits.borrow().iter().filter(|why| **why == told).count(), 3);
    });
}
