//! A value that the text of a complaint names: one text, or one for each language.
//!
//! Must not know: which texts there are.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Lang;

/// A value for `{0}`, `{1}`, … of a text. It holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "StoredArg", into = "StoredArg")]
pub enum Arg {
    /// The same in both languages: a name, a number, what the user wrote.
    Plain(String),
    /// One text for each language.
    Both {
        /// In Chinese.
        zh: String,
        /// In English.
        en: String,
    },
}

/// As it is kept: a text, or an object of two.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum StoredArg {
    Plain(String),
    Both { zh: String, en: String },
}

/// What stood between the two texts in earlier journals; no cell holds it (`cell-control-character`).
const BETWEEN: char = '\u{1F}';

/// A value that is not the same text in both languages.
pub fn both(zh: &str, en: &str) -> Arg {
    Arg::Both { zh: zh.to_owned(), en: en.to_owned() }
}

impl Arg {
    /// Its text in this language.
    pub fn pick(&self, lang: Lang) -> &str {
        match (self, lang) {
            (Self::Plain(text), _)
            | (Self::Both { zh: text, .. }, Lang::Zh)
            | (Self::Both { en: text, .. }, Lang::En) => text,
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.pick(Lang::Zh).is_empty() && self.pick(Lang::En).is_empty()
    }
}

impl Default for Arg {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl<T: Into<String>> From<T> for Arg {
    fn from(text: T) -> Self {
        Self::Plain(text.into())
    }
}

impl From<StoredArg> for Arg {
    fn from(kept: StoredArg) -> Self {
        match kept {
            StoredArg::Both { zh, en } => Self::Both { zh, en },
            StoredArg::Plain(text) => match text.split_once(BETWEEN) {
                Some((zh, en)) => both(zh, en),
                None => Self::Plain(text),
            },
        }
    }
}

impl From<Arg> for StoredArg {
    fn from(arg: Arg) -> Self {
        match arg {
            Arg::Plain(text) => Self::Plain(text),
            Arg::Both { zh, en } => Self::Both { zh, en },
        }
    }
}

/// By what they say; of two that say the same, the plain one is first.
impl Ord for Arg {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |arg: &Self| matches!(arg, Self::Both { .. });
        (self.pick(Lang::Zh), self.pick(Lang::En), key(self)).cmp(&(
            other.pick(Lang::Zh),
            other.pick(Lang::En),
            key(other),
        ))
    }
}

impl PartialOrd for Arg {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A plain value is its text.
impl PartialEq<str> for Arg {
    fn eq(&self, other: &str) -> bool {
        matches!(self, Self::Plain(text) if text == other)
    }
}

impl PartialEq<&str> for Arg {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

/// In English, for logs and where an error is only printed.
impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.pick(Lang::En))
    }
}

/// So that an error of the system can carry what is said of it ([`super::of_system`]).
impl std::error::Error for Arg {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Arg {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn an_argument_is_read_as_it_was_kept() {
        for arg in [Arg::from("北京"), Arg::default(), both("本科", "Bachelor"), both("", "")] {
            assert_eq!(read(&serde_json::to_string(&arg).unwrap()), arg);
        }
        assert_eq!(serde_json::to_string(&Arg::from("3")).unwrap(), "\"3\"");
    }

    #[test]
    fn earlier_journals_kept_two_texts_in_one() {
        assert_eq!(read(r#""本科\u001fBachelor""#), both("本科", "Bachelor"));
        assert_eq!(read(r#""\u001f""#), both("", ""));
    }

    #[test]
    fn arguments_are_in_the_order_of_what_they_say() {
        let sorted = [both("a", "b"), Arg::from("a"), both("a", "a"), both("b", "a")];
        let mut all = sorted.to_vec();
        all.sort();
        assert_eq!(all, [&sorted[1], &sorted[2], &sorted[0], &sorted[3]].map(Clone::clone));
        assert_eq!(Arg::from("a"), "a");
        assert!(both("a", "a") != *"a", "it is told apart");
    }
}
