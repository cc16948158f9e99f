//! In which language, how large and in which colours everything is drawn.

use eframe::egui::{Context, ThemePreference};

use super::{memory::Memory, theme};
use crate::{
    domain::{Id, User},
    i18n::Lang,
    model::Model,
};

/// The language and the look.
pub(super) struct Look {
    pub lang: Lang,
    pub theme: ThemePreference,
    /// How large everything is, in per cent.
    pub zoom: u16,
    /// Whether the rail shows icons only, however large the window.
    pub is_rail_narrow: bool,
    /// Whether the person at the keyboard has chosen the language, here or on the command line.
    pub is_chosen: bool,
    /// The language whose letters are set.
    pub letters: Lang,
}

impl Look {
    /// As it was wanted last, but for the language that is asked for now.
    pub fn of(memory: &Memory, chosen: Option<Lang>) -> Self {
        let lang = chosen.unwrap_or_else(Lang::of_system);
        let mut look = Self {
            lang,
            theme: ThemePreference::System,
            zoom: 100,
            is_rail_narrow: false,
            is_chosen: chosen.is_some(),
            letters: lang,
        };
        memory.recall(&mut look);
        look
    }

    /// Chooses a language.
    pub fn choose(&mut self, lang: Lang) {
        self.lang = lang;
        self.is_chosen = true;
    }

    /// Takes the language of the user who acts, unless another was chosen.
    pub fn take_from(&mut self, user: Option<Id<User>>, model: &Model) {
        let (Some(user), false) = (user, self.is_chosen) else { return };
        let own = model.users.get(user).and_then(|user| user.language.parse().ok());
        self.lang = own.unwrap_or(self.lang);
    }

    /// Sees to it that letters and colours are those that were chosen.
    pub fn keep_up(&mut self, ctx: &Context) {
        if self.letters != self.lang {
            let before = std::mem::replace(&mut self.letters, self.lang);
            if theme::other_fonts(before, self.lang) {
                theme::use_fonts_of(ctx, self.lang);
                ctx.request_repaint();
            }
        }
        ctx.set_theme(self.theme);
        ctx.set_zoom_factor(f32::from(self.zoom) / 100.0);
    }
}
