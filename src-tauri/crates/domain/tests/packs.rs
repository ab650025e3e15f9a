//! The shipped framework packs and crosswalks against lists of ids, titles and pairs kept apart from them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its input has failed")]

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::crosswalk::{Crosswalk, PairOrigin, Relation};
use cairn_domain::framework::{Documentation, Framework, Missing, Requirement, RequirementKind};
use cairn_domain::requirement::{Basis, natural};

macro_rules! asset {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/", $path))
    };
}

macro_rules! golden {
    ($path:literal) => {
        include_str!(concat!("golden/", $path))
    };
}

fn iso() -> Framework {
    load(asset!("frameworks/iso42001.json"), asset!("frameworks/iso42001.en.json"))
}

fn nist() -> Framework {
    load(asset!("frameworks/nist-ai-rmf.json"), asset!("frameworks/nist-ai-rmf.en.json"))
}

fn ai_act() -> Framework {
    load(asset!("frameworks/eu-ai-act.json"), asset!("frameworks/eu-ai-act.en.json"))
}

fn load(structure: &str, english: &str) -> Framework {
    match Framework::parse(structure, english) {
        Ok(framework) => framework,
        Err(error) => panic!("{error}"),
    }
}

/// The two columns of a golden file.
fn pairs(golden: &str) -> Vec<(&str, &str)> {
    golden.lines().map(|line| line.split_once('\t').unwrap()).collect()
}

fn ids<'a>(entries: impl Iterator<Item = &'a Requirement>) -> Vec<&'a str> {
    entries.map(|entry| entry.id.as_str()).collect()
}

#[test]
fn iso42001_has_all_sub_clauses_and_controls_with_their_official_titles_in_order() {
    let iso = iso();
    let shipped: Vec<_> =
        iso.requirements().iter().map(|entry| (entry.id.as_str(), entry.title.as_str())).collect();
    assert_eq!(shipped, pairs(golden!("iso42001-titles.tsv")));
    let controls = ids(iso.of_kind(RequirementKind::Control));
    assert_eq!(controls.len(), 38);
    assert!(iso.of_kind(RequirementKind::Control).all(|control| control.assessable));
    assert_eq!(iso.of_kind(RequirementKind::Area).count(), 9);
    for (group, count) in [("A.6.1", 2), ("A.6.2", 7), ("A.2", 3), ("A.10", 3)] {
        assert_eq!(iso.children(Some(group)).count(), count, "{group}");
    }
    assert!(controls.is_sorted_by(|a, b| natural(a, b).is_lt()));
}

#[test]
fn controls_ask_for_documents_exactly_where_the_standard_does() {
    let iso = iso();
    let explicit: BTreeSet<_> = iso
        .of_kind(RequirementKind::Control)
        .filter(|entry| entry.documentation == Some(Documentation::Explicit))
        .map(|entry| entry.id.as_str())
        .collect();
    let expected: BTreeSet<_> =
        golden!("iso42001-explicit-documentation.txt").lines().filter(|id| id.starts_with("A.")).collect();
    assert_eq!(explicit, expected);
}

#[test]
fn every_entry_is_found_by_its_own_id_in_any_case_and_with_a_point() {
    for framework in [iso(), nist(), ai_act()] {
        for entry in framework.requirements() {
            let id = &entry.id;
            for asked in [
                id.clone(),
                id.to_lowercase(),
                id.to_uppercase(),
                format!(" {id} (a)"),
                format!("{id}(1)(b)"),
            ] {
                assert_eq!(framework.get(&asked).map(|found| &found.id), Some(id), "{asked}");
            }
            for asked in [format!("{id}0"), format!("{id}.1x"), format!("x{id}")] {
                assert_ne!(framework.get(&asked).map(|found| &found.id), Some(id), "{asked}");
            }
        }
    }
}

#[test]
fn every_required_piece_has_the_items_whose_no_means_that_it_is_missing() {
    let iso = iso();
    let mut pieces: BTreeMap<Missing, Vec<String>> = BTreeMap::new();
    for entry in iso.requirements() {
        for item in entry.must.iter().filter(|item| item.blocks.is_some()) {
            assert_eq!(item.basis, Basis::Requirement, "{} {}", entry.id, item.key);
            assert!(entry.blocks_if_missing && entry.kind == RequirementKind::Clause, "{}", entry.id);
            pieces.entry(item.blocks.unwrap()).or_default().push(format!("{} {}", entry.id, item.key));
        }
    }
    assert_eq!(pieces.len(), Missing::ALL.len());
    let documents: BTreeSet<_> =
        golden!("iso42001-explicit-documentation.txt").lines().filter(|id| !id.starts_with("A.")).collect();
    for id in documents {
        let asks = |pieces: &Vec<String>| pieces.iter().any(|at| at.split(' ').next() == Some(id));
        let written = pieces.iter().filter(|(piece, _)| piece.is_document());
        assert!(written.map(|(_, at)| at).any(asks), "{id}: no item says that its document is missing");
    }
    let at = |piece| pieces[&piece].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(at(Missing::StatementOfApplicability), ["6.1.3 g"]);
    assert_eq!(at(Missing::ResidualRisk), ["6.1.3 k"]);
    assert_eq!(at(Missing::ManagementReview), ["9.3.1 a"]);
}

#[test]
fn every_line_of_iso42001_can_be_worked_with() {
    let iso = iso();
    for entry in iso.assessable() {
        let id = &entry.id;
        assert!(!entry.must.is_empty(), "{id} has no demands");
        assert!(entry.must.iter().any(|item| item.basis == Basis::Requirement), "{id}");
        assert!(entry.summary.chars().count() <= 420, "{id}: summary too long");
        assert!(entry.evidence.len() >= 2, "{id}: evidence");
        assert!(entry.owner_role.is_some(), "{id}: owner role");
        for item in &entry.must {
            assert!(item.text.chars().count() <= 160, "{id} {}: too long", item.key);
        }
        let distinct: BTreeSet<_> = entry.must.iter().map(|item| &item.text).collect();
        assert_eq!(distinct.len(), entry.must.len(), "{id}: a demand twice");
    }
    for control in iso.of_kind(RequirementKind::Control) {
        assert!((2..=5).contains(&control.must.len()), "{}", control.id);
        let annex_b = control.id.replacen('A', "B", 1);
        for item in &control.must {
            // Annex B is guidance: a gap against it alone is never a nonconformity.
            assert!(item.basis != Basis::Requirement || !item.reference.starts_with('B'), "{}", control.id);
            assert!(!item.reference.starts_with("B.") || item.reference == annex_b, "{}", control.id);
        }
    }
}

#[test]
fn impacts_are_asked_for_one_kind_of_people_at_a_time() {
    let iso = iso();
    for (id, whom) in [
        ("6.1.2", &["the organisation", "individual people", "society"]),
        ("6.1.4", &["individual people", "groups of people", "society"]),
    ] {
        let demands: Vec<&str> = iso.get(id).unwrap().must.iter().map(|item| item.text.as_str()).collect();
        for one in whom {
            let alone = |text: &&&str| {
                text.contains(one) && whom.iter().all(|other| other == one || !text.contains(other))
            };
            assert!(demands.iter().any(|text| alone(&text)), "{id}: {one} in a demand of its own");
        }
    }
}

#[test]
fn the_ai_rmf_says_word_for_word_what_nist_says() {
    let nist = nist();
    let shipped: Vec<_> =
        nist.requirements().iter().map(|entry| (entry.id.as_str(), entry.summary.as_str())).collect();
    assert_eq!(shipped, pairs(golden!("nist-ai-rmf-texts.tsv")));
    assert_eq!(nist.of_kind(RequirementKind::Function).count(), 4);
    assert_eq!(nist.of_kind(RequirementKind::Category).count(), 19);
    assert_eq!(nist.of_kind(RequirementKind::Subcategory).count(), 72);
    assert_eq!(nist.assessable().count(), 72);
    let titles: BTreeSet<_> = nist.requirements().iter().map(|entry| &entry.title).collect();
    assert_eq!(titles.len(), nist.requirements().len());
    assert_eq!(nist.get("govern 1.1").unwrap().parent.as_deref(), Some("GOVERN 1"));
    // NIST prints MAP before MEASURE and MANAGE; sorting by letters would not.
    assert!(nist.compare("MAP 1", "MANAGE 1").is_lt());
    assert!(nist.compare("MEASURE 2.2", "MEASURE 2.10").is_lt());
}

#[test]
fn the_ai_act_has_all_articles_and_all_duties() {
    let act = ai_act();
    let shipped: Vec<_> = act
        .of_kind(RequirementKind::Article)
        .map(|entry| (entry.id.as_str(), entry.title.as_str()))
        .collect();
    assert_eq!(shipped, pairs(golden!("eu-ai-act-titles.tsv")));
    let duties: BTreeMap<_, _> = act
        .requirements()
        .iter()
        .flat_map(|entry| entry.must.iter().map(move |item| (item, entry)))
        .map(|(item, entry)| {
            assert_eq!(item.basis, Basis::Law);
            assert!(entry.assessable);
            (item.key.as_str(), item.reference.as_str())
        })
        .collect();
    assert_eq!(duties, pairs(golden!("eu-ai-act-obligations.tsv")).into_iter().collect());
    assert_eq!(act.of_kind(RequirementKind::Chapter).count(), 13);
    assert_eq!(act.get("Art. 26(5)").unwrap().id, "Art. 26");
    assert_eq!(act.get("art. 53(1)(a)").unwrap().id, "Art. 53");
    assert_eq!(act.get("Art. 4a").unwrap().id, "Art. 4a");
    assert_eq!(act.ancestors("Art. 9").first().unwrap().id, "Chapter III");
}

#[test]
fn the_crosswalk_to_the_ai_rmf_holds_every_pair_as_stated() {
    let crosswalk = Crosswalk::parse(asset!("crosswalks/iso42001__nist-ai-rmf.json")).unwrap();
    let shipped: Vec<_> = crosswalk
        .rows
        .iter()
        .map(|row| {
            let strength = row.strength.as_ref().map_or("-".to_owned(), ToString::to_string);
            let (from, to) = (row.from.as_deref().unwrap(), row.to.as_deref().unwrap());
            let confidence = row.confidence.unwrap();
            format!("{from}\t{to}\t{}\t{}\t{confidence}\t{strength}", row.relation, row.origin)
        })
        .collect();
    assert_eq!(shipped, golden!("iso42001__nist-ai-rmf.tsv").lines().collect::<Vec<_>>());
    let by = |origin| crosswalk.rows.iter().filter(|row| row.origin == origin).count();
    assert_eq!((by(PairOrigin::Published), by(PairOrigin::Judgement)), (280, 12));
    for row in &crosswalk.rows {
        assert_eq!(row.relation, Relation::Related, "the source states no relation: {row}");
        assert_eq!(row.origin == PairOrigin::Published, row.strength.is_none(), "{row}");
    }
}

#[test]
fn the_crosswalk_to_the_ai_rmf_covers_both_sides_and_says_what_is_ours() {
    let (iso, nist) = (iso(), nist());
    let crosswalk = Crosswalk::parse(asset!("crosswalks/iso42001__nist-ai-rmf.json")).unwrap();
    let bound = crosswalk.bind(&iso, &nist).unwrap();
    assert_eq!(bound.unresolved().count(), 0);
    let subcategories = bound.coverage_of_to();
    assert_eq!((subcategories.covered, subcategories.covered_by_source, subcategories.items), (72, 72, 72));
    let published = bound.from_item("A.10.2");
    assert!(published.iter().any(|link| link.row.published_as.as_deref() == Some("B.10.2")));
    let ours = bound.to_item("GOVERN 5.1");
    let ours = ours.iter().find(|link| link.origin == PairOrigin::Judgement).unwrap();
    assert_eq!(ours.counterpart.id(), Some("4.2"));
    assert_eq!(ours.strength.unwrap().to_string(), "2");
}
