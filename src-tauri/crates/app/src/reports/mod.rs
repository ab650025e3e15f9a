//! Report models: what is said, in words and order. How it looks on paper is the business of `cairn_reports`.
//!
//! Each model is made from plain values, so that a report can be tested without a workspace.

pub mod classification;
pub(crate) mod classification_sign;
pub(crate) mod conformity;
pub mod gap;
pub mod gap_change;
pub(crate) mod gap_lines;
mod gap_model;
pub mod history;
pub(crate) mod interview;
pub mod obligations;
pub mod register;
pub mod requests;
pub mod roadmap;
pub mod scope;
pub mod soa;

use cairn_domain::time::Timestamp;
use cairn_reports::{Checkpoint, Cover, Fact, Footer, Orientation, Report, SignOff};
use cairn_words::Words;
use serde::{Deserialize, Serialize};

/// What every report prints about the workspace it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The organisation's name.
    pub organisation: String,
    /// Who may read it; empty for no line.
    pub confidentiality: String,
    /// Entries in the ledger.
    pub entries: u64,
    /// Id of the head entry, hexadecimal.
    pub head: String,
    /// Time of the head entry; never the time of printing, so that the same content gives the same bytes.
    pub at: Timestamp,
}

/// Which row of the workspace a line shows and in which state, so that a workbook can say it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowState {
    /// Id of the record; also of one that the first answer will make.
    pub id: String,
    /// What identifies its state; empty while there is none.
    pub rev: String,
}

/// Which version of a controlled document is printed, and who stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Issue {
    /// Version, from 1; of a draft the version it would become.
    pub version: u32,
    /// Whether this very content is approved.
    pub approved: bool,
    /// Date of the draft or of the approval, `YYYY-MM-DD`.
    pub date: String,
    /// Who owns the document; empty while nobody does.
    pub owner: String,
    /// Who approved it, or whom it waits for; empty while nobody is named.
    pub approver: String,
    /// Approvals, given or awaited.
    pub sign_off: SignOff,
    /// Whether something past is printed that is no version of a document, such as a frozen assessment.
    pub past: bool,
}

impl Issue {
    /// Version, state and date.
    pub(crate) fn words(&self, words: &Words) -> String {
        if self.past {
            return words.say_with("report-version-past", &[("date", words.date(&self.date).into())]);
        }
        let key = if self.approved { "report-version-approved" } else { "report-version-draft" };
        words.say_with(key, &[("version", self.version.into()), ("date", words.date(&self.date).into())])
    }

    /// Version and whether it is a draft, for the foot of each page.
    fn short(&self, words: &Words) -> String {
        if self.past {
            return words.say_with("report-version-past", &[("date", words.date_short(&self.date).into())]);
        }
        let key = if self.approved { "report-foot-approved" } else { "report-foot-draft" };
        words.say_with(key, &[("version", self.version.into())])
    }

    /// Owner, version and approver for the cover.
    fn facts(&self, words: &Words) -> Vec<Fact> {
        let or_none =
            |text: &str| if text.is_empty() { words.say("report-not-named") } else { text.to_owned() };
        // Nobody has approved what only waits for it.
        let waits = !self.approved && !self.past && !self.approver.is_empty();
        let approval = if waits {
            let name = self.approver.as_str();
            fact(
                words.say("report-approval"),
                words.say_with("report-waiting", &[("name", name.into())]),
                1.2,
            )
        } else {
            fact(words.say("report-approver"), or_none(&self.approver), 1.2)
        };
        vec![
            fact(words.say("report-version"), self.words(words), 1.0),
            fact(words.say("report-owner"), or_none(&self.owner), 1.1),
            approval,
        ]
    }
}

/// Title, version and draft mark of a report.
struct Title<'a> {
    /// The title.
    title: String,
    /// Message key of the standfirst.
    standfirst: &'a str,
    /// Version in few words for the foot of each page.
    version: String,
    /// Source line at the foot; empty for none.
    source: String,
}

/// Cover and footer shared by all reports; the caller fills in the rest.
fn frame(origin: &Origin, title: &Title<'_>, facts: Vec<Fact>, words: &Words) -> Report {
    let organisation = || origin.organisation.clone().into();
    let name = title.title.clone();
    Report {
        language: if words.language() == "en" { "en-GB".to_owned() } else { words.language().to_owned() },
        orientation: Orientation::Portrait,
        author: origin.organisation.clone(),
        subject: words.say_with(title.standfirst, &[("organisation", organisation())]),
        created: Some(origin.at.to_string()),
        cover: Cover {
            organisation: origin.organisation.clone(),
            confidentiality: origin.confidentiality.clone(),
            title: name.clone(),
            standfirst: words.say_with(title.standfirst, &[("organisation", organisation())]),
            facts,
            ..Cover::default()
        },
        footer: Footer {
            document: words.say_with(
                "report-document",
                &[("title", name.into()), ("version", title.version.clone().into())],
            ),
            note: words.say_with("report-as-of", &[("time", moment(&origin.at, words).into())]),
            checkpoint: Some(Checkpoint {
                label: words.say_with("report-checkpoint", &[("entries", origin.entries.into())]),
                hash: origin.head.clone(),
            }),
            page: words.say_with("report-page", &[("page", "{x}".into()), ("pages", "{y}".into())]),
            source: title.source.clone(),
        },
        ..Report::default()
    }
}

/// A moment for documents: 23 November 2026, 14:02 UTC.
pub(crate) fn moment(at: &Timestamp, words: &Words) -> String {
    let clock = at.as_str().get(11..16).unwrap_or_default();
    words.say_with("report-moment", &[("date", words.date(at.as_str()).into()), ("time", clock.into())])
}

fn fact(label: String, value: String, share: f32) -> Fact {
    Fact { label, value, share }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_says_whom_it_waits_for_and_not_who_approved_it() {
        let words = Words::english().unwrap();
        let told = |approved: bool, approver: &str| {
            let issue = Issue {
                approved,
                approver: approver.to_owned(),
                date: "2026-11-23".to_owned(),
                ..Issue::default()
            };
            let fact = issue.facts(words).pop().unwrap();
            format!("{}: {}", fact.label, fact.value).replace(['\u{2068}', '\u{2069}'], "")
        };
        assert_eq!(told(false, "Managing director"), "Approval: Waiting for Managing director");
        assert_eq!(told(true, "Managing director"), "Approved by: Managing director");
        assert_eq!(told(false, ""), "Approved by: Not named yet");
    }
}
