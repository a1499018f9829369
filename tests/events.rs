//! What one article tells: its mentions with date, status and weight, the line that names each, its figures, its references.

mod mentions;

use std::sync::Arc;

use dateline::calendar::{Date, Interval};
use dateline::events::{Analysis, Article, Cues, Mention, Weight, alias, entity, mention, title};
use dateline::temporal::{Anchor, Lexicon, resolve, tag};
use dateline::text::{Block, Raw, clean};
use proptest::prelude::*;

/// An article of paragraphs, written on a day.
pub fn article(paragraphs: &[&str], day: Option<&str>, cues: &Cues) -> (Article, Vec<Mention>) {
    let lexicon = Lexicon::builtin();
    let kind = Some(dateline::text::Kind::Body);
    let blocks = paragraphs.iter().map(|it| Block { text: (*it).to_owned(), line: 1, kind, ..Block::default() }).collect();
    let document = clean::clean(&Raw { blocks, ..Raw::default() });
    let timexes = tag(&document.text, &lexicon);
    let names = entity::names(&document, cues);
    let analysis = Analysis { document, timexes, names };
    let published = day.map(|it| Interval::day(it.parse::<Date>().unwrap()));
    let dated = resolve(&analysis.document.text, &analysis.timexes, &Anchor { published, ..Anchor::default() }, &lexicon);
    let (_, entity_of_name) = alias::entities(&[&analysis]);
    let article = Article { analysis: Arc::new(analysis), published, inferred: false, dated, copy_of: None };
    let mentions = mention::mentions(&article, 0, &entity_of_name[0], cues);
    (article, mentions)
}

/// The mentions that may be events, one a line: first day, status, line. Written on Wednesday, 14 May 2014.
fn told(paragraphs: &[&str], cues: &Cues) -> Vec<String> {
    let (article, mentions) = article(paragraphs, Some("2014-05-14"), cues);
    let main = mentions.iter().filter(|it| it.weight != Weight::Supporting);
    main.map(|it| {
        let day = it.when.map_or("----".to_owned(), |it| it.first_day().to_string());
        format!("{day} {} {}", it.status.name(), title::title(&article, it, cues))
    })
    .collect()
}

/// A sentence in the middle of an article, and the events it may stand for.
fn check(cues: &Cues, sentence: &str, expected: &[&str]) -> Option<String> {
    let mut found = told(&["Nothing much is known of the matter so far, and that is how it will stay.", sentence], cues);
    found.retain(|it| !it.contains("Nothing much"));
    (found != expected).then(|| format!("{sentence}\n  expected {expected:#?}\n  found    {found:#?}"))
}

/// Sentences with what an editor would put on a chronology for them.
const TABLE: &[(&str, &[&str])] = &[
    // Plain deeds.
    ("Police arrested three men in Lisbon on Monday.", &["2014-05-12 happened Police arrest three men in Lisbon"]),
    ("On Tuesday, the Danish parliament approved the budget.", &["2014-05-13 happened Danish parliament approves the budget"]),
    ("President Maria Alvarez arrived in Lima on Sunday.", &["2014-05-11 happened Maria Alvarez arrives in Lima"]),
    ("The bridge collapsed on May 2, killing nine people.", &["2014-05-02 happened Bridge collapses"]),
    (
        "Two soldiers were killed in a clash near Herat on Friday.",
        &["2014-05-09 happened Two soldiers killed in a clash near Herat"],
    ),
    ("The minister resigned in March 2012 after a scandal.", &["2012-03-01 happened Minister resigns after a scandal"]),
    ("Norway won the final on Saturday.", &["2014-05-10 happened Norway wins the final"]),
    ("An earthquake shook northern Chile on Thursday.", &["2014-05-08 happened Earthquake shakes northern Chile"]),
    ("The company bought its rival for $2 billion in 2011.", &["2011-01-01 happened Company buys its rival for $2 billion"]),
    ("Workers in Bremen began a strike on Monday.", &["2014-05-12 happened Workers in Bremen begin a strike"]),
    (
        "The court sentenced Peter Lund to eight years in prison on Tuesday.",
        &["2014-05-13 happened Court sentences Peter Lund to eight years in prison"],
    ),
    ("The two countries signed a treaty in June 2010.", &["2010-06-01 happened Two countries sign a treaty"]),
    // Openers and tails go.
    ("Meanwhile, the rebels seized the airport on Monday.", &["2014-05-12 happened Rebels seize the airport"]),
    ("However, the talks collapsed on Tuesday, officials said.", &["2014-05-13 happened Talks collapse"]),
    ("But the army retook the town on Friday, according to residents.", &["2014-05-09 happened Army retakes the town"]),
    (
        "A fire destroyed the old theatre in Ghent on Sunday, police said.",
        &["2014-05-11 happened Fire destroys the old theatre in Ghent"],
    ),
    // Titles and appositions of people.
    (
        "Danish Prime Minister Anna Holm met Swedish Foreign Minister Erik Berg in Oslo on Monday.",
        &["2014-05-12 happened Anna Holm meets Erik Berg in Oslo"],
    ),
    ("Anna Holm, the Danish prime minister, resigned on Monday.", &["2014-05-12 happened Anna Holm resigns"]),
    ("The bank's chief, Karl Brandt, quit on Tuesday.", &["2014-05-13 happened Karl Brandt quits"]),
    // Sayings.
    (
        "Anna Holm said on Monday that Denmark would join the mission.",
        &["2014-05-12 happened Anna Holm says Denmark will join the mission"],
    ),
    ("Anna Holm said on Monday she was travelling to Cairo.", &["2014-05-12 happened Anna Holm says she is travelling to Cairo"]),
    (
        "Serbia announced on Friday it had freed 40 prisoners.",
        &["2014-05-09 happened Serbia announces it has freed 40 prisoners"],
    ),
    (
        "The general told reporters on Sunday that the siege had ended.",
        &["2014-05-11 happened General tells reporters the siege has ended"],
    ),
    ("Erik Berg vowed on Tuesday to cut taxes.", &["2014-05-13 happened Erik Berg vows to cut taxes"]),
    ("The union warned on Monday that more strikes would follow.", &["2014-05-12 happened Union warns more strikes will follow"]),
    // Plans.
    ("Anna Holm will visit Tokyo on May 20.", &["2014-05-20 planned Anna Holm will visit Tokyo"]),
    ("The envoys are scheduled to meet in Vienna on May 21.", &["2014-05-21 planned Envoys to meet in Vienna"]),
    ("The trial is expected to begin on June 3.", &["2014-06-03 planned Trial expected to begin"]),
    ("Erik Berg was to meet union leaders on Friday.", &["2014-05-16 planned Erik Berg to meet union leaders"]),
    ("Finland plans to open two consulates in 2016.", &["2016-01-01 planned Finland plans to open two consulates"]),
    ("Erik Berg may join the talks on May 16.", &["2014-05-16 planned Erik Berg may join the talks"]),
    ("Parliament is due to vote on the law on May 22.", &["2014-05-22 planned Parliament to vote on the law"]),
    // Claims and denials.
    (
        "The rebels claimed on Monday to have shot down a helicopter.",
        &["2014-05-12 claimed Rebels claim to have shot down a helicopter"],
    ),
    (
        "Georgia accused its neighbour on Tuesday of moving the border.",
        &["2014-05-13 claimed Georgia accuses its neighbour of moving the border"],
    ),
    ("The ministry denied on Sunday that it had paid a ransom.", &["2014-05-11 denied Ministry denies it has paid a ransom"]),
    ("Karl Brandt allegedly stole the paintings in 2009.", &["2009-01-01 claimed Karl Brandt allegedly steals the paintings"]),
    (
        "The army announced on Friday it had captured two villages.",
        &["2014-05-09 claimed Army announces it has captured two villages"],
    ),
    // Called off.
    ("The summit in Riga was called off on Monday.", &["2014-05-12 cancelled Summit in Riga called off"]),
    ("The league cancelled the match on Saturday.", &["2014-05-10 cancelled League cancels the match"]),
    ("Erik Berg postponed his trip to India on Friday.", &["2014-05-09 cancelled Erik Berg postpones his trip to India"]),
    // Two events in a sentence.
    (
        "The army entered the city on Sunday and the governor fled on Monday.",
        &["2014-05-11 happened Army enters the city", "2014-05-12 happened Governor flees"],
    ),
    (
        "Latvia, which joined the union in 2004, adopted the euro on January 1, 2014.",
        &["2004-01-01 happened Latvia joins the union", "2014-01-01 happened Latvia adopts the euro"],
    ),
    (
        "The visit on Monday came after Anna Holm rejected the offer on Friday.",
        &["2014-05-09 happened Anna Holm rejects the offer"],
    ),
    // Nouns that are events.
    (
        "The vote follows talks in Geneva last week between Erik Berg and Anna Holm.",
        &["2014-05-05 happened Talks in Geneva between Erik Berg and Anna Holm"],
    ),
    ("Critics described Sunday's election in Moldova as a farce.", &["2014-05-11 happened Election in Moldova"]),
    // Relative clauses.
    ("Critics of the war that erupted in July 2008 are few.", &["2008-07-01 happened War erupts"]),
    ("The deal brokered by Norway on Friday is fragile.", &["2014-05-09 happened Deal brokered by Norway"]),
    ("Karl Brandt, elected in 2009, is popular.", &["2009-01-01 happened Karl Brandt elected"]),
    ("The court ruled out a retrial on Tuesday.", &["2014-05-13 denied Court rules out a retrial"]),
    ("Rescuers found two survivors on Sunday, the mayor said.", &["2014-05-11 happened Rescuers find two survivors"]),
    // Harder: asides, reduced relatives, inverted speech, phrasal verbs, lists.
    (
        "The talks held in Rome over the past week ended on Tuesday.",
        &["2014-05-05 happened Talks held in Rome", "2014-05-13 happened Talks end"],
    ),
    ("The decision, announced on Sunday, surprised many.", &["2014-05-11 happened Decision announced"]),
    ("A bomb planted near the market exploded on Monday.", &["2014-05-12 happened Bomb explodes"]),
    ("\"No talks are planned,\" said Erik Berg on Monday.", &["2014-05-12 happened Erik Berg says no talks are planned"]),
    ("Lawmakers threw out the bill on Tuesday.", &["2014-05-13 happened Lawmakers throw out the bill"]),
    ("France, Spain and Italy signed the accord on Friday.", &["2014-05-09 happened France, Spain and Italy sign the accord"]),
    ("Late on Monday, the governor declared an emergency.", &["2014-05-12 happened Governor declares an emergency"]),
    ("Banks in Malta will not reopen until May 19.", &[]),
    ("The lender's shares (ABC.X) jumped on Tuesday.", &["2014-05-13 happened Lender's shares jump"]),
    ("The man wanted for the robbery was arrested on Friday.", &["2014-05-09 happened Man arrested"]),
    (
        "The factory, which was built in 1987, burned down on Saturday.",
        &["1987-01-01 happened Factory built", "2014-05-10 happened Factory burns down"],
    ),
    ("Serbia has asked Hungary for a loan that matures in 2016.", &[]),
    ("Gunmen attacked a convoy on Monday, leaving nine dead.", &["2014-05-12 happened Gunmen attack a convoy"]),
    ("The army has retaken the port, the general said on Sunday.", &["2014-05-11 happened Army retakes the port"]),
    ("Holland's queen abdicated in April 2013.", &["2013-04-01 happened Holland's queen abdicates"]),
    ("The parliament will vote on whether to leave on May 20.", &["2014-05-20 planned Parliament will vote on whether to leave"]),
    (
        "Moldova and Romania failed to agree on a loan at talks on Monday.",
        &["2014-05-12 happened Moldova and Romania fail to agree on a loan at talks"],
    ),
    ("It would have been finished in 2013.", &[]),
    // No events.
    ("Relations between the two remain strained.", &[]),
    ("Moscow insists that the treaty of 1990 is binding.", &[]),
    ("The 2009 constitution is clear on this.", &[]),
    ("If the bank failed on Monday, savers would suffer.", &[]),
    ("He wondered what it all meant.", &[]),
    ("The museum has 300 rooms.", &[]),
    ("She likes the sea.", &[]),
    // Pronouns that point outside and find nobody.
    ("They left on Monday.", &[]),
    ("It sank on Monday.", &[]),
];

#[test]
fn sentences_tell_what_an_editor_reads_in_them() {
    let cues = Cues::builtin();
    let wrong: Vec<String> = TABLE.iter().filter_map(|(sentence, expected)| check(&cues, sentence, expected)).collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), TABLE.len(), wrong.join("\n"));
}

/// Figures as "value what", of all mentions of one sentence.
fn counted(cues: &Cues, sentence: &str) -> Vec<String> {
    let (_, mentions) = article(&[sentence], Some("2014-05-14"), cues);
    let mut all: Vec<String> =
        mentions.iter().flat_map(|it| it.figures.iter().map(|it| format!("{} {}", it.value, it.what))).collect();
    all.sort();
    all.dedup();
    all
}

#[test]
fn counted_things_are_read_in_figures_and_words() {
    let cues = Cues::builtin();
    for (sentence, expected) in [
        ("A blast killed eight people and wounded 21 others in Basra on Monday.", vec!["21 wounded", "8 killed"]),
        ("The death toll rose to eight on Monday, with almost three dozen people wounded.", vec!["36 wounded", "8 killed"]),
        ("Police arrested 1,200 protesters on Sunday.", vec!["1200 protesters"]),
        ("The army shot down two drones on Monday.", vec!["2 drones"]),
        ("Storms left twenty-five dead on Friday.", vec!["25 killed"]),
        ("The lender received 2.5 billion euros in 2012.", vec!["2500000000 euros"]),
        ("At least three hundred people were injured on Monday.", vec!["300 wounded"]),
        ("The flood left thousands homeless on Tuesday.", vec!["1000 displaced"]),
    ] {
        assert_eq!(counted(&cues, sentence), expected, "{sentence}");
    }
}

#[test]
fn he_and_the_two_are_named_where_it_is_plain() {
    let cues = Cues::builtin();
    for (paragraphs, expected) in [
        (vec!["Anna Holm spoke to voters in Aarhus.", "She resigned on Monday."], "Anna Holm resigns"),
        (
            vec!["Erik Berg and Anna Holm have long been rivals.", "The two met in Oslo on Monday."],
            "Erik Berg and Anna Holm meet in Oslo",
        ),
        (
            vec!["Sweden sent its envoy Erik Berg to the region.", "The envoy arrived in Tunis on Monday."],
            "Erik Berg arrives in Tunis",
        ),
    ] {
        let found = told(&paragraphs, &cues);
        assert!(
            found.iter().any(|it| it.split_once(' ').and_then(|it| it.1.split_once(' ')).is_some_and(|it| it.1 == expected)),
            "{paragraphs:?}: {found:#?}"
        );
    }
}

#[test]
fn a_speaker_goes_on_on_the_same_day() {
    let cues = Cues::builtin();
    let paragraphs = ["Erik Berg said on Sunday that the port was open.", "\"We reopened it at dawn,\" Berg said."];
    let (article, mentions) = article(&paragraphs, Some("2014-05-14"), &cues);
    let last = mentions.iter().rfind(|it| it.sentence == 1 && it.basis == dateline::events::Basis::Context);
    assert_eq!(last.and_then(|it| it.when).map(|it| it.first_day().to_string()).as_deref(), Some("2014-05-11"), "{mentions:#?}");
    assert_eq!(article.analysis.names.iter().filter(|it| it.full == "Erik Berg").count(), 2);
}

#[test]
fn the_lead_stands_on_the_day_of_its_article() {
    let cues = Cues::builtin();
    let found = told(&["Norway has elected a new parliament after months of protests."], &cues);
    assert_eq!(found, ["2014-05-14 happened Norway elects a new parliament after months of protests"]);
}

#[test]
fn an_article_without_a_day_still_has_mentions() {
    let cues = Cues::builtin();
    let (_, mentions) = article(
        &[
            "Police arrested three men in Lisbon on Monday.",
            "The three men were later charged with fraud by a court in the capital.",
        ],
        None,
        &cues,
    );
    assert!(mentions.iter().all(|it| it.when.is_none()), "{mentions:#?}");
    assert!(mentions.len() >= 2, "{mentions:#?}");
}

#[test]
fn names_have_their_longest_form_and_a_kind() {
    use dateline::events::EntityKind::{Organisation, Person, Place};
    let cues = Cues::builtin();
    let text = "Danish Prime Minister Anna Holm flew to Cairo. Holm met Egypt's Foreign Minister Karim Nassar at the Central Bank of Egypt. \
                NATO welcomed the visit, spokesman Erik Berg said. Berg spoke in Brussels.";
    let (article, _) = article(&[text], Some("2014-05-14"), &cues);
    let found: Vec<(&str, _)> = article.analysis.names.iter().map(|it| (it.full.as_str(), it.kind)).collect();
    let expected = [
        ("Anna Holm", Person),
        ("Cairo", Place),
        ("Anna Holm", Person),
        ("Egypt", Place),
        ("Karim Nassar", Person),
        ("Central Bank of Egypt", Organisation),
        ("NATO", Organisation),
        ("Erik Berg", Person),
        ("Erik Berg", Person),
        ("Brussels", Place),
    ];
    assert_eq!(found, expected);
}

#[test]
fn she_is_nobody_where_it_may_be_either() {
    let cues = Cues::builtin();
    let found = told(&["Anna Holm praised Maria Alvarez and Erik Berg there.", "Neither they nor it sank on Monday."], &cues);
    assert!(found.iter().all(|it| !it.contains("sank") && !it.contains("sinks")), "{found:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Words and marks in any order: nothing of it panics, and every mention stands inside its sentence.
    #[test]
    fn any_text_is_read(words in proptest::collection::vec(
        prop_oneof![
            Just("Anna Holm"), Just("said"), Just("on Monday"), Just("that"), Just(","), Just("."), Just("“"), Just("”"), Just("\""), Just("who"),
            Just("was"), Just("killed"), Just("the talks"), Just("in 2012"), Just("after"), Just("and"), Just("will"), Just("to"), Just("meet"), Just("'s"),
            Just("three"), Just("("), Just(")"), Just("he"), Just("if"), Just("held"), Just("Дмитриев"), Just("’"), Just("—"), Just("had"), Just("talks"), Just("the weekend"), Just("and again on Sunday"), Just("before dawn today"), Just("since Friday"),
            Just("hours later"), Just("3 June."), Just("claimed"), Just("denied it"), Just("dozens"), Just("$2.5 billion"), Just("this year's")
        ], 0..40)
    ) {
        let cues = CUES.get_or_init(Cues::builtin);
        let (article, mentions) = article(&[&words.join(" ")], Some("2014-05-14"), cues);
        for mention in &mentions {
            let sentence = article.document().sentences[mention.sentence as usize];
            prop_assert!(sentence.range.holds(mention.clause));
            let line = title::title(&article, mention, cues);
            prop_assert!(line.chars().count() <= 200);
        }
    }

    #[test]
    fn any_letters_are_read(text in "\\PC{0,120}") {
        let cues = CUES.get_or_init(Cues::builtin);
        let (article, mentions) = article(&[&text], None, cues);
        for mention in &mentions {
            title::title(&article, mention, cues);
        }
    }
}

/// Read once for all cases.
static CUES: std::sync::OnceLock<Cues> = std::sync::OnceLock::new();

#[test]
fn a_date_that_stands_alone_dates_what_follows() {
    let cues = Cues::builtin();
    let found = told(
        &[
            "A short history of the dam and of those who wanted it built.",
            "2012",
            "3 June. Engineers close the gates of the dam. Two rounds of talks in Lima.",
            "2013",
            "4-6 May. The minister opens the road to Quito.",
        ],
        &cues,
    );
    for row in [
        "2012-06-03 happened Engineers close the gates of the dam",
        "2012-06-03 happened Two rounds of talks in Lima",
        "2013-05-04 happened Minister opens the road to Quito",
    ] {
        assert!(found.iter().any(|it| it == row), "{row} in {found:#?}");
    }
}
