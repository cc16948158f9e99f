//! The window, asked by the names of its things, as a screen reader would.

mod account;
mod coming_back;
mod converting;
mod dates;
mod deals;
mod exporting;
mod import;
mod import_ways;
mod leads;
mod list;
mod navigation;
mod opening;
mod pairs;
mod pictures;
mod record;
mod results;
mod room;
mod setting_up;
mod shell;
mod snapshots;
mod table;
mod typing;
mod views;
mod whole_job;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    time::Duration,
};

use eframe::egui::{self, DroppedFile, HoveredFile, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::{
    domain::Timestamp,
    engine::Env,
    exchange,
    i18n::{Lang, grouped},
    ui::{App, FileOpener, WindowOptions},
};
use tempfile::TempDir;

/// Noon in Taipei.
const NOW: i64 = 1_795_233_600_000;

/// The window on a workspace of its own.
struct Window {
    harness: Harness<'static, App>,
    folder: Option<TempDir>,
}

/// What is said until everything is read.
const OPENING: [&str; 3] = ["Offline · opening…", "離線 · 開啟中…", "离线 · 打开中…"];

impl Window {
    /// Opens the window; a file dropped on it holds so many cards.
    fn open(cards: usize) -> Self {
        Self::with(opener(cards), |options| options)
    }

    fn with(opener: FileOpener, change: impl FnOnce(WindowOptions) -> WindowOptions) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = WindowOptions {
            lang: Some(Lang::En),
            env: || Env::new(Arc::new(|| Timestamp(NOW)), 7),
            ..WindowOptions::new(folder.path().join("workspace"), opener)
        };
        Self::at(folder, change(options), vec2(1440.0, 900.0))
    }

    fn at(folder: TempDir, options: WindowOptions, size: egui::Vec2) -> Self {
        Self::drawn_at(folder, options, (size, 1.0))
    }

    /// The same, drawn with so many pixels to a point.
    fn drawn_at(folder: TempDir, options: WindowOptions, size: (egui::Vec2, f32)) -> Self {
        let mut window = Self::opening_at(folder, options, size);
        window.until("the workspace", |harness| !OPENING.iter().any(|words| says(harness, words)));
        window
    }

    /// The same, while the workspace is still being opened.
    fn opening_at(
        folder: TempDir,
        options: WindowOptions,
        (size, pixels): (egui::Vec2, f32),
    ) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(pixels)
            .with_theme(egui::Theme::Light)
            .with_max_steps(64)
            .build_eframe(|cc| App::new(&cc.egui_ctx, options).unwrap());
        Self { harness, folder: Some(folder) }
    }

    fn close(mut self) -> TempDir {
        self.folder.take().unwrap()
    }

    /// Draws frames until something is there to be seen.
    fn until(&mut self, what: &str, is: impl Fn(&Harness<'static, App>) -> bool) {
        let (_keep, clock) = mpsc::channel::<()>();
        for _ in 0..12_000 {
            self.harness.step();
            if is(&self.harness) {
                self.harness.run_ok();
                return;
            }
            clock.recv_timeout(Duration::from_millis(5)).unwrap_err();
        }
        panic!("{what} does not come; there is: {:#?}", self.words());
    }

    /// Waits for a list of so many rows, and until nothing arrives any more that would move what is pressed next.
    fn until_rows(&mut self, count: usize) {
        let is = |harness: &Harness<'static, App>| rows(harness) == count;
        self.until("the rows", |harness| is(harness) && harness.state().is_at_rest());
    }

    /// Draws so many frames, in which what is worked out beside the window arrives.
    fn settle(&mut self, frames: usize) {
        let (_keep, clock) = mpsc::channel::<()>();
        for _ in 0..frames {
            self.harness.step();
            clock.recv_timeout(Duration::from_millis(5)).unwrap_err();
        }
        self.harness.run_ok();
    }

    fn until_says(&mut self, words: &str) {
        self.until(words, |harness| says(harness, words));
    }

    fn until_button(&mut self, name: &str) {
        self.until(name, |harness| harness.query_by_role_and_label(Role::Button, name).is_some());
    }

    fn words(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let words = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        });
        words.collect()
    }

    /// Lets go of files over the window.
    fn drop_files(&mut self, names: &[&str]) {
        let files = names
            .iter()
            .map(|name| Arc::new(File(name.into())) as Arc<dyn DroppedFile + Send + Sync>);
        self.harness.input_mut().dropped_files.extend(files);
        self.harness.step();
    }

    /// A file on the stick, with this text.
    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let folder = self.folder.as_ref().unwrap().path().join("stick");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// Drops a file with this text and waits until it has been looked at.
    fn look_at(&mut self, name: &str, text: impl AsRef<[u8]>, says: &str) {
        let path = self.file(name, text);
        self.drop_files(&[&path]);
        self.until_says(says);
    }

    /// Imports a file and waits until it is there.
    fn import(&mut self, cards: usize) {
        self.until_says("Drop a file of cards here");
        let count = grouped(cards as u64);
        let button = format!("Import {count} lead");
        self.look_at("cards.csv", cards_csv(cards), &button);
        self.harness.get_by_label_contains(&button).click();
        self.until_says(&format!("cards.csv: {count} new, 0 updated"));
        self.until("the leads", |harness| rows(harness) > 0);
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let closed = self.harness.state_mut().close();
        assert!(closed.is_ok() || std::thread::panicking(), "{closed:?}");
    }
}

#[derive(Debug)]
struct File(PathBuf);

impl DroppedFile for File {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the test has no files".to_owned())
    }
}

fn hovering(names: &[&str]) -> Vec<HoveredFile> {
    let hover = |name: &&str| HoveredFile { path: Some(name.into()), ..HoveredFile::default() };
    names.iter().map(hover).collect()
}

/// Reads files as the program does.
fn opener(_cards: usize) -> FileOpener {
    Arc::new(exchange::open_path)
}

/// The text of a file of so many different cards. The later in the file, the later captured: the last one is
/// shown first.
fn cards_csv(cards: usize) -> String {
    let mut text = "Name,Company,Job title,Phone,Email,Created At\n".to_owned();
    for number in 1..=cards {
        let (hour, minute, second) = (number / 3_600, number / 60 % 60, number % 60);
        text.push_str(&format!(
            "Lead {number:05},公司 {number:05},採購經理,02-{number:08},a{number}@x.example,\
             2026-11-20 {hour:02}:{minute:02}:{second:02}\n"
        ));
    }
    text
}

fn says(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn rows(harness: &Harness<'static, App>) -> usize {
    harness.query_all_by_role(Role::Row).count()
}

fn has_row(harness: &Harness<'static, App>, words: &str) -> bool {
    harness
        .query_all_by_role(Role::Row)
        .any(|row| row.accesskit_node().label().is_some_and(|label| label.contains(words)))
}
