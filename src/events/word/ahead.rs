//! What the rest of a sentence says of a word: whether its verb is still to come, whether a speaker stands before it.

use super::{Tag, Word};
use crate::events::cue::{Cues, Part, form, holds, sense};

/// Forms of a word that the data do not know, told by its ending.
pub(super) fn guessed(word: &str) -> u8 {
    if word.len() < 5 || word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return 0;
    }
    if word.ends_with("ed") && !word.ends_with("eed") {
        return form::PAST | form::PARTICIPLE;
    }
    if word.ends_with("ing") && word.len() > 5 {
        return form::ING;
    }
    0
}

/// Whether the word is a verb of saying that a speaker stands before, late in a sentence: "..., officials said".
pub(super) fn after_speech(_text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let saying = cues.verb(words[n].form).is_some_and(|it| it.sense & sense::SAYING != 0);
    // "Holm, the mayor, said the deal agreed for the port": who speaks has spoken.
    let open = words[..n].iter().rev().take(12).take_while(|it| it.tag != Tag::Finite);
    saying && open.into_iter().any(|it| matches!(it.tag, Tag::Comma | Tag::CloseQuote))
}

/// Whether a participle after a noun only tells which: "talks held in Florida were good".
pub(super) fn is_reduced(text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let Some(after) = words.get(n + 1) else { return false };
    // Nobody is fled or collapsed: such a verb is the sentence's own.
    if cues.verb(words[n].form).is_some_and(|it| cues.suffered_by_none.contains(&it.word)) {
        return false;
    }
    let by = after.of(text) == "by" || (after.of(text) == "to" && holds(&cues.day.foreseen, words[n].of(text)));
    // "A video posted on Monday shows": what is put out says nothing itself.
    let put_out = holds(&cues.day.put_out, words[n].of(text));
    let saying = !put_out && cues.verb(words[n].form).is_some_and(|it| it.sense & sense::SAYING != 0);
    let phrase = after.tag == Tag::Time
        || matches!(after.form.part, Part::Preposition | Part::Adverb)
        || matches!(after.of(text), "to")
        || holds(&cues.day.named, words[n].of(text));
    by || put_out && phrase && is_led(text, words, n)
        || (phrase && (!saying || after.of(text) == "to" || is_thing(text, words, n, cues)) && ahead_is_finite(text, words, n))
}

/// "The plan agreed for the port will": what is agreed, where one phrase parts it from the verb to come.
fn is_thing(text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let deed = cues.verb(words[n].form).is_some_and(|it| it.sense & (sense::EVENT | sense::ACT) != 0);
    let phrase = words.get(n + 1).is_some_and(|it| it.form.part == Part::Preposition);
    let verb = (n + 2..words.len().min(n + 10)).find(|&it| words[it].is_auxiliary());
    let one = |it: usize| {
        !matches!(words[it].form.part, Part::Pronoun | Part::Subordinator)
            && words[it].tag != Tag::Comma
            && (words[it].form.part != Part::Determiner || words[it - 1].form.part == Part::Preposition)
            && words[it].of(text) != "that"
    };
    let head = n.checked_sub(1).is_some_and(|it| words[it].tag == Tag::Noun);
    deed && head && phrase && verb.is_some_and(|verb| verb > n + 2 && (n + 2..verb).all(one))
}

/// "In remarks | published on Monday, Holm": what a preposition leads at the head of a sentence is no subject.
fn is_led(text: &str, words: &[Word], n: usize) -> bool {
    let start = (0..n).rev().find(|&it| !words[it].is_nominal());
    let after = words[n + 1..].iter().find(|it| it.tag == Tag::Comma);
    start == Some(0) && words[0].tag == Tag::Preposition && words[0].of(text).eq_ignore_ascii_case("in") && after.is_some()
}

/// Whether a verb that needs the same subject comes later in the clause.
pub(super) fn ahead_is_finite(text: &str, words: &[Word], n: usize) -> bool {
    let mut before = words[n];
    // After one comma only the verb itself may follow: "held in Oslo, were"; after two the aside is closed.
    let (mut commas, mut aside) = (0, false);
    // The verb after "after" belongs to what came after.
    let mut inner = false;
    for word in words.iter().skip(n + 1).take(24) {
        let said = word.of(text);
        if word.tag == Tag::Time {
            before = *word;
            continue;
        }
        if matches!(word.tag, Tag::Break | Tag::OpenQuote | Tag::CloseQuote | Tag::Stop)
            || matches!(said, "who" | "which" | "that" | "and" | "but" | "whose" | "than")
            || word.form.part == Part::Subordinator && !matches!(said, "after" | "before" | "as" | "since")
            || word.form.part == Part::Pronoun
        {
            return false;
        }
        inner |= matches!(said, "after" | "before" | "as" | "since");
        let bare = before.of(text) != "to" && before.form.part != Part::Pronoun && before.tag != Tag::Comma;
        let auxiliary = word.is_auxiliary()
            && !matches!(said, "being" | "been" | "be" | "having")
            && before.form.part != Part::Be
            && said != "s";
        let past = word.form.part == Part::Open
            && word.form.verb & form::PAST != 0
            && word.form.noun == 0
            && !matches!(before.form.part, Part::Determiner | Part::Preposition | Part::Be | Part::Have)
            && before.tag != Tag::Comma
            && !word.caps;
        let present = word.form.part == Part::Open
            && word.form.verb & form::THIRD != 0
            && (word.form.noun == 0 && !word.form.nounish || opens_object(text, words, word))
            && !matches!(before.form.part, Part::Determiner | Part::Preposition)
            && !word.caps;
        if (auxiliary || past || present) && (bare || before.tag == Tag::Comma && auxiliary) && (commas % 2 == 0 || !aside) {
            if !inner {
                return true;
            }
            inner = false;
        }
        if word.tag == Tag::Comma && before.tag == Tag::Comma {
            return false;
        }
        if word.tag == Tag::Comma {
            commas += 1;
            aside = false;
        } else if word.form.part != Part::Adverb {
            aside = true;
        }
        before = *word;
    }
    false
}

/// "The video posted on Monday shows a tank": what follows can only be an object.
fn opens_object(text: &str, words: &[Word], word: &Word) -> bool {
    let next = words.iter().find(|it| it.range.start >= word.range.end);
    next.is_some_and(|it| it.form.part == Part::Determiner || it.of(text) == "that")
}

/// Whether a comma and then a verb follow: "The decision, announced on Saturday, stunned ...".
pub(super) fn closes_before_verb(text: &str, words: &[Word], n: usize) -> bool {
    let Some(comma) = (n + 1..words.len().min(n + 24)).find(|&it| words[it].tag == Tag::Comma) else { return false };
    let next = words[comma + 1..].iter().find(|it| it.form.part != Part::Adverb && !it.of(text).ends_with("ly"));
    next.is_some_and(|it| {
        it.is_auxiliary()
            || (it.form.part == Part::Open && !it.caps && (it.form.verb | guessed(it.of(text))) & (form::PAST | form::THIRD) != 0)
    })
}
