//! What a key can be told to do, and the places in which it is told.

/// Everything a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// One row or line down.
    Down,
    /// One row or line up.
    Up,
    /// One level in.
    In,
    /// One step back.
    Out,
    /// The next pane.
    NextPane,
    /// The pane before.
    PreviousPane,
    /// The first row or line.
    First,
    /// The last row or line.
    Last,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// The next month, or paragraph.
    NextPeriod,
    /// The month or paragraph before.
    PreviousPeriod,
    /// The next source of the event.
    NextSource,
    /// The source before.
    PreviousSource,
    /// The next match, or the next event in the article.
    NextMatch,
    /// The match or event before.
    PreviousMatch,
    /// The next event on which sources disagree.
    NextConflict,
    /// The one before.
    PreviousConflict,
    /// The list of events.
    Chronology,
    /// The events as bars.
    Bars,
    /// The articles.
    Sources,
    /// Less time a cell.
    ZoomIn,
    /// More time a cell.
    ZoomOut,
    /// The whole time.
    ZoomAll,
    /// The time of this event.
    ZoomEvent,
    /// Earlier days.
    PanEarlier,
    /// Later days.
    PanLater,
    /// Type the query.
    Search,
    /// The filter lifted, here.
    Context,
    /// The last part of the filter dropped.
    DropChip,
    /// The filter cleared.
    ClearFilter,
    /// Why this date.
    Why,
    /// Hide or show the side pane.
    Side,
    /// Copy a citation.
    CopyCitation,
    /// Copy the quote.
    CopyQuote,
    /// Open the editor at the line.
    Edit,
    /// Say when the article was written.
    SetWritten,
    /// Take the last correction back.
    Undo,
    /// Make it again.
    Redo,
    /// Filter by something that the event holds.
    FilterBy,
    /// Write what is shown to a file.
    Export,
    /// Read all articles again.
    ReadAgain,
    /// What could not be read.
    Problems,
    /// Every key of this place.
    Help,
    /// Close what is on top, or leave.
    Quit,
    /// Leave at once.
    Leave,
    /// Stop until called up again.
    Suspend,
    /// Draw every cell anew.
    Redraw,
}

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The list of events.
    List,
    /// The evidence of one event.
    Evidence,
    /// The text of one article.
    Article,
    /// The events as bars.
    Bars,
    /// The list of articles.
    Sources,
    /// The query line.
    Prompt,
    /// The list of keys.
    Help,
    /// Why a date, or what could not be read.
    Page,
    /// The list of what to filter by.
    Values,
}

impl Place {
    /// Its name for the head of the list of keys.
    pub fn name(self) -> &'static str {
        match self {
            Place::List => "in the chronology",
            Place::Evidence => "in the evidence",
            Place::Article => "in the article",
            Place::Bars => "on the timeline",
            Place::Sources => "in the sources",
            Place::Prompt => "while typing",
            Place::Help => "in this list",
            Place::Page => "on this page",
            Place::Values => "in this list",
        }
    }
}
