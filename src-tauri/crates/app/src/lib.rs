//! Use cases as queries and mutations, permissions, jobs and the dispatcher.
