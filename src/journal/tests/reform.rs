//! Journals of before schema 4 mean the same people: by hashes made anew from what they keep in the
//! clear, and where that was erased, by what is near.

use super::past::PAST;
use super::*;
use crate::check::testing::{binding, place, row};
use crate::check::{Checker, Record};
use crate::kinds;
use crate::plan::{Clash, payload};
use crate::rows::Origins;

use Admission::{Changed, Conflict, New, Unchanged};

const PATHS: [&str; 4] =
    ["basic_info.name", "basic_info.email", "basic_info.mobile_country_code", "basic_info.mobile"];

fn record(cells: [&str; 4]) -> Record {
    let binding = binding(&kinds::talent::TALENT, &PATHS);
    let mut problems = Vec::new();
    let record = Checker::new(Arc::new(binding), place(), false).check(
        &row(&cells),
        Origins::NONE,
        &mut problems,
    );
    record.unwrap_or_else(|| panic!("{problems:?}"))
}

/// What becomes of one row alone.
fn admitted(journal: &mut Journal, now: Timestamp, cells: [&str; 4]) -> Admission {
    let ids = IdTypes {
        user: "people_corehr_id".into(),
        talent_user: "open_id".into(),
        department: "people_corehr_department_id".into(),
    };
    let record = record(cells);
    let job = Job::of(&record, &ids, journal.hash_key(), None, payload::body(&record));
    let (run, admissions) = draft(journal, &[job], now);
    journal.drop_draft(run).unwrap();
    admissions[0]
}

#[test]
fn a_journal_of_schema_3_knows_its_people_by_today_s_form_of_keys() {
    let past = PAST.iter().find(|past| past.name == "v3-people").unwrap();
    let desk = past.left();
    let mut journal = past.open(&desk);
    let mut of = |cells| admitted(&mut journal, desk.now, cells);
    // The rows as they were: of the first four only hashes are left. Padded names are closed up since,
    // so that their people are the same and what is said of them is not.
    assert_eq!(of(["Li  Si", "lisi@example.com", "CN_9", "+852 9123 4567"]), Unchanged(JobId(1)));
    assert_eq!(of(["张 三", "zhangsan@example.com", "", "13800138000"]), Changed(JobId(2)));
    assert_eq!(of(["王五", "", "CN_9", "91234568"]), Unchanged(JobId(3)));
    assert_eq!(of(["赵 六", "", "", "13900139000"]), Changed(JobId(5)));
    assert_eq!(of(["Chris Ho", "", "CN_9", "61234568"]), Unchanged(JobId(7)));
    // Other spellings of who is kept in the clear.
    assert_eq!(of(["赵六", "", "", "13900139000"]), Changed(JobId(5)));
    assert_eq!(of(["Ben Kim", "ben@example.com", "CN_9", "61234567"]), Unchanged(JobId(6)));
    assert_eq!(of(["Chris Ho", "", "CN_9", "+852 6123 4568"]), Unchanged(JobId(7)));
    // And of who was erased: a near match is a conflict, never new.
    assert_eq!(of(["王五", "", "CN_9", "+852 9123 4568"]), Unchanged(JobId(3)));
    assert_eq!(of(["Anna Weber", "", "CN_9", "91234569"]), Conflict(Clash::MaybeErased));
    assert_eq!(of(["Anna Weber", "", "CN_9", "+852 9123 4569"]), Changed(JobId(4)));
    assert_eq!(of(["张三", "", "", "13800138000"]), Conflict(Clash::SomebodyElse));
    assert_eq!(of(["Nobody", "", "CN_9", "61234000"]), New);
}

#[test]
fn the_form_of_keys_is_made_anew_once() {
    for past in PAST.iter().filter(|past| past.schema == 3) {
        let desk = past.left();
        let keys = |journal: &Journal| {
            let read = journal.read(|connection| {
                let mut select = connection.prepare("SELECT hash, kind, job FROM job_keys")?;
                let found = select.query_map([], |row| {
                    Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
                })?;
                Ok(found.collect::<Result<Vec<_>, _>>()?)
            });
            read.unwrap()
        };
        let journal = past.open(&desk);
        let first = keys(&journal);
        journal.close().unwrap();
        let journal = past.open(&desk);
        assert_eq!(keys(&journal), first, "{}", past.name);
    }
}
