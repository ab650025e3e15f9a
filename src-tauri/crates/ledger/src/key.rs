//! Device keys: Ed25519, RFC 8032 (section 4).

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::fixed::from_hex;
use crate::id::DeviceKeyId;

/// Why bytes are not a public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not 32 bytes or 64 lower-case hexadecimal digits.
    #[error("a public key has 32 bytes")]
    Length,
    /// Not a point of the curve, or one of the few points for which a signature proves nothing.
    #[error("the public key is not usable")]
    Unusable,
}

/// A device's private key. The bytes are wiped from memory when it is dropped and never shown by `Debug`.
pub struct SigningKey(pub(crate) ed25519_dalek::SigningKey);

/// A device's public key, known to be a usable point. Its text form is 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicKey(pub(crate) ed25519_dalek::VerifyingKey);

impl SigningKey {
    /// A new key from 32 bytes of the operating system's random source; the caller draws them.
    #[must_use]
    pub fn generate(mut random: [u8; 32]) -> Self {
        let key = Self::from_bytes(&random);
        random.zeroize();
        key
    }

    /// The key with these secret bytes (the RFC 8032 seed), as given by [`SigningKey::to_bytes`].
    #[must_use]
    pub fn from_bytes(secret: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(secret))
    }

    /// The secret bytes, for the key store. The copy wipes itself.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey(of {})", self.public().device_id())
    }
}

impl PublicKey {
    /// The key with these bytes.
    ///
    /// # Errors
    /// [`KeyError::Unusable`] when they are no point of the curve or a point of small order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        match ed25519_dalek::VerifyingKey::from_bytes(bytes) {
            Ok(key) if !key.is_weak() => Ok(Self(key)),
            _ => Err(KeyError::Unusable),
        }
    }

    /// The 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// The id under which headers name this key.
    #[must_use]
    pub fn device_id(&self) -> DeviceKeyId {
        let digest: [u8; 32] = Sha256::digest(self.as_bytes()).into();
        let mut id = [0u8; 16];
        for (to, from) in id.iter_mut().zip(digest) {
            *to = from;
        }
        DeviceKeyId(id)
    }
}

impl TryFrom<&[u8]> for PublicKey {
    type Error = KeyError;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        Self::from_bytes(bytes.try_into().map_err(|_| KeyError::Length)?)
    }
}

impl std::str::FromStr for PublicKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_bytes(&from_hex(text, "public key").map_err(|_| KeyError::Length)?)
    }
}

impl std::fmt::Display for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex::encode(self.as_bytes()))
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_rfc_8032_test_1() {
        let secret =
            from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "seed").unwrap();
        let key = SigningKey::from_bytes(&secret);
        assert_eq!(
            key.public().to_string(),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        );
        assert_eq!(*key.to_bytes(), secret);
    }

    #[test]
    fn text_forms() {
        let public = SigningKey::generate([3; 32]).public();
        assert_eq!(public.to_string().parse(), Ok(public));
        assert_eq!(PublicKey::try_from(public.as_bytes().as_slice()), Ok(public));
        assert_eq!("00".parse::<PublicKey>(), Err(KeyError::Length));
        assert_eq!(public.device_id().to_string().len(), 32);
    }

    #[test]
    fn weak_and_impossible_keys_are_refused() {
        let mut neutral = [0u8; 32];
        *neutral.first_mut().unwrap() = 1;
        assert_eq!(PublicKey::from_bytes(&neutral), Err(KeyError::Unusable));
        assert_eq!(PublicKey::from_bytes(&[0; 32]), Err(KeyError::Unusable));
        let not_on_curve =
            (0..=255u8).map(|byte| [byte; 32]).filter(|key| PublicKey::from_bytes(key).is_err());
        assert!(not_on_curve.count() > 50);
    }

    #[test]
    fn debug_shows_no_secret() {
        let key = SigningKey::generate([0xab; 32]);
        assert!(!format!("{key:?}").contains("abab"));
    }
}
