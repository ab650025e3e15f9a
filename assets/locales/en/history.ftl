# What was done, one sentence per entry, and the words of its changes.

history-undo = Undid entry { $entry }: { $what }
history-entry-undo = Undid entry { $entry }
history-redo = Did entry { $of } again: { $what }
history-candidate-accept = Accepted { $name } as { $code }
history-candidate-accept-many = Accepted { $count } candidates as systems
history-candidate-create = Noted the candidate { $code } { $name }
history-candidate-dismiss = Dismissed { $name }
history-candidate-dismiss-many = Dismissed { $count } candidates
history-candidate-import = { $count ->
    [one] Brought in one candidate from { $file }
   *[other] Brought in { $count } candidates from { $file }
}
history-candidate-merge = Merged { $name } into { $system }
history-candidate-merge-many = Merged { $count } candidates into { $system }
history-candidate-return = Took back what was decided about { $name }
history-candidate-return-many = Took back what was decided about { $count } candidates
history-candidate-update = Changed the candidate { $code } { $name }
history-discovery-answer = { $title }, { $item }: { $answer }
history-discovery-clear = { $title }, { $item }: took the answer back
history-discovery-close = Closed the sweep { $title }
history-discovery-delete = Took the sweep { $title } away
history-discovery-reopen = Opened the sweep { $title } again
history-discovery-aside = Set the area { $area } aside
history-discovery-taken-up = Took the area { $area } up again
history-discovery-start = { $count ->
    [one] Started one discovery sweep
   *[other] Started { $count } discovery sweeps
}
history-discovery-update = Changed the sweep { $title }
history-workspace-create = Created the workspace of { $organisation }
history-device-admit = Admitted the device { $device }
history-device-rename = Renamed the device { $old } to { $device }
history-device-revoke = Revoked the device { $device } of { $member }
history-schema-migrate = Updated the file to format { $version }
history-kind-genesis = Created the workspace
history-kind-schema = Updated the file's format
history-kind-change = Changed
history-kind-undo = Undid an entry
history-kind-merge = Merged
history-kind-member = Changed a member
history-kind-device = Changed a device
history-kind-approval = Approved
history-kind-seal = Sealed events
history-kind-erase = Erased

history-action-create = Added action { $code } { $title }
history-action-update = Changed action { $code } { $title }
history-approval-approve = Approved { $document }, version { $version }
history-approval-override = Approved { $document }, version { $version }, alone, with an override
history-approval-paper = Recorded the approval of { $document }, version { $version }, by { $signatory } on paper
history-approval-reject = Rejected { $document }, version { $version }
history-approval-send-back = Sent back { $document }, version { $version }
history-approval-withdraw = Took back the request for { $document }, version { $version }
history-classification-answer = Classification of { $name }, { $question } Answered: { $answer }
history-classification-begin-many = Began to classify { $count ->
    [one] one system
   *[other] { $count } systems
 } again under { $rules }
history-classification-begin = Began to classify { $name } again
history-classification-decide = Signed the classification of { $name }: { $tier }
history-classification-note = Classification of { $name }, { $question } Changed the reason
history-classification-reset = Threw away the draft classification of { $name }
history-screening-set = Screened { $name }: { $level }
history-screening-thresholds = Changed the screening criteria: High from { $high } high sources on, Medium from { $medium } raised sources on. { $count ->
    [0] No level changed
    [one] One level changed
   *[other] { $count } levels changed
 }
history-screening-criteria = Changed the screening criteria: High from { $high } high sources on, Medium from { $medium } raised sources on. { $count ->
    [0] Every level holds
    [one] One level would be another
   *[other] { $count } levels would be others
 }
history-classification-taken = Classification of { $name }, { $question } Answered: { $answer }, taken over from { $from }
history-classification-take-back = Classification of { $name }, { $question } Took the answer back
history-comment-create = Commented on { $name }
history-document-submit = Sent { $document }, version { $version }, for approval
history-evidence-add = Added evidence { $code } { $title }
history-evidence-attach = Attached evidence { $code } { $title } to { $name }
history-evidence-release = Took evidence { $code } { $title } off { $name }
history-evidence-update = Changed evidence { $code } { $title }
history-gap-answer = Answered a demand of { $id } { $title }
history-gap-assess = Assessed { $id } { $title }
history-gap-assign = { $count ->
    [one] Gave one line of the gap analysis to { $name }
   *[other] Gave { $count } lines of the gap analysis to { $name }
}
history-gap-freeze = Froze the gap analysis { $name }
history-gap-start = Started the gap analysis { $name }
history-interview-import = { $count ->
    [one] Took answers to one line from the interview sheet { $file }
   *[other] Took answers to { $count } lines from the interview sheet { $file }
}
history-import-run = Imported { $file }: { $created } created, { $updated } updated
history-link-create = Linked { $from } to { $to }
history-link-delete = Took away the link from { $from } to { $to }
history-member-create = Added member { $name }
history-member-update = Changed member { $name }
history-obligation-status = Set { $duty } of { $name } to { $status ->
    [open] open
    [in-progress] in progress
    [met] met
   *[other] not ours
}
history-obligation-touch = Opened { $duty } of { $name }
history-obligation-update = Changed { $duty } of { $name }
history-organisation-update = Changed the organisation { $name }
history-reuse-accept = { $source } counts for { $line }
history-reuse-import = { $count ->
    [one] Noted one entry under { $title } from { $file }
   *[other] Noted { $count } entries under { $title } from { $file }
}
history-reuse-assess = { $count ->
    [one] Noted what exists for one entry of { $title }
   *[other] Noted what exists for { $count } entries of { $title }
}
history-reuse-decline = { $source } does not count for { $line }
history-reuse-open = Took back what was decided on { $source } for { $line }
history-request-accepted = Accepted what came for { $code } { $what }
history-request-create = Asked for { $code } { $what }
history-request-file-accepted = { $count ->
    [one] Accepted { $files } for { $code } { $what }
   *[other] Accepted { $count } files for { $code } { $what }: { $files }
}
history-request-file-refused = { $count ->
    [one] Refused { $files } for { $code } { $what }
   *[other] Refused { $count } files for { $code } { $what }: { $files }
}
history-request-propose = { $count ->
    [one] Asked for one piece of evidence
   *[other] Asked for { $count } pieces of evidence
}
history-request-receive = { $count ->
    [one] Attached one file to a request
   *[other] Attached { $count } files to requests
}
history-request-refused = Refused what came for { $code } { $what }
history-request-requested = Asked again for { $code } { $what }
history-request-update = Changed the request { $code } { $what }
history-request-withdrawn = Withdrew the request { $code } { $what }
history-roadmap-move-step = Changed the step { $step } of the roadmap
history-soa-change = Changed SoA row { $control } { $title }
history-soa-decide = Set { $control } { $title } to { $decision }
history-soa-link = { $control }: { $reason } rests on { $target }
history-soa-unlink = { $control }: { $reason } does not rest on { $target } any more
history-soa-touch = Opened SoA row { $control } { $title }
history-system-create = Added { $code } { $name }
history-system-delete = Deleted { $code } { $name }
history-system-delete-many = { $count ->
    [one] Deleted one system
   *[other] Deleted { $count } systems
}
history-system-drop-transition = Took a life-cycle step of { $code } { $name } back
history-system-drop-version = Took a version of { $code } { $name } away
history-system-merge = Merged { $from } into { $into }
history-system-transition = { $code } { $name } came into another stage: { $status ->
    [idea] idea
    [design-and-development] design and development
    [verification-and-validation] verification and validation
    [pilot] pilot
    [in-use] in use
    [suspended] suspended
   *[retired] retired
}
history-system-part = Made { $code } { $name } a part of { $parent }
history-system-part-none = { $code } { $name } is a part of no other system any more
history-system-data-set = Noted a set of data of { $code } { $name }
history-system-drop-data-set = Took a set of data of { $code } { $name } away
history-system-version = Noted a version of { $code } { $name }
history-system-update = Changed { $code } { $name }
history-system-update-many = { $count ->
    [one] Changed one system
   *[other] Changed { $count } systems
}
history-view-delete = Forgot the view { $name }
history-view-save = Saved the view { $name }

record-kind-member = Member
record-kind-system = AI system
record-kind-evidence = Evidence
record-kind-action = Action
record-kind-approval = Approval
record-kind-decision = Classification
record-kind-gap-assessment = Gap analysis
record-kind-gap-line = Gap line
search-kind-of = { $kind }, { $of }
record-kind-soa-row = SoA row
record-kind-document = Document
record-kind-obligation = Obligation
record-kind-sweep = Discovery sweep
record-kind-candidate = Candidate
record-kind-evidence-request = Evidence request

table-organisation = Organisation
table-record = Record
table-member = Member
table-device = Device
table-ai_system = AI system
table-link = Link
table-comment = Comment
table-action = Action
table-evidence = Evidence
table-evidence_use = Use of evidence
table-approval = Approval
table-document = Document
table-classification = Classification
table-gap_assessment = Gap analysis
table-gap_line = Gap line
table-gap_answer = Answer
table-soa_row = SoA row
table-control_status = Control status
table-pack = Pack
table-import_mapping = Import mapping
table-setting = Setting

column-title = Title
column-code = Code
column-class = Class (only shown)
column-owner = Owner
column-due = Due
column-deleted_at = Deleted
column-name = Name
column-status = Status
column-note = Note
column-text = Text
column-decision = Decision
column-reasons = Reasons
column-justification = Justification
column-exclusion_basis = Ground of exclusion
column-delivery = Delivery
column-delivery_note = Contract
column-control = Control
column-requirement = Requirement
column-conformity = Conformity
column-maturity = Maturity
column-statement = Gap
column-grade = Grade
column-confidence = Confidence
column-assessor = Assessor
column-not_needed_fact = Probably not needed, because
column-item = Demand
column-answer = Answer
column-record_seen = Record seen
column-answers = Answers
column-notes = Reasons
column-tier = Tier
column-provisional = Provisional
column-state = State
column-state_on = In this state since
column-evidence_use-evidence = Evidence
column-evidence_use-record = Used for
column-evidence_use-point = About
column-evidence_use-reason = Refused because
column-decided_by = Decided by
column-decided_at = Decided on
column-review_on = Review on
column-drop_reason = Reason for dropping
column-effectiveness = Effect
column-roles = Roles
column-affiliation = Affiliation
column-job_title = Job title
column-active = Active
column-sha256 = SHA-256
column-file_name = File
column-size = Size in bytes
column-reference = Reference
column-effective_on = Date of effect
column-uploaded_at = Attached on
column-valid_until = Valid until
column-body = Words
column-author = Author
column-at = When
column-relation = Relation
column-system = System
column-provenance = Provenance
column-personal_data = Personal data
column-special_categories = Special categories of personal data
column-happened_on = Happened on
column-since_on = Since
column-reason_links = What the reasons rest on
column-sector = Sector
column-description = Description
column-scope_statement = Scope
column-stage1_on = Stage 1 audit
column-stage2_on = Stage 2 audit
column-classification_mark = Who may read reports
column-report_language = Language of reports
column-imported_facts = Imported facts
column-language = Language
column-member = Member
column-number = Number
column-admitted_at = Admitted on
column-revoked_at = Revoked on
column-from_record = From
column-to_record = To
column-record = Record
column-source_record = Comes from
column-subject_record = About
column-starts_on = Starts on
column-ends_on = Ends on
column-effort_days = Effort in days
column-media_type = Kind of file
column-how = Way of approval
column-requested_by = Asked by
column-requested_at = Asked on
column-signatory = Signed by
column-reason = Reason
column-evidence = Evidence
column-recorded_by = Recorded by
column-prepared_by = Prepared by
column-reviewed_by = Reviewed by
column-approved_by = Approved by
column-next_review = Next review
column-pack = Rules
column-pack-pack = Rules or framework
column-pack_version = Version of the rules
column-framework = Framework
column-frozen_on = Frozen on
column-based_on = Based on
column-pass = Pass
column-assessed_on = Assessed on
column-seen_on = Date of the record
column-seen_owner = Record kept by
column-date = Date
column-document = Document
column-approval = Approval
column-area = Area
column-department = Department
column-closed_on = Closed on
column-sweep = Sweep
column-sweep_item-item = Source asked
column-asked_whom = Asked
column-asked_on = Asked on
column-vendor = Vendor
column-product = Product
column-model = Model
column-purpose = Purpose
column-found_by = Found by
column-change = What changed
column-effects = Effects
column-obligation = Obligation
column-level = Level
column-what = What is needed
column-requested_on = Asked on
column-received_on = Received on
column-decided_on = Decided on
column-step = Step
column-done_on = Done on
language-name-en = English
history-record-gone = a record that is no longer there
column-source = Source
column-source_id = Id in the source
column-version = Version

link-relation-depends-on-out = depends on
link-relation-depends-on-in = is needed by
link-relation-part-of-out = is part of
link-relation-part-of-in = consists of
link-relation-uses-out = uses
link-relation-uses-in = is used by
link-relation-concerns-out = concerns
link-relation-concerns-in = is the subject of
link-relation-see-also-out = see also
link-relation-see-also-in = see also

action-status-open = Open
action-status-in-progress = In progress
action-status-done = Done
action-status-verified = Verified
action-status-dropped = Dropped

assessment-state-open = Open
assessment-state-frozen = Frozen
classification-state-draft = Draft
classification-state-decided = Decided
classification-state-superseded = Superseded
document-state-draft = Draft
document-state-in-review = In review
document-state-approved = Approved
document-state-superseded = Superseded
approval-state-requested = Waiting
approval-state-approved = Approved
approval-state-rejected = Rejected
approval-state-withdrawn = Taken back

role-lead = Lead
role-contributor = Contributor
role-approver = Approver
role-internal-auditor = Internal auditor
role-reader = Reader
role-agent = Agent
affiliation-staff = Own staff
affiliation-consultant = Consultant
table-candidate = Candidate
table-document_version = Document version
table-evidence_request = Evidence request
table-obligation = Obligation
table-plan_step = Step of the plan
table-reuse = Reuse
table-saved_view = Saved view
table-data_set = Set of data
table-screening = Screening
table-sweep = Discovery sweep
table-sweep_item = Question of a sweep
table-system_transition = Life-cycle step
table-system_version = Version of a system
