//! Who did it: the subject of a line, by name where a pronoun or a role stands for one.

use super::page::{Page, Piece};
use super::verb::{self, Number};
use crate::events::clause::{Clause, Hold, lemma};
use crate::events::cue::{Part, form};
use crate::events::word::Tag;
use crate::events::{EntityKind, reference};

impl Page<'_> {
    /// The subject of a clause; none where nobody can tell whom it means.
    pub(super) fn subject(&self, n: usize) -> Option<(Vec<Piece>, Number)> {
        let clause = &self.clauses.all[n];
        let (start, end) = clause.subject?;
        let start = (start..end).find(|&it| !matches!(self.words[it].tag, Tag::OpenQuote | Tag::CloseQuote))?;
        // "The text itself | got out"
        let itself = end > start + 1
            && self.words[end - 1].tag == Tag::Pronoun
            && ["self", "selves"].iter().any(|it| self.said(end - 1).ends_with(it));
        let end = end - usize::from(itself);
        let at = self.words[start].range.start;
        let first = self.said(start).to_lowercase();
        let alone = end - start <= 2;
        if self.words[start].tag == Tag::Pronoun || self.titles().points(self.said(start)) {
            if matches!(first.as_str(), "he" | "she") && alone {
                let name = reference::pronoun(self.article, at)?;
                return Some((vec![Piece { said: name.full.clone(), at: start, glued: false }], Number::One));
            }
            // "The envoy and her team were tired when they arrived": who is told of before.
            let before = clause.parent.filter(|&it| self.clauses.all[it].group.is_some_and(|it| it.0 < start));
            if let Some(parent) = before.filter(|_| first == "they" && alone && clause.hold == Hold::Adverbial) {
                return self.subject(parent).filter(|it| it.1 == Number::Many);
            }
            if self.is_impersonal(n) {
                return Some((vec![Piece { said: first, at: start, glued: false }], Number::One));
            }
            // "his envoys"
            if matches!(first.as_str(), "his" | "her") && end > start + 1 {
                let name = reference::pronoun(self.article, at)?;
                let mut pieces = vec![Piece { said: format!("{}'s", name.full), at: start, glued: false }];
                pieces.extend(self.phrase(start + 1..end));
                return Some((pieces, verb::number(self.text, self.words, (start, end), false, self.cues)));
            }
            return None;
        }
        if first == "one"
            && let Some(name) = self.apposed_name(n, end)
        {
            return Some((name, Number::One));
        }
        let counted = first == "at" && matches!(self.lower(start + 1).as_str(), "least" | "most");
        if !(counted || self.words[start].is_nominal() || matches!(self.words[start].tag, Tag::Time | Tag::Ing | Tag::Participle))
            || end == start + 1 && self.titles().nameless.contains(&first)
            || self.titles().nameless.contains(&first)
                && self.words.get(start + 1).is_some_and(|it| it.tag == Tag::Preposition)
                && !(self.said(start + 1) == "of" && self.names_whole(start + 2, end))
        {
            return None;
        }
        // "The number of people | killed by the storm | rose": what is counted stands outside.
        let counts = (start..end).take(3).any(|it| matches!(self.said(it), "number" | "toll" | "count" | "share"));
        let of_which = |it: &Clause| it.parent == Some(n) && it.hold == Hold::Relative && !it.set_off && it.start == end;
        if counts && self.clauses.all.iter().any(of_which) {
            return None;
        }
        let two_people = end == start + 3 && self.lower(start + 1) == "two" && self.names_people(start + 2);
        if first == "the" && (end == start + 2 || two_people) {
            let role = self.said(start + 1).to_lowercase();
            if role == "two" || role == "pair" {
                let (a, b) = reference::the_two(self.article, at)?;
                let said = format!("{} and {}", a.full, b.full);
                return Some((vec![Piece { said, at: start, glued: false }], Number::Many));
            }
            if let Some(name) = reference::role(self.article, &role, self.cues) {
                return Some((vec![Piece { said: name.full.clone(), at: start, glued: false }], Number::One));
            }
        }
        if self.lower(clause.start) == "whose" && start == clause.start + 1 {
            return self.owned(start, end);
        }
        // "The minister Anna Holm on Friday | promised": the date is no part of who she is.
        let told = (start..end).rev().find(|&it| !self.gone[it]).map_or(end, |it| it + 1);
        let number = verb::number(self.text, self.words, (start, told), self.ends_in_name(start, told), self.cues);
        let mine = (start..end)
            .filter(|&it| self.clauses.owner[it] == n || self.clauses.all[n].subject.is_some_and(|it| it.0 < clause.start));
        let mut pieces = self.phrase(mine);
        self.close_apposition(n, end, &mut pieces);
        // "Not a single ship | left"
        let before = start.checked_sub(1).filter(|&it| self.clauses.owner[it] == n);
        if let Some(denied) =
            before.filter(|&it| self.words[it].tag == Tag::Not || self.titles().scanty.contains(&self.lower(it)))
        {
            pieces.insert(0, Piece { said: self.lower(denied), at: denied, glued: false });
        }
        // "The motorcades finally | left"
        while pieces.len() > 1
            && pieces.last().is_some_and(|it| {
                self.words[it.at].tag == Tag::Adverb && it.said.ends_with("ly") && !verb::is_meaningful(&it.said, self.cues)
            })
        {
            pieces.pop();
        }
        let number = if self.takes_second(n, end, number, &mut pieces) { Number::Many } else { number };
        let ends_well = pieces.last().is_some_and(|it| {
            self.words[it.at].is_nominal() && !matches!(self.words[it.at].tag, Tag::Determiner | Tag::Genitive)
                || matches!(self.words[it.at].tag, Tag::Time | Tag::Ing | Tag::CloseQuote | Tag::Infinitive | Tag::Adverb)
        });
        let whole = !pieces.iter().any(|it| self.words[it.at].tag == Tag::Break);
        (ends_well && whole).then_some((pieces, number))
    }

    /// "whose father": of the person told of, where what is owned is somebody's.
    fn owned(&self, start: usize, end: usize) -> Option<(Vec<Piece>, Number)> {
        let name = reference::pronoun(self.article, self.words[start].range.start)?;
        if end > start + 1 || !self.titles().kin.contains(&self.lower(start)) {
            return None;
        }
        let said = format!("{}'s {}", name.full, self.said(start));
        let number = verb::number(self.text, self.words, (start, end), false, self.cues);
        Some((vec![Piece { said, at: start, glued: false }], number))
    }

    /// Whether the words name what some are a part of: "the money" in "all of the money".
    fn names_whole(&self, start: usize, end: usize) -> bool {
        end > start + 1
            && self.words[start].tag == Tag::Determiner
            && !self.titles().points(self.said(start))
            && matches!(self.words[end - 1].tag, Tag::Noun | Tag::Name)
    }

    /// Whether a plural names people by sex or office: "the two men", "the two envoys".
    fn names_people(&self, n: usize) -> bool {
        let said = self.lower(n);
        let one = said.strip_suffix('s').unwrap_or(&said);
        matches!(said.as_str(), "men" | "women") || self.cues.names.roles.contains(one)
    }

    /// Whether the words end in the name of one person, place or body.
    fn ends_in_name(&self, start: usize, end: usize) -> bool {
        let last = (start..end).rev().find(|&it| self.words[it].tag != Tag::Adverb).unwrap_or(end - 1);
        let to = self.words[last].range.end;
        self.article.analysis.names.iter().any(|it| {
            let sure = match it.kind {
                EntityKind::Person | EntityKind::Place => true,
                EntityKind::Organisation => !it.full.ends_with('s'),
                EntityKind::Other => false,
            };
            let alone = it.kind == EntityKind::Person || !self.words[start..end].iter().any(|it| it.tag == Tag::Preposition);
            sure && alone && it.range.end == to && it.range.start >= self.words[start].range.start
        })
    }

    /// "Putin's envoy, Kirill Dmitriev, said": the name set off by commas is the better subject.
    fn close_apposition(&self, n: usize, end: usize, pieces: &mut Vec<Piece>) {
        let verb = self.clauses.all[n].group.map_or(end, |it| it.0);
        if self.words.get(end).is_none_or(|it| it.tag != Tag::Comma) || end + 1 >= verb {
            return;
        }
        let has_person = pieces
            .iter()
            .any(|it| self.article.analysis.names.iter().any(|name| name.kind == EntityKind::Person && name.full == it.said));
        if let Some((name, after)) = self.person_at(end + 1)
            && !has_person
            && self.words.get(after).is_some_and(|it| it.tag == Tag::Comma)
        {
            *pieces = vec![Piece { said: name.full.clone(), at: after - 1, glued: false }];
        }
    }

    /// "It emerged on Friday that the bank had hidden its losses": nobody does it, and what emerged follows.
    pub(super) fn is_impersonal(&self, n: usize) -> bool {
        let clause = &self.clauses.all[n];
        let it = clause.subject.is_some_and(|it| it.1 == it.0 + 1 && self.lower(it.0) == "it");
        let verb = self.lemma(clause.verb).is_some_and(|it| self.titles().impersonal.contains(&it.word));
        let that = self.clauses.all.iter().any(|it| it.parent == Some(n) && self.words[it.start].tag == Tag::That);
        it && verb && that
    }

    /// "One of the region's biggest banks, Nordbank, has": the name set off before the verb.
    fn apposed_name(&self, n: usize, end: usize) -> Option<Vec<Piece>> {
        let verb = self.clauses.all[n].group?.0;
        let tag = |at: usize| self.words.get(at).map(|it| it.tag);
        let close = (end + 1..verb).find(|&it| tag(it) != Some(Tag::Name))?;
        let set_off = tag(end) == Some(Tag::Comma) && close > end + 1 && tag(close) == Some(Tag::Comma);
        set_off.then(|| self.phrase(end + 1..close))
    }

    /// "Karl Brandt, the chief of the bank, and General Anna Holm, its guard, are": where the verb is that of several, the
    /// second person is part of the subject.
    fn takes_second(&self, n: usize, end: usize, number: Number, pieces: &mut Vec<Piece>) -> bool {
        let Some((verb, _)) = self.clauses.all[n].group else { return false };
        let several = matches!(self.lower(verb).as_str(), "are" | "were" | "have");
        if number == Number::Many || !several {
            return false;
        }
        let and = (end..verb).find(|&it| self.said(it) == "and" && self.words[it - 1].tag == Tag::Comma);
        let second =
            and.and_then(|and| (and + 1..verb).take_while(|&it| self.words[it].is_nominal()).find_map(|it| self.person_at(it)));
        let Some((and, (name, after))) = and.zip(second) else { return false };
        pieces.push(Piece { said: "and".to_owned(), at: and, glued: false });
        pieces.push(Piece { said: name.full.clone(), at: after - 1, glued: false });
        true
    }

    /// Whether what makes the clause whole stands outside it, or its verb is none: "the plan that she published",
    /// "spent Tuesday", "a list of deals, compiled for".
    pub(super) fn is_misread(&self, n: usize) -> bool {
        let clause = &self.clauses.all[n];
        let (Some((first, _)), Some((subject, subject_end))) = (clause.group, clause.subject) else { return false };
        let opens = self.said(clause.start).to_lowercase();
        let participle = self.words[first].tag == Tag::Participle;
        let relative = clause.hold == Hold::Relative && !participle;
        // "which Russia has taken": the relative pronoun is the object, and another noun stands before the verb.
        let object = relative
            && match opens.as_str() {
                "who" | "where" | "when" => false,
                "which" | "that" | "whom" => (clause.start + 1..first)
                    .any(|it| self.clauses.owner[it] == n && matches!(self.words[it].tag, Tag::Noun | Tag::Name | Tag::Pronoun)),
                _ => subject == clause.start,
            };
        let verbless = clause.hold == Hold::Main
            && subject_end + 1 == first
            && self.words[subject_end].tag == Tag::Comma
            && self.words[first].form.verb & form::PARTICIPLE != 0;
        // "what the Americans brought": the subject of another clause.
        let foreign = clause.hold == Hold::Content && subject_end <= clause.start && !self.words[clause.start].is_nominal();
        // "pledges from Norway and Sweden | modelled on the treaty": the participle tells of what stands further back.
        let lone = subject > 0 && (subject..subject_end).all(|it| self.words[it].tag == Tag::Name);
        let led = |tags: &[Tag]| lone && tags.contains(&self.words[subject - 1].tag);
        let in_list = led(&[Tag::Conjunction])
            && (0..subject - 1)
                .rev()
                .find(|&it| !matches!(self.words[it].tag, Tag::Name | Tag::Determiner))
                .is_some_and(|it| self.words[it].tag == Tag::Preposition)
            && self.words[first].form.verb & form::PARTICIPLE != 0
            && self.words.get(first + 1).is_some_and(|it| it.tag == Tag::Preposition);
        let of_relative = participle && clause.hold == Hold::Relative && !clause.set_off;
        let further = in_list || of_relative && led(&[Tag::Preposition, Tag::Conjunction]);
        further || object || verbless || foreign || self.is_gapped(n)
    }

    /// Whether what its verb has for an object stands before its subject: "a remark that she had made in Oslo", "what the
    /// Americans brought".
    pub(super) fn is_gapped(&self, n: usize) -> bool {
        let clause = &self.clauses.all[n];
        let opens_what = clause.hold == Hold::Content && self.said(clause.start).eq_ignore_ascii_case("what");
        if opens_what && clause.subject.is_some_and(|it| it.0 > clause.start) {
            return true;
        }
        let opens_that = clause.hold == Hold::Content && self.said(clause.start).eq_ignore_ascii_case("that");
        let takes_up = opens_that && clause.start > 0 && self.words[clause.start - 1].tag == Tag::Noun;
        let bare = self
            .words
            .get(clause.verb + 1)
            .is_none_or(|it| matches!(it.tag, Tag::Preposition | Tag::Adverb | Tag::Time | Tag::Comma | Tag::Stop));
        let alone = lemma(self.words, clause.verb, self.cues).is_some_and(|it| self.titles().alone.contains(&it.word));
        let passive = clause.group.is_some_and(|(first, end)| self.words[first..end].iter().any(|it| it.form.part == Part::Be));
        takes_up && bare && !alone && !passive
    }
}
