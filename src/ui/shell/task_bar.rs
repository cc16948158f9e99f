//! The bar of an import that is on its way: how far, how fast, and how to stop it.

use eframe::egui::{Align, Frame, Layout, Margin, Sense, Ui, vec2};

use crate::{
    engine::Published,
    i18n::{text, text_with},
    ui::{
        Cx, Intent,
        importing::{Going, Imports},
        theme::{icon, measure, size, space},
        widgets::{Button, icons, label},
    },
};

/// Draws the bar.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (going, imports): (&Going, &Imports),
    published: &Published,
) {
    let tokens = cx.tokens;
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::TASK_BAR);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "import-cancel");
            let cancel = Button::secondary(&words).enabled(!going.is_cancelled);
            if ui.add(cancel).clicked() {
                cx.ask(Intent::CancelImport);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let extent = vec2(icon::BODY, icon::BODY);
                let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
                icons::DOWNLOAD.paint(ui.painter(), rect.center(), icon::BODY, tokens.link);
                let words =
                    text_with(cx.lang, "import-going", &[("file", going.file.as_str().into())]);
                label(ui, &words, size::BODY, tokens.text);
                label(ui, &progress(cx, going, published), size::BODY, tokens.text_subdued);
                if imports.waiting() > 0 {
                    let args = [("files", imports.waiting().into())];
                    let words = text_with(cx.lang, "import-waiting", &args);
                    label(ui, &words, size::BODY, tokens.text_subdued);
                }
            });
        });
    });
}

fn progress(cx: &Cx<'_>, going: &Going, published: &Published) -> String {
    let rows = published.progress();
    if going.is_cancelled {
        return text(cx.lang, "import-stopping").into_owned();
    }
    if rows == 0 {
        return text(cx.lang, "import-reading").into_owned();
    }
    let rate = (rows as f64 / going.begun.elapsed().as_secs_f64().max(0.001)) as u64;
    let args = [("rows", rows.into()), ("rate", rate.into())];
    text_with(cx.lang, "import-progress", &args).into_owned()
}
