//! Holds a line to its length at the ends of whole phrases, and joins its pieces as print does.

use super::compose::{LONGEST, Page, Piece};
use crate::events::clause::Hold;
use crate::events::word::Tag;

impl Page<'_> {
    /// The line from its pieces, held to the longest length; empty where nothing whole fits.
    pub(super) fn line(&self, pieces: &[Piece], at_least: usize) -> String {
        let mut end = pieces.len();
        while end > 0 {
            let line = joined(&pieces[..end]);
            if line.chars().count() <= LONGEST && self.ends_well(&pieces[..end]) {
                return finished(&line);
            }
            // Back to the start of the last phrase.
            let cut = (at_least..end).rev().find(|&it| it > 0 && self.may_cut(pieces, it));
            match cut {
                Some(cut) => end = cut,
                None => return String::new(),
            }
        }
        String::new()
    }

    /// Whether what comes before the piece is whole without it.
    pub(super) fn may_cut(&self, pieces: &[Piece], it: usize) -> bool {
        let (before, here) = (&pieces[it - 1], &pieces[it]);
        let (tag, before_tag) = (self.words[here.at].tag, self.words[before.at].tag);
        let opens = matches!(
            tag,
            Tag::Preposition
                | Tag::To
                | Tag::Relative
                | Tag::Subordinator
                | Tag::Ing
                | Tag::Comma
                | Tag::OpenQuote
                | Tag::Participle
                | Tag::That
        ) || (tag == Tag::Conjunction && !here.said.eq("or"));
        let of = here.said == "of";
        let main_verb = self.clauses.all.iter().any(|it| it.verb == before.at && (it.hold != Hold::Relative || it.set_off));
        let whole = matches!(before_tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Time | Tag::Adverb | Tag::CloseQuote)
            || (before_tag == Tag::Participle && tag == Tag::Preposition && main_verb);
        let adjective = before_tag == Tag::Name && self.cues.names.demonyms.contains_key(before.said.as_str());
        opens && whole && !of && !adjective
    }

    pub(super) fn ends_well(&self, pieces: &[Piece]) -> bool {
        let Some(last) = pieces.last() else { return false };
        let word = self.words[last.at];
        if word.is_auxiliary() && word.tag != Tag::Noun && !matches!(word.tag, Tag::Name)
            || last.said.ends_with("ly") && word.tag == Tag::Adverb
        {
            return false;
        }
        !matches!(
            self.words[last.at].tag,
            Tag::Preposition
                | Tag::To
                | Tag::Determiner
                | Tag::Conjunction
                | Tag::Relative
                | Tag::That
                | Tag::Subordinator
                | Tag::Comma
                | Tag::Genitive
        ) || matches!(last.said.as_str(), "down" | "up" | "off" | "out" | "over" | "in")
    }
}

/// Leaves out an opening article, "But", a stray mark.
pub(super) fn trim_opening(pieces: &mut Vec<Piece>) {
    while pieces.first().is_some_and(|it| {
        matches!(
            it.said.as_str(),
            "The" | "the" | "But" | "And" | "but" | "and" | "," | "“" | "\"" | "also" | "a" | "an" | "A" | "An"
        ) && pieces.len() > 1
    }) {
        pieces.remove(0);
    }
}

pub(super) fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    let mut after_open = false;
    for piece in pieces {
        let closes = matches!(piece.said.as_str(), "," | "”" | "’" | "»" | "'s" | "’s" | "%");
        if !line.is_empty() && !closes && !after_open && !piece.glued {
            line.push(' ');
        }
        after_open = matches!(piece.said.as_str(), "“" | "‘" | "«" | "``")
            || (piece.said == "\"" && line.matches('"').count().is_multiple_of(2));
        line.push_str(&piece.said);
    }
    line
}

pub(super) fn finished(line: &str) -> String {
    let line = line.trim().trim_start_matches([',', ';', ':', '–', '—', '-']).trim_start();
    let line = line
        .strip_prefix("'s ")
        .or_else(|| line.strip_prefix("’s "))
        .unwrap_or(line)
        .trim_end_matches(['.', ',', ';', ':', '—', '–', '-'])
        .trim();
    // Quotation marks come in pairs or not at all.
    let count = |mark: char| line.matches(mark).count();
    let paired = count('“') == count('”') && count('"').is_multiple_of(2) && count('‘') <= count('’') && !line.contains("``");
    let line =
        if paired { line.to_owned() } else { line.replace(['“', '”', '"', '‘'], "").replace("``", "").replace("''", "") };
    let mut chars = line.trim().chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
