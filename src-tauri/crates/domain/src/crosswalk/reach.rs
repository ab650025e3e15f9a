//! What could count: from entries of other frameworks that are met, over one crosswalk or two, to the lines of ours.
//!
//! A way is a candidate to look at. Relations are chained only where that is sound (equal with anything, part of part);
//! everything else becomes *related*. Strength and confidence stay on each hop as its source states them.

use std::collections::{BTreeMap, BTreeSet};

use super::{BoundCrosswalk, Confidence, PairOrigin, Relation};
use crate::requirement::RequirementRef;

/// Longest way, in crosswalks.
const MOST_HOPS: usize = 2;

/// One step of a way, in the direction it is walked.
#[derive(Debug, Clone, PartialEq)]
pub struct Hop {
    /// Id of the crosswalk.
    pub crosswalk: String,
    /// Where it starts.
    pub from: RequirementRef,
    /// Where it leads.
    pub to: RequirementRef,
    /// How the start relates to the end, as stated.
    pub relation: Relation,
    /// Who says so.
    pub origin: PairOrigin,
    /// The source by name.
    pub source: String,
    /// Confidence as stated.
    pub confidence: Option<Confidence>,
    /// Strength as stated, in the source's own scale.
    pub strength: Option<String>,
}

/// A way from a met entry to a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The line it leads to.
    pub line: RequirementRef,
    /// The entry it starts from.
    pub source: RequirementRef,
    /// How the entry relates to the line over all hops.
    pub relation: Relation,
    /// The hops, first one first.
    pub hops: Vec<Hop>,
}

/// How the start of two hops relates to their end. Only what follows is stated; the rest is *related*.
#[must_use]
pub const fn chained(first: Relation, second: Relation) -> Relation {
    match (first, second) {
        (Relation::Equal, other) | (other, Relation::Equal) => other,
        (Relation::Equivalent, Relation::Equivalent) => Relation::Equivalent,
        (Relation::Subset, Relation::Subset) => Relation::Subset,
        (Relation::Superset, Relation::Superset) => Relation::Superset,
        _ => Relation::Related,
    }
}

/// Every way from `met` entries to lines of `target`, shortest first. An entry reaches a line by its shortest ways only:
/// what a source states directly is not repeated over a detour.
#[must_use]
pub fn ways(crosswalks: &[BoundCrosswalk<'_>], met: &[RequirementRef], target: &str) -> Vec<Way> {
    let steps = steps(crosswalks);
    let mut found = Vec::new();
    for source in met.iter().filter(|entry| entry.framework != target) {
        let mut reached: BTreeSet<RequirementRef> = BTreeSet::new();
        let mut open: Vec<Way> = vec![Way {
            line: source.clone(),
            source: source.clone(),
            relation: Relation::Equal,
            hops: Vec::new(),
        }];
        for _ in 0..MOST_HOPS {
            let mut next = Vec::new();
            for way in open {
                for hop in steps.get(&way.line).into_iter().flatten() {
                    if hop.to == *source
                        || way.hops.iter().any(|before| before.to.framework == hop.to.framework)
                    {
                        continue;
                    }
                    let relation =
                        if way.hops.is_empty() { hop.relation } else { chained(way.relation, hop.relation) };
                    let mut hops = way.hops.clone();
                    hops.push(hop.clone());
                    next.push(Way { line: hop.to.clone(), source: source.clone(), relation, hops });
                }
            }
            let (arrived, going): (Vec<Way>, Vec<Way>) =
                next.into_iter().partition(|way| way.line.framework == target);
            let before = reached.clone();
            for way in arrived.into_iter().filter(|way| !before.contains(&way.line)) {
                reached.insert(way.line.clone());
                found.push(way);
            }
            open = going;
        }
    }
    found
}

/// Counterparts of each entry, both ways round.
fn steps(crosswalks: &[BoundCrosswalk<'_>]) -> BTreeMap<RequirementRef, Vec<Hop>> {
    let mut steps: BTreeMap<RequirementRef, Vec<Hop>> = BTreeMap::new();
    for bound in crosswalks {
        for row in bound.rows().iter().filter(|row| row.row.relation.is_counterpart()) {
            let (Some(from), Some(to)) = (row.from.requirement(), row.to.requirement()) else { continue };
            let from = RequirementRef::new(&bound.from.id, &from.id);
            let to = RequirementRef::new(&bound.to.id, &to.id);
            let hop = |from: &RequirementRef, to: &RequirementRef, relation: Relation| Hop {
                crosswalk: bound.crosswalk.id.clone(),
                from: from.clone(),
                to: to.clone(),
                relation,
                origin: row.row.origin,
                source: row.row.source.clone(),
                confidence: row.row.confidence,
                strength: row.row.strength.as_ref().map(ToString::to_string),
            };
            steps.entry(from.clone()).or_default().push(hop(&from, &to, row.row.relation));
            steps.entry(to.clone()).or_default().push(hop(&to, &from, row.row.relation.reversed()));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crosswalk::Crosswalk;
    use crate::framework::Framework;

    fn framework(id: &str, entries: &[&str]) -> Framework {
        let requirement = |entry: &&str| {
            serde_json::json!({"id": entry, "title": entry, "parent": null, "kind": "control", "assessable": true,
                "must": [{"key": "a", "basis": "good-practice", "ref": entry}]})
        };
        let structure = serde_json::json!({"id": id, "version": "1", "date": "2026-01-01", "title": id,
            "sources": ["s"], "requirements": entries.iter().map(requirement).collect::<Vec<_>>()});
        let texts: serde_json::Map<String, serde_json::Value> = entries
            .iter()
            .map(|entry| {
                let text = serde_json::json!({"summary": "s", "must": {"a": "m"}, "evidence": ["e"]});
                ((*entry).to_owned(), text)
            })
            .collect();
        let overlay = serde_json::json!({"id": id, "version": "1", "language": "en", "requirements": texts,
            "owner_roles": {}});
        Framework::parse(&structure.to_string(), &overlay.to_string()).unwrap()
    }

    fn crosswalk(from: &str, to: &str, rows: &[(&str, &str, &str)]) -> Crosswalk {
        let row = |(a, b, relation): &(&str, &str, &str)| {
            serde_json::json!({"from": a, "to": b, "relation": relation, "origin": "published", "source": "s",
                "confidence": null, "strength": null, "note": null})
        };
        let text = serde_json::json!({"id": format!("{from}__{to}"), "version": "1", "date": "2026-01-01",
            "title": "t", "from": from, "to": to, "rows": rows.iter().map(row).collect::<Vec<_>>()});
        Crosswalk::parse(&text.to_string()).unwrap()
    }

    fn reached(met: &[(&str, &str)]) -> Vec<(String, String, Relation, usize)> {
        let frameworks =
            [framework("x", &["X1", "X2"]), framework("y", &["Y1"]), framework("iso", &["I1", "I2"])];
        let walks = [
            crosswalk("iso", "x", &[("I1", "X1", "superset"), ("I2", "X2", "not-related")]),
            crosswalk("y", "x", &[("Y1", "X1", "equal")]),
            crosswalk("iso", "y", &[("I2", "Y1", "related")]),
        ];
        let of = |id: &str| frameworks.iter().find(|each| each.id == id).unwrap();
        let bound: Vec<_> =
            walks.iter().map(|walk| walk.bind(of(&walk.from), of(&walk.to)).unwrap()).collect();
        let met: Vec<_> = met.iter().map(|(framework, id)| RequirementRef::new(*framework, *id)).collect();
        ways(&bound, &met, "iso")
            .into_iter()
            .map(|way| (way.source.to_string(), way.line.id, way.relation, way.hops.len()))
            .collect()
    }

    #[test]
    fn direct_ways_come_first_and_two_hops_keep_only_what_follows() {
        let found = reached(&[("x", "X1")]);
        assert_eq!(
            found,
            [
                ("x:X1".to_owned(), "I1".to_owned(), Relation::Subset, 1),
                ("x:X1".to_owned(), "I2".to_owned(), Relation::Related, 2),
            ]
        );
        let found = reached(&[("y", "Y1")]);
        assert_eq!(found[0], ("y:Y1".to_owned(), "I2".to_owned(), Relation::Related, 1));
        assert_eq!(found[1], ("y:Y1".to_owned(), "I1".to_owned(), Relation::Subset, 2));
    }

    #[test]
    fn what_a_source_calls_not_related_leads_nowhere() {
        assert!(reached(&[("x", "X2")]).is_empty());
        assert!(reached(&[("iso", "I1")]).is_empty(), "our own lines reach nothing");
    }

    #[test]
    fn chains_state_no_more_than_follows() {
        assert_eq!(chained(Relation::Equal, Relation::Intersects), Relation::Intersects);
        assert_eq!(chained(Relation::Subset, Relation::Subset), Relation::Subset);
        assert_eq!(chained(Relation::Subset, Relation::Superset), Relation::Related);
        assert_eq!(chained(Relation::Equivalent, Relation::Subset), Relation::Related);
    }
}
