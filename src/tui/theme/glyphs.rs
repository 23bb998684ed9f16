//! The three sets of signs; a sign that is missing in one does not compile.

use std::borrow::Cow;

use ratatui::symbols::border;

/// Which signs a terminal can show, each in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GlyphSet {
    /// Rounded frames, heavy lines with half cells.
    Full,
    /// Signs that are one cell wide everywhere.
    Safe,
    /// For terminals without Unicode, and fonts without signs.
    Ascii,
}

impl GlyphSet {
    /// The set for this terminal: as the settings say, else as it was measured, else safe.
    ///
    /// `term` is the variable of that name; the Linux console counts cells as it should, but
    /// its font has few signs.
    pub fn choose(wanted: Option<Self>, measured: Option<Self>, term: &str) -> Self {
        match (wanted, term) {
            (Some(wanted), _) => wanted,
            (None, "linux" | "dumb") => Self::Ascii,
            (None, _) => measured.unwrap_or(Self::Safe),
        }
    }

    /// The signs of this set.
    pub fn glyphs(self) -> &'static Glyphs {
        match self {
            Self::Full => &FULL,
            Self::Safe => &SAFE,
            Self::Ascii => &ASCII,
        }
    }
}

/// The arrow keys in words, those of opposite directions together.
const ARROWS: [(&str, &str); 7] = [
    ("← →", "left/right"),
    ("↑ ↓", "up/down"),
    ("↑↓", "up/down"),
    ("←", "left"),
    ("→", "right"),
    ("↑", "up"),
    ("↓", "down"),
];

/// One set of signs; each is one cell wide.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    pub set: GlyphSet,
    /// The frame of a pane or box.
    pub border: border::Set<'static>,
    /// The line between the blocks of a pane.
    pub rule: &'static str,
    /// Before the selected row.
    pub selected: &'static str,
    pub open: &'static str,
    pub done: &'static str,
    pub skipped: &'static str,
    pub moved: &'static str,
    /// Before a task that a repeat has brought.
    pub again: &'static str,
    pub ahead: &'static str,
    pub on_pace: &'static str,
    pub behind: &'static str,
    pub reached: &'static str,
    pub warning: &'static str,
    /// After a quota that was set by hand.
    pub pinned: &'static str,
    pub left: &'static str,
    pub right: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    /// Between two parts of a line.
    pub dot: &'static str,
    /// At the end of a text that was cut.
    pub ellipsis: &'static str,
    /// Where there is no figure.
    pub dash: &'static str,
    pub minus: &'static str,
    pub times: &'static str,
    /// A bar from a full cell down to the smallest part of one, then the empty cell.
    pub bar: Bar,
    pub chart: Chart,
    /// Heights, from nothing to the whole.
    pub spark: &'static [&'static str],
}

/// The cells of a progress bar.
#[derive(Debug, PartialEq, Eq)]
pub struct Bar {
    pub full: &'static str,
    /// A cell filled by one part, two parts … of `parts.len() + 1`.
    pub parts: &'static [&'static str],
    pub empty: &'static str,
}

/// The lines of a chart.
#[derive(Debug, PartialEq, Eq)]
pub struct Chart {
    /// Whether its lines are made of braille dots; else of the two signs that name them.
    pub braille: bool,
    pub plan: &'static str,
    pub done: &'static str,
    pub side: &'static str,
    pub corner: &'static str,
    pub bottom: &'static str,
}

impl Glyphs {
    /// Keys as they are named beside these signs. Without arrows the arrow keys have words: the
    /// signs in their place (`<`, `>`, `^`, `v`) are other keys.
    pub fn keys<'a>(&self, keys: &'a str) -> Cow<'a, str> {
        if self.set != GlyphSet::Ascii || !keys.contains(['←', '→', '↑', '↓']) {
            return keys.into();
        }
        let named = ARROWS.iter().fold(keys.to_owned(), |keys, (arrow, name)| {
            keys.replace(arrow, name)
        });
        named.into()
    }

    /// The sign of this set for one of uncertain width; `None` for letters and all else.
    pub(super) fn instead_of(&self, sign: &str) -> Option<&'static str> {
        Some(match sign {
            "·" | "•" | "●" => self.dot,
            "…" => self.ellipsis,
            "–" | "—" | "―" => self.dash,
            "−" => self.minus,
            "×" => self.times,
            "÷" => "/",
            "‘" | "’" => "'",
            "“" | "”" => "\"",
            "←" => self.left,
            "→" | "⇒" => self.right,
            "↑" => self.up,
            "↓" => self.down,
            "▲" | "△" => self.ahead,
            "▼" | "▽" => self.behind,
            "◆" | "◇" | "■" | "□" | "○" | "◎" | "★" | "☆" | "※" => "*",
            "─" | "━" | "═" => self.rule,
            "│" | "┃" | "║" => self.chart.side,
            "█" => self.bar.full,
            "░" => self.bar.empty,
            _ => return None,
        })
    }
}

const FULL: Glyphs = Glyphs {
    set: GlyphSet::Full,
    border: border::ROUNDED,
    rule: "╌",
    selected: "▸",
    open: "☐",
    done: "☑",
    skipped: "☒",
    moved: "▹",
    again: "↻",
    ahead: "▴",
    on_pace: "=",
    behind: "▾",
    reached: "✓",
    warning: "!",
    pinned: "*",
    left: "←",
    right: "→",
    up: "↑",
    down: "↓",
    dot: "·",
    ellipsis: "…",
    dash: "–",
    minus: "−",
    times: "×",
    bar: Bar {
        full: "━",
        parts: &["╸"],
        empty: "─",
    },
    chart: Chart {
        braille: true,
        plan: "⠂",
        done: "⠒",
        side: "│",
        corner: "└",
        bottom: "─",
    },
    spark: &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
};

const SAFE: Glyphs = Glyphs {
    set: GlyphSet::Safe,
    border: border::Set {
        top_left: "◜",
        top_right: "◝",
        bottom_left: "◟",
        bottom_right: "◞",
        vertical_left: "╎",
        vertical_right: "╎",
        horizontal_top: "╌",
        horizontal_bottom: "╌",
    },
    left: "◂",
    right: "▸",
    up: "▴",
    down: "▾",
    dot: "∙",
    ellipsis: "⋯",
    dash: "-",
    times: "x",
    bar: Bar {
        full: "▰",
        parts: &[],
        empty: "▱",
    },
    chart: Chart {
        braille: true,
        plan: "⠂",
        done: "⠒",
        side: "╎",
        corner: "◟",
        bottom: "╌",
    },
    spark: &["⡀", "⡄", "⡆", "⡇"],
    ..FULL
};

const ASCII: Glyphs = Glyphs {
    set: GlyphSet::Ascii,
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
    rule: "-",
    selected: ">",
    open: "o",
    done: "x",
    skipped: "-",
    moved: ">",
    again: "@",
    ahead: "^",
    on_pace: "=",
    behind: "v",
    reached: "+",
    warning: "!",
    pinned: "*",
    left: "<",
    right: ">",
    up: "^",
    down: "v",
    dot: ".",
    ellipsis: "~",
    dash: "-",
    minus: "-",
    times: "x",
    bar: Bar {
        full: "#",
        parts: &[],
        empty: ".",
    },
    chart: Chart {
        braille: false,
        plan: "-",
        done: "=",
        side: "|",
        corner: "+",
        bottom: "-",
    },
    spark: &["_", ".", "-", "="],
};

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn signs(glyphs: &Glyphs) -> Vec<&'static str> {
        let border = &glyphs.border;
        let mut signs = vec![
            border.top_left,
            border.top_right,
            border.bottom_left,
            border.bottom_right,
            border.vertical_left,
            border.vertical_right,
            border.horizontal_top,
            border.horizontal_bottom,
            glyphs.rule,
            glyphs.selected,
            glyphs.open,
            glyphs.done,
            glyphs.skipped,
            glyphs.moved,
            glyphs.again,
            glyphs.ahead,
            glyphs.on_pace,
            glyphs.behind,
            glyphs.reached,
            glyphs.warning,
            glyphs.pinned,
            glyphs.left,
            glyphs.right,
            glyphs.up,
            glyphs.down,
            glyphs.dot,
            glyphs.ellipsis,
            glyphs.dash,
            glyphs.minus,
            glyphs.times,
            glyphs.bar.full,
            glyphs.bar.empty,
            glyphs.chart.plan,
            glyphs.chart.done,
            glyphs.chart.side,
            glyphs.chart.corner,
            glyphs.chart.bottom,
        ];
        signs.extend(glyphs.bar.parts);
        signs.extend(glyphs.spark);
        signs
    }

    #[test]
    fn every_sign_is_one_cell_wide() {
        for sign in signs(&FULL) {
            assert_eq!(sign.width(), 1, "{sign}");
        }
    }

    #[test]
    fn every_safe_sign_is_one_cell_wide_in_chinese_terminals_too() {
        for sign in signs(&SAFE) {
            assert_eq!(sign.width_cjk(), 1, "{sign}");
        }
    }

    #[test]
    fn every_ascii_sign_is_ascii() {
        for sign in signs(&ASCII) {
            assert!(sign.is_ascii(), "{sign}");
        }
    }

    #[test]
    fn every_uncertain_full_sign_has_a_stand_in() {
        for sign in signs(&FULL) {
            let certain = sign.width_cjk() == 1;
            let drawn_from_the_set = "╭╮╰╯└▁▂▃▄▅▆▇".contains(sign);
            let replaced = SAFE.instead_of(sign).is_some();
            assert!(certain || drawn_from_the_set || replaced, "{sign}");
        }
    }

    #[test]
    fn arrow_keys_have_words_where_their_signs_are_other_keys() {
        assert_eq!(ASCII.keys("← →"), "left/right");
        assert_eq!(ASCII.keys("↑↓"), "up/down");
        assert_eq!(ASCII.keys("shift-←"), "shift-left");
        assert_eq!(ASCII.keys("Enter"), "Enter");
        assert_eq!(SAFE.keys("← →"), "← →");
    }

    #[test]
    fn the_settings_come_before_the_measure() {
        use GlyphSet::{Ascii, Full, Safe};
        let choose = GlyphSet::choose;
        assert_eq!(choose(Some(Ascii), Some(Full), "xterm-256color"), Ascii);
        assert_eq!(choose(None, Some(Full), "xterm-256color"), Full);
        assert_eq!(choose(None, None, "xterm-256color"), Safe);
        assert_eq!(choose(None, Some(Full), "linux"), Ascii);
    }
}
