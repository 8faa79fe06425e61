//! Headers that name a group and its field, with or without a number: 教育经历2-学校.
//!
//! Must not know: fields outside groups, columns.

use std::collections::HashMap;

use crate::lexicon::numbers::{COUNTERS, leading_number, trailing_number};
use crate::spec::{Field, Group};

/// A group's own names and those of its fields.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) group: &'static Group,
    pub(crate) own: Vec<String>,
    pub(crate) fields: HashMap<String, &'static Field>,
}

impl Names {
    /// `教育经历2学校`, `教育经历学校2`, `第2段教育经历学校`.
    pub(crate) fn grouped(&self, name: &str) -> Option<(u16, &'static Field)> {
        let (ordinal, name) = match name.strip_prefix('第').and_then(leading_number) {
            Some((n, rest)) => (Some(n), rest.strip_prefix(COUNTERS)?),
            None => (None, name),
        };
        for own in &self.own {
            let Some(rest) = name.strip_prefix(own.as_str()) else { continue };
            if let Some((n, field)) = self.entry(rest, ordinal)
                && n <= self.group.max
            {
                return Some((u16::try_from(n).ok()?, field));
            }
        }
        None
    }

    fn entry(&self, rest: &str, ordinal: Option<usize>) -> Option<(usize, &'static Field)> {
        if let Some(field) = self.fields.get(rest) {
            return Some((ordinal.unwrap_or(1), field));
        }
        if ordinal.is_some() {
            return None;
        }
        let inner = rest.strip_prefix('第').unwrap_or(rest);
        if let Some((n, label)) = leading_number(inner) {
            let counted = || self.fields.get(label.strip_prefix(COUNTERS)?);
            if let Some(field) = self.fields.get(label).or_else(counted) {
                return Some((n, field));
            }
        }
        let (label, n) = trailing_number(rest)?;
        self.fields.get(label).map(|field| (n, *field))
    }
}
