//! Words by which names are known: first names, places, offices, bodies; read from `data/names`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

/// What the data say of one word of a name, or of a whole name.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameWords {
    /// First names.
    pub(crate) first: HashSet<String>,
    /// Places by their whole name.
    pub(crate) places: HashSet<String>,
    /// The country of an adjective or a people: "Danish", "Danes".
    pub(crate) demonyms: HashMap<String, String>,
    /// The country behind another word for it: "UK".
    pub(crate) countries: HashMap<String, String>,
    /// Last words of places.
    pub(crate) endings: HashSet<String>,
    /// Capitalised words before a person's name.
    pub(crate) offices: HashSet<String>,
    /// The same in small letters.
    pub(crate) roles: HashSet<String>,
    /// Words of bodies.
    pub(crate) body_words: HashSet<String>,
    /// Bodies by their whole name.
    pub(crate) bodies: HashSet<String>,
    /// Capitalised words that are no names.
    pub(crate) never: HashSet<String>,
    /// Small words inside a name.
    pub(crate) particles: HashSet<String>,
}

#[derive(Deserialize)]
struct File {
    first: Names,
    country: BTreeMap<String, (String, String)>,
    place: Place,
    office: Office,
    body: Body,
    never: Words,
    particle: Words,
}

#[derive(Deserialize)]
struct Names {
    names: String,
}

#[derive(Deserialize)]
struct Place {
    names: String,
    endings: String,
}

#[derive(Deserialize)]
struct Office {
    words: String,
    small: String,
}

#[derive(Deserialize)]
struct Body {
    words: String,
    names: String,
}

#[derive(Deserialize)]
struct Words {
    words: String,
}

fn blanks(list: &str) -> HashSet<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

fn commas(list: &str) -> impl Iterator<Item = String> {
    list.split(',').map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|it| !it.is_empty())
}

impl NameWords {
    pub(crate) fn builtin() -> NameWords {
        let Ok(file) = toml::from_str::<File>(include_str!("../../../data/names/en.toml")) else { return NameWords::default() };
        let mut words = NameWords {
            first: blanks(&file.first.names),
            places: commas(&file.place.names).collect(),
            endings: blanks(&file.place.endings),
            offices: blanks(&file.office.words),
            roles: blanks(&file.office.small),
            body_words: blanks(&file.body.words),
            bodies: commas(&file.body.names).collect(),
            never: blanks(&file.never.words),
            particles: blanks(&file.particle.words),
            ..NameWords::default()
        };
        for (country, (others, adjectives)) in &file.country {
            words.places.insert(country.clone());
            for other in commas(others) {
                words.places.insert(other.clone());
                words.countries.insert(other, country.clone());
            }
            for adjective in adjectives.split_whitespace() {
                words.demonyms.insert(adjective.replace('-', " "), country.clone());
            }
        }
        words
    }
}
