//! `muster fields KIND`: the field reference, from the table.
//!
//! Must not know: any particular field.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use crate::kinds;
use crate::problem::{Complaint, Lang};
use crate::spec::{Field, FieldType, Group};
use crate::tr;

use super::CommandContext;
use super::args;
use super::exit::Exit;

struct Line {
    path: String,
    field: &'static Field,
    group: Option<&'static Group>,
}

/// Print every field of the kind.
#[expect(clippy::unnecessary_wraps, reason = "every command has one shape")]
pub(super) fn run(scene: &CommandContext, args: &args::Fields) -> Result<Exit, Complaint> {
    let kind = kinds::of(args.kind);
    let plain =
        kind.fields.iter().map(|field| Line { path: field.key.to_owned(), field, group: None });
    let grouped = kind.groups.iter().flat_map(|group| {
        group.fields.iter().map(move |field| Line {
            path: format!("{}[1].{}", group.key, field.key),
            field,
            group: Some(group),
        })
    });
    let lines: Vec<Line> = plain.chain(grouped).collect();
    if scene.shared.json {
        let fields: Vec<Value> = lines.iter().map(document).collect();
        scene.printer.document(
            &json!({"version": 1, "kind": kind.id.label(), "fields": fields}).to_string(),
        );
        return Ok(Exit::Fine);
    }
    scene.printer.data(&table(&lines, scene.printer.lang));
    Ok(Exit::Fine)
}

fn document(line: &Line) -> Value {
    let field = line.field;
    json!({
        "path": line.path, "zh": field.zh, "en": field.en, "required": field.required,
        "type": type_name(field.ty, Lang::En), "aliases": field.aliases, "example": field.example,
        "group": line.group.map(|group| group.key),
        "choices": field.ty.choices().unwrap_or_default().iter().map(|choice| json!({"code": choice.code, "zh": choice.zh, "en": choice.en})).collect::<Vec<_>>(),
        "note_zh": field.note_zh, "note_en": field.note_en,
    })
}

fn table(lines: &[Line], lang: Lang) -> String {
    let path_width = lines.iter().map(|line| line.path.width()).max().unwrap_or(0);
    let label_width = lines.iter().map(|line| label(line, lang).width()).max().unwrap_or(0);
    let mut out = String::new();
    for line in lines {
        let label = label(line, lang);
        let star = if line.field.required { "*" } else { " " };
        let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        let note = lang.pick(line.field.note_zh, line.field.note_en);
        let choices = line.field.ty.choices().unwrap_or_default();
        let options: Vec<_> = choices
            .iter()
            .map(|choice| format!("{} {}", choice.code, lang.pick(choice.zh, choice.en)))
            .collect();
        let more = if options.is_empty() { note.to_owned() } else { options.join(" · ") };
        let row = format!(
            "{star} {}{}  {label}{}  {}  {more}",
            line.path,
            pad(&line.path, path_width),
            pad(&label, label_width),
            type_name(line.field.ty, lang),
        );
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out.push_str(&tr!(
        lang,
        "* 必填。组里的 [1] 可以是 [2]、[3] …；自定义字段写 custom:ID，自定义模块写 module:ID.custom:ID。\n",
        "* required. The [1] of a group may be [2], [3] …; custom fields are custom:ID, custom modules module:ID.custom:ID.\n"
    ));
    out
}

fn label(line: &Line, lang: Lang) -> String {
    let own = lang.pick(line.field.zh, line.field.en);
    line.group
        .map_or_else(|| own.to_owned(), |group| format!("{}-{own}", lang.pick(group.zh, group.en)))
}

fn type_name(ty: FieldType, lang: Lang) -> &'static str {
    match ty {
        FieldType::Name => lang.pick("姓名", "name"),
        FieldType::Text => lang.pick("文本", "text"),
        FieldType::Email => lang.pick("邮箱", "e-mail"),
        FieldType::Mobile => lang.pick("手机号", "mobile"),
        FieldType::MobileCountry => lang.pick("国家代码", "country code"),
        FieldType::DocumentNumber => lang.pick("证件号", "document number"),
        FieldType::Choice(_) => lang.pick("选项", "choice"),
        FieldType::DateMillis { .. } | FieldType::Date | FieldType::DateMidnight => {
            lang.pick("日期", "date")
        }
        FieldType::Id(_) => "ID",
        FieldType::IdList(_) => lang.pick("ID 列表", "list of IDs"),
        FieldType::Percent => lang.pick("百分比", "per cent"),
        FieldType::Custom(_) => lang.pick("自定义", "custom"),
    }
}
