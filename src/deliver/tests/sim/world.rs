//! What a seed begins with: people and employments, who of them is there already, the files that
//! will be imported, how the server behaves.

use super::Dice;
use super::*;
use crate::sandbox::{Denied, DuplicateTalent, Endpoint, Hidden, TokenMode};

/// A person or an employment.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    pub(super) kind: KindId,
    pub(super) name: String,
    pub(super) mobile: Option<String>,
    pub(super) email: Option<String>,
    pub(super) document: Option<String>,
    pub(super) employment: Option<String>,
    pub(super) there: There,
    /// Whose record must be made before it: an employment that it names.
    pub(super) above: Option<usize>,
    /// The server refuses its content up to this version.
    pub(super) bad_until: u32,
    /// From which version on a row says something else of who it is, and what.
    pub(super) edit: Option<(u32, Edit)>,
}

/// What of a person a later file says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    Name,
    /// Another key still tells who it is.
    Mobile,
    Email,
}

/// Who is in the tenant already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum There {
    /// Nobody.
    Nobody,
    /// The very one.
    Same,
    /// Somebody else with one of the keys; of an employment, a record of another day.
    Other,
    /// Two people with one key each.
    Two,
}

/// A row of a file: whose, and which version of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) who: usize,
    pub(super) version: u32,
}

/// What is made: without a key each version is a record of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    pub(super) who: usize,
    pub(super) version: Option<u32>,
}

/// How likely what goes wrong on the way, in thousandths, and what else is the seed's.
#[derive(Clone, Debug, Default)]
pub(super) struct Weather {
    pub(super) unsent: u64,
    pub(super) swallowed: u64,
    pub(super) late: u64,
    pub(super) latest: Duration,
    pub(super) refused: u64,
    pub(super) outage: u64,
    pub(super) withdrawn: u64,
    pub(super) crash: u64,
    pub(super) jumps: u64,
}

/// What a seed begins with.
pub(super) struct World {
    pub(super) people: Vec<Identity>,
    pub(super) imports: Vec<Vec<Row>>,
    pub(super) behaviour: Behaviour,
    pub(super) weather: Weather,
    pub(super) policy: Policy,
}

impl World {
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed, 1);
        let count = 1 + usize::try_from(dice.below(12)).unwrap();
        let keyless = dice.chance(150);
        let mut people = Vec::with_capacity(count);
        for n in 0..count {
            let one = if dice.chance(500) {
                talent(&mut dice, n, keyless, &people)
            } else {
                employment(&mut dice, n)
            };
            people.push(one);
        }
        set_above(&mut Dice::new(seed, 9), &mut people);
        let imports = imports(&mut dice, &people);
        let weather = weather(&mut dice);
        let behaviour = behaviour(&mut dice, seed, &people, &weather);
        let existing = match dice.below(10) {
            0..=6 => Existing::Skip,
            7 => Existing::Fail,
            _ => Existing::SendAnyway,
        };
        let policy = Policy { existing, ..Policy::default() };
        Self { people, imports, behaviour, weather, policy }
    }

    /// The job data reads are denied: tokens alone protect.
    pub(super) fn is_blind(&self) -> bool {
        self.behaviour.denied.iter().any(|(call, _)| *call == Endpoint::JobDataFind)
    }

    /// Reads don't show it, or don't prove that it is absent.
    pub(super) fn is_unseen(&self, one: &Identity) -> bool {
        let hidden = &self.behaviour.hidden_employments;
        one.employment.as_ref().is_some_and(|id| self.is_blind() || hidden.contains(id))
    }

    /// Employees can't be asked for: absence can't be proved.
    pub(super) fn proves_nothing(&self) -> bool {
        self.behaviour.denied.iter().any(|(call, _)| *call == Endpoint::EmployeeFind)
    }

    pub(super) fn subject(&self, row: Row) -> Subject {
        let version = self.people[row.who].is_keyless().then_some(row.version);
        Subject { who: row.who, version }
    }

    /// A key of it belongs to somebody else, too.
    pub(super) fn is_entangled(&self, who: usize) -> bool {
        let one = &self.people[who];
        let shares = |other: &Identity| one.mobile.is_some() && one.mobile == other.mobile;
        matches!(one.there, There::Other | There::Two)
            || self.people.iter().enumerate().any(|(n, other)| {
                n != who && (shares(other) || shares(other) && other.there != There::Nobody)
            })
    }
}

impl Identity {
    pub(super) fn is_keyless(&self) -> bool {
        self.kind == KindId::Talent
            && self.mobile.is_none()
            && self.email.is_none()
            && self.document.is_none()
    }

    /// Known by nothing but one key that people share.
    pub(super) fn has_a_lone_key(&self) -> bool {
        self.document.is_none() && (self.mobile.is_none() || self.email.is_none())
    }

    /// As the rows of a version have it.
    fn at(&self, version: u32) -> Self {
        let mut one = self.clone();
        match self.edit.filter(|(from, _)| version >= *from) {
            Some((_, Edit::Name)) => one.name.push('改'),
            Some((_, Edit::Mobile)) => {
                one.mobile = self.mobile.as_ref().map(|number| number.replacen("138", "137", 1));
            }
            Some((_, Edit::Email)) => {
                one.email = self.email.as_ref().map(|address| format!("new.{address}"));
            }
            None => {}
        }
        one
    }

    fn lookup(&self, version: u32) -> LookupKeys {
        let one = self.at(version);
        if let Some(id) = &self.employment {
            return LookupKeys {
                employment: Some(id.clone()),
                effective: Some(day(version)),
                department: Some(DEPARTMENT.into()),
                ..LookupKeys::default()
            };
        }
        LookupKeys {
            name: Some(one.name),
            mobile: one.mobile.map(|number| ("86".into(), number)),
            email: one.email,
            document: one.document.map(|number| (1, number)),
            ..LookupKeys::default()
        }
    }

    pub(super) fn body(&self, who: usize, version: u32) -> serde_json::Value {
        if let Some(id) = &self.employment {
            let refused = version < self.bad_until;
            let mut body = json!({
                "employee_type_id": "6890452208593372679",
                "department_id": if refused { "" } else { DEPARTMENT },
                "primary_job_data": true, "employment_id": id, "effective_time": day(version),
                "assignment_start_reason": { "enum_name": "onboarding" },
            });
            if let Some(above) = self.above {
                body["direct_manager_id"] = json!(awaited::of(&employment_id(above)));
            }
            return body;
        }
        let one = self.at(version);
        let mut info = json!({ "name": one.name });
        if let Some(mobile) = &one.mobile {
            info["mobile"] = json!(mobile);
            info["mobile_country_code"] = json!("CN_1");
        }
        if let Some(email) = &one.email {
            info["email"] = json!(email);
        }
        if let Some(number) = &one.document {
            info["identification"] =
                json!({ "identification_type": 1, "identification_number": number });
        }
        if version < self.bad_until {
            info["gender"] = json!(77);
        }
        json!({ "basic_info": info, "self_evaluation": { "content": format!("{who} {version}") } })
    }

    /// The job of a row, as `plan` makes it.
    pub(super) fn job(&self, journal: &Journal, row: Row) -> Job {
        let lookup = self.lookup(row.version);
        job(journal, self.kind, &self.body(row.who, row.version), lookup)
    }

    /// Put those there who are in the tenant already; their ids.
    pub(super) fn seed(&self, sandbox: &Sandbox) -> Vec<String> {
        if self.edit.is_some() {
            return Self { edit: None, ..self.clone() }.seed(sandbox);
        }
        let with = |mobile: &Option<String>, email: &Option<String>, document: &Option<String>| {
            let other = Self {
                name: "别人".into(),
                mobile: mobile.clone(),
                email: email.clone(),
                document: document.clone(),
                ..self.clone()
            };
            sandbox.seed_talent(&other.body(99, 9)).unwrap()
        };
        let alone = Self { above: None, ..self.clone() };
        match (self.there, &self.employment) {
            (There::Nobody, _) => Vec::new(),
            (There::Same, Some(_)) => vec![sandbox.seed_job_data(&alone.body(99, 9)).unwrap()],
            (_, Some(_)) => vec![sandbox.seed_job_data(&alone.body(99, 0)).unwrap()],
            (There::Same, None) => vec![sandbox.seed_talent(&self.body(99, 9)).unwrap()],
            (There::Other, None) => vec![with(&self.mobile, &None, &None)],
            (There::Two, None) => {
                vec![with(&self.mobile, &None, &None), with(&None, &self.email, &None)]
            }
        }
    }
}

pub(super) const DEPARTMENT: &str = "6890452208593372680";

pub(super) fn day(version: u32) -> String {
    format!("2024-05-{:02} 00:00:00", version % 28 + 1)
}

/// Give some employments others to name, all above them in the file or all below: nobody waits in a
/// circle.
fn set_above(dice: &mut Dice, people: &mut [Identity]) {
    let is_below = dice.chance(500);
    for n in 0..people.len() {
        let (from, to) = if is_below { (n + 1, people.len()) } else { (0, n) };
        let others: Vec<usize> =
            (from..to).filter(|other| people[*other].employment.is_some()).collect();
        if people[n].employment.is_some() && dice.chance(500) && !others.is_empty() {
            people[n].above = Some(dice.pick(&others));
        }
    }
}

/// The employment ID of the n-th.
pub(super) fn employment_id(n: usize) -> String {
    (7_000_000_000_000_000_000 + n as u64).to_string()
}

fn talent(dice: &mut Dice, n: usize, keyless: bool, before: &[Identity]) -> Identity {
    let mut one = Identity {
        kind: KindId::Talent,
        name: format!("张{}", n % 7),
        mobile: dice.chance(800).then(|| format!("138{n:08}")),
        email: dice.chance(600).then(|| format!("person{n}@example.com")),
        document: dice.chance(400).then(|| format!("11010119900307{n:04}")),
        employment: None,
        there: There::Nobody,
        bad_until: if dice.chance(100) { 1 + u32::from(dice.chance(500)) } else { 0 },
        above: None,
        edit: None,
    };
    if one.is_keyless() && !keyless {
        one.email = Some(format!("person{n}@example.com"));
    }
    let shared = before.iter().filter_map(|other| other.mobile.clone()).next_back();
    if dice.chance(120) && shared.is_some() {
        one.mobile = shared;
        one.name = format!("李{n}");
    } else if dice.chance(150) && !one.is_keyless() {
        one.there = match (dice.below(4), &one.mobile, &one.email) {
            (0, Some(_), Some(_)) => There::Two,
            (1, Some(_), _) => There::Other,
            _ => There::Same,
        };
    }
    let edit = dice.pick(&[Edit::Name, Edit::Mobile, Edit::Email]);
    let other = match edit {
        Edit::Name => true,
        Edit::Mobile => one.mobile.is_some() && (one.email.is_some() || one.document.is_some()),
        Edit::Email => one.email.is_some() && (one.mobile.is_some() || one.document.is_some()),
    };
    if dice.chance(400) && other && !one.is_keyless() {
        one.edit = Some((1, edit));
    }
    one
}

fn employment(dice: &mut Dice, n: usize) -> Identity {
    Identity {
        kind: KindId::JobData,
        name: String::new(),
        mobile: None,
        email: None,
        document: None,
        employment: Some(employment_id(n)),
        there: match dice.below(16) {
            0 => There::Same,
            1 => There::Other,
            _ => There::Nobody,
        },
        bad_until: if dice.chance(100) { 1 + u32::from(dice.chance(500)) } else { 0 },
        above: None,
        edit: None,
    }
}

/// The file, and what becomes of it: rows are amended, removed, added, moved, written twice.
fn imports(dice: &mut Dice, people: &[Identity]) -> Vec<Vec<Row>> {
    let mut rows: Vec<Row> =
        (0..people.len()).map(|who| Row { who, version: 0 }).filter(|_| dice.chance(900)).collect();
    let mut imports = Vec::new();
    for _ in 0..=[0, 0, 0, 1, 1, 2][usize::try_from(dice.below(6)).unwrap()] {
        if rows.is_empty() {
            rows.push(Row { who: 0, version: 0 });
        }
        if dice.chance(60) {
            let again = dice.pick(&rows);
            rows.push(again);
        }
        imports.push(rows.clone());
        let edited = dice.chance(800);
        rows.retain(|_| !edited || !dice.chance(100));
        for row in &mut rows {
            if edited && dice.chance(250) {
                row.version += 1;
            }
        }
        if edited && rows.len() > 1 && dice.chance(300) {
            let by = usize::try_from(dice.below(rows.len() as u64)).unwrap();
            rows.rotate_left(by);
        }
        for who in 0..people.len() {
            if edited && dice.chance(100) && rows.iter().all(|row| row.who != who) {
                rows.insert(0, Row { who, version: 0 });
            }
        }
    }
    imports
}

fn weather(dice: &mut Dice) -> Weather {
    // A third of the seeds are nearly calm, so that single events stand out.
    let scale = dice.pick(&[1, 3, 8]);
    Weather {
        unsent: 8 * scale,
        swallowed: 4 * scale,
        late: 4 * scale,
        latest: Duration::from_secs(20),
        refused: 3 * scale,
        outage: dice.pick(&[0, 0, 4, 12]),
        withdrawn: dice.pick(&[0, 0, 0, 8]),
        crash: dice.pick(&[300, 600, 850]),
        jumps: dice.pick(&[0, 0, 1]),
    }
}

fn behaviour(dice: &mut Dice, seed: u64, people: &[Identity], weather: &Weather) -> Behaviour {
    let employments = || people.iter().filter_map(|one| one.employment.clone());
    let hidden = dice.chance(150);
    let mut denied = Vec::new();
    if dice.chance(80) {
        denied.push((Endpoint::JobDataFind, dice.pick(&[Denied::Scope, Denied::Data])));
    }
    if dice.chance(80) {
        denied.push((Endpoint::EmployeeFind, dice.pick(&[Denied::Scope, Denied::Data])));
    }
    // A token that is relied on without a look must not be forgotten meanwhile.
    let unseen = hidden || !denied.is_empty();
    let forget: &[u64] = if unseen { &[4500, 86_400] } else { &[180, 3600] };
    let token_mode = match dice.below(10) {
        0..=3 => TokenMode::Refuse,
        4..=6 => TokenMode::Replay,
        _ => TokenMode::ForgetAfter(Duration::from_secs(dice.pick(forget))),
    };
    let scale = dice.pick(&[0.2, 1.0, 2.0]);
    Behaviour {
        seed,
        latency: Duration::from_millis(dice.pick(&[0, 20, 170])),
        jitter: Duration::from_millis(dice.pick(&[0, 50, 500])),
        faults: scaled(dice, scale),
        token_mode,
        burn_failed_tokens: dice.chance(300),
        duplicate_talent: dice.pick(&[
            DuplicateTalent::Merge,
            DuplicateTalent::Refuse,
            DuplicateTalent::MakeAnother,
        ]),
        index_lag: Duration::from_millis(dice.pick(&[0, 0, 1000, 4000, 15_000])),
        token_lifetime: Duration::from_secs(dice.pick(&[5, 60, 7200, 7200])),
        hidden_employments: if hidden {
            employments().filter(|_| dice.chance(500)).collect()
        } else {
            Vec::new()
        },
        hidden: dice.pick(&[Hidden::LeaveOut, Hidden::Refuse]),
        denied,
        ..Behaviour::default()
    }
    .lagging_less_than(Duration::from_secs(40).saturating_sub(weather.latest))
}

impl Behaviour {
    /// A look at the last delay shows whatever an attempt made, however late it arrived.
    fn lagging_less_than(mut self, most: Duration) -> Self {
        self.index_lag = self.index_lag.min(most);
        self
    }
}

/// The storm, more or less of it.
pub(super) fn scaled(dice: &mut Dice, scale: f64) -> Faults {
    let mut faults = Faults::storm();
    for chance in [
        &mut faults.drop_before,
        &mut faults.drop_after_commit,
        &mut faults.error_5xx_before,
        &mut faults.error_5xx_after,
        &mut faults.throttle_429,
        &mut faults.throttle_400,
        &mut faults.throttle_no_reset,
        &mut faults.truncated,
        &mut faults.html_502,
        &mut faults.html_502_after,
        &mut faults.empty_200,
        &mut faults.slow,
        &mut faults.silent,
        &mut faults.expire_token,
    ] {
        *chance *= scale * 1.5 * dice.unit();
    }
    faults.slow_ms = 1000 + dice.below(24_000);
    faults
}
