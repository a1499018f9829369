//! A sentence as its own line: what opens it without saying anything, its date and its attribution left out, cut at a clause.

use super::{Article, Mention};
use crate::temporal::TimexType;
use crate::text::TextRange;

/// The longest line, in characters.
const LONGEST: usize = 100;
/// The shortest piece that a long sentence may be cut to.
const SHORTEST: usize = 28;

const OPENERS: &[&str] = &[
    "but",
    "and",
    "so",
    "yet",
    "however",
    "meanwhile",
    "still",
    "also",
    "then",
    "the same day",
    "moreover",
    "in addition",
    "at the same time",
    "separately",
    "earlier",
    "later",
    "instead",
    "for its part",
    "for his part",
];
const LEADS: &[&str] =
    &["on", "in", "at", "by", "over", "during", "since", "until", "from", "late", "early", "of", "for", "the", "just"];
const SAYING: &[&str] =
    &["said", "says", "added", "adds", "told", "according", "reported", "reports", "wrote", "announced", "noted"];
/// Words that point outside the line.
const POINTING: &[&str] = &[
    "he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its", "their", "which", "who", "there", "him",
    "them", "i", "we", "you", "what", "such", "both", "another", "one", "some", "others", "neither", "here", "nothing",
];

/// The line that the sentence of a mention makes, with how well it would name the event, 0 to 1.
pub(super) fn line(article: &Article, mention: &Mention) -> Option<(String, f32)> {
    let document = article.document();
    let sentence = document.sentences.get(mention.sentence as usize)?.range;
    let text = undated(article, sentence);
    let text = without_openers(&text);
    let text = without_attribution(text);
    let text = shortened(text)?;
    let line = capitalised(text.trim_end_matches(['.', ',', ';', ':', ' ', '!']).trim_start());
    let fitness = fitness(article, sentence, &line);
    (fitness > 0.0).then_some((line, fitness))
}

/// Whether a line begins with a word that points outside it, or is no line at all.
pub(super) fn points_outside(line: &str) -> bool {
    let first = line.split(|it: char| !it.is_alphabetic()).find(|it| !it.is_empty()).unwrap_or_default();
    POINTING.contains(&first.to_lowercase().as_str()) || line.chars().next().is_none_or(char::is_lowercase)
}

/// The sentence without the phrases that date it, which stand beside the line.
fn undated(article: &Article, sentence: TextRange) -> String {
    let text = article.document().text.as_str();
    let timexes = article.analysis.timexes.iter().zip(&article.dated);
    let dates = timexes.filter(|(timex, dated)| {
        let is_date = matches!(dated.kind, TimexType::Date | TimexType::Time);
        sentence.holds(timex.range) && is_date && dated.when.is_some()
    });
    let mut out = String::new();
    let mut at = sentence.start as usize;
    for (timex, _) in dates {
        let range = timex.range.span();
        let genitive = text[range.end..].starts_with("'s") || text[range.end..].starts_with('\u{2019}');
        let next = text[range.end..].chars().find(|it| !it.is_whitespace());
        let before = text.get(at..range.start).unwrap_or_default();
        let led = LEADS.contains(&last_word(before).to_lowercase().as_str());
        let opens = before.trim().is_empty();
        // "the 2013 deal" and "Friday's talks" need their date; "on Friday" and ", Friday," do not.
        let stands_free = led || opens || next.is_some_and(|it| it.is_ascii_punctuation());
        // "in the course of the night" is not to be cut in two.
        let of = last_word(before).eq_ignore_ascii_case("of");
        if genitive || of || range.start < at || !stands_free {
            continue;
        }
        let mut kept = before.trim_end();
        while LEADS.contains(&last_word(kept).to_lowercase().as_str()) {
            kept = kept[..kept.len() - last_word(kept).len()].trim_end();
        }
        out.push_str(kept);
        at = range.end;
        if opens || kept.is_empty() {
            at += text[at..].len() - text[at..].trim_start_matches([',', ' ']).len();
        }
    }
    out.push_str(text.get(at..sentence.end as usize).unwrap_or_default());
    let folded = out.split_whitespace().collect::<Vec<_>>().join(" ");
    folded.replace(" ,", ",").replace(",,", ",").replace(" .", ".")
}

fn last_word(text: &str) -> &str {
    text.trim_end().rsplit(' ').next().unwrap_or_default()
}

fn without_openers(text: &str) -> String {
    let mut rest = text.trim_start_matches([',', ' ']);
    loop {
        let lower = rest.to_lowercase();
        let opener = OPENERS.iter().find(|it| lower.starts_with(**it) && lower[it.len()..].starts_with([',', ' ']));
        let Some(opener) = opener.filter(|it| rest.is_char_boundary(it.len())) else { return rest.to_owned() };
        // "So far", "Then-president", "In addition to" are not openers.
        let after = &rest[opener.len()..];
        if !after.starts_with(',') && !matches!(*opener, "but" | "and" | "so" | "yet") {
            return rest.to_owned();
        }
        rest = after.trim_start_matches([',', ' ']);
    }
}

/// "..., officials said": what is said stands for itself.
fn without_attribution(text: String) -> String {
    let Some(at) = text.rfind(", ") else { return text };
    let tail = &text[at + 2..];
    let words: Vec<&str> = tail.split(' ').collect();
    let says = words.iter().any(|it| SAYING.contains(&it.trim_end_matches(['.', ',']).to_lowercase().as_str()));
    if says && words.len() <= 9 && at >= SHORTEST { text[..at].to_owned() } else { text }
}

/// The sentence, or its longest beginning that ends where a clause does.
fn shortened(text: String) -> Option<String> {
    if text.chars().count() <= LONGEST {
        return Some(text);
    }
    let limit = text.char_indices().nth(LONGEST).map_or(text.len(), |it| it.0);
    let head = &text[..limit];
    let ends = [
        ", ",
        "; ",
        ": ",
        " - ",
        " – ",
        " — ",
        " after ",
        " while ",
        " when ",
        " as ",
        " before ",
        " which ",
        " who ",
        " because ",
    ];
    let at = ends.iter().filter_map(|it| head.rfind(it)).filter(|&it| it >= SHORTEST && balanced(&head[..it])).max()?;
    Some(head[..at].to_owned())
}

fn balanced(text: &str) -> bool {
    text.matches('"').count().is_multiple_of(2)
        && text.matches('\u{201c}').count() == text.matches('\u{201d}').count()
        && text.matches('(').count() == text.matches(')').count()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn fitness(article: &Article, sentence: TextRange, line: &str) -> f32 {
    let n_words = line.split(' ').count();
    if n_words < 4 || !balanced(line) || points_outside(line) {
        return 0.0;
    }
    let names = &article.analysis.names;
    let lo = names.partition_point(|it| it.range.start < sentence.start);
    let named = names[lo..].iter().take_while(|it| it.range.end <= sentence.end);
    let named = named.filter(|it| line.contains(it.full.rsplit(' ').next().unwrap_or(&it.full))).count();
    let lower = line.to_lowercase();
    let pointing =
        lower.split(|it: char| !it.is_alphabetic()).filter(|it| matches!(*it, "he" | "she" | "they" | "it" | "i" | "we")).count();
    let quoted = if line.contains(['"', '\u{201c}']) { 0.1 } else { 0.0 };
    let pointing = if pointing > 0 { 0.1 } else { 0.0 };
    let length = if line.chars().count() > 80 { 0.05 } else { 0.0 };
    (0.5 + 0.06 * named.min(3) as f32 - quoted - pointing - length).max(0.05)
}
