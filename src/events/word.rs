//! A sentence as words, each with what it does there: enough grammar to find who did what, without a trained model.

use super::cue::{Cues, Form, Part, form};
use crate::temporal::Timex;
use crate::text::TextRange;

/// What a word does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A noun, an adjective, or what stands like one.
    Noun,
    /// A capitalised word that does not merely open the sentence.
    Name,
    Determiner,
    Pronoun,
    Number,
    Preposition,
    Subordinator,
    /// "who", "which", "that" after a noun.
    Relative,
    /// "that" after a verb of saying.
    That,
    /// "and", "but", "or".
    Conjunction,
    Adverb,
    To,
    Not,
    /// The 's of a possessive.
    Genitive,
    /// A word of an expression of time.
    Time,
    /// A verb, or an auxiliary, that can have a subject.
    Finite,
    /// An infinitive or a verb after an auxiliary.
    Infinitive,
    /// A participle of the past.
    Participle,
    /// A form in -ing that is no noun.
    Ing,
    Comma,
    OpenQuote,
    CloseQuote,
    /// A dash, a semicolon, a colon, a parenthesis.
    Break,
    Stop,
}

/// One word or mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) range: TextRange,
    pub(crate) tag: Tag,
    pub(crate) form: Form,
    /// Whether it begins with a capital.
    pub(crate) caps: bool,
    /// Whether it stands inside quotation marks.
    pub(crate) quoted: bool,
}

impl Word {
    pub(crate) fn of<'a>(&self, text: &'a str) -> &'a str {
        self.range.of(text)
    }

    pub(crate) fn is_nominal(&self) -> bool {
        matches!(self.tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Determiner | Tag::Genitive | Tag::Pronoun)
    }

    pub(crate) fn is_auxiliary(&self) -> bool {
        matches!(self.form.part, Part::Be | Part::Have | Part::Do | Part::Modal)
    }
}

/// The words of a sentence. `timexes` are those of the whole text, in order.
pub(crate) fn words(text: &str, sentence: TextRange, timexes: &[Timex], cues: &Cues) -> Vec<Word> {
    let mut words = split(text, sentence, cues);
    let first = timexes.partition_point(|it| it.range.end <= sentence.start);
    for timex in timexes.iter().skip(first).take_while(|it| it.range.start < sentence.end) {
        let lo = words.partition_point(|it| it.range.end <= timex.range.start);
        for word in words.iter_mut().skip(lo).take_while(|it| it.range.start < timex.range.end) {
            word.tag = Tag::Time;
        }
    }
    settle(text, &mut words, cues);
    words
}

/// The words of a sentence, before their parts are settled.
pub(crate) fn split(text: &str, sentence: TextRange, cues: &Cues) -> Vec<Word> {
    let (base, inside) = (sentence.start as usize, sentence.of(text));
    let mut words: Vec<Word> = Vec::with_capacity(inside.len() / 5);
    let mut lower = String::new();
    let mut quoted = false;
    let mut chars = inside.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        if c.is_alphanumeric() || matches!(c, '$' | '€' | '£') {
            let mut end = at + c.len_utf8();
            while let Some(&(next_at, next)) = chars.peek() {
                let joins = next.is_alphanumeric()
                    || (matches!(next, '-' | '.' | ',' | '\'' | '’' | '&')
                        && inside[next_at + next.len_utf8()..].chars().next().is_some_and(|after| match next {
                            ',' => c.is_ascii_digit() && after.is_ascii_digit(),
                            '.' => after.is_alphanumeric(),
                            _ => after.is_alphanumeric(),
                        }));
                if !joins && !(next == '.' && is_abbreviation(&inside[at..next_at])) {
                    break;
                }
                end = next_at + next.len_utf8();
                chars.next();
            }
            push_word(&mut words, text, base + at, base + end, quoted, &mut lower, cues);
            continue;
        }
        let rest = &inside[at..];
        let mut end = at + c.len_utf8();
        let tag = match c {
            ',' => Tag::Comma,
            '“' | '«' | '„' => Tag::OpenQuote,
            '”' | '»' => Tag::CloseQuote,
            '"' if quoted => Tag::CloseQuote,
            '"' => Tag::OpenQuote,
            '`' if rest.starts_with("``") => {
                chars.next();
                end += 1;
                Tag::OpenQuote
            }
            '\'' if rest.starts_with("''") => {
                chars.next();
                end += 1;
                Tag::CloseQuote
            }
            '‘' => Tag::OpenQuote,
            '’' | '\'' if quoted => Tag::CloseQuote,
            '\'' if rest[1..].starts_with(char::is_alphabetic) => Tag::OpenQuote,
            '’' | '\'' => Tag::Genitive,
            '.' | '!' | '?' | '…' => Tag::Stop,
            _ => Tag::Break,
        };
        match tag {
            Tag::OpenQuote => quoted = true,
            Tag::CloseQuote => quoted = false,
            _ => {}
        }
        let range = TextRange::new(base + at, base + end);
        words.push(Word { range, tag, form: Form::default(), caps: false, quoted });
    }
    words
}

/// "U.S" before its last full stop, "Mr", "St".
fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "St"
            | "Gen"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Lt"
            | "Col"
            | "Sgt"
            | "Jr"
            | "Sr"
            | "Inc"
            | "Corp"
            | "Co"
            | "No"
            | "Prof"
            | "Capt"
            | "Rev"
    ) || (word.len() <= 5 && word.split('.').all(|it| it.len() == 1 && it.chars().all(char::is_uppercase)))
}

fn push_word(words: &mut Vec<Word>, text: &str, start: usize, end: usize, quoted: bool, lower: &mut String, cues: &Cues) {
    let word = text.get(start..end).unwrap_or("");
    let caps = word.starts_with(char::is_uppercase);
    let mut add = |start: usize, end: usize, tag: Tag| {
        lower.clear();
        let it = text.get(start..end).unwrap_or("");
        lower.extend(it.chars().flat_map(char::to_lowercase));
        let form = cues.form(lower);
        words.push(Word { range: TextRange::new(start, end), tag, form, caps, quoted });
    };
    let bytes = word.len();
    for (suffix, tag) in [("'s", Tag::Genitive), ("’s", Tag::Genitive), ("n't", Tag::Not), ("n’t", Tag::Not)] {
        if word.ends_with(suffix) && bytes > suffix.len() {
            add(start, end - suffix.len(), Tag::Noun);
            add(end - suffix.len(), end, tag);
            return;
        }
    }
    for suffix in ["'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m"] {
        if word.ends_with(suffix) && bytes > suffix.len() {
            let mark = suffix.chars().next().map_or(1, char::len_utf8);
            add(start, end - suffix.len(), Tag::Noun);
            add(end - suffix.len() + mark, end, Tag::Noun);
            return;
        }
    }
    add(start, end, Tag::Noun);
}

/// Forms of a word that the data do not know, told by its ending.
fn guessed(word: &str) -> u8 {
    if word.len() < 5 || word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return 0;
    }
    if word.ends_with("ed") && !word.ends_with("eed") {
        return form::PAST | form::PARTICIPLE;
    }
    if word.ends_with("ing") && word.len() > 5 {
        return form::ING;
    }
    0
}

/// Decides what each word does, left to right, from its forms and its neighbours.
fn settle(text: &str, words: &mut [Word], cues: &Cues) {
    let mut finite_seen = false;
    for n in 0..words.len() {
        let word = words[n];
        if word.tag != Tag::Noun {
            if matches!(word.tag, Tag::Break | Tag::OpenQuote | Tag::CloseQuote) {
                finite_seen = false;
            }
            continue;
        }
        let said = word.of(text);
        let opens = n == 0 || matches!(words[n - 1].tag, Tag::OpenQuote | Tag::Stop) || (n == 1 && words[0].tag == Tag::Break);
        let before = (0..n).rev().map(|it| words[it]).find(|it| !matches!(it.tag, Tag::Adverb | Tag::Not));
        let after = words.get(n + 1).copied();
        let tag = match word.form.part {
            _ if said.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£')) => Tag::Number,
            Part::Open => Tag::Noun,
            _ if word.caps && !opens && said.len() > 1 && !is_titled(words, n) => Tag::Name,
            Part::Determiner => Tag::Determiner,
            Part::Number => Tag::Number,
            Part::Adverb => Tag::Adverb,
            Part::Not => Tag::Not,
            Part::Subordinator => Tag::Subordinator,
            Part::Preposition => Tag::Preposition,
            Part::Pronoun => Tag::Pronoun,
            Part::Be | Part::Have | Part::Do | Part::Modal => Tag::Finite,
        };
        let lower = if word.caps { said.to_lowercase() } else { String::new() };
        let lower = if word.caps { lower.as_str() } else { said };
        let tag = match lower {
            "and" | "or" | "but" | "nor" => Tag::Conjunction,
            "to" => Tag::To,
            "who" | "which" | "whom" | "whose" => Tag::Relative,
            "that" => that(words, n, cues),
            _ => tag,
        };
        let tag = match tag {
            Tag::Finite => auxiliary(lower, word.form, before),
            Tag::Noun => open(text, words, n, before, after, opens, finite_seen, cues),
            Tag::Subordinator | Tag::Preposition if before.is_some_and(|it| it.tag == Tag::Determiner) && word.form.verb != 0 => {
                Tag::Noun
            }
            it => it,
        };
        if tag == Tag::Noun && word.form.verb == 0 {
            words[n].form.verb = 0;
        }
        match tag {
            Tag::Finite => finite_seen = true,
            Tag::Conjunction | Tag::Relative | Tag::That | Tag::Subordinator => finite_seen = false,
            _ => {}
        }
        words[n].tag = tag;
        if matches!(tag, Tag::Finite | Tag::Infinitive | Tag::Participle | Tag::Ing) && words[n].form.verb == 0 {
            words[n].form.verb = guessed(said);
        }
    }
    for n in 0..words.len() {
        let said = words[n].of(text);
        if words[n].tag == Tag::Subordinator
            && ["after", "before", "since", "until", "as", "than"].iter().any(|it| said.eq_ignore_ascii_case(it))
        {
            let leads = words[n + 1..]
                .iter()
                .take_while(|it| {
                    !matches!(
                        it.tag,
                        Tag::Comma | Tag::Break | Tag::Stop | Tag::CloseQuote | Tag::Relative | Tag::That | Tag::Subordinator
                    )
                })
                .any(|it| it.tag == Tag::Finite);
            if !leads {
                words[n].tag = Tag::Preposition;
            }
        }
    }
}

/// Whether nearly every word around is capitalised, as in a headline.
fn is_titled(words: &[Word], n: usize) -> bool {
    let around = words.iter().skip(n.saturating_sub(4)).take(9).filter(|it| it.range.end - it.range.start > 3);
    let (mut all, mut caps) = (0, 0);
    for word in around {
        all += 1;
        caps += usize::from(word.caps);
    }
    all > 3 && caps + 1 >= all
}

fn that(words: &[Word], n: usize, cues: &Cues) -> Tag {
    let before = n.checked_sub(1).map(|it| words[it]);
    let after = words.get(n + 1);
    let verb_after = after.is_some_and(|it| {
        it.is_auxiliary() || (it.form.verb & (form::PAST | form::THIRD) != 0 && it.form.part == Part::Open && !it.caps)
    });
    match before {
        Some(it) if matches!(it.tag, Tag::Noun | Tag::Name | Tag::Time) && verb_after => Tag::Relative,
        Some(it) if matches!(it.tag, Tag::Preposition) => Tag::Pronoun,
        Some(it)
            if cues.verb(it.form).is_some() && matches!(it.tag, Tag::Finite | Tag::Participle | Tag::Ing | Tag::Infinitive) =>
        {
            Tag::That
        }
        Some(it) if matches!(it.tag, Tag::Noun | Tag::Name | Tag::Time | Tag::Adverb | Tag::Comma | Tag::Conjunction) => {
            Tag::That
        }
        _ if verb_after => Tag::Pronoun,
        _ => Tag::Determiner,
    }
}

fn auxiliary(lower: &str, form: Form, before: Option<Word>) -> Tag {
    let after_to = before.is_some_and(|it| it.tag == Tag::To || it.form.part == Part::Modal || it.form.part == Part::Do);
    match lower {
        "been" => Tag::Participle,
        "being" | "having" => Tag::Ing,
        "be" => Tag::Infinitive,
        "do" | "have" if after_to => Tag::Infinitive,
        "s" | "d" | "m" | "re" | "ve" | "ll" if before.is_none_or(|it| it.tag != Tag::Pronoun) => Tag::Noun,
        _ if form.part == Part::Modal && before.is_some_and(|it| it.tag == Tag::Determiner) => Tag::Noun,
        _ => Tag::Finite,
    }
}

#[expect(clippy::too_many_arguments, reason = "the neighbours of a word are many")]
fn open(
    text: &str,
    words: &[Word],
    n: usize,
    before: Option<Word>,
    after: Option<Word>,
    opens: bool,
    finite_seen: bool,
    cues: &Cues,
) -> Tag {
    let word = words[n];
    let said = word.of(text);
    let forms = if word.form.verb != 0 { word.form.verb } else { guessed(said) };
    let nominal = if word.caps && !opens { Tag::Name } else { Tag::Noun };
    if said.ends_with("ly") && !word.caps && said.len() > 4 {
        return Tag::Adverb;
    }
    if forms == 0 || (word.caps && !opens && !is_titled(words, n)) {
        return nominal;
    }
    let Some(before) = before else {
        return if forms & form::ING != 0 { Tag::Ing } else { nominal };
    };
    let has = |bits: u8| forms & bits != 0;
    let is_noun_too = word.form.noun != 0;
    let next_opens_phrase = after.is_none_or(|it| {
        matches!(it.tag, Tag::Comma | Tag::Stop | Tag::Time | Tag::OpenQuote | Tag::CloseQuote | Tag::Break)
            || it.caps
            || matches!(
                it.form.part,
                Part::Determiner | Part::Pronoun | Part::Preposition | Part::Number | Part::Adverb | Part::Subordinator
            )
            || matches!(it.of(text), "to" | "that" | "and" | "or")
    });
    match before.tag {
        Tag::Finite | Tag::Infinitive | Tag::Participle | Tag::Ing if before.is_auxiliary() => match before.form.part {
            Part::Modal | Part::Do if has(form::BASE) => Tag::Infinitive,
            Part::Be if has(form::ING) => Tag::Ing,
            Part::Be | Part::Have if has(form::PARTICIPLE) => Tag::Participle,
            _ => nominal,
        },
        Tag::To if has(form::BASE) => Tag::Infinitive,
        Tag::To if has(form::ING) => Tag::Ing,
        Tag::Determiner | Tag::Genitive | Tag::Number if has(form::ING) && !next_opens_phrase => nominal,
        Tag::Number if has(form::PARTICIPLE) && !is_noun_too => {
            if ahead_is_finite(text, words, n) {
                Tag::Participle
            } else {
                Tag::Finite
            }
        }
        Tag::Determiner | Tag::Genitive | Tag::Number | Tag::To => nominal,
        Tag::Preposition => {
            if has(form::ING) {
                Tag::Ing
            } else {
                nominal
            }
        }
        Tag::Pronoun | Tag::Relative if has(form::PAST | form::THIRD | form::BASE) => Tag::Finite,
        Tag::Conjunction => {
            let twin =
                words[..n].iter().rev().find(|it| matches!(it.tag, Tag::Finite | Tag::Participle | Tag::Infinitive | Tag::Ing));
            match twin {
                Some(it) if it.tag == Tag::Infinitive && has(form::BASE) && !has(form::PAST) && next_opens_phrase => {
                    Tag::Infinitive
                }
                Some(it) if it.tag == Tag::Ing && has(form::ING) => Tag::Ing,
                Some(it) if it.tag == Tag::Participle && has(form::PARTICIPLE) && !is_noun_too => Tag::Participle,
                Some(it) if it.tag == Tag::Finite && has(form::PAST) && !(is_noun_too && !next_opens_phrase) => Tag::Finite,
                Some(it) if it.tag == Tag::Finite && has(form::THIRD) && !is_noun_too && next_opens_phrase => Tag::Finite,
                _ if has(form::ING) => Tag::Ing,
                _ => nominal,
            }
        }
        Tag::Finite
        | Tag::Infinitive
        | Tag::Participle
        | Tag::Ing
        | Tag::That
        | Tag::Subordinator
        | Tag::OpenQuote
        | Tag::Break
        | Tag::Stop => {
            if has(form::ING) {
                Tag::Ing
            } else if has(form::PARTICIPLE) && (before.tag == Tag::Subordinator || next_opens_phrase) && !has(form::BASE) {
                Tag::Participle
            } else {
                nominal
            }
        }
        Tag::Noun
        | Tag::Name
        | Tag::Comma
        | Tag::Time
        | Tag::CloseQuote
        | Tag::Adverb
        | Tag::Not
        | Tag::Pronoun
        | Tag::Relative => {
            if has(form::ING) {
                return if is_noun_too && before.tag == Tag::Noun { nominal } else { Tag::Ing };
            }
            if has(form::PAST) && !(is_noun_too && has(form::BASE) && (finite_seen || !next_opens_phrase)) {
                let reduced = has(form::PARTICIPLE)
                    && (finite_seen && before.tag != Tag::CloseQuote && !after_speech(text, words, n, cues)
                        || is_reduced(text, words, n, cues));
                return if reduced { Tag::Participle } else { Tag::Finite };
            }
            if has(form::PARTICIPLE) && !has(form::PAST | form::BASE) {
                return Tag::Participle;
            }
            if before.tag == Tag::Comma && !after_speech(text, words, n, cues) && finite_seen {
                return nominal;
            }
            let plural = head(words, n).is_some_and(|it| is_plural(text, words, it, cues));
            let fits = (has(form::THIRD) && !plural || has(form::BASE) && plural) && next_opens_phrase;
            if fits && (!finite_seen || after_speech(text, words, n, cues)) && !ahead_is_finite(text, words, n) {
                return Tag::Finite;
            }
            nominal
        }
    }
}

/// The head of the noun phrase that opens the clause in which a word stands.
fn head(words: &[Word], n: usize) -> Option<usize> {
    let opens = |it: &Word| {
        matches!(
            it.tag,
            Tag::Subordinator
                | Tag::That
                | Tag::Relative
                | Tag::Conjunction
                | Tag::Comma
                | Tag::Break
                | Tag::OpenQuote
                | Tag::CloseQuote
                | Tag::Finite
                | Tag::Stop
        )
    };
    let start = words[..n].iter().rposition(opens).map_or(0, |it| it + 1);
    let first = (start..n).find(|&it| matches!(words[it].tag, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number))?;
    (first..n).take_while(|&it| words[it].is_nominal()).last()
}

/// Whether a noun stands for several.
pub(crate) fn is_plural(text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let said = words[n].of(text);
    match words[n].tag {
        Tag::Pronoun => matches!(said.to_lowercase().as_str(), "they" | "we" | "both" | "many" | "some" | "others"),
        Tag::Name => {
            said.ends_with('s') && n > 0 && words[n - 1].tag == Tag::Determiner
                || cues.names.demonyms.contains_key(said) && said.ends_with('s')
        }
        Tag::Noun => {
            said.ends_with('s') && !said.ends_with("ss") && !said.ends_with("us") && !said.ends_with("is") && said != "news"
                || cues.plurals.iter().any(|it| it == said)
        }
        _ => false,
    }
}

/// Whether the word is a verb of saying that a speaker stands before, late in a sentence: "..., officials said".
fn after_speech(_text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let saying = cues.verb(words[n].form).is_some_and(|it| it.sense & super::cue::sense::SAYING != 0);
    saying && words[..n].iter().rev().take(12).any(|it| matches!(it.tag, Tag::Comma | Tag::CloseQuote))
}

/// Whether a participle after a noun only tells which: "talks held in Florida were good".
fn is_reduced(text: &str, words: &[Word], n: usize, cues: &Cues) -> bool {
    let Some(after) = words.get(n + 1) else { return false };
    let by = after.of(text) == "by";
    let saying = cues.verb(words[n].form).is_some_and(|it| it.sense & super::cue::sense::SAYING != 0);
    let phrase = after.tag == Tag::Time
        || matches!(after.form.part, Part::Preposition | Part::Adverb)
        || matches!(after.of(text), "to")
        || matches!(words[n].of(text), "named" | "called" | "dubbed" | "known" | "identified");
    by || (phrase && !(saying && after.of(text) != "to") && ahead_is_finite(text, words, n))
}

/// Whether a verb that needs the same subject comes later in the clause.
fn ahead_is_finite(text: &str, words: &[Word], n: usize) -> bool {
    let mut before = words[n];
    for word in words.iter().skip(n + 1).take(24) {
        let said = word.of(text);
        if matches!(word.tag, Tag::Break | Tag::OpenQuote | Tag::CloseQuote | Tag::Stop)
            || matches!(said, "who" | "which" | "that" | "and" | "but" | "whose")
            || word.form.part == Part::Subordinator && !matches!(said, "after" | "before" | "as" | "since")
            || word.form.part == Part::Pronoun
        {
            return false;
        }
        let bare = before.form.part != Part::Pronoun && before.tag != Tag::Comma;
        let auxiliary = word.is_auxiliary()
            && !matches!(said, "being" | "been" | "be" | "having")
            && before.form.part != Part::Be
            && said != "s";
        let past = word.form.part == Part::Open
            && word.form.verb & form::PAST != 0
            && word.form.noun == 0
            && !matches!(before.form.part, Part::Determiner | Part::Preposition | Part::Be | Part::Have)
            && before.tag != Tag::Comma
            && !word.caps;
        if (auxiliary || past) && bare {
            return true;
        }
        if word.tag == Tag::Comma && before.tag == Tag::Comma {
            return false;
        }
        before = *word;
    }
    false
}
