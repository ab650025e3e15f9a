//! Development only: typed bindings, loopback host, bench data.

fn main() {}
