//! The sheet that explains the template, in both languages: how to fill it in, each column, and
//! which muster made it. It is passed over when the workbook is read.
//!
//! Must not know: how the sheet to fill in looks.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::column::Column;
use super::sheets::{help_sheet, sheet_name};
use super::stamp;
use crate::problem::Lang;
use crate::spec::Kind;

/// What the workbook is, in both languages.
pub(super) fn title(kind: &Kind) -> String {
    format!("{}导入模板 · {} import template", kind.zh, sheet_name(kind, Lang::En))
}

/// How to fill a template in, step by step, Chinese and English. `{}` is the sheet to fill in.
const STEPS: [(&str, &str); 7] = [
    (
        "在工作表「{}」里从第 3 行开始填，一行一人。第 2 行是示例，导入时跳过，可以删掉，也可以直接改成真人。",
        "Fill in the sheet `{}` from row 3 on, one person a row. Row 2 is an example: it is skipped, you may delete it or write a real person over it.",
    ),
    (
        "红色带 * 的列必填，其他可以留空。用不到的列可以整列删除，列的顺序可以换；表头的文字请不要改。",
        "Red columns with * are required, the others may stay empty. You may delete columns that you do not need and move them; leave the headings as they are.",
    ),
    (
        "点选单元格会出现填写提示，鼠标停在表头上有说明；有下拉箭头的列请从列表中选择。",
        "Select a cell to see how to fill it in, point at a heading for more; choose from the list where there is one.",
    ),
    (
        "证件号、手机号、各种 ID 已设为文本格式。从别处复制时请用「选择性粘贴 › 值」，否则 Excel 会把长数字的末尾变成 0。",
        "ID numbers, phones and IDs are text. Paste from elsewhere as values only, or Excel turns the last digits of long numbers into zeros.",
    ),
    (
        "日期写 2024-05-01；只知道年月就写当月 1 日；「至今」的结束日期留空。",
        "Dates are 2024-05-01; where only the month is known, its first day; an end that is not yet stays empty.",
    ),
    (
        "填好后运行 muster check 文件名.xlsx，逐格检查，不发送任何内容；没有问题再运行 muster import 文件名.xlsx。",
        "Then run muster check FILE.xlsx, which checks every cell and sends nothing; when all is well, muster import FILE.xlsx.",
    ),
    (
        "名字以 muster_ 开头的工作表只是说明和选项，导入时不读取。",
        "Sheets whose name begins with muster_ hold explanations and options only and are not imported.",
    ),
];

/// The headings of the table of columns, Chinese and English, with their widths.
const TABLE: [(&str, &str, f64); 6] = [
    ("表头", "Heading", 30.0),
    ("必填", "Required", 15.0),
    ("怎么填", "How to fill it in", 46.0),
    ("示例", "Example", 26.0),
    ("可选值", "Options", 46.0),
    ("飞书接口字段", "API field", 46.0),
];

/// What is shown of what there is to choose from; the dropdown has it all.
const SHOWN: usize = 20;

/// Write the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    kind: &Kind,
    columns: &[Column],
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.set_name(help_sheet(lang))?;
    sheet.set_screen_gridlines(false).set_landscape().set_print_fit_to_pages(1, 0);
    for (index, (_, _, width)) in (0u16..).zip(TABLE) {
        sheet.set_column_width(index, width)?;
    }
    let big = Format::new().set_bold().set_font_size(16);
    let grey = Format::new().set_font_color(0x66_7085);
    sheet.set_row_height(0, 28)?;
    sheet.write_string_with_format(0, 0, title(kind), &big)?;
    sheet.write_string_with_format(1, 0, stamp(kind.id), &grey)?;
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let mut row = 3;
    let name = sheet_name(kind, lang);
    for lang in [lang, other] {
        row = steps(sheet, row, &name, lang)? + 1;
    }
    table(sheet, row, columns, lang)
}

/// The steps in one language; the row after them.
fn steps(sheet: &mut Worksheet, first: u32, name: &str, lang: Lang) -> Result<u32, XlsxError> {
    let bold = Format::new().set_bold().set_font_size(12);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter);
    sheet.write_string_with_format(first, 0, lang.pick("怎么填", "How to fill it in"), &bold)?;
    let mut row = first + 1;
    for (n, (zh, en)) in (1..).zip(STEPS) {
        let step = lang.pick(zh, en).replace("{}", name);
        sheet.merge_range(row, 0, row, 4, &format!("{n}. {step}"), &plain)?;
        sheet.set_row_height(row, 20)?;
        row += 1;
    }
    Ok(row)
}

/// Every column of the template with what it takes, in both languages.
fn table(
    sheet: &mut Worksheet,
    first: u32,
    columns: &[Column],
    lang: Lang,
) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_font_color(0xFF_FFFF)
        .set_background_color(0x34_4054)
        .set_align(FormatAlign::VerticalCenter);
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(0xD0_D5DD);
    let red = cell.clone().set_bold().set_font_color(0xB4_2318);
    sheet.set_row_height(first, 22)?;
    for (index, (zh, en, _)) in (0u16..).zip(TABLE) {
        sheet.write_string_with_format(first, index, in_both(zh, en, " ", lang), &head)?;
    }
    for (row, column) in (first + 1..).zip(columns) {
        let required = column.required;
        let how = in_both(&column.how(Lang::Zh), &column.how(Lang::En), "\n", lang);
        let example = in_both(&column.example(Lang::Zh), &column.example(Lang::En), "\n", lang);
        let texts = [
            column.heading("\n", lang),
            if required { in_both("必填", "yes", " ", lang) } else { String::new() },
            how,
            example,
            options(column, lang),
            column.path.clone(),
        ];
        sheet.set_row_height(row, 15 * lines(&texts))?;
        for (index, text) in (0u16..).zip(texts) {
            let style = if required && index < 2 { &red } else { &cell };
            sheet.write_string_with_format(row, index, text, style)?;
        }
    }
    Ok(())
}

/// How many lines the row takes: programs differ in whether they see to it themselves.
fn lines(texts: &[String; TABLE.len()]) -> u32 {
    use unicode_width::UnicodeWidthStr as _;
    let wrapped = |text: &str, width: f64| {
        let width = width.max(1.0);
        let line =
            |line: &str| (f64::from(u32::try_from(line.width()).unwrap_or(0)) / width).ceil();
        text.lines().map(|text| line(text).max(1.0)).sum::<f64>()
    };
    let lines = texts.iter().zip(TABLE).map(|(text, (_, _, width))| wrapped(text, width));
    let most = lines.fold(1.0, f64::max);
    (1..20).find(|n| f64::from(*n) >= most).unwrap_or(20)
}

/// The words of a column's dropdown, in both languages.
fn options(column: &Column, lang: Lang) -> String {
    if !column.options.is_empty() {
        let shown = column.options.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>();
        let more = if column.options.len() > SHOWN { " …" } else { "" };
        return shown.join(lang.pick("、", ", ")) + more;
    }
    let Some(choices) = column.ty.choices() else { return String::new() };
    let zh: Vec<_> = choices.iter().map(|choice| choice.zh).collect();
    let en: Vec<_> = choices.iter().map(|choice| choice.en).collect();
    in_both(&zh.join("、"), &en.join(" / "), "\n", lang)
}

/// The text of the language, then that of the other where it differs.
fn in_both(zh: &str, en: &str, between: &str, lang: Lang) -> String {
    let (first, second) = match lang {
        Lang::Zh => (zh, en),
        Lang::En => (en, zh),
    };
    if first == second { first.to_owned() } else { format!("{first}{between}{second}") }
}
