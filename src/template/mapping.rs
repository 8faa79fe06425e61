//! A proposed mapping as a workbook for people to correct and sign: 字段对照 with a dropdown of all
//! fields, 值对照 with a dropdown of the choices.
//!
//! Must not know: how a proposal is made, how the workbook is read back (it shares its words with
//! `mapping::workbook`).

mod look;
mod values;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use unicode_width::UnicodeWidthStr as _;

use crate::lexicon::labels::header_of;
use crate::mapping::custom_word;
use crate::mapping::workbook::{Action, Block, Column};
use crate::problem::Lang;
use crate::propose::toml::percent;
use crate::propose::{Missing, Proposal, ProposedColumn};
use crate::spec::{CustomType, Kind, Slot, Target};
use crate::tr;

use look::{Lists, SPARE, cell_style, heading_style, title};

/// Entries of each group in the dropdown of fields, unless the sheet has more.
const ENTRIES: u16 = 3;
/// The table's heading, counted from 0; above it stand title, explanation and block.
const TOP: u32 = 8;

/// The workbook.
///
/// # Errors
/// None that a sound proposal can cause; the writer's own are passed on.
pub fn workbook(proposals: &[Proposal], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2025, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut lists = Lists::default();
    for (at, proposal) in proposals.iter().enumerate() {
        let number = if at == 0 { String::new() } else { format!(" {}", at + 1) };
        let sheet = book.add_worksheet();
        sheet.set_name(format!("{}{number}", lang.pick("字段对照", "Fields")))?;
        fields_sheet(sheet, proposal, &mut lists, lang)?;
        let sheet = book.add_worksheet();
        sheet.set_name(format!("{}{number}", lang.pick("值对照", "Values")))?;
        values::sheet(sheet, proposal, &mut lists, lang)?;
    }
    lists.write(book.add_worksheet())?;
    book.save_to_buffer()
}

fn fields_sheet(
    sheet: &mut Worksheet,
    proposal: &Proposal,
    lists: &mut Lists,
    lang: Lang,
) -> Result<(), XlsxError> {
    let order = [
        (Column::Header, 26.0),
        (Column::Example, 22.0),
        (Column::Field, 46.0),
        (Column::Confidence, 12.0),
        (Column::Action, 14.0),
        (Column::Note, 46.0),
    ];
    let lines = lines(proposal);
    let empty = TOP + 1 + u32::try_from(lines.len()).unwrap_or(0);
    let lacking_rows = u32::try_from(proposal.missing.len()).unwrap_or(0);
    let bottom = empty + lacking_rows + SPARE;
    title(sheet, lang.pick("字段对照表", "Field mapping"), lang.pick(
        "每一行是表格里的一列。请核对「飞书字段」（下拉选择），在「处理」里选：导入、忽略、自定义字段（须在「飞书字段」或「备注」里写 custom:ID）。「把握」是程序的估计。填好后：muster check 表格 --mapping 本文件",
        "Each line is one column of the spreadsheet. Verify the Feishu field (a dropdown) and choose an action: import, ignore, or custom field (with custom:ID as field or note). The confidence is an estimate. Then: muster check FILE --mapping THIS",
    ))?;
    block(sheet, proposal, lang)?;
    for (column, (heading, width)) in (0u16..).zip(order) {
        sheet.set_column_width(column, width)?;
        let [zh, en] = heading.words();
        sheet.write_string_with_format(TOP, column, lang.pick(zh, en), &heading_style())?;
    }
    sheet.set_row_height(TOP, 24)?;
    sheet.set_freeze_panes(TOP + 1, 1)?;
    for (row, (column, slot)) in (TOP + 1..).zip(lines) {
        line(sheet, row, column, slot, lang)?;
    }
    for (row, missing) in (empty..).zip(&proposal.missing) {
        lacking(sheet, row, missing, lang)?;
    }
    for row in empty + lacking_rows..=bottom {
        for column in 0..6 {
            sheet.write_blank(row, column, &cell_style(None))?;
        }
    }
    let fields = lists.range(field_names(proposal, lang));
    let list = DataValidation::new()
        .allow_list_formula(Formula::new(fields))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title(lang.pick("不在字段列表里", "Not in the list"))?
        .set_error_message(lang.pick(
            "自定义字段写 custom:ID；第 4 段以后的经历把序号改大。确定要这样填吗？",
            "A custom field is custom:ID; of further entries change the number. Keep it?",
        ))?;
    sheet.add_data_validation(TOP + 1, 2, bottom, 2, &list)?;
    let actions: Vec<String> = Action::ALL.iter().map(|a| a.word(lang).to_owned()).collect();
    let list = DataValidation::new()
        .allow_list_formula(Formula::new(lists.range(actions)))
        .set_error_title(lang.pick("不在选项中", "Not in the list"))?
        .set_error_message(lang.pick("请从下拉列表中选择", "Choose from the list"))?;
    sheet.add_data_validation(TOP + 1, 4, bottom, 4, &list)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(TOP, TOP)?;
    Ok(())
}

/// What the table is about, and room for a signature.
fn block(sheet: &mut Worksheet, proposal: &Proposal, lang: Lang) -> Result<(), XlsxError> {
    let name = Format::new().set_bold().set_num_format("@");
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Left).set_quote_prefix();
    let quiet = Format::new().set_font_color(0x5F_6368);
    let dates = &proposal.dates;
    let file = if proposal.name_file { proposal.file.as_str() } else { "*" };
    let kind = lang.pick(proposal.kind.zh, proposal.kind.en);
    let values = [
        (Block::Kind, format!("{kind} ({})", proposal.kind.id.flag())),
        (Block::File, file.to_owned()),
        (Block::Sheet, proposal.sheet.clone().unwrap_or_default()),
        (Block::HeaderRow, proposal.header_row.to_string()),
        (Block::Dates, String::new()),
    ];
    for (row, (block, value)) in (2u32..).zip(values) {
        let [zh, en] = block.words();
        sheet.write_string_with_format(row, 0, lang.pick(zh, en), &name)?;
        sheet.write_string_with_format(row, 1, &value, &text)?;
    }
    let from = &proposal.file;
    let rows = proposal.rows;
    let about = tr!(lang, "来自 {from}，看了 {rows} 行", "from {from}, {rows} rows looked at");
    sheet.write_string_with_format(3, 2, &about, &quiet)?;
    if let Some(dates) = dates {
        let (header, row) = (&dates.header, dates.row);
        let why = tr!(
            lang,
            "「{header}」第 {row} 行等日期有两种读法：写 ymd、dmy 或 mdy",
            "`{header}` row {row} and others can be read in two ways: write ymd, dmy or mdy"
        );
        sheet.write_string_with_format(6, 2, &why, &quiet)?;
    }
    let line = Format::new().set_border_bottom(FormatBorder::Thin).set_num_format("@");
    let signatures =
        [lang.pick("客户确认（签字）", "Confirmed by (signature)"), lang.pick("日期", "Date")];
    for (row, word) in [2, 4].into_iter().zip(signatures) {
        let right = Format::new().set_bold().set_align(FormatAlign::Right);
        sheet.merge_range(row, 3, row, 4, word, &right)?;
        sheet.write_blank(row, 5, &line)?;
    }
    Ok(())
}

/// A line for each column; one that feeds several fields has a line for each.
fn lines(proposal: &Proposal) -> Vec<(&ProposedColumn, Option<&Slot>)> {
    let mut lines = Vec::new();
    for column in &proposal.columns {
        if column.paths().is_empty() {
            lines.push((column, None));
        } else {
            lines.extend(column.column.feeds.iter().map(|(slot, _)| (column, Some(slot))));
        }
    }
    lines
}

/// One column of the customer's table, with the field that it feeds.
fn line(
    sheet: &mut Worksheet,
    row: u32,
    column: &ProposedColumn,
    field: Option<&Slot>,
    lang: Lang,
) -> Result<(), XlsxError> {
    let sure = column.confidence().filter(|_| field.is_some());
    let tint = match sure {
        Some(sure) if sure >= 0.9 => None,
        Some(_) => Some(0xFF_F4D6),
        None if column.column.ignored || column.column.level_of.is_some() => None,
        None => Some(0xFC_E8E6),
    };
    let style = cell_style(tint);
    let action = match field {
        Some(slot) if slot.ty().custom().is_some() => Action::Custom.word(lang),
        Some(_) => Action::Import.word(lang),
        None if column.column.ignored => Action::Ignore.word(lang),
        None => "",
    };
    let cells = [
        column.column.name.clone(),
        column.sample.example.clone().unwrap_or_default(),
        field.map(|slot| name_of(slot, lang)).unwrap_or_default(),
        sure.map(percent).unwrap_or_default(),
        action.to_owned(),
        note(column, lang),
    ];
    let wrapped = cells[0].width() / 24 + cells[0].matches('\n').count();
    let high = wrapped.max(cells[5].width() / 44).min(6);
    sheet.set_row_height(row, 20.0 + 15.0 * f64::from(u32::try_from(high).unwrap_or(0)))?;
    for (at, text) in (0u16..).zip(cells) {
        sheet.write_string_with_format(row, at, &text, &style)?;
    }
    Ok(())
}

/// A field that is required and that no column feeds: its line is read once a header stands in it.
fn lacking(
    sheet: &mut Worksheet,
    row: u32,
    missing: &Missing,
    lang: Lang,
) -> Result<(), XlsxError> {
    let name = missing.name.pick(lang);
    let who = if missing.by_tenant {
        lang.pick("租户必填", "required by the tenant")
    } else {
        lang.pick("必填", "required")
    };
    let note = tr!(
        lang,
        "{who}，表里没有对应的列：把表头写在左边；没有这一列就在表格里加上",
        "{who}, and no column feeds it: write the header on the left; where there is none, add the column to the spreadsheet"
    );
    let style = cell_style(Some(0xFC_E8E6));
    let field = format!("{name} ({})", missing.path);
    for (at, text) in
        (0u16..).zip([String::new(), String::new(), field, String::new(), String::new(), note])
    {
        sheet.write_string_with_format(row, at, &text, &style)?;
    }
    sheet.set_row_height(row, 35)?;
    Ok(())
}

/// What a person should know of a column.
fn note(column: &ProposedColumn, lang: Lang) -> String {
    let mut parts = Vec::new();
    if let Some(by) = &column.column.taken_by {
        parts.push(tr!(
            lang,
            "与「{by}」对应同一字段，只能留一列",
            "the same field as `{by}`: only one can stay"
        ));
    }
    if let Some(path) = &column.column.level_of {
        parts.push(tr!(
            lang,
            "部门的一级，几级连成路径，不用填写（{path}）",
            "one level of a path, which needs no line ({path})"
        ));
    }
    if column.sample.filled == 0 {
        parts.push(lang.pick("没有内容", "empty").to_owned());
    }
    let (unfit, filled) = (column.sample.unfit, column.sample.filled);
    if unfit > 0 {
        parts.push(tr!(
            lang,
            "{filled} 格中 {unfit} 格不合格式",
            "{unfit} of {filled} cells do not fit"
        ));
    }
    let likely: Vec<String> = column
        .column
        .suggestions
        .iter()
        .map(|other| format!("{} {}", other.path, percent(other.confidence)))
        .collect();
    if !likely.is_empty() {
        parts.push(format!(
            "{}{}",
            lang.pick("可能是 ", "may be "),
            likely.join(lang.pick("、", ", "))
        ));
    } else if column.column.feeds.is_empty() && column.is_loose() && !column.column.ignored {
        parts.push(lang.pick("没有相近的字段", "nothing is near").to_owned());
    }
    parts.join(lang.pick("；", "; "))
}

/// A field as a cell names it: `性别 (basic_info.gender)`; custom ones by their path and type.
fn name_of(slot: &Slot, lang: Lang) -> String {
    match slot.ty().custom() {
        Some(CustomType::Text) => slot.to_string(),
        Some(ty) => format!("{slot} ({})", custom_word(ty)),
        None => format!("{} ({slot})", header_of(slot, lang)),
    }
}

/// All fields as the dropdown names them.
fn field_names(proposal: &Proposal, lang: Lang) -> Vec<String> {
    let kind: &'static Kind = proposal.kind;
    let slot = |target| Slot { kind: kind.id, target };
    let mut names: Vec<String> =
        kind.fields.iter().map(|field| name_of(&slot(Target::Field(field)), lang)).collect();
    for group in kind.groups {
        let used = proposal.columns.iter().flat_map(|column| &column.column.feeds);
        let used = used.filter_map(|(slot, _)| match &slot.target {
            Target::Entry { group: of, n, .. } if of.key == group.key => Some(*n),
            Target::Entry { .. }
            | Target::Field(_)
            | Target::Custom { .. }
            | Target::EntryCustom { .. }
            | Target::Module { .. } => None,
        });
        let most = u16::try_from(group.max).unwrap_or(u16::MAX);
        for n in 1..=used.max().unwrap_or(0).max(ENTRIES).min(most) {
            let entry = |field| slot(Target::Entry { group, n, field });
            names.extend(group.fields.iter().map(|field| name_of(&entry(field), lang)));
        }
    }
    names
}
