# Bringing a spreadsheet into the register.

import-title = Import
import-promise = Nothing is written before the last step
import-choose = Choose a file
import-files = Excel and CSV files
import-empty = Choose an Excel or CSV file of AI systems, or drop one here. Any header will do.
import-other = Another file
import-run =
    { $count ->
        [one] Import one system
       *[other] Import { $count } systems
    }
import-done = { $created } created, { $updated } updated
import-columns = Columns
import-mapped = { $mapped } of { $of } go to a field
import-sheet = Sheet
import-header-row = Header in row
import-header-none = No header
import-saved = Columns as in your import of { $name }
import-in-file = In the file
import-in-cairn = In Cairn
import-column = Column { $letters }
import-column-empty = empty
import-target-of = Where { $header } goes
import-target-fact = Keep as imported fact
import-target-ignore = Do not import
import-reason-known-layout = Known layout
import-reason-own-export = Our own export
import-reason-same-header = Same name
import-reason-similar-header = Similar name
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
        [one] Update one field
       *[other] Update { $fields } fields
    }
import-outcome-unchanged = Unchanged
import-outcome-skip = Left out
import-outcome-stop = Exists already
