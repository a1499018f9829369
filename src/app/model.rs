//! What the program is doing: one value that every message changes and every picture is made from.

use std::sync::Arc;

use super::filter::Filter;
use super::layout::{Layout, Size, Wants, layout};
use super::message::Progress;
use super::prompt::Prompt;
use super::screen::{
    article::ArticlePane, bars::BarsView, evidence::EvidencePane, list::List, popup::Popup, sources::SourcesView,
};
use super::strip::Strip;
use crate::calendar::notation;
use crate::events::Event;
use crate::timeline::{Timeline, correction::History, search::Index};

/// A chronology with what is worked out of it once: made where nobody waits for it.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// The chronology.
    pub timeline: Timeline,
    /// The words of it.
    pub index: Index,
    /// The cells each event's date takes, parallel to its events.
    pub date_cells: Vec<u8>,
}

impl Snapshot {
    /// Works out what the screens need.
    pub fn new(timeline: Timeline) -> Snapshot {
        let index = Index::build(&timeline);
        let cells = |it: &Event| notation::write_or_undated(it.when.as_ref()).len().min(255) as u8;
        let date_cells = timeline.events.iter().map(cells).collect();
        Snapshot { timeline, index, date_cells }
    }
}

/// The three views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The list of events.
    #[default]
    Chronology,
    /// The events as bars.
    Bars,
    /// The articles.
    Sources,
}

/// The three panes, from out to in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Pane {
    /// The list, bars or sources.
    #[default]
    List,
    /// The evidence of the focused event.
    Evidence,
    /// The article of the focused source.
    Article,
}

/// Whether articles are being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// They are, so far.
    Under(Progress),
    /// All are read.
    Done,
    /// It broke off, and why.
    Failed(String),
}

/// What the program is doing.
#[derive(Debug)]
pub struct Model {
    /// The terminal's size.
    pub size: Size,
    /// The name of what is read, for the title line.
    pub place: String,
    /// The folder that all paths begin with, left out where they are shown; empty where there is none.
    pub root: String,
    /// Whether articles are being read.
    pub reading: Reading,
    /// The chronology.
    pub snapshot: Arc<Snapshot>,
    /// The view.
    pub view: View,
    /// The focused pane.
    pub pane: Pane,
    /// Whether the evidence is shown beside the list.
    pub side: bool,
    /// What is shown of it.
    pub filter: Filter,
    /// The rows of the list.
    pub list: List,
    /// The evidence of the focused event.
    pub evidence: EvidencePane,
    /// The article of the focused source.
    pub article: ArticlePane,
    /// The bars' window of time.
    pub bars: BarsView,
    /// The list of articles.
    pub sources: SourcesView,
    /// The overview.
    pub strip: Strip,
    /// The line being typed.
    pub prompt: Option<Prompt>,
    /// What lies on top.
    pub popup: Option<Popup>,
    /// With the filter lifted, the events that it finds, ascending.
    pub matched: Vec<u32>,
    /// Whether a key was ever pressed: until then the cursor waits at the first event.
    pub touched: bool,
    /// A word on the last deed; gone with the next key.
    pub notice: Option<String>,
    /// What the reader set right.
    pub history: History,
}

impl Model {
    /// A program that has just started, with a query from the command line (or none).
    pub fn new(place: &str, query: &str, size: Size) -> Model {
        let mut model = Model {
            size,
            place: place.to_owned(),
            root: String::new(),
            reading: Reading::Under(Progress::default()),
            snapshot: Arc::new(Snapshot::default()),
            view: View::default(),
            pane: Pane::default(),
            side: true,
            filter: Filter::new(query),
            list: List::default(),
            evidence: EvidencePane::default(),
            article: ArticlePane::default(),
            bars: BarsView::default(),
            sources: SourcesView::default(),
            strip: Strip::default(),
            prompt: None,
            popup: None,
            matched: Vec::new(),
            touched: false,
            notice: None,
            history: History::default(),
        };
        super::update::settle(&mut model);
        model
    }

    /// The chronology.
    pub fn timeline(&self) -> &Timeline {
        &self.snapshot.timeline
    }

    /// A path as it is shown: without the folder that all begin with.
    pub fn shown_path<'a>(&self, path: &'a str) -> &'a str {
        let inside = path.strip_prefix(self.root.trim_end_matches('/')).and_then(|it| it.strip_prefix('/'));
        inside.filter(|it| !self.root.is_empty() && !it.is_empty()).unwrap_or(path)
    }

    /// Where everything stands; `None` where the terminal is too small.
    pub fn layout(&self) -> Option<Layout> {
        let needs_query = self.prompt.is_some() || !self.filter.text.is_empty();
        let many = self.evidence.items.len() > 1;
        layout(self.size, self.view, self.pane, Wants { side: self.side, query: needs_query, many })
    }

    /// The index of the focused event.
    pub fn event_idx(&self) -> Option<u32> {
        self.list.hits.get(self.list.at).map(|it| it.event)
    }

    /// The focused event.
    pub fn event(&self) -> Option<&Event> {
        self.timeline().events.get(self.event_idx()? as usize)
    }

    /// Whether articles are still being read.
    pub fn is_reading(&self) -> bool {
        matches!(self.reading, Reading::Under(_))
    }
}
