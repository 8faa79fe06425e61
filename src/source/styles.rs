//! The number formats of a workbook's cells, as far as they show something else than what a cell
//! holds, and the fonts that strike it out.
//!
//! Must not know: cells.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use super::archive::Archive;
use super::locate::{each_tag, main_part};
use super::tags::meant;
use crate::sheet::NumberFormat;

/// Formats of a workbook that dress what a cell holds.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By a cell's style: its format, where that dresses anything.
    formats: Vec<Option<Style>>,
    /// A style has one that dresses more than decimals.
    any: bool,
    /// A style has one that may leave decimals out.
    rounds: bool,
    /// A style has one that shows less than a day of one.
    parts: bool,
    /// By a cell's style: whether its font strikes it out. Empty where none does.
    struck: Vec<bool>,
}

/// A format that dresses something.
#[derive(Clone, Debug)]
struct Style {
    format: Arc<NumberFormat>,
    dresses: Dresses,
}

/// What a format dresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dresses {
    /// Any number, or texts.
    All,
    /// Days, of which it shows less.
    Days,
    /// Numbers of which it leaves decimals out, and no others.
    Decimals,
}

impl Styles {
    /// Those of a workbook; none where its part is missing or broken, which its parser tells.
    pub(super) fn of(archive: &mut Archive) -> Self {
        read(archive).unwrap_or_default()
    }

    /// The styles of these formats by their numbers, in the order in which cells count them, and the codes
    /// that the workbook gives for some of the numbers. The parser passes over `unread` numbers, and takes
    /// days that they dress for numbers.
    pub(super) fn new(
        styles: &[u32],
        codes: &HashMap<u32, String>,
        unread: impl Fn(u32) -> bool,
    ) -> Self {
        let mut known: HashMap<u32, Option<Style>> = HashMap::new();
        let formats: Vec<_> = styles
            .iter()
            .map(|id| {
                let code = codes.get(id).map(String::as_str).or_else(|| built_in(*id));
                known.entry(*id).or_insert_with(|| dressing(code?, unread(*id))).clone()
            })
            .collect();
        let has = |dresses| formats.iter().flatten().any(|style| style.dresses == dresses);
        let (any, parts) = (has(Dresses::All), has(Dresses::Days));
        let rounds = has(Dresses::Decimals);
        Self { formats, any, rounds, parts, struck: Vec::new() }
    }

    /// No style dresses anything, but for decimals that it leaves out and days of which it shows less,
    /// and none strikes anything out.
    pub(super) const fn is_plain(&self) -> bool {
        !self.any && self.struck.is_empty()
    }

    /// Whether a style strikes out what its cells hold.
    pub(super) fn strikes(&self, style: usize) -> bool {
        self.struck.get(style).is_some_and(|struck| *struck)
    }

    /// Whether a style may leave out decimals of this number.
    pub(super) fn may_round(&self, number: f64) -> bool {
        self.rounds && number.fract() != 0.0
    }

    /// Whether a style may show less than a day of one.
    pub(super) const fn shows_parts(&self) -> bool {
        self.parts
    }

    /// The format of a style that dresses what its cells hold, but for decimals that it leaves out.
    pub(super) fn format(&self, style: usize) -> Option<&Arc<NumberFormat>> {
        let dresses = |style: &&Style| style.dresses != Dresses::Decimals;
        self.style(style).filter(dresses).map(|style| &style.format)
    }

    /// The format of a style that dresses this number.
    pub(super) fn of_number(&self, style: usize, number: f64) -> Option<&Arc<NumberFormat>> {
        let dresses = |style: &&Style| style.dresses != Dresses::Decimals || number.fract() != 0.0;
        self.style(style).filter(dresses).map(|style| &style.format)
    }

    fn style(&self, style: usize) -> Option<&Style> {
        self.formats.get(style)?.as_ref()
    }
}

fn read(archive: &mut Archive) -> io::Result<Styles> {
    let (folder, _) = main_part(archive)?;
    let mut codes: HashMap<u32, String> = HashMap::new();
    let (mut styles, mut fonts): (Vec<u32>, Vec<Option<u32>>) = (Vec::new(), Vec::new());
    let mut striking: Vec<bool> = Vec::new();
    let (mut within, mut in_fonts) = (false, false);
    let number = |bytes: &[u8]| std::str::from_utf8(bytes).ok()?.trim().parse::<u32>().ok();
    each_tag(archive, &format!("{folder}styles.xml"), |tag| {
        let id = tag.attribute(b"numFmtId").and_then(number);
        match tag.name() {
            b"numFmt" => {
                if let (Some(id), Some(code)) = (id, tag.attribute(b"formatCode")) {
                    codes.insert(id, meant(code));
                }
            }
            b"fonts" => in_fonts = !tag.is_end() && !tag.is_empty(),
            b"font" if in_fonts && !tag.is_end() => striking.push(false),
            b"strike" if in_fonts && !tag.is_end() => {
                let is_on = !matches!(tag.attribute(b"val"), Some(b"0" | b"false"));
                striking.last_mut().into_iter().for_each(|font| *font = is_on);
            }
            b"cellXfs" => within = !tag.is_end() && !tag.is_empty(),
            b"xf" if within && !tag.is_end() => {
                styles.push(id.unwrap_or(0));
                fonts.push(tag.attribute(b"fontId").and_then(number));
            }
            _ => {}
        }
    })?;
    let strikes = |font: &Option<u32>| striking.get((*font)? as usize).copied();
    let struck: Vec<bool> = fonts.iter().map(|font| strikes(font).unwrap_or(false)).collect();
    let struck = if struck.contains(&true) { struck } else { Vec::new() };
    Ok(Styles { struck, ..Styles::new(&styles, &codes, |_| false) })
}

/// The format of this code, if it dresses anything; days, too, where those are `unread`.
fn dressing(code: &str, unread: bool) -> Option<Style> {
    let format = NumberFormat::parse(code);
    let dresses = if !format.is_plain() || unread && format.is_date() {
        Dresses::All
    } else if format.shows_parts() {
        Dresses::Days
    } else if format.may_round() {
        Dresses::Decimals
    } else {
        return None;
    };
    Some(Style { format: Arc::new(format), dresses })
}

/// Formats that every workbook has and that dress something (ECMA-376 part 1, 18.8.30).
const fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        12 => "# ?/?",
        13 => "# ??/??",
        // As Excel in China has them (18.8.30, zh-cn), as far as less than a day is shown.
        27 | 36 | 50 | 52 | 57 => r#"yyyy"年"m"月""#,
        28 | 29 | 51 | 53 | 54 | 58 => r#"m"月"d"日""#,
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        // As Excel in China has them (18.8.30, zh-cn).
        32 => r#"h"时"mm"分""#,
        33 => r#"h"时"mm"分"ss"秒""#,
        34 | 55 => r#"上午/下午h"时"mm"分""#,
        35 | 56 => r#"上午/下午h"时"mm"分"ss"秒""#,
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        41 => r#"_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)"#,
        42 => r#"_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)"#,
        43 => r#"_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)"#,
        44 => r#"_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)"#,
        _ => return None,
    })
}
