//! The open workspace: the writer, who alone may change it, and who acts.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{WindowOptions, memory::Memory, news::News, safekeeping::SafekeepingNews};
use crate::{
    domain::{Id, Kind, Role, Timestamp, User},
    engine::{Crm, Env, Outcome, Published, Request, Writer},
    error::{Error, Result},
    jobs::{Jobs, Post},
    model::{Model, Watch},
    query::{self, Viewer},
    store,
};

/// How long leaving waits for a workspace that is still being opened or restored.
const LONGEST_OPENING: Duration = Duration::from_secs(10);

/// The workspace, as far as it is open.
pub(super) enum Desk {
    /// It is being opened; how far that is, when all records must be read.
    Opening(Watch),
    /// It is open.
    Open(Opened),
    /// It cannot be opened.
    Failed(Error),
}

/// An open workspace.
pub(super) struct Opened {
    pub writer: Writer,
    /// Who acts.
    pub user: Option<Id<User>>,
}

/// Where a workspace lies and who is to act in it.
pub(super) struct Address {
    pub folder: std::path::PathBuf,
    pub user: Option<String>,
    /// Who acted when the window was closed last.
    pub last: Option<Id<User>>,
    pub env: fn() -> Env,
}

impl Address {
    /// As a window is asked for.
    pub fn of(options: &WindowOptions, memory: &Memory) -> Self {
        let (folder, user) = (options.folder.clone(), options.user.clone());
        Self { folder, user, last: memory.user, env: options.env }
    }
}

impl Desk {
    /// Opens a workspace beside the window.
    pub fn open(jobs: &Jobs<News>, address: Address) -> Self {
        let (post, watch) = (jobs.post(), Watch::eager());
        let seen = watch.clone();
        jobs.start("open", move |_| News::Opened(Box::new(open(&address, post, &seen))));
        Self::Opening(watch)
    }

    /// Makes the workspace what a backup holds, beside the window; it is opened again in any case.
    pub fn restore(self, jobs: &Jobs<News>, address: Address, backup: PathBuf) -> Self {
        let (post, watch) = (jobs.post(), Watch::default());
        let seen = watch.clone();
        jobs.start("restore", move |_| {
            let closed = match self {
                Self::Open(opened) => opened.writer.close(),
                Self::Opening(_) | Self::Failed(_) => Ok(()),
            };
            let old = closed.and_then(|()| store::restore(&backup, &address.folder));
            News::Safekeeping(SafekeepingNews::Restored(Box::new(open(&address, post, &seen)), old))
        });
        Self::Opening(watch)
    }

    /// Calls off the opening of a workspace, or waits for it: for those who are about to leave. What else is
    /// found meanwhile is lost.
    pub fn settle(&mut self, jobs: &Jobs<News>) {
        let begun = Instant::now();
        if let Self::Opening(watch) = &self {
            watch.cancel();
        }
        while let (Self::Opening(_), Some(left)) =
            (&self, LONGEST_OPENING.checked_sub(begun.elapsed()))
        {
            match jobs.wait(left) {
                Some(News::Opened(opened))
                | Some(News::Safekeeping(SafekeepingNews::Restored(opened, _))) => {
                    *self = (*opened).map_or_else(Self::Failed, Self::Open);
                }
                Some(News::Broken("open" | "restore", said)) => {
                    *self = Self::Failed(Error::other("job-broken").because(said));
                }
                _ => {}
            }
        }
    }

    /// The open workspace.
    pub fn opened(&self) -> Option<&Opened> {
        match self {
            Self::Open(opened) => Some(opened),
            _ => None,
        }
    }

    /// What the writer publishes.
    pub fn published(&self) -> Option<&Published> {
        self.opened().map(|opened| opened.writer.published())
    }

    /// The newest snapshot.
    pub fn model(&self) -> Option<Arc<Model>> {
        self.published().map(Published::model)
    }

    /// Asks for a change; what became of it is found later.
    pub fn request(
        &self,
        post: Post<News>,
        request: Request,
        news: impl FnOnce(Result<Outcome>) -> News + Send + 'static,
    ) {
        if let Some(opened) = self.opened() {
            opened.writer.request(opened.user, request, move |result| post.put(news(result)));
        }
    }
}

fn open(address: &Address, post: Post<News>, watch: &Watch) -> Result<Opened> {
    let crm = Crm::open_watched(&address.folder, (address.env)(), watch)?;
    let now = crm.viewer(None).now;
    let user = match who(crm.model(), now, (address.user.as_deref(), address.last)) {
        Ok(user) => user,
        Err(err) => {
            crm.close()?;
            return Err(err);
        }
    };
    let writer = Writer::start(crm, move || post.wake())?;
    Ok(Opened { writer, user })
}

/// Who acts: the one who is named, else the only user there is, else who acted last, else the first
/// administrator.
pub(super) fn who(
    model: &Model,
    now: Timestamp,
    (named, last): (Option<&str>, Option<Id<User>>),
) -> Result<Option<Id<User>>> {
    let Some(name) = named else {
        let is_here = |id: &Id<User>| model.users.get(*id).is_some_and(|user| !user.inactive);
        let is_admin = |user: &User| !user.inactive && user.role == Role::Admin;
        let admin = || model.users.find(is_admin).map(|(id, _)| id);
        return Ok(model.only_user().or(last.filter(is_here)).or_else(admin));
    };
    let viewer = Viewer::of(model, None, now);
    let found = query::resolve(model, &viewer, Kind::User, name)?.required(Kind::User, name)?;
    Ok(Id::of(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(folder: &std::path::Path) -> Address {
        Address { folder: folder.to_owned(), user: None, last: None, env: Env::system }
    }

    /// Leaves while the workspace is on its way: how it is left, and what becomes of it.
    fn left(mut desk: Desk, jobs: &Jobs<News>) -> Result<()> {
        let begun = Instant::now();
        desk.settle(jobs);
        assert!(begun.elapsed() < LONGEST_OPENING, "nothing was waiting that long");
        match desk {
            Desk::Open(opened) => opened.writer.close(),
            Desk::Failed(err) => Err(err),
            Desk::Opening(_) => panic!("it is still on its way"),
        }
    }

    #[test]
    fn who_leaves_while_a_backup_is_restored_waits_for_it_and_no_longer() {
        let folder = tempfile::tempdir().unwrap();
        let (workspace, backup) = (folder.path().join("it"), folder.path().join("it.flbackup"));
        let mut crm = Crm::open(&workspace, Env::system()).unwrap();
        crm.store_mut().backup(&backup).unwrap();
        crm.close().unwrap();
        let jobs = Jobs::new(|| {});
        // Reading it all is called off, unless it was done before: nothing is lost by either.
        let is_left =
            |left: Result<()>| left.map_or_else(|err| err.code() == "cancelled", |()| true);
        assert!(is_left(left(Desk::open(&jobs, address(&workspace)), &jobs)));
        let desk = Desk::open(&jobs, address(&workspace));
        let Some(News::Opened(opened)) = jobs.wait(LONGEST_OPENING) else { panic!("not opened") };
        drop(desk);
        let desk = Desk::Open(opened.unwrap());
        let result = left(desk.restore(&jobs, address(&workspace), backup.clone()), &jobs);
        assert!(is_left(result));
        // Nobody holds the workspace any more.
        Crm::open(&workspace, Env::system()).unwrap().close().unwrap();
        // A backup that is none is said to be none, as soon as that is known.
        let desk = Desk::Failed(Error::other("job-broken"));
        let desk = desk.restore(&jobs, address(&workspace), folder.path().join("none"));
        assert!(is_left(left(desk, &jobs)));
    }
}
