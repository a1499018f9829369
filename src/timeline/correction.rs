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
    /// What a journal comes to: later entries overrule earlier ones.
    pub fn of<'a>(journal: impl IntoIterator<Item = &'a Correction>) -> Corrections {
        let mut corrections = Corrections::default();
        for correction in journal {
            corrections.apply(correction);
        }
        corrections
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::notation::parse;

    #[test]
    fn what_undoes_a_correction_leaves_nothing_of_it() {
        let set = |day: &str| Correction::Written { article: "a1".to_owned(), when: parse(day) };
        let mut corrections = Corrections::of([&set("2024-03-14")]);
        let before = corrections.clone();
        let undo = corrections.apply(&set("2024-03-15"));
        assert_ne!(corrections, before);
        corrections.apply(&undo);
        assert_eq!(corrections, before);
    }
}
