//! Every place as it looked when it was last looked at by a person: `UPDATE_SNAPSHOTS=1` takes new pictures.
//! They are drawn at half their size by software, so that they stay small and another machine draws the same.
//!
//! Each look is a test of its own: two sizes, two themes and three languages, every two of them together once.
//! Two looks show everything, the others the places and what is fullest.

use eframe::egui::{Key, Modifiers, Theme, ThemePreference, Vec2, accesskit::Role, vec2};
use egui_kittest::{
    SnapshotOptions, SnapshotResults,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::i18n::{Lang, text};

use super::{Window, hovering, import::DIRTY, list::press, record::Filled};

/// How much a pixel may differ, and how many may differ more: letters are not drawn alike everywhere.
const THRESHOLD: f32 = 2.0;
const PIXELS: usize = 400;

/// Frames after which what is worked out beside the window is there.
const FRAMES: usize = 60;

/// Pixels to a point.
const SCALE: f32 = 0.5;

const LARGE: Vec2 = vec2(1440.0, 900.0);
const SMALL: Vec2 = vec2(1024.0, 640.0);

/// The places of the rail, by their names in files, in its order, and whether a record of it has a page.
const PLACES: [(&str, bool); 12] = [
    ("campaigns", true),
    ("pool", true),
    ("leads", false),
    ("convert", false),
    ("accounts", true),
    ("contacts", true),
    ("opportunities", true),
    ("orders", true),
    ("fair_result", false),
    ("imports", false),
    ("duplicates", false),
    ("settings", false),
];

/// How the window looks.
#[derive(Clone, Copy)]
struct Look {
    name: &'static str,
    lang: Lang,
    theme: ThemePreference,
    size: Vec2,
    /// Whether everything is pictured: also what is empty, pages, steps, and what lies over the window.
    is_whole: bool,
}

/// A window that is pictured.
struct Walk {
    window: Window,
    look: Look,
    results: SnapshotResults,
}

impl Walk {
    fn begin(filled: Filled, look: Look, results: SnapshotResults) -> Self {
        let window = filled.drawn_as(None, look.lang, (look.size, SCALE));
        let mut walk = Self { window, look, results };
        let welcome = walk.says("welcome-empty");
        walk.window.until("the window", |harness| {
            let tabs = harness.query_all_by_role(Role::Tab).count();
            tabs == PLACES.len() || harness.query_by_label_contains(&welcome).is_some()
        });
        walk.window.settle(FRAMES);
        walk
    }

    /// Chooses light or dark in the menu of the user.
    fn choose_theme(&mut self) {
        self.window.settle(FRAMES);
        let menu = self.says("user-menu");
        self.click(Role::Button, &menu);
        let is_dark = self.look.theme == ThemePreference::Dark;
        let theme = self.says(if is_dark { "look-dark" } else { "look-light" });
        self.click(Role::MenuItemRadio, &theme);
    }

    fn says(&self, key: &str) -> String {
        text(self.look.lang, key).into_owned()
    }

    fn snap(&mut self, name: &str) {
        self.window.settle(FRAMES);
        self.window.harness.remove_cursor();
        self.window.harness.run_ok();
        let options = SnapshotOptions::new().threshold(THRESHOLD).max_failed_pixels(PIXELS);
        let name = format!("{}/{name}", self.look.name);
        self.results.add(self.window.harness.try_snapshot_options(name, &options));
    }

    fn go(&mut self, at: usize) {
        self.window.harness.query_all_by_role(Role::Tab).nth(at).unwrap().click();
        self.window.settle(FRAMES);
    }

    /// Presses the first thing of that role whose name begins so.
    fn click(&mut self, role: Role, name: &str) {
        let mut all = self.window.harness.query_all_by_role(role);
        let found = all.find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(name))
        });
        let found = found.unwrap_or_else(|| {
            panic!("{name} is not there; there is: {:#?}", self.window.words());
        });
        found.click();
        drop(all);
        self.window.harness.run_ok();
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        press(&mut self.window, modifiers, key);
    }

    fn places(&mut self) {
        for (at, (place, has_page)) in PLACES.into_iter().enumerate() {
            self.go(at);
            self.snap(place);
            let is_full = ["pool", "accounts", "opportunities"].contains(&place);
            if has_page && (self.look.is_whole || is_full) {
                self.press(Modifiers::NONE, Key::ArrowDown);
                self.press(Modifiers::NONE, Key::Enter);
                self.snap(&format!("{place}-page"));
            }
        }
        if !self.look.is_whole {
            return;
        }
        for page in [
            "settings-workspace",
            "settings-users",
            "settings-assignment",
            "settings-conversion",
            "settings-matching",
            "settings-data",
            "settings-history",
        ] {
            let tab = self.says(page);
            // A place of the rail may be called so, too.
            let tabs = self.window.harness.query_all_by_role_and_label(Role::Tab, &tab);
            tabs.last().unwrap().click();
            self.window.harness.run_ok();
            self.snap(page);
        }
    }

    fn conversion(&mut self) {
        self.go(3);
        let convert = self.says("convert-do");
        self.click(Role::Button, &convert);
        for step in ["ready", "candidates", "fields", "confirm"] {
            self.snap(&format!("convert-{step}"));
            self.press(Modifiers::COMMAND, Key::Enter);
        }
        self.snap("convert-done");
    }

    fn import(&mut self) {
        let file = self.window.file("食品展名片.csv", DIRTY);
        self.window.drop_files(&[&file]);
        self.window.settle(FRAMES);
        self.snap("staging-check");
        if !self.look.is_whole {
            return;
        }
        for step in ["staging-files", "staging-format", "staging-columns"] {
            let tab = self.says(step);
            self.click(Role::Tab, &tab);
            self.snap(step);
        }
        self.press(Modifiers::NONE, Key::Enter);
        self.snap("import-report");
    }

    /// The day on which a lead is to wake, on its page.
    fn date_picker(&mut self) {
        self.go(2);
        self.press(Modifiers::NONE, Key::ArrowDown);
        self.press(Modifiers::NONE, Key::Enter);
        self.window.settle(FRAMES);
        let nurture = self.says("action-nurture");
        self.click(Role::Button, &nurture);
        self.snap("date-picker");
        self.press(Modifiers::NONE, Key::Escape);
        self.press(Modifiers::NONE, Key::Escape);
        self.go(1);
    }

    /// What can lie over the window.
    fn over(&mut self) {
        self.go(1);
        for (name, modifiers, key) in [
            ("palette", Modifiers::COMMAND, Key::K),
            ("new-lead", Modifiers::COMMAND, Key::N),
            ("keys", Modifiers::NONE, Key::F1),
        ] {
            self.press(modifiers, key);
            self.snap(name);
            self.press(Modifiers::NONE, Key::Escape);
        }
        let export = self.says("export-title");
        self.click(Role::Button, &export);
        self.snap("export");
        self.press(Modifiers::NONE, Key::Escape);
        self.date_picker();
        let files = hovering(&["/stick/食品展名片_1120.xlsx", "/a/b.mp4"]);
        self.window.harness.input_mut().hovered_files = files;
        self.snap("overlay");
        self.window.harness.input_mut().hovered_files.clear();
    }
}

fn pictures(look: Look) {
    // Without something to draw with there is nothing to compare.
    if std::env::var_os("VK_ICD_FILENAMES").is_none() {
        return;
    }
    let results = if look.is_whole { empty(look) } else { SnapshotResults::new() };
    let mut filled = Filled::new();
    filled.sample();
    let mut walk = Walk::begin(filled, look, results);
    walk.choose_theme();
    walk.places();
    walk.import();
    if look.is_whole {
        walk.conversion();
        walk.over();
    }
}

/// The first page, and the places while there is nothing.
fn empty(look: Look) -> SnapshotResults {
    let mut walk = Walk::begin(Filled::new(), look, SnapshotResults::new());
    // The first page has no menu: the theme is that of the system.
    let is_dark = look.theme == ThemePreference::Dark;
    let theme = if is_dark { Theme::Dark } else { Theme::Light };
    walk.window.harness.input_mut().system_theme = Some(theme);
    walk.snap("welcome");
    let empty = walk.says("welcome-empty");
    walk.window.harness.get_by_label(&empty).click();
    walk.choose_theme();
    for (at, (place, _)) in PLACES.into_iter().enumerate().take(11) {
        walk.go(at);
        walk.snap(&format!("empty-{place}"));
    }
    walk.results
}

/// A test for each look.
macro_rules! looks {
    ($($test:ident: $lang:ident, $theme:ident, $size:ident, $is_whole:literal;)+) => {
        $(#[test]
        fn $test() {
            let name = stringify!($test);
            let (lang, theme) = (Lang::$lang, ThemePreference::$theme);
            pictures(Look { name, lang, theme, size: $size, is_whole: $is_whole });
        })+
    };
}

looks! {
    light_en: En, Light, LARGE, true;
    dark_en_small: En, Dark, SMALL, false;
    dark_zh_tw: ZhTw, Dark, LARGE, true;
    light_zh_tw_small: ZhTw, Light, SMALL, false;
    light_zh_cn_small: ZhCn, Light, SMALL, false;
    dark_zh_cn: ZhCn, Dark, LARGE, false;
}
