//! What stands in a workbook and is nobody: sheets, parts of a sheet, tables beside the list, rows.
//! None of it is sent, all of it is told, and the people who look like it are read.

use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;

use crate::world::World;

/// A workbook of these sheets, the cells of a row parted by `|`. A row that begins with `=` is one
/// text in a cell that is merged over four columns.
fn book(sheets: &[(&str, &[&str])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0u32..).zip(*rows) {
            if let Some(heading) = cells.strip_prefix('=') {
                sheet.merge_range(row, 0, row, 3, heading, &Format::new()).unwrap();
                continue;
            }
            for (column, cell) in (0u16..).zip(cells.split('|')) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// What a check says: its result, and each problem as `code@row` or `code@sheet`.
struct Said {
    json: Value,
    problems: Vec<String>,
    bodies: Vec<Value>,
}

impl Said {
    fn valid(&self) -> (u64, u64) {
        (self.json["valid"].as_u64().unwrap(), self.json["invalid"].as_u64().unwrap())
    }

    fn schools(&self, record: usize) -> Vec<&str> {
        let list = self.bodies[record]["body"]["education_list"].as_array();
        list.map(|all| all.iter().filter_map(|one| one["school"].as_str()).collect())
            .unwrap_or_default()
    }
}

fn said(sheets: &[(&str, &[&str])], more: &[&str], code: i32) -> Said {
    let world = World::new().file("t.xlsx", book(sheets));
    let arguments = [&["--json", "--payloads", "bodies.jsonl"], more].concat();
    let json = world.check(&arguments).exits(code).json();
    let at = |problem: &Value| match problem["row"].as_u64() {
        Some(row) => row.to_string(),
        None => problem["sheet"].as_str().unwrap_or_default().to_owned(),
    };
    let problems = json["problems"].as_array().unwrap().iter();
    let problems = problems.map(|p| format!("{}@{}", p["code"].as_str().unwrap(), at(p))).collect();
    let bodies = std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap_or_default();
    let bodies = bodies.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    Said { json, problems, bodies }
}

fn one(rows: &[&str], code: i32) -> Said {
    said(&[("S", rows)], &[], code)
}

const PEOPLE: &[&str] = &[
    "姓名|手机|邮箱|性别",
    "王伟|13800138000|a@example.com|男",
    "李娜|13800138001|b@example.com|女",
];
const OTHER: &[&str] = &["姓名|手机|邮箱|性别", "张三|13900139000|zs@example.com|男"];

#[test]
fn a_sheet_that_is_no_data_by_its_name_is_read_only_where_it_is_meant() {
    for name in ["示例", "模板", "Archive", "面试官名单", "已淘汰候选人"] {
        for sheets in [[("数据", PEOPLE), (name, OTHER)], [(name, OTHER), ("数据", PEOPLE)]] {
            let beside = said(&sheets, &[], 0);
            assert_eq!(beside.valid(), (2, 0), "{name}");
            assert_eq!(beside.problems, [format!("sheet-passed-over@{name}")]);
            assert_eq!(said(&sheets, &["--sheet", name], 0).valid(), (1, 0), "{name}");
        }
        // Alone it is what is meant, also beside a sheet with nothing or with an explanation.
        assert_eq!(said(&[(name, OTHER)], &[], 0).valid(), (1, 0), "{name}");
        let explained: &[&str] = &["请逐行填写"];
        let around = said(&[("填写说明", explained), (name, OTHER), ("Sheet2", &[])], &[], 0);
        assert_eq!(around.valid(), (1, 0), "{name}");
    }
    // Of two such sheets the one of people is read before the one of examples.
    let both = said(&[("示例", OTHER), ("备份", PEOPLE)], &[], 0);
    assert_eq!((both.valid(), both.problems), ((2, 0), vec!["sheet-passed-over@示例".to_owned()]));
    for name in ["Sheet2", "历史学院候选人", "推荐人才", "候选人导入模板"] {
        let beside = said(&[("数据", PEOPLE), (name, OTHER)], &[], 0);
        assert_eq!((beside.valid(), beside.problems.len()), ((3, 0), 0), "{name}");
    }
}

#[test]
fn below_a_heading_of_people_who_are_not_wanted_nobody_is_sent() {
    let below = |heading: &'static str| -> Vec<&str> {
        [PEOPLE, &[heading, "刘洋|13800138003|c@example.com|女"]].concat()
    };
    for heading in
        ["=离职人员", "=黑名单（不得录用）", "=已淘汰候选人", "=示例", "=备份", "离职人员"]
    {
        let text = heading.trim_start_matches(['=', '|']);
        let world = World::new().file("t.xlsx", book(&[("S", &below(heading))]));
        let ran = world.check(&[]).exits(2).says("section-aside").says("row 4");
        let ran = ran.says(&format!("`{text}`"));
        assert!(
            ran.says("delete row 4").stderr.contains("sheet or file of their own"),
            "{heading}"
        );
        // As it is told: without the heading all are read; without what is below it the others are.
        let mut without = below(heading);
        without.remove(3);
        assert_eq!(one(&without, 0).valid(), (3, 0), "{heading}");
    }
    for heading in ["=在职人员", "=市场部（5 人）", "=全部（含离职）", "=历史学院"]
    {
        let said = one(&below(heading), 0);
        assert_eq!(said.valid(), (3, 0), "{heading}");
        assert_eq!(said.problems, ["row-is-section@4"]);
        assert_eq!(said.json["problems"][0]["value"], heading.trim_start_matches('='));
    }
    // What may be somebody's own is not shown.
    let said = one(&below("=张三 13800138009"), 0);
    assert_eq!(said.json["problems"][0]["value"], Value::Null);
}

#[test]
fn a_row_that_heads_a_group_of_people_is_no_education_of_the_one_above() {
    let by_school = one(
        &[
            "学校|姓名|手机|学历",
            "清华大学",
            "|王伟|13800138000|本科",
            "|李娜|13800138001|本科",
            "北京大学",
            "|张敏|13800138002|硕士",
        ],
        0,
    );
    assert_eq!(by_school.valid(), (3, 0));
    assert_eq!(by_school.problems, ["row-is-section@2", "row-is-section@5"]);
    assert_eq!(by_school.json["problems"][1]["value"], "北京大学");
    assert_eq!((by_school.schools(0), by_school.schools(1)), (vec![], vec![]));
    let by_degree = one(
        &[
            "学历|姓名|手机|学校",
            "本科",
            "|王伟|13800138000|清华大学",
            "硕士",
            "|张敏|13800138002|复旦大学",
        ],
        0,
    );
    assert_eq!((by_degree.valid(), by_degree.schools(0)), ((2, 0), vec!["清华大学"]));
    // Nor does it come back among the rows of the one above.
    let rows = ["学校|姓名|手机", "清华大学", "|李娜|1380013800", "北京大学", "|张敏|13800138002"];
    let world = World::new().file("t.xlsx", book(&[("S", &rows)]));
    world.check(&["--report", "out.csv"]).exits(10);
    let report = std::fs::read_to_string(world.path().join("out.csv")).unwrap();
    assert!(report.contains("李娜") && !report.contains("北京大学"), "{report}");
    // A second education below a person who has a first one stays his.
    let second = one(
        &[
            "学校|姓名|手机|学历",
            "清华大学|王伟|13800138000|本科",
            "北京大学",
            "南京大学|李娜|13800138001|本科",
        ],
        0,
    );
    assert_eq!(second.schools(0), ["清华大学", "北京大学"]);
    let right = one(&["姓名|手机|学校", "王伟|13800138000|清华大学", "||北京大学"], 0);
    assert_eq!(right.schools(0), ["清华大学", "北京大学"]);
    let two =
        one(&["姓名|手机|学校|学历", "王伟|13800138000", "||清华大学|本科", "||北京大学|硕士"], 0);
    assert_eq!(two.schools(0), ["清华大学", "北京大学"]);
}

#[test]
fn what_only_goes_on_with_the_cell_above_is_no_second_education() {
    for note in ["(2010-2014)", "（本科）", "（2010.09 至 2014.06）"] {
        let row = format!("||{note}");
        let said = one(&["姓名|手机|学校", "王伟|13800138000|清华大学", &row], 10);
        assert_eq!((said.valid(), said.problems), ((0, 1), vec!["row-entry-unclear@3".to_owned()]));
    }
    // Nor is what may as well head the people below as be an entry of the one above.
    let heads =
        &["姓名|手机|学校", "||清华大学", "王伟|13800138000", "||北京大学", "张敏|13800138002"];
    let told = one(heads, 10).problems;
    assert_eq!(told, ["required@2", "keyless@2", "row-entry-unclear@4"]);
    let said = one(&["姓名|手机|学校", "王伟|13800138000|清华大学", "||北京大学（2010-2014）"], 0);
    assert_eq!(said.schools(0), ["清华大学", "北京大学（2010-2014）"]);
}

#[test]
fn a_table_of_counts_beside_the_list_is_nobodys() {
    for rows in [
        &["姓名|手机|邮箱||学历|人数", "王伟|13800138000|||本科|12", "李娜|13800138001|||硕士|3"][..],
        &[
            "姓名|手机||毕业院校|人数",
            "王伟|13800138000||清华大学|12",
            "李娜|13800138001||北京大学|3",
            "|||复旦大学|7",
            "|||合计|22",
        ],
        &["学历|人数||姓名|手机", "本科|2||王伟|13800138000", "硕士|1||李娜|13800138001"],
        &[
            "性别统计|||姓名|手机",
            "性别|数量|||",
            "男|2||王伟|13800138000",
            "女|1||李娜|13800138001",
        ],
        &["姓名|手机||学校|数", "王伟|13800138000||清华大学|12", "李娜|13800138001||合计|12"],
    ] {
        let said = one(rows, 0);
        assert_eq!(said.valid(), (2, 0), "{rows:?}");
        let told: Vec<&str> = said.problems.iter().map(String::as_str).collect();
        assert!(matches!(told.as_slice(), [one] if one.starts_with("table-beside@")), "{told:?}");
        for body in &said.bodies {
            assert_eq!(body["body"]["education_list"], Value::Null, "{rows:?}");
            assert_eq!(body["body"]["basic_info"]["gender"], Value::Null, "{rows:?}");
        }
    }
    // A gap alone takes nothing away, nor a count that stands among the person's own columns.
    let gap = one(&["姓名|手机||学校", "王伟|13800138000||清华大学"], 0);
    assert_eq!(gap.schools(0), ["清华大学"]);
    let count = one(&["姓名|手机|公司|人数||学校", "王伟|13800138000|甲公司|12||清华大学"], 0);
    assert_eq!(count.schools(0), ["清华大学"]);
    let filled = one(&["姓名|手机||学校|人数", "王伟|13800138000|x|清华大学|12"], 0);
    assert_eq!(filled.schools(0), ["清华大学"]);
}

#[test]
fn examples_are_told_by_their_marks_also_beside_a_name() {
    let rows = [
        "姓名|手机|邮箱|备注",
        "示例 张三|13800137000|z0@example.com",
        "样例 张三|13800137001|z1@example.com",
        "范例-张三|13800137002|z2@example.com",
        "Example John|13800137003|z3@example.com",
        "[示例]张三|13800137004|z4@example.com",
        "【样例】张三|13800137005|z5@example.com",
        "张三|13800137006|z6@example.com|示例行，请删除",
        "Zhang San|13800137007|z7@example.com|Example, do not import",
        "王例|13800137008|z8@example.com|能举出示例",
        "Exampleton John|13800137009|z9@example.com|删除过示例数据库",
    ];
    let said = one(&rows, 0);
    let company = ["公司|姓名|手机", "Example Corp|王伟|13800138000", "示例 公司|李娜|13800138001"];
    assert_eq!(one(&company, 0).valid(), (2, 0));
    let people = "header-unbound";
    let told: Vec<&str> =
        said.problems.iter().map(String::as_str).filter(|told| !told.starts_with(people)).collect();
    let rows: Vec<String> = (2..=9).map(|row| format!("row-is-example@{row}")).collect();
    assert_eq!((said.valid(), told), ((2, 0), rows.iter().map(String::as_str).collect()));
}

#[test]
fn lines_of_signature_and_contact_are_nobody_also_with_a_phone() {
    let said = one(
        &[
            "姓名|手机|邮箱",
            "王伟|13800138000|a@example.com",
            "填表人|王五|13800137009",
            "填表人：王五|13800137009",
            "人力资源部联系人：王五|13800137008|hr@example.com",
            "如有疑问请联系 李经理|13800137007",
            "|联系人：王五|13800137008",
            "Contact: HR|13800137006",
        ],
        0,
    );
    let told: Vec<String> = (3..=8).map(|row| format!("row-is-footer@{row}")).collect();
    assert_eq!((said.valid(), said.problems), ((1, 0), told));
    // Columns of that name, and what stands in a person's other columns, are no footer.
    let remark = one(&["备注|姓名|手机", "|王伟|13800138000", "联系人：王五|李娜|13800138001"], 0);
    assert_eq!(remark.valid(), (2, 0));
    let own = one(&["职务|姓名|手机", "负责人|王伟|13800138000", "部门负责人|李娜|13800138001"], 0);
    assert_eq!(own.valid(), (2, 0));
    let named = one(&["填表人|姓名|手机", "审核人|王伟|13800138000", "填表人|李娜|13800138001"], 0);
    assert_eq!(named.valid(), (2, 0));
}

#[test]
fn numbers_that_were_prefilled_are_no_rows() {
    let mut rows: Vec<String> = vec!["序号|姓名|手机".to_owned()];
    rows.extend((1..=50).map(|number| match number {
        1..=3 => format!("{number}|测试|1380013800{number}"),
        _ => number.to_string(),
    }));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let said = one(&rows, 0);
    assert_eq!((said.valid(), said.json["blank"].as_u64()), ((3, 0), Some(47)));
    // A number that is no running one may be somebody's.
    assert_eq!(one(&["工号|姓名|手机", "1|测试|13800138001", "2"], 10).valid(), (1, 1));
    assert_eq!(one(&["序号|姓名|手机", "1|测试|13800138001", "张三"], 10).valid(), (1, 1));
}
