//! The sandbox on a socket: routes, latency, and answers that do not arrive.
//!
//! Must *not* know what a request means. A request that arrived whole is carried out in a task of its own, so it is done
//! even if its client has gone meanwhile.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body as HttpBody, Bytes, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use futures_util::stream;
use tokio::net::TcpListener;

use super::call::{Body, Call, Delivery, Reply};
use super::desk::Sandbox;
use super::endpoint::Endpoint;
use super::entry;
use super::guests::Door;

/// Code of what is kept from strangers; the sandbox's own, not the API's.
const FORBIDDEN: i64 = -1;
/// Largest body that is read: 16 MiB.
const MOST_BYTES: usize = 16 << 20;
/// After the stop signal, how long open connections may take to end.
const GRACE: Duration = Duration::from_secs(2);

/// Serves the sandbox until `shutdown` ends; answers in flight are given, held-back ones are dropped.
///
/// # Errors
/// The listener fails.
pub async fn serve(
    listener: TcpListener,
    sandbox: Arc<Sandbox>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let door = Door { listener, guests: sandbox.guests() };
    let closing = Arc::clone(&sandbox);
    let mut closed = sandbox.closing();
    let serving = axum::serve(door, router(sandbox)).with_graceful_shutdown(async move {
        shutdown.await;
        closing.close();
    });
    tokio::select! {
        ended = serving => ended,
        () = async {
            // The sender lives as long as the sandbox, so an error means closed as well.
            let _ = closed.wait_for(|closed| *closed).await;
            tokio::time::sleep(GRACE).await;
        } => Ok(()),
    }
}

/// The routes, for callers that serve in their own way.
pub fn router(sandbox: Arc<Sandbox>) -> Router {
    let mut router = Router::new().route("/__sandbox/ledger", get(show_ledger));
    for endpoint in Endpoint::all() {
        router = router.route(endpoint.path(), method(endpoint));
    }
    let router = router.fallback(no_path).method_not_allowed_fallback(no_method);
    router.layer(from_fn(only_local)).with_state(sandbox)
}

/// What does not mean this machine reaches nothing, and is no client's fault to be noted.
async fn only_local(request: Request, next: Next) -> Response {
    if entry::is_local(&request) {
        return next.run(request).await;
    }
    whole(&Reply::error(
        403,
        FORBIDDEN,
        "the sandbox answers to 127.0.0.1, localhost and [::1] only",
    ))
}

fn method(endpoint: Endpoint) -> MethodRouter<Arc<Sandbox>> {
    let handler = move |State(sandbox), request| answer(sandbox, endpoint, request);
    if endpoint.is_post() { post(handler) } else { get(handler) }
}

async fn show_ledger(State(sandbox): State<Arc<Sandbox>>, request: Request) -> Response {
    let query = query(request.uri()).unwrap_or_default();
    if !entry::token_of(request.headers(), &query).is_some_and(|token| sandbox.shows_ledger(token))
    {
        let told = "the ledger is shown to the token that `muster sandbox` prints at its start";
        return whole(&Reply::error(401, FORBIDDEN, told));
    }
    let body = serde_json::to_vec_pretty(&sandbox.ledger()).unwrap_or_default();
    respond(200, Vec::new(), Some("application/json; charset=utf-8"), HttpBody::from(body))
}

async fn no_path(State(sandbox): State<Arc<Sandbox>>, request: Request) -> Response {
    sandbox.stray(request.uri().path(), "unknown_path", request.method().as_str());
    whole(&Reply::error(404, 99_991_201, "path not found"))
}

async fn no_method(State(sandbox): State<Arc<Sandbox>>, request: Request) -> Response {
    sandbox.stray(request.uri().path(), "wrong_method", request.method().as_str());
    whole(&Reply::error(405, 99_991_301, "method not allowed"))
}

async fn answer(sandbox: Arc<Sandbox>, endpoint: Endpoint, request: Request) -> Response {
    let Some(call) = read(endpoint, request).await else {
        return whole(&Reply::error(400, super::call::NO_JSON, "the request cannot be read"));
    };
    let reply = travel(&sandbox, call).await;
    match reply.delivery {
        Delivery::Whole => whole(&reply),
        Delivery::Dropped => dropped(),
        Delivery::Cut => cut(&reply),
        Delivery::Late(by) => tokio::select! {
            () = pause(by) => whole(&reply),
            () = closed(&sandbox) => dropped(),
        },
        Delivery::Never => {
            closed(&sandbox).await;
            dropped()
        }
    }
}

/// The way in, the work, the way out. The work is done even if this is dropped.
pub(super) async fn travel(sandbox: &Arc<Sandbox>, call: Call) -> Reply {
    let (way_in, way_out) = sandbox.legs();
    let (desk, served) = (Arc::clone(sandbox), sandbox.guests().one());
    let work = tokio::spawn(async move {
        let _served = served;
        pause(way_in).await;
        desk.receive(&call)
    });
    let reply = work.await.unwrap_or_else(|_| Reply::error(500, 1500, "internal error"));
    pause(way_out).await;
    reply
}

async fn read(endpoint: Endpoint, request: Request) -> Option<Call> {
    let (parts, body) = request.into_parts();
    let text =
        |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (content_type, authorization) = (text(header::CONTENT_TYPE), text(header::AUTHORIZATION));
    let (tail, query) = (tail(&parts.uri), query(&parts.uri)?);
    let body = to_bytes(body, MOST_BYTES).await.ok()?.to_vec();
    Some(Call { endpoint, tail, query, content_type, authorization, body })
}

fn tail(uri: &Uri) -> String {
    uri.path().rsplit('/').next().unwrap_or_default().to_owned()
}

fn query(uri: &Uri) -> Option<Vec<(String, String)>> {
    Query::<Vec<(String, String)>>::try_from_uri(uri).ok().map(|Query(query)| query)
}

/// No timer for no time: tokio's would take up to a millisecond.
pub(super) async fn pause(time: Duration) {
    if !time.is_zero() {
        tokio::time::sleep(time).await;
    }
}

async fn closed(sandbox: &Sandbox) {
    let _ = sandbox.closing().wait_for(|closed| *closed).await;
}

fn whole(reply: &Reply) -> Response {
    let (kind, bytes) = bytes_of(reply);
    respond(reply.http, reply.headers.clone(), kind, HttpBody::from(bytes))
}

/// A body that fails before its first byte: hyper then closes the connection with nothing written, not even the head.
fn dropped() -> Response {
    let nothing =
        stream::once(async { Err::<Bytes, _>(io::Error::other("the sandbox drops this answer")) });
    respond(200, Vec::new(), None, HttpBody::from_stream(nothing))
}

/// The promised length, half of the bytes, then the end of the connection.
fn cut(reply: &Reply) -> Response {
    let (kind, bytes) = bytes_of(reply);
    let mut headers = reply.headers.clone();
    headers.push(("content-length", bytes.len().to_string()));
    let half = Bytes::copy_from_slice(bytes.get(..bytes.len() / 2).unwrap_or_default());
    let parts = stream::unfold(Some(half), |half| async {
        if let Some(half) = half {
            return Some((Ok(half), None));
        }
        // While the body waits, hyper sends what it has.
        tokio::time::sleep(Duration::from_millis(5)).await;
        Some((Err(io::Error::other("the sandbox cuts this answer")), None))
    });
    respond(reply.http, headers, kind, HttpBody::from_stream(parts))
}

pub(super) fn bytes_of(reply: &Reply) -> (Option<&'static str>, Vec<u8>) {
    match &reply.body {
        Body::Json(body) => {
            (Some("application/json; charset=utf-8"), body.to_string().into_bytes())
        }
        Body::Html(page) => (Some("text/html"), page.as_bytes().to_vec()),
        Body::Empty => (None, Vec::new()),
    }
}

fn respond(
    http: u16,
    headers: Vec<(&'static str, String)>,
    kind: Option<&'static str>,
    body: HttpBody,
) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(http).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    if let Some(kind) = kind {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}
