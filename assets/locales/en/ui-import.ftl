# Bringing a spreadsheet into the register.

import-title = Import
import-promise = Nothing is written before the last step
import-choose = Choose a file
import-files = Excel and CSV files
import-empty = Choose an Excel or CSV file of AI systems, or drop one here. Any header will do.
import-other = Another file
import-run =
    { $count ->
        [0] Nothing to import
        [one] Import 1 system
       *[other] Import { $count } systems
    }
import-done = { $created } created, { $updated } updated
import-done-detail = From { $file }: { $unchanged } unchanged, { $left } left out, { $problems ->
    [0] no problem left
    [one] 1 problem left
   *[other] { $problems } problems left
 }.
import-done-mapping = The columns are remembered as “{ $name }”.
import-nothing-written = Nothing had to be written
import-to-register = Open the register
import-to-entry = See entry { $entry }
import-undo = Undo the import
import-undone = The import of { $file } was undone. The register is as it was before.
import-to-columns = Columns
import-to-check = Check
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-done = Import
import-step-problems =
    { $count ->
        [0] No problems
        [one] 1 problem
       *[other] { $count } problems
    }
import-step-nothing = Nothing written yet
import-step-written = Written
import-step-writing = Writing now
import-left = Problems left
import-left-more = { $count ->
    [one] 1 more text
   *[other] { $count } more texts
}
import-left-rows = { $count ->
    [one] In 1 row
   *[other] In { $count } rows
}
import-own = This file is an export of this workspace. Only what was changed in it is taken over; what was changed here since stays.
import-preview = First rows of the sheet
import-header-is = Row { $row } holds the headers
import-header-help = If the headers are in another row, choose that row here or by its number below.
import-sheet-of = { $name } ({ $rows ->
    [one] 1 row
   *[other] { $rows } rows
 })
import-mapping = Use columns as in
import-mapping-proposed = What is proposed
import-mapping-name = Remember these columns as
import-mapping-help = Columns and values you chose are remembered with the import and offered for files with the same headers.
import-blocked-group = { $what }: { $header }
import-proposal = Proposal
import-values = First values
import-sure = { $percent } %: { $reason }
import-filled = { $letters }, { $count ->
    [one] 1 cell
   *[other] { $count } cells
 }
import-old-values = Old values stay in the history
import-one-step = The import is one step: it is written whole or not at all, and can be undone as one entry in the trail.
import-decisions = Your decisions
import-decisions-help = Each can be taken back
import-take-back = Take back: { $what }
import-problems = Problems
import-problems-help = Everything that does not fit a field is kept as an imported fact
import-problem = Problem
import-decide = Decide
import-group-column = { $header } ({ $letters })
import-nothing-to-do = There is nothing to decide here; it is good to know.
import-quoted = “{ $text }”
import-cells =
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    }
import-take = Take this value as…
import-take-of = Take “{ $text }” as
import-take-do = Take
import-blank = Leave blank
import-blank-all = Leave all blank
import-as-new = Make a new system
import-as-new-all = Make new systems of all
import-skip = Leave out
import-skip-one = Leave out
import-skip-all = Leave all these rows out
import-fit-control-character = Take the characters out
import-fit-text-too-long = Cut to fit
import-fit-date-without-day = Take the first day of each
import-accept = Take all as they stand
import-accept-one = Take as it is
import-keep-cairn-all = Keep all values in Cairn
import-keep-file-all = Take all values of the file
import-twin-create = Create
import-twin-skip = Leave out
import-twin-update = Update
import-twin-create-all = Create all
import-twin-skip-all = Leave all out
import-twin-update-all = Update those that exist
import-date-order = Dates are read as
import-date-order-day-month = Day/month
import-date-order-month-day = Month/day
import-choose-header = Choose the header row
import-other-column = Use another column for { $field }
import-texts = { $what }, by text
import-texts-all = Show all { $count } texts
import-list-show = Show row by row
import-list-hide = Hide the rows
import-find-problem = Find in problems
import-find-row = Find in rows
import-show = Show
import-show-problems = With problems
import-show-create = New
import-show-update = To update
import-show-unchanged = Unchanged
import-show-skip = Left out
import-show-stop = Exists already
import-found = { $found } of { $of } rows
import-no-rows = No row fits. Clear the filter to see all rows.
import-is = System
import-kept =
    { $count ->
        [one] 1 kept
       *[other] { $count } kept
    }
import-row-title = Row { $row }: { $name }
import-no-changes = This row changes nothing.
import-field = Field
import-here = In Cairn now
import-base = At the export: { $text }
import-empty-value = empty
import-side-of = Whose value stays in { $field } of row { $row }
import-side-cairn = Cairn: { $text }
import-side-file = File: { $text }
import-side-keep = Keep Cairn
import-side-take = Take file
import-state-file = Changed in the file
import-state-cairn = Changed here since
import-state-conflict = Changed in both
import-facts =
    { $count ->
        [one] 1 imported fact
       *[other] { $count } imported facts
    }
import-count-unchanged = unchanged
import-count-left = left out
import-columns = Columns
import-mapped = { $mapped } of { $of } go to a field
import-sheet = Sheet
import-header-row = Header in row
import-header-none = No header
import-saved = Columns as in your import of { $name }
import-in-file = In the file
import-in-cairn = In Cairn
import-column = Column { $letters }
import-target-of = Where { $header } goes
import-target-fact = Imported fact
import-target-ignore = Do not import
import-reason-known-layout = Known layout
import-reason-own-export = Our own export
import-reason-same-header = Same name
import-reason-similar-header = Similar name
import-reason-known-codes = Ids of systems that are here
import-reason-saved = As last time
import-reason-chosen = Your choice
import-reason-field-taken = Another column fits better
import-reason-other-scheme = A judgement of another scheme stays a fact
import-reason-no-match = No field fits
import-dry-run = Dry run
import-number = { $count }
import-count-rows = rows
import-count-created = new
import-count-updated = to update
import-count-skipped = left as they are
import-count-problems = problems
import-policy = If the system exists
import-policy-stop = Stop
import-policy-skip = Skip
import-policy-update = Update
import-stopped = Some systems exist already. Choose Skip or Update to go on.
import-place = Row { $row } { $column }
import-row = Row
import-result = Result
import-outcome-create = New
import-outcome-update =
    { $fields ->
        [one] Update 1 field
       *[other] Update { $fields } fields
    }
import-outcome-unchanged = Unchanged
import-outcome-skip = Left out
import-outcome-stop = Exists already
