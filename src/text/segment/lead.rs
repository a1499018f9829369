//! What stands glued before the first sentence: dateline, agency, byline, time of publication; and cross-heads within.

use super::abbreviation;
use crate::text::furniture::{Cues, DateWord};

/// How far into a paragraph a dateline may reach.
const REACH: usize = 700;

/// Where the first sentence begins, where something stands before it.
pub(super) fn end(text: &str, cues: &Cues) -> Option<usize> {
    let reach = (0..=REACH.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
    let head = &text[..reach];
    wire(head, cues)
        .or_else(|| credit(head, cues))
        .or_else(|| place(head))
        .or_else(|| date(head, cues))
        .filter(|it| *it < text.len())
}

/// "PLACE, March 2 (Agency) - ".
fn wire(head: &str, cues: &Cues) -> Option<usize> {
    for (open, _) in head.match_indices('(') {
        let close = open + head[open..].find(')')?;
        let name = head[open + 1..close].trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let after = &head[close + 1..];
        let dash = after.trim_start();
        let rest = dash.trim_start_matches(['-', '–', '—']);
        if rest.len() < dash.len() && cues.is_wire(&name.split_whitespace().collect::<Vec<_>>().join(" ")) {
            return Some(head.len() - rest.trim_start().len());
        }
    }
    None
}

/// "Photograph: Name Surname/Agency ": the line under a picture, run together with the text.
fn credit(head: &str, cues: &Cues) -> Option<usize> {
    if !cues.starts_caption(&head.to_lowercase()) {
        return None;
    }
    let mut words =
        words(head).take(8).skip_while(|it| !it.1.rsplit_once('/').is_some_and(|it| cues.is_agency(&it.1.to_lowercase())));
    words.next().and(words.next()).map(|it| it.0)
}

/// "KYIV, Ukraine — ", "MIAMI, Dec 20 (Some Wire) - ": capitals, perhaps more, then a dash between blanks.
fn place(head: &str) -> Option<usize> {
    let dash = [" - ", " – ", " — ", " -- "].iter().filter_map(|it| head.find(it).map(|at| (at, it.len()))).min()?;
    let (at, len) = dash;
    let place = &head[..at];
    let first = place.split([',', ' ', '/']).next()?;
    let shouts = first.chars().count() >= 3 && first.chars().all(char::is_uppercase);
    let n_words = place.split_whitespace().count();
    let all_capital = place.split_whitespace().all(|it| it.chars().next().is_some_and(|c| !c.is_lowercase()));
    (shouts && n_words <= 9 && all_capital && !place.contains([':', '?', '!', '"'])).then_some(at + len)
}

/// "Name | 09:53 AM, Thursday, 21 May 2009 ", "30 September 2011 Last updated at 06:15 GMT ".
fn date(head: &str, cues: &Cues) -> Option<usize> {
    let words: Vec<(usize, &str)> = words(head).take(60).collect();
    let class = |i: usize| words.get(i).and_then(|it| cues.date_word(&bare(it.1).to_lowercase()));
    let number = |i: usize| words.get(i).and_then(|it| bare(it.1).parse::<u32>().ok());
    let month = (0..words.len()).find(|i| {
        let is_year = |i: usize| number(i).is_some_and(|it| (1900..2100).contains(&it));
        let is_day = |i: usize| number(i).is_some_and(|it| (1..=31).contains(&it));
        class(*i) == Some(DateWord::Month) && ((*i > 0 && is_day(i - 1) && is_year(i + 1)) || (is_day(i + 1) && is_year(i + 2)))
    })?;
    let mut last = if number(month + 1).is_some_and(|it| it > 1000) { month + 1 } else { month + 2 };
    let ends_sentence = |i: usize| words.get(i).is_some_and(|it| it.1.ends_with(['.', ';', ':', '?', '!']));
    if ends_sentence(last) || (0..month).any(|i| ends_sentence(i) && class(i).is_none()) {
        return None;
    }
    let day_end = last;
    while words.get(last + 1).is_some() && !ends_sentence(last) && (class(last + 1).is_some() || is_clock(words[last + 1].1)) {
        last += 1;
    }
    // "Last updated at 06:15 GMT The": a word of time that begins a sentence belongs to it.
    while last > day_end && ["on", "at", "the", "first", "last", "of"].contains(&words[last].1.to_lowercase().as_str()) {
        last -= 1;
    }
    let before = (0..month).take_while(|i| class(*i).is_none() && number(*i).is_none() && !is_clock(words[*i].1)).count();
    let barred = words[..month].iter().any(|it| it.1 == "|" || it.1 == "•");
    let next = words.get(last + 1)?;
    let begins = next.1.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let timed = (day_end + 1..=last).any(|i| is_clock(words[i].1));
    ((before == 0 || barred || timed) && begins).then_some(next.0)
}

fn is_clock(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    (3..=6).contains(&digits) && word.contains([':', '.']) && word.chars().all(|c| c.is_ascii_digit() || ":.,apm".contains(c))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |it| (it.as_ptr() as usize - text.as_ptr() as usize, it))
}

/// How many bytes of a sentence are a cross-head in capitals: "ECB RISKS The Bundesbank is", "BACKLASH The plan".
pub(super) fn cross_head(sentence: &str) -> usize {
    let (mut n_shouted, mut longest) = (0, 0);
    for (at, word) in words(sentence) {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let shouted = letters > 0 && word.chars().all(|c| !c.is_lowercase());
        let plain_capital = {
            let mut chars = word.chars().filter(|c| c.is_alphabetic());
            chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
        };
        // "A" and "I" are capitals and yet begin sentences.
        if shouted && (letters > 1 || n_shouted > 0) && !(letters == 1 && abbreviation::is_starter(word)) {
            n_shouted += 1;
            longest = longest.max(letters);
            continue;
        }
        let starter = abbreviation::is_starter(bare(word));
        let heads = (n_shouted >= 2 && longest >= 5) || (n_shouted == 1 && longest >= 6 && starter);
        let begins = plain_capital || (letters == 1 && starter);
        return if heads && n_shouted <= 8 && begins { at } else { 0 };
    }
    0
}
