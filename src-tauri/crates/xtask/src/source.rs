//! What clippy does not look at: the length of files, and modules of a crate that use each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::step::{Done, Failure, root};

/// Most lines of a file of code.
const LONGEST: usize = 500;

/// Circles that were there when this check came. They may become smaller; nothing may join them.
const KNOWN: &[(&str, &str)] = &[
    ("app", "backup bindings gap host names presence relation system trail usecase workspace"),
    ("app", "import::problem import::row import::view"),
    ("exchange", "gate header lexicon mapping problem round_trip sheet xml_guard"),
    ("exchange", "workbook write_xlsx"),
    ("reports", "layout::flow layout::footer"),
    ("reports", "layout::blocks layout::contents layout::sign_off layout::table"),
];

/// A list that names every use case is no dependency of the host that looks things up in it.
const LISTS: &[&str] = &["registry"];

/// Refuses files that are too long and new circles.
pub fn check() -> Done {
    println!("\n== length of files, circles of modules");
    let mut faults = Vec::new();
    for folder in ["src-tauri", "tests"] {
        for file in rust_files(&root().join(folder)) {
            let text = read(&file)?;
            let lines = text.lines().count();
            if lines > LONGEST {
                faults.push(format!("{}: {lines} lines, {LONGEST} at most", file.display()));
            }
        }
    }
    for (name, source) in crates()? {
        let modules = modules(&source)?;
        for circle in circles(&edges(&modules)) {
            let is_known = KNOWN.iter().any(|(of, known)| {
                let known: BTreeSet<&str> = known.split(' ').collect();
                *of == name && circle.iter().all(|module| known.contains(module.as_str()))
            });
            if !is_known {
                let circle: Vec<String> = circle.into_iter().collect();
                faults.push(format!("{name}: modules use each other in a circle: {}", circle.join(", ")));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure(faults.join("\n"))) }
}

fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| Failure(format!("{}: {error}", file.display())))
}

/// The crates with their source folders.
fn crates() -> Result<Vec<(String, PathBuf)>, Failure> {
    let folder = root().join("src-tauri/crates");
    let entries =
        std::fs::read_dir(&folder).map_err(|error| Failure(format!("{}: {error}", folder.display())))?;
    let named = entries.flatten().map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, entry.path().join("src"))
    });
    Ok(named.filter(|(_, source)| source.is_dir()).collect())
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("gen") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// The modules of a crate by path, with their code: no comments, no tests.
fn modules(source: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut modules = BTreeMap::new();
    for file in rust_files(source) {
        let inside = file.strip_prefix(source).unwrap_or(&file).with_extension("");
        let mut parts: Vec<String> =
            inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        if parts.iter().any(|part| part == "tests") {
            continue;
        }
        if parts.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
            parts.pop();
        }
        let text = read(&file)?;
        let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
        let code = code.join("\n");
        let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned();
        modules.insert(parts.join("::"), code);
    }
    Ok(modules)
}

/// Which modules each module uses; parents and children of one another count as one.
fn edges(modules: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut edges = BTreeMap::new();
    for (module, code) in modules {
        let own: Vec<&str> = module.split("::").filter(|part| !part.is_empty()).collect();
        let mut used = BTreeSet::new();
        for path in paths(code) {
            let parts: Vec<&str> = path.split("::").map(str::trim).filter(|part| !part.is_empty()).collect();
            let Some(target) = absolute(&own, &parts).and_then(|path| longest(modules, &path)) else {
                continue;
            };
            let is_family = target.is_empty()
                || *module == target
                || target.starts_with(&format!("{module}::"))
                || module.starts_with(&format!("{target}::"));
            if !module.is_empty() && !is_family && !LISTS.contains(&target.as_str()) {
                used.insert(target);
            }
        }
        edges.insert(module.clone(), used);
    }
    edges
}

/// A path seen from the root of the crate; none where it leads out of it.
fn absolute(own: &[&str], parts: &[&str]) -> Option<Vec<String>> {
    let ups = parts.iter().take_while(|part| **part == "super").count();
    let rest = |skip: usize| parts.iter().skip(skip).map(|part| (*part).to_owned());
    match parts.first() {
        Some(&"crate") => Some(rest(1).collect()),
        Some(&"self") => Some(own.iter().map(|part| (*part).to_owned()).chain(rest(1)).collect()),
        Some(&"super") => {
            let base = own.len().checked_sub(ups)?;
            Some(own.iter().take(base).map(|part| (*part).to_owned()).chain(rest(ups)).collect())
        }
        _ => None,
    }
}

/// The module a path leads into.
fn longest(modules: &BTreeMap<String, String>, path: &[String]) -> Option<String> {
    let lengths = (1..=path.len()).rev();
    lengths
        .filter_map(|length| path.get(..length))
        .map(|part| part.join("::"))
        .find(|at| modules.contains_key(at))
}

/// The paths that code names: whole ones of `use`, and those that begin with `crate::` elsewhere.
fn paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for statement in code.split(';') {
        let start = statement.find("use ").filter(|at| {
            let before = statement.get(..*at).unwrap_or_default().trim_end();
            before.is_empty() || before.ends_with(['}', '{', ')', ']']) || before.ends_with("pub")
        });
        if let Some(tree) = start.and_then(|at| statement.get(at + 4..)) {
            expand("", tree, &mut paths);
            continue;
        }
        for (at, _) in statement.match_indices("crate::") {
            let rest = statement.get(at..).unwrap_or_default();
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
            paths.extend(rest.get(..end).map(str::to_owned));
        }
    }
    paths
}

/// Unfolds `a::{b, c::{d, e}}`.
fn expand(prefix: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((head, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        if !path.is_empty() {
            paths.push(format!("{prefix}{path}"));
        }
        return;
    };
    let inner = inner.strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut from) = (0usize, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                expand(&format!("{prefix}{head}"), inner.get(from..at).unwrap_or_default(), paths);
                from = at + 1;
            }
            _ => {}
        }
    }
    expand(&format!("{prefix}{head}"), inner.get(from..).unwrap_or_default(), paths);
}

/// Groups of modules that reach each other.
fn circles(edges: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<BTreeSet<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        edges.keys().map(|module| (module, reached(edges, module))).collect();
    let mut circles = BTreeSet::new();
    for (module, reached) in &reach {
        let back = |other: &&&String| reach.get(**other).is_some_and(|from| from.contains(*module));
        let circle: BTreeSet<String> = reached.iter().filter(back).map(|other| (*other).clone()).collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles
}

fn reached<'e>(edges: &'e BTreeMap<String, BTreeSet<String>>, from: &String) -> BTreeSet<&'e String> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&String> = edges.get(from).into_iter().flatten().collect();
    while let Some(module) = open.pop() {
        if seen.insert(module) {
            open.extend(edges.get(module).into_iter().flatten());
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(modules: &[(&str, &str)]) -> Vec<Vec<String>> {
        let modules = modules.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())).collect();
        circles(&edges(&modules)).into_iter().map(|circle| circle.into_iter().collect()).collect()
    }

    #[test]
    fn modules_that_use_each_other_are_a_circle() {
        assert!(of(&[("a", "use crate::b::X;"), ("b", "use std::fmt;")]).is_empty());
        assert_eq!(of(&[("a", "use crate::b::X;"), ("b", "fn f() { crate::a::g() }")]), [["a", "b"]]);
        let three = [
            ("a", "use crate::{c::Y, b::{X, Z}};"),
            ("b", "pub(crate) use super::c::Y as Other;"),
            ("c", "use crate::a;"),
        ];
        assert_eq!(of(&three), [["a", "b", "c"]]);
        assert!(of(&[("a", "use crate::a::b::X;"), ("a::b", "use super::Y;")]).is_empty());
    }

    #[test]
    fn this_checkout_has_no_new_circle_and_no_file_that_is_too_long() {
        check().unwrap();
    }
}
