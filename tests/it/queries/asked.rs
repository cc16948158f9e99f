//! Filters, each with what it means said a second time.

use fairlead::{
    domain::{ActivityOutcome, Campaign, ChannelState, Id, Lead, Rating, Stage, Value, fold::fold},
    query::Viewer,
};
use proptest::prelude::*;

use super::world::{World, day, id};

/// What a word without a field finds, in folded words.
pub fn finds(world: &World, viewer: &Viewer, at: usize, word: &str, digits: &str) -> bool {
    let lead = &world.leads[at];
    let plain = [&lead.name, &lead.latin_name, &lead.company];
    let mails = lead.emails.iter().map(|mail| fold(&mail.address));
    let phones =
        lead.phones.iter().flat_map(|phone| [digits_of(&phone.raw), digits_of(&phone.e164)]);
    let is_seen = !world.is_masked(viewer, at);
    plain.iter().any(|text| fold(text).contains(word))
        || is_seen
            && mails
                .chain(phones)
                .any(|text| text.contains(word) || !digits.is_empty() && text.contains(digits))
}

/// Whether a name or company has these characters, spaces not counted.
fn is_called(world: &World, at: usize, characters: &str) -> bool {
    let lead = &world.leads[at];
    [&lead.name, &lead.company].iter().any(|text| text.replace(' ', "").contains(characters))
}

pub fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

pub type Answer = Option<bool>;
pub type Naive = fn(&World, &Viewer, usize) -> Answer;

/// Says nothing of a lead whose contact data is hidden.
pub fn contact(
    world: &World,
    viewer: &Viewer,
    at: usize,
    answer: impl Fn(&Lead) -> bool,
) -> Answer {
    (!world.is_masked(viewer, at)).then(|| answer(&world.leads[at]))
}

/// What a field of a user holds.
pub fn custom(world: &World, at: usize, tag: u16) -> &Value {
    world.leads[at].unknown.get(tag)
}

pub fn campaign_in(campaign: Option<Id<Campaign>>, numbers: &[usize]) -> bool {
    campaign.is_some_and(|it| numbers.iter().any(|number| it == id(*number)))
}

/// Filters, each with what it means.
pub const LEAVES: &[(&str, Naive)] = &[
    ("stage:mql", |w, _, at| Some(w.leads[at].stage == Stage::Mql)),
    ("stage:MQL,Sql", |w, _, at| Some(matches!(w.leads[at].stage, Stage::Mql | Stage::Sql))),
    ("stage:培育", |w, _, at| Some(w.leads[at].stage == Stage::Nurturing)),
    ("owner:me", |w, v, at| Some(w.leads[at].owner == v.user)),
    ("owner:none", |w, _, at| Some(w.leads[at].owner.is_none())),
    ("owner:BO,me", |w, v, at| {
        Some(w.leads[at].owner.is_some_and(|it| it == id(1) || Some(it) == v.user))
    }),
    ("owner~director", |w, _, at| {
        Some(w.leads[at].owner.is_some_and(|it| it == id(1) || it == id(2)))
    }),
    ("owner:nobody", |_, _, _| Some(false)),
    ("campaign:\"computex 2026\"", |w, _, at| Some(campaign_in(w.leads[at].campaign, &[1]))),
    ("campaign~Fairs", |w, _, at| Some(campaign_in(w.leads[at].campaign, &[0, 1, 2]))),
    ("member:Foodex,Webinar", |w, _, at| {
        Some(w.leads[at].memberships.iter().any(|it| campaign_in(it.campaign, &[2, 3])))
    }),
    ("member~\"Computex 2026\"", |w, _, at| {
        Some(w.leads[at].memberships.iter().any(|it| campaign_in(it.campaign, &[1, 2])))
    }),
    ("member:none", |w, _, at| Some(w.leads[at].memberships.is_empty())),
    ("score>=20", |w, _, at| Some(w.score(at) >= 20)),
    ("score:10..30", |w, _, at| Some((10..=30).contains(&w.score(at)))),
    ("grade>=C", |w, _, at| Some(w.grade(at) >= 3)),
    ("grade:D,C-", |w, _, at| Some(matches!(w.grade(at), 0 | 2))),
    ("idle>14d", |w, _, at| Some(w.idle(at).is_some_and(|days| days > 14))),
    ("idle<=2w", |w, _, at| Some(w.idle(at).is_some_and(|days| days <= 14))),
    ("idle:none", |w, _, at| Some(w.idle(at).is_none())),
    ("idle:0", |w, _, at| Some(w.idle(at) == Some(0))),
    ("valid:yes", |w, _, at| Some(w.leads[at].is_judged() && w.leads[at].is_valid())),
    ("valid:no", |w, _, at| Some(w.leads[at].is_judged() && !w.leads[at].is_valid())),
    ("valid:none", |w, _, at| Some(!w.leads[at].is_judged())),
    ("attempted:yes", |w, _, at| Some(w.about(at).any(|it| it.kind.is_attempt()))),
    ("reached:no", |w, _, at| {
        Some(!w.about(at).any(|it| it.outcome == Some(ActivityOutcome::Reached)))
    }),
    ("captured_at>=today-10d", |w, _, at| {
        Some(
            w.leads[at]
                .captured_at
                .is_some_and(|it| it.day(chrono_tz::Asia::Taipei) >= day("2026-11-11")),
        )
    }),
    ("captured_at:2026-11-20", |w, _, at| {
        Some(
            w.leads[at]
                .captured_at
                .is_some_and(|it| it.day(chrono_tz::Asia::Taipei) == day("2026-11-20")),
        )
    }),
    ("captured_at<2026-11", |w, _, at| {
        Some(
            w.leads[at]
                .captured_at
                .is_some_and(|it| it.day(chrono_tz::Asia::Taipei) < day("2026-11-01")),
        )
    }),
    ("wake_on<=today", |w, _, at| {
        Some(w.leads[at].wake_on.is_some_and(|it| it <= day("2026-11-21")))
    }),
    ("wake_on:none,tomorrow", |w, _, at| {
        Some(w.leads[at].wake_on.is_none_or(|it| it == day("2026-11-22")))
    }),
    ("blocked:yes", |w, _, at| Some(w.leads[at].blocked)),
    ("blocked:no", |w, _, at| Some(!w.leads[at].blocked)),
    ("rating:none", |w, _, at| Some(w.leads[at].rating.is_none())),
    ("rating:\"none\"", |w, _, at| Some(w.leads[at].rating == Some(Rating::None))),
    ("source:\"trade-fair\"", |w, _, at| Some(w.leads[at].source.id() == "trade_fair")),
    ("source:\"Own Source\"", |w, _, at| Some(w.leads[at].source.id() == "own source")),
    ("company:光電", |w, _, at| Some(w.leads[at].company.contains('光'))),
    ("company=acme", |w, _, at| Some(w.leads[at].company.eq_ignore_ascii_case("acme"))),
    ("company:none", |w, _, at| Some(w.leads[at].company.is_empty())),
    ("name:王", |w, _, at| Some(w.leads[at].name.contains('王'))),
    ("latin_name:wang", |w, _, at| Some(w.leads[at].latin_name.contains("Wang"))),
    ("supplier:ＬＩＳＴ", |w, _, at| Some(w.leads[at].supplier.contains("List"))),
    ("title:manager,none", |w, _, at| Some(w.leads[at].job_title != "CEO")),
    ("tags:vip", |w, _, at| Some(w.leads[at].tags.iter().any(|tag| tag.contains("vip")))),
    ("budget>1000", |w, _, at| Some(w.leads[at].budget.is_some_and(|it| it.amount > 1000.into()))),
    ("budget<=500USD", |w, _, at| {
        Some(
            w.leads[at]
                .budget
                .is_some_and(|it| it.amount <= 500.into() && it.currency.code() == "USD"),
        )
    }),
    ("address.city:台北", |w, _, at| Some(w.leads[at].address.city.contains("北"))),
    ("background>=2", |w, _, at| Some(w.leads[at].background.score.is_some_and(|it| it >= 2))),
    ("plan:\"gold plan\",銅", |w, _, at| {
        Some(matches!(custom(w, at, 1000).as_text(), Some("Gold plan" | "銅")))
    }),
    ("plan:none", |w, _, at| Some(custom(w, at, 1000).is_empty())),
    ("lines:SILVER", |w, _, at| {
        Some(custom(w, at, 1001).items().iter().any(|it| it.as_text() == Some("Silver")))
    }),
    ("lines:none", |w, _, at| Some(custom(w, at, 1001).is_empty())),
    ("tons>=2.5", |w, _, at| Some(!custom(w, at, 1002).is_empty())),
    ("tons:2.5", |w, _, at| Some(*custom(w, at, 1002) == Value::Decimal("2.5".parse().unwrap()))),
    ("deposit<100USD", |w, _, at| {
        Some(matches!(custom(w, at, 1003), Value::Money(it) if it.currency.code() == "USD"))
    }),
    ("seen_on:2026-11", |w, _, at| {
        Some(matches!(custom(w, at, 1004), Value::Date(it) if *it >= day("2026-11-01")))
    }),
    ("vip:no", |w, _, at| Some(*custom(w, at, 1005) != Value::Flag(true))),
    ("remark:王,NO", |w, _, at| Some(!custom(w, at, 1006).is_empty())),
    ("remark=no", |w, _, at| Some(custom(w, at, 1006).as_text().is_some_and(|it| it.len() == 2))),
    ("phone:dead", |w, v, at| {
        contact(w, v, at, |lead| lead.phones.iter().any(|it| it.state == ChannelState::Dead))
    }),
    ("phone:0912", |w, v, at| {
        contact(w, v, at, |lead| {
            lead.phones
                .iter()
                .any(|it| digits_of(&it.raw).contains("0912") || it.e164.contains("0912"))
        })
    }),
    ("phone:none", |w, v, at| contact(w, v, at, |lead| lead.phones.is_empty())),
    ("email:bounced", |w, v, at| {
        contact(w, v, at, |lead| lead.emails.iter().any(|it| it.state == ChannelState::Bounced))
    }),
    ("mail:GMAIL", |w, v, at| {
        contact(w, v, at, |lead| lead.emails.iter().any(|it| fold(&it.address).contains("gmail")))
    }),
    ("王", |w, v, at| Some(finds(w, v, at, "王", ""))),
    ("光電", |w, v, at| Some(finds(w, v, at, "光电", ""))),
    // Who begins to type wanguang has typed wang.
    ("WANG", |w, v, at| {
        let sounds_so = is_called(w, at, "王") || is_called(w, at, "灣光");
        Some(finds(w, v, at, "wang", "") || sounds_so)
    }),
    ("wangxm", |w, _, at| Some(is_called(w, at, "王小明"))),
    ("liguang", |w, _, at| Some(is_called(w, at, "李光"))),
    ("twgd", |w, _, at| Some(is_called(w, at, "台灣光電"))),
    ("tw", |w, v, at| Some(finds(w, v, at, "tw", "") || is_called(w, at, "台灣"))),
    ("gmail", |w, v, at| Some(finds(w, v, at, "gmail", ""))),
    ("0912-345", |w, v, at| Some(finds(w, v, at, "0912-345", "0912345"))),
    ("678", |w, v, at| Some(finds(w, v, at, "678", ""))),
];

/// A filter as a tree.
#[derive(Clone, Debug)]
pub enum Asked {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Leaf(usize),
}

impl Asked {
    pub fn text(&self) -> String {
        let join = |parts: &[Self], between: &str| {
            format!("({})", parts.iter().map(Self::text).collect::<Vec<_>>().join(between))
        };
        match self {
            Self::All(parts) => join(parts, " "),
            Self::Any(parts) => join(parts, " or "),
            Self::Not(part) => format!("-{}", part.text()),
            Self::Leaf(leaf) => LEAVES[*leaf].0.to_owned(),
        }
    }

    /// Kleene's logic: what is hidden is neither true nor false.
    pub fn answer(&self, world: &World, viewer: &Viewer, at: usize) -> Answer {
        let answers = |parts: &[Self]| -> Vec<Answer> {
            parts.iter().map(|part| part.answer(world, viewer, at)).collect()
        };
        let decide = |answers: Vec<Answer>, deciding: bool| {
            if answers.contains(&Some(deciding)) {
                Some(deciding)
            } else if answers.contains(&None) {
                None
            } else {
                Some(!deciding)
            }
        };
        match self {
            Self::All(parts) => decide(answers(parts), false),
            Self::Any(parts) => decide(answers(parts), true),
            Self::Not(part) => part.answer(world, viewer, at).map(|it| !it),
            Self::Leaf(leaf) => LEAVES[*leaf].1(world, viewer, at),
        }
    }
}

pub fn asked() -> impl Strategy<Value = Asked> {
    let leaf = (0..LEAVES.len()).prop_map(Asked::Leaf);
    leaf.prop_recursive(4, 12, 3, |inner| {
        let parts = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            parts().prop_map(Asked::All),
            parts().prop_map(Asked::Any),
            inner.clone().prop_map(|it| Asked::Not(Box::new(it))),
        ]
    })
}
