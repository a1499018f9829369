//! Decides what each word of a sentence does, left to right, from its forms and its neighbours.

use super::ahead::{after_speech, ahead_is_finite, closes_before_verb, guessed, is_reduced};
use super::{Tag, Word, is_plural};
use crate::events::cue::{Cues, Form, Part, form};

/// Decides what each word does, left to right, from its forms and its neighbours.
pub(super) fn settle(text: &str, words: &mut [Word], cues: &Cues) {
    let mut finite_seen = false;
    // Whether a verb was seen before the ", who ..." that is open.
    let mut outside: Option<bool> = None;
    for n in 0..words.len() {
        let word = words[n];
        if word.tag == Tag::Comma
            && let Some(seen) = outside.take()
        {
            finite_seen = seen;
        }
        if word.tag != Tag::Noun {
            if matches!(word.tag, Tag::Break | Tag::OpenQuote | Tag::CloseQuote) && !matches!(word.of(text), "(" | ")") {
                finite_seen = false;
            }
            continue;
        }
        let said = word.of(text);
        let opens = n == 0 || matches!(words[n - 1].tag, Tag::OpenQuote | Tag::Stop) || (n == 1 && words[0].tag == Tag::Break);
        let before = before(text, words, n);
        let after = words.get(n + 1).copied();
        let acronym = is_acronym(text, words, n);
        let tag = match word.form.part {
            _ if acronym && word.form.part != Part::Open => Tag::Name,
            _ if said.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£')) => Tag::Number,
            Part::Open
                if said
                    .split_once('-')
                    .is_some_and(|(tens, ones)| cues.form(tens).part == Part::Number && cues.form(ones).part == Part::Number) =>
            {
                Tag::Number
            }
            Part::Open => Tag::Noun,
            _ if word.caps && !opens && said.len() > 1 && !is_titled(words, n) => Tag::Name,
            Part::Determiner => Tag::Determiner,
            Part::Number => Tag::Number,
            Part::Adverb => Tag::Adverb,
            Part::Not => Tag::Not,
            Part::Subordinator => Tag::Subordinator,
            Part::Preposition => Tag::Preposition,
            Part::Pronoun => Tag::Pronoun,
            Part::Be | Part::Have | Part::Do | Part::Modal => Tag::Finite,
        };
        let lower = if word.caps { said.to_lowercase() } else { String::new() };
        let lower = if word.caps { lower.as_str() } else { said };
        let tag = match lower {
            _ if acronym => tag,
            "and" | "or" | "but" | "nor" => Tag::Conjunction,
            "to" => Tag::To,
            "who" | "which" | "whom" | "whose" => Tag::Relative,
            "that" => that(words, n, cues),
            _ => tag,
        };
        let tag = match tag {
            Tag::Finite => auxiliary(lower, word.form, before),
            Tag::Noun => open(text, words, n, before, after, opens, finite_seen, cues),
            Tag::Subordinator | Tag::Preposition
                if before.is_some_and(|it| it.tag == Tag::Determiner) && (word.form.verb != 0 || word.form.noun != 0) =>
            {
                Tag::Noun
            }
            it => it,
        };
        if tag == Tag::Noun && word.form.verb == 0 {
            words[n].form.verb = 0;
        }
        match tag {
            Tag::Finite => finite_seen = true,
            Tag::Relative if n > 0 && words[n - 1].tag == Tag::Comma => {
                outside = Some(finite_seen);
                finite_seen = false;
            }
            Tag::Conjunction | Tag::Relative | Tag::That | Tag::Subordinator => finite_seen = false,
            // "studied what the envoy brought"
            _ if lower == "what" => finite_seen = false,
            _ => {}
        }
        words[n].tag = tag;
        if matches!(tag, Tag::Finite | Tag::Infinitive | Tag::Participle | Tag::Ing) && words[n].form.verb == 0 {
            words[n].form.verb = guessed(said);
        }
    }
    for n in 0..words.len() {
        let said = words[n].of(text);
        if words[n].tag == Tag::Subordinator
            && ["after", "before", "since", "until", "as", "than"].iter().any(|it| said.eq_ignore_ascii_case(it))
        {
            let leads = words[n + 1..]
                .iter()
                .take_while(|it| {
                    !matches!(
                        it.tag,
                        Tag::Comma | Tag::Break | Tag::Stop | Tag::CloseQuote | Tag::Relative | Tag::That | Tag::Subordinator
                    )
                })
                .any(|it| it.tag == Tag::Finite);
            // "Before dawn they left": what follows is a time and no clause.
            let at = (n + 1..words.len()).find(|&it| words[it].tag != Tag::Time).unwrap_or(words.len());
            let time = at > n + 1 && words.get(at).is_none_or(|it| it.tag != Tag::Genitive) && !said.eq_ignore_ascii_case("as");
            if !leads || time {
                words[n].tag = Tag::Preposition;
            }
        }
    }
}

/// The word before, over adverbs and what stands in parentheses.
fn before(text: &str, words: &[Word], n: usize) -> Option<Word> {
    let mut depth = 0;
    for word in words[..n].iter().rev() {
        match word.of(text) {
            ")" => depth += 1,
            "(" if depth > 0 => depth -= 1,
            _ if depth > 0 || matches!(word.tag, Tag::Adverb | Tag::Not) => {}
            _ => return Some(*word),
        }
    }
    None
}

/// "US", "WHO": a word in capitals among others that are not is no pronoun.
fn is_acronym(text: &str, words: &[Word], n: usize) -> bool {
    let shouts = |n: usize| {
        words.get(n).is_some_and(|it| {
            let said = it.of(text);
            said.len() > 1 && said.chars().all(char::is_uppercase)
        })
    };
    shouts(n) && !shouts(n + 1) && !n.checked_sub(1).is_some_and(shouts)
}

/// Whether nearly every word around is capitalised, as in a headline.
fn is_titled(words: &[Word], n: usize) -> bool {
    let around = words.iter().skip(n.saturating_sub(4)).take(9).filter(|it| it.range.end - it.range.start > 3);
    let (mut all, mut caps) = (0, 0);
    for word in around {
        all += 1;
        caps += usize::from(word.caps);
    }
    all > 3 && caps >= all
}

fn that(words: &[Word], n: usize, cues: &Cues) -> Tag {
    let before = n.checked_sub(1).map(|it| words[it]);
    let after = words[n + 1..].iter().find(|it| it.form.part != Part::Adverb);
    let verb_after = after.is_some_and(|it| {
        it.is_auxiliary() || (it.form.verb & (form::PAST | form::THIRD) != 0 && it.form.part == Part::Open && !it.caps)
    });
    match before {
        Some(it) if matches!(it.tag, Tag::Noun | Tag::Name | Tag::Time) && verb_after => Tag::Relative,
        Some(it) if matches!(it.tag, Tag::Preposition) => Tag::Pronoun,
        Some(it)
            if cues.verb(it.form).is_some() && matches!(it.tag, Tag::Finite | Tag::Participle | Tag::Ing | Tag::Infinitive) =>
        {
            Tag::That
        }
        Some(it) if matches!(it.tag, Tag::Noun | Tag::Name | Tag::Time | Tag::Adverb | Tag::Comma | Tag::Conjunction) => {
            Tag::That
        }
        _ if verb_after => Tag::Pronoun,
        _ => Tag::Determiner,
    }
}

fn auxiliary(lower: &str, form: Form, before: Option<Word>) -> Tag {
    let after_to = before.is_some_and(|it| it.tag == Tag::To || it.form.part == Part::Modal || it.form.part == Part::Do);
    match lower {
        "been" => Tag::Participle,
        "being" | "having" => Tag::Ing,
        "be" => Tag::Infinitive,
        "do" | "have" if after_to => Tag::Infinitive,
        "s" | "d" | "m" | "re" | "ve" | "ll" if before.is_none_or(|it| it.tag != Tag::Pronoun) => Tag::Noun,
        _ if form.part == Part::Modal && before.is_some_and(|it| it.tag == Tag::Determiner) => Tag::Noun,
        _ => Tag::Finite,
    }
}

#[expect(clippy::too_many_arguments, reason = "the neighbours of a word are many")]
fn open(
    text: &str,
    words: &[Word],
    n: usize,
    before: Option<Word>,
    after: Option<Word>,
    opens: bool,
    finite_seen: bool,
    cues: &Cues,
) -> Tag {
    let word = words[n];
    let said = word.of(text);
    let forms = if word.form.verb != 0 { word.form.verb } else { guessed(said) };
    let nominal = if word.caps && !opens { Tag::Name } else { Tag::Noun };
    // "quickly", "Tellingly, the board"
    let opening = || {
        let named = cues.names.places.contains(said) || cues.names.first.contains(said);
        opens && said.len() > 6 && after.is_some_and(|it| it.tag == Tag::Comma) && !named
    };
    if said.ends_with("ly") && said.len() > 4 && (!word.caps || opening()) {
        return Tag::Adverb;
    }
    // "began to sketch a plan": a verb that no list knows.
    let twin = || words[..n].iter().rev().find(|it| matches!(it.tag, Tag::Finite | Tag::Infinitive | Tag::Participle | Tag::Ing));
    let to = before
        .is_some_and(|it| it.tag == Tag::To || it.tag == Tag::Conjunction && twin().is_some_and(|it| it.tag == Tag::Infinitive));
    let verbal = ["ize", "ise", "ify"].iter().any(|it| said.ends_with(it));
    let object = after.is_some_and(|it| it.form.part == Part::Determiner && !it.caps || verbal);
    if forms == 0 && to && object && !word.caps {
        return Tag::Infinitive;
    }
    // "an email dated 5 May"
    if said == "dated" && after.is_some_and(|it| it.tag == Tag::Time) {
        return Tag::Participle;
    }
    // "who chairs the meetings"
    let third = before.is_some_and(|it| it.tag == Tag::Relative && it.of(text) == "who") && said.ends_with('s') && !word.caps;
    if forms == 0 && third && object {
        return Tag::Finite;
    }
    if forms == 0 || (word.caps && !opens && !is_titled(words, n)) {
        return nominal;
    }
    let Some(before) = before else {
        return if forms & form::ING != 0 { Tag::Ing } else { nominal };
    };
    let has = |bits: u8| forms & bits != 0;
    let is_noun_too = word.form.noun != 0 || word.form.nounish;
    let next_opens_phrase = after.is_none_or(|it| {
        matches!(it.tag, Tag::Comma | Tag::Stop | Tag::Time | Tag::OpenQuote | Tag::CloseQuote | Tag::Break)
            || it.caps
            || it.of(text).starts_with(|it: char| it.is_ascii_digit())
            || matches!(
                it.form.part,
                Part::Determiner | Part::Pronoun | Part::Preposition | Part::Number | Part::Adverb | Part::Subordinator
            )
            || matches!(it.of(text), "to" | "that" | "and" | "or")
    });
    match before.tag {
        Tag::Finite | Tag::Infinitive | Tag::Participle | Tag::Ing if before.is_auxiliary() => match before.form.part {
            Part::Modal | Part::Do if has(form::BASE) => Tag::Infinitive,
            Part::Be if has(form::ING) => Tag::Ing,
            Part::Be | Part::Have if has(form::PARTICIPLE) => Tag::Participle,
            _ => nominal,
        },
        Tag::To if has(form::BASE) => Tag::Infinitive,
        Tag::To if has(form::ING) => Tag::Ing,
        Tag::Determiner | Tag::Genitive | Tag::Number if has(form::ING) && !next_opens_phrase => nominal,
        Tag::Number if has(form::PARTICIPLE) && !is_noun_too => {
            // "12 people were killed and 40 wounded"
            let twin = words[..n].windows(2).any(|it| it[0].form.part == Part::Be && it[1].tag == Tag::Participle);
            let listed = n >= 2 && words[n - 2].tag == Tag::Conjunction;
            if listed && twin || ahead_is_finite(text, words, n) { Tag::Participle } else { Tag::Finite }
        }
        Tag::Determiner | Tag::Genitive | Tag::Number | Tag::To => nominal,
        Tag::Preposition => {
            if has(form::ING) {
                Tag::Ing
            } else {
                nominal
            }
        }
        Tag::Pronoun | Tag::Relative if has(form::PAST | form::THIRD | form::BASE) => Tag::Finite,
        Tag::Conjunction => {
            let twin =
                words[..n].iter().rev().find(|it| matches!(it.tag, Tag::Finite | Tag::Participle | Tag::Infinitive | Tag::Ing));
            match twin {
                Some(it) if it.tag == Tag::Infinitive && has(form::BASE) && !has(form::PAST) && next_opens_phrase => {
                    Tag::Infinitive
                }
                Some(it) if it.tag == Tag::Ing && has(form::ING) => Tag::Ing,
                // "..., and said": a second deed of saying, no second participle.
                Some(_) if n >= 2 && words[n - 2].tag == Tag::Comma && has(form::PAST) && says(word, cues) => Tag::Finite,
                Some(it) if it.tag == Tag::Participle && has(form::PARTICIPLE) && !is_noun_too => Tag::Participle,
                Some(it) if it.tag == Tag::Finite && has(form::PAST) && (!is_noun_too || next_opens_phrase) => Tag::Finite,
                Some(it) if it.tag == Tag::Finite && has(form::THIRD) && !is_noun_too && next_opens_phrase => Tag::Finite,
                _ if has(form::ING) => Tag::Ing,
                _ => nominal,
            }
        }
        Tag::Finite
        | Tag::Infinitive
        | Tag::Participle
        | Tag::Ing
        | Tag::That
        | Tag::Subordinator
        | Tag::OpenQuote
        | Tag::Break
        | Tag::Stop => {
            if has(form::ING) {
                Tag::Ing
            } else if has(form::PARTICIPLE) && (before.tag == Tag::Subordinator || next_opens_phrase) && !has(form::BASE) {
                Tag::Participle
            } else {
                nominal
            }
        }
        Tag::Noun
        | Tag::Name
        | Tag::Comma
        | Tag::Time
        | Tag::CloseQuote
        | Tag::Adverb
        | Tag::Not
        | Tag::Pronoun
        | Tag::Relative => {
            if has(form::ING) {
                // "access to emergency funding": what a preposition leads, and nothing follows.
                let lead = words[..n].iter().rev().find(|it| it.tag != Tag::Noun);
                let led = before.tag == Tag::Noun
                    && !before.of(text).ends_with('s')
                    && lead.is_some_and(|it| it.tag == Tag::To || it.tag == Tag::Preposition && it.of(text) != "with")
                    && after.is_none_or(|it| matches!(it.tag, Tag::Comma | Tag::Stop) || it.form.part == Part::Subordinator);
                return if before.tag == Tag::Noun && (is_noun_too || led) { nominal } else { Tag::Ing };
            }
            if has(form::PAST) && !(is_noun_too && has(form::BASE) && (finite_seen || !next_opens_phrase)) {
                let set_off =
                    before.tag == Tag::Comma && !finite_seen && has(form::PARTICIPLE) && closes_before_verb(text, words, n);
                if set_off {
                    return Tag::Participle;
                }
                let reduced = has(form::PARTICIPLE)
                    && (finite_seen && before.tag != Tag::CloseQuote && !after_speech(text, words, n, cues)
                        || is_reduced(text, words, n, cues));
                return if reduced { Tag::Participle } else { Tag::Finite };
            }
            if has(form::PARTICIPLE) && !has(form::PAST | form::BASE) {
                return Tag::Participle;
            }
            if before.tag == Tag::Comma && !after_speech(text, words, n, cues) && finite_seen {
                return nominal;
            }
            let plural = head(words, n).is_some_and(|it| is_plural(text, words, it, cues) || is_second_name(words, it));
            let closed = after.is_none_or(|it| matches!(it.tag, Tag::Comma | Tag::Stop));
            let clear = if is_noun_too { next_opens_phrase && !closed } else { true };
            let fits = (has(form::THIRD) && !plural || has(form::BASE) && plural) && clear;
            // "The deal means 20 offices will open": what it means has its own verb.
            let means = said == "means"
                && after.is_some_and(|it| {
                    matches!(it.form.part, Part::Determiner | Part::Number)
                        || it.of(text).starts_with(|c: char| c.is_ascii_digit())
                });
            // "The banks reopen with limits imposed on cash": what can be nothing but the verb of several is theirs.
            let sure = plural && !is_noun_too && has(form::BASE) && before.tag == Tag::Noun;
            let ahead = said != "says" && !means && !sure && ahead_is_finite(text, words, n);
            if fits && (!finite_seen || after_speech(text, words, n, cues)) && !ahead {
                return Tag::Finite;
            }
            nominal
        }
    }
}

fn says(word: Word, cues: &Cues) -> bool {
    cues.verb(word.form).is_some_and(|it| it.class == "say")
}

/// Whether a name is the second of two: "Holm and Berg".
fn is_second_name(words: &[Word], n: usize) -> bool {
    let start = (0..n).rev().find(|&it| words[it].tag != Tag::Name).unwrap_or(0);
    words[n].tag == Tag::Name && start > 0 && words[start].tag == Tag::Conjunction && words[start - 1].tag == Tag::Name
}

/// The head of the noun phrase that opens the clause in which a word stands.
fn head(words: &[Word], n: usize) -> Option<usize> {
    let opens = |it: &Word| {
        matches!(
            it.tag,
            Tag::Subordinator
                | Tag::That
                | Tag::Relative
                | Tag::Conjunction
                | Tag::Comma
                | Tag::Break
                | Tag::OpenQuote
                | Tag::CloseQuote
                | Tag::Finite
                | Tag::Stop
        )
    };
    let start = words[..n].iter().rposition(opens).map_or(0, |it| it + 1);
    // "“in a mess” over the ferries": what a preposition leads after a quotation is no subject.
    if start > 0 && words[start - 1].tag == Tag::CloseQuote && words[start].tag == Tag::Preposition {
        return None;
    }
    let first = (start..n).find(|&it| matches!(words[it].tag, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number))?;
    (first..n).take_while(|&it| words[it].is_nominal()).last()
}
