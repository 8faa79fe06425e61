//! One thing for each kind, without anybody naming a kind.
//!
//! Must not know: which kinds there are.

use std::ops::{Index, IndexMut};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::kind::KindId;

/// One thing for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerKind<T>([T; KindId::ALL.len()]);

impl<T> PerKind<T> {
    /// These, in the order of [`KindId::ALL`].
    pub const fn new(all: [T; KindId::ALL.len()]) -> Self {
        Self(all)
    }

    /// What `make` gives for each.
    pub fn of(make: impl FnMut(KindId) -> T) -> Self {
        let mut make = make;
        Self(std::array::from_fn(|at| make(KindId::ALL[at])))
    }

    /// Each kind with its own.
    pub fn iter(&self) -> impl Iterator<Item = (KindId, &T)> {
        KindId::ALL.iter().copied().zip(&self.0)
    }

    /// Everything, in the order of the kinds.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
}

impl<T> Index<KindId> for PerKind<T> {
    type Output = T;

    fn index(&self, kind: KindId) -> &T {
        &self.0[kind as usize]
    }
}

impl<T> IndexMut<KindId> for PerKind<T> {
    fn index_mut(&mut self, kind: KindId) -> &mut T {
        &mut self.0[kind as usize]
    }
}

/// A map from the kinds' labels.
impl<T: Serialize> Serialize for PerKind<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (kind, value) in self.iter() {
            map.serialize_entry(kind.label(), value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_stands_at_its_own_place() {
        let mut all = PerKind::of(KindId::label);
        for kind in KindId::ALL {
            assert_eq!(all[*kind], kind.label());
        }
        assert!(all.iter().all(|(kind, label)| kind.label() == *label));
        all[KindId::ALL[0]] = "x";
        assert_eq!(all.values().copied().next(), Some("x"));
        assert!(serde_json::to_string(&all).unwrap().contains("\"talent\":\"x\""));
    }
}
