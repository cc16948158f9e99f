//! A few fields of something new, on a sheet over whatever one is at.

use eframe::egui::{Align, Id, Key, Layout, Ui, vec2};
use serde_json::{Map, Value as Json, json};

use crate::{
    domain::{FieldInfo, Kind, RecordId, Shape, Value, value_to_json},
    error::Error,
    i18n::{Lang, text},
    model::Model,
    query::{self, typed::Typed},
    ui::{
        Cx, Intent, Place,
        pairs::{LikelyDeed, LikelyList},
        record::{Calendar, Draft, Edited, edit_inner},
        shown::{choice, field_label},
        theme::{measure, page, size, space},
        widgets::{
            Button, Dialog, Input, Select, Typed as TypedIn, icons, is_entered, label, paragraph,
        },
    },
};

/// The fields one fills in first, of each kind that can be made from anywhere.
const FORMS: &[(Kind, &[&str])] = &[
    (Kind::Lead, &["name", "company", "phones", "emails", "campaign"]),
    (Kind::Account, &["name", "tax_id", "industry", "website"]),
    (Kind::Contact, &["name", "job_title", "phones", "emails"]),
    (Kind::Campaign, &["name", "kind", "venue", "booth"]),
    (Kind::Opportunity, &["name", "account", "amount", "closes_on"]),
];

/// What is being filled in.
pub(in crate::ui) struct QuickAdd {
    kind: Kind,
    drafts: Vec<(&'static FieldInfo, Entry)>,
    /// Whether it is on its way to the writer.
    is_sent: bool,
    /// Why it could not be made.
    problem: Option<String>,
    is_fresh: bool,
    /// Who it may be that is being filled in.
    likely: LikelyList,
}

/// What was filled in of a field.
enum Entry {
    /// Words, or the value that was chosen.
    Words(String),
    /// What is edited as on the page of a record: days, amounts, one of many records.
    Draft(Draft),
}

impl Entry {
    fn of(model: &Model, shape: &Shape) -> Self {
        match shape {
            Shape::Date | Shape::Money => Self::Draft(Draft::of(model, shape, &Value::Empty)),
            Shape::Link(kind) if model.columns(*kind).is_some() => {
                Self::Draft(Draft::of(model, shape, &Value::Empty))
            }
            _ => Self::Words(String::new()),
        }
    }

    /// What is sent; nothing of what is empty.
    fn json(&self, shape: &Shape, calendar: Calendar) -> Result<Option<Json>, Unreadable> {
        match self {
            Self::Words(words) if words.trim().is_empty() => Ok(None),
            Self::Words(words) => Ok(Some(json(shape, words.trim()))),
            Self::Draft(draft) => {
                let value = draft.value(shape, calendar).ok_or(Unreadable)?;
                Ok((!value.is_empty()).then(|| value_to_json(shape, &value)))
            }
        }
    }
}

/// What was typed is no value of its field.
#[derive(Debug)]
struct Unreadable;

impl QuickAdd {
    /// An empty form of a kind; none if such a thing cannot be made from anywhere.
    pub fn of(kind: Kind, model: &Model) -> Option<Self> {
        let (_, names) = FORMS.iter().find(|(of, _)| *of == kind)?;
        let fields = names.iter().filter_map(|name| kind.field(name));
        let drafts = fields.map(|field| (field, Entry::of(model, &field.shape))).collect();
        Some(Self {
            kind,
            drafts,
            is_sent: false,
            problem: None,
            is_fresh: true,
            likely: LikelyList::default(),
        })
    }

    /// It could not be made: what was filled in stays.
    pub fn refused(&mut self, err: &Error, lang: Lang) {
        self.is_sent = false;
        self.problem = Some(err.text(lang));
    }

    /// Draws the form; whether it was put away.
    pub(super) fn show(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let name = text(cx.lang, &format!("action-new-{}", self.kind.name()));
        let dialog = Dialog::new(&name).width(measure::FORM);
        let (is_cancelled, is_closed) = dialog.show(ui, |ui| {
            label(ui, &name, size::HEADING, cx.tokens.text);
            ui.add_space(space::TINY);
            let mut is_done = false;
            for at in 0..self.drafts.len() {
                is_done |= self.row(ui, cx, at);
            }
            if let Some(problem) = &self.problem {
                paragraph(ui, problem, size::BODY, cx.tokens.danger);
            }
            ui.add_space(space::TINY);
            let deed = self.likely.show(ui, cx, self.kind, (None, self.typed()));
            let meant = match deed {
                Some(LikelyDeed::Open(meant)) => Some(meant),
                Some(LikelyDeed::Merge(_)) | None => None,
            };
            if let Some(meant) = meant {
                cx.go(Place::Record(meant));
            }
            self.buttons(ui, cx, is_done) || meant.is_some()
        });
        is_cancelled || is_closed
    }

    /// Draws a field; whether the form was entered in it.
    fn row(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, at: usize) -> bool {
        let Some((field, entry)) = self.drafts.get_mut(at) else { return false };
        let offered = offered(cx.model, cx.lang, &field.shape);
        let is_one_of_many = matches!(entry, Entry::Draft(_));
        if offered.is_empty() && !is_one_of_many && matches!(field.shape, Shape::Link(_)) {
            return false;
        }
        let name = field_label(cx.lang, self.kind, field.name);
        let is_first = std::mem::take(&mut self.is_fresh) && at == 0;
        let mut is_done = false;
        ui.horizontal_top(|ui| {
            let extent = vec2(page::FORM_LABEL, measure::INPUT);
            ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(page::FORM_LABEL);
                label(ui, &name, size::BODY, cx.tokens.text_subdued);
            });
            let width = ui.available_width();
            let id = Id::unique(("quick add", field.name));
            let draft = match entry {
                Entry::Words(words) => words,
                Entry::Draft(draft) => {
                    let edited = Edited::of(&name, &field.shape);
                    let typed = ui.vertical(|ui| edit_inner(ui, cx, edited, (draft, id))).inner;
                    let is_enter = ui.input(|input| input.key_pressed(Key::Enter));
                    is_done = typed == TypedIn::Done && is_enter;
                    return;
                }
            };
            if offered.is_empty() {
                let response = Input::new(draft, &name).id(id).width(width).show(ui);
                if is_first {
                    response.request_focus();
                }
                is_done = is_entered(ui, &response);
                return;
            }
            let (ids, names): (Vec<String>, Vec<String>) = offered.into_iter().unzip();
            let chosen = ids.iter().position(|id| id == draft);
            let hint = text(cx.lang, "nothing-chosen");
            let select = Select { name: &name, entries: &names, chosen, hint: &hint, width };
            if let Some(id) = select.show(ui).and_then(|at| ids.into_iter().nth(at)) {
                *draft = id;
            }
        });
        is_done
    }

    fn buttons(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, is_entered: bool) -> bool {
        let calendar = Calendar::of(cx);
        let is_filled = |(field, entry): &(&FieldInfo, Entry)| {
            !matches!(entry.json(&field.shape, calendar), Ok(None))
        };
        let can_save = self.drafts.iter().any(is_filled) && !self.is_sent;
        let mut is_cancelled = false;
        // As high as the buttons, however high the sheet was when more stood above them.
        let extent = vec2(ui.available_width(), measure::BUTTON);
        ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, &format!("create-{}", self.kind.name()));
            let save = Button::primary(&words).with_icon(icons::CHECK).enabled(can_save);
            if ui.add(save).clicked() || (is_entered && can_save) {
                self.problem = None;
                match self.values(calendar) {
                    Ok(values) => {
                        self.is_sent = true;
                        cx.ask(Intent::Create(self.kind, values));
                    }
                    Err(Unreadable) => {
                        self.problem = Some(text(cx.lang, "edit-unreadable").into_owned());
                    }
                }
            }
            let words = text(cx.lang, "cancel");
            is_cancelled = ui.add(Button::secondary(&words)).clicked();
        });
        is_cancelled
    }

    /// What was filled in, as far as it says who it is.
    fn typed(&self) -> Typed {
        let of = |name: &str| match self.drafts.iter().find(|(field, _)| field.name == name) {
            Some((_, Entry::Words(words))) => words.trim().to_owned(),
            Some((_, Entry::Draft(_))) | None => String::new(),
        };
        let typed = Typed {
            tax_id: of("tax_id"),
            website: of("website"),
            phones: vec![of("phones")],
            emails: vec![of("emails")],
            ..Typed::default()
        };
        match self.kind {
            Kind::Account => Typed { company: of("name"), ..typed },
            Kind::Lead | Kind::Contact => {
                Typed { name: of("name"), company: of("company"), ..typed }
            }
            _ => Typed::default(),
        }
    }

    /// What was filled in, as the command wants it.
    fn values(&self, calendar: Calendar) -> Result<Map<String, Json>, Unreadable> {
        let value = |(field, entry): &(&'static FieldInfo, Entry)| {
            let json = entry.json(&field.shape, calendar);
            json.map(|json| json.map(|json| (field.name.to_owned(), json))).transpose()
        };
        self.drafts.iter().filter_map(value).collect()
    }
}

/// A value as the command wants it: of a list of parts the first one, by its first field.
fn json(shape: &Shape, draft: &str) -> Json {
    match shape {
        Shape::List(item) => json!([json(item, draft)]),
        Shape::Part(fields) => {
            let first = fields.iter().take(1).map(|field| (field.name.to_owned(), json!(draft)));
            Json::Object(first.collect())
        }
        _ => json!(draft),
    }
}

/// What can be chosen for a field: the value and its name. Nothing where it is typed.
fn offered(model: &Model, lang: Lang, shape: &Shape) -> Vec<(String, String)> {
    match shape {
        Shape::Choice(choices) => {
            let named = |id: &&str| ((*id).to_owned(), choice(lang, choices.name, id));
            choices.values.iter().map(named).collect()
        }
        // The newest one first: it is the fair one stands at.
        Shape::Link(kind) if model.columns(*kind).is_none() => {
            let named = |record: RecordId| (record.to_string(), query::label(model, record));
            model.small_rows(*kind).into_iter().rev().map(|(record, _)| named(record)).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_fields_of_its_kind() {
        for (kind, names) in FORMS {
            let form = QuickAdd::of(*kind, &Model::default()).unwrap();
            assert_eq!(form.drafts.len(), names.len(), "{kind:?}");
        }
        assert!(QuickAdd::of(Kind::Order, &Model::default()).is_none());
    }

    #[test]
    fn what_is_filled_in_is_sent_as_the_command_wants_it() {
        let mut form = QuickAdd::of(Kind::Lead, &Model::default()).unwrap();
        for (name, typed) in [("name", " 王小明 "), ("phones", "0912-345-678"), ("company", "  ")]
        {
            let at = form.drafts.iter().position(|(field, _)| field.name == name).unwrap();
            form.drafts[at].1 = Entry::Words(typed.to_owned());
        }
        let expected = json!({"name": "王小明", "phones": [{"raw": "0912-345-678"}]});
        let calendar =
            Calendar { today: "2026-11-21".parse().unwrap(), zone: chrono_tz::Asia::Taipei };
        assert_eq!(Json::Object(form.values(calendar).unwrap()), expected);
    }
}
