//! Cells that show something else than they hold: number formats, links, and text that a value follows.

use super::*;

/// A workbook whose cells have these formats as styles 1, 2, …; links by their XML.
fn styled(rows: &str, formats: &[&str], links: &str, relations: &[(&str, &str)]) -> Vec<u8> {
    let quoted =
        |code: &str| code.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let formats: Vec<(usize, String)> =
        (164..).zip(formats.iter().map(|code| quoted(code))).collect();
    let all = |of: fn(&(usize, String)) -> String| formats.iter().map(of).collect::<String>();
    let codes = all(|(id, code)| format!(r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#));
    let styles = all(|(id, _)| format!(r#"<xf numFmtId="{id}"/>"#));
    let styles = format!(
        r#"<styleSheet><numFmts count="1">{codes}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>"#
    );
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{links}</worksheet>");
    let relation = |(id, target): &(&str, &str)| {
        format!(
            r#"<Relationship Id="{id}" Type="x/hyperlink" Target="{target}" TargetMode="External"/>"#
        )
    };
    let relations: String = relations.iter().map(relation).collect();
    let relations = format!("<Relationships>{relations}</Relationships>");
    workbook(
        "",
        &[
            ("xl/styles.xml", &styles),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/worksheets/_rels/sheet1.xml.rels", &relations),
        ],
    )
}

#[test]
fn a_format_dresses_a_number_or_a_text_and_nothing_else() {
    let rows = r#"<row r="1"><c r="A1" s="1"><v>50617283</v></c><c r="B1" s="2" t="str"><v>复旦</v></c><c r="C1" s="3"><v>45000</v></c><c r="D1"><v>50617283</v></c><c r="E1" s="1" t="e"><v>#N/A</v></c><c r="F1" s="1" t="b"><v>1</v></c><c r="G1" s="99"><v>7</v></c><c r="H1" s="1"><v>123456789012345678</v></c><c r="I1" s="1"/><c r="J1" s="4"><v>1</v></c></row>"#;
    let formats = [r#""E"00000000"#, r#"@"大学""#, "[<1]General;yyyy-mm-dd", "0;[Red]0"];
    assert_eq!(
        read_all("a.xlsx", &styled(rows, &formats, "", &[])),
        [
            "1: \"E50617283\" of 50617283 | \"复旦大学\" of \"复旦\" | 2023-03-15T00:00:00 | 50617283 | !#N/A | true | 7 | 123456789012345680 |  | 1"
        ]
    );
}

/// dfinke/ImportExcel#865, MarkPflug/Sylvan.Data.Excel#187
#[test]
fn a_link_is_behind_its_text_whichever_way_it_is_written() {
    let rows = r#"<row r="1"><c r="A1" t="str"><v>主页</v></c><c r="B1" t="str"><v>a@b.example</v></c><c r="C1" t="str"><v>甲</v></c><c r="D1" t="str"><v>乙</v></c><c r="E1" t="str"><v>丙</v></c></row><row r="2"><c r="A2" t="str"><f>HYPERLINK("https://a.example/2","查看")</f><v>查看</v></c><c r="B2"><f>HYPERLINK("https://b.example","看")</f></c><c r="C2" t="str"><f>_xlfn.HYPERLINK(A1)</f><v>x</v></c><c r="D2" t="str"><f>HYPERLINK(B9,"见")</f><v>见</v></c><c r="E2"><f>HYPERLINK("https://c.example")</f><v></v></c><c r="F2"><f>A1</f></c></row>"#;
    let links = r#"<hyperlinks><hyperlink ref="A1" r:id="rId1" location="top"/><hyperlink ref="B1" r:id="rId2"/><hyperlink ref="C1:D1" r:id="rId3"/><hyperlink ref="E1" location="S!A1" display="x"/></hyperlinks>"#;
    let relations = [
        ("rId1", "https://a.example/1?x=1&amp;y=2"),
        ("rId2", "mailto:a@b.example"),
        ("rId3", "https://r.example"),
    ];
    assert_eq!(
        read_all("a.xlsx", &styled(rows, &[], links, &relations)),
        [
            "1: \"主页\" to https://a.example/1?x=1&y=2#top | \"a@b.example\" | \"甲\" to https://r.example | \"乙\" to https://r.example | \"丙\"",
            "2: \"查看\" to https://a.example/2 | \"看\" to https://b.example | \"x\" | \"见\" to  | \"https://c.example\" | !cell-formula-uncalculated",
        ]
    );
}

/// tafia/calamine#631
#[test]
fn text_in_a_cell_comes_before_a_value_that_was_left_behind_it() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is><v></v></c><c r="B1" t="inlineStr"><is><t>b</t></is><v/></c><c r="C1" t="inlineStr"><is><r><t>清</t></r><r><t>华&amp;</t></r></is> <v>21</v></c><c r="D1" t="inlineStr"><v>20</v><is><t>d</t></is></c><c r="E1" t="inlineStr"><is><t/></is><v>3</v></c><c r="F1"><v>4</v></c></row>"#;
    assert_eq!(
        read_all("a.xlsx", &workbook(rows, &[])),
        [r#"1: "a" | "b" | "清华&" | "d" |  | 4"#]
    );
}

/// The parser leaves such a text out, gives the first shared string for an index that is none, and takes
/// the last of two values.
#[test]
fn what_the_parser_takes_in_silence_is_told() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><v>清华&amp;大学</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>0.7</v></c><c r="D1" t="s"><v>abc</v></c><c r="E1" t="s"><v>0</v></c><c r="F1" t="s"><v>1</v></c><c r="G1"><v>1</v><v>2</v></c><c r="H1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c><c r="I1" t="inlineStr"/><c r="J1" t="inlineStr"><v/></c></row>"#;
    let strings =
        r#"<sst count="2"><si><r><t>甲</t></r><rPh><t>jia</t></rPh></si><si><t>乙</t></si></sst>"#;
    let (bad, twice) = ("!cell-unreadable", "!cell-twice");
    let want =
        format!("1: \"清华&大学\" | {bad} | {bad} | {bad} | \"甲\" | \"乙\" | {twice} | {twice}");
    let with = |rows: &str| {
        let relations = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
        let parts = [("xl/sharedStrings.xml", strings), ("xl/_rels/workbook.xml.rels", relations)];
        read_all("a.xlsx", &workbook(rows, &parts))
    };
    assert_eq!(with(rows), [want]);
    let alone = r#"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>7-</v></c></row>"#;
    assert_eq!(with(alone), [format!("1: \"乙\" | {bad}")], "nothing else asks for a closer look");
    let behind = r#"<row r="1"><!-- x --><c r="A1"><v>1</v><v>2</v></c></row>"#;
    assert_eq!(with(behind), [format!("1: {twice}")], "nor does a comment hide anything");
}

/// Every prefix of such a workbook's sheet, and every byte of it changed, gives rows or a problem.
#[test]
fn a_damaged_sheet_with_links_and_formats_never_panics() {
    let rows = r#"<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>a&#x4e00;_x000D_</t></is><v>1</v></c><c r="B1" s="1"><f>HYPERLINK("u","t")</f><v>2</v></c></row>"#;
    let sheet = format!(
        r#"<worksheet><sheetData>{rows}</sheetData><hyperlinks><hyperlink ref="A1" r:id="r"/></hyperlinks></worksheet>"#
    );
    let bytes = |sheet: &str| {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[=1]&quot;女;@\"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
        workbook("", &[("xl/worksheets/sheet1.xml", sheet), ("xl/styles.xml", styles)])
    };
    for end in (0..sheet.len()).filter(|end| sheet.is_char_boundary(*end)) {
        let changed = format!("{}\"<{}", &sheet[..end], sheet.get(end + 1..).unwrap_or(""));
        for sheet in [&sheet[..end], &changed] {
            if let Ok(mut book) = open_bytes("a.xlsx", &bytes(sheet), &OpenOptions::default()) {
                let _ = read(&mut book, 0);
            }
        }
    }
}
