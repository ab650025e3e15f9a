//! The device keys of a ledger as JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::chain::DeviceKey;
use crate::id::DeviceKeyId;
use crate::key::PublicKey;

const FORMAT: &str = "cairn-keys/1";

/// Why text is not a list of device keys.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// Not JSON of the expected form.
    #[error("the list of keys is not the expected JSON object: {0}")]
    Json(#[from] serde_json::Error),
    /// Another format or version.
    #[error("the list of keys does not have the format `cairn-keys/1`")]
    Version,
    /// The named key has a wrong device id, an unusable public key, a malformed member, or is there twice.
    #[error("the key of device `{0}` is not usable")]
    Key(String),
}

/// The device keys that a ledger is verified with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    by_device: BTreeMap<DeviceKeyId, DeviceKey>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    format: String,
    keys: Vec<WireKey>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireKey {
    device: String,
    member: String,
    public_key: String,
}

impl Keys {
    /// No key.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a key; the device id follows from it. A key that is already there keeps its first member and gives `false`.
    pub fn add(&mut self, public: PublicKey, member: Uuid) -> bool {
        let device = public.device_id();
        let new = !self.by_device.contains_key(&device);
        self.by_device.entry(device).or_insert(DeviceKey { public, member });
        new
    }

    /// The key of a device.
    #[must_use]
    pub fn get(&self, device: &DeviceKeyId) -> Option<DeviceKey> {
        self.by_device.get(device).copied()
    }

    /// All keys, by device id.
    pub fn iter(&self) -> impl Iterator<Item = (&DeviceKeyId, &DeviceKey)> {
        self.by_device.iter()
    }

    /// The text of `keys.json`, ending with LF. The same keys give the same bytes.
    ///
    /// # Errors
    /// Never for values of this type; the error is that of the JSON writer.
    pub fn to_json(&self) -> Result<String, KeysError> {
        let keys = self
            .by_device
            .iter()
            .map(|(device, key)| WireKey {
                device: device.to_string(),
                member: key.member.hyphenated().to_string(),
                public_key: key.public.to_string(),
            })
            .collect();
        let mut text = serde_json::to_string_pretty(&Wire { format: FORMAT.to_owned(), keys })?;
        text.push('\n');
        Ok(text)
    }

    /// Reads `keys.json`. Spacing and order are free; everything else is strict.
    ///
    /// # Errors
    /// When the text is of another form, or one of its keys is not usable.
    pub fn parse(text: &str) -> Result<Self, KeysError> {
        let wire: Wire = serde_json::from_str(text)?;
        if wire.format != FORMAT {
            return Err(KeysError::Version);
        }
        let mut keys = Self::new();
        for wire in wire.keys {
            let key = usable(&wire).filter(|key| keys.add(key.public, key.member));
            key.ok_or(KeysError::Key(wire.device))?;
        }
        Ok(keys)
    }
}

fn usable(wire: &WireKey) -> Option<DeviceKey> {
    let public: PublicKey = wire.public_key.parse().ok()?;
    let member = Uuid::try_parse(&wire.member).ok()?;
    let canonical =
        member.hyphenated().to_string() == wire.member && public.device_id().to_string() == wire.device;
    canonical.then_some(DeviceKey { public, member })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::SigningKey;

    #[test]
    fn text_is_strict_about_values() {
        let mut keys = Keys::new();
        for n in [1u8, 2] {
            let public = SigningKey::from_bytes(&[n; 32]).public();
            assert!(keys.add(public, Uuid::from_u128(u128::from(n))));
            assert!(!keys.add(public, Uuid::from_u128(9)));
        }
        let text = keys.to_json().unwrap();
        assert_eq!(Keys::parse(&text).unwrap(), keys);
        let key = SigningKey::from_bytes(&[1; 32]).public();
        let (device, hex) = (key.device_id().to_string(), key.to_string());
        for (from, to) in [
            ("cairn-keys/1", "cairn-keys/2"),
            ("\"member\"", "\"name\""),
            (&device, &"0".repeat(32)),
            (&hex, &hex.to_uppercase()),
            (&hex, &format!("01{}", "00".repeat(31))),
            ("00000000-0000-0000-0000-000000000001", "00000000000000000000000000000001"),
        ] {
            assert_ne!(text.replace(from, to), text, "{from}");
            assert!(Keys::parse(&text.replace(from, to)).is_err(), "{from} -> {to}");
        }
        let twice = SigningKey::from_bytes(&[2; 32]).public();
        let doubled = text.replace(&device, &twice.device_id().to_string()).replace(&hex, &twice.to_string());
        assert!(Keys::parse(&doubled).is_err());
    }
}
