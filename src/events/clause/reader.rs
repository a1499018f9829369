//! Opens and closes the clauses of a sentence from left to right.

use super::{Clause, Clauses, Hold, lemma};
use crate::events::cue::{Cues, sense};
use crate::events::word::{Tag, Word};

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) cues: &'a Cues,
    pub(super) all: Vec<Clause>,
    pub(super) owner: Vec<usize>,
    pub(super) open: Vec<usize>,
}

/// Reads the clauses of a sentence from left to right.
pub(crate) fn clauses(text: &str, words: &[Word], cues: &Cues) -> Clauses {
    let mut reader = Reader { text, words, cues, all: Vec::new(), owner: vec![0; words.len()], open: Vec::new() };
    reader.push(Hold::Main, 0, None, false);
    let mut n = 0;
    while n < words.len() {
        n = reader.step(n);
    }
    while reader.open.len() > 1 {
        reader.pop(words.len());
    }
    reader.all[0].end = words.len();
    for n in 0..reader.all.len() {
        if reader.all[n].end == usize::MAX {
            reader.all[n].end = words.len();
        }
        if reader.all[n].subject.is_none() {
            reader.all[n].subject = reader.subject(n);
        }
    }
    Clauses { all: reader.all, owner: reader.owner }
}

impl Reader<'_> {
    pub(super) fn top(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    pub(super) fn push(&mut self, hold: Hold, start: usize, subject: Option<(usize, usize)>, set_off: bool) {
        let parent = self.open.last().copied();
        self.all.push(Clause { hold, start, end: usize::MAX, parent, subject, group: None, verb: start, deed: start, set_off });
        self.open.push(self.all.len() - 1);
    }

    pub(super) fn pop(&mut self, end: usize) {
        if self.open.len() > 1
            && let Some(n) = self.open.pop()
        {
            self.all[n].end = end;
        }
    }

    /// Ends the clause on top and opens one beside it.
    fn beside(&mut self, hold: Hold, at: usize, end: usize, subject: Option<(usize, usize)>) {
        let top = self.top();
        if self.open.len() > 1 {
            self.pop(end);
            self.push(hold, at, subject, self.all[top].set_off);
        } else {
            self.all[0].end = end;
            self.push(hold, at, subject, false);
            let last = self.all.len() - 1;
            self.all[last].parent = None;
        }
        for n in at..self.words.len() {
            self.owner[n] = self.top();
        }
    }

    pub(super) fn has_verb(&self, clause: usize) -> bool {
        self.all[clause].group.is_some()
    }

    fn before(&self, n: usize) -> Option<usize> {
        (0..n).rev().find(|&it| !matches!(self.words[it].tag, Tag::Adverb | Tag::Not))
    }

    pub(super) fn is_saying(&self, n: usize) -> bool {
        lemma(self.words, n, self.cues).is_some_and(|it| it.sense & sense::SAYING != 0)
    }

    /// Whether a finite verb comes before the next mark, over what ", who ...," tells.
    fn verb_ahead(&self, n: usize) -> bool {
        let tag = |at: usize| self.words.get(at).map(|it| it.tag);
        let mut at = n + 1;
        while let Some(word) = self.words.get(at) {
            match word.tag {
                Tag::Finite => return true,
                Tag::Comma if tag(at + 1) == Some(Tag::Relative) => {
                    let close = (at + 2..self.words.len()).find(|&it| matches!(self.words[it].tag, Tag::Comma | Tag::Stop));
                    at = close.unwrap_or(self.words.len());
                }
                Tag::Comma | Tag::Break | Tag::Stop | Tag::CloseQuote | Tag::Relative | Tag::That => return false,
                _ => {}
            }
            at += 1;
        }
        false
    }

    fn step(&mut self, n: usize) -> usize {
        let word = self.words[n];
        let after_comma = n > 0 && self.words[n - 1].tag == Tag::Comma;
        match word.tag {
            Tag::Relative => {
                let end = if after_comma { self.before_age(n - 1) } else { n };
                let of_whom = word.of(self.text).eq_ignore_ascii_case("whose");
                let antecedent = if of_whom { self.owned(n) } else { (end > 0).then(|| (self.nearest_start(end), end)) };
                self.push(Hold::Relative, n, antecedent, after_comma);
            }
            Tag::Subordinator if self.verb_ahead(n) => {
                let said = word.of(self.text).to_lowercase();
                let condition = self.cues.conditions.contains(&said) && said != "whether";
                let hold = if condition {
                    Hold::Condition
                } else if said == "whether" || said == "how" || said == "why" {
                    Hold::Content
                } else {
                    Hold::Adverbial
                };
                self.push(hold, n, None, after_comma);
            }
            Tag::That => self.push(Hold::Content, n, None, false),
            Tag::Participle if self.stands_alone(n) => {
                let end = if after_comma { n - 1 } else { n };
                let antecedent = (end > 0).then(|| (self.event_start(end), end)).filter(|it| it.0 < it.1);
                if antecedent.is_some() {
                    self.push(Hold::Relative, n, antecedent, after_comma);
                    self.owner[n] = self.top();
                    return self.group(n);
                }
            }
            Tag::OpenQuote if self.is_speech(n) => self.push(Hold::Content, n, None, true),
            Tag::CloseQuote => {
                let quote = self.open.iter().rposition(|&it| self.words[self.all[it].start].tag == Tag::OpenQuote);
                if let Some(at) = quote {
                    while self.open.len() > at.max(1) {
                        self.pop(n + 1);
                    }
                    self.owner[n] = self.top();
                    return n + 1;
                }
            }
            Tag::Comma => {
                let top = self.top();
                let it = self.all[top];
                let parent_waits = it.parent.is_some_and(|parent| !self.has_verb(parent));
                let opens_sentence = parent_waits && matches!(it.hold, Hold::Adverbial | Hold::Condition);
                // What is said in an aside ends with it: "The rebels, who say they won, left".
                let aside = it.parent.is_some_and(|it| self.all[it].hold == Hold::Relative && self.all[it].set_off);
                if self.has_verb(top) && it.hold == Hold::Content && aside {
                    self.pop(n);
                    self.pop(n);
                } else if self.has_verb(top) && (opens_sentence || (it.hold == Hold::Relative && (it.set_off || parent_waits))) {
                    self.pop(n);
                }
            }
            Tag::Break if matches!(word.of(self.text), ";" | ":") => {
                while self.open.len() > 1 {
                    self.pop(n);
                }
                if self.has_verb(0) {
                    self.beside(Hold::Main, n + 1, n, None);
                }
            }
            Tag::Finite => {
                self.owner[n] = self.top();
                return self.finite(n);
            }
            _ => {}
        }
        self.owner[n] = self.top();
        n + 1
    }

    /// "whose | father | started": what is owned is the subject; "whose house the police searched" has another.
    fn owned(&self, n: usize) -> Option<(usize, usize)> {
        let verb = (n + 1..self.words.len()).find(|&it| !self.words[it].is_nominal() && self.words[it].tag != Tag::Adverb)?;
        let end = (n + 1..verb).rev().find(|&it| self.words[it].tag != Tag::Adverb)? + 1;
        let alone = !self.words[n + 1..end].iter().any(|it| matches!(it.tag, Tag::Determiner | Tag::Pronoun));
        (self.words[verb].tag == Tag::Finite && alone).then_some((n + 1, end))
    }

    /// "Karsen, 54, | who": an age tells of the name before it.
    fn before_age(&self, end: usize) -> usize {
        let tag = |back: usize| end.checked_sub(back).map(|it| self.words[it].tag);
        if tag(1) == Some(Tag::Number) && tag(2) == Some(Tag::Comma) { end - 2 } else { end }
    }

    /// The same, without what stands before "of" where the nearer noun is an event: "critics of the war | that erupted".
    fn nearest_start(&self, end: usize) -> usize {
        let start = self.phrase_start(end);
        let of = (start..end).rev().find(|&it| self.words[it].tag == Tag::Preposition);
        let last = self.words[end - 1];
        let event = self.cues.event_noun(last.form).is_some()
            || matches!(last.of(self.text), "war" | "conflict" | "crisis" | "revolution");
        of.filter(|_| event).map_or(start, |it| it + 1)
    }

    /// The same, back over other prepositions to an event noun: "talks with a delegation | held in Oslo".
    fn event_start(&self, end: usize) -> usize {
        let start = self.phrase_start(end);
        let is_event = |n: usize| self.cues.event_noun(self.words[n].form).is_some();
        if start < 2 || self.words[start - 1].tag != Tag::Preposition || (start..end).any(is_event) {
            return start;
        }
        let further = self.phrase_start(start - 1);
        if further < start - 1 && is_event(start - 2) { further } else { start }
    }

    /// Whether a participle tells of the noun before it: "the deal brokered on Saturday", "Smith, elected in May,".
    fn stands_alone(&self, n: usize) -> bool {
        let after_noun = n > 0 && matches!(self.words[n - 1].tag, Tag::Noun | Tag::Name | Tag::Comma | Tag::Time);
        let before_noun = self.words.get(n + 1).is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Name));
        after_noun && !before_noun && !self.words[n].is_auxiliary()
    }

    /// Whether quotation marks hold a sentence and not only a word or two of one.
    fn is_speech(&self, n: usize) -> bool {
        let inside = || self.words[n + 1..].iter().take_while(|it| !matches!(it.tag, Tag::CloseQuote));
        let leads = self.before(n).is_none_or(|it| {
            matches!(self.words[it].tag, Tag::Comma | Tag::Break | Tag::CloseQuote | Tag::Stop | Tag::Finite | Tag::Ing)
        });
        leads && (inside().any(|it| it.tag == Tag::Finite) || self.before(n).is_none())
    }

    /// The first word of the noun phrase that ends before `end`, with what hangs on it by "of".
    pub(super) fn phrase_start(&self, end: usize) -> usize {
        let mut start = end;
        while start > 0 {
            let word = self.words[start - 1];
            let joins = word.is_nominal()
                || (word.tag == Tag::Preposition && word.of(self.text) == "of")
                || (word.tag == Tag::Participle && start < end && start >= 2 && self.words[start - 2].tag == Tag::Determiner)
                || (word.tag == Tag::Time
                    && (start < 2 || self.words[start - 2].tag != Tag::Preposition)
                    && start < end
                    && self.words[start].tag != Tag::Determiner
                    && self.words[start].tag != Tag::Pronoun
                    && self.words[start].is_nominal());
            if !joins || (word.tag == Tag::Pronoun && start < end) {
                break;
            }
            start -= 1;
            // "the terms | he set out": a pronoun is a phrase of its own.
            if word.tag == Tag::Pronoun && word.of(self.text).chars().all(char::is_alphabetic) {
                break;
            }
            if word.tag == Tag::Determiner
                && !(start > 0 && matches!(self.words[start - 1].tag, Tag::Preposition | Tag::Determiner))
            {
                break;
            }
        }
        start
    }

    /// A finite verb: the verb of the clause on top, or the sign of a new clause.
    fn finite(&mut self, n: usize) -> usize {
        loop {
            let top = self.top();
            if !self.has_verb(top) {
                // "...," said the minister: the speaker follows.
                let quoted = self.before(n).is_some_and(|it| self.words[it].tag == Tag::CloseQuote);
                if quoted && top == 0 && self.is_saying(n) && self.words.get(n + 1).is_some_and(|it| it.is_nominal()) {
                    (self.all[top].hold, self.all[top].start) = (Hold::Speech, n);
                }
                break;
            }
            let waits = self.all[top].parent.is_some_and(|it| !self.has_verb(it));
            // "The rebels, who say | they shot down two jets,"
            let says = self.all[top].hold == Hold::Relative && self.is_saying(self.all[top].verb);
            let told = says && self.all[top].group.is_some_and(|it| it.1 < n && self.phrase_start(n) == it.1);
            // "Reports that the mayor had fled | were false"
            let start = self.all[top].start;
            let of_noun = self.all[top].hold == Hold::Content
                && self.words[start].tag == Tag::That
                && start > 0
                && self.words[start - 1].tag == Tag::Noun;
            if waits
                && !told
                && (of_noun || matches!(self.all[top].hold, Hold::Relative | Hold::Adverbial | Hold::Condition))
                && !self.after_conjunction(n)
            {
                // "When it rained | people left", but "talks held in Oslo | were".
                let ends_here = of_noun || self.all[top].hold == Hold::Relative;
                let end = if ends_here { n } else { self.phrase_start(n).max(start + 1) };
                self.pop(end);
                continue;
            }
            if !self.opens_said(n) {
                self.divide(n);
            }
            break;
        }
        let top = self.top();
        for it in n..self.words.len() {
            self.owner[it] = top;
        }
        self.group(n)
    }

    fn after_conjunction(&self, n: usize) -> bool {
        self.before(n).is_some_and(|it| self.words[it].tag == Tag::Conjunction)
    }

    /// Opens the clause of a second finite verb.
    fn divide(&mut self, n: usize) {
        let top = self.top();
        let Some(before) = self.before(n) else { return };
        let subject = self.all[top].subject.or_else(|| self.subject(top));
        if self.words[before].tag == Tag::Conjunction {
            let hold = self.all[top].hold;
            return self.beside(hold, before, before, subject);
        }
        let start = self.phrase_start(n);
        let lead = self.before(start);
        let saying = self.is_saying(n);
        if start == n || matches!(self.words[before].tag, Tag::Comma | Tag::CloseQuote) {
            // "..., said the minister": the speaker follows.
            if saying {
                return self.speech(before + 1, before);
            }
            if let Some(from) = self.said_from(top, n) {
                self.push(Hold::Content, from, None, false);
                return self.own(from);
            }
            let hold = self.all[top].hold;
            return self.beside(hold, n, before.max(self.all[top].start), subject);
        }
        let from = self.said_from(top, start);
        match lead.map(|it| (it, self.words[it].tag)) {
            Some((_, Tag::Conjunction)) if from.is_some() => {
                self.push(Hold::Content, from.unwrap_or(start), None, false);
                self.own(from.unwrap_or(start));
            }
            Some((at, Tag::Comma | Tag::CloseQuote)) if saying => self.speech(start, at),
            Some((at, Tag::Conjunction)) => {
                let hold = self.all[top].hold;
                let end = if at > 0 && self.words[at - 1].tag == Tag::Comma { at - 1 } else { at };
                self.beside(hold, at, end, None);
            }
            _ => {
                let verb = self.all[top].verb;
                let thinks = lemma(self.words, verb, self.cues).is_some_and(|it| it.sense & (sense::SAYING | sense::STATE) != 0);
                // "accused him of theft, and said he": the second thought is no content of the first.
                let beside = lead.is_some_and(|it| self.words[it].tag == Tag::Conjunction);
                let comma = lead.filter(|&it| self.words[it].tag == Tag::Comma);
                if let Some(comma) = comma.filter(|_| self.is_inserted(top)) {
                    self.beside(Hold::Main, start, comma, None);
                    self.insert(top);
                } else if thinks && verb < start && !beside {
                    // "said [on Friday] the talks in Berlin were": all after the verb and its date is what is said.
                    let mut from = self.all[top].group.map_or(verb + 1, |it| it.1);
                    while from < start
                        && (matches!(self.words[from].tag, Tag::Time | Tag::Adverb | Tag::Comma)
                            || (self.words[from].tag == Tag::Preposition && self.words[from + 1].tag == Tag::Time))
                    {
                        from += 1;
                    }
                    let told = lemma(self.words, verb, self.cues)
                        .is_some_and(|it| matches!(it.word.as_str(), "tell" | "inform" | "remind" | "warn" | "brief"));
                    let from = if told || self.words[from].tag == Tag::Preposition { start } else { from };
                    self.push(Hold::Content, from, None, false);
                    self.own(from);
                } else if matches!(lead.map(|it| self.words[it].tag), Some(Tag::Comma)) {
                    let hold = self.all[top].hold;
                    self.beside(hold, start, lead.unwrap_or(start), None);
                } else {
                    self.push(Hold::Relative, start, None, false);
                    self.own(start);
                }
            }
        }
    }

    pub(super) fn own(&mut self, from: usize) {
        let top = self.top();
        for it in from..self.words.len() {
            self.owner[it] = top;
        }
    }
}
