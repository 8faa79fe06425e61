//! What Excel shows is what is meant, whichever format it was saved in: the same cells as `.xlsx`, as
//! `.xlsb` and, as LibreOffice saves that `.xlsx`, as `.xls` and `.ods`. What is said and what would be
//! sent are the same.
//!
//! `workbooks/shown.xls` and `shown.ods` are made anew with `MUSTER_SHOWN=DIR` set, which has
//! `shown.xlsx` written there, and LibreOffice's `soffice --convert-to xls:"MS Excel 97"` and
//! `--convert-to ods`.

use std::io::{Cursor, Write as _};

use crate::shown::{Book, checked};
use crate::world::World;

const SHOWN_XLS: &[u8] = include_bytes!("workbooks/shown.xls");
const SHOWN_ODS: &[u8] = include_bytes!("workbooks/shown.ods");

/// A cell, with the number of its style.
enum Cell {
    Text(usize, &'static str),
    Number(usize, f64),
    /// A formula `HYPERLINK` of an address and what it shows.
    Link(&'static str, &'static str),
}
use Cell::{Link, Number, Text};

/// The formats of the styles from 1 on.
const FORMATS: [&str; 6] = [
    r#""E"00000000"#,
    r#"[=1]"女";[=2]"男""#,
    r#"@"大学""#,
    r#"yyyy"年"m"月"d"日""#,
    "000000000",
    "0.00",
];

const HEADER: [&str; 12] = [
    "姓名",
    "手机号",
    "证件类型",
    "证件号码",
    "性别",
    "毕业院校",
    "出生日期",
    "邮箱",
    "项目名称",
    "项目角色",
    "项目链接",
    "项目开始时间",
];

fn rows() -> [[Cell; 12]; 3] {
    [
        [
            Text(0, "王甲"),
            Number(0, 13_800_138_020.0),
            Text(0, "护照"),
            Number(1, 617_283.0),
            Number(2, 1.0),
            Text(3, "复旦"),
            Number(4, 32_939.0),
            Text(0, "写信给他"),
            Text(0, "官网"),
            Text(0, "负责人"),
            Text(0, "点此查看"),
            Number(6, 2018.1),
        ],
        [
            Text(0, "王乙"),
            Number(0, 13_800_138_021.0),
            Text(0, "护照"),
            Number(5, 50_617_283.0),
            Number(2, 2.0),
            Text(0, "河海大学"),
            Number(4, 32_940.5),
            Text(0, "b@example.com"),
            Text(0, "商城"),
            Text(0, "开发"),
            Link("https://example.com/p/2", "查看"),
            Number(6, 2019.02),
        ],
        [
            Text(0, "王丙"),
            Number(0, 13_800_138_022.0),
            Text(0, "护照"),
            Text(0, "E50617285"),
            Text(2, "女"),
            Text(3, "南京"),
            Text(0, "1990-03-08"),
            Text(0, "c@example.com"),
            Text(0, "商城"),
            Text(0, "开发"),
            Text(0, "https://example.com/p/3"),
            Text(0, "2020.11"),
        ],
    ]
}

const LINKS: [(&str, &str); 4] = [
    ("A2", "https://example.com/people/1"),
    ("H2", "mailto:a@example.com"),
    ("K2", "https://example.com/p/1"),
    ("K4", "https://example.com/p/3"),
];

fn xlsx() -> Vec<u8> {
    let mut book = Book::new(&HEADER).formats(&FORMATS);
    for row in rows() {
        let cells = row.map(|cell| match cell {
            Text(style, text) => format!(r#"s="{style}" t="inlineStr"><is><t>{text}</t></is>"#),
            Number(style, number) => format!(r#"s="{style}"><v>{number}</v>"#),
            Link(to, text) => {
                format!(r#"t="str"><f>HYPERLINK("{to}","{text}")</f><v>{text}</v>"#)
            }
        });
        book = book.row(&cells.each_ref().map(String::as_str));
    }
    book.links = LINKS.to_vec();
    book.bytes()
}

/// A record of an `.xlsb`: a type and a length of seven bits a byte, then its bytes.
fn record(kind: u16, data: &[&[u8]]) -> Vec<u8> {
    let packed = |mut number: usize| {
        let mut bytes = Vec::new();
        loop {
            let low = u8::try_from(number & 0x7F).unwrap();
            number >>= 7;
            bytes.push(if number == 0 { low } else { low | 0x80 });
            if number == 0 {
                return bytes;
            }
        }
    };
    let data = data.concat();
    [packed(kind.into()), packed(data.len()), data].concat()
}

fn long(number: u32) -> [u8; 4] {
    number.to_le_bytes()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = long(u32::try_from(units.len()).unwrap());
    [&length[..], &units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>()].concat()
}

/// The records of a cell.
fn cell(column: u32, cell: &Cell) -> Vec<u8> {
    let place = |style: usize| [long(column), long(u32::try_from(style).unwrap())].concat();
    match cell {
        Text(style, text) => record(6, &[&place(*style), &wide(text)]),
        Number(style, number) => record(5, &[&place(*style), &number.to_le_bytes()]),
        Link(to, text) => {
            let constant = |text: &str| {
                let units: Vec<u16> = text.encode_utf16().collect();
                let length = u16::try_from(units.len()).unwrap();
                let units = std::iter::once(length).chain(units).flat_map(u16::to_le_bytes);
                std::iter::once(0x17).chain(units).collect::<Vec<u8>>()
            };
            // A call of the function 359, with two arguments.
            let formula = [&constant(to)[..], &constant(text), &[0x42, 2, 0x67, 0x01]].concat();
            let length = long(u32::try_from(formula.len()).unwrap());
            record(8, &[&place(0), &wide(text), &[0, 0], &length, &formula, &long(0)])
        }
    }
}

fn worksheet() -> Vec<u8> {
    let header = HEADER.map(|text| Text(0, text));
    let rows = std::iter::once(header).chain(rows());
    let rows = (0..).zip(rows).map(|(number, cells)| {
        let cells = (0..).zip(&cells).map(|(column, it)| cell(column, it));
        [record(0, &[&long(number), &[0; 13]]), cells.collect::<Vec<_>>().concat()].concat()
    });
    let links = (0..).zip(LINKS).map(|(at, (cell, _))| {
        let column = u32::from(cell.as_bytes()[0] - b'A');
        let row = cell[1..].parse::<u32>().unwrap() - 1;
        let cells = [row, row, column, column].map(long).concat();
        let id: String = format!("r{at}");
        record(0x1EE, &[&cells, &wide(&id), &wide(""), &wide(""), &wide("")])
    });
    let all = [0, 3, 0, 11].map(long).concat();
    [
        record(0x81, &[]),
        record(0x94, &[&all]),
        record(0x91, &[]),
        rows.collect::<Vec<_>>().concat(),
        record(0x92, &[]),
        links.collect::<Vec<_>>().concat(),
        record(0x82, &[]),
    ]
    .concat()
}

fn styles() -> Vec<u8> {
    let short = |number: u16| number.to_le_bytes();
    let formats = (164_u16..).zip(FORMATS);
    let codes = formats.clone().map(|(id, code)| record(0x2C, &[&short(id), &wide(code)]));
    let style = |id: u16| record(0x2F, &[&short(0), &short(id), &[0; 12]]);
    let styles = std::iter::once(0).chain(formats.map(|(id, _)| id)).map(style);
    let count = |count: usize| long(u32::try_from(count).unwrap());
    [
        record(0x267, &[&count(FORMATS.len())]),
        codes.collect::<Vec<_>>().concat(),
        record(0x268, &[]),
        // Styles that are no cell's own stand before.
        record(0x272, &[&count(1)]),
        style(14),
        record(0x273, &[]),
        record(0x269, &[&count(FORMATS.len() + 1)]),
        styles.collect::<Vec<_>>().concat(),
        record(0x26A, &[]),
    ]
    .concat()
}

fn xlsb() -> Vec<u8> {
    let relations = |relations: &[String]| {
        format!("<Relationships>{}</Relationships>", relations.concat()).into_bytes()
    };
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="x/{kind}" Target="{target}"/>"#)
    };
    let link = |(at, (_, to)): (usize, (&str, &str))| relation(&format!("r{at}"), "hyperlink", to);
    let links: Vec<String> = LINKS.into_iter().enumerate().map(link).collect();
    let workbook = [
        record(0x83, &[]),
        record(0x9C, &[&long(0), &long(1), &wide("rId1"), &wide("S")]),
        record(0x90, &[]),
        record(0x84, &[]),
    ];
    let parts = [
        ("xl/workbook.bin", workbook.concat()),
        (
            "xl/_rels/workbook.bin.rels",
            relations(&[relation("rId1", "worksheet", "worksheets/sheet1.bin")]),
        ),
        ("xl/styles.bin", styles()),
        ("xl/worksheets/sheet1.bin", worksheet()),
        ("xl/worksheets/_rels/sheet1.bin.rels", relations(&links)),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Where the workbook is to be written from which the others are made.
#[expect(clippy::disallowed_methods, reason = "a test's own switch")]
fn folder() -> Option<std::ffi::OsString> {
    std::env::var_os("MUSTER_SHOWN")
}

#[test]
fn what_is_shown_is_the_same_from_every_format() {
    let book = xlsx();
    if let Some(folder) = folder() {
        std::fs::write(std::path::Path::new(&folder).join("shown.xlsx"), &book).unwrap();
    }
    let read = |name: &str, bytes: &[u8]| checked(&World::new().file(name, bytes), &[]);
    let (said, bodies) = read("a.xlsx", &book);
    assert_eq!(bodies.len(), 3, "{said:?}");
    let person = |at: usize| &bodies[at]["basic_info"];
    assert_eq!(person(0)["identification"]["identification_number"], "E00617283");
    assert_eq!(person(1)["identification"]["identification_number"], "050617283");
    assert_eq!([&person(0)["gender"], &person(1)["gender"], &person(2)["gender"]], [2, 1, 2]);
    assert_eq!(person(0)["email"], "a@example.com");
    let schools = [0, 1, 2].map(|at| &bodies[at]["education_list"][0]["school"]);
    assert_eq!(schools, ["复旦大学", "河海大学", "南京大学"]);
    let links = [0, 1, 2].map(|at| &bodies[at]["project_list"][0]["link"]);
    assert_eq!(links, ["1", "2", "3"].map(|at| format!("https://example.com/p/{at}")).each_ref());
    for (name, bytes) in [("a.xls", SHOWN_XLS), ("a.ods", SHOWN_ODS), ("a.xlsb", &xlsb()[..])] {
        let (also, sent) = read(name, bytes);
        assert_eq!(also, said, "{name}");
        assert_eq!(sent, bodies, "{name}");
    }
}
