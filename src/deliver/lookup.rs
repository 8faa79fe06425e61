//! A batch of look-ups as a queue of reads: which calls find out who a hundred records are, and
//! what the answers add up to. No I/O: the loop asks, this remembers.
//!
//! Must not know: why somebody is looked up (ahead or after doubt), the journal, the network.

mod employments;
mod people;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, VecDeque};

use crate::api::reads::{BATCH, Read};
use crate::identity::LookupKeys;
use crate::spec::Search;
pub(crate) use employments::Employments;
pub(crate) use people::People;

/// One record that is looked up.
#[derive(Clone)]
pub(crate) struct Wanted {
    /// Its keys in the clear.
    pub keys: LookupKeys,
    /// Its create's query parameters: the id types.
    pub query: Vec<(String, String)>,
}

impl Wanted {
    fn id_type(&self, name: &str) -> String {
        let found = self.query.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// The reads of a batch: those to ask, and how many are being asked.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<Read>,
    asked: usize,
}

impl Queue {
    /// Queue values in reads of at most a hundred.
    fn push(&mut self, values: &BTreeSet<String>, read: impl Fn(Vec<String>) -> Read) {
        let values: Vec<String> = values.iter().cloned().collect();
        self.waiting.extend(values.chunks(BATCH).map(|part| read(part.to_vec())));
    }

    /// Ask in halves; false where there is only one value.
    fn split(&mut self, read: &Read) -> bool {
        let Some((front, back)) = read.halves() else { return false };
        self.waiting.extend([front, back]);
        true
    }

    fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.asked == 0
    }
}

/// A batch of either sort.
pub(crate) enum Batch {
    /// Talents.
    People(People),
    /// Employments.
    Employments(Employments),
}

impl Batch {
    /// Ask for these, in the way in which records of the kind are found.
    pub(crate) fn of(search: Search, wanted: Vec<Wanted>) -> Self {
        match search {
            Search::Person { .. } => Self::People(People::new(wanted)),
            Search::OfEmployment { .. } => Self::Employments(Employments::new(wanted)),
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
                if !self.queue().split(&read)
                    && !harmless
                    && let Self::People(people) = self
                {
                    people.refused(&read);
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
