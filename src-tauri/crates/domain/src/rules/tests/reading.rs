//! A plain second reading of the tree, to compare the pack with.

use std::collections::BTreeSet;

use crate::rules::{Answers, Tier};

/// The tree read step by step, as a person would, from complete answers. Written apart from the pack's
/// conditions, so that a slip in one of them shows.
pub(super) struct Reading<'a>(pub(super) &'a Answers);

impl Reading<'_> {
    fn has(&self, question: &str, keys: &[&str]) -> bool {
        let chosen = self.0.answers.get(question);
        chosen.is_some_and(|chosen| chosen.keys().iter().any(|key| keys.contains(&key.as_str())))
    }

    fn yes(&self, question: &str) -> bool {
        self.has(question, &["yes"])
    }

    fn reached(&self) -> bool {
        let chain = ["importer", "distributor", "authorised-representative"];
        if self.has("subject", &["gpai-model-only"]) {
            let placed = self.has("reach", &["eu-market", "eu-planned"]);
            let here = placed || self.has("reach", &["eu-place"]);
            return self.has("roles", &["provider", "product-manufacturer"]) && placed
                || self.has("roles", &chain) && here;
        }
        let provider = self.has("roles", &["provider", "third-party"])
            && self.has("reach", &["eu-market", "eu-planned", "eu-output"]);
        let deployer = self.has("roles", &["deployer"]) && self.has("reach", &["eu-place", "eu-output"]);
        let others = self.has("roles", &chain) || self.has("roles", &["product-manufacturer"]);
        provider || deployer || others && self.has("reach", &["eu-market", "eu-planned", "eu-place"])
    }

    fn excluded(&self) -> bool {
        let always = ["military", "third-country-authority", "research-only", "pre-market"];
        let others = [
            "provider",
            "importer",
            "distributor",
            "authorised-representative",
            "product-manufacturer",
            "third-party",
        ];
        self.has("exclusions", &always)
            || self.has("exclusions", &["personal-use"]) && !self.has("roles", &others)
    }

    fn prohibited(&self) -> bool {
        let points = ["a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h"];
        points.iter().any(|point| self.yes(&format!("art-5-1-{point}")))
    }

    /// Sections of Annex I that are met: A, B.
    fn annex_i(&self) -> (bool, bool) {
        let function = self.has("annex-i-function", &["itself-product", "safety-component"]);
        if !function || !self.yes("annex-i-third-party") {
            return (false, false);
        }
        let chosen = self.0.answers.get("annex-i-law").map_or(&[][..], |chosen| chosen.keys());
        let point = |key: &String| key.strip_prefix("annex-i-").and_then(|point| point.parse::<u8>().ok());
        let points: Vec<u8> = chosen.iter().filter_map(point).collect();
        (points.iter().any(|point| *point <= 12), points.iter().any(|point| *point >= 13))
    }

    fn annex_iii(&self) -> bool {
        let keys = ["a", "b", "c", "d", "e", "safety-component"];
        (1..=8).any(|area| self.has(&format!("annex-iii-{area}"), &keys))
    }

    fn derogated(&self) -> bool {
        self.has("profiling", &["no"])
            && self.has("art-6-3-condition", &["a", "b", "c", "d"])
            && self.has("significant-risk", &["no"])
    }

    fn transparency(&self) -> bool {
        ["art-50-1", "art-50-2", "art-50-3", "art-50-4-text"].iter().any(|case| self.yes(case))
            || self.has("art-50-4-deepfake", &["yes", "artistic"])
    }

    fn model(&self) -> Option<&'static str> {
        let modified = self.has("gpai", &["modified"]) && self.has("gpai-modification", &["above-third"]);
        if !self.has("gpai", &["own"]) && !modified {
            return None;
        }
        let systemic = self.has("gpai-systemic", &["threshold", "designated"]);
        Some(if systemic { "out-gpai-systemic" } else { "out-gpai" })
    }

    /// The system has to meet the full duties: by Annex I Section A, by Annex III.
    fn high(&self) -> (bool, bool) {
        if !self.has("subject", &["ai-system"]) || self.prohibited() {
            return (false, false);
        }
        let (section_a, section_b) = self.annex_i();
        (section_a, (section_a || !section_b) && self.annex_iii() && !self.derogated())
    }

    fn provider_by_change(&self) -> bool {
        let (by_a, by_iii) = self.high();
        let changed = self.has("value-chain", &["own-name", "substantial-modification", "new-purpose"]);
        (by_a || by_iii) && changed && !self.has("roles", &["provider"])
    }

    /// An entry of Annex III other than critical infrastructure.
    fn except_infrastructure(&self) -> bool {
        let areas = [1, 3, 4, 5, 6, 7, 8];
        areas.iter().any(|area| self.has(&format!("annex-iii-{area}"), &["a", "b", "c", "d", "e"]))
    }

    fn deployer(&self) -> bool {
        self.has("roles", &["deployer"]) && !self.has("exclusions", &["personal-use"])
    }

    fn provider(&self) -> bool {
        let manufacturer = self.has("roles", &["product-manufacturer"]) && self.high().0;
        self.has("roles", &["provider"]) || self.provider_by_change() || manufacturer
    }

    fn impact_assessment(&self) -> bool {
        let public = self.has("context", &["public-body", "public-services"]) && self.except_infrastructure();
        self.high().1 && self.deployer() && (public || self.has("annex-iii-5", &["b", "c"]))
    }

    /// What waits: a part of a large-scale system, an older system under Annex I, one under Annex III.
    fn older(&self) -> (bool, bool, bool) {
        let (by_a, by_iii) = self.high();
        let before = |buckets: &[&str]| self.has("market-date", buckets);
        let two = ["before-2026-08-02", "before-2027-12-02"];
        let three = [two[0], two[1], "before-2028-08-02"];
        let part = self.has("context", &["annex-x"]);
        let unchanged = self.has("design-change", &["no"]) && !part;
        let large = part && (by_a || by_iii) && before(&two);
        (large, by_a && unchanged && before(&three), by_iii && unchanged && before(&two))
    }

    /// Days, with their limits, of a duty that follows both routes to high-risk.
    pub(super) fn days(&self) -> BTreeSet<(&'static str, Option<&'static str>)> {
        let (by_a, by_iii) = self.high();
        let (large, older_a, older_iii) = self.older();
        let authorities = self.has("context", &["public-body", "public-authority-user"]);
        let mut days = BTreeSet::new();
        for (high, older, day) in [(by_a, older_a, "2028-08-02"), (by_iii, older_iii, "2027-12-02")] {
            if high && !large {
                days.insert(match (older, authorities) {
                    (true, true) => ("2030-08-02", Some("public-authorities")),
                    (true, false) => (day, Some("after-design-change")),
                    (false, _) => (day, None),
                });
            }
        }
        if large {
            days.insert(("2030-12-31", Some("large-scale-systems")));
        }
        days
    }

    /// Whether each of some duties binds us, role by role and route by route.
    pub(super) fn duties(&self) -> Vec<(&'static str, bool)> {
        let (tier, outcomes) = self.result();
        let (by_a, by_iii) = self.high();
        let high = by_a || by_iii;
        let public = by_iii && self.except_infrastructure() && self.has("context", &["public-body"]);
        let decides = [("3", "abcd"), ("4", "ab"), ("5", "abcd"), ("6", "ade"), ("7", "bc")];
        let decides = decides.iter().any(|(area, points)| {
            points.chars().any(|point| self.has(&format!("annex-iii-{area}"), &[point.to_string().as_str()]))
        });
        let told = decides || self.has("context", &["decisions"]);
        let chain = self.has("roles", &["deployer", "importer", "distributor", "third-party"]);
        let (provider, deployer) = (self.provider(), self.deployer());
        let only_b = outcomes.contains("out-annex-i-section-b") && !by_a;
        let model = self.model().is_some();
        let system = !self.has("subject", &["gpai-model-only"]);
        let all = vec![
            ("art-4", system && (provider || deployer) && !only_b),
            ("art-9", high && provider),
            ("art-23", high && self.has("roles", &["importer"])),
            ("art-24", high && self.has("roles", &["distributor"])),
            (
                "art-25-1",
                high && chain && !self.has("roles", &["provider"]) && (deployer || !self.deployed()),
            ),
            ("art-25-4", high && (provider || self.has("roles", &["third-party"]))),
            ("art-26-1", high && deployer),
            ("art-26-8", public && deployer),
            ("art-26-11", by_iii && told && deployer),
            ("art-27", self.impact_assessment()),
            ("art-49-1", by_iii && provider),
            ("art-49-2", outcomes.contains("out-annex-iii-not-high-risk") && provider),
            ("art-49-3", public && deployer),
            ("art-50-1", outcomes.contains("out-transparency") && self.yes("art-50-1") && provider),
            ("art-50-3", outcomes.contains("out-transparency") && self.yes("art-50-3") && deployer),
            ("art-53-1-c", model),
            ("section-b-6-1", only_b && !self.only_represents()),
        ];
        let none = tier == Tier::OutOfScope || tier == Tier::Prohibited;
        let kept = |id: &str| tier == Tier::Prohibited && id == "art-4";
        all.into_iter().map(|(id, bound)| (id, bound && (!none || kept(id)))).collect()
    }

    fn deployed(&self) -> bool {
        self.has("roles", &["deployer"]) && !self.has("roles", &["importer", "distributor", "third-party"])
    }

    fn only_represents(&self) -> bool {
        let others = ["provider", "importer", "distributor", "product-manufacturer"];
        !self.has("roles", &others) && !self.deployer()
    }

    pub(super) fn result(&self) -> (Tier, BTreeSet<&'static str>) {
        if self.has("subject", &["neither"]) || !self.reached() || self.excluded() {
            return (Tier::OutOfScope, BTreeSet::from(["end-out-of-scope"]));
        }
        let mut outcomes: BTreeSet<&'static str> = self.model().into_iter().collect();
        if self.has("subject", &["gpai-model-only"]) {
            if outcomes.is_empty() {
                outcomes.insert("out-minimal");
            }
            return (Tier::Minimal, outcomes);
        }
        if self.prohibited() {
            return (Tier::Prohibited, BTreeSet::from(["end-prohibited"]));
        }
        let (section_a, section_b) = self.annex_i();
        if section_a {
            outcomes.insert("out-high-risk-annex-i");
        }
        if section_b {
            outcomes.insert("out-annex-i-section-b");
        }
        if !section_b || section_a {
            if self.annex_iii() {
                let listed =
                    if self.derogated() { "out-annex-iii-not-high-risk" } else { "out-high-risk-annex-iii" };
                outcomes.insert(listed);
            }
            if self.transparency() {
                outcomes.insert("out-transparency");
            }
        }
        let tier = self.tier(&outcomes);
        if outcomes.is_empty() {
            outcomes.insert(if tier == Tier::OutOfScope { "end-out-of-scope" } else { "out-minimal" });
        }
        let (large, older_a, older_iii) = self.older();
        let further = [
            (self.provider_by_change(), "out-provider-by-change"),
            (self.impact_assessment(), "out-fria"),
            (older_a || older_iii, "out-legacy"),
            (large, "out-legacy-large-scale"),
        ];
        outcomes.extend(further.iter().filter(|(holds, _)| *holds).map(|(_, id)| *id));
        (tier, outcomes)
    }

    fn tier(&self, outcomes: &BTreeSet<&str>) -> Tier {
        let high = ["out-high-risk-annex-i", "out-annex-i-section-b", "out-high-risk-annex-iii"];
        if high.iter().any(|id| outcomes.contains(id)) {
            Tier::High
        } else if outcomes.contains("out-transparency") {
            Tier::Limited
        } else if outcomes.is_empty()
            && self.has("exclusions", &["open-source"])
            && !self.has("gpai", &["represent"])
        {
            Tier::OutOfScope
        } else {
            Tier::Minimal
        }
    }
}
