//! What is refused, by name and with the way out.

use super::*;

#[test]
fn the_world_is_told_plainly() {
    let dir = tempfile::tempdir().unwrap();
    let code = |name: &str| {
        let path = dir.path().join(name);
        open(&path, &Arc::from(name), &OpenOptions::default()).err().unwrap().code()
    };
    assert_eq!(code("missing.csv"), Code::FileMissing);
    std::fs::create_dir(dir.path().join("folder.xlsx")).unwrap();
    assert_eq!(code("folder.xlsx"), Code::FileIsFolder);
    std::fs::write(dir.path().join("~$staff.xlsx"), b"x").unwrap();
    assert_eq!(code("~$staff.xlsx"), Code::FileIsLock);
    for (name, bytes) in [("0.csv", ""), ("bom.csv", "\u{FEFF}"), ("blank.csv", "\r\n \r\n\t\n")] {
        std::fs::write(dir.path().join(name), bytes).unwrap();
        assert_eq!(code(name), Code::FileEmpty, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_not_waited_for() {
    let path = std::path::Path::new("/dev/null");
    let problem = open(path, &Arc::from("x"), &OpenOptions::default()).err().unwrap();
    assert_eq!(problem.code(), Code::FileUnreadable);
}

#[test]
fn ole_files_are_told_apart_by_what_they_hold() {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let ole = |name: &str| {
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 3000], &wide(name), &[0; 99]].concat()
    };
    assert_eq!(refusal("a.xlsx", &ole("EncryptedPackage")).0, Code::FileEncrypted);
    assert_eq!(refusal("a.xlsx", &ole("Workbook")).0, Code::FileOldExcel);
}

#[test]
fn archives_are_called_by_what_they_are() {
    let other = |parts: &[(&str, &str)]| refusal("a.xlsx", &archive(parts));
    let named = |name: &str| (Code::FileOtherFormat, name.to_owned());
    assert_eq!(other(&[("xl/workbook.bin", "")]), named(".xlsb"));
    assert_eq!(other(&[("mimetype", ""), ("content.xml", "")]), named("OpenDocument (.ods)"));
    assert_eq!(other(&[("word/document.xml", "")]), named("Word (.docx)"));
    assert_eq!(other(&[("ppt/presentation.xml", "")]), named("PowerPoint (.pptx)"));
    assert_eq!(other(&[("Index/Document.iwa", "")]), named("Apple Numbers"));
    assert_eq!(other(&[("a.txt", "")]), named("ZIP"));
}

#[test]
fn the_extension_decides_nothing() {
    assert_eq!(read_all("a.xls", b"a\tb\n1\t2\n"), [r#"1: "a" | "b""#, r#"2: "1" | "2""#]);
    let bytes = workbook(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#, &[]);
    assert_eq!(read_all("a.csv", &bytes), ["1: 1"]);
    for name in ["a.csv", "a.xls", "a.xlsx"] {
        assert_eq!(refusal(name, b"<html><table></table></html>").1, "HTML");
        assert_eq!(read_all(name, b"a,b\n1,2\n").len(), 2, "{name}");
    }
}

#[test]
fn every_refusal_says_what_to_do_in_both_languages() {
    use crate::problem::Lang;
    for bytes in [&b"%PDF-1.4"[..], b"", &[0; 64], b"PK\x03\x04 cut off"] {
        let problem = open_bytes("a.xlsx", bytes, &OpenOptions::default()).err().unwrap();
        for lang in [Lang::Zh, Lang::En] {
            assert!(!problem.complaint.hint(lang).is_empty(), "{problem:?}");
        }
    }
}
