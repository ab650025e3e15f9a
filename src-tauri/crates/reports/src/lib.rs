//! Lays a report model out as a tagged PDF, byte for byte reproducible.
