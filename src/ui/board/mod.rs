//! The board of a fair: what it brought, what it cost and what became of it. Every number is a click away from
//! what it means and from the records it is made of.
//!
//! | file      | answers                                                    |
//! |-----------|------------------------------------------------------------|
//! | `view`    | which campaign, which number, and how the tiles are laid out |
//! | `charts`  | what is shown as charts                                      |
//! | `figures` | the numbers of a sheet by their metric                       |
//! | `explain` | what a number means and which records it is made of          |

mod charts;
mod explain;
mod figures;
mod view;

pub use figures::Sheets;
pub(super) use figures::Table;
pub(super) use view::BoardView;
