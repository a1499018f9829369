//! Bytes of files become articles: each format, each encoding, and what is said of files that cannot be read.

use std::path::PathBuf;

use dateline::store::{self, read_one};
use dateline::text::{Document, Kind, TextRange, clean};
use dateline::timeline::Problem;

fn read(path: &str, bytes: &[u8]) -> (Vec<Document>, Vec<Problem>) {
    let (raws, problems) = read_one(path, bytes);
    (raws.iter().map(clean).collect(), problems)
}

/// Each paragraph's number, kind, line and words, after a line of metadata.
fn told(document: &Document) -> String {
    let source = &document.source;
    let word = |it: &Option<String>| it.clone().unwrap_or_else(|| "-".into());
    let mut out = format!(
        "{} | {} | {} | {} | {} | {} | {} | {}\n",
        source.id,
        word(&source.title),
        word(&source.published),
        word(&source.outlet),
        word(&source.author),
        word(&source.url),
        word(&source.language),
        source.tags.join(",")
    );
    for paragraph in &document.paragraphs {
        let line = document.place(paragraph.range).line;
        out += &format!("{} {:?} {line}: {}\n", paragraph.number, paragraph.kind, document.quote(paragraph.range));
    }
    out
}

fn check(path: &str, bytes: &[u8], expected: &str) {
    let (documents, problems) = read(path, bytes);
    let mut out: String = documents.iter().map(told).collect();
    for it in problems {
        out += &format!("! {} {:?} {}\n", it.path, it.line, it.what);
    }
    assert_eq!(out.trim_end(), expected.trim());
}

/// The bytes of the file to which the words lead.
fn bytes_of<'a>(document: &Document, file: &'a [u8], words: &str) -> &'a [u8] {
    let at = document.text.find(words).unwrap_or_else(|| panic!("no {words:?} in {:?}", document.text));
    let (from, to) = document.place(TextRange::new(at, at + words.len())).bytes.unwrap();
    &file[from as usize..to as usize]
}

const LONG: &str =
    "The ferry sank off the coast on Friday, the harbour master said in a statement that was read out twice to reporters.";

#[test]
fn plain_text_is_parted_by_blank_lines() {
    let text = format!("Ferry sinks\n\n{LONG}\n\n{LONG} It was old.");
    check(
        "a.txt",
        text.as_bytes(),
        &format!(
            "a.txt | Ferry sinks | - | - | - | - | - | \n1 Title 1: Ferry sinks\n2 Body 3: {LONG}\n3 Body 5: {LONG} It was old."
        ),
    );
}

#[test]
fn without_blank_lines_a_line_is_a_paragraph() {
    let text = format!("{LONG}\r\n{LONG} It was old.\r\nNobody was hurt, the owners said.\r\n");
    check(
        "a.txt",
        text.as_bytes(),
        &format!(
            "a.txt | - | - | - | - | - | - | \n1 Body 1: {LONG}\n2 Body 2: {LONG} It was old.\n3 Body 3: Nobody was hurt, the owners said."
        ),
    );
}

#[test]
fn lines_broken_by_hand_are_one_paragraph() {
    let text = "Ferry sinks off Porto\n\nThe ferry sank off the coast on Friday,\nthe harbour master said in a\nstatement read out twice.\n\n\
                It was old, and its\nowners had known for years.\n";
    check(
        "a.txt",
        text.as_bytes(),
        "a.txt | Ferry sinks off Porto | - | - | - | - | - | \n1 Title 1: Ferry sinks off Porto\n\
        2 Body 3: The ferry sank off the coast on Friday, the harbour master said in a statement read out twice.\n\
        3 Body 7: It was old, and its owners had known for years.",
    );
}

#[test]
fn markdown_has_front_matter_and_loses_its_marks() {
    let text = "---\ntitle: Ferry sinks\ndate: 2009-05-01\nsource: Sea News\nauthor: [Ana Lima, Rui Melo]\nurl: https://example.org/a\nlang: en\n\
        tags: [sea, ships]\n---\n# Ferry sinks\n\nThe **ferry** sank &amp; was _lost_ on [Friday](http://x.org), said\nthe `master`.\n\n\
        ## A harbour in fear\n\n- First of all\n- then more\n\n![a ship](ship.png)\n";
    let expected = "a.md | Ferry sinks | 2009-05-01 | Sea News | Ana Lima, Rui Melo | https://example.org/a | en | sea,ships\n\
        1 Title 10: Ferry sinks\n2 Body 12: The ferry sank & was lost on Friday, said the master.\n3 Heading 15: A harbour in fear\n\
        4 Body 17: • First of all\n5 Body 18: • then more";
    check("a.md", text.as_bytes(), expected);
    let (documents, _) = read("a.md", text.as_bytes());
    assert_eq!(bytes_of(&documents[0], text.as_bytes(), "ferry sank &"), b"ferry** sank &amp;");
    assert_eq!(bytes_of(&documents[0], text.as_bytes(), "Friday"), b"Friday");
    assert_eq!(bytes_of(&documents[0], text.as_bytes(), "master"), b"master");
    let toml = "+++\ntitle = \"Ferry sinks\"\ndate = 2009-05-01\n+++\n\nIt sank.\n";
    check("b.md", toml.as_bytes(), "b.md | Ferry sinks | 2009-05-01 | - | - | - | - | \n1 Body 6: It sank.");
}

#[test]
fn broken_front_matter_is_said_and_the_article_is_read() {
    let (documents, problems) = read("a.md", b"---\ntitle: [unclosed\n---\nIt sank.\n");
    assert_eq!(documents[0].text, "It sank.");
    assert_eq!((problems.len(), problems[0].line), (1, Some(1)));
    assert!(problems[0].what.starts_with("the front matter cannot be read: "), "{}", problems[0].what);
}

#[test]
fn a_broken_line_of_json_is_said_and_the_rest_goes_on() {
    let text = r#"{"id": "one", "title": "Ferry sinks", "published": "2009-05-01", "source": "Sea News", "text": "It sank.\n\nIt was old."}

{"id": "two", "paragraphs": ["It sank
{"id": 3, "title": "No text"}
{"paragraphs": ["A \u001b[31mred\u001b[0m ship.", "It sank."]}
"#;
    check(
        "a.jsonl",
        text.as_bytes(),
        "one | Ferry sinks | 2009-05-01 | Sea News | - | - | - | \n1 Body 1: It sank.\n2 Body 1: It was old.\n\
         a.jsonl#5 | - | - | - | - | - | - | \n1 Body 5: A red ship.\n2 Body 5: It sank.\n\
         ! a.jsonl Some(3) broken JSON at column 37: EOF while parsing a string; an article is one object on one line\n\
         ! a.jsonl Some(4) neither `text` nor `paragraphs` is given; add one of them",
    );
    let (documents, _) = read("a.jsonl", text.as_bytes());
    assert_eq!(documents[0].place(TextRange::new(0, 5)).bytes, None);
}

#[test]
fn html_gives_the_article_and_leads_back_to_the_page() {
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Ferry sinks - Sea News</title>\n\
         <meta property=\"og:site_name\" content=\"Sea News\"><meta property='og:title' content='Ferry sinks'>\n\
         <meta property=\"article:published_time\" content=\"2009-05-01T10:00:00Z\"><meta name=author content=\"Ana Lima\">\n\
         <link rel=\"canonical\" href=\"https://example.org/a?b=1&amp;c=2\"><script>var a = '<p>no</p>';</script></head>\n<body>\n\
         <nav><a href=\"/\">Home</a> <a href=\"/w\">Weather</a></nav>\n<article>\n<h1>Ferry sinks</h1>\n\
         <figure><figcaption>The ferry last year.</figcaption></figure>\n<p>In S&atilde;o Jo&#227;o, <b>eight</b> men died. {LONG}</p>\n<p>{LONG} {LONG}</p>\n\
         <h2>Who is to blame</h2>\n<p>{LONG} It was old.</p>\n</article>\n<footer>All rights reserved</footer></body></html>\n"
    );
    let expected = format!(
        "a.html | Ferry sinks | 2009-05-01T10:00:00Z | Sea News | Ana Lima | https://example.org/a?b=1&c=2 | en | \n1 Title 9: Ferry sinks\n\
         2 Caption 10: The ferry last year.\n3 Body 11: In São João, eight men died. {LONG}\n4 Body 12: {LONG} {LONG}\n\
         5 Heading 13: Who is to blame\n6 Body 14: {LONG} It was old."
    );
    check("a.html", page.as_bytes(), &expected);
    let (documents, _) = read("a.html", page.as_bytes());
    assert_eq!(bytes_of(&documents[0], page.as_bytes(), "João, eight men"), b"Jo&#227;o, <b>eight</b> men");
    assert_eq!(bytes_of(&documents[0], page.as_bytes(), "São"), b"S&atilde;o");
}

#[test]
fn a_page_too_short_to_judge_is_shown_whole() {
    let (documents, problems) = read("a.html", b"<html><body><p>It sank.</p><p>It was old.</p></body></html>");
    assert!(problems.is_empty());
    let words: Vec<&str> = documents[0].paragraphs.iter().map(|it| it.range.of(&documents[0].text)).collect();
    assert_eq!(words, ["It sank.", "It was old."]);
}

#[test]
fn old_encodings_are_read_and_lead_back_to_their_bytes() {
    let text = "Le café de la gare était fermé vendredi, a dit le maire. Déjà, l'été dernier, on l'avait prévu.";
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let (documents, problems) = read("a.txt", &latin);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(documents[0].text, text);
    assert_eq!(bytes_of(&documents[0], &latin, "était fermé"), b"\xe9tait ferm\xe9");
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (documents, problems) = read("a.txt", &utf16);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(documents[0].text, text);
    assert_eq!(bytes_of(&documents[0], &utf16, "café"), b"c\0a\0f\0\xe9\0");
}

#[test]
fn bytes_that_are_no_text_are_replaced_and_counted() {
    let (documents, problems) =
        read("a.txt", "Café déjà fermé, a dit \u{e9}l\u{e9} \u{ff}le maire.".replace('\u{ff}', "X").replace('X', "").as_bytes());
    assert!(problems.is_empty());
    assert_eq!(documents.len(), 1);
    let mut bytes = "Les cafés déjà fermés, a dit le maire à côté: ".as_bytes().to_vec();
    bytes.extend(b"\xff and \xff.");
    let (documents, problems) = read("a.txt", &bytes);
    assert!(documents[0].text.ends_with("\u{fffd} and \u{fffd}."), "{}", documents[0].text);
    assert_eq!(problems[0].what, "2 places are not valid UTF-8 and shown as \u{fffd}; save the file as UTF-8");
}

#[test]
fn what_is_no_text_is_said() {
    for (bytes, what) in [
        (b"%PDF-1.7 x".as_slice(), "not a text but a PDF; save its text as .txt or .html"),
        (b"\x89PNG\r\n\x1a\n", "not a text but a picture; nothing to read in it"),
        (&[0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 1, 2, 3, 4, 6, 0, 1], "not a text but binary data; nothing to read in it"),
        (b" \n\n", "the file is empty; nothing to read in it"),
    ] {
        check("a.txt", bytes, &format!("! a.txt None {what}"));
    }
}

#[test]
fn a_folder_is_read_in_one_order_without_what_is_hidden_or_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    };
    let (b, a) = (write("b.txt", "It sank."), write("sub/a.txt", "It was old."));
    for (name, text) in
        [(".hidden.txt", "x"), ("skipped/c.txt", "x"), (".gitignore", "skipped\n"), ("README.md", "x"), ("page.css", "x")]
    {
        write(name, text);
    }
    let missing = folder.path().join("missing.txt");
    let read = |paths: &[PathBuf]| {
        let mut ids = Vec::new();
        let problems = store::read(paths, &mut |progress, raws| {
            assert!(progress.done <= progress.total);
            ids.extend(raws.into_iter().map(|it| it.source.id));
        });
        (ids, problems)
    };
    let (ids, problems) = read(&[folder.path().to_owned(), missing.clone()]);
    assert_eq!(ids, ["b.txt", "sub/a.txt"]);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].what, "there is no such file or folder; check the spelling");
    assert_eq!(read(&[missing, a.clone(), folder.path().to_owned(), a.clone(), b.clone()]), (ids, problems));
    // Without one folder to be named in, an article goes by its path; a file alone by its name.
    assert_eq!(read(&[a.clone(), b.clone()]).0, [store::shown(&b), store::shown(&a)]);
    assert_eq!(read(&[a]).0, ["a.txt"]);
    // What only begins like the folder's name does not lie in it.
    let beside = write("sub.txt", "It burned.");
    assert_eq!(read(&[folder.path().join("sub"), beside.clone()]).0, [store::shown(&beside), "a.txt".to_owned()]);
}

#[test]
fn the_built_in_sample_is_read_without_a_problem() {
    let (raws, problems) = store::sample::read();
    assert!(problems.is_empty(), "{problems:?}");
    for document in raws.iter().map(clean) {
        assert!(document.source.title.is_some(), "{}", document.source.id);
        assert!(document.paragraphs.iter().filter(|it| it.kind == Kind::Body).count() > 2, "{}", document.source.id);
    }
}
