//! A batch of look-ups as a queue of reads: which calls find out who a hundred records are, and
//! what the answers add up to. No I/O: the loop asks, this remembers.
//!
//! Must not know: why somebody is looked up (ahead or after doubt), the journal, the network.

mod employments;
mod people;
mod queue;
#[cfg(test)]
mod tests;

use crate::api::reads::Read;
use crate::spec::Search;
pub(crate) use employments::Employments;
pub(crate) use people::People;
use queue::Queue;
pub(crate) use queue::Wanted;

/// A batch of either sort.
pub(crate) enum Batch {
    /// People.
    People(People),
    /// Employments.
    Employments(Employments),
}

impl Batch {
    /// Ask for these, in the way in which records of the kind are found.
    pub(crate) fn of(search: Search, wanted: Vec<Wanted>) -> Self {
        match search {
            Search::Person { by_keys, one } => Self::People(People::new(by_keys, one, wanted)),
            Search::OfEmployment { records, employees } => {
                Self::Employments(Employments::new(records, employees, wanted))
            }
        }
    }

    const fn queue(&mut self) -> &mut Queue {
        match self {
            Self::People(people) => &mut people.queue,
            Self::Employments(employments) => &mut employments.queue,
        }
    }

    /// What is to be asked next, without taking it.
    pub(crate) fn peek(&mut self) -> Option<&Read> {
        self.queue().waiting.front()
    }

    /// Take the next read; it must come back by [`Batch::back`].
    pub(crate) fn take(&mut self) -> Option<Read> {
        let read = self.queue().waiting.pop_front()?;
        self.queue().asked += 1;
        Some(read)
    }

    /// A read that was taken is over, and its answer, if it had one, was given.
    pub(crate) fn back(&mut self, outcome: Back) {
        self.queue().asked = self.queue().asked.saturating_sub(1);
        match outcome {
            Back::Answered => {}
            Back::Again(read) => self.queue().waiting.push_front(read),
            Back::Refused { read, harmless } => {
                if !self.queue().split(&read) && !harmless {
                    match self {
                        Self::People(people) => people.refused(&read),
                        Self::Employments(employments) => employments.refused(&read),
                    }
                }
            }
        }
        if let Self::People(people) = self {
            people.ask_names();
        }
    }

    /// Ask nothing more: the app may not.
    pub(crate) fn give_up(&mut self) {
        self.queue().waiting.clear();
    }

    /// Nothing more to ask, nothing on its way.
    pub(crate) fn is_complete(&mut self) -> bool {
        self.queue().is_empty()
    }
}

/// How a read came back.
pub(crate) enum Back {
    /// With an answer.
    Answered,
    /// Without one: it is asked once more.
    Again(Read),
    /// Refused for one of its values: it is asked in halves until that one is alone. Harmless
    /// where nobody in the tenant can have such a value (1002009, a mobile number that is none).
    Refused {
        /// The read.
        read: Read,
        /// The value on its own means "absent".
        harmless: bool,
    },
}
