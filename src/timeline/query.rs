//! The query language: one line that means the same on the screen, in `list -q` and in exports.
//!
//! `dam orlik` both words, fuzzy; `"gave way"` a phrase; `'dam` an exact word; `!denied` without; `^Karsen` starts the
//! title; `a | b` or; and fields: `when:2024-03 within: pub: src:a,b file:gov/* lang: who: where: status: n:>=2 is:conflict`.
//! Reading never fails: what is not understood is a problem of its chip, and the rest still works.

use crate::calendar::{Date, Interval, notation};
use crate::events::Status;
use crate::text::TextRange;

/// What one part of a query asks of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A word, fuzzy.
    Word(String),
    /// A word, letter for letter in accents and capitals.
    Exact(String),
    /// Words in a row.
    Phrase(String),
    /// How the title starts.
    Starts(String),
    /// It could have happened then.
    When(Interval),
    /// It certainly happened then.
    Within(Interval),
    /// An article behind it was published then.
    Published(Interval),
    /// An outlet behind it.
    Outlet(String),
    /// A file behind it; `*` stands for anything.
    File(String),
    /// The language of an article behind it.
    Language(String),
    /// Somebody, or a body of people, in it.
    Who(String),
    /// A place in it.
    Where(String),
    /// Its status.
    Status(Status),
    /// The count of its independent sources, both ends inside.
    Sources(u32, u32),
    /// Sources disagree.
    Conflict,
    /// One source alone tells it.
    Single,
    /// It has no date.
    Undated,
    /// An article behind it has an inferred day of writing.
    Inferred,
    /// It is known to the day or finer.
    DayExact,
}

/// One part of a query: any of its asks holds, or none where it is negated.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    /// Any of these.
    pub any: Vec<Ask>,
}

/// One part as it stands in the typed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its place in the line.
    pub range: TextRange,
    /// What is wrong with it; it is passed over then.
    pub problem: Option<String>,
}

/// A query as read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Query {
    /// The line as typed.
    pub line: String,
    /// Its parts; all must hold.
    pub terms: Vec<Term>,
    chips: Vec<Chip>,
}

const FIELDS: &str = "when within pub src file lang who where status n is";

impl Query {
    /// Reads a line. `when:today` is not understood: there is no clock here.
    pub fn parse(line: &str) -> Query {
        Query::parse_on(line, None)
    }

    /// Reads a line on a day that `today` means.
    pub fn parse_on(line: &str, today: Option<Date>) -> Query {
        let mut query = Query { line: line.to_owned(), ..Query::default() };
        let mut or_next = false;
        for range in parts(line) {
            let part = range.of(line);
            if part == "|" {
                or_next = !query.terms.is_empty();
                query.chips.push(Chip { range, problem: None });
                continue;
            }
            let problem = match read_term(part, today) {
                Ok(term) => {
                    match query.terms.last_mut().filter(|it| or_next && !it.negated && !term.negated) {
                        Some(last) => last.any.extend(term.any),
                        None => query.terms.push(term),
                    }
                    None
                }
                Err(problem) => Some(problem),
            };
            or_next = false;
            query.chips.push(Chip { range, problem });
        }
        query
    }

    /// Its parts in the order of the line.
    pub fn chips(&self) -> &[Chip] {
        &self.chips
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// The parts of a line: runs without a blank, and what stands in quotes.
fn parts(line: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    let (mut start, mut quoted) = (None, false);
    for (at, it) in line.char_indices() {
        match it {
            '"' => {
                quoted = !quoted;
                start = start.or(Some(at));
            }
            it if it.is_whitespace() && !quoted => {
                found.extend(start.take().map(|from| TextRange::new(from, at)));
            }
            _ => start = start.or(Some(at)),
        }
    }
    found.extend(start.map(|from| TextRange::new(from, line.len())));
    found
}

fn read_term(part: &str, today: Option<Date>) -> Result<Term, String> {
    let (negated, part) = match part.strip_prefix('!').filter(|it| !it.is_empty()) {
        Some(rest) => (true, rest),
        None => (false, part),
    };
    let field = part.split_once(':').filter(|(name, _)| !name.is_empty() && name.bytes().all(|it| it.is_ascii_lowercase()));
    let any = match field {
        Some((name, value)) => read_field(name, value, today)?,
        None => vec![read_words(part)],
    };
    Ok(Term { negated, any })
}

fn read_words(part: &str) -> Ask {
    if let Some(phrase) = part.strip_prefix('"') {
        return Ask::Phrase(phrase.trim_end_matches('"').to_owned());
    }
    if let Some(word) = part.strip_prefix('\'') {
        return Ask::Exact(word.to_owned());
    }
    if let Some(start) = part.strip_prefix('^') {
        return Ask::Starts(start.to_owned());
    }
    Ask::Word(part.to_owned())
}

fn read_field(name: &str, value: &str, today: Option<Date>) -> Result<Vec<Ask>, String> {
    if value.is_empty() {
        return Err(format!("{name}: what? type a value after the colon"));
    }
    let each = |ask: fn(String) -> Ask| {
        Ok(value.split(',').filter(|it| !it.is_empty()).map(|it| ask(it.trim_matches('"').to_owned())).collect())
    };
    match name {
        "when" => read_time(value, today).map(|it| vec![Ask::When(it)]),
        "within" => read_time(value, today).map(|it| vec![Ask::Within(it)]),
        "pub" => read_time(value, today).map(|it| vec![Ask::Published(it)]),
        "src" => each(Ask::Outlet),
        "file" => each(Ask::File),
        "lang" => each(Ask::Language),
        "who" => each(Ask::Who),
        "where" => each(Ask::Where),
        "status" => value.split(',').map(read_status).collect(),
        "n" => read_count(value).map(|it| vec![it]),
        "is" => value.split(',').map(read_is).collect(),
        _ => Err(format!("no such field; try {FIELDS}")),
    }
}

fn read_time(value: &str, today: Option<Date>) -> Result<Interval, String> {
    if let Some(today) = today.filter(|_| value == "today") {
        return Ok(Interval::day(today));
    }
    let value = value.trim_matches('"');
    notation::parse(value)
        .ok_or_else(|| format!("no date; write it as 2024-03, 2024-03-10..20, >2024-03 or 1990s, not {value:?}"))
}

fn read_status(value: &str) -> Result<Ask, String> {
    let found = Status::ALL.into_iter().find(|it| it.name().starts_with(value) && !value.is_empty());
    found.map(Ask::Status).ok_or_else(|| "no such status; try happened planned claimed denied cancelled".to_owned())
}

fn read_count(value: &str) -> Result<Ask, String> {
    let split = value.bytes().take_while(|it| !it.is_ascii_digit()).count();
    let (relation, digits) = value.split_at(split);
    let n: u32 = digits.parse().map_err(|_| "no count; write it as n:2, n:>=2 or n:<5".to_owned())?;
    match relation {
        "" | "=" => Ok(Ask::Sources(n, n)),
        ">=" => Ok(Ask::Sources(n, u32::MAX)),
        ">" => Ok(Ask::Sources(n.saturating_add(1), u32::MAX)),
        "<=" => Ok(Ask::Sources(0, n)),
        "<" => Ok(Ask::Sources(0, n.saturating_sub(1))),
        _ => Err("no count; write it as n:2, n:>=2 or n:<5".to_owned()),
    }
}

fn read_is(value: &str) -> Result<Ask, String> {
    match value {
        "conflict" => Ok(Ask::Conflict),
        "single" => Ok(Ask::Single),
        "undated" => Ok(Ask::Undated),
        "inferred" => Ok(Ask::Inferred),
        "exact" => Ok(Ask::DayExact),
        "planned" => Ok(Ask::Status(Status::Planned)),
        _ => Err("no such state; try conflict single undated inferred exact planned".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[(bool, &[Ask])]) {
        let got = Query::parse(line);
        let expected: Vec<Term> = expected.iter().map(|(negated, any)| Term { negated: *negated, any: any.to_vec() }).collect();
        assert_eq!(got.terms, expected, "{line}");
    }

    #[test]
    fn words_phrases_and_signs() {
        check("dam orlik", &[(false, &[Ask::Word("dam".into())]), (false, &[Ask::Word("orlik".into())])]);
        check("\"gave way\" !denied", &[(false, &[Ask::Phrase("gave way".into())]), (true, &[Ask::Word("denied".into())])]);
        check("'dam ^Kar", &[(false, &[Ask::Exact("dam".into())]), (false, &[Ask::Starts("Kar".into())])]);
        check("a | b", &[(false, &[Ask::Word("a".into()), Ask::Word("b".into())])]);
        check("| a |", &[(false, &[Ask::Word("a".into())])]);
        check("10:30", &[(false, &[Ask::Word("10:30".into())])]);
        check("", &[]);
    }

    #[test]
    fn fields_take_what_the_screen_shows() {
        let about = notation::parse("~2024-03-16").expect("it is in the notation");
        check("when:~2024-03-16", &[(false, &[Ask::When(about)])]);
        check("!src:herald,anp", &[(true, &[Ask::Outlet("herald".into()), Ask::Outlet("anp".into())])]);
        check("status:claim n:>=2", &[(false, &[Ask::Status(Status::Claimed)]), (false, &[Ask::Sources(2, u32::MAX)])]);
        check("is:conflict,single", &[(false, &[Ask::Conflict, Ask::Single])]);
        check("who:\"van der Linden\"", &[(false, &[Ask::Who("van der Linden".into())])]);
    }

    #[test]
    fn what_is_not_understood_is_said_and_the_rest_works() {
        let query = Query::parse("srcs:anp dam when:soon");
        assert_eq!(query.terms.len(), 1);
        let problems: Vec<bool> = query.chips().iter().map(|it| it.problem.is_some()).collect();
        assert_eq!(problems, [true, false, true]);
    }

    #[test]
    fn today_needs_a_day() {
        let day = Date::from_ymd_opt(2024, 3, 14).expect("it is a day");
        assert_eq!(Query::parse_on("when:today", Some(day)).terms[0].any, [Ask::When(Interval::day(day))]);
        assert!(Query::parse("when:today").is_empty());
    }
}
