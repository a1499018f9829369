//! What a sentence only supposes, and tells of nobody's doing: "if the vote fails", "it is unclear whether they met", "had she
//! resigned", "nobody believes that the deal will be signed".

use super::clause::{Clause, Clauses, Hold, lemma};
use super::cue::{Cues, Part, sense};
use super::word::{Tag, Word};

/// Whether a clause, or one that it hangs on, is only supposed.
pub(crate) fn is_supposed(text: &str, words: &[Word], clauses: &Clauses, n: usize, cues: &Cues) -> bool {
    clauses.outwards(n).any(|clause| {
        let content = clause.hold == Hold::Content;
        let parent = clause.parent.map(|it| &clauses.all[it]);
        clause.hold == Hold::Condition
            || content && words[clause.start].of(text) == "whether"
            || content && parent.is_some_and(|it| is_denied_thought(text, words, it, cues))
            || opens_with_condition(text, words, clause)
    })
}

/// "Had the minister resigned, ..."
fn opens_with_condition(text: &str, words: &[Word], clause: &Clause) -> bool {
    let opens = matches!(words[clause.start].of(text), "Had" | "Were" | "Should");
    let asks = words.last().is_some_and(|it| it.of(text) == "?");
    opens && !asks && words.get(clause.start + 1).is_some_and(|it| it.is_nominal())
}

/// "Nobody believes that", "the ministry has not confirmed that"
fn is_denied_thought(text: &str, words: &[Word], clause: &Clause, cues: &Cues) -> bool {
    let Some((first, end)) = clause.group else { return false };
    let thought = lemma(words, clause.verb, cues)
        .is_some_and(|it| it.sense & sense::SAYING != 0 || matches!(it.word.as_str(), "believe" | "think" | "expect"));
    let nobody = clause.subject.is_some_and(|(start, end)| {
        let opening = words[start].of(text).to_lowercase();
        matches!(opening.as_str(), "nobody" | "none" | "few" | "neither")
            || opening == "no" && end > start + 1 && words[start + 1].form.part != Part::Number
            || opening == "no" && words.get(start + 1).is_some_and(|it| it.of(text) == "one")
    });
    thought && (nobody || words[first..end].iter().any(|it| it.tag == Tag::Not))
}
