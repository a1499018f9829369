//! What holds for the reading of any text.

use dateline::app::wrap::{cells, wrap};
use dateline::store::read_one;
use dateline::text::{Document, TextRange, clean};
use proptest::prelude::*;

/// Texts like real ones, with everything mixed in that must not get through.
fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-z]{1,9}",
        2 => prop::sample::select(vec![
            " ", "\n", "\n\n", ". ", "? ", "\" ", "’", ", ", "\t", "\r\n", " (Reuters) - ", "By ", "3 May 2009 ", "Mr. ", "U.S. ", "(", "\u{a0}",
            "e\u{301}", "日本", "<u>", "</u>", "&amp;", "&eacute;", "## ", "<p>", "</p>", "---\n", "* ", "| ",
        ])
        .prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "\u{1b}[31m", "\u{1b}]0;x\u{7}", "\u{1b}", "\u{9b}", "\0", "\u{202e}", "\u{2066}", "\u{200b}", "\u{feff}", "\u{ad}", "\u{301}", "\u{85}",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|it| it.concat())
}

fn documents(path: &str, bytes: &[u8]) -> Vec<Document> {
    read_one(path, bytes).0.iter().map(clean).collect()
}

fn is_unsafe(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What every later stage leans on.
fn holds(document: &Document, bytes: &[u8]) -> Result<(), TestCaseError> {
    let text = &document.text;
    prop_assert!(!text.contains(is_unsafe), "{text:?}");
    prop_assert!(!text.replace("\n\n", "").contains('\n'), "{text:?}");
    for word in [&document.source.title, &document.source.author, &document.source.url].into_iter().flatten() {
        prop_assert!(!word.contains(is_unsafe), "{word:?}");
    }
    let mut end = 0;
    for paragraph in &document.paragraphs {
        prop_assert!(!paragraph.range.of(text).trim().is_empty());
        prop_assert!(paragraph.range.start as usize >= end);
        end = paragraph.range.end as usize;
    }
    let mut end = 0;
    for sentence in &document.sentences {
        let words = sentence.range.of(text);
        prop_assert!(!words.is_empty() && words.trim() == words, "{words:?} of {text:?}");
        prop_assert!(sentence.range.start as usize >= end);
        end = sentence.range.end as usize;
        let paragraph = document.paragraphs[sentence.paragraph as usize].range;
        prop_assert!(paragraph.start <= sentence.range.start && sentence.range.start < paragraph.end);
    }
    let n_lines = bytes.iter().filter(|it| **it == b'\n' || **it == b'\r').count() + 1;
    for (at, c) in text.char_indices().filter(|it| it.1 != '\n') {
        let place = document.place(TextRange::new(at, at + c.len_utf8()));
        prop_assert!(place.line >= 1 && place.line as usize <= n_lines);
        if let Some((from, to)) = place.bytes {
            prop_assert!(from <= to && to as usize <= bytes.len());
            if c.is_ascii_alphanumeric() && from + 1 == to {
                prop_assert_eq!(bytes[from as usize], c as u8);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_gets_through_unsafe_or_loses_its_way_back(text in anything()) {
        for path in ["a.txt", "a.md", "a.html"] {
            for document in documents(path, text.as_bytes()) {
                holds(&document, text.as_bytes())?;
            }
        }
        let line = serde_json::json!({"title": text, "text": text}).to_string();
        for document in documents("a.jsonl", line.as_bytes()) {
            holds(&document, line.as_bytes())?;
        }
    }

    #[test]
    fn no_bytes_are_too_odd_to_read(bytes in prop::collection::vec(any::<u8>(), 0..300), prefix in prop::sample::select(vec!["", "{", "<html>", "---\n"])) {
        let bytes = [prefix.as_bytes(), &bytes].concat();
        for path in ["a.txt", "a.md", "a.html", "a.jsonl", "a"] {
            for document in documents(path, &bytes) {
                holds(&document, &bytes)?;
            }
        }
    }

    #[test]
    fn every_line_fits_and_nothing_is_lost(text in anything(), width in 2usize..40) {
        let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = wrap(&text, TextRange::new(0, text.len()), width, &[]);
        let mut end = 0;
        for line in &lines {
            let words = line.of(&text);
            prop_assert!(cells(words) <= width, "{words:?} at {width}");
            prop_assert!(text[end..line.start as usize].chars().all(char::is_whitespace), "{text:?} {lines:?}");
            end = line.end as usize;
        }
        prop_assert!(text[end..].chars().all(char::is_whitespace));
    }
}
