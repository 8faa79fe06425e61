//! Examples: rows as a whole, and the journal.
//!
//! Must not know: which rules there are, how the journal is kept.

use super::Example;

pub(super) const RECORDS: &[Example] = examples! {
    DateOrder ["教育经历1-入学时间", "教育经历1-毕业时间"] "教育经历1-毕业时间": "2008-06-30" => "2012-06-30", "教育经历1-入学时间": "2008-09-01" => "2008-09-01"
        zh: "毕业时间在入学时间之前。请核对两个日期，多半是年份写错或两列填反。";
        en: "The graduation is before the enrolment. Check both: a wrong year, or the two columns exchanged.";
    DateOrderOdd ["出生日期", "开始工作时间"] "开始工作时间": "1989-07-01" => "2012-07-01", "出生日期": "1990-03-07" => "1990-03-07"
        zh: "开始工作比出生还早。飞书可能照样接受，所以照原样发送；请核对两个日期。";
        en: "Work begins before birth. Feishu may take it, so it is sent as it is; check the two dates.";
    SharesSum ["90", "100"] "成本中心分摊1-分摊比例": "60%" => "70%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679", "成本中心分摊2-分摊比例": "30%" => "30%", "成本中心分摊2-成本中心ID": "6890452208593372680" => "6890452208593372680"
        zh: "成本中心分摊 60% 加 30% 是 90%。各段合计必须是 100%。";
        en: "Shares of 60% and 30% make 90%. All shares of a row must make 100%.";
    EntryIncomplete ["成本中心分摊1-分摊比例"] "成本中心分摊1-成本中心ID": "" => "6890452208593372679", "成本中心分摊1-分摊比例": "100%" => "100%"
        zh: "写了分摊比例，没有写成本中心 ID。请补上，或把这一组都清空。";
        en: "The share is given without its cost centre. Fill it in, or clear both.";
    EntryColumnMissing ["cost_center_rate[1].cost_center_id"] "成本中心分摊1-分摊比例": "100%" => "100%"
        zh: "表里有「分摊比例」，没有「成本中心ID」这一列。请加一列，表头写 cost_center_rate[1].cost_center_id。";
        en: "The sheet has the share but no column for the cost centre. Add one headed cost_center_rate[1].cost_center_id.";
    EntriesTooMany ["education_list", "100"]
        zh: "一个人有 101 段教育经历（多半是子表的 key 重复，把几个人的并到了一起）。飞书最多收 100 段。";
        en: "One person has 101 entries of education, most likely because the child sheet's key is shared by several. Feishu takes 100.";
    EntryRepeated [] "教育经历2-学校": "示例大学" => "", "教育经历1-学校": "示例大学" => "示例大学"
        zh: "「第一学历」和「最高学历」填的是同一段，只发送一次，不用改。";
        en: "The first and the highest degree are the same one. It is sent once; nothing needs to be done.";
    OnlyBeside ["手机号"] "手机国家代码": "CN_1" => "", "手机号": "" => "", "邮箱": "zhangsan@example.com" => "zhangsan@example.com"
        zh: "有国家代码，没有手机号，单独的国家代码没有意义，不发送。漏了手机号就补上。";
        en: "A country code without a mobile number means nothing and is not sent. If the number was forgotten, fill it in.";
    IdCardBirthday [] "出生日期": "1990-07-03" => "1990-03-07", "身份证号": "110101199003074514" => "110101199003074514"
        zh: "身份证号里的生日是 3 月 7 日，这一列写的是 7 月 3 日。照原样发送，请与证件核对。";
        en: "The ID card number says 7 March, the column 3 July. Both are sent; compare them with the card.";
    IdCardGender [] "性别": "女" => "男", "身份证号": "110101199003074514" => "110101199003074514"
        zh: "身份证号第 17 位是单数，表示男性，这一列写的是女。照原样发送，请与证件核对。";
        en: "The 17th digit of the ID card number is odd, which stands for a man, and the column says female. Both are sent; compare them with the card.";
    Keyless [] "姓名": "张三" => "张三", "邮箱": "" => "zhangsan@example.com"
        zh: "只有姓名，没有证件号、手机号、邮箱中的任何一个，再次导入时认不出是同一个人。至少填一项；确实没有就加 --allow-keyless。";
        en: "The row has a name but no ID document, mobile number or e-mail, so a second import could not tell who it is. Fill in one, or add --allow-keyless.";
    RepeatedDocument ["花名册.xlsx", "3"]
        zh: "这一行的证件号与第 3 行相同。先出现的一行照常导入；请删去重复的一行，或改正号码。";
        en: "The row has the ID document of row 3, which is imported as usual. Delete one of the two, or correct the number.";
    RepeatedMobile ["花名册.xlsx", "3"]
        zh: "这一行的手机号与第 3 行相同，可能是同一个人，也可能填了家人的号码。请合并或改正。";
        en: "The row has the mobile number of row 3: one person twice, or a relative's number. Merge the rows, or correct it.";
    RepeatedEmail ["花名册.xlsx", "3"]
        zh: "这一行的邮箱与第 3 行相同（例如都写了部门邮箱）。请各写各的，没有就留空。";
        en: "The row has the address of row 3 (the department's, perhaps). Give each their own, or leave it empty.";
    RepeatedEmployment ["任职.xlsx", "3"]
        zh: "这一行的雇佣 ID 与第 3 行相同。一次导入里一份雇佣只能有一条任职，请只留一行。";
        en: "The row has the employment ID of row 3. An employment can have one job data record in an import: keep one row.";
};

pub(super) const JOURNAL: &[Example] = examples! {
    JournalBusy [".muster/journal.db", "pid 4242, 2024-05-01 09:30:00 UTC"]
        zh: "另一个窗口里的 muster（进程 4242）还在发送。请等它结束；它其实已经退出的话，锁会自动释放，再运行一次即可。";
        en: "Another muster (process 4242) is still sending. Wait for it; once it has ended the lock is free by itself.";
    ReferenceUnknown []
        zh: "把演练（--sandbox）的修复表导入了正式租户的导入记录：标记不起作用，每一行都当作新行检查和导入。";
        en: "The fix file of a rehearsal (`--sandbox`) was imported into the journal of the real tenant: its marks lead nowhere, and each row is checked and imported as a plain one.";
    ReferenceDisagrees []
        zh: "修复表里标记为张三的一行被改成了李四，手机和邮箱也换了：它不会覆盖张三的记录。";
        en: "A row of the fix file that was Zhang San's now holds another person: Zhang San's record is left as it is.";
    OlderRunOpen ["1", "340", "120", "600", "15"]
        zh: "第 1 次导入断在半路，现在导入的表只有其中一部分人。要以新表为准，加 --older replace；要先发完旧的，运行 muster resume 1。";
        en: "Run 1 was interrupted, and the new spreadsheet holds only some of its people. Add `--older replace` to take the new one, or send the old rest first with `muster resume 1`.";
    JournalGone [".muster/journal.db", "/home/li/hr/journal-rescued-1.db"]
        zh: "导入还在进行，有人清理文件夹时删掉了 .muster。muster 立即停止，并把已知的结果存到 journal-rescued-1.db：用它接着运行。";
        en: "Somebody tidied up and removed .muster while an import was running. muster stopped and saved what it knew as journal-rescued-1.db: go on with that.";
    JournalLinked [".muster/journal.db"]
        zh: "用 cp -al 备份了文件夹，两个文件夹里的 journal.db 其实是同一个文件。请用 cp 换成真正的副本，再运行。";
        en: "The folder was backed up with `cp -al`, so the journal.db in both is one file. Put a real copy in its place with cp, then run again.";
    JournalLost [".muster/journal.db", "12", "No space left on device"]
        zh: "导入记录在运行中被删，磁盘又满，存不下来；有 12 条没有等到回应。请腾出空间后再导入一次，已创建的会先被查到。";
        en: "The journal was removed in mid-run and the full disk left no room to save it; 12 records were not answered. Free some space and import again: who was made is found first.";
    JournalMissing [".muster/journal.db"]
        zh: "在没有导入过的文件夹里运行了 muster runs。请到放 muster.toml 的文件夹运行，或加 --journal 路径。";
        en: "`muster runs` was run where nothing was imported. Go to the folder of muster.toml, or add `--journal PATH`.";
    JournalNewer [".muster/journal.db", "9", "7"]
        zh: "同事用更新的 muster 打开过这个日志，旧程序不再读它。请安装同样新的版本。";
        en: "A newer muster has opened this journal, and this one does not read it. Install the newer one.";
    JournalOnNetwork ["/mnt/hr/.muster/journal.db", "NFS"]
        zh: "表格放在部门的共享盘 /mnt/hr 上，导入记录就建在它旁边，而另一台电脑看不到这里的锁。请加 --journal 指到本机磁盘。";
        en: "The sheet is on the department's share /mnt/hr and the journal would be beside it, where another computer does not see its lock. Name one on a local disk with --journal.";
    JournalOtherTenant [".muster/journal.db", "https://open.feishu.cn cli_a1", "https://open.feishu.cn cli_b2"]
        zh: "日志属于应用 cli_a1，而现在的 profile 是 cli_b2。请换 --profile，或给新的应用单独的 --journal。";
        en: "The journal belongs to the app cli_a1 and the profile at hand is cli_b2. Take the other --profile, or give this app a --journal of its own.";
    JournalSymlink [".muster/journal.db", "/home/li/old/journal.db"]
        zh: "文件夹里的 journal.db 只是指向别处的链接。确实要用那个导入记录，就用 --journal 指明它；否则删除链接。";
        en: "The journal.db in the folder is only a link to elsewhere. If that journal is meant, name it with --journal; if not, remove the link.";
    JournalUnreadable [".muster/journal.db", "database disk image is malformed"]
        zh: "日志文件被同步盘或断电弄坏了。请从备份恢复；没有备份就移走它重新导入，飞书里已有的人会先被查到，不会重复创建。";
        en: "A synchronised folder or a power cut has damaged the journal. Restore a backup; without one, move it away and import again: who is in Feishu already is looked up first.";
    JournalWrite [".muster/journal.db", "disk full"]
        zh: "磁盘满了，记不下结果，所以立即停止发送。请腾出空间，再运行 muster resume。";
        en: "The disk is full and results could not be noted, so sending stopped at once. Free some space and run `muster resume`.";
    JournalSpace [".muster/journal.db", "2", "310 MiB", "120 MiB"]
        zh: "新版本的 muster 要升级旧日志，先在旁边留一份副本，而磁盘快满了，所以什么都没有动。请腾出空间再运行一次。";
        en: "A newer muster has to migrate the journal and keeps a copy of it first, but the disk is nearly full, so nothing was touched. Free some space and run again.";
    JournalStep ["Created → Sending"]
        zh: "muster 自己的状态出了错，属于程序缺陷，与表格无关。请报告；再运行一次会从日志里的状态继续。";
        en: "A state of muster's own went wrong, which is a defect and not your sheet's fault. Please report it; running again goes on from the journal.";
    RunMissing ["12"]
        zh: "写的是 muster status 12，而日志里只有 3 次运行。muster runs 会列出它们。";
        en: "`muster status 12` was run, but the journal holds 3 runs. `muster runs` lists them.";
    RunState ["3", "finished"]
        zh: "第 3 次运行已经结束，不能再 abandon 或 resume。要导入更正后的表，请重新 muster import。";
        en: "Run 3 has ended and cannot be abandoned or resumed. To import a corrected sheet run `muster import`.";
    RecordMissing ["3", "120"]
        zh: "写的是 muster settle 3 --record 120，而第 3 次运行没有这个记录号，或它没有发送过。记录号在 results.csv 的 record 一列。";
        en: "`muster settle 3 --record 120` was run, but run 3 has no such record, or never sent it. The numbers are in the column `record` of results.csv.";
    RecordNotInDoubt ["3", "17", "created"]
        zh: "记录 17 已经确认创建成功，不需要再判断。只对状态为 unknown 的记录用 settle --record。";
        en: "Record 17 is known to be created, so there is nothing to decide. Use `settle --record` for records that are `unknown`.";
    RemoteTaken ["6930815272790114324", "3", "16"]
        zh: "给记录 17 写了 --created，ID 却是记录 16 的（多半是复制错了行）。两条记录不会是飞书里的同一个人，请核对后重新写。";
        en: "Record 17 was given the ID of record 16, which was probably copied from the wrong line. Two records are never one person in Feishu; look again and repeat the command.";
    KeysOfSeveral []
        zh: "这一行的手机号属于以前导入的甲，邮箱属于以前导入的乙。请核对号码，改正后再导入。";
        en: "The row's mobile number belongs to one person of an earlier run and its e-mail to another. Find out whose they are, and correct the row.";
    KeyOfSomebodyElse []
        zh: "这一行与以前导入的人手机号相同，证件号却不同。不是同一个人就改号码；是同一个人就把证件号改对。";
        en: "The row shares a mobile number with somebody of an earlier run, but not the ID document. Correct the number, or the document if it is the same person.";
    KeyTakenInThisRun []
        zh: "这次的第 3 行和第 9 行都对上了以前导入的同一个人。请合并成一行。";
        en: "Rows 3 and 9 of this input both lead to one person of an earlier run. Merge them.";
    KeyMaybeErased []
        zh: "以前导入过写成 +852 9123 4567 的人，数据已按保留期清除；这一行只写了 91234567，看不出是不是同一个人。请写成 +852 91234567 再导入。";
        en: "Somebody was imported as +852 9123 4567, and the data were erased since; this row says 91234567 alone. Write +852 91234567, and import again.";
};
