//! What a client sees on the socket, byte by byte.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::*;

/// A sandbox on a port of its own.
struct Served {
    sandbox: Arc<Sandbox>,
    addr: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
    bearer: String,
}

async fn served(behaviour: Behaviour) -> Served {
    let sandbox = Desk::new(behaviour);
    let (sandbox, bearer) = (sandbox.sandbox, sandbox.bearer);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let ends = async move {
        let _ = stopped.await;
    };
    let serving = tokio::spawn(serve(listener, Arc::clone(&sandbox), ends));
    Served { sandbox, addr, stop, serving, bearer }
}

fn scripted(fault: Fault) -> Behaviour {
    Behaviour::default().script(vec![Scripted { endpoint: Endpoint::TalentCreate, nth: 1, fault }])
}

impl Served {
    async fn post(&self, path: &str, body: &Value) -> TcpStream {
        let body = body.to_string();
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: {}\r\ncontent-type: {JSON}\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            self.bearer,
            body.len()
        );
        let mut stream = TcpStream::connect(self.addr).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        stream
    }

    /// Everything that comes back until the connection ends.
    async fn exchange(&self, path: &str, body: &Value) -> String {
        let mut answer = Vec::new();
        self.post(path, body).await.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    }

    /// What comes back from a `GET` with these headers.
    async fn get(&self, path: &str, headers: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\n{headers}\r\nconnection: close\r\n\r\n");
        let mut stream = TcpStream::connect(self.addr).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    async fn create(&self) -> String {
        self.exchange(Endpoint::TalentCreate.path(), &talent_example()).await
    }
}

#[tokio::test]
async fn a_talent_is_made_over_http_and_the_ledger_read() {
    let served = served(Behaviour::default()).await;
    let answer = served.create().await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("\r\nx-tt-logid: ") && answer.contains("\"talent_id\""), "{answer}");
    served.sandbox.show_ledger_to("t0ken");
    let text = served.get("/__sandbox/ledger?token=t0ken", "host: localhost").await;
    let ledger: Ledger = serde_json::from_str(text.split_once("\r\n\r\n").unwrap().1).unwrap();
    assert_eq!(ledger, served.sandbox.ledger());
    assert_eq!(ledger.talents.len(), 1);
    served.stop.send(()).unwrap();
    served.serving.await.unwrap().unwrap();
}

#[tokio::test]
async fn queries_reach_the_call_and_strangers_are_told() {
    let served = served(Behaviour::default()).await;
    let path = format!(
        "{}?client_token={TOKEN_1}&user_id_type=people_corehr_id",
        Endpoint::JobDataCreate.path()
    );
    assert!(served.exchange(&path, &job_data_example()).await.contains("\"job_data\""));
    assert_eq!(served.sandbox.ledger().job_data[0].client_token.as_deref(), Some(TOKEN_1));
    let answer = served.exchange("/open-apis/hire/v1/talent", &json!({})).await;
    assert!(answer.starts_with("HTTP/1.1 404") && answer.contains("99991201"), "{answer}");
    let answer = served.exchange("/open-apis/hire/v2/talents/7", &json!({})).await;
    assert!(answer.starts_with("HTTP/1.1 405") && answer.contains("99991301"), "{answer}");
    let rules: Vec<_> = served.sandbox.ledger().violations.into_iter().map(|v| v.rule).collect();
    assert_eq!(rules, ["unknown_path", "wrong_method"]);
}

#[tokio::test]
async fn a_drop_is_the_end_of_the_connection_without_a_byte() {
    for (fault, made) in [(Fault::DropBefore, 0), (Fault::DropAfterCommit, 1)] {
        let served = served(scripted(fault)).await;
        assert_eq!(served.create().await, "", "{fault:?}");
        assert_eq!(served.sandbox.ledger().talents.len(), made, "{fault:?}");
    }
}

#[tokio::test]
async fn a_cut_answer_promises_more_than_it_sends() {
    let served = served(scripted(Fault::Truncated)).await;
    let answer = served.create().await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let promised = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    assert_eq!(promised.parse::<usize>().unwrap() / 2, body.len());
    assert!(!body.is_empty());
    assert_eq!(served.sandbox.ledger().talents.len(), 1);
}

#[tokio::test]
async fn proxies_and_empty_answers() {
    let served_html = served(scripted(Fault::Html502)).await;
    let answer = served_html.create().await;
    assert!(answer.starts_with("HTTP/1.1 502") && answer.contains("text/html"), "{answer}");
    assert!(!answer.contains("x-tt-logid"), "a proxy knows none");
    let served_empty = served(scripted(Fault::Empty200)).await;
    let answer = served_empty.create().await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\n"), "{answer}");
}

#[tokio::test]
async fn a_late_answer_comes_and_a_silent_one_ends_with_the_server() {
    let mut behaviour = scripted(Fault::Slow);
    behaviour.faults.slow_ms = 50;
    let slow = served(behaviour).await;
    let sent = std::time::Instant::now();
    assert!(slow.create().await.contains("\"talent_id\""));
    assert!(sent.elapsed() >= Duration::from_millis(50));

    let silent = served(scripted(Fault::Silent)).await;
    let mut stream = silent.post(Endpoint::TalentCreate.path(), &talent_example()).await;
    while silent.sandbox.ledger().talents.is_empty() {
        tokio::task::yield_now().await;
    }
    silent.stop.send(()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    assert!(answer.is_empty());
    silent.serving.await.unwrap().unwrap();
}

#[tokio::test]
async fn what_arrived_is_done_though_its_client_has_gone() {
    let served =
        served(Behaviour { latency: Duration::from_millis(40), ..Behaviour::default() }).await;
    let stream = served.post(Endpoint::TalentCreate.path(), &talent_example()).await;
    while served.sandbox.is_quiet() {
        tokio::task::yield_now().await;
    }
    drop(stream);
    let done = async {
        while !served.sandbox.is_quiet() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), done).await.expect("it is still served");
    assert_eq!(served.sandbox.ledger().talents.len(), 1);
}

#[tokio::test]
async fn a_name_that_was_made_to_point_here_gets_no_answer() {
    let served = served(Behaviour::default()).await;
    served.sandbox.show_ledger_to("t0ken");
    for path in ["/__sandbox/ledger?token=t0ken", Endpoint::TalentFind.path(), "/nowhere"] {
        for host in ["host: evil.example", "host: 127.0.0.1.evil.example:80", "x-no: host"] {
            let answer = served.get(path, host).await;
            assert!(!answer.starts_with("HTTP/1.1 2"), "{path} {host}: {answer}");
            assert!(
                answer.starts_with("HTTP/1.1 403") || answer.starts_with("HTTP/1.1 400"),
                "{answer}"
            );
        }
    }
    assert!(served.sandbox.ledger().violations.is_empty(), "no client of ours did that");
    let port = served.addr.port();
    let local =
        served.get("/__sandbox/ledger?token=t0ken", &format!("host: localhost:{port}")).await;
    assert!(local.starts_with("HTTP/1.1 200"), "{local}");
}

#[tokio::test]
async fn the_ledger_is_shown_to_its_token_alone() {
    let served = served(Behaviour::default()).await;
    let shows = async |path: &str, headers: &str| {
        let answer = served.get(path, headers).await;
        answer.starts_with("HTTP/1.1 200")
    };
    let host = "host: 127.0.0.1";
    assert!(!shows("/__sandbox/ledger", host).await);
    assert!(!shows("/__sandbox/ledger?token=", host).await, "nobody was given one");
    served.sandbox.show_ledger_to("t0ken");
    assert!(!shows("/__sandbox/ledger", host).await);
    assert!(!shows("/__sandbox/ledger?token=", host).await);
    assert!(!shows("/__sandbox/ledger?token=t0ke", host).await);
    assert!(!shows("/__sandbox/ledger", &format!("{host}\r\nauthorization: Bearer x")).await);
    assert!(shows("/__sandbox/ledger?token=t0ken", host).await);
    assert!(shows("/__sandbox/ledger", &format!("{host}\r\nauthorization: Bearer t0ken")).await);
}
