//! Tables in texts.
//!
//! Must *not* know what they hold.

/// The rows of a table in a text: a line each, its columns between bars.
pub(crate) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter(|line| !line.is_empty()).map(|line| {
        let mut row = [""; N];
        for (column, cell) in row.iter_mut().zip(line.split('|')) {
            *column = cell;
        }
        row
    })
}
