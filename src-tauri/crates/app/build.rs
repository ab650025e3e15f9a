//! Rebuilds the crate when a pack or message file is added, which the embedding macro cannot see by itself.

fn main() {
    println!("cargo::rerun-if-changed=../../../assets");
}
