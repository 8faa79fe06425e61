//! A workbook as an HR office keeps it, and its twin saved as CSV by a Chinese Excel: every defect
//! is named at its cell, nothing sound is refused, and both give the same bodies.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::Value;

use crate::world::World;

/// What a cell of the main sheet holds: as it is typed, and as Excel writes it into a CSV.
enum Cell {
    Text(&'static str),
    /// A number that Excel has rounded, with what it shows.
    Number(f64, &'static str),
    /// A date, shown as 2016/7/1.
    Day(u16, u8, u8),
}

use Cell::{Day, Number, Text};

const HEADINGS: [(&str, u16, u16); 4] =
    [("基本信息", 0, 4), ("教育经历", 5, 8), ("教育经历", 9, 12), ("其他", 13, 13)];
const HEADERS: [&str; 14] = [
    "工号",
    "姓名*",
    "手机号（必填）",
    "身份证号",
    "出生日期",
    "学校",
    "学历",
    "入学时间",
    "毕业时间",
    "学校",
    "学历",
    "入学时间",
    "毕业时间",
    "备注",
];

/// Five styles of dates, two schools each, and what Excel has ruined.
const PEOPLE: [[Cell; 14]; 5] = [
    [
        Text("A001"),
        Text("张三"),
        Text("13800138001"),
        Text("11010519491231002X"),
        Text("1949-12-31"),
        Text("北京大学"),
        Text("本科"),
        Text("2008.09"),
        Text("2012.06"),
        Text("清华大学"),
        Text("硕士"),
        Text("2012年9月"),
        Text("2015年6月"),
        Text(""),
    ],
    [
        Text("A002"),
        Text("李四"),
        Number(13_800_138_002.0, "13800138002"),
        Text(""),
        Text("26/06/1991"),
        Text("复旦大学"),
        Text("大专"),
        Text("2009/9/1"),
        Text("2012/6/30"),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text("转正"),
    ],
    [
        Text("A003"),
        Text("王五"),
        Text("13800138003"),
        Number(110_101_199_003_071_230.0, "1.10101E+17"),
        Day(1990, 3, 7),
        Text("同济大学"),
        Text("本科"),
        Text("二〇〇八年九月"),
        Text("201206"),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
    ],
    [
        Text("A004"),
        Text("赵六"),
        Text("1380013800"),
        Text(""),
        Text("03/04/1992"),
        Text("南开大学"),
        Text("很高"),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
    ],
    [
        Text("A005"),
        Text("孙七"),
        Text("13800138005"),
        Text(""),
        Text("1993年5月6日"),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
        Text(""),
    ],
];

const CHILDREN: [[&str; 4]; 4] = [
    ["工号", "公司", "职位", "开始时间"],
    ["A001", "明日科技", "工程师", "2015-07-01"],
    ["A005", "示例公司", "经理", "2016-08"],
    ["A009", "无主公司", "经理", "2016-08"],
];

const MAPPING: &str = "version = 1\n[[record]]\nkind = \"talent\"\nfile = \"花名册*\"\n\
    ignore = [\"备注\", \"其他-备注\"]\nkey_column = \"工号\"\n\
    [[record.child]]\ngroup = \"career_list\"\nCHILD\nkey = { child = \"工号\", parent = \"工号\" }\n";

fn rows(sheet: &mut Worksheet, first: u32) {
    for (row, cells) in (first..).zip(&PEOPLE) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Text("") => {}
                Text(text) => drop(sheet.write_string(row, column, *text).unwrap()),
                Number(number, _) => drop(sheet.write_number(row, column, *number).unwrap()),
                Day(year, month, day) => {
                    let date = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                    let format = Format::new().set_num_format("yyyy/m/d");
                    sheet.write_with_format(row, column, &date, &format).unwrap();
                }
            }
        }
    }
}

/// A title, a header of two rows with merged headings, a hidden row and column, a second sheet.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet();
    sheet.set_name("花名册").unwrap();
    sheet.merge_range(0, 0, 0, 13, "示例公司 2024 年花名册", &plain).unwrap();
    for (text, first, last) in HEADINGS {
        if first == last {
            sheet.write_string(2, first, text).unwrap();
        } else {
            sheet.merge_range(2, first, 2, last, text, &plain).unwrap();
        }
    }
    for (column, header) in (0u16..).zip(HEADERS) {
        sheet.write_string(3, column, header).unwrap();
    }
    rows(sheet, 4);
    // Somebody who left, hidden by the office: row 10.
    for (column, text) in [(0u16, "A006"), (1, "周八"), (2, "13800138006")] {
        sheet.write_string(9, column, text).unwrap();
    }
    sheet.set_row_hidden(9).unwrap();
    sheet.write_string(10, 0, "合计").unwrap();
    sheet.write_string(10, 1, "6 人").unwrap();
    let children = book.add_worksheet();
    children.set_name("工作经历").unwrap();
    for (row, line) in (0..).zip(CHILDREN) {
        for (column, text) in (0u16..).zip(line) {
            children.write_string(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The same as Excel saves it: GBK, only the first cell of what is merged, what the cells show. The
/// hidden row was deleted before.
fn twin() -> (Vec<u8>, Vec<u8>) {
    let mut lines = vec!["示例公司 2024 年花名册".to_owned() + &",".repeat(13), ",".repeat(13)];
    let mut headings = vec![""; 14];
    for (text, first, _) in HEADINGS {
        headings[usize::from(first)] = text;
    }
    lines.push(headings.join(","));
    lines.push(HEADERS.join(","));
    for cells in &PEOPLE {
        let shown = cells.iter().map(|cell| match cell {
            Text(text) | Number(_, text) => (*text).to_owned(),
            Day(year, month, day) => format!("{year}/{month}/{day}"),
        });
        lines.push(shown.collect::<Vec<_>>().join(","));
    }
    lines.push(",".repeat(13));
    lines.push("合计,6 人".to_owned() + &",".repeat(12));
    let children: Vec<String> = CHILDREN.iter().map(|line| line.join(",")).collect();
    let gbk = |text: String| encoding_rs::GBK.encode(&text).0.into_owned();
    (gbk(lines.join("\r\n") + "\r\n"), gbk(children.join("\r\n") + "\r\n"))
}

fn checked(world: &World) -> (Vec<Value>, Value) {
    let arguments = ["--mapping", "m.toml", "--lang", "zh", "--json", "--payloads", "out.jsonl"];
    let json = world.check(&arguments).exits(10).json();
    let text = std::fs::read_to_string(world.path().join("out.jsonl")).unwrap();
    let body = |line: &str| serde_json::from_str::<Value>(line).unwrap()["body"].take();
    (text.lines().map(body).collect(), json)
}

fn named(json: &Value, severity: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let problems = json["problems"].as_array().unwrap().iter();
    let mut named: Vec<_> = problems
        .filter(|problem| problem["severity"] == severity)
        .map(|problem| (text(&problem["cell"]), text(&problem["code"])))
        .collect();
    named.sort();
    named
}

#[test]
fn a_workbook_of_an_office_and_its_gbk_twin_give_the_same_people() {
    let office = World::new().file("花名册.xlsx", workbook());
    office.put("m.toml", MAPPING.replace("CHILD", "sheet = \"工作经历\""));
    let (csv, children) = twin();
    let saved = World::new().file("花名册.csv", csv).file("工作经历.csv", children);
    saved.put("m.toml", MAPPING.replace("CHILD", "file = \"工作经历.csv\""));
    let (people, office) = checked(&office);
    let (again, saved) = checked(&saved);
    assert_eq!(people.len(), 3, "{people:?}");
    assert_eq!(people, again);
    // 张三 has two schools and a job, 李四's birthday is proven, 孙七 has a job.
    assert_eq!(people[0]["education_list"].as_array().unwrap().len(), 2);
    assert_eq!(people[0]["career_list"].as_array().unwrap().len(), 1);
    assert_eq!(people[2]["career_list"].as_array().unwrap().len(), 1);
    let errors = [
        ("A4", "child-without-parent"),
        ("C8", "mobile-length"),
        ("D7", "digits-lost"),
        ("G8", "choice-unknown"),
    ];
    let errors = errors.map(|(cell, code)| (cell.to_owned(), code.to_owned()));
    assert_eq!(named(&office, "error"), errors);
    assert_eq!(named(&saved, "error"), errors);
    let warned: Vec<String> = named(&office, "warning").into_iter().map(|(_, code)| code).collect();
    for code in ["rows-hidden", "row-is-total", "date-order-proven"] {
        assert!(warned.iter().any(|known| known == code), "{code}: {warned:?}");
    }
    for json in [&office, &saved] {
        let rows = |key: &str| json[key].as_u64().unwrap();
        assert_eq!(rows("valid") + rows("invalid"), 6, "{json}");
        let message = json["problems"][0]["message"].as_str().unwrap();
        assert!(!message.is_ascii(), "{message}");
    }
}
