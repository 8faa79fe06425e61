//! A header that may mean one of several things (岗位: a job or a position) is told by where the values below
//! it are found, if the tenant's lists are known.
//!
//! Must not know: cells, how a value is found in a list.

use std::sync::Arc;

use super::claim::Claim;
use super::claims::Claims;
use crate::lexicon::suggest;
use crate::mapping::RecordMapping;
use crate::problem::{Arg, Code, Complaint, both, quoted};
use crate::resolve::Directory;
use crate::spec::{Field, Kind, Slot, Target};

/// What is known of the tenant that a header alone does not tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tenant<'a> {
    /// Where the values of columns are found that may be one of several things.
    pub found: &'a [FoundValues],
    /// Its lists and its own fields, where they were read.
    pub directory: Option<&'a Directory>,
}

/// Where the values of one column are found.
#[derive(Clone, Debug)]
pub struct FoundValues {
    /// The column, from 0.
    pub column: usize,
    /// The fields whose things they may be.
    pub fields: Vec<&'static Field>,
    /// For each value that is found, so many rows hold it, and in which of the fields' lists it is.
    pub values: Vec<(u64, Vec<bool>)>,
    /// So many rows hold anything.
    pub filled: u64,
}

/// What a column was told for, or why it is not.
pub(crate) struct Told {
    /// The column.
    pub(crate) column: usize,
    /// What is to be said of it.
    pub(crate) complaint: Complaint,
    /// The field that it feeds, if it is one.
    pub(crate) field: Option<&'static Field>,
}

/// The fields that a header may mean, if they are several things with IDs; persons apart.
pub fn fields(kind: &'static Kind, header: &str) -> Vec<&'static Field> {
    let is_thing = |field: &&Field| field.ty.id_of().is_some_and(|of| !of.is_person());
    let places = suggest::hinted_fields(kind, header);
    let things: Vec<&'static Field> = places.into_iter().filter(is_thing).collect();
    if things.len() < 2 { Vec::new() } else { things }
}

impl FoundValues {
    /// So many rows hold what is found in the list of one of the fields.
    fn rows(&self, field: usize) -> u64 {
        let of = self.values.iter().filter(|(_, lists)| lists.get(field) == Some(&true));
        of.map(|(rows, _)| rows).sum()
    }

    /// The fields, by index, that at least half of the rows fit.
    fn fitting(&self, free: &[usize]) -> Vec<usize> {
        let fits = |field: &usize| self.rows(*field) > 0 && self.rows(*field) * 2 >= self.filled;
        free.iter().copied().filter(fits).collect()
    }

    /// Whether a value is found in this list and in none of the others.
    fn is_alone(&self, field: usize, others: &[usize]) -> bool {
        self.values.iter().any(|(_, lists)| {
            let is_in = |at: usize| lists.get(at) == Some(&true);
            is_in(field) && others.iter().all(|other| *other == field || !is_in(*other))
        })
    }
}

impl Claims {
    /// Bind what the values tell. What a mapping file says of a column is as it is, and a place that
    /// another column feeds is taken.
    pub(crate) fn tell(
        &mut self,
        kind: &'static Kind,
        mapping: Option<&RecordMapping>,
        found: &[FoundValues],
    ) -> Vec<Told> {
        let mut told = Vec::new();
        if mapping.is_some_and(|mapping| mapping.strict) {
            return told;
        }
        let mut left: Vec<&FoundValues> = found.iter().collect();
        // What fits one place alone goes before what may go elsewhere.
        left.sort_by_key(|one| one.fitting(&self.free(one)).len());
        for one in left {
            let own = self.bound.iter().position(|claim| claim.index == one.column);
            let is_loose = self.unbound.iter().any(|(column, _)| *column == one.column);
            let by_name = own.is_some_and(|at| self.bound[at].by_name);
            if !(is_loose || by_name) {
                continue;
            }
            let fitting = one.fitting(&self.free(one));
            let alone: Vec<usize> =
                fitting.iter().copied().filter(|at| one.is_alone(*at, &fitting)).collect();
            let chosen = match (fitting.as_slice(), alone.as_slice()) {
                ([only], _) | (_, [only]) => one.fields.get(*only).copied(),
                ([], _) => continue,
                _ => None,
            };
            let Some(field) = chosen else {
                if is_loose {
                    let complaint = self.asked(one, &fitting);
                    told.push(Told { column: one.column, complaint, field: None });
                }
                continue;
            };
            if own.is_some_and(|at| *self.bound[at].path == *field.key) {
                continue;
            }
            self.bound.retain(|claim| claim.index != one.column);
            self.unbound.retain(|(column, _)| *column != one.column);
            let slot = Slot { kind: kind.id, target: Target::Field(field) };
            self.bound.push(Claim::by_name(one.column, slot, false));
            let complaint = self.taken(one, field);
            told.push(Told { column: one.column, complaint, field: Some(field) });
        }
        told
    }

    /// The fields of a column, by index, that no other column feeds.
    fn free(&self, one: &FoundValues) -> Vec<usize> {
        let is_free = |at: &usize| {
            let path = one.fields[*at].key;
            !self.bound.iter().any(|claim| *claim.path == *path && claim.index != one.column)
        };
        (0..one.fields.len()).filter(is_free).collect()
    }

    fn taken(&self, one: &FoundValues, field: &'static Field) -> Complaint {
        let others = one.fields.iter().enumerate().filter(|(_, other)| other.key != field.key);
        let others: Vec<(&Field, u64)> = others
            .map(|(at, other)| (*other, one.rows(at)))
            .filter(|(_, rows)| *rows > 0)
            .collect();
        let own = one.fields.iter().position(|other| other.key == field.key);
        let rows = own.map_or(0, |at| one.rows(at));
        Complaint::with(
            Code::ToldByValues,
            [
                rows.to_string().into(),
                one.filled.to_string().into(),
                both(field.zh, field.en),
                field.key.into(),
                remark(&others),
                self.line(one.column, field).into(),
            ],
        )
    }

    fn asked(&self, one: &FoundValues, fitting: &[usize]) -> Complaint {
        let fields: Vec<&'static Field> =
            fitting.iter().filter_map(|at| one.fields.get(*at).copied()).collect();
        let counts: Vec<(&Field, u64)> =
            fitting.iter().map(|at| (one.fields[*at], one.rows(*at))).collect();
        let (zh, en) = listed(&counts);
        let lines: Vec<String> = fields.iter().map(|field| self.line(one.column, field)).collect();
        let lines = both(&lines.join(" 或 "), &lines.join(" or "));
        Complaint::with(Code::ValuesOfTwo, [both(&zh, &en), lines])
    }

    /// The line of a mapping file that says what a column is.
    fn line(&self, column: usize, field: &Field) -> String {
        let header: Arc<str> = self.header(column);
        format!("{} = {}", quoted(&header), quoted(field.key))
    }
}

fn listed(counts: &[(&Field, u64)]) -> (String, String) {
    let zh: Vec<String> =
        counts.iter().map(|(field, rows)| format!("{} {rows} 行", field.zh)).collect();
    let en: Vec<String> =
        counts.iter().map(|(field, rows)| format!("{} in {rows}", field.en)).collect();
    (zh.join("、"), en.join(", "))
}

fn remark(others: &[(&Field, u64)]) -> Arg {
    if others.is_empty() {
        return Arg::default();
    }
    let (zh, en) = listed(others);
    both(&format!("（另外：{zh}）"), &format!(" (besides: {en})"))
}
