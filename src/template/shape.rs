//! What a cell of a field type may look like, for a person who fills it in.
//!
//! Must not know: columns, workbooks.

use crate::problem::Lang;
use crate::spec::{CustomType, FieldType};

/// What a cell may look like; empty where the heading says it.
pub(super) const fn shape(ty: FieldType, lang: Lang) -> &'static str {
    match ty {
        FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Custom(CustomType::Date) => {
            lang.pick("日期，如 2024-05-01", "a date such as 2024-05-01")
        }
        FieldType::Custom(CustomType::Month) => {
            lang.pick("月份，如 2024-05", "a month such as 2024-05")
        }
        FieldType::Percent => lang.pick("0 到 100 的整数", "a whole number, 0 to 100"),
        FieldType::Choice(_) => lang.pick("从下拉列表中选择", "choose from the list"),
        FieldType::Id(_) => lang.pick("填 ID，不是名称", "an ID, not a name"),
        FieldType::IdList(_) => lang.pick("填 ID，多个用分号分开", "IDs, separated by semicolons"),
        FieldType::Email => lang.pick("一格一个邮箱", "one address a cell"),
        FieldType::Name
        | FieldType::Text
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Custom(_) => "",
    }
}
