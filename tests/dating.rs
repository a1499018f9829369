//! The day an article was written: stated by its page, told from the day of saving, inferred, or left open.

use std::collections::BTreeMap;
use std::sync::Arc;

use dateline::calendar::{Interval, notation};
use dateline::dating::{Published, date};
use dateline::events::{Analysis, Cues};
use dateline::pipeline::{Knowledge, analyse};
use dateline::store::read_one;

fn analyses(files: &[(&str, &str)]) -> Vec<Arc<Analysis>> {
    let knowledge = Knowledge::builtin();
    let raws = files.iter().flat_map(|it| read_one(it.0, it.1.as_bytes()).0);
    raws.map(|it| Arc::new(analyse(&it, &knowledge))).collect()
}

fn dated(files: &[(&str, &str)]) -> Vec<Option<Published>> {
    date(&analyses(files), &BTreeMap::new(), &Cues::builtin())
}

/// The day and what it rests on, of the last of the files.
fn check(files: &[(&str, &str)], expected: &str) {
    let last = dated(files).pop().unwrap();
    let got = last.as_ref().map_or("none".to_owned(), |it| format!("{} {}", notation::write(&it.when), it.basis.name()));
    assert_eq!(got, expected, "{last:?}");
}

const FERRY: &str = "The ferry Santa Rita sank off Porto with eighty people aboard, the harbour master Rui Melo said. \
    It had left the quay of Leixoes at dawn, and its owner Ana Lima had been warned of the storm.";

#[test]
fn a_page_states_its_day_in_many_ways() {
    let page = |head: &str| format!("Ferry sinks off Porto\n\n{head}\n\n{FERRY}");
    for head in [
        "May 3, 2013",
        "Friday, 3 May 2013",
        "Published: 3 May 2013, 10:15 GMT",
        "Posted on May 3, 2013 at 4:15 pm",
        "2013-05-03",
    ] {
        check(&[("a.txt", &page(head))], "2013-05-03 stated");
    }
    check(&[("a.txt", &format!("PORTO | Fri May 3, 2013 4:23 pm EDT PORTO (Reuters) - {FERRY}"))], "2013-05-03 stated");
    check(
        &[("a.txt", &format!("Ferry sinks off Porto\n\n{FERRY}\n\nSea News. Last updated: 3 May 2013, 21:10 GMT"))],
        "2013-05-03 stated",
    );
    check(
        &[("a.txt", &format!("Ferry sinks off Porto\n\n{FERRY}\n\nOriginal url:\n\nhttps://x.example/2013/05/03/ferry"))],
        "2013-05-03 url",
    );
    // The line may run on into the first sentence, as where a page was pasted.
    for head in
        ["Fri May 3, 2013 7:10 am BST PORTO (Wire) - ", "May 3, 2013 | By Rui Melo ", "Rui Melo | 07:10 GMT, Friday, 3 May 2013 "]
    {
        check(&[("a.txt", &format!("{head}{FERRY}"))], "2013-05-03 stated");
    }
    check(&[("a.txt", &format!("A photograph taken on Friday, May 3, 2013, shows the quay. {FERRY}"))], "none");
    check(&[("2013-05-03-ferry.txt", &page("By Rui Melo"))], "2013-05-03 file-name");
    check(&[("SEA20130503.txt", &page("By Rui Melo"))], "2013-05-03 file-name");
}

#[test]
fn the_first_reader_writes_on_the_day_or_the_day_after() {
    let body = format!("Ferry sinks off Porto\n\n{FERRY} {FERRY}");
    let comment = |stamp: &str| format!("What a shame for the whole town. {stamp} | Reply ");
    let stamps = ["May 4, 2013 at 7:50 am", "May 3, 2013 at 9:15 pm", "May 3, 2013 at 11:02 pm"];
    let comments: String = stamps.map(comment).concat();
    check(&[("a.txt", &format!("{body}\n\n{comments}"))], "2013-05-01..03 inferred");
    let more: String = ["May 4, 2013 at 8:01 am", "May 6, 2013 at 3:30 pm"].map(comment).concat();
    check(&[("a.txt", &format!("{body}\n\n{comments}{more}"))], "2013-05-02..03 inferred");
    // A list of other pages is no talk of readers: its days are far apart.
    let links: String = ["May 3, 2013 at 9:15 pm", "July 3, 2013 at 9:15 pm", "August 9, 2013 at 7:50 am"].map(comment).concat();
    check(&[("a.txt", &format!("{body}\n\n{links}"))], "none");
    // Nor are the hours of what is told.
    let told = "The first boat left at 9:15 pm on May 3, 2013. The second left at 9:40 pm on May 3, 2013.";
    check(&[("a.txt", &format!("{body}\n\n{told}"))], "none");
}

#[test]
fn metadata_are_read_as_people_write_them() {
    for written in
        ["2013-05-03", "2013-05-03T23:30:00+02:00", "Fri, 03 May 2013 10:00:00 GMT", "May 3, 2013", "3rd May 2013", "20130503"]
    {
        let line = serde_json::json!({"id": "a", "published": written, "text": FERRY}).to_string();
        check(&[("a.jsonl", &line)], "2013-05-03 metadata");
    }
    let line = serde_json::json!({"id": "a", "published": "soon", "text": FERRY}).to_string();
    check(&[("a.jsonl", &line)], "none");
}

#[test]
fn the_day_of_saving_is_not_the_day_of_writing() {
    let page = format!(
        "back to top\n4 C\nEurope\nSunday, July 7, 2013\n\nFerry sinks off Porto\n\n{FERRY}\n\nMore news\n\nFish is dear"
    );
    check(&[("a.txt", &page)], "none");
    // Nor is a day that the article tells of.
    check(&[("a.txt", &format!("Ferry sinks off Porto\n\n{FERRY}\n\nA ferry had sunk there on May 3, 1997."))], "none");
}

#[test]
fn a_short_title_is_no_menu() {
    for head in ["Harbour talks\n\nFriday, 3 May 2013", "Floods\n\nBy Rui Melo\n\nMay 3, 2013"] {
        check(&[("a.txt", &format!("{head}\n\n{FERRY}"))], "2013-05-03 stated");
    }
    // The name of a page is no title, whether in capitals or below a menu.
    for head in ["SEA NEWS", "Home\n\nSea News"] {
        let page = format!("{head}\n\nSunday, July 7, 2013\n\nFerry sinks off Porto\n\n{FERRY}");
        check(&[("a.txt", &page)], "none");
    }
}

#[test]
fn a_dateline_without_its_year_takes_it_from_its_words() {
    let text = format!(
        "PORTO, May 3 (Sea Wire) - {FERRY} It sank on Friday, hours after it had been inspected on Thursday, \
        and was built in 2012."
    );
    check(&[("a.txt", &text)], "2013-05-03 inferred");
}

#[test]
fn one_that_tells_the_same_is_of_the_same_days() {
    let quote = "“The Santa Rita was overloaded and everybody on the quay of Leixoes could see that,” said Rui Melo.";
    let wire = format!(
        "{{\"id\": \"wire\", \"published\": \"2013-05-03\", \"text\": {}}}",
        serde_json::json!(format!("{FERRY}\n\n{quote}"))
    );
    let page = format!(
        "Why the Santa Rita sank\n\nThe harbour master Rui Melo on Friday blamed Ana Lima for the loss of the ferry off Porto.\n\n\
        {quote}\n\nHe is to speak in parliament on Monday."
    );
    let got = dated(&[("w.jsonl", &wire), ("a.txt", &page)]).pop().unwrap().unwrap();
    assert!(got.when.within(&notation::parse("2013-05-03..05").unwrap()), "{got:?}");
    assert!(got.why.contains("word for word") && got.why.contains("2013-05-03"), "{}", got.why);
    // One that tells of something else is left open.
    let other = "Cabbage is dear\n\nCabbage cost twice as much on Friday as a year before, growers in Silesia complained.";
    check(&[("w.jsonl", &wire), ("a.txt", other)], "none");
}

#[test]
fn a_reader_moves_what_leans_on_the_day() {
    let quote = "“The Santa Rita was overloaded and everybody on the quay of Leixoes could see that,” said Rui Melo.";
    let page = |title: &str| format!("{title}\n\n{FERRY}\n\n{quote}\n\nThe harbour master spoke on Friday.");
    let (one, two) = (page("Ferry sinks off Porto"), page("Why the Santa Rita sank"));
    let files = [("a.txt", one.as_str()), ("b.txt", two.as_str())];
    assert_eq!(dated(&files), [None, None]);
    for day in ["2013-05-03", "2014-08-08"] {
        let set: Interval = notation::parse(day).unwrap();
        let got = date(&analyses(&files), &BTreeMap::from([("a.txt".to_owned(), set)]), &Cues::builtin());
        let (one, two) = (got[0].clone().unwrap(), got[1].clone().unwrap());
        assert_eq!((one.when, one.basis.name()), (set, "corrected"));
        assert!(set.within(&two.when) && two.when.n_days() <= 3, "{two:?}");
    }
}

#[test]
fn the_same_in_any_order_of_files() {
    let (raws, _) = dateline::store::sample::read();
    let knowledge = Knowledge::builtin();
    let mut all: Vec<Arc<Analysis>> = raws.iter().map(|it| Arc::new(analyse(it, &knowledge))).collect();
    let dates = |all: &[Arc<Analysis>]| {
        let ids = all.iter().map(|it| it.document.source.id.clone());
        ids.zip(date(all, &BTreeMap::new(), &Cues::builtin())).collect::<BTreeMap<_, _>>()
    };
    let first = dates(&all);
    for n in 1..6 {
        all.rotate_left(n);
        all.swap(0, n);
        assert_eq!(dates(&all), first);
    }
}

/// Letters that stand for a number, so that each day has words of its own.
fn name(n: u32) -> String {
    [b'k' + (n / 100) as u8, b'a' + (n / 10 % 10) as u8, b'r', b'o', b'b' + (n % 10) as u8].map(char::from).iter().collect()
}

#[test]
fn the_words_beside_a_weekday_tell_which_one_it_was() {
    // Of each of ninety days four articles tell on the next what happened at a place of its own.
    let mut files: Vec<(String, String)> = Vec::new();
    for day in 0..90u32 {
        let date = dateline::calendar::Date::from_ymd_opt(2013, 3, 1).unwrap() + chrono::Days::new(u64::from(day));
        let [place, kind, owner, hill] = [0, 100, 700, 900].map(|it| name(day + it));
        for told in 0..4 {
            let words = format!(
                "Nobody in the valley slept well, {} said. The {kind} of the {owner} mill broke at {place} {} below {hill}. It took {} hours to mend.",
                name(300 + day * 4 + told),
                date.format("on %A"),
                told + 3
            );
            let written = date + chrono::Days::new(1);
            files.push((format!("d{day}-{told}.txt"), format!("The {kind}\n\n{}\n\n{words}", written.format("%-d %B %Y"))));
        }
    }
    let hidden = format!(
        "Old men remember other winters here. Below {} at {} on Monday the {} in the mill of {} gave way. Three wells are dry.",
        name(945),
        name(45),
        name(145),
        name(745)
    );
    files.push(("z.txt".to_owned(), hidden));
    let files: Vec<(&str, &str)> = files.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    let last = dated(&files).pop().unwrap().expect("the words tell the day");
    // Day 45 is Monday 15 April; it can be told of until the Monday after.
    assert!(last.when.overlaps(&notation::parse("2013-04-15..22").unwrap()), "{last:?}");
    assert!(last.why.contains("dates what others tell of 2013-04-15"), "{last:?}");
}
