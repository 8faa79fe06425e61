//! A proposal as a mapping file: what is sure as it stands, what is not as a comment that a person
//! takes out of its line. Read back as it is, it says what the headers say by themselves.
//!
//! Must not know: files.

use unicode_width::UnicodeWidthStr as _;

use super::{Derived, Proposal, ProposedColumn, ProposedValues};
use crate::bind::DateOrder;
use crate::mapping::custom_word;
use crate::problem::{Lang, quoted, shown};
use crate::spec::CustomType;
use crate::tr;

/// Comments behind lines begin here, where the line is not longer.
const COMMENT: usize = 48;

/// The whole file.
pub(crate) fn render(proposals: &[Proposal], lang: Lang) -> String {
    let mut out = Lines(String::new());
    out.line(lang.pick(
        "# muster 建议的字段对照。每行右边是把握和示例（个人信息已遮盖）。",
        "# A mapping proposed by muster. Right of each line: how sure it is, and an example (masked where personal).",
    ));
    out.line(lang.pick(
        "# 以 # 开头的行是建议，不生效：核对后去掉 # 即可。用法：muster check FILE --mapping 本文件",
        "# Lines that begin with # are suggestions without effect: take the # away to accept one. Use: muster check FILE --mapping THIS",
    ));
    out.line("version = 1");
    for proposal in proposals {
        record(&mut out, proposal, lang);
    }
    out.0
}

struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// A line with a comment behind it.
    fn with(&mut self, text: &str, comment: &str) {
        let comment = one_line(comment);
        if comment.is_empty() {
            return self.line(text);
        }
        let gap = COMMENT.saturating_sub(text.width()).max(2);
        self.line(&format!("{text}{}# {comment}", " ".repeat(gap)));
    }
}

fn record(out: &mut Lines, proposal: &Proposal, lang: Lang) {
    out.line("");
    out.line("[[record]]");
    let (kind, why) = (proposal.kind.in_module(lang), proposal.why.pick(lang));
    let said = if why.is_empty() { kind } else { tr!(lang, "{kind}：{why}", "{kind}: {why}") };
    out.with(&format!("kind = {}", quoted(proposal.kind.id.flag())), &one_line(&said));
    let file = format!("file = {}", quoted(&proposal.file));
    if proposal.name_file {
        out.with(&file, lang.pick("可用 * 和 ?", "* and ? may stand in it"));
    } else {
        out.with(
            &format!("# {file}"),
            lang.pick(
                "只用于这样命名的文件，可用 * 和 ?",
                "only for files of this name; * and ? may stand in it",
            ),
        );
    }
    if let Some(sheet) = &proposal.sheet {
        out.line(&format!("sheet = {}", quoted(sheet)));
    }
    let rows = proposal.rows;
    out.with(
        &format!("header_row = {}", proposal.header_row),
        &tr!(lang, "看了下面的 {rows} 行", "looked at {rows} rows below it"),
    );
    dates(out, proposal, lang);
    ignore(out, proposal, lang);
    columns(out, proposal, lang);
    defaults(out, proposal, lang);
    customs(out, proposal);
    for values in &proposal.values {
        labels(out, values, lang);
    }
    derives(out, proposal, lang);
    children(out, proposal, lang);
}

fn dates(out: &mut Lines, proposal: &Proposal, lang: Lang) {
    let Some(dates) = &proposal.dates else { return };
    let (header, row, count) = (&dates.header, dates.row, dates.count);
    let word = dates.order.unwrap_or(DateOrder::Ymd).word();
    let why = match dates.order {
        Some(_) => tr!(
            lang,
            "「{header}」第 {row} 行等 {count} 个日期有两种读法；别的日期列是这样写的",
            "`{header}` row {row} and others ({count}) can be read in two ways; other columns are written so"
        ),
        None => tr!(
            lang,
            "「{header}」第 {row} 行等 {count} 个日期有两种读法：ymd、dmy 还是 mdy？",
            "`{header}` row {row} and others ({count}) can be read in two ways: ymd, dmy or mdy?"
        ),
    };
    out.with(&format!("# dates = \"{word}\""), &why);
}

fn ignore(out: &mut Lines, proposal: &Proposal, lang: Lang) {
    let loose = |column: &&ProposedColumn| column.is_loose();
    if !proposal.columns.iter().any(|column| loose(&column)) {
        return;
    }
    out.with("ignore = [", lang.pick("不导入的列", "columns that are not imported"));
    for column in proposal.columns.iter().filter(loose) {
        let mark = if column.column.ignored { "" } else { "# " };
        out.with(&format!("    {mark}{},", quoted(&column.column.name)), &example(column, lang));
    }
    out.line("]");
}

fn columns(out: &mut Lines, proposal: &Proposal, lang: Lang) {
    out.line("");
    out.line("[record.columns]");
    for column in &proposal.columns {
        let paths = column.paths();
        if paths.is_empty() {
            continue;
        }
        let comment = bound_comment(column, lang);
        out.with(&assignment(&column.column.name, &paths), &comment);
    }
    for column in &proposal.columns {
        if !column.is_loose() || column.column.ignored {
            continue;
        }
        let (line, comment) = loose(column, lang);
        out.with(&format!("# {line}"), &comment);
    }
    for missing in proposal.missing.iter().filter(|missing| !missing.by_tenant) {
        let label = missing.name.pick(lang);
        out.with(
            &format!("# {} = {}", quoted("…"), quoted(&missing.path)),
            &tr!(
                lang,
                "必填字段「{label}」没有对应的列",
                "no column for the required field {label}"
            ),
        );
    }
}

/// Values for places without one: those of the mapping file at hand, and what the tenant requires though the
/// sheet has no column of it.
fn defaults(out: &mut Lines, proposal: &Proposal, lang: Lang) {
    let mut wanted = proposal.missing.iter().filter(|missing| missing.by_tenant).peekable();
    if proposal.defaults.is_empty() && wanted.peek().is_none() {
        return;
    }
    out.line("");
    out.line("[record.defaults]");
    let given = proposal.defaults.iter();
    given.for_each(|(path, text)| out.line(&format!("{} = {}", quoted(path), quoted(text))));
    for missing in wanted {
        let label = missing.name.pick(lang);
        let why = tr!(
            lang,
            "租户必填「{label}」，没有对应的列：每行都一样的值写在这里，否则给表格加这一列",
            "the tenant requires {label}, which no column feeds: one value for all rows stands here, else add a column"
        );
        out.with(&format!("# {} = {}", quoted(&missing.path), quoted("…")), &why);
    }
}

fn bound_comment(column: &ProposedColumn, lang: Lang) -> String {
    let sure = column.confidence().map(percent).unwrap_or_default();
    let mut parts = vec![sure, example(column, lang)];
    let (unfit, filled) = (column.sample.unfit, column.sample.filled);
    if unfit > 0 {
        parts.push(tr!(
            lang,
            "{filled} 格中 {unfit} 格不合格式",
            "{unfit} of {filled} cells do not fit"
        ));
    }
    joined(&parts)
}

/// A column that feeds nothing: its likeliest meaning, or that there is none.
fn loose(column: &ProposedColumn, lang: Lang) -> (String, String) {
    let name = &column.column.name;
    if let (Some(by), Some((slot, _))) = (&column.column.taken_by, column.column.feeds.first()) {
        let why = tr!(
            lang,
            "与「{by}」对应同一字段：可能是下一段；不是就写进 ignore，或另选字段",
            "the same field as `{by}`: perhaps of the next entry; else list it under ignore"
        );
        let path =
            column.column.suggestions.first().map_or_else(|| slot.to_string(), |s| s.path.clone());
        return (assignment(name, &[path]), why);
    }
    let mut found = column.column.suggestions.iter();
    let Some(first) = found.next() else {
        let why = lang.pick(
            "没有相近的字段；自定义字段写 custom:ID",
            "nothing is near; a custom field is custom:ID",
        );
        let parts = [why.to_owned(), example(column, lang)];
        return (assignment(name, &["…".to_owned()]), joined(&parts));
    };
    let others: Vec<String> =
        found.map(|other| format!("{} {}", other.path, percent(other.confidence))).collect();
    let others = if others.is_empty() {
        String::new()
    } else {
        format!("{}{}", lang.pick("或 ", "or "), others.join(", "))
    };
    let parts = [percent(first.confidence), example(column, lang), others];
    (assignment(name, std::slice::from_ref(&first.path)), joined(&parts))
}

/// The types of custom fields that columns feed, which a mapping file must repeat.
fn customs(out: &mut Lines, proposal: &Proposal) {
    let mut seen: Vec<String> = Vec::new();
    for (slot, _) in proposal.columns.iter().flat_map(|column| &column.column.feeds) {
        let Some(ty) = slot.ty().custom() else { continue };
        let path = slot.plain_path();
        let Some((_, id)) = path.rsplit_once("custom:") else { continue };
        if ty == CustomType::Text || seen.iter().any(|known| known == id) {
            continue;
        }
        seen.push(id.to_owned());
        out.line("");
        out.line(&format!("[record.custom.{}]", quoted(id)));
        out.line(&format!("type = \"{}\"", custom_word(ty)));
    }
}

/// Names in the place of IDs: what is sure stands there, and is a comment where it says nothing new.
fn names(out: &mut Lines, values: &ProposedValues, lang: Lang) {
    out.line("");
    out.line(&format!("[record.values.{}]", quoted(&values.path)));
    out.line(lang.pick(
        "# 表里的写法 = 飞书里的名称、路径或编码（不写 ID：换一个租户也能用；注释里的 ID 只供核对）",
        "# in the sheet = name, path or code in Feishu (no IDs: so it holds in another tenant; those in comments are shown only)",
    ));
    for label in &values.labels {
        let rows = label.rows;
        let id = label.found.id().map(|id| format!("ID {id}")).unwrap_or_default();
        let why = [tr!(lang, "{rows} 行", "rows: {rows}"), id, label.found.note(lang)];
        let settled = label.settled();
        let is_signed = label.signed.is_some();
        let mark = if is_signed || settled.is_some_and(|written| written != label.text) {
            ""
        } else {
            "# "
        };
        let line = format!("{mark}{} = {}", quoted(&label.text), quoted(settled.unwrap_or("…")));
        out.with(&line, &joined(&why));
    }
    if values.cut {
        out.line(lang.pick("# 还有更多，没有全部列出", "# there are more, which are not listed"));
    }
}

fn labels(out: &mut Lines, values: &ProposedValues, lang: Lang) {
    if values.named {
        return names(out, values, lang);
    }
    out.line("");
    out.line(&format!("[record.values.{}]", quoted(&values.path)));
    let label = |choice: &crate::spec::Choice| lang.pick(choice.zh, choice.en);
    let choices: Vec<&str> = values.choices.iter().map(label).collect();
    let list = choices.join(lang.pick("、", ", "));
    out.line(&tr!(lang, "# 可填：{list}", "# one of: {list}"));
    for entry in &values.labels {
        let rows = entry.rows;
        let mut why = vec![tr!(lang, "{rows} 行", "rows: {rows}")];
        if let Some(signed) = &entry.signed {
            out.with(&format!("{} = {}", quoted(&entry.text), quoted(signed)), &joined(&why));
            continue;
        }
        let near = entry.nearest.map_or("…", label);
        if entry.nearest.is_some() {
            why.push(
                lang.pick("最接近的选项，请核对", "the nearest choice, please verify").to_owned(),
            );
        }
        out.with(&format!("# {} = {}", quoted(&entry.text), quoted(near)), &joined(&why));
    }
    if values.cut {
        out.line(lang.pick(
            "# 不同的写法太多，只列出一部分：这一列可能不是这个字段",
            "# too many different ones, only some are listed: this may not be that field",
        ));
    }
}

fn derives(out: &mut Lines, proposal: &Proposal, lang: Lang) {
    for derive in &proposal.derives {
        out.line("");
        match derive {
            Derived::Join { from, separator, to } => {
                out.with(
                    "# [[record.derive]]",
                    lang.pick("几列合成一个字段", "several columns make one field"),
                );
                let from: Vec<String> = from.iter().map(|name| quoted(name)).collect();
                out.line(&format!("# join = [{}]", from.join(", ")));
                if !separator.is_empty() {
                    out.line(&format!("# separator = {}", quoted(separator)));
                }
                out.line(&format!("# to = {}", quoted(to)));
            }
            Derived::Path { from, to } => {
                let from: Vec<String> = from.iter().map(|name| quoted(name)).collect();
                out.with(
                    "[[record.derive]]",
                    lang.pick(
                        "几列连成一条路径，以最后一个有内容的为准",
                        "several columns make one path, of which the last filled one counts",
                    ),
                );
                out.line(&format!("join = [{}]", from.join(", ")));
                out.line("separator = \"/\"");
                out.line(&format!("to = {}", quoted(to)));
            }
            Derived::Range { from, to } => {
                out.with(
                    "# [[record.derive]]",
                    lang.pick("一列里有起止两个日期", "one column holds both ends of a period"),
                );
                out.line(&format!("# range = {}", quoted(from)));
                out.line(&format!("# to = [{}, {}]", quoted(&to[0]), quoted(&to[1])));
            }
        }
    }
}

fn children(out: &mut Lines, proposal: &Proposal, lang: Lang) {
    for child in &proposal.children {
        out.line("");
        out.with(
            "# [[record.child]]",
            lang.pick(
                "另一张表里属于这些人的行",
                "rows of another sheet that belong to these people",
            ),
        );
        out.line(&format!("# group = {}", quoted(child.group)));
        out.line(&format!("# sheet = {}", quoted(&child.sheet)));
        out.line(&format!(
            "# key = {{ child = {}, parent = {} }}",
            quoted(&child.child_key),
            quoted(&child.parent_key)
        ));
        let columns: Vec<String> = child
            .columns
            .iter()
            .map(|(header, field)| format!("{} = {}", quoted(header), quoted(field)))
            .collect();
        out.line(&format!("# columns = {{ {} }}", columns.join(", ")));
    }
}

fn assignment(name: &str, paths: &[String]) -> String {
    match paths {
        [one] => format!("{} = {}", quoted(name), quoted(one)),
        several => {
            let several: Vec<String> = several.iter().map(|path| quoted(path)).collect();
            format!("{} = [{}]", quoted(name), several.join(", "))
        }
    }
}

fn example(column: &ProposedColumn, lang: Lang) -> String {
    match &column.sample.example {
        Some(example) => format!("{}{example}", lang.pick("例：", "e.g. ")),
        None => lang.pick("没有内容", "empty").to_owned(),
    }
}

/// A confidence for people.
pub(crate) fn percent(confidence: f64) -> String {
    format!("{:.0} %", confidence * 100.0)
}

fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// What may stand in a comment.
fn one_line(text: &str) -> String {
    shown(text).into_owned()
}
