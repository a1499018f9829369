//! Which sentences become mentions: at which date, with which status, of which weight.

use dateline::events::{Cues, Status, Weight};

use super::{article, told};

#[test]
fn how_it_is_told_is_read_from_the_words_that_tell_it() {
    let cues = Cues::builtin();
    let status = |sentence: &str| {
        let (_, mentions) = article(&["Nothing much is known of the matter so far.", sentence], Some("2014-05-14"), &cues);
        let found = mentions.iter().filter(|it| it.sentence == 1 && it.when.is_some());
        found.map(|it| it.status.name()).collect::<Vec<_>>()
    };
    for (sentence, expected) in [
        // A word that only describes something tells nothing of the deed.
        ("The congress of the two unions ended on Monday with cold words and a disputed vote.", vec!["happened"]),
        ("Workers cleared an abandoned quarry near Vimara on Monday.", vec!["happened"]),
        ("The result was disputed by the losing side on Monday.", vec!["denied"]),
        // A side's word on its own success.
        ("The rebel army said on Monday that its fighters had captured the port of Dorn.", vec!["claimed", "claimed"]),
        ("Karelo's navy said on Monday that drones had struck a fuel depot in Dorn.", vec!["claimed", "claimed"]),
        ("The mayor said on Monday that drones had struck a fuel depot in Dorn.", vec!["happened", "happened"]),
        // Who is hit may be another.
        ("Government troops shelled the market on Monday, the rebels said.", vec!["claimed"]),
        ("According to the rebels, government troops shelled the market on Monday.", vec!["claimed"]),
        ("Rebels who say they shot down two jets on Monday gave no proof.", vec!["claimed"]),
        // Rumours, and what became of them.
        ("There were reports that the mayor had fled on Monday.", vec!["claimed"]),
        ("Reports that the mayor fled on Monday are false.", vec!["denied"]),
        ("The ministry rejected reports that the mayor had fled on Monday.", vec!["denied"]),
        ("The strike planned for Monday was called off.", vec!["planned", "cancelled"]),
        ("The navy denied on Monday that a ship had been lost.", vec!["denied"]),
        ("Anna Holm called the report a fabrication on Monday.", vec!["denied"]),
        // What lies after the day of writing is planned, however it is put.
        ("Erik Berg is expected in Lima on Friday.", vec!["planned"]),
        ("Erik Berg was expected in Lima on Monday.", vec!["planned"]),
        ("Erik Berg had been expected in Lima on Monday.", vec!["planned"]),
        ("The next hearing is set for May 23.", vec!["planned"]),
    ] {
        let found = status(sentence);
        assert!(
            found.iter().all(|it| expected.contains(it)) && found.len() >= expected.len().min(1),
            "{sentence}: {found:?}, not {expected:?}"
        );
    }
}

#[test]
fn every_dated_clause_stands_at_its_own_date() {
    let cues = Cues::builtin();
    for (paragraphs, expected) in [
        // What was so on a day, and who is named just before.
        (vec!["Anna Holm has a full week. She will be in Lima on May 16."], vec!["2014-05-16 planned"]),
        (vec!["The envoys of Peru and Chile came to Oslo. They met again on Monday."], vec!["2014-05-12 happened"]),
        // Two dates of one clause, two days in a row.
        (
            vec!["Erik Berg will travel to Quito on May 19 and to Lima on May 21."],
            vec!["2014-05-19 planned", "2014-05-21 planned"],
        ),
        (vec!["Erik Berg held talks in Quito on Monday and Tuesday."], vec!["2014-05-12 happened"]),
        (vec!["It rained.", "Peru will get nine ships over 2016 and 2017."], vec!["2016-01-01 planned"]),
        // What somebody is jailed for was done at another time.
        (vec!["It rained.", "Erik Berg was jailed for robbing a bank in 2009."], vec![]),
        // What is told of the place is told of the day.
        (
            vec!["It rained.", "The envoys stopped in Lima on Monday, where Erik Berg signed the treaty."],
            vec!["2014-05-12 happened", "2014-05-12 happened"],
        ),
        // Both ends are said, or from when it counts.
        (vec!["It rained.", "Erik Berg robbed three banks from March to April 2013."], vec!["2013-03-01 happened"]),
        (vec!["It rained.", "The contract was cut short with effect from 1 July 2013."], vec!["2013-07-01 happened"]),
        // A year within a name is none of the deed.
        (vec!["It rained.", "Erik Berg struck a woman with his grey 2013 Toyota in Quito."], vec![]),
        // What the words tie to the day told just before, and what they do not.
        (
            vec!["Rebels seized the port of Dorn on Sunday.", "Hours later the army retook the town hall."],
            vec!["2014-05-11 happened", "2014-05-11 happened"],
        ),
        (vec!["Rebels seized the port of Dorn on Sunday.", "The army retook the town hall."], vec!["2014-05-11 happened"]),
        // A claim that says no day is of the day of writing.
        (vec!["It rained.", "Erik Berg claimed that the port was safe."], vec!["2014-05-14 claimed"]),
        // Until when somebody has time is another day than that on which it was given.
        (vec!["It rained.", "Erik Berg gave her until Pentecost, 8 June, to answer."], vec!["2014-06-08 planned"]),
        (vec!["It rained.", "The yard has until May 20 to answer."], vec!["2014-05-20 planned"]),
        (vec!["It rained.", "The yard must answer by May 20."], vec!["2014-05-20 planned"]),
        // "by" a month is no day.
        (vec!["It rained.", "The yard must answer by July."], vec!["-262143-01-01 happened"]),
        (vec!["It rained.", "Erik Berg held talks in Quito until May 10."], vec![]),
        // What is given has its own day.
        (
            vec!["It rained.", "On Monday the mayor gave Erik Berg until May 20 to answer."],
            vec!["2014-05-12 happened", "2014-05-20 planned"],
        ),
        // A deed that is told as done does not lie ahead.
        (vec!["It rained.", "Delegates met in Oslo to have a treaty by May 30."], vec![]),
    ] {
        let mut found: Vec<String> =
            told(&paragraphs, &cues).iter().map(|it| it.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
        found.retain(|it| expected.contains(&it.as_str()) || !it.starts_with("2014-05-14"));
        assert_eq!(found, expected, "{paragraphs:?}");
    }
}

#[test]
fn quotations_under_a_heading_stand_on_its_day() {
    let cues = Cues::builtin();
    let found = told(
        &[
            "They said it: a week in their own words, and the shortest first.",
            "MONDAY",
            "\u{201c}No comment.\u{201d} Anna Holm, the Danish prime minister, at the door.",
            "\u{201c}We shall see.\u{201d} The Norwegian mayor, Karl Brandt, on what the envoys brought to Oslo.",
        ],
        &cues,
    );
    let said = |line: &str| found.iter().any(|it| it == line);
    assert!(said("2014-05-12 happened Karl Brandt says \u{201c}We shall see\u{201d}"), "{found:#?}");
    assert!(found.iter().any(|it| it == "2014-05-12 happened Anna Holm says \u{201c}No comment\u{201d}"), "{found:#?}");
}

#[test]
fn a_row_of_a_table_tells_of_the_day_it_opens_with() {
    let cues = Cues::builtin();
    let rows = |heading: &str, rows: [&str; 2]| {
        let mut found = told(&["It rained on the island for a long time.", heading, rows[0], rows[1]], &cues);
        found.retain(|it| !it.starts_with("2014-05-14"));
        found
    };
    assert_eq!(
        rows(
            "What comes next",
            ["Thursday | Oslo | Ministers decide on the quota", "Friday | Lima | Anna Holm's annual news conference"]
        ),
        ["2014-05-15 planned Ministers to decide on the quota", "2014-05-16 planned Holm's annual news conference"]
    );
    assert_eq!(
        rows(
            "What has been said",
            ["Monday | Oslo | Ministers decided on the quota", "Tuesday | Lima | Anna Holm left the bank"]
        ),
        ["2014-05-12 happened Ministers decide on the quota", "2014-05-13 happened Anna Holm leaves the bank"]
    );
}

#[test]
fn prices_and_founding_years_weigh_little() {
    let cues = Cues::builtin();
    for (sentence, weight) in [
        ("Shares in the lender dropped 3 percent on Monday.", Weight::Light),
        ("The lender, founded in 1987, is the largest of the island.", Weight::Light),
        ("The lender dismissed its chief on Monday.", Weight::Main),
    ] {
        let (_, mentions) = article(&["Nothing much is known so far.", sentence], Some("2014-05-14"), &cues);
        let found: Vec<Weight> = mentions.iter().filter(|it| it.sentence == 1 && it.when.is_some()).map(|it| it.weight).collect();
        assert_eq!(found, [weight], "{sentence}");
    }
}

/// "Early on Monday", dated Sunday: the story was carried on, and what it tells happened on Monday; what it plans did not.
#[test]
fn a_story_carried_on_past_midnight_tells_of_the_day_after() {
    let cues = Cues::builtin();
    let told = |sentence: &str| {
        let (_, mentions) = article(&[sentence], Some("2014-05-11"), &cues);
        let found = mentions.iter().find(|it| it.weight == Weight::Main);
        found.map(|it| (it.when.map(|it| it.first_day().to_string()).unwrap_or_default(), it.status))
    };
    let monday = |status| Some(("2014-05-12".to_owned(), status));
    assert_eq!(told("The two banks struck a deal early on Monday."), monday(Status::Happened));
    assert_eq!(told("The two banks will sign a deal on Monday."), monday(Status::Planned));
    assert_eq!(told("The two banks will sign a deal tomorrow, and Holm agreed."), monday(Status::Planned));
}
