# Words of the window that every screen shares.

app-name = Cairn
window-title = { $screen } · Cairn
skip-to-content = Skip to content
nav-label = Main navigation
nav-subtitle = AI management system
crumbs = Where you are
search = Search
search-keys = Ctrl K
search-keys-mac = ⌘ K
form-filled = { $filled } of { $of } filled
not-set = Not set
loading = Loading
close = Close

phase-count = { $done } of { $total }

undo = Undo
undo-done = Undone: { $what }
undo-nothing = Nothing of yours to undo since this workspace was opened
undo-keys = Ctrl Z
undo-keys-mac = ⌘ Z
undo-barred = This cannot be undone: { $what }
redo = Redo
redo-done = Done again: { $what }
redo-nothing = Nothing of yours to do again
redo-keys = Ctrl Shift Z
redo-keys-mac = ⇧ ⌘ Z
filter-remove = Remove this filter

saving = Saving
saved-at = Saved { $time }
not-saved = Not saved. { $why }
not-saved-yet = Not saved yet. { $why }, trying again
not-saved-kept = What you typed is kept here until it is saved.

key-escape = Esc
key-control = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-space = Space
keys-title = Keys on this screen
keys-lists = In lists, arrows or J and K move, Enter opens, Space selects, Shift with an arrow extends, Ctrl A takes all. Single letters can be switched off in Settings.
keys-next = Next in the list
keys-previous = Previous in the list

palette-label = Search and commands
palette-placeholder = Find a record or a command
palette-none = Nothing found. Try the start of a word or an id such as AI-001.

table-bulk = Actions on selected rows
table-selected =
    { $count ->
        [one] 1 selected
       *[other] { $count } selected
    }
table-select-all = Select all
table-select-row = Select { $name }

drawer-close = Close
drawer-close-short = Close
drawer-previous = Previous record
drawer-next = Next record

wizard-step = Step { $at } of { $of }
wizard-back = Back
wizard-back-keys = Alt ← back
wizard-help-less = Less
wizard-help-more = Read on
wizard-continue = Continue
wizard-why = Why we ask
wizard-evidence = Good evidence

diff-empty = empty
diff-becomes = becomes
entry-number = Entry { $number }
entry-when-who = { $when } by { $who }
entry-reason = Reason: { $reason }
entries-older = Show older entries

job-starting = Starting
job-count = { $done } of { $total }
job-cancel = Cancel
job-cancelling = Stopping

error-title-internal = Something went wrong
error-title-invalid = Some fields need another value
error-title-refused = Not possible
error-title-not-found = No longer there
error-title-conflict = Changed in the meantime
error-title-no-permission = Your role does not allow this
error-title-no-workspace = No workspace is open
error-title-passphrase-needed = Passphrase needed
error-title-passphrase-wrong = The passphrase does not fit
error-title-not-a-workspace = Not a Cairn workspace
error-title-newer-format = Made with a newer version
error-title-config-folder = Settings cannot be kept
error-title-older-format = This file has an older format
error-title-damaged = The file is damaged
error-title-read-only = The file cannot be written
error-title-busy = The file is in use
error-title-disk-full = The disk is full
error-title-exists = A file is there already
error-title-missing = File not found
error-title-file-refused = The file was refused
error-title-cancelled = Stopped
error-kept = Everything saved before is kept.
error-retry = Try again
error-reload = Load again
error-copy = Copy details

passphrase-label = Passphrase
passphrase-help = At least 10 characters. Several plain words are easier to remember than signs.
passphrase-strength-0 = Too short
passphrase-strength-1 = Weak: easy to guess
passphrase-strength-2 = Fair: add a word
passphrase-strength-3 = Good
passphrase-strength-4 = Strong

nav-trail-intact =
    { $entries ->
        [one] Trail intact, 1 entry
       *[other] Trail intact, { $entries } entries
    }
nav-trail-intact-detail = Checked on this computer
nav-trail-broken = Trail broken
nav-trail-broken-detail = Open the trail to see where
nav-trail-not-checked =
    { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }
nav-trail-not-checked-detail = Not checked on this computer
go-overview = Go to the overview
go-trail = Go to the trail
palette-records = Records
palette-go = Go to
palette-commands = Commands
palette-colours = Colours: { $colours }
nav-words-soa = SoA controls Annex A export PDF Excel
nav-words-evidence = files documents proof
nav-words-settings = colours theme language members passphrase backup
nav-words-roadmap = plan calendar timeline
nav-words-organisation = context company
workspace-close = Close this workspace
workspace-menu = Switch workspace
field-clear = Clear

filter-add = Add filter
filter-one = { $name }: { $value }
filter-several = { $name }: { $count } of { $of }
filter-clear = Clear

due-today = Today
due-late =
    { $days ->
        [one] 1 day late
       *[other] { $days } days late
    }
tier-draft = Being classified
