//! A line in its words, each with its place.

/// What stands between blanks, or in quotation marks; or a Chinese day with its time that is
/// joined to the words beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// Its first byte in the line.
    pub(super) start: usize,
    /// Whether some of it stands in quotation marks.
    pub(super) quoted: bool,
    /// Whether no blank is between it and the word beside it.
    pub(super) joined: bool,
}

impl<'a> Word<'a> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The word without the commas behind it; nothing of what is quoted.
    pub(super) fn core(&self) -> &'a str {
        if self.quoted {
            return "";
        }
        self.text.trim_end_matches(SEPARATORS)
    }

    /// The text behind a sign, quotation marks around it taken off.
    pub(super) fn behind(&self, signs: [char; 2]) -> Option<&'a str> {
        let rest = self.text.strip_prefix(signs)?;
        let rest = rest.trim_end_matches(SEPARATORS);
        let inside = QUOTES.iter().find_map(|(open, close)| {
            let inside = rest.strip_prefix(*open)?.strip_suffix(*close)?;
            (!inside.contains(*close)).then_some(inside)
        });
        match inside {
            Some(inside) => Some(inside.trim()),
            None if self.quoted => None,
            None => Some(rest),
        }
    }
}

/// What separates parts of a sentence, and nothing else at its end.
pub(super) const SEPARATORS: [char; 6] = ['，', ',', '；', ';', '：', ':'];

const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』')];

/// The words of a line. A quotation that is closed is one word with what is joined to it; a
/// Chinese comma or colon ends a word, and `@` or `#` behind a Chinese character begins one.
pub(super) fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|char: char| !char.is_whitespace()) {
        let (_, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let (length, quoted) = first_word(from);
        let (word, behind) = from.split_at_checked(length).unwrap_or((from, ""));
        words.push(Word {
            text: word,
            start: text.len().saturating_sub(from.len()),
            quoted,
            joined: false,
        });
        rest = behind;
    }
    words
}

/// How many bytes the first word has, and whether some of it is quoted.
fn first_word(text: &str) -> (usize, bool) {
    let mut chars = text.char_indices();
    let mut quoted = false;
    let mut last = None;
    while let Some((at, char)) = chars.next() {
        let begins = matches!(last, None | Some('@' | '＠'));
        let close = QUOTES.iter().find(|(open, _)| *open == char && begins);
        if let Some((_, close)) = close
            && chars.as_str().contains(*close)
        {
            quoted = true;
            chars.find(|(_, char)| char == close);
            last = Some(*close);
            continue;
        }
        let is_behind_chinese = last.is_some_and(is_chinese);
        if char.is_whitespace() || (matches!(char, '@' | '＠' | '#' | '＃') && is_behind_chinese)
        {
            return (at, quoted);
        }
        let is_colon = char == '：' && !last.is_some_and(char::is_numeric);
        if is_colon || matches!(char, '，' | '；') {
            return (at + char.len_utf8(), quoted);
        }
        last = Some(char);
    }
    (text.len(), quoted)
}

pub(super) fn is_chinese(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}')
}
