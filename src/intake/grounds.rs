//! What a header says of the kind of its rows, in words: what it lacks, what speaks against it, on what
//! grounds it is proposed as one.
//!
//! Must not know: sheets, rows below the header.

use std::sync::Arc;

use crate::bind::signs::{self, Signs};
use crate::bind::{self, Binding};
use crate::header::Header;
use crate::kinds;
use crate::lexicon::halves;
use crate::problem::{Arg, Code, Complaint, Lang, Place, Problem, both};
use crate::sheet::RawRow;
use crate::spec::{Kind, KindId, People};

use super::words::texts;

/// Headers that are named as a proof.
const NAMED: usize = 6;

/// That a header lacks what each of these kinds requires.
pub(super) fn lacking(of: &[&'static Kind], header: &Header, place: &Place) -> Problem {
    let texts = texts(&header.row);
    let halves = halves::find(texts.iter().map(String::as_str)).map(|halves| {
        let halves = halves.all().filter_map(|at| texts.get(at));
        halves.cloned().collect::<Vec<_>>()
    });
    let all: Vec<(String, String)> = of
        .iter()
        .map(|kind| {
            let missing: Vec<_> = bind::lacks(kind, header);
            let list = |lang: Lang| {
                let names: Vec<_> = missing
                    .iter()
                    .map(|field| {
                        let made = halves.as_ref().filter(|_| kind.name == Some(field.key));
                        let made = made.map(|halves| made_of(halves, lang)).unwrap_or_default();
                        quoted(lang.pick(field.zh, field.en), lang) + &made
                    })
                    .collect();
                names.join(lang.pick("", ", "))
            };
            (
                format!("{}要有{}", kind.in_module(Lang::Zh), list(Lang::Zh)),
                format!("{} needs {}", kind.in_module(Lang::En), list(Lang::En)),
            )
        })
        .collect();
    let (zh, en): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let place = Place { row: Some(header.row.number()), ..place.clone() };
    Problem::at(place, Complaint::with(Code::KindUnclear, [both(&zh.join("，"), &en.join(", "))]))
}

/// That these columns can make it, as a remark.
fn made_of(halves: &[String], lang: Lang) -> String {
    let names: Vec<_> = halves.iter().map(|header| quoted(header, lang)).collect();
    let names = names.join(lang.pick("和", " and "));
    crate::tr!(lang, "（{names}可以合成）", " (which {names} can make)")
}

/// A sheet that is read as candidates since a person said so, though it looks like a list of
/// employees.
pub(super) fn doubtful(binding: &Binding, header: &Header, place: &Place) -> Option<Problem> {
    if binding.kind.people != People::Candidates {
        return None;
    }
    let signs = signs::signs(header, None);
    (!signs.staff.is_empty()).then(|| {
        let place = Place { row: Some(binding.header_row), ..place.clone() };
        let kind = binding.kind;
        let words = [
            both(&kind.in_module(Lang::Zh), &kind.in_module(Lang::En)),
            both(&listed(&signs.staff, Lang::Zh), &listed(&signs.staff, Lang::En)),
        ];
        Problem::at(place, Complaint::with(Code::KindDoubtful, words))
    })
}

/// What the header says, as a remark; empty where it says nothing.
pub(super) fn remark(signs: &Signs) -> Arg {
    let mut all: Vec<(String, String)> = signs
        .kinds
        .iter()
        .map(|(kind, headers)| {
            (
                format!("，{}是{}的列", listed(headers, Lang::Zh), kind.in_module(Lang::Zh)),
                format!(", {} speaks of {}", listed(headers, Lang::En), kind.in_module(Lang::En)),
            )
        })
        .collect();
    if !signs.staff.is_empty() {
        all.push((
            format!("，{}像是员工花名册的列", listed(&signs.staff, Lang::Zh)),
            format!(", {} looks like a list of employees", listed(&signs.staff, Lang::En)),
        ));
    }
    let (zh, en): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    if zh.is_empty() { Arg::default() } else { both(&zh.concat(), &en.concat()) }
}

/// The first of these headers.
fn listed(headers: &[Arc<str>], lang: Lang) -> String {
    let shown = headers.iter().take(NAMED).map(|header| quoted(&header.replace('\n', " "), lang));
    let more = if headers.len() > NAMED { "…" } else { "" };
    shown.collect::<Vec<_>>().join(lang.pick("", ", ")) + more
}

pub(super) fn quoted(text: &str, lang: Lang) -> String {
    crate::tr!(lang, "「{text}」", "`{text}`")
}

/// On what grounds a header is of a kind, or may be, in both languages; for a proposal, which a person
/// looks through.
pub(super) fn grounds(kind: &'static Kind, header: &Header, stamp: Option<KindId>) -> Arg {
    let signs = signs::signs(header, stamp);
    let own = signs.of(kind.id);
    let (zh, en) = if !own.is_empty() {
        (format!("有{}一列", listed(own, Lang::Zh)), format!("it has {}", listed(own, Lang::En)))
    } else if signs.template == Some(kind.id) {
        (
            "表头是 muster 模板的".to_owned(),
            "its headings are those of muster's template".to_owned(),
        )
    } else if bind::lacks(kind, header).is_empty() {
        (
            "必填列都在，但没有别的依据，请核对".to_owned(),
            "all required columns are there, and nothing else says so: verify it".to_owned(),
        )
    } else {
        ("没有别的依据，请核对".to_owned(), "nothing else says so: verify it".to_owned())
    };
    if signs.staff.is_empty() {
        return both(&zh, &en);
    }
    both(
        &format!("{zh}，{}像是员工花名册的列", listed(&signs.staff, Lang::Zh)),
        &format!("{en}, {} looks like a list of employees", listed(&signs.staff, Lang::En)),
    )
}

/// Whether a header may be proposed as one of a kind: a staff list is not one of candidates, unless
/// something in it says so.
pub(super) fn may_be(kind: &'static Kind, header: &Header, stamp: Option<KindId>) -> bool {
    let signs = signs::signs(header, stamp);
    if let Some(said) = signs.kind() {
        return said.id == kind.id;
    }
    let is_staff = !signs.staff.is_empty() && signs.of(kind.id).is_empty();
    kind.people != People::Candidates || !is_staff
}

/// That nothing in a file looks like a list of any kind.
pub(super) fn nothing(place: &Place) -> Problem {
    let mut row = RawRow::new();
    row.reset(0);
    let mut problem = lacking(kinds::ALL, &Header::plain(&row, 0), place);
    problem.place.row = None;
    problem
}

/// That several kinds are equally likely.
pub(super) fn equal(place: &Place, several: &[&'static Kind]) -> Problem {
    let names = |lang: Lang| {
        let names: Vec<_> = several.iter().map(|kind| kind.in_module(lang)).collect();
        names.join(lang.pick("、", ", "))
    };
    let remark =
        both(&format!("，{}都可能", names(Lang::Zh)), &format!(", it may be {}", names(Lang::En)));
    Problem::at(place.clone(), Complaint::with(Code::KindAmbiguous, [remark]))
}
