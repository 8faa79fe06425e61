//! Cells that show something else than they hold: which of the two a field takes. What a person sees is
//! what is meant wherever texts and codes are wanted; numbers, shares and days are taken as they are
//! held, unless what is shown says more. A link gives its address where an address is wanted.
//!
//! Must not know: how formats make what is shown (`sheet::format`), how any type is read.

use super::clean::{number_text, trimmed, whole};
use super::{Context, Notes, Parsed, read as read_cell};
use crate::check::value::Value;
use crate::problem::{Arg, Code, Complaint, both};
use crate::sheet::format::is_figure_of;
use crate::sheet::{Dressed, Held, RawCell};
use crate::spec::{CustomType, FieldType};

/// What a field wants of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    /// What is shown.
    Text,
    /// Figures, however they are parted.
    Figures,
    /// A day.
    Day,
    /// A share of a hundred.
    Share,
    /// A number.
    Number,
}

const fn wanted(ty: FieldType) -> Wants {
    match ty {
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::MobileCountry
        | FieldType::Choice(_)
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Custom(
            CustomType::Text | CustomType::Choice | CustomType::Choices | CustomType::Attachment,
        ) => Wants::Text,
        FieldType::Mobile | FieldType::DocumentNumber => Wants::Figures,
        FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Custom(
            CustomType::Date | CustomType::Month | CustomType::Year | CustomType::Range,
        ) => Wants::Day,
        FieldType::Percent => Wants::Share,
        FieldType::Custom(CustomType::Number) => Wants::Number,
    }
}

/// Read such a cell as a field's type says.
pub(super) fn read<'c>(
    ty: FieldType,
    Dressed { face, held }: Dressed<'c>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    match held {
        Held::Link(to) => {
            let text = RawCell::Text(of_link(ty, face, to, cx, notes));
            read_cell(ty, text, cx, notes)
        }
        Held::Text(text) => {
            let shown = matches!(wanted(ty), Wants::Text | Wants::Figures);
            if face.is_empty() {
                notes.warn(Complaint::new(Code::ShownNothing));
            } else if shown {
                notes.warn(differs(Code::ShownOtherwise, face, text, cx));
                return read_cell(ty, RawCell::Text(face), cx, notes);
            }
            read_cell(ty, RawCell::Text(text), cx, notes)
        }
        Held::Number(number) => of_number(ty, face, number, cx, notes),
    }
}

/// The text that counts of a link.
fn of_link<'c>(
    ty: FieldType,
    face: &'c str,
    to: &'c str,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> &'c str {
    let mail = to.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    if matches!(ty, FieldType::Email) {
        let Some(scheme) = mail else { return face };
        let address = to[scheme.len()..].split('?').next().unwrap_or("");
        if face.contains(['@', '＠']) {
            notes.warn(differs(Code::LinkDiffers, face, address, cx));
            return face;
        }
        notes.warn(taken(face, cx));
        return address;
    }
    if !cx.link || is_address(face) {
        return face;
    }
    if is_address(to) {
        notes.warn(taken(face, cx));
        return to;
    }
    notes.warn(Complaint::new(Code::LinkUnread));
    face
}

/// The address of a page: with its scheme, or as people write it.
fn is_address(text: &str) -> bool {
    let lower = trimmed(text).to_ascii_lowercase();
    let scheme =
        ["http://", "https://", "ftp://", "www."].iter().any(|start| lower.starts_with(start));
    let host = lower.split(['/', '?', '#']).next().unwrap_or("");
    let bare = host.contains('.')
        && !host.ends_with('.')
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        && host.bytes().any(|byte| byte.is_ascii_alphabetic());
    scheme || bare
}

fn taken(face: &str, cx: &Context<'_>) -> Complaint {
    Complaint::with(Code::LinkTaken, [said(face, cx, ("显示的文字", "the text that is shown"))])
}

fn of_number<'c>(
    ty: FieldType,
    face: &'c str,
    number: f64,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    let stored = RawCell::Number(number);
    let is_figure = is_figure_of(face, number);
    match wanted(ty) {
        Wants::Text | Wants::Figures if face.is_empty() => {
            notes.warn(Complaint::new(Code::ShownNothing));
            // A format that hides zeros says that a zero is nothing.
            let cell = if number == 0.0 { RawCell::Empty } else { stored };
            read_cell(ty, cell, cx, notes)
        }
        Wants::Day if !is_figure || whole(number).is_none() => {
            let mut unheard = Notes::default();
            match read_cell(ty, RawCell::Text(face), cx, &mut unheard) {
                Ok(Some(value)) => {
                    *notes = unheard;
                    Ok(Some(value))
                }
                Ok(None) | Err(_) => read_cell(ty, stored, cx, notes),
            }
        }
        Wants::Share if face.ends_with('%') => {
            let hundredths = (number * 1e10).round() / 1e8;
            let text = format!("{}%", number_text(hundredths)?);
            let read = read_cell(ty, RawCell::Text(&text), cx, notes);
            read.map(|value| value.map(Value::into_owned))
        }
        Wants::Number if !is_figure && !face.contains(&number_text(number)?) => {
            let text = number_text(number)?;
            notes.warn(differs(Code::StoredTaken, face, &text, cx));
            read_cell(ty, stored, cx, notes)
        }
        Wants::Figures if says_the_same(face, number) => read_cell(ty, stored, cx, notes),
        Wants::Text | Wants::Figures if !is_figure => {
            let text = number_text(number)?;
            notes.warn(differs(Code::ShownOtherwise, face, &text, cx));
            read_cell(ty, RawCell::Text(face), cx, notes)
        }
        Wants::Day | Wants::Share | Wants::Number | Wants::Text | Wants::Figures => {
            read_cell(ty, stored, cx, notes)
        }
    }
}

/// Whether what is shown of a number of eleven figures, or of a document, has nothing but its figures,
/// parted or with a zero or a country before them.
fn says_the_same(face: &str, number: f64) -> bool {
    let Ok(stored) = number_text(number) else { return false };
    let figures: String = face.chars().filter(char::is_ascii_digit).collect();
    let parted = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.');
    let mobile = stored.len() == 11 && stored.starts_with('1');
    let bare = face.strip_prefix('+').filter(|_| mobile).unwrap_or(face);
    let rest = figures.strip_suffix(stored.as_str());
    bare.chars().all(parted)
        && rest.is_some_and(|rest| {
            rest.is_empty() || mobile && (rest.bytes().all(|b| b == b'0') || rest == "86")
        })
}

/// What is shown and what is held, as far as the field lets it be said.
fn differs(code: Code, face: &str, held: &str, cx: &Context<'_>) -> Complaint {
    let face = said(face, cx, ("显示的内容", "what is shown"));
    Complaint::with(code, [face, said(held, cx, ("存的内容", "what is stored"))])
}

fn said(text: &str, cx: &Context<'_>, (zh, en): (&str, &str)) -> Arg {
    if cx.personal { both(zh, en) } else { crate::check::mask::shortened(text).into() }
}
