//! The README's table of commands, held against the program's own list.

use std::collections::BTreeSet;

use crate::program::Salesweek;

#[test]
fn the_readme_has_the_commands_that_there_are_and_no_others() {
    let help = Salesweek::new().run("--help").stdout;
    let listed = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands"))
        .skip(1);
    let listed = listed.take_while(|line| !line.is_empty());
    let listed: BTreeSet<_> = listed
        .filter_map(|line| line.split_whitespace().next())
        .collect();

    let readme = std::fs::read_to_string("README.md").unwrap();
    let rows = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `salesweek "));
    let written: BTreeSet<_> = rows
        .map(|row| row.split([' ', '`']).next().unwrap())
        .collect();

    assert!(
        listed.len() > 20,
        "the list of commands was not found: {help}"
    );
    assert_eq!(written, listed);
}
