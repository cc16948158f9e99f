//! The leads while the rest is still being read: a list of them can be used meanwhile.
//!
//! What is not there yet is never shown as if it were nothing: whoever asks for it waits until all is read.

use std::sync::{Arc, OnceLock};

use super::{Columns, GROWN, Keys, Model, lazy::Lazy};
use crate::domain::Kind;

/// The whole model, once it is read; nothing if it cannot be.
type Whole = Arc<OnceLock<Option<Model>>>;

/// By which those who wait for the whole model get it. They wait no longer when it is dropped.
pub(super) struct Promise(Whole);

impl Promise {
    /// The whole model is read.
    pub fn keep(self, model: &Model) {
        self.0.get_or_init(|| Some(model.clone()));
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        // Nobody sees what they who wait get then: what was found wrong is shown instead.
        self.0.get_or_init(|| None);
    }
}

impl Model {
    /// Whether everything is there. If not, only the fields of leads that lists show and the kinds that
    /// stay small are: whoever asks for anything else waits until it is read.
    pub fn is_whole(&self) -> bool {
        !self.is_early
    }

    /// What can be looked at while the rest is read: the small kinds, and these leads.
    pub(super) fn early(&self, leads: Columns) -> (Self, Promise) {
        let whole = Whole::default();
        let mut model = self.clone();
        model.is_early = true;
        let of_leads = Arc::clone(&whole);
        let searched = move || part(&of_leads, |model| model.leads.searched().clone());
        model.leads = Lazy::new(leads.with_searched(searched));
        for kind in GROWN.iter().copied().filter(|kind| *kind != Kind::Lead) {
            let whole = Arc::clone(&whole);
            let columns = move |model: &Self| model.columns(kind).cloned();
            let none = move || Columns::new(kind);
            model.columns_behind(kind, move || part(&whole, columns).unwrap_or_else(none));
        }
        let of_derived = Arc::clone(&whole);
        model.derived = Lazy::behind(move || part(&of_derived, |model| model.derived.clone_part()));
        let of_about = Arc::clone(&whole);
        model.about = Lazy::behind(move || part(&of_about, |model| model.about.clone_part()));
        model.keys = Keys::missing();
        (model, Promise(whole))
    }
}

/// A part of the whole model, which is waited for.
fn part<T: Default>(whole: &Whole, of: impl FnOnce(&Model) -> T) -> T {
    whole.wait().as_ref().map(of).unwrap_or_default()
}
