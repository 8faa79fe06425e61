//! What a spreadsheet program shows in the place of a value that a formula could not give, as text: Excel's
//! error values in the languages in which it has names of its own for them, those of other programs,
//! the same without their sign, and the numbers by which a program that drives Excel gets them.
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

/// Excel's numbers of its errors (`CVErr` in VBA): `#NULL!`, `#DIV/0!`, `#VALUE!`, `#REF!`, `#NAME?`, `#NUM!`,
/// `#N/A`, and those that came later.
const NUMBERS: [i32; 13] =
    [2000, 2007, 2015, 2023, 2029, 2036, 2042, 2043, 2045, 2046, 2047, 2048, 2050];
/// What a program that drives Excel gets for the error 0: the head of the `HRESULT` 0x800A0000.
const OF_PROGRAMS: i32 = -2_146_828_288;

/// Whether a number is one of those that a program gets for an error value: -2146826246 for `#N/A`.
pub(super) fn is_error_number(number: f64) -> bool {
    let is_it = |error: &i32| (f64::from(OF_PROGRAMS + error) - number).abs() < f64::EPSILON;
    number < -2e9 && NUMBERS.iter().any(is_it)
}

/// Whether a text is an error value of a spreadsheet program.
pub(super) fn is_error_value(text: &str) -> bool {
    match text.as_bytes() {
        [b'#', ..] => is_named(text),
        [b'E', ..] => is_numbered(text),
        [b'-', b'2', b'1', b'4', ..] => text.parse().is_ok_and(is_error_number),
        // ＃
        [0xEF, 0xBC, 0x83, ..] => is_named(&text.replacen('＃', "#", 1)),
        _ => false,
    }
}

fn is_named(text: &str) -> bool {
    ErrorValue::of(text).is_some() || OTHERS.contains(&text)
}

/// `Err:502`: `LibreOffice` numbers some of its own. `Error 2042`: VBA writes Excel's so.
fn is_numbered(text: &str) -> bool {
    if let Some(number) = text.strip_prefix("Error ") {
        return number.parse().is_ok_and(|number| NUMBERS.contains(&number));
    }
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
        for number in [
            "-2146826281",
            "-2146826246",
            "-2146826259",
            "-2146826288",
            "-2146826252",
            "-2146826265",
            "-2146826273",
        ] {
            assert!(is_error_value(number), "{number}");
        }
        for number in NUMBERS {
            assert!(is_error_value(&format!("Error {number}")), "{number}");
        }
        for text in ["-2146826200", "-2146826246.5", "2146826246", "Error 404", "Error 2042 found"]
        {
            assert!(!is_error_value(text), "{text}");
        }
        for text in ["#1", "C#", "#前端", "# N/A", "Err:5", "Error", "#value", "##", "#NB!", ""] {
            assert!(!is_error_value(text), "{text}");
        }
    }
}
