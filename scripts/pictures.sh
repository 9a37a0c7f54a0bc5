#!/usr/bin/env bash
# Draws the pictures of the README from demo data, in the browser that the tests use.
source "$(dirname "$0")/common.sh"
scripts/setup.sh test
build_screen
npm_ci tests/e2e
cargo build --locked "${rust[@]}"
cd tests/e2e && PICTURES=1 npm run --silent test
