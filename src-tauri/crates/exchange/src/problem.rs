//! Everything that can be wrong with a file or a row, as codes with arguments.
//!
//! The words stand in `assets/locales/<language>/exchange.ftl`: `exchange-error-<code>` and
//! `exchange-problem-<code>`, with the arguments as Fluent variables.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it is sent and looked up in the locales.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

codes! {
    /// Why a file, a mapping or a workbook to write was refused as a whole.
    ErrorCode {
        /// The file has no bytes, or only blanks.
        EmptyFile = "empty-file",
        /// Larger than `limit` megabytes.
        FileTooLarge = "file-too-large",
        /// A PDF, whatever its name says.
        Pdf = "pdf",
        /// A picture.
        Image = "image",
        /// A web page saved with a spreadsheet's name.
        Html = "html",
        /// An Excel workbook that is encrypted with a password.
        PasswordProtected = "password-protected",
        /// Encrypted by Microsoft rights management (IRM or a sensitivity label).
        RightsManaged = "rights-managed",
        /// The Excel 97-2003 format.
        LegacyXls = "legacy-xls",
        /// Another file of the old Office container format, such as a `.doc` or `.msg`.
        LegacyOffice = "legacy-office",
        /// The binary Excel format, `.xlsb`.
        BinaryWorkbook = "binary-workbook",
        /// An OpenDocument spreadsheet, `.ods`.
        OpenDocument = "open-document",
        /// A Word or PowerPoint file.
        OfficeDocument = "office-document",
        /// A zip archive that holds no workbook.
        PlainZip = "plain-zip",
        /// A zip whose end is missing: the download or copy broke off.
        TruncatedZip = "truncated-zip",
        /// A zip that would inflate to far more than a spreadsheet needs.
        ZipBomb = "zip-bomb",
        /// More than `limit` entries in the zip.
        TooManyEntries = "too-many-entries",
        /// Two entries of the zip have the same name.
        DuplicateEntries = "duplicate-entries",
        /// An entry of the zip points outside the archive: `name`.
        UnsafeEntryName = "unsafe-entry-name",
        /// The zip is whole, but a part of the workbook cannot be read.
        DamagedWorkbook = "damaged-workbook",
        /// One part, or one piece of text in it, is larger than any spreadsheet program writes: `name`.
        OversizedPart = "oversized-part",
        /// More than `limit` cells.
        TooManyCells = "too-many-cells",
        /// More than `limit` shared strings, or a table of them that lies about its size.
        TooManyStrings = "too-many-strings",
        /// The text of all cells is longer than `limit` megabytes.
        TooMuchText = "too-much-text",
        /// Bytes that are no kind of table we know.
        UnknownKind = "unknown-kind",
        /// A quotation mark that opens on line `line` of a CSV file is never closed.
        QuoteNotClosed = "quote-not-closed",
        /// The workbook has no worksheet with a cell in it.
        NoData = "no-data",
        /// No sheet of this name: `sheet`.
        NoSuchSheet = "no-such-sheet",
        /// `--map` needs `FIELD=COLUMN`; given `text`.
        MapSyntax = "map-syntax",
        /// `field` is not a field of an AI system.
        MapUnknownField = "map-unknown-field",
        /// The sheet has no column `column`.
        MapUnknownColumn = "map-unknown-column",
        /// No column is mapped to the name.
        NameNotMapped = "name-not-mapped",
        /// The sheet has headers but no row below them.
        NoRows = "no-rows",
        /// The sheet has no header row, and no column is mapped to the name.
        HeaderNotFound = "header-not-found",
        /// The person stopped the work.
        Cancelled = "cancelled",
        /// The workbook could not be written; `detail` says why.
        WriteFailed = "write-failed",
    }
}

codes! {
    /// What is odd about a cell, a row, a column or a sheet that was read all the same.
    ProblemCode {
        /// No header row was found; columns are called A, B, C ….
        NoHeader = "no-header",
        /// No word of the header row is known as a header: it may be the first row of data.
        HeaderAssumed = "header-assumed",
        /// Column `column` has the same header as an earlier one and is now called `header`.
        DuplicateHeader = "duplicate-header",
        /// Column `column` has values but no header.
        HeaderMissing = "header-missing",
        /// A CSV file that is not UTF-8 was read as Windows-1252.
        ReadAsWindows1252 = "read-as-windows-1252",
        /// The cell holds a spreadsheet error such as `#NAME?`; `text` is kept as an imported fact.
        ErrorCell = "error-cell",
        /// `count` cells of the column come from formulas; their last calculated values were taken.
        FormulaResults = "formula-results",
        /// A formula whose value was never calculated.
        FormulaWithoutValue = "formula-without-value",
        /// A cell whose content `text` the reader could not place; near this row.
        UnreadableCell = "unreadable-cell",
        /// Exactly as long as Excel allows: the end was probably cut off.
        TextAtCellLimit = "text-at-cell-limit",
        /// Longer than `limit` characters for `field`; kept as an imported fact.
        TextTooLong = "text-too-long",
        /// Holds a control character; kept as an imported fact.
        ControlCharacter = "control-character",
        /// `text` is not one of the values of `field`; kept as an imported fact.
        NotInList = "not-in-list",
        /// `text` is no date.
        NotADate = "not-a-date",
        /// `text` names a year, a quarter or a month but no day.
        DateWithoutDay = "date-without-day",
        /// Dates of the column can be read as day/month or month/day; `order` was assumed.
        DateOrderAssumed = "date-order-assumed",
        /// `text` is nobody in this workspace.
        UnknownMember = "unknown-member",
        /// `field` says something that needs a reason, and the row gives none; kept as an imported fact.
        ReasonMissing = "reason-missing",
        /// The row has no name; `name` stands in for it.
        NameMissing = "name-missing",
        /// The row has no name; the system `code` keeps its own, `name`.
        NameKept = "name-kept",
        /// The same id or name as row `first`; told apart as `key`.
        DuplicateRow = "duplicate-row",
        /// Several systems of the workspace are called `name`; none was chosen.
        AmbiguousName = "ambiguous-name",
        /// Probably the system `other`, for `reason` (`name` or `product`); `there` tells whether that is a system of
        /// the workspace (`system`) or another row (`row`).
        LikelyDuplicate = "likely-duplicate",
        /// The row has the id of one system and the name `name` of another, `other`: ids were moved.
        IdAndName = "id-and-name",
        /// The id `code` stands in this row and in the rows `rows`; none of them is taken over.
        IdTwice = "id-twice",
        /// An export of this workspace without its column of ids: its rows are found by name.
        IdsMissing = "ids-missing",
        /// The row is already in the workspace as `code`, and the import is set to stop.
        AlreadyThere = "already-there",
        /// The id `code` is not in this workspace.
        UnknownId = "unknown-id",
        /// `text` names no system that this one could be a part of; kept as an imported fact.
        UnknownParent = "unknown-parent",
        /// `text` names several systems, and a system is a part of one at most; kept as an imported fact.
        SeveralParents = "several-parents",
        /// As a part of `text` the system would be a part of itself; kept as an imported fact.
        PartOfItself = "part-of-itself",
        /// `field` is only shown in the file; `text` was typed over `shown` and changes nothing.
        OnlyShown = "only-shown",
        /// `field` was changed in the file and in Cairn since the export.
        ChangedOnBothSides = "changed-on-both-sides",
        /// `count` more problems are not listed.
        MoreProblems = "more-problems",
        /// Text was cut to the 32,767 characters that a cell can hold.
        TextCut = "text-cut",
    }
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ImportLevel")]
pub enum Level {
    /// Worth knowing; nothing was left out.
    Note,
    /// A value did not reach the field it was meant for; it is kept as an imported fact.
    Warning,
    /// The row cannot be imported as asked.
    Error,
}

impl ProblemCode {
    /// How much it matters.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::AlreadyThere | Self::UnknownId | Self::IdAndName | Self::IdTwice => Level::Error,
            Self::NoHeader
            | Self::DuplicateHeader
            | Self::HeaderMissing
            | Self::ReadAsWindows1252
            | Self::FormulaResults
            | Self::TextAtCellLimit
            | Self::DateOrderAssumed
            | Self::DuplicateRow
            | Self::LikelyDuplicate
            | Self::IdsMissing
            | Self::MoreProblems => Level::Note,
            _ => Level::Warning,
        }
    }
}

/// Arguments of a message, by name.
pub type Args = BTreeMap<&'static str, String>;

/// A file, mapping or workbook that was refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{code} {args:?}")]
pub struct ExchangeError {
    /// What is wrong.
    pub code: ErrorCode,
    /// Arguments of the message.
    pub args: Args,
}

impl From<ErrorCode> for ExchangeError {
    fn from(code: ErrorCode) -> Self {
        Self { code, args: Args::new() }
    }
}

impl ErrorCode {
    /// The error with one argument.
    #[must_use]
    #[allow(clippy::needless_pass_by_value)] // callers pass numbers and text alike
    pub fn with(self, name: &'static str, value: impl ToString) -> ExchangeError {
        ExchangeError { code: self, args: Args::from([(name, value.to_string())]) }
    }
}

/// Where in a file a problem lies; all parts are optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportPlace")]
pub struct Place {
    /// Name of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub file: Option<String>,
    /// Name of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// Row number as the spreadsheet program shows it, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<u32>,
    /// Column letters as the spreadsheet program shows them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub column: Option<String>,
}

/// One oddity of a cell, row, column or sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ExchangeProblem")]
pub struct Problem {
    /// Where it lies.
    #[serde(rename = "where")]
    pub place: Place,
    /// What it is.
    pub code: ProblemCode,
    /// How much it matters.
    pub level: Level,
    /// Arguments of the message.
    #[ts(type = "Record<string, string>")]
    pub args: Args,
}

impl Problem {
    /// A problem of the whole sheet; refine with [`Self::row`], [`Self::column`] and [`Self::arg`].
    #[must_use]
    pub fn new(code: ProblemCode, file: &str, sheet: &str) -> Self {
        let place = Place {
            file: Some(file.to_owned()),
            sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
            ..Place::default()
        };
        Self { place, code, level: code.level(), args: Args::new() }
    }

    /// Places it in a row.
    #[must_use]
    pub fn row(mut self, row: u32) -> Self {
        self.place.row = Some(row);
        self
    }

    /// Places it in a column, counted from 0.
    #[must_use]
    pub fn column(mut self, column: u32) -> Self {
        self.place.column = Some(crate::sheet::column_letters(column));
        self
    }

    /// Adds an argument; long text is shortened, since the whole of it is kept elsewhere.
    #[must_use]
    #[allow(clippy::needless_pass_by_value)] // callers pass numbers and text alike
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        let text = value.to_string();
        self.args.insert(name, short(&text).into_owned());
        self
    }

    /// What is wrong in it: the text of the cell, the id or the name it is about; empty when it has none.
    #[must_use]
    pub fn subject(&self) -> &str {
        ["text", "code", "name"].iter().find_map(|arg| self.args.get(arg)).map_or("", String::as_str)
    }
}

/// Text as problems show it: at most 200 characters.
#[must_use]
pub fn short(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(200) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Collects problems up to a limit and counts the rest, so that a hostile file cannot fill the memory.
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    total: u32,
}

impl Problems {
    /// Most problems that are listed one by one.
    pub const LISTED: usize = 10_000;

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.total = self.total.saturating_add(1);
        if self.list.len() < Self::LISTED {
            self.list.push(problem);
        }
    }

    /// Forgets what was found after the first `total`.
    pub fn forget_after(&mut self, total: u32) {
        self.total = self.total.min(total);
        self.list.truncate(self.total as usize);
    }

    /// Puts them in the order of the rows; those of the whole sheet come first.
    pub fn sort(&mut self) {
        self.list.sort_by_key(|problem| problem.place.row);
    }

    /// How many were found, listed or not.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.total
    }

    /// The list; when problems were left off, the last entry says how many.
    #[must_use]
    pub fn finish(mut self, file: &str, sheet: &str) -> Vec<Problem> {
        let left_off = (self.total as usize).saturating_sub(self.list.len());
        if left_off > 0 {
            self.list.push(Problem::new(ProblemCode::MoreProblems, file, sheet).arg("count", left_off));
        }
        self.list
    }
}
