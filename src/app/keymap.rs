//! The one table of keys: what a key does where. The help line and the list of keys are made from it.

use super::command::{Command, Place};
use super::message::Key;

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys, the one to be shown first.
    pub keys: &'static [Key],
    /// What they do.
    pub command: Command,
    /// Where.
    pub places: &'static [Place],
    /// What that is, for the list of keys.
    pub what: &'static str,
    /// The same in a word or two for the help line; empty where it is not worth a place there.
    pub hint: &'static str,
}

use Command as C;
use Key::{BackTab, Backspace, Char, Ctrl, Down, End, Enter, Escape, Function, Home, Left, PageDown, PageUp, Right, Tab, Up};
use Place::{Article, Bars, Evidence, Help, List, Page, Prompt, Sources, Values};

const EVENTS: &[Place] = &[List, Evidence, Bars];
const ROWS: &[Place] = &[List, Evidence, Bars, Sources];
const BROWSE: &[Place] = &[List, Evidence, Article, Bars, Sources];
const TOLD: &[Place] = &[List, Evidence, Article, Bars];
const READ: &[Place] = &[Evidence, Article, Sources];
const ALL: &[Place] = &[List, Evidence, Article, Bars, Sources, Prompt, Help, Page, Values];

const fn row(
    keys: &'static [Key],
    command: Command,
    places: &'static [Place],
    what: &'static str,
    hint: &'static str,
) -> Binding {
    Binding { keys, command, places, what, hint }
}

/// Every key of the program, in the order in which the list of keys shows them.
pub const BINDINGS: &[Binding] = &[
    row(&[Enter, Char('l'), Right], C::In, &[List], "go in: the evidence of this event", "evidence"),
    row(&[Enter, Char('l'), Right], C::In, &[Evidence], "read the source at this sentence", "read source"),
    row(&[Enter], C::In, &[Bars], "go in: the evidence of this event", "evidence"),
    row(&[Enter, Char('l'), Right], C::In, &[Sources], "read this article", "read"),
    row(&[Enter], C::In, &[Article], "open the marked event in the chronology", "open event"),
    row(&[Enter], C::In, &[Prompt], "keep the query, go to the evidence", "keep"),
    row(&[Enter], C::In, &[Help], "do it", "do it"),
    row(&[Enter, Char('l'), Right], C::In, &[Values], "filter by this", "filter"),
    row(&[Escape], C::Out, &[List, Bars, Sources], "one step back: the filter before", "back"),
    row(&[Escape, Char('h'), Left], C::Out, &[Evidence], "one step back: the list", "back"),
    row(&[Escape, Char('h'), Left], C::Out, &[Article], "one step back", "back"),
    row(&[Escape], C::Out, &[Prompt], "the query as it was before", "undo"),
    row(&[Escape], C::Out, &[Help, Page, Values], "close", "close"),
    row(&[Char('/')], C::Search, BROWSE, "search and filter, live", "search"),
    row(&[Char('j'), Down], C::Down, EVENTS, "next event", ""),
    row(&[Char('k'), Up], C::Up, EVENTS, "event before", ""),
    row(&[Char('j'), Down], C::Down, &[Sources], "next article", ""),
    row(&[Char('k'), Up], C::Up, &[Sources], "article before", ""),
    row(&[Char('j'), Down], C::Down, &[Article, Page], "a line down", "scroll"),
    row(&[Char('k'), Up], C::Up, &[Article, Page], "a line up", ""),
    row(&[Char('j'), Down], C::Down, &[Values], "next value", ""),
    row(&[Char('k'), Up], C::Up, &[Values], "value before", ""),
    row(&[Down, Ctrl('n')], C::Down, &[Prompt, Help], "next row of the list", "next"),
    row(&[Up, Ctrl('p')], C::Up, &[Prompt, Help], "row before", ""),
    row(&[Char('J')], C::NextSource, TOLD, "next source of this event", "next source"),
    row(&[Char('K')], C::PreviousSource, TOLD, "source before", ""),
    row(&[Char('n')], C::NextMatch, EVENTS, "next match", "next match"),
    row(&[Char('N')], C::PreviousMatch, EVENTS, "match before", ""),
    row(&[Char('n')], C::NextMatch, &[Article], "next event in this article", "next event"),
    row(&[Char('N')], C::PreviousMatch, &[Article], "event before in this article", ""),
    row(&[Char('c')], C::Context, EVENTS, "context: lift the filter, stay here; again: back", "context"),
    row(&[Char('f')], C::FilterBy, EVENTS, "filter by a name, source, month or status of this event", "filter"),
    row(&[Char('i')], C::Why, TOLD, "why this date", "why"),
    row(&[Char('o')], C::Edit, BROWSE, "open the file in $EDITOR at the line", "edit"),
    row(&[Char('e')], C::SetWritten, READ, "say when this article was written", "day written"),
    row(&[Char('u')], C::Undo, BROWSE, "take the last correction back", "undo"),
    row(&[Char('U'), Ctrl('r')], C::Redo, BROWSE, "make it again", ""),
    row(&[Char('x')], C::NextConflict, TOLD, "next event on which sources disagree", "conflict"),
    row(&[Char('X')], C::PreviousConflict, TOLD, "conflict before", ""),
    row(&[Char('F')], C::ClearFilter, ROWS, "clear the filter, stay here", "clear"),
    row(&[Backspace], C::DropChip, ROWS, "drop the last part of the filter", ""),
    row(&[Char('+'), Char('=')], C::ZoomIn, &[Bars], "zoom in", "zoom"),
    row(&[Char('-')], C::ZoomOut, &[Bars], "zoom out", ""),
    row(&[Char('0')], C::ZoomAll, &[Bars], "the whole time", "all"),
    row(&[Char('z')], C::ZoomEvent, &[Bars], "zoom to this event", ""),
    row(&[Char('h'), Left], C::PanEarlier, &[Bars], "earlier days", "pan"),
    row(&[Char('l'), Right], C::PanLater, &[Bars], "later days", ""),
    row(&[Char('w')], C::NextPeriod, ROWS, "next month", ""),
    row(&[Char('b')], C::PreviousPeriod, ROWS, "month before", ""),
    row(&[Char('w')], C::NextPeriod, &[Article], "next paragraph", ""),
    row(&[Char('b')], C::PreviousPeriod, &[Article], "paragraph before", ""),
    row(&[Char('g'), Home], C::First, ROWS, "first row", ""),
    row(&[Char('G'), End], C::Last, ROWS, "last row", ""),
    row(&[Char('g'), Home], C::First, &[Article, Page, Values], "top", ""),
    row(&[Char('G'), End], C::Last, &[Article, Page, Values], "end", ""),
    row(&[Ctrl('d')], C::HalfDown, &[List, Evidence, Article, Bars, Sources, Page], "half a page down", ""),
    row(&[Ctrl('u')], C::HalfUp, &[List, Evidence, Article, Bars, Sources, Page], "half a page up", ""),
    row(&[PageDown, Ctrl('f')], C::PageDown, &[List, Evidence, Article, Bars, Sources, Page], "a page down", ""),
    row(&[PageUp], C::PageUp, &[List, Evidence, Article, Bars, Sources, Page], "a page up", ""),
    row(&[PageDown], C::PageDown, &[Prompt, Help], "a page down", ""),
    row(&[PageUp], C::PageUp, &[Prompt, Help], "a page up", ""),
    row(&[Tab], C::NextPane, TOLD, "next pane", ""),
    row(&[BackTab], C::PreviousPane, TOLD, "pane before", ""),
    row(&[Char('p')], C::Side, EVENTS, "hide or show the evidence beside the list", "pane"),
    row(&[Char('1')], C::Chronology, BROWSE, "view: chronology", ""),
    row(&[Char('2')], C::Bars, BROWSE, "view: timeline of bars", ""),
    row(&[Char('3')], C::Sources, BROWSE, "view: sources", ""),
    row(&[Char('y')], C::CopyCitation, TOLD, "copy a citation: date, event, outlet, file and line", ""),
    row(&[Char('Y')], C::CopyQuote, TOLD, "copy the quote", ""),
    row(&[Char('E')], C::Export, ROWS, "write what is shown to a file", ""),
    row(&[Char('R')], C::ReadAgain, BROWSE, "read all articles again", ""),
    row(&[Char('!')], C::Problems, BROWSE, "problems: what could not be read", ""),
    row(&[Char('?'), Function(1)], C::Help, BROWSE, "all keys of this place", "keys"),
    row(
        &[Char('q')],
        C::Quit,
        &[List, Evidence, Article, Bars, Sources, Page, Values],
        "close what is on top; quit at the bottom",
        "quit",
    ),
    row(&[Ctrl('c')], C::Leave, ALL, "quit at once", ""),
    row(&[Ctrl('z')], C::Suspend, ALL, "stop; fg brings it back", ""),
    row(&[Ctrl('l')], C::Redraw, ALL, "draw the screen anew", ""),
];

/// What a key does in a place.
pub fn find(place: Place, key: Key) -> Option<Command> {
    of(place).find(|it| it.keys.contains(&key)).map(|it| it.command)
}

/// The rows of a place in the order of the table.
pub fn of(place: Place) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |it| it.places.contains(&place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        for &place in ALL {
            let mut keys: Vec<Key> = of(place).flat_map(|it| it.keys.iter().copied()).collect();
            let n_keys = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), n_keys, "{place:?}");
        }
    }

    #[test]
    fn every_place_has_a_way_out() {
        for &place in ALL {
            assert_eq!(find(place, Key::Escape), Some(Command::Out), "{place:?}");
            assert_eq!(find(place, Key::Ctrl('c')), Some(Command::Leave), "{place:?}");
        }
    }
}
