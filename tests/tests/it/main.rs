//! Journeys through the dispatcher, as a person or a script would go.

mod approval;
mod import;
mod import_again;
mod interview;
mod library;
mod obligation;
mod register;
mod reuse;
mod roadmap;
mod soa_and_gap;
mod system_life;
mod trail;
mod workspace;
mod workspace_file;
