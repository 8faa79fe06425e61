//! Examples: commands, configuration, reports, templates.
//!
//! Must not know: how a command works.

use super::Example;

pub(super) const SYSTEM: &[Example] = examples! {
    ConfigUnreadable ["muster.toml", "第 3 行第 10 列：不是有效的 TOML" / "line 3, column 10: this is no valid TOML"]
        zh: "muster.toml 第 3 行少了引号：app_id = cli_a1。请写 app_id = \"cli_a1\"。";
        en: "A quote is missing on line 3 of muster.toml: app_id = cli_a1. Write app_id = \"cli_a1\".";
    ConfigSecret ["muster.toml", "4"]
        zh: "muster.toml 第 4 行写的是 app_secret = \"…\"。请把密钥存进 secret.txt，改写 app_secret_file = \"secret.txt\"。";
        en: "Line 4 of muster.toml says app_secret = \"…\". Put the secret into secret.txt, and write app_secret_file = \"secret.txt\".";
    ConfigUnconfirmed ["/home/me/下载/花名册/muster.toml", "muster --config /home/me/下载/花名册/muster.toml import 花名册.xlsx"]
        zh: "解压同事发来的文件夹，里面的 muster.toml 会运行命令、决定发到哪里。请在终端里运行一次，看清地址和应用再确认；定时任务用 --config 指明。";
        en: "A folder that a colleague sent holds a muster.toml, which can run a command and says where to send. Run muster once in a terminal, look at host and app, and confirm; a scheduled job names the file with `--config`.";
    StateUnwritable ["/home/me/.local/state/muster/trusted.json", "没有权限" / "permission denied"]
        zh: "主文件夹是只读的，确认过的配置记不下来。这次照常进行，下次还会再问。";
        en: "The home folder is read-only, so the confirmation can't be kept. This time muster goes on; the next time it asks again.";
    ProfileMissing ["prod", "muster.toml", "default, test"]
        zh: "写的是 --profile prod，而 muster.toml 里只有 [profile.default] 和 [profile.test]。";
        en: "`--profile prod` was given, but muster.toml has [profile.default] and [profile.test] only.";
    ConfigMissing ["prod"]
        zh: "写了 --profile prod，而当前文件夹和上级都没有 muster.toml。请加 --config 路径，试用就加 --sandbox。";
        en: "`--profile prod` was given, but there is no muster.toml here or above. Add `--config PATH`, or `--sandbox` to just try.";
    EnvironmentContradicts ["--profile test", "MUSTER_BASE_URL", "https://open.larksuite.com"]
        zh: "命令写了 --profile test（飞书），环境变量 MUSTER_BASE_URL 却指着 Lark。请 unset MUSTER_BASE_URL，或去掉 --profile。";
        en: "The command says `--profile test`, which is Feishu, and MUSTER_BASE_URL says Lark. Unset the variable, or drop --profile.";
    ConfigValue ["user_id_type", "email", "people_corehr_id, open_id, union_id, user_id"]
        zh: "muster.toml 写了 user_id_type = \"email\"。请写列出的一种，例如 \"people_corehr_id\"。";
        en: "muster.toml says user_id_type = \"email\". Use one that is listed, such as \"people_corehr_id\".";
    SecretUnreadable ["secret.txt", "没有这个文件或文件夹" / "no such file or folder"]
        zh: "app_secret_file = \"secret.txt\"，而 muster.toml 旁边没有这个文件。路径从 muster.toml 所在的文件夹算起。";
        en: "app_secret_file = \"secret.txt\", but there is none beside muster.toml, from where the path counts.";
    SecretTwice []
        zh: "muster.toml 同时写了 app_secret_file 和 app_secret_command。请只留一个。";
        en: "muster.toml has both app_secret_file and app_secret_command. Keep one of them.";
    SecretCommand ["pass", "没有输出" / "it printed nothing"]
        zh: "app_secret_command = [\"pass\", \"feishu\"]，而密码库里没有 feishu 这一项。请在终端里运行 pass feishu 看看。";
        en: "app_secret_command = [\"pass\", \"feishu\"], but the store has no entry of that name. Run `pass feishu` in a terminal.";
    SecretMissing ["cli_a1"]
        zh: "muster.toml 有 app_id，没有密钥。请设 MUSTER_APP_SECRET，或写 app_secret_file = \"secret.txt\"。";
        en: "muster.toml has the app_id but no secret. Set MUSTER_APP_SECRET, or write app_secret_file = \"secret.txt\".";
    SecretReadable ["secret.txt"]
        zh: "echo … > secret.txt 建出来的文件别人也能读。请运行 chmod 600 secret.txt。";
        en: "`echo … > secret.txt` makes a file that others may read. Run `chmod 600 secret.txt`.";
    SecretWritable ["secret.txt"]
        zh: "secret.txt 或它所在的共享文件夹，同组的人可以改写。请把它移到自己的文件夹，或运行 chmod go-w。";
        en: "secret.txt, or the shared folder that it is in, can be written by your group. Move it to a folder of your own, or run `chmod go-w`.";
    SecretMarked ["secret.txt"]
        zh: "记事本按「带 BOM 的 UTF-8」存了 secret.txt。muster 忽略 BOM；最好另存为 UTF-8。";
        en: "Notepad saved secret.txt as \"UTF-8 with BOM\". muster leaves the mark out; better save it as plain UTF-8.";
    AccountMissing ["app_id"]
        zh: "只设了 MUSTER_APP_SECRET，没有说是哪个应用。请设 MUSTER_APP_ID，或在 muster.toml 里写 app_id = \"cli_a1\"。";
        en: "MUSTER_APP_SECRET is set, but not the app that it belongs to. Set MUSTER_APP_ID, or write app_id = \"cli_a1\" into muster.toml.";
    ReportUnwritable ["问题.xlsx", "没有权限" / "permission denied"]
        zh: "上一次的 问题.xlsx 还在 Excel 里开着。请关闭它，或换一个文件名。";
        en: "The last report is still open in Excel. Close it, or give another name.";
    ReportNoSpace ["muster-report-3"]
        zh: "结果都在日志里，只是报告没有写成。腾出空间后运行 muster report 3。";
        en: "All results are in the journal, only the report was not written. Free some space and run `muster report 3`.";
    ReportOneTable ["问题.csv"]
        zh: "检查了两张表，却写 --report 问题.csv。请写 --report 问题.xlsx，每张表一页。";
        en: "Two sheets were checked with `--report out.csv`. Write `--report out.xlsx`, which has a sheet for each.";
    ReportFixSkipped ["花名册.xlsx", "没有这个文件或文件夹" / "no such file or folder"]
        zh: "导入之后原表被移走或改过，没法照着它写修正文件。results.csv 里仍有每一条记录。";
        en: "The sheet was moved or changed after the import, so no fix file could be made from it. results.csv still lists every record.";
    LedgerOpen ["records", "100", "99"]
        zh: "程序缺陷：100 条记录只有 99 个结果。请报告，并以 results.csv 为准核对。";
        en: "A defect: 100 records have 99 outcomes. Please report it, and go by results.csv.";
    Internal ["signals: permission denied"]
        zh: "程序缺陷，或系统拒绝了某个操作。请报告；再运行一次是安全的，已发送的不会重复。";
        en: "A defect, or the system refused something. Please report it; running again is safe, and nothing is sent twice.";
    FileUnwritable ["输出.jsonl", "没有权限" / "permission denied"]
        zh: "要写的文件夹是只读的。请换一个文件夹，例如自己的文档文件夹。";
        en: "The folder is read-only. Write to another, such as your own documents.";
    PortUnusable ["8787", "Address already in use"]
        zh: "另一个 muster sandbox 已占用 8787。请写 --port 0，由系统任选一个。";
        en: "Another `muster sandbox` has port 8787. Write `--port 0` to have one picked.";
    YesNeeded []
        zh: "定时任务里运行 muster import，没有人可以回答「发送吗？」。确定要发送就加 --yes，只想看计划就加 -n。";
        en: "`muster import` ran in a scheduled job, where nobody can answer its question. Add `--yes` to approve, or `-n` to see the plan.";
    RunPurged ["3", "2026-12-31"]
        zh: "muster purge --older-than 30d 之后又写了第 3 次运行的报告：数量、状态和远端 ID 都在，姓名和值已清除。";
        en: "The report of run 3 was written again after `muster purge --older-than 30d`: counts, states and remote IDs are there, names and values are not.";
    PurgeYesNeeded []
        zh: "定时任务里运行 muster purge，没有人可以回答「清除？」。确定要清除就加 --yes。";
        en: "`muster purge` ran in a scheduled job, where nobody can answer its question. Add `--yes` to approve.";
    NothingToResume []
        zh: "没有被中断的运行：上次已经做完，或者问「发送吗？」时答了否。请用 muster import 重新开始。";
        en: "No run was interrupted: the last one ended, or its question was answered with no. Begin again with `muster import`.";
    TooManyInvalid ["80", "400", "5%"]
        zh: "写了 --max-invalid 5%，而 400 条里有 80 条有错，多半是「手机号」一列改了名。请检查导出。";
        en: "With `--max-invalid 5%`, 80 of 400 records are invalid: most likely a column was renamed. Look at the export.";
    TooFewRows ["12", "90%", "，上次 400 行" / ", the last run had 400"]
        zh: "写了 --min-rows 90%，上次 400 行，今天只有 12 行，多半是导出没有写完。请重新导出。";
        en: "With `--min-rows 90%` and 400 rows last time, today's 12 look like an export that is half-written. Export it again.";
    ClockWrong ["900"]
        zh: "电脑的时间慢了 15 分钟。请打开「自动设置时间」。";
        en: "The machine's clock is 15 minutes off. Have it set itself.";
    FileExists ["人才.xlsx"]
        zh: "muster template talent -o 人才.xlsx 不会覆盖已有的文件（可能已经填了人）。请换一个名字。";
        en: "`muster template talent -o talents.xlsx` never replaces a file, which people may have filled in. Give another name.";
    TemplateUnknown ["eduction", "您是不是要写「education」？" / "did you mean `education`? ", "教育经历、工作经历" / "Education, Career"]
        zh: "写的是 --with eduction:2。请写 --with education:2，或 --with 教育:2。";
        en: "`--with eduction:2` was given. Write `--with education:2`.";
    TemplateCount ["education:500", "0–100"]
        zh: "飞书的列表最多 100 条。请写 --with education:3 这样的数。";
        en: "A list of Feishu holds 100 entries. Write a number such as `--with education:3`.";
    TemplateRequired ["姓名" / "Name"]
        zh: "写了 --with 姓名:0，而没有姓名的人才不能导入。请去掉这一项。";
        en: "`--with name:0` was given, but no talent can be imported without a name. Leave it out.";
    ExplainUnknown ["digits-lots", "是不是 digits-lost？" / "did you mean digits-lost? "]
        zh: "写的是 muster explain digits-lots。请写 muster explain digits-lost；不带代码就列出全部。";
        en: "`muster explain digits-lots` was run. Write `muster explain digits-lost`; without a code all are listed.";
    ApiCodeUnknown ["1234567"]
        zh: "1234567 不在 muster 所用接口的文档里。results.csv 的 message 一列有飞书的原话；带着 log_id 可以问飞书技术支持。";
        en: "1234567 is not in the documents of the endpoints that muster uses. The column `message` of results.csv has Feishu's own words; its support can look up the log_id.";
    OutputIsInput ["员工.csv", "要读取的表格" / "a spreadsheet that is read"]
        zh: "写的是 muster check 员工.csv --report 员工.csv，会盖掉原表。请给报告另起一个名字，如 --report 问题.csv。";
        en: "`muster check staff.csv --report staff.csv` would replace the spreadsheet. Give the report a name of its own, such as `--report problems.csv`.";
};
