//! Fairlead: an offline-first CRM for teams who collect name cards at trade fairs. Read this first.
//!
//! Layers, lowest first. A layer may use those before it, never those after it; `cli` and `ui` do not
//! know each other. A foreign crate has one owner. `tests/it/architecture.rs` checks both.
//!
//! | layer      | answers                         | only it may name                   |
//! |------------|---------------------------------|------------------------------------|
//! | `i18n`     | text by key, three languages    | fluent                             |
//! | `domain`   | What do we record?              | phone numbers, Pinyin, scripts     |
//! | `error`    | one Error, one Result           |                                    |
//! | `store`    | How is it kept?                 | sled, bincode                      |
//! | `model`    | What is in memory?              |                                    |
//! | `query`    | How is it found?                |                                    |
//! | `engine`   | How does it change?             | arc-swap                           |
//! | `report`   | What does it add up to?         |                                    |
//! | `exchange` | How does it come and go?        | csv, workbooks, vCards, encodings  |
//! | `jobs`     | work beside the window          |                                    |
//! | `cli`      | the same commands, no window    | clap, indicatif                    |
//! | `ui`       | How does it look?               | eframe, egui, rfd                  |
//!
//! # How a change flows
//!
//! ```text
//! click -> Intent -> App::logic -> channel -> the writer thread: Crm::request
//!       -> a rule collects Changes in an Edit, which checks them
//!       -> Store::commit (journal, fdatasync = saved; then sled)
//!       -> Model::after -> a new Arc<Model>, revision + 1
//!       -> next frame: views read the newest &Model; a Memo keyed by (revision, question) recomputes
//! ```
//!
//! Opening reads what was in memory from `columns.cache`, leads first, and applies the commands since; what
//! does not fit there is built anew from the records.
//!
//! Large commands (imports, bulk edits, undo of them) run in slices between a begin and an end mark:
//! small commands run in between, and nothing of a large one counts before its end mark.
//!
//! # Invariants
//!
//! 1. Data changes only in `Crm::request`.
//! 2. One command is one transaction, one undo step, one entry in the history.
//! 3. What is in the model is on disk; what is on disk passed `rules::records::check`.
//! 4. Disk first: if the commit fails, memory is untouched.
//! 5. A tag, a kind's number and the order of `Value` and `Frame` are never changed or reused.
//! 6. A field nobody knows is kept.
//! 7. `domain` has no disk, no screen, no clock, no randomness.
//! 8. Every query takes who is looking; one function changes an owner.
//! 9. Nothing waits in `ui`, nothing draws in `logic`; a view holds ids and drafts, never records.
//! 10. No error is dropped: it is shown, or logged, or returned; once.
//!
//! # Where to put things
//!
//! | to add            | touch                                                                      |
//! |-------------------|----------------------------------------------------------------------------|
//! | a field           | one line in `domain/<kind>.rs` (and its texts)                             |
//! | a command         | an entry in `engine/command.rs`, a function in `engine/rules/<noun>.rs`    |
//! | a report          | a file in `report/` and a line in its `ALL`                                |
//! | an import format  | a file in `exchange/` and a line in its `READERS`                          |
//! | a place           | a file in `ui/views/` and a line in `ui/places.rs`                         |
//! | a kind of record  | `domain/<kind>.rs`, `domain/mod.rs`, `domain/id.rs`, `model/mod.rs`        |

pub mod cli;
pub mod domain;
pub mod engine;
pub mod error;
pub mod exchange;
pub mod i18n;
pub mod jobs;
pub mod model;
pub mod query;
pub mod report;
pub mod store;
pub mod ui;
