//! `check --profile A --profile B`: the same spreadsheets against the lists of two tenants, and what
//! resolves in only one of them. Nothing is sent, and no tenant is asked.
//!
//! Must not know: how names are looked up.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::json;

use crate::check::Record;
use crate::intake::{self, At, Sink};
use crate::plan::Job;
use crate::problem::{Code, Complaint, Problem, shown};
use crate::report::console;
use crate::spec::KindId;
use crate::tr;

use super::exit::Exit;
use super::{CommandContext, args, inputs, names, refs};

/// A value of a column: header, field, and what the cell holds as reports show it.
type Value = (Arc<str>, Arc<str>, String);

/// Why a value does not resolve, in how many cells, and the first of them.
type Open = (Code, u64, String);

/// What one tenant makes of the input.
struct Seen {
    profile: String,
    valid: u64,
    invalid: u64,
    /// What does not resolve: why, in how many cells, and where first.
    open: BTreeMap<Value, Open>,
}

/// Check against each profile's lists, and tell what differs.
pub(super) fn run(
    scene: &CommandContext,
    input: &args::Input,
    profiles: &[String],
) -> Result<Exit, Complaint> {
    let mut seen = Vec::with_capacity(profiles.len());
    for profile in profiles {
        match see(scene, input, profile)? {
            Ok(one) => seen.push(one),
            Err(exit) => return Ok(exit),
        }
    }
    if scene.shared.json {
        scene.printer.document(&document(&seen));
    } else {
        scene.printer.data(&summary(scene, &seen));
    }
    let any_invalid = seen.iter().any(|one| one.invalid > 0);
    Ok(if any_invalid { Exit::Rows } else { Exit::Fine })
}

fn see(
    scene: &CommandContext,
    input: &args::Input,
    profile: &str,
) -> Result<Result<Seen, Exit>, Complaint> {
    let mut ordered = match inputs::order(input, scene.printer)? {
        Ok(ordered) => ordered,
        Err(exit) => return Ok(Err(exit)),
    };
    let beside = input.files.first().map(PathBuf::as_path);
    let settings = scene.settings_of(Some(profile), false, beside)?;
    names::know(scene.printer, &settings, input, &mut ordered.order)?;
    if ordered.order.directory.is_none() {
        return Err(refs::known::missing(&settings, scene.flags_of(Some(profile), &settings)));
    }
    let mut seen =
        Seen { profile: profile.to_owned(), valid: 0, invalid: 0, open: BTreeMap::new() };
    match intake::run(&ordered.order, &mut seen) {
        Ok(totals) => {
            (seen.valid, seen.invalid) = (totals.valid(), totals.invalid());
            Ok(Ok(seen))
        }
        Err(stop) => inputs::stopped(stop, scene).map(Err),
    }
}

impl Seen {
    /// Note a value that the tenant's lists do not settle.
    fn note(&mut self, problem: &Problem) {
        let (Some(header), Some(field), Some(value)) =
            (&problem.header, &problem.field, &problem.value)
        else {
            return;
        };
        if matches!(
            problem.code(),
            Code::NameUnknown
                | Code::NameAmbiguous
                | Code::EntryInactive
                | Code::IdUnknown
                | Code::IdNotSeen
        ) {
            let key = (Arc::clone(header), Arc::clone(field), value.clone());
            let place = || problem.place.cell().map_or_else(String::new, |cell| cell.to_string());
            self.open.entry(key).or_insert_with(|| (problem.code(), 0, place())).1 += 1;
        }
    }
}

impl Sink for Seen {
    fn takes_sound(&self) -> bool {
        false
    }

    fn record(
        &mut self,
        _at: &At<'_>,
        _record: Record,
        _job: Option<Job>,
        warnings: &[Problem],
    ) -> Result<(), Complaint> {
        for warning in warnings {
            self.note(warning);
        }
        Ok(())
    }

    fn rejected(
        &mut self,
        _at: &At<'_>,
        _kind: KindId,
        problems: &[Problem],
    ) -> Result<(), Complaint> {
        for problem in problems {
            self.note(problem);
        }
        Ok(())
    }

    fn problem(&mut self, _problem: Problem) -> Result<(), Complaint> {
        Ok(())
    }
}

/// What does not resolve in one tenant though it does in another, by value: for each tenant why not,
/// and in how many cells.
fn differing(seen: &[Seen]) -> BTreeMap<&Value, Vec<Option<&Open>>> {
    let values = seen.iter().flat_map(|one| one.open.keys());
    let told = values.map(|value| (value, seen.iter().map(|one| one.open.get(value)).collect()));
    told.filter(|(_, open): &(_, Vec<_>)| open.contains(&None)).collect()
}

fn document(seen: &[Seen]) -> String {
    let differing: Vec<_> = differing(seen)
        .into_iter()
        .map(|((header, field, value), open)| {
            let by_profile = seen.iter().zip(open).map(|(one, open)| {
                let said = open.map_or_else(
                    || json!({ "resolves": true }),
                    |(code, cells, first)| {
                        json!({ "resolves": false, "code": code.id(), "cells": cells, "first": first })
                    },
                );
                (one.profile.clone(), said)
            });
            let by_profile: serde_json::Map<_, _> = by_profile.collect();
            json!({ "header": header, "field": field, "value": value, "profiles": by_profile })
        })
        .collect();
    let profiles: Vec<_> = seen
        .iter()
        .map(|one| json!({ "profile": one.profile, "valid": one.valid, "invalid": one.invalid }))
        .collect();
    json!({ "version": 1, "profiles": profiles, "differing": differing }).to_string() + "\n"
}

fn summary(scene: &CommandContext, seen: &[Seen]) -> String {
    let lang = scene.printer.lang;
    let mut out = String::new();
    for Seen { profile, valid, invalid, .. } in seen {
        let profile = shown(profile);
        out += &tr!(
            lang,
            "{profile}：{valid} 条有效，{invalid} 条无效\n",
            "{profile}: {valid} valid, {invalid} invalid\n"
        );
    }
    let differing = differing(seen);
    if differing.is_empty() {
        let all = seen.iter().all(|one| one.open.is_empty());
        out += if all {
            lang.pick(
                "\n每个名称、编码和路径在各租户里都能找到\n",
                "\nevery name, code and path resolves in each tenant\n",
            )
        } else {
            lang.pick(
                "\n找不到的在各租户里相同\n",
                "\nwhat does not resolve is the same in each tenant\n",
            )
        };
        return out;
    }
    out += lang.pick("\n只在一部分租户里能找到：\n", "\nresolves in some of them only:\n");
    for ((header, _, value), open) in differing {
        let (header, value) = (shown(header), shown(value));
        let of = seen.iter().zip(open).map(|(one, open)| {
            let profile = shown(&one.profile);
            match open {
                None => format!("{profile} ✓"),
                Some((code, cells, first)) => {
                    let cells = console::count(*cells, "格", "cell", "cells", lang);
                    let code = code.id();
                    tr!(
                        lang,
                        "{profile} ✗ {code}（{cells}，{first} 起）",
                        "{profile} ✗ {code} ({cells}, from {first})"
                    )
                }
            }
        });
        let of = of.collect::<Vec<_>>().join("  ");
        let _ = writeln!(out, "  {header} «{value}»  {of}");
    }
    out
}
