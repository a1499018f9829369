//! What a reader set right, as values: a journal of corrections, and what they come to.

use std::collections::BTreeMap;

use crate::calendar::Interval;

/// One thing that a reader set right; undone by setting back what was there before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The day an article was written; `None` gives it back to the program's own judgement.
    Written {
        /// The article's id.
        article: String,
        /// What the reader says.
        when: Option<Interval>,
    },
}

/// What all corrections of a journal come to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Corrections {
    /// The day of writing by article id.
    pub written: BTreeMap<String, Interval>,
}

impl Corrections {
    /// Takes one correction in, and gives the one that undoes it.
    pub fn apply(&mut self, correction: &Correction) -> Correction {
        match correction {
            Correction::Written { article, when } => {
                let before = match when {
                    Some(when) => self.written.insert(article.clone(), *when),
                    None => self.written.remove(article),
                };
                Correction::Written { article: article.clone(), when: before }
            }
        }
    }
}

/// What a reader set right, and the way back and forth through it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct History {
    /// What all of it comes to.
    pub now: Corrections,
    undo: Vec<Correction>,
    redo: Vec<Correction>,
}

impl History {
    /// The history that a journal tells: every entry of it can be undone.
    pub fn of<'a>(journal: impl IntoIterator<Item = &'a Correction>) -> History {
        let mut history = History::default();
        for correction in journal {
            history.make(correction);
        }
        history
    }

    /// Makes a correction; what was undone before is forgotten.
    pub fn make(&mut self, correction: &Correction) {
        let undo = self.now.apply(correction);
        self.undo.push(undo);
        self.redo.clear();
    }

    /// Takes the last correction back; gives what does so.
    pub fn undo(&mut self) -> Option<Correction> {
        let correction = self.undo.pop()?;
        let redo = self.now.apply(&correction);
        self.redo.push(redo);
        Some(correction)
    }

    /// Makes again what was taken back last; gives what does so.
    pub fn redo(&mut self) -> Option<Correction> {
        let correction = self.redo.pop()?;
        let undo = self.now.apply(&correction);
        self.undo.push(undo);
        Some(correction)
    }

    /// Whether something can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether something can be made again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::notation::parse;

    #[test]
    fn a_history_leads_back_and_forth() {
        let set = |day: &str| Correction::Written { article: "a1".to_owned(), when: parse(day) };
        let mut history = History::of([&set("2024-03-14"), &set("2024-03-15")]);
        let last = history.clone();
        assert_eq!(history.undo(), Some(set("2024-03-14")));
        assert_eq!(history.undo(), Some(Correction::Written { article: "a1".to_owned(), when: None }));
        assert_eq!((history.undo(), history.now == Corrections::default()), (None, true));
        assert_eq!((history.redo(), history.redo()), (Some(set("2024-03-14")), Some(set("2024-03-15"))));
        assert_eq!(history, last);
        history.undo();
        history.make(&set("2024-03-16"));
        assert!(history.redo().is_none());
    }

    #[test]
    fn what_undoes_a_correction_leaves_nothing_of_it() {
        let set = |day: &str| Correction::Written { article: "a1".to_owned(), when: parse(day) };
        let mut corrections = Corrections::default();
        corrections.apply(&set("2024-03-14"));
        let before = corrections.clone();
        let undo = corrections.apply(&set("2024-03-15"));
        assert_ne!(corrections, before);
        corrections.apply(&undo);
        assert_eq!(corrections, before);
    }
}
