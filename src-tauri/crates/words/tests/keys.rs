//! Every message key that Rust code names is in the messages of the fallback language.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use std::path::{Path, PathBuf};

use cairn_words::Words;

/// Literals that begin so are keys wherever they stand.
const KEYS: [&str; 6] = ["error-", "history-", "report-", "cli-", "field-error-", "verify-problem-"];
/// What follows is a key.
const ASKED: [&str; 6] = ["say(", "say_with(", "refused(", "file_refused(", "Message::new(", "has("];

/// Codes that look like keys; their messages begin with `problem-`.
const CODES: [&str; 1] = ["error-cell"];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let nested = paths.map(|path| match path.extension() {
        _ if path.is_dir() => rust_files(&path),
        Some(ending) if ending == "rs" => vec![path],
        _ => Vec::new(),
    });
    nested.flatten().collect()
}

/// The keys in a piece of code: whole literals only; one that ends with a hyphen is the beginning of several.
fn keys(code: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    let mut before = "";
    for (at, part) in code.split('"').enumerate() {
        let is_key = !part.is_empty()
            && !part.ends_with('-')
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let asked = ASKED.iter().any(|call| before.trim_end().ends_with(call));
        if at % 2 == 1 && is_key && (asked || KEYS.iter().any(|prefix| part.starts_with(prefix))) {
            keys.push(part);
        }
        before = part;
    }
    keys
}

/// Whether a line declares a closed list, `Step = "plan-step" {`: its name is the beginning of the keys of its words.
fn declares_list(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(" = ") else { return false };
    let is_type = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_type && rest.starts_with('"') && rest.ends_with("\" {")
}

#[test]
fn only_the_name_of_a_closed_list_is_passed_over() {
    assert!(declares_list("Step = \"plan-step\" {"));
    assert!(!declares_list("if key == \"error-gone\" {"));
    assert!(!declares_list("let key = \"error-gone\"; {"));
    assert!(!declares_list("key = \"error-gone\" {"));
}

#[test]
fn every_key_that_rust_code_names_has_a_message() {
    // Where it runs counts, not where it was compiled: checkouts may share their built files.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let crates = Path::new(&here).parent().unwrap();
    let words = Words::english().unwrap();
    let (mut seen, mut missing) = (0, Vec::new());
    for name in ["app", "cli", "exchange", "reports", "store"] {
        for file in rust_files(&crates.join(name).join("src")) {
            let text = std::fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            // Line by line, so that a stray quote in a comment hides no more than its line.
            let lines = code.lines().map(str::trim);
            let lines = lines.filter(|line| !line.starts_with("//") && !declares_list(line));
            for key in lines.flat_map(keys) {
                seen += 1;
                if !words.has(key) && !CODES.contains(&key) {
                    missing.push(format!("{}: {key}", file.display()));
                }
            }
        }
    }
    assert!(seen > 200, "{seen}");
    assert_eq!(missing, Vec::<String>::new());
}
