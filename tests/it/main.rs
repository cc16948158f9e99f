//! Integration tests: one binary, so that the library is linked once.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a fixture that fails is a test that fails"
)]

mod architecture;
mod assignment;
mod begin_in;
mod checkpoint;
mod conversion;
mod custom_fields;
mod demo;
mod dirty_tables;
mod dossier;
mod employment;
mod export_notes;
mod exports;
mod faults;
mod fixture;
mod fuzz;
mod heart;
mod imports;
mod job;
mod large;
mod more_readers;
mod odd_cards;
mod odd_files;
mod pairs;
mod pairs_kept_up;
mod problems;
mod queries;
mod readers;
mod reports;
mod rights;
mod safety;
mod sample;
mod sample_files;
mod schema;
mod seen;
mod sheets;
mod staging;
mod texts;
mod window;
