//! Links and comments.

use cairn_domain::field::FieldError;
use cairn_domain::id::RecordId;
use cairn_domain::record::LinkRelation;
use cairn_store::table::comment::Comment;
use cairn_store::table::link::Link;
use serde::{Deserialize, Serialize};

use crate::error::{AppError, AppResult};
use crate::tag::Tag;
use crate::usecase::{Mutation, Writing};

/// Longest comment, in characters.
const LONGEST_COMMENT: usize = 10_000;

/// Links two records.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LinkCreateInput")]
pub struct CreateLink {
    /// From.
    pub from: RecordId,
    /// To.
    pub to: RecordId,
    /// What the link says.
    pub relation: LinkRelation,
    /// Remark.
    pub note: Option<String>,
}

impl Mutation for CreateLink {
    const NAME: &'static str = "link.create";
    const TAGS: &'static [Tag] = &[Tag::Relations, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        if self.from == self.to {
            return Err(AppError::refused("error-link-to-itself"));
        }
        let (from, to) = (cx.tx.record().get(self.from)?, cx.tx.record().get(self.to)?);
        if !LinkRelation::of(from.kind).contains(&self.relation) {
            return Err(AppError::refused("error-link-part-of"));
        }
        let same = |link: &Link| link.from_record == self.from && link.to_record == self.to;
        let word = self.relation.as_str();
        if cx.tx.link().of(self.from)?.iter().any(|link| same(link) && link.relation == word) {
            return Err(AppError::refused("error-link-exists"));
        }
        let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
        let note = self.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
        cx.tx.link().insert(&Link {
            id,
            rev,
            from_record: self.from,
            to_record: self.to,
            relation: word.to_owned(),
            note,
        })?;
        cx.tell(
            Some(self.from),
            "history-link-create",
            &[("from", from.title.into()), ("to", to.title.into())],
        );
        Ok(id)
    }
}

/// Takes a link away.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LinkDeleteInput")]
pub struct DeleteLink {
    /// The link.
    pub id: RecordId,
}

impl Mutation for DeleteLink {
    const NAME: &'static str = "link.delete";
    const TAGS: &'static [Tag] = &[Tag::Relations, Tag::Trail];
    type Output = ();

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<()> {
        let link = cx.tx.link().get(self.id)?;
        let (from, to) = (cx.tx.record().get(link.from_record)?, cx.tx.record().get(link.to_record)?);
        cx.tx.link().delete(self.id)?;
        cx.tell(
            Some(link.from_record),
            "history-link-delete",
            &[("from", from.title.into()), ("to", to.title.into())],
        );
        Ok(())
    }
}

/// Writes a comment.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CommentCreateInput")]
pub struct CreateComment {
    /// The record it is about.
    pub record: RecordId,
    /// The words.
    pub body: String,
}

impl Mutation for CreateComment {
    const NAME: &'static str = "comment.create";
    const TAGS: &'static [Tag] = &[Tag::Relations, Tag::Trail];
    type Output = RecordId;

    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<RecordId> {
        let body = self.body.trim();
        let refuse = |code| Err(FieldError { field: "body".to_owned(), code }.into());
        if body.is_empty() {
            return refuse("required");
        }
        if body.chars().count() > LONGEST_COMMENT {
            return refuse("too-long");
        }
        let record = cx.tx.record().get(self.record)?;
        let (id, rev) = (RecordId(cx.tx.fresh_id()), cx.tx.stamp());
        let at = cx.tx.time().clone();
        cx.tx.comment().insert(&Comment {
            id,
            rev,
            record: self.record,
            author: cx.around.me,
            at,
            body: body.to_owned(),
        })?;
        cx.tell(Some(self.record), "history-comment-create", &[("name", record.title.into())]);
        Ok(id)
    }
}
