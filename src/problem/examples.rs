//! An example of every code of the catalogue: what its text looks like when it is filled in, what
//! stands in the cell, file, mapping or answer that raises it, and what to write instead. Shown by
//! `muster explain`.
//!
//! Persons, numbers and addresses are invented. The tables are grouped as the listing shows them.
//!
//! To add a code's example: one entry in the table of its group. A missing language does not
//! compile; a missing entry, or values that do not fit the placeholders, fail the law test.
//!
//! Must not know: what raises a code, how an example is printed.

use super::{Arg, Code, Complaint, both};
pub use example::{Cell, Example, Value};

impl Example {
    /// The example of a code; none where the tables lack it, which the law test forbids.
    pub fn of(code: Code) -> Option<&'static Self> {
        GROUPS.iter().flat_map(|group| group.examples).find(|example| example.code == code)
    }

    /// The code with its example values.
    pub fn complaint(&self) -> Complaint {
        let args = self.args.iter().map(|value| {
            if value.zh == value.en { Arg::from(value.zh) } else { both(value.zh, value.en) }
        });
        Complaint::with(self.code, args)
    }
}

/// Codes that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its title in Chinese.
    pub zh: &'static str,
    /// Its title in English.
    pub en: &'static str,
    /// Its codes, in the order in which they are listed.
    pub examples: &'static [Example],
}

macro_rules! value {
    ($both:literal) => {
        crate::problem::examples::Value { zh: $both, en: $both }
    };
    ($zh:literal / $en:literal) => {
        crate::problem::examples::Value { zh: $zh, en: $en }
    };
}

/// `Code ["value", "中文值" / "English value"] "header": "before" => "after" zh: "…"; en: "…";`
macro_rules! examples {
    ($( $name:ident [$( $zh_arg:literal $(/ $en_arg:literal)? ),*]
        $( $header:literal : $before:literal => $after:literal ),*
        zh: $zh:literal; en: $en:literal; )*) => {
        &[$( crate::problem::examples::Example {
            code: crate::problem::Code::$name,
            args: &[$( value!($zh_arg $(/ $en_arg)?) ),*],
            cells: &[$( crate::problem::examples::Cell {
                header: $header, before: $before, after: $after,
            } ),*],
            zh: $zh,
            en: $en,
        } ),*]
    };
}

mod example;
mod files;
mod mapping;
mod records;
mod sheets;
mod system;
mod tenant;
mod values;

/// Every group, in the order of the work: reading, binding, checking, sending.
pub const GROUPS: &[Group] = &[
    Group { zh: "文件", en: "Files", examples: files::FILES },
    Group { zh: "读不了的单元格", en: "Cells that cannot be read", examples: files::CELLS },
    Group {
        zh: "工作表、行和表头", en: "Sheets, rows and headers", examples: sheets::SHEETS
    },
    Group {
        zh: "映射文件和子表",
        en: "Mapping files and child sheets",
        examples: mapping::MAPPING,
    },
    Group {
        zh: "单元格：文字、编号和选项",
        en: "Cells: text, IDs and options",
        examples: values::TEXTS,
    },
    Group {
        zh: "单元格：日期和时间段", en: "Cells: dates and periods", examples: values::DATES
    },
    Group {
        zh: "单元格：手机、邮箱和证件",
        en: "Cells: mobile, e-mail and documents",
        examples: values::CONTACTS,
    },
    Group { zh: "一行或几行的内容", en: "Rows as a whole", examples: records::RECORDS },
    Group {
        zh: "日志和已有的记录",
        en: "The journal and earlier records",
        examples: records::JOURNAL,
    },
    Group { zh: "飞书接口", en: "The Feishu API", examples: tenant::API },
    Group {
        zh: "冲突和结果未知", en: "Conflicts and unknown outcomes", examples: tenant::DOUBT
    },
    Group {
        zh: "命令、配置和报告",
        en: "Commands, configuration and reports",
        examples: system::SYSTEM,
    },
];

#[cfg(test)]
mod tests;
