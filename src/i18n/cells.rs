//! Texts measured in cells, the only length that counts on a screen.
//!
//! A Chinese character takes two cells, a combining mark none; where a text must be cut it is
//! cut between what the reader sees as characters, and a cell that only half a character
//! would fit into stays empty.
//!
//! ```
//! use salesweek::i18n::cells::{fit, pad_right};
//! assert_eq!(fit("致电林经理", 7), "致电林…");
//! assert_eq!(fit("致电林经理", 6), "致电…");
//! assert_eq!(pad_right("华信", 6), "华信  ");
//! ```

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::is_forbidden;

/// What stands where a character must not reach the terminal.
const MASK: char = '·';

const ELLIPSIS: &str = "…";

/// How many cells `text` takes when it is drawn.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    let text = printable(text);
    text.graphemes(true).map(grapheme_width).sum()
}

/// Whether each byte is a character of one cell, as most of what is drawn is.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// How many cells one character, as a reader sees it, takes; it must be printable.
fn grapheme_width(grapheme: &str) -> usize {
    grapheme.cell_width().into()
}

/// The longest beginning of `text` that takes at most `cells` cells; `text` must be printable.
fn beginning(text: &str, cells: usize) -> &str {
    let mut left = cells;
    let end = text.grapheme_indices(true).find_map(|(at, grapheme)| {
        match left.checked_sub(grapheme_width(grapheme)) {
            Some(rest) => left = rest,
            None => return Some(at),
        }
        None
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// `text` with a dot for each character that could act on the terminal or reorder the line.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !is_plain(text) && text.chars().any(is_forbidden) {
        Cow::Owned(
            text.chars()
                .map(|char| if is_forbidden(char) { MASK } else { char })
                .collect(),
        )
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` in at most `cells` cells; one that does not fit ends in an ellipsis.
pub fn fit(text: &str, cells: usize) -> Cow<'_, str> {
    let text = printable(text);
    if width(&text) <= cells {
        return text;
    }
    let Some(room) = cells.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    Cow::Owned(format!("{}{ELLIPSIS}", beginning(&text, room)))
}

/// `text` at the left of exactly `cells` cells.
pub fn pad_right(text: &str, cells: usize) -> String {
    padded(text, cells, |_| 0)
}

/// `text` at the right of exactly `cells` cells.
pub fn pad_left(text: &str, cells: usize) -> String {
    padded(text, cells, |free| free)
}

/// `text` in the middle of exactly `cells` cells, an odd one to its right.
pub fn center(text: &str, cells: usize) -> String {
    padded(text, cells, |free| free / 2)
}

fn padded(text: &str, cells: usize, before: impl Fn(usize) -> usize) -> String {
    let text = fit(text, cells);
    let free = cells.saturating_sub(width(&text));
    let before = before(free);
    let after = free.saturating_sub(before);
    format!("{}{text}{}", " ".repeat(before), " ".repeat(after))
}

/// `left` and `right` at the ends of exactly `cells` cells; where both do not fit, `left` is cut.
///
/// ```
/// use salesweek::i18n::cells::ends;
/// assert_eq!(ends("Visit Huaxin", "09:52", 16), "Visit Hua… 09:52");
/// ```
pub fn ends(left: &str, right: &str, cells: usize) -> String {
    let right = fit(right, cells);
    let gap = usize::from(!right.is_empty());
    let room = cells.saturating_sub(width(&right)).saturating_sub(gap);
    let left = fit(left, room);
    let free = cells
        .saturating_sub(width(&left))
        .saturating_sub(width(&right));
    format!("{left}{}{right}", " ".repeat(free))
}

/// `text` in lines of at most `cells` cells, broken at spaces and between Chinese characters,
/// never before a comma or the like; a word that is longer than a line is broken where the line
/// ends.
///
/// ```
/// use salesweek::i18n::cells::wrapped;
/// assert_eq!(wrapped("no working days", 12), ["no working", "days"]);
/// assert_eq!(wrapped("调休上班, Sat", 7), ["调休上", "班, Sat"]);
/// assert_eq!(wrapped("看不懂；写作 9:30", 6), ["看不", "懂；写", "作", "9:30"]);
/// ```
pub fn wrapped(text: &str, cells: usize) -> Vec<String> {
    let text = printable(text);
    let mut rest = text.trim_end();
    let mut lines = Vec::new();
    while width(rest) > cells {
        let fits = beginning(rest, cells.max(2));
        let end = if rest.chars().nth(fits.chars().count()) == Some(' ') {
            fits.len()
        } else {
            last_break(rest, fits)
        };
        let (line, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        lines.push(line.trim_end().to_owned());
        rest = behind.trim_start();
    }
    lines.push(rest.to_owned());
    lines
}

/// `items` in lines of at most `cells` cells, with `gap` between them; none is broken that has
/// room on a line.
///
/// ```
/// use salesweek::i18n::cells::listed;
/// let days = ["Mo 11", "Tu 11", "We 11"].map(str::to_owned);
/// assert_eq!(listed(days, "  ", 12), ["Mo 11  Tu 11", "We 11"]);
/// ```
pub fn listed(items: impl IntoIterator<Item = String>, gap: &str, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if width(line) + width(gap) + width(&item) <= cells => {
                line.push_str(gap);
                line.push_str(&item);
            }
            _ => lines.extend(wrapped(&item, cells)),
        }
    }
    lines
}

/// What no line begins with: it belongs to the word before it.
const NEVER_FIRST: &str = "，。；：、？！）】》」』”’…,.;:?!)";

/// Where `text` is broken, of which no more than `fits` has room: behind the last space or wide
/// character of that, before which no sign is left to begin the next line; else where the room
/// ends.
fn last_break(text: &str, fits: &str) -> usize {
    let graphemes = fits.grapheme_indices(true).rev();
    let mut ends = graphemes.map(|(at, grapheme)| (at + grapheme.len(), grapheme));
    let is_break = |grapheme: &str| grapheme == " " || grapheme_width(grapheme) > 1;
    let begins_well = |end| {
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        next.is_none_or(|next| !NEVER_FIRST.contains(next))
    };
    ends.find(|(end, grapheme)| is_break(grapheme) && begins_well(*end))
        .map_or(fits.len(), |(end, _)| end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_chinese_character_takes_two_cells() {
        assert_eq!(width("致电"), 4);
        assert_eq!(width("W48 · 周三"), 10);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn what_acts_on_the_terminal_is_a_dot() {
        let cases = [
            ("escape", "\x1b[2J", "·[2J"),
            ("line break", "a\nb", "a·b"),
            ("delete", "a\x7f", "a·"),
            ("c1", "a\u{9b}2J", "a·2J"),
            ("override", "ab\u{202e}cd", "ab·cd"),
            ("isolate", "\u{2066}x\u{2069}", "·x·"),
            ("line separator", "a\u{2028}b", "a·b"),
            ("plain", "华信科技", "华信科技"),
        ];
        for (label, text, shown) in cases {
            assert_eq!(printable(text), shown, "{label}");
        }
    }

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert!(matches!(fit("拜访云峰", 8), Cow::Borrowed("拜访云峰")));
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(fit("拜访云峰", 7), "拜访云…");
        assert_eq!(fit("拜访云峰", 6), "拜访…");
        assert_eq!(fit("拜访云峰", 1), "…");
        assert_eq!(fit("拜访云峰", 0), "");
        assert_eq!(fit("ne\u{301}e", 2), "n…");
    }

    #[test]
    fn padding_counts_cells() {
        assert_eq!(pad_left("5万", 5), "  5万");
        assert_eq!(pad_right("5万", 5), "5万  ");
        assert_eq!(center("周三", 7), " 周三  ");
        assert_eq!(pad_left("50万元整", 5), "50万…");
        assert_eq!(pad_left("万元整", 4), " 万…");
    }

    #[test]
    fn two_ends_keep_the_right_one_whole() {
        assert_eq!(ends("晨会", "09:24", 12), "晨会   09:24");
        assert_eq!(ends("拜访华信", "09:52", 11), "拜访… 09:52");
        assert_eq!(ends("Call", "", 6), "Call  ");
        assert_eq!(ends("Call", "10:30", 3), "10…");
    }

    proptest! {
        #[test]
        fn a_padded_text_has_exactly_the_cells(text in any::<String>(), cells in 0_usize..30) {
            prop_assert_eq!(width(&pad_left(&text, cells)), cells);
            prop_assert_eq!(width(&pad_right(&text, cells)), cells);
            prop_assert_eq!(width(&center(&text, cells)), cells);
            prop_assert_eq!(width(&ends(&text, &text, cells)), cells);
        }

        #[test]
        fn a_cut_text_is_never_too_wide(text in any::<String>(), cells in 0_usize..30) {
            prop_assert!(width(&fit(&text, cells)) <= cells);
        }
    }
}
