//! The spreadsheets of `samples/`, made from code so that nobody in them is real: the region codes
//! of the ID numbers are not assigned, the e-mail addresses are example.com's.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use muster::kinds;
use muster::template::{self, Selection};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::generated::committed;

/// A cell as a workbook holds it.
enum Cell {
    Text(String),
    Number(f64),
    Date(u16, u8, u8),
    Empty,
}

use Cell::{Date, Empty, Number};

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// An 18-digit ID number of nobody: region 119999 does not exist; the checksum is right.
fn id_number(birth: (u16, u8, u8), sequence: u16) -> String {
    let (year, month, day) = birth;
    let body = format!("119999{year:04}{month:02}{day:02}{sequence:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum();
    format!("{body}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// Made-up person number `n`: birth date, an ID sequence that fits the gender, gender.
fn person(n: u16) -> ((u16, u8, u8), u16, &'static str) {
    let birth =
        (1985 + n % 15, u8::try_from(n % 12 + 1).unwrap(), u8::try_from(n % 28 + 1).unwrap());
    (birth, 100 + n, if (100 + n) % 2 == 1 { "男" } else { "女" })
}

/// Lines of cells as CSV.
fn csv(rows: &[Vec<String>]) -> String {
    let quote = |cell: &String| {
        if cell.contains([',', '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    rows.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(",") + "\r\n").collect()
}

fn strings(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// A workbook of one sheet with a title row above the headings.
fn book(name: &str, title: Option<&str>, header: &[&str], rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2025, 1, 1).unwrap();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(name).unwrap();
    let mut row = 0;
    if let Some(title) = title {
        let last = u16::try_from(header.len() - 1).unwrap();
        sheet.merge_range(0, 0, 0, last, title, &Format::new().set_bold()).unwrap();
        row = 2;
    }
    for (column, heading) in (0..).zip(header) {
        sheet.write_string_with_format(row, column, *heading, &Format::new().set_bold()).unwrap();
    }
    for (row, cells) in (row + 1..).zip(rows) {
        write_row(sheet, row, cells);
    }
    book.save_to_buffer().unwrap()
}

fn write_row(sheet: &mut Worksheet, row: u32, cells: &[Cell]) {
    let date = Format::new().set_num_format("yyyy/m/d");
    for (column, cell) in (0..).zip(cells) {
        match cell {
            Cell::Text(text) => sheet.write_string(row, column, text).map(|_| ()),
            Number(number) => sheet.write_number(row, column, *number).map(|_| ()),
            Date(year, month, day) => {
                let day = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                sheet.write_datetime_with_format(row, column, &day, &date).map(|_| ())
            }
            Empty => Ok(()),
        }
        .unwrap();
    }
}

const TALENT_HEADER: &[&str] = &[
    "姓名",
    "手机号",
    "邮箱",
    "身份证号",
    "性别",
    "出生日期",
    "学历",
    "学校",
    "专业",
    "入学时间",
    "毕业时间",
    "自我评价",
];

/// A clean row of `talents.csv`.
fn talent(n: u16, name: &str) -> Vec<String> {
    let (birth, sequence, gender) = person(n);
    let degrees = ["本科", "硕士", "大专"];
    vec![
        name.to_owned(),
        format!("1380013{:04}", 8000 + n),
        format!("test{n:02}@example.com"),
        id_number(birth, sequence),
        gender.to_owned(),
        format!("{}-{:02}-{:02}", birth.0, birth.1, birth.2),
        degrees[usize::from(n) % 3].to_owned(),
        "示例大学".to_owned(),
        ["软件工程", "会计学", "工业设计"][usize::from(n) % 3].to_owned(),
        format!("{}-09", birth.0 + 18),
        format!("{}-06", birth.0 + 22),
        if n == 3 {
            "喜欢把事情做完，\n也喜欢把事情写下来。".to_owned()
        } else {
            String::new()
        },
    ]
}

#[test]
fn talents_csv() {
    let names = [
        "张三",
        "李四",
        "王五",
        "赵六",
        "孙七",
        "周八",
        "吴九",
        "郑十",
        "测试一",
        "测试二",
        "测试三",
        "测试四",
    ];
    let mut rows = vec![strings(TALENT_HEADER)];
    rows.extend((1..).zip(names).map(|(n, name)| talent(n, name)));
    committed("samples/talents.csv", format!("\u{FEFF}{}", csv(&rows)).as_bytes());
}

/// What a Chinese Excel saves, with the faults that such lists have. One fault a row, but for the
/// first (clean), the fifth (blank) and the one that is forgiven.
#[test]
fn talents_dirty_csv() {
    const NAME: usize = 0;
    const MOBILE: usize = 1;
    const EMAIL: usize = 2;
    const NUMBER: usize = 3;
    const GENDER: usize = 4;
    const BIRTHDAY: usize = 5;
    const DEGREE: usize = 6;
    const END: usize = 10;
    const SELF: usize = 11;
    let faults: &[(usize, &str)] = &[
        (SELF, ""),                                   // row 2: clean
        (NAME, ""),                                   // 3: required
        (MOBILE, "1380013810"),                       // 4: ten digits
        (MOBILE, "1.38E+10"),                         // 5: ruined by Excel
        (EMAIL, "test45.example.com"),                // 6: no @
        (NUMBER, "119999199003070999"),               // 7: checksum
        (NUMBER, "1.19999E+17"),                      // 8: ruined by Excel
        (BIRTHDAY, "1990-02-30"),                     // 9: no such day
        (GENDER, "保密"),                             // 10: not in the list
        (DEGREE, "研究生"),                           // 11: ambiguous
        (END, "1999-06"),                             // 12: before its start
        (MOBILE, "+852 9123 4567"),                   // 13: of another country
        (MOBILE, "13800138100 / 13800138101"),        // 14: two numbers
        (MOBILE, "１３８０ ０１３ ８１２３"),         // 15: full-width, is understood
        (SELF, "=HYPERLINK(\"http://example.com\")"), // 16: kept as text, disarmed in reports
    ];
    let mut rows = vec![strings(TALENT_HEADER)];
    for (n, (column, value)) in (41..).zip(faults) {
        let mut row = talent(n, &format!("测试{n}"));
        (*value).clone_into(&mut row[*column]);
        rows.push(row);
    }
    rows.push(strings(&[""; 12])); // 17: blank
    let mut again = talent(99, "测试重复");
    again[MOBILE].clone_from(&rows[1][MOBILE]);
    rows.push(again); // 18: the mobile number of row 2
    let content = csv(&rows);
    let (bytes, _, lossy) = encoding_rs::GBK.encode(&content);
    assert!(!lossy);
    committed("samples/talents-dirty.csv", &bytes);
}

/// A title above the headings, cells of every type, two education blocks.
#[test]
fn talents_xlsx() {
    let header = [
        "候选人姓名*",
        "手机号码",
        "电子邮箱",
        "性别",
        "出生日期",
        "学校1",
        "专业1",
        "学历1",
        "入学时间1",
        "毕业时间1",
        "学校2",
        "专业2",
        "学历2",
        "入学时间2",
        "毕业时间2",
    ];
    let names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑"];
    let rows: Vec<Vec<Cell>> = (21u16..)
        .zip(names)
        .map(|(n, name)| {
            let ((year, month, day), _, gender) = person(n);
            let mobile = 13_800_138_000.0 + f64::from(n);
            let mut row = vec![
                text(format!("测试{name}")),
                if n % 2 == 0 { Number(mobile) } else { text(format!("{mobile}")) },
                text(format!("test{n}@example.com")),
                text(gender),
                if n % 3 == 0 {
                    text(format!("{year}年{month}月{day}日"))
                } else {
                    Date(year, month, day)
                },
                text("示例大学"),
                text("计算机科学与技术"),
                text("本科"),
                Date(year + 18, 9, 1),
                Date(year + 22, 6, 30),
            ];
            if n % 2 == 0 {
                row.extend([
                    text("示例理工大学"),
                    text("工商管理"),
                    text("硕士"),
                    text(format!("{}.09", year + 22)),
                    text(if n == 22 { "至今".to_owned() } else { format!("{}.06", year + 25) }),
                ]);
            }
            row
        })
        .collect();
    let title = "某某公司候选人登记表（示例，均为虚构）";
    committed("samples/talents.xlsx", &book("候选人", Some(title), &header, &rows));
}

const JOB_HEADER: [&str; 9] = [
    "雇佣ID",
    "部门ID",
    "人员类型ID",
    "生效日期",
    "职务ID",
    "试用期开始日期",
    "预计试用期结束日期",
    "成本中心1-成本中心ID",
    "成本中心1-分摊比例",
];

/// A 19-digit ID of nothing; no zeros at its end, which would look like a number ruined by Excel.
fn id(what: u64, n: u64) -> String {
    format!("70012345678{what:02}{:06}", 101_101 + n * 7)
}

/// A clean row of job data number `n`.
fn job(n: u16) -> Vec<Cell> {
    let day = u8::try_from(n % 28 + 1).unwrap();
    vec![
        text(id(1, n.into())),
        text(id(2, u64::from(n) % 4)),
        text(id(3, u64::from(n) % 2)),
        Date(2025, 3, day),
        text(id(4, u64::from(n) % 5)),
        Date(2025, 3, day),
        Date(2025, 9, day),
        text(id(5, u64::from(n) % 3)),
        Number(100.0),
    ]
}

#[test]
fn job_data_csv() {
    let shown = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Number(number) => format!("{number}%"),
        Date(year, month, day) => format!("{year}/{month}/{day}"),
        Empty => String::new(),
    };
    let mut rows = vec![strings(&JOB_HEADER)];
    rows.extend((1..=8).map(|n| job(n).iter().map(shown).collect()));
    committed("samples/job-data.csv", format!("\u{FEFF}{}", csv(&rows)).as_bytes());
}

#[test]
fn job_data_xlsx() {
    let rows: Vec<_> = (21..=32).map(job).collect();
    committed("samples/job-data.xlsx", &book("任职信息", None, &JOB_HEADER, &rows));
}

/// One fault a row, but for the first.
#[test]
fn job_data_dirty_xlsx() {
    let mut rows: Vec<_> = (41..=50).map(job).collect();
    rows[1][0] = Number(id(1, 42).parse().unwrap()); // row 3: a number that Excel has rounded
    rows[2][1] = text("研发部"); // 4: a name where an ID belongs
    rows[3][2] = Empty; // 5: required
    rows[4][3] = text("2025-13-01"); // 6: no such month
    rows[5][5] = Date(2025, 10, 1); // 7: after the expected end, a warning
    rows[6][8] = Number(90.0); // 8: shares that are not 100
    rows[7][8] = Empty; // 9: a cost centre without a share
    rows[8][0] = text(id(1, 41)); // 10: the employment of row 2
    rows[9][4] = text("#N/A"); // 11: what a broken look-up leaves
    committed("samples/job-data-dirty.xlsx", &book("任职信息", None, &JOB_HEADER, &rows));
}

/// Every field of a kind with the example of its table.
#[test]
fn everything() {
    for kind in kinds::ALL {
        let columns = template::columns(kind, &Selection::each(kind, 1));
        let mut header: Vec<_> = columns.iter().map(|column| column.zh.as_str()).collect();
        let mut row: Vec<_> = columns
            .iter()
            .map(|column| text(column.field.map_or("", |field| field.example)))
            .collect();
        if kind.modules.is_some() {
            header.extend([
                "custom:6934193211960330504",
                "education_list[1].custom:6934193211960330505",
                "self_evaluation.custom:6934193211960330506",
                "module:6934193211960330507.custom:6934193211960330508",
            ]);
            row.extend(["已婚", "C9", "平常心", "驾照"].map(text));
        }
        let path = format!("samples/everything-{}.xlsx", template::stem(kind.id));
        committed(&path, &book(kind.zh, None, &header, &[row]));
    }
}

/// Somebody's own headings and names, for `mapping.toml`.
#[test]
fn roster_and_departments() {
    let header = ["序号", "雇佣编号", "姓名", "所在部门名称", "用工", "到岗日", "备注"];
    let rows: Vec<_> = (1u16..)
        .zip(["研发部", "市场部", "研发部", "财务部"])
        .map(|(n, department)| {
            vec![
                Number(f64::from(n)),
                text(id(1, 60 + u64::from(n))),
                text(format!("测试{n}")),
                text(department),
                text(if n == 3 { "实习" } else { "正式" }),
                Date(2025, 4, u8::try_from(n).unwrap()),
                Empty,
            ]
        })
        .collect();
    committed("samples/roster.xlsx", &book("花名册", Some("员工花名册（示例）"), &header, &rows));
    let mut table = vec![strings(&["旧名称", "飞书ID"])];
    for (n, name) in (1..).zip(["研发部", "市场部", "财务部"]) {
        table.push(vec![name.to_owned(), id(2, n)]);
    }
    committed("samples/departments.csv", format!("\u{FEFF}{}", csv(&table)).as_bytes());
}
