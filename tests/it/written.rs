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
