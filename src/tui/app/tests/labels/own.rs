//! The user's own texts: made of characters that no word of the program has.
//!
//! Each kind of text has narrow and wide ones of its own, and others that are its last: so on a
//! screen it is plain whose text was cut, where one ends and the next begins.

use super::words::Vocabulary;

/// The head of the list of what was found.
const FOUND: [&str; 2] = [" Find ─", " 查找 ─"];

/// Whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    /// The name of a metric.
    Name,
    /// The title of a task.
    Title,
    /// A customer.
    Customer,
    /// What else is written in a line: notes, reasons, lessons, wins.
    Note,
}

impl Own {
    const ALL: [Self; 4] = [Self::Name, Self::Title, Self::Customer, Self::Note];

    /// Its narrow character and its wide one, then those in which a text ends.
    const fn characters(self) -> [char; 4] {
        match self {
            Self::Name => ['ß', '龘', 'ŝ', '龖'],
            Self::Title => ['ñ', '麤', 'ň', '麣'],
            Self::Customer => ['ç', '灪', 'č', '灩'],
            Self::Note => ['õ', '爨', 'ő', '爧'],
        }
    }

    /// A text of narrow characters.
    pub(super) fn latin(self, cells: usize) -> String {
        let [narrow, _, last, _] = self.characters();
        format!("{}{last}", narrow.to_string().repeat(cells - 1))
    }

    /// A text of wide characters.
    pub(super) fn wide(self, characters: usize) -> String {
        let [_, wide, _, last] = self.characters();
        format!("{}{last}", wide.to_string().repeat(characters - 1))
    }

    /// A text of both, in which a cut falls on any column: five cells each time, one at last.
    pub(super) fn mixed(self, times: usize) -> String {
        let [narrow, wide, last, _] = self.characters();
        format!("{}{last}", format!("{narrow}{wide}{wide}").repeat(times))
    }

    /// Whose character it is; `None` for those of the program.
    pub(super) fn of(char: char) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|own| own.characters().contains(&char))
    }
}

/// A text of one kind, as it stands in a line.
struct Run<'a> {
    own: Own,
    before: &'a str,
    text: &'a str,
    behind: &'a str,
}

fn runs(line: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = line;
    while let Some((before, own)) = rest.char_indices().find_map(|(at, char)| {
        let (before, _) = line.split_at(line.len() - rest.len() + at);
        Some((before, Own::of(char)?))
    }) {
        let (_, from) = line.split_at(before.len());
        let end = from.find(|char| Own::of(char) != Some(own));
        let (text, behind) = from.split_at(end.unwrap_or(from.len()));
        runs.push(Run {
            own,
            before,
            text,
            behind,
        });
        rest = behind;
    }
    runs
}

impl Run<'_> {
    /// What this text runs into, on the left or on the right.
    fn neighbour(&self, words: &Vocabulary) -> Option<char> {
        let last = self.before.chars().next_back();
        let first = self.behind.chars().next();
        let mut both = [last, first].into_iter().flatten();
        both.find(|char| !words.may_touch(*char))
    }

    /// Whether it stands to its end, or a sign says that it does not.
    fn ends(&self) -> bool {
        let [.., narrow, wide] = self.own.characters();
        self.text.ends_with([narrow, wide]) || self.behind.starts_with('…')
    }

    /// Whether it stands in a field, in which a long text is scrolled.
    fn is_typed(&self) -> bool {
        let opened = self.before.rsplit_once('[');
        opened.is_some_and(|(_, inside)| !inside.contains(']')) && self.behind.contains(']')
    }
}

/// Whether lines that stand below one another are a list of what was found.
pub(super) fn are_found(lines: &[String]) -> bool {
    let head = lines.first();
    head.is_some_and(|head| FOUND.iter().any(|found| head.starts_with(found)))
}

/// What is wrong with the user's texts in lines that stand below one another.
///
/// One that has no room goes on in the next line or ends in an ellipsis; only where it was
/// looked for does its beginning give way to what was found.
pub(super) fn faults(lines: &[String], words: &Vocabulary) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for run in runs(line) {
            let text = run.text;
            if let Some(other) = run.neighbour(words) {
                faults.push(format!("`{text}` runs into `{other}`: {line}"));
            }
            if run.before.ends_with('…') && !are_found(lines) {
                faults.push(format!("`{text}` is cut at its beginning: {line}"));
            }
            let goes_on = |next: &String| runs(next).iter().any(|other| other.own == run.own);
            // Above the lower edge of a frame it may go on out of sight.
            let is_lowest = lines.len() > 1 && at + 2 == lines.len();
            let goes_on = is_lowest || lines.get(at + 1).is_some_and(goes_on);
            if !run.ends() && !run.is_typed() && !goes_on {
                faults.push(format!("`{text}` ends without a sign: {line}"));
            }
        }
    }
    faults
}
