//! How cells look: a name for each style, and the part of the workbook that holds them.
//!
//! Must not know: what the cells mean.

/// How a cell looks. Every style formats its cell as text, so that typing into it keeps digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Text.
    Text,
    /// Text that Excel must not take for a formula when the cell is edited.
    Quoted,
    /// A heading.
    Header,
    /// A heading of muster's own columns in somebody's table.
    OwnHeader,
    /// Several lines, wrapped.
    Wrapped,
    /// Done.
    Good,
    /// Nothing to do.
    Quiet,
    /// To be looked at.
    Warn,
    /// Wrong.
    Bad,
}

impl Style {
    /// Its place in `cellXfs` of [`STYLES`].
    pub(super) const fn index(self) -> u8 {
        self as u8 + 1
    }

    /// An empty cell shows it too.
    pub(super) const fn has_colour(self) -> bool {
        match self {
            Self::Text | Self::Quoted | Self::Wrapped | Self::Quiet => false,
            Self::Header | Self::OwnHeader | Self::Good | Self::Warn | Self::Bad => true,
        }
    }

    /// The style for a text out of somebody's table.
    pub(crate) fn for_text(text: &str) -> Self {
        if matches!(super::super::csv::neutral(text), std::borrow::Cow::Owned(_)) {
            Self::Quoted
        } else {
            Self::Text
        }
    }
}

/// Number format 49 is text; the order of `cellXfs` is that of [`Style`], after the default. Cells stand at
/// the top of their row: beside a remark of many lines they belong to its first.
pub(super) const STYLES: &str = concat!(
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
    "<fonts count=\"6\">",
    "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>",
    "<font><b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/><name val=\"Calibri\"/></font>",
    "<font><sz val=\"11\"/><color rgb=\"FF1B5E20\"/><name val=\"Calibri\"/></font>",
    "<font><sz val=\"11\"/><color rgb=\"FF5F6368\"/><name val=\"Calibri\"/></font>",
    "<font><sz val=\"11\"/><color rgb=\"FF7A4F01\"/><name val=\"Calibri\"/></font>",
    "<font><b/><sz val=\"11\"/><color rgb=\"FF9B1C1C\"/><name val=\"Calibri\"/></font>",
    "</fonts>",
    "<fills count=\"7\">",
    "<fill><patternFill patternType=\"none\"/></fill>",
    "<fill><patternFill patternType=\"gray125\"/></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF3C4A5E\"/></patternFill></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE3F4E6\"/></patternFill></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF3D6\"/></patternFill></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFBE4E4\"/></patternFill></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF9B1C1C\"/></patternFill></fill>",
    "</fills>",
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
    "<cellXfs count=\"10\">",
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/>",
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"6\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/>",
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"2\" fillId=\"3\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"3\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"4\" fillId=\"4\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"5\" fillId=\"5\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "</cellXfs>",
    "</styleSheet>"
);
