//! Entry bytes, hash chain, signatures, checkpoints and their verification.
