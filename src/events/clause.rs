//! The clauses of a sentence: who did what in each, how they hang together, and which words belong to which.

mod group;
mod reader;
mod speech;

pub(crate) use reader::clauses;

use super::cue::{Cues, Lemma, Part, form};
use super::word::Word;

/// How a clause hangs on the rest of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// The sentence's own matter.
    Main,
    /// What somebody says or thinks.
    Content,
    /// "who ...", "which ...", "that ..." after a noun.
    Relative,
    /// "after ...", "while ...".
    Adverbial,
    /// "if ...".
    Condition,
    /// ", officials said": who says what the sentence tells.
    Speech,
}

/// One clause: a stretch of words that holds at most one finite verb of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) hold: Hold,
    /// Its first word, and the word after its last; clauses inside it lie between.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) parent: Option<usize>,
    /// The words of its subject without what is set off by commas.
    pub(crate) subject: Option<(usize, usize)>,
    /// The verb group, "has been told": its first word, and the word after its last.
    pub(crate) group: Option<(usize, usize)>,
    /// The verb itself ("told"), or the infinitive that a light verb leads to ("meet" in "was scheduled to meet").
    pub(crate) verb: usize,
    pub(crate) deed: usize,
    /// Whether a comma sets it off.
    pub(crate) set_off: bool,
}

/// The clauses of a sentence, and for each word the clause that holds it.
pub(crate) struct Clauses {
    pub(crate) all: Vec<Clause>,
    pub(crate) owner: Vec<usize>,
}

impl Clauses {
    /// A clause and those that it lies inside, outwards.
    pub(crate) fn outwards(&self, n: usize) -> impl Iterator<Item = &Clause> {
        std::iter::successors(Some(&self.all[n]), |it| it.parent.map(|it| &self.all[it]))
    }

    /// Whether a clause is one of a noun, or lies inside one: "who say they won".
    pub(crate) fn lies_in_aside(&self, n: usize) -> bool {
        self.outwards(n).any(|it| it.hold == Hold::Relative)
    }

    /// Whether `inner` is `outer` or lies inside it.
    pub(crate) fn lies_in(&self, inner: usize, outer: usize) -> bool {
        inner == outer || self.outwards(inner).any(|it| it.parent == Some(outer))
    }
}

/// The lemma of a verb in the sentence.
pub(crate) fn lemma<'a>(words: &[Word], n: usize, cues: &'a Cues) -> Option<&'a Lemma> {
    cues.verb(words.get(n)?.form)
}

/// Whether the verb goes with an adverb that makes another verb of it: "called off", "turned down".
pub(crate) fn is_phrasal(text: &str, words: &[Word], verb: usize) -> bool {
    words.get(verb + 1).is_some_and(|it| matches!(it.of(text), "off" | "out" | "up" | "down" | "back" | "away" | "over"))
}

/// Whether the clause is told in the past: "met", "has met", "was held".
pub(crate) fn is_past(words: &[Word], clause: &Clause) -> bool {
    let Some((first, _)) = clause.group else { return false };
    let word = words[first];
    match word.form.part {
        Part::Modal => false,
        Part::Have => true,
        Part::Be | Part::Do => word.form.verb & form::PAST != 0,
        _ if word.tag == crate::events::word::Tag::Participle => true,
        _ => word.form.verb & form::PAST != 0,
    }
}
