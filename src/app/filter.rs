//! What of the chronology is shown: the query, and the way back through the queries before it.

use crate::events::EventKey;
use crate::timeline::query::Query;

/// A query left behind, to go back to.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The line as it was.
    pub text: String,
    /// The event that was focused.
    pub event: Option<EventKey>,
}

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The line as typed.
    pub text: String,
    /// The line as read.
    pub query: Query,
    /// Whether the filter is lifted for now, to see what is around a match.
    pub lifted: bool,
    /// The queries before this one, the last on top.
    pub steps: Vec<Step>,
}

impl Filter {
    /// A filter from the command line; going back from it shows everything.
    pub fn new(text: &str) -> Filter {
        let mut filter = Filter::default();
        filter.set(text);
        if !filter.text.is_empty() {
            filter.steps.push(Step { text: String::new(), event: None });
        }
        filter
    }

    /// Reads a line.
    pub fn set(&mut self, text: &str) {
        self.text = text.to_owned();
        self.query = Query::parse(text);
        self.lifted = false;
    }

    /// Whether something is hidden by it now.
    pub fn is_on(&self) -> bool {
        !self.query.is_empty() && !self.lifted
    }

    /// The line without its last part.
    pub fn without_last(&self) -> String {
        let last = self.query.chips().last().map_or(0, |it| it.range.span().start);
        self.text.get(..last).unwrap_or("").trim_end().to_owned()
    }

    /// The first thing that is not understood in the line.
    pub fn problem(&self) -> Option<(&str, &str)> {
        self.query.chips().iter().find_map(|it| Some((it.range.of(&self.text), it.problem.as_deref()?)))
    }
}
