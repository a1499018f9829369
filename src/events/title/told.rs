//! Puts a clause together as a line, or a noun that is itself an event.

use super::page::{LONGEST, Page, Piece, WIDEST, finished, joined, trim_opening};
use super::recast::Recast;
use super::speech;
use super::tail::Tail;
use super::verb::{self, Number};
use crate::events::clause::{Clause, Hold, is_phrasal};
use crate::events::cue::{Part, sense};
use crate::events::word::Tag;
use crate::text::TextRange;

impl Page<'_> {
    /// Whether the clause's verb leaves its matter to what somebody says.
    pub(super) fn is_saying(&self, n: usize) -> bool {
        let verb = self.clauses.all[n].verb;
        !is_phrasal(self.text, self.words, verb)
            && self.lemma(verb).is_some_and(|it| it.sense & sense::SAYING != 0 && it.sense & sense::EVENT == 0)
    }

    /// A whole clause as a line.
    pub(super) fn clause(&self, n: usize) -> String {
        let clause = &self.clauses.all[n];
        let Some((mut subject, number)) = self.subject(n) else { return String::new() };
        if self.is_misread(n) || self.clashes(clause, number) {
            return String::new();
        }
        let mut verbs = self.verbs(clause, number);
        let put = match self.recast {
            Some((it, Recast::Done)) if it == n => verb::done(self.text, self.words, clause, number, self.cues),
            Some((it, Recast::Ahead)) if it == n => self.lemma(clause.verb).map(|it| format!("to {}", it.word)),
            _ => Some(String::new()),
        };
        let Some(put) = put else { return String::new() };
        if !put.is_empty() {
            verbs = vec![Piece { said: put, at: clause.verb, glued: false }];
        }
        if self.is_impersonal(n) && self.words[clause.verb].tag == Tag::Participle && verbs.len() == 1 {
            verbs.insert(0, Piece { said: "is".to_owned(), ..verbs[0].clone() });
        }
        if let Some(line) = self.by_agent(n, &subject) {
            return line;
        }
        let mut tail = self.tail(n, number, false);
        // "was | due to meet": once its "was" is gone, so is what it was.
        if verbs.is_empty() && tail.pieces.len() > 1 && self.titles().arranged.contains(&tail.pieces[0].said) {
            tail.pieces.remove(0);
            tail.ends.iter_mut().chain(&mut tail.weak).for_each(|it| *it = it.saturating_sub(1));
        }
        if self.puts_it(n) {
            return self.saying_after(n, &subject, number);
        }
        if !self.is_bare_name(&subject) {
            trim_opening(&mut subject);
        }
        if self.follows_quote(n) && (self.is_saying(n) || tail.pieces.is_empty()) {
            let posting = self.posting(n, &subject, &self.says(n, number, &verbs));
            if !posting.is_empty() {
                return posting;
            }
        }
        if tail.ends.is_empty() {
            let passive = self.words[clause.verb].tag == Tag::Participle;
            return if self.is_saying(n) && !passive { self.quotation(n, subject, verbs) } else { String::new() };
        }
        // "the song that the band recorded": the passive of nobody's deed.
        let bare = clause.group.is_some_and(|it| self.words[it.0].tag == Tag::Participle) && tail.pieces.is_empty();
        let named = subject.iter().any(|it| self.words[it.at].tag == Tag::Name || it.said.contains(' '));
        let suffers = self.lemma(clause.verb).is_some_and(|it| {
            matches!(
                it.class,
                "kill"
                    | "wound"
                    | "arrest"
                    | "free"
                    | "sentence"
                    | "charge"
                    | "vote"
                    | "appoint"
                    | "dismiss"
                    | "bear"
                    | "rescue"
                    | "bury"
            )
        });
        // "the first count, given on Friday": a verb that tells nothing of its own.
        let empty = self.lemma(clause.verb).is_some_and(|it| self.titles().light.contains(&it.word));
        if bare && (named && !suffers || empty) {
            return String::new();
        }
        let brief = if self.is_saying(n) { self.tail(n, number, true) } else { Tail::default() };
        let says = self.says(n, number, &verbs);
        let fits = |subject: &[Piece], longest: usize| {
            let head = |verbs: &[Piece]| -> Vec<Piece> { subject.iter().chain(verbs).cloned().collect() };
            fitted(&head(&verbs), &tail, longest).or_else(|| fitted(&head(&says), &brief, longest))
        };
        let whole = subject.clone();
        loop {
            if let Some(line) = fits(&subject, LONGEST) {
                return line;
            }
            // A long subject loses its last phrase: "the death toll in Odesa from a strike on the port".
            let cut = (1..subject.len()).rev().find(|&it| {
                self.words[subject[it].at].tag == Tag::Preposition && !matches!(subject[it].said.as_str(), "of" | "between")
            });
            match cut {
                Some(cut) => subject.truncate(cut),
                None => return fits(&whole, WIDEST).unwrap_or_default(),
            }
        }
    }

    /// The verb group of a clause as a headline has it.
    fn verbs(&self, clause: &Clause, number: Number) -> Vec<Piece> {
        let group = verb::group(self.text, self.words, clause, number, self.cues).into_iter();
        let glued = |at: usize| self.words[at].tag == Tag::Not && self.glued(at);
        group.map(|(at, said)| Piece { said: said.replace(" - ", "-"), at, glued: glued(at) }).collect()
    }

    /// "Officials announce the deal" for "the deal announced by officials": who did it opens the line, where nothing else follows.
    fn by_agent(&self, n: usize, subject: &[Piece]) -> Option<String> {
        let clause = &self.clauses.all[n];
        let (first, end) = clause.group.filter(|it| self.words[it.1 - 1].tag == Tag::Participle)?;
        let passive = first + 1 == end && clause.hold == Hold::Relative || self.words[first].form.part == Part::Be;
        let lemma = self.lemma(clause.verb).filter(|it| it.sense & (sense::EVENT | sense::ACT) != 0)?;
        let victim = matches!(lemma.class, "kill" | "wound" | "arrest" | "free" | "sentence" | "charge" | "appoint" | "vote");
        if !passive || victim || self.words.get(end).is_none_or(|it| it.of(self.text) != "by") {
            return None;
        }
        let stop = (end + 1..self.words.len()).find(|&it| !self.words[it].is_nominal() && self.said(it) != "of")?;
        let whole = (stop..clause.end.min(self.words.len()))
            .all(|it| self.gone[it] || matches!(self.words[it].tag, Tag::Stop | Tag::Comma));
        let is_name = self.words[stop - 1].tag == Tag::Name;
        let number = verb::number(self.text, self.words, (end + 1, stop), is_name, self.cues);
        let present = verb::present(self.text, self.words[clause.verb], number, self.cues).filter(|_| whole && stop > end + 1)?;
        let mut agent = self.phrase(end + 1..stop);
        trim_opening(&mut agent);
        let mut object = joined(subject);
        if let Some(the) = object.strip_prefix("The ") {
            object = format!("the {the}");
        }
        let line = finished(&format!("{} {present} {object}", joined(&agent)));
        (line.chars().count() <= LONGEST).then_some(line)
    }

    /// The verb of a saying whose hearers are left out: "tells" is "says".
    fn says(&self, n: usize, number: Number, verbs: &[Piece]) -> Vec<Piece> {
        if !self.has_hearer(n) || verbs.len() != 1 {
            return verbs.to_vec();
        }
        vec![Piece { said: speech::says(number).to_owned(), ..verbs[0].clone() }]
    }

    /// Whether the verb says something to somebody.
    pub(super) fn has_hearer(&self, n: usize) -> bool {
        let lemma = self.lemma(self.clauses.all[n].verb);
        lemma.is_some_and(|it| matches!(it.word.as_str(), "tell" | "inform" | "remind" | "assure"))
    }

    /// "the two", "the worst", "the elderly" are nobody without their article.
    fn is_bare_name(&self, subject: &[Piece]) -> bool {
        let [article, head] = subject else { return false };
        let word = self.words[head.at];
        let lone = word.tag == Tag::Number
            || head.said.ends_with("est")
            || head.said.ends_with("ly")
            || head.said == "worst"
            || head.said == "best";
        article.said.eq_ignore_ascii_case("the") && lone
    }

    /// Whether subject and verb do not agree: the subject is another word.
    fn clashes(&self, clause: &Clause, number: Number) -> bool {
        let Some((first, _)) = clause.group else { return true };
        let said = self.lower(first);
        match number {
            Number::One => matches!(said.as_str(), "were" | "are" | "have"),
            Number::Many => {
                let head = clause.subject.map(|it| self.words[it.1 - 1]);
                matches!(said.as_str(), "was" | "is" | "has") && head.is_some_and(|it| it.tag == Tag::Noun && !it.caps)
            }
            Number::Unknown => false,
        }
    }

    /// An event noun with what hangs on it as a line.
    pub(super) fn noun(&self, range: TextRange, trigger: Option<TextRange>) -> String {
        let start = self.words.iter().position(|it| it.range.start >= range.start);
        let Some(start) = start else { return String::new() };
        let end = self.words.iter().position(|it| it.range.start >= range.end).unwrap_or(self.words.len());
        let stops = |&n: &usize| {
            matches!(self.words[n].tag, Tag::Finite | Tag::Comma | Tag::Stop | Tag::Break | Tag::Relative | Tag::That | Tag::Subordinator)
                || self.words[n].tag == Tag::Conjunction && self.words.get(n + 1).is_some_and(|it| matches!(it.tag, Tag::Ing | Tag::Finite | Tag::Infinitive | Tag::Participle | Tag::Preposition))
                // "a statement issued at the talks | the two sides": another phrase begins.
                || n > start && self.words[n].tag == Tag::Determiner && matches!(self.words[n - 1].tag, Tag::Noun | Tag::Name | Tag::Time)
        };
        let end = (start..end).find(stops).unwrap_or(end);
        let head = trigger.and_then(|it| (start..end).find(|&n| self.words[n].range == it));
        let Some(head) = head else { return String::new() };
        // Nothing but its own words stands before the noun: "delays in approving a levy" is no levy.
        let plain = (start..head)
            .all(|it| self.words[it].is_nominal() || matches!(self.words[it].tag, Tag::Time | Tag::Adverb | Tag::Participle));
        let opening = self.lower(start);
        let pointing =
            self.titles().points(self.said(start)) || matches!(opening.as_str(), "no" | "any" | "such" | "every" | "each");
        if !plain || pointing || self.words[start].tag == Tag::Ing {
            return String::new();
        }
        let mut pieces = self.phrase(start..end);
        trim_opening(&mut pieces);
        let named = pieces.iter().any(|it| self.words[it.at].tag == Tag::Name || it.said.contains(' '));
        if pieces.len() < 3 && !named
            || pieces.len() < 2
            || !named && !pieces.iter().any(|it| self.words[it.at].tag == Tag::Preposition)
        {
            return String::new();
        }
        self.before_phrases(pieces)
    }

    /// A sentence without a verb as a line: "Three days of talks in Oslo".
    pub(super) fn verbless(&self, range: TextRange) -> String {
        let within = (0..self.words.len()).filter(|&it| range.holds(self.words[it].range));
        self.before_phrases(self.phrase(within))
    }

    /// The line that pieces make up to the end, or to before one of their phrases.
    fn before_phrases(&self, pieces: Vec<Piece>) -> String {
        // It may end before each of its phrases.
        let mut ends: Vec<usize> = (2..pieces.len())
            .filter(|&it| {
                matches!(self.words[pieces[it].at].tag, Tag::Preposition | Tag::Participle | Tag::To | Tag::Ing)
                    && !matches!(pieces[it].said.as_str(), "of" | "between")
                    && matches!(self.words[pieces[it - 1].at].tag, Tag::Noun | Tag::Name | Tag::Number)
            })
            .collect();
        if matches!(self.words[pieces[pieces.len() - 1].at].tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Time) {
            ends.push(pieces.len());
        }
        // "talks between two envoys | with ministers": the two were on one side.
        let between = pieces.iter().position(|it| it.said == "between").unwrap_or(pieces.len());
        let weak =
            ends.iter().copied().filter(|&it| it > between && pieces.get(it).is_some_and(|it| it.said == "with")).collect();
        fitted(&[], &Tail { pieces, ends, weak }, LONGEST).unwrap_or_default()
    }

    /// The whole sentence as a line, where it is short and its first clause tells it.
    pub(super) fn whole(&self, n: usize) -> String {
        let clause = &self.clauses.all[n];
        let Some((subject, _)) = clause.subject else { return String::new() };
        let verb_first = clause.group.is_none_or(|it| it.0 < subject);
        let stop = self.words.last().is_some_and(|it| it.tag == Tag::Stop && it.of(self.text) == ".");
        if clause.hold != Hold::Main || clause.start > 0 || verb_first || !stop || self.only_comes(clause) {
            return String::new();
        }
        let said = self.clauses.all.iter().any(|it| it.hold == Hold::Content && it.group.is_some());
        if !said && self.must_say(clause, clause.end.min(self.words.len())) {
            return String::new();
        }
        if self.words.iter().any(|it| it.tag == Tag::Break || it.quoted) {
            return String::new();
        }
        let first = (0..self.words.len())
            .find(|&it| !self.gone[it] && self.words[it].tag != Tag::Comma && !self.titles().openers.contains(&self.lower(it)));
        let Some(first) = first else { return String::new() };
        if first != subject || self.titles().points(self.said(first)) {
            return String::new();
        }
        let end = self.attribution().unwrap_or(self.words.len() - 1);
        let mut pieces = self.phrase(first..end);
        if !self.is_bare_name(&pieces[..pieces.len().min(2)]) {
            trim_opening(&mut pieces);
        }
        let line = joined(&pieces);
        let last = (first..end).rev().find(|&it| !self.gone[it]);
        let ends_well = last.is_some_and(|it| {
            matches!(self.words[it].tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Participle | Tag::Infinitive | Tag::Finite)
                && !self.words[it].is_auxiliary()
        });
        if line.chars().count() <= LONGEST && ends_well { finished(&line) } else { String::new() }
    }

    /// The sentence from its subject on, up to the end of a clause: what is left where nothing better is made.
    pub(super) fn sentence(&self, n: usize) -> String {
        let clause = &self.clauses.all[n];
        let (Some((subject, _)), Some((verb, from))) = (clause.subject, clause.group) else { return String::new() };
        let unsaid = self.must_say(clause, self.words.len())
            && !self.clauses.all.iter().any(|it| it.hold == Hold::Content && it.start >= from && it.group.is_some());
        if clause.hold != Hold::Main || subject > verb || self.words[clause.verb].quoted || unsaid || self.only_comes(clause) {
            return String::new();
        }
        // "said it had been the mayor who": nothing before who it was.
        let cleft = |(it, inner): (usize, &Clause)| {
            inner.group.is_some_and(|group| inner.hold == Hold::Content && self.is_cleft(it, group.0))
        };
        if self.clauses.all.iter().enumerate().any(cleft) {
            return String::new();
        }
        let Some((mut head, number)) = self.subject(n) else { return String::new() };
        if !self.is_bare_name(&head) {
            trim_opening(&mut head);
        }
        let says = clause.group.is_some_and(|it| it.1 == it.0 + 1) && self.is_saying(n);
        let verbs = if says { self.verbs(clause, number) } else { self.phrase(verb..from) };
        let content = self
            .clauses
            .all
            .iter()
            .filter(|it| it.hold == Hold::Content && it.start >= from)
            .filter_map(|it| it.group)
            .map(|it| it.1)
            .min();
        let due = if self.must_say(clause, self.words.len()) { content.unwrap_or(usize::MAX) } else { from };
        let closes = |it: &usize| {
            let word = self.words[*it];
            let next = self.words.get(it + 1).map(|it| it.tag);
            *it > due
                && match word.tag {
                    Tag::Stop | Tag::Break => true,
                    Tag::Subordinator | Tag::Relative => true,
                    Tag::Comma => !matches!(next, Some(Tag::Noun | Tag::Name | Tag::Number)),
                    _ => false,
                }
        };
        let ends: Vec<usize> = (from + 1..self.words.len()).filter(closes).collect();
        ends.iter()
            .rev()
            .filter_map(|&end| {
                let rest = self.phrase((from..end).filter(|&it| self.words[it].tag != Tag::Break));
                let line = finished(&joined(&head.iter().chain(&verbs).chain(&rest).cloned().collect::<Vec<_>>()));
                (line.chars().count() <= LONGEST).then_some(line)
            })
            .next()
            .unwrap_or_default()
    }

    /// "The strike came on Friday": the line would be without what the sentence says.
    fn only_comes(&self, clause: &Clause) -> bool {
        let comes = self.lemma(clause.verb).is_some_and(|it| it.word == "come");
        comes && self.words.get(clause.verb + 1).is_some_and(|it| it.tag == Tag::Time)
    }

    /// The comma before ", officials said".
    fn attribution(&self) -> Option<usize> {
        let speech = self.clauses.all.iter().find(|it| it.hold == Hold::Speech)?;
        let comma = speech.start.checked_sub(1)?;
        (self.words[comma].tag == Tag::Comma).then_some(comma)
    }
}

/// The longest whole line that head and tail make in so many characters; a longer one where a short one breaks off.
pub(super) fn fitted(head: &[Piece], tail: &Tail, longest: usize) -> Option<String> {
    let line = |end: usize, longest: usize| {
        let pieces: Vec<Piece> = head.iter().chain(&tail.pieces[..end]).cloned().collect();
        let line = finished(&joined(&pieces));
        (line.chars().count() <= longest && line.contains(' ')).then_some(line)
    };
    let (end, found) = tail.ends.iter().rev().find_map(|&it| Some((it, line(it, longest)?)))?;
    let mut longer = tail.ends.iter().filter(|it| tail.weak.contains(&end) && **it > end && !tail.weak.contains(it));
    Some(longer.find_map(|&it| line(it, WIDEST)).unwrap_or(found))
}

/// Whether the verb group begins with an auxiliary in the past: "had withdrawn".
pub(super) fn is_pluperfect(page: &Page<'_>, clause: &Clause) -> bool {
    clause
        .group
        .is_some_and(|(first, end)| end > first + 1 && page.words[first].form.part == Part::Have && page.said(first) == "had")
}
