//! The laws that keep a second actor from making anybody twice, each by a name, so that the
//! simulation can switch one off and must then find somebody made twice.
//!
//! Outside of tests every law holds and costs nothing. Must not know: what the laws forbid.

/// One law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Safeguard {
    /// Looks of an earlier process are void.
    LooksOfThisProcess,
    /// Within a process a look is good for a minute.
    LooksGrowOld,
    /// The first looks of a journal that was set back wait for the index.
    SetBackWaits,
    /// What is found counts as ours after an unanswered attempt of this journal alone.
    OursByAttempt,
    /// An input that replaces an interrupted run withdraws what that run has not sent.
    ReplacedIsWithdrawn,
    /// A new row with the name of a record in doubt of the replaced run is not sent.
    NamesInDoubt,
    /// A reference holds the run's UUID, and a key or the name must agree.
    ReferenceIsChecked,
    /// Keys of a changed record hold back a second send.
    KeysAreLearned,
}

/// Whether a law holds: always, but for the one that a test has switched off on its thread.
#[cfg(not(test))]
pub(crate) const fn holds(_mend: Safeguard) -> bool {
    true
}

#[cfg(test)]
pub(crate) use switch::{holds, without};

#[cfg(test)]
mod switch {
    use std::cell::Cell;

    use super::Safeguard;

    thread_local! {
        static OFF: Cell<Option<Safeguard>> = const { Cell::new(None) };
    }

    /// Whether a law holds on this thread.
    pub(crate) fn holds(mend: Safeguard) -> bool {
        OFF.with(|off| off.get() != Some(mend))
    }

    /// Do some work on this thread as if a law had never been made.
    pub(crate) fn without<T>(mend: Safeguard, work: impl FnOnce() -> T) -> T {
        OFF.with(|off| off.set(Some(mend)));
        let done = work();
        OFF.with(|off| off.set(None));
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_is_off_for_a_while_and_alone() {
        without(Safeguard::LooksGrowOld, || {
            assert!(!holds(Safeguard::LooksGrowOld));
            assert!(holds(Safeguard::LooksOfThisProcess));
        });
        assert!(holds(Safeguard::LooksGrowOld));
    }
}
