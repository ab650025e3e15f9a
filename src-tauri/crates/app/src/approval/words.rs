//! What a request changes and what to look at, in words.

use cairn_domain::document::Change;
use cairn_domain::state::DocumentKind;
use cairn_words::Words;

use super::{ChangeView, CheckItem};
use crate::usecase::Reading;

/// Things to look at before approving; each kind has its own, the messages are `approval-check-<kind>-<key>`.
const CHECKS: &[(DocumentKind, &[&str])] = &[
    (DocumentKind::Scope, &["boundaries", "parties", "explain"]),
    (DocumentKind::Soa, &["changes", "exclusions", "evidence", "explain"]),
    (DocumentKind::Gap, &["changes", "blockers", "explain"]),
    (DocumentKind::Register, &["changes", "complete", "explain"]),
];

/// Keys of the checks of a kind of document.
pub(super) fn check_keys(kind: DocumentKind) -> &'static [&'static str] {
    CHECKS.iter().find(|(each, _)| *each == kind).map_or(&[], |(_, keys)| keys)
}

/// The checks of a kind of document in words.
pub(super) fn checks(words: &Words, kind: DocumentKind) -> Vec<CheckItem> {
    let check = |key: &&str| CheckItem {
        key: (*key).to_owned(),
        label: words.say(&format!("approval-check-{kind}-{key}")),
    };
    check_keys(kind).iter().map(check).collect()
}

/// One difference in words.
pub(super) fn change(cx: &Reading<'_>, kind: DocumentKind, change: &Change) -> ChangeView {
    let words = cx.around.words;
    let field = words.say(&format!("document-field-{}", change.field));
    let value = |value: Option<String>| value.map(|value| shown(words, kind, &change.field, &value));
    ChangeView {
        label: if change.subject.is_empty() { field } else { format!("{} {field}", change.subject) },
        before: value(change.before.clone()),
        after: value(change.after.clone()),
    }
}

/// A stored value in words: words of lists are translated, text stays as it is.
fn shown(words: &Words, kind: DocumentKind, field: &str, value: &str) -> String {
    let list = match (kind, field) {
        (DocumentKind::Soa, "decision") => "soa-decision",
        (DocumentKind::Soa, "reasons") => "inclusion-reason",
        (DocumentKind::Soa, "exclusion-basis") => "exclusion-basis",
        (DocumentKind::Soa, "delivery") => "delivery",
        (DocumentKind::Gap, "conformity") => "conformity",
        (DocumentKind::Gap, "grade") => "gap-grade",
        (DocumentKind::Register, "status") => "system-status",
        (DocumentKind::Register, "scope") => "system-scope",
        (DocumentKind::Register, "tier") => "tier",
        _ => return value.to_owned(),
    };
    let said: Vec<String> = value.split(' ').map(|word| words.say(&format!("{list}-{word}"))).collect();
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_checks_with_words() {
        let words = Words::english().unwrap();
        for kind in DocumentKind::ALL {
            assert!(check_keys(*kind).len() >= 3, "{kind}");
            for key in check_keys(*kind) {
                assert!(words.has(&format!("approval-check-{kind}-{key}")), "{kind} {key}");
            }
        }
    }

    #[test]
    fn words_of_lists_are_translated_and_text_is_not() {
        let words = Words::english().unwrap();
        assert_eq!(shown(words, DocumentKind::Soa, "reasons", "law own-policy"), "Law, Own policy");
        assert_eq!(shown(words, DocumentKind::Soa, "justification", "law of two"), "law of two");
    }
}
