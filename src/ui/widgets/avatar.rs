//! Who it is, at a glance: the first character of a Han name, two letters of a Latin one.

use eframe::egui::{Painter, Pos2, Stroke};

use super::words;
use crate::{
    domain::fold::is_han,
    ui::theme::{Tokens, measure, size},
};

/// Draws an avatar.
pub fn avatar(painter: &Painter, center: Pos2, side: f32, name: &str, tokens: &Tokens) {
    let edge = Stroke::new(measure::LINE, tokens.border_strong);
    painter.circle(center, side / 2.0, tokens.sunken, edge);
    let letters = if side > measure::AVATAR { size::HEADING } else { size::SMALL };
    let text = words::galley(painter, &initials(name, side), letters, tokens.text, side);
    painter.galley(center - text.size() / 2.0, text, tokens.text);
}

fn initials(name: &str, side: f32) -> String {
    let first = name.chars().find(|c| c.is_alphanumeric());
    match first {
        Some(first) if is_han(first) || side <= measure::AVATAR => first.to_uppercase().collect(),
        Some(_) => {
            let words = name.split_whitespace().filter_map(|word| word.chars().next());
            let mut letters: Vec<char> = words.filter(|c| c.is_alphanumeric()).collect();
            if letters.len() > 2 {
                letters.drain(1..letters.len() - 1);
            }
            letters.into_iter().flat_map(char::to_uppercase).collect()
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_fit_the_script() {
        for (name, expected) in [
            ("陳怡君", "陳"),
            ("Lin Ya-ting", "LY"),
            ("Jean Marie van Damme", "JD"),
            ("emily", "E"),
            ("", ""),
            ("田中 健二", "田"),
        ] {
            assert_eq!(initials(name, measure::AVATAR_LARGE), expected, "{name}");
        }
        assert_eq!(initials("Admin", measure::AVATAR), "A");
    }
}
