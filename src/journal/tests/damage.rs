//! A file that was damaged while nobody had it open: told, or without consequence.

use super::*;
use crate::journal::RunId;
use crate::problem::Code;

/// A journal of 60 records, all made, closed well; its run.
fn made(desk: &Desk) -> RunId {
    let mut journal = desk.open();
    let rows: Vec<_> = (0..60).map(nth).collect();
    let run = approved(&mut journal, &rows, desk.now);
    clear_all(&mut journal, desk.now);
    for n in 0..60 {
        send(&mut journal, created(&format!("t-{n}")), desk.now);
    }
    journal.close().unwrap();
    run
}

/// Whatever byte is flipped: the journal is refused, or it still knows everybody who was made.
#[test]
fn no_flipped_byte_makes_it_forget_who_was_made() {
    let desk = Desk::new();
    let run = made(&desk);
    let sound = std::fs::read(desk.path()).unwrap();
    let (mut refused, mut harmless) = (0, 0);
    for n in 0..200 {
        let at = (n * 7919 + 13) % sound.len();
        let mut bytes = sound.clone();
        bytes[at] ^= 1 << (n % 8);
        std::fs::write(desk.path(), &bytes).unwrap();
        let opened = Journal::open(&desk.path(), &tenant(), desk.now);
        match opened.and_then(|journal| journal.totals(run)) {
            Ok(totals) => {
                harmless += 1;
                assert_eq!(totals.fate(Fate::Created), 60, "byte {at}");
            }
            Err(complaint) => {
                refused += 1;
                let told = [
                    Code::JournalUnreadable,
                    Code::JournalWrite,
                    Code::JournalOtherTenant,
                    Code::JournalNewer,
                    Code::JournalStep,
                    Code::RunMissing,
                ];
                assert!(told.contains(&complaint.code), "byte {at}: {complaint:?}");
            }
        }
        for ending in ["-wal", "-shm"] {
            let mut name = desk.path().into_os_string();
            name.push(ending);
            let _ = std::fs::remove_file(name);
        }
    }
    assert!(refused > 0 && harmless > 0, "{refused} refused, {harmless} harmless");
}

#[test]
fn a_journal_of_which_only_a_part_is_left_is_not_made_anew() {
    let desk = Desk::new();
    made(&desk);
    let sound = std::fs::read(desk.path()).unwrap();
    let page = 16_384;
    for length in [
        0,
        1,
        50,
        100,
        4096,
        page,
        3 * page,
        sound.len() / 2,
        sound.len() - 4096,
        sound.len() - page,
    ] {
        std::fs::write(desk.path(), &sound[..length]).unwrap();
        let error = Journal::open(&desk.path(), &tenant(), desk.now).unwrap_err();
        assert_eq!(error.code, Code::JournalUnreadable, "{length}: {error:?}");
        assert_eq!(std::fs::read(desk.path()).unwrap(), sound[..length], "{length}");
    }
}

/// What a power cut leaves is what was committed.
#[test]
fn a_commit_is_pressed_to_the_disk() {
    let desk = Desk::new();
    let journal = desk.open();
    let pragma = |name: &str| -> String {
        let value = |row: &rusqlite::Row<'_>| row.get::<_, rusqlite::types::Value>(0);
        match journal.connection.pragma_query_value(None, name, value).unwrap() {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other @ (rusqlite::types::Value::Null
            | rusqlite::types::Value::Real(_)
            | rusqlite::types::Value::Blob(_)) => format!("{other:?}"),
        }
    };
    assert_eq!((pragma("synchronous"), pragma("journal_mode")), ("2".into(), "wal".into()));
    assert_eq!((pragma("fullfsync"), pragma("secure_delete")), ("1".into(), "1".into()));
    assert_eq!((pragma("page_size"), pragma("foreign_keys")), ("16384".into(), "1".into()));
}
