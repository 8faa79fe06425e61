//! Identity and digest of rows that went through the real checks.

use std::sync::Arc;

use proptest::prelude::*;

use super::identity::{HashKey, plan};
use super::{IdTypes, Job, KeyKind};
use crate::check::Checker;
use crate::check::testing::{binding, place, row};
use crate::gather::Origins;
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::spec::Kind;

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
    let paths: Vec<&str> = cells.iter().map(|(path, _)| *path).collect();
    let texts: Vec<&str> = cells.iter().map(|(_, text)| *text).collect();
    let binding = binding(kind, &paths);
    let mut problems = Vec::new();
    let record =
        Checker::new(Arc::new(binding), place()).check(&row(&texts), Origins::NONE, &mut problems);
    let record = record.unwrap_or_else(|| panic!("{problems:?}"));
    plan(&record, ids, &HashKey(key), 0)
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The order of columns makes no difference; a value, and the place that it stands at, do.
    #[test]
    fn the_digest_follows_the_content_and_nothing_else(
        order in Just((0..PERSON.len()).collect::<Vec<_>>()).prop_shuffle(),
        works in "[a-z]{1,8}",
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
