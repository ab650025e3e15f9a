//! cargo xtask run | test | bench: set-up and verbs.

fn main() {}
