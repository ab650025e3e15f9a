//! Stored words: enumerations whose values are kept as kebab-case text.

/// A stored word that is none of the values its list allows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not a {list}")]
pub struct UnknownWord {
    /// Name of the list, for example `system-status`.
    pub list: &'static str,
    /// The value found.
    pub value: String,
}

/// Declares an enumeration that is stored, sent and exported as one kebab-case word per value.
///
/// Gives `ALL`, `as_str`, `FromStr`, `Display`, serde and TypeScript forms from one list, so that the file,
/// the screens and the command line cannot drift apart.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $name:ident = $list:literal { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every value, in the order people expect to see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Name of the list; locale keys of its values are `<list>-<word>`.
            pub const LIST: &'static str = $list;

            /// The stored word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::word::UnknownWord;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                match value {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::word::UnknownWord { list: $list, value: value.to_owned() }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    words! {
        /// Two sizes.
        Size = "size" {
            /// Small.
            Small = "small",
            /// Very large.
            VeryLarge = "very-large",
        }
    }

    #[test]
    fn words_read_back_as_written_and_refuse_others() {
        for size in Size::ALL {
            assert_eq!(Size::from_str(size.as_str()), Ok(*size));
            assert_eq!(serde_json::to_string(size).unwrap(), format!("\"{size}\""));
        }
        let error = Size::from_str("huge").unwrap_err();
        assert_eq!((error.list, error.value.as_str()), (Size::LIST, "huge"));
    }
}
