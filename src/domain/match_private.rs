//! What people without a company on their card have in common: birthdays, where they live, a mistyped mail.

use super::{
    Found, Weights, are_near, is_mistyped, is_private, is_shared,
    match_place::{Alike, Home},
    overlap,
};
use crate::domain::{match_keys::Identity, name_likeness::Likeness};

/// How near two birthdays are that are not the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    /// They agree in the year and in nothing else, which says something beside a name.
    Year,
    /// They differ by a slip, or in one part.
    Near,
    /// They are the same, different, or one is not known.
    Other,
}

/// What people without a company have in common.
#[derive(Clone, Copy, Debug, Default)]
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
        let is_near = matches!(name, Likeness::Same | Likeness::Reading | Likeness::Similar);
        let is_birthday = is_shared(&a.birthday, &b.birthday);
        let day = self.by_birthday(a, b, is_near, weights);
        if !a.company.is_empty() || !b.company.is_empty() {
            return Private { is_sure: is_near && is_birthday, ..Private::default() };
        }
        let home = Home::of(a, b);
        let is_street = home.street == Alike::Same;
        if is_street {
            let weight = if is_near { weights.name_street } else { weights.same_street };
            self.add("same-street", weight);
        }
        let is_sure = is_near && (is_birthday || is_street) || is_birthday && is_street;
        if !is_private(a, b) {
            return Private {
                is_sure,
                is_enough: is_birthday && is_street,
                is_at_home: is_birthday && is_street,
            };
        }
        self.by_home(&home, is_near || name == Likeness::Unknown, weights);
        let is_mail = is_near && is_mistyped(a, b) && overlap(&a.mails, &b.mails) == Some(false);
        if is_mail {
            self.add("similar-mail", weights.similar_mail);
        }
        let has_postcode = home.postcode != Alike::No;
        let is_same_name = matches!(name, Likeness::Partial | Likeness::Unknown);
        let is_at_home = is_birthday
            && (is_street || has_postcode || is_same_name && home.city != Alike::No)
            || day == Day::Near && is_street && home.parts() >= 2;
        let is_there = is_near && (home.parts() >= 2 || day == Day::Year && home.city != Alike::No);
        Private { is_sure, is_enough: is_at_home || is_mail || is_there, is_at_home }
    }

    /// What their addresses say beside the street; the house and what is near it say something beside a name.
    fn by_home(&mut self, home: &Home, is_named: bool, weights: &Weights) {
        match home.city {
            Alike::Same => self.add("same-city", weights.home_city),
            Alike::Partly => self.add("similar-city", weights.similar_city),
            Alike::No => {}
        }
        match home.postcode {
            Alike::Same => self.add("same-postcode", weights.home_postcode),
            Alike::Partly => self.add("similar-postcode", weights.similar_postcode),
            Alike::No => {}
        }
        if home.street == Alike::Same || !is_named || home.parts() < 2 {
            return;
        }
        if home.is_house {
            self.add("same-house", weights.same_house);
        }
        if home.street == Alike::Partly {
            self.add("similar-street", weights.similar_street);
        }
    }

    /// What birthdays say.
    fn by_birthday(&mut self, a: &Identity, b: &Identity, is_near: bool, weights: &Weights) -> Day {
        if a.birthday.is_empty() || b.birthday.is_empty() {
            return Day::Other;
        }
        let is_year = a.birthday.get(..4) == b.birthday.get(..4);
        if a.birthday == b.birthday {
            let weight = if is_near { weights.name_birthday } else { weights.same_birthday };
            self.add("same-birthday", weight);
        } else if is_year && is_near && is_private(a, b) {
            self.add("same-birth-year", weights.same_birth_year);
            return Day::Year;
        } else if are_near(&a.birthday, &b.birthday) {
            self.add("similar-birthday", weights.similar_birthday);
            return Day::Near;
        } else {
            self.add("different-birthday", weights.different_birthday);
        }
        Day::Other
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
    fn parts_of_an_address_count_for_themselves() {
        let jake = Card {
            name: "Jake Berry",
            street: "99 Rivett Street, The Rookery",
            city: "Kingsthorpe",
            postcode: "2032",
            ..Card::default()
        };
        let check = |a: Card<'_>, b: Card<'_>, expected: Verdict| {
            assert_eq!(verdict(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(verdict(&b, &a), expected, "{a:?} {b:?}");
        };
        let at =
            |name, street, city, postcode| Card { name, street, city, postcode, ..jake.clone() };
        // Parts in another order, one left out, and slips.
        check(jake.clone(), at("Jake Berry", "99 the rookery rivet street", "", ""), Verdict::Same);
        check(
            jake.clone(),
            at("Jake Berry", "99 leahy close", "kings thorpe", "2032"),
            Verdict::Review,
        );
        check(
            jake.clone(),
            at("Jake Bery", "99 Leahy Close", "Kingstgorpe", "2032"),
            Verdict::Review,
        );
        check(
            jake.clone(),
            at("Jake Berry", "12 Leahy Close", "Kingsthorpe", "2023"),
            Verdict::Two,
        );
        check(jake.clone(), at("Jake Berry", "99 Leahy Close", "Leeds", "4011"), Verdict::Two);
        // Who lives in the same house is not the same person.
        check(
            jake.clone(),
            at("Mary Berry", "99 Rivett Street", "Kingsthorpe", "2032"),
            Verdict::Two,
        );
        // Born on the same day in the same place, or but for a slip: someone has to look.
        let born = |birthday, of: Card<'static>| Card { birthday, ..of };
        let mary = || at("Mary Berry", "99 Rivett Street", "Kingsthorpe", "2032");
        check(born("1972-07-02", jake.clone()), born("1972-07-02", mary()), Verdict::Review);
        check(born("1972-07-02", jake.clone()), born("1972-08-02", mary()), Verdict::Review);
        check(born("1972-07-02", jake.clone()), born("1950-11-17", mary()), Verdict::Two);
        check(
            born("1972-07-02", jake.clone()),
            born("1972-07-02", at("Mary Berry", "", "Kingstgorpe", "")),
            Verdict::Review,
        );
        check(
            born("1972-07-02", jake.clone()),
            born("1972-07-02", at("Ann Lee", "", "Kingsthorpe", "")),
            Verdict::Two,
        );
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
