//! Examples: files, and cells that could not be read.
//!
//! Must not know: how a file is opened.

use super::Example;

pub(super) const FILES: &[Example] = examples! {
    FileMissing ["花名册.xlsx"]
        zh: "命令是 muster check 花名册.xlsx，而这个文件在「下载」文件夹里。请写完整路径，例如 muster check 下载/花名册.xlsx。";
        en: "The command was `muster check 花名册.xlsx`, but the file is in the folder `下载`. Give its path: `muster check 下载/花名册.xlsx`.";
    FileUnreadable ["没有权限" / "permission denied"]
        zh: "文件存在，但系统不让当前用户读取，或者 Excel 正独占着它。请关闭 Excel，或把文件复制到自己的文件夹再试。";
        en: "The file is there, but the system does not let you read it, or Excel holds it. Close Excel, or copy the file to a folder of your own.";
    FileIsFolder []
        zh: "命令是 muster check 2024年入职，而「2024年入职」是文件夹。请写 muster check 2024年入职/*.xlsx。";
        en: "The command was `muster check joiners`, and `joiners` is a folder. Write `muster check joiners/*.xlsx`.";
    FileIsLock []
        zh: "给的是 ~$花名册.xlsx：Excel 打开花名册.xlsx 时在旁边放的临时文件。请给 花名册.xlsx。";
        en: "The file given is `~$staff.xlsx`, which Excel keeps beside `staff.xlsx` while it is open. Give `staff.xlsx`.";
    FileEmpty []
        zh: "文件是 0 字节，或只有空格和空行，多半是导出或下载中断了。请重新导出。";
        en: "The file has 0 bytes, or nothing but blanks, most likely because an export or download broke off. Export it again.";
    FileTooLarge ["512", "--raise-limits 2"]
        zh: "工作簿有 700 MiB，超过上限 512 MiB。请按部门或年份拆成几个文件；确信文件可靠，也可以加 --raise-limits 2。";
        en: "The workbook has 700 MiB and the limit is 512 MiB. Split it by department or year; if you trust it, `--raise-limits 2` reads it as it is.";
    FileEncrypted []
        zh: "工作簿打开时要输入密码。请在 Excel 里去掉密码，另存一份给 muster 读。";
        en: "The workbook asks for a password when it is opened. Take the password off in Excel and save a copy for muster.";
    FileOldExcel []
        zh: "文件是 Excel 97 之前的 .xls，或这个系统上不能安全地读 .xls。请用 Excel 或 WPS 打开，另存为 .xlsx；只改扩展名没有用。";
        en: "The file is an .xls from before Excel 97, or .xls cannot be read safely on this system. Open it in Excel or WPS and save as .xlsx; renaming it does not help.";
    FileOtherFormat ["HTML"]
        zh: "系统导出的「花名册.xls」其实是一个网页（以 <html 或 <table 开头）。请用 Excel 打开，另存为 .xlsx。";
        en: "The `staff.xls` that a system exported is really a web page (it begins with <html or <table). Open it in Excel and save as .xlsx.";
    FileBinary []
        zh: "文件里有大量 NUL 等二进制字节，不是 CSV 也不是工作簿。请确认给的是表格，并另存为 .xlsx。";
        en: "The file is full of NUL and other binary bytes: neither CSV nor a workbook. Make sure that it is the spreadsheet, and save it as .xlsx.";
    EncodingUnknown ["gbk2312", "utf-8, gb18030 (gbk, gb2312), utf-16le, utf-16be, big5, shift_jis, euc-kr, windows-1252"]
        zh: "写的是 --encoding gbk2312，没有这种编码。请写 --encoding gb18030（GBK、GB2312 也用它读）。";
        en: "`--encoding gbk2312` names no encoding. Write `--encoding gb18030`, which reads GBK and GB2312 too.";
    EncodingUndetected ["12", "57", "windows-1252"]
        zh: "CSV 的第 12 行不合 UTF-8，第 57 行不合 GB18030。请用 --encoding windows-1252 读读看，或在 Excel 里另存为 .xlsx。";
        en: "Line 12 of the CSV file is not UTF-8 and line 57 is not GB18030. Try `--encoding windows-1252`, or save the file as .xlsx in Excel.";
    EncodingDoubtful ["Big5"]
        zh: "台湾同事的 CSV 是 Big5，按 GB18030 读出来全是生僻字。请用 --encoding big5。";
        en: "A colleague in Taiwan saved the CSV file as Big5; read as GB18030 it is all rare characters. Use `--encoding big5`.";
    EncodingBroken ["34"]
        zh: "文件前面都是 UTF-8，第 34 行有半个汉字的字节（常见于按字节截断的导出）。请改好那一行，或加 --encoding utf-8，让 muster 指出每个坏掉的单元格。";
        en: "The file is UTF-8 up to line 34, where half a character stands (exports that cut text by bytes do that). Mend the line, or add `--encoding utf-8` to have each broken cell reported.";
    DelimiterUnusable ["\\\""]
        zh: "分隔符不能是引号、字母这类字符。文件用分号分隔就写 --delimiter \";\"，用制表符就写 --delimiter tab。";
        en: "A quote or a letter cannot separate columns. For semicolons write `--delimiter \";\"`, for tabs `--delimiter tab`.";
    DelimiterDoubtful ["\",\"", "3", "\";\"", "3"]
        zh: "每一行都是「张三,1;男,2;北京」这样，按逗号和按分号都是三列。请写 --delimiter \";\" 或 --delimiter \",\"。";
        en: "Every row looks like `a,1;b,2;c`: three columns by commas, and three by semicolons. Write `--delimiter \";\"` or `--delimiter \",\"`.";
    QuoteUnclosed ["18"]
        zh: "第 18 行的一格是 \"身高 5'11，引号只开不关，后面的行全被吞进这一格。请补成 \"身高 5'11\"，或删去引号。";
        en: "A cell on line 18 is \"5'11 tall, with a quote that opens and never closes, so all later rows fall into it. Close the quote, or remove it.";
    QuoteFarOpen ["18", "16", "--raise-limits 2"]
        zh: "第 18 行打开的引号，读了 16 MiB 还没有关闭，后面的行都被吞进这一格。请在文本编辑器里补上或删去第 18 行的引号。";
        en: "The quote that opens on line 18 is still open after 16 MiB, so all later rows fall into its cell. Close or remove it in a text editor.";
    RecordTooLong ["18", "16", "--raise-limits 2"]
        zh: "从第 18 行起超过 16 MiB 还没有一个换行，多半是引号没关，或文件是 JSON 而不是 CSV。请检查第 18 行。";
        en: "From line 18 on there are more than 16 MiB without a line end: most likely an open quote, or the file is JSON and not CSV. Look at line 18.";
    RecordTooWide ["18", "16384"]
        zh: "第 18 行的逗号超过 16384 个，多半是换行丢了，整张表成了一行。请重新导出。";
        en: "Line 18 has more than 16384 commas: most likely the line ends were lost and the sheet is one line. Export it again.";
    WorkbookDamaged ["zip"]
        zh: "下载没有完成，.xlsx 的后半截缺失；括号里是读不通的部分。请重新下载，或用 Excel 修复后另存。";
        en: "The download broke off and the second half of the .xlsx is missing; the part that cannot be read stands in brackets. Download it again, or have Excel repair it.";
    WorkbookOversized ["xl/worksheets/sheet1.xml 6200 MiB", "4096 MiB", "--raise-limits 2"]
        zh: "工作簿只有几 MiB，解开后一张表就有 6 GiB：恶意文件，或带格式的空单元格太多。请把有内容的区域复制到新的工作簿。";
        en: "The workbook has a few MiB, and one sheet unpacks to 6 GiB: a hostile file, or far too many formatted empty cells. Copy the cells with content into a new workbook.";
    WorkbookTooHeavy ["1024 MiB"]
        zh: "读取 .xls、.xlsb 或 .ods 的子进程用满了 1024 MiB 内存，被停下：文件损坏或太大。请用 Excel 或 WPS 另存为 .xlsx。";
        en: "The process that reads .xls, .xlsb or .ods used up its 1024 MiB and was stopped: the file is damaged or too large. Save it as .xlsx in Excel or WPS.";
    WorkbookTooSlow ["10"]
        zh: "读取 .xls、.xlsb 或 .ods 的子进程 10 秒内没有读完，被停下。请用 Excel 或 WPS 打开，另存为 .xlsx。";
        en: "The process that reads .xls, .xlsb or .ods did not finish within 10 seconds and was stopped. Open the file in Excel or WPS and save as .xlsx.";
    WorkbookDoctype ["xl/workbook.xml"]
        zh: "正常的 .xlsx 里没有 <!DOCTYPE …>；它能让读取程序去取别的文件。请用 Excel 打开来源可靠的文件，另存为新的 .xlsx。";
        en: "No proper .xlsx holds <!DOCTYPE …>, which can make a reader fetch other files. If you trust the file, open it in Excel and save as a new .xlsx.";
    WorkbookNoSheet []
        zh: "工作簿里只有图表页。请把数据放到一个普通工作表里。";
        en: "The workbook holds chart sheets only. Put the data on an ordinary worksheet.";
    WorkbookMacroSheet []
        zh: "老模板里留有 Excel 4.0 宏表。请删去它，或把数据复制到新的 .xlsx。";
        en: "An old form still holds a macro sheet of Excel 4.0. Delete it, or copy the data into a new .xlsx.";
    SheetMissing ["员工名单", "花名册、离职" / "花名册, 离职", ""]
        zh: "写的是 --sheet 员工名单，而工作簿里只有「花名册」和「离职」。请写 --sheet 花名册。";
        en: "`--sheet 员工名单` was given, but the workbook has 花名册 and 离职. Write `--sheet 花名册`.";
    RowsOutOfOrder ["12", "15"]
        zh: "生成这个工作簿的程序先写了第 15 行，再写第 12 行，行号不可信。请用 Excel 打开，另存为新的 .xlsx。";
        en: "The program that made the workbook wrote row 15 before row 12, so row numbers cannot be trusted. Open it in Excel and save as a new .xlsx.";
    InputChanged []
        zh: "muster 读到一半，有人在 Excel 里按了保存。请关闭文件，再运行同样的命令。";
        en: "Somebody saved the file in Excel while muster was reading it. Close it, and run the same command again.";
    FileMisnamed ["csv", "xlsx"]
        zh: "花名册.csv 的内容其实是 Excel 工作簿（只改了扩展名），已按工作簿读取。请确认就是这个文件。";
        en: "The content of `staff.csv` is a workbook of Excel (only its name was changed); it was read as one. Make sure that it is the file you mean.";
};

pub(super) const CELLS: &[Example] = examples! {
    CellError ["#N/A"] "姓名": "#N/A" => "张三"
        zh: "这一格是 VLOOKUP 没有查到的结果 #N/A。请改正公式，或直接填值。";
        en: "The cell holds #N/A, where a VLOOKUP found nothing. Mend the formula, or type the value.";
    CellControlCharacter ["U+0000"]
        zh: "姓名里夹着看不见的 U+0000，常见于旧系统的定长导出。请重新输入这一格。";
        en: "An invisible U+0000 stands in the name, as fixed-width exports of old systems leave it. Type the cell again.";
    CellTooLong []
        zh: "一格里有四万个字；Excel 一格最多 32,767 个字符。CSV 里出现时，多半是引号不成对，把后面的行都并了进来。";
        en: "The cell holds 40,000 characters, and Excel allows 32,767. In a CSV file most likely a quote is not closed and the rows after it fell into the cell.";
    CellTooManyLines ["812"]
        zh: "CSV 的一格跨了 812 行：前面某一格少了一个结束引号。请在文本编辑器里从这一行往上找。";
        en: "A cell of the CSV file spans 812 lines: a closing quote is missing. Look for it in a text editor, from this row on.";
    CellStrayQuote []
        zh: "CSV 里写成 \"小张\"同学，引号后面又有字。整格加引号，里面的引号写两遍：\"\"\"小张\"\"同学\"。";
        en: "The CSV file has \"Al\" Smith, with text behind the closing quote. Quote the whole cell and write inner quotes twice: \"\"\"Al\"\" Smith\".";
    CellUndecodable []
        zh: "文件是 GBK，却用 --encoding utf-8 读取，汉字变成了 �。请去掉 --encoding 让 muster 自己判断，或写 --encoding gb18030。";
        en: "The file is GBK but was read with `--encoding utf-8`, and characters became �. Leave --encoding out, or write `--encoding gb18030`.";
    CellFormulaUncalculated []
        zh: "程序写出的工作簿里只有公式 =A2&B2，没有算过结果。请用 Excel 打开并保存一次。";
        en: "A program wrote the formula =A2&B2 into the workbook, and nothing has calculated it. Open the file in Excel and save it.";
    CellDateImpossible []
        zh: "单元格是日期格式，数值却是负数或大到没有对应的日期（Excel 显示成 ######）。请重新填写日期。";
        en: "The cell is formatted as a date, but its number is negative or too large for any date (Excel shows ######). Enter the date again.";
    CellNumberNotFinite []
        zh: "单元格的数值大到超出了范围，或不是数。请重新填写。";
        en: "The number of the cell is out of all range, or not a number. Enter it again.";
    CellTwice []
        zh: "程序生成的工作簿里写了两个 C5，不知道该信哪个。请用 Excel 打开，核对 C5 后另存。";
        en: "A program wrote C5 into the workbook twice, and which one counts cannot be told. Open it in Excel, check C5 and save.";
    CellUnreadable []
        zh: "单元格的内容不合 .xlsx 的规定（例如布尔值写成了 maybe）。请在 Excel 里重新填写这一格。";
        en: "What the cell holds breaks the rules of .xlsx (a truth value `maybe`, say). Enter the cell again in Excel.";
};
