# Classification under the EU AI Act: list, wizard, decision record.

classification-title = Classification
classification-figures =
    { $classified } of { $total } systems classified, { $drafts ->
        [0] none under way
        [one] 1 under way
       *[other] { $drafts } under way
    }
classification-none = Systems from the register are classified here, one by one.
classification-to-systems = Go to AI systems
classification-next = Classify next
classification-column-system = System
classification-column-standing = Classification
classification-column-tier = Tier in force
classification-column-mark = Look again
classification-mark-changed = Changed since
classification-mark-outdated = Rules have changed since
classification-mark-review-due = Review due
classification-column-by = Decided by
classification-column-at = Decided
classification-column-review = Look again
classification-standing-draft = Under way
classification-standing-open = Not begun
classification-standing-decided = Signed
classification-standing-superseded = Replaced by a later decision
classification-ready = Ready to sign
classification-missing =
    { $count ->
        [one] 1 question open
       *[other] { $count } questions open
    }
classification-outdated = Rules have changed since

classification-crumb = { $name } ({ $code })
classification-about = Answer for { $name }.
classification-close = Save and close
classification-choose = Choose an answer
classification-optional = Optional
classification-confirm = Confirm with counsel
classification-confirm-why = A reading of the text that no court or authority has settled yet. Let counsel confirm it before you rely on it.
classification-reason = Reason for your answer
classification-ask = Not sure? Ask: { $who }.
classification-needless = Your other answers have made this question needless.
classification-go-on = Go on
classification-conflict-contradiction = These answers cannot both be true
classification-conflict-doubt = Look at this again
classification-step-at = Question { $at } of { $of }
classification-step-checked = { $count } points checked
classification-step-unsure =
    { $count ->
        [one] 1 not sure yet
       *[other] { $count } not sure yet
    }
classification-step-never = Does not apply
classification-step-review = Review and sign

classification-so-far = Outcome so far
classification-changes = Changes as you answer
classification-outcome = Outcome so far: { $tier }
classification-open =
    { $count ->
        [one] 1 question is still open.
       *[other] { $count } questions are still open.
    }
classification-applies-from = Applies from { $date }
classification-applies-since = Applies since { $date }
classification-duties = Duties
classification-duties-count =
    { $count ->
        [one] 1 duty
       *[other] { $count } duties
    }
classification-duties-new = { $count }, of which { $fresh } new
classification-duties-none = No duty follows from the answers.
classification-duties-open =
    { $count ->
        [one] No duty is certain yet; 1 can still come.
       *[other] No duty is certain yet; { $count } can still come.
    }
classification-duty-formal = formally { $date }
classification-effect-title = What this answer changes
classification-effect-why = Because of: { $answers } ({ $refs })
classification-open-title = Open questions
classification-possible = Still possible: { $outcomes }. At worst: { $worst }. { $count ->
    [0] No further duty can come.
    [one] One further duty can come.
   *[other] { $count } further duties can come.
 }
classification-possible-none = nothing more
classification-supposed =
    { $count ->
        [one] So far 1 question is open and is taken to bring nothing more.
       *[other] So far { $count } questions are open and are taken to bring nothing more.
    }
classification-new = New
classification-show-all = Show all { $count }
classification-show-fewer = Show fewer

classification-record-line = Classification decision { $code }, version { $version }
classification-record-none = Classification decision
classification-sentence-out-of-scope = The Act does not apply to { $name }
classification-sentence-prohibited = { $name } is prohibited
classification-sentence-high = { $name } is high-risk
classification-sentence-limited = { $name } has transparency duties
classification-sentence-minimal = { $name } is minimal risk
classification-sentence-open = { $name } is not classified yet
classification-roles = Roles of { $organisation }: { $roles }.
classification-worst = At worst: { $tier }.
classification-outcome-line = { $label } ({ $refs }). { $explain }
classification-outcome-from = From { $date }.
classification-from = It matters from { $date }.
classification-day-limited = { $date } ({ $limit })
classification-days = Days to prepare
classification-days-until = until { $date }
classification-in-force = In force
classification-since = since { $date }
classification-signed = Signed
classification-unsigned = Not signed
classification-waiting = Waiting
classification-sign = Sign decision
classification-again = Classify again
classification-edit = Go through the answers
classification-last-question = Back to the last question
classification-sign-keys = Ctrl Enter
classification-sign-keys-mac = ⌘ Return
classification-settled-by = Settled by: { $question } { $answers }.
classification-discard = Throw the draft away
classification-refusals = Before it can be signed
classification-before-signing =
    { $count ->
        [one] 1 point left
       *[other] { $count } points left
    }
classification-signed-toast = Classification of { $name } signed
classification-reset-toast = Draft thrown away
classification-findings = Findings
classification-settled =
    { $count ->
        [0] { $of } questions answered
        [one] 1 of { $of } answers settled this
       *[other] { $count } of { $of } answers settled this
    }
classification-duty-article = Article
classification-duty-what = What we must do
classification-duty-roles = As
classification-duty-from = From
classification-duty-state = State
classification-duty-helps = Helped by { $ids }
classification-duties-standing = { $count ->
        [one] 1 duty
       *[other] { $count } duties
    }: { $met } met, { $begun } in progress
classification-reasons = Written reasons
classification-note-missing = Not written yet
classification-changed = What changed since version { $version }
classification-changed-nothing = Nothing changed.
classification-changed-tier = Tier: { $before } before, { $after } now
classification-changed-added = New: { $label }
classification-changed-removed = No longer: { $label }
classification-duty-added = New duty from { $date }: { $label }
classification-duty-removed = No longer a duty: { $label }
classification-duty-moved = Moved from { $before } to { $after }: { $label }
classification-aside = Signature and basis
classification-signature = Signature
classification-decided-by = Decided by
classification-recommended-by = Recommended by
classification-recommended = Recommended
classification-recommended-note = A consultant recommends; management has still to decide. The printed record has the place for its signature.
classification-nobody = Nobody yet
classification-look-again = Look again on { $date }
classification-when = When to look again
classification-review = At the latest on
classification-when-purpose = Intended purpose changes
classification-when-model = New model version or market
classification-when-law = Change in the law
classification-basis = Basis
classification-rules = Rule set { $version }, law as of { $date }
classification-hash = Fingerprint of the rules
classification-history = Decisions
classification-version = { $code }, version { $version }
classification-unknown = Not known yet: the case stays open here
classification-ask-action = Make an action
classification-ask-title = Find out: { $question }
classification-ask-whom = Who finds out
classification-ask-due = Until
classification-asked = Made an action to find out
classification-ask-made = { $code } with { $name }

# Several rules, and many systems
classification-pack = Rules
classification-other-rules = What other rules would change
classification-sentence-other = { $name }: { $tier }
classification-similar = How similar systems were answered
classification-take = Take this answer
classification-evidence = Evidence for this answer
classification-evidence-add = Add evidence
classification-evidence-item = { $code } { $title }
classification-evidence-line = Evidence: { $code } { $title }
classification-evidence-release = Take { $title } away from this answer
classification-queue = Queue
classification-queue-figures = { $decided } of { $total } decided ({ $percent })
classification-queue-place = { $place } of { $waiting } waiting
classification-queue-level = Screening: { $level }.
classification-queue-next = Next system
classification-queue-previous = Previous
classification-queue-leave = Back to the list
classification-shift-version = Version of the rules
classification-shift-before = Decided as
classification-shift-after = Would be
classification-shift-duties = What would change
classification-shift-decided = Decided by rule set { $version }
classification-shift-missing = { $count ->
    [one] one question open
   *[other] { $count } questions open
 }
classification-shift-added = { $count ->
    [one] one duty more
   *[other] { $count } duties more
 }
classification-shift-removed = { $count ->
    [one] one duty less
   *[other] { $count } duties less
 }
classification-shift-moved = { $count ->
    [one] one date moved
   *[other] { $count } dates moved
 }
classification-shift-figures = { $decided ->
    [one] One signed decision
   *[other] { $decided } signed decisions
 } looked at. Another tier: { $tiers }. Other duties or dates only: { $duties }. With open questions: { $open }.
classification-shift-none = { $decided ->
    [0] No decision is signed yet, so there is nothing to compare.
   *[other] Nothing would change under version { $version } of the rules: every signed decision comes out the same.
}
classification-begin-many = { $count ->
    [one] Classify it again
   *[other] Classify these { $count } again
 }
classification-begun-many = { $count ->
    [one] One draft begun
   *[other] { $count } drafts begun
 }
classification-system-changed = System changed since
classification-facts = The system as the register describes it
classification-facts-changed = { $count ->
    [one] one fact changed since
   *[other] { $count } facts changed since
 }
classification-fact-now = Now: { $now }
