//! Faults that a sandbox cannot make by itself: answers put before it, clocks that are set, a name
//! that leads nowhere.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};

use super::*;
use crate::sandbox::{DuplicateTalent, Endpoint};

/// What is answered in the sandbox's place: status and body.
type Instead = (u16, serde_json::Value);

const TOKENS: &str = "/open-apis/auth/v3/tenant_access_token/internal";
const TALENTS: &str = "/open-apis/hire/v1/talents/combined_create";

/// A sandbox before which somebody answers the n-th request to a path, from 1, if they want to.
async fn interposed(
    behaviour: Behaviour,
    path: &'static str,
    answer: impl Fn(u64) -> Option<Instead> + Clone + Send + Sync + 'static,
) -> Bench {
    let mut bench = Bench::new(behaviour).await;
    let seen = Arc::new(AtomicU64::new(0));
    let before = from_fn(move |request: Request, next: Next| {
        let here = request.uri().path() == path;
        let instead = here.then(|| answer(seen.fetch_add(1, Ordering::Relaxed) + 1)).flatten();
        async move {
            let Some((status, body)) = instead else { return next.run(request).await };
            let mut response: Response = axum::Json(body).into_response();
            *response.status_mut() = status.try_into().unwrap();
            response
        }
    });
    let router = sandbox::router(Arc::clone(&bench.sandbox)).layer(before);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    bench.client = client(&format!("http://{}", listener.local_addr().unwrap()), None);
    tokio::spawn(async move { axum::serve(listener, router).await });
    bench
}

fn client(base_url: &str, ca_file: Option<std::path::PathBuf>) -> Client {
    let config = ClientConfig {
        base_url: base_url.to_owned(),
        timeout: Duration::from_secs(30),
        ca_file,
        user_agent: "t".into(),
    };
    Client::new(&config).unwrap()
}

fn halted(ended: &Ended) -> (Code, HaltKind) {
    let Ended::Halted(complaint, kind) = ended else { panic!("{ended:?}") };
    (complaint.code, *kind)
}

/// Answers from the 20th create on: what halts a run, and that no row is blamed for it.
#[test]
fn what_is_taken_away_in_mid_run_halts_it_and_blames_no_row() {
    for (status, code, says, kind) in [
        (403, 99_991_672, Code::PermissionMissing, HaltKind::Credentials),
        (429, 99_991_403, Code::QuotaUsedUp, HaltKind::Api),
        (403, 99_991_401, Code::IpNotAllowed, HaltKind::Credentials),
        (400, 99_991_662, Code::AppDisabled, HaltKind::Credentials),
    ] {
        warped(async {
            let behaviour =
                Behaviour { latency: Duration::from_millis(200), ..Behaviour::default() };
            let bench = interposed(behaviour, TALENTS, move |n| {
                (n >= 20).then(|| (status, json!({ "code": code, "msg": "no" })))
            })
            .await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), talents(80));
            let ended = bench.deliver(&mut journal, &Policy::default()).await;
            assert_eq!(halted(&ended), (says, kind));
            bench.assert_each_once(19, 0);
            assert_eq!(fate(&journal, run, Fate::Created), 19, "{:?}", journal.totals(run));
            assert_eq!(fate(&journal, run, Fate::NotSent), 61, "{:?}", journal.totals(run));
            // Given back, the run goes on.
            let bench = Bench { client: Bench::client_of(&bench.sandbox).await, ..bench };
            assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
            bench.assert_each_once(80, 0);
            assert_eq!(fate(&journal, run, Fate::Created), 80);
        });
    }
}

#[test]
fn a_token_that_is_revoked_under_many_requests_is_fetched_anew_once() {
    warped(async {
        let script =
            vec![Scripted { endpoint: Endpoint::TalentCreate, nth: 60, fault: Fault::ExpireToken }];
        let behaviour = Behaviour {
            latency: Duration::from_millis(400),
            jitter: Duration::from_millis(300),
            ..Behaviour::default()
        };
        let bench = Bench::new(behaviour.script(script)).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(150));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(150, 150);
        assert_eq!(fate(&journal, run, Fate::Created), 300);
        let ledger = bench.sandbox.ledger();
        let refused = ledger.refusals.len();
        assert!(refused > 3, "many were in flight: {refused}");
        assert_eq!(ledger.requests_to(Endpoint::Token).arrivals, 2, "one at first, one refresh");
    });
}

#[test]
fn a_token_endpoint_that_fails_for_a_while_is_waited_for() {
    warped(async {
        let failing = |n| (n <= 5).then(|| (503, json!({ "code": 5000, "msg": "internal" })));
        let bench = interposed(Behaviour::default(), TOKENS, failing).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(5));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(5, 0);
        assert_eq!(fate(&journal, run, Fate::Created), 5);
    });
}

#[test]
fn however_many_are_in_flight_the_end_is_the_same() {
    for max_in_flight in [1, 2, 7, 32] {
        warped(async {
            let faults = Faults::storm();
            let latency = Duration::from_millis(50);
            let bench = Bench::new(Behaviour { latency, faults, ..Behaviour::default() }).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), both(25));
            let policy = Policy { max_in_flight, ..Policy::default() };
            assert_eq!(bench.deliver(&mut journal, &policy).await, Ended::Finished);
            bench.assert_each_once(25, 25);
            assert_eq!(fate(&journal, run, Fate::Created), 50, "{max_in_flight}");
        });
    }
}

/// An answer with HTTP 200 whose code is not 0, as text, is what its code says.
#[test]
fn a_refusal_with_status_200_refuses_its_row_alone() {
    warped(async {
        let bench = interposed(Behaviour::default(), TALENTS, |n| {
            (n == 3).then(|| (200, json!({ "code": "1002002", "msg": "invalid parameter" })))
        })
        .await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(6));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(5, 0);
        assert_eq!(
            (fate(&journal, run, Fate::Refused), fate(&journal, run, Fate::Created)),
            (1, 5)
        );
    });
}

/// What the answer to the first create is, where it was not executed, and where nobody can tell:
/// success without an id, an empty object, a page of a proxy with status 200, deep nonsense.
#[test]
fn answers_that_say_nothing_are_doubt_and_the_row_is_made_once() {
    let deep = (0..100).fold(json!(1), |inner, _| json!([inner]));
    for body in [
        json!({ "code": 0, "data": {} }),
        json!({ "code": 0, "data": { "talent_id": "" } }),
        json!({}),
        json!("<html>please log in</html>"),
        json!({ "code": 0, "data": deep }),
    ] {
        warped(async {
            let told = body.clone();
            let answer = move |n| (n == 1).then(|| (200, told.clone()));
            let bench = interposed(Behaviour::default(), TALENTS, answer).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), talents(2));
            assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
            bench.assert_each_once(2, 0);
            assert_eq!(fate(&journal, run, Fate::Created), 2, "{body}");
        });
    }
}

/// A clock that is set hours back or forward in mid-run: nothing waits for it, nobody is made twice
/// where the index lags and the server makes duplicates.
#[test]
fn a_clock_that_is_set_in_mid_run_costs_no_hours_and_makes_nobody_twice() {
    for leaps in [&[7200_i64][..], &[-7200], &[7200, -7200, 90], &[-86_400, 86_400]] {
        warped(async {
            let script = (1..=60).step_by(3).map(|nth| Scripted {
                endpoint: Endpoint::TalentCreate,
                nth,
                fault: Fault::DropAfterCommit,
            });
            let behaviour = Behaviour {
                duplicate_talent: DuplicateTalent::MakeAnother,
                index_lag: Duration::from_secs(5),
                latency: Duration::from_millis(100),
                ..Behaviour::default()
            };
            let faults = Faults { throttle_429: 0.05, ..Faults::calm() };
            let behaviour = Behaviour { faults, ..behaviour }.script(script.collect());
            let bench = Bench::new(behaviour).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), talents(60));
            let set = async {
                for leap in leaps {
                    tokio::time::sleep(Duration::from_millis(900)).await;
                    bench.skew.set(bench.skew.get() + leap);
                }
                std::future::pending::<()>().await;
            };
            let policy = Policy::default();
            let began = Instant::now();
            let ended = tokio::select! {
                ended = bench.deliver(&mut journal, &policy) => ended,
                () = set => unreachable!(),
                () = tokio::time::sleep(Duration::from_mins(10)) => panic!("{leaps:?}: no end"),
            };
            assert_eq!(ended, Ended::Finished, "{leaps:?}");
            bench.assert_each_once(60, 0);
            assert_eq!(fate(&journal, run, Fate::Created), 60, "{leaps:?}");
            assert!(began.elapsed() < Duration::from_mins(5), "{leaps:?}: {:?}", began.elapsed());
        });
    }
}

/// The clock is set back between two lives of a run, one of them with a lost answer and a wait.
#[test]
fn a_clock_that_is_set_back_between_two_runs_is_not_waited_for() {
    warped(async {
        let script = [(1, Fault::DropBefore), (2, Fault::Silent), (3, Fault::Throttle429)];
        let script =
            script.map(|(nth, fault)| Scripted { endpoint: Endpoint::TalentCreate, nth, fault });
        let bench = Bench::new(Behaviour::default().script(script.to_vec())).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let mut journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
        let run = plan(&mut journal, bench.now(), talents(20));
        let policy = Policy::default();
        tokio::select! {
            biased;
            () = tokio::time::sleep(Duration::from_millis(700)) => {}
            ended = bench.deliver(&mut journal, &policy) => panic!("{ended:?}"),
        }
        drop(journal);
        bench.skew.set(-86_400);
        let mut journal = Journal::open(&path, &tenant(), bench.now()).unwrap();
        journal.resume(run).unwrap();
        let began = Instant::now();
        let delivery = bench.deliver(&mut journal, &policy);
        let ended = tokio::time::timeout(Duration::from_mins(10), delivery).await;
        assert_eq!(ended.unwrap(), Ended::Finished);
        bench.assert_each_once(20, 0);
        assert_eq!(fate(&journal, run, Fate::Created), 20);
        assert!(began.elapsed() < Duration::from_mins(5), "{:?}", began.elapsed());
    });
}

/// No resolver is asked: a label of 64 characters is no name.
#[test]
fn a_name_that_leads_nowhere_and_a_stranger_behind_tls_are_never_sent_to() {
    for (url, code) in [
        (format!("https://{}.invalid", "a".repeat(64)), Code::HostUnreachable),
        ("https://127.0.0.1:1".to_owned(), Code::HostUnreachable),
    ] {
        warped(async {
            let bench =
                Bench { client: client(&url, None), ..Bench::new(Behaviour::default()).await };
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), talents(3));
            let ended = bench.deliver(&mut journal, &Policy::default()).await;
            assert_eq!(halted(&ended), (code, HaltKind::Network));
            assert_eq!(fate(&journal, run, Fate::NotSent), 3);
        });
    }
}

/// What becomes of one talent that the tenant has, and of one that it hasn't, and who is there then.
fn told(existing: Existing, duplicate_talent: DuplicateTalent) -> (Vec<Fate>, usize, usize) {
    warped(async {
        let bench = Bench::new(Behaviour { duplicate_talent, ..Behaviour::default() }).await;
        bench.sandbox.seed_talent(&person(1).0).unwrap();
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), [1, 2].map(|n| (KindId::Talent, person(n))));
        let policy = Policy { existing, ..Policy::default() };
        assert_eq!(bench.deliver(&mut journal, &policy).await, Ended::Finished);
        let fates = journal.records(run).unwrap().map(|record| record.unwrap().fate).collect();
        let warnings = bench.warnings.borrow();
        let warned = warnings.iter().filter(|code| **code == Code::MadeBesideExisting).count();
        (fates, bench.sandbox.ledger().talents.len(), warned)
    })
}

#[test]
fn existing_tells_the_truth_however_a_server_treats_duplicates() {
    use DuplicateTalent::{MakeAnother, Merge, Refuse};
    for duplicates in [Merge, Refuse, MakeAnother] {
        let skipped = (vec![Fate::Existing, Fate::Created], 2, 0);
        assert_eq!(told(Existing::Skip, duplicates), skipped, "{duplicates:?}");
        let failed = (vec![Fate::Conflict, Fate::Created], 2, 0);
        assert_eq!(told(Existing::Fail, duplicates), failed, "{duplicates:?}");
    }
    let found = (vec![Fate::Existing, Fate::Created], 2, 0);
    assert_eq!(told(Existing::SendAnyway, Merge), found, "the same id made nobody");
    assert_eq!(told(Existing::SendAnyway, Refuse), found, "a refused duplicate made nobody");
    let beside = (vec![Fate::Created, Fate::Created], 3, 1);
    assert_eq!(told(Existing::SendAnyway, MakeAnother), beside, "a new id is told of");
}

#[test]
fn job_data_that_are_there_are_skipped_or_fail_as_told() {
    for (existing, fate_of, there) in [
        (Existing::Skip, Fate::Existing, 1),
        (Existing::Fail, Fate::Conflict, 1),
        (Existing::SendAnyway, Fate::Created, 2),
    ] {
        warped(async {
            let bench = Bench::new(Behaviour::default()).await;
            bench.sandbox.seed_job_data(&employment(1).0).unwrap();
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), [(KindId::JobData, employment(1))]);
            let policy = Policy { existing, ..Policy::default() };
            assert_eq!(bench.deliver(&mut journal, &policy).await, Ended::Finished);
            assert_eq!(fate(&journal, run, fate_of), 1, "{existing:?}: {:?}", journal.totals(run));
            assert_eq!(bench.sandbox.ledger().job_data.len(), there, "{existing:?}");
        });
    }
}
