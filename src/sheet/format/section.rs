//! The sections of a format code, and their parts.
//!
//! Must not know: values.

use super::clock;
use super::numerals::Numerals;
use super::part::{Part, Sort, Unit};

/// One section: what it shows, in its order.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) sort: Sort,
    pub(super) parts: Vec<Part>,
    /// It shows less than a day of one.
    pub(super) partial: bool,
    /// The numbers that it is for, where it says so.
    pub(super) condition: Option<Condition>,
    /// Its digits stand in groups of three.
    pub(super) grouped: bool,
    /// How many times it divides by a thousand.
    pub(super) thousands: u32,
    /// How many times it multiplies by a hundred.
    pub(super) hundreds: u32,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    less: bool,
    equal: bool,
    greater: bool,
    with: f64,
}

impl Condition {
    /// `=1`, `<>0`, `>=100`.
    fn parse(text: &str) -> Option<Self> {
        let operator = text.trim_start_matches(['<', '>', '=']);
        let (sign, with) = text.split_at(text.len() - operator.len());
        let with = with.trim().parse().ok()?;
        let (less, equal, greater) = match sign {
            "=" => (false, true, false),
            "<" => (true, false, false),
            ">" => (false, false, true),
            "<=" => (true, true, false),
            ">=" => (false, true, true),
            "<>" => (true, false, true),
            _ => return None,
        };
        Some(Self { less, equal, greater, with })
    }

    /// Whether it holds of a number.
    pub(super) fn of(self, number: f64) -> bool {
        match number.total_cmp(&self.with) {
            std::cmp::Ordering::Less => self.less,
            std::cmp::Ordering::Equal => self.equal,
            std::cmp::Ordering::Greater => self.greater,
        }
    }
}

/// Every section of a code.
pub(super) fn all(code: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut rest = code.chars();
    loop {
        let mut reader = Reader::default();
        let more = reader.section(&mut rest);
        sections.push(reader.finish());
        if !more {
            return sections;
        }
    }
}

/// Reads one section.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "what was seen, one by one")]
struct Reader {
    parts: Vec<Part>,
    condition: Option<Condition>,
    general: bool,
    text: bool,
    date: bool,
    /// The section is in another language than Chinese.
    foreign: bool,
    /// It has letters that stand for an era or its years.
    era: bool,
    other: bool,
    numerals: Option<Numerals>,
    hundreds: u32,
    /// Commas behind the last digit, which divide unless a digit follows.
    commas: u32,
    grouped: bool,
}

impl Reader {
    /// Up to the next `;`; whether there was one.
    fn section(&mut self, code: &mut std::str::Chars<'_>) -> bool {
        while let Some(c) = code.next() {
            match c {
                ';' => return true,
                '"' => {
                    let quoted = code.by_ref().take_while(|c| *c != '"');
                    self.parts.extend(quoted.map(Part::Literal));
                }
                // An exclamation mark is how Chinese and Japanese Excel writes a backslash.
                '\\' | '!' => self.parts.extend(code.next().map(Part::Literal)),
                '_' => self.parts.extend(code.next().map(|_| Part::Literal(' '))),
                '*' => drop(code.next()),
                '[' => {
                    let inner: String = code.by_ref().take_while(|c| *c != ']').collect();
                    self.bracket(&inner);
                }
                '0' | '#' | '?' => {
                    self.grouped |= self.commas > 0 && !self.parts.contains(&Part::Point);
                    self.commas = 0;
                    self.parts.push(Part::Digit(c));
                }
                ',' if self.has_digits() => self.commas += 1,
                '.' if !self.parts.contains(&Part::Point) => self.parts.push(Part::Point),
                '%' => {
                    self.hundreds += 1;
                    self.parts.push(Part::Literal('%'));
                }
                '@' => {
                    self.text = true;
                    self.parts.push(Part::Value);
                }
                '/' if self.has_digits() => {
                    self.other |= self.parts.contains(&Part::Slash);
                    self.parts.push(Part::Slash);
                }
                'E' | 'e' if self.has_digits() && code.as_str().starts_with(['+', '-']) => {
                    self.other = true;
                }
                'G' | 'g' if is_general(code) => {
                    self.general = true;
                    self.parts.push(Part::Value);
                }
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => self.unit(c, code),
                'a' | 'A' if skips(code, "m/pm") || skips(code, "/p") => {
                    self.put(Unit::Halves { chinese: false });
                }
                '上' if skips(code, "午/下午") => self.put(Unit::Halves { chinese: true }),
                'a' | 'A' if code.as_str().starts_with("aa") => self.unit(c, code),
                c => {
                    self.era |= matches!(c, 'g' | 'G' | 'e' | 'E' | 'b' | 'B' | 'r' | 'R');
                    self.parts.push(Part::Literal(c));
                }
            }
        }
        false
    }

    /// A part of a day or a time: its first letter was read, the others of its kind follow.
    fn unit(&mut self, letter: char, code: &mut std::str::Chars<'_>) {
        let letter = letter.to_ascii_lowercase();
        let rest = code.as_str();
        let more =
            rest.len() - rest.trim_start_matches(|c: char| c.eq_ignore_ascii_case(&letter)).len();
        *code = rest[more..].chars();
        self.put(Unit::of(letter, more + 1));
    }

    fn put(&mut self, unit: Unit) {
        self.date = true;
        self.parts.push(Part::Unit(unit));
    }

    fn has_digits(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Digit(_)))
    }

    /// A condition, a currency with its language, elapsed time, numerals in words, a colour.
    fn bracket(&mut self, inner: &str) {
        let lower = inner.to_ascii_lowercase();
        if let Some(currency) = inner.strip_prefix('$') {
            let (sign, language) = currency.split_once('-').unwrap_or((currency, ""));
            self.parts.extend(sign.chars().map(Part::Literal));
            self.foreign |= is_foreign(language);
        } else if let Some(unit) = Unit::elapsed(lower.as_bytes()) {
            self.put(unit);
        } else if lower == "dbnum1" {
            self.numerals = Some(Numerals::Plain);
        } else if lower == "dbnum2" {
            self.numerals = Some(Numerals::Formal);
        } else if lower.starts_with("dbnum") || lower.starts_with("natnum") {
            self.other = true;
        } else if let Some(condition) = Condition::parse(inner) {
            self.condition = Some(condition);
        }
    }

    fn finish(self) -> Section {
        let parts = clock::settled(self.parts);
        let plain = self.numerals.is_none() && !self.era;
        let partial = self.date && plain && clock::is_partial(&parts, self.foreign);
        let sort = if self.date {
            clock::sort(&parts, self.foreign)
        } else if self.other || self.numerals.is_some() && self.grouped {
            Sort::Other
        } else if let Some(numerals) = self.numerals {
            if self.text { Sort::Other } else { Sort::Numerals(numerals) }
        } else if parts.contains(&Part::Slash) {
            if is_fraction(&parts) { Sort::Fraction } else { Sort::Other }
        } else if self.text {
            Sort::Text
        } else if parts.iter().any(|part| matches!(part, Part::Digit(_))) {
            Sort::Digits
        } else if self.general {
            Sort::General
        } else {
            Sort::Literal
        };
        Section {
            sort,
            partial,
            condition: self.condition,
            grouped: self.grouped,
            thousands: self.commas,
            hundreds: self.hundreds,
            parts,
        }
    }
}

/// `General`, of which the first letter was read, or its name in Chinese; passes over it.
fn is_general(code: &mut std::str::Chars<'_>) -> bool {
    ["eneral", "/通用格式"].iter().any(|rest| skips(code, rest))
}

/// Whether the code goes on so, in letters of either size; passes over it.
fn skips(code: &mut std::str::Chars<'_>, word: &str) -> bool {
    let ahead = code.as_str().get(..word.len());
    let is_so = ahead.is_some_and(|ahead| ahead.eq_ignore_ascii_case(word));
    if is_so {
        *code = code.as_str()[word.len()..].chars();
    }
    is_so
}

/// What may stand beside a figure and says no more than the figure.
pub(super) const fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¥' | '￥' | '€' | '£' | ' ')
}

/// Whether a language, as `-411` names it, is another one than Chinese.
fn is_foreign(language: &str) -> bool {
    const CHINESE: u32 = 0x04;
    let number = language.split(',').next().and_then(|code| u32::from_str_radix(code, 16).ok());
    number.is_some_and(|number| !matches!(number & 0x3FF, 0 | CHINESE))
}

/// Whether a fraction is nothing but its placeholders, blanks and a number below the line.
fn is_fraction(parts: &[Part]) -> bool {
    parts.iter().all(|part| match part {
        Part::Digit(_) | Part::Slash => true,
        Part::Literal(c) => *c == ' ' || c.is_ascii_digit(),
        Part::Point | Part::Value | Part::Unit(_) => false,
    })
}

impl Section {
    /// Whether each number looks like itself; `negative`: it is for numbers below zero, and shows
    /// their sign itself.
    pub(super) fn is_plain(&self, negative: bool) -> bool {
        match self.sort {
            Sort::Date | Sort::Other => true,
            Sort::General => {
                let is_number = |part: &&Part| !matches!(part, Part::Literal(_));
                self.parts.iter().filter(is_number).eq([&Part::Value])
                    && self.condition.is_none()
                    && self.has_plain_ends(negative)
            }
            Sort::Digits => {
                self.condition.is_none()
                    && !self.parts.contains(&Part::Value)
                    && (self.thousands, self.hundreds) == (0, 0)
                    && self.has_plain_ends(negative)
                    && self.has_plain_digits()
            }
            Sort::Literal
            | Sort::Text
            | Sort::Numerals(_)
            | Sort::Weekday
            | Sort::Time
            | Sort::Elapsed
            | Sort::Fraction => false,
        }
    }

    /// Nothing before and behind the number but a currency, and the sign of one that is negative.
    fn has_plain_ends(&self, negative: bool) -> bool {
        let is_number = |part: &Part| !matches!(part, Part::Literal(_));
        let first = self.parts.iter().position(is_number).unwrap_or(0);
        let last = self.parts.iter().rposition(is_number).unwrap_or(0);
        let literals = |parts: &[Part]| -> Vec<char> {
            let literal = |part: &Part| match part {
                Part::Literal(c) if !is_currency(*c) => Some(*c),
                Part::Literal(_)
                | Part::Digit(_)
                | Part::Point
                | Part::Slash
                | Part::Value
                | Part::Unit(_) => None,
            };
            parts.iter().filter_map(literal).collect()
        };
        let ends = (
            literals(&self.parts[..first]),
            literals(&self.parts[last.saturating_add(1).min(self.parts.len())..]),
        );
        match (ends.0.as_slice(), ends.1.as_slice()) {
            ([], []) => !negative,
            (['-'], []) | (['('], [')']) => negative,
            (_, _) => false,
        }
    }

    /// No zero before the point but right before it, no digit apart from the others, no blank of a `?`
    /// between the zeros behind it, and not the two decimals of a year and its month.
    fn has_plain_digits(&self) -> bool {
        let is_digit = |part: &&Part| matches!(part, Part::Digit(_) | Part::Point);
        let first = self.parts.iter().position(|part| is_digit(&part)).unwrap_or(0);
        let last = self.parts.iter().rposition(|part| is_digit(&part)).unwrap_or(0);
        let run = &self.parts[first..=last.min(self.parts.len().saturating_sub(1))];
        let mut halves = run.split(|part| *part == Part::Point);
        let whole = halves.next().unwrap_or(&[]);
        let decimals = halves.next().unwrap_or(&[]);
        let blank = decimals.iter().position(|part| *part == Part::Digit('?'));
        let zero = decimals.iter().rposition(|part| *part == Part::Digit('0'));
        let gaps = blank.zip(zero).is_some_and(|(blank, zero)| blank < zero);
        // Before the point nothing stands behind the zero: `0##` shows three figures of any number.
        let zero = whole.iter().position(|part| *part == Part::Digit('0'));
        let padded = zero.is_some_and(|zero| whole[zero + 1..].iter().any(|part| is_digit(&part)));
        run.iter().all(|part| is_digit(&part))
            && !padded
            && !gaps
            && (self.grouped || decimals.len() != 2)
    }

    /// Whether a text looks like itself.
    pub(super) fn is_plain_text(&self) -> bool {
        let values = self.parts.iter().filter(|part| **part == Part::Value).count();
        let blank = |part: &Part| matches!(part, Part::Value | Part::Literal(' '));
        values == 1 && self.parts.iter().all(blank)
    }
}
