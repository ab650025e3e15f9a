# Approvals and controlled documents in the window.

approval-nav = Approvals
approval-waiting = Waiting
approval-back = Sent back
approval-decided = Decided
approval-none-waiting = Nothing waits for an answer.
approval-none-waiting-more = A scope, a register, a gap analysis or a Statement of Applicability is sent for approval from its own screen.
approval-none-back = Nothing was sent back.
approval-none-decided = Nothing was decided yet.
approval-choose = Choose a request on the left.
approval-own-rule = Nobody approves their own request.
approval-figure-decided = Decided in 30 days
approval-figure-median = half of them within { $time }
approval-figure-rework = Sent back or rejected
approval-figure-first = Approved at first submission
approval-figure-of = { $part } of { $whole }
approval-figure-mine = Waiting for you
approval-figure-oldest = oldest since { $date }
approval-no-data = No data
approval-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
approval-hours = { $hours } h { $minutes } min
approval-days = { $count ->
    [one] one day
   *[other] { $count } days
}
approval-by = Asked by { $name }
approval-asked = { $name } is asked
approval-change = Change
approval-changes-first = First version: everything in it is new.
approval-changes-since = { $count ->
    [0] Nothing differs from version { $version }.
    [one] One change since version { $version }.
   *[other] { $count } changes since version { $version }.
}
approval-changes-more = { $count } more changes are not shown; the report holds everything.
approval-empty = empty
approval-note = Note
approval-show = Open { $document }
approval-hash = Bound to content
approval-stale = The content changed since this request was made. It cannot be approved; take it back and send the present content.
approval-before = Before you decide
approval-checks = { $done } of { $total }
approval-checks-left = { $count ->
    [0] All looked at
    [one] One point left
   *[other] { $count } points left
}
approval-reason = Reason
approval-reason-when = needed to send back, to reject and to approve alone
approval-reason-hint = What convinced you, or what is missing
approval-approve = Approve
approval-approve-alone = Approve alone
approval-send-back = Request changes
approval-reject = Reject
approval-withdraw = Take back
approval-paper = Record an approval on paper
approval-paper-about = For { $document }: a signed page, minutes or an e-mail. It prints as approved on paper with the name of who recorded it, never as a digital signature.
approval-paper-evidence = Approval of { $document }
approval-paper-where = Or where it can be seen
approval-paper-other = Choose something else
approval-paper-do = Record
approval-paper-done = Recorded the approval of { $document }
approval-signatory = Who signed
approval-signed-on = Day on the paper
approval-done-approve = Approved { $title }
approval-done-send-back = Sent back { $title }
approval-done-reject = Rejected { $title }
approval-done-withdraw = Took back { $title }
approval-recorded-by = Recorded by { $name }
approval-evidence = Evidence

document-send = Send for approval
document-send-about = Cairn freezes the present content of { $document } as a version and binds the approval to it. Later changes begin a new draft.
document-sent = Sent { $document } for approval
document-blocked = This is missing before it can be sent:
document-no-approver = Nobody else may approve yet. Add an approver in Settings, record an approval on paper, or approve alone with a reason.
document-approver = Who is asked
document-approver-any = Whoever may approve
document-note = What changed and why
document-note-help = For the approver; it stays in the history.
document-review = Next review
document-stale = Changed since it was sent
document-show-versions = Versions
document-open-request = Open the request
document-versions = Versions of { $document }
document-version = Version
document-state = State
document-approved-by = Approved by
document-since = In force since
document-hash = Content
document-print = Print
