//! The crate as a whole: which module each file holds, what a path that is written in one of them
//! leads to, and which file therefore knows which.
//!
//! A parent that declares its children, and passes on their items, doesn't know them by that: it does
//! where its own code uses them.
//!
//! Must not know: the laws.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::read::{self, Reading};
use super::scope::{Import, Named, Scope};

/// The crate.
pub(super) struct House {
    pub(super) files: Vec<File>,
    modules: Vec<Module>,
}

/// A file of the crate.
pub(super) struct File {
    /// Below `src`, with `/`.
    pub(super) path: String,
    /// The part of the path that names the room.
    pub(super) room: String,
    /// The whole text.
    pub(super) text: String,
    /// It is declared under `#[cfg(test)]`, or below such a file.
    pub(super) for_tests: bool,
    /// What its production code says.
    pub(super) says: Reading,
}

struct Module {
    file: usize,
    /// Which of the file's scopes.
    scope: usize,
    path: Vec<String>,
    parent: usize,
    children: BTreeMap<String, usize>,
}

/// What a path leads to.
struct Found {
    module: usize,
    /// None: the module itself.
    item: Option<String>,
    /// What follows the item: a variant, an associated function.
    rest: Vec<String>,
}

/// One file knows another: where it says so first, and by what.
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) line: usize,
    pub(super) by: String,
}

/// Names led through others: more are a circle of `use`s.
const DEEP: usize = 16;

impl House {
    /// The crate whose test this is.
    pub(super) fn ours() -> Self {
        fn walk(folder: &Path, src: &Path, texts: &mut BTreeMap<String, String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, src, texts);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let parts = path.strip_prefix(src).unwrap().components();
                    let parts: Vec<_> =
                        parts.map(|part| part.as_os_str().to_str().unwrap()).collect();
                    texts.insert(parts.join("/"), std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut texts = BTreeMap::new();
        walk(&src, &src, &mut texts);
        Self::of(texts)
    }

    /// The crate of these files, by their paths below `src`: `lib.rs`, and perhaps `main.rs`.
    ///
    /// # Panics
    ///
    /// Where a file is declared and not there, or there and not declared.
    pub(super) fn of(mut texts: BTreeMap<String, String>) -> Self {
        let mut house = Self { files: Vec::new(), modules: Vec::new() };
        house.enter("lib.rs", &[], 0, false, &mut texts);
        if texts.contains_key("main.rs") {
            let root = house.modules.len();
            house.enter("main.rs", &["(main)".to_owned()], root, false, &mut texts);
        }
        assert!(texts.is_empty(), "declared by nobody: {:?}", texts.keys());
        house
    }

    /// Reads a file and those that it declares; gives its module.
    fn enter(
        &mut self,
        at: &str,
        path: &[String],
        parent: usize,
        for_tests: bool,
        texts: &mut BTreeMap<String, String>,
    ) -> usize {
        let text = texts.remove(at).unwrap();
        let says = read::read(&text, for_tests);
        let for_tests = for_tests || says.for_tests;
        let room = at.split('/').next().unwrap_or(at).trim_end_matches(".rs").to_owned();
        let folder = match at.rsplit_once('/') {
            Some((folder, "mod.rs")) => format!("{folder}/"),
            None if matches!(at, "lib.rs" | "main.rs") => String::new(),
            _ => format!("{}/", at.trim_end_matches(".rs")),
        };
        let (file, first) = (self.files.len(), self.modules.len());
        self.files.push(File { path: at.to_owned(), room, text, for_tests, says });
        for scope in 0..self.files[file].says.modules.len() {
            let within = &self.files[file].says.modules[scope].within;
            let outer = within.iter().rev().skip(1).rev().fold(first, |module, name| {
                self.modules[module].children.get(name).copied().unwrap_or(module)
            });
            let id = self.modules.len();
            let path: Vec<String> = path.iter().chain(within).cloned().collect();
            let name = within.last().cloned();
            let parent = if scope == 0 { parent } else { outer };
            self.modules.push(Module { file, scope, path, parent, children: BTreeMap::new() });
            if let Some(name) = name {
                self.modules[outer].children.insert(name, id);
            }
        }
        for module in first..first + self.files[file].says.modules.len() {
            let scope = self.scope(module);
            let below = scope.within.iter().fold(folder.clone(), |below, name| below + name + "/");
            for (name, test) in scope.declares.clone() {
                let mut path = self.modules[module].path.clone();
                path.push(name.clone());
                let flat = format!("{below}{name}.rs");
                let deep = format!("{below}{name}/mod.rs");
                let at = if texts.contains_key(&flat) { flat } else { deep };
                let child = self.enter(&at, &path, module, for_tests || test, texts);
                if !test {
                    self.modules[module].children.insert(name, child);
                }
            }
        }
        first
    }

    fn scope(&self, module: usize) -> &Scope {
        let module = &self.modules[module];
        &self.files[module.file].says.modules[module.scope]
    }

    /// The modules that hold production code.
    fn inhabited(&self) -> impl Iterator<Item = usize> {
        (0..self.modules.len()).filter(|id| !self.files[self.modules[*id].file].for_tests)
    }

    /// What a path leads to that is written in a module; none for another crate's.
    fn look(&self, from: usize, path: &[String], depth: usize) -> Option<Found> {
        let depth = depth.checked_sub(1)?;
        let (mut at, mut rest) = (from, path);
        let mut anchored = false;
        while let Some((name, tail)) = rest.split_first() {
            at = match name.as_str() {
                "crate" => 0,
                "self" => at,
                "super" => self.modules[at].parent,
                _ => break,
            };
            (rest, anchored) = (tail, true);
        }
        self.step(at, rest, anchored, depth)
    }

    /// What a path leads to from within a module. `anchored`: it can lead nowhere else.
    fn step(&self, at: usize, path: &[String], anchored: bool, depth: usize) -> Option<Found> {
        let Some((name, rest)) = path.split_first() else {
            return Some(Found { module: at, item: None, rest: Vec::new() });
        };
        let item = || Some(Found { module: at, item: Some(name.clone()), rest: rest.to_vec() });
        let child = self.modules[at].children.get(name);
        if let Some(child) = child.filter(|_| !rest.is_empty()) {
            return self.step(*child, rest, true, depth);
        }
        let scope = self.scope(at);
        if scope.defines.contains(name) {
            return item();
        }
        let aliases = |import: &&Import| import.alias.as_ref() == Some(name);
        if let Some(import) = scope.imports.iter().find(aliases) {
            let path: Vec<String> = import.path.path.iter().chain(rest).cloned().collect();
            return self.look(at, &path, depth);
        }
        if let Some(child) = child {
            return Some(Found { module: *child, item: None, rest: Vec::new() });
        }
        let globs = scope.imports.iter().filter(|import| import.alias.is_none());
        let mut through = globs.filter_map(|glob| {
            let found = self.look(at, &glob.path.path, depth)?;
            match found.item {
                None if found.module != at => {
                    self.step(found.module, path, false, depth.checked_sub(1)?)
                }
                _ => None,
            }
        });
        // What a macro makes is defined where the macro stands.
        through.next().or_else(|| anchored.then(item).flatten())
    }

    /// The room that a path names, as it is written: `crate::room`, or `super::…` out of its own.
    fn room_of(&self, from: usize, path: &[String], depth: usize) -> Option<String> {
        let mut at = from;
        for (place, name) in path.iter().enumerate() {
            at = match name.as_str() {
                "crate" => 0,
                "self" => at,
                "super" => self.modules[at].parent,
                _ if place == 0 => return None,
                _ => {
                    let mut led = self.modules[at].path.clone();
                    if let Some(room) = led.drain(..).next() {
                        return Some(room);
                    }
                    if self.modules[0].children.contains_key(name) {
                        return Some(name.clone());
                    }
                    let passed_on = self.scope(0).imports.iter();
                    let import = passed_on.into_iter().find(|i| i.alias.as_ref() == Some(name))?;
                    let anchored: Vec<String> =
                        ["crate".to_owned()].into_iter().chain(import.path.path.clone()).collect();
                    return self.room_of(0, &anchored, depth.checked_sub(1)?);
                }
            };
        }
        self.modules[at].path.first().cloned()
    }

    /// Everything that a module names: its `use`s, then its paths.
    fn named(&self, module: usize) -> impl Iterator<Item = &Named> {
        let scope = self.scope(module);
        scope.imports.iter().map(|import| &import.path).chain(&scope.paths)
    }

    /// The rooms that production code names: file, line, room.
    pub(super) fn rooms_named(&self) -> Vec<(&File, usize, String)> {
        let mut named = Vec::new();
        for module in self.inhabited() {
            let file = &self.files[self.modules[module].file];
            for path in self.named(module) {
                if let Some(room) = self.room_of(module, &path.path, DEEP) {
                    named.push((file, path.line, room));
                }
            }
        }
        named
    }

    /// The rooms in the order of their declaration.
    pub(super) fn rooms(&self) -> Vec<&str> {
        let declared = self.scope(0).declares.iter().filter(|(_, test)| !test);
        declared.map(|(name, _)| name.as_str()).collect()
    }

    /// Where production code names a variant of an enum, whatever it calls the enum.
    pub(super) fn variants_named(&self, of: &str) -> Vec<&File> {
        let known: BTreeSet<&String> =
            self.files.iter().filter_map(|file| file.says.enums.get(of)).flatten().collect();
        assert!(!known.is_empty(), "there is no enum {of}");
        let mut named = Vec::new();
        for module in self.inhabited() {
            for path in self.named(module) {
                if let Some(Found { item: Some(item), rest, .. }) =
                    self.look(module, &path.path, DEEP)
                    && item == of
                    && rest.first().is_some_and(|variant| known.contains(variant))
                {
                    named.push(&self.files[self.modules[module].file]);
                }
            }
        }
        named
    }

    /// Which file knows which, rooms apart or not.
    pub(super) fn edges(&self) -> Vec<Edge> {
        let mut edges = BTreeMap::new();
        for module in self.inhabited() {
            let scope = self.scope(module);
            let uses = scope.imports.iter().map(|import| (&import.path, Some(import)));
            for (path, import) in uses.chain(scope.paths.iter().map(|path| (path, None))) {
                let Some(found) = self.look(module, &path.path, DEEP) else { continue };
                let all = import.is_some_and(|import| import.alias.is_none());
                if found.item.is_none() && !all {
                    // A module alone says nothing: what is taken from it stands elsewhere.
                    continue;
                }
                let below = self.modules[found.module].path.starts_with(&self.modules[module].path);
                let passed_on = |import: &Import| {
                    let is_said = |alias: &String| scope.mentions.contains(alias);
                    import.exported && below && !import.alias.as_ref().is_some_and(is_said)
                };
                if import.is_some_and(passed_on) {
                    continue;
                }
                let (from, to) = (self.modules[module].file, self.modules[found.module].file);
                if from != to {
                    let by = found.item.unwrap_or_else(|| "*".to_owned());
                    let line = edges.entry((from, to, by)).or_insert(path.line);
                    *line = path.line.min(*line);
                }
            }
        }
        edges.into_iter().map(|((from, to, by), line)| Edge { from, to, line, by }).collect()
    }

    /// The circles of files within a room, each with the edges that close it.
    pub(super) fn circles(&self) -> Vec<(Vec<&str>, Vec<String>)> {
        let mut edges = self.edges();
        edges.retain(|edge| self.files[edge.from].room == self.files[edge.to].room);
        let pairs: Vec<_> = edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let mut circles = Vec::new();
        for circle in circles_of(&pairs) {
            let within = |edge: &&Edge| circle.contains(&edge.from) && circle.contains(&edge.to);
            let say = |edge: &Edge| {
                let (from, to) = (&self.files[edge.from].path, &self.files[edge.to].path);
                format!("{from}:{} knows {to} by {}", edge.line, edge.by)
            };
            let mut paths: Vec<&str> =
                circle.iter().map(|file| self.files[*file].path.as_str()).collect();
            paths.sort_unstable();
            circles.push((paths, edges.iter().filter(within).map(say).collect()));
        }
        circles.sort();
        circles
    }
}

/// Whoever leads to each other, in groups of two and more.
pub(super) fn circles_of<T: Copy + Ord>(edges: &[(T, T)]) -> Vec<BTreeSet<T>> {
    let mut next: BTreeMap<T, BTreeSet<T>> = BTreeMap::new();
    for (from, to) in edges {
        next.entry(*from).or_default().insert(*to);
    }
    let reached = |start: T| {
        let (mut seen, mut left) = (BTreeSet::new(), vec![start]);
        while let Some(at) = left.pop() {
            left.extend(next.get(&at).into_iter().flatten().filter(|to| seen.insert(**to)));
        }
        seen
    };
    let all: BTreeMap<T, BTreeSet<T>> = next.keys().map(|at| (*at, reached(*at))).collect();
    let mut circles = BTreeSet::new();
    for (at, reach) in &all {
        let back = |to: &&T| all.get(to).is_some_and(|reach| reach.contains(at));
        let circle: BTreeSet<T> = reach.iter().filter(back).copied().collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}
