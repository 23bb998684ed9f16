//! Blank lines, which are the first to go where room is short.

/// Leaves out blank lines, the last one first, until the lines fit or none is blank.
pub fn leave_out_blanks<L>(
    lines: &mut Vec<L>,
    is_blank: impl Fn(&L) -> bool,
    fits: impl Fn(&[L]) -> bool,
) {
    while !fits(lines) {
        let Some(at) = lines.iter().rposition(&is_blank) else {
            return;
        };
        lines.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(height: usize) -> Vec<&'static str> {
        let mut lines = vec!["", "a", "", "b", ""];
        leave_out_blanks(
            &mut lines,
            |line| line.is_empty(),
            |lines| lines.len() <= height,
        );
        lines
    }

    #[test]
    fn the_last_blank_goes_first() {
        assert_eq!(left(5), ["", "a", "", "b", ""]);
        assert_eq!(left(4), ["", "a", "", "b"]);
        assert_eq!(left(3), ["", "a", "b"]);
    }

    #[test]
    fn what_is_not_blank_stays() {
        assert_eq!(left(1), ["a", "b"]);
    }
}
