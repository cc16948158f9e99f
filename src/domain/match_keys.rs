//! What may be the same person: keys under which two cards meet before they are compared.
//!
//! A key only proposes; `match_evidence` decides. Hashes are XXH3 over text that begins with the
//! kind, so that they are the same on every machine and in every run.

use xxhash_rust::xxh3::xxh3_64;

use super::{
    company_name::CompanyKey,
    email::{domain_of, is_free_mail, is_role_mailbox},
    fold::fold,
    match_hosts::{host_of, is_platform, registrable},
    person_name::NameKey,
    tax_id::TaxId,
};

pub use super::match_key_kind::KeyKind;

/// What a lead, a contact or a row of a file says about a person, borrowed. Empty means unknown.
#[derive(Clone, Debug, Default)]
pub struct Card<'a> {
    /// The name as on the card.
    pub name: &'a str,
    /// The name in Latin letters, where it has a field of its own.
    pub latin_name: &'a str,
    /// The company as on the card.
    pub company: &'a str,
    /// Mobile numbers as E.164.
    pub mobiles: Vec<&'a str>,
    /// Other lines but faxes, as E.164.
    pub landlines: Vec<&'a str>,
    /// Mail addresses as `clean_email` leaves them.
    pub emails: Vec<&'a str>,
    /// Names in messengers with the messenger before them: `wechat:wangxm`, `line:0912345678`.
    pub handles: Vec<&'a str>,
    /// 統一編號 or 统一社会信用代码.
    pub tax_id: &'a str,
    /// The city of the address.
    pub city: &'a str,
    /// The street or the whole line of the address.
    pub street: &'a str,
    /// The web site of the company.
    pub website: &'a str,
    /// The postcode of the address.
    pub postcode: &'a str,
    /// The birthday as YYYY-MM-DD.
    pub birthday: &'a str,
}

/// A key of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The hash of kind and content: enough to find by.
    pub hash: u64,
    /// What it is a hash of.
    pub kind: KeyKind,
}

/// A card in the form in which it is compared: made once, compared with many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    pub(super) name: NameKey,
    pub(super) company: CompanyKey,
    pub(super) tax_id: Option<String>,
    pub(super) mobiles: Vec<u64>,
    pub(super) landlines: Vec<u64>,
    pub(super) mails: Vec<String>,
    pub(super) domains: Vec<String>,
    pub(super) handles: Vec<String>,
    pub(super) city: String,
    pub(super) street: String,
    pub(super) postcode: String,
    pub(super) birthday: String,
}

impl Identity {
    /// Reads a card. Role mailboxes identify nobody and free-mail domains no company: they are
    /// left out here.
    pub fn of(card: &Card<'_>) -> Self {
        let mut found = Self {
            name: NameKey::with_latin(card.name, card.latin_name),
            company: CompanyKey::of(card.company),
            tax_id: TaxId::parse(card.tax_id).map(|number| number.as_str().to_owned()),
            mobiles: card.mobiles.iter().filter_map(|number| number_of(number)).collect(),
            landlines: card.landlines.iter().filter_map(|number| number_of(number)).collect(),
            handles: card.handles.iter().map(|handle| fold(handle)).collect(),
            city: fold(card.city).trim_end_matches(['市', '县']).to_owned(),
            street: fold(card.street),
            postcode: fold(card.postcode),
            birthday: card.birthday.to_owned(),
            ..Self::default()
        };
        for address in &card.emails {
            if !is_role_mailbox(address) {
                found.mails.push((*address).to_owned());
            }
            found.add_domain(domain_of(address).unwrap_or_default());
        }
        found.add_domain(&host_of(card.website));
        found
    }

    /// The keys of the card, sorted, each once.
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = Collected { keys: Vec::with_capacity(12), text: String::with_capacity(96) };
        for number in &self.mobiles {
            keys.add(KeyKind::Mobile, &number.to_string(), "");
        }
        for mail in &self.mails {
            keys.add(KeyKind::Mail, mail, "");
        }
        for handle in &self.handles {
            keys.add(KeyKind::Handle, handle, "");
        }
        let company = Some(self.company.core.as_str()).filter(|core| !core.is_empty());
        for company in company.into_iter().chain(self.tax_id.as_deref()) {
            self.add_names(&mut keys, KeyKind::NameCompany, KeyKind::LatinCompany, company);
        }
        for domain in &self.domains {
            self.add_names(&mut keys, KeyKind::NameDomain, KeyKind::NameDomain, domain);
        }
        for number in &self.landlines {
            let number = number.to_string();
            for name in self.name.all() {
                keys.add(KeyKind::NameLandline, name, &number);
            }
        }
        if !self.name.is_empty() {
            keys.add(KeyKind::Name, &self.name.main, "");
            if let (Some(name), true) = (keys.keys.last(), self.is_bare()) {
                let bare = Key { kind: KeyKind::BareName, ..*name };
                keys.keys.push(bare);
            }
        }
        self.add_words(&mut keys, KeyKind::NameBirthday, &self.birthday, 1);
        if self.company.is_empty() {
            self.add_private(&mut keys);
        }
        keys.keys.sort_unstable();
        keys.keys.dedup();
        keys.keys
    }

    /// Whether the card has a name and nothing to hold against another.
    pub(super) fn is_bare(&self) -> bool {
        let has_number = !self.mobiles.is_empty() || !self.landlines.is_empty();
        let has_address =
            !self.mails.is_empty() || !self.domains.is_empty() || !self.handles.is_empty();
        let has_place =
            !self.company.is_empty() || self.tax_id.is_some() || !self.street.is_empty();
        !has_number && !has_address && !has_place && self.birthday.is_empty()
    }

    /// Where someone without a company lives, and when they were born.
    fn add_private(&self, keys: &mut Collected) {
        let city = letters_of(&self.city);
        self.add_words(keys, KeyKind::NamePostcode, &self.postcode, usize::MAX);
        self.add_words(keys, KeyKind::NameStreet, &self.street, 1);
        self.add_words(keys, KeyKind::NameCity, &city, usize::MAX);
        let house = numbers_of(&self.street);
        self.add_words(keys, KeyKind::NameHouse, house.first().unwrap_or(&""), usize::MAX);
        let street = start_of(self.street.chars().filter(|c| c.is_alphabetic()), STREET);
        if !street.is_empty() && !city.is_empty() {
            keys.add(KeyKind::StreetCity, &street, &city);
        }
        if !self.birthday.is_empty() {
            for (kind, place) in
                [(KeyKind::BirthdayPostcode, &self.postcode), (KeyKind::BirthdayStreet, &street)]
            {
                if !place.is_empty() {
                    keys.add(kind, &self.birthday, place);
                }
            }
        }
        for mail in &self.mails {
            self.add_words(keys, KeyKind::NameMail, &start_of(mail.chars(), MAIL), 1);
        }
    }

    fn add_names(&self, keys: &mut Collected, own: KeyKind, latin: KeyKind, place: &str) {
        for form in &self.name.latin {
            keys.add(latin, form, place);
        }
        for name in self.name.all() {
            // A Latin name of two words is its own Latin form.
            if !self.name.latin.iter().any(|form| form == name) {
                keys.add(own, name, place);
            }
        }
    }

    /// The beginning of one word of the name is enough: the rest may be spelt otherwise.
    fn add_words(&self, keys: &mut Collected, kind: KeyKind, beside: &str, letters: usize) {
        if beside.is_empty() {
            return;
        }
        for word in self.name.all().flat_map(|name| name.split(' ')) {
            let end = word.char_indices().nth(letters).map_or(word.len(), |(end, _)| end);
            keys.add(kind, word.get(..end).unwrap_or_default(), beside);
        }
    }

    fn add_domain(&mut self, host: &str) {
        let domain = registrable(host);
        let is_known = self.domains.iter().any(|known| known == domain);
        if !domain.is_empty() && !is_known && !is_free_mail(host) && !is_platform(domain) {
            self.domains.push(domain.to_owned());
        }
    }
}

/// The keys by which to ask for cards of the same person. A name alone says something only where one of
/// the two cards says nothing else: others ask for such cards alone.
pub fn asked(keys: &[Key]) -> impl Iterator<Item = Key> {
    let is_bare = keys.iter().any(|key| key.kind == KeyKind::BareName);
    keys.iter().filter(|key| key.kind != KeyKind::BareName).map(move |key| match key.kind {
        KeyKind::Name if !is_bare => Key { kind: KeyKind::BareName, ..*key },
        _ => *key,
    })
}

/// The keys of a card that is not compared itself.
pub fn keys(card: &Card<'_>) -> Vec<Key> {
    Identity::of(card).keys()
}

struct Collected {
    keys: Vec<Key>,
    text: String,
}

impl Collected {
    fn add(&mut self, kind: KeyKind, first: &str, second: &str) {
        self.text.clear();
        self.text.push(char::from(kind as u8));
        self.text.push_str(first);
        self.text.push('\u{1f}');
        self.text.push_str(second);
        let hash = xxh3_64(self.text.as_bytes());
        self.keys.push(Key { hash, kind });
    }
}

/// Letters of a street that bring people together.
const STREET: usize = 6;

/// Letters of a mail address that do.
const MAIL: usize = 4;

/// The first letters of a text; none if there are fewer.
fn start_of(text: impl Iterator<Item = char>, letters: usize) -> String {
    let start: String = text.take(letters).collect();
    if start.chars().count() == letters { start } else { String::new() }
}

/// The letters of a text, without spaces, digits and signs.
pub(super) fn letters_of(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

/// The numbers that stand in a text.
pub(super) fn numbers_of(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
}

/// An E.164 number without its plus; it has at most fifteen digits.
fn number_of(e164: &str) -> Option<u64> {
    e164.trim_start_matches('+').parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shared(a: &Card<'_>, b: &Card<'_>) -> Vec<KeyKind> {
        let theirs = keys(b);
        let mut kinds: Vec<_> =
            asked(&keys(a)).filter(|key| theirs.contains(key)).map(|key| key.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    #[test]
    fn cards_meet() {
        let card = |name, company| Card { name, company, ..Card::default() };
        let wang = card("王小明先生", "宏碁電腦股份有限公司");
        let check = |a: &Card<'_>, b: &Card<'_>, expected: &[KeyKind]| {
            assert_eq!(shared(a, b), expected, "{} {}", a.name, b.name);
        };
        check(&wang, &card("王 小明", "宏碁电脑"), &[KeyKind::NameCompany, KeyKind::LatinCompany]);
        check(&wang, &card("Xiaoming Wang", "宏碁電腦"), &[KeyKind::LatinCompany]);
        check(&wang, &card("王曉明", "宏碁電腦"), &[KeyKind::LatinCompany]);
        check(&wang, &card("王小明", "友嘉機械"), &[]);
        check(&wang, &card("王小明", ""), &[KeyKind::BareName]);
        check(&card("王小明", ""), &wang, &[KeyKind::Name]);
        check(&wang, &card("陳小明", "宏碁電腦"), &[]);
        check(
            &card("John Smith", "Acme Inc."),
            &card("Smith, John", "ACME"),
            &[KeyKind::LatinCompany],
        );
        let mobile = Card { mobiles: vec!["+886912345678"], ..card("王小明", "") };
        check(&mobile, &Card { name: "Leo", ..mobile.clone() }, &[KeyKind::Mobile]);
        let mail = |address| Card { emails: vec![address], ..card("王小明", "") };
        check(
            &mail("wang@acme.com"),
            &mail("wang@acme.com"),
            &[KeyKind::Mail, KeyKind::NameDomain, KeyKind::NameMail],
        );
        check(&mail("info@acme.com"), &mail("sales@acme.com"), &[KeyKind::NameDomain]);
        check(&mail("info@gmail.com"), &mail("sales@gmail.com"), &[KeyKind::Name]);
        let site = Card { website: "https://www.Acme.com/tw", ..card("王小明", "") };
        check(&mail("wang@tw.acme.com"), &site, &[KeyKind::NameDomain]);
        check(&card("", "宏碁電腦"), &card("", "宏碁電腦"), &[]);
        let born =
            |street, postcode| Card { birthday: "1963-05-21", street, postcode, ..Card::default() };
        let kinds = [KeyKind::BirthdayPostcode, KeyKind::BirthdayStreet];
        check(&born("52 Florey Drive", "2259"), &born("52 florey dr", "2259"), &kinds);
        let home = |name, city| Card { street: "52 Florey", city, ..card(name, "") };
        let kinds =
            [KeyKind::NameStreet, KeyKind::NameCity, KeyKind::StreetCity, KeyKind::NameHouse];
        check(&home("Ann Lee", "Lake Clifton"), &home("Bo Lee", "lakeclifton"), &kinds);
    }

    #[test]
    fn hashes_never_change() {
        let card = Card { mobiles: vec!["+886912345678"], ..Card::default() };
        assert_eq!(
            keys(&card),
            [Key { hash: xxh3_64(b"\x01886912345678\x1f"), kind: KeyKind::Mobile }]
        );
        assert_eq!(keys(&Card::default()), []);
    }

    proptest! {
        #[test]
        fn keys_are_sorted_and_never_panic(name in any::<String>(), company in any::<String>(), website in any::<String>()) {
            let card = Card { name: &name, company: &company, website: &website, emails: vec![&website], ..Card::default() };
            let keys = keys(&card);
            prop_assert!(keys.is_sorted());
        }
    }
}
