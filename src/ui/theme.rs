//! The one home of colours and of signs that are not letters: roles become styles.

use ratatui::style::{Color, Modifier, Style};

use crate::events::Status;

/// What a piece of the screen is, as far as its look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Plain text.
    Text,
    /// What may be passed over.
    Dim,
    /// The program's name, the active view.
    Brand,
    /// A heading in the list, a title.
    Heading,
    /// A date.
    Date,
    /// The row of the cursor in the focused pane.
    Cursor,
    /// The row of the cursor elsewhere.
    CursorAway,
    /// Letters that matched.
    Match,
    /// Letters that matched, in the row of the cursor.
    MatchAtCursor,
    /// The words that date the sentence looked at.
    Phrase,
    /// The sentence looked at.
    Sentence,
    /// The words that date another event.
    OtherPhrase,
    /// A word found in the article.
    Found,
    /// Something that sources disagree on, or that went wrong.
    Conflict,
    /// A status word.
    Status(Status),
    /// The frame of a pane.
    Frame,
    /// The frame of the focused pane.
    FrameFocus,
    /// A key in the help line.
    Key,
    /// A part of the query.
    Chip,
    /// A part of the query that is not understood.
    BadChip,
    /// A word on the last deed.
    Notice,
    /// The bars of what is shown.
    Bar,
    /// The bars of what the filter hides.
    BarHidden,
    /// The bar of the focused event.
    BarFocus,
}

/// For which background the colours are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// No colour at all: bold, underlined and reversed only.
    Plain,
}

impl Theme {
    fn style(self, role: Role) -> Style {
        let style = Style::new();
        let (dark, light) = match role {
            Role::Text => return style,
            Role::Phrase => return style.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Role::Sentence => return style.add_modifier(Modifier::BOLD),
            Role::OtherPhrase => return style.add_modifier(Modifier::UNDERLINED),
            Role::CursorAway => return style.add_modifier(Modifier::BOLD),
            Role::Status(Status::Happened) => return style,
            Role::Dim | Role::Frame | Role::BarHidden | Role::Status(Status::Cancelled) => (Color::DarkGray, Color::DarkGray),
            Role::Brand | Role::Key | Role::FrameFocus => (Color::LightCyan, Color::Blue),
            Role::Heading => (Color::LightBlue, Color::Blue),
            Role::Date | Role::Chip => (Color::Cyan, Color::Blue),
            Role::Bar => (Color::Cyan, Color::Cyan),
            Role::Match | Role::Found => (Color::LightYellow, Color::Magenta),
            Role::Notice => (Color::Yellow, Color::Magenta),
            Role::BarFocus => (Color::LightYellow, Color::Red),
            Role::Conflict | Role::BadChip | Role::Status(Status::Denied) => (Color::LightRed, Color::Red),
            Role::Status(Status::Planned) => (Color::LightGreen, Color::Green),
            Role::Status(Status::Claimed) => (Color::LightMagenta, Color::Magenta),
            Role::Cursor => (Color::White, Color::White),
            Role::MatchAtCursor => (Color::LightYellow, Color::LightYellow),
        };
        let modifier = match role {
            Role::Brand | Role::Key | Role::FrameFocus | Role::Heading | Role::Conflict | Role::Notice => Modifier::BOLD,
            Role::Match | Role::BadChip | Role::MatchAtCursor => Modifier::BOLD | Modifier::UNDERLINED,
            Role::Found => Modifier::REVERSED,
            Role::Cursor | Role::BarFocus => Modifier::BOLD,
            _ => Modifier::empty(),
        };
        let style = style.add_modifier(modifier);
        match (self, role) {
            (Theme::Plain, Role::Cursor) => style.add_modifier(Modifier::REVERSED),
            (Theme::Plain, Role::MatchAtCursor) => style.add_modifier(Modifier::REVERSED),
            (Theme::Plain, Role::Dim | Role::Frame | Role::BarHidden) => style.add_modifier(Modifier::DIM),
            (Theme::Plain, _) => style,
            (_, Role::Cursor | Role::MatchAtCursor) => style.fg(dark).bg(Color::Blue),
            (Theme::Dark, _) => style.fg(dark),
            (Theme::Light, _) => style.fg(light),
        }
    }
}

/// The signs that are not letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Marks the row of the cursor.
    pub cursor: &'static str,
    /// Stands where text was cut.
    pub cut: &'static str,
    /// Parts short facts.
    pub dot: &'static str,
    /// Parts the ends of a span in words.
    pub dash: &'static str,
    /// A line across.
    pub across: &'static str,
    /// A line down.
    pub down: &'static str,
    /// The corners: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// Points from the margin to the text.
    pub to_text: &'static str,
    /// Bars of one eighth to eight.
    pub eighths: [&'static str; 8],
    /// Known time, uncertain time, planned.
    pub bars: [&'static str; 3],
    /// Open to the left, open to the right.
    pub open: [&'static str; 2],
}

/// Block elements and lines.
pub const UNICODE: Glyphs = Glyphs {
    cursor: "▌",
    cut: "…",
    dot: "·",
    dash: "–",
    across: "─",
    down: "│",
    corners: ["┌", "┐", "└", "┘"],
    to_text: "←",
    eighths: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    bars: ["█", "░", "+"],
    open: ["«", "»"],
};

/// Plain ASCII, for terminals that show the others two cells wide or not at all.
pub const ASCII: Glyphs = Glyphs {
    cursor: ">",
    cut: "..",
    dot: "-",
    dash: "-",
    across: "-",
    down: "|",
    corners: ["+", "+", "+", "+"],
    to_text: "<-",
    eighths: [".", ":", "-", "=", "+", "*", "#", "#"],
    bars: ["#", ".", "+"],
    open: ["<", ">"],
};

/// Colours and signs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
}

impl Look {
    /// The look for a theme, in ASCII or not.
    pub fn new(theme: Theme, ascii: bool) -> Look {
        Look { theme, glyphs: if ascii { ASCII } else { UNICODE } }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }
}
