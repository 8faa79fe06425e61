//! The two languages of everything that a person reads.
//!
//! Must not know: which texts there are.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the user interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// The one of two texts that is in this language.
    pub const fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// The language of a locale name such as `zh_CN.UTF-8`: Chinese for `zh…`, else English.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Zh } else { Self::En }
    }
}

impl FromStr for Lang {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            other => Err(format!("`{other}` is neither zh nor en")),
        }
    }
}

/// A sentence in the given language: `tr!(lang, "共 {n} 行", "{n} rows")`. Both are required.
#[macro_export]
macro_rules! tr {
    ($lang:expr, $zh:literal, $en:literal $(, $($args:tt)*)?) => {
        match $lang {
            $crate::problem::Lang::Zh => format!($zh $(, $($args)*)?),
            $crate::problem::Lang::En => format!($en $(, $($args)*)?),
        }
    };
}
