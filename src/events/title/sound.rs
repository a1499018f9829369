//! Whether a line, however it was made, is fit to print.

use crate::events::cue::{Cues, Part, form};

/// How sound a line is, 0 to 1; 0 where no editor would print it.
pub(super) fn soundness(line: &str, cues: &Cues) -> f32 {
    let titles = &cues.titles;
    let words: Vec<&str> = line
        .split(|c: char| !(c.is_alphanumeric() || "'’-.&".contains(c)))
        .filter(|it| it.chars().any(char::is_alphanumeric))
        .collect();
    let lower: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
    let (Some(first), Some(last)) = (lower.first(), lower.last()) else { return 0.0 };
    let bare = |it: &str| it.trim_matches(['.', '-', '\'', '’']).to_owned();
    let parts: Vec<Part> = lower.iter().map(|it| cues.form(&bare(it)).part).collect();
    if words.len() < 2 || !balanced(line) || marred(line) {
        return 0.0;
    }
    let opens_badly = titles.pointing.contains(first)
        || titles.nameless.contains(first)
            && (lower.get(1).is_none_or(|it| it == "of")
                || !matches!(parts[1], Part::Open | Part::Number | Part::Determiner | Part::Adverb))
        || matches!(
            parts[0],
            Part::Preposition | Part::Subordinator | Part::Be | Part::Have | Part::Do | Part::Modal | Part::Not
        ) && !words[0].chars().all(char::is_uppercase)
            && first != "following"
            && !(first == "at" && lower.get(1).is_some_and(|it| it == "least" || it == "most"))
        || matches!(
            first.as_str(),
            "and" | "but" | "or" | "nor" | "either" | "neither" | "to" | "than" | "also" | "just" | "not"
        );
    let adverb_first = first.ends_with("ly")
        && first.len() > 4
        && !cues.names.places.contains(words[0])
        && !cues.names.first.contains(words[0])
        && lower.get(1).is_some_and(|it| cues.form(it).verb != 0 || parts[1] == Part::Be || parts[1] == Part::Have);
    let nameless = first == "the"
        && lower.get(1).is_some_and(|it| titles.nameless.contains(it))
        && parts.get(2).is_none_or(|it| {
            *it != Part::Open || lower.get(2).is_some_and(|it| cues.form(it).verb != 0 && cues.form(it).noun == 0)
        });
    // "Many waited", "some say": nobody.
    let nobody = titles.nameless.contains(first)
        && parts[0] != Part::Number
        && lower.get(1).is_some_and(|it| {
            let form = cues.form(it);
            form.verb & (form::PAST | form::THIRD) != 0 && form.noun == 0 && !form.nounish
        });
    let opens_badly = opens_badly || adverb_first || nameless || nobody;
    let capital_end = words.last().is_some_and(|it| it.starts_with(char::is_uppercase))
        && !matches!(parts[parts.len() - 1], Part::Determiner | Part::Preposition | Part::Subordinator);
    let ends_badly = !capital_end
        && (matches!(
            parts[parts.len() - 1],
            Part::Determiner | Part::Subordinator | Part::Modal | Part::Be | Part::Have | Part::Do | Part::Not
        ) || parts[parts.len() - 1] == Part::Preposition && !titles.particles.contains(last)
            || matches!(
                last.as_str(),
                "and"
                    | "but"
                    | "or"
                    | "to"
                    | "that"
                    | "who"
                    | "which"
                    | "whose"
                    | "he"
                    | "she"
                    | "they"
                    | "we"
                    | "i"
                    | "not"
                    | "very"
                    | "more"
            ));
    if opens_badly || ends_badly || is_torn(&words, &lower) {
        return 0.0;
    }
    let unquoted = outside_quotes(line).to_lowercase();
    let personal = unquoted
        .split(|c: char| !(c.is_alphanumeric() || "'’".contains(c)))
        .any(|it| titles.personal.contains(&it.replace('’', "'")));
    if personal {
        return 0.0;
    }
    // Somebody does something, or a noun is itself what happens.
    let verb = lower.iter().skip(1).any(|it| {
        let form = cues.form(it);
        form.verb & (form::PAST | form::THIRD | form::PARTICIPLE | form::BASE) != 0
            || matches!(form.part, Part::Be | Part::Have | Part::Do | Part::Modal)
            || it.ends_with("ed")
    });
    let noun = lower.iter().any(|it| cues.form(it).noun != 0);
    if !verb && !noun {
        return 0.0;
    }
    let mut sound: f32 = 1.0;
    if matches!(last.as_str(), "it" | "them" | "him" | "her" | "that" | "this") {
        sound -= 0.35;
    }
    let long = |it: &&&str| it.len() > 3;
    let capitals = words.iter().filter(long).filter(|it| it.starts_with(char::is_uppercase)).count();
    let n_long = words.iter().filter(long).count();
    if n_long >= 5 && capitals * 10 >= n_long * 8 {
        sound -= 0.3;
    }
    let shouted = words.iter().filter(|it| {
        it.len() > 4 && it.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) && it.chars().any(char::is_alphabetic)
    });
    match shouted.count() {
        0 | 1 => {}
        2 => sound -= 0.4,
        _ => sound -= 0.7,
    }
    let repeats =
        words.iter().enumerate().any(|(n, it)| it.len() > 3 && it.starts_with(char::is_uppercase) && words[n + 1..].contains(it));
    if repeats {
        sound -= 0.2;
    }
    if lower
        .iter()
        .skip(1)
        .any(|it| matches!(it.as_str(), "he" | "she" | "they" | "him" | "them" | "this" | "these" | "those" | "there" | "here"))
    {
        sound -= 0.15;
    }
    if lower.iter().skip(1).any(|it| {
        matches!(it.as_str(), "usually" | "often" | "always" | "sometimes" | "perhaps" | "maybe" | "should" | "must" | "ought")
    }) {
        sound -= 0.25;
    }
    if lower.iter().skip(1).zip(lower.iter().skip(2)).any(|(it, next)| {
        matches!(it.as_str(), "it" | "him" | "her" | "them")
            && !matches!(cues.form(next).part, Part::Be | Part::Have | Part::Modal | Part::Do)
            && (it != "her" || cues.form(next).part != Part::Open)
            && (it != "it" || cues.form(next).verb == 0)
    }) {
        sound -= 0.2;
    }
    if line.contains(['"', '“', '‘']) {
        sound -= 0.1;
    }
    if line.contains(": ") && !line.contains(": “") {
        sound -= 0.25;
    }
    // The noun that says who or what is all that is said of it.
    let vague = |it: &String| titles.vague.contains(it);
    let subject = lower.iter().position(|it| !matches!(cues.form(it).part, Part::Determiner | Part::Number));
    if subject.is_some_and(|n| {
        vague(&lower[n])
            && lower.get(n + 1).is_some_and(|it| {
                cues.form(it).verb != 0 && cues.form(it).part != Part::Preposition
                    || cues.form(it).part == Part::Be
                    || cues.form(it).part == Part::Have
                    || cues.form(it).part == Part::Modal
            })
    }) {
        sound -= 0.2;
    }
    sound.max(0.1)
}

/// Whether a pair lost its other half: "between the banks" and no more, or one name before "were".
fn is_torn(words: &[&str], lower: &[String]) -> bool {
    let between = lower.iter().position(|it| it == "between");
    let lone = between.is_some_and(|at| lower[at..].len() < 3 || !lower[at..].iter().any(|it| it == "and"))
        && between.is_some_and(|at| !lower[at..].iter().skip(1).take(3).any(|it| it.ends_with('s') && !it.ends_with("us")));
    let name = words.iter().take_while(|it| it.starts_with(char::is_uppercase)).count();
    let plural = lower.get(name).is_some_and(|it| matches!(it.as_str(), "were" | "are" | "have"));
    lone || name >= 2 && plural && !lower[name - 1].ends_with('s')
}

/// Whether marks stand in it that no line has: of a page, of a thread, of a question.
fn marred(line: &str) -> bool {
    ["|", "\\", "http", "www.", "@", "wrote:", "...", "…", ",,", "?", " ,", "--", "•", "►", "=", "*", "_", "/\\", "..", "#", "!"]
        .iter()
        .any(|it| line.contains(it))
        || line.ends_with(" '")
        || line.ends_with(" ’")
        || line.ends_with([',', ';', ':', '-', '–', '—', '(', '“', '‘', '['])
}

fn balanced(line: &str) -> bool {
    let count = |mark: char| line.matches(mark).count();
    count('“') == count('”')
        && count('"').is_multiple_of(2)
        && count('(') == count(')')
        && count('[') == count(']')
        && count('‘') <= count('’')
        && !line.contains("``")
        && !line.contains("''")
}

/// The line without what stands within quotation marks.
fn outside_quotes(line: &str) -> String {
    line.split(['"', '“', '”']).step_by(2).collect::<Vec<_>>().join(" ")
}
