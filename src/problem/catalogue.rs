//! The catalogue: every code, its severity, its texts in both languages. Codes are stable: they
//! are part of `check --json`, `results.csv` and the journal.
//!
//! Texts are fragments without a full stop; `{0}` is the complaint's first value. A message says
//! what is wrong, a hint what to do.
//!
//! Must not know: who raises what.

/// Whether a problem keeps a record from being sent.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The record is not sent.
    Error,
    /// The record is sent; a person should look.
    Warning,
}

/// The two texts of a code in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    /// What is wrong.
    pub message: &'static str,
    /// What to do; may be empty.
    pub hint: &'static str,
}

macro_rules! catalogue {
    ($( $(#[$doc:meta])* $name:ident $id:literal $severity:ident
        zh: $zh:literal, $zh_hint:literal;
        en: $en:literal, $en_hint:literal; )*) => {
        /// A stable name for each thing that can be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( $(#[$doc])* #[doc = $en] $name, )* }

        impl Code {
            /// Every code, in the catalogue's order.
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// The stable identifier, as outputs show it.
            pub const fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )* }
            }

            /// Error or warning.
            pub const fn severity(self) -> Severity {
                match self { $( Self::$name => Severity::$severity, )* }
            }

            /// The texts in one language.
            pub const fn texts(self, lang: super::Lang) -> Texts {
                match (self, lang) { $(
                    (Self::$name, super::Lang::Zh) => Texts { message: $zh, hint: $zh_hint },
                    (Self::$name, super::Lang::En) => Texts { message: $en, hint: $en_hint },
                )* }
            }
        }
    };
}

catalogue! {
    // ── source: files, sheets, rows ──────────────────────────────────────────────────────────
    FileMissing "file-missing" Error
        zh: "找不到文件「{0}」", "请检查路径；中文路径请加引号";
        en: "there is no file `{0}`", "check the path";
    FileUnreadable "file-unreadable" Error
        zh: "无法读取文件：{0}", "请检查权限；如果文件正在 Excel 中打开，请先关闭";
        en: "the file cannot be read: {0}", "check its permissions; close it if it is open in Excel";
    FileIsFolder "file-is-folder" Error
        zh: "这是一个文件夹，不是文件", "请给出其中的 .xlsx 或 .csv 文件";
        en: "this is a folder, not a file", "name the .xlsx or .csv file in it";
    FileIsLock "file-is-lock" Error
        zh: "这是 Excel 打开文件时的临时文件（~$ 开头），不是表格", "请给出名字里没有 ~$ 的那个文件";
        en: "this is the lock file (~$…) that Excel keeps beside an open workbook", "name the workbook itself, without ~$";
    FileEmpty "file-empty" Error
        zh: "文件是空的", "请确认导出或保存已经完成";
        en: "the file is empty", "make sure that the export or the download was completed";
    FileTooLarge "file-too-large" Error
        zh: "文件太大（超过 {0} MiB）", "请拆分成几个文件，或另存为 CSV（UTF-8）；确信文件可靠，可加 {1}";
        en: "the file is too large (over {0} MiB)", "split it, or save it as CSV (UTF-8); if you trust it, add {1}";
    FileEncrypted "file-encrypted" Error
        zh: "工作簿设有打开密码", "请在 Excel 中打开，在「文件 › 信息 › 保护工作簿 › 用密码进行加密」里清空密码，保存后再试";
        en: "the workbook is protected by a password", "open it in Excel, remove the password (File › Info › Protect Workbook › Encrypt with Password), save and try again";
    FileOldExcel "file-old-excel" Error
        zh: "这是旧版 Excel（.xls）文件，这里读不了", "请用 Excel 或 WPS 打开，另存为 .xlsx";
        en: "this is a workbook of the old Excel format (.xls), of a kind that cannot be read here", "open it in Excel or WPS and save as .xlsx";
    FileOtherFormat "file-other-format" Error
        zh: "文件内容是 {0}，这里读不了（扩展名不算数）", "请用 Excel 或 WPS 打开，另存为 .xlsx";
        en: "the content is {0}, which cannot be read here (whatever the extension says)", "open it in Excel or WPS and save as .xlsx";
    FileBinary "file-binary" Error
        zh: "文件内容不是文字，也不是能识别的表格", "请用 Excel 或 WPS 打开，另存为 .xlsx";
        en: "the content is neither text nor a spreadsheet that muster knows", "open it in Excel or WPS and save as .xlsx";
    EncodingUnknown "encoding-unknown" Error
        zh: "不认识编码「{0}」", "常用的有：{1}";
        en: "the encoding `{0}` is not known", "the common ones are: {1}";
    EncodingUndetected "encoding-undetected" Error
        zh: "无法确定文件的编码：既不是 UTF-8（第 {0} 行起不符），也不是 GB18030（第 {1} 行起不符），看起来像 {2}", "请用 --encoding 指明，例如 --encoding {2}；或在 Excel 中另存为 .xlsx";
        en: "the encoding cannot be told: not UTF-8 (from line {0} on), not GB18030 (from line {1} on); it looks like {2}", "say it with --encoding, as in --encoding {2}; or save as .xlsx in Excel";
    EncodingDoubtful "encoding-doubtful" Error
        zh: "无法确定文件的编码：按 GB18030 能读，但生僻字多得可疑，看起来像 {0}", "请用 --encoding 指明（gb18030 或 {0} 等）；或在 Excel 中另存为 .xlsx";
        en: "the encoding cannot be told: it reads as GB18030, but with suspiciously many rare characters; it looks like {0}", "say it with --encoding (gb18030, {0}, …); or save as .xlsx in Excel";
    EncodingBroken "encoding-broken" Error
        zh: "文件是 UTF-8，但从第 {0} 行起有损坏的字节", "请修好那一行；或用 --encoding utf-8 读取，损坏的单元格会逐个报告";
        en: "the file is UTF-8, but broken bytes begin on line {0}", "mend that line; or read it with --encoding utf-8, and each broken cell is reported";
    DelimiterUnusable "delimiter-unusable" Error
        zh: "「{0}」不能作分隔符", "请用一个 ASCII 字符，常用的有 , ; | 和制表符";
        en: "`{0}` cannot be a delimiter", "give one ASCII character; the common ones are , ; | and tab";
    DelimiterDoubtful "delimiter-doubtful" Error
        zh: "分隔符有两种读法：按 {0} 每行都是 {1} 列，按 {2} 每行都是 {3} 列", "请用 --delimiter 指明";
        en: "the delimiter has two readings: {0} gives {1} fields in every row, {2} gives {3}", "say it with --delimiter";
    QuoteUnclosed "quote-unclosed" Error
        zh: "文件第 {0} 行有一个引号打开后到文件结束都没有关闭，之后的行无法分辨", "请在文本编辑器中找到第 {0} 行，补上或删去引号（单元格里的引号要写成两个 \"\"）";
        en: "a quote that opens on line {0} of the file is never closed; the rows after it cannot be told apart", "go to line {0} in a text editor and close or remove the quote (a quote within a cell is written twice, \"\")";
    QuoteFarOpen "quote-far-open" Error
        zh: "文件第 {0} 行打开的引号，{1} MiB 之后仍没有关闭", "请在文本编辑器中找到第 {0} 行，补上或删去引号；这一格确实有这么长，可加 {2}";
        en: "a quote that opens on line {0} of the file is not closed within {1} MiB", "go to line {0} in a text editor and close or remove the quote; if the cell is that long, add {2}";
    RecordTooLong "record-too-long" Error
        zh: "从文件第 {0} 行开始的一行超过 {1} MiB", "请检查引号是否成对，以及文件是否真的是 CSV；确实有这么长，可加 {2}";
        en: "the row that starts on line {0} of the file is longer than {1} MiB", "check that quotes are paired, and that the file is a CSV file at all; if rows are that long, add {2}";
    RecordTooWide "record-too-wide" Error
        zh: "从文件第 {0} 行开始的一行超过 {1} 列", "请检查分隔符和换行，以及文件是否真的是 CSV";
        en: "the row that starts on line {0} of the file has more than {1} columns", "check delimiter and line ends, and that the file is a CSV file at all";
    WorkbookDamaged "workbook-damaged" Error
        zh: "工作簿损坏或不合规范（{0}）", "请用 Excel 或 WPS 打开，确认内容无误后另存为新的 .xlsx";
        en: "the workbook is damaged or breaks the format's rules ({0})", "open it in Excel or WPS, look it over, and save as a new .xlsx";
    WorkbookOversized "workbook-oversized" Error
        zh: "工作簿解压后过大：{0}（上限 {1}）", "请把数据复制到一个新的工作簿，或另存为 CSV（UTF-8）；确信文件可靠，可加 {2}";
        en: "the workbook unpacks to too much: {0} (limit {1})", "copy the data into a new workbook, or save as CSV (UTF-8); if you trust the file, add {2}";
    WorkbookDoctype "workbook-doctype" Error
        zh: "工作簿的部件 {0} 含有 DOCTYPE 声明，出于安全不读取", "请用 Excel 或 WPS 打开，另存为新的 .xlsx";
        en: "the workbook's part {0} holds a DOCTYPE declaration, which is refused for safety", "open it in Excel or WPS and save as a new .xlsx";
    WorkbookNoSheet "workbook-no-sheet" Error
        zh: "工作簿里没有工作表（只有图表或宏表）", "请把数据放到普通工作表里";
        en: "the workbook has no worksheet (only charts or macros)", "put the data on an ordinary worksheet";
    WorkbookMacroSheet "workbook-macro-sheet" Error
        zh: "工作簿里有宏表（Excel 4.0）或不认识的工作表类型", "请删去宏表，或把数据复制到新的 .xlsx";
        en: "the workbook holds a macro sheet (Excel 4.0) or a sheet of an unknown type", "delete that sheet, or copy the data into a new .xlsx";
    SheetMissing "sheet-missing" Error
        zh: "没有工作表「{0}」{2}", "现有：{1}";
        en: "there is no sheet `{0}`{2}", "there are: {1}";
    RowsOutOfOrder "rows-out-of-order" Error
        zh: "第 {0} 行出现在第 {1} 行之后，行的顺序错乱", "请用 Excel 或 WPS 打开，另存为新的 .xlsx";
        en: "row {0} comes after row {1}: the rows are out of order", "open it in Excel or WPS and save as a new .xlsx";
    InputChanged "input-changed" Error
        zh: "文件在读取期间被改动", "请保存并关闭文件，再运行一次";
        en: "the file was changed while it was being read", "save and close it, then run again";
    WorkbookTooHeavy "workbook-too-heavy" Error
        zh: "读取这个工作簿要用的内存超过上限（{0}）：文件损坏，或者太大", "请用 Excel 或 WPS 打开，确认内容无误后另存为 .xlsx";
        en: "reading this workbook takes more memory than the limit ({0}): it is damaged, or too large", "open it in Excel or WPS, look it over, and save as .xlsx";
    WorkbookTooSlow "workbook-too-slow" Error
        zh: "{0} 秒内读不完这个工作簿：文件损坏，或者太大", "请用 Excel 或 WPS 打开，确认内容无误后另存为 .xlsx";
        en: "reading this workbook takes longer than {0} seconds: it is damaged, or too large", "open it in Excel or WPS, look it over, and save as .xlsx";
    // ── source: cells that could not be read; their ids are the text of `RawCell::Fault` ──────
    CellError "cell-error" Error
        zh: "单元格是错误值 {0}", "请在 Excel 中改正公式，或改填值";
        en: "the cell holds the error {0}", "mend the formula in Excel, or type the value";
    CellControlCharacter "cell-control-character" Error
        zh: "含有控制字符 {0}", "请删去这个看不见的字符，或重新输入";
        en: "the cell holds the control character {0}", "remove the invisible character, or type the cell again";
    CellTooLong "cell-too-long" Error
        zh: "超过 Excel 单元格的上限 32,767 个字符", "请缩短；如果是 CSV，请检查引号是否成对";
        en: "the cell is longer than Excel's limit of 32,767 characters", "shorten it; in a CSV file, check that quotes are paired";
    CellTooManyLines "cell-too-many-lines" Error
        zh: "这一格有 {0} 行文字，很可能是少了一个引号", "请检查引号是否成对；确实有这么多行，可加 --raise-limits 10";
        en: "the cell spans {0} lines, most likely a quote is missing", "check that quotes are paired; if it is meant, add --raise-limits 10";
    CellStrayQuote "cell-stray-quote" Error
        zh: "结束引号之后还有文字，引号可能不成对", "单元格里的引号要写成两个 \"\"";
        en: "text follows the closing quote, quotes may not be paired", "write a quote within a cell twice, \"\"";
    CellUndecodable "cell-undecodable" Error
        zh: "有字符无法解码（U+FFFD），内容已损坏", "请检查 --encoding 是否正确，或重新填写这一格";
        en: "characters here cannot be decoded (U+FFFD): the text is broken", "check --encoding, or type the cell again";
    CellFormulaUncalculated "cell-formula-uncalculated" Error
        zh: "公式从未计算，没有结果", "请用 Excel 打开文件并保存一次";
        en: "the formula was never calculated and has no result", "open the file in Excel and save it";
    CellDateImpossible "cell-date-impossible" Error
        zh: "这个日期不存在", "请重新填写日期";
        en: "there is no such date", "enter the date again";
    CellNumberNotFinite "cell-number-not-finite" Error
        zh: "数值过大或不是数", "请重新填写";
        en: "the number is too large or not a number", "enter it again";
    CellTwice "cell-twice" Error
        zh: "工作簿里这一格出现了两次", "请用 Excel 打开，确认内容后另存";
        en: "the workbook holds this cell twice", "open it in Excel, look it over and save";
    CellUnreadable "cell-unreadable" Error
        zh: "这一格无法读取", "请在 Excel 中重新填写这一格";
        en: "the cell cannot be read", "enter the cell again in Excel";
    // ── intake: which sheets and rows are read ───────────────────────────────────────────────
    FileMisnamed "file-misnamed" Warning
        zh: "文件名以 .{0} 结尾，内容却是 {1}，已按内容读取", "请确认给的是想要的文件";
        en: "the name ends in .{0} but the content is {1}; it was read by its content", "make sure that it is the file you mean";
    SheetNotMapped "sheet-not-mapped" Error
        zh: "映射文件没有提到这个工作表{0}", "请检查 [[record]] 的 file 和 sheet";
        en: "the mapping file does not speak of this sheet{0}", "check file and sheet of its [[record]]";
    HeaderNotFound "header-not-found" Error
        zh: "前 30 行里没有找到表头", "请用 --header-row 指明，或用 muster fields 查看可用的列名";
        en: "no header was found among the first 30 rows", "name its row with --header-row; muster fields lists the headers that bind";
    HeaderRowEmpty "header-row-empty" Error
        zh: "第 {0} 行是空的，不能作表头", "请改 --header-row 或映射文件的 header_row";
        en: "row {0} is empty and cannot be the header", "correct --header-row, or header_row of the mapping file";
    KindUnclear "kind-unclear" Error
        zh: "必填列不齐，看不出每行是什么：{0}", "请补上这些列，或用 --mapping 对应列名（muster map 会写出建议）";
        en: "the columns that are required are not all there, so what the rows are cannot be told: {0}", "add the columns, or match the headers with --mapping (muster map proposes one)";
    RowIsSection "row-is-section" Warning
        zh: "这一行是横跨各列的小标题，没有当作数据", "不需要处理；如果它是数据，请取消合并单元格，填进各列";
        en: "the row is a heading over the columns, it is not read as data", "nothing needs to be done; if it is data, unmerge the cell and fill the columns in";
    HeaderMoved "header-moved" Error
        zh: "这一行又是一个表头，列名或次序和第 {0} 行的表头不同，下面的行不能按那个表头读", "请把这一行以下另存为一个文件，或把列调成和前面一样";
        en: "the row is one more header, with other columns or in another order than the header in row {0}, by which the rows below cannot be read", "save what begins here as a file of its own, or arrange its columns as above";
    RowIsMerged "row-is-merged" Warning
        zh: "这一行和第 {0} 行合并，别的格里没有要导入的内容，当作同一个人", "请核对；如果是另一个人，取消合并并填上姓名";
        en: "the row is merged with row {0} and its other cells hold nothing to import; it is the same person", "check that this is so; if it is somebody else, unmerge the cells and fill in the name";
    SheetOfRelatives "sheet-of-relatives" Error
        zh: "有「{0}」一列，这张表像是家庭成员或紧急联系人的名单：当作人才读，会把他们的亲属建成人才，所以不读", "如果每行确实是候选人，用 muster map 写出映射文件，在 ignore 里列上「{0}」，再用 --mapping 读";
        en: "with a column `{0}` this looks like a list of relatives or emergency contacts; read as talents, the relatives would become talents, so it is not read", "if every row is a candidate, write a mapping file with muster map, list `{0}` under ignore, and read it with --mapping";
    KindAmbiguous "kind-ambiguous" Error
        zh: "表头没有说明每行是什么，也不能靠猜{0}", "请用 --kind 指明，否则可能导入错误的模块";
        en: "the header does not say what the rows are, and it is never guessed{0}", "say it with --kind, or they might land in the wrong module";
    SheetHidden "sheet-hidden" Error
        zh: "工作表是隐藏的", "要读它请用 --sheet 指明，或加上 --hidden read";
        en: "the sheet is hidden", "name it with --sheet to read it, or add --hidden read";
    SheetOfLeavers "sheet-of-leavers" Error
        zh: "工作表名像是离职或不再录用的人，旁边还有别的工作表，所以不一起读", "要读它请用 --sheet 指明，或在映射文件里写出 sheet";
        en: "by its name the sheet is of people who have left, and others stand beside it, so it is not read along", "name it with --sheet to read it, or under sheet in a mapping file";
    SheetEmpty "sheet-empty" Error
        zh: "工作表是空的", "请检查是否导出完整";
        en: "the sheet is empty", "check that the export is whole";
    SheetPassedOver "sheet-passed-over" Warning
        zh: "没有读这个工作表：{0}", "要读它请用 --sheet、--kind 或 --mapping（muster map 会写出建议）";
        en: "this sheet was not read: {0}", "to read it use --sheet, --kind or --mapping (muster map proposes one)";
    NoRows "no-rows" Error
        zh: "表头下面没有数据行", "请检查是否导出完整";
        en: "there are no rows below the header", "check that the export is whole";
    CellBeyondHeader "cell-beyond-header" Error
        zh: "表头只有 {0} 列，这一格在表头之外", "多半是内容里的分隔符没有加引号，或缺了一个列名";
        en: "the header has {0} columns and this cell is beyond them", "most likely a delimiter inside a text is not quoted, or a header is missing";
    RowSplit "row-split" Error
        zh: "从第 {0} 行到这一行，合起来正好是一行，像是被没有加引号的换行断开了", "请把它们并回一行，或给有换行的内容加上引号；如果确实是几个人，请用分隔符补齐各行末尾的空列";
        en: "the rows from {0} to this one make one row together, as if a line break without quotes had cut it", "join them, or put the text with the line break in quotes; if they are rows of their own, write the delimiters of their empty last fields";
    RowsShort "rows-short" Warning
        zh: "从这一行起，有 {0} 行的列数少于表头的 {1} 列，缺的列按空处理", "请抽查几行，确认是末尾的空列没有写出，而不是少了一个分隔符";
        en: "from this row on, {0} rows have fewer fields than the header's {1}; what is missing is taken as empty", "look at some of them: empty last fields may be left out, but no delimiter within";
    CellWithoutHeader "cell-without-header" Warning
        zh: "这一列有内容而没有表头，不会导入", "要导入就加上表头，不要就清空这一列";
        en: "the column has content but no header, it is not imported", "give it a header to import it, or clear it";
    MergedCell "merged-cell" Warning
        zh: "单元格与 {0} 合并，所以每一行都按 {0} 的内容处理", "请核对这一列";
        en: "the cell is merged with {0}, so every row has the content of {0}", "check the column";
    TableColumnMissing "table-column-missing" Error
        zh: "对照表里没有「{0}」和「{1}」这两列", "请检查 values_from 的 from 和 to";
        en: "the table has no columns `{0}` and `{1}`", "check from and to of values_from";
    TableTwice "table-twice" Error
        zh: "对照表里「{0}」有两个不同的值", "请删去一个";
        en: "the table has two different values for `{0}`", "remove one of them";
    RowRepeatsHeader "row-repeats-header" Warning
        zh: "这一行重复表头或标题，没有当作数据", "不需要处理；如果它是数据，请改动其中的文字";
        en: "the row repeats the header or the title, it is not read as data", "nothing needs to be done; if it is data, change its text";
    RowBelongsUnclear "row-belongs-unclear" Error
        zh: "看不出这一行是否属于第 {0} 行的人：两行之间的第 {1} 行不是数据", "属于此人，请删去第 {1} 行；属于别人，请在这一行填上姓名";
        en: "it cannot be told whether the row belongs to the person of row {0}: row {1} between them is no data", "if it does, delete row {1}; if it is somebody else's, fill in the name";
    RowOfHidden "row-of-hidden" Error
        zh: "这一行属于第 {0} 行的人，而第 {0} 行是隐藏的，没有读取", "要读取，加上 --hidden read，或在 Excel 中取消隐藏、清除筛选后保存；不要，就把这一行也隐藏或删去；属于别人，请填上姓名";
        en: "the row belongs to the person of row {0}, which is hidden and was not read", "add --hidden read to read both, or unhide the row or clear the filter in Excel, and save; else hide or delete this row too; if it is somebody else's, fill in the name";
    RowIsHint "row-is-hint" Warning
        zh: "这一行是模板的填写提示，没有当作数据", "不需要处理；如果它是数据，请填上手机、邮箱或证件号";
        en: "the row tells how to fill the template in, it is not read as data", "nothing needs to be done; if it is data, give it a mobile, an e-mail or an ID number";
    RowIsExample "row-is-example" Warning
        zh: "这一行是示例，没有当作数据", "不需要处理；如果它是数据，请删去「示例」字样";
        en: "the row is an example, it is not read as data", "nothing needs to be done; if it is data, remove the mark (示例, Example)";
    RowIsUnit "row-is-unit" Warning
        zh: "这一行是各列的单位，没有当作数据", "不需要处理；如果它是数据，请填上必填的列";
        en: "the row names the columns' units, it is not read as data", "nothing needs to be done; if it is data, fill in the required columns";
    RowIsTotal "row-is-total" Warning
        zh: "这一行是合计，没有当作数据", "不需要处理；如果它是数据，请填上手机、邮箱或证件号";
        en: "the row is a total, it is not read as data", "nothing needs to be done; if it is data, give it a mobile, an e-mail or an ID number";
    RowIsFooter "row-is-footer" Warning
        zh: "这一行是表尾的签字、说明或页码，没有当作数据", "不需要处理；如果它是数据，请填上手机、邮箱或证件号";
        en: "the row is a signature, a note or a page number, it is not read as data", "nothing needs to be done; if it is data, give it a mobile, an e-mail or an ID number";
    RowsHidden "rows-hidden" Warning
        zh: "第 {0} 行是隐藏的（{1}），没有读取", "要读取，加上 --hidden read；或在 Excel 中取消隐藏、清除筛选后保存";
        en: "rows {0} are hidden ({1}), they were not read", "add --hidden read to read them; or unhide them or clear the filter in Excel, and save";
    ColumnsHidden "columns-hidden" Warning
        zh: "{0} 列是隐藏的（{1}），没有导入", "要导入，加上 --hidden read；或在 Excel 中取消隐藏后保存";
        en: "columns {0} are hidden ({1}), they are not imported", "add --hidden read to import them; or unhide them in Excel, and save";
    KindDoubtful "kind-doubtful" Warning
        zh: "按 --kind 读作{0}，但{1}像是员工花名册的列", "请确认这些人是候选人；员工的任职信息用 --kind job-data";
        en: "read as {0}, as --kind says, but {1} looks like a list of employees", "make sure that these are candidates; job data of employees are --kind job-data";
    // ── bind: headers, mapping file ──────────────────────────────────────────────────────────
    RequiredColumnMissing "required-column-missing" Error
        zh: "缺少必填列「{0}」（{1}）", "请加上这一列，或在映射文件中给出 defaults";
        en: "the required column {0} ({1}) is missing", "add the column, or give it a default in the mapping file";
    HeaderUnbound "header-unbound" Warning
        zh: "没有字段对应这一列，不会导入", "要导入，在映射文件的 [record.columns] 里写 {0}；不要，就写进 ignore";
        en: "no field for this column, it is not imported", "to import it write {0} under [record.columns] of a mapping file; else list it under ignore";
    HeaderTwice "header-twice" Error
        zh: "「{0}」和「{1}」都对应 {2}", "在映射文件里把其中一列写进 ignore，或给它指定别的字段（同名的列写「表头@2」，或用列号「#7」）";
        en: "`{0}` and `{1}` both mean {2}", "list one of them under ignore in a mapping file, or give it another field (of two equal headers write `header@2`, or the column as `#7`)";
    HeaderBesideStage "header-beside-stage" Warning
        zh: "表里有「{0}」和「{1}」，这一列没写是谁的，按「{0}」的读", "请核对；如果是「{1}」的，在映射文件的 [record.columns] 里写 {2}";
        en: "the sheet has `{0}` and `{1}`, this column does not say whose it is and is read as that of `{0}`", "check it; if it is that of `{1}`, write {2} under [record.columns] of a mapping file";
    HeaderSecond "header-second" Warning
        zh: "学历已取自「{0}」，这一列学位不导入", "要改用这一列，在映射文件里把学历那一列写进 ignore；不要，就把这一列写进 ignore";
        en: "the level of education is read from `{0}`, this column of degrees is not imported", "to read this column instead, list the other under ignore in a mapping file; else list this one";
    DocumentTypeMissing "document-type-missing" Error
        zh: "有证件号，没有证件类型", "请加一列「证件类型」，或在映射文件的 defaults 里给出；全是居民身份证的话，表头写「身份证号」即可";
        en: "there is a document number without its type", "add a column `ID Type` (证件类型), or a default in the mapping file; if all are resident ID cards, head the column 身份证号";
    HeaderGone "header-gone" Error
        zh: "映射文件{1}列出的表头「{0}」不在表里{2}", "请改映射文件或表头；没有 strict = true 时这只是警告";
        en: "the header `{0}` of the mapping file{1} is not in the sheet{2}", "correct the mapping file or the header; without strict = true this is a warning only";
    HeaderAbsent "header-absent" Warning
        zh: "映射文件{1}列出的表头「{0}」不在表里{2}", "请核对映射文件和表头";
        en: "the header `{0}` of the mapping file{1} is not in the sheet{2}", "compare the mapping file with the headers";
    HeaderUnlisted "header-unlisted" Error
        zh: "strict = true，而映射文件没有列出这一列", "写进 [record.columns] 或 ignore";
        en: "strict = true, and the mapping file does not list this column", "list it under [record.columns] or ignore";
    HeaderAmbiguous "header-ambiguous" Error
        zh: "映射文件里的表头「{0}」在表里有 {1} 列", "写「{0}@1」表示第一个、「{0}@2」表示第二个，或用列号「#7」";
        en: "the header `{0}` of the mapping file stands above {1} columns", "write `{0}@1` for the first and `{0}@2` for the second, or the column as `#7`";
    FieldUnknown "field-unknown" Error
        zh: "没有字段「{0}」", "最接近的是 {1}；全部字段见 muster fields";
        en: "there is no field `{0}`", "the nearest is {1}; `muster fields` lists them all";
    FieldIndex "field-index" Error
        zh: "「{0}」的序号应是 1 到 {1}", "";
        en: "the number in `{0}` must be from 1 to {1}", "";
    MappingUnreadable "mapping-unreadable" Error
        zh: "读不了映射文件「{0}」：{1}", "请检查路径和权限";
        en: "cannot read the mapping file `{0}`: {1}", "check its path and permissions";
    MappingEncoding "mapping-encoding" Error
        zh: "映射文件「{0}」不是 UTF-8 编码", "请用记事本打开，另存为，编码选 UTF-8";
        en: "the mapping file `{0}` is not UTF-8", "open it in Notepad and save it with the encoding UTF-8";
    DefaultUnusable "default-unusable" Error
        zh: "映射文件的 defaults 里，{0} 的值不能用：{1}", "{2}";
        en: "the default of {0} in the mapping file cannot be used: {1}", "{2}";
    MappingSyntax "mapping-syntax" Error
        zh: "映射文件第 {0} 行第 {1} 列：{2}", "";
        en: "mapping file, line {0}, column {1}: {2}", "";
    MappingKeyUnknown "mapping-key-unknown" Error
        zh: "映射文件第 {0} 行第 {1} 列：不认识「{2}」", "最接近的是 {3}";
        en: "mapping file, line {0}, column {1}: `{2}` is not known", "the nearest is {3}";
    MappingFieldUnknown "mapping-field-unknown" Error
        zh: "映射文件第 {0} 行第 {1} 列：没有字段「{2}」", "最接近的是 {3}；全部字段见 muster fields";
        en: "mapping file, line {0}, column {1}: there is no field `{2}`", "the nearest is {3}; `muster fields` lists them all";
    MappingFieldIndex "mapping-field-index" Error
        zh: "映射文件第 {0} 行第 {1} 列：「{2}」的序号应是 1 到 {3}", "";
        en: "mapping file, line {0}, column {1}: the number in `{2}` must be from 1 to {3}", "";
    MappingValue "mapping-value" Error
        zh: "映射文件第 {0} 行第 {1} 列：「{2}」不能用在这里", "可以写：{3}";
        en: "mapping file, line {0}, column {1}: `{2}` can't stand here", "what can: {3}";
    MappingNotYet "mapping-not-yet" Error
        zh: "映射文件第 {0} 行第 {1} 列：{2} 还不支持", "请先去掉这一项";
        en: "mapping file, line {0}, column {1}: {2} is not yet supported", "take it out for now";
    HeaderBlockRepeated "header-block-repeated" Warning
        zh: "「{0}」的列重复了 {2} 遍（{1}），没有写明各是第几条，依次作为第 1 到第 {2} 条", "请核对；不对的话，在映射文件的 [record.columns] 里逐列指定";
        en: "the columns of {0} stand there {2} times ({1}) and do not say which entry each is; they are read as entries 1 to {2}", "check that this is right; else name the fields under [record.columns] of a mapping file";
    SuggestionTaken "suggestion-taken" Warning
        zh: "按建议对应到 {0}（把握 {1}）", "请核对；要固定下来，写进映射文件（muster map 可生成）";
        en: "taken for {0} as suggested (confidence {1})", "please verify; to settle it write it into a mapping file (`muster map` makes one)";
    MappingTableMissing "mapping-table-missing" Error
        zh: "工作簿里没有字段对照表", "要有一张工作表，其中一行写着「表头」和「飞书字段」；muster map FILE -o 对照表.xlsx 可以生成";
        en: "there is no field mapping in the workbook", "one of its sheets must have a row with `Header` and `Feishu field`; `muster map FILE -o mapping.xlsx` makes such a workbook";
    MappingCell "mapping-cell" Error
        zh: "「{0}」不能用在这里", "可以写：{1}";
        en: "`{0}` can't stand here", "what can: {1}";
    MappingNoField "mapping-no-field" Error
        zh: "「{0}」要导入，却没有选飞书字段", "从下拉列表里选一个字段；不导入就把「处理」改为「忽略」";
        en: "`{0}` is to be imported, but no field is chosen", "choose a field from the list; or set the action to `Ignore`";
    MappingCustomId "mapping-custom-id" Error
        zh: "自定义字段没有写 ID", "在「飞书字段」或「备注」里写 custom:ID，如 custom:6934193211960330504";
        en: "the custom field has no ID", "write custom:ID into the field or the note, as in custom:6934193211960330504";
    MappingUndecided "mapping-undecided" Error
        zh: "「{0}」没有说明怎么处理，而它的名字就是 {1}", "请选「导入」并选字段，或选「忽略」";
        en: "nothing is said about `{0}`, and by its name it is {1}", "choose `Import` and a field, or `Ignore`";
    MappingTwice "mapping-twice" Error
        zh: "「{0}」写了两次，说法不同", "请只留一行";
        en: "`{0}` stands here twice, with different meanings", "keep one of the lines";
    MappingUnfit "mapping-unfit" Error
        zh: "映射文件第 {0} 行第 {1} 列：{2}", "{3}";
        en: "mapping file, line {0}, column {1}: {2}", "{3}";
    ChildKeyMissing "child-key-missing" Error
        zh: "映射文件{1} [[record.child]] 的 key 要的「{0}」不在表里{2}", "请核对表头，或改映射文件的 key";
        en: "the column `{0}` of a [[record.child]]'s key in the mapping file{1} is not in the sheet{2}", "compare the headers, or correct the key in the mapping file";
    ChildFeedsNothing "child-feeds-nothing" Error
        zh: "子表里没有一列能对应这个列表的字段", "请在 [[record.child]] 的 columns 里写明";
        en: "no column of the child sheet feeds a field of its list", "name them under columns of the [[record.child]]";
    ChildHeaderUnbound "child-header-unbound" Warning
        zh: "子表的这一列没有对应字段，不会导入", "要导入，写进 [[record.child]] 的 columns";
        en: "no field for this column of the child sheet, it is not imported", "to import it list it under columns of the [[record.child]]";
    // ── gather: cells that stand elsewhere; the first two are the text of a `RawCell::Fault` ─
    SplitTooMany "split-too-many" Error
        zh: "拆开后多于 {0} 段", "请改这一格，或改映射文件 [[record.derive]] 的 separator 和 to";
        en: "it splits into more than {0} parts", "correct the cell, or separator and to of the [[record.derive]]";
    CellEntriesTooMany "cell-entries-too-many" Error
        zh: "这一格里多于 {0} 条", "请减少，或检查 [[record.derive]] 的 entries";
        en: "the cell holds more than {0} entries", "shorten it, or check entries of the [[record.derive]]";
    ChildKeyEmpty "child-key-empty" Error
        zh: "这一行没有写属于谁", "请填写";
        en: "the row does not say to whom it belongs", "fill it in";
    ChildWithoutParent "child-without-parent" Error
        zh: "主表里没有人对应这一行", "请核对，或删去这一行";
        en: "nobody in the main sheet has this key", "compare the two, or delete the row";
    ChildFileMissing "child-file-missing" Error
        zh: "找不到子表文件「{0}」", "请把它和主表一起列在命令里，或放在映射文件旁边";
        en: "there is no child file `{0}`", "name it on the command line beside its parent, or put it beside the mapping file";
    ChildHeaderNotFound "child-header-not-found" Error
        zh: "子表的前 {1} 行里没有「{0}」这一列", "请检查映射文件{2} [[record.child]] 的 key";
        en: "the first {1} rows of the child sheet have no column `{0}`", "check key of its [[record.child]] in the mapping file{2}";
    ChildKeyShared "child-key-shared" Error
        zh: "{0}也是这个值，分不清子表的行属于谁", "请用每人都不同的列作 key";
        en: "{0} has the same value, so whose the rows of the child sheet are cannot be told", "use a column as key that differs for everybody";
    ChildOfHidden "child-of-hidden" Warning
        zh: "主表里对应的行是隐藏的，没有读取，所以这一行也没有读取", "要读取，加上 --hidden read；或在 Excel 中取消隐藏、清除筛选后保存";
        en: "its row in the main sheet is hidden and was not read, so neither is this one", "add --hidden read to read both; or unhide the row or clear the filter in Excel, and save";
    ChildKeyNear "child-key-near" Error
        zh: "主表里没有人对应这一行，与主表第 {0} 行只差{1}", "请把两边写成一样；格式不同的列，都设成「文本」再填";
        en: "nobody in the main sheet has this key; but for {1} row {0} has", "write it alike in both sheets; where their formats differ, make both columns text";
    ChildKeyZeros "child-key-zeros" Error
        zh: "主表里没有人对应这一行，只差开头的 0（主表第 {0} 行）", "请把两边的这一列都设成「文本」格式，补上开头的 0";
        en: "nobody in the main sheet has this key; but for leading zeros row {0} has", "format the column as text in both sheets and put the zeros back";
    // ── check: cells, rows, the whole input ──────────────────────────────────────────────────
    Required "required" Error
        zh: "必填，但这一格是空的", "请填写";
        en: "required, but the cell is empty", "fill it in";
    BrokenText "broken-text" Error
        zh: "文字已经损坏（乱码）", "请从源系统重新导出，并选 UTF-8 或 .xlsx";
        en: "the text is broken (lost characters)", "export it again from its source, as UTF-8 or .xlsx";
    ControlCharacter "control-character" Error
        zh: "含有控制字符 {0}", "请删除这个字符";
        en: "it holds the control character {0}", "delete that character";
    LineBreak "line-break" Error
        zh: "一格里有换行或制表符，像是两个值", "一格只写一个值";
        en: "it holds a line break or a tab, as if it were two values", "write one value in a cell";
    BoolHere "boolean-here" Error
        zh: "这里是 TRUE/FALSE", "请写实际的值";
        en: "it holds TRUE or FALSE", "write the value itself";
    InvisibleCharacter "repaired-invisible" Warning
        zh: "有看不见的字符 {0}，已去掉（不换行空格改成普通空格）", "";
        en: "the invisible character {0} was removed (a no-break space became a plain one)", "";
    PrivateCharacter "private-character" Warning
        zh: "含有造字区字符 {0}，别的系统可能显示不出来", "请尽量换成 Unicode 正式编码的字";
        en: "it holds the private-use character {0}, which other systems may not show", "use the character's own Unicode code point if there is one";
    NotAName "not-a-name" Error
        zh: "不像姓名", "请填写姓名";
        en: "not a name", "write the person's name";
    NameSeveral "name-several" Error
        zh: "一格里有几个人名", "请一人一行";
        en: "several people's names in one cell", "give each person a row";
    DigitsLost "digits-lost" Error
        zh: "长数字在 Excel 里已经丢失末尾几位，这份文件里救不回来", "请把这一列设成「文本」格式，从源系统重新导出";
        en: "a long number has lost its last digits in Excel, beyond repair in this file", "format the column as text and export it again from its source";
    DigitsDoubtful "digits-doubtful" Error
        zh: "第 15 位以后全是 0：长数字在 Excel 里丢了末尾几位，这份文件里救不回来", "请把这一列设成「文本」格式，从源系统重新导出；如果号码确实如此，在映射文件里写 [record.values.\"{0}\"]，把它对应到自己";
        en: "all digits after the 15th are zeros: the last ones were lost in Excel, beyond repair in this file", "format the column as text and export it again from its source; if the number is really so, map it to itself in the mapping file: [record.values.\"{0}\"]";
    DigitsDoubtfulText "digits-doubtful-text" Warning
        zh: "长数字第 15 位以后全是 0，可能在 Excel 里丢了末尾几位，照原样发送", "请与源系统核对；丢了就把这一列设成「文本」格式，重新导出";
        en: "all digits of the long number after the 15th are zeros: they may have been lost in Excel; it is sent as it is", "compare it with its source; if they are lost, format the column as text and export it again";
    IdIsName "id-is-name" Error
        zh: "这里要 ID，不是名称", "请填 ID，或在映射文件里用 [record.values_from.\"{0}\"] 给出名称与 ID 的对照表";
        en: "this wants an ID, not a name", "write the ID, or name a table of names and IDs in the mapping file: [record.values_from.\"{0}\"]";
    NotAnId "not-an-id" Error
        zh: "不像 ID", "ID 的样子如 {0}";
        en: "not an ID", "an ID looks like {0}";
    NotInTable "not-in-table" Error
        zh: "对照表里没有这个值", "请补进 values_from.\"{0}\" 指向的对照表";
        en: "the table of values does not hold this one", "add it to the table that values_from.\"{0}\" names";
    NotADate "not-a-date" Error
        zh: "不是日期", "请写成 2024-05-01";
        en: "not a date", "write it like 2024-05-01";
    DateAmbiguous "date-ambiguous" Error
        zh: "日期有两种读法：{0} 或 {1}", "请写成 2024-05-01 的样子，或用 --dates dmy（日在前）或 --dates mdy（月在前），即映射文件 [[record]] 里的一行 dates = \"dmy\"";
        en: "the date has two readings: {0} or {1}", "write it like 2024-05-01, or say --dates dmy (day first) or --dates mdy (month first), which is the line dates = \"dmy\" in [[record]] of the mapping file";
    DateImpossible "date-impossible" Error
        zh: "没有这一天", "请核对年、月、日";
        en: "there is no such day", "check year, month and day";
    DateTwoDigitYear "date-two-digit-year" Error
        zh: "年份只有两位，或没有年份", "请写四位年份，或用 --dates ymd（或 dmy、mdy），即映射文件 [[record]] 里的一行 dates = \"ymd\"";
        en: "the year has two digits, or there is none", "write four digits, or say --dates ymd (or dmy, mdy), which is the line dates = \"ymd\" in [[record]] of the mapping file";
    DateCentury "date-century" Warning
        zh: "两位年份，读作 {0}", "请核对世纪";
        en: "a year of two digits, read as {0}", "check the century";
    DateImplausible "date-implausible" Error
        zh: "年份不在 {0} 到 {1} 之间", "请核对年份";
        en: "the year is not between {0} and {1}", "check the year";
    DateTimeDropped "date-time-dropped" Warning
        zh: "只取日期，时刻没有采用", "";
        en: "only the date is taken, not the time of day", "";
    DateSerial "date-serial" Warning
        zh: "像 Excel 的日期序号，读作 {0}{1}", "请核对，或把这一列设成日期格式";
        en: "looks like a day count of Excel, read as {0}{1}", "check it, or format the column as dates";
    DateWithoutDay "date-without-day" Warning
        zh: "没有写到日，取第一天：{0}", "请核对";
        en: "the day is missing, the first one is taken: {0}", "check it";
    DateTenth "date-tenth" Warning
        zh: "读作 1 月；如果原来是 .10（10 月），Excel 会把它变成 .1", "10 月请写成 2018-10";
        en: "read as January; if it was .10 (October), Excel made it .1", "write October as 2018-10";
    DateTenthLost "date-tenth-lost" Error
        zh: "数字 .1 可能是 1 月，也可能是 10 月（Excel 去掉了末尾的 0）", "请写成 2018-01 或 2018-10";
        en: "the number .1 may be January, or October without its last zero", "write it like 2018-01 or 2018-10";
    NotAPeriod "not-a-period" Error
        zh: "不是起止时间", "请写成 2018.09-2022.06";
        en: "not a period", "write it like 2018.09-2022.06";
    PeriodOpen "period-open" Error
        zh: "自定义时间段必须有结束时间，不能写「至今」", "请写明结束时间，或留空";
        en: "a custom period needs an end", "write its end, or leave the cell empty";
    PeriodReversed "period-reversed" Error
        zh: "开始晚于结束", "请核对两个日期";
        en: "it begins after its end", "check the two dates";
    NotAnEmail "not-an-email" Error
        zh: "不是邮箱地址", "请写成 name@example.com";
        en: "not an e-mail address", "write it like name@example.com";
    EmailSeveral "email-several" Error
        zh: "一格里有几个邮箱", "只保留一个";
        en: "several e-mail addresses in one cell", "keep one";
    EmailNotAscii "email-not-ascii" Error
        zh: "邮箱 @ 前只能是英文字母、数字和符号", "请核对";
        en: "what stands before the @ must be ASCII", "check it";
    NotAMobile "not-a-mobile" Error
        zh: "不是手机号", "中国大陆手机号是 11 位，以 13–19 开头；其他国家或地区请写成 +852 91234567 的样子，并填手机国家代码";
        en: "not a mobile number", "a Chinese one has 11 digits and begins with 13–19; write others like +852 91234567 and give the country code too";
    MobileLength "mobile-length" Error
        zh: "手机号位数不对：有 {0} 位", "中国大陆手机号是 11 位；其他国家或地区请同时填手机国家代码";
        en: "a mobile number with {0} digits", "a Chinese one has 11 digits; for others give the country code too";
    MobileSeveral "mobile-several" Error
        zh: "一格里有几个号码", "只保留一个";
        en: "several numbers in one cell", "keep one";
    MobileLandline "mobile-landline" Error
        zh: "这是固定电话，不是手机号", "请填手机号";
        en: "a landline, not a mobile number", "write the mobile number";
    MobileExtension "mobile-extension" Error
        zh: "号码带分机", "请填手机号";
        en: "a number with an extension", "write the mobile number";
    MobileMasked "mobile-masked" Error
        zh: "号码被打了星号", "请填完整的号码";
        en: "some digits are hidden by asterisks", "write the whole number";
    MobileCountryDiffers "mobile-country-differs" Error
        zh: "号码的国际区号是 +{0}，手机国家代码却是 {1}", "请改正其中一个";
        en: "the number begins with +{0}, the country code is {1}", "correct one of the two";
    MobileCountryMissing "mobile-country-missing" Error
        zh: "号码的国际区号是 +{0}，但没有手机国家代码", "请在「手机国家代码」一列填地点编码（如 CN_1）";
        en: "the number begins with +{0}, but there is no country code", "fill in the country's location code (such as CN_1)";
    NotACountry "not-a-country" Error
        zh: "不是手机国家代码", "请填地点编码（中国是 CN_1），或在映射文件里用 [record.values.\"{0}\"] 对应";
        en: "not a country code", "write a location code (China is CN_1), or map it in the mapping file: [record.values.\"{0}\"]";
    NotADocument "not-a-document" Error
        zh: "不像这种证件的号码", "请核对号码和证件类型";
        en: "not a number of this kind of document", "check number and type";
    DocumentMasked "document-masked" Error
        zh: "证件号被打了星号", "请填完整的号码";
        en: "some characters of the document number are hidden by asterisks", "write the whole number";
    DocumentTypeUnknown "document-type-unknown" Error
        zh: "有证件号，没有写证件类型", "请在「证件类型」一列写明；没有这一列就加一列（只有列名是「身份证号」而没有这一列时，15 或 18 位的号码才当作身份证）";
        en: "the document number has no type beside it", "write it into the column `ID Type` (证件类型); add the column if there is none";
    IdCardLength "id-card-length" Error
        zh: "身份证号应为 18 位，这里有 {0} 位", "请核对";
        en: "an ID card number has 18 characters, this has {0}", "check it";
    IdCardChecksum "id-card-checksum" Error
        zh: "身份证号校验位不对，多半有一位写错", "请与证件核对";
        en: "the check digit of the ID card number is wrong: one digit is probably mistyped", "compare it with the card";
    IdCardBirth "id-card-birth" Error
        zh: "身份证号里的出生日期不存在", "请与证件核对";
        en: "the birth date within the ID card number does not exist", "compare it with the card";
    IdCardRegion "id-card-region" Warning
        zh: "身份证号前两位不是省份代码", "请与证件核对";
        en: "the ID card number begins with no known province", "compare it with the card";
    IdCardUpgraded "repaired-id-card-15" Warning
        zh: "15 位旧身份证号已换算成 18 位", "请与证件核对";
        en: "an old ID card number of 15 digits was converted to 18", "compare it with the card";
    IdCardLowercase "repaired-id-card-x" Warning
        zh: "身份证号末位小写 x 已改成大写 X", "";
        en: "the lower-case x of the ID card number was made upper-case", "";
    ChoiceUnknown "choice-unknown" Error
        zh: "不在选项里，或有歧义{2}", "可填：{0}；也可以在映射文件里加一节 [record.values.\"{1}\"]，每行写「\"表里的写法\" = \"选项\"」";
        en: "not one of the options, or one that could mean two{2}", "use one of: {0}; or add a section [record.values.\"{1}\"] to the mapping file, with lines such as \"what the sheet says\" = \"option\"";
    ChoiceLoosely "choice-loosely" Warning
        zh: "按「{0}」处理", "请核对";
        en: "taken for {0}", "check it";
    OptionUnknown "option-unknown" Error
        zh: "这里要选项的编号", "请填编号，或在映射文件里用 [record.custom] 的 options 给出选项与编号";
        en: "this wants an option's key", "write the key, or give options and keys in the mapping file under [record.custom]";
    NotAList "not-a-list" Error
        zh: "不是列表", "几个值用分号分开";
        en: "not a list", "separate the values by semicolons";
    ListTooLong "list-too-long" Error
        zh: "超过 {0} 个", "请减少";
        en: "more than {0} values", "shorten the list";
    ListRepeats "list-repeats" Warning
        zh: "有 {0} 个重复的值，已去掉", "";
        en: "{0} repeated values were dropped", "";
    NotAPercent "not-a-percent" Error
        zh: "不是 0 到 100 的百分比", "请写成 60 或 60%";
        en: "not a percentage from 0 to 100", "write it like 60 or 60%";
    PercentNotWhole "percent-not-whole" Error
        zh: "百分比必须是整数", "飞书只接受整数百分比，请调整";
        en: "the percentage must be whole", "Feishu takes whole per cent only: adjust it";
    PercentFraction "percent-fraction" Warning
        zh: "小数读作 {0}%", "请核对";
        en: "the fraction is read as {0}%", "check it";
    NotANumber "not-a-number" Error
        zh: "不是数字", "请只写数字";
        en: "not a number", "write digits only";
    DateOrder "date-order" Error
        zh: "「{0}」晚于「{1}」", "请核对两个日期";
        en: "`{0}` is after `{1}`", "check the two dates";
    DateOrderOdd "date-order-odd" Warning
        zh: "「{0}」晚于「{1}」", "请核对两个日期";
        en: "`{0}` is after `{1}`", "check the two dates";
    SharesSum "shares-sum" Error
        zh: "分摊比例合计 {0}，应为 {1}", "请核对；显示为 100% 的单元格存的是 1";
        en: "the shares sum to {0}, not {1}", "check them; a cell shown as 100% holds 1";
    EntryIncomplete "entry-incomplete" Error
        zh: "同一组的「{0}」填了，这一项却是空的", "请补上，或清空这一组";
        en: "`{0}` of the same entry is filled in, but this is empty", "fill it in, or clear the entry";
    EntryColumnMissing "entry-column-missing" Error
        zh: "还需要同一组的「{0}」，表里没有这一列", "请加上这一列（表头就写 {0}），或清空这一组";
        en: "`{0}` of the same entry is needed too, and there is no such column", "add the column (with {0} as its header), or clear the entry";
    EntriesTooMany "entries-too-many" Error
        zh: "{0} 超过 {1} 条", "请减少";
        en: "more than {1} entries of {0}", "remove some";
    EntryRepeated "entry-repeated" Warning
        zh: "这一组与同类的前一组内容相同，已合并", "";
        en: "this entry is equal to an earlier one of its group and was merged with it", "";
    OnlyBeside "only-beside" Warning
        zh: "没有「{0}」，这一项没有用处，不发送", "";
        en: "of no use without `{0}`, so it is not sent", "";
    IdCardBirthday "id-card-birthday" Warning
        zh: "出生日期与身份证号不一致", "请与证件核对";
        en: "the birthday differs from the ID card number", "compare it with the card";
    IdCardGender "id-card-gender" Warning
        zh: "性别与身份证号不一致", "请与证件核对";
        en: "the gender differs from the ID card number", "compare it with the card";
    Keyless "keyless" Error
        zh: "没有证件号、手机号或邮箱，无法识别是谁", "至少填一项；如果这些行属于另一张表里的人（如教育经历），在映射文件里写 [[record.child]]（muster map 可生成）；确实没有时用 --allow-keyless";
        en: "no ID document, mobile number or e-mail tells who this is", "fill in one of them; if the rows belong to people of another sheet, as a list of their schools does, write [[record.child]] in a mapping file (`muster map` makes one); if there is none use --allow-keyless";
    RepeatedDocument "repeated-document" Error
        zh: "证件与 {0} 第 {1} 行相同，同一个人出现两次", "请合并成一行";
        en: "the same ID document as {0} row {1}: one person twice", "merge the two rows";
    RepeatedMobile "repeated-mobile" Error
        zh: "手机号与 {0} 第 {1} 行相同，同一个人出现两次", "请合并成一行，或改正号码";
        en: "the same mobile number as {0} row {1}: one person twice", "merge the two rows, or correct the number";
    RepeatedEmail "repeated-email" Error
        zh: "邮箱与 {0} 第 {1} 行相同，同一个人出现两次", "请合并成一行，或改正邮箱";
        en: "the same e-mail address as {0} row {1}: one person twice", "merge the two rows, or correct the address";
    RepeatedEmployment "repeated-employment" Error
        zh: "雇佣 ID 与 {0} 第 {1} 行相同，同一份任职出现两次", "只保留一行";
        en: "the same employment as {0} row {1}", "keep one row";
    Mojibake "mojibake" Error
        zh: "文字是乱码（{0}）", "请打开原文件看这一格：原文件正常的（CSV），用 --encoding 指明编码；原文件里就是乱码的，从源系统重新导出，选 .xlsx 或 UTF-8";
        en: "the text is garbled ({0})", "if the file itself is right, name the CSV's encoding with --encoding; else export it again from its source, as .xlsx or UTF-8";
    MojibakeDoubtful "mojibake-doubtful" Warning
        zh: "文字像是乱码（{0}），照原样发送", "请打开原文件看这一格：原文件正常的（CSV），用 --encoding 指明编码；原文件里就是乱码的，从源系统重新导出，选 .xlsx 或 UTF-8";
        en: "the text looks garbled ({0}) and is sent as it is", "if the file itself is right, name the CSV's encoding with --encoding; else export it again from its source, as .xlsx or UTF-8";
    TextCut "text-cut" Warning
        zh: "正好 {0} 个字符，可能在导出时被截断", "请与源系统核对结尾是否完整";
        en: "exactly {0} characters: an export may have cut it off", "compare its end with its source";
    TextSeveral "text-several" Warning
        zh: "一格里像是写了 {0} 个，照原样作为一个发送", "各是一条经历的话，请分成几列（学校1、学校2）或几行，或在映射文件里写 [[record.derive]] split";
        en: "the cell seems to name {0}; it is sent as one, as it is", "if each is an entry of its own, put them in columns (School 1, School 2) or rows, or write [[record.derive]] split in a mapping file";
    DateHere "date-in-code" Error
        zh: "这里是日期，多半是 Excel 把 3-4、1/2 之类改成了日期", "请把这一列设成「文本」格式，重新填写或从源系统重新导出";
        en: "it holds a date: most likely Excel made one of something like 3-4 or 1/2", "format the column as text, and write the value again or export it again from its source";
    DateInText "date-in-text" Warning
        zh: "这一格是日期，按日期的文字发送；原来可能是 3-4、1/2 之类，被 Excel 改成了日期", "请核对；不是日期就把这一列设成「文本」格式，重新填写";
        en: "the cell is a date and is sent as such; Excel may have made it of something like 3-4 or 1/2", "check it; if it is no date, format the column as text and write it again";
    LookAlike "look-alike" Error
        zh: "字符「{0}」（{1}）只是看起来像「{2}」", "请改成「{2}」，或从源系统重新导出";
        en: "the character {0} ({1}) only looks like {2}", "write {2} in its place, or export it again from its source";
    LookAlikeDoubtful "look-alike-doubtful" Warning
        zh: "字符「{0}」（{1}）看起来像「{2}」，照原样发送", "请核对，写错了就改成「{2}」";
        en: "the character {0} ({1}) looks like {2}, and is sent as it is", "check it, and write {2} if that is meant";
    RepairedFullWidth "repaired-full-width" Warning
        zh: "有全角字符「{0}」，已按半角读", "";
        en: "it holds full-width characters ({0}), read as half-width", "";
    RepairedEntity "repaired-html-entity" Warning
        zh: "有网页写法 {0}，已换回它代表的字符", "";
        en: "it holds {0}, as web pages write a character; the character was put back", "";
    HtmlEntity "html-entity" Warning
        zh: "链接里有网页写法 {0}，按原样发送", "请打开链接核对；如果打不开，把 &amp; 之类改回 &";
        en: "the link holds {0}, as web pages write a character; it is sent as it is", "try the link; if it does not open, write & for &amp; and so on";
    RepairedQuote "repaired-quote" Warning
        zh: "已去掉防止 Excel 改动的引号（'123 或 =\"123\"）", "";
        en: "the quotes that kept Excel from changing it ('123, =\"123\") were dropped", "";
    RepairedPoint "repaired-point-zero" Warning
        zh: "已去掉末尾的 .0", "";
        en: "the .0 at its end was dropped", "";
    RepairedMailto "repaired-mailto" Warning
        zh: "已去掉邮箱前的 mailto:", "";
        en: "the mailto: before the address was dropped", "";
    RepairedUpperCase "repaired-upper-case" Warning
        zh: "证件号里的小写字母已改成大写", "";
        en: "the lower-case letters of the document number were made upper-case", "";
    LeadingZeros "leading-zeros-lost" Warning
        zh: "这一列的编码是 {0} 位、有以 0 开头的（如 {1}），却有 {2} 个不足 {0} 位，从这一格起：多半在 Excel 里丢了开头的 0", "不会自动补 0：请把这一列设成「文本」格式，从源系统重新导出";
        en: "the codes of this column have {0} digits, some with zeros in front (as in {1}), but {2} have fewer, from this cell on: Excel has most likely dropped their zeros", "none is put back by itself: format the column as text and export it again from its source";
    DateOrderProven "date-order-proven" Warning
        zh: "这一列有 {2} 个日期单看有两种读法，都按{0}读：{1}", "请核对；不对就在映射文件的 [[record]] 里写明 dates，或用 --dates";
        en: "{2} dates of this column have two readings by themselves and are read {0}, {1}", "check it; if it is wrong, say dates in [[record]] of the mapping file, or --dates";
    DateOrderContradicted "date-order-contradicted" Error
        zh: "这一列的日期写法不一：{0} 是日在前，{1} 是月在前，所以有两种读法的日期不能确定", "请统一写成 2024-05-01；或拆成两份文件，分别用 --dates dmy 和 --dates mdy";
        en: "the dates of this column are written in two orders: {0} has the day first, {1} the month; those with two readings cannot be told", "write all of them like 2024-05-01, or split the file and use --dates dmy for one and --dates mdy for the other";
    ValueOmitted "value-omitted" Warning
        zh: "这个值不能用，按映射文件的 on_bad 留空发送：{0}", "";
        en: "the value is of no use and is left out, as `on_bad` in the mapping file says: {0}", "";
    ColumnUnfit "column-unfit" Error
        zh: "这一列 {0} 个值里有 {1} 个不符合 {2}，例如第 {3} 行的「{4}」：{5}", "在映射文件里任选其一：用 [record.values.\"{2}\"] 或 [record.values_from.\"{2}\"] 对应这些值；把这一列改接到自定义字段；写进 ignore，不导入{6}";
        en: "of the {0} values of this column {1} do not fit {2}, as `{4}` in row {3}: {5}", "one of these, in the mapping file: map the values with [record.values.\"{2}\"] or [record.values_from.\"{2}\"]; send the column to a custom field; list it under ignore{6}";
    ColumnUnfitRow "column-unfit-row" Error
        zh: "{1}（{0} 列的值都这样）", "{2}";
        en: "{1} (so with all values of column {0})", "{2}";
    // ── journal, plan ────────────────────────────────────────────────────────────────────────
    JournalBusy "journal-busy" Error
        zh: "日志「{0}」正被另一个 muster 使用（{1}）", "请等它结束";
        en: "the journal `{0}` is in use by another muster ({1})", "wait until it has ended";
    ReferenceUnknown "fix-of-another-journal" Warning
        zh: "这一行来自修复表，但这个导入记录里没有它所属的运行：按普通行处理", "要接着那次运行，请用 --journal 指明它的导入记录（演练用 --sandbox）；否则不用处理";
        en: "the row is of a fix file whose run is not in this journal: it is taken as a plain row", "to go on with that run, name its journal with --journal (a rehearsal's with --sandbox); else nothing is to be done";
    ReferenceDisagrees "fix-of-somebody-else" Warning
        zh: "修复表标记的记录与这一行的姓名、证件、手机、邮箱都不同：按普通行处理", "如果这一行是另一个人，不用处理；如果是同一个人，请先只改一项再导入";
        en: "neither a key nor the name of the row is that of the record which it is marked to repair: it is taken as a plain row", "if it is another person, nothing is to be done; if it is the same one, correct one value at a time";
    OlderRunOpen "older-run-open" Error
        zh: "第 {0} 次运行还有 {1} 行没有发送；本次输入只包含它 {3} 条记录中的 {2} 条，未发送的行里有 {4} 行不再出现", "用 --older replace 撤回那些行并以本次输入为准，或用 --older keep 让它们留在原运行";
        en: "run {0} still holds {1} unsent rows; this input holds {2} of its {3} records, and {4} of the unsent rows are gone", "`--older replace` withdraws them and takes this input instead, `--older keep` leaves them with their run";
    JournalGone "journal-gone" Error
        zh: "导入记录「{0}」在运行中被删除或替换了；它的内容已另存为「{1}」", "已停止发送；请接着运行 muster resume --journal '{1}'：没有等到回应的会先查清";
        en: "the journal `{0}` was removed or replaced in mid-run; its content was saved as `{1}`", "sending has stopped; `muster resume --journal '{1}'` goes on, and first looks up what was not answered";
    JournalLinked "journal-linked" Error
        zh: "导入记录的文件「{0}」另有一个名字（硬链接），两个名字是同一个文件", "请换成真正的副本：cp '{0}' '{0}.copy' && mv '{0}.copy' '{0}'；或者用 --journal 指明另一个导入记录";
        en: "the journal's file `{0}` has a second name (a hard link): two names, one file", "put a real copy in its place: cp '{0}' '{0}.copy' && mv '{0}.copy' '{0}'; or name another journal with --journal";
    JournalLost "journal-lost" Error
        zh: "导入记录「{0}」在运行中被删除或替换了，也没能另存：{2}；有 {1} 条正在发送", "已停止发送；请再导入一次：每个人都会先查是否已存在，正在发送的也不会重复创建";
        en: "the journal `{0}` was removed or replaced in mid-run and could not be saved: {2}; {1} records were in flight", "sending has stopped; import once more: everybody is looked up before they are sent, those in flight too";
    JournalMissing "journal-missing" Error
        zh: "没有日志「{0}」", "日志在 muster.toml 旁边，没有 muster.toml 时在第一个表格旁边的 .muster 里：请用 --journal 指明，沙箱的用 --sandbox";
        en: "there is no journal `{0}`", "it is beside muster.toml, or without one in .muster beside the first spreadsheet: name it with --journal, the sandbox's with --sandbox";
    JournalNewer "journal-newer" Error
        zh: "日志「{0}」由更新版本的 muster 建立（结构版本 {1}，本程序只认识到 {2}）", "请升级 muster";
        en: "the journal `{0}` was made by a newer muster (schema {1}, this one knows {2})", "install the newer muster";
    JournalOnNetwork "journal-on-network" Error
        zh: "导入记录「{0}」在网络盘或共享盘上（{1}），那里的文件锁不可靠", "请用 --journal 把导入记录放在本机磁盘上，例如 --journal ~/muster/journal.db；表格可以留在原处";
        en: "the journal `{0}` is on a network or shared drive ({1}), where locks are not to be relied on", "put the journal on a disk of this machine: --journal ~/muster/journal.db, for example; the spreadsheet may stay";
    JournalOtherTenant "journal-other-tenant" Error
        zh: "日志「{0}」属于 {1}，而当前配置是 {2}", "一个日志只属于一个应用：请换 --journal 或 --profile";
        en: "the journal `{0}` belongs to {1}, but the configuration says {2}", "a journal belongs to one app: take another --journal or --profile";
    JournalSymlink "journal-symlink" Error
        zh: "导入记录「{0}」是一个链接，指向「{1}」", "请直接指明那个文件：--journal '{1}'；或删除这个链接";
        en: "the journal `{0}` is a link to `{1}`", "name the file itself: --journal '{1}'; or remove the link";
    JournalUnreadable "journal-unreadable" Error
        zh: "日志「{0}」无法读取或已损坏：{1}", "不要删除它旁边的 -wal 文件；请从备份恢复，或把日志移走后重新开始（已存在的人会先被查到）";
        en: "the journal `{0}` cannot be read or is damaged: {1}", "keep the -wal file beside it; restore a backup, or move the journal away and begin anew (who exists already is looked up first)";
    JournalWrite "journal-write" Error
        zh: "写不进日志「{0}」：{1}", "已停止发送；请检查磁盘空间和权限，然后再运行一次";
        en: "cannot write the journal `{0}`: {1}", "sending has stopped; check disk space and permissions, then run again";
    JournalSpace "journal-space" Error
        zh: "日志「{0}」是旧的结构（{1}），升级要用 {2} 磁盘空间，现在只有 {3}；什么都没有改动", "请在这个磁盘上腾出空间后再运行一次；不升级也能用 muster runs、status 和 report 查看";
        en: "the journal `{0}` has an earlier schema ({1}): to migrate it takes {2} of that disk, and {3} are free; nothing was changed", "free some space on that disk and run again; `muster runs`, `status` and `report` read it as it is";
    JournalStep "journal-step" Error
        zh: "内部错误：日志不允许这一步（{0}）", "请报告这个问题；重新运行会从日志继续";
        en: "internal error: the journal does not allow this step ({0})", "please report it; running again goes on from the journal";
    RunMissing "run-missing" Error
        zh: "日志中没有第 {0} 次运行", "用 muster runs 查看";
        en: "the journal holds no run {0}", "`muster runs` lists them";
    RunState "run-state" Error
        zh: "第 {0} 次运行的状态是「{1}」，不能这样做", "用 muster runs 查看";
        en: "run {0} is {1}: that cannot be done with it", "`muster runs` lists them";
    RecordMissing "record-missing" Error
        zh: "第 {0} 次运行没有记录 {1}，或它没有发送过", "";
        en: "run {0} has no record {1} that was sent", "";
    RecordNotInDoubt "record-not-in-doubt" Error
        zh: "第 {0} 次运行的记录 {1} 不是结果未知（{2}）", "只有 unknown 的记录需要人来判断";
        en: "record {1} of run {0} is not in doubt ({2})", "only records whose outcome is unknown need a decision";
    RemoteTaken "remote-taken" Error
        zh: "「{0}」是第 {1} 次运行的记录 {2} 在飞书里的 ID，没有记下", "请在飞书里找到这条记录自己的 ID；查不到这个人就用 --not-created";
        en: "`{0}` is the ID of record {2} of run {1} in Feishu; nothing was noted", "find the ID of this very record in Feishu, or say --not-created where the person is not there";
    KeysOfSeveral "keys-of-several" Error
        zh: "这一行的证件、手机、邮箱属于之前的两条或多条记录", "请核对这些号码属于谁";
        en: "the document, mobile and e-mail of this row belong to two or more earlier records", "check whose they are";
    KeyOfSomebodyElse "key-of-somebody-else" Error
        zh: "这一行的手机、邮箱或证件属于之前的另一个人", "请核对；如果是同一个人，请补上相同的证件号";
        en: "the mobile, e-mail or document of this row belongs to somebody else of an earlier run", "check it; if it is the same person, add the same document number";
    KeyTakenInThisRun "key-taken-in-this-run" Error
        zh: "之前的同一条记录已由本次的另一行对应", "请核对这两行是否是同一个人";
        en: "the earlier record that this row leads to was matched by another row of this input", "check whether both rows are the same person";
    KeyMaybeErased "key-maybe-erased" Error
        zh: "这个没有国际区号的手机号，可能属于以前导入过、数据已清除的人", "请在手机号前加上国际区号（如 +852），或在飞书中核对后改用证件号或邮箱";
        en: "this mobile number without a dialling code may be that of somebody who was imported before and whose data were erased", "write the dialling code before it (+852 …), or look in Feishu and identify the person by document or e-mail";
    // ── api, deliver ─────────────────────────────────────────────────────────────────────────
    HostUnreachable "host-unreachable" Error
        zh: "连不上 {0}（{1}）", "请检查网络、代理和 base_url";
        en: "cannot reach {0} ({1})", "check the network, the proxy and base_url";
    BaseUrlInvalid "base-url-invalid" Error
        zh: "base_url「{0}」不是可用的网址", "飞书写 https://open.feishu.cn，Lark 写 https://open.larksuite.com";
        en: "the base URL `{0}` is not a usable address", "use https://open.feishu.cn, or https://open.larksuite.com for Lark";
    CaFileUnreadable "ca-file-unreadable" Error
        zh: "证书文件「{0}」读不出来：{1}", "需要 PEM 格式的证书文件";
        en: "the certificate file `{0}` cannot be read: {1}", "a PEM file with certificates is needed";
    ClientSetupFailed "client-setup-failed" Error
        zh: "无法建立网络客户端：{0}", "";
        en: "the network client cannot be set up: {0}", "";
    TlsFailed "tls-failed" Error
        zh: "与 {0} 的加密连接失败", "证书过期、域名不符，或网络中有代理改写证书；公司代理的根证书可用 ca_file 给出";
        en: "no secure connection to {0}", "the certificate has expired or is for another name, or a proxy replaces it; give the proxy's root certificate with ca_file";
    NotTheApi "not-the-api" Error
        zh: "{0} 有应答，但不是飞书的接口", "请检查 base_url，以及是否有代理或需要登录的网络";
        en: "{0} answers, but not as the Feishu API does", "check base_url, and whether a proxy or a network that wants a login is in between";
    NoUsableAnswer "no-usable-answer" Error
        zh: "{0} 一直没有可用的应答（{1}）", "请稍后再运行；已发送的记录会先查清，不会重复";
        en: "{0} gives no usable answer ({1})", "run it again later; what was sent is looked up first and not sent twice";
    CredentialsRejected "credentials-rejected" Error
        zh: "飞书不接受应用凭证（{0}）", "请检查 app_id、App Secret，以及 base_url 是否属于这个应用（飞书与 Lark 不通用）";
        en: "the app's credentials are rejected ({0})", "check app_id, the app secret, and that base_url is where this app lives (Feishu and Lark are separate)";
    PermissionMissing "permission-missing" Error
        zh: "应用缺少权限，以下任选其一：{0}（{1}）", "请在开发者后台申请权限，发布新版本并经管理员批准；人事接口还需要数据权限范围";
        en: "the app lacks a permission, one of: {0} ({1})", "request it in the developer console, publish a version and have it approved; HR calls also need a data range";
    QuotaUsedUp "quota-used-up" Error
        zh: "企业本月的 API 调用量已用完（{0}）", "等到下个月，或联系飞书增加用量；未发送的记录会保留";
        en: "the tenant's API calls of this month are used up ({0})", "wait for the next month or ask Feishu for more; unsent records are kept";
    AppDisabled "app-disabled" Error
        zh: "应用已停用（{0}）", "请管理员在管理后台启用应用";
        en: "the app is disabled ({0})", "an administrator can enable it";
    AppNotInstalled "app-not-installed" Error
        zh: "应用没有安装在这个企业（{0}）", "请发布应用版本，并由管理员批准";
        en: "the app is not installed in this tenant ({0})", "publish a version of the app and have it approved";
    IpNotAllowed "ip-not-allowed" Error
        zh: "这台机器的 IP 不在应用的白名单里（{0}）", "请在开发者后台的安全设置中加上出口 IP";
        en: "this machine's IP address is not on the app's list ({0})", "add the outgoing address in the console's security settings";
    CorehrNotEnabled "corehr-not-enabled" Error
        zh: "这个企业没有开通飞书人事，或没有对应用开放（{0}）", "请联系管理员开通飞书人事（企业版）";
        en: "the tenant has no Feishu CoreHR, or has not opened it to the app ({0})", "ask an administrator to enable CoreHR";
    NoSuchApi "no-such-api" Error
        zh: "base_url 处没有这个接口（{0}）", "请检查 base_url";
        en: "there is no such API at the base URL ({0})", "check base_url";
    EveryRowRefused "every-row-refused" Error
        zh: "每一行都被拒绝，{1}：{2}（前 {0} 行）{3}", "原因不在某一行：请改正后再次 import；未发送的记录会保留";
        en: "every row is refused with {1}: {2} (the first {0} rows){3}", "the cause is not in a single row: correct it and import again; unsent records are kept";
    MostRowsRefused "most-rows-refused" Error
        zh: "最近 {0} 行中有 {4} 行被拒绝，{1}：{2}{3}", "原因多半不在某一行：请改正后再次 import；未发送的记录会保留";
        en: "{4} of the last {0} rows are refused with {1}: {2}{3}", "the cause is hardly in single rows: correct it and import again; unsent records are kept";
    CanaryDiffers "canary-differs" Error
        zh: "先发送的 {1} 条中有 {0} 条没能核对为与发送的一致，其余的没有发送", "请在飞书里核对这几条；没有问题就用 muster resume 发送其余的，否则改正后再次 import";
        en: "{0} of the first {1} records could not be confirmed to be in the tenant as they were sent; the rest was not sent", "look at them in Feishu; if they are right, muster resume sends the rest, else correct the cause and import again";
    CanaryDeclined "canary-declined" Error
        zh: "先发送的记录之后没有继续", "muster resume 发送其余的，muster abandon 放弃";
        en: "it did not go on after the first records", "muster resume sends the rest, muster abandon gives them up";
    TooManyRefused "too-many-refused" Error
        zh: "被拒绝的记录已有 {0} 条，超过 --max-refused {1}", "请看报告中的原因；未发送的记录会保留";
        en: "{0} records were refused, more than --max-refused {1}", "the report has the reasons; unsent records are kept";
    ServerFailing "server-failing" Error
        zh: "{0} 一直没有可用的回答（{1}）", "请稍后用 muster resume 继续；没有结果的记录会先查询，不会重复创建";
        en: "{0} gives no usable answers ({1})", "go on later with muster resume; records without an answer are looked up first, never made twice";
    JobDataUnreadable "job-data-unreadable" Warning
        zh: "应用不能读取{1}，发送前无法查看是否已存在", "建议申请以下权限之一：{0}";
        en: "the app cannot read {1}, so existing records are not found before sending", "better request one of: {0}";
    MadeBesideExisting "made-beside-existing" Warning
        zh: "企业中已有 {0}，按 --existing send-anyway 又新建了 {1}", "请在飞书中核对并合并";
        en: "the tenant has {0}, and --existing send-anyway made {1} beside it", "compare the two in Feishu and merge them";
    RequestNotMade "request-not-made" Error
        zh: "请求无法生成，这是 muster 的缺陷", "请报告这个问题";
        en: "a request could not be made, which is a defect of muster", "please report it";
    TaskDied "task-died" Error
        zh: "内部错误：一个任务意外结束（{0}）", "请报告这个问题；可用 muster resume 继续";
        en: "internal error: a task ended unexpectedly ({0})", "please report it; muster resume goes on";
    // Why a record is a conflict or not known: {0} is its number. The journal keeps the id.
    TwoPeople "two-people" Error
        zh: "它的证件、手机、邮箱在飞书里指向不同的人", "请在飞书里合并或改正这些人，再次 import";
        en: "its ID document, mobile and e-mail point at different people in the tenant", "merge or correct these people in Feishu, then import again";
    NameDiffers "name-differs" Error
        zh: "手机或邮箱在飞书里属于另一个名字的人", "请核对是不是同一个人：是就改姓名，不是就改号码或邮箱";
        en: "its mobile or e-mail belongs to somebody of another name in the tenant", "if it is the same person correct the name, else the number or address";
    NameUnread "name-unread" Error
        zh: "手机或邮箱在飞书里已属于某人，但读不到那个人的姓名", "请给应用加上 hire:talent:readonly 权限，或在飞书里核对";
        en: "its mobile or e-mail belongs to somebody in the tenant whose name cannot be read", "give the app hire:talent:readonly, or look in Feishu";
    NotAskable "not-askable" Error
        zh: "飞书拒绝按它的手机、邮箱或证件号查询，不能确定是否已存在", "请核对号码的格式和国家代码";
        en: "the tenant refuses to look up one of its keys, so it may exist already", "check the number and its country code";
    Exists "exists" Error
        zh: "飞书里已经有了（--existing fail）", "用 --existing skip 跳过已存在的人";
        en: "the tenant has it already (--existing fail)", "--existing skip passes over who exists";
    KeylessUnanswered "keyless-unanswered" Error
        zh: "已发送但没有得到答复，而它没有手机、邮箱或证件号，无法查询", "请在飞书里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created";
        en: "it was sent without an answer, and has no mobile, e-mail or ID number to look it up by", "look in Feishu, then muster settle {0} --record {1} --created ID, or --not-created";
    ThereBefore "there-before" Error
        zh: "飞书里有这个人，但分不清是这次创建的还是以前就有", "请在飞书里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created";
        en: "the person is in the tenant, but whether this run made them cannot be told", "look in Feishu, then muster settle {0} --record {1} --created ID, or --not-created";
    SentEnough "sent-enough" Error
        zh: "已发送多次，每次都没有得到答复，也查不到", "请在飞书里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created";
        en: "it was sent several times without an answer and cannot be found", "look in Feishu, then muster settle {0} --record {1} --created ID, or --not-created";
    OthersThere "others-there" Error
        zh: "这个雇佣已有任职记录，但分不清是不是这次创建的", "请在飞书人事里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created";
        en: "the employment has job data, but whether this run made it cannot be told", "look in CoreHR, then muster settle {0} --record {1} --created ID, or --not-created";
    NotVisible "not-visible" Error
        zh: "已发送但没有得到答复，而应用看不到这名员工，查不到不等于没有", "请扩大应用的数据权限范围后 muster settle，或核对后 muster settle {0} --record {1} --created ID 或 --not-created";
        en: "it was sent without an answer, and the app cannot see the employee, so not found proves nothing", "widen the app's data range and run muster settle, or look and muster settle {0} --record {1} --created ID, or --not-created";
    SeenAgain "seen-again" Error
        zh: "飞书说已收到过这个请求，但查不到任职记录", "请在飞书人事里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created";
        en: "the tenant says that it has seen the request, but there is no job data", "look in CoreHR, then muster settle {0} --record {1} --created ID, or --not-created";
    NotReadable "not-readable" Error
        zh: "已发送但没有得到答复，而应用没有读取权限", "请加上读取任职信息的权限后 muster settle，或核对后 muster settle {0} --record {1} --created ID 或 --not-created";
        en: "it was sent without an answer, and the app may not read", "give it permission to read job data and run muster settle, or look and muster settle {0} --record {1} --created ID, or --not-created";
    MadeBeside "made-beside" Warning
        zh: "飞书里以前就有（{0}），因为 --existing send-anyway 又新建了一个", "请在飞书里核对，多出来的删去一个";
        en: "the tenant had it already ({0}), and --existing send-anyway made a second one", "look at both in Feishu, and delete the one too many";
    // ── config, cli, report ──────────────────────────────────────────────────────────────────
    ConfigUnreadable "config-unreadable" Error
        zh: "配置文件「{0}」有误：{1}", "请改正这一行；密钥本身不写在这里，用 app_secret_file 指明存放它的文件";
        en: "the configuration file `{0}` is wrong: {1}", "mend that line; a secret never stands in it: `app_secret_file` names the file that holds it";
    ConfigSecret "config-secret" Error
        zh: "配置文件「{0}」第 {1} 行像是直接写了密钥（或写错了配置项的名字）", "请把密钥单独存成一个文件，在这里写 app_secret_file = \"secret.txt\"，并删去这一行";
        en: "line {1} of the configuration file `{0}` seems to hold a secret itself, or a setting's name is misspelt", "put the secret into a file of its own, name that by `app_secret_file = \"secret.txt\"`, and delete the line";
    ConfigUnconfirmed "config-unconfirmed" Error
        zh: "「{0}」是自动找到的配置，还没有人确认过，所以没有采用，也什么都没有发送", "请在终端里运行一次并确认，或确实信任它时写明：{1}";
        en: "`{0}` is a configuration that was found and that nobody has confirmed, so it was not followed and nothing was sent", "run this once in a terminal and confirm it, or, if you trust it, name it: {1}";
    StateUnwritable "state-unwritable" Warning
        zh: "记不下这次确认：写不了「{0}」（{1}）", "下次还会再问";
        en: "the confirmation could not be kept: `{0}` cannot be written ({1})", "it will be asked again";
    ProfileMissing "profile-missing" Error
        zh: "「{1}」里没有 [profile.{0}]", "现有的：{2}";
        en: "there is no [profile.{0}] in `{1}`", "there are: {2}";
    ConfigMissing "config-missing" Error
        zh: "没有找到 muster.toml，因此没有 [profile.{0}]", "请在有 muster.toml 的文件夹里运行，或用 --config 指明；试用请加 --sandbox";
        en: "no muster.toml was found, so there is no [profile.{0}]", "run muster where muster.toml is, or name it with --config; to just try muster, add --sandbox";
    EnvironmentContradicts "environment-contradicts" Error
        zh: "{0} 与环境变量 {1}={2} 矛盾", "请去掉其中一个；地址、应用和密钥是一套，不会混用";
        en: "{0} and the environment's {1}={2} contradict each other", "drop one of them: address, app and secret are one set and are never mixed";
    ConfigValue "config-value" Error
        zh: "配置项 {0} 不能是「{1}」", "可用：{2}";
        en: "the setting {0} cannot be `{1}`", "allowed: {2}";
    SecretUnreadable "secret-unreadable" Error
        zh: "读不到密钥文件「{0}」：{1}", "请检查 app_secret_file 或 MUSTER_APP_SECRET_FILE";
        en: "cannot read the secret file `{0}`: {1}", "check app_secret_file or MUSTER_APP_SECRET_FILE";
    SecretMissing "secret-missing" Error
        zh: "没有给出应用 {0} 的密钥", "请设环境变量 MUSTER_APP_SECRET（或 MUSTER_APP_SECRET_FILE），或在 muster.toml 里写 app_secret_file；只想试试就加 --sandbox";
        en: "the secret of the app {0} is missing", "set MUSTER_APP_SECRET (or MUSTER_APP_SECRET_FILE) in the environment, or write `app_secret_file` into muster.toml; to just try muster, add --sandbox";
    SecretReadable "secret-readable" Warning
        zh: "密钥文件「{0}」别的用户也能读", "请运行 chmod 600，只留给自己";
        en: "other users of this machine may read the secret file `{0}`", "keep it to yourself with `chmod 600`";
    SecretWritable "secret-writable" Warning
        zh: "别的用户可以改动「{0}」，也就能换掉密钥或它发往的地址", "请运行 chmod go-w，只留给自己";
        en: "other users of this machine may write `{0}`, and so replace the secret or where it goes", "keep it to yourself with `chmod go-w`";
    SecretMarked "secret-marked" Warning
        zh: "密钥文件「{0}」开头有 BOM，已忽略", "请存为不带 BOM 的 UTF-8，别的程序可能不会忽略它";
        en: "the secret file `{0}` begins with a byte order mark, which was left out", "save it as UTF-8 without BOM: other programs may take the mark for a part of the secret";
    AccountMissing "account-missing" Error
        zh: "缺少 {0}", "请在 muster.toml 里写 app_id，或设环境变量 MUSTER_APP_ID；只想试试就加 --sandbox";
        en: "{0} is missing", "put `app_id` into muster.toml, or set MUSTER_APP_ID in the environment; to just try muster, add --sandbox";
    ReportUnwritable "report-unwritable" Error
        zh: "写不了「{0}」（{1}）", "请检查文件夹的权限；文件若正在 Excel 中打开，请先关闭";
        en: "cannot write `{0}` ({1})", "check the folder's permissions; close the file if Excel has it open";
    ReportNoSpace "report-no-space" Error
        zh: "磁盘已满，「{0}」没有写成", "请腾出空间后运行 muster report";
        en: "the disk is full, `{0}` was not written", "free some space, then run muster report";
    ReportOneTable "report-one-table" Error
        zh: "「{0}」是 CSV，只能放一张表，而输入有多张", "请改用 .xlsx";
        en: "`{0}` is a CSV, which holds one table, and the input has several", "use .xlsx";
    ReportFixSkipped "report-fix-skipped" Warning
        zh: "没有为「{0}」生成修正文件：{1}", "results.csv 列出了每一条记录";
        en: "no fix file was made for `{0}`: {1}", "results.csv lists every record";
    LedgerOpen "ledger-open" Error
        zh: "账目不平（{0}：{1} 对 {2}），这是 muster 的缺陷", "请报告此问题；results.csv 逐条列出了记录";
        en: "the numbers do not add up ({0}: {1} against {2}), which is a bug in muster", "please report it; results.csv lists every record";
    Internal "internal" Error
        zh: "muster 自身出错：{0}", "请报告此问题；再运行一次同样的命令是安全的";
        en: "muster itself failed: {0}", "please report it; running the same command again is safe";
    FileUnwritable "file-unwritable" Error
        zh: "写不了「{0}」：{1}", "请检查路径、权限和磁盘空间";
        en: "cannot write `{0}`: {1}", "check the path, the permissions and the disk";
    PortUnusable "port-unusable" Error
        zh: "端口 {0} 用不了：{1}", "请用 --port 0 任选一个";
        en: "port {0} cannot be used: {1}", "pick any with --port 0";
    RunPurged "run-purged" Warning
        zh: "第 {0} 次运行的个人数据已在 {1} 清除：报告里没有姓名和值", "";
        en: "the personal data of run {0} were erased on {1}: this report has no names and no values", "";
    PurgeYesNeeded "purge-yes-needed" Error
        zh: "没有终端可以提问，所以什么也没有清除", "请加 --yes 表示同意";
        en: "there is no terminal to ask on, so nothing was erased", "add --yes to approve";
    SecretTwice "secret-twice" Error
        zh: "app_secret_file 和 app_secret_command 只能写一个", "请在 muster.toml 里去掉一个";
        en: "`app_secret_file` and `app_secret_command` exclude each other", "leave one of them out of muster.toml";
    SecretCommand "secret-command" Error
        zh: "app_secret_command 的程序 {0} 没有给出密钥：{1}", "请在终端里运行这条命令，看它是否在第一行打印密钥";
        en: "{0}, the program of `app_secret_command`, gave no secret: {1}", "run the command in a terminal: its first line must be the secret";
    YesNeeded "yes-needed" Error
        zh: "没有终端可以提问，所以什么也没有发送", "请加 --yes 表示同意发送，或用 -n 只看计划";
        en: "there is no terminal to ask on, so nothing was sent", "add --yes to approve, or -n to see the plan only";
    NothingToResume "nothing-to-resume" Error
        zh: "没有可以继续的运行", "没有批准过的计划不会被发送；请重新运行 import";
        en: "there is no run to go on with", "a plan that was not approved is never sent; run import again";
    TooManyInvalid "too-many-invalid" Error
        zh: "{1} 条记录里有 {0} 条有错误，超过 --max-invalid {2}，所以什么也没有发送", "请看报告：多半是导出不完整，或有一列改了名";
        en: "{0} of {1} records are invalid, more than --max-invalid {2}, so nothing was sent", "see the report: most likely the export is not whole, or a column was renamed";
    TooFewRows "too-few-rows" Error
        zh: "只有 {0} 行，少于 --min-rows {1}{2}，所以什么也没有发送", "请确认导出完整；确实变少了就调低 --min-rows";
        en: "there are only {0} rows, fewer than --min-rows {1}{2}, so nothing was sent", "make sure that the export is whole; if there really are fewer, lower --min-rows";
    ClockWrong "clock-wrong" Error
        zh: "本机时钟与服务器相差 {0} 秒", "请校准时钟；查日志和判断结果未知的记录都依赖它";
        en: "this machine's clock is {0} s away from the server's", "set it right; log searches and the settling of doubt rely on it";
    FileExists "file-exists" Error
        zh: "「{0}」已经存在，没有覆盖", "请换一个文件名，或先移走它";
        en: "`{0}` exists already and was not replaced", "give another name, or move it away first";
    OutputIsInput "output-is-input" Error
        zh: "「{0}」是{1}，不能写到它上面", "请换一个文件名";
        en: "`{0}` is {1}, so it is not written over", "give another name";
    TemplateUnknown "template-unknown" Error
        zh: "没有「{0}」这一组或这一列", "{1}可以写：{2}";
        en: "there is no group and no column `{0}`", "{1}there are: {2}";
    TemplateCount "template-count" Error
        zh: "「{0}」里的数字不合适", "可以写：{1}";
        en: "the number in `{0}` does not fit", "it can be: {1}";
    TemplateRequired "template-required" Error
        zh: "「{0}」是必填列，模板里不能没有", "请去掉这一项";
        en: "`{0}` is required and cannot be left out of a template", "leave this one in";
    OutcomeUnknown "outcome-unknown" Error
        zh: "已发送，没有得到可用的答复（{2}），结果未知", "运行 muster settle 去飞书核对；核对不了的，自己查看后用 muster settle {0} --record {1} --created ID 或 --not-created 记下结论";
        en: "it was sent and no usable answer came ({2}), so its outcome is not known", "run muster settle to look it up; what it cannot tell, look up yourself and note with muster settle {0} --record {1} --created ID, or --not-created";
    ExplainUnknown "explain-unknown" Error
        zh: "没有代码「{0}」", "{1}muster explain 不带代码会列出全部";
        en: "there is no code `{0}`", "{1}`muster explain` without one lists them all";
    ApiCodeUnknown "api-code-unknown" Error
        zh: "muster 不认识飞书的错误码 {0}", "请查接口的文档：https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN";
        en: "muster does not know the API's code {0}", "see the API's documentation: https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN";
}

/// Identifiers that old journals hold, with those of today.
const RENAMED: &[(&str, &str)] = &[
    ("invisible-character", "repaired-invisible"),
    ("id-card-upgraded", "repaired-id-card-15"),
    ("id-card-lowercase", "repaired-id-card-x"),
    ("kind-guessed", "kind-doubtful"),
];

impl Code {
    /// The code with this identifier, or that had it once.
    pub fn of(id: &str) -> Option<Self> {
        let id = RENAMED.iter().find(|(old, _)| *old == id).map_or(id, |(_, id)| *id);
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }

    /// An automatic repair: a warning that tells what was changed.
    pub fn is_repair(self) -> bool {
        self.id().starts_with("repaired-")
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> serde::Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::of(&id)
            .ok_or_else(|| serde::de::Error::custom(format!("unknown problem code `{id}`")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lang;
    use super::*;
    use std::collections::BTreeSet;

    /// The placeholders of a text, as a set.
    fn holes(text: &str) -> BTreeSet<String> {
        text.split('{')
            .skip(1)
            .filter_map(|part| part.split('}').next())
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn codes_are_unique_kebab_case_and_read_back() {
        let mut seen = BTreeSet::new();
        for code in Code::ALL {
            let id = code.id();
            assert!(seen.insert(id), "{id} twice");
            assert!(
                id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{id}"
            );
            assert_eq!(Code::of(id), Some(*code));
        }
    }

    #[test]
    fn renamed_codes_are_still_known_and_repairs_are_warnings() {
        for (old, id) in RENAMED {
            assert_eq!(Code::of(old).map(Code::id), Some(*id));
            assert!(Code::ALL.iter().all(|code| code.id() != *old));
        }
        for code in Code::ALL.iter().filter(|code| code.is_repair()) {
            assert_eq!(code.severity(), Severity::Warning);
        }
    }

    #[test]
    fn both_languages_name_the_same_values() {
        for code in Code::ALL {
            let (zh, en) = (code.texts(Lang::Zh), code.texts(Lang::En));
            assert!(!zh.message.is_empty() && !en.message.is_empty(), "{}", code.id());
            assert_eq!(holes(zh.message), holes(en.message), "message of {}", code.id());
            assert_eq!(zh.hint.is_empty(), en.hint.is_empty(), "hint of {}", code.id());
            assert_eq!(holes(zh.hint), holes(en.hint), "hint of {}", code.id());
            assert!(!en.message.ends_with('.') && !zh.message.ends_with('。'), "{}", code.id());
        }
    }
}
