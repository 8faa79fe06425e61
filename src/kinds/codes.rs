//! The documented codes of each endpoint (their pages' tables, and the domain's common table), and
//! the gateway's, which are the same everywhere.
//!
//! Must not know: how answers are read.

use crate::spec::{ApiCode, HaltKind, Meaning, Refusal};

const REFUSED: Meaning = Meaning::Refused(Refusal::Other);

const fn refused(code: i64, zh: &'static str, en: &'static str) -> ApiCode {
    ApiCode::new(code, REFUSED).words(zh, en)
}

/// 创建人才.
pub const TALENT_CREATE: &[ApiCode] = &[
    ApiCode::new(1_002_001, Meaning::ServerError),
    ApiCode::new(1_002_105, Meaning::Duplicate),
    refused(1_002_002, "参数有误", "a parameter is wrong"),
    refused(1_002_009, "手机号有误", "the mobile number is wrong"),
    refused(1_002_011, "城市有误", "the city is wrong"),
    refused(1_002_513, "毕业时间有误", "the graduation time is wrong"),
    // An id conflict; an absent record.
    ApiCode::range(1_002_101, 1_002_102, REFUSED),
    refused(1_002_103, "人才已入职", "the talent is employed already"),
    refused(1_002_104, "附件有误", "the attachment is wrong"),
    ApiCode::range(1_002_106, 1_002_108, REFUSED)
        .words("简历来源有误", "the resume source is wrong"),
];

/// 批量获取人才ID, 获取人才详情.
pub const TALENT_READ: &[ApiCode] = &[
    // With HTTP 200 at batch_get_id.
    ApiCode::new(1_002_001, Meaning::ServerError),
    ApiCode::new(1_002_002, REFUSED),
    ApiCode::new(1_002_009, Meaning::Refused(Refusal::BadMobile)),
    ApiCode::new(1_002_102, Meaning::Refused(Refusal::Absent)),
];

/// CoreHR as a whole: "Unknown … error" and time-outs; the business layer's own throttle, and a lock
/// that somebody holds.
const COREHR: [ApiCode; 7] = [
    ApiCode::range(1_160_997, 1_160_999, Meaning::ServerError),
    ApiCode::new(1_161_000, Meaning::ServerError),
    ApiCode::new(1_161_501, Meaning::ServerError),
    ApiCode::new(1_161_999, Meaning::ServerError),
    ApiCode::new(1_161_204, Meaning::ServerError),
    ApiCode::new(1_161_604, Meaning::Throttled),
    ApiCode::new(1_161_116, Meaning::Throttled),
];

/// 创建任职信息. 1160354 is left to the status: a throttle at two endpoints, a wrong parameter at a
/// third, and documented for none of ours. 1160004 is `request ID repeat`.
pub const JOB_DATA_CREATE: &[ApiCode] = &[
    ApiCode::new(1_160_004, Meaning::TokenSeen),
    ApiCode::new(1_160_003, REFUSED).words(
        "引用的记录不存在或已删除，例如 employment_id 或 department_id",
        "a record that it refers to does not exist or is deleted, such as employment_id or department_id",
    ),
    refused(1_160_019, "成本中心分摊比例之和不是 100", "the shares of the cost centres are not 100"),
    refused(1_160_001, "参数有误", "a parameter is wrong"),
    refused(1_160_013, "参数有误", "a parameter is wrong"),
    COREHR[0],
    COREHR[1],
    COREHR[2],
    COREHR[3],
    COREHR[4],
    COREHR[5],
    COREHR[6],
];

/// 批量查询员工任职信息, 批量查询员工信息.
pub const COREHR_READ: &[ApiCode] = &[
    ApiCode::new(1_160_001, REFUSED),
    ApiCode::new(1_160_013, REFUSED),
    ApiCode::new(1_160_102, REFUSED),
    ApiCode::new(1_160_104, Meaning::Refused(Refusal::NotVisible)),
    ApiCode::new(1_160_018, Meaning::Halt(HaltKind::NotEnabled)),
    ApiCode::new(1_160_023, Meaning::Halt(HaltKind::Permission)),
    COREHR[0],
    COREHR[1],
    COREHR[2],
    COREHR[3],
    COREHR[4],
    COREHR[5],
    COREHR[6],
];

/// The lists of `CoreHR` whose pages have no codes of their own.
pub const COREHR_LIST: &[ApiCode] = &COREHR;

/// 查询指定生效日期的部门架构树, 批量查询部门.
pub const DEPARTMENT_READ: &[ApiCode] = &[
    ApiCode::new(1_160_102, REFUSED),
    ApiCode::new(1_160_103, Meaning::Halt(HaltKind::Permission)),
    COREHR[0],
    COREHR[1],
    COREHR[2],
    COREHR[3],
    COREHR[4],
    COREHR[5],
    COREHR[6],
];

/// 搜索员工信息: the same two codes, the second with HTTP 400.
pub const EMPLOYEE_SEARCH: &[ApiCode] = DEPARTMENT_READ;

/// 搜索成本中心信息.
pub const COST_CENTERS: &[ApiCode] = &[
    ApiCode::new(1_160_001, REFUSED),
    COREHR[0],
    COREHR[1],
    COREHR[2],
    COREHR[3],
    COREHR[4],
    COREHR[5],
    COREHR[6],
];

/// 获取通道信息.
pub const PATHWAYS: &[ApiCode] = &[
    ApiCode::new(900_104, REFUSED),
    ApiCode::new(900_302, REFUSED),
    ApiCode::new(900_336, REFUSED),
    COREHR[0],
    COREHR[1],
    COREHR[2],
    COREHR[3],
    COREHR[4],
    COREHR[5],
    COREHR[6],
];

/// 获取字段详情. 1160005 comes with HTTP 500, and asking again is no use: the field is stored wrong.
pub const CUSTOM_FIELD: &[ApiCode] = &[
    ApiCode::range(1_160_005, 1_160_006, REFUSED),
    ApiCode::new(1_162_010, REFUSED),
    ApiCode::new(1_162_020, REFUSED),
    COREHR[0],
    COREHR[1],
    COREHR[2],
    COREHR[3],
    COREHR[4],
    COREHR[5],
    COREHR[6],
];

/// The lists of hire.
pub const HIRE_LIST: &[ApiCode] =
    &[ApiCode::new(1_002_001, Meaning::ServerError), ApiCode::new(1_002_002, REFUSED)];

const CREDENTIALS: Meaning = Meaning::Halt(HaltKind::Credentials);

/// 自建应用获取 `tenant_access_token`: wrong parameters, secret or app; not authorised, disabled, not
/// installed.
pub const TOKEN: &[ApiCode] = &[
    ApiCode::new(10_003, CREDENTIALS),
    ApiCode::new(10_005, CREDENTIALS),
    ApiCode::range(10_012, 10_015, CREDENTIALS),
    ApiCode::new(20_002, CREDENTIALS),
    ApiCode::new(20_009, CREDENTIALS),
    ApiCode::new(20_013, CREDENTIALS),
];

/// What a user or department id of another app, or of another type, is told as.
const IDS: (&str, &str) = (
    "用户或部门 ID 不存在、属于另一个应用，或与所选的 ID 类型不符",
    "the user or department IDs do not exist, belong to another app, or are not of the chosen ID type",
);

/// The gateway's. 99992351 and 99992361 are told apart by their pages, the rest of their family is
/// not.
pub const GATEWAY: &[ApiCode] = &[
    // With HTTP 429; some old endpoints with 400.
    ApiCode::new(99_991_400, Meaning::Throttled),
    // Arrives as HTTP 429 too, but no waiting helps before the month ends.
    ApiCode::new(99_991_403, Meaning::Halt(HaltKind::Quota)),
    // Invalid or expired; not of a token's shape.
    ApiCode::new(99_991_663, Meaning::TokenRejected),
    ApiCode::new(99_991_671, Meaning::TokenRejected),
    // None sent; app, tenant code or user token wrong; app id or secret wrong.
    ApiCode::new(99_991_661, CREDENTIALS),
    ApiCode::range(99_991_664, 99_991_665, CREDENTIALS),
    ApiCode::new(99_991_668, CREDENTIALS),
    ApiCode::new(99_991_677, CREDENTIALS),
    ApiCode::new(99_991_543, CREDENTIALS),
    ApiCode::new(99_991_672, Meaning::Halt(HaltKind::Permission)),
    ApiCode::new(99_991_676, Meaning::Halt(HaltKind::Permission)),
    ApiCode::new(99_991_679, Meaning::Halt(HaltKind::Permission)),
    ApiCode::new(99_991_662, Meaning::Halt(HaltKind::AppDisabled)),
    ApiCode::new(99_991_673, Meaning::Halt(HaltKind::NotInstalled)),
    ApiCode::new(99_991_401, Meaning::Halt(HaltKind::IpNotAllowed)),
    // Path not found; wrong method.
    ApiCode::new(99_991_201, Meaning::Halt(HaltKind::WrongAddress)),
    ApiCode::new(99_991_301, Meaning::Halt(HaltKind::WrongAddress)),
    // Field validation; user and department ids that do not exist, or belong to another app.
    refused(9_499, "参数格式有误", "a parameter has the wrong form"),
    refused(99_992_402, "字段没有通过校验", "a field did not pass the gateway's check"),
    refused(99_992_351, "open_id 不存在", "the open_ids do not exist"),
    refused(99_992_361, "open_id 属于另一个应用", "the open_ids belong to another app"),
    refused(99_992_357, IDS.0, IDS.1),
    refused(99_992_360, IDS.0, IDS.1),
    ApiCode::range(99_992_362, 99_992_364, REFUSED).words(IDS.0, IDS.1),
    ApiCode::range(99_992_379, 99_992_381, REFUSED).words(IDS.0, IDS.1),
    // Internals: nobody says whether before or after execution.
    ApiCode::new(1_500, Meaning::ServerError),
    ApiCode::new(1_663, Meaning::ServerError),
    ApiCode::new(1_668, Meaning::ServerError),
    ApiCode::new(2_200, Meaning::ServerError),
    ApiCode::new(5_000, Meaning::ServerError),
    ApiCode::range(1_000_004, 1_000_005, Meaning::ServerError),
];

/// The entry of a code that an endpoint answers: its own first, then the gateway's.
pub fn at(own: &'static [ApiCode], code: i64) -> Option<&'static ApiCode> {
    ApiCode::find(own, code).or_else(|| ApiCode::find(GATEWAY, code))
}
