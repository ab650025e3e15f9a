//! Tags: what a query reads and a mutation makes stale. The UI's cache keys are these.

use cairn_domain::words;

words! {
    /// A part of the data that changes together.
    Tag = "tag" {
        /// Which workspace is open, its name and trail state.
        Workspace = "workspace",
        /// Files opened lately and preferences of this computer.
        Preferences = "preferences",
        /// The organisation and its scope.
        Organisation = "organisation",
        /// Members and devices.
        Members = "members",
        /// Discovery sweeps and candidates.
        Discovery = "discovery",
        /// The AI system register.
        Systems = "systems",
        /// Classification decisions and drafts.
        Classifications = "classifications",
        /// Gap assessments, lines and answers.
        Gaps = "gaps",
        /// The Statement of Applicability and control status.
        Soa = "soa",
        /// Evidence and its uses.
        Evidence = "evidence",
        /// Requests for evidence.
        Requests = "requests",
        /// Links, comments and actions of records.
        Relations = "relations",
        /// Approvals and controlled documents.
        Documents = "documents",
        /// Adopted packs.
        Packs = "packs",
        /// The ledger.
        Trail = "trail",
    }
}
