# Recipes for https://just.systems; `just` lists them. Each is the command itself: without just, copy it.

# what there is
default:
    @just --list

# the binary, optimised
build:
    cargo build --locked --release

# every test, or those whose name holds a word: `just test kills`
test name="":
    cargo test --locked {{name}}

# what has to be well before a commit: formatting, lints, documentation
check:
    cargo fmt --check && cargo clippy --locked --all-targets -- -D warnings && RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps

# the simulation over so many seeds: `just sim 100000`; one seed with its trace: `MUSTER_SIM_SEED=4711 just sim`
sim seeds="2000" from="1":
    MUSTER_SIM_SEEDS={{seeds}} MUSTER_SIM_FROM={{from}} cargo test --locked --lib deliver::tests::sim -- --nocapture

# so many rounds of the binary being killed, from a seed on: `just kills 200 4711`
kills rounds="20" seed="1":
    MUSTER_KILLS={{rounds}} MUSTER_KILL_SEED={{seed}} cargo test --locked --test it kills:: -- --nocapture

# coverage-guided fuzzing (nightly, cargo-fuzz) of csv, xlsx, sheet, header, date, mapping or table: `just fuzz date`
fuzz target runs="40000" dict="text":
    cargo +nightly fuzz run {{target}} -- -runs={{runs}} -timeout=10 -dict=fuzz/{{dict}}.dict

# one benchmark: table, journal or pace
bench name="table":
    cargo bench --locked --bench {{name}}

# write the generated files (templates/, samples/) anew from the code
bless:
    MUSTER_BLESS=1 cargo test --locked --test it -- generated:: make_samples::
