//! Cells as people and programs write them, each beside the plain way to write it: the same body. And
//! cells of which something must be said.

use serde_json::Value;

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
fn read((kind, base): (&str, &[(&str, &str)]), header: &str, text: &str) -> (Vec<String>, Value) {
    let others = base.iter().filter(|(other, _)| *other != header);
    let cells: Vec<_> = others.copied().chain([(header, text)]).collect();
    let line =
        |pick: fn(&(&str, &str)) -> String| cells.iter().map(pick).collect::<Vec<_>>().join(",");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (headers, values) =
        (line(|cell| cell.0.to_owned()), cells.iter().map(|cell| quoted(cell.1)));
    let world = World::new();
    world.put("t.csv", format!("{headers}\n{}\n", values.collect::<Vec<_>>().join(",")));
    let more = ["--kind", kind, "--json", "--payloads", "b.jsonl"];
    let json = world.run(&[&["check", "t.csv"][..], &more].concat()).json();
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

/// Prose may end in dots and show the syntax of a template; names may be long, short or foreign.
#[test]
fn what_is_sound_is_not_asked_about() {
    for (header, written) in [
        ("自我评价", "做事认真，善于沟通……"),
        ("自我评价", "学习中..."),
        ("自我评价", "熟悉 Vue 的 {{ message }} 与 ${name} 模板字符串"),
        ("自我评价", "□ 认真\n□ 负责"),
        ("自我评价", "■ 招聘 ■ 培训"),
        ("自我评价", "=> 负责招聘"),
        ("自我评价", "https://example.com/%E5%8C%97?a=\\u5317"),
        ("学校", "北京大学（医学部）"),
        ("学校", "Yale School of Art"),
        ("姓名", "张三(Sam)"),
        ("姓名", "古丽·艾合买提"),
        ("姓名", "Nguyễn Văn An"),
        ("姓名", "محمد علي"),
        ("姓名", "Testa"),
        ("邮箱", "a@sina.cn"),
        ("邮箱", "a@vip.163.com"),
        ("邮箱", "a@example.co"),
        ("邮箱", "x_1@mail.example.cm"),
    ] {
        let (codes, body) = read(("talent", TALENT), header, written);
        assert!(
            codes.is_empty() && body.to_string().contains(&json(written)),
            "{written}: {codes:?}"
        );
    }
}

fn json(text: &str) -> String {
    Value::from(text).to_string()
}
