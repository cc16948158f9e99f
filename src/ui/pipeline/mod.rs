//! The board of a pipeline: its open deals by stage, moved by dragging their cards or by the keyboard.
//!
//! ```text
//! question (pipeline, filter) -> a job -> standing: rows and sums by stage -> columns -> the cards that are seen
//! ```
//!
//! | file       | answers                                               |
//! |------------|-------------------------------------------------------|
//! | `question` | what the board should show, and what is known of it   |
//! | `standing` | how the deals of a pipeline stand, worked out in a job |
//! | `view`     | how the board is put together                         |
//! | `strip`    | what all of it adds up to                             |
//! | `column`   | a stage and its cards                                 |
//! | `card`     | a deal                                                |
//! | `ends`     | where deals are dropped to be won or lost             |
//! | `moving`   | how deals go to another stage                         |
//! | `keys`     | what the keyboard does                                |

mod card;
mod column;
mod ends;
mod keys;
mod moving;
mod question;
mod standing;
mod strip;
mod view;

pub(super) use moving::Deed as BoardDeed;
pub(super) use question::Found;
pub(super) use view::PipelineBoard;
