//! Each record of a run together with its problems: two streams of the journal, merged.
//!
//! Must not know: any output.

use std::iter::Peekable;

use super::ResultRow;
use super::about::About;
use super::blame::Blamed;
use super::json::{EndState, ProblemLine};
use crate::journal::{Fate, Journal, Problems, RecordRow};
use crate::problem::{
    Arg, Code, Complaint, Lang, Place, Problem, Reason, Severity, Unmade, both, shown,
};

/// A record and everything that is said about it.
pub(super) struct Outcome {
    /// The record.
    pub(super) row: RecordRow,
    /// Its problems, in the order in which they were found.
    pub(super) problems: Vec<Problem>,
    /// Why it is a conflict, not known or a second one, where muster itself found that.
    pub(super) reason: Option<Problem>,
    /// What the API said, without the fields that a column of the input fills.
    rest: Option<Reason>,
    /// Those fields.
    pub(super) blamed: Vec<Blamed>,
}

/// The outcomes of a run, in the order of its records.
pub(super) struct Outcomes<'j> {
    records: crate::journal::Records<'j>,
    problems: Peekable<Problems<'j>>,
    about: &'j About,
}

impl<'j> Outcomes<'j> {
    pub(super) fn of(journal: &'j Journal, about: &'j About) -> Result<Self, Complaint> {
        let problems = journal.problems(about.run).peekable();
        Ok(Self { records: journal.records(about.run)?, problems, about })
    }

    /// The problems of this record; those of no record are passed over.
    fn problems_of(&mut self, record: u32) -> Result<Vec<Problem>, Complaint> {
        let mut found = Vec::new();
        while let Some(next) = self.problems.next_if(|next| match next {
            Ok(problem) => problem.record.is_none_or(|of| of <= record),
            Err(_) => true,
        }) {
            let next = next?;
            if next.record == Some(record) {
                found.push(next.problem);
            }
        }
        Ok(found)
    }
}

impl Iterator for Outcomes<'_> {
    type Item = Result<Outcome, Complaint>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = match self.records.next()? {
            Ok(row) => row,
            Err(complaint) => return Some(Err(complaint)),
        };
        let problems = self.problems_of(row.record);
        let (rest, blamed) = match (row.fate, &row.reason) {
            (Fate::Refused, Some(said)) => {
                let place = (&*row.file, row.sheet.as_deref());
                let (rest, blamed) = self.about.fields.blame(place, row.kind, said);
                (Some(rest), blamed)
            }
            (
                Fate::Refused
                | Fate::Created
                | Fate::Existing
                | Fate::Unchanged
                | Fate::Changed
                | Fate::Invalid
                | Fate::Conflict
                | Fate::Blocked
                | Fate::Unknown
                | Fate::NotSent,
                said,
            ) => (said.clone(), Vec::new()),
        };
        let reason = reason(&row, self.about);
        Some(problems.map(|problems| Outcome { row, problems, reason, rest, blamed }))
    }
}

impl Outcome {
    /// The line of `results.csv`. What the API said comes before what `check` said.
    pub(super) fn line(&self, lang: Lang) -> ResultRow {
        let row = &self.row;
        let (code, message) = match (&self.reason, self.told(lang)) {
            // With the line that settles it.
            (Some(reason), _) if row.fate == Fate::Unknown => {
                (Some(reason.code().id().to_owned()), Some(reason.complaint.say(lang)))
            }
            (Some(reason), _) => {
                (Some(reason.code().id().to_owned()), Some(reason.complaint.message(lang)))
            }
            (None, Some((code, message))) => (code.map(|code| code.to_string()), Some(message)),
            (None, None) => self.said(lang),
        };
        ResultRow {
            record: row.record,
            file: row.file.to_string(),
            sheet: row.sheet.clone(),
            row: row.row,
            kind: row.kind,
            key: row.key.clone(),
            fate: row.fate,
            remote_id: row.remote_id.clone(),
            client_token: row.client_token.clone(),
            attempts: row.attempts,
            code,
            message,
            log_id: row.log_id.clone(),
            finished_at: row.finished_at,
        }
    }

    /// What the API, or a look-up, said about a record that is not done: code and message.
    pub(super) fn told(&self, lang: Lang) -> Option<(Option<i64>, String)> {
        if self.reason.is_some() {
            return None;
        }
        match self.row.fate {
            Fate::Refused | Fate::Unknown | Fate::Conflict => {
                let message = self.message(lang);
                (self.row.code.is_some() || !message.is_empty()).then_some((self.row.code, message))
            }
            Fate::Created
            | Fate::Existing
            | Fate::Unchanged
            | Fate::Changed
            | Fate::Invalid
            | Fate::Blocked
            | Fate::NotSent => None,
        }
    }

    /// What the API said, with our headers at the fields that it names.
    fn message(&self, lang: Lang) -> String {
        let rest = self.rest.as_ref().map(|rest| rest.text(lang)).filter(|rest| !rest.is_empty());
        let blamed = self.blamed.iter().map(|blamed| blamed.text(lang));
        rest.into_iter().chain(blamed).collect::<Vec<_>>().join(lang.pick("；", "; "))
    }

    /// The same as problems of `report.json`: one for each field that a column fills, else one.
    pub(super) fn told_lines(&self, lang: Lang) -> Vec<ProblemLine> {
        if let Some(reason) = &self.reason {
            return vec![ProblemLine::of(reason, lang)];
        }
        let Some((code, message)) = self.told(lang) else { return Vec::new() };
        let whole = self.told_line(code, message);
        if self.blamed.is_empty() {
            return vec![whole];
        }
        let cell = |column| crate::sheet::CellRef::new(self.row.row, column).to_string();
        self.blamed
            .iter()
            .map(|blamed| ProblemLine {
                cell: blamed.column.map(cell),
                header: Some(blamed.header.clone()),
                field: Some(blamed.path.clone().unwrap_or_else(|| blamed.named.clone())),
                message: blamed.said.clone(),
                ..whole.clone()
            })
            .collect()
    }

    fn told_line(&self, code: Option<i64>, message: String) -> ProblemLine {
        ProblemLine {
            code: told_code(code, self.row.fate),
            severity: Severity::Error,
            file: Some(self.row.file.to_string()),
            sheet: self.row.sheet.clone(),
            row: Some(self.row.row),
            cell: None,
            header: None,
            field: None,
            value: None,
            message,
            hint: String::new(),
        }
    }

    /// The first error's code (else the first warning's), and all messages.
    fn said(&self, lang: Lang) -> (Option<String>, Option<String>) {
        let first = self
            .problems
            .iter()
            .find(|problem| problem.severity() == Severity::Error)
            .or_else(|| self.problems.first());
        let messages: Vec<_> = self.problems.iter().map(|problem| said_of(problem, lang)).collect();
        let message = (!messages.is_empty()).then(|| messages.join(lang.pick("；", "; ")));
        (first.map(|problem| problem.code().id().to_owned()), message)
    }
}

/// Why a record is a conflict, not known, or a second one.
fn reason(row: &RecordRow, about: &About) -> Option<Problem> {
    let known = match &row.reason {
        Some(Reason::Found(code)) if row.code.is_none() => Some(*code),
        _ => None,
    };
    // What follows `muster settle`.
    let mut args: Vec<Arg> =
        vec![format!("{}{}", about.run, about.flags).into(), row.record.to_string().into()];
    let code = match (row.fate, known) {
        (Fate::Conflict | Fate::Unknown, Some(code))
        | (Fate::Blocked, Some(code @ Code::ManagerMadeSince)) => code,
        // Its answer may come any moment: there is nothing to settle.
        (Fate::Unknown, None) if about.state == Some(EndState::Running) && row.reason.is_none() => {
            return None;
        }
        (Fate::Unknown, None) => {
            args.push(unanswered(row.code, row.reason.as_ref()));
            Code::OutcomeUnknown
        }
        (Fate::Blocked, _) => {
            let (place, code) = waited_for(row.reason.as_ref());
            args = vec![place];
            code
        }
        (Fate::Created, _) => {
            args = vec![row.beside.clone()?.into()];
            Code::MadeBeside
        }
        (
            Fate::Conflict
            | Fate::Existing
            | Fate::Unchanged
            | Fate::Changed
            | Fate::Invalid
            | Fate::Refused
            | Fate::NotSent,
            _,
        ) => return None,
    };
    let place = Place {
        file: Some(std::sync::Arc::clone(&row.file)),
        sheet: row.sheet.as_deref().map(Into::into),
        row: Some(row.row),
        column: None,
    };
    Some(Problem::at(place, Complaint::with(code, args)))
}

/// Whom a record waited for, and what became of that one.
fn waited_for(reason: Option<&Reason>) -> (Arg, Code) {
    match reason {
        Some(reason @ Reason::After { how, .. }) => (
            reason.both(),
            match how {
                Unmade::Failed => Code::ManagerNotMade,
                Unmade::Unknown => Code::ManagerUnknown,
                Unmade::Unsent => Code::ManagerUnsent,
            },
        ),
        _ => (
            both("那一行有错误，或不在这次导入里", "the row has errors, or is in no import"),
            Code::ManagerNotMade,
        ),
    }
}

/// Why there is no answer, behind the API's code where there was one.
fn unanswered(code: Option<i64>, why: Option<&Reason>) -> Arg {
    let said = |lang| why.map(|why| why.text(lang)).unwrap_or_default();
    let (zh, en) = (said(Lang::Zh), said(Lang::En));
    match code {
        Some(code) => both(&format!("{code} {zh}"), &format!("{code} {en}")),
        None if en.is_empty() => both("中断前没有等到答复", "cut off before an answer came"),
        None => both(&zh, &en),
    }
}

/// The API's code, or the fate's word where it gave none.
pub(super) fn told_code(code: Option<i64>, fate: Fate) -> String {
    code.map_or_else(|| fate.label().to_owned(), |code| code.to_string())
}

/// A problem without its place: its column and what is wrong.
pub(super) fn said_of(problem: &Problem, lang: Lang) -> String {
    let message = problem.complaint.message(lang);
    match (&problem.header, lang) {
        (None, _) => message,
        (Some(header), Lang::Zh) => format!("「{}」{message}", shown(header)),
        (Some(header), Lang::En) => format!("{}: {message}", shown(header)),
    }
}

/// The complaint that something of the journal was not there.
pub(super) fn fix_skipped(file: &str, why: &Complaint, lang: Lang) -> Complaint {
    Complaint::with(Code::ReportFixSkipped, [file.to_owned(), why.say(lang)])
}
