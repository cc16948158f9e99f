//! The table by itself, longer than any test could fill.

use eframe::egui::{self, CentralPanel, Key, MouseWheelUnit, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::ui::widgets::{Cell, Column, Table, TableState};

#[test]
fn a_table_of_a_million_rows_scrolls_exactly_to_its_end() {
    const ROWS: usize = 1_000_000;
    let column = Column {
        label: "Name".to_owned(),
        width: 100.0,
        is_flexible: true,
        is_right: false,
        can_sort: false,
    };
    let mut harness = Harness::builder().with_size(vec2(800.0, 600.0)).build_ui_state(
        move |ui, state: &mut TableState| {
            CentralPanel::no_frame().show(ui, |ui| {
                let columns = [column.clone()];
                let table = Table {
                    name: "Numbers",
                    columns: &columns,
                    pinned: 0,
                    is_arranged: false,
                    rows: ROWS,
                    row_height: 24.0,
                    order: None,
                    ticks: None,
                };
                let mut rows = |cell: &mut Cell<'_>, row: usize, _: usize| {
                    cell.text(&format!("number {}", row + 1), cell.tokens().text);
                };
                table.show(ui, state, &mut rows);
            });
        },
        TableState::default(),
    );
    harness.run();
    let grid = harness.get_by_role_and_label(Role::Grid, "Numbers");
    assert_eq!(grid.accesskit_node().data().row_count(), Some(ROWS));
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_role_and_label(Role::Row, "number 1000000");
    let end = harness.state().position.in_rows();
    harness.hover_at(egui::pos2(300.0, 300.0));
    for _ in 0..60 {
        harness.event(egui::Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, 0.6),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Trackpad,
            modifiers: egui::Modifiers::NONE,
        });
        harness.step();
    }
    harness.run_steps(40);
    let moved = (end - harness.state().position.in_rows()) * 24.0;
    assert!((moved - 36.0).abs() < 0.01, "moved {moved} points");
    assert!(harness.query_all_by_role(Role::Row).count() < 30);
}
