//! Cyrillic in Latin letters by the BGN/PCGN tables for Russian and Ukrainian.

/// The word in Latin letters; what is not Cyrillic stays as it is.
pub fn romanise(word: &str) -> String {
    if !word.chars().any(is_cyrillic) {
        return word.to_owned();
    }
    let ukrainian = word.contains("ськ")
        || word.contains("цьк")
        || word.chars().any(|c| matches!(c, 'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ'));
    let mut roman = String::with_capacity(word.len());
    let mut before = ' ';
    for c in word.chars() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let said = letter(lower, before, ukrainian);
        match said {
            Some(said) if c != lower => {
                let mut letters = said.chars();
                roman.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                roman.push_str(letters.as_str());
            }
            Some(said) => roman.push_str(said),
            None => roman.push(c),
        }
        before = lower;
    }
    roman
}

fn is_cyrillic(c: char) -> bool {
    ('\u{0400}'..='\u{052F}').contains(&c)
}

fn letter(c: char, before: char, ukrainian: bool) -> Option<&'static str> {
    let after_vowel =
        matches!(before, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'й' | 'ъ' | 'ь') || !before.is_alphabetic();
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' if ukrainian => "h",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' if ukrainian => "e",
        'е' if after_vowel => "ye",
        'е' | 'э' => "e",
        'ё' if after_vowel => "yo",
        'ё' => "yo",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' if ukrainian => "y",
        'и' | 'і' => "i",
        'ї' => "yi",
        'й' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ў' => "w",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ы' => "y",
        'ь' | 'ъ' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}
