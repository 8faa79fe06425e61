//! The one integration binary: the house, the binary as its users meet it, crashes, the samples.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod again;
mod apart;
mod binary;
mod canary;
mod cases;
mod customs;
#[cfg(target_os = "linux")]
mod disk;
mod docs;
mod doctor;
mod epochs;
mod explain;
mod exports;
#[cfg(unix)]
mod faults;
mod foreign;
mod generated;
mod golive;
mod headers;
#[cfg(target_os = "linux")]
mod hostile;
mod hidden;
mod house;
mod import;
#[cfg(unix)]
mod init;
mod input;
mod kinds;
mod kills;
mod laws;
mod lookups;
mod make_samples;
mod managers;
mod map;
mod mapped;
mod names;
mod office;
mod once;
mod outside;
mod past;
mod privacy;
#[cfg(unix)]
mod refs;
mod relay;
mod repeated;
mod phones;
mod properties;
mod reported;
mod samples;
mod shapes;
mod shown;
mod sound;
#[cfg(unix)]
mod spare;
#[cfg(unix)]
mod strangers;
mod templates;
mod tenant;
#[cfg(unix)]
mod terminal;
#[cfg(target_os = "linux")]
mod unruly;
mod ways;
mod workers;
mod written;
mod world;
