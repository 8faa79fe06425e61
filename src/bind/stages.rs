//! Educations that have a name instead of a number (第一学历, 在职教育): which entry each is, and whose a
//! column is that has neither (毕业院校).
//!
//! Must not know: mapping files, other groups.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::Claim;
use super::claims::{BETWEEN, Claims, entry, group};
use crate::lexicon::forms::Stage;
use crate::lexicon::normalize;
use crate::problem::{Code, Complaint};
use crate::sheet::address::column_name;
use crate::spec::{Slot, Target};

/// The field that tells one education from another.
const LEVEL: &str = "degree";

/// A column of an education: its entry's name, none for entry 1.
#[derive(Clone, Copy)]
struct Named {
    column: usize,
    stage: Option<Stage>,
    field: &'static str,
}

/// What is done with a column that says neither name nor number.
enum Placement {
    /// It stays the first entry's, which is to be told.
    Stays(Stage),
    /// It is that education's.
    Moves(Stage),
    /// Nobody can tell whether it is the first entry's or that one's.
    Unclear(Stage),
}

impl Claims {
    /// Without the columns of an education whose name is its level (UG), where no column holds the
    /// level itself.
    pub(super) fn levelled(
        &mut self,
        staged: Vec<(usize, Slot, Stage)>,
    ) -> Vec<(usize, Slot, Stage)> {
        let holds = |slot: &Slot| slot.plain_path().ends_with(".degree");
        let levels: BTreeSet<Stage> =
            staged.iter().filter(|(_, slot, _)| holds(slot)).map(|(_, _, stage)| *stage).collect();
        let (kept, rest): (Vec<_>, Vec<_>) = staged
            .into_iter()
            .partition(|(_, _, stage)| !stage.is_level() || levels.contains(stage));
        self.unbound.extend(rest.iter().map(|(column, slot, _)| (*column, Some(slot.to_string()))));
        kept
    }

    /// Give every named education the first number that no other column has: mixed with another's,
    /// its columns would make an education that nobody had.
    pub(super) fn stages(&mut self, staged: Vec<(usize, Slot, Stage)>) {
        let Some((_, first, _)) = staged.first() else { return };
        let of = group(first).map(|group| group.key);
        let mut named: Vec<Named> = staged
            .iter()
            .map(|(column, slot, stage)| Named {
                column: *column,
                stage: Some(*stage),
                field: field(slot),
            })
            .collect();
        let own = |claim: &&Claim| group(&claim.slot).map(|group| group.key) == of;
        let firsts = self.bound.iter().filter(own).filter(|claim| {
            entry(&claim.slot) == Some(1) && (field(&claim.slot) == LEVEL || !self.is_bare(claim))
        });
        let first =
            |claim: &Claim| Named { column: claim.index, stage: None, field: field(&claim.slot) };
        named.extend(firsts.map(first));
        named.sort_by_key(|named| named.column);
        let fates = self.fates(&named, of);
        let moves = |claim: &&Claim| {
            let leaves = |(index, fate): &(usize, Placement)| {
                *index == claim.index && matches!(fate, Placement::Moves(_))
            };
            !fates.iter().any(leaves)
        };
        let others = self.bound.iter().filter(own).filter(moves);
        let numbers = numbers(&staged, others.filter_map(|claim| entry(&claim.slot)).collect());
        for (column, fate) in fates {
            self.place(column, &fate, &numbers, &named);
        }
        for (column, mut slot, stage) in staged {
            if let (Target::Entry { n, .. }, Some(free)) = (&mut slot.target, numbers.get(&stage)) {
                *n = *free;
            }
            self.bound.push(Claim::by_name(column, slot, true));
        }
    }

    /// What is done with the columns that say neither name nor number of their education, where a
    /// named one lacks such a column: it is nearest to the level that stands before it.
    fn fates(&self, named: &[Named], of: Option<&str>) -> Vec<(usize, Placement)> {
        let is_bare = |claim: &&Claim| {
            group(&claim.slot).map(|group| group.key) == of
                && field(&claim.slot) != LEVEL
                && self.is_bare(claim)
        };
        let bare: Vec<&Claim> = self.bound.iter().filter(is_bare).collect();
        let before = |claim: &Claim| named.iter().rev().find(|named| named.column < claim.index);
        let mut fates = Vec::new();
        for claim in &bare {
            let wanted = field(&claim.slot);
            let lacks = |stage: &Stage| {
                !named.iter().any(|named| named.stage == Some(*stage) && named.field == wanted)
            };
            let same: Vec<&&Claim> = bare.iter().filter(|b| field(&b.slot) == wanted).collect();
            let owner = before(claim).map(|named| named.stage);
            let fate = match (same.as_slice(), owner) {
                ([_], Some(Some(stage))) if lacks(&stage) => {
                    let only = named.iter().all(|named| named.stage == Some(stage));
                    if only { Placement::Moves(stage) } else { Placement::Unclear(stage) }
                }
                ([_], Some(None) | None) => {
                    let other = named.iter().find(|named| {
                        (named.column < claim.index || owner.is_none())
                            && named.stage.is_some_and(|stage| lacks(&stage))
                    });
                    let Some(stage) = other.and_then(|named| named.stage) else { continue };
                    Placement::Stays(stage)
                }
                ([_, _, ..], Some(Some(stage))) if lacks(&stage) => {
                    let owners: BTreeSet<Option<Stage>> =
                        same.iter().filter_map(|other| before(other)).map(|n| n.stage).collect();
                    if owners.len() < same.len() {
                        continue;
                    }
                    Placement::Moves(stage)
                }
                (_, _) => continue,
            };
            fates.push((claim.index, fate));
        }
        fates
    }

    /// Whether a column has neither a name nor a number of its education in its header.
    fn is_bare(&self, claim: &Claim) -> bool {
        let name = normalize::header(&self.header(claim.index));
        claim.by_name
            && entry(&claim.slot) == Some(1)
            && Stage::split(&name).is_none()
            && !name.contains(|c: char| c.is_ascii_digit())
    }

    fn place(
        &mut self,
        column: usize,
        fate: &Placement,
        numbers: &BTreeMap<Stage, u16>,
        named: &[Named],
    ) {
        let (Placement::Stays(stage) | Placement::Moves(stage) | Placement::Unclear(stage)) = fate;
        let number = numbers.get(stage).copied().unwrap_or(1);
        let Some(at) = self.bound.iter().position(|claim| claim.index == column) else { return };
        let first = self.bound[at].path.to_string();
        let mut other = Claim::by_name(column, self.bound[at].slot.clone(), true);
        other.renumber(number);
        let level = |stage: Option<Stage>| {
            named.iter().find(|named| named.stage == stage).map(|named| self.named(named.column))
        };
        let (firsts, stages) = (level(None), level(Some(*stage)).unwrap_or_default());
        let line = |path: &str| format!("\"{}\" = \"{path}\"", self.header(column));
        let told = match fate {
            Placement::Stays(_) => firsts.map(|firsts| [firsts, stages, line(&other.path)]),
            Placement::Moves(_) => {
                let told = firsts.map(|firsts| [stages, firsts, line(&first)]);
                self.bound[at] = other;
                told
            }
            Placement::Unclear(_) => {
                self.unbound.push((column, Some(format!("{}{BETWEEN}{first}", other.path))));
                self.bound.remove(at);
                None
            }
        };
        // Where all columns are of named educations there is no other reading.
        if let Some(told) = told {
            self.beside.push((column, Complaint::with(Code::HeaderBesideStage, told)));
        }
    }

    /// `D 最高学历`.
    fn named(&self, column: usize) -> String {
        let letters = column_name(u32::try_from(column).unwrap_or(u32::MAX));
        format!("{letters} {}", self.header(column))
    }
}

/// The number of each named education: the first that is free.
fn numbers(staged: &[(usize, Slot, Stage)], mut taken: BTreeSet<u16>) -> BTreeMap<Stage, u16> {
    let named: BTreeSet<Stage> = staged.iter().map(|(_, _, stage)| *stage).collect();
    let mut numbers = BTreeMap::new();
    for stage in named {
        let free = (1..=u16::MAX).find(|n| !taken.contains(n)).unwrap_or(1);
        taken.insert(free);
        numbers.insert(stage, free);
    }
    numbers
}

fn field(slot: &Slot) -> &'static str {
    match &slot.target {
        Target::Entry { field, .. } => field.key,
        Target::Field(_)
        | Target::Custom { .. }
        | Target::EntryCustom { .. }
        | Target::Module { .. } => "",
    }
}
