//! A sentence as words, each with what it does there: enough grammar to find who did what, without a trained model.

mod ahead;
mod settle;
mod split;

pub(crate) use split::split;

use super::cue::{Cues, Form, Part};
use crate::temporal::Timex;
use crate::text::TextRange;

/// What a word does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A noun, an adjective, or what stands like one.
    Noun,
    /// A capitalised word that does not merely open the sentence.
    Name,
    Determiner,
    Pronoun,
    Number,
    Preposition,
    Subordinator,
    /// "who", "which", "that" after a noun.
    Relative,
    /// "that" after a verb of saying.
    That,
    /// "and", "but", "or".
    Conjunction,
    Adverb,
    To,
    Not,
    /// The 's of a possessive.
    Genitive,
    /// A word of an expression of time.
    Time,
    /// A verb, or an auxiliary, that can have a subject.
    Finite,
    /// An infinitive or a verb after an auxiliary.
    Infinitive,
    /// A participle of the past.
    Participle,
    /// A form in -ing that is no noun.
    Ing,
    Comma,
    OpenQuote,
    CloseQuote,
    /// A dash, a semicolon, a colon, a parenthesis.
    Break,
    Stop,
}

/// One word or mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) range: TextRange,
    pub(crate) tag: Tag,
    pub(crate) form: Form,
    /// Whether it begins with a capital.
    pub(crate) caps: bool,
    /// Whether it stands inside quotation marks.
    pub(crate) quoted: bool,
}

impl Word {
    pub(crate) fn of<'a>(&self, text: &'a str) -> &'a str {
        self.range.of(text)
    }

    pub(crate) fn is_nominal(&self) -> bool {
        matches!(self.tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Determiner | Tag::Genitive | Tag::Pronoun)
    }

    pub(crate) fn is_auxiliary(&self) -> bool {
        matches!(self.form.part, Part::Be | Part::Have | Part::Do | Part::Modal)
    }
}

/// The words of a sentence. `timexes` are those of the whole text, in order.
pub(crate) fn words(text: &str, sentence: TextRange, timexes: &[Timex], cues: &Cues) -> Vec<Word> {
    let mut words = split(text, sentence, cues);
    let first = timexes.partition_point(|it| it.range.end <= sentence.start);
    for timex in timexes.iter().skip(first).take_while(|it| it.range.start < sentence.end) {
        let lo = words.partition_point(|it| it.range.end <= timex.range.start);
        for word in words.iter_mut().skip(lo).take_while(|it| it.range.start < timex.range.end) {
            word.tag = Tag::Time;
        }
    }
    settle::settle(text, &mut words, cues);
    words
}

/// Whether a noun stands for several.
pub(crate) fn is_plural(text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let said = words[n].of(text);
    match words[n].tag {
        Tag::Pronoun => matches!(said.to_lowercase().as_str(), "they" | "we" | "both" | "many" | "some" | "others"),
        Tag::Name => {
            said.ends_with('s') && n > 0 && words[n - 1].tag == Tag::Determiner
                || cues.names.demonyms.contains_key(said) && said.ends_with('s')
        }
        Tag::Noun if said.ends_with("men") => true,
        Tag::Noun => {
            said.ends_with('s')
                && !said.ends_with("ss")
                && !said.ends_with("us")
                && !said.ends_with("is")
                && !said.eq_ignore_ascii_case("news")
                || cues.plurals.iter().any(|it| it.eq_ignore_ascii_case(said))
        }
        _ => false,
    }
}
