//! The words that decide what a line can do without, read from `data/titles`.

use std::collections::HashSet;

use serde::Deserialize;

/// Words by what they mean for a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct TitleWords {
    /// Verbs that tell a whole deed without an object.
    pub(crate) alone: HashSet<String>,
    /// Verbs that need a phrase beside their object.
    pub(crate) phrase: HashSet<String>,
    /// Verbs after whose object comes an infinitive.
    pub(crate) to: HashSet<String>,
    /// Of these, verbs whose passive tells a whole deed.
    pub(crate) chosen: HashSet<String>,
    /// Verbs that say nothing without what is said.
    pub(crate) saying: HashSet<String>,
    /// Verbs of what is in a mind.
    pub(crate) mind: HashSet<String>,
    /// What somebody is when he speaks: "was convinced".
    pub(crate) mood: HashSet<String>,
    /// Verbs that say nothing where nothing follows.
    pub(crate) mute: HashSet<String>,
    /// What nobody does: "it emerged that".
    pub(crate) impersonal: HashSet<String>,
    /// Verbs that tell nothing of their own.
    pub(crate) light: HashSet<String>,
    /// Verbs with two objects.
    pub(crate) giving: HashSet<String>,
    /// What only says that something is to be: "was due to", "is scheduled to".
    pub(crate) arranged: HashSet<String>,
    /// Classes of verbs for what is arranged before it is done.
    pub(crate) planned: HashSet<String>,
    /// Nouns that an infinitive goes with: "in an effort to".
    pub(crate) infinitive: HashSet<String>,
    /// Nouns that an infinitive tells more of: "a deal to buy".
    pub(crate) purpose: HashSet<String>,
    /// Nouns that are nothing without what they say.
    pub(crate) telling: HashSet<String>,
    /// Adverbs that make another verb of theirs.
    pub(crate) particles: HashSet<String>,
    /// Before a mute verb: "declines to comment".
    pub(crate) silent: HashSet<String>,
    /// What goes with a date.
    pub(crate) dropped: HashSet<String>,
    /// What makes a bound of a date.
    pub(crate) bounds: HashSet<String>,
    /// Participles that only date a noun.
    pub(crate) dating: HashSet<String>,
    /// What opens a sentence and says nothing.
    pub(crate) openers: HashSet<String>,
    /// Adverbs that place a clause among others.
    pub(crate) placing: HashSet<String>,
    /// Adverbs without which a clause would tell something else.
    pub(crate) meaning: HashSet<String>,
    /// Parts of a time, which go with it.
    pub(crate) parts: HashSet<String>,
    /// Words that point outside the line.
    pub(crate) pointing: HashSet<String>,
    /// Words that name nobody where no noun follows.
    pub(crate) nameless: HashSet<String>,
    /// Before a subject, so few that without it the line is not true.
    pub(crate) scanty: HashSet<String>,
    /// Who passes on the news of others.
    pub(crate) outlets: HashSet<String>,
    /// People and things that are somebody's: "whose father".
    pub(crate) kin: HashSet<String>,
    /// Nouns that say too little to stand alone.
    pub(crate) vague: HashSet<String>,
    /// Words of one's own mind.
    pub(crate) personal: HashSet<String>,
    /// Before a headline, and no part of it.
    pub(crate) prefixes: HashSet<String>,
    /// Labels of what tells no one event.
    pub(crate) labels: HashSet<String>,
    /// Words that many articles of news hold, in small letters.
    pub(crate) common: HashSet<String>,
    /// What opens a question or an explanation.
    pub(crate) asking: HashSet<String>,
}

#[derive(Deserialize)]
struct File {
    verbs: Verbs,
    leads: Leads,
    subjects: Subjects,
    headlines: Headlines,
}

#[derive(Deserialize)]
struct Verbs {
    alone: String,
    phrase: String,
    to: String,
    chosen: String,
    saying: String,
    mind: String,
    mood: String,
    mute: String,
    impersonal: String,
    light: String,
    particles: String,
    silent: String,
    giving: String,
    arranged: String,
    planned: String,
    infinitive: String,
    purpose: String,
    telling: String,
}

#[derive(Deserialize)]
struct Leads {
    dropped: String,
    bounds: String,
    dating: String,
    openers: String,
    placing: String,
    meaning: String,
    parts: String,
}

#[derive(Deserialize)]
struct Subjects {
    pointing: String,
    nameless: String,
    scanty: String,
    outlets: String,
    kin: String,
    vague: String,
    personal: String,
}

#[derive(Deserialize)]
struct Headlines {
    prefixes: String,
    labels: String,
    asking: String,
}

/// Whether a word is written in capitals: "US", but not "I".
pub(crate) fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

fn words(list: &str) -> HashSet<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

impl TitleWords {
    /// Whether a word points outside the line: "he", "this"; "US" and "WHO" are names.
    pub(crate) fn points(&self, word: &str) -> bool {
        self.pointing.contains(&word.to_lowercase()) && !is_acronym(word)
    }

    pub(crate) fn builtin() -> TitleWords {
        let text = include_str!("../../../data/titles/en.toml");
        let Ok(file) = toml::from_str::<File>(text) else { return TitleWords::default() };
        TitleWords {
            alone: words(&file.verbs.alone),
            phrase: words(&file.verbs.phrase),
            to: words(&file.verbs.to),
            chosen: words(&file.verbs.chosen),
            saying: words(&file.verbs.saying),
            mind: words(&file.verbs.mind),
            mood: words(&file.verbs.mood),
            mute: words(&file.verbs.mute),
            impersonal: words(&file.verbs.impersonal),
            light: words(&file.verbs.light),
            particles: words(&file.verbs.particles),
            silent: words(&file.verbs.silent),
            giving: words(&file.verbs.giving),
            arranged: words(&file.verbs.arranged),
            planned: words(&file.verbs.planned),
            infinitive: words(&file.verbs.infinitive),
            purpose: words(&file.verbs.purpose),
            telling: words(&file.verbs.telling),
            dropped: words(&file.leads.dropped),
            bounds: words(&file.leads.bounds),
            dating: words(&file.leads.dating),
            openers: words(&file.leads.openers),
            placing: words(&file.leads.placing),
            meaning: words(&file.leads.meaning),
            parts: words(&file.leads.parts),
            pointing: words(&file.subjects.pointing),
            nameless: words(&file.subjects.nameless),
            scanty: words(&file.subjects.scanty),
            outlets: words(&file.subjects.outlets),
            kin: words(&file.subjects.kin),
            vague: words(&file.subjects.vague),
            personal: words(&file.subjects.personal),
            prefixes: words(&file.headlines.prefixes),
            labels: words(&file.headlines.labels),
            common: words(include_str!("../../../data/words/common-en.txt")),
            asking: words(&file.headlines.asking),
        }
    }
}
