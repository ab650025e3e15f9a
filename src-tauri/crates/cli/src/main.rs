//! cairnctl: Cairn without a window, for scripts, pipelines and auditors.

fn main() {}
