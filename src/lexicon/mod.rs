//! The one vocabulary, and the one folding: how headers and labels are brought to one form, what words
//! say the same, what a header means in each kind, which words make a row none.
//!
//! Must not know: sheets as a whole, mappings, which column feeds which place.

mod fold;
pub mod forms;
pub mod headers;
pub mod labels;
pub mod likeness;
mod lists;
pub mod nearest;
pub mod normalize;
pub mod numbers;
pub mod path;
pub mod rows;
pub mod suggest;
pub mod synonyms;
pub mod typed;
pub mod words;
