//! Spreadsheets and other files, in and out, with row-level problems.
