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
systems-none-import = Import a spreadsheet
systems-none-found = No system fits these filters.
system-column-name = System
system-column-tier = Tier
system-column-status = Stage
system-column-role = Role
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
system-gone-merged = Merged into { $name } on { $date }
system-gone-merged-help = It takes no further changes. Its history can still be read here and goes on at the system that stays.
system-gone-open = Open { $code }
system-gone-deleted = Deleted on { $date }
system-gone-deleted-help = It takes no further changes. Its history can still be read; undo the deletion in the trail to work on it again.
system-imported = From the imported file
system-imported-help = Kept as they were. They set no tier and no scope.
system-imported-from = From { $source }, kept as they were. They set no tier and no scope.
tab-details = Details
tab-links = Links
tab-evidence = Evidence
tab-history = History
system-columns = Columns
system-columns-no-room = No room at this width
system-views = Saved views
system-views-none = No view was saved yet
system-view-save = Save this view
system-view-saved = Saved the view { $name }
system-view-name = Name
system-view-own = Only for me
system-view-mine = only for me
system-view-forget = Forget the view { $name }
system-view-usual = Usual view
system-change = Change
system-change-many = { $count ->
    [one] Change 1 system
   *[other] Change { $count } systems
}
system-change-field = Field
system-change-choose = Choose a field
system-change-way = What happens to the field
system-change-way-set = Set a value
system-change-way-empty = Empty the field
system-change-empties = { $field } will say “Not set” in { $count ->
    [one] this system
   *[other] all { $count } systems
}.
system-change-empty = Empty { $field } in { $count ->
    [one] 1 system
   *[other] { $count } systems
}
system-change-lacks-field = Choose a field first
system-change-lacks-value = Choose a value, or empty the field
system-change-reason = Why
system-change-do = { $count ->
    [one] Change 1 system
   *[other] Change { $count } systems
}
system-changed-many = { $count ->
    [one] Changed 1 system
   *[other] Changed { $count } systems
}
system-merge = Merge
system-merge-stays = Which entry stays
system-merge-about = Empty fields are filled from { $goes }, its evidence, links, comments, actions, sets of data and parts move over, and it is hidden with a note of where it went. One undo brings all of it back.
system-merge-decisions = Decisions and obligations come along with their evidence. Where both have one, that of the entry that stays is in force and the other becomes an earlier one.
system-merge-takes-over = { $goes } is classified and { $stays } is not: its decision becomes the one of { $stays }.
system-merge-both = Both are classified: the decision of { $stays } stays in force, and questions that { $goes } answered otherwise are opened again as a draft, so that somebody decides them.
system-merge-life = Stages, versions and screening level come along; stage and level of the entry that stays are kept where it has one. The history shows both.
system-merged-again = Decide again: { $rules }
system-merged = Merged into { $name }
system-merged-kept = Merged into { $name }; its own values stay in: { $fields }
system-class = Class
system-class-count = { $count ->
    [0] not decided
    [one] 1 decision
   *[other] { $count } decisions
}
system-class-none = No classification is signed yet.
system-class-do = Classify
system-class-open = Open { $code }
system-class-signed = Signed on { $date }.
system-class-review = Look at it again by { $date }.
system-class-changed = The register says something else of the system since
system-class-outcomes = Outcomes
system-class-nothing = { $count ->
    [one] Nothing applies, 1 question answered
   *[other] Nothing applies, { $count } questions answered
}
system-class-duties = { $count ->
    [one] 1 obligation, { $settled } settled
   *[other] { $count } obligations, { $settled } settled
}
system-roles-differ = Register and decision name different roles
system-roles-decision = Decided, but not in the register: { $roles }.
system-roles-register = In the register, but not decided: { $roles }.
system-part-help = A larger system that this one belongs to.
system-part-set = Noted what it is a part of
system-part-open = Open { $name }
system-parts = Its parts
system-data-sets = Sets of data for training and testing
system-data-none = No set of data was noted yet.
system-data-add = Note a set
system-data-change = Set of data
system-data-name = Id or name
system-data-provenance = Provenance
system-data-provenance-help = Where it comes from, and by what right it is used.
system-data-note = What it is used for
system-data-facts = Personal data: { $personal }. Special categories: { $special }.
system-data-edit = Change { $name }
system-data-drop = Take { $name } away
tab-life = Life cycle
system-life-steps = Stages
system-life-add = Note a stage
system-life-added = Noted the stage
system-life-on = Since
system-life-note = Why, or who decided
system-life-none = No stage was noted with its day yet.
system-life-drop = Take { $step } back
system-life-dropped = Taken away
system-versions = Versions
system-versions-none = No version was noted yet.
system-version-add = Note a version
system-version-since = Since
system-version-change = What changed
system-version-effects = What it means
system-version-effects-help = For the people affected, and for earlier decisions and assessments.
system-version-edit = Change version { $version }
system-version-drop = Take version { $version } away

# Screening: never the legal tier
tab-screening = Screening
system-column-screening = Screening
screening-none = Not screened
screening-help = Decides how deep and how soon the system is looked at. It says nothing about the legal tier, and the risk register takes its place later.
screening-by = by { $name } on { $date }
screening-outdated = To be confirmed again: the criteria have changed since
screening-outdated-level = To be confirmed again: by the criteria of today it would be { $level }
screening-depth-high = First, and in depth: a reason and evidence for every answer.
screening-depth-medium = In its turn: a reason where an answer settles something.
screening-depth-low = Later, and briefly.
screening-choices = Low: { $low }. Medium: { $medium }. High: { $high }.
screening-note = Remark
screening-open = { $count ->
    [one] 1 source to judge
   *[other] { $count } sources to judge
 }
screening-saved = Screening saved
screening-criteria = Screening criteria
screening-criteria-change = Change the criteria
screening-criteria-short = { $high ->
    [one] High from 1 source judged High
   *[other] High from { $high } sources judged High
 }, { $medium ->
    [one] Medium from 1 source judged Medium or High.
   *[other] Medium from { $medium } sources judged Medium or High.
 }
screening-criteria-help = For all systems. One source judged High is never less than Medium.
screening-criteria-high = High from this many sources judged High
screening-criteria-medium = Medium from this many sources judged Medium or High
screening-criteria-set = { $count ->
    [0] Criteria saved, every level holds
    [one] Criteria saved, 1 level would be another and is to be confirmed again
   *[other] Criteria saved, { $count } levels would be others and are to be confirmed again
 }
system-like = This may be in the register already
system-like-item = { $code } { $name }
