//! The arguments of `muster init`.
//!
//! Must not know: what is written.

use std::path::PathBuf;

use clap::Args;

use super::t;

/// `init`.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The app.
    #[arg(long, value_name = "cli_…", help = t("自建应用的 App ID", "the custom app's App ID"))]
    pub app_id: Option<String>,
    /// The tenant's name.
    #[arg(long, value_name = "NAME", help = t("租户名称，每次询问和报告里都会显示", "the tenant's name, which every question and report shows"))]
    pub tenant_name: Option<String>,
    /// Where the secret is.
    #[arg(long, value_name = "FILE", help = t("密钥文件，默认 secret.txt；没有这个文件时，不显示地询问密钥，或取自环境变量 MUSTER_APP_SECRET", "the file of the secret (default secret.txt); where it is not there, the secret is asked for and not shown, or taken from MUSTER_APP_SECRET"))]
    pub secret_file: Option<PathBuf>,
    /// Where the API is.
    #[arg(long, value_name = "URL", help = t("接口地址，默认 https://open.feishu.cn；Lark 是 https://open.larksuite.com", "the API's address (default https://open.feishu.cn; Lark: https://open.larksuite.com)"))]
    pub base_url: Option<String>,
    /// The answer to the question.
    #[arg(long, help = t("检查没有问题就直接读取参考数据，不再询问", "read the reference data without asking, if all is well"))]
    pub yes: bool,
}
