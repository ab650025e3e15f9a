//! The clause half of the shipped ISO/IEC 42001 pack, and the crosswalk over all of its 70 lines.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its input has failed")]

use std::collections::BTreeSet;

use cairn_domain::crosswalk::Crosswalk;
use cairn_domain::framework::{Documentation, Framework, RequirementKind};
use cairn_domain::requirement::natural;

macro_rules! asset {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/", $path))
    };
}

fn iso() -> Framework {
    Framework::parse(asset!("frameworks/iso42001.json"), asset!("frameworks/iso42001.en.json")).unwrap()
}

#[test]
fn all_32_sub_clauses_can_be_assessed_in_order() {
    let iso = iso();
    let clauses: Vec<_> = iso
        .assessable()
        .filter(|entry| entry.kind != RequirementKind::Control)
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!((clauses.len(), iso.assessable().count()), (32, 70));
    assert!(clauses.is_sorted_by(|a, b| natural(a, b).is_lt()));
}

#[test]
fn documents_are_asked_for_exactly_where_the_standard_does() {
    let iso = iso();
    let explicit: BTreeSet<_> = iso
        .assessable()
        .filter(|entry| entry.documentation == Some(Documentation::Explicit))
        .map(|entry| entry.id.as_str())
        .collect();
    let expected: BTreeSet<_> = include_str!("golden/iso42001-explicit-documentation.txt").lines().collect();
    assert_eq!(explicit, expected);
}

#[test]
fn the_ai_rmf_covers_all_lines_65_of_them_by_the_published_source() {
    let iso = iso();
    let nist =
        Framework::parse(asset!("frameworks/nist-ai-rmf.json"), asset!("frameworks/nist-ai-rmf.en.json"))
            .unwrap();
    let crosswalk = Crosswalk::parse(asset!("crosswalks/iso42001__nist-ai-rmf.json")).unwrap();
    let lines = crosswalk.bind(&iso, &nist).unwrap().coverage_of_from();
    assert_eq!((lines.covered, lines.covered_by_source, lines.items), (70, 65, 70));
}
