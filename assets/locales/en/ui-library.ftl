# The library: frameworks, their entries, and the crosswalks between them.

nav-library = Library and exchange

library-title = Frameworks
library-help = Standards, laws and guides, told in our own words. Titles and ids are quoted; the full text is with whoever publishes it.
library-none = No framework is installed.
library-others = Show all frameworks
library-count =
    { $count ->
        [one] 1 framework
       *[other] { $count } frameworks
    }
library-column-title = Framework
library-column-version = Version
library-column-date = State of
library-column-entries = Entries
library-column-assessable = To assess
library-version = Pack { $version }, state of { $date }
library-about =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }, { $assessable } of them to assess. Choose one at the left, or find it by id or words.
library-sources = Sources
library-entry = Entry
library-entries =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
library-hits = { $count } of { $of } entries
library-find = Find by id or words
library-previous = Entry before
library-next = Next entry
library-below = Stands under it
library-related = Related in this framework
library-counterparts = Counterparts in other frameworks
library-open-crosswalk = Open crosswalk
library-part-sources =
    { $count ->
        [one] Source: { $sources }
       *[other] Sources: { $sources }
    }
library-no-counterpart = No counterpart stated
library-not-in-framework = not an entry of this framework
library-gap = Line of the gap analysis
library-gap-state = Gap analysis: { $state }
library-soa = Row of the Statement of Applicability
library-soa-state = Statement of Applicability: { $state }

requirement-kind-clause = Clause
requirement-kind-control = Control
requirement-kind-group = Group of clauses
requirement-kind-area = Area of controls
requirement-kind-function = Function
requirement-kind-category = Category
requirement-kind-subcategory = Subcategory
requirement-kind-chapter = Chapter
requirement-kind-section = Section
requirement-kind-article = Article
requirement-kind-annex = Annex

crosswalks-title = Crosswalks
crosswalks-none = A crosswalk says which entries of two frameworks belong together. None is installed.
crosswalk-from = From
crosswalk-to = To
crosswalk-swap = Swap the two frameworks
crosswalk-pairs =
    { $count ->
        [one] 1 pair
       *[other] { $count } pairs
    }, { $judged ->
        [0] all from named sources.
       *[other] { $judged } by our own judgement.
    }
crosswalk-limits = A pair helps you reuse work. It does not prove conformity.
crosswalk-coverage = { $covered } of { $items } lines have a counterpart ({ $percent })
crosswalk-coverage-source = { $count } of them by a named source
crosswalk-about = About this crosswalk
crosswalk-without =
    { $count ->
        [one] 1 line without a counterpart
       *[other] { $count } lines without a counterpart
    }
crosswalk-notes = What to know
crosswalk-look-pairs = Pairs
crosswalk-look-matrix = Matrix
crosswalk-find = Find in pairs
crosswalk-found = { $found } of { $total } pairs
crosswalk-none-found = No pair fits. Take a filter away or use fewer words.
crosswalk-area = Area of { $title }
crosswalk-column-relation = Relation
crosswalk-column-strength = Strength as stated
crosswalk-column-confidence = Confidence
crosswalk-column-origin = Origin
crosswalk-column-source = Source
crosswalk-column-note = Note
crosswalk-published-as = Printed there as
crosswalk-not-stated = Not stated
crosswalk-strength = strength { $value }
crosswalk-no-strength = strength not stated
crosswalk-confidence = { $value } confidence
crosswalk-no-confidence = No confidence stated
crosswalk-stated = { $confidence }, { $strength }
crosswalk-pair = Pair of entries
crosswalk-pair-title = { $from } and { $to }
crosswalk-matrix = Pairs by area
crosswalk-corner = Area
crosswalk-cell = { $from } { $fromTitle } with { $to } { $toTitle }: { $count ->
        [0] no pair
        [one] 1 pair
       *[other] { $count } pairs
    }
crosswalk-cell-none = –
crosswalk-others = Show the crosswalks there are
crosswalk-export = Export as Excel
crosswalk-file = Crosswalk { $from } to { $to }

relation-help-equal = The source states that both say the same in the same words.
relation-help-equivalent = The source states that both mean the same in different words.
relation-help-subset = The source states that the first asks for part of the second.
relation-help-superset = The source states that the first asks for all of the second and more.
relation-help-intersects = The source states that each has a part the other lacks.
relation-help-related = A candidate to look at. The source states no more than that the two belong together.
relation-help-not-related = The source states that the two have nothing in common.
relation-help-none = Nothing in the other framework answers this entry.

palette-requirements = Requirements
