#!/usr/bin/env bash
# Everything that must hold, quick things first. A stage that fails does not keep the later ones from being run; the
# last line counts what every runner counted, and each stage without a runner of its own as one.
#
#   scripts/test.sh [all|lint]
#
# One target folder, one profile, and the same set of crates in each step (common.sh says why), so that nothing is built
# twice.
source "$(dirname "$0")/common.sh"
what="${1:-all}"
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}" FORCE_COLOR=0 NO_COLOR=1
# Nobody builds on a clean clone a second time; what cargo writes down for that would only cost time.
[ "${CI:-}" != true ] || export CARGO_INCREMENTAL=0

deny_version=0.20.2
logs="$(mktemp -d)"
trap 'rm -rf "$logs"' EXIT
failed_stages=() slow_stages=()
passed=0 failed=0

# count LOG adds up what cargo, Vitest, Playwright and node:test say about themselves.
count() {
    local clean good bad
    clean="$(sed 's/\x1b\[[0-9;]*m//g' "$1")"
    good="$(printf '%s\n' "$clean" | awk '
        /^test result: /                 { n += $4 }
        /^ *Tests .*[0-9]+ passed/       { match($0, /[0-9]+ passed/); n += substr($0, RSTART) }
        /^ +[0-9]+ passed( \(|$)/        { n += $1 }
        /^(# |ℹ )pass [0-9]+$/           { n += $3 }
        END { print n + 0 }')"
    bad="$(printf '%s\n' "$clean" | awk '
        /^test result: /                 { n += $6 }
        /^ *Tests .*[0-9]+ failed/       { match($0, /[0-9]+ failed/); n += substr($0, RSTART) }
        /^ +[0-9]+ failed$/              { n += $1 }
        /^(# |ℹ )fail [0-9]+$/           { n += $3 }
        END { print n + 0 }')"
    echo "$good $bad"
}

# why LOG finds the lines that say what failed: whoever sees only the end of a long log needs nothing else. Names come
# first, so that many words about one failure never push out the name of another.
why() {
    local clean
    clean="$(sed 's/\x1b\[[0-9;]*m//g' "$1")"
    {
        grep -E '^ +✘|^✖|\.\.\. FAILED$' <<<"$clean" | head -n 15
        grep -E -A1 '^error|^Error: |panicked at|^ +(Error|Locator|Expected|Received):|AssertionError' <<<"$clean" |
            grep -v '^--$' | head -n 20
    } | awk '!seen[$0]++' | cut -c 1-200 | sed 's/^/    /' || true
}

# stage NAME COMMAND… runs one step, shows it, times it and counts it.
stage() {
    local name="$1" log="$logs/$RANDOM" begin=$SECONDS good bad state=ok code
    shift
    say "── $name"
    # Not as the condition of an `if`: there the shell would go on after the first command that fails.
    set +e
    (set -e; "$@") 2>&1 | tee "$log"
    code=${PIPESTATUS[0]}
    set -e
    [ "$code" -eq 0 ] || state=FAILED
    read -r good bad <<<"$(count "$log")"
    if [ "$state" = ok ]; then
        [ "$good" -gt 0 ] || good=1
    else
        failed_stages+=("$name" "$(why "$log")")
        [ "$bad" -gt 0 ] || bad=1
    fi
    passed=$((passed + good)) failed=$((failed + bad))
    slow_stages+=("$(printf '%5ds  %-6s  %s' $((SECONDS - begin)) "$state" "$name")")
}

screen_lint() { npm_ci ui && cd ui && npm run --silent lint && npm run --silent check; }
screen_tests() { cd ui && npm run --silent test; }
screen_build() { build_screen && cd ui && npm run --silent size; }

# Writes the generated files again and compares them with those that were there.
generated_is_fresh() {
    local before="$logs/generated"
    cp -r ui/src/generated "$before"
    scripts/generate.sh
    diff -r "$before" ui/src/generated || stop "ui/src/generated was out of date; it has been written again."
}

dependencies() {
    local deny=.tools/bin/cargo-deny
    if [ "$("$deny" --version 2>/dev/null)" != "cargo-deny $deny_version" ]; then
        say "cargo-deny $deny_version, once, into .tools"
        CARGO_PROFILE_DEV_DEBUG=0 cargo install --quiet --locked --debug --root .tools --version "$deny_version" cargo-deny
    fi
    "$deny" --locked check --hide-inclusion-graph bans licenses sources
}

# The programs that the tests below start, built once and together with all else.
export KAIZHANG_BIN_DIR
KAIZHANG_BIN_DIR="$(mkdir -p "$built" && cd "$built" && pwd)/debug"

rust_tests() {
    # With the tests, for what only they depend on has a say in the features of the libraries too.
    cargo build --locked "${all[@]}" --bins --tests
    cargo test --locked --no-fail-fast "${all[@]}"
}

browser_tests() {
    npm_ci tests/e2e
    cd tests/e2e && npm run --silent check && npm test
}

scripts/setup.sh test
stage "rustfmt" cargo fmt --all --check
stage "screen: lint and types" screen_lint
[ "$what" = lint ] || stage "screen: tests" screen_tests
stage "screen: build and size" screen_build
stage "clippy" cargo clippy --locked "${all[@]}" --all-targets -- -D warnings
stage "clippy of the fault tests" cargo clippy --locked "${faults[@]}" -- -D warnings
if [ "$what" = all ]; then
    stage "Rust tests" rust_tests
    stage "generated files" generated_is_fresh
    stage "dependencies: bans, licences, sources" dependencies
    stage "browser" browser_tests
    stage "window" tests/window/run.sh
    stage "faults" cargo test --locked "${faults[@]}"
fi

say "── times"
printf '%s\n' "${slow_stages[@]}"
if [ ${#failed_stages[@]} -gt 0 ]; then
    echo "failed:"
    printf '  %s\n' "${failed_stages[@]}"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
