//! The lists a workspace may extend, with the values the program ships.

use super::choice::picklists;

picklists! {
    /// Where a lead came from.
    Source "source" [
        "trade_fair", "seminar", "web_form", "referral", "executive_cards", "cold_visit", "call_in",
        "direct_mail", "private_community", "public_platform", "partner", "sales_sourced",
    ];
    /// The way under a source.
    Channel "channel" ["site", "blog", "official_account", "live", "mall", "community"];
    /// What a company does.
    Industry "industry" [
        "electronics", "machinery", "food", "packaging", "medical", "automotive", "textile",
        "chemicals", "logistics", "software", "retail", "services",
    ];
    /// What a lead wants.
    Product "product" [];
    /// How strongly a lead wants to buy, as sales sees it.
    Intent "intent" ["high", "medium", "low"];
    /// How safe a company's payment is.
    CreditLevel "credit_level" ["a", "b", "c", "d"];
    /// How many people a company has.
    CompanySize "company_size" ["under_10", "10_49", "50_249", "250_999", "over_1000"];
    /// Region and city tier.
    Territory "territory" ["north", "central", "south", "east", "overseas"];
    /// What kind of campaign it is.
    CampaignKind "campaign_kind" [
        "trade_fair", "forum", "seminar", "webinar", "edm", "direct_mail", "referral_programme",
        "reactivation",
    ];
    /// What money was spent on.
    CostCategory "cost_category" [
        "booth", "travel", "gifts", "print", "advertising", "staff", "other",
    ];
    /// The highest discount without approval.
    Tier "tier" ["strategic", "key", "general", "small"];
    /// Why a lead is not worth pursuing.
    DisqualifyReason "disqualify_reason" [
        "dead_number", "bounced_mail", "no_such_person", "need_expired", "need_misjudged",
        "company_gone", "need_ended", "loyal_to_competitor", "no_budget", "out_of_territory",
        "duplicate", "competitor_or_supplier", "other",
    ];
    /// Why a deal was lost.
    LostReason "lost_reason" [
        "price", "product_fit", "competitor", "no_budget", "no_decision", "timing", "contact_lost",
        "other",
    ];
    /// A dated behaviour that says something about interest.
    Signal "signal" [
        "asked_quotation", "asked_sample", "visited_booth", "attended", "replied", "watched", "read",
    ];
}

/// Sources whose traffic is the company's own: their leads score higher.
pub const PRIVATE_SOURCES: &[&str] =
    &["referral", "executive_cards", "private_community", "sales_sourced", "partner"];

/// Sources whose leads may be converted without qualification.
pub const BYPASS_SOURCES: &[&str] = &["sales_sourced"];

/// The highest discount of an account's tier without approval, in per cent. No tier is *small*.
pub fn tier_limit(tier: &str) -> u8 {
    match tier {
        "strategic" => 20,
        "key" => 15,
        "general" => 10,
        _ => 5,
    }
}
