//! The verb group of a clause, the verb that tells, and the subject before it.

use super::reader::Reader;
use super::{Hold, lemma};
use crate::events::cue::Part;
use crate::events::word::Tag;

impl Reader<'_> {
    /// Reads the verb group that begins at `n` for the clause on top; gives the word after it.
    pub(super) fn group(&mut self, n: usize) -> usize {
        let top = self.top();
        let mut verb = n;
        let mut at = n + 1;
        while let Some(word) = self.words.get(at) {
            let leads = self.words[verb].is_auxiliary();
            if leads && matches!(word.tag, Tag::Infinitive | Tag::Participle | Tag::Ing) {
                verb = at;
            } else if leads && let Some(after) = self.inserted_time(at) {
                at = after;
                continue;
            } else if !matches!(word.tag, Tag::Adverb | Tag::Not) {
                break;
            }
            at += 1;
        }
        // "promised not | to close": what is not to be is the infinitive's.
        let not = |it: usize| self.words[it].tag == Tag::Not && it > verb && !self.words[verb].is_auxiliary();
        let end = (n..at).rev().find(|&it| !matches!(self.words[it].tag, Tag::Adverb | Tag::Time) && !not(it));
        let end = end.map_or(n + 1, |it| it + 1);
        let deed = self.deed(verb);
        let it = &mut self.all[top];
        (it.group, it.verb, it.deed) = (Some((n, end)), verb, deed);
        end
    }

    /// "had [in January] criticised", "was [on Friday] sentenced": where the group goes on after a time within it.
    fn inserted_time(&self, at: usize) -> Option<usize> {
        let tag = |n: usize| self.words.get(n).map(|it| it.tag);
        let time = if tag(at) == Some(Tag::Preposition) { at + 1 } else { at };
        let after = time + 1;
        (tag(time) == Some(Tag::Time) && matches!(tag(after), Some(Tag::Participle | Tag::Ing))).then_some(after)
    }

    /// The infinitive to which light verbs lead: "was scheduled to meet", "is to be held".
    fn deed(&self, verb: usize) -> usize {
        let light = self.words[verb].form.part == Part::Be
            || lemma(self.words, verb, self.cues).is_some_and(|it| self.cues.leading.contains(&it.word));
        if !light {
            return verb;
        }
        let mut at = verb + 1;
        while self.words.get(at).is_some_and(|it| {
            it.tag == Tag::Adverb || it.tag == Tag::Time || it.of(self.text) == "due" || it.of(self.text) == "likely"
        }) {
            at += 1;
        }
        if self.words.get(at).is_some_and(|it| it.tag == Tag::Ing && !it.is_auxiliary())
            && self.words[verb].form.part == Part::Open
        {
            return at;
        }
        if self.words.get(at).is_none_or(|it| it.tag != Tag::To) {
            return verb;
        }
        at += 1;
        while let Some(word) = self.words.get(at) {
            match word.tag {
                Tag::Adverb => at += 1,
                Tag::Infinitive | Tag::Participle | Tag::Ing if word.is_auxiliary() => at += 1,
                Tag::Infinitive | Tag::Participle | Tag::Ing => return self.deed(at),
                _ => break,
            }
        }
        verb
    }

    /// The subject of a clause: the first noun phrase before its verb that no preposition leads.
    pub(super) fn subject(&self, clause: usize) -> Option<(usize, usize)> {
        let it = self.all[clause];
        let (verb, _) = it.group?;
        if it.hold == Hold::Speech && it.start >= verb {
            let end = (it.group?.1..self.words.len()).take_while(|&n| self.words[n].is_nominal()).last()? + 1;
            return Some((it.group?.1, end));
        }
        let mut mine: Vec<usize> = (it.start..verb).filter(|&n| self.owner[n] == clause).collect();
        // "“Next stop: Oslo,” he wrote": nothing of what is quoted is the subject.
        let unquoted = mine.iter().rposition(|&n| self.words[n].tag == Tag::CloseQuote && !self.words[verb].quoted);
        if let Some(after) = unquoted.filter(|&it| mine[it + 1..].iter().any(|&n| self.words[n].is_nominal())) {
            mine.drain(..=after);
        }
        let mut at = 0;
        while at < mine.len() {
            let end = mine[at..].iter().position(|&n| matches!(self.words[n].tag, Tag::Comma)).map_or(mine.len(), |it| at + it);
            let piece = &mine[at..end];
            // "The same day, police": a time that no rule knows.
            let is_time = piece.last().is_some_and(|&n| {
                matches!(
                    self.words[n].of(self.text),
                    "day"
                        | "week"
                        | "month"
                        | "year"
                        | "morning"
                        | "evening"
                        | "night"
                        | "afternoon"
                        | "time"
                        | "moment"
                        | "hours"
                        | "weeks"
                        | "months"
                )
            });
            if is_time && end < mine.len() {
                at = end + 1;
                continue;
            }
            let first = piece.iter().position(|&n| {
                !matches!(
                    self.words[n].tag,
                    Tag::Adverb
                        | Tag::Conjunction
                        | Tag::That
                        | Tag::Subordinator
                        | Tag::OpenQuote
                        | Tag::CloseQuote
                        | Tag::Break
                        | Tag::Not
                )
            });
            if let Some(first) = first {
                let begins = piece[first];
                let word = self.words[begins];
                // "At least 40 people"
                let counted = word.of(self.text).eq_ignore_ascii_case("at")
                    && piece.get(first + 1).is_some_and(|&n| matches!(self.words[n].of(self.text), "least" | "most"));
                if counted {
                    return Some((begins, piece[piece.len() - 1] + 1));
                }
                let time_first = word.tag == Tag::Time
                    && piece.get(first + 1).is_some_and(|&n| {
                        self.words[n].is_nominal() && self.words[n].tag != Tag::Determiner && self.words[n].tag != Tag::Pronoun
                    });
                if word.is_nominal() || time_first || (word.tag == Tag::Ing && end == mine.len()) {
                    // "France, Spain and Italy signed": a list is one subject, an apposition is none.
                    let rest = mine.get(end + 1..).unwrap_or(&[]);
                    let list = rest.iter().any(|&n| self.words[n].tag == Tag::Conjunction)
                        && rest.iter().all(|&n| {
                            matches!(self.words[n].tag, Tag::Noun | Tag::Name | Tag::Comma | Tag::Conjunction | Tag::Number)
                        });
                    if let Some(&last) = rest.last().filter(|_| list) {
                        return Some((begins, last + 1));
                    }
                    let last = piece[piece.len() - 1];
                    return Some((begins, last + 1));
                }
                // "In Lima the two men met", "In Lima Karl Brandt met": after a place begins another phrase.
                if let Some(from) = self.after_place(piece, first).filter(|_| end == mine.len()) {
                    return Some((piece[from], piece[piece.len() - 1] + 1));
                }
                // "In Moscow on Friday police arrested": the subject begins after the date.
                // "In an address to the nation Holm spoke": a name straight after a noun is another phrase.
                let name = piece.iter().rposition(|&n| self.words[n].tag != Tag::Name).map(|it| it + 1).filter(|&it| {
                    it < piece.len() && it >= 2 && self.words[piece[it - 1]].tag == Tag::Noun && !self.words[piece[it - 1]].caps
                });
                if let Some(from) = name.filter(|_| end == mine.len() && word.tag == Tag::Preposition) {
                    return Some((piece[from], piece[piece.len() - 1] + 1));
                }
                let after_time = piece.iter().rposition(|&n| self.words[n].tag == Tag::Time).map(|it| it + 1);
                let rest = mine.get(end..).unwrap_or(&[]);
                let last = rest.iter().all(|&n| matches!(self.words[n].tag, Tag::Comma | Tag::Adverb));
                if last && let Some(from) = after_time.filter(|&from| from < piece.len() && self.words[piece[from]].is_nominal())
                {
                    return Some((piece[from], piece[piece.len() - 1] + 1));
                }
            }
            at = end + 1;
        }
        None
    }

    /// Where a phrase begins after a preposition and the name of a place.
    fn after_place(&self, piece: &[usize], first: usize) -> Option<usize> {
        let tag = |it: usize| piece.get(it).map(|&n| self.words[n].tag);
        if tag(first) != Some(Tag::Preposition) || tag(first + 1) != Some(Tag::Name) {
            return None;
        }
        let names = (first + 1..piece.len()).take_while(|&it| tag(it) == Some(Tag::Name)).count();
        let after = first + 1 + names;
        if tag(after) == Some(Tag::Determiner) {
            return Some(after);
        }
        // The longest known place that leaves a name.
        (1..names.min(4)).rev().map(|it| first + 1 + it).find(|&it| {
            let place: Vec<&str> = piece[first + 1..it].iter().map(|&n| self.words[n].of(self.text)).collect();
            self.cues.names.places.contains(&place.join(" "))
        })
    }
}
