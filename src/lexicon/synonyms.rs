//! Names brought to what they say, whatever words they say it with: 现居城市 and 目前居住地区, `Graduation
//! Date` and `date_graduated` are equal. Equal keys mean the same; unequal ones say nothing.
//!
//! Must not know: fields, groups, columns.

use super::fillers::is_filler;
use super::normalize;
use super::people;

/// The key of a header or a name; empty where nothing is left.
pub(crate) fn key(text: &str) -> String {
    let words = normalize::words(text);
    if words.iter().all(|word| word.is_ascii()) {
        latin(&words)
    } else {
        let name = chinese(&normalize::header(text));
        if normalize::is_share(text) { format!("{name}占比") } else { name }
    }
}

/// The key of a header in Latin letters without whose it is, if it begins with that or ends with
/// `of` and that: `Candidate Mobile No`, `Mobile No of Candidate`; a `Job Applicant` is somebody.
pub(crate) fn disowned(text: &str) -> Option<String> {
    let words = normalize::words(text);
    let says = |word: &String| people::is_owner(&canonical(word));
    let rest = match words.as_slice() {
        [first, rest @ ..] if says(first) => rest,
        [rest @ .., of, last] if of == "of" && says(last) => rest,
        _ => return None,
    };
    rest.iter().all(|word| word.is_ascii()).then(|| latin(rest)).filter(|key| !key.is_empty())
}

/// A word and the words that stand for it.
const WORDS: &[(&str, &[&str])] = &[
    ("number", &["no", "num", "nbr", "nr"]),
    ("phone", &["telephone", "tel"]),
    ("mobile", &["cell", "cellular", "mob"]),
    ("mobile phone", &["cellphone", "handphone"]),
    ("birth date", &["birthdate", "birthday", "dob"]),
    ("join date", &["doj"]),
    ("join", &["joined", "joining"]),
    ("hire", &["hired", "hiring"]),
    ("date", &["dt"]),
    ("address", &["addr"]),
    ("employee", &["emp", "staff", "worker", "associate", "personnel", "workforce"]),
    ("candidate", &["applicant", "candidates", "applicants"]),
    ("department", &["dept"]),
    ("manager", &["mgr", "superior", "boss"]),
    ("report", &["reporting", "reports"]),
    ("center", &["centre"]),
    ("specialization", &["specialisation"]),
    ("enrollment", &["enrolment", "enrolled", "enroled"]),
    ("organization", &["organisation"]),
    ("program", &["programme"]),
    ("education", &["educational", "edu"]),
    ("university", &["univ", "universities"]),
    ("graduation", &["graduate", "graduated", "graduating"]),
    ("proficiency", &["fluency"]),
    ("residence", &["residing", "residential", "resident", "living"]),
    ("current", &["present", "currently"]),
    ("preferred", &["desired", "preferable"]),
    ("work", &["working"]),
    ("work location", &["workplace", "worksite"]),
    ("location", &["place", "site", "loc"]),
    ("hometown", &["home town"]),
    ("email", &["e mail"]),
    ("probation", &["probationary"]),
    ("expected", &["expect", "planned", "estimated", "scheduled", "anticipated", "projected"]),
    ("start", &["begin", "beginning", "commencement", "commence"]),
    ("end", &["ending", "completion", "finish"]),
    ("to", &["until", "till"]),
    ("expiration", &["expiry", "expire", "expires"]),
    ("percentage", &["percent", "pct"]),
];

/// Words in the plural that mean something else than one of them.
const PLURAL: &[&str] = &["languages"];

fn canonical(word: &str) -> String {
    let known = |word: &str| {
        WORDS.iter().find(|(one, same)| *one == word || same.contains(&word)).map(|(one, _)| *one)
    };
    if let Some(one) = known(word) {
        return one.to_owned();
    }
    let is_plural = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
        && !PLURAL.contains(&word);
    let single = if is_plural { &word[..word.len() - 1] } else { word };
    known(single).unwrap_or(single).to_owned()
}

/// The words in any order: `Date of Graduation` is `Graduation Date`.
fn latin(words: &[String]) -> String {
    let mut joined: Vec<String> = Vec::new();
    for word in words {
        let pair = joined.last().map(|last| format!("{last} {word}"));
        let is_one = |pair: &String| WORDS.iter().any(|(_, same)| same.contains(&pair.as_str()));
        if let Some(pair) = pair.filter(is_one) {
            joined.pop();
            joined.push(pair);
        } else {
            joined.push(word.clone());
        }
    }
    let mut kept: Vec<String> = joined
        .iter()
        .filter(|word| !is_filler(word))
        .map(|word| canonical(word))
        .flat_map(|word| word.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    kept.sort_unstable();
    kept.join(" ")
}

/// What a name begins with.
const FIRST: &[(&str, &[&str])] = &[
    ("现居", &["当前居住", "目前居住", "现在居住", "现居住", "现住", "居住", "常住", "常居"]),
    ("现", &["当前", "目前", "现在"]),
    ("期望", &["求职意向", "意向", "意愿", "希望", "目标", "偏好", "理想", "求职期望", "求职"]),
    ("员工", &["职员", "雇员", "职工", "教职工"]),
    ("直属", &["直接", "直线", "实线"]),
    ("第二直属", &["第二直接", "第二直线", "第二实线"]),
    ("预计", &["预期", "计划", "预估", "拟定"]),
    (
        "候选人",
        &["应聘者", "应聘人", "求职者", "求职人", "申请人", "投递人", "应征者", "报名人", "牛人"],
    ),
];

/// What stands anywhere in a name.
const WITHIN: &[(&str, &[&str])] = &[
    ("邮箱", &["电子邮箱", "电子邮件", "电子信箱", "邮件", "信箱", "电邮"]),
    ("学校", &["高等院校", "院校", "高校", "大学"]),
    ("联系", &["联络", "连络"]),
    ("手机", &["移动电话", "行动电话", "手提电话", "流动电话"]),
    ("号", &["号码"]),
    ("类型", &["类别", "种类"]),
    ("试用", &["试用期间", "试用期"]),
    ("开始", &["起始"]),
    ("结束", &["终止"]),
    ("预计", &["预期"]),
    ("首次", &["初次"]),
];

/// What a name ends with.
const LAST: &[(&str, &[&str])] = &[
    ("日期", &["年月日", "年月", "时间", "日"]),
    ("年份", &["年度", "年"]),
    ("程度", &["水平", "层次", "等级"]),
];

/// How a name begins whose end is a place, and how a place ends.
const PLACED: &[&str] = &["现居", "期望", "现所在", "籍贯", "家乡"];
const PLACES: &[&str] = &[
    "省份城市",
    "所在城市",
    "所在地区",
    "所在地点",
    "所在地",
    "城市",
    "地点",
    "地区",
    "区域",
    "地域",
    "省市",
    "县市",
    "地方",
    "地",
];

/// How a name begins whose end is a superior, and what a superior is called.
const LED: &[&str] = &["直属", "虚线", "第二直属"];
const SUPERIORS: &[&str] = &["汇报对象", "汇报上级", "主管", "领导", "上司", "经理", "上级"];

fn chinese(name: &str) -> String {
    let mut name = first(name);
    for (one, same) in WITHIN {
        for other in *same {
            if name.contains(other) {
                name = name.replace(other, one);
            }
        }
    }
    name = ended(&name, PLACED, PLACES, "地");
    name = ended(&name, LED, SUPERIORS, "上级");
    if name.starts_with("期望") {
        for work in ["就业", "上班", "求职"] {
            name = name.replace(work, "工作");
        }
    }
    for (one, same) in LAST {
        let stem = same.iter().find_map(|other| name.strip_suffix(other));
        // 生日 and 节日 are words of their own.
        if let Some(stem) = stem.filter(|stem| stem.chars().count() > 1 && !name.ends_with("生日"))
        {
            return format!("{stem}{one}");
        }
    }
    name
}

fn first(name: &str) -> String {
    for (one, same) in FIRST {
        let rest = same.iter().find_map(|other| name.strip_prefix(other));
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            return format!("{one}{rest}");
        }
    }
    name.to_owned()
}

fn ended(name: &str, begins: &[&str], ends: &[&str], one: &str) -> String {
    let of = |begin: &&str| {
        let rest = name.strip_prefix(begin)?;
        let stem = ends.iter().find_map(|end| rest.strip_suffix(end))?;
        Some(format!("{begin}{stem}{one}"))
    };
    begins.iter().find_map(of).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_same_in_other_words_has_one_key() {
        for same in [
            &["Graduation Date", "Date of Graduation", "date_graduated", "graduateDate"][..],
            &["Contact Number", "Contact No.", "contact #"],
            &["Employee Type", "Staff Type", "Type of Employee", "worker_type"],
            &["E-Mail Address", "email addr"],
            &["现居城市", "目前居住地区", "当前居住地", "现住城市", "现居住省市"],
            &["期望工作地点", "意向就业城市", "希望上班地區", "目标工作区域"],
            &["直属上级", "直接领导", "实线经理", "直線主管", "直接上司"],
            &["试用期结束日期", "试用结束时间", "试用期终止日"],
            &["毕业年份", "毕业年度", "毕业年"],
            &["员工类型", "职工类别", "雇员种类"],
            &["Cost Center %", "Cost Centre Percent"],
        ] {
            let keys: BTreeSet<String> = same.iter().map(|text| key(text)).collect();
            assert_eq!(keys.len(), 1, "{same:?}: {keys:?}");
        }
    }

    #[test]
    fn what_means_something_else_has_another_key() {
        for (one, other) in [
            ("手机", "紧急联系人手机"),
            ("出生日期", "出生年份"),
            ("生日", "生时间"),
            ("直属上级", "直属上级姓名"),
            ("直属上级", "上级"),
            ("部门", "部门 %"),
            ("Reports To", "Direct Reports"),
            ("Language", "Languages"),
            ("Job ID", "Work ID"),
            ("Mobile", "Contact's Mobile"),
            ("现居地", "现单位"),
            ("Candidate Email", "Candidate's Manager Email"),
        ] {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }

    #[test]
    fn only_the_person_of_the_row_is_taken_off() {
        assert_eq!(disowned("Candidate Mobile No").as_deref(), Some("mobile number"));
        assert_eq!(disowned("Applicant"), None);
        assert_eq!(disowned("Date of Birth of Candidate").as_deref(), Some("birth date"));
        for header in ["Mobile No", "Spouse Mobile No", "Job Applicant", "候选人手机"] {
            assert_eq!(disowned(header), None, "{header}");
        }
    }

    #[test]
    fn every_word_is_in_one_row_and_stands_for_itself_there() {
        let mut seen = BTreeSet::new();
        for (one, same) in WORDS {
            assert!(seen.insert(*one), "{one}");
            for word in *same {
                assert!(seen.insert(*word), "{word}");
                let plain = |word: &str| canonical(word).split(' ').map(canonical).collect();
                let (there, here): (Vec<String>, Vec<String>) = (plain(word), plain(one));
                assert_eq!(there, here, "{word}");
            }
        }
        for row in [FIRST, WITHIN, LAST] {
            let mut seen = BTreeSet::new();
            for (one, same) in row {
                for word in *same {
                    assert!(one != word && seen.insert(*word), "{word}");
                }
            }
        }
    }

    #[test]
    fn the_key_of_a_key_is_the_key() {
        for text in
            ["目前居住城市", "意向就业地区", "直接主管", "试用期终止日", "联络电话号码", "院校名称"]
        {
            assert_eq!(key(&key(text)), key(text), "{text}");
        }
    }
}
