//! From a value to its file's bytes: indented JSON, the keys in the order of their fields,
//! one line break at the end.

use serde::Serialize;

/// Most files are no larger, in bytes.
const USUAL_SIZE: usize = 32 * 1024;

/// The whole file. What was written so reads back as the same value, and is written again
/// byte for byte.
#[expect(
    clippy::expect_used,
    reason = "a store's types have texts for keys, and memory does not fail"
)]
pub(super) fn render<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(USUAL_SIZE);
    serde_json::to_writer_pretty(&mut bytes, value).expect("a map's keys are texts");
    bytes.push(b'\n');
    bytes
}
