//! Faults of the machine that muster runs on, with the real binary; and where each fault has its
//! test. The last test here holds this list to the tests that there are.
//!
//! | Fault | Tests |
//! | --- | --- |
//! | killed before the intent, between intent and send, between answer and outcome | `cut_off_at_every_write_of_the_journal_each_is_made_once`, `cut_off_at_every_step_of_the_network_each_is_made_once`, `a_crash_after_any_write_makes_nobody_twice_and_forgets_nobody`, `killed_at_random_and_gone_on_with_each_is_made_once` |
//! | killed in the middle of a body | `killed_in_the_middle_of_a_body_each_is_made_once` |
//! | killed after the server's commit, before its answer | `settling_turns_doubt_into_fact_and_sends_nothing`, `three_hundred_of_each_kind_survive_faults_and_kills` |
//! | killed while recovering | `cut_off_again_while_going_on_each_is_made_once`, `a_second_crash_while_recovering_is_no_worse` |
//! | power cut | `no_create_arrives_before_its_intent_is_in_the_journal`, `a_commit_is_pressed_to_the_disk` |
//! | SIGINT once | `interrupted_it_drains_reports_and_says_how_to_go_on`, `the_first_signal_drains_and_the_run_can_go_on`, `a_signal_while_old_doubt_is_settled_sends_nothing` |
//! | SIGINT twice | `a_second_signal_leaves_at_once_and_the_run_goes_on_later`, `the_second_signal_leaves_at_once` |
//! | SIGTERM, SIGHUP, nohup | `sigterm_and_sighup_drain_as_ctrl_c_does`, `under_nohup_a_closed_terminal_stops_nothing` |
//! | standard output or error closed, or nobody reads it | `nobody_reads_standard_output_any_more`, `nobody_reads_standard_error_any_more_and_the_import_goes_on` |
//! | standard output or the log on a full disk | `output_for_which_there_is_no_room_is_an_error_and_a_log_is_none` |
//! | disk full at an intent, an outcome, the report | `a_full_disk_stops_the_sending_and_loses_nothing`, `a_journal_that_cannot_be_written_stops_the_sending_at_once`, `a_file_that_is_not_committed_leaves_the_old_one_and_nothing_else`, `a_journal_whose_making_was_cut_off_by_a_full_disk_is_made_anew` |
//! | a folder or a file that is closed | `where_nothing_can_be_written_nothing_is_sent_and_the_path_is_named`, `what_is_closed_to_its_owner_is_named_and_nothing_is_sent` |
//! | fsync fails | `after_a_write_that_failed_nothing_more_is_written` |
//! | the journal is locked; its owner is dead | `a_second_import_is_told_who_holds_the_journal_and_since_when`, `somebody_at_the_journal_is_exit_11_and_readers_are_let_in`, `killed_again_and_again_each_is_made_once` |
//! | the journal has a second name, is a link, lost its lock file | `a_second_name_of_the_journal_is_the_same_journal`, `a_journal_with_two_names_is_refused_until_it_is_copied_as_told`, `a_journal_that_is_a_link_is_refused_and_what_it_leads_to_keeps_its_mode` |
//! | the journal is removed or replaced in mid-run | `a_journal_that_is_removed_or_replaced_in_mid_run_stops_it_and_is_saved` |
//! | the journal is on a network drive | `drives_of_others_are_told_from_those_of_this_machine` |
//! | links in the place of muster's files | `links_in_the_place_of_muster_s_files_are_not_followed`, `a_report_folder_that_is_a_link_is_not_written_into` |
//! | a signal or a kill while temporary data are written | `a_signal_during_a_rehearsal_leaves_nothing_and_a_kill_nothing_after_the_next_start`, `a_signal_while_bodies_are_written_leaves_none` |
//! | two imports at once | `two_imports_at_once_make_each_once` |
//! | the journal is damaged, cut, emptied, a text | `a_damaged_journal_is_refused_and_never_replaced`, `no_flipped_byte_makes_it_forget_who_was_made`, `a_journal_of_which_only_a_part_is_left_is_not_made_anew` |
//! | the journal is gone, with or without its log | `a_journal_that_is_gone_is_announced_and_nobody_is_made_twice`, `who_exists_already_is_not_made_again_even_without_a_journal` |
//! | the journal is newer, or another tenant's | `somebody_elses_newer_or_broken_journal_is_left_alone` |
//! | a step that the journal forbids (exit 5) | `a_step_that_the_journal_forbids_is_exit_5` |
//! | the clock is set in mid-run, or between runs | `a_clock_that_is_set_in_mid_run_costs_no_hours_and_makes_nobody_twice`, `a_clock_that_is_set_back_between_two_runs_is_not_waited_for`, `a_clock_that_was_set_forward_between_two_processes_makes_nobody_absent` |
//! | the machine sleeps | `a_machine_that_sleeps_in_mid_run_goes_on_with_a_new_token`, `look_ups_that_grew_old_during_a_pause_are_done_again_and_no_row_is_left` |
//! | the input is edited between runs | `edited_files_make_nobody_twice_and_drop_nobody`, `what_changed_is_told_in_one_line_and_not_sent`, `a_run_is_resumed_though_its_input_was_edited_or_is_gone` |
//! | the input is corrected after a kill, and imported or not | `killed_corrected_and_gone_on_with_each_is_made_once_as_it_was_approved_last`, `a_replaced_run_that_is_not_withdrawn_sends_old_data`, `who_is_in_doubt_and_gets_a_key_is_made_twice_but_for_the_name` |
//! | a colleague imports the same file, between two runs or at once | `whatever_happens_nobody_is_made_twice_and_nobody_is_lost`, `looks_of_an_earlier_process_make_somebody_twice`, `looks_that_never_grow_old_make_somebody_twice` |
//! | the journal is set back: a copy put back, its log lost or cut | `whatever_happens_nobody_is_made_twice_and_nobody_is_lost`, `a_journal_that_was_set_back_and_does_not_wait_makes_somebody_twice` |
//! | the input changes while it is read (exit 12) | `an_input_that_changes_while_it_is_read_is_exit_12_and_nothing_is_sent` |
//! | one file twice; on two machines | `ten_talents_are_made_and_a_second_run_sends_nothing`, `a_duplicate_that_the_index_did_not_show_is_existing_when_it_does` |
//! | a token expires, or is revoked under many requests | `tokens_that_expire_on_the_way_cost_a_refresh_and_no_row`, `short_tokens_are_replaced_before_they_end`, `a_token_that_is_revoked_under_many_requests_is_fetched_anew_once`, `fresh_tokens_that_are_rejected_too_halt_the_run` |
//! | the token endpoint fails; the secret is wrong | `a_token_endpoint_that_fails_for_a_while_is_waited_for`, `wrong_credentials_halt_the_run_before_anything_is_sent`, `secrets_are_never_shown` |
//! | a permission, the address or the app is taken away; the month's quota is used up | `what_is_taken_away_in_mid_run_halts_it_and_blames_no_row`, `talents_that_may_not_be_looked_up_halt_the_run_and_name_the_scope`, `a_quota_that_is_used_up_is_no_throttle_though_it_comes_as_429` |
//! | 429 with a header, without, as 400 with 99991400 | `a_429_pauses_its_endpoint_for_all_and_the_pace_comes_back_in_steps`, `a_second_program_on_the_same_budget_is_shared_with_and_not_fought`, `throttles_of_every_form_lose_no_row`, `a_pause_stops_everybody_for_exactly_its_time_and_the_pace_recovers_in_steps`, `throttles_that_name_no_time_double_but_not_for_those_in_flight` |
//! | headers that make no sense; Retry-After as seconds and date | `reset_is_read_in_every_form_and_capped` |
//! | 5xx and a proxy's HTML, before and after the commit | `on_a_bad_day_each_is_made_once`, `on_the_worst_day_each_is_made_once`, `a_server_that_never_answers_well_is_given_up_and_nobody_is_made_twice`, `reads_that_only_fail_are_told_and_not_waited_for_in_silence` |
//! | the answer is lost after the commit | `every_first_answer_dropped_after_the_commit_is_found_and_not_sent_again` |
//! | time is over before the connection, before the head, within the body | `a_host_that_is_not_there_halts_the_run_soon_and_nothing_is_in_doubt`, `silence_is_lost_when_the_time_is_over`, `an_answer_that_ends_or_hangs_in_its_head_is_lost`, `an_answer_that_trickles_is_lost_by_the_total_time` |
//! | closed and reset connections, half-closed ones | `a_connection_that_closes_after_the_request_is_lost_and_nothing_is_sent_again`, `a_reset_connection_is_lost_and_nothing_is_sent_again`, `an_answer_that_ends_or_hangs_in_its_head_is_lost` |
//! | a cut, long, empty, deep or foreign answer | `an_answer_that_is_cut_or_too_long_is_lost`, `every_part_of_an_answer_that_was_cut_is_doubt`, `no_bytes_make_it_panic`, `answers_that_say_nothing_are_doubt_and_the_row_is_made_once` |
//! | 200 with a code that is not 0; codes and ids as text or number | `a_refusal_with_status_200_refuses_its_row_alone`, `reads_envelopes_of_every_kind`, `ids_keep_every_digit` |
//! | fields that are refused, at their cells | `a_refused_field_is_shown_at_the_cell_that_it_came_from`, `a_refused_custom_field_is_shown_at_the_cell_that_it_came_from`, `a_field_is_found_however_the_api_writes_it` |
//! | no such name, connection refused, no network | `a_name_without_an_address_is_never_sent`, `a_refused_connection_is_never_sent`, `a_network_that_comes_back_is_noticed_without_anybody` |
//! | TLS: a stranger, expired, another name, an authority of the company | `an_authority_of_the_company_is_trusted_where_it_is_given`, `a_stranger_an_expired_certificate_and_another_name_are_never_sent_to`, `a_connection_that_closes_behind_the_handshake_is_doubt`, `a_handshake_that_fails_is_never_sent`, `a_company_authority_given_by_ca_file_is_trusted_and_without_it_nothing_is_sent` |
//! | a redirect | `no_redirect_is_followed_neither_with_a_token_nor_with_the_secret` |
//! | a client_token that was seen | `job_data_under_every_treatment_of_tokens_lag_sight_and_existing`, `however_a_server_treats_tokens_and_duplicates_each_is_made_once`, `a_token_that_was_seen_for_nothing_is_replaced_once_its_employee_is_seen`, `a_token_that_was_seen_stays_where_its_employee_is_not`, `unread_a_token_that_was_seen_is_for_a_person` |
//! | tokens are forgotten, look-ups lag | `talents_under_every_treatment_of_duplicates_lag_and_existing`, `however_a_server_treats_tokens_and_duplicates_each_is_made_once`, `what_a_late_index_shows_after_a_lost_answer_is_created_not_existing` |
//! | whom the tenant has, under every `--existing` and every treatment of duplicates | `existing_tells_the_truth_however_a_server_treats_duplicates`, `job_data_that_are_there_are_skipped_or_fail_as_told` |
//! | one in flight, or many | `however_many_are_in_flight_the_end_is_the_same` |

#![expect(clippy::print_stderr, reason = "what this machine cannot show is said")]

use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use muster::sandbox::{Behaviour, Endpoint, Fault, Scripted};

use crate::relay::{self, Then};
use crate::world::{World, ended, talents_csv, until};

const TALENTS: &str = "/open-apis/hire/v1/talents/combined_create";

fn slow(latency: u64) -> Behaviour {
    Behaviour { latency: Duration::from_millis(latency), ..Behaviour::default() }
}

fn signal(child: &Child, name: &str) {
    let pid = child.id().to_string();
    assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
}

/// Begin an import whose output is kept, and wait until the server has seen a create.
fn begun(world: &World) -> Child {
    begun_at(world, Endpoint::TalentCreate)
}

fn begun_at(world: &World, endpoint: Endpoint) -> Child {
    let mut command = world.command(&["import", "talents.csv", "--yes"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    world.asked(endpoint);
    child
}

/// Whether this process was started with a signal ignored, which its children inherit.
fn is_ignored(number: u32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .is_some_and(|mask| mask >> (number - 1) & 1 == 1)
}

#[test]
fn sigterm_and_sighup_drain_as_ctrl_c_does() {
    for (name, number) in [("-TERM", 15), ("-HUP", 1)] {
        if name == "-HUP" && is_ignored(number) {
            eprintln!("SIGHUP is ignored here (nohup): not tested");
            continue;
        }
        let world = World::new().talents(200).sandbox(slow(60));
        let child = begun(&world);
        signal(&child, name);
        ended(child.wait_with_output().unwrap()).exits(130).says("muster resume");
        let report = world.report(1);
        assert_eq!(report["state"], "interrupted", "{name}");
        let made = world.ledger().talents.len();
        assert!(made < 200, "{name}: {made}");
        assert_eq!(report["counts"]["created"], made, "{name}: all were drained");
        world.run(&["resume", "--yes", "--report-dir", "last"]).exits(0);
        world.each_once(200, 0);
    }
}

#[test]
fn under_nohup_a_closed_terminal_stops_nothing() {
    let world = World::new().talents(60).sandbox(slow(100));
    let muster = world.command(&["import", "talents.csv", "--yes"]);
    let mut shell = world.shell("trap '' HUP; exec \"$@\"", &muster);
    let child = shell.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    world.made(1);
    signal(&child, "-HUP");
    ended(child.wait_with_output().unwrap()).exits(0);
    world.each_once(60, 0);
}

#[test]
fn a_second_signal_leaves_at_once_and_the_run_goes_on_later() {
    let script = (1..=40).map(|nth| Scripted {
        endpoint: Endpoint::TalentCreate,
        nth,
        fault: Fault::Silent,
    });
    let world = World::new().talents(40).sandbox(slow(20).script(script.collect()));
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 1, 1]\n");
    let mut child = begun(&world);
    signal(&child, "-INT");
    let began = Instant::now();
    // Two signals that come as one are one: who is impatient presses again.
    until("it leaves", || {
        signal(&child, "-INT");
        child.try_wait().unwrap().is_some()
    });
    ended(child.wait_with_output().unwrap()).exits(130);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert!(world.report(1)["counts"]["unknown"].as_u64().unwrap() > 0);
    world.run(&["resume", "--yes", "--timeout", "2", "--report-dir", "last"]).exits(0);
    world.each_once(40, 0);
}

/// A laptop that sleeps: its token ends meanwhile, and the server has gone on.
#[test]
fn a_machine_that_sleeps_in_mid_run_goes_on_with_a_new_token() {
    let token_lifetime = Duration::from_secs(2);
    let world = World::new().talents(60).sandbox(Behaviour { token_lifetime, ..slow(100) });
    let child = begun(&world);
    signal(&child, "-STOP");
    // It is the time that passes meanwhile: the token lives for two seconds.
    std::thread::sleep(Duration::from_secs(3));
    signal(&child, "-CONT");
    ended(child.wait_with_output().unwrap()).exits(0);
    world.each_once(60, 0);
}

#[test]
fn nobody_reads_standard_output_any_more() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    for arguments in [
        &["import", "talents.csv", "--yes", "--json"][..],
        &["runs"],
        &["status", "--json"],
        &["report"],
        &["fields", "talent"],
        &["check", "talents.csv"],
        &["--help"],
        &["--version"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = world.command(arguments);
        let child = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        ended(child.wait_with_output().unwrap()).exits(0);
    }
    world.each_once(3, 0);
}

#[test]
fn nobody_reads_standard_error_any_more_and_the_import_goes_on() {
    let world = World::new().talents(20).sandbox(Behaviour::default());
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = world.command(&["import", "talents.csv", "--yes", "-vvv"]);
    assert_eq!(command.stdout(Stdio::null()).stderr(writer).status().unwrap().code(), Some(0));
    world.each_once(20, 0);

    // Closed altogether, as a service manager may start it.
    let world = World::new().talents(20).sandbox(Behaviour::default());
    let muster = world.command(&["import", "talents.csv", "--yes", "-vvv"]);
    let closed = world.shell("exec \"$@\" <&- >&- 2>&-", &muster).status().unwrap();
    assert_eq!(closed.code(), Some(0));
    world.each_once(20, 0);
    world.run(&["status"]).exits(0).says("20 created");
}

#[test]
fn output_for_which_there_is_no_room_is_an_error_and_a_log_is_none() {
    let full = || std::fs::File::options().write(true).open("/dev/full");
    if full().is_err() {
        eprintln!("there is no /dev/full here: not tested");
        return;
    }
    let world = World::new().talents(3).sandbox(Behaviour::default());
    world.import(&["--log-file", "/dev/full", "-vv"]).exits(0).says("cannot write the log file");
    world.each_once(3, 0);
    let mut command = world.command(&["runs", "--json"]);
    let child = command.stdout(full().unwrap()).stderr(Stdio::piped()).spawn().unwrap();
    ended(child.wait_with_output().unwrap()).exits(6).says("stdout");
}

/// The disk ends at some write: the journal's, at every stage, or the report's. Nothing is sent
/// that is not in the journal, and with room again each is made once.
#[test]
fn a_full_disk_stops_the_sending_and_loses_nothing() {
    let (mut stopped, mut midway) = (0, 0);
    for blocks in [600, 1300, 1600, 2200, 3200, 5000, 12_000] {
        let world = World::new().talents(60).sandbox(slow(20));
        world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 1, 1]\n");
        let muster = world.command(&["import", "talents.csv", "--yes"]);
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let ran = ended(world.shell(&limit, &muster).output().unwrap());
        let made = world.ledger().talents.len();
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
        match ran.code {
            Some(6) => {
                stopped += 1;
                midway += u32::from((1..60).contains(&made));
                let named =
                    ran.stderr.contains("journal.db") || ran.stderr.contains("muster-report");
                assert!(named, "{}", ran.stderr);
            }
            code => assert_eq!((code, made), (Some(0), 60), "{blocks}: {}", ran.stderr),
        }
        world.settled();
        assert_eq!(world.ledger().talents.len(), made, "{blocks}: nothing came later");
        world.import(&["--report-dir", "last"]).exits(0);
        world.each_once(60, 0);
    }
    assert!(stopped >= 3 && midway >= 1, "{stopped} stopped, {midway} in mid-run");
}

/// The command, by a user whom permissions bind: root runs it as nobody, with a binary and a home
/// that nobody may use.
fn bound_by_permissions(world: &World, arguments: &[&str]) -> Command {
    let probe = world.path().join("probe");
    std::fs::write(&probe, "").unwrap();
    std::fs::set_permissions(&probe, std::fs::Permissions::from_mode(0o000)).unwrap();
    let bound = std::fs::read(&probe).is_err();
    std::fs::remove_file(&probe).unwrap();
    let command = world.command(arguments);
    if bound {
        return command;
    }
    let (program, home) = (world.path().join("muster-of-all"), world.path().join("home-of-all"));
    if !program.exists() {
        std::fs::copy(env!("CARGO_BIN_EXE_muster"), &program).unwrap();
        std::fs::create_dir(&home).unwrap();
    }
    for (path, mode) in [(world.path(), 0o777), (program.as_path(), 0o755), (home.as_path(), 0o777)]
    {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    let mut as_nobody = Command::new(program);
    as_nobody.current_dir(world.path()).args(arguments).stdin(Stdio::null()).env_clear();
    as_nobody.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    as_nobody.env("HOME", &home).env("XDG_STATE_HOME", home.join("state"));
    as_nobody.uid(NOBODY).gid(NOBODY);
    as_nobody
}

/// The user without rights of Linux and most others.
const NOBODY: u32 = 65_534;

#[test]
fn what_is_closed_to_its_owner_is_named_and_nothing_is_sent() {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    let run = |arguments: &[&str]| ended(bound_by_permissions(&world, arguments).output().unwrap());
    let close = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let closed = world.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    close(&closed, 0o555);
    run(&["import", "talents.csv", "--yes", "--journal", "closed/journal.db"])
        .exits(6)
        .says("closed");

    let input = world.path().join("talents.csv");
    close(&input, 0o000);
    run(&["check", "talents.csv"]).exits(2).says("talents.csv").says("permission denied");
    run(&["import", "talents.csv", "--yes"]).exits(2).says("permission denied");
    assert!(world.ledger().requests.is_empty());
    close(&input, 0o644);
    run(&["import", "talents.csv", "--yes"]).exits(0);
    world.each_once(2, 0);
}

/// A folder that nobody can write by what it is.
#[test]
fn where_nothing_can_be_written_nothing_is_sent_and_the_path_is_named() {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    world.import(&["--journal", "/proc/muster/journal.db"]).exits(6).says("/proc/muster");
    world.import(&["--journal", "talents.csv/journal.db"]).exits(6).says("talents.csv");
    assert!(world.ledger().requests.is_empty());

    // The report alone cannot be written: the records are made, and the report can be had later.
    let ran = world.import(&["--report-dir", "/proc/muster"]).exits(6).says("/proc/muster");
    assert!(ran.stderr.contains("muster report"), "{}", ran.stderr);
    world.each_once(2, 0);
    world.run(&["report", "1", "--report-dir", "later"]).exits(0);
}

#[test]
fn a_second_import_is_told_who_holds_the_journal_and_since_when() {
    let world = World::new().talents(60).sandbox(slow(300));
    let first = begun(&world);
    let second = world.import(&[]).exits(11);
    let holder = format!("pid {}, 20", first.id());
    assert!(second.stderr.contains(&holder) && second.stderr.contains("UTC"), "{}", second.stderr);
    world.run(&["resume", "--yes"]).exits(11);
    ended(first.wait_with_output().unwrap()).exits(0);
    world.each_once(60, 0);
    // What a killed process leaves behind is no lock.
    world.import(&[]).exits(0);
}

/// Two at once, with one file and one journal: one sends, the other is turned away.
#[test]
fn two_imports_at_once_make_each_once() {
    let world = World::new().talents(40).sandbox(slow(100));
    let mut both: Vec<Child> = (0..2).map(|_| world.begin_import(&[])).collect();
    let mut codes: Vec<_> = both.iter_mut().map(|child| child.wait().unwrap().code()).collect();
    codes.sort_unstable();
    assert!(codes == [Some(0), Some(11)] || codes == [Some(0), Some(0)], "{codes:?}");
    world.each_once(40, 0);
}

/// A journal that was damaged while nobody had it open.
#[test]
fn a_damaged_journal_is_refused_and_never_replaced() {
    let world = World::new().talents(40).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    let path = world.path().join(".muster").join("journal.db");
    let sound = std::fs::read(&path).unwrap();
    let sent = world.ledger().requests_to(Endpoint::TalentCreate).arrivals;
    let zeroed = |from: usize, to: usize| {
        let mut bytes = sound.clone();
        bytes[from..to].fill(0);
        bytes
    };
    let half = sound.len() / 2;
    for (what, bytes) in [
        ("text", b"this was never a journal, but a letter".to_vec()),
        ("empty", Vec::new()),
        ("half", sound[..half].to_vec()),
        ("one page", sound[..4096].to_vec()),
        ("no header", zeroed(0, 100)),
        ("a page of zeros", zeroed(8192, 12_288)),
        ("the end in zeros", zeroed(half, sound.len())),
    ] {
        std::fs::write(&path, &bytes).unwrap();
        let ran = world.import(&["--report-dir", "r"]).exits(6).says("journal.db");
        assert!(!ran.stderr.contains("new journal"), "{what}: {}", ran.stderr);
        world.run(&["resume", "--yes"]).exits(6);
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{what}: left as it was");
    }
    assert_eq!(world.ledger().requests_to(Endpoint::TalentCreate).arrivals, sent);
    std::fs::write(&path, &sound).unwrap();
    world.import(&["--report-dir", "r"]).exits(0);
    world.each_once(40, 0);
}

/// The journal is gone after a crash, with or without its log: who was made is found again.
#[test]
fn a_journal_that_is_gone_is_announced_and_nobody_is_made_twice() {
    for with_log in [true, false] {
        let world = World::new().talents(80).sandbox(slow(50));
        let mut child = world.begin_import(&[]);
        world.made(10);
        child.kill().unwrap();
        child.wait().unwrap();
        world.settled();
        let folder = world.path().join(".muster");
        std::fs::remove_file(folder.join("journal.db")).unwrap();
        if with_log {
            let made = world.ledger().talents.len();
            world.import(&[]).exits(6).says("journal.db-wal");
            assert_eq!(world.ledger().talents.len(), made);
        } else {
            std::fs::remove_file(folder.join("journal.db-wal")).unwrap();
            std::fs::remove_file(folder.join("journal.db-shm")).unwrap();
            world.import(&[]).exits(0).says("new journal");
            world.each_once(80, 0);
        }
    }
}

#[test]
fn an_input_that_changes_while_it_is_read_is_exit_12_and_nothing_is_sent() {
    let world = World::new().talents(20_000).sandbox(Behaviour::default());
    let path = world.path().join("talents.csv");
    let done = Arc::new(AtomicBool::new(false));
    let writer = {
        let done = Arc::clone(&done);
        std::thread::spawn(move || {
            use std::io::Write as _;
            let mut file = std::fs::File::options().append(true).open(path).unwrap();
            while !done.load(Ordering::Relaxed) {
                file.write_all(b"\n").unwrap();
                // Somebody who goes on writing, and leaves the reader its share of the machine.
                std::thread::sleep(Duration::from_millis(1));
            }
        })
    };
    let (import, check) = (world.import(&[]), world.check(&[]));
    done.store(true, Ordering::Relaxed);
    writer.join().unwrap();
    import.exits(12).says("talents.csv");
    check.exits(12);
    assert!(world.ledger().requests_to(Endpoint::TalentCreate).arrivals == 0);
    world.run(&["resume", "--yes"]).exits(2);
}

/// The input is edited, or gone, while its run waits to be resumed: the journal holds what was
/// approved.
#[test]
fn a_run_is_resumed_though_its_input_was_edited_or_is_gone() {
    for gone in [false, true] {
        let world = World::new().talents(80).sandbox(slow(50));
        world.import_interrupted_after(5).exits(130);
        if gone {
            std::fs::remove_file(world.path().join("talents.csv")).unwrap();
        } else {
            let edited =
                String::from_utf8(talents_csv(80)).unwrap().replace("示例大学", "别的大学");
            world.put("talents.csv", edited);
        }
        world.run(&["resume", "--yes", "--report-dir", "last"]).exits(0);
        world.each_once(80, 0);
        let schools = world
            .ledger()
            .talents
            .iter()
            .filter(|made| made.body["education_list"][0]["school"] == "示例大学")
            .count();
        assert_eq!(schools, 80, "what was approved was sent");
    }
}

/// Somebody else writes into the journal while a run is under way: a step that is not allowed is a
/// defect, and the run stops.
#[test]
fn a_step_that_the_journal_forbids_is_exit_5() {
    let world = World::new().talents(5).sandbox(slow(1500));
    let child = begun_at(&world, Endpoint::TalentFind);
    let path = world.path().join(".muster").join("journal.db");
    let other = rusqlite::Connection::open(path).unwrap();
    other.busy_timeout(Duration::from_secs(5)).unwrap();
    let done = "UPDATE jobs SET state = 'created', remote = 'x' WHERE state = 'pending'";
    assert!(other.execute(done, []).unwrap() > 0);
    drop(other);
    ended(child.wait_with_output().unwrap()).exits(5).says("does not allow this step");
    assert!(world.ledger().talents.is_empty());
}

/// At the moment at which a create arrives, its intent is on disk: somebody else can read it there.
#[test]
fn no_create_arrives_before_its_intent_is_in_the_journal() {
    let world = World::new().talents(60).sandbox(slow(20));
    let path = world.path().join(".muster").join("journal.db");
    let missing = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&missing);
    let url = relay::start(world.address(), None, move |seen| {
        if seen.path == TALENTS {
            let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
            let journal = rusqlite::Connection::open_with_flags(&path, flags).unwrap();
            journal.busy_timeout(Duration::from_secs(5)).unwrap();
            let found: i64 = journal
                .query_row(
                    "SELECT count(*) FROM jobs WHERE state = 'sending' AND body = ?1",
                    [seen.body],
                    |row| row.get(0),
                )
                .unwrap();
            count.fetch_add(u32::from(found != 1), Ordering::SeqCst);
        }
        Then::On
    });
    let world = world.env("MUSTER_BASE_URL", &url);
    world.import(&[]).exits(0);
    world.each_once(60, 0);
    assert_eq!(missing.load(Ordering::SeqCst), 0);
}

/// Killed with half of a body on its way: the server could not read it.
#[test]
fn killed_in_the_middle_of_a_body_each_is_made_once() {
    let world = World::new().talents(30).sandbox(slow(20));
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 1, 1]\n");
    let pid = Arc::new(AtomicU32::new(0));
    let (creates, target) = (AtomicU32::new(0), Arc::clone(&pid));
    let url = relay::start(world.address(), None, move |seen| {
        if seen.path != TALENTS || creates.fetch_add(1, Ordering::SeqCst) != 10 {
            return Then::On;
        }
        until("its number is told", || target.load(Ordering::SeqCst) != 0);
        let pid = target.load(Ordering::SeqCst).to_string();
        assert!(Command::new("kill").args(["-KILL", &pid]).status().unwrap().success());
        Then::Half
    });
    let world = world.env("MUSTER_BASE_URL", &url);
    let mut child = world.begin_import(&[]);
    pid.store(child.id(), Ordering::SeqCst);
    assert_eq!(child.wait().unwrap().signal(), Some(9));
    world.import(&["--report-dir", "last"]).exits(0);
    world.each_once(30, 0);
}

#[test]
fn a_refused_field_is_shown_at_the_cell_that_it_came_from() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    let url = relay::start(world.address(), None, |seen| {
        if seen.path != TALENTS || !seen.body.contains("13800000001") {
            return Then::On;
        }
        let body = r#"{"code":99992402,"msg":"field validation failed","error":{"field_violations":[
            {"field":"basic_info.mobile","value":"13800000001","description":"13800000001 is on a list"},
            {"field":"education_list[0].school","description":"unknown school"}]}}"#;
        Then::Answer(400, body.to_owned())
    });
    let world = world.env("MUSTER_BASE_URL", &url);
    let ran = world.import(&[]).exits(10).says("手机号 (basic_info.mobile): *** is on a list");
    assert!(!ran.stdout.contains("13800000001"), "{}", ran.stdout);
    let results = world.results(1);
    assert_eq!((&results[1][6], &results[1][10]), ("refused", "99992402"));
    let message = "field validation failed; 手机号 (basic_info.mobile): *** is on a list; \
                   学校 (education_list[0].school): unknown school";
    assert_eq!(&results[1][11], message);
    let report = world.report(1);
    let problems: Vec<_> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["cell"].as_str(), p["header"].as_str(), p["field"].as_str(), p["row"].as_u64()))
        .collect();
    let mobile = (Some("B3"), Some("手机号"), Some("basic_info.mobile"), Some(3));
    let school = (Some("E3"), Some("学校"), Some("education_list[1].school"), Some(3));
    assert_eq!(problems, [mobile, school]);
    let fix = world.path().join("muster-report-1").join("fix-talents.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(fix).unwrap();
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let told = range.rows().nth(1).unwrap().iter().any(|cell| cell.to_string().contains("手机号"));
    assert!(told, "{:?}", range.rows().nth(1));
}

/// The API counts the custom fields of a body; a person has columns.
#[test]
fn a_refused_custom_field_is_shown_at_the_cell_that_it_came_from() {
    let csv = "姓名,手机号,custom:6934193211960330504,custom:6934193211960330505\n\
               甲,13800000001,汉,团员\n";
    let world = World::new().file("a.csv", csv).sandbox(Behaviour::default());
    let url = relay::start(world.address(), None, |seen| {
        if seen.path != TALENTS {
            return Then::On;
        }
        let body = r#"{"code":99992402,"msg":"field validation failed","error":{"field_violations":[
            {"field":"basic_info.customized_data[1].value","description":"no such option"}]}}"#;
        Then::Answer(400, body.to_owned())
    });
    let world = world.env("MUSTER_BASE_URL", &url);
    world.import(&[]).exits(10).says("custom:6934193211960330505 (basic_info.customized_data[1]");
    let report = world.report(1);
    let problem = &report["problems"][0];
    assert_eq!((problem["cell"].as_str(), problem["row"].as_u64()), (Some("D2"), Some(2)));
    assert_eq!(problem["header"], "custom:6934193211960330505");
}

#[test]
fn a_company_authority_given_by_ca_file_is_trusted_and_without_it_nothing_is_sent() {
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(vec!["localhost".to_owned()])
        .unwrap()
        .self_signed(&key)
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            rustls::pki_types::PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    let world = World::new().talents(3).sandbox(Behaviour::default());
    let url = relay::start(world.address(), Some(tls), |_| Then::On);
    let world = world.env("MUSTER_BASE_URL", &url);
    world.run(&["doctor"]).exits(4).says("no secure connection to localhost");
    let began = Instant::now();
    world.import(&[]).exits(4).says("no secure connection to localhost").says("ca_file");
    // It will never verify: nobody waits for it.
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    assert!(world.ledger().requests.is_empty());
    world.put("company.pem", certificate.pem());
    world.put("muster.toml", "[profile.default]\nca_file = \"company.pem\"\n");
    world.import(&[]).exits(0);
    world.each_once(3, 0);
}

/// Every test that the list above names is a test of this crate.
#[test]
fn the_list_of_faults_names_tests_that_there_are() {
    fn sources(folder: &std::path::Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                into.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    for folder in ["src", "tests"] {
        sources(&root.join(folder), &mut all);
    }
    let list = include_str!("faults.rs").lines().take_while(|line| line.starts_with("//!"));
    let named: Vec<&str> = list
        .filter(|line| line.starts_with("//! |"))
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .filter(|name| name.contains('_'))
        .collect();
    assert!(named.len() > 70, "{}", named.len());
    for name in named {
        assert!(all.contains(&format!("fn {name}(")), "there is no test {name}");
    }
}
