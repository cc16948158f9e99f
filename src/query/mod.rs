//! How is it found? Filters, search, duplicates and views: pure over a snapshot of the model.

mod viewpoint;

pub use viewpoint::Viewer;
