//! The example row of muster's own templates, as long as nobody has touched it: it is no record,
//! and nothing need be said of it.
//!
//! Must not know: example rows of other people's templates.

use super::{Binding, Column};
use crate::kinds::examples::{self, MARKS};
use crate::lexicon::headers;
use crate::sheet::RawRow;
use crate::spec::FieldType;

/// Whether a row is a template's example row with nothing changed but what was deleted: its first
/// content begins with 示例 or Example, and every cell is its field's example. A person written over
/// it, even in part, makes it another row.
pub fn is_own(binding: &Binding, row: &RawRow) -> bool {
    let mut cells = (0..row.width()).filter_map(|at| Some((at, headers::text(row.cell(at))?)));
    let Some((first, text)) = cells.next() else { return false };
    let Some(unmarked) = MARKS.iter().find_map(|mark| text.strip_prefix(mark)) else {
        return false;
    };
    let unmarked = unmarked.trim_start_matches(['：', ':', ' ']);
    is_example(binding, first, unmarked) && cells.all(|(at, text)| is_example(binding, at, &text))
}

/// Whether the text is the example of a place that the column feeds.
fn is_example(binding: &Binding, at: usize, text: &str) -> bool {
    let matches = |column: &Column| {
        if let FieldType::Percent = column.slot.ty() {
            // a template shares a hundred out among its entries
            return text.parse::<u8>().is_ok_and(|share| share <= 100);
        }
        examples::of_slot(&column.slot).is_some_and(|(zh, en)| text == zh || text == en)
    };
    binding.columns.iter().filter(|column| column.index == at).any(matches)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bind::{BindOptions, bind};
    use crate::kinds::talent::TALENT;
    use crate::problem::Place;
    use crate::sheet::RawCell;
    use std::collections::HashMap;

    fn row(cells: &[&str]) -> RawRow {
        let mut row = RawRow::new();
        row.reset(2);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        row
    }

    #[test]
    fn only_the_untouched_example_row_is_our_own() {
        let header = row(&["姓名", "手机号", "性别", "教育经历2-学校", "备注"]);
        let how = BindOptions {
            mapping: None,
            tables: &HashMap::new(),
            allow_keyless: false,
            accept: None,
        };
        let binding = bind(&TALENT, &header, &Place::default(), &how).unwrap();
        for (cells, own) in [
            (&["示例：张三", "13800138000", "男", "示例理工大学"][..], true),
            (&["Example: Zhang San", "13800138000", "Male", ""], true),
            (&["", "", "男"], false),
            (&["张三", "13800138000", "男", "示例理工大学"], false),
            (&["示例：李四", "13800138000"], false),
            (&["示例：张三", "13900139000", "男"], false),
            (&["示例：张三", "13800138000", "女"], false),
            (&["示例：张三", "13800138000", "男", "示例理工大学", "x"], false),
            (&["", "", "", "示例理工大学"], false),
            (&[], false),
        ] {
            assert_eq!(is_own(&binding, &row(cells)), own, "{cells:?}");
        }
    }
}
