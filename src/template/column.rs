//! The columns of a template, in the order in which a person looks for them.
//!
//! Must not know: workbooks.

use std::sync::Arc;

use super::choose::Selection;
use super::shape::shape;
use crate::kinds::examples;
use crate::problem::Lang;
use crate::spec::{CustomType, Field, FieldType, Group, IdOf, Kind};

/// One column of a template.
#[derive(Clone, Debug)]
pub struct Column {
    /// The field's API path: `education_list[2].school`.
    pub path: String,
    /// The Chinese heading: `教育经历2-学校`.
    pub zh: String,
    /// The English heading: `Education 2 School`.
    pub en: String,
    /// What its cells hold.
    pub ty: FieldType,
    /// It must be filled in.
    pub required: bool,
    /// The field of Feishu's own; none of what a tenant has added.
    pub field: Option<&'static Field>,
    /// Which entry of which group, from 1, and how many the template has.
    pub entry: Option<Entry>,
    /// What there is to choose from in the tenant, where that is known.
    pub options: Arc<[String]>,
    /// What somebody could have typed, Chinese and English, where the field does not say.
    pub example: Option<(&'static str, &'static str)>,
    /// How it is filled in, likewise.
    pub how: Option<(&'static str, &'static str)>,
}

/// The entry of a group that a column belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The group.
    pub group: &'static Group,
    /// Which entry, from 1.
    pub n: usize,
    /// Of how many.
    pub of: usize,
}

impl Column {
    /// Both headings in one cell, that of the language first and with the required mark; it binds
    /// by itself.
    pub fn heading(&self, separator: &str, lang: Lang) -> String {
        let (first, second) = self.labels(lang);
        let mark = if self.required { " *" } else { "" };
        if first == second {
            return format!("{first}{mark}");
        }
        format!("{first}{mark}{separator}{second}")
    }

    /// Both headings, that of the language first.
    pub(super) fn labels(&self, lang: Lang) -> (&str, &str) {
        match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        }
    }

    /// What somebody could have typed here.
    pub fn example(&self, lang: Lang) -> String {
        if let (FieldType::Percent, Some(Entry { n, of, .. })) = (self.ty, self.entry) {
            let share = 100 / of.max(1);
            return if n == 1 { 100 - share * (of - 1) } else { share }.to_string();
        }
        if let Some((zh, en)) = self.example {
            return lang.pick(zh, en).to_owned();
        }
        if let Some(first) = self.options.first() {
            return first.clone();
        }
        let Some(field) = self.field else { return of_type(self.ty).to_owned() };
        let (zh, en) = examples::of(self.entry.map(|e| e.group), field, self.nth());
        lang.pick(zh, en).to_owned()
    }

    fn nth(&self) -> usize {
        self.entry.map_or(1, |entry| entry.n)
    }

    /// The cell of the example row: the first one says that the row is an example.
    pub(super) fn example_cell(&self, index: usize, lang: Lang) -> String {
        let example = self.example(lang);
        match (index, lang) {
            (0, Lang::Zh) => format!("{}：{example}", examples::MARKS[0]),
            (0, Lang::En) => format!("{}: {example}", examples::MARKS[1]),
            _ => example,
        }
    }

    /// How to fill it in: the field's own note, and what a cell may look like.
    pub(super) fn how(&self, lang: Lang) -> String {
        if let Some((zh, en)) = self.how {
            return lang.pick(zh, en).to_owned();
        }
        let own = self.field.map_or("", |field| lang.pick(field.note_zh, field.note_en));
        let parts = [own, shape(self.ty, lang)];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(lang.pick("；", "; "))
    }

    /// What a person should know who fills in a cell, line by line.
    pub(super) fn advice(&self, lang: Lang) -> Vec<String> {
        let required = if self.required { lang.pick("必填", "Required") } else { "" };
        let example = format!("{}{}", lang.pick("例：", "Example: "), self.example(lang));
        let mut lines = vec![required.to_owned(), self.how(lang), example];
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// What somebody could have typed into a field that a tenant has added.
const fn of_type(ty: FieldType) -> &'static str {
    match ty {
        FieldType::Custom(CustomType::Date) => "2024-05-01",
        FieldType::Custom(CustomType::Month) => "2024-05",
        FieldType::Custom(CustomType::Year) => "2024",
        FieldType::Custom(CustomType::Number) => "1",
        FieldType::Custom(CustomType::Range) => "2024-05-01~2024-06-01",
        FieldType::Custom(
            CustomType::Text | CustomType::Choice | CustomType::Choices | CustomType::Attachment,
        )
        | FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Choice(_)
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Percent => "…",
    }
}

/// The columns of a template: fields outside groups, then each group's entries.
pub fn columns(kind: &'static Kind, selection: &Selection) -> Vec<Column> {
    let single = kind.fields.iter().filter(|field| selection.has(None, field));
    let single = single.map(|field| Column {
        path: field.key.to_owned(),
        zh: field.zh.to_owned(),
        en: field.en.to_owned(),
        ty: field.ty,
        required: field.required,
        field: Some(field),
        entry: None,
        options: Arc::default(),
        example: None,
        how: None,
    });
    let grouped = kind.groups.iter().flat_map(|group| {
        let of = selection.of(group);
        (1..=of).flat_map(move |n| {
            let fields = group.fields.iter().filter(|field| selection.has(Some(group), field));
            fields.map(move |field| Column {
                path: format!("{}[{n}].{}", group.key, field.key),
                zh: format!("{}{n}-{}", group.zh, field.zh),
                en: format!("{} {n} {}", group.en, field.en),
                ty: field.ty,
                required: field.required,
                field: Some(field),
                entry: Some(Entry { group, n, of }),
                options: Arc::default(),
                example: None,
                how: None,
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
    if column.entry.is_some() {
        return 4;
    }
    let by_type = match column.ty {
        FieldType::Name | FieldType::Id(IdOf::Employment) => return 0,
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
    };
    if column.required { 1 } else { by_type }
}
