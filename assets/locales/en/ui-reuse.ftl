# Reuse in the window.

reuse-title = Reuse
reuse-figures = { $accepted } of { $total } lines with an accepted reuse, { $candidates } of { $total } with a candidate
reuse-exists = What exists
reuse-counts = What could count
reuse-exists-about = Say what is met under this framework. What is met on paper or shown by records becomes a candidate for the lines a crosswalk leads to.
reuse-counts-about = A candidate is something to look at, never a score: it sets no conformity. Look whether it shows what this line asks for, then say whether it counts.
reuse-no-sources = No crosswalk leads from another framework to ISO/IEC 42001.
reuse-to-library = Open the library
reuse-sources = Frameworks
reuse-lines = Lines
reuse-met = { $met } met, { $assessed } of { $lines } assessed
reuse-entry = Entry
reuse-reaches = Lines it leads to
reuse-conformity = Met
reuse-conformity-of = Met: { $id }
reuse-find = Find an entry
reuse-noted = { $count ->
    [one] Noted 1 entry
   *[other] Noted { $count } entries
}
reuse-show-open = Open
reuse-show-all = All
reuse-state-open = To look at
reuse-candidates = { $count ->
    [one] 1 candidate
   *[other] { $count } candidates
}
reuse-candidate = { $conformity } there; { $relation } over { $hops ->
    [one] 1 crosswalk
   *[other] { $hops } crosswalks
}
reuse-confidence = confidence { $word }
reuse-strength = strength { $strength }
reuse-strength-own = strength { $strength } of 3 ({ $strength ->
    [3] strong
    [2] partial
   *[other] weak
 })
reuse-framework-iso42001 = ISO/IEC 42001 { $id }
reuse-framework-iso27001 = ISO/IEC 27001 { $id }
reuse-framework-iso23894 = ISO/IEC 23894 { $id }
reuse-framework-nist-ai-rmf = NIST AI RMF { $id }
reuse-framework-nist-csf-gv = NIST CSF { $id }
reuse-framework-eu-ai-act = EU AI Act { $id }
reuse-framework-gdpr = GDPR { $id }
reuse-framework-colorado = Colorado SB 26-189 { $id }
reuse-decided = Decided by { $name }, { $date }
reuse-note = Why
reuse-accept = It counts
reuse-decline = It does not count
reuse-reopen = Take back
reuse-next = Next line
reuse-previous = Previous line
reuse-open-line = Open the line
reuse-basis = { $count ->
    [one] These figures count over 1 mapping
   *[other] These figures count over { $count } mappings
}
reuse-basis-of = { $crosswalk } ({ $origin ->
    [published] published: { $source }
    [title-identity] equal titles: { $source }
   *[other] { $source }
 }): { $accepted } accepted, { $candidates } with a candidate
reuse-record = Record: { $record }
reuse-unreached = { $titles }: no crosswalk leads from a single entry to a line of ISO/IEC 42001, so nothing of it could count.
reuse-import = Bring in results
reuse-import-about = An Excel or CSV file with a column of ids and one of statuses, and perhaps one of records. First you see what it would say.
reuse-import-choose = Choose a file
reuse-import-other = Choose another file
reuse-import-columns = Columns used: { $columns }
reuse-import-figures = { $noted } of { $rows } rows bring something new, { $unchanged } say what is stored, { $skipped } say nothing
reuse-import-unresolved = { $count ->
    [one] 1 row stands for no entry. It is kept as a comment and counts for nothing:
   *[other] { $count } rows stand for no entry. They are kept as a comment and count for nothing:
}
reuse-import-problems = { $count ->
    [one] 1 problem
   *[other] { $count } problems
}
reuse-import-nothing = This file says nothing new.
reuse-import-run = Note { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
reuse-imported = Noted from { $file }
