## Files that cannot be read

exchange-error-empty-file = The file is empty. Choose the file that holds your table, or save it again in the program it comes from.
exchange-error-file-too-large = The file is larger than { $limit } MB. Remove pictures and sheets you do not need, or split the table, and try again.
exchange-error-pdf = This is a PDF, whatever its name says. Ask for the Excel or CSV file it was made from; a table in a PDF cannot be read reliably.
exchange-error-image = This is a picture. Choose the Excel or CSV file that holds the table.
exchange-error-html = This is a web page saved with a spreadsheet's name. Open it in Excel or LibreOffice and save it as .xlsx, then import that file.
exchange-error-password-protected = The workbook is protected with a password. Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password), save it and import it again.
exchange-error-rights-managed = The workbook is protected by rights management or a sensitivity label. Ask its owner for a copy without encryption, or save one yourself if you are allowed to.
exchange-error-legacy-xls = The workbook is in the Excel 97-2003 format. Open it in Excel or LibreOffice, save it as .xlsx and import that file.
exchange-error-legacy-office = This is a file of an old Office format, but no workbook. Choose an .xlsx or CSV file.
exchange-error-binary-workbook = The workbook is in the binary .xlsb format. Save it as .xlsx and import that file.
exchange-error-open-document = This is an OpenDocument spreadsheet. Open it in LibreOffice or Excel, save it as .xlsx and import that file.
exchange-error-office-document = This is a Word or PowerPoint file. Copy the table into a spreadsheet, save it as .xlsx and import that file.
exchange-error-plain-zip = This zip archive holds no workbook. Unpack it and choose the .xlsx or CSV file inside.
exchange-error-truncated-zip = The end of the file is missing: the download or copy was probably interrupted. Fetch the file again.
exchange-error-zip-bomb = The file would unpack to far more data than a spreadsheet needs, so it was not opened. If you trust it, open it in Excel, save it under a new name and try that.
exchange-error-too-many-entries = The file holds more than { $limit } parts, which no ordinary workbook does, so it was not opened. Save it again from Excel under a new name.
exchange-error-duplicate-entries = The file holds the same part twice, so it is not clear which one counts. Save it again from Excel under a new name.
exchange-error-unsafe-entry-name = The file holds a part whose name points outside the file ({ $name }), so it was not opened. Ask whoever sent it where it comes from.
exchange-error-damaged-workbook = The workbook is damaged and cannot be read to its end. Open it in Excel, let it repair the file, save it under a new name and try again.
exchange-error-oversized-part = One part of the file ({ $name }) is larger than any spreadsheet program writes, so it was not opened. Save it again from Excel under a new name.
exchange-error-too-many-cells = The file has more than { $limit } cells. Keep only the sheet and the columns you need, or split the table.
exchange-error-too-many-strings = The file claims more than { $limit } different texts, so it was not opened. Keep only the sheet and the columns you need, and save it again.
exchange-error-too-much-text = The text of all cells is longer than { $limit } MB. Split the table and import the parts one after the other.
exchange-error-unknown-kind = This is neither an Excel workbook nor a CSV text. Save the table as .xlsx or CSV and import that file.
exchange-error-quote-not-closed = A quotation mark that opens on line { $line } is never closed, so everything after it would become one cell. Close it, or export the file again.
exchange-error-no-data = There is no cell with a value in the file. Choose another file, or check that you saved the right sheet.
exchange-error-no-such-sheet = There is no sheet called { $sheet }. Choose one of the sheets of the file.
exchange-error-map-syntax = “{ $text }” is not of the form FIELD=COLUMN. Write for example name="Use Case Name", or name=D.
exchange-error-map-unknown-field = { $field } is not a field of an AI system. Choose one of the fields of the register.
exchange-error-map-unknown-column = The sheet has no column { $column }. Give its header as it stands in the file, or its letters.
exchange-error-name-not-mapped = No column holds the name of the systems. Choose the column with the names.
exchange-error-no-rows = The sheet has a row of headers but no row below it, so there is nothing to import.
exchange-error-header-not-found = No row of headers was found, so it is not known which column holds the name of the systems. Put a row of headers above the table, or choose the column with the names.
exchange-error-cancelled = The import was stopped. Nothing was changed.
exchange-error-write-failed = The workbook could not be written: { $detail }.

## What is odd in a file that was read

exchange-problem-no-header = No row of headers was found, so the columns are called A, B, C …. Choose the header row if there is one.
exchange-problem-header-assumed = This row was taken for the headers, but none of its words is known as one. If it is the first row of data it is left out: choose the header row, or say that there is none.
exchange-problem-duplicate-header = Column { $column } has the same header as an earlier column; here it is called “{ $header }”.
exchange-problem-header-missing = Column { $column } has values but no header. They are kept under the letter of the column.
exchange-problem-read-as-windows-1252 = The file is not UTF-8 and was read as Windows-1252. Check names with accents; if they look wrong, save the file as “CSV UTF-8”.
exchange-problem-error-cell = The cell holds the spreadsheet error { $text }. It is kept as an imported fact and taken for no value.
exchange-problem-formula-results = { $count ->
    [one] One cell of this column comes from a formula; its last calculated value was taken.
   *[other] { $count } cells of this column come from formulas; their last calculated values were taken.
 }
exchange-problem-formula-without-value = The formula was never calculated, so the cell is empty here. Open the file in Excel, save it and import it again.
exchange-problem-unreadable-cell = A cell in or next to this row could not be read (“{ $text }”). Look it up in the file and enter the value by hand.
exchange-problem-text-at-cell-limit = The text is exactly as long as Excel allows (32,767 characters). Check whether its end was cut off before the import.
exchange-problem-text-too-long = The text is longer than the { $limit } characters of “{ $field }”. All of it is kept as an imported fact; enter a short form in the field.
exchange-problem-control-character = The text holds a control character and is kept as an imported fact. Remove the character in the file, or enter the value by hand.
exchange-problem-not-in-list = “{ $text }” is not one of the values of “{ $field }”. It is kept as an imported fact; choose the value in the system.
exchange-problem-not-a-date = “{ $text }” is not a date. It is kept as an imported fact; enter the date in the system.
exchange-problem-date-without-day = “{ $text }” names no day. It is kept as an imported fact; enter the full date once you know it.
exchange-problem-date-order-assumed = The dates of this column can be read as day/month or month/day. They were read as { $order ->
    [month-day] month/day
   *[day-month] day/month
 }; choose the other order if that is wrong.
exchange-problem-unknown-member = Nobody in this workspace is called “{ $text }”. The name is kept as an imported fact; add the person, or choose the owner in the system.
exchange-problem-name-missing = The row has no name; “{ $name }” stands in for it so that nothing is lost. Give the system its name after the import.
exchange-problem-duplicate-row = The same id or name as row { $first }. Both are kept; this one is called { $key }. Check whether they are one system.
exchange-problem-ambiguous-name = Several systems of this workspace are called “{ $name }”, so a new one is made. Check whether it is one of them.
exchange-problem-already-there = This system is already in the workspace as { $code }, and the import is set to stop. Choose “Skip” or “Update” to go on.
exchange-problem-reason-missing = “{ $field }” says “{ $text }” without a reason. It is kept as an imported fact; give the reason in the file, or decide in the system.
exchange-problem-unknown-id = There is no system { $code } in this workspace. Empty the id to make a new system, or correct it.
exchange-problem-changed-on-both-sides = “{ $field }” of { $code } was changed in the file and in Cairn since the export. The value in Cairn stays; compare the two and decide.
exchange-problem-unknown-parent = “{ $text }” is no system of this workspace and no new one of this file, or several have that name. The system stays where it is and the text is kept as an imported fact; give the code of the system, for example AI-003.
exchange-problem-several-parents = “{ $text }” names more than one system, and a system is a part of one at most. It stays where it is and the text is kept as an imported fact; leave one.
exchange-problem-part-of-itself = As a part of “{ $text }” the system would come to be a part of itself. It stays where it is and the text is kept as an imported fact; correct this row, or the one above it.
exchange-problem-name-kept = The row says no name, so { $code } keeps the name “{ $name }”. To change it, write the new one.
exchange-problem-only-shown = “{ $field }” is only shown in the sheet and changes nothing: “{ $text }” was typed where the register said “{ $shown }”. Decide on it in Cairn.
exchange-problem-more-problems = { $count ->
    [one] One more problem is not listed.
   *[other] { $count } more problems are not listed.
 } Correct the ones above and run the check again.
exchange-problem-text-cut = The text is longer than a spreadsheet cell can hold and was cut after 32,767 characters. The whole text stays in Cairn.
exchange-problem-likely-duplicate = { $there ->
    [row] “{ $name }” is probably the same system as “{ $title }” in row { $other }
   *[system] “{ $name }” is probably { $other } “{ $title }”, which is in the register already
 }: { $reason ->
    [product] the same supplier, model and department
   *[name] nearly the same name, and nothing that tells them apart
 }. A new system is made unless you choose otherwise.
exchange-problem-id-and-name = The row has the id { $code } but the name of { $other }, “{ $name }”. Ids were probably moved against the rows, so the row is left out. Correct the id, or take the row as it stands.
exchange-problem-id-twice = { $code } is also the system of row { $rows }, and which of them is meant cannot be told. The row is left out; put the ids right, and empty the id of a row that is to become a new system.
exchange-problem-ids-missing = The column of ids was removed from this export, so systems are found by their names. Rows whose name was changed become new systems.

## Kinds of problems, as headings

exchange-group-no-header = No header row found
exchange-group-header-assumed = Headers that may be data
exchange-group-duplicate-header = Two columns with one header
exchange-group-header-missing = Column without a header
exchange-group-read-as-windows-1252 = Read as Windows-1252
exchange-group-error-cell = Spreadsheet error in a cell
exchange-group-formula-results = Values come from formulas
exchange-group-formula-without-value = Formula without a value
exchange-group-unreadable-cell = Cell could not be read
exchange-group-text-at-cell-limit = Text may be cut off
exchange-group-text-too-long = Text is too long
exchange-group-control-character = Control character in a text
exchange-group-not-in-list = Not one of the values
exchange-group-not-a-date = Not a date
exchange-group-date-without-day = Date names no day
exchange-group-date-order-assumed = Day or month first?
exchange-group-unknown-member = Nobody of this name
exchange-group-name-missing = Row without a name
exchange-group-duplicate-row = Same id or name twice
exchange-group-likely-duplicate = Probably there already
exchange-group-ambiguous-name = Several systems of this name
exchange-group-already-there = There already
exchange-group-reason-missing = Needs a reason
exchange-group-unknown-id = No system with this id
exchange-group-id-and-name = Id and name do not belong together
exchange-group-id-twice = One id in several rows
exchange-group-ids-missing = Column of ids is missing
exchange-group-changed-on-both-sides = Changed in the file and in Cairn
exchange-group-unknown-parent = Part of something that is not there
exchange-group-several-parents = Part of more than one system
exchange-group-part-of-itself = Part of itself
exchange-group-name-kept = Name emptied
exchange-group-only-shown = Typed over what is only shown
exchange-new-row = new system of row { $row }
exchange-group-more-problems = More problems
exchange-group-text-cut = Text was cut

## Decisions about problems

exchange-fix-take = “{ $text }” in { $header } is taken as “{ $value }”
exchange-fix-blank = { $text ->
    [none] Left blank: “{ $what }”
   *[other] Left blank: “{ $text }”
 }
exchange-fix-fit = { $header }: { $code ->
    [control-character] control characters are taken out
    [date-without-day] a date without a day becomes the first day of its month, quarter or year; the text stays an imported fact
   *[text-too-long] long text is cut, the whole stays an imported fact
 }
exchange-fix-skip = { $row ->
    [none] { $text ->
        [none] Left out: rows with “{ $what }”
       *[other] Left out: rows with “{ $what }”, “{ $text }”
     }
   *[other] Left out: row { $row }
 }
exchange-fix-accept = { $row ->
    [none] Taken as they stand: rows with “{ $what }”
   *[other] Row { $row } is taken as it stands
 }
exchange-fix-column = { $field } comes from the column { $header }
exchange-fix-date-order = Dates are read as { $order ->
    [month-day] month/day
   *[day-month] day/month
 }
exchange-fix-keep = { $row ->
    [none] { $field ->
        [none] Wherever both changed a value
       *[other] “{ $field }”, wherever both changed it
     }
   *[other] Row { $row }, “{ $field }”
 }: { $side ->
    [file] the file’s value is taken
   *[cairn] the value in Cairn stays
 }
exchange-fix-duplicate = { $row ->
    [none] Likely duplicates
   *[other] Row { $row }
 }: { $take ->
    [skip] left out
    [update] the system that is there takes over the values
   *[create] a new system is made
 }
