//! Who is it? What the answers of look-ups say about one record, as pure tables: the law of
//! `docs/architecture.md`, "Who is it, and was it made?".
//!
//! Must not know: how the answers were got, what becomes of the job.

use crate::problem::Code;
use crate::spec::KeyKind;

use super::form::same_name;

/// What a person's keys lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Person {
    /// Nobody.
    Absent,
    /// This person, by ID document, by two keys, or by one key and the name.
    Same(String),
    /// One person by one key that people share; only the name can tell.
    AskName(String),
    /// Somebody else.
    Conflict(Doubtful),
}

/// Why keys lead to somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Doubtful {
    /// The keys point at two people.
    TwoPeople,
    /// One key matches; the name differs.
    NameDiffers,
    /// One key matches; the name could not be read.
    NameUnread,
    /// The tenant refuses to look one of the keys up, so absence is not known.
    NotAskable,
    /// The tenant has the record, and `--existing fail` forbids that.
    Exists,
}

impl Doubtful {
    /// Its entry in the catalogue.
    pub(crate) const fn code(self) -> Code {
        match self {
            Self::TwoPeople => Code::TwoPeople,
            Self::NameDiffers => Code::NameDiffers,
            Self::NameUnread => Code::NameUnread,
            Self::NotAskable => Code::NotAskable,
            Self::Exists => Code::Exists,
        }
    }
}

/// What is known of the name of a person that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name<'a> {
    /// Not asked yet.
    NotAsked,
    /// Asked, and not to be had.
    Unread,
    /// Asked.
    Is(&'a str),
}

/// Judge the hits of one record's keys: `(key kind, id)`, in any order, perhaps several
/// for one key. `names` tells the name of a person as far as it is known.
pub(crate) fn person<'a>(
    hits: &[(KeyKind, String)],
    own_name: Option<&str>,
    names: impl Fn(&str) -> Name<'a>,
) -> Person {
    let Some((_, id)) = hits.first() else { return Person::Absent };
    if hits.iter().any(|(_, other)| other != id) {
        return Person::Conflict(Doubtful::TwoPeople);
    }
    let by_one = hits.iter().any(|(kind, _)| kind.is_decisive());
    let mut kinds: Vec<KeyKind> = hits.iter().map(|(kind, _)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if by_one || kinds.len() > 1 {
        return Person::Same(id.clone());
    }
    match (names(id), own_name) {
        (Name::NotAsked, Some(_)) => Person::AskName(id.clone()),
        (Name::Is(theirs), Some(ours)) if same_name(theirs, ours) => Person::Same(id.clone()),
        (Name::Is(_), Some(_)) => Person::Conflict(Doubtful::NameDiffers),
        (Name::Unread, _) | (_, None) => Person::Conflict(Doubtful::NameUnread),
    }
}

/// One record of an employment as it was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EmploymentRecord {
    /// `job_data_id`.
    pub id: String,
    /// `effective_time`, which starts with the day.
    pub effective: Option<String>,
    /// `department_id`.
    pub department: Option<String>,
}

/// What reading an employment's records says about ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Employment {
    /// It has none.
    None,
    /// It has ours.
    Ours(String),
    /// It has some, and none or several could be ours.
    Others,
}

/// Find ours among the versions of an employment: the same day and, where both are known, the
/// same department. Versions of one record have one id and count once.
pub(crate) fn employment(
    held: &[EmploymentRecord],
    effective: Option<&str>,
    department: Option<&str>,
) -> Employment {
    if held.is_empty() {
        return Employment::None;
    }
    let day = |time: &str| time.get(..10).map(str::to_owned);
    let mut ours: Vec<&str> = held
        .iter()
        .filter(|one| match (one.effective.as_deref().and_then(day), effective.and_then(day)) {
            (Some(theirs), Some(wanted)) => theirs == wanted,
            (None, _) | (_, None) => true,
        })
        .filter(|one| match (one.department.as_deref(), department) {
            (Some(theirs), Some(wanted)) => theirs == wanted,
            (None, _) | (_, None) => true,
        })
        .map(|one| one.id.as_str())
        .collect();
    ours.sort_unstable();
    ours.dedup();
    match ours.as_slice() {
        [id] => Employment::Ours((*id).to_owned()),
        [] | [_, _, ..] => Employment::Others,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Reason;
    use KeyKind::{Document, Email, Mobile};

    #[test]
    fn every_reason_is_kept_by_the_id_of_its_entry() {
        let reasons = [
            Doubtful::TwoPeople,
            Doubtful::NameDiffers,
            Doubtful::NameUnread,
            Doubtful::NotAskable,
            Doubtful::Exists,
        ];
        let words = ["two-people", "name-differs", "name-unread", "not-askable", "exists"];
        assert_eq!(reasons.map(|reason| Reason::Found(reason.code()).kept()), words);
    }

    fn hits(list: &[(KeyKind, &str)]) -> Vec<(KeyKind, String)> {
        list.iter().map(|(kind, id)| (*kind, (*id).to_owned())).collect()
    }

    fn judge(list: &[(KeyKind, &str)], name: Name<'static>) -> Person {
        person(&hits(list), Some("张 三"), |_| name)
    }

    #[test]
    fn a_document_or_two_keys_are_enough_without_a_name() {
        let same = Person::Same("1".into());
        assert_eq!(judge(&[], Name::NotAsked), Person::Absent);
        assert_eq!(judge(&[(Document, "1")], Name::NotAsked), same);
        assert_eq!(judge(&[(Mobile, "1"), (Email, "1")], Name::Is("李四")), same);
    }

    #[test]
    fn a_lone_key_needs_the_name() {
        for key in [Mobile, Email] {
            assert_eq!(judge(&[(key, "1")], Name::NotAsked), Person::AskName("1".into()));
            assert_eq!(judge(&[(key, "1")], Name::Is("张三")), Person::Same("1".into()));
            assert_eq!(
                judge(&[(key, "1")], Name::Is("李四")),
                Person::Conflict(Doubtful::NameDiffers)
            );
            assert_eq!(judge(&[(key, "1")], Name::Unread), Person::Conflict(Doubtful::NameUnread));
            assert_eq!(
                person(&hits(&[(key, "1")]), None, |_| Name::Is("张三")),
                Person::Conflict(Doubtful::NameUnread)
            );
        }
        assert_eq!(
            judge(&[(Mobile, "1"), (Mobile, "1")], Name::NotAsked),
            Person::AskName("1".into()),
            "one key twice is one key"
        );
    }

    #[test]
    fn two_people_are_a_conflict_even_by_document() {
        for list in [[(Document, "1"), (Email, "2")], [(Mobile, "1"), (Mobile, "2")]] {
            assert_eq!(judge(&list, Name::NotAsked), Person::Conflict(Doubtful::TwoPeople));
        }
    }

    fn held(id: &str, day: &str, department: Option<&str>) -> EmploymentRecord {
        EmploymentRecord {
            id: id.into(),
            effective: Some(day.into()),
            department: department.map(str::to_owned),
        }
    }

    #[test]
    fn ours_is_known_by_day_and_department() {
        let find =
            |list: &[EmploymentRecord]| employment(list, Some("2024-05-01 00:00:00"), Some("d1"));
        assert_eq!(find(&[]), Employment::None);
        assert_eq!(find(&[held("1", "2024-05-01", Some("d1"))]), Employment::Ours("1".into()));
        assert_eq!(find(&[held("1", "2024-05-01", None)]), Employment::Ours("1".into()));
        assert_eq!(find(&[held("1", "2024-05-02", Some("d1"))]), Employment::Others);
        assert_eq!(find(&[held("1", "2024-05-01", Some("d2"))]), Employment::Others);
        let versions = [held("1", "2024-05-01", Some("d1")), held("1", "2024-06-01", Some("d1"))];
        assert_eq!(find(&versions), Employment::Ours("1".into()));
        let two = [held("1", "2024-05-01", Some("d1")), held("2", "2024-05-01", Some("d1"))];
        assert_eq!(find(&two), Employment::Others);
    }
}
