//! The words of a mapping workbook, Chinese and English: reader and writer share them.
//!
//! Must not know: cells.

use super::part::same;
use crate::kinds;
use crate::lexicon::normalize;
use crate::mapping::custom_word;
use crate::problem::Lang;
use crate::spec::{CustomType, Kind};

/// A line above the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// The kind of the records.
    Kind,
    /// The pattern of the file's name.
    File,
    /// The sheet.
    Sheet,
    /// The header's row.
    HeaderRow,
    /// The order of a date's parts.
    Dates,
}

/// A column of 字段对照; the first two must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The header, as a mapping file names it.
    Header,
    /// The field: `label (path)`.
    Field,
    /// An example.
    Example,
    /// How sure it is.
    Confidence,
    /// Import, ignore or custom.
    Action,
    /// Whatever people note.
    Note,
}

/// A column of 值对照; the first three must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueColumn {
    /// The field: `label (path)`.
    Field,
    /// The label as the sheet has it.
    Label,
    /// The choice.
    Option,
    /// In how many rows.
    Rows,
    /// Its ID, to be verified: it is not read.
    Id,
    /// Whatever is to be known.
    Note,
}

/// What is done with a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It feeds its field.
    Import,
    /// It is left out.
    Ignore,
    /// It feeds a custom field.
    Custom,
}

impl Block {
    /// All, in the workbook's order.
    pub const ALL: &'static [Self] =
        &[Self::Kind, Self::File, Self::Sheet, Self::HeaderRow, Self::Dates];

    /// Its name, Chinese and English.
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Kind => ["记录种类", "Kind"],
            Self::File => ["文件", "File"],
            Self::Sheet => ["工作表", "Sheet"],
            Self::HeaderRow => ["表头行", "Header row"],
            Self::Dates => ["日期顺序", "Date order"],
        }
    }
}

impl Column {
    /// All, the needed ones first.
    pub const ALL: &'static [Self] =
        &[Self::Header, Self::Field, Self::Example, Self::Confidence, Self::Action, Self::Note];

    /// Its heading, Chinese and English.
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Header => ["表头", "Header"],
            Self::Field => ["飞书字段", "Feishu field"],
            Self::Example => ["示例", "Example"],
            Self::Confidence => ["把握", "Confidence"],
            Self::Action => ["处理", "Action"],
            Self::Note => ["备注", "Note"],
        }
    }
}

impl ValueColumn {
    /// All, the needed ones first.
    pub const ALL: &'static [Self] =
        &[Self::Field, Self::Label, Self::Option, Self::Rows, Self::Id, Self::Note];

    /// Its heading, Chinese and English.
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Field => ["字段", "Field"],
            Self::Label => ["表里的写法", "In the sheet"],
            Self::Option => ["飞书的选项", "Feishu option"],
            Self::Rows => ["行数", "Rows"],
            Self::Id => ["ID（只供核对）", "ID (shown only)"],
            Self::Note => ["备注", "Note"],
        }
    }
}

impl Action {
    /// All, in the dropdown's order.
    pub const ALL: &'static [Self] = &[Self::Import, Self::Ignore, Self::Custom];

    /// Its word, Chinese and English.
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Import => ["导入", "Import"],
            Self::Ignore => ["忽略", "Ignore"],
            Self::Custom => ["自定义字段", "Custom field"],
        }
    }

    /// Its word in one language.
    pub const fn word(self, lang: Lang) -> &'static str {
        let [zh, en] = self.words();
        lang.pick(zh, en)
    }
}

/// The kind that a cell names: `talent`, `人才`, `人才 (talent)`.
pub(super) fn kind(text: &str) -> Option<&'static Kind> {
    let inner = bracketed(text).map_or(text, |(_, inner)| inner);
    kinds::ALL.iter().copied().find(|kind| {
        [text, inner].iter().any(|word| {
            let word = word.trim();
            [kind.id.flag(), kind.id.label(), kind.zh, kind.en].iter().any(|name| same(name, word))
        })
    })
}

/// The type of a custom field that a cell names.
pub(super) fn custom_type(text: &str) -> Option<CustomType> {
    let types = [
        (CustomType::Text, "文本"),
        (CustomType::Number, "数字"),
        (CustomType::Date, "日期"),
        (CustomType::Month, "年月"),
        (CustomType::Year, "年份"),
        (CustomType::Range, "起止"),
        (CustomType::Choice, "单选"),
        (CustomType::Choices, "多选"),
        (CustomType::Attachment, "附件"),
    ];
    types.into_iter().find_map(|(ty, zh)| {
        let en = custom_word(ty);
        (same(zh, text) || same(en, text)).then_some(ty)
    })
}

/// `label (path)` → label, path; brackets of either width.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let text = normalize::trim(text);
    let inner = text.strip_suffix([')', '）'])?;
    let open = inner.rfind(['(', '（'])?;
    let width = inner.get(open..)?.chars().next()?.len_utf8();
    Some((inner.get(..open)?.trim(), inner.get(open + width..)?.trim()))
}
