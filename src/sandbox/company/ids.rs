//! Ids: nineteen digits, like the real ones, and the forms that they take in other types of ids.
//!
//! Must *not* know what has them.

use std::collections::BTreeMap;

/// Kinds of things that have ids, each with the number that its ids begin with.
pub(crate) mod kind {
    pub(crate) const EMPLOYEE_TYPE: u64 = 1;
    pub(crate) const WORKING_HOURS: u64 = 2;
    pub(crate) const LOCATION: u64 = 3;
    pub(crate) const PATHWAY: u64 = 4;
    pub(crate) const GRADE: u64 = 5;
    pub(crate) const LEVEL: u64 = 6;
    pub(crate) const FAMILY: u64 = 7;
    pub(crate) const JOB: u64 = 8;
    pub(crate) const COMPANY: u64 = 9;
    pub(crate) const COST_CENTER: u64 = 10;
    pub(crate) const DEPARTMENT: u64 = 11;
    pub(crate) const POSITION: u64 = 12;
    pub(crate) const COUNTRY: u64 = 13;
    pub(crate) const PROVINCE: u64 = 14;
    pub(crate) const CITY: u64 = 15;
    pub(crate) const EMPLOYMENT: u64 = 16;
    pub(crate) const PERSON: u64 = 17;
    pub(crate) const JOB_DATA: u64 = 18;
    pub(crate) const DISTRICT: u64 = 19;
    pub(crate) const DOCUMENT: u64 = 20;
    pub(crate) const TALENT_OBJECT: u64 = 21;
    pub(crate) const SOURCE: u64 = 22;
    pub(crate) const FOLDER: u64 = 23;
}

/// The id of the `nth` of one kind of thing. The same for ever: files that name it stay right.
pub(crate) fn id(kind: u64, nth: u64) -> String {
    // The factor shares no divisor with the modulus, so that no two of a kind meet.
    let spread = nth.wrapping_mul(618_033_988_749_897) % 1_000_000_000_000_000;
    (7_100_000_000_000_000_000 + kind * 1_000_000_000_000_000 + spread).to_string()
}

/// The id of what a table of that kind calls `name`; empty where it has no such row.
pub(crate) fn nth_of<'a>(
    kind: u64,
    mut names: impl Iterator<Item = &'a str>,
    name: &str,
) -> String {
    let place = names.position(|own| own == name);
    place.map_or_else(String::new, |at| id(kind, at as u64 + 1))
}

/// The type of ids in which CoreHR keeps people.
pub(crate) const CORE_USER: &str = "people_corehr_id";
/// The type of ids in which CoreHR keeps departments.
pub(crate) const CORE_DEPARTMENT: &str = "people_corehr_department_id";

/// A CoreHR id in another type.
pub(crate) fn in_type(id: &str, of: &str) -> String {
    let hash = |length: usize| {
        let hex = blake3::hash(format!("{of}:{id}").as_bytes()).to_hex();
        hex.get(..length).unwrap_or_default().to_owned()
    };
    match of {
        _ if id.is_empty() => String::new(),
        "open_id" => format!("ou_{}", hash(32)),
        "union_id" => format!("on_{}", hash(32)),
        "open_department_id" => format!("od-{}", hash(32)),
        "user_id" | "department_id" => hash(8),
        _ => id.to_owned(),
    }
}

/// From ids as a client gives them to those of CoreHR.
pub(crate) struct Ids(Option<BTreeMap<String, String>>);

impl Ids {
    /// For ids of one type, of these things.
    pub(crate) fn of<'a>(kind: &str, known: impl Iterator<Item = &'a str>) -> Self {
        if [CORE_USER, CORE_DEPARTMENT].contains(&kind) {
            return Self(None);
        }
        Self(Some(known.map(|id| (in_type(id, kind), id.to_owned())).collect()))
    }

    /// The CoreHR id; what is no such id is nobody's.
    pub(crate) fn core<'a>(&'a self, given: &'a str) -> Option<&'a str> {
        self.0.as_ref().map_or(Some(given), |known| known.get(given).map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_long_apart_and_for_ever() {
        let ids: std::collections::BTreeSet<String> =
            (0..40).flat_map(|kind| (0..600).map(move |nth| id(kind, nth))).collect();
        assert_eq!(ids.len(), 40 * 600);
        assert!(ids.iter().all(|id| id.len() == 19));
        assert_eq!(id(3, 1), "7103618033988749897");
    }

    #[test]
    fn a_type_that_was_forgotten_is_another_form() {
        let (own, open) = (id(1, 1), in_type(&id(1, 1), "open_department_id"));
        assert!(open.starts_with("od-") && open.len() == 35);
        let ids = Ids::of("open_department_id", [own.as_str()].into_iter());
        assert_eq!((ids.core(&open), ids.core(&own)), (Some(own.as_str()), None));
        let ids = Ids::of(CORE_DEPARTMENT, [own.as_str()].into_iter());
        assert_eq!(ids.core(&own), Some(own.as_str()));
    }
}
