//! What people reported of workbooks that other programs read wrong: what a format shows, links without a
//! text, cells of odd types, rows that are no records. Each is written as XML and read as a person sees it.

use serde_json::Value;

use crate::shown::{Book, checked};
use crate::world::World;

const TEXT: &str = "/self_evaluation/content";

/// Which cells something is said of, with the code, and what each row sends at a place.
fn read(book: &Book, place: &str) -> (Vec<String>, Vec<Option<String>>) {
    let (said, bodies) = checked(&World::new().file("t.xlsx", book.bytes()), &[]);
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    (said, bodies.iter().map(|body| body.pointer(place).map(text)).collect())
}

/// A book of people whose third column holds these cells, in these formats.
fn people(header: &str, formats: &[&'static str], cells: &[&str]) -> Book {
    let mut book = Book::new(&["姓名", "手机号", header]).formats(formats);
    for (at, cell) in cells.iter().enumerate() {
        book = book.row(&["张三", &format!("138001380{at:02}"), cell]);
    }
    book
}

/// What is shown of each cell is sent as a text, and told with what is held.
fn is_shown(format: &'static str, cells: &[(&str, &str)]) {
    let numbers: Vec<String> = cells.iter().map(|(number, _)| format!("1:{number}")).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let (said, sent) = read(&people("自我评价", &[format], &numbers), TEXT);
    let shown: Vec<_> = cells.iter().map(|(_, shown)| Some((*shown).to_owned())).collect();
    assert_eq!(sent, shown, "{format}: {said:?}");
    let told = (2..cells.len() + 2).map(|row| format!("C{row} shown-otherwise"));
    assert_eq!(said, told.collect::<Vec<_>>(), "{format}");
}

/// What each cell holds is sent as a text, and nothing is said.
fn is_held(format: &'static str, cells: &[(&str, &str)]) {
    let numbers: Vec<String> = cells.iter().map(|(number, _)| format!("1:{number}")).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let (said, sent) = read(&people("自我评价", &[format], &numbers), TEXT);
    let held: Vec<_> = cells.iter().map(|(_, held)| Some((*held).to_owned())).collect();
    assert_eq!((sent, said), (held, Vec::new()), "{format}");
}

/// tidyverse/readxl#423, orbeon/orbeon-forms#4452
#[test]
fn decimals_that_are_not_shown_are_no_part_of_a_text() {
    is_shown("0", &[("3.712", "4"), ("1.2", "1")]);
    is_shown("0.00", &[("3.6666666666666665", "3.67")]);
    is_shown("#,##0.0", &[("1234.56", "1,234.6")]);
    is_shown("0.0", &[("3.14159", "3.1")]);
    // The same number to people: noise of a binary fraction, zeros, groups.
    is_held("0.00", &[("0.57999999999999996", "0.58"), ("2.5", "2.5"), ("7", "7")]);
    is_held("#,##0.00", &[("1234.5", "1234.5"), ("12000", "12000")]);
    is_held("General", &[("0.30000000000000004", "0.3"), ("12345678901", "12345678901")]);
    is_held("0.00E+00", &[("13800138000", "13800138000")]);
}

/// PHPOffice/PhpSpreadsheet#664, nao1215/filesql#301, alibaba/easyexcel#2654
#[test]
fn how_much_time_has_passed_is_a_text_as_it_is_shown() {
    is_shown("[h]:mm", &[("1.1354166666666667", "27:15"), ("0.25", "6:00")]);
    is_shown("[h]:mm:ss", &[("1.5", "36:00:00")]);
    is_shown("mm:ss", &[("0.01", "14:24")]);
    is_shown("h\"时\"mm\"分\"", &[("0.6", "14时24分")]);
    is_shown("上午/下午h\"时\"mm\"分\"", &[("0.6", "下午2时24分")]);
    is_shown("aaaa", &[("45000", "星期三")]);
}

/// SheetJS/sheetjs#395, SheetJS/sheetjs#392
#[test]
fn of_a_day_a_text_has_what_is_shown_and_a_date_all() {
    is_shown(r#"yyyy"年"m"月""#, &[("45000", "2023年3月")]);
    is_shown("m/d", &[("45000", "3/15")]);
    is_shown(r#"m"月"d"日""#, &[("45000", "3月15日")]);
    is_shown("yyyy", &[("45000", "2023")]);
    // What is written of the whole day differs from place to place: it is told as a date.
    let (said, sent) = read(&people("自我评价", &["m/d/yy"], &["1:45000"]), TEXT);
    assert_eq!(sent, [Some("2023-03-15".into())]);
    assert_eq!(said, ["C2 date-in-text"]);
    // A date has its day, however little is shown of it.
    for format in [r#"yyyy"年"m"月""#, "m/d", "aaaa", "yyyy"] {
        let book = people("出生日期", &[format], &["1:32938", "1990-03-07"]);
        let (said, sent) = read(&book, "/basic_info/birthday");
        let days = [Some("636652800000".to_owned()), Some("636739200000".to_owned())];
        assert_eq!((sent, said), (vec![days[0].clone(), days[1].clone()], vec![]), "{format}");
    }
}

/// productdevbook/hucre#397, PHPOffice/PhpSpreadsheet#3625
#[test]
fn a_fraction_is_a_text_as_it_is_shown() {
    is_shown("# ?/?", &[("0.5", "1/2"), ("5.25", "5 1/4")]);
    is_shown("??/??", &[("2.5", "5/2")]);
    is_shown("0/0", &[("1", "1/1")]);
    is_held("# ?/?", &[("5", "5")]);
}

/// qax-os/excelize#1531
#[test]
fn numerals_in_words_are_a_text_and_a_number_is_a_number() {
    is_shown("[DBNum1]0", &[("2012", "二〇一二")]);
    is_shown("[DBNum2][$-804]General", &[("123", "壹佰贰拾叁")]);
    let book = people("出生日期", &["[DBNum1]0"], &["1:19900306"]);
    assert_eq!(read(&book, "/basic_info/birthday"), (vec![], vec![Some("636652800000".into())]));
    let book = Book::new(&["姓名", "手机号"]).formats(&["[DBNum1]0"]);
    let book = book.row(&["张三", "1:13800138000"]);
    assert_eq!(read(&book, "/basic_info/mobile"), (vec![], vec![Some("13800138000".into())]));
}

/// SheetJS/sheetjs#1394
#[test]
fn a_code_of_which_its_format_says_nothing_is_not_taken_for_one_of_ours() {
    let format = r#"[=1]"女";[=2]"男""#;
    let (said, sent) =
        read(&people("性别", &[format], &["1:1", "1:2", "1:3"]), "/basic_info/gender");
    assert_eq!(sent, [Some("2".into()), Some("1".into())]);
    assert_eq!(said, ["C2 shown-otherwise", "C3 shown-otherwise", "C4 format-lacks-code"]);
    let (said, sent) = read(&people("性别", &[r#"[=1]"女""#], &["1:2"]), "/basic_info/gender");
    assert_eq!((said, sent), (vec!["C2 format-lacks-code".to_owned()], vec![]));
    let book = people("自我评价", &[r#"[>=90]"优";[<60]"差""#], &["1:75", "1:95"]);
    let (said, sent) = read(&book, TEXT);
    assert_eq!(sent, [Some("75".into()), Some("优".into())]);
    assert_eq!(said, ["C2 format-leaves-open", "C3 shown-otherwise"]);
}

/// exceljs/exceljs#877, xuri/excelize-doc#14
#[test]
fn a_link_without_a_text_is_read_where_an_address_is_wanted_and_told_elsewhere() {
    let header = ["姓名", "手机号", "邮箱", "项目名称", "项目角色", "项目链接", "学校"];
    let mut book = Book::new(&header);
    // A cell of a style and nothing else, one of an empty text, a formula of an empty text.
    let empty = r#"s="0">"#;
    for (at, cell) in [
        empty,
        r#"t="inlineStr"><is><t></t></is>"#,
        r#"t="str"><f>HYPERLINK("https://example.com/p","")</f><v></v>"#,
    ]
    .iter()
    .enumerate()
    {
        let mail = if at == 0 { empty } else { "a@example.com" };
        let mail = if at == 2 { "b@example.com" } else { mail };
        let mobile = format!("1380013803{at}");
        book = book.row(&["赵甲", &mobile, mail, "官网", "负责人", cell, empty]);
    }
    book.links = vec![
        ("F2", "https://example.com/p"),
        ("F3", "https://example.com/p"),
        ("C2", "mailto:z@example.com"),
        ("G2", "https://example.com/s"),
    ];
    let (said, sent) = read(&book, "/project_list/0/link");
    assert_eq!(
        sent,
        [
            Some("https://example.com/p".into()),
            Some("https://example.com/p".into()),
            Some("https://example.com/p".into())
        ]
    );
    assert_eq!(
        said,
        ["C2 link-alone", "F2 link-alone", "F3 link-alone", "F4 link-alone", "G2 link-left"]
    );
    assert_eq!(read(&book, "/basic_info/email").1[0].as_deref(), Some("z@example.com"));
    assert_eq!(read(&book, "/education_list/0/school").1, [None, None, None]);
    // In a row without anything a link that was left is nothing, and a name is wanted as ever.
    let mut book =
        Book::new(&["姓名", "手机号"]).row(&["张三", "13800138000"]).row(&[empty, empty]);
    book = book.row(&[empty, "13800138001"]);
    book.links = vec![("A3", "https://example.com/a"), ("A4", "https://example.com/a")];
    let (said, sent) = read(&book, "/basic_info/name");
    assert_eq!(sent, [Some("张三".into())]);
    assert!(said.iter().all(|said| said.starts_with("A4 ")), "{said:?}");
    assert!(said.contains(&"A4 required".to_owned()), "{said:?}");
}

/// ycphs/openxlsx#335, snoopyjc/xls2xlsx#6
#[test]
fn a_formula_of_a_link_alone_shows_its_address() {
    let cells = [
        "=HYPERLINK(\"https://example.com/p\")",
        r#"t="str"><f>HYPERLINK("https://example.com/p")</f>"#,
    ];
    let mut book = Book::new(&["姓名", "手机号", "项目名称", "项目角色", "项目链接"]);
    for (at, cell) in cells.iter().enumerate() {
        let cell = if at == 0 {
            format!(r#"t="inlineStr"><is><t>{}</t></is>"#, cell.replace('"', "&quot;"))
        } else {
            (*cell).to_owned()
        };
        book = book.row(&["张三", &format!("1380013800{at}"), "官网", "开发", &cell]);
    }
    let (said, sent) = read(&book, "/project_list/0/link");
    assert_eq!(sent, vec![Some("https://example.com/p".to_owned()); 2], "{said:?}");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn a_link_that_dials_gives_its_number_in_a_cell_of_numbers() {
    let mut book = Book::new(&["姓名", "手机号"])
        .row(&["张甲", "拨打电话"])
        .row(&["张乙", "138 0013 8001"])
        .row(&["张丙", "13800138002"]);
    book.links =
        vec![("B2", "tel:+86-138-0013-8000"), ("B3", "tel:13800138001"), ("B4", "tel:13800138003")];
    let (said, sent) = read(&book, "/basic_info/mobile");
    assert_eq!(sent, ["13800138000", "13800138001", "13800138002"].map(|it| Some(it.to_owned())));
    assert_eq!(said, ["B2 link-taken", "B4 link-differs"]);
}

/// ClosedXML/ClosedXML#1018, zdavatz/spreadsheet#157, sparna-git/xls2rdf#61
#[test]
fn what_is_struck_out_is_not_read_and_told() {
    let runs = |old: &str, new: &str| {
        format!(
            r#"t="inlineStr"><is><r><rPr><strike/></rPr><t>{old}</t></r><r><t>{new}</t></r></is>"#
        )
    };
    let (name, mobile) = (runs("张三", "李四"), runs("13800138000", "13900139000"));
    let whole = r#"t="inlineStr"><is><r><rPr><strike/></rPr><t>北京大学</t></r></is>"#;
    let sound = r#"t="inlineStr"><is><r><rPr><strike val="0"/><b/></rPr><t>清华</t></r><r><t>大学</t></r></is>"#;
    let book = Book::new(&["姓名", "手机号", "学校"]);
    let book = book.row(&[&name, &mobile, whole]).row(&["王五", "13800138001", sound]);
    let (said, names) = read(&book, "/basic_info/name");
    assert_eq!(names, [Some("李四".into()), Some("王五".into())]);
    assert_eq!(said, ["A2 struck-part", "B2 struck-part", "C2 struck-out"]);
    assert_eq!(read(&book, "/basic_info/mobile").1[0].as_deref(), Some("13900139000"));
    let schools = read(&book, "/education_list/0/school").1;
    assert_eq!(schools, [Some("北京大学".into()), Some("清华大学".into())]);
}

/// SheetJS/sheetjs#679, aVadim483/fast-excel-reader#14
#[test]
fn a_text_in_a_cell_of_numbers_or_of_days_is_that_text() {
    let book = people(
        "出生日期",
        &["yyyy-mm-dd"],
        &[
            r#"q=""><v>28.01.1987</v>"#,
            r#"s="1" t="str"><v>1987-01-28</v>"#,
            r#"s="1" t="n"><v>张</v>"#,
        ],
    );
    let (said, sent) = read(&book, "/basic_info/birthday");
    let day = Some("538761600000".to_owned());
    assert!(said.iter().all(|said| said.starts_with("C4 ") || said.starts_with("C2 ")), "{said:?}");
    assert!(sent.iter().all(|sent| *sent == day || sent.is_none()), "{sent:?} {said:?}");
    assert!(said.iter().any(|said| said.starts_with("C4 ")), "{said:?}");
}

/// proompteng/bilig#42: each error is none of its numbers, whatever the field.
#[test]
fn errors_truths_and_formulas_without_a_result_are_told_in_each_field() {
    let header = ["姓名", "手机号", "邮箱", "性别", "出生日期", "学校", "自我评价"];
    let sound = ["张三", "13800138000", "a@example.com", "男", "1990-03-06", "北京大学", "认真。"];
    let cells = [
        r#"t="e"><v>#N/A</v>"#,
        r#"t="e"><v>#SPILL!</v>"#,
        r#"t="b"><v>1</v>"#,
        r#"s="0"><f>A1</f>"#,
        r#"t="str"><f>A1</f>"#,
        r#"t="s"><v>99</v>"#,
    ];
    for cell in cells {
        let mut book = Book::new(&header);
        for column in 0..header.len() {
            let mut row: Vec<String> = sound.map(str::to_owned).to_vec();
            row[1] = format!("1380013800{column}");
            row[2] = format!("a{column}@example.com");
            row[column] = cell.to_owned();
            book = book.row(&row.iter().map(String::as_str).collect::<Vec<_>>());
        }
        let (said, _) = read(&book, TEXT);
        for column in 0..header.len() {
            let at = format!("{}{} ", char::from(b'A' + u8::try_from(column).unwrap()), column + 2);
            assert!(said.iter().any(|said| said.starts_with(&at)), "{cell} {at}: {said:?}");
        }
    }
}

/// apache/fesod#336, wenzewoo/ExcelKit#41, tidyverse/readxl#54
#[test]
fn rows_below_the_table_are_no_people() {
    for foot in [
        "填表人签字：",
        "总经理（签字）：        日期：",
        "部门负责人（签字）：    公司（盖章）：",
        "备注：本表一式两份",
        "汇总",
        "制表人：李四",
    ] {
        let book = people("自我评价", &[], &["认真。"]).row(&[foot, "", ""]);
        let (said, sent) = read(&book, "/basic_info/name");
        assert_eq!(sent, [Some("张三".into())], "{foot}");
        assert!(said.iter().all(|said| said.contains("row-is-")), "{foot}: {said:?}");
    }
    // People whose names end so, or begin so, are people.
    let book = people("自我评价", &[], &["认真。"]).row(&["余签", "13800138001", "签字笔设计"]);
    assert_eq!(
        read(&book, "/basic_info/name"),
        (vec![], vec![Some("张三".into()), Some("余签".into())])
    );
}
