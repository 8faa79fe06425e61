//! The arguments of `muster template`.
//!
//! Must not know: which groups and columns there are.

use std::path::PathBuf;

use clap::Args;

use super::{t, words};
use crate::spec::KindId;

/// `template`.
#[derive(Debug, Args)]
pub(crate) struct Template {
    /// Of what.
    #[arg(value_parser = words::kind, value_name = "KIND", help = words::kinds())]
    pub kind: KindId,
    /// Where it goes.
    #[arg(short, long, value_name = "FILE.xlsx|.csv", value_parser = words::spreadsheet, help = t("写入哪个文件", "the file to write"))]
    pub output: PathBuf,
    /// Which columns.
    #[arg(long, value_name = "NAME[:N],…", help = t("再加哪些组和列（默认只有必填和常用的）：教育:3 是三段，语言:0 去掉；all 是全部", "groups and columns beside the required and the common ones: education:3 for three entries, career:0 to leave it out; all for everything"))]
    pub with: Vec<String>,
    /// As if there were no snapshot.
    #[arg(long, help = t("不用参考数据的快照：没有下拉列表和自定义字段，各列填 ID", "without the snapshot of reference data: no dropdowns and custom fields of the tenant, and IDs to fill in"))]
    pub no_refs: bool,
}
