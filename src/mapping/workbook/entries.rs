//! The lines of a mapping workbook: which field a column feeds, which choice a label means.
//!
//! Must not know: what stands above the tables.

use super::part::{Entry, Part, cell, same};
use super::words::{self, Action, Column, ValueColumn, bracketed};
use crate::lexicon::labels::Index;
use crate::lexicon::normalize;
use crate::lexicon::path::{self, Customs};
use crate::lexicon::suggest;
use crate::lexicon::typed;
use crate::problem::{Code, Complaint, Place, Problem, both};
use crate::sheet::RawRow;
use crate::spec::{Choice, CustomType, FieldType, Kind, Slot};

/// A line that is being read.
struct Line<'a> {
    row: &'a RawRow,
    place: &'a Place,
    problems: &'a mut Vec<Problem>,
}

impl Line<'_> {
    fn wrong(&mut self, column: usize, complaint: Complaint) {
        self.problems.push(Problem::at(self.at(column), complaint));
    }

    fn at(&self, column: usize) -> Place {
        let column = u32::try_from(column).ok();
        Place { row: Some(self.row.number()), column, ..self.place.clone() }
    }
}

/// Read 字段对照.
pub(super) fn columns(
    part: &mut Part,
    rows: &[RawRow],
    at: &[(Column, usize)],
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    let Some(kind) = part.kind else { return };
    let find = |wanted: Column| at.iter().find(|(c, _)| *c == wanted).map(|(_, place)| *place);
    let text = |row: &RawRow, column: Column| find(column).map_or(String::new(), |c| cell(row, c));
    let mut undecided = Vec::new();
    for row in rows {
        let header = text(row, Column::Header);
        let (field, word) = (text(row, Column::Field), text(row, Column::Action));
        if header.is_empty()
            || (field.is_empty() && word.is_empty() && find(Column::Action).is_none())
        {
            continue;
        }
        let mut line = Line { row, place, problems };
        let action = Action::ALL.iter().copied().find(|a| a.words().iter().any(|w| same(w, &word)));
        let action_at = find(Column::Action).unwrap_or(0);
        let field_at = find(Column::Field).unwrap_or(0);
        if action.is_none() && !word.is_empty() {
            let all: Vec<String> = Action::ALL.iter().map(|a| a.words().join(" / ")).collect();
            line.wrong(action_at, Complaint::with(Code::MappingCell, [word, all.join(", ")]));
            continue;
        }
        match action {
            Some(Action::Ignore) => ignore(part, &mut line, find(Column::Header), header),
            Some(Action::Custom) => {
                let note = text(row, Column::Note);
                match custom(kind, &field).or_else(|| custom(kind, &note)) {
                    Some(found) => feed(part, &mut line, find(Column::Header), header, found),
                    None => line.wrong(field_at, Complaint::new(Code::MappingCustomId)),
                }
            }
            Some(Action::Import) if field.is_empty() => {
                line.wrong(field_at, Complaint::with(Code::MappingNoField, [header]));
            }
            None if field.is_empty() => {
                undecided.push((row, header));
            }
            Some(Action::Import) | None => match place_of(kind, &field) {
                Ok(found) => feed(part, &mut line, find(Column::Header), header, found),
                Err(complaint) => line.wrong(field_at, complaint),
            },
        }
    }
    let action_at = find(Column::Action).unwrap_or(0);
    for (row, header) in undecided {
        // What binds by its own name would be imported, though nobody said so.
        if let Some(path) = by_name(part, kind, &header) {
            let complaint = Complaint::with(Code::MappingUndecided, [header, path]);
            Line { row, place, problems }.wrong(action_at, complaint);
        }
    }
}

/// The place that a header names by itself, beside the columns that feed something.
fn by_name(part: &Part, kind: &'static Kind, header: &str) -> Option<String> {
    // 学校@2 is headed 学校.
    let nth = |n: &str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit());
    let header = header.rsplit_once('@').filter(|(_, n)| nth(n)).map_or(header, |(name, _)| name);
    let meaning = Index::of(kind).resolve(header, &Customs::new())?;
    let path = meaning.slot.to_string();
    let group = path.split_once('[').map(|(group, _)| format!("{group}["));
    let beside = group.is_some_and(|group| {
        part.columns.iter().flat_map(|(_, paths)| paths).any(|path| path.starts_with(&group))
    });
    (meaning.sure || beside).then_some(path)
}

fn ignore(part: &mut Part, line: &mut Line<'_>, at: Option<usize>, header: String) {
    if part.columns.iter().any(|(known, _)| *known == header) {
        line.wrong(at.unwrap_or(0), Complaint::with(Code::MappingTwice, [header]));
    } else if !part.ignore.contains(&header) {
        part.ignore.push(header);
    }
}

fn feed(
    part: &mut Part,
    line: &mut Line<'_>,
    at: Option<usize>,
    header: String,
    (slot, ty): (Slot, Option<CustomType>),
) {
    if part.ignore.contains(&header) {
        return line.wrong(at.unwrap_or(0), Complaint::with(Code::MappingTwice, [header]));
    }
    let path = slot.to_string();
    if let (Some(ty), Some((_, id))) = (ty, slot.plain_path().rsplit_once("custom:")) {
        match part.customs.iter().find(|(known, _)| known == id) {
            Some((_, known)) if *known != ty => {
                return line.wrong(at.unwrap_or(0), Complaint::with(Code::MappingTwice, [path]));
            }
            Some(_) => {}
            None => part.customs.push((id.to_owned(), ty)),
        }
    }
    match part.columns.iter_mut().find(|(known, _)| *known == header) {
        Some((_, paths)) if paths.contains(&path) => {}
        Some((_, paths)) => paths.push(path),
        None => part.columns.push((header, vec![path])),
    }
}

/// The custom field that a cell names, with its type where that is said: `custom:69 (date)`.
fn custom(kind: &'static Kind, text: &str) -> Option<(Slot, Option<CustomType>)> {
    let (slot, ty) = place_of(kind, text).ok()?;
    slot.ty().custom().map(|_| (slot, ty))
}

/// The place that a cell names: `性别 (basic_info.gender)`, a path, a label, `custom:69 (date)`.
fn place_of(kind: &'static Kind, text: &str) -> Result<(Slot, Option<CustomType>), Complaint> {
    let text = normalize::trim(text);
    let none = Customs::new();
    if let Some((head, inner)) = bracketed(text) {
        match typed::parse(kind, inner, &none) {
            Ok(slot) => return Ok((slot, None)),
            Err(complaint) if complaint.code == Code::FieldIndex => return Err(complaint),
            Err(_) => {}
        }
        if let (Some(ty), Ok(slot)) = (words::custom_type(inner), typed::parse(kind, head, &none)) {
            return Ok((slot, Some(ty)));
        }
    }
    match typed::parse(kind, text, &none) {
        Ok(slot) => Ok((slot, None)),
        Err(complaint) if complaint.code == Code::FieldIndex => Err(complaint),
        Err(_) => match Index::of(kind).resolve(text, &none) {
            Some(meaning) => Ok((meaning.slot, None)),
            None => Err(unknown(kind, text)),
        },
    }
}

fn unknown(kind: &'static Kind, text: &str) -> Complaint {
    let inner = bracketed(text).map(|(_, inner)| inner);
    let near = inner
        .and_then(|inner| typed::nearest_path(kind, inner))
        .or_else(|| typed::nearest_path(kind, text))
        .or_else(|| suggest::header(kind, text))
        .unwrap_or_else(|| "—".to_owned());
    Complaint::with(Code::FieldUnknown, [text.to_owned(), near])
}

/// Read 值对照.
pub(super) fn values(
    part: &mut Part,
    rows: &[RawRow],
    at: &[(ValueColumn, usize)],
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    let Some(kind) = part.kind else { return };
    let find =
        |wanted: ValueColumn| at.iter().find(|(c, _)| *c == wanted).map_or(0, |(_, place)| *place);
    let [field_at, label_at, option_at] =
        [ValueColumn::Field, ValueColumn::Label, ValueColumn::Option].map(find);
    for row in rows {
        let [field, label, option] = [field_at, label_at, option_at].map(|c| cell(row, c));
        if field.is_empty() || label.is_empty() || option.is_empty() {
            continue;
        }
        let mut line = Line { row, place, problems };
        let slot = match place_of(kind, &field) {
            Ok((slot, _)) => slot,
            Err(complaint) => {
                line.wrong(field_at, complaint);
                continue;
            }
        };
        let value = match chosen(slot.ty(), &option) {
            Ok(value) => value,
            Err(complaint) => {
                line.wrong(option_at, complaint);
                continue;
            }
        };
        let written = bracketed(&field).map_or(field.as_str(), |(_, inner)| inner);
        let path = if path::has_index(written) { slot.to_string() } else { slot.plain_path() };
        if !part.values.iter().any(|(known, _)| *known == path) {
            part.values.push((path.clone(), Vec::new()));
        }
        let entry = part.values.iter_mut().find(|(known, _)| *known == path);
        let Some((_, labels)) = entry else { continue };
        match labels.iter().find(|known| known.label == label) {
            Some(known) if known.value != value => {
                line.wrong(label_at, Complaint::with(Code::MappingTwice, [label]));
            }
            Some(_) => {}
            None => labels.push(Entry { label, value, place: line.at(option_at) }),
        }
    }
}

/// The value that an option stands for: of a choice field its number, else the text itself.
fn chosen(ty: FieldType, option: &str) -> Result<String, Complaint> {
    let Some(choices) = ty.choices() else { return Ok(option.to_owned()) };
    let named = |choice: &&Choice| {
        choice.code.to_string() == option
            || [choice.zh, choice.en].iter().any(|word| same(word, option))
            || choice.aliases.iter().any(|word| same(word, option))
    };
    if let Some(choice) = choices.iter().find(named) {
        return Ok(choice.code.to_string());
    }
    let near = choices
        .iter()
        .flat_map(|choice| [choice.zh, choice.en])
        .map(|word| (strsim::jaro_winkler(word, option), word))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let list = |word: fn(&Choice) -> &'static str, between: &str| {
        choices.iter().map(word).collect::<Vec<_>>().join(between)
    };
    let can = match near {
        Some((likeness, word)) if likeness >= 0.7 => word.into(),
        Some(_) | None => both(&list(|c| c.zh, "、"), &list(|c| c.en, ", ")),
    };
    Err(Complaint::with(Code::MappingCell, [option.into(), can]))
}
