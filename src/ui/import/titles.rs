//! What stands above the columns of the grid: their label in the file, the field they go to, how sure
//! that is and why.

use eframe::egui::{Color32, Rect, Ui, UiBuilder, vec2};

use super::{
    columns::choose,
    fields::FieldNames,
    session::{Outcome, StagedTable},
};
use crate::{
    exchange::ColumnMap,
    i18n::text,
    ui::{
        Cx,
        theme::{icon, measure, size, space},
        widgets::{icons, line},
    },
};

/// How high the titles are: a line of words over a choice.
pub(super) const HEIGHT: f32 = 62.0;

/// Why a column goes to its field, with how sure that is; and the colour of that.
pub(super) fn why(cx: &Cx<'_>, map: &ColumnMap) -> (String, Color32) {
    let why = text(cx.lang, &format!("why-{}", map.why));
    let color = match (map.target, map.confidence) {
        (None, _) => cx.tokens.text_subdued,
        (Some(_), sure) if sure < 0.75 => cx.tokens.warning,
        (Some(_), _) => cx.tokens.success,
    };
    match map.why {
        "content" => (format!("{why} {:.0} %", map.confidence * 100.0), color),
        _ if map.target.is_some() && map.confidence < 0.75 => {
            (format!("{why} {:.0} %", map.confidence * 100.0), color)
        }
        _ => (why.into_owned(), color),
    }
}

/// Draws the title of a column of the file.
pub(super) fn draw(
    ui: &mut Ui,
    cx: &Cx<'_>,
    table: &mut StagedTable,
    (outcome, map): (&Outcome, &ColumnMap),
    names: &FieldNames,
) {
    let rect = ui.max_rect();
    let tokens = cx.tokens;
    let inner = rect.shrink2(vec2(measure::CELL_PADDING, 0.0));
    let (words, color) = why(cx, map);
    let title = outcome.stager.mapping.label(map.index);
    let top = Rect::from_min_size(inner.min + vec2(0.0, space::TINY), vec2(inner.width(), 20.0));
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(top));
    let drawn = line(
        &painter,
        top.with_max_x(top.left() + top.width() * 0.6),
        &title,
        size::SMALL,
        tokens.text_subdued,
    );
    let mut rest = top.with_min_x(drawn.right() + space::SMALL);
    if map.target.is_some() && map.confidence >= 0.75 {
        let at = eframe::egui::pos2(rest.left() + icon::TINY / 2.0, rest.center().y);
        icons::CHECK.paint(&painter, at, icon::TINY, color);
        rest.min.x += icon::TINY + space::TINY;
    }
    line(&painter, rest, &words, size::SMALL, color);
    let below = inner.with_min_y(top.bottom() + space::TINY).with_max_y(rect.bottom());
    let mut place = ui.new_child(UiBuilder::new().max_rect(below).id_salt(("title", map.index)));
    choose(&mut place, cx, table, (map, &title), (names, below.width()));
}
