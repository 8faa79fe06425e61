//! The arguments that say which spreadsheets to read, and how.
//!
//! Must not know: which command reads them.

use std::path::PathBuf;

use clap::Args;

use super::hidden::HiddenParts;
use super::speech::t;
use super::words;
use crate::bind::DateOrder;
use crate::spec::KindId;

/// Which spreadsheets, and how to read them.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// The spreadsheets.
    #[arg(required = true, value_name = "FILE", help = t("CSV、.xlsx、.xls、.xlsb 或 .ods 文件，可以多个", "CSV, .xlsx, .xls, .xlsb or .ods files"))]
    pub files: Vec<PathBuf>,
    /// What the rows are.
    #[arg(long, value_parser = words::kind, value_name = "KIND", help = words::kinds_of_rows())]
    pub kind: Option<KindId>,
    /// The mapping file.
    #[arg(long, value_name = "FILE.toml|.xlsx", help = t("映射文件：TOML，或填好的对照表 .xlsx", "the mapping: a TOML file, or a filled-in mapping workbook (.xlsx)"))]
    pub mapping: Option<PathBuf>,
    /// The sheet.
    #[arg(long, value_name = "NAME", help = t("只读这个工作表", "read this sheet only"))]
    pub sheet: Option<String>,
    /// The row of the header.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_048_576), help = t("表头在第几行", "the row of the header"))]
    pub header_row: Option<u32>,
    /// The encoding of CSV files.
    #[arg(long, value_name = "NAME", help = t("CSV 的编码，如 gb18030", "the encoding of CSV files, such as gb18030"))]
    pub encoding: Option<String>,
    /// The delimiter of CSV files.
    #[arg(long, value_name = "C", value_parser = words::delimiter, help = t("CSV 的分隔符（tab 表示制表符）", "the delimiter of CSV files (tab for a tab)"))]
    pub delimiter: Option<u8>,
    /// How many times as high the limits are.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000), help = t("把文件大小等上限放宽到 N 倍，只用于可靠的文件", "raise the limits on sizes N times, for files that you trust"))]
    pub raise_limits: Option<u32>,
    /// Rows without a key are records too.
    #[arg(long, help = t("允许没有手机、邮箱、证件号的行", "allow rows with no mobile, e-mail or ID number"))]
    pub allow_keyless: bool,
    /// What is hidden.
    #[arg(long, value_enum, default_value_t = HiddenParts::Skip, hide_default_value = true, hide_possible_values = true, value_name = "WHAT", help = t("隐藏的行、列和工作表：skip 报告并跳过（默认）、read 照常读取", "hidden rows, columns and sheets: skip (report them, the default) or read"))]
    pub hidden: HiddenParts,
    /// Suggestions that are taken.
    #[arg(long, value_name = "0.9", value_parser = words::confidence, help = t("采用把握不低于此值（0.5 到 1）的字段建议，每一处都有提醒", "take suggested fields of at least this confidence (0.5 to 1), each with a warning"))]
    pub accept_suggestions: Option<f64>,
    /// Without what is known of the tenant.
    #[arg(long, help = t("不用 muster refs pull 读到的清单：ID 一列只认 ID", "do without the lists of `muster refs pull`: a column of IDs holds IDs"))]
    pub no_refs: bool,
    /// How old that may be.
    #[arg(long, value_name = "7d", value_parser = words::age, conflicts_with = "no_refs", help = t("清单最多可以旧到什么程度，如 7d、12h", "how old those lists may be, as in 7d or 12h"))]
    pub max_age: Option<jiff::SignedDuration>,
    /// The order of dates that have two readings.
    #[arg(long, value_parser = words::date_order, value_name = "ymd|dmy|mdy", help = t("日期 03/04/2026 的读法：dmy（日在前）或 mdy（月在前）；两位年份也可用 ymd。表里有证据的列不受影响", "how to read dates such as 03/04/2026: dmy (day first) or mdy (month first), or ymd for years of two digits; columns whose own values settle it are not affected"))]
    pub dates: Option<DateOrder>,
}
