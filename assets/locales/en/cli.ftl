# What cairnctl says to a person.

cli-info = { $organisation } ({ $entries } entries)
cli-checkpoint = checkpoint { $hash }
cli-intact = { $entries } entries, intact
cli-broken = { $entries } entries, BROKEN
cli-row = row { $row }: { $message }
cli-import = { $rows } rows, { $cells } cells: { $created } created, { $updated } updated, { $skipped } skipped, { $problems } problems
cli-written = { $file }: { $bytes } bytes
cli-tier = tier: { $tier }
cli-provisional = provisional; worst possible: { $tier }
cli-duty = { $ref } from { $date }: { $label }
cli-no-record = There is no record { $id }.
cli-report-ending = OUT must end in .pdf or .xlsx.
cli-answer-unusable = The answer { $answer } to { $question } cannot be used ({ $code }).
cli-answers-unreadable = { $file } cannot be read: { $detail }
cli-answers-form = It must be JSON of the form of an answers file: answers by question id, notes by question id.
cli-answers-large = it is larger than 1 MB
cli-passphrase = Passphrase:
cli-passphrase-file = The passphrase file { $file } cannot be read: { $detail }
cli-passphrase-unread = The passphrase could not be read: { $detail }
cli-no-system = No system of the register has the id or code { $name }.
cli-no-member = Nobody in this workspace is called { $name }.
cli-several-members = Several people of this workspace are called { $name }; give the id.
cli-sheet-ending = FILE must end in .xlsx.
cli-assess-import = { $rows } rows: { $updated } updated, { $unchanged } unchanged, { $skipped } skipped
