//! Identity and digest of rows that went through the real checks: what the input, the journal and the
//! tenant make of them.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::check::testing::{binding, place, row};
use crate::check::{Checker, Record, ValueRef};
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::plan::{Job, payload};
use crate::rows::Origins;
use crate::spec::Kind;
use crate::spec::{IdTypes, KeyKind};

const PERSON: [(&str, &str); 6] = [
    ("basic_info.name", "王小明"),
    ("basic_info.email", "Wang@Example.com"),
    ("basic_info.mobile", "13800138000"),
    ("basic_info.mobile_country_code", "CN_1"),
    ("basic_info.identification.identification_type", "2"),
    ("basic_info.identification.identification_number", "e12345678"),
];

fn ids(user: &str) -> IdTypes {
    IdTypes { user: user.into(), talent_user: "people_admin_id".into(), department: "d".into() }
}

fn job_with(kind: &'static Kind, cells: &[(&str, &str)], ids: &IdTypes, key: [u8; 32]) -> Job {
    let record = checked(kind, cells);
    Job::of(&record, ids, &HashKey(key), None, payload::body(&record))
}

fn checked(kind: &'static Kind, cells: &[(&str, &str)]) -> Record {
    let paths: Vec<&str> = cells.iter().map(|(path, _)| *path).collect();
    let texts: Vec<&str> = cells.iter().map(|(_, text)| *text).collect();
    let binding = binding(kind, &paths);
    let mut problems = Vec::new();
    let record = Checker::new(Arc::new(binding), place(), false).check(
        &row(&texts),
        Origins::NONE,
        &mut problems,
    );
    record.unwrap_or_else(|| panic!("{problems:?}"))
}

fn person(change: &[(&str, &str)]) -> Job {
    let mut cells = PERSON.to_vec();
    for (path, text) in change {
        match cells.iter_mut().find(|(old, _)| old == path) {
            Some(cell) => cell.1 = text,
            None => cells.push((path, text)),
        }
    }
    job_with(&TALENT, &cells, &ids("u"), [1; 32])
}

fn employment(effective: &str, user_id_type: &str) -> Job {
    let cells = [
        ("employment_id", "6893014062142064135"),
        ("employee_type_id", "6893014062142064136"),
        ("working_hours_type_id", "6893014062142064137"),
        ("department_id", "6893014062142064138"),
        ("effective_time", effective),
    ];
    job_with(&JOB_DATA, &cells, &ids(user_id_type), [1; 32])
}

#[test]
fn a_person_is_known_by_document_mobile_and_email_however_they_are_written() {
    let job = person(&[]);
    let kinds: Vec<KeyKind> = job.keys.iter().map(|key| key.kind).collect();
    assert_eq!(kinds, [KeyKind::Document, KeyKind::Mobile, KeyKind::Email]);
    assert_eq!(job.lookup.mobile, Some(("86".into(), "13800138000".into())));
    assert_eq!(job.query, [("user_id_type".to_owned(), "people_admin_id".to_owned())]);
    let same = person(&[
        ("basic_info.email", "wang@example.COM"),
        ("basic_info.identification.identification_number", "E12345678"),
        ("basic_info.mobile", "138 0013 8000"),
    ]);
    assert_eq!(job.keys, same.keys);
    assert_eq!(job.name, same.name);
    assert_ne!(job.keys[1], person(&[("basic_info.mobile", "13800138001")]).keys[1]);
    let passport = "basic_info.identification.identification_type";
    assert_ne!(job.keys[0], person(&[(passport, "5")]).keys[0], "another type of document");
}

#[test]
fn a_corrected_date_is_the_same_employment_with_other_content() {
    let first = employment("2026-01-01", "people_corehr_id");
    let moved = employment("2026-02-01", "people_corehr_id");
    assert_eq!(first.keys, moved.keys);
    assert_ne!(first.digest, moved.digest);
    let other = employment("2026-01-01", "open_id");
    assert_ne!(first.keys, other.keys, "the same number of another id type is somebody else");
    assert_ne!(first.digest, other.digest);
    assert_eq!(first.lookup.effective.as_deref(), Some("2026-01-01 00:00:00"));
    let names: Vec<&str> = first.query.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["user_id_type", "department_id_type"]);
}

#[test]
fn another_journal_hashes_otherwise() {
    let here = job_with(&TALENT, &PERSON, &ids("u"), [1; 32]);
    let there = job_with(&TALENT, &PERSON, &ids("u"), [2; 32]);
    assert_ne!(here.digest, there.digest);
    assert!(here.keys.iter().all(|key| !there.keys.contains(key)));
}

/// The digest is kept in every journal: a change of its form makes every record `changed`.
#[test]
fn the_digest_is_what_it_was() {
    let job = person(&[]);
    assert_eq!(
        blake3::Hash::from_bytes(job.digest).to_hex().as_str(),
        "ae1d8133aa4e3a9e6a070ec7e5916830f32821b9c068f4aad27f46b1542f6a8e"
    );
    let keys: Vec<String> =
        job.keys.iter().map(|key| format!("{:032x}", u128::from_be_bytes(key.hash))).collect();
    assert_eq!(
        keys,
        [
            "59b7c5314c4a296accefba7b1098bb59",
            "42866e4977c9c720ab314c42325e8312",
            "806dbdbb9bab9615d88cdd9006e10209"
        ]
    );
}

/// Its bytes, put together as they are said to be: every path with its value, in the order of paths.
fn plain_digest(record: &Record, ids: &IdTypes, key: &HashKey) -> [u8; 32] {
    let mut bytes = Vec::new();
    let mut put = |part: &str| {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    };
    ["digest", "1", record.kind().id.label()].into_iter().for_each(&mut put);
    for (name, value) in record.kind().remote.query(ids) {
        put(&name);
        put(&value);
    }
    let mut values: Vec<_> =
        record.values().map(|(slot, value)| (slot.to_string(), value)).collect();
    values.sort_by(|one, other| one.0.cmp(&other.0));
    for (path, value) in values {
        put(&path);
        match value {
            ValueRef::Text(text) => ["text", text].into_iter().for_each(&mut put),
            ValueRef::Int(int) => ["int", &int.to_string()].into_iter().for_each(&mut put),
            ValueRef::List(items) => {
                ["list", &items.iter().len().to_string()].into_iter().for_each(&mut put);
                items.iter().for_each(&mut put);
            }
        }
    }
    *blake3::keyed_hash(&key.0, &bytes).as_bytes()
}

#[test]
fn the_digest_of_a_record_with_every_sort_of_place_is_that_of_its_paths_in_order() {
    let cells = [
        ("works_list[1].desc", "z"),
        ("education_list[10].school", "十"),
        ("education_list[2].school", "二"),
        ("custom:6934193211960330504", "甲"),
        ("folder_id_list", "6942778198054125570;6942778198054125571"),
        ("basic_info.gender", "男"),
    ];
    let mut left = Vec::from(PERSON);
    left.extend(cells);
    // With every cell, and without each of them.
    while !left.is_empty() {
        let record = checked(&TALENT, &left);
        let (ids, key) = (ids("u"), HashKey([3; 32]));
        assert_eq!(digest(&record, &ids, &key), plain_digest(&record, &ids, &key), "{left:?}");
        if left.len() <= PERSON.len() {
            break;
        }
        left.pop();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The order of columns makes no difference; a value, and the place that it stands at, do.
    #[test]
    fn the_digest_follows_the_content_and_nothing_else(
        order in Just((0..PERSON.len()).collect::<Vec<_>>()).prop_shuffle(),
        works in "[a-m][a-z]{0,7}",
    ) {
        let note = ("works_list[1].desc", works.as_str());
        let mut cells: Vec<(&str, &str)> = order.iter().map(|place| PERSON[*place]).collect();
        let plain = job_with(&TALENT, &cells, &ids("u"), [1; 32]);
        prop_assert_eq!(plain.digest, person(&[]).digest);
        cells.insert(0, note);
        let with_note = job_with(&TALENT, &cells, &ids("u"), [1; 32]);
        prop_assert_ne!(with_note.digest, plain.digest);
        prop_assert_eq!(with_note.keys, plain.keys);
        cells[0] = ("works_list[1].desc", "Z");
        prop_assert_ne!(job_with(&TALENT, &cells, &ids("u"), [1; 32]).digest, with_note.digest);
    }
}

/// A row of a person, as a sheet may have it: spellings of a few values.
#[derive(Clone, Debug)]
struct Spelt {
    name: &'static str,
    document: (&'static str, &'static str),
    mobile: (&'static str, &'static str),
    email: &'static str,
}

fn spelt() -> impl Strategy<Value = Spelt> {
    let name =
        prop::sample::select(vec!["张三", "张 三", "张\u{3000}三", "李四", "Li Si", "LI  SI"]);
    let document = prop::sample::select(vec![
        ("", ""),
        ("其他", "ab123456"),
        ("其他", "AB123456"),
        ("护照", "ab123456"),
        ("护照", "E12345678"),
    ]);
    let mobile = prop::sample::select(vec![
        ("", ""),
        ("", "13800138000"),
        ("CN_1", "+86 138-0013-8000"),
        ("CN_9", "91234567"),
        ("CN_9", "+852 9123 4567"),
        ("CN_10", "91234567"),
    ]);
    let email = prop::sample::select(vec!["", "Wang@Example.com", "wang@example.com", "li@x.cn"]);
    (name, document, mobile, email)
        .prop_map(|(name, document, mobile, email)| Spelt { name, document, mobile, email })
        .prop_filter("somebody can be told from others", |one| {
            !(one.document.1.is_empty() && one.mobile.1.is_empty() && one.email.is_empty())
        })
}

impl Spelt {
    fn record(&self) -> Record {
        let cells = [
            ("basic_info.name", self.name),
            ("basic_info.identification.identification_type", self.document.0),
            ("basic_info.identification.identification_number", self.document.1),
            ("basic_info.mobile_country_code", self.mobile.0),
            ("basic_info.mobile", self.mobile.1),
            ("basic_info.email", self.email),
        ];
        let cells: Vec<_> = cells.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        checked(&TALENT, &cells)
    }

    fn job(&self) -> Job {
        Job::of(&self.record(), &ids("u"), &HashKey([1; 32]), None, String::new())
    }
}

/// Whether two rows of one file are told to share a key.
fn repeats(one: &Record, other: &Record) -> bool {
    let (mut repeats, mut problems) = (Repeats::new(), Vec::new());
    assert!(repeats.see(one, &Marks::of(one), &place(), &mut problems));
    !repeats.see(other, &Marks::of(other), &place(), &mut problems)
}

fn shares_a_key(one: &Job, other: &Job) -> bool {
    one.keys.iter().any(|key| other.keys.contains(key))
}

fn mobile(country: &'static str, number: &'static str) -> Spelt {
    Spelt { name: "张三", document: ("", ""), mobile: (country, number), email: "" }
}

#[test]
fn a_document_is_one_in_the_file_and_in_the_journal_whatever_its_case() {
    let document = |number| Spelt { document: ("其他", number), ..mobile("", "13800138000") };
    let of = |number, mobile| Spelt { mobile: ("", mobile), ..document(number) };
    let (one, other) = (of("ab123456", "13800138000"), of("AB123456", "13900139000"));
    assert!(repeats(&one.record(), &other.record()));
    assert!(shares_a_key(&one.job(), &other.job()));
}

#[test]
fn a_number_abroad_is_one_with_its_dialling_code_and_without() {
    let (bare, dialled) = (mobile("CN_9", "91234567"), mobile("CN_9", "+852 9123 4567"));
    assert!(repeats(&bare.record(), &dialled.record()));
    assert_eq!(bare.job().keys, dialled.job().keys);
    assert!(!shares_a_key(&bare.job(), &mobile("CN_10", "91234567").job()), "another country");
    // What journals before schema 4 kept of the one that says it.
    let former = dialled.job().former.mobile.unwrap();
    assert!(behind_any("91234567", &HashKey([1; 32])).any(|key| key == former));
    assert_eq!(bare.job().former.undialled.as_deref(), Some("91234567"));
    assert!(behind_any("091234567", &HashKey([1; 32])).any(|key| key == former), "a trunk prefix");
    // A Chinese number is no erased one abroad.
    let chinese = mobile("", "13800138000").job().keys[0];
    assert!(behind_any("13800138000", &HashKey([1; 32])).all(|key| key != chinese));
}

#[test]
fn a_name_is_one_in_the_journal_and_in_the_tenant_whatever_its_blanks() {
    let named = |name| Spelt { name, ..mobile("", "13800138000") };
    assert_eq!(named("张 三").job().name, named("张三").job().name);
    let hit = [(KeyKind::Mobile, "1".to_owned())];
    let person = judge::person(&hit, Some("张三"), |_| judge::Name::Is("张 三"));
    assert_eq!(person, judge::Person::Same("1".into()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// What one judge calls a shared key or one name, all judges do: the file, the journal, the tenant.
    #[test]
    fn all_judges_agree(one in spelt(), other in spelt()) {
        let records = [one.record(), other.record()];
        let jobs = [one.job(), other.job()];
        prop_assert_eq!(repeats(&records[0], &records[1]), shares_a_key(&jobs[0], &jobs[1]));
        prop_assert_eq!(same_name(one.name, other.name), jobs[0].name == jobs[1].name);
        let hit = [(KeyKind::Email, "1".to_owned())];
        let person = judge::person(&hit, Some(one.name), |_| judge::Name::Is(other.name));
        let is_same = person == judge::Person::Same("1".into());
        prop_assert_eq!(is_same, jobs[0].name == jobs[1].name);
    }
}
