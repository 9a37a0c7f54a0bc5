# What the scripts share. Sourced, never run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Where cargo puts what it builds.
built="${CARGO_TARGET_DIR:-target}"

# All that is tested. Cargo settles the features of every library for all selected packages together, and another
# selection builds most libraries once more, down to serde: so each step selects this same set and says which of its
# programs or tests it wants.
all=(--workspace --exclude kaizhang-bench --exclude kaizhang-faults)
# The fault tests switch on broken variants of the store, which must not come near anything else: their own build of the
# store and of what stands on it, and the libraries of all.
faults=(--workspace --exclude kaizhang-bench --test faults)
# For a PC without a screen and its WebKit: what the prompt can be built from.
prompt=(-p kaizhang-cli --bin kaizhang)

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
