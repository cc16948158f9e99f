//! The workspaces that are measured: made once, kept, and copied for whatever writes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use fairlead::{
    domain::{Id, Kind, RecordId, Role, Row, User},
    engine::{Command, Crm, Env, Outcome, Request},
    query::{self, List, ListQuestion, Viewer},
};
use uuid::Uuid;

use super::{Result, process};

/// What is measured at one size.
pub struct Ground {
    /// How many leads there are.
    pub leads: usize,
    folder: PathBuf,
}

/// An open workspace, and who acts in it.
pub struct Open {
    /// The workspace.
    pub crm: Crm,
    /// An administrator.
    pub actor: Option<Id<User>>,
}

impl Ground {
    /// The ground for so many leads; it is made if it is not there.
    pub fn of(leads: usize) -> Result<Self> {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap_or(Path::new("target"));
        let folder = target.join("bench").join(format!("{}-{leads}", env!("CARGO_PKG_VERSION")));
        let ground = Self { leads, folder };
        // It gets its name when it is whole.
        if !ground.workspace().exists() {
            let half_made = ground.folder.join("half-made");
            remove(&half_made)?;
            fs::create_dir_all(&ground.folder)?;
            let made = process::run(&half_made, &["demo", "--leads", &leads.to_string()])?;
            fs::rename(&half_made, ground.workspace())?;
            fs::write(ground.folder.join("seconds"), made.time.as_secs_f64().to_string())?;
        }
        Ok(ground)
    }

    /// The workspace of sample data. Nobody changes it.
    pub fn workspace(&self) -> PathBuf {
        self.folder.join("workspace")
    }

    /// How long it took to make the sample data, in seconds.
    pub fn seconds(&self) -> Result<f64> {
        Ok(fs::read_to_string(self.folder.join("seconds"))?.parse()?)
    }

    /// A file or folder beside the workspace, for what belongs to it.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A copy of the workspace to work on, until the subject is measured.
    pub fn copy(&self, name: &str) -> Result<PathBuf> {
        copied(&self.workspace(), &self.scratch(name))
    }

    /// An empty folder, until the subject is measured.
    pub fn empty(&self, name: &str) -> Result<PathBuf> {
        let place = self.scratch(name);
        remove(&place)?;
        fs::create_dir_all(&place)?;
        Ok(place)
    }

    /// A place for a file or folder, until the subject is measured.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.folder.join("scratch").join(name)
    }

    /// Removes what was needed for a subject alone.
    pub fn clear(&self) -> Result<()> {
        remove(&self.folder.join("scratch"))
    }
}

impl Open {
    /// Opens a workspace.
    pub fn of(workspace: &Path) -> Result<Self> {
        let crm = Crm::open(workspace, Env::system())?;
        let admin = |user: &User| !user.inactive && user.role == Role::Admin;
        let actor = crm.model().users.find(admin).map(|(id, _)| id);
        Ok(Self { crm, actor })
    }

    /// Runs a command.
    pub fn run(&mut self, command: impl Into<Command>) -> Result<Outcome> {
        Ok(self.crm.run(self.actor, command)?)
    }

    /// Does what a person wants.
    pub fn request(&mut self, request: Request) -> Result<Outcome> {
        Ok(self.crm.request(self.actor, request)?)
    }

    /// Answers a question for a list.
    pub fn list(&self, question: &ListQuestion) -> Result<List> {
        self.list_as(&self.crm.viewer(self.actor), question)
    }

    /// Answers a question for a list as someone else would see it.
    pub fn list_as(&self, viewer: &Viewer, question: &ListQuestion) -> Result<List> {
        Ok(query::list(self.crm.model(), viewer, question, &self.reader())?)
    }

    /// Reads records for questions that ask for what is not in memory.
    pub fn reader(&self) -> impl Fn(RecordId) -> fairlead::error::Result<Option<Row>> {
        |record| Ok(self.crm.store().read(record)?.map(|stored| stored.row))
    }

    /// The oldest leads that may be changed, so many at most.
    pub fn changeable_leads(&self, limit: usize) -> Result<Vec<Uuid>> {
        let found = self.list(&ListQuestion {
            filter: "-stage:converted -stage:merged".to_owned(),
            limit: Some(limit),
            ..ListQuestion::all(Kind::Lead)
        })?;
        Ok(found.ids.iter().map(|record| record.uuid).collect())
    }
}

/// A copy of a folder in another, in place of what was there.
pub fn copied(from: &Path, to: &Path) -> Result<PathBuf> {
    remove(to)?;
    copy(from, to)?;
    Ok(to.to_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Removes a folder that may not be there.
pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Bytes of all files in a folder.
pub fn size(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        bytes += if entry.path().is_dir() { size(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}
