//! Finds the names of an article and settles, within it, which stand for the same.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{EntityKind, Name, NameWords};
use crate::events::alias;
use crate::events::cue::{Cues, Part, form, sense};
use crate::events::word::{self, Tag, Word};
use crate::text::{Document, TextRange};

/// A run of capitalised words that was taken for one name, before the article as a whole is asked.
struct Found {
    range: TextRange,
    text: String,
    kind: EntityKind,
}

/// The names of an article in order, each with its longest form there.
pub fn names(document: &Document, cues: &Cues) -> Vec<Name> {
    let text = document.text.as_str();
    let sentences: Vec<Vec<Word>> = document.sentences.iter().map(|it| word::split(text, it.range, cues)).collect();
    let mut certain: HashSet<&str> = HashSet::new();
    for words in &sentences {
        if is_headline(words) {
            continue;
        }
        for (n, word) in words.iter().enumerate() {
            if word.caps && !opens(words, n) {
                certain.insert(word.of(text));
            }
        }
    }
    let mut found = Vec::new();
    for words in &sentences {
        let headline = is_headline(words);
        let mut n = 0;
        while n < words.len() {
            let Some(end) = run(text, words, n, headline, &certain, cues) else {
                n += 1;
                continue;
            };
            take(text, words, n, end, cues, &mut found);
            n = end;
        }
    }
    settle(found, &cues.names)
}

fn opens(words: &[Word], n: usize) -> bool {
    n == 0 || matches!(words[n - 1].tag, Tag::OpenQuote | Tag::Stop | Tag::Break)
}

fn is_headline(words: &[Word]) -> bool {
    if words.last().is_some_and(|it| it.tag == Tag::Stop) {
        return false;
    }
    let long = words.iter().filter(|it| it.range.end - it.range.start > 3 && it.form.part == Part::Open);
    let (mut all, mut caps) = (0, 0);
    for word in long {
        all += 1;
        caps += usize::from(word.caps);
    }
    all > 3 && caps + all / 8 >= all
}

/// The end of the run of name words that begins at `n`, if one does.
fn run(text: &str, words: &[Word], n: usize, headline: bool, certain: &HashSet<&str>, cues: &Cues) -> Option<usize> {
    let it = &cues.names;
    let may = |n: usize| -> bool {
        let Some(word) = words.get(n).filter(|word| word.caps && word.tag == Tag::Noun) else { return false };
        let said = word.of(text);
        if it.never.contains(said) || said.len() < 2 {
            return false;
        }
        let known = certain.contains(said) || it.first.contains(said) || it.places.contains(said) || it.bodies.contains(said);
        if headline {
            return known && (word.form.part == Part::Open || it.places.contains(said));
        }
        if it.places.contains(said) && said.chars().all(|c| c.is_uppercase() || c == '.') {
            return true;
        }
        if opens(words, n) {
            let next_caps = words.get(n + 1).is_some_and(|next| next.caps && next.tag == Tag::Noun);
            return word.form.part == Part::Open
                && (known || (next_caps && word.form.verb == 0) || it.offices.contains(said) || it.demonyms.contains_key(said));
        }
        word.form.part == Part::Open || (word.form.part != Part::Open && next_is_name(words, n) && said.len() > 2)
    };
    if !may(n) {
        return None;
    }
    let mut end = n + 1;
    loop {
        let new_person =
            may(end) && it.first.contains(words[end].of(text)) && it.places.contains(words[end - 1].of(text)) && end - n > 1;
        if new_person {
            return Some(end);
        }
        if may(end) && adjoin(words, end) {
            end += 1;
            continue;
        }
        let particle = |n: usize| words.get(n).is_some_and(|word| !word.caps && it.particles.contains(word.of(text)));
        let last = words[end - 1].of(text);
        let first = words.get(end).map_or("", |word| word.of(text));
        let of = first == "of"
            && (it.body_words.contains(last)
                || it.offices.contains(last)
                    && matches!(
                        words.get(end + 1).map_or("", |word| word.of(text)),
                        "State" | "Defense" | "Defence" | "Staff" | "Treasury" | "Justice" | "Finance" | "Foreign"
                    )
                || matches!(last, "Gulf" | "Bay" | "Republic" | "Strait" | "Isle" | "Cape"));
        let and = matches!(first, "and" | "for")
            && (end..words.len().min(end + 4)).skip(1).take_while(|&n| may(n)).any(|n| it.body_words.contains(words[n].of(text)))
            && !it.places.contains(last)
            && words[n..end].iter().all(|word| !it.first.contains(word.of(text)))
            && (first == "for" && it.body_words.contains(last)
                || first == "and" && !it.body_words.contains(last) && !it.offices.contains(last));
        let small = particle(end) && !matches!(first, "of" | "the" | "and" | "for" | "y");
        if (of || and || small) && may(end + 1) {
            end += 2;
        } else if of && first == "of" && words.get(end + 1).is_some_and(|word| word.of(text) == "the") && may(end + 2) {
            end += 3;
        } else {
            return Some(end);
        }
    }
}

fn next_is_name(words: &[Word], n: usize) -> bool {
    words.get(n + 1).is_some_and(|next| next.caps && next.tag == Tag::Noun && next.form.part == Part::Open)
}

/// Whether nothing but a blank stands between a word and the one before.
fn adjoin(words: &[Word], n: usize) -> bool {
    words[n].range.start <= words[n - 1].range.end + 2
}

/// Cuts a run into names: a country before an office, an office before a person, and the name itself.
fn take(text: &str, words: &[Word], start: usize, end: usize, cues: &Cues, found: &mut Vec<Found>) {
    let it = &cues.names;
    let said = |n: usize| words[n].of(text);
    let whole = |a: usize, b: usize| {
        TextRange { start: words[a].range.start, end: words[b - 1].range.end }
            .of(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut push = |a: usize, b: usize, kind: EntityKind| {
        let range = TextRange { start: words[a].range.start, end: words[b - 1].range.end };
        found.push(Found { range, text: whole(a, b), kind });
    };
    let (mut at, mut end) = (start, end);
    while at < end && (it.never.contains(said(at)) || it.demonyms.contains_key(said(at))) {
        at += 1;
    }
    if at == end {
        return;
    }
    // A place before another name: "US President ...", "Ukraine Foreign Ministry".
    for n in (at + 1..end).rev() {
        if it.places.contains(&whole(at, n))
            && (it.places.contains(said(n))
                || it.offices.contains(said(n))
                || it.demonyms.contains_key(said(n))
                || it.bodies.contains(said(n)))
        {
            push(at, n, EntityKind::Place);
            at = n;
            break;
        }
        if it.bodies.contains(&whole(at, n)) && it.offices.contains(said(n)) {
            push(at, n, EntityKind::Organisation);
            at = n;
            break;
        }
    }
    if let Some(kind) = known(&whole(at, end), it) {
        return push(at, end, kind);
    }
    let is_body = (at..end).any(|n| it.body_words.contains(said(n))) && !it.first.contains(said(at));
    let has_office = (at..end).any(|n| it.offices.contains(said(n)));
    if is_body && !(has_office && it.offices.contains(said(at)) && (at..end).any(|n| it.first.contains(said(n)))) {
        return push(at, end, EntityKind::Organisation);
    }
    let mut offices = at;
    while offices < end
        && (it.offices.contains(said(offices))
            || it.demonyms.contains_key(said(offices))
            || matches!(said(offices), "of" | "for" | "the" | "State" | "Affairs" | "Minister" | "Defense" | "Homeland"))
    {
        offices += 1;
    }
    let titled = offices > at && offices != end;
    if offices == end && end - at >= 1 && it.offices.contains(said(at)) {
        return;
    }
    if titled {
        at = offices;
    }
    while end > at + 1 && (it.particles.contains(said(end - 1)) || it.never.contains(said(end - 1))) {
        end -= 1;
    }
    let before = start.checked_sub(1).map(|n| words[n]);
    let role = before.is_some_and(|word| it.roles.contains(word.of(text)));
    let after = words.get(end).filter(|word| word.tag == Tag::Noun && !word.caps);
    let speaks = after.is_some_and(|word| {
        cues.verb(word.form).is_some_and(|verb| verb.sense & sense::SAYING != 0)
            && word.form.verb & (form::PAST | form::THIRD) != 0
    });
    let n_words = end - at;
    let whole_name = whole(at, end);
    let kind = if let Some(kind) = known(&whole_name, it) {
        kind
    } else if n_words > 1 && it.endings.contains(said(end - 1)) && !it.first.contains(said(at)) {
        EntityKind::Place
    } else if titled || (n_words > 1 && (it.first.contains(said(at)) || role || (speaks && n_words < 4))) {
        EntityKind::Person
    } else if n_words == 1 && whole_name.len() <= 6 && whole_name.chars().all(|c| c.is_uppercase() || c == '.') {
        EntityKind::Organisation
    } else if role && n_words == 1 {
        EntityKind::Person
    } else if n_words == 1 && before.is_some_and(|word| matches!(word.of(text), "in" | "near")) {
        EntityKind::Place
    } else {
        EntityKind::Other
    };
    push(at, end, kind);
}

fn known(name: &str, words: &NameWords) -> Option<EntityKind> {
    if words.places.contains(name) {
        return Some(EntityKind::Place);
    }
    words.bodies.contains(name).then_some(EntityKind::Organisation)
}

/// Gives each name its longest form in the article and one kind.
fn settle(found: Vec<Found>, words: &NameWords) -> Vec<Name> {
    let mut votes: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    for it in &found {
        votes.entry(&it.text).or_default()[it.kind as usize] += 1;
    }
    let kind_of = |name: &str| -> EntityKind {
        if let Some(kind) = known(name, words) {
            return kind;
        }
        let it = votes.get(name).copied().unwrap_or_default();
        // A single sign outweighs any number of uses that say nothing.
        match (it[0], it[1], it[2]) {
            (0, 0, 0) => EntityKind::Other,
            (p, l, o) if p >= l && p >= o => EntityKind::Person,
            (_, l, o) if l >= o => EntityKind::Place,
            _ => EntityKind::Organisation,
        }
    };
    // Full names of people by the keys of their last and of their first word.
    let mut by_last: HashMap<String, BTreeMap<String, u32>> = HashMap::new();
    let mut by_first: HashMap<String, BTreeMap<String, u32>> = HashMap::new();
    for (name, it) in &votes {
        let parts: Vec<&str> = name.split(' ').collect();
        let kind = kind_of(name);
        if parts.len() < 2 || parts.len() > 4 || matches!(kind, EntityKind::Place | EntityKind::Organisation) {
            continue;
        }
        let weight = it.iter().sum::<u32>() + if kind == EntityKind::Person { 1000 } else { 0 };
        *by_last.entry(alias::key(parts[parts.len() - 1])).or_default().entry((*name).to_owned()).or_default() += weight;
        if kind == EntityKind::Person {
            *by_first.entry(alias::key(parts[0])).or_default().entry((*name).to_owned()).or_default() += weight;
        }
    }
    let full_of = |name: &str, kind: EntityKind| -> Option<String> {
        if matches!(kind, EntityKind::Place | EntityKind::Organisation) {
            return None;
        }
        let parts: Vec<&str> = name.split(' ').collect();
        let last = parts[parts.len() - 1];
        let fits = by_last
            .get(&alias::key(last))
            .map(|all| all.iter().filter(|(full, _)| parts.len() == 1 || alias::same(full, name)).collect::<Vec<_>>());
        let fits = match fits {
            Some(all) if !all.is_empty() => all,
            _ if parts.len() == 1 && words.first.contains(name) => {
                by_first.get(&alias::key(name)).map(|all| all.iter().collect()).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        // Two people of one name are told apart by no surname.
        let distinct: Vec<_> = fits
            .iter()
            .filter(|(full, _)| !fits.iter().any(|(other, _)| other.len() > full.len() && alias::same(other, full)))
            .collect();
        let (full, weight) = distinct.first()?;
        let (n_parts, others) = (full.split(' ').count(), distinct.len());
        (others == 1 && (n_parts > parts.len() || (n_parts == parts.len() && **weight >= 1000))).then(|| (*full).clone())
    };
    let mut settled: HashMap<String, (String, EntityKind)> = HashMap::new();
    for name in votes.keys() {
        let kind = kind_of(name);
        let full = full_of(name, kind);
        let kind = full.as_deref().map_or(kind, kind_of);
        settled.insert((*name).to_owned(), (full.unwrap_or_else(|| (*name).to_owned()), kind));
    }
    found
        .into_iter()
        .map(|it| {
            let (full, kind) = settled.get(&it.text).cloned().unwrap_or((it.text, it.kind));
            Name { range: it.range, full, kind }
        })
        .collect()
}
