//! What the repository says of itself: no comment cites a page that is not in it, and every link
//! between its pages leads somewhere.
//!
//! Migrations are looked at like the rest: what they say can never be corrected, since their
//! checksums are in every journal, so that a citation had better not get into one.

use std::path::{Path, PathBuf};

/// Whose comments are looked at. Of `fuzz/` the corpus is left out: it holds inputs, not texts.
const CITING: &[&str] = &[
    "src",
    "tests",
    "benches",
    "fuzz/src",
    "fuzz/fuzz_targets",
    "migrations",
    "build.rs",
    "Cargo.toml",
    "fuzz/Cargo.toml",
    "clippy.toml",
    "deny.toml",
    "justfile",
    ".ci/run",
    ".github/workflows",
];

/// The pages whose links are followed.
const PAGES: &[&str] = &["README.md", "CHANGELOG.md", "docs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The texts at a path of the repository, by their own paths in it; what is no UTF-8 is no text.
fn texts(path: &Path, found: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
        let mut entries: Vec<_> = entries.collect();
        entries.sort();
        for entry in &entries {
            texts(entry, found);
        }
    } else if let Ok(text) = String::from_utf8(std::fs::read(path).unwrap()) {
        found.push((path.strip_prefix(root()).unwrap().to_path_buf(), text));
    }
}

fn all(paths: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for path in paths {
        texts(&root().join(path), &mut found);
    }
    assert!(found.len() >= paths.len());
    found
}

/// The names of Markdown files in a text: `docs/x.md`, `x.md`; not addresses on the web.
fn cited(text: &str) -> impl Iterator<Item = &str> {
    let is_of_name = |c: char| c.is_alphanumeric() || "/._-:".contains(c);
    text.split(move |c: char| !is_of_name(c))
        .map(|word| word.trim_end_matches([':', '.']))
        .filter(|word| Path::new(word).extension().is_some_and(|end| end == "md"))
        .filter(|word| !word.contains("://"))
}

#[test]
fn no_comment_cites_a_page_that_is_not_here() {
    let mut missing = Vec::new();
    for (path, text) in all(CITING) {
        // The names in the test below are none that are cited.
        if path.ends_with("docs.rs") {
            continue;
        }
        for (line, words) in text.lines().enumerate() {
            for name in cited(words) {
                let beside = root().join(&path).with_file_name(name);
                // From the root, or, as `include_str!` has it, from the file.
                if !root().join(name).is_file() && !beside.is_file() {
                    missing.push(format!("{}:{}: {name}", path.display(), line + 1));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let mut missing = Vec::new();
    for (path, text) in all(PAGES) {
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap();
            let is_web = target.contains("://");
            if !is_web && !target.is_empty() && !root().join(&path).with_file_name(target).exists()
            {
                missing.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// What `docs/` calls `src/…` is there: a page outlives a file that was moved.
#[test]
fn every_path_that_a_page_names_is_there() {
    let mut missing = Vec::new();
    for (path, text) in all(&["docs"]) {
        for word in text.split('`').skip(1).step_by(2) {
            let named = ["src/", "tests/", "benches/", "fuzz/", ".ci/"]
                .iter()
                .any(|folder| word.starts_with(folder));
            if named && !word.contains([' ', '*']) && !root().join(word).exists() {
                missing.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn names_of_pages_are_found_and_addresses_are_none() {
    let text =
        "(`docs/a.md`, 1.1), house.md. https://example.com/b.md include_str!(\"../c.md\") .md";
    assert_eq!(cited(text).collect::<Vec<_>>(), ["docs/a.md", "house.md", "../c.md"]);
}
