//! The version that every file of the store carries.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The version of one kind of file: it is written as `N` and read only from `N`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Version<const N: u32>;

impl<const N: u32> Version<N> {
    /// The number that files of this version carry.
    pub const NUMBER: u32 = N;
}

impl<const N: u32> Serialize for Version<N> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u32(Self::NUMBER)
    }
}

impl<'de, const N: u32> Deserialize<'de> for Version<N> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let found = u32::deserialize(input)?;
        if found == N {
            Ok(Self)
        } else {
            Err(serde::de::Error::custom(format_args!(
                "expected version {N}, found {found}"
            )))
        }
    }
}
