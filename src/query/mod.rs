//! How is it found? Filters, search, duplicates and views: pure over a snapshot of the model.

pub mod candidates;
pub mod known;
mod viewpoint;

pub use viewpoint::Viewer;
