//! One CSV record after another, by quotes, delimiter and line ends (LF, CRLF, CR), with what the
//! usual parsers do not tell: a quote that is still open at the end, text behind a closing quote,
//! and the line breaks within quotes.
//!
//! Own code, not a crate: `csv` takes an unclosed quote for the end of the file without a word,
//! and its line numbers are wrong after blank lines and for CR-only files. A test holds this
//! splitter to what `csv` says where both are sound.
//!
//! Must not know: encodings, files, row numbers.

/// Where a field is within its record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// First byte of the content, behind an opening quote.
    pub(super) start: usize,
    /// One past the content's last byte.
    pub(super) end: usize,
    /// How it is written.
    pub(super) form: Form,
    /// Line breaks within its quotes.
    pub(super) breaks: u32,
}

/// How a field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Without quotes, or with quotes that mean nothing.
    Plain,
    /// In quotes.
    Quoted,
    /// In quotes, holding quotes written twice.
    Escaped,
    /// In quotes, with text behind the closing quote.
    Stray,
}

/// What a step found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A whole record; the next one starts `next` bytes after this one.
    Record {
        /// Length of the record with its line end.
        next: usize,
    },
    /// The bytes end within the record: give more and step again.
    More,
    /// The input ends within quotes.
    Unclosed,
}

#[derive(Clone, Copy, Debug)]
enum State {
    Start,
    Plain,
    Quoted,
    Closed,
    Trailing,
}

/// Splits records into fields; keeps its place in a record that has not arrived in full.
pub(super) struct Splitter {
    delimiter: u8,
    stops: [bool; 256],
    state: State,
    at: usize,
    start: usize,
    end: usize,
    escaped: bool,
    fields: Vec<Field>,
}

impl Splitter {
    /// A splitter for fields separated by `delimiter`.
    pub(super) fn new(delimiter: u8) -> Self {
        let mut stops = [false; 256];
        for byte in [delimiter, b'\r', b'\n'] {
            stops[usize::from(byte)] = true;
        }
        Self {
            delimiter,
            stops,
            state: State::Start,
            at: 0,
            start: 0,
            end: 0,
            escaped: false,
            fields: Vec::new(),
        }
    }

    /// Forget the record, begin the next.
    pub(super) fn begin(&mut self) {
        self.state = State::Start;
        self.at = 0;
        self.fields.clear();
    }

    /// What separates the fields.
    pub(super) const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The fields found so far.
    pub(super) fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Whether the place reached is within quotes.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.state, State::Quoted)
    }

    /// Line breaks within the quotes of the fields found so far.
    pub(super) fn breaks(&self) -> u64 {
        self.fields.iter().map(|field| u64::from(field.breaks)).sum()
    }

    /// The length of a record with its line end, if it is one as nearly all are: whole, and without
    /// quotes but round fields. Of any other nothing is known, and [`Self::step`] goes through it.
    pub(super) fn plain(&mut self, bytes: &[u8]) -> Option<usize> {
        self.begin();
        let length = self.try_plain(bytes);
        if length.is_none() {
            self.fields.clear();
        }
        length
    }

    fn try_plain(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut start = 0;
        loop {
            if bytes.get(start) == Some(&b'"') {
                let length = memchr::memchr(b'"', bytes.get(start + 1..)?)?;
                let (first, end) = (start + 1, start + 1 + length);
                let breaks = line_breaks(&bytes[first..end]);
                self.fields.push(Field { start: first, end, form: Form::Quoted, breaks });
                start = end + 1;
            } else {
                let rest = bytes.get(start..)?;
                let length = end_of_field(self.delimiter, rest)?;
                let end = start + length;
                self.fields.push(Field { start, end, form: Form::Plain, breaks: 0 });
                start = end;
            }
            match (*bytes.get(start)?, bytes.get(start + 1)) {
                (byte, _) if byte == self.delimiter => start += 1,
                (b'\n', _) => return self.without_return(&bytes[..start]).then_some(start + 1),
                (b'\r', Some(b'\n')) => {
                    return self.without_return(&bytes[..start]).then_some(start + 2);
                }
                // Text or another quote behind a field.
                (_, _) => return None,
            }
        }
    }

    /// Whether a record, without its LF, has no CR but one at its end, which is none of the last
    /// field's.
    fn without_return(&mut self, record: &[u8]) -> bool {
        let Some(at) = memchr::memchr(b'\r', record) else { return true };
        let Some(last) = self.fields.last_mut() else { return false };
        let is_end = at + 1 == record.len() && last.form == Form::Plain && last.end == record.len();
        if is_end {
            last.end = at;
        }
        is_end
    }

    /// Go on in `record`, which holds at least what the last step saw; `last` when nothing follows.
    pub(super) fn step(&mut self, record: &[u8], last: bool) -> Step {
        loop {
            match self.state {
                State::Start => match record.get(self.at) {
                    None if !last => return Step::More,
                    Some(b'"') => {
                        self.at += 1;
                        self.start = self.at;
                        self.escaped = false;
                        self.state = State::Quoted;
                    }
                    Some(_) | None => {
                        self.start = self.at;
                        self.state = State::Plain;
                    }
                },
                State::Plain | State::Trailing => {
                    let rest = &record[self.at..];
                    let stop = rest.iter().position(|byte| self.stops[usize::from(*byte)]);
                    self.at += stop.unwrap_or(rest.len());
                    if stop.is_none() && !last {
                        return Step::More;
                    }
                    if let Some(step) = self.close(record, last) {
                        return step;
                    }
                }
                State::Quoted => {
                    let rest = &record[self.at..];
                    let Some(quote) = rest.iter().position(|byte| *byte == b'"') else {
                        self.at = record.len();
                        return if last { Step::Unclosed } else { Step::More };
                    };
                    self.end = self.at + quote;
                    self.at = self.end + 1;
                    self.state = State::Closed;
                }
                State::Closed => match record.get(self.at) {
                    None if !last => return Step::More,
                    Some(b'"') => {
                        self.at += 1;
                        self.escaped = true;
                        self.state = State::Quoted;
                    }
                    Some(byte) if !self.stops[usize::from(*byte)] => self.state = State::Trailing,
                    Some(_) | None => {
                        if let Some(step) = self.close(record, last) {
                            return step;
                        }
                    }
                },
            }
        }
    }

    /// End the field at `at`, which is a delimiter, a line end or the end of the input.
    fn close(&mut self, record: &[u8], last: bool) -> Option<Step> {
        let next = match record.get(self.at) {
            Some(b'\r') => match record.get(self.at + 1) {
                None if !last => return Some(Step::More),
                Some(b'\n') => self.at + 2,
                Some(_) | None => self.at + 1,
            },
            Some(_) => self.at + 1,
            None => self.at,
        };
        let field = self.field(record);
        self.fields.push(field);
        if record.get(self.at) == Some(&self.delimiter) {
            self.at = next;
            self.state = State::Start;
            None
        } else {
            Some(Step::Record { next })
        }
    }

    fn field(&self, record: &[u8]) -> Field {
        let written = if self.escaped { Form::Escaped } else { Form::Quoted };
        let (end, form) = match self.state {
            State::Start | State::Plain | State::Quoted => (self.at, Form::Plain),
            State::Closed => (self.end, written),
            State::Trailing => {
                let blank = record[self.end + 1..self.at].iter().all(|byte| *byte == b' ');
                (self.end, if blank { written } else { Form::Stray })
            }
        };
        let breaks = match form {
            Form::Plain => 0,
            Form::Quoted | Form::Escaped | Form::Stray => line_breaks(&record[self.start..end]),
        };
        Field { start: self.start, end, form, breaks }
    }
}

/// How many bytes stand before the delimiter, an LF or a quote. Most fields are short: eight bytes at
/// once, and only then as many as the processor can.
fn end_of_field(delimiter: u8, bytes: &[u8]) -> Option<usize> {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    const TOP: u64 = EACH << 7;
    const SHORT: usize = 4;
    let [delimiters, line_feeds, quotes] =
        [delimiter, b'\n', b'"'].map(|byte| EACH * u64::from(byte));
    // The lowest bit is of the first byte that is zero; those above it may be of none.
    let zeros = |word: u64| word.wrapping_sub(EACH) & !word & TOP;
    let (words, _) = bytes.as_chunks();
    for (at, word) in words.iter().take(SHORT).enumerate() {
        let word = u64::from_le_bytes(*word);
        let stops = zeros(word ^ delimiters) | zeros(word ^ line_feeds) | zeros(word ^ quotes);
        if stops != 0 {
            return Some(at * 8 + stops.trailing_zeros() as usize / 8);
        }
    }
    let looked_at = words.len().min(SHORT) * 8;
    let rest = memchr::memchr3(delimiter, b'\n', b'"', bytes.get(looked_at..)?)?;
    Some(looked_at + rest)
}

/// Line ends in `bytes`: LF, CRLF or CR.
fn line_breaks(bytes: &[u8]) -> u32 {
    let mut count = 0u32;
    let mut before = 0u8;
    for byte in bytes {
        count += u32::from(*byte == b'\r' || (*byte == b'\n' && before != b'\r'));
        before = *byte;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records(bytes: &[u8], piece: usize) -> (Vec<Vec<Vec<u8>>>, Option<Step>) {
        let (mut out, mut start, mut have) = (Vec::new(), 0, 0);
        let mut splitter = Splitter::new(b',');
        loop {
            if start == bytes.len() {
                return (out, None);
            }
            match splitter.step(&bytes[start..have], have == bytes.len()) {
                Step::More => have = (have + piece).min(bytes.len()),
                Step::Unclosed => return (out, Some(Step::Unclosed)),
                Step::Record { next } => {
                    let record = &bytes[start..];
                    out.push(splitter.fields().iter().map(|f| content(record, *f)).collect());
                    start += next;
                    splitter.begin();
                }
            }
        }
    }

    fn content(record: &[u8], field: Field) -> Vec<u8> {
        let text = String::from_utf8_lossy(&record[field.start..field.end]).into_owned();
        if field.form == Form::Escaped { text.replace("\"\"", "\"") } else { text }.into_bytes()
    }

    proptest! {
        #[test]
        fn it_says_what_the_csv_crate_says_where_quotes_are_sound(
            text in "([a\u{4e2d} ,\n\r\"]|\r\n|,\"|\",|\"\n){0,40}", piece in 1usize..7,
        ) {
            let (ours, end) = records(text.as_bytes(), piece);
            let stray = {
                let mut splitter = Splitter::new(b',');
                let (mut start, mut found) = (0, false);
                while start < text.len() {
                    splitter.begin();
                    match splitter.step(&text.as_bytes()[start..], true) {
                        Step::Record { next } => {
                            let odd = |f: &Field| f.form == Form::Stray
                                || (f.form != Form::Plain && text.as_bytes()[start..].get(f.end + 1) == Some(&b' '));
                            found |= splitter.fields().iter().any(odd);
                            start += next;
                        }
                        Step::More | Step::Unclosed => break,
                    }
                }
                found
            };
            prop_assume!(end.is_none() && !stray);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<Vec<u8>>> = reader
                .byte_records()
                .map(|r| r.unwrap().iter().map(<[u8]>::to_vec).collect())
                .collect();
            // The crate leaves blank lines out; we count them.
            let ours: Vec<_> = ours.into_iter().filter(|r| *r != [Vec::<u8>::new()]).collect();
            let theirs: Vec<_> = theirs.into_iter().filter(|r| *r != [Vec::<u8>::new()]).collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn a_plain_record_is_split_as_any_other(
            text in "([a\u{4e2d} ,;\n\r\"]|\r\n|,\"|\",|\"\n|[a-z]{1,20}|\u{ac}{9}){0,40}", semicolon in proptest::bool::ANY,
        ) {
            let delimiter = if semicolon { b';' } else { b',' };
            let (mut fast, mut slow) = (Splitter::new(delimiter), Splitter::new(delimiter));
            let mut rest = text.as_bytes();
            while !rest.is_empty() {
                slow.begin();
                let quick = fast.plain(rest);
                let Step::Record { next } = slow.step(rest, true) else {
                    prop_assert_eq!(quick, None);
                    break;
                };
                if quick.is_some() {
                    prop_assert_eq!(quick, Some(next));
                    prop_assert_eq!(format!("{:?}", fast.fields()), format!("{:?}", slow.fields()));
                } else {
                    prop_assert!(fast.fields().is_empty());
                }
                rest = &rest[next..];
            }
        }

        #[test]
        fn pieces_do_not_matter(text in "[a,\n\r\"]{0,30}", piece in 1usize..5) {
            prop_assert_eq!(records(text.as_bytes(), piece), records(text.as_bytes(), 1000));
        }
    }

    #[test]
    fn a_quote_that_stays_open_is_told() {
        assert_eq!(records(b"a,b\n\"c,d\ne,f\n", 3).1, Some(Step::Unclosed));
    }
}
