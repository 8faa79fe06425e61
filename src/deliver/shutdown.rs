//! When to stop: the first signal drains, the second leaves.
//!
//! Must not know: where signals come from.

use tokio::sync::watch;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Stop {
    /// Nothing: go on.
    #[default]
    No,
    /// Start nothing more, wait for the answers that are on their way.
    Drain,
    /// Leave at once; recovery does the rest.
    Now,
}

/// Hears the signals.
#[derive(Clone, Debug)]
pub(crate) struct Shutdown(watch::Receiver<Stop>);

impl Shutdown {
    /// One to listen with, and the sender that a signal handler sends [`Stop`] by.
    pub(crate) fn channel() -> (watch::Sender<Stop>, Self) {
        let (sender, receiver) = watch::channel(Stop::No);
        (sender, Self(receiver))
    }

    /// Never stops.
    #[cfg(test)]
    pub(crate) fn never() -> Self {
        Self::channel().1
    }

    /// Whether anything was asked for so far.
    pub(crate) fn is_asked(&self) -> bool {
        *self.0.borrow() != Stop::No
    }

    /// What was asked for so far.
    pub(super) fn now(&mut self) -> Stop {
        *self.0.borrow_and_update()
    }

    /// What is asked for next. Cancel safe.
    pub(super) async fn changed(&mut self) -> Stop {
        if self.0.changed().await.is_err() {
            // Nobody is left to send: there is no signal to wait for.
            return std::future::pending().await;
        }
        *self.0.borrow_and_update()
    }
}
