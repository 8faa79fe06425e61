//! What a spreadsheet program shows in the place of a value that a formula could not give, as text: Excel's
//! error values in the languages in which it has names of its own for them, those of other programs,
//! and the same without their sign.
//!
//! Must not know: which field a text is for.

use crate::sheet::ErrorValue;

/// Names in other languages (German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish),
/// of Google Sheets, and without their sign.
const OTHERS: &[&str] = &[
    "#WERT!",
    "#BEZUG!",
    "#NV",
    "#ZAHL!",
    "#ÜBERLAUF!",
    "#VALEUR!",
    "#NOM?",
    "#NOMBRE!",
    "#NUL!",
    "#¡VALOR!",
    "#¡REF!",
    "#¿NOMBRE?",
    "#¡DIV/0!",
    "#¡NUM!",
    "#¡NULO!",
    "#VALOR!",
    "#NOME?",
    "#N/D",
    "#NÚM!",
    "#NULO!",
    "#VALORE!",
    "#RIF!",
    "#NULLO!",
    "#WAARDE!",
    "#VERW!",
    "#NAAM?",
    "#DEEL/0!",
    "#N/B",
    "#GETAL!",
    "#LEEG!",
    "#ARG!",
    "#ADR!",
    "#NAZWA?",
    "#DZIEL/0!",
    "#N/D!",
    "#LICZBA!",
    "#ZERO!",
    "#ЗНАЧ!",
    "#ССЫЛКА!",
    "#ИМЯ?",
    "#ДЕЛ/0!",
    "#Н/Д",
    "#ЧИСЛО!",
    "#ПУСТО!",
    "#DEĞER!",
    "#BAŞV!",
    "#AD?",
    "#SAYI/0!",
    "#YOK",
    "#SAYI!",
    "#BOŞ!",
    "#ERROR!",
    "#ERROR",
    "#ERR!",
    "#VALUE",
    "#REF",
    "#NAME",
    "#NAME!",
    "#NUM",
    "#NULL",
    "#DIV/0",
    "#N/A!",
    "#N/A N/A",
    "#NA",
    "#SPILL",
    "#CALC",
    "#FIELD",
    "#GETTING_DATA...",
];

/// Whether a text is an error value of a spreadsheet program.
pub(super) fn is_error_value(text: &str) -> bool {
    match text.as_bytes() {
        [b'#', ..] => is_named(text),
        [b'E', ..] => is_numbered(text),
        // ＃
        [0xEF, 0xBC, 0x83, ..] => is_named(&text.replacen('＃', "#", 1)),
        _ => false,
    }
}

fn is_named(text: &str) -> bool {
    ErrorValue::of(text).is_some() || OTHERS.contains(&text)
}

/// `Err:502`: `LibreOffice` numbers some of its own.
fn is_numbered(text: &str) -> bool {
    let number = text.strip_prefix("Err:").filter(|number| number.len() == 3);
    number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_known_in_every_language() {
        for text in OTHERS.iter().copied().chain(["#N/A", "#REF!", "Err:502", "＃VALUE!", "#CALC!"])
        {
            assert!(is_error_value(text), "{text}");
        }
        for text in ["#1", "C#", "#前端", "# N/A", "Err:5", "Error", "#value", "##", "#NB!", ""] {
            assert!(!is_error_value(text), "{text}");
        }
    }
}
