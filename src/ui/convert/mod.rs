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
//! | `chosen`     | what was chosen so far, and the command it comes to          |
//! | `targets`    | a new record, an existing one or none                        |
//! | `candidates` | which records may be meant, what speaks for and against it   |
//! | `fields`     | lead, result and candidate side by side                      |
//! | `field_row`  | a field among them: where its value comes from, to be changed |
//! | `left_out`   | what of the lead goes nowhere                                |
//! | `confirm`    | what will happen, in one sentence                            |

mod candidates;
mod chosen;
mod confirm;
mod field_row;
mod fields;
mod gate;
mod left_out;
mod ready;
mod targets;
mod view;

pub(super) use view::ConvertView;
