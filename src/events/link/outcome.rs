//! Plans and what came of them: two events told apart that are one thing before and after.

use super::bucket::SAME_DAY;
use super::centroid::Centroid;
use super::cluster::pairs_by_key;
use super::facts::{Folder, number};
use super::score::{Wants, compare, strength};
use super::whole;
use crate::events::{Event, Status};

/// What a plan and its outcome must share.
const OUTCOME: Wants = Wants { at_least: 0.25, words: 0.12, nameless: 0.12, supporting: 0.1, ..SAME_DAY };
/// With how many earlier holders of a word an event is compared.
const REACH: usize = 24;
/// How far the same must be planned and done, where few names are shared.
const SAME_DEED: f32 = 0.3;
/// How much the same is named, where the deeds differ.
const SAME_NAMES: f32 = 0.9;
/// How many days after its plan an outcome may come.
const LATE: i32 = 1;
/// The same where the very thing planned is done, later than was planned.
const SLIPPED: i32 = 4;
/// How far what is done must be what was planned for that.
const VERY_DEED: f32 = 0.55;

/// Sets `linked` on each plan and the outcome most like it, both ways.
pub(crate) fn link_plans(events: &mut [Event], folder: &Folder) {
    let of_plans = |it: &Event| it.status == Status::Planned;
    let is_outcome = |it: &Event| matches!(it.status, Status::Happened | Status::Cancelled);
    if !events.iter().any(of_plans) {
        return;
    }
    let centroids: Vec<Centroid> = events.iter().map(|it| centroid(it, folder)).collect();
    let keys: Vec<Vec<u64>> = centroids.iter().map(|it| it.words.heaviest(8)).collect();
    let mut found: Vec<(f32, u32, u32)> = Vec::new();
    for (a, b) in pairs_by_key(&keys, REACH) {
        let (plan, outcome) = if of_plans(&events[a as usize]) { (a, b) } else { (b, a) };
        if !of_plans(&events[plan as usize]) || !is_outcome(&events[outcome as usize]) {
            continue;
        }
        let Some(late) = lateness(&events[plan as usize], &events[outcome as usize]).filter(|&it| it <= SLIPPED) else {
            continue;
        };
        // What keeps a plan and a deed apart as one event is what makes them two sides here.
        let (before, after) = (&centroids[plan as usize], &centroids[outcome as usize]);
        let is_late_without = late > LATE && events[outcome as usize].independent < events[plan as usize].independent;
        let by_mentions = compare(before, after, &[&OUTCOME]).filter(|it| late <= LATE || it.deed >= VERY_DEED);
        let by_mentions = by_mentions.filter(|it| it.deed >= SAME_DEED || it.named >= SAME_NAMES);
        // A plan that slipped is told by other words than what came of it; of wholes it can still be seen.
        let strength = match by_mentions {
            Some(it) => strength(&it, &OUTCOME),
            None if late > LATE => whole::fulfils(before, after),
            None => -1.0,
        };
        if strength >= 0.0 && !is_late_without {
            found.push((strength, plan, outcome));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, plan, outcome) in found {
        if events[plan as usize].linked.is_none() && events[outcome as usize].linked.is_none() {
            events[plan as usize].linked = Some(events[outcome as usize].key);
            events[outcome as usize].linked = Some(events[plan as usize].key);
        }
    }
}

fn centroid(event: &Event, folder: &Folder) -> Centroid {
    let mut sum = Centroid::default();
    event.mentions.iter().for_each(|&it| sum.add(&Centroid::of(&folder.facts[it as usize], folder)));
    sum
}

/// How many days after the last of its plan an outcome came, none or fewer where it lies in it; `None` where it came before.
fn lateness(plan: &Event, outcome: &Event) -> Option<i32> {
    let (plan, outcome) = (plan.when?, outcome.when?);
    if plan.open_start() || outcome.open_start() || plan.open_end() || outcome.open_end() {
        return None;
    }
    let came = number(plan.first_day()) <= number(outcome.first_day());
    came.then(|| number(outcome.last_day()) - number(plan.last_day()))
}
