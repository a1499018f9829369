//! The overview strip: bars of how many events lie where, and an axis under them.

use ratatui::Frame;
use ratatui::style::Style;

use super::put;
use super::theme::{Look, Role, Theme};
use crate::app::layout::Area;
use crate::app::wrap::cells;
use crate::app::{Model, strip};
use crate::calendar::{Date, Datelike, shift};

/// Month names as the axis writes them.
pub(super) const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Draws bars and axis.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame, area: Option<Area>) {
    let Some(area) = area else { return };
    if model.strip.days.is_none() {
        return;
    }
    bars(model, look, frame, Area { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height - 1, ..area });
    axis(model, look, frame, Area { y: area.y + area.height - 1, height: 1, ..area });
}

/// How many eighths of a row a weight fills, the largest filling all; the power keeps small ones in sight.
fn eighths(weight: f32, largest: f32, n_rows: u16) -> usize {
    if weight <= 0.0 || largest <= 0.0 {
        return 0;
    }
    let full = f32::from(n_rows) * 8.0;
    ((weight / largest).powf(0.7) * full).round().clamp(1.0, full) as usize
}

fn bars(model: &Model, look: &Look, frame: &mut Frame, area: Area) {
    let strip = &model.strip;
    let largest = strip.all.iter().copied().fold(0.0, f32::max);
    let focus = model
        .event()
        .and_then(|it| it.when)
        .and_then(|it| strip.cell(if it.open_start() { it.last_day() } else { it.first_day() }));
    for (x, (&all, &shown)) in (0u16..area.width).zip(strip.all.iter().zip(&strip.shown)) {
        // Without colour two tones cannot be told apart: then only what is shown is drawn.
        let hidden = if look.theme == Theme::Plain { 0 } else { eighths(all, largest, area.height) };
        let shown = eighths(shown, largest, area.height);
        for row in 0..area.height {
            let below = usize::from(area.height - 1 - row) * 8;
            let front = if focus == Some(x as usize) { Role::BarFocus } else { Role::Bar };
            let behind = look.style(Role::BarHidden);
            // One cell holds two tones at most: where the hidden fill it, they are the ground of the shown.
            let (level, style) = match (shown.saturating_sub(below).min(8), hidden.saturating_sub(below).min(8)) {
                (0, hidden) => (hidden, behind),
                (shown @ 1..8, 8) => (shown, Style { bg: behind.fg, ..look.style(front) }),
                (shown, _) => (shown, look.style(front)),
            };
            if level > 0 {
                cell(frame, area.x + x, area.y + row, look.glyphs.eighths[level - 1], style);
            }
        }
    }
}

fn cell(frame: &mut Frame, x: u16, y: u16, sign: &str, style: Style) {
    let screen = frame.area();
    if x < screen.width && y < screen.height {
        frame.buffer_mut().set_string(x, y, sign, style);
    }
}

/// The window in view in brackets, then as many years, months or days as find room.
fn axis(model: &Model, look: &Look, frame: &mut Frame, area: Area) {
    let width = area.width as usize;
    let mut taken = vec![false; width + 1];
    let mut write = |frame: &mut Frame, x: usize, text: &str, role: Role| {
        let end = x + cells(text);
        let free = taken.get(x.saturating_sub(1)..(end + 1).min(width + 1)).is_some_and(|it| it.iter().all(|it| !it));
        if end <= width && free {
            // A blank more on either side, so that two labels never read as one.
            taken[x.saturating_sub(1)..(end + 1).min(width)].fill(true);
            put(
                frame,
                Area { x: area.x + x as u16, width: area.width - x as u16, ..area },
                0,
                &ratatui::text::Line::styled(text.to_owned(), look.style(role)),
            );
        }
    };
    let outside = model.strip.outside;
    if outside.0 > 0 {
        write(frame, 0, &format!("{}{}", look.glyphs.open[0], outside.0), Role::Dim);
    }
    if outside.1 > 0 {
        let text = format!("{}{}", outside.1, look.glyphs.open[1]);
        write(frame, width.saturating_sub(cells(&text)), &text, Role::Dim);
    }
    if let Some((first, last)) = strip::days_in_view(model) {
        let text = format!("[{}]", window(look, first, last));
        let at = |day: Date| model.strip.cell(day).unwrap_or(0) + 1;
        let (lo, hi) = (at(first), at(last));
        let middle = ((lo + hi) / 2).saturating_sub(cells(&text) / 2);
        write(frame, middle.min(width.saturating_sub(cells(&text))), &text, Role::Brand);
    }
    for (x, text) in ticks(model) {
        write(frame, x + 1, &text, Role::Dim);
    }
}

/// A span of days in a few letters.
pub(super) fn window(look: &Look, first: Date, last: Date) -> String {
    let month = |it: Date| MONTHS[it.month0() as usize];
    let dash = look.glyphs.dash;
    match (first.year() == last.year(), first.month() == last.month()) {
        _ if first == last => format!("{} {} {}", first.day(), month(first), first.year()),
        (true, true) => format!("{}{dash}{} {} {}", first.day(), last.day(), month(first), first.year()),
        (true, false) => format!("{}{dash}{} {}", month(first), month(last), first.year()),
        (false, _) => format!("{} {}{dash}{} {}", month(first), first.year(), month(last), last.year()),
    }
}

/// Where years, months or days begin, coarse ones first so that they find room.
fn ticks(model: &Model) -> Vec<(usize, String)> {
    let Some((first, last)) = model.strip.days else { return Vec::new() };
    let n_days = (last - first).num_days() + 1;
    let mut ticks = Vec::new();
    let mut add = |day: Date, text: String| {
        if first <= day && day <= last {
            ticks.extend(model.strip.cell(day).map(|it| (it, text)));
        }
    };
    if n_days > 900 {
        let step = (n_days / 365 / (model.strip.all.len() as i64 / 8).max(1) + 1) as usize;
        for year in (first.year()..=last.year()).step_by(step) {
            if let Some(day) = Date::from_ymd_opt(year, 1, 1) {
                add(day.max(first), year.to_string());
            }
        }
    } else if n_days > 60 {
        let mut day = shift::months(first.with_day(1).unwrap_or(first), 0);
        while day <= last {
            let name = MONTHS[day.month0() as usize];
            add(day.max(first), if day.month() == 1 || day < first { format!("{name} {}", day.year()) } else { name.to_owned() });
            let next = shift::months(day, 1);
            if next <= day {
                break;
            }
            day = next;
        }
    } else {
        let mut day = first;
        while day <= last {
            add(day, format!("{} {}", day.day(), MONTHS[day.month0() as usize]));
            let next = shift::days(day, if n_days > 20 { 7 } else { 2 });
            if next <= day {
                break;
            }
            day = next;
        }
    }
    ticks
}
