//! CSV: encodings, delimiters, quotes, the numbers of rows.

use encoding_rs::{GB18030, UTF_8};
use proptest::prelude::*;

use super::*;
use crate::problem::Lang;
use crate::source::{Format, digest_of};

const TABLE: &str =
    "姓名,手机,备注\r\n张三,13800138000,\"多行\r\n文字,有逗号\"\r\n\r\n李四,,\"引\"\"号\"\r\n";
const ROWS: [&str; 4] = [
    r#"1: "姓名" | "手机" | "备注""#,
    r#"2: "张三" | "13800138000" | "多行\r\n文字,有逗号""#,
    "3: ",
    r#"4: "李四" |  | "引\"号""#,
];

fn utf16(text: &str, little: bool, bom: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    let bom = bom.then_some(0xFEFF);
    bom.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn format(bytes: &[u8]) -> (&'static str, u8, bool) {
    match *open_bytes("a.csv", bytes, &OpenOptions::default()).unwrap().format() {
        Format::Csv { encoding, delimiter, bom } => (encoding, delimiter, bom),
        Format::Xlsx | Format::Foreign(_) => panic!("not text"),
    }
}

#[test]
fn the_same_table_comes_out_of_every_encoding() {
    let bom = ["\u{FEFF}", TABLE].concat();
    let (gbk, _, lossy) = GB18030.encode(TABLE);
    assert!(!lossy);
    for (name, bytes, expected) in [
        ("plain", TABLE.as_bytes().to_vec(), ("UTF-8", b',', false)),
        ("bom", bom.as_bytes().to_vec(), ("UTF-8", b',', true)),
        ("gbk", gbk.to_vec(), ("gb18030", b',', false)),
        ("le", utf16(TABLE, true, true), ("UTF-16LE", b',', true)),
        ("be", utf16(TABLE, false, true), ("UTF-16BE", b',', true)),
        ("le without bom", utf16(TABLE, true, false), ("UTF-16LE", b',', false)),
        ("be without bom", utf16(TABLE, false, false), ("UTF-16BE", b',', false)),
    ] {
        assert_eq!(format(&bytes), expected, "{name}");
        assert_eq!(read_all("a.csv", &bytes), ROWS, "{name}");
    }
}

#[test]
fn encoding_and_delimiter_are_said_with_their_proof() {
    let said = |bytes: &[u8], options: &OpenOptions| {
        let book = open_bytes("a.csv", bytes, options).unwrap();
        book.evidence().iter().map(|evidence| evidence.say(Lang::En).to_owned()).collect::<Vec<_>>()
    };
    let three = "\",\": 3 fields in each of the first 3 rows";
    let gb = "gb18030: not UTF-8 from line 1 on; 19 characters read as common Chinese, 0 as rare";
    let of = |bytes: &[u8]| said(bytes, &OpenOptions::default());
    assert_eq!(
        of(TABLE.as_bytes()),
        ["UTF-8: all 19 characters beyond ASCII are well-formed", three]
    );
    assert_eq!(of(&GB18030.encode(TABLE).0), [gb, three]);
    assert_eq!(of(b"a;b\n1;2\n")[0], "UTF-8: ASCII only, alike in any encoding");
    assert_eq!(of(&utf16(TABLE, true, true))[0], "UTF-16LE: a byte order mark begins the file");
    let every = "UTF-16BE: every other byte of its ASCII characters is 0";
    assert_eq!(of(&utf16(TABLE, false, false))[0], every);
    assert_eq!(said(&GB18030.encode(TABLE).0, &encoded("gbk"))[0], "gb18030: given by --encoding");
    let problem = open_bytes("a.csv", b"a,b;c\n1,2;3\n", &OpenOptions::default()).err().unwrap();
    assert_eq!(problem.code(), Code::DelimiterDoubtful);
    assert!(problem.complaint.hint(Lang::En).contains("--delimiter"));
}

#[test]
fn line_ends_of_every_kind_count_alike() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "", "1,2", "", ""].join(end);
        assert_eq!(
            read_all("a.csv", text.as_bytes()),
            [r#"1: "a" | "b""#, "2: ", r#"3: "1" | "2""#, "4: "],
            "{end:?}"
        );
    }
}

#[test]
fn an_unclosed_quote_is_told_at_the_line_where_it_opened() {
    let text = "a,b\n\"1\n1\",2\n\n\"x\ny\",\"3\n4,5\n6,7\n";
    let mut book = open_bytes("a.csv", text.as_bytes(), &OpenOptions::default()).unwrap();
    let (rows, problem) = read(&mut book, 0);
    assert_eq!(rows.len(), 3, "the rows before it stand");
    let problem = problem.unwrap();
    assert_eq!(problem.code(), Code::QuoteUnclosed);
    assert_eq!(problem.complaint.args, ["6"], "the line of the file");
    assert_eq!(problem.place.cell().unwrap().to_string(), "B4", "the row as Excel counts");
}

#[test]
fn an_unclosed_quote_in_a_huge_file_does_not_fill_the_memory() {
    let text = format!("a,b\n1,\"{}", "x,y\n".repeat(100_000));
    let mut options = OpenOptions::default();
    options.limits.record_bytes = 64 * 1024;
    let mut book = open_bytes("a.csv", text.as_bytes(), &options).unwrap();
    let problem = read(&mut book, 0).1.unwrap();
    assert_eq!(problem.code(), Code::QuoteFarOpen);
    assert_eq!(problem.complaint.args, ["2", "0", "--raise-limits 2"]);
    assert_eq!(problem.place.cell().unwrap().to_string(), "B2");
    let text = format!("a\n{}", "x".repeat(200_000));
    let mut book = open_bytes("a.csv", text.as_bytes(), &options).unwrap();
    let problem = read(&mut book, 0).1.unwrap();
    assert_eq!(problem.code(), Code::RecordTooLong);
    options.limits = options.limits.raised(4);
    let mut book = open_bytes("a.csv", text.as_bytes(), &options).unwrap();
    assert_eq!(read(&mut book, 0).0, [r#"1: "a""#, "2: !cell-too-long"]);
    for (commas, code) in [(16_383, None), (16_384, Some(Code::RecordTooWide))] {
        let text = format!("a,b\n{}\n", ",".repeat(commas));
        let mut book = open_bytes("a.csv", text.as_bytes(), &OpenOptions::default()).unwrap();
        assert_eq!(read(&mut book, 0).1.map(|problem| problem.code()), code);
    }
}

#[test]
fn a_lone_quote_is_told_wherever_it_is() {
    for (text, line) in [("\"", "1"), ("\"\n", "1"), ("a,b\n1,\"", "2"), ("a\n\n\"x,1\n2\n", "3")] {
        let mut book = open_bytes("a.csv", text.as_bytes(), &OpenOptions::default()).unwrap();
        let problem = read(&mut book, 0).1.unwrap();
        assert_eq!((problem.code(), problem.complaint.values()), (Code::QuoteUnclosed, vec![line]));
    }
    let within = b"a,b\n5\" x,1\n\"5\"\" x\",2\n";
    assert_eq!(read_all("a.csv", within)[1..], [r#"2: "5\" x" | "1""#, r#"3: "5\" x" | "2""#]);
}

#[test]
fn a_file_cut_anywhere_gives_rows_or_a_problem() {
    for whole in
        [TABLE.as_bytes().to_vec(), GB18030.encode(TABLE).0.into_owned(), utf16(TABLE, true, true)]
    {
        for end in 0..whole.len() {
            if let Ok(mut book) = open_bytes("a.csv", &whole[..end], &OpenOptions::default()) {
                let rows = read(&mut book, 0).0;
                let before = rows.len().saturating_sub(1);
                assert_eq!(rows[..before], ROWS[..before], "{end}: all but the last are whole");
            }
        }
    }
}

#[test]
fn what_no_cell_may_hold_is_a_fault_of_that_cell_alone() {
    let text = "a,b,c\nx\0y,1,\u{1b}\n\"p\"q,\"r\" ,3\nü\u{FFFD},1,2\n";
    assert_eq!(
        read_all("a.csv", text.as_bytes())[1..],
        [
            r#"2: !cell-control-character:U+0000 | "1" | !cell-control-character:U+001B"#,
            r#"3: !cell-stray-quote | "r" | "3""#,
            r#"4: !cell-undecodable | "1" | "2""#,
        ]
    );
    let long = format!("a,b\n{},1\n\"{}\",2\n", "字".repeat(32_768), "\n".repeat(600));
    assert_eq!(
        read_all("a.csv", long.as_bytes())[1..],
        [r#"2: !cell-too-long | "1""#, r#"3: !cell-too-many-lines:601 | "2""#]
    );
}

#[test]
fn ragged_rows_are_given_as_they_are() {
    assert_eq!(
        read_all("a.csv", b"a,b,c\n1\n1,2,3,4,\n,,\n"),
        [r#"1: "a" | "b" | "c""#, r#"2: "1""#, r#"3: "1" | "2" | "3" | "4" | "#, "4:  |  | "]
    );
}

#[test]
fn a_sep_line_is_obeyed_and_not_counted_as_excel_does() {
    assert_eq!(
        read_all("a.csv", "\u{FEFF}sep=;\r\na;b\r\n1,5;2\r\n".as_bytes()),
        [r#"1: "a" | "b""#, r#"2: "1,5" | "2""#]
    );
    let text = b"sep=;\na;b\n\"x\n";
    let mut book = open_bytes("a.csv", text, &OpenOptions::default()).unwrap();
    assert_eq!(read(&mut book, 0).1.unwrap().complaint.args, ["3"], "but its line is a line");
}

#[test]
fn a_long_file_that_begins_as_utf8_is_read_at_once_and_refused_at_its_first_wrong_byte() {
    let line = "张三,北京大学,\"两\n行\"\n";
    let begins = ["姓名,学校,备注\n", &line.repeat(4000)].concat();
    assert!(begins.len() > crate::source::sniff::HEAD);
    let lines = begins.matches('\n').count() + 1;
    for (wrong, gb) in
        [(&b"\xFF"[..], false), (&GB18030.encode("王五").0, true), (b"\xE7\x8E", false)]
    {
        for behind in ["", ",1,2\n", &line.repeat(20)] {
            let bytes = [begins.as_bytes(), wrong, behind.as_bytes()].concat();
            let mut book = open_bytes("a.csv", &bytes, &OpenOptions::default()).unwrap();
            let said = book.evidence()[0].say(Lang::En);
            assert!(said.starts_with("UTF-8: the first "), "{said}");
            let problem = read(&mut book, 0).1.expect("it is damaged");
            assert_eq!(problem.code(), Code::EncodingBroken, "{gb}");
            assert_eq!(problem.complaint.args, [lines.to_string().as_str()]);
        }
    }
    // Of what begins without a sign of UTF-8 the whole decides.
    let ascii = "code,name\n1,a\n".repeat(8000);
    let mixed =
        [ascii.as_bytes(), &GB18030.encode("3,张三的北京大学\n".repeat(9).as_str()).0].concat();
    let book = open_bytes("a.csv", &mixed, &OpenOptions::default()).unwrap();
    assert!(book.format().to_string().contains("gb18030"));
}

#[test]
fn bad_bytes_are_an_error_and_with_a_named_encoding_a_fault_of_their_cell() {
    let broken = [TABLE.as_bytes(), b"\xE7\x8E,1,2\n\xFF,3,4\n"].concat();
    assert_eq!(refusal("a.csv", &broken), (Code::EncodingBroken, "6".to_owned()));
    let mut book = open_bytes("a.csv", &broken, &encoded("utf-8")).unwrap();
    assert_eq!(
        read(&mut book, 0).0[4..],
        [r#"5: !cell-undecodable | "1" | "2""#, r#"6: !cell-undecodable | "3" | "4""#]
    );
    let (code, args) = refusal("a.csv", b"name\nJos\xE9, x\n");
    assert_eq!(code, Code::EncodingUndetected);
    assert!(args.starts_with("2 2 windows-125"), "{args}");
    let mut book = open_bytes("a.csv", b"name\nJos\xE9\n", &encoded("latin1")).unwrap();
    assert_eq!(read(&mut book, 0).0[1], r#"2: "José""#);
}

/// Somebody has pasted a line of GBK into a short file of UTF-8: the line is named, and no other encoding.
#[test]
fn one_line_of_another_encoding_is_named() {
    let gbk = GB18030.encode("王五,北京大学\n").0;
    for rows in [2, 5] {
        let rest = "李四,清华大学\n".repeat(rows);
        let mixed = [b"name,school\n", &*gbk, rest.as_bytes()].concat();
        assert_eq!(refusal("a.csv", &mixed), (Code::EncodingBroken, "2".to_owned()));
    }
    let whole = [b"name,school\n", &*gbk, &*gbk, &*gbk].concat();
    let book = open_bytes("a.csv", &whole, &OpenOptions::default()).unwrap();
    assert!(book.format().to_string().contains("gb18030"));
}

fn written_as(text: &str, label: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "{text}");
    bytes.into_owned()
}

#[test]
fn korean_and_cyrillic_are_not_taken_for_chinese() {
    for (label, text) in [
        ("EUC-KR", "name,mobile\n김민수,13800138001\n이영희,13800138002\n박지훈,13800138003\n"),
        (
            "EUC-KR",
            "이름,전화번호,학교\n김민수,13800138001,서울대학교\n이영희,13800138002,연세대학교\n",
        ),
        ("windows-1251", "name,mobile\nАннаХ,1\nСергей,2\nПетров,3\nАнна,4\nОльгин,5\n"),
    ] {
        let (code, args) = refusal("a.csv", &written_as(text, label));
        let refused = matches!(code, Code::EncodingDoubtful | Code::EncodingUndetected);
        assert!(refused, "{text} {code:?}");
        assert_eq!(args.split(' ').next_back(), Some(label));
    }
    let even = "name\nИван\nАнна\nПётр\nСергей\n".replace('\n', ".\n");
    let refused = refusal("a.csv", &written_as(&even, "windows-1251"));
    assert_eq!(refused, (Code::EncodingDoubtful, "windows-1251".to_owned()));
}

#[test]
fn chinese_of_few_sounds_or_of_rare_characters_is_chinese() {
    for text in [
        "name,mobile\n李刚,13800138001\n陈红,13800138002\n高飞,13800138003\n郭海,13800138004\n",
        "name,mobile\n黄斌,1\n何洁,2\n胡歌,3\n刘备,4\n江河,5\n李白,6\n白冰,7\n韩寒,8\n",
        "姓名,手机号\n鑫淼,13800138001\n",
        "name,mobile\n龚鑫淼,1\n翟煜炜,2\n邹昕怡,3\n闫珺瑶,4\n",
        "name\n许昇\n李明\n王强\n",
    ] {
        assert_eq!(format(&written_as(text, "gb18030")).0, "gb18030", "{text}");
    }
}

#[test]
fn latin_names_and_big5_are_not_taken_for_chinese() {
    let (code, args) = refusal("a.csv", b"name,city\nM\xFCller,K\xF6ln\nGarc\xEDa,x\n");
    assert_eq!((code, args.as_str()), (Code::EncodingDoubtful, "windows-1252"));
    let mac = b"name,city\nAndr\x8E,x\nJos\x8E,y\nFran\x8Dois,z\n";
    let (code, args) = refusal("a.csv", mac);
    assert_eq!((code, args.split(' ').next_back()), (Code::EncodingUndetected, Some("macintosh")));
    for name in ["macintosh", "mac-roman"] {
        let mut book = open_bytes("a.csv", mac, &encoded(name)).unwrap();
        assert_eq!(read(&mut book, 0).0[1], r#"2: "André" | "x""#);
    }
    let text =
        "姓名,手機,電子郵件,備註\n陳大文,138,a@b,負責產品規劃與設計\n林小明,139,c@d,專案經理\n";
    let (big5, _, lossy) = encoding_rs::BIG5.encode(text);
    assert!(!lossy);
    let (code, args) = refusal("a.csv", &big5);
    assert!(matches!(code, Code::EncodingDoubtful | Code::EncodingUndetected), "{code:?}");
    assert_eq!(args.split(' ').next_back(), Some("Big5"));
    let rare = "姓名,手机\n李玥,1\n张喆,2\n王堃,3\n𠮷野,4\n";
    assert_eq!(format(&GB18030.encode(rare).0).0, "gb18030", "rare characters among common ones");
}

#[test]
fn an_encoding_of_no_known_name_lists_the_common_ones() {
    for wrong in ["klingon", "replacement", "iso-2022-cn", "x-user-defined", ""] {
        let problem = open_bytes("a.csv", b"a,b\n", &encoded(wrong)).err().unwrap();
        assert_eq!(problem.code(), Code::EncodingUnknown, "{wrong}");
        assert!(problem.complaint.values()[1].contains("gb18030"));
    }
    for known in ["GBK", "gb2312", "cp936", "GB18030"] {
        let book = open_bytes("a.csv", b"a,b\n", &encoded(known)).unwrap();
        assert!(matches!(book.format(), Format::Csv { encoding: "gb18030", .. }), "{known}");
    }
}

#[test]
fn a_given_delimiter_wins_and_an_unusable_one_is_refused() {
    let mut options = OpenOptions { delimiter: Some(b'#'), ..OpenOptions::default() };
    let mut book = open_bytes("a.csv", b"a,b#c\n", &options).unwrap();
    assert_eq!(read(&mut book, 0).0, [r#"1: "a,b" | "c""#]);
    for wrong in [b'"', b'\n', b'\r', 0, 0xE9] {
        options.delimiter = Some(wrong);
        let problem = open_bytes("a.csv", b"a,b\n", &options).err().unwrap();
        assert_eq!(problem.code(), Code::DelimiterUnusable);
    }
}

#[test]
fn rows_can_be_read_again_and_a_change_is_seen() {
    let file = scratch("a.csv", b"a,b\n1,2\n");
    let mut book = open(&file.path, &Arc::from("a.csv"), &OpenOptions::default()).unwrap();
    assert_eq!(read(&mut book, 0), read(&mut book, 0));
    assert_eq!(read(&mut book, 1).1.unwrap().code(), Code::SheetMissing);
    assert_eq!(book.sheets().len(), 1);
    let first = book.digest().unwrap();
    assert_eq!(first.sha256().unwrap().len(), 64);
    assert_eq!(digest_of(&file.path, book.name()).unwrap(), first);
    // Of the same length, within the same tick of the file system's clock: what is read tells.
    std::fs::write(&file.path, b"a,b\n1,3\n").unwrap();
    assert_eq!(read(&mut book, 0).0.len(), 2);
    assert_eq!(book.digest().unwrap_err().code(), Code::InputChanged);
    let mut book = open(&file.path, &Arc::from("a.csv"), &OpenOptions::default()).unwrap();
    assert_eq!(read(&mut book, 0).0.len(), 2);
    assert_ne!(book.digest().unwrap(), first);
    // Nobody reads it again, and it has become longer.
    std::fs::write(&file.path, b"a,b\n1,3\n5,6\n").unwrap();
    assert_eq!(read(&mut book, 0).0.len(), 2, "as far as it went when it was opened");
    assert_eq!(book.digest().unwrap_err().code(), Code::InputChanged);
    std::fs::remove_file(&file.path).unwrap();
    assert_eq!(book.digest().unwrap_err().code(), Code::FileMissing);
    assert_eq!(digest_of(&file.path, book.name()).unwrap_err().code(), Code::FileMissing);
    drop(file.dir);
}

/// How a generated table is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    delimiter: char,
    end: &'static str,
    last_end: bool,
    encoding: u8,
}

fn style() -> impl Strategy<Value = Style> {
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|']);
    let end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    (delimiter, end, any::<bool>(), 0u8..6).prop_map(|(delimiter, end, last_end, encoding)| Style {
        delimiter,
        end,
        last_end,
        encoding,
    })
}

fn write(rows: &[Vec<(String, bool)>], style: Style) -> Vec<u8> {
    let mut text = String::new();
    for (n, row) in rows.iter().enumerate() {
        for (column, (cell, quoted)) in row.iter().enumerate() {
            if column > 0 {
                text.push(style.delimiter);
            }
            let must = cell.contains([style.delimiter, '\n', '\r', '"']);
            if *quoted || must {
                text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
            } else {
                text.push_str(cell);
            }
        }
        if n + 1 < rows.len() || style.last_end {
            text.push_str(style.end);
        }
    }
    match style.encoding {
        0 => text.into_bytes(),
        1 => ["\u{FEFF}", &text].concat().into_bytes(),
        2 => GB18030.encode(&text).0.into_owned(),
        3 => utf16(&text, true, true),
        4 => utf16(&text, false, true),
        _ => UTF_8.encode(&text).0.into_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Every table comes back as it was, with the numbers of its rows, however it is written:
    /// rows that were given + rows that are gaps = rows of the file.
    #[test]
    fn a_table_reads_back_as_itself(
        rows in prop::collection::vec(
            prop::collection::vec(("[a-z张三丰,;|\t \"\n\r]{0,6}|[1-9]{1,3}", any::<bool>()), 2..5), 1..12),
        style in style(),
    ) {
        let bytes = write(&rows, style);
        let options = OpenOptions {
            delimiter: u8::try_from(style.delimiter).ok(),
            encoding: (style.encoding == 2).then(|| "gb18030".to_owned()),
            ..OpenOptions::default()
        };
        let blank = rows.iter().flatten().all(|(cell, quoted)| cell.trim().is_empty() && !quoted);
        prop_assume!(!blank && !rows[0][0].0.starts_with("sep"));
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.csv");
        std::fs::write(&path, &bytes).unwrap();
        // White space alone is an empty file.
        let Ok(mut book) = open(&path, &Arc::from("t.csv"), &options) else {
            prop_assert!(rows.iter().flatten().all(|(cell, _)| cell.trim().is_empty()));
            return Ok(());
        };
        let mut reader = book.rows(0).unwrap();
        let mut row = RawRow::new();
        let mut number = 0;
        while reader.next(&mut row).unwrap() {
            number += 1;
            prop_assert_eq!(row.number(), number);
            let expected = &rows[number as usize - 1];
            prop_assert_eq!(row.width(), expected.len());
            for (column, (cell, _)) in expected.iter().enumerate() {
                let want = if cell.is_empty() { RawCell::Empty } else { RawCell::Text(cell) };
                prop_assert!(row.cell(column) == want, "{:?} is not {:?}", row.cell(column), cell);
            }
        }
        prop_assert_eq!(number as usize, rows.len());
    }

    /// Whatever the bytes are, reading them ends, with rising numbers and without a panic.
    #[test]
    fn any_bytes_give_rows_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.csv");
        std::fs::write(&path, &bytes).unwrap();
        for options in [OpenOptions::default(), encoded("gb18030"), encoded("utf-16le")] {
            let Ok(mut book) = open(&path, &Arc::from("t.csv"), &options) else { continue };
            let Ok(mut reader) = book.rows(0) else { continue };
            let mut row = RawRow::new();
            let mut before = 0;
            while let Ok(true) = reader.next(&mut row) {
                prop_assert!(row.number() > before);
                before = row.number();
            }
        }
    }
}
