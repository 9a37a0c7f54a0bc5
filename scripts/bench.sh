#!/usr/bin/env bash
# Measures the optimised programs; the bare window beside ours shows what is WebKit's share.
source "$(dirname "$0")/common.sh"
scripts/setup.sh bench
build_screen
cargo build --locked --release -p kaizhang-desktop -p kaizhang-bare-window -p kaizhang-cli -p kaizhang-bench
# By itself, as it is shipped: built together with the others it would carry their reports along.
cargo build --locked --release -p kaizhang-agent
exec xvfb-run --auto-servernum --server-args="-screen 0 1366x768x24 -nolisten tcp" dbus-run-session -- \
    "$built/release/kaizhang-bench" "$built"/release/kaizhang{,-agent,-desktop,-bare-window}
