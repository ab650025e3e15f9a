//! Fluent messages for reports, history and the command line.
