//! The one vocabulary, and the one folding: how headers and labels are brought to one form, what words
//! say the same, what a header means in each kind, which words make a row none.
//!
//! Must not know: sheets as a whole, mappings, which column feeds which place.

pub(crate) mod aside;
pub(crate) mod aspects;
pub(crate) mod elsewhere;
mod fillers;
mod fold;
pub(crate) mod forms;
pub(crate) mod halves;
pub(crate) mod headers;
pub(crate) mod headings;
mod hints;
pub(crate) mod labels;
pub(crate) mod levels;
pub(crate) mod likeness;
mod lists;
pub(crate) mod nearest;
pub(crate) mod normalize;
pub(crate) mod nothing;
pub(crate) mod numbers;
pub(crate) mod ongoing;
pub(crate) mod path;
pub(crate) mod people;
pub(crate) mod periods;
pub(crate) mod relations;
pub(crate) mod rows;
pub(crate) mod suggest;
pub(crate) mod surnames;
pub(crate) mod synonyms;
pub(crate) mod typed;
pub(crate) mod withheld;
pub(crate) mod words;
