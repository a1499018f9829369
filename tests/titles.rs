//! The line that names an event: sentences with the title that a desk editor would print, and what no title ever is.

mod plans;

use dateline::events::{Cues, title};
use dateline::pipeline::{self, Knowledge};
use dateline::store;
use dateline::timeline::Timeline;
use dateline::timeline::correction::Corrections;
use proptest::prelude::*;
use std::sync::Arc;

/// The title of the last sentence's first mention that makes one, events of their own first; empty where none does.
fn named(cues: &Cues, paragraphs: &[&str]) -> String {
    let before = ["Nothing much is known of the matter so far, and that is how it will stay."];
    let paragraphs: Vec<&str> = before.iter().chain(paragraphs).copied().collect();
    let (article, mentions) = crate::events::article(&paragraphs, Some("2014-05-14"), cues);
    let last = article.document().sentences.len() as u32 - 1;
    let mut told: Vec<_> = mentions.iter().filter(|it| it.sentence == last).collect();
    told.sort_by_key(|it| it.weight);
    told.into_iter().map(|it| title::title(&article, it, cues)).find(|it| !it.is_empty()).unwrap_or_default()
}

/// Sentences with their titles; an empty one where no editor could make one of it.
const TABLE: &[(&str, &str)] = &[
    // Nothing is cut inside a phrase.
    (
        "The council gave the builders till Monday to find the missing funds.",
        "Deadline for the builders to find the missing funds",
    ),
    ("Norway was to agree on the quota by 3 June, when the season opens.", "Norway to agree on the quota by 3 June"),
    ("Lund was found guilty on Tuesday after a six-week trial.", "Lund was found guilty after a six-week trial"),
    (
        "The delegations left Vienna on Monday with fewer promises than they had brought and more doubts than they had feared.",
        "Delegations leave Vienna",
    ),
    ("At least 40 people lost their homes in the flood on Sunday.", "At least 40 people lost their homes in the flood"),
    ("The firm paid about $6,500 to a broker in 2011.", "Firm pays about $6,500 to a broker"),
    (
        "The death toll from the fire in a hotel on the northern shore of the island near the old port of Arvel rose to nine from five on Monday.",
        "Death toll from the fire in a hotel on the northern shore of the island rises to nine",
    ),
    ("Berg moved to Oslo on Sunday in an effort to rescue the deal.", "Berg moved to Oslo in an effort to rescue the deal"),
    // What is said goes with who says it, and a saying without it is no title.
    ("In a speech in Lima on Monday Anna Holm said that the mine would close.", "Anna Holm says the mine will close"),
    ("Anna Holm said on Monday in a written statement.", ""),
    ("An official told the newspaper on Monday.", ""),
    (
        "Karl Brandt, who runs the bank, told staff on Monday that the plan, which was drawn up in May, had been dropped.",
        "Karl Brandt tells staff the plan has been dropped",
    ),
    ("The ministry accused the firm on Monday of fraud, and said it would sue.", "Ministry accuses the firm of fraud"),
    ("The chair said on Monday it was too soon to judge.", "Chair says it was too soon to judge"),
    // The verb is in the present only where it is surely the past.
    ("Tariffs imposed to protect the growers ended on Monday.", "Tariffs end"),
    ("The man fired from his post was seen on Monday in Riga.", "Man was seen in Riga"),
    ("Lawmakers imposed a tax on sugar on Monday.", "Lawmakers impose a tax on sugar"),
    // What makes a line untrue where it is left out stays.
    ("Not a single ship left the port on Monday.", "Not a single ship leaves the port"),
    ("Only 12 of the 30 ships left the port on Monday.", "Only 12 of the 30 ships left the port"),
    ("Hardly a ship left the port on Monday.", "Hardly a ship leaves the port"),
    ("Neither side signed the deal on Monday.", "Neither side signs the deal"),
    // Nobody does it, or somebody named further on.
    ("It emerged on Monday that the bank had hidden its losses.", "It emerges that the bank has hidden its losses"),
    ("It was announced on Monday that the bank would close.", "It is announced that the bank will close"),
    ("One of the region's largest yards, Norvik, dismissed 300 welders on Monday.", "Norvik dismisses 300 welders"),
    (
        "They stopped in Lima on Monday, where the minister Anna Holm promised the town a new port.",
        "Anna Holm promises the town a new port",
    ),
    ("It was half past three on Monday when Karl Brandt, who chairs the board, signed the sale.", "Karl Brandt signs the sale"),
    // A verb and its date stand apart or within one another.
    ("The minister Anna Holm had in May criticised the fund.", "Anna Holm criticises the fund"),
    ("Karl Brandt was on Monday sentenced to nine years.", "Karl Brandt sentenced to nine years"),
    (
        "Strangely, the fund urged the union two weeks ago to press ahead with the merger.",
        "Fund urges the union to press ahead with the merger",
    ),
    (
        "Anna Holm on Monday called the vote “a mistake that we will pay for”.",
        "Anna Holm calls the vote “a mistake that we will pay for”",
    ),
    // Who it is stands before an age or after a number.
    ("Karen Holm, 54, who became minister in 2010, left the party on Monday.", "Karen Holm leaves the party"),
    (
        "At least 12 people were killed and 40 wounded in an attack on a market in Lima on Monday.",
        "At least 12 people killed and 40 wounded in an attack on a market in Lima",
    ),
    ("Farmers clashed with guards in Lima for a third night on Monday.", "Farmers clash with guards in Lima for a third night"),
    // What dates a noun goes whole, and what is left bare with it.
    ("By Monday all of the money had been withdrawn.", "All of the money had been withdrawn"),
    ("A video posted on Telegram on Monday shows a tank on the bridge.", "Video posted on Telegram"),
    ("Satellite images taken on Monday show 12 lorries near the border.", "Satellite images show 12 lorries near the border"),
    ("In an email dated Monday, Karl Brandt asked the bank to delete the file.", "Karl Brandt asks the bank to delete the file"),
    // What is only supposed is told of nobody.
    ("It is unclear whether the envoy met the rebels on Monday.", ""),
    ("Had the minister resigned on Monday, the coalition would have fallen.", ""),
    ("Nobody believes that the deal was signed on Monday.", ""),
    // A verb that is done to nobody is the sentence's own.
    ("The talks ended on Monday without a deal on the truce signed in March.", "Talks end without a deal on the truce"),
    ("The strike planned for Monday was called off.", "Strike called off"),
    // Lead-ins and asides go.
    (
        "The same day, on a train home from Turin, Anna Holm and Karl Brandt began to sketch a plan on Monday.",
        "Anna Holm and Karl Brandt begin to sketch a plan",
    ),
    (
        "In Riga on Monday the envoys Anna Holm and Karl Brandt met the bank's chief, Maria Alvarez, together with three lawyers.",
        "Envoys Anna Holm and Karl Brandt meet Maria Alvarez",
    ),
    ("Shares fell on Monday after Karl Brandt, the head of the bank, said more cuts would follow.", "Shares fall"),
    ("A joint paper issued at the end of Monday's talks the two sides had feared.", "Joint paper issued at the talks"),
    // A date that is part of what happened stays.
    ("The talks in Riga are expected to run through Friday.", "Talks in Riga expected to run through Friday"),
    ("Maria Alvarez spent Tuesday on a visit to Malta.", "Maria Alvarez spends Tuesday on a visit to Malta"),
    ("The envoy held talks with miners in Arvel on Monday and Tuesday.", "Envoy holds talks with miners in Arvel"),
    // Nobody, and nothing that points outside.
    ("Many waited in the streets on Monday.", ""),
    ("Newly elected, the two met on Monday.", ""),
    ("The song that the singer Anna Holm recorded in 1998 is out.", ""),
    ("We left the village on Monday.", ""),
    // What its verb has for an object stands before "that".
    (
        "On Monday the mayor dismissed a remark that Anna Holm had made in Oslo.",
        "Mayor dismisses a remark that Anna Holm has made in Oslo",
    ),
    // A pair that lost its other half.
    ("Talks between the league focused on the border on Monday.", ""),
    // The only verb of a sentence is surely the past, and a pluperfect is one row's present.
    (
        "Advisers from Norway, Sweden and Malta traveled to Riga on Monday.",
        "Advisers from Norway, Sweden and Malta travel to Riga",
    ),
    ("Anna Holm promised on Monday not to close the mine.", "Anna Holm promises not to close the mine"),
    ("Karl Brandt had withdrawn the offer on Monday.", "Karl Brandt withdraws the offer"),
    ("Karl Brandt had been expected in Riga on Monday.", "Karl Brandt was expected in Riga"),
    ("When the lorries finally left the harbour late on Monday, nobody was there to see them.", "Lorries leave the harbour"),
    ("The door of the vault opened shortly after 1 p.m. on Monday and Anna Holm stepped out.", "Door of the vault opens"),
    ("Anna Holm set off for Riga on Monday to join the talks.", "Anna Holm sets off for Riga to join the talks"),
    // Who is meant by a pronoun that is no subject.
    ("Anna Holm's lawyers spoke on Monday. The judge gave her until Friday to answer.", "Deadline for Anna Holm to answer"),
    // What is quoted is no subject, and goes with who says it.
    ("Karl Brandt was glad. \"Next stop: Arvel,\" he posted on Monday.", "Karl Brandt posts “Next stop: Arvel”"),
    ("\"We have a deal,\" Anna Holm announced on Monday.", "Anna Holm announces “We have a deal”"),
    (
        "\"Norway remains committed to keeping the treaty alive,\" Anna Holm wrote on Monday after the second session.",
        "Anna Holm says Norway remains committed to keeping the treaty alive",
    ),
    ("The mayor let it be known on Monday that he would not stand again.", "Mayor lets it be known he will not stand again"),
    // A participle tells of what stands further back.
    (
        "The port would have pledges from Norway and Sweden modelled on the treaty of 2011.",
        "Port would have pledges from Norway and Sweden modelled on the treaty of 2011",
    ),
    // A verb whose own matter is left out.
    ("The deadline has been Monday, then \"when it rains\", then Easter.", ""),
    ("Anna Holm announced it on Monday.", ""),
    // Of a plural and its names the plural is enough.
    (
        "Dorn's Defence Ministry said on Monday that its troops had taken two villages, Arvel in the north and Lund in the south.",
        "Dorn's Defence Ministry says its troops have taken two villages",
    ),
    // Who says it stands within what is said.
    (
        "Anna Holm rose last. Without new nets, she told the growers on Monday, her village would have to give up the shore.",
        "Anna Holm says her village would have to give up the shore",
    ),
    ("The levy, the minister told growers on Monday, would be gone by June.", "Levy would be gone by June"),
    // A second person after an aside, two people, and a name after a place.
    (
        "Karl Brandt, the head of the bank, and General Anna Holm, the chief of staff, are to see advisers in Riga on Monday.",
        "Karl Brandt and Anna Holm to see advisers in Riga",
    ),
    (
        "Karl Brandt and Anna Holm were early. In Riga the two envoys met the mayor on Monday.",
        "Karl Brandt and Anna Holm meet the mayor",
    ),
    ("In Lima Jan Berg and Anna Holm met the mayor over dinner on Monday.", "Jan Berg and Anna Holm meet the mayor over dinner"),
    // "had" as a verb of its own.
    (
        "Anna Holm told Danes on Monday that her army had the upper hand in the north.",
        "Anna Holm tells Danes her army has the upper hand in the north",
    ),
    // Where a saying is too long, which thing is meant goes first.
    (
        "The presidential aide Karl Brandt told reporters on Monday that he was convinced the changes put forward by Norway and Sweden \"do not improve the paper\".",
        "Karl Brandt says he is convinced the changes \"do not improve the paper\"",
    ),
    // A sign of nothing.
    (
        "Yields on Norway's bonds surged to seven percent on Monday in a sign that nobody trusts the bank.",
        "Yields on Norway's bonds surge to seven percent in a sign that nobody trusts the bank",
    ),
    // Capitals are a name, not a pronoun.
    ("US and Norwegian envoys met in Riga on Monday.", "US and Norwegian envoys meet in Riga"),
    ("The WHO and its US office raised the alarm on Monday.", "WHO and its US office raise the alarm"),
    (
        "The club lay by the sea. Anna Holm opened its doors to a delegation on Monday.",
        "Anna Holm opens the doors to a delegation",
    ),
    // What only says that something is arranged goes.
    ("Parliament was due to meet on Friday to vote on the levy.", "Parliament to meet to vote on the levy"),
    ("A hearing is scheduled to be held in Riga on Friday.", "Hearing to be held in Riga"),
    ("In a statement, the bank said Anna Holm would travel to Lima on Friday.", "Anna Holm to travel to Lima"),
    ("If the vote failed, the bank said, Anna Holm would travel to Lima on Friday.", "Anna Holm would travel to Lima"),
    ("Anna Holm was expected in Lima on Monday.", "Anna Holm expected in Lima"),
    ("The minister Anna Holm herself met the miners on Monday.", "Anna Holm meets the miners"),
    // Until when somebody has time.
    ("The judge gave Anna Holm until Friday, 16 May, to answer.", "Deadline for Anna Holm to answer"),
    // What may be is nothing without who says so, what the press reports is.
    (
        "Growers in the north of the island could lose about half of the money lent to the yard, Anna Holm said on Monday.",
        "Anna Holm says growers in the north of the island could lose about half of the money lent to the yard",
    ),
    ("The Arvel Times reported on Monday that Karl Brandt had left the bank.", "Karl Brandt leaves the bank"),
    // What is told of a deal is part of it.
    (
        "The yard struck a deal on Monday to buy the ferries of its rival Norvik.",
        "Yard strikes a deal to buy the ferries of Norvik",
    ),
    // How it is said is not what is said.
    (
        "Anna Holm put it more bluntly on Monday: “Ships today or hunger tomorrow.”",
        "Anna Holm says “Ships today or hunger tomorrow”",
    ),
    // Whose father it was.
    (
        "The firm is old, said Karl Brandt, a stocky man in his fifties whose father founded Norvik Ferries in 1963.",
        "Karl Brandt's father founds Norvik Ferries",
    ),
    // Words are of the day on which they are out.
    ("In remarks published on Monday, Anna Holm warned against a second levy.", "Anna Holm warns against a second levy"),
    (
        "Figures published by the bank of Norway on Monday showed that savers had withdrawn a fifth of their money.",
        "Figures show savers have withdrawn a fifth of their money",
    ),
    // Who did it opens the line.
    ("The levy agreed by tired ministers on Monday is small.", "Tired ministers agree the levy"),
    ("A man was killed by a falling tree on Monday.", "Man killed by a falling tree"),
    // What is in a mind, what stands between dashes, what ends on a particle, what an officer is the officer of.
    (
        "Karl Brandt, head of the council of ministers, said on Monday that in future, the bloc should ask its banks first.",
        "Karl Brandt says the bloc should ask its banks first",
    ),
    ("Anna Holm said on Monday she was ready to close the mine.", "Anna Holm says she is ready to close the mine"),
    ("The fund said on Monday it expected Norway to close the mine.", "Fund says it expects Norway to close the mine"),
    (
        "Anna Holm said on Monday the fund set up for Norway - the first to tax savings - would serve as a model.",
        "Anna Holm says the fund set up for Norway will serve as a model",
    ),
    ("On Monday Norway declared the search for the ferry over.", "Norway declares the search for the ferry over"),
    ("Secretary of State Karl Brandt met miners in Arvel on Monday.", "Karl Brandt meets miners in Arvel"),
    ("A woman who stormed into the hotel on Monday has been released.", "Woman storms into the hotel"),
    ("The deal, paid for by the fund, means 30 branches of the bank will open on Friday.", "30 branches of the bank will open"),
    // Words parted from their hyphens.
    ("Protests against the 68 - year - old mayor began on Monday.", "Protests against the 68-year-old mayor begin"),
];

#[test]
fn sentences_have_the_titles_that_an_editor_would_print() {
    check(TABLE);
}

/// Holds each sentence against the title that it must have.
fn check(table: &[(&str, &str)]) {
    let cues = Cues::builtin();
    let wrong: Vec<String> = table
        .iter()
        .map(|(sentence, expected)| (sentence, expected, named(&cues, &[sentence])))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(sentence, expected, found)| format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

/// The chronology of articles given as headline and text, all written on one day.
fn timeline(articles: &[(&str, &str)]) -> Timeline {
    let lines = articles.iter().enumerate().map(|(n, (title, text))| {
        serde_json::json!({"id": format!("a{n}"), "published": "2014-05-14", "title": title, "text": text}).to_string()
    });
    let (raws, problems) = store::read_one("articles.jsonl", lines.collect::<Vec<_>>().join("\n").as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    let knowledge = Knowledge::builtin();
    let analyses: Vec<_> = raws.iter().map(|it| Arc::new(pipeline::analyse(it, &knowledge))).collect();
    pipeline::assemble(&analyses, &Corrections::default(), Vec::new(), &knowledge)
}

fn titles(articles: &[(&str, &str)]) -> Vec<String> {
    timeline(articles).events.into_iter().map(|it| it.title).collect()
}

#[test]
fn a_headline_names_what_many_articles_tell_in_sentence_case() {
    let told = [
        (
            "UPDATE 2-Karelo Lawmakers Reject Harbour Treaty With Dorn - The Sea News",
            "Lawmakers in Karelo on Tuesday rejected the harbour treaty with Dorn, which the government had wanted.\n\nThe treaty with Dorn would have opened the harbour.",
        ),
        (
            "Harbour treaty: what now?",
            "After a night of talk lawmakers in Karelo on Tuesday rejected the harbour treaty with Dorn by 61 votes to 40.",
        ),
        (
            "The week in pictures",
            "Karelo lawmakers rejected the harbour treaty with Dorn on Tuesday in a vote that surprised the fleet.",
        ),
    ];
    let found = titles(&told);
    assert!(found.contains(&"Karelo lawmakers reject harbour treaty with Dorn".to_owned()), "{found:#?}");
    assert!(!found.iter().any(|it| it.contains("UPDATE") || it.contains('?') || it.contains("pictures")), "{found:#?}");
}

#[test]
fn one_sentence_is_no_two_rows_of_one_name() {
    let text = "Nobody in Karelo had hoped for more.\n\nThe fleet summit in Dorn ended on Monday with warm words, an open list and, by Tuesday, a new quarrel.";
    let found = titles(&[("The fleet and its friends", text)]);
    let ends = found.iter().filter(|it| it.starts_with("Fleet summit in Dorn ends")).count();
    assert_eq!(ends, 1, "{found:#?}");
}

#[test]
fn what_no_line_names_is_not_shown() {
    let noise = "Lists the towns on Monday | Home | He wrote: what now?\n\nSome of what they found hardest on Monday.";
    let found = titles(&[("Harbour notes", noise)]);
    assert!(found.is_empty(), "{found:#?}");
}

/// What no title is, whatever it is made of.
fn broken(title: &str) -> Option<&'static str> {
    let last = title.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let first = title.split(' ').next().unwrap_or_default().to_lowercase();
    let count = |mark: char| title.matches(mark).count();
    if [
        "of", "in", "at", "to", "with", "by", "from", "for", "and", "or", "but", "the", "a", "that", "after", "was", "has",
        "will",
    ]
    .contains(&last.as_str())
    {
        return Some("ends in a word that leads on");
    }
    if ["he", "she", "it", "they", "we", "i", "his", "their", "this", "these", "there", "who", "which"].contains(&first.as_str())
    {
        return Some("points outside");
    }
    if title.ends_with([',', ';', ':', '-', '—']) || [",,", " ,", "..", ", ,", "  "].iter().any(|it| title.contains(it)) {
        return Some("has a stray mark");
    }
    if count('“') != count('”') || !count('"').is_multiple_of(2) || count('(') != count(')') {
        return Some("has half a pair");
    }
    (title.chars().count() > 110 || title.contains(['?', '|'])).then_some("is no line")
}

#[test]
fn no_title_of_the_sample_is_broken() {
    let (raws, _) = store::sample::read();
    let knowledge = Knowledge::builtin();
    let analyses: Vec<_> = raws.iter().map(|it| Arc::new(pipeline::analyse(it, &knowledge))).collect();
    let timeline = pipeline::assemble(&analyses, &Corrections::default(), Vec::new(), &knowledge);
    assert!(timeline.events.len() > 90, "{} events", timeline.events.len());
    let wrong: Vec<String> =
        timeline.events.iter().filter_map(|it| broken(&it.title).map(|why| format!("{why}: {}", it.title))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Words and marks in any order: no title of them is broken.
    #[test]
    fn no_title_is_broken(words in proptest::collection::vec(
        prop_oneof![
            Just("Anna Holm"), Just("The minister"), Just("said"), Just("on Monday"), Just("that"), Just(","), Just("."), Just("“"), Just("”"),
            Just("who"), Just("was"), Just("killed"), Just("the talks in Oslo"), Just("in 2012"), Just("after"), Just("and"), Just("will"), Just("to"),
            Just("meet"), Just("signed"), Just("a treaty"), Just("("), Just(")"), Just("he"), Just("if"), Just("held"), Just("with"), Just("—"),
            Just("had"), Just("at"), Just("of"), Just("it"), Just("\""), Just("accused"), Just("Norway"), Just("until Friday"), Just(";")
        ], 4..30)
    ) {
        let cues = CUES.get_or_init(Cues::builtin);
        let (article, mentions) = crate::events::article(&[&words.join(" ")], Some("2014-05-14"), cues);
        for mention in &mentions {
            let line = title::title(&article, mention, cues);
            prop_assert!(broken(&line).is_none(), "{:?}: {line}", broken(&line));
        }
    }
}

/// Read once for all cases.
static CUES: std::sync::OnceLock<Cues> = std::sync::OnceLock::new();

/// What went on over years up to the day of writing is no event of the first day of them.
#[test]
fn a_stretch_of_years_dates_no_row() {
    let rows = |end: &str| titles(&[("Lenders", &format!("The bank of Karelo refused to sell its largest lenders {end}."))]);
    assert_eq!(rows("over the past decade"), Vec::<String>::new());
    assert_eq!(rows("in 2009 and 2010"), ["Bank of Karelo refuses to sell its largest lenders"]);
}
