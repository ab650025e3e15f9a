//! The packs beside ISO/IEC 42001, held against lists made from the sources.

use cairn_domain::crosswalk::{Confidence, Crosswalk};
use cairn_domain::framework::Framework;

macro_rules! asset {
    ($path:expr) => {
        include_str!(concat!("../../../../assets/", $path))
    };
}

macro_rules! golden {
    ($path:expr) => {
        include_str!(concat!("golden/", $path))
    };
}

macro_rules! framework {
    ($id:literal) => {
        Framework::parse(
            asset!(concat!("frameworks/", $id, ".json")),
            asset!(concat!("frameworks/", $id, ".en.json")),
        )
        .unwrap()
    };
}

fn titles(framework: &Framework) -> String {
    framework.requirements().iter().map(|entry| format!("{}\t{}\n", entry.id, entry.title)).collect()
}

#[test]
fn titles_are_the_official_ones_in_order() {
    assert_eq!(titles(&framework!("iso27001")), golden!("iso27001-titles.tsv"));
    assert_eq!(titles(&framework!("gdpr")), golden!("gdpr-titles.tsv"));
    assert_eq!(titles(&framework!("colorado")), golden!("colorado-titles.tsv"));
    assert_eq!(titles(&framework!("iso23894")), golden!("iso23894-titles.tsv"));
}

#[test]
fn iso27001_has_thirty_sub_clauses_and_ninety_three_controls() {
    let iso = framework!("iso27001");
    let controls = iso.assessable().filter(|entry| entry.id.starts_with("A.")).count();
    assert_eq!((iso.assessable().count() - controls, controls), (30, 93));
}

#[test]
fn govern_says_word_for_word_what_nist_says() {
    let csf = framework!("nist-csf-gv");
    let texts: String = csf
        .requirements()
        .iter()
        .filter(|entry| entry.parent.is_some())
        .map(|entry| format!("{}\t{}\n", entry.id, entry.summary))
        .collect();
    assert_eq!(texts, golden!("nist-csf-gv-texts.tsv"));
    assert_eq!(csf.assessable().count(), 31);
}

/// Rows as the list writes them: both ends, relation, origin, confidence, strength.
fn rows(crosswalk: &Crosswalk) -> String {
    let none = || "-".to_owned();
    let row = |row: &cairn_domain::crosswalk::Row| {
        let strength = row.strength.as_ref().map_or_else(none, ToString::to_string);
        let confidence = row.confidence.map_or_else(none, |word| word.to_string());
        let (from, to) = (row.from.clone().unwrap_or_else(none), row.to.clone().unwrap_or_else(none));
        format!("{from}\t{to}\t{}\t{}\t{confidence}\t{strength}\n", row.relation, row.origin)
    };
    crosswalk.rows.iter().map(row).collect()
}

#[test]
fn every_pair_stands_as_stated() {
    macro_rules! check {
        ($($id:literal),+ $(,)?) => {$(
            let crosswalk = Crosswalk::parse(asset!(concat!("crosswalks/", $id, ".json"))).unwrap();
            assert_eq!(rows(&crosswalk), golden!(concat!($id, ".tsv")), "{}", $id);
        )+};
    }
    check!(
        "iso42001__colorado",
        "iso42001__eu-ai-act",
        "iso42001__gdpr",
        "iso42001__iso23894",
        "iso42001__iso27001",
        "iso42001__nist-csf-gv",
        "nist-ai-rmf__iso23894",
    );
}

#[test]
fn points_of_one_article_keep_their_own_values_and_the_row_claims_no_more_than_the_weakest() {
    let crosswalk = Crosswalk::parse(asset!("crosswalks/iso42001__eu-ai-act.json")).unwrap();
    let mut points = 0;
    for row in &crosswalk.rows {
        let note = row.note.as_deref().unwrap_or_default();
        let values: Vec<(Confidence, u32)> = note
            .split("; ")
            .filter_map(|point| point.strip_suffix(')')?.rsplit_once(" (")?.1.split_once(", "))
            .filter_map(|(confidence, strength)| Some((confidence.parse().ok()?, strength.parse().ok()?)))
            .collect();
        points += values.len().max(1);
        if values.is_empty() {
            continue;
        }
        let weakest = values.iter().map(|(_, strength)| *strength).min().unwrap();
        assert_eq!(row.strength.as_ref().unwrap().to_string(), weakest.to_string(), "{note}");
        let order = [Confidence::Low, Confidence::Medium, Confidence::High];
        let least = order.into_iter().find(|level| values.iter().any(|(one, _)| one == level));
        assert_eq!(row.confidence, least, "{note}");
    }
    assert_eq!((crosswalk.rows.len(), points), (137, 152));
}

#[test]
fn only_clauses_below_the_known_headings_are_unresolved() {
    let crosswalk = Crosswalk::parse(asset!("crosswalks/nist-ai-rmf__iso23894.json")).unwrap();
    let (nist, iso) = (framework!("nist-ai-rmf"), framework!("iso23894"));
    let bound = crosswalk.bind(&nist, &iso).unwrap();
    for row in bound.unresolved() {
        let to = row.row.to.as_deref().unwrap();
        assert!(iso.requirements().iter().any(|entry| to.starts_with(&format!("{}.", entry.id))), "{to}");
    }
}
