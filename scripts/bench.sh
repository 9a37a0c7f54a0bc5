#!/usr/bin/env bash
# Measures the programs as they are shipped; the bare window beside ours shows what is WebKit's share.
source "$(dirname "$0")/common.sh"
scripts/setup.sh bench
build_screen
# As they are shipped (package.sh): the agent by itself, for built together with the others it would carry their reports.
cargo build --locked --profile dist -p kaizhang-desktop -p kaizhang-bare-window -p kaizhang-cli -p kaizhang-bench
cargo build --locked --profile dist-small -p kaizhang-agent
exec xvfb-run --auto-servernum --server-args="-screen 0 1366x768x24 -nolisten tcp" dbus-run-session -- \
    "$built/dist/kaizhang-bench" "$built/dist/kaizhang" "$built/dist-small/kaizhang-agent" \
    "$built"/dist/kaizhang-{desktop,bare-window}
