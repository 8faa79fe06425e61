//! Crashes: the process goes at any moment, another goes on, each is made once.

use super::*;

/// Deliver until a moment, then vanish: nothing is drained, nothing written.
async fn vanish_after(bench: &Bench, journal: &mut Journal, after: Duration) -> bool {
    let policy = Policy::default();
    tokio::select! {
        biased;
        () = tokio::time::sleep(after) => false,
        ended = bench.deliver(journal, &policy) => {
            assert_eq!(ended, Ended::Finished);
            true
        }
    }
}

#[test]
fn killed_at_random_and_gone_on_with_each_is_made_once() {
    for seed in 1..6_u64 {
        warped(async {
            let behaviour = Behaviour {
                seed,
                latency: Duration::from_millis(120),
                jitter: Duration::from_millis(50),
                index_lag: Duration::from_secs(1),
                faults: if seed % 2 == 0 { Faults::flaky() } else { Faults::calm() },
                ..Behaviour::default()
            };
            let bench = Bench::new(behaviour).await;
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("journal.db");
            let mut journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
            let run = plan(&mut journal, bench.now(), both(60));
            let mut lives = 0;
            for life in 1.. {
                lives = life;
                let after = Duration::from_millis(200 + (seed * 7919 + life * 104_729) % 900);
                let after = if life > 6 { Duration::from_hours(1) } else { after };
                if vanish_after(&bench, &mut journal, after).await {
                    break;
                }
                drop(journal);
                journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
                journal.resume(run).unwrap();
            }
            assert!(lives > 2, "it was not killed at all");
            bench.assert_each_once(60, 60);
            assert_eq!(fate(&journal, run, Fate::Created), 120, "{:?}", journal.totals(run));
        });
    }
}

#[test]
fn a_journal_that_cannot_be_written_stops_the_sending_at_once() {
    for commits in [0, 1, 2, 5, 9, 14] {
        warped(async {
            let bench = Bench::new(Behaviour::default()).await;
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("journal.db");
            let mut journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
            let run = plan(&mut journal, bench.now(), both(20));
            journal.stop_after(commits);
            let shutdown = Shutdown::never();
            let ended = bench.try_deliver(&mut journal, &Policy::default(), shutdown, true).await;
            assert_eq!(ended.unwrap_err().code, Code::JournalWrite);
            let sent = bench.sandbox.ledger().talents.len();
            drop(journal);
            let mut journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
            tokio::time::sleep(Duration::from_secs(5)).await;
            assert_eq!(bench.sandbox.ledger().talents.len(), sent, "nothing came later");
            journal.resume(run).unwrap();
            assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
            bench.assert_each_once(20, 20);
        });
    }
}

#[test]
fn the_first_signal_drains_and_the_run_can_go_on() {
    warped(async {
        let latency = Duration::from_millis(300);
        let bench = Bench::new(Behaviour { latency, ..Behaviour::default() }).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(100));
        let (signal, shutdown) = Shutdown::channel();
        let ctrl_c = async {
            tokio::time::sleep(Duration::from_secs(2)).await;
            signal.send(Stop::Drain).unwrap();
            std::future::pending::<()>().await;
        };
        let policy = Policy::default();
        let ended = tokio::select! {
            ended = bench.try_deliver(&mut journal, &policy, shutdown, true) => ended,
            () = ctrl_c => unreachable!(),
        };
        assert_eq!(ended.unwrap(), Ended::Interrupted);
        let (created, made) = (fate(&journal, run, Fate::Created), bench.sandbox.ledger());
        assert_eq!(created, (made.talents.len() + made.job_data.len()) as u64, "all were drained");
        assert!((1..200).contains(&created), "{created}");
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(100, 100);
    });
}

#[test]
fn the_second_signal_leaves_at_once() {
    warped(async {
        let latency = Duration::from_secs(5);
        let bench = Bench::new(Behaviour { latency, ..Behaviour::default() }).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), talents(10));
        let (signal, shutdown) = Shutdown::channel();
        let ctrl_c = async {
            tokio::time::sleep(Duration::from_secs(12)).await;
            signal.send(Stop::Drain).unwrap();
            tokio::time::sleep(Duration::from_secs(1)).await;
            signal.send(Stop::Now).unwrap();
            std::future::pending::<()>().await;
        };
        let began = Instant::now();
        let policy = Policy::default();
        let ended = tokio::select! {
            ended = bench.try_deliver(&mut journal, &policy, shutdown, true) => ended,
            () = ctrl_c => unreachable!(),
        };
        assert_eq!(ended.unwrap(), Ended::Interrupted);
        assert!(began.elapsed() < Duration::from_secs(14), "{:?}", began.elapsed());
    });
}

#[test]
fn settling_turns_doubt_into_fact_and_sends_nothing() {
    warped(async {
        let script = [(1, Fault::Silent), (2, Fault::DropBefore)].map(|(nth, fault)| Scripted {
            endpoint: sandbox::Endpoint::TalentCreate,
            nth,
            fault,
        });
        let bench = Bench::new(Behaviour::default().script(script.to_vec())).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let mut journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
        let run = plan(&mut journal, bench.now(), talents(2));
        assert!(!vanish_after(&bench, &mut journal, Duration::from_secs(1)).await);
        drop(journal);
        let mut journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
        assert_eq!(fate(&journal, run, Fate::Unknown), 2);
        let before = bench.sandbox.ledger().requests_to(sandbox::Endpoint::TalentCreate);
        let shutdown = Shutdown::never();
        let ended = bench.try_deliver(&mut journal, &Policy::default(), shutdown, false).await;
        assert_eq!(ended.unwrap(), Ended::Finished);
        let after = bench.sandbox.ledger().requests_to(sandbox::Endpoint::TalentCreate);
        assert_eq!(before.arrivals, after.arrivals);
        assert_eq!(fate(&journal, run, Fate::Created), 1);
        assert_eq!(fate(&journal, run, Fate::Unknown), 0);
        journal.resume(run).unwrap();
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(2, 0);
        journal.finish(run, RunState::Finished, bench.now()).unwrap();
        assert_eq!(fate(&journal, run, Fate::Created), 2);
    });
}
