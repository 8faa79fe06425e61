//! Raw mapping file → [`Mapping`]: every key, path and word checked.
//!
//! Must not know: sheets.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::tz::TimeZone;
use toml::Spanned;

use super::faults::Source;
use super::raw::{self, Entries, Scalar};
use super::{HeaderRef, Labels, Mapping, RecordMapping, TableRef};
use crate::bind::binding::{DateOrder, Default as DefaultValue, Reading};
use crate::bind::path::{self, Customs};
use crate::kinds;
use crate::problem::{Code, Problem};
use crate::spec::{CustomType, Kind, KindId, Slot};

type Options = HashMap<String, Arc<HashMap<String, String>>>;

/// The only version of the format.
const VERSION: i64 = 1;

pub(super) fn mapping(text: &str, shown: &Arc<str>) -> Result<Mapping, Problem> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let source = Source { text, shown };
    let file: raw::File = toml::from_str(text).map_err(|error| source.toml(&error))?;
    if *file.version.get_ref() != VERSION {
        let version = file.version.get_ref().to_string();
        return Err(source.value(&file.version.span(), &version, "version = 1"));
    }
    if file.record.is_empty() {
        let end = text.len()..text.len();
        return Err(source.value(&end, "", "[[record]]"));
    }
    let records =
        file.record.into_iter().map(|raw| record(&source, raw)).collect::<Result<_, _>>()?;
    Ok(Mapping { records })
}

fn record(source: &Source<'_>, raw: raw::Record) -> Result<RecordMapping, Problem> {
    refuse_later(source, &raw)?;
    let id = KindId::of(raw.kind.get_ref())
        .ok_or_else(|| source.value(&raw.kind.span(), raw.kind.get_ref(), "talent, job-data"))?;
    let kind = kinds::of(id);
    let (customs, options) = customs(source, &raw.custom)?;
    Ok(RecordMapping {
        kind: id,
        header_row: raw.header_row.map(|row| header_row(source, &row)).transpose()?,
        strict: raw.strict,
        key_column: raw.key_column.map(|text| HeaderRef { text }),
        dates: raw.dates.map(|dates| date_order(source, &dates)).transpose()?,
        timezone: raw.timezone.map_or_else(|| Ok(Reading::china()), |tz| zone(source, &tz))?,
        list_separator: raw.list_separator.map(|text| separator(source, text)).transpose()?,
        ignore: raw.ignore.into_iter().map(|text| HeaderRef { text }).collect(),
        columns: columns(source, kind, raw.columns, &customs)?,
        defaults: defaults(source, kind, raw.defaults, &customs)?,
        values: values(source, kind, raw.values, &customs)?,
        values_from: values_from(source, kind, raw.values_from, &customs)?,
        on_bad: Vec::new(),
        derives: Vec::new(),
        children: Vec::new(),
        file: raw.file,
        sheet: raw.sheet,
        customs,
        options,
    })
}

/// What the contract knows and this version does not.
fn refuse_later(source: &Source<'_>, raw: &raw::Record) -> Result<(), Problem> {
    let later = [("on_bad", &raw.on_bad), ("derive", &raw.derive), ("child", &raw.child)];
    match later.iter().find_map(|(name, value)| value.as_ref().map(|value| (name, value))) {
        Some((name, value)) => {
            Err(source.at(value.span().start, Code::MappingNotYet, [(*name).to_owned()]))
        }
        None => refuse_names(source, raw),
    }
}

/// IDs are taken as they stand; names and codes will be looked up once the directory is there.
fn refuse_names(source: &Source<'_>, raw: &raw::Record) -> Result<(), Problem> {
    match raw.lookup.values().find(|how| how.get_ref() != "id") {
        Some(how) => Err(source.at(how.span().start, Code::MappingNotYet, ["lookup".to_owned()])),
        None => Ok(()),
    }
}

fn header_row(source: &Source<'_>, row: &Spanned<i64>) -> Result<u32, Problem> {
    u32::try_from(*row.get_ref())
        .ok()
        .filter(|row| (1..=crate::sheet::address::MAX_ROW).contains(row))
        .ok_or_else(|| source.value(&row.span(), &row.get_ref().to_string(), "1, 2, 3, …"))
}

fn date_order(source: &Source<'_>, dates: &Spanned<String>) -> Result<DateOrder, Problem> {
    match dates.get_ref().as_str() {
        "ymd" => Ok(DateOrder::Ymd),
        "dmy" => Ok(DateOrder::Dmy),
        "mdy" => Ok(DateOrder::Mdy),
        other => Err(source.value(&dates.span(), other, "ymd, dmy, mdy")),
    }
}

/// A zone by its name. China's needs no time zone database: its standard offset has been +08:00
/// since 1901.
fn zone(source: &Source<'_>, name: &Spanned<String>) -> Result<TimeZone, Problem> {
    const CHINA: &[&str] = &["Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "PRC"];
    let text = name.get_ref().as_str();
    if CHINA.iter().any(|china| china.eq_ignore_ascii_case(text)) {
        return Ok(Reading::china());
    }
    TimeZone::get(text)
        .map_err(|_| source.value(&name.span(), text, "Asia/Shanghai, Asia/Tokyo, UTC, …"))
}

fn separator(source: &Source<'_>, text: Spanned<String>) -> Result<String, Problem> {
    if text.get_ref().is_empty() {
        return Err(source.value(&text.span(), "", "、 ; , |"));
    }
    Ok(text.into_inner())
}

fn customs(
    source: &Source<'_>,
    entries: &Entries<raw::Custom>,
) -> Result<(Customs, Options), Problem> {
    let mut types = Customs::new();
    let mut options = Options::new();
    for (id, custom) in &entries.0 {
        let word = &custom.get_ref().ty;
        let ty = custom_type(word.get_ref()).ok_or_else(|| {
            let can = "text, number, date, month, year, range, choice, choices, attachment";
            source.value(&word.span(), word.get_ref(), can)
        })?;
        types.insert(id.get_ref().clone(), ty);
        let labels = labels(&custom.get_ref().options);
        if !labels.is_empty() {
            options.insert(id.get_ref().clone(), Arc::new(labels));
        }
    }
    Ok((types, options))
}

fn custom_type(word: &str) -> Option<CustomType> {
    Some(match word {
        "text" => CustomType::Text,
        "number" => CustomType::Number,
        "date" => CustomType::Date,
        "month" => CustomType::Month,
        "year" => CustomType::Year,
        "range" => CustomType::Range,
        "choice" => CustomType::Choice,
        "choices" => CustomType::Choices,
        "attachment" => CustomType::Attachment,
        _ => return None,
    })
}

fn columns(
    source: &Source<'_>,
    kind: &'static Kind,
    entries: Entries<raw::Paths>,
    customs: &Customs,
) -> Result<Vec<(HeaderRef, Vec<Slot>)>, Problem> {
    let mut columns = Vec::with_capacity(entries.0.len());
    for (header, paths) in entries.0 {
        let start = paths.span().start;
        let mut slots = Vec::new();
        for (text, at) in paths.into_inner().0 {
            slots.push(slot(source, kind, &text, at.unwrap_or(start), customs)?);
        }
        columns.push((HeaderRef { text: header.into_inner() }, slots));
    }
    Ok(columns)
}

fn defaults(
    source: &Source<'_>,
    kind: &'static Kind,
    entries: Entries<Scalar>,
    customs: &Customs,
) -> Result<Vec<DefaultValue>, Problem> {
    let mut defaults = Vec::with_capacity(entries.0.len());
    for (key, text) in entries.0 {
        let slot = slot(source, kind, key.get_ref(), key.span().start, customs)?;
        defaults.push(DefaultValue {
            path: slot.to_string().into(),
            slot: Arc::new(slot),
            text: text.into_inner().0,
        });
    }
    Ok(defaults)
}

fn values(
    source: &Source<'_>,
    kind: &'static Kind,
    entries: Entries<Entries<Scalar>>,
    customs: &Customs,
) -> Result<Vec<Labels>, Problem> {
    let mut values = Vec::with_capacity(entries.0.len());
    for (key, map) in entries.0 {
        let slot = slot(source, kind, key.get_ref(), key.span().start, customs)?;
        let path =
            if path::has_index(key.get_ref()) { slot.to_string() } else { slot.plain_path() };
        values.push(Labels { path, map: Arc::new(labels(map.get_ref())) });
    }
    Ok(values)
}

fn values_from(
    source: &Source<'_>,
    kind: &'static Kind,
    entries: Entries<raw::Table>,
    customs: &Customs,
) -> Result<Vec<(String, TableRef)>, Problem> {
    let mut tables = Vec::with_capacity(entries.0.len());
    for (key, table) in entries.0 {
        slot(source, kind, key.get_ref(), key.span().start, customs)?;
        let raw::Table { file, sheet, from, to } = table.into_inner();
        tables.push((key.into_inner(), TableRef { file, sheet, from, to }));
    }
    Ok(tables)
}

fn labels(entries: &Entries<Scalar>) -> HashMap<String, String> {
    entries
        .0
        .iter()
        .map(|(label, value)| {
            (super::normalize::trim(label.get_ref()).to_owned(), value.get_ref().0.clone())
        })
        .collect()
}

fn slot(
    source: &Source<'_>,
    kind: &'static Kind,
    text: &str,
    byte: usize,
    customs: &Customs,
) -> Result<Slot, Problem> {
    path::parse(kind, text, customs).map_err(|complaint| source.field(byte, &complaint))
}
