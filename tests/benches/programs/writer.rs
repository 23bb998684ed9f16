//! The least that a durable edit of a file does: read it, write it beside, flush it, rename
//! it, flush the folder.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// What makes this program the plain one.
pub(crate) const ARGUMENT: &str = "as-writer";

/// Writes `file` anew, as it is.
pub(crate) fn run(file: &Path) {
    let bytes = fs::read(file).expect("a file");
    let beside = file.with_extension("beside");
    let mut written = File::create(&beside).expect("a new file");
    written.write_all(&bytes).expect("room");
    written.sync_all().expect("a disk");
    fs::rename(&beside, file).expect("one folder");
    let folder = file.parent().expect("a folder");
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .expect("a disk");
}
