//! Rows that are no records, and the people who look like them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::*;
use crate::bind::{BindOptions, bind, search};
use crate::kinds::{self, talent::TALENT};
use crate::problem::Place;
use crate::sheet::{Outline, RawCell};
use proptest::prelude::*;

fn row(number: u32, cells: &[&str]) -> RawRow {
    let mut row = RawRow::new();
    row.reset(number);
    for cell in cells {
        // `#12` is a number.
        match cell.strip_prefix('#').and_then(|number| number.parse().ok()) {
            Some(number) => row.push(RawCell::Number(number)),
            None => row.push(RawCell::Text(cell)),
        }
    }
    row
}

fn apart(lines: &[&[&str]]) -> RowClassifier {
    let rows: Vec<RawRow> = (1..).zip(lines).map(|(number, line)| row(number, line)).collect();
    let header = search::header(&rows, &Outline::default(), kinds::ALL, None).unwrap();
    let how =
        BindOptions { mapping: None, tables: &HashMap::new(), allow_keyless: true, accept: None };
    let binding = bind(&TALENT, &header, &Place::default(), &how).unwrap();
    RowClassifier::new(&header, &rows[..header.index], [&binding])
}

fn plain() -> RowClassifier {
    apart(&[
        &["2024年候选人名单"],
        &["序号", "姓名", "手机", "性别", "出生日期", "期望薪资", "备注"],
    ])
}

/// The same, bound once for all that only ask it.
static PLAIN: LazyLock<RowClassifier> = LazyLock::new(plain);

/// Just below the header of [`plain`].
fn first(cells: &[&str]) -> Option<Why> {
    PLAIN.of(&row(3, cells), false)
}

/// Far below it.
fn later(cells: &[&str]) -> Option<Why> {
    PLAIN.of(&row(300, cells), true)
}

#[test]
fn a_header_row_that_comes_again_is_none() {
    for cells in [
        &["序号", "姓名", "手机", "性别", "出生日期", "期望薪资", "备注"][..],
        &["序号", "*姓名", "手机（必填）", "性别", "出生日期", "期望薪资\n(元)", "备注"],
        &["2024年候选人名单"],
    ] {
        assert_eq!(later(cells), Some(Why::Header), "{cells:?}");
    }
    assert_eq!(first(&["", "Name", "Mobile", "Gender", "Birthday"]), Some(Why::Header));
    let two = apart(&[&["姓名", "教育经历", ""], &["", "学校", "专业"]]);
    assert_eq!(two.of(&row(40, &["姓名", "教育经历"]), true), Some(Why::Header));
    assert_eq!(two.of(&row(41, &["", "学校", "专业"]), true), Some(Why::Header));
    for cells in [
        &["1", "姓名", "手机"][..],
        &["", "张三", "手机"],
        &["", "手机", "姓名"],
        &["", "", "", "男"],
    ] {
        assert_eq!(later(cells), None, "{cells:?}");
    }
}

#[test]
fn hints_of_a_template_are_no_people() {
    for cells in [
        &["", "必填", "必填", "选填", "选填", "", ""][..],
        &["", "文本", "数字", "下拉选择", "格式 YYYY-MM-DD", "", ""],
        &["", "(如：张三)", "11位手机号", "男/女", "YYYY-MM-DD", "", ""],
        &["数字", "text, required", "number, required", "dropdown", "date", "", "text"],
        &["", "请填写真实姓名", "请填写手机号", "请选择", "格式：2000-01-01", "税前", "无"],
        &["", "（必填）", "（必填）"],
    ] {
        assert_eq!(first(cells), Some(Why::Hint), "{cells:?}");
        assert_eq!(later(cells), None, "below people it is a row: {cells:?}");
    }
    for cells in [
        &["", "张三", "", "男"][..],
        &["", "必填", "13800138000", "男", "必填"],
        &["", "位文", "文本", "男", "必填"],
        &["1", "限量", "", "男", "", "", "无"],
        &["", "张三", "必填", "必填", "必填"],
    ] {
        assert_eq!(first(cells), None, "{cells:?}");
    }
}

#[test]
fn examples_are_no_people_also_with_a_phone() {
    for cells in [
        &["示例", "张三", "13800138000", "男"][..],
        &["示例（请勿删除）", "张三", "13800138000"],
        &["Example", "Zhang San", "13800138000"],
        &["Example (not imported)", "Zhang San", "13800138000"],
        &["", "示例：张三", "13800138000"],
        &["1", "张三（示例）", "13800138000"],
        &["例：", "张三", "13800138000"],
        &["e.g.", "Zhang San", "13800138000"],
        &["样例1", "张三", "13800138000"],
        &["示例行", "张三", "13800138000"],
        &["", "示例 张三", "13800138000"],
        &["", "范例-张三", "13800138000"],
        &["", "[示例]张三", "13800138000"],
        &["", "【样例】 张三", "13800138000"],
        &["1", "Example John", "13800138000"],
        &["1", "张三", "13800138000", "男", "", "", "示例行，请删除"],
        &["1", "张三", "", "男", "", "", "此行为示例，导入时请删除"],
    ] {
        assert_eq!(first(cells), Some(Why::Example), "{cells:?}");
    }
    assert_eq!(later(&["示例", "张三", "13800138000"]), Some(Why::Example));
    for cells in [
        &["1", "范例", "13800138000"][..],
        &["", "测试", "示例大学"],
        &["1", "示例公司张三", "13800138000"],
        &["1", "Sample", "13800138000"],
        &["1", "Exampleton", "13800138000"],
        &["1", "张三", "13800138000", "男", "", "", "示例"],
        &["1", "王例", "13800138000"],
        &["1", "Samuel Example", "13800138000"],
        &["Example Corp Ltd", "李娜", "13800138001"],
        &["1", "李娜", "13800138001", "Sample Inc"],
        &["1", "张三", "13800138000", "男", "", "", "举过示例，后来删除"],
    ] {
        assert_eq!(first(cells), None, "{cells:?}");
    }
}

#[test]
fn a_row_of_units_is_nobody() {
    for cells in [&["", "", "", "", "", "元"][..], &["单位", "-", "-", "-", "年", "（万元）"]]
    {
        assert_eq!(first(cells), Some(Why::Unit), "{cells:?}");
    }
    for cells in [&["", "年", "", "", "", "元"][..], &["", "张三", "", "", "", "元"], &["", "元"]]
    {
        assert_eq!(first(cells), None, "{cells:?}");
    }
    assert_eq!(later(&["", "", "", "", "", "元"]), None);
}

#[test]
fn totals_are_nobody_and_people_may_be_called_so() {
    for cells in [
        &["合计", "", "", "", "", "#120000"][..],
        &["", "合 计：", "", "", "", "120,000.00元"],
        &["", "合计", "", "", "", "12万元"],
        &["小计", "#12"],
        &["", "共12人"],
        &["共计：12 名"],
        &["Total", "12"],
        &["Grand Total", "#12", "", "", "", "#1"],
        &["研发部小计", "#3"],
        &["#7", "合计", "#3"],
    ] {
        assert_eq!(later(cells), Some(Why::Total), "{cells:?}");
    }
    for cells in [
        &["1", "共小丽", "", "女"][..],
        &["1", "合欣"],
        &["1", "王小计", "", "", "", "#8000"],
        &["1", "合计", "13800138000"],
        &["1", "合计", "", "男"],
        &["1", "Total", "", "Male"],
        &["1", "共12班张三"],
        &["合计", "张三", "", "男"],
    ] {
        assert_eq!(later(cells), None, "{cells:?}");
    }
}

#[test]
fn signatures_notes_and_page_numbers_are_nobody() {
    for cells in [
        &["制表人：李四", "", "审核：", "", "填表日期：2024-01-01"][..],
        &["制表人：", "李四", "审核：王五"],
        &["制表人", "李四"],
        &["注：以上信息仅供内部使用，请勿外传"],
        &["说明：1. 姓名必填；2. 手机号必填"],
        &["备注：本表一式两份"],
        &["第1页 共3页"],
        &["", "", "第 1 页", "共 3 页"],
        &["Page 1 of 3"],
        &["Prepared by: Li Si"],
        &["——以下空白——"],
        &["※ 带星号的为必填项"],
        &["填表人", "王五", "13800138000"],
        &["", "填表人：王五", "13800138000"],
        &["", "人力资源部联系人：王五", "13800138000", "hr@example.com"],
        &["", "如有疑问请联系 李经理", "13800138000"],
        &["如有疑问请联系 李经理"],
        &["", "Contact: HR", "13800138000"],
    ] {
        assert_eq!(later(cells), Some(Why::Footer), "{cells:?}");
    }
    for cells in [
        &["1", "制表", "", "男"][..],
        &["注：张三", "张三", "13800138000"],
        &["备注：首选", "张三", "", "男"],
        &["", "", "", "", "", "", "备注：无"],
        &["负责人", "张三"],
        &["", "审核", "", "女"],
        &["日期：", "张三", "zhang@example.com"],
        &["", "注小丽"],
        &["部门负责人", "张三", "13800138000"],
        &["1", "张三", "13800138000", "", "", "", "填表人：李四"],
        &["", "", "13800138000", "", "", "", "联系人：李四"],
    ] {
        assert_eq!(later(cells), None, "{cells:?}");
    }
}

proptest! {
    #[test]
    fn a_person_with_a_key_is_never_set_aside(
        name in "[赵钱孙李周吴郑王共合计小总注第示样例页]{2,4}",
        key in prop_oneof!["1[3-9][0-9]{9}", "[a-z]{1,8}@[a-z]{1,8}\\.com", "[1-9][0-9]{16}[0-9X]"],
        note in "\\PC{0,12}",
        number in 1u32..40,
    ) {
        let cells = ["1", name.as_str(), key.as_str(), "男", "", "", note.as_str()];
        let marked = name == "示例" || name == "样例";
        for records in [false, true] {
            let why = PLAIN.of(&row(2 + number, &cells), records);
            prop_assert!(why.is_none() || marked && why == Some(Why::Example), "{cells:?} {why:?}");
        }
    }

    #[test]
    fn no_row_panics(cells in prop::collection::vec("\\PC{0,10}", 0..9), number in 1u32..9) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let _ = PLAIN.of(&row(number, &cells), false);
    }
}

#[test]
fn a_header_with_other_columns_is_told_from_one_that_comes_again() {
    for cells in [
        &["序号", "姓名", "性别", "手机", "出生日期"][..],
        &["姓名", "手机", "邮箱"],
        &["", "姓名", "手机", "备注", "性别"],
    ] {
        assert_eq!(later(cells), Some(Why::Moved), "{cells:?}");
        assert_eq!(first(cells), None, "{cells:?}");
    }
    for cells in [&["1", "张三", "手机"][..], &["姓名", "张三", "手机"], &["手机", "姓名"]]
    {
        assert_eq!(later(cells), None, "{cells:?}");
    }
}
