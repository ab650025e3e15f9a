//! Which version of a document is printed, with who stands for it.

use cairn_domain::state::{ApprovalManner, ApprovalState, DocumentKind, DocumentState};
use cairn_domain::time::{Date, Timestamp};
use cairn_reports::{Approval as Block, ApprovalState as Printed, Mark, SignOff};
use cairn_store::table::approval::Approval;
use cairn_store::table::document::Document;
use cairn_words::Words;

use super::content::{Frozen, Printed as Content, content, freeze, hash};
use super::{in_force, open_request, stored};
use crate::error::{AppError, AppResult, Code};
use crate::names::Names;
use crate::reports::Issue;
use crate::usecase::Reading;

/// What is printed of a document: its present state, or one of its kept versions as it was.
pub(crate) fn to_print(
    cx: &Reading<'_>,
    kind: DocumentKind,
    version: Option<u32>,
    day: &Date,
) -> AppResult<(Issue, Content)> {
    let document = stored(cx.tx, kind)?;
    match (version, document) {
        (Some(number), Some(document)) => kept_version(cx, kind, &document, number, day),
        (Some(number), None) => Err(no_version(number)),
        (None, document) => Ok((present(cx, kind, document.as_ref(), day)?, freeze(cx, kind, day)?.print)),
    }
}

fn no_version(number: u32) -> AppError {
    AppError { key: "error-no-document-version".to_owned(), ..AppError::new(Code::NotFound) }
        .with("version", number)
}

/// A kept version as it was approved, or as it waits.
fn kept_version(
    cx: &Reading<'_>,
    kind: DocumentKind,
    document: &Document,
    number: u32,
    day: &Date,
) -> AppResult<(Issue, Content)> {
    let wanted = i64::from(number);
    let blob = if document.version == wanted {
        document.blob.clone()
    } else {
        let earlier = cx.tx.document_version().of(document.id)?.into_iter();
        earlier.filter(|each| each.version == wanted).map(|each| each.blob).next()
    };
    let frozen = Frozen::from_bytes(&cx.tx.blob_bytes(&blob.ok_or_else(|| no_version(number))?)?)?;
    let bound = hash(kind, &frozen.content).to_string();
    let approvals = cx.tx.approval().of(document.id)?;
    let of_this = |approval: &&Approval| approval.version == wanted && approval.content_hash == bound;
    let issue = of_request(cx, document, number, approvals.iter().find(of_this), day)?;
    Ok((issue, frozen.print))
}

/// The present state: the version in force while nothing changed, else a draft of the next.
fn present(
    cx: &Reading<'_>,
    kind: DocumentKind,
    document: Option<&Document>,
    day: &Date,
) -> AppResult<Issue> {
    let Some(document) = document else {
        let names = Names::read(cx.tx)?;
        return Ok(Issue {
            past: false,
            version: 1,
            approved: false,
            date: day.to_string(),
            owner: names.of(cx.around.me).unwrap_or_default(),
            approver: String::new(),
            sign_off: SignOff {
                title: cx.around.words.say("sign-off-title"),
                approvals: vec![awaited(cx, None)?],
            },
        });
    };
    let live = hash(kind, &content(cx, kind)?).to_string();
    let number = |version: i64| u32::try_from(version).unwrap_or_default();
    if let Some(current) = in_force(cx.tx, document)?.filter(|current| current.hash == live) {
        return of_request(cx, document, current.version, current.approval.as_ref(), day);
    }
    let waiting = open_request(cx.tx, document.id)?.filter(|request| request.content_hash == live);
    let next = match document.state {
        DocumentState::Approved => number(document.version) + 1,
        _ => number(document.version),
    };
    of_request(cx, document, next, waiting.as_ref(), day)
}

fn of_request(
    cx: &Reading<'_>,
    document: &Document,
    version: u32,
    request: Option<&Approval>,
    day: &Date,
) -> AppResult<Issue> {
    let words = cx.around.words;
    let names = Names::read(cx.tx)?;
    let given = request.filter(|request| request.state == ApprovalState::Approved);
    let owner = cx.tx.record().get(document.id)?.owner.and_then(|owner| names.of(owner));
    let mut approvals = Vec::new();
    if let Some(by) = request.and_then(|request| request.requested_by) {
        let at = request.and_then(|request| request.requested_at.as_ref());
        approvals.push(Block {
            role: words.say("sign-off-prepared"),
            person: names.of(by).unwrap_or_default(),
            job: job(cx, by)?,
            state: Printed::Given {
                mark: Mark::Dot,
                words: words.say("sign-off-submitted"),
                date: at.map(|at| moment(at, words)).unwrap_or_default(),
                note: String::new(),
            },
        });
    }
    approvals.push(match given {
        Some(approval) => approval_block(cx, approval, &names)?,
        None => awaited(cx, request)?,
    });
    let approver = match (given, request) {
        (Some(approval), _) => {
            approval.signatory.clone().or_else(|| names.of(approval.decided_by?)).unwrap_or_default()
        }
        (None, Some(request)) => {
            cx.tx.record().get(request.id)?.owner.and_then(|who| names.of(who)).unwrap_or_default()
        }
        (None, None) => String::new(),
    };
    let date = given.and_then(|approval| approval.decided_at.as_ref()).map(Timestamp::date);
    Ok(Issue {
        past: false,
        version,
        approved: given.is_some(),
        date: date.unwrap_or_else(|| day.clone()).to_string(),
        owner: owner.unwrap_or_default(),
        approver,
        sign_off: SignOff { title: words.say("sign-off-title"), approvals },
    })
}

/// One approval as it is printed: in the program, on paper, or by the one person there is. Only the first is a signature
/// of the trail; the others say what they are.
fn approval_block(cx: &Reading<'_>, approval: &Approval, names: &Names) -> AppResult<Block> {
    let words = cx.around.words;
    let at = approval.decided_at.as_ref();
    let hash = approval.content_hash.chars().take(32).collect::<String>();
    let bound = words.say_with("sign-off-bound", &[("hash", hash.into())]);
    let role = words.say("sign-off-approved-by");
    if approval.how == Some(ApprovalManner::Paper) {
        let recorder = approval.recorded_by.and_then(|by| names.of(by)).unwrap_or_default();
        let evidence = approval.evidence.map(|id| cx.tx.record().get(id)).transpose()?;
        let code = evidence.and_then(|record| record.code).unwrap_or_default();
        let args = [("recorder", recorder.into()), ("evidence", code.into())];
        return Ok(Block {
            role,
            person: approval.signatory.clone().unwrap_or_default(),
            job: String::new(),
            state: Printed::OnPaper {
                words: words.say_with("sign-off-on-paper", &args),
                date: at.map(|at| words.date(at.as_str())).unwrap_or_default(),
                note: format!("{} {bound}", words.say_with("sign-off-paper-evidence", &args)),
            },
        });
    }
    let by = approval.decided_by;
    let alone = approval.how == Some(ApprovalManner::Override);
    let reason = approval.reason.clone().unwrap_or_default();
    let note = if alone {
        format!("{} {bound}", words.say_with("sign-off-override", &[("reason", reason.into())]))
    } else {
        bound
    };
    Ok(Block {
        role,
        person: by.and_then(|by| names.of(by)).unwrap_or_default(),
        job: by.map(|by| job(cx, by)).transpose()?.unwrap_or_default(),
        state: Printed::Given {
            mark: if alone { Mark::HalfDot } else { Mark::Dot },
            words: words.say(if alone { "sign-off-approved-alone" } else { "sign-off-approved" }),
            date: at.map(|at| moment(at, words)).unwrap_or_default(),
            note,
        },
    })
}

/// A line to sign, for whoever is asked.
fn awaited(cx: &Reading<'_>, request: Option<&Approval>) -> AppResult<Block> {
    let words = cx.around.words;
    let asked = request.map(|request| cx.tx.record().get(request.id)).transpose()?;
    let asked = asked.and_then(|record| record.owner);
    let person = asked.map(|who| Names::read(cx.tx).map(|names| names.of(who))).transpose()?.flatten();
    let key = if request.is_some() { "sign-off-waiting" } else { "sign-off-not-asked" };
    Ok(Block {
        role: words.say("sign-off-approved-by"),
        person: person.unwrap_or_default(),
        job: asked.map(|who| job(cx, who)).transpose()?.unwrap_or_default(),
        state: Printed::Open {
            signature: words.say("sign-off-signature"),
            date: words.say("sign-off-date"),
            note: words.say(key),
        },
    })
}

fn job(cx: &Reading<'_>, member: cairn_domain::id::MemberId) -> AppResult<String> {
    Ok(cx.tx.member().find(member.into())?.and_then(|member| member.job_title).unwrap_or_default())
}

fn moment(at: &Timestamp, words: &Words) -> String {
    crate::reports::moment(at, words)
}
