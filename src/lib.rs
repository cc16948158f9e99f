//! Fairlead.
#![allow(missing_docs)]
pub mod i18n;
pub mod domain;
pub mod error;
pub mod store;
pub mod model;
