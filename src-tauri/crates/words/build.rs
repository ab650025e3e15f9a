//! Rebuilds the crate when a message file is added, which the embedding macro cannot see by itself.

fn main() {
    println!("cargo::rerun-if-changed=../../../assets/locales");
}
