//! Workbooks whose cells show something else than they hold, and columns of dates of which only all
//! values together tell what they are: written as XML, read as a person sees them.

use std::io::{Cursor, Write as _};

use serde_json::Value;

use crate::world::World;

/// A workbook of one sheet with these rows, formats as styles 1, 2, …, and links.
pub(crate) struct Book {
    rows: Vec<Vec<String>>,
    formats: Vec<&'static str>,
    pub(crate) links: Vec<(&'static str, &'static str)>,
}

fn text(text: &str) -> String {
    format!(r#"t="inlineStr"><is><t>{text}</t></is>"#)
}

fn number(style: usize, value: &str) -> String {
    format!(r#"s="{style}"><v>{value}</v>"#)
}

fn texts(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| text(cell)).collect()
}

impl Book {
    pub(crate) fn new(header: &[&str]) -> Self {
        let rows = vec![texts(header)];
        Self { rows, formats: Vec::new(), links: Vec::new() }
    }

    pub(crate) fn formats(mut self, formats: &[&'static str]) -> Self {
        self.formats = formats.to_vec();
        self
    }

    pub(crate) fn row(mut self, cells: &[&str]) -> Self {
        let cell = |cell: &&str| match cell.split_once(':') {
            Some((style, value))
                if style.parse::<usize>().is_ok() && value.parse::<f64>().is_ok() =>
            {
                number(style.parse().unwrap(), value)
            }
            _ if cell.starts_with('<') || cell.contains("=\"") => (*cell).to_owned(),
            _ => text(cell),
        };
        self.rows.push(cells.iter().map(cell).collect());
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let main = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
        let relations = |relations: &[(&str, &str)]| {
            let relation = |(at, (kind, target)): (u8, &(&str, &str))| {
                format!(
                    r#"<Relationship Id="r{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
                )
            };
            let relations: Vec<String> = (1..).zip(relations).map(relation).collect();
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"#,
                relations.concat()
            )
        };
        let sheets = r#"<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>"#;
        let (links, targets) = self.links();
        let kinds = |kinds: &[(&str, &str)]| {
            let kind = |(part, kind): &(&str, &str)| {
                format!(
                    r#"<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>"#
                )
            };
            let kinds: Vec<String> = kinds.iter().map(kind).collect();
            format!(
                r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{}</Types>"#,
                kinds.concat()
            )
        };
        let types = kinds(&[
            ("workbook", "sheet.main"),
            ("styles", "styles"),
            ("worksheets/sheet1", "worksheet"),
        ]);
        let parts = [
            ("[Content_Types].xml", types),
            ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", format!("<workbook {main}>{sheets}</workbook>")),
            (
                "xl/_rels/workbook.xml.rels",
                relations(&[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]),
            ),
            ("xl/styles.xml", format!("<styleSheet {main}>{}</styleSheet>", self.styles())),
            (
                "xl/worksheets/sheet1.xml",
                format!(
                    "<worksheet {main}><sheetData>{}</sheetData>{links}</worksheet>",
                    self.data()
                ),
            ),
            ("xl/worksheets/_rels/sheet1.xml.rels", targets),
        ];
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in parts {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(part.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn data(&self) -> String {
        let row = |(at, cells): (usize, &Vec<String>)| {
            let cell = |(column, cell): (u8, &String)| {
                format!(r#"<c r="{}{}" {cell}</c>"#, char::from(b'A' + column), at + 1)
            };
            let cells: Vec<String> = (0..).zip(cells).map(cell).collect();
            format!(r#"<row r="{}">{}</row>"#, at + 1, cells.concat())
        };
        self.rows.iter().enumerate().map(row).collect::<Vec<_>>().concat()
    }

    fn styles(&self) -> String {
        let quoted = |code: &str| code.replace('"', "&quot;").replace('<', "&lt;");
        let formats = || (164..).zip(&self.formats);
        let code = |(id, code): (u32, &&str)| {
            format!(r#"<numFmt numFmtId="{id}" formatCode="{}"/>"#, quoted(code))
        };
        let codes: Vec<String> = formats().map(code).collect();
        let styles: Vec<String> =
            formats().map(|(id, _)| format!(r#"<xf numFmtId="{id}"/>"#)).collect();
        let (codes, styles) = (codes.concat(), styles.concat());
        format!(r#"<numFmts>{codes}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs>"#)
    }

    /// The links of the sheet, and where they lead.
    fn links(&self) -> (String, String) {
        let link = |(at, (cell, _)): (usize, &(&str, &str))| {
            format!(r#"<hyperlink ref="{cell}" r:id="r{at}"/>"#)
        };
        let target = |(at, (_, to)): (usize, &(&str, &str))| {
            format!(
                r#"<Relationship Id="r{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{to}" TargetMode="External"/>"#
            )
        };
        let links: Vec<String> = self.links.iter().enumerate().map(link).collect();
        let targets: Vec<String> = self.links.iter().enumerate().map(target).collect();
        let (links, targets) = (links.concat(), targets.concat());
        (
            format!("<hyperlinks>{links}</hyperlinks>"),
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{targets}</Relationships>"#
            ),
        )
    }

    /// What is said, by cell and code, and the bodies that would be sent.
    fn checked(&self, more: &[&str]) -> (Vec<String>, Vec<Value>) {
        checked(&World::new().file("t.xlsx", self.bytes()), more)
    }
}

pub(crate) fn checked(world: &World, more: &[&str]) -> (Vec<String>, Vec<Value>) {
    let kind = ["--kind", "talent", "--json", "--payloads", "bodies.jsonl"];
    let json = world.check(&[&kind, more].concat()).json();
    let said = |problem: &Value| {
        let at = problem["cell"].as_str().or(problem["place"]["cell"].as_str()).unwrap_or("");
        format!("{at} {}", problem["code"].as_str().unwrap())
    };
    let mut said: Vec<String> = json["problems"].as_array().unwrap().iter().map(said).collect();
    said.sort();
    let text = std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap_or_default();
    let body = |line: &str| serde_json::from_str::<Value>(line).unwrap()["body"].take();
    (said, text.lines().map(body).collect())
}

/// SheetJS/sheetjs#2644, SheetJS/sheetjs#1805: a browser in China wrote every date 43 seconds early.
#[test]
fn dates_43_seconds_short_are_the_days_that_were_meant() {
    let book = Book::new(&["姓名", "手机号", "出生日期"])
        .formats(&["yyyy-mm-dd"])
        .row(&["张甲", "13800138000", "1:32938.999502314815"])
        .row(&["张乙", "13800138001", "1:32338.999502314815"]);
    let (said, bodies) = book.checked(&[]);
    let days: Vec<_> = bodies.iter().map(|body| &body["basic_info"]["birthday"]).collect();
    assert_eq!(days, ["636739200000", "584899200000"]);
    assert_eq!(said, ["C2 date-clock-proven", "C2 date-midnight", "C3 date-midnight"]);
    // With a time of day among them nothing is proven, and nothing is moved.
    let (said, bodies) = book.row(&["张丙", "13800138002", "1:32939.4"]).checked(&[]);
    assert_eq!(bodies[0]["basic_info"]["birthday"], "636652800000");
    assert_eq!(said.len(), 3);
    assert!(said.iter().all(|said| said.ends_with("date-time-dropped")), "{said:?}");
}

/// tidyverse/readxl#641, frappe/erpnext#20856: Excel has swapped what it could and left the rest.
#[test]
fn swapped_dates_are_refused_until_a_line_of_the_mapping_says_what_they_are() {
    let book = Book::new(&["姓名", "手机号", "出生日期"])
        .formats(&["m/d/yyyy"])
        .row(&["陈甲", "13800138080", "1:32936"])
        .row(&["陈乙", "13800138081", "25/12/1988"])
        .row(&["陈丙", "13800138082", "1:33000"]);
    let (said, bodies) = book.checked(&[]);
    assert_eq!(said, ["C2 date-swapped", "C3 dates-swapped", "C4 date-swapped"].map(String::from));
    assert_eq!(bodies.len(), 1);
    let world = World::new().file("t.xlsx", book.bytes());
    let json = world.check(&["--kind", "talent", "--json"]).json();
    let hint = json["problems"][0]["hint"].as_str().unwrap().to_owned();
    for (order, day, told) in [
        ("dmy", "639072000000", &["C2 date-swapped-back", "C4 date-swapped-back"][..]),
        ("ymd", "636480000000", &[]),
    ] {
        let line = format!("\"出生日期\" = \"{order}\"");
        assert!(hint.contains(&line), "{hint}");
        let mapping =
            format!("version = 1\n[[record]]\nkind = \"talent\"\n[record.dates]\n{line}\n");
        let world = World::new().file("t.xlsx", book.bytes());
        world.put("m.toml", mapping);
        let (said, bodies) = checked(&world, &["--mapping", "m.toml"]);
        assert_eq!(bodies.len(), 3, "{said:?}");
        assert_eq!(bodies[0]["basic_info"]["birthday"], day);
        assert_eq!(bodies[1]["basic_info"]["birthday"], "598982400000");
        assert_eq!(said, told, "nothing asks again for what is told");
    }
}

/// What only a column tells is asked of the columns of a child sheet too.
#[test]
fn columns_of_a_child_sheet_tell_of_clocks_and_swapped_days() {
    let schools = |dates: [&str; 2]| {
        let book = Book::new(&["工号", "学校", "学历", "入学时间"]).formats(&["m/d/yyyy"]);
        let book = book.row(&["A1", "清华大学", "硕士", dates[0]]);
        book.row(&["A1", "北京大学", "本科", dates[1]])
    };
    let read = |dates: [&str; 2], told: &str| {
        let mapping = format!(
            "version = 1\n[[record]]\nkind = \"talent\"\nignore = [\"工号\"]\n{told}\
             [[record.child]]\ngroup = \"education_list\"\nfile = \"schools.xlsx\"\nkey = \"工号\"\n"
        );
        let people = "工号,姓名,手机号\nA1,张三,13800138000\n";
        let world = World::new().file("t.csv", people).file("schools.xlsx", schools(dates).bytes());
        world.put("m.toml", mapping);
        let (said, bodies) = checked(&world, &["--mapping", "m.toml"]);
        let start =
            |at: usize| bodies.first().map(|body| body["education_list"][at]["start_time"].clone());
        (said, [start(0), start(1)])
    };
    let days = |days: [&str; 2]| days.map(|day| Some(Value::from(day)));
    // 43 s before midnight, both of them.
    let (said, starts) = read(["1:39691.999502314815", "1:38230.999502314815"], "");
    assert_eq!(said, ["D2 date-clock-proven", "D2 date-midnight", "D3 date-midnight"]);
    assert_eq!(starts, days(["1220198400000", "1093968000000"]));
    // 9 January 2008, where 25/09/2004 is left as text.
    let (said, _) = read(["1:39692", "25/09/2004"], "");
    assert_eq!(said, ["D2 date-swapped", "D3 dates-swapped"]);
    let told = "[record.dates]\n\"入学时间\" = \"dmy\"\n";
    let (said, starts) = read(["1:39692", "25/09/2004"], told);
    assert_eq!(said, ["D2 date-swapped-back"]);
    assert_eq!(starts, days(["1199808000000", "1096041600000"]));
}

/// ExcelDataReader/ExcelDataReader#675, SheetJS/sheetjs#1394
#[test]
fn what_a_format_shows_is_sent_and_told() {
    let book = Book::new(&["姓名", "手机号", "证件类型", "证件号码", "性别", "毕业院校"])
        .formats(&[r#""E"00000000"#, r#"[=1]"女";[=2]"男""#, r#"@"大学""#, "000-0000-0000", "0_ "])
        .row(&["王甲", "4:13800138020", "护照", "1:617283", "2:1", r#"s="3" t="str"><v>复旦</v>"#])
        .row(&["王乙", "5:13800138021", "护照", "E50617283", "2:2", "河海大学"]);
    let (said, bodies) = book.checked(&[]);
    assert_eq!(said, ["D2", "E2", "E3", "F2"].map(|at| format!("{at} shown-otherwise")));
    let first = &bodies[0]["basic_info"];
    assert_eq!(first["mobile"], "13800138020");
    assert_eq!(first["identification"]["identification_number"], "E00617283");
    assert_eq!(first["gender"], 2);
    assert_eq!(bodies[0]["education_list"][0]["school"], "复旦大学");
    assert_eq!(bodies[1]["basic_info"]["gender"], 1);
}

/// dfinke/ImportExcel#865, ExcelDataReader/ExcelDataReader#663
/// A time of day is what a person sees, and no part of a day.
#[test]
fn a_time_of_day_is_read_as_it_is_shown() {
    let header = ["姓名", "手机号", "自我评价", "成绩排名", "教育经历1-学校"];
    let book = Book::new(&header).formats(&["h:mm", "0.00%", "h:mm:ss"]);
    let book = book.row(&["张三", "13800138000", "1:0.395833333333333", "2:0.2", "清华大学"]);
    let book = book.row(&["李四", "13900139000", "3:0.395844907407407", "2:0.05", "清华大学"]);
    let (codes, bodies) = book.checked(&[]);
    let content = |n: usize| bodies[n]["self_evaluation"]["content"].clone();
    assert_eq!((content(0), content(1)), ("9:30".into(), "9:30:01".into()), "{codes:?}");
    let rank = |n: usize| bodies[n]["education_list"][0]["academic_ranking"].clone();
    assert_eq!((rank(0), rank(1)), (20.into(), 5.into()), "{codes:?}");
    assert!(codes.iter().all(|code| code.ends_with("shown-otherwise")), "{codes:?}");
}

#[test]
fn the_address_of_a_link_is_sent_where_an_address_is_wanted() {
    let mut book = Book::new(&["姓名", "手机号", "邮箱", "项目名称", "项目角色", "项目链接"])
        .row(&["赵甲", "13800138030", "写信给他", "官网", "负责人", "点此查看"])
        .row(&[
            "赵乙",
            "13800138031",
            "b@example.com",
            "商城",
            "开发",
            r#"t="str"><f>HYPERLINK("https://example.com/p/2","查看")</f><v>查看</v>"#,
        ]);
    book.links = vec![
        ("A2", "https://example.com/people/1"),
        ("C2", "mailto:a@example.com"),
        ("F2", "https://example.com/p/1"),
        ("C3", "mailto:b@example.com"),
    ];
    let (said, bodies) = book.checked(&[]);
    assert_eq!(said, ["C2", "F2", "F3"].map(|at| format!("{at} link-taken")));
    assert_eq!(bodies[0]["basic_info"]["name"], "赵甲");
    assert_eq!(bodies[0]["basic_info"]["email"], "a@example.com");
    assert_eq!(bodies[0]["project_list"][0]["link"], "https://example.com/p/1");
    assert_eq!(bodies[1]["project_list"][0]["link"], "https://example.com/p/2");
}

/// A link within another formula, one that is filled down, one of a cut address, and texts that are none.
#[test]
fn a_link_is_taken_however_it_is_made_or_told() {
    let mut book = Book::new(&["姓名", "手机号", "项目名称", "项目角色", "项目链接"]);
    let cells = [
        r#"t="str"><f>IF(A1="","",HYPERLINK("https://a.example/f","查看"))</f><v>查看</v>"#,
        r#"t="str"><f t="shared" ref="E3:E4" si="0">HYPERLINK(C3,"查看")</f><v>查看</v>"#,
        r#"t="str"><f t="shared" si="0"/><v>查看</v>"#,
        "https://a.example/…",
        "https://b.example/x",
        "点击查看",
    ];
    for (at, cell) in (0..).zip(cells) {
        let mobile = format!("1380013803{at}");
        let name = ["张甲", "张乙", "张丙", "张丁", "张戊", "张己"][at];
        book = book.row(&[name, &mobile, "官网", "负责人", cell]);
    }
    book.links = vec![("E5", "https://a.example/whole"), ("E6", "https://a.example/y")];
    let (said, bodies) = book.checked(&[]);
    let links: Vec<_> = bodies.iter().map(|body| &body["project_list"][0]["link"]).collect();
    assert_eq!(links[0], "https://a.example/f");
    assert_eq!(links[3], "https://a.example/whole");
    assert_eq!(links[4], "https://b.example/x");
    let of_links: Vec<_> = said.iter().filter(|said| said.contains("link-")).collect();
    let want = ["taken", "unread", "unread", "taken", "differs", "none"];
    let want = (2..).zip(want).map(|(row, word)| format!("E{row} link-{word}"));
    assert_eq!(of_links, want.collect::<Vec<_>>().iter().collect::<Vec<_>>());
}

/// Real dates of which one is midnight told in UTC, and the rest are without a time.
#[test]
fn a_time_of_utc_beside_clean_dates_is_told_with_the_other_day() {
    let book = Book::new(&["姓名", "手机号", "出生日期"])
        .formats(&["yyyy-mm-dd"])
        .row(&["张甲", "13800138000", "1:32938.666666666664"])
        .row(&["张乙", "13800138001", "1988-07-15"]);
    let (said, bodies) = book.checked(&[]);
    assert_eq!(said, ["C2 date-utc-perhaps"]);
    assert_eq!(bodies.len(), 2);
    let book = Book::new(&["姓名", "手机号", "出生日期"])
        .row(&["张甲", "13800138000", "1990-03-06T15:59:17.000Z"])
        .row(&["张乙", "13800138001", "1990-03-06T23:59:17+08:00"]);
    let (said, bodies) = book.checked(&[]);
    let days: Vec<_> = bodies.iter().map(|body| &body["basic_info"]["birthday"]).collect();
    assert_eq!(days, ["636739200000"; 2], "{said:?}");
    assert!(said.iter().all(|said| !said.contains("dropped")), "{said:?}");
}

/// A per cent sign that the format merely writes.
#[test]
fn a_share_is_what_is_shown_of_it() {
    let shares = |format: &'static str, value: &str| {
        let header = ["employment_id", "department_id", "employee_type_id", "effective_time"];
        let header = [&header[..], &["cost_center_rate[1].cost_center_id"]].concat();
        let rate = "cost_center_rate[1].rate";
        let book = Book::new(&[&header[..], &[rate]].concat()).formats(&[format]).row(&[
            "6893014062142064135",
            "6890452208593372679",
            "6890452208593372680",
            "2024-05-01",
            "6890452208593372681",
            &format!("1:{value}"),
        ]);
        let world = World::new().file("t.xlsx", book.bytes());
        let kind = ["--kind", "job-data", "--json", "--payloads", "bodies.jsonl"];
        world.check(&kind).json();
        std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap_or_default()
    };
    for (format, value) in [("0\"%\"", "100"), ("0\\%", "100"), ("0%", "1"), ("0", "100")] {
        let body = shares(format, value);
        assert!(body.contains("\"rate\":100"), "{format} of {value}: {body}");
    }
    for (format, value) in [("0\"%\"", "1"), ("0\"%\"", "0.4")] {
        let body = shares(format, value);
        assert!(!body.contains("\"rate\":100") && !body.contains("\"rate\":40"), "{body}");
    }
}

/// What a fix file or a report keeps of a link is read as that link again.
#[test]
fn a_link_that_a_report_has_written_is_a_link_again() {
    let mut book = Book::new(&["姓名", "手机号", "项目名称", "项目角色", "项目链接"]).row(&[
        "赵甲",
        "1380013803",
        "官网",
        "负责人",
        "点此查看",
    ]);
    book.links = vec![("E2", "https://example.com/p/1")];
    let world = World::new().file("t.xlsx", book.bytes());
    world.check(&["--kind", "talent", "--report", "fix.xlsx"]);
    let fixed =
        World::new().file("fix.xlsx", std::fs::read(world.path().join("fix.xlsx")).unwrap());
    let (said, _) = checked(&fixed, &[]);
    assert!(said.iter().any(|said| said == "E2 link-taken"), "{said:?}");
}

/// A cell beside the table of a workbook has nothing to do with a delimiter.
#[test]
fn a_cell_beyond_the_header_is_told_for_the_format_it_is_in() {
    let book = Book::new(&["姓名", "手机号"]).row(&["张三", "13800138000", "x"]);
    let world = World::new().file("t.xlsx", book.bytes());
    let json = world.check(&["--kind", "talent", "--json"]).json();
    let hint = json["problems"][0]["hint"].as_str().unwrap().to_owned();
    assert!(hint.contains("a note beside the table") && !hint.contains("delimiter"), "{hint}");
    let world = World::new().file("t.csv", "姓名,手机号\n张三,13800138000,x\n");
    let json = world.check(&["--kind", "talent", "--json"]).json();
    assert!(json["problems"][0]["hint"].as_str().unwrap().contains("delimiter"));
}

/// The same people with and without formats that show no more than what is held.
#[test]
fn plain_formats_change_no_body() {
    let rows = |style: usize, day: usize| {
        let mobile = format!("{style}:13800138020");
        let day = format!("{day}:32939");
        Book::new(&["姓名", "手机号", "出生日期", "毕业院校", "工作年限"])
            .formats(&[
                "0_ ",
                "yyyy-mm-dd",
                r#"[$-804]yyyy"年"m"月"d"日";@"#,
                "#,##0",
                "@",
                "0;[Red]0",
            ])
            .row(&["王甲", &mobile, &day, "河海大学", &format!("{style}:5")])
            .checked(&[])
    };
    let plain = rows(0, 2);
    for style in [1, 4, 5, 6] {
        for day in [2, 3] {
            assert_eq!(rows(style, day), plain, "{style} {day}");
        }
    }
}
