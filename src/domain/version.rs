//! The version that every file of the store carries.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The current version of the store's files: it is written as 1 and read only from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Version;

impl Version {
    /// The number that files of this version carry.
    pub const NUMBER: u32 = 1;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u32(Self::NUMBER)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        match u32::deserialize(input)? {
            Self::NUMBER => Ok(Self),
            other => Err(serde::de::Error::custom(format_args!(
                "expected version {}, found {other}",
                Self::NUMBER
            ))),
        }
    }
}
