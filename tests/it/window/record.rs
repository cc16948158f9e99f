//! The page of a record: fields edited in their place, what can be done and what not, what happened.

use eframe::egui::{self, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fairlead::{
    domain::{Id, Lead, RecordId, Timestamp},
    engine::{Command, Crm, Env, Request, demo::DemoOptions},
    i18n::Lang,
    ui::WindowOptions,
};
use serde_json::{Value as Json, json};

use super::{NOW, Window, has_row, opener, pictures, says};

/// A workspace that commands have filled before the window opens.
pub struct Filled {
    folder: tempfile::TempDir,
    crm: Crm,
}

impl Filled {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let crm = Crm::open(&folder.path().join("workspace"), env()).unwrap();
        Self { folder, crm }
    }

    pub fn run(&mut self, name: &str, json: Json) -> Vec<RecordId> {
        let command = Command::from_json(name, json).unwrap();
        let actor = self.crm.only_user();
        self.crm.run(actor, command).unwrap().records
    }

    pub fn create(&mut self, kind: &str, values: &Json) -> RecordId {
        self.run("create", json!({"kind": kind, "values": values}))[0]
    }

    /// The sample data, as a person sees it who looks around.
    pub fn sample(&mut self) {
        let options = DemoOptions::of(Timestamp(NOW));
        let actor = self.crm.only_user();
        self.crm.request(actor, Request::Sample(options)).unwrap();
    }

    /// A lead that sales has claimed and nearly qualified, with a campaign and a story.
    pub fn worked_lead(&mut self) -> Id<Lead> {
        let campaign = self.create(
            "campaign",
            &json!({"name": "2026 台北國際食品展", "kind": "trade_fair", "starts_on": "2026-11-18",
                "venue": "南港展覽館", "booth": "K0412",
                "budget": {"amount": "150000", "currency": "TWD"},
                "cost_lines": [
                    {"date": "2026-11-18", "category": "booth", "amount": {"amount": "98000", "currency": "TWD"}, "note": "4 格"},
                    {"date": "2026-11-19", "category": "gifts", "amount": {"amount": "16000", "currency": "TWD"}}]}),
        );
        let lead = self.create(
            "lead",
            &json!({"name": "李伟", "latin_name": "Li Wei", "company": "上海晨光食品科技有限公司",
                "job_title": "采购总监", "department": "采购部", "source": "trade_fair",
                "campaign": campaign.uuid, "industry": "food", "company_size": "250_999",
                "product_interest": ["立袋", "充氮包裝"], "decision_role": "budget_holder",
                "budget": {"amount": "1200000", "currency": "CNY"}, "competitor": "广州 A 包装",
                "need": "立袋月用 40 万只，充氮需打样确认。", "rating": "hot",
                "phones": [{"raw": "+86 138 0013 8000", "kind": "mobile", "state": "ok"},
                           {"raw": "021-6488-1200", "kind": "landline", "extension": "806"}],
                "emails": [{"address": "liwei@cgfood.example", "state": "ok"}],
                "address": {"country": "CN", "city": "上海市", "street": "闵行区申北路 88 号"},
                "hall": "1", "booth": "K0412"}),
        );
        let id = Id::of(lead).unwrap();
        let join = json!({"campaign": campaign.uuid, "leads": [id], "status": "left_card"});
        self.run("add_to_campaign", join);
        self.run("stage", json!({"leads": [id], "to": "usable"}));
        let user = self.crm.only_user().unwrap();
        self.run("stage", json!({"leads": [id], "to": "mql", "reason": "asked for samples"}));
        self.run("assign", json!({"leads": [id], "to": user}));
        self.run("respond", json!({"lead": id, "response": "accepted"}));
        let about = json!([{"kind": "lead", "id": id}]);
        self.run(
            "log",
            json!({"about": about, "kind": "call", "outcome": "reached",
            "text": "对规格感兴趣，要两款样品", "next_step": "寄立袋样品"}),
        );
        self.run("qualify", json!({"lead": id, "background": 3, "note": "上市公司子公司，年营收约 9 亿；采购部 3 人，他拍板。"}));
        self.run("qualify", json!({"lead": id, "requirement": 2, "note": "立袋月用 40 万只，规格我们能做；充氮需打样确认。"}));
        self.run(
            "qualify",
            json!({"lead": id, "potential": 2, "note": "包装年预算约 120 万，明年有两款新品。"}),
        );
        id
    }

    pub fn open(self, lang: Lang, size: egui::Vec2) -> Window {
        self.open_as(None, lang, size)
    }

    /// Opens the window for the user of that name.
    pub fn open_as(self, user: Option<&str>, lang: Lang, size: egui::Vec2) -> Window {
        self.drawn_as(user, lang, (size, 1.0))
    }

    /// The same, drawn with so many pixels to a point.
    pub fn drawn_as(self, user: Option<&str>, lang: Lang, size: (egui::Vec2, f32)) -> Window {
        let Self { folder, crm } = self;
        crm.close().unwrap();
        let options = WindowOptions {
            lang: Some(lang),
            user: user.map(str::to_owned),
            env,
            ..WindowOptions::new(folder.path().join("workspace"), opener(1))
        };
        Window::drawn_at(folder, options, size)
    }
}

fn env() -> Env {
    Env::new(std::sync::Arc::new(|| Timestamp(NOW)), 7)
}

impl Window {
    /// Opens the page of the lead of that name from the list.
    pub fn open_lead(&mut self, name: &str) {
        self.until("the lead", |harness| has_row(harness, name));
        self.harness.key_press(Key::ArrowDown);
        self.harness.run_ok();
        self.harness.key_press(Key::Enter);
        self.until_says("Log follow-up");
    }

    fn button<'a>(&'a self, words: &'a str) -> egui_kittest::Node<'a> {
        self.harness.get_by_role_and_label(Role::Button, words)
    }

    fn type_text(&mut self, words: &str) {
        self.harness.event(egui::Event::Text(words.to_owned()));
        self.harness.run_ok();
    }
}

#[test]
fn a_field_is_edited_in_its_place_and_the_timeline_tells_it() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 1200.0));
    window.open_lead("李伟");
    window.button("Competitor: 广州 A 包装").click();
    window.harness.run_ok();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.type_text("Rival Packaging");
    window.harness.key_press(Key::Enter);
    window.until_says("Competitor: Rival Packaging");
    window.until_says("Competitor: 广州 A 包装 → Rival Packaging");
    // Escape keeps what was there.
    window.button("Competitor: Rival Packaging").click();
    window.harness.run_ok();
    window.type_text("nobody");
    window.harness.key_press(Key::Escape);
    window.until_says("Competitor: Rival Packaging");
}

#[test]
fn a_choice_is_picked_by_typing() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    window.button("Decision role: Budget holder").click();
    window.harness.run_ok();
    window.type_text("cham");
    window.harness.key_press(Key::Enter);
    window.until_says("Decision role: Champion");
}

#[test]
fn a_value_that_cannot_be_read_is_told_at_the_field() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    window.button("Budget: CNY 1,200,000").click();
    window.harness.run_ok();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.type_text("a lot");
    window.harness.key_press(Key::Enter);
    window.until_says("This cannot be read as a value of this field");
}

#[test]
fn enter_in_a_composition_does_not_save() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    window.button("Time frame: ").click();
    window.harness.run_ok();
    for event in [
        egui::ImeEvent::Preedit { text: "ming".to_owned(), active_range_chars: Some(4..4) },
        egui::ImeEvent::Preedit { text: String::new(), active_range_chars: None },
        egui::ImeEvent::Commit("明年春天".to_owned()),
    ] {
        window.harness.event(egui::Event::Ime(event));
        window.harness.run_ok();
    }
    window.harness.get_by_role_and_label(Role::TextInput, "Time frame");
    window.harness.key_press(Key::Enter);
    window.until_says("Time frame: 明年春天");
}

#[test]
fn enter_behind_the_next_step_logs_what_was_said() {
    for size in [vec2(1440.0, 900.0), vec2(1024.0, 640.0)] {
        let mut filled = Filled::new();
        filled.worked_lead();
        let mut window = filled.open(Lang::En, size);
        window.open_lead("李伟");
        let fields = [
            (Role::MultilineTextInput, "What was said? What comes next?", "Asked for two samples"),
            (Role::TextInput, "Next step", "Send the samples"),
        ];
        for (role, name, words) in fields {
            window.harness.get_by_role_and_label(role, name).focus();
            window.harness.run_ok();
            window.type_text(words);
        }
        window.harness.key_press(Key::Enter);
        window.until("the form to be empty", |harness| {
            let field = harness.query_by_role_and_label(Role::TextInput, "Next step");
            field.is_some_and(|field| field.value().unwrap_or_default().is_empty())
        });
        window.until_says("Asked for two samples");
    }
}

#[test]
fn what_is_missing_for_the_next_stage_is_listed_and_scored_away() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    window.until_says("2 conditions missing for SQL");
    window.until_says("Promote to SQL, 2 missing");
    window.harness.get_by_role_and_label(Role::RadioButton, "Possibility 2").click();
    window.harness.run_ok();
    window.type_text("The contract ends in March; he decides.");
    window.button("Save with 2").click();
    window.until_says("Ready for SQL");
    window.until("the step to be possible", |harness| {
        harness.query_by_role_and_label(Role::Button, "Promote to SQL").is_some()
    });
    window.button("Promote to SQL").click();
    window.until("the lead to be qualified", |harness| {
        harness.query_all_by_label_contains("Convert").next().is_some() && says(harness, "SQL")
    });
}

#[test]
fn an_action_asks_for_what_it_needs_and_what_is_impossible_says_why() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    window.until("the actions", |harness| says(harness, "Nurture…"));
    window.button("More actions").click();
    window.harness.run_ok();
    let says_why = {
        let mut entries = window.harness.query_all_by_role(Role::MenuItem);
        entries.any(|entry| {
            let reason = entry.accesskit_node().description();
            reason.is_some_and(|it| it.starts_with("Sales has responded to this hand-over"))
        })
    };
    assert!(says_why);
    window.harness.key_press(Key::Escape);
    window.harness.run_ok();
    window.button("Nurture…").click();
    window.harness.run_ok();
    window.type_text("+30");
    window.harness.key_press(Key::Enter);
    window.until_says("Nurturing");
    window.until_says("Wake up");
}

#[test]
fn what_was_done_is_noted_by_keyboard() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    window.harness.key_press_modifiers(Modifiers::ALT, Key::L);
    window.harness.run_ok();
    window.type_text("He asks for a quotation");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.until_says("He asks for a quotation · Admin");
}

#[test]
fn pages_of_records_can_be_pictured() {
    for (lang, size, name) in [
        (Lang::ZhCn, vec2(1440.0, 900.0), "record-lead-zh-CN"),
        (Lang::En, vec2(1440.0, 900.0), "record-lead-en"),
        (Lang::ZhTw, vec2(1024.0, 640.0), "record-lead-small-zh-TW"),
    ] {
        let mut filled = Filled::new();
        filled.worked_lead();
        let mut window = filled.open(lang, size);
        window.until("the lead", |harness| has_row(harness, "李伟"));
        window.harness.key_press(Key::ArrowDown);
        window.harness.run_ok();
        window.harness.key_press(Key::Enter);
        window.until("the page", |harness| says(harness, "2026"));
        window.until("the timeline", |harness| says(harness, "12:00"));
        pictures::keep(&mut window, name);
    }
}

#[test]
fn who_is_edited_is_told_from_who_it_may_be() {
    let mut filled = Filled::new();
    let phone = json!([{"raw": "0912-345-678", "kind": "mobile"}]);
    filled
        .create("lead", &json!({"name": "王小明", "company": "大同股份有限公司", "phones": phone}));
    filled.create("lead", &json!({"name": "王小明", "company": "聲寶"}));
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until("the leads", |harness| has_row(harness, "聲寶"));
    let rows: Vec<_> = window.harness.query_all_by_role(Role::Row).collect();
    let is_it = |row: &&egui_kittest::Node<'_>| {
        row.accesskit_node().label().is_some_and(|label| label.contains("聲寶"))
    };
    rows.iter().find(is_it).unwrap().click();
    drop(rows);
    window.harness.run_ok();
    window.harness.key_press(Key::Enter);
    window.until_says("Log follow-up");
    window.button("Company: 聲寶").click();
    window.harness.run_ok();
    assert!(!says(&window.harness, "Is it one of these?"));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.type_text("大同");
    window.until_says("Is it one of these?");
    window.until_says("Open 王小明 instead");
    pictures::keep(&mut window, "record-likely");
    // It stays to be looked at when the value is saved.
    window.harness.key_press(Key::Enter);
    window.until_says("Company: 大同");
    window.button("Merge with 王小明").click();
    window.until_says("Merge 2 records");
    pictures::keep(&mut window, "record-likely-merge");
    window.harness.key_press(Key::Escape);
    window.harness.run_ok();
    window.button("Hide").click();
    window.harness.run_ok();
    assert!(!says(&window.harness, "Is it one of these?"));
}

#[test]
fn the_next_step_stands_beside_the_outcome_where_there_is_room() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    let step = window.harness.get_by_role_and_label(Role::TextInput, "Next step").rect();
    let outcome = window.harness.get_by_role_and_label(Role::Button, "Outcome").rect();
    assert_eq!(step.center().y, outcome.center().y);
    assert!(step.width() > 60.0, "{step}");
}

#[test]
fn what_can_be_done_with_a_record_is_in_the_box_of_commands() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.open_lead("李伟");
    window.until_says("Nurture…");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.type_text("nurture");
    window.until("the action", |harness| {
        harness.query_by_role_and_label(Role::ListBoxOption, "Nurture").is_some()
    });
    window.harness.key_press(Key::Enter);
    window.until("the question", |harness| {
        harness.query_by_role_and_label(Role::Dialog, "Nurture").is_some()
    });
}
