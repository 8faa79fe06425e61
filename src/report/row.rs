//! One line of `results.csv` and `results.xlsx`: a record and what became of it.
//!
//! Must not know: the journal's tables, any file format.

use std::borrow::Cow;
use std::fmt;

use jiff::Timestamp;

use crate::journal::Fate;
use crate::problem::{Lang, shown};
use crate::spec::KindId;

/// The columns of `results.csv`, in order; part of the contract.
pub(crate) const COLUMNS: [&str; 14] = [
    "record",
    "file",
    "sheet",
    "row",
    "kind",
    "key",
    "status",
    "remote_id",
    "client_token",
    "attempts",
    "code",
    "message",
    "log_id",
    "finished_at",
];

/// What became of one record. Holds a person's data: no `Debug` of the values.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ResultRow {
    /// Its number in the run, from 1.
    pub record: u32,
    /// The input, as the user named it.
    pub file: String,
    /// The sheet; none for CSV.
    pub sheet: Option<String>,
    /// The row as Excel numbers it, from 1.
    pub row: u32,
    /// What the record is.
    pub kind: KindId,
    /// What names the record to a person.
    pub key: String,
    /// What became of it.
    pub fate: Fate,
    /// The ID that the tenant gave it.
    pub remote_id: Option<String>,
    /// The token that it was sent with.
    pub client_token: Option<String>,
    /// How often it was sent.
    pub attempts: u32,
    /// A problem code of muster, or the API's error code.
    pub code: Option<String>,
    /// What that means, in the report's language.
    pub message: Option<String>,
    /// The API's log ID of the last attempt.
    pub log_id: Option<String>,
    /// When its fate was settled.
    pub finished_at: Option<Timestamp>,
}

impl ResultRow {
    /// The cells in the order of [`COLUMNS`], as outputs for machines have them; each on one line.
    pub(super) fn cells(&self) -> [Cow<'_, str>; 14] {
        [
            self.record.to_string().into(),
            shown(&self.file),
            opt(self.sheet.as_deref()),
            self.row.to_string().into(),
            self.kind.label().into(),
            shown(&self.key),
            self.fate.label().into(),
            opt(self.remote_id.as_deref()),
            opt(self.client_token.as_deref()),
            self.attempts.to_string().into(),
            opt(self.code.as_deref()),
            opt(self.message.as_deref()),
            opt(self.log_id.as_deref()),
            self.finished_at.map_or(Cow::Borrowed(""), |at| format!("{at:.0}").into()),
        ]
    }
}

/// What a person reads above each of the columns.
pub(super) const fn headings(lang: Lang) -> [&'static str; 14] {
    match lang {
        Lang::Zh => [
            "记录号",
            "文件",
            "工作表",
            "行",
            "类型",
            "标识",
            "状态",
            "飞书 ID",
            "client_token",
            "发送次数",
            "代码",
            "说明",
            "log_id",
            "完成时间",
        ],
        Lang::En => [
            "Record",
            "File",
            "Sheet",
            "Row",
            "Kind",
            "Key",
            "Status",
            "Remote ID",
            "client_token",
            "Attempts",
            "Code",
            "Message",
            "log_id",
            "Finished at",
        ],
    }
}

/// What a person calls a kind.
pub(super) const fn kind_word(kind: KindId, lang: Lang) -> &'static str {
    crate::kinds::of(kind).name(lang)
}

fn opt(text: Option<&str>) -> Cow<'_, str> {
    shown(text.unwrap_or_default())
}

impl fmt::Debug for ResultRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResultRow({} {} {})", self.record, self.kind.label(), self.fate.label())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A made record, to be changed by tests.
    pub(in super::super) fn row(record: u32, fate: Fate) -> ResultRow {
        ResultRow {
            record,
            file: "员工.csv".into(),
            sheet: None,
            row: record + 1,
            kind: KindId::Talent,
            key: "张三".into(),
            fate,
            remote_id: (fate == Fate::Created).then(|| "6930815272790114324".into()),
            client_token: None,
            attempts: 1,
            code: None,
            message: None,
            log_id: None,
            finished_at: Some(Timestamp::from_second(1_764_000_000).unwrap()),
        }
    }

    #[test]
    fn debug_names_nobody() {
        assert_eq!(format!("{:?}", row(3, Fate::Created)), "ResultRow(3 talent created)");
    }

    #[test]
    fn times_are_whole_seconds_in_utc() {
        let mut row = row(1, Fate::Created);
        row.finished_at = Some(Timestamp::from_millisecond(1_764_000_000_123).unwrap());
        assert_eq!(row.cells()[13], "2025-11-24T16:00:00Z");
    }
}
