#!/usr/bin/env bash
# Writes the files of ui/src/generated from the words and from the core's own types.
source "$(dirname "$0")/common.sh"
cargo build --locked --quiet "${all[@]}" --examples
"$built/debug/examples/generate_words_ts"
"$built/debug/examples/generate_contract_ts"
