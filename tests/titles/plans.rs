//! Rows whose title must tell plans from deeds, and what most of the evidence tells from what one speaker adds.

use dateline::events::{Cues, Status, title};

use super::{check, timeline};

/// Sentences with their titles.
const TABLE: &[(&str, &str)] = &[
    // A date within the subject, a "not" or a date before the infinitive hide no past.
    (
        "The minister Anna Holm on Monday promised not to close the mine, saying \"there is no plan unless the town wants one\".",
        "Anna Holm promises not to close the mine",
    ),
    (
        "The board on Monday decided to give small yards access to emergency harbour funding after the storm hit.",
        "Board decides to give small yards access to emergency harbour funding",
    ),
    // A size is no number of things, and a name in -s is one where the text has it so.
    (
        "The country's 56-seat council rejected a levy on depositors, big and small, on Sunday.",
        "Country's 56-seat council rejects a levy on depositors, big and small",
    ),
    (
        "Goldman Harris is old. Goldman Harris increased its target for the index on Monday.",
        "Goldman Harris increases its target for the index",
    ),
    ("News of the vote triggered a run on cashpoints on Monday.", "News of the vote triggers a run on cashpoints"),
    (
        "On Friday the Danish commander, Karl Brandt, said his soldiers were in control of almost 90 per cent of Lund, a town that Dorn said it had seized.",
        "Karl Brandt says his soldiers were in control of almost 90 per cent of Lund",
    ),
    // Two on one side.
    (
        "The quarrel follows talks in Riga on Monday between Anna Holm and Karl Brandt with Danish and Norwegian owners of the ferries.",
        "Talks in Riga between Anna Holm and Karl Brandt with Danish and Norwegian owners of the ferries",
    ),
    // What can be nothing but a verb is the verb, whatever follows.
    ("On Tuesday the yards remain shut to prevent a run.", "Yards remain shut to prevent a run"),
    // What lies ahead is to be.
    ("On Friday the yards reopen with strict limits imposed on orders.", "Yards to reopen with strict limits imposed on orders"),
    ("The mayor fears a run on the shops once the ferries return next Friday.", "Ferries to return"),
    // Who is meant by "they".
    ("Anna Holm and her team were tired when they arrived in Riga on Monday.", "Anna Holm and her team arrive in Riga"),
    // What is said ends before its second verb, begins before a participle, and is nothing before "that had".
    (
        "Anna Holm said on Monday that a second levy on the savings of growers was not being considered and would be a disaster for the whole of the island.",
        "Anna Holm says a second levy on the savings of growers is not being considered",
    ),
    (
        "Anna Holm, the head of the fund, said on Monday the plan agreed for the port - the first to tax savings - would serve as a model for the north.",
        "Anna Holm says the plan agreed for the port will serve as a model for the north",
    ),
    ("Karl Brandt said on Tuesday that it had been the council, the fund and the yard that had asked for the levy.", ""),
    (
        "Growers in the north stand to lose far more than first feared under the plan, a minister said on Monday.",
        "Growers in the north stand to lose far more than first feared under the plan",
    ),
];

#[test]
fn plans_and_deeds_are_put_as_they_are() {
    check(TABLE);
}

fn rows(articles: &[(&str, &str)]) -> Vec<String> {
    let days = |it: &dateline::events::Event| it.when.map(|it| it.first_day().to_string()).unwrap_or_default();
    timeline(articles).events.iter().map(|it| format!("{} {:?} {}", days(it), it.status, it.title)).collect()
}

/// Sentences that plan, with the title of a row that says it was done.
const DONE: &[(&str, &str)] = &[
    ("The harbour talks were due to take place in Lund on Monday.", "Harbour talks take place in Lund"),
    ("The talks expected to take place in Lund on Monday follow a year of quarrels.", "Talks take place in Lund"),
    ("A hearing was scheduled to be held in Riga on Monday.", "Hearing held in Riga"),
    ("In a statement, the bank said Anna Holm would travel to Lima on Monday.", "Anna Holm travels to Lima"),
    // What hangs on an "if", or only might be, is not done.
    ("If the vote failed, the bank said, Anna Holm would travel to Lima on Monday.", "Anna Holm would travel to Lima"),
    ("Anna Holm may join the talks in Lima on Monday.", "Anna Holm may join the talks in Lima"),
];

#[test]
fn what_came_of_a_plan_is_told_as_done() {
    let cues = Cues::builtin();
    for (sentence, expected) in DONE {
        let (article, mentions) = crate::events::article(&["It rained.", sentence], Some("2014-05-11"), &cues);
        let planned = mentions.iter().filter(|it| it.sentence == 1 && it.status == Status::Planned);
        let lines = planned.flat_map(|it| title::lines(&article, it, Status::Happened, &cues));
        let found: Vec<String> = lines.map(|it| it.text).collect();
        assert_eq!(found.first().map(String::as_str), Some(*expected), "{sentence} {found:?}");
    }
}

#[test]
fn a_headline_of_a_plan_gives_way_to_who_tells_the_deed() {
    let told = [
        (
            "Karelo envoy Holm to join harbour talks in Dorn",
            "The envoy of Karelo, Anna Holm, was heading to Dorn on Monday for talks on the harbour.",
        ),
        (
            "Karelo envoy Holm to join harbour talks in Dorn",
            "The envoy of Karelo, Anna Holm, arrived in Dorn on Monday for talks on the harbour.",
        ),
        (
            "Karelo envoy Holm to join harbour talks in Dorn",
            "The envoy of Karelo, Anna Holm, reached Dorn on Monday for the harbour talks.",
        ),
    ];
    let found = rows(&told);
    assert!(found.iter().all(|it| !it.contains("to join")), "{found:#?}");
}

#[test]
fn what_was_to_be_done_is_not_told_as_done_on_its_day() {
    let reversed =
        "Late on Monday the board of the yard reversed a decision to open two docks on Tuesday, saying all would stay shut.";
    assert_eq!(rows(&[("Notes", reversed)]), ["2014-05-12 Happened Board of the yard reverses a decision to open two docks"]);
    let agreed = "On Monday the council agreed to open the lock on Friday.";
    let expected = ["2014-05-12 Happened Council agrees to open the lock", "2014-05-16 Planned Council to open the lock"];
    assert_eq!(rows(&[("Notes", agreed)]), expected);
}

#[test]
fn what_most_tell_names_a_saying_before_what_one_adds() {
    let model = |who: &str| {
        format!(
            "{who}, the head of the Karelo fund, said on Monday the plan agreed for Dorn would serve as a model for other ports. "
        )
    };
    let told = [
        (
            "Levy notes",
            format!("{}Holm, 46, said on Monday she had discussed the new approach with shipowners.", model("Anna Holm")),
        ),
        ("Port notes", model("Anna Holm")),
        ("Fund notes", format!("{}Shares in the port of Dorn fell on Monday.", model("Anna Holm"))),
    ];
    let told: Vec<(&str, &str)> = told.iter().map(|it| (it.0, it.1.as_str())).collect();
    let found = rows(&told);
    let named = |said: &str| found.iter().any(|it| it == &format!("2014-05-12 Happened Anna Holm says {said}"));
    assert!(named("the plan agreed for Dorn will serve as a model for other ports"), "{found:#?}");
}
