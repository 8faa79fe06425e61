//! What the stream of an `.xls` says beside its values (MS-XLS): hidden rows and columns, filters, how cells
//! are formatted, the links behind them. calamine does not tell.
//!
//! Must not know: values, the file that holds the stream.

use std::collections::HashMap;
use std::io;

use super::bytes::{broken, counted, long, short, wide};
use super::faces::{Face, Faces};
use crate::sheet::{CellRef, Merge, Outline};
use crate::source::styles::Styles;

/// The outlines of all sheets, merged cells aside, with what their cells show, in the order in which the
/// workbook lists them.
pub(super) fn outlines(stream: &[u8]) -> io::Result<Vec<(Outline, Faces)>> {
    let globals = || Records(stream).take_while(|(kind, _)| *kind != EOF);
    let styles = styles(globals());
    let sheets = globals().filter(|(kind, _)| *kind == BOUND_SHEET);
    sheets
        .map(|(_, data)| {
            let sheet = stream.get(long(data, 0)? as usize..);
            Ok(outline(sheet.unwrap_or_default(), &styles))
        })
        .collect()
}

const EOF: u16 = 0x000A;
const BOF: u16 = 0x0809;
const BOUND_SHEET: u16 = 0x0085;
const CODE_PAGE: u16 = 0x0042;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const COLUMN_INFO: u16 = 0x007D;
const FILTER_MODE: u16 = 0x009B;
const ROW: u16 = 0x0208;
const LINK: u16 = 0x01B8;
const FORMULA: u16 = 0x0006;
/// The formula that a range of cells shares, behind the first of them.
const SHARED_FORMULA: u16 = 0x04BC;
/// The last number of a format of which calamine says whether it is a day's. Excel 97 has no others; other
/// programs write them.
const LAST_KNOWN: u32 = 382;
const NUMBERS: u16 = 0x00BD;
/// A cell with one value: a formula, a text, a text with formats of its own, a number, a text, a number. A
/// row, a column and a style come first.
const CELLS: &[u16] = &[FORMULA, 0x00FD, 0x00D6, 0x0203, 0x0204, 0x027E];
/// `fHidden` of `ColInfo`, `fDyZero` of `Row`.
const COLUMN_HIDDEN: u8 = 0x01;
const ROW_HIDDEN: u8 = 0x20;

/// The styles of a workbook's cells.
fn styles<'a>(globals: impl Iterator<Item = (u16, &'a [u8])>) -> Styles {
    let (mut codes, mut styles) = (HashMap::new(), Vec::new());
    let (mut is_wide, mut page) = (true, 1252);
    for (kind, data) in globals {
        match kind {
            BOF => is_wide = short(data, 0).is_ok_and(|version| version >= 0x0600),
            CODE_PAGE => page = short(data, 0).unwrap_or(page),
            STYLE => styles.push(short(data, 2).unwrap_or(0).into()),
            FORMAT => {
                let code = if is_wide { text(data, 2) } else { narrow(data, page) };
                codes.extend(short(data, 0).ok().map(u32::from).zip(code));
            }
            _ => {}
        }
    }
    Styles::new(&styles, &codes, |id| id > LAST_KNOWN)
}

/// A text of Excel 97 and later: how many characters, whether each has one byte or two.
fn text(data: &[u8], at: usize) -> Option<String> {
    let (length, flags) = (usize::from(short(data, at).ok()?), data.get(at + 2)?);
    let bytes = data.get(at + 3..)?;
    if flags & 1 == 1 {
        return Some(wide(bytes.get(..2 * length)?));
    }
    Some(bytes.get(..length)?.iter().map(|byte| char::from(*byte)).collect())
}

/// The format code of an earlier Excel, in the workbook's code page.
fn narrow(data: &[u8], page: u16) -> Option<String> {
    let bytes = data.get(3..)?.get(..usize::from(*data.get(2)?))?;
    let encoding = codepage::to_encoding(page).unwrap_or(encoding_rs::WINDOWS_1252);
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// What the records of a sheet say; those of charts within it are left out.
fn outline(sheet: &[u8], styles: &Styles) -> (Outline, Faces) {
    let (mut outline, mut faces) = (Outline::default(), Faces::default());
    let mut depth = 0u32;
    let note = |faces: &mut Faces, row: u16, column: u16, style: u16| {
        if let Some(format) = styles.format(style.into()) {
            faces.note((row.into(), column.into()), Face::Format(format.clone()));
        }
    };
    for (kind, data) in Records(sheet) {
        let number = |at| short(data, at).unwrap_or(0);
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth > 1 => {}
            FILTER_MODE => outline.filtered = true,
            ROW if data.get(12).is_some_and(|flags| flags & ROW_HIDDEN != 0) => {
                let row = u32::from(number(0)) + 1;
                outline.hidden_rows.add(row..=row);
            }
            COLUMN_INFO if data.get(8).is_some_and(|flags| flags & COLUMN_HIDDEN != 0) => {
                if let (Ok(first), Ok(last)) = (short(data, 0), short(data, 2)) {
                    // The last of 256 columns can be said to be the one behind it.
                    outline.hidden_columns.add(first.into()..=last.min(255).into());
                }
            }
            kind if CELLS.contains(&kind) => {
                note(&mut faces, number(0), number(2), number(4));
                if let (FORMULA, Some(formula)) = (kind, data.get(22..)) {
                    let base =
                        || Some((short(formula, 1).ok()?.into(), short(formula, 3).ok()?.into()));
                    faces.linking.formula((number(0).into(), number(2).into()), formula, base);
                }
            }
            SHARED_FORMULA => faces.linking.shared(data.get(8..).unwrap_or_default()),
            NUMBERS => {
                // A style and a number of four bytes for each cell, and at the end the last column.
                let each = data.get(4..).unwrap_or_default().chunks_exact(6);
                for (column, cell) in (number(2)..).zip(each) {
                    note(&mut faces, number(0), column, short(cell, 0).unwrap_or(0));
                }
            }
            LINK => {
                if let Ok((cells, to, place)) = link(data) {
                    faces.links.add(cells, &to, &place);
                }
            }
            _ => {}
        }
    }
    (outline, faces)
}

/// What a link's record has (MS-OSHARED 2.3.7.1): an address, one that is written out, a name to show, a
/// frame, a place.
const HAS_ADDRESS: u32 = 0x001;
const HAS_PLACE: u32 = 0x008;
const HAS_NAME: u32 = 0x010;
const HAS_FRAME: u32 = 0x080;
const WRITTEN_OUT: u32 = 0x100;
/// The first bytes of the two sorts of address: one of the web, one of a file.
const WEB: [u8; 4] = [0xE0, 0xC9, 0xEA, 0x79];
const OF_FILE: [u8; 4] = [0x03, 0x03, 0x00, 0x00];

/// The cells of a link, the address behind them, and the place within what that leads to. An address of
/// another sort is told to be there, and is empty.
///
/// # Errors
/// The record is cut off, or leads to a place of the workbook itself.
fn link(data: &[u8]) -> io::Result<(Merge, String, String)> {
    let cell = |row, column| {
        let (row, column) = (short(data, row)?, short(data, column)?);
        Ok::<_, io::Error>(CellRef::new(u32::from(row) + 1, column.into()))
    };
    let cells = Merge { first: cell(0, 4)?, last: cell(2, 6)? };
    let flags = long(data, 28)?;
    let mut at = 32;
    let text = |at: &mut usize| {
        let (text, next) = counted(data, *at).ok_or_else(broken)?;
        *at = next;
        Ok::<_, io::Error>(text)
    };
    for named in [HAS_NAME, HAS_FRAME] {
        if flags & named != 0 {
            text(&mut at)?;
        }
    }
    let to = match (flags & HAS_ADDRESS != 0, flags & WRITTEN_OUT != 0) {
        (false, _) => return Err(broken()),
        (true, true) => text(&mut at)?,
        (true, false) => {
            let sort: [u8; 4] = long(data, at)?.to_le_bytes();
            at += 16;
            match sort {
                WEB => {
                    let length = long(data, at)? as usize;
                    let bytes = data.get(at + 4..).and_then(|rest| rest.get(..length));
                    at += 4 + length;
                    wide(bytes.ok_or_else(broken)?)
                }
                OF_FILE => file(data, &mut at)?,
                _ => return Ok((cells, String::new(), String::new())),
            }
        }
    };
    let place = if flags & HAS_PLACE == 0 { String::new() } else { text(&mut at)? };
    Ok((cells, to, place))
}

/// The path of a file: how many folders up, the path in the narrow characters of some system, and once more
/// in UTF-16 where those do not do. `at` is moved behind it.
fn file(data: &[u8], at: &mut usize) -> io::Result<String> {
    let up = usize::from(short(data, *at)?).min(256);
    let length = long(data, *at + 2)? as usize;
    let path = data.get(*at + 6..).and_then(|rest| rest.get(..length)).ok_or_else(broken)?;
    let rest = *at + 6 + length + 24;
    let more = long(data, rest)? as usize;
    *at = rest + 4 + more;
    let path = if more == 0 {
        path.iter().take_while(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
    } else {
        let length = long(data, rest + 4)? as usize;
        let path = data.get(rest + 10..).and_then(|path| path.get(..length));
        wide(path.ok_or_else(broken)?)
    };
    Ok("../".repeat(up) + &path)
}

/// The records of a stream: a type, a length, bytes. What is cut off is left out.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (short(self.0, 0).ok()?, short(self.0, 2).ok()?);
        let (data, rest) = self.0.get(4..)?.split_at_checked(length.into())?;
        self.0 = rest;
        Some((kind, data))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Epoch, Held, RawCell, RawRow};
    use crate::source::foreign::values::CellContent;

    fn record(kind: u16, data: &[&[u8]]) -> Vec<u8> {
        let data = data.concat();
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), &data].concat()
    }

    fn shorts(numbers: &[u16]) -> Vec<u8> {
        numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    fn seen(faces: &Faces, at: (u32, u32), number: f64) -> String {
        let mut row = RawRow::new();
        row.reset(at.0 + 1);
        let held = (CellContent::Number(number), None);
        if !faces.put(&mut row, at, held, Epoch::Y1900) {
            return "no more".to_owned();
        }
        let RawCell::Dressed(dressed) = row.cell(at.1 as usize) else { unreachable!() };
        dressed.face.to_owned()
    }

    /// A workbook of Excel 5 with its code page, and one of Excel 97: what several numbers in one record
    /// show, and what those of a chart in the sheet do not.
    #[test]
    fn formats_are_those_of_the_cells() {
        let (gbk, _, _) = encoding_rs::GBK.encode("0\"号\"");
        let narrow = [&shorts(&[164])[..], &[u8::try_from(gbk.len()).unwrap()], &gbk].concat();
        let wide = [&shorts(&[164, 4])[..], &[1], &shorts(&[0x30, 0x22, 0x53F7, 0x22])].concat();
        for (version, format) in [(0x0500, narrow), (0x0600, wide)] {
            let begin = || record(BOF, &[&shorts(&[version, 5])]);
            let mut sheet = begin();
            sheet.extend(record(NUMBERS, &[&shorts(&[2, 1, 1, 0, 0, 0, 0, 0, 2])]));
            sheet.extend(
                [begin(), record(0x0203, &[&shorts(&[5, 5, 1])]), record(EOF, &[])].concat(),
            );
            sheet.extend(record(0x0203, &[&shorts(&[7, 0, 1, 0])]));
            sheet.extend(record(EOF, &[]));
            let globals = |start: u32| {
                [
                    begin(),
                    record(CODE_PAGE, &[&shorts(&[936])]),
                    record(FORMAT, &[&format]),
                    record(STYLE, &[&shorts(&[0, 0])]),
                    record(STYLE, &[&shorts(&[0, 164])]),
                    record(BOUND_SHEET, &[&start.to_le_bytes()]),
                    record(EOF, &[]),
                ]
                .concat()
            };
            let start = u32::try_from(globals(0).len()).unwrap();
            let outlines = outlines(&[globals(start), sheet].concat()).unwrap();
            let [(_, faces)] = &outlines[..] else { unreachable!() };
            let seen = [(2, 1), (2, 2), (7, 0), (5, 5)].map(|at| seen(faces, at, 7.0));
            assert_eq!(seen, ["7号", "no more", "7号", "no more"], "{version}");
        }
    }

    /// The one sheet of a workbook of Excel 97 with these formats, as styles from 0 on, and records.
    fn faces_of(formats: &[(u16, &str)], records: &[Vec<u8>]) -> Faces {
        let begin = || record(BOF, &[&shorts(&[0x0600, 5])]);
        let format = |(id, code): &(u16, &str)| {
            let units: Vec<u16> = code.encode_utf16().collect();
            let head = shorts(&[*id, u16::try_from(units.len()).unwrap()]);
            record(FORMAT, &[&head, &[1], &shorts(&units)])
        };
        let globals = |start: u32| {
            let formats =
                formats.iter().map(|it| [format(it), record(STYLE, &[&shorts(&[0, it.0])])]);
            let formats = formats.flatten().collect::<Vec<_>>().concat();
            let sheet = record(BOUND_SHEET, &[&start.to_le_bytes()]);
            [begin(), formats, sheet, record(EOF, &[])].concat()
        };
        let start = u32::try_from(globals(0).len()).unwrap();
        let stream = [globals(start), begin(), records.concat(), record(EOF, &[])].concat();
        outlines(&stream).unwrap().pop().unwrap().1
    }

    /// calamine reads no format above 382, which Excel 97 does not write and other programs do.
    #[test]
    fn a_day_is_one_whatever_number_its_format_has() {
        let cell = |column: u16| record(0x0203, &[&shorts(&[0, column, column])]);
        let formats =
            [(383, "yyyy-mm-dd"), (0x0200, "yyyy\"年\"m\"月\""), (164, "yyyy-mm-dd"), (400, "0")];
        let faces = faces_of(&formats, &[cell(0), cell(1), cell(2), cell(3)]);
        let put = |column: u32| {
            let mut row = RawRow::new();
            row.reset(1);
            let held = (CellContent::Number(45_000.0), None);
            let is_put = faces.put(&mut row, (0, column), held, Epoch::Y1900);
            is_put.then(|| matches!(row.cell(column as usize).whole(), RawCell::Moment(_)))
        };
        assert_eq!([put(0), put(1)], [Some(true); 2]);
        assert_eq!([put(2), put(3)], [None; 2], "calamine tells the one; the other is a number");
    }

    /// A formula that several cells share is written once, and calamine passes over it.
    #[test]
    fn a_link_is_known_in_each_cell_that_shares_its_formula() {
        let cell = |row: u16, tokens: &[u8]| {
            let length = shorts(&[u16::try_from(tokens.len()).unwrap()]);
            record(FORMULA, &[&shorts(&[row, 2, 0]), &[0; 14], &length, tokens])
        };
        let sharing = |row| cell(row, &[&[1][..], &shorts(&[1, 2])].concat());
        let formula = [0x44, 1, 0, 1, 0xC0, 0x42, 1, 0x67, 0x01];
        let written_once =
            record(SHARED_FORMULA, &[&[1, 0, 2, 0, 2, 2, 0, 2], &shorts(&[9]), &formula]);
        let faces = faces_of(&[], &[sharing(1), written_once, sharing(2), cell(3, &[0x1E, 7, 0])]);
        let seen = [1, 2, 3].map(|at| {
            let mut row = RawRow::new();
            row.reset(at + 1);
            let held = (CellContent::Text("查看"), None);
            faces.put(&mut row, (at, 2), held, Epoch::Y1900);
            matches!(row.cell(2), RawCell::Dressed(it) if it.held == Held::Link(""))
        });
        assert_eq!(seen, [true, true, false]);
    }

    #[test]
    fn a_link_leads_to_the_web_to_a_file_or_to_a_place() {
        let text = |text: &str| {
            let units: Vec<u16> = text.encode_utf16().chain([0]).collect();
            let length = u32::try_from(units.len()).unwrap().to_le_bytes();
            [&length[..], &shorts(&units)].concat()
        };
        let bytes = |length: u32| length.to_le_bytes();
        let of = |flags: u32, rest: &[&[u8]]| {
            let head = [&shorts(&[1, 2, 3, 3])[..], &[0; 16], &bytes(2), &bytes(flags)].concat();
            link(&[&head[..], &rest.concat()].concat()).ok().map(|(cells, to, place)| {
                assert_eq!(cells, "D2:D3".parse().unwrap());
                format!("{to} {place}")
            })
        };
        let address = shorts(&"https://a".encode_utf16().chain([0]).collect::<Vec<_>>());
        let web =
            [&WEB[..], &[0; 12], &bytes(u32::try_from(address.len()).unwrap()), &address].concat();
        let said = Some("https://a ".to_owned());
        assert_eq!(of(0x03, &[&web]), said);
        assert_eq!(of(0x17, &[&text("看"), &web]), said);
        assert_eq!(of(0x0B, &[&web, &text("S!A1")]), Some("https://a S!A1".to_owned()));
        assert_eq!(of(0x103, &[&text("https://b")]), Some("https://b ".to_owned()));
        assert_eq!(of(0x08, &[&text("S!A1")]), None, "a place of the workbook itself");
        let path = shorts(&"简历.pdf".encode_utf16().collect::<Vec<_>>());
        let length = u32::try_from(path.len()).unwrap();
        let narrow = [&OF_FILE[..], &[0; 12], &shorts(&[1]), &bytes(3), b"x.p", &[0; 24]].concat();
        let file = [&narrow[..], &bytes(length + 6), &bytes(length), &[3, 0], &path].concat();
        assert_eq!(of(0x01, &[&file]), Some("../简历.pdf ".to_owned()));
        assert_eq!(of(0x01, &[&narrow, &bytes(0)]), Some("../x.p ".to_owned()));
        assert_eq!(of(0x01, &[&[9; 16]]), Some(" ".to_owned()), "an address of another sort");
        for cut in 0..web.len() {
            assert_eq!(of(0x03, &[&web[..cut]]), None);
        }
    }
}
