//! A mapping file's text → [`Mapping`]: every key, path and word checked, everything that is wrong
//! told at once.
//!
//! Must not know: sheets, the other form.

mod derive;
mod faults;
mod fitting;
mod paths;
mod table;
mod transform;
mod word;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::tz::TimeZone;
use toml::de::DeTable;

use super::model::{Labels, Mapping, RecordMapping, TableRef};
use super::named::HeaderRef;
use super::words::{CUSTOM_TYPES, custom_word};
use crate::kinds;
use crate::lexicon::nearest;
use crate::lexicon::path::{self, Customs};
use crate::problem::{Code, Problem};
use crate::reading::{DateOrder, DefaultValue, OnBad, ReadOptions};
use crate::spec::{CustomType, KindId, Slot};

use faults::Faults;
use paths::{Paths, headers, separator};
use table::Table;
use word::{Wanted, Word};

type Options = HashMap<String, Arc<HashMap<String, String>>>;

/// The only version of the format.
const VERSION: i64 = 1;

/// The keys of a `[[record]]`.
const RECORD: &[&str] = &[
    "kind",
    "file",
    "sheet",
    "header_row",
    "strict",
    "key_column",
    "dates",
    "timezone",
    "list_separator",
    "ignore",
    "columns",
    "defaults",
    "values",
    "values_from",
    "custom",
    "on_bad",
    "derive",
    "lookup",
    "child",
];

/// The words of `[record.lookup]`; of them only `id` is understood.
const LOOKUPS: &[&str] =
    &["id", "code", "name", "path", "employee_number", "email", "mobile", "auto"];

impl Mapping {
    /// Read a mapping file. `shown` is its name for messages.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the file's order, each with line and column. A text that is no
    /// TOML is told for its syntax only.
    pub fn parse(text: &str, shown: &Arc<str>) -> Result<Self, Vec<Problem>> {
        mapping(text, shown)
    }
}

fn mapping(text: &str, shown: &Arc<str>) -> Result<Mapping, Vec<Problem>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut faults = Faults::new(text, shown);
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        faults.toml(error);
    }
    // What was saved from a broken text says nothing.
    if !errors.is_empty() {
        return Err(faults.into_problems());
    }
    let root = Table::new(root.get_ref(), root.span());
    root.only(&["version", "record"], &mut faults);
    match root.integer("version", &mut faults) {
        Some((VERSION, _)) => {}
        Some((other, span)) => faults.value(&span, &other.to_string(), "version = 1"),
        None if root.key("version").is_none() => root.lacks("version", &mut faults),
        None => {}
    }
    let tables = root.tables("record", &mut faults);
    if tables.is_empty() && faults.is_empty() {
        faults.value(&(text.len()..text.len()), "", "[[record]]");
    }
    let records: Vec<RecordMapping> =
        tables.iter().filter_map(|table| record(table, &mut faults)).collect();
    if faults.is_empty() { Ok(Mapping { records }) } else { Err(faults.into_problems()) }
}

fn record(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Option<RecordMapping> {
    raw.only(RECORD, faults);
    let word = raw.needed("kind", faults)?;
    let id = KindId::of(&word.text).or_else(|| {
        let words: Vec<&str> = KindId::ALL.iter().map(|kind| kind.flag()).collect();
        faults.word(&word, &words);
        // Its fields are checked as those of the kind that is meant, where that is clear.
        KindId::of(&nearest::word(&word.text, words)?)
    })?;
    let kind = kinds::of(id);
    let (customs, options) = customs(raw, faults);
    let paths = Paths { kind, customs: &customs };
    lookup(raw, paths, faults);
    let (dates, column_dates) = dates(raw, faults);
    let sheet = raw.text("sheet", faults);
    Some(RecordMapping {
        kind: id,
        file: text(raw, "file", faults),
        sheet_line: sheet.as_ref().and_then(|word| faults.line(word.span.start)),
        sheet: sheet.map(|word| word.text),
        header_row: header_row(raw, faults),
        strict: raw.truth("strict", faults).unwrap_or_default(),
        key_column: raw.text("key_column", faults).map(|word| faults.header(word)),
        dates,
        column_dates,
        timezone: zone(raw, faults),
        list_separator: raw.text("list_separator", faults).and_then(|w| separator(w, faults)),
        ignore: headers(raw.texts("ignore", faults).unwrap_or_default(), faults),
        columns: columns(raw, paths, faults),
        defaults: defaults(raw, paths, faults),
        values: values(raw, paths, faults),
        values_from: values_from(raw, paths, faults),
        on_bad: on_bad(raw, paths, faults),
        derives: derive::derives(raw, paths, faults),
        children: derive::children(raw, paths, faults),
        customs,
        options,
    })
}

fn text(raw: &Table<'_, '_>, key: &str, faults: &mut Faults<'_>) -> Option<String> {
    raw.text(key, faults).map(|word| word.text)
}

/// IDs are taken as they stand; names and codes are not looked up.
fn lookup(raw: &Table<'_, '_>, paths: Paths<'_>, faults: &mut Faults<'_>) {
    for (field, how) in raw.entries("lookup", faults, table::text) {
        paths.slot(&field.text, field.span.start, faults);
        if !LOOKUPS.contains(&how.text.as_str()) {
            faults.word(&how, LOOKUPS);
        } else if how.text != "id" {
            faults.at(how.span.start, Code::MappingNotYet, ["lookup".to_owned()]);
        }
    }
}

fn header_row(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Option<u32> {
    let (row, span) = raw.integer("header_row", faults)?;
    let fits =
        u32::try_from(row).ok().filter(|row| (1..=crate::sheet::address::MAX_ROW).contains(row));
    if fits.is_none() {
        faults.value(&span, &row.to_string(), "1, 2, 3, …");
    }
    fits
}

/// `dates = "dmy"` for the sheet, or a table of headers with their orders.
fn dates(
    raw: &Table<'_, '_>,
    faults: &mut Faults<'_>,
) -> (Option<DateOrder>, Vec<(HeaderRef, DateOrder)>) {
    if !raw.is_table("dates") {
        let word = raw.text("dates", faults);
        return (word.and_then(|word| date_order(&word, faults)), Vec::new());
    }
    let columns = raw
        .entries("dates", faults, table::text)
        .into_iter()
        .filter_map(|(header, word)| Some((faults.header(header), date_order(&word, faults)?)))
        .collect();
    (None, columns)
}

fn date_order(word: &Word, faults: &mut Faults<'_>) -> Option<DateOrder> {
    let order = DateOrder::of(&word.text);
    if order.is_none() {
        faults.word(word, &DateOrder::ALL.map(DateOrder::word));
    }
    order
}

/// A zone by its name. China's needs no time zone database: its standard offset has been +08:00
/// since 1901.
fn zone(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> TimeZone {
    const CHINA: &[&str] = &["Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "PRC"];
    let Some(name) = raw.text("timezone", faults) else { return ReadOptions::china() };
    if CHINA.iter().any(|china| china.eq_ignore_ascii_case(&name.text)) {
        return ReadOptions::china();
    }
    TimeZone::get(&name.text).unwrap_or_else(|_| {
        faults.value(&name.span, &name.text, "Asia/Shanghai, Asia/Tokyo, UTC, …");
        ReadOptions::china()
    })
}

fn customs(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> (Customs, Options) {
    let mut types = Customs::new();
    let mut options = Options::new();
    let read = |value: &_, faults: &mut Faults<'_>| custom(value, faults);
    for (id, (ty, labels)) in raw.entries("custom", faults, read) {
        types.insert(id.text.clone(), ty);
        if !labels.is_empty() {
            options.insert(id.text, Arc::new(labels));
        }
    }
    (types, options)
}

fn custom(
    value: &toml::Spanned<toml::de::DeValue<'_>>,
    faults: &mut Faults<'_>,
) -> Option<(CustomType, HashMap<String, String>)> {
    let table = table::table(value, Wanted::Table, faults)?;
    table.only(&["type", "options"], faults);
    let options = table.entries("options", faults, table::scalar);
    let word = table.needed("type", faults)?;
    let Some(ty) = CUSTOM_TYPES.iter().find(|ty| custom_word(**ty) == word.text) else {
        let words: Vec<&str> = CUSTOM_TYPES.iter().map(|ty| custom_word(*ty)).collect();
        faults.word(&word, &words);
        return None;
    };
    Some((*ty, map(&options, faults)))
}

fn columns(
    raw: &Table<'_, '_>,
    paths: Paths<'_>,
    faults: &mut Faults<'_>,
) -> Vec<(HeaderRef, Vec<Slot>)> {
    raw.entries("columns", faults, table::one_or_more)
        .into_iter()
        .map(|(header, words)| {
            let slots = words
                .iter()
                .filter_map(|word| paths.slot(&word.text, word.span.start, faults))
                .collect();
            (faults.header(header), slots)
        })
        .collect()
}

fn defaults(raw: &Table<'_, '_>, paths: Paths<'_>, faults: &mut Faults<'_>) -> Vec<DefaultValue> {
    raw.entries("defaults", faults, table::scalar)
        .into_iter()
        .filter_map(|(key, word)| {
            let slot = paths.slot(&key.text, key.span.start, faults)?;
            Some(DefaultValue {
                path: slot.to_string().into(),
                slot: Arc::new(slot),
                text: word.text,
            })
        })
        .collect()
}

fn values(raw: &Table<'_, '_>, paths: Paths<'_>, faults: &mut Faults<'_>) -> Vec<Labels> {
    let mut values = Vec::new();
    for (key, labels) in raw.entries("values", faults, table::labels) {
        let map = map(&labels, faults);
        if let Some(slot) = paths.slot(&key.text, key.span.start, faults) {
            for (_, value) in &labels {
                fitting::value(&slot, value, faults);
            }
            let places = labels.iter().map(|(label, value)| {
                let name = crate::lexicon::normalize::trim(&label.text).to_owned();
                (name, faults.place(value.span.start))
            });
            let places = Arc::new(places.collect());
            values.push(Labels { path: covering(&key.text, &slot), map: Arc::new(map), places });
        }
    }
    values
}

fn values_from(
    raw: &Table<'_, '_>,
    paths: Paths<'_>,
    faults: &mut Faults<'_>,
) -> Vec<(String, TableRef)> {
    let read = |value: &_, faults: &mut Faults<'_>| {
        let table = table::table(value, Wanted::Table, faults)?;
        table.only(&["file", "sheet", "from", "to"], faults);
        let sheet = text(&table, "sheet", faults);
        let needed = ["file", "from", "to"].map(|key| table.needed(key, faults));
        let [Some(file), Some(from), Some(to)] = needed else { return None };
        Some(TableRef { file: file.text, sheet, from: from.text, to: to.text })
    };
    raw.entries("values_from", faults, read)
        .into_iter()
        .filter_map(|(key, table)| {
            paths.slot(&key.text, key.span.start, faults)?;
            Some((key.text, table))
        })
        .collect()
}

fn on_bad(raw: &Table<'_, '_>, paths: Paths<'_>, faults: &mut Faults<'_>) -> Vec<(String, OnBad)> {
    let mut all = Vec::new();
    for (key, word) in raw.entries("on_bad", faults, table::text) {
        let does = match word.text.as_str() {
            "error" => Some(OnBad::Error),
            "omit" => Some(OnBad::Omit),
            _ => {
                faults.word(&word, &["error", "omit"]);
                None
            }
        };
        let slot = paths.slot(&key.text, key.span.start, faults);
        let (Some(does), Some(slot)) = (does, slot) else { continue };
        if does == OnBad::Omit && fitting::is_indispensable(&slot) {
            faults.unfit(
                word.span.start,
                (
                    "必填项，以及证件、手机、邮箱这些用来认人的字段，不能省略",
                    "a required field, or one that tells who a person is, can't be left out",
                ),
                ("请删去这一行", "take this line out"),
            );
        }
        all.push((covering(&key.text, &slot), does));
    }
    all
}

/// The path that a key covers: every entry where it names none.
fn covering(written: &str, slot: &Slot) -> String {
    if path::has_index(written) { slot.to_string() } else { slot.plain_path() }
}

fn map(labels: &[(Word, Word)], faults: &mut Faults<'_>) -> HashMap<String, String> {
    let mut map = HashMap::new();
    for (label, value) in labels {
        let name = crate::lexicon::normalize::trim(&label.text).to_owned();
        let known = map.insert(name, value.text.clone());
        if known.is_some_and(|known| known != value.text) {
            faults.unfit(
                label.span.start,
                ("这个标签写了两次，值不同", "this label stands here twice, with two values"),
                ("请删去一个", "remove one of them"),
            );
        }
    }
    map
}
