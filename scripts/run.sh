#!/usr/bin/env bash
# Builds the window and opens it. It is the unoptimised build: a newcomer waits half as long for it, `make test` uses
# the very same one, and the part that would be slow without optimisation (SQLite, hashing) is optimised there too.
source "$(dirname "$0")/common.sh"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    scripts/setup.sh window
    build_screen
    say "cargo build (the first time takes some minutes)"
    # The agent stands beside the window, which starts it when the owner wants to be reminded without a window.
    cargo build --locked --quiet "${all[@]}" --bin kaizhang-desktop --bin kaizhang-agent
    exec "$built/debug/kaizhang-desktop" "$@"
fi

say "这里没有图形界面，改在命令行开张，用的是同一份数据。"
say "No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the checklist at the prompt, on the same data."
scripts/setup.sh prompt
cargo build --locked --quiet "${prompt[@]}"
if [ -t 0 ]; then
    exec "$built/debug/kaizhang" "$@" check
fi
"$built/debug/kaizhang" "$@" today
say "接着做 / go on with:  $built/debug/kaizhang check      (--help)"
