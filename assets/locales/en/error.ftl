# What went wrong, and what to do next. One message per code; `-hint` says the next step.

error-bad-call = The program asked for something it cannot do.
error-bad-call-hint = This is a fault of the program. Copy the details and report them.
error-invalid = Some fields need another value.
error-refused = A rule does not allow this.
error-not-found = This record is no longer there.
error-not-found-hint = Somebody may have deleted it. The trail shows who and when.
error-conflict = Somebody changed this in the meantime.
error-conflict-hint = Look at the new values, then make your change again.
error-no-permission = Your roles do not allow this. It needs the right to { $permission }.
error-no-permission-hint = Ask a lead of this workspace to do it or to give you the role.
error-no-workspace = No workspace is open.
error-passphrase-needed = This file is encrypted. Enter its passphrase.
error-passphrase-wrong = The passphrase does not open this file.
error-passphrase-wrong-hint = Check capitals and keyboard layout. If the file was never a Cairn workspace, no passphrase will open it.
error-not-a-workspace = This file is not a Cairn workspace.
error-not-a-workspace-hint = Choose a file that ends in .cairn. Spreadsheets are brought in with Import.
error-newer-format = A newer version of Cairn wrote this file: it has format { $found }, and this version knows formats up to { $supported }.
error-newer-format-hint = Update Cairn on this computer, then open it again. Nothing was changed.
error-older-format = This file has the older format { $found }, and this computer cannot bring it to format { $supported }: it has no signing key of the workspace, or the file cannot be written.
error-older-format-hint = Let somebody who works in this workspace open it once with this version of Cairn, or make a copy that can be written. Nothing was changed.
error-damaged = This file is damaged or was changed by another program: { $detail }.
error-damaged-hint = Keep the file as it is. "cairnctl verify" names everything that does not fit.
error-damaged-file = This file is damaged or was changed by another program: { $detail }.
error-damaged-file-hint = Keep the file as it is. Backups made on this computer lie in { $folder }, and "cairnctl verify" names everything that does not fit.
error-read-only = The file or its folder cannot be written.
error-read-only-hint = Copy it to a folder of your own, or ask for write access.
error-busy = Another window or program is writing to this file.
error-busy-hint = Close it there, or try again in a moment.
error-config-folder = The folder for the settings and keys of this computer cannot be used: { $detail }
error-config-folder-hint = Make the folder writable, or name another one in CAIRN_CONFIG_DIR.
error-disk-full = The disk is full, or the file may not grow any further. Nothing was written, and nothing is lost.
error-disk-full-hint = Free some space, then try again.
error-exists = A file of this name is there already.
error-exists-hint = Choose another name. Cairn never writes over a workspace.
error-file-there = { $name } is there already and was not written over.
error-file-there-hint = Choose another name, or say that it may be overwritten (--overwrite).
error-over-workspace = { $name } is a Cairn workspace. Nothing is ever written over one.
error-over-workspace-hint = Choose another name for the file to write.
error-no-folder = The folder { $folder } is not there.
error-no-folder-hint = Make it first, or choose another place.
error-missing = The file is not there.
error-missing-hint = It may have been moved or renamed, or its drive is not connected.
error-file-refused = This file cannot be brought in.
error-too-large = This file is larger than the { $most } MB that one file may have.
error-too-large-hint = Keep it where it is and attach a reference to it.
error-cancelled = Stopped. Nothing was written.
error-internal = Something went wrong in the program. What was saved before is safe.
error-internal-hint = Copy the details and report them.
error-unknown-language = The language { $language } is not part of this version.

permission-read = read
permission-write = change records
permission-approve = approve
permission-administer = manage members and settings

error-soa-reason-target = This reason cannot rest on that. Tick the reason first, and choose what is still there.
field-error-required = This is needed.
field-error-reason-needed = Say why: being out of scope, or restricted, needs a reason.
field-error-not-a-system = Choose a system of the register.
field-error-part-of-itself = A system cannot be a part of itself or of its own parts.
field-error-too-long = This is too long.
field-error-grade-needs-reason = Say in the note why this is graded milder than the forecast, or follow the forecast.
field-error-not-a-fact = Write the fact by which the control is not needed; a mark or a bare answer is none.
field-error-not-in-list = Choose one of the options.
field-error-not-a-date = Enter a date that exists, such as 2027-03-12.
field-error-implausible-date = Choose a day from the year 2000 on.
field-error-not-a-member = Choose a member of this workspace.
field-error-unknown-field = This field does not exist.
field-error-control-character = This holds characters that cannot be shown.
field-error-passphrase-short = Use at least 10 characters.
error-unknown-framework = There is no framework { $id }.
error-unknown-requirement = This framework has no entry { $id }.
error-unknown-crosswalk = There is no crosswalk { $id }.
error-unknown-rules = There are no rules { $id }.
error-unknown-control = ISO/IEC 42001 has no control { $id }.
error-unknown-line = ISO/IEC 42001 has no line { $id } to assess.
error-unknown-item = This line has no demand { $id }.
error-clause-always-applies = Clause { $id } always applies. Only controls can be marked as probably not needed.
error-request-no-department = Nothing is asked of the department { $name }.
error-request-state = This request does not stand where that could be said of it. It is accepted or refused by its files, and withdrawn as a whole.
error-request-file-state = { $name } is judged already. What was accepted is taken back in the history.
error-request-no-file = These files were not handed in for this request, or were taken away meanwhile.
error-request-settled = { $name } was not attached, nor was any other file: { $code } is accepted or withdrawn and takes no more files. Leave the file out, or ask again first.
error-request-withdrawn = This request was withdrawn. Ask again before something is handed in for it.
error-request-deep-folder = Folders are looked into { $limit } levels deep; this one goes deeper. Choose a folder further in.
error-request-many-bytes = These files are together larger than { $limit } MB. Attach them in several goes.
error-request-many-files = These are more than { $limit } files. Choose a smaller folder.
error-book-systems = { $file } is the register of this workspace to edit and bring back, not a list of possible systems. Import it in the register.
error-book-register = { $file } is the register as a document, made to be read. To change systems in Excel, export the register as “Excel to edit and bring back” and import that file.
error-book-soa = { $file } is the Statement of Applicability, not a register of AI systems. Decide on controls in Cairn; for the register, export “Excel to edit and bring back” and import that file.
error-book-gap = { $file } is the report of a gap analysis, not a register of AI systems. Answers come back with an interview sheet; for the register, export “Excel to edit and bring back” and import that file.
error-book-interview = { $file } is an interview sheet, not a register of AI systems. Bring its answers in where it was exported, in the gap analysis.
error-book-document = { $file } is a document that Cairn wrote (“{ $sheet }”), not a register of AI systems. For the register, export “Excel to edit and bring back” and import that file.
error-candidate-no-list = { $file } is no list of products or tools: no column is called Name, Product, Tool or System. Name the column with the names so, and import again.
error-interview-no-lines = { $name } owns no line of the gap analysis. Give them lines first.
error-interview-no-sheet = { $file } is not an interview sheet of Cairn, or its hidden part was lost. Export the sheet again and copy the answers in.
error-interview-other-book = { $book ->
    [system] { $file } is the register to edit and bring back, not an interview sheet. Import it in the register.
    [register] { $file } is the register as a document, not an interview sheet. Nothing of it comes back in.
    [soa] { $file } is the Statement of Applicability, not an interview sheet. Decide on controls in Cairn; answers to the gap analysis come back with an interview sheet.
    [gap-interview-frozen] { $file } was written from a frozen assessment and is only to read. Start a new assessment and export its sheet.
    [gap] { $file } is the report of the gap analysis, made to be read. Answers come back with an interview sheet: export one for the person who answers.
   *[other] { $file } is a document that Cairn wrote (“{ $sheet }”), not an interview sheet. Export the sheet in the gap analysis and write the answers into it.
}
error-interview-other-workspace = This interview sheet comes from another workspace.
error-interview-other-assessment = This interview sheet belongs to another assessment than the one that is open.
error-request-frozen = The gap analysis is frozen, so nothing can be counted for { $line }.
error-request-frozen-hint = Start a new assessment, then accept the file. Until then it waits to be judged.
error-assessment-frozen = This assessment is frozen.
error-assessment-frozen-hint = Start a new assessment to go on.
error-assessment-open = Another assessment is still open.
error-assessment-open-hint = Freeze it first.
error-nothing-assessed = None of the { $count } lines that apply is assessed, so there is nothing to freeze.
error-nothing-assessed-hint = Give at least one line its conformity first.
error-no-open-assessment = No assessment is open.
error-one-name-for-many = Several systems cannot be given the same name.
error-link-to-itself = A record cannot be linked to itself.
error-link-exists = These two records are linked that way already.
error-evidence-unreadable = The file { $name } cannot be read.
error-evidence-no-file = { $name } is not a file.
error-evidence-too-large = { $name } is larger than 100 MB.
error-evidence-too-large-hint = Keep it where it is and attach a reference to it.
error-evidence-changed = { $name } was changed by another program while it was read. Try again.
error-evidence-reference = This is a reference, not a file that is kept here.
error-evidence-only-saved = { $name } is of a kind that can run something. It is not opened from here.
error-evidence-only-saved-hint = Save it, and open it only if you trust where it comes from.
error-no-program = No program on this computer could show the file.
error-no-program-hint = Save the file and open it with a program of your choice.
error-link-part-of = What an AI system is a part of is said in its own field “Part of”, not by a link.
error-evidence-used = This evidence is attached here already.
error-last-lead = Somebody has to lead this workspace.
error-last-lead-hint = Give another active person the role of lead first.
error-undo-conflict = Changed since then: { $fields }.
error-undo-conflict-hint = Nothing was taken back. Open the entry to see the old values and set them by hand.
error-undo-used = Something written since rests on it: { $what }.
error-undo-used-hint = Nothing was taken back. Undo that first, or remove it.
error-not-undoable = An entry of this kind cannot be undone.
error-no-key = This computer has no signing key for the workspace; it can only read.
error-no-key-hint = Work on the computer the workspace was made on, or ask a lead to admit this one.
field-error-before-stage-1 = Stage 2 cannot be before stage 1.
error-classification-question = The rules have no question { $id }.
error-classification-answer = These answers do not go together.
error-classification-provisional =
    { $count ->
        [one] 1 question is open or not sure.
       *[other] { $count } questions are open or not sure.
    }
error-classification-provisional-hint = Answer them first. While something relevant is open, nobody can sign.
error-classification-contradiction = Two answers cannot both be true: { $what }
error-classification-note = A written reason is needed: { $what }.
error-classification-note-thin = A mark is no reason. Say it in words: { $what }.
error-classification-no-draft = There is no draft to decide.
error-classification-no-draft-hint = Choose "Classify again" to begin one.
error-classification-not-there = { $name } is not answered so any more.
error-classification-not-there-hint = Look at its answers again, or answer for yourself.
error-classification-draft-exists = A draft for this system is open already.
error-classification-draft-exists-hint = Go on with it, or throw it away first.
error-classification-not-at-work = Signing a classification is for those who work on the records: a lead, a contributor or an approver.
error-classification-agent = A program cannot sign a classification. A person has to decide.
field-error-review-too-late = Choose a day within five years.
field-error-review-not-later = Choose a day after today.
error-no-such-import = This import is no longer open.
error-no-such-import-hint = Choose the file again.
error-no-such-sheet = The file has no such sheet.
error-no-such-mapping = This saved set of columns is no longer there.
error-no-such-mapping-hint = Choose another one, or go on with the columns that are proposed.
error-import-changed = The register was changed since the last check, so nothing was written.
error-import-changed-hint = The check was run anew. Look at it, then import.
error-import-stopped = Some rows are in the register already, and the import is set to stop then.
error-import-stopped-hint = Choose Skip or Update for rows that exist.
field-error-in-the-past = Choose a day after today.
field-error-in-the-future = This day is still to come.

error-document-blocked = This cannot be sent for approval yet. { $blockers }
error-document-waiting = A version of this document waits for an answer already.
error-document-waiting-hint = Decide it or take it back first.
error-document-unchanged = Nothing changed since the version in force.
error-no-document-version = There is no version { $version } of this document.
error-approval-checks = Look at every point of the list before you approve.
error-approval-own = Nobody approves or refuses their own request.
error-approval-own-hint = Ask another approver, or record their approval on paper.
error-approval-not-yours = Only who asked can take a request back.
error-approval-decided = This request is decided already.
error-approval-stale = The content changed since this request was made, so it cannot be approved.
error-approval-stale-hint = Take the request back and send the present content.
error-report-system = Say of which AI system.
error-obligation-unclassified = This system has no signed classification that gives the duty.
error-obligation-evidence = A duty is met on evidence: attach what shows it for this article first.
error-roadmap-shown = Records show when this step is done; nobody says it by hand.
error-roadmap-audit-day = The days of the audits are chosen under Organisation and scope.
field-error-not-an-effort = Enter whole working days, from 1 to 999.
field-error-waits-in-a-circle = These actions would wait for each other in a circle.
field-error-name-taken = Another assessment has this name. Give this one a name of its own.
field-error-before-its-beginning = It cannot end before it begins.
error-report-calendar = Only the roadmap can be written as a calendar.
error-merge-itself = A system cannot be merged into itself.
error-system-merged = { $code } { $name } was merged into { $into } and takes no further changes.
error-system-merged-hint = Work on { $into }, or undo the merge in the trail.
error-system-deleted = { $code } { $name } was deleted and takes no further changes.
error-system-deleted-hint = Undo the deletion in the trail to work on it again.
error-reuse-no-columns = { $file } has no sheet with a column of ids and one of statuses. Call them, for example, “Control ID” and “Status”.
error-reuse-own = Lines of ISO/IEC 42001 are assessed in the gap analysis.
error-reuse-other-book = { $book ->
    [system] { $file } is the register to edit and bring back, not results under another framework. Import it in the register.
    [register] { $file } is the register as a document, not results under another framework. Nothing of it comes back in.
    [soa] { $file } is the Statement of Applicability of ISO/IEC 42001, not results under another framework. Decide on controls in Cairn.
    [gap] { $file } is the report of the gap analysis against ISO/IEC 42001, not results under another framework. Answers come back with an interview sheet.
    [gap-interview] { $file } is an interview sheet, not results under another framework. Bring its answers in where it was exported, in the gap analysis.
   *[other] { $file } is a document that Cairn wrote (“{ $sheet }”), not results under another framework. Import the list of the audit or of the other program.
}
error-reuse-other-framework = { $own ->
    [yes] { $file } is about { $title }: { $there } of its { $count } ids stand there, fewer in { $chosen }. Lines of ISO/IEC 42001 are assessed in the gap analysis.
   *[no] { $file } is about { $title }: { $there } of its { $count } ids stand there, fewer in { $chosen }. Choose { $title } and import again.
}
error-reuse-no-assessment = Begin the gap analysis first; what counts is decided for its lines.
error-reuse-no-way = No crosswalk leads from this entry to that line.
