//! What cells of a foreign workbook show that calamine does not tell: what is seen of a number, and
//! links.
//!
//! Must not know: formats of files, values.

use std::collections::HashMap;

use crate::sheet::format::is_figure_of;
use crate::sheet::{Dressed, Held, RawCell, RawRow};

/// Cells that are kept: a sheet in which more show something else than they hold is read as it holds.
const MOST: usize = 1 << 20;

/// What cells show, by row and column from 0.
#[derive(Debug, Default)]
pub(super) struct Faces(HashMap<(u32, u32), Face>);

/// What is seen of a cell.
#[derive(Clone, Debug)]
pub(super) enum Face {
    /// This text, of a number.
    Shown(String),
    /// A text with a link to this address.
    Link(String),
}

impl Faces {
    /// Note what is seen of a cell.
    pub(super) fn note(&mut self, at: (u32, u32), face: Face) {
        if self.0.len() < MOST {
            self.0.insert(at, face);
        }
    }

    /// The address behind a cell.
    pub(super) fn link(&self, at: (u32, u32)) -> Option<&str> {
        match self.0.get(&at)? {
            Face::Link(to) => Some(to),
            Face::Shown(_) => None,
        }
    }

    /// Put a number with what is seen of it; false, and nothing put, where that is no more than the
    /// number.
    pub(super) fn put_number(&self, row: &mut RawRow, at: (u32, u32), number: f64) -> bool {
        let Some(Face::Shown(face)) = self.0.get(&at) else { return false };
        let face = face.trim();
        if is_figure_of(face, number) || number.abs() >= 1e15 {
            return false;
        }
        let dressed = Dressed { face, held: Held::Number(number) };
        row.put(at.1 as usize, RawCell::Dressed(dressed));
        true
    }
}
