//! A door onto a carrier of the tests' own in place of the network: no sockets, so that paused time
//! runs by itself and the order of everything follows from the code alone. Requests are made and
//! answers are read by the door as ever.
//!
//! Must not know: what carries, or where to.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use futures_util::future::BoxFuture;
use reqwest::{Request, RequestBuilder, Response};
use tokio::time::Instant;

use super::{Client, ClientConfig, receive, unsent};
use crate::api::answer::{Answer, Outcome};
use crate::problem::Unsent;

/// Carries requests in place of the network.
pub(crate) trait Carrier: Send + Sync {
    /// One request: its answer, or what its failure says. Dropped, the request may be under way.
    fn carry(&self, request: Request) -> BoxFuture<'_, Result<Response, Outcome>>;
}

impl Client {
    /// A client whose requests a carrier carries.
    pub(crate) fn carried_by(carrier: Arc<dyn Carrier>) -> Self {
        static PLAIN: OnceLock<Client> = OnceLock::new();
        let plain = PLAIN.get_or_init(|| {
            Self::new(&ClientConfig {
                base_url: "http://127.0.0.1".into(),
                timeout: Duration::from_secs(30),
                ca_file: None,
                user_agent: "muster-tests".into(),
            })
            .expect("a client without TLS")
        });
        Self { carrier: Some(carrier), ..plain.clone() }
    }
}

/// One request by a carrier.
pub(super) async fn exchange(
    carrier: &dyn Carrier,
    request: RequestBuilder,
    start: Instant,
) -> Answer {
    let Ok(request) = request.build() else { return unsent(Unsent::Unmade, start) };
    match carrier.carry(request).await {
        Ok(response) => receive(response, start).await,
        Err(outcome) => {
            Answer { outcome, log_id: None, reset: None, date: None, elapsed: start.elapsed() }
        }
    }
}
