//! Cells as people and programs write them, each beside the plain way to write it: the same body. And
//! cells of which something must be said.

use serde_json::{Value, json};

use crate::world::World;

const TALENT: &[(&str, &str)] =
    &[("姓名", "张三"), ("手机号", "13800138000"), ("邮箱", "a@example.com"), ("学校", "清华大学")];
const JOB_DATA: &[(&str, &str)] = &[
    ("雇佣ID", "6893014062142064135"),
    ("部门ID", "6890452208593372679"),
    ("人员类型ID", "6890452208593372679"),
    ("生效时间", "2024-05-01"),
    ("成本中心分摊1-成本中心ID", "6890452208593372679"),
    ("成本中心分摊1-分摊比例", "100%"),
];

/// The codes of what is said of a row with this cell, and its body.
fn read(of: (&str, &[(&str, &str)]), header: &str, text: &str) -> (Vec<String>, Value) {
    read_with(of, header, text, &[])
}

/// The same with more arguments.
fn read_with(
    (kind, base): (&str, &[(&str, &str)]),
    header: &str,
    text: &str,
    more: &[&str],
) -> (Vec<String>, Value) {
    let others = base.iter().filter(|(other, _)| *other != header);
    let cells: Vec<_> = others.copied().chain([(header, text)]).collect();
    let line =
        |pick: fn(&(&str, &str)) -> String| cells.iter().map(pick).collect::<Vec<_>>().join(",");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (headers, values) =
        (line(|cell| cell.0.to_owned()), cells.iter().map(|cell| quoted(cell.1)));
    let world = World::new();
    world.put("t.csv", format!("{headers}\n{}\n", values.collect::<Vec<_>>().join(",")));
    let always = ["check", "t.csv", "--kind", kind, "--json", "--payloads", "b.jsonl"];
    let json = world.run(&[&always[..], more].concat()).json();
    let codes = json["problems"].as_array().unwrap().iter();
    let codes = codes.map(|problem| problem["code"].as_str().unwrap().to_owned()).collect();
    let bodies = std::fs::read_to_string(world.path().join("b.jsonl")).unwrap_or_default();
    let body = bodies.lines().next().map(|line| serde_json::from_str::<Value>(line).unwrap());
    (codes, body.map_or(Value::Null, |mut body| body["body"].take()))
}

#[test]
fn what_can_mean_one_thing_only_is_read_as_that() {
    for (of, header, written, plain) in [
        (("talent", TALENT), "性别", "♂", "男"),
        (("talent", TALENT), "性别", "♀\u{FE0F}", "女"),
        (("talent", TALENT), "学历", "本科学历", "本科"),
        (("talent", TALENT), "学历", "大专毕业", "大专"),
        (("talent", TALENT), "参加工作时间", "2012-07-01起", "2012-07-01"),
        (("talent", TALENT), "参加工作时间", "2012.07-", "2012.07"),
        (("talent", TALENT), "参加工作时间", "自2012年7月", "2012年7月"),
        (("talent", TALENT), "邮箱", "邮箱：b@example.com", "b@example.com"),
        (("talent", TALENT), "手机号", "13800138001（微信同号）", "13800138001"),
        (("talent", TALENT), "学校", "复旦大学\0\0", "复旦大学"),
        (("talent", TALENT), "姓名", "\0李四", "李四"),
        (("talent", TALENT), "参加工作时间", "2012-07-01Z", "2012-07-01"),
        (("talent", TALENT), "参加工作时间", "2012-07-01+08:00", "2012-07-01"),
        (("talent", TALENT), "参加工作时间", "2012-07-01-05:00", "2012-07-01"),
        (("talent", TALENT), "参加工作时间", "2012/7/1 上午12:00:00", "2012-07-01"),
        (("talent", TALENT), "参加工作时间", "2012/7/1 上午 12:00:00", "2012-07-01"),
        (("talent", TALENT), "教育经历1-毕业时间", "在校", ""),
        (("talent", TALENT), "教育经历1-毕业时间", "长期", ""),
        (("talent", TALENT), "学历", "工学学士", "学士"),
        (("talent", TALENT), "参加工作时间", "1990、1、2", "1990-01-02"),
        (("talent", TALENT), "参加工作时间", "民國79年", "1990"),
        (("talent", TALENT), "教育经历1-毕业时间", "在读中", ""),
        (("talent", TALENT), "学历", "工商管理硕士", "硕士"),
        (("talent", TALENT), "学历", "硕士生", "硕士"),
        (("talent", TALENT), "身份证号", "身份证：110101199003074514", "110101199003074514"),
        (("job-data", JOB_DATA), "生效时间", "2024-06-01Z", "2024-06-01"),
        (("job-data", JOB_DATA), "生效时间", "2024-06-01+08:00", "2024-06-01"),
        (("job-data", JOB_DATA), "生效时间", "2024/6/1 上午12:00:00", "2024-06-01"),
        (("job-data", JOB_DATA), "生效时间", "2024年6月1日起", "2024-06-01"),
        (("job-data", JOB_DATA), "生效时间", "2024/6/1-", "2024-06-01"),
        (("job-data", JOB_DATA), "成本中心分摊1-分摊比例", "百分之百", "100%"),
        (("job-data", JOB_DATA), "成本中心分摊1-分摊比例", "十成", "100%"),
    ] {
        let (codes, body) = read(of, header, written);
        assert!(!body.is_null(), "{header} {written}: {codes:?}");
        assert_eq!(body, read(of, header, plain).1, "{header} {written}");
    }
}

#[test]
fn what_a_program_has_left_in_a_cell_is_told() {
    for (of, header, written, code) in [
        (("talent", TALENT), "姓名", "[\"张三\"]", "name-with-more"),
        (("talent", TALENT), "姓名", "{\"zh_cn\":\"张三\"}", "name-with-more"),
        (("talent", TALENT), "姓名", "张\\n三", "name-with-more"),
        (("talent", TALENT), "学校", "[\"清华大学\",\"北京大学\"]", "text-json"),
        (("talent", TALENT), "自我评价", "招聘\\n培训", "text-escapes"),
        (("talent", TALENT), "学校", "清华\0大学", "cell-control-character"),
        (("talent", TALENT), "学历", "本科在读", "choice-unknown"),
        (("job-data", JOB_DATA), "生效时间", "2024-06-01 24:00", "date-24-hours"),
        (("job-data", JOB_DATA), "部门ID", "6890452208593372679\\n", "not-an-id"),
        (("job-data", JOB_DATA), "成本中心分摊1-分摊比例", "百分之二百", "not-a-percent"),
    ] {
        let (codes, _) = read(of, header, written);
        assert!(codes.iter().any(|said| said == code), "{header} {written}: {codes:?}");
    }
}

/// What another program has written in its own escapes is read as what it was, and told.
#[test]
fn escapes_are_undone_in_every_field() {
    for (of, header, written, plain) in [
        (("talent", TALENT), "学校", "清华大学_x000D_", "清华大学"),
        (("talent", TALENT), "学校", "上海\\u5927\\u5b66", "上海大学"),
        (("talent", TALENT), "学校", "%u6E05%u534E", "清华"),
        (("talent", TALENT), "学校", "=E6=B8=85=E5=8D=8E", "清华"),
        (("talent", TALENT), "自我评价", "第一行_x000D_\n第二行", "第一行\n第二行"),
        (("talent", TALENT), "姓名", "张三_x000D_", "张三"),
        (("talent", TALENT), "姓名", "\\u5f20\\u4e09", "张三"),
        (("talent", TALENT), "邮箱", "a_x005F_b@example.com", "a_b@example.com"),
        (("talent", TALENT), "性别", "\\u7537", "男"),
        (("talent", TALENT), "参加工作时间", "2012-07-01_x000D_", "2012-07-01"),
        (("job-data", JOB_DATA), "部门ID", "6890452208593372679_x000D_", "6890452208593372679"),
        (("job-data", JOB_DATA), "部门ID", "=6890452208593372679", "6890452208593372679"),
        (("job-data", JOB_DATA), "排班类型", "=6890452208593372679", "6890452208593372679"),
        (("talent", TALENT), "学校", "A&amp;amp;B大学", "A&B大学"),
        (("talent", TALENT), "学校", "清华大学;", "清华大学"),
        (("talent", TALENT), "学校", "\"清华大学\"", "清华大学"),
        (("talent", TALENT), "性别", "\"男\"", "男"),
        (("talent", TALENT), "手机号", "\"13800138001\"", "13800138001"),
    ] {
        let (codes, body) = read(of, header, written);
        assert_eq!(body, read(of, header, plain).1, "{header} {written}: {codes:?}");
        assert!(codes.iter().any(|code| code.starts_with("repaired-")), "{header} {written}");
    }
}

/// What is no value, and what is one that somebody has to look at.
#[test]
fn what_stands_in_the_place_of_a_value_is_told() {
    let (talent, job) = (("talent", TALENT), ("job-data", JOB_DATA));
    for (of, header, written, code) in [
        (talent, "学校", "=VLOOKUP(A2,Sheet2!A:B,2,0)", "value-absent"),
        (talent, "学校", "=IF(A2=\"\",\"\",A2)", "value-absent"),
        (talent, "姓名", "=B2", "value-absent"),
        (talent, "自我评价", "=VLOOKUP(A2,B:C,2,0)", "text-formula"),
        (talent, "邮箱", "=B2&\"@example.com\"", "value-absent"),
        (talent, "学校", "#WERT!", "cell-error"),
        (talent, "学校", "#VALUE", "cell-error"),
        (talent, "学校", "{{school}}", "value-absent"),
        (talent, "学校", "${school}", "value-absent"),
        (talent, "学校", "<姓名>", "value-absent"),
        (talent, "学校", "【请填写】", "value-absent"),
        (talent, "学校", "{{city}}大学", "text-placeholder"),
        (talent, "学校", "TRUE", "boolean-in-text"),
        (talent, "学校", "学校", "header-in-cell"),
        (talent, "学校", "北京□学", "mojibake-doubtful"),
        (talent, "学校", "北京〓学", "mojibake-doubtful"),
        (talent, "学校", "北京大…", "text-ends-open"),
        (talent, "学校", "Peking Univ...", "text-ends-open"),
        (talent, "学校", ";", "repaired-nothing"),
        (talent, "学校", "13800138000", "text-of-other"),
        (talent, "学校", "a@example.com", "text-of-other"),
        (talent, "学校", "2024-05-01", "text-of-other"),
        (talent, "姓名", "张三 男", "name-with-more"),
        (talent, "姓名", "张三/Zhang San", "name-with-more-doubtful"),
        (talent, "姓名", "张三 (Zhang San)", "name-with-more-doubtful"),
        (talent, "姓名", "姓名", "not-a-name"),
        (talent, "姓名", "测试", "name-tried-out"),
        (talent, "姓名", "test", "name-tried-out"),
        (talent, "姓名", "张…", "part-hidden"),
        (talent, "邮箱", "a@gmail.con", "email-domain"),
        (talent, "邮箱", "a@qq.cm", "email-domain-doubtful"),
        (talent, "邮箱", "a@gmial.com", "email-domain-doubtful"),
        (talent, "出生日期", "1970-01-01", "dates-unset"),
        (talent, "参加工作时间", "1970-01-01", "dates-unset"),
        (talent, "参加工作时间", "1899-12-30", "date-implausible"),
        (job, "生效时间", "1970-01-01", "dates-unset"),
        (job, "生效时间", "1904-01-01", "dates-unset"),
        (job, "生效时间", "9999-12-31", "date-implausible"),
        (job, "排班类型", "true", "boolean-here"),
        (job, "排班类型", "=A2", "value-absent"),
        (job, "排班类型", "689...", "part-hidden"),
    ] {
        let (codes, _) = read(of, header, written);
        assert!(codes.iter().any(|said| said == code), "{header} {written}: {codes:?}");
    }
}

/// What is garbled, what shows nothing, and what stands beside a name.
#[test]
fn no_letter_that_is_lost_or_shows_nothing_goes_by_in_silence() {
    let (talent, job) = (("talent", TALENT), ("job-data", JOB_DATA));
    for (of, header, written, code) in [
        (talent, "学校", "=1+1", "text-formula"),
        (talent, "学校", "北京大学(本科)", "text-with-more"),
        (talent, "学校", "北京大学 清华大学", "text-several"),
        (talent, "学校", "Andrï¿½", "broken-text"),
        (talent, "姓名", "Andrï¿½", "broken-text"),
        (talent, "自我评价", "Andrï¿½ Silva", "broken-text"),
        (talent, "学校", "Ã…sa", "mojibake-doubtful"),
        (talent, "姓名", "AndrŽ", "mojibake"),
        (talent, "学校", "Lyc‚e AndrŽ", "mojibake-doubtful"),
        (talent, "姓名", "Ã…sa", "mojibake"),
        (talent, "邮箱", "Ã…sa@example.com", "mojibake"),
        (talent, "姓名", "\u{3164}\u{3164}", "not-a-name"),
        (talent, "姓名", "\u{2800}", "not-a-name"),
        (talent, "学校", "\u{3164}", "repaired-nothing"),
        (talent, "性别", "\u{3164}", "repaired-nothing"),
        (talent, "出生日期", "\u{FFA0}", "repaired-nothing"),
        (job, "部门ID", "\u{3164}", "required"),
        (talent, "姓名", "张三A", "name-with-more-doubtful"),
    ] {
        let (codes, _) = read(of, header, written);
        assert!(codes.iter().any(|said| said == code), "{header} {written}: {codes:?}");
    }
}

/// What a person's name is not, and what stands behind one.
#[test]
fn a_name_is_that_of_a_person_and_nothing_else() {
    let talent = ("talent", TALENT);
    for (written, code) in [
        ("张三1", "name-with-more-doubtful"),
        ("张三(2)", "name-with-more-doubtful"),
        ("张三 28岁", "name-with-more"),
        ("张三简历", "name-with-more"),
        ("张三的简历", "name-with-more"),
        ("张三.pdf", "name-with-more"),
        ("<script>alert(1)</script>", "html-tags"),
        ("保密", "not-a-name"),
        ("佚名", "not-a-name"),
        ("匿名", "not-a-name"),
        ("见简历", "value-absent"),
        ("-2146826246", "cell-error"),
    ] {
        assert_eq!(read(talent, "姓名", written).0, [code], "{written}");
    }
    let (codes, body) = read(talent, "姓名", "Ｚｈａｎｇ　Ｓａｎ");
    assert_eq!(
        (codes, &body["basic_info"]["name"]),
        (vec!["repaired-full-width".to_owned()], &json!("Zhang San"))
    );
}

/// What names no school, no company and no subject, whatever the field.
#[test]
fn a_text_that_is_no_name_of_a_thing_is_told_in_every_field() {
    let talent = ("talent", TALENT);
    for header in ["学校", "专业", "工作经历1-公司名称", "工作经历1-职位名称", "项目经历1-项目名称"]
    {
        for (written, code) in [
            ("见简历", "value-absent"),
            ("--请选择--", "value-absent"),
            ("*", "repaired-nothing"),
            ("00", "repaired-nothing"),
            ("-2146826281", "cell-error"),
            ("-2146826246", "cell-error"),
            ("Error 2042", "cell-error"),
            ("男", "text-of-other"),
            ("本科", "text-of-other"),
            ("保密", "part-hidden-doubtful"),
            ("<script>alert(1)</script>", "html-tags-doubtful"),
        ] {
            assert_eq!(read(talent, header, written).0, [code], "{header} {written}");
        }
    }
    for header in ["学校", "专业"] {
        for (written, code) in [
            ("2012", "text-of-other"),
            ("清华大学|计算机|本科", "text-with-more"),
            ("2010-2014 清华大学", "text-with-more"),
            ("清华大学/本科", "text-with-more"),
        ] {
            assert_eq!(read(talent, header, written).0, [code], "{header} {written}");
        }
    }
    for (written, code) in [
        ("见简历", "text-elsewhere"),
        ("请选择", "value-absent"),
        ("Error 2042", "cell-error"),
        ("<script>alert(1)</script>", "html-tags-doubtful"),
    ] {
        assert_eq!(read(talent, "自我评价", written).0, [code], "{written}");
    }
    for header in ["手机号", "邮箱", "出生日期", "性别", "学历"] {
        for (written, code) in [("见简历", "value-absent"), ("-2146826246", "cell-error")] {
            assert_eq!(read(talent, header, written).0, [code], "{header} {written}");
        }
    }
}

/// Without the tenant's lists a name or another system's code is no code of Feishu's.
#[test]
fn without_lists_no_name_and_no_code_of_others_is_sent_as_a_code() {
    let (talent, job) = (("talent", TALENT), ("job-data", JOB_DATA));
    for (header, city) in [("国籍", false), ("现居城市", true), ("家乡", true), ("意向城市", true)]
    {
        for (written, code) in
            [("Beijing", "id-is-name"), ("China", "id-is-name"), ("110000", "not-a-place-code")]
        {
            let (codes, body) = read(talent, header, written);
            assert_eq!((codes, body), (vec![code.to_owned()], Value::Null), "{header} {written}");
        }
        let (sound, other) = if city { ("CT_159", "CN_112") } else { ("CN_112", "CT_159") };
        assert!(read(talent, header, sound).0.is_empty(), "{header}");
        assert_eq!(read(talent, header, other).0, ["not-a-place-code"], "{header}");
    }
    for header in ["排班类型", "薪资类型"] {
        for written in ["Beijing", "China", "110000", "Standard"] {
            assert_eq!(read(job, header, written).0, ["option-may-be-name"], "{header} {written}");
        }
        for written in ["R&D", "Shift (A)", "标准工时"] {
            assert_eq!(read(job, header, written).0, ["id-is-name"], "{header} {written}");
        }
        for written in ["example", "6890452208593372679", "work_shift_1"] {
            assert!(read(job, header, written).0.is_empty(), "{header} {written}");
        }
    }
}

/// An option that the mapping file lists none of is no key.
#[test]
fn a_word_that_is_no_option_of_the_mapping_file_is_told_with_those_that_are() {
    let mapping = "version = 1\n[[record]]\nkind = \"talent\"\n[record.columns]\n\"语言\" = \"basic_info.custom:9\"\n\
        [record.custom.\"9\"]\ntype = \"choice\"\noptions = { \"Go\" = \"go_1\", \"Rust\" = \"2\" }\n";
    let world = World::new().file("m.toml", mapping);
    let told = |word: &str| {
        world.put("t.csv", format!("姓名,手机号,语言\n张三,13800138000,{word}\n"));
        let args = ["check", "t.csv", "--mapping", "m.toml", "--json"];
        let problems = world.run(&args).json()["problems"].clone();
        let all = problems.as_array().unwrap().iter();
        let said = |problem: &Value| format!("{} {}", problem["code"], problem["message"]);
        all.map(said).collect::<Vec<_>>().join("\n")
    };
    for word in ["Python", "java", "3"] {
        let told = told(word);
        assert!(told.contains("option-not-listed") && told.contains("Go (go_1)"), "{told}");
    }
    for word in ["Go", "go_1", "2", "2.0"] {
        assert!(!told(word).contains("option"), "{word}");
    }
}

/// A month and a day that nobody wrote are told, whoever may see the values.
#[test]
fn a_birthday_without_its_day_is_told_where_values_are_shown_too() {
    for written in ["1990", "1990-05", "1990年5月"] {
        for more in [&[][..], &["--show-values"]] {
            let (codes, body) = read_with(("talent", TALENT), "出生日期", written, more);
            assert_eq!(codes, ["date-without-day"], "{written} {more:?}");
            assert!(!body.is_null());
        }
    }
    for header in ["教育经历1-入学时间", "教育经历1-毕业时间"] {
        let written = if header.contains("毕业") { "2023届" } else { "2019级" };
        assert_eq!(read(("talent", TALENT), header, written).0, ["date-without-day"]);
    }
}

/// What a column of documents can know of its numbers.
#[test]
fn a_document_that_cannot_be_is_told() {
    let of = |number: &'static str, ty: &'static str| {
        let base: Vec<_> = [TALENT, &[("证件类型", ty)][..]].concat();
        read(("talent", &base), "证件号", number).0
    };
    for (number, ty, code) in [
        ("110101209003074510", "身份证", "id-card-ahead"),
        ("1234567", "台胞证", "document-shape"),
        ("12345678", "回乡证", "document-shape"),
        ("H12345678", "港澳居民居住证", "document-shape"),
    ] {
        assert_eq!(of(number, ty), [code], "{number}");
    }
    for (number, ty) in
        [("110101199003074514", "身份证"), ("12345678", "台胞证"), ("H12345678", "回乡证")]
    {
        assert_eq!(of(number, ty), [""; 0], "{number}");
    }
}

/// What a card tells of its holder's age, beside no birthday that tells the same.
#[test]
fn a_card_of_a_child_is_told() {
    let number = "110101202201010015";
    let number = format!("{}{}", &number[..17], check_digit(&number[..17]));
    let of = |base: &[(&str, &str)]| {
        let base = [base, &[("证件类型", "身份证")][..]].concat();
        read(("talent", &base), "证件号", &number).0
    };
    assert_eq!(of(TALENT), ["id-card-age"]);
    assert_eq!(of(&[TALENT, &[("出生日期", "2022-01-01")][..]].concat()), ["birthday-odd"]);
}

/// The last figure of a card, as GB 11643 has it.
fn check_digit(figures: &str) -> char {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize = figures.bytes().zip(weights).map(|(b, w)| usize::from(b - b'0') * w).sum();
    char::from(b"10X98765432"[sum % 11])
}

/// Days of somebody's work that lie far ahead, or in no order.
#[test]
fn days_of_work_are_held_against_today_and_each_other() {
    let job = ("job-data", JOB_DATA);
    assert_eq!(read(job, "生效时间", "2060-05-01").0, ["date-far"]);
    assert_eq!(read(job, "试用期结束日期", "2024-04-01").0, ["date-order-odd"]);
    assert_eq!(read(job, "试用期结束日期", "2024-08-01").0, [""; 0]);
    let (codes, body) = read(job, "生效时间", "2024-05-01 09:30");
    assert!(codes == ["date-time-dropped"] && !body.is_null(), "{codes:?}");
}

/// A platform without an account is none.
#[test]
fn an_account_without_its_link_is_left_out_and_told() {
    let base = [TALENT, &[("社交账号1-社交平台", "知乎")][..]].concat();
    let (codes, body) = read(("talent", &base), "社交账号1-社交账号链接", "无");
    assert!(codes.contains(&"only-beside".to_owned()), "{codes:?}");
    assert_eq!(body.get("sns_list"), None, "{body}");
    let link = "https://www.zhihu.com/people/a";
    let (codes, body) = read(("talent", &base), "社交账号1-社交账号链接", link);
    assert_eq!((codes, &body["sns_list"][0]["link"]), (Vec::new(), &json!(link)));
}

/// A way out that is printed leads out.
#[test]
fn no_list_is_to_be_pulled_for_a_number_that_is_one_nowhere() {
    let of = |number| read(("talent", &TALENT[..1]), "手机号", number).0;
    for number in ["+1 650 253", "+65 123", "+44 79111234567890"] {
        assert_eq!(of(number), ["not-a-mobile"], "{number}");
    }
    assert_eq!(of("+65 9123 4567"), ["mobile-country-missing"]);
}

/// Prose may end in dots and show the syntax of a template; names may be long, short or foreign.
#[test]
fn what_is_sound_is_not_asked_about() {
    for (header, written) in [
        ("自我评价", "做事认真，善于沟通……"),
        ("自我评价", "学习中..."),
        ("自我评价", "熟悉 Vue 的 {{ message }} 与 ${name} 模板字符串"),
        ("自我评价", "期望 2万*14，可谈"),
        ("工作经历1-职位名称", "2万*14"),
        ("自我评价", "□ 认真\n□ 负责"),
        ("自我评价", "■ 招聘 ■ 培训"),
        ("自我评价", "=> 负责招聘"),
        ("自我评价", "https://example.com/%E5%8C%97?a=\\u5317"),
        ("学校", "北京大学（医学部）"),
        ("学校", "Yale School of Art"),
        ("自我评价", "**负责** 项目"),
        ("自我评价", "[链接](https://a.example) *重点* **加粗** 项目"),
        ("学校", "清华大学 经管学院"),
        ("学校", "中国人民大学(苏州校区)"),
        ("姓名", "Tan Ah Kow @ Chen Ah Kow"),
        ("姓名", "Åsa"),
        ("姓名", "张三(Sam)"),
        ("姓名", "古丽·艾合买提"),
        ("姓名", "Nguyễn Văn An"),
        ("姓名", "محمد علي"),
        ("姓名", "Testa"),
        ("姓名", "李１"),
        ("姓名", "欧阳万岁"),
        ("姓名", "王守信"),
        ("学校", "101中学"),
        ("学校", "101"),
        ("学校", "无锡学院"),
        ("学校", "女子学院"),
        ("学校", "中专学校"),
        ("学校", "北京大学-香港大学"),
        ("学校", "Select School of Art"),
        ("专业", "工业设计（二学位）"),
        ("工作经历1-公司名称", "360"),
        ("工作经历1-公司名称", "1919"),
        ("工作经历1-公司名称", "保密局"),
        ("工作经历1-公司名称", "Confidential Ltd"),
        ("工作经历1-职位名称", "经理/主管"),
        ("工作经历1-职位名称", "见习律师"),
        ("项目经历1-项目名称", "2019-2021 数据平台"),
        ("自我评价", "个人情况请见简历，谢谢"),
        ("自我评价", "修复了 Error 2042 和 -2146826246"),
        ("邮箱", "a@sina.cn"),
        ("邮箱", "a@vip.163.com"),
        ("邮箱", "a@example.co"),
        ("邮箱", "x_1@mail.example.cm"),
    ] {
        let (codes, body) = read(("talent", TALENT), header, written);
        assert!(
            codes.is_empty() && body.to_string().contains(&in_json(written)),
            "{written}: {codes:?}"
        );
    }
}

fn in_json(text: &str) -> String {
    Value::from(text).to_string()
}
