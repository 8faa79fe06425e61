//! Shapes of headers as real sheets have them.

use super::*;
use crate::bind::search::{header as find, header_at as at};
use crate::bind::{BindOptions, bind, claims};
use crate::kinds::{self, job_data::JOB_DATA, talent::TALENT};
use crate::problem::{Code, Place};
use crate::sheet::Merge;
use proptest::prelude::*;

fn rows(lines: &[&[&str]]) -> Vec<RawRow> {
    (1..)
        .zip(lines)
        .map(|(number, cells)| {
            let mut row = RawRow::new();
            row.reset(number);
            for cell in *cells {
                row.push(RawCell::Text(cell));
            }
            row
        })
        .collect()
}

fn merged(ranges: &[&str]) -> Outline {
    let merges = ranges.iter().map(|range| range.parse::<Merge>().unwrap()).collect();
    Outline { merges, ..Outline::default() }
}

fn found(lines: &[&[&str]], ranges: &[&str]) -> Header {
    find(&rows(lines), &merged(ranges), kinds::ALL, None).unwrap()
}

fn texts(header: &Header) -> Vec<String> {
    let row = &header.row;
    (0..row.width()).map(|c| headers::text(row.cell(c)).unwrap_or_default()).collect()
}

/// Paths by column for talents, with the codes of the problems.
fn bound(header: &Header, toml: Option<&str>) -> (Vec<(usize, String)>, Vec<Code>) {
    let mapping = toml.map(|toml| {
        let text = format!("version = 1\n[[record]]\nkind = \"talent\"\n{toml}");
        crate::mapping::Mapping::parse(&text, &"m.toml".into()).unwrap()
    });
    let how = BindOptions {
        mapping: mapping.as_ref().map(|mapping| &mapping.records[0]),
        tables: &std::collections::HashMap::new(),
        allow_keyless: false,
        accept: None,
    };
    match bind(&TALENT, header, &Place::default(), &how) {
        Ok(binding) => {
            let mut columns: Vec<(usize, String)> =
                binding.columns.iter().map(|c| (c.index, c.path.to_string())).collect();
            columns.sort();
            (columns, binding.warnings.iter().map(crate::problem::Problem::code).collect())
        }
        Err(problems) => (Vec::new(), problems.iter().map(crate::problem::Problem::code).collect()),
    }
}

fn paths(header: &Header) -> Vec<String> {
    bound(header, None).0.into_iter().map(|(column, path)| format!("{column} {path}")).collect()
}

#[test]
fn titles_and_explanations_above_the_header_are_passed_over() {
    let header = found(
        &[
            &["2024年校园招聘候选人名单"],
            &["填写说明：姓名必填，手机号请填 11 位"],
            &[],
            &["序号", "姓名*", "手机号", "邮箱"],
            &["1", "张三", "13800138000", "a@example.com"],
        ],
        &["A1:D1", "A2:D2"],
    );
    assert_eq!((header.index, header.first_row, header.last_row), (3, 4, 4));
}

#[test]
fn a_sheet_without_any_known_header_has_none() {
    let rows = rows(&[&["甲", "乙"], &["1", "2"]]);
    let none = Outline::default();
    assert!(find(&rows, &none, kinds::ALL, None).is_none());
    assert!(find(&[], &none, kinds::ALL, None).is_none());
    assert!(at(&rows, &none, 9, kinds::ALL, None).is_none());
}

const TWO_ROWS: &[&[&str]] = &[
    &["姓名", "手机号", "教育经历", "", "", "工作经历", ""],
    &["", "", "学校", "专业", "开始时间", "公司", "职位"],
    &["张三", "13800138000", "香港大学", "考古", "2008-09", "明日科技", "工程师"],
];

#[test]
fn headings_over_two_rows_are_folded_into_the_header() {
    for merges in [&[][..], &["A1:A2", "B1:B2", "C1:E1", "F1:G1"][..]] {
        let header = found(TWO_ROWS, merges);
        assert_eq!((header.first_row, header.last_row), (1, 2));
        assert_eq!(
            texts(&header),
            [
                "姓名",
                "手机号",
                "教育经历-学校",
                "教育经历-专业",
                "教育经历-开始时间",
                "工作经历-公司",
                "工作经历-职位"
            ]
        );
        assert_eq!(bound(&header, None).1, []);
    }
}

#[test]
fn blocks_side_by_side_are_entries_by_occurrence_or_by_number() {
    for (first, second) in [
        ("教育经历", "教育经历"),
        ("教育经历一", "教育经历二"),
        ("教育经历（1）", "教育经历（2）"),
        ("第一段教育经历", "第二段教育经历"),
        ("教育背景\nEducation", "教育背景\nEducation"),
        ("教育经历", "教育经历2"),
        ("全日制教育", "在职教育"),
        ("本科教育经历", "硕士教育经历"),
    ] {
        let lines: &[&[&str]] = &[
            &["姓名", first, "", "", second, "", ""],
            &["", "学校 School", "专业", "学历", "学校 School", "专业", "学历"],
        ];
        for merges in [&[][..], &["A1:A2", "B1:D1", "E1:G1"][..]] {
            let header = found(lines, merges);
            assert_eq!(
                paths(&header),
                [
                    "0 basic_info.name",
                    "1 education_list[1].school",
                    "2 education_list[1].field_of_study",
                    "3 education_list[1].degree",
                    "4 education_list[2].school",
                    "5 education_list[2].field_of_study",
                    "6 education_list[2].degree",
                ],
                "{first} {merges:?} {:?}",
                texts(&header)
            );
            assert_eq!(bound(&header, None).1, []);
        }
    }
}

#[test]
fn a_heading_written_into_each_of_its_cells_is_one() {
    let header = found(
        &[
            &["基本信息", "基本信息", "教育经历1", "教育经历1", "教育经历2", "教育经历2"],
            &["姓名", "手机", "学校", "专业", "学校", "专业"],
        ],
        &[],
    );
    assert_eq!(
        paths(&header),
        [
            "0 basic_info.name",
            "1 basic_info.mobile",
            "2 education_list[1].school",
            "3 education_list[1].field_of_study",
            "4 education_list[2].school",
            "5 education_list[2].field_of_study",
        ]
    );
}

#[test]
fn three_levels_are_folded() {
    let lines: &[&[&str]] = &[
        &["2024届候选人信息汇总", "", "", "", "", "", ""],
        &["个人信息", "", "", "", "", "", "紧急联系人"],
        &["姓名", "手机", "教育经历1", "", "教育经历2", "", ""],
        &["", "", "学校", "专业", "学校", "专业", "姓名"],
    ];
    let expected = [
        "0 basic_info.name",
        "1 basic_info.mobile",
        "2 education_list[1].school",
        "3 education_list[1].field_of_study",
        "4 education_list[2].school",
        "5 education_list[2].field_of_study",
    ];
    let merges = ["A1:G1", "A2:F2", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G2:G3"];
    for merges in [&[][..], &merges[..]] {
        let header = found(lines, merges);
        assert_eq!((header.first_row, header.last_row), (2, 4), "{merges:?}");
        assert_eq!(paths(&header), expected, "{:?}", texts(&header));
    }
}

#[test]
fn entries_are_counted_below_their_groups_heading() {
    let header = found(
        &[
            &["姓名", "教育经历", "", "", ""],
            &["", "第一段", "", "第二段", ""],
            &["", "学校", "专业", "学校", "专业"],
        ],
        &["A1:A3", "B1:E1", "B2:C2", "D2:E2"],
    );
    assert_eq!(
        paths(&header)[3..],
        ["3 education_list[2].school", "4 education_list[2].field_of_study"]
    );
}

#[test]
fn headings_that_are_no_group_leave_their_headers_alone() {
    let lines: &[&[&str]] = &[
        &["基本信息", "", "联系方式", "", "备注"],
        &["姓名", "性别", "手机", "邮箱", ""],
        &["张三", "男", "13800138000", "a@example.com", ""],
    ];
    for merges in [&[][..], &["A1:B1", "C1:D1", "E1:E2"][..]] {
        let header = found(lines, merges);
        assert_eq!(header.last_row, 2);
        assert_eq!(texts(&header)[..4], ["姓名", "性别", "手机", "邮箱"]);
    }
}

#[test]
fn a_topic_completes_headers_that_mean_nothing_alone() {
    let header = found(
        &[&["姓名", "证件", "", "期望", ""], &["", "类型", "号码", "城市", "薪资"]],
        &["A1:A2", "B1:C1", "D1:E1"],
    );
    assert_eq!(
        paths(&header),
        [
            "0 basic_info.name",
            "1 basic_info.identification.identification_type",
            "2 basic_info.identification.identification_number",
            "3 preferred_city_code_list",
        ]
    );
}

#[test]
fn another_persons_columns_bind_to_nothing_and_are_reported() {
    for heading in [
        "紧急联系人",
        "家庭成员",
        "配偶",
        "推荐人",
        "联系人",
        "父亲",
        "Emergency contact",
        "Reference",
        "Spouse",
        "Manager",
    ] {
        let lines: &[&[&str]] = &[
            &["基本信息", "", heading, ""],
            &["姓名", "邮箱", "姓名", "电话"],
            &["张三", "a@example.com", "李四", "13800138000"],
        ];
        for merges in [&[][..], &["A1:B1", "C1:D1"][..]] {
            let header = found(lines, merges);
            assert_eq!(paths(&header), ["0 basic_info.name", "1 basic_info.email"], "{heading}");
            assert_eq!(bound(&header, None).1, [Code::HeaderUnbound, Code::HeaderUnbound]);
            assert_eq!(texts(&header)[3], format!("{heading}-电话"));
        }
    }
}

#[test]
fn what_stands_below_a_heading_that_nothing_is_known_of_is_not_the_persons() {
    for heading in [
        "代理人",
        "备用联系人",
        "前上级",
        "家庭主要成员",
        "背调联系人",
        "應急聯繫人",
        "第二联系人",
        "公司HR",
        "入职引导人",
        "同学",
        "室友",
        "被授权人信息",
        "保荐代表",
        "Delegate",
        "Next in line",
    ] {
        let lines: &[&[&str]] = &[
            &["姓名", "手机", heading, "", ""],
            &["", "", "身份证号", "邮箱", "性别"],
            &["王伟", "13800138000", "11010519491231002X", "boss@x.com", "女"],
        ];
        for merges in [&[][..], &["A1:A2", "B1:B2", "C1:E1"][..]] {
            let header = found(lines, merges);
            let own = ["0 basic_info.name", "1 basic_info.mobile"];
            assert_eq!(paths(&header), own, "{heading} {merges:?} {:?}", texts(&header));
            assert_eq!(bound(&header, None).1, [Code::HeaderUnbound; 3]);
            assert_eq!(texts(&header)[3], format!("{heading}-邮箱"));
            let line = format!("[record.columns]\n\"{heading}-邮箱\" = \"basic_info.email\"");
            let (columns, _) = bound(&header, Some(&line));
            assert!(columns.contains(&(3, "basic_info.email".to_owned())), "{columns:?}");
        }
    }
}

#[test]
fn a_heading_that_only_tells_what_is_below_it_changes_nothing() {
    for heading in [
        "基本信息",
        "联系方式",
        "其他",
        "其他信息",
        "候选人",
        "应聘人信息",
        "员工信息",
        "个人资料",
        "求职登记",
        "证件信息",
        "联系信息 Contact",
        "Personal Details",
        "Candidate",
        "Contact",
        "必填",
        "请如实填写",
        "以下各栏由候选人本人如实填写",
        "制表：人事部",
        "手机及邮箱（必填）",
        "信息采集 2024",
        "邮箱",
    ] {
        let lines: &[&[&str]] =
            &[&["姓名", "手机", heading, "", ""], &["", "", "身份证号", "邮箱", "性别"]];
        for merges in [&[][..], &["A1:A2", "B1:B2", "C1:E1"][..]] {
            let header = found(lines, merges);
            assert_eq!(paths(&header).len(), 5, "{heading} {merges:?} {:?}", texts(&header));
            assert_eq!(bound(&header, None).1, []);
        }
    }
    // What it stands over is the only column of the name: it is the person's.
    for heading in ["甲方", "Block one"] {
        let lines: &[&[&str]] =
            &[&[heading, "", "教育经历", ""], &["姓名", "邮箱", "学校", "专业"]];
        for merges in [&[][..], &["A1:B1", "C1:D1"][..]] {
            let header = found(lines, merges);
            assert_eq!(paths(&header).len(), 4, "{heading} {merges:?} {:?}", texts(&header));
        }
    }
    // Names for machines, each over its own column.
    let lines: &[&[&str]] = &[&["fld_a", "fld_b"], &["姓名", "邮箱"]];
    assert_eq!(paths(&found(lines, &[])).len(), 2);
}

#[test]
fn what_was_before_is_not_what_is() {
    let needed = ["雇佣ID", "部门ID", "人员类型ID", "生效日期"];
    let bound = |heading: &str| {
        let lines: &[&[&str]] = &[
            &[needed[0], heading, "", needed[1], needed[2], needed[3]],
            &["", "职务ID", "职级ID", "", "", ""],
        ];
        let merges = merged(&["A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:F2"]);
        let header = find(&rows(lines), &merges, &[&JOB_DATA], None).unwrap();
        let claims = claims::of(&JOB_DATA, (&header).into(), None, usize::MAX);
        let mut columns: Vec<usize> = claims.bound.iter().map(|claim| claim.index).collect();
        columns.sort_unstable();
        (columns, texts(&header)[1].clone())
    };
    for heading in ["调动前", "变更前信息", "原部门", "原岗位", "Previous", "Former job"]
    {
        assert_eq!(bound(heading), (vec![0, 3, 4, 5], format!("{heading}-职务ID")));
    }
    for heading in ["调动后", "任职信息", "现任", "岗位信息", "Current", "Job Details"]
    {
        let (columns, text) = bound(heading);
        assert_eq!(columns, (0..6).collect::<Vec<_>>(), "{heading}");
        assert!(text.ends_with("职务ID"), "{text}");
    }
}

#[test]
fn a_vertical_header_beside_another_person_stays_the_talents_own() {
    let header =
        found(&[&["姓名", "手机", "紧急联系人", "", "邮箱"], &["", "", "姓名", "电话", ""]], &[]);
    assert_eq!(paths(&header), ["0 basic_info.name", "1 basic_info.mobile", "4 basic_info.email"]);
}

#[test]
fn the_phone_beside_an_emergency_contact_is_theirs() {
    let header = found(&[&["姓名", "手机号", "紧急联系人", "与本人关系", "联系电话", "邮箱"]], &[]);
    assert_eq!(paths(&header), ["0 basic_info.name", "1 basic_info.mobile", "5 basic_info.email"]);
    let own = found(&[&["姓名", "推荐人", "手机号"]], &[]);
    assert_eq!(paths(&own), ["0 basic_info.name", "2 basic_info.mobile"]);
}

#[test]
fn what_is_no_field_of_a_merged_group_is_not_the_persons() {
    let lines: &[&[&str]] =
        &[&["姓名", "工作经历", "", "", "", "邮箱"], &["", "公司", "职位", "证明人", "电话", ""]];
    let expected = [
        "0 basic_info.name",
        "1 career_list[1].company",
        "2 career_list[1].title",
        "5 basic_info.email",
    ];
    for merges in [&[][..], &["A1:A2", "B1:E1", "F1:F2"][..]] {
        assert_eq!(paths(&found(lines, merges)), expected, "{merges:?}");
    }
}

#[test]
fn columns_after_an_unmerged_heading_that_it_does_not_name_are_their_own() {
    let header = found(
        &[&["", "", "教育经历", "", "", ""], &["姓名", "手机", "学校", "专业", "邮箱", "性别"]],
        &[],
    );
    assert_eq!(texts(&header)[2..], ["教育经历-学校", "教育经历-专业", "邮箱", "性别"]);
}

#[test]
fn a_groups_name_as_the_sheets_title_does_not_take_the_person() {
    for merges in [&[][..], &["A1:D1"][..]] {
        let lines: &[&[&str]] = &[&["工作经历", "", "", ""], &["姓名", "手机", "公司", "职位"]];
        let header = found(lines, merges);
        assert_eq!(
            paths(&header),
            [
                "0 basic_info.name",
                "1 basic_info.mobile",
                "2 career_list[1].company",
                "3 career_list[1].title"
            ]
        );
    }
}

#[test]
fn marks_units_line_breaks_and_blank_columns_do_no_harm() {
    let header = found(
        &[
            &[
                "*姓名（必填）",
                "",
                "手机号\n（11位）",
                "",
                "★邮箱：",
                "期望薪资（元）",
                "出生日期\n(YYYY-MM-DD)",
            ],
            &["张三", "", "13800138000", "", "a@example.com", "1", "2000-01-01"],
        ],
        &[],
    );
    assert_eq!(
        paths(&header),
        ["0 basic_info.name", "2 basic_info.mobile", "4 basic_info.email", "6 basic_info.birthday"]
    );
}

#[test]
fn blank_columns_between_blocks_do_no_harm() {
    let header = found(
        &[
            &["姓名", "", "教育经历", "", "", "教育经历", ""],
            &["", "", "学校", "专业", "", "学校", "专业"],
        ],
        &["A1:A2", "C1:D1", "F1:G1"],
    );
    assert_eq!(
        paths(&header)[3..],
        ["5 education_list[2].school", "6 education_list[2].field_of_study"]
    );
}

#[test]
fn a_block_that_repeats_without_heading_is_entry_2_and_said_so_once() {
    for cells in [
        ["姓名", "学校", "专业", "学历", "学校", "专业", "学历"],
        ["姓名", "学校", "专业", "学历", "学校.1", "专业.1", "学历.1"],
    ] {
        let header = found(&[&cells], &[]);
        let (columns, codes) = bound(&header, None);
        assert_eq!(columns[4], (4, "education_list[2].school".to_owned()));
        assert_eq!(columns[6], (6, "education_list[2].degree".to_owned()));
        assert_eq!(codes, [Code::HeaderBlockRepeated]);
    }
    let three = found(&[&["姓名", "学校", "专业", "学校.1", "专业.1", "学校.2", "专业.2"]], &[]);
    assert_eq!(paths(&three)[6], "6 education_list[3].field_of_study");
}

#[test]
fn an_irregular_repetition_stays_an_error() {
    for cells in [
        &["姓名", "学校", "专业", "学历", "学校", "学历", "专业"][..],
        &["姓名", "学校", "专业", "学历", "学历"],
        &["姓名", "学校", "专业", "毕业院校", "专业"],
        &["姓名", "学校", "专业", "学校", "手机", "专业"],
        &["姓名", "学校", "专业", "学校1", "专业1"],
        &["姓名", "手机", "姓名", "手机"],
    ] {
        let codes = bound(&found(&[cells], &[]), None).1;
        assert!(codes.contains(&Code::HeaderTwice), "{cells:?} {codes:?}");
    }
}

#[test]
fn a_first_row_of_data_is_not_taken_for_a_second_header_row() {
    let header = found(
        &[
            &["姓名", "手机号", "语言", "邮箱"],
            &["张三", "", "英语", ""],
            &["李四", "13800138000", "英语", "a@example.com"],
        ],
        &[],
    );
    assert_eq!(header.last_row, 1);
    assert_eq!(texts(&header), ["姓名", "手机号", "语言", "邮箱"]);
    let sparse = found(
        &[&["姓名", "手机", "邮箱", "紧急联系人"], &["", "", "", "李四"], &["张三", "", "", ""]],
        &[],
    );
    assert_eq!(sparse.last_row, 1);
}

#[test]
fn a_header_in_two_languages_over_two_rows_is_one() {
    let header = found(
        &[&["姓名", "手机", "邮箱"], &["Name", "Mobile", "Email"], &["张三", "", "a@example.com"]],
        &[],
    );
    assert_eq!(header.last_row, 1);
    let keys = found(
        &[
            &["姓名", "联系方式一", "联系方式二"],
            &["basic_info.name", "basic_info.mobile", "basic_info.email"],
        ],
        &[],
    );
    assert_eq!((keys.last_row, paths(&keys).len()), (2, 3));
}

#[test]
fn job_data_headings_name_places_together() {
    let header = find(
        &rows(&[
            &["雇佣ID", "部门ID", "人员类型ID", "生效日期", "直属上级", ""],
            &["", "", "", "", "任职ID", "姓名"],
        ]),
        &merged(&["E1:F1"]),
        &[&JOB_DATA],
        None,
    )
    .unwrap();
    assert_eq!(texts(&header)[4..], ["直属上级-任职ID", "直属上级-姓名"]);
    let claims = claims::of(&JOB_DATA, (&header).into(), None, usize::MAX);
    assert!(claims.bound.iter().any(|c| c.index == 4 && *c.path == *"direct_manager_id"));
    assert!(!claims.bound.iter().any(|c| c.index == 5));
}

#[test]
fn a_mapping_file_may_say_the_folded_name_or_the_cells_own() {
    let header = found(
        &[&["姓名", "教育经历", "", "教育经历", ""], &["", "学校", "专业", "学校", "专业"]],
        &["A1:A2", "B1:C1", "D1:E1"],
    );
    let of = |toml: &str| bound(&header, Some(&format!("[record.columns]\n{toml}")));
    let custom = |column: usize| (column, "custom:9".to_owned());
    for (name, column) in [
        ("教育经历-学校", 1),
        ("教育经历2-学校", 3),
        ("学校@1", 1),
        ("学校@2", 3),
        ("#4", 3),
        ("专业@2", 4),
    ] {
        let (columns, codes) = of(&format!("\"{name}\" = \"custom:9\""));
        assert!(columns.contains(&custom(column)), "{name} {columns:?} {codes:?}");
    }
    assert_eq!(of("\"学校\" = \"custom:9\"").1, [Code::HeaderAmbiguous]);
    let person = found(
        &[&["基本信息", "", "联系人", ""], &["邮箱", "性别", "姓名", "电话"]],
        &["A1:B1", "C1:D1"],
    );
    let (columns, codes) =
        bound(&person, Some("[record.columns]\n\"姓名\" = \"basic_info.name\"\n"));
    assert_eq!((columns, codes), (Vec::new(), vec![Code::RequiredColumnMissing]));
}

#[test]
fn templates_of_other_systems_are_read() {
    // Workday's EIB: notes above the fields, by row.
    let workday = found(
        &[
            &["Import Applicants", "", "", ""],
            &["Area", "All", "Contact", ""],
            &["Restrictions", "Required", "Optional", "Required"],
            &["Format", "Text", "Text", "Text"],
            &["Fields", "Full Name*", "Mobile", "Email Address*"],
            &["", "Zhang San", "13800138000", "a@example.com"],
        ],
        &["B2:B2", "C2:D2"],
    );
    assert_eq!(workday.last_row, 5);
    assert_eq!(paths(&workday), ["1 basic_info.name", "2 basic_info.mobile", "3 basic_info.email"]);
    // SuccessFactors: technical names over labels.
    let sap = found(
        &[
            &["^UserId", "firstName", "cellPhone", "contactEmail"],
            &["User ID", "Candidate Name", "Cell Phone", "Email"],
            &["1", "Zhang San", "13800138000", "a@example.com"],
        ],
        &[],
    );
    assert_eq!(sap.last_row, 2);
    assert_eq!(paths(&sap).len(), 3);
    // 北森: instructions in one tall merged cell, then the header, then an example.
    let beisen = found(
        &[
            &[
                "导入说明：\n1. 带*的为必填项；2. 手机号与邮箱至少填一项；3. 日期格式 YYYY-MM-DD",
                "",
                "",
                "",
            ],
            &["*姓名", "手机", "邮箱", "最高学历"],
            &["示例：张三", "13900139000", "zhangsan@example.com", "本科"],
        ],
        &["A1:D1"],
    );
    assert_eq!((beisen.first_row, beisen.last_row), (2, 2));
}

#[test]
fn the_row_that_is_told_may_be_any_of_the_header() {
    let rows = rows(TWO_ROWS);
    for number in [1, 2] {
        let header = at(&rows, &Outline::default(), number, kinds::ALL, None).unwrap();
        assert_eq!(header.last_row, 2);
        assert_eq!(texts(&header)[2], "教育经历-学校");
    }
    let plain = at(&rows, &Outline::default(), 3, kinds::ALL, None).unwrap();
    assert_eq!(plain.last_row, 3);
}

#[test]
fn hidden_columns_are_taken_out() {
    let mut header = found(&[&["姓名", "手机", "邮箱"]], &[]);
    let hidden = header.hide(&std::iter::once(1..=1).collect());
    assert_eq!(hidden, [(1, "手机".to_owned())]);
    assert_eq!(paths(&header), ["0 basic_info.name", "2 basic_info.email"]);
}

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        6 => prop::sample::select(vec![
            "姓名", "手机", "教育经历", "教育经历2", "学校", "专业", "紧急联系人", "电话", "工作经历", "公司",
            "第一段", "基本信息", "姓名\nName", "学校.1", "1", "联系人", "证件", "类型",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,8}",
    ]
}

proptest! {
    #[test]
    fn nothing_panics_and_the_same_rows_have_the_same_header(
        lines in prop::collection::vec(prop::collection::vec(any_cell(), 0..7), 0..6),
        merges in prop::collection::vec((1u32..7, 0u32..8, 0u32..3, 0u32..5), 0..4),
    ) {
        let lines: Vec<Vec<&str>> =
            lines.iter().map(|line| line.iter().map(String::as_str).collect()).collect();
        let rows = rows(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let merges = merges
            .iter()
            .map(|(row, column, down, right)| Merge {
                first: crate::sheet::CellRef::new(*row, *column),
                last: crate::sheet::CellRef::new(row + down, column + right),
            })
            .collect();
        let outline = Outline { merges, ..Outline::default() };
        let once = find(&rows, &outline, kinds::ALL, None);
        let again = find(&rows, &outline, kinds::ALL, None);
        let shown = |header: &Option<Header>| {
            header.as_ref().map(|header| (header.first_row, header.last_row, texts(header)))
        };
        prop_assert_eq!(shown(&once), shown(&again));
        if let Some(header) = &once {
            prop_assert!(header.first_row <= header.last_row);
            // What is merged into its rows may begin higher.
            let carried = outline.merges.iter().any(|merge| {
                merge.first.row == header.first_row && header.last_row < merge.last.row + 3
            });
            prop_assert!(header.last_row - header.first_row < 3 || carried);
            let _ = bound(header, None);
        }
        for number in 0..7 {
            let _ = at(&rows, &outline, number, kinds::ALL, None);
        }
    }

    #[test]
    fn a_known_header_is_found_below_any_titles(titles in prop::collection::vec("[说明本表由人力资源部编制 0-9]{0,12}", 0..9), two in any::<bool>()) {
        let mut lines: Vec<Vec<&str>> = titles.iter().map(|title| vec![title.as_str()]).collect();
        let above = u32::try_from(lines.len()).unwrap();
        if two {
            lines.push(vec!["姓名", "教育经历", ""]);
            lines.push(vec!["", "学校", "专业"]);
        } else {
            lines.push(vec!["姓名", "学校", "专业"]);
        }
        lines.push(vec!["张三", "香港大学", "考古"]);
        let rows = rows(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let header = find(&rows, &Outline::default(), kinds::ALL, None).unwrap();
        prop_assert_eq!(header.last_row, above + 1 + u32::from(two));
        prop_assert_eq!(header.first_row, above + 1);
        prop_assert_eq!(paths(&header).len(), 3);
    }
}

/// A column merged over both rows of a header was there for the kind that took the row above as its
/// heading, and gone for the one that did not need it.
#[test]
fn a_column_merged_over_both_rows_is_there_for_every_kind() {
    let talents: &[&[&str]] = &[
        &["基本信息", "", "", "备注"],
        &["姓名", "手机号", "邮箱", ""],
        &["张三", "13800138000", "a@example.com", "优秀"],
    ];
    let employments: &[&[&str]] = &[
        &["员工信息", "", "", "", "备注"],
        &["employment_id", "department_id", "employee_type_id", "effective_time"],
        &["1001", "6890452208593372679", "6890452208593372680", "2024-05-01", "优秀"],
    ];
    for (lines, ranges) in [(talents, ["A1:C1", "D1:D2"]), (employments, ["A1:D1", "E1:E2"])] {
        let header = found(lines, &ranges);
        assert_eq!(header.last_row, 2);
        assert_eq!(texts(&header).last().map(String::as_str), Some("备注"), "{header:?}");
    }
}

proptest! {
    /// Whatever else a header of two rows holds, what is merged over both is a column of it.
    #[test]
    fn what_is_merged_over_both_rows_is_a_column(
        fields in prop::sample::subsequence(vec!["姓名", "手机号", "邮箱", "性别", "出生日期"], 2..5),
        tall in prop::sample::subsequence(vec!["序号", "部门", "备注", "籍贯"], 1..4),
        heading in prop::sample::select(vec!["", "基本信息", "员工信息", "候选人"]),
    ) {
        let (high, low): (Vec<&str>, Vec<&str>) =
            fields.iter().map(|field| ("", *field)).chain(tall.iter().map(|tall| (*tall, ""))).unzip();
        let mut high = high;
        high[0] = heading;
        let column = |at: usize| crate::sheet::address::column_name(u32::try_from(at).unwrap());
        let mut ranges = vec![format!("A1:{}1", column(fields.len() - 1))];
        ranges.extend((fields.len()..high.len()).map(|at| format!("{0}1:{0}2", column(at))));
        let ranges: Vec<&str> = ranges.iter().map(String::as_str).collect();
        for kind in kinds::ALL {
            let found = find(&rows(&[&high, &low]), &merged(&ranges), &[*kind], None);
            let Some(header) = found else { continue };
            let texts = texts(&header);
            for tall in &tall {
                prop_assert!(texts.iter().any(|text| text == tall), "{:?} of {:?}", tall, texts);
            }
        }
    }
}
