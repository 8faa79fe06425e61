//! A record kind: everything that is particular to talents or to job data, as one table.
//!
//! Must not know: which kinds there are beyond their names.

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::group::Group;
use super::id_of::IdOf;
use super::key::{KeyField, KeyKind, Mark};
use super::remote::Remote;
use crate::problem::Lang;

/// The name of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindId {
    /// A talent of Feishu Hire.
    Talent,
    /// The first job data of an employment in Feishu CoreHR.
    JobData,
    /// The locker of an employee: made up, so that tests see what a further kind needs beside its table.
    #[cfg(test)]
    Locker,
}

impl KindId {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Talent,
        Self::JobData,
        #[cfg(test)]
        Self::Locker,
    ];

    /// The word of flags and mapping files: `talent`, `job-data`.
    pub const fn flag(self) -> &'static str {
        match self {
            Self::Talent => "talent",
            Self::JobData => "job-data",
            #[cfg(test)]
            Self::Locker => "locker",
        }
    }

    /// The word of outputs and of the journal: `talent`, `job_data`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Talent => "talent",
            Self::JobData => "job_data",
            #[cfg(test)]
            Self::Locker => "locker",
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
    /// How its records are counted, and where they go.
    pub words: Words,
    /// Whose records they are.
    pub people: People,
    /// Fields that no kind of other people has, by path without an entry's number: a column that
    /// binds to one of them says that the rows are of this kind.
    pub telling: &'static [&'static str],
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
    /// The fields that tell who a record is about, in the order of [`KeyKind::ALL`]; no two of one
    /// kind of key.
    pub keys: &'static [KeyField],
    /// What a person has: the first of these fields says whose row it is.
    pub own: &'static [&'static str],
    /// The field with the person's name, by which a shared key is told from the same person.
    pub name: Option<&'static str>,
    /// The fields by which our own record is known among several of one key.
    pub marks: &'static [(Mark, &'static str)],
    /// Whose IDs its records get, and the key that says whose record one is: others may name a record
    /// by that before it is made. None where nobody names its records.
    pub makes: Option<(IdOf, KeyKind)>,
    /// How its records are made and found.
    pub remote: Remote,
}

/// The words of plans, questions and reports for a kind's records.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The module of Feishu, Chinese and English.
    pub module: (&'static str, &'static str),
    /// What in it the records are added to, Chinese and English.
    pub into: (&'static str, &'static str),
    /// What stands behind a number of records, Chinese.
    pub zh: &'static str,
    /// One record, English.
    pub one: &'static str,
    /// Several records, English.
    pub many: &'static str,
}

/// Whose records those of a kind are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// Of people who may be hired. A column of a staff list (工号, 入职日期) says that the rows are not of
    /// this kind, one of a list of applicants (应聘职位) that they are.
    Candidates,
    /// Of people who are employed.
    Employees,
}

impl Kind {
    /// What makes a field a key of this kind.
    pub fn key_of(&self, field: &Field) -> Option<KeyField> {
        self.keys.iter().copied().find(|key| key.field == field.key)
    }

    /// Whether a field tells who a record is about: a key, or the field within whose values one is
    /// unique.
    pub fn tells_who(&self, field: &Field) -> bool {
        self.keys.iter().any(|key| key.field == field.key || key.scope == Some(field.key))
    }

    /// Its key of this kind.
    pub fn key(&self, kind: KeyKind) -> Option<KeyField> {
        self.keys.iter().copied().find(|key| key.kind == kind)
    }

    /// The field outside groups with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// What a person calls it.
    pub const fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// The module of Feishu that its records belong to.
    pub const fn module(&self, lang: Lang) -> &'static str {
        lang.pick(self.words.module.0, self.words.module.1)
    }

    /// Its name with its module: `人才（飞书招聘）`.
    pub fn in_module(&self, lang: Lang) -> String {
        let (name, module) = (self.name(lang), self.module(lang));
        crate::tr!(lang, "{name}（{module}）", "{name} ({module})")
    }

    /// What in that module its records are added to: `飞书招聘人才库`.
    pub const fn into(&self, lang: Lang) -> &'static str {
        lang.pick(self.words.into.0, self.words.into.1)
    }

    /// What stands behind a number of records: `名候选人`, `candidates`.
    pub const fn counting(&self, n: u64, lang: Lang) -> &'static str {
        lang.pick(self.words.zh, if n == 1 { self.words.one } else { self.words.many })
    }

    /// So many records: `197 名候选人`, `1 candidate`.
    pub fn counted(&self, n: u64, lang: Lang) -> String {
        format!("{n} {}", self.counting(n, lang))
    }
}

/// An object that holds custom fields.
#[derive(Debug)]
pub struct CustomHost {
    /// What Feishu calls it, in any language.
    pub names: &'static [&'static str],
    /// What stands before `custom:ID` in a header: empty, or `self_evaluation.`.
    pub prefix: &'static str,
    /// Pointer of its `customized_data`.
    pub pointer: &'static str,
    /// Where they stand when the record is read back; none where no page shows them.
    pub shown: Option<&'static str>,
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
    /// The shares of a group's entries sum to this, and each is of something else.
    SumsTo {
        /// The group.
        group: &'static str,
        /// Key of the share within an entry.
        share: &'static str,
        /// Key of what the share is of.
        of: &'static str,
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
        /// The group whose entries are checked; none for fields outside groups.
        group: Option<&'static str>,
        /// Key of the field.
        key: &'static str,
        /// Key of the field that it needs.
        with: &'static str,
    },
    /// A person's birthday: not after today, an error; one of an age at which people are employed, else
    /// a warning.
    Born {
        /// Key of the birthday.
        key: &'static str,
        /// Years of the youngest.
        least: i16,
        /// Years of the oldest.
        most: i16,
    },
    /// A date of a person's life: not before the birthday, where that is known, nor far from today. Warnings.
    Lived {
        /// The group whose entries are checked; none for a field outside groups.
        group: Option<&'static str>,
        /// Key of the date.
        key: &'static str,
        /// Key of the birthday, outside groups; none where the kind has none.
        born: Option<&'static str>,
        /// Years after today in which it may be: an expected graduation.
        ahead: i16,
    },
    /// The 18-digit ID number agrees with birthday and gender, and its holder is of an age at which people are
    /// employed: warnings.
    IdAgrees {
        /// Key of the number.
        number: &'static str,
        /// Key of the birthday.
        birthday: &'static str,
        /// Key of the gender.
        gender: &'static str,
        /// Years of the youngest.
        least: i16,
        /// Years of the oldest.
        most: i16,
    },
}
