//! What a reader sees of a text: safe characters, sentences put together again, furniture told apart.

use dateline::store::read_one;
use dateline::text::{Document, Kind, TextRange, clean};

fn read(text: &str) -> Document {
    let (raws, problems) = read_one("a.txt", text.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    clean(&raws[0])
}

/// Each sentence on its line.
fn sentences(text: &str) -> String {
    let document = read(text);
    document.sentences.iter().map(|it| document.quote(it.range)).collect::<Vec<_>>().join("\n")
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(sentences(text), expected.join("\n"), "{text}");
}

/// Each paragraph's number and kind.
fn kinds(text: &str) -> Vec<(u32, Kind, String)> {
    let document = read(text);
    document.paragraphs.iter().map(|it| (it.number, it.kind, document.quote(it.range))).collect()
}

fn kind_of(text: &str, line: &str) -> Kind {
    let found = kinds(text).into_iter().find(|it| it.2 == line);
    found.unwrap_or_else(|| panic!("no paragraph {line:?} in {:?}", kinds(text))).1
}

const BODY: &str = "The ferry sank off the coast on Friday, the harbour master said in a statement that was read out twice.";

#[test]
fn sentences_end_where_they_end() {
    check("It rained. The bridge held.\n\nWe won.", &["It rained.", "The bridge held.", "We won."]);
    check("Gen. Orlov met Mr. Smith in St. Ives. He left.", &["Gen. Orlov met Mr. Smith in St. Ives.", "He left."]);
    check(
        "Talks in the U.S. Senate failed. They met in the U.S. The mood was bad.",
        &["Talks in the U.S. Senate failed.", "They met in the U.S.", "The mood was bad."],
    );
    check(
        "It fell 3.5 percent at 9 a.m. Tuesday. See No. 5 of the list.",
        &["It fell 3.5 percent at 9 a.m. Tuesday.", "See No. 5 of the list."],
    );
    check(
        "“Where is the ship?” Ivanova asked. “Gone!” said the captain. He wept.",
        &["“Where is the ship?” Ivanova asked.", "“Gone!” said the captain.", "He wept."],
    );
    check(
        "J. K. Berg spoke... and then left. “It is over.” She nodded.",
        &["J. K. Berg spoke... and then left.", "“It is over.”", "She nodded."],
    );
    check(
        "The deal was signed.Officials were pleased. Visit www.Example.Org today.",
        &["The deal was signed.", "Officials were pleased.", "Visit www.Example.Org today."],
    );
}

#[test]
fn a_sentence_broken_by_a_saved_page_is_one() {
    let text = format!("{BODY}\n\nThe minister added that she may\n\nreturn to the harbour on Sunday.\n\n{BODY}");
    check(&text, &[BODY, "The minister added that she may return to the harbour on Sunday.", BODY]);
    let document = read(&text);
    let joined = document.sentences[1];
    assert_eq!((joined.paragraph, joined.number), (1, 1));
    let (from, to) = document.place(joined.range).bytes.unwrap();
    assert!(text[from as usize..to as usize].contains("may\n\nreturn"));
    // A paragraph that is whole is not joined, nor a heading.
    check(&format!("{BODY}\n\nAt the pier\n\n{BODY}"), &[BODY, "At the pier", BODY]);
}

#[test]
fn a_dateline_is_not_part_of_the_first_sentence() {
    check("PORTO (Reuters) - The ferry sank on Friday. It was old.", &["The ferry sank on Friday.", "It was old."]);
    check(
        "PORTO | Fri May 1, 2009 4:23 pm EST PORTO (\n\nReuters) -\n\nThe ferry sank on Friday.\n\nIt was old.",
        &["The ferry sank on Friday.", "It was old."],
    );
    check("By Ana Lima, Sea Editor PORTO, May 1 (AP) — The ferry sank.", &["The ferry sank."]);
    check("PORTO, Portugal — The ferry sank on Friday.", &["The ferry sank on Friday."]);
    check("3 May 2009 Last updated at 06:15 GMT The ferry sank off Porto.", &["The ferry sank off Porto."]);
    check("Ana Lima | 07:37 UK time, Friday, 1 May 2009 The ferry sank off Porto.", &["The ferry sank off Porto."]);
    check(
        "Photograph: Ana Lima/AFP The ferry sank off Porto, a day after it had been repaired by its owners.",
        &["The ferry sank off Porto, a day after it had been repaired by its owners."],
    );
    // A dash or a bracket alone makes no dateline.
    check(
        "The union (UGT) - which is large - met on 3 May 2009. It voted.",
        &["The union (UGT) - which is large - met on 3 May 2009.", "It voted."],
    );
}

#[test]
fn cross_heads_and_makers_are_no_sentences() {
    let text = format!("{BODY} HARBOUR CLOSED The port was shut. (Editing by Ana Lima.)\n\n{BODY} (Reporting by Rui Melo)");
    check(&text, &[BODY, "The port was shut.", BODY]);
    // Names in capitals at the beginning of a sentence stay.
    check(
        &format!("{BODY} NATO said it would help. EU IMF officials met."),
        &[BODY, "NATO said it would help.", "EU IMF officials met."],
    );
}

#[test]
fn furniture_is_told_from_the_article() {
    let page = format!(
        "back to top\n12 C\nEurope\nMonday, May 4, 2009\n\nFerry sinks off Porto\n\nPublished:\n\nFerry sinks off Porto\nPhoto: Ana Lima/AP\n\n\
         By Rui Melo\n\n{BODY}\n\nA harbour in fear\n\n{BODY}\n\n- Werbung -\n\nLoading related posts...\n\nMore from author\n\nStorm hits Faro\n\n\
         Tags\n\nsea"
    );
    for (line, kind) in [
        ("back to top", Kind::Furniture),
        ("12 C", Kind::Furniture),
        ("Europe", Kind::Furniture),
        ("Monday, May 4, 2009", Kind::DateLine),
        ("Ferry sinks off Porto", Kind::Title),
        ("Published:", Kind::Furniture),
        ("Photo: Ana Lima/AP", Kind::Caption),
        ("By Rui Melo", Kind::Byline),
        ("A harbour in fear", Kind::Heading),
        ("- Werbung -", Kind::Furniture),
        ("Loading related posts...", Kind::Furniture),
        ("More from author", Kind::Furniture),
        ("Storm hits Faro", Kind::Furniture),
        ("sea", Kind::Furniture),
    ] {
        assert_eq!(kind_of(&page, line), kind, "{line}");
    }
    let document = read(&page);
    assert_eq!(document.source.title.as_deref(), Some("Ferry sinks off Porto"));
    assert_eq!(document.source.author.as_deref(), Some("Rui Melo"));
    check(&page, &["Ferry sinks off Porto", BODY, "A harbour in fear", BODY]);
}

#[test]
fn what_looks_like_furniture_inside_an_article_is_kept() {
    for line in [
        "Related attacks on ferries killed eight people in May, police said on Friday.",
        "By Friday the ferry had sunk.",
        "Share prices fell on Monday after the ferry sank, and the port authority was taken to court.",
        "May 4 was the day.",
        "Photo: no. The picture that everybody saw was taken a day earlier, by a fisherman from Faro, the court heard.",
    ] {
        assert_eq!(kind_of(&format!("Ferry sinks\n\n{BODY}\n\n{line}\n\n{BODY}"), line), Kind::Body);
    }
}

#[test]
fn an_address_the_page_announces_is_the_articles() {
    let page = format!("Ferry sinks\n\n{BODY}\n\n## Original url:\n\nhttps://example.org/2009/05/01/ferry");
    assert_eq!(read(&page).source.url.as_deref(), Some("https://example.org/2009/05/01/ferry"));
    let page = format!("Ferry sinks\n\n{BODY}\n\nRead also\n\nhttps://example.org/2009/04/01/other");
    assert_eq!(read(&page).source.url, None);
}

#[test]
fn nothing_of_a_text_can_steer_a_terminal() {
    let text = "A \u{1b}[31mred\u{1b}[0m \u{1b}]0;title\u{7}word \u{9b}1mis\u{200b} so\u{202e}ft\u{ad}.\tIt is\u{a0}one\u{0}.";
    check(text, &["A red word is soft.", "It is one."]);
    // An unfinished sequence does not swallow the text.
    check("One \u{1b}]0; two.\n\nThree \u{1b}[é four \u{1b}", &["One 0; two.", "Three é four"]);
    check("Cafe\u{301} A\u{200d}\u{30a}.", &["Café Å."]);
}

#[test]
fn every_range_leads_back_to_its_bytes() {
    let text = "\u{feff}Cafe\u{301}s closed\n\nThe cafe\u{301}s\u{200b} in\tPorto closed &amp; <b>reopened</b> on Friday.\n";
    let document = read(text);
    let place = |words: &str| {
        let at = document.text.find(words).unwrap();
        let place = document.place(TextRange::new(at, at + words.len()));
        let (from, to) = place.bytes.unwrap();
        (place.line, &text.as_bytes()[from as usize..to as usize])
    };
    assert_eq!(place("Cafés"), (1, "Cafe\u{301}s".as_bytes()));
    assert_eq!(place("cafés in"), (3, "cafe\u{301}s\u{200b} in".as_bytes()));
    assert_eq!(place("in Porto"), (3, b"in\tPorto".as_slice()));
    assert_eq!(place("&"), (3, b"&amp;".as_slice()));
    assert_eq!(place("reopened on"), (3, b"reopened</b> on".as_slice()));
    assert_eq!(place("Friday."), (3, b"Friday.".as_slice()));
}
