//! Sound rows, written in the four ways in which they come, give the same bodies and no refusal; and a
//! row with one planted damage is never sent in silence with another value than the sound one.
//!
//! `MUSTER_SOUND_ROWS` sets the number of rows of either test.

use std::collections::HashMap;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::Value;

use crate::world::World;

/// What a column holds, which decides how a typed workbook writes it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Text,
    Number,
    Day,
}

/// Header, place in a body, what it holds.
const COLUMNS: &[(&str, &str, Sort)] = &[
    ("姓名", "/basic_info/name", Sort::Text),
    ("手机号", "/basic_info/mobile", Sort::Number),
    ("邮箱", "/basic_info/email", Sort::Text),
    ("身份证号", "/basic_info/identification/identification_number", Sort::Text),
    ("性别", "/basic_info/gender", Sort::Text),
    ("出生日期", "/basic_info/birthday", Sort::Day),
    ("参加工作时间", "/basic_info/start_work_time", Sort::Day),
    ("education_list[1].school", "/education_list/0/school", Sort::Text),
    ("education_list[1].degree", "/education_list/0/degree", Sort::Text),
    ("education_list[1].field_of_study", "/education_list/0/field_of_study", Sort::Text),
    ("education_list[1].end_time", "/education_list/0/end_time", Sort::Day),
    ("career_list[1].company", "/career_list/0/company", Sort::Text),
    ("career_list[1].title", "/career_list/0/title", Sort::Text),
    ("career_list[1].desc", "/career_list/0/desc", Sort::Text),
    ("self_evaluation.content", "/self_evaluation/content", Sort::Text),
];

type Row = Vec<String>;

/// Chance from one number: the same rows on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % n as u64).unwrap()
    }

    fn of<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

const NAMES: &[&str] = &[
    "张三",
    "欧阳娜",
    "司马相如",
    "古丽·艾合买提",
    "ZHANG SAN",
    "Jennifer Null",
    "O'Brien",
    "李昇",
    "阿依努尔",
    "Mary Ann Smith",
    "王一一",
    "朴恩惠",
    "陈方安生",
    "Jean-Luc",
    "丁一",
    "那英",
    "尤一天",
    "D'Arcy Wentworth",
];
const SCHOOLS: &[&str] = &[
    "北京大学",
    "无锡学院",
    "Null Island University",
    "中国人民大学（苏州校区）",
    "Université de Lyon",
    "暨南大学",
    "无线电工程学校",
    "哈尔滨工业大学",
    "MIT",
    "University of California, Berkeley",
    "第一中学",
    "南开大学",
    "“双一流”大学",
    "Peking University (Shenzhen)",
];
const MAJORS: &[&str] = &[
    "计算机科学与技术",
    "会计学",
    "无机化学",
    "C++",
    "工业设计（二学位）",
    "日语",
    "统计学",
    "法学",
];
const COMPANIES: &[&str] = &[
    "某某科技有限公司",
    "无印良品（上海）",
    "360",
    "3M中国",
    "A&B Co.",
    "零一万物",
    "7-Eleven",
    "空中客车",
];
const TITLES: &[&str] = &[
    "工程师",
    "高级工程师",
    "HRBP",
    "无人机飞手",
    "Sr. Engineer II",
    "店长",
    "Java开发",
    "经理/主管",
];
const TEXTS: &[&str] = &[
    "负责核心系统的设计与开发，带领 5 人。",
    "是否愿意出差?愿意。",
    "用 A*算法 做路径规划；7*24 小时值班",
    "熟悉 Vec<T> 与 a < b 的比较",
    "第一行\n第二行",
    "N/A 的处理由本人完成",
    "做事认真吗?认真。",
    "1. 沟通\n2. 学习",
    "见 https://example.com/?a=1",
    "“勤奋”——踏实…",
    "C:\\data 归档",
    "100% 完成",
    "价格 30~50 元/件",
    "学习中……",
    "熟悉 Vue 的 {{ message }} 与 ${name} 模板字符串",
    "□ 认真 □ 负责",
    "■ 招聘 ■ 培训",
    "=> 负责招聘",
    "占比 50%，效率提升 30%",
];

/// 17 digits with the check character of GB 11643.
fn id_card(digits: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize = digits.bytes().zip(weights).map(|(b, w)| usize::from(b - b'0') * w).sum();
    let check = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11];
    format!("{digits}{check}")
}

fn row(n: usize) -> Row {
    let mut chance = Chance(n as u64);
    let (year, month, day) = (1962 + chance.below(40), 1 + chance.below(12), 1 + chance.below(28));
    let male = chance.below(2);
    let sequence = (n / 2 % 500) * 2 + male;
    let card = id_card(&format!("11010{}{year}{month:02}{day:02}{sequence:03}", 1 + n % 9));
    let date = |year: usize, month: usize, day: usize| format!("{year}-{month:02}-{day:02}");
    vec![
        chance.of(NAMES).to_owned(),
        (13_000_000_000 + n * 7).to_string(),
        format!("{}{n}@example.com", chance.of(&["t", "na.", "null-", "x_"])),
        card,
        ["女", "男"][male].to_owned(),
        date(year, month, day),
        date(year + 22, 7, 1 + chance.below(28)),
        chance.of(SCHOOLS).to_owned(),
        chance.of(&["本科", "硕士", "博士", "大专"]).to_owned(),
        chance.of(MAJORS).to_owned(),
        date(year + 22, 6, 30),
        chance.of(COMPANIES).to_owned(),
        chance.of(TITLES).to_owned(),
        chance.of(TEXTS).to_owned(),
        chance.of(TEXTS).to_owned(),
    ]
}

fn csv(rows: &[Row]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|(header, ..)| header)).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A workbook of texts alone, or of numbers and days where they are such.
fn workbook(rows: &[Row], typed: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy/m/d");
    for (column, (header, ..)) in (0..).zip(COLUMNS) {
        sheet.write_string(0, column, *header).unwrap();
    }
    for (at, row) in (1..).zip(rows) {
        for ((column, (.., sort)), text) in (0..).zip(COLUMNS).zip(row) {
            match sort {
                Sort::Number if typed => {
                    sheet.write_number(at, column, text.parse::<f64>().unwrap()).unwrap();
                }
                Sort::Day if typed => {
                    let date = ExcelDateTime::parse_from_str(text).unwrap();
                    sheet.write_datetime_with_format(at, column, date, &day).unwrap();
                }
                Sort::Text | Sort::Number | Sort::Day => {
                    sheet.write_string(at, column, text).unwrap();
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// What a check gives: the bodies by row, and the cells of which something is said.
fn checked(name: &str, bytes: &[u8]) -> (HashMap<u64, Value>, Vec<(String, String)>) {
    let world = World::new().file(name, bytes);
    let check = ["check", name, "--kind", "talent", "--json", "--payloads", "bodies.jsonl"];
    let ran = world.run(&check);
    assert!(matches!(ran.code, Some(0 | 10)), "{}\n{}", ran.stdout, ran.stderr);
    let bodies = std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap();
    let bodies = bodies.lines().map(|line| {
        let mut body: Value = serde_json::from_str(line).unwrap();
        (body["row"].as_u64().unwrap(), body["body"].take())
    });
    let report = ran.json();
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    let told = report["problems"].as_array().unwrap().iter();
    let told = told.map(|problem| (text(problem, "cell"), text(problem, "code")));
    let told = told.collect();
    (bodies.collect(), told)
}

#[expect(clippy::disallowed_methods, reason = "how many rows a developer wants")]
fn how_many() -> usize {
    std::env::var("MUSTER_SOUND_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(1500)
}

#[test]
fn sound_rows_give_the_same_bodies_however_they_are_written() {
    let rows: Vec<Row> = (0..how_many()).map(row).collect();
    let text = csv(&rows);
    let (gbk, _, lossy) = encoding_rs::GBK.encode(&text);
    assert!(!lossy);
    let (bodies, told) = checked("utf8.csv", text.as_bytes());
    assert_eq!((bodies.len(), told), (rows.len(), Vec::new()));
    let ways = [
        ("gbk.csv", gbk.into_owned()),
        ("text.xlsx", workbook(&rows, false)),
        ("typed.xlsx", workbook(&rows, true)),
    ];
    for (name, bytes) in ways {
        let (others, told) = checked(name, &bytes);
        assert_eq!((others.len(), told), (rows.len(), Vec::new()), "{name}");
        let different = bodies.iter().find(|(row, body)| others.get(row) != Some(body));
        assert_eq!(different, None, "{name}: {:?}", different.map(|(row, _)| others.get(row)));
    }
}

/// A damage of a value, where it can stand.
type Damage = fn(&str) -> Option<String>;

/// One character beyond ASCII is another.
fn with(text: &str, new: &str) -> Option<String> {
    let (at, old) = text.char_indices().find(|(_, c)| ('\u{4E00}'..='\u{9FFF}').contains(c))?;
    Some(format!("{}{new}{}", &text[..at], &text[at + old.len_utf8()..]))
}

fn is_name_of_something(text: &str) -> bool {
    text.chars().count() > 2 && text.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

const DAMAGES: &[(&str, Damage)] = &[
    ("question mark", |text| with(text, "?").filter(|_| is_name_of_something(text))),
    ("radical", |text| text.contains('大').then(|| text.replacen('大', "⼤", 1))),
    ("mask", |text| {
        let half = text.chars().count() / 2;
        let kept: String = text.chars().take(half.max(1)).collect();
        is_name_of_something(text).then(|| format!("{kept}**"))
    }),
    ("mask of a number", |text| {
        let all = text.len() >= 11 && text.bytes().all(|b| b.is_ascii_digit() || b == b'X');
        all.then(|| format!("{}****{}", &text[..3], &text[7..]))
    }),
    ("mask of an address", |text| {
        let (name, host) = text.split_once('@')?;
        Some(format!("{}***@{host}", &name[..1]))
    }),
    ("a point and a zero", |text| {
        (text.len() == 11 && text.bytes().all(|b| b.is_ascii_digit())).then(|| format!("{text}.0"))
    }),
    ("NULL", |_| Some("NULL".to_owned())),
    ("N/A", |_| Some("N/A".to_owned())),
    ("zero", |_| Some("0".to_owned())),
    ("an error of Excel", |_| Some("#N/A".to_owned())),
    ("invisible", |text| {
        let (at, _) = text.char_indices().nth(1)?;
        Some(format!("{}\u{200B}{}", &text[..at], &text[at..]))
    }),
    ("replacement", |text| with(text, "\u{FFFD}")),
    ("wrong encoding", |text| {
        let ideographs = text.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        let (read, _, _) = encoding_rs::GBK.decode(text.as_bytes());
        (ideographs && text.chars().count() > 1).then(|| read.into_owned())
    }),
    ("tags", |text| Some(format!("<p>{text}</p>"))),
    ("a workbook's line end", |text| Some(format!("{text}_x000D_"))),
    ("JSON", |text| {
        let c = text.chars().find(|c| ('\u{4E00}'..='\u{9FFF}').contains(c))?;
        with(text, &format!("\\u{:04x}", u32::from(c)))
    }),
    ("a formula", |_| Some("=VLOOKUP(A2,B:C,2,0)".to_owned())),
    ("a place of a template", |_| Some("{{name}}".to_owned())),
    ("a truth", |_| Some("TRUE".to_owned())),
    ("an error in German", |_| Some("#WERT!".to_owned())),
    ("a separator", |_| Some(";".to_owned())),
    ("a cut", |text| {
        let half: String = text.chars().take(text.chars().count() / 2).collect();
        is_name_of_something(text).then(|| format!("{half}…"))
    }),
    ("a box", |text| with(text, "□").filter(|_| is_name_of_something(text))),
    ("quotes", |text| is_name_of_something(text).then(|| format!("\"{text}\""))),
    ("an equals sign", |text| is_name_of_something(text).then(|| format!("={text}"))),
    ("a digit less", |text| {
        (text.len() >= 11 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text[..text.len() - 1].to_owned())
    }),
    ("rounded", |text| {
        (text.len() == 18 && text.is_ascii()).then(|| format!("{}E+17", &text[..1]))
    }),
    ("an impossible day", |text| {
        let (month, _) =
            text.rsplit_once('-').filter(|_| text.len() == 10 && !text.contains('@'))?;
        text.starts_with(['1', '2']).then(|| format!("{month}-32"))
    }),
    ("full width", |text| {
        let wide = |c: char| match c {
            '0'..='9' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
            c => c,
        };
        let all = text.len() == 11 && text.bytes().all(|b| b.is_ascii_digit());
        all.then(|| text.chars().map(wide).collect())
    }),
];

/// Damages of a name, of a phone.
const OF_NAMES: &[(&str, Damage)] = &[
    ("a number before", |text| Some(format!("1.{text}"))),
    ("a phone behind", |text| Some(format!("{text} 13800138000"))),
    ("padded", |text| {
        let two = text.chars().count() == 2 && is_name_of_something(&format!("{text}大"));
        let last = text.char_indices().nth(1).map(|(at, _)| at)?;
        two.then(|| format!("{}\u{3000}{}", &text[..last], &text[last..]))
    }),
];
const OF_PHONES: &[(&str, Damage)] = &[
    ("the same in WeChat", |text| Some(format!("{text}微信同号"))),
    ("two of them", |text| Some(format!("{text}/13900139000"))),
];

#[test]
fn no_planted_damage_is_sent_in_silence() {
    let mut planted: Vec<(usize, usize, &str, Row, Row)> = Vec::new();
    let mut n = 0;
    while planted.len() < how_many() {
        let sound = row(n);
        let mut chance = Chance(0xDA_3A6E ^ n as u64);
        let column = chance.below(COLUMNS.len());
        let own: &[(&str, Damage)] = match column {
            0 => OF_NAMES,
            1 => OF_PHONES,
            _ => &[],
        };
        let all: Vec<_> = DAMAGES.iter().chain(own).collect();
        let (what, damage) = all[chance.below(all.len())];
        n += 1;
        // A number in a text is no damage of it.
        let is_text = column >= 7 && COLUMNS[column].2 == Sort::Text;
        let skipped = is_text && matches!(*what, "a digit less" | "a point and a zero" | "rounded");
        let Some(damaged) = damage(&sound[column]).filter(|new| *new != sound[column] && !skipped)
        else {
            continue;
        };
        let mut row = sound.clone();
        row[column] = damaged;
        planted.push((planted.len() + 2, column, what, sound, row));
    }
    let sound: Vec<Row> = planted.iter().map(|(.., sound, _)| sound.clone()).collect();
    let damaged: Vec<Row> = planted.iter().map(|(.., row)| row.clone()).collect();
    let (sound, _) = checked("sound.csv", csv(&sound).as_bytes());
    for (name, bytes) in
        [("d.csv", csv(&damaged).into_bytes()), ("d.xlsx", workbook(&damaged, false))]
    {
        let (sent, told) = checked(name, &bytes);
        let told: std::collections::HashSet<String> = told.into_iter().map(|(at, _)| at).collect();
        let silent: Vec<_> = planted
            .iter()
            .filter(|(row, column, ..)| {
                let letter = char::from(b'A' + u8::try_from(*column).unwrap());
                let (_, place, _) = COLUMNS[*column];
                let row_number = *row as u64;
                let value = sent.get(&row_number).and_then(|body| body.pointer(place));
                let wanted = sound.get(&row_number).and_then(|body| body.pointer(place));
                value.is_some() && value != wanted && !told.contains(&format!("{letter}{row}"))
            })
            .map(|(row, column, what, sound, damaged)| {
                format!("{row} {what}: {} → {}", sound[*column], damaged[*column])
            })
            .collect();
        assert!(silent.is_empty(), "{name}: {} silent\n{}", silent.len(), silent.join("\n"));
    }
}
