# The list of all evidence and its drawer.

evidence-screen-title = Evidence
evidence-screen-none = Files and references that show what was done belong here. Drop a file on this window, or attach one.
evidence-none-found = No evidence fits the filters.
evidence-find = Find in evidence
evidence-shown = { $count ->
    [one] 1 piece
   *[other] { $count } pieces
}
evidence-figures = { $total } in all, { $expired } expired, { $unused } unused, { $size }
evidence-figures-references = { $total } in all, { $expired } expired, { $unused } unused
evidence-large = The evidence in this workspace takes { $size }
evidence-large-help = Above 2 GB the file becomes slow to copy and to back up. Keep large recordings where they are and note a reference to them.
evidence-kind = Kind
evidence-kind-file = File
evidence-kind-reference = Reference
evidence-validity = Validity
evidence-validity-expired = Expired
evidence-validity-dated = In date
evidence-validity-undated = No end date
evidence-use = Use
evidence-use-used = Used
evidence-use-unused = Unused
evidence-unused = Unused
evidence-used-by = Used by
evidence-used-nowhere = No record uses it yet. Attach it with “Use existing evidence” where it helps.
evidence-file = File
evidence-size = Size
evidence-effective-short = Date of effect
evidence-uploaded = Added on
evidence-owner = Added by
evidence-hash = SHA-256
evidence-id-line = { $code }, evidence
evidence-change = Edit
