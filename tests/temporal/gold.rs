//! Reads the literate corpora: articles with their expressions of time marked by hand.

use std::path::Path;

use dateline::calendar::{Interval, notation};

/// One marked article.
pub(crate) struct Article {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) published: Option<Interval>,
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
}

/// A mark: bytes of the article's text, what stands there, and whether the tagger is known to miss it.
pub(crate) struct Mark {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) known: bool,
    pub(crate) marked: Marked,
}

pub(crate) enum Marked {
    Timex { kind: String, value: String, when: Option<String> },
    FalseFind,
}

impl Article {
    /// File and line, as an editor takes them.
    pub(crate) fn place(&self) -> String {
        format!("tests/temporal/{}:{}", self.file, self.line)
    }

    /// The article's first words.
    pub(crate) fn excerpt(&self) -> String {
        let short: String = self.text.chars().take(140).collect();
        if short.len() < self.text.len() { format!("{short}...") } else { short }
    }
}

impl Mark {
    pub(crate) fn is_timex(&self) -> bool {
        matches!(self.marked, Marked::Timex { .. })
    }

    /// The mark as it is written in the corpus.
    pub(crate) fn show(&self, text: &str) -> String {
        let text = &text[self.start..self.end];
        match &self.marked {
            Marked::Timex { kind, value, when: Some(when) } => format!("[{text}|{kind}|{value}|{when}]"),
            Marked::Timex { kind, value, when: None } => format!("[{text}|{kind}|{value}]"),
            Marked::FalseFind => format!("[{text}]"),
        }
    }
}

/// The articles of all corpora, in the order of the files' names.
pub(crate) fn corpora() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/temporal");
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|it| it.ends_with(".md") && it != "README.md");
    names.sort();
    names.iter().flat_map(|name| read(name, &std::fs::read_to_string(folder.join(name)).unwrap())).collect()
}

/// The articles of one corpus.
pub(crate) fn read(file: &str, corpus: &str) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    let mut published = None;
    let (mut inside, mut gap) = (false, false);
    for (line_idx, line) in corpus.lines().enumerate() {
        let line_no = line_idx + 1;
        if let Some(heading) = line.strip_prefix("## ") {
            published = publication(heading).unwrap_or_else(|| panic!("{file}:{line_no}: not a day of publication: {heading}"));
            inside = false;
        } else if let Some(text) = line.strip_prefix("- ") {
            let article = Article { file: file.to_owned(), line: line_no, published, text: String::new(), marks: Vec::new() };
            articles.push(article);
            inside = true;
            gap = false;
            append(articles.last_mut().unwrap(), text, line_no);
        } else if line.trim().is_empty() {
            gap = true;
        } else if let Some(text) = line.strip_prefix("  ").filter(|_| inside) {
            let article = articles.last_mut().unwrap();
            article.text.push_str(if gap { "\n\n" } else { " " });
            gap = false;
            append(article, text, line_no);
        } else {
            inside = false;
        }
    }
    articles
}

/// The day of publication that a heading gives; the outer `None` is a heading that gives none.
fn publication(heading: &str) -> Option<Option<Interval>> {
    match heading.strip_prefix("Published ") {
        Some(day) => notation::parse(day).map(Some),
        None => (heading == "Unpublished").then_some(None),
    }
}

/// Adds a line of the corpus to the article, its marks taken out.
fn append(article: &mut Article, mut line: &str, line_no: usize) {
    let file = article.file.clone();
    while let Some(open) = line.find('[') {
        let (before, rest) = (&line[..open], &line[open + 1..]);
        let close = rest.find(']').unwrap_or_else(|| panic!("{file}:{line_no}: a mark without an end"));
        let known = before.ends_with('~');
        article.text.push_str(before.strip_suffix('~').unwrap_or(before));
        let mut fields = rest[..close].split('|').map(str::to_owned);
        let (text, kind, value, when) = (fields.next(), fields.next(), fields.next(), fields.next());
        let start = article.text.len();
        article.text.push_str(&text.unwrap_or_default());
        let marked = match (kind, value) {
            (Some(kind), Some(value)) if ["DATE", "TIME", "DURATION", "SET"].contains(&kind.as_str()) => {
                Marked::Timex { kind, value, when }
            }
            (None, None) if known => Marked::FalseFind,
            _ => panic!("{file}:{line_no}: not a mark: [{}]", &rest[..close]),
        };
        article.marks.push(Mark { start, end: article.text.len(), known, marked });
        line = &rest[close + 1..];
    }
    article.text.push_str(line);
}

#[test]
fn a_corpus_is_read_as_it_is_meant() {
    let corpus = "# Head\n\nProse [with brackets].\n\n## Published 2019-03-06\n\n- It rained [today|DATE|2019-03-06],\n  ~[March] on.\n\n  \
                  Then ~[now|DATE|PRESENT_REF|----].\n\nProse.\n\n## Unpublished\n\n- Dry.\n";
    let articles = read("a.md", corpus);
    let texts: Vec<&str> = articles.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["It rained today, March on.\n\nThen now.", "Dry."]);
    let shown: Vec<(String, bool)> = articles[0].marks.iter().map(|it| (it.show(&articles[0].text), it.known)).collect();
    let wanted = [("[today|DATE|2019-03-06]", false), ("[March]", true), ("[now|DATE|PRESENT_REF|----]", true)];
    assert_eq!(shown, wanted.map(|(mark, known)| (mark.to_owned(), known)));
    assert_eq!((articles[0].line, articles[0].published.is_some(), articles[1].published), (7, true, None));
}
