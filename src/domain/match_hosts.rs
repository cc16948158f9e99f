//! What the host of a mail or web address says of a company.

/// The host of a web address, lower case; none if there is no dot in it.
pub(super) fn host_of(website: &str) -> String {
    let text = website.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = text.split(['/', '?', '#', ':', ' ']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default().trim_matches('.').to_lowercase();
    if host.contains('.') { host } else { String::new() }
}

/// The part of a host that someone registered: `acme.com.tw` of `mail.acme.com.tw`.
pub(super) fn registrable(host: &str) -> &str {
    const SECOND_LEVEL: &[&str] = &[
        "com", "net", "org", "gov", "edu", "co", "ac", "or", "ne", "go", "idv", "game", "ebiz",
        "club",
    ];
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else { return host };
    let middle = host.get(second + 1..last).unwrap_or_default();
    let is_country = host.len() - last == 3;
    let start =
        if is_country && SECOND_LEVEL.contains(&middle) { dots.next() } else { Some(second) };
    start.and_then(|at| host.get(at + 1..)).unwrap_or(host)
}

/// Whether a domain holds the pages of many companies.
pub(super) fn is_platform(domain: &str) -> bool {
    const PLATFORMS: &[&str] = &[
        "facebook.com",
        "fb.com",
        "instagram.com",
        "linkedin.com",
        "line.me",
        "lin.ee",
        "linktr.ee",
        "wechat.com",
        "weibo.com",
        "youtube.com",
        "1688.com",
        "alibaba.com",
        "taobao.com",
        "tmall.com",
        "jd.com",
        "made-in-china.com",
        "globalsources.com",
        "taiwantrade.com",
        "ecplaza.net",
        "amazon.com",
        "shopee.tw",
        "google.com",
        "goo.gl",
        "bit.ly",
        "wixsite.com",
        "weebly.com",
        "wordpress.com",
        "blogspot.com",
        "github.io",
        "myshopify.com",
        "104.com.tw",
        "pixnet.net",
        "x.com",
        "twitter.com",
        "whatsapp.com",
        "wa.me",
    ];
    PLATFORMS.contains(&domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_was_registered() {
        let check = |host: &str, expected: &str| assert_eq!(registrable(host), expected);
        check("www.acme.com", "acme.com");
        check("mail.acme.com.tw", "acme.com.tw");
        check("acme.com.tw", "acme.com.tw");
        check("a.b.acme.de", "acme.de");
        check("acme.co.jp", "acme.co.jp");
        check("localhost", "localhost");
        check("", "");
    }
}
