//! Who says what a sentence tells: the speaker after it or within it, and where what is said begins.

use super::reader::Reader;
use super::{Hold, lemma};
use crate::events::word::Tag;

impl Reader<'_> {
    /// Where what is said begins, after a verb that takes no object: "said the changes proposed by A and B did not".
    pub(super) fn said_from(&self, top: usize, start: usize) -> Option<usize> {
        let verb = lemma(self.words, self.all[top].verb, self.cues)?;
        let plain = matches!(
            verb.word.as_str(),
            "say"
                | "think"
                | "believe"
                | "insist"
                | "argue"
                | "hope"
                | "feel"
                | "estimate"
                | "note"
                | "add"
                | "suggest"
                | "claim"
                | "remind"
                | "stress"
        );
        let mut from = self.all[top].group?.1;
        let has_content = self.all.iter().any(|it| it.parent == Some(top) && it.hold == Hold::Content);
        while from < start
            && (matches!(self.words[from].tag, Tag::Time | Tag::Adverb)
                || (self.words[from].tag == Tag::Preposition && self.words[from + 1].tag == Tag::Time))
        {
            from += 1;
        }
        (plain && !has_content && from < start && self.words[from].is_nominal()).then_some(from)
    }

    /// Opens what is said where a participle before its verb only tells which: "said the deal agreed for the port | would".
    pub(super) fn opens_said(&mut self, n: usize) -> bool {
        let it = self.all[self.top()];
        let Some((first, _)) = it.group.filter(|_| it.hold == Hold::Relative && !it.set_off) else { return false };
        let lead = self.phrase_start(n).checked_sub(1).map(|it| self.words[it].tag);
        let one_phrase = matches!(lead, Some(Tag::Preposition | Tag::Break | Tag::Time));
        let from = it.parent.filter(|&it| self.has_verb(it)).and_then(|parent| self.said_from(parent, n));
        let Some(from) = from.filter(|&from| one_phrase && from < it.start && self.words[first].tag == Tag::Participle) else {
            return false;
        };
        let which = self.top();
        self.pop(n);
        self.push(Hold::Content, from, None, false);
        self.own(from);
        self.owner[it.start..n].fill(which);
        self.all[which].parent = Some(self.top());
        true
    }

    /// Whether the sentence's first clause only says who speaks, within what is said: "Without rain, the minister told
    /// farmers, the harvest would fail".
    pub(super) fn is_inserted(&self, speaker: usize) -> bool {
        let Some((subject, _)) = self.all[speaker].subject.or_else(|| self.subject(speaker)) else { return false };
        let set_off = subject > 0 && self.words[subject - 1].tag == Tag::Comma;
        let verb = self.all[speaker].verb;
        let nothing_said = !self.all.iter().any(|it| it.parent == Some(speaker) && it.hold == Hold::Content);
        speaker == 0 && set_off && nothing_said && subject < verb && self.is_saying(verb)
    }

    /// Makes the first clause one of speech, and what stands before it part of the clause on top.
    pub(super) fn insert(&mut self, speaker: usize) {
        let Some((subject, end)) = self.all[speaker].subject.or_else(|| self.subject(speaker)) else { return };
        self.all[speaker].subject = Some((subject, end));
        (self.all[speaker].hold, self.all[speaker].start) = (Hold::Speech, subject);
        let told = self.top();
        self.owner[..subject].fill(told);
    }

    pub(super) fn speech(&mut self, start: usize, end: usize) {
        while self.open.len() > 1 {
            self.pop(end);
        }
        self.all[0].end = self.all[0].end.min(end);
        self.push(Hold::Speech, start, None, true);
        self.own(start);
    }
}
