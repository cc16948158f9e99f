//! What goes out as a file, and what comes back from it.

use std::{fs, path::Path, process::Command};

use fairlead::exchange::{self, ExportColumn, Options};
use serde_json::{Value as Json, json};

/// A workspace on the command line.
struct Program {
    folder: tempfile::TempDir,
}

impl Program {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn run(&self, args: &[&str]) -> (i32, Json) {
        let output = Command::new(env!("CARGO_BIN_EXE_fairlead"))
            .args(["--data", &self.path("workspace"), "--lang", "zh-TW", "--json"])
            .args(args)
            .output()
            .unwrap();
        let json = serde_json::from_slice(&output.stdout).unwrap_or(Json::Null);
        (output.status.code().unwrap(), json)
    }

    fn done(&self, args: &[&str]) -> Json {
        let (status, json) = self.run(args);
        assert_eq!(status, 0, "{args:?}: {json}");
        json
    }

    fn lead(&self, values: &[&str]) -> String {
        let made = self.done(&[&["new", "lead"], values].concat());
        let id = made.get("id").or_else(|| made.pointer("/records/0/id"));
        id.and_then(Json::as_str).unwrap_or_else(|| panic!("{made}")).to_owned()
    }

    fn shown(&self, id: &str) -> Json {
        self.done(&["show", "lead", id])
    }
}

/// A workbook as it was handed out: its labels, and its rows.
fn table(path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let draft = exchange::open(Path::new(path), &Options::default()).unwrap().remove(0);
    let rows = draft.lines.map(|line| line.unwrap().cells).collect();
    (draft.headers, rows)
}

/// Writes the table again, as the program does in which someone has filled it in.
fn fill_in(
    path: &str,
    (labels, mut rows): (Vec<String>, Vec<Vec<String>>),
    cells: &[(&str, &str)],
) {
    for (label, text) in cells {
        let at = labels.iter().position(|it| it == label).unwrap_or_else(|| panic!("{labels:?}"));
        rows[0].resize(labels.len(), String::new());
        (*text).clone_into(&mut rows[0][at]);
    }
    if path.ends_with(".csv") {
        exchange::write_csv(Path::new(path), &labels, rows.into_iter().map(Ok)).unwrap();
    } else {
        let column =
            |label: &String| ExportColumn { label: label.clone(), ..ExportColumn::default() };
        let columns: Vec<ExportColumn> = labels.iter().map(column).collect();
        exchange::write_xlsx(Path::new(path), &columns, rows.into_iter().map(Ok)).unwrap();
    }
}

#[test]
fn a_workbook_keeps_texts_as_texts() {
    let program = Program::new();
    program.lead(&["name==SUM(1)", "phones=0912-345-678", "company=甲", "job_title=+1"]);
    let path = program.path("out.xlsx");
    let written =
        program.done(&["export", "lead", &path, "--columns", "name,phones,company,job_title"]);
    assert_eq!(written["records"], 1);
    let (labels, rows) = table(&path);
    assert_eq!(labels[..4], ["姓名", "電話", "公司", "職稱"]);
    assert_eq!(rows[0][..4], ["=SUM(1)", "0912-345-678", "甲", "+1"]);
    let mut parts = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
    let sheet =
        std::io::read_to_string(parts.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("<v>=") && sheet.contains("hidden=\"1\""));
}

#[test]
fn people_go_out_as_cards_and_come_in_again() {
    let program = Program::new();
    program.lead(&[
        "name=王小明",
        "phones=0912-345-678",
        "company=甲, 乙; 丙",
        "emails=a@x.example",
        "notes=a\nb",
    ]);
    let path = program.path("out.vcf");
    program.done(&["export", "lead", &path]);
    let other = Program::new();
    assert_eq!(other.done(&["import", &path])["new"], 1);
    let list = other.done(&["list", "lead"]);
    let lead = other.shown(list[0]["id"].as_str().unwrap());
    assert_eq!(
        (&lead["name"], &lead["company"], &lead["notes"]),
        (&json!("王小明"), &json!("甲, 乙; 丙"), &json!("a\nb"))
    );
    assert_eq!(lead["phones"][0]["e164"], "+886912345678");
    assert_eq!(program.run(&["export", "campaign", &path]).0, 2);
}

#[test]
fn every_export_stands_in_the_history() {
    let program = Program::new();
    program.lead(&["name=王小明", "company=甲"]);
    program.lead(&["name=李四", "company=乙"]);
    for ending in ["xlsx", "csv", "vcf", "jsonl"] {
        let path = program.path(&format!("out.{ending}"));
        program.done(&["export", "lead", &path, "--filter", "company:甲"]);
        let entry = &program.done(&["history", "--limit", "1"])[0];
        assert_eq!((&entry["command"], &entry["records"]), (&json!("note_export"), &json!(1)));
        let export = json!({"kind": "lead", "format": ending, "filter": "company:甲"});
        assert_eq!((&entry["by"], &entry["export"]), (&json!("Admin"), &export));
        assert!(entry["at"].as_str().unwrap().starts_with("20"), "{entry}");
    }
    assert_eq!(program.run(&["export", "campaign", &program.path("out.vcf")]).0, 2);
    program.done(&["new", "user", "name=Guest", "login=guest", "role=viewer"]);
    let refused = program.path("refused.csv");
    assert_eq!(program.run(&["--as", "Guest", "export", "lead", &refused]).0, 3);
    assert!(!Path::new(&refused).exists(), "nothing was written");
    let all = program.done(&["history"]);
    let exports = all.as_array().unwrap().iter().filter(|it| it["command"] == "note_export");
    assert_eq!(exports.count(), 4);
    // The last step is the user that was added, not an export.
    assert_eq!(program.done(&["undo"])["command"], "create");
}

#[test]
fn a_file_that_comes_back_changes_what_was_changed_in_it() {
    for ending in ["xlsx", "csv"] {
        let program = Program::new();
        let id = program.lead(&[
            "name=王小明",
            "company=甲",
            "phones=0912-345-678; 02-2345-6789",
            "rating=hot",
        ]);
        let path = program.path("out.xlsx");
        program.done(&[
            "export",
            "lead",
            &path,
            "--columns",
            "name,company,phones,rating,industry,need,owner",
        ]);
        let back = program.path(&format!("back.{ending}"));
        program.done(&["set", "lead", &id, "company=乙"]);
        program.done(&["set", "lead", &id, "need=here"]);
        fill_in(
            &back,
            table(&path),
            &[
                ("公司", "丙"),
                ("電話", "0912-345-678; 0933-444-555"),
                ("產業", "機械"),
                ("評級", ""),
            ],
        );
        let report = program.done(&["import", &back]);
        assert_eq!(
            (&report["returned"], &report["rows"], &report["changed"]),
            (&json!(true), &json!(1), &json!(1)),
            "{report}"
        );
        assert_eq!(
            report["kept"].as_array().unwrap().len(),
            1,
            "the company was changed here too: {report}"
        );
        let lead = program.shown(&id);
        assert_eq!(
            (&lead["company"], &lead["need"], &lead["industry"], &lead["rating"]),
            (&json!("乙"), &json!("here"), &json!("machinery"), &Json::Null)
        );
        assert_eq!(
            (&lead["phones"][0]["e164"], &lead["phones"][1]["e164"]),
            (&json!("+886912345678"), &json!("+886933444555"))
        );
        assert_eq!(program.done(&["list", "lead"]).as_array().unwrap().len(), 1);
        program.done(&["undo"]);
        let lead = program.shown(&id);
        assert_eq!(
            (&lead["company"], &lead["industry"], &lead["rating"]),
            (&json!("乙"), &Json::Null, &json!("hot"))
        );
    }
}

#[test]
fn an_outcome_written_into_the_file_is_logged() {
    let program = Program::new();
    let id = program.lead(&["name=王小明", "phones=0912-345-678"]);
    let path = program.path("out.xlsx");
    program.done(&["export", "lead", &path, "--columns", "name"]);
    let (labels, rows) = table(&path);
    let outcome = labels[1].clone();
    fill_in(&path, (labels, rows), &[(&outcome, "無人回應")]);
    let report = program.done(&["import", &path]);
    assert_eq!(report["problems"], json!([]), "{report}");
    assert_eq!(program.shown(&id)["contact_state"], "attempted");
    let unknown = program.path("unknown.xlsx");
    program.done(&["export", "lead", &unknown, "--columns", "name"]);
    fill_in(&unknown, table(&unknown), &[(&outcome, "到月球去了")]);
    let report = program.done(&["import", &unknown]);
    assert_eq!(report["problems"][0]["code"], "cell-not-taken");
}

#[test]
fn rows_left_out_are_written_with_their_reason_and_come_in_once_corrected() {
    let program = Program::new();
    let path = program.path("cards.csv");
    let big5 = encoding_rs::BIG5.encode("姓名,公司,手機,Email\r\n王小明,甲,9.12346E+08,a@x.example\r\n李四,乙,0911-111-111,\r\n合計,,,\r\n").0;
    fs::write(&path, big5).unwrap();
    let rejects = program.path("rejects.csv");
    let report = program.done(&["import", &path, "--rejects", &rejects]);
    assert_eq!((&report["new"], &report["rejected"]), (&json!(1), &json!(2)));
    let (labels, rows) = table(&rejects);
    assert_eq!(labels[1..], ["姓名", "公司", "手機", "Email"]);
    assert_eq!(rows[0][1..], ["王小明", "甲", "9.12346E+08", "a@x.example"]);
    let written = fs::read_to_string(&rejects).unwrap();
    assert!(written.contains("末幾位數字已遺失") && written.contains("是合計或附註"), "{written}");
    let book = program.path("rejects.xlsx");
    program.done(&["import", &path, "--on-match", "skip", "--rejects", &book]);
    assert!(fs::read(&book).unwrap().starts_with(b"PK"), "a workbook is one");
    let report = program.done(&["import", &book, "--dry-run"]);
    assert_eq!((&report["kind"], &report["rows"]), (&json!("xlsx"), &json!(2)), "{report}");
    fs::write(&rejects, written.replace("9.12346E+08", "0912-345-678")).unwrap();
    let report = program.done(&["import", &rejects]);
    assert_eq!((&report["new"], &report["rejected"]), (&json!(1), &json!(1)), "{report}");
}

#[test]
fn what_a_person_said_of_columns_is_remembered() {
    let program = Program::new();
    let path = program.path("a.csv");
    fs::write(&path, "窗口,單位,內部碼\n王小明,甲,x1\n").unwrap();
    let map = program.path("map.json");
    fs::write(&map, "{\"窗口\": \"name\", \"內部碼\": \"need\"}").unwrap();
    program.done(&["import", &path, "--map", &map]);
    fs::write(&path, "窗口,單位,內部碼\n李四,乙,x2\n").unwrap();
    let report = program.done(&["import", &path]);
    let mapped: Vec<&str> = report["mapping"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["field"].as_str().unwrap_or(""))
        .collect();
    assert_eq!(mapped, ["name", "company", "need"]);
    assert_eq!(
        (&report["mapping"][1]["why"], &report["mapping"][2]["why"]),
        (&json!("已知的標題"), &json!("沿用上次設定"))
    );
    fs::write(&path, "王小明,甲公司,0912345678\n").unwrap();
    program.done(&["import", &path]);
    fs::write(&path, "0933444555,李四,乙公司\n").unwrap();
    let report = program.done(&["import", &path]);
    assert_eq!(
        report["mapping"][0]["field"], "mobile",
        "tables without labels are not known again"
    );
}
