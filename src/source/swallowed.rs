//! Quotes that are not paired: two of them, each alone in its own row, make all that stands between one
//! cell, and the rows there are rows no more. What the file says then is sound to every parser, and
//! nobody's.
//!
//! Must not know: headers, what is said of it.

use super::split::{Field, Form};
use crate::sheet::RowsWithin;

/// So many fields make a line that fits by chance unlikely, where so many lines fit.
const FIELDS: usize = 4;
const LINES: usize = 2;

/// Figures in a row that only numbers of people and their phones have.
const FIGURES: usize = 8;

/// The first field of a record that holds whole lines of data in its quotes.
pub(super) fn rows(record: &str, fields: &[Field], delimiter: u8) -> Option<RowsWithin> {
    let column = (0..fields.len()).find(|at| holds_rows(record, fields, *at, delimiter))?;
    Some(RowsWithin { column, lines: fields.get(column)?.breaks })
}

fn holds_rows(record: &str, fields: &[Field], at: usize, delimiter: u8) -> bool {
    let Some(field) = fields.get(at).filter(|field| field.breaks > 0) else { return false };
    match field.form {
        Form::Plain => false,
        // The quote that ends it began another field.
        Form::Stray => true,
        Form::Quoted | Form::Escaped => {
            let text = &record[field.start..field.end];
            // Nearly every text of many lines has fewer delimiters than as many rows.
            let delimiters = memchr::memchr_iter(delimiter, text.as_bytes()).count();
            let width = fields.len();
            width > 1
                && delimiters == field.breaks as usize * (width - 1)
                && fits(text, at, width, delimiter)
        }
    }
}

/// Whether a text is cut out of rows of so many fields: the first line from behind the delimiters of
/// the field's own column on, the last up to there, and each between them whole. Few lines, or of few
/// fields, may be so by chance, unless something in them is like nothing but a cell.
fn fits(text: &str, column: usize, width: usize, delimiter: u8) -> bool {
    let count = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count();
    let text = text.replace("\r\n", "\n");
    let mut lines = text.split(['\n', '\r']);
    let Some(first) = lines.next() else { return false };
    let rest: Vec<&str> = lines.collect();
    let Some((last, whole)) = rest.split_last() else { return false };
    count(first) == width - 1 - column
        && count(last) == column
        && whole.iter().all(|line| count(line) == width - 1)
        && (width >= FIELDS && rest.len() >= LINES
            || rest.iter().any(|line| is_of_a_person(line))
            || first.split_once(char::from(delimiter)).is_some_and(|(_, own)| is_of_a_person(own)))
}

/// Whether a line holds an address of mail, or a long number.
fn is_of_a_person(line: &str) -> bool {
    let mut run = 0;
    line.bytes().any(|byte| {
        run = if byte.is_ascii_digit() { run + 1 } else { 0 };
        run == FIGURES || byte == b'@'
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::split::{Splitter, Step};

    /// The column of the first record that holds rows, and how many.
    fn found(text: &str) -> Option<(usize, u32)> {
        let mut splitter = Splitter::new(b',');
        let Step::Record { next } = splitter.step(text.as_bytes(), true) else { panic!("{text}") };
        let within = rows(&text[..next], splitter.fields(), b',')?;
        Some((within.column, within.lines))
    }

    #[test]
    fn rows_between_two_quotes_that_are_not_paired_are_found() {
        let stray =
            "刘洋,\"内推,13800138003,x3@e.com\n陈静,无,1,x\n吴丹,\"已面\",13800138009,x9@e.com\n";
        assert_eq!(found(stray), Some((1, 2)), "text behind the quote");
        let last = "刘洋,13800138003,\"开朗\n陈静,13800138004,好\n吴丹,13800138009,小胖\"\n";
        assert_eq!(found(last), Some((2, 2)), "sound to every parser");
        let middle = "刘洋,\"清华,1\r\n陈静,北大\",2\r\n";
        assert_eq!(found(middle), None, "one line, which may be chance");
        let middle = "刘洋,\"清华,13800138003\r\n陈静,北大\",13800138009\r\n";
        assert_eq!(found(middle), Some((1, 1)), "the first one's phone is within");
        let middle = "刘洋,\"清华,1\nx@e.com,北大\",13800138009\n";
        assert_eq!(found(middle), Some((1, 1)));
        let wide = "a,\"b,c,d\ne,f,g,h\ni,j\",k,l\n";
        assert_eq!(found(wide), Some((1, 2)), "many fields, many lines");
    }

    #[test]
    fn a_text_of_many_lines_is_one() {
        for text in [
            "张三,\"会写代码\n爱看书\",13800138003\n",
            "张三,\"擅长：Java,Go\n也会 Python\",13800138003\n",
            "张三,13800138003,\"2018-2022,清华,本科\n2022-2025,北大,硕士\"\n",
            "张三,13800138003,\"请联系\n李四,13900139000\"\n",
            "\"a\nb\"\n",
            "张三,\"a \"\"b\"\"\nc\",d\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
