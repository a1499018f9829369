//! One name in many spellings: keys under which spellings fall together, a table of pairs for those that do not, and the
//! entities of a folder made from both.

mod pairs;
mod romanise;
mod surname;
mod unite;

pub use romanise::romanise;
pub use surname::surnames;
pub use unite::entities;

/// The key of one word of a name: equal for its usual romanisations ("Dmitriev", "Dmitriyev", "Дмитриев").
pub fn key(word: &str) -> String {
    let roman = romanise(word);
    let mut umlauts = String::with_capacity(roman.len());
    for c in roman.chars() {
        match c {
            'ä' | 'Ä' => umlauts.push_str("ae"),
            'ö' | 'Ö' => umlauts.push_str("oe"),
            'ü' | 'Ü' => umlauts.push_str("ue"),
            _ => umlauts.push(c),
        }
    }
    fold(&umlauts)
}

/// The same where accents are merely left off ("Muller" for "Müller").
pub(crate) fn bare_key(word: &str) -> String {
    fold(&romanise(word))
}

fn fold(word: &str) -> String {
    let plain = any_ascii::any_ascii(word).to_lowercase();
    let letters: Vec<char> = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.len() < 4 {
        return letters.into_iter().collect();
    }
    let one_symbol = symbols(&letters);
    let ended = ending(one_symbol);
    let mut key = String::with_capacity(ended.len());
    let mut last = '\0';
    for (n, &c) in ended.iter().enumerate() {
        let next = ended.get(n + 1).copied().unwrap_or('\0');
        // "y", "i" and "j" before a vowel are written or left out as the writer likes.
        let glide = matches!(c, 'y' | 'i') && n > 0 && matches!(next, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        if glide || c == last {
            continue;
        }
        key.push(if c == 'y' { 'i' } else { c });
        last = c;
    }
    key
}

/// Letters that are written together for one sound become one symbol.
fn symbols(letters: &[char]) -> Vec<char> {
    const SOUNDS: [(&str, char); 14] = [
        ("shch", 'Q'),
        ("tch", 'C'),
        ("zh", 'Z'),
        ("kh", 'K'),
        ("sh", 'S'),
        ("ts", 'T'),
        ("tz", 'T'),
        ("ch", 'C'),
        ("gh", 'g'),
        ("ou", 'u'),
        ("th", 't'),
        ("ph", 'f'),
        ("ck", 'k'),
        ("ks", 'x'),
    ];
    let mut out = Vec::with_capacity(letters.len());
    let mut n = 0;
    while n < letters.len() {
        let sound = SOUNDS.iter().find(|(said, _)| said.chars().enumerate().all(|(k, c)| letters.get(n + k) == Some(&c)));
        match sound {
            Some((said, symbol)) => {
                out.push(*symbol);
                n += said.len();
            }
            None => {
                out.push(match letters[n] {
                    'w' => 'v',
                    'j' if n > 0 => 'y',
                    'q' => 'k',
                    other => other,
                });
                n += 1;
            }
        }
    }
    out
}

/// "-iy", "-yi", "-ij", "-ii", "-yy", "-y", "-i", "-ey", "-ei" at the end become one.
fn ending(mut letters: Vec<char>) -> Vec<char> {
    let keep = 3;
    let mut cut = false;
    while letters.len() > keep && matches!(letters.last(), Some('y' | 'i')) {
        letters.pop();
        cut = true;
    }
    if cut {
        if letters.len() > keep && letters.last() == Some(&'e') {
            letters.pop();
        }
        letters.push('I');
    }
    letters
}

/// Whether two words of a name are one spelled twice. Words under four letters must be the same but for case and accents.
fn same_word(a: &str, b: &str) -> bool {
    key(a) == key(b) || bare_key(a) == bare_key(b)
}

/// Words that are left out of a comparison: "al-Assad" is "Assad".
fn is_particle(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "al" | "el" | "ul" | "bin" | "ibn" | "de" | "da" | "von" | "van" | "der" | "la" | "the" | "of" | "and"
    )
}

fn parts(name: &str) -> Vec<&str> {
    let all: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '–')).filter(|it| !it.is_empty()).collect();
    let without: Vec<&str> = all.iter().copied().filter(|it| !is_particle(it)).collect();
    if without.is_empty() { all } else { without }
}

fn is_generation(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV" | "Junior" | "Senior")
}

fn initial_of(word: &str) -> Option<char> {
    let bare = word.strip_suffix('.').unwrap_or(word);
    let mut chars = bare.chars();
    let first = chars.next()?;
    (chars.next().is_none() && first.is_uppercase()).then_some(first)
}

fn first_fits(a: &str, b: &str) -> bool {
    if same_word(a, b) || pairs::same_first(a, b) {
        return true;
    }
    let initial = |short: &str, long: &str| initial_of(short).is_some_and(|it| romanise(long).starts_with(it));
    initial(a, b) || initial(b, a)
}

fn last_fits(a: &str, b: &str) -> bool {
    same_word(a, b) || pairs::same_last(a, b)
}

/// Whether two full names may be joined with nothing else known: the same surname and first name in any spelling. A surname
/// alone is joined to a full name only by what stands around it.
pub fn same(a: &str, b: &str) -> bool {
    if a == b || pairs::same_whole(a, b) {
        return true;
    }
    let (a, b) = (parts(a), parts(b));
    if a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| same_word(a, b)) {
        return true;
    }
    if a.len() < 2 || b.len() < 2 {
        return a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| last_fits(a, b));
    }
    let (generation_a, generation_b) = (a.iter().find(|it| is_generation(it)), b.iter().find(|it| is_generation(it)));
    if generation_a.map(|it| it.trim_end_matches('.')) != generation_b.map(|it| it.trim_end_matches('.')) {
        return false;
    }
    let (a, b): (Vec<&str>, Vec<&str>) =
        (a.into_iter().filter(|it| !is_generation(it)).collect(), b.into_iter().filter(|it| !is_generation(it)).collect());
    let ([first_a, middle_a @ .., last_a], [first_b, middle_b @ .., last_b]) = (a.as_slice(), b.as_slice()) else { return false };
    let middles =
        middle_a.is_empty() || middle_b.is_empty() || middle_a.iter().any(|a| middle_b.iter().any(|b| first_fits(a, b)));
    last_fits(last_a, last_b) && first_fits(first_a, first_b) && middles
}
