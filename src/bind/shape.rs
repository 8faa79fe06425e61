//! How a record is gathered from more than the cells of its own row: columns that are made of
//! others, and rows of another sheet.
//!
//! Must not know: cells.

/// What a binding wants beside the columns of its header. Columns from [`Shape::width`] on are
/// virtual: their cells are gathered.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Columns of the header; the first virtual column.
    pub width: usize,
}
