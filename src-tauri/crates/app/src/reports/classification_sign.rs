//! Who signed a classification, as it is printed.

use cairn_reports::{Approval, ApprovalState, Mark, SignOff};
use cairn_words::Words;

use crate::classification::ClassificationView;

/// The signature of a decision, or the place for it.
pub(super) fn sign_off(view: &ClassificationView, words: &Words) -> SignOff {
    let review = view.signed.as_ref().and_then(|signed| signed.review_on.as_deref());
    let note =
        review.map(|day| words.say_with("classification-report-review", &[("date", words.date(day).into())]));
    let state = match &view.signed {
        Some(signed) => ApprovalState::Given {
            mark: Mark::Dot,
            words: words.say("classification-report-signed-words"),
            date: signed.at.as_deref().map(|at| words.date(at)).unwrap_or_default(),
            note: note.unwrap_or_default(),
        },
        None => ApprovalState::Open {
            signature: words.say("sign-off-signature"),
            date: words.say("sign-off-date"),
            note: words.say("classification-report-unsigned"),
        },
    };
    let by = view.signed.as_ref().and_then(|signed| signed.by.as_ref());
    SignOff {
        title: words.say("classification-report-decision"),
        approvals: vec![Approval {
            role: words.say("classification-report-decider"),
            person: by.map(|member| member.name.clone()).unwrap_or_default(),
            job: String::new(),
            state,
        }],
    }
}
