//! 值对照: which choice a label means, which entry of the tenant's a name.
//!
//! Must not know: how either is found.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use crate::mapping::workbook::ValueColumn;
use crate::problem::Lang;
use crate::propose::{Proposal, ProposedLabel, ProposedValues};
use crate::spec::Choice;
use crate::tr;

use super::look::{Lists, SPARE, cell_style, heading_style, title};

/// 值对照: what the words of the sheet mean.
pub(super) fn sheet(
    sheet: &mut Worksheet,
    proposal: &Proposal,
    lists: &mut Lists,
    lang: Lang,
) -> Result<(), XlsxError> {
    title(sheet, lang.pick("值对照表", "Value mapping"), lang.pick(
        "表格里的写法对应飞书的什么。选项：请在「飞书的选项」里选一个；部门、职级等名称：核对或填写飞书里的名称、路径或编码，不写 ID（右边的 ID 只供核对，不读）。留空的，按表里的写法去认，认不出就报错。可以加行。",
        "What the words of the spreadsheet mean in Feishu. Of choices choose one; of names (departments, levels …) verify or write Feishu's name, path or code, and no ID (the ID on the right is shown only). What is left blank is read as it is written, and is an error where that is nothing. Lines can be added.",
    ))?;
    let order = [
        (ValueColumn::Field, 46.0),
        (ValueColumn::Label, 28.0),
        (ValueColumn::Option, 28.0),
        (ValueColumn::Rows, 10.0),
        (ValueColumn::Id, 24.0),
        (ValueColumn::Note, 46.0),
    ];
    let top = 2;
    for (column, (heading, width)) in (0u16..).zip(order) {
        sheet.set_column_width(column, width)?;
        let [zh, en] = heading.words();
        sheet.write_string_with_format(top, column, lang.pick(zh, en), &heading_style())?;
    }
    sheet.set_freeze_panes(top + 1, 0)?;
    let mut row = top + 1;
    for values in &proposal.values {
        let first = row;
        for label in &values.labels {
            value_line(sheet, row, values, label, lang)?;
            row += 1;
        }
        if let Some(list) = dropdown(values, lists, lang)?
            && row > first
        {
            sheet.add_data_validation(first, 2, row - 1, 2, &list)?;
        }
    }
    for row in row..row + SPARE {
        for column in 0..6 {
            sheet.write_blank(row, column, &cell_style(None))?;
        }
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// One label, and what it means where that is sure.
fn value_line(
    sheet: &mut Worksheet,
    row: u32,
    values: &ProposedValues,
    label: &ProposedLabel,
    lang: Lang,
) -> Result<(), XlsxError> {
    let near = label.nearest.map(|choice| lang.pick(choice.zh, choice.en));
    let near = near.map(|near| tr!(lang, "最接近：{near}", "nearest: {near}"));
    let settled = label.settled();
    let cells = [
        value_field(values, lang),
        label.text.clone(),
        settled.unwrap_or_default().to_owned(),
        label.rows.to_string(),
        label.found.id().unwrap_or_default().to_owned(),
        near.unwrap_or_else(|| label.found.note(lang)),
    ];
    for (at, text) in (0u16..).zip(cells) {
        let tint = (at == 2 && settled.is_none()).then_some(0xFF_F4D6);
        let style = match at {
            4 | 5 => cell_style(None).set_font_color(0x5F_6368),
            _ => cell_style(tint),
        };
        sheet.write_string_with_format(row, at, &text, &style)?;
    }
    Ok(())
}

/// The dropdown of what there is to choose from; none where that is not known. What is not in the list of
/// names may be a code, or another way to write a path.
fn dropdown(
    values: &ProposedValues,
    lists: &mut Lists,
    lang: Lang,
) -> Result<Option<DataValidation>, XlsxError> {
    let word = |choice: &Choice| lang.pick(choice.zh, choice.en).to_owned();
    let words = if values.named {
        values.options.clone()
    } else {
        values.choices.iter().map(word).collect()
    };
    if words.is_empty() {
        return Ok(None);
    }
    let list = DataValidation::new().allow_list_formula(Formula::new(lists.range(words)));
    let list = if values.named {
        list.set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(lang.pick("不在飞书的清单里", "Not in Feishu's list"))?
            .set_error_message(
                lang.pick("编码也可以。确定要这样填吗？", "A code will do, too. Keep it?"),
            )?
    } else {
        list.set_error_title(lang.pick("不在选项中", "Not in the list"))?
            .set_error_message(lang.pick("请从下拉列表中选择", "Choose from the list"))?
    };
    Ok(Some(list))
}

fn value_field(values: &ProposedValues, lang: Lang) -> String {
    let (zh, en) = &values.label;
    let label = match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    format!("{label} ({})", values.path)
}
