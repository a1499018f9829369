//! The words that tell that something happened and how it is told, read once from `data/cues`.

use std::collections::{BTreeMap, HashMap};

mod phrases;

use serde::Deserialize;

pub(crate) use phrases::{DayWords, Market, StatusWords, holds};

const ENGLISH: &str = include_str!("../../data/cues/en.toml");

/// What a word does in a sentence before its neighbours are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Part {
    /// A noun, a verb, an adjective: told apart by its forms and neighbours.
    #[default]
    Open,
    /// "the", "its".
    Determiner,
    /// "he", "who".
    Pronoun,
    /// "in", "of".
    Preposition,
    /// "because", "while".
    Subordinator,
    /// "will", "may".
    Modal,
    /// "is", "been".
    Be,
    /// "has", "had".
    Have,
    /// "did".
    Do,
    /// "not".
    Not,
    /// "also".
    Adverb,
    /// "eight", "dozens".
    Number,
}

/// The forms a verb may have, as bits.
pub mod form {
    /// "meet"
    pub const BASE: u8 = 1;
    /// "meets"
    pub const THIRD: u8 = 2;
    /// "met", as in "they met"
    pub const PAST: u8 = 4;
    /// "met", as in "they have met"
    pub const PARTICIPLE: u8 = 8;
    /// "meeting"
    pub const ING: u8 = 16;
}

/// What a verb tells, as bits.
pub mod sense {
    /// Something happens.
    pub const EVENT: u8 = 1;
    /// Somebody says something.
    pub const SAYING: u8 = 2;
    /// Something is so, or is thought so.
    pub const STATE: u8 = 4;
    /// The saying is itself a deed worth a line.
    pub const ACT: u8 = 8;
    /// What is said is a claim.
    pub const CLAIM: u8 = 16;
    /// What is said is a denial.
    pub const DENIAL: u8 = 32;
    /// What is said lies ahead.
    pub const PROMISE: u8 = 64;
    /// Two things are set side by side.
    pub const RELATING: u8 = 128;
}

/// A verb or an event noun by its dictionary form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lemma {
    /// The dictionary form.
    pub word: String,
    /// Its Snowball stem.
    pub stem: String,
    /// The class of words that tell the same, empty where it stands alone.
    pub class: &'static str,
    /// What it tells; see [`sense`].
    pub sense: u8,
}

/// What is known of one written form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Form {
    /// What it does.
    pub part: Part,
    /// Which verb forms it may be; see [`form`].
    pub verb: u8,
    /// Index of the verb's lemma, from 1; 0 where it is known as none.
    pub lemma: u16,
    /// Whether it is as often a plain noun ("plans", "results").
    pub nounish: bool,
    /// Index of the event noun's lemma, from 1; 0 where it is none.
    pub noun: u16,
}

/// Everything that is known of the words that carry events.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    forms: HashMap<Box<str>, Form>,
    lemmas: Vec<Lemma>,
    thirds: HashMap<u16, Box<str>>,
    /// Conjunctions that make a condition of their clause.
    pub(crate) conditions: Vec<String>,
    /// Verbs that are done to nobody, so that their participle tells of no noun.
    pub(crate) suffered_by_none: std::collections::BTreeSet<String>,
    /// Plural nouns that do not look it.
    pub(crate) plurals: Vec<String>,
    /// Verbs that leave the telling to their object.
    pub(crate) light: std::collections::BTreeSet<String>,
    /// Verbs that lead to the verb that tells.
    pub(crate) leading: std::collections::BTreeSet<String>,
    /// What moves on markets, and how.
    pub(crate) market: Market,
    /// Phrases by the status they tell.
    pub(crate) status: StatusWords,
    /// Words that decide on which day something is told.
    pub(crate) day: DayWords,
    /// Words by which names are known.
    pub(crate) names: super::entity::NameWords,
    /// Words that decide what a line can do without.
    pub(crate) titles: super::title::TitleWords,
}

#[derive(Deserialize)]
struct File {
    class: BTreeMap<String, Class>,
    saying: Saying,
    state: Verbs,
    relating: Relating,
    plain: Verbs,
    irregular: BTreeMap<String, String>,
    doubling: Verbs,
    market: MarketWords,
    status: StatusWords,
    day: DayWords,
    grammar: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Class {
    verbs: String,
    nouns: String,
}

#[derive(Deserialize)]
struct Verbs {
    verbs: String,
}

#[derive(Deserialize)]
struct Relating {
    verbs: String,
    light: String,
    leading: String,
}

#[derive(Deserialize)]
struct MarketWords {
    moves: String,
    things: String,
}

#[derive(Deserialize)]
struct Saying {
    verbs: String,
    acts: String,
    claims: String,
    denials: String,
    promises: String,
    nouns: String,
}

fn words(list: &str) -> impl Iterator<Item = String> {
    list.split_whitespace().map(str::to_lowercase)
}

impl Cues {
    /// What is built into the program.
    pub fn builtin() -> Cues {
        let Ok(file) = toml::from_str::<File>(ENGLISH) else { return Cues::default() };
        Cues::of(&file)
    }

    fn of(file: &File) -> Cues {
        let stemmer = frostem::Stemmer::new(frostem::Algorithm::English);
        let mut senses: BTreeMap<String, (u8, &'static str)> = BTreeMap::new();
        let mut add = |list: &str, bits: u8, class: &'static str| {
            for verb in words(list) {
                let it = senses.entry(verb).or_default();
                it.0 |= bits;
                if it.1.is_empty() {
                    it.1 = class;
                }
            }
        };
        for name in class_names() {
            if let Some(class) = file.class.get(name) {
                add(&class.verbs, sense::EVENT, name);
            }
        }
        add(&file.saying.verbs, sense::SAYING, "say");
        add(&file.saying.acts, sense::SAYING | sense::ACT, "say");
        add(&file.saying.claims, sense::SAYING | sense::CLAIM, "say");
        add(&file.saying.denials, sense::SAYING | sense::DENIAL, "say");
        add(&file.saying.promises, sense::PROMISE, "");
        add(&file.state.verbs, sense::STATE, "");
        add(&file.relating.verbs, sense::RELATING, "");
        add(&file.relating.light, 0, "");
        add(&file.relating.leading, 0, "");
        add(&file.plain.verbs, 0, "");
        add(&file.market.moves, 0, "");

        let mut cues = Cues {
            conditions: file.grammar.get("conditions").map(|it| words(it).collect()).unwrap_or_default(),
            suffered_by_none: file.grammar.get("suffered_by_none").map(|it| words(it).collect()).unwrap_or_default(),
            plurals: file.grammar.get("people").map(|it| words(it).collect()).unwrap_or_default(),
            light: words(&file.relating.light).collect(),
            leading: words(&file.relating.leading).collect(),
            market: Market { moves: words(&file.market.moves).collect(), things: words(&file.market.things).collect() },
            status: file.status.clone(),
            day: file.day.clone(),
            names: super::entity::NameWords::builtin(),
            titles: super::title::TitleWords::builtin(),
            ..Cues::default()
        };
        let doubling: Vec<String> = words(&file.doubling.verbs).collect();
        for (verb, (bits, class)) in senses {
            let lemma = cues.lemma(&verb, &stemmer.stem(&verb), class, bits);
            let inflected = inflect(&verb, file.irregular.get(&verb).map(String::as_str), doubling.contains(&verb));
            cues.thirds.insert(lemma + 1, inflected[1].0.as_str().into());
            for (word, bit) in inflected {
                let it = cues.forms.entry(word.into()).or_default();
                if it.verb == 0 {
                    it.lemma = lemma + 1;
                }
                if it.lemma == lemma + 1 {
                    it.verb |= bit;
                }
            }
        }
        for name in class_names() {
            let Some(class) = file.class.get(name) else { continue };
            for noun in words(&class.nouns) {
                cues.noun(&noun, &stemmer.stem(&noun), name, sense::EVENT);
            }
        }
        for noun in words(&file.saying.nouns) {
            cues.noun(&noun, &stemmer.stem(&noun), "say", sense::SAYING);
        }
        for verb in file.grammar.get("nounish").map(|it| words(it)).into_iter().flatten() {
            for word in [plural(&verb), verb] {
                if let Some(it) = cues.forms.get_mut(word.as_str()) {
                    it.nounish = true;
                }
            }
        }
        for (list, part) in [
            ("adverbs", Part::Adverb),
            ("determiners", Part::Determiner),
            ("pronouns", Part::Pronoun),
            ("numbers", Part::Number),
            ("prepositions", Part::Preposition),
            ("subordinators", Part::Subordinator),
            ("modals", Part::Modal),
            ("be", Part::Be),
            ("have", Part::Have),
            ("do", Part::Do),
            ("not", Part::Not),
        ] {
            for word in file.grammar.get(list).map(|it| words(it)).into_iter().flatten() {
                cues.forms.entry(word.into()).or_default().part = part;
            }
        }
        cues.forms.entry("were".into()).or_default().verb |= form::PAST;
        cues
    }

    fn lemma(&mut self, word: &str, stem: &str, class: &'static str, sense: u8) -> u16 {
        self.lemmas.push(Lemma { word: word.to_owned(), stem: stem.to_owned(), class, sense });
        u16::try_from(self.lemmas.len() - 1).unwrap_or(u16::MAX)
    }

    fn noun(&mut self, noun: &str, stem: &str, class: &'static str, sense: u8) {
        let lemma = self.lemma(noun, stem, class, sense);
        for word in [noun.to_owned(), plural(noun)] {
            let it = self.forms.entry(word.into()).or_default();
            if it.noun == 0 {
                it.noun = lemma + 1;
            }
        }
    }

    /// What is known of a word in small letters.
    pub fn form(&self, word: &str) -> Form {
        self.forms.get(word).copied().unwrap_or_default()
    }

    /// The verb behind a form.
    pub fn verb(&self, form: Form) -> Option<&Lemma> {
        self.lemmas.get(usize::from(form.lemma).checked_sub(1)?)
    }

    /// The event noun behind a form.
    pub fn event_noun(&self, form: Form) -> Option<&Lemma> {
        self.lemmas.get(usize::from(form.noun).checked_sub(1)?)
    }

    /// The Snowball stem of a word in small letters.
    pub fn stem(&self, word: &str) -> String {
        frostem::Stemmer::new(frostem::Algorithm::English).stem(word).to_string()
    }

    /// The third person of the present of a verb's form: "meets" for "met".
    pub fn third_person(&self, form: Form) -> Option<&str> {
        self.thirds.get(&form.lemma).map(|it| &**it)
    }
}

/// The names of the classes as they stand in the data, in its order.
fn class_names() -> impl Iterator<Item = &'static str> {
    ENGLISH.lines().filter_map(|line| line.strip_prefix("[class.")?.strip_suffix(']'))
}

fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix('y').filter(|it| !it.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") {
        return format!("{noun}es");
    }
    format!("{noun}s")
}

/// The five forms of a verb with their bits; the third person stands second.
fn inflect(verb: &str, irregular: Option<&str>, doubles: bool) -> Vec<(String, u8)> {
    let consonant_y = verb.strip_suffix('y').filter(|it| !it.ends_with(['a', 'e', 'o', 'u']));
    let third = match verb {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        "go" | "do" | "veto" | "undergo" => format!("{verb}es"),
        _ => plural(verb),
    };
    let doubled = || {
        let last = verb.chars().next_back().map(String::from).unwrap_or_default();
        format!("{verb}{last}")
    };
    let (past, ing) = if doubles {
        (format!("{}ed", doubled()), format!("{}ing", doubled()))
    } else if let Some(stem) = consonant_y {
        (format!("{stem}ied"), format!("{verb}ing"))
    } else if let Some(stem) = verb.strip_suffix("ie") {
        (format!("{verb}d"), format!("{stem}ying"))
    } else if let Some(stem) = verb.strip_suffix('e').filter(|it| !it.ends_with('e') && !it.is_empty() && *it != "b") {
        (format!("{verb}d"), format!("{stem}ing"))
    } else if verb.ends_with('e') {
        (format!("{verb}d"), format!("{verb}ing"))
    } else if verb.ends_with('c') {
        (format!("{verb}ked"), format!("{verb}king"))
    } else {
        (format!("{verb}ed"), format!("{verb}ing"))
    };
    let mut past_and_participle = irregular.unwrap_or(&past).split_whitespace();
    let past = past_and_participle.next().unwrap_or(verb).to_owned();
    let participle = past_and_participle.next().unwrap_or(&past).to_owned();
    // "cancelled" beside "canceled".
    let british = (verb.ends_with('l') && !doubles && irregular.is_none())
        .then(|| [(format!("{verb}led"), form::PAST | form::PARTICIPLE), (format!("{verb}ling"), form::ING)]);
    let mut forms = vec![
        (verb.to_owned(), form::BASE),
        (third, form::THIRD),
        (past, form::PAST),
        (participle, form::PARTICIPLE),
        (ing, form::ING),
    ];
    forms.extend(british.into_iter().flatten());
    forms
}
