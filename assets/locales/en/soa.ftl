# Statement of Applicability: decisions, reasons, checks and the report.

soa-decision-included = Included
soa-decision-excluded = Excluded
soa-decision-not-decided = Not decided

delivery-own = Own
delivery-shared = Shared with a provider
delivery-provider = By a provider
delivery-shared-sentence = Delivered together with a provider: { $contract }.
delivery-provider-sentence = Delivered by a provider: { $contract }.

control-status-not-started = Not started
control-status-planned = Planned
control-status-in-part = In part
control-status-in-place = In place
control-status-in-place-with-records = In place with records

inclusion-reason-risk-treatment = Risk treatment
inclusion-reason-risk-treatment-letter = R
inclusion-reason-risk-treatment-short = risk
inclusion-reason-law = Law
inclusion-reason-law-letter = L
inclusion-reason-law-short = law
inclusion-reason-contract = Contract
inclusion-reason-contract-letter = C
inclusion-reason-contract-short = contract
inclusion-reason-ai-objective = AI objective
inclusion-reason-ai-objective-letter = O
inclusion-reason-ai-objective-short = objective
inclusion-reason-own-policy = Own policy
inclusion-reason-own-policy-letter = P
inclusion-reason-own-policy-short = own policy
inclusion-reason-good-practice = Good practice
inclusion-reason-good-practice-letter = G
inclusion-reason-good-practice-short = good practice

exclusion-basis-not-needed-by-risk = The risk assessment does not need it
exclusion-basis-not-needed-by-risk-sentence = Not needed by the risk assessment.
exclusion-basis-not-required-or-exempt = No outside requirement asks for it, or one exempts it
exclusion-basis-not-required-or-exempt-sentence = No outside requirement asks for it, or one exempts it.

soa-check-not-decided = Not decided yet
soa-check-proposed-not-needed = An interview proposes that it is not needed; that decides nothing
soa-check-no-reason = No reason for inclusion chosen
soa-check-no-owner = Nobody owns it
soa-check-records-without-evidence = Marked with records, but no evidence is attached
soa-check-provider-without-contract = Delivered by a provider, but no contract is named
soa-check-status-against-gap = Status and latest gap score tell different stories
soa-check-no-exclusion-basis = No ground for the exclusion chosen
soa-check-excluded-but-needed = Excluded, although a risk, a law or a contract needs it
soa-check-ahead-of-treatment = Rests on a risk assessment or treatment, but none is approved yet
soa-check-no-justification = No justification written
soa-check-same-justification = Another control carries the same sentence
soa-check-justification-written = Justification written

soa-report-title = Statement of Applicability
soa-report-standfirst = Which Annex A controls of ISO/IEC 42001:2023 { $organisation } applies to its AI management system, and why.
soa-report-scope = Scope
soa-report-decided = { $decided } of { $rows } controls are decided.
soa-report-basis-treatment = Reasons follow the risk treatment (6.1.3) and applicable law.
soa-report-basis-none = Draft: not yet based on a risk treatment.
soa-report-included = { $provider ->
    [0] included
   *[other] included, { $provider } of them by a provider
 }
soa-report-excluded = excluded
soa-report-not-decided = not decided
soa-report-delivered = Included, delivered by a provider
soa-report-reasons = Reasons: { $reasons }
soa-report-control = Control
soa-report-decision = Decision
soa-report-reason = Reasons
soa-report-status = Status
soa-report-justification = Justification
soa-report-summary = All controls with decision, reasons, status and justification
soa-report-empty = No controls.
soa-report-untreated = { $count ->
    [one] { $controls } rests on a risk assessment or treatment, but none is approved yet. Confirm it once one is.
   *[other] These rows rest on a risk assessment or treatment, but none is approved yet: { $controls }. Confirm them once one is.
 }
soa-report-excluded-but-needed = Contradiction: a risk, a law or a contract needs it.
soa-report-evidence = Evidence: { $codes }.
soa-report-proposed-not-needed = An interview proposes that this control is not needed; not yet decided.
