//! What the cells of a sheet do not say: which rows and columns are hidden, which cells are merged,
//! whether a filter is on, from where days are counted.
//!
//! Must not know: files, formats, how a sheet says it.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::address::{CellRef, NotAnAddress};
use super::cell::Epoch;

/// What a sheet shows, beside its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Rows that are not shown, numbered from 1 as Excel does; those that a filter hides too.
    pub hidden_rows: Spans,
    /// Columns that are not shown, counted from 0.
    pub hidden_columns: Spans,
    /// Merged cells, in the file's order.
    pub merges: Vec<Merge>,
    /// A filter with a condition is on: the rows that it leaves out are among the hidden ones.
    pub filtered: bool,
    /// From where its numbers count days.
    pub epoch: Epoch,
}

impl Outline {
    /// The merged cells that `cell` is one of.
    pub fn merge_at(&self, cell: CellRef) -> Option<&Merge> {
        self.merges.iter().find(|merge| merge.contains(cell))
    }

    /// Nothing is hidden, merged or filtered.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// A set of numbers as inclusive ranges: sorted, without overlap, as few as can be.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spans(Vec<(u32, u32)>);

impl Spans {
    /// Add the numbers of a range. Cheapest in rising order.
    pub fn add(&mut self, range: RangeInclusive<u32>) {
        let (mut first, mut last) = range.into_inner();
        if first > last {
            return;
        }
        // What touches the range becomes part of it.
        let from = self.0.partition_point(|(_, end)| end.saturating_add(1) < first);
        let to = self.0.partition_point(|(start, _)| *start <= last.saturating_add(1));
        if matches!(self.0[from..to], [(start, end)] if start <= first && last <= end) {
            return;
        }
        if let Some((start, _)) = self.0[from..to].first() {
            first = first.min(*start);
        }
        if let Some((_, end)) = self.0[from..to].last() {
            last = last.max(*end);
        }
        self.0.splice(from..to, [(first, last)]);
    }

    /// Whether `number` is one of them.
    pub fn contains(&self, number: u32) -> bool {
        let at = self.0.partition_point(|(_, end)| *end < number);
        self.0.get(at).is_some_and(|(start, _)| *start <= number)
    }

    /// The ranges, rising.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = RangeInclusive<u32>> + '_ {
        self.0.iter().map(|(first, last)| *first..=*last)
    }

    /// No number is one of them.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many numbers they are.
    pub fn count(&self) -> u64 {
        self.0.iter().map(|(first, last)| u64::from(last - first) + 1).sum()
    }
}

impl FromIterator<RangeInclusive<u32>> for Spans {
    fn from_iter<T: IntoIterator<Item = RangeInclusive<u32>>>(ranges: T) -> Self {
        let mut spans = Self::default();
        for range in ranges {
            spans.add(range);
        }
        spans
    }
}

/// `[3..=5, 9..=9]`
impl fmt::Debug for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A rectangle of cells that are one; only the first can hold anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Its upper left cell.
    pub first: CellRef,
    /// Its lower right cell.
    pub last: CellRef,
}

impl Merge {
    /// Whether `cell` is one of them.
    pub fn contains(&self, cell: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&cell.row)
            && (self.first.column..=self.last.column).contains(&cell.column)
    }
}

/// From `B2:D3`, or `B2` for a single cell.
impl FromStr for Merge {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (first, last): (CellRef, CellRef) = (first.parse()?, last.parse()?);
        if first.row > last.row || first.column > last.column {
            return Err(NotAnAddress);
        }
        Ok(Self { first, last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spans_that_touch_are_one() {
        let spans: Spans = [9..=9, 3..=4, 5..=6, 20..=22, 21..=30].into_iter().collect();
        assert_eq!(spans.iter().collect::<Vec<_>>(), [3..=6, 9..=9, 20..=30]);
        assert_eq!(spans.count(), 16);
        assert!(
            spans.contains(6) && spans.contains(9) && !spans.contains(7) && !spans.contains(31)
        );
        assert_eq!(format!("{spans:?}"), "[3..=6, 9..=9, 20..=30]");
        let all: Spans = [0..=0, u32::MAX..=u32::MAX, 0..=u32::MAX].into_iter().collect();
        assert_eq!((all.count(), all.iter().len()), (1 << 32, 1));
        #[expect(clippy::reversed_empty_ranges, reason = "a range that holds nothing")]
        let none: Spans = [5..=3].into_iter().collect();
        assert!(none.is_empty());
    }

    #[test]
    fn a_merge_reads_its_corners() {
        let merge: Merge = "B2:D3".parse().unwrap();
        assert_eq!((merge.first, merge.last), (CellRef::new(2, 1), CellRef::new(3, 3)));
        assert!(merge.contains(CellRef::new(3, 1)) && !merge.contains(CellRef::new(4, 1)));
        assert!("C9".parse::<Merge>().is_ok());
        for wrong in ["", "B2:", ":B2", "D3:B2", "B3:D2", "A1:XFE1", "A1:B2:C3"] {
            assert_eq!(wrong.parse::<Merge>(), Err(NotAnAddress), "{wrong}");
        }
        let outline = Outline { merges: vec![merge], ..Outline::default() };
        assert_eq!(outline.merge_at(CellRef::new(2, 3)), Some(&merge));
        assert!(!outline.is_plain() && Outline::default().is_plain());
    }

    proptest! {
        #[test]
        fn spans_hold_what_was_added_and_nothing_else(
            ranges in prop::collection::vec((0u32..60, 0u32..8), 0..12)
        ) {
            let ranges: Vec<_> = ranges.iter().map(|(first, more)| *first..=first + more).collect();
            let spans: Spans = ranges.iter().cloned().collect();
            let mut count = 0;
            for number in 0..80 {
                let expected = ranges.iter().any(|range| range.contains(&number));
                prop_assert_eq!(spans.contains(number), expected);
                count += u64::from(expected);
            }
            prop_assert_eq!(spans.count(), count);
            let starts: Vec<_> = spans.iter().collect();
            prop_assert!(starts.windows(2).all(|pair| *pair[0].end() + 1 < *pair[1].start()));
        }
    }
}
