//! What was made: the records in memory.
//!
//! Must *not* know requests, answers or files. One `Entry` is one fact; applying a log's entries in order gives the same
//! store as the run that wrote them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::ledger::{Duplicate, JobDataMade, TalentMade};

/// One fact.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "made", rename_all = "snake_case")]
pub(super) enum Entry {
    /// A talent; `creates` is 0 where it was there before.
    Talent { id: u64, name: String, keys: Vec<String>, body: Value, creates: u64, at: i64 },
    /// A create that landed on a talent that existed.
    Merge { id: u64, keys: Vec<String> },
    /// A job data record.
    JobData(Box<JobRow>),
    /// A `client_token` that a failed request used up.
    Burnt { client_token: String, digest: String, at: i64 },
}

/// One job data record.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct JobRow {
    /// `id`; the version's is the next.
    pub(super) id: u64,
    /// Which kind of id `employment_id` is.
    pub(super) user_id_type: String,
    /// Which kind of id `department_id` is.
    pub(super) department_id_type: String,
    /// Whose it is.
    pub(super) employment_id: String,
    /// The request's token.
    pub(super) client_token: Option<String>,
    /// Hash of the request's bytes.
    pub(super) digest: String,
    /// The request's body.
    pub(super) body: Value,
    /// Unix time in milliseconds.
    pub(super) at: i64,
}

/// What is known of a `client_token`.
#[derive(Debug, Clone)]
pub(super) struct TokenState {
    /// Hash of the bytes that it came with.
    pub(super) digest: String,
    /// When it was last taken for new.
    pub(super) at: i64,
    /// The record it made (index in `Store::job_data`), if it made one.
    pub(super) made: Option<usize>,
}

/// The first id: 19 digits, like the real ones, and more than a float holds.
const FIRST_ID: u64 = 7_400_000_000_000_000_001;

/// Everything that was made.
pub(super) struct Store {
    /// The talents, oldest first.
    pub(super) talents: Vec<TalentMade>,
    /// The job data records, oldest first.
    pub(super) job_data: Vec<JobRow>,
    /// Records that were made twice, which is what muster must never cause.
    pub(super) duplicates: Vec<Duplicate>,
    by_key: BTreeMap<String, usize>,
    by_employment: BTreeMap<(String, String), usize>,
    tokens: BTreeMap<String, TokenState>,
    next_id: u64,
    /// Time of the newest entry.
    pub(super) newest: i64,
}

impl Store {
    pub(super) fn new() -> Self {
        Self {
            talents: Vec::new(),
            job_data: Vec::new(),
            duplicates: Vec::new(),
            by_key: BTreeMap::new(),
            by_employment: BTreeMap::new(),
            tokens: BTreeMap::new(),
            next_id: FIRST_ID,
            newest: i64::MIN,
        }
    }

    /// The id that the next record will have.
    pub(super) fn next_id(&self) -> u64 {
        self.next_id
    }

    /// The first talent (oldest key first) that has one of these keys.
    pub(super) fn talent_with(&self, keys: &[String]) -> Option<&TalentMade> {
        keys.iter().find_map(|key| self.by_key.get(key)).and_then(|at| self.talents.get(*at))
    }

    /// What is known of this `client_token`.
    pub(super) fn token(&self, client_token: &str) -> Option<&TokenState> {
        self.tokens.get(client_token)
    }

    /// Takes one fact in.
    pub(super) fn apply(&mut self, entry: Entry) {
        match entry {
            Entry::Talent { id, name, keys, body, creates, at } => {
                let id_text = id.to_string();
                let index = self.talents.len();
                if let Some((key, first)) = self.shared(&keys) {
                    self.duplicate("talent", key, first, id_text.clone());
                }
                for key in &keys {
                    self.by_key.entry(key.clone()).or_insert(index);
                }
                self.talents.push(TalentMade {
                    id: id_text,
                    name,
                    keys,
                    body,
                    creates,
                    create_time: at,
                });
                self.advance(id + 1, at);
            }
            Entry::Merge { id, keys } => self.merge(&id.to_string(), keys),
            Entry::JobData(row) => self.add_job_data(*row),
            Entry::Burnt { client_token, digest, at } => {
                self.tokens.insert(client_token, TokenState { digest, at, made: None });
                self.newest = self.newest.max(at);
            }
        }
    }

    fn merge(&mut self, id: &str, keys: Vec<String>) {
        let Some(index) = self.talents.iter().position(|talent| talent.id == id) else {
            return;
        };
        if let Some((key, first)) = self.shared(&keys) {
            self.duplicate("talent", key, first.clone(), first);
        }
        let Some(talent) = self.talents.get_mut(index) else {
            return;
        };
        talent.creates += 1;
        for key in keys {
            if !talent.keys.contains(&key) {
                talent.keys.push(key.clone());
            }
            self.by_key.entry(key).or_insert(index);
        }
    }

    fn add_job_data(&mut self, row: JobRow) {
        let index = self.job_data.len();
        let whose = (row.user_id_type.clone(), row.employment_id.clone());
        if let Some(first) = self.by_employment.get(&whose).and_then(|at| self.job_data.get(*at)) {
            let first = first.id.to_string();
            self.duplicate("job_data", row.employment_id.clone(), first, row.id.to_string());
        }
        self.by_employment.entry(whose).or_insert(index);
        if let Some(token) = &row.client_token {
            let seen = TokenState { digest: row.digest.clone(), at: row.at, made: Some(index) };
            self.tokens.insert(token.clone(), seen);
        }
        self.advance(row.id + 2, row.at);
        self.job_data.push(row);
    }

    fn shared(&self, keys: &[String]) -> Option<(String, String)> {
        let key = keys.iter().find(|key| self.by_key.contains_key(*key))?;
        let first = self.by_key.get(key).and_then(|at| self.talents.get(*at))?;
        Some((key.clone(), first.id.clone()))
    }

    fn duplicate(&mut self, kind: &str, key: String, first: String, second: String) {
        self.duplicates.push(Duplicate { kind: kind.to_owned(), key, first, second });
    }

    fn advance(&mut self, next_id: u64, at: i64) {
        self.next_id = self.next_id.max(next_id);
        self.newest = self.newest.max(at);
    }
}

impl JobRow {
    /// As the ledger shows it.
    pub(super) fn made(&self) -> JobDataMade {
        JobDataMade {
            id: self.id.to_string(),
            employment_id: self.employment_id.clone(),
            client_token: self.client_token.clone(),
            body: self.body.clone(),
            create_time: self.at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn talent(id: u64, keys: &[&str]) -> Entry {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        Entry::Talent { id, name: "张三".to_owned(), keys, body: Value::Null, creates: 1, at: 5 }
    }

    #[test]
    fn the_same_key_twice_is_a_duplicate() {
        let mut store = Store::new();
        store.apply(talent(FIRST_ID, &["email:a@b.c"]));
        store.apply(talent(FIRST_ID + 1, &["mobile:CN_1:13800138000"]));
        assert!(store.duplicates.is_empty());
        store.apply(talent(FIRST_ID + 2, &["email:a@b.c", "mobile:CN_1:13900139000"]));
        assert_eq!(store.duplicates.len(), 1);
        let merge = vec!["mobile:CN_1:13800138000".to_owned(), "email:new@b.c".to_owned()];
        store.apply(Entry::Merge { id: FIRST_ID + 1, keys: merge });
        assert_eq!(store.duplicates.len(), 2);
        assert_eq!(store.talents[1].creates, 2);
        assert_eq!(
            store.talent_with(&["email:new@b.c".to_owned()]).unwrap().id,
            (FIRST_ID + 1).to_string()
        );
        assert_eq!(store.next_id(), FIRST_ID + 3);
    }
}
