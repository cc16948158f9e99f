//! What commands entail, one file a noun.

pub mod activities;
pub mod assignment;
pub mod campaigns;
pub mod conversion;
pub mod conversion_map;
mod conversion_results;
pub mod custom_fields;
pub mod deals;
pub mod employment;
pub mod exports;
pub mod merge;
pub mod orders;
pub mod owner;
pub mod pairs;
pub mod person;
pub mod pool;
pub mod qualification;
pub mod records;
mod repoint;
pub mod returned;
pub mod sample;
pub mod set_up;
pub mod sharing;
pub mod stage;
pub mod undo;
mod wins;
