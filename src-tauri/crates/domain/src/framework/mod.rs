//! Frameworks: standards, laws and guides as packs of structure and texts, merged and looked up.
//!
//! A pack is one language-free file and one overlay of texts per language, versioned together. English is
//! complete by rule; another language may lag behind, then English stands in and the gaps are listed.

mod check;
pub mod file;
mod merge;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

pub(crate) use check::require;
pub use check::{PackError, PackProblem};

use crate::requirement::{Basis, natural};
use crate::time::Date;
use crate::words;

words! {
    /// What a framework calls one of its entries.
    RequirementKind = "requirement-kind" {
        /// A clause or sub-clause of a standard.
        Clause = "clause",
        /// A control of an annex.
        Control = "control",
        /// A heading that only holds others.
        Group = "group",
        /// An area of controls.
        Area = "area",
        /// A function of a NIST framework.
        Function = "function",
        /// A category of a NIST framework.
        Category = "category",
        /// A subcategory of a NIST framework.
        Subcategory = "subcategory",
        /// A chapter of a law.
        Chapter = "chapter",
        /// A section of a chapter.
        Section = "section",
        /// An article of a law.
        Article = "article",
        /// An annex of a law or standard.
        Annex = "annex",
    }
}

words! {
    /// Whether a requirement asks for something written.
    Documentation = "documentation" {
        /// The text itself asks for a document or record.
        Explicit = "explicit",
        /// The text does not say so, yet auditors expect it.
        Implied = "implied",
    }
}

words! {
    /// A required piece whose absence is forecast to block certification.
    Missing = "missing-piece" {
        /// Documented information that the text asks for.
        Document = "document",
        /// The scope.
        Scope = "scope",
        /// The policy.
        Policy = "policy",
        /// The risk assessment.
        RiskAssessment = "risk-assessment",
        /// The risk treatment.
        Treatment = "treatment",
        /// The approval of the residual risks.
        ResidualRisk = "residual-risk",
        /// The Statement of Applicability.
        StatementOfApplicability = "statement-of-applicability",
        /// The impact assessment.
        ImpactAssessment = "impact-assessment",
        /// The internal audit.
        InternalAudit = "internal-audit",
        /// The management review.
        ManagementReview = "management-review",
    }
}

impl Missing {
    /// Whether an auditor of stage 1 asks to see it as a document.
    #[must_use]
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Document | Self::Policy | Self::StatementOfApplicability)
    }

    /// Whether it has to be planned, though not yet carried out, at stage 1.
    #[must_use]
    pub const fn is_planned(self) -> bool {
        matches!(self, Self::InternalAudit | Self::ManagementReview)
    }
}

/// A framework with the texts of one language, checked; entries stand in the framework's own order.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Id, for example `iso42001`.
    pub id: String,
    /// Version of the pack.
    pub version: String,
    /// State of the pack.
    pub date: Date,
    /// Title of the standard, framework or law.
    pub title: String,
    /// Short citations of what the pack was made from.
    pub sources: Vec<String>,
    /// Language of the texts.
    pub language: String,
    /// Words for the owner roles by key.
    pub owner_roles: BTreeMap<String, String>,
    /// Texts that the language lacks and English stands in for, as `6.1.2/must/a` or `owner_roles/legal-counsel`.
    pub untranslated: Vec<String>,
    requirements: Vec<Requirement>,
    by_id: HashMap<String, usize>,
}

/// One entry of a framework with its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The framework's own id, for example `6.1.2`, `A.6.2.4`, `GOVERN 1.1` or `Art. 9`.
    pub id: String,
    /// Official title, or a short label where the framework gives none.
    pub title: String,
    /// The entry above, none at the top.
    pub parent: Option<String>,
    /// What the framework calls it.
    pub kind: RequirementKind,
    /// Whether an assessment has a line for it.
    pub assessable: bool,
    /// Whether it asks for documented information.
    pub documentation: Option<Documentation>,
    /// Which document or record is meant; empty when none.
    pub documented_information: String,
    /// A gap here is forecast to block certification.
    pub blocks_if_missing: bool,
    /// Key of the role that usually owns it.
    pub owner_role: Option<String>,
    /// What it is about; empty for a heading that says all in its title.
    pub summary: String,
    /// Its separate demands.
    pub must: Vec<MustItem>,
    /// What convinces an auditor.
    pub evidence: Vec<String>,
    /// Ids of other entries of the same framework that belong to the subject.
    pub related: Vec<String>,
}

/// One demand, phrased so that Yes, In part or No answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MustItem {
    /// Key within its requirement.
    pub key: String,
    /// On what it rests.
    pub basis: Basis,
    /// Where that is written.
    pub reference: String,
    /// What is missing altogether when the answer is No, where that is forecast to block certification.
    pub blocks: Option<Missing>,
    /// The demand in words.
    pub text: String,
}

impl Framework {
    /// Reads a pack from its structure and its English texts.
    ///
    /// # Errors
    /// [`PackError`] names every problem found: broken JSON, unknown or missing keys, missing texts, doubled
    /// ids, parents, references or related entries that do not exist.
    pub fn parse(structure: &str, english: &str) -> Result<Self, PackError> {
        let file = merge::read_structure(structure)?;
        let overlay = merge::read_overlay(&file.id, english)?;
        merge::merge(&file, &overlay, None)
    }

    /// Reads a pack in another language; what `overlay` lacks stays English and is listed in `untranslated`.
    ///
    /// # Errors
    /// As [`Framework::parse`]; a text that is missing only in `overlay` is no error.
    pub fn parse_translated(structure: &str, english: &str, overlay: &str) -> Result<Self, PackError> {
        let file = merge::read_structure(structure)?;
        let base = merge::read_overlay(&file.id, english)?;
        let translation = merge::read_overlay(&file.id, overlay)?;
        merge::merge(&file, &base, Some(&translation))
    }

    /// All entries in the framework's own order.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// Entries that an assessment has a line for.
    pub fn assessable(&self) -> impl Iterator<Item = &Requirement> {
        self.requirements.iter().filter(|entry| entry.assessable)
    }

    /// Entries of one kind, for example the controls.
    pub fn of_kind(&self, kind: RequirementKind) -> impl Iterator<Item = &Requirement> {
        self.requirements.iter().filter(move |entry| entry.kind == kind)
    }

    /// Entries directly below `parent`; the top entries for `None`.
    pub fn children<'a>(&'a self, parent: Option<&'a str>) -> impl Iterator<Item = &'a Requirement> {
        self.requirements.iter().filter(move |entry| entry.parent.as_deref() == parent)
    }

    /// The entries above `id`, from the top down; empty for an unknown id.
    #[must_use]
    pub fn ancestors(&self, id: &str) -> Vec<&Requirement> {
        let mut path = Vec::new();
        let mut next = self.get(id).and_then(|entry| entry.parent.as_deref());
        while let Some(entry) = next.and_then(|parent| self.get(parent)) {
            path.push(entry);
            next = entry.parent.as_deref();
        }
        path.reverse();
        path
    }

    /// The entry with this id, in any case and spacing; `6.1.2 (a)`, `6.1.2 a)` and `Art. 26(5)` find the
    /// entry that holds the point. `4.10` never finds `4.1`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Requirement> {
        self.position(id).and_then(|index| self.requirements.get(index))
    }

    /// Place of an entry in the framework's own order.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        find(&self.by_id, id)
    }

    /// Order of two ids as the framework prints them; ids it does not have come last, in natural order.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        match (self.position(a), self.position(b)) {
            (Some(x), Some(y)) => x.cmp(&y).then_with(|| natural(a, b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => natural(a, b),
        }
    }

    /// Words for an owner role, or its key when the pack has none.
    #[must_use]
    pub fn owner_role_label<'a>(&'a self, key: &'a str) -> &'a str {
        self.owner_roles.get(key).map_or(key, String::as_str)
    }
}

impl Requirement {
    /// The demand with this key.
    #[must_use]
    pub fn must_item(&self, key: &str) -> Option<&MustItem> {
        self.must.iter().find(|item| item.key == key)
    }
}

/// The form in which ids are compared: lower case, single spaces.
pub(crate) fn folded(id: &str) -> String {
    id.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The place of `id` in an index of folded ids, dropping trailing points until one fits.
fn find(index: &HashMap<String, usize>, id: &str) -> Option<usize> {
    let folded = folded(id);
    let mut rest = folded.as_str();
    loop {
        if let Some(place) = index.get(rest) {
            return Some(*place);
        }
        rest = without_point(rest)?;
    }
}

/// `6.1.2 (a)`, `6.1.2(1)` or `6.1.2 a)` without its last point; `None` when it ends in none.
fn without_point(id: &str) -> Option<&str> {
    let inner = id.strip_suffix(')')?;
    let is_point = |text: &str| !text.is_empty() && text.chars().all(char::is_alphanumeric);
    let (head, point) = match inner.rfind('(') {
        Some(open) => (inner.get(..open)?, inner.get(open + 1..)?),
        None => inner.rsplit_once(' ')?,
    };
    let head = head.trim_end();
    (is_point(point) && !head.is_empty()).then_some(head)
}
