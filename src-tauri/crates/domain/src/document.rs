//! Controlled documents: what an approval covers, whether it still holds, and who may give it (7.5, 5.3).
//!
//! An approval is bound to content, not to a file. The content is a list of pieces without words or layout, so that a
//! translation or a better layout never makes an approval stale and a changed decision always does.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::role::{Permission, Standing};
use crate::state::{ApprovalManner, ApprovalState};
use crate::time::Timestamp;

/// One fact of a document: the field of a subject and its value, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What it is about: a control, a line, a system's code; empty for the document as a whole.
    pub subject: String,
    /// Which field of it.
    pub field: String,
    /// The stored value; a piece without a value is left out.
    pub value: String,
}

/// Everything an approval of a document covers, in the document's order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The pieces.
    pub pieces: Vec<Piece>,
}

impl Content {
    /// Adds a piece; an empty value adds nothing.
    pub fn put(&mut self, subject: &str, field: &str, value: &str) {
        if !value.is_empty() {
            let (subject, field, value) = (subject.to_owned(), field.to_owned(), value.to_owned());
            self.pieces.push(Piece { subject, field, value });
        }
    }

    /// What differs from an earlier content, in the order of this one; what fell away comes last.
    #[must_use]
    pub fn changes_since(&self, earlier: &Self) -> Vec<Change> {
        let key = |piece: &Piece| (piece.subject.clone(), piece.field.clone());
        let before: BTreeMap<_, _> = earlier.pieces.iter().map(|piece| (key(piece), &piece.value)).collect();
        let here: BTreeSet<_> = self.pieces.iter().map(key).collect();
        let new = self.pieces.iter().filter_map(|piece| {
            let old = before.get(&key(piece)).map(|value| (*value).clone());
            (old.as_ref() != Some(&piece.value)).then(|| Change {
                subject: piece.subject.clone(),
                field: piece.field.clone(),
                before: old,
                after: Some(piece.value.clone()),
            })
        });
        let gone = earlier.pieces.iter().filter(|piece| !here.contains(&key(piece))).map(|piece| Change {
            subject: piece.subject.clone(),
            field: piece.field.clone(),
            before: Some(piece.value.clone()),
            after: None,
        });
        new.chain(gone).collect()
    }
}

/// One difference between two contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub subject: String,
    /// Which field.
    pub field: String,
    /// The earlier value, none when there was none.
    pub before: Option<String>,
    /// The later value, none when it fell away.
    pub after: Option<String>,
}

/// Why somebody may not approve a request; the message is `approval-bar-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// Their roles do not allow it; a consultant and an agent never approve.
    NoPermission,
    /// They asked for it themselves and somebody else may approve.
    OwnRequest,
    /// They asked for it themselves and nobody else may approve: only an override with a reason is left.
    OverrideNeeded,
}

impl Bar {
    /// The code of the message.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoPermission => "no-permission",
            Self::OwnRequest => "own-request",
            Self::OverrideNeeded => "override-needed",
        }
    }
}

/// Whether somebody may approve: nobody approves their own request, and only a team in which nobody else may approve
/// can do without a second person, with a reason that is printed.
///
/// # Errors
/// The bar that stands in the way.
pub fn may_approve(standing: &Standing, own_request: bool, others_may: bool) -> Result<(), Bar> {
    if !standing.may(Permission::Approve) {
        return Err(Bar::NoPermission);
    }
    match (own_request, others_may) {
        (false, _) => Ok(()),
        (true, true) => Err(Bar::OwnRequest),
        (true, false) => Err(Bar::OverrideNeeded),
    }
}

/// One request and what became of it, as the figures need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The document and version, which together are one item.
    pub item: (String, i64),
    /// What became of the request.
    pub state: ApprovalState,
    /// How, when it was approved.
    pub how: Option<ApprovalManner>,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
}

/// Figures of approvals over a time; a figure without a base is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ApprovalFigures")]
pub struct Figures {
    /// Items decided: approved or rejected.
    pub decided: u32,
    /// Of these, sent back or rejected at least once.
    pub reworked: u32,
    /// Of these, approved at the first submission.
    pub first_pass: u32,
    /// Half of the decisions took no more than this many minutes.
    #[serde(rename = "medianMinutes")]
    #[ts(rename = "medianMinutes")]
    pub median_minutes: Option<u32>,
}

impl Figures {
    /// Counts requests in the order in which they were made. Only what was decided at or after `since` is an item.
    #[must_use]
    pub fn of(requests: &[Decided], since: &Timestamp) -> Self {
        let mut items: BTreeMap<&(String, i64), Vec<&Decided>> = BTreeMap::new();
        for request in requests.iter().filter(|request| request.state != ApprovalState::Withdrawn) {
            items.entry(&request.item).or_default().push(request);
        }
        let ends = |request: &&&Decided| {
            matches!(request.state, ApprovalState::Approved | ApprovalState::Rejected)
                && request.decided_at.as_ref().is_some_and(|at| at >= since)
        };
        let back =
            |request: &&Decided| matches!(request.state, ApprovalState::SentBack | ApprovalState::Rejected);
        let mut figures = Self::default();
        let mut minutes = Vec::new();
        for requests in items.values() {
            let Some(end) = requests.iter().find(ends) else { continue };
            figures.decided += 1;
            figures.reworked += u32::from(requests.iter().any(back));
            figures.first_pass +=
                u32::from(requests.first().is_some_and(|r| r.state == ApprovalState::Approved));
            if let (Some(decided), Some(ApprovalManner::InApp | ApprovalManner::Override)) =
                (&end.decided_at, end.how)
            {
                minutes.push(decided.millis().saturating_sub(end.requested_at.millis()) / 60_000);
            }
        }
        minutes.sort_unstable();
        figures.median_minutes = minutes.get(minutes.len() / 2).and_then(|found| u32::try_from(*found).ok());
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::{Affiliation, MemberKind, Role};

    fn content(pieces: &[(&str, &str, &str)]) -> Content {
        let mut content = Content::default();
        for (subject, field, value) in pieces {
            content.put(subject, field, value);
        }
        content
    }

    #[test]
    fn changes_name_what_came_what_differs_and_what_fell_away() {
        let old = content(&[
            ("A.2.2", "decision", "included"),
            ("A.2.3", "decision", "excluded"),
            ("", "scope", "x"),
        ]);
        let new = content(&[
            ("A.2.2", "decision", "excluded"),
            ("A.2.4", "decision", "included"),
            ("", "scope", "x"),
        ]);
        let seen: Vec<_> =
            new.changes_since(&old).into_iter().map(|c| (c.subject, c.before, c.after)).collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            seen,
            [
                ("A.2.2".to_owned(), some("included"), some("excluded")),
                ("A.2.4".to_owned(), None, some("included")),
                ("A.2.3".to_owned(), some("excluded"), None),
            ]
        );
        assert!(old.changes_since(&old).is_empty());
    }

    #[test]
    fn nobody_approves_their_own_request_unless_they_are_alone() {
        let approver = Standing {
            roles: [Role::Approver].into(),
            kind: MemberKind::Person,
            affiliation: Affiliation::Staff,
            active: true,
        };
        assert_eq!(may_approve(&approver, false, true), Ok(()));
        assert_eq!(may_approve(&approver, true, true), Err(Bar::OwnRequest));
        assert_eq!(may_approve(&approver, true, false), Err(Bar::OverrideNeeded));
        let consultant = Standing { affiliation: Affiliation::Consultant, ..approver };
        assert_eq!(may_approve(&consultant, false, true), Err(Bar::NoPermission));
    }

    fn request(version: i64, state: ApprovalState, from: &str, to: &str) -> Decided {
        Decided {
            item: ("soa".to_owned(), version),
            state,
            how: (state == ApprovalState::Approved).then_some(ApprovalManner::InApp),
            requested_at: from.parse().unwrap(),
            decided_at: Some(to.parse().unwrap()),
        }
    }

    #[test]
    fn an_item_counts_once_and_rework_stays_with_it() {
        let at = |hour: u32| format!("2026-11-23T{hour:02}:00:00.000Z");
        let requests = [
            request(1, ApprovalState::SentBack, &at(1), &at(2)),
            request(1, ApprovalState::Approved, &at(3), &at(5)),
            request(2, ApprovalState::Approved, &at(6), &at(7)),
            request(3, ApprovalState::Withdrawn, &at(8), &at(8)),
        ];
        let since = "2026-11-01T00:00:00.000Z".parse().unwrap();
        let figures = Figures::of(&requests, &since);
        assert_eq!((figures.decided, figures.reworked, figures.first_pass), (2, 1, 1));
        assert_eq!(figures.median_minutes, Some(120));
        let later = "2026-12-01T00:00:00.000Z".parse().unwrap();
        assert_eq!(Figures::of(&requests, &later), Figures::default());
    }
}
