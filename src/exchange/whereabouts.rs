//! In which country a row is, where no column says so: told by its address, by what else is in the row, or
//! by the language of the labels. Only for reading phone numbers that are written without their country.

use super::{Mapping, Meaning};
use crate::domain::{Lead, PhoneKind, Staged, country::Country2, phone::parse_phone};

/// The country that a row names: in a column for it, else in its address.
pub fn country_of_row(meanings: &[Meaning<'_>]) -> Option<Country2> {
    let said = |name: &str| meanings.iter().find(|meaning| meaning.target.name == name);
    said("country").and_then(|meaning| Country2::from_text(&meaning.text)).or_else(|| {
        let mut parts = ["address", "region", "city"].into_iter().filter_map(said);
        parts.find_map(|meaning| country_of_address(&meaning.text))
    })
}

/// The country that an address names: at its beginning in characters, at its end in Latin letters.
fn country_of_address(address: &str) -> Option<Country2> {
    let address = address.trim();
    if address.starts_with(|c: char| !c.is_ascii()) {
        return country_of_beginning(address);
    }
    let (_, last) = address.rsplit_once([',', '\n'])?;
    let last = last.trim().trim_end_matches('.');
    // Two letters are rather a state: Sacramento, CA.
    if last.len() < 4 { None } else { Country2::from_text(last) }
}

/// By the first two characters: a country, or a place that everyone knows to be there.
fn country_of_beginning(address: &str) -> Option<Country2> {
    let code = match address.get(..6)? {
        "台灣" | "臺灣" | "台湾" | "台北" | "臺北" | "新北" | "桃園" | "台中" | "臺中" | "台南"
        | "臺南" | "高雄" | "新竹" => "TW",
        "中国" | "中华" | "北京" | "上海" | "天津" | "重庆" | "深圳" | "广州" | "广东" | "江苏"
        | "浙江" | "山东" | "福建" | "四川" | "湖北" | "湖南" | "河南" | "河北" | "辽宁"
        | "安徽" | "陕西" => "CN",
        "香港" | "九龍" | "九龙" | "新界" => "HK",
        "澳門" | "澳门" => "MO",
        "日本" | "東京" | "北海" | "大阪" | "京都" => "JP",
        "韓國" | "韩国" | "서울" | "부산" | "대한" => "KR",
        "新加" => "SG",
        // 神奈川県, 埼玉県: this 県 is written in Japan only.
        _ if address.starts_with('〒') || address.chars().take(4).any(|c| c == '県') => "JP",
        _ => return None,
    };
    Country2::from_code(code)
}

/// The country that the labels speak for: of a language that is written in one country, where they are not
/// of several.
pub fn country_of_labels(mapping: &Mapping) -> Option<Country2> {
    let mut languages = mapping.columns.iter().map(|column| column.language);
    let language = languages.clone().find(|it| !it.is_empty() && *it != "en")?;
    let is_alone = languages.all(|it| it.is_empty() || it == "en" || it == language);
    let code = match language {
        "ja" => "JP",
        "ko" => "KR",
        "de" => "DE",
        "zh-CN" => "CN",
        "zh-TW" => "TW",
        _ => return None,
    };
    is_alone.then(|| Country2::from_code(code)).flatten()
}

/// Reads the phones of a card that could not be read, by the country that the rest of it speaks for.
pub fn read_phones_again(staged: &mut Staged) {
    let Some(country) = country_of_card(&staged.lead) else { return };
    for phone in staged.lead.phones.iter_mut().filter(|phone| phone.e164.is_empty()) {
        let parsed = parse_phone(&phone.raw, country);
        let Some(e164) = parsed.e164 else { continue };
        (phone.e164, phone.extension) = (e164, parsed.extension.unwrap_or_default());
        if parsed.kind == PhoneKind::Mobile && phone.kind != PhoneKind::Fax {
            phone.kind = parsed.kind;
        }
        let raw = &phone.raw;
        staged.problems.retain(|it| it.code != "phone-unread" || it.value != *raw);
    }
}

/// The country that the rest of a card speaks for: its other phones, and where its mail and its pages are.
fn country_of_card(lead: &Lead) -> Option<Country2> {
    const CALLING: &[(&str, &str)] = &[
        ("+886", "TW"),
        ("+852", "HK"),
        ("+853", "MO"),
        ("+86", "CN"),
        ("+81", "JP"),
        ("+82", "KR"),
        ("+65", "SG"),
        ("+60", "MY"),
        ("+66", "TH"),
        ("+84", "VN"),
        ("+49", "DE"),
    ];
    const DOMAINS: &[&str] = &["tw", "cn", "hk", "mo", "jp", "kr", "sg", "my", "th", "vn", "de"];
    let known = |e164: &str| CALLING.iter().find(|(code, _)| e164.starts_with(code));
    let by_phone = lead.phones.iter().find_map(|phone| known(&phone.e164)).map(|(_, code)| *code);
    let pages = lead.website.split(['/', ' ']).filter(|part| part.contains('.')).map(str::trim);
    let hosts = lead.emails.iter().map(|mail| mail.address.as_str()).chain(pages);
    let mut ends = hosts.filter_map(|host| host.rsplit('.').next());
    let mut by_host =
        || ends.find_map(|end| DOMAINS.iter().find(|known| end.eq_ignore_ascii_case(known)));
    Country2::from_code(by_phone.or_else(|| by_host().copied())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_their_country() {
        for (address, country) in [
            ("東京都千代田区千代田1-1", "JP"),
            ("神奈川県横浜市1-1", "JP"),
            ("中国广东省深圳市", "CN"),
            ("广东省深圳市南山区", "CN"),
            ("台北市信義區市府路1號", "TW"),
            ("香港九龍尖沙咀", "HK"),
            ("서울특별시 강남구", "KR"),
            ("Königstr. 5, 80331 München, Germany", "DE"),
            ("1 Main St, Sacramento, CA", ""),
            ("市府路1號", ""),
            ("", ""),
        ] {
            let found = country_of_address(address).map(|it| it.to_string()).unwrap_or_default();
            assert_eq!(found, country, "{address}");
        }
    }
}
