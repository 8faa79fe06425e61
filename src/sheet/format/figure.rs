//! Numbers as Excel has them: fifteen digits, rounded as people round.
//!
//! Must not know: how formats are read.

use super::section::is_currency;

/// The fifteen digits that Excel keeps of a number, and the power of ten of the first.
fn fifteen(number: f64) -> (String, i32) {
    let written = format!("{number:.14e}");
    let (mantissa, power) = written.split_once('e').unwrap_or((&written, "0"));
    let digits = mantissa.chars().filter(char::is_ascii_digit).collect();
    (digits, power.parse().unwrap_or(0))
}

/// A number as it is shown where no format says otherwise.
pub(super) fn plain(number: f64) -> String {
    let written = format!("{number:.14e}");
    written.parse::<f64>().unwrap_or(number).to_string()
}

/// The digits before and behind the point of a number that is not negative, times a power of ten and
/// rounded to so many decimals, a half up.
pub(super) fn rounded(number: f64, shift: i32, decimals: usize) -> (String, String) {
    let (digits, power) = fifteen(number);
    let point = power + shift + 1;
    let lead = usize::try_from(-point).unwrap_or(0).min(40);
    let before = usize::try_from(point).unwrap_or(0).min(330);
    let mut all: Vec<u8> =
        std::iter::repeat_n(0, lead).chain(digits.bytes().map(|b| b - b'0')).collect();
    let kept = before + decimals;
    if all.len() <= kept {
        all.resize(kept, 0);
    } else {
        let up = all.get(kept).is_some_and(|digit| *digit >= 5);
        all.truncate(kept);
        if up && carry(&mut all) {
            return split(all, before + 1);
        }
    }
    split(all, before)
}

/// Add one to the last digit; whether a digit was put before the first.
fn carry(digits: &mut Vec<u8>) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return false;
        }
        *digit = 0;
    }
    digits.insert(0, 1);
    true
}

fn split(digits: Vec<u8>, before: usize) -> (String, String) {
    let text: String = digits.into_iter().map(|digit| char::from(b'0' + digit)).collect();
    let (whole, decimals) = text.split_at(before.min(text.len()));
    let whole = whole.trim_start_matches('0');
    (if whole.is_empty() { "0" } else { whole }.to_owned(), decimals.to_owned())
}

/// Whether what is shown is a figure of the number, of which decimals are left out that matter.
pub fn is_rounded(face: &str, number: f64) -> bool {
    if !is_figure_of(face, number) {
        return false;
    }
    let figure: String = face.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let number = number.abs();
    figure.parse::<f64>().is_ok_and(|shown| {
        let off = (shown - number).abs();
        off > number * SLIGHT || off > VISIBLE
    })
}

/// A share of a number by which two of them are the same to people.
const SLIGHT: f64 = 1e-9;
/// What people see of any number.
const VISIBLE: f64 = 1e-4;

/// Whether what is shown is the number and no more: in groups, rounded, with a currency or a sign of
/// its own. Zeros before it, a share in per cent, words and what is left out of a number are more.
pub fn is_figure_of(face: &str, number: f64) -> bool {
    let of_figure = |c: char| c.is_ascii_digit() || c == '.';
    let (Some(first), Some(last)) = (face.find(of_figure), face.rfind(of_figure)) else {
        return false;
    };
    let (head, middle, tail) = (&face[..first], &face[first..=last], &face[last + 1..]);
    let sign = |text: &str| text.chars().filter(|c| !is_currency(*c)).collect::<String>();
    let negative = match (sign(head).as_str(), sign(tail).as_str()) {
        ("", "") => false,
        ("-", "") | ("(", ")") => true,
        (_, _) => return false,
    };
    if !middle.chars().all(|c| of_figure(c) || c == ',') {
        return false;
    }
    let figure: String = middle.chars().filter(|c| *c != ',').collect();
    let padded = figure.len() > 1 && figure.starts_with('0') && !figure.starts_with("0.");
    let Ok(value) = figure.parse::<f64>() else { return false };
    let decimals = figure.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let (whole, rest) = rounded(number.abs(), 0, decimals);
    let same = if rest.is_empty() { whole } else { format!("{whole}.{rest}") };
    !padded && same.parse() == Ok(value) && (value == 0.0 || negative == (number < 0.0))
}
