# Controlled documents and approvals.

document-kind-scope = Scope of the AI management system
document-kind-soa = Statement of Applicability
document-kind-gap = Gap analysis
document-kind-register = AI system register

document-standing-never = Draft. No version was sent for approval yet.
document-standing-sent-back = Draft. Version { $version } was sent back or taken back; no version is in force.
document-standing-waits = Version { $version } waits for approval.
document-standing-waits-for = Version { $version } waits for { $who }.
document-standing-in-force = Version { $version } is in force since { $date }.
document-standing-changed = Changed since version { $version }, which is in force since { $date }.

document-blocker-no-scope = The scope is not written yet.
document-blocker-soa-rows = { $count ->
    [one] One control is not complete: decision, reason or justification is missing.
   *[other] { $count } controls are not complete: decision, reason or justification is missing.
}
document-blocker-no-assessment = No gap analysis was started yet.
document-blocker-not-frozen = The gap analysis is open; freeze it first.
document-blocker-no-systems = The register holds no system yet.
document-blocker-scope-undecided = { $count ->
    [one] For one system it is not decided whether it is in scope.
   *[other] For { $count } systems it is not decided whether they are in scope.
}

document-blocker-no-reason = { $count ->
    [one] One system is out of scope or restricted without a reason.
   *[other] { $count } systems are out of scope or restricted without a reason.
}

document-field-organisation = Organisation
document-field-scope = Scope
document-field-assessment = Assessment
document-field-decision = Decision
document-field-reasons = Reasons
document-field-exclusion-basis = Ground of exclusion
document-field-delivery = Delivery
document-field-delivery-note = Contract
document-field-justification = Justification
document-field-rests-on = What the reasons rest on
document-field-conformity = Conformity
document-field-grade = Grade
document-field-statement = Gap
document-field-name = Name
document-field-status = Life-cycle stage
document-field-purpose = Intended purpose
document-field-supplier = Supplier
document-field-tier = EU AI Act tier

approval-title = { $document }, version { $version }

approval-state-sent-back = Sent back

approval-manner-in-app = In Cairn, signed
approval-manner-paper = On paper
approval-manner-override = Alone, with an override

approval-bar-no-permission = Your roles do not allow you to approve. A consultant prepares and recommends; an approver of the organisation decides.
approval-bar-own-request = You asked for this yourself. Another approver decides, or you record their approval on paper.
approval-bar-override-needed = You asked for this yourself and nobody else may approve. You can approve alone with a reason, which is printed in the document.

approval-check-scope-boundaries = The scope says which activities, places and systems it covers
approval-check-scope-parties = Interested parties and their demands were considered (4.2)
approval-check-scope-explain = I could explain to an auditor why anything is left out
approval-check-soa-changes = I read what changed since the version in force
approval-check-soa-exclusions = Each exclusion is sound, and I would defend it
approval-check-soa-evidence = What is said to be in place can be shown
approval-check-soa-explain = I could explain this statement to an auditor
approval-check-gap-changes = I read what changed since the version in force
approval-check-gap-blockers = What blocks certification is named and owned
approval-check-gap-explain = I could explain this result to management
approval-check-register-changes = I read what changed since the version in force
approval-check-register-complete = I know of no AI system that is missing
approval-check-register-explain = I could explain each scope decision to an auditor

sign-off-title = Approval
sign-off-prepared = Prepared by
sign-off-submitted = Sent for approval
sign-off-approved-by = Approved by
sign-off-approved = Approved, signed in the trail
sign-off-approved-alone = Approved alone, with an override
sign-off-override = Nobody else may approve. Reason: { $reason }
sign-off-bound = Bound to content { $hash }
sign-off-on-paper = Approved on paper, recorded by { $recorder }
sign-off-paper-evidence = See { $evidence }. This is no digital signature.
sign-off-signature = Signature
sign-off-date = Date
sign-off-waiting = Waiting for approval
sign-off-not-asked = Not sent for approval yet
