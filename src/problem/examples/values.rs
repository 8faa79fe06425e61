//! Examples: cells that their field refuses or doubts.
//!
//! Must not know: how a cell is parsed.

use super::Example;

pub(super) const TEXTS: &[Example] = examples! {
    Required [] "姓名": "" => "张三", "邮箱": "zhangsan@example.com" => "zhangsan@example.com"
        zh: "这一行有邮箱，没有姓名。姓名是必填的，请填上。";
        en: "The row has an e-mail address but no name. The name is required: fill it in.";
    BrokenText [] "姓名": "锟斤拷锟斤拷" => "张三"
        zh: "「锟斤拷」是编码转换时丢掉的字，已经无法还原。请从源系统重新导出，选 UTF-8 或 .xlsx。";
        en: "`锟斤拷` is what is left of characters that a conversion lost; they cannot be brought back. Export again from the source, as UTF-8 or .xlsx.";
    Mojibake ["UTF-8 被当成西欧编码读" / "UTF-8 read as a western encoding"] "姓名": "å¼\u{A0}ä¸‰" => "张三"
        zh: "「张三」的 UTF-8 字节被当成西文读了一遍，成了 å¼ ä¸‰。CSV 本身没坏就用 --encoding 指明编码，否则从源系统重新导出为 .xlsx。";
        en: "The UTF-8 bytes of `张三` were read as a western encoding and became å¼ ä¸‰. If the CSV file itself is right name its encoding with --encoding, else export it again as .xlsx.";
    MojibakeDoubtful ["UTF-8 被当成西欧编码读" / "UTF-8 read as a western encoding"] "自我评价": "JosÃ© speaks Spanish" => "José speaks Spanish"
        zh: "自由文字里有像乱码的片段（JosÃ© 应为 José），照原样发送。请从源系统重新导出，或改正这一格。";
        en: "Free text holds what looks garbled (JosÃ© for José) and is sent as it is. Export it again, or correct the cell.";
    TextCut ["255"]
        zh: "自我评价正好 255 个字符，旧格式和一些系统会在这里截断。请与源系统核对结尾是否完整。";
        en: "The text has exactly 255 characters, where old formats and some systems cut it off. Compare its end with the source.";
    TextSeveral ["2"]
        zh: "「毕业院校」一格写着「北京大学、清华大学」，会作为一所学校发送。本科和硕士各是一条经历的话，请分成两列或两行。";
        en: "A cell for the school says `北京大学、清华大学`, which is sent as one school. If each is an entry of its own, use two columns or two rows.";
    LookAlike ["O", "U+004F", "0"] "身份证号": "11O101199003074514" => "110101199003074514"
        zh: "第三个字符是字母 O，不是数字 0。请改成 0。";
        en: "The third character is the letter O, not the digit 0. Write 0.";
    LookAlikeDoubtful ["O", "U+004F", "0"] "部门ID": "6890452208593372O79" => "6890452208593372079"
        zh: "长数字里夹着字母 O，像是数字 0，照原样发送。请与飞书里的 ID 核对。";
        en: "A letter O stands in a long number, where a 0 may be meant; it is sent as it is. Compare it with the ID in Feishu.";
    ControlCharacter ["U+007F"] "姓名": "张\u{7F}三" => "张三"
        zh: "「张」和「三」之间有一个看不见的控制字符。请重新输入这一格。";
        en: "An invisible control character stands within the name. Type the cell again.";
    LineBreak []
        zh: "姓名一格里用 Alt+Enter 写了两行：「张三」「李四」。请分成两行记录。";
        en: "The name cell holds two lines (Alt+Enter): two people. Write each in a row of their own.";
    BoolHere []
        zh: "性别一格是 Excel 的布尔值 TRUE（常见于勾选框）。请写「男」或「女」。";
        en: "The gender cell is Excel's truth value TRUE, as a check box leaves it. Write Male or Female.";
    InvisibleCharacter ["U+200B"] "姓名": "张\u{200B}三" => "张三"
        zh: "从网页复制的姓名里有零宽空格 U+200B，眼睛看不出来，已经去掉，不用处理。";
        en: "A name copied from a web page held a zero-width space, U+200B, which was removed. Nothing needs to be done.";
    PrivateCharacter ["U+E000"] "姓名": "张\u{E000}" => "张㛃"
        zh: "旧系统用造字区的字代替生僻字，别的电脑上会显示成方框。请换成正式编码的字，如 㛃。";
        en: "Old systems put a private-use character where a rare one should be; elsewhere it shows as a box. Use the character's own code point, such as 㛃.";
    NameSeveral [] "姓名": "张三、李四" => "张三"
        zh: "「姓名」一格写着「张三、李四」两个人。请分成两行，各填各的手机号。";
        en: "A cell for the name says `张三、李四`, two people. Give each a row with their own mobile.";
    NotAName [] "姓名": "合计" => ""
        zh: "这一格是数字、日期、「合计」或「无」，不是人名。请填姓名；如果是合计行就删去这一行。";
        en: "The cell holds a number, a date, `合计` (total) or `none`, which is no name. Write the name, or delete the row of totals.";
    DigitsLost [] "身份证号": "1.10101E+17" => "110101199003074514"
        zh: "Excel 把 18 位身份证号当成数字，只留下前 15 位，显示成 1.10101E+17；19 位飞书 ID 也会这样。请把列设成「文本」，从源系统重新导出。";
        en: "Excel took the 18 digits of an ID card for a number, kept 15 of them and shows 1.10101E+17; IDs of Feishu with 19 digits fare likewise. Format the column as text and export it again.";
    DigitsDoubtful ["department_id"] "部门ID": "6890452208593370000" => "6890452208593372679"
        zh: "19 位 ID 的第 15 位以后全是 0，是 Excel 按数字保存的结果，原来的几位已经没有了。请把列设成「文本」，从源系统重新导出。";
        en: "All digits of the ID after the 15th are zeros: Excel saved it as a number, and the last ones are gone. Format the column as text and export it again.";
    DigitsDoubtfulText [] "自我评价": "6222020200112230000" => "6222020200112235678"
        zh: "文字列里的长数字末尾全是 0，可能丢过位数，照原样发送。请与源系统核对。";
        en: "A long number in a text column ends in zeros and may have lost digits; it is sent as it is. Compare it with its source.";
    IdIsName ["department_id"] "部门ID": "研发部" => "6890452208593372679"
        zh: "这一列要部门 ID，写的却是名称。请填 ID，或在映射文件里用 [record.values_from.\"department_id\"] 给一张「名称—ID」对照表。";
        en: "The column wants an ID and holds a name. Write the ID, or give a table of names and IDs under [record.values_from.\"department_id\"] of a mapping file.";
    NotAnId ["6890452208593372679"] "部门ID": "#12" => "6890452208593372679"
        zh: "ID 只由字母、数字和 _ - . 等符号组成。请从飞书复制完整的 ID。";
        en: "An ID consists of letters, digits and signs such as _ - . only. Copy the whole ID from Feishu.";
    ChoiceUnknown ["5 大专、6 本科、7 硕士" / "5 Associate, 6 Bachelor, 7 Master", "education_list.degree", "（是不是「本科」？）" / " (did you mean `Bachelor`?)"] "教育经历1-学历": "本科生" => "本科"
        zh: "「本科生」不是飞书的选项；最接近的「本科」只是提示，不会自动改。全列都这样写时，在映射文件里写 [record.values.\"education_list.degree\"]，下一行 \"本科生\" = \"本科\"。";
        en: "The word is no option; the nearest one is named and never taken by itself. If the whole column is like this, add [record.values.\"education_list.degree\"] to a mapping file with a line such as \"本科生\" = \"本科\".";
    ChoiceLoosely ["博士" / "Doctor"] "教育经历1-学历": "博士后" => "博士"
        zh: "「博士后」不是飞书的学历选项，按最接近的「博士」处理。「研究生」这类两可的词则会报错，不会猜。";
        en: "`博士后` (postdoc) is no degree in Feishu and was taken for Doctor, the nearest. A word that could mean two, such as `研究生`, is an error instead.";
    OptionUnknown []
        zh: "自定义单选字段写着「汉族」，而接口要选项的编号。请在映射文件里写 [record.custom.\"6934193211960330504\"]，加 type = \"choice\" 和 options = { \"汉族\" = \"1\" }。";
        en: "A custom choice holds the label `汉族`, but the API wants the option's key. Write [record.custom.\"6934193211960330504\"] in the mapping file, with type = \"choice\" and options = { \"汉族\" = \"1\" }.";
    NotAList [] "意向地点": "[CT_2" => "CT_2;CT_3"
        zh: "方括号开头的内容按 JSON 列表读，这里少了右括号。请写 CT_2;CT_3，或写完整的 [\"CT_2\",\"CT_3\"]。";
        en: "What begins with a bracket is read as a JSON list, and this one is not closed. Write CT_2;CT_3, or the whole [\"CT_2\",\"CT_3\"].";
    ListTooLong ["100"]
        zh: "「意向地点」一格里写了 101 个城市，飞书最多收 100 个。请减少。";
        en: "The cell names 101 cities and Feishu takes 100. Shorten the list.";
    ListRepeats ["1"] "意向地点": "CT_2;CT_3;CT_2" => "CT_2;CT_3"
        zh: "CT_2 写了两次，只发送一次。";
        en: "CT_2 stands there twice and is sent once.";
    NotAPercent [] "成本中心分摊1-分摊比例": "全部" => "100%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679"
        zh: "分摊比例要写 0 到 100 的数字，可以带 %。请写 100 或 100%。";
        en: "A share is a number from 0 to 100, with or without %. Write 100 or 100%.";
    PercentNotWhole [] "成本中心分摊1-分摊比例": "33.3%" => "33%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679", "成本中心分摊2-分摊比例": "67%" => "67%", "成本中心分摊2-成本中心ID": "6890452208593372680" => "6890452208593372680"
        zh: "飞书只收整数百分比，各段合计 100%。三份平分请写 33、33、34。";
        en: "Feishu takes whole per cent only, 100 in all. For three equal shares write 33, 33 and 34.";
    PercentFraction ["60"] "成本中心分摊1-分摊比例": "0.6" => "60%", "成本中心分摊1-成本中心ID": "6890452208593372679" => "6890452208593372679", "成本中心分摊2-分摊比例": "40%" => "40%", "成本中心分摊2-成本中心ID": "6890452208593372680" => "6890452208593372680"
        zh: "Excel 把 60% 存成 0.6，所以读作 60%。请核对。";
        en: "Excel stores 60% as 0.6, so that is how it is read. Check it.";
    NotANumber []
        zh: "自定义数字字段写着「约 10 年」。请只写 10。";
        en: "A custom number field holds `about 10 years`. Write 10.";
    DateHere []
        zh: "部门编码 3-4 被 Excel 改成了日期「3月4日」。请把列设成「文本」，重新填写 3-4。";
        en: "Excel turned the code 3-4 into a date, 4 March. Format the column as text and write 3-4 again.";
    DateInText []
        zh: "文字列里的这一格在 Excel 里是日期，按 2024-03-04 的文字发送；原来若是 3-4，请把列设成「文本」再填一遍。";
        en: "The cell of a text column is a date in Excel and is sent as 2024-03-04. If it was 3-4, format the column as text and write it again.";
    LeadingZeros ["6", "C2", "12"]
        zh: "这一列的编码有 001024 这样的 6 位，也有 12 个只有 4、5 位，多半被 Excel 去掉了开头的 0。muster 不替您补；请设成「文本」后重新导出。";
        en: "Some codes of the column have 6 digits, such as 001024, and 12 have 4 or 5: Excel has most likely dropped their zeros. None is put back; format the column as text and export it again.";
    ColumnUnfit ["120", "120", "basic_info.gender", "2", "M", "不在选项里，或有歧义" / "not one of the options, or one that could mean two", "；在 [record.on_bad] 里写 \"basic_info.gender\" = \"omit\"，不符合的留空" / "; leave out what does not fit, with \"basic_info.gender\" = \"omit\" under [record.on_bad]"]
        zh: "「性别」一列 120 个值全是源系统自己的写法，一个也对不上。与其逐行改，不如在映射文件里写 [record.values.\"basic_info.gender\"]，一次对应好。";
        en: "All 120 values of the gender column are words of another system and none fits. Rather than change every row, map them once under [record.values.\"basic_info.gender\"].";
    ColumnUnfitRow ["F", "这里要 ID，不是名称" / "this wants an ID, not a name", "请填 ID" / "write the ID"]
        zh: "F 列整列都不符合，这一行也在其中。不必逐行改：处理 F 列的那一个问题（column-unfit）就够了。";
        en: "No value of column F fits, this one neither. Rather than change every row, solve the one problem of column F (column-unfit).";
    RepairedFullWidth ["１"] "手机号": "１３８００１３８０００" => "13800138000"
        zh: "全角数字已按半角读，不用改。";
        en: "Full-width digits are read as plain ones. Nothing needs to be done.";
    RepairedEntity ["&amp;"] "教育经历1-学校": "北京大学&amp;清华大学" => "北京大学&清华大学"
        zh: "从网页导出的表把 & 写成了 &amp;，已经换回，不用改。";
        en: "An export of a web page wrote &amp; for &, which was put back. Nothing needs to be done.";
    HtmlEntity ["&amp;"] "教育经历1-学校": "https://example.com/?a=1&amp;b=2" => "https://example.com/?a=1&b=2"
        zh: "链接里的 & 有自己的含义，所以不自动改。打开看看，不对就把 &amp; 改回 &。";
        en: "Within a link & has a meaning of its own, so nothing is changed. Try the link; if it fails, write & for &amp;.";
    RepairedQuote [] "手机号": "'13800138000" => "13800138000"
        zh: "为了不让 Excel 改动而加的引号已经去掉，不用改。";
        en: "The quote that kept Excel from changing the number was dropped. Nothing needs to be done.";
    RepairedPoint [] "手机号": "13800138000.0" => "13800138000"
        zh: "程序把号码当成小数写出的 .0 已经去掉，不用改。";
        en: "The .0 that a program wrote behind the number was dropped. Nothing needs to be done.";
    RepairedMailto [] "邮箱": "mailto:zhangsan@example.com" => "zhangsan@example.com"
        zh: "从超链接带来的 mailto: 已经去掉，不用改。";
        en: "The mailto: of a hyperlink was dropped. Nothing needs to be done.";
    RepairedUpperCase [] "证件号": "e12345678" => "E12345678", "证件类型": "护照" => "护照"
        zh: "护照号里的小写字母按大写发送，不用改。";
        en: "The lower-case letters of the passport number are sent in capitals. Nothing needs to be done.";
};

pub(super) const DATES: &[Example] = examples! {
    NotADate [] "出生日期": "三月初七" => "1990-03-07"
        zh: "认得的写法有 1990-03-07、1990/3/7、1990年3月7日、19900307 等。";
        en: "Known forms are 1990-03-07, 1990/3/7, 7 March 1990, 1990年3月7日, 19900307 and others.";
    DateAmbiguous ["2024-06-05", "2024-05-06"] "生效时间": "05/06/2024" => "2024-06-05"
        zh: "05/06/2024 可以是 6 月 5 日，也可以是 5 月 6 日，muster 不猜。整列都是日在前就加 --dates dmy，或在映射文件的 [[record]] 里写 dates = \"dmy\"。";
        en: "05/06/2024 may be 5 June or 6 May, and muster does not guess. If the whole column is day first add `--dates dmy`, or dates = \"dmy\" under [[record]] of a mapping file.";
    DateOrderProven ["日在前" / "day first", "因为 C217 是 26/06/2026" / "because C217 is 26/06/2026", "40"]
        zh: "C217 是 26/06/2026，只能是日在前，于是同一列里 05/06/2026 这样的 40 个日期也按日在前读。不对就用 --dates 指明。";
        en: "C217 is 26/06/2026, which can only be day first, so 40 dates of its column such as 05/06/2026 are read so too. If that is wrong, say it with --dates.";
    DateOrderContradicted ["C5 (26/06/2026)", "C9 (06/26/2026)"]
        zh: "同一列里 C5 是日在前，C9 是月在前，05/06/2026 就说不清了。请统一写成 2026-06-05，或拆成两份文件。";
        en: "In one column C5 has the day first and C9 the month, so 05/06/2026 cannot be told. Write all like 2026-06-05, or split the file.";
    DateImpossible [] "出生日期": "1990-02-30" => "1990-02-28"
        zh: "2 月没有 30 日。请核对原件。";
        en: "February has no 30th. Look it up.";
    DateTwoDigitYear [] "出生日期": "03/07/90" => "1990-03-07"
        zh: "03/07/90 可以是 3 月 7 日，也可以是 7 月 3 日，年份也只有两位。请写四位年份；整列如此时加 --dates mdy 或 dmy。";
        en: "03/07/90 may be 7 March or 3 July, and its year has two digits. Write four digits; for a whole column add `--dates mdy` or `dmy`.";
    DateCentury ["1990-**-**"] "出生日期": "90-03-07" => "1990-03-07"
        zh: "两位年份按 Excel 的规则补上世纪：00–29 为 20xx，30–99 为 19xx（生日在提示里不全显示）。请核对世纪。";
        en: "A year of two digits is given its century as Excel does: 00–29 are 20xx, 30–99 are 19xx (a birthday is not shown in full). Check it.";
    DateImplausible ["1900", "2100"] "出生日期": "1090-03-07" => "1990-03-07"
        zh: "1090 年多半是 1990 年的笔误。";
        en: "The year 1090 is most likely a slip for 1990.";
    DateTimeDropped [] "生效时间": "2024-05-01 09:30" => "2024-05-01"
        zh: "这个字段只有日期，09:30 没有发送。";
        en: "The field holds a date only, so 09:30 is not sent.";
    DateSerial ["2024-05-01", ""] "生效时间": "45413" => "2024-05-01"
        zh: "45413 是 Excel 内部的日期序号：日期列没有设成日期格式，或另存 CSV 时丢了格式。";
        en: "45413 is how Excel counts days: the column is not formatted as dates, or lost its format in a CSV file.";
    DateWithoutDay ["1990-**-**"] "出生日期": "1990-03" => "1990-03-07"
        zh: "只写到月，生日却要具体到日，于是取 3 月 1 日（生日在提示里不全显示）。请写全。";
        en: "Only the month is given, but a birthday has a day, so 1 March is taken (a birthday is not shown in full). Write the whole date.";
    DateTenth [] "教育经历1-入学时间": "2018.1" => "2018-10"
        zh: "2018.1 读作 1 月；但 Excel 会把 2018.10 变成 2018.1。10 月请写 2018-10。";
        en: "2018.1 is read as January, but Excel turns 2018.10 into 2018.1. Write October as 2018-10.";
    DateTenthLost []
        zh: "Excel 里是数字 2018.1，可能是 2018.1，也可能是 2018.10 去掉了末尾的 0。请写 2018-01 或 2018-10。";
        en: "The cell is the number 2018.1 in Excel: 2018.1, or 2018.10 without its last zero. Write 2018-01 or 2018-10.";
    NotAPeriod []
        zh: "映射文件用 range 把「起止时间」拆成开始和结束，这一格却写着「四年」。请写 2018.09-2022.06。";
        en: "The mapping file parts the column into start and end, but the cell says `four years`. Write 2018.09-2022.06.";
    PeriodOpen []
        zh: "自定义时间段字段写着「2018.09-至今」，飞书要有结束时间。请写 2018.09-2024.06，或留空。";
        en: "A custom period says `2018.09-至今` (until now), but Feishu wants its end. Write 2018.09-2024.06, or leave it empty.";
    PeriodReversed []
        zh: "自定义时间段字段写着「2022.06-2018.09」。请写 2018.09-2022.06。";
        en: "A custom period says `2022.06-2018.09`. Write 2018.09-2022.06.";
};

pub(super) const CONTACTS: &[Example] = examples! {
    NotAnEmail [] "邮箱": "zhangsan" => "zhangsan@example.com"
        zh: "没有 @ 和域名。请写完整的邮箱地址。";
        en: "There is no @ and no domain. Write the whole address.";
    EmailSeveral [] "邮箱": "zhangsan@example.com; zs@example.com" => "zhangsan@example.com"
        zh: "一格只能有一个邮箱，请留下常用的那个。";
        en: "A cell holds one address. Keep the one in use.";
    EmailNotAscii [] "邮箱": "张三@example.com" => "zhangsan@example.com"
        zh: "@ 前不能是汉字。请核对邮箱。";
        en: "What stands before the @ cannot be Chinese. Check the address.";
    NotAMobile [] "手机号": "23800138000" => "13800138000"
        zh: "中国大陆手机号以 13–19 开头。请核对号码。";
        en: "A Chinese mobile number begins with 13–19. Check it.";
    MobileLength ["10"] "手机号": "1380013800" => "13800138000"
        zh: "少了一位，只有 10 位。国外号码请写成 +1 650 253 0000，并填「手机国家代码」。";
        en: "One digit is missing, there are 10. Write a foreign number like +1 650 253 0000 and fill in its country code.";
    MobileSeveral [] "手机号": "13800138000/13800138001" => "13800138000"
        zh: "一格只能有一个号码，请留下常用的那个。";
        en: "A cell holds one number. Keep the one in use.";
    MobileLandline [] "手机号": "010-12345678" => "13800138000"
        zh: "010- 开头的是座机。请填手机号。";
        en: "A number that begins with 010 is a landline. Write the mobile number.";
    MobileExtension [] "手机号": "010-12345678转801" => "13800138000"
        zh: "带分机的是办公电话。请填手机号。";
        en: "A number with an extension is an office phone. Write the mobile number.";
    MobileMasked [] "手机号": "138****8000" => "13800138000"
        zh: "导出时号码被脱敏了。请用有权限的账号重新导出。";
        en: "The export hid the middle of the number. Export it again with an account that may see it.";
    MobileCountryDiffers ["1", "CN_1"] "手机号": "+1 650 253 0000" => "13800138000", "手机国家代码": "CN_1" => "CN_1"
        zh: "号码写着 +1（美国），国家代码却是 CN_1（中国）。请改正其中一个。";
        en: "The number says +1 (United States), the country code CN_1 (China). Correct one of the two.";
    MobileCountryMissing ["1"] "手机号": "+1 650 253 0000" => "13800138000"
        zh: "国外号码还要「手机国家代码」一列，填飞书的地点编码。";
        en: "A foreign number needs its location code of Feishu in the column `Mobile Country Code`.";
    NotACountry ["basic_info.mobile_country_code"] "手机国家代码": "中国大陆人" => "CN_1", "手机号": "13800138000" => "13800138000"
        zh: "这里要飞书的地点编码，中国是 CN_1。也可以在映射文件里写 [record.values.\"basic_info.mobile_country_code\"]。";
        en: "This wants a location code of Feishu; China is CN_1. Or map the words under [record.values.\"basic_info.mobile_country_code\"].";
    NotADocument [] "身份证号": "A10101199003074514" => "110101199003074514"
        zh: "第一个字符是字母 A。身份证号的前 17 位是数字；护照等请在「证件类型」里写明。";
        en: "It begins with the letter A. An ID card number has 17 digits and a check digit; for a passport or the like say so in the column `ID Type`.";
    DocumentMasked [] "身份证号": "110101********4514" => "110101199003074514"
        zh: "导出时证件号被脱敏了。请用有权限的账号重新导出。";
        en: "The export hid a part of the number. Export it again with an account that may see it.";
    DocumentTypeUnknown [] "证件号": "AB123456" => "AB123456", "证件类型": "" => "护照"
        zh: "有证件号，这一行的「证件类型」是空的。请填「护照」「中国 - 居民身份证」等。";
        en: "There is a document number, but the row's `ID Type` is empty. Write Passport, Chinese resident ID card, or what it is.";
    IdCardLength ["17"] "证件号": "11010119900307451" => "110101199003074514", "证件类型": "中国 - 居民身份证" => "中国 - 居民身份证"
        zh: "少了一位，只有 17 位。请与证件核对。";
        en: "One character is missing, there are 17. Compare it with the card.";
    IdCardChecksum [] "身份证号": "110101199003074515" => "110101199003074514"
        zh: "末位由前 17 位算出来，这里对不上，说明有一位写错。请与证件核对。";
        en: "The last digit follows from the other 17, and here it does not: one of them is mistyped. Compare it with the card.";
    IdCardBirth [] "身份证号": "110101199002304517" => "110101199003074514"
        zh: "第 7 到 14 位是出生日期，这里是 1990 年 2 月 30 日。请与证件核对。";
        en: "Digits 7 to 14 are the birth date, and here they say 30 February 1990. Compare it with the card.";
    IdCardRegion [] "身份证号": "990101199003074518" => "110101199003074514"
        zh: "前两位 99 不是任何省份的代码。请与证件核对。";
        en: "No province has the code 99. Compare it with the card.";
    IdCardUpgraded [] "身份证号": "110101900307451" => "110101199003074514"
        zh: "15 位的旧号码补上世纪和校验位，按 18 位发送。请与新证件核对。";
        en: "The old number of 15 digits is given its century and check digit and sent with 18. Compare it with the card.";
    IdCardLowercase [] "身份证号": "11010119900307002x" => "11010119900307002X"
        zh: "末位的小写 x 已按大写 X 发送，不用改。";
        en: "The lower-case x at the end is sent as X. Nothing needs to be done.";
};
