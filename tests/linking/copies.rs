//! Which articles are copies of which.

use super::timeline;

const WIRE: &str = "A freight train left the rails near Tarnow on Monday and blocked the main line for nine hours.\n\n\
    Nobody was hurt, the railway said, but four wagons of grain were lost and a bridge was damaged.\n\n\
    Engineers expect to reopen the second track before the weekend, if the bridge is found to be sound.";
const OTHER: &str = "The opera house of Sevin opens its season on Saturday with a work that has not been sung for a century.\n\n\
    Its director found the score in a cellar and spent six years on completing the missing third act.";

fn check(articles: &[(&str, &str)], expected: &[Option<u32>]) {
    let found: Vec<Option<u32>> = timeline(articles).articles.iter().map(|it| it.copy_of).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_story_carried_again_is_a_copy_of_the_first() {
    check(&[("2024-05-07", WIRE), ("2024-05-07", OTHER), ("2024-05-08", WIRE)], &[None, None, Some(0)]);
}

#[test]
fn a_story_cut_short_by_a_paragraph_is_still_a_copy() {
    let short = WIRE.rsplit_once("\n\n").unwrap().0;
    check(&[("2024-05-07", WIRE), ("2024-05-07", short)], &[None, Some(0)]);
}

#[test]
fn another_story_is_no_copy() {
    check(&[("2024-05-07", WIRE), ("2024-05-07", OTHER)], &[None, None]);
}
