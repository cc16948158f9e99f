//! Mail addresses: their clean form, and what they say about a person or a company.

use std::{borrow::Cow, sync::LazyLock};

use unicode_normalization::UnicodeNormalization;

use super::word_list::Words;

/// The address as it is kept and compared: NFKC, lower case, without `mailto:`, the name before
/// `<…>` and the punctuation around it; none if this is no address.
///
/// The check is of syntax only (one `@`, a domain with a dot). Dots and `+tags` stay: what they
/// mean differs from provider to provider. Addresses of an Exchange directory (`/O=…/CN=…`) are none.
pub fn clean_email(raw: &str) -> Option<String> {
    let text: Cow<'_, str> =
        if raw.is_ascii() { raw.into() } else { raw.nfkc().collect::<String>().into() };
    let text = match (text.rfind('<'), text.rfind('>')) {
        (Some(open), Some(close)) if open < close => text.get(open + 1..close)?,
        _ => &text,
    };
    let text = text.trim_matches(is_around);
    let text = strip_prefix_ignoring_case(text, "mailto:").unwrap_or(text);
    let text = text.split_once('?').map_or(text, |(address, _)| address);
    let (local, domain) = text.split_once('@')?;
    let (local, domain) = (local.trim_matches(is_around), domain.trim_matches(is_around));
    (is_local_part(local) && is_domain(domain)).then(|| joined(local, domain))
}

/// Punctuation that belongs to the text around an address.
fn is_around(c: char) -> bool {
    match c {
        '"' | '\'' | '`' | '.' | ',' | ';' | ':' | '、' | '。' => true,
        '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '\u{200b}' | '\u{feff}' => true,
        _ => c.is_whitespace() || c.is_control(),
    }
}

fn joined(local: &str, domain: &str) -> String {
    let mut address = String::with_capacity(local.len() + 1 + domain.len());
    address.push_str(local);
    address.push('@');
    address.push_str(domain);
    if !address.is_ascii() {
        return address.to_lowercase();
    }
    address.make_ascii_lowercase();
    address
}

/// What follows the `@`.
pub fn domain_of(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain).filter(|domain| !domain.is_empty())
}

/// Whether an address (or its part before the `@`) belongs to a function and not to a person:
/// info@, sales2@, service.tw@. Such an address never identifies anyone.
pub fn is_role_mailbox(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default();
    let mut words = local.split(['.', '-', '_', '+']);
    let first = words.next().unwrap_or_default();
    let word = first.trim_end_matches(|c: char| c.is_ascii_digit());
    ROLES.has_in_any_case(word)
}

/// Whether anyone can have an address in this domain, so that it says nothing about a company.
pub fn is_free_mail(domain: &str) -> bool {
    let provider = domain.split('.').next().unwrap_or_default();
    let is_within = |provider: &str| {
        let start = domain.len().checked_sub(provider.len());
        let end = start.and_then(|start| domain.get(start..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(provider))
    };
    FREE.has_in_any_case(domain)
        || FREE_ANYWHERE.has_in_any_case(provider)
        || is_within(".hinet.net")
        || is_within(".seed.net.tw")
}

/// Parts before the `@` that are functions: English (RFC 2142 among them), German, pinyin.
#[rustfmt::skip]
static ROLES: LazyLock<Words> = LazyLock::new(|| Words::of(&[
    "account", "accounting", "accounts", "admin", "administrator", "agent", "ap", "ar", "billing",
    "booking", "business", "buyer", "career", "careers", "caiwu", "caigou", "ceo", "contact",
    "contactus", "contacts", "customer", "customercare", "customerservice", "cs", "desk",
    "einkauf", "enquiries", "enquiry", "event", "events", "expo", "export", "fae", "feedback",
    "finance", "general", "hello", "help", "helpdesk", "home", "hostmaster", "hotline", "hr",
    "import", "info", "information", "inquiries", "inquiry", "international", "invoice", "it",
    "job", "jobs", "kefu", "kontakt", "mail", "mailbox", "main", "manager", "market", "marketing",
    "mis", "newsletter", "noreply", "no", "office", "order", "orders", "oversea", "overseas",
    "pm", "post", "postmaster", "pr", "press", "privacy", "procurement", "project", "public",
    "purchase", "purchasing", "qa", "qc", "rd", "reception", "recruit", "recruitment", "root",
    "sale", "sales", "salesteam", "secretary", "security", "service", "services", "shichang",
    "shop", "spam", "staff", "store", "support", "team", "tech", "technical", "trade", "trading",
    "verkauf", "vertrieb", "web", "webmaster", "welcome", "xiaoshou", "yewu", "zhaopin",
]));

/// Providers of mail under one domain.
#[rustfmt::skip]
static FREE: LazyLock<Words> = LazyLock::new(|| Words::of(&[
    "126.com", "139.com", "163.com", "163.net", "188.com", "189.cn", "21cn.com", "263.net",
    "aim.com", "aliyun.com", "anet.net.tw", "daum.net", "docomo.ne.jp", "ezweb.ne.jp",
    "fastmail.com", "foxmail.com", "freenet.de", "giga.net.tw", "gmail.com", "googlemail.com",
    "hanmail.net", "hey.com", "hinet.net", "icloud.com", "kimo.com", "libero.it", "list.ru",
    "mac.com", "mail.com", "mail.ru", "me.com", "nate.com", "naver.com", "netvigator.com",
    "orange.fr", "outlook.com", "pchome.com.tw", "pm.me", "proton.me", "protonmail.com", "qq.com",
    "rediffmail.com", "rocketmail.com", "seed.net.tw", "sina.cn", "sina.com", "singnet.com.sg",
    "softbank.ne.jp", "so-net.net.tw", "sohu.com", "t-online.de", "tom.com", "tutanota.com",
    "tpts4.seed.net.tw", "url.com.tw", "vip.163.com", "vip.126.com", "vip.qq.com", "vip.sina.com",
    "vip.sina.com.cn", "wanadoo.fr", "web.de", "wo.cn", "xtra.co.nz", "xuite.net", "yam.com",
    "yandex.com", "yandex.ru", "yeah.net", "ymail.com", "zoho.com",
]));

/// Providers with a domain in many countries.
static FREE_ANYWHERE: LazyLock<Words> =
    LazyLock::new(|| Words::of(&["yahoo", "hotmail", "outlook", "live", "msn", "gmx"]));

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| text.get(prefix.len()..)).flatten()
}

fn is_local_part(local: &str) -> bool {
    // The length is that of RFC 5321.
    (1..=64).contains(&local.len())
        && !local.contains("..")
        && local.chars().all(is_of_local_part)
        && !local.starts_with('/')
}

fn is_of_local_part(c: char) -> bool {
    match c {
        '!' | '#'..='\'' | '*' | '+' | '-'..='/' | '=' | '^'..='`' | '{'..='~' => true,
        _ => c.is_alphanumeric(),
    }
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let is_top = |label: &str| label.chars().count() >= 2 && label.chars().all(char::is_alphabetic);
    domain.len() <= 253
        && domain.split('.').all(is_label)
        && domain.rsplit_once('.').is_some_and(|(_, top)| is_top(top) || top.starts_with("xn--"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cleans() {
        let check = |raw: &str, expected: &str| {
            assert_eq!(clean_email(raw).unwrap_or_default(), expected, "{raw:?}");
        };
        check(" Wang.Wei+tw@ACME.com.tw ", "wang.wei+tw@acme.com.tw");
        check("wangmeifeng＠corp212.example", "wangmeifeng@corp212.example");
        check("MAILTO:a@b.com?subject=x", "a@b.com");
        check("Wang Wei <ww@acme.com>", "ww@acme.com");
        check("<ww@acme.com>;", "ww@acme.com");
        check("ww@acme.com。", "ww@acme.com");
        check("ww @ acme.com", "ww@acme.com");
        check("王@例子.中国", "王@例子.中国");
        check("a@b", "");
        check("a@b..com", "");
        check("a b@c.com", "");
        check("a@b@c.com", "");
        check("/O=EXCH/OU=FIRST/CN=WW@x.com", "");
        check("www.acme.com", "");
        check("", "");
        check("@", "");
    }

    #[test]
    fn knows_functions() {
        let check =
            |address: &str, expected| assert_eq!(is_role_mailbox(address), expected, "{address}");
        check("info@acme.com", true);
        check("Sales02@acme.com", true);
        check("service.tw@acme.com", true);
        check("no-reply@acme.com", true);
        check("salesh.wang@acme.com", false);
        check("hr", true);
        check("hrwang@acme.com", false);
        check("", false);
    }

    #[test]
    fn knows_free_mail() {
        let check = |domain: &str, expected| assert_eq!(is_free_mail(domain), expected, "{domain}");
        check("gmail.com", true);
        check("Yahoo.com.tw", true);
        check("yahoo.co.jp", true);
        check("msa.hinet.net", true);
        check("ms12.hinet.net", true);
        check("qq.com", true);
        check("acme.com", false);
        check("outlook-trade.com", false);
        assert_eq!(domain_of("a@b.com"), Some("b.com"));
        assert_eq!(domain_of("a"), None);
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(raw in "[a-zA-Z0-9@.<> ＠é+-]{0,24}") {
            if let Some(once) = clean_email(&raw) {
                prop_assert_eq!(clean_email(&once), Some(once));
            }
        }

        #[test]
        fn never_panics(raw in any::<String>()) {
            clean_email(&raw);
            is_role_mailbox(&raw);
            is_free_mail(&raw);
        }
    }
}
