//! Whether two cards are one person: a score, and what speaks for and against it.
//!
//! At 90 and above it is the same person; from 70 a person has to look; below, two people (a workspace may
//! set both, and the weights). The weights add up, within limits that hold whatever the weights are:
//!
//! - a name alone, a company alone or a switchboard alone never reach a review;
//! - one mobile, mail address or messenger name with two clearly different names is at least and at most
//!   a review: a shared phone, or someone who changed a name.

use super::{
    match_keys::Identity,
    name_likeness::{Likeness, are_one_text, companies, is_one_slip, names},
};

#[path = "match_place.rs"]
mod match_place;
#[path = "match_private.rs"]
mod match_private;
#[path = "match_weights.rs"]
mod match_weights;
pub use match_weights::{EvidenceWeight, Weights};

/// One thing that speaks for or against two cards being one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The stable name of the finding; its sentence is the text `evidence-<code>`.
    pub code: &'static str,
    /// What it adds to the score, or takes from it.
    pub weight: i8,
}

/// What the comparison of two cards came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// From 0 to 100.
    pub score: u8,
    /// What the score means in the workspace.
    pub verdict: Verdict,
    /// What speaks for one person, the strongest first.
    pub for_: Vec<Evidence>,
    /// What speaks against it, the strongest first.
    pub against: Vec<Evidence>,
}

/// What a score means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Two people.
    #[default]
    Two,
    /// A person has to look.
    Review,
    /// One person.
    Same,
}

impl Match {
    /// Whether the cards are of one person.
    pub fn is_same(&self) -> bool {
        self.verdict == Verdict::Same
    }

    /// Whether a person has to decide.
    pub fn is_for_review(&self) -> bool {
        self.verdict == Verdict::Review
    }
}

/// Compares two cards. The order of the two does not matter.
pub fn compare(a: &Identity, b: &Identity, weights: &Weights) -> Match {
    let name = names(a, b);
    let company = companies(a, b);
    let mut found = Found::default();
    let is_reached = found.by_contact(a, b, weights);
    let (is_placed, is_bare) = found.by_name_and_place(a, b, (name, company), weights);
    let private = found.by_private_life(a, b, name, weights);
    found.by_rest(a, b, (name, company), weights);
    let score = found.sum.clamp(0, 100);
    let (review, same) = (i16::from(weights.review_from), i16::from(weights.same_from));
    let score = match name {
        Likeness::Different | Likeness::Partial if is_reached || private.is_at_home => {
            score.clamp(review.min(same - 1), same - 1)
        }
        Likeness::Different | Likeness::Partial => score.min(same - 1),
        _ => score,
    };
    let is_sure = is_reached || is_placed || private.is_sure;
    let is_enough = is_sure || is_bare || private.is_enough;
    let score = match (is_sure, is_enough) {
        (true, _) => score,
        (false, true) => score.min(same - 1),
        (false, false) => score.min(review - 1),
    };
    let verdict = match score {
        score if score >= same => Verdict::Same,
        score if score >= review => Verdict::Review,
        _ => Verdict::Two,
    };
    found.result(score, verdict)
}

#[derive(Default)]
struct Found {
    sum: i16,
    list: Vec<Evidence>,
}

impl Found {
    fn add(&mut self, code: &'static str, weight: i8) {
        self.sum += i16::from(weight);
        self.list.push(Evidence { code, weight });
    }

    fn result(self, score: i16, verdict: Verdict) -> Match {
        let (mut for_, mut against): (Vec<_>, Vec<_>) =
            self.list.into_iter().partition(|evidence| evidence.weight >= 0);
        for_.sort_by_key(|evidence| -i16::from(evidence.weight));
        against.sort_by_key(|evidence| evidence.weight);
        Match { score: u8::try_from(score).unwrap_or_default(), verdict, for_, against }
    }

    /// Numbers and addresses that reach one person; returns whether one is shared.
    fn by_contact(&mut self, a: &Identity, b: &Identity, weights: &Weights) -> bool {
        let mobile = overlap(&a.mobiles, &b.mobiles);
        let mail = overlap(&a.mails, &b.mails);
        let handle = overlap(&a.handles, &b.handles);
        match mobile {
            Some(true) => self.add("same-mobile", weights.same_mobile),
            Some(false) if is_slip(&a.mobiles, &b.mobiles) => {
                self.add("similar-mobile", weights.similar_mobile);
            }
            Some(false) => self.add("different-mobile", weights.different_mobile),
            None => {}
        }
        match mail {
            Some(true) => self.add("same-mail", weights.same_mail),
            Some(false) if !is_mistyped(a, b) => {
                self.add("different-mail", weights.different_mail);
            }
            _ => {}
        }
        if handle == Some(true) {
            self.add("same-handle", weights.same_handle);
        }
        [mobile, mail, handle].contains(&Some(true))
    }

    /// The name together with where the person works; returns whether the two agree, and whether one of
    /// the cards is nothing but that name.
    fn by_name_and_place(
        &mut self,
        a: &Identity,
        b: &Identity,
        (name, company): (Likeness, Likeness),
        weights: &Weights,
    ) -> (bool, bool) {
        let has_domain = overlap(&a.domains, &b.domains) == Some(true);
        let has_landline = overlap(&a.landlines, &b.landlines) == Some(true);
        let is_named = matches!(name, Likeness::Same | Likeness::Reading);
        let is_company = company == Likeness::Same;
        let is_bare = name == Likeness::Same && (a.is_bare() || b.is_bare());
        match (name, company) {
            (Likeness::Same, Likeness::Same) => {
                self.add("same-name-company", weights.same_name_company);
            }
            (Likeness::Reading, Likeness::Same) => {
                self.add("pinyin-company", weights.pinyin_company);
            }
            (Likeness::Same, _) if is_bare => self.add("same-name", weights.bare_name),
            (Likeness::Same, _) => self.add("same-name", weights.same_name),
            (Likeness::Reading | Likeness::Similar, _) => {
                self.add("similar-name", weights.similar_name);
            }
            _ => {}
        }
        let is_alone = is_named && !is_company;
        if has_landline {
            let weight = if is_alone { weights.name_landline } else { weights.same_landline };
            self.add("same-landline", weight);
        }
        if has_domain {
            let weight =
                if is_alone && !has_landline { weights.name_domain } else { weights.same_domain };
            self.add("same-domain", weight);
        }
        (is_named && (is_company || has_domain || has_landline), is_bare)
    }

    fn by_rest(
        &mut self,
        a: &Identity,
        b: &Identity,
        (name, company): (Likeness, Likeness),
        weights: &Weights,
    ) {
        match name {
            Likeness::Different => self.add("different-name", weights.different_name),
            Likeness::Partial => self.add("different-name", weights.partial_name),
            _ => {}
        }
        match company {
            Likeness::Same if !matches!(name, Likeness::Same | Likeness::Reading) => {
                self.add("same-company", weights.same_company);
            }
            Likeness::Different => self.add("different-company", weights.different_company),
            _ => {}
        }
        let differs = |ours: &Option<String>, theirs: &Option<String>| {
            ours.is_some() && theirs.is_some() && ours != theirs
        };
        if company == Likeness::Same
            && (differs(&a.company.branch, &b.company.branch)
                || differs(&a.company.place, &b.company.place))
        {
            self.add("different-branch", weights.different_branch);
        }
        if is_private(a, b) {
            return;
        }
        // Colleagues share these.
        let of_place = |weight: i8| if company == Likeness::Same { weight.min(1) } else { weight };
        if is_shared(&a.city, &b.city) {
            self.add("same-city", of_place(weights.same_city));
        }
        if is_shared(&a.postcode, &b.postcode) {
            self.add("same-postcode", of_place(weights.same_postcode));
        }
    }
}

/// Whether nothing says where the two work: then what else they say is about their own lives.
fn is_private(a: &Identity, b: &Identity) -> bool {
    let has_place = overlap(&a.domains, &b.domains) == Some(true)
        || overlap(&a.landlines, &b.landlines) == Some(true);
    a.company.is_empty() && b.company.is_empty() && !has_place
}

fn is_shared(ours: &str, theirs: &str) -> bool {
    !ours.is_empty() && ours == theirs
}

/// Whether two lists share an entry; none if one of them is empty.
fn overlap<T: PartialEq>(a: &[T], b: &[T]) -> Option<bool> {
    let is_known = !a.is_empty() && !b.is_empty();
    is_known.then(|| a.iter().any(|item| b.contains(item)))
}

/// Whether two people without a company have the same address but for a slip. Colleagues of one
/// name have addresses that are as near: wang.wei@, wang.wei2@.
fn is_mistyped(a: &Identity, b: &Identity) -> bool {
    let is_private = a.company.is_empty() && b.company.is_empty();
    is_private && a.mails.iter().any(|mail| b.mails.iter().any(|other| are_one_text(mail, other)))
}

/// Whether two numbers differ by a slip of the finger: that says nothing against one person.
fn is_slip(a: &[u64], b: &[u64]) -> bool {
    let b: Vec<String> = b.iter().map(u64::to_string).collect();
    a.iter().map(u64::to_string).any(|a| b.iter().any(|b| is_one_slip(a.as_bytes(), b.as_bytes())))
}

/// Whether two birthdays agree in the year and one more part, or but for a slip.
fn are_near(a: &str, b: &str) -> bool {
    is_one_slip(a.as_bytes(), b.as_bytes())
        || a.split('-').zip(b.split('-')).filter(|(x, y)| x == y).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::{super::match_keys::Card, *};

    /// A card of `name, company, mobile, mail`; empty parts are unknown.
    fn card<'a>(parts: [&'a str; 4]) -> Card<'a> {
        let [name, company, mobile, mail] = parts;
        let known = |text: &'a str| Some(text).filter(|text| !text.is_empty());
        Card {
            name,
            company,
            mobiles: known(mobile).into_iter().collect(),
            emails: known(mail).into_iter().collect(),
            ..Card::default()
        }
    }

    fn compared(a: &Card<'_>, b: &Card<'_>) -> Match {
        let (a, b) = (Identity::of(a), Identity::of(b));
        let found = compare(&a, &b, &Weights::default());
        assert_eq!(found.score, compare(&b, &a, &Weights::default()).score);
        found
    }

    fn verdict(found: &Match) -> &'static str {
        match found {
            found if found.is_same() => "same",
            found if found.is_for_review() => "review",
            _ => "two",
        }
    }

    const WANG: &str = "王小明";
    const ACER: &str = "宏碁電腦股份有限公司";
    const MINE: &str = "+886912345678";
    const OTHER: &str = "+886955111222";
    const MAIL: &str = "wang@acer.example";

    #[test]
    fn decides() {
        let check = |a: [&str; 4], b: [&str; 4], expected: &str| {
            let found = compared(&card(a), &card(b));
            assert_eq!(verdict(&found), expected, "{a:?} {b:?} {found:?}");
        };
        // One person.
        check([WANG, ACER, "", ""], ["王小明先生", "宏碁电脑", "", ""], "same");
        check([WANG, ACER, MINE, ""], [WANG, "友嘉機械", MINE, ""], "same");
        check([WANG, ACER, MINE, MAIL], [WANG, "友嘉機械", MINE, "wang@fair.example"], "same");
        check([WANG, "", MINE, ""], ["Xiaoming Wang", "", MINE, ""], "same");
        check([WANG, "", "", MAIL], ["王小鳴", "", "", MAIL], "same");
        check([WANG, ACER, MINE, ""], ["", ACER, MINE, ""], "same");
        check([WANG, ACER, MINE, MAIL], [WANG, ACER, OTHER, MAIL], "same");
        check([WANG, ACER, MINE, ""], [WANG, ACER, "+886912345687", ""], "same");
        // A person has to look.
        check([WANG, ACER, MINE, ""], [WANG, ACER, OTHER, ""], "review");
        check([WANG, ACER, MINE, ""], ["陳美玲", ACER, MINE, ""], "review");
        check([WANG, ACER, MINE, MAIL], ["陳美玲", ACER, MINE, MAIL], "review");
        check(
            [WANG, ACER, MINE, MAIL],
            ["陳美玲", "友嘉機械", MINE, "chen@fair.example"],
            "review",
        );
        check(["John Smith", "", MINE, ""], ["Mary Smith", "", MINE, ""], "review");
        check([WANG, "", MINE, ""], ["Leo Lee", "", MINE, ""], "review");
        check([WANG, ACER, "", ""], ["Wang, Xiao-Ming", ACER, "", ""], "review");
        check([WANG, "宏碁電腦台北分公司", "", ""], [WANG, "宏碁電腦台中廠", "", ""], "review");
        check([WANG, "", "", MAIL], [WANG, "", "", "info@acer.example"], "review");
        check([WANG, "", "", ""], [WANG, ACER, MINE, MAIL], "review");
        // Two people.
        check([WANG, ACER, MINE, MAIL], [WANG, ACER, OTHER, "xmwang@acer.example"], "two");
        check([WANG, ACER, MINE, ""], [WANG, "友嘉機械", OTHER, ""], "two");
        check([WANG, ACER, "", ""], [WANG, "", MINE, ""], "two");
        check(
            [WANG, ACER, "", "info@acer.example"],
            ["陳美玲", ACER, "", "info@acer.example"],
            "two",
        );
        check([WANG, ACER, "", ""], ["王小芳", ACER, "", ""], "two");
        check([WANG, "", MINE, "wang@gmail.com"], [WANG, "", OTHER, "xm@gmail.com"], "two");
        check([WANG, "友嘉機械", "", ""], [WANG, "東台機械", "", ""], "two");
        check(["", ACER, "", ""], ["", ACER, "", ""], "two");
        check(["", "", "", ""], ["", "", "", ""], "two");
    }

    #[test]
    fn numbers_and_places_count() {
        let check = |a: &Card<'_>, b: &Card<'_>, expected: &str| {
            let found = compared(a, b);
            assert_eq!(verdict(&found), expected, "{found:?}");
        };
        let landline =
            |company| Card { landlines: vec!["+886223456789"], ..card([WANG, company, "", ""]) };
        check(&landline(""), &landline(ACER), "same");
        check(&landline("友嘉機械"), &landline(ACER), "review");
        check(&landline(ACER), &Card { name: "陳美玲", ..landline(ACER) }, "two");
        let taxed = |company, tax_id| Card { tax_id, ..card([WANG, company, "", ""]) };
        check(&taxed("友嘉", "04595257"), &taxed("Fair Friend", "04595257"), "same");
        check(&taxed(ACER, "04595257"), &taxed(ACER, "10458575"), "two");
        let born = |name, birthday| Card { birthday, ..card([name, "", "", ""]) };
        check(&born("John Smith", "1980-02-03"), &born("Smith John", "1980-02-03"), "same");
        check(&born("Mary Smith", "1980-02-03"), &born("John Smith", "1980-02-03"), "two");
        let at_home = |mobile, mail| Card {
            city: "台北市",
            postcode: "110",
            landlines: vec!["+886223456789"],
            ..card([WANG, ACER, mobile, mail])
        };
        check(&at_home(MINE, MAIL), &at_home(OTHER, "xmwang@acer.example"), "two");
        let handle = Card { handles: vec!["wechat:wangxm"], ..card([WANG, "", "", ""]) };
        check(&handle, &handle, "same");
    }

    #[test]
    fn says_why() {
        let found = compared(&card([WANG, ACER, MINE, MAIL]), &card([WANG, "宏碁", OTHER, MAIL]));
        let codes = |list: &[Evidence]| list.iter().map(|item| item.code).collect::<Vec<_>>();
        assert_eq!(codes(&found.for_), ["same-mail", "same-domain", "same-name"]);
        assert_eq!(codes(&found.against), ["different-mobile"]);
    }
}
