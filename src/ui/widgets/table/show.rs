//! How a table is put together: the header, the rows, the bars.

use eframe::egui::{Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role};

use super::{
    Answer, Rows, Table, TableState, header, keys,
    place::Places,
    position::Extent,
    rows::SeenRows,
    scroll_bar::{across_bar, scroll_bar},
};
use crate::ui::{
    theme::{Tokens, measure},
    widgets::button::focus_ring,
};

impl Table<'_> {
    /// Shows the table in all the room there is.
    pub fn show(&self, ui: &mut Ui, state: &mut TableState, rows: &mut dyn Rows) -> Answer {
        let outer = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(outer);
        let (head, body) = outer.split_top_bottom_at_y(outer.top() + rows.header_height());
        let is_higher = self.rows as f32 * self.row_height > body.height();
        let bar = if is_higher { measure::SCROLL_BAR } else { 0.0 };
        let mut view = body.with_max_x(body.right() - bar);
        let mut answer = Answer::default();
        let places = Places::new(self, view.x_range(), state);
        let is_wider = places.width > places.scrolled.span();
        if is_wider {
            view.max.y -= measure::SCROLL_BAR;
        }
        header::show(ui, head, (self, &places, rows), state, &mut answer);

        let id = ui.make_persistent_id(("table", self.name));
        let grid = ui.interact(body, id, Sense::CLICK | Sense::FOCUSABLE);
        self.name_grid(ui, &grid);
        let visible = f64::from(view.height() / self.row_height);
        let extent = Extent { rows: self.rows, visible };
        state.position = state.position.by(0.0, extent);
        state.cursor = state.cursor.filter(|row| *row < self.rows);
        self.scroll(ui, body, extent, state);
        let column = state.column;
        if keys::listen(ui, (&grid, extent), (self, &*rows), state, &mut answer) {
            state.position =
                state.cursor.map_or(state.position, |row| state.position.showing(row, extent));
        }
        if let Some(at) = state.column.filter(|_| state.column != column) {
            places.show(at, state);
            ui.request_repaint();
        }
        let track = body.with_min_x(view.right());
        scroll_bar(ui, track, (id.with("bar"), self.name), extent, &mut state.position);
        if is_wider {
            let track = Rect::from_x_y_ranges(places.scrolled, view.bottom()..=body.bottom());
            across_bar(ui, track, (id.with("across"), self.name), places.width, &mut state.across);
        }
        let seen = SeenRows { table: self, grid: &grid, view, places: &places };
        seen.show(ui, state, &mut answer, rows);
        // Where a row is chosen, that row shows where one is.
        if grid.has_focus() && state.cursor.is_none() {
            focus_ring(ui.painter(), outer.shrink(measure::FOCUS_LINE), Tokens::of(ui.theme()));
        }
        answer
    }

    fn name_grid(&self, ui: &Ui, grid: &Response) {
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.name));
        ui.ctx().accesskit_node_builder(grid.id, |node| {
            node.set_row_count(self.rows);
            node.set_column_count(self.columns.len());
        });
    }

    fn scroll(&self, ui: &Ui, body: Rect, extent: Extent, state: &mut TableState) {
        if !ui.rect_contains_pointer(body) {
            return;
        }
        let points = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
        if points.y != 0.0 {
            let rows = -f64::from(points.y) / f64::from(self.row_height);
            state.position = state.position.by(rows, extent);
        }
        // Held to what there is when the columns are placed the next time.
        state.across -= points.x;
    }
}
