//! Where deals are dropped to be won, lost, or sent back to nurturing.

use eframe::egui::{
    CornerRadius, DragAndDrop, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{column::held, moving::Deed, standing::Standing, view::end_icon};
use crate::{
    domain::{Outcome, Pipeline, PipelineStage},
    i18n::{text, text_with},
    ui::{
        Cx,
        shown::{choice, compact},
        theme::{Tone, icon, measure, size, space},
        widgets::{Icon, dashed, galley, icons, line},
    },
};

/// Draws a place for each end that a deal can have.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (pipeline, standing): (&'static Pipeline, &Standing),
    deeds: &mut Vec<Deed>,
) {
    let room = ui.max_rect().shrink2(vec2(0.0, space::SMALL));
    let hint = text(cx.lang, "deals-drop");
    let words = galley(ui.painter(), &hint, size::SMALL, cx.tokens.text_subdued, room.width());
    let at = pos2(room.left(), room.center().y - words.size().y / 2.0);
    let mut left = room.left() + words.size().x + space::MEDIUM;
    ui.painter().galley(at, words, cx.tokens.text_subdued);
    let stages = pipeline.stages.iter().filter(|stage| stage.outcome != Outcome::Open);
    let mut ends: Vec<End> = stages.map(|stage| of_stage(cx, stage, standing)).collect();
    ends.push(End {
        id: "nurture",
        label: format!("{}…", text(cx.lang, "action-nurture_deal")),
        note: text(cx.lang, "deals-asks-wake").into_owned(),
        icon: icons::MOON,
        tone: cx.tokens.neutral(),
        stage: None,
    });
    let gaps = space::MEDIUM * ends.len().saturating_sub(1) as f32;
    let width = (room.right() - left - gaps) / ends.len().max(1) as f32;
    for end in ends {
        let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
        left += width + space::MEDIUM;
        end.show(ui, cx, rect, deeds);
    }
}

/// A place where a deal ends.
struct End {
    id: &'static str,
    label: String,
    /// What stands in small letters behind it.
    note: String,
    icon: Icon,
    tone: Tone,
    /// The stage it stands for; none where the lead goes back to nurturing.
    stage: Option<&'static str>,
}

fn of_stage(cx: &Cx<'_>, stage: &'static PipelineStage, standing: &Standing) -> End {
    let tokens = cx.tokens;
    let is_lost = stage.outcome == Outcome::Lost;
    let label = choice(cx.lang, "pipeline_stage", stage.id);
    let note = match is_lost {
        true => text(cx.lang, "deals-asks-reason").into_owned(),
        false => {
            let args = [
                ("count", standing.won.count.into()),
                ("sum", compact(standing.won.sum, cx.lang).into()),
            ];
            text_with(cx.lang, "deals-won", &args).into_owned()
        }
    };
    End {
        id: stage.id,
        label: if is_lost { format!("{label}…") } else { label },
        note,
        icon: end_icon(stage.outcome),
        tone: if is_lost { tokens.bad() } else { tokens.good() },
        stage: Some(stage.id),
    }
}

impl End {
    fn show(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect, deeds: &mut Vec<Deed>) {
        let (tokens, tone) = (cx.tokens, self.tone);
        let response = ui.interact(rect, ui.scope_id().with(self.id), Sense::hover());
        let said = format!("{}, {}", self.label.trim_end_matches('…'), self.note);
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &said));
        let record = held(ui, rect);
        let radius = CornerRadius::same(measure::RADIUS as u8);
        let fill = if record.is_some() { tone.fill } else { tokens.surface };
        ui.painter().rect_filled(rect, radius, fill);
        dashed(ui.painter(), rect.shrink(measure::LINE), tone.text);
        let mut inner = rect.shrink2(vec2(space::MEDIUM, 0.0));
        inner = self.icon.paint_at_left(ui.painter(), inner, space::SMALL, tone.text);
        let shown = line(ui.painter(), inner, &self.label, size::BODY_STRONG, tone.text);
        let rest = inner.with_min_x(shown.right() + icon::TINY);
        let note =
            galley(ui.painter(), &self.note, size::SMALL, tokens.text_subdued, f32::INFINITY);
        // Half a note says less than none; it is read aloud in any case.
        if note.size().x <= rest.width() {
            let at = pos2(rest.left(), rest.center().y - note.size().y / 2.0);
            ui.painter().galley(at, note, tokens.text_subdued);
        }
        if let Some(record) = record.filter(|_| ui.input(|input| input.pointer.any_released())) {
            DragAndDrop::clear_payload(ui.ctx());
            deeds.push(match self.stage {
                Some(stage) => Deed::Move(record, stage),
                None => Deed::Nurture(record),
            });
        }
    }
}
