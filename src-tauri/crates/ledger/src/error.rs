//! What can be wrong with an entry, a tree or a checkpoint.

/// One variant for each thing that somebody can act on, and the detail needed to act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// The text is not JSON of an entry's shape: a field is missing, unknown or of the wrong type.
    #[error("the entry cannot be read: {detail}")]
    EntryUnreadable {
        /// What the reader stumbled over, with line and column.
        detail: String,
    },
    /// The entry has a version this program does not know; a newer program wrote it.
    #[error("the entry has version {found}, this program reads version {known}")]
    EntryVersion {
        /// The version in the text.
        found: u64,
        /// The newest version known here.
        known: u32,
    },
    /// The text says what an entry says, but not in the one canonical spelling, so its hash means nothing.
    #[error("the entry is not in canonical JSON")]
    EntryNotCanonical,
    /// A field holds a value its rule does not allow.
    #[error("the entry's field {field} cannot be {value:?}")]
    EntryField {
        /// The field's name.
        field: &'static str,
        /// The value found there.
        value: String,
    },
    /// A whole number so large that canonical JSON, which knows doubles alone, would change it.
    #[error("the number {value} is too large to be kept exactly in canonical JSON")]
    NumberTooLarge {
        /// The number as written.
        value: String,
    },
    /// A complete node that the tree must have is not stored: the stored tree is damaged, rebuild it.
    #[error("the tree's node {index} on level {level} is missing")]
    NodeMissing {
        /// The level, 0 for leaves.
        level: u8,
        /// The place on that level, from the left.
        index: u64,
    },
    /// Somebody asked about a leaf or an older tree that lies beyond the tree's size.
    #[error("{asked} lies beyond a tree of {size} leaves")]
    BeyondTree {
        /// The leaf's index or the older size that was asked for.
        asked: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The proof does not lead from this leaf to this root.
    #[error("the proof does not show that leaf {index} is in the tree of {size} leaves")]
    InclusionUnproven {
        /// The leaf's index.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The proof does not show that the older tree is the beginning of the newer one.
    #[error("the proof does not show that the tree of {new} leaves grew from the tree of {old}")]
    ConsistencyUnproven {
        /// The older size.
        old: u64,
        /// The newer size.
        new: u64,
    },
    /// The text is not 64 hexadecimal digits.
    #[error("{text:?} is not a SHA-256 hash in hexadecimal digits")]
    HashUnreadable {
        /// The text found.
        text: String,
    },
    /// A key's name, or a part an origin is made of, is empty or has a character it must not have.
    #[error("{name:?} cannot be used as a name in a signed note")]
    NameUnfit {
        /// The name found.
        name: String,
    },
    /// The bytes are no Ed25519 public key, or one so weak that anybody could sign for it.
    #[error("the public key is not a usable Ed25519 key")]
    KeyUnfit,
    /// The text of a key (`name+id+key`) is not written as it must be, or its id belongs to another key.
    #[error("{text:?} is not a verifier key")]
    KeyUnreadable {
        /// The text found.
        text: String,
    },
    /// The text is not a signed note.
    #[error("this is not a signed note: {why}")]
    NoteMalformed {
        /// The rule that is broken.
        why: &'static str,
    },
    /// The note is well-formed but carries no signature by the expected key.
    #[error("the note is not signed by {name}")]
    SignatureMissing {
        /// The expected key's name.
        name: String,
    },
    /// A signature claims to be by the expected key and is not: the text or the signature was altered.
    #[error("the note's signature by {name} is wrong")]
    SignatureWrong {
        /// The expected key's name.
        name: String,
    },
    /// The note is properly signed but its text is not a checkpoint.
    #[error("this is not a checkpoint: {why}")]
    CheckpointMalformed {
        /// The rule that is broken.
        why: &'static str,
    },
    /// The checkpoint speaks for another log than its key does.
    #[error("the checkpoint is of {found}, its key is for {expected}")]
    OriginMismatch {
        /// The log the key is for.
        expected: String,
        /// The log the checkpoint names.
        found: String,
    },
}
