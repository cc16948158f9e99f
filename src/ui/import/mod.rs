//! Files on their way in, looked at before anything is saved.
//!
//! | file       | answers                                                             |
//! |------------|---------------------------------------------------------------------|
//! | `session`  | the files at hand, their tables, and what was said of them          |
//! | `work`     | what is read and checked beside the window, and what follows        |
//! | `checks`   | what becomes of every row, worked out beside the window             |
//! | `view`     | which step one is at, and the way on                                |
//! | `files`    | the first step: which files                                         |
//! | `format`   | the second: how a file is read, with its first rows                 |
//! | `columns`  | the third: which column is which field                              |
//! | `grid`     | the fourth: what becomes of every row                               |
//! | `widths`   | its columns, as wide as what stands in them                         |
//! | `rows`     | what stands in the cells of the grid                                |
//! | `titles`   | what stands above them: what a column means, and why                |
//! | `repairs`  | what is wrong in many rows, and how all of them are put right       |
//! | `side`     | one row: what it is like, and what a person decides                 |
//! | `batch`    | where the leads go, and the sums                                    |
//! | `shares`   | to whom the rules would give what is new                            |
//! | `fields`   | what the fields are called that a column can go to                  |

mod batch;
mod checks;
mod columns;
mod fields;
mod files;
mod format;
mod grid;
mod repairs;
mod rows;
mod session;
mod shares;
mod side;
mod titles;
mod view;
mod widths;
mod work;

pub(super) use fields::name_of as field_name;
pub(super) use session::Staging;
pub(super) use view::EVERY;
pub(super) use work::{Around, Commit, StagingNews};

use crate::{
    engine::Fate,
    ui::{
        theme::{Tokens, Tone},
        widgets::{Icon, icons},
    },
};

/// The steps, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// Which files.
    Files,
    /// How they are read.
    Format,
    /// Which column is which field.
    Columns,
    /// What becomes of every row.
    #[default]
    Check,
}

impl Step {
    const ALL: [Self; 4] = [Self::Files, Self::Format, Self::Columns, Self::Check];

    fn key(self) -> &'static str {
        match self {
            Self::Files => "staging-files",
            Self::Format => "staging-format",
            Self::Columns => "staging-columns",
            Self::Check => "staging-check",
        }
    }
}

/// How a fate looks: the key of its word, its sign, its colours.
fn look_of(fate: Fate, tokens: &Tokens) -> (&'static str, Icon, Tone) {
    match fate {
        Fate::New => ("fate-new", icons::PLUS, tokens.good()),
        Fate::Update => ("fate-update", icons::REFRESH, tokens.told()),
        Fate::Duplicate => ("fate-duplicate", icons::LINK, tokens.neutral()),
        Fate::Conflict => ("fate-conflict", icons::CIRCLE_HELP, tokens.doubtful()),
        Fate::Skip => ("fate-skip", icons::BAN, tokens.neutral()),
        Fate::Error => ("fate-error", icons::CIRCLE_ALERT, tokens.bad()),
    }
}
