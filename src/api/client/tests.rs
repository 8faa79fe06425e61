//! The door against servers that misbehave: what is never sent, what is lost, what is refused.

use std::sync::{Arc, Mutex};

use reqwest::header::HeaderMap;
use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::receive::reset;
use super::*;
use crate::api::answer::{MAX_BODY, Outcome};
use crate::api::pace::{DEFAULT_RATE, Pacer};
use crate::api::reads::Question;
use crate::kinds::endpoints::{TALENT_CREATE, TALENT_GET, TOKEN};
use crate::problem::Lost;

/// What a server does once it has read a request.
#[derive(Clone)]
enum Then {
    Reply(String),
    /// One byte of a body at a time, for ever.
    Trickle,
    /// Nothing, with the connection open.
    Silence,
    Close,
}

/// Serve every connection alike; the requests are kept.
async fn server(then: Then) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let seen = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&seen);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, then.clone(), Arc::clone(&kept)));
        }
    });
    (url, seen)
}

async fn serve(mut stream: TcpStream, then: Then, kept: Arc<Mutex<Vec<String>>>) {
    while let Some(request) = request(&mut stream).await {
        kept.lock().unwrap().push(request);
        match &then {
            Then::Reply(reply) => stream.write_all(reply.as_bytes()).await.unwrap_or_default(),
            Then::Trickle => {
                let head = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\nx-tt-logid: slow\r\n\r\n";
                stream.write_all(head).await.unwrap();
                while stream.write_all(b" ").await.is_ok() {
                    // So slow that it never ends is what it is.
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            }
            Then::Silence => std::future::pending().await,
            Then::Close => return,
        }
    }
}

/// Read one request, head and body.
async fn request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let mut buffer = [0; 4096];
        let read = stream.read(&mut buffer).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head
            .lines()
            .find_map(|line| {
                line.to_lowercase().strip_prefix("content-length: ").map(str::to_owned)
            })
            .map_or(0, |length| length.parse().unwrap());
        if body.len() >= length {
            return Some(text);
        }
    }
}

fn reply(status: &str, headers: &str, body: &str) -> Then {
    let length = body.len();
    Then::Reply(format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\n{headers}\r\n{body}"))
}

struct Lease {
    kind: KindId,
    token: Uuid,
    query: Vec<(String, String)>,
}

impl Intent for Lease {
    fn kind(&self) -> KindId {
        self.kind
    }
    fn body(&self) -> &'static str {
        r#"{"basic_info":{"name":"李四"} }"#
    }
    fn query(&self) -> &[(String, String)] {
        &self.query
    }
    fn client_token(&self) -> &Uuid {
        &self.token
    }
}

fn lease(kind: KindId) -> Lease {
    let query = vec![("user_id_type".to_owned(), "people_corehr_id".to_owned())];
    Lease { kind, token: Uuid::from_u128(7), query }
}

fn client(base_url: &str) -> Client {
    Client::new(&ClientConfig {
        base_url: base_url.to_owned(),
        timeout: Duration::from_millis(600),
        ca_file: None,
        user_agent: "muster/test".to_owned(),
    })
    .unwrap()
}

async fn send(base_url: &str, kind: KindId) -> Answer {
    let pacer = Pacer::new(crate::kinds::of(kind).remote.create, DEFAULT_RATE, &[]);
    let permit = pacer.permit().await;
    client(base_url).create(permit, &Token::for_tests("t-1"), &lease(kind)).await
}

fn lost(answer: &Answer) -> (Lost, Option<u16>) {
    match answer.outcome {
        Outcome::Lost { why, status } => (why, status),
        Outcome::NeverSent { .. } | Outcome::Replied { .. } => panic!("{answer:?}"),
    }
}

#[tokio::test]
async fn a_create_is_sent_byte_for_byte_with_its_token_and_the_answer_is_whole() {
    let headers = "x-tt-logid: 2026\r\nx-ogw-ratelimit-reset: 3\r\n";
    let (url, seen) = server(reply("200 OK", headers, r#"{"code":0}"#)).await;
    let answer = send(&url, KindId::JobData).await;
    let Outcome::Replied { status: 200, ref body } = answer.outcome else { panic!("{answer:?}") };
    assert_eq!(&body[..], br#"{"code":0}"#);
    assert_eq!(answer.log_id.as_deref(), Some("2026"));
    assert_eq!(answer.reset, Some(Duration::from_secs(3)));
    let seen = seen.lock().unwrap().clone();
    let [request] = &seen[..] else { panic!("{seen:?}") };
    let path = "POST /open-apis/corehr/v1/job_datas?user_id_type=people_corehr_id\
                &client_token=00000000-0000-0000-0000-000000000007 HTTP/1.1\r\n";
    assert!(request.starts_with(path), "{request}");
    let head = request.to_lowercase();
    assert!(head.contains("authorization: bearer t-1\r\n"));
    assert!(head.contains("content-type: application/json; charset=utf-8\r\n"));
    assert!(head.contains("user-agent: muster/test\r\n"));
    assert!(request.ends_with(lease(KindId::JobData).body()));
    assert!(!format!("{answer:?}").contains("code"), "no body is shown");
}

#[tokio::test]
async fn a_talent_takes_no_token_in_its_query() {
    let (url, seen) = server(reply("200 OK", "", "{}")).await;
    let _ = send(&format!("{url}/gateway/"), KindId::Talent).await;
    let seen = seen.lock().unwrap().clone();
    let path = "POST /gateway/open-apis/hire/v1/talents/combined_create\
                ?user_id_type=people_corehr_id HTTP/1.1";
    assert!(seen[0].starts_with(path), "{seen:?}");
}

#[tokio::test]
async fn a_refused_connection_is_never_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let answer = send(&url, KindId::Talent).await;
    assert!(matches!(answer.outcome, Outcome::NeverSent { why: Unsent::Refused }), "{answer:?}");
}

#[tokio::test]
async fn a_handshake_that_fails_is_never_sent() {
    let (url, seen) = server(Then::Close).await;
    let answer = send(&url.replace("http://", "https://"), KindId::Talent).await;
    let Outcome::NeverSent { why } = answer.outcome else { panic!("{answer:?}") };
    assert!(matches!(why, Unsent::Tls | Unsent::Connect | Unsent::ConnectTimeout), "{why:?}");
    assert!(seen.lock().unwrap().iter().all(|request| !request.contains("open-apis")));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    let answer = send(&url, KindId::Talent).await;
    assert!(matches!(answer.outcome, Outcome::NeverSent { why: Unsent::Tls }), "{answer:?}");
}

#[tokio::test]
async fn a_connection_that_closes_after_the_request_is_lost_and_nothing_is_sent_again() {
    let (url, seen) = server(Then::Close).await;
    assert_eq!(lost(&send(&url, KindId::Talent).await), (Lost::Broken, None));
    assert_eq!(seen.lock().unwrap().len(), 1);
}

/// The head has come, or a part of it, and then the server is gone or says no more.
#[tokio::test]
async fn an_answer_that_ends_or_hangs_in_its_head_is_lost() {
    let cut = Then::Reply("HTTP/1.1 200 OK\r\ncontent-le".into());
    let (url, seen) = server(cut.clone()).await;
    assert_eq!(lost(&send(&url, KindId::Talent).await), (Lost::Timeout, None));
    assert_eq!(seen.lock().unwrap().len(), 1);
    for (reply, expected) in [
        ("HTTP/1.1 200 OK\r\ncontent-le", (Lost::Broken, None)),
        ("", (Lost::Broken, None)),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"c",
            (Lost::CutShort, Some(200)),
        ),
        ("not http at all\r\n\r\n", (Lost::Broken, None)),
    ] {
        let answer = send(&half_closed(reply).await, KindId::Talent).await;
        assert_eq!(lost(&answer), expected, "{reply:?}");
    }
}

/// A server that answers so and closes its half of the connection, the other half stays open.
async fn half_closed(reply: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            request(&mut stream).await;
            stream.write_all(reply.as_bytes()).await.unwrap();
            stream.shutdown().await.unwrap();
            tokio::spawn(async move {
                // Open as long as the test runs.
                std::future::pending::<()>().await;
                drop(stream);
            });
        }
    });
    url
}

/// Reset, not closed: at once, and with a part of the request read. Nobody can tell how much of it
/// arrived.
#[tokio::test]
async fn a_reset_connection_is_lost_and_nothing_is_sent_again() {
    for read in [0, 1, 200] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(0));
        let count = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                *count.lock().unwrap() += 1;
                stream.set_zero_linger().unwrap();
                let mut part = vec![0; read];
                stream.read_exact(&mut part).await.unwrap();
            }
        });
        assert_eq!(lost(&send(&url, KindId::Talent).await), (Lost::Broken, None), "{read}");
        assert_eq!(*seen.lock().unwrap(), 1, "{read}");
    }
}

/// A label of 64 characters is no name: no resolver is asked.
#[tokio::test]
async fn a_name_without_an_address_is_never_sent() {
    let answer = send(&format!("http://{}.invalid", "a".repeat(64)), KindId::Talent).await;
    assert!(matches!(answer.outcome, Outcome::NeverSent { why: Unsent::Dns }), "{answer:?}");
}

#[tokio::test]
async fn silence_is_lost_when_the_time_is_over() {
    let (url, seen) = server(Then::Silence).await;
    assert_eq!(lost(&send(&url, KindId::Talent).await), (Lost::Timeout, None));
    assert_eq!(seen.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn an_answer_that_trickles_is_lost_by_the_total_time() {
    let (url, _) = server(Then::Trickle).await;
    let answer = send(&url, KindId::Talent).await;
    assert_eq!(lost(&answer), (Lost::Timeout, Some(200)));
    assert_eq!(answer.log_id.as_deref(), Some("slow"));
}

#[tokio::test]
async fn an_answer_that_is_cut_or_too_long_is_lost() {
    let cut =
        Then::Reply("HTTP/1.1 200 OK\r\ncontent-length: 9\r\nconnection: close\r\n\r\n{".into());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        request(&mut stream).await;
        let Then::Reply(text) = cut else { return };
        stream.write_all(text.as_bytes()).await.unwrap();
    });
    assert_eq!(lost(&send(&url, KindId::Talent).await), (Lost::CutShort, Some(200)));
    let (url, _) = server(reply("200 OK", "", &" ".repeat(MAX_BODY + 1))).await;
    assert_eq!(lost(&send(&url, KindId::Talent).await), (Lost::TooLong, Some(200)));
    let no_gzip = reply("200 OK", "content-encoding: gzip\r\n", "{\"code\":0}");
    let (url, _) = server(no_gzip).await;
    assert_eq!(lost(&send(&url, KindId::Talent).await), (Lost::CutShort, Some(200)));
}

fn talent(id: &str) -> Read {
    let query = vec![("user_id_type".to_owned(), "open_id".to_owned())];
    Read { endpoint: &TALENT_GET, query, question: Question::Person { id: id.to_owned() } }
}

#[tokio::test]
async fn no_redirect_is_followed_neither_with_a_token_nor_with_the_secret() {
    for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
        let (other, seen) = server(reply("200 OK", "", "{}")).await;
        let (url, _) = server(reply(status, &format!("location: {other}\r\n"), "")).await;
        let code: u16 = status[..3].parse().unwrap();
        assert_eq!(send(&url, KindId::Talent).await.status(), Some(code));
        let pacer = Pacer::new(&TOKEN, DEFAULT_RATE, &[]);
        let credentials = Credentials { app_id: "cli_a".into(), secret: "s3cret".into() };
        let answer = client(&url).token(pacer.permit().await, &credentials).await;
        assert_eq!(answer.status(), Some(code));
        let pacer = Pacer::new(&TALENT_GET, DEFAULT_RATE, &[]);
        let read = talent("7");
        let token = Token::for_tests("t-1");
        client(&url).read(pacer.permit().await, &token, &read).await;
        assert!(seen.lock().unwrap().is_empty(), "{status}");
    }
}

#[tokio::test]
async fn a_permit_for_another_endpoint_sends_nothing_and_costs_nothing() {
    let (url, seen) = server(reply("200 OK", "", "{}")).await;
    let pacer = Pacer::new(&TALENT_GET, DEFAULT_RATE, &[]);
    let token = Token::for_tests("t-1");
    let permit = pacer.permit().await;
    let answer = client(&url).create(permit, &token, &lease(KindId::Talent)).await;
    assert!(matches!(answer.outcome, Outcome::NeverSent { why: Unsent::Unmade }));
    for id in ["..", ".", ""] {
        let read = talent(id);
        let answer = client(&url).read(pacer.permit().await, &token, &read).await;
        assert!(matches!(answer.outcome, Outcome::NeverSent { why: Unsent::Unmade }), "{id}");
    }
    assert_eq!(pacer.totals().0, 0);
    let read = talent("a/b?c");
    client(&url).read(pacer.permit().await, &token, &read).await;
    let seen = seen.lock().unwrap().clone();
    assert!(seen[0].starts_with("GET /open-apis/hire/v2/talents/a%2Fb%3Fc?user_id_type=open_id "));
    assert_eq!(seen.len(), 1);
}

#[tokio::test]
async fn the_token_request_holds_the_secret_in_its_body_alone() {
    let (url, seen) = server(reply("200 OK", "", "{}")).await;
    let pacer = Pacer::new(&TOKEN, DEFAULT_RATE, &[]);
    let secret = SecretString::from("s3cret".to_owned());
    let credentials = Credentials { app_id: "cli_1".into(), secret };
    client(&url).token(pacer.permit().await, &credentials).await;
    let request = seen.lock().unwrap()[0].clone();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert_eq!(body, r#"{"app_id":"cli_1","app_secret":"s3cret"}"#);
    assert!(!head.to_lowercase().contains("authorization") && !head.contains("s3cret"));
}

#[tokio::test]
async fn a_request_that_is_given_up_keeps_its_slot_for_a_window() {
    let (url, _) = server(Then::Silence).await;
    // Of the minute one slot is left, of the second all.
    let pacer = Pacer::new(&TALENT_CREATE, DEFAULT_RATE, &[Duration::from_secs(2); 999]);
    let permit = pacer.permit().await;
    let (client, token, lease) = (client(&url), Token::for_tests("t-1"), lease(KindId::Talent));
    let sending = client.create(permit, &token, &lease);
    assert!(tokio::time::timeout(Duration::from_millis(50), sending).await.is_err());
    let Err(at) = pacer.try_permit() else { panic!("its slot was free at once") };
    assert!(at > Instant::now() + Duration::from_secs(50));
}

#[test]
fn reset_is_read_in_every_form_and_capped() {
    let wait = |pairs: &[(&'static str, &str)]| {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_str(value).unwrap());
        }
        reset(&headers).map(|wait| wait.as_secs())
    };
    let date = ("date", "Sun, 22 Nov 2026 10:00:00 GMT");
    for (pairs, expected) in [
        (vec![("x-ogw-ratelimit-reset", "7")], Some(7)),
        (vec![("x-ogw-ratelimit-reset", " 7 "), ("retry-after", "9")], Some(7)),
        (vec![("x-ogw-ratelimit-reset", "0"), ("retry-after", "9")], Some(9)),
        (vec![("x-ogw-ratelimit-reset", "abc")], None),
        (vec![("x-ogw-ratelimit-reset", "-3")], None),
        (vec![("x-ogw-ratelimit-reset", "1.5")], None),
        (vec![("x-ogw-ratelimit-reset", "1000000000")], Some(300)),
        (vec![("x-ogw-ratelimit-reset", "99999999999999999999999")], Some(300)),
        (vec![("retry-after", "12")], Some(12)),
        (vec![("retry-after", "Sun, 22 Nov 2026 10:00:30 GMT"), date], Some(30)),
        (vec![("retry-after", "Sun, 22 Nov 2026 09:00:00 GMT"), date], None),
        (vec![("retry-after", "Sun, 22 Nov 2026 10:00:30 GMT")], None),
        (vec![("retry-after", "soon"), date], None),
        (vec![], None),
    ] {
        assert_eq!(wait(&pairs), expected, "{pairs:?}");
    }
}

#[test]
fn base_urls_are_checked_and_a_missing_ca_file_is_named() {
    let config = |base_url: &str, ca_file: Option<PathBuf>| {
        let user_agent = "muster/test".to_owned();
        Client::new(&ClientConfig {
            base_url: base_url.to_owned(),
            timeout: Duration::from_secs(30),
            ca_file,
            user_agent,
        })
    };
    for bad in ["", "open.feishu.cn", "ftp://x", "https://u:p@x", "https://x?y", "https://"] {
        assert_eq!(config(bad, None).unwrap_err().code, Code::BaseUrlInvalid, "{bad}");
    }
    let hosts = [
        ("https://open.feishu.cn", "open.feishu.cn"),
        ("http://127.0.0.1:8080", "127.0.0.1:8080"),
        ("http://[::1]:1", "[::1]:1"),
        ("http://mock:8080", "mock:8080"),
    ];
    for (url, host) in hosts {
        assert_eq!(config(url, None).unwrap().host(), host, "{url}");
    }
    let missing = config("https://open.feishu.cn", Some("no/such.pem".into())).unwrap_err();
    assert_eq!(missing.code, Code::CaFileUnreadable);
    assert!(missing.to_string().contains("no/such.pem"));
}
