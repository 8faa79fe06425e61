//! A record kind: everything that is particular to talents or to job data, as one table.
//!
//! Must not know: which kinds there are beyond their names.

use serde::{Deserialize, Serialize};

use super::endpoint::Endpoint;
use super::field::Field;
use super::group::Group;

/// The name of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindId {
    /// A talent of Feishu Hire.
    Talent,
    /// The first job data of an employment in Feishu CoreHR.
    JobData,
}

impl KindId {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Talent, Self::JobData];

    /// The word of flags and mapping files: `talent`, `job-data`.
    pub const fn flag(self) -> &'static str {
        match self {
            Self::Talent => "talent",
            Self::JobData => "job-data",
        }
    }

    /// The word of outputs and of the journal: `talent`, `job_data`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Talent => "talent",
            Self::JobData => "job_data",
        }
    }

    /// The kind with this word, in either form.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.flag() == word || kind.label() == word)
    }
}

/// One table per kind.
#[derive(Debug)]
pub struct Kind {
    /// Which kind this is.
    pub id: KindId,
    /// What a person calls it, Chinese.
    pub zh: &'static str,
    /// What a person calls it, English.
    pub en: &'static str,
    /// Fields outside groups, in the order of the body.
    pub fields: &'static [Field],
    /// Repeating groups, in the order of the body.
    pub groups: &'static [Group],
    /// Objects outside groups that hold custom fields.
    pub customs: &'static [CustomHost],
    /// Pointer of the list of custom modules; none where the kind has none.
    pub modules: Option<&'static str>,
    /// Checks over several cells of one row.
    pub rules: &'static [Rule],
    /// What muster itself sets in every body: pointer and JSON text.
    pub constants: &'static [(&'static str, &'static str)],
    /// Where it is created.
    pub create: &'static Endpoint,
}

/// An object that holds custom fields.
#[derive(Debug)]
pub struct CustomHost {
    /// What stands before `custom:ID` in a header: empty, or `self_evaluation.`.
    pub prefix: &'static str,
    /// Pointer of its `customized_data`.
    pub pointer: &'static str,
}

/// A check over several cells of one row. Keys are API paths; in a group, of each entry.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// `first` must not be after `second`: an error.
    Ordered {
        /// The group whose entries are checked; none for fields outside groups.
        group: Option<&'static str>,
        /// Key of the earlier date.
        first: &'static str,
        /// Key of the later date.
        second: &'static str,
        /// A warning only.
        warn: bool,
    },
    /// The shares of a group's entries sum to this.
    SumsTo {
        /// The group.
        group: &'static str,
        /// Key of the share within an entry.
        share: &'static str,
        /// The sum.
        total: i64,
    },
    /// If an entry of the group has any value, it has these too.
    EntryNeeds {
        /// The group.
        group: &'static str,
        /// Keys within the entry.
        keys: &'static [&'static str],
    },
    /// `key` is only of use beside `with`.
    Together {
        /// Key of the field.
        key: &'static str,
        /// Key of the field that it needs.
        with: &'static str,
    },
    /// The 18-digit ID number agrees with birthday and gender: warnings.
    IdAgrees {
        /// Key of the number.
        number: &'static str,
        /// Key of the birthday.
        birthday: &'static str,
        /// Key of the gender.
        gender: &'static str,
    },
}
