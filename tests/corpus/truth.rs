//! Reads the careful reader's judgement from its tables.

use dateline::calendar::{Interval, notation};
use dateline::text::{Document, TextRange};
use dateline::timeline::Timeline;

/// One dated statement.
pub struct Row {
    pub words: String,
    pub when: Option<Interval>,
    pub event: String,
}

/// One article.
pub struct Article {
    pub name: String,
    pub written: Interval,
    pub rows: Vec<Row>,
}

/// The whole judgement.
pub struct Truth {
    pub articles: Vec<Article>,
}

impl Truth {
    pub fn read() -> Truth {
        let text = include_str!("../golden/sample-truth.md");
        let mut articles: Vec<Article> = Vec::new();
        let mut name = String::new();
        for line in text.lines() {
            if let Some(heading) = line.strip_prefix("### ") {
                name = heading.to_owned();
            } else if let Some(rest) = line.strip_prefix("Written **") {
                let written = notation::parse(rest.split("**").next().unwrap()).unwrap();
                articles.push(Article { name: name.clone(), written, rows: Vec::new() });
            } else if let Some(article) = articles.last_mut()
                && line.starts_with("| ")
            {
                let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
                if cells.len() >= 6 && cells[0].parse::<u32>().is_ok() {
                    let day = cells[2].split('T').next().unwrap();
                    article.rows.push(Row { words: cells[1].to_owned(), when: notation::parse(day), event: cells[5].to_owned() });
                }
            }
        }
        assert!(articles.len() >= 14 && articles.iter().map(|it| it.rows.len()).sum::<usize>() >= 200);
        Truth { articles }
    }
}

/// The index of an article of the judgement.
pub fn article(timeline: &Timeline, article: &Article) -> usize {
    let found = timeline.articles.iter().position(|it| {
        let source = &it.document().source;
        match article.name.split_once(" : ") {
            Some((file, id)) => source.path.ends_with(file) && source.id == id,
            None => source.path.ends_with(&article.name),
        }
    });
    found.unwrap_or_else(|| panic!("{} was not read", article.name))
}

/// Where words stand in an article, whatever the white space and quotation marks.
pub fn find(document: &Document, words: &str) -> Option<TextRange> {
    let plain = |it: char| match it {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        it if it.is_whitespace() => ' ',
        it => it,
    };
    let wanted: Vec<char> = words.chars().map(plain).collect();
    let mut letters: Vec<(usize, char)> = Vec::new();
    for (at, it) in document.text.char_indices() {
        if plain(it) != ' ' || letters.last().is_none_or(|it| it.1 != ' ') {
            letters.push((at, plain(it)));
        }
    }
    let at = letters.windows(wanted.len().max(1)).position(|it| it.iter().map(|it| it.1).eq(wanted.iter().copied()))?;
    Some(TextRange::new(letters[at].0, letters[at + wanted.len() - 1].0 + 1))
}

/// The events that a row bears: "E20; E22; E23", "E25 and E28"; what stands in brackets is a note.
pub fn ids(event: &str) -> Vec<&str> {
    let plain = event.split('(').next().unwrap_or("");
    plain.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() == 3 && it.starts_with('E')).collect()
}
