//! Reads the mentions of an article: each sentence that tells something dated, and those that go on from it.

use super::attach::{Attached, attach};
use super::date::Date;
use super::lend::told_of;
use super::standing::Stand;
use super::{Basis, Mention, Status, Trigger, Weight};
use crate::calendar::{Interval, Precision, shift};
use crate::events::clause::{Clause, Clauses, Hold, clauses, is_past, is_phrasal, lemma};
use crate::events::cue::{Cues, Part, form, holds, sense};
use crate::events::supposed::is_supposed;
use crate::events::word::{Tag, Word, words};
use crate::events::{Article, status};
use crate::temporal::expr::Tense;
use crate::temporal::{Expr, Joined, join};
use crate::text::{Kind, Sentence};

/// The mentions of an article in the order of its text. `entity_of_name` gives the entity of each of its names.
pub fn mentions(article: &Article, article_idx: u32, entity_of_name: &[u32], cues: &Cues) -> Vec<Mention> {
    let document = article.document();
    let mut reader = Reader {
        article,
        article_idx,
        entity_of_name,
        cues,
        joined: join(&document.text, &article.analysis.timexes, &article.dated),
        stand: Stand::default(),
        context: None,
        speaker: None,
        lead: Lead::Ahead,
        found: Vec::new(),
    };
    for (n, sentence) in document.sentences.iter().enumerate() {
        reader.stand.reach(article, sentence.paragraph);
        let kind = document.paragraphs.get(sentence.paragraph as usize).map_or(Kind::Body, |it| it.kind);
        match kind {
            Kind::Title => reader.sentence(n, sentence, true),
            Kind::Body | Kind::Heading | Kind::Caption => reader.sentence(n, sentence, false),
            Kind::Byline | Kind::DateLine | Kind::Furniture => {}
        }
    }
    reader.found
}

/// How far into the article the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Ahead,
    Passed,
}

/// A date that later sentences go on from.
#[derive(Clone, Copy)]
pub(super) struct Context {
    pub(super) paragraph: u32,
    pub(super) sentence: usize,
    pub(super) is_day: bool,
    pub(super) timex: Option<u32>,
    pub(super) when: Option<Interval>,
}

pub(super) struct Reader<'a> {
    pub(super) article: &'a Article,
    pub(super) article_idx: u32,
    pub(super) entity_of_name: &'a [u32],
    pub(super) cues: &'a Cues,
    /// The ranges of time that two dates make.
    pub(super) joined: Vec<Joined>,
    /// The dates that stand alone.
    pub(super) stand: Stand,
    pub(super) context: Option<Context>,
    /// Who last said something dated, and when.
    pub(super) speaker: Option<(String, Context)>,
    pub(super) lead: Lead,
    pub(super) found: Vec<Mention>,
}

/// What a clause tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tells {
    /// Something happens.
    Event,
    /// Somebody says something.
    Saying,
    /// A verb of no known sense, in the past.
    Deed,
    /// Something is so.
    State,
}

/// One sentence under the eye.
pub(super) struct Seen<'a> {
    pub(super) text: &'a str,
    pub(super) n: usize,
    pub(super) sentence: &'a Sentence,
    pub(super) words: Vec<Word>,
    pub(super) clauses: Clauses,
}

impl Reader<'_> {
    fn sentence(&mut self, n: usize, sentence: &Sentence, is_title: bool) {
        if !is_title && self.row(n, sentence) {
            return;
        }
        let text = self.article.document().text.as_str();
        let words = words(text, sentence.range, &self.article.analysis.timexes, self.cues);
        let clauses = clauses(text, &words, self.cues);
        let seen = Seen { text, n, sentence, words, clauses };
        if is_title {
            return self.headline(&seen);
        }
        if self.stand.take(self.article, n, sentence.range, sentence.paragraph) {
            return;
        }
        let start = self.found.len();
        let dates = self.dates(&seen);
        if self.attribution(&seen, &dates) {
            return;
        }
        let mut dated: Vec<(usize, &Date)> = Vec::new();
        let mut noun_dated: Vec<(usize, &Date)> = Vec::new();
        for date in &dates {
            match attach(text, &seen.words, &seen.clauses, (date.first, date.end), date.when, self.cues) {
                Attached::Clause(clause) => dated.push((clause, date)),
                Attached::Both(clause, _) => dated.push((clause, date)),
                Attached::Noun(noun) => noun_dated.push((noun, date)),
                Attached::Nothing => {}
            }
        }
        let mut bests: Vec<Option<&Date>> = vec![None; seen.clauses.all.len()];
        for clause in 0..seen.clauses.all.len() {
            let own: Vec<&Date> = dated.iter().filter(|it| it.0 == clause).map(|it| it.1).collect();
            let best =
                own.iter().copied().min_by_key(|it| (self.is_bound(&seen, it), distance(&seen.clauses.all[clause], it.first)));
            let best = best.filter(|it| !self.is_bound(&seen, it));
            let bound = own.iter().copied().find(|it| self.is_bound(&seen, it) && self.at_time(it).is_some());
            let at_time = bound.and_then(|it| self.at_time(it)).filter(|_| best.is_none());
            let best = best.or_else(|| self.lent(&seen, clause, &dated));
            let best = best.or_else(|| told_of(&seen, clause).and_then(|it| bests[it]).filter(|_| own.is_empty()));
            bests[clause] = best;
            let n_found = self.found.len();
            self.clause(&seen, clause, best.or(at_time.as_ref()));
            // "In remarks published on Friday Holm said": that they were published backs what was said.
            let lends = seen.clauses.all[clause].parent.and_then(|it| self.written_on(&seen, it, &dated));
            if lends.is_some_and(|it| it.0 == clause) {
                self.found[n_found..].iter_mut().for_each(|it| it.weight = Weight::Supporting);
            }
            if let Some(best) = best {
                self.others(&seen, clause, best, &own);
            }
        }
        for (noun, date) in noun_dated {
            self.noun(&seen, noun, Some(date), Weight::Main);
        }
        self.deadlines(&seen, &dates);
        self.first_after(&seen, start);
        if self.found.len() == start {
            self.verbless(&seen);
        }
        if self.found.len() == start {
            self.any_noun(&seen);
        }
        if self.stand.now.is_none() {
            self.named_deeds(&seen, start);
        }
        self.lead(&seen, start);
        for n in start..self.found.len() {
            self.weigh(&seen, n);
        }
        self.found[start..].sort_by_key(|it| (it.clause, it.timex));
        self.found.dedup_by(|a, b| a.clause == b.clause && a.trigger == b.trigger && a.when == b.when);
        let said = || {
            let said = self.found[start..].iter().filter(|it| it.weight != Weight::Supporting && it.basis == Basis::Said);
            said.filter(|it| !it.is_deadline())
        };
        let in_main = |it: &&Mention| {
            let at = it.trigger.as_ref().and_then(|it| seen.words.iter().position(|word| word.range == it.range));
            at.is_some_and(|it| seen.clauses.all[seen.clauses.owner[it]].hold == Hold::Main)
        };
        if let Some(it) = said().find(in_main).or_else(|| said().next()) {
            self.context = Some(Context {
                paragraph: sentence.paragraph,
                sentence: n,
                is_day: it.when.is_none_or(|it| it.precision <= Precision::Week) && it.status == Status::Happened,
                timex: it.timex,
                when: it.when,
            });
        }
    }

    pub(super) fn tells(&self, seen: &Seen, clause: &Clause) -> Option<Tells> {
        let words = &seen.words;
        let bits = |n: usize| lemma(words, n, self.cues).map(|it| it.sense);
        let (first, end) = clause.group?;
        let obliged = words[first].form.part == Part::Have && words.get(first + 1).is_some_and(|it| it.tag == Tag::To);
        let unreal = words[first].form.part == Part::Modal && words[first..end].iter().any(|it| it.form.part == Part::Have);
        if obliged || unreal {
            return Some(Tells::State);
        }
        if words[clause.deed].form.part == Part::Be {
            return Some(Tells::State);
        }
        if words[clause.deed].form.part != Part::Open && clause.deed == clause.verb {
            return Some(Tells::State);
        }
        let phrasal = is_phrasal(seen.text, words, clause.deed);
        match bits(clause.deed) {
            Some(it) if it & sense::SAYING != 0 && phrasal => Some(Tells::Event),
            Some(it) if it & sense::SAYING != 0 && (it & sense::EVENT == 0 || self.has_content(seen, clause)) => {
                Some(Tells::Saying)
            }
            Some(it) if it & sense::EVENT != 0 => Some(Tells::Event),
            Some(it) if it & sense::STATE != 0 => Some(Tells::State),
            Some(_) => Some(Tells::Deed),
            None => Some(Tells::Deed),
        }
    }

    fn has_content(&self, seen: &Seen, clause: &Clause) -> bool {
        let at = seen.clauses.all.iter().position(|it| it.verb == clause.verb && it.start == clause.start);
        seen.clauses.all.iter().any(|it| it.parent == at && at.is_some() && it.hold == Hold::Content)
    }

    pub(super) fn clause(&mut self, seen: &Seen, n: usize, date: Option<&Date>) {
        let clause = seen.clauses.all[n];
        let Some(tells) = self.tells(seen, &clause) else { return };
        if is_supposed(seen.text, &seen.words, &seen.clauses, n, self.cues) {
            return;
        }
        let past = is_past(&seen.words, &clause);
        let status = status::status(seen.text, &seen.words, &seen.clauses, n, self.cues);
        let quoted = seen.words[clause.verb].quoted;
        let due = date.and_then(|it| self.due(seen, it));
        let date = due.as_ref().or(date);
        // What lies after the day of writing is planned; where a deed is told as done, the date is not its own.
        let ahead = date.is_some_and(|it| self.lies_ahead(it)) && status == Status::Happened;
        let fixes = lemma(&seen.words, clause.verb, self.cues).is_some_and(|it| self.cues.leading.contains(&it.word));
        let status = if ahead && (!past || fixes) { Status::Planned } else { status };
        let date = date.filter(|it| !ahead || status == Status::Planned || self.is_carried_on(it));
        if let Some(date) = date {
            let weight = match tells {
                Tells::State => self.weight_of_state(seen, &clause, date),
                Tells::Event | Tells::Deed | Tells::Saying if quoted && clause.hold != Hold::Speech => Weight::Supporting,
                Tells::Event | Tells::Deed | Tells::Saying => Weight::Main,
            };
            let mention = self.mention(seen, n, Basis::Said, Some(date), weight, status);
            if tells == Tells::Saying {
                self.speaker = self.speaker_of(seen, &clause).map(|it| {
                    (
                        it,
                        Context {
                            paragraph: seen.sentence.paragraph,
                            sentence: seen.n,
                            is_day: true,
                            timex: mention.timex,
                            when: mention.when,
                        },
                    )
                });
            }
            self.found.push(mention);
            return;
        }
        if let Some(standing) = self.over(seen, n, status, tells) {
            self.found.push(self.stood(seen, n, status, tells, standing));
            return;
        }
        self.undated(seen, n, tells, status);
    }

    /// What is so on a day or in a week may be worth a line; what is so in a year or was never so is not.
    fn weight_of_state(&self, seen: &Seen, clause: &Clause, date: &Date) -> Weight {
        let brief = date.when.is_some_and(|it| it.precision <= Precision::Week);
        let unreal = clause.group.is_some_and(|(first, end)| {
            seen.words[first].form.part == Part::Modal && seen.words[first..end].iter().any(|it| it.form.part == Part::Have)
        });
        // "Tomorrow is the third day" has no subject and tells nothing.
        if brief
            && !unreal
            && clause.subject.is_some()
            && matches!(clause.hold, Hold::Main | Hold::Content)
            && !seen.words[clause.verb].quoted
        {
            Weight::Light
        } else {
            Weight::Supporting
        }
    }

    /// Whether the date lies after the day of writing.
    pub(super) fn lies_ahead(&self, date: &Date) -> bool {
        date.when.zip(self.article.published).is_some_and(|(when, published)| when.start >= published.end)
    }

    /// Whether the date is the day after the day of writing, told as past: the story was carried on into it.
    fn is_carried_on(&self, date: &Date) -> bool {
        let timex = self.article.analysis.timexes.get(date.timex as usize);
        let is_told = timex.is_some_and(|it| matches!(it.tense, Tense::Past(_)) && !says_tomorrow(&it.expr));
        let is_next = |when: Interval, written: Interval| when.last_day() == shift::days(written.last_day(), 1);
        is_told && date.when.zip(self.article.published).is_some_and(|(when, written)| is_next(when, written))
    }

    /// The first sentence of the body tells what the article is about: it stands on the article's day where it says no other.
    fn lead(&mut self, seen: &Seen, start: usize) {
        if self.lead == Lead::Passed || seen.words.len() < 5 {
            return;
        }
        self.lead = Lead::Passed;
        let main = seen.clauses.all.iter().position(|it| it.hold == Hold::Main && it.group.is_some());
        let Some(main) = main else { return };
        let clause = seen.clauses.all[main];
        let verb = seen.words[clause.verb].range;
        if self.found[start..].iter().any(|it| it.basis == Basis::Said && it.clause.holds(verb) && !it.is_deadline()) {
            return;
        }
        // "The coach is out": what is so because of the news backs it.
        let weight = match self.tells(seen, &clause) {
            Some(Tells::Event | Tells::Saying | Tells::Deed) => Weight::Main,
            Some(Tells::State) => Weight::Supporting,
            None => return,
        };
        let is_habit = seen.words.iter().any(|it| holds(&self.cues.day.habits, it.of(seen.text)));
        if is_habit && !is_past(&seen.words, &clause) {
            return;
        }
        let status = status::status(seen.text, &seen.words, &seen.clauses, main, self.cues);
        let mut mention = self.mention(seen, main, Basis::ArticleDay, None, weight, status);
        mention.when = self.article.published;
        let range = mention.clause;
        self.found
            .retain(|it| it.sentence != mention.sentence || it.clause != range || it.weight == Weight::Main || it.is_deadline());
        self.found.push(mention);
    }

    /// A headline backs what its article tells.
    fn headline(&mut self, seen: &Seen) {
        let verb = seen.clauses.all.iter().find(|it| it.group.is_some()).map(|it| it.deed);
        let guess = || {
            seen.words.iter().position(|it| {
                let form = it.form;
                self.cues.verb(form).is_some_and(|lemma| lemma.sense & (sense::EVENT | sense::SAYING) != 0)
                    && form.verb & (form::THIRD | form::PAST | form::PARTICIPLE) != 0
            })
        };
        let noun = || seen.words.iter().position(|it| self.cues.event_noun(it.form).is_some());
        let at = verb.or_else(guess).or_else(noun);
        let trigger = at.and_then(|it| {
            let word = &seen.words[it];
            let lemma = self.cues.verb(word.form).or_else(|| self.cues.event_noun(word.form))?;
            Some(Trigger { range: word.range, stem: lemma.stem.clone(), class: lemma.class })
        });
        if seen.words.is_empty() {
            return;
        }
        let status = status::status(seen.text, &seen.words, &seen.clauses, 0, self.cues);
        let mut mention =
            self.build(seen, (0, seen.words.len()), trigger, None, Basis::ArticleDay, None, Weight::Supporting, status);
        mention.when = self.article.published;
        self.found.push(mention);
    }
}

fn distance(clause: &Clause, at: usize) -> usize {
    clause.verb.abs_diff(at)
}

/// Whether an expression names tomorrow as such, with or without a time of day.
fn says_tomorrow(expr: &Expr) -> bool {
    match expr {
        Expr::Today(n) => *n > 0,
        Expr::DayPart { day: Some(day), .. } | Expr::At { day: Some(day), .. } => says_tomorrow(day),
        _ => false,
    }
}
