//! What will happen when the files that are dragged over the window are let go.

use std::path::{Path, PathBuf};

use eframe::egui::{
    Align, Align2, Area, Event, Frame, Id, Layout, Margin, Order, Sense, Stroke, Ui,
    accesskit::Role, vec2,
};

use crate::{
    i18n::{text, text_with},
    ui::{
        Cx, Intent,
        importing::name_of,
        theme::{icon, measure, size, space},
        widgets::{Glyph, Pill, dashed, icons, label, medallion, rule},
    },
};

/// Files that are surely no cards, by their ending: films, sound, programs, and pictures that no code is read
/// from.
const OTHERS: &[&str] = &[
    "gif", "webp", "heic", "bmp", "tif", "tiff", "svg", "mp4", "mov", "avi", "mkv", "mp3", "wav",
    "m4a", "pdf", "exe", "dmg", "deb",
];

/// Pictures that may hold the QR code of a card.
const PICTURES: &[&str] = &["png", "jpg", "jpeg"];

/// Files shown by name; the others are counted.
const MOST: usize = 6;

/// Whether a file may hold cards, as far as its name tells. What it holds decides when it is read.
pub(in crate::ui) fn is_card_file(path: &Path) -> bool {
    !has_ending(path, OTHERS)
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// Takes files that were dropped, and shows what will become of those that hover.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let (dropped, hovered) = ui.input(|input| {
        let raw = &input.raw;
        let dropped: Vec<PathBuf> =
            raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        let hovered: Vec<PathBuf> =
            raw.hovered_files.iter().map(|file| file.path.clone().unwrap_or_default()).collect();
        (dropped, hovered)
    });
    if let Some(pasted) = pasted(ui) {
        cx.ask(Intent::Paste(pasted));
    }
    if !dropped.is_empty() {
        cx.ask(Intent::Open(dropped));
    } else if !hovered.is_empty() {
        overlay(ui, cx, &hovered);
    }
}

/// What was pasted, unless it is meant for a text or for what lies over the window.
fn pasted(ui: &Ui) -> Option<String> {
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    if is_covered || ui.ctx().text_edit_focused() {
        return None;
    }
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => None,
        })
    })
}

fn overlay(ui: &Ui, cx: &Cx<'_>, files: &[PathBuf]) {
    let tokens = cx.tokens;
    let all = ui.content_rect();
    let cards = files.iter().filter(|file| is_card_file(file)).count();
    let title = match cards {
        0 => text(cx.lang, "drop-nothing"),
        _ => text_with(cx.lang, "drop-title", &[("files", cards.into())]),
    };
    let area = Area::new(Id::unique("drop overlay")).order(Order::Foreground).role(Role::Alert);
    area.anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0)).interactable(false).show(ui.ctx(), |ui| {
        let painter = ui.painter().with_clip_rect(all);
        painter.rect_filled(all, 0.0, tokens.scrim());
        dashed(&painter, all.shrink(space::LARGE), tokens.focus);
        let card = Frame::new()
            .fill(tokens.surface)
            .stroke(Stroke::new(measure::LINE, tokens.border_strong))
            .corner_radius(measure::RADIUS)
            .inner_margin(Margin::same(space::HUGE as i8));
        card.show(ui, |ui| {
            ui.set_width(measure::OVERLAY - 2.0 * space::HUGE);
            head(ui, cx, &title);
            ui.add_space(space::SMALL);
            for file in files.iter().take(MOST) {
                rule(ui);
                row(ui, cx, file);
            }
            if let Some(more) = files.len().checked_sub(MOST).filter(|more| *more > 0) {
                rule(ui);
                let words = text_with(cx.lang, "drop-more", &[("files", more.into())]);
                label(ui, &words, size::BODY, tokens.text_subdued);
            }
        });
    });
}

fn head(ui: &mut Ui, cx: &Cx<'_>, title: &str) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        let side = measure::MEDALLION - space::SMALL;
        medallion(ui, side, icons::DOWNLOAD, (tokens.accent_soft, tokens.link));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            label(ui, title, size::DISPLAY, tokens.text);
            let words = text(cx.lang, "drop-hint");
            label(ui, &words, size::BODY, tokens.text_subdued);
        });
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, file: &Path) {
    let tokens = cx.tokens;
    let is_card = is_card_file(file);
    let (picture, key, tone, color) = if has_ending(file, PICTURES) {
        (icons::QR_CODE, "drop-code", tokens.told(), tokens.link)
    } else if is_card {
        (icons::FILE_SPREADSHEET, "drop-import", tokens.told(), tokens.link)
    } else {
        (icons::BAN, "drop-left-out", tokens.doubtful(), tokens.text_subdued)
    };
    ui.horizontal(|ui| {
        ui.set_height(measure::BUTTON);
        let (rect, _) = ui.allocate_exact_size(vec2(icon::BODY, icon::BODY), Sense::hover());
        picture.paint(ui.painter(), rect.center(), icon::BODY, color);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, key);
            let glyph =
                Glyph::Icon(if is_card { icons::CHEVRON_RIGHT } else { icons::CIRCLE_ALERT });
            ui.add(Pill { text: &words, glyph, tone });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label(ui, &name_of(file), size::BODY, tokens.text);
            });
        });
    });
}
