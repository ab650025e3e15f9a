//! Who signed a classification, as it is printed.

use cairn_reports::{Approval, ApprovalState, Mark, SignOff};
use cairn_words::Words;

use crate::classification::ClassificationView;

/// What the signature of a decision is called: a consultant recommends.
pub(crate) fn decider_key(view: &ClassificationView) -> &'static str {
    let recommended = view.signed.as_ref().is_some_and(|signed| signed.recommended);
    if recommended { "classification-report-recommender" } else { "classification-report-decider" }
}

/// The signature of a decision, or the place for it. Under a consultant's recommendation stands the place for the
/// signature of management.
pub(super) fn sign_off(view: &ClassificationView, words: &Words) -> SignOff {
    let review = view.signed.as_ref().and_then(|signed| signed.review_on.as_deref());
    let note =
        review.map(|day| words.say_with("classification-report-review", &[("date", words.date(day).into())]));
    let recommended = view.signed.as_ref().is_some_and(|signed| signed.recommended);
    let open = || ApprovalState::Open {
        signature: words.say("sign-off-signature"),
        date: words.say("sign-off-date"),
        note: words.say(if recommended {
            "classification-report-undecided"
        } else {
            "classification-report-unsigned"
        }),
    };
    let state = match &view.signed {
        Some(signed) => ApprovalState::Given {
            mark: Mark::Dot,
            words: words.say(if recommended {
                "classification-report-recommended-words"
            } else {
                "classification-report-signed-words"
            }),
            date: signed.at.as_deref().map(|at| words.date(at)).unwrap_or_default(),
            note: note.unwrap_or_default(),
        },
        None => open(),
    };
    let by = view.signed.as_ref().and_then(|signed| signed.by.as_ref());
    let mut approvals = vec![Approval {
        role: words.say(decider_key(view)),
        person: by.map(|member| member.name.clone()).unwrap_or_default(),
        job: String::new(),
        state,
    }];
    if recommended {
        approvals.push(Approval {
            role: words.say("classification-report-decider"),
            person: String::new(),
            job: String::new(),
            state: open(),
        });
    }
    SignOff { title: words.say("classification-report-decision"), approvals }
}
