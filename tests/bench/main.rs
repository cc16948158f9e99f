//! How fast is it, and how large? Each figure is measured at several numbers of leads, beside SQLite on the
//! same data, and comes out as a row of a Markdown table.
//!
//! ```sh
//! cargo bench --locked                                   # everything, at 10,000, 100,000 and 1,000,000 leads
//! cargo bench --locked -- --leads 10000                  # one size
//! cargo bench --locked -- --leads 1000000 search saving  # some subjects
//! FAIRLEAD_DEDUP=FOLDER cargo bench --locked -- matching  # who is found to be the same, in known sets
//! ```
//!
//! A subject is a file with a `SUBJECT` and a line in `ALL`. The workspaces are made once by `fairlead demo`
//! and kept in `target/bench`; whatever writes works on a copy. Frameworks for benchmarks repeat a function of
//! microseconds until it can be told apart from noise; here most figures are those of whole processes and
//! files, take seconds, and are wanted as medians with their range beside a rival's.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::indexing_slicing,
    reason = "it prints a table for people; a mistake in it may end it"
)]

mod binary;
mod bulk;
mod cards;
mod disk;
mod duplicates;
mod figure;
mod ground;
mod grouping;
mod importing;
mod language;
mod listing;
mod machine;
mod matching;
mod memory;
mod opening;
mod pool;
mod process;
mod rival;
mod saving;
mod search;
mod table;
mod timeline;
mod undoing;

use std::{error::Error, process::ExitCode, time::Instant};

use clap::Parser;

use figure::Row;
use ground::Ground;
use table::Table;

/// As the program does.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// As the program does.
#[cfg(not(unix))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Something that is measured.
struct Subject {
    /// What it is called on the command line.
    name: &'static str,
    /// Measures it at one size.
    measure: fn(&Ground) -> Result<Vec<Row>>,
}

/// Every subject, in the order of the table. Those that only read come first.
const ALL: &[Subject] = &[
    opening::SUBJECT,
    search::SUBJECT,
    listing::SUBJECT,
    grouping::SUBJECT,
    timeline::SUBJECT,
    memory::SUBJECT,
    language::SUBJECT,
    pool::SUBJECT,
    duplicates::SUBJECT,
    saving::SUBJECT,
    undoing::SUBJECT,
    bulk::SUBJECT,
    importing::SUBJECT,
    disk::SUBJECT,
    binary::SUBJECT,
];

/// Measures how fast and how large Fairlead is.
#[derive(Parser)]
struct Args {
    /// The numbers of leads.
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000, 1_000_000])]
    leads: Vec<usize>,
    /// What to measure; everything if nothing is named.
    #[arg(value_parser = names())]
    subjects: Vec<String>,
    /// Cargo says that this is a benchmark.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let asked = |subject: &&Subject| {
        args.subjects.is_empty() || args.subjects.iter().any(|name| name == subject.name)
    };
    let mut table = Table::new(&args.leads);
    let mut all_well = true;
    for (column, leads) in args.leads.iter().enumerate() {
        for subject in ALL.iter().filter(asked) {
            let started = Instant::now();
            eprint!("{leads} leads, {}: ", subject.name);
            match measured(*leads, subject) {
                Ok(rows) => {
                    eprintln!("{:.1} s", started.elapsed().as_secs_f64());
                    table.put(column, subject.name, rows);
                }
                Err(err) => {
                    eprintln!("failed: {err}");
                    all_well = false;
                }
            }
        }
    }
    // Known sets are of one size each.
    if args.subjects.is_empty() || args.subjects.iter().any(|name| name == matching::NAME) {
        match matching::measure() {
            Ok(rows) => table.put(0, matching::NAME, rows),
            Err(err) => {
                eprintln!("matching: failed: {err}");
                all_well = false;
            }
        }
    }
    println!("{}\n\n{}", machine::described(), table.to_markdown());
    if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The names of all subjects.
fn names() -> Vec<&'static str> {
    ALL.iter().map(|subject| subject.name).chain([matching::NAME]).collect()
}

/// What is measured of a subject; what it needed of the disk is given back.
fn measured(leads: usize, subject: &Subject) -> Result<Vec<Row>> {
    let ground = Ground::of(leads)?;
    let rows = (subject.measure)(&ground);
    ground.clear()?;
    rows
}
