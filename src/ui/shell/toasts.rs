//! Toasts: what was done, and how to take it back; or what went wrong, until it was read.

use eframe::egui::{
    Align, Align2, Area, Frame, Id, Label, Layout, Margin, Order, Sense, Ui, accesskit::Role, vec2,
};

use crate::{
    engine::Request,
    i18n::text,
    ui::{
        Cx, Intent,
        theme::{icon, measure, size, space},
        widgets::{Button, icons},
    },
};

/// Toasts shown at once; older ones give way.
const MOST: usize = 3;

/// A short message.
pub(in crate::ui) struct Toast {
    words: String,
    is_wrong: bool,
    /// The command that the toast can take back.
    undo: Option<u64>,
}

impl Toast {
    /// Something was done; `undo` takes it back.
    pub fn done(words: String, undo: Option<u64>) -> Self {
        Self { words, is_wrong: false, undo }
    }

    /// Something went wrong: it stays until it was read.
    pub fn wrong(words: String) -> Self {
        Self { words, is_wrong: true, undo: None }
    }
}

/// The messages on the screen, the newest last.
#[derive(Default)]
pub(in crate::ui) struct Toasts {
    shown: Vec<Shown>,
    made: u64,
}

struct Shown {
    number: u64,
    toast: Toast,
    /// When it goes, in the time of the screen; none before it was drawn first.
    until: Option<f64>,
}

impl Toasts {
    /// Shows another one.
    pub fn add(&mut self, toast: Toast) {
        self.made += 1;
        self.shown.push(Shown { number: self.made, toast, until: None });
        let over = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..over);
    }

    /// Takes one away.
    pub fn close(&mut self, number: u64) {
        self.shown.retain(|shown| shown.number != number);
    }

    /// Draws them above the status bar, at the left, where no panel is.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, left: f32) {
        let now = ui.input(|input| input.time);
        self.shown.retain(|shown| shown.until.is_none_or(|until| until > now));
        for shown in &mut self.shown {
            if !shown.toast.is_wrong {
                let until = *shown.until.get_or_insert(now + measure::TOAST_SECONDS);
                ui.ctx().request_repaint_after_secs((until - now) as f32);
            }
        }
        let mut above = measure::STATUS_BAR + space::LARGE;
        for shown in self.shown.iter().rev() {
            let area = Area::new(Id::unique(("toast", shown.number)));
            let area = area.order(Order::Foreground).role(Role::Alert);
            let area = area.fade_in(false);
            let place = vec2(left, -above);
            let drawn =
                area.anchor(Align2::LEFT_BOTTOM, place).show(ui.ctx(), |ui| draw(ui, cx, shown));
            above += drawn.response.rect.height() + space::SMALL;
        }
    }
}

fn draw(ui: &mut Ui, cx: &mut Cx<'_>, shown: &Shown) {
    let tokens = cx.tokens;
    let toast = &shown.toast;
    let margin = Margin::symmetric(space::MEDIUM as i8, space::SMALL as i8);
    let card = Frame::new().fill(tokens.text).corner_radius(measure::RADIUS).inner_margin(margin);
    let words = ui.painter().layout(
        toast.words.clone(),
        size::BODY.font(),
        tokens.surface,
        measure::TOAST - measure::TOAST_BUTTONS,
    );
    let extent = vec2(measure::TOAST, words.size().y.max(measure::BUTTON_SMALL));
    card.show(ui, |ui| {
        ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
            buttons(ui, cx, shown);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (rect, _) =
                    ui.allocate_exact_size(vec2(icon::BODY, icon::BODY), Sense::hover());
                let is_wrong = toast.is_wrong;
                let picture = if is_wrong { icons::TRIANGLE_ALERT } else { icons::CIRCLE_CHECK };
                picture.paint(ui.painter(), rect.center(), icon::BODY, tokens.surface);
                ui.add(Label::new(words));
            });
        });
    });
}

fn buttons(ui: &mut Ui, cx: &mut Cx<'_>, shown: &Shown) {
    let words = text(cx.lang, "toast-close");
    let close = Button::icon_only(icons::X, &words).on_inverse().height(measure::BUTTON_SMALL);
    if ui.add(close).clicked() {
        cx.ask(Intent::CloseToast(shown.number));
    }
    let Some(command) = shown.toast.undo else { return };
    let words = text(cx.lang, "toast-undo");
    let undo = Button::inverse(&words).with_icon(icons::UNDO).height(measure::BUTTON_SMALL);
    if ui.add(undo).clicked() {
        cx.run(Request::UndoCommand(command));
        cx.ask(Intent::CloseToast(shown.number));
    }
}
