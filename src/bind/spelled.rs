//! Several columns that say one thing of the tenant, each in its own way (部门ID, 部门编码, 部门名称): the
//! surest is read.
//!
//! Must not know: cells, what the tenant has.

use super::claim::Claim;
use super::claims::Claims;
use crate::lexicon::normalize;
use crate::spec::FieldType;

/// How sure a column is of the one thing that it names: the first is surest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Spelling {
    Id,
    Code,
    Path,
    Name,
}

/// How a header says that its values are written.
fn spelling(header: &str) -> Spelling {
    let words = normalize::words(header);
    let says = |those: &[&str]| {
        let folded = normalize::header(header);
        words.iter().any(|word| those.contains(&word.as_str()))
            || those.iter().any(|word| !word.is_ascii() && folded.contains(word))
    };
    if says(&["id"]) || normalize::header(header).ends_with("id") {
        Spelling::Id
    } else if says(&["code", "number", "no", "编码", "编号", "代码", "工号"]) {
        Spelling::Code
    } else if says(&["path", "路径", "全称"]) {
        Spelling::Path
    } else {
        Spelling::Name
    }
}

impl Claims {
    /// Whether a column feeds an ID by its own name, which says that it holds codes.
    pub(super) fn is_coded(&self, claim: &Claim) -> bool {
        let is_id = matches!(claim.slot.ty(), FieldType::Id(_) | FieldType::IdList(_));
        claim.by_name && is_id && spelling(&self.header(claim.index)) == Spelling::Code
    }

    /// Of the columns that feed one ID by their own names, leave the surest: the others are told.
    /// Two that are as sure stay, and are told as two columns for one field.
    pub(super) fn surest(&mut self) {
        let ids: Vec<(usize, Spelling)> = self
            .bound
            .iter()
            .filter(|claim| claim.by_name && matches!(claim.slot.ty(), FieldType::Id(_)))
            .map(|claim| (claim.index, spelling(&self.header(claim.index))))
            .collect();
        let of = |claim: &Claim| ids.iter().find(|(column, _)| *column == claim.index);
        let surer = |claim: &Claim| {
            let (_, own) = of(claim)?;
            let mut others = self.bound.iter().filter(|other| other.path == claim.path);
            others.find(|other| {
                !other.by_name || of(other).is_some_and(|(_, spelling)| spelling < own)
            })
        };
        let weaker: Vec<(usize, usize)> = self
            .bound
            .iter()
            .filter_map(|claim| Some((claim.index, surer(claim)?.index)))
            .collect();
        self.bound.retain(|claim| !weaker.iter().any(|(column, _)| *column == claim.index));
        self.ignored.extend(weaker.iter().map(|(column, _)| *column));
        self.spelled = weaker;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_how_its_values_are_written() {
        for (header, want) in [
            ("部门ID", Spelling::Id),
            ("Department ID", Spelling::Id),
            ("department_id", Spelling::Id),
            ("雇佣ID", Spelling::Id),
            ("部门编码", Spelling::Code),
            ("Dept Code", Spelling::Code),
            ("工号", Spelling::Code),
            ("直属上级工号", Spelling::Code),
            ("Employee No", Spelling::Code),
            ("部门全路径", Spelling::Path),
            ("部门名称", Spelling::Name),
            ("部门", Spelling::Name),
            ("Paid Department", Spelling::Name),
        ] {
            assert_eq!(spelling(header), want, "{header}");
        }
    }
}
