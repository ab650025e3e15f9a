# The trail screen.

trail-title = Trail
trail-check = Check now
trail-verdict-intact = Trail intact
trail-verdict-intact-detail =
    { $entries ->
        [one] The one entry is whole.
       *[other] All { $entries } entries link up.
    }
trail-verdict-broken = Trail broken
trail-verdict-broken-detail =
    { $problems ->
        [one] 1 finding in { $entries } entries.
       *[other] { $problems } findings in { $entries } entries.
    }
trail-verdict-not-checked = Not checked on this computer
trail-verdict-not-checked-detail =
    { $entries ->
        [one] 1 entry waits for a check.
       *[other] { $entries } entries wait for a check.
    }
trail-checked-today = Checked today, { $time }.
trail-checked-on = Checked { $day }.
trail-checked-before = Checked on this computer.
trail-head = Newest entry
trail-column-entry = Entry
trail-column-when = When
trail-column-who = Who
trail-column-what = What
trail-column-link = Link
trail-more = Only the first 200 rows are shown.
trail-problem-entry = Entry { $entry }
trail-problem-row = { $table }, row { $record }
trail-problem-file = The file
trail-what = What
trail-what-system = AI systems
trail-what-classification = Classification
trail-what-gap = Gap analysis
trail-what-soa = Statement of Applicability
trail-what-evidence = Evidence
trail-what-action = Actions
trail-what-organisation = Organisation
trail-what-member = Members
trail-since = Since
trail-since-today = Today
trail-since-week = Seven days ago
trail-since-month = A month ago
trail-count = { $found } of { $total }
trail-detail = Entry
trail-when-who = { $when }, { $who }
trail-changes = What changed
trail-no-changes = This entry changed no field.
trail-linkage = How it is linked
trail-entry-before = Entry before
trail-this-entry = This entry
trail-open = Open { $name }
trail-copy = Copy hash
trail-undo = Undo this entry
trail-undone = Entry undone
