//! Byte strings of a fixed length that are written as lower-case hexadecimal.

/// Text that is not lower-case hexadecimal of the expected length.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not {digits} lower-case hexadecimal digits ({what})")]
pub struct HexError {
    /// What was expected, e.g. `entry id`.
    pub what: &'static str,
    /// The number of digits expected.
    pub digits: usize,
}

/// Reads exactly `N` bytes of lower-case hexadecimal; upper case would give one value two spellings.
pub(crate) fn from_hex<const N: usize>(text: &str, what: &'static str) -> Result<[u8; N], HexError> {
    let refused = HexError { what, digits: N * 2 };
    let mut bytes = [0u8; N];
    if text.bytes().any(|digit| digit.is_ascii_uppercase()) {
        return Err(refused);
    }
    hex::decode_to_slice(text, &mut bytes).map_err(|_| refused)?;
    Ok(bytes)
}

/// Declares a newtype over `[u8; N]` whose text form is lower-case hexadecimal.
macro_rules! hex_bytes {
    ($(#[$meta:meta])* $name:ident, $length:literal, $what:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $length]);

        impl $name {
            /// The value with these bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::HexError;

            /// Accepts lower-case hexadecimal of exactly the right length.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::fixed::from_hex(text, $what).map(Self)
            }
        }

        impl From<[u8; $length]> for $name {
            fn from(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = $crate::HexError;

            /// Takes raw bytes (a column of the file) of exactly the right length.
            fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
                bytes
                    .try_into()
                    .map(Self)
                    .map_err(|_| $crate::HexError { what: $what, digits: $length * 2 })
            }
        }
    };
}
