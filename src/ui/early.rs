//! The list of leads while the rest of the workspace is still being read, which takes seconds when what was
//! kept of the memory is gone. It can be looked at; what changes anything is refused until then, and files
//! that are dropped wait.

use eframe::egui::{Context, Event};

use super::{App, Intent, Place, desk::Desk, desk::who, shell::Toast};
use crate::{
    domain::{Id, Kind, User},
    i18n::text,
};

/// What is known while the rest is being read.
pub(super) struct Early {
    /// Who acts.
    pub user: Option<Id<User>>,
    /// Whether someone has begun to use what is shown.
    pub is_used: bool,
}

impl App {
    /// Takes the leads as soon as they are there.
    pub(super) fn keep_early_up(&mut self) {
        if self.early.is_some() {
            return;
        }
        let Desk::Opening(watch) = &self.desk else { return };
        let Some(model) = watch.early().filter(|model| !model.leads.is_empty()) else { return };
        // Who cannot be found is said when the workspace is open.
        let Ok(user) = who(&model, self.now(), (self.options.user.as_deref(), self.memory.user))
        else {
            return;
        };
        self.model = model;
        self.early = Some(Early { user, is_used: false });
        self.look.take_from(user, &self.model);
    }

    /// Notes whether someone does something meanwhile: then they are not taken elsewhere when all is read.
    pub(super) fn note_early_use(&mut self, ctx: &Context) {
        let Some(early) = &mut self.early else { return };
        early.is_used |= ctx.input(|input| {
            let is_deed = |event: &Event| {
                let is_deed = matches!(event, Event::Key { .. } | Event::Text(_));
                is_deed || matches!(event, Event::PointerButton { .. } | Event::MouseWheel { .. })
            };
            input.events.iter().any(is_deed)
        });
    }

    /// Whether the list of leads is shown before the rest is read.
    pub(super) fn is_list_early(&self) -> bool {
        self.early.is_some() && self.trail.here() == Place::List(Kind::Lead)
    }

    /// Whether an intent has to wait until everything is read: the person is told so.
    pub(super) fn is_too_early(&mut self, intent: &Intent) -> bool {
        let is_too_early = self.early.is_some() && waits(intent);
        if is_too_early {
            let words = text(self.look.lang, "early-refused").into_owned();
            self.shell.toasts.add(Toast::done(words, None));
        }
        is_too_early
    }
}

/// Whether an intent needs the whole workspace.
fn waits(intent: &Intent) -> bool {
    match intent {
        Intent::Run(_)
        | Intent::Act(_)
        | Intent::New(_)
        | Intent::Create(..)
        | Intent::Find
        | Intent::Sample
        | Intent::Backup
        | Intent::PickBackup
        | Intent::Restore(_)
        | Intent::Scan
        | Intent::Limit(_)
        | Intent::Undo
        | Intent::Redo
        | Intent::Export(_)
        | Intent::CommitStaging
        | Intent::SaveRejects(_)
        | Intent::OpenKept(_) => true,
        // Files are looked at as soon as everything is read.
        Intent::Open(_)
        | Intent::Pick
        | Intent::Paste(_)
        | Intent::StartEmpty
        | Intent::KeepWorkspace
        | Intent::OpenFolder
        | Intent::CancelTask
        | Intent::CancelScan
        | Intent::CancelExport
        | Intent::Broke(_)
        | Intent::Mend
        | Intent::Go(_)
        | Intent::Back
        | Intent::Forth
        | Intent::ShowKeys
        | Intent::ToggleRail
        | Intent::Zoom(_)
        | Intent::SetLang(_)
        | Intent::SetTheme(_)
        | Intent::ForgetStaging
        | Intent::CancelImport
        | Intent::CloseReport
        | Intent::CloseToast(_)
        | Intent::Fetch(_)
        | Intent::Look(_)
        | Intent::Question(_)
        | Intent::Board(_)
        | Intent::Preview(..)
        | Intent::ReadProblems(_)
        | Intent::OpenAgain
        | Intent::Quit => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::egui::{Key, Modifiers, accesskit::Role, vec2};
    use egui_kittest::{Harness, kittest::Queryable as _};

    use super::*;
    use crate::{
        engine::{Crm, Env, Request, demo::DemoOptions},
        exchange,
        i18n::Lang,
        jobs::Jobs,
        model::{Model, Watch},
        ui::{WindowOptions, ahead::Ahead},
    };

    /// What is seen of a workspace of which the leads are read and the rest never is.
    fn watch_of(folder: &std::path::Path) -> Watch {
        let mut crm = Crm::open(folder, Env::system()).unwrap();
        let sample = DemoOptions { leads: 30, ..DemoOptions::of(crm.viewer(None).now) };
        crm.request(None, Request::Sample(sample)).unwrap();
        let watch = Watch::eager();
        Model::load(crm.store_mut(), &watch).unwrap();
        crm.close().unwrap();
        watch
    }

    #[test]
    fn leads_are_listed_and_nothing_is_changed_while_the_rest_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let watch = watch_of(&folder.path().join("read"));
        let opener = Arc::new(exchange::open_path);
        let options = WindowOptions {
            lang: Some(Lang::En),
            ..WindowOptions::new(folder.path().join("other"), opener)
        };
        let mut harness: Harness<'_, App> =
            Harness::builder().with_size(vec2(1440.0, 900.0)).build_eframe(|cc| {
                let mut ahead = Ahead::begin(cc.egui_ctx.clone(), &options);
                ahead.jobs = Jobs::new(|| {});
                ahead.desk = Desk::Opening(watch);
                App::of(ahead, options).unwrap()
            });
        let rows = |harness: &Harness<'_, App>| harness.query_all_by_role(Role::Row).count();
        let says = |harness: &Harness<'_, App>, words: &str| {
            harness.query_all_by_label_contains(words).next().is_some()
        };
        let mut until = |is: &dyn Fn(&Harness<'_, App>) -> bool| {
            for _ in 0..12_000 {
                harness.step();
                if is(&harness) {
                    return;
                }
                std::thread::park_timeout(std::time::Duration::from_millis(5));
            }
            panic!("it does not come");
        };
        until(&|harness| rows(harness) >= 10);
        assert!(harness.state().is_list_early());
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        for _ in 0..8 {
            harness.step();
        }
        assert!(says(&harness, "is still being read"), "what would change something waits");
        assert!(rows(&harness) >= 10, "and the list is still there");
    }
}
