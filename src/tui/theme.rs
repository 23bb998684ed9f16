//! The signs and colours of the screens, each by what it means.
//!
//! Signs come in three sets, because frames, blocks and dots are one cell wide in some
//! terminals and two in others, above all in Chinese locales: *full*, *safe* (one cell
//! everywhere) and *ascii*. A frame drawn with whatever signs is made safe by
//! [`Theme::settle`], so that texts may hold `·`, `–` or `…` without asking.
//!
//! Colours are the terminal's own sixteen, so that the user's theme, dark or light, holds.
//! Every meaning has its sign or word as well: without colours (`NO_COLOR`) nothing is lost.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

mod glyphs;

pub use glyphs::{GlyphSet, Glyphs};

/// Whether colours are used at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's own sixteen.
    Sixteen,
    /// None; bold, dim and reversed still.
    None,
}

impl Colours {
    /// What the value of `NO_COLOR` asks for: set and not empty, whatever it says, means none.
    pub fn from_no_color(value: Option<&std::ffi::OsStr>) -> Self {
        match value {
            Some(value) if !value.is_empty() => Self::None,
            _ => Self::Sixteen,
        }
    }
}

/// The signs and styles, by meaning.
#[derive(Debug, Clone)]
pub struct Theme {
    pub glyphs: &'static Glyphs,
    /// The program's name, a pane's title, the head of a table.
    pub title: Style,
    /// The frame of the pane that has the focus, and of an open box.
    pub focus: Style,
    /// The frames of the other panes, rules, axes.
    pub frame: Style,
    /// What is secondary: done tasks, explanations, the empty part of a bar.
    pub dim: Style,
    /// What a box stands before.
    pub behind: Style,
    /// The row or cell a key would act on.
    pub selected: Style,
    /// The same in a pane without the focus.
    pub selected_elsewhere: Style,
    /// Ahead, reached, done.
    pub good: Style,
    /// What asks for attention soon.
    pub warn: Style,
    /// Behind, missed.
    pub bad: Style,
    /// Today's column or date.
    pub today: Style,
    /// A day off.
    pub off: Style,
    /// A quota set by hand.
    pub pinned: Style,
    /// The message that something failed, or is not saved.
    pub error: Style,
    /// A key in a hint; what it does is `dim`.
    pub key: Style,
    /// What was looked for, where it stands in a line.
    pub found: Style,
    /// The inside of a text field.
    pub field: Style,
    /// What was understood of a text that is typed.
    pub hint: Style,
    /// The filled part of a bar that is not full, the line of what was done.
    pub bar: Style,
}

impl Theme {
    pub fn new(set: GlyphSet, colours: Colours) -> Self {
        let plain = Style::new();
        let colour = |colour: Color| match colours {
            Colours::Sixteen => plain.fg(colour),
            Colours::None => plain,
        };
        Self {
            glyphs: set.glyphs(),
            title: plain.bold(),
            focus: colour(Color::Cyan).bold(),
            frame: plain.dim(),
            dim: plain.dim(),
            behind: plain.not_bold().dim(),
            selected: plain.fg(Color::Reset).not_dim().reversed(),
            selected_elsewhere: plain.bold(),
            good: colour(Color::Green),
            warn: colour(Color::Yellow),
            bad: colour(Color::Red),
            today: colour(Color::Cyan).bold(),
            off: plain.dim(),
            pinned: colour(Color::Magenta),
            error: colour(Color::Red).bold(),
            key: plain.bold(),
            found: colour(Color::Cyan).bold().underlined(),
            field: plain.add_modifier(Modifier::UNDERLINED),
            hint: colour(Color::Cyan).bold().underlined(),
            bar: colour(Color::Cyan),
        }
    }

    /// Replaces signs that this terminal may draw two cells wide by such as are one cell wide.
    ///
    /// Letters stay as they are: better a shifted row than an unreadable name.
    pub fn settle(&self, drawn: &mut Buffer) {
        if self.glyphs.set == GlyphSet::Full {
            return;
        }
        for cell in &mut drawn.content {
            if !cell.symbol().is_ascii()
                && let Some(safe) = self.glyphs.instead_of(cell.symbol())
            {
                cell.set_symbol(safe);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn no_color_counts_when_it_is_set_and_not_empty() {
        let read = |value: Option<&str>| Colours::from_no_color(value.map(AsRef::as_ref));
        assert_eq!(read(None), Colours::Sixteen);
        assert_eq!(read(Some("")), Colours::Sixteen);
        assert_eq!(read(Some("0")), Colours::None);
    }

    #[test]
    fn without_colours_no_style_has_one() {
        let theme = Theme::new(GlyphSet::Full, Colours::None);
        for style in [
            theme.focus,
            theme.good,
            theme.bad,
            theme.today,
            theme.error,
            theme.hint,
        ] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn a_safe_frame_holds_no_sign_of_uncertain_width() {
        let mut drawn = Buffer::with_lines(["华信 · “9–14” → 3×…"]);
        Theme::new(GlyphSet::Safe, Colours::None).settle(&mut drawn);
        assert_eq!(drawn, Buffer::with_lines(["华信 ∙ \"9-14\" ▸ 3x⋯"]));
    }

    #[test]
    fn a_full_frame_stays_as_it_is() {
        let mut drawn = Buffer::empty(Rect::new(0, 0, 3, 1));
        drawn.set_string(0, 0, "·×…", Style::new());
        let before = drawn.clone();
        Theme::new(GlyphSet::Full, Colours::Sixteen).settle(&mut drawn);
        assert_eq!(drawn, before);
    }
}
