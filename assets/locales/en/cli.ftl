# What cairnctl says to a person.

cli-info = { $organisation } ({ $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
 })
cli-checkpoint = checkpoint { $hash }
cli-intact = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
 }, intact
cli-broken = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
 }, BROKEN
cli-row = row { $row }: { $message }
cli-column = column { $column }: { $message }
cli-cell = row { $row }, column { $column }: { $message }
cli-import = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }, { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
 }: { $created } created, { $updated } updated, { $skipped } skipped, { $problems ->
    [one] { $problems } problem
   *[other] { $problems } problems
 }
cli-written = { $file }: { $bytes } bytes
cli-contradiction = These answers do not fit together: { $label }
cli-tier = tier: { $tier }
cli-damaged-hint = Keep the file as it is. Too little of it can be read to check the trail; take a copy that is whole, such as a backup.
cli-provisional = provisional; worst possible: { $tier }
cli-note-open = written reason open: { $label } (notes.{ $id })
cli-duty = { $ref } from { $date }: { $label }
cli-duty-limited = { $ref } from { $date } ({ $limit }): { $label }
cli-no-record = There is no record { $id }.
cli-report-ending = OUT must end in .pdf or .xlsx.
cli-answer-no-such-question = The rules have no question { $question }.
cli-answer-no-such-answer = The question { $question } has no answer { $answer }.
cli-answer-more-than-one = The question { $question } takes one answer only.
cli-answer-stands-alone = The answer { $answer } to { $question } cannot be given together with others.
cli-answer-no-such-note = The rules have no question or note { $id } that a note could belong to.
cli-answers-missing = { $file } is not there.
cli-answers-unreadable = { $file } cannot be read: { $detail }
cli-answers-form = It must be JSON of the form of an answers file: answers by question id, notes by question id.
cli-answers-none = it is not an object with the key answers
cli-answers-no-object = { $name } must be an object by ids
cli-answers-unknown-key = it has the key { $name }, which no answers file has
cli-answers-twice = { $name } stands twice
cli-answers-not-a-key = the answer to { $name } must be a key or a list of keys
cli-answers-not-a-text = the note { $name } must be a text
cli-answers-large = it is larger than 1 MB
cli-passphrase = Passphrase:
cli-passphrase-file = The passphrase file { $file } cannot be read: { $detail }
cli-passphrase-empty = The first line of the passphrase file { $file } is empty. Write the passphrase there, or leave the option out.
cli-passphrase-unread = The passphrase could not be read: { $detail }
cli-no-system = No system of the register has the id or code { $name }.
cli-no-decision = The system has no decision { $name } under these rules.
cli-no-assessment = No gap assessment of this workspace is called { $name }.
cli-several-assessments = Several gap assessments are called { $name }; give the id.
cli-no-member = Nobody in this workspace is called { $name }.
cli-several-members = Several people of this workspace are called { $name }; give the id.
cli-sheet-ending = The file to write must end in .xlsx.
cli-assess-import = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }: { $updated } updated, { $unchanged } unchanged, { $skipped } skipped
cli-assess-change = row { $row }: { $id }, { $field }: { $before } -> { $after }
cli-evidence = { $code }  { $title } ({ $place }){ $expired ->
    [yes] , no longer valid
   *[no] { "" }
 }
cli-evidence-added = { $code } is attached to { $subject }
cli-evidence-known = The same bytes were here already: { $code } is used, its title and dates stay.
cli-no-file = There is no file { $file }.
cli-reuse-import = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $noted } noted, { $unchanged } unchanged, { $skipped } without a status, { $unresolved } unresolved
