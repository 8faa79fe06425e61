//! A kind that is made up: the lockers of employees. It has what the others have (a key, a mark, a
//! choice, a group, a constant, codes, a token) under names of its own. A test sends it from a
//! spreadsheet to a server (`deliver/tests/locker.rs`); nobody else knows it.
//!
//! Must not know: spreadsheets, the network.

use crate::spec::{
    ApiCode, Choice, Endpoint, Field, FieldType, Form, Group, IdOf, IdTypeOf, KeyField, KeyKind,
    Kind, KindId, Limits, Mark, Meaning, Method, People, Refusal, Remote, Rule, Search, Words,
};

/// The locker is broken: what the record asks for can't be had.
pub const BROKEN: i64 = 7_002;
/// The client token was seen.
pub const SEEN: i64 = 7_004;
/// The server failed, and may have done its work.
pub const FAILED: i64 = 7_009;

static CODES: &[ApiCode] = &[
    ApiCode::new(BROKEN, Meaning::Refused(Refusal::Other))
        .words("柜子坏了", "the locker is broken"),
    ApiCode::new(SEEN, Meaning::TokenSeen),
    ApiCode::new(FAILED, Meaning::ServerError),
];

const fn endpoint(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint {
        name,
        method: Method::Post,
        path,
        limits: Limits { per_second: Some(20), per_minute: Some(400) },
        client_token: false,
        made: &[],
        codes: CODES,
        scopes: &["locker:locker"],
    }
}

/// Gives somebody a locker.
pub const CREATE: Endpoint = Endpoint {
    client_token: true,
    made: &["/given/locker_id"],
    ..endpoint("locker.create", "/open-apis/locker/v1/lockers")
};

/// Shows the lockers of employments.
pub const RECORDS: Endpoint =
    endpoint("locker.batch_get", "/open-apis/locker/v1/lockers/batch_get");

/// Shows who has an employment.
pub const EMPLOYEES: Endpoint =
    endpoint("locker.holders", "/open-apis/locker/v1/holders/batch_get");

static SIZES: &[Choice] =
    &[Choice::new(11, "大柜", "Large", &["L"]), Choice::new(12, "小柜", "Small", &["S"])];

static FIELDS: &[Field] = &[
    Field::new(
        "holder_employment_id",
        "/holder_employment_id",
        ("领用人雇佣ID", "Holder Employment ID"),
        FieldType::Id(IdOf::Employment),
        "6893014062142064135",
    )
    .shown(&["/employment_id"], Form::Plain)
    .required(),
    Field::new(
        "locker.size",
        "/locker/size",
        ("柜型", "Locker Size"),
        FieldType::Choice(SIZES),
        "大柜",
    )
    .aliases(&["储物柜规格"])
    .required(),
    Field::new(
        "locker.from",
        "/locker/from",
        ("领用日期", "Given On"),
        FieldType::Date,
        "2026-01-05",
    )
    .required(),
    Field::new("note", "/note", ("储物柜备注", "Locker Note"), FieldType::Text, "靠窗"),
];

static KEYS: &[Field] = &[
    Field::new("tag", "/tag", ("钥匙牌", "Key Tag"), FieldType::Text, "K1"),
    Field::new("until", "/until", ("归还期限", "Return By"), FieldType::Date, "2026-12-31"),
];

static GROUPS: &[Group] = &[Group {
    key: "keys",
    pointer: "/keys",
    zh: "柜钥匙",
    en: "Locker Key",
    aliases: &[],
    fields: KEYS,
    bare: true,
    customs: None,
    shown: None,
    max: 3,
}];

/// The locker of an employee.
pub static LOCKER: Kind = Kind {
    id: KindId::Locker,
    zh: "储物柜",
    en: "locker",
    words: Words {
        module: ("后勤", "Facilities"),
        into: ("后勤的储物柜", "the lockers of Facilities"),
        zh: "个储物柜",
        one: "locker",
        many: "lockers",
    },
    people: People::Employees,
    telling: &["locker.size"],
    fields: FIELDS,
    groups: GROUPS,
    customs: &[],
    modules: None,
    rules: &[Rule::EntryNeeds { group: "keys", keys: &["tag"] }],
    constants: &[("/locker/origin", "\"import\"")],
    keys: &[KeyField { kind: KeyKind::Employment, field: "holder_employment_id", scope: None }],
    name: None,
    own: &[],
    marks: &[(Mark::Effective, "locker.from")],
    makes: None,
    remote: Remote {
        create: &CREATE,
        query: &[("holder_id_type", IdTypeOf::User)],
        search: Search::OfEmployment { records: &RECORDS, employees: &EMPLOYEES },
    },
};
