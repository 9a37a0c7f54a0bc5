#!/usr/bin/env bash
# Draws the pictures of the README into docs/pictures: a demo shop with a history and this morning half way through,
# on the real core and in a real browser. The clock of the core is set to a Monday before opening.
source "$(dirname "$0")/common.sh"
scripts/setup.sh test
build_screen
npm_ci tests/e2e
cargo build --locked --quiet "${all[@]}" --bin kaizhang --bin kaizhang-host
cd tests/e2e
npm run --silent pictures
