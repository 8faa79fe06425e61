//! The workbook: the sheet to fill in, then the sheets of muster's own.
//!
//! Must not know: what a field's cells take (that is `cells`).

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Note,
    Workbook, Worksheet, XlsxError,
};

use super::cells::{self, Lists};
use super::choose::Selection;
use super::column::{Column, columns};
use super::sheets::{options_sheet, sheet_name};
use super::{VERSION, help, stamp};
use crate::problem::Lang;
use crate::spec::{FieldType, Group, Kind, Span};

/// Rows that get dropdowns, below the heading.
const ROWS: u32 = 10_000;
/// Fills of headings: required, outside groups, and of each group in turn, its odd and even entries.
const REQUIRED: u32 = 0xB4_2318;
const SINGLE: u32 = 0x34_4054;
const GROUPS: [[u32; 2]; 4] = [
    [0x1F_5A8A, 0x2F_74AE],
    [0x2C_6E49, 0x3F_8F62],
    [0x6B_4C9A, 0x83_62B5],
    [0x8A_5A1F, 0xA8_7331],
];
/// Of the example row: letters and ground.
const GREY: u32 = 0x7A_7F87;
const PALE: u32 = 0xF3_F4F6;

/// A workbook to fill in. The same table, selection and language give the same cells.
///
/// # Errors
/// None that a sound table can cause; the writer's own are passed on.
pub fn workbook(
    kind: &'static Kind,
    selection: &Selection,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    workbook_of(kind, &columns(kind, selection), lang)
}

/// The same with these columns.
///
/// # Errors
/// None that a sound table can cause; the writer's own are passed on.
pub fn workbook_of(
    kind: &'static Kind,
    columns: &[Column],
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(kind)?);
    let mut lists = Lists::default();
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(kind, lang))?;
    layout(sheet, columns)?;
    for (index, column) in (0u16..).zip(columns) {
        let palette = entry_fill(kind, column);
        heading(sheet, index, column, palette, lang)?;
        example(sheet, index, column, lang)?;
        let allowed = cells::validation(column, &mut lists, options_sheet(lang), lang)?;
        sheet.add_data_validation(1, index, ROWS, index, &allowed)?;
    }
    help::write(book.add_worksheet(), kind, columns, lang)?;
    if !lists.sets().is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(options_sheet(lang))?.set_hidden(true);
        for (column, words) in (0u16..).zip(lists.sets()) {
            for (row, word) in (0u32..).zip(words) {
                sheet.write_string(row, column, word)?;
            }
        }
    }
    book.save_to_buffer()
}

/// Whence the file is, without a date, so that equal templates are equal files.
fn properties(kind: &Kind) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_creation_datetime(&ExcelDateTime::from_ymd(2025, 1, 1)?)
        .set_author("muster")
        .set_title(help::title(kind))
        .set_comment(stamp(kind.id))
        .set_custom_property("muster_version", env!("CARGO_PKG_VERSION"))
        .set_custom_property("muster_template", VERSION.to_string())
        .set_custom_property("muster_kind", kind.id.flag()))
}

fn layout(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_row_height(0, 36)?;
    sheet.set_row_height(1, 20)?;
    sheet.set_selection(2, 0, 2, 0)?;
    // no green triangles where digits are text on purpose
    sheet.ignore_error_range(1, 0, ROWS, last, IgnoreError::NumberStoredAsText)?;
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    Ok(())
}

/// The fill of a heading that is not required.
fn entry_fill(kind: &Kind, column: &Column) -> u32 {
    let Some(entry) = column.entry else { return SINGLE };
    let same = |group: &&Group| std::ptr::eq(*group, entry.group);
    let group = kind.groups.iter().position(|group| same(&group)).unwrap_or(0);
    GROUPS[group % GROUPS.len()][(entry.n + 1) % 2]
}

/// One heading with its note, and the format of the cells below.
fn heading(
    sheet: &mut Worksheet,
    index: u16,
    column: &Column,
    fill: u32,
    lang: Lang,
) -> Result<(), XlsxError> {
    let required = column.required;
    // the cell's own font serves where a program drops the two fonts within it
    let style = Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(if required { REQUIRED } else { fill })
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::White)
        .set_text_wrap();
    let white = Format::new().set_bold().set_font_color(Color::White);
    let small = Format::new().set_font_size(9).set_font_color(0xE4_E7EC);
    let (first, second) = column.labels(lang);
    let first = if required { format!("{first} *") } else { first.to_owned() };
    let second = if second == column.labels(lang).0 { "" } else { second };
    let second = format!("\n{second}");
    let below =
        Format::new().set_num_format(cells::number_format(column.ty)).set_align(FormatAlign::Left);
    sheet.set_column_format(index, &below)?;
    sheet.set_column_width(index, width(column, index, lang))?;
    sheet.write_rich_string_with_format(
        0,
        index,
        &[(&white, &first), (&small, &second)],
        &style,
    )?;
    let mut lines = column.advice(lang);
    lines.extend(Some(column.path.clone()).filter(|path| !path.is_empty()));
    let height = 24 + 17 * u32::try_from(lines.len() + 1).unwrap_or(5);
    let note = Note::new(lines.join("\n")).set_author("muster").add_author_prefix(false);
    sheet.insert_note(0, index, &note.set_width(260).set_height(height))?;
    Ok(())
}

/// One cell of the example row, of the type that a person's own would be.
fn example(
    sheet: &mut Worksheet,
    index: u16,
    column: &Column,
    lang: Lang,
) -> Result<(), XlsxError> {
    let ty = column.ty;
    let style = Format::new()
        .set_num_format(cells::number_format(ty))
        .set_italic()
        .set_font_color(GREY)
        .set_background_color(PALE)
        .set_align(FormatAlign::VerticalCenter)
        .set_align(FormatAlign::Left)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(0xD0_D5DD);
    let text = column.example_cell(usize::from(index), lang);
    if ty.span() == Some(Span::Day)
        && let Ok(date) = text.parse::<jiff::civil::Date>()
    {
        sheet.write_datetime_with_format(1, index, date, &style)?;
    } else if let (FieldType::Percent, Ok(share)) = (ty, text.parse::<u8>()) {
        sheet.write_number_with_format(1, index, share, &style)?;
    } else {
        sheet.write_string_with_format(1, index, text, &style)?;
    }
    Ok(())
}

/// Wide enough for the longer of headings and example.
fn width(column: &Column, index: u16, lang: Lang) -> f64 {
    use unicode_width::UnicodeWidthStr as _;
    let example = column.example_cell(usize::from(index), lang);
    let longest = [column.zh.width() + 2, column.en.width(), example.width()];
    let longest = longest.into_iter().max().unwrap_or(0).clamp(12, 36);
    f64::from(u32::try_from(longest).unwrap_or(36)) + 2.0
}
