//! What keys mean.
//!
//! Before a key is looked up it is made [`plain()`]: an input method that is on must not take
//! the keys away.

mod plain;

pub use plain::{from_input_method, plain};
