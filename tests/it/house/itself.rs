//! The reading of the code is tested on made-up code: each law can be broken, and is seen to be.

use super::ground::{House, circles_of};
use super::read::read;

fn house(files: &[(&str, &str)]) -> House {
    House::of(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
}

fn rooms(house: &House) -> Vec<(String, String)> {
    let named = house.rooms_named().into_iter();
    let mut named: Vec<_> = named
        .map(|(file, _, room)| (file.path.clone(), room))
        .filter(|(_, room)| room != "a")
        .collect();
    named.dedup();
    named
}

fn circles(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let house = house(files);
    let circles = house.circles().into_iter();
    circles.map(|(paths, _)| paths.into_iter().map(str::to_owned).collect()).collect()
}

#[test]
fn what_stands_below_tests_in_mid_file_is_seen() {
    let text = "//! A.\nuse crate::b::X;\n\n#[cfg(test)]\nmod t {\n    async fn quiet() {}\n    use crate::c::Y;\n}\n\n/// Late.\nasync fn late() {\n    crate::d::z().await\n}\n";
    let read = read(text, false);
    assert_eq!(read.waits, [11, 12]);
    assert!(read.text.contains("late") && !read.text.contains("quiet"), "{}", read.text);
    assert_eq!(read.text.lines().count(), 8);
    assert!(read.modules[0].defines.contains("late") && !read.words.contains("Y"));
    let house = house(&[
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", text),
        ("b.rs", ""),
        ("c.rs", ""),
        ("d.rs", ""),
    ]);
    let of_a = |room: &str| ("a.rs".to_owned(), room.to_owned());
    assert_eq!(rooms(&house), [of_a("b"), of_a("d")]);
}

#[test]
fn fields_and_statements_for_tests_are_left_out_alone() {
    let text = "struct S {\n    #[cfg(test)]\n    carried: crate::t::T,\n    kept: u8,\n}\n\nfn f(s: &S) {\n    #[cfg(test)]\n    if s.carried.is() {\n        gone();\n    }\n    #[cfg(all(test, unix))]\n    let x = gone();\n    S {\n        #[cfg(test)]\n        carried: gone(),\n        kept: 1,\n    };\n    #[cfg(not(test))]\n    there();\n}\n\n#[cfg(test)]\nimpl S {}\n";
    let read = read(text, false);
    assert!(!read.words.contains("gone") && !read.words.contains("carried"), "{:?}", read.words);
    assert!(read.words.contains("kept") && read.words.contains("there"));
    assert_eq!(read.text.lines().count(), 11, "{}", read.text);
}

#[test]
fn a_file_is_for_tests_where_its_parent_says_so_not_by_its_name() {
    let house = house(&[
        ("lib.rs", "mod a; mod b;"),
        ("a/mod.rs", "#[cfg(test)]\nmod checks;\nmod tests;"),
        ("a/checks.rs", "mod deep; use crate::b::X;"),
        ("a/checks/deep.rs", "use crate::b::X;"),
        ("a/tests.rs", "use crate::b::X;"),
        ("b.rs", "pub struct X;"),
    ]);
    assert_eq!(rooms(&house), [("a/tests.rs".to_owned(), "b".to_owned())]);
}

#[test]
fn a_path_is_found_however_it_is_written() {
    let ways = [
        "use crate::{own::{X}, b::{c::Y}};",
        "fn f() { vec![1, crate::b::z()]; }",
        "fn f() { matches!(1, n if tr!((crate::b::Y::Z)) > n); }",
        "use super::super::b::Y;",
        "fn f(_: &super::super::b::c::Y) {}",
        "mod inner { use super::super::super::b::Y; }",
        "fn f() { let x = ..crate::b::END; }",
        "fn f() { <u8 as crate::b::T>::t(); }",
        "use crate::{passed as p};",
    ];
    for way in ways {
        let house = house(&[
            ("lib.rs", "mod a; mod b; pub use b::passed;"),
            ("a/mod.rs", "mod own; mod x;"),
            ("a/own.rs", ""),
            ("a/x.rs", way),
            ("b.rs", ""),
        ]);
        let found: Vec<_> = rooms(&house).into_iter().filter(|(_, room)| room == "b").collect();
        assert_eq!(found, [("a/x.rs".to_owned(), "b".to_owned())], "{way}");
    }
}

#[test]
fn words_in_comments_and_strings_are_no_code() {
    let read =
        read("//! crate::b, async\nconst A: &str = \"crate::b::c().await\"; // crate::b\n", false);
    assert!(read.modules[0].paths.is_empty() && read.waits.is_empty());
}

#[test]
fn a_circle_of_two_files_is_found() {
    let lib = ("lib.rs", "mod a;");
    let round = [
        lib,
        ("a/mod.rs", "mod x; mod y; pub use x::X;"),
        ("a/x.rs", "use super::y::Y; pub struct X(Y);"),
        ("a/y.rs", "pub struct Y; fn f() { vec![super::X(Y)]; }"),
    ];
    assert_eq!(circles(&round), [["a/x.rs", "a/y.rs"]], "by what the parent passes on");
    let straight = [lib, round[1], round[2], ("a/y.rs", "pub struct Y;")];
    assert!(circles(&straight).is_empty());
    let tested = "pub struct Y;\n#[cfg(test)]\nmod tests { use super::super::x::X; }";
    assert!(circles(&[lib, round[1], round[2], ("a/y.rs", tested)]).is_empty(), "tests may");
}

#[test]
fn a_parent_closes_a_circle_only_by_what_it_uses_and_defines() {
    let lib = ("lib.rs", "mod a;");
    let child = ("a/x.rs", "use super::Own; pub struct X(Own);");
    let of = |parent| circles(&[lib, ("a/mod.rs", parent), child]);
    assert!(of("mod x; pub use x::X; pub struct Own;").is_empty(), "it passes the child's item on");
    assert_eq!(of("mod x; pub use x::X; pub struct Own; fn f(_: X) {}"), [["a/mod.rs", "a/x.rs"]]);
    assert_eq!(of("mod x; pub struct Own; fn f() { x::f(); }"), [["a/mod.rs", "a/x.rs"]]);
    assert_eq!(of("mod x; use x::*; pub struct Own;"), [["a/mod.rs", "a/x.rs"]]);
}

#[test]
fn three_rooms_in_a_round_are_one_circle() {
    let circles = circles_of(&[("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e")]);
    assert_eq!(circles, [["a", "b", "c"].into()]);
}

#[test]
fn a_variant_is_counted_by_whatever_name() {
    let house = house(&[
        ("lib.rs", "mod a; mod spec;"),
        ("spec.rs", "mod kind; pub use kind::KindId;"),
        ("spec/kind.rs", "pub enum KindId { Talent, JobData } impl KindId { pub const ALL: u8 = 1; }"),
        (
            "a.rs",
            "use crate::spec::{KindId, KindId as K}; use crate::spec; use crate::spec::KindId::JobData;
            fn f(k: K) { KindId::ALL; matches!(k, K::Talent | spec::KindId::JobData); }
            #[cfg(test)] fn g() { K::Talent; }",
        ),
    ]);
    assert_eq!(house.variants_named("KindId").len(), 3);
}
