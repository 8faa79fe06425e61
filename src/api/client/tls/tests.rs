//! Certificates: who is trusted, and that a stranger is told nothing.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::api::answer::Outcome;
use crate::api::auth::Token;
use crate::api::client::{Client, ClientConfig};
use crate::api::pace::{DEFAULT_RATE, Pacer};
use crate::api::reads::{Question, Read};
use crate::kinds::endpoints::TALENT_GET;
use crate::problem::{Lost, Unsent};

/// An authority of the test's own.
struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
    file: tempfile::NamedTempFile,
}

impl Authority {
    fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(issuer.pem().as_bytes()).unwrap();
        Self { issuer, file }
    }

    #[expect(clippy::unnecessary_wraps, reason = "as the setting has it")]
    fn path(&self) -> Option<PathBuf> {
        Some(self.file.path().to_owned())
    }

    /// What a server shows that is called `name`, until the end of that year.
    fn server(&self, name: &str, until: i32) -> ServerConfig {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(until, 12, 31);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ServerConfig::builder_with_provider(provider);
        let builder = builder.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
        builder.with_single_cert(vec![certificate.der().clone()], key).unwrap()
    }
}

/// A server that counts the requests it could read, and answers all or none of them.
fn serve(config: ServerConfig, answers: bool) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let read = Arc::new(AtomicUsize::new(0));
    let (config, count) = (Arc::new(config), Arc::clone(&read));
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream);
            let mut buffer = [0; 4096];
            if stream.read(&mut buffer).is_ok_and(|read| read > 0) {
                count.fetch_add(1, Ordering::SeqCst);
                if answers {
                    let reply = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"code\":0}";
                    let _ = stream.write_all(reply);
                }
            }
        }
    });
    (url, read)
}

/// What comes of one request, and how many the server saw.
fn ask(config: ServerConfig, ca_file: Option<PathBuf>, answers: bool) -> (Outcome, usize) {
    let (base_url, read) = serve(config, answers);
    let timeout = Duration::from_secs(10);
    let config = ClientConfig { base_url, timeout, ca_file, user_agent: "muster/test".into() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answer = runtime.block_on(async {
        let client = Client::new(&config).unwrap();
        let pacer = Pacer::new(&TALENT_GET, DEFAULT_RATE, &[]);
        let question = Question::Person { id: "1".into() };
        let read = Read { endpoint: &TALENT_GET, query: Vec::new(), question };
        client.read(pacer.permit().await, &Token::for_tests("t-1"), &read).await
    });
    (answer.outcome, read.load(Ordering::SeqCst))
}

fn is_never_sent((outcome, seen): (Outcome, usize), what: &str) {
    assert!(
        matches!(outcome, Outcome::NeverSent { why: Unsent::Certificate }),
        "{what}: {outcome:?}"
    );
    assert_eq!(seen, 0, "{what}");
}

#[test]
fn an_authority_of_the_company_is_trusted_where_it_is_given() {
    let own = Authority::new("muster test authority");
    let (outcome, seen) = ask(own.server("localhost", 2120), own.path(), true);
    assert!(matches!(outcome, Outcome::Replied { status: 200, .. }), "{outcome:?}");
    assert_eq!(seen, 1);
    is_never_sent(ask(own.server("localhost", 2120), None, true), "unknown authority");
}

#[test]
fn a_stranger_an_expired_certificate_and_another_name_are_never_sent_to() {
    let (own, other) = (Authority::new("muster test authority"), Authority::new("another"));
    is_never_sent(ask(other.server("localhost", 2120), own.path(), true), "another authority");
    is_never_sent(ask(own.server("localhost", 2021), own.path(), true), "expired");
    is_never_sent(ask(own.server("open.feishu.cn", 2120), own.path(), true), "another name");
}

#[test]
fn a_connection_that_closes_behind_the_handshake_is_doubt() {
    let own = Authority::new("muster test authority");
    let (outcome, seen) = ask(own.server("localhost", 2120), own.path(), false);
    assert!(matches!(outcome, Outcome::Lost { why: Lost::Broken, status: None }), "{outcome:?}");
    assert_eq!(seen, 1);
}
