//! The contract as TypeScript: types of every command, and a typed table of them.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::table::{self, COMMANDS};

/// Type declarations by name.
#[derive(Default)]
pub(crate) struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl Declarations {
    /// Adds a type and everything it is made of.
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        // Types without a declaration of their own (numbers, text, lists) are written in place.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.by_name.contains_key(&name) {
                return;
            }
            self.by_name.insert(name, T::decl(&self.config));
        }
        T::visit_dependencies(self);
        // What a list is a list of.
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// The file `ui/src/generated/contract.ts`.
pub fn typescript() -> String {
    let mut declarations = Declarations {
        config: Config::default().with_large_int("number"),
        ..Declarations::default()
    };
    declarations.add::<crate::Refusal>();
    declarations.add::<crate::handed::HandedOver>();
    table::declare(&mut declarations);
    let config = &declarations.config;
    let mut text =
        "// Made by `make generate` from the command table. Changes here are lost.\n\n".to_owned();
    for declaration in declarations.by_name.values() {
        text += &format!("export {declaration}\n\n");
    }
    text += "/** Every command: what goes in, what comes out. */\nexport type Commands = {\n";
    for command in COMMANDS {
        let (input, output) = ((command.input)(config), (command.output)(config));
        text += &format!(
            "  /** {} */\n  {}: {{ input: {input}; output: {output} }};\n",
            command.about, command.name
        );
    }
    text + "};\n"
}
