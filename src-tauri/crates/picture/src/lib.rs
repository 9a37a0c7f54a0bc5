//! Photos of payment terminals, slips and screens: what a file is, when a photo was taken, small copies to look at,
//! and full-size copies with something blacked out.
//!
//! Bytes in, bytes out: no folder, no database, no network, no clock. The original is never changed; whoever calls
//! keeps it as it came and shows only what this crate has made.
//!
//! - **Nothing of the original file survives in a copy** but its colours: a copy is a new JPEG without EXIF, place,
//!   thumbnail, comment or colour profile.
//! - **Sizes are refused before anything is decoded.** [`MAX_MEGAPIXELS`], [`MAX_SIDE`] and [`MAX_MIB`] are compared
//!   with what the file's own header claims, in every place where it claims something.
//! - **EXIF is read by ourselves**, five fields and nothing else, with no allocation that the file can steer. The
//!   reader that was tried (kamadak-exif 0.6) follows every directory, so the 64 KB of EXIF that a JPEG may carry cost
//!   it 300 MB, and more in a PNG end the process. Where a photo was taken is never looked at.
//! - **HEIC is kept, not decoded.** Its codec is under patents, and what decodes it in Rust is new or AGPL. Its facts
//!   are read all the same.
//! - **A panic in a decoder stays here.** Decoding runs under `catch_unwind`, as a last resort: the decoders promise not
//!   to panic, and a photo from a stranger's phone is no reason to believe it. The panic's own message still goes to
//!   whatever hook the program has set. Running out of memory cannot be caught; the limits stand before that.
//!
//! A JPEG that ends too early is shown as far as it goes, with grey below: half a slip is better evidence than none.

mod bytes;
mod decode;
mod error;
mod exif;
mod facts;
mod fit;
mod header;
mod heif;
mod jpeg;
mod kind;
mod preview;
mod redact;
mod upright;
mod webp;

pub use decode::{MAX_MEGAPIXELS, MAX_MIB, MAX_SIDE};
pub use error::PictureError;
pub use facts::{Facts, facts};
pub use fit::fit;
pub use kind::{Kind, kind_of};
pub use preview::{Preview, preview, previews};
pub use redact::{Box01, MAX_BOXES, redact};

#[cfg(test)]
mod fuzz_tests;
#[cfg(test)]
mod samples;
