//! Reports: the golden figures of the specification, and every number against a naive computation.

mod fairs;
mod leads;
mod money;
mod naive;
mod sheets;
mod world;
