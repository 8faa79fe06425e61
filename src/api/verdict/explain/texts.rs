//! The API's codes in a person's words.
//!
//! Must not know: which endpoint answers them, what follows from them.

use super::said::{Said, said};
use crate::spec::{Meaning, Refusal};

/// What muster does, and what a person should.
pub(super) const fn todo(meaning: Meaning) -> Said {
    match meaning {
        Meaning::Refused(refusal) => refused(refusal),
        Meaning::Duplicate => said(
            "没有另外创建：muster 会按证件、手机、邮箱查出是谁；在飞书里核对",
            "nobody was made beside: muster looks up who it is by document, mobile and e-mail; compare in Feishu",
        ),
        Meaning::TokenSeen => said(
            "飞书收到过这个请求，但不说明做成没有：muster 会读回记录再下结论",
            "Feishu has seen the request, which does not say that it was done: muster reads the record back",
        ),
        Meaning::Throttled => said(
            "没有执行：muster 会等到期限再发，不用处理；常常出现时，看看是否有别的程序用同一个应用",
            "not executed: muster waits as long as it is told and sends again; if it comes often, see whether another program uses the app",
        ),
        Meaning::TokenRejected => said(
            "没有执行：muster 会换一个新令牌再发，不用处理",
            "not executed: muster takes a new token and sends again",
        ),
        Meaning::ServerError | Meaning::NotTheApi => said(
            "可能执行了，也可能没有：muster 会先查清再决定是否重发；一直出现就带着 log_id 联系飞书技术支持",
            "perhaps executed: muster looks it up before it sends again; if it stays, ask Feishu's support with the log_id",
        ),
        Meaning::Halt(_) => said(
            "没有执行，别的记录也不会成功，所以整个运行停下；改好后 muster resume",
            "not executed, and no other record would be, so the run stops; put it right and run `muster resume`",
        ),
    }
}

const fn refused(refusal: Refusal) -> Said {
    match refusal {
        Refusal::NotVisible => said(
            "查不到不等于没有：请扩大应用的数据权限范围",
            "not found proves nothing: widen the app's data range",
        ),
        Refusal::Absent => {
            said("飞书里没有这个人才，或已删除", "Feishu has no such talent, or it was deleted")
        }
        Refusal::BadMobile => said(
            "一批里有一个手机号不合格式，muster 会把它找出来；请核对号码和国家代码",
            "one number of a batch is malformed and muster finds out which; check it and its country code",
        ),
        Refusal::Other => said(
            "没有创建（或没有查成）：按飞书的原话改正这一行，再 import，已经成功的不会再发",
            "it was not made (or not looked up): correct the row by Feishu's own words and import again; what succeeded is not sent again",
        ),
    }
}

/// The documents' words, in short, by code (the endpoints' tables and the common one of each domain).
pub(super) const TEXTS: &[(i64, Said)] = &[
    (1_500, said("飞书网关内部错误", "an internal error of the gateway")),
    (1_663, said("飞书网关内部错误", "an internal error of the gateway")),
    (1_668, said("飞书网关内部错误", "an internal error of the gateway")),
    (2_200, said("飞书内部错误，多因调用过于频繁", "an internal error, often of too many calls")),
    (5_000, said("飞书网关内部错误", "an internal error of the gateway")),
    (9_499, said("请求的参数不合接口的要求", "a parameter is not as the API wants it")),
    (
        10_003,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        10_005,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        10_012,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        10_013,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        10_014,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        10_015,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        20_002,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        20_009,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (
        20_013,
        said(
            "取访问令牌失败：app_id 或 App Secret 不对，或应用未授权、已停用、未安装",
            "no access token: app_id or app secret is wrong, or the app is not authorised, disabled or not installed",
        ),
    ),
    (900_104, said("飞书人事：没有这条记录", "CoreHR: there is no such record")),
    (900_302, said("飞书人事：参数错误", "CoreHR: a parameter is wrong")),
    (900_336, said("飞书人事：没有这条记录", "CoreHR: there is no such record")),
    (1_000_004, said("请求过于频繁或内部错误", "too many requests, or an internal error")),
    (1_000_005, said("请求过于频繁或内部错误", "too many requests, or an internal error")),
    (1_002_001, said("飞书招聘：系统错误", "Feishu Hire: system error")),
    (
        1_002_002,
        said(
            "飞书招聘：参数错误（类型、大小或取值）",
            "Feishu Hire: a parameter is wrong (its type, size or value)",
        ),
    ),
    (1_002_009, said("飞书招聘：手机号不正确", "Feishu Hire: the mobile number is wrong")),
    (1_002_011, said("飞书招聘：城市编码不正确", "Feishu Hire: the city code is wrong")),
    (1_002_101, said("飞书招聘：人才 ID 冲突", "Feishu Hire: talent IDs conflict")),
    (1_002_102, said("飞书招聘：人才不存在或已删除", "Feishu Hire: no such talent, or deleted")),
    (1_002_103, said("飞书招聘：人才已入职", "Feishu Hire: the talent is employed already")),
    (1_002_104, said("飞书招聘：附件不能用", "Feishu Hire: the attachment cannot be used")),
    (
        1_002_105,
        said(
            "飞书招聘：已有相同手机、邮箱或证件的人才",
            "Feishu Hire: there is a talent with this mobile, e-mail or ID document",
        ),
    ),
    (1_002_106, said("飞书招聘：简历来源不正确", "Feishu Hire: the resume source is wrong")),
    (1_002_107, said("飞书招聘：简历来源不正确", "Feishu Hire: the resume source is wrong")),
    (1_002_108, said("飞书招聘：简历来源不正确", "Feishu Hire: the resume source is wrong")),
    (1_002_513, said("飞书招聘：毕业时间不正确", "Feishu Hire: the graduation time is wrong")),
    (
        1_160_001,
        said(
            "飞书人事：参数不正确（格式或取值）",
            "CoreHR: a parameter is wrong (its form or value)",
        ),
    ),
    (
        1_160_003,
        said("飞书人事：引用的数据已被删除", "CoreHR: data that the record refers to were deleted"),
    ),
    (
        1_160_004,
        said(
            "飞书人事：client_token 重复（request ID repeat）",
            "CoreHR: the client_token was seen before (request ID repeat)",
        ),
    ),
    (
        1_160_005,
        said("飞书人事：字段的定义里有错误数据", "CoreHR: the field's definition holds wrong data"),
    ),
    (1_160_006, said("飞书人事：缺少必填参数", "CoreHR: a required parameter is missing")),
    (
        1_160_013,
        said(
            "飞书人事：参数不正确（格式或取值）",
            "CoreHR: a parameter is wrong (its form or value)",
        ),
    ),
    (
        1_160_018,
        said(
            "飞书人事：缺少 AppID 或租户 ID（没有开通或没有启用飞书人事）",
            "CoreHR: app or tenant ID missing (CoreHR is not bought or not enabled)",
        ),
    ),
    (
        1_160_019,
        said(
            "飞书人事：成本中心分摊比例合计应为 100",
            "CoreHR: the cost centre shares must sum to 100",
        ),
    ),
    (1_160_023, said("飞书人事：没有权限", "CoreHR: no authority")),
    (
        1_160_102,
        said(
            "飞书人事：参数不正确（格式或取值）",
            "CoreHR: a parameter is wrong (its form or value)",
        ),
    ),
    (
        1_160_103,
        said(
            "飞书人事：没有权限（应用的权限或数据权限范围）",
            "CoreHR: no permission (the app's, or its data range)",
        ),
    ),
    (
        1_160_104,
        said(
            "飞书人事：员工不在应用的数据权限范围内",
            "CoreHR: the employee is outside the app's data range",
        ),
    ),
    (1_160_997, said("飞书人事：服务内部错误", "CoreHR: an internal error of the service")),
    (1_160_998, said("飞书人事：服务内部错误", "CoreHR: an internal error of the service")),
    (1_160_999, said("飞书人事：服务内部错误", "CoreHR: an internal error of the service")),
    (1_161_000, said("飞书人事：服务内部错误", "CoreHR: an internal error of the service")),
    (
        1_161_116,
        said("飞书人事：数据正被别的操作锁定", "CoreHR: the data are locked by another operation"),
    ),
    (1_161_204, said("飞书人事：服务超时", "CoreHR: the service timed out")),
    (1_161_501, said("飞书人事：服务内部错误", "CoreHR: an internal error of the service")),
    (1_161_604, said("飞书人事：请求过于频繁", "CoreHR: too many requests")),
    (1_161_999, said("飞书人事：服务内部错误", "CoreHR: an internal error of the service")),
    (1_162_010, said("飞书人事：没有这个对象", "CoreHR: there is no such object")),
    (1_162_020, said("飞书人事：没有这个字段", "CoreHR: there is no such field")),
    (99_991_201, said("没有这个接口路径", "there is no such path")),
    (99_991_301, said("接口不接受这种请求方法", "the path does not take this method")),
    (99_991_400, said("请求过于频繁，触发了频率限制", "too many requests: the frequency limit")),
    (
        99_991_401,
        said("来访 IP 不在应用的白名单里", "the caller's IP address is not on the app's list"),
    ),
    (
        99_991_403,
        said("企业本月的 API 调用量已用完", "the tenant's API calls of the month are used up"),
    ),
    (99_991_543, said("app_id 或 App Secret 错误", "app_id or app secret is wrong")),
    (99_991_661, said("请求没有带访问令牌", "the request has no access token")),
    (99_991_662, said("应用未启用", "the app is not in use")),
    (99_991_663, said("访问令牌无效或已过期", "the access token is invalid or has expired")),
    (99_991_664, said("应用令牌无效", "the app token is invalid")),
    (99_991_665, said("租户编码无效", "the tenant code is invalid")),
    (99_991_668, said("用户令牌无效", "the user token is invalid")),
    (99_991_671, said("访问令牌的格式不对", "the access token has the wrong shape")),
    (99_991_672, said("应用没有申请所需的权限", "the app lacks the permission")),
    (99_991_673, said("应用没有安装在这个企业", "the app is not installed in the tenant")),
    (99_991_676, said("访问令牌没有所需的权限", "the access token lacks the permission")),
    (99_991_677, said("用户令牌已过期", "the user token has expired")),
    (99_991_679, said("用户没有所需的权限", "the user lacks the permission")),
    (99_992_351, said("没有这个 open_id", "there is no such open_id")),
    (
        99_992_357,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (
        99_992_360,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (99_992_361, said("open_id 属于另一个应用", "the open_id belongs to another app")),
    (
        99_992_362,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (
        99_992_363,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (
        99_992_364,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (
        99_992_379,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (
        99_992_380,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (
        99_992_381,
        said(
            "用户或部门 ID 在所选的 ID 类型下不存在，或属于别的应用",
            "the user or department ID does not exist under the chosen ID type, or belongs to another app",
        ),
    ),
    (
        99_992_402,
        said(
            "网关校验参数不通过，应答的 field_violations 指出了字段",
            "the gateway refused a parameter; field_violations of the answer name the field",
        ),
    ),
];
