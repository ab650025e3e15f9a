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
trail-problem-open = Open the entry
trail-problem-more = { $count ->
    [one] One more finding.
   *[other] { $count } more findings.
}
trail-problem-advice = Somebody or something changed this file outside Cairn. Stop working in it, keep it as it is, and open the newest copy that still checks as intact: a backup, or the copy of a colleague. Compare its newest entry with the checkpoint in the foot of your last report.
trail-what = What
trail-kind = Kind of record
trail-choice = { $label }, { $count }
trail-find = Find in trail
trail-about = About { $name }
trail-everything = Show the whole trail
trail-none = No entry fits. Change the words or take away a filter.
trail-days = Days
trail-days-first = First day
trail-days-last = Last day
trail-days-from = Since { $from }
trail-days-to = Until { $to }
trail-days-between = { $from } to { $to }
trail-since-today = Today
trail-since-week = Seven days
trail-since-month = 31 days
trail-count = { $found } of { $total }
trail-detail = Entry
trail-when-who = { $when }, { $who }
trail-changes = What changed
trail-no-changes = This entry changed no field.
trail-linkage = How it is linked
trail-entry-before = Entry before
trail-this-entry = This entry
trail-open = Open { $name }
trail-copy = Copy id
trail-copied = Id copied
trail-copy-failed = The id could not be copied. It stands above, under signature.
trail-of-record = History of { $name }
trail-the-record = the record
trail-taken-back = Took back entry { $entry }
trail-holds = Verified
trail-holds-not = Does not hold
trail-signed = Who signed it
trail-device = Device
trail-program = Program
trail-signature = Signature
trail-id = Id
trail-entry-after = Entry after
trail-entry-next = Next entry
trail-entry-newest = This is the newest entry
trail-undo = Undo this entry
