//! `Record → Job`: its exact bytes, and what the journal's knowledge of earlier runs makes of it.
//!
//! Must not know: files, SQL, the network, the clock.

pub mod admit;
pub mod job;
pub mod making;
pub mod need;
pub mod payload;
pub mod reference;

pub use admit::{Admission, Clash, admit};
pub use job::{Job, JobId};
pub use making::{Bodies, Foresight, Making};
pub use need::Need;
