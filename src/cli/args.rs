//! The command line, as `docs/contract.md` says it, with its help in both languages.
//!
//! Must not know: what the commands do.

mod aid;
pub(super) mod help;
mod hidden;
mod init;
mod input;
mod map;
mod purge;
mod refs;
mod sandbox;
mod sending;
mod speech;
mod template;
mod words;

use std::path::PathBuf;

use clap::{ArgAction, Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::problem::Lang;
use crate::spec::KindId;

pub(crate) use super::amount::Amount;
pub(crate) use super::read::ReadArgs;
pub(crate) use aid::{Completions, Explain};
pub(crate) use hidden::HiddenParts;
pub(crate) use init::Init;
pub(crate) use input::Input;
pub(crate) use map::Map;
pub(crate) use purge::Purge;
pub(crate) use refs::{Refs, RefsCommand, RefsFind, RefsPull};
pub(crate) use sandbox::Sandbox;
pub(crate) use sending::{Existing, Older, OnChanged, Sending};
pub(super) use speech::speak;
use speech::t;
pub(crate) use template::Template;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "muster",
    version,
    about = t("把花名册、候选人表格导入飞书，不重复导入", "import spreadsheets of people into Feishu (Lark): each exactly once"),
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub(crate) struct Cli {
    /// Flags that every command takes.
    #[command(flatten)]
    pub shared: Shared,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags that every command takes.
#[derive(Clone, Debug, Args)]
pub(crate) struct Shared {
    /// The configuration file.
    #[arg(long, global = true, value_name = "FILE", help = t("配置文件（默认：当前目录或上级目录的 muster.toml）", "the configuration file (default: muster.toml here or above)"))]
    pub config: Option<PathBuf>,
    /// The profile of the configuration file.
    #[arg(long, global = true, value_name = "NAME", help = t("使用哪个 [profile.…]（check 可写两个，比较两个租户）", "which [profile.…] to use (`check` takes two, to compare their tenants)"))]
    pub profile: Vec<String>,
    /// The journal.
    #[arg(long, global = true, value_name = "FILE", help = t("导入记录（默认：.muster/journal.db）", "the journal (default: .muster/journal.db)"))]
    pub journal: Option<PathBuf>,
    /// Language of everything that a person reads.
    #[arg(long, global = true, value_name = "zh|en", help = t("界面语言", "language of all texts"))]
    pub lang: Option<Lang>,
    /// One JSON document on standard output.
    #[arg(long, global = true, help = t("在标准输出给出一个 JSON 文档", "print one JSON document on standard output"))]
    pub json: bool,
    /// Less talk.
    #[arg(short, long, global = true, help = t("精简输出", "talk less"))]
    pub quiet: bool,
    /// More talk in the log.
    #[arg(short, long, global = true, action = ArgAction::Count, help = t("日志更详细（可重复）", "log more (repeat for still more)"))]
    pub verbose: u8,
    /// Never ask.
    #[arg(long, global = true, help = t("不询问", "never ask"))]
    pub no_input: bool,
    /// When to colour.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, hide_default_value = true, hide_possible_values = true, value_name = "WHEN", help = t("何时使用颜色：auto（默认，仅终端）、always、never", "when to use colour: auto (the default, on a terminal), always, never"))]
    pub color: Colour,
    /// The form of log lines.
    #[arg(long, global = true, value_enum, default_value_t = LogFormat::Text, hide_default_value = true, hide_possible_values = true, value_name = "FORM", help = t("日志行的格式：text（默认）或 json", "the form of log lines: text (the default) or json"))]
    pub log_format: LogFormat,
    /// Where log lines go.
    #[arg(long, global = true, value_name = "FILE", help = t("日志写入文件而不是标准错误", "write the log to a file instead of standard error"))]
    pub log_file: Option<PathBuf>,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal.
    #[value(help = t("在终端上", "on a terminal"))]
    Auto,
    /// Always.
    #[value(help = t("总是", "always"))]
    Always,
    /// Never.
    #[value(help = t("从不", "never"))]
    Never,
}

/// The form of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For people.
    #[value(help = t("给人看", "for people"))]
    Text,
    /// One JSON object a line.
    #[value(help = t("每行一个 JSON", "one JSON object a line"))]
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Is my file right?
    #[command(about = t("检查表格：逐格核对，什么也不发送", "check spreadsheets: every cell, sending nothing"),
        after_help = t("例：muster check 花名册.xlsx", "Example: muster check staff.xlsx"))]
    Check(Check),
    /// Do it.
    #[command(about = t("导入：检查、计划、询问、发送、报告", "import: check, plan, ask, send, report"),
        after_help = t("例：muster import 花名册.xlsx --sandbox --yes", "Example: muster import staff.xlsx --sandbox --yes"))]
    Import(Import),
    /// Go on with an interrupted run.
    #[command(about = t("继续一次中断的运行，不需要表格", "go on with an interrupted run; needs no spreadsheet"),
        after_help = t("例：muster resume", "Example: muster resume"))]
    Resume(Resume),
    /// Give up what is not sent.
    #[command(about = t("放弃某次运行里尚未发送的记录", "give up the records of a run that are not sent"),
        after_help = t("例：muster abandon 3", "Example: muster abandon 3"))]
    Abandon(RunArg),
    /// Turn doubt into fact.
    #[command(about = t("查清结果未知的记录", "settle records whose outcome is not known"),
        after_help = t("例：muster settle 3 --record 17 --created 7021471300428613932 --note 已在后台确认", "Example: muster settle 3 --record 17 --not-created --note 'looked it up'"))]
    Settle(Settle),
    /// Forget people.
    #[command(about = t("清除旧运行的个人数据，保留防止重复所需的哈希", "erase the personal data of old runs; what prevents duplicates stays"),
        after_help = t("例：muster purge --older-than 30d", "Example: muster purge --older-than 30d"))]
    Purge(Purge),
    /// All runs.
    #[command(about = t("列出所有运行", "list all runs"), after_help = t("例：muster runs", "Example: muster runs"))]
    Runs(Runs),
    /// One run.
    #[command(about = t("查看某次运行的状态（默认：最近一次）", "the state of a run (default: the newest)"),
        after_help = t("例：muster status 3", "Example: muster status 3"))]
    Status(OptionalRun),
    /// The report of a run.
    #[command(about = t("重新生成某次运行的报告", "write the report of a run again"),
        after_help = t("例：muster report 3 --report-dir 报告", "Example: muster report 3 --report-dir out"))]
    Report(Report),
    /// An empty spreadsheet.
    #[command(about = t("生成空白模板", "write an empty spreadsheet to fill in"),
        after_help = t("例：muster template talent -o 人才.xlsx --with 教育:2,工作:3,语言:1,国籍", "Example: muster template talent -o talents.xlsx --with education:2,career:3,language:1,nationality"))]
    Template(Template),
    /// The field reference.
    #[command(about = t("列出可填写的字段", "list the fields that a column can feed"),
        after_help = t("例：muster fields job-data", "Example: muster fields job-data"))]
    Fields(Fields),
    /// A proposed mapping.
    #[command(about = t("看表格，建议一份字段对照", "look at spreadsheets and propose a mapping"),
        after_help = t("例：muster map 花名册.xlsx -o 对照表.xlsx", "Example: muster map staff.xlsx -o mapping.toml"))]
    Map(Map),
    /// The tenant's own lists.
    #[command(about = t("读取租户的部门、职务、地点等名单，按名称查 ID", "read the tenant's departments, jobs, places and so on, and look up IDs by name"),
        after_help = t("例：muster refs pull && muster refs find 研发中心", "Example: muster refs pull && muster refs find Engineering"))]
    Refs(Refs),
    /// The configuration of a tenant.
    #[command(about = t("写一份租户的配置，检查一遍，读取参考数据", "write the configuration of a tenant, look at everything, read the reference data"),
        after_help = t("例：muster init\n    muster init --app-id cli_a --tenant-name 某某公司 --secret-file secret.txt --yes", "Example: muster init\n         muster init --app-id cli_a --tenant-name 'Some Company' --secret-file secret.txt --yes"))]
    Init(Init),
    /// Is everything ready?
    #[command(about = t("检查配置、凭证、时钟、权限和导入记录", "check configuration, credentials, clock, permissions and journal"),
        after_help = t("例：muster doctor", "Example: muster doctor"))]
    Doctor(Doctor),
    /// A stand-in for the Feishu API.
    #[command(about = t("启动本地模拟的飞书接口，供演练", "run a local stand-in for the Feishu API, for rehearsals"),
        after_help = t("例：muster sandbox --faults flaky", "Example: muster sandbox --faults flaky"))]
    Sandbox(Sandbox),
    /// Help with muster itself.
    #[command(flatten)]
    Aid(Aid),
    /// Read a foreign workbook within limits: muster runs itself with it.
    #[command(name = "__read", hide = true)]
    Read(ReadArgs),
}

/// Commands that need no spreadsheet and no tenant.
#[derive(Debug, Subcommand)]
pub(crate) enum Aid {
    /// What a code means.
    #[command(about = t("解释一个代码：含义、办法、例子", "explain a code: what it means, what to do, an example"),
        after_help = t("例：muster explain digits-lost\n    muster explain 1002105（飞书的错误码）\n    muster explain（列出全部代码）", "Example: muster explain digits-lost\n         muster explain 1002105 (a code of the API)\n         muster explain (lists all codes)"))]
    Explain(Explain),
    /// Completions for a shell.
    #[command(about = t("打印命令行补全脚本", "print a completion script for a shell"),
        after_help = t("例：muster completions bash > ~/.local/share/bash-completion/completions/muster", "Example: muster completions bash > ~/.local/share/bash-completion/completions/muster"))]
    Completions(Completions),
    /// The manual page.
    #[command(about = t("打印手册页（roff），可以是某个命令的", "print the manual page (roff), or that of a command"),
        after_help = t("例：muster man > muster.1 && man -l muster.1\n    muster man check > muster-check.1", "Example: muster man > muster.1 && man -l muster.1\n         muster man check > muster-check.1"))]
    Man(Man),
}

/// `man`.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// Of which command; of muster as a whole where there is none.
    #[arg(value_name = "COMMAND", value_parser = command, help = t("哪个命令（默认：muster 本身）", "of which command (default: muster itself)"))]
    pub command: Option<String>,
}

fn command(word: &str) -> Result<String, String> {
    if Cli::command().find_subcommand(word).is_some_and(|found| !found.is_hide_set()) {
        return Ok(word.to_owned());
    }
    Err(t(
        "没有这个命令，muster --help 列出全部",
        "there is no such command; muster --help lists them",
    )
    .to_owned())
}

/// `runs`.
#[derive(Debug, Args)]
pub(crate) struct Runs {
    /// In the sandbox's journal.
    #[arg(long, help = t("沙箱的导入记录", "of the sandbox's journal"))]
    pub sandbox: bool,
}

/// `doctor`.
#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Of the built-in sandbox.
    #[arg(long, help = t("检查内置沙箱", "look at the built-in sandbox"))]
    pub sandbox: bool,
}

/// `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// What to read.
    #[command(flatten)]
    pub input: Input,
    /// Where to write the bodies.
    #[arg(long, value_name = "FILE", help = t("把将要发送的请求体逐行写入文件", "write the bodies that would be sent, one a line"))]
    pub payloads: Option<PathBuf>,
    /// Where to write the rows with their problems.
    #[arg(long, value_name = "FILE.xlsx|.csv", value_parser = words::spreadsheet, help = t("把有问题的行写入表格", "write the rows with problems to a spreadsheet"))]
    pub report: Option<PathBuf>,
    /// Show what cells hold.
    #[arg(long, help = t("问题里的姓名、号码等不打星号，照原样显示", "show names, numbers and the like as they are, not masked"))]
    pub show_values: bool,
    /// How many groups of problems to print.
    #[arg(long, value_name = "N", default_value_t = 20, hide_default_value = true, help = t("最多显示几组问题，不影响计数（默认 20）", "print at most so many groups of problems; all are counted (default 20)"))]
    pub limit_problems: usize,
}

/// `import`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "a flag is a bool, and these are independent")]
pub(crate) struct Import {
    /// What to read.
    #[command(flatten)]
    pub input: Input,
    /// How to send.
    #[command(flatten)]
    pub sending: Sending,
    /// Up to the question only.
    #[arg(short = 'n', long, help = t("只演练到提问为止，不发送", "go up to the question only, sending nothing"))]
    pub dry_run: bool,
    /// The first ones are looked at.
    #[arg(long, value_name = "N", value_parser = words::count, help = t("先发送 N 条，逐项读回核对，再发送其余的", "send N first and read them back field by field before the rest follows"))]
    pub canary: Option<usize>,
    /// The answer to the question.
    #[arg(long, help = t("不再询问，直接发送", "send without asking"))]
    pub yes: bool,
    /// Send the good rows.
    #[arg(long, help = t("跳过有错误的行，发送其余的", "leave the invalid rows out and send the others"))]
    pub skip_invalid: bool,
    /// How many invalid records are left out.
    #[arg(long, value_name = "N|P%", value_parser = words::amount, help = t("有错误的行不超过这个数就跳过它们，超过就什么也不发送", "leave out so many invalid rows; with more, send nothing"))]
    pub max_invalid: Option<Amount>,
    /// How many rows there must be.
    #[arg(long, value_name = "N|P%", value_parser = words::amount, help = t("行数（或占上次运行的百分比）少于这个数就什么也不发送", "send nothing if there are fewer rows, or less than this share of the last run's"))]
    pub min_rows: Option<Amount>,
    /// What changed content means.
    #[arg(long, value_enum, default_value_t = OnChanged::Report, hide_default_value = true, hide_possible_values = true, value_name = "WHAT", help = t("内容与以前导入的不同时：report 只报告（默认）、fail 以 10 退出", "content that differs from an earlier run: report (the default) or fail (exit 10)"))]
    pub on_changed: OnChanged,
    /// What becomes of an older run's unsent rows where only a person can tell.
    #[arg(long, value_enum, hide_possible_values = true, value_name = "WHAT", help = t("以前的运行还有未发送的行、又与本次输入只有部分相同时：replace 撤回它们，keep 留着（默认询问）", "unsent rows of an older run that this input holds in part: replace withdraws them, keep leaves them (asked by default)"))]
    pub older: Option<Older>,
    /// Of the run that a fix file is of, send the repaired rows alone.
    #[arg(long, help = t("导入修复表时只发送修好的行，不带原运行中没有问题的行", "with a fix file: only its rows, not what was fine and unsent in its run"))]
    pub only_fixed: bool,
    /// Empty the sandbox first.
    #[arg(long, requires = "sandbox", help = t("先清空沙箱", "empty the sandbox first"))]
    pub fresh: bool,
}

/// `resume`.
#[derive(Debug, Args)]
pub(crate) struct Resume {
    /// Which run; the newest that can go on.
    #[arg(value_name = "RUN", help = t("运行号（默认：最近可继续的）", "the run (default: the newest that can go on)"))]
    pub run: Option<i64>,
    /// How to send.
    #[command(flatten)]
    pub sending: Sending,
    /// The first ones are looked at.
    #[arg(long, value_name = "N", value_parser = words::count, help = t("先发送 N 条，逐项读回核对，再发送其余的", "send N first and read them back field by field before the rest follows"))]
    pub canary: Option<usize>,
    /// The answer to the question.
    #[arg(long, help = t("不再询问，直接发送", "send without asking"))]
    pub yes: bool,
}

/// A command on one run.
#[derive(Debug, Args)]
pub(crate) struct RunArg {
    /// Which run.
    #[arg(value_name = "RUN", help = t("运行号", "the run"))]
    pub run: i64,
    /// In the sandbox's journal.
    #[arg(long, help = t("沙箱的导入记录", "of the sandbox's journal"))]
    pub sandbox: bool,
}

/// A command on one run, or on the newest.
#[derive(Debug, Args)]
pub(crate) struct OptionalRun {
    /// Which run.
    #[arg(value_name = "RUN", help = t("运行号（默认：最近的）", "the run (default: the newest)"))]
    pub run: Option<i64>,
    /// In the sandbox's journal.
    #[arg(long, help = t("沙箱的导入记录", "of the sandbox's journal"))]
    pub sandbox: bool,
}

/// `settle`.
#[derive(Debug, Args)]
pub(crate) struct Settle {
    /// Which run.
    #[arg(value_name = "RUN", help = t("运行号（默认：全部）", "the run (default: all)"))]
    pub run: Option<i64>,
    /// A record that a person decides.
    #[arg(long, value_name = "N", requires = "decision", help = t("由人来决定的记录号", "the record that you decide"))]
    pub record: Option<i64>,
    /// It was made.
    #[arg(long, value_name = "ID", group = "decision", requires = "record", value_parser = clap::builder::NonEmptyStringValueParser::new(), help = t("已创建，其 ID 为…", "it was created, with this ID"))]
    pub created: Option<String>,
    /// It was not made.
    #[arg(long, group = "decision", requires = "record", help = t("没有创建，可以重发", "it was not created and may be sent again"))]
    pub not_created: bool,
    /// Why.
    #[arg(long, value_name = "TEXT", help = t("备注：依据是什么", "a note: on what grounds"))]
    pub note: Option<String>,
    /// How to read.
    #[command(flatten)]
    pub sending: Sending,
}

/// `report`.
#[derive(Debug, Args)]
#[expect(clippy::struct_field_names, reason = "--report-dir is what every command calls it")]
pub(crate) struct Report {
    /// Which run.
    #[arg(value_name = "RUN", help = t("运行号（默认：最近的）", "the run (default: the newest)"))]
    pub run: Option<i64>,
    /// Where it goes.
    #[arg(long, value_name = "DIR", help = t("报告目录", "the report folder"))]
    pub report_dir: Option<PathBuf>,
    /// In the sandbox's journal.
    #[arg(long, help = t("沙箱的导入记录", "of the sandbox's journal"))]
    pub sandbox: bool,
}

/// `fields`.
#[derive(Debug, Args)]
pub(crate) struct Fields {
    /// Of what.
    #[arg(value_parser = words::kind, value_name = "KIND", help = words::kinds())]
    pub kind: KindId,
}
