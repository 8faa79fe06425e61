//! Numbers as fractions: `5 1/2`, `11/2`.
//!
//! Must not know: how a code is read, which section is chosen.

use super::part::Part;

/// Figures below the line that are looked at: more are shown of no number that people write.
const MOST: usize = 7;

/// A number as a fraction of these placeholders: with its whole part before it where one is wanted.
#[expect(clippy::cast_possible_truncation, reason = "below a thousand million")]
pub(super) fn shown(parts: &[Part], number: f64) -> Option<String> {
    let slash = parts.iter().position(|part| *part == Part::Slash)?;
    let (above, below) = (&parts[..slash], &parts[slash + 1..]);
    let is_digit = |part: &&Part| matches!(part, Part::Digit(_));
    let numerator =
        above.iter().rev().skip_while(|part| !is_digit(part)).take_while(is_digit).count();
    let is_mixed = above.iter().filter(is_digit).count() > numerator;
    let value = number.abs();
    if value >= 1e9 {
        return None;
    }
    let whole = if is_mixed { value.floor() } else { 0.0 };
    let (above, below) = if let Some(below) = fixed(below) {
        (((value - whole) * f64::from(below)).round() as i64, i64::from(below))
    } else {
        let figures = below.iter().filter(is_digit).count().clamp(1, MOST);
        nearest(value - whole, 10_i64.pow(u32::try_from(figures).ok()?) - 1)
    };
    let mut whole = whole as i64;
    let sign = if number < 0.0 && (whole, above) != (0, 0) { "-" } else { "" };
    if !is_mixed {
        return Some(format!("{sign}{above}/{below}"));
    }
    let above = if above == below {
        whole += 1;
        0
    } else {
        above
    };
    Some(match (whole, above) {
        (_, 0) => format!("{sign}{whole}"),
        (0, _) => format!("{sign}{above}/{below}"),
        (_, _) => format!("{sign}{whole} {above}/{below}"),
    })
}

/// The number that the code itself writes below the line.
fn fixed(below: &[Part]) -> Option<u32> {
    let mut figures = String::new();
    for part in below {
        match part {
            Part::Literal(c) if c.is_ascii_digit() => figures.push(*c),
            Part::Digit('0') if !figures.is_empty() => figures.push('0'),
            Part::Literal(_)
            | Part::Digit(_)
            | Part::Point
            | Part::Slash
            | Part::Value
            | Part::Unit(_) => {}
        }
    }
    figures.parse().ok().filter(|number| (1..1_000_000).contains(number))
}

/// The fraction that is nearest to a number, of those whose lower number is not above `most`: the last
/// convergent of its continued fraction, or one between two of them.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "below a thousand million"
)]
fn nearest(value: f64, most: i64) -> (i64, i64) {
    let (mut before, mut last) = ((0_i64, 1_i64), (1_i64, 0_i64));
    let mut rest = value;
    loop {
        let step = rest.floor() as i64;
        let next = (before.0 + step * last.0, before.1 + step * last.1);
        if next.1 > most {
            let steps = (most - before.1) / last.1.max(1);
            let between = (before.0 + steps * last.0, before.1 + steps * last.1);
            let off = |(above, below): (i64, i64)| (above as f64 / below as f64 - value).abs();
            return if off(last) <= off(between) { last } else { between };
        }
        (before, last) = (last, next);
        let fraction = rest - rest.floor();
        if fraction < 1e-9 || (last.0 as f64 / last.1 as f64 - value).abs() < 1e-12 {
            return last;
        }
        rest = 1.0 / fraction;
    }
}
