//! The words of the shop, once, for the window's shell, the prompt and notifications.
//!
//! The sentences stand in `words/<language>/*.ftl` (Fluent) and are compiled in. This crate knows keys and
//! arguments, never the shop's rules: it takes ids and figures as plain values.
//!
//! ```
//! use kaizhang_words::{Lang, Words, args};
//!
//! let words = Words::new(Lang::ZhCn);
//! assert_eq!(words.say("lane-card"), "刷卡");
//! assert_eq!(words.say_with("reason-item-failed", &args!["item" => "外网"]), "“外网”有问题");
//! ```

mod args;
mod format;
mod lang;
mod remind;
mod sources;
mod speak;
mod words;

pub use args::{ArgValue, Args};
pub use lang::Lang;
pub use remind::{LATER_MIN, ToastFacts, ToastKind, ToastWords};
pub use sources::{SOURCE_NAMES, source};
pub use speak::HeadlineFacts;
pub use words::Words;
