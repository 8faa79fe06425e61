//! The checker over whole rows of the two kinds.

use std::collections::HashMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::check::ValueRef;
use crate::check::testing::{binding, codes, default, place, row};
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::problem::Lang;

const NAME: &str = "basic_info.name";
const MOBILE: &str = "basic_info.mobile";
const COUNTRY: &str = "basic_info.mobile_country_code";
const EMAIL: &str = "basic_info.email";
const NUMBER: &str = "basic_info.identification.identification_number";
const TYPE: &str = "basic_info.identification.identification_type";
const BIRTHDAY: &str = "basic_info.birthday";
const GENDER: &str = "basic_info.gender";

fn check(binding: &Binding, cells: &[&str]) -> (Option<Record>, Vec<Problem>) {
    let mut problems = Vec::new();
    let record = Checker::new(Arc::new(binding.clone()), place(), false).check(
        &row(cells),
        Origins::NONE,
        &mut problems,
    );
    let failed = problems.iter().any(|problem| problem.severity() == Severity::Error);
    assert_eq!(record.is_none(), failed);
    (record, problems)
}

fn found(binding: &Binding, cells: &[&str]) -> Vec<(Code, String)> {
    let (_, problems) = check(binding, cells);
    codes(&problems).into_iter().map(|(code, path)| (code, path.to_owned())).collect()
}

fn on(code: Code, path: &str) -> (Code, String) {
    (code, path.to_owned())
}

#[test]
fn every_problem_of_a_row_is_told_in_its_frame_without_the_person() {
    let binding = binding(&TALENT, &[NAME, MOBILE, EMAIL, BIRTHDAY, GENDER]);
    let (record, problems) = check(&binding, &["", "1380013800", "alice@", "1990/2/30", "人妖"]);
    assert!(record.is_none());
    assert_eq!(
        codes(&problems),
        [
            (Code::NotAnEmail, EMAIL),
            (Code::DateImpossible, BIRTHDAY),
            (Code::ChoiceUnknown, GENDER),
            (Code::MobileLength, MOBILE),
            (Code::Required, NAME),
        ]
    );
    let shown: Vec<_> = problems.iter().map(|p| p.value.as_deref().unwrap_or("")).collect();
    assert_eq!(shown, ["a***@", "1990/*/**", "人妖", "138***3800", ""]);
    assert_eq!(
        problems[1].line(Lang::Zh),
        "花名册.xlsx › 员工!D2 (basic_info.birthday): 没有这一天"
    );
    for problem in &problems {
        for lang in [Lang::Zh, Lang::En] {
            let said = problem.complaint.say(lang);
            assert!(!said.contains("alice") && !said.contains("1380013800"), "{said}");
        }
    }
}

#[test]
fn a_row_without_a_key_is_an_error_unless_allowed() {
    let mut binding = binding(&TALENT, &[NAME, MOBILE, EMAIL]);
    assert_eq!(found(&binding, &["张三"]), [on(Code::Keyless, "")]);
    // A key that could not be read has its own problem, and only that.
    assert_eq!(found(&binding, &["张三", "1"]), [on(Code::MobileLength, MOBILE)]);
    binding.allow_keyless = true;
    let (record, _) = check(&binding, &["张三"]);
    assert_eq!(record.unwrap().label(), "张*");
}

#[test]
fn the_label_is_the_key_columns_text_else_a_masked_key() {
    let mut binding = binding(&TALENT, &[NAME, MOBILE]);
    assert_eq!(check(&binding, &["张三", "13800138000"]).0.unwrap().label(), "138****8000");
    binding.key_column = Some(2);
    assert_eq!(check(&binding, &["张三", "13800138000", " E007 "]).0.unwrap().label(), "E007");
}

#[test]
fn a_default_country_goes_in_silence_where_there_is_no_number() {
    let mut binding = binding(&TALENT, &[NAME, EMAIL, MOBILE]);
    binding.defaults.push(default(&TALENT, COUNTRY, "+86"));
    let (record, problems) = check(&binding, &["张三", "a@b.com", ""]);
    assert!(problems.is_empty() && record.unwrap().get(COUNTRY).is_none());
    let (record, _) = check(&binding, &["张三", "", "13800138000"]);
    let record = record.unwrap();
    assert_eq!(record.text(COUNTRY), Some("CN_1"));
    assert_eq!(record.dial_code(), Some(86));
}

#[test]
fn a_country_or_type_of_the_rows_own_without_its_number_is_told() {
    let binding = binding(&TALENT, &[NAME, EMAIL, COUNTRY, MOBILE, TYPE, NUMBER]);
    let (record, problems) = check(&binding, &["张三", "a@b.com", "CN_1", "", "身份证"]);
    assert_eq!(codes(&problems), [(Code::OnlyBeside, COUNTRY), (Code::OnlyBeside, TYPE)]);
    assert_eq!(record.unwrap().values().len(), 2);
    // What depends on a bad neighbour is not judged.
    assert_eq!(
        found(&binding, &["张三", "a@b.com", "香港", "91234567"]),
        [on(Code::NotACountry, COUNTRY)]
    );
}

#[test]
fn an_id_card_under_its_own_header_gets_its_type_and_is_compared() {
    let mut sheet = binding(&TALENT, &[NAME, NUMBER, BIRTHDAY, GENDER]);
    let cells = ["张三", "11010519491231002X", "1949-12-31", "女"];
    assert_eq!(found(&sheet, &cells), [on(Code::DocumentTypeUnknown, NUMBER)]);
    sheet.implied_document = true;
    let (record, problems) = check(&sheet, &cells);
    assert!(problems.is_empty());
    assert_eq!(record.unwrap().get(TYPE), Some(ValueRef::Int(1)));
    assert_eq!(
        found(&sheet, &["张三", "11010519491231002X", "1949-12-30", "男"]),
        [on(Code::IdCardBirthday, BIRTHDAY), on(Code::IdCardGender, GENDER)]
    );
    // A birthday that is only a year agrees with any day of it.
    assert_eq!(
        found(&sheet, &["张三", "11010519491231002X", "1949", "2"]),
        [on(Code::DateWithoutDay, BIRTHDAY)]
    );
    assert_eq!(
        found(&sheet, &["张三", "E12345678", "", ""]),
        [on(Code::DocumentTypeUnknown, NUMBER)]
    );
}

#[test]
fn entries_keep_their_order_and_blank_ones_leave_no_trace() {
    let mut sheet = binding(
        &TALENT,
        &[
            NAME,
            EMAIL,
            "education_list[3].school",
            "education_list[1].school",
            "education_list[1].degree",
            "education_list[2].school",
        ],
    );
    sheet.defaults.push(default(&TALENT, "education_list[2].degree", "本科"));
    sheet.defaults.push(default(&TALENT, "education_list[3].degree", "本科"));
    let (record, problems) = check(&sheet, &["张三", "a@b.com", "丙", "", " ", ""]);
    assert!(problems.is_empty());
    let record = record.unwrap();
    let paths: Vec<String> = record.values().map(|(slot, _)| slot.to_string()).collect();
    assert_eq!(paths, [NAME, EMAIL, "education_list[3].degree", "education_list[3].school"]);
    let (record, _) = check(&sheet, &["张三", "a@b.com", "丙", "甲", "博士", "乙"]);
    let schools: Vec<String> = record
        .unwrap()
        .values()
        .filter(|(slot, _)| slot.to_string().ends_with("school"))
        .map(|(slot, value)| format!("{value:?} {slot}"))
        .collect();
    assert_eq!(
        schools,
        [
            "Text(…) education_list[1].school",
            "Text(…) education_list[2].school",
            "Text(…) education_list[3].school"
        ]
    );
}

#[test]
fn equal_entries_are_merged_and_dates_compared_as_exactly_as_they_are_known() {
    let group = |n: u8, key: &str| format!("education_list[{n}].{key}");
    let paths: Vec<String> = [1, 2]
        .iter()
        .flat_map(|n| ["school", "start_time", "end_time"].map(|key| group(*n, key)))
        .collect();
    let mut all = vec![NAME, EMAIL];
    all.extend(paths.iter().map(String::as_str));
    let sheet = binding(&TALENT, &all);
    let (record, problems) =
        check(&sheet, &["张三", "a@b.com", "甲", "2018.09", "2018", "甲", "2018-9", "2018年"]);
    assert_eq!(
        codes(&problems),
        [
            (Code::DateOrderOdd, "education_list[1].end_time"),
            (Code::DateOrderOdd, "education_list[2].end_time"),
            (Code::EntryRepeated, "education_list[2].school"),
        ]
    );
    assert_eq!(record.unwrap().values().len(), 5);
    assert_eq!(
        found(&sheet, &["张三", "a@b.com", "甲", "2022.07", "2018.09"]),
        [on(Code::DateOrder, "education_list[1].end_time")]
    );
    let (record, problems) = check(&sheet, &["张三", "a@b.com", "甲", "2022.07", "至今"]);
    assert!(problems.is_empty());
    assert_eq!(record.unwrap().values().len(), 4);
}

const JOB: &[&str] = &[
    "employment_id",
    "department_id",
    "employee_type_id",
    "effective_time",
    "expiration_time",
    "cost_center_rate[1].cost_center_id",
    "cost_center_rate[1].rate",
    "cost_center_rate[2].cost_center_id",
    "cost_center_rate[2].rate",
];

#[test]
fn job_data_with_its_shares() {
    let sheet = binding(&JOB_DATA, JOB);
    let good =
        ["6893014062142064135", "D1", "T1", "2024/5/1", "9999-12-31", "C1", "60%", "C2", "40"];
    let (record, problems) = check(&sheet, &good);
    assert!(problems.is_empty());
    let record = record.unwrap();
    assert_eq!(record.text("effective_time"), Some("2024-05-01 00:00:00"));
    assert_eq!(record.text("expiration_time"), Some("9999-12-31 00:00:00"));
    assert_eq!(record.label(), "6893014062142064135");
    let with = |at: usize, text| {
        let mut cells = good;
        cells[at] = text;
        found(&sheet, &cells)
    };
    assert_eq!(with(8, "30"), [on(Code::SharesSum, "cost_center_rate[1].rate")]);
    assert_eq!(
        with(8, ""),
        [
            on(Code::SharesSum, "cost_center_rate[1].rate"),
            on(Code::EntryIncomplete, "cost_center_rate[2].rate"),
        ]
        .into_iter()
        .rev()
        .collect::<Vec<_>>()
    );
    assert_eq!(with(1, "研发部"), [on(Code::IdIsName, "department_id")]);
    assert_eq!(with(3, "9999-12-31"), [on(Code::DateImplausible, "effective_time")]);
    assert_eq!(with(4, "2024-04-30"), [on(Code::DateOrder, "expiration_time")]);
    assert_eq!(with(4, "至今"), []);
    assert_eq!(with(0, ""), [on(Code::Required, "employment_id")]);
}

#[test]
fn a_cost_centre_has_one_share_and_none_is_dropped() {
    let mut paths = JOB.to_vec();
    paths.extend(["cost_center_rate[3].cost_center_id", "cost_center_rate[3].rate"]);
    let sheet = binding(&JOB_DATA, &paths);
    let told = |shares: [&str; 6]| {
        let mut cells = vec!["6893014062142064135", "D1", "T1", "2024/5/1", ""];
        cells.extend(shares);
        let (record, problems) = check(&sheet, &cells);
        assert_eq!(record.is_none(), !problems.is_empty());
        found(&sheet, &cells)
    };
    let twice = |at: usize| on(Code::ShareRepeated, paths[3 + 2 * at]);
    assert_eq!(told(["C1", "50", "C1", "50", "", ""]), [twice(2)]);
    assert_eq!(told(["C1", "30", "C1", "20", "C2", "50"]), [twice(2)]);
    assert_eq!(told(["C1", "30", "C2", "50", " C1", "20"]), [twice(3)]);
    assert_eq!(told(["C1", "25", "C1", "25", "C1", "50"]), [twice(2), twice(3)]);
    let unlike_sum = on(Code::SharesSum, "cost_center_rate[1].rate");
    assert_eq!(told(["C1", "50", "C1", "30", "", ""]), [unlike_sum, twice(2)]);
    assert_eq!(told(["C1", "50", "C2", "25", "C3", "25"]), []);
    assert_eq!(told(["C1", "100", "", "", "", ""]), []);
}

#[test]
fn local_labels_come_before_the_type_and_a_closed_table_must_hold_them() {
    let mut sheet = binding(&JOB_DATA, &JOB[..4]);
    let table: HashMap<String, String> = [("研发部".to_owned(), "D1".to_owned())].into();
    sheet.columns[1].values = Some(Arc::new(table));
    sheet.columns[1].closed = true;
    let (record, _) = check(&sheet, &["E1", " 研发部 ", "T1", "2024-05-01"]);
    assert_eq!(record.unwrap().text("department_id"), Some("D1"));
    assert!(check(&sheet, &["E1", "研\u{200B}发部\u{A0}", "T1", "2024-05-01"]).0.is_some());
    // An ID that the table leads to is fine as it is.
    assert!(check(&sheet, &["E1", "D1", "T1", "2024-05-01"]).0.is_some());
    let (_, problems) = check(&sheet, &["E1", "市场部", "T1", "2024-05-01"]);
    assert_eq!(codes(&problems), [(Code::NotInTable, "department_id")]);
    assert!(problems[0].complaint.hint(Lang::En).contains("department_id"));
    sheet.columns[1].closed = false;
    assert_eq!(
        found(&sheet, &["E1", "市场部", "T1", "2024-05-01"]),
        [on(Code::IdIsName, "department_id")]
    );
}

#[test]
fn faults_and_lost_digits_are_named() {
    let sheet = binding(&JOB_DATA, &JOB[..4]);
    let mut cells = RawRow::new();
    cells.reset(7);
    cells.push(RawCell::Number(6_893_014_062_142_064_135.0));
    cells.push(RawCell::Fault(crate::sheet::Fault::named("#N/A")));
    cells.push(RawCell::Number(12.0));
    cells.push(RawCell::Bool(true));
    let mut problems = Vec::new();
    assert!(
        Checker::new(Arc::new(sheet), place(), false)
            .check(&cells, Origins::NONE, &mut problems)
            .is_none()
    );
    assert_eq!(
        codes(&problems),
        [
            (Code::CellError, "department_id"),
            (Code::DigitsLost, "employment_id"),
            (Code::BoolHere, "effective_time"),
        ]
    );
    assert_eq!(problems[0].place.cell().unwrap().to_string(), "B7");
}

#[test]
fn more_entries_than_the_api_takes_are_one_problem() {
    let paths: Vec<String> = (1..=101).map(|n| format!("award_list[{n}].title")).collect();
    let mut all = vec![NAME, EMAIL];
    all.extend(paths.iter().map(String::as_str));
    let sheet = binding(&TALENT, &all);
    let titles: Vec<String> = (1..=101).map(|n| format!("第 {n} 名")).collect();
    let mut cells = vec!["张三", "a@b.com"];
    cells.extend(titles.iter().map(String::as_str));
    assert_eq!(found(&sheet, &cells), [on(Code::EntriesTooMany, "")]);
    assert!(check(&sheet, &cells[..102]).0.is_some());
}

#[test]
fn required_without_any_column_is_told_too() {
    let sheet = binding(&JOB_DATA, &["employment_id"]);
    assert_eq!(found(&sheet, &["E1"]).len(), 3);
}

#[test]
fn a_chinese_roster_without_a_mapping_file() {
    let mut header = RawRow::new();
    header.reset(1);
    let columns = [
        ("姓名", "张三"),
        ("手机号", "138 0013 8000"),
        ("身份证号", "11010519491231002x"),
        ("性别", "女"),
        ("出生年月", "1949.12"),
        ("毕业院校", "北京大学"),
        ("学历", "硕士研究生"),
        ("入学时间", "1968.09"),
        ("毕业时间", "1972年7月"),
        ("期望城市", "CT_2、CT_3"),
    ];
    for (title, _) in columns {
        header.push(RawCell::Text(title));
    }
    let how = crate::bind::BindOptions {
        mapping: None,
        tables: &HashMap::new(),
        allow_keyless: false,
        accept: None,
    };
    let sheet = crate::bind::bind(&TALENT, &header, &place(), &how).unwrap();
    let cells: Vec<&str> = columns.iter().map(|(_, cell)| *cell).collect();
    let (record, problems) = check(&sheet, &cells);
    assert_eq!(
        codes(&problems),
        [(Code::DateWithoutDay, BIRTHDAY), (Code::IdCardLowercase, NUMBER)]
    );
    let record = record.unwrap();
    assert_eq!(record.text(NUMBER), Some("11010519491231002X"));
    assert_eq!(record.get(TYPE), Some(ValueRef::Int(1)));
    let cities = record.get("preferred_city_code_list").unwrap();
    assert!(cities.texts().eq(["CT_2", "CT_3"]));
    assert_eq!(record.values().len(), 11);
}

#[test]
fn what_is_bad_is_left_out_where_the_mapping_says_so() {
    let mut sheet = binding(
        &TALENT,
        &[
            NAME,
            EMAIL,
            GENDER,
            COUNTRY,
            MOBILE,
            "education_list[1].school",
            "education_list[1].degree",
        ],
    );
    for column in &mut sheet.columns[2..] {
        column.on_bad = crate::bind::OnBad::Omit;
    }
    sheet.defaults.push(default(&TALENT, "education_list[1].degree", "本科"));
    let cells = ["张三", "a@b.com", "人妖", "", "", "甲", "研究生"];
    let (record, problems) = check(&sheet, &cells);
    assert_eq!(
        codes(&problems),
        [(Code::ValueOmitted, GENDER), (Code::ValueOmitted, "education_list[1].degree")]
    );
    let line = problems[0].line(Lang::Zh);
    assert!(line.ends_with("留空发送：不在选项里，或有歧义"), "{line}");
    assert!(problems[0].line(Lang::En).contains("not one of the options"));
    let record = record.unwrap();
    assert!(record.get(GENDER).is_none());
    // No default in its place either.
    assert_eq!(record.values().len(), 3);
    // How a number is read depends on its country.
    let cells = ["张三", "a@b.com", "", "香港", "13800138000", "", ""];
    assert_eq!(found(&sheet, &cells), [on(Code::NotACountry, COUNTRY)]);
}

#[test]
fn a_cell_that_says_there_is_nothing_is_blank_and_told() {
    let school = "education_list[1].school";
    let paths = [NAME, MOBILE, EMAIL, GENDER, NUMBER, school];
    let sheet = binding(&TALENT, &paths);
    let (record, problems) = check(&sheet, &["张三", "13800138000", "NULL", "-", "N/A", "0"]);
    let told = |path| (Code::RepairedNothing, path);
    assert_eq!(codes(&problems), [told(EMAIL), told(GENDER), told(school), told(NUMBER)]);
    assert_eq!(record.unwrap().values().len(), 2, "and no entry of education");
    // A row without any key is one, however that is written.
    let keyless = found(&sheet, &["张三", "无", "N/A", "", "", ""]);
    assert!(keyless.contains(&on(Code::Keyless, "")), "{keyless:?}");
    // What must be there is asked for once, with what the cell says.
    let job_data = binding(
        &JOB_DATA,
        &["employment_id", "department_id", "employee_type_id", "effective_time"],
    );
    let (_, problems) = check(&job_data, &["E1", "无", "T1", "2024-05-01"]);
    assert_eq!(codes(&problems), [(Code::Required, "department_id")]);
    assert_eq!(problems[0].value.as_deref(), Some("无"));
}

#[test]
fn a_cell_that_says_there_is_nothing_takes_the_default_and_needs_no_table() {
    let mut sheet = binding(&TALENT, &[NAME, EMAIL, COUNTRY, MOBILE, "basic_info.nationality_id"]);
    sheet.defaults = vec![default(&TALENT, COUNTRY, "CN_1")];
    let words: HashMap<_, _> = [("中国".to_owned(), "CN_112".to_owned())].into();
    let column =
        sheet.columns.iter_mut().find(|column| &*column.path == "basic_info.nationality_id");
    let column = column.unwrap();
    (column.values, column.closed) = (Some(Arc::new(words)), true);
    let (record, problems) = check(&sheet, &["张三", "a@b.com", "无", "13800138000", "不详"]);
    let told = |path| (Code::RepairedNothing, path);
    assert_eq!(codes(&problems), [told(COUNTRY), told("basic_info.nationality_id")]);
    assert_eq!(record.unwrap().text(COUNTRY), Some("CN_1"));
}

#[test]
fn dates_of_a_life_are_held_against_the_birthday_and_today() {
    let (end, work) = ("education_list[1].end_time", "basic_info.start_work_time");
    let mut sheet =
        binding(&TALENT, &[NAME, EMAIL, BIRTHDAY, work, "education_list[1].school", end]);
    sheet.reading.today = Some(jiff::civil::date(2026, 2, 28));
    let found = |sheet: &Binding, birthday, work, end| {
        found(sheet, &["张三", "a@b.com", birthday, work, "清华大学", end])
    };
    for (birthday, began, ended, want) in [
        ("1990-03-07", "2012-07-01", "2012-06", vec![]),
        ("2012-02-28", "", "2034-01", vec![]),
        ("2012-03-01", "", "", vec![on(Code::BirthdayOdd, BIRTHDAY)]),
        ("1926-02-28", "", "", vec![]),
        ("1926-02-27", "", "", vec![on(Code::BirthdayOdd, BIRTHDAY)]),
        ("2026-03-01", "", "", vec![on(Code::BirthdayAhead, BIRTHDAY)]),
        ("1990-03-07", "2028-01-01", "", vec![on(Code::DateFar, work)]),
        ("1990-03-07", "1980-01-01", "", vec![on(Code::DateOrderOdd, work)]),
        ("1990-03-07", "", "2102-06", vec![on(Code::DateImplausible, end)]),
        ("1990-03-07", "", "2062-06", vec![on(Code::DateFar, end)]),
        ("1990-03-07", "", "1985-06", vec![on(Code::DateOrderOdd, end)]),
        ("", "", "1912-06", vec![on(Code::DateFar, end)]),
        ("", "", "至今", vec![]),
    ] {
        assert_eq!(found(&sheet, birthday, began, ended), want, "{birthday} {began} {ended}");
    }
    sheet.reading.today = None;
    assert_eq!(found(&sheet, "2026-03-01", "", "2062-06"), []);
}

#[test]
fn values_are_shown_to_those_who_ask() {
    let sheet = Arc::new(binding(&TALENT, &[NAME, EMAIL, BIRTHDAY]));
    let cells = row(&["张三", "alice@", "03/04/1990"]);
    let shown = |show| {
        let mut problems = Vec::new();
        let mut checker = Checker::new(Arc::clone(&sheet), place(), show);
        checker.check(&cells, Origins::NONE, &mut problems);
        let values: Vec<_> = problems.iter().map(|p| p.value.clone().unwrap_or_default()).collect();
        (values, problems[1].complaint.values().join(" "))
    };
    let (values, args) = shown(false);
    assert_eq!(values, ["a***@", "**/**/1990"]);
    assert!(!args.contains("1990"));
    let (values, args) = shown(true);
    assert_eq!(values, ["alice@", "03/04/1990"]);
    assert_eq!(args, "1990-04-03 1990-03-04");
}

#[test]
fn repairs_are_told_once_a_cell_and_not_where_the_cell_is_refused() {
    let sheet = binding(&TALENT, &[NAME, EMAIL, MOBILE]);
    let (_, problems) = check(&sheet, &["张\u{200B}三\u{FEFF}", "ａ@b.com", "'13800138000.0"]);
    assert_eq!(
        codes(&problems),
        [
            (Code::InvisibleCharacter, NAME),
            (Code::RepairedFullWidth, EMAIL),
            (Code::RepairedQuote, MOBILE),
            (Code::RepairedPoint, MOBILE),
        ]
    );
    assert_eq!(
        found(&sheet, &["张三", "a@b.com", "１２３\u{200B}"]),
        [on(Code::MobileLength, MOBILE)]
    );
}

#[test]
fn a_column_is_read_in_its_own_order_before_the_sheets() {
    let mut sheet = binding(&JOB_DATA, &JOB[..4]);
    sheet.reading.dates = Some(crate::bind::DateOrder::Mdy);
    sheet.columns[3].dates = Some(crate::bind::DateOrder::Dmy);
    let (record, _) = check(&sheet, &["E1", "D1", "T1", "03/04/2026"]);
    assert_eq!(record.unwrap().text("effective_time"), Some("2026-04-03 00:00:00"));
}

#[test]
fn what_a_column_proves_comes_before_what_is_told_of_the_sheet_and_not_before_what_is_told_of_it() {
    let mut sheet = binding(&JOB_DATA, &JOB[..4]);
    sheet.reading.dates = Some(crate::bind::DateOrder::Dmy);
    sheet.columns[3].proven.dates = Some(crate::bind::DateOrder::Mdy);
    let read = |sheet: &Binding, text: &str| {
        let (record, _) = check(sheet, &["E1", "D1", "T1", text]);
        record.and_then(|record| record.text("effective_time").map(str::to_owned))
    };
    assert_eq!(read(&sheet, "03/04/2026").as_deref(), Some("2026-03-04 00:00:00"));
    assert_eq!(read(&sheet, "03/26/2026").as_deref(), Some("2026-03-26 00:00:00"));
    sheet.columns[3].dates = Some(crate::bind::DateOrder::Dmy);
    assert_eq!(read(&sheet, "03/04/2026").as_deref(), Some("2026-04-03 00:00:00"));
    assert_eq!(read(&sheet, "03/26/2026"), None);
}

#[test]
fn a_value_that_is_left_out_asks_its_column_all_the_same() {
    let mut sheet = binding(&TALENT, &[NAME, EMAIL, BIRTHDAY]);
    sheet.columns[2].on_bad = crate::bind::OnBad::Omit;
    let mut checker = Checker::new(Arc::new(sheet), place(), false);
    let mut asks = |text: &str| {
        checker.check(&row(&["张三", "a@b.com", text]), Origins::NONE, &mut Vec::new());
        checker.asks()
    };
    assert!(asks("03/04/1990") && !asks("30/02/1990") && !asks("1990-02-03"));
}

#[test]
fn a_number_that_looks_rounded_passes_where_the_mapping_vouches_for_it() {
    let mut sheet = binding(&JOB_DATA, &JOB[..4]);
    let cells = ["6890452208593370000", "D1", "T1", "2026-04-03"];
    assert_eq!(found(&sheet, &cells), [on(Code::DigitsDoubtful, "employment_id")]);
    let same = |text: &str| (text.to_owned(), text.to_owned());
    sheet.columns[0].values = Some(Arc::new([same(cells[0])].into()));
    assert!(check(&sheet, &cells).0.is_some());
}

/// Dates, periods and numbers as a migration has them: whole, short, in any order, nonsense.
fn doubtful() -> impl Strategy<Value = String> {
    let date = "[0-3]?[0-9][-/. ][0-3]?[0-9][-/. ](19|20)?[0-9]{2}( 08:30| 23:59:17| 16:00)?|[0-9]{6}( 08:30)?\
        |[0-3]?[0-9]-(Jan|Sep)-[0-9]{2}|(Jan|Sep)-[0-9]{2}|[0-9]{2}年[0-9]月|2024-0[1-9]-0[1-9]|[0-9./-]{0,10}";
    let period = (date, "[-~至到]", date).prop_map(|(a, c, b)| a + &c + &b);
    let number = "6890452208593370{3}[0-9]{0,3}|110101199003071[0-9]{2}[0-9X]|1101011990030710{3}|[ -~张]{0,8}";
    prop_oneof![4 => date, 2 => period, 2 => number]
}

proptest! {
    /// A row that asks nothing of its columns is read the same whatever they prove, so that it does not
    /// matter which row was the first to ask.
    #[test]
    fn what_columns_prove_answers_what_is_open_and_nothing_else(
        rows in prop::collection::vec(prop::collection::vec(doubtful(), 6), 1..6),
        order in 0_usize..3, told in 0_usize..4, clock in 0_usize..4, cards: bool, omits: bool,
    ) {
        use crate::bind::{Clock, DateOrder, OnBad, Proven};
        let orders = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];
        let paths = [NAME, BIRTHDAY, NUMBER, "custom:1 = range", "custom:2 = date", "education_list[1].start_time"];
        let mut alone = binding(&TALENT, &paths);
        alone.implied_document = true;
        for column in &mut alone.columns {
            column.on_bad = if omits { OnBad::Omit } else { OnBad::Error };
        }
        let mut proven = alone.clone();
        // An order that is told is asked for at once: no row comes before.
        proven.reading.dates = orders.get(told).copied();
        for (at, column) in proven.columns.iter_mut().enumerate() {
            let sound = rows.iter().filter_map(|cells| cells.get(at).cloned()).collect();
            let dates = Some(orders[order]);
            let clock = [Clock::Plain, Clock::Short, Clock::Utc, Clock::Mixed][clock];
            // Of swapped days a sheet is asked before its first record.
            let (sound, swapped) = (Some(Arc::new(sound)), None);
            column.proven = Proven { dates, clock, swapped, whole_cards: cards, whole_ids: cards, sound };
        }
        for cells in &rows {
            let row = row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
            let read = |binding: &Binding| {
                let mut problems = Vec::new();
                let mut checker = Checker::new(Arc::new(binding.clone()), place(), false);
                let record = checker.check(&row, Origins::NONE, &mut problems);
                let values = record.map(|record| {
                    record.values().map(|(slot, value)| format!("{slot} {value:?}")).collect::<Vec<_>>()
                });
                (checker.asks(), values, problems)
            };
            let (asks, values, problems) = read(&alone);
            prop_assert!(asks || (asks, values, problems) == read(&proven), "{:?}", cells);
        }
    }

    /// A checker keeps nothing of an earlier row.
    #[test]
    fn rows_do_not_leak_into_each_other(
        first in prop::collection::vec("[ -~张三1x]{0,12}", 9),
        second in prop::collection::vec("[ -~张三1x]{0,12}", 9),
    ) {
        let sheet = binding(&JOB_DATA, JOB);
        let texts = |cells: &[String]| row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        let mut used = Checker::new(Arc::new(sheet.clone()), place(), false);
        used.check(&texts(&first), Origins::NONE, &mut Vec::new());
        let (mut one, mut other) = (Vec::new(), Vec::new());
        let after = used.check(&texts(&second), Origins::NONE, &mut one);
        let alone = Checker::new(Arc::new(sheet), place(), false).check(&texts(&second), Origins::NONE, &mut other);
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(after.is_some(), alone.is_some());
    }
}
