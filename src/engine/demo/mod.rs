//! stub
use crate::{domain::Timestamp, engine::Records, model::Model};
pub struct DemoOptions {
    pub leads: usize,
    pub seed: u64,
    pub now: Timestamp,
}
pub fn settings(_: &Model) -> serde_json::Map<String, serde_json::Value> {
    Default::default()
}
pub fn records(_: &DemoOptions, _: &Model) -> Records {
    Box::new(std::iter::empty())
}
