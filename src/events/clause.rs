//! The clauses of a sentence: who did what in each, how they hang together, and which words belong to which.

use super::cue::{Cues, Lemma, Part, form, sense};
use super::word::{Tag, Word};

/// How a clause hangs on the rest of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// The sentence's own matter.
    Main,
    /// What somebody says or thinks.
    Content,
    /// "who ...", "which ...", "that ..." after a noun.
    Relative,
    /// "after ...", "while ...".
    Adverbial,
    /// "if ...".
    Condition,
    /// ", officials said": who says what the sentence tells.
    Speech,
}

/// One clause: a stretch of words that holds at most one finite verb of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) hold: Hold,
    /// Its first word, and the word after its last; clauses inside it lie between.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) parent: Option<usize>,
    /// The words of its subject without what is set off by commas.
    pub(crate) subject: Option<(usize, usize)>,
    /// The verb group, "has been told": its first word, and the word after its last.
    pub(crate) group: Option<(usize, usize)>,
    /// The verb itself ("told"), or the infinitive that a light verb leads to ("meet" in "was scheduled to meet").
    pub(crate) verb: usize,
    pub(crate) deed: usize,
    /// Whether a comma sets it off.
    pub(crate) set_off: bool,
}

/// The clauses of a sentence, and for each word the clause that holds it.
pub(crate) struct Clauses {
    pub(crate) all: Vec<Clause>,
    pub(crate) owner: Vec<usize>,
}

impl Clauses {
    /// Whether `inner` is `outer` or lies inside it.
    pub(crate) fn lies_in(&self, inner: usize, outer: usize) -> bool {
        let mut at = Some(inner);
        while let Some(n) = at {
            if n == outer {
                return true;
            }
            at = self.all[n].parent;
        }
        false
    }
}

/// The lemma of a verb in the sentence.
pub(crate) fn lemma<'a>(words: &[Word], n: usize, cues: &'a Cues) -> Option<&'a Lemma> {
    cues.verb(words.get(n)?.form)
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    cues: &'a Cues,
    all: Vec<Clause>,
    owner: Vec<usize>,
    open: Vec<usize>,
}

/// Reads the clauses of a sentence from left to right.
pub(crate) fn clauses(text: &str, words: &[Word], cues: &Cues) -> Clauses {
    let mut reader = Reader { text, words, cues, all: Vec::new(), owner: vec![0; words.len()], open: Vec::new() };
    reader.push(Hold::Main, 0, None, false);
    let mut n = 0;
    while n < words.len() {
        n = reader.step(n);
    }
    while reader.open.len() > 1 {
        reader.pop(words.len());
    }
    reader.all[0].end = words.len();
    for n in 0..reader.all.len() {
        if reader.all[n].end == usize::MAX {
            reader.all[n].end = words.len();
        }
        if reader.all[n].subject.is_none() {
            reader.all[n].subject = reader.subject(n);
        }
    }
    Clauses { all: reader.all, owner: reader.owner }
}

impl Reader<'_> {
    fn top(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    fn push(&mut self, hold: Hold, start: usize, subject: Option<(usize, usize)>, set_off: bool) {
        let parent = self.open.last().copied();
        self.all.push(Clause { hold, start, end: usize::MAX, parent, subject, group: None, verb: start, deed: start, set_off });
        self.open.push(self.all.len() - 1);
    }

    fn pop(&mut self, end: usize) {
        if self.open.len() > 1
            && let Some(n) = self.open.pop()
        {
            self.all[n].end = end;
        }
    }

    /// Ends the clause on top and opens one beside it.
    fn beside(&mut self, hold: Hold, at: usize, end: usize, subject: Option<(usize, usize)>) {
        let top = self.top();
        if self.open.len() > 1 {
            self.pop(end);
            self.push(hold, at, subject, self.all[top].set_off);
        } else {
            self.all[0].end = end;
            self.push(hold, at, subject, false);
            let last = self.all.len() - 1;
            self.all[last].parent = None;
        }
        for n in at..self.words.len() {
            self.owner[n] = self.top();
        }
    }

    fn has_verb(&self, clause: usize) -> bool {
        self.all[clause].group.is_some()
    }

    fn before(&self, n: usize) -> Option<usize> {
        (0..n).rev().find(|&it| !matches!(self.words[it].tag, Tag::Adverb | Tag::Not))
    }

    fn is_saying(&self, n: usize) -> bool {
        lemma(self.words, n, self.cues).is_some_and(|it| it.sense & sense::SAYING != 0)
    }

    /// Whether a finite verb comes before the next mark.
    fn verb_ahead(&self, n: usize) -> bool {
        self.words[n + 1..]
            .iter()
            .take_while(|it| !matches!(it.tag, Tag::Comma | Tag::Break | Tag::Stop | Tag::CloseQuote | Tag::Relative | Tag::That))
            .any(|it| it.tag == Tag::Finite)
    }

    fn step(&mut self, n: usize) -> usize {
        let word = self.words[n];
        let after_comma = n > 0 && self.words[n - 1].tag == Tag::Comma;
        match word.tag {
            Tag::Relative => {
                let end = if after_comma { n - 1 } else { n };
                let antecedent = (end > 0).then(|| (self.phrase_start(end), end));
                self.push(Hold::Relative, n, antecedent, after_comma);
            }
            Tag::Subordinator if self.verb_ahead(n) => {
                let said = word.of(self.text).to_lowercase();
                let condition = self.cues.conditions.contains(&said) && said != "whether";
                let hold = if condition {
                    Hold::Condition
                } else if said == "whether" || said == "how" || said == "why" {
                    Hold::Content
                } else {
                    Hold::Adverbial
                };
                self.push(hold, n, None, after_comma);
            }
            Tag::That => self.push(Hold::Content, n, None, false),
            Tag::OpenQuote if self.is_speech(n) => self.push(Hold::Content, n, None, true),
            Tag::CloseQuote => {
                let quote = self.open.iter().rposition(|&it| self.words[self.all[it].start].tag == Tag::OpenQuote);
                if let Some(at) = quote {
                    while self.open.len() > at.max(1) {
                        self.pop(n + 1);
                    }
                    self.owner[n] = self.top();
                    return n + 1;
                }
            }
            Tag::Comma => {
                let top = self.top();
                let it = self.all[top];
                let parent_waits = it.parent.is_some_and(|parent| !self.has_verb(parent));
                let opens_sentence = parent_waits && matches!(it.hold, Hold::Adverbial | Hold::Condition);
                if self.has_verb(top) && (opens_sentence || (it.hold == Hold::Relative && (it.set_off || parent_waits))) {
                    self.pop(n);
                }
            }
            Tag::Break if matches!(word.of(self.text), ";" | ":") => {
                while self.open.len() > 1 {
                    self.pop(n);
                }
                if self.has_verb(0) {
                    self.beside(Hold::Main, n + 1, n, None);
                }
            }
            Tag::Finite => {
                self.owner[n] = self.top();
                return self.finite(n);
            }
            _ => {}
        }
        self.owner[n] = self.top();
        n + 1
    }

    /// Whether quotation marks hold a sentence and not only a word or two of one.
    fn is_speech(&self, n: usize) -> bool {
        let inside = || self.words[n + 1..].iter().take_while(|it| !matches!(it.tag, Tag::CloseQuote));
        let leads = self.before(n).is_none_or(|it| {
            matches!(self.words[it].tag, Tag::Comma | Tag::Break | Tag::CloseQuote | Tag::Stop | Tag::Finite | Tag::Ing)
        });
        leads && (inside().any(|it| it.tag == Tag::Finite) || self.before(n).is_none())
    }

    /// The first word of the noun phrase that ends before `end`, with what hangs on it by "of".
    fn phrase_start(&self, end: usize) -> usize {
        let mut start = end;
        while start > 0 {
            let word = self.words[start - 1];
            let joins = word.is_nominal()
                || (word.tag == Tag::Preposition && word.of(self.text) == "of")
                || (word.tag == Tag::Participle && start < end && start >= 2 && self.words[start - 2].tag == Tag::Determiner)
                || (word.tag == Tag::Time
                    && start < end
                    && self.words[start].tag != Tag::Determiner
                    && self.words[start].tag != Tag::Pronoun
                    && self.words[start].is_nominal());
            if !joins || (word.tag == Tag::Pronoun && start < end) {
                break;
            }
            start -= 1;
            if word.tag == Tag::Determiner
                && !(start > 0 && matches!(self.words[start - 1].tag, Tag::Preposition | Tag::Determiner))
            {
                break;
            }
        }
        start
    }

    /// A finite verb: the verb of the clause on top, or the sign of a new clause.
    fn finite(&mut self, n: usize) -> usize {
        loop {
            let top = self.top();
            if !self.has_verb(top) {
                break;
            }
            let waits = self.all[top].parent.is_some_and(|it| !self.has_verb(it));
            if waits
                && matches!(self.all[top].hold, Hold::Relative | Hold::Adverbial | Hold::Condition)
                && !self.after_conjunction(n)
            {
                let start = self.phrase_start(n);
                self.pop(start.max(self.all[top].start + 1));
                continue;
            }
            self.divide(n);
            break;
        }
        let top = self.top();
        for it in n..self.words.len() {
            self.owner[it] = top;
        }
        self.group(n)
    }

    fn after_conjunction(&self, n: usize) -> bool {
        self.before(n).is_some_and(|it| self.words[it].tag == Tag::Conjunction)
    }

    /// Opens the clause of a second finite verb.
    fn divide(&mut self, n: usize) {
        let top = self.top();
        let Some(before) = self.before(n) else { return };
        let subject = self.all[top].subject.or_else(|| self.subject(top));
        if self.words[before].tag == Tag::Conjunction {
            let hold = self.all[top].hold;
            return self.beside(hold, before, before, subject);
        }
        let start = self.phrase_start(n);
        let lead = self.before(start);
        let saying = self.is_saying(n);
        if start == n || matches!(self.words[before].tag, Tag::Comma | Tag::CloseQuote) {
            // "..., said the minister": the speaker follows.
            if saying {
                return self.speech(before + 1, before);
            }
            let hold = self.all[top].hold;
            return self.beside(hold, n, before.max(self.all[top].start), subject);
        }
        let from = self.said_from(top, start);
        match lead.map(|it| (it, self.words[it].tag)) {
            Some((_, Tag::Conjunction)) if from.is_some() => {
                self.push(Hold::Content, from.unwrap_or(start), None, false);
                self.own(from.unwrap_or(start));
            }
            Some((at, Tag::Comma | Tag::CloseQuote)) if saying => self.speech(start, at),
            Some((at, Tag::Conjunction)) => {
                let hold = self.all[top].hold;
                let end = if at > 0 && self.words[at - 1].tag == Tag::Comma { at - 1 } else { at };
                self.beside(hold, at, end, None);
            }
            _ => {
                let verb = self.all[top].verb;
                let thinks = lemma(self.words, verb, self.cues).is_some_and(|it| it.sense & (sense::SAYING | sense::STATE) != 0);
                if thinks && verb < start {
                    // "said [on Friday] the talks in Berlin were": all after the verb and its date is what is said.
                    let mut from = self.all[top].group.map_or(verb + 1, |it| it.1);
                    while from < start
                        && (matches!(self.words[from].tag, Tag::Time | Tag::Adverb | Tag::Comma)
                            || (self.words[from].tag == Tag::Preposition && self.words[from + 1].tag == Tag::Time))
                    {
                        from += 1;
                    }
                    let told = lemma(self.words, verb, self.cues)
                        .is_some_and(|it| matches!(it.word.as_str(), "tell" | "inform" | "remind" | "warn" | "brief"));
                    let from = if told || self.words[from].tag == Tag::Preposition { start } else { from };
                    self.push(Hold::Content, from, None, false);
                    self.own(from);
                } else if matches!(lead.map(|it| self.words[it].tag), Some(Tag::Comma)) {
                    let hold = self.all[top].hold;
                    self.beside(hold, start, lead.unwrap_or(start), None);
                } else {
                    self.push(Hold::Relative, start, None, false);
                    self.own(start);
                }
            }
        }
    }

    /// Where what is said begins, after a verb that takes no object: "said the changes proposed by A and B did not".
    fn said_from(&self, top: usize, start: usize) -> Option<usize> {
        let verb = lemma(self.words, self.all[top].verb, self.cues)?;
        let plain = matches!(
            verb.word.as_str(),
            "say"
                | "think"
                | "believe"
                | "insist"
                | "argue"
                | "hope"
                | "feel"
                | "estimate"
                | "note"
                | "add"
                | "suggest"
                | "claim"
        );
        let mut from = self.all[top].group?.1;
        let has_content = self.all.iter().any(|it| it.parent == Some(top) && it.hold == Hold::Content);
        while from < start
            && (matches!(self.words[from].tag, Tag::Time | Tag::Adverb)
                || (self.words[from].tag == Tag::Preposition && self.words[from + 1].tag == Tag::Time))
        {
            from += 1;
        }
        (plain && !has_content && from < start && self.words[from].is_nominal()).then_some(from)
    }

    fn own(&mut self, from: usize) {
        let top = self.top();
        for it in from..self.words.len() {
            self.owner[it] = top;
        }
    }

    fn speech(&mut self, start: usize, end: usize) {
        while self.open.len() > 1 {
            self.pop(end);
        }
        self.all[0].end = self.all[0].end.min(end);
        self.push(Hold::Speech, start, None, true);
        self.own(start);
    }

    /// Reads the verb group that begins at `n` for the clause on top; gives the word after it.
    fn group(&mut self, n: usize) -> usize {
        let top = self.top();
        let mut verb = n;
        let mut at = n + 1;
        while let Some(word) = self.words.get(at) {
            let follows = self.words[verb].is_auxiliary() && matches!(word.tag, Tag::Infinitive | Tag::Participle | Tag::Ing);
            if follows {
                verb = at;
            } else if !matches!(word.tag, Tag::Adverb | Tag::Not) {
                break;
            }
            at += 1;
        }
        let end = (n..at).rev().find(|&it| !matches!(self.words[it].tag, Tag::Adverb)).map_or(n + 1, |it| it + 1);
        let deed = self.deed(verb);
        let it = &mut self.all[top];
        (it.group, it.verb, it.deed) = (Some((n, end)), verb, deed);
        end
    }

    /// The infinitive to which light verbs lead: "was scheduled to meet", "is to be held".
    fn deed(&self, verb: usize) -> usize {
        let light = self.words[verb].form.part == Part::Be
            || lemma(self.words, verb, self.cues).is_some_and(|it| self.cues.leading.contains(&it.word));
        if !light {
            return verb;
        }
        let mut at = verb + 1;
        while self.words.get(at).is_some_and(|it| {
            it.tag == Tag::Adverb || it.tag == Tag::Time || it.of(self.text) == "due" || it.of(self.text) == "likely"
        }) {
            at += 1;
        }
        if self.words.get(at).is_some_and(|it| it.tag == Tag::Ing && !it.is_auxiliary())
            && self.words[verb].form.part == Part::Open
        {
            return at;
        }
        if self.words.get(at).is_none_or(|it| it.tag != Tag::To) {
            return verb;
        }
        at += 1;
        while let Some(word) = self.words.get(at) {
            match word.tag {
                Tag::Adverb => at += 1,
                Tag::Infinitive | Tag::Participle | Tag::Ing if word.is_auxiliary() => at += 1,
                Tag::Infinitive | Tag::Participle | Tag::Ing => return self.deed(at),
                _ => break,
            }
        }
        verb
    }

    /// The subject of a clause: the first noun phrase before its verb that no preposition leads.
    fn subject(&self, clause: usize) -> Option<(usize, usize)> {
        let it = self.all[clause];
        let (verb, _) = it.group?;
        if it.hold == Hold::Speech && it.start >= verb {
            let end = (it.group?.1..self.words.len()).take_while(|&n| self.words[n].is_nominal()).last()? + 1;
            return Some((it.group?.1, end));
        }
        let mine: Vec<usize> = (it.start..verb).filter(|&n| self.owner[n] == clause).collect();
        let mut at = 0;
        while at < mine.len() {
            let end = mine[at..].iter().position(|&n| matches!(self.words[n].tag, Tag::Comma)).map_or(mine.len(), |it| at + it);
            let piece = &mine[at..end];
            let first = piece.iter().position(|&n| {
                !matches!(
                    self.words[n].tag,
                    Tag::Adverb
                        | Tag::Conjunction
                        | Tag::That
                        | Tag::Subordinator
                        | Tag::OpenQuote
                        | Tag::CloseQuote
                        | Tag::Break
                        | Tag::Not
                )
            });
            if let Some(first) = first {
                let begins = piece[first];
                let word = self.words[begins];
                let time_first = word.tag == Tag::Time
                    && piece.get(first + 1).is_some_and(|&n| {
                        self.words[n].is_nominal() && self.words[n].tag != Tag::Determiner && self.words[n].tag != Tag::Pronoun
                    });
                if word.is_nominal() || time_first || (word.tag == Tag::Ing && end == mine.len()) {
                    let last = piece[piece.len() - 1];
                    return Some((begins, last + 1));
                }
                // "In Moscow on Friday police arrested": the subject begins after the date.
                let after_time = piece.iter().rposition(|&n| self.words[n].tag == Tag::Time).map(|it| it + 1);
                if end == mine.len()
                    && let Some(from) = after_time.filter(|&from| from < piece.len() && self.words[piece[from]].is_nominal())
                {
                    return Some((piece[from], piece[piece.len() - 1] + 1));
                }
            }
            at = end + 1;
        }
        None
    }
}

/// Whether the clause is told in the past: "met", "has met", "was held".
pub(crate) fn is_past(words: &[Word], clause: &Clause) -> bool {
    let Some((first, _)) = clause.group else { return false };
    let word = words[first];
    match word.form.part {
        Part::Modal => false,
        Part::Have => true,
        Part::Be | Part::Do => word.form.verb & form::PAST != 0,
        _ => word.form.verb & form::PAST != 0,
    }
}
