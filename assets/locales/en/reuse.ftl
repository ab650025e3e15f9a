# What exists under other frameworks, and what of it counts.

reuse-assessment = What exists: { $title }
reuse-state-accepted = Counts
reuse-state-declined = Does not count
