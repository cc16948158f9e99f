//! Who a record may be besides, while it is edited: found beside the window from what is typed, told under the field.

use eframe::egui::{Align, Layout, Ui};

use crate::{
    domain::{Contact, Email, Fields as _, Kind, Lead, Phone, RecordId, Row, Tag, parts},
    i18n::text,
    query::{self, typed::Typed},
    ui::{
        Cx, Place,
        pairs::{LikelyDeed, LikelyList, MergeDialog},
        theme::measure,
        widgets::{Button, icons},
    },
};

/// The fields that say who someone is.
const TELLING: &[&str] = &["name", "company", "tax_id", "website", "phones", "emails"];

/// Who a record may be besides.
pub(super) struct Likely {
    /// The field under which it is told.
    pub tag: Tag,
    typed: Typed,
    list: LikelyList,
    /// The two that are about to become one.
    merging: Option<MergeDialog>,
}

impl Likely {
    /// Begins to look when a field is edited that says who someone is.
    pub fn of((kind, name): (Kind, &str), tag: Tag) -> Option<Self> {
        let is_someone = matches!(kind, Kind::Lead | Kind::Contact | Kind::Account);
        (is_someone && TELLING.contains(&name)).then(|| Self {
            tag,
            typed: Typed::default(),
            list: LikelyList::default(),
            merging: None,
        })
    }

    /// Looks for who the record would be with what is typed.
    pub fn look(&mut self, cx: &Cx<'_>, kind: Kind, row: &Row) {
        self.typed = typed(cx, kind, row);
    }

    /// Draws those who may be meant; whether they were put away.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) -> bool {
        let mut is_away = false;
        let found = (Some(record), self.typed.clone());
        match self.list.show(ui, cx, record.kind, found) {
            Some(LikelyDeed::Open(other)) => cx.go(Place::Record(other)),
            Some(LikelyDeed::Merge(other)) => {
                self.merging = Some(MergeDialog::of(vec![record, other]));
            }
            None => {}
        }
        if !self.list.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let words = text(cx.lang, "likely-away");
                let away = Button::quiet(&words).with_icon(icons::X);
                is_away = ui.add(away.height(measure::BUTTON_SMALL)).clicked();
            });
        }
        if self.merging.as_mut().is_some_and(|dialog| dialog.show(ui, cx)) {
            self.merging = None;
        }
        is_away
    }
}

/// What a record says of who it is.
fn typed(cx: &Cx<'_>, kind: Kind, row: &Row) -> Typed {
    let words = |name: &str| {
        let field = kind.field(name);
        let value = field.map(|field| row.get(field.tag));
        value.and_then(|value| value.as_text()).unwrap_or_default().to_owned()
    };
    let numbers = |tag: Tag| parts::<Phone>(row.get(tag)).map(|phone| phone.raw).collect();
    let addresses = |tag: Tag| parts::<Email>(row.get(tag)).map(|mail| mail.address).collect();
    match kind {
        Kind::Account => Typed {
            company: words("name"),
            tax_id: words("tax_id"),
            website: words("website"),
            ..Typed::default()
        },
        Kind::Contact => {
            let contact = Contact::from_row(row.clone());
            let mut positions = contact.accounts.iter();
            let account = positions.find(|it| it.active).or(contact.accounts.first());
            let account = account.and_then(|position| position.account);
            let company = account.map(|account| query::label(cx.model, account.record()));
            Typed {
                name: words("name"),
                company: company.unwrap_or_default(),
                phones: numbers(Contact::phones),
                emails: addresses(Contact::emails),
                ..Typed::default()
            }
        }
        _ => Typed {
            name: words("name"),
            company: words("company"),
            tax_id: words("tax_id"),
            website: words("website"),
            phones: numbers(Lead::phones),
            emails: addresses(Lead::emails),
        },
    }
}
