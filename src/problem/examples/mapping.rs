//! Examples: mapping files, tables of values, child sheets, derived columns.
//!
//! Must not know: how TOML is read.

use super::Example;

pub(super) const MAPPING: &[Example] = examples! {
    MappingUnreadable ["映射.toml", "没有权限" / "permission denied"]
        zh: "--mapping 映射.toml 这个文件存在，但读不了。请检查权限，或它是否其实是一个文件夹。";
        en: "The file of `--mapping 映射.toml` is there but cannot be read. Check its permissions, and that it is not a folder.";
    MappingEncoding ["映射.toml"]
        zh: "记事本把映射文件存成了 ANSI（GBK）。请另存为，编码选 UTF-8。";
        en: "Notepad saved the mapping file as ANSI (GBK). Save it again with the encoding UTF-8.";
    MappingSyntax ["4", "1", "缺少「kind」" / "`kind` is missing"]
        zh: "第 4 行的 [[record]] 下面没有写 kind。请加一行 kind = \"talent\"。";
        en: "The [[record]] on line 4 has no kind. Add the line kind = \"talent\".";
    MappingKeyUnknown ["5", "1", "sheeet", "sheet"]
        zh: "第 5 行写成了 sheeet = \"花名册\"。应为 sheet = \"花名册\"。";
        en: "Line 5 says sheeet = \"花名册\". It should be sheet = \"花名册\".";
    MappingFieldUnknown ["8", "10", "basic_info.nmae", "basic_info.name"]
        zh: "第 8 行写了 \"姓名\" = \"basic_info.nmae\"。应为 \"basic_info.name\"；全部字段见 muster fields talent。";
        en: "Line 8 says \"姓名\" = \"basic_info.nmae\". It should be \"basic_info.name\"; `muster fields talent` lists all.";
    MappingFieldIndex ["9", "12", "education_list[0].school", "100"]
        zh: "第 9 行写了 education_list[0].school，序号从 1 数起。第一段教育经历是 education_list[1].school。";
        en: "Line 9 says education_list[0].school, but entries are counted from 1. The first is education_list[1].school.";
    MappingValue ["6", "9", "dym", "ymd, dmy, mdy"]
        zh: "第 6 行写了 dates = \"dym\"。日在前请写 dates = \"dmy\"。";
        en: "Line 6 says dates = \"dym\". For day first write dates = \"dmy\".";
    MappingNotYet ["12", "17", "lookup"]
        zh: "第 12 行写了 department_id = \"path\"（按部门路径查 ID），目前只能直接给 ID。请去掉这一项，用 [record.values_from] 的对照表把名称换成 ID。";
        en: "Line 12 says department_id = \"path\" (find the ID by the department's path), and IDs are taken as they stand so far. Take it out, and turn names into IDs with a table under [record.values_from].";
    MappingUnfit ["14", "1", "[[record.derive]] 里 join、range、split、from 恰好要有一个" / "a [[record.derive]] has exactly one of join, range, split, from", "join 合并几列，range 拆起止时间，split 拆一列，from 取一列" / "join puts columns together, range parts a period, split parts a column, from takes one"]
        zh: "第 14 行的 [[record.derive]] 同时写了 join 和 split。请拆成两段，各写一个。";
        en: "The [[record.derive]] on line 14 has both join and split. Write two, with one of them each.";
    MappingTableMissing []
        zh: "--mapping 对照表.xlsx 里没有一行同时写着「表头」和「飞书字段」，认不出对照表。请用 muster map 花名册.xlsx -o 对照表.xlsx 生成一份。";
        en: "No row of the workbook given as --mapping says both `Header` and `Feishu field`. Make one with `muster map staff.xlsx -o mapping.xlsx`.";
    MappingCell ["导入吧", "导入 / Import, 忽略 / Ignore, 自定义字段 / Custom field"]
        zh: "对照表的「处理」一格写着「导入吧」。请从下拉列表里选「导入」「忽略」或「自定义字段」。";
        en: "The action of a line says `导入吧`. Choose one from the list: Import, Ignore or Custom field.";
    MappingNoField ["政治面貌"]
        zh: "对照表里「政治面貌」选了「导入」，「飞书字段」却空着。请选一个字段，不要就改为「忽略」。";
        en: "The line of `政治面貌` says Import but names no field. Choose one, or set it to Ignore.";
    MappingCustomId []
        zh: "对照表里选了「自定义字段」，没有写 ID。请在「备注」里写 custom:6934193211960330504。";
        en: "The line says Custom field without an ID. Write custom:6934193211960330504 into its note.";
    MappingUndecided ["邮箱", "basic_info.email"]
        zh: "对照表里「邮箱」这一行什么也没有选，而它的名字本来会对应到邮箱。请明确选「导入」或「忽略」。";
        en: "Nothing is chosen for `邮箱`, which by its name would be imported as the e-mail address. Say Import or Ignore.";
    MappingTwice ["邮箱"]
        zh: "对照表里「邮箱」出现两行，一行导入，一行忽略。请只留一行。";
        en: "`邮箱` stands there twice, once to import and once to ignore. Keep one of the lines.";
    FieldUnknown ["basic_info.nmae", "basic_info.name"]
        zh: "写的字段路径是 basic_info.nmae。应为 basic_info.name。";
        en: "The path given is basic_info.nmae. It should be basic_info.name.";
    FieldIndex ["education_list[101].school", "100"]
        zh: "飞书的一个列表最多 100 条，没有第 101 条。";
        en: "A list of Feishu holds 100 entries at most, so there is no entry 101.";
    DefaultUnusable ["basic_info.gender", "不在选项里，或有歧义" / "not one of the options, or one that could mean two", "可填：男、女、其他" / "use one of: Male, Female, Other"]
        zh: "映射文件的 [record.defaults] 里写了 \"basic_info.gender\" = \"先生\"。请写 \"男\"。";
        en: "[record.defaults] of the mapping file says \"basic_info.gender\" = \"Mr\". Write \"Male\".";
    TableColumnMissing ["旧名称", "飞书ID"]
        zh: "values_from 写了 from = \"旧名称\"、to = \"飞书ID\"，而对照表的表头是「部门」和「ID」。请改成一致。";
        en: "values_from says from = \"旧名称\" and to = \"飞书ID\", but the table's headers are 部门 and ID. Make them agree.";
    TableTwice ["研发部"]
        zh: "对照表里「研发部」出现两次，对应两个不同的部门 ID。请删去错的那一行。";
        en: "The table holds `研发部` twice, with two different IDs. Delete the wrong row.";
    NotInTable ["department_id"] "部门ID": "研发一部" => "研发部"
        zh: "对照表里有「研发部」，没有「研发一部」。请改这一格，或在对照表里加一行。";
        en: "The table of values has `研发部`, not `研发一部`. Correct the cell, or add a row to the table.";
    ValueOmitted ["不像 ID" / "not an ID"]
        zh: "映射文件写了 [record.on_bad] \"basic_info.hometown_city_code\" = \"omit\"，这一格的「家乡」不能用，于是留空发送。";
        en: "The mapping file says \"basic_info.hometown_city_code\" = \"omit\" under [record.on_bad]; the cell cannot be used, so the field is sent empty.";
    ChildKeyMissing ["工号", "第 7 行" / " (line 7)", ""]
        zh: "[[record.child]] 写了 key = { child = \"工号\", parent = \"工号\" }，其中一张表没有「工号」。请核对两边的表头。";
        en: "The [[record.child]] says key = { child = \"工号\", parent = \"工号\" }, and one of the two sheets has no such column. Compare the headers.";
    ChildFeedsNothing []
        zh: "子表「教育经历」的列名都认不出来。请写 columns = { \"毕业院校全称\" = \"school\" }。";
        en: "No header of the child sheet is known. Name them: columns = { \"毕业院校全称\" = \"school\" }.";
    ChildHeaderUnbound []
        zh: "子表有一列「导师」，没有对应字段，不会导入。要导入就写进 [[record.child]] 的 columns。";
        en: "The child sheet's column `导师` has no field and is not imported. To import it list it under columns of the [[record.child]].";
    ChildFileMissing ["教育经历*.xlsx"]
        zh: "映射文件要「教育经历*.xlsx」，命令里没有这样的文件，映射文件旁边也没有。请写 muster check 花名册.xlsx 教育经历.xlsx --mapping 映射.toml。";
        en: "The mapping file wants `教育经历*.xlsx`, which is neither on the command line nor beside the mapping file. Write `muster check staff.xlsx 教育经历.xlsx --mapping m.toml`.";
    ChildHeaderNotFound ["工号", "30", "第 7 行" / " (line 7)"]
        zh: "子表的前 30 行里没有叫「工号」的列（也许叫「员工编号」）。请改 key = { child = \"员工编号\", parent = \"工号\" }。";
        en: "None of the first 30 rows of the child sheet has a header `工号`. If it is called `员工编号`, write key = { child = \"员工编号\", parent = \"工号\" }.";
    ChildKeyEmpty []
        zh: "子表这一行写了学校，「工号」却是空的，不知道是谁的。请填上工号。";
        en: "The child row names a school, but its key is empty, so whose it is cannot be told. Fill in the key.";
    ChildWithoutParent []
        zh: "子表这一行的工号是 E009，主表里没有 E009。请核对，或删去这一行。";
        en: "The child row's key is E009, and the main sheet has no E009. Correct it, or delete the row.";
    ChildKeyShared ["第 7 行"]
        zh: "主表有两行的 key 都是「张三」，分不清子表里张三的学历属于谁。请用工号作 key。";
        en: "Two rows of the main sheet have the key `张三`, so whose the child rows are cannot be told. Use the employee number as key.";
    ChildOfHidden []
        zh: "主表里工号 E005 的那一行被隐藏了，所以子表里 E005 的学历也不读取。要读取，加 --hidden read。";
        en: "The row of E005 in the main sheet is hidden, so the schools of E005 in the child sheet are not read. Add --hidden read to read both.";
    ChildKeyNear ["5", "大小写" / "upper and lower case"]
        zh: "子表写 a1024，主表第 5 行写 A1024。工号是否分大小写，只有你知道，所以不猜：把两边写成一样。";
        en: "The child sheet says a1024 and row 5 of the main sheet A1024. Only you know whether case matters, so it is not guessed: write both alike.";
    ChildKeyZeros ["5"]
        zh: "子表写 1024，主表第 5 行写 001024：Excel 去掉了开头的 0。请把这一列设成「文本」，补成 001024。";
        en: "The child sheet says 1024 and row 5 of the main sheet 001024: Excel dropped the zeros. Format the column as text and write 001024.";
    SplitTooMany ["2"]
        zh: "映射文件把「姓名」按空格拆成姓和名两段，这一格却是「Anna Maria Rossi」三段。请改这一格，或改 to。";
        en: "The mapping file splits the column at blanks into two parts, but the cell says `Anna Maria Rossi`, which is three. Correct the cell, or add a field to `to`.";
    CellEntriesTooMany ["100"]
        zh: "映射文件让一格里用分号写几段经历，这一格有 101 段，飞书最多 100 段。请减少。";
        en: "The mapping file reads several entries from one cell, and this holds 101; Feishu takes 100. Shorten it.";
};
