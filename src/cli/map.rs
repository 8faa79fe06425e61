//! `muster map FILE`: a proposed mapping, as a mapping file or as a table to be signed.
//!
//! Must not know: how a proposal is made or written down.

mod document;

use std::path::{Path, PathBuf};

use crate::intake::survey;
use crate::problem::{Code, Complaint, shown};
use crate::propose::{Proposal, toml};
use crate::report::{console, disk};
use crate::template::mapping;
use crate::tr;

use super::exit::Exit;
use super::{CommandContext, args, inputs, names, shell};

/// Rows that are looked at, of each sheet: enough to meet a rare label, read in well under a second.
const ROWS: usize = 2_000;

/// Look at the input and propose.
pub(super) fn run(scene: &CommandContext, args: &args::Map) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    if let Some(path) = args.output.as_deref().filter(|path| path.exists()) {
        return Err(Complaint::with(Code::FileExists, [path.display().to_string()]));
    }
    let mut order = match inputs::order(&args.input, printer)? {
        Ok(ordered) => ordered.order,
        Err(exit) => return Ok(exit),
    };
    let settings = scene.settings(false, args.input.files.first().map(PathBuf::as_path))?;
    names::know(printer, &settings, &args.input, &mut order)?;
    let proposals = match survey::propose(&order, ROWS, args.show_values) {
        Ok(proposals) => proposals,
        Err(problems) => {
            for problem in &problems {
                printer.problem(problem);
            }
            return Ok(Exit::Usage);
        }
    };
    let text = toml::render(&proposals, printer.lang);
    if let Some(path) = &args.output {
        let bytes = if is_workbook(path) {
            mapping::workbook(&proposals, printer.lang)
                .map_err(|error| Complaint::with(Code::Internal, [error.to_string()]))?
        } else {
            text.clone().into_bytes()
        };
        disk::write(path, &bytes)?;
    }
    if scene.shared.json {
        printer.document(
            &document::of(&proposals, args.output.as_deref(), &text, printer.lang).to_string(),
        );
    } else if args.output.is_none() {
        printer.data(&text);
    }
    say(scene, args, &proposals);
    Ok(Exit::Fine)
}

fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
}

/// In a line or two, what was found and what comes next.
fn say(scene: &CommandContext, args: &args::Map, proposals: &[Proposal]) {
    let (printer, lang) = (scene.printer, scene.printer.lang);
    for proposal in proposals {
        let all = proposal.columns.len();
        let bound = proposal.columns.iter().filter(|column| !column.is_loose()).count();
        let labels = proposal.values.iter().flat_map(|values| &values.labels);
        let labels = labels.filter(|label| label.settled().is_none()).count();
        let columns = console::count(all as u64, "列", "column", "columns", lang);
        let kind = proposal.kind.in_module(lang);
        let why = shown(proposal.why.pick(lang));
        let sheet = shown(proposal.sheet.as_deref().unwrap_or(&proposal.file));
        printer.say(&tr!(
            lang,
            "{sheet}：{kind}（{why}），{columns}中 {bound} 列有对应的字段，{labels} 个写法要对照",
            "{sheet}: {kind} ({why}), {bound} of {columns} have a field, {labels} labels want a value"
        ));
    }
    if args.input.mapping.is_some() {
        printer.say(lang.pick(
            "从原映射文件取了 columns、ignore、values、defaults 和自定义字段的类型；其余（derive、child、on_bad 等，写成工作簿时还有 defaults）请自行抄过来",
            "of the mapping file at hand columns, ignore, values, defaults and custom types are repeated; copy the rest (derive, child, on_bad, …; into a workbook defaults as well) yourself",
        ));
    }
    if let (Some(path), Some(input)) = (&args.output, args.input.files.first()) {
        let (path, input) = (shell::path(path), shell::path(input));
        printer.say(&tr!(
            lang,
            "已写入 {path}；核对后：muster check {input} --mapping {path}",
            "written to {path}; once verified: muster check {input} --mapping {path}"
        ));
    }
}
