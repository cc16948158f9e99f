//! Which columns a list shows, in which order, how wide, and which of them stay when it is scrolled.

use super::ListField;
use crate::{domain::Kind, model::Model};

/// The columns of a list.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Layout {
    /// The columns, from the left.
    columns: Vec<Shown>,
    /// How many of them stay when the others scroll.
    pinned: usize,
}

/// A column that is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    name: String,
    /// The width a person gave it.
    width: Option<f32>,
}

/// Columns whose order no declaration gives: those in which a person reads them.
const SHIPPED: &[(Kind, &[&str])] =
    &[(Kind::Lead, &["name", "score", "stage", "campaign", "owner", "captured_at"])];

impl Layout {
    /// The columns that need no choosing: those a kind declares.
    pub fn shipped(kind: Kind) -> Self {
        let own = SHIPPED.iter().find(|(of, _)| *of == kind).map(|(_, names)| names.to_vec());
        let declared = || {
            let listed = kind.fields().iter().filter(|field| field.spec.is_listed());
            listed.map(|field| field.name).collect()
        };
        Self::of(own.unwrap_or_else(declared))
    }

    /// Columns by name, the first of them pinned.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let columns: Vec<Shown> =
            names.into_iter().map(|name| Shown { name: name.to_owned(), width: None }).collect();
        Self { pinned: columns.len().min(1), columns }
    }

    /// The columns as a text of one word each: `name`, or `name:width`; pinned ones end with a `!`.
    pub fn words(&self) -> Vec<String> {
        let word = |(at, shown): (usize, &Shown)| {
            let width = shown.width.map(|width| format!(":{width:.0}")).unwrap_or_default();
            let pin = if at < self.pinned { "!" } else { "" };
            format!("{}{width}{pin}", shown.name)
        };
        self.columns.iter().enumerate().map(word).collect()
    }

    /// The columns of such a text.
    pub fn from_words(words: &[String]) -> Self {
        let mut pinned = 0;
        let mut columns = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let bare = word.trim_end_matches('!');
            // Pinned ones are the first ones.
            if bare != word && pinned == at {
                pinned += 1;
            }
            let (name, width) = bare.split_once(':').unwrap_or((bare, ""));
            columns.push(Shown { name: name.to_owned(), width: width.parse().ok() });
        }
        Self { columns, pinned }
    }

    /// The columns that exist, each with the width a person gave it.
    pub fn fields(&self, model: &Model, kind: Kind) -> Vec<(ListField, Option<f32>)> {
        let known = |shown: &Shown| Some((ListField::of(model, kind, &shown.name)?, shown.width));
        self.columns.iter().filter_map(known).collect()
    }

    /// How many of the columns that exist stay when the others scroll.
    pub fn pinned(&self, model: &Model, kind: Kind) -> usize {
        let pinned = self.columns.iter().take(self.pinned);
        pinned.filter(|shown| ListField::of(model, kind, &shown.name).is_some()).count()
    }

    /// Whether a column is shown.
    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Whether a column stays when the others scroll.
    pub fn is_pinned(&self, name: &str) -> bool {
        self.place(name).is_some_and(|at| at < self.pinned)
    }

    /// Shows a column at the end, or hides it; the last one stays.
    pub fn toggle(&mut self, name: &str) {
        match self.place(name) {
            Some(_) if self.columns.len() == 1 => {}
            Some(at) => {
                self.columns.remove(at);
                self.pinned -= usize::from(at < self.pinned);
            }
            None => self.columns.push(Shown { name: name.to_owned(), width: None }),
        }
    }

    /// Gives a column a width; none for the one it has by itself.
    pub fn resize(&mut self, name: &str, width: Option<f32>) {
        if let Some(shown) = self.columns.iter_mut().find(|shown| shown.name == name) {
            shown.width = width;
        }
    }

    /// Moves a column to the place of another. One that is moved among the pinned ones is pinned.
    pub fn move_to(&mut self, name: &str, target: &str) {
        let (Some(from), Some(to)) = (self.place(name), self.place(target)) else { return };
        let shown = self.columns.remove(from);
        self.columns.insert(to, shown);
        let (was, is) = (from < self.pinned, to < self.pinned);
        if was && !is {
            self.pinned -= 1;
        } else if !was && is {
            self.pinned += 1;
        }
    }

    /// Moves a column one place to the left or to the right.
    pub fn shift(&mut self, name: &str, is_right: bool) {
        let at = self.place(name);
        let next = at.and_then(|at| if is_right { Some(at + 1) } else { at.checked_sub(1) });
        if let (Some(at), Some(next)) = (at, next.filter(|next| *next < self.columns.len())) {
            self.columns.swap(at, next);
        }
    }

    /// Pins a column behind those that are pinned, or lets it scroll.
    pub fn toggle_pin(&mut self, name: &str) {
        let Some(at) = self.place(name) else { return };
        let was_pinned = at < self.pinned;
        let shown = self.columns.remove(at);
        self.pinned -= usize::from(was_pinned);
        self.columns.insert(self.pinned, shown);
        self.pinned += usize::from(!was_pinned);
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|shown| shown.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Layout), expected: &str) {
        let words = ["name!", "stage", "owner:90", "source"].map(str::to_owned);
        let mut layout = Layout::from_words(&words);
        assert_eq!(layout.words(), words);
        change(&mut layout);
        assert_eq!(layout.words().join(" "), expected);
    }

    #[test]
    fn columns_are_chosen_moved_sized_and_pinned() {
        check(|it| it.toggle("stage"), "name! owner:90 source");
        check(|it| it.toggle("name"), "stage owner:90 source");
        check(|it| it.toggle("campaign"), "name! stage owner:90 source campaign");
        check(|it| it.resize("stage", Some(120.4)), "name! stage:120 owner:90 source");
        check(|it| it.resize("owner", None), "name! stage owner source");
        check(|it| it.move_to("source", "stage"), "name! source stage owner:90");
        check(|it| it.move_to("stage", "source"), "name! owner:90 source stage");
        check(|it| it.move_to("source", "name"), "source! name! stage owner:90");
        check(|it| it.move_to("name", "owner"), "stage owner:90 name source");
        check(|it| it.shift("owner", false), "name! owner:90 stage source");
        check(|it| it.shift("source", true), "name! stage owner:90 source");
        check(|it| it.toggle_pin("owner"), "name! owner:90! stage source");
        check(|it| it.toggle_pin("name"), "name stage owner:90 source");
    }

    #[test]
    fn every_kind_has_columns() {
        let model = Model::default();
        for kind in Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Settings) {
            let layout = Layout::shipped(kind);
            let fields = layout.fields(&model, kind);
            assert!(!fields.is_empty(), "{kind:?}");
            assert_eq!(fields.len(), layout.words().len(), "{kind:?}");
        }
    }
}
