//! Counted things in a sentence: how many, and what.

use super::mention::Figure;
use super::word::{Tag, Word};
use crate::text::TextRange;

/// The figures among some words of a sentence.
pub(crate) fn figures(text: &str, words: &[Word]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut n = 0;
    while n < words.len() {
        if words[n].tag != Tag::Number {
            n += 1;
            continue;
        }
        let start = n;
        while n < words.len() && words[n].tag == Tag::Number {
            n += 1;
        }
        let after = text.get(words[n - 1].range.end as usize..).unwrap_or("");
        if names_only(text, words, start) || qualifies(after) {
            continue;
        }
        // "50, 000", torn, is no count of none.
        let Some(value) = value(text, &words[start..n]).filter(|it| *it > 0.0) else { continue };
        let money = words[start].of(text).starts_with(['$', '€', '£']);
        let what = counted(text, words, start, n);
        let what = what.or_else(|| money.then(|| "money".to_owned()));
        let Some(what) = what.filter(|it| it.chars().count() > 1) else { continue };
        let range = TextRange { start: words[start].range.start, end: words[n - 1].range.end };
        figures.push(Figure { range, value, what });
    }
    figures
}

/// "Year seven pupils": the number names which, and counts nothing.
fn names_only(text: &str, words: &[Word], start: usize) -> bool {
    let before = start.checked_sub(1).map_or("", |it| words[it].of(text));
    ["year", "grade", "class", "phase", "level", "route", "chapter", "article", "page", "number", "no"]
        .iter()
        .any(|it| before.eq_ignore_ascii_case(it))
}

/// "7.0-magnitude", "1 %": the number is of how much, and counts nothing.
fn qualifies(after: &str) -> bool {
    let after = after.trim_start_matches(' ');
    let hyphened = after.strip_prefix('-').is_some_and(|it| it.trim_start_matches(' ').starts_with(char::is_alphabetic));
    hyphened || after.starts_with('%')
}

/// What is counted: the fate where one is told ("killed"), else the noun.
fn counted(text: &str, words: &[Word], start: usize, end: usize) -> Option<String> {
    const FATES: [(&str, &str); 26] = [
        ("killed", "killed"),
        ("dead", "killed"),
        ("died", "killed"),
        ("die", "killed"),
        ("dies", "killed"),
        ("deaths", "killed"),
        ("fatalities", "killed"),
        ("killing", "killed"),
        ("kills", "killed"),
        ("kill", "killed"),
        ("lives", "killed"),
        ("wounded", "wounded"),
        ("wounding", "wounded"),
        ("injured", "wounded"),
        ("injuring", "wounded"),
        ("injures", "wounded"),
        ("injuries", "wounded"),
        ("hurt", "wounded"),
        ("missing", "missing"),
        ("arrested", "arrested"),
        ("arrests", "arrested"),
        ("detained", "arrested"),
        ("destroyed", "destroyed"),
        ("captured", "captured"),
        ("displaced", "displaced"),
        ("homeless", "displaced"),
    ];
    let fate = |n: usize| {
        let said = words.get(n)?.of(text).to_lowercase();
        FATES.iter().find(|it| it.0 == said).map(|it| it.1.to_owned())
    };
    let said = |n: usize| words.get(n).map_or("", |it| it.of(text));
    // "the death toll rose to eight"
    let before = &words[start.saturating_sub(14)..start];
    let toll =
        before.windows(2).any(|it| it[0].of(text).eq_ignore_ascii_case("death") && it[1].of(text).eq_ignore_ascii_case("toll"))
            || before.iter().any(|it| it.of(text).eq_ignore_ascii_case("toll"));
    let leads_up = start > 0
        && matches!(
            said(start - 1),
            "to" | "at" | "reached" | "hit" | "reaches" | "passed" | "passes" | "least" | "than" | "from"
        );
    // What follows, up to a verb or a mark: "three dozen people wounded".
    let mut noun = None;
    let mut n = end;
    while n < words.len() && n < end + 6 {
        if let Some(fate) = fate(n) {
            return Some(fate);
        }
        match words[n].tag {
            Tag::Noun | Tag::Name if noun.is_none() || words[n - 1].tag == Tag::Noun => noun = Some(said(n).to_lowercase()),
            Tag::Noun | Tag::Name | Tag::Adverb => {}
            Tag::Finite | Tag::Participle if words[n].is_auxiliary() => {}
            Tag::Preposition if said(n) == "of" || said(n) == "others" => {}
            _ => break,
        }
        n += 1;
    }
    if toll && leads_up && (end >= words.len() || words[end].tag != Tag::Noun) {
        return Some("killed".to_owned());
    }
    // "killed eight", "killing at least eight people"
    let clause = (start.saturating_sub(4)..start).rev().take_while(|&it| said(it) != "and");
    let before_number = clause.into_iter().find_map(fate);
    if before_number.is_some()
        && noun.as_deref().is_none_or(|it| {
            matches!(it, "people" | "others" | "civilians" | "soldiers" | "children" | "more" | "persons" | "men" | "women")
        })
    {
        return before_number;
    }
    noun
}

/// The number that words say: "three dozen", "2.5 million", "1,200".
fn value(text: &str, words: &[Word]) -> Option<f64> {
    let mut total = 0.0;
    let mut current = 0.0;
    for word in words {
        let said = word.of(text).trim_start_matches(['$', '€', '£']).replace(',', "").to_lowercase();
        if let Some(scale) = scale(&said) {
            let n: f64 = if current == 0.0 { 1.0 } else { current };
            if scale > 100.0 {
                total += n * scale;
                current = 0.0;
            } else {
                current = n * scale;
            }
        } else if let Some(n) = small(&said).or_else(|| said.parse().ok()) {
            current += n;
        } else if let Some((tens, ones)) = said.split_once('-') {
            current += small(tens)? + small(ones)?;
        } else {
            return None;
        }
    }
    Some(total + current)
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" | "dozens" => 12.0,
        "score" | "scores" => 20.0,
        "hundred" | "hundreds" => 100.0,
        "thousand" | "thousands" => 1e3,
        "million" | "millions" => 1e6,
        "billion" | "billions" => 1e9,
        "trillion" | "trillions" => 1e12,
        _ => return None,
    })
}

fn small(word: &str) -> Option<f64> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |list: &[&str]| list.iter().position(|it| *it == word);
    let n = at(&WORDS).or_else(|| at(&TENS).map(|it| (it + 2) * 10))?;
    u32::try_from(n).ok().map(f64::from)
}
