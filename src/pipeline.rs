//! The whole job in two pure functions: [`analyse`] one article, [`assemble`] all of them.

use std::sync::Arc;

use rayon::prelude::*;

use crate::dating;
use crate::events::{self, Analysis, Article, Cues, Event, alias, entity, mention};
use crate::temporal::{self, Anchor, Genre, Lexicon};
use crate::text::{Raw, clean};
use crate::timeline::correction::Corrections;
use crate::timeline::{Problem, Timeline, order, salience};

/// What the job needs beside the articles: words and cues, read once.
#[derive(Debug)]
pub struct Knowledge {
    /// Words of time.
    pub lexicon: Lexicon,
    /// Words that tell that something happened.
    pub cues: Cues,
}

impl Knowledge {
    /// What is built into the program.
    pub fn builtin() -> Knowledge {
        Knowledge { lexicon: Lexicon::builtin(), cues: Cues::builtin() }
    }
}

/// Reads one article on its own: a function of its text alone.
pub fn analyse(raw: &Raw, knowledge: &Knowledge) -> Analysis {
    let document = clean::clean(raw);
    let timexes = temporal::tag(&document.text, &knowledge.lexicon);
    let names = entity::names(&document, &knowledge.cues);
    Analysis { document, timexes, names }
}

/// To how many days an inferred day of writing is known at most that "on Tuesday" may lean on.
const LEANED_ON: i64 = 31;

/// Brings all articles together into one chronology: the same for the same articles, in whatever order they come.
pub fn assemble(
    analyses: &[Arc<Analysis>],
    corrections: &Corrections,
    problems: Vec<Problem>,
    knowledge: &Knowledge,
) -> Timeline {
    let mut analyses: Vec<Arc<Analysis>> = analyses.to_vec();
    analyses.sort_by(|a, b| place(a).cmp(&place(b)));
    alias::surnames(&mut analyses, &knowledge.cues);
    let plain: Vec<&Analysis> = analyses.iter().map(Arc::as_ref).collect();
    let date = || dating::date(&analyses, &corrections.written, &knowledge.cues);
    let alike = || rayon::join(|| events::copies(&plain), || alias::entities(&plain));
    let (published, (copies, (entities, entity_of_name))) = rayon::join(date, alike);
    let articles: Vec<Article> = analyses
        .par_iter()
        .zip(&published)
        .zip(copies)
        .map(|((analysis, published), copy_of)| {
            let inferred = published.as_ref().is_some_and(|it| it.basis == dating::Basis::Inferred);
            // Known to more than a month or so it tells no day of what leans on it.
            let published = published.as_ref().map(|it| it.when).filter(|it| !inferred || it.n_days() <= LEANED_ON);
            let anchor = Anchor { published, genre: Genre::Auto };
            let dated = temporal::resolve(&analysis.document.text, &analysis.timexes, &anchor, &knowledge.lexicon);
            Article { analysis: Arc::clone(analysis), published, inferred, dated, copy_of }
        })
        .collect();
    let mentions: Vec<_> = articles
        .par_iter()
        .zip(&entity_of_name)
        .enumerate()
        .flat_map_iter(|(idx, (article, names))| {
            let idx = u32::try_from(idx).unwrap_or(u32::MAX);
            mention::mentions(article, idx, names, &knowledge.cues)
        })
        .collect();
    let mut events = events::link(&articles, &mentions, &entities);
    events::join_quotations(&mut events, &articles, &mentions, &entities);
    let named: Vec<events::Named> =
        events.par_iter().map(|it| events::entitle(it, &articles, &mentions, &knowledge.cues)).collect();
    let worth = |(event, named): (Event, events::Named)| {
        let is_kept = events::is_worth_showing(&event, &named, &articles, &mentions);
        (Event { title: named.title, ..event }, is_kept)
    };
    let mut events: Vec<(Event, bool)> = events.into_iter().zip(named).map(worth).collect();
    events::drop_echoes(&mut events, &mentions);
    let mut events = events::gather(events, &mentions);
    salience::set(&mut events, &articles, &mentions);
    order::sort(&mut events);
    Timeline { generation: 0, articles, published, entities, mentions, events, problems }
}

/// Where an article stands in the order of all: by path, then by place in the file, then by id.
fn place(analysis: &Analysis) -> (&str, u32, &str) {
    let line = analysis.document.origin.paragraph_lines.first().copied().unwrap_or(0);
    (&analysis.document.source.path, line, &analysis.document.source.id)
}
