# The register of AI systems.

systems-title = AI systems
systems-figures =
    { $total ->
        [one] 1 system, { $classified } classified
       *[other] { $total } systems, { $classified } classified
    }
systems-found = { $found } of { $total }
systems-find = Find a system
systems-none = AI systems that you build, buy or use are listed here.
systems-none-found = No system fits these filters.
system-column-name = System
system-column-tier = Tier
system-column-status = Stage
system-column-scope = Scope
system-column-supplier = Supplier
system-column-owner = Owner
system-column-review = Review due
system-add = Add AI system
system-add-name = Name of the system
system-add-help = As people in the organisation call it. You can change it later.
system-add-do = Add system
system-delete = Delete
system-deleted =
    { $count ->
        [one] 1 system deleted
       *[other] { $count } systems deleted
    }
system-id-line = { $code }, AI system
system-imported = From the imported file
system-imported-help = Kept as they were. They set no tier and no scope.
system-imported-from = From { $source }, kept as they were. They set no tier and no scope.
tab-details = Details
tab-links = Links
tab-evidence = Evidence
tab-history = History
