//! The readers of pages, old workbooks, pictures, archives, folders and copied text.

use std::{
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use fairlead::{
    domain::Draft,
    exchange::{self, Options},
};
use zip::write::SimpleFileOptions;

use crate::readers::{check, check_values, draft_summary, plain, read_bytes, sample, summary};

fn read(bytes: &[u8]) -> String {
    read_bytes("cards.xls", bytes, &plain())
}

#[test]
fn tables_of_pages_are_read() {
    check(&[("dirty/html_table.xls", "html UTF-8  @1 1 王小明")]);
    let page = "<TABLE><TR><TD>姓名<TD>公司<TD>手機<TR><TD>王小明<TD>A &amp; B<br>C<TD>0912&nbsp;345678\
                <tr><td rowspan=2>李四</td><td>乙</td><td>1</td></tr><tr><td>丙<td>2</table>";
    let rows = cells(page.as_bytes());
    assert_eq!(rows, ["王小明|A & B\nC|0912\u{a0}345678", "李四|乙|1", "李四|丙|2",]);
    let big5 = encoding_rs::BIG5.encode(
        "<html><meta http-equiv=Content-Type content=\"text/html; charset=big5\"><table><tr><th>姓名<th>公司\
         <tr><td>許功蓋<td>甲</table>",
    );
    assert_eq!(read(&big5.0), "html Big5  @1 1 許功蓋");
    let wide = "<table><tr><td colspan=2>2026 展<td><tr><td>姓名<td>公司<td>手機<tr><td>王小明<td>甲<td>1</table>";
    assert_eq!(read(wide.as_bytes()), "html UTF-8  @2 1 王小明");
    let two =
        "<table><tr><td>menu<td>home</table><table><tr><td>姓名<td>手機<tr><td>王小明<td>1</table>";
    assert_eq!(read(two.as_bytes()), "html UTF-8 2 @1 1 王小明 0:sheet-left-out");
    let nested = "<table><tr><td><script>'<table>'</script><table><tr><td>姓名<td>手機<tr><td>王小明<td>1</table></table>";
    assert_eq!(read(nested.as_bytes()), "html UTF-8  @1 1 王小明");
    assert_eq!(read(b"<html><p>hello"), "error no-table");
    assert_eq!(read(b"<table><tr><td>"), "error no-table");
}

/// The cells of the first table of a file, a text for each row.
fn cells(bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cards");
    fs::write(&path, bytes).unwrap();
    let draft = exchange::open(&path, &plain()).unwrap().remove(0);
    draft.lines.map(|line| line.unwrap().cells.join("|")).collect()
}

fn spreadsheetml(sheets: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"p\">\
         <NumberFormat ss:Format=\"0000\\-000\\-000\"/></Style></Styles>{sheets}</Workbook>"
    )
    .into_bytes()
}

fn text(text: &str) -> String {
    format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>")
}

#[test]
fn workbooks_of_one_xml_file_are_read() {
    let header = format!("<Row>{}{}{}</Row>", text("姓名"), text("手機"), text("生日"));
    let row = format!(
        "<Row ss:Index=\"4\">{}<Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">912345678</Data></Cell>\
         <Cell><Data ss:Type=\"DateTime\">2026-03-05T00:00:00.000</Data><Comment><ss:Data>no</ss:Data></Comment></Cell></Row>",
        text("A &amp; &#29579;")
    );
    let sheet = |name: &str, rows: &str, end: &str| {
        format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table>{end}</Worksheet>")
    };
    let book = spreadsheetml(&sheet("名片", &(header.clone() + &row), ""));
    assert_eq!(read(&book), "spreadsheetml UTF-8 名片 @1 1 A & 王");
    assert_eq!(cells(&book), ["A & 王|0912-345-678|2026-03-05"]);
    let hidden = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>";
    let book =
        sheet("a", &(header.clone() + &row), "") + &sheet("b", &(header.clone() + &row), hidden);
    assert_eq!(read(&spreadsheetml(&book)), "spreadsheetml UTF-8 a @1 1 A & 王 0:sheet-left-out");
    let merged = "<Row><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">甲</Data></Cell>\
                  <Cell ss:Index=\"3\"><Data ss:Type=\"String\">x</Data></Cell></Row>\
                  <Row><Cell ss:Index=\"3\" ss:Formula=\"=1\"/></Row><Row><Cell ss:Index=\"3\"><Data ss:Type=\"Error\">#N/A</Data></Cell></Row>";
    assert_eq!(
        read(&spreadsheetml(&sheet("a", &(header + merged), ""))),
        "spreadsheetml UTF-8 a @1 3 甲 3:formula-empty 4:formula-error"
    );
    let evil = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\
                <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    assert_eq!(read(evil.as_bytes()), "error damaged-file");
    assert_eq!(read(&spreadsheetml("<Worksheet><Table><Row>")), "error damaged-file");
    assert_eq!(
        read(&spreadsheetml(
            "<Worksheet><Table><Row><Cell><Data>&x;</Data></Cell></Row></Table></Worksheet>"
        )),
        "error damaged-file"
    );
}

#[test]
fn old_workbooks_are_read_by_a_process_of_their_own() {
    check(&[
        ("dirty/biff8_merged.xls", "xls - 名片 @1 3 王小明"),
        ("workbooks/biff5_write.xls", "xls - SheetJS @0 4 "),
        ("workbooks/date.xls", "xls - Sheet1 @0 3 "),
        ("workbooks/merge_cells.xls", "xls - Sheet1 @0 2 Row Merge"),
        ("workbooks/merged_cells.ods", "ods - Sheet1 @0 3 "),
        ("workbooks/pass_protected.ods", "error password-protected"),
    ]);
}

/// An OpenDocument spreadsheet with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_sheet_that_claims_to_be_endless_ends_in_an_error() {
    let cell = |text: &str, repeated: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"{repeated}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let header = row(&(cell("姓名", "") + &cell("公司", "")));
    let whole = ods(&(header.clone() + &row(&(cell("王小明", "") + &cell("甲", "")))));
    assert_eq!(read(&whole), "ods - S @1 1 王小明");
    let endless = cell("x", " table:number-columns-repeated=\"16384\"");
    let rows = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{endless}</table:table-row>"
    );
    let said = read(&ods(&(header + &rows)));
    assert!(["error reader-gave-up", "error damaged-file"].contains(&said.as_str()), "{said}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_dies_in_the_middle_takes_nothing_with_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("reader");
    let script = |end: &str| {
        format!(
            "#!/bin/sh\ncat >/dev/null\necho '{{\"sheet\":{{\"name\":\"S\",\"is_hidden\":false}}}}'\n\
                 echo '{{\"number\":1,\"cells\":[\"姓名\"],\"flaws\":[]}}'\necho '{{\"number\":2,\"cells\":[\"王小明\"],\"flaws\":[]}}'\n{end}\n"
        )
    };
    for (end, said) in [
        ("kill -9 $$", "error reader-gave-up"),
        ("exit 1", "error reader-gave-up"),
        ("echo nonsense", "error reader-gave-up"),
        ("echo '\"locked\"'", "error password-protected"),
        ("echo '{\"damaged\":\"x\"}'", "error damaged-file"),
        ("echo '\"end\"'", "xls - S @1 1 王小明"),
    ] {
        fs::write(&program, script(end)).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let options = Options { program: Some(program.clone()), ..Options::default() };
        assert_eq!(summary(&sample("workbooks/date.xls"), &options), said, "{end}");
    }
    let options = Options { program: Some(folder.path().join("none")), ..Options::default() };
    assert_eq!(summary(&sample("workbooks/date.xls"), &options), "error cannot-start-reader");
}

#[cfg(unix)]
#[test]
fn a_reader_is_stopped_when_nobody_wants_it_any_more() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("reader");
    fs::write(&program, "#!/bin/sh\ncat >/dev/null\nexec sleep 600\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let options = Options { program: Some(program), ..Options::default() };
    options.watch.stop();
    assert_eq!(summary(&sample("workbooks/date.xls"), &options), "error reading-stopped");
}

#[test]
fn codes_in_pictures_are_read_in_whatever_encoding() {
    check(&[
        ("qr/qr0_utf8.png", "qr UTF-8  @0 1 王小明"),
        ("qr/qr0_big5.png", "qr Big5  @0 1 王小明"),
        ("qr/qr0_gbk.png", "qr GBK  @0 1 王小明"),
        ("qr/qr0_sjis.png", "qr Shift_JIS  @0 1 王小明"),
    ]);
    let code = image::open(sample("qr/qr0_gbk.png")).unwrap().to_luma8();
    let other = image::open(sample("qr/qr0_big5.png")).unwrap().to_luma8();
    let written = |picture: &image::GrayImage, format| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    };
    assert_eq!(read(&written(&code, image::ImageFormat::Jpeg)), "qr GBK  @0 1 王小明");
    let mut inverted = code.clone();
    image::imageops::invert(&mut inverted);
    assert_eq!(read(&written(&inverted, image::ImageFormat::Png)), "qr GBK  @0 1 王小明");
    let mut desk = image::GrayImage::from_pixel(2_400, 1_400, image::Luma([230]));
    image::imageops::overlay(&mut desk, &image::imageops::rotate90(&code), 200, 300);
    image::imageops::overlay(&mut desk, &other, 1_500, 700);
    let desk = written(&desk, image::ImageFormat::Jpeg);
    assert!(read(&desk).starts_with("qr "), "{}", read(&desk));
    let blank = image::GrayImage::from_pixel(60, 60, image::Luma([230]));
    assert_eq!(read(&written(&blank, image::ImageFormat::Png)), "error no-code");
    let huge = image::GrayImage::new(14_000, 14_000);
    assert_eq!(read(&written(&huge, image::ImageFormat::Png)), "error damaged-picture");
    assert_eq!(read(b"\x89PNG\r\n\x1a\n"), "error damaged-picture");
    assert_eq!(read(b"\xff\xd8\xff\xe0"), "error damaged-picture");
}

#[test]
fn cards_in_one_line_are_read() {
    check(&[("headers/mecard_payloads.txt", "mecard UTF-8  @0 4 王小明")]);
    check_values(
        "headers/mecard_payloads.txt",
        0,
        &[
            ("name", "王小明"),
            ("family_name", "王"),
            ("given_name", "小明"),
            ("company", "測試股份有限公司"),
            ("job_title", "經理"),
            ("phone", "+886912345678"),
            ("email", "xm@example.com"),
            ("website", "https://example.com"),
            ("address", "臺北市測試路1號"),
            ("notes", "a;b:c"),
        ],
    );
    assert_eq!(
        read("MECARD:N:王小明;;\nhello\n".as_bytes()),
        "mecard UTF-8  @0 2 王小明 2:not-a-card!"
    );
}

fn drafts(found: fairlead::error::Result<Vec<Draft>>) -> String {
    match found {
        Ok(drafts) => drafts.into_iter().map(draft_summary).collect::<Vec<_>>().join("\n"),
        Err(error) => format!("error {}", error.code()),
    }
}

#[test]
fn what_was_copied_is_read_as_a_table_or_as_cards() {
    let read = |text: &str| drafts(exchange::open_text(text, &plain()));
    assert_eq!(read("姓名\t公司\n王小明\t甲\n"), "csv UTF-8 '\\t' @1 1 王小明");
    assert_eq!(read("王小明\t甲公司\t0912345678\n"), "csv UTF-8 '\\t' @0 1 王小明");
    assert_eq!(read("MECARD:N:王,小明;TEL:0912345678;;"), "mecard UTF-8  @0 1 王小明");
    assert_eq!(read("BEGIN:VCARD\r\nFN:王小明\r\nEND:VCARD"), "vcf UTF-8  @0 1 王小明");
    assert_eq!(
        read("<table><tr><td>姓名<td>公司<tr><td>王小明<td>甲</table>"),
        "html UTF-8  @1 1 王小明"
    );
    assert_eq!(read(""), "error empty-file");
}

#[test]
fn archives_are_read_file_by_file() {
    let inner = archive(&[("x.csv", "姓名,公司\n甲,乙\n".as_bytes())]);
    let picture = fs::read(sample("qr/qr0_big5.png")).unwrap();
    let book = fs::read(sample("dirty/phones_as_numbers.xlsx")).unwrap();
    let bytes = archive(&[
        ("a/cards.csv", "姓名,公司\n王小明,甲\n".as_bytes()),
        ("b.png", &picture),
        ("../../evil.csv", "姓名,公司\n李四,乙\n".as_bytes()),
        ("c.xlsx", &book),
        ("inner.zip", &inner),
        ("notes.bin", b"\x00\x01\x02\x03\x00\x00\x01\x02"),
        ("__MACOSX/a/._cards.csv", b"junk"),
        ("empty.csv", b""),
    ]);
    assert_eq!(
        read(&bytes),
        "csv UTF-8 ',' @1 1 王小明 0:file-left-out 0:file-left-out 0:file-left-out\n\
         qr Big5  @0 1 王小明\nxlsx - 名片 @1 3 王小明"
    );
    assert_eq!(read(&archive(&[("a.bin", b"\x00\x01\x02\x03")])), "error unknown-format");
    assert_eq!(
        read(&archive(&[("a.bin", b"\x00\x01"), ("b.bin", b"\x00\x01")])),
        "error no-cards-inside"
    );
    assert_eq!(
        read(&archive(&[("a.csv", "x".repeat(32 << 20).as_bytes())])),
        "error inflates-too-much"
    );
    assert_eq!(read(&archive(&[])), "error damaged-file");
    assert_eq!(
        read(&archive(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")])),
        "error format-not-yet"
    );
}

#[test]
fn a_folder_is_read_file_by_file() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path: PathBuf = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
        fs::write(path, bytes).unwrap();
    };
    put("b/cards.csv", "姓名,公司\n王小明,甲\n".as_bytes());
    put("a.vcf", "BEGIN:VCARD\nFN:李四\nEND:VCARD\n".as_bytes());
    put("c.bin", b"\x00\x01\x02\x03");
    put(".hidden", b"x");
    let mut opened = exchange::open_path(folder.path(), &plain()).unwrap();
    assert!(opened.take_returned().is_empty());
    let found: Vec<String> = opened
        .into_tables()
        .into_iter()
        .map(|(path, draft)| {
            format!("{} {}", path.file_name().unwrap().display(), draft_summary(draft))
        })
        .collect();
    assert_eq!(
        found,
        ["a.vcf vcf UTF-8  @0 1 李四 0:file-left-out", "cards.csv csv UTF-8 ',' @1 1 王小明"]
    );
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(exchange::open_path(empty.path(), &plain()).unwrap_err().code(), "no-cards-inside");
}
