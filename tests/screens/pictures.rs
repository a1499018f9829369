//! What each screen looks like, as snapshots.

use dateline::app::{Msg, Size};
use dateline::timeline::Timeline;
use dateline::ui::{Look, Theme};

use super::{Player, fixture};

/// Plays a script over the dam's chronology and holds the screen against its snapshot.
fn check(name: &str, size: (u16, u16), script: &str) {
    let mut player = Player::karsen(size);
    player.press(script);
    hold(name, &player);
}

fn hold(name: &str, player: &Player) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("pictures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, player.screen()));
}

#[test]
fn chronology_in_every_size() {
    check("chronology-80x24", (80, 24), "jjjjjjjj");
    check("chronology-120x40", (120, 40), "jjjjjjjj");
    check("chronology-200x60", (200, 60), "jjjjjjjj");
    check("chronology-40x12", (40, 12), "jjj");
    check("chronology-30x6", (30, 6), "");
    check("chronology-22x6", (22, 6), "");
    check("chronology-side-hidden-120x40", (120, 40), "p");
}

#[test]
fn search_while_typing_and_kept() {
    check("search-typing-80x24", (80, 24), "/dam");
    check("search-kept-120x40", (120, 40), "/hydrostal <Enter>");
    check("search-field-120x40", (120, 40), "/is:conflict <Enter>");
    check("search-bad-field-80x24", (80, 24), "/srcs:anp <Space> dam");
    check("search-nothing-80x24", (80, 24), "/zzzzzz");
    check("search-lifted-80x24", (80, 24), "/hydrostal <Enter> c");
}

#[test]
fn evidence_of_one_event() {
    check("evidence-80x24", (80, 24), "/fails <Enter> J");
    check("evidence-120x40", (120, 40), "/fails <Enter> JJ");
    check("evidence-40x12", (40, 12), "/fails <Enter>");
}

#[test]
fn article_at_the_sentence() {
    check("article-80x24", (80, 24), "/fails <Enter> <Enter>");
    check("article-120x40", (120, 40), "/fails <Enter> <Enter>");
    check("article-200x60", (200, 60), "/fails <Enter> JJ <Enter> n");
    check("article-find-80x24", (80, 24), "/fails <Enter> <Enter> /leak <Enter>");
}

#[test]
fn what_lies_on_top() {
    check("help-80x24", (80, 24), "?");
    check("help-narrowed-120x40", (120, 40), "<Enter> ? source");
    check("why-80x24", (80, 24), "/fails <Enter> i");
    check("problems-80x24", (80, 24), "!");
}

#[test]
fn the_other_views() {
    check("timeline-80x24", (80, 24), "2jjjj");
    check("timeline-120x40", (120, 40), "2jjjjz");
    check("sources-80x24", (80, 24), "3j");
    check("sources-120x40", (120, 40), "3j");
}

#[test]
fn plain_ascii() {
    for (name, size, script) in [("ascii-120x40", (120, 40), "/fails <Enter> <Enter>"), ("ascii-timeline-80x24", (80, 24), "2jj")]
    {
        let mut player = Player::karsen(size);
        player.look = Look::new(Theme::Plain, true);
        player.press(script);
        assert!(player.screen().is_ascii(), "{}", player.screen());
        hold(name, &player);
    }
}

#[test]
fn while_articles_are_read() {
    let mut player = Player::new((80, 24));
    hold("reading-nothing-yet-80x24", &player);
    player.progress(3, 1204);
    hold("reading-first-80x24", &player);
    player.read(fixture::karsen());
    player.progress(312, 1204);
    player.press("j");
    hold("reading-usable-80x24", &player);
    player.send(Msg::Failed("index out of bounds".to_owned()));
    hold("reading-broke-off-80x24", &player);
}

#[test]
fn nothing_found() {
    let mut player = Player::new((80, 24));
    player.read(Timeline { generation: 1, ..Timeline::default() });
    player.send(Msg::Finished);
    hold("no-article-80x24", &player);
}

#[test]
fn a_size_too_small_comes_back() {
    let mut player = Player::karsen((80, 24));
    player.press("jj");
    let before = player.screen();
    player.send(Msg::Resize(Size { width: 20, height: 4 }));
    hold("too-small-20x4", &player);
    player.send(Msg::Resize(Size { width: 80, height: 24 }));
    assert_eq!(player.screen(), before);
}
