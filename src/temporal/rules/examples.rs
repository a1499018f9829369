//! Every row shows what it finds and what it leaves alone.

use std::collections::BTreeSet;

use super::rows;
use crate::calendar::{Date, Interval};
use crate::temporal::shape::{Found, Lexeme, Words, lexeme};
use crate::temporal::{Anchor, Genre, Lexicon, resolve, tag};
use crate::text::token::tokens;

fn found(sentence: &str, lexicon: &Lexicon) -> Vec<(String, String, &'static str)> {
    let published = Date::from_ymd_opt(2025, 12, 20).map(Interval::day);
    let timexes = tag(sentence, lexicon);
    let dated = resolve(sentence, &timexes, &Anchor { published, genre: Genre::News }, lexicon);
    timexes.iter().zip(dated).map(|(it, dated)| (it.range.of(sentence).to_string(), dated.value, it.rule)).collect()
}

#[test]
fn every_example_is_found_by_its_own_rule() {
    let lexicon = Lexicon::builtin();
    let mut failures = Vec::new();
    for row in rows() {
        for (marked, value) in row.examples {
            let (before, rest) = marked.split_once('[').unwrap_or(("", marked));
            let (words, after) = rest.split_once(']').unwrap_or((rest, ""));
            let found = found(&format!("{before}{words}{after}"), &lexicon);
            let wanted = (words.to_string(), value.to_string(), row.name);
            if !found.contains(&wanted) {
                failures.push(format!("{wanted:?} not among {found:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_rule_falls_for_its_false_friend() {
    let lexicon = Lexicon::builtin();
    let mut failures = Vec::new();
    for row in rows() {
        for friend in row.friends {
            let found = found(friend, &lexicon);
            if found.iter().any(|it| it.2 == row.name) {
                failures.push(format!("{}: {friend:?} gives {found:?}", row.name));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_row_has_a_name_of_its_own_an_example_and_a_false_friend() {
    assert!(rows().count() <= 128, "rows are kept in sets of 128 bits");
    let mut names = BTreeSet::new();
    for row in rows() {
        assert!(names.insert(row.name), "two rows are named {}", row.name);
        assert!(!row.friends.is_empty(), "{} has no false friend", row.name);
        assert!(!row.examples.is_empty() || row.name == "that-time", "{} has no example", row.name);
    }
}

macro_rules! corpora {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("../../../tests/temporal/", $name, ".md")))),*]
    };
}

/// Over every word of literate corpora: a row that fits there is none that the first words were said to rule out.
#[test]
fn no_row_that_fits_is_ruled_out_by_its_first_words() {
    let lexicon = Lexicon::builtin();
    let mut n_fits = 0;
    for (name, text) in corpora!("absolute" "durations" "feasts" "fields" "german" "markets" "months" "quarters" "ranges" "relative"
        "russian" "sets" "times" "vague" "weekdays" "wire")
    {
        let lexemes: Vec<Lexeme<'_>> = tokens(text).map(|it| lexeme(text, it, &lexicon)).collect();
        let words = Words { text, lexicon: &lexicon, lexemes: &lexemes };
        for at in 0..lexemes.len() {
            let open = words.rows_at(at);
            for (n, row) in lexicon.rows.iter().enumerate() {
                if words.fit(row.shape, at, &mut Found::new()).is_some() {
                    n_fits += 1;
                    assert!(open >> n & 1 == 1, "{name}: {} at {:?}", row.name, words.word(at));
                }
            }
        }
    }
    assert!(n_fits > 1_000, "{n_fits}");
}
