//! The one line that names an event: one clear clause, who did what, where.

mod complement;
mod compose;
mod cut;
mod speech;
mod subject;
mod verb;

use compose::Page;

use super::clause::{Clauses, Hold, clauses};
use super::word::{Word, words};
use super::{Article, Basis, Cues, Mention, Weight};
use crate::text::Kind;

/// The line that names the event of one mention; empty where no clause of it makes one.
pub fn title(article: &Article, mention: &Mention, cues: &Cues) -> String {
    let text = article.document().text.as_str();
    let Some(sentence) = article.document().sentences.get(mention.sentence as usize) else { return String::new() };
    if is_headline(article, mention) {
        return headline(&article.document().quote(sentence.range));
    }
    let words = words(text, sentence.range, &article.analysis.timexes, cues);
    let clauses = clauses(text, &words, cues);
    let line = line(article, &words, &clauses, mention, cues);
    // What the lead tells may be named by the headline.
    if line.is_empty() && mention.basis == Basis::ArticleDay {
        return article.document().source.title.as_deref().map(headline).unwrap_or_default();
    }
    line
}

/// The same from a sentence already read.
pub(crate) fn line(article: &Article, words: &[Word], clauses: &Clauses, mention: &Mention, cues: &Cues) -> String {
    let page = Page { article, text: article.document().text.as_str(), words, clauses, cues };
    let trigger = mention.trigger.as_ref().map(|it| it.range);
    // "14 June. Three days of talks in Oslo." has no verb to go by.
    if mention.basis == Basis::Context && clauses.all.iter().all(|it| it.group.is_none()) {
        return cut::finished(page.text.get(mention.clause.span()).unwrap_or_default());
    }
    let at = trigger.and_then(|it| page.words.iter().position(|word| word.range == it));
    let owner = at.map(|it| page.clauses.owner[it]);
    let Some(owner) = owner else { return String::new() };
    let clause = page.clauses.all[owner];
    let tells_clause = clause.group.is_some_and(|(verb, _)| mention.clause.holds(page.words[verb].range));
    if !tells_clause {
        return page.noun(mention.clause);
    }
    // ", officials said on Friday": the sentence itself is what was said.
    if clause.hold == Hold::Speech {
        return page.speech(owner);
    }
    page.clause(owner)
}

/// How well a mention's own line would name its event, 0 to 1; 0 where it makes none.
pub fn fitness(article: &Article, mention: &Mention, cues: &Cues) -> f32 {
    let title = title(article, mention, cues);
    fitness_of(&title, article, mention)
}

/// The same for a line already made.
pub fn fitness_of(title: &str, article: &Article, mention: &Mention) -> f32 {
    let n_words = title.split(' ').count();
    if n_words < 2 || title.is_empty() {
        return 0.0;
    }
    let mut fitness: f32 = 0.5;
    let length = title.chars().count();
    if (25..=80).contains(&length) {
        fitness += 0.15;
    }
    if n_words >= 4 {
        fitness += 0.1;
    } else {
        fitness -= 0.2;
    }
    let names = &article.analysis.names;
    let lo = names.partition_point(|it| it.range.start < mention.clause.start);
    let named = names[lo..]
        .iter()
        .take_while(|it| it.range.end <= mention.clause.end)
        .any(|it| title.contains(it.full.rsplit(' ').next().unwrap_or(&it.full)));
    if named {
        fitness += 0.1;
    }
    fitness += match (mention.weight, mention.basis) {
        (Weight::Main, Basis::Said) => 0.1,
        (Weight::Main, _) => 0.05,
        (Weight::Light | Weight::Supporting, _) => 0.0,
    };
    let is_saying = mention.trigger.as_ref().is_some_and(|it| it.class == "say");
    if is_saying {
        fitness -= 0.1;
    }
    if title.contains(['"', '“']) {
        fitness -= 0.05;
    }
    if [" it ", " they ", " he ", " she ", " his ", " their ", " this ", " these ", " I ", " we "]
        .iter()
        .any(|it| title.contains(it))
    {
        fitness -= 0.1;
    }
    fitness.clamp(0.05, 1.0)
}

fn is_headline(article: &Article, mention: &Mention) -> bool {
    let document = article.document();
    let sentence = document.sentences.get(mention.sentence as usize);
    sentence.and_then(|it| document.paragraphs.get(it.paragraph as usize)).is_some_and(|it| it.kind == Kind::Title)
}

/// A headline as it stands, without a final mark, a live tag or an outlet.
fn headline(said: &str) -> String {
    let cut = said.split(" | ").next().unwrap_or(said);
    let cut = cut.trim().trim_end_matches(['.', ':']);
    cut.to_owned()
}
