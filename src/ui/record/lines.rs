//! A value as a person reads it on a page: line by line, with what leads elsewhere and what is known of it.

use crate::{
    domain::{ChannelState, Email, Money, Phone, PhoneKind, RecordId, Shape, Value, parts},
    ui::{
        Cx,
        shown::{choice, shown},
        theme::Tone,
        widgets::{Glyph, Icon, icons},
    },
};

/// A line of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) struct ValueLine {
    /// The words.
    pub text: String,
    /// What stands before them.
    pub icon: Option<Icon>,
    /// Where they lead.
    pub link: Option<RecordId>,
    /// Whether it is tried, and how it went.
    pub state: Option<ChannelState>,
    /// A short word of a list, shown as a tag.
    pub is_tag: bool,
}

impl ValueLine {
    /// Words and nothing else.
    pub fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// The lines of a value; none if it is empty.
pub(in crate::ui) fn lines(cx: &Cx<'_>, shape: &Shape, value: &Value) -> Vec<ValueLine> {
    match (shape, value) {
        (_, Value::Empty) => Vec::new(),
        (Shape::List(item), Value::List(values)) => match **item {
            Shape::Part(fields) if fields.iter().any(|field| field.name == "e164") => {
                parts::<Phone>(value).map(|it| phone(&it)).collect()
            }
            Shape::Part(fields) if fields.iter().any(|field| field.name == "address") => {
                parts::<Email>(value).map(|it| mail(&it)).collect()
            }
            Shape::Choice(_) | Shape::Text => {
                let words = values.iter().map(|value| shown(cx.model, cx.lang, item, value));
                words.map(|text| ValueLine { is_tag: true, ..ValueLine::plain(text) }).collect()
            }
            _ => values.iter().flat_map(|value| lines(cx, item, value)).collect(),
        },
        (_, Value::Link(record)) => {
            let text = shown(cx.model, cx.lang, shape, value);
            let link = cx.model.has(*record).then_some(*record);
            vec![ValueLine { link, ..ValueLine::plain(text) }]
        }
        (Shape::Part(fields), Value::Part(row)) => {
            let text = shown(cx.model, cx.lang, shape, value);
            // What belongs together leads where its first link leads: a role at an account to the account.
            let links = fields.iter().filter_map(|field| row.get(field.tag).as_link());
            let link = links.into_iter().find(|record| cx.model.has(*record));
            let state = fields.iter().find(|field| field.name == "state");
            let state =
                state.and_then(|field| row.get(field.tag).as_text()).and_then(ChannelState::of_id);
            vec![ValueLine { link, state, ..ValueLine::plain(text) }]
        }
        _ => {
            let text = shown(cx.model, cx.lang, shape, value);
            text.lines().map(|line| ValueLine::plain(line.to_owned())).collect()
        }
    }
}

/// An amount with its currency once, its digits in groups.
pub(in crate::ui) fn amount(cx: &Cx<'_>, money: Money) -> String {
    shown(cx.model, cx.lang, &Shape::Money, &Value::Money(money))
}

/// The word, the sign and the colours of whether a phone, mail or address works.
pub(in crate::ui) fn state_pill(cx: &Cx<'_>, state: ChannelState) -> (String, Glyph, Tone) {
    let (tone, glyph) = match state {
        ChannelState::Unverified => (cx.tokens.doubtful(), icons::CIRCLE_HELP),
        ChannelState::Ok => (cx.tokens.good(), icons::CHECK),
        _ => (cx.tokens.bad(), icons::X),
    };
    (choice(cx.lang, "channel_state", state.id()), Glyph::Icon(glyph), tone)
}

fn phone(phone: &Phone) -> ValueLine {
    let text = match phone.extension.as_str() {
        "" => phone.raw.clone(),
        extension => format!("{} #{extension}", phone.raw),
    };
    let icon = if phone.kind == PhoneKind::Mobile { icons::SMARTPHONE } else { icons::PHONE };
    ValueLine { icon: Some(icon), state: Some(phone.state), ..ValueLine::plain(text) }
}

fn mail(mail: &Email) -> ValueLine {
    let text = mail.address.clone();
    ValueLine { icon: Some(icons::MAIL), state: Some(mail.state), ..ValueLine::plain(text) }
}
