//! Small inputs made after public reports about importing spreadsheets of people, with what each row
//! of them must give. `cases/cases.json` names each with its source (`owner/repo#number`).
//!
//! What it expects: of `rows[].any` one outcome holds for that row of the sheet. `send`: the row's
//! body holds exactly these values (list entries counted from 0). `absent`: there is a body without
//! these. `problem`, `problems`: one at that cell, or in that column, of at least that severity whose
//! code is not `not_code`. `refused`: no body, and an error at that cell. `quiet`: no problem at that
//! cell. Of `any` one holds for the whole file. `stdout_all`: all of it is printed.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::world::{Ran, World};

#[derive(Deserialize)]
struct Case {
    id: String,
    file: String,
    args: Vec<String>,
    source: Vec<String>,
    about: String,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    #[serde(default)]
    rows: Vec<Row>,
    #[serde(default)]
    any: Vec<Whole>,
    #[serde(default)]
    stdout_all: Vec<String>,
}

/// What may become of the whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    #[serde(default)]
    rows: Vec<Row>,
    exit: Option<i32>,
    #[serde(default)]
    says_all: Vec<String>,
    #[serde(default)]
    says_any: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    row: u64,
    any: Vec<Outcome>,
}

/// What may become of a row: all of it together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome {
    #[serde(default)]
    send: Map<String, Value>,
    #[serde(default)]
    absent: Vec<String>,
    problem: Option<Told>,
    #[serde(default)]
    problems: Vec<Told>,
    refused: Option<Told>,
    quiet: Option<String>,
}

/// A problem that is told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    at: Option<String>,
    column: Option<String>,
    at_least: Option<String>,
    not_code: Option<String>,
}

/// What a check gave.
struct Found {
    ran: Ran,
    bodies: Vec<Value>,
    problems: Vec<Value>,
}

impl Found {
    fn of(world: &World, case: &Case) -> Self {
        let mut arguments: Vec<&str> = case.args.iter().map(String::as_str).collect();
        let checks = arguments.first() == Some(&"check");
        if checks {
            // Most are of talents; what a roster without a word of it is, is never guessed.
            if !arguments.contains(&"--kind") {
                arguments.extend(["--kind", "talent"]);
            }
            arguments.extend(["--json", "--payloads", "bodies.jsonl"]);
        }
        arguments.push(&case.file);
        let ran = world.run(&arguments);
        let bodies = std::fs::read_to_string(world.path().join("bodies.jsonl"));
        let bodies = bodies.unwrap_or_default();
        let bodies = bodies.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let told: Option<Value> = serde_json::from_str(&ran.stdout).ok().filter(|_| checks);
        let problems = told.map(|mut told| told["problems"].take());
        let problems = problems.and_then(|list| list.as_array().cloned()).unwrap_or_default();
        Self { ran, bodies, problems }
    }

    fn body(&self, row: u64) -> Option<&Value> {
        self.bodies.iter().find(|body| body["row"] == row).map(|body| &body["body"])
    }

    /// Whether that is told, as an error where it must be one.
    fn is_told(&self, told: &Told, is_error: bool) -> bool {
        let is_error = is_error || told.at_least.as_deref() == Some("error");
        let severe = |problem: &&Value| {
            problem["severity"] == "error" || !is_error && problem["severity"] == "warning"
        };
        let here = |problem: &&Value| {
            let cell = problem["cell"].as_str().unwrap_or_default();
            let letters = cell.trim_end_matches(|c: char| c.is_ascii_digit());
            told.at.as_deref().is_none_or(|at| at == cell)
                && told.column.as_deref().is_none_or(|column| column == letters)
        };
        let other =
            |problem: &&Value| told.not_code.as_deref().is_none_or(|code| problem["code"] != code);
        self.problems.iter().any(|problem| severe(&problem) && here(&problem) && other(&problem))
    }

    fn gives(&self, row: u64, outcome: &Outcome) -> bool {
        let body = self.body(row);
        let at = |path: &str| body.and_then(|body| body.pointer(&pointer(path)));
        let told = outcome.problem.iter().chain(&outcome.problems);
        let refused = outcome.refused.as_ref();
        let refused = refused.is_none_or(|told| body.is_none() && self.is_told(told, true));
        let quiet = outcome
            .quiet
            .as_deref()
            .is_none_or(|cell| !self.problems.iter().any(|problem| problem["cell"] == cell));
        outcome.send.iter().all(|(path, value)| at(path) == Some(value))
            && (outcome.absent.is_empty() || body.is_some())
            && outcome.absent.iter().all(|path| at(path).is_none())
            && told.into_iter().all(|told| self.is_told(told, false))
            && refused
            && quiet
    }

    fn gives_rows(&self, rows: &[Row]) -> Result<(), String> {
        let wrong = rows.iter().find(|row| !row.any.iter().any(|one| self.gives(row.row, one)));
        wrong.map_or(Ok(()), |row| {
            Err(format!("row {}: {:?} {:#?}", row.row, self.body(row.row), self.problems))
        })
    }

    fn is(&self, whole: &Whole) -> Result<(), String> {
        let said = format!("{}{}", self.ran.stdout, self.ran.stderr);
        let says = |text: &String| said.contains(text.as_str());
        self.gives_rows(&whole.rows)?;
        let is = whole.exit.is_none_or(|exit| self.ran.code == Some(exit))
            && whole.says_all.iter().all(says)
            && (whole.says_any.is_empty() || whole.says_any.iter().any(says));
        if is { Ok(()) } else { Err(said) }
    }
}

/// `education_list[0].school` as a JSON pointer.
fn pointer(path: &str) -> String {
    let path = path.replace('[', ".").replace(']', "");
    path.split('.').flat_map(|key| ["/", key]).collect()
}

fn judge(case: &Case, folder: &Path) -> Result<(), String> {
    let world = World::new().file(&case.file, std::fs::read(folder.join(&case.file)).unwrap());
    let found = Found::of(&world, case);
    found.gives_rows(&case.expect.rows)?;
    let wholes: Vec<_> = case.expect.any.iter().map(|whole| found.is(whole)).collect();
    if !wholes.is_empty() && wholes.iter().all(Result::is_err) {
        return Err(format!("{wholes:?}"));
    }
    let missing = case.expect.stdout_all.iter().find(|text| !found.ran.stdout.contains(*text));
    missing.map_or(Ok(()), |text| Err(format!("{text:?} is not in {}", found.ran.stdout)))
}

#[test]
fn what_people_reported_is_read_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/cases");
    let cases = std::fs::read_to_string(folder.join("cases.json")).unwrap();
    let cases: Vec<Case> = serde_json::from_str(&cases).unwrap();
    assert!(cases.len() >= 22);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            assert!(!case.source.is_empty(), "{}", case.id);
            let why = judge(case, &folder).err()?;
            Some(format!("{}: {}\n{why}", case.id, case.about))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
