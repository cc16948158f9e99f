//! Conversion: which leads are ready, and the steps by which they become an account, contacts and an
//! opportunity.
//!
//! What would come of it is asked of the rules themselves: the command is tried, and what it would write is
//! the column *Result*. Nothing here knows how a conversion is done.
//!
//! | file         | answers                                                     |
//! |--------------|-------------------------------------------------------------|
//! | `view`       | which step one is at, and what was chosen so far             |
//! | `ready`      | which leads are ready                                        |
//! | `gate`       | whether the leads may be converted, and if not why not       |
//! | `candidates` | which records may be meant, and what speaks for it           |
//! | `fields`     | lead, result and candidate side by side                      |
//! | `confirm`    | what will happen, in one sentence                            |

mod candidates;
mod confirm;
mod fields;
mod gate;
mod ready;
mod view;

pub(super) use view::ConvertView;
