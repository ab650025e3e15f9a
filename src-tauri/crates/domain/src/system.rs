//! The AI system: its fields, states and roles.
//!
//! The standard does not ask for an "AI inventory" by name; a register is how 4.1, 4.3, 6.1.4 and A.4.2 are met in
//! practice. The fields follow what an auditor asks for in the first five minutes.

use std::collections::BTreeMap;

use crate::field::{Choice, FieldKind, FieldMeta};
use crate::id::RecordId;
use crate::words;

words! {
    /// Where a system stands in its life cycle. Restriction is a flag with a reason, not a state.
    SystemStatus = "system-status" {
        /// An idea, nothing built.
        Idea = "idea",
        /// Being designed or developed.
        DesignAndDevelopment = "design-and-development",
        /// Being verified and validated.
        VerificationAndValidation = "verification-and-validation",
        /// Tried with real users or data in a limited way.
        Pilot = "pilot",
        /// In regular use.
        InUse = "in-use",
        /// Stopped for now.
        Suspended = "suspended",
        /// Taken out of use for good.
        Retired = "retired",
    }
}

words! {
    /// Whether a system is covered by the AI management system.
    SystemScope = "system-scope" {
        /// In AIMS scope.
        In = "in",
        /// Out of AIMS scope, with a reason.
        Out = "out",
        /// Nobody has decided yet.
        NotDecided = "not-decided",
    }
}

words! {
    /// Roles of the standard towards a system (ISO/IEC 22989 terms).
    IsoRole = "iso-role" {
        /// Designs, develops or produces it.
        Producer = "producer",
        /// Offers a product or service that uses it.
        Provider = "provider",
        /// Uses it.
        Customer = "customer",
        /// Supplies data, integration or evaluation.
        Partner = "partner",
    }
}

words! {
    /// Roles of the EU AI Act, Art. 3(3)-(8), (63), (68) and Art. 25.
    ActRole = "act-role" {
        /// Art. 3(3).
        Provider = "provider",
        /// Art. 3(4).
        Deployer = "deployer",
        /// Art. 3(6).
        Importer = "importer",
        /// Art. 3(7).
        Distributor = "distributor",
        /// Art. 3(5).
        AuthorisedRepresentative = "authorised-representative",
        /// Art. 25(3).
        ProductManufacturer = "product-manufacturer",
        /// Art. 3(63), 53.
        GpaiProvider = "gpai-provider",
        /// Art. 3(68).
        DownstreamProvider = "downstream-provider",
    }
}

words! {
    /// Where a system comes from.
    Origin = "system-origin" {
        /// Built in-house.
        Own = "own",
        /// Bought as a product or service.
        Bought = "bought",
        /// Part of other software.
        Embedded = "embedded",
        /// Built on an open model.
        OpenModel = "open-model",
        /// Developed for us under contract, or partly both.
        Mixed = "mixed",
    }
}

words! {
    /// How far the system acts by itself.
    Autonomy = "autonomy" {
        /// Gives information; a person decides and acts.
        Informs = "informs",
        /// Recommends; a person confirms each case.
        Recommends = "recommends",
        /// Acts; a person can step in.
        ActsSupervised = "acts-supervised",
        /// Acts without a person watching.
        ActsAlone = "acts-alone",
    }
}

words! {
    /// Yes, no, or not known.
    Known = "known" {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not known yet.
        Unknown = "unknown",
    }
}

macro_rules! choice {
    ($name:ident, $list:literal, $($word:literal),+) => {
        const $name: Choice = Choice { list: $list, words: &[$($word),+] };
    };
}

choice!(
    STATUS,
    "system-status",
    "idea",
    "design-and-development",
    "verification-and-validation",
    "pilot",
    "in-use",
    "suspended",
    "retired"
);
choice!(SCOPE, "system-scope", "in", "out", "not-decided");
choice!(ISO_ROLES, "iso-role", "producer", "provider", "customer", "partner");
choice!(
    ACT_ROLES,
    "act-role",
    "provider",
    "deployer",
    "importer",
    "distributor",
    "authorised-representative",
    "product-manufacturer",
    "gpai-provider",
    "downstream-provider"
);
choice!(ORIGIN, "system-origin", "own", "bought", "embedded", "open-model", "mixed");
choice!(AUTONOMY, "autonomy", "informs", "recommends", "acts-supervised", "acts-alone");
choice!(KNOWN, "known", "yes", "no", "unknown");

const fn text(key: &'static str, section: &'static str) -> FieldMeta {
    FieldMeta { key, section, kind: FieldKind::Text, limit: 400, required: false }
}

const fn long(key: &'static str, section: &'static str) -> FieldMeta {
    FieldMeta { key, section, kind: FieldKind::LongText, limit: 40_000, required: false }
}

const fn one(key: &'static str, section: &'static str, choice: Choice) -> FieldMeta {
    FieldMeta { key, section, kind: FieldKind::Choice(choice), limit: 0, required: false }
}

const fn many(key: &'static str, section: &'static str, choice: Choice) -> FieldMeta {
    FieldMeta { key, section, kind: FieldKind::Choices(choice), limit: 0, required: false }
}

const fn date(key: &'static str, section: &'static str) -> FieldMeta {
    FieldMeta { key, section, kind: FieldKind::Date, limit: 0, required: false }
}

/// Every field of an AI system, in the order of the form and of the Excel register.
///
/// `name`, `owner` and `review_due` live on the record; all others are columns of `ai_system` with the field's key.
pub const FIELDS: &[FieldMeta] = &[
    FieldMeta { key: "name", section: "identity", kind: FieldKind::Text, limit: 400, required: true },
    text("version", "identity"),
    FieldMeta { key: "owner", section: "identity", kind: FieldKind::Member, limit: 0, required: false },
    text("technical_owner", "identity"),
    text("department", "identity"),
    one("status", "identity", STATUS),
    date("in_use_since", "identity"),
    date("review_due", "identity"),
    one("scope", "identity", SCOPE),
    long("scope_reason", "identity"),
    long("purpose", "purpose"),
    long("objectives", "purpose"),
    long("benefits", "purpose"),
    long("outputs", "purpose"),
    long("effects", "purpose"),
    long("foreseeable_misuse", "purpose"),
    text("users", "purpose"),
    long("affected_people", "purpose"),
    long("decisions_influenced", "purpose"),
    one("autonomy", "purpose", AUTONOMY),
    text("volume", "purpose"),
    one("origin", "build", ORIGIN),
    text("supplier", "build"),
    text("model", "build"),
    text("model_version", "build"),
    long("components", "build"),
    text("algorithm", "build"),
    text("platform", "build"),
    long("training_data", "build"),
    long("data_sources", "build"),
    one("personal_data", "build", KNOWN),
    one("special_categories", "build", KNOWN),
    text("hosting", "build"),
    long("interfaces", "build"),
    many("iso_roles", "roles", ISO_ROLES),
    many("act_roles", "roles", ACT_ROLES),
    one("output_used_in_eu", "roles", KNOWN),
    long("oversight", "control"),
    long("monitoring", "control"),
    long("logs_and_retention", "control"),
    text("incident_contact", "control"),
    one("restricted", "control", KNOWN),
    long("restriction_reason", "control"),
    text("registration_number", "control"),
    text("impact_assessment", "control"),
    date("impact_assessment_on", "control"),
    long("documents", "control"),
    long("contracts", "control"),
    long("soa_specials", "control"),
    long("other_law", "control"),
    long("notes", "control"),
];

/// Fields on which a legal classification rests: purpose, model and data, market and people, and whether it is in use.
/// When one of them changes, a decision has to be looked at again; [`moves_decision`] tells which changes count.
pub const DECIDING: &[&str] = &[
    "version",
    "purpose",
    "outputs",
    "users",
    "affected_people",
    "decisions_influenced",
    "autonomy",
    "origin",
    "supplier",
    "model",
    "model_version",
    "personal_data",
    "special_categories",
    "act_roles",
    "output_used_in_eu",
    "algorithm",
    "components",
    "training_data",
    "data_sources",
    "status",
    "in_use_since",
];

/// Those of [`DECIDING`] that decisions signed by earlier versions of the program did not keep. Where such a decision
/// says nothing of one, nobody knows what it was, and it counts as unchanged. Later decisions keep every field, also an
/// empty one.
pub const DECIDING_LATER: &[&str] =
    &["algorithm", "components", "training_data", "data_sources", "status", "in_use_since"];

/// How near a system is to the people it affects. Only a move nearer can end what a decision rests on: the exclusion of
/// what is not on the market yet (Art. 2(8)) ends with real-world testing and with use. Back to the drawing board, or
/// out of use, leaves the decision on the strict side.
const fn nearness(status: SystemStatus) -> u8 {
    match status {
        SystemStatus::Idea
        | SystemStatus::DesignAndDevelopment
        | SystemStatus::VerificationAndValidation
        | SystemStatus::Retired => 0,
        SystemStatus::Pilot => 1,
        SystemStatus::InUse | SystemStatus::Suspended => 2,
    }
}

/// Whether a change of one of the [`DECIDING`] fields is a reason to look at a decision again. An empty text is no
/// value. Every change is, except one of the status that brings the system no nearer to people (see `nearness`).
#[must_use]
pub fn moves_decision(field: &str, then: &str, now: &str) -> bool {
    let (then, now) = (then.trim(), now.trim());
    if field != "status" || then == now {
        return then != now;
    }
    let nearness = |status: &str| status.parse().map_or(0, nearness);
    nearness(now) > nearness(then)
}

/// Statements that need a reason: a field, the word of it that does, and the field of the reason.
pub const REASONED: &[(&str, &str, &str)] =
    &[("scope", "out", "scope_reason"), ("restricted", "yes", "restriction_reason")];

/// Fields of reasons that are missing, given the values of a system.
pub fn unreasoned<'a>(value: impl Fn(&str) -> Option<&'a str>) -> impl Iterator<Item = &'static str> {
    let given = |key: &str| value(key).is_some_and(|text| !text.trim().is_empty());
    let missing: Vec<&'static str> = REASONED
        .iter()
        .filter(|(field, word, reason)| value(field) == Some(*word) && !given(reason))
        .map(|(_, _, reason)| *reason)
        .collect();
    missing.into_iter()
}

/// Whether a system would become a part of itself if it were made a part of `parent`, given what each is a part of now.
#[must_use]
pub fn part_of_itself(system: RecordId, parent: RecordId, parents: &BTreeMap<RecordId, RecordId>) -> bool {
    let mut at = Some(parent);
    // Longer than there are systems: a circle that was there before.
    for _ in 0..parents.len() + 2 {
        match at {
            Some(above) if above == system => return true,
            Some(above) => at = parents.get(&above).copied(),
            None => return false,
        }
    }
    true
}

/// Whether a system is a part of itself over what each is a part of. Below a circle, but not in it, it is not. Systems are
/// known by whatever tells them apart: ids, or rows of a file that is still to be imported.
#[must_use]
pub fn in_circle<Id: Ord + Copy>(system: Id, parents: &BTreeMap<Id, Id>) -> bool {
    let mut at = parents.get(&system).copied();
    for _ in 0..parents.len() {
        match at {
            Some(above) if above == system => return true,
            Some(above) => at = parents.get(&above).copied(),
            None => return false,
        }
    }
    false
}

/// The field with this key.
#[must_use]
pub fn field(key: &str) -> Option<&'static FieldMeta> {
    FIELDS.iter().find(|field| field.key == key)
}

/// Keys of [`FIELDS`] that live on the anchor record rather than in the detail table.
pub const ANCHOR_FIELDS: &[&str] = &["name", "owner", "review_due"];

/// Keys of the columns of the detail table, in order.
pub fn columns() -> impl Iterator<Item = &'static FieldMeta> {
    FIELDS.iter().filter(|field| !ANCHOR_FIELDS.contains(&field.key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deciding_fields_are_columns() {
        for key in DECIDING {
            assert!(columns().any(|field| field.key == *key), "{key}");
        }
    }

    #[test]
    fn going_nearer_to_people_moves_a_decision_and_other_moves_do_not() {
        let moves = |then: &str, now: &str| moves_decision("status", then, now);
        assert!(moves("design-and-development", "in-use") && moves("pilot", "in-use"));
        assert!(moves("idea", "pilot") && moves("retired", "in-use") && moves("", "in-use"));
        for (then, now) in [
            ("idea", "verification-and-validation"),
            ("", "idea"),
            ("in-use", "suspended"),
            ("suspended", "in-use"),
            ("in-use", "retired"),
            ("in-use", "design-and-development"),
            ("idea", "retired"),
        ] {
            assert!(!moves(then, now), "{then} to {now}");
        }
        assert!(moves_decision("in_use_since", "", "2026-01-01") && moves_decision("model", "a", ""));
        assert!(!moves_decision("model", "", " "));
    }

    #[test]
    fn fields_kept_later_are_deciding_ones() {
        assert!(DECIDING_LATER.iter().all(|key| DECIDING.contains(key)));
    }

    #[test]
    fn choices_of_the_fields_are_the_words_of_the_lists() {
        let words = |list: Choice| list.words.to_vec();
        assert_eq!(words(STATUS), SystemStatus::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>());
        assert_eq!(words(SCOPE), SystemScope::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>());
        assert_eq!(words(ISO_ROLES), IsoRole::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>());
        assert_eq!(words(ACT_ROLES), ActRole::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>());
        assert_eq!(words(ORIGIN), Origin::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>());
        assert_eq!(words(AUTONOMY), Autonomy::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>());
        assert_eq!(words(KNOWN), Known::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>());
    }

    #[test]
    fn out_of_scope_and_restricted_want_a_reason() {
        let missing = |values: &[(&str, &'static str)]| {
            let find = |key: &str| values.iter().find(|(known, _)| *known == key).map(|(_, value)| *value);
            unreasoned(find).collect::<Vec<_>>()
        };
        assert!(missing(&[("scope", "in"), ("restricted", "no")]).is_empty());
        assert_eq!(missing(&[("scope", "out"), ("scope_reason", "  ")]), ["scope_reason"]);
        assert_eq!(
            missing(&[("scope", "out"), ("scope_reason", "Sold"), ("restricted", "yes")]),
            ["restriction_reason"]
        );
    }

    #[test]
    fn nothing_is_a_part_of_itself() {
        let id = |n: u128| RecordId(uuid::Uuid::from_u128(n));
        let parents = BTreeMap::from([(id(2), id(1)), (id(3), id(2)), (id(8), id(9)), (id(9), id(8))]);
        assert!(part_of_itself(id(1), id(1), &parents));
        assert!(part_of_itself(id(1), id(3), &parents));
        assert!(!part_of_itself(id(4), id(3), &parents));
        assert!(!part_of_itself(id(3), id(1), &parents));
        assert!(part_of_itself(id(4), id(8), &parents), "an old circle ends");
        let chain = BTreeMap::from([(id(2), id(1))]);
        assert!(!part_of_itself(id(3), id(2), &chain), "a whole chain is no circle");
        let circle = BTreeMap::from([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e")]);
        let within = |name| in_circle(name, &circle);
        assert!(within("a") && within("c") && within("e"));
        assert!(!within("d"), "below a circle");
        assert!(!within("x"));
    }

    #[test]
    fn keys_are_unique_and_column_names() {
        let mut keys: Vec<_> = FIELDS.iter().map(|field| field.key).collect();
        assert!(keys.iter().all(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), FIELDS.len());
        assert_eq!(columns().count() + ANCHOR_FIELDS.len(), FIELDS.len());
    }
}
