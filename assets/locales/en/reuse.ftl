# What exists under other frameworks, and what of it counts.

reuse-assessment = What exists: { $title }
reuse-state-accepted = Counts
reuse-state-declined = Does not count

reuse-problem-no-id = The row has a status and no id.
reuse-problem-unknown-id = “{ $id }” is not in this framework. The row is kept as unresolved.
reuse-problem-group-id = “{ $id }” is a heading; its status is not spread over what stands below. The row is kept as unresolved.
reuse-problem-numeric-id = The id { $id } is a number, and a number forgets a zero at its end. Format the column as text, so that 4.1 and 4.10 differ. The row is kept as unresolved.
reuse-problem-ambiguous-id = “{ $id }” may be a clause or a control of Annex A. Write controls with their letter, such as A.{ $id }. The row is kept as unresolved.
reuse-problem-unknown-status = “{ $status }” is not understood for { $id }. Nothing is noted; use Not addressed, Partly, On paper or Shown by records.
reuse-problem-other-scale = “{ $status }” for { $id } is a number of another scale: in this column stand numbers beyond 3, fractions or percent. Conformity goes from 0 to 3; maturity (0 to 5) and percent are never read as conformity. Nothing is noted; write Not addressed, Partly, On paper or Shown by records.
reuse-problem-numbers-read = Numbers in this column were read as conformity, from 0 Not addressed to 3 Shown by records. If they mean anything else, such as maturity or yes and no, undo the import and write words.
reuse-problem-held-back = Nothing is noted for { $id }: the status in row { $row } is not understood, and it may be the weaker one. Mend that row and import again.
reuse-problem-several-rows = Several rows speak of { $id }: the weakest status counts, records are put together.
reuse-unresolved = Rows of { $file } that stand for no entry of this framework:
reuse-unresolved-row = Row { $row }: { $id }, { $status }
