//! A small company, and what is written of it.

use proptest::prelude::*;

use super::*;

fn entry(id: &str, parent: &str, names: &[&str]) -> Entry {
    Entry {
        id: id.into(),
        codes: [format!("C{id}")].into(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        within: [].into(),
        owner: None,
        wants: None,
        since: None,
        active: true,
    }
}

fn company() -> Directory {
    let mut closed = entry("70", "1", &["旧市场部"]);
    closed.active = false;
    let departments = vec![
        entry("1", "", &["星河集团", "Galaxy Group"]),
        entry("10", "1", &["研发中心", "R&D Center"]),
        entry("11", "10", &["后端组", "Backend"]),
        entry("12", "10", &["综合部"]),
        entry("20", "1", &["职能中心"]),
        entry("21", "20", &["综合部"]),
        entry("22", "20", &["法务/合规"]),
        entry("23", "22", &["A-B组"]),
        entry("30", "1", &["综合部"]),
        closed,
    ];
    let companies = vec![entry("900", "", &["星河科技有限公司", "星河科技"])];
    let levels = vec![entry("p6", "", &["P6", "高级工程师"]), entry("p7", "", &["P7"])];
    let lists =
        [(IdOf::Department, departments), (IdOf::Company, companies), (IdOf::JobLevel, levels)];
    Directory::new(lists, false)
}

fn found(text: &str) -> String {
    let company = company();
    let list = company.list(IdOf::Department).unwrap();
    let ids = |entries: Vec<&Entry>| {
        entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>().join(",")
    };
    match list.find(text) {
        Found::One(entry) => entry.id.clone(),
        Found::Inactive(entry) => format!("inactive {}", entry.id),
        Found::Several(entries) => format!("several {}", ids(entries)),
        Found::Nothing(near) => format!("nothing {}", ids(near)),
    }
}

#[test]
fn an_id_a_code_a_name_and_a_path_find_their_entry() {
    for (text, id) in [
        ("11", "11"),
        ("C11", "11"),
        ("c11", "11"),
        ("后端组", "11"),
        (" 後端組 ", "11"),
        ("backend", "11"),
        ("Ｂackend", "11"),
        ("研发中心/后端组", "11"),
        ("研发中心-后端组", "11"),
        ("研发中心 > 后端组", "11"),
        ("研发中心＞后端组", "11"),
        ("研发中心\\后端组", "11"),
        ("研发中心—后端组", "11"),
        ("/研发中心/后端组", "11"),
        ("星河集团/研发中心/后端组", "11"),
        ("星河科技有限公司/研发中心/后端组", "11"),
        ("R&D Center/Backend", "11"),
        ("R&D Center/后端组", "11"),
        ("C10/C11", "11"),
        ("后端组(C11)", "11"),
        ("后端组（11）", "nothing "),
        ("综合部（C21）", "21"),
        ("法务/合规", "22"),
        ("职能中心/法务/合规", "22"),
        ("法务/合规/A-B组", "23"),
        ("职能中心-法务/合规-A-B组", "23"),
        ("研发中心/综合部", "12"),
        ("星河集团/综合部", "30"),
    ] {
        assert_eq!(found(text), id, "{text}");
    }
}

#[test]
fn what_is_not_sure_is_never_taken() {
    assert_eq!(found("综合部"), "several 12,21,30");
    assert_eq!(found("旧市场部"), "inactive 70");
    assert_eq!(found("星河集团/旧市场部"), "inactive 70");
    assert_eq!(found("70"), "inactive 70");
    assert_eq!(found("后端"), "nothing 11");
    assert_eq!(found("职能中心/后端组"), "nothing 11,20");
    assert_eq!(found("研发中心后端组"), "nothing 11,10");
    assert!(found("前端组(C11)").starts_with("nothing"));
    assert_eq!(found("财务部"), "nothing ");
    assert_eq!(found(""), "nothing ");
    assert_eq!(found("/"), "nothing ");
}

#[test]
fn where_a_path_has_a_gap_names_may_lack_and_a_name_may_stand_twice() {
    for (text, id) in [
        ("研发中心//后端组", "11"),
        ("星河集团//后端组", "11"),
        ("星河科技//后端组", "11"),
        ("职能中心//A-B组", "23"),
        ("星河集团//法务/合规/A-B组", "23"),
        ("星河集团/职能中心//A-B组", "23"),
        ("研发中心//研发中心", "10"),
        ("研发中心//研发中心//后端组", "11"),
        ("研发中心/后端组//后端组", "11"),
        ("星河集团//综合部", "30"),
        ("职能中心//综合部", "21"),
    ] {
        assert_eq!(found(text), id, "{text}");
    }
    for text in ["职能中心//后端组", "研发中心/研发中心", "职能中心/A-B组", "后端组//研发中心"]
    {
        assert!(found(text).starts_with("nothing"), "{text}: {}", found(text));
    }
}

#[test]
fn what_is_to_be_made_stands_below_what_is_there() {
    let company = company();
    let missing = |of, text: &str| {
        let all = company.list(of).unwrap().absent(text);
        all.into_iter().map(|one| format!("{}:{}", one.parent, one.name)).collect::<Vec<_>>()
    };
    let department = |text| missing(IdOf::Department, text);
    assert_eq!(department("新组"), [":新组"]);
    assert_eq!(department("研发中心/新组"), ["研发中心:新组"]);
    assert_eq!(department("研发中心 - 新组"), ["研发中心:新组"]);
    assert_eq!(department("星河集团/研发中心//新组"), ["研发中心:新组"]);
    assert_eq!(department("研发中心/新部/新组"), ["研发中心:新部", "研发中心/新部:新组"]);
    assert_eq!(department("新中心＞新部/A-C组"), [":新中心", "新中心:新部", "新中心/新部:A-C组"]);
    assert_eq!(department("A-C组"), [":A-C组"]);
    assert_eq!(department("/"), Vec::<String>::new());
    assert_eq!(missing(IdOf::JobLevel, "P9/P10"), [":P9/P10"]);
}

#[test]
fn a_path_names_what_stands_above_but_for_the_one_top_of_all() {
    let company = company();
    let list = company.list(IdOf::Department).unwrap();
    let path = |id| list.path(list.of_id(id).unwrap());
    assert_eq!(path("23"), "职能中心/法务/合规/A-B组");
    assert_eq!(path("10"), "研发中心");
    assert_eq!(path("1"), "星河集团");
    let levels = company.list(IdOf::JobLevel).unwrap();
    assert_eq!(levels.path(levels.of_id("p6").unwrap()), "P6");
    assert!(company.list(IdOf::Job).is_none());
}

#[test]
fn a_tree_that_goes_round_in_a_circle_ends() {
    let round = vec![entry("1", "2", &["甲"]), entry("2", "1", &["乙"])];
    let directory = Directory::new([(IdOf::Department, round)], false);
    let list = directory.list(IdOf::Department).unwrap();
    assert_eq!(list.find("甲/乙"), Found::One(list.of_id("2").unwrap()));
    assert_eq!(list.path(list.of_id("1").unwrap()).matches('/').count(), 63);
    for between in ["/", "//"] {
        let deep = (0..200).map(|_| "甲/乙").collect::<Vec<_>>().join(between);
        assert!(matches!(list.find(&deep), Found::Nothing(_)));
    }
}

proptest! {
    #[test]
    fn every_entry_is_found_by_its_path_unless_another_has_the_same(
        parents in prop::collection::vec((0usize..12, "[甲乙丙/-]{1,3}"), 1..12),
        text in "[甲乙丙/>-]{0,12}",
    ) {
        let entries: Vec<Entry> = parents
            .iter()
            .enumerate()
            .map(|(at, (parent, name))| {
                let parent = if *parent < at { format!("#{parent}") } else { String::new() };
                entry(&format!("#{at}"), &parent, &[name])
            })
            .collect();
        let directory = Directory::new([(IdOf::Department, entries)], false);
        let list = directory.list(IdOf::Department).unwrap();
        for entry in list.entries() {
            let found = list.find(&list.path(entry));
            let is_it = match &found {
                Found::One(one) => one.id == entry.id || list.path(one) == list.path(entry),
                Found::Several(some) => some.iter().any(|one| one.id == entry.id),
                Found::Inactive(_) | Found::Nothing(_) => false,
            };
            // A name that is itself another's path is that name, and a path may be read in two ways.
            let other = list.entries().iter().any(|other| {
                other.id != entry.id && list.path(entry).contains(other.name())
            });
            prop_assert!(is_it || other, "{:?} {:?}", list.path(entry), found);
        }
        let _ = list.find(&text);
    }
}
