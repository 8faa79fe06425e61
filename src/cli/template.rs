//! `muster template KIND -o FILE`.
//!
//! Must not know: what is in a template.

use crate::kinds;
use crate::problem::{Code, Complaint};
use crate::report::disk;
use crate::template::{self, Entries};
use crate::tr;

use super::exit::Exit;
use super::{Scene, args};

/// Write the template.
pub(super) fn run(scene: &Scene, args: &args::Template) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    if args.output.exists() {
        return Err(Complaint::with(Code::FileExists, [args.output.display().to_string()]));
    }
    let kind = kinds::of(args.kind);
    let entries = Entries::usual(kind);
    let csv = args.output.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    let bytes = if csv {
        template::csv(kind, &entries).into_bytes()
    } else {
        template::workbook(kind, &entries, printer.lang)
            .map_err(|error| Complaint::with(Code::Internal, [error.to_string()]))?
    };
    disk::write(&args.output, &bytes)?;
    let shown = args.output.display();
    if scene.shared.json {
        let document =
            serde_json::json!({"version": 1, "kind": args.kind.label(), "file": shown.to_string()});
        printer.data(&document.to_string());
    }
    printer.say(&tr!(printer.lang, "模板已写入 {shown}", "the template is in {shown}"));
    Ok(Exit::Fine)
}
