//! What holds of every input, however broken: shared by the bounded property tests (`laws`) and by
//! the targets of `fuzz/`, whose inputs are bytes. Each function panics where its law does not hold.
//!
//! Must not know: who made the input.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::sync::Arc;

use muster::bind::search;
use muster::bind::{self, BindOptions, Binding, DateOrder, Names, ReadOptions};
use muster::check::types::{self, Context, Notes};
use muster::check::{Record, Value};
use muster::intake::again::AgainSheet;
use muster::intake::{self, At, FileHead, FileRows, IntakeOptions, Sink, Stop};
use muster::kinds;
use muster::mapping::workbook::{self, Page};
use muster::mapping::{HeaderRef, Mapping, RecordMapping};
use muster::plan::Job;
use muster::problem::{Arg, Code, Complaint, Lang, Place, Problem, Severity};
use muster::sheet::address::{MAX_COLUMNS, MAX_ROW};
use muster::sheet::{Held, Outline, RawCell, RawRow, Spans, Stream as _};
use muster::source::{self, Book, Format, OpenOptions};
use muster::spec::{CustomType, FieldType, KindId};

/// Any sheet that has a first row is one of talents by it.
const ANY_SHEET: &str = "version = 1\n[[record]]\nkind = \"talent\"\nheader_row = 1\n[record.defaults]\n\"basic_info.name\" = \"X\"\n";

/// A file of any format: what can be read of it is read the same twice, in rising rows, and the
/// sums of its intake close.
pub(crate) fn file(bytes: &[u8]) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let shown: Arc<str> = Arc::from(file.path().to_string_lossy().as_ref());
    let mut extent = Extent { file: Arc::clone(&shown), sheets: BTreeMap::new() };
    match source::open(file.path(), &shown, &OpenOptions::default()) {
        Ok(mut book) => {
            for sheet in 0..book.sheets().len() {
                rows(&mut book, sheet, &mut extent);
            }
            book.digest().unwrap();
        }
        Err(problem) => extent.holds(&problem),
    }
    take_in(file.path(), &extent, IntakeOptions::default());
    let mapping = Mapping::parse(ANY_SHEET, &shown).unwrap();
    let order =
        IntakeOptions { mapping: Some(mapping), allow_keyless: true, ..IntakeOptions::default() };
    take_in(file.path(), &extent, order);
}

/// A valid package around the parts: a worksheet, shared strings, styles, a workbook, separated by
/// NUL; what is left out is as in the simplest workbook.
pub(crate) fn package(parts: &[u8]) {
    const RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const WORKBOOK_RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    const WORKBOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let mut parts = parts.split(|byte| *byte == 0);
    let mut next = |default: &'static str| {
        parts.next().filter(|part| !part.is_empty()).unwrap_or(default.as_bytes())
    };
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", next("<worksheet/>")),
        ("xl/sharedStrings.xml", next("<sst/>")),
        ("xl/styles.xml", next("<styleSheet/>")),
        ("xl/workbook.xml", next(WORKBOOK)),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text).unwrap();
    }
    file(&zip.finish().unwrap().into_inner());
}

/// How far a file's sheets reach, as they were read: their last row and width by name.
struct Extent {
    file: Arc<str>,
    sheets: BTreeMap<Option<Arc<str>>, (u32, usize)>,
}

impl Extent {
    fn hold(&self, problems: &[Problem]) {
        for problem in problems {
            self.holds(problem);
        }
    }

    /// The problem can be said, and its place is in the file: at most at the row behind the last,
    /// which could not be read.
    fn holds(&self, problem: &Problem) {
        let place = &problem.place;
        assert_eq!(place.file.as_deref(), Some(&*self.file), "{problem:?}");
        said(problem);
        if place.row.is_none() && place.column.is_none() {
            return;
        }
        let (last, width) = self.sheets.get(&place.sheet).copied().unwrap_or_default();
        assert!(place.row.is_none_or(|row| (1..=last + 1).contains(&row)), "{problem:?} of {last}");
        let beyond = place.row == Some(last + 1);
        let inside = |column: u32| beyond || (column as usize) < width;
        assert!(place.column.is_none_or(inside), "{problem:?} of {width} columns");
    }
}

/// It has words in both languages.
fn said(problem: &Problem) {
    for lang in [Lang::Zh, Lang::En] {
        assert!(!problem.complaint.message(lang).is_empty(), "{problem:?}");
        assert!(!problem.line(lang).is_empty(), "{problem:?}");
        problem.complaint.say(lang);
    }
}

fn rows(book: &mut Book, sheet: usize, extent: &mut Extent) {
    let name = book.sheets()[sheet].name.clone();
    let outline = book.outline(sheet);
    let first = pass(book, sheet);
    let again = pass(book, sheet);
    assert_eq!(first.content, again.content, "read twice, two things");
    assert_eq!(first.end, again.end);
    let known = extent.sheets.entry(name).or_default();
    *known = (known.0.max(first.last), known.1.max(first.width));
    for problem in outline.err().iter().chain(&again.end) {
        extent.holds(problem);
    }
}

/// What one pass over a sheet came to.
struct Pass {
    content: u64,
    last: u32,
    width: usize,
    end: Option<Problem>,
}

fn pass(book: &mut Book, sheet: usize) -> Pass {
    let is_text = matches!(book.format(), Format::Csv { .. });
    let mut hasher = DefaultHasher::new();
    let mut pass = Pass { content: 0, last: 0, width: 0, end: None };
    let mut row = RawRow::new();
    match book.rows(sheet) {
        Err(problem) => pass.end = Some(problem),
        Ok(mut rows) => loop {
            match rows.next(&mut row) {
                Ok(true) => {}
                Ok(false) => break,
                Err(problem) => {
                    pass.end = Some(problem);
                    break;
                }
            }
            assert!(row.number() > pass.last, "row {} after {}", row.number(), pass.last);
            assert!(is_text || row.number() <= MAX_ROW, "row {}", row.number());
            assert!(row.width() <= MAX_COLUMNS as usize, "{} cells", row.width());
            pass.last = row.number();
            pass.width = pass.width.max(row.width());
            row.number().hash(&mut hasher);
            for cell in row.cells() {
                content(cell).hash(&mut hasher);
            }
        },
    }
    pass.content = hasher.finish();
    pass
}

/// A cell's content as text, of a number its bits.
fn content(cell: RawCell<'_>) -> String {
    match cell {
        RawCell::Empty => String::new(),
        RawCell::Text(text) => {
            // What fills a cell up is taken off, and told, where the cell is read.
            assert!(!text.is_empty() && !text.trim_matches('\0').contains('\0'));
            format!("t{text}")
        }
        RawCell::Number(number) => {
            assert!(number.is_finite());
            format!("n{}", number.to_bits())
        }
        RawCell::Bool(truth) => truth.to_string(),
        RawCell::Moment(moment) => format!("{}T{}", moment.date, moment.time),
        RawCell::Dressed(dressed) => {
            let held = match dressed.held {
                Held::Number(number) => content(RawCell::Number(number)),
                Held::Text(text) | Held::Struck(text) | Held::Link(text) => {
                    content(RawCell::Text(text))
                }
                Held::Moment(moment) => content(RawCell::Moment(moment)),
            };
            format!("d{} of {held}", dressed.face)
        }
        RawCell::Fault(fault) => {
            assert!(!fault.text().is_empty());
            format!("f{fault}")
        }
    }
}

fn take_in(path: &Path, extent: &Extent, order: IntakeOptions) {
    let order = IntakeOptions { files: vec![path.to_owned()], ..order };
    let mut counted = Counted { extent, records: BTreeMap::new(), rows: 0 };
    match intake::run(&order, &mut counted) {
        Ok(totals) => {
            let sum = totals.made + totals.rejected + totals.blank + totals.skipped;
            assert_eq!(totals.rows, sum, "{totals:?}");
            assert_eq!(totals.records, counted.records, "{totals:?}");
            let [file] = totals.files.as_slice() else { panic!("{totals:?}") };
            assert_eq!((totals.rows, counted.rows), (file.rows, file.rows));
            assert_eq!((totals.blank, totals.skipped), (file.blank, file.skipped));
        }
        Err(Stop::Input(problems)) => {
            assert!(problems.iter().any(|problem| problem.severity() == Severity::Error));
            extent.hold(&problems);
        }
        Err(Stop::Unclear(unclear)) => extent.hold(&[unclear.problem]),
        Err(Stop::Changed(_) | Stop::Sink(_)) => panic!("nothing changed, nothing is written"),
    }
}

/// Counts what it is handed and looks at every place.
struct Counted<'a> {
    extent: &'a Extent,
    records: BTreeMap<KindId, (u64, u64)>,
    rows: u64,
}

impl Sink for Counted<'_> {
    fn file(&mut self, head: &FileHead) -> Result<(), Complaint> {
        assert_eq!(head.name, self.extent.file);
        Ok(())
    }

    fn sheet(
        &mut self,
        place: &Place,
        header: &[String],
        all: &[Binding],
        _hidden: &Spans,
    ) -> Result<(), Complaint> {
        let width = self.extent.sheets.get(&place.sheet).map_or(0, |(_, width)| *width);
        assert!(header.len() <= width && !all.is_empty());
        all.iter().for_each(well_bound);
        Ok(())
    }

    fn within(&mut self, place: &Place, _: &Spans) -> Result<(), Complaint> {
        assert!(self.extent.sheets.contains_key(&place.sheet));
        Ok(())
    }

    fn child(&mut self, _: AgainSheet) -> Result<(), Complaint> {
        panic!("no mapping names a child sheet")
    }

    fn record(
        &mut self,
        at: &At<'_>,
        record: Record,
        _: Option<Job>,
        told: &[Problem],
    ) -> Result<(), Complaint> {
        self.records.entry(record.kind().id).or_default().0 += 1;
        assert!(at.place.row.is_some() && at.rows > 0);
        assert!(told.iter().all(|problem| problem.severity() == Severity::Warning), "{told:?}");
        self.extent.hold(told);
        Ok(())
    }

    fn rejected(&mut self, at: &At<'_>, kind: KindId, told: &[Problem]) -> Result<(), Complaint> {
        self.records.entry(kind).or_default().1 += 1;
        assert!(at.place.row.is_some() && at.rows > 0);
        assert!(told.iter().any(|problem| problem.severity() == Severity::Error), "{told:?}");
        self.extent.hold(told);
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Complaint> {
        self.extent.holds(&problem);
        Ok(())
    }

    fn file_end(&mut self, rows: &FileRows) -> Result<(), Complaint> {
        self.rows = rows.rows;
        Ok(())
    }
}

/// No place is fed twice, and virtual columns alone are behind the header's.
fn well_bound(binding: &Binding) {
    let mut paths: Vec<&str> = binding.columns.iter().map(|column| &*column.path).collect();
    let places = paths.len();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), places, "a place is fed twice");
    let width = binding.shape.width;
    let virtual_columns = binding.columns.iter().any(|column| column.index >= width);
    assert!(!virtual_columns || !binding.shape.derives.is_empty());
    let useless = binding.unbound.iter().chain(&binding.ignored);
    assert!(useless.into_iter().all(|column| column.index < width));
}

/// Rows of text, in lines and between tabs: the header among them is the same each time, and bound,
/// written back and bound again it is the same binding, by its texts and by its paths.
pub(crate) fn header(text: &str) {
    let rows: Vec<RawRow> = (1..).zip(text.lines().take(30)).map(row).collect();
    let find = |rows: &[RawRow]| search::header(rows, &Outline::default(), kinds::ALL, None);
    let Some(found) = find(&rows) else {
        assert!(find(&rows).is_none());
        return;
    };
    let again = find(&rows).unwrap();
    assert_eq!((found.index, texts(&found.row)), (again.index, texts(&again.row)));
    assert_eq!(found.last_row, rows[found.index].number());
    assert!(found.first_row <= found.last_row);
    let width = rows.iter().map(RawRow::width).max().unwrap_or_default();
    assert!(found.row.width() <= width && found.levels.len() <= width);
    for kind in kinds::ALL {
        let Some(binding) = bound(kind.id, &found, &found.row, None) else { continue };
        assert_eq!(binding.header_row, found.last_row);
        let back = bound(kind.id, &found.row, &found.row, None).unwrap();
        assert_eq!(fed(&back), fed(&binding), "bound again by its texts: {:?}", texts(&found.row));
        let mut by_path = RawRow::new();
        by_path.reset(1);
        for column in &binding.columns {
            by_path.put(column.index, RawCell::Text(&column.path));
        }
        // A path does not say what sort of document a number is of.
        if !binding.implied_document {
            let back = bound(kind.id, &by_path, &by_path, None).unwrap();
            assert_eq!(fed(&back), fed(&binding), "bound again by its paths");
        }
    }
}

fn row((number, line): (u32, &str)) -> RawRow {
    let mut row = RawRow::new();
    row.reset(number);
    line.split('\t').for_each(|cell| row.push(RawCell::Text(cell)));
    row
}

fn texts(row: &RawRow) -> Vec<String> {
    let text = |cell| if let RawCell::Text(text) = cell { text } else { "" };
    row.cells().map(|cell| text(cell).to_owned()).collect()
}

fn fed(binding: &Binding) -> Vec<(usize, &str)> {
    let mut fed: Vec<_> = binding.columns.iter().map(|c| (c.index, &*c.path)).collect();
    fed.sort_unstable();
    fed
}

/// The binding of a header with this row, or problems that all lie within it.
fn bound<'a>(
    kind: KindId,
    header: impl Into<Names<'a>>,
    row: &RawRow,
    mapping: Option<&RecordMapping>,
) -> Option<Binding> {
    let place = Place::file(&Arc::from("a.csv"));
    let how = BindOptions { mapping, tables: &HashMap::new(), allow_keyless: false, accept: None };
    let (binding, problems) = match bind::bind(kinds::of(kind), header, &place, &how) {
        Ok(binding) => {
            well_bound(&binding);
            let warnings = binding.warnings.clone();
            (Some(binding), warnings)
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            (None, problems)
        }
    };
    for problem in &problems {
        said(problem);
        assert_eq!(problem.severity() == Severity::Error, binding.is_none());
        assert_eq!(problem.place.row, Some(row.number()));
        let inside = |column: u32| (column as usize) < row.width();
        assert!(problem.place.column.is_none_or(inside), "{problem:?}");
    }
    binding
}

/// A text in every form and order of a date: what is read prints as a day that reads as itself, in
/// whatever order, and two orders that both read agree unless the text needs one.
pub(crate) fn date(text: &str) {
    let mut cells = vec![RawCell::Text(text)];
    if let Ok(number) = text.trim().parse::<f64>()
        && number.is_finite()
    {
        cells.push(RawCell::Number(number));
    }
    for cell in cells {
        let orders = [None, Some(DateOrder::Ymd), Some(DateOrder::Dmy), Some(DateOrder::Mdy)];
        let [plain, ordered @ ..] = orders.map(|order| day(cell, order));
        if let Ok(plain) = plain {
            for day in ordered.into_iter().flatten() {
                assert_eq!(day, plain, "an order is needed after all");
            }
        }
    }
}

/// The day of a cell, as `YYYY-MM-DD`; none where it is blank.
fn day(cell: RawCell<'_>, order: Option<DateOrder>) -> Result<Option<String>, Code> {
    let plain = typed(FieldType::Date, cell, order);
    let midnight = typed(FieldType::DateMidnight, cell, order);
    let with_time = |day: Option<String>| day.map(|day| format!("{day} 00:00:00"));
    assert_eq!(plain.clone().map(with_time), midnight);
    for end in [false, true] {
        let millis = typed(FieldType::DateMillis { end }, cell, order);
        // What says that it begins is no end.
        let begins = matches!(cell, RawCell::Text(text) if text.trim_end().ends_with(['-', '—']));
        if end && begins && millis.is_err() {
            continue;
        }
        if let (Ok(Some(day)), false) = (&plain, matches!(cell, RawCell::Text("9999-12-31"))) {
            // Before 1973 and after 1966 a timestamp has too few digits to be known as one.
            let millis = millis.unwrap().unwrap();
            if millis.trim_start_matches('-').len() >= 12 {
                let back = typed(FieldType::Date, RawCell::Text(&millis), None);
                assert_eq!(back.unwrap().as_ref(), Some(day), "of {millis}");
            }
        }
    }
    let customs = [CustomType::Date, CustomType::Month, CustomType::Year, CustomType::Range];
    for ty in customs {
        typed(FieldType::Custom(ty), cell, order).ok();
    }
    plain
}

/// A cell read as that type. What it gives reads as itself, with nothing to tell.
fn typed(
    ty: FieldType,
    cell: RawCell<'_>,
    order: Option<DateOrder>,
) -> Result<Option<String>, Code> {
    let reading = ReadOptions { dates: order, ..ReadOptions::default() };
    let context = Context::new(&reading);
    match types::read(ty, cell, &context, &mut Notes::default()) {
        Ok(None) => Ok(None),
        Ok(Some(Value::Text(day))) => {
            let day = day.to_string();
            if matches!(ty, FieldType::Date | FieldType::DateMidnight) {
                let mut notes = Notes::default();
                let again = types::read(ty, RawCell::Text(&day), &context, &mut notes);
                assert_eq!(again.ok().flatten(), Some(Value::Text(day.as_str().into())), "{day}");
                assert!(notes.warnings.is_empty(), "{day}");
            }
            Ok(Some(day))
        }
        Ok(Some(Value::Int(_) | Value::List(_))) => panic!("no date"),
        Err(complaint) => {
            assert!(!complaint.say(Lang::Zh).is_empty() && !complaint.say(Lang::En).is_empty());
            Err(complaint.code)
        }
    }
}

/// A mapping file: what is wrong is told in order, at a line and column that it has; what is right
/// finds and binds a header of the names that it lists.
pub(crate) fn mapping(text: &str) {
    let shown: Arc<str> = Arc::from("mapping.toml");
    match Mapping::parse(text, &shown) {
        Err(problems) => {
            assert!(!problems.is_empty());
            let places: Vec<_> = problems.iter().map(|problem| within(text, problem)).collect();
            assert!(places.is_sorted(), "{places:?}");
        }
        Ok(mapping) => mapping.records.iter().for_each(used),
    }
}

/// A mapping that is filled in as a workbook, its sheets between form feeds, in lines and between
/// tabs: what is wrong is told at a cell that it has.
pub(crate) fn table(text: &str) {
    let shown: Arc<str> = Arc::from("对照表.xlsx");
    let page = |(number, text): (usize, &str)| Page {
        name: Arc::from(format!("第 {number} 页")),
        rows: (1..).zip(text.lines()).map(row).collect(),
    };
    let pages: Vec<Page> = (1..).zip(text.split('\u{C}')).map(page).collect();
    let problems = match workbook::mapping(&pages, &shown) {
        Ok(mapping) => return mapping.records.iter().for_each(used),
        Err(problems) => problems,
    };
    assert!(!problems.is_empty());
    for problem in problems {
        said(&problem);
        if problem.code() != Code::MappingTableMissing {
            let page = pages.iter().find(|page| Some(&page.name) == problem.place.sheet.as_ref());
            let (page, row) = (page.expect("a sheet"), problem.place.row.expect("a row"));
            assert!((row as usize) <= page.rows.len().max(1), "row {row}");
        }
    }
}

/// Line and column of a problem, inside the text.
fn within(text: &str, problem: &Problem) -> (usize, usize) {
    said(problem);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let [line, column, ..] = problem.complaint.args.as_slice() else { panic!("{problem:?}") };
    let number = |arg: &Arg| arg.pick(Lang::En).parse().unwrap();
    let (line, column): (usize, usize) = (number(line), number(column));
    assert!(line >= 1 && column >= 1, "{line}:{column}");
    let length = text.split('\n').nth(line - 1).map(|line| line.chars().count());
    assert!(length.is_some_and(|length| column <= length + 1), "{line}:{column} of {length:?}");
    (line, column)
}

fn used(record: &RecordMapping) {
    record.applies_to("名单 2024.csv", None);
    record.applies_to("fix-a.xlsx", Some("员工"));
    let columns = record.columns.iter().map(|(header, _)| header);
    let named: Vec<&HeaderRef> =
        columns.chain(&record.ignore).chain(record.key_column.as_ref()).collect();
    let mut row = RawRow::new();
    row.reset(record.header_row.unwrap_or(1));
    for header in named {
        row.push(RawCell::Text(&header.text));
    }
    let rows = [row];
    let kind = [kinds::of(record.kind)];
    if let Some(header) = search::header(&rows, &Outline::default(), &kind, Some(record)) {
        bound(record.kind, &header, &header.row, Some(record));
    }
}
