//! How a mapping workbook looks, and where the words of its dropdowns stand.
//!
//! Must not know: what is in the tables.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// The hidden sheet that holds the words of the dropdowns.
const LISTS: &str = "muster_lists";

/// Lines below the last that are formatted and have dropdowns too.
pub(super) const SPARE: u32 = 10;

/// Title and explanation.
pub(super) fn title(
    sheet: &mut Worksheet,
    title: &str,
    explanation: &str,
) -> Result<(), XlsxError> {
    let big = Format::new().set_bold().set_font_size(16).set_font_color(0x1F_2A44);
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(0, 0, title, &big)?;
    let small = Format::new()
        .set_text_wrap()
        .set_font_color(0x5F_6368)
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Left);
    sheet.set_row_height(1, 36)?;
    sheet.merge_range(1, 0, 1, 5, explanation, &small)?;
    Ok(())
}

/// A heading.
pub(super) fn heading_style() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(0xFF_FFFF)
        .set_background_color(0x3C_4A5E)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(0xD0_D4DA)
        .set_num_format("@")
}

/// Text that Excel leaves alone, in a thin frame.
pub(super) fn cell_style(tint: Option<u32>) -> Format {
    // What a header holds must not become a formula when its cell is edited.
    let style = Format::new()
        .set_quote_prefix()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(0xD0_D4DA);
    tint.map_or(style.clone(), |colour| style.set_background_color(colour))
}

/// The words of the dropdowns, one column for each set.
#[derive(Default)]
pub(super) struct Lists(Vec<Vec<String>>);

impl Lists {
    /// Where a set's words stand.
    pub(super) fn range(&mut self, words: Vec<String>) -> String {
        let at = self.0.iter().position(|known| *known == words).unwrap_or_else(|| {
            self.0.push(words);
            self.0.len() - 1
        });
        let column = crate::sheet::address::column_name(u32::try_from(at).unwrap_or(u32::MAX));
        let count = self.0.get(at).map_or(1, Vec::len).max(1);
        format!("'{LISTS}'!${column}$1:${column}${count}")
    }

    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?;
        sheet.set_hidden(true);
        for (column, words) in (0u16..).zip(&self.0) {
            for (row, word) in (0u32..).zip(words) {
                sheet.write_string(row, column, word)?;
            }
        }
        Ok(())
    }
}
