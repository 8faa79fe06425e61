//! What texts were found to mean. Whoever looks for a header asks for each text of a sheet's first rows
//! several times.
//!
//! Must not know: how a meaning is found.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Texts that are remembered at most.
const MOST: usize = 4096;
/// Bytes of the longest of them.
const LONGEST: usize = 256;

/// Meanings of texts, each found once.
#[derive(Debug)]
pub(super) struct Remembered<M>(Mutex<HashMap<Box<str>, Option<M>>>);

impl<M: Clone> Remembered<M> {
    /// The meaning of a text, which is looked for where it is not remembered.
    pub(super) fn of(&self, text: &str, anew: impl FnOnce() -> Option<M>) -> Option<M> {
        if text.len() > LONGEST {
            return anew();
        }
        if let Some(known) = self.lock().get(text) {
            return known.clone();
        }
        let meaning = anew();
        let mut known = self.lock();
        if known.len() < MOST {
            known.insert(text.into(), meaning.clone());
        }
        meaning
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Box<str>, Option<M>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<M> Default for Remembered<M> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_looked_for_once_as_long_as_there_is_room() {
        let remembered = Remembered::default();
        let mut asked = 0;
        let mut of = |text: &str| {
            let length = text.len();
            let found = remembered.of(text, || {
                asked += 1;
                (length > 1).then_some(length)
            });
            assert_eq!(found, (length > 1).then_some(length));
            asked
        };
        assert_eq!((of("a"), of("ab"), of("a"), of("ab")), (1, 2, 2, 2));
        let long = "x".repeat(LONGEST + 1);
        assert_eq!((of(&long), of(&long)), (3, 4));
        for number in 0..2 * MOST {
            of(&number.to_string());
        }
        assert_eq!(of("ab"), of("ab"));
        assert_eq!(remembered.lock().len(), MOST);
    }
}
