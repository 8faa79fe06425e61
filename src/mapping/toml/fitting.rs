//! What a mapping file may say of a field beyond its path, by the field's type.
//!
//! Must not know: cells, how they are read.

use super::faults::Faults;
use super::word::Word;
use crate::kinds;
use crate::lexicon::nearest;
use crate::lexicon::normalize;
use crate::problem::{Arg, Lang, both};
use crate::spec::{Choice, Slot};

/// Whether a record can't do without the field, or its content tells who the person is.
pub(super) fn is_indispensable(slot: &Slot) -> bool {
    slot.field().is_some_and(|field| field.required || kinds::of(slot.kind).tells_who(field))
}

/// Note a value of `values` that its field can't hold.
pub(super) fn value(slot: &Slot, value: &Word, faults: &mut Faults<'_>) {
    if let Some(choices) = slot.ty().choices()
        && !is_choice(&value.text, choices)
    {
        faults.value(&value.span, &value.text, options(&value.text, choices));
    }
}

fn is_choice(text: &str, choices: &[Choice]) -> bool {
    let plain = |text: &str| normalize::label(text).replace(['-', '_', '–', '—'], "");
    let text = plain(text);
    let number = text.parse::<i64>().ok();
    choices.iter().any(|choice| {
        number == Some(choice.code)
            || [choice.zh, choice.en]
                .iter()
                .chain(choice.aliases)
                .chain(choice.loosely)
                .any(|word| plain(word) == text)
    })
}

/// `1 男、2 女`, in both languages, and which of them may be meant.
fn options(text: &str, choices: &[Choice]) -> Arg {
    let list = |label: fn(&Choice) -> &'static str, between: &str| {
        let labels: Vec<String> =
            choices.iter().map(|choice| format!("{} {}", choice.code, label(choice))).collect();
        labels.join(between)
    };
    let near = nearest::choice_meant(text, choices);
    let (zh, en) = (near.pick(Lang::Zh), near.pick(Lang::En));
    both(
        &format!("{}{zh}", list(|choice| choice.zh, "、")),
        &format!("{}{en}", list(|choice| choice.en, ", ")),
    )
}
