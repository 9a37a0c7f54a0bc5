#!/usr/bin/env bash
# Puts every file into its form.
source "$(dirname "$0")/common.sh"
npm_ci ui
cargo fmt --all
(cd ui && npm run --silent format -- --log-level warn)
