//! What the simulation found, one test each; and both windows at the sandbox under jitter.

use super::rig::{Rig, alone, credentials, lost};
use super::*;
use crate::api::TokenKeeper;
use crate::api::auth::{self, Granted};
use crate::journal::Leased;
use crate::kinds::endpoints;
use crate::sandbox::{DuplicateTalent, Endpoint, TokenMode};

#[test]
fn whom_the_tenant_had_is_not_forgotten_with_the_process() {
    alone(async {
        let rig = Rig::new(Behaviour::default());
        rig.sandbox.seed_talent(&person(1).0).unwrap();
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), [(KindId::Talent, person(1))]);
        let policy = Policy { existing: Existing::SendAnyway, ..Policy::default() };
        // Cut off between the look-up and the lease.
        for writes in 0..20 {
            journal.stop_after(writes);
            let ended = rig.go(&mut journal, &policy).await;
            journal = rig.again(journal, run);
            if ended.is_ok() {
                break;
            }
        }
        rig.go(&mut journal, &policy).await.unwrap();
        assert_eq!(rig.sandbox.ledger().talents.len(), 1);
        assert_eq!(fate(&journal, run, Fate::Created), 0, "{:?}", journal.totals(run));
    });
}

/// The answer and what it means for the job are one write.
#[test]
fn a_create_that_landed_on_somebody_is_not_sent_again_after_a_crash() {
    for writes in 0..24 {
        alone(async {
            let rig = Rig::new(Behaviour::default());
            rig.sandbox.seed_talent(&person(1).0).unwrap();
            let mut journal = rig.journal();
            let run = plan(&mut journal, rig.now(), [(KindId::Talent, person(1))]);
            let policy = Policy { existing: Existing::SendAnyway, ..Policy::default() };
            journal.stop_after(writes);
            let _cut_off = rig.go(&mut journal, &policy).await;
            journal = rig.again(journal, run);
            rig.go(&mut journal, &policy).await.unwrap();
            assert_eq!(rig.sandbox.ledger().talents[0].creates, 1, "{writes} writes");
        });
    }
}

#[test]
fn a_doubt_about_an_employee_who_cannot_be_seen_is_not_ended_by_seeing_nothing() {
    alone(async {
        let (body, keys) = employment(1);
        let script =
            [(1, Fault::DropAfterCommit), (2, Fault::Truncated), (3, Fault::Error5xxAfter)]
                .map(|(nth, fault)| lost(Endpoint::JobDataCreate, nth, fault));
        let rig = Rig::new(Behaviour {
            hidden_employments: vec![keys.employment.clone().unwrap()],
            ..Behaviour::default().script(script.to_vec())
        });
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), [(KindId::JobData, (body, keys))]);
        let policy = Policy::default();
        for _ in 0..2000 {
            let ended = tokio::select! {
                biased;
                ended = rig.go(&mut journal, &policy) => Some(ended),
                () = tokio::time::sleep(Duration::from_millis(1700)) => None,
            };
            let made = rig.sandbox.ledger().job_data.len() as u64;
            let known = fate(&journal, run, Fate::Unknown) + fate(&journal, run, Fate::Created);
            assert!(known >= made, "made, and forgotten: {:?}", journal.totals(run));
            if ended.is_some() {
                break;
            }
            journal = rig.again(journal, run);
        }
        assert_eq!(rig.sandbox.ledger().job_data.len(), 1);
        assert_eq!(fate(&journal, run, Fate::Unknown), 1);
    });
}

#[test]
fn a_clock_that_is_set_back_stops_nothing() {
    alone(async {
        let script = vec![lost(Endpoint::TalentCreate, 1, Fault::DropBefore)];
        let rig = Rig::new(Behaviour::default().script(script));
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), talents(2));
        let set_back = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            rig.jumped.set(-7200);
            std::future::pending::<()>().await;
        };
        let policy = Policy::default();
        let ended = tokio::select! {
            ended = rig.go(&mut journal, &policy) => ended,
            () = set_back => unreachable!(),
        };
        assert_eq!(ended, Ok(Ended::Finished));
        assert_eq!(fate(&journal, run, Fate::Created), 2);
        assert!(rig.began.elapsed() < Duration::from_mins(3), "{:?}", rig.began.elapsed());
    });
}

#[test]
fn a_journal_from_the_future_is_gone_on_with() {
    alone(async {
        let script = vec![lost(Endpoint::TalentCreate, 1, Fault::DropBefore)];
        let rig = Rig::new(Behaviour::default().script(script));
        rig.jumped.set(86_400);
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), talents(2));
        let policy = Policy::default();
        tokio::select! {
            biased;
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
            _ = rig.go(&mut journal, &policy) => unreachable!(),
        }
        rig.jumped.set(0);
        journal = rig.again(journal, run);
        assert_eq!(rig.go(&mut journal, &policy).await, Ok(Ended::Finished));
        assert_eq!(fate(&journal, run, Fate::Created), 2);
        assert!(rig.began.elapsed() < Duration::from_mins(3), "{:?}", rig.began.elapsed());
    });
}

#[test]
fn a_clock_that_is_set_forward_makes_nobody_absent() {
    alone(async {
        let script = vec![lost(Endpoint::TalentCreate, 1, Fault::DropAfterCommit)];
        let rig = Rig::new(Behaviour {
            index_lag: Duration::from_secs(20),
            duplicate_talent: DuplicateTalent::MakeAnother,
            ..Behaviour::default().script(script)
        });
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), talents(1));
        let set_forward = async {
            tokio::time::sleep(Duration::from_millis(1500)).await;
            rig.jumped.set(3600);
            std::future::pending::<()>().await;
        };
        let policy = Policy::default();
        let ended = tokio::select! {
            ended = rig.go(&mut journal, &policy) => ended,
            () = set_forward => unreachable!(),
        };
        assert_eq!(ended, Ok(Ended::Finished));
        assert_eq!(rig.sandbox.ledger().talents.len(), 1);
        assert_eq!(fate(&journal, run, Fate::Created), 1);
    });
}

#[test]
fn a_clock_that_was_set_forward_between_two_processes_makes_nobody_absent() {
    alone(async {
        let script = vec![lost(Endpoint::TalentCreate, 1, Fault::DropAfterCommit)];
        let rig = Rig::new(Behaviour {
            index_lag: Duration::from_secs(20),
            duplicate_talent: DuplicateTalent::MakeAnother,
            ..Behaviour::default().script(script)
        });
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), talents(1));
        let policy = Policy::default();
        tokio::select! {
            biased;
            () = tokio::time::sleep(Duration::from_millis(500)) => {}
            _ = rig.go(&mut journal, &policy) => unreachable!(),
        }
        rig.jumped.set(7200);
        journal = rig.again(journal, run);
        assert_eq!(rig.go(&mut journal, &policy).await, Ok(Ended::Finished));
        assert_eq!(rig.sandbox.ledger().talents.len(), 1);
        assert_eq!(fate(&journal, run, Fate::Created), 1);
    });
}

#[test]
fn job_data_that_can_no_longer_be_read_stops_the_run() {
    alone(async {
        let rig = Rig::new(Behaviour { token_mode: TokenMode::Refuse, ..Behaviour::default() });
        rig.sandbox.seed_job_data(&employment(250).0).unwrap();
        let mut journal = rig.journal();
        let rows = (0..300).map(|n| (KindId::JobData, employment(n)));
        let run = plan(&mut journal, rig.now(), rows);
        let withdrawn = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            rig.net.withdraw("batch_get");
            std::future::pending::<()>().await;
        };
        let policy = Policy::default();
        let ended = tokio::select! {
            ended = rig.go(&mut journal, &policy) => ended,
            () = withdrawn => unreachable!(),
        };
        let Ok(Ended::Halted(complaint, HaltKind::Credentials)) = ended else {
            panic!("{ended:?}")
        };
        assert_eq!(complaint.code, Code::PermissionMissing);
        journal.finish(run, RunState::Halted, rig.now()).unwrap();
        assert_eq!(fate(&journal, run, Fate::Refused), 0, "no row is blamed");
        rig.net.mend();
        journal = rig.again(journal, run);
        assert_eq!(rig.go(&mut journal, &policy).await, Ok(Ended::Finished));
        assert_eq!(rig.sandbox.ledger().duplicates, []);
        assert_eq!(fate(&journal, run, Fate::Created), 299);
    });
}

#[test]
fn ten_thousand_creates_under_jitter_keep_both_windows_at_the_sandbox() {
    alone(async {
        let rig = Rig::new(Behaviour {
            latency: Duration::from_millis(20),
            jitter: Duration::from_millis(500),
            ..Behaviour::default()
        });
        let pacers = Pacers::new(48, |_| Vec::new());
        let mut keeper = TokenKeeper::new();
        let permit = pacers.of(&endpoints::TOKEN).permit().await;
        let Granted::Token(grant) = auth::token(&rig.client.token(permit, &credentials()).await)
        else {
            panic!("no token")
        };
        keeper.accept(grant, Instant::now());
        let token = keeper.current(Instant::now()).unwrap().clone();
        let create = crate::kinds::of(KindId::Talent).remote.create;
        let mut creates = tokio::task::JoinSet::new();
        for n in 0..10_000 {
            let permit = pacers.of(create).permit().await;
            let leased = Leased::for_tests(
                KindId::Talent,
                &person(n).0.to_string(),
                &[("user_id_type", "open_id")],
            );
            let (client, token) = (rig.client.clone(), token.clone());
            creates.spawn(async move { client.create(permit, &token, &leased).await.status() });
        }
        while let Some(status) = creates.join_next().await {
            assert_eq!(status.unwrap(), Some(200));
        }
        let ledger = rig.sandbox.ledger();
        assert_eq!(ledger.violations, []);
        let count = ledger.requests_to(Endpoint::TalentCreate);
        assert_eq!((count.arrivals, ledger.talents.len()), (10_000, 10_000));
        assert!(count.max_per_second <= 50 && count.max_per_minute <= 1000, "{count:?}");
        assert!(rig.began.elapsed() < Duration::from_secs(590), "{:?}", rig.began.elapsed());
    });
}

#[test]
fn no_restart_breaks_a_window_under_jitter() {
    alone(async {
        let rig =
            Rig::new(Behaviour { jitter: Duration::from_millis(500), ..Behaviour::default() });
        let mut journal = rig.journal();
        let run = plan(&mut journal, rig.now(), talents(1100));
        let policy = Policy::default();
        for after in [300, 2000, 9000, 10, 4000] {
            tokio::select! {
                biased;
                () = tokio::time::sleep(Duration::from_millis(after)) => {}
                _ = rig.go(&mut journal, &policy) => unreachable!(),
            }
            journal = rig.again(journal, run);
        }
        assert_eq!(rig.go(&mut journal, &policy).await, Ok(Ended::Finished));
        let ledger = rig.sandbox.ledger();
        assert_eq!(ledger.violations, []);
        assert_eq!((ledger.talents.len(), ledger.duplicates.len()), (1100, 0));
        assert_eq!(fate(&journal, run, Fate::Created), 1100);
    });
}
