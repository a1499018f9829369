//! What goes on from a day that was said before: the next sentences of a narrative, the same speaker, "hours later".

use super::read::{Context, Reader, Seen, Tells};
use super::{Basis, Mention, Status, Weight};
use crate::events::clause::{Clause, Hold, is_past, lemma};
use crate::events::cue::{Part, sense};
use crate::events::reference;
use crate::events::word::Tag;

impl Reader<'_> {
    /// The mention of a clause without a date of its own.
    pub(super) fn undated(&mut self, seen: &Seen, n: usize, tells: Tells, status: Status) {
        let clause = seen.clauses.all[n];
        let (past, ahead) = (is_past(&seen.words, &clause), status == Status::Planned);
        // "It is a week since they met": what lies further back than the news is no part of it.
        let since = seen.words[clause.start].of(seen.text).eq_ignore_ascii_case("since");
        if since || tells == Tells::State || clause.hold == Hold::Speech || !(past || ahead && tells == Tells::Event) {
            return;
        }
        let (context, weight) = match tells {
            Tells::Saying => match self.said_when(seen, &clause, ahead) {
                Some(it) => it,
                None => return,
            },
            Tells::Event | Tells::Deed | Tells::State => self.done_when(seen, &clause, tells),
        };
        let basis = if context.is_some() { Basis::Context } else { Basis::Nothing };
        let mut mention = self.mention(seen, n, basis, None, weight, status);
        if let Some(context) = context {
            (mention.when, mention.timex) = (context.when, context.timex);
            if weight == Weight::Main {
                self.context = Some(Context { sentence: seen.n, paragraph: seen.sentence.paragraph, ..context });
            }
        }
        if basis == Basis::Nothing && (tells == Tells::Saying || status == Status::Denied) {
            self.assert_today(seen, &clause, &mut mention);
        }
        self.found.push(mention);
    }

    /// When something is said that has no date of its own; `None` where nobody known says it.
    fn said_when(&self, seen: &Seen, clause: &Clause, ahead: bool) -> Option<(Option<Context>, Weight)> {
        if let Some(context) = self.alongside(seen).filter(|_| clause.hold == Hold::Main && !ahead) {
            return Some((Some(context), Weight::Main));
        }
        // The same speaker goes on in the same breath.
        let speaker = self.speaker_of(seen, clause);
        let goes_on = self.speaker.as_ref().filter(|(who, _)| speaker.as_ref() == Some(who)).map(|it| it.1).filter(|_| !ahead);
        let known = speaker.is_some() || self.asserts(seen, clause) && reference::is_anchored(self.article, seen.sentence.range);
        if goes_on.is_none() && (clause.hold != Hold::Main || !known) {
            return None;
        }
        Some((goes_on, Weight::Supporting))
    }

    /// When something happened that has no date of its own: only the plain past of the very next sentence goes on from a day
    /// that was said, and what the words tie to it.
    fn done_when(&self, seen: &Seen, clause: &Clause, tells: Tells) -> (Option<Context>, Weight) {
        let plain = clause.group.is_some_and(|(first, _)| {
            let first = seen.words[first];
            first.form.part == Part::Open && first.tag == Tag::Finite || first.form.part == Part::Be
        });
        let quoted = seen.words[clause.verb].quoted;
        if clause.hold != Hold::Main || !plain || quoted || !is_past(&seen.words, clause) {
            return (None, Weight::Supporting);
        }
        if let Some(context) = self.alongside(seen) {
            return (Some(context), Weight::Main);
        }
        let next = self.context.filter(|it| it.is_day && it.sentence + 1 == seen.n && it.paragraph == seen.sentence.paragraph);
        match next.filter(|_| tells == Tells::Event) {
            Some(context) => (Some(context), Weight::Main),
            None => (None, Weight::Supporting),
        }
    }

    /// The day to which the words tie a sentence: "Hours later ...", "... before the day was out".
    fn alongside(&self, seen: &Seen) -> Option<Context> {
        let context = self.context.filter(|it| it.paragraph + 1 >= seen.sentence.paragraph && it.is_day)?;
        let said = seen.sentence.range.of(seen.text).to_lowercase();
        let words = &self.cues.status;
        let opens = words.opens_on.iter().any(|it| said.starts_with(it.as_str()));
        let ties = words.ties_to.iter().any(|it| said.contains(it.as_str()));
        (opens || ties).then_some(context)
    }

    /// A claim or a denial that says no day is made on the day that the article reports on.
    fn assert_today(&self, seen: &Seen, clause: &Clause, mention: &mut Mention) {
        let denies = mention.status == Status::Denied && is_past(&seen.words, clause) && !seen.words[clause.verb].quoted;
        if (self.asserts(seen, clause) || denies) && clause.hold == Hold::Main && self.article.published.is_some() {
            (mention.when, mention.basis, mention.weight) = (self.article.published, Basis::ArticleDay, Weight::Light);
        }
    }

    /// Whether somebody claims or denies in the plain past: "he claimed", "she called it a fabrication".
    fn asserts(&self, seen: &Seen, clause: &Clause) -> bool {
        let plain = clause.group.is_some_and(|it| seen.words[it.0].form.part == Part::Open);
        plain && lemma(&seen.words, clause.verb, self.cues).is_some_and(|it| it.sense & (sense::CLAIM | sense::DENIAL) != 0)
    }
}
