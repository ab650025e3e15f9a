//! Text that must not stay in memory.

use cairn_store::Passphrase;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

/// A passphrase on its way in: wiped when it is let go, shown by nothing, never sent.
#[derive(Clone, Default)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// As the store takes it; empty is none.
    pub(crate) fn passphrase(secret: Option<Self>) -> Option<Passphrase> {
        let filled = secret.filter(|secret| !secret.0.is_empty());
        // Moved, not copied: what is left behind is empty.
        filled.map(|mut secret| Passphrase::new(std::mem::take(&mut *secret.0)))
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::from)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_unit()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_comes_in_and_shows_itself_nowhere() {
        let secret: Secret = serde_json::from_str("\"correct horse\"").unwrap();
        assert_eq!(secret.expose(), "correct horse");
        assert_eq!(format!("{secret:?}{}", serde_json::to_string(&secret).unwrap()), "Secret(…)null");
        assert!(Secret::passphrase(Some(Secret::default())).is_none());
        assert!(Secret::passphrase(Some(secret)).is_some());
    }
}
