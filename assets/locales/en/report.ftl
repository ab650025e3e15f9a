# Words every report shares.

report-as-of = State of { $time }
report-checkpoint = Trail checkpoint { $entries }
report-document = { $title }, { $version }
report-draft = draft
report-moment = { $date }, { $time } UTC
report-none = none
report-not-named = Not named yet
report-page = Page { $page } of { $pages }
report-titles-from = Control titles: { $standard }
report-version = Version
report-foot-approved = version { $version }
report-foot-draft = version { $version }, draft
report-version-past = as it was on { $date }
report-version-draft = { $version }, draft of { $date }
report-version-approved = { $version }, approved { $date }
report-owner = Owner
report-approver = Approved by
report-no-data = no data
report-warning-missing = { $count ->
    [one] The character { $character } is in none of the fonts; it is printed as a replacement mark.
   *[other] The character { $character } is in none of the fonts; it is printed as a replacement mark in { $count } places.
}
report-warning-unshaped = Text in the script of { $character } is printed letter by letter ({ $count } characters).
report-warning-cell = { $sheet }, { $cell }: { $message }
report-warning-other = Something in the report could not be printed as written.

sheet-answer = Answer
sheet-basis = Basis
sheet-choose = Choose one of the words of the list.
sheet-classification = Classification
sheet-confidence = Confidence
sheet-contract = Contract
sheet-crosswalk = Crosswalk
sheet-crosswalk-limits = Helps you reuse work. A related entry is a candidate to look at, never proof of conformity.
sheet-crosswalk-title = { $from } to { $to }
sheet-delivery = Delivery
sheet-demand = Demand
sheet-demands = Demands
sheet-effort = Working days
sheet-evidence = Evidence
sheet-exclusion-basis = Ground of exclusion
sheet-gap = Gap analysis
sheet-heading = { $organisation }, state of { $date }, trail checkpoint { $entries } { $hash }
sheet-issue-approval = { $role }: { $person }, { $what }
sheet-issue-approved = Version { $version }, approved on { $date } by { $approver }. Owner: { $owner }.
sheet-issue-draft = Draft: version { $version } of { $date }, not approved. Owner: { $owner }. Approver: { $approver }.
sheet-met = Met
sheet-note = Note
sheet-obligations = Obligations
sheet-origin = Origin
sheet-owner = Owner
sheet-record-seen = Record seen
sheet-reference = Reference
sheet-register = AI systems
sheet-relation = Relation
sheet-score = Score
sheet-roadmap-actions = Actions
sheet-roadmap-steps = Steps
sheet-scope = Scope
sheet-seen-on = Record of
sheet-seen-owner = Kept by
sheet-soa = Statement of Applicability
sheet-source = Source
sheet-strength = Strength
sheet-title = Title
sheet-unresolved = not in this framework

relation-equal = Equal
relation-equivalent = Equivalent
relation-subset = Subset
relation-superset = Superset
relation-intersects = Intersects
relation-not-related = Not related
relation-related = Related
relation-none = No counterpart
origin-published = Published
origin-title-identity = Same title
origin-judgement = Our judgement

scope-report-title = Scope of the AI management system
scope-report-standfirst = What the AI management system of { $organisation } covers (ISO/IEC 42001:2023, 4.3).
scope-report-statement = Scope
scope-report-organisation = The organisation
scope-report-systems = AI systems in scope
scope-report-systems-note = As decided in the register on the day of this state; the register is a document of its own.
scope-report-no-systems = No system is in scope yet.
