//! The registry of record kinds.
//!
//! To add a kind: one file here, one line in [`ALL`] and one arm in [`of`], one name in
//! `spec::KindId`; its endpoints with their codes; a migration that inserts its word; its calls in the
//! sandbox (`docs/architecture.md`, "A kind").
//!
//! Must not know: spreadsheets, the network.

pub mod codes;
pub mod endpoints;
pub mod examples;
pub mod job_data;
pub mod lists;
#[cfg(test)]
pub mod locker;
pub mod talent;

use crate::spec::{Endpoint, IdOf, KeyKind, Kind, KindId};

/// Every kind that a sheet may be of unless it is said.
pub static ALL: &[&Kind] = &[&talent::TALENT, &job_data::JOB_DATA];

/// The table of a kind.
pub const fn of(id: KindId) -> &'static Kind {
    match id {
        KindId::Talent => &talent::TALENT,
        KindId::JobData => &job_data::JOB_DATA,
        #[cfg(test)]
        KindId::Locker => &locker::LOCKER,
    }
}

/// The kind whose records get these IDs, and the key that says whose record one is; none where muster
/// makes none of them.
pub fn maker(of: IdOf) -> Option<(&'static Kind, KeyKind)> {
    ALL.iter().find_map(|kind| match kind.makes {
        Some((made, owner)) if made == of => Some((*kind, owner)),
        Some(_) | None => None,
    })
}

/// The words of the kinds, as a flag takes them: `talent, job-data`.
pub fn flags(between: &str) -> String {
    ALL.iter().map(|kind| kind.id.flag()).collect::<Vec<_>>().join(between)
}

/// Every endpoint that may be called, once: that of the access token, then those of each kind, then
/// those of the tenant's lists.
pub fn called() -> Vec<&'static Endpoint> {
    let of_kinds = KindId::ALL.iter().flat_map(|kind| {
        let remote = &of(*kind).remote;
        std::iter::once(remote.create).chain(remote.search.endpoints())
    });
    let of_lists = lists::ALL.iter().flat_map(|list| list.endpoints());
    let mut all = vec![&endpoints::TOKEN];
    for endpoint in of_kinds.chain(of_lists) {
        if !all.contains(&endpoint) {
            all.push(endpoint);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registry_of_endpoints_holds_what_the_tables_name() {
        let made_up = [&locker::CREATE, &locker::RECORDS, &locker::EMPLOYEES];
        let known: Vec<_> = endpoints::ALL.iter().copied().chain(made_up).collect();
        let names = |all: &[&Endpoint]| {
            all.iter().map(|one| one.name).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(names(&called()), names(&known));
        assert_eq!(called().len(), known.len());
        for (at, endpoint) in known.iter().enumerate() {
            let twin =
                |other: &&&Endpoint| other.name == endpoint.name || other.path == endpoint.path;
            assert_eq!(known[..at].iter().find(twin), None, "{}", endpoint.name);
        }
    }
}
