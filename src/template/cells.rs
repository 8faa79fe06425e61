//! What the cells below a heading take: format, dropdown, limits, and the message that appears
//! beside them.
//!
//! Must not know: which columns there are.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError,
};

use super::column::Column;
use crate::problem::Lang;
use crate::sheet::address::column_name;
use crate::spec::{CustomType, FieldType};

/// Excel's limits of a validation's texts, in characters.
const TITLE: usize = 32;
const MESSAGE: usize = 255;
/// A list with more words than this, or more text than Excel takes, stands on the hidden sheet.
const FEW: usize = 12;

/// The words of the dropdowns that stand on the hidden sheet, one column for each set.
#[derive(Default)]
pub(super) struct Lists(Vec<Vec<String>>);

impl Lists {
    /// Where a set's words stand.
    fn formula(&mut self, words: &[String], sheet: &str) -> Formula {
        let known = self.0.iter().position(|list| *list == words);
        let index = known.unwrap_or_else(|| {
            self.0.push(words.to_vec());
            self.0.len() - 1
        });
        let column = column_name(u32::try_from(index).unwrap_or(u32::MAX));
        Formula::new(format!("'{sheet}'!${column}$1:${column}${}", words.len()))
    }

    /// The sets, in the order of their columns; none where every list is in its cells.
    pub(super) fn sets(&self) -> &[Vec<String>] {
        &self.0
    }
}

/// What the column's cells take, with the message that appears beside them.
pub(super) fn validation(
    column: &Column,
    lists: &mut Lists,
    sheet: &str,
    lang: Lang,
) -> Result<DataValidation, XlsxError> {
    let own = DataValidation::new();
    let own = match column.ty {
        // Of names a code will do as well, and a path that is written otherwise.
        FieldType::Id(_) | FieldType::MobileCountry if !column.options.is_empty() => own
            .allow_list_formula(lists.formula(&column.options, sheet))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(lang.pick("不在飞书的清单里", "Not in Feishu's list"))?
            .set_error_message(
                lang.pick("编码也可以。确定要这样填吗？", "A code will do, too. Keep it?"),
            )?,
        FieldType::Custom(CustomType::Choice) if !column.options.is_empty() => own
            .allow_list_formula(lists.formula(&column.options, sheet))
            .set_error_title(lang.pick("不在选项中", "Not in the list"))?
            .set_error_message(lang.pick("请从下拉列表中选择", "Choose from the list"))?,
        FieldType::Choice(choices) => {
            let words: Vec<_> = choices.iter().map(|c| lang.pick(c.zh, c.en)).collect();
            let own = if fits_a_cell(&words) {
                own.allow_list_strings(&words)?
            } else {
                let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
                own.allow_list_formula(lists.formula(&words, sheet))
            };
            own.set_error_title(lang.pick("不在选项中", "Not in the list"))?
                .set_error_message(lang.pick("请从下拉列表中选择", "Choose from the list"))?
        }
        FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Custom(CustomType::Date | CustomType::Month) => {
            // A number such as 2010.9 would be read as a day of 1905.
            let first = ExcelDateTime::from_ymd(1930, 1, 1)?;
            let last = ExcelDateTime::from_ymd(2199, 12, 31)?;
            own.allow_date(DataValidationRule::Between(first, last))
                .set_error_title(lang.pick("不是日期", "Not a date"))?
                .set_error_message(
                    lang.pick("请填日期，如 2024-05-01", "Type a date such as 2024-05-01"),
                )?
        }
        FieldType::Percent => own
            .allow_whole_number(DataValidationRule::Between(0, 100))
            .set_error_title(lang.pick("不是百分比", "Not a per cent"))?
            .set_error_message(
                lang.pick("请填 0 到 100 的整数", "Type a whole number, 0 to 100"),
            )?,
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Custom(_) => own.allow_any_value(),
    };
    own.set_input_title(head(column.labels(lang).0, TITLE))?
        .set_input_message(head(&column.advice(lang).join("\n"), MESSAGE))
}

/// Whether a list's words can stand in the validation itself, where a comma separates them.
fn fits_a_cell(words: &[&str]) -> bool {
    let length: usize = words.iter().map(|word| word.encode_utf16().count() + 1).sum();
    words.len() <= FEW && length <= MESSAGE && !words.iter().any(|word| word.contains([',', '"']))
}

/// The text, or its beginning.
fn head(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// A format in which Excel keeps what is typed.
pub(super) const fn number_format(ty: FieldType) -> &'static str {
    match ty {
        FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Custom(CustomType::Date) => "yyyy-mm-dd",
        FieldType::Custom(CustomType::Month) => "yyyy-mm",
        FieldType::Percent => "0",
        FieldType::Custom(CustomType::Number) => "General",
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
