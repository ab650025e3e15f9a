# The trail where the program speaks without a window: choices of its filters, conflicts of undo, the report.

trail-noun-action = Actions
trail-noun-approval = Approvals
trail-noun-candidate = Candidates
trail-noun-classification = Classification
trail-noun-comment = Comments
trail-noun-device = Devices
trail-noun-document = Documents
trail-noun-evidence = Evidence
trail-noun-gap = Gap analysis
trail-noun-import = Imports
trail-noun-link = Links
trail-noun-member = Members
trail-noun-obligation = Obligations
trail-noun-organisation = Organisation and scope
trail-noun-plan = Plan
trail-noun-schema = Format of the file
trail-noun-soa = Statement of Applicability
trail-noun-sweep = Discovery
trail-noun-system = AI systems
trail-noun-trail = Undo and redo
trail-noun-view = Saved views
trail-noun-workspace = Workspace

trail-conflict-field = { $field } of { $record }
trail-conflict-more = { $more ->
    [one] { $fields } and one more
   *[other] { $fields } and { $more } more
}

history-report-title = History
history-report-standfirst = What was done in the AI management system of { $organisation }, by whom, when and why.
history-report-which = Shown
history-report-whole = The whole trail
history-report-date = State of
history-report-shown = entries shown
history-report-entries = entries in the trail
history-report-people = people
history-report-entry = Entry
history-report-day = Day
history-report-time = Time, UTC
history-report-who = Who
history-report-what = What
history-report-reason = Why
history-report-subject = Part
history-report-id = Id
history-report-empty = No entry fits what was asked for.
history-report-sheet = History
history-report-with-text = with the words “{ $value }”
history-report-with-actor = by { $value }
history-report-with-subject = about { $value }
history-report-with-kind = about records of the kind { $value }
history-report-with-action = part: { $value }
history-report-with-from = from { $value }
history-report-with-until = before { $value }
