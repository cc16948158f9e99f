//! Work beside the window: named threads whose results are collected by whoever started them, one
//! after another. What a job finds is a closed enum of its owner.

use std::{
    any::Any,
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::{Duration, Instant},
};

/// What jobs find.
pub trait Found: Send + 'static {
    /// A job that came to no end; `message` says why.
    fn broken(job: &'static str, message: String) -> Self;
}

/// Starts jobs and collects what they found.
pub struct Jobs<F> {
    post: Post<F>,
    inbox: Receiver<Find<F>>,
    /// How many are at work, or were and are not collected yet.
    going: Arc<AtomicUsize>,
}

/// What was found, and by which job in which time; none if it was no job.
#[derive(Debug)]
pub struct Find<F> {
    /// What was found.
    pub found: F,
    /// The job, and how long it took.
    pub job: Option<(&'static str, Duration)>,
}

/// Where a job, or anyone else, puts what was found.
pub struct Post<F> {
    sender: Sender<Find<F>>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

// A derive would ask the same of `F`.
impl<F> Clone for Post<F> {
    fn clone(&self) -> Self {
        Self { sender: self.sender.clone(), wake: Arc::clone(&self.wake) }
    }
}

/// By which a job is asked to stop, and sees that it was.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl<F: Found> Jobs<F> {
    /// No jobs yet; `wake` is called after each find.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, inbox) = mpsc::channel();
        Self { post: Post { sender, wake: Arc::new(wake) }, inbox, going: Arc::default() }
    }

    /// Starts a job on a thread of its own. A panic in it is a find like any other.
    pub fn start(
        &self,
        job: &'static str,
        work: impl FnOnce(&Cancel) -> F + Send + 'static,
    ) -> Cancel {
        let cancel = Cancel::default();
        let (post, seen) = (self.post.clone(), cancel.clone());
        let run = move || {
            let begun = Instant::now();
            let found = panic::catch_unwind(AssertUnwindSafe(|| work(&seen)));
            let found = found.unwrap_or_else(|panic| F::broken(job, said(panic.as_ref())));
            post.send(Find { found, job: Some((job, begun.elapsed())) });
        };
        self.going.fetch_add(1, Ordering::Relaxed);
        if let Err(err) = thread::Builder::new().name(job.to_owned()).spawn(run) {
            let (found, job) = (F::broken(job, err.to_string()), Some((job, Duration::ZERO)));
            self.post.send(Find { found, job });
        }
        cancel
    }

    /// Whether no job is at work and all that jobs found is collected.
    pub fn are_done(&self) -> bool {
        self.going.load(Ordering::Relaxed) == 0
    }

    /// Where others than jobs put what they found.
    pub fn post(&self) -> Post<F> {
        self.post.clone()
    }

    /// What was found since the last time.
    pub fn collect(&self) -> Vec<Find<F>> {
        let found: Vec<_> = self.inbox.try_iter().collect();
        let ended = found.iter().filter(|find| find.job.is_some()).count();
        self.going.fetch_sub(ended, Ordering::Relaxed);
        found
    }

    /// Waits for the next find, for those who are about to leave.
    pub fn wait(&self, longest: Duration) -> Option<F> {
        self.inbox.recv_timeout(longest).ok().map(|find| find.found)
    }
}

impl<F> Post<F> {
    /// Says that something has happened, without a find.
    pub fn wake(&self) {
        (self.wake)();
    }

    /// Puts a find. If nobody collects any more, there is nobody to miss it.
    pub fn put(&self, found: F) {
        self.send(Find { found, job: None });
    }

    fn send(&self, find: Find<F>) {
        if self.sender.send(find).is_ok() {
            self.wake();
        }
    }
}

impl Cancel {
    /// Asks the job to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What a panic said.
pub fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    enum Find {
        Number(u32),
        Broken(String),
    }

    impl Found for Find {
        fn broken(job: &'static str, message: String) -> Self {
            Self::Broken(format!("{job}: {message}"))
        }
    }

    #[test]
    fn a_job_is_found_even_when_it_panics() {
        let jobs = Jobs::new(|| {});
        jobs.start("seven", |_| Find::Number(7));
        assert_eq!(jobs.wait(Duration::from_secs(10)), Some(Find::Number(7)));
        jobs.start("broken", |_| panic!("no number"));
        let found = jobs.wait(Duration::from_secs(10));
        assert_eq!(found, Some(Find::Broken("broken: no number".to_owned())));
        assert!(jobs.collect().is_empty());
    }

    #[test]
    fn a_job_sees_that_it_shall_stop() {
        let jobs = Jobs::new(|| {});
        let cancel = jobs.start("endless", |cancel| {
            while !cancel.is_cancelled() {
                thread::yield_now();
            }
            Find::Number(0)
        });
        cancel.cancel();
        assert_eq!(jobs.wait(Duration::from_secs(10)), Some(Find::Number(0)));
    }
}
