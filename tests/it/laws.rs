//! The properties of `properties`, held for the corpora of the fuzz targets and for a bounded number
//! of inputs made of what such inputs are made of.

use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::properties;

/// Hold a property for each file of a target's corpus.
fn corpus(target: &str, holds: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        holds(&std::fs::read(entry.unwrap().path()).unwrap());
        files += 1;
    }
    assert!(files > 3, "{files} files for {target}");
}

fn of_text(holds: fn(&str)) -> impl Fn(&[u8]) {
    move |bytes| holds(&String::from_utf8_lossy(bytes))
}

#[test]
fn the_corpora_of_the_fuzz_targets() {
    corpus("csv", properties::file);
    corpus("xlsx", properties::file);
    corpus("sheet", properties::package);
    corpus("header", of_text(properties::header));
    corpus("date", of_text(properties::date));
    corpus("mapping", of_text(properties::mapping));
    corpus("table", of_text(properties::table));
}

/// Texts of a CSV file: headers, values, what stands between them.
const OF_CSV: &str = "\n¦\n¦\r\n¦\r¦,¦,¦,¦;¦\t¦|¦\"¦\"¦\"\"¦\"a,b\"¦\"a\nb\"¦ ¦\0¦=¦sep=;\n¦\u{FEFF}¦姓名¦邮箱¦手机号¦\
    身份证号¦出生日期¦教育经历¦学校¦专业¦张三¦合计¦示例¦（必填）¦13800138000¦1.38E+10¦a@example.com¦\
    110101199003070011¦03/04/2026¦26/06/2026¦#N/A¦#NAME?¦锟斤拷¦至今¦x¦1";

/// Bytes that are no UTF-8: a mark of UTF-16, GBK for 张三 and 姓名, halves of characters.
const NO_TEXT: &[&[u8]] =
    &[b"\xFF\xFE", b"\xD5\xC5\xC8\xFD", b"\xD0\xD5\xC3\xFB", b"\x81", b"\xE5\xA7", b"\xFF"];

/// Pieces of a worksheet, its shared strings, its styles and its workbook.
const OF_SHEET: &str = r#"<worksheet>¦<sheetData>¦</sheetData>¦</worksheet>¦<row>¦<row r="1">¦<row r="2" hidden="1">¦
<row r="1048576">¦<row r="4294967296">¦</row>¦<c>¦<c r="A1">¦<c r="B1" t="s">¦<c r="XFD1" t="b">¦<c r="A2" s="1">¦
<c r="C1" t="inlineStr">¦<c r="D1" t="d">¦<c t="e">¦<c t="str">¦</c>¦<v>¦</v>¦<v>0</v>¦<v>45000</v>¦<v>1e999</v>¦
<v>#N/A</v>¦<f>1+1</f>¦<is><t>姓名</t></is>¦<is><t>邮箱</t></is>¦<is><r><t>a</t></r></is>¦2024-02-29¦
<dimension ref="A1:XFD1048576"/>¦<cols><col min="1" max="2" hidden="1"/></cols>¦<autoFilter ref="A1:B9"/>¦
<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>¦NUL¦NUL¦NUL¦<sst>¦<si/>¦</sst>¦<si><t>姓名</t></si>¦
<sst count="9999999999" uniqueCount="9999999999">¦<styleSheet><cellXfs count="2"><xf/><xf numFmtId="14"/></cellXfs></styleSheet>¦
<workbook>¦<workbookPr date1904="1"/>¦<sheets>¦<sheet name="S" sheetId="1" r:id="rId1"/>¦
<sheet name="T" state="hidden" r:id="rId1"/>¦</sheets></workbook>¦<!--¦-->¦<![CDATA[¦]]>¦&amp;¦&#0;¦&#x1F600;¦_x000D_¦
<¦>¦"¦<x:row>¦<mc:AlternateContent>¦<!DOCTYPE a [<!ENTITY b "c">]>¦&b;"#;

/// Words of headers, and what is written round them.
const OF_HEADER: &str = "姓名¦手机号¦邮箱¦身份证号¦证件号码¦证件类型¦教育经历¦学校¦专业¦学历¦工作经历¦公司¦职位¦开始时间¦\
    结束时间¦语言¦项目经历¦name¦mobile¦email¦education¦school¦start date¦候选人¦basic_info.name¦\
    education_list[1].school¦custom.123¦muster_row¦1¦2¦第一段¦（必填）¦*¦（示例）¦-¦/¦_¦ ¦@2¦#3¦：¦(¦)¦[¦]¦.¦\t¦\t¦\t¦\t¦\n¦\n¦\
    x¦A¦备注¦2024年名单¦\u{200B}¦\u{3000}¦ｎａｍｅ¦#NAME?";

/// Parts of dates.
const OF_DATE: &str = "2024¦1999¦24¦99¦5¦05¦12¦13¦31¦29¦2¦0¦-¦/¦.¦,¦ ¦年¦月¦日¦号¦T¦:¦Z¦+08:00¦May¦Sept¦二〇二四¦十二¦廿¦正月¦\
    am¦pm¦下午¦至今¦２０２４¦'¦45413¦1714492800000¦e¦民国¦O¦l¦—¦9999-12-31";

/// Lines of a mapping file, sound and broken.
const OF_MAPPING: &str = r##"version = 1¦version = 2¦[[record]]¦kind = "talent"¦kind = "job-data"¦kind = "talents"¦
file = "*名?.csv"¦sheet = "员工"¦header_row = 3¦header_row = 0¦strict = true¦dates = "dmy"¦dates = { "生日" = "mdy" }¦
timezone = "Mars"¦ignore = ["备注", "#2"]¦key_column = "工号"¦[record.columns]¦"姓名" = "basic_info.name"¦
"学校@2" = "education_list[2].school"¦"学校" = "education_list[0].school"¦"x" = ["basic_info.email", "basic_info.nam"]¦
[record.values]¦"education_list.degree" = { "大本" = "本科", "大专" = 5 }¦[record.defaults]¦[record.on_bad]¦
"education_list.school" = "omit"¦[record.custom]¦"123" = { type = "choice", options = { "a" = "1" } }¦
[[record.derive]]¦to = "basic_info.name"¦join = ["姓", "名"]¦separator = ""¦split = "起止"¦range = "起止"¦
to = ["education_list.start_time", "education_list.end_time"]¦entries = "；"¦transform = ["trim", "regex"]¦
[[record.child]]¦key = "工号"¦group = "career_list"¦[record.child.columns]¦[record.lookup]¦= 1¦"¦[¦]¦'''¦# 注¦a.b.c = 1¦\u"##;

/// Lines of a mapping that is filled in as a workbook.
const OF_TABLE: &str = "字段对照表¦记录种类\t人才 (talent)¦Kind\tjob-data¦记录种类\tx¦文件\t*¦文件\ta?.csv¦工作表\t员工¦表头行\t3¦\
    表头行\t0¦日期顺序\tdmy¦表头\t示例\t飞书字段\t把握\t处理\t备注¦Header\tFeishu field\tAction\tNote¦\
    姓名\t张*\t姓名 (basic_info.name)\t100 %\t导入\t¦学校@2\t\teducation_list[2].school\t\tImport\t¦\
    学校\t\teducation_list[0].school\t\t导入¦序号\t1\t\t\t忽略\t¦民族\t汉\t\t\t自定义字段\tcustom:69¦x\t\tcustom:70 (日期)\t\t自定义字段¦\
    姓名\tbasic_info.email\tImport\t¦\u{C}字段\t表里的写法\t飞书的选项\t行数¦性别 (basic_info.gender)\tM\t男\t12¦\
    性别\tM\t女\t1¦学历 (education_list.degree)\t大学\tBachelor\t3¦x\tM\t1¦\u{C}\t¦";

/// Some of the pieces, in any order.
fn pieces(of: &'static str, most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    vec(select(of.split('¦').collect::<Vec<_>>()), 0..most)
}

/// Some of the pieces that stand on lines of their own.
fn trimmed(of: &'static str, most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    pieces(of, most).prop_map(|pieces| pieces.into_iter().map(|p| p.trim_matches('\n')).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn text_files(
        pieces in pieces(OF_CSV, 60),
        strange in prop::option::of((0..60usize, select(NO_TEXT))),
    ) {
        let mut pieces: Vec<&[u8]> = pieces.into_iter().map(str::as_bytes).collect();
        if let Some((at, bytes)) = strange {
            pieces.insert(at.min(pieces.len()), bytes);
        }
        properties::file(&pieces.concat());
    }

    #[test]
    fn worksheets(pieces in trimmed(OF_SHEET, 40)) {
        properties::package(pieces.concat().replace("NUL", "\0").as_bytes());
    }

    #[test]
    fn headers(pieces in pieces(OF_HEADER, 30)) {
        properties::header(&pieces.concat());
    }

    #[test]
    fn mapping_workbooks(pieces in pieces(OF_TABLE, 16), sound in prop::bool::weighted(0.7)) {
        let head = if sound { "记录种类\ttalent\n表头\t示例\t飞书字段\t把握\t处理\t备注\n" } else { "" };
        properties::table(&format!("{head}{}", pieces.join("\n")));
    }

    #[test]
    fn mapping_files(pieces in trimmed(OF_MAPPING, 16), lines in prop::bool::weighted(0.9)) {
        properties::mapping(&pieces.join(if lines { "\n" } else { "\r" }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn dates(pieces in pieces(OF_DATE, 9)) {
        properties::date(&pieces.concat());
    }
}
