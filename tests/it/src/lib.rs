//! The app and the prompt on real files; everything is in `tests/`.
