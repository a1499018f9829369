//! The words that give furniture away, read from `data/furniture`.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

/// The words of the data file.
#[derive(Debug, Default, Deserialize)]
struct Words {
    lines: Vec<String>,
    starts: Vec<String>,
    opens: Vec<String>,
    addresses: Vec<String>,
    sections: Vec<String>,
    holds: Vec<String>,
    captions: Vec<String>,
    agencies: Vec<String>,
    wires: Vec<String>,
    bylines: Vec<String>,
    credits: Vec<String>,
    credit_ends: Vec<String>,
    dating: Vec<String>,
    date_words: Vec<String>,
    months: Vec<String>,
    weekdays: Vec<String>,
}

/// What gives furniture away.
#[derive(Debug, Default)]
pub struct Cues {
    lines: HashSet<String>,
    starts: Vec<String>,
    opens: HashSet<String>,
    addresses: HashSet<String>,
    sections: HashSet<String>,
    holds: Vec<String>,
    captions: Vec<String>,
    agencies: HashSet<String>,
    wires: HashSet<String>,
    bylines: Vec<String>,
    credits: Vec<String>,
    credit_ends: Vec<String>,
    dating: Vec<String>,
    date_words: HashSet<String>,
    months: HashSet<String>,
    weekdays: HashSet<String>,
}

static BUILTIN: LazyLock<Cues> = LazyLock::new(|| {
    let words: Words = toml::from_str(include_str!("../../../data/furniture/en.toml")).unwrap_or_default();
    let set = |it: Vec<String>| it.into_iter().collect();
    Cues {
        lines: set(words.lines),
        starts: words.starts,
        opens: set(words.opens),
        addresses: set(words.addresses),
        sections: set(words.sections),
        holds: words.holds,
        captions: words.captions,
        agencies: set(words.agencies),
        wires: set(words.wires),
        bylines: words.bylines,
        credits: words.credits,
        credit_ends: words.credit_ends,
        dating: words.dating,
        date_words: set(words.date_words),
        months: set(words.months),
        weekdays: set(words.weekdays),
    }
});

/// How a word may stand in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWord {
    /// The name of a month.
    Month,
    /// The name of a weekday.
    Weekday,
    /// A word that may stand beside them.
    Other,
}

impl Cues {
    /// The words that are built into the program.
    pub fn builtin() -> &'static Cues {
        &BUILTIN
    }

    /// Whether the whole line, folded, is furniture.
    pub fn is_line(&self, folded: &str) -> bool {
        self.lines.contains(folded)
    }

    /// Whether the line names a section or a region and nothing else.
    pub fn is_section(&self, folded: &str) -> bool {
        self.sections.contains(folded)
    }

    /// Whether a lower-case text begins as furniture does.
    pub fn starts_furniture(&self, lower: &str) -> bool {
        self.starts.iter().any(|it| lower.starts_with(it.as_str()))
    }

    /// Whether a short lower-case text tells of the page.
    pub fn holds_furniture(&self, lower: &str) -> bool {
        self.holds.iter().any(|it| lower.contains(it.as_str()))
    }

    /// Whether a lower-case text begins as what stands under a picture does.
    pub fn starts_caption(&self, lower: &str) -> bool {
        self.captions.iter().any(|it| lower.starts_with(it.as_str()))
    }

    /// Whether the line opens a list of other things.
    pub fn opens_list(&self, folded: &str) -> bool {
        self.opens.contains(folded)
    }

    /// Whether the line says that the article's own address follows.
    pub fn announces_address(&self, folded: &str) -> bool {
        self.addresses.contains(folded)
    }

    /// Whether it sells pictures.
    pub fn is_agency(&self, lower: &str) -> bool {
        self.agencies.contains(lower)
    }

    /// Whether it sends news by wire.
    pub fn is_wire(&self, lower: &str) -> bool {
        self.wires.contains(lower)
    }

    /// What follows the word that begins an author line.
    pub fn after_byline<'a>(&self, text: &'a str) -> Option<&'a str> {
        let lower = text.get(..text.len().min(16)).unwrap_or(text).to_lowercase();
        let cue = self.bylines.iter().find(|it| lower.starts_with(it.as_str()))?;
        text.get(cue.len()..).map(str::trim)
    }

    /// Whether a sentence names the makers of the article and not the news.
    pub fn is_credit(&self, sentence: &str) -> bool {
        let end = sentence.char_indices().nth(40).map_or(sentence.len(), |it| it.0);
        let lower = sentence[..end].to_lowercase();
        if self.credits.iter().any(|it| lower.starts_with(it.as_str())) {
            return true;
        }
        let tail = sentence.trim_end_matches(['.', ')', ' ', '"']).to_lowercase();
        self.credit_ends.iter().any(|it| tail.ends_with(it.as_str()))
    }

    /// Whether a lower-case text holds a word that makes the date after it the day of writing.
    pub fn tells_writing(&self, lower: &str) -> bool {
        self.dating.iter().any(|it| lower.contains(it.as_str()))
    }

    /// How a lower-case word may stand in a date; `None` where it may not.
    pub fn date_word(&self, lower: &str) -> Option<DateWord> {
        if self.months.contains(lower) {
            Some(DateWord::Month)
        } else if self.weekdays.contains(lower) {
            Some(DateWord::Weekday)
        } else {
            self.date_words.contains(lower).then_some(DateWord::Other)
        }
    }
}
