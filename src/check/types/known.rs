//! An ID whose list of the tenant is known: the cell may hold the ID, a code, a name or a path, and an ID
//! that the list lacks is none.
//!
//! Must not know: how a text is found in a list, what an ID looks like.

use super::{Context, Notes};
use crate::check::value::CowStr;
use crate::problem::{Arg, Code, Complaint, both};
use crate::resolve::{Directory, Entry, Found, List, person};
use crate::spec::{IdOf, awaited};

/// Shorter texts are names or codes of which the list knows nothing; longer ones may be IDs.
const SHORTEST_ID: usize = 15;
/// Entries that are named of several.
const SHOWN: usize = 5;

/// The tenant's list of these IDs, where it is known.
pub(super) fn list<'a>(of: IdOf, cx: &Context<'a>) -> Option<(&'a Directory, &'a List)> {
    let directory = cx.reading.directory.as_deref()?;
    directory.list(of).map(|list| (directory, list))
}

/// The ID that a text stands for. `shaped` reads it where the list knows nothing of it: for its damage,
/// and as an ID that may have been made since the list was read.
pub(super) fn read<'t>(
    text: &'t str,
    (directory, list): (&Directory, &List),
    shaped: impl FnOnce(&mut Notes) -> Result<CowStr<'t>, Complaint>,
    notes: &mut Notes,
) -> Result<CowStr<'t>, Complaint> {
    if awaited::owner(text).is_some() {
        // What stands for an ID that is not known yet is muster's own to write.
        return shaped(notes);
    }
    let near = match list.find(text) {
        Found::One(entry) if entry.id == text => return Ok(text.into()),
        Found::One(entry) => {
            if list.is_also_wider(entry, text) {
                notes.warn(Complaint::with(Code::PlaceAlsoWider, [list.path(entry)]));
            }
            return Ok(CowStr::copy_of(&entry.id));
        }
        Found::Inactive(entry) if list.is_of_people() => {
            let number = entry.codes.first().cloned().unwrap_or_default();
            return Err(Complaint::with(Code::PersonLeft, [number]));
        }
        Found::Inactive(entry) => {
            return Err(Complaint::with(Code::EntryInactive, [list.path(entry)]));
        }
        Found::Several(entries) => {
            notes.candidates = entries.iter().map(|entry| entry.id.clone()).collect();
            return Err(several(directory, list, &entries));
        }
        Found::Nothing(near) => near,
    };
    let is_country = directory.list(IdOf::Country).is_some_and(|own| std::ptr::eq(own, list));
    if let Some(country) = is_country.then(|| directory.country_named(text)).flatten() {
        return Ok(CowStr::copy_of(&country.id));
    }
    let mut own = Notes::default();
    match shaped(&mut own) {
        Err(why) if !is_shape(why.code) => Err(why),
        // Where not all are known, an ID is as good as it can be, unless it is known to be another's.
        Ok(id) if list.is_partial() && person::is_id(&id) => {
            id_of_somebody(&id, directory, notes)?;
            own.warnings.into_iter().for_each(|warning| notes.warn(warning));
            Ok(id)
        }
        // Somebody has the number, and is not called so.
        Ok(_) | Err(_) if list.is_partial() && holds_number_of(list, text) => {
            Err(Complaint::with(Code::NameUnknown, [nearest(list, &near)]))
        }
        Ok(_) | Err(_) if list.is_partial() => not_asked(text, directory, notes),
        Ok(id) if may_be_id(&id) && directory.is_old() => {
            own.warnings.into_iter().for_each(|warning| notes.warn(warning));
            notes.warn(Complaint::with(Code::IdNotSeen, ["muster refs pull"]));
            Ok(id)
        }
        Ok(id) if may_be_id(&id) => Err(Complaint::new(Code::IdUnknown)),
        Ok(_) | Err(_) => Err(Complaint::with(Code::NameUnknown, [nearest(list, &near)])),
    }
}

/// Tell what is known of an ID that none has of those who were looked up.
fn id_of_somebody(id: &str, directory: &Directory, notes: &mut Notes) -> Result<(), Complaint> {
    let of = directory.lists().find(|(_, list)| list.of_id(id).is_some()).map(|(of, _)| of);
    if of.is_some_and(|of| of != IdOf::Employment) {
        return Err(Complaint::new(Code::IdUnknown));
    }
    if !directory.has_asked() && !directory.is_nobody(id) {
        notes.warn(Complaint::new(Code::PersonNotAsked));
    } else if of.is_some() {
        // An employment of which the job data could not be read.
        return Err(Complaint::new(Code::PersonUnread));
    } else {
        notes.warn(Complaint::with(Code::IdNotSeen, ["muster refs pull --people"]));
    }
    Ok(())
}

/// Whether it is known who has the number behind a name.
fn holds_number_of(list: &List, text: &str) -> bool {
    let number = person::number_behind(text);
    number.is_some_and(|number| !matches!(list.known(&number), Found::Nothing(_)))
}

/// Somebody whom none of those is who were looked up.
fn not_asked<'t>(
    text: &'t str,
    directory: &Directory,
    notes: &mut Notes,
) -> Result<CowStr<'t>, Complaint> {
    if directory.is_nobody(text) {
        return Err(Complaint::new(Code::PersonUnknown));
    }
    if directory.has_asked() {
        return Err(Complaint::new(Code::PersonUnread));
    }
    notes.warn(Complaint::new(Code::PersonNotAsked));
    Ok(text.into())
}

/// The text is written as no ID is.
const fn is_shape(code: Code) -> bool {
    matches!(code, Code::IdIsName | Code::NotAnId | Code::NotAPlaceCode | Code::IdOfOtherType)
}

fn may_be_id(text: &str) -> bool {
    text.len() >= SHORTEST_ID
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// Several entries that a text may mean, each by what tells it from the others; and what to write for the
/// first of them.
fn several(directory: &Directory, list: &List, entries: &[&Entry]) -> Complaint {
    let shown: Vec<String> =
        entries.iter().take(SHOWN).map(|one| told(directory, list, one)).collect();
    let rest = entries.len().saturating_sub(shown.len());
    let more = |text: String| if rest > 0 { text } else { String::new() };
    let zh = shown.join("、") + &more(format!("，等 {} 个", entries.len()));
    let en = shown.join(", ") + &more(format!(" and {rest} more"));
    let first = entries.first().map(|one| told_alone(list, one)).unwrap_or_default();
    Complaint::with(Code::NameAmbiguous, [both(&zh, &en), first.into()])
}

/// An entry by its path; where that is only its name again, by its code.
fn told_alone(list: &List, entry: &Entry) -> String {
    let path = list.path(entry);
    let code = || entry.codes.first().unwrap_or(&entry.id).clone();
    if path == entry.name() { code() } else { path }
}

/// The same, with what it belongs to.
fn told(directory: &Directory, list: &List, entry: &Entry) -> String {
    let alone = told_alone(list, entry);
    let within = entry.within.iter().find_map(|id| {
        directory.lists().find_map(|(_, list)| list.of_id(id).map(|entry| list.path(entry)))
    });
    match within {
        Some(within) => format!("{alone} ({within})"),
        None => alone,
    }
}

/// An entry as a cell may name it: of a person, with the number.
fn written(list: &List, entry: &Entry) -> String {
    let path = list.path(entry);
    match entry.codes.first() {
        Some(number) if list.is_of_people() && path == entry.name() => format!("{path}({number})"),
        Some(_) | None => path,
    }
}

/// The nearest entries as a remark; empty where none is near.
fn nearest(list: &List, near: &[&Entry]) -> Arg {
    if near.is_empty() {
        return Arg::default();
    }
    let paths: Vec<String> = near.iter().map(|entry| written(list, entry)).collect();
    both(
        &format!("（最接近的：{}）", paths.join("、")),
        &format!(" (nearest: {})", paths.join(", ")),
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::types::testing::reading;
    use crate::check::types::{id, read as read_cell};
    use crate::check::value::Value;
    use crate::reading::ReadOptions;
    use crate::sheet::RawCell;
    use crate::spec::FieldType;

    fn entry(id: &str, parent: Option<&str>, name: &str) -> Entry {
        Entry {
            id: id.into(),
            codes: [format!("C-{name}")].into(),
            names: [name.to_owned()].into(),
            parent: parent.map(str::to_owned),
            within: [].into(),
            owner: None,
            wants: None,
            since: None,
            active: name != "旧部门",
        }
    }

    fn known(is_old: bool) -> ReadOptions {
        let departments = vec![
            entry("6890452208593372001", None, "研发中心"),
            entry("6890452208593372002", Some("6890452208593372001"), "后端组"),
            entry("6890452208593372003", Some("6890452208593372001"), "综合部"),
            entry("6890452208593372004", None, "综合部"),
            entry("6890452208593372005", None, "旧部门"),
            entry("6890452208593372006", None, "10234"),
        ];
        let mut twins = [entry("71", None, "张伟"), entry("72", None, "张伟")];
        twins[0].within = ["6890452208593372002".to_owned()].into();
        let lists = [(IdOf::Department, departments), (IdOf::JobData, twins.to_vec())];
        ReadOptions { directory: Some(Arc::new(Directory::new(lists, is_old))), ..reading() }
    }

    fn of(
        of: IdOf,
        cell: RawCell<'_>,
        reading: &ReadOptions,
    ) -> (Result<String, Complaint>, Vec<Code>) {
        let mut notes = Notes::default();
        let cx = Context { path: "department_id", ..Context::new(reading) };
        let read = read_cell(FieldType::Id(of), cell, &cx, &mut notes);
        let read = read.map(|value| match value {
            Some(Value::Text(id)) => id.to_string(),
            Some(Value::Int(_) | Value::List(_)) | None => String::new(),
        });
        (read, notes.warnings.iter().map(|warning| warning.code).collect())
    }

    fn department(text: &str) -> Result<String, Code> {
        of(IdOf::Department, RawCell::Text(text), &known(false)).0.map_err(|why| why.code)
    }

    #[test]
    fn a_country_is_one_however_people_call_it() {
        let known = Some(Arc::new(crate::check::types::testing::dialling()));
        let reading = ReadOptions { directory: known, ..reading() };
        let read =
            |text| of(IdOf::Country, RawCell::Text(text), &reading).0.map_err(|why| why.code);
        for (text, want) in [
            ("中国大陆", "CN_1"),
            ("中国籍", "CN_1"),
            ("CN", "CN_1"),
            ("香港", "CN_9"),
            ("USA", "CN_5"),
            ("台湾", "CN_8"),
            ("Taiwan", "CN_8"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(want), "{text}");
        }
        for text in ["火星", "XX", "中国香港 +852"] {
            assert_eq!(read(text), Err(Code::NameUnknown), "{text}");
        }
    }

    #[test]
    fn a_city_that_is_called_as_its_province_is_taken_and_told() {
        let place = |id: &str, name: &str, within: &[&str]| Entry {
            within: within.iter().map(|id| (*id).to_owned()).collect(),
            codes: Vec::new().into(),
            ..entry(id, None, name)
        };
        let lists = [
            (IdOf::Province, vec![place("PR_7", "吉林省", &[]), place("PR_1", "北京市", &[])]),
            (
                IdOf::City,
                vec![place("CT_1", "吉林市", &["PR_7"]), place("CT_2", "北京市", &["PR_1"])],
            ),
        ];
        let directory = Some(Arc::new(Directory::new(lists, false)));
        let reading = ReadOptions { directory, ..reading() };
        for (text, id, told) in [
            ("吉林", "CT_1", vec![Code::PlaceAlsoWider]),
            ("吉林市", "CT_1", vec![]),
            ("吉林省吉林市", "CT_1", vec![]),
            ("北京", "CT_2", vec![]),
        ] {
            let read = of(IdOf::City, RawCell::Text(text), &reading);
            assert_eq!((read.0.as_deref(), read.1), (Ok(id), told), "{text}");
        }
    }

    #[test]
    fn what_the_list_knows_is_read_however_it_is_written() {
        for text in ["6890452208593372002", "后端组", " 后端组 ", "C-后端组", "研发中心/后端组"]
        {
            assert_eq!(department(text).as_deref(), Ok("6890452208593372002"), "{text}");
        }
        assert_eq!(department("10234").as_deref(), Ok("6890452208593372006"));
        let number = of(IdOf::Department, RawCell::Number(10234.0), &known(false)).0;
        assert_eq!(number.as_deref(), Ok("6890452208593372006"));
    }

    #[test]
    fn what_it_does_not_know_is_an_error_with_a_way_out() {
        for (text, code) in [
            ("综合部", Code::NameAmbiguous),
            ("旧部门", Code::EntryInactive),
            ("后端", Code::NameUnknown),
            ("D000", Code::NameUnknown),
            ("财务部", Code::NameUnknown),
            ("6890452208593379999", Code::IdUnknown),
            ("6.89045E+18", Code::DigitsLost),
            ("3月4日", Code::DateHere),
        ] {
            assert_eq!(department(text), Err(code), "{text}");
        }
        let number = of(IdOf::Department, RawCell::Number(7.0), &known(false)).0;
        assert_eq!(number.unwrap_err().code, Code::NameUnknown);
    }

    #[test]
    fn an_id_that_may_be_new_is_taken_with_a_warning_where_the_list_is_old() {
        let of = |text| of(IdOf::Department, RawCell::Text(text), &known(true));
        let (id, warnings) = of("6890452208593379999");
        assert_eq!((id.as_deref(), warnings), (Ok("6890452208593379999"), vec![Code::IdNotSeen]));
        assert_eq!(of("后端").0.unwrap_err().code, Code::NameUnknown);
    }

    #[test]
    fn a_list_that_is_not_known_leaves_ids_as_they_are() {
        let reading = known(false);
        let cx = Context { path: "job_id", ..Context::new(&reading) };
        let id = id::from_text("6890452208593379999", IdOf::Job, &cx, &mut Notes::default());
        assert_eq!(id.as_deref(), Ok("6890452208593379999"));
    }

    #[test]
    fn candidates_and_the_nearest_are_told_by_what_tells_them_apart() {
        let reading = known(false);
        let why = |of_list, text| of(of_list, RawCell::Text(text), &reading).0.unwrap_err();
        let zh = |why: &Complaint| why.message(crate::problem::Lang::Zh);
        let several = why(IdOf::Department, "综合部");
        assert!(zh(&several).contains("研发中心/综合部、C-综合部"), "{}", zh(&several));
        let twins = why(IdOf::JobData, "张伟");
        assert!(zh(&twins).contains("C-张伟 (研发中心/后端组)"), "{}", zh(&twins));
        let near = why(IdOf::Department, "研发中心/后端");
        assert!(zh(&near).contains("研发中心/后端组"), "{}", zh(&near));
        assert!(!zh(&why(IdOf::Department, "财务部")).contains('（'));
    }
}
