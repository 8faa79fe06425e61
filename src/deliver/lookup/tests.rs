//! Batches, answered from tables.

use super::*;
use crate::api::reads::{PersonHit, Placed, Question, RecordHit};
use crate::identity::LookupKeys;
use crate::identity::judge::{Doubtful, Employment, Person};
use crate::kinds::endpoints;

fn wanted(name: &str, mobile: &str, email: &str) -> Wanted {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let keys = LookupKeys {
        name: some(name),
        mobile: some(mobile).map(|number| ("86".to_owned(), number)),
        email: some(email),
        ..LookupKeys::default()
    };
    Wanted { keys, query: vec![("user_id_type".into(), "people_admin_id".into())] }
}

fn people(wanted: Vec<Wanted>) -> People {
    People::new(&endpoints::TALENT_IDS, &endpoints::TALENT_GET, wanted)
}

fn employments(wanted: Vec<Wanted>) -> Employments {
    let records = &endpoints::JOB_DATA_BATCH_GET;
    Employments::new(records, &endpoints::EMPLOYEE_BATCH_GET, wanted)
}

fn hit(id: &str) -> PersonHit {
    PersonHit { id: id.into(), mobile: None, email: None, document: None }
}

/// Answer everything that a batch asks from a table of key → talent and talent → name; `bad`
/// makes a call fail whole, harmlessly or not.
fn answer(asked: People, table: &[(&str, &str)], bad: (&str, bool)) -> (People, usize) {
    let mut batch = Batch::People(asked);
    let mut calls = 0;
    let of = |key: &str| table.iter().filter(|(k, _)| *k == key).map(|(_, v)| *v).collect();
    while let Some(read) = batch.take() {
        calls += 1;
        if read.keys().iter().any(|value| value == bad.0) {
            batch.back(Back::Refused { read, harmless: bad.1 });
            continue;
        }
        let Batch::People(people) = &mut batch else { panic!() };
        if let Question::Person { id } = &read.question {
            let names: Vec<&str> = of(id);
            people.named(id, names.first().map(|name| (*name).to_owned()));
        } else {
            let of = read.keys().iter().map(|key| of(key).into_iter().map(hit).collect());
            people.found(&read, &Placed { of: of.collect(), unplaced: 0 });
        }
        batch.back(Back::Answered);
    }
    assert!(batch.is_complete());
    let Batch::People(people) = batch else { panic!() };
    (people, calls)
}

#[test]
fn a_hundred_people_take_one_call_a_key_kind() {
    let many = (0..100).map(|n| wanted("张三", &format!("1380000{n:04}"), &format!("u{n}@a.cn")));
    let (people, calls) = answer(people(many.collect()), &[], ("", true));
    assert_eq!(calls, 2);
    assert!((0..100).all(|n| people.person(n) == Some(Person::Absent)));
    assert_eq!(people.person(100), None);
}

#[test]
fn a_bad_number_sinks_only_itself() {
    for harmless in [true, false] {
        let mut many: Vec<_> = (0..64).map(|n| wanted("张三", &format!("m{n}"), "")).collect();
        many.push(wanted("张三", "bad", ""));
        let table = [("m7", "t7"), ("t7", "张三"), ("m8", "t8"), ("t8", "李四")];
        let (people, calls) = answer(people(many), &table, ("bad", harmless));
        assert!(calls <= 2 * 8 + 2, "bisected in {calls} calls");
        assert_eq!(people.person(7), Some(Person::Same("t7".into())));
        assert_eq!(people.person(8), Some(Person::Conflict(Doubtful::NameDiffers)));
        assert_eq!(people.person(9), Some(Person::Absent));
        let alone = if harmless { Person::Absent } else { Person::Conflict(Doubtful::NotAskable) };
        assert_eq!(people.person(64), Some(alone));
    }
}

#[test]
fn two_rows_with_one_key_share_the_read_and_the_answer() {
    let (people, calls) = answer(
        people(vec![wanted("张三", "m1", "a@b.cn"), wanted("李四", "m1", "")]),
        &[("m1", "t1"), ("a@b.cn", "t1"), ("t1", "张三")],
        ("", true),
    );
    assert_eq!(calls, 3);
    assert_eq!(people.person(0), Some(Person::Same("t1".into())));
    assert_eq!(people.person(1), Some(Person::Conflict(Doubtful::NameDiffers)));
}

#[test]
fn an_answer_in_another_form_is_asked_for_key_by_key() {
    let mut people = people(vec![wanted("张三", "m1", ""), wanted("李四", "m2", "")]);
    let read = people.queue.waiting.pop_front().unwrap();
    people.found(&read, &Placed { of: vec![vec![], vec![]], unplaced: 1 });
    assert_eq!(people.queue.waiting.len(), 2);
    let single = people.queue.waiting.pop_front().unwrap();
    people.found(&single, &Placed { of: vec![vec![hit("t1")]], unplaced: 0 });
    assert_eq!(people.person(0), Some(Person::AskName("t1".into())));
}

#[test]
fn a_read_without_an_answer_is_asked_again() {
    let mut batch = Batch::People(people(vec![wanted("张三", "", "a@b.cn")]));
    let read = batch.take().unwrap();
    assert!(batch.peek().is_none() && !batch.is_complete());
    batch.back(Back::Again(read.clone()));
    assert!(batch.take() == Some(read));
}

#[test]
fn a_number_without_a_dialling_code_is_not_asked_for() {
    let mut one = wanted("张三", "m1", "");
    one.keys.mobile = Some((String::new(), "m1".into()));
    let mut batch = Batch::People(people(vec![one]));
    assert!(batch.take().is_none() && batch.is_complete());
}

#[test]
fn employments_are_known_by_their_id_and_its_type() {
    let of = |id: &str, kind: &str| Wanted {
        keys: LookupKeys {
            employment: Some(id.to_owned()),
            effective: Some("2024-05-01 00:00:00".into()),
            ..LookupKeys::default()
        },
        query: vec![("user_id_type".into(), kind.into())],
    };
    let mut all = employments(vec![of("e1", "a"), of("e2", "a"), of("e2", "b")]);
    assert_eq!(all.queue.waiting.len(), 2);
    let read = all.queue.waiting.pop_front().unwrap();
    let found = RecordHit {
        id: "j1".into(),
        version_id: None,
        effective_time: Some("2024-05-01 00:00:00".into()),
        department_id: None,
        reason: None,
        created_at: None,
    };
    all.found(&read, &Placed { of: vec![vec![], vec![found]], unplaced: 0 });
    assert_eq!((all.any(0), all.any(1), all.any(2)), (None, Some("j1"), None));
    assert_eq!(all.ours(0), Employment::None);
    assert_eq!(all.ours(1), Employment::Ours("j1".into()));
    assert_eq!(all.visible(0), None);
    all.queue.waiting.clear();
    all.ask_visible(&[0, 1]);
    let read = all.queue.waiting.pop_front().unwrap();
    all.seen(&read, &Placed { of: vec![vec!["e1".into()], vec![]], unplaced: 0 });
    assert_eq!((all.visible(0), all.visible(1)), (Some(true), Some(false)));
}
