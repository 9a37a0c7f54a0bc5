//! Reads .ftl as a tree: which messages there are, and which arguments each one takes.
//! Shared by the check (`tests/words.rs`) and by the generator of the TypeScript types.
#![allow(
    dead_code,
    reason = "the check and the generator each use a part of it"
)]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};

pub mod checks;
pub mod families;
pub mod scan;
pub mod typescript;

/// One message of one language.
#[derive(Debug, Clone, Default)]
pub struct Message {
    pub key: String,
    /// The file it stands in, without folder and `.ftl`.
    pub file: String,
    /// Arguments that appear as text.
    pub shown: BTreeSet<String>,
    /// Arguments that choose a variant by plural form or number.
    pub counted: BTreeSet<String>,
    /// Messages that this one refers to.
    pub refers: BTreeSet<String>,
    /// The plain text between the arguments, piece by piece.
    pub pieces: Vec<String>,
}

impl Message {
    /// Every argument, whichever way it is used.
    pub fn args(&self) -> BTreeSet<String> {
        self.shown.union(&self.counted).cloned().collect()
    }
}

/// All messages of one language, and what was wrong while reading them.
#[derive(Debug, Default)]
pub struct Catalog {
    pub messages: BTreeMap<String, Message>,
    pub problems: Vec<String>,
}

impl Catalog {
    /// Reads files given as (name, text).
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut catalog = Self::default();
        for (file, text) in files {
            catalog.read_file(file, text);
        }
        catalog
    }

    fn read_file(&mut self, file: &str, text: &str) {
        let resource = match fluent_syntax::parser::parse(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    self.problems
                        .push(format!("{file}.ftl cannot be read: {error}"));
                }
                resource
            }
        };
        for entry in resource.body {
            match entry {
                Entry::Message(found) => {
                    let key = found.id.name.to_owned();
                    let mut message = Message {
                        key: key.clone(),
                        file: file.to_owned(),
                        ..Message::default()
                    };
                    match &found.value {
                        Some(pattern) => read_pattern(pattern, &mut message),
                        None => self.problems.push(format!("{file}.ftl: {key} has no text")),
                    }
                    if !found.attributes.is_empty() {
                        self.problems.push(format!(
                            "{file}.ftl: {key} has attributes, which nothing here says"
                        ));
                    }
                    if let Some(earlier) = self.messages.insert(key.clone(), message) {
                        self.problems.push(format!(
                            "{key} stands twice: in {}.ftl and {file}.ftl",
                            earlier.file
                        ));
                    }
                }
                Entry::Term(term) => {
                    self.problems.push(format!(
                        "{file}.ftl: term -{} is not used here",
                        term.id.name
                    ));
                }
                Entry::Junk { content } => {
                    let line = content.lines().next().unwrap_or_default();
                    self.problems
                        .push(format!("{file}.ftl: not readable at “{line}”"));
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
}

fn read_pattern(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.pieces.push((*value).to_owned()),
            PatternElement::Placeable { expression } => read_expression(expression, message),
        }
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message),
        Expression::Select { selector, variants } => {
            if let InlineExpression::VariableReference { id } = selector {
                let name = id.name.to_owned();
                if variants.iter().all(is_counting) {
                    message.counted.insert(name);
                } else {
                    message.shown.insert(name);
                }
            } else {
                read_inline(selector, message);
            }
            for variant in variants {
                read_pattern(&variant.value, message);
            }
        }
    }
}

/// Whether a variant is chosen by a number or by a plural form.
fn is_counting(variant: &Variant<&str>) -> bool {
    match &variant.key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => {
            matches!(*name, "zero" | "one" | "two" | "few" | "many" | "other")
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.shown.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            message.refers.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => read_call(arguments, message),
        InlineExpression::TermReference {
            arguments: Some(arguments),
            ..
        } => read_call(arguments, message),
        InlineExpression::Placeable { expression } => read_expression(expression, message),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::TermReference {
            arguments: None, ..
        } => {}
    }
}

fn read_call(arguments: &CallArguments<&str>, message: &mut Message) {
    for inline in &arguments.positional {
        read_inline(inline, message);
    }
    for named in &arguments.named {
        read_inline(&named.value, message);
    }
}
