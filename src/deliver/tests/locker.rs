//! A kind that is made up (`kinds/locker.rs`) goes from a spreadsheet through check, plan, journal and
//! faults to a server by its table alone. The server stands here: the sandbox knows real kinds only.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use axum::Router;
use axum::extract::{Json, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::Value;

use super::taking::Taking;
use super::*;
use crate::deliver::canary::{CanaryRecord, Difference};
use crate::intake::{self, IntakeOptions};
use crate::kinds::{endpoints, locker};
use crate::lexicon::normalize;
use crate::spec::laws::{Normal, violations};

/// What befalls the creates of one holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plight {
    /// Nothing.
    Calm,
    /// The first is executed, and answered by an error page.
    LostAfter,
    /// The first is not executed, and answered by the table's server error.
    LostBefore,
    /// The first is executed and lost, and no read shows it until its token came again.
    Hidden,
    /// The first is turned away for the pace.
    Throttled,
    /// Each is refused.
    Broken,
    /// There is a locker already.
    There,
}

impl Plight {
    const ALL: [Self; 7] = [
        Self::Calm,
        Self::LostAfter,
        Self::LostBefore,
        Self::Hidden,
        Self::Throttled,
        Self::Broken,
        Self::There,
    ];

    /// Whose locker it is.
    fn holder(self) -> String {
        (6_893_014_062_142_064_100 + self as u64).to_string()
    }

    fn of(holder: &str) -> Self {
        *Self::ALL.iter().find(|plight| plight.holder() == holder).expect("a holder of the table")
    }
}

/// A locker that was given.
struct Given {
    id: String,
    token: String,
    body: Value,
}

#[derive(Default)]
struct Facilities {
    given: BTreeMap<String, Given>,
    creates: BTreeMap<String, usize>,
    token_came_again: bool,
}

type Shared = Arc<Mutex<Facilities>>;

fn desk(shared: &Shared) -> MutexGuard<'_, Facilities> {
    shared.lock().unwrap()
}

fn coded(status: StatusCode, code: i64, data: &Value) -> Response {
    (status, Json(json!({ "code": code, "msg": "said", "data": data }))).into_response()
}

fn ok(data: &Value) -> Response {
    coded(StatusCode::OK, 0, data)
}

async fn token() -> Response {
    let told = json!({ "code": 0, "msg": "ok", "tenant_access_token": "t-1", "expire": 7200 });
    Json(told).into_response()
}

type Asked = Query<BTreeMap<String, String>>;

/// Whether a call names its id types and its token as the table says.
fn is_as_declared(headers: &HeaderMap, query: &BTreeMap<String, String>) -> bool {
    headers.get("authorization").is_some_and(|bearer| bearer == "Bearer t-1")
        && query.get("holder_id_type").is_some_and(|ty| ty == "people_corehr_id")
        && query.keys().all(|name| name == "holder_id_type" || name == "client_token")
}

async fn create(
    State(shared): State<Shared>,
    Query(query): Asked,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Response {
    assert!(is_as_declared(&headers, &query), "{query:?}");
    let token = query["client_token"].clone();
    let holder = body["holder_employment_id"].as_str().unwrap().to_owned();
    let plight = Plight::of(&holder);
    let mut desk = desk(&shared);
    let nth = *desk.creates.entry(holder.clone()).and_modify(|n| *n += 1).or_insert(1);
    if let Some(given) = desk.given.get(&holder) {
        assert_eq!((&given.token, &given.body), (&token, &body), "the same bytes and token");
        desk.token_came_again = true;
        return coded(StatusCode::BAD_REQUEST, locker::SEEN, &json!({}));
    }
    match (plight, nth) {
        (Plight::Broken, _) => {
            return coded(StatusCode::BAD_REQUEST, locker::BROKEN, &json!({}));
        }
        (Plight::LostBefore, 1) => return coded(StatusCode::OK, locker::FAILED, &json!({})),
        (Plight::Throttled, 1) => {
            return (StatusCode::TOO_MANY_REQUESTS, [("x-ogw-ratelimit-reset", "1")])
                .into_response();
        }
        _ => {}
    }
    let id = format!("locker-{}", desk.given.len());
    desk.given.insert(holder, Given { id: id.clone(), token, body });
    match (plight, nth) {
        (Plight::LostAfter | Plight::Hidden, 1) => {
            (StatusCode::INTERNAL_SERVER_ERROR, "bad gateway").into_response()
        }
        _ => ok(&json!({ "given": { "locker_id": id } })),
    }
}

/// The holders that a read asks for.
fn asked(body: &Value) -> Vec<String> {
    let ids = body["employment_ids"].as_array().unwrap().iter();
    ids.map(|id| id.as_str().unwrap().to_owned()).collect()
}

async fn records(
    State(shared): State<Shared>,
    Query(query): Asked,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Response {
    assert!(is_as_declared(&headers, &query), "{query:?}");
    let desk = desk(&shared);
    let item = |holder: String| {
        let shown = Plight::of(&holder) != Plight::Hidden || desk.token_came_again;
        let given = desk.given.get(&holder).filter(|_| shown);
        let versions: Vec<Value> = given
            .map(|given| {
                let from = &given.body["locker"]["from"];
                json!({ "job_data_id": given.id, "employment_id": holder, "effective_time": from })
            })
            .into_iter()
            .collect();
        json!({ "employment_id": holder, "job_datas": versions })
    };
    ok(&json!({ "items": asked(&body).into_iter().map(item).collect::<Vec<_>>() }))
}

async fn holders(Query(query): Asked, headers: HeaderMap, Json(body): Json<Value>) -> Response {
    assert!(is_as_declared(&headers, &query), "{query:?}");
    let items: Vec<Value> =
        asked(&body).into_iter().map(|holder| json!({ "employment_id": holder })).collect();
    ok(&json!({ "items": items }))
}

/// The server, and a client of it.
struct Office {
    facilities: Shared,
    client: Client,
    began: Instant,
    folder: tempfile::TempDir,
}

impl Office {
    async fn open() -> Self {
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let there = Plight::There.holder();
        let mut facilities = Facilities::default();
        let given = Given {
            id: "locker-there".to_owned(),
            token: String::new(),
            body: json!({ "locker": { "from": "2020-01-01" } }),
        };
        facilities.given.insert(there, given);
        let facilities: Shared = Arc::new(Mutex::new(facilities));
        let router = Router::new()
            .route(endpoints::TOKEN.path, post(token))
            .route(locker::CREATE.path, post(create))
            .route(locker::RECORDS.path, post(records))
            .route(locker::EMPLOYEES.path, post(holders))
            .with_state(Arc::clone(&facilities));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let (timeout, user_agent) = (Duration::from_secs(30), "muster-tests".into());
        let client =
            Client::new(&ClientConfig { base_url, timeout, ca_file: None, user_agent }).unwrap();
        let folder = tempfile::tempdir().unwrap();
        Self { facilities, client, began: Instant::now(), folder }
    }

    fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap();
        Timestamp::from_second(1_800_000_000).unwrap() + passed
    }

    /// A journal on disk that has the kind's word, as a migration would give it.
    fn journal(&self) -> Journal {
        let path = self.folder.path().join("journal.db");
        drop(Journal::open(&path, &tenant(), self.now()).unwrap());
        let inserted = rusqlite::Connection::open(&path)
            .unwrap()
            .execute("INSERT INTO kinds VALUES (?1)", [KindId::Locker.label()]);
        assert_eq!(inserted, Ok(1));
        Journal::open(&path, &tenant(), self.now()).unwrap()
    }

    /// An approved run of this table.
    fn plan(&self, journal: &mut Journal, table: &str) -> RunId {
        let path = self.folder.path().join("lockers.csv");
        std::fs::write(&path, table).unwrap();
        let order = IntakeOptions {
            files: vec![path],
            kind: Some(KindId::Locker),
            ..IntakeOptions::default()
        };
        let run = journal
            .begin_draft(&RunHead {
                operator: "tester".into(),
                muster_version: "0".into(),
                mapping_sha256: None,
                mapping: None,
                continues: None,
                inputs: Vec::new(),
                id_types: ids(),
                options_json: "{}".into(),
                started_at: self.now(),
            })
            .unwrap();
        let key = *journal.hash_key();
        let mut planner = journal.planner(run).unwrap();
        intake::run(&order, &mut Taking { planner: &mut planner, key }).unwrap();
        planner.finish().unwrap();
        journal.approve(run, "tester", self.now()).unwrap();
        run
    }

    /// Deliver: all, or the first few, which are read back.
    async fn deliver(
        &self,
        journal: &mut Journal,
        first: Option<usize>,
    ) -> (Ended, Vec<CanaryRecord>) {
        let secret = SecretString::from("s".to_owned());
        let credentials = Credentials { app_id: "cli_a".into(), secret };
        let (pacers, policy) = (Pacers::new(45, |_| Vec::new()), Policy::default());
        let delivery = Delivery {
            journal,
            client: &self.client,
            credentials: &credentials,
            pacers: &pacers,
            policy: &policy,
            clock: &|| self.now(),
            jitter: &mut || 0.5,
            watcher: &mut Unwatched,
            shutdown: Shutdown::never(),
        };
        match first {
            None => (run(delivery).await.unwrap(), Vec::new()),
            Some(n) => {
                let canary = super::canary(delivery, n).await.unwrap();
                (canary.ended, canary.seen)
            }
        }
    }
}

/// One row for each plight, under the table's own headers in both languages, and two that are wrong.
fn table() -> String {
    let mut table =
        "领用人雇佣ID,储物柜规格,Given On,储物柜备注,柜钥匙1钥匙牌,柜钥匙2钥匙牌,柜钥匙2归还期限\n"
            .to_owned();
    for plight in Plight::ALL {
        let row = [&plight.holder(), "大柜", "2026/1/5", "靠窗", "K1", "K2", "2026-12-31"];
        table.push_str(&row.join(","));
        table.push('\n');
    }
    table.push_str("6893014062142064199,巨柜,2026-01-05,,,,\n");
    table.push_str("6893014062142064198,S,,,,,2026-12-31\n");
    table
}

#[test]
fn its_table_keeps_the_laws_of_the_others() {
    let normal = Normal { header: normalize::header, label: normalize::label };
    assert_eq!(violations(&locker::LOCKER, normal), Vec::<String>::new());
}

#[test]
fn a_kind_that_is_made_up_goes_from_a_table_to_a_server_by_its_own() {
    warped(async {
        let office = Office::open().await;
        let mut journal = office.journal();
        let run = office.plan(&mut journal, &table());

        let found: Vec<_> = journal.problems(run).map(|row| row.unwrap().problem).collect();
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.place.row.unwrap(), one.field.as_deref().unwrap(), one.code().id()))
            .collect();
        assert_eq!(
            found,
            [
                (9, "locker.size", "choice-unknown"),
                (10, "keys[2].tag", "entry-incomplete"),
                (10, "locker.from", "required"),
            ]
        );

        assert_eq!(office.deliver(&mut journal, None).await.0, Ended::Finished);
        let rows: Vec<_> = journal.records(run).unwrap().map(Result::unwrap).collect();
        let desk = desk(&office.facilities);
        for (plight, row) in Plight::ALL.iter().zip(&rows) {
            let given = desk.given.get(&plight.holder()).map(|given| given.id.as_str());
            let creates = desk.creates.get(&plight.holder()).copied().unwrap_or_default();
            let (fate, times) = match plight {
                Plight::Calm | Plight::LostAfter => (Fate::Created, 1),
                Plight::LostBefore | Plight::Hidden | Plight::Throttled => (Fate::Created, 2),
                Plight::Broken => (Fate::Refused, 1),
                Plight::There => (Fate::Existing, 0),
            };
            assert_eq!((row.fate, creates), (fate, times), "{plight:?}");
            assert_eq!(row.remote_id.as_deref(), given, "{plight:?}");
            assert_eq!(row.kind, KindId::Locker);
        }
        assert!(desk.token_came_again);
        let words: Vec<_> = rows[Plight::ALL.len()..].iter().map(|row| row.fate.label()).collect();
        assert_eq!(words, ["invalid", "invalid"]);
        assert_eq!(rows[Plight::Broken as usize].code, Some(locker::BROKEN));
        assert_eq!(
            desk.given[&Plight::Calm.holder()].body,
            json!({
                "holder_employment_id": Plight::Calm.holder(),
                "locker": { "size": 11, "from": "2026-01-05", "origin": "import" },
                "keys": [{ "tag": "K1" }, { "tag": "K2", "until": "2026-12-31" }],
                "note": "靠窗",
            })
        );
        let kinds = journal.totals(run).unwrap().kinds;
        assert_eq!(kinds.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [KindId::Locker]);
    });
}

#[test]
fn the_first_of_a_kind_that_is_made_up_is_read_back_as_its_table_shows_it() {
    warped(async {
        let office = Office::open().await;
        let mut journal = office.journal();
        office.plan(&mut journal, &table());
        let (ended, seen) = office.deliver(&mut journal, Some(1)).await;
        assert_eq!((ended, seen.len()), (Ended::Finished, 1));
        let same = seen[0].lines.iter().filter(|line| line.finding == Difference::Same);
        assert_eq!(
            same.map(|line| line.field.as_str()).collect::<Vec<_>>(),
            ["holder_employment_id"]
        );
        assert!(seen[0].is_sound(), "{:?}", seen[0].lines);
    });
}

/// Who ran it before is told so, and nothing goes out twice.
#[test]
fn the_same_table_again_sends_nothing_of_a_kind_that_is_made_up() {
    warped(async {
        let office = Office::open().await;
        let mut journal = office.journal();
        office.plan(&mut journal, &table());
        assert_eq!(office.deliver(&mut journal, None).await.0, Ended::Finished);
        let before = desk(&office.facilities).creates.clone();
        let run = office.plan(&mut journal, &table());
        assert_eq!(office.deliver(&mut journal, None).await.0, Ended::Finished);
        let mut after = desk(&office.facilities).creates.clone();
        // What was refused may be sent again.
        *after.get_mut(&Plight::Broken.holder()).unwrap() -= 1;
        assert_eq!(after, before);
        assert_eq!(fate(&journal, run, Fate::Unchanged), 6);
    });
}
