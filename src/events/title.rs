//! The one line that names an event: one clear clause, who did what, where.

mod dates;
mod deadline;
mod headline;
mod lexicon;
mod marks;
mod need;
mod page;
mod recast;
mod sound;
mod speech;
mod subject;
mod tail;
mod told;
mod verb;

pub(crate) use lexicon::TitleWords;
use page::Page;
use recast::Recast;
pub(crate) use sound::is_bare;

use super::clause::{Clauses, Hold, clauses, is_past};
use super::cue::{Part, sense};
use super::mention::told_in_row;
use super::word::{Tag, Word, words};
use super::{Article, Basis, Cues, Mention, Status, Weight};
use crate::text::{Kind, Sentence};

/// One line that may name an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// As it would be printed.
    pub text: String,
    /// How well it would name the event of its mention, 0 to 1.
    pub fitness: f32,
    /// Whether an editor wrote it over an article.
    pub is_headline: bool,
    /// How it puts what it tells.
    pub status: Status,
}

/// The lines that one mention makes for an event of that status, the fittest first.
pub fn lines(article: &Article, mention: &Mention, of: Status, cues: &Cues) -> Vec<Line> {
    let document = article.document();
    let text = document.text.as_str();
    let Some(sentence) = document.sentences.get(mention.sentence as usize) else { return Vec::new() };
    let headline = |said: &str| {
        let line = headline::headline(article, said, cues);
        let fitness = 0.75 * sound::soundness(&line, cues);
        let status = if headline::is_plan(&line, cues) { Status::Planned } else { mention.status };
        (fitness > 0.0).then_some(Line { text: line, fitness, is_headline: true, status })
    };
    if is_headline(article, mention) {
        return headline(&document.quote(sentence.range)).into_iter().collect();
    }
    let told = told_in_row(article, sentence.range).map_or(sentence.range, |it| it.1);
    let words = words(text, told, &article.analysis.timexes, cues);
    let mut clauses = clauses(text, &words, cues);
    let at = teller(&words, &clauses, mention).filter(|_| !mention.is_deadline());
    let recast = at.map(|it| recast::recast(text, &words, &mut clauses, it, (mention.status, of), cues));
    // "reversed a decision to reopen on Friday": the clause tells another deed.
    let Some(put) = recast.unwrap_or(Some(Recast::Told)) else { return Vec::new() };
    let mut page = Page::new(article, &words, &clauses, cues);
    page.recast = at.map(|it| (it.0, put));
    let status = if put == Recast::Done { Status::Happened } else { mention.status };
    let owner = at.map(|it| it.0);
    let made = made(&page, mention);
    let whole = owner.filter(|_| made.is_empty()).map(|it| page.whole(it)).unwrap_or_default();
    let main = clauses.all.iter().position(|it| it.hold == Hold::Main && it.group.is_some());
    // What an aside dates does not date its sentence: "dismissed a remark that she had made the day before".
    let aside = owner.is_some_and(|it| clauses.lies_in_aside(it) || page.is_gapped(it));
    // "They managed it in May, and it should be done again by June": what is done names no plan.
    let done =
        main.is_some_and(|it| mention.status == Status::Planned && is_past(&words, &clauses.all[it]) && !page.is_saying(it));
    let spoken =
        main.filter(|_| made.is_empty() && whole.is_empty() && !aside && !done).map(|it| page.sentence(it)).unwrap_or_default();
    let doubts = doubts(&page, owner, mention);
    let mut found: Vec<Line> = [(made, 0.0), (whole, -0.05), (spoken, -0.25)]
        .into_iter()
        .map(|(text, bonus)| {
            let fitness = fitness_of(&text, article, mention, cues);
            Line {
                fitness: if fitness > 0.0 { (fitness + bonus - doubts).max(0.01) } else { 0.0 },
                text,
                is_headline: false,
                status,
            }
        })
        .filter(|it| it.fitness > 0.0)
        .collect();
    // What the lead tells may be named by the headline.
    let main = owner.is_some_and(|it| matches!(clauses.all[it].hold, Hold::Main | Hold::Speech));
    if mention.basis == Basis::ArticleDay || main && is_lead(article, mention) {
        let title = document.source.title.as_deref();
        found.extend(title.and_then(headline).filter(|it| shares(&it.text, sentence.range.of(text))));
    }
    found.sort_by(|a, b| b.fitness.total_cmp(&a.fitness));
    found
}

/// The line that names the event of one mention; empty where no clause of it makes one.
pub fn title(article: &Article, mention: &Mention, cues: &Cues) -> String {
    lines(article, mention, mention.status, cues).into_iter().next().map(|it| it.text).unwrap_or_default()
}

/// The line of a sentence already read.
pub(crate) fn line(article: &Article, words: &[Word], clauses: &Clauses, mention: &Mention, cues: &Cues) -> String {
    let page = Page::new(article, words, clauses, cues);
    let made = made(&page, mention);
    if made.is_empty() { owner(&page, mention).map(|it| page.whole(it)).unwrap_or_default() } else { made }
}

/// Whether the sentence of a mention makes a line at least.
pub(crate) fn has_line(article: &Article, words: &[Word], clauses: &Clauses, cues: &Cues) -> bool {
    let page = Page::new(article, words, clauses, cues);
    let main = clauses.all.iter().position(|it| it.hold == Hold::Main && it.group.is_some());
    main.is_some_and(|it| sound::soundness(&page.sentence(it), cues) > 0.0)
}

/// The clause whose verb tells the mention.
fn owner(page: &Page<'_>, mention: &Mention) -> Option<usize> {
    teller(page.words, page.clauses, mention).map(|it| it.0)
}

/// The same with the verb.
fn teller(words: &[Word], clauses: &Clauses, mention: &Mention) -> Option<(usize, usize)> {
    let trigger = mention.trigger.as_ref()?.range;
    let at = words.iter().position(|word| word.range == trigger)?;
    let owner = clauses.owner[at];
    let (verb, _) = clauses.all[owner].group?;
    mention.clause.holds(words[verb].range).then_some((owner, at))
}

fn made(page: &Page<'_>, mention: &Mention) -> String {
    if let Some(trigger) = mention.trigger.as_ref().filter(|_| mention.is_deadline()) {
        return page.words.iter().position(|it| it.range == trigger.range).map(|it| page.deadline(it)).unwrap_or_default();
    }
    if let Some(line) = page.attributed(mention) {
        return line;
    }
    // "14 June. Three days of talks in Oslo." has no verb to go by.
    if mention.basis == Basis::Context && page.clauses.all.iter().all(|it| it.group.is_none()) {
        return page.verbless(mention.clause);
    }
    let Some(owner) = owner(page, mention) else {
        return page.noun(mention.clause, mention.trigger.as_ref().map(|it| it.range));
    };
    // ", officials said on Friday": the sentence itself is what was said.
    if page.clauses.all[owner].hold == Hold::Speech || page.is_saying(owner) && page.follows_quote(owner) {
        return page.speech(owner);
    }
    page.reported(owner).unwrap_or_else(|| page.clause(owner))
}

/// What in its sentence makes a line less sure: a page's furniture, an earlier past, a line that opens in mid-sentence.
fn doubts(page: &Page<'_>, owner: Option<usize>, mention: &Mention) -> f32 {
    let mut doubts = 0.0;
    if let Some(owner) = owner {
        let clause = page.clauses.all[owner];
        if told::is_pluperfect(page, &clause) {
            doubts += 0.1;
        }
        if clause.hold != Hold::Main && clause.hold != Hold::Speech {
            doubts += 0.1;
        }
        if page.words[clause.verb].quoted {
            doubts += 0.1;
        }
        // "the details given to reporters": of what is given the sentence tells more.
        let aside = clause.hold == Hold::Relative && page.words[clause.verb].tag == Tag::Participle;
        if aside && page.lemma(clause.verb).is_some_and(|it| page.titles().light.contains(&it.word)) {
            doubts += 0.3;
        }
    } else {
        let long = mention.clause.of(page.text).split_whitespace().count() >= 5;
        let named = page.words.iter().any(|it| it.tag == Tag::Name && mention.clause.holds(it.range));
        doubts += if long && named { 0.15 } else { 0.35 };
    }
    let said = page.words.iter().map(|it| it.of(page.text));
    let rough = said.clone().filter(|it| matches!(*it, "|" | "\\" | "@" | "--" | "*" | "/" | "=" | "#")).count();
    let ended = page.words.last().is_some_and(|it| matches!(it.tag, Tag::Stop | Tag::CloseQuote | Tag::OpenQuote));
    if rough > 0 || said.clone().any(|it| it.starts_with("http")) {
        doubts += 0.4;
    }
    if !ended && page.clauses.all.iter().any(|it| it.group.is_some()) && mention.basis != Basis::Context {
        doubts += 0.1;
    }
    if page.words.len() > 70 {
        doubts += 0.1;
    }
    doubts
}

/// How well a line would name the event of its mention, 0 to 1; 0 where it is no line.
pub fn fitness_of(line: &str, article: &Article, mention: &Mention, cues: &Cues) -> f32 {
    let sound = sound::soundness(line, cues);
    if sound == 0.0 {
        return 0.0;
    }
    let mut fitness: f32 = 0.35;
    let (length, n_words) = (line.chars().count(), line.split(' ').count());
    fitness += match length {
        30..=85 => 0.15,
        20..=29 => 0.1,
        15..=19 | 86..=90 => 0.05,
        91.. => -0.1,
        _ => 0.0,
    };
    fitness += match n_words {
        0..=2 => -0.05,
        3 => 0.0,
        _ => 0.05,
    };
    let names = &article.analysis.names;
    let text = article.document().text.as_str();
    let lo = names.partition_point(|it| it.range.start < mention.clause.start);
    let within = || names[lo..].iter().take_while(|it| it.range.end <= mention.clause.end);
    if within().any(|it| line.contains(it.full.rsplit(' ').next().unwrap_or(&it.full))) {
        fitness += 0.1;
    }
    // "Latest news The minister said": lines of a page run into one.
    let run_in = line.split(' ').skip(1).any(|it| {
        let small = it.len() > 1 && it.starts_with(char::is_uppercase) && it.chars().any(char::is_lowercase);
        let part = cues.form(&it.to_lowercase()).part;
        small
            && matches!(part, Part::Determiner | Part::Pronoun | Part::Preposition | Part::Subordinator | Part::Number)
            && !within().any(|name| name.range.of(text).split(' ').any(|word| word == it))
    });
    if run_in {
        fitness -= 0.45;
    }
    fitness += match (mention.weight, mention.basis) {
        (Weight::Main, Basis::Said) => 0.1,
        (Weight::Main, _) => 0.05,
        (Weight::Light | Weight::Supporting, _) => 0.0,
    };
    let bits = mention.trigger.as_ref().and_then(|it| {
        let said = it.range.of(text).to_lowercase();
        cues.verb(cues.form(&said)).or_else(|| cues.event_noun(cues.form(&said))).map(|it| it.sense)
    });
    fitness += match bits {
        Some(bits) if bits & sense::EVENT != 0 => 0.1,
        Some(bits) if bits & sense::SAYING != 0 => -0.05,
        Some(bits) if bits & sense::STATE != 0 => -0.1,
        _ => 0.0,
    };
    (fitness * sound).clamp(0.01, 1.0)
}

pub(super) fn is_headline(article: &Article, mention: &Mention) -> bool {
    let document = article.document();
    let sentence = document.sentences.get(mention.sentence as usize);
    sentence.and_then(|it| document.paragraphs.get(it.paragraph as usize)).is_some_and(|it| it.kind == Kind::Title)
}

/// Whether the mention stands in the first sentence of the body.
fn is_lead(article: &Article, mention: &Mention) -> bool {
    let document = article.document();
    let body = |it: &Sentence| document.paragraphs.get(it.paragraph as usize).is_some_and(|it| it.kind == Kind::Body);
    document.sentences.iter().position(body) == Some(mention.sentence as usize)
}

/// Whether most long words of a line stand in a sentence.
fn shares(line: &str, sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    let long: Vec<String> = line
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| it.len() > 3)
        .map(|it| it.chars().take(5).collect())
        .collect();
    let shared = long.iter().filter(|it| sentence.contains(it.as_str())).count();
    shared >= 2 && shared * 5 >= long.len() * 3
}
