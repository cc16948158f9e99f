//! The list of a kind: a new kind gets it from its declaration.
//!
//! ```text
//! question -> a job: filter, sort, group -> answer (row numbers) -> lines -> the rows that are seen
//! ```
//!
//! | file              | answers                                                        |
//! |-------------------|----------------------------------------------------------------|
//! | `lists`           | which lists there are                                          |
//! | `view`            | how a list is put together                                     |
//! | `question`        | what it should show, worked out beside the window               |
//! | `among`           | just the records behind a number                               |
//! | `answer`, `lines` | what it shows, under headings where it is grouped              |
//! | `grouping`        | how rows come under headings, and what they add up to           |
//! | `field`, `layout` | what may be a column, and which are                            |
//! | `cells`, `values`, `leads` | what stands in a cell                                 |
//! | `selection`       | which records are ticked                                       |
//! | `filter`, `filter_bar` | which conditions hold, and how they are typed             |
//! | `date_condition`  | a condition on days, taken from a month                        |
//! | `bulk`, `bulk_bar`, `bulk_form` | what can be done with many at once                |
//! | `editor`          | a value changed in its cell                                    |
//! | `exporting`       | what is written into a file                                    |
//! | `deeds`, `menus`  | what is done to the table                                      |
//! | `board`           | the deals by stage, instead of the table                       |
//! | `pools`           | the tabs of the lead pool                                      |
//! | `saved`           | ways of looking at a list that were kept under a name           |
//! | `kept`            | how a list is looked at, kept until the next start              |
//! | `preview`, `empty` | what stands beside it, and in its place                       |

mod among;
mod answer;
mod board;
mod bulk;
mod bulk_bar;
mod bulk_form;
mod cells;
mod date_condition;
mod deeds;
mod editor;
mod empty;
mod exporting;
mod field;
mod filter;
mod filter_bar;
mod grouping;
mod kept;
mod layout;
mod leads;
mod lines;
mod lists;
mod menus;
mod pools;
mod preview;
mod question;
mod saved;
mod selection;
mod values;
mod view;

pub use among::Among;
pub(super) use answer::{Answer, Group};
pub(super) use field::ListField;
pub(super) use filter::ListFilter;
pub(super) use kept::KeptList;
pub(super) use layout::Layout;
pub(super) use leads::glyph;
pub(super) use lines::{Line, Lines};
pub(super) use lists::{KeptLists, ListNews, Lists};
pub(super) use pools::Tabs;
pub(super) use question::{Asking, Found, Question};
pub(super) use selection::Selection;
pub(super) use view::ListView;
