//! Whether two entries are probably one system: by name, product, vendor, model and department, with the reasons.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::words;

words! {
    /// What two entries have in common, or what speaks against it.
    LikeReason = "like-reason" {
        /// The same vendor.
        SameVendor = "same-vendor",
        /// The same name.
        SameName = "same-name",
        /// Nearly the same name.
        NearName = "near-name",
        /// One name is a part of the other.
        PartOfName = "part-of-name",
        /// The same product.
        SameProduct = "same-product",
        /// The same model.
        SameModel = "same-model",
        /// The same department.
        SameDepartment = "same-department",
        /// Another department, which speaks against it.
        OtherDepartment = "other-department",
        /// Much the same words in name and purpose.
        AlikePurpose = "alike-purpose",
    }
}

words! {
    /// How much speaks for two entries being one.
    LikeStrength = "like-strength" {
        /// Somebody should look before accepting.
        Likely = "likely",
        /// Worth knowing.
        Possible = "possible",
    }
}

/// How alike two names must be, from 0 to 1.
const NEAR: f64 = 0.88;
/// Shorter names are only the same when they are equal: one letter makes another name of them.
const SHORTEST: usize = 6;
/// Letters a word must have to tell something apart.
const TELLING: usize = 4;
/// Most entries that share a word and are looked at.
const CROWD: usize = 40;
/// Legal forms say nothing about who a vendor is.
const LEGAL_FORMS: [&str; 16] = [
    "inc",
    "incorporated",
    "llc",
    "ltd",
    "limited",
    "gmbh",
    "ag",
    "sa",
    "srl",
    "bv",
    "ab",
    "plc",
    "corp",
    "corporation",
    "co",
    "se",
];

/// What is compared, as people wrote it; empty where nothing is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traits<'a> {
    /// Name.
    pub name: &'a str,
    /// Who makes it.
    pub vendor: &'a str,
    /// The product.
    pub product: &'a str,
    /// The model.
    pub model: &'a str,
    /// Who uses it.
    pub department: &'a str,
}

/// Traits made ready for comparing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    name: Term,
    vendor: BTreeSet<String>,
    product: Term,
    model: BTreeSet<String>,
    department: BTreeSet<String>,
}

/// A text as words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    text: String,
    words: BTreeSet<String>,
}

/// What two entries have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Likeness {
    /// How much speaks for it.
    pub strength: LikeStrength,
    /// Why.
    pub reasons: Vec<LikeReason>,
    /// For ordering; higher is more alike.
    #[serde(skip)]
    #[ts(skip)]
    pub weight: u32,
}

/// The words of a text in lower case; everything that is no letter or digit separates.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

impl Term {
    fn of(text: &str) -> Self {
        let words: Vec<String> = words_of(text).collect();
        Self { text: words.join(" "), words: words.into_iter().collect() }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn same(&self, other: &Self) -> bool {
        !self.is_empty() && self.words == other.words
    }

    fn numbers(&self) -> impl Iterator<Item = &String> {
        self.words.iter().filter(|word| word.chars().any(|c| c.is_ascii_digit()))
    }

    /// Nearly the same letters, and the same numbers: “phase 1” is not “phase 2”.
    fn near(&self, other: &Self) -> bool {
        let (one, two) = (self.text.chars().count(), other.text.chars().count());
        let shorter = one.min(two);
        // The distance is at least the difference in length: nothing to calculate then.
        let reachable = shorter.saturating_mul(100) >= one.max(two).saturating_mul(88);
        shorter >= SHORTEST
            && reachable
            && self.numbers().eq(other.numbers())
            && strsim::normalized_damerau_levenshtein(&self.text, &other.text) >= NEAR
    }

    fn part(&self, other: &Self) -> bool {
        let (small, large) =
            if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        small.words.is_subset(&large.words) && small.words.iter().any(|word| telling(word))
    }
}

/// The share of telling words two texts have in common, from 0 to 1.
#[must_use]
pub fn common_words(one: &str, other: &str) -> f64 {
    let telling_words =
        |text: &str| -> BTreeSet<String> { words_of(text).filter(|word| telling(word)).collect() };
    let (one, other) = (telling_words(one), telling_words(other));
    let all = one.union(&other).count();
    if all == 0 { 0.0 } else { one.intersection(&other).count() as f64 / all as f64 }
}

fn telling(word: &str) -> bool {
    word.chars().count() >= TELLING
}

/// Both say something, and not the same.
fn apart(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_empty() && !other.is_empty() && !one.is_subset(other) && !other.is_subset(one)
}

fn same(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_empty() && !other.is_empty() && (one.is_subset(other) || other.is_subset(one))
}

impl Face {
    /// Makes traits ready for comparing.
    #[must_use]
    pub fn of(traits: &Traits<'_>) -> Self {
        let vendor = words_of(traits.vendor).filter(|word| !LEGAL_FORMS.contains(&word.as_str()));
        Self {
            name: Term::of(traits.name),
            vendor: vendor.collect(),
            product: Term::of(traits.product),
            model: words_of(traits.model).collect(),
            department: words_of(traits.department).collect(),
        }
    }

    fn same_product(&self, other: &Self) -> bool {
        self.product.same(&other.product) || self.product.same(&other.name) || other.product.same(&self.name)
    }

    /// What the name says: the reason and its weight.
    fn name_reason(&self, other: &Self) -> Option<(LikeReason, u32)> {
        if self.name.same(&other.name) {
            Some((LikeReason::SameName, 60))
        } else if self.name.near(&other.name) {
            Some((LikeReason::NearName, 50))
        } else if self.name.part(&other.name) {
            Some((LikeReason::PartOfName, 25))
        } else {
            None
        }
    }

    /// What the two have in common, when it is enough to say so.
    #[must_use]
    pub fn like(&self, other: &Self) -> Option<Likeness> {
        if apart(&self.vendor, &other.vendor) {
            return None;
        }
        let name = self.name_reason(other);
        let product = self.same_product(other);
        let vendor = same(&self.vendor, &other.vendor);
        let model = !self.model.is_empty() && self.model == other.model;
        let strong = match name {
            Some((LikeReason::SameName | LikeReason::NearName, _)) => true,
            Some(_) => vendor || product,
            None => product || (vendor && model),
        };
        if !strong && name.is_none() && !model {
            return None;
        }
        let far = apart(&self.department, &other.department);
        let near = same(&self.department, &other.department);
        let found = [
            (vendor, LikeReason::SameVendor, 20),
            (
                name.is_some(),
                name.map_or(LikeReason::SameName, |(reason, _)| reason),
                name.map_or(0, |n| n.1),
            ),
            (
                product && name.is_none_or(|(reason, _)| reason != LikeReason::SameName),
                LikeReason::SameProduct,
                40,
            ),
            (model, LikeReason::SameModel, 20),
            (near, LikeReason::SameDepartment, 10),
            (far, LikeReason::OtherDepartment, 0),
        ];
        let there = || found.iter().filter(|(there, ..)| *there);
        Some(Likeness {
            strength: if strong && !far { LikeStrength::Likely } else { LikeStrength::Possible },
            reasons: there().map(|(_, reason, _)| *reason).collect(),
            weight: there().map(|(.., weight)| weight).sum(),
        })
    }

    fn keys(&self) -> impl Iterator<Item = String> {
        let exact = |term: &Term| {
            (!term.is_empty()).then(|| term.words.iter().cloned().collect::<Vec<_>>().join(" "))
        };
        let department = self.department.iter().cloned().collect::<Vec<_>>().join(" ");
        let keys: BTreeSet<String> = [&self.name, &self.product].into_iter().filter_map(exact).collect();
        keys.into_iter().map(move |key| format!("{key}\n{department}"))
    }

    fn index_words(&self) -> BTreeSet<&String> {
        self.name.words.iter().chain(&self.product.words).chain(&self.model).collect()
    }
}

/// Entries by their words, so that each is compared with few others only.
#[derive(Debug, Default)]
pub struct Crowd {
    faces: Vec<Face>,
    by_word: HashMap<String, Vec<usize>>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Crowd {
    /// Adds an entry and gives its number, counted from 0.
    pub fn add(&mut self, face: Face) -> usize {
        let at = self.faces.len();
        for word in face.index_words() {
            self.by_word.entry(word.clone()).or_default().push(at);
        }
        for key in face.keys() {
            self.by_key.entry(key).or_default().push(at);
        }
        self.faces.push(face);
        at
    }

    /// Entries that are probably the same as the one with this number, the most alike first.
    #[must_use]
    pub fn like(&self, at: usize) -> Vec<(usize, Likeness)> {
        let Some(face) = self.faces.get(at) else { return Vec::new() };
        let mut lists: Vec<&Vec<usize>> =
            face.index_words().into_iter().filter_map(|word| self.by_word.get(word)).collect();
        // The rarest words tell most; common ones are looked at only as far as it costs nothing.
        lists.sort_by_key(|list| list.len());
        let by_word = lists.iter().take(3).flat_map(|list| list.iter().take(CROWD));
        let keys: Vec<String> = face.keys().collect();
        let by_key =
            keys.iter().filter_map(|key| self.by_key.get(key)).flat_map(|list| list.iter().take(CROWD));
        let near: BTreeSet<usize> = by_word.chain(by_key).copied().filter(|other| *other != at).collect();
        let mut found: Vec<(usize, Likeness)> =
            near.into_iter().filter_map(|other| Some((other, face.like(self.faces.get(other)?)?))).collect();
        found.sort_by_key(|(other, like)| (like.strength, std::cmp::Reverse(like.weight), *other));
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn like(one: Traits<'_>, other: Traits<'_>) -> Option<(LikeStrength, Vec<LikeReason>)> {
        Face::of(&one).like(&Face::of(&other)).map(|like| (like.strength, like.reasons))
    }

    fn named<'a>(name: &'a str, vendor: &'a str) -> Traits<'a> {
        Traits { name, vendor, ..Traits::default() }
    }

    #[test]
    fn the_same_vendor_and_nearly_the_same_name_is_likely_one_system() {
        let found = like(named("Invoice Reader", "Acme Inc."), named("Invoice Readr", "ACME"));
        assert_eq!(found, Some((LikeStrength::Likely, vec![LikeReason::SameVendor, LikeReason::NearName])));
        let other_vendor = like(named("Invoice Reader", "Acme"), named("Invoice Reader", "Globex"));
        assert_eq!(other_vendor, None, "two vendors make two systems");
    }

    #[test]
    fn common_words_are_a_share_of_all_telling_words() {
        let share = common_words("Sorts incoming support tickets", "sorts support tickets by urgency");
        assert!((share - 0.6).abs() < 1e-9, "{share}");
        assert!(common_words("", "").abs() < 1e-9);
    }

    #[test]
    fn numbers_in_names_tell_apart() {
        assert_eq!(like(named("Forecast phase 1", ""), named("Forecast phase 2", "")), None);
        assert!(like(named("Forecast phase 1", ""), named("phase 1 – forecast", "")).is_some());
        assert_eq!(like(named("HR", ""), named("QA", "")), None, "short names must be equal");
    }

    #[test]
    fn a_part_of_a_name_counts_for_more_with_the_same_vendor() {
        let found =
            like(named("Copilot", "Microsoft"), named("Microsoft 365 Copilot", "Microsoft Ireland Ltd"));
        assert_eq!(found, Some((LikeStrength::Likely, vec![LikeReason::SameVendor, LikeReason::PartOfName])));
        let found = like(named("Copilot", ""), named("Microsoft 365 Copilot", "Microsoft"));
        assert_eq!(found, Some((LikeStrength::Possible, vec![LikeReason::PartOfName])));
    }

    #[test]
    fn a_product_in_another_department_is_only_possibly_the_same() {
        let sales =
            Traits { name: "Letter drafts", product: "ChatGPT", department: "Sales", ..Traits::default() };
        let legal = Traits { name: "ChatGPT", department: "Legal", ..Traits::default() };
        let reasons = vec![LikeReason::SameProduct, LikeReason::OtherDepartment];
        assert_eq!(like(sales, legal), Some((LikeStrength::Possible, reasons)));
        let same = Traits { department: "sales", ..legal };
        let reasons = vec![LikeReason::SameProduct, LikeReason::SameDepartment];
        assert_eq!(like(sales, same), Some((LikeStrength::Likely, reasons)));
    }

    #[test]
    fn the_same_model_of_the_same_vendor_is_likely_one_system() {
        let one = Traits { name: "Chat", vendor: "Acme", model: "A-7", ..Traits::default() };
        let other = Traits { name: "Answers", vendor: "Acme", model: "a 7", ..Traits::default() };
        assert_eq!(like(one, other).map(|found| found.0), Some(LikeStrength::Likely));
        let unknown = Traits { vendor: "", ..other };
        assert_eq!(like(one, unknown), Some((LikeStrength::Possible, vec![LikeReason::SameModel])));
    }

    #[test]
    fn among_many_the_same_entry_is_found_although_its_words_are_common() {
        let mut crowd = Crowd::default();
        let departments: Vec<String> = (0..500).map(|n| format!("Office {n}")).collect();
        for department in &departments {
            crowd.add(Face::of(&Traits { name: "Microsoft Copilot", department, ..Traits::default() }));
        }
        let at = crowd.add(Face::of(&Traits {
            name: "copilot microsoft",
            department: "Office 499",
            ..Traits::default()
        }));
        let found = crowd.like(at);
        assert_eq!(
            found.first().map(|(other, like)| (*other, like.strength)),
            Some((499, LikeStrength::Likely))
        );
    }

    proptest! {
        #[test]
        fn likeness_holds_both_ways(one in "[a-cA-C0-2 ]{0,14}", other in "[a-cA-C0-2 ]{0,14}", vendor in "[ab]{0,2}", model in "[ab]{0,1}") {
            let (one, other) = (
                Traits { name: &one, vendor: &vendor, ..Traits::default() },
                Traits { name: &other, model: &model, product: &one, ..Traits::default() },
            );
            prop_assert_eq!(like(one, other), like(other, one));
        }
    }
}
