//! How does it look? The window: it reads snapshots of the model, draws them, and asks for changes.
//!
//! ```text
//! App::logic   collects what jobs and the writer found, carries out what views asked for; never draws
//! App::ui      draws the newest snapshot; never waits
//! a view       gets a Cx: reads the model, draws, and pushes Intents; it cannot reach the Crm
//! ```
//!
//! | file           | answers                                                             |
//! |----------------|---------------------------------------------------------------------|
//! | `start`        | how the window is opened, and what happens when something panics     |
//! | `ahead`        | what is begun before there is a window                               |
//! | `app`          | what there is, frame by frame                                        |
//! | `carry_out`    | what an [`Intent`] does                                              |
//! | `news`         | what jobs and the writer found, and what follows from it             |
//! | `desk`         | the open workspace: the writer and who acts                          |
//! | `early`        | the list of leads while the rest is still being read                 |
//! | `tasks`        | what the writer has been asked for and has not answered              |
//! | `look`         | the language, and how everything is drawn                             |
//! | `frame_time`   | how long frames take on the processor                                 |
//! | `memory`       | what comes back on the next start                                    |
//! | `window_place` | where the window lies on the screen, and how large it is             |
//! | `safekeeping`  | backup, restore, the folder itself                                   |
//! | `import/`      | files that are looked at before they are imported                    |
//! | `import_files` | what happens between looking at files and having them                |
//! | `importing`    | files on their way in, one after another                             |
//! | `imports/`     | what was imported, and what was taken back                           |
//! | `returned`     | files that were handed out and come back                             |
//! | `list/`        | the list of a kind, whatever the kind                                |
//! | `export/`      | records on their way into a file                                     |
//! | `pasting`      | what was copied elsewhere and is pasted here                         |
//! | `guard`        | a panic in one place, which must not take the window with it          |
//! | `row_cache`    | whole records of what is looked at                                   |
//! | `questions`    | what pages want to know, worked out beside the window                |
//! | `board/`       | the board of a fair, every number a click from its records            |
//! | `convert/`     | how a lead becomes an account, contacts and an opportunity            |
//! | `pairs/`       | records that may be the same, and how they become one                 |
//! | `pipeline/`    | the board of deals by stage                                          |
//! | `record/`      | the page of one record, whatever its kind                            |
//! | `shown`, `days`| a value as a person reads it                                         |
//! | `date_field`   | a day that is typed or taken from a month                            |
//! | `shell/`       | what is always there: rail, bars, toasts, the overlay of dragged files |
//! | `places`       | where one can be, how one got there, and what the rail offers         |
//! | `rail_counts`  | how many wait at some places                                         |
//! | `actions`      | what can be asked for from anywhere, with its keys                   |
//! | `finder`       | which records the palette offers                                     |
//! | `settings/`    | how program and workspace are set up, a file for each page            |
//! | `views/`       | what is shown at a place, one file each, and a line in `Views::page`   |
//! | `widgets/`     | the pieces they are made of                                          |
//! | `theme/`       | every colour, size and letter                                        |

mod actions;
mod ahead;
mod app;
mod board;
mod carry_out;
mod convert;
mod cx;
mod date_field;
mod days;
mod desk;
mod early;
mod export;
mod finder;
mod frame_time;
mod guard;
mod import;
mod import_files;
mod importing;
mod imports;
mod list;
mod look;
mod memory;
mod news;
mod pairs;
mod pasting;
mod pipeline;
mod places;
mod questions;
mod rail_counts;
mod record;
mod returned;
mod row_cache;
mod safekeeping;
mod settings;
mod sharing;
mod shell;
mod shown;
mod start;
mod tasks;
pub mod theme;
mod trace;
mod views;
pub mod widgets;
mod window_place;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

pub use actions::Zoom;
pub use app::App;
pub use cx::Cx;
use eframe::egui::ThemePreference;
pub use export::Export;
pub use imports::ProblemQuestion;
pub use list::Among;
pub use places::Place;
use serde_json::{Map, Value as Json};
pub use start::run;

use crate::{
    domain::{Kind, RecordId},
    engine::{Command, Env, Request},
    error::Result,
    exchange::{Opened, Options},
    i18n::Lang,
};

/// Opens a file or a folder. Called on a thread of its own.
pub type FileOpener = Arc<dyn Fn(&Path, &Options) -> Result<Opened> + Send + Sync>;

/// What the window is opened with.
#[derive(Clone)]
pub struct WindowOptions {
    /// The folder of the workspace.
    pub folder: PathBuf,
    /// The language; that of the user or the system if none is named.
    pub lang: Option<Lang>,
    /// Who acts: a login, a name or an id; the only user if none is named.
    pub user: Option<String>,
    /// Where to write what the window does, a line of JSON each.
    pub trace: Option<PathBuf>,
    /// The folder that files are written to without asking; a person is asked if none is named.
    pub save_to: Option<PathBuf>,
    /// How files are read.
    pub opener: FileOpener,
    /// Where the time comes from.
    pub env: fn() -> Env,
    /// When the program began, for the trace.
    pub begun: Instant,
}

impl WindowOptions {
    /// The window on a workspace, otherwise as the system has it.
    pub fn new(folder: PathBuf, opener: FileOpener) -> Self {
        Self {
            folder,
            lang: None,
            user: None,
            trace: None,
            save_to: None,
            opener,
            env: Env::system,
            begun: Instant::now(),
        }
    }
}

/// What a person asked for. Views push them; [`App`] carries them out between frames.
pub enum Intent {
    /// A change of the data.
    Run(Request),
    /// Files to be imported.
    Open(Vec<PathBuf>),
    /// A dialog in which files are chosen.
    Pick,
    /// What was copied elsewhere: files, a table, or text.
    Paste(String),
    /// The place one is at stopped while it was drawn; what it said.
    Broke(String),
    /// The place is to be drawn again.
    Mend,
    /// Something that can be done with the record whose page is shown, by its stable name.
    Act(&'static str),
    /// Another place.
    Go(Place),
    /// Just the records behind a number, in the list of their kind.
    Limit(Box<Among>),
    /// The place one was at before.
    Back,
    /// The place one went back from.
    Forth,
    /// The palette, in which records, places and actions are found.
    Find,
    /// A form for something new.
    New(Kind),
    /// A new record, as it was filled in.
    Create(Kind, Map<String, Json>),
    /// The list of keys.
    ShowKeys,
    /// The rail narrow, or wide again.
    ToggleRail,
    /// Everything larger or smaller.
    Zoom(Zoom),
    /// Another language.
    SetLang(Lang),
    /// Another look.
    SetTheme(ThemePreference),
    /// The last command back.
    Undo,
    /// The last undo back.
    Redo,
    /// What is at hand is to be imported as it was looked at.
    CommitStaging,
    /// What is at hand is to be forgotten: nothing was imported.
    ForgetStaging,
    /// The rows that an import left out are to be written into a file.
    SaveRejects(Box<crate::domain::ImportBatch>),
    /// The rows of an import that have a problem are to be read.
    ReadProblems(Box<ProblemQuestion>),
    /// The file of an import is to be looked at again.
    OpenKept(Box<crate::domain::ImportBatch>),
    /// The running import is to stop, as if it had never begun.
    CancelImport,
    /// The large change that is going on is to stop, as if it had never begun.
    CancelTask,
    /// The writing of records into a file is to stop.
    CancelExport,
    /// Everyone is to be searched for duplicates.
    Scan,
    /// That search is to stop.
    CancelScan,
    /// A made-up season of fairs, to look around in.
    Sample,
    /// The first page is left without bringing anything in.
    StartEmpty,
    /// A backup into a file that is chosen.
    Backup,
    /// A dialog in which a backup is chosen.
    PickBackup,
    /// The workspace is to become what a backup holds.
    Restore(PathBuf),
    /// The backup that was chosen is not to be restored.
    KeepWorkspace,
    /// The folder of the workspace, in the program that shows folders.
    OpenFolder,
    /// The report of an import has been read.
    CloseReport,
    /// A toast has been read.
    CloseToast(u64),
    /// Whole records are needed.
    Fetch(Vec<RecordId>),
    /// Records are to be written into a file.
    Export(Box<Export>),
    /// All that is known of a record is needed.
    Look(Box<questions::Look>),
    /// Something has to be worked out.
    Question(questions::Question),
    /// The board of a campaign.
    Board(crate::domain::Id<crate::domain::Campaign>),
    /// A command is to be tried; it is known by how it is written.
    Preview(String, Box<Command>),
    /// The workspace is to be opened once more.
    OpenAgain,
    /// The window is to be closed.
    Quit,
}
