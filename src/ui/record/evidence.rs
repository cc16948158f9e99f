//! The four dimensions of qualification: a score each, the evidence for it, and the next question to ask.

use eframe::egui::{
    Align, CornerRadius, Frame, Id, Layout, Margin, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role,
};

use super::actions::Subject;
use crate::{
    domain::{Dimension, Id as RecordOf, Lead},
    engine::{Qualify, Request},
    i18n::{text, text_with},
    query,
    ui::{
        Cx, days,
        theme::{icon, measure, page, size, space},
        widgets::{Button, TextField, Typed, focus_ring, galley, icons, label, paragraph, rule},
    },
};

/// The dimensions in their order.
const DIMENSIONS: [&str; 4] = ["background", "requirement", "potential", "possibility"];

/// What the evidence remembers: the note being written.
#[derive(Default)]
pub(super) struct Evidence {
    noting: Option<Noting>,
    /// A dimension that should be asked about.
    wanted: Option<&'static str>,
}

struct Noting {
    dimension: &'static str,
    score: u8,
    words: String,
    is_fresh: bool,
}

impl Evidence {
    /// Shows where a condition is met.
    pub fn ask_about(&mut self, condition: &'static str) {
        if DIMENSIONS.contains(&condition) {
            self.wanted = Some(condition);
        }
    }

    /// Draws the ledger.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, lead: &Lead) {
        let tokens = cx.tokens;
        ui.spacing_mut().item_spacing.y = space::TINY;
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            label(ui, &text(cx.lang, "evidence-title"), size::BODY_STRONG, tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let args =
                    [("sum", u64::try_from(lead.dimension_sum()).unwrap_or_default().into())];
                let words = text_with(cx.lang, "evidence-sum", &args);
                label(ui, &words, size::BODY, tokens.text_subdued);
            });
        });
        let mut is_asked = false;
        for (at, (name, dimension)) in DIMENSIONS.into_iter().zip(lead.dimensions()).enumerate() {
            if at > 0 {
                rule(ui);
                ui.add_space(space::TINY);
            }
            self.dimension(ui, cx, (subject, name), dimension);
            // One question at a time: that of the first dimension nobody knows anything of.
            if dimension.score.is_none() && !is_asked {
                is_asked = true;
                question(ui, cx, name);
            }
        }
    }

    fn dimension(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (subject, name): (&Subject<'_>, &'static str),
        dimension: &Dimension,
    ) {
        let tokens = cx.tokens;
        let title = text(cx.lang, &format!("field-{name}"));
        let can_edit = !subject.stage().is_read_only();
        let mut clicked = None;
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            label(ui, &title, size::BODY_STRONG, tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::TINY;
                for score in (0..=3_u8).rev() {
                    if square(ui, cx, (&title, score), (dimension.score, can_edit)) {
                        clicked = Some(score);
                    }
                }
            });
        });
        if self.wanted == Some(name) {
            self.wanted = None;
            ui.scroll_to_cursor(Some(Align::Center));
        }
        if let Some(score) = clicked {
            self.noting = Some(Noting {
                dimension: name,
                score,
                words: dimension.note.clone(),
                is_fresh: true,
            });
        }
        if self.noting.as_ref().is_some_and(|noting| noting.dimension == name) {
            self.note(ui, cx, subject);
            return;
        }
        if !dimension.note.is_empty() {
            paragraph(ui, &dimension.note, size::BODY, tokens.text);
        }
        let who = dimension.author.map(|id| query::label(cx.model, id.record()));
        let zone = cx.model.settings().zone();
        let when = dimension.at.map(|at| days::near(at, cx.now(), zone, cx.lang));
        let said: Vec<String> = who.into_iter().chain(when).collect();
        if !said.is_empty() {
            label(ui, &said.join(" · "), size::SMALL, tokens.text_subdued);
        }
    }

    /// The note being written; Enter saves score and note together.
    fn note(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
        let Some(noting) = &mut self.noting else { return };
        let name = text(cx.lang, "evidence-note");
        let id = Id::unique(("evidence", subject.record));
        if std::mem::take(&mut noting.is_fresh) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let input = TextField::new(&mut noting.words, &name, (2, id)).hint(&name);
        let response = input.show(ui);
        let mut typed = match Typed::of_many_lines(ui, &response) {
            // Going elsewhere in the middle of a note is no answer.
            Typed::Done if !response.has_focus() => Typed::Nothing,
            typed => typed,
        };
        ui.horizontal(|ui| {
            let args = [("score", u64::from(noting.score).into())];
            let save = text_with(cx.lang, "evidence-save", &args);
            if ui.add(Button::primary(&save).height(measure::BUTTON_SMALL)).clicked() {
                typed = Typed::Done;
            }
            let cancel = text(cx.lang, "edit-cancel");
            if ui.add(Button::quiet(&cancel).height(measure::BUTTON_SMALL)).clicked() {
                typed = Typed::GaveUp;
            }
            label(ui, &text(cx.lang, "edit-keys-lines"), size::SMALL, cx.tokens.text_subdued);
        });
        match typed {
            Typed::Nothing => {}
            Typed::GaveUp => self.noting = None,
            Typed::Done => {
                if let Some(noting) = self.noting.take() {
                    cx.run(Request::Run(noting.command(subject).into()));
                }
            }
        }
    }
}

impl Noting {
    fn command(self, subject: &Subject<'_>) -> Qualify {
        let score = |name: &str| (self.dimension == name).then_some(self.score);
        Qualify {
            lead: RecordOf::new(subject.record.uuid),
            background: score("background"),
            requirement: score("requirement"),
            potential: score("potential"),
            possibility: score("possibility"),
            note: Some(self.words.trim().to_owned()),
        }
    }
}

/// A score that can be given; whether it was.
fn square(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (title, score): (&str, u8),
    (given, can_edit): (Option<i64>, bool),
) -> bool {
    let tokens = cx.tokens;
    let sense = if can_edit { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(page::SCORE), sense);
    let is_given = given == Some(i64::from(score));
    let name = format!("{title} {score}");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, can_edit, is_given, &name));
    // All up to the score are filled, so that it is seen as a length.
    let is_filled = score > 0 && given.is_some_and(|given| i64::from(score) <= given);
    let (fill, color) = match (is_filled, response.hovered()) {
        (true, _) => (tokens.accent, tokens.accent_text),
        (false, true) => (tokens.hover, tokens.text),
        (false, false) => (tokens.surface, tokens.text_subdued),
    };
    let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
    let edge = if is_filled || is_given { tokens.accent } else { tokens.border_strong };
    let edge = Stroke::new(measure::LINE, edge);
    ui.painter().rect(rect, radius, fill, edge, StrokeKind::Inside);
    let words = galley(ui.painter(), &score.to_string(), size::SMALL, color, rect.width());
    ui.painter().galley(rect.center() - words.size() / 2.0, words, color);
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens);
    }
    response.clicked()
}

/// What to ask next, and how.
fn question(ui: &mut Ui, cx: &Cx<'_>, dimension: &str) {
    let tokens = cx.tokens;
    let card = Frame::new()
        .fill(tokens.info_soft)
        .corner_radius(measure::RADIUS)
        .inner_margin(Margin::symmetric(space::MEDIUM as i8, space::SMALL as i8));
    card.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
            icons::MESSAGE.paint(ui.painter(), rect.center(), icon::SMALL, tokens.info);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let words = text(cx.lang, &format!("question-{dimension}"));
                paragraph(ui, &words, size::BODY, tokens.text);
                let hint = text(cx.lang, "question-hint");
                label(ui, &hint, size::SMALL, tokens.text_subdued);
            });
        });
    });
}
