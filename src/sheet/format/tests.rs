//! What Excel shows, format by format (ECMA-376 part 1, 18.8.30 and 18.8.31).

use proptest::prelude::*;

use super::*;

fn shown(code: &str, number: f64) -> String {
    match NumberFormat::parse(code).of_number(number) {
        Face::Same => "same".to_owned(),
        Face::Date => "date".to_owned(),
        Face::Text(text) => text,
    }
}

/// Format, number, what is shown.
const SHOWN: &[(&str, f64, &str)] = &[
    ("General", 12.5, "same"),
    ("G/通用格式", 12.5, "same"),
    ("", 12.5, "same"),
    ("@", 12.0, "same"),
    ("0", 5.0, "same"),
    ("0_ ", 5.0, "same"),
    ("0;[Red]0", 5.0, "same"),
    // Literals: in quotes, escaped, one of the characters that need neither.
    (r#""E"00000000"#, 50_617_283.0, "E50617283"),
    (r#""E"00000000"#, 617_283.0, "E00617283"),
    (r"\E00000000", 50_617_283.0, "E50617283"),
    (r#""HR-"0000"#, 7.0, "HR-0007"),
    (r#"0"岁""#, 25.0, "25岁"),
    ("0年", 5.0, "5年"),
    (r#"0"℃";"零下"0"℃""#, -3.0, "零下3℃"),
    // Zeros before the number, parts of it, figures beyond the placeholders.
    ("000000000", 5_061_728.0, "005061728"),
    ("000-0000-0000", 13_800_138_020.0, "138-0013-8020"),
    ("000-0000", 13_800_138_020.0, "1380013-8020"),
    ("(00) 0000", 123.0, "(00) 0123"),
    ("#-##", 123.0, "1-23"),
    ("???", 5.0, "same"),
    // Decimals, groups, scales.
    ("0.00", 2018.1, "2018.10"),
    ("0.00", 2.675, "2.68"),
    ("0.0#", 2.0, "2.0"),
    ("0.##", 2.5, "same"),
    ("#,##0", 1_234_567.0, "1,234,567"),
    ("#,##0.00", -1234.5, "-1,234.50"),
    ("0,", 123_456.0, "123"),
    (r#"0.0,"千""#, 123_456.0, "123.5千"),
    ("0!.0,万", 123_456.0, "12.3万"),
    ("0.000,,\"百万\"", 1_234_567.0, "1.235百万"),
    (".00", 0.5, ".50"),
    ("$.0", 828_315.5, "$828315.5"),
    ("#.##", 0.0, "."),
    ("0", 9.5, "10"),
    ("0.0", 99.96, "100.0"),
    // Shares.
    ("0%", 0.6, "60%"),
    ("0%", 1.0, "100%"),
    ("0.00%", 0.1234, "12.34%"),
    ("0%", 0.07, "7%"),
    // Signs and sections.
    ("0;0", -5.0, "5"),
    ("0;(0)", -5.0, "(5)"),
    ("0;-0;;@", 0.0, ""),
    ("0;-0;;@", 5.0, "same"),
    (";;;", 5.0, ""),
    (";;", -5.0, ""),
    (r#"0;-0;"无""#, 0.0, "无"),
    (r#"_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)"#, 0.0, "-"),
    (r#"_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)"#, -1234.0, "(1,234)"),
    // Conditions.
    (r#"[=1]"女";[=2]"男""#, 1.0, "女"),
    (r#"[=1]"女";[=2]"男""#, 2.0, "男"),
    (r#"[=1]"女";[=2]"男""#, 3.0, "same"),
    (r#"[=1]"女";"男""#, 0.0, "男"),
    (r#"[<60]"不及格";[>=90]"优秀";"合格""#, 75.0, "合格"),
    (r#"[<60]"不及格";[>=90]"优秀";"合格""#, 95.0, "优秀"),
    ("[>=10000]0!.0,万;0", 123_456.0, "12.3万"),
    ("[>=10000]0!.0,万;0", 99.0, "same"),
    ("[<>0]0;;", 0.0, ""),
    // Colours, languages, currencies.
    ("[红色]0000", 7.0, "0007"),
    ("[Color 3]0000", 7.0, "0007"),
    ("[$-804]0000", 7.0, "0007"),
    ("[$¥-804]#,##0", 1234.0, "¥1,234"),
    ("\"￥\"#,##0.00", 1234.5, "￥1,234.50"),
    // Widths and fills.
    ("_-* 0000_-", 7.0, "0007"),
    ("0*x", 7.0, "same"),
    (r#"General"人""#, 12.0, "12人"),
    (r#"@"号""#, 12.0, "12号"),
    // Days and times, and what is left alone.
    ("yyyy-mm-dd", 45_000.0, "date"),
    ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", 45_000.0, "date"),
    ("[$-F800]dddd\\, mmmm dd\\, yyyy", 45_000.0, "date"),
    ("[$-411]aaaa", 45_000.0, "date"),
    ("yyyy-mm-dd aaaa", 45_000.0, "date"),
    ("mmm-yy", 45_000.0, "date"),
    ("m/d", 45_000.0, "date"),
    // Time that has passed, times with words, the day of the week.
    ("[h]:mm", 1.5, "36:00"),
    ("[hh]:mm:ss", 30.123, "722:57:07"),
    ("[mm]:ss", 0.01, "14:24"),
    ("mm:ss", 0.01, "14:24"),
    ("[h]:mm", 0.0, "same"),
    ("[h]:mm", -1.5, "same"),
    ("上午/下午h\"时\"mm\"分\"", 0.5, "下午12时00分"),
    ("[$-804]上午/下午h\"时\"mm\"分\"", 0.6, "下午2时24分"),
    ("h\"时\"mm\"分\"", 0.6, "14时24分"),
    ("aaaa", 45_000.0, "date"),
    ("[>1]yyyy-mm-dd;General", 45_000.0, "date"),
    ("[<1]General;yyyy-mm-dd", 45_000.0, "date"),
    ("0.00E+00", 13_800_138_000.0, "same"),
    // Fractions.
    ("# ?/?", 0.5, "1/2"),
    ("# ?/?", 1.0 / 3.0, "1/3"),
    ("# ?/?", 0.3, "2/7"),
    ("# ??/??", 5.3, "5 3/10"),
    ("# ???/???", 3.141_592_9, "3 16/113"),
    ("?/?", 1.5, "3/2"),
    ("??/??", 2.5, "5/2"),
    ("0/0", 1.0, "1/1"),
    ("# ?/4", 0.75, "3/4"),
    ("# ??/100", 0.25, "25/100"),
    ("# ?/2", 3.1, "3"),
    ("# ?/?", 5.0, "same"),
    ("# ?/?", -1.25, "-1 1/4"),
    ("# ?/?", 0.0, "same"),
    ("0 ?/?", 0.999, "1"),
    // Numerals in words.
    ("[DBNum1][$-804]General", 12.0, "一十二"),
    ("[DBNum1]0", 2012.0, "二〇一二"),
    ("[DBNum2]General", 10_500.0, "壹万零伍佰"),
    ("[DBNum1]#,##0", 12_345.0, "same"),
    ("[DBNum3]0", 12.0, "same"),
    (r#""第"[DBNum1]General"中学""#, 8.0, "第八中学"),
    (r#"[DBNum2][$-804]General"元整""#, 123.0, "壹佰贰拾叁元整"),
    (r#"[DBNum1]0"届""#, 2012.0, "二〇一二届"),
];

#[test]
fn numbers_are_shown_as_excel_shows_them() {
    for (code, number, expected) in SHOWN {
        assert_eq!(shown(code, *number), *expected, "{code} of {number}");
    }
}

#[test]
fn texts_are_shown_as_excel_shows_them() {
    for (code, text, expected) in [
        ("General", "复旦", None),
        ("@", "复旦", None),
        (r#"@"大学""#, "复旦", Some("复旦大学")),
        (r#""北京"@"#, "大学", Some("北京大学")),
        (r#"0;-0;0;@"省""#, "广东", Some("广东省")),
        (r#"0;@"人""#, "三", Some("三人")),
        ("@@", "好", Some("好好")),
        (";;;", "密", Some("")),
        ("0;0;0;", "密", Some("")),
        ("0;0;0", "密", None),
        (";;", "密", None),
        ("_ @_ ", "复旦", None),
        ("yyyy-mm-dd;@", "复旦", None),
        (r#"0;0;0;"文字""#, "复旦", Some("文字")),
    ] {
        assert_eq!(NumberFormat::parse(code).of_text(text).as_deref(), expected, "{code}");
    }
}

#[test]
fn formats_that_show_no_more_than_the_number_are_plain() {
    for plain in [
        "General",
        "0",
        "0_ ",
        "0.0",
        "#,##0",
        "#,##0.00",
        "0_);[Red]\\(0\\)",
        "@",
        "_ @_ ",
        "yyyy-mm-dd;@",
        "[$-804]yyyy\"年\"m\"月\";@",
        "0.00E+00",
        "\"￥\"#,##0.00",
        "\\¥#,##0;\\¥\\-#,##0",
        "#,##0;-#,##0",
        "General;-General",
    ] {
        assert!(NumberFormat::parse(plain).is_plain(), "{plain}");
    }
    for dressing in [
        "00",
        "000000",
        "0%",
        "0\"年\"",
        "0,",
        "0;0",
        ";;;",
        "0;-0;",
        "[=1]\"女\"",
        "@\"大学\"",
        "000-0000",
        "0#?#?",
        "0.00",
        "0;0;0;",
        "\"E\"0",
        "0;-0;\"-\"",
        "# ??/??",
        "[h]:mm",
        "[DBNum1]General",
        "aaaa",
    ] {
        assert!(!NumberFormat::parse(dressing).is_plain(), "{dressing}");
    }
}

#[test]
fn a_figure_says_no_more_than_its_number() {
    for (face, number) in [
        ("1,234", 1234.0),
        ("1,234.50", 1234.5),
        ("2.68", 2.675),
        ("10", 9.5),
        ("(5)", -5.0),
        ("¥12,000", 12_000.0),
        ("-3", -3.0),
        ("0.50", 0.5),
        (".50", 0.5),
        ("0", 0.0),
        ("0.0", 0.04),
    ] {
        assert!(is_figure_of(face, number), "{face} {number}");
    }
    for (face, number) in [
        ("00123", 123.0),
        ("60%", 0.6),
        ("123", 123_456.0),
        ("5", -5.0),
        ("5年", 5.0),
        ("", 0.0),
        ("-", 0.0),
        ("138-0013-8020", 13_800_138_020.0),
        ("女", 1.0),
        ("1 234", 1234.0),
        ("13", 12.0),
    ] {
        assert!(!is_figure_of(face, number), "{face} {number}");
    }
}

proptest::proptest! {
    /// What is called plain shows figures of the number alone, and texts as they are.
    #[test]
    fn a_plain_format_shows_figures_alone(
        code in "(General|[0#?,.]{1,6}|\"[a-z年]\"|[-+ ()$%_;@]|\\[[<>=]1\\]|yyyy|E\\+0){1,4}",
        number in proptest::prop_oneof![-1e6f64..1e6, (-9999i32..9999).prop_map(f64::from)],
        text in "[a-z中]{1,4}",
    ) {
        let format = NumberFormat::parse(&code);
        if let (true, Face::Text(face)) = (format.is_plain(), format.of_number(number)) {
            proptest::prop_assert!(is_figure_of(&face, number), "{} of {}: {}", code, number, face);
        }
        if format.is_plain() {
            proptest::prop_assert_eq!(format.of_text(&text), None);
        }
    }

    /// No code and no number makes it panic.
    #[test]
    fn whatever_the_code_it_is_read(code in ".{0,20}", number: f64, text in ".{0,9}") {
        let format = NumberFormat::parse(&code);
        let _ = (format.is_plain(), format.of_number(number), format.of_text(&text));
    }
}

#[test]
fn times_without_a_day_are_shown_as_times() {
    for (code, number, shown) in [
        ("h:mm", 0.395_833_333_333_333, "9:30"),
        ("hh:mm", 0.395_833_333_333_333, "09:30"),
        ("h:mm:ss", 0.395_844_907_407_407, "9:30:01"),
        ("h:mm AM/PM", 0.5, "12:00 PM"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
    ] {
        let format = NumberFormat::parse(code);
        assert!(format.is_date() && !format.is_plain(), "{code}");
        assert_eq!(format.of_number(number), Face::Text(shown.to_owned()), "{code}");
    }
    for code in ["yyyy-mm-dd", "m/d/yy h:mm", "mmm-yy", "mm:ss.0", "yyyy年m月 aaaa"] {
        assert!(NumberFormat::parse(code).is_plain(), "{code}");
        assert_eq!(NumberFormat::parse(code).of_number(0.25), Face::Date, "{code}");
    }
    // A day with its time is no time alone, and a zero may be nothing.
    for number in [45_000.25, 0.0] {
        assert_eq!(NumberFormat::parse("h:mm").of_number(number), Face::Date);
    }
}

#[test]
fn a_format_with_words_for_some_numbers_says_nothing_of_others() {
    for (code, number, open) in [
        (r#"[=1]"女";[=2]"男""#, 3.0, true),
        (r#"[=1]"女";[=2]"男""#, 2.0, false),
        (r#"[=1]"女""#, 2.0, true),
        (r#"[=1]"女";"男""#, 2.0, false),
        (r#"[>=90]"优";[<60]"差";0"#, 75.0, false),
        (r#"[>=10000]0.0,"万""#, 500.0, false),
        ("[<=9999999]###-####", 13_800_138_000.0, false),
        (r#"0;"负";"无""#, 3.0, false),
    ] {
        assert_eq!(NumberFormat::parse(code).leaves_open(number), open, "{code} of {number}");
    }
}

#[test]
fn decimals_that_matter_are_told_from_those_that_do_not() {
    for (face, number) in [
        ("0.33", 1.0 / 3.0),
        ("3", 2.7),
        ("1,235", 1234.5),
        ("¥2.01", 2.005),
        ("1,234,567.89", 1_234_567.891),
        ("0", 0.4),
    ] {
        assert!(is_rounded(face, number), "{face} {number}");
    }
    for (face, number) in [
        ("0.3", 0.1 + 0.2),
        ("2.50", 2.5),
        ("1,234.50", 1234.5),
        ("0", 0.0),
        ("0.333333333333", 1.0 / 3.0),
        ("60%", 0.6),
        ("E7", 7.0),
    ] {
        assert!(!is_rounded(face, number), "{face} {number}");
    }
    for (text, are) in [
        ("一十二", true),
        ("壹佰.伍", true),
        ("-八", true),
        ("第八", false),
        ("12", false),
        ("", false),
    ] {
        assert_eq!(are_numerals(text), are, "{text}");
    }
}

#[test]
fn of_a_day_is_shown_what_its_format_shows() {
    let date = jiff::civil::date(2023, 3, 5);
    let moment = Moment { date, time: jiff::civil::time(14, 24, 0, 0) };
    for (code, shown) in [
        (r#"yyyy"年"m"月""#, Some("2023年3月")),
        ("yyyy-mm", Some("2023-03")),
        ("yyyy.m", Some("2023.3")),
        ("m/d", Some("3/5")),
        (r#"m"月"d"日""#, Some("3月5日")),
        ("yy", Some("23")),
        ("yyyy", Some("2023")),
        (r#"m"月""#, Some("3月")),
        ("d", Some("5")),
        ("m/d h:mm", Some("3/5 14:24")),
        ("aaaa", Some("星期日")),
        ("\"周\"aaa", Some("周日")),
        ("m/d aaaa", Some("3/5 星期日")),
        ("h:mm", Some("14:24")),
        ("上午/下午h:mm", Some("下午2:24")),
        // The whole day, and what depends on a language.
        ("yyyy-mm-dd", None),
        ("yyyy/m/d h:mm", None),
        ("mm-dd-yy", None),
        ("mmm-yy", None),
        ("d-mmm", None),
        ("dddd", None),
        ("[$-411]aaaa", None),
        (r#"[$-411]ggge"年""#, None),
        (r#"[$-411]ggge"年"m"月"d"日""#, None),
        (r#"e"年"m"月""#, None),
        (r#"[DBNum1]yyyy"年"m"月""#, None),
        ("0", None),
    ] {
        let face = NumberFormat::parse(code).of_moment(44_990.6, moment);
        assert_eq!(face.as_deref(), shown, "{code}");
    }
}
