//! Who knows whom: the table in `lib.rs`, held against the code.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may know, as the table has them.
fn table() -> BTreeMap<String, Vec<String>> {
    let map = fs::read_to_string("src/lib.rs").unwrap();
    let rows = map.lines().filter(|line| line.starts_with("//! | `"));
    rows.map(|row| {
        let cells: Vec<_> = row
            .trim_start_matches("//! |")
            .split('|')
            .map(str::trim)
            .collect();
        let known = cells[2].split(", ").filter(|room| *room != "–");
        (
            cells[0].trim_matches('`').to_owned(),
            known.map(str::to_owned).collect(),
        )
    })
    .collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The rooms that a file names, tests aside: `crate::store::…` and `crate::{store::…, i18n}`.
fn named(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let paths = code.split("crate::").skip(1);
    paths
        .flat_map(|path| path.strip_prefix('{').map_or(vec![first_word(path)], group))
        .collect()
}

fn first_word(text: &str) -> String {
    text.chars()
        .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
        .collect()
}

/// The first word of each path in a group, up to its closing brace.
fn group(text: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = vec![first_word(text.trim_start())];
    for (at, sign) in text.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_word(text[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

#[test]
fn a_group_of_imports_names_each_of_its_rooms() {
    let text = "use crate::{domain::{Day, Week}, store,\n    i18n::Words};\n#[cfg(test)]\nmod tests { use crate::cli; }";
    assert_eq!(named(text), ["domain", "store", "i18n"]);
}

#[test]
fn no_room_knows_more_than_the_table_allows() {
    let table = table();
    assert!(table.len() >= 8, "the table in lib.rs was not found");
    let mut files = Vec::new();
    for room in table.keys() {
        let folder = Path::new("src").join(room);
        if folder.exists() {
            sources(&folder, &mut files);
        }
    }
    for file in files.iter().filter(|file| !file.ends_with("tests.rs")) {
        let room = file
            .components()
            .nth(1)
            .unwrap()
            .as_os_str()
            .to_str()
            .unwrap();
        for other in named(&fs::read_to_string(file).unwrap()) {
            let is_room = table.contains_key(&other);
            let allowed = other == room || table[room].contains(&other);
            assert!(!is_room || allowed, "{} knows `{other}`", file.display());
        }
    }
}
