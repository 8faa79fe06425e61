//! The `muster` binary: parse, run, map to an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    muster::main(std::env::args_os().collect()).into()
}
