//! Which of several things of one name is meant, by what else its row says: a level by its job, a position
//! by its department, a department by its company or by what it stands below.
//!
//! Nothing is guessed: it is settled only where exactly one is left, and where two things that the row says
//! speak for different ones, it is not.
//!
//! Must not know: cells, columns, how a name was found.

use crate::lexicon::nothing::nothing;
use crate::resolve::{Directory, Entry};
use crate::spec::IdOf;

/// What the row says besides: the ID of a thing of another list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'r> {
    /// Of which list.
    pub(super) of: IdOf,
    /// Which.
    pub(super) id: &'r str,
}

/// The one of these that agrees with all that the row says: what stands in its other columns, and the
/// names of what a department stands below.
pub(super) fn meant<'d>(
    directory: &'d Directory,
    of: IdOf,
    candidates: &[String],
    (beside, above): (&[Beside<'_>], &[String]),
) -> Option<&'d Entry> {
    let list = directory.list(of)?;
    let mut left: Vec<&Entry> = candidates.iter().filter_map(|id| list.of_id(id)).collect();
    let many = left.len();
    for fact in beside.iter().filter(|fact| may_tell(of, fact.of)) {
        let Some(other) = directory.list(fact.of).and_then(|list| list.of_id(fact.id)) else {
            continue;
        };
        let agree = |one: &&Entry| {
            one.within.contains(&other.id)
                || other.within.contains(&one.id)
                || fact.of == IdOf::Company
                    && other.names.iter().any(|name| list.stands_in(one, name))
        };
        let is_of_other = |one: &Entry| {
            let of_other = |id: &String| directory.list(fact.of)?.of_id(id);
            one.within.iter().any(|id| of_other(id).is_some())
        };
        // What belongs to nothing of that list is told apart by nothing of it.
        let agreeing: Vec<&Entry> = left.iter().copied().filter(agree).collect();
        if !agreeing.is_empty() {
            left = agreeing;
        } else if left.iter().any(|one| is_of_other(one)) {
            return None;
        }
    }
    for name in above.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        if nothing(name).is_none() {
            left.retain(|one| list.stands_in(one, name));
        }
    }
    match left.as_slice() {
        [one] if many > 1 => Some(one),
        _ => None,
    }
}

/// Whether the one may tell which of the other's list is meant. A person may have a manager in any
/// department, and live in another country than that of a passport.
fn may_tell(of: IdOf, other: IdOf) -> bool {
    of != other && [of, other].iter().all(|one| !one.is_person() && one.is_own_code())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, name: &str, parent: Option<&str>, within: &[&str]) -> Entry {
        Entry {
            id: id.into(),
            names: [name.to_owned()].into(),
            parent: parent.map(str::to_owned),
            within: within.iter().map(|id| (*id).to_owned()).collect(),
            active: true,
            ..Entry::default()
        }
    }

    fn directory() -> Directory {
        let departments = vec![
            entry("d1", "星河", None, &[]),
            entry("d2", "云帆", None, &[]),
            entry("d3", "综合部", Some("d1"), &[]),
            entry("d4", "综合部", Some("d2"), &[]),
            entry("d5", "财务", Some("d1"), &[]),
            entry("d6", "综合部", Some("d5"), &[]),
        ];
        let levels = vec![
            entry("l1", "P6", None, &["j1", "j3"]),
            entry("l2", "P6", None, &["j2", "j3"]),
            entry("l3", "P6", None, &[]),
        ];
        let jobs = ["j1", "j2", "j3", "j4"].map(|id| entry(id, id, None, &[])).to_vec();
        let positions = vec![
            entry("p1", "主管", None, &["d3", "j1"]),
            entry("p2", "主管", None, &["d4", "j2"]),
        ];
        let companies = vec![entry("c1", "云帆", None, &[]), entry("c2", "他山", None, &[])];
        let people = vec![entry("e1", "张伟", None, &["d3"]), entry("e2", "张伟", None, &["d4"])];
        let lists = [
            (IdOf::Department, departments),
            (IdOf::JobLevel, levels),
            (IdOf::Job, jobs),
            (IdOf::Position, positions),
            (IdOf::Company, companies),
            (IdOf::JobData, people),
        ];
        Directory::new(lists, false)
    }

    fn settled(of: IdOf, among: &[&str], facts: &[(IdOf, &str)], above: &[&str]) -> Option<String> {
        let directory = directory();
        let candidates: Vec<String> = among.iter().map(|id| (*id).to_owned()).collect();
        let facts: Vec<Beside<'_>> = facts.iter().map(|(of, id)| Beside { of: *of, id }).collect();
        let above: Vec<String> = above.iter().map(|name| (*name).to_owned()).collect();
        meant(&directory, of, &candidates, (&facts, &above)).map(|entry| entry.id.clone())
    }

    #[test]
    fn a_thing_is_settled_where_one_alone_agrees_with_the_row() {
        let levels = ["l1", "l2", "l3"];
        let level = |facts: &[(IdOf, &str)]| settled(IdOf::JobLevel, &levels, facts, &[]);
        assert_eq!(level(&[(IdOf::Job, "j1")]).as_deref(), Some("l1"));
        assert_eq!(level(&[(IdOf::Job, "j2")]).as_deref(), Some("l2"));
        let none: [&[(IdOf, &str)]; 4] =
            [&[], &[(IdOf::Job, "j3")], &[(IdOf::Job, "j4")], &[(IdOf::Job, "j9")]];
        for facts in none {
            assert_eq!(level(facts), None, "{facts:?}");
        }
        let positions = ["p1", "p2"];
        let position = |facts: &[(IdOf, &str)]| settled(IdOf::Position, &positions, facts, &[]);
        assert_eq!(position(&[(IdOf::Department, "d4")]).as_deref(), Some("p2"));
        assert_eq!(position(&[(IdOf::Department, "d4"), (IdOf::Job, "j1")]), None, "they differ");
        assert_eq!(position(&[(IdOf::Department, "d1")]), None);
    }

    #[test]
    fn a_department_is_settled_by_what_it_stands_below() {
        let among = ["d3", "d4", "d6"];
        let department = |facts: &[(IdOf, &str)], above: &[&str]| {
            settled(IdOf::Department, &among, facts, above)
        };
        assert_eq!(department(&[], &["云帆"]).as_deref(), Some("d4"));
        assert_eq!(department(&[], &["星河", "财务", "综合部"]).as_deref(), Some("d6"));
        assert_eq!(department(&[], &["星河", "", "综合部"]), None, "two are there");
        assert_eq!(department(&[], &["云帆", "财务"]), None, "nothing is there");
        assert_eq!(department(&[], &["云帆", "无", " "]).as_deref(), Some("d4"));
        assert_eq!(department(&[(IdOf::Company, "c1")], &[]).as_deref(), Some("d4"));
        assert_eq!(department(&[(IdOf::Company, "c2")], &[]), None);
        assert_eq!(department(&[(IdOf::Position, "p1")], &[]).as_deref(), Some("d3"));
    }

    #[test]
    fn nobody_s_manager_is_settled_by_a_department() {
        let facts = [(IdOf::Department, "d3")];
        assert_eq!(settled(IdOf::JobData, &["e1", "e2"], &facts, &[]), None);
    }
}
