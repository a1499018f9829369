//! The articles as rows: what each tells, and when it was written.

use crate::timeline::Timeline;

/// One article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The index of the article.
    pub article: u32,
    /// How many of the events shown it tells.
    pub n_events: u32,
    /// The first and the last of these, as indices of events that have a date.
    pub span: Option<(u32, u32)>,
}

/// The list of articles.
#[derive(Clone, Debug, Default)]
pub struct SourcesView {
    key: Option<(u64, usize, String)>,
    /// The articles, by path.
    pub rows: Vec<Row>,
    /// The row of the cursor.
    pub at: usize,
    /// The first row in view.
    pub top: usize,
}

impl SourcesView {
    /// Counts the events shown of each article, unless that is done.
    pub fn fill(&mut self, timeline: &Timeline, shown: &[crate::timeline::search::Hit], filter: &str) {
        let key = Some((timeline.generation, shown.len(), filter.to_owned()));
        if self.key == key {
            return;
        }
        self.key = key;
        self.rows = (0u32..).take(timeline.articles.len()).map(|article| Row { article, n_events: 0, span: None }).collect();
        for hit in shown {
            let Some(event) = timeline.events.get(hit.event as usize) else { continue };
            let mut told: Vec<u32> =
                event.mentions.iter().filter_map(|&it| Some(timeline.mentions.get(it as usize)?.document)).collect();
            told.sort_unstable();
            told.dedup();
            for article in told {
                let Some(row) = self.rows.get_mut(article as usize) else { continue };
                row.n_events += 1;
                if event.when.is_some() {
                    row.span = Some((row.span.map_or(hit.event, |it| it.0), hit.event));
                }
            }
        }
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    /// Moves the cursor, held at the ends.
    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }

    /// Scrolls as little as needed.
    pub fn scroll(&mut self, height: usize) {
        self.top = self.top.min(self.at).max((self.at + 1).saturating_sub(height));
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }
}
