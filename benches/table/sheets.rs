//! The talents that are measured: 24 columns, about 650 bytes a row in CSV, every seventh description
//! with line breaks, one row in a hundred broken. The same rows for the same wish.
//!
//! Must not know: what is done with them.

use std::error::Error;
use std::path::Path;

use jiff::ToSpan as _;
use jiff::civil::date;
use serde_json::{Map, json};

const HEADER: [&str; 24] = [
    "姓名",
    "手机号",
    "邮箱",
    "身份证号",
    "性别",
    "出生日期",
    "参加工作时间",
    "basic_info.current_city_code",
    "basic_info.hometown_city_code",
    "education_list[1].school",
    "education_list[1].degree",
    "education_list[1].field_of_study",
    "education_list[1].start_time",
    "education_list[1].end_time",
    "career_list[1].company",
    "career_list[1].title",
    "career_list[1].desc",
    "career_list[1].start_time",
    "career_list[1].end_time",
    "project_list[1].name",
    "project_list[1].role",
    "project_list[1].desc",
    "award_list[1].title",
    "self_evaluation.content",
];

const FAMILY: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文志建国晓";
const WORDS: [&str; 8] = [
    "负责核心系统的设计与开发，",
    "带领团队完成季度目标，",
    "优化数据处理流程并降低成本，",
    "与产品和测试部门紧密协作，",
    "编写技术文档并组织内部培训，",
    "推动自动化测试覆盖率提升，",
    "参与跨区域项目的交付，",
    "处理线上问题并复盘改进，",
];

/// Which talents.
#[derive(Clone, Copy)]
pub(crate) enum Talents {
    /// One row in a hundred has no e-mail address.
    Usual,
    /// All rows are sound.
    Sound,
    /// The usual ones, after somebody has edited one row in a hundred and added ten.
    Edited,
}

impl Talents {
    /// How a file of them is called.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Sound => "sound",
            Self::Edited => "edited",
        }
    }

    /// How many rows there are of `rows`.
    const fn count(self, rows: u32) -> u32 {
        match self {
            Self::Usual | Self::Sound => rows,
            Self::Edited => rows + 10,
        }
    }

    /// The n-th row.
    fn row(self, n: u32) -> Result<[String; 24], Box<dyn Error>> {
        let mut row = row(n)?;
        match self {
            Self::Sound => row[2] = format!("talent{n}@example.com"),
            Self::Edited if n % 100 == 50 => row[23].push_str("已更新。"),
            Self::Usual | Self::Edited => {}
        }
        Ok(row)
    }
}

/// The n-th usual row.
fn row(n: u32) -> Result<[String; 24], Box<dyn Error>> {
    let pick = |text: &str, at: u32| {
        let length = u32::try_from(text.chars().count()).unwrap_or(1);
        text.chars().nth((at % length) as usize).unwrap_or('某')
    };
    let text = |words: u32, salt: u32, breaks: bool| -> String {
        let word = |k: u32| WORDS[((n / 3 + k * 3 + salt) % 8) as usize];
        let mut text: Vec<&str> = (0..words).map(word).collect();
        if breaks {
            text.insert(2, "\n");
        }
        text.concat()
    };
    let born = date(1970, 1, 1).checked_add(i64::from(n % 10_950).days())?;
    let sequence = (n / 10_950) % 1000;
    let document = id_card(&format!("119999{}{sequence:03}", born.strftime("%Y%m%d")));
    let year = born.year();
    let email =
        if n % 100 == 7 { "not an address".into() } else { format!("talent{n}@example.com") };
    Ok([
        format!("{}{}{}", pick(FAMILY, n), pick(GIVEN, n / 7), pick(GIVEN, n / 31)),
        (13_000_000_000_u64 + u64::from(n) * 7).to_string(),
        email,
        document,
        if sequence % 2 == 1 { "男" } else { "女" }.into(),
        born.strftime("%Y-%m-%d").to_string(),
        format!("{}/7/1", year + 22),
        format!("CT_{}", n % 300 + 1),
        format!("CT_{}", n % 280 + 1),
        format!("示例大学{}", n % 500),
        ["本科", "硕士", "博士", "大专"][(n % 4) as usize].into(),
        ["计算机科学与技术", "会计学", "工业设计", "工商管理"][(n / 3 % 4) as usize].into(),
        format!("{}-09", year + 18),
        format!("{}-06", year + 22),
        format!("第{}科技有限公司", n % 3000),
        ["工程师", "高级工程师", "项目经理", "顾问"][(n / 5 % 4) as usize].into(),
        text(4, 0, n % 7 == 3),
        format!("{}年7月", year + 22),
        "至今".into(),
        format!("平台建设{}期", n % 9 + 1),
        "研发人员".into(),
        text(3, 5, false),
        "年度优秀员工".into(),
        text(2, n % 5, false),
    ])
}

/// 17 digits with the check character of GB 11643.
fn id_card(digits: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize =
        digits.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    let check = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11];
    format!("{digits}{check}")
}

/// Write them as CSV.
pub(crate) fn csv(path: &Path, talents: Talents, rows: u32) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(HEADER)?;
    for n in 0..talents.count(rows) {
        writer.write_record(talents.row(n)?)?;
    }
    Ok(writer.flush()?)
}

/// Write them as a workbook with shared strings, as Excel saves it.
pub(crate) fn xlsx(path: &Path, talents: Talents, rows: u32) -> Result<(), Box<dyn Error>> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADER)?;
    for n in 0..talents.count(rows) {
        sheet.write_row(n + 1, 0, talents.row(n)?)?;
    }
    Ok(workbook.save(path)?)
}

/// The schema by which `qsv validate` asks of the same columns what JSON Schema can ask: what is
/// required, lengths, forms, choices, and that nobody is there twice.
pub(crate) fn schema(path: &Path) -> Result<(), Box<dyn Error>> {
    let date = r"^\d{4}([-/.]\d{1,2}([-/.]\d{1,2})?|年\d{1,2}月(\d{1,2}日)?)$";
    let of = |header: &str| match header {
        "姓名" => json!({ "type": "string", "minLength": 1, "maxLength": 100 }),
        "手机号" => json!({ "type": "string", "pattern": r"^1[3-9]\d{9}$" }),
        "邮箱" => json!({ "type": "string", "format": "email" }),
        "身份证号" => json!({ "type": "string", "pattern": r"^\d{17}[\dX]$" }),
        "性别" => json!({ "type": "string", "enum": ["男", "女"] }),
        "education_list[1].degree" => {
            json!({ "type": "string", "enum": ["本科", "硕士", "博士", "大专"] })
        }
        "出生日期" => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        "参加工作时间"
        | "education_list[1].start_time"
        | "education_list[1].end_time"
        | "career_list[1].start_time" => json!({ "type": "string", "pattern": date }),
        "career_list[1].end_time" => {
            json!({ "anyOf": [{ "const": "至今" }, { "type": "string", "pattern": date }] })
        }
        "basic_info.current_city_code" | "basic_info.hometown_city_code" => {
            json!({ "type": "string", "pattern": r"^CT_\d+$" })
        }
        _ => json!({ "type": "string", "maxLength": 5000 }),
    };
    let properties: Map<_, _> =
        HEADER.iter().map(|header| ((*header).to_owned(), of(header))).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": properties,
        "required": HEADER,
        "uniqueCombinedWith": ["手机号"],
    });
    Ok(std::fs::write(path, schema.to_string())?)
}
