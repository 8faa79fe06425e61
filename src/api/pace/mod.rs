//! The pace: who may send a request to an endpoint, and when.
//!
//! Feishu counts per endpoint, app and tenant, 50 in any second *and* 1000 in any minute. Governor
//! (burst 1) gives the spacing; two sliding logs give the windows, and a slot comes back only when
//! its request was *answered* and the window has passed since (`log.rs` has the proof; counted from
//! the send, 200 ms of jitter break the limit at any rate). The price is one mean round trip a
//! minute.
//!
//! A [`Permit`] is the right to send one request. It cannot be copied and is made nowhere else, so
//! an unpaced request does not compile. Everything obeys tokio's clock.
//!
//! Must not know: what is sent, or what the answer was beyond "too many requests".

mod log;
mod state;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::kinds;
use crate::spec::Endpoint;
use log::Log;
use state::State;

/// Requests a second where the user asks for nothing else.
pub const DEFAULT_RATE: u32 = 45;
/// The highest rate: rate + burst must stay under the documented 50.
pub const MAX_RATE: u32 = 48;
/// The longest pause that one 429 can ask for.
pub const MAX_PAUSE: Duration = Duration::from_mins(5);

/// A second and a minute with a margin for clocks that differ (80 ppm over the minute) and for a
/// server that counts both ends of its window.
const SECOND: Duration = Duration::from_millis(1_005);
const MINUTE: Duration = Duration::from_millis(60_005);
/// The rate for an endpoint of which only the minute is limited: a burst of look-ups, spaced.
const MINUTE_ONLY_RATE: u32 = 10;

struct Shared {
    endpoint: &'static Endpoint,
    state: Mutex<State>,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pace of one endpoint. A clone is another handle to the same pace.
///
/// Made for one dispatcher: several that wait in [`Pacer::permit`] are right, but not fair.
#[derive(Clone)]
pub struct Pacer {
    shared: Arc<Shared>,
}

impl Pacer {
    /// The pace of an endpoint at `rate` requests a second (1 to [`MAX_RATE`]; less where the
    /// endpoint allows less).
    ///
    /// `primed`: for each request that an earlier process sent within the last minute, how long
    /// ago it was *answered*; zero where it never was, or where its time lies in the future.
    pub fn new(endpoint: &'static Endpoint, rate: u32, primed: &[Duration]) -> Self {
        let now = Instant::now();
        let limits = endpoint.limits;
        let mut rate = rate.clamp(1, MAX_RATE);
        let mut logs = Vec::with_capacity(2);
        if let Some(second) = limits.per_second {
            let slots = second.saturating_sub(1).max(1);
            rate = rate.min(slots.saturating_sub(1).max(1));
            logs.push(Log::new(slots, SECOND));
        } else {
            rate = rate.min(MINUTE_ONLY_RATE);
        }
        if let Some(minute) = limits.per_minute {
            logs.push(Log::new(minute, MINUTE));
        }
        for log in &mut logs {
            for ago in primed {
                log.prime(*ago, now);
            }
        }
        let state = State::new(Duration::from_secs(1) / rate, logs);
        Self { shared: Arc::new(Shared { endpoint, state: Mutex::new(state) }) }
    }

    /// The endpoint that is paced.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.shared.endpoint
    }

    /// A permit now, or the moment before which it is no use to ask again. Never waits.
    pub fn try_permit(&self) -> Result<Permit, Instant> {
        let now = Instant::now();
        let mut state = self.shared.lock();
        let at = state.next(now);
        if at > now {
            return Err(at);
        }
        state.grant();
        drop(state);
        Ok(Permit { shared: Arc::clone(&self.shared), granted: now, used: true })
    }

    /// A permit as soon as there is one. Cancel safe: nothing is taken before it returns.
    pub async fn permit(&self) -> Permit {
        loop {
            match self.try_permit() {
                Ok(permit) => return permit,
                Err(at) => tokio::time::sleep_until(at).await,
            }
        }
    }

    /// The server said "too many requests": nobody sends for `wait` (at most [`MAX_PAUSE`]), then
    /// the pace recovers step by step. Never shortens a pause.
    pub fn pause(&self, wait: Duration) {
        self.shared.lock().pause(wait.min(MAX_PAUSE), Instant::now());
    }

    /// [`Pacer::pause`] for what a 429 said: exactly the named time, or, where none was named, 1 s
    /// doubling with each such answer in a row. Answers to requests that were under way when the
    /// pause began do not double it. Returns how long nobody sends from now on.
    pub fn throttled(&self, named: Option<Duration>) -> Duration {
        let now = Instant::now();
        let mut state = self.shared.lock();
        let wait = named.unwrap_or_else(|| state.unnamed_wait(now));
        state.pause(wait.min(MAX_PAUSE), now).saturating_duration_since(now)
    }

    /// How long `n` further requests take to be answered, if they are sent as soon as they may and
    /// nobody else uses the endpoint. Knows both windows, what was sent already and a pause.
    pub fn forecast(&self, n: u64) -> Duration {
        self.shared.lock().forecast(n, Instant::now())
    }

    /// When a pause ends, while there is one.
    pub fn paused_until(&self) -> Option<Instant> {
        self.shared.lock().paused_until(Instant::now())
    }

    /// Requests granted, and "too many requests" heard, since the start.
    pub fn totals(&self) -> (u64, u64) {
        self.shared.lock().totals()
    }
}

impl fmt::Debug for Pacer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pacer({})", self.shared.endpoint.name)
    }
}

/// The right to send one request to one endpoint. Its slots come back a window after it is
/// dropped, so it is dropped when the request was answered or given up, not earlier.
#[must_use = "a permit that is dropped unused still costs its slots; give it back"]
pub struct Permit {
    shared: Arc<Shared>,
    granted: Instant,
    used: bool,
}

impl Permit {
    /// The endpoint that it is for.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.shared.endpoint
    }

    /// Nothing was sent: the slots are free at once.
    pub fn give_back(mut self) {
        self.used = false;
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let now = Instant::now();
        let mut state = self.shared.lock();
        if self.used {
            state.answered(now, now.saturating_duration_since(self.granted));
        } else {
            state.take_back();
        }
    }
}

impl fmt::Debug for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Permit({})", self.shared.endpoint.name)
    }
}

/// The pacers of all endpoints.
#[derive(Clone, Debug)]
pub struct Pacers {
    all: Vec<Pacer>,
}

impl Pacers {
    /// One pacer for each endpoint. `primed` gives the recent requests of an endpoint by its
    /// name, as [`Pacer::new`] wants them.
    pub fn new(rate: u32, mut primed: impl FnMut(&'static Endpoint) -> Vec<Duration>) -> Self {
        let all = kinds::called()
            .into_iter()
            .map(|endpoint| Pacer::new(endpoint, rate, &primed(endpoint)))
            .collect();
        Self { all }
    }

    /// The pacer of an endpoint. An endpoint that no table names has none of its own and shares that
    /// of the token endpoint, the first.
    pub fn of(&self, endpoint: &Endpoint) -> &Pacer {
        self.all.iter().find(|pacer| pacer.endpoint().name == endpoint.name).unwrap_or(&self.all[0])
    }

    /// All of them, in the order of [`kinds::called`].
    pub fn iter(&self) -> impl Iterator<Item = &Pacer> {
        self.all.iter()
    }
}
