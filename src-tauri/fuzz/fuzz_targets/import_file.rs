//! Any bytes as a file somebody wants to import: refused, or read as far as a dry run.
#![no_main]

use cairn_exchange::import::{Plan, Policy, dry_run};
use cairn_exchange::lexicon::Lexicon;
use cairn_exchange::{Watch, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(book) = read(bytes, "file", &Watch::none()) else { return };
    for (index, sheet) in book.sheets.iter().enumerate() {
        let Some(proposal) = book.propose(index, Lexicon::built_in()) else { continue };
        let plan = Plan {
            sheet,
            header: &proposal.header,
            mapping: &proposal.mapping,
            policy: Policy::Skip,
            source: "file",
            workspace: "ws",
            labels: &[],
            people: &[],
            existing: &[],
            base: &|_, _| None,
            fixes: &[],
        };
        let _ = dry_run(&book, &plan, &Watch::none());
    }
});
