//! The catalogue: every code, its severity, its texts in both languages, and an example: values that
//! its texts name, cells that raise it with what to write instead, and when it comes and what to do.
//! Codes are stable: they are part of `check --json`, `results.csv` and the journal.
//!
//! Texts are fragments without a full stop; `{0}` is the complaint's first value. A message says
//! what is wrong, a hint what to do. Examples are whole sentences; persons, numbers and addresses in
//! them are invented. Codes stand in groups, in the order in which `muster explain` lists them.
//!
//! To add a code: one entry in its group. What it lacks does not compile; values that do not fit its
//! placeholders fail the law test.
//!
//! Must not know: who raises what, how an example is printed.

use super::example::{Cell, Example, Value};

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

/// Codes that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its title in Chinese.
    pub zh: &'static str,
    /// Its title in English.
    pub en: &'static str,
    /// Its codes, in the order in which they are listed.
    pub codes: &'static [Code],
}

macro_rules! value {
    ($both:literal) => {
        Value { zh: $both, en: $both }
    };
    ($zh:literal / $en:literal) => {
        Value { zh: $zh, en: $en }
    };
}

/// `"组" / "Group" { Code "id" Severity ["value", "中文值" / "English value"] "header": "before" =>
/// "after" zh: "message", "hint", "example"; en: "message", "hint", "example"; }`
macro_rules! catalogue {
    ($( $zh_title:literal / $en_title:literal {
        $( $name:ident $id:literal $severity:ident
            [$( $zh_arg:literal $(/ $en_arg:literal)? ),*]
            $( $header:literal : $before:literal => $after:literal ),*
            zh: $zh:literal, $zh_hint:literal, $zh_example:literal;
            en: $en:literal, $en_hint:literal, $en_example:literal; )*
    } )*) => {
        /// A stable name for each thing that can be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($( #[doc = $en] $name, )*)* }

        /// Every group, in the order of the work: reading, binding, checking, sending.
        pub const GROUPS: &[Group] = &[$(
            Group { zh: $zh_title, en: $en_title, codes: &[$( Code::$name, )*] },
        )*];

        impl Code {
            /// Every code, in the catalogue's order.
            pub const ALL: &'static [Self] = &[$($( Self::$name, )*)*];

            /// The stable identifier, as outputs show it.
            pub const fn id(self) -> &'static str {
                match self { $($( Self::$name => $id, )*)* }
            }

            /// Error or warning.
            pub const fn severity(self) -> Severity {
                match self { $($( Self::$name => Severity::$severity, )*)* }
            }

            /// The texts in one language.
            pub const fn texts(self, lang: super::Lang) -> Texts {
                match (self, lang) { $($(
                    (Self::$name, super::Lang::Zh) => Texts { message: $zh, hint: $zh_hint },
                    (Self::$name, super::Lang::En) => Texts { message: $en, hint: $en_hint },
                )*)* }
            }

            /// Its example.
            pub const fn example(self) -> &'static Example {
                match self { $($( Self::$name => &Example {
                    args: &[$( value!($zh_arg $(/ $en_arg)?) ),*],
                    cells: &[$( Cell { header: $header, before: $before, after: $after } ),*],
                    zh: $zh_example,
                    en: $en_example,
                }, )*)* }
            }
        }
    };
}

catalogue! {
    "文件" / "Files" {
        FileMissing "file-missing" Error ["花名册.xlsx"]
            zh: "找不到文件「{0}」", "请检查路径；中文路径请加引号",
                "命令是 muster check 花名册.xlsx，而这个文件在「下载」文件夹里。请写完整路径，例如 muster check 下载/花名册.xlsx。";
            en: "there is no file `{0}`", "check the path",
                "The command was `muster check 花名册.xlsx`, but the file is in the folder `下载`. Give its path: `muster check 下载/花名册.xlsx`.";
        FileUnreadable "file-unreadable" Error ["没有权限" / "permission denied"]
            zh: "无法读取文件：{0}", "请检查权限；如果文件正在 Excel 中打开，请先关闭",
                "文件存在，但系统不让当前用户读取，或者 Excel 正独占着它。请关闭 Excel，或把文件复制到自己的文件夹再试。";
            en: "the file cannot be read: {0}", "check its permissions; close it if it is open in Excel",
                "The file is there, but the system does not let you read it, or Excel holds it. Close Excel, or copy the file to a folder of your own.";
        FileIsFolder "file-is-folder" Error []
            zh: "这是一个文件夹，不是文件", "请给出其中的 .xlsx 或 .csv 文件",
                "命令是 muster check 2024年入职，而「2024年入职」是文件夹。请写 muster check 2024年入职/*.xlsx。";
            en: "this is a folder, not a file", "name the .xlsx or .csv file in it",
                "The command was `muster check joiners`, and `joiners` is a folder. Write `muster check joiners/*.xlsx`.";
        FileIsLock "file-is-lock" Error []
            zh: "这是 Excel 打开文件时的临时文件（~$ 开头），不是表格", "请给出名字里没有 ~$ 的那个文件",
                "给的是 ~$花名册.xlsx：Excel 打开花名册.xlsx 时在旁边放的临时文件。请给 花名册.xlsx。";
            en: "this is the lock file (~$…) that Excel keeps beside an open workbook", "name the workbook itself, without ~$",
                "The file given is `~$staff.xlsx`, which Excel keeps beside `staff.xlsx` while it is open. Give `staff.xlsx`.";
        FileEmpty "file-empty" Error []
            zh: "文件是空的", "请确认导出或保存已经完成",
                "文件是 0 字节，或只有空格和空行，多半是导出或下载中断了。请重新导出。";
            en: "the file is empty", "make sure that the export or the download was completed",
                "The file has 0 bytes, or nothing but blanks, most likely because an export or download broke off. Export it again.";
        FileTooLarge "file-too-large" Error ["512", "--raise-limits 2"]
            zh: "文件太大（超过 {0} MiB）", "请拆分成几个文件，或另存为 CSV（UTF-8）；确信文件可靠，可加 {1}",
                "工作簿有 700 MiB，超过上限 512 MiB。请按部门或年份拆成几个文件；确信文件可靠，也可以加 --raise-limits 2。";
            en: "the file is too large (over {0} MiB)", "split it, or save it as CSV (UTF-8); if you trust it, add {1}",
                "The workbook has 700 MiB and the limit is 512 MiB. Split it by department or year; if you trust it, `--raise-limits 2` reads it as it is.";
        FileEncrypted "file-encrypted" Error []
            zh: "工作簿设有打开密码", "请在 Excel 中打开，在「文件 › 信息 › 保护工作簿 › 用密码进行加密」里清空密码，保存后再试",
                "工作簿打开时要输入密码。请在 Excel 里去掉密码，另存一份给 muster 读。";
            en: "the workbook is protected by a password", "open it in Excel, remove the password (File › Info › Protect Workbook › Encrypt with Password), save and try again",
                "The workbook asks for a password when it is opened. Take the password off in Excel and save a copy for muster.";
        FileOldExcel "file-old-excel" Error []
            zh: "这是旧版 Excel（.xls）文件，这里读不了", "请用 Excel 或 WPS 打开，另存为 .xlsx",
                "文件是 Excel 97 之前的 .xls，或这个系统上不能安全地读 .xls。请用 Excel 或 WPS 打开，另存为 .xlsx；只改扩展名没有用。";
            en: "this is a workbook of the old Excel format (.xls), of a kind that cannot be read here", "open it in Excel or WPS and save as .xlsx",
                "The file is an .xls from before Excel 97, or .xls cannot be read safely on this system. Open it in Excel or WPS and save as .xlsx; renaming it does not help.";
        FileOtherFormat "file-other-format" Error ["HTML"]
            zh: "文件内容是 {0}，这里读不了（扩展名不算数）", "请用 Excel 或 WPS 打开，另存为 .xlsx",
                "系统导出的「花名册.xls」其实是一个网页（以 <html 或 <table 开头）。请用 Excel 打开，另存为 .xlsx。";
            en: "the content is {0}, which cannot be read here (whatever the extension says)", "open it in Excel or WPS and save as .xlsx",
                "The `staff.xls` that a system exported is really a web page (it begins with <html or <table). Open it in Excel and save as .xlsx.";
        FileBinary "file-binary" Error []
            zh: "文件内容不是文字，也不是能识别的表格", "请用 Excel 或 WPS 打开，另存为 .xlsx",
                "文件里有大量 NUL 等二进制字节，不是 CSV 也不是工作簿。请确认给的是表格，并另存为 .xlsx。";
            en: "the content is neither text nor a spreadsheet that muster knows", "open it in Excel or WPS and save as .xlsx",
                "The file is full of NUL and other binary bytes: neither CSV nor a workbook. Make sure that it is the spreadsheet, and save it as .xlsx.";
        EncodingUnknown "encoding-unknown" Error ["gbk2312", "utf-8, gb18030 (gbk, gb2312), utf-16le, utf-16be, big5, shift_jis, euc-kr, windows-1252"]
            zh: "不认识编码「{0}」", "常用的有：{1}",
                "写的是 --encoding gbk2312，没有这种编码。请写 --encoding gb18030（GBK、GB2312 也用它读）。";
            en: "the encoding `{0}` is not known", "the common ones are: {1}",
                "`--encoding gbk2312` names no encoding. Write `--encoding gb18030`, which reads GBK and GB2312 too.";
        EncodingUndetected "encoding-undetected" Error ["12", "57", "windows-1252"]
            zh: "无法确定文件的编码：既不是 UTF-8（第 {0} 行起不符），也不是 GB18030（第 {1} 行起不符），看起来像 {2}", "请用 --encoding 指明，例如 --encoding {2}；或在 Excel 中另存为 .xlsx",
                "CSV 的第 12 行不合 UTF-8，第 57 行不合 GB18030。请用 --encoding windows-1252 读读看，或在 Excel 里另存为 .xlsx。";
            en: "the encoding cannot be told: not UTF-8 (from line {0} on), not GB18030 (from line {1} on); it looks like {2}", "say it with --encoding, as in --encoding {2}; or save as .xlsx in Excel",
                "Line 12 of the CSV file is not UTF-8 and line 57 is not GB18030. Try `--encoding windows-1252`, or save the file as .xlsx in Excel.";
        EncodingDoubtful "encoding-doubtful" Error ["Big5"]
            zh: "无法确定文件的编码：按 GB18030 能读，但读出来的字不像中文，看起来像 {0}", "请用 --encoding 指明（gb18030 或 {0} 等）；或在 Excel 中另存为 .xlsx",
                "台湾同事的 CSV 是 Big5，按 GB18030 读出来全是生僻字；韩文（EUC-KR）和俄文（windows-1251）的文件也会读成汉字。请用 --encoding big5 等指明。";
            en: "the encoding cannot be told: it reads as GB18030, but hardly as Chinese; it looks like {0}", "say it with --encoding (gb18030, {0}, …); or save as .xlsx in Excel",
                "A colleague in Taiwan saved the CSV file as Big5; read as GB18030 it is all rare characters, and Korean (EUC-KR) or Russian (windows-1251) reads as ideographs too. Use `--encoding big5` and the like.";
        EncodingBroken "encoding-broken" Error ["34"]
            zh: "文件是 UTF-8，但从第 {0} 行起有损坏的字节", "请修好那一行；或用 --encoding utf-8 读取，损坏的单元格会逐个报告",
                "文件前面都是 UTF-8，第 34 行有半个汉字的字节（常见于按字节截断的导出）。请改好那一行，或加 --encoding utf-8，让 muster 指出每个坏掉的单元格。";
            en: "the file is UTF-8, but broken bytes begin on line {0}", "mend that line; or read it with --encoding utf-8, and each broken cell is reported",
                "The file is UTF-8 up to line 34, where half a character stands (exports that cut text by bytes do that). Mend the line, or add `--encoding utf-8` to have each broken cell reported.";
        DelimiterUnusable "delimiter-unusable" Error ["\\\""]
            zh: "「{0}」不能作分隔符", "请用一个 ASCII 字符，常用的有 , ; | 和制表符",
                "分隔符不能是引号、字母这类字符。文件用分号分隔就写 --delimiter \";\"，用制表符就写 --delimiter tab。";
            en: "`{0}` cannot be a delimiter", "give one ASCII character; the common ones are , ; | and tab",
                "A quote or a letter cannot separate columns. For semicolons write `--delimiter \";\"`, for tabs `--delimiter tab`.";
        DelimiterDoubtful "delimiter-doubtful" Error ["\",\"", "3", "\";\"", "3"]
            zh: "分隔符有两种读法：按 {0} 每行都是 {1} 列，按 {2} 每行都是 {3} 列", "请用 --delimiter 指明",
                "每一行都是「张三,1;男,2;北京」这样，按逗号和按分号都是三列。请写 --delimiter \";\" 或 --delimiter \",\"。";
            en: "the delimiter has two readings: {0} gives {1} fields in every row, {2} gives {3}", "say it with --delimiter",
                "Every row looks like `a,1;b,2;c`: three columns by commas, and three by semicolons. Write `--delimiter \";\"` or `--delimiter \",\"`.";
        QuoteUnclosed "quote-unclosed" Error ["18"]
            zh: "文件第 {0} 行有一个引号打开后到文件结束都没有关闭，之后的行无法分辨", "请在文本编辑器中找到第 {0} 行，补上或删去引号（单元格里的引号要写成两个 \"\"）",
                "第 18 行的一格是 \"身高 5'11，引号只开不关，后面的行全被吞进这一格。请补成 \"身高 5'11\"，或删去引号。";
            en: "a quote that opens on line {0} of the file is never closed; the rows after it cannot be told apart", "go to line {0} in a text editor and close or remove the quote (a quote within a cell is written twice, \"\")",
                "A cell on line 18 is \"5'11 tall, with a quote that opens and never closes, so all later rows fall into it. Close the quote, or remove it.";
        QuoteFarOpen "quote-far-open" Error ["18", "16", "--raise-limits 2"]
            zh: "文件第 {0} 行打开的引号，{1} MiB 之后仍没有关闭", "请在文本编辑器中找到第 {0} 行，补上或删去引号；这一格确实有这么长，可加 {2}",
                "第 18 行打开的引号，读了 16 MiB 还没有关闭，后面的行都被吞进这一格。请在文本编辑器里补上或删去第 18 行的引号。";
            en: "a quote that opens on line {0} of the file is not closed within {1} MiB", "go to line {0} in a text editor and close or remove the quote; if the cell is that long, add {2}",
                "The quote that opens on line 18 is still open after 16 MiB, so all later rows fall into its cell. Close or remove it in a text editor.";
        RecordTooLong "record-too-long" Error ["18", "16", "--raise-limits 2"]
            zh: "从文件第 {0} 行开始的一行超过 {1} MiB", "请检查引号是否成对，以及文件是否真的是 CSV；确实有这么长，可加 {2}",
                "从第 18 行起超过 16 MiB 还没有一个换行，多半是引号没关，或文件是 JSON 而不是 CSV。请检查第 18 行。";
            en: "the row that starts on line {0} of the file is longer than {1} MiB", "check that quotes are paired, and that the file is a CSV file at all; if rows are that long, add {2}",
                "From line 18 on there are more than 16 MiB without a line end: most likely an open quote, or the file is JSON and not CSV. Look at line 18.";
        RecordTooWide "record-too-wide" Error ["18", "16384"]
            zh: "从文件第 {0} 行开始的一行超过 {1} 列", "请检查分隔符和换行，以及文件是否真的是 CSV",
                "第 18 行的逗号超过 16384 个，多半是换行丢了，整张表成了一行。请重新导出。";
            en: "the row that starts on line {0} of the file has more than {1} columns", "check delimiter and line ends, and that the file is a CSV file at all",
                "Line 18 has more than 16384 commas: most likely the line ends were lost and the sheet is one line. Export it again.";
        WorkbookDamaged "workbook-damaged" Error ["zip"]
            zh: "工作簿损坏或不合规范（{0}）", "请用 Excel 或 WPS 打开，确认内容无误后另存为新的 .xlsx",
                "下载没有完成，.xlsx 的后半截缺失；括号里是读不通的部分。请重新下载，或用 Excel 修复后另存。";
            en: "the workbook is damaged or breaks the format's rules ({0})", "open it in Excel or WPS, look it over, and save as a new .xlsx",
                "The download broke off and the second half of the .xlsx is missing; the part that cannot be read stands in brackets. Download it again, or have Excel repair it.";
        WorkbookOversized "workbook-oversized" Error ["xl/worksheets/sheet1.xml 6200 MiB", "4096 MiB", "--raise-limits 2"]
            zh: "工作簿解压后过大：{0}（上限 {1}）", "请把数据复制到一个新的工作簿，或另存为 CSV（UTF-8）；确信文件可靠，可加 {2}",
                "工作簿只有几 MiB，解开后一张表就有 6 GiB：恶意文件，或带格式的空单元格太多。请把有内容的区域复制到新的工作簿。";
            en: "the workbook unpacks to too much: {0} (limit {1})", "copy the data into a new workbook, or save as CSV (UTF-8); if you trust the file, add {2}",
                "The workbook has a few MiB, and one sheet unpacks to 6 GiB: a hostile file, or far too many formatted empty cells. Copy the cells with content into a new workbook.";
        WorkbookTooHeavy "workbook-too-heavy" Error ["1024 MiB"]
            zh: "读取这个工作簿要用的内存超过上限（{0}）：文件损坏，或者太大", "请用 Excel 或 WPS 打开，确认内容无误后另存为 .xlsx",
                "读取 .xls、.xlsb 或 .ods 的子进程用满了 1024 MiB 内存，被停下：文件损坏或太大。请用 Excel 或 WPS 另存为 .xlsx。";
            en: "reading this workbook takes more memory than the limit ({0}): it is damaged, or too large", "open it in Excel or WPS, look it over, and save as .xlsx",
                "The process that reads .xls, .xlsb or .ods used up its 1024 MiB and was stopped: the file is damaged or too large. Save it as .xlsx in Excel or WPS.";
        WorkbookTooSlow "workbook-too-slow" Error ["10"]
            zh: "{0} 秒内读不完这个工作簿：文件损坏，或者太大", "请用 Excel 或 WPS 打开，确认内容无误后另存为 .xlsx",
                "读取 .xls、.xlsb 或 .ods 的子进程 10 秒内没有读完，被停下。请用 Excel 或 WPS 打开，另存为 .xlsx。";
            en: "reading this workbook takes longer than {0} seconds: it is damaged, or too large", "open it in Excel or WPS, look it over, and save as .xlsx",
                "The process that reads .xls, .xlsb or .ods did not finish within 10 seconds and was stopped. Open the file in Excel or WPS and save as .xlsx.";
        WorkbookDoctype "workbook-doctype" Error ["xl/workbook.xml"]
            zh: "工作簿的部件 {0} 含有 DOCTYPE 声明，出于安全不读取", "请用 Excel 或 WPS 打开，另存为新的 .xlsx",
                "正常的 .xlsx 里没有 <!DOCTYPE …>；它能让读取程序去取别的文件。请用 Excel 打开来源可靠的文件，另存为新的 .xlsx。";
            en: "the workbook's part {0} holds a DOCTYPE declaration, which is refused for safety", "open it in Excel or WPS and save as a new .xlsx",
                "No proper .xlsx holds <!DOCTYPE …>, which can make a reader fetch other files. If you trust the file, open it in Excel and save as a new .xlsx.";
        WorkbookNoSheet "workbook-no-sheet" Error []
            zh: "工作簿里没有工作表（只有图表或宏表）", "请把数据放到普通工作表里",
                "工作簿里只有图表页。请把数据放到一个普通工作表里。";
            en: "the workbook has no worksheet (only charts or macros)", "put the data on an ordinary worksheet",
                "The workbook holds chart sheets only. Put the data on an ordinary worksheet.";
        WorkbookMacroSheet "workbook-macro-sheet" Error []
            zh: "工作簿里有宏表（Excel 4.0）或不认识的工作表类型", "请删去宏表，或把数据复制到新的 .xlsx",
                "老模板里留有 Excel 4.0 宏表。请删去它，或把数据复制到新的 .xlsx。";
            en: "the workbook holds a macro sheet (Excel 4.0) or a sheet of an unknown type", "delete that sheet, or copy the data into a new .xlsx",
                "An old form still holds a macro sheet of Excel 4.0. Delete it, or copy the data into a new .xlsx.";
        SheetMissing "sheet-missing" Error ["员工名单", "花名册、离职" / "花名册, 离职", ""]
            zh: "没有工作表「{0}」{2}", "现有：{1}",
                "写的是 --sheet 员工名单，而工作簿里只有「花名册」和「离职」。请写 --sheet 花名册。";
            en: "there is no sheet `{0}`{2}", "there are: {1}",
                "`--sheet 员工名单` was given, but the workbook has 花名册 and 离职. Write `--sheet 花名册`.";
        RowsOutOfOrder "rows-out-of-order" Error ["12", "15"]
            zh: "第 {0} 行出现在第 {1} 行之后，行的顺序错乱", "请用 Excel 或 WPS 打开，另存为新的 .xlsx",
                "生成这个工作簿的程序先写了第 15 行，再写第 12 行，行号不可信。请用 Excel 打开，另存为新的 .xlsx。";
            en: "row {0} comes after row {1}: the rows are out of order", "open it in Excel or WPS and save as a new .xlsx",
                "The program that made the workbook wrote row 15 before row 12, so row numbers cannot be trusted. Open it in Excel and save as a new .xlsx.";
        InputChanged "input-changed" Error []
            zh: "文件在读取期间被改动", "请保存并关闭文件，再运行一次",
                "muster 读到一半，有人在 Excel 里按了保存。请关闭文件，再运行同样的命令。";
            en: "the file was changed while it was being read", "save and close it, then run again",
                "Somebody saved the file in Excel while muster was reading it. Close it, and run the same command again.";
        FileMisnamed "file-misnamed" Warning ["csv", "xlsx"]
            zh: "文件名以 .{0} 结尾，内容却是 {1}，已按内容读取", "请确认给的是想要的文件",
                "花名册.csv 的内容其实是 Excel 工作簿（只改了扩展名），已按工作簿读取。请确认就是这个文件。";
            en: "the name ends in .{0} but the content is {1}; it was read by its content", "make sure that it is the file you mean",
                "The content of `staff.csv` is a workbook of Excel (only its name was changed); it was read as one. Make sure that it is the file you mean.";
    }
    // Their ids are the text of a `RawCell::Fault`.
    "读不了的单元格" / "Cells that cannot be read" {
        CellError "cell-error" Error ["#N/A"] "姓名": "#N/A" => "张三"
            zh: "单元格是错误值 {0}", "请在 Excel 中改正公式，或改填值",
                "这一格是 VLOOKUP 没有查到的结果 #N/A。请改正公式，或直接填值。";
            en: "the cell holds the error {0}", "mend the formula in Excel, or type the value",
                "The cell holds #N/A, where a VLOOKUP found nothing. Mend the formula, or type the value.";
        ValueAbsent "value-absent" Error ["指另一格的内容" / "a mark for what another cell holds"] "自我评价": "同上" => "熟悉招聘流程"
            zh: "这一格写的不是内容本身，而是{0}", "请填写内容本身；没有的清空",
                "「同上」、[object Object]、=VLOOKUP(…)、WPS 的 =DISPIMG(…)、#####、模板里的 {{name}} 都不是内容，照原样导入就成了内容。请填写内容本身，或清空；是公式的，在 Excel 里算出结果后另存。";
            en: "what stands here is not the value, but {0}", "write the value itself; empty the cell if there is none",
                "`同上` (as above), `[object Object]`, `=VLOOKUP(…)`, `#####` and the `{{name}}` of a template are no values, and would be imported as if they were. Write the value, or empty the cell; let Excel work out a formula and save the file again.";
        CellControlCharacter "cell-control-character" Error ["U+0000"]
            zh: "含有控制字符 {0}", "请删去这个看不见的字符，或重新输入",
                "姓名里夹着看不见的 U+0000，常见于旧系统的定长导出。请重新输入这一格。";
            en: "the cell holds the control character {0}", "remove the invisible character, or type the cell again",
                "An invisible U+0000 stands in the name, as fixed-width exports of old systems leave it. Type the cell again.";
        CellTooLong "cell-too-long" Error []
            zh: "超过 Excel 单元格的上限 32,767 个字符", "请缩短；如果是 CSV，请检查引号是否成对",
                "一格里有四万个字；Excel 一格最多 32,767 个字符。CSV 里出现时，多半是引号不成对，把后面的行都并了进来。";
            en: "the cell is longer than Excel's limit of 32,767 characters", "shorten it; in a CSV file, check that quotes are paired",
                "The cell holds 40,000 characters, and Excel allows 32,767. In a CSV file most likely a quote is not closed and the rows after it fell into the cell.";
        CellTooManyLines "cell-too-many-lines" Error ["812"]
            zh: "这一格有 {0} 行文字，很可能是少了一个引号", "请检查引号是否成对；确实有这么多行，可加 --raise-limits 10",
                "CSV 的一格跨了 812 行：前面某一格少了一个结束引号。请在文本编辑器里从这一行往上找。";
            en: "the cell spans {0} lines, most likely a quote is missing", "check that quotes are paired; if it is meant, add --raise-limits 10",
                "A cell of the CSV file spans 812 lines: a closing quote is missing. Look for it in a text editor, from this row on.";
        CellStrayQuote "cell-stray-quote" Error []
            zh: "结束引号之后还有文字，引号可能不成对", "单元格里的引号要写成两个 \"\"",
                "CSV 里写成 \"小张\"同学，引号后面又有字。整格加引号，里面的引号写两遍：\"\"\"小张\"\"同学\"。";
            en: "text follows the closing quote, quotes may not be paired", "write a quote within a cell twice, \"\"",
                "The CSV file has \"Al\" Smith, with text behind the closing quote. Quote the whole cell and write inner quotes twice: \"\"\"Al\"\" Smith\".";
        CellUndecodable "cell-undecodable" Error []
            zh: "有字符无法解码（U+FFFD），内容已损坏", "请检查 --encoding 是否正确，或重新填写这一格",
                "文件是 GBK，却用 --encoding utf-8 读取，汉字变成了 �。请去掉 --encoding 让 muster 自己判断，或写 --encoding gb18030。";
            en: "characters here cannot be decoded (U+FFFD): the text is broken", "check --encoding, or type the cell again",
                "The file is GBK but was read with `--encoding utf-8`, and characters became �. Leave --encoding out, or write `--encoding gb18030`.";
        CellFormulaUncalculated "cell-formula-uncalculated" Error []
            zh: "公式从未计算，没有结果", "请用 Excel 打开文件并保存一次",
                "程序写出的工作簿里只有公式 =A2&B2，没有算过结果。请用 Excel 打开并保存一次。";
            en: "the formula was never calculated and has no result", "open the file in Excel and save it",
                "A program wrote the formula =A2&B2 into the workbook, and nothing has calculated it. Open the file in Excel and save it.";
        CellDateImpossible "cell-date-impossible" Error []
            zh: "这个日期不存在", "请重新填写日期",
                "单元格是日期格式，数值却是负数或大到没有对应的日期（Excel 显示成 ######）。请重新填写日期。";
            en: "there is no such date", "enter the date again",
                "The cell is formatted as a date, but its number is negative or too large for any date (Excel shows ######). Enter the date again.";
        CellNumberNotFinite "cell-number-not-finite" Error []
            zh: "数值过大或不是数", "请重新填写",
                "单元格的数值大到超出了范围，或不是数。请重新填写。";
            en: "the number is too large or not a number", "enter it again",
                "The number of the cell is out of all range, or not a number. Enter it again.";
        CellTwice "cell-twice" Error []
            zh: "工作簿里这一格出现了两次", "请用 Excel 打开，确认内容后另存",
                "程序生成的工作簿里写了两个 C5，不知道该信哪个。请用 Excel 打开，核对 C5 后另存。";
            en: "the workbook holds this cell twice", "open it in Excel, look it over and save",
                "A program wrote C5 into the workbook twice, and which one counts cannot be told. Open it in Excel, check C5 and save.";
        CellUnreadable "cell-unreadable" Error []
            zh: "这一格无法读取", "请在 Excel 中重新填写这一格",
                "单元格的内容不合 .xlsx 的规定（例如布尔值写成了 maybe）。请在 Excel 里重新填写这一格。";
            en: "the cell cannot be read", "enter the cell again in Excel",
                "What the cell holds breaks the rules of .xlsx (a truth value `maybe`, say). Enter the cell again in Excel.";
    }
    "工作表、行和表头" / "Sheets, rows and headers" {
        SheetNotMapped "sheet-not-mapped" Error ["，第 3 行写的是「花名册」" / ", line 3 says `花名册`"]
            zh: "映射文件没有提到这个工作表{0}", "请检查 [[record]] 的 file 和 sheet",
                "映射文件的 [[record]] 写了 sheet = \"花名册\"，而现在读的是工作表「Sheet1」。请改 sheet，或加一段 [[record]]。";
            en: "the mapping file does not speak of this sheet{0}", "check file and sheet of its [[record]]",
                "The [[record]] of the mapping file says sheet = \"花名册\", but the sheet at hand is `Sheet1`. Correct it, or add a [[record]].";
        SheetHidden "sheet-hidden" Error []
            zh: "工作表是隐藏的", "要读它请用 --sheet 指明，或加上 --hidden read",
                "工作簿里唯一能读的工作表「旧名单」是隐藏的。要读它就加 --sheet 旧名单（或 --hidden read），否则在 Excel 里取消隐藏正确的那张。";
            en: "the sheet is hidden", "name it with --sheet to read it, or add --hidden read",
                "The only sheet that could be read, `old`, is hidden. Add `--sheet old` (or `--hidden read`) to read it, or unhide the right one in Excel.";
        SheetOfLeavers "sheet-of-leavers" Error []
            zh: "工作表名像是离职或不再录用的人，旁边还有别的工作表，所以不一起读", "要读它请用 --sheet 指明，或在映射文件里写出 sheet",
                "工作簿里有「在职人员」和「离职人员」两张表，只读了前一张。要读后一张请加 --sheet 离职人员。";
            en: "by its name the sheet is of people who have left, and others stand beside it, so it is not read along", "name it with --sheet to read it, or under sheet in a mapping file",
                "The workbook has the sheets `Staff` and `Former employees`, and only the first was read. Add `--sheet 'Former employees'` to read the other.";
        SheetAside "sheet-aside" Error ["示例或空白模板" / "examples or an empty form"]
            zh: "工作表名像是{0}，旁边还有别的工作表，所以不一起读", "要读它请用 --sheet 指明，或在映射文件里写出 sheet",
                "工作簿里有「候选人」和「示例」两张表，只读了前一张。要读后一张请加 --sheet 示例。";
            en: "by its name the sheet holds {0}, and others stand beside it, so it is not read along", "name it with --sheet to read it, or under sheet in a mapping file",
                "The workbook has the sheets `Candidates` and `Example`, and only the first was read. Add `--sheet Example` to read the other.";
        SheetEmpty "sheet-empty" Error []
            zh: "工作表是空的", "请检查是否导出完整",
                "工作表一格也没有填。请检查是不是导出到了另一张表或另一个文件。";
            en: "the sheet is empty", "check that the export is whole",
                "Not one cell of the sheet is filled in. See whether the export went to another sheet or file.";
        SheetPassedOver "sheet-passed-over" Warning ["工作表是隐藏的" / "the sheet is hidden"]
            zh: "没有读这个工作表：{0}", "要读它请用 --sheet、--kind 或 --mapping（muster map 会写出建议）",
                "工作簿有两张表，「花名册」读了，隐藏的「旧名单」没有读。要读它请加 --sheet 旧名单。";
            en: "this sheet was not read: {0}", "to read it use --sheet, --kind or --mapping (muster map proposes one)",
                "Of two sheets `staff` was read and the hidden `old` was not. Add `--sheet old` to read that one.";
        HeaderNotFound "header-not-found" Error []
            zh: "前 30 行里没有找到表头", "请用 --header-row 指明，或用 muster fields 查看可用的列名",
                "前 30 行里没有一行像表头（没有「姓名」「手机号」这样的列名）。表头在第 40 行就写 --header-row 40，没有表头就在第一行加上。";
            en: "no header was found among the first 30 rows", "name its row with --header-row; muster fields lists the headers that bind",
                "None of the first 30 rows looks like a header (no `Name`, no `Mobile`). If it stands in row 40 write `--header-row 40`; if there is none, add one.";
        HeaderRowEmpty "header-row-empty" Error ["3"]
            zh: "第 {0} 行是空的，不能作表头", "请改 --header-row 或映射文件的 header_row",
                "写的是 --header-row 3，而第 3 行是空行，列名在第 4 行。请写 --header-row 4。";
            en: "row {0} is empty and cannot be the header", "correct --header-row, or header_row of the mapping file",
                "`--header-row 3` was given, but row 3 is empty and the headers stand in row 4. Write `--header-row 4`.";
        KindUnclear "kind-unclear" Error ["人才（飞书招聘）要有「姓名」" / "talent (Feishu Hire) needs `Name`"]
            zh: "必填列不齐，看不出记录种类：{0}", "请补上这些列，或用 --mapping 对应列名（muster map 会写出建议）",
                "表里只有「手机号」和「邮箱」，没有「姓名」。候选人表请加上「姓名」一列；列名特别时用 --mapping 对应。";
            en: "the columns that are required are not all there, so what the rows are cannot be told: {0}", "add the columns, or match the headers with --mapping (muster map proposes one)",
                "The sheet has `Mobile` and `Email`, but no `Name`. Add the column for talents; if it is called otherwise, match it with --mapping.";
        RowIsSection "row-is-section" Warning []
            zh: "这一行是小标题，没有当作数据", "不需要处理；如果它是数据，请填进各列（合并的单元格先取消合并）",
                "第 12 行只有一格「市场部（5 人）」，合并横跨各列，下面才是各人。这一行不当作人，不用处理。";
            en: "the row is a heading, it is not read as data", "nothing needs to be done; if it is data, fill the columns in (a merged cell is unmerged first)",
                "Row 12 has one cell, `Marketing (5)`, merged over all columns above its people. It is no person; nothing needs to be done.";
        SectionAside "section-aside" Error ["离职人员" / "Former employees", "离职或不再录用的人" / "people who have left or are not wanted", "40"]
            zh: "这一行是小标题「{0}」，下面像是{1}，所以没有往下读，这个文件一行也不发送", "请把第 {2} 行和它下面的行移到单独的工作表或文件，或删去；要一起导入，只删去第 {2} 行",
                "第 40 行只有一格「离职人员」，下面才是离职的人。请把第 40 行以下移到单独的工作表（或删去）；要一起导入，就只删去第 40 行。";
            en: "the row is the heading `{0}`, and what is below it looks like {1}: nothing below was read, and nothing of the file is sent", "move row {2} and the rows below it to a sheet or file of their own, or delete them; to import them too, delete row {2} alone",
                "Row 40 has one cell, `Former employees`, above those who have left. Move what is below to a sheet of its own, or delete it; to import these people too, delete row 40 alone.";
        HeaderMoved "header-moved" Error ["1"]
            zh: "这一行又是一个表头，列名或次序和第 {0} 行的表头不同，下面的行不能按那个表头读", "请把这一行以下另存为一个文件，或把列调成和前面一样",
                "第 1 行的表头是「姓名 | 学校 | 专业」，粘贴进来的第 40 行是「姓名 | 专业 | 学校」。请把两列调过来，或把第 40 行起另存一个文件。";
            en: "the row is one more header, with other columns or in another order than the header in row {0}, by which the rows below cannot be read", "save what begins here as a file of its own, or arrange its columns as above",
                "The header in row 1 is `Name | School | Major`, and row 40, pasted in, is `Name | Major | School`. Swap the two columns, or save a file from row 40 on.";
        RowIsMerged "row-is-merged" Warning ["5"]
            zh: "这一行和第 {0} 行合并，别的格里没有要导入的内容，当作同一个人", "请核对；如果是另一个人，取消合并并填上姓名",
                "第 5、6 两行的「姓名」「手机号」是合并的，第 6 行只有没有对应字段的「备注」。两行算一个人，不用处理。";
            en: "the row is merged with row {0} and its other cells hold nothing to import; it is the same person", "check that this is so; if it is somebody else, unmerge the cells and fill in the name",
                "`Name` and `Mobile` are merged over rows 5 and 6, and row 6 adds only a remark that is not imported. Both are one person; nothing needs to be done.";
        SheetOfRelatives "sheet-of-relatives" Error ["与本人关系", "人才" / "candidates"]
            zh: "有「{0}」一列，这张表像是家庭成员或紧急联系人的名单：按{1}读取，会把亲属也导入为{1}，所以没有读取", "如果每行确实是候选人，用 muster map 写出映射文件，在 ignore 里列上「{0}」，再用 --mapping 读",
                "工作簿里除了「花名册」还有「家庭成员」，列是「姓名 | 与本人关系 | 联系电话」。只读花名册；确实要把这张表里的人作为候选人导入，请写一个映射文件，用 --mapping 读取。";
            en: "with a column `{0}` this looks like a list of relatives or emergency contacts; read as {1}, the relatives would become {1}, so it is not read", "if every row is a candidate, write a mapping file with muster map, list `{0}` under ignore, and read it with --mapping",
                "Beside `staff` the workbook has a sheet `family` with `Name | Relationship | Phone`. Only `staff` is read; if its people are to become talents, write a mapping file and read it with --mapping.";
        KindAmbiguous "kind-ambiguous" Error ["，「工号」「部门」像是员工花名册的列" / ", `Employee No`, `Department` looks like a list of employees"]
            zh: "从表头看不出记录种类，muster 不作猜测{0}", "请用 --kind 指明，否则可能导入错误的模块",
                "表里有姓名、手机号、工号和部门。导入候选人写 --kind talent，导入任职信息写 --kind job-data。各会导入多少、整行命令怎么写，都列在下面。";
            en: "the header does not say what the rows are, and it is never guessed{0}", "say it with --kind, or they might land in the wrong module",
                "The sheet has names, phones, employee numbers and departments. Write `--kind talent` for candidates or `--kind job-data` for job data. What each would make stands below, with the whole line to copy.";
        NoRows "no-rows" Error []
            zh: "表头下面没有数据行", "请检查是否导出完整",
                "只有一行表头，下面没有人。请检查导出条件，或是否保存了筛选后的空结果。";
            en: "there are no rows below the header", "check that the export is whole",
                "There is a header and nobody below it. Check the filter of the export.";
        CellBeyondHeader "cell-beyond-header" Error ["5", "多半是内容里的分隔符没有加引号，或缺了一个列名" / "most likely a delimiter inside a text is not quoted, or a header is missing"]
            zh: "表头只有 {0} 列，这一格在表头之外", "{1}",
                "表头有 5 列，这一行却有 6 格：地址「朝阳区,建国路」里的逗号没有加引号。请写成 \"朝阳区,建国路\"。";
            en: "the header has {0} columns and this cell is beyond them", "{1}",
                "The header has 5 columns and this row has 6 cells: the comma in `Main St, 5` is not quoted. Write \"Main St, 5\".";
        RowSplit "row-split" Error ["5"]
            zh: "从第 {0} 行到这一行，合起来正好是一行，像是被没有加引号的换行断开了", "请把它们并回一行，或给有换行的内容加上引号；如果确实是几个人，请用分隔符补齐各行末尾的空列",
                "表头 4 列，第 5 行只有 2 列，第 6 行有 3 列，接起来正好 4 列：地址里的换行没有加引号。请把两行并回一行，或给地址加引号。";
            en: "the rows from {0} to this one make one row together, as if a line break without quotes had cut it", "join them, or put the text with the line break in quotes; if they are rows of their own, write the delimiters of their empty last fields",
                "The header has 4 fields, row 5 has 2 and row 6 has 3, which makes 4 when joined: a line break in an address is not quoted. Join the rows, or quote the address.";
        RowsWithinCell "rows-within-cell" Error ["6"]
            zh: "这一格的引号里夹着后面 {0} 行的数据：有引号没有成对", "用文本编辑器打开文件，从这一行起找出多余的引号删去（内容里的引号要写成两个 \"\"）；如果确实是一段多行文字，请换掉其中的分隔符",
                "第 5 行的备注写成了 \"内推，第 11 行的备注又以引号开头：两个引号之间的 6 行都成了一格里的文字，那些人不会被导入。删去多余的引号即可。";
            en: "within the quotes of this cell stand {0} more lines of data: a quote is not paired", "open the file in a text editor and delete the odd quote from this row on (a quote within a text is written twice, \"\"); if it is one text of many lines, write something else for the delimiters in it",
                "The remark in row 5 begins with a quote that nothing closes until the remark in row 11: the 6 rows between are text in one cell, and their people would not be imported. Delete the odd quotes.";
        RowsShort "rows-short" Warning ["120", "8"]
            zh: "从这一行起，有 {0} 行的列数少于表头的 {1} 列，缺的列按空处理", "请抽查几行，确认是末尾的空列没有写出，而不是少了一个分隔符",
                "表头 8 列，有 120 行只有 6 列：导出程序省去了末尾的空列，缺的按空处理。请抽查几行，确认中间没有少分隔符。";
            en: "from this row on, {0} rows have fewer fields than the header's {1}; what is missing is taken as empty", "look at some of them: empty last fields may be left out, but no delimiter within",
                "The header has 8 fields and 120 rows have 6: the export left empty last fields out, which are read as empty. Look at some, in case a delimiter within is missing.";
        RowRepeatsHeader "row-repeats-header" Warning []
            zh: "这一行重复表头或标题，没有当作数据", "不需要处理；如果它是数据，请改动其中的文字",
                "几份名单粘贴在一起，第 52 行又是一遍「姓名 | 手机号 | 邮箱」。这一行不当作人，不用处理。";
            en: "the row repeats the header or the title, it is not read as data", "nothing needs to be done; if it is data, change its text",
                "Several lists were pasted together and row 52 says `Name | Mobile | Email` again. It is no person; nothing needs to be done.";
        RowBelongsUnclear "row-belongs-unclear" Error ["7", "8"]
            zh: "看不出这一行是否属于第 {0} 行的人：两行之间的第 {1} 行不是数据", "属于此人，请删去第 {1} 行；属于别人，请在这一行填上姓名",
                "第 7 行是张三和他的一段教育经历，第 8 行是「合计」，第 9 行姓名是空的，又有一段教育经历。后一段多半也是张三的，但 muster 不作猜测：删去第 8 行，或给第 9 行填上姓名。";
            en: "it cannot be told whether the row belongs to the person of row {0}: row {1} between them is no data", "if it does, delete row {1}; if it is somebody else's, fill in the name",
                "Row 7 is somebody with a school, row 8 says `Total`, row 9 has no name and another school. Most likely it is the same person's, but nobody can tell: delete row 8, or fill in a name in row 9.";
        RowEntryUnclear "row-entry-unclear" Error ["7"]
            zh: "这一行只有一格有内容，看不出是第 {0} 行的人的又一段经历，还是备注或小标题", "属于第 {0} 行的人，请写进那一行；是备注或小标题，请删去这一行",
                "第 7 行是张三，学校是「清华大学」，第 8 行只有一格「（2010-2014）」。muster 不把它当作又一所学校：请写进第 7 行，或删去第 8 行。";
            en: "the row has one cell, and it cannot be told whether that is one more entry of the person of row {0}, a remark or a heading", "if it is of that person, write it into row {0}; if it is a remark or a heading, delete the row",
                "Row 7 is somebody with the school `Tsinghua University`, and row 8 has one cell, `(2010-2014)`. It is not taken for one more school: write it into row 7, or delete row 8.";
        RowOfHidden "row-of-hidden" Error ["7"]
            zh: "这一行属于第 {0} 行的人，而第 {0} 行是隐藏的，没有读取", "要读取，加上 --hidden read，或在 Excel 中取消隐藏、清除筛选后保存；不要，就把这一行也隐藏或删去；属于别人，请填上姓名",
                "筛选藏起了第 7 行的张三，却留下了第 8 行：姓名是空的，只有一段教育经历。清除筛选，或把第 8 行也藏起来。";
            en: "the row belongs to the person of row {0}, which is hidden and was not read", "add --hidden read to read both, or unhide the row or clear the filter in Excel, and save; else hide or delete this row too; if it is somebody else's, fill in the name",
                "A filter hides somebody in row 7 and leaves row 8, which has no name and a school: clear the filter, or hide row 8 too.";
        RowIsHint "row-is-hint" Warning []
            zh: "这一行是模板的填写提示，没有当作数据", "不需要处理；如果它是数据，请填上手机、邮箱或证件号",
                "表头下一行是「必填 | 11 位数字 | 选填」这样的填写说明，不当作人，不用处理。";
            en: "the row tells how to fill the template in, it is not read as data", "nothing needs to be done; if it is data, give it a mobile, an e-mail or an ID number",
                "The row below the header says `required | 11 digits | optional`: how to fill the form in. It is no person; nothing needs to be done.";
        RowIsExample "row-is-example" Warning []
            zh: "这一行是示例，没有当作数据", "不需要处理；如果它是数据，请删去「示例」字样",
                "模板第二行写着「示例：张三」，不当作人。如果真有人填在这一行，请删去「示例」字样。";
            en: "the row is an example, it is not read as data", "nothing needs to be done; if it is data, remove the mark (示例, Example)",
                "The second row of a template says `Example: Zhang San` and is no person. If somebody real was typed over it, remove the word Example.";
        RowIsUnit "row-is-unit" Warning []
            zh: "这一行是各列的单位，没有当作数据", "不需要处理；如果它是数据，请填上必填的列",
                "表头下一行是「（元） | （年） | （%）」，是各列的单位，不当作人，不用处理。";
            en: "the row names the columns' units, it is not read as data", "nothing needs to be done; if it is data, fill in the required columns",
                "The row below the header says `(CNY) | (years) | (%)`: the columns' units. It is no person; nothing needs to be done.";
        RowIsTotal "row-is-total" Warning []
            zh: "这一行是合计，没有当作数据", "不需要处理；如果它是数据，请填上手机、邮箱或证件号",
                "最后一行写着「合计 | 128 人」，不当作人，不用处理。";
            en: "the row is a total, it is not read as data", "nothing needs to be done; if it is data, give it a mobile, an e-mail or an ID number",
                "The last row says `Total | 128` and is no person; nothing needs to be done.";
        RowIsFooter "row-is-footer" Warning []
            zh: "这一行是表尾的签字、说明或页码，没有当作数据", "不需要处理；如果它是数据，请填上手机、邮箱或证件号",
                "表尾写着「制表人：___ 审核人：___」或「第 1 页 共 3 页」，不当作人，不用处理。";
            en: "the row is a signature, a note or a page number, it is not read as data", "nothing needs to be done; if it is data, give it a mobile, an e-mail or an ID number",
                "The sheet ends with `Prepared by: ___` or `Page 1 of 3`, which is no person; nothing needs to be done.";
        RowsHidden "rows-hidden" Warning ["5-7, 12", "可能是筛选所致" / "perhaps by a filter"]
            zh: "第 {0} 行是隐藏的（{1}），没有读取", "要读取，加上 --hidden read；或在 Excel 中取消隐藏、清除筛选后保存",
                "保存时开着筛选，第 5–7 和 12 行看不见，所以没有读。要导入全部，请加 --hidden read，或清除筛选后保存。";
            en: "rows {0} are hidden ({1}), they were not read", "add --hidden read to read them; or unhide them or clear the filter in Excel, and save",
                "The file was saved with a filter on, and rows 5–7 and 12 cannot be seen, so they were not read. To import all add `--hidden read`, or clear the filter and save.";
        ColumnsHidden "columns-hidden" Warning ["F-G", "薪资, 备注"]
            zh: "{0} 列是隐藏的（{1}），没有导入", "要导入，加上 --hidden read；或在 Excel 中取消隐藏后保存",
                "F、G 两列在 Excel 里隐藏着，没有导入。确实要导入就加 --hidden read，或取消隐藏后保存。";
            en: "columns {0} are hidden ({1}), they are not imported", "add --hidden read to import them; or unhide them in Excel, and save",
                "Columns F and G are hidden in Excel and were not imported. If they are wanted add `--hidden read`, or unhide them and save.";
        TableBeside "table-beside" Warning ["G-H", "学历, 人数"]
            zh: "{0} 列（{1}）和名单隔着空列，像是另一个统计表，没有当作各人的内容", "不需要处理；如果是各人的内容，请删去中间的空列",
                "名单右边隔一空列是统计表「学历 | 人数」，它的「本科 | 12」和同一行的人无关，所以不导入。如果是各人的内容，请删去中间的空列。";
            en: "columns {0} ({1}) stand beyond an empty column and look like a table of counts, they are not read as the people's", "nothing needs to be done; if they are the people's, delete the empty column between",
                "To the right of the list, beyond an empty column, stands a table `Degree | Count`. Its `Bachelor | 12` has nothing to do with the person of that row and is not imported. If it has, delete the empty column between.";
        KindDoubtful "kind-doubtful" Warning ["人才（飞书招聘）" / "talent (Feishu Hire)", "「工号」「入职日期」" / "`Employee No`, `Hire Date`"]
            zh: "按 --kind 读作{0}，但{1}像是员工花名册的列", "请确认这些人是候选人；员工的任职信息用 --kind job-data",
                "写了 --kind talent，表里却有「工号」「入职日期」。确实是候选人就不用处理；如果是员工，请停下，不要导入到招聘。";
            en: "read as {0}, as --kind says, but {1} looks like a list of employees", "make sure that these are candidates; job data of employees are --kind job-data",
                "`--kind talent` was given, but the sheet has employee numbers and hire dates. If these are candidates, nothing needs to be done; if they are employees, stop and do not import them into Hire.";
        CellWithoutHeader "cell-without-header" Warning []
            zh: "这一列有内容而没有表头，不会导入", "要导入就加上表头，不要就清空这一列",
                "G 列写着备注，第一行却没有列名，所以这一列不导入。要导入就在 G1 写上列名。";
            en: "the column has content but no header, it is not imported", "give it a header to import it, or clear it",
                "Column G holds notes, but its first row has no header, so it is not imported. To import it write a header into G1.";
        HeaderSpans "header-spans" Error ["出生日期", "B1"]
            zh: "{1} 的表头「{0}」合并在几列上，这一格在它下面，而只读第一列：值只有一部分", "请把几列的内容合成一列；或者取消合并，给每一列写上自己的表头，再在映射文件里用 join 合并",
                "「出生日期」合并在三列上，下面分别填年、月、日，只读第一列就成了 1990 年。请合成一列 1990-02-01，或者把表头写成 出生年、出生月、出生日，在映射文件里用 join 合并。";
            en: "the header `{0}` in {1} is merged over several columns, of which only the first is read: this cell below it is a part of the value", "put the columns into one; or give each a header of its own, and join them in a mapping file",
                "`Date of birth` is merged over three columns with year, month and day below; the first alone says 1990. Put 1990-02-01 into one column, or head them Birth year, Birth month and Birth day and join them in a mapping file.";
        MergedCell "merged-cell" Warning ["B2"]
            zh: "单元格与 {0} 合并，所以每一行都按 {0} 的内容处理", "请核对这一列",
                "部门一列把 B2 到 B4 合并成一格。三行都按 B2 的内容处理；不对的话请取消合并，逐行填写。";
            en: "the cell is merged with {0}, so every row has the content of {0}", "check the column",
                "B2 to B4 are merged into one cell, and all three rows are given its content. If that is wrong, unmerge them and fill in each row.";
        NameInHalves "name-in-halves" Error ["姓 + 名", "derive = [{ join = [\"姓\", \"名\"], to = \"basic_info.name\" }]"]
            zh: "姓名分在几列里：{0}", "在映射文件的 [[record]] 里写 {1}（muster map 会替你写好）",
                "表里没有「姓名」，只有「姓」和「名」两列。在映射文件里写 derive = [{ join = [\"姓\", \"名\"], to = \"basic_info.name\" }]，就合成一个姓名。";
            en: "the name stands in several columns: {0}", "write {1} into the [[record]] of a mapping file (muster map proposes it)",
                "There is no column `Name`, but `First Name` and `Last Name`. Write derive = [{ join = [\"First Name\", \"Last Name\"], separator = \" \", to = \"basic_info.name\" }] in a mapping file to make one name of both.";
        RequiredColumnMissing "required-column-missing" Error ["姓名" / "Name", "basic_info.name"]
            zh: "缺少必填列「{0}」（{1}）", "请加上这一列，或在映射文件中给出 defaults",
                "人才表没有「姓名」一列（或列名认不出来）。请加上，或在映射文件里写 \"员工\" = \"basic_info.name\"。";
            en: "the required column {0} ({1}) is missing", "add the column, or give it a default in the mapping file",
                "The talent sheet has no column `Name`, or it is called otherwise. Add it, or write \"Employee\" = \"basic_info.name\" in a mapping file.";
        TenantColumnMissing "tenant-column-missing" Error ["是否接受出差" / "Accepts travel", "\"custom:6934193211960330504\" = \"…\""]
            zh: "飞书里「{0}」是必填的，表里没有这一列", "请加一列，表头写「{0}」；人人一样的，在映射文件的 [record.defaults] 里写 {1}；在飞书里改成非必填之后，运行 muster refs pull",
                "飞书里把「是否接受出差」设成了必填，表里没有这一列。请加一列，或在 [record.defaults] 里写 \"custom:6934193211960330504\" = \"接受\"；不该必填的，在飞书里改，再运行 muster refs pull。";
            en: "Feishu is set to require {0}, and the sheet has no such column", "add a column headed {0}; if it is the same for all, write {1} under [record.defaults] of the mapping file; if it should not be required, change that in Feishu and run `muster refs pull`",
                "Feishu is set to require `Accepts travel`, and the sheet has no such column. Add one, or write \"custom:6934193211960330504\" = \"yes\" under [record.defaults]; or change it in Feishu and run `muster refs pull`.";
        HeaderUnbound "header-unbound" Warning ["\"政治面貌\" = \"…\""]
            zh: "没有对应的字段，不会导入", "要导入，在映射文件的 [record.columns] 里写 {0}；不要，就写进 ignore",
                "「政治面貌」没有对应的标准字段，不会导入。是自定义字段就在映射文件里写 \"政治面貌\" = \"custom:6934193211960330504\"，不要就写进 ignore。";
            en: "no field corresponds, so it is not imported", "to import it write {0} under [record.columns] of a mapping file; else list it under ignore",
                "No standard field corresponds to the column 政治面貌, so it is not imported. If it is a custom field, write \"政治面貌\" = \"custom:6934193211960330504\" in a mapping file; else list it under ignore.";
        HeaderPeriod "header-period" Warning ["derive = [{ range = \"教育经历1-起止时间\", to = [\"education_list[1].start_time\", \"education_list[1].end_time\"] }]"]
            zh: "像是起止时间写在一列里，不会导入", "要导入，在映射文件的 [[record]] 里写 {0}；不要，就写进 ignore",
                "「教育经历1-起止时间」一列里有开始和结束两个日期（2010.9-2014.6），各有各的字段。在映射文件的 [[record]] 里写上这一行，就拆成两个导入；muster map 也会写出来。";
            en: "it seems to hold both ends of a period, and is not imported", "to import it write {0} in the [[record]] of a mapping file; else list it under ignore",
                "A cell of `教育经历1-起止时间` holds a beginning and an end (2010.9-2014.6), and each has a field of its own. With this line in the [[record]] of a mapping file they are imported as two; `muster map` writes it, too.";
        HeaderAlsoCustom "header-also-custom" Warning ["basic_info.experience_years", "\"工作年限\" = \"custom:6934193211960330504\""]
            zh: "按标准字段 {0} 导入；飞书里还有一个叫这个名字的自定义字段", "请核对；要导入到自定义字段，在映射文件的 [record.columns] 里写 {1}",
                "「工作年限」是标准字段的名字，飞书里又建了一个叫「工作年限」的自定义字段。muster 按标准字段导入；要导入到自定义字段，在映射文件里写 \"工作年限\" = \"custom:6934193211960330504\"。";
            en: "taken for the standard field {0}; a custom field of the tenant is called so, too", "please verify; for the custom field write {1} under [record.columns] of a mapping file",
                "工作年限 is the name of a standard field, and the tenant has made a custom field of the same name. The column is read as the standard field; for the other write \"工作年限\" = \"custom:6934193211960330504\" in a mapping file.";
        HeaderTwice "header-twice" Error ["邮箱", "电子邮箱", "basic_info.email"]
            zh: "「{0}」和「{1}」都对应 {2}", "在映射文件里把其中一列写进 ignore，或给它指定别的字段（同名的列写「表头@2」，或用列号「#7」）",
                "「邮箱」和「电子邮箱」都会填到同一个字段。请在映射文件里写 ignore = [\"电子邮箱\"]，或删掉一列。";
            en: "`{0}` and `{1}` both mean {2}", "list one of them under ignore in a mapping file, or give it another field (of two equal headers write `header@2`, or the column as `#7`)",
                "`邮箱` and `电子邮箱` both feed one field. Write ignore = [\"电子邮箱\"] in a mapping file, or delete one column.";
        HeaderBesideStage "header-beside-stage" Warning ["D 最高学历", "C 第一学历", "\"毕业院校\" = \"education_list[2].school\""]
            zh: "表里有「{0}」和「{1}」，这一列没有写明属于哪一项，视为属于「{0}」", "请核对；如果属于「{1}」，在映射文件的 [record.columns] 里写 {2}",
                "C 列「第一学历」、D 列「最高学历」、E 列「毕业院校」：「毕业院校」紧跟在「最高学历」后面，按最高学历的毕业院校处理。";
            en: "the sheet has `{0}` and `{1}`, this column does not say whose it is and is read as that of `{0}`", "check it; if it is that of `{1}`, write {2} under [record.columns] of a mapping file",
                "Column C is 第一学历 (first degree), D 最高学历 (highest), E 毕业院校 (school): standing behind the highest, the school is read as that of the highest.";
        HeaderBesidePerson "header-beside-person" Warning ["D 配偶", "\"手机\" = \"basic_info.mobile\"", "ignore = [\"手机\"]"]
            zh: "紧挨在「{0}」右边，没有写明是谁的，按本人的导入", "请核对；是本人的，在映射文件的 [record.columns] 里写 {1}；是「{0}」的，在 [[record]] 里写 {2}",
                "D 列「配偶」、E 列「手机」，表里没有别的手机：「手机」按本人的导入。如果是配偶的，在映射文件里写 ignore = [\"手机\"]；是本人的，写 \"手机\" = \"basic_info.mobile\"，就不再提醒。";
            en: "it stands directly right of `{0}`, does not say whose it is, and is read as the row's own person's", "check it; if it is the person's own, write {1} under [record.columns] of a mapping file; if it is that of `{0}`, write {2} into its [[record]]",
                "Column D is 配偶 (spouse), E 手机 (mobile), and there is no other mobile: it is read as the person's own. If it is the spouse's, write ignore = [\"手机\"] in a mapping file; if not, \"手机\" = \"basic_info.mobile\" ends the question.";
        HeaderSecond "header-second" Warning ["D 学历"]
            zh: "这个字段已取自「{0}」，这一列不导入", "要改用这一列，在映射文件里把那一列写进 ignore；不要，就把这一列写进 ignore",
                "表里既有「学历」又有「学位」，飞书只有学历一个字段：读「学历」，「学位」不导入。「部门ID」「部门编码」旁边的「部门名称」也是这样：读最确切的一列，先 ID，再编码、路径，最后名称。";
            en: "the field is read from `{0}`, this column is not imported", "to read this column instead, list the other under ignore in a mapping file; else list this one",
                "The sheet has both 学历 and 学位, and Feishu has one field: 学历 is read, 学位 is not imported. So it is with 部门名称 beside 部门ID or 部门编码: the surest column is read, an ID before a code, a path and a name.";
        CodesUnknown "codes-unknown" Error ["muster refs pull --people", "employment_id"]
            zh: "这一列写的是编号，不是飞书的 ID，现在无法对应", "先运行 {0}，muster 就能按编号找到对应的 ID；或者在映射文件里用 [record.values_from.\"{1}\"] 给出编号与 ID 的对照表",
                "表里是工号，接口要的是雇佣 ID。先运行 muster refs pull --people，muster 就知道谁的工号对应哪个雇佣 ID。";
            en: "this column holds codes, not Feishu's IDs, and nothing here tells which is whose", "run `{0}`, and muster finds the IDs by the codes; or give a table of codes and IDs in the mapping file: [record.values_from.\"{1}\"]",
                "The sheet has employee numbers, and the API wants employment IDs. Run `muster refs pull --people`, and muster knows whose number is whose.";
        LevelsUnknown "levels-unknown" Error ["muster refs pull"]
            zh: "这几列合起来是部门的路径，现在不知道它们对应哪个部门 ID", "先运行 {0}，muster 就能按路径找到部门",
                "表里的部门分成「一级部门」「二级部门」「三级部门」几列。muster 把它们连成「研发中心/后端组」这样的路径，以最后一个有内容的为准；先运行 muster refs pull，才知道它是哪个部门。";
            en: "these columns are the path of a department, and nothing here tells which department's ID that is", "run `{0}`, and muster finds the department by its path",
                "The sheet has a column for each level: 一级部门, 二级部门, 三级部门. muster joins them into a path such as 研发中心/后端组, of which the last filled one counts; run `muster refs pull`, and it is known which department that is.";
        DocumentTypeMissing "document-type-missing" Error []
            zh: "有证件号，没有证件类型", "请加一列「证件类型」，或在映射文件的 defaults 里给出；全是居民身份证的话，表头写「身份证号」即可",
                "有「证件号」一列，没有「证件类型」，不知道是身份证还是护照。全是身份证就把表头改成「身份证号」，否则加一列「证件类型」。";
            en: "there is a document number without its type", "add a column `ID Type` (证件类型), or a default in the mapping file; if all are resident ID cards, head the column 身份证号",
                "There is a column `ID Number` but no `ID Type`, so whether it holds ID cards or passports is not known. Add the column; if all are resident ID cards, call it 身份证号.";
        HeaderGone "header-gone" Error ["员工姓名", "第 9 行" / " (line 9)", "（是不是「姓名」？）" / " (did you mean `姓名`?)"]
            zh: "映射文件{1}列出的表头「{0}」不在表里{2}", "请改映射文件或表头；没有 strict = true 时这只是警告",
                "映射文件列着「员工姓名」，表头今天改成了「姓名」，而 strict = true。请改映射文件或表头。";
            en: "the header `{0}` of the mapping file{1} is not in the sheet{2}", "correct the mapping file or the header; without strict = true this is a warning only",
                "The mapping file lists `员工姓名`, but today's sheet says `姓名`, and strict = true. Correct one of the two.";
        HeaderAbsent "header-absent" Warning ["座机", "第 9 行" / " (line 9)", ""]
            zh: "映射文件{1}列出的表头「{0}」不在表里{2}", "请核对映射文件和表头",
                "映射文件列着「座机」，这次的表里没有这一列。确实不需要就从映射文件里删去。";
            en: "the header `{0}` of the mapping file{1} is not in the sheet{2}", "compare the mapping file with the headers",
                "The mapping file lists `座机`, and this sheet has no such column. If it is not needed, take it out of the mapping file.";
        HeaderUnlisted "header-unlisted" Error []
            zh: "strict = true，而映射文件没有列出这一列", "写进 [record.columns] 或 ignore",
                "strict = true，而表里多了一列「血型」。请写进 [record.columns]，或写 ignore = [\"血型\"]。";
            en: "strict = true, and the mapping file does not list this column", "list it under [record.columns] or ignore",
                "With strict = true the sheet has a further column `血型`. List it under [record.columns], or write ignore = [\"血型\"].";
        HeaderAmbiguous "header-ambiguous" Error ["学校", "2"]
            zh: "映射文件里的表头「{0}」在表里有 {1} 列", "写「{0}@1」表示第一个、「{0}@2」表示第二个，或用列号「#7」",
                "映射文件写 \"学校\" = …，而表里有两列都叫「学校」。请写 \"学校@1\" 和 \"学校@2\"。";
            en: "the header `{0}` of the mapping file stands above {1} columns", "write `{0}@1` for the first and `{0}@2` for the second, or the column as `#7`",
                "The mapping file says \"学校\" = …, but two columns are called so. Write \"学校@1\" and \"学校@2\".";
        HeaderBlockRepeated "header-block-repeated" Warning ["教育经历" / "Education", "D-F, G-I", "2"]
            zh: "「{0}」的列重复了 {2} 遍（{1}），没有写明各是第几条，依次作为第 1 到第 {2} 条", "请核对；不对的话，在映射文件的 [record.columns] 里逐列指定",
                "「学校 | 专业 | 学历」并排出现两遍，上面没有「教育经历1」这样的标题，依次作为第 1、第 2 段。不对就在映射文件里逐列写明。";
            en: "the columns of {0} stand there {2} times ({1}) and do not say which entry each is; they are read as entries 1 to {2}", "check that this is right; else name the fields under [record.columns] of a mapping file",
                "`School | Major | Degree` stands there twice side by side, with no heading such as `Education 1`, and is read as entries 1 and 2. If that is wrong name each column in a mapping file.";
        ToldByValues "told-by-values" Warning ["118", "120", "岗位ID" / "Position ID", "position_id", "（另外：职务ID 3 行）" / " (besides: Job ID in 3)", "\"岗位\" = \"position_id\""]
            zh: "按内容对应到「{2}」（{3}）：{1} 行里有 {0} 行写的是飞书清单里有的{4}", "请核对；要固定下来，在映射文件的 [record.columns] 里写 {5}",
                "「岗位」在有的系统里是职务，在飞书里是岗位。这一列 120 行里有 118 行写的是飞书里的岗位，所以按岗位导入。";
            en: "taken for {2} ({3}) by its values: {0} of {1} rows name one of the tenant's{4}", "please verify; to settle it write {5} under [record.columns] of a mapping file",
                "岗位 is a job in some systems and a position in Feishu. Of the 120 rows 118 name one of the tenant's positions, so that the column is read as that.";
        ValuesOfTwo "values-of-two" Error ["职务ID 10 行、岗位ID 10 行" / "Job ID in 10, Position ID in 10", "\"岗位\" = \"job_id\" 或 \"岗位\" = \"position_id\"" / "\"岗位\" = \"job_id\" or \"岗位\" = \"position_id\""]
            zh: "这一列写的在几个清单里都找得到：{0}", "在映射文件的 [record.columns] 里写 {1}；不导入就写进 ignore",
                "「岗位」一列写的「会计」，飞书里既有叫「会计」的职务，又有叫「会计」的岗位，看不出是哪一种。请在映射文件里写明。";
            en: "what this column names is in several lists: {0}", "write {1} under [record.columns] of a mapping file; or list the column under ignore",
                "The column 岗位 says 会计, and the tenant has both a job and a position of that name: nothing tells which is meant. Say so in a mapping file.";
        SuggestionTaken "suggestion-taken" Warning ["basic_info.mobile", "0.93"]
            zh: "按建议对应到 {0}（把握 {1}）", "请核对；要固定下来，写进映射文件（muster map 可生成）",
                "用了 --accept-suggestions 0.9，「手机号吗」与「手机号」很像，按手机号导入。请核对；muster map 可以生成映射文件固定下来。";
            en: "taken for {0} as suggested (confidence {1})", "please verify; to settle it write it into a mapping file (`muster map` makes one)",
                "With `--accept-suggestions 0.9` the header `手机号吗`, which is much like `手机号`, was taken for the mobile number. Check it; `muster map` makes a mapping file that settles it.";
    }
    "映射文件和子表" / "Mapping files and child sheets" {
        MappingUnreadable "mapping-unreadable" Error ["映射.toml", "没有权限" / "permission denied"]
            zh: "读不了映射文件「{0}」：{1}", "请检查路径和权限",
                "--mapping 映射.toml 这个文件存在，但读不了。请检查权限，或它是否其实是一个文件夹。";
            en: "cannot read the mapping file `{0}`: {1}", "check its path and permissions",
                "The file of `--mapping 映射.toml` is there but cannot be read. Check its permissions, and that it is not a folder.";
        MappingEncoding "mapping-encoding" Error ["映射.toml"]
            zh: "映射文件「{0}」不是 UTF-8 编码", "请用记事本打开，另存为，编码选 UTF-8",
                "记事本把映射文件存成了 ANSI（GBK）。请另存为，编码选 UTF-8。";
            en: "the mapping file `{0}` is not UTF-8", "open it in Notepad and save it with the encoding UTF-8",
                "Notepad saved the mapping file as ANSI (GBK). Save it again with the encoding UTF-8.";
        MappingSyntax "mapping-syntax" Error ["4", "1", "缺少「kind」" / "`kind` is missing"]
            zh: "映射文件第 {0} 行第 {1} 列：{2}", "",
                "第 4 行的 [[record]] 下面没有写 kind。请加一行 kind = \"talent\"。";
            en: "mapping file, line {0}, column {1}: {2}", "",
                "The [[record]] on line 4 has no kind. Add the line kind = \"talent\".";
        MappingKeyUnknown "mapping-key-unknown" Error ["5", "1", "sheeet", "sheet"]
            zh: "映射文件第 {0} 行第 {1} 列：不认识「{2}」", "最接近的是 {3}",
                "第 5 行写成了 sheeet = \"花名册\"。应为 sheet = \"花名册\"。";
            en: "mapping file, line {0}, column {1}: `{2}` is not known", "the nearest is {3}",
                "Line 5 says sheeet = \"花名册\". It should be sheet = \"花名册\".";
        MappingFieldUnknown "mapping-field-unknown" Error ["8", "10", "basic_info.nmae", "basic_info.name"]
            zh: "映射文件第 {0} 行第 {1} 列：没有字段「{2}」", "最接近的是 {3}；全部字段见 muster fields",
                "第 8 行写了 \"姓名\" = \"basic_info.nmae\"。应为 \"basic_info.name\"；全部字段见 muster fields talent。";
            en: "mapping file, line {0}, column {1}: there is no field `{2}`", "the nearest is {3}; `muster fields` lists them all",
                "Line 8 says \"姓名\" = \"basic_info.nmae\". It should be \"basic_info.name\"; `muster fields talent` lists all.";
        MappingFieldIndex "mapping-field-index" Error ["9", "12", "education_list[0].school", "100"]
            zh: "映射文件第 {0} 行第 {1} 列：「{2}」的序号应是 1 到 {3}", "",
                "第 9 行写了 education_list[0].school，序号从 1 数起。第一段教育经历是 education_list[1].school。";
            en: "mapping file, line {0}, column {1}: the number in `{2}` must be from 1 to {3}", "",
                "Line 9 says education_list[0].school, but entries are counted from 1. The first is education_list[1].school.";
        MappingValue "mapping-value" Error ["6", "9", "dym", "ymd, dmy, mdy"]
            zh: "映射文件第 {0} 行第 {1} 列：「{2}」不能用在这里", "可以写：{3}",
                "第 6 行写了 dates = \"dym\"。日在前请写 dates = \"dmy\"。";
            en: "mapping file, line {0}, column {1}: `{2}` can't stand here", "what can: {3}",
                "Line 6 says dates = \"dym\". For day first write dates = \"dmy\".";
        MappingNotYet "mapping-not-yet" Error ["12", "17", "lookup"]
            zh: "映射文件第 {0} 行第 {1} 列：{2} 还不支持", "请先去掉这一项",
                "第 12 行写了 department_id = \"path\"（按部门路径查 ID），目前只能直接给 ID。请去掉这一项，用 [record.values_from] 的对照表把名称换成 ID。";
            en: "mapping file, line {0}, column {1}: {2} is not yet supported", "take it out for now",
                "Line 12 says department_id = \"path\" (find the ID by the department's path), and IDs are taken as they stand so far. Take it out, and turn names into IDs with a table under [record.values_from].";
        MappingUnfit "mapping-unfit" Error ["14", "1", "[[record.derive]] 里 join、range、split、from 恰好要有一个" / "a [[record.derive]] has exactly one of join, range, split, from", "join 合并几列，range 拆起止时间，split 拆一列，from 取一列" / "join puts columns together, range parts a period, split parts a column, from takes one"]
            zh: "映射文件第 {0} 行第 {1} 列：{2}", "{3}",
                "第 14 行的 [[record.derive]] 同时写了 join 和 split。请拆成两段，各写一个。";
            en: "mapping file, line {0}, column {1}: {2}", "{3}",
                "The [[record.derive]] on line 14 has both join and split. Write two, with one of them each.";
        MappingTableMissing "mapping-table-missing" Error []
            zh: "工作簿里没有字段对照表", "要有一张工作表，其中一行写着「表头」和「飞书字段」；muster map FILE -o 对照表.xlsx 可以生成",
                "--mapping 对照表.xlsx 里没有一行同时写着「表头」和「飞书字段」，认不出对照表。请用 muster map 花名册.xlsx -o 对照表.xlsx 生成一份。";
            en: "there is no field mapping in the workbook", "one of its sheets must have a row with `Header` and `Feishu field`; `muster map FILE -o mapping.xlsx` makes such a workbook",
                "No row of the workbook given as --mapping says both `Header` and `Feishu field`. Make one with `muster map staff.xlsx -o mapping.xlsx`.";
        MappingCell "mapping-cell" Error ["导入吧", "导入 / Import, 忽略 / Ignore, 自定义字段 / Custom field"]
            zh: "「{0}」不能用在这里", "可以写：{1}",
                "对照表的「处理」一格写着「导入吧」。请从下拉列表里选「导入」「忽略」或「自定义字段」。";
            en: "`{0}` can't stand here", "what can: {1}",
                "The action of a line says `导入吧`. Choose one from the list: Import, Ignore or Custom field.";
        MappingNoField "mapping-no-field" Error ["政治面貌"]
            zh: "「{0}」要导入，却没有选飞书字段", "从下拉列表里选一个字段；不导入就把「处理」改为「忽略」",
                "对照表里「政治面貌」选了「导入」，「飞书字段」却空着。请选一个字段，不要就改为「忽略」。";
            en: "`{0}` is to be imported, but no field is chosen", "choose a field from the list; or set the action to `Ignore`",
                "The line of `政治面貌` says Import but names no field. Choose one, or set it to Ignore.";
        MappingCustomId "mapping-custom-id" Error []
            zh: "自定义字段没有写 ID", "在「飞书字段」或「备注」里写 custom:ID，如 custom:6934193211960330504",
                "对照表里选了「自定义字段」，没有写 ID。请在「备注」里写 custom:6934193211960330504。";
            en: "the custom field has no ID", "write custom:ID into the field or the note, as in custom:6934193211960330504",
                "The line says Custom field without an ID. Write custom:6934193211960330504 into its note.";
        MappingUndecided "mapping-undecided" Error ["邮箱", "basic_info.email"]
            zh: "「{0}」没有说明怎么处理，而它的名字就是 {1}", "请选「导入」并选字段，或选「忽略」",
                "对照表里「邮箱」这一行什么也没有选，而它的名字本来会对应到邮箱。请明确选「导入」或「忽略」。";
            en: "nothing is said about `{0}`, and by its name it is {1}", "choose `Import` and a field, or `Ignore`",
                "Nothing is chosen for `邮箱`, which by its name would be imported as the e-mail address. Say Import or Ignore.";
        MappingTwice "mapping-twice" Error ["邮箱"]
            zh: "「{0}」写了两次，说法不同", "请只留一行",
                "对照表里「邮箱」出现两行，一行导入，一行忽略。请只留一行。";
            en: "`{0}` stands here twice, with different meanings", "keep one of the lines",
                "`邮箱` stands there twice, once to import and once to ignore. Keep one of the lines.";
        FieldUnknown "field-unknown" Error ["basic_info.nmae", "basic_info.name"]
            zh: "没有字段「{0}」", "最接近的是 {1}；全部字段见 muster fields",
                "写的字段路径是 basic_info.nmae。应为 basic_info.name。";
            en: "there is no field `{0}`", "the nearest is {1}; `muster fields` lists them all",
                "The path given is basic_info.nmae. It should be basic_info.name.";
        FieldIndex "field-index" Error ["education_list[101].school", "100"]
            zh: "「{0}」的序号应是 1 到 {1}", "",
                "飞书的一个列表最多 100 条，没有第 101 条。";
            en: "the number in `{0}` must be from 1 to {1}", "",
                "A list of Feishu holds 100 entries at most, so there is no entry 101.";
        DefaultUnusable "default-unusable" Error ["basic_info.gender", "不在选项里，或有歧义" / "not one of the options, or one that could mean two", "可填：男、女、其他" / "use one of: Male, Female, Other"]
            zh: "映射文件的 defaults 里，{0} 的值不能用：{1}", "{2}",
                "映射文件的 [record.defaults] 里写了 \"basic_info.gender\" = \"先生\"。请写 \"男\"。";
            en: "the default of {0} in the mapping file cannot be used: {1}", "{2}",
                "[record.defaults] of the mapping file says \"basic_info.gender\" = \"Mr\". Write \"Male\".";
        TableColumnMissing "table-column-missing" Error ["旧名称", "飞书ID"]
            zh: "对照表里没有「{0}」和「{1}」这两列", "请检查 values_from 的 from 和 to",
                "values_from 写了 from = \"旧名称\"、to = \"飞书ID\"，而对照表的表头是「部门」和「ID」。请改成一致。";
            en: "the table has no columns `{0}` and `{1}`", "check from and to of values_from",
                "values_from says from = \"旧名称\" and to = \"飞书ID\", but the table's headers are 部门 and ID. Make them agree.";
        TableTwice "table-twice" Error ["研发部"]
            zh: "对照表里「{0}」有两个不同的值", "请删去一个",
                "对照表里「研发部」出现两次，对应两个不同的部门 ID。请删去错的那一行。";
            en: "the table has two different values for `{0}`", "remove one of them",
                "The table holds `研发部` twice, with two different IDs. Delete the wrong row.";
        NotInTable "not-in-table" Error ["department_id"] "部门ID": "研发一部" => "研发部"
            zh: "对照表里没有这个值", "请补进 values_from.\"{0}\" 指向的对照表",
                "对照表里有「研发部」，没有「研发一部」。请改这一格，或在对照表里加一行。";
            en: "the table of values does not hold this one", "add it to the table that values_from.\"{0}\" names",
                "The table of values has `研发部`, not `研发一部`. Correct the cell, or add a row to the table.";
        ValueOmitted "value-omitted" Warning ["不像 ID" / "not an ID"]
            zh: "这个值不能用，按映射文件的 on_bad 留空发送：{0}", "",
                "映射文件写了 [record.on_bad] \"basic_info.hometown_city_code\" = \"omit\"，这一格的「家乡」不能用，于是留空发送。";
            en: "the value is of no use and is left out, as `on_bad` in the mapping file says: {0}", "",
                "The mapping file says \"basic_info.hometown_city_code\" = \"omit\" under [record.on_bad]; the cell cannot be used, so the field is sent empty.";
        ChildKeyMissing "child-key-missing" Error ["工号", "第 7 行" / " (line 7)", ""]
            zh: "映射文件{1} [[record.child]] 的 key 要的「{0}」不在表里{2}", "请核对表头，或改映射文件的 key",
                "[[record.child]] 写了 key = { child = \"工号\", parent = \"工号\" }，其中一张表没有「工号」。请核对两边的表头。";
            en: "the column `{0}` of a [[record.child]]'s key in the mapping file{1} is not in the sheet{2}", "compare the headers, or correct the key in the mapping file",
                "The [[record.child]] says key = { child = \"工号\", parent = \"工号\" }, and one of the two sheets has no such column. Compare the headers.";
        ChildFeedsNothing "child-feeds-nothing" Error []
            zh: "子表里没有一列能对应这个列表的字段", "请在 [[record.child]] 的 columns 里写明",
                "子表「教育经历」的列名都认不出来。请写 columns = { \"毕业院校全称\" = \"school\" }。";
            en: "no column of the child sheet feeds a field of its list", "name them under columns of the [[record.child]]",
                "No header of the child sheet is known. Name them: columns = { \"毕业院校全称\" = \"school\" }.";
        ChildHeaderUnbound "child-header-unbound" Warning []
            zh: "子表的这一列没有对应字段，不会导入", "要导入，写进 [[record.child]] 的 columns",
                "子表有一列「导师」，没有对应字段，不会导入。要导入就写进 [[record.child]] 的 columns。";
            en: "no field for this column of the child sheet, it is not imported", "to import it list it under columns of the [[record.child]]",
                "The child sheet's column `导师` has no field and is not imported. To import it list it under columns of the [[record.child]].";
        ChildFileMissing "child-file-missing" Error ["教育经历*.xlsx"]
            zh: "找不到子表文件「{0}」", "请把它和主表一起列在命令里，或放在映射文件旁边",
                "映射文件要「教育经历*.xlsx」，命令里没有这样的文件，映射文件旁边也没有。请写 muster check 花名册.xlsx 教育经历.xlsx --mapping 映射.toml。";
            en: "there is no child file `{0}`", "name it on the command line beside its parent, or put it beside the mapping file",
                "The mapping file wants `教育经历*.xlsx`, which is neither on the command line nor beside the mapping file. Write `muster check staff.xlsx 教育经历.xlsx --mapping m.toml`.";
        ChildHeaderNotFound "child-header-not-found" Error ["工号", "30", "第 7 行" / " (line 7)"]
            zh: "子表的前 {1} 行里没有「{0}」这一列", "请检查映射文件{2} [[record.child]] 的 key",
                "子表的前 30 行里没有叫「工号」的列（也许叫「员工编号」）。请改 key = { child = \"员工编号\", parent = \"工号\" }。";
            en: "the first {1} rows of the child sheet have no column `{0}`", "check key of its [[record.child]] in the mapping file{2}",
                "None of the first 30 rows of the child sheet has a header `工号`. If it is called `员工编号`, write key = { child = \"员工编号\", parent = \"工号\" }.";
        ChildKeyEmpty "child-key-empty" Error []
            zh: "这一行没有写属于谁", "请填写",
                "子表这一行写了学校，「工号」却是空的，不知道是谁的。请填上工号。";
            en: "the row does not say to whom it belongs", "fill it in",
                "The child row names a school, but its key is empty, so whose it is cannot be told. Fill in the key.";
        ChildWithoutParent "child-without-parent" Error []
            zh: "主表里没有人对应这一行", "请核对，或删去这一行",
                "子表这一行的工号是 E009，主表里没有 E009。请核对，或删去这一行。";
            en: "nobody in the main sheet has this key", "compare the two, or delete the row",
                "The child row's key is E009, and the main sheet has no E009. Correct it, or delete the row.";
        ChildKeyShared "child-key-shared" Error ["第 7 行"]
            zh: "{0}也是这个值，分不清子表的行属于谁", "请用每人都不同的列作 key",
                "主表有两行的 key 都是「张三」，分不清子表里张三的学历属于谁。请用工号作 key。";
            en: "{0} has the same value, so whose the rows of the child sheet are cannot be told", "use a column as key that differs for everybody",
                "Two rows of the main sheet have the key `张三`, so whose the child rows are cannot be told. Use the employee number as key.";
        ChildOfHidden "child-of-hidden" Warning []
            zh: "主表里对应的行是隐藏的，没有读取，所以这一行也没有读取", "要读取，加上 --hidden read；或在 Excel 中取消隐藏、清除筛选后保存",
                "主表里工号 E005 的那一行被隐藏了，所以子表里 E005 的学历也不读取。要读取，加 --hidden read。";
            en: "its row in the main sheet is hidden and was not read, so neither is this one", "add --hidden read to read both; or unhide the row or clear the filter in Excel, and save",
                "The row of E005 in the main sheet is hidden, so the schools of E005 in the child sheet are not read. Add --hidden read to read both.";
        ChildKeyNear "child-key-near" Error ["5", "大小写" / "upper and lower case"]
            zh: "主表里没有人对应这一行，与主表第 {0} 行只差{1}", "请把两边写成一样；格式不同的列，都设成「文本」再填",
                "子表写 a1024，主表第 5 行写 A1024。工号是否区分大小写，muster 无从判断，所以不作猜测：请把两边写成一样。";
            en: "nobody in the main sheet has this key; but for {1} row {0} has", "write it alike in both sheets; where their formats differ, make both columns text",
                "The child sheet says a1024 and row 5 of the main sheet A1024. Only you know whether case matters, so it is not guessed: write both alike.";
        ChildKeyZeros "child-key-zeros" Error ["5"]
            zh: "主表里没有人对应这一行，只差开头的 0（主表第 {0} 行）", "请把两边的这一列都设成「文本」格式，补上开头的 0",
                "子表写 1024，主表第 5 行写 001024：Excel 去掉了开头的 0。请把这一列设成「文本」，补成 001024。";
            en: "nobody in the main sheet has this key; but for leading zeros row {0} has", "format the column as text in both sheets and put the zeros back",
                "The child sheet says 1024 and row 5 of the main sheet 001024: Excel dropped the zeros. Format the column as text and write 001024.";
        SplitTooMany "split-too-many" Error ["2"]
            zh: "拆开后多于 {0} 段", "请改这一格，或改映射文件 [[record.derive]] 的 separator 和 to",
                "映射文件把「姓名」按空格拆成姓和名两段，这一格却是「Anna Maria Rossi」三段。请改这一格，或改 to。";
            en: "it splits into more than {0} parts", "correct the cell, or separator and to of the [[record.derive]]",
                "The mapping file splits the column at blanks into two parts, but the cell says `Anna Maria Rossi`, which is three. Correct the cell, or add a field to `to`.";
        CellEntriesTooMany "cell-entries-too-many" Error ["100"]
            zh: "这一格里多于 {0} 条", "请减少，或检查 [[record.derive]] 的 entries",
                "映射文件让一格里用分号写几段经历，这一格有 101 段，飞书最多 100 段。请减少。";
            en: "the cell holds more than {0} entries", "shorten it, or check entries of the [[record.derive]]",
                "The mapping file reads several entries from one cell, and this holds 101; Feishu takes 100. Shorten it.";
    }
    "单元格：文字、编号和选项" / "Cells: text, IDs and options" {
        Required "required" Error [] "姓名": "" => "张三", "邮箱": "zhangsan@example.com" => "zhangsan@example.com"
            zh: "必填，但这一格是空的", "请填写",
                "这一行有邮箱，没有姓名。姓名是必填的，请填上。";
            en: "required, but the cell is empty", "fill it in",
                "The row has an e-mail address but no name. The name is required: fill it in.";
        BrokenText "broken-text" Error [] "姓名": "锟斤拷锟斤拷" => "张三"
            zh: "文字已经损坏（乱码）", "请从源系统重新导出，并选 UTF-8 或 .xlsx",
                "「锟斤拷」是编码转换时丢掉的字，已经无法还原。请从源系统重新导出，选 UTF-8 或 .xlsx。";
            en: "the text is broken (lost characters)", "export it again from its source, as UTF-8 or .xlsx",
                "`锟斤拷` is what is left of characters that a conversion lost; they cannot be brought back. Export again from the source, as UTF-8 or .xlsx.";
        Mojibake "mojibake" Error ["UTF-8 被当成西欧编码读" / "UTF-8 read as a western encoding"] "姓名": "å¼\u{A0}ä¸‰" => "张三"
            zh: "文字是乱码（{0}）", "请打开原文件看这一格：原文件正常的（CSV），用 --encoding 指明编码；原文件里就是乱码的，从源系统重新导出，选 .xlsx 或 UTF-8",
                "「张三」的 UTF-8 字节被当成西文读了一遍，成了 å¼ ä¸‰。CSV 本身没坏就用 --encoding 指明编码，否则从源系统重新导出为 .xlsx。";
            en: "the text is garbled ({0})", "if the file itself is right, name the CSV's encoding with --encoding; else export it again from its source, as .xlsx or UTF-8",
                "The UTF-8 bytes of `张三` were read as a western encoding and became å¼ ä¸‰. If the CSV file itself is right name its encoding with --encoding, else export it again as .xlsx.";
        MojibakeDoubtful "mojibake-doubtful" Warning ["UTF-8 被当成西欧编码读" / "UTF-8 read as a western encoding"] "自我评价": "JosÃ© speaks Spanish" => "José speaks Spanish"
            zh: "文字像是乱码（{0}），照原样发送", "请打开原文件看这一格：原文件正常的（CSV），用 --encoding 指明编码；原文件里就是乱码的，从源系统重新导出，选 .xlsx 或 UTF-8",
                "自由文字里有像乱码的片段（JosÃ© 应为 José），照原样发送。请从源系统重新导出，或改正这一格。";
            en: "the text looks garbled ({0}) and is sent as it is", "if the file itself is right, name the CSV's encoding with --encoding; else export it again from its source, as .xlsx or UTF-8",
                "Free text holds what looks garbled (JosÃ© for José) and is sent as it is. Export it again, or correct the cell.";
        TextCut "text-cut" Warning ["255"]
            zh: "正好 {0} 个字符，可能在导出时被截断", "请与源系统核对结尾是否完整",
                "自我评价正好 255 个字符，旧格式和一些系统会在这里截断。请与源系统核对结尾是否完整。";
            en: "exactly {0} characters: an export may have cut it off", "compare its end with its source",
                "The text has exactly 255 characters, where old formats and some systems cut it off. Compare its end with the source.";
        TextJson "text-json" Warning [] "教育经历1-学校": "[\"清华大学\",\"北京大学\"]" => "清华大学"
            zh: "像是程序写的 JSON，照原样发送", "请只留下内容；一格里有几条的，分成几列或几行",
                "系统导出时把两所学校写成了 [\"清华大学\",\"北京大学\"]，会照原样作为一所发送。请分成两列，或只留一所。";
            en: "it looks like JSON that a program has written; it is sent as it is", "leave nothing but the content; what are several things belongs in columns or rows of their own",
                "An export has written two schools as [\"清华大学\",\"北京大学\"], which is sent as one. Put them in two columns, or leave one.";
        TextEscapes "text-escapes" Warning [] "自我评价": "招聘\\n培训" => "招聘；培训"
            zh: "\\n、\\t 是两个普通字符，不是换行或制表符，照原样发送", "如果是换行，请在单元格里换行（Alt+Enter）或改成分号",
                "系统导出时把换行写成了反斜杠和字母 n，会照原样发送成「招聘\\n培训」。请改成真正的换行。";
            en: "\\n and \\t are two plain characters each, no line end and no tab; they are sent as they are", "if a line end is meant, break the line in the cell (Alt+Enter), or write a semicolon",
                "An export has written a line end as a backslash and the letter n, which is sent as `招聘\\n培训`. Break the line in the cell.";
        TextSeveral "text-several" Warning ["2"]
            zh: "一格里像是写了 {0} 个，照原样作为一个发送", "各是一条经历的话，请分成几列（学校1、学校2）或几行，或在映射文件里写 [[record.derive]] split",
                "「毕业院校」一格写着「北京大学、清华大学」，会作为一所学校发送。本科和硕士各是一条经历的话，请分成两列或两行。";
            en: "the cell seems to name {0}; it is sent as one, as it is", "if each is an entry of its own, put them in columns (School 1, School 2) or rows, or write [[record.derive]] split in a mapping file",
                "A cell for the school says `北京大学、清华大学`, which is sent as one school. If each is an entry of its own, use two columns or two rows.";
        TextEndsOpen "text-ends-open" Warning [] "教育经历1-学校": "北京大…" => "北京大学"
            zh: "以省略号结尾，像是被别的系统截断了，照原样发送", "请与源系统核对，写完整",
                "学校写成了「北京大…」，多半是网页或旧系统只显示了前几个字，照原样发送。请写全称。";
            en: "it ends in an ellipsis, as if another program had cut it; it is sent as it is", "compare it with its source, and write it in full",
                "The school is `北京大…`: a web page or an old system has shown the first characters only. It is sent as it is. Write the whole name.";
        TextWithMore "text-with-more" Warning ["本科"] "教育经历1-学校": "北京大学(本科)" => "北京大学"
            zh: "名称后面像是带着备注（{0}），照原样发送", "请核对；不是名称的就删去，学历写到「学历」一列",
                "学校写的是「北京大学(本科)」，会连同括号作为学校名称发送。请只留学校名称，本科写到「学历」一列。";
            en: "a remark ({0}) seems to stand behind the name; it is sent as it is", "check it, and leave out what is no part of the name: a degree has a column of its own",
                "The school is `北京大学(本科)`, which is sent with its brackets as the name of the school. Leave nothing but the name, and write the degree in its own column.";
        TextFormula "text-formula" Warning [] "自我评价": "=VLOOKUP(A2,B:C,2,0)" => "做事认真"
            zh: "是公式本身，没有算出结果，照原样发送", "请核对；应是结果的，在 Excel 里算出后另存",
                "自我评价一格是 =VLOOKUP(…) 的文字，会照原样发送。请在 Excel 里算出结果后另存，或写上内容。";
            en: "it is a formula, of which nobody computed the result; it is sent as it is", "check it; if its result is meant, let Excel work it out and save the file again",
                "The self evaluation is the text of a formula, `=VLOOKUP(…)`, and is sent as it is. Let Excel work it out and save the file again, or write the text.";
        TextPlace "text-placeholder" Warning [] "工作经历1-公司名称": "{{company}}公司" => "示例公司"
            zh: "像是模板里没有替换的占位符，照原样发送", "请核对，换成实际的内容",
                "公司写成了「{{company}}公司」，是模板里没有填上的地方，照原样发送。请写实际的名称。";
            en: "it looks like a placeholder of a template that was not filled in; it is sent as it is", "check it, and write what is meant",
                "The company is `{{company}}公司`, a place of a template that nobody filled in. It is sent as it is. Write the name itself.";
        TextElsewhere "text-elsewhere" Warning [] "自我评价": "详见简历" => "熟悉招聘流程"
            zh: "只写着内容在别处（见简历、见附件之类），照原样发送", "请核对；要导入的写上内容本身，没有的清空",
                "自我评价写的是「详见简历」，照原样发送，在飞书里只看得到这四个字。请写内容本身，或清空。";
            en: "it only says where else something stands (see resume, see attachment); it is sent as it is", "check it: write the text itself, or empty the cell if there is none",
                "The self-evaluation says `详见简历` (see resume), which is sent as it is and is all that Feishu will show. Write the text itself, or empty the cell.";
        BoolInText "boolean-in-text" Warning [] "工作经历1-职位名称": "TRUE" => "工程师"
            zh: "只写着 TRUE、FALSE、是或否，照原样发送", "请核对列是否对应错了；没有的请清空",
                "职位一格是 TRUE，多半是勾选框或公式的结果，会照原样发送。请写职位，或清空。";
            en: "it says nothing but TRUE, FALSE, yes or no; it is sent as it is", "check whether the column is another one; empty the cell if there is nothing",
                "The title is TRUE, as a check box or a formula leaves it, and is sent as it is. Write the title, or empty the cell.";
        HeaderInCell "header-in-cell" Warning ["教育经历1-学校"] "教育经历1-学校": "学校" => "北京大学"
            zh: "写的就是列名「{0}」，照原样发送", "请填写内容；没有的请清空",
                "学校一格写着「学校」，是列名而不是内容，会照原样发送。请填写学校，或清空。";
            en: "it says `{0}`, which is what the column is called; it is sent as it is", "write the value; empty the cell if there is none",
                "The school is `学校` (school), which is what the column is called. Write the school, or empty the cell.";
        TextOfOther "text-of-other" Warning ["手机号" / "a mobile number"] "教育经历1-学校": "13800138000" => "北京大学"
            zh: "写的是{0}，像是别的列的内容，照原样发送", "请核对列是否错位；不是的清空",
                "学校一格写的是手机号，多半是粘贴时错了一列，会照原样发送。请核对这一行。";
            en: "it is {0}, as if it belonged in another column; it is sent as it is", "check whether the row has slipped by a column; empty the cell if it is none",
                "The school is a mobile number, most likely since the row has slipped by a column, and is sent as it is. Check the row.";
        LookAlike "look-alike" Error ["O", "U+004F", "0"] "身份证号": "11O101199003074514" => "110101199003074514"
            zh: "字符「{0}」（{1}）只是看起来像「{2}」", "请改成「{2}」，或从源系统重新导出",
                "第三个字符是字母 O，不是数字 0。请改成 0。";
            en: "the character {0} ({1}) only looks like {2}", "write {2} in its place, or export it again from its source",
                "The third character is the letter O, not the digit 0. Write 0.";
        LookAlikeDoubtful "look-alike-doubtful" Warning ["O", "U+004F", "0"] "部门ID": "6890452208593372O79" => "6890452208593372079"
            zh: "字符「{0}」（{1}）看起来像「{2}」，照原样发送", "请核对，写错了就改成「{2}」",
                "长数字里夹着字母 O，像是数字 0，照原样发送。请与飞书里的 ID 核对。";
            en: "the character {0} ({1}) looks like {2}, and is sent as it is", "check it, and write {2} if that is meant",
                "A letter O stands in a long number, where a 0 may be meant; it is sent as it is. Compare it with the ID in Feishu.";
        ControlCharacter "control-character" Error ["U+007F"] "姓名": "张\u{7F}三" => "张三"
            zh: "含有控制字符 {0}", "请删除这个字符",
                "「张」和「三」之间有一个看不见的控制字符。请重新输入这一格。";
            en: "it holds the control character {0}", "delete that character",
                "An invisible control character stands within the name. Type the cell again.";
        LineBreak "line-break" Error []
            zh: "一格里有换行或制表符，像是两个值", "一格只写一个值",
                "姓名一格里用 Alt+Enter 写了两行：「张三」「李四」。请分成两行记录。";
            en: "it holds a line break or a tab, as if it were two values", "write one value in a cell",
                "The name cell holds two lines (Alt+Enter): two people. Write each in a row of their own.";
        BoolHere "boolean-here" Error []
            zh: "这里是 TRUE/FALSE", "请写实际的值",
                "性别一格是 Excel 的布尔值 TRUE（常见于勾选框）。请写「男」或「女」。";
            en: "it holds TRUE or FALSE", "write the value itself",
                "The gender cell is Excel's truth value TRUE, as a check box leaves it. Write Male or Female.";
        InvisibleCharacter "repaired-invisible" Warning ["U+200B"] "姓名": "张\u{200B}三" => "张三"
            zh: "有看不见的字符 {0}，已去掉（不换行空格改成普通空格）", "",
                "从网页复制的姓名里有零宽空格 U+200B，眼睛看不出来，已经去掉，不用处理。";
            en: "the invisible character {0} was removed (a no-break space became a plain one)", "",
                "A name copied from a web page held a zero-width space, U+200B, which was removed. Nothing needs to be done.";
        PrivateCharacter "private-character" Warning ["U+E000"] "姓名": "张\u{E000}" => "张㛃"
            zh: "含有造字区字符 {0}，别的系统可能显示不出来", "请尽量换成 Unicode 正式编码的字",
                "旧系统用造字区的字代替生僻字，别的电脑上会显示成方框。请换成正式编码的字，如 㛃。";
            en: "it holds the private-use character {0}, which other systems may not show", "use the character's own Unicode code point if there is one",
                "Old systems put a private-use character where a rare one should be; elsewhere it shows as a box. Use the character's own code point, such as 㛃.";
        NameSeveral "name-several" Error [] "姓名": "张三、李四" => "张三"
            zh: "一格里有几个人名", "请一人一行",
                "「姓名」一格写着「张三、李四」两个人。请分成两行，各填各的手机号。";
            en: "several people's names in one cell", "give each person a row",
                "A cell for the name says `张三、李四`, two people. Give each a row with their own mobile.";
        PartHidden "part-hidden" Error [] "邮箱": "c***u@example.com" => "chenyu@example.com"
            zh: "有一部分被打了星号或别的记号", "请用有权限的账号重新导出，或填写完整",
                "导出时邮箱被脱敏成了 c***u@example.com。请用有权限的账号重新导出。";
            en: "a part of it is hidden by asterisks or other signs", "export it again with an account that may see it, or write it in full",
                "The export hid a part of the address: c***u@example.com. Export it again with an account that may see it.";
        PartHiddenDoubtful "part-hidden-doubtful" Warning [] "教育经历1-学校": "*华大学" => "清华大学"
            zh: "像是隐去了一部分，照原样发送", "请核对；被脱敏的，用有权限的账号重新导出",
                "学校写成了 *华大学，像是脱敏过的，照原样发送。请用有权限的账号重新导出。";
            en: "a part of it seems to be hidden; it is sent as it is", "check it; what an export has hidden, export again with an account that may see it",
                "The school is *华大学, which looks as if an export had hidden a part; it is sent as it is. Export it again with an account that may see it.";
        HtmlTags "html-tags" Error ["<p>"] "姓名": "<p>张三</p>" => "张三"
            zh: "夹着网页标签 {0}", "请去掉标签，只留内容",
                "从网页导出的姓名带着标签，成了 <p>张三</p>。请只留姓名。";
            en: "it holds the tag {0} of a web page", "leave out the tags",
                "A name was exported from a web page with its tags: <p>张三</p>. Leave the name alone.";
        HtmlTagsDoubtful "html-tags-doubtful" Warning ["<p>"] "自我评价": "<p>工作认真</p>" => "工作认真"
            zh: "夹着网页标签 {0}，照原样发送", "请去掉标签，或从源系统导出纯文本",
                "自我评价是从网页编辑器里导出的，带着标签，照原样发送，在飞书里会看到 <p>。请导出纯文本。";
            en: "it holds the tag {0} of a web page and is sent as it is", "leave out the tags, or export plain text",
                "The self-evaluation comes from a web editor with its tags and is sent as it is: Feishu will show <p>. Export plain text.";
        NameWithMore "name-with-more" Error ["序号" / "a number before it"] "姓名": "1.张三" => "张三"
            zh: "姓名里夹着别的内容（{0}）", "这一格请只留姓名",
                "姓名前面带着序号，写成了「1.张三」。请只留「张三」。";
            en: "something else stands beside the name: {0}", "leave nothing but the name in the cell",
                "A number stands before the name: `1.张三`. Leave nothing but `张三`.";
        NameWithMoreDoubtful "name-with-more-doubtful" Warning ["称呼「先生」" / "the title 先生"] "姓名": "张三先生" => "张三"
            zh: "姓名里像是夹着别的内容（{0}），照原样发送", "请核对，不是姓名的就删去",
                "写的是「张三先生」，「先生」是称呼，照原样发送。请只留姓名。";
            en: "something else seems to stand beside the name: {0}; it is sent as it is", "check it, and leave out what is no part of the name",
                "The cell says `张三先生`, in which 先生 is a title; it is sent as it is. Leave nothing but the name.";
        NotAName "not-a-name" Error [] "姓名": "合计" => ""
            zh: "不像姓名", "请填写姓名",
                "这一格是数字、日期、「合计」或「无」，不是人名。请填姓名；如果是合计行就删去这一行。";
            en: "not a name", "write the person's name",
                "The cell holds a number, a date, `合计` (total) or `none`, which is no name. Write the name, or delete the row of totals.";
        NameTriedOut "name-tried-out" Warning [] "姓名": "测试" => "张三"
            zh: "像是试用时填的名字，照原样发送", "请核对；试填的行请删去",
                "姓名写的是「测试」，多半是试填模板时留下的一行，会照原样导入。请删去这一行，或填写姓名。";
            en: "it looks like a name that was filled in to try something out; it is sent as it is", "check it, and delete a row that was a try",
                "The name is `测试` (test), most likely of a row that somebody filled in to try the template out. It is imported as it is. Delete the row, or write the name.";
        DigitsLost "digits-lost" Error [] "身份证号": "1.10101E+17" => "110101199003074514"
            zh: "长数字在 Excel 里已经丢失末尾几位，这份文件里救不回来", "请把这一列设成「文本」格式，从源系统重新导出",
                "Excel 把 18 位身份证号当成数字，只留下前 15 位，显示成 1.10101E+17；19 位飞书 ID 也会这样。请把列设成「文本」，从源系统重新导出。";
            en: "a long number has lost its last digits in Excel, beyond repair in this file", "format the column as text and export it again from its source",
                "Excel took the 18 digits of an ID card for a number, kept 15 of them and shows 1.10101E+17; IDs of Feishu with 19 digits fare likewise. Format the column as text and export it again.";
        DigitsDoubtful "digits-doubtful" Error ["department_id"] "部门ID": "6890452208593370000" => "6890452208593372679"
            zh: "第 15 位以后全是 0：长数字在 Excel 里丢了末尾几位，这份文件里救不回来", "请把这一列设成「文本」格式，从源系统重新导出；如果号码确实如此，在映射文件里写 [record.values.\"{0}\"]，把它对应到自己",
                "19 位 ID 的第 15 位以后全是 0，是 Excel 按数字保存的结果，原来的几位已经没有了。请把列设成「文本」，从源系统重新导出。";
            en: "all digits after the 15th are zeros: the last ones were lost in Excel, beyond repair in this file", "format the column as text and export it again from its source; if the number is really so, map it to itself in the mapping file: [record.values.\"{0}\"]",
                "All digits of the ID after the 15th are zeros: Excel saved it as a number, and the last ones are gone. Format the column as text and export it again.";
        DigitsRounded "digits-rounded" Error ["department_id"]
            zh: "这一列的长号码全都被程序当成小数取整过（JavaScript 等程序的小数只留 16 到 17 位），末尾几位已经不对", "请让导出的程序把 ID 当作文本处理，重新导出；如果号码确实如此，在映射文件里写 [record.values.\"{0}\"]，把它对应到自己",
                "导出数据的脚本把 19 位的 ID 当成数字：6890452208593372679 变成 6890452208593373000，或者 6890452208593373184。一列里的长号码个个都是这样，不会是巧合。请让它把 ID 当作文本，重新导出。";
            en: "every long number of this column was rounded by a program (as JavaScript does, which keeps 16 or 17 digits): the last ones are wrong", "have the program that exports it keep IDs as text, and export again; if the number is really so, map it to itself in the mapping file: [record.values.\"{0}\"]",
                "A script took IDs of 19 digits for numbers: 6890452208593372679 became 6890452208593373000, or 6890452208593373184. Where every long number of a column is so, it is no chance. Have the script keep IDs as text, and export again.";
        DigitsDoubtfulText "digits-doubtful-text" Warning [] "自我评价": "6222020200112230000" => "6222020200112235678"
            zh: "长数字第 15 位以后全是 0，可能在 Excel 里丢了末尾几位，照原样发送", "请与源系统核对；丢了就把这一列设成「文本」格式，重新导出",
                "文字列里的长数字末尾全是 0，可能丢过位数，照原样发送。请与源系统核对。";
            en: "all digits of the long number after the 15th are zeros: they may have been lost in Excel; it is sent as it is", "compare it with its source; if they are lost, format the column as text and export it again",
                "A long number in a text column ends in zeros and may have lost digits; it is sent as it is. Compare it with its source.";
        IdIsName "id-is-name" Error ["department_id"] "部门ID": "研发部" => "6890452208593372679"
            zh: "这里要 ID，不是名称", "先运行 muster refs pull 读取飞书里的清单，就可以直接写名称；或者填 ID，或在映射文件里用 [record.values_from.\"{0}\"] 给出名称与 ID 的对照表",
                "这一列要部门 ID，写的却是名称。先运行 muster refs pull，muster 就认得飞书里的部门名称；或者填 ID，或在映射文件里用 [record.values_from.\"department_id\"] 给一张「名称—ID」对照表。";
            en: "this wants an ID, not a name", "run `muster refs pull` to read the tenant's lists, and names will do; or write the ID, or name a table of names and IDs in the mapping file: [record.values_from.\"{0}\"]",
                "The column wants an ID and holds a name. Run `muster refs pull`, and muster knows the tenant's departments by name; or write the ID, or give a table of names and IDs under [record.values_from.\"department_id\"] of a mapping file.";
        NameUnknown "name-unknown" Error ["（最接近的：研发中心/后端组）" / " (nearest: 研发中心/后端组)"]
            zh: "飞书里没有这个名称、编码或 ID{0}", "用 muster refs find 查找；写法不同就在映射文件的值对照里写「旧值」对应的飞书名称；刚在飞书里新建的，先运行 muster refs pull",
                "表里写的「后端」在飞书里找不到，最接近的是「研发中心/后端组」。只提示，不会自动采用。请改成飞书里的写法，或在映射文件的值对照里对应；飞书里确实没有的，请先新建，再运行 muster refs pull。";
            en: "nothing in Feishu has this name, code or ID{0}", "look with `muster refs find`; give the words of the sheet Feishu's names in the mapping file's values; run `muster refs pull` if it was made just now",
                "`后端` is nothing in Feishu; the nearest is 研发中心/后端组, which is named and never taken by itself. Write Feishu's name, or map the word under values; what does not exist must be made in Feishu first, then `muster refs pull`.";
        NameAmbiguous "name-ambiguous" Error ["研发中心/综合部、职能中心/综合部" / "研发中心/综合部, 职能中心/综合部", "研发中心/综合部"]
            zh: "飞书里有好几个叫这个名字的：{0}", "请写清楚是哪一个，例如「{1}」，也可以写编码或 ID",
                "三个部门都叫「综合部」。请写路径（研发中心/综合部）、编码或 ID，muster 不猜。";
            en: "several in Feishu are called so: {0}", "say which, as in `{1}`; a code or an ID will do, too",
                "Three departments are called 综合部. Write the path (研发中心/综合部), the code or the ID; muster does not guess.";
        PlaceAlsoWider "place-also-wider" Warning ["吉林市"]
            zh: "市和它所在的省同名，按「{0}」读取", "请核对；指的是省的，改填这个人所在的城市",
                "现居城市写着「吉林」：吉林省和吉林市都叫吉林，这一列要的是城市，就按吉林市发送。住在长春的，请改成「长春」。";
            en: "the city and the province in which it lies are called the same; it is read as {0}", "check it; if the province is meant, write the person's own city",
                "A city is wanted, and the cell says `吉林` (Jilin), which is a city and a province. It is sent as the city. For somebody who lives in Changchun, write `长春`.";
        PersonNotAsked "person-not-asked" Warning []
            zh: "还没有查过这名员工：导入时先查，再计划", "muster import 会按工号、工作邮箱、手机、姓名或雇佣 ID 自动查；muster refs pull --people 一次读取全部员工",
                "没有读取员工清单，这个工号也没有查过。muster check 不联网，只计数；muster import 先按工号去飞书查（每次一百个），查到的留在快照里，查不到的报错。";
            en: "this employee was not looked up yet: an import does so before it plans", "`muster import` looks up by number, work e-mail, mobile, name or employment ID; `muster refs pull --people` reads all employees at once",
                "The employees were not pulled, and this number was not looked up. `muster check` asks nobody and counts them; `muster import` asks Feishu first, a hundred at a time, keeps who is found in the snapshot, and refuses whom it does not find.";
        PersonUnknown "person-unknown" Error []
            zh: "按工号、邮箱、手机或姓名在飞书里没有查到这名员工", "请核对；还没有入职的、刚入职不到 5 分钟的、不在应用数据范围里的查不到",
                "工号 A99999 刚刚在飞书查过，没有人。写错了就改；待入职的人要等入职；刚入职的等 5 分钟再导入；别的部门能查到而这个查不到的，请管理员检查应用的数据范围（员工资源）。工号可能自动换过号，查不到不等于没有这个人。";
            en: "nobody in Feishu was found by this number, e-mail, mobile or name", "check it; who has not joined yet, joined within the last 5 minutes, or is outside of the app's data range is not found",
                "A99999 was looked up in Feishu just now, and is nobody. Mend a slip; who has not joined yet must join first; who joined within five minutes is found after that; else ask for the app's data range. Numbers may be given anew: not found is not absent.";
        PersonUnread "person-unread" Error []
            zh: "没能查这名员工，所以不发送", "原因在开头说过；补上权限或网络恢复后再导入，或写雇佣 ID",
                "员工查询被拒绝（例如没有 corehr:employee:read，或按手机查缺 corehr:person.phone.search:read）。muster 不把没查到的当成没有，也不把工号当成 ID 发送。";
            en: "this employee could not be looked up, and is not sent", "the reason was told at the beginning; import again when the permission is there or the network is back, or write the employment ID",
                "The look-up was refused (corehr:employee:read lacks, or corehr:person.phone.search:read for mobiles). What could not be asked is not taken for absent, and no number is sent in the place of an ID.";
        PersonLeft "person-left" Error ["A00001"]
            zh: "这名员工（工号 {0}）已经离职", "请换成在职的人；重新入职的，写新的雇佣 ID 或新工号",
                "工号 A00001 的人在飞书里已经离职，不能给他加任职信息，也不能当上级。重新入职会有新的雇佣记录。";
            en: "this employee (number {0}) has left the company", "name somebody who works there; of a re-hire give the new employment ID or number",
                "The one with number A00001 has left, gets no job data and leads nobody. Who was hired again has a new employment.";
        PersonsUnseen "persons-unseen" Error []
            zh: "应用看不到任何员工：数据范围（员工资源）是空的", "请管理员在开发者后台给应用开通员工资源的数据范围，再导入",
                "按工号查一个也查不到，不带条件地查也是空的：不是工号错了，是应用没有数据范围。开发者后台 › 权限管理 › 数据权限 › 员工资源。";
            en: "the app sees no employee at all: its data range (员工资源) is empty", "ask an administrator to give the app the data range of employees in the developer console, then import again",
                "Not one number was found, and a search without any is empty as well: the numbers are not wrong, the app has no data range. Developer console › permissions › data permissions › employees.";
        MappingHoldsId "mapping-holds-id" Warning ["，例如「研发中心/后端组」" / ", such as `研发中心/后端组`"]
            zh: "值对照里写的是 ID：它只属于这一个租户，同样的文件换到另一个租户（测试、正式）就对不上", "请改写飞书里的名称、路径或编码{0}",
                "值对照把「后端」对应到 6890452208593372679。演练在测试租户做，上线在正式租户做，两边的 ID 不同：写名称、路径或编码，同一份映射两边都能用。";
            en: "an ID stands in the mapping's values: it is of this tenant alone, and the same files will not do in another (a test tenant, the real one)", "write Feishu's name, path or code{0}",
                "The mapping says that `后端` is 6890452208593372679. A rehearsal runs in a test tenant and go-live in another, whose IDs differ: with a name, a path or a code one mapping will do for both.";
        EntryInactive "entry-inactive" Error ["旧市场部"]
            zh: "「{0}」在飞书里已停用", "请换成在用的，或在飞书里重新启用，再运行 muster refs pull",
                "「旧市场部」在飞书里已经停用，不能再放人进去。请换成在用的部门；如果停用是误操作，请先在飞书里启用，再运行 muster refs pull。";
            en: "{0} is not active in Feishu", "choose one that is active, or activate it in Feishu and run `muster refs pull`",
                "The department 旧市场部 is not active in Feishu, and nobody can be put into it. Choose one that is; if that was a mistake, activate it in Feishu and run `muster refs pull`.";
        IdUnknown "id-unknown" Error []
            zh: "飞书里没有这个 ID", "请核对；如果是别的租户的 ID，请改写名称或编码；刚在飞书里新建的，先运行 muster refs pull",
                "这个部门 ID 不在飞书的部门清单里：多半是从测试租户抄来的，或者少了一位。写名称或编码最稳妥，换一个租户也不用改。";
            en: "nothing in Feishu has this ID", "check it; if it is another tenant's, write the name or the code; run `muster refs pull` if it was made just now",
                "The department's ID is not among the tenant's: it may come from a test tenant, or lack a digit. A name or a code is safest and holds in every tenant.";
        NameOfAnother "name-of-another" Error []
            zh: "工号（或雇佣 ID）是另一个人的：飞书里这名员工不叫这个名字", "多半是行错位了：请核对这一行的工号和姓名；改过名字的，请按飞书里的写",
                "第 7 行写的是「李娜」，工号在飞书里却是另一个人的。整列错位一行，就会把每个人的部门都改成别人的，所以不导入。请核对工号。";
            en: "the employee number (or employment ID) is another person's: Feishu has another name for it", "the rows may have slipped: check number and name of this row; after a change of name write what Feishu has",
                "Row 7 names Li Na, but the number is another employee's in Feishu. A column that has slipped by one row would give everybody somebody else's department, so the row is not sent. Check the number.";
        ManagerIsSelf "manager-is-self" Warning []
            zh: "上级写的是本人，这一格不导入", "没有上级的，这一格留空即可；写错了的，请改成上级的工号",
                "创始人的上级写了「本人」。飞书里没有自己做自己上级的说法，所以不带上级导入。";
            en: "the row names its own person as manager: the cell is left out", "leave it empty where there is no manager; else write the manager's employee number",
                "The founder's row says `self` as manager. Nobody is their own manager in Feishu, so the row is imported without one.";
        ManagerNotYet "manager-not-yet" Warning ["2027-01-01"]
            zh: "上级的任职从 {0} 才开始，晚于这一行的日期", "请核对两人的日期；飞书可能拒绝，拿不准就先留空，到那天再补上级",
                "这一行从 2026-12-01 生效，上级在飞书里唯一的任职从 2027-01-01 开始。在那之前他不在任，请核对日期；确实如此的，上级先留空。";
            en: "the manager's job begins on {0}, after this row's date", "compare the two dates; Feishu may refuse it: where that is not sure, leave the manager empty until then",
                "The row is in force from 2026-12-01 on, and the only job data that the manager has in Feishu begin on 2027-01-01. Compare the dates; if they are right, leave the manager empty for now.";
        ManagersInCircle "managers-in-circle" Error ["第 3 行 → 第 7 行 → 第 3 行" / "row 3 → row 7 → row 3"]
            zh: "上级绕成了圈：{0}", "请改正其中一行的上级",
                "第 3 行的上级是第 7 行的人，第 7 行的上级又是第 3 行的人：谁也不能先导入。请改正写错的那一行。";
            en: "the managers go round in a circle: {0}", "correct the manager of one of these rows",
                "Row 3 names the person of row 7 as manager, and row 7 that of row 3: neither can be imported first. Correct the one that is wrong.";
        ManagerRowFailed "manager-row-failed" Warning ["第 7 行" / "row 7"]
            zh: "上级在 {0}，那一行有错误：上级导入之前，这一行会被阻塞", "请先改正那一行，再一起导入",
                "上级的那一行写错了部门，不能导入。这一行本身没有错，但要等上级导入后才能带着上级导入。";
            en: "the manager is in {0}, which has errors: this row is blocked until the manager is imported", "correct that row and import both",
                "The manager's own row has a wrong department and is not imported. This row is sound, but it waits for the manager.";
        ManagerNowhere "manager-nowhere" Warning []
            zh: "按上次读取的清单，上级还没有任职信息，本次的表格里也没有他的行：若以前也没有导入过他，这一行会被阻塞", "请把上级那一行也放进这次导入，或先导入上级；确实不需要上级的，请留空",
                "上级在飞书里已有雇佣记录，但还没有任职信息，这次的表格里也没有他。飞书要的是上级的任职记录，所以要先导入上级。";
            en: "the manager has no job data in the lists that were read last, and no row of this input: this row is blocked unless an earlier import made the manager", "add the manager's row to this import, or import it first; leave the cell empty where there is no manager",
                "The manager is employed, but has no job data in Feishu, and no row of this input. Feishu wants the ID of the manager's job data, so that must be made first.";
        IdNotSeen "id-not-seen" Warning ["muster refs pull"]
            zh: "上次读取的清单里没有这个 ID", "请运行 {0} 后再检查",
                "本机的清单是一段时间以前读取的，里面没有这个 ID。可能是后来新建的，也可能写错了：运行 muster refs pull 再检查一次就知道。";
            en: "the lists that were read last lack this ID", "run `{0}` and check again",
                "The lists on this machine were read some time ago and do not hold this ID. It may be newer, or wrong: run `muster refs pull` and check again.";
        IdOfOtherType "id-of-other-type" Error ["people_corehr_id", "6890452208593372679", "muster refs pull --people"]
            zh: "这里要 {0}，写的不是", "{0} 的样子如 {1}；写的是工号、编码或名称的，先运行 {2}；是另一种 ID 的，改配置文件里的 user_id_type 或 department_id_type",
                "雇佣 ID 一列写的是工号 A00001，而配置的 user_id_type 是 people_corehr_id，只由数字组成。先运行 muster refs pull --people，工号就能对应到雇佣 ID；以 ou_ 开头的是 open_id，要改 user_id_type。";
            en: "this wants {0}, and is none", "{0} looks like {1}; if this is a number, a code or a name, run `{2}` first; if it is an ID of another type, change user_id_type or department_id_type in the configuration",
                "The column of employment IDs holds the employee number A00001, and user_id_type is people_corehr_id, which has figures alone. Run `muster refs pull --people`, and numbers will do; what begins with ou_ is an open_id, for which user_id_type must be another.";
        NotAPlaceCode "not-a-place-code" Error ["CT_159", "basic_info.current_city_code"] "所在城市": "110000" => "CT_159"
            zh: "不是飞书的地点编码", "飞书的编码如 {0}；可以写地点的名称（先运行 muster refs pull 读取清单），或在映射文件里用 [record.values_from.\"{1}\"] 给出这些编码与飞书编码的对照表",
                "「110000」是北京市的行政区划代码，飞书用自己的编码（如 CT_159）。先运行 muster refs pull，就可以直接写「北京」；或者在映射文件里用 [record.values_from.\"basic_info.current_city_code\"] 给一张对照表。";
            en: "not a code of Feishu's for a place", "Feishu's look like {0}; names will do after `muster refs pull`, which reads the lists; or name a table of these codes and Feishu's in the mapping file: [record.values_from.\"{1}\"]",
                "`110000` is the administrative code of Beijing; Feishu has codes of its own, such as CT_159. Run `muster refs pull` and write 北京, or give a table under [record.values_from.\"basic_info.current_city_code\"] of a mapping file.";
        OptionMayBeName "option-may-be-name" Warning ["work_shift"]
            zh: "像是选项的名称，这里要选项的编码（api_name），照原样发送", "请核对；先运行 muster refs pull 读取飞书里的选项，就可以直接写名称；或在映射文件里用 [record.values.\"{0}\"] 把名称对应到编码",
                "排班类型写的是「Standard」。飞书要的是选项的 api_name，由贵公司自己定，没有清单就无法判断，照原样发送。先运行 muster refs pull，名称就能对应到编码。";
            en: "this looks like what the option is called, where its key is wanted; it is sent as it is", "check it; run `muster refs pull` to read the options, and names will do; or map the name to the key in the mapping file: [record.values.\"{0}\"]",
                "The work shift says `Standard`. Feishu wants the api_name of the option, which the company chose; without the lists nothing can tell, and it is sent as it is. Run `muster refs pull`, and names are read.";
        NotAnId "not-an-id" Error ["6890452208593372679"] "部门ID": "#12" => "6890452208593372679"
            zh: "不像 ID", "ID 的样子如 {0}",
                "ID 只由字母、数字和 _ - . 等符号组成。请从飞书复制完整的 ID。";
            en: "not an ID", "an ID looks like {0}",
                "An ID consists of letters, digits and signs such as _ - . only. Copy the whole ID from Feishu.";
        ChoiceUnknown "choice-unknown" Error ["5 大专、6 本科、7 硕士" / "5 Associate, 6 Bachelor, 7 Master", "education_list.degree", "（是不是「本科」？）" / " (did you mean `Bachelor`?)"] "教育经历1-学历": "本科级" => "本科"
            zh: "不在选项里，或有歧义{2}", "可填：{0}；也可以在映射文件里加一节 [record.values.\"{1}\"]，每行写「\"表里的写法\" = \"选项\"」",
                "「本科级」不是飞书的选项；最接近的「本科」只是提示，不会自动改。全列都这样写时，在映射文件里写 [record.values.\"education_list.degree\"]，下一行 \"本科级\" = \"本科\"。";
            en: "not one of the options, or one that could mean two{2}", "use one of: {0}; or add a section [record.values.\"{1}\"] to the mapping file, with lines such as \"what the sheet says\" = \"option\"",
                "The word is no option; the nearest one is named and never taken by itself. If the whole column is like this, add [record.values.\"education_list.degree\"] to a mapping file with a line such as \"本科级\" = \"本科\".";
        ChoiceLoosely "choice-loosely" Warning ["博士" / "Doctor"] "教育经历1-学历": "博士后" => "博士"
            zh: "按「{0}」处理", "请核对",
                "「博士后」不是飞书的学历选项，按最接近的「博士」处理。「研究生」这类两可的词则会报错，不会猜。";
            en: "taken for {0}", "check it",
                "`博士后` (postdoc) is no degree in Feishu and was taken for Doctor, the nearest. A word that could mean two, such as `研究生`, is an error instead.";
        OptionUnknown "option-unknown" Error []
            zh: "这里要选项的编号", "请填编号，或在映射文件里用 [record.custom] 的 options 给出选项与编号",
                "自定义单选字段写着「汉族」，而接口要选项的编号。请在映射文件里写 [record.custom.\"6934193211960330504\"]，加 type = \"choice\" 和 options = { \"汉族\" = \"1\" }。";
            en: "this wants an option's key", "write the key, or give options and keys in the mapping file under [record.custom]",
                "A custom choice holds the label `汉族`, but the API wants the option's key. Write [record.custom.\"6934193211960330504\"] in the mapping file, with type = \"choice\" and options = { \"汉族\" = \"1\" }.";
        OptionNotOffered "option-not-offered" Error ["未婚、已婚" / "未婚, 已婚"]
            zh: "飞书里的这个字段没有这个选项，可选：{0}", "请改成其中一个；刚在飞书里加的，先运行 muster refs pull",
                "自定义字段「婚姻状况」只有「未婚」「已婚」两个选项，表里写的是「单身」。请改成其中一个；如果刚在飞书里加了「单身」，先运行 muster refs pull。";
            en: "the field has no such option in Feishu; it has {0}", "choose one of them; if it was added just now, run `muster refs pull` first",
                "The custom field 婚姻状况 has the options 未婚 and 已婚, and the cell says 单身. Choose one of them; if 单身 was added in Feishu just now, run `muster refs pull` first.";
        OptionNotListed "option-not-listed" Error ["汉族 (1)、回族 (2)" / "汉族 (1), 回族 (2)"]
            zh: "映射文件的 options 里没有这个选项，有的是：{0}", "请改成其中一个；确实是这个字段的选项，就加进映射文件 [record.custom] 下这个字段的 options",
                "映射文件给自定义字段「民族」列了 options = { \"汉族\" = \"1\", \"回族\" = \"2\" }，表里写的是「Han」，哪个也不是，所以不当成编号发送。请改这一格，或在 options 里加一项。";
            en: "the options of the mapping file lack this one; they are {0}", "choose one of them; if the field has this option, add it to the options of the field under [record.custom] in the mapping file",
                "The mapping file lists options = { \"汉族\" = \"1\", \"回族\" = \"2\" } for the custom field 民族, and the cell says `Han`, which is neither a label nor a key: it is not sent as a key. Correct the cell, or add the option.";
        NotAList "not-a-list" Error [] "意向地点": "[CT_2" => "CT_2;CT_3"
            zh: "不是列表", "几个值用分号分开",
                "方括号开头的内容按 JSON 列表读，这里少了右括号。请写 CT_2;CT_3，或写完整的 [\"CT_2\",\"CT_3\"]。";
            en: "not a list", "separate the values by semicolons",
                "What begins with a bracket is read as a JSON list, and this one is not closed. Write CT_2;CT_3, or the whole [\"CT_2\",\"CT_3\"].";
        ListTooLong "list-too-long" Error ["100"]
            zh: "超过 {0} 个", "请减少",
                "「意向地点」一格里写了 101 个城市，飞书最多收 100 个。请减少。";
            en: "more than {0} values", "shorten the list",
                "The cell names 101 cities and Feishu takes 100. Shorten the list.";
        ListRepeats "list-repeats" Warning ["1"] "意向地点": "CT_2;CT_3;CT_2" => "CT_2;CT_3"
            zh: "有 {0} 个重复的值，已去掉", "",
                "CT_2 写了两次，只发送一次。";
            en: "{0} repeated values were dropped", "",
                "CT_2 stands there twice and is sent once.";
        NotAPercent "not-a-percent" Error [] "成本中心分摊1-分摊比例": "全部" => "100%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679"
            zh: "不是 0 到 100 的百分比", "请写成 60 或 60%",
                "分摊比例要写 0 到 100 的数字，可以带 %。请写 100 或 100%。";
            en: "not a percentage from 0 to 100", "write it like 60 or 60%",
                "A share is a number from 0 to 100, with or without %. Write 100 or 100%.";
        PercentNotWhole "percent-not-whole" Error [] "成本中心分摊1-分摊比例": "33.3%" => "33%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679", "成本中心分摊2-分摊比例": "67%" => "67%", "成本中心分摊2-成本中心ID": "6890452208593372680" => "6890452208593372680"
            zh: "百分比必须是整数", "飞书只接受整数百分比，请调整",
                "飞书只收整数百分比，各段合计 100%。三份平分请写 33、33、34。";
            en: "the percentage must be whole", "Feishu takes whole per cent only: adjust it",
                "Feishu takes whole per cent only, 100 in all. For three equal shares write 33, 33 and 34.";
        PercentFraction "percent-fraction" Warning ["60"] "成本中心分摊1-分摊比例": "0.6" => "60%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679", "成本中心分摊2-分摊比例": "40%" => "40%", "成本中心分摊2-成本中心ID": "6890452208593372680" => "6890452208593372680"
            zh: "小数读作 {0}%", "请核对",
                "Excel 把 60% 存成 0.6，所以读作 60%。请核对。";
            en: "the fraction is read as {0}%", "check it",
                "Excel stores 60% as 0.6, so that is how it is read. Check it.";
        NotANumber "not-a-number" Error []
            zh: "不是数字", "请只写数字",
                "自定义数字字段写着「约 10 年」。请只写 10。";
            en: "not a number", "write digits only",
                "A custom number field holds `about 10 years`. Write 10.";
        DateHere "date-in-code" Error []
            zh: "这里是日期，多半是 Excel 把 3-4、1/2 之类改成了日期", "请把这一列设成「文本」格式，重新填写或从源系统重新导出",
                "部门编码 3-4 被 Excel 改成了日期「3月4日」。请把列设成「文本」，重新填写 3-4。";
            en: "it holds a date: most likely Excel made one of something like 3-4 or 1/2", "format the column as text, and write the value again or export it again from its source",
                "Excel turned the code 3-4 into a date, 4 March. Format the column as text and write 3-4 again.";
        DateInText "date-in-text" Warning []
            zh: "这一格是日期，按日期的文字发送；原来可能是 3-4、1/2 之类，被 Excel 改成了日期", "请核对；不是日期就把这一列设成「文本」格式，重新填写",
                "文字列里的这一格在 Excel 里是日期，按 2024-03-04 的文字发送；原来若是 3-4，请把列设成「文本」再填一遍。";
            en: "the cell is a date and is sent as such; Excel may have made it of something like 3-4 or 1/2", "check it; if it is no date, format the column as text and write it again",
                "The cell of a text column is a date in Excel and is sent as 2024-03-04. If it was 3-4, format the column as text and write it again.";
        LeadingZeros "leading-zeros-lost" Warning ["6", "C2", "12"]
            zh: "这一列的编码是 {0} 位、有以 0 开头的（如 {1}），却有 {2} 个不足 {0} 位，从这一格起：多半在 Excel 里丢了开头的 0", "不会自动补 0：请把这一列设成「文本」格式，从源系统重新导出",
                "这一列的编码有 001024 这样的 6 位，也有 12 个只有 4、5 位，多半被 Excel 去掉了开头的 0。muster 不会自动补 0；请设成「文本」后重新导出。";
            en: "the codes of this column have {0} digits, some with zeros in front (as in {1}), but {2} have fewer, from this cell on: Excel has most likely dropped their zeros", "none is put back by itself: format the column as text and export it again from its source",
                "Some codes of the column have 6 digits, such as 001024, and 12 have 4 or 5: Excel has most likely dropped their zeros. None is put back; format the column as text and export it again.";
        DatesUnset "dates-unset" Warning ["1970-01-01", "12"]
            zh: "这一列从这一格起有 {1} 处是 {0}：多半是没有填日期，程序写出了它计时的起点", "请与源系统核对；没有填的请清空，否则会照这一天导入",
                "这一列有 12 个人都是 1970-01-01：程序从这一天开始计时，没有填的日期就写成了这一天。请与源系统核对，没有填的清空。";
            en: "from this cell on, {0} stands in the column, {1} in all: most likely no date was entered, and a program wrote the day from which it counts", "compare it with its source; empty the cells in which nothing was entered, or they are imported as that day",
                "Twelve people of the column have 1970-01-01: programs count from that day, and write it where no date was entered. Compare it with its source, and empty those cells.";
        ColumnUnfit "column-unfit" Error ["120", "120", "basic_info.gender", "2", "M", "不在选项里，或有歧义" / "not one of the options, or one that could mean two", "；在 [record.on_bad] 里写 \"basic_info.gender\" = \"omit\"，不符合的留空" / "; leave out what does not fit, with \"basic_info.gender\" = \"omit\" under [record.on_bad]"]
            zh: "这一列 {0} 个值里有 {1} 个不符合 {2}，例如第 {3} 行的「{4}」：{5}", "在映射文件里任选其一：用 [record.values.\"{2}\"] 或 [record.values_from.\"{2}\"] 对应这些值；把这一列改接到自定义字段；写进 ignore，不导入{6}",
                "「性别」一列 120 个值全是源系统自己的写法，一个也对不上。与其逐行改，不如在映射文件里写 [record.values.\"basic_info.gender\"]，一次对应好。";
            en: "of the {0} values of this column {1} do not fit {2}, as `{4}` in row {3}: {5}", "one of these, in the mapping file: map the values with [record.values.\"{2}\"] or [record.values_from.\"{2}\"]; send the column to a custom field; list it under ignore{6}",
                "All 120 values of the gender column are words of another system and none fits. Rather than change every row, map them once under [record.values.\"basic_info.gender\"].";
        ColumnUnfitRow "column-unfit-row" Error ["F", "这里要 ID，不是名称" / "this wants an ID, not a name", "请填 ID" / "write the ID"]
            zh: "{1}（{0} 列的值都这样）", "{2}",
                "F 列整列都不符合，这一行也在其中。不必逐行改：处理 F 列的那一个问题（column-unfit）就够了。";
            en: "{1} (so with all values of column {0})", "{2}",
                "No value of column F fits, this one neither. Rather than change every row, solve the one problem of column F (column-unfit).";
        ShownOtherwise "shown-otherwise" Warning ["E50617283", "50617283"]
            zh: "这一格显示的是 {0}，存的却是 {1}，按显示的内容读取", "请核对；如果应该用存的内容，请把单元格格式改为「常规」",
                "证件号一列的数字格式是 \"E\"00000000：存的是 50617283，看到的是 E50617283。看到的才是护照号，按它发送；请核对。";
            en: "the cell shows {0} and holds {1}; what is shown is read", "check it; if what it holds is right, give the cell the format General",
                "The number format of the column is \"E\"00000000: the cell holds 50617283 and shows E50617283. What is seen is the passport's number and is sent. Check it.";
        ShownNothing "shown-nothing" Warning []
            zh: "单元格格式让这一格什么也不显示，里面却有内容：0 按空处理，其他内容照读", "请核对；把单元格格式改为「常规」就能看到",
                "格式 ;;; 把内容藏了起来，看上去是空的，其实存着一个编号，照样发送。格式 0;-0; 只藏 0，这时按空处理。请把格式改为「常规」核对。";
            en: "its format lets the cell show nothing, but it holds something: a zero is taken as blank, anything else is read", "check it; with the format General it is seen",
                "The format ;;; hides what the cell holds: it looks blank and holds a code, which is sent. The format 0;-0; hides zeros alone, and they are taken as blank. Give the cell the format General to see.";
        FormatLeavesOpen "format-leaves-open" Warning ["75"]
            zh: "单元格格式给别的数字规定了文字，没有规定 {0} 怎么显示（Excel 里可能是一串 #），按存的内容读取", "请核对；应该是文字的，请直接写文字",
                "格式 [>=90]\"优\";[<60]\"差\" 没有说 75 显示成什么。自我评价里照存的 75 发送；应该是「良」，就写「良」。";
            en: "the cell's format has words for other numbers and none for {0} (Excel may show `#`); what it holds is read", "check it; write the word itself if one is meant",
                "The format [>=90]\"good\";[<60]\"poor\" does not say what 75 is. A text sends the 75 that the cell holds. If it should be `fair`, write that.";
        FormatLacksCode "format-lacks-code" Error ["3"]
            zh: "单元格格式自己规定了编码的含义，却没有说 {0} 是什么，不能当作飞书的编码", "请直接写文字，例如「男」",
                "性别一列的格式是 [=1]\"女\";[=2]\"男\"：1 是女、2 是男，3 是什么没有说，而飞书里 1 是男、2 是女。请直接写文字。";
            en: "the cell's format says what codes mean, and not what {0} means: it cannot be taken for one of Feishu's", "write the word itself, such as `male`",
                "The format of the column is [=1]\"female\";[=2]\"male\". It does not say what 3 is, and in Feishu 1 is male and 2 female. Write the word itself.";
        StoredTaken "stored-taken" Warning ["12.3万" / "12.3K", "123000"]
            zh: "这一格显示的是 {0}，存的是 {1}；这里要数字，按存的读取", "请核对单位",
                "数字格式把 123000 显示成 12.3万。数字字段要的是数字，所以发送 123000；如果单位应该是万，请改。";
            en: "the cell shows {0} and holds {1}; a number is wanted here, so what it holds is read", "check the unit",
                "The number format shows 12300 as 12.3K. The field wants a number, so 12300 is sent. If it should be in thousands, change it.";
        StruckPart "struck-part" Warning ["李四", "张三李四"]
            zh: "这一格有一部分划了删除线，读取的是没有划掉的 {0}，全部文字是 {1}", "请核对，并删去划掉的文字",
                "手机号改了，旧号划上删除线留在同一格里：13800138000 13800138001。发送的是没有划掉的 13800138001。";
            en: "a part of the cell is struck out; what is left, {0}, is read of {1}", "check it, and delete what is struck out",
                "A mobile number changed, and the old one was struck out in the same cell: 13800138000 13800138001. The one that is left, 13800138001, is sent.";
        StruckPerson "struck-person" Error []
            zh: "这一行的人划了删除线", "已经离职或作废的，请删去这一行；还要导入的，去掉这一格的删除线",
                "花名册里「张三」划着删除线，多半是已经离职：要不要导入，请先定下来，再删去这一行或去掉删除线。";
            en: "the person of this row is struck out", "delete the row if the person has left or is not meant any more; else remove the line through the cell",
                "A name in the list is struck out: most likely the person has left. Decide, and delete the row or remove the line.";
        StruckOut "struck-out" Warning []
            zh: "这一格的文字全部划了删除线，照原样读取", "如果已经作废，请清空这一格，或删去这一行；否则去掉删除线",
                "「北京大学」划着删除线：是作废了，还是忘了去掉，文件里看不出来，照样发送。";
            en: "all of the cell is struck out; it is read as it stands", "if it does not hold any more, empty the cell or delete the row; else remove the line through it",
                "A school is struck out. Whether it is wrong or the line was forgotten, the file does not tell; it is sent as it stands.";
        LinkTaken "link-taken" Warning ["点此查看" / "see here"]
            zh: "这一格显示的「{0}」是链接，读取的是它的地址", "请核对",
                "「项目链接」一列写着「点此查看」，点开是 https://example.com/p/1。发送的是这个地址。";
            en: "`{0}` is a link, and its address is read", "check it",
                "The column of links says `see here`, which leads to https://example.com/p/1. That address is sent.";
        LinkUnread "link-unread" Warning []
            zh: "这一格是链接，但文件里没有写明网址，读取的是显示的文字", "请把网址直接写进这一格",
                "公式 =HYPERLINK(B2,\"查看\") 的网址要算出来才知道，文件里只有「查看」。请直接写网址。";
            en: "the cell is a link, but the file does not say to which page; the text that is shown is read", "write the address itself",
                "The formula =HYPERLINK(B2,\"see\") has an address that must be computed; the file holds `see` alone. Write the address itself.";
        LinkAlone "link-alone" Warning []
            zh: "这一格没有文字，只有一个链接，读取的是它的地址", "请核对",
                "「项目链接」一列看上去是空的，点开却是 https://example.com/p/1。发送的是这个地址。";
            en: "the cell shows nothing and is a link; its address is read", "check it",
                "The cell of the column of links looks blank and leads to https://example.com/p/1. That address is sent.";
        LinkLeft "link-left" Warning []
            zh: "这一格没有文字，只有一个链接；这里不要网址，按空处理", "要填内容就直接写文字；链接是多余的就删掉",
                "「学校」一列的一格删去了文字，却留着链接。学校按空处理；请写上学校名，或删掉链接。";
            en: "the cell shows nothing and is a link; no address is wanted here, so it is taken as blank", "write the text that is meant, or remove the link",
                "The text of a school was deleted and its link was left. The school is taken as blank. Write its name, or remove the link.";
        LinkNone "link-none" Warning []
            zh: "这一格要写网址，写的却不是网址，照原样发送", "请写上完整的网址；微信号、QQ 号这类请写到别的列；没有就留空",
                "「项目链接」一列写着「点击查看」：另存为 CSV 时链接丢了，只剩文字。请写上网址。";
            en: "the address of a page is wanted here, and the text is none; it is sent as it is", "write the whole address; a name at WeChat or QQ belongs into another column; else leave the cell blank",
                "The column of links says `click here`: the link was lost when the sheet was saved as CSV, and the text alone is left. Write the address.";
        LinkDiffers "link-differs" Warning ["zhang@example.com", "li@example.com"]
            zh: "这一格显示的是 {0}，背后的链接却是 {1}，按显示的内容读取", "请核对哪一个是对的；改了文字而链接没有改，是常见的原因",
                "邮箱改成了 zhang@example.com，背后的 mailto: 链接还是 li@example.com。按看到的发送；请核对。";
            en: "the cell shows {0}, and the link behind it leads to {1}; what is shown is read", "check which is right; often the text was changed and the link was not",
                "The address was changed to zhang@example.com, and the link behind it still leads to li@example.com. What is seen is sent. Check it.";
        RepairedFullWidth "repaired-full-width" Warning ["１"] "手机号": "１３８００１３８０００" => "13800138000"
            zh: "有全角字符「{0}」，已按半角读", "",
                "全角数字已按半角读，不用改。";
            en: "it holds full-width characters ({0}), read as half-width", "",
                "Full-width digits are read as plain ones. Nothing needs to be done.";
        RepairedEntity "repaired-html-entity" Warning ["&amp;"] "教育经历1-学校": "北京大学&amp;清华大学" => "北京大学&清华大学"
            zh: "有网页写法 {0}，已换回它代表的字符", "",
                "从网页导出的表把 & 写成了 &amp;，已经换回，不用改。";
            en: "it holds {0}, as web pages write a character; the character was put back", "",
                "An export of a web page wrote &amp; for &, which was put back. Nothing needs to be done.";
        HtmlEntity "html-entity" Warning ["&amp;"] "教育经历1-学校": "https://example.com/?a=1&amp;b=2" => "https://example.com/?a=1&b=2"
            zh: "链接里有网页写法 {0}，按原样发送", "请打开链接核对；如果打不开，把 &amp; 之类改回 &",
                "链接里的 & 有自己的含义，所以不自动改。打开看看，不对就把 &amp; 改回 &。";
            en: "the link holds {0}, as web pages write a character; it is sent as it is", "try the link; if it does not open, write & for &amp; and so on",
                "Within a link & has a meaning of its own, so nothing is changed. Try the link; if it fails, write & for &amp;.";
        RepairedNothing "repaired-nothing" Warning ["「N/A」" / "`N/A`", "1"] "教育经历1-学校": "N/A" => "", "教育经历1-学历": "本科" => "本科"
            zh: "{0}表示没有，按空白读（共 {1} 格）", "",
                "旧系统在没有内容的地方写 N/A，按空白处理，不用改。每列只提示一次，并报格数。";
            en: "cells that say that there is nothing are read as blank: {0} (cells: {1})", "",
                "The old system wrote N/A where nothing was known. Such a cell counts as blank; nothing needs to be done. A column is told once, with how many there are.";
        RepairedStandIn "repaired-radical" Warning ["⼤", "U+2F24", "大"] "教育经历1-学校": "上海⼤学" => "上海大学"
            zh: "「{0}」（{1}）是部首或兼容字符，已读成「{2}」", "",
                "从 PDF 复制的「上海⼤学」里，⼤ 是部首 U+2F24，不是汉字「大」，已经换过来，不用改。";
            en: "{0} ({1}) is a radical or a compatibility character, read as {2}", "",
                "In a school copied out of a PDF the radical U+2F24 stands for the character that looks the same. It was replaced; nothing needs to be done.";
        RepairedPadding "repaired-padding" Warning [] "姓名": "杨　三" => "杨三"
            zh: "已去掉姓名里为了对齐加的空格", "",
                "名单里为了对齐写成「杨　三」，已读成「杨三」，不用改。";
            en: "the blanks were dropped with which the name was padded", "",
                "A list pads names of two characters so that they line up. The blank was dropped; nothing needs to be done.";
        RepairedBeside "repaired-beside-number" Warning [] "手机号": "13800138000(微信同号)" => "13800138000"
            zh: "已去掉号码旁边的说明", "",
                "号码后面的「微信同号」不是号码的一部分，已经去掉，不用改。";
            en: "the words beside the number were dropped", "",
                "The remark behind the number (same on WeChat) is no part of it and was dropped. Nothing needs to be done.";
        RepairedQuote "repaired-quote" Warning [] "手机号": "'13800138000" => "13800138000"
            zh: "已去掉防止 Excel 改动的引号或等号（'123、=\"123\"、=123）", "",
                "为了不让 Excel 改动而加的引号已经去掉，不用改。";
            en: "the quotes or the equals sign that kept Excel from changing it ('123, =\"123\", =123) were dropped", "",
                "The quote that kept Excel from changing the number was dropped. Nothing needs to be done.";
        RepairedPoint "repaired-point-zero" Warning [] "手机号": "13800138000.0" => "13800138000"
            zh: "已去掉末尾的 .0", "",
                "程序把号码当成小数写出的 .0 已经去掉，不用改。";
            en: "the .0 at its end was dropped", "",
                "The .0 that a program wrote behind the number was dropped. Nothing needs to be done.";
        PointDoubtful "point-zero-doubtful" Warning ["101"] "教育经历1-学校": "101.0" => "101"
            zh: "末尾的 .0 可能是程序加的，照原样发送", "请核对；本来是 {0} 的，请改成 {0}",
                "学校「101」经程序导出成了 101.0，照原样发送。请核对，改回 101。";
            en: "the .0 at its end may have been put there by a program; it is sent as it is", "check it; if it was {0}, write {0}",
                "A school is called 101, and a program has exported it as 101.0; it is sent as it is. Write 101 again.";
        RepairedDialCode "repaired-dial-code" Warning ["852"]
            zh: "已去掉号码前的国际区号 {0}", "",
                "国家是 CN_852，号码前又写了区号 852，已经去掉，只发送后面的号码，不用改。";
            en: "the dialling code {0} before the number was dropped", "",
                "The country is CN_852, and the number begins with 852 once more. The dialling code was dropped; nothing needs to be done.";
        RepairedCountry "repaired-country" Warning ["中国香港" / "Hong Kong, China", "852"]
            zh: "号码按 {0}（+{1}）读取", "",
                "「852-9123 4567」「香港 91234567」没有写 +，按参考数据认出国家/地区，国家代码已填好，号码只留本地部分。不用改。";
            en: "the number is read as one of {0} (+{1})", "",
                "`852-9123 4567` and `Hong Kong 91234567` have no `+`; the reference data tell the country, whose code was filled in, and the number keeps its national part. Nothing to do.";
        RepairedBesideAddress "repaired-beside-address" Warning [] "邮箱": "张三 <zhangsan@example.com>" => "zhangsan@example.com"
            zh: "已去掉邮箱旁边的名字或说明", "",
                "从通讯录复制的「张三 <zhangsan@example.com>」只取邮箱，不用改。";
            en: "the name or the words beside the address were dropped", "",
                "Of `张三 <zhangsan@example.com>`, as address books write it, the address alone is taken. Nothing to do.";
        RepairedNumber "repaired-number" Warning [] "手机号": "1.3800138E10" => "13800138000"
            zh: "程序写成小数或金额的整数，已还原", "",
                "Java 程序把 13800138000 写成 1.3800138E10，或写成金额 13,800,138,000：各位数字都在，已还原，不用改。";
            en: "a whole number that a program wrote as a decimal or an amount was put right", "",
                "Java programs write 13800138000 as 1.3800138E10, others as the amount 13,800,138,000: every digit is there. Nothing to do.";
        RepairedEscapes "repaired-escapes" Warning [] "自我评价": "\\u5317\\u4eac" => "北京"
            zh: "程序转义过的文字已还原", "",
                "\\u5317\\u4eac 和 %E5%8C%97%E4%BA%AC 都是「北京」：各字都在，已还原，不用改。";
            en: "text that a program wrote in escapes was put right", "",
                "`\\u5317\\u4eac` and `%E5%8C%97%E4%BA%AC` are both 北京: every character is there. Nothing to do.";
        RepairedComposed "repaired-composed" Warning []
            zh: "拆开写的字母（如 e 加重音符）已合成一个", "",
                "从 Mac 或 PDF 来的 é 常写成 e 加一个重音符，看着一样，却搜不到。已合成一个字母，不用改。";
            en: "letters written in parts (such as e and an accent) were put together", "",
                "A Mac or a PDF may write é as e and an accent: it looks the same, and is not found by it. The letters were put together. Nothing needs to be done.";
        RepairedEnds "repaired-ends" Warning [";"] "教育经历1-学校": "清华大学;" => "清华大学"
            zh: "首尾的「{0}」已去掉", "",
                "学校写成了「清华大学;」，分号是导出时留下的，已经去掉，不用改。";
            en: "{0} at its end was dropped", "",
                "The school says `清华大学;`, in which the semicolon is left from an export. It was dropped. Nothing needs to be done.";
        RepairedMailto "repaired-mailto" Warning [] "邮箱": "mailto:zhangsan@example.com" => "zhangsan@example.com"
            zh: "已去掉邮箱前的 mailto:", "",
                "从超链接带来的 mailto: 已经去掉，不用改。";
            en: "the mailto: before the address was dropped", "",
                "The mailto: of a hyperlink was dropped. Nothing needs to be done.";
        RepairedUpperCase "repaired-upper-case" Warning [] "证件号": "e12345678" => "E12345678", "证件类型": "护照" => "护照"
            zh: "证件号里的小写字母已改成大写", "",
                "护照号里的小写字母按大写发送，不用改。";
            en: "the lower-case letters of the document number were made upper-case", "",
                "The lower-case letters of the passport number are sent in capitals. Nothing needs to be done.";
    }
    "单元格：日期和时间段" / "Cells: dates and periods" {
        NotADate "not-a-date" Error [] "出生日期": "三月初七" => "1990-03-07"
            zh: "不是日期", "请写成 2024-05-01",
                "认得的写法有 1990-03-07、1990/3/7、1990年3月7日、19900307 等。";
            en: "not a date", "write it like 2024-05-01",
                "Known forms are 1990-03-07, 1990/3/7, 7 March 1990, 1990年3月7日, 19900307 and others.";
        DateAmbiguous "date-ambiguous" Error ["2024-06-05", "2024-05-06"] "生效时间": "05/06/2024" => "2024-06-05"
            zh: "日期有两种读法：{0} 或 {1}", "请写成 2024-05-01 的样子，或用 --dates dmy（日在前）或 --dates mdy（月在前），即映射文件 [[record]] 里的一行 dates = \"dmy\"",
                "05/06/2024 可以是 6 月 5 日，也可以是 5 月 6 日，muster 不猜。整列都是日在前就加 --dates dmy，或在映射文件的 [[record]] 里写 dates = \"dmy\"。";
            en: "the date has two readings: {0} or {1}", "write it like 2024-05-01, or say --dates dmy (day first) or --dates mdy (month first), which is the line dates = \"dmy\" in [[record]] of the mapping file",
                "05/06/2024 may be 5 June or 6 May, and muster does not guess. If the whole column is day first add `--dates dmy`, or dates = \"dmy\" under [[record]] of a mapping file.";
        DateOrderProven "date-order-proven" Warning ["日在前" / "day first", "因为 C217 是 26/06/2026" / "because C217 is 26/06/2026", "40"]
            zh: "这一列有 {2} 个日期单看有两种读法，都按{0}读：{1}", "请核对；不对就在映射文件的 [record.dates] 下写明这一列",
                "C217 是 26/06/2026，只能是日在前，于是同一列里 05/06/2026 这样的 40 个日期也按日在前读，--dates 也改不了。不对就在映射文件的 [record.dates] 下写明这一列。";
            en: "{2} dates of this column have two readings by themselves and are read {0}, {1}", "check it; if it is wrong, say this column's order under [record.dates] of the mapping file",
                "C217 is 26/06/2026, which can only be day first, so 40 dates of its column such as 05/06/2026 are read so too, whatever --dates says. If that is wrong, say the column's order under [record.dates] of the mapping file.";
        DateOrderContradicted "date-order-contradicted" Error ["C5 (26/06/2026)", "C9 (06/26/2026)"]
            zh: "这一列的日期写法不一：{0} 是日在前，{1} 是月在前，所以有两种读法的日期不能确定", "请统一写成 2024-05-01；或拆成两份文件，分别用 --dates dmy 和 --dates mdy",
                "同一列里 C5 是日在前，C9 是月在前，05/06/2026 就说不清了。请统一写成 2026-06-05，或拆成两份文件。";
            en: "the dates of this column are written in two orders: {0} has the day first, {1} the month; those with two readings cannot be told", "write all of them like 2024-05-01, or split the file and use --dates dmy for one and --dates mdy for the other",
                "In one column C5 has the day first and C9 the month, so 05/06/2026 cannot be told. Write all like 2026-06-05, or split the file.";
        DateImpossible "date-impossible" Error [] "出生日期": "1990-02-30" => "1990-02-28"
            zh: "没有这一天", "请核对年、月、日",
                "2 月没有 30 日。请核对原件。";
            en: "there is no such day", "check year, month and day",
                "February has no 30th. Look it up.";
        DateTwoDigitYear "date-two-digit-year" Error [] "出生日期": "03/07/90" => "1990-03-07"
            zh: "年份只有两位，或没有年份", "请写四位年份，或用 --dates ymd（或 dmy、mdy），即映射文件 [[record]] 里的一行 dates = \"ymd\"",
                "03/07/90 可以是 3 月 7 日，也可以是 7 月 3 日，年份也只有两位。请写四位年份；整列如此时加 --dates mdy 或 dmy。";
            en: "the year has two digits, or there is none", "write four digits, or say --dates ymd (or dmy, mdy), which is the line dates = \"ymd\" in [[record]] of the mapping file",
                "03/07/90 may be 7 March or 3 July, and its year has two digits. Write four digits; for a whole column add `--dates mdy` or `dmy`.";
        DateCentury "date-century" Warning ["1990-**-**"] "出生日期": "90-03-07" => "1990-03-07"
            zh: "两位年份，读作 {0}", "请核对世纪",
                "两位年份按 Excel 的规则补上世纪：00–29 为 20xx，30–99 为 19xx（生日在提示里不全显示）。请核对世纪。";
            en: "a year of two digits, read as {0}", "check the century",
                "A year of two digits is given its century as Excel does: 00–29 are 20xx, 30–99 are 19xx (a birthday is not shown in full). Check it.";
        DateCalendar "date-calendar" Warning ["1990-**-**"] "出生日期": "民国79年3月7日" => "1990-03-07"
            zh: "民国或日本年号的日期，读作 {0}", "请核对年份",
                "民国79年是 1990 年，平成2年也是：按年号换算成公历（生日在提示里不全显示）。请核对年份。";
            en: "a date by an era of Taiwan or Japan, read as {0}", "check the year",
                "民国79年 is 1990, and so is 平成2年: years of an era are made ours (a birthday is not shown in full). Check the year.";
        DateImplausible "date-implausible" Error ["1900", "2100"] "出生日期": "1090-03-07" => "1990-03-07"
            zh: "年份不在 {0} 到 {1} 之间", "请核对年份",
                "1090 年多半是 1990 年的笔误。";
            en: "the year is not between {0} and {1}", "check the year",
                "The year 1090 is most likely a slip for 1990.";
        BirthdayAhead "birthday-ahead" Error [] "出生日期": "2090-03-07" => "1990-03-07"
            zh: "出生日期在今天之后", "请核对年份",
                "2090 年还没有到，多半是 1990 年的笔误。";
            en: "the birthday is after today", "check the year",
                "The year 2090 is yet to come; most likely 1990 is meant.";
        BirthdayOdd "birthday-odd" Warning ["14", "100"] "出生日期": "1909-03-07" => "1990-03-07"
            zh: "按这个出生日期，年龄不在 {0} 到 {1} 岁之间", "请核对年份",
                "1909 年出生的人已经一百多岁，多半是 1990 年的笔误。照原样发送。";
            en: "by this birthday the age is not between {0} and {1}", "check the year",
                "Somebody born in 1909 would be more than a hundred years old; most likely 1990 is meant. It is sent as it is.";
        DateFar "date-far" Warning ["晚 8 年以上" / "more than 8 years after"] "教育经历1-毕业时间": "2092-06" => "2012-06", "教育经历1-学校": "清华大学" => "清华大学"
            zh: "这个日期比今天{0}", "请核对年份",
                "毕业时间写成了 2092 年，多半是 2012 年的笔误。照原样发送。";
            en: "the date is {0} today", "check the year",
                "The graduation is in 2092; most likely 2012 is meant. It is sent as it is.";
        DateTimeDropped "date-time-dropped" Warning [] "生效时间": "2024-05-01 09:30" => "2024-05-01"
            zh: "只取日期，时刻没有采用", "请核对日期对不对；对的话不用改",
                "这个字段只有日期，09:30 没有发送。日期是对的就不用改；导出的时间若是另一个时区的，日期可能差一天，请改成只写日期。";
            en: "only the date is taken, not the time of day", "check the date; if it is right, there is nothing to do",
                "The field holds a date only, so 09:30 is not sent. If the date is right, there is nothing to do; a time of another zone may be of the day before or after: write the date alone.";
        DateTwentyFour "date-24-hours" Warning [] "生效时间": "2024-05-01 24:00" => "2024-05-01"
            zh: "24:00 按写着的那一天读，时刻没有采用", "若指的是次日零点，请改成次日的日期",
                "导出程序的小时从 1 数到 24 时，零点就写成当天的 24:00；人写 24:00 指一天结束。两种写法指的都是写着的这一天。";
            en: "24:00 is read as the day that is written, without the time", "if midnight of the next day is meant, write that day's date",
                "A program that counts hours from 1 to 24 writes the midnight with which a day begins as 24:00 of that day, and people write so where a day ends. Either way it is the day that is written.";
        DateClock "date-clock" Error []
            zh: "时刻紧挨零点，或正好是本地零点的 UTC 时间，只看这一格说不清是哪一天", "请改成只有日期",
                "1990-03-06 23:59:17 多半是 3 月 7 日的零点少了 43 秒，但只有整列才能证明。请写成 1990-03-07。";
            en: "the time of day is just before midnight, or midnight here as a time of UTC: the cell by itself does not tell which day it is", "write the date alone",
                "1990-03-06 23:59:17 is most likely midnight of 7 March without 43 seconds, but only the whole column can prove it. Write 1990-03-07.";
        DateMidnight "date-midnight" Warning ["23:59:17", "1990-03-07"]
            zh: "时刻 {0} 其实是零点，这一天读作 {1}", "请核对",
                "整列日期都是前一天的 23:59:17：导出程序把零点少算了 43 秒。3 月 6 日 23:59:17 读作 3 月 7 日；请核对。";
            en: "the time {0} is midnight, and the day is read as {1}", "check it",
                "Every date of the column is 23:59:17 on the day before: the export has lost 43 seconds of midnight. 6 March 23:59:17 is read as 7 March. Check it.";
        DateUtcPerhaps "date-utc-perhaps" Warning ["16:00:00", "1990-03-07"]
            zh: "时刻 {0} 正好是本地零点的 UTC 时间，真正的日期可能是后一天（{1}）；同一列里也有不带时刻的日期，证明不了，按写着的日期读", "请与来源核对，改成只有日期",
                "1990-03-06 16:00:00 很可能是 3 月 7 日零点的 UTC 时间，而同一列的其他日期不带时刻。按 3 月 6 日发送；请与来源核对，写成只有日期。";
            en: "the time {0} is exactly midnight here as a time of UTC, so the day may be the next one ({1}); other dates of the column have no time, so it cannot be proven, and the day is read as it is written", "compare it with its source, and write the date alone",
                "1990-03-06 16:00:00 may well be midnight of 7 March told in UTC, and other dates of the column have no time of day. 6 March is sent. Compare it with its source, and write the date alone.";
        DateClockProven "date-clock-proven" Warning ["120", "23:59:17", "差几十秒到零点" / "some seconds before midnight"]
            zh: "这一列有 {0} 个日期的时刻是 {1} 之类，{2}：都按那个零点所在的日子读", "请抽查几个；不对就在来源系统里只导出日期",
                "这一列 120 个日期都是前一天的 23:59:17，没有别的时刻。浏览器里导出的表常这样，比实际早了一天，所以都读作下一天。";
            en: "the times of day in this column ({0}, such as {1}) are {2}: each is read as the day of that midnight", "look at some of them; if it is wrong, export the dates without times",
                "All 120 dates of the column are 23:59:17 on the day before, and no other time is there. Exports made in a browser are often so, and a day too early: they are read as the next day.";
        DateSwapped "date-swapped" Error ["1990-04-03", "1990-03-04", "\"出生日期\" = \"dmy\"", "\"出生日期\" = \"ymd\""]
            zh: "Excel 多半把这个日期的日和月弄反了：是 {0} 还是 {1}，要由您说明", "在映射文件的 [record.dates] 里写一行：{2}（弄反了，换回来）或 {3}（没有弄反，照原样）",
                "同一列里 25/12/1988 还是文字，而真正的日期没有一个的日大于 12：美式 Excel 把 03/04/1990 读成了 3 月 4 日。写 [record.dates] 里的一行 \"出生日期\" = \"dmy\" 就换回来。";
            en: "Excel has most likely swapped day and month of this date: {0} or {1}", "say it with a line under [record.dates] of the mapping file: {2} (swapped, turn it back) or {3} (right as it stands)",
                "In the same column 25/12/1988 is still text, and no real date has a day above 12: an American Excel has read 03/04/1990 as 4 March. The line \"出生日期\" = \"dmy\" under [record.dates] turns it back.";
        DatesSwapped "dates-swapped" Warning ["3", "C3", "3", "C2", "\"出生日期\" = \"dmy\"", "\"出生日期\" = \"ymd\""]
            zh: "这一列有 {0} 个日期还是文字（如 {1}），其中一个数大于 12；{2} 个真正的日期（如 {3}）日都不大于 12：Excel 多半把后者的日和月弄反了", "在映射文件的 [record.dates] 里写一行：{4}（弄反了，换回来）或 {5}（没有弄反，照原样）",
                "按日/月/年写的名单在美式 Excel 里打开过：03/04/1990 变成了 3 月 4 日，25/12/1988 没有第 25 个月，仍是文字。哪些变了，只有整列看得出。";
            en: "the column holds days that are still text ({0}, as in {1}), one number of each above 12, and real dates ({2}, as in {3}), none of a day above 12: Excel has most likely swapped the days and months of these", "say it with a line under [record.dates] of the mapping file: {4} (swapped, turn them back) or {5} (right as they stand)",
                "A list written day first was opened in an American Excel: 03/04/1990 became 4 March, and 25/12/1988, which has no 25th month, stayed text. Only the whole column shows which were changed.";
        DateSwappedBack "date-swapped-back" Warning ["1990-04-03"]
            zh: "Excel 弄反的日和月已按映射文件换回，读作 {0}", "",
                "映射文件说这一列是日在前，Excel 把它读成了月在前；已换回，不用改。";
            en: "day and month, which Excel had swapped, were turned back as the mapping file says: {0}", "",
                "The mapping file says that the column was written day first, and Excel had read it month first. It was turned back; nothing needs to be done.";
        DateSerial "date-serial" Warning ["2024-05-01", ""] "生效时间": "45413" => "2024-05-01"
            zh: "像 Excel 的日期序号，读作 {0}{1}", "请核对，或把这一列设成日期格式",
                "45413 是 Excel 内部的日期序号：日期列没有设成日期格式，或另存 CSV 时丢了格式。";
            en: "looks like a day count of Excel, read as {0}{1}", "check it, or format the column as dates",
                "45413 is how Excel counts days: the column is not formatted as dates, or lost its format in a CSV file.";
        DateWithoutDay "date-without-day" Warning ["1990-**-**"] "出生日期": "1990-03" => "1990-03-07"
            zh: "没有写到日，取第一天：{0}", "请核对",
                "只写到月，生日却要具体到日，于是取 3 月 1 日（生日在提示里不全显示）。请写全。";
            en: "the day is missing, the first one is taken: {0}", "check it",
                "Only the month is given, but a birthday has a day, so 1 March is taken (a birthday is not shown in full). Write the whole date.";
        DateTenth "date-tenth" Warning [] "教育经历1-入学时间": "2018.1" => "2018-10"
            zh: "读作 1 月；如果原来是 .10（10 月），Excel 会把它变成 .1", "10 月请写成 2018-10",
                "2018.1 读作 1 月；但 Excel 会把 2018.10 变成 2018.1。10 月请写 2018-10。";
            en: "read as January; if it was .10 (October), Excel made it .1", "write October as 2018-10",
                "2018.1 is read as January, but Excel turns 2018.10 into 2018.1. Write October as 2018-10.";
        DateTenthLost "date-tenth-lost" Error []
            zh: "数字 .1 可能是 1 月，也可能是 10 月（Excel 去掉了末尾的 0）", "请写成 2018-01 或 2018-10",
                "Excel 里是数字 2018.1，可能是 2018.1，也可能是 2018.10 去掉了末尾的 0。请写 2018-01 或 2018-10。";
            en: "the number .1 may be January, or October without its last zero", "write it like 2018-01 or 2018-10",
                "The cell is the number 2018.1 in Excel: 2018.1, or 2018.10 without its last zero. Write 2018-01 or 2018-10.";
        NotAPeriod "not-a-period" Error []
            zh: "不是起止时间", "请写成 2018.09-2022.06",
                "映射文件用 range 把「起止时间」拆成开始和结束，这一格却写着「四年」。请写 2018.09-2022.06。";
            en: "not a period", "write it like 2018.09-2022.06",
                "The mapping file parts the column into start and end, but the cell says `four years`. Write 2018.09-2022.06.";
        PeriodOpen "period-open" Error []
            zh: "自定义时间段必须有结束时间，不能写「至今」", "请写明结束时间，或留空",
                "自定义时间段字段写着「2018.09-至今」，飞书要有结束时间。请写 2018.09-2024.06，或留空。";
            en: "a custom period needs an end", "write its end, or leave the cell empty",
                "A custom period says `2018.09-至今` (until now), but Feishu wants its end. Write 2018.09-2024.06, or leave it empty.";
        PeriodReversed "period-reversed" Error []
            zh: "开始晚于结束", "请核对两个日期",
                "自定义时间段字段写着「2022.06-2018.09」。请写 2018.09-2022.06。";
            en: "it begins after its end", "check the two dates",
                "A custom period says `2022.06-2018.09`. Write 2018.09-2022.06.";
    }
    "单元格：手机、邮箱和证件" / "Cells: mobile, e-mail and documents" {
        NotAnEmail "not-an-email" Error [] "邮箱": "zhangsan" => "zhangsan@example.com"
            zh: "不是邮箱地址", "请写成 name@example.com",
                "没有 @ 和域名。请写完整的邮箱地址。";
            en: "not an e-mail address", "write it like name@example.com",
                "There is no @ and no domain. Write the whole address.";
        EmailSeveral "email-several" Error [] "邮箱": "zhangsan@example.com; zs@example.com" => "zhangsan@example.com"
            zh: "一格里有几个邮箱", "只保留一个",
                "一格只能有一个邮箱，请留下常用的那个。";
            en: "several e-mail addresses in one cell", "keep one",
                "A cell holds one address. Keep the one in use.";
        EmailNotAscii "email-not-ascii" Error [] "邮箱": "张三@example.com" => "zhangsan@example.com"
            zh: "邮箱 @ 前只能是英文字母、数字和符号", "请核对",
                "@ 前不能是汉字。请核对邮箱。";
            en: "what stands before the @ must be ASCII", "check it",
                "What stands before the @ cannot be Chinese. Check the address.";
        EmailDomain "email-domain" Error ["example.con", "example.com"]
            zh: "没有 {0} 这样的域名，发到这里的邮件一定收不到", "是不是 {1}？请核对后改正",
                "邮箱以 example.con 结尾，而 .con 不是顶级域名，多半是 example.com。请核对后改正。";
            en: "there is no domain such as {0}: no mail can arrive", "is it {1}? check it and correct the cell",
                "The address ends in example.con, and no domain ends in .con; example.com is meant, most likely. Check it and correct the cell.";
        EmailDomainDoubtful "email-domain-doubtful" Warning ["gmial.com", "gmail.com"]
            zh: "域名 {0} 像是 {1} 写错了，照原样发送", "请核对",
                "邮箱的域名是 gmial.com，与 gmail.com 只差一处，照原样发送。请向本人核对。";
            en: "the domain {0} looks like a slip for {1}; it is sent as it is", "check it",
                "The domain is gmial.com, one slip away from gmail.com. It is sent as it is. Ask the person.";
        NotAMobile "not-a-mobile" Error [] "手机号": "23800138000" => "13800138000"
            zh: "不是手机号", "中国大陆手机号是 11 位，以 13–19 开头；其他国家或地区请写成 +852 91234567 的样子，并填手机国家代码",
                "中国大陆手机号以 13–19 开头。请核对号码。";
            en: "not a mobile number", "a Chinese one has 11 digits and begins with 13–19; write others like +852 91234567 and give the country code too",
                "A Chinese mobile number begins with 13–19. Check it.";
        MobileLength "mobile-length" Error ["10"] "手机号": "1380013800" => "13800138000"
            zh: "手机号位数不对：有 {0} 位", "中国大陆手机号是 11 位；其他国家或地区请同时填手机国家代码",
                "少了一位，只有 10 位。国外号码请写成 +1 650 253 0000，并填「手机国家代码」。";
            en: "a mobile number with {0} digits", "a Chinese one has 11 digits; for others give the country code too",
                "One digit is missing, there are 10. Write a foreign number like +1 650 253 0000 and fill in its country code.";
        MobileSeveral "mobile-several" Error [] "手机号": "13800138000/13800138001" => "13800138000"
            zh: "一格里有几个号码", "只保留一个",
                "一格只能有一个号码，请留下常用的那个。";
            en: "several numbers in one cell", "keep one",
                "A cell holds one number. Keep the one in use.";
        MobileLandline "mobile-landline" Error [] "手机号": "010-12345678" => "13800138000"
            zh: "这是固定电话，不是手机号", "请填手机号",
                "010- 开头的是座机。请填手机号。";
            en: "a landline, not a mobile number", "write the mobile number",
                "A number that begins with 010 is a landline. Write the mobile number.";
        MobileLandlineAbroad "mobile-landline-abroad" Warning ["852"]
            zh: "+{0} 的这个号码是固定电话，不是手机号；照样发送", "请核对，改填手机号",
                "+852 2123 4567 是香港的座机：香港的手机号以 4 到 9 开头。muster 照样发送，请向本人要手机号。";
            en: "behind +{0} this is the number of a landline, not of a mobile; it is sent all the same", "check it, and write the mobile number",
                "+852 2123 4567 is a landline of Hong Kong, whose mobile numbers begin with 4 to 9. It is sent all the same; ask the person for the mobile number.";
        MobileExtension "mobile-extension" Error [] "手机号": "010-12345678转801" => "13800138000"
            zh: "号码带分机", "请填手机号",
                "带分机的是办公电话。请填手机号。";
            en: "a number with an extension", "write the mobile number",
                "A number with an extension is an office phone. Write the mobile number.";
        MobileMasked "mobile-masked" Error [] "手机号": "138****8000" => "13800138000"
            zh: "号码被打了星号", "请填完整的号码",
                "导出时号码被脱敏了。请用有权限的账号重新导出。";
            en: "some digits are hidden by asterisks", "write the whole number",
                "The export hid the middle of the number. Export it again with an account that may see it.";
        MobileCountryDiffers "mobile-country-differs" Error ["1", "CN_1"] "手机号": "+1 650 253 0000" => "13800138000", "手机国家代码": "CN_1" => "CN_1"
            zh: "号码的国际区号是 +{0}，手机国家代码却是 {1}", "请改正其中一个",
                "号码写着 +1（美国），国家代码却是 CN_1（中国）。请改正其中一个。";
            en: "the number begins with +{0}, the country code is {1}", "correct one of the two",
                "The number says +1 (United States), the country code CN_1 (China). Correct one of the two.";
        MobileCountryMissing "mobile-country-missing" Error ["1"] "手机号": "+1 650 253 0000" => "13800138000"
            zh: "号码的国际区号是 +{0}，但没有手机国家代码", "运行 muster refs pull 读取国际区号，之后会自动填好；或者在「手机国家代码」一列填地点编码（如 CN_1）",
                "国外号码还要国家代码。运行 muster refs pull 之后，muster 按区号自动填；也可以在「手机国家代码」一列填飞书的地点编码。";
            en: "the number begins with +{0}, but there is no country code", "run `muster refs pull`, which reads the dialling codes, and it is filled in; or write the country's location code (such as CN_1)",
                "A foreign number needs a country code. After `muster refs pull` muster fills it in by the dialling code; or write Feishu's location code in the column `Mobile Country Code`.";
        MobileCountryUnlisted "mobile-country-unlisted" Error ["972"]
            zh: "号码的国际区号是 +{0}，参考数据里没有哪个国家/地区用它，填不了手机国家代码", "请核对区号；没写错的话，清空这一格，把号码写到备注一类的列",
                "飞书的国家/地区列表里没有区号是 972 的，这个号码就没有能填的国家代码。区号没写错的话，请清空手机号（至少留一个邮箱），把号码写到备注一类的列。";
            en: "the number begins with +{0}, and the reference data have no country that is dialled so, hence no country code", "check the dialling code; if it is right, empty the cell and keep the number in a column of remarks",
                "Feishu's list has no country with the dialling code 972, so that there is no country code for the number. If the code is right, empty the cell (and give an e-mail), and keep the number in a column of remarks.";
        MobileNotThere "mobile-not-there" Warning ["65"]
            zh: "国际区号 +{0} 没有这样的号码", "请核对号码和国家/地区；号码照原样发送",
                "国家是新加坡（+65），而那里的号码是 8 位，以 8 或 9 开头：多半是号码少了几位，或者国家写错了。muster 照样发送，请核对。";
            en: "no number behind +{0} looks like this", "check the number and its country; it is sent as it is written",
                "The country is Singapore (+65), where numbers have eight figures and mobiles begin with 8 or 9: the number lacks some, or the country is another. It is sent as written; please check it.";
        MobileCountryShared "mobile-country-shared" Error ["1", "美国、加拿大" / "United States, Canada"]
            zh: "国际区号 +{0} 是几个国家/地区共用的：{1}", "请在「手机国家代码」一列写明是哪一个国家/地区",
                "+1 是美国、加拿大等共用的区号，号码本身也看不出是哪一个。请在「手机国家代码」一列写国家名，muster 不猜。";
            en: "several countries are dialled by +{0}: {1}", "say in the column `Mobile Country Code` which one it is",
                "The United States, Canada and others are dialled by +1, and the number does not tell which it is of. Write the country in the column `Mobile Country Code`; muster does not guess.";
        NotACountry "not-a-country" Error ["basic_info.mobile_country_code"] "手机国家代码": "中国大陆人" => "CN_1", "手机号": "13800138000" => "13800138000"
            zh: "不是手机国家代码", "请填地点编码（中国是 CN_1）；运行 muster refs pull 之后，国家名和国际区号也认得；或在映射文件里用 [record.values.\"{0}\"] 对应",
                "这里要飞书的地点编码，中国是 CN_1。运行 muster refs pull 之后可以写国家名（中国香港）或国际区号（+852）。也可以在映射文件里写 [record.values.\"basic_info.mobile_country_code\"]。";
            en: "not a country code", "write a location code (China is CN_1); after `muster refs pull` a country's name or dialling code will do; or map it in the mapping file: [record.values.\"{0}\"]",
                "This wants a location code of Feishu; China is CN_1. After `muster refs pull` write the country's name (Hong Kong) or its dialling code (+852). Or map the words under [record.values.\"basic_info.mobile_country_code\"].";
        NotADocument "not-a-document" Error [] "身份证号": "A10101199003074514" => "110101199003074514"
            zh: "不像这种证件的号码", "请核对号码和证件类型",
                "第一个字符是字母 A。身份证号的前 17 位是数字；护照等请在「证件类型」里写明。";
            en: "not a number of this kind of document", "check number and type",
                "It begins with the letter A. An ID card number has 17 digits and a check digit; for a passport or the like say so in the column `ID Type`.";
        DocumentMasked "document-masked" Error [] "身份证号": "110101********4514" => "110101199003074514"
            zh: "证件号被打了星号", "请填完整的号码",
                "导出时证件号被脱敏了。请用有权限的账号重新导出。";
            en: "some characters of the document number are hidden by asterisks", "write the whole number",
                "The export hid a part of the number. Export it again with an account that may see it.";
        DocumentTypeUnknown "document-type-unknown" Error [] "证件号": "AB123456" => "AB123456", "证件类型": "" => "护照"
            zh: "有证件号，没有写证件类型", "请在「证件类型」一列写明；没有这一列就加一列（只有列名是「身份证号」而没有这一列时，15 或 18 位的号码才当作身份证）",
                "有证件号，这一行的「证件类型」是空的。请填「护照」「中国 - 居民身份证」等。";
            en: "the document number has no type beside it", "write it into the column `ID Type` (证件类型); add the column if there is none",
                "There is a document number, but the row's `ID Type` is empty. Write Passport, Chinese resident ID card, or what it is.";
        IdCardLength "id-card-length" Error ["17"] "证件号": "11010119900307451" => "110101199003074514", "证件类型": "中国 - 居民身份证" => "中国 - 居民身份证"
            zh: "身份证号应为 18 位，这里有 {0} 位", "请核对",
                "少了一位，只有 17 位。请与证件核对。";
            en: "an ID card number has 18 characters, this has {0}", "check it",
                "One character is missing, there are 17. Compare it with the card.";
        IdCardChecksum "id-card-checksum" Error [] "身份证号": "110101199003074515" => "110101199003074514"
            zh: "身份证号校验位不对，多半有一位写错", "请与证件核对",
                "末位由前 17 位算出来，这里对不上，说明有一位写错。请与证件核对。";
            en: "the check digit of the ID card number is wrong: one digit is probably mistyped", "compare it with the card",
                "The last digit follows from the other 17, and here it does not: one of them is mistyped. Compare it with the card.";
        IdCardPermit "id-card-permit" Warning []
            zh: "81、82、83 开头的是港澳台居民居住证的号码，不是身份证", "请核对证件类型：港澳居民居住证或台湾居民居住证",
                "证件类型写的是身份证，号码却以 81、82 或 83 开头：那是港澳台居民居住证的号码。请改证件类型。";
            en: "a number that begins with 81, 82 or 83 is of a residence permit for people of Hong Kong, Macao or Taiwan, not of an ID card", "check the type of the document",
                "The document is said to be an ID card, but its number begins with 81, 82 or 83, as those of residence permits for people of Hong Kong, Macao and Taiwan do. Correct its type.";
        DocumentIsCard "document-is-card" Error []
            zh: "这是身份证号码（校验位也对），证件类型却是别的", "请核对证件类型和号码",
                "证件类型写的是护照，号码却是 18 位、校验位正确的身份证号。请核对两者。";
            en: "this is the number of an ID card, check digit and all, but the document is said to be another", "check the type and the number",
                "The document is said to be a passport, but the number is that of an ID card, with the right check digit. Check both.";
        DocumentOfOther "document-of-other" Warning ["香港身份证" / "an identity card of Hong Kong"]
            zh: "号码像是{0}的，证件类型却是别的，去掉括号发送", "请核对证件类型和号码",
                "证件类型写的是护照，号码却是 A123456(3)，是香港身份证的样子。请核对两者。";
            en: "the number looks like that of {0}, but the document is said to be another; it is sent without brackets", "check the type and the number",
                "The document is said to be a passport, but A123456(3) looks like the number of an identity card of Hong Kong. Check both.";
        DocumentShape "document-shape" Warning ["台胞证" / "a travel permit of Taiwan's residents", "12345678"]
            zh: "号码不像{0}的号码（样子如 {1}），照原样发送", "请与证件核对：多一位、少一位、缺字母，或者证件类型不对",
                "证件类型是台胞证，号码却只有 7 位数字；台胞证的号码是 8 位。照原样发送，请与证件核对。";
            en: "the number does not look like that of {0} (such as {1}); it is sent as it is", "compare it with the document: a figure or a letter may lack, or its type is another",
                "The document is said to be a travel permit of a resident of Taiwan, and its number has seven figures, where they have eight. It is sent as it is; compare it with the document.";
        IdCardAhead "id-card-ahead" Error [] "身份证号": "110101209003074510" => "110101199003074514"
            zh: "身份证号里的出生日期在今天之后", "请与证件核对",
                "第 7 到 14 位是出生日期，这里是 2090 年，还没有到。请与证件核对。";
            en: "the birth date within the ID card number is after today", "compare it with the card",
                "Digits 7 to 14 are the birth date, and here they say 2090, which is yet to come. Compare it with the card.";
        IdCardAge "id-card-age" Warning ["14", "100"]
            zh: "按身份证号里的出生日期，年龄不在 {0} 到 {1} 岁之间", "请与证件核对，照原样发送",
                "第 7 到 14 位是出生日期，这里的人只有 4 岁，多半是抄错了年份，或填的是子女的证件。照原样发送；请与证件核对。";
            en: "by the birth date within the ID card number the age is not between {0} and {1}", "compare it with the card; it is sent as it is",
                "Digits 7 to 14 are the birth date, by which the person is 4 years old: most likely the year was copied wrong, or the card is a child's. It is sent as it is; compare it with the card.";
        IdCardBirth "id-card-birth" Error [] "身份证号": "110101199002304517" => "110101199003074514"
            zh: "身份证号里的出生日期不存在", "请与证件核对",
                "第 7 到 14 位是出生日期，这里是 1990 年 2 月 30 日。请与证件核对。";
            en: "the birth date within the ID card number does not exist", "compare it with the card",
                "Digits 7 to 14 are the birth date, and here they say 30 February 1990. Compare it with the card.";
        IdCardRegion "id-card-region" Warning [] "身份证号": "990101199003074518" => "110101199003074514"
            zh: "身份证号前两位不是省份代码", "请与证件核对",
                "前两位 99 不是任何省份的代码。请与证件核对。";
            en: "the ID card number begins with no known province", "compare it with the card",
                "No province has the code 99. Compare it with the card.";
        IdCardUpgraded "repaired-id-card-15" Warning [] "身份证号": "110101900307451" => "110101199003074514"
            zh: "15 位旧身份证号已换算成 18 位", "请与证件核对",
                "15 位的旧号码补上世纪和校验位，按 18 位发送。请与新证件核对。";
            en: "an old ID card number of 15 digits was converted to 18", "compare it with the card",
                "The old number of 15 digits is given its century and check digit and sent with 18. Compare it with the card.";
        IdCardLowercase "repaired-id-card-x" Warning [] "身份证号": "11010119900307002x" => "11010119900307002X"
            zh: "身份证号末位小写 x 已改成大写 X", "",
                "末位的小写 x 已按大写 X 发送，不用改。";
            en: "the lower-case x of the ID card number was made upper-case", "",
                "The lower-case x at the end is sent as X. Nothing needs to be done.";
    }
    "一行或几行的内容" / "Rows as a whole" {
        DateOrder "date-order" Error ["教育经历1-入学时间", "教育经历1-毕业时间"] "教育经历1-毕业时间": "2008-06-30" => "2012-06-30", "教育经历1-入学时间": "2008-09-01" => "2008-09-01"
            zh: "「{0}」晚于「{1}」", "请核对两个日期",
                "毕业时间在入学时间之前。请核对两个日期，多半是年份写错或两列填反。";
            en: "`{0}` is after `{1}`", "check the two dates",
                "The graduation is before the enrolment. Check both: a wrong year, or the two columns exchanged.";
        DateOrderOdd "date-order-odd" Warning ["出生日期", "开始工作时间"] "开始工作时间": "1989-07-01" => "2012-07-01", "出生日期": "1990-03-07" => "1990-03-07"
            zh: "「{0}」晚于「{1}」", "请核对两个日期",
                "开始工作比出生还早。飞书可能照样接受，所以照原样发送；请核对两个日期。";
            en: "`{0}` is after `{1}`", "check the two dates",
                "Work begins before birth. Feishu may take it, so it is sent as it is; check the two dates.";
        SharesSum "shares-sum" Error ["90", "100"] "成本中心分摊1-分摊比例": "60%" => "70%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679", "成本中心分摊2-分摊比例": "30%" => "30%", "成本中心分摊2-成本中心ID": "6890452208593372680" => "6890452208593372680"
            zh: "分摊比例合计 {0}，应为 {1}", "请核对；显示为 100% 的单元格存的是 1",
                "成本中心分摊 60% 加 30% 是 90%。各段合计必须是 100%。";
            en: "the shares sum to {0}, not {1}", "check them; a cell shown as 100% holds 1",
                "Shares of 60% and 30% make 90%. All shares of a row must make 100%.";
        ShareRepeated "share-repeated" Error ["成本中心分摊1-成本中心ID"] "成本中心分摊2-成本中心ID": "6890452208593372679" => "6890452208593372680", "成本中心分摊2-分摊比例": "50%" => "50%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679", "成本中心分摊1-分摊比例": "50%" => "50%"
            zh: "与「{0}」是同一个成本中心，一行里写了两次", "请把两处的比例加在一起，写成一组；写错的改成另一个成本中心",
                "两组分摊写的是同一个成本中心，各 50%。如果全部由它承担，请写成一组 100%；如果其中一处写错，请改正。";
            en: "this is the same cost centre as `{0}`, twice in one row", "add the shares into one entry; if one of them is a slip, write the other cost centre",
                "Two entries name one cost centre, with 50% each. If it bears everything, write one entry of 100%; if one of them is a slip, correct it.";
        EntryIncomplete "entry-incomplete" Error ["成本中心分摊1-分摊比例"] "成本中心分摊1-成本中心ID": "" => "6890452208593372679", "成本中心分摊1-分摊比例": "100%" => "100%"
            zh: "同一组的「{0}」填了，这一项却是空的", "请补上，或清空这一组",
                "写了分摊比例，没有写成本中心 ID。请补上，或把这一组都清空。";
            en: "`{0}` of the same entry is filled in, but this is empty", "fill it in, or clear the entry",
                "The share is given without its cost centre. Fill it in, or clear both.";
        EntryColumnMissing "entry-column-missing" Error ["cost_center_rate[1].cost_center_id"] "成本中心分摊1-分摊比例": "100%" => "100%"
            zh: "还需要同一组的「{0}」，表里没有这一列", "请加上这一列（表头就写 {0}），或清空这一组",
                "表里有「分摊比例」，没有「成本中心ID」这一列。请加一列，表头写 cost_center_rate[1].cost_center_id。";
            en: "`{0}` of the same entry is needed too, and there is no such column", "add the column (with {0} as its header), or clear the entry",
                "The sheet has the share but no column for the cost centre. Add one headed cost_center_rate[1].cost_center_id.";
        EntriesTooMany "entries-too-many" Error ["education_list", "100"]
            zh: "{0} 超过 {1} 条", "请减少",
                "一个人有 101 段教育经历（多半是子表的 key 重复，把几个人的并到了一起）。飞书最多收 100 段。";
            en: "more than {1} entries of {0}", "remove some",
                "One person has 101 entries of education, most likely because the child sheet's key is shared by several. Feishu takes 100.";
        EntryRepeated "entry-repeated" Warning [] "教育经历2-学校": "示例大学" => "", "教育经历1-学校": "示例大学" => "示例大学"
            zh: "这一组与同类的前一组内容相同，已合并", "",
                "「第一学历」和「最高学历」填的是同一段，只发送一次，不用改。";
            en: "this entry is equal to an earlier one of its group and was merged with it", "",
                "The first and the highest degree are the same one. It is sent once; nothing needs to be done.";
        OnlyBeside "only-beside" Warning ["手机号"] "手机国家代码": "CN_1" => "", "手机号": "" => "", "邮箱": "zhangsan@example.com" => "zhangsan@example.com"
            zh: "没有「{0}」，这一项没有用处，不发送", "",
                "有国家代码，没有手机号，单独的国家代码没有意义，不发送。漏了手机号就补上。";
            en: "of no use without `{0}`, so it is not sent", "",
                "A country code without a mobile number means nothing and is not sent. If the number was forgotten, fill it in.";
        IdCardBirthday "id-card-birthday" Warning [] "出生日期": "1990-07-03" => "1990-03-07", "身份证号": "110101199003074514" => "110101199003074514"
            zh: "出生日期与身份证号不一致", "请与证件核对",
                "身份证号里的生日是 3 月 7 日，这一列写的是 7 月 3 日。照原样发送，请与证件核对。";
            en: "the birthday differs from the ID card number", "compare it with the card",
                "The ID card number says 7 March, the column 3 July. Both are sent; compare them with the card.";
        IdCardGender "id-card-gender" Warning [] "性别": "女" => "男", "身份证号": "110101199003074514" => "110101199003074514"
            zh: "性别与身份证号不一致", "请与证件核对",
                "身份证号第 17 位是单数，表示男性，这一列写的是女。照原样发送，请与证件核对。";
            en: "the gender differs from the ID card number", "compare it with the card",
                "The 17th digit of the ID card number is odd, which stands for a man, and the column says female. Both are sent; compare them with the card.";
        Keyless "keyless" Error [] "姓名": "张三" => "张三", "邮箱": "" => "zhangsan@example.com"
            zh: "没有证件号、手机号或邮箱，无法识别是谁", "至少填一项；如果这些行属于另一张表里的人（如教育经历），在映射文件里写 [[record.child]]（muster map 可生成）；确实没有时用 --allow-keyless",
                "只有姓名，没有证件号、手机号、邮箱中的任何一个，再次导入时认不出是同一个人。至少填一项；确实没有就加 --allow-keyless。";
            en: "no ID document, mobile number or e-mail tells who this is", "fill in one of them; if the rows belong to people of another sheet, as a list of their schools does, write [[record.child]] in a mapping file (`muster map` makes one); if there is none use --allow-keyless",
                "The row has a name but no ID document, mobile number or e-mail, so a second import could not tell who it is. Fill in one, or add --allow-keyless.";
        RepeatedDocument "repeated-document" Error ["花名册.xlsx", "3"]
            zh: "证件与 {0} 第 {1} 行相同，同一个人出现两次", "请合并成一行",
                "这一行的证件号与第 3 行相同。先出现的一行照常导入；请删去重复的一行，或改正号码。";
            en: "the same ID document as {0} row {1}: one person twice", "merge the two rows",
                "The row has the ID document of row 3, which is imported as usual. Delete one of the two, or correct the number.";
        RepeatedMobile "repeated-mobile" Error ["花名册.xlsx", "3"]
            zh: "手机号与 {0} 第 {1} 行相同，同一个人出现两次", "请合并成一行，或改正号码",
                "这一行的手机号与第 3 行相同，可能是同一个人，也可能填了家人的号码。请合并或改正。";
            en: "the same mobile number as {0} row {1}: one person twice", "merge the two rows, or correct the number",
                "The row has the mobile number of row 3: one person twice, or a relative's number. Merge the rows, or correct it.";
        RepeatedEmail "repeated-email" Error ["花名册.xlsx", "3"]
            zh: "邮箱与 {0} 第 {1} 行相同，同一个人出现两次", "请合并成一行，或改正邮箱",
                "这一行的邮箱与第 3 行相同（例如都写了部门邮箱）。请各写各的，没有就留空。";
            en: "the same e-mail address as {0} row {1}: one person twice", "merge the two rows, or correct the address",
                "The row has the address of row 3 (the department's, perhaps). Give each their own, or leave it empty.";
        RepeatedEmployment "repeated-employment" Error ["任职.xlsx", "3"]
            zh: "雇佣 ID 与 {0} 第 {1} 行相同，同一条雇佣信息出现两次", "只保留一行",
                "这一行的雇佣 ID 与第 3 行相同。一次导入里，一条雇佣信息只能对应一条任职信息，请只留一行。";
            en: "the same employment as {0} row {1}", "keep one row",
                "The row has the employment ID of row 3. An employment can have one job data record in an import: keep one row.";
    }
    "导入记录和此前的导入" / "The journal and earlier records" {
        JournalBusy "journal-busy" Error [".muster/journal.db", "pid 4242, 2024-05-01 09:30:00 UTC"]
            zh: "导入记录「{0}」正被另一个 muster 使用（{1}）", "请等那个 muster 结束",
                "另一个窗口里的 muster（进程 4242）还在发送。请等那个进程结束；如果其实已经退出，锁会自动释放，再运行一次即可。";
            en: "the journal `{0}` is in use by another muster ({1})", "wait until it has ended",
                "Another muster (process 4242) is still sending. Wait for it; once it has ended the lock is free by itself.";
        ReferenceUnknown "fix-of-another-journal" Warning []
            zh: "这一行来自修复表，但这个导入记录里没有它所属的运行：按普通行处理", "要接着那次运行，请用 --journal 指明它的导入记录（演练用 --sandbox）；否则不用处理",
                "把演练（--sandbox）的修复表导入了正式租户的导入记录：标记不起作用，每一行都当作新行检查和导入。";
            en: "the row is of a fix file whose run is not in this journal: it is taken as a plain row", "to go on with that run, name its journal with --journal (a rehearsal's with --sandbox); else nothing is to be done",
                "The fix file of a rehearsal (`--sandbox`) was imported into the journal of the real tenant: its marks lead nowhere, and each row is checked and imported as a plain one.";
        ReferenceDisagrees "fix-of-somebody-else" Warning []
            zh: "修复表标记的记录与这一行的姓名、证件、手机、邮箱都不同：按普通行处理", "如果这一行是另一个人，不用处理；如果是同一个人，请先只改一项再导入",
                "修复表里标记为张三的一行被改成了李四，手机和邮箱也换了：这一行不会覆盖张三的记录。";
            en: "neither a key nor the name of the row is that of the record which it is marked to repair: it is taken as a plain row", "if it is another person, nothing is to be done; if it is the same one, correct one value at a time",
                "A row of the fix file that was Zhang San's now holds another person: Zhang San's record is left as it is.";
        OlderRunOpen "older-run-open" Error ["1", "340", "120", "600", "15"]
            zh: "第 {0} 次运行还有 {1} 行没有发送；那次运行有 {3} 条记录，本次输入只包含其中 {2} 条，未发送的行里有 {4} 行不再出现", "用 --older replace 撤回那些行并以本次输入为准，或用 --older keep 让它们留在原运行",
                "第 1 次导入断在半路，现在导入的表只有其中一部分人。要以新表为准，加 --older replace；要先发完旧的，运行 muster resume 1。";
            en: "run {0} still holds {1} unsent rows; this input holds {2} of its {3} records, and {4} of the unsent rows are gone", "`--older replace` withdraws them and takes this input instead, `--older keep` leaves them with their run",
                "Run 1 was interrupted, and the new spreadsheet holds only some of its people. Add `--older replace` to take the new one, or send the old rest first with `muster resume 1`.";
        JournalGone "journal-gone" Error [".muster/journal.db", "/home/li/hr/journal-rescued-1.db"]
            zh: "导入记录「{0}」在运行中被删除或替换了；它的内容已另存为「{1}」", "已停止发送；请接着运行 muster resume --journal '{1}'：没有等到回应的会先查清",
                "导入还在进行，有人清理文件夹时删掉了 .muster。muster 立即停止，并把已知的结果存到 journal-rescued-1.db：用它接着运行。";
            en: "the journal `{0}` was removed or replaced in mid-run; its content was saved as `{1}`", "sending has stopped; `muster resume --journal '{1}'` goes on, and first looks up what was not answered",
                "Somebody tidied up and removed .muster while an import was running. muster stopped and saved what it knew as journal-rescued-1.db: go on with that.";
        JournalLinked "journal-linked" Error [".muster/journal.db"]
            zh: "导入记录的文件「{0}」另有一个名字（硬链接），两个名字是同一个文件", "请换成真正的副本：cp '{0}' '{0}.copy' && mv '{0}.copy' '{0}'；或者用 --journal 指明另一个导入记录",
                "用 cp -al 备份了文件夹，两个文件夹里的 journal.db 其实是同一个文件。请用 cp 换成真正的副本，再运行。";
            en: "the journal's file `{0}` has a second name (a hard link): two names, one file", "put a real copy in its place: cp '{0}' '{0}.copy' && mv '{0}.copy' '{0}'; or name another journal with --journal",
                "The folder was backed up with `cp -al`, so the journal.db in both is one file. Put a real copy in its place with cp, then run again.";
        JournalLost "journal-lost" Error [".muster/journal.db", "12", "No space left on device"]
            zh: "导入记录「{0}」在运行中被删除或替换了，也没能另存：{2}；有 {1} 条正在发送", "已停止发送；请再导入一次：每个人都会先查是否已存在，正在发送的也不会重复创建",
                "导入记录在运行中被删，磁盘又满，存不下来；有 12 条没有等到回应。请腾出空间后再导入一次，已创建的会先被查到。";
            en: "the journal `{0}` was removed or replaced in mid-run and could not be saved: {2}; {1} records were in flight", "sending has stopped; import once more: everybody is looked up before they are sent, those in flight too",
                "The journal was removed in mid-run and the full disk left no room to save it; 12 records were not answered. Free some space and import again: who was made is found first.";
        JournalMissing "journal-missing" Error [".muster/journal.db"]
            zh: "找不到导入记录「{0}」", "导入记录在 muster.toml 旁边，没有 muster.toml 时在第一个表格旁边的 .muster 里：请用 --journal 指明，沙箱的用 --sandbox",
                "在没有导入过的文件夹里运行了 muster runs。请到放 muster.toml 的文件夹运行，或加 --journal 路径。";
            en: "there is no journal `{0}`", "it is beside muster.toml, or without one in .muster beside the first spreadsheet: name it with --journal, the sandbox's with --sandbox",
                "`muster runs` was run where nothing was imported. Go to the folder of muster.toml, or add `--journal PATH`.";
        JournalNewer "journal-newer" Error [".muster/journal.db", "9", "7"]
            zh: "导入记录「{0}」由更新版本的 muster 建立（结构版本 {1}，本程序最高支持 {2}）", "请升级 muster",
                "同事用更新版本的 muster 打开过这份导入记录，旧版本不能再读取。请升级到同样的版本。";
            en: "the journal `{0}` was made by a newer muster (schema {1}, this one knows {2})", "install the newer muster",
                "A newer muster has opened this journal, and this one does not read it. Install the newer one.";
        JournalOnNetwork "journal-on-network" Error ["/mnt/hr/.muster/journal.db", "NFS"]
            zh: "导入记录「{0}」在网络盘或共享盘上（{1}），那里的文件锁不可靠", "请用 --journal 把导入记录放在本机磁盘上，例如 --journal ~/muster/journal.db；表格可以留在原处",
                "表格放在部门的共享盘 /mnt/hr 上，导入记录就建在它旁边，而另一台电脑看不到这里的锁。请加 --journal 指到本机磁盘。";
            en: "the journal `{0}` is on a network or shared drive ({1}), where locks are not to be relied on", "put the journal on a disk of this machine: --journal ~/muster/journal.db, for example; the spreadsheet may stay",
                "The sheet is on the department's share /mnt/hr and the journal would be beside it, where another computer does not see its lock. Name one on a local disk with --journal.";
        JournalOtherTenant "journal-other-tenant" Error [".muster/journal.db", "https://open.feishu.cn cli_a1", "https://open.feishu.cn cli_b2"]
            zh: "导入记录「{0}」属于 {1}，而当前配置是 {2}", "一份导入记录只属于一个应用：请换 --journal 或 --profile",
                "导入记录属于应用 cli_a1，而现在的 profile 是 cli_b2。请换 --profile，或给新的应用单独的 --journal。";
            en: "the journal `{0}` belongs to {1}, but the configuration says {2}", "a journal belongs to one app: take another --journal or --profile",
                "The journal belongs to the app cli_a1 and the profile at hand is cli_b2. Take the other --profile, or give this app a --journal of its own.";
        JournalSymlink "journal-symlink" Error [".muster/journal.db", "/home/li/old/journal.db"]
            zh: "导入记录「{0}」是一个链接，指向「{1}」", "请直接指明那个文件：--journal '{1}'；或删除这个链接",
                "文件夹里的 journal.db 只是指向别处的链接。确实要用那个导入记录，就用 --journal 指明它；否则删除链接。";
            en: "the journal `{0}` is a link to `{1}`", "name the file itself: --journal '{1}'; or remove the link",
                "The journal.db in the folder is only a link to elsewhere. If that journal is meant, name it with --journal; if not, remove the link.";
        JournalUnreadable "journal-unreadable" Error [".muster/journal.db", "database disk image is malformed"]
            zh: "导入记录「{0}」无法读取或已损坏：{1}", "不要删除旁边的 -wal 文件；请从备份恢复，或移走这份导入记录后重新开始（已存在的人会先被查到）",
                "导入记录因同步盘或断电而损坏。请从备份恢复；没有备份就移走这个文件再重新导入，飞书里已有的人会先被查到，不会重复创建。";
            en: "the journal `{0}` cannot be read or is damaged: {1}", "keep the -wal file beside it; restore a backup, or move the journal away and begin anew (who exists already is looked up first)",
                "A synchronised folder or a power cut has damaged the journal. Restore a backup; without one, move it away and import again: who is in Feishu already is looked up first.";
        JournalWrite "journal-write" Error [".muster/journal.db", "disk full"]
            zh: "无法写入导入记录「{0}」：{1}", "已停止发送；请检查磁盘空间和权限，然后再运行一次",
                "磁盘满了，记不下结果，所以立即停止发送。请腾出空间，再运行 muster resume。";
            en: "cannot write the journal `{0}`: {1}", "sending has stopped; check disk space and permissions, then run again",
                "The disk is full and results could not be noted, so sending stopped at once. Free some space and run `muster resume`.";
        JournalSpace "journal-space" Error [".muster/journal.db", "2", "310 MiB", "120 MiB"]
            zh: "导入记录「{0}」的结构版本较旧（{1}），升级需要 {2} 磁盘空间，现在只剩 {3}；没有作任何改动", "请在这个磁盘上腾出空间后再运行一次；不升级也能用 muster runs、status 和 report 查看",
                "新版本的 muster 要升级旧的导入记录，先在旁边留一份副本，而磁盘快满了，所以没有作任何改动。请腾出空间再运行一次。";
            en: "the journal `{0}` has an earlier schema ({1}): to migrate it takes {2} of that disk, and {3} are free; nothing was changed", "free some space on that disk and run again; `muster runs`, `status` and `report` read it as it is",
                "A newer muster has to migrate the journal and keeps a copy of it first, but the disk is nearly full, so nothing was touched. Free some space and run again.";
        JournalStep "journal-step" Error ["Created → Sending"]
            zh: "内部错误：导入记录不允许这一步（{0}）", "请报告这个问题；重新运行会按导入记录继续",
                "muster 的内部状态出错，属于程序缺陷，与表格无关。请报告；再运行一次会按导入记录里的状态继续。";
            en: "internal error: the journal does not allow this step ({0})", "please report it; running again goes on from the journal",
                "A state of muster's own went wrong, which is a defect and not your sheet's fault. Please report it; running again goes on from the journal.";
        RunMissing "run-missing" Error ["12"]
            zh: "导入记录中没有第 {0} 次运行", "用 muster runs 查看",
                "写的是 muster status 12，而导入记录里只有 3 次运行。muster runs 会全部列出。";
            en: "the journal holds no run {0}", "`muster runs` lists them",
                "`muster status 12` was run, but the journal holds 3 runs. `muster runs` lists them.";
        RunState "run-state" Error ["3", "finished"]
            zh: "第 {0} 次运行的状态是「{1}」，不能这样做", "用 muster runs 查看",
                "第 3 次运行已经结束，不能再 abandon 或 resume。要导入更正后的表，请重新 muster import。";
            en: "run {0} is {1}: that cannot be done with it", "`muster runs` lists them",
                "Run 3 has ended and cannot be abandoned or resumed. To import a corrected sheet run `muster import`.";
        RecordMissing "record-missing" Error ["3", "120"]
            zh: "第 {0} 次运行里没有编号为 {1} 的记录，或这条记录没有发送过", "",
                "写的是 muster settle 3 --record 120，而第 3 次运行里没有这个记录号，或这条记录没有发送过。记录号在 results.csv 的 record 一列。";
            en: "run {0} has no record {1} that was sent", "",
                "`muster settle 3 --record 120` was run, but run 3 has no such record, or never sent it. The numbers are in the column `record` of results.csv.";
        RecordNotInDoubt "record-not-in-doubt" Error ["3", "17", "created"]
            zh: "第 {0} 次运行的记录 {1} 结果并非未知（{2}）", "只有状态为 unknown 的记录需要人工判断",
                "记录 17 已经确认创建成功，不需要再判断。只对状态为 unknown 的记录用 settle --record。";
            en: "record {1} of run {0} is not in doubt ({2})", "only records whose outcome is unknown need a decision",
                "Record 17 is known to be created, so there is nothing to decide. Use `settle --record` for records that are `unknown`.";
        RemoteTaken "remote-taken" Error ["6930815272790114324", "3", "16"]
            zh: "「{0}」是第 {1} 次运行的记录 {2} 在飞书里的 ID，没有记下", "请在飞书里找到这条记录自己的 ID；查不到这个人就用 --not-created",
                "给记录 17 写了 --created，ID 却是记录 16 的（多半是复制错了行）。两条记录不会是飞书里的同一个人，请核对后重新写。";
            en: "`{0}` is the ID of record {2} of run {1} in Feishu; nothing was noted", "find the ID of this very record in Feishu, or say --not-created where the person is not there",
                "Record 17 was given the ID of record 16, which was probably copied from the wrong line. Two records are never one person in Feishu; look again and repeat the command.";
        KeysOfSeveral "keys-of-several" Error []
            zh: "这一行的证件、手机、邮箱属于之前的两条或多条记录", "请核对这些号码属于谁",
                "这一行的手机号属于以前导入的甲，邮箱属于以前导入的乙。请核对号码，改正后再导入。";
            en: "the document, mobile and e-mail of this row belong to two or more earlier records", "check whose they are",
                "The row's mobile number belongs to one person of an earlier run and its e-mail to another. Find out whose they are, and correct the row.";
        KeyOfSomebodyElse "key-of-somebody-else" Error []
            zh: "这一行的手机、邮箱或证件属于之前的另一个人", "请核对；如果是同一个人，请补上相同的证件号",
                "这一行与以前导入的人手机号相同，证件号却不同。不是同一个人就改号码；是同一个人就把证件号改对。";
            en: "the mobile, e-mail or document of this row belongs to somebody else of an earlier run", "check it; if it is the same person, add the same document number",
                "The row shares a mobile number with somebody of an earlier run, but not the ID document. Correct the number, or the document if it is the same person.";
        ManagerNotMade "manager-not-made" Error ["员工.xlsx › 员工!第 7 行" / "staff.xlsx › staff!row 7"]
            zh: "上级未导入：{0}", "补救文件里有这些行：改好上级那一行，一起导入即可",
                "上级的那一行被飞书拒绝了，所以他的下属都没有发送。改好那一行，把补救文件导入一次，上级和下属会按顺序导入。";
            en: "the manager was not imported: {0}", "the fix file has these rows: correct the manager's and import it",
                "Feishu refused the manager's row, so that none of the reports were sent. Correct that row and import the fix file: the manager goes first.";
        ManagerUnknown "manager-outcome-unknown" Error ["员工.xlsx › 员工!第 7 行" / "staff.xlsx › staff!row 7"]
            zh: "上级发送过，结果未知：{0}", "先用 muster status 和 muster settle 弄清上级是否已导入，再把这份表格导入一次",
                "上级的请求发出后断网了，不知道飞书有没有收到，所以下属先不发送。弄清上级的结果后，把同一份表格再导入一次。";
            en: "the manager was sent, and what became of it is not known: {0}", "find out by `muster status` and `muster settle`, then import this spreadsheet once more",
                "The network failed after the manager was sent, so nobody knows whether Feishu has it, and the reports were not sent. Settle the manager, then import the same spreadsheet once more.";
        ManagerUnsent "manager-unsent" Error ["员工.xlsx › 员工!第 7 行" / "staff.xlsx › staff!row 7"]
            zh: "上级还没有发送：{0}", "上级在另一次没有完成的导入里：先完成那一次（muster runs 查看），再把这份表格导入一次",
                "上级在昨天中断的那次导入里还没有发送，所以今天这份表格里的下属先不发送。先用 muster resume 完成昨天那次，再导入这份表格。";
            en: "the manager was not sent yet: {0}", "the manager is in another import that is not finished: finish it (`muster runs` lists it), then import this spreadsheet once more",
                "The manager is unsent in yesterday's import, which was interrupted, so today's reports were not sent. Finish yesterday's with `muster resume`, then import this spreadsheet.";
        ManagerMadeSince "manager-made-since" Error []
            zh: "上级后来已导入，这一行还没有发送", "把这份表格再导入一次即可",
                "第一次导入时上级被拒绝，下属没有发送；后来上级单独导入成功了。把原来的表格再导入一次，下属就会带着上级发送。";
            en: "the manager was made since; this row was not sent yet", "import this spreadsheet once more",
                "The manager was refused at first, so the reports were not sent; the manager was then imported alone. Import the first spreadsheet once more: the reports go out with their manager.";
        KeyTakenInThisRun "key-taken-in-this-run" Error []
            zh: "之前的同一条记录已由本次的另一行对应", "请核对这两行是否是同一个人",
                "这次的第 3 行和第 9 行都对上了以前导入的同一个人。请合并成一行。";
            en: "the earlier record that this row leads to was matched by another row of this input", "check whether both rows are the same person",
                "Rows 3 and 9 of this input both lead to one person of an earlier run. Merge them.";
        KeyMaybeErased "key-maybe-erased" Error []
            zh: "这个没有国际区号的手机号，可能属于以前导入过、数据已清除的人", "请在手机号前加上国际区号（如 +852），或在飞书中核对后改用证件号或邮箱",
                "以前导入过写成 +852 9123 4567 的人，数据已按保留期清除；这一行只写了 91234567，看不出是不是同一个人。请写成 +852 91234567 再导入。";
            en: "this mobile number without a dialling code may be that of somebody who was imported before and whose data were erased", "write the dialling code before it (+852 …), or look in Feishu and identify the person by document or e-mail",
                "Somebody was imported as +852 9123 4567, and the data were erased since; this row says 91234567 alone. Write +852 91234567, and import again.";
    }
    "参考数据" / "Reference data" {
        RefsMissing "refs-missing" Error [".muster/directory.db", ""]
            zh: "还没有参考数据快照「{0}」", "先运行 muster refs pull{1}",
                "还没有读取过部门、职务等名单，没有内容可查。先运行 muster refs pull，再运行 muster refs find 研发中心。";
            en: "there is no snapshot of reference data yet: `{0}`", "run `muster refs pull{1}` first",
                "The lists of departments, jobs and the like were never read, so there is nothing to look in. Run `muster refs pull`, then `muster refs find Engineering`.";
        RefsOld "refs-too-old" Error [".muster/directory.db", "部门、职务" / "departments, jobs", ""]
            zh: "快照「{0}」里的{1}比 --max-age 允许的旧", "请运行 muster refs pull{2}，或放宽 --max-age",
                "写了 --max-age 7d，而部门名单是两周前读的。请先运行 muster refs pull。";
            en: "the snapshot `{0}` is older than --max-age allows: {1}", "run `muster refs pull{2}`, or allow a higher --max-age",
                "`--max-age 7d` was given, and the departments were read two weeks ago. Run `muster refs pull` first.";
        RefsOtherTenant "refs-other-tenant" Error [".muster/directory.db", "https://open.feishu.cn cli_a1", "https://open.feishu.cn cli_b2"]
            zh: "快照「{0}」属于 {1}，而当前配置是 {2}", "另一个租户或应用的 ID 在这里没有意义：请换 --profile 或 --journal（快照在导入记录旁边），或移走这个文件后重新 muster refs pull",
                "快照是用应用 cli_a1 读的，而现在的 profile 是 cli_b2。请换 --profile；确实要换应用，就移走快照再 muster refs pull。";
            en: "the snapshot `{0}` belongs to {1}, but the configuration says {2}", "IDs of another tenant or app mean nothing here: take another --profile or --journal (the snapshot is beside it), or move the file away and run `muster refs pull` again",
                "The snapshot was read by the app cli_a1 and the profile at hand is cli_b2. Take the other --profile; if the app was changed for good, move the snapshot away and run `muster refs pull`.";
        RefsOtherIds "refs-other-id-types" Error [".muster/directory.db", "people_corehr_id open_id people_corehr_department_id", "open_id open_id open_department_id"]
            zh: "快照「{0}」里的 ID 是另一种类型（{1}），而当前配置是 {2}", "请重新运行 muster refs pull",
                "读快照之后，muster.toml 的 department_id_type 改成了 open_department_id。请重新运行 muster refs pull。";
            en: "the snapshot `{0}` holds IDs of other types ({1}) than the configuration says ({2})", "run `muster refs pull` again",
                "department_id_type in muster.toml was changed to open_department_id after the snapshot had been read. Run `muster refs pull` again.";
        RefsNewer "refs-newer" Error [".muster/directory.db", "2", "1"]
            zh: "快照「{0}」由更新版本的 muster 建立（结构版本 {1}，本程序最高支持 {2}）", "请升级 muster，或移走这个文件后重新 muster refs pull",
                "同事用更新版本的 muster 读过参考数据，旧版本不能再读取。请升级，或移走快照后重新读取。";
            en: "the snapshot `{0}` was made by a newer muster (schema {1}, this one knows {2})", "install the newer muster, or move the file away and run `muster refs pull` again",
                "A newer muster has read the reference data, and this one does not read its file. Install the newer one, or move the snapshot away and pull again.";
        RefsUnreadable "refs-unreadable" Error [".muster/directory.db", "file is not a database"]
            zh: "快照「{0}」无法读取：{1}", "里面只有飞书里也有的内容：移走这个文件，再运行 muster refs pull",
                "同步盘把 directory.db 改坏了。快照可以随时重新读取：移走这个文件，再运行 muster refs pull。";
            en: "the snapshot `{0}` cannot be read: {1}", "it holds nothing that Feishu does not: move it away and run `muster refs pull`",
                "A synchronised folder has damaged directory.db. A snapshot can be read anew at any time: move the file away and run `muster refs pull`.";
        RefsBusy "refs-busy" Error [".muster/directory.db"]
            zh: "另一个 muster 正在读取参考数据到「{0}」", "请等那个 muster 结束",
                "另一个窗口里的 muster refs pull 还没有结束。等那个结束即可，不用再读一次。";
            en: "another muster is reading the reference data into `{0}`", "wait until it has ended",
                "`muster refs pull` is still running in another window. Wait for it; there is no need to read again.";
        RefsWrite "refs-write" Error [".muster/directory.db.part", "磁盘已满" / "the disk is full"]
            zh: "无法写入快照「{0}」：{1}", "原来的快照没有改动；请检查磁盘空间和权限，再运行 muster refs pull",
                "磁盘满了，新的快照没有写成，原来的还在。请腾出空间再运行 muster refs pull。";
            en: "cannot write the snapshot `{0}`: {1}", "the old one is as it was; check disk space and permissions, then run `muster refs pull` again",
                "The disk is full and the new snapshot was not finished; the old one is still there. Free some space and run `muster refs pull` again.";
        RefsNameless "refs-nameless" Warning ["部门" / "departments", "3"]
            zh: "{0}里有 {1} 条只读到 ID：问了飞书，没有给名称和编码", "多半不在应用的数据权限范围内：请管理员在开发者后台把范围放宽，再运行 muster refs pull；在这之前只能写 ID",
                "组织架构里有这几个部门，但批量查询没有返回它们。它们在快照里只有 ID，名称和路径找不到它们。请管理员把应用的数据权限范围放宽到整个公司，再运行 muster refs pull。";
            en: "of the {0}, {1} are known by their IDs alone: Feishu was asked and gave neither name nor code", "they may be outside the app's data range: have it widened in the developer console and run `muster refs pull` again; until then write their IDs",
                "The tree has these departments, and the read of departments by ID left them out. The snapshot holds their IDs alone, so that no name or path leads to them. Have the app's data range widened to the whole company, and run `muster refs pull` again.";
        RefsListRefused "refs-list-refused" Error ["岗位" / "positions", "1160102 Param is invalid"]
            zh: "飞书拒绝读取{0}：{1}", "其他名单不受影响；用 muster explain 查这个错误码，没有开通这项功能就不用处理",
                "企业没有使用岗位，飞书对岗位名单答复参数错误。其他名单照常读取。";
            en: "Feishu refuses to give the list of {0}: {1}", "the other lists are not concerned; `muster explain` knows the code, and where the tenant does not use this there is nothing to do",
                "The tenant does not use positions, and Feishu answers that list with an error. The others are read as usual.";
    }
    "飞书接口" / "The Feishu API" {
        HostUnreachable "host-unreachable" Error ["open.feishu.cn", "dns"]
            zh: "连不上 {0}（{1}）", "请检查网络、代理和 base_url",
                "电脑没有联网，或公司网络要走代理。能用浏览器打开 https://open.feishu.cn 之后再运行；什么也没有发送。";
            en: "cannot reach {0} ({1})", "check the network, the proxy and base_url",
                "The machine is offline, or the company wants a proxy. Once a browser opens https://open.feishu.cn run it again; nothing was sent.";
        BaseUrlInvalid "base-url-invalid" Error ["open.feishu.cn"]
            zh: "base_url「{0}」不是可用的网址", "飞书写 https://open.feishu.cn，Lark 写 https://open.larksuite.com",
                "base_url 写成了 open.feishu.cn，少了 https://。请写 base_url = \"https://open.feishu.cn\"。";
            en: "the base URL `{0}` is not a usable address", "use https://open.feishu.cn, or https://open.larksuite.com for Lark",
                "base_url says open.feishu.cn without https://. Write base_url = \"https://open.feishu.cn\".";
        CaFileUnreadable "ca-file-unreadable" Error ["公司根证书.crt", "no certificate"]
            zh: "证书文件「{0}」读不出来：{1}", "需要 PEM 格式的证书文件",
                "ca_file 指的是 DER（二进制）格式的证书。请导出成 PEM，内容以 -----BEGIN CERTIFICATE----- 开头。";
            en: "the certificate file `{0}` cannot be read: {1}", "a PEM file with certificates is needed",
                "ca_file names a certificate in DER, which is binary. Export it as PEM: it begins with -----BEGIN CERTIFICATE-----.";
        ClientSetupFailed "client-setup-failed" Error ["invalid proxy"]
            zh: "无法建立网络客户端：{0}", "",
                "环境变量 HTTPS_PROXY 写的不是网址。请改成 http://主机:端口，或去掉它。";
            en: "the network client cannot be set up: {0}", "",
                "The variable HTTPS_PROXY holds no address. Write http://host:port, or unset it.";
        TlsFailed "tls-failed" Error ["open.feishu.cn"]
            zh: "与 {0} 的加密连接失败", "证书过期、域名不符，或网络中有代理改写证书；公司代理的根证书可用 ca_file 给出",
                "公司的安全网关用自己的证书替换了飞书的证书。请向 IT 要根证书，在 muster.toml 里写 ca_file = \"公司根证书.pem\"。";
            en: "no secure connection to {0}", "the certificate has expired or is for another name, or a proxy replaces it; give the proxy's root certificate with ca_file",
                "The company's gateway puts its own certificate in place of Feishu's. Ask for its root certificate, and write ca_file = \"root.pem\" in muster.toml.";
        NotTheApi "not-the-api" Error ["open.feishu.cn"]
            zh: "{0} 有应答，但不是飞书的接口", "请检查 base_url，以及是否有代理或需要登录的网络",
                "酒店或公司的 Wi-Fi 用登录网页回答了请求。请先在浏览器里登录网络，再运行。";
            en: "{0} answers, but not as the Feishu API does", "check base_url, and whether a proxy or a network that wants a login is in between",
                "A Wi-Fi answered with its own login page. Log in with a browser first, then run it again.";
        NoUsableAnswer "no-usable-answer" Error ["open.feishu.cn", "server error"]
            zh: "{0} 一直没有可用的答复（{1}）", "请稍后再运行；已发送的记录会先查清，不会重复",
                "飞书一直返回 502，或答复中途断开。请稍后再运行；已发送而没有结果的会先查清。";
            en: "{0} gives no usable answer ({1})", "run it again later; what was sent is looked up first and not sent twice",
                "Feishu keeps answering 502, or its answers break off. Run it again later; what was sent is looked up first.";
        CredentialsRejected "credentials-rejected" Error ["10014 app secret invalid"]
            zh: "飞书不接受应用凭证（{0}）", "请检查 app_id、App Secret，以及 base_url 是否属于这个应用（飞书与 Lark 不通用）",
                "App Secret 重置过，secret.txt 里还是旧的；或 Lark 的应用配了飞书的 base_url。请在开发者后台复制新的。";
            en: "the app's credentials are rejected ({0})", "check app_id, the app secret, and that base_url is where this app lives (Feishu and Lark are separate)",
                "The app secret was reset and secret.txt has the old one; or an app of Lark is used with Feishu's base_url. Copy the secret from the developer console.";
        PermissionMissing "permission-missing" Error ["hire:talent", "99991672 Access denied"]
            zh: "应用缺少权限，以下任选其一：{0}（{1}）", "请在开发者后台申请权限，发布新版本并经管理员批准；人事接口还需要数据权限范围",
                "应用没有申请 hire:talent。请在开发者后台「权限管理」里申请，发布版本并由管理员批准；muster doctor 会列出所缺的权限。";
            en: "the app lacks a permission, one of: {0} ({1})", "request it in the developer console, publish a version and have it approved; HR calls also need a data range",
                "The app lacks hire:talent. Request it in the developer console, publish a version and have it approved; `muster doctor` lists what is missing.";
        QuotaUsedUp "quota-used-up" Error ["99991403 monthly quota exceeded"]
            zh: "企业本月的 API 调用量已用完（{0}）", "等到下个月，或联系飞书增加用量；未发送的记录会保留",
                "企业用的是基础版，每月 10,000 次调用已经用完。等到下月再 muster resume，或联系飞书。";
            en: "the tenant's API calls of this month are used up ({0})", "wait for the next month or ask Feishu for more; unsent records are kept",
                "The tenant's 10,000 calls of the month are used up. Go on next month with `muster resume`, or ask Feishu for more.";
        AppDisabled "app-disabled" Error ["99991662 app not in use"]
            zh: "应用已停用（{0}）", "请管理员在管理后台启用应用",
                "管理员在管理后台停用了这个应用。请管理员启用后，再运行 muster resume。";
            en: "the app is disabled ({0})", "an administrator can enable it",
                "An administrator has disabled the app. Once it is enabled run `muster resume`.";
        AppNotInstalled "app-not-installed" Error ["99991673 app unavailable"]
            zh: "应用没有安装在这个企业（{0}）", "请发布应用版本，并由管理员批准",
                "应用建好了，没有发布版本，或管理员还没有批准。请发布并批准。";
            en: "the app is not installed in this tenant ({0})", "publish a version of the app and have it approved",
                "The app was made, but no version was published, or none approved. Do both.";
        IpNotAllowed "ip-not-allowed" Error ["99991401 ip not allowed"]
            zh: "这台机器的 IP 不在应用的白名单里（{0}）", "请在开发者后台的安全设置中加上出口 IP",
                "应用设置了 IP 白名单，家里的网络不在其中。请加上出口 IP，或到公司网络运行。";
            en: "this machine's IP address is not on the app's list ({0})", "add the outgoing address in the console's security settings",
                "The app has a list of IP addresses and this one is not on it. Add it, or run muster from the office.";
        CorehrNotEnabled "corehr-not-enabled" Error ["1160018 TenantID not found"]
            zh: "这个企业没有开通飞书人事，或没有对应用开放（{0}）", "请联系管理员开通飞书人事（企业版）",
                "企业没有购买或没有启用飞书人事（企业版），任职信息无处可写。请联系管理员。";
            en: "the tenant has no Feishu CoreHR, or has not opened it to the app ({0})", "ask an administrator to enable CoreHR",
                "The tenant has not bought or enabled CoreHR, so job data have no home. Ask an administrator.";
        NoSuchApi "no-such-api" Error ["99991201 path not found"]
            zh: "base_url 处没有这个接口（{0}）", "请检查 base_url",
                "base_url 写成了 https://open.feishu.cn/open-apis。后面不要带路径：https://open.feishu.cn。";
            en: "there is no such API at the base URL ({0})", "check base_url",
                "base_url says https://open.feishu.cn/open-apis. Leave the path out: https://open.feishu.cn.";
        EveryRowRefused "every-row-refused" Error ["20", "1002011", "城市有误" / "the city is wrong", " [city not found]"]
            zh: "每一行都被拒绝，{1}：{2}（前 {0} 行）{3}", "原因不在某一行：请改正后再次 import；未发送的记录会保留",
                "前 20 行都因「所在地点」的编码被拒，说明整列填错，而不是哪一行。请改正这一列，再 muster import：已创建的不会重复。";
            en: "every row is refused with {1}: {2} (the first {0} rows){3}", "the cause is not in a single row: correct it and import again; unsent records are kept",
                "The first 20 rows were all refused for their city code, so the whole column is wrong. Correct it and import again: who was made is not made twice.";
        MostRowsRefused "most-rows-refused" Error ["100", "99992361", "open_id 属于另一个应用" / "the open_ids belong to another app", "", "93"]
            zh: "最近 {0} 行中有 {4} 行被拒绝，{1}：{2}{3}", "原因多半不在某一行：请改正后再次 import；未发送的记录会保留",
                "这一列 open_id 几乎都取自另一个应用，只有几行是对的，所以不是某一行的错。请用本应用重新取 open_id，再 muster import。";
            en: "{4} of the last {0} rows are refused with {1}: {2}{3}", "the cause is hardly in single rows: correct it and import again; unsent records are kept",
                "Almost all open_ids of the column came from another app; a few rows were right, so it is no single row's fault. Fetch them with this app and import again.";
        CanaryDiffers "canary-differs" Error ["1", "5"]
            zh: "先发送的 {1} 条中，有 {0} 条未能确认飞书里的内容与发送的一致，其余的没有发送", "请在飞书里核对这几条；没有问题就用 muster resume 发送其余的，否则改正后再次 import",
                "用 --canary 5 先发送了 5 条，读回时有 1 条的生日早了一天：表里的时区写错了。请改正映射文件里的 timezone 再导入，这 5 条请在飞书里手工修改。";
            en: "{0} of the first {1} records could not be confirmed to be in the tenant as they were sent; the rest was not sent", "look at them in Feishu; if they are right, muster resume sends the rest, else correct the cause and import again",
                "`--canary 5` sent five, and one was read back with a birthday a day early: the time zone was wrong. Correct `timezone` in the mapping and import again; mend these five by hand in Feishu.";
        CanaryDeclined "canary-declined" Error []
            zh: "先发送几条之后没有继续", "用 muster resume 发送其余的，或用 muster abandon 放弃",
                "看过先发送的 5 条后回答了否。其余的都没有发送：muster resume 继续，muster abandon 放弃。";
            en: "it did not go on after the first records", "muster resume sends the rest, muster abandon gives them up",
                "After a look at the first five the question was answered with no. Nothing else was sent: `muster resume` goes on, `muster abandon` gives the rest up.";
        TooManyRefused "too-many-refused" Error ["51", "50"]
            zh: "被拒绝的记录已有 {0} 条，超过 --max-refused {1}", "请看报告中的原因；未发送的记录会保留",
                "写了 --max-refused 50，第 51 条被拒时停下。请看 results.csv 里的原因，改正后再导入。";
            en: "{0} records were refused, more than --max-refused {1}", "the report has the reasons; unsent records are kept",
                "With `--max-refused 50` the 51st refusal stopped the run. See the reasons in results.csv, correct the rows and import again.";
        ServerFailing "server-failing" Error ["open.feishu.cn", "server error"]
            zh: "{0} 一直没有可用的答复（{1}）", "请稍后用 muster resume 继续；没有结果的记录会先查询，不会重复创建",
                "连续多分钟只收到服务器错误。请稍后运行 muster resume；没有结果的记录会先查询。";
            en: "{0} gives no usable answers ({1})", "go on later with muster resume; records without an answer are looked up first, never made twice",
                "For minutes there were nothing but server errors. Run `muster resume` later; records without an answer are looked up first.";
        JobDataUnreadable "job-data-unreadable" Warning ["corehr:job_data:read, corehr:job_data:write", "任职信息" / "job data"]
            zh: "应用不能读取{1}，发送前无法查看是否已存在", "建议申请以下权限之一：{0}",
                "应用能写入但不能读取任职信息，所以发送前查不到已有的任职信息。最好申请 corehr:job_data:read。";
            en: "the app cannot read {1}, so existing records are not found before sending", "better request one of: {0}",
                "The app may write job data but not read them, so what exists is not found before sending. Better request corehr:job_data:read.";
        MadeBesideExisting "made-beside-existing" Warning ["6960663240925956660", "6960663240925956661"]
            zh: "企业中已有 {0}，按 --existing send-anyway 又新建了 {1}", "请在飞书中核对并合并",
                "用 --existing send-anyway 导入，已有的候选人在人才库里又新建了一条。请在飞书招聘里核对并合并。";
            en: "the tenant has {0}, and --existing send-anyway made {1} beside it", "compare the two in Feishu and merge them",
                "With `--existing send-anyway` Feishu made a second talent for somebody it had. Compare and merge the two in Feishu Hire.";
        RequestNotMade "request-not-made" Error []
            zh: "请求无法生成，这是 muster 的缺陷", "请报告这个问题",
                "程序缺陷：请求在发出之前就没能生成，什么也没有发送。请报告。";
            en: "a request could not be made, which is a defect of muster", "please report it",
                "A defect: the request could not even be put together, and nothing was sent. Please report it.";
        TaskDied "task-died" Error ["panic"]
            zh: "内部错误：一个任务意外结束（{0}）", "请报告这个问题；可用 muster resume 继续",
                "程序缺陷：内部的一个任务崩溃了。导入记录是完整的，muster resume 会先查清再继续。";
            en: "internal error: a task ended unexpectedly ({0})", "please report it; muster resume goes on",
                "A defect: a task of muster crashed. The journal is whole, and `muster resume` looks up what is open and goes on.";
    }
    "冲突和结果未知" / "Conflicts and unknown outcomes" {
        // Why a record is a conflict or not known: {0} is its number. The journal keeps the id.
        TwoPeople "two-people" Error []
            zh: "这条记录的证件、手机、邮箱在飞书里分属不同的人", "请在飞书里合并这些人或改正其资料，然后再次 import",
                "表里一行的手机号在飞书里是甲，邮箱是乙。甲乙是同一个人就在飞书里合并，否则改正表里的号码。";
            en: "its ID document, mobile and e-mail point at different people in the tenant", "merge or correct these people in Feishu, then import again",
                "The mobile number of a row is one talent's in Feishu, its e-mail another's. Merge them if they are one person, else correct the row.";
        NameDiffers "name-differs" Error []
            zh: "手机或邮箱在飞书里属于另一个名字的人", "请核对是不是同一个人：是就改姓名，不是就改号码或邮箱",
                "表里写「张三」，飞书里用这个手机号的人叫「李四」。可能号码换了主人，也可能改过名，需要人来核对。";
            en: "its mobile or e-mail belongs to somebody of another name in the tenant", "if it is the same person correct the name, else the number or address",
                "The row says one name, and the talent with this number has another: the number may have a new owner, or the name changed. Somebody has to look.";
        NameUnread "name-unread" Error []
            zh: "手机或邮箱在飞书里已属于某人，但读不到那个人的姓名", "请给应用加上 hire:talent:readonly 权限，或在飞书里核对",
                "这个手机号在飞书里有人，但应用读不到姓名，不能确定是不是同一个人。请加上 hire:talent:readonly。";
            en: "its mobile or e-mail belongs to somebody in the tenant whose name cannot be read", "give the app hire:talent:readonly, or look in Feishu",
                "Somebody in Feishu has this number, but the app may not read the name, so whether it is the same person is not known. Add hire:talent:readonly.";
        NotAskable "not-askable" Error []
            zh: "飞书拒绝按这条记录的手机、邮箱或证件号查询，不能确定是否已存在", "请核对号码的格式和国家代码",
                "查询时飞书说这个号码不合格式，于是不知道有没有这个人，也就没有发送。请核对号码和国家代码。";
            en: "the tenant refuses to look up one of its keys, so it may exist already", "check the number and its country code",
                "Feishu refuses to look the number up, so whether the person exists is not known, and nothing was sent. Check number and country code.";
        RecordsNotAskable "records-not-askable" Error []
            zh: "飞书拒绝查询这位员工的任职信息，不能确定是否已有，所以没有发送", "请核对 employment_id，并确认应用的数据权限包括这位员工，然后再导入一次",
                "查询这位员工已有的任职信息时被飞书拒绝，于是不知道有没有，也就没有发送。多半是 employment_id 有误，或应用的数据权限不包括这位员工。";
            en: "the tenant refuses to show the employee's job data, so it may have some already; nothing was sent", "check the employment_id and that the app's data range holds this employee, then import again",
                "Feishu refuses to look the employee's job data up, so whether there is any is not known, and nothing was sent. As a rule the employment_id is wrong, or the employee is outside of the app's data range.";
        Exists "exists" Error []
            zh: "飞书里已经有了（--existing fail）", "用 --existing skip 跳过已存在的人",
                "写了 --existing fail，而飞书里已有这个人。去掉这个选项（默认 skip）就跳过他。";
            en: "the tenant has it already (--existing fail)", "--existing skip passes over who exists",
                "With `--existing fail` a person who is in Feishu already is a conflict. Leave it out (the default is skip) to pass over them.";
        OutcomeUnknown "outcome-unknown" Error ["3", "17", "超时" / "timeout"]
            zh: "已发送，没有得到可用的答复（{2}），结果未知", "运行 muster settle 去飞书核对；核对不了的，自己查看后用 muster settle {0} --record {1} --created ID 或 --not-created 记下结论",
                "请求发出去了，网络在答复到达之前断开：可能建好了，也可能没有。muster settle 会按手机、邮箱或证件号去查。";
            en: "it was sent and no usable answer came ({2}), so its outcome is not known", "run muster settle to look it up; what it cannot tell, look up yourself and note with muster settle {0} --record {1} --created ID, or --not-created",
                "The request went out and the network failed before the answer came: it may have been made, or not. `muster settle` looks it up by its keys.";
        KeylessUnanswered "keyless-unanswered" Error ["3", "17"]
            zh: "已发送但没有得到答复，而这条记录没有手机、邮箱或证件号，无法查询", "请在飞书里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created",
                "用 --allow-keyless 导入的人没有手机、邮箱、证件号，没有答复就无从查起。请在飞书里找，再运行 muster settle 3 --record 17 --not-created。";
            en: "it was sent without an answer, and has no mobile, e-mail or ID number to look it up by", "look in Feishu, then muster settle {0} --record {1} --created ID, or --not-created",
                "Who was imported with --allow-keyless has no key to be looked up by. Look in Feishu, then run `muster settle 3 --record 17 --not-created`.";
        ThereBefore "there-before" Error ["3", "17"]
            zh: "飞书里有这个人，但分不清是这次创建的还是以前就有", "请在飞书里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created",
                "查到了这个人，但发送之前可能就有。人已经在飞书里就写 muster settle 3 --record 17 --created 6960663240925956660。";
            en: "the person is in the tenant, but whether this run made them cannot be told", "look in Feishu, then muster settle {0} --record {1} --created ID, or --not-created",
                "The person is there, but may have been before it was sent. Note who it is: `muster settle 3 --record 17 --created 6960663240925956660`.";
        SentEnough "sent-enough" Error ["3", "17"]
            zh: "已发送多次，每次都没有得到答复，也查不到", "请在飞书里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created",
                "这一条发送了 5 次，每次都没有答复，也查不到。请人工核对，不要再自动重发。";
            en: "it was sent several times without an answer and cannot be found", "look in Feishu, then muster settle {0} --record {1} --created ID, or --not-created",
                "It was sent five times, never answered, and cannot be found. Have somebody look; it is not sent again by itself.";
        OthersThere "others-there" Error ["3", "17"]
            zh: "这条雇佣信息下已有任职信息，但分不清是不是这次创建的", "请在飞书人事里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created",
                "这条雇佣信息下已有任职信息，日期或部门与表里不完全一样。请在飞书人事里查看是不是刚创建的那条。";
            en: "the employment has a record already, but whether this run made it cannot be told", "look in CoreHR, then muster settle {0} --record {1} --created ID, or --not-created",
                "The employment has job data that are not quite those of the row. See in CoreHR whether this is the one just made.";
        NotVisible "not-visible" Error ["3", "17"]
            zh: "已发送但没有得到答复，而应用看不到这名员工，查不到不等于没有", "请扩大应用的数据权限范围后 muster settle，或核对后 muster settle {0} --record {1} --created ID 或 --not-created",
                "应用的数据权限范围不含这名员工，查询总是空的。请扩大范围，再运行 muster settle。";
            en: "it was sent without an answer, and the app cannot see the employee, so not found proves nothing", "widen the app's data range and run muster settle, or look and muster settle {0} --record {1} --created ID, or --not-created",
                "The employee is outside the app's data range, so every look-up is empty. Widen it and run `muster settle`.";
        SeenAgain "seen-again" Error ["3", "17"]
            zh: "飞书说已收到过这个请求，但查不到这条记录", "请在飞书人事里核对，然后 muster settle {0} --record {1} --created ID 或 --not-created",
                "换了新的 client_token 再发，飞书仍答「重复请求」（1160004），而任职记录查不到。请人工核对。";
            en: "the tenant says that it has seen the request, but there is no such record", "look in CoreHR, then muster settle {0} --record {1} --created ID, or --not-created",
                "Even with a new client_token Feishu answers `request ID repeat` (1160004), and no job data are found. Have somebody look.";
        NotReadable "not-readable" Error ["3", "17"]
            zh: "已发送但没有得到答复，而应用没有读取权限", "请给应用加上读取权限后 muster settle，或核对后 muster settle {0} --record {1} --created ID 或 --not-created",
                "应用没有读取任职的权限，没有答复的就查不了。请加上 corehr:job_data:read，再运行 muster settle。";
            en: "it was sent without an answer, and the app may not read", "give it permission to read and run muster settle, or look and muster settle {0} --record {1} --created ID, or --not-created",
                "The app may not read job data, so what was not answered cannot be looked up. Add corehr:job_data:read and run `muster settle`.";
        MadeBeside "made-beside" Warning ["6960663240925956660"]
            zh: "飞书里以前就有（{0}），因为 --existing send-anyway 又新建了一个", "请在飞书里核对，多出来的删去一个",
                "写了 --existing send-anyway，飞书里已有的人照发了一遍，于是有了两个。不要两个就用默认的 --existing skip。";
            en: "the tenant had it already ({0}), and --existing send-anyway made a second one", "look at both in Feishu, and delete the one too many",
                "With `--existing send-anyway` a person who was in Feishu already was sent all the same and is there twice. The default, `--existing skip`, makes no second one.";
    }
    "命令、配置和报告" / "Commands, configuration and reports" {
        ConfigUnreadable "config-unreadable" Error ["muster.toml", "第 3 行第 10 列：不是有效的 TOML" / "line 3, column 10: this is no valid TOML"]
            zh: "配置文件「{0}」有误：{1}", "请改正这一行；密钥本身不写在这里，用 app_secret_file 指明存放它的文件",
                "muster.toml 第 3 行少了引号：app_id = cli_a1。请写 app_id = \"cli_a1\"。";
            en: "the configuration file `{0}` is wrong: {1}", "mend that line; a secret never stands in it: `app_secret_file` names the file that holds it",
                "A quote is missing on line 3 of muster.toml: app_id = cli_a1. Write app_id = \"cli_a1\".";
        ConfigSecret "config-secret" Error ["muster.toml", "4"]
            zh: "配置文件「{0}」第 {1} 行像是直接写了密钥（或写错了配置项的名字）", "请把密钥单独存成一个文件，在这里写 app_secret_file = \"secret.txt\"，并删去这一行",
                "muster.toml 第 4 行写的是 app_secret = \"…\"。请把密钥存进 secret.txt，改写 app_secret_file = \"secret.txt\"。";
            en: "line {1} of the configuration file `{0}` seems to hold a secret itself, or a setting's name is misspelt", "put the secret into a file of its own, name that by `app_secret_file = \"secret.txt\"`, and delete the line",
                "Line 4 of muster.toml says app_secret = \"…\". Put the secret into secret.txt, and write app_secret_file = \"secret.txt\".";
        ConfigUnconfirmed "config-unconfirmed" Error ["/home/me/下载/花名册/muster.toml", "muster --config /home/me/下载/花名册/muster.toml import 花名册.xlsx"]
            zh: "「{0}」是自动找到的配置，还没有人确认过，所以没有采用，也什么都没有发送", "请在终端里运行一次并确认，或确实信任它时写明：{1}",
                "解压同事发来的文件夹，里面的 muster.toml 会运行命令、决定发到哪里。请在终端里运行一次，看清地址和应用再确认；定时任务用 --config 指明。";
            en: "`{0}` is a configuration that was found and that nobody has confirmed, so it was not followed and nothing was sent", "run this once in a terminal and confirm it, or, if you trust it, name it: {1}",
                "A folder that a colleague sent holds a muster.toml, which can run a command and says where to send. Run muster once in a terminal, look at host and app, and confirm; a scheduled job names the file with `--config`.";
        StateUnwritable "state-unwritable" Warning ["/home/me/.local/state/muster/trusted.json", "没有权限" / "permission denied"]
            zh: "记不下这次确认：写不了「{0}」（{1}）", "下次还会再问",
                "主文件夹是只读的，确认过的配置记不下来。这次照常进行，下次还会再问。";
            en: "the confirmation could not be kept: `{0}` cannot be written ({1})", "it will be asked again",
                "The home folder is read-only, so the confirmation can't be kept. This time muster goes on; the next time it asks again.";
        ProfileMissing "profile-missing" Error ["prod", "muster.toml", "default, test"]
            zh: "「{1}」里没有 [profile.{0}]", "现有的：{2}",
                "写的是 --profile prod，而 muster.toml 里只有 [profile.default] 和 [profile.test]。";
            en: "there is no [profile.{0}] in `{1}`", "there are: {2}",
                "`--profile prod` was given, but muster.toml has [profile.default] and [profile.test] only.";
        ProfileThere "profile-there" Error ["prod", "muster.toml"]
            zh: "「{1}」里已经有 [profile.{0}]，没有改动", "加另一个租户就换一个 --profile；要改这一个，直接修改文件",
                "muster init --profile prod 只加上还没有的配置，已有的一个字也不动。";
            en: "`{1}` has a [profile.{0}] already, which was not changed", "give another --profile to add another tenant; to change this one, edit the file",
                "`muster init --profile prod` adds what is not there, and changes nothing that is.";
        ConfigNoRoom "config-no-room" Error ["muster.toml", "[profile.\"prod\"] …"]
            zh: "「{0}」的写法不能在末尾加一段配置，没有改动", "请自行加上这一段：{1}",
                "profile 写成了一行的表（profile = { … }），后面不能再加 [profile.prod]。请把新的一段写进这一行，或把它拆开写。";
            en: "`{0}` is written so that no profile can follow at its end; it was not changed", "add this by hand: {1}",
                "The profiles stand in one line (profile = { … }), behind which no [profile.prod] can be added. Write the new one into that line, or take it apart.";
        ProfileTwice "profile-twice" Error ["test", "prod"]
            zh: "这个命令一次只用一个 --profile，写了 {0} 和 {1}", "每个租户各运行一次；要比较两个租户，用 muster check 文件 --profile {0} --profile {1}",
                "import 写了 --profile test --profile prod。导入一次只去一个租户：先用 test 演练，再用 prod 运行同一行命令。";
            en: "this command takes one --profile, not both {0} and {1}", "run it once for each tenant; to compare them: muster check FILE --profile {0} --profile {1}",
                "`import` was given `--profile test --profile prod`. An import goes to one tenant: rehearse with test, then run the same line with prod.";
        ConfigMissing "config-missing" Error ["prod"]
            zh: "没有找到 muster.toml，因此没有 [profile.{0}]", "请在有 muster.toml 的文件夹里运行，或用 --config 指明；试用请加 --sandbox",
                "写了 --profile prod，而当前文件夹和上级都没有 muster.toml。请加 --config 路径，试用就加 --sandbox。";
            en: "no muster.toml was found, so there is no [profile.{0}]", "run muster where muster.toml is, or name it with --config; to just try muster, add --sandbox",
                "`--profile prod` was given, but there is no muster.toml here or above. Add `--config PATH`, or `--sandbox` to just try.";
        EnvironmentContradicts "environment-contradicts" Error ["--profile test", "MUSTER_BASE_URL", "https://open.larksuite.com"]
            zh: "{0} 与环境变量 {1}={2} 矛盾", "请去掉其中一个；地址、应用和密钥是一套，不会混用",
                "命令写了 --profile test（飞书），环境变量 MUSTER_BASE_URL 却指着 Lark。请 unset MUSTER_BASE_URL，或去掉 --profile。";
            en: "{0} and the environment's {1}={2} contradict each other", "drop one of them: address, app and secret are one set and are never mixed",
                "The command says `--profile test`, which is Feishu, and MUSTER_BASE_URL says Lark. Unset the variable, or drop --profile.";
        ConfigValue "config-value" Error ["user_id_type", "email", "people_corehr_id, open_id, union_id, user_id"]
            zh: "配置项 {0} 不能是「{1}」", "可用：{2}",
                "muster.toml 写了 user_id_type = \"email\"。请写列出的一种，例如 \"people_corehr_id\"。";
            en: "the setting {0} cannot be `{1}`", "allowed: {2}",
                "muster.toml says user_id_type = \"email\". Use one that is listed, such as \"people_corehr_id\".";
        SecretUnreadable "secret-unreadable" Error ["secret.txt", "没有这个文件或文件夹" / "no such file or folder"]
            zh: "读不到密钥文件「{0}」：{1}", "请检查 app_secret_file 或 MUSTER_APP_SECRET_FILE",
                "app_secret_file = \"secret.txt\"，而 muster.toml 旁边没有这个文件。路径从 muster.toml 所在的文件夹算起。";
            en: "cannot read the secret file `{0}`: {1}", "check app_secret_file or MUSTER_APP_SECRET_FILE",
                "app_secret_file = \"secret.txt\", but there is none beside muster.toml, from where the path counts.";
        SecretTwice "secret-twice" Error []
            zh: "app_secret_file 和 app_secret_command 只能写一个", "请在 muster.toml 里去掉一个",
                "muster.toml 同时写了 app_secret_file 和 app_secret_command。请只留一个。";
            en: "`app_secret_file` and `app_secret_command` exclude each other", "leave one of them out of muster.toml",
                "muster.toml has both app_secret_file and app_secret_command. Keep one of them.";
        SecretCommand "secret-command" Error ["pass", "没有输出" / "it printed nothing"]
            zh: "app_secret_command 的程序 {0} 没有给出密钥：{1}", "请在终端里运行这条命令，看它是否在第一行打印密钥",
                "app_secret_command = [\"pass\", \"feishu\"]，而密码库里没有 feishu 这一项。请在终端里运行 pass feishu 看看。";
            en: "{0}, the program of `app_secret_command`, gave no secret: {1}", "run the command in a terminal: its first line must be the secret",
                "app_secret_command = [\"pass\", \"feishu\"], but the store has no entry of that name. Run `pass feishu` in a terminal.";
        SecretMissing "secret-missing" Error ["cli_a1"]
            zh: "没有给出应用 {0} 的密钥", "请设环境变量 MUSTER_APP_SECRET（或 MUSTER_APP_SECRET_FILE），或在 muster.toml 里写 app_secret_file；只想试试就加 --sandbox",
                "muster.toml 有 app_id，没有密钥。请设 MUSTER_APP_SECRET，或写 app_secret_file = \"secret.txt\"。";
            en: "the secret of the app {0} is missing", "set MUSTER_APP_SECRET (or MUSTER_APP_SECRET_FILE) in the environment, or write `app_secret_file` into muster.toml; to just try muster, add --sandbox",
                "muster.toml has the app_id but no secret. Set MUSTER_APP_SECRET, or write app_secret_file = \"secret.txt\".";
        SecretReadable "secret-readable" Warning ["secret.txt"]
            zh: "密钥文件「{0}」别的用户也能读", "请运行 chmod 600，只留给自己",
                "echo … > secret.txt 建出来的文件别人也能读。请运行 chmod 600 secret.txt。";
            en: "other users of this machine may read the secret file `{0}`", "keep it to yourself with `chmod 600`",
                "`echo … > secret.txt` makes a file that others may read. Run `chmod 600 secret.txt`.";
        SecretWritable "secret-writable" Warning ["secret.txt"]
            zh: "别的用户可以改动「{0}」，也就能换掉密钥或它发往的地址", "请运行 chmod go-w，只留给自己",
                "secret.txt 或它所在的共享文件夹，同组的人可以改写。请把它移到自己的文件夹，或运行 chmod go-w。";
            en: "other users of this machine may write `{0}`, and so replace the secret or where it goes", "keep it to yourself with `chmod go-w`",
                "secret.txt, or the shared folder that it is in, can be written by your group. Move it to a folder of your own, or run `chmod go-w`.";
        SecretMarked "secret-marked" Warning ["secret.txt"]
            zh: "密钥文件「{0}」开头有 BOM，已忽略", "请存为不带 BOM 的 UTF-8，别的程序可能不会忽略它",
                "记事本按「带 BOM 的 UTF-8」存了 secret.txt。muster 忽略 BOM；最好另存为 UTF-8。";
            en: "the secret file `{0}` begins with a byte order mark, which was left out", "save it as UTF-8 without BOM: other programs may take the mark for a part of the secret",
                "Notepad saved secret.txt as \"UTF-8 with BOM\". muster leaves the mark out; better save it as plain UTF-8.";
        AccountMissing "account-missing" Error ["app_id"]
            zh: "缺少 {0}", "请在 muster.toml 里写 app_id，或设环境变量 MUSTER_APP_ID；只想试试就加 --sandbox",
                "只设了 MUSTER_APP_SECRET，没有说是哪个应用。请设 MUSTER_APP_ID，或在 muster.toml 里写 app_id = \"cli_a1\"。";
            en: "{0} is missing", "put `app_id` into muster.toml, or set MUSTER_APP_ID in the environment; to just try muster, add --sandbox",
                "MUSTER_APP_SECRET is set, but not the app that it belongs to. Set MUSTER_APP_ID, or write app_id = \"cli_a1\" into muster.toml.";
        ReportUnwritable "report-unwritable" Error ["问题.xlsx", "没有权限" / "permission denied"]
            zh: "写不了「{0}」（{1}）", "请检查文件夹的权限；文件若正在 Excel 中打开，请先关闭",
                "上一次的 问题.xlsx 还在 Excel 里开着。请关闭它，或换一个文件名。";
            en: "cannot write `{0}` ({1})", "check the folder's permissions; close the file if Excel has it open",
                "The last report is still open in Excel. Close it, or give another name.";
        ReportNoSpace "report-no-space" Error ["muster-report-3"]
            zh: "磁盘已满，「{0}」没有写成", "请腾出空间后运行 muster report",
                "结果都在导入记录里，只是报告没有写成。腾出空间后运行 muster report 3。";
            en: "the disk is full, `{0}` was not written", "free some space, then run muster report",
                "All results are in the journal, only the report was not written. Free some space and run `muster report 3`.";
        ReportOneTable "report-one-table" Error ["问题.csv"]
            zh: "「{0}」是 CSV，只能放一张表，而输入有多张", "请改用 .xlsx",
                "检查了两张表，却写 --report 问题.csv。请写 --report 问题.xlsx，每张表一页。";
            en: "`{0}` is a CSV, which holds one table, and the input has several", "use .xlsx",
                "Two sheets were checked with `--report out.csv`. Write `--report out.xlsx`, which has a sheet for each.";
        ReportFixSkipped "report-fix-skipped" Warning ["花名册.xlsx", "没有这个文件或文件夹" / "no such file or folder"]
            zh: "没有为「{0}」生成修复表：{1}", "results.csv 列出了每一条记录",
                "导入之后原表被移走或改过，无法据此生成修复表。results.csv 里仍有每一条记录。";
            en: "no fix file was made for `{0}`: {1}", "results.csv lists every record",
                "The sheet was moved or changed after the import, so no fix file could be made from it. results.csv still lists every record.";
        LedgerOpen "ledger-open" Error ["records", "100", "99"]
            zh: "账目不平（{0}：{1} 对 {2}），这是 muster 的缺陷", "请报告此问题；results.csv 逐条列出了记录",
                "程序缺陷：100 条记录只有 99 个结果。请报告，并以 results.csv 为准核对。";
            en: "the numbers do not add up ({0}: {1} against {2}), which is a bug in muster", "please report it; results.csv lists every record",
                "A defect: 100 records have 99 outcomes. Please report it, and go by results.csv.";
        Internal "internal" Error ["signals: permission denied"]
            zh: "muster 自身出错：{0}", "请报告此问题；再运行一次同样的命令是安全的",
                "程序缺陷，或系统拒绝了某个操作。请报告；再运行一次是安全的，已发送的不会重复。";
            en: "muster itself failed: {0}", "please report it; running the same command again is safe",
                "A defect, or the system refused something. Please report it; running again is safe, and nothing is sent twice.";
        FileUnwritable "file-unwritable" Error ["输出.jsonl", "没有权限" / "permission denied"]
            zh: "写不了「{0}」：{1}", "请检查路径、权限和磁盘空间",
                "要写的文件夹是只读的。请换一个文件夹，例如自己的文档文件夹。";
            en: "cannot write `{0}`: {1}", "check the path, the permissions and the disk",
                "The folder is read-only. Write to another, such as your own documents.";
        PortUnusable "port-unusable" Error ["8787", "Address already in use"]
            zh: "端口 {0} 用不了：{1}", "请用 --port 0 任选一个",
                "另一个 muster sandbox 已占用 8787。请写 --port 0，由系统任选一个。";
            en: "port {0} cannot be used: {1}", "pick any with --port 0",
                "Another `muster sandbox` has port 8787. Write `--port 0` to have one picked.";
        YesNeeded "yes-needed" Error []
            zh: "没有终端可以提问，所以什么也没有发送", "请加 --yes 表示同意发送，或用 -n 只看计划",
                "定时任务里运行 muster import，没有人可以回答「发送吗？」。确定要发送就加 --yes，只想看计划就加 -n。";
            en: "there is no terminal to ask on, so nothing was sent", "add --yes to approve, or -n to see the plan only",
                "`muster import` ran in a scheduled job, where nobody can answer its question. Add `--yes` to approve, or `-n` to see the plan.";
        RunPurged "run-purged" Warning ["3", "2026-12-31"]
            zh: "第 {0} 次运行的个人数据已于 {1} 清除：报告里没有姓名和字段内容", "",
                "muster purge --older-than 30d 之后又生成了第 3 次运行的报告：数量、状态和飞书 ID 都在，姓名和字段内容已清除。";
            en: "the personal data of run {0} were erased on {1}: this report has no names and no values", "",
                "The report of run 3 was written again after `muster purge --older-than 30d`: counts, states and remote IDs are there, names and values are not.";
        PurgeYesNeeded "purge-yes-needed" Error []
            zh: "没有终端可以提问，所以什么也没有清除", "请加 --yes 表示同意",
                "定时任务里运行 muster purge，没有人可以回答「清除？」。确定要清除就加 --yes。";
            en: "there is no terminal to ask on, so nothing was erased", "add --yes to approve",
                "`muster purge` ran in a scheduled job, where nobody can answer its question. Add `--yes` to approve.";
        NothingToResume "nothing-to-resume" Error []
            zh: "没有可以继续的运行", "没有批准过的计划不会被发送；请重新运行 import",
                "没有被中断的运行：上次已经做完，或者问「发送吗？」时答了否。请用 muster import 重新开始。";
            en: "there is no run to go on with", "a plan that was not approved is never sent; run import again",
                "No run was interrupted: the last one ended, or its question was answered with no. Begin again with `muster import`.";
        TooManyInvalid "too-many-invalid" Error ["80", "400", "5%"]
            zh: "{1} 条记录里有 {0} 条有错误，超过 --max-invalid {2}，所以什么也没有发送", "请看报告：多半是导出不完整，或有一列改了名",
                "写了 --max-invalid 5%，而 400 条里有 80 条有错，多半是「手机号」一列改了名。请检查导出。";
            en: "{0} of {1} records are invalid, more than --max-invalid {2}, so nothing was sent", "see the report: most likely the export is not whole, or a column was renamed",
                "With `--max-invalid 5%`, 80 of 400 records are invalid: most likely a column was renamed. Look at the export.";
        TooFewRows "too-few-rows" Error ["12", "90%", "，上次 400 行" / ", the last run had 400"]
            zh: "只有 {0} 行，少于 --min-rows {1}{2}，所以什么也没有发送", "请确认导出完整；确实变少了就调低 --min-rows",
                "写了 --min-rows 90%，上次 400 行，今天只有 12 行，多半是导出没有写完。请重新导出。";
            en: "there are only {0} rows, fewer than --min-rows {1}{2}, so nothing was sent", "make sure that the export is whole; if there really are fewer, lower --min-rows",
                "With `--min-rows 90%` and 400 rows last time, today's 12 look like an export that is half-written. Export it again.";
        ClockWrong "clock-wrong" Error ["900"]
            zh: "本机时钟与服务器相差 {0} 秒", "请校准时钟；查日志和判断结果未知的记录都依赖它",
                "电脑的时间慢了 15 分钟。请打开「自动设置时间」。";
            en: "this machine's clock is {0} s away from the server's", "set it right; log searches and the settling of doubt rely on it",
                "The machine's clock is 15 minutes off. Have it set itself.";
        InitWants "init-wants" Error ["--app-id, --tenant-name", "secret.txt"]
            zh: "没有终端可以询问，还缺：{0}", "都写在命令行上：muster init --app-id cli_… --tenant-name 某某公司；密钥放在文件 {1} 里，或用环境变量 MUSTER_APP_SECRET 给出",
                "在脚本里运行 muster init，没有人可以回答问题。请用 --app-id 和 --tenant-name 给出应用和租户名称，密钥事先放在文件里，或用环境变量 MUSTER_APP_SECRET 给出。";
            en: "nobody can be asked, and this lacks: {0}", "give it all on the command line: muster init --app-id cli_… --tenant-name 'Some Company'; the secret in the file {1}, or in the variable MUSTER_APP_SECRET",
                "`muster init` runs in a script, where nobody answers. Give app and tenant with --app-id and --tenant-name, and the secret in a file that is there, or in the variable MUSTER_APP_SECRET.";
        FileExists "file-exists" Error ["人才.xlsx"]
            zh: "「{0}」已经存在，没有覆盖", "请换一个文件名，或先移走它",
                "muster template talent -o 人才.xlsx 不会覆盖已有的文件（可能已经填了人）。请换一个名字。";
            en: "`{0}` exists already and was not replaced", "give another name, or move it away first",
                "`muster template talent -o talents.xlsx` never replaces a file, which people may have filled in. Give another name.";
        TemplateUnknown "template-unknown" Error ["eduction", "您是不是要写「education」？" / "did you mean `education`? ", "教育经历、工作经历" / "Education, Career"]
            zh: "没有「{0}」这一组或这一列", "{1}可以写：{2}",
                "写的是 --with eduction:2。请写 --with education:2，或 --with 教育:2。";
            en: "there is no group and no column `{0}`", "{1}there are: {2}",
                "`--with eduction:2` was given. Write `--with education:2`.";
        TemplateCount "template-count" Error ["education:500", "0–100"]
            zh: "「{0}」里的数字不合适", "可以写：{1}",
                "飞书的列表最多 100 条。请写 --with education:3 这样的数。";
            en: "the number in `{0}` does not fit", "it can be: {1}",
                "A list of Feishu holds 100 entries. Write a number such as `--with education:3`.";
        TemplateRequired "template-required" Error ["姓名" / "Name"]
            zh: "「{0}」是必填列，模板里不能没有", "请去掉这一项",
                "写了 --with 姓名:0，而没有姓名的候选人不能导入。请去掉这一项。";
            en: "`{0}` is required and cannot be left out of a template", "leave this one in",
                "`--with name:0` was given, but no talent can be imported without a name. Leave it out.";
        ExplainUnknown "explain-unknown" Error ["digits-lots", "是不是 digits-lost？" / "did you mean digits-lost? "]
            zh: "没有代码「{0}」", "{1}muster explain 不带代码会列出全部",
                "写的是 muster explain digits-lots。请写 muster explain digits-lost；不带代码就列出全部。";
            en: "there is no code `{0}`", "{1}`muster explain` without one lists them all",
                "`muster explain digits-lots` was run. Write `muster explain digits-lost`; without a code all are listed.";
        ApiCodeUnknown "api-code-unknown" Error ["1234567"]
            zh: "muster 不认识飞书的错误码 {0}", "请查接口的文档：https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN",
                "1234567 不在 muster 所用接口的文档里。results.csv 的 message 一列有飞书返回的原文；带着 log_id 可以问飞书技术支持。";
            en: "muster does not know the API's code {0}", "see the API's documentation: https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN",
                "1234567 is not in the documents of the endpoints that muster uses. The column `message` of results.csv has Feishu's own words; its support can look up the log_id.";
        OutputIsInput "output-is-input" Error ["员工.csv", "要读取的表格" / "a spreadsheet that is read"]
            zh: "「{0}」是{1}，不能写到它上面", "请换一个文件名",
                "写的是 muster check 员工.csv --report 员工.csv，会盖掉原表。请给报告另起一个名字，如 --report 问题.csv。";
            en: "`{0}` is {1}, so it is not written over", "give another name",
                "`muster check staff.csv --report staff.csv` would replace the spreadsheet. Give the report a name of its own, such as `--report problems.csv`.";
    }
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
mod tests;
