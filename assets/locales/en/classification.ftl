# Classification: words that are stored or exported.

classification-record = { $rules } classification of { $name }

classification-effect-met = Met
classification-effect-not-met = Not met
classification-effect-carve-out = Carved out
classification-effect-closed = Settles it
classification-effect-fact = Noted

# The decision record as a report.
classification-report-title = { $rules } classification
classification-report-standfirst = What the law makes of one AI system of { $organisation }, the facts it rests on, and what follows.
classification-report-system = AI system
classification-report-roles = Our roles
classification-report-rules = Rules
classification-report-pack = { $title }, state of { $date }. Pack { $pack } { $version }, SHA-256 { $hash }
classification-report-record = Decision
classification-report-described = { $facts }.
classification-report-until = until { $date }
classification-report-owner = Owner, until
classification-report-signed = version { $version }, decided { $date }
classification-report-draft = version { $version }, draft
classification-report-tier-out-of-scope = The EU AI Act does not apply to { $name }.
classification-report-tier-prohibited = { $name } is a prohibited practice.
classification-report-tier-high = { $name } is a high-risk AI system.
classification-report-tier-limited = { $name } has transparency duties.
classification-report-tier-minimal = { $name } has no duties by its tier.
classification-report-tier-open = { $name } is not classified yet; at worst it comes to: { $worst }.
classification-report-from = Applies from { $date }.
classification-report-outcome-from = { $outcome }, from { $date }.
classification-report-findings = Answers that settle it
classification-report-findings-so-far = Answers that settle something so far
classification-report-missing = Open questions, and whom to ask
classification-report-ask = Ask
classification-report-possible = Still possible: { $outcomes }. At worst: { $worst }. { $count ->
    [0] No further duty can come.
    [one] One further duty can come.
   *[other] { $count } further duties can come.
}
classification-report-more = { $title } ({ $count ->
    [one] one more in the annex
   *[other] { $count } more in the annex
})
classification-report-conflict = Look again
classification-report-conflicts = Look again: { $labels }
classification-report-confirm = Confirm with counsel
classification-report-confirm-legend = * Confirm with counsel: rests on an amendment, guideline or reading that was not settled or not read in full.
classification-report-annex-findings = Answers that settle it, with reasons and evidence
classification-report-annex-missing = All open questions
classification-report-annex-duties = Obligations in full
classification-report-as = As { $roles }
classification-report-day-open = { $date } at the earliest; open answers decide
classification-report-formal = formally { $date }
classification-report-others = The other answers
classification-report-reasons = Written reasons
classification-report-duties-counted = { $count ->
    [one] One obligation from { $from }, in the annex.
   *[other] { $count } obligations, the first from { $from }, the last from { $to }; all stand in the annex.
}
classification-report-duties = Obligations
classification-report-duties-so-far = Obligations that are certain already
classification-report-article = Provision
classification-report-question = Question
classification-report-answer = Answer
classification-report-facts = The system as the register describes it
classification-report-fact = Fact
classification-report-fact-value = At the decision
classification-report-fact-today = Today
classification-report-fact-now = { $then } (now: { $now })
classification-report-glance-count = { $count ->
    [one] one obligation, in the annex
   *[other] { $count } obligations, in the annex
}
classification-report-glance-group = { $group }: { $provisions }
classification-report-provisions = Provisions
classification-report-effect = Effect
classification-report-evidence = Evidence: { $code } { $title }
classification-report-duty = What to do
classification-report-binds = Binds us as
classification-report-applies = Applies from
classification-report-no-duties = The classification gives no duties.
classification-report-decision = Decision
classification-report-recommender = Recommended by (consultant)
classification-report-recommended-words = Recommended to management
classification-report-decider = Decided by
classification-report-signed-words = Decided, signed in the trail
classification-report-review = Next review { $date }
classification-report-undecided = A recommendation until management signs
classification-report-unsigned = A proposal of the rules until a person signs

obligation-report-title = Register of obligations
obligation-report-standfirst = Legal duties of { $organisation } from the signed classifications of its AI systems, and where each stands.
obligation-report-systems = Systems with duties
obligation-report-date = State of
obligation-report-notice = A duty is met when a person says so on evidence for that article. Controls named as helping show where work can be reused; they prove nothing.
obligation-report-all = obligations
obligation-report-due = apply and are not met
obligation-report-met = met
obligation-report-not-ours = not ours
obligation-report-status = Status
obligation-report-owner = Owner
obligation-report-until = Until
obligation-report-evidence = Evidence
obligation-report-helps = Helped by
obligation-report-law = Law
obligation-report-group = { $name }: { $law }
obligation-report-law-counts = { $law }: { $all } in all, { $met } met.
obligation-report-rules = About the rules: { $law }
obligation-report-empty = No signed classification gives a duty yet.

obligation-status-open = Open
obligation-status-in-progress = In progress
obligation-status-met = Met, evidence attached
obligation-status-not-ours = Not ours
