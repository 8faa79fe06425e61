//! What the cells of a column gave before. Nearly every column of people holds few different values
//! (a degree, a city, a department, a month) again and again: each is read once, and remembered where
//! it was read without a word of complaint.
//!
//! Must not know: which types there are, what a value means.

use super::mix;
use super::record::Stored;
use super::types::Day;
use super::value::{CowStr, Inline, Value};

/// Values that are remembered of a column; each has one place, and the last one stands in it.
const KEPT: usize = 256;
/// Cells after which it is seen whether values of the column come again.
const TRIED: u16 = 1024;
/// Cells that are neither looked for nor kept where they do not.
const RESTS: u16 = 16 * TRIED;
/// Bytes of the longest cell that is remembered.
const LONGEST: usize = 32;

/// What one column gave.
#[derive(Debug)]
pub(super) struct Memo {
    kept: Box<[MemoEntry]>,
    /// Cells that were looked for since it was last seen whether that is worth it.
    asked: u16,
    /// Those among them that were known.
    known: u16,
    /// Cells that will not be looked for.
    rests: u16,
}

#[derive(Clone, Copy, Debug)]
struct MemoEntry {
    /// Zero where nothing is kept.
    length: u8,
    bytes: [u8; LONGEST],
    given: Given,
    day: Option<Day>,
}

#[derive(Clone, Copy, Debug)]
enum Given {
    Nothing,
    /// The cell's text as it stands.
    Same,
    Text(Inline),
    Int(i64),
}

/// What a cell gave: its value, kept behind the texts of a record, and its day where it is a date.
pub(super) type Remembered = (Option<Stored>, Option<Day>);

impl Memo {
    /// What a cell of this text gave, if that is remembered.
    pub(super) fn recall(
        &mut self,
        text: &str,
        row: &str,
        record: &mut String,
    ) -> Option<Remembered> {
        if self.rests > 0 {
            self.rests -= 1;
            return None;
        }
        let kept = self.kept.get(place(text)?)?;
        let is_it = usize::from(kept.length) == text.len()
            && kept.bytes.get(..text.len()) == Some(text.as_bytes());
        let given = is_it.then_some((kept.given, kept.day));
        self.count(is_it);
        let (given, day) = given?;
        let value = match given {
            Given::Nothing => None,
            Given::Same => Some(Stored::of_text(text, row, record)),
            Given::Text(given) => Some(Stored::made(given.as_str(), record)),
            Given::Int(number) => Some(Stored::Int(number)),
        };
        Some((value, day))
    }

    /// Where hardly any cell was known, the next ones are not looked for either.
    const fn count(&mut self, is_known: bool) {
        self.asked += 1;
        self.known += is_known as u16;
        if self.asked == TRIED {
            self.rests = if self.known < TRIED / 4 { RESTS } else { 0 };
            (self.asked, self.known) = (0, 0);
        }
    }

    /// Remember what a cell of this text gave, if that is short enough.
    pub(super) fn keep(&mut self, text: &str, value: Option<&Value<'_>>, day: Option<Day>) {
        let given = match value {
            None => Given::Nothing,
            Some(Value::Int(number)) => Given::Int(*number),
            Some(Value::Text(given)) if **given == *text => Given::Same,
            Some(Value::Text(CowStr::Inlined(given))) => Given::Text(*given),
            Some(Value::Text(CowStr::Borrowed(_) | CowStr::Owned(_)) | Value::List(_)) => return,
        };
        let place = if self.rests > 0 { None } else { place(text) };
        let Some(kept) = place.and_then(|place| self.kept.get_mut(place)) else { return };
        let (Ok(length), Some(bytes)) =
            (u8::try_from(text.len()), kept.bytes.get_mut(..text.len()))
        else {
            return;
        };
        bytes.copy_from_slice(text.as_bytes());
        (kept.length, kept.given, kept.day) = (length, given, day);
    }
}

impl Default for Memo {
    fn default() -> Self {
        let none = MemoEntry { length: 0, bytes: [0; LONGEST], given: Given::Nothing, day: None };
        Self { kept: vec![none; KEPT].into(), asked: 0, known: 0, rests: 0 }
    }
}

/// The place of a text; none where it is empty or too long.
fn place(text: &str) -> Option<usize> {
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let [first, factor, _] = mix::DIGITS;
    let hash =
        mix::words(text.as_bytes()).fold(first, |hash, word| mix::folded(hash ^ word, factor));
    usize::try_from(hash >> 32).ok().map(|hash| hash % KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Option<Value<'_>> {
        match text.len() % 4 {
            0 => None,
            1 => Some(Value::Text(text.into())),
            2 => Some(Value::Int(-2)),
            _ => Some(Value::Text(CowStr::Inlined(Inline::of_number(7)))),
        }
    }

    proptest! {
        #[test]
        fn what_is_recalled_is_what_was_kept(texts in prop::collection::vec("[ab中]{0,12}", 1..400)) {
            let mut memo = Memo::default();
            for text in &texts {
                let mut record = "before".to_owned();
                if let Some((kept, _)) = memo.recall(text, "", &mut record) {
                    let mut again = "before".to_owned();
                    let want = value(text).map(|value| Stored::of(value, "", &mut again, &mut Vec::new()));
                    prop_assert_eq!(kept, want);
                    prop_assert_eq!(record, again);
                }
                memo.keep(text, value(text).as_ref(), None);
                let short = !text.is_empty() && text.len() <= LONGEST;
                prop_assert_eq!(memo.recall(text, "", &mut String::new()).is_some(), short);
            }
        }
    }

    #[test]
    fn what_was_made_and_is_long_is_not_kept() {
        let mut memo = Memo::default();
        memo.keep("a", Some(&Value::Text(CowStr::Owned("b".to_owned()))), None);
        memo.keep("c", Some(&Value::List(vec!["d".to_owned()])), None);
        assert!(memo.recall("a", "", &mut String::new()).is_none());
        assert!(memo.recall("c", "", &mut String::new()).is_none());
    }

    #[test]
    fn a_column_whose_values_do_not_come_again_is_left_alone_for_a_while() {
        let mut memo = Memo::default();
        let mut known = |text: &str| {
            let known = memo.recall(text, "", &mut String::new()).is_some();
            memo.keep(text, None, None);
            known
        };
        for number in 0..TRIED {
            assert!(!known(&number.to_string()));
        }
        for _ in 0..RESTS {
            assert!(!known("a"));
        }
        for _ in 0..TRIED * 3 {
            assert!(known("a"));
        }
    }
}
