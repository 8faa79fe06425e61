//! `report.json`, and the form of a problem in every document. Problems are streamed.
//!
//! Must not know: where the problems come from.

use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Balance;
use super::disk::{NewFile, cannot_write};
use crate::journal::{Fate, KindTotals, RunState, Totals};
use crate::kinds;
use crate::problem::{Complaint, Lang, Problem, Severity, shown};
use crate::spec::KindId;

/// How a run ended, in the words of `report.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EndState {
    /// Every record has its fate.
    Finished,
    /// Stopped by a person or a crash; can be resumed.
    Interrupted,
    /// Stopped by the API, the network or a guard.
    Halted,
    /// Nothing was sent, because rows are invalid.
    Blocked,
    /// Given up by a person.
    Abandoned,
    /// Not ended: a process sends it while the report is written.
    Running,
}

impl EndState {
    /// The word for a run as the journal has it. One that is still open was left in the middle.
    pub(crate) const fn of(state: RunState) -> Self {
        match state {
            RunState::Finished => Self::Finished,
            RunState::Draft | RunState::Approved | RunState::Interrupted => Self::Interrupted,
            RunState::Halted => Self::Halted,
            RunState::Blocked => Self::Blocked,
            RunState::Abandoned => Self::Abandoned,
        }
    }
}

/// The tenant of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct TenantLine {
    /// What the configuration calls it.
    pub name: String,
    /// Its base URL.
    pub base_url: String,
    /// The app.
    pub app_id: String,
}

/// What a run's records of one kind are, and where they go, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct KindLine {
    /// The word of flags and results: `talent`, `job_data`.
    pub kind: &'static str,
    /// What a person calls it.
    pub name: &'static str,
    /// The module of Feishu.
    pub module: &'static str,
    /// Its records, however they end.
    pub records: u64,
    /// Of these, made.
    pub created: u64,
}

impl KindLine {
    /// Every kind of a run.
    pub(crate) fn all(totals: &Totals, lang: Lang) -> Vec<Self> {
        let one = |(id, of_kind): &(KindId, KindTotals)| {
            let kind = kinds::of(*id);
            Self {
                kind: id.label(),
                name: kind.name(lang),
                module: kind.module(lang),
                records: of_kind.records(),
                created: of_kind.fate(Fate::Created),
            }
        };
        totals.kinds.iter().map(one).collect()
    }
}

/// One input of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct InputLine {
    /// As the user named it.
    pub file: String,
    /// Of its bytes, hex.
    pub sha256: String,
    /// Its physical rows.
    pub rows: u64,
}

/// What `report.json` says of the run itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RunLine {
    /// The run.
    pub run: i64,
    /// How it ended.
    pub state: EndState,
    /// Where it went.
    pub tenant: TenantLine,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; none while it can be resumed.
    pub finished_at: Option<Timestamp>,
    /// Who ran it.
    pub operator: String,
    /// Which muster.
    pub muster_version: String,
    /// What it read.
    pub inputs: Vec<InputLine>,
    /// Of the mapping file, hex; none without one.
    pub mapping_sha256: Option<String>,
    /// What its records are, and where they went.
    pub kinds: Vec<KindLine>,
    /// When its personal data were erased; absent where they were not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purged_at: Option<Timestamp>,
}

/// The fastest that the run went, from the journal's attempts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct PaceLine {
    /// Requests that create, read and fetch tokens.
    pub requests: u64,
    /// Most requests to one endpoint within any second.
    pub per_second_max: u64,
    /// Most requests to one endpoint within any minute.
    pub per_minute_max: u64,
    /// Answers that said "slower".
    pub throttled: u64,
}

/// One problem, as both documents have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ProblemLine {
    /// A code of the catalogue, or the API's.
    pub code: String,
    /// Error or warning.
    pub severity: Severity,
    /// The input.
    pub file: Option<String>,
    /// Its sheet; none for CSV.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: Option<u32>,
    /// The cell's A1 address, in CSV too.
    pub cell: Option<String>,
    /// The column's header.
    pub header: Option<String>,
    /// The field's API path.
    pub field: Option<String>,
    /// What the cell holds, masked where it is personal.
    pub value: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl ProblemLine {
    /// A problem in one language.
    pub(crate) fn of(problem: &Problem, lang: Lang) -> Self {
        let place = &problem.place;
        Self {
            code: problem.code().id().to_owned(),
            severity: problem.severity(),
            file: place.file.as_deref().map(str::to_owned),
            sheet: place.sheet.as_deref().map(str::to_owned),
            row: place.row,
            cell: place.cell().map(|cell| cell.to_string()),
            header: problem.header.as_deref().map(str::to_owned),
            field: problem.field.as_deref().map(str::to_owned),
            value: problem.value.clone(),
            message: problem.complaint.message(lang),
            hint: problem.complaint.hint(lang),
        }
    }
}

/// Problems as they come from a journal or a check.
pub(crate) type Problems<'a> = dyn Iterator<Item = Result<ProblemLine, Complaint>> + 'a;

/// Write `report.json`.
pub(crate) fn write_report(
    path: &Path,
    run: &RunLine,
    ledger: &Balance,
    pace: &PaceLine,
    decisions: &[Value],
    problems: &mut Problems<'_>,
) -> Result<(), Complaint> {
    let mut file = NewFile::create(path)?;
    let mut head = Map::new();
    head.insert("version".into(), json!(1));
    if let Ok(Value::Object(run)) = serde_json::to_value(run) {
        head.extend(run);
    }
    head.insert("counts".into(), counts(ledger));
    head.insert("pace".into(), json!(pace));
    head.insert("decisions".into(), json!(decisions));
    let wrong = |error: &io::Error| cannot_write(path, error);
    open_list(&mut file, &head).map_err(|error| wrong(&error))?;
    let mut first = true;
    for problem in problems {
        list_item(&mut file, &problem?, &mut first).map_err(|error| wrong(&error))?;
    }
    file.write_all(b"\n]}\n").map_err(|error| wrong(&error))?;
    file.commit()
}

/// The numbers of a run: rows, records and one for each fate.
pub(crate) fn counts(ledger: &Balance) -> Value {
    let mut counts = Map::new();
    counts.insert("rows".into(), json!(ledger.rows));
    counts.insert("blank".into(), json!(ledger.blank));
    counts.insert("skipped".into(), json!(ledger.skipped));
    counts.insert("records".into(), json!(ledger.records));
    for fate in Fate::ALL {
        counts.insert(fate.label().into(), json!(ledger.count(*fate)));
    }
    Value::Object(counts)
}

/// Everything up to the list of problems.
pub(super) fn open_list(out: &mut dyn Write, head: &Map<String, Value>) -> io::Result<()> {
    let text = serde_json::to_string(head)?;
    let text = shown::json(&text);
    out.write_all(text.strip_suffix('}').unwrap_or(&text).as_bytes())?;
    out.write_all(b",\"problems\":[")
}

/// One problem, on a line of its own.
pub(super) fn list_item(
    out: &mut dyn Write,
    problem: &ProblemLine,
    first: &mut bool,
) -> io::Result<()> {
    out.write_all(if std::mem::take(first) { b"\n" } else { b",\n" })?;
    out.write_all(shown::json(&serde_json::to_string(problem)?).as_bytes())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::problem::{Code, Place};
    use std::sync::Arc;

    pub(in super::super) fn problem() -> ProblemLine {
        let place =
            Place { row: Some(14), column: Some(2), ..Place::file(&Arc::from("员工.csv")) };
        let mut problem = Problem::at(place, Complaint::new(Code::Required));
        problem.header = Some(Arc::from("邮箱"));
        ProblemLine::of(&problem, Lang::En)
    }

    pub(in super::super) fn keys(value: &Value) -> Vec<&str> {
        value.as_object().unwrap().keys().map(String::as_str).collect()
    }

    #[test]
    fn the_report_has_the_keys_of_the_contract_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let run = RunLine {
            run: 3,
            state: EndState::Interrupted,
            tenant: TenantLine::default(),
            started_at: Timestamp::UNIX_EPOCH,
            finished_at: None,
            operator: "hr".into(),
            muster_version: "0.1.0".into(),
            inputs: vec![InputLine { file: "员工.csv".into(), sha256: "00".into(), rows: 4 }],
            mapping_sha256: None,
            kinds: Vec::new(),
            purged_at: None,
        };
        let mut ledger = Balance { rows: 4, blank: 1, made: 3, records: 3, ..Balance::default() };
        ledger.add(Fate::Created);
        let mut problems = [Ok(problem()), Ok(problem())].into_iter();
        write_report(
            &path,
            &run,
            &ledger,
            &PaceLine::default(),
            &[json!({"record": 1})],
            &mut problems,
        )
        .unwrap();
        let report: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(
            keys(&report),
            [
                "version",
                "run",
                "state",
                "tenant",
                "started_at",
                "finished_at",
                "operator",
                "muster_version",
                "inputs",
                "mapping_sha256",
                "kinds",
                "counts",
                "pace",
                "decisions",
                "problems"
            ]
        );
        assert_eq!(report["state"], "interrupted");
        assert_eq!(report["counts"]["created"], 1);
        assert_eq!(report["counts"]["not_sent"], 0);
        assert_eq!(keys(&report["counts"]).len(), 14);
        assert_eq!(report["problems"].as_array().unwrap().len(), 2);
        assert_eq!(
            keys(&report["pace"]),
            ["requests", "per_second_max", "per_minute_max", "throttled"]
        );
    }
}
