//! Spreadsheets to fill in, made from a kind's table: headings in two languages that bind by
//! themselves, required ones marked, dropdowns for fixed sets, text format where Excel would ruin
//! digits, a note on each heading.
//!
//! Must not know: how headings are bound, how cells are checked.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Note, Workbook,
    Worksheet, XlsxError,
};

use crate::problem::Lang;
use crate::sheet::address::column_name;
use crate::spec::{Choice, Field, FieldType, Group, IdOf, Kind, KindId};

/// Rows that get dropdowns, below the headings.
const ROWS: u32 = 10_000;
/// The hidden sheet that holds the words of the dropdowns.
const LISTS: &str = "选项";

/// How many entries of each group a template offers, by the group's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entries(BTreeMap<&'static str, usize>);

impl Entries {
    /// Two of what people usually have two of, one of everything else.
    pub fn usual(kind: &Kind) -> Self {
        let two = ["education_list", "career_list", "cost_center_rate"];
        let entries = |group: &Group| if two.contains(&group.key) { 2 } else { 1 };
        Self(kind.groups.iter().map(|group| (group.key, entries(group))).collect())
    }

    /// The same number of each.
    pub fn each(kind: &Kind, n: usize) -> Self {
        Self(kind.groups.iter().map(|group| (group.key, n.min(group.max))).collect())
    }

    /// Another number of one group, at most as many as the API takes.
    #[must_use]
    pub fn with(mut self, group: &Group, n: usize) -> Self {
        self.0.insert(group.key, n.min(group.max));
        self
    }

    fn of(&self, group: &Group) -> usize {
        self.0.get(group.key).copied().unwrap_or(0)
    }
}

/// One column of a template.
#[derive(Clone, Debug)]
pub struct Column {
    /// The field's API path: `education_list[2].school`.
    pub path: String,
    /// The Chinese heading: `教育经历2-学校`.
    pub zh: String,
    /// The English heading: `Education 2 School`.
    pub en: String,
    /// The field.
    pub field: &'static Field,
}

impl Column {
    /// Both headings in one cell, the required mark between; it binds by itself.
    pub fn heading(&self, separator: &str) -> String {
        let mark = if self.field.required { " *" } else { "" };
        format!("{}{mark}{separator}{}", self.zh, self.en)
    }

    /// What a person should know before filling it in.
    fn note(&self, lang: Lang) -> String {
        let mut lines = Vec::new();
        if self.field.required {
            lines.push(lang.pick("必填", "Required").to_owned());
        }
        let own = lang.pick(self.field.note_zh, self.field.note_en);
        lines.extend([own, shape(self.field.ty, lang)].map(str::to_owned));
        lines.push(format!("{}{}", lang.pick("例：", "Example: "), self.field.example));
        lines.push(self.path.clone());
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}

/// The columns of a template: fields outside groups, then each group's entries.
pub fn columns(kind: &'static Kind, entries: &Entries) -> Vec<Column> {
    let single = kind.fields.iter().map(|field| Column {
        path: field.key.to_owned(),
        zh: field.zh.to_owned(),
        en: field.en.to_owned(),
        field,
    });
    let grouped = kind.groups.iter().flat_map(|group| {
        (1..=entries.of(group)).flat_map(move |n| {
            group.fields.iter().map(move |field| Column {
                path: format!("{}[{n}].{}", group.key, field.key),
                zh: format!("{}{n}-{}", group.zh, field.zh),
                en: format!("{} {n} {}", group.en, field.en),
                field,
            })
        })
    });
    let mut columns: Vec<_> = single.chain(grouped).collect();
    columns.sort_by_key(rank);
    columns
}

/// What a person looks for first: who it is, what is required, what can be typed, then IDs; groups
/// last.
fn rank(column: &Column) -> u8 {
    if column.path.contains('[') {
        return 4;
    }
    if column.field.required
        && !matches!(column.field.ty, FieldType::Name | FieldType::Id(IdOf::Employment))
    {
        return 1;
    }
    match column.field.ty {
        FieldType::Name | FieldType::Id(IdOf::Employment) => 0,
        FieldType::Id(_) | FieldType::IdList(_) => 3,
        FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Choice(_)
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Percent
        | FieldType::Custom(_) => 2,
    }
}

/// The name of a kind's template file, without its ending.
pub const fn stem(kind: KindId) -> &'static str {
    kind.flag()
}

/// A CSV with the headings alone: UTF-8 with BOM.
pub fn csv(kind: &'static Kind, entries: &Entries) -> String {
    let headings: Vec<String> = columns(kind, entries)
        .iter()
        .map(|column| {
            let heading = column.heading(" / ");
            if heading.contains([',', '"']) {
                format!("\"{}\"", heading.replace('"', "\"\""))
            } else {
                heading
            }
        })
        .collect();
    format!("\u{FEFF}{}\r\n", headings.join(","))
}

/// A workbook to fill in. The same table and language give the same cells.
///
/// # Errors
/// None that a sound table can cause; the writer's own are passed on.
pub fn workbook(kind: &'static Kind, entries: &Entries, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let columns = columns(kind, entries);
    let mut book = Workbook::new();
    // a fixed date, so that equal templates are equal files
    let made = ExcelDateTime::from_ymd(2025, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(kind.zh)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_row_height(0, 34)?;
    let mut lists = Lists::default();
    for (index, column) in (0u16..).zip(&columns) {
        heading(sheet, index, column, lang)?;
        if let FieldType::Choice(choices) = column.field.ty {
            let words = lists.formula(choices);
            let list = DataValidation::new()
                .allow_list_formula(Formula::new(words))
                .set_error_title(lang.pick("不在选项中", "Not in the list"))?
                .set_error_message(lang.pick("请从下拉列表中选择", "Choose from the list"))?;
            sheet.add_data_validation(1, index, ROWS, index, &list)?;
        }
    }
    lists.write(book.add_worksheet())?;
    book.save_to_buffer()
}

/// One heading with its note and the format of the cells below.
fn heading(
    sheet: &mut Worksheet,
    index: u16,
    column: &Column,
    lang: Lang,
) -> Result<(), XlsxError> {
    let fill = if column.field.required { 0x9B_1C1C } else { 0x3C_4A5E };
    let style = Format::new()
        .set_bold()
        .set_font_color(0xFF_FFFF)
        .set_background_color(fill)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    let below = Format::new().set_num_format(number_format(column.field.ty));
    sheet.set_column_format(index, &below)?;
    sheet.set_column_width(index, width(column))?;
    sheet.write_string_with_format(0, index, column.heading("\n"), &style)?;
    let note = Note::new(column.note(lang)).set_author("muster").add_author_prefix(false);
    sheet.insert_note(0, index, &note)?;
    Ok(())
}

/// The words of the dropdowns, one column for each set.
#[derive(Default)]
struct Lists(Vec<&'static [Choice]>);

impl Lists {
    /// Where a set's words stand.
    fn formula(&mut self, choices: &'static [Choice]) -> String {
        let known = self.0.iter().position(|list| std::ptr::eq(*list, choices));
        let index = known.unwrap_or_else(|| {
            self.0.push(choices);
            self.0.len() - 1
        });
        let column = column_name(u32::try_from(index).unwrap_or(u32::MAX));
        format!("'{LISTS}'!${column}$1:${column}${}", choices.len())
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?;
        sheet.set_hidden(true);
        for (column, choices) in (0u16..).zip(&self.0) {
            for (row, choice) in (0u32..).zip(*choices) {
                sheet.write_string(row, column, choice.zh)?;
            }
        }
        Ok(())
    }
}

/// A format in which Excel keeps what is typed.
const fn number_format(ty: FieldType) -> &'static str {
    match ty {
        FieldType::DateMillis { .. } | FieldType::Date | FieldType::DateMidnight => "yyyy-mm-dd",
        FieldType::Percent => "0",
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Choice(_)
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Custom(_) => "@",
    }
}

/// What a cell may look like.
const fn shape(ty: FieldType, lang: Lang) -> &'static str {
    match ty {
        FieldType::DateMillis { end: true } => lang.pick(
            "日期，如 2024-05-01；至今则留空",
            "a date such as 2024-05-01; empty if it goes on",
        ),
        FieldType::DateMillis { end: false } | FieldType::Date | FieldType::DateMidnight => {
            lang.pick("日期，如 2024-05-01", "a date such as 2024-05-01")
        }
        FieldType::Percent => lang.pick("0 到 100 的整数", "a whole number, 0 to 100"),
        FieldType::Choice(_) => lang.pick("从下拉列表中选择", "choose from the list"),
        FieldType::Id(_) => lang.pick("填 ID，不是名称", "an ID, not a name"),
        FieldType::IdList(_) => lang.pick("填 ID，多个用分号分开", "IDs, separated by semicolons"),
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Custom(_) => "",
    }
}

/// Wide enough for the longer of heading and example.
fn width(column: &Column) -> f64 {
    use unicode_width::UnicodeWidthStr as _;
    let longest = [column.zh.width() + 2, column.en.width(), column.field.example.width()]
        .into_iter()
        .max()
        .unwrap_or(0);
    f64::from(u32::try_from(longest.clamp(10, 36)).unwrap_or(36)) + 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;
    use calamine::{Reader as _, SheetVisible};
    use std::collections::BTreeSet;
    use std::io::Cursor;

    #[test]
    fn every_field_has_one_column_for_each_entry() {
        for kind in kinds::ALL {
            let columns = columns(kind, &Entries::each(kind, 2));
            let expected =
                kind.fields.len() + kind.groups.iter().map(|g| 2 * g.fields.len()).sum::<usize>();
            let paths: BTreeSet<_> = columns.iter().map(|column| &column.path).collect();
            assert_eq!((columns.len(), paths.len()), (expected, expected));
            let headings: BTreeSet<_> = columns.iter().map(|c| c.heading(" / ")).collect();
            assert_eq!(headings.len(), expected, "headings differ");
        }
    }

    #[test]
    fn a_workbook_holds_the_headings_and_hides_its_lists() {
        for kind in kinds::ALL {
            let entries = Entries::usual(kind);
            let bytes = workbook(kind, &entries, Lang::Zh).unwrap();
            assert_eq!(bytes, workbook(kind, &entries, Lang::Zh).unwrap(), "the same file again");
            let mut book = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
            let visible: Vec<_> = book.sheets_metadata().iter().map(|s| s.visible).collect();
            assert_eq!(visible, [SheetVisible::Visible, SheetVisible::Hidden]);
            let range = book.worksheet_range(kind.zh).unwrap();
            let headings: Vec<_> =
                range.rows().next().unwrap().iter().map(ToString::to_string).collect();
            let expected: Vec<_> =
                columns(kind, &entries).iter().map(|c| c.heading("\n")).collect();
            assert_eq!(headings, expected);
            assert_eq!(range.height(), 1);
        }
    }

    #[test]
    fn required_columns_are_marked_and_a_csv_is_one_line() {
        let kind = kinds::of(KindId::JobData);
        let text = csv(kind, &Entries::usual(kind));
        assert!(text.starts_with('\u{FEFF}'));
        assert!(text.contains("雇佣ID * / Employment ID,"), "{text}");
        assert!(
            text.contains("成本中心分摊2-分摊比例 / Cost Center Allocation 2 Allocation Rate\r\n")
        );
        assert_eq!(text.lines().count(), 1);
        assert_eq!(text.matches(" * /").count(), kind.fields.iter().filter(|f| f.required).count());
    }
}
