//! What people without a company on their card have in common: birthdays, where they live, a mistyped mail.

use super::{Found, Weights, are_near, is_mistyped, is_private, is_shared, overlap};
use crate::domain::{
    match_keys::Identity,
    name_likeness::{Likeness, are_one_text},
};

/// What people without a company have in common.
pub(super) struct Private {
    /// Whether it is enough for them to be the same.
    pub is_sure: bool,
    /// Whether it is enough for a person to look.
    pub is_enough: bool,
    /// Whether they were born on the same day and live in the same place, whatever their names.
    pub is_at_home: bool,
}

impl Found {
    /// What only people bring who have no company on their card.
    pub(super) fn by_private_life(
        &mut self,
        a: &Identity,
        b: &Identity,
        name: Likeness,
        weights: &Weights,
    ) -> Private {
        let has_no_company = a.company.is_empty() && b.company.is_empty();
        let is_near = matches!(name, Likeness::Same | Likeness::Reading | Likeness::Similar);
        let is_birthday = is_shared(&a.birthday, &b.birthday);
        let is_year = self.by_birthday(a, b, is_near, weights);
        let is_street = has_no_company && are_one_text(&a.street, &b.street);
        if is_street {
            let weight = if is_near { weights.name_street } else { weights.same_street };
            self.add("same-street", weight);
        }
        let is_mail = is_near
            && is_private(a, b)
            && is_mistyped(a, b)
            && overlap(&a.mails, &b.mails) == Some(false);
        if is_mail {
            self.add("similar-mail", weights.similar_mail);
        }
        let is_city = is_private(a, b) && is_shared(&a.city, &b.city);
        let is_postcode = is_private(a, b) && is_shared(&a.postcode, &b.postcode);
        let is_at_home = is_birthday && (is_street || is_postcode);
        let is_sure = is_near && (is_birthday || is_street) || is_birthday && is_street;
        let is_there = is_near && is_city && (is_postcode || is_year);
        Private { is_sure, is_enough: is_at_home || is_mail || is_there, is_at_home }
    }

    /// What birthdays say; whether they agree in the year and in nothing else, which says something
    /// beside a name.
    fn by_birthday(
        &mut self,
        a: &Identity,
        b: &Identity,
        is_near: bool,
        weights: &Weights,
    ) -> bool {
        if a.birthday.is_empty() || b.birthday.is_empty() {
            return false;
        }
        let is_year = a.birthday.get(..4) == b.birthday.get(..4);
        if a.birthday == b.birthday {
            let weight = if is_near { weights.name_birthday } else { weights.same_birthday };
            self.add("same-birthday", weight);
        } else if is_year && is_near && is_private(a, b) {
            self.add("same-birth-year", weights.same_birth_year);
            return true;
        } else if are_near(&a.birthday, &b.birthday) {
            self.add("similar-birthday", weights.similar_birthday);
        } else {
            self.add("different-birthday", weights.different_birthday);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::{super::match_keys::Card, Verdict, compare};
    use super::*;

    fn verdict(a: &Card<'_>, b: &Card<'_>) -> Verdict {
        compare(&Identity::of(a), &Identity::of(b), &Weights::default()).verdict
    }

    #[test]
    fn where_one_lives_and_when_one_was_born_count() {
        let mary = Card {
            name: "Mary Smith",
            city: "Leeds",
            postcode: "4011",
            birthday: "1969-10-06",
            ..Card::default()
        };
        let check = |other: Card<'_>, expected: Verdict| {
            assert_eq!(verdict(&mary, &other), expected, "{other:?}");
            assert_eq!(verdict(&other, &mary), expected, "{other:?}");
        };
        let with = |name, birthday| Card { name, birthday, ..mary.clone() };
        check(with("Mary Smith", "1969-10-06"), Verdict::Same);
        check(with("Marie Smith", "1969-10-06"), Verdict::Same);
        // Twins, and people who changed their name: someone has to look.
        check(with("Jane Smith", "1969-10-06"), Verdict::Review);
        check(with("Peter Baker", "1969-10-06"), Verdict::Review);
        // One name in one place, and no more than the year: never the same without a look.
        check(with("Mary Smith", "1969-03-17"), Verdict::Review);
        check(with("Mary Smith", ""), Verdict::Review);
        check(with("Mary Smith", "1937-04-07"), Verdict::Two);
        check(with("Peter Baker", ""), Verdict::Two);
        check(
            Card { city: "York", postcode: "", ..with("Mary Smith", "1969-03-17") },
            Verdict::Two,
        );
        check(Card { company: "Acme", ..with("Mary Smith", "") }, Verdict::Two);
    }

    #[test]
    fn a_mistyped_address_is_looked_at() {
        let card = |name, mail, company| Card {
            name,
            company,
            city: "Leeds",
            emails: vec![mail],
            ..Card::default()
        };
        let a = card("Jon Hill", "zporter@robinson.com", "");
        assert_eq!(verdict(&a, &card("Jon Hill", "zportsr@robinson.com", "")), Verdict::Review);
        assert_eq!(verdict(&a, &card("Ann Lee", "zportsr@robinson.com", "")), Verdict::Two);
        assert_eq!(verdict(&a, &card("Jon Hill", "hill@other.org", "")), Verdict::Two);
        let b = card("Jon Hill", "zporter@robinson.com", "Acme");
        let c = card("Jon Hill", "zporter2@robinson.com", "Best Foods");
        assert_eq!(verdict(&b, &c), Verdict::Two, "colleagues have addresses as near as that");
    }
}
