//! Nothing lost, nothing twice: what went wrong when it was attacked.

use super::*;
use crate::kinds::endpoints;
use crate::sandbox::{DuplicateTalent, Endpoint, TokenMode};

fn lost(endpoint: Endpoint, nth: u64, fault: Fault) -> Scripted {
    Scripted { endpoint, nth, fault }
}

/// Pauses that last longer than a look-up is good for.
#[test]
fn look_ups_that_grew_old_during_a_pause_are_done_again_and_no_row_is_left() {
    for n in [40, 180] {
        warped(async {
            let bench = Bench::new(Behaviour::default()).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), talents(n));
            let pacers = bench.pacers(&journal);
            let pause = async {
                tokio::time::sleep(Duration::from_millis(600)).await;
                for _ in 0..3 {
                    pacers.of(&endpoints::TALENT_CREATE).pause(Duration::from_secs(100));
                    tokio::time::sleep(Duration::from_secs(95)).await;
                }
                std::future::pending::<()>().await;
            };
            let policy = Policy::default();
            let ended = tokio::select! {
                ended = bench.deliver_at(&mut journal, &policy, &pacers) => ended,
                () = pause => unreachable!(),
            };
            assert_eq!(ended, Ended::Finished);
            assert_eq!(fate(&journal, run, Fate::Created), n as u64);
            bench.assert_each_once(n, 0);
        });
    }
}

/// The index shows it only after the last look: it was taken for absent, and is found before the
/// second send.
#[test]
fn what_a_late_index_shows_after_a_lost_answer_is_created_not_existing() {
    for duplicate_talent in [DuplicateTalent::Refuse, DuplicateTalent::Merge] {
        warped(async {
            let behaviour = Behaviour {
                duplicate_talent,
                index_lag: Duration::from_secs(3),
                ..Behaviour::default()
            };
            let script = vec![lost(Endpoint::TalentCreate, 1, Fault::DropAfterCommit)];
            let bench = Bench::new(behaviour.script(script)).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), talents(1));
            let policy =
                Policy { settle_delays: vec![Duration::from_secs(1)], ..Policy::default() };
            assert_eq!(bench.deliver(&mut journal, &policy).await, Ended::Finished);
            assert_eq!(bench.sandbox.ledger().talents.len(), 1);
            assert_eq!(fate(&journal, run, Fate::Created), 1, "{:?}", journal.totals(run));
        });
    }
}

/// Every way in which a server may treat tokens and duplicates: each is made once, and nobody is
/// unknown who can be known.
#[test]
fn however_a_server_treats_tokens_and_duplicates_each_is_made_once() {
    let tokens = [
        (TokenMode::Refuse, false),
        (TokenMode::Refuse, true),
        (TokenMode::Replay, false),
        (TokenMode::Replay, true),
        (TokenMode::ForgetAfter(Duration::from_secs(20)), false),
    ];
    let duplicates =
        [DuplicateTalent::Merge, DuplicateTalent::Refuse, DuplicateTalent::MakeAnother];
    for (index, (token_mode, burn_failed_tokens)) in tokens.into_iter().enumerate() {
        for (other, duplicate_talent) in duplicates.into_iter().enumerate() {
            let (seed, lag) = ((index * 3 + other) as u64, [0, 1, 4][(index + other) % 3]);
            let what = format!("{token_mode:?} {burn_failed_tokens} {duplicate_talent:?} {lag}");
            warped(async {
                let bench = Bench::new(Behaviour {
                    seed,
                    token_mode,
                    burn_failed_tokens,
                    duplicate_talent,
                    faults: Faults::storm(),
                    latency: Duration::from_millis(40),
                    index_lag: Duration::from_secs(lag),
                    ..Behaviour::default()
                })
                .await;
                let mut journal = memory(&bench);
                let run = plan(&mut journal, bench.now(), both(40));
                let ended = bench.deliver(&mut journal, &Policy::default()).await;
                assert_eq!(ended, Ended::Finished, "{what}");
                let ledger = bench.sandbox.ledger();
                assert_eq!(ledger.violations, [], "{what}");
                assert_eq!(ledger.duplicates, [], "{what}");
                let (created, unknown) =
                    (fate(&journal, run, Fate::Created), fate(&journal, run, Fate::Unknown));
                assert_eq!(created + unknown, 80, "{what}: {:?}", journal.totals(run));
                assert_eq!(ledger.talents.len(), 40, "{what}");
                assert_eq!(unknown, 0, "{what}: {:?}", journal.totals(run));
            });
        }
    }
}
