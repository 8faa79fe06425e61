//! `muster template KIND -o FILE`.
//!
//! Must not know: what is in a template.

mod live;

use crate::kinds;
use crate::problem::{Code, Complaint, Lang, shown, shown_path};
use crate::report::{console, disk};
use crate::spec::Kind;
use crate::template::{self, Selection};
use crate::tr;

use super::exit::Exit;
use super::{CommandContext, args};

/// Write the template.
pub(super) fn run(scene: &CommandContext, args: &args::Template) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    if args.output.exists() {
        return Err(Complaint::with(Code::FileExists, [args.output.display().to_string()]));
    }
    let kind = kinds::of(args.kind);
    let usual = Selection::usual(kind);
    let selection = args.with.iter().try_fold(usual, |chosen, words| chosen.with(kind, words))?;
    let settings = scene.settings(false, None)?;
    let known = if args.no_refs { None } else { live::directory(&settings)? };
    let selection = live::wanted(kind, selection, known.as_ref());
    let mut columns = template::columns(kind, &selection);
    if !args.no_refs {
        let tenant = live::tenant(kind, known.as_ref());
        columns = template::columns_of_tenant(kind, &selection, columns, &tenant);
        columns = live::sure(kind, columns, known.as_ref(), printer.lang);
    }
    let csv = args.output.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    let bytes = if csv {
        template::csv_of(&columns, printer.lang).into_bytes()
    } else {
        template::workbook_of(kind, &columns, printer.lang)
            .map_err(|error| Complaint::with(Code::Internal, [error.to_string()]))?
    };
    disk::write(&args.output, &bytes)?;
    let file = args.output.display().to_string();
    let path = shown_path(&args.output);
    if scene.shared.json {
        let paths = columns.iter().map(|column| column.path.as_str());
        let paths: Vec<_> = paths.filter(|path| !path.is_empty()).collect();
        let document = serde_json::json!({
            "version": 1, "kind": args.kind.label(), "file": file, "columns": paths,
        });
        printer.document(&document.to_string());
    }
    let count = u64::try_from(columns.len()).unwrap_or(u64::MAX);
    let count = console::count(count, "列", "column", "columns", printer.lang);
    printer.say(&tr!(
        printer.lang,
        "模板已写入 {path}（{count}）",
        "the template is in {path} ({count})"
    ));
    let tenant = shown(&settings.tenant_name);
    if known.is_some() {
        printer.say(&tr!(
            printer.lang,
            "下拉列表和自定义字段取自 {tenant} 的参考数据；清单变了请重新生成",
            "dropdowns and custom fields are those of {tenant}; make it anew when its lists change"
        ));
    }
    let more = [left_out(kind, &selection, printer.lang), beware(csv, printer.lang)];
    for line in more.iter().flatten() {
        printer.say(line);
    }
    Ok(Exit::Fine)
}

/// What else there is to choose.
fn left_out(kind: &'static Kind, selection: &Selection, lang: Lang) -> Option<String> {
    let names = selection.left_out(kind);
    let names: Vec<_> = names.iter().map(|(zh, en)| lang.pick(zh, en)).collect();
    (!names.is_empty()).then(|| {
        tr!(
            lang,
            "还可以用 --with 加上：{}（--with all 是全部）",
            "--with can add: {} (--with all for everything)",
            names.join(lang.pick("、", ", "))
        )
    })
}

/// A CSV carries no formats.
fn beware(csv: bool, lang: Lang) -> Option<String> {
    csv.then(|| {
        lang.pick(
            "CSV 存不住文本格式：用 Excel 填写请改用 .xlsx 模板，否则身份证号和 ID 会变成科学计数",
            "a CSV keeps no formats: to fill it in with Excel take the .xlsx template, or Excel ruins ID numbers",
        )
        .to_owned()
    })
}
