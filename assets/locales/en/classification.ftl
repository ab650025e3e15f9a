# Classification: words that are stored or exported.

classification-record = { $rules } classification of { $name }

classification-effect-met = Met
classification-effect-not-met = Not met
classification-effect-carve-out = Carved out
classification-effect-closed = Closed
classification-effect-fact = Fact

# The decision record as a report.
classification-report-title = { $rules } classification
classification-report-standfirst = What the law makes of one AI system of { $organisation }, the facts it rests on, and what follows.
classification-report-system = AI system
classification-report-roles = Our roles
classification-report-rules = Rules
classification-report-pack = { $title }, state of { $date } (pack { $version })
classification-report-signed = { $version }, decided { $date }
classification-report-draft = { $version }, draft
classification-report-tier-out-of-scope = The EU AI Act does not apply to { $name }.
classification-report-tier-prohibited = { $name } is a prohibited practice.
classification-report-tier-high = { $name } is a high-risk AI system.
classification-report-tier-limited = { $name } has transparency duties.
classification-report-tier-minimal = { $name } has no duties by its tier.
classification-report-tier-open = { $name } is not classified yet; at worst it comes to: { $worst }.
classification-report-from = Applies from { $date }.
classification-report-findings = Answers that settle it
classification-report-others = Annex: the other answers
classification-report-reasons = Written reasons
classification-report-duties = Obligations
classification-report-article = Provision
classification-report-question = Question
classification-report-answer = Answer
classification-report-facts = The system as the register describes it
classification-report-fact = Fact
classification-report-fact-value = At the decision
classification-report-fact-now = { $then } (now: { $now })
classification-report-glance = Obligations at a glance
classification-report-glance-provisions = { $count }: { $provisions }
classification-report-group = Group
classification-report-provisions = Provisions
classification-report-effect = Effect
classification-report-evidence = Evidence: { $code } { $title }
classification-report-duty = What to do
classification-report-binds = Binds us as
classification-report-applies = Applies from
classification-report-no-duties = The classification gives no duties.
classification-report-decision = Decision
classification-report-decider = Decided by
classification-report-signed-words = Decided, signed in the trail
classification-report-review = Next review { $date }
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
obligation-report-empty = No signed classification gives a duty yet.

obligation-status-open = Open
obligation-status-in-progress = In progress
obligation-status-met = Met, evidence attached
obligation-status-not-ours = Not ours
