# What verification found.

verify-problem-entry = Entry { $entry } does not hold ({ $code }): { $detail }
verify-problem-row = { $table } { $record } does not fit the trail ({ $code }): { $detail }
verify-problem-file = The file does not hold ({ $code }): { $detail }
verify-problem-row-changed = { $table } { $record } was changed outside the trail: { $detail }
verify-problem-row-missing = { $table } { $record } is missing; the trail says it should be there.
verify-problem-row-extra = { $table } { $record } is in no entry of the trail.
verify-problem-bad-signature = The signature of entry { $entry } does not fit.
verify-problem-schema = { $table }: { $detail }.
verify-problem-unreadable = The table { $table } cannot be read: { $detail }
verify-problem-derived = The index { $table } does not fit the trail, so searching or the history of a record may miss something. Check the trail in the open workspace: Cairn then makes the index anew.
verify-problem-blob-bytes = The bytes of file { $record } are not those it is named by.
verify-problem-blob-missing = The bytes of the file that { $table } { $record } names are missing: { $detail }
verify-problem-blob-extra = The bytes { $record } are named by nothing in the trail.
