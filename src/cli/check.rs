//! `muster check`: read, bind, check; send nothing, plan nothing.
//!
//! Must not know: how cells are checked.

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::bind::Binding;
use crate::check::Record;
use crate::config::Settings;
use crate::intake::again::AgainSheet;
use crate::intake::{self, At, FileHead, FileRows, IntakeCounts, Sink};
use crate::journal::Journal;
use crate::plan::{Job, payload};
use crate::problem::{Code, Complaint, Lang, Place, Problem, of_system, shown, shown_path};
use crate::report::check_json::{self, CheckLine, CheckedFile, CheckedSheet};
use crate::report::disk::NewFile;
use crate::report::json::ProblemLine;
use crate::report::marked::{self, Keep};
use crate::report::{Groups, console, missing};
use crate::sheet::Spans;
use crate::source::Digesting;
use crate::spec::{IdTypes, KindId, PerKind};

use super::exit::Exit;
use super::rows::Rows;
use super::wanted::Wanted;
use super::{CommandContext, args, fixing, inputs, names, remembered};

/// Check, and say what was found.
pub(super) fn run(scene: &CommandContext, args: &args::Check) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let mut ordered = match inputs::order(&args.input, printer)? {
        Ok(ordered) => ordered,
        Err(exit) => return Ok(exit),
    };
    ordered.order.show_values = args.show_values;
    if !scene.shared.json {
        ordered.order.open.digesting = Digesting::Untold;
    }
    let settings = scene.settings(false, args.input.files.first().map(PathBuf::as_path))?;
    if settings.journal.exists() {
        // Without a journal that can be read, a fix file is read as any other.
        if let Ok(journal) = Journal::open_read_only(&settings.journal) {
            fixing::recognise(&mut ordered, &journal)?;
        }
    }
    names::know(printer, &settings, &args.input, &mut ordered.order)?;
    names::tell_age(printer, &ordered.order);
    let order = &ordered.order;
    remembered::offer(printer, &settings, order);
    let payloads = args.payloads.as_deref().map(NewFile::create).transpose()?;
    let mut found = Found::new(&settings, payloads, printer.lang)?;
    found.wanted = Wanted::new(order.directory.as_ref());
    let totals = match intake::run(order, &mut found) {
        Ok(totals) => totals,
        Err(stop) => return inputs::stopped(stop, scene),
    };
    if let Some(file) = found.payloads.take() {
        file.commit()?;
    }
    let line = found.line(&totals);
    if scene.shared.json {
        let mut out = Vec::new();
        let mut problems = found.spool.lines(printer.lang)?;
        check_json::print_check(&mut out, &line, &mut problems, None)
            .map_err(|error| Complaint::with(Code::Internal, [error.to_string()]))?;
        printer.document(&String::from_utf8_lossy(&out));
    } else {
        let limit = Some(args.limit_problems);
        if printer.is_quiet() {
            found.groups.forget_columns();
        }
        printer.data(&console::check_summary(&line, &found.groups, limit, printer.lang));
    }
    if let Some(path) = &args.report {
        write_report(&mut found, path, order, scene)?;
    } else if totals.invalid() > 0 && !scene.shared.json {
        printer.say(printer.lang.pick(
            "要在表格里逐行查看和修改：加上 --report 问题.xlsx",
            "to see and repair row by row in a spreadsheet: add --report problems.xlsx",
        ));
    }
    if totals.invalid() > 0 && !scene.shared.json && printer.live() {
        printer.say(printer.lang.pick(
            "方括号里是代码：muster explain 代码 有含义、办法和例子",
            "in brackets are codes: `muster explain CODE` says more, with an example",
        ));
    }
    remembered::remember(printer, &settings, &ordered, &found.sheets);
    Ok(if totals.invalid() > 0 { Exit::Rows } else { Exit::Fine })
}

/// The rows with problems, with what is wrong and what to do beside them.
fn write_report(
    found: &mut Found,
    path: &Path,
    order: &intake::IntakeOptions,
    scene: &CommandContext,
) -> Result<(), Complaint> {
    let lang = scene.printer.lang;
    let mut rows = Rows::new(found.sheets.clone(), order.open.clone());
    let mut marks = found.spool.problems()?.filter_map(|problem| match problem {
        Ok(Spooled { problem, of: Some(place) }) => {
            Some(Ok(marked::mark_at(&problem, &place, lang)))
        }
        Ok(Spooled { problem, of: None }) => {
            problem.place.row.map(|_| Ok(marked::mark_of(&problem, lang)))
        }
        Err(complaint) => Some(Err(complaint)),
    });
    let written = marked::write(path, &mut rows, &mut marks, Keep::Marked, false)?;
    let shown = shown_path(path);
    let rows = console::count(written, "行", "row", "rows", lang);
    scene.printer.say(&crate::tr!(lang, "{rows}写入 {shown}", "{rows} written to {shown}"));
    let missing = std::mem::take(&mut found.wanted).done();
    if !missing.is_empty() {
        let path = beside(path);
        missing.write(&path, lang)?;
        let (shown, entries) = (shown_path(&path), missing.count());
        scene.printer.say(&crate::tr!(
            lang,
            "飞书里还没有的 {entries} 项写入 {shown}：请先新建，再运行 muster refs pull",
            "{entries} things that Feishu lacks written to {shown}: make them first, then run `muster refs pull`"
        ));
    }
    Ok(())
}

/// Where the list of what is to be made stands, beside the report.
pub(super) fn beside(report: &Path) -> PathBuf {
    let path = report.with_file_name(missing::NAME);
    if path == report { report.with_file_name(format!("2-{}", missing::NAME)) } else { path }
}

/// What a check found: sums in memory, problems on disk.
struct Found {
    lang: Lang,
    ids: IdTypes,
    marker: String,
    payloads: Option<NewFile>,
    spool: Spool,
    groups: Groups,
    files: Vec<CheckedFile>,
    sheets: Vec<AgainSheet>,
    /// What rows name and the tenant does not have.
    wanted: Wanted,
}

impl Found {
    fn new(settings: &Settings, payloads: Option<NewFile>, lang: Lang) -> Result<Self, Complaint> {
        Ok(Self {
            lang,
            ids: settings.id_types.clone(),
            marker: settings.marker_field.clone(),
            payloads,
            spool: Spool::new()?,
            groups: Groups::new(),
            files: Vec::new(),
            sheets: Vec::new(),
            wanted: Wanted::default(),
        })
    }

    fn note(&mut self, problem: &Problem, of: Option<&Place>) -> Result<(), Complaint> {
        self.groups.add(problem);
        let own = &problem.place;
        let of = of.filter(|of| (&of.file, &of.sheet, of.row) != (&own.file, &own.sheet, own.row));
        self.spool.put(problem, of)
    }

    fn line(&self, totals: &IntakeCounts) -> CheckLine {
        let count =
            |kind: KindId| totals.records.get(&kind).map_or(0, |(valid, invalid)| valid + invalid);
        CheckLine {
            files: self.files.clone(),
            rows: totals.rows,
            blank: totals.blank,
            skipped: totals.skipped,
            records: PerKind::of(count),
            valid: totals.valid(),
            invalid: totals.invalid(),
        }
    }
}

impl Sink for Found {
    fn file(&mut self, head: &FileHead) -> Result<(), Complaint> {
        self.files.push(CheckedFile {
            file: head.name.to_string(),
            sha256: String::new(),
            format: head.format.clone(),
            evidence: head.evidence.iter().map(|found| found.say(self.lang).to_owned()).collect(),
            rows: 0,
            blank: 0,
            sheets: Vec::new(),
        });
        Ok(())
    }

    fn sheet(
        &mut self,
        place: &Place,
        header: &[String],
        bindings: &[Binding],
        hidden: &Spans,
    ) -> Result<(), Complaint> {
        self.groups.note_table(place.file.as_deref().unwrap_or_default(), place.sheet.as_deref());
        self.sheets.extend(AgainSheet::of(place, header, bindings, hidden));
        self.wanted.sheet(bindings);
        let checked = CheckedSheet {
            sheet: place.sheet.as_deref().map(str::to_owned),
            header_row: bindings.first().map_or(0, |binding| binding.header_row),
            kinds: bindings.iter().map(|binding| binding.kind.id.label()).collect(),
            modules: bindings.iter().map(|binding| binding.kind.module(self.lang)).collect(),
            unbound: bindings
                .first()
                .map(|binding| {
                    let unused = binding.unbound.iter().filter(|column| {
                        !bindings.iter().any(|other| {
                            other.columns.iter().any(|bound| bound.index == column.index)
                        })
                    });
                    unused.map(|column| column.header.to_string()).collect()
                })
                .unwrap_or_default(),
        };
        if let Some(file) = self.files.last_mut() {
            file.sheets.push(checked);
        }
        Ok(())
    }

    fn within(&mut self, place: &Place, rows: &Spans) -> Result<(), Complaint> {
        AgainSheet::leave_out(&mut self.sheets, place, rows);
        Ok(())
    }

    fn child(&mut self, sheet: AgainSheet) -> Result<(), Complaint> {
        let (file, name) = (&sheet.shown, sheet.sheet.as_deref());
        self.groups.note_table(file, name);
        self.sheets.push(sheet);
        Ok(())
    }

    fn takes_sound(&self) -> bool {
        self.payloads.is_some()
    }

    fn record(
        &mut self,
        at: &At<'_>,
        record: Record,
        _job: Option<Job>,
        warnings: &[Problem],
    ) -> Result<(), Complaint> {
        for warning in warnings {
            self.note(warning, Some(at.place))?;
        }
        let Some(file) = &mut self.payloads else { return Ok(()) };
        let line = payload_line(at.place, &record, &self.ids, &self.marker);
        let path = file.path().to_path_buf();
        writeln!(file, "{line}").map_err(|error| crate::report::disk::cannot_write(&path, &error))
    }

    fn rejected(
        &mut self,
        at: &At<'_>,
        _kind: KindId,
        problems: &[Problem],
    ) -> Result<(), Complaint> {
        problems.iter().try_for_each(|problem| {
            self.wanted.see(problem);
            self.note(problem, Some(at.place))
        })
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Complaint> {
        self.note(&problem, None)
    }

    fn file_end(&mut self, rows: &FileRows) -> Result<(), Complaint> {
        if let Some(file) = self.files.last_mut() {
            file.sha256.clone_from(&rows.sha256);
            file.rows = rows.rows;
            file.blank = rows.blank;
        }
        Ok(())
    }
}

/// A line of `--payloads`: the body byte for byte as it would be sent.
fn payload_line(place: &Place, record: &Record, ids: &IdTypes, marker: &str) -> String {
    let text =
        |text: Option<&str>| shown::json(&serde_json::Value::from(text).to_string()).into_owned();
    let query: serde_json::Map<_, _> = record
        .kind()
        .remote
        .query(ids)
        .into_iter()
        .map(|(name, value)| (name, value.into()))
        .collect();
    format!(
        r#"{{"file":{},"sheet":{},"row":{},"kind":"{}","body":{},"query":{}}}"#,
        text(place.file.as_deref()),
        text(place.sheet.as_deref()),
        place.row.unwrap_or(0),
        record.kind().id.label(),
        payload::marked(record, marker),
        serde_json::Value::Object(query),
    )
}

/// A problem, with the row of the record that it is of.
struct Spooled {
    problem: Problem,
    of: Option<Place>,
}

/// Problems on disk, so that a file with a million of them needs no memory.
struct Spool {
    file: BufWriter<File>,
}

impl Spool {
    fn new() -> Result<Self, Complaint> {
        let file = tempfile::tempfile().map_err(|error| unspooled(&error))?;
        Ok(Self { file: BufWriter::new(file) })
    }

    fn put(&mut self, problem: &Problem, of: Option<&Place>) -> Result<(), Complaint> {
        serde_json::to_writer(&mut self.file, &(problem, of))
            .map_err(|error| unspooled(&error.into()))?;
        self.file.write_all(b"\n").map_err(|error| unspooled(&error))
    }

    /// All problems, from the first.
    fn problems(
        &mut self,
    ) -> Result<impl Iterator<Item = Result<Spooled, Complaint>> + use<>, Complaint> {
        self.file.flush().map_err(|error| unspooled(&error))?;
        let mut file = self.file.get_ref().try_clone().map_err(|error| unspooled(&error))?;
        file.rewind().map_err(|error| unspooled(&error))?;
        Ok(BufReader::new(file).lines().map(|line| {
            let line = line.map_err(|error| unspooled(&error))?;
            let (problem, of) =
                serde_json::from_str(&line).map_err(|error| unspooled(&error.into()))?;
            Ok(Spooled { problem, of })
        }))
    }

    fn lines(
        &mut self,
        lang: Lang,
    ) -> Result<impl Iterator<Item = Result<ProblemLine, Complaint>> + use<>, Complaint> {
        Ok(self
            .problems()?
            .filter(|spooled| !spooled.as_ref().is_ok_and(|spooled| spooled.problem.is_of_column()))
            .map(move |spooled| spooled.map(|spooled| ProblemLine::of(&spooled.problem, lang))))
    }
}

fn unspooled(error: &std::io::Error) -> Complaint {
    let folder = std::env::temp_dir().display().to_string();
    Complaint::with(Code::FileUnwritable, [folder.into(), of_system(error)])
}
