# What the scripts share. Sourced, never run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Where cargo puts what it builds.
built="${CARGO_TARGET_DIR:-target}"

# Everything but the window, which needs WebKit, and the benchmarks. Always this same set, so that cargo, which settles
# the features of a build for all of it together, never builds a library twice. The fault tests stand apart on purpose:
# they switch on broken variants of the store, which must not come near anything else.
rust=(--workspace --exclude kaizhang-desktop --exclude kaizhang-bare-window --exclude kaizhang-bench
    --exclude kaizhang-faults)

# say TEXT tells the person what is being done, in bold where there is an eye to see it.
if [ -t 2 ]; then bold=$'\033[1m' plain=$'\033[0m'; else bold='' plain=''; fi
say() { printf '%s\n' "$bold$*$plain" >&2; }

# stop WHY… says why nothing more is done and ends.
stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# npm_ci FOLDER installs the locked packages once for each state of the lock file.
npm_ci() {
    local folder="$1" stamp="$1/node_modules/.lock.sha256" lock
    lock="$(sha256sum <"$folder/package-lock.json")"
    [ "$(cat "$stamp" 2>/dev/null || true)" = "$lock" ] && return
    say "npm ci ($folder)"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
    printf '%s' "$lock" >"$stamp"
}

# build_screen builds ui/dist, unless it is newer than everything it is made from.
build_screen() {
    npm_ci ui
    local from=(ui/src ui/public ui/index.html ui/vite.config.ts ui/svelte.config.js ui/node_modules/.lock.sha256 words)
    if [ -f ui/dist/index.html ] && [ -z "$(find "${from[@]}" -newer ui/dist/index.html -print -quit)" ]; then
        return
    fi
    say "vite build"
    (cd ui && npm run --silent build -- --logLevel warn)
}
