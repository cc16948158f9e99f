//! A text that is changed in place: taken with Enter or when the focus goes, left alone with Esc.

use eframe::egui::{Id, Key, Ui};

use super::{Input, is_entered};

/// Draws a text that can be changed; gives back the new one when it was entered. What is typed lives in
/// the memory of the window until then.
pub fn edited(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: &str,
    change: EditedLook<'_>,
) -> Option<String> {
    let mut draft =
        ui.data_mut(|data| data.get_temp::<String>(id)).unwrap_or_else(|| value.to_owned());
    let input = Input::new(&mut draft, name).id(id.with("input")).hint(change.hint);
    let response = input.width(change.width).show(ui);
    let is_escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    let is_done = is_entered(ui, &response) || (response.lost_focus() && !is_escaped);
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, draft));
        return None;
    }
    ui.data_mut(|data| data.remove_temp::<String>(id));
    let draft = draft.trim();
    (is_done && draft != value).then(|| draft.to_owned())
}

/// How a text that can be changed looks.
#[derive(Clone, Copy)]
pub struct EditedLook<'a> {
    /// How wide it is.
    pub width: f32,
    /// What is shown while it is empty.
    pub hint: &'a str,
}
