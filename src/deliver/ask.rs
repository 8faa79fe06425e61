//! Asks: sends the reads of the batches and gives their answers back.
//! Reads may be asked again freely, so nothing of them is lost by an answer that is.
//!
//! Must not know: what the answers make of a job (`ahead`, `settle`).

use tokio::time::Instant;

use super::event::{Answered, DeliverEvent};
use super::lookup::{Back, Batch};
use super::policy::BreakerState;
use super::run::{Done, Loop, Sight, Wake};
use super::running::Running;
use super::slot::{Slot, Why};
use super::token::halted;
use crate::api::reads::{self, Question, Read, ReadVerdict};
use crate::api::{Answer, Halt, HaltReason, Token};
use crate::kinds;
use crate::problem::{Code, Complaint, Lost, Reason, Unsent, both};
use crate::spec::{Endpoint, KindId, Refusal};

impl Loop<'_> {
    /// Begin the look-ups that are due.
    pub(super) fn load_batches(&mut self) -> Result<(), Complaint> {
        for kind in KindId::ALL {
            let [ahead, doubts] = [Why::Ahead, Why::Doubt].map(|why| Slot { kind: *kind, why });
            if self.batches[doubts].is_none() && !self.idle.slots[doubts] {
                self.load_doubts(doubts)?;
                self.conclude(doubts)?;
            }
            if self.batches[ahead].is_none() && !self.idle.slots[ahead] {
                self.load_ahead(ahead)?;
                self.conclude(ahead)?;
            }
        }
        Ok(())
    }

    /// Send the reads that may be sent now.
    pub(super) fn start_reads(&mut self, token: &Token, wake: &mut Wake) -> Result<(), Complaint> {
        for slot in Slot::all() {
            while let Some(endpoint) = self.next_endpoint(slot) {
                if self.network.is_on() && !self.tasks.is_empty() {
                    return Ok(());
                }
                match self.reading.state(Instant::now()) {
                    BreakerState::Closed => {}
                    BreakerState::HalfOpen if self.tasks.len() as u64 == self.tally.in_flight() => {
                    }
                    BreakerState::HalfOpen => return Ok(()),
                    BreakerState::Open(until) => {
                        wake.at(until);
                        return Ok(());
                    }
                }
                let permit = match self.with.pacers.of(endpoint).try_permit() {
                    Ok(permit) => permit,
                    Err(at) => {
                        wake.at(at);
                        break;
                    }
                };
                let next = self.batches[slot].as_mut().and_then(|running| running.batch.take());
                let Some(read) = next else {
                    permit.give_back();
                    break;
                };
                let call = self.with.journal.record_call(endpoint.name, (self.with.clock)())?;
                let (client, token) = (self.with.client.clone(), token.clone());
                self.tasks.spawn(async move {
                    let answer = client.read(permit, &token, &read).await;
                    Done::Read { slot, call, read, token, answer }
                });
            }
        }
        Ok(())
    }

    fn next_endpoint(&mut self, slot: Slot) -> Option<&'static Endpoint> {
        self.batches[slot].as_mut()?.batch.peek().map(|read| read.endpoint)
    }

    /// A read came back.
    pub(super) fn read_answered(&mut self, slot: Slot, read: Read, token: &Token, answer: &Answer) {
        let Some(mut running) = self.batches[slot].take() else { return };
        let back = match (&read.question, &mut running.batch) {
            (Question::Person { id }, Batch::People(people)) => {
                let reading = reads::person(&read, answer);
                let gone = matches!(&reading, ReadVerdict::Refused { refusal, .. }
                    if *refusal == Refusal::Absent || *refusal == Refusal::NotVisible);
                if gone {
                    people.named(id, None);
                    Told::Good
                } else {
                    reading_told(reading, |detail| people.named(id, detail.name))
                }
            }
            (
                Question::Mobiles { .. } | Question::Emails { .. } | Question::Documents { .. },
                Batch::People(people),
            ) => reading_told(reads::people(&read, answer), |placed| people.found(&read, &placed)),
            (Question::Records { .. }, Batch::Employments(all)) => {
                reading_told(reads::records(&read, answer), |placed| all.found(&read, &placed))
            }
            (Question::Employees { .. }, Batch::Employments(all)) => {
                reading_told(reads::employees(&read, answer), |placed| all.seen(&read, &placed))
            }
            // No batch asks for a list, or for what is not of its sort.
            (Question::List { .. }, _)
            | (Question::Records { .. } | Question::Employees { .. }, Batch::People(_))
            | (
                Question::Person { .. }
                | Question::Mobiles { .. }
                | Question::Emails { .. }
                | Question::Documents { .. },
                Batch::Employments(_),
            ) => Told::Good,
        };
        self.log(read.endpoint, back.label(), answer, None);
        let back = self.read_told(slot.kind, back, read, token, &mut running);
        running.batch.back(back);
        self.batches[slot] = Some(running);
    }

    /// What a read's answer means for the read itself.
    fn read_told(
        &mut self,
        kind: KindId,
        told: Told,
        read: Read,
        token: &Token,
        running: &mut Running,
    ) -> Back {
        let now = Instant::now();
        let answered = !matches!(told, Told::Unreachable(_) | Told::Again(_));
        if answered {
            self.network.well();
            self.reading.well();
        }
        match told {
            Told::Good => {
                self.keeper.worked(token);
                if matches!(read.question, Question::Records { .. })
                    && self.sight[kind] == Sight::Untried
                {
                    self.sight[kind] = Sight::Clear;
                }
                Back::Answered
            }
            Told::Refused(refusal) => {
                self.keeper.worked(token);
                Back::Refused { read, harmless: refusal == Refusal::BadMobile }
            }
            Told::Throttled(wait) => {
                self.throttled(read.endpoint, wait);
                Back::Again(read)
            }
            Told::TokenRejected(code) => {
                self.token_rejected(token, code);
                Back::Again(read)
            }
            Told::Unreachable(why) => {
                self.unreachable(why, now);
                Back::Again(read)
            }
            Told::Again(why) => {
                self.network.well();
                self.reading_failed(read.endpoint, Reason::from(why), now);
                Back::Again(read)
            }
            Told::Halt(halt) => {
                // Whether an employee can be seen is only ever asked for proof: none is had.
                let proof = matches!(read.question, Question::Employees { .. });
                // What could be read a moment ago was withdrawn: that stops the run.
                let unreadable = matches!(read.question, Question::Records { .. })
                    && self.sight[kind] != Sight::Clear
                    && matches!(halt.reason, HaltReason::Permission { .. });
                if proof || unreadable {
                    running.batch.give_up();
                    running.blind |= unreadable;
                    if unreadable && self.sight[kind] != Sight::Blind {
                        self.sight[kind] = Sight::Blind;
                        let table = kinds::of(kind);
                        let (scopes, what) =
                            (read.endpoint.scopes.join(", ").into(), both(table.zh, table.en));
                        let warning = Complaint::with(Code::JobDataUnreadable, [scopes, what]);
                        self.tell(&DeliverEvent::Warning(warning));
                    }
                    return Back::Answered;
                }
                self.stop(halted(&halt));
                Back::Again(read)
            }
        }
    }

    /// One line for the log.
    pub(super) fn log(
        &mut self,
        endpoint: &'static Endpoint,
        outcome: &'static str,
        answer: &Answer,
        code: Option<i64>,
    ) {
        let event = DeliverEvent::Answered(Answered {
            endpoint: endpoint.name,
            outcome,
            status: answer.status(),
            code,
            log_id: answer.log_id.clone(),
            elapsed: answer.elapsed,
        });
        self.tell(&event);
    }
}

/// A reading whose data has been given on.
enum Told {
    Good,
    Refused(Refusal),
    Throttled(Option<std::time::Duration>),
    TokenRejected(i64),
    Unreachable(Unsent),
    Again(Lost),
    Halt(Halt),
}

impl Told {
    const fn label(&self) -> &'static str {
        match self {
            Self::Good => "read",
            Self::Refused(_) => "refused",
            Self::Throttled(_) => "throttled",
            Self::TokenRejected(_) => "token rejected",
            Self::Unreachable(_) => "never sent",
            Self::Again(_) => "lost",
            Self::Halt(_) => "halt",
        }
    }
}

fn reading_told<T>(reading: ReadVerdict<T>, take: impl FnOnce(T)) -> Told {
    match reading {
        ReadVerdict::Data(data) => {
            take(data);
            Told::Good
        }
        ReadVerdict::Refused { refusal, .. } => Told::Refused(refusal),
        ReadVerdict::Throttled { wait, .. } => Told::Throttled(wait),
        ReadVerdict::TokenRejected { code } => Told::TokenRejected(code),
        ReadVerdict::Unreachable { why } => Told::Unreachable(why),
        ReadVerdict::Again { why, .. } => Told::Again(why),
        ReadVerdict::Halt(halt) => Told::Halt(halt),
    }
}
