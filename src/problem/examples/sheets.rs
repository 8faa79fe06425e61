//! Examples: sheets, rows and headers.
//!
//! Must not know: how a header is matched.

use super::Example;

pub(super) const SHEETS: &[Example] = examples! {
    SheetNotMapped ["，第 3 行写的是「花名册」" / ", line 3 says `花名册`"]
        zh: "映射文件的 [[record]] 写了 sheet = \"花名册\"，而现在读的是工作表「Sheet1」。请改 sheet，或加一段 [[record]]。";
        en: "The [[record]] of the mapping file says sheet = \"花名册\", but the sheet at hand is `Sheet1`. Correct it, or add a [[record]].";
    SheetHidden []
        zh: "工作簿里唯一能读的工作表「旧名单」是隐藏的。要读它就加 --sheet 旧名单（或 --hidden read），否则在 Excel 里取消隐藏正确的那张。";
        en: "The only sheet that could be read, `old`, is hidden. Add `--sheet old` (or `--hidden read`) to read it, or unhide the right one in Excel.";
    SheetOfLeavers []
        zh: "工作簿里有「在职人员」和「离职人员」两张表，只读了前一张。要读后一张请加 --sheet 离职人员。";
        en: "The workbook has the sheets `Staff` and `Former employees`, and only the first was read. Add `--sheet 'Former employees'` to read the other.";
    SheetEmpty []
        zh: "工作表一格也没有填。请检查是不是导出到了另一张表或另一个文件。";
        en: "Not one cell of the sheet is filled in. See whether the export went to another sheet or file.";
    SheetPassedOver ["工作表是隐藏的" / "the sheet is hidden"]
        zh: "工作簿有两张表，「花名册」读了，隐藏的「旧名单」没有读。要读它请加 --sheet 旧名单。";
        en: "Of two sheets `staff` was read and the hidden `old` was not. Add `--sheet old` to read that one.";
    HeaderNotFound []
        zh: "前 30 行里没有一行像表头（没有「姓名」「手机号」这样的列名）。表头在第 40 行就写 --header-row 40，没有表头就在第一行加上。";
        en: "None of the first 30 rows looks like a header (no `Name`, no `Mobile`). If it stands in row 40 write `--header-row 40`; if there is none, add one.";
    HeaderRowEmpty ["3"]
        zh: "写的是 --header-row 3，而第 3 行是空行，列名在第 4 行。请写 --header-row 4。";
        en: "`--header-row 3` was given, but row 3 is empty and the headers stand in row 4. Write `--header-row 4`.";
    KindUnclear ["人才（飞书招聘）要有「姓名」" / "talent (Feishu Hire) needs `Name`"]
        zh: "表里只有「手机号」和「邮箱」，没有「姓名」。人才表请加上「姓名」一列；列名特别时用 --mapping 对应。";
        en: "The sheet has `Mobile` and `Email`, but no `Name`. Add the column for talents; if it is called otherwise, match it with --mapping.";
    RowIsSection []
        zh: "第 12 行只有一格「市场部（5 人）」，合并横跨各列，下面才是各人。这一行不当作人，不用处理。";
        en: "Row 12 has one cell, `Marketing (5)`, merged over all columns above its people. It is no person; nothing needs to be done.";
    HeaderMoved ["1"]
        zh: "第 1 行的表头是「姓名 | 学校 | 专业」，粘贴进来的第 40 行是「姓名 | 专业 | 学校」。请把两列调过来，或把第 40 行起另存一个文件。";
        en: "The header in row 1 is `Name | School | Major`, and row 40, pasted in, is `Name | Major | School`. Swap the two columns, or save a file from row 40 on.";
    RowIsMerged ["5"]
        zh: "第 5、6 两行的「姓名」「手机号」是合并的，第 6 行只有没有对应字段的「备注」。两行算一个人，不用处理。";
        en: "`Name` and `Mobile` are merged over rows 5 and 6, and row 6 adds only a remark that is not imported. Both are one person; nothing needs to be done.";
    SheetOfRelatives ["与本人关系"]
        zh: "工作簿里除了「花名册」还有「家庭成员」，列是「姓名 | 与本人关系 | 联系电话」。只读花名册；真要把这张表的人建成人才，写一个映射文件，用 --mapping 读。";
        en: "Beside `staff` the workbook has a sheet `family` with `Name | Relationship | Phone`. Only `staff` is read; if its people are to become talents, write a mapping file and read it with --mapping.";
    KindAmbiguous ["，「工号」「部门」像是员工花名册的列" / ", `Employee No`, `Department` looks like a list of employees"]
        zh: "表里有姓名、手机号、工号和部门。导入候选人写 --kind talent，导入任职信息写 --kind job-data。各会导入多少、整行命令怎么写，都列在下面。";
        en: "The sheet has names, phones, employee numbers and departments. Write `--kind talent` for candidates or `--kind job-data` for job data. What each would make stands below, with the whole line to copy.";
    NoRows []
        zh: "只有一行表头，下面没有人。请检查导出条件，或是否保存了筛选后的空结果。";
        en: "There is a header and nobody below it. Check the filter of the export.";
    CellBeyondHeader ["5"]
        zh: "表头有 5 列，这一行却有 6 格：地址「朝阳区,建国路」里的逗号没有加引号。请写成 \"朝阳区,建国路\"。";
        en: "The header has 5 columns and this row has 6 cells: the comma in `Main St, 5` is not quoted. Write \"Main St, 5\".";
    RowSplit ["5"]
        zh: "表头 4 列，第 5 行只有 2 列，第 6 行有 3 列，接起来正好 4 列：地址里的换行没有加引号。请把两行并回一行，或给地址加引号。";
        en: "The header has 4 fields, row 5 has 2 and row 6 has 3, which makes 4 when joined: a line break in an address is not quoted. Join the rows, or quote the address.";
    RowsShort ["120", "8"]
        zh: "表头 8 列，有 120 行只有 6 列：导出程序省去了末尾的空列，缺的按空处理。请抽查几行，确认中间没有少分隔符。";
        en: "The header has 8 fields and 120 rows have 6: the export left empty last fields out, which are read as empty. Look at some, in case a delimiter within is missing.";
    RowRepeatsHeader []
        zh: "几份名单粘贴在一起，第 52 行又是一遍「姓名 | 手机号 | 邮箱」。这一行不当作人，不用处理。";
        en: "Several lists were pasted together and row 52 says `Name | Mobile | Email` again. It is no person; nothing needs to be done.";
    RowBelongsUnclear ["7", "8"]
        zh: "第 7 行是张三和他的一段教育经历，第 8 行是「合计」，第 9 行姓名是空的，又有一段教育经历。它多半是张三的，但不能猜：删去第 8 行，或给第 9 行填上姓名。";
        en: "Row 7 is somebody with a school, row 8 says `Total`, row 9 has no name and another school. Most likely it is the same person's, but nobody can tell: delete row 8, or fill in a name in row 9.";
    RowOfHidden ["7"]
        zh: "筛选藏起了第 7 行的张三，却留下了第 8 行：姓名是空的，只有一段教育经历。清除筛选，或把第 8 行也藏起来。";
        en: "A filter hides somebody in row 7 and leaves row 8, which has no name and a school: clear the filter, or hide row 8 too.";
    RowIsHint []
        zh: "表头下一行是「必填 | 11 位数字 | 选填」这样的填写说明，不当作人，不用处理。";
        en: "The row below the header says `required | 11 digits | optional`: how to fill the form in. It is no person; nothing needs to be done.";
    RowIsExample []
        zh: "模板第二行写着「示例：张三」，不当作人。如果真有人填在这一行，请删去「示例」字样。";
        en: "The second row of a template says `Example: Zhang San` and is no person. If somebody real was typed over it, remove the word Example.";
    RowIsUnit []
        zh: "表头下一行是「（元） | （年） | （%）」，是各列的单位，不当作人，不用处理。";
        en: "The row below the header says `(CNY) | (years) | (%)`: the columns' units. It is no person; nothing needs to be done.";
    RowIsTotal []
        zh: "最后一行写着「合计 | 128 人」，不当作人，不用处理。";
        en: "The last row says `Total | 128` and is no person; nothing needs to be done.";
    RowIsFooter []
        zh: "表尾写着「制表人：___ 审核人：___」或「第 1 页 共 3 页」，不当作人，不用处理。";
        en: "The sheet ends with `Prepared by: ___` or `Page 1 of 3`, which is no person; nothing needs to be done.";
    RowsHidden ["5-7, 12", "可能是筛选所致" / "perhaps by a filter"]
        zh: "保存时开着筛选，第 5–7 和 12 行看不见，所以没有读。要导入全部，请加 --hidden read，或清除筛选后保存。";
        en: "The file was saved with a filter on, and rows 5–7 and 12 cannot be seen, so they were not read. To import all add `--hidden read`, or clear the filter and save.";
    ColumnsHidden ["F-G", "薪资, 备注"]
        zh: "F、G 两列在 Excel 里隐藏着，没有导入。确实要导入就加 --hidden read，或取消隐藏后保存。";
        en: "Columns F and G are hidden in Excel and were not imported. If they are wanted add `--hidden read`, or unhide them and save.";
    KindDoubtful ["人才（飞书招聘）" / "talent (Feishu Hire)", "「工号」「入职日期」" / "`Employee No`, `Hire Date`"]
        zh: "写了 --kind talent，表里却有「工号」「入职日期」。确实是候选人就不用处理；如果是员工，请停下，不要导入到招聘。";
        en: "`--kind talent` was given, but the sheet has employee numbers and hire dates. If these are candidates, nothing needs to be done; if they are employees, stop and do not import them into Hire.";
    CellWithoutHeader []
        zh: "G 列写着备注，第一行却没有列名，所以这一列不导入。要导入就在 G1 写上列名。";
        en: "Column G holds notes, but its first row has no header, so it is not imported. To import it write a header into G1.";
    MergedCell ["B2"]
        zh: "部门一列把 B2 到 B4 合并成一格。三行都按 B2 的内容处理；不对的话请取消合并，逐行填写。";
        en: "B2 to B4 are merged into one cell, and all three rows are given its content. If that is wrong, unmerge them and fill in each row.";
    RequiredColumnMissing ["姓名" / "Name", "basic_info.name"]
        zh: "人才表没有「姓名」一列（或列名认不出来）。请加上，或在映射文件里写 \"员工\" = \"basic_info.name\"。";
        en: "The talent sheet has no column `Name`, or it is called otherwise. Add it, or write \"Employee\" = \"basic_info.name\" in a mapping file.";
    HeaderUnbound ["\"政治面貌\" = \"…\""]
        zh: "「政治面貌」没有对应的标准字段，不会导入。是自定义字段就在映射文件里写 \"政治面貌\" = \"custom:6934193211960330504\"，不要就写进 ignore。";
        en: "No standard field corresponds to the column 政治面貌, so it is not imported. If it is a custom field, write \"政治面貌\" = \"custom:6934193211960330504\" in a mapping file; else list it under ignore.";
    HeaderTwice ["邮箱", "电子邮箱", "basic_info.email"]
        zh: "「邮箱」和「电子邮箱」都会填到同一个字段。请在映射文件里写 ignore = [\"电子邮箱\"]，或删掉一列。";
        en: "`邮箱` and `电子邮箱` both feed one field. Write ignore = [\"电子邮箱\"] in a mapping file, or delete one column.";
    HeaderBesideStage ["D 最高学历", "C 第一学历", "\"毕业院校\" = \"education_list[2].school\""]
        zh: "C 列「第一学历」、D 列「最高学历」、E 列「毕业院校」：紧跟在「最高学历」后面的毕业院校按最高学历的读。";
        en: "Column C is 第一学历 (first degree), D 最高学历 (highest), E 毕业院校 (school): standing behind the highest, the school is read as that of the highest.";
    HeaderSecond ["D 学历"]
        zh: "表里既有「学历」又有「学位」，飞书只有学历一个字段：读「学历」，「学位」不导入。";
        en: "The sheet has both 学历 and 学位, and Feishu has one field: 学历 is read, 学位 is not imported.";
    DocumentTypeMissing []
        zh: "有「证件号」一列，没有「证件类型」，不知道是身份证还是护照。全是身份证就把表头改成「身份证号」，否则加一列「证件类型」。";
        en: "There is a column `ID Number` but no `ID Type`, so whether it holds ID cards or passports is not known. Add the column; if all are resident ID cards, call it 身份证号.";
    HeaderGone ["员工姓名", "第 9 行" / " (line 9)", "（是不是「姓名」？）" / " (did you mean `姓名`?)"]
        zh: "映射文件列着「员工姓名」，表头今天改成了「姓名」，而 strict = true。请改映射文件或表头。";
        en: "The mapping file lists `员工姓名`, but today's sheet says `姓名`, and strict = true. Correct one of the two.";
    HeaderAbsent ["座机", "第 9 行" / " (line 9)", ""]
        zh: "映射文件列着「座机」，这次的表里没有这一列。确实不需要就从映射文件里删去。";
        en: "The mapping file lists `座机`, and this sheet has no such column. If it is not needed, take it out of the mapping file.";
    HeaderUnlisted []
        zh: "strict = true，而表里多了一列「血型」。请写进 [record.columns]，或写 ignore = [\"血型\"]。";
        en: "With strict = true the sheet has a further column `血型`. List it under [record.columns], or write ignore = [\"血型\"].";
    HeaderAmbiguous ["学校", "2"]
        zh: "映射文件写 \"学校\" = …，而表里有两列都叫「学校」。请写 \"学校@1\" 和 \"学校@2\"。";
        en: "The mapping file says \"学校\" = …, but two columns are called so. Write \"学校@1\" and \"学校@2\".";
    HeaderBlockRepeated ["教育经历" / "Education", "D-F, G-I", "2"]
        zh: "「学校 | 专业 | 学历」并排出现两遍，上面没有「教育经历1」这样的标题，依次作为第 1、第 2 段。不对就在映射文件里逐列写明。";
        en: "`School | Major | Degree` stands there twice side by side, with no heading such as `Education 1`, and is read as entries 1 and 2. If that is wrong name each column in a mapping file.";
    SuggestionTaken ["basic_info.mobile", "0.93"]
        zh: "用了 --accept-suggestions 0.9，「手机号吗」与「手机号」很像，按手机号导入。请核对；muster map 可以生成映射文件固定下来。";
        en: "With `--accept-suggestions 0.9` the header `手机号吗`, which is much like `手机号`, was taken for the mobile number. Check it; `muster map` makes a mapping file that settles it.";
};
