//! Candidates: what a sweep or a list found that may be an AI system.

use cairn_domain::id::RecordId;
use cairn_domain::state::CandidateState;

use crate::error::Result;
use crate::row::Rows;

row! {
    /// Something that may be an AI system; its name is on the record.
    "candidate" => Candidate {
        /// The sweep that found it.
        sweep: Option<RecordId>,
        /// What became of it.
        state: CandidateState,
        /// Who makes it.
        vendor: Option<String>,
        /// The product.
        product: Option<String>,
        /// The model, where known.
        model: Option<String>,
        /// Who uses it.
        department: Option<String>,
        /// What for.
        purpose: Option<String>,
        /// How it was found: a key of the list of sources.
        found_by: Option<String>,
        /// Why it was dismissed, or merged where it was.
        reason: Option<String>,
        /// The system it became or belongs to.
        system: Option<RecordId>,
        /// Where an imported candidate comes from.
        source: Option<String>,
        /// Its id there.
        source_id: Option<String>,
        /// What the source states, as a JSON object.
        imported_facts: Option<serde_json::Value>,
    }
}

impl Rows<'_, Candidate> {
    /// Candidates in a state, oldest first.
    ///
    /// # Errors
    /// When reading fails.
    pub fn in_state(&self, state: CandidateState) -> Result<Vec<Candidate>> {
        self.select("WHERE state = ?1 ORDER BY id", [state.as_str()])
    }
}
