//! Columns of dates, and what they prove.

use super::*;
use crate::check::testing::{binding, codes, place};
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::problem::Lang;

/// The verdict on a column of an employment's dates.
fn fed(texts: &[&str]) -> (DateOrders, Binding) {
    let binding = binding(&JOB_DATA, &["employment_id", "effective_time"]);
    assert!(DateOrders::wants(&binding));
    let mut orders = DateOrders::new([&binding]);
    assert_eq!(orders.columns().collect::<Vec<_>>(), [1]);
    for (row, text) in (2..).zip(texts) {
        orders.feed(1, row, RawCell::Text(text));
    }
    (orders, binding)
}

fn verdict(texts: &[&str]) -> String {
    match fed(texts).0.verdicts().next().unwrap().1 {
        Verdict::Proven(order, cell) => format!("{order:?} by {}", cell.row),
        Verdict::Contradicted(day, other) => format!("{} against {}", day.row, other.row),
        Verdict::None => "none".to_owned(),
    }
}

#[test]
fn a_column_is_read_as_its_own_values_prove() {
    for (texts, want) in [
        (&["03/04/2026", "26/06/2026", "01/02/2026"][..], "Dmy by 3"),
        (&["03/04/2026", "06/26/2026"], "Mdy by 3"),
        (&["03/04/26", "31/12/99"], "Dmy by 3"),
        (&["03/04/26", "12/31/99"], "Mdy by 3"),
        (&["03/04/26", "99/12/31"], "Ymd by 3"),
        (&["240501", "991231"], "Ymd by 3"),
        (&["26/06/24", "05/30/06", "01/02/03"], "2 against 3"),
        // Day or year first, and not the year: only the day is left.
        (&["26/06/24", "Sep-85"], "Dmy by 2"),
        (&["Sep-18", "Sep-85"], "Dmy by 3"),
        (&["3-Jan-24", "5-Mar-85"], "Dmy by 3"),
        (&["03/04/2026", "03/05/2026"], "none"),
        (&["Sep-18", "Oct-18"], "none"),
        // A day before a whole year says nothing of years of two digits.
        (&["03/04/05", "26/06/2026"], "none"),
        (&["26/06/2026", "03/04/2026", "06/26/2026"], "2 against 4"),
        (&["31/12/99", "03/04/05", "99/12/31"], "2 against 4"),
        // One that begins with its year is not day first against itself.
        (&["90-03-04", "03/04/90"], "none"),
        // Every value has one reading by itself: nothing to settle.
        (&["26/06/2026", "06/26/2026"], "none"),
        (&["2026-06-26", "2026年6月", "45413", "x", ""], "none"),
    ] {
        assert_eq!(verdict(texts), want, "{texts:?}");
    }
}

#[test]
fn both_ends_of_a_period_prove_its_column() {
    let mut binding = binding(&TALENT, &["basic_info.name", "custom:1 = range"]);
    let mut orders = DateOrders::new([&binding]);
    for (number, text) in (2..).zip(["01/09/2018-03/04/2020", "01/02/2014 - 30/06/2018", "x"]) {
        let mut row = RawRow::new();
        row.reset(number);
        row.put(1, RawCell::Text(text));
        orders.feed_row(&row);
    }
    orders.apply(&mut binding);
    assert_eq!(binding.columns[1].proven.dates, Some(DateOrder::Dmy));
    assert_eq!(orders.problems(&place()).len(), 1);
}

#[test]
fn what_is_proven_is_said_with_its_proof_and_set() {
    let (orders, mut binding) = fed(&["03/04/2026", "26/06/2026"]);
    let problems = orders.problems(&place());
    assert_eq!(codes(&problems), [(Code::DateOrderProven, "effective_time")]);
    let line = problems[0].line(Lang::En);
    assert!(
        line.contains("员工!B3 (") && line.ends_with("read day first, because B3 is 26/06/2026"),
        "{line}"
    );
    assert!(problems[0].line(Lang::Zh).ends_with("都按日在前读：因为 B3 是 26/06/2026"));
    orders.apply(&mut binding);
    assert_eq!(binding.columns[1].proven.dates, Some(DateOrder::Dmy));
    assert!(!DateOrders::wants(&binding));
}

#[test]
fn what_is_told_already_is_not_said_and_settles_a_contradiction() {
    let mut binding = binding(&JOB_DATA, &["effective_time"]);
    binding.reading.dates = Some(DateOrder::Dmy);
    let problems = |texts: &[&str]| {
        let mut orders = DateOrders::new([&binding]);
        for (row, text) in (2..).zip(texts) {
            orders.feed(0, row, RawCell::Text(text));
        }
        orders.problems(&place()).iter().map(Problem::code).collect::<Vec<_>>()
    };
    assert_eq!(problems(&["03/04/2026", "26/06/2026"]), []);
    assert_eq!(problems(&["03/04/2026", "06/26/2026"]), [Code::DateOrderProven]);
    assert_eq!(problems(&["03/04/2026", "06/26/2026", "26/06/2026"]), []);
    // Dates of one reading each are read so, and nothing is to be said.
    assert_eq!(problems(&["06/26/2026"]), []);
}

#[test]
fn an_order_that_is_told_gives_way_to_dates_of_which_each_has_one_reading() {
    let told = |order: DateOrder, cells: &[RawCell<'_>]| {
        let mut binding = binding(&JOB_DATA, &["effective_time"]);
        binding.reading.dates = Some(order);
        assert!(DateOrders::may_overrule(&binding));
        let mut orders = DateOrders::new([&binding]);
        (2..).zip(cells).for_each(|(row, cell)| orders.feed(0, row, *cell));
        orders.apply(&mut binding);
        binding.columns[0].proven.dates
    };
    let text = RawCell::Text;
    assert_eq!(told(DateOrder::Dmy, &[text("06/26/2026")]), Some(DateOrder::Mdy));
    assert_eq!(told(DateOrder::Dmy, &[text("99-12-31")]), Some(DateOrder::Ymd));
    assert_eq!(told(DateOrder::Dmy, &[RawCell::Number(991_231.0)]), Some(DateOrder::Ymd));
    assert_eq!(told(DateOrder::Dmy, &[text("26/06/2026")]), Some(DateOrder::Dmy));
    assert_eq!(told(DateOrder::Dmy, &[text("03/04/2026"), text("2026-06-26")]), None);
    assert_eq!(told(DateOrder::Dmy, &[text("06/26/2026"), text("26/06/2026")]), None);
}

#[test]
fn a_number_of_six_digits_says_as_much_as_its_text() {
    let binding = binding(&JOB_DATA, &["effective_time"]);
    let mut orders = DateOrders::new([&binding]);
    for (row, number) in [(2, 240_501.0), (3, 991_231.0), (4, 45_413.0), (5, 2018.09)] {
        orders.feed(0, row, RawCell::Number(number));
    }
    let (_, verdict) = orders.verdicts().next().unwrap();
    assert!(matches!(verdict, Verdict::Proven(DateOrder::Ymd, Cell { row: 3, .. })), "{verdict:?}");
}

#[test]
fn both_cells_of_a_contradiction_are_named_and_birthdays_stay_out() {
    let (orders, _) = fed(&["26/06/2026", "03/04/2026", "06/26/2026"]);
    let line = orders.problems(&place())[0].line(Lang::En);
    assert!(
        line.contains("B2 (26/06/2026) has the day first, B4 (06/26/2026) the month"),
        "{line}"
    );
    let binding = binding(&TALENT, &["basic_info.name", "basic_info.birthday"]);
    let mut orders = DateOrders::new([&binding]);
    for (row, text) in (2..).zip(["03/04/1990", "26/06/1991"]) {
        orders.feed(1, row, RawCell::Text(text));
    }
    let problems = orders.problems(&place());
    for lang in [Lang::Zh, Lang::En] {
        let said = problems[0].complaint.say(lang);
        assert!(said.contains("B3") && !said.contains("1991"), "{said}");
    }
    assert_eq!(format!("{:?}", orders.columns[0].1.against[2]), "Some(Cell(row 3))");
}
