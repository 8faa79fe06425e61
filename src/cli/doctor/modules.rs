//! Whether the modules of Feishu that records go to are switched on for the tenant, and which permissions the
//! app lacks, as all reads together tell.
//!
//! Must not know: what is read.

use serde_json::Value;

use super::super::exit::Exit;
use super::diagnosis::{Diagnosis, fault, well};
use crate::api::reads::ReadVerdict;
use crate::kinds;
use crate::problem::{Complaint, Lang};
use crate::spec::{Endpoint, Kind};
use crate::tr;

/// What the reads so far tell of each module.
pub(super) struct Modules {
    all: Vec<Module>,
    /// A permission of each endpoint that lacks one, each once.
    lacking: Vec<&'static str>,
}

struct Module {
    /// A kind whose records go there.
    kind: &'static Kind,
    standing: Standing,
}

/// What is known of a module.
enum Standing {
    /// No read was answered with anything that tells.
    Unknown,
    /// It answers.
    On,
    /// An answer says that it is off.
    Off(Complaint),
}

impl Modules {
    pub(super) fn new() -> Self {
        let mut all: Vec<Module> = Vec::new();
        for kind in kinds::ALL {
            if !all.iter().any(|module| part(module.kind.remote.create) == part(kind.remote.create))
            {
                all.push(Module { kind, standing: Standing::Unknown });
            }
        }
        Self { all, lacking: Vec::new() }
    }

    /// What an answer tells. A refusal for what was asked comes from a module that is on.
    pub(super) fn note(&mut self, endpoint: &'static Endpoint, reading: &ReadVerdict<Value>) {
        let found = match reading {
            ReadVerdict::Data(_) | ReadVerdict::Refused { .. } => Standing::On,
            ReadVerdict::Halt(halt) if halt.is_not_enabled() => Standing::Off(halt.complaint()),
            ReadVerdict::Halt(halt) if halt.lacks_scope() => {
                let scope = endpoint.scopes.first().copied();
                let new = scope.filter(|scope| !self.lacking.contains(scope));
                self.lacking.extend(new);
                return;
            }
            ReadVerdict::Halt(_)
            | ReadVerdict::Throttled { .. }
            | ReadVerdict::TokenRejected { .. }
            | ReadVerdict::Unreachable { .. }
            | ReadVerdict::Again { .. } => return,
        };
        let own = self.all.iter_mut().find(|own| part(own.kind.remote.create) == part(endpoint));
        if let Some(own) = own.filter(|own| !matches!(own.standing, Standing::Off(_))) {
            own.standing = found;
        }
    }

    /// A line for each module, and the permissions that lack, to be copied.
    pub(super) fn findings(self, lang: Lang) -> Vec<Diagnosis> {
        let mut found: Vec<Diagnosis> = self
            .all
            .into_iter()
            .map(|Module { kind, standing }| {
                let module = kind.module(lang);
                let what = tr!(lang, "模块 {module}", "module {module}");
                match standing {
                    Standing::On => well(what, lang.pick("已开通", "is switched on").to_owned()),
                    Standing::Off(wrong) => fault(what, wrong, Exit::Credentials),
                    Standing::Unknown => {
                        let note = lang.pick(
                            "还看不出是否开通：没有一项读取得到回答",
                            "whether it is switched on is not known: no read was answered",
                        );
                        Diagnosis { seen: false, ..well(what, note.to_owned()) }
                    }
                }
            })
            .collect();
        if !self.lacking.is_empty() {
            let what = tr!(
                lang,
                "缺少的权限（复制到开发者后台 › 权限管理，再发布版本）",
                "permissions that lack (copy them into the console, and publish a version)"
            );
            let scopes = self.lacking.join(",");
            found.push(Diagnosis { seen: false, ..well(what, scopes) });
        }
        found
    }
}

/// The part of the API that an endpoint is of: `hire`, `corehr`.
fn part(endpoint: &Endpoint) -> &'static str {
    endpoint.path.trim_start_matches("/open-apis/").split('/').next().unwrap_or_default()
}
