//! The catalogues of texts: complete, alike in every language, each in its own script.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fairlead::{
    domain::{
        FieldInfo, Kind, PIPELINES, Shape,
        score::{GRADE_RULES, SCORE_RULES},
        shipped_statuses,
    },
    engine::{COMMANDS, RIGHTS},
    i18n::{Lang, known, sources},
};
use fluent_bundle::FluentResource;

#[test]
fn every_catalogue_can_be_read() {
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        for (area, source) in sources(*lang) {
            let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) else { continue };
            for error in errors {
                let before = source.get(..error.pos.start).unwrap_or_default();
                let line = before.matches('\n').count() + 1;
                problems.push(format!("{}/{area}.ftl:{line}: {}", lang.code(), error.kind));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_language_has_the_same_keys_once() {
    let mut problems = Vec::new();
    let english: BTreeSet<String> = texts(Lang::En).into_iter().map(|(key, _)| key).collect();
    assert!(!english.is_empty());
    for lang in Lang::ALL {
        let mut keys = BTreeSet::new();
        for (key, _) in texts(*lang) {
            if !keys.insert(key.clone()) {
                problems.push(format!("{}: {key} is there twice", lang.code()));
            }
        }
        let missing = english.difference(&keys).map(|key| format!("{}: no {key}", lang.code()));
        problems.extend(missing);
        let more = keys.difference(&english).map(|key| format!("en: no {key}"));
        problems.extend(more);
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_key_has_the_same_places_in_every_language() {
    let mut problems = Vec::new();
    let english: BTreeMap<String, String> = texts(Lang::En).into_iter().collect();
    for lang in Lang::ALL {
        for (key, text) in texts(*lang) {
            let Some(original) = english.get(&key) else { continue };
            let (places, expected) = (places(&text), places(original));
            if places != expected {
                problems.push(format!("{}: {key} has {places:?}, not {expected:?}", lang.code()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn whatever_a_text_refers_to_exists() {
    let mut missing = BTreeSet::new();
    for lang in Lang::ALL {
        for (_, text) in texts(*lang) {
            for key in references(&text) {
                need(&key, &mut missing);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_kind_field_and_choice_has_a_label() {
    let mut missing = BTreeSet::new();
    for kind in Kind::ALL {
        need(&format!("kind-{}", kind.name()), &mut missing);
        need(&format!("kind-{}-plural", kind.name()), &mut missing);
        for field in kind.fields() {
            need_label(*kind, field, &mut missing);
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_pipeline_rule_and_member_status_has_a_label() {
    let mut missing = BTreeSet::new();
    need("grade-label", &mut missing);
    for pipeline in PIPELINES {
        need(&format!("pipeline-{}", pipeline.id), &mut missing);
        for stage in pipeline.stages {
            need(&format!("pipeline_stage-{}", stage.id), &mut missing);
        }
    }
    for rule in SCORE_RULES.iter().chain(GRADE_RULES) {
        need(&format!("score_rule-{}", rule.id), &mut missing);
    }
    for kind in ["trade_fair", "seminar", "edm"] {
        for (status, _) in shipped_statuses(kind) {
            need(&format!("member_status-{status}"), &mut missing);
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_command_right_and_way_to_match_has_a_label() {
    let mut missing = BTreeSet::new();
    // These are no commands of the list, but steps of the history all the same.
    let steps = ["import", "undo", "redo", "set_up", "sample", "remove_sample"];
    for name in COMMANDS.iter().map(|command| command.name).chain(steps) {
        need(&format!("command-{name}"), &mut missing);
        need(&format!("command-{name}-about"), &mut missing);
    }
    for (right, _) in RIGHTS {
        need(&format!("right-{}", right.name()), &mut missing);
    }
    for on_match in ["fill", "overwrite", "keep", "skip", "new"] {
        need(&format!("on_match-{on_match}"), &mut missing);
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_condition_and_every_evidence_has_a_label() {
    let mut missing = BTreeSet::new();
    for (file, area, calls) in [
        ("engine/rules/qualification.rs", "gate", ["plain(", "id: "].as_slice()),
        ("domain/match_evidence.rs", "evidence", &["self.add("]),
        ("domain/match_private.rs", "evidence", &["self.add("]),
        ("query/candidates.rs", "evidence", &["add("]),
    ] {
        let code = code_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file));
        for call in calls {
            let mut names = code.split(call).skip(1).filter_map(literal).peekable();
            assert!(names.peek().is_some(), "{file}: {call}");
            for name in names {
                need(&format!("{area}-{name}"), &mut missing);
            }
        }
    }
    for name in ["background", "requirement", "potential", "possibility"] {
        need(&format!("gate-{name}"), &mut missing);
    }
    need("problem-nobody", &mut missing);
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_text_the_code_asks_for_exists() {
    // These are chosen by what the operating system says, so that no call names them.
    let mut keys: BTreeSet<String> =
        ["error-file", "error-disk-full", "error-not-permitted"].map(str::to_owned).into();
    for path in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        keys.extend(keys_in(&code_of(&path)));
    }
    assert!(keys.len() > 20, "too few to be true: {keys:?}");
    let mut missing = BTreeSet::new();
    for key in keys {
        need(&key, &mut missing);
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_script_keeps_to_itself() {
    assert_eq!(SIMPLIFIED.chars().count(), TRADITIONAL.chars().count());
    let mut problems = Vec::new();
    for (lang, foreign) in [(Lang::ZhTw, SIMPLIFIED), (Lang::ZhCn, TRADITIONAL)] {
        for (key, text) in texts(lang) {
            let found: String = text.chars().filter(|c| foreign.contains(*c)).collect();
            if !found.is_empty() {
                problems.push(format!("{}: {found} in {key}", lang.code()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The fonts draw them as wide as a Han character.
#[test]
fn english_has_no_quotes_of_chinese() {
    let wide = |text: &String| text.contains(['“', '”', '‘', '’']);
    let wide: Vec<_> = texts(Lang::En).into_iter().filter(|(_, text)| wide(text)).collect();
    assert!(wide.is_empty(), "{wide:?}");
}

#[test]
fn keys_are_found_in_code() {
    let code = r#"
        return Err(Error::storage("locked").with("holder", holder));
        Error::usage(
            "unknown-field",
        )
        Error::file("@operation-read", folder, err)
        let words = (text(lang, "one"), i18n::text_with(self.lang(ui, 1), "two", &[]));
        let none = (value.as_text("no"), text("no"), text(lang, key), "a@b-c", "@b-c.example");
    "#;
    let found: Vec<String> = keys_in(code).into_iter().collect();
    assert_eq!(found, ["error-locked", "error-unknown-field", "one", "operation-read", "two"]);
}

/// Characters that only Simplified Chinese uses, among those that texts of programs are full of.
const SIMPLIFIED: &str = "们个这为会时说请开关无实应还进过对国数户选择线单订联导库记录编辑删试写读页级类场业务\
     价买费预报总计话语邮错键长门问间阶项题馆验传优机号电销软条变发现动员区损坏脑环审议访协";

/// The same characters as Traditional Chinese writes them.
const TRADITIONAL: &str = "們個這為會時說請開關無實應還進過對國數戶選擇線單訂聯導庫記錄編輯刪試寫讀頁級類場業務\
     價買費預報總計話語郵錯鍵長門問間階項題館驗傳優機號電銷軟條變發現動員區損壞腦環審議訪協";

/// The keys and texts of a language in the order of the catalogue, lines of one text together.
fn texts(lang: Lang) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for line in sources(lang).iter().flat_map(|(_, source)| source.lines()) {
        let is_continued = line.starts_with([' ', '\t']);
        match (line.split_once('='), texts.last_mut()) {
            (_, Some((_, text))) if is_continued => {
                text.push('\n');
                text.push_str(line);
            }
            (Some((key, text)), _) if is_key(key.trim_end()) => {
                texts.push((key.trim_end().to_owned(), text.to_owned()));
            }
            _ => {}
        }
    }
    texts
}

fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.chars().all(is_key_character)
}

fn is_key_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

/// The names of what is filled into a text: `path` of `{ $path }`, also where it only selects.
fn places(text: &str) -> BTreeSet<String> {
    let after = text.split('$').skip(1);
    after.map(|rest| rest.chars().take_while(|c| is_key_character(*c)).collect()).collect()
}

/// The other texts that a text takes in: `kind-lead` of `{ kind-lead }`.
fn references(text: &str) -> Vec<String> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    inside.map(|(word, _)| word.trim()).filter(|word| is_key(word)).map(str::to_owned).collect()
}

/// Notes in which languages a text is missing.
fn need(key: &str, missing: &mut BTreeSet<String>) {
    let lacking = Lang::ALL.iter().filter(|lang| known(**lang, key).is_none());
    missing.extend(lacking.map(|lang| format!("{}: {key}", lang.code())));
}

fn need_label(kind: Kind, field: &FieldInfo, missing: &mut BTreeSet<String>) {
    let own = format!("field-{}-{}", kind.name(), field.name);
    let shared = format!("field-{}", field.name);
    for lang in Lang::ALL {
        if known(*lang, &own).is_none() && known(*lang, &shared).is_none() {
            missing.insert(format!("{}: {shared} or {own}", lang.code()));
        }
    }
    need_choices(kind, &field.shape, missing);
}

fn need_choices(kind: Kind, shape: &Shape, missing: &mut BTreeSet<String>) {
    match shape {
        Shape::Choice(choices) => {
            need(&format!("list-{}", choices.name), missing);
            for value in choices.values {
                need(&format!("{}-{value}", choices.name), missing);
            }
        }
        Shape::List(item) => need_choices(kind, item, missing),
        Shape::Part(fields) => {
            for field in *fields {
                need_label(kind, field, missing);
            }
        }
        _ => {}
    }
}

/// The source files under a folder, those that hold tests only left out.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of the sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !path.ends_with("tests.rs")
        {
            files.push(path);
        }
    }
    files
}

/// The code of a file without its comments and its tests.
fn code_of(path: &Path) -> String {
    let source = fs::read_to_string(path).expect("a source file");
    let code = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The keys of texts that code names: codes of errors and problems, keys, and keys as arguments.
fn keys_in(code: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for class in ["usage", "refused", "unreadable", "storage", "other"] {
        let call = format!("Error::{class}(");
        let codes = code.split(&call).skip(1).filter_map(literal);
        keys.extend(codes.map(|code| format!("error-{code}")));
    }
    for call in ["Problem::warning(", "Problem::rejection("] {
        let codes = code.split(call).skip(1).filter_map(second_argument).filter_map(literal);
        keys.extend(codes.map(|code| format!("problem-{code}")));
    }
    for call in ["text(", "text_with("] {
        let calls = code.match_indices(call).filter(|(at, _)| {
            let before = code.get(..*at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !is_key_character(c) && c != '.')
        });
        let arguments = calls.filter_map(|(at, _)| code.get(at + call.len()..));
        keys.extend(arguments.filter_map(second_argument).filter_map(literal).map(str::to_owned));
    }
    let quoted = code.split("\"@").skip(1).filter_map(|rest| rest.split('"').next());
    keys.extend(quoted.filter(|word| is_key(word) && word.contains('-')).map(str::to_owned));
    keys
}

/// The text literal that code begins with.
fn literal(code: &str) -> Option<&str> {
    code.trim_start().strip_prefix('"')?.split('"').next()
}

/// What follows the first argument of a call, unless that is a text literal or the only one.
fn second_argument(arguments: &str) -> Option<&str> {
    let mut depth = 0_u32;
    for (at, c) in arguments.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.checked_sub(1)?,
            ',' if depth == 0 => return arguments.get(at + 1..),
            '"' | ';' => return None,
            _ => {}
        }
    }
    None
}
