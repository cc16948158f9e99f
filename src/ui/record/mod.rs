//! The page of one record, whatever its kind: a new kind gets it from its declaration.
//!
//! ```text
//! header     who or what it is, where it stands, what can be done with it now, and why not what not
//! fields     by section, each edited in its place
//! middle     what its kind has of its own, and what points to it
//! timeline   what happened and what was done about it, in one stream
//! ```
//!
//! | file        | answers                                                                     |
//! |-------------|-----------------------------------------------------------------------------|
//! | `view`      | what the page remembers, and how it is laid out                              |
//! | `actions`, `action_list` | what can be done with records, a line each                       |
//! | `ask`       | what an action has to know before: a reason, a day, someone                  |
//! | `header`, `facts` | the head of the page                                                   |
//! | `sections`, `rows`, `lines` | fields, and a value as a person reads it                     |
//! | `editing`, `draft`, `editor`, `editor_parts`, `options` | a value being changed             |
//! | `likely`    | who it may be besides, while it is edited                                    |
//! | `timeline`, `happenings`, `log` | what happened                                            |
//! | `related`   | what points to it                                                            |
//! | `lead`, `evidence`, `campaign`, `deal` | what only that kind has                   |

mod account;
mod action_list;
pub(super) mod actions;
mod ask;
mod campaign;
mod deal;
mod draft;
mod editing;
mod editor;
mod editor_parts;
mod evidence;
mod facts;
mod happenings;
mod header;
mod lead;
mod likely;
mod lines;
mod log;
mod options;
mod org_chart;
mod people;
mod related;
mod rows;
mod sections;
mod timeline;
mod view;

pub(super) use actions::{Action, Subject, named};
pub(super) use ask::{Asked, Asking};
pub(super) use draft::{Calendar, Draft};
pub(super) use editor::{Edited, show as edit};
pub(super) use editor_parts::inner as edit_inner;
pub(super) use lead::section;
pub(super) use lines::{amount, lines};
pub(super) use related::row as related_row;
pub(super) use view::{RecordView, possible};
