//! What is begun before there is a window: the workspace is opened and the letters are unpacked while the
//! system makes a window and something to draw it with.

use std::thread::{self, JoinHandle};

use eframe::egui::Context;

use super::{
    WindowOptions,
    desk::{Address, Desk},
    look::Look,
    memory::Memory,
    news::News,
    theme,
};
use crate::{error::Result, jobs::Jobs};

/// What is begun before there is a window.
pub(super) struct Ahead {
    /// What the window will draw with.
    pub ctx: Context,
    pub jobs: Jobs<News>,
    /// The workspace, on its way.
    pub desk: Desk,
    /// What the last window has left.
    pub memory: Memory,
    pub look: Look,
    letters: Option<JoinHandle<()>>,
}

impl Ahead {
    /// Begins with a workspace.
    pub fn begin(ctx: Context, options: &WindowOptions) -> Self {
        let memory = Memory::of(&options.folder);
        let waker = ctx.clone();
        let jobs = Jobs::new(move || waker.request_repaint());
        let desk = Desk::open(&jobs, Address::of(options, &memory));
        let look = Look::of(&memory, options.lang);
        let (of_letters, lang) = (ctx.clone(), look.letters);
        let set = move || theme::use_fonts_of(&of_letters, lang);
        let letters = thread::Builder::new().name("letters".to_owned()).spawn(set.clone());
        // Without a thread for them they are unpacked here.
        let letters = letters.map_err(|_| set()).ok();
        Self { ctx, jobs, desk, memory, look, letters }
    }

    /// Waits until the letters are there: without them nothing is drawn.
    pub fn wait_for_letters(&mut self) {
        if let Some(Err(panic)) = self.letters.take().map(JoinHandle::join) {
            std::panic::resume_unwind(panic);
        }
    }

    /// Closes the workspace in good order, because there will be no window.
    ///
    /// # Errors
    /// As [`crate::engine::Writer::close`].
    pub fn close(mut self) -> Result<()> {
        self.desk.settle(&self.jobs);
        match self.desk {
            Desk::Open(opened) => opened.writer.close(),
            Desk::Opening(_) | Desk::Failed(_) => Ok(()),
        }
    }
}
