//! What comes back on the next start: the last place, how each list is looked at, the language, the look, and
//! where the window lies.
//! It lies beside the records and is worth nothing to anybody else: one that cannot be read is begun anew.

use std::{fs, path::Path};

use eframe::egui::{Context, ThemePreference};
use serde::{Deserialize, Serialize};

use super::{Place, list::KeptLists, look::Look, window_place::WindowPlace};
use crate::{
    domain::{Id, User},
    error::{Error, Result},
};

/// The file, in the folder of the workspace.
const FILE: &str = "window.json";

/// What comes back on the next start.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Memory {
    lang: Option<String>,
    /// The language whose letters were set last, chosen or not.
    letters: Option<String>,
    theme: Option<String>,
    zoom: Option<u16>,
    is_rail_narrow: bool,
    /// Whether the first page has been left without bringing anything in.
    pub is_welcomed: bool,
    place: Option<String>,
    /// Who acted, unless that was asked for.
    pub user: Option<Id<User>>,
    /// Where the window lies.
    pub window: WindowPlace,
    /// How the lists are looked at.
    pub lists: KeptLists,
}

impl Memory {
    /// What was remembered of a workspace; nothing if there is none or it cannot be read.
    pub fn of(folder: &Path) -> Self {
        let file = fs::read(folder.join(FILE)).ok();
        file.and_then(|file| serde_json::from_slice(&file).ok()).unwrap_or_default()
    }

    /// Keeps it for the next start.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep(&self, folder: &Path) -> Result<()> {
        let path = folder.join(FILE);
        let text = serde_json::to_vec_pretty(self);
        let text = text.map_err(|err| Error::other("cannot-print").because(err))?;
        fs::write(&path, text).map_err(|err| Error::file("@operation-write", &path, err))
    }

    /// The place one was at.
    pub fn place(&self) -> Option<Place> {
        Place::of_code(self.place.as_deref()?)
    }

    /// Notes where one is, and where the window lies.
    pub fn note(&mut self, place: Place, ctx: &Context) {
        self.note_place(place);
        self.window.note(ctx);
    }

    fn note_place(&mut self, place: Place) {
        self.place = Some(place.code());
    }

    /// Notes how one wants it.
    pub fn note_look(&mut self, look: &Look) {
        self.lang = look.is_chosen.then(|| look.lang.code().to_owned());
        self.letters = Some(look.lang.code().to_owned());
        self.theme =
            THEMES.iter().find(|(theme, _)| *theme == look.theme).map(|it| it.1.to_owned());
        self.zoom = Some(look.zoom);
        self.is_rail_narrow = look.is_rail_narrow;
    }

    /// Has it as it was wanted last, but for what was asked for on the command line.
    pub fn recall(&self, look: &mut Look) {
        let lang = self.lang.as_ref().and_then(|code| code.parse().ok());
        if let (Some(lang), false) = (lang, look.is_chosen) {
            look.choose(lang);
        }
        // Who acts, and in which language, is known only when the workspace is open: until then it is as it was.
        let letters = self.letters.as_ref().and_then(|code| code.parse().ok());
        if !look.is_chosen {
            look.lang = letters.unwrap_or(look.lang);
        }
        look.letters = look.lang;
        let theme = THEMES.iter().find(|(_, name)| self.theme.as_deref() == Some(*name));
        look.theme = theme.map_or(look.theme, |(theme, _)| *theme);
        look.zoom = self.zoom.map_or(look.zoom, |zoom| super::Zoom::To(zoom).from(look.zoom));
        look.is_rail_narrow = self.is_rail_narrow;
    }
}

const THEMES: [(ThemePreference, &str); 3] = [
    (ThemePreference::System, "system"),
    (ThemePreference::Light, "light"),
    (ThemePreference::Dark, "dark"),
];

#[cfg(test)]
mod tests {
    use eframe::egui::vec2;

    use super::*;
    use crate::domain::{Kind, RecordId};

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Memory::of(folder.path()), Memory::default());
        let window = WindowPlace::of_size(vec2(1200.0, 700.0));
        let mut memory = Memory { zoom: Some(125), window, ..Memory::default() };
        memory.note_place(Place::Imports);
        memory.note_place(Place::Settings);
        memory.keep(folder.path()).unwrap();
        let again = Memory::of(folder.path());
        assert_eq!(again, memory);
        assert_eq!(again.window.size(), Some(vec2(1200.0, 700.0)));
        assert_eq!(again.place(), Some(Place::Settings));
        fs::write(folder.path().join(FILE), "{ half").unwrap();
        assert_eq!(Memory::of(folder.path()), Memory::default());
    }

    #[test]
    fn every_place_can_be_kept() {
        let uuid = uuid::Uuid::from_u128(7);
        let lead = RecordId { kind: Kind::Lead, uuid };
        for place in [
            Place::List(Kind::ImportBatch),
            Place::Record(lead),
            Place::Pool,
            Place::Convert(None),
            Place::Convert(Some(crate::domain::Id::new(uuid))),
            Place::Dashboards,
            Place::Imports,
            Place::Settings,
        ] {
            assert_eq!(Place::of_code(&place.code()), Some(place));
        }
        // Boards may be gone; that there are boards is remembered.
        assert_eq!(Place::of_code(&Place::Board("fair").code()), Some(Place::Dashboards));
        assert_eq!(Place::of_code("nowhere"), None);
    }
}
