//! From a raw article to a clean document: safe characters, paragraphs with their kinds, sentences, and the way back.

mod scrub;

use super::{Block, Document, Kind, OriginMap, Paragraph, Raw, Run, Source, TextRange, furniture, segment};
use scrub::{Span, scrub};

/// Cleans an article: no control character, escape sequence, zero-width or bidi character is left, white space is single
/// blanks, characters are composed (NFC), paragraphs are parted by a blank line and know what they are.
pub fn clean(raw: &Raw) -> Document {
    let mut document = Document { source: source(&raw.source), ..Document::default() };
    let mut runs = Vec::new();
    let mut said: Vec<Option<Kind>> = Vec::new();
    let mut paragraph_lines = Vec::new();
    let mut number = 0;
    for block in &raw.blocks {
        let (text, spans) = scrub(&block.text);
        let at = if document.text.is_empty() { 0 } else { document.text.len() + 2 };
        // Offsets are 32 bits wide: what lies beyond 4 GiB of one article is left out.
        if text.is_empty() || u32::try_from(at + text.len()).is_err() {
            continue;
        }
        if at > 0 {
            document.text.push_str("\n\n");
        }
        document.text.push_str(&text);
        origin_runs(block, &spans, at, &mut runs);
        if !block.same_paragraph || number == 0 {
            number += 1;
        }
        let range = TextRange::new(at, at + text.len());
        document.paragraphs.push(Paragraph { range, number, kind: Kind::Body });
        said.push(block.kind);
        paragraph_lines.push(block.line);
    }
    document.origin = OriginMap { runs, paragraph_lines, line_starts: raw.line_starts.clone() };
    furniture::classify(&mut document, &said);
    document.sentences = segment::sentences(&document.text, &document.paragraphs);
    document
}

/// The metadata with every word made safe, since it is shown as the text is.
fn source(source: &Source) -> Source {
    let safe = |it: &String| scrub(it).0;
    let word = |it: &Option<String>| it.as_ref().map(safe).filter(|it| !it.is_empty());
    Source {
        id: safe(&source.id),
        path: source.path.clone(),
        title: word(&source.title),
        outlet: word(&source.outlet),
        author: word(&source.author),
        url: word(&source.url),
        language: word(&source.language),
        published: word(&source.published),
        tags: source.tags.iter().map(safe).filter(|it| !it.is_empty()).collect(),
        sha256: source.sha256.clone(),
    }
}

/// Leads the spans of a cleaned block on to the file, and joins neighbours that stay neighbours there.
fn origin_runs(block: &Block, spans: &[Span], at: usize, runs: &mut Vec<Run>) {
    let mut first = 0;
    for span in spans {
        let end = span.from + span.from_len;
        while block.stretches.get(first).is_some_and(|it| it.at + it.len <= span.from) {
            first += 1;
        }
        let touched = block.stretches[first..].iter().take_while(|it| it.at < end);
        let pieces = touched.map(|it| {
            let (from, to) = (span.from.max(it.at), end.min(it.at + it.len));
            let (file, file_len) = if it.exact { (it.file + (from - it.at), to - from) } else { (it.file, it.file_len) };
            (from, to, file, file_len, it.exact)
        });
        if span.len == span.from_len {
            for (from, to, file, file_len, exact) in pieces {
                push_run(runs, (at + span.to + (from - span.from), to - from), (file, file_len), exact);
            }
        } else {
            let whole = pieces.fold(None, |it: Option<(usize, usize)>, (_, _, file, file_len, _)| {
                let (start, stop) = it.unwrap_or((file, file));
                Some((start.min(file), stop.max(file + file_len)))
            });
            if let Some((start, stop)) = whole {
                push_run(runs, (at + span.to, span.len), (start, stop - start), false);
            }
        }
    }
}

fn push_run(runs: &mut Vec<Run>, (text, len): (usize, usize), (file, file_len): (usize, usize), exact: bool) {
    let held = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let run = Run { text: held(text), len: held(len), file: held(file), file_len: held(file_len), exact };
    if let Some(last) = runs.last_mut()
        && last.exact
        && run.exact
        && last.text + last.len == run.text
        && last.file + last.file_len == run.file
    {
        last.len += run.len;
        last.file_len += run.file_len;
        return;
    }
    runs.push(run);
}
