//! What the API's codes mean, for a person: the documents' own words in short, where a code comes
//! from, and what is done about it.
//!
//! Must not know: how it is printed, which run it came up in.

mod said;
mod texts;

use super::codes;
use crate::kinds::endpoints;
use crate::problem::Code;
use crate::spec::{HaltKind, Meaning};
pub(crate) use said::Said;
use texts::TEXTS;

/// What is known of a code of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Explained {
    /// The code.
    pub code: i64,
    /// What the API's documents say of it.
    pub what: Said,
    /// The endpoints that answer it, by name, with the consequence there; more than one line where
    /// they differ.
    pub at: Vec<(Vec<&'static str>, Consequence)>,
}

/// What follows from a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Consequence {
    /// A stable word: `refused`, `duplicate`, `token-seen`, `throttled`, `token-rejected`,
    /// `unknown`, `halt`.
    pub word: &'static str,
    /// What muster does, and what a person should.
    pub todo: Said,
    /// The problem that it ends the run with, whose hint says more.
    pub raises: Option<Code>,
}

/// What is known of a code; none where no endpoint that muster calls documents it.
pub(crate) fn explain(code: i64) -> Option<Explained> {
    let what = TEXTS.iter().find(|(known, _)| *known == code)?.1;
    let mut at: Vec<(Vec<&'static str>, Consequence)> = Vec::new();
    for endpoint in endpoints::ALL {
        let Some(meaning) = codes::meaning(endpoint, code) else { continue };
        let follows = consequence(meaning);
        match at.iter_mut().find(|(_, known)| *known == follows) {
            Some((names, _)) => names.push(endpoint.name),
            None => at.push((vec![endpoint.name], follows)),
        }
    }
    Some(Explained { code, what, at })
}

/// Every code that can be explained.
pub(crate) fn known() -> impl Iterator<Item = i64> {
    TEXTS.iter().map(|(code, _)| *code)
}

const fn consequence(meaning: Meaning) -> Consequence {
    let (word, raises) = match meaning {
        Meaning::Refused(_) => ("refused", None),
        Meaning::Duplicate => ("duplicate", None),
        Meaning::TokenSeen => ("token-seen", None),
        Meaning::Throttled => ("throttled", None),
        Meaning::TokenRejected => ("token-rejected", None),
        Meaning::ServerError | Meaning::NotTheApi => ("unknown", None),
        Meaning::Halt(kind) => ("halt", Some(raised(kind))),
    };
    Consequence { word, todo: texts::todo(meaning), raises }
}

/// The problem that a halt is told as.
const fn raised(kind: HaltKind) -> Code {
    match kind {
        HaltKind::Credentials => Code::CredentialsRejected,
        HaltKind::Permission => Code::PermissionMissing,
        HaltKind::Quota => Code::QuotaUsedUp,
        HaltKind::AppDisabled => Code::AppDisabled,
        HaltKind::NotInstalled => Code::AppNotInstalled,
        HaltKind::IpNotAllowed => Code::IpNotAllowed,
        HaltKind::NotEnabled => Code::CorehrNotEnabled,
        HaltKind::WrongAddress => Code::NoSuchApi,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ranges in which documented codes lie.
    const RANGES: [std::ops::RangeInclusive<i64>; 3] =
        [1..=30_000, 1_000_000..=1_170_000, 99_991_000..=99_993_000];

    #[test]
    fn whatever_is_judged_is_explained() {
        for endpoint in endpoints::ALL {
            for code in RANGES.into_iter().flatten() {
                if codes::meaning(endpoint, code).is_some() {
                    assert!(explain(code).is_some(), "{code} at {}", endpoint.name);
                }
            }
        }
    }

    #[test]
    fn whatever_is_explained_is_judged_once() {
        let all: Vec<_> = known().collect();
        assert!(all.is_sorted_by(|one, other| one < other), "{all:?}");
        for code in all {
            let explained = explain(code).unwrap();
            assert!(!explained.at.is_empty(), "{code} is answered by no endpoint of ours");
            assert!(!explained.what.zh.is_empty() && !explained.what.en.is_empty(), "{code}");
        }
    }

    #[test]
    fn a_code_that_halts_names_the_problem_that_is_told() {
        let expired = explain(99_991_672).unwrap();
        assert_eq!(expired.at[0].1.raises, Some(Code::PermissionMissing));
        assert_eq!(explain(1_002_105).unwrap().at[0].0, ["talent.create"]);
        assert_eq!(explain(42), None);
    }
}
