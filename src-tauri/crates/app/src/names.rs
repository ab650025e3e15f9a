//! Names of members and records, read once for a whole answer.

use std::collections::BTreeMap;

use cairn_domain::id::{MemberId, RecordId};
use cairn_store::ReadTx;
use cairn_store::table::record::Record;

use crate::error::AppResult;
use crate::relation::RecordRef;
use crate::system::MemberRef;

/// Members by id.
pub(crate) struct Names(BTreeMap<MemberId, String>);

impl Names {
    /// Reads all members, also those who left: history and records still name them.
    pub(crate) fn read(tx: &ReadTx<'_>) -> AppResult<Self> {
        let members = tx.member().with_records()?;
        Ok(Self(members.into_iter().map(|(record, _)| (MemberId::from(record.id), record.title)).collect()))
    }

    /// A member by name; an id that is not there any more stays an id.
    pub(crate) fn member(&self, id: MemberId) -> MemberRef {
        MemberRef { id, name: self.0.get(&id).cloned().unwrap_or_else(|| id.to_string()) }
    }

    /// A member's name, if known.
    pub(crate) fn of(&self, id: MemberId) -> Option<String> {
        self.0.get(&id).cloned()
    }
}

/// A record by its name.
pub(crate) fn record_ref(record: &Record) -> RecordRef {
    RecordRef { id: record.id, kind: record.kind, code: record.code.clone(), title: record.title.clone() }
}

/// A record by its name, read.
pub(crate) fn record_by_id(tx: &ReadTx<'_>, id: RecordId) -> AppResult<RecordRef> {
    Ok(record_ref(&tx.record().get(id)?))
}
