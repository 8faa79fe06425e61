//! Number formats (ECMA-376 part 1, 18.8.30 and 18.8.31): what Excel shows of a number or a text that
//! a format dresses. Days and powers of ten are told apart and left to others.
//!
//! Must not know: files, styles, what a cell is supposed to mean.

mod clock;
mod figure;
mod fraction;
mod numerals;
mod part;
mod render;
mod section;

pub use figure::{is_figure_of, is_rounded};
pub use numerals::are_numerals;
use part::Sort;
use section::Section;

use super::Moment;

/// Excel's last day.
const LAST_DAY: f64 = 2_958_466.0;

/// What a format shows of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Face {
    /// The number itself, or what says no more than the number.
    Same,
    /// The day or the time for which the number stands.
    Date,
    /// This text, without blanks at its ends; nothing where it is empty.
    Text(String),
}

/// A format code, read.
#[derive(Clone, Debug)]
pub struct NumberFormat {
    /// For numbers, one to three.
    numbers: Vec<Section>,
    /// For texts, where it says something of them.
    text: Option<Section>,
}

impl NumberFormat {
    /// Read a code. Whatever it holds is read somehow, as Excel has written it.
    pub fn parse(code: &str) -> Self {
        let code = if code.trim().is_empty() { "General" } else { code };
        let mut numbers = section::all(code);
        let is_text =
            numbers.len() > 3 || numbers.last().is_some_and(|last| matches!(last.sort, Sort::Text));
        let text = if is_text { numbers.pop() } else { None };
        numbers.truncate(3);
        Self { numbers, text }
    }

    /// Whether every number and every text looks like itself: digits, in groups or rounded, perhaps
    /// with a currency. A year and month such as 2018.10 needs its last zero.
    pub fn is_plain(&self) -> bool {
        let text = self.text.as_ref().is_none_or(Section::is_plain_text);
        let is_date = |section: &Section| matches!(section.sort, Sort::Date | Sort::Other);
        if self.numbers.iter().any(|section| section.condition.is_some()) {
            return text && self.numbers.iter().all(is_date);
        }
        let mut numbers = self.numbers.iter().enumerate();
        text && numbers.all(|(at, section)| section.is_plain(at == 1 && self.numbers.len() > 1))
    }

    /// Whether numbers are shown as days or times.
    pub fn is_date(&self) -> bool {
        self.numbers
            .iter()
            .any(|section| matches!(section.sort, Sort::Date | Sort::Time | Sort::Elapsed))
    }

    /// What is shown of a number.
    pub fn of_number(&self, number: f64) -> Face {
        let Some((section, value)) = self.chosen(number) else { return Face::Same };
        let shown = || Face::Text(render::number(section, value).trim().to_owned());
        match section.sort {
            Sort::General
            | Sort::Digits
            | Sort::Literal
            | Sort::Text
            | Sort::Fraction
            | Sort::Numerals(_) => {
                let shown = render::number(section, value);
                let shown = shown.trim();
                if shown == figure::plain(number) {
                    Face::Same
                } else {
                    Face::Text(shown.to_owned())
                }
            }
            // Of a day with its time the day counts, too; a zero may be nothing.
            Sort::Time if value > 0.0 && value < 1.0 => shown(),
            Sort::Elapsed if (0.0..LAST_DAY).contains(&value) && value > 0.0 => shown(),
            Sort::Date | Sort::Time | Sort::Weekday => Face::Date,
            Sort::Elapsed | Sort::Other => Face::Same,
        }
    }

    /// What is shown of a day that this number stands for, where that is less than the day.
    pub fn of_moment(&self, number: f64, moment: Moment) -> Option<String> {
        let (section, _) = self.chosen(number)?;
        let less = section.partial || matches!(section.sort, Sort::Time | Sort::Weekday);
        less.then(|| clock::moment(&section.parts, moment).trim().to_owned())
            .filter(|shown| !shown.is_empty())
    }

    /// Whether it shows less than a day of one.
    pub fn shows_parts(&self) -> bool {
        self.numbers.iter().any(|section| section.partial)
    }

    /// Whether it may show less of a number than there is: fewer decimals.
    pub fn may_round(&self) -> bool {
        self.numbers.iter().any(|section| section.sort == Sort::Digits)
    }

    /// Whether it has words for some numbers, and says nothing of this one: Excel fills the cell with `#`,
    /// or shows the number itself.
    pub fn leaves_open(&self, number: f64) -> bool {
        let has_words =
            |section: &Section| section.condition.is_some() && section.sort == Sort::Literal;
        self.numbers.iter().any(has_words) && self.chosen(number).is_none()
    }

    /// What is shown of a text, where that is another one.
    pub fn of_text(&self, text: &str) -> Option<String> {
        let section = self.text.as_ref()?;
        let shown = render::text(section, text);
        let shown = shown.trim();
        (shown != text.trim()).then(|| shown.to_owned())
    }

    /// The section that shows a number, and the number as it does: without its sign where the section
    /// is the one of negative numbers. None where Excel fills the cell with `#`.
    fn chosen(&self, number: f64) -> Option<(&Section, f64)> {
        let [first, rest @ ..] = self.numbers.as_slice() else {
            return self.text.as_ref().map(|text| (text, number));
        };
        if self.numbers.iter().all(|section| section.condition.is_none()) {
            return Some(match rest {
                [negative, ..] if number < 0.0 => (negative, -number),
                [_, zero] if number == 0.0 => (zero, number),
                [..] => (first, number),
            });
        }
        let fits = |section: &Section| section.condition.is_none_or(|holds| holds.of(number));
        match rest {
            [] => fits(first).then_some((first, number)),
            [_] => self.numbers.iter().find(|section| fits(section)).map(|it| (it, number)),
            [second, third, ..] => {
                let negative = second.condition.is_none() && number < 0.0;
                let second_fits = second.condition.map_or(negative, |holds| holds.of(number));
                let value = if negative { -number } else { number };
                Some(match (fits(first), second_fits) {
                    (true, _) => (first, number),
                    (false, true) => (second, value),
                    (false, false) => (third, number),
                })
            }
        }
    }
}

#[cfg(test)]
mod tests;
