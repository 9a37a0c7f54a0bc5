#!/usr/bin/env bash
# Measures the optimised programs; the bare window beside ours shows what is WebKit's share.
source "$(dirname "$0")/common.sh"
scripts/setup.sh test
build_screen
cargo build --locked --release -p kaizhang-desktop -p kaizhang-bare-window -p kaizhang-cli -p kaizhang-bench
exec xvfb-run --auto-servernum --server-args="-screen 0 1366x768x24 -nolisten tcp" dbus-run-session -- \
    "$built/release/kaizhang-bench" "$@"
