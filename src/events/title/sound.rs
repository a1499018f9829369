//! Whether a line, however it was made, is fit to print.

use super::lexicon::{TitleWords, is_acronym};
use crate::events::cue::{Cues, Part, form};

/// A line by its words.
struct Line<'a> {
    said: &'a str,
    words: Vec<&'a str>,
    /// The words in small letters.
    lower: Vec<String>,
    parts: Vec<Part>,
    cues: &'a Cues,
    titles: &'a TitleWords,
}

/// How sound a line is, 0 to 1; 0 where no editor would print it.
pub(super) fn soundness(line: &str, cues: &Cues) -> f32 {
    let line = Line::new(line, cues);
    if line.words.len() < 2
        || !balanced(line.said)
        || marred(line.said)
        || line.opens_badly()
        || line.ends_badly()
        || line.is_personal()
        || line.is_hollow()
        || is_torn(&line)
        || !line.tells()
    {
        return 0.0;
    }
    (1.0 - line.looks() - line.pointers() - line.vagueness()).max(0.1)
}

/// Whether a line leaves open whom or what it tells of: "Talks begin".
pub(crate) fn is_bare(line: &str, cues: &Cues) -> bool {
    let line = Line::new(line, cues);
    let named = line.words.iter().skip(1).any(|it| it.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    line.words.len() <= 3 && !named && !line.is_name(0)
}

impl<'a> Line<'a> {
    fn new(said: &'a str, cues: &'a Cues) -> Line<'a> {
        let words: Vec<&str> = said
            .split(|c: char| !(c.is_alphanumeric() || "'’-.&".contains(c)))
            .filter(|it| it.chars().any(char::is_alphanumeric))
            .collect();
        let lower: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
        let parts = lower.iter().map(|it| cues.form(it.trim_matches(['.', '-', '\'', '’'])).part).collect();
        Line { said, words, lower, parts, cues, titles: &cues.titles }
    }

    fn is(&self, n: usize, test: impl Fn(&str) -> bool) -> bool {
        self.lower.get(n).is_some_and(|it| test(it))
    }

    fn is_verb(&self, n: usize) -> bool {
        self.is(n, |it| self.cues.form(it).verb != 0) || matches!(self.parts.get(n), Some(Part::Be | Part::Have | Part::Modal))
    }

    /// Whether it opens in mid-sentence, with a word that points outside it, or with nobody.
    fn opens_badly(&self) -> bool {
        let first = self.lower[0].as_str();
        let nameless = self.titles.nameless.contains(first);
        let no_noun = nameless
            && (self.is(1, |it| it == "of") && !self.is(2, |it| matches!(it, "the" | "its" | "their" | "his" | "her" | "our"))
                || !matches!(self.parts[1], Part::Open | Part::Number | Part::Determiner | Part::Adverb)
                    && self.is(1, |it| it != "of"));
        let at_least = first == "at" && self.is(1, |it| it == "least" || it == "most");
        let by_part =
            matches!(self.parts[0], Part::Preposition | Part::Subordinator | Part::Be | Part::Have | Part::Do | Part::Modal)
                && !self.words[0].chars().all(char::is_uppercase)
                && !matches!(first, "following" | "round")
                && !at_least;
        // "Not a single ship leaves"
        let by_word = matches!(first, "and" | "but" | "or" | "nor" | "either" | "to" | "than" | "also" | "just")
            || self.parts[0] == Part::Not && !matches!(self.parts[1], Part::Determiner | Part::Number);
        let adverb = first.ends_with("ly")
            && first.len() > 4
            && !self.cues.names.places.contains(self.words[0])
            && !self.cues.names.first.contains(self.words[0])
            && (self.is_verb(1) || self.titles.points(self.words[1]));
        // "Moving above the line", but "Voting begins"
        let gerund = first.ends_with("ing")
            && self.is(0, |it| self.cues.form(it).verb != 0 && self.cues.form(it).noun == 0)
            && matches!(self.parts[1], Part::Preposition | Part::Determiner);
        // "The two | met"
        let the_nameless = first == "the"
            && self.is(1, |it| self.titles.nameless.contains(it))
            && self.parts.get(2).is_none_or(|it| {
                *it != Part::Open || self.is(2, |it| self.cues.form(it).verb != 0 && self.cues.form(it).noun == 0)
            });
        // "Many waited", "some say": nobody.
        let nobody = nameless
            && self.parts[0] != Part::Number
            && self.is(1, |it| {
                let form = self.cues.form(it);
                form.verb & (form::PAST | form::THIRD) != 0 && form.noun == 0 && !form.nounish
            });
        // "Comes the report": the subject stands elsewhere.
        let verb = self.is(0, |it| {
            let form = self.cues.form(it);
            form.verb & form::THIRD != 0 && form.noun == 0 && !form.nounish
        }) && self.parts[1] == Part::Determiner;
        let points = self.titles.points(self.words[0]) && !self.is_impersonal();
        points || verb || no_noun || by_part || by_word || adverb || gerund || the_nameless || nobody
    }

    /// "It emerges that the bank has hidden its losses"
    fn is_impersonal(&self) -> bool {
        let that = (2..4).any(|it| self.is(it, |it| it == "that"));
        self.lower[0] == "it" && that
    }

    /// Whether it ends on a word that something must follow, or on one that says nothing here: "announced it".
    fn ends_badly(&self) -> bool {
        let (n, last) = (self.words.len() - 1, self.lower[self.words.len() - 1].as_str());
        let (word, part) = (self.words[n], self.parts[n]);
        // "a mistake that we will pay for”"
        if self.said.ends_with(['”', '"']) {
            return false;
        }
        if word.starts_with(char::is_uppercase) && !matches!(part, Part::Determiner | Part::Preposition | Part::Subordinator) {
            return false;
        }
        matches!(part, Part::Determiner | Part::Subordinator | Part::Modal | Part::Be | Part::Have | Part::Do | Part::Not)
            || part == Part::Preposition && !self.titles.particles.contains(last)
            || matches!(
                last,
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
                    | "it"
                    | "them"
                    | "him"
            )
    }

    /// "I", "we", "your": one's own mind, outside quotation marks.
    fn is_personal(&self) -> bool {
        outside_quotes(self.said)
            .split(|c: char| !(c.is_alphanumeric() || "'’".contains(c)))
            .filter(|it| !is_acronym(it))
            .any(|it| self.titles.personal.contains(&it.to_lowercase().replace('’', "'")))
    }

    /// Whether the verb's own matter is left out: "the deadline has been, ", "the minister answered".
    fn is_hollow(&self) -> bool {
        let last = self.cues.form(&self.lower[self.lower.len() - 1]);
        let mute = last.verb & (form::PAST | form::THIRD) != 0
            && last.noun == 0
            && self.cues.verb(last).is_some_and(|it| self.titles.mute.contains(&it.word));
        mute || ["is", "are", "was", "were", "been", "be", "has", "have", "had"]
            .iter()
            .any(|it| self.said.contains(&format!(" {it}, ")))
    }

    /// Whether somebody does something, or a noun is itself what happens.
    fn tells(&self) -> bool {
        let any = form::PAST | form::THIRD | form::PARTICIPLE | form::BASE;
        let verb = self.lower.iter().zip(&self.parts).skip(1).any(|(it, part)| {
            self.cues.form(it).verb & any != 0
                || matches!(part, Part::Be | Part::Have | Part::Do | Part::Modal)
                || it.ends_with("ed")
        });
        verb || self.lower.iter().any(|it| self.cues.form(it).noun != 0)
    }

    /// What its look takes from it: capitals, quotation marks, a colon, a name said twice.
    fn looks(&self) -> f32 {
        let mut less = 0.0;
        let long = || self.words.iter().filter(|it| it.len() > 3);
        let n_capital = long().filter(|it| it.starts_with(char::is_uppercase)).count();
        let n_long = long().count();
        if n_long >= 5 && n_capital * 10 >= n_long * 8 {
            less += 0.3;
        }
        let shouted = self.words.iter().filter(|it| {
            it.len() > 4 && it.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) && it.chars().any(char::is_alphabetic)
        });
        less += match shouted.count() {
            0 | 1 => 0.0,
            2 => 0.4,
            _ => 0.7,
        };
        let repeats = self
            .words
            .iter()
            .enumerate()
            .any(|(n, it)| it.len() > 3 && it.starts_with(char::is_uppercase) && self.words[n + 1..].contains(it));
        if repeats {
            less += 0.2;
        }
        if self.said.contains(['"', '“', '‘']) {
            less += 0.1;
        }
        if self.said.contains(": ") && !self.said.contains(": “") {
            less += 0.25;
        }
        less
    }

    /// What words take from it that point to somebody or something outside.
    fn pointers(&self) -> f32 {
        let mut less = 0.0;
        let rest = || self.lower.iter().skip(1).map(String::as_str);
        if rest().any(|it| matches!(it, "he" | "she" | "him" | "them" | "there" | "here")) {
            less += 0.15;
        }
        // "Smith says they should go": whoever they are, Smith is none of them.
        if rest().any(|it| matches!(it, "they" | "this" | "these" | "those")) {
            less += if self.lower.iter().any(|it| it == "says") { 0.3 } else { 0.15 };
        }
        let object = |n: usize| {
            let (it, next) = (self.lower[n].as_str(), &self.lower[n + 1]);
            matches!(it, "it" | "him" | "her" | "them")
                && !matches!(self.parts[n + 1], Part::Be | Part::Have | Part::Modal | Part::Do)
                && (it != "her" || self.parts[n + 1] != Part::Open)
                && (it != "it" || self.cues.form(next).verb == 0)
        };
        if (1..self.words.len() - 1).any(object) {
            less += 0.2;
        }
        less
    }

    /// Whether its word is no common one, and so most likely a name.
    fn is_name(&self, n: usize) -> bool {
        let common = |it: &str| self.titles.common.contains(it) || self.cues.form(it).noun != 0 || self.cues.form(it).verb != 0;
        self.is(n, |it| !common(it) && !it.strip_suffix('s').is_some_and(common))
    }

    /// What words take from it that tell of no one event: "often", "should", a subject of which nothing more is said.
    fn vagueness(&self) -> f32 {
        let mut less = 0.0;
        let loose = |it: &String| matches!(it.as_str(), "usually" | "often" | "always" | "sometimes" | "perhaps" | "maybe");
        // What somebody says should be is what he asks for.
        let asked = |it: &String| matches!(it.as_str(), "should" | "must" | "ought");
        let says = self.lower.iter().any(|it| matches!(it.as_str(), "says" | "say"));
        if self.lower.iter().skip(1).any(|it| loose(it) || asked(it) && !says) {
            less += 0.25;
        }
        let subject = self.parts.iter().position(|it| !matches!(it, Part::Determiner | Part::Number));
        if subject.is_some_and(|n| self.titles.vague.contains(&self.lower[n]) && self.is_verb(n + 1)) {
            less += 0.2;
        }
        less
    }
}

/// Whether a pair lost its other half: "between the banks" and no more, or one name before "were".
fn is_torn(Line { words, lower, .. }: &Line) -> bool {
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
