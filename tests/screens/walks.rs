//! What keys lead to, and what no key may do.

use std::collections::BTreeMap;

use dateline::app::command::Place;
use dateline::app::{Effect, Key, Msg, Pane, Size, keymap};
use dateline::calendar::notation;
use dateline::events::Status;
use dateline::timeline::correction::Correction;
use proptest::prelude::*;
use ratatui::style::Modifier;

use super::fixture::{self, Named, Written1};
use super::{Player, named};

/// Where a script leads: pane, title of the focused event, query.
fn check(size: (u16, u16), script: &str, expected: (Pane, &str, &str)) {
    let mut player = Player::karsen(size);
    player.press(script);
    let model = &player.model;
    let title = model.event().map_or("", |it| it.title.as_str());
    assert_eq!((model.pane, title, model.filter.text.as_str()), expected, "{script}");
    assert!(player.effects.is_empty(), "{script}: {:?}", player.effects);
}

const DAM: &str = "Karsen dam wall fails; water reaches Orlik";
const FIRST: &str = "Engineers warn of cracks in eastern abutment";

#[test]
fn enter_leads_in_and_esc_leads_back_one_step_each() {
    for size in [(80, 24), (120, 40), (200, 60), (40, 12)] {
        check(size, "/fails", (Pane::List, DAM, "fails"));
        check(size, "/fails <Enter>", (Pane::Evidence, DAM, "fails"));
        check(size, "/fails <Enter> <Enter>", (Pane::Article, DAM, "fails"));
        check(size, "/fails <Enter> <Enter> <Esc>", (Pane::Evidence, DAM, "fails"));
        check(size, "/fails <Enter> <Enter> <Esc> <Esc>", (Pane::List, DAM, "fails"));
        check(size, "/fails <Enter> <Enter> <Esc> <Esc> <Esc>", (Pane::List, FIRST, ""));
        check(size, "/fails <Esc>", (Pane::List, FIRST, ""));
    }
}

#[test]
fn the_sentence_and_its_date_are_shown_in_the_article() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut player = Player::karsen(size);
        player.press("/fails <Enter> <Enter>");
        let reversed = player.shown_with(Modifier::REVERSED).join(" ");
        assert!(reversed.contains("[gave way at 9.40 on Thursday"), "{reversed}");
        let bold = player.shown_with(Modifier::BOLD).join(" ");
        assert!(bold.contains("The Karsen dam") && bold.contains("killing at least"), "{bold}");
    }
}

#[test]
fn queries_are_left_one_by_one() {
    check((80, 24), "/dam <Enter> <Esc> /fails <Enter> <Esc>", (Pane::List, DAM, "dam fails"));
    check((80, 24), "/dam <Enter> <Esc> /fails <Enter> <Esc> <BS>", (Pane::List, DAM, "dam"));
    check((80, 24), "/dam <Enter> <Esc> /fails <Enter> <Esc> F", (Pane::List, DAM, ""));
}

#[test]
fn context_shows_what_is_around_and_goes_back() {
    let mut player = Player::karsen((80, 24));
    player.press("/fails <Enter> <Esc>");
    assert_eq!(player.model.list.hits.len(), 1);
    player.press("c");
    assert_eq!(player.model.list.hits.len(), 15);
    assert_eq!(player.model.event().unwrap().title, DAM);
    player.press("c");
    assert_eq!(player.model.list.hits.len(), 1);
}

#[test]
fn the_article_leads_from_event_to_event_and_out_at_another() {
    check((80, 24), "/fails <Enter> <Enter> n <Enter>", (Pane::Evidence, "Regional office told of the leak", "fails"));
    check(
        (80, 24),
        "/fails <Enter> JJJ <Enter> n n n N <Enter>",
        (Pane::Evidence, "Hydrostal director leaves the country", "fails"),
    );
}

#[test]
fn conflicts_months_and_ends_are_a_key_away() {
    check((80, 24), "x", (Pane::List, DAM, ""));
    check((80, 24), "w", (Pane::List, "Inspectors record seepage at Karsen dam", ""));
    check((80, 24), "w w", (Pane::List, "Payouts begin", ""));
    check((80, 24), "w w b", (Pane::List, "Inspectors record seepage at Karsen dam", ""));
    check((80, 24), "G", (Pane::List, "Valley council meets", ""));
    check((80, 24), "G g", (Pane::List, FIRST, ""));
}

#[test]
fn the_list_of_keys_is_narrowed_and_obeyed() {
    check((80, 24), "? last <Space> row <Enter>", (Pane::List, "Valley council meets", ""));
}

#[test]
fn deeds_name_file_line_and_words() {
    let mut player = Player::karsen((80, 24));
    player.press("/fails <Enter> J o y Y q q q");
    let copied = |it: &Effect| if let Effect::Copy { text, .. } = it { text.clone() } else { String::new() };
    assert_eq!(player.effects[0], Effect::Edit { path: "karsen/gov/b20.txt".to_owned(), line: 9 });
    assert_eq!(copied(&player.effects[1]), format!("2024-03-14 09:40  {DAM}. Gov. bulletin, 2024-03-20, karsen/gov/b20.txt:9"));
    assert!(copied(&player.effects[2]).starts_with("“On 14 March the Karsen structure failed"));
    assert!(player.effects[3..].iter().all(|it| *it == Effect::Quit));
}

#[test]
fn a_day_of_writing_is_set_undone_and_made_again() {
    let mut player = Player::karsen((80, 24));
    player.press("/fails <Enter> e soon <Enter>");
    assert!(player.model.notice.as_deref().unwrap().contains("is no date"));
    assert!(player.model.prompt.is_some(), "what was typed stays to be mended");
    player.press("<C-u> 2024-03-20 <Enter>");
    let written = |it: &Effect| match it {
        Effect::Correct { correction: Correction::Written { article, when }, .. } => {
            format!("{article} {}", when.map_or("-".to_owned(), |it| notation::write(&it)))
        }
        other => panic!("{other:?}"),
    };
    let article = written(&player.effects[0]).split(' ').next().unwrap().to_owned();
    player.press("u U u u");
    let told: Vec<String> = player.effects.iter().map(written).collect();
    let [set, unset] = ["2024-03-20", "-"].map(|it| format!("{article} {it}"));
    assert_eq!(told, [set.clone(), unset.clone(), set, unset]);
    assert_eq!(player.model.notice.as_deref(), Some("nothing to undo"));
}

#[test]
fn a_correction_that_is_not_on_disk_does_not_count() {
    let mut player = Player::karsen((80, 24));
    player.press("/fails <Enter> e 2024-03-20 <Enter>");
    let Effect::Correct { before, .. } = player.effects.remove(0) else { panic!("no correction") };
    player.send(Msg::NotKept { before, why: "not changed: the disk is full".to_owned() });
    assert_eq!(player.model.notice.as_deref(), Some("not changed: the disk is full"));
    player.press("u");
    assert_eq!(player.model.notice.as_deref(), Some("nothing to undo"));
}

#[test]
fn a_value_of_the_event_narrows_the_filter_and_esc_widens_it() {
    check((80, 24), "/fails <Enter> <Esc> f <Enter>", (Pane::List, DAM, "fails src:\"ANP wire\""));
    check((80, 24), "/fails <Enter> <Esc> f <Enter> <Esc>", (Pane::List, DAM, "fails"));
    check((80, 24), "/fails <Enter> <Esc> f k G <Enter>", (Pane::List, DAM, "fails status:happened"));
    check((80, 24), "/fails <Enter> <Esc> f <Esc>", (Pane::List, DAM, "fails"));
}

#[test]
fn what_is_shown_is_written_where_the_reader_says() {
    let mut player = Player::karsen((80, 24));
    player.press("/fails <Enter> <Esc> E <Enter> E memo.md <Enter> R");
    let event = player.model.event_idx().unwrap();
    let expected = Effect::Export { path: "memo.md".to_owned(), events: vec![event], query: "fails".to_owned() };
    assert_eq!(player.effects, [expected, Effect::ReadAgain]);
}

#[test]
fn a_key_that_means_nothing_says_so() {
    let mut player = Player::karsen((80, 24));
    player.press("V");
    assert_eq!(player.model.notice.as_deref(), Some("V does nothing here; ? shows the keys"));
}

#[test]
fn the_cursor_stays_with_its_event_while_the_list_fills() {
    let mut player = Player::karsen((80, 24));
    player.press("/fails <Enter> <Esc> <Esc> x");
    assert_eq!(player.model.event().unwrap().title, DAM);
    let mut grown = fixture::karsen();
    grown.generation = 2;
    for event in &mut grown.events {
        // The numbers of keys move, as they may when an earlier mention is found; the sentence stays.
        event.key.0 += 100;
    }
    grown.events.remove(0);
    player.read(grown);
    assert_eq!(player.model.event().unwrap().title, DAM);
    let mut stale = fixture::karsen();
    stale.generation = 1;
    stale.events.clear();
    player.read(stale);
    assert_eq!(player.model.timeline().events.len(), 14);
}

#[test]
fn a_hundred_thousand_events_are_walked() {
    let mut timeline = fixture::karsen();
    let first = timeline.events.iter().find(|it| it.title == DAM).unwrap().clone();
    let days = (0..100_000u64).map(|n| {
        let day = dateline::calendar::shift::days(dateline::calendar::Date::from_ymd_opt(1900, 1, 1).unwrap(), n as i64 / 3);
        let when = Some(dateline::calendar::Interval::day(day));
        let key = dateline::events::EventKey(n + 1000);
        dateline::events::Event { key, when, title: format!("Thing {n} happens"), ..first.clone() }
    });
    timeline.events = days.collect();
    let mut player = Player::new((120, 40));
    player.read(timeline);
    player.press("G b <C-u> <PgUp> 2 + + - 1 g w w x");
    assert!(player.screen().contains("March 1900"));
    player.press("/99998 <Enter>");
    assert_eq!(player.model.event().unwrap().title, "Thing 99998 happens");
}

/// Text that must not reach a terminal as it is.
const HOSTILE: &str = "\u{1b}[31mred\u{1b}]0;title\u{7} \u{202e}turned\u{2066} tab\there \u{9b}5n bell\u{7}";

#[test]
fn hostile_and_foreign_text_is_only_shown() {
    let names = BTreeMap::from([
        ("a", Named { title: HOSTILE, status: Status::Happened, conflict: None }),
        (
            "b",
            Named {
                title: "大坝在黎明时分决口，洪水在一小时内到达奥尔利克城，数千人被迫撤离家园",
                status: Status::Planned,
                conflict: None,
            },
        ),
        ("c", Named { title: "انهار جدار السد يوم الخميس", status: Status::Claimed, conflict: None }),
        (
            "d",
            Named {
                title: "👨\u{200d}👩\u{200d}👧\u{200d}👦 family 각 naïve e\u{301}", status: Status::Denied, conflict: None
            },
        ),
    ]);
    let told = [
        ("a", "\u{1b}[2J\u{1b}[Hgone [\u{202e}on Monday\u{1b}c] \u{9d}52;c;AAAA\u{7} end.", "2024-03-11"),
        ("b", "大坝在[3月14日]黎明时分决口，洪水在一小时内到达奥尔利克城，数千人被迫撤离家园，死亡人数不明。", "2024-03-14"),
        ("c", "انهار جدار سد كارسن [يوم الخميس] ووصلت المياه إلى أورليك خلال ساعة واحدة فقط.", "2024-03-14"),
        (
            "d",
            "👨\u{200d}👩\u{200d}👧\u{200d}👦 각각 [목요일] 👩🏽\u{200d}🚀🇩🇪❤\u{fe0f} e\u{301}e\u{301} ﷽ zero\u{200b}width",
            "2024-03-15",
        ),
    ];
    let article =
        Written1 { path: HOSTILE, outlet: HOSTILE, title: HOSTILE, published: "2024-03-14", told: &told, copy_of: None };
    for size in [(30, 6), (33, 9), (80, 24), (120, 40), (200, 60)] {
        for script in
            ["", "j", "jj", "jjj", "<Enter>", "j <Enter> <Enter>", "<Enter> <Enter> n n", "3", "2", "i", "?", "/turned", "y"]
        {
            let mut player = Player::new(size);
            player.read(fixture::build(&[article], &names));
            player.send(Msg::Paste(HOSTILE.to_owned()));
            player.press(script);
            player.send(Msg::Paste(HOSTILE.to_owned()));
            let screen = player.screen();
            let is_acting =
                |it: char| it != '\n' && (it.is_control() || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
            assert!(!screen.contains(is_acting), "{size:?} {script}: {screen:?}");
        }
    }
}

#[test]
fn resizes_in_any_order_leave_the_same_screen() {
    let mut player = Player::karsen((80, 24));
    player.press("/fails <Enter> J");
    let before = player.screen();
    for n in 0u16..300 {
        player.send(Msg::Resize(Size { width: n * 37 % 211, height: n * 53 % 67 }));
        player.screen();
    }
    player.send(Msg::Resize(Size { width: 80, height: 24 }));
    assert_eq!(player.screen(), before);
}

fn any_key() -> impl Strategy<Value = Key> {
    let mut keys: Vec<Key> = keymap::BINDINGS.iter().flat_map(|it| it.keys.iter().copied()).collect();
    keys.retain(|it| *it != Key::Ctrl('z'));
    prop_oneof![prop::sample::select(keys), prop::char::range('!', 'ʒ').prop_map(Key::Char)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_break_the_program(keys in prop::collection::vec(any_key(), 0..60), width in 1u16..210, height in 1u16..66) {
        let mut player = Player::karsen((width, height));
        for key in keys {
            player.send(Msg::Key(key));
            player.screen();
        }
    }

    #[test]
    fn esc_never_quits_and_always_leads_home(keys in prop::collection::vec(any_key(), 0..40)) {
        let mut player = Player::karsen((80, 24));
        for key in keys {
            player.send(Msg::Key(key));
        }
        player.effects.clear();
        for _ in 0..60 {
            player.send(Msg::Key(named("Esc")));
        }
        prop_assert!(player.effects.is_empty());
        prop_assert_eq!(dateline::app::update::place(&player.model), Place::List);
        prop_assert!(player.model.filter.text.is_empty());
    }
}
