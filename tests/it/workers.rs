//! However many threads check, what comes out is the same byte for byte: what is said, what would be
//! sent, what is planned.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::world::World;

const HEADER: &str = "姓名,手机号,邮箱,出生日期,学校,学历,身份证号\n";

/// What a row of a list of candidates may be, `n` being its number: sound, broken in one cell or
/// another, a repeat of the row before, another school of the person above, none at all.
fn line(sort: u8, n: usize) -> String {
    let mobile = 13_000_000_000 + n as u64;
    let sound = |name: &str, mobile: u64, mail: &str, born: &str, school: &str| {
        format!("{name},{mobile},{mail},{born},{school},本科,\n")
    };
    let mail = format!("t{n}@example.com");
    match sort {
        0..=5 => sound("张三", mobile, &mail, "1990-01-02", "北京大学"),
        6 => sound("李四", mobile, "no address", "1990-01-02", "北京大学"),
        7 => sound("王五", mobile - 1, &mail, "1990-01-02", "北京大学"),
        8 => sound("赵六", mobile, &mail, "3/4/1990", "北京大学"),
        9 => sound("钱七", mobile, &mail, "1990.01.02", "\"清华\n大学\""),
        10 => ",,,,清华大学,硕士,\n".to_owned(),
        11 => "\n".to_owned(),
        12 => "合计,,,,,,\n".to_owned(),
        13 => sound("孙\u{200B}八", 1, &mail, "1990-13-45", "?????"),
        14 => HEADER.to_owned(),
        // Only the whole column tells whether Excel has rounded it.
        16 => format!("吴十,{mobile},{mail},20.3.1984,甲大学,本科,110101199003071000\n"),
        _ => sound("周九", mobile, &mail, "26/4/1990", "北京大学"),
    }
}

#[test]
fn any_number_of_threads_finds_the_same() {
    let config = Config { cases: 6, failure_persistence: None, ..Config::default() };
    let sorts = prop::collection::vec(prop_oneof![30 => 0_u8..16, 1 => Just(16)], 600..1500);
    TestRunner::new(config)
        .run(&sorts, |sorts| {
            let mut csv = HEADER.to_owned();
            csv.extend(sorts.iter().enumerate().map(|(n, sort)| line(*sort, n)));
            let world = World::new().file("list.csv", &csv);
            let told = [&["--dates", "mdy"][..], &[]][usize::from(sorts[0] < 8)];
            let found: Vec<_> = ["1", "2", "7"]
                .iter()
                .map(|workers| {
                    let check = ["check", "list.csv", "--kind", "talent", "--json"];
                    let ran = world.run_with(
                        &[&check[..], &["--payloads", "bodies.jsonl"], told].concat(),
                        &[("MUSTER_WORKERS", workers)],
                    );
                    let bodies = world.path().join("bodies.jsonl");
                    let sent = std::fs::read(&bodies).unwrap();
                    std::fs::remove_file(bodies).unwrap();
                    (ran.code, ran.stdout, ran.stderr, sent)
                })
                .collect();
            prop_assert!(!found[0].3.is_empty());
            prop_assert_eq!(&found[0], &found[1]);
            prop_assert_eq!(&found[0], &found[2]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_order_that_is_told_in_vain_is_so_for_any_number_of_threads() {
    let mut csv = HEADER.to_owned();
    csv.extend((0..700).map(|n| line([0, 1, 8, 9, 8, 6, 12][n % 7], n)));
    // The first value that has one order is far below.
    csv.push_str(&line(17, 701));
    let world = World::new().file("list.csv", &csv);
    let found = |workers: &str| {
        let check = ["check", "list.csv", "--kind", "talent", "--dates", "mdy", "--json"];
        let more = ["--payloads", "bodies.jsonl"];
        let ran = world.run_with(&[&check[..], &more].concat(), &[("MUSTER_WORKERS", workers)]);
        let sent = std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap();
        std::fs::remove_file(world.path().join("bodies.jsonl")).unwrap();
        (ran.code, ran.stdout, ran.stderr, sent)
    };
    let one = found("1");
    assert!(one.1.contains("date-order-proven") && !one.1.contains("date-impossible"), "{}", one.1);
    // 3/4/1990 is the third of April for the first as for the last.
    let (day, month) = ("639072000000", "636480000000");
    assert!(one.3.contains(day) && !one.3.contains(month));
    assert_eq!(one, found("2"));
    assert_eq!(one, found("4"));
}
