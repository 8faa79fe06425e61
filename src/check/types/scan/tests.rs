//! Every form of a date that is read, and what is not.

use super::*;
use jiff::civil::date;

fn day(text: &str, order: Option<DateOrder>) -> Result<(String, Grain), Code> {
    match scan(text, order, false) {
        Ok(Scanned::Day { date, grain, .. }) => Ok((date.to_string(), grain)),
        Ok(Scanned::Millis(millis)) => Ok((format!("ms {millis}"), Grain::Day)),
        Ok(Scanned::Serial(serial)) => Ok((format!("serial {serial}"), Grain::Day)),
        Err(complaint) => Err(complaint.code),
    }
}

#[test]
fn every_form_of_one_day() {
    for text in [
        "2024-05-01",
        "20240501",
        "2024/5/1",
        "2024.5.1",
        "2024.05.01",
        "2024年5月1日",
        "2024年05月01号",
        "2024 年 5 月 1 日",
        "二〇二四年五月一日",
        "二零二四年五月一日",
        "1-May-2024",
        "1 May 2024",
        "May 1, 2024",
        "May 1 2024",
        "2024-May-01",
        "01May2024",
        "2024-05-01 00:00:00",
        "2024-05-01T00:00:00+08:00",
        "2024-05-01T00:00:00.000Z",
        "2024/5/1 0:00",
        "20240501000000",
        "2024—05—01",
        "2024 5 1",
        "2024年5月1日 星期三",
        "2024-05-01（周三）",
        "2024年5月1日 0时0分0秒",
        "2024-05-01 12:00 AM",
    ] {
        assert_eq!(day(text, None), Ok(("2024-05-01".into(), Grain::Day)), "{text}");
    }
}

#[test]
fn chinese_tens() {
    for (text, want) in [
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("二〇二四年十月十日", "2024-10-10"),
        ("二〇二四年十一月二十日", "2024-11-20"),
        ("二〇二四年二月二十九日", "2024-02-29"),
    ] {
        assert_eq!(day(text, None), Ok((want.into(), Grain::Day)), "{text}");
    }
}

#[test]
fn months_and_years_alone() {
    for text in [
        "2018.09",
        "2018-9",
        "2018/09",
        "201809",
        "2018年9月",
        "2018年9",
        "Sep 2018",
        "sept-2018",
        "September 2018",
        "09/2018",
        "9月2018年",
        "二〇一八年九月",
    ] {
        assert_eq!(day(text, None), Ok(("2018-09-01".into(), Grain::Month)), "{text}");
    }
    for text in ["2018", "2018年", "二〇一八年"] {
        assert_eq!(day(text, None), Ok(("2018-01-01".into(), Grain::Year)), "{text}");
    }
}

#[test]
fn two_readings_are_an_error_until_an_order_is_given() {
    let ok = |text: &str| Ok((text.to_owned(), Grain::Day));
    assert_eq!(day("3/4/2024", None), Err(Code::DateAmbiguous));
    assert_eq!(day("3/4/2024", Some(DateOrder::Ymd)), Err(Code::DateAmbiguous));
    assert_eq!(day("3/4/2024", Some(DateOrder::Dmy)), ok("2024-04-03"));
    assert_eq!(day("3/4/2024", Some(DateOrder::Mdy)), ok("2024-03-04"));
    assert_eq!(day("25.12.2024", None), ok("2024-12-25"));
    assert_eq!(day("12/25/2024", None), ok("2024-12-25"));
    assert_eq!(day("5/5/2024", None), ok("2024-05-05"));
    assert_eq!(day("12/25/2024", Some(DateOrder::Dmy)), Err(Code::DateImpossible));
    assert_eq!(day("2024/3/4", Some(DateOrder::Dmy)), ok("2024-03-04"));
    let hidden = scan("3/4/2024", None, true).unwrap_err();
    let said = hidden.message(crate::problem::Lang::Zh);
    assert!(said.ends_with("日/月/年 或 月/日/年"), "{said}");
}

#[test]
fn short_years_need_an_order() {
    let ok = |text: &str| Ok((text.to_owned(), Grain::Day));
    for text in ["24/5/1", "3-Jan-24", "May-24", "24年5月", "01.05.24", "240501", "May 1 24"] {
        assert_eq!(day(text, None), Err(Code::DateTwoDigitYear), "{text}");
    }
    assert_eq!(day("24/5/1", Some(DateOrder::Ymd)), ok("2024-05-01"));
    assert_eq!(day("1.5.85", Some(DateOrder::Dmy)), ok("1985-05-01"));
    assert_eq!(day("3-Jan-24", Some(DateOrder::Dmy)), ok("2024-01-03"));
    assert_eq!(day("24年5月1日", Some(DateOrder::Ymd)), ok("2024-05-01"));
    assert_eq!(day("240501", Some(DateOrder::Ymd)), ok("2024-05-01"));
    assert_eq!(day("010524", Some(DateOrder::Dmy)), ok("2024-05-01"));
    assert_eq!(day("Sep-18", Some(DateOrder::Dmy)), Ok(("2018-09-01".into(), Grain::Month)));
    // Only one order makes a day of these, whatever is said.
    for (text, want) in [
        ("31/12/99", "1999-12-31"),
        ("99/12/31", "1999-12-31"),
        ("12/31/99", "1999-12-31"),
        ("06/26/24", "2024-06-26"),
        ("5-Mar-85", "1985-03-05"),
        ("991231", "1999-12-31"),
    ] {
        assert_eq!(day(text, None), ok(want), "{text}");
    }
    assert_eq!(day("Sep-85", None), Ok(("1985-09-01".into(), Grain::Month)));
    for text in ["26/06/24", "Sep-18", "Sep-00", "18-Sep", "Sep 1"] {
        assert!(day(text, None).is_err() || text == "Sep-00", "{text}");
    }
    let scanned = scan("24/5/1", Some(DateOrder::Ymd), false).unwrap();
    assert!(matches!(scanned, Scanned::Day { century: true, .. }));
}

#[test]
fn impossible_dates_and_no_dates() {
    for text in ["2024/2/30", "2023-02-29", "20240230", "2024-13-01", "2024.0.1", "0/0/2024"] {
        assert_eq!(day(text, None), Err(Code::DateImpossible), "{text}");
    }
    for text in [
        "",
        "abc",
        "5/1",
        "2024-",
        "2024/",
        "2024-05-",
        "2024-5-1-",
        "13800138000",
        "2024-05-01x",
        "-",
        "1234567",
        "2024-05-01 25",
        "T",
        "May",
        "2024-05-01-06",
        "一",
        "2024-005-01",
        "--2024",
        "1,000",
        "99999999999999999999",
    ] {
        assert_eq!(day(text, None), Err(Code::NotADate), "{text}");
    }
}

#[test]
fn numbers_times_and_offsets() {
    assert_eq!(day("293016767159", None).unwrap().0, "ms 293016767159");
    assert_eq!(day("-13800138000", None).unwrap().0, "ms -13800138000");
    assert_eq!(day("45000", None).unwrap().0, "serial 45000");
    let Ok(Scanned::Day { date: read, time, offset, .. }) =
        scan("2024-04-30T16:30:05.123-0330", None, false)
    else {
        panic!("not read")
    };
    assert_eq!(read, date(2024, 4, 30));
    assert_eq!(time, jiff::civil::time(16, 30, 5, 0));
    assert_eq!(offset, Some(-12_600));
    let tenth = |text| matches!(scan(text, None, false), Ok(Scanned::Day { tenth: true, .. }));
    assert!(tenth("2018.1") && !tenth("2018.10") && !tenth("2018-1") && !tenth("2018.01"));
}

proptest::proptest! {
    #[test]
    fn a_plain_date_is_what_a_closer_look_makes_of_it(
        text in "(19|20|00|99)[0-9]{2}[-/.年 ][0-9]{1,3}([-/.月][0-9]{0,3}(日|号|x)?)?",
        usual in "(19|20)[0-9]{2}([-/][01]?[0-9]([-/][0-3]?[0-9])?|年[01]?[0-9]月([0-3]?[0-9][日号])?)",
        order in proptest::sample::select(vec![None, Some(DateOrder::Dmy), Some(DateOrder::Mdy), Some(DateOrder::Ymd)]),
        personal in proptest::bool::ANY,
    ) {
        for text in [text, usual] {
            if let Some((date, grain)) = plain(&text) {
                let (time, offset, century, tenth) = (Time::midnight(), None, false, false);
                let want = Scanned::Day { date, grain, time, offset, century, tenth };
                proptest::prop_assert_eq!(scan(&text, order, personal), Ok(want), "{}", text);
            }
        }
    }
}

#[test]
fn dates_as_nearly_every_one_is_written_are_plain() {
    for text in
        ["2024-05-01", "2024/5/1", "2024.5.1", "2024-09", "2024/9", "2024年9月", "2024年9月1日"]
    {
        assert!(plain(text).is_some(), "{text}");
    }
    for text in
        ["2018.1", "2018.09", "2024-13", "2024-02-30", "2024", "2024-5-", "2024-5/1", "24-5-1"]
    {
        assert!(plain(text).is_none(), "{text}");
    }
}
