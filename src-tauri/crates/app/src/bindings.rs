//! TypeScript for the UI, made from the wire types: types, call names and tags from one list.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::error::WireError;
use crate::job::JobEvent;
use crate::place::Place;
use crate::usecase::{self, Kind};

/// Collects the declarations of types and of all they use.
pub struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
    /// Names that two different types carry; a test holds that there are none.
    clashes: Vec<String>,
}

impl Types {
    fn new() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            declarations: BTreeMap::new(),
            clashes: Vec::new(),
        }
    }

    /// Adds a type and everything it refers to; gives its name.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            T::visit_dependencies(self);
            T::visit_generics(self);
            return;
        }
        let name = T::ident(&self.config);
        let docs = T::docs().unwrap_or_default();
        let declaration = format!("{docs}export {}\n", T::decl(&self.config));
        if let Some(known) = self.declarations.get(&name) {
            if *known != declaration {
                self.clashes.push(name);
            }
            return;
        }
        self.declarations.insert(name, declaration);
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole generated file.
#[must_use]
pub fn typescript() -> String {
    written().0
}

/// The file, and the names two types share.
fn written() -> (String, Vec<String>) {
    let mut types = Types::new();
    types.add::<WireError>();
    types.add::<JobEvent>();
    types.add::<Place>();
    types.add::<crate::host::Event>();
    let mut calls = String::new();
    let mut facts = String::new();
    for case in usecase::all() {
        let (input, output) = (case.bind)(&mut types);
        let kind = match case.kind {
            Kind::Query => "query",
            Kind::Mutation => "mutation",
            Kind::Host => "host",
            Kind::Job => "job",
        };
        let _ =
            writeln!(calls, "  \"{}\": {{ kind: \"{kind}\"; input: {input}; output: {output} }};", case.name);
        let tags: Vec<String> = case.tags.iter().map(|tag| format!("\"{tag}\"")).collect();
        let _ = writeln!(facts, "  \"{}\": {{ kind: \"{kind}\", tags: [{}] }},", case.name, tags.join(", "));
    }
    let mut file = String::from(
        "// Made by `cargo xtask bindings` from the Rust types. Do not edit.\n/* biome-ignore-all lint: generated */\n/* biome-ignore-all format: generated */\n\n",
    );
    for declaration in types.declarations.values() {
        file.push_str(declaration);
        file.push('\n');
    }
    let _ = writeln!(
        file,
        "/** Every use case: its kind, input and output. */\nexport interface Calls {{\n{calls}}}\n"
    );
    let _ = writeln!(
        file,
        "/** What each use case reads (query) or makes stale (all others). */\nexport const calls: {{ readonly [Name in keyof Calls]: {{ kind: Calls[Name][\"kind\"]; tags: readonly Tag[] }} }} = {{\n{facts}}};"
    );
    (file, types.clashes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_types_share_a_name() {
        assert_eq!(super::written().1, Vec::<String>::new());
    }
}
