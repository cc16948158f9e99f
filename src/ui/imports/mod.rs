//! The place of what was imported.
//!
//! | file    | answers                                                            |
//! |---------|--------------------------------------------------------------------|
//! | `view`  | every batch, those that were taken back among them                 |
//! | `panel` | one batch: its report, its way back, its file                      |
//! | `problems` | what was wrong in its file, page by page                       |
//! | `kept`  | what is read for them beside the window                            |

mod kept;
mod panel;
mod problems;
mod view;

pub(super) use kept::ImportsNews;
pub use kept::ProblemQuestion;
pub(super) use view::ImportsView;

use crate::domain::{Id, ImportBatch};

/// A batch, in the bin or not.
type Batch = (Id<ImportBatch>, ImportBatch);
