//! What follows the verb of a line, and after which of its words the line is whole.

use super::need::Need;
use super::page::{Page, Piece};
use super::verb::{self, Number};
use crate::events::clause::{Clause, Hold};
use crate::events::cue::{Part, sense};
use crate::events::word::{Tag, is_plural};

/// What follows the verb.
#[derive(Default)]
pub(super) struct Tail {
    pub(super) pieces: Vec<Piece>,
    /// After how many of its pieces the line is whole, ascending.
    pub(super) ends: Vec<usize>,
    /// Of these, where it is better to go on: "strikes a deal | to buy".
    pub(super) weak: Vec<usize>,
}

impl Page<'_> {
    /// What follows the verb of a clause; in brief, without where and to whom something is said, and which thing is meant.
    pub(super) fn tail(&self, n: usize, number: Number, brief: bool) -> Tail {
        let clause = &self.clauses.all[n];
        let Some((first, from)) = clause.group else { return Tail::default() };
        let end = clause.end.min(self.words.len());
        let passive = self.is_passive(clause.verb, first);
        let saying = !passive && self.must_say(clause, end);
        let mut need = Need {
            verb: clause.verb,
            passive,
            n_nominal: 0,
            n_phrases: 0,
            content_due: saying,
            quotes: 0,
            paired: false,
            cleft: false,
            done: false,
            main: clause.hold == Hold::Main && clause.start == 0,
        };
        let mut kept: Vec<usize> = Vec::new();
        let (mut cuts, mut weak): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut replaced: Vec<(usize, String)> = Vec::new();
        let mut closed = false;
        let mut at = if saying { self.said_at(n, from, brief) } else { from };
        while at < end {
            if self.gone[at] && self.words[at].tag != Tag::Genitive {
                at += 1;
                continue;
            }
            let word = self.words[at];
            let owner = self.clauses.owner[at];
            let met = self.is_met(&need, &kept, false);
            let over = self.is_met(&need, &kept, true);
            if owner != n {
                let inner = self.clauses.all[owner];
                if !self.clauses.lies_in(owner, n) {
                    // A verb without a mark before it: what was taken for the end of a clause was its subject.
                    if word.tag == Tag::Finite && !self.marked(at) {
                        return Tail::default();
                    }
                    closed = over && (word.tag != Tag::Finite || self.before_after(&kept, &mut cuts));
                    break;
                }
                match inner.hold {
                    // "issued a day after talks that ...", "remarks published that": no content of this verb.
                    Hold::Content
                        if at == inner.start
                            && word.tag == Tag::That
                            && !saying
                            && matches!(self.words[at - 1].tag, Tag::Noun | Tag::Name | Tag::Participle | Tag::Time)
                            && self.lemma(need.verb).is_none_or(|it| it.sense & (sense::SAYING | sense::STATE) == 0) =>
                    {
                        if need.passive && kept.is_empty() {
                            closed = over;
                            break;
                        }
                        if met && !need.cleft && !self.titles().telling.contains(self.said(at - 1)) {
                            cuts.push(at);
                        }
                    }
                    Hold::Condition if met && at == inner.start => cuts.push(at),
                    // "said the levy was fair | and would stay": what is said may end before its second verb.
                    Hold::Content if met && at == inner.start && word.tag == Tag::Conjunction => cuts.push(at),
                    Hold::Content | Hold::Condition => {}
                    // "a deal struck | that would": it tells of the subject.
                    Hold::Relative if !inner.set_off && kept.is_empty() => {
                        closed = over;
                        break;
                    }
                    // "the changes | proposed by the league | do not": in brief, only what is said of them.
                    Hold::Relative
                        if brief
                            && !inner.set_off
                            && at == inner.start
                            && word.tag == Tag::Participle
                            && self.leads_to_verb(inner.end) =>
                    {
                        at = inner.end;
                        continue;
                    }
                    Hold::Relative if !inner.set_off => {
                        if met && at == inner.start && !need.cleft {
                            cuts.push(at);
                        }
                    }
                    Hold::Relative if inner.end > at && inner.end + 1 < end => {
                        at = inner.end + usize::from(self.words[inner.end].tag == Tag::Comma);
                        continue;
                    }
                    Hold::Relative | Hold::Adverbial | Hold::Main | Hold::Speech => {
                        closed = over && (word.tag != Tag::Finite || self.before_after(&kept, &mut cuts));
                        break;
                    }
                }
                if inner.hold == Hold::Content {
                    // "that" after a verb of saying is not needed, and what is said moves to the present.
                    let opens = word.tag == Tag::That && at == inner.start;
                    if opens || at == inner.start {
                        need.content_due = true;
                    }
                    let noun = kept.last().is_some_and(|&it| matches!(self.words[it].tag, Tag::Noun | Tag::Name));
                    if opens && (!noun || self.has_hearer(n)) && !self.is_impersonal(n) {
                        at += 1;
                        continue;
                    }
                    if inner.group.is_some_and(|it| it.0 == at) {
                        need.cleft = self.is_cleft(owner, at);
                    }
                    if inner.group.is_some_and(|it| it.0 == at)
                        && !word.quoted
                        && let Some(now) = self.moved(owner, at, number)
                    {
                        replaced.push((at, now));
                    }
                }
                if inner.group.is_some_and(|it| it.0 == at) {
                    need.content_due &= inner.hold != Hold::Content;
                    need.verb = inner.verb;
                    need.passive = self.is_passive(inner.verb, at);
                    (need.n_nominal, need.n_phrases) = (0, 0);
                }
            }
            match word.tag {
                Tag::OpenQuote => need.quotes += 1,
                Tag::CloseQuote => need.quotes -= 1,
                Tag::Comma => {
                    // "the bank's chief, Karl Brandt,": the name says it all.
                    let role = kept.last().is_some_and(|&it| self.cues.names.roles.contains(self.said(it)));
                    if let Some((_, after)) = self.person_at(at + 1).filter(|it| role && it.1 <= end) {
                        kept.extend(at + 1..after);
                        need.n_nominal += 1;
                        at = after;
                        if self.words.get(at).is_some_and(|it| it.tag == Tag::Comma)
                            && self
                                .words
                                .get(at + 1)
                                .is_some_and(|it| matches!(it.tag, Tag::Preposition | Tag::To | Tag::Conjunction))
                        {
                            at += 1;
                        }
                        continue;
                    }
                    if let Some(next) = self.aside_end(n, at, end) {
                        at = next;
                        continue;
                    }
                    // "two villages, Arvel and Lund": their names come after what they are.
                    let named = at > 0
                        && self.words[at - 1].tag == Tag::Noun
                        && is_plural(self.text, self.words, at - 1, self.cues)
                        && self.words.get(at + 1).is_some_and(|it| it.tag == Tag::Name);
                    if named || !self.goes_on(n, at) {
                        closed = over;
                        if self.closes_before_verb(at) {
                            closed &= self.before_after(&kept, &mut cuts);
                        }
                        break;
                    }
                }
                Tag::Break if matches!(self.said(at), "(" | "[") => {
                    while at < end && !matches!(self.said(at), ")" | "]") {
                        at += 1;
                    }
                    at += 1;
                    continue;
                }
                Tag::Stop => break,
                // "the plan - the third of its kind - would": what stands between two dashes is an aside.
                Tag::Break if let Some(after) = self.dashed_end(at, end) => {
                    at = after;
                    continue;
                }
                Tag::Break => {
                    closed = over;
                    break;
                }
                Tag::Subordinator if owner == n && !matches!(self.said(at), "whether" | "how" | "why") => {
                    closed = over;
                    break;
                }
                Tag::Preposition if matches!(self.said(at), "according" | "amid") => {
                    closed = over;
                    break;
                }
                Tag::Preposition => {
                    let said = self.said(at);
                    let least = self.words.get(at + 1).is_some_and(|it| matches!(it.of(self.text), "least" | "most" | "all"));
                    let owed = self.titles().infinitive.contains(self.said(at - 1)) && matches!(said, "for" | "to" | "as");
                    if met && !least && !owed && !self.is_particle(at) && self.may_stop_before(&need, said) {
                        cuts.push(at);
                    }
                    need.n_phrases += 1;
                    need.paired |= matches!(said, "between" | "from");
                }
                Tag::To => {
                    let control = self.lemma(need.verb).is_some_and(|it| self.titles().to.contains(&it.word));
                    let scale = self.lemma(need.verb).is_some_and(|it| matches!(it.class, "rise" | "fall" | "travel"));
                    let owed = self.lemma(need.verb).is_some_and(|it| self.titles().phrase.contains(&it.word))
                        && need.n_phrases == 0
                        || kept.last().is_some_and(|&it| self.titles().infinitive.contains(self.said(it)));
                    if met && !(control || scale || owed || need.passive && need.n_phrases == 0) {
                        cuts.push(at);
                        weak.extend(kept.last().filter(|&&it| self.titles().purpose.contains(self.said(it))).map(|_| at));
                    }
                    need.n_phrases += 1;
                    need.paired = false;
                }
                Tag::Ing
                    if met
                        && matches!(self.words[at - 1].tag, Tag::Noun | Tag::Name | Tag::Number)
                        && self.opens_object(at + 1) =>
                {
                    cuts.push(at)
                }
                // "gives Cyprus a loan", but "a statement issued at the talks | the two sides".
                Tag::Determiner | Tag::Pronoun
                    if owner == n
                        && kept.last().is_some_and(|&it| {
                            matches!(self.words[it].tag, Tag::Noun | Tag::Name) && (it + 1..at).all(|it| self.gone[it])
                        })
                        && !matches!(
                            self.said(at),
                            "all" | "both" | "each" | "himself" | "herself" | "itself" | "themselves" | "more" | "less" | "half"
                        )
                        && !matches!(self.said(at - 1), "least" | "most" | "than" | "all" | "even" | "only")
                        && !self.lemma(need.verb).is_some_and(|it| self.titles().giving.contains(&it.word)) =>
                {
                    closed = over;
                    break;
                }
                // A passive has no object: the verb was misread.
                Tag::Determiner | Tag::Name | Tag::Pronoun
                    if need.passive
                        && need.verb == clause.verb
                        && kept.is_empty()
                        && !self
                            .lemma(need.verb)
                            .is_some_and(|it| self.titles().giving.contains(&it.word) || it.sense & sense::SAYING != 0) =>
                {
                    return Tail::default();
                }
                Tag::Conjunction => {
                    let next = self.words.get(at + 1).map(|it| it.tag);
                    // A second deed, or a phrase beside the clause.
                    let beside = matches!(
                        next,
                        Some(
                            Tag::Finite | Tag::Ing | Tag::Preposition | Tag::Subordinator | Tag::Comma | Tag::Adverb | Tag::That
                        )
                    ) || next == Some(Tag::Participle) && !need.passive;
                    if beside && !need.paired && (owner == n || next == Some(Tag::That)) {
                        closed = over;
                        break;
                    }
                    if met && matches!(next, Some(Tag::To | Tag::Infinitive)) && !need.paired {
                        cuts.push(at);
                    }
                    if self.said(at) == "and" {
                        need.paired = false;
                    }
                }
                _ => {}
            }
            if matches!(word.tag, Tag::Infinitive | Tag::Ing | Tag::Finite | Tag::Participle)
                && !matches!(word.form.part, Part::Have | Part::Do | Part::Modal)
            {
                let group = self.clauses.all[owner].group.filter(|it| (it.0..it.1).contains(&at));
                need.passive = self.is_passive(at, group.map_or(at, |it| it.0));
                need.verb = at;
                (need.n_nominal, need.n_phrases) = (0, 0);
                if self.lemma(at).is_some_and(|it| self.titles().saying.contains(&it.word)) && word.tag != Tag::Participle {
                    need.n_nominal = 0;
                }
            } else if matches!(word.tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Time) {
                need.n_nominal += 1;
            }
            kept.push(at);
            at += 1;
        }
        if self.words.get(at).is_none_or(|it| it.tag == Tag::Stop) {
            need.done = true;
            closed = self.is_met(&need, &kept, true);
        } else if at >= end {
            closed = self.is_met(&need, &kept, true);
        }
        if closed {
            cuts.push(usize::MAX);
        }
        self.made(&kept, (&cuts, &weak), &replaced)
    }

    fn made(&self, kept: &[usize], (cuts, weak): (&[usize], &[usize]), replaced: &[(usize, String)]) -> Tail {
        let count = |tag: Tag| kept.iter().filter(|&&it| self.words[it].tag == tag).count();
        let balanced = count(Tag::OpenQuote) == count(Tag::CloseQuote);
        let told = kept.iter().copied().filter(|&it| balanced || !matches!(self.words[it].tag, Tag::OpenQuote | Tag::CloseQuote));
        let mut pieces = self.phrase(told);
        for (at, now) in replaced {
            for piece in pieces.iter_mut().filter(|it| it.at == *at) {
                piece.said.clone_from(now);
            }
        }
        let ends = |cuts: &[usize]| -> Vec<usize> {
            let mut ends: Vec<usize> = cuts.iter().map(|&cut| pieces.iter().take_while(|it| it.at < cut).count()).collect();
            ends.dedup();
            ends
        };
        let (ends, weak) = (ends(cuts), ends(weak));
        Tail { pieces, ends, weak }
    }

    /// Where what is said begins, over "in a statement on Friday"; whom it is said to is kept.
    fn said_at(&self, n: usize, from: usize, brief: bool) -> usize {
        let next = (from..self.words.len()).find(|&it| !self.gone[it] && self.words[it].tag != Tag::Adverb);
        if !brief && next.is_none_or(|it| self.words[it].tag != Tag::Preposition) {
            return from;
        }
        let content = self.clauses.all.iter().filter(|it| it.hold == Hold::Content && it.start >= from && it.group.is_some());
        let content = content.filter(|it| it.parent.is_some_and(|it| self.clauses.lies_in(it, n))).map(|it| it.start).min();
        content.filter(|&it| it < from + 16 && !(from..it).any(|it| self.words[it].tag == Tag::Comma)).unwrap_or(from)
    }

    /// The word after the second of two dashes that set an aside off.
    fn dashed_end(&self, at: usize, end: usize) -> Option<usize> {
        let dash = self.said(at);
        let close = (at + 2..end.min(at + 20)).find(|&it| self.words[it].tag == Tag::Break && self.said(it) == dash)?;
        let goes_on = self.words.get(close + 1).is_some_and(|it| matches!(it.tag, Tag::Finite | Tag::Preposition | Tag::To));
        (matches!(dash, "-" | "–" | "—") && goes_on).then_some(close + 1)
    }

    /// The verb of what is said in the present: "had captured" is "has captured".
    fn moved(&self, owner: usize, at: usize, number: Number) -> Option<String> {
        let of = self.clauses.all[owner].subject.map_or(number, |it| match self.lower(it.0).as_str() {
            "he" | "she" | "it" => Number::One,
            "they" => Number::Many,
            _ => verb::number(self.text, self.words, it, false, self.cues),
        });
        let next = self.words[at + 1..].iter().find(|it| !matches!(it.tag, Tag::Adverb | Tag::Not));
        verb::said(&self.words[at], self.text, next, of, self.cues)
    }

    /// "fell after the minister, a newcomer, said": the line ends before "after"; true where no such word was kept.
    fn before_after(&self, kept: &[usize], cuts: &mut Vec<usize>) -> bool {
        let after = kept.iter().rposition(|&it| matches!(self.said(it), "after" | "before" | "as" | "since" | "until" | "while"));
        let Some(after) = after else { return true };
        cuts.retain(|&it| it <= kept[after]);
        false
    }

    /// "it was the minister | who": nothing before the relative clause.
    pub(super) fn is_cleft(&self, owner: usize, at: usize) -> bool {
        let inner = &self.clauses.all[owner];
        let is = self.words[at].form.part == Part::Be || self.said(inner.verb) == "been";
        let it = inner.subject.is_some_and(|it| self.lower(it.0) == "it");
        let then = |other: &Clause| {
            other.hold == Hold::Relative
                && !other.set_off
                && at < other.start
                && other.start < inner.end
                && matches!(self.said(other.start), "that" | "who" | "which")
        };
        is && it && self.clauses.all.iter().any(then)
    }
}
