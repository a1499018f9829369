//! Which words of a sentence a line does without: those that only date it, for the date stands beside the line, and codes.

use crate::events::Article;
use crate::events::clause::Clauses;
use crate::events::cue::{Cues, Part};
use crate::events::word::{Tag, Word};
use crate::temporal::{Expr, TimexType};

/// "for a third | night on Monday": which night it is belongs to the line.
fn is_counted(text: &str, words: &[Word], at: usize, cues: &Cues) -> bool {
    let before = at.checked_sub(1).map_or("", |it| words[it].of(text));
    let ordinal = cues.form(before).part == Part::Number
        || matches!(
            before,
            "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "consecutive" | "straight" | "successive"
        );
    ordinal && cues.titles.parts.contains(&words[at].of(text).to_lowercase())
}

/// For each word, whether it goes with a date.
pub(super) fn gone(article: &Article, text: &str, words: &[Word], clauses: &Clauses, cues: &Cues) -> Vec<bool> {
    let mut gone = vec![false; words.len()];
    let mut at = 0;
    while at < words.len() {
        if words[at].tag != Tag::Time {
            at += 1;
            continue;
        }
        let timex = timex(article, words, at);
        let end = (at..words.len())
            .find(|&it| words[it].tag != Tag::Time || self::timex(article, words, it) != timex)
            .unwrap_or(words.len());
        // "2026 and 2027": what stays of the first stays of the second.
        let kept = at >= 2
            && words[at - 2].tag == Tag::Time
            && !gone[at - 2]
            && matches!(words[at - 1].of(text), "and" | "or" | "to" | "-" | "–");
        let heads = words.get(end).is_some_and(|it| it.of(text) == "of")
            && (matches!(words[at].form.part, Part::Determiner | Part::Number)
                || words[at].of(text).starts_with(|it: char| it.is_ascii_digit()));
        if kept || heads {
            at = end;
            continue;
        }
        if (at..end).all(|it| is_date(article, words, it)) {
            let lead = lead(text, words, clauses, at, cues);
            if let Some(start) = lead.map(|it| it + usize::from(it == at && is_counted(text, words, at, cues))) {
                gone[start..end].fill(true);
                if words.get(end).is_some_and(|it| it.tag == Tag::Genitive) {
                    gone[end] = true;
                }
                close(text, words, &mut gone, start, end);
            }
        }
        at = end;
    }
    // "the bank's (BANK.O) takeover": a code in parentheses says nothing to a reader.
    for n in 1..words.len().saturating_sub(1) {
        if words[n - 1].of(text) == "(" && words[n + 1].of(text) == ")" && words[n].caps && words[n].of(text).contains('.') {
            gone[n - 1..=n + 1].fill(true);
        }
    }
    // "on Monday and Tuesday"
    for n in 1..words.len().saturating_sub(1) {
        if gone[n - 1]
            && gone[n + 1]
            && words[n + 1].tag == Tag::Time
            && matches!(words[n].of(text), "and" | "or" | "to" | "-" | "–")
        {
            gone[n] = true;
        }
    }
    gone
}

/// The expression that a word belongs to.
fn timex(article: &Article, words: &[Word], n: usize) -> usize {
    article.analysis.timexes.partition_point(|it| it.range.end <= words[n].range.start)
}

/// Whether a word belongs to a date that stands beside the line anyway.
fn is_date(article: &Article, words: &[Word], n: usize) -> bool {
    let timexes = &article.analysis.timexes;
    let at = words[n].range.start;
    let index = timexes.partition_point(|it| it.range.end <= at);
    let dated = article.dated.get(index);
    let known = dated.is_none_or(|it| matches!(it.kind, TimexType::Date | TimexType::Time) || it.when.is_some());
    let vague = timexes.get(index).is_some_and(|it| matches!(it.expr, Expr::Vague(_)));
    let next = words[n..].iter().find(|it| it.tag != Tag::Time);
    let names_a_noun = vague && next.is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Name));
    known && !names_a_noun
}

/// The first word of what leads to the date at `n`; none where the date is part of what happened: "until Friday".
fn lead(text: &str, words: &[Word], clauses: &Clauses, n: usize, cues: &Cues) -> Option<usize> {
    let titles = &cues.titles;
    let said = |it: usize| words[it].of(text).to_lowercase();
    let mut start = n;
    let end = (n..words.len()).find(|&it| words[it].tag != Tag::Time).unwrap_or(words.len());
    // "at the end of Friday's talks" is "at the end of the talks".
    if words.get(end).is_some_and(|it| it.tag == Tag::Genitive) {
        return Some(n);
    }
    // "spend the day", "marks Friday as": the date is the object.
    let object = n > 0
        && crate::events::clause::lemma(words, n - 1, cues)
            .is_some_and(|it| matches!(it.word.as_str(), "spend" | "last" | "mark" | "set" | "celebrate" | "take" | "give"));
    if object && matches!(words[n - 1].tag, Tag::Finite | Tag::Infinitive | Tag::Ing) {
        return None;
    }
    while start > 0 {
        let before = said(start - 1);
        // "shortly after 1 p.m."
        let close = start >= 2 && matches!(said(start - 2).as_str(), "shortly" | "just" | "soon" | "immediately");
        if close && matches!(before.as_str(), "after" | "before") {
            start -= 2;
            continue;
        }
        if titles.bounds.contains(&before) && (start == n || before == "for") && words[start - 1].tag != Tag::Time {
            let names_noun = words.get(end).is_some_and(|it| matches!(it.tag, Tag::Genitive | Tag::Noun | Tag::Name));
            let dates_noun = before == "for" && start >= 2 && titles.dating.contains(&said(start - 2));
            if names_noun {
                break;
            }
            if !dates_noun {
                return None;
            }
        } else if !(titles.dropped.contains(&before)
            && matches!(
                words[start - 1].tag,
                Tag::Preposition | Tag::Adverb | Tag::Determiner | Tag::Noun | Tag::Ing | Tag::Subordinator
            ))
        {
            break;
        }
        // "the head of May": only "the course of May" is a part of it.
        if before == "of" {
            let part = start >= 2 && titles.parts.contains(&said(start - 2));
            if !part {
                return if start == n { None } else { Some(start) };
            }
            start -= 2;
            if start > 0 && matches!(said(start - 1).as_str(), "small" | "early" | "late" | "opening" | "pre-dawn" | "the") {
                start -= 1;
            }
            continue;
        }
        // "the" before a date that names a noun is the noun's: "the Friday talks".
        let noun = words.get(end).is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Name | Tag::Number));
        if noun && (before == "the" || before == "just") {
            break;
        }
        start -= 1;
    }
    // "talks planned for Friday", but "is planned for Friday".
    if start > 0 && start < n && titles.dating.contains(&said(start - 1)) {
        let verb =
            clauses.all.iter().any(|it| it.verb == start - 1 && it.group.is_some_and(|it| words[it.0].form.part == Part::Be));
        if verb && matches!(said(start - 1).as_str(), "scheduled" | "planned" | "set" | "due" | "slated" | "expected" | "dated") {
            return None;
        }
        if !verb && start >= 2 && matches!(words[start - 2].tag, Tag::Noun | Tag::Name | Tag::Comma) {
            start -= 1;
        }
    }
    Some(start)
}

/// The commas around a date go with it.
fn close(text: &str, words: &[Word], gone: &mut [bool], start: usize, end: usize) {
    let comma = |it: usize| words.get(it).is_some_and(|it| it.tag == Tag::Comma);
    if comma(end)
        && (start == 0 || comma(start - 1) || matches!(words[start - 1].of(text).to_lowercase().as_str(), "and" | "but" | "that"))
    {
        gone[end] = true;
        if start > 0 && comma(start - 1) {
            gone[start - 1] = true;
        }
    }
}
