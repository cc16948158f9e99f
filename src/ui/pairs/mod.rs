//! Records that may be the same: the pairs that wait for a person, and how several records become one.
//!
//! | file           | answers                                                        |
//! |----------------|----------------------------------------------------------------|
//! | `view`         | the place: which pair one is at, and what is done with it       |
//! | `reasons`      | what speaks for and against a pair                              |
//! | `merge_form`   | which record stays, and whose value each field gets             |
//! | `side_by_side` | the records beside each other                                   |
//! | `summary`      | what will happen, in a sentence                                 |
//! | `dialog`       | the same over a list, for records that were ticked              |
//! | `likely`       | who someone may be that is being typed                          |
//! | `scan`         | the search through everyone                                     |

mod dialog;
mod likely;
mod merge_form;
mod reasons;
mod scan;
mod side_by_side;
mod summary;
mod view;

pub(super) use dialog::MergeDialog;
pub(super) use likely::{LikelyDeed, LikelyList};
pub(super) use scan::{Scanned, Scanning, Scans};
pub(super) use view::PairsView;
use view::named;
