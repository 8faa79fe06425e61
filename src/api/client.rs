//! The one door to the network. Every method that opens it takes a [`Permit`] by value and holds
//! it until the answer is whole or given up; a create takes an [`Intent`] besides.
//!
//! Nothing is sent again in here: reqwest's own re-sends and redirects are off, both happen below
//! the pace and the journal. HTTP/1.1 only: a connection then carries one request, so that one that
//! breaks puts one record in doubt and not all that are in flight.
//!
//! Must not know: what an answer means, the journal, the wall clock.

#[cfg(test)]
pub(crate) mod carried;
mod receive;
#[cfg(test)]
mod tests;
mod tls;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{RequestBuilder, Url};
use tokio::time::Instant;
use uuid::Uuid;

use super::answer::Answer;
use super::auth::{Credentials, Token};
use super::pace::Permit;
use super::reads::Read;
use crate::kinds::{self, endpoints};
use crate::problem::{Code, Complaint, Unsent};
use crate::spec::{Endpoint, KindId, Method};
use receive::{failed, receive, unsent};

/// The longest wait for a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Idle connections are closed before servers and firewalls close them under a request.
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);
const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");

/// A create whose intent is on disk: what [`Client::create`] takes. Implemented for the journal's
/// lease alone; whoever implements it promises that a crash at any later moment finds the attempt
/// with exactly these bytes and this token.
pub(crate) trait Intent {
    /// What is made.
    fn kind(&self) -> KindId;
    /// The exact body, UTF-8 JSON.
    fn body(&self) -> &str;
    /// Query parameters but for the token, in order.
    fn query(&self) -> &[(String, String)];
    /// The token that makes the create repeatable, sent where the endpoint takes one.
    fn client_token(&self) -> &Uuid;
}

/// How to reach the server.
#[derive(Clone, Debug)]
pub(crate) struct ClientConfig {
    /// `https://open.feishu.cn`; a path before `/open-apis` is kept.
    pub base_url: String,
    /// For one request, from the connection to the last byte of the answer.
    pub timeout: Duration,
    /// Further certificate authorities, PEM.
    pub ca_file: Option<PathBuf>,
    /// `muster/0.1.0`.
    pub user_agent: String,
}

/// A handle to the client; clones share connections.
#[derive(Clone)]
pub(crate) struct Client {
    http: reqwest::Client,
    base: Url,
    /// What carries requests in place of the network.
    #[cfg(test)]
    carrier: Option<std::sync::Arc<dyn carried::Carrier>>,
}

impl Client {
    /// Prepare to talk to a server; sends nothing.
    ///
    /// # Errors
    /// [`Code::BaseUrlInvalid`], [`Code::CaFileUnreadable`], [`Code::ClientSetupFailed`].
    pub(crate) fn new(config: &ClientConfig) -> Result<Self, Complaint> {
        let base = base_url(&config.base_url)?;
        let mut builder = || {
            let builder = reqwest::Client::builder()
                .user_agent(&config.user_agent)
                .http1_only()
                .retry(reqwest::retry::never())
                .redirect(reqwest::redirect::Policy::none())
                .referer(false)
                .timeout(config.timeout)
                .connect_timeout(CONNECT_TIMEOUT.min(config.timeout / 2))
                .pool_idle_timeout(IDLE_TIMEOUT)
                .tcp_nodelay(true);
            if is_loopback(&base) { builder.no_proxy() } else { builder }
        };
        let http = tls::build(&mut builder, base.scheme() == "https", config.ca_file.as_deref())?;
        Ok(Self {
            http,
            base,
            #[cfg(test)]
            carrier: None,
        })
    }

    /// Host and port, as messages name it.
    pub(crate) fn host(&self) -> String {
        let host = self.base.host_str().unwrap_or_default();
        self.base.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Ask for a tenant access token; [`super::auth::token`] reads the answer.
    pub(crate) async fn token(&self, permit: Permit, credentials: &Credentials) -> Answer {
        self.exchange(permit, &endpoints::TOKEN, None, "", &[], Some(credentials.body())).await
    }

    /// Send a create: exactly the bytes of the intent, once. [`super::verdict::create`] reads the
    /// answer. Given up (dropped) before it returns, the create may have been executed.
    pub(crate) async fn create(
        &self,
        permit: Permit,
        token: &Token,
        intent: &impl Intent,
    ) -> Answer {
        let endpoint = kinds::of(intent.kind()).remote.create;
        let mut query = intent.query().to_vec();
        if endpoint.client_token {
            query.push(("client_token".to_owned(), intent.client_token().to_string()));
        }
        let body = intent.body().to_owned();
        self.exchange(permit, endpoint, Some(token), "", &query, Some(body)).await
    }

    /// Send a read; its own parser reads the answer. May be sent again freely.
    pub(crate) async fn read(&self, permit: Permit, token: &Token, read: &Read) -> Answer {
        let parameter = read.path_parameter();
        self.exchange(permit, read.endpoint, Some(token), parameter, &read.query, read.body()).await
    }

    /// One request, one answer. The permit is dropped at the end of either.
    async fn exchange(
        &self,
        permit: Permit,
        endpoint: &'static Endpoint,
        token: Option<&Token>,
        parameter: &str,
        query: &[(String, String)],
        body: Option<String>,
    ) -> Answer {
        let start = Instant::now();
        let request = (permit.endpoint().name == endpoint.name)
            .then(|| self.request(endpoint, token, parameter, query, body))
            .flatten();
        let Some(request) = request else {
            permit.give_back();
            return unsent(Unsent::Unmade, start);
        };
        #[cfg(test)]
        if let Some(carrier) = &self.carrier {
            let answer = carried::exchange(&**carrier, request, start).await;
            drop(permit);
            return answer;
        }
        #[expect(clippy::disallowed_methods, reason = "this is the one door: it holds a Permit")]
        let answer = match request.send().await {
            Ok(response) => receive(response, start).await,
            Err(error) => failed(&error, start),
        };
        drop(permit);
        answer
    }

    fn request(
        &self,
        endpoint: &Endpoint,
        token: Option<&Token>,
        parameter: &str,
        query: &[(String, String)],
        body: Option<String>,
    ) -> Option<RequestBuilder> {
        let mut url = self.base.clone();
        {
            let mut segments = url.path_segments_mut().ok()?;
            segments.pop_if_empty();
            for segment in endpoint.path.split('/').filter(|segment| !segment.is_empty()) {
                // A parameter is one segment, percent-encoded; it cannot leave its place. `.` and
                // `..` would be taken as steps, and name nothing.
                if segment.starts_with(':') {
                    if matches!(parameter, "" | "." | "..") {
                        return None;
                    }
                    segments.push(parameter);
                } else {
                    segments.push(segment);
                }
            }
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        let mut request = match endpoint.method {
            Method::Get => self.http.get(url),
            Method::Post => self.http.post(url),
        };
        if let Some(token) = token {
            let mut bearer = HeaderValue::try_from(format!("Bearer {}", token.expose())).ok()?;
            bearer.set_sensitive(true);
            request = request.header(AUTHORIZATION, bearer);
        }
        if let Some(body) = body {
            request = request.header(CONTENT_TYPE, JSON).body(body);
        }
        Some(request)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({})", self.host())
    }
}

/// A base URL: http or https, a host, no user, query or fragment.
fn base_url(text: &str) -> Result<Url, Complaint> {
    let invalid = || Complaint::with(Code::BaseUrlInvalid, [super::wire::mask(text)]);
    let url = Url::parse(text.trim()).map_err(|_| invalid())?;
    let plain = url.username().is_empty() && url.password().is_none();
    let bare = url.query().is_none() && url.fragment().is_none();
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if plain && bare && web { Ok(url) } else { Err(invalid()) }
}

/// This machine: `localhost`, `127.0.0.0/8`, `::1`. No proxy is asked for it.
fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.eq_ignore_ascii_case("localhost")
        || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
