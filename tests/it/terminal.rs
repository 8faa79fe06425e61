//! A terminal at which the binary asks: standard input, output and error are its far end.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

/// Far above what any question takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// Run the command at a terminal: whenever what it wrote since the last answer holds the next
/// question, that answer is typed. The exit code, and everything that the terminal was sent; its
/// lines end in `\n` alone.
pub(crate) fn at(command: &mut Command, answers: &[(&str, &str)]) -> (Option<i32>, String) {
    let near = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&near).unwrap();
    unlockpt(&near).unwrap();
    let name = ptsname(&near, Vec::new()).unwrap();
    let name = std::ffi::OsStr::from_bytes(name.as_bytes());
    let far = || Stdio::from(File::options().read(true).write(true).open(name).unwrap());
    command.stdin(far()).stdout(far()).stderr(far());
    let mut child = command.spawn().unwrap();
    // The command still holds the far end: without it, reading ends with the child.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut near = File::from(near);
    let mut reader = near.try_clone().unwrap();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        // The far end's last closing is an error on Linux.
        while let Ok(read) = reader.read(&mut buffer) {
            if read == 0 || tell.send(buffer[..read].to_vec()).is_err() {
                break;
            }
        }
    });
    let (mut all, mut since) = (Vec::new(), 0);
    let mut answers = answers.iter();
    let mut next = answers.next();
    loop {
        match told.recv_timeout(PATIENCE) {
            Ok(bytes) => all.extend(bytes),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                let _ = child.kill();
                panic!("nothing more came:\n{}", String::from_utf8_lossy(&all));
            }
        }
        if let Some((question, answer)) = next
            && String::from_utf8_lossy(&all[since..]).contains(question)
        {
            since = all.len();
            near.write_all(format!("{answer}\n").as_bytes()).unwrap();
            next = answers.next();
        }
    }
    let code = child.wait().unwrap().code();
    let text = String::from_utf8(all).unwrap().replace("\r\n", "\n");
    assert!(next.is_none(), "never asked {next:?}:\n{text}");
    (code, text)
}
