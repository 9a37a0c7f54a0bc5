#!/usr/bin/env bash
# Runs the tests of the real window on a screen and a session bus of their own. Both end with this script, whatever
# happens: xvfb-run and dbus-run-session stop what they started, and the tests stop their WebDriver.
#
# WebKitWebDriver is spoken to directly: on Linux tauri-driver only renames one capability and sets one variable.
#
#   tests/window/run.sh [FILE…]   all tests, or those of these files
set -euo pipefail
cd "$(dirname "$0")"

# Without these the tests of reminders could only wait in vain.
/usr/bin/python3 -c 'import dbusmock' || { echo "python3-dbusmock is missing: scripts/setup.sh test" >&2; exit 1; }
faketime -m -f +0 true || { echo "faketime is missing: scripts/setup.sh test" >&2; exit 1; }

# As in `make run`, nothing is downloaded and no accessibility bus is needed; the test's own home keeps the user's clean.
export NO_AT_BRIDGE=1 GTK_A11Y=none LC_ALL=C.UTF-8 TZ=Asia/Shanghai
export GSETTINGS_BACKEND=memory

mkdir -p out
[ $# -gt 0 ] || set -- ./*.test.mjs
exec xvfb-run --auto-servernum --server-args="-screen 0 1366x768x24 -nolisten tcp" \
    dbus-run-session -- \
    node --test --test-concurrency=1 --test-timeout=180000 --test-reporter="${TEST_REPORTER:-spec}" "$@"
