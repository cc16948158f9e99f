//! Records on their way into a file.
//!
//! | file      | answers                                                   |
//! |-----------|-----------------------------------------------------------|
//! | `form`    | which records, in which format, with which columns         |
//! | `writing` | where the file goes, and how it is written beside the window |

mod form;
mod writing;

pub(super) use form::{ExportForm, Offered};
pub use writing::Export;
pub(super) use writing::{Exports, Writing};
