//! The chosen lead beside the list: who it is, and every field that says something.

use eframe::egui::{
    Align, Frame, Layout, Margin, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2,
};

use super::lead_fields;
use crate::{
    domain::{
        ChannelState, Email, FieldInfo, Fields as _, Kind, Lead, Phone, PhoneKind, RecordId, Row,
        Value,
    },
    i18n::text,
    query,
    ui::{
        Cx,
        list::glyph,
        shown::{choice, field_label, shown},
        theme::{Tone, icon, measure, size, space},
        widgets::{Button, Glyph, Icon, Pill, avatar, grade, icons, label, rule},
    },
};

/// Draws the preview; whether it was closed.
pub(in crate::ui) fn show(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) -> bool {
    // A panel is as wide as what is in it, unless it says that it wants all.
    ui.set_min_width(ui.available_width());
    let Some(row) = cx.row(record) else {
        ui.add_space(space::LARGE);
        ui.horizontal(|ui| {
            ui.add_space(space::LARGE);
            label(ui, &text(cx.lang, "preview-reading"), size::BODY, cx.tokens.text_subdued);
        });
        return false;
    };
    if record.kind != Kind::Lead {
        return any(ui, cx, record, &row);
    }
    let lead = Lead::from_row(row.clone());
    let padding = Margin { bottom: space::SMALL as i8, ..Margin::same(space::LARGE as i8) };
    let mut is_closed = false;
    ScrollArea::vertical().id_salt(record).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        Frame::new().inner_margin(padding).show(ui, |ui| {
            is_closed = head(ui, cx, &lead);
            ui.add_space(space::TINY);
            standing(ui, cx, record, &lead);
        });
        for (title, fields) in lead_fields::sections() {
            section(ui, cx, record, (title, &fields), &row);
        }
        ui.add_space(space::LARGE);
    });
    is_closed
}

/// A record of any other kind: what it is called, and every field that says something.
fn any(ui: &mut Ui, cx: &Cx<'_>, record: RecordId, row: &Row) -> bool {
    let tokens = cx.tokens;
    let title = query::label(cx.model, record);
    let fields: Vec<&FieldInfo> = record.kind.fields().iter().collect();
    let mut is_closed = false;
    ScrollArea::vertical().id_salt(record).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        Frame::new().inner_margin(Margin::same(space::LARGE as i8)).show(ui, |ui| {
            ui.horizontal(|ui| {
                let side = measure::AVATAR_LARGE;
                let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
                avatar(ui.painter(), rect.center(), side, &title, tokens);
                ui.add_space(space::TINY);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let words = text(cx.lang, "preview-close");
                    let close = Button::icon_only(icons::X, &words).height(measure::BUTTON_SMALL);
                    is_closed = ui.add(close).clicked();
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        label(ui, &title, size::HEADING, tokens.text);
                    });
                });
            });
        });
        section(ui, cx, record, ("section-fields", &fields), row);
        ui.add_space(space::LARGE);
    });
    is_closed
}

/// Who it is; whether the preview was closed.
fn head(ui: &mut Ui, cx: &Cx<'_>, lead: &Lead) -> bool {
    let tokens = cx.tokens;
    let title = match lead.title() {
        "" => text(cx.lang, "lead-nameless").into_owned(),
        title => title.to_owned(),
    };
    ui.horizontal_top(|ui| {
        let side = measure::AVATAR_LARGE;
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
        avatar(ui.painter(), rect.center(), side, &title, tokens);
        ui.add_space(space::TINY);
        let room = ui.available_width() - measure::BUTTON_SMALL - space::SMALL;
        ui.allocate_ui_with_layout(vec2(room, side), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            label(ui, &title, size::HEADING, tokens.text);
            let work = [lead.job_title.as_str(), lead.department.as_str()];
            let work: Vec<&str> = work.into_iter().filter(|words| !words.is_empty()).collect();
            for (words, color) in [
                (lead.latin_name.as_str(), tokens.text_subdued),
                (if lead.name.is_empty() { "" } else { &lead.company }, tokens.text),
                (work.join(" · ").as_str(), tokens.text_subdued),
            ] {
                if !words.is_empty() {
                    label(ui, words, size::BODY, color);
                }
            }
        });
        let words = text(cx.lang, "preview-close");
        ui.add(Button::icon_only(icons::X, &words).height(measure::BUTTON_SMALL)).clicked()
    })
    .inner
}

/// Stage, grade and score.
fn standing(ui: &mut Ui, cx: &Cx<'_>, record: RecordId, lead: &Lead) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        let words = choice(cx.lang, "stage", lead.stage.id());
        let tone = tokens.stage(lead.stage);
        ui.add(Pill { text: &words, glyph: glyph(lead.stage), tone });
        let Some(row) = cx.model.leads.find(record.uuid) else { return };
        let (rect, _) = ui.allocate_exact_size(measure::GRADE, Sense::hover());
        grade(ui.painter(), rect, cx.model.grade(row), tokens);
        let score = cx.model.score(row, cx.now()).to_string();
        label(ui, &score, size::BODY, tokens.text);
    });
}

fn section(
    ui: &mut Ui,
    cx: &Cx<'_>,
    record: RecordId,
    (title, fields): (&str, &[&'static FieldInfo]),
    row: &Row,
) {
    let filled: Vec<&FieldInfo> = fields
        .iter()
        .copied()
        .filter(|field| !shown(cx.model, cx.lang, &field.shape, row.get(field.tag)).is_empty())
        .collect();
    if filled.is_empty() {
        return;
    }
    rule(ui);
    let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = measure::PILL;
        ui.horizontal(|ui| {
            label(ui, &text(cx.lang, title), size::SMALL, cx.tokens.text_subdued);
            let hidden = filled.iter().any(|field| cx.viewer.hides(cx.model, record, field.tag));
            if hidden {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    label(
                        ui,
                        &text(cx.lang, "preview-hidden"),
                        size::SMALL,
                        cx.tokens.text_subdued,
                    );
                    let extent = vec2(icon::TINY, icon::TINY);
                    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
                    icons::LOCK.paint(
                        ui.painter(),
                        rect.center(),
                        icon::TINY,
                        cx.tokens.text_subdued,
                    );
                });
            }
        });
        for field in filled {
            let value = row.get(field.tag);
            match field.name {
                "phones" => crate::domain::parts::<Phone>(value).for_each(|it| phone(ui, cx, &it)),
                "emails" => crate::domain::parts::<Email>(value).for_each(|it| {
                    channel(ui, cx, icons::MAIL, &it.address, it.state);
                }),
                _ => field_row(ui, cx, (record.kind, field), value),
            }
        }
    });
}

/// A field: its label at the left, its values at the right.
fn field_row(ui: &mut Ui, cx: &Cx<'_>, (kind, field): (Kind, &FieldInfo), value: &Value) {
    let tokens = cx.tokens;
    let name = field_label(cx.lang, kind, field.name);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = measure::PILL;
        let extent = vec2(measure::FIELD_LABEL, measure::PILL);
        let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
        let mut place = ui.new_child(
            UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)),
        );
        label(&mut place, &name, size::SMALL, tokens.text_subdued);
        ui.vertical(|ui| {
            let words = shown(cx.model, cx.lang, &field.shape, value);
            let words = RichText::new(words).font(size::BODY.font()).color(tokens.text);
            ui.add(eframe::egui::Label::new(words).wrap().selectable(true));
        });
    });
}

fn phone(ui: &mut Ui, cx: &Cx<'_>, phone: &Phone) {
    let picture = if phone.kind == PhoneKind::Mobile { icons::SMARTPHONE } else { icons::PHONE };
    let words = match phone.extension.as_str() {
        "" => phone.raw.clone(),
        extension => format!("{} #{extension}", phone.raw),
    };
    channel(ui, cx, picture, &words, phone.state);
}

/// A phone or mail with whether it works.
fn channel(ui: &mut Ui, cx: &Cx<'_>, picture: Icon, words: &str, state: ChannelState) {
    let tokens = cx.tokens;
    let (tone, glyph): (Tone, Glyph) = match state {
        ChannelState::Unverified => (tokens.doubtful(), Glyph::Icon(icons::CIRCLE_HELP)),
        ChannelState::Ok => (tokens.good(), Glyph::Icon(icons::CHECK)),
        _ => (tokens.bad(), Glyph::Icon(icons::X)),
    };
    let color = if state.is_bad() { tokens.text_subdued } else { tokens.text };
    ui.horizontal(|ui| {
        ui.set_height(measure::PILL + space::TINY);
        let (rect, _) = ui.allocate_exact_size(vec2(icon::BODY, icon::BODY), Sense::hover());
        picture.paint(ui.painter(), rect.center(), icon::SMALL, tokens.text_subdued);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = choice(cx.lang, "channel_state", state.id());
            ui.add(Pill { text: &text, glyph, tone });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let drawn = label(ui, words, size::BODY, color);
                if state.is_bad() {
                    let line = Stroke::new(measure::LINE, color);
                    ui.painter().hline(drawn.rect.x_range(), drawn.rect.center().y, line);
                }
            });
        });
    });
}
