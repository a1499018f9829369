//! Spellings that are too far apart for a key, as pairs: "Kyiv" and "Kiev", "Mykola" and "Nikolai".

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    first: Rows,
    last: Rows,
    place: Rows,
    body: Rows,
}

#[derive(Deserialize)]
struct Rows {
    rows: Vec<String>,
}

/// Rows by the key of each of their names.
#[derive(Default)]
struct Pairs {
    first: HashMap<String, usize>,
    last: HashMap<String, usize>,
    whole: HashMap<String, usize>,
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let Ok(file) = toml::from_str::<File>(include_str!("../../../data/names/pairs.toml")) else { return Pairs::default() };
    let by_key = |rows: &[String], from: usize, key: fn(&str) -> String| -> Vec<(String, usize)> {
        let keys = |row: &String| row.split_whitespace().map(key).collect::<Vec<_>>();
        rows.iter().enumerate().flat_map(|(n, row)| keys(row).into_iter().map(move |it| (it, from + n))).collect()
    };
    let places = file.place.rows.len();
    Pairs {
        first: by_key(&file.first.rows, 0, super::key).into_iter().collect(),
        last: by_key(&file.last.rows, 0, super::key).into_iter().collect(),
        whole: by_key(&file.place.rows, 0, whole_key).into_iter().chain(by_key(&file.body.rows, places, whole_key)).collect(),
    }
});

/// A whole name as one word; bodies are told apart by case ("IS", "is"), so it is kept for short ones.
fn whole_key(name: &str) -> String {
    let joined: String =
        name.split(|c: char| c.is_whitespace() || c == '-').filter(|it| !it.is_empty()).collect::<Vec<_>>().join("-");
    let bare = joined.replace(['.', '\'', '’'], "");
    let roman = super::romanise(&bare);
    if roman.chars().count() < 5 { roman } else { any_ascii::any_ascii(&roman).to_lowercase() }
}

fn same_row(rows: &HashMap<String, usize>, a: &str, b: &str) -> bool {
    rows.get(a).is_some_and(|row| rows.get(b) == Some(row))
}

pub(super) fn same_first(a: &str, b: &str) -> bool {
    same_row(&PAIRS.first, &super::key(a), &super::key(b))
}

pub(super) fn same_last(a: &str, b: &str) -> bool {
    same_row(&PAIRS.last, &super::key(a), &super::key(b))
}

pub(super) fn same_whole(a: &str, b: &str) -> bool {
    same_row(&PAIRS.whole, &whole_key(a), &whole_key(b))
}

/// Keys under which a surname is filed: two surnames that may be one share at least one of them.
pub(super) fn last_keys(word: &str) -> Vec<String> {
    let mut keys = vec![super::key(word), super::bare_key(word)];
    keys.extend(PAIRS.last.get(&keys[0]).map(|row| format!("#{row}")));
    keys.sort();
    keys.dedup();
    keys
}

/// Keys under which a whole name is filed.
pub(super) fn whole_keys(name: &str) -> Vec<String> {
    let parts = super::parts(name);
    let mut keys = vec![parts.iter().map(|it| super::key(it)).collect::<Vec<_>>().join(" ")];
    keys.extend(PAIRS.whole.get(&whole_key(name)).map(|row| format!("#{row}")));
    keys
}
