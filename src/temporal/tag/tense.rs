//! Which way a sentence looks from an expression, told from the verbs around it; no part-of-speech tagger is needed.

mod cue;

use super::Draft;
use crate::temporal::expr::{Expr, Tense, Which, YearSaid};
use crate::temporal::lexicon::{Class, Role};
use crate::temporal::shape::Words;
use crate::text::TextRange;
use crate::text::token::{Gap, TokenKind};
use cue::{cue, is_infinitive, is_past};

/// How far a cue can govern, in words; one that governs less.
const REACH: usize = 40;
const LESS_REACH: usize = 25;

/// The nearest cue to the left in the sentence; where there is none, the first to the right.
pub(super) fn tense(words: Words<'_, '_>, draft: &Draft) -> Tense {
    beside(words, draft).or_else(|| before(words, draft)).unwrap_or_else(|| after(words, draft))
}

/// What the words right beside it tell.
fn beside(words: Words<'_, '_>, draft: &Draft) -> Option<Tense> {
    if let Some(happened) = happened(words, draft) {
        return Some(Tense::Past(happened));
    }
    if let Some(goods) = trades(words, draft) {
        return Some(Tense::Future(goods));
    }
    // "on Wednesday he told": the verb that follows at once governs.
    for i in draft.end..draft.end + NEAR {
        if words.at(i).is_none_or(|it| it.token.kind == TokenKind::Mark || it.classes & Class::Prep.bit() != 0) {
            break;
        }
        if words.is(i, Class::PastVerb) && opens_clause(words, draft.start) {
            return Some(cue(words, i).unwrap_or_default());
        }
    }
    if splits_clause(words, draft) {
        return place(words, draft.end).map(Tense::Past);
    }
    let ahead = leads_ahead(words, draft).or_else(|| depends(words, draft.start)).map(Tense::Future);
    ahead.or_else(|| deadline(words, draft))
}

/// What governs it from the left.
fn before(words: Words<'_, '_>, draft: &Draft) -> Option<Tense> {
    let is_bound = matches!(lead(words, draft.start), Some(BY | UNTIL | BEFORE));
    let floor = draft.start.saturating_sub(REACH);
    let (mut infinitive, mut start) = (draft.start, floor);
    let mut until = None;
    for i in (floor..draft.start).rev() {
        if ends_sentence(words, i) {
            start = i + 1;
            break;
        }
        // "since the outbreak in April"
        if words.value(i, Class::Prep) == Some(SINCE) && draft.start - i <= A_PREDICATE {
            return place(words, i).map(Tense::Past);
        }
        let kind = words.value(i, Class::FutureVerb);
        match cue(words, i).filter(|_| draft.start - i <= reach(words, i)) {
            // "was minister until February": the verb before it tells.
            Some(Tense::Future(range)) if kind == Some(3) && lacks_year(&draft.expr) => until = Some(range),
            Some(Tense::Future(range)) if governs_less(words, i) => return Some(Tense::Likely(range)),
            Some(tense) => return Some(tense),
            None => {}
        }
        // "they hoped to reach the village by Friday": what is to be done by then is yet to be done.
        if is_bound && is_infinitive(words, i) && is_aim(words, i) {
            return place(words, i + 1).map(Tense::Future);
        }
        // "urged the union to give way before a vote on Tuesday": what is done before it is done by now, and it is not.
        if i + 1 < draft.start && comes_before(words, i) {
            return place(words, i).map(Tense::Likely);
        }
        if is_infinitive(words, i) {
            infinitive = i;
        }
    }
    // "Storm to reach coast Friday": a headline's future.
    if infinitive < draft.start && (start + 1..start + NEAR + 2).contains(&infinitive) {
        return place(words, infinitive + 1).map(Tense::Likely);
    }
    until.map(Tense::Likely)
}

/// What follows it in the sentence.
fn after(words: Words<'_, '_>, draft: &Draft) -> Tense {
    if opens_entry(words, draft) {
        return place(words, draft.end).map_or(Tense::Untold, Tense::Past);
    }
    let mut speech = Tense::Untold;
    let mut ahead = draft.end..(draft.end + REACH).min(words.lexemes.len());
    while let Some(i) = ahead.next() {
        if ends_sentence(words, i) {
            break;
        }
        if let Some(end) = aside_of_speaker(words, draft.end, i) {
            speech = cue(words, i).unwrap_or_default();
            ahead.start = end;
            continue;
        }
        // A plan that is told of after it is another one.
        let is_noun = words.value(i, Class::FutureVerb) == Some(4);
        let opens = || opens_clause(words, draft.start) && !is_owner(words, draft) && !governs_less(words, i);
        match cue(words, i) {
            // "On 28 May the comet will be seen": what opens its clause belongs to its verb.
            Some(Tense::Future(range)) if opens() => return Tense::Future(range),
            Some(Tense::Future(range)) if !is_noun => return Tense::Likely(range),
            Some(Tense::Past(range)) => return Tense::Past(range),
            _ => {}
        }
    }
    speech
}

/// "the envoys on Sunday agreed", but not "the vote planned for Sunday was put off".
fn splits_clause(words: Words<'_, '_>, draft: &Draft) -> bool {
    let told = is_past(words, draft.end) && !words.does(draft.end, Role::Helper);
    let prep = lead(words, draft.start);
    let subject = draft.start.checked_sub(if prep.is_some() { 2 } else { 1 });
    told && matches!(prep, None | Some(ON)) && subject.is_some_and(|it| !words.is(it, Class::FutureVerb))
}

/// "before a vote", "ahead of the first meeting", "on the eve of a summit": what is spoken of has not been yet.
fn comes_before(words: Words<'_, '_>, i: usize) -> bool {
    let is_noun = |at: usize| words.is(at, Class::A);
    let is_of = || words.value(i + 1, Class::Prep) == Some(OF) && (is_noun(i + 2) || words.is(i + 2, Class::The));
    if words.does(i, Role::Ahead) { is_of() } else { words.value(i, Class::Prep) == Some(BEFORE) && is_noun(i + 1) }
}

/// "Monday's ruling", "Monday's deadly blast" lies behind, whatever will be done about it.
fn happened(words: Words<'_, '_>, draft: &Draft) -> Option<TextRange> {
    let noun = (draft.end + 2..draft.end + 4).find(|it| words.is(*it, Class::Happened))?;
    let is_word = |it: usize| words.at(it).is_some_and(|it| it.token.kind == TokenKind::Word);
    (is_owner(words, draft) && (draft.end + 2..noun).all(is_word)).then(|| place(words, noun))?
}

/// "Monday's"
fn is_owner(words: Words<'_, '_>, draft: &Draft) -> bool {
    words.is_apostrophe(draft.end) && words.touches(draft.end) && words.is(draft.end + 1, Class::Plural)
}

/// "a Friday deadline": a day to come, unless it has been missed.
fn deadline(words: Words<'_, '_>, draft: &Draft) -> Option<Tense> {
    if !is_deadline(words, draft.end) {
        return None;
    }
    let range = place(words, draft.end)?;
    let near = draft.start.saturating_sub(NEAR)..draft.start;
    let is_over = near.into_iter().any(|it| words.does(it, Role::Over));
    // "most had paid by the Friday deadline": one that is known may lie behind.
    let is_known = draft.start.checked_sub(1).is_some_and(|it| words.is(it, Class::The));
    if is_known && let Some(told @ Tense::Past(_)) = before(words, draft) {
        return Some(told);
    }
    Some(if is_over { Tense::Past(range) } else { Tense::Future(range) })
}

/// Whether the day before a word is one by which something is to be done.
pub(super) fn is_deadline(words: Words<'_, '_>, after: usize) -> bool {
    words.does(after, Role::Deadline)
}

/// "crude for May delivery", "the October contract", "futures for May": a month to come, in which goods are to be delivered.
fn trades(words: Words<'_, '_>, draft: &Draft) -> Option<TextRange> {
    let Expr::Month { which: Which::Bare, year: YearSaid::Unsaid, .. } = draft.expr else { return None };
    let is_traded = |it: &usize| words.does(*it, Role::Trade);
    let before = || lead(words, draft.start).filter(|it| *it == FOR).and_then(|_| draft.start.checked_sub(2));
    let word = (draft.end..draft.end + 2).find(is_traded).or_else(|| before().filter(is_traded))?;
    place(words, word)
}

/// Whether only the year of a month or of a day in it is unsaid.
fn lacks_year(expr: &Expr) -> bool {
    matches!(expr, Expr::Month { year: YearSaid::Unsaid, .. } | Expr::Date { year: YearSaid::Unsaid, .. })
}

/// The preposition before a word, by its number in the lexica.
fn lead(words: Words<'_, '_>, start: usize) -> Option<i32> {
    start.checked_sub(1).and_then(|it| words.value(it, Class::Prep))
}

/// "if none is found by Friday", "without a deal by Friday": what all depends on has not been.
fn depends(words: Words<'_, '_>, start: usize) -> Option<TextRange> {
    if !matches!(lead(words, start), Some(BY | BEFORE)) {
        return None;
    }
    let clause = (start.saturating_sub(A_CONDITION)..start).rev().take_while(|it| !ends_sentence(words, *it));
    let condition = clause.clone().find(|it| words.does(*it, Role::Condition))?;
    let is_over = clause.take_while(|it| *it > condition).any(|it| words.does(it, Role::Had));
    (!is_over).then(|| place(words, condition))?
}

/// How long a condition may be up to its date, in words.
const A_CONDITION: usize = 12;

/// Whether an infinitive names what somebody is after: "hoped to leave", but not "managed to leave", "rose to five".
fn is_aim(words: Words<'_, '_>, to: usize) -> bool {
    let is_done = to.checked_sub(1).is_none_or(|it| words.does(it, Role::Done));
    !is_done && !words.is(to + 1, Class::Cardinal)
}

/// "In spring, he told farmers, the rain would come": the comma that ends what says who speaks.
fn aside_of_speaker(words: Words<'_, '_>, after: usize, verb: usize) -> Option<usize> {
    let speaks = words.does(verb, Role::Speech);
    let is_mark = |at: &usize| words.at(*at).is_some_and(|it| it.token.kind == TokenKind::Mark);
    let end = (verb + 1..verb + 1 + AN_ASIDE).find(is_mark)?;
    (speaks && words.is_mark(after, b',') && words.is_mark(end, b',')).then_some(end)
}

/// "agreed to meet in May", "leaves in May", "was due in May", "said it would meet in May": what looks ahead, though not for
/// certain beyond the day of writing.
fn governs_less(words: Words<'_, '_>, i: usize) -> bool {
    let before = |role: Role| i.checked_sub(1).is_some_and(|it| words.does(it, role));
    match words.value(i, Class::FutureVerb) {
        Some(0) => words.does(i, Role::Shifted),
        Some(3 | 5 | 6) => true,
        // "is set to meet", "it expected to meet"
        Some(2 | 4) => !before(Role::Be),
        Some(1) => before(Role::Was) || is_past(words, i) && !before(Role::Be),
        _ => before(Role::Was),
    }
}

/// How far a word governs what follows it, in words.
fn reach(words: Words<'_, '_>, i: usize) -> usize {
    match words.value(i, Class::FutureVerb) {
        Some(5 | 6) => A_PREDICATE,
        Some(_) if governs_less(words, i) => LESS_REACH,
        _ => REACH,
    }
}

/// How long it may be from a verb of speech to its comma, in words.
const AN_ASIDE: usize = 6;

/// How far a present tense tells of a day ahead, in words: "leaves by helicopter on Friday".
const A_PREDICATE: usize = 8;

/// "ahead of Friday", "between now and Friday", "through Friday" but not "from Monday through Friday"; "the vote is Friday", "is on
/// Friday".
fn leads_ahead(words: Words<'_, '_>, draft: &Draft) -> Option<TextRange> {
    let prep = draft.start.checked_sub(1)?;
    let verb = if matches!(words.value(prep, Class::Prep), Some(IN | ON | AT)) { prep.checked_sub(1)? } else { prep };
    // "am" is a preposition in German.
    if words.does(verb, Role::Is) && words.is(verb, Class::Be) {
        return place(words, verb);
    }
    let word = match words.value(prep, Class::Prep)? {
        THROUGH if !follows_from(words, prep) && !is_length(words, prep) => prep,
        OF => prep.checked_sub(1).filter(|it| words.does(*it, Role::Ahead))?,
        AND | UNTIL => prep.checked_sub(1).filter(|it| words.is(*it, Class::Now))?,
        _ => return None,
    };
    place(words, word)
}

/// "in the 12 months through January", "this year through August": the end of what has been.
fn is_length(words: Words<'_, '_>, prep: usize) -> bool {
    prep.checked_sub(1).is_some_and(|it| words.is(it, Class::Units) || words.is(it, Class::Unit))
}

/// "from Monday morning through": the far end of a stretch.
fn follows_from(words: Words<'_, '_>, prep: usize) -> bool {
    (prep.saturating_sub(4)..prep).any(|it| words.value(it, Class::Prep) == Some(FROM))
}

impl Words<'_, '_> {
    /// Whether a word does this beside a verb or a date.
    fn does(&self, i: usize, role: Role) -> bool {
        self.at(i).and_then(|it| it.entry).is_some_and(|it| it.does(role))
    }
}

/// Where a word stands in the text.
fn place(words: Words<'_, '_>, i: usize) -> Option<TextRange> {
    words.at(i).map(|it| TextRange { start: it.token.start, end: it.token.end })
}

/// How near a verb stands that follows at once, in words.
const NEAR: usize = 3;

/// Whether an expression opens its clause: "On Wednesday he ..." after a mark.
fn opens_clause(words: Words<'_, '_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return true };
    // "the October-December quarter"
    if words.is_hyphen(before) && words.touches(start) {
        return false;
    }
    let before = if words.is(before, Class::Prep) { before.checked_sub(1) } else { Some(before) };
    before.is_none_or(|it| {
        words.at(it).is_some_and(|it| it.token.kind == TokenKind::Mark) || words.value(it, Class::Prep) == Some(AND)
    })
}

/// "March 19 - The parliament rejects the bill.": an entry of a chronicle, which tells of what is past as if it were now.
fn opens_entry(words: Words<'_, '_>, draft: &Draft) -> bool {
    let is_dated = matches!(draft.expr, Expr::Date { .. } | Expr::Month { .. });
    let is_head = draft.start == 0 || words.at(draft.start).is_some_and(|it| it.token.gap >= Gap::Line);
    is_dated && is_head && (words.is_hyphen(draft.end) || words.is_mark(draft.end, b':'))
}

/// "In 1958,", "Meanwhile, in March": nothing but a connective and a preposition stand before it.
pub(super) fn opens_sentence(words: Words<'_, '_>, start: usize) -> bool {
    let is_prep = |at: usize| words.is(at, Class::Prep);
    let mut at = start;
    while at > 0 && is_prep(at - 1) && !ends_sentence(words, at - 1) {
        at -= 1;
    }
    let is_head = |at: usize| at == 0 || ends_sentence(words, at - 1) || words.at(at).is_some_and(|it| it.token.gap >= Gap::Line);
    is_head(at) || (at >= 2 && words.is_mark(at - 1, b',') && is_head(at - 2))
}

pub(super) fn ends_sentence(words: Words<'_, '_>, i: usize) -> bool {
    if words.is_mark(i, b';') || words.is_mark(i, b'!') || words.is_mark(i, b'?') {
        return true;
    }
    let next = words.at(i + 1);
    let opens = next.is_none_or(|it| it.token.gap > Gap::None);
    words.is_mark(i, b'.')
        && opens
        && (i == 0 || !words.is(i - 1, Class::Abbreviation))
        && (i == 0 || words.word(i - 1).chars().count() > 2)
}

// Prepositions, by their numbers in the lexica.
const IN: i32 = 0;
const ON: i32 = 1;
const AT: i32 = 2;
const OF: i32 = 3;
const BY: i32 = 4;
const UNTIL: i32 = 5;
const BEFORE: i32 = 6;
const SINCE: i32 = 7;
const FROM: i32 = 8;
const FOR: i32 = 10;
const THROUGH: i32 = 12;
const TO: i32 = 14;
const AND: i32 = 16;
const OR: i32 = 17;
