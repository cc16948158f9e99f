//! Room for words: in a language whose texts are a third longer nothing is cut or drawn outside its room, in
//! the smallest window.

use eframe::egui::{
    Key, Modifiers, Rect, Shape,
    accesskit::Role,
    epaint::{ClippedShape, TextShape},
    vec2,
};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::{
    i18n::{Lang, try_room},
    ui::App,
};
use serde_json::json;

use super::{list::press, pictures, record::Filled};

/// Texts are longer as long as this lives.
struct Longer;

impl Longer {
    fn begin() -> Self {
        try_room(true);
        Self
    }
}

impl Drop for Longer {
    fn drop(&mut self) {
        try_room(false);
    }
}

/// A text that was drawn, where, and what of that place is seen.
struct Drawn<'a> {
    text: &'a TextShape,
    rect: Rect,
    clip: Rect,
}

fn collect<'a>(shape: &'a Shape, clip: Rect, found: &mut Vec<Drawn<'a>>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(text) => {
            let rect = text.galley.rect.translate(text.pos.to_vec2());
            found.push(Drawn { text, rect, clip });
        }
        _ => {}
    }
}

/// What is wrong with the words on the screen.
fn wrong(harness: &Harness<'static, App>) -> Vec<String> {
    let mut drawn = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
        collect(shape, *clip_rect, &mut drawn);
    }
    let window = harness.ctx.content_rect();
    let mut wrong = Vec::new();
    // A table gives its columns the room that people want, and a board scrolls to the side.
    let roles = [Role::Row, Role::ColumnHeader, Role::ListItem, Role::List];
    let wide: Vec<Rect> =
        roles.iter().flat_map(|role| harness.query_all_by_role(*role)).filter_map(place).collect();
    let is_free = |it: &&Drawn<'_>| !wide.iter().any(|rect| rect.contains(it.rect.left_center()));
    for it in drawn.iter().filter(|it| it.clip.intersects(it.rect)).filter(is_free) {
        let words = &it.text.galley.job.text;
        if is_cut(it.text) {
            wrong.push(format!("cut: {words}"));
        } else if words.contains('[') && it.rect.right() > it.clip.right().min(window.right()) + 1.0
        {
            wrong.push(format!("outside: {words}"));
        }
    }
    for (at, one) in drawn.iter().enumerate() {
        for other in drawn.iter().skip(at + 1) {
            let (a, b) = (one.rect.intersect(one.clip), other.rect.intersect(other.clip));
            let both = a.intersect(b);
            if both.width() > 2.0 && both.height() > 4.0 {
                let (one, other) = (&one.text.galley.job.text, &other.text.galley.job.text);
                wrong.push(format!("over each other: {one} / {other}"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

/// Where something is, if it is anywhere.
fn place(node: egui_kittest::Node<'_>) -> Option<Rect> {
    let bounds = node.accesskit_node().bounding_box()?;
    let at = |x: f64, y: f64| eframe::egui::pos2(x as f32, y as f32);
    Some(Rect::from_min_max(at(bounds.x0, bounds.y0), at(bounds.x1, bounds.y1)))
}

/// Whether words of the program were cut; names and what people wrote may be.
fn is_cut(text: &TextShape) -> bool {
    let job = &text.galley.job.text;
    let shown: usize = text.galley.rows.iter().map(|row| row.glyphs.len()).sum();
    text.galley.elided && job.chars().skip(shown.saturating_sub(1)).any(|c| c == ']')
}

fn filled() -> Filled {
    let mut filled = Filled::new();
    filled.worked_lead();
    let account = filled.create("account", &json!({"name": "聯穗食品工業"}));
    filled.create(
        "lead",
        &json!({"name": "黃淑芬", "company": "聯穗食品工業", "source": "sales_sourced",
            "industry": "food", "concerns": "交期", "website": "https://new.example"}),
    );
    let amount = json!({"amount": "6000000", "currency": "TWD"});
    let deal = json!({"name": "立袋", "account": account.uuid, "amount": amount});
    let deal = filled.create("opportunity", &deal);
    let order = json!({"opportunity": deal.uuid, "account": account.uuid, "amount": amount});
    filled.run("place_order", order);
    filled
}

#[test]
fn longer_words_have_room_at_every_place() {
    let _longer = Longer::begin();
    let mut window = filled().open(Lang::En, vec2(1024.0, 640.0));
    window.until("the window", |harness| harness.query_all_by_role(Role::Tab).count() > 8);
    let mut found = Vec::new();
    let count = window.harness.query_all_by_role(Role::Tab).count();
    for place in 0..count {
        let Some(tab) = window.harness.query_all_by_role(Role::Tab).nth(place) else { continue };
        let name = tab.accesskit_node().label().unwrap_or_default();
        tab.click();
        window.harness.run_ok();
        window.settle(40);
        pictures::keep(&mut window, &format!("room-{place}"));
        found.extend(wrong(&window.harness).into_iter().map(|it| format!("{name} {it}")));
        // The page of the first record of a list.
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.settle(40);
        pictures::keep(&mut window, &format!("room-{place}-page"));
        found.extend(wrong(&window.harness).into_iter().map(|it| format!("{name} page {it}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}
