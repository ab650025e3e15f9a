//! States that several registers share: actions, approvals, documents, classifications, assessments, packs.

use crate::words;

words! {
    /// Where an action stands.
    ActionStatus = "action-status" {
        /// Not begun.
        Open = "open",
        /// Being worked on.
        InProgress = "in-progress",
        /// Done; its effect has not been checked.
        Done = "done",
        /// Done, and somebody checked that it helped.
        Verified = "verified",
        /// Given up, with a reason.
        Dropped = "dropped",
    }
}

words! {
    /// Where a request for approval stands.
    ApprovalState = "approval-state" {
        /// Asked for, not answered.
        Requested = "requested",
        /// Given.
        Approved = "approved",
        /// Sent back: it may come again, changed.
        SentBack = "sent-back",
        /// Refused.
        Rejected = "rejected",
        /// Taken back by who asked.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// How an approval was given.
    ApprovalManner = "approval-manner" {
        /// By the approver, in the program, signed with their key.
        InApp = "in-app",
        /// On a signed page, in minutes or by e-mail; recorded afterwards, never shown as a digital signature.
        Paper = "paper",
        /// By the one person there is, with a reason.
        Override = "override",
    }
}

words! {
    /// What a controlled document is.
    DocumentKind = "document-kind" {
        /// The scope of the AI management system, 4.3.
        Scope = "scope",
        /// The Statement of Applicability, 6.1.3.
        Soa = "soa",
        /// The gap analysis.
        Gap = "gap",
        /// The register of AI systems.
        Register = "register",
    }
}

words! {
    /// Where a version of a controlled document stands, 7.5.
    DocumentState = "document-state" {
        /// Being written.
        Draft = "draft",
        /// With its reviewer or approver.
        InReview = "in-review",
        /// In force.
        Approved = "approved",
        /// Replaced by a later version.
        Superseded = "superseded",
    }
}

words! {
    /// Where a classification of a system stands.
    ClassificationState = "classification-state" {
        /// Answers are being collected.
        Draft = "draft",
        /// Decided by a person.
        Decided = "decided",
        /// Replaced by a later decision.
        Superseded = "superseded",
    }
}

words! {
    /// Whether the lines of an assessment may still change.
    AssessmentState = "assessment-state" {
        /// Lines may change.
        Open = "open",
        /// Kept as it was on that day.
        Frozen = "frozen",
    }
}

words! {
    /// What an assessment is for.
    AssessmentKind = "assessment-kind" {
        /// The first one.
        Baseline = "baseline",
        /// A later one, to see what became better.
        Reassessment = "reassessment",
        /// A rehearsal of the certification audit.
        Mock = "mock",
    }
}

words! {
    /// Whether new decisions use a version of a pack.
    PackState = "pack-state" {
        /// The one in use.
        Current = "current",
        /// Kept for the decisions that rest on it.
        Superseded = "superseded",
    }
}

words! {
    /// Whether a discovery sweep is over.
    SweepState = "sweep-state" {
        /// Being asked.
        Open = "open",
        /// Everything was asked or left out with a reason.
        Closed = "closed",
    }
}

words! {
    /// What came of one thing to ask in a sweep.
    SweepAnswer = "sweep-answer" {
        /// Asked; nothing was found.
        Nothing = "nothing",
        /// Asked; something was found.
        Found = "found",
        /// There is nothing to ask here, with a remark.
        NotApplicable = "not-applicable",
    }
}

words! {
    /// What became of a candidate for the register.
    CandidateState = "candidate-state" {
        /// Nobody has looked at it.
        New = "new",
        /// It became a system of the register.
        Accepted = "accepted",
        /// It is a system that was in the register already.
        Merged = "merged",
        /// It is no AI system, or none of ours, with a reason.
        Dismissed = "dismissed",
    }
}

words! {
    /// Where a legal duty of a system stands. Set by a person on evidence for that article.
    ObligationStatus = "obligation-status" {
        /// Nothing done.
        Open = "open",
        /// Being worked on.
        InProgress = "in-progress",
        /// Met, with evidence attached.
        Met = "met",
        /// Not ours, with a reason.
        NotOurs = "not-ours",
    }
}

words! {
    /// How deep and how soon a system is looked at before its risks are assessed; never the legal tier.
    ScreeningLevel = "screening-level" {
        /// Later, and briefly.
        Low = "low",
        /// In its turn.
        Medium = "medium",
        /// First, and in depth.
        High = "high",
    }
}

words! {
    /// Where a request for evidence stands; see [`crate::request::standing`].
    RequestState = "request-state" {
        /// Asked for.
        Requested = "requested",
        /// Something came; nobody has judged it.
        Received = "received",
        /// It shows what was asked for.
        Accepted = "accepted",
        /// It does not, with a reason.
        Refused = "refused",
        /// No longer needed, with a reason.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// Where a file stands that was handed in for a request for evidence.
    FileState = "file-state" {
        /// It came; nobody has judged it.
        Received = "received",
        /// It shows what was asked for.
        Accepted = "accepted",
        /// It does not, with a reason.
        Refused = "refused",
    }
}

words! {
    /// A person's word on what another framework's fulfilment counts for.
    ReuseState = "reuse-state" {
        /// It counts.
        Accepted = "accepted",
        /// It does not.
        Declined = "declined",
    }
}

words! {
    /// Which way through the lines of an assessment.
    Pass = "assessment-pass" {
        /// A first judgement without records.
        Quick = "quick",
        /// Item by item with records.
        Deep = "deep",
    }
}
