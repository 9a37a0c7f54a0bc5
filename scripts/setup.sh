#!/usr/bin/env bash
# Installs the system packages that are missing, on Debian and Ubuntu. With nothing missing it is done in an instant.
#
#   scripts/setup.sh prompt   what the command line needs to be built
#   scripts/setup.sh window   and what the window needs
#   scripts/setup.sh test     and what the tests need
#   scripts/setup.sh bench    and what the figures are measured against
source "$(dirname "$0")/common.sh"

case "${1:-}" in prompt | window | test | bench) level="$1" ;; *) stop "usage: scripts/setup.sh prompt|window|test|bench" ;; esac

# at_least HAVE WANT compares versions.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n1)" = "$2" ]; }

rust="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml | head -n1)"
command -v cargo >/dev/null || stop "Rust is missing. It takes one line: https://rustup.rs"
have="$(rustc --version | cut -d' ' -f2)"
at_least "$have" "$rust" || stop "Rust $have is too old, $rust is needed: rustup update stable"

if [ "$level" != prompt ]; then
    command -v node >/dev/null || stop "Node.js is missing; version 20.19 or newer is needed: https://nodejs.org"
    have="$(node --version | tr -d v)"
    at_least "$have" 20.19.0 || stop "Node.js $have is too old; 20.19 or newer is needed: https://nodejs.org"
fi

if ! command -v dpkg-query >/dev/null; then
    say "Not a Debian or Ubuntu: WebKitGTK 4.1 with its headers, D-Bus headers and a C compiler must be there already."
    exit 0
fi

packages=(build-essential pkg-config)
if [ "$level" = bench ]; then
    packages+=(weasyprint)
    level=test
fi
if [ "$level" != prompt ]; then
    packages+=(libwebkit2gtk-4.1-dev libdbus-1-dev)
    # A PC whose desktop speaks Chinese has a font; a server under test has none and would show empty boxes.
    [ -n "$(fc-list :lang=zh-cn family 2>/dev/null | head -n1)" ] || packages+=(fonts-noto-cjk)
fi
if [ "$level" = test ]; then
    packages+=(webkit2gtk-driver xvfb xauth dbus dbus-x11)
    # A real notification service that says what it was told, and a clock that the tests can set.
    packages+=(python3-dbusmock faketime)
    # The zones as Python reads them, for the independent calendar.
    packages+=(python3 tzdata)
    # The stock tools that a pack must satisfy, and the authority that stamps in the tests.
    packages+=(openssl openssh-client coreutils unzip python3-pip)
    # Reports as other programs read them: fonts that they are drawn with, readers of PDF and of workbooks.
    packages+=(fonts-noto-cjk poppler-utils qpdf python3-openpyxl)
    # Reads the timers that the agent writes; every desktop has it, a bare container may not.
    packages+=(systemd)
    # Ubuntu's chromium package is a door to a snap, which a test cannot start; Google's own package serves as well.
    if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
        packages+=(chromium)
    fi
fi

# The stock tool for bags, in a folder of its own: no distribution is asked to mix it with its own Python.
bagit_version=1.9.0
install_bagit() {
    [ "$level" = test ] || return 0
    [ -d ".tools/python/bagit-$bagit_version.dist-info" ] && return 0
    say "bagit-python $bagit_version, once, into .tools"
    rm -rf .tools/python
    python3 -m pip install --quiet --disable-pip-version-check --no-deps --target .tools/python "bagit==$bagit_version"
}

missing=()
for package in "${packages[@]}"; do
    state="$(dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null || true)"
    [[ "$state" == ii* ]] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    install_bagit
    exit 0
fi

root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "As root, please: apt-get install ${missing[*]}"
    root=(sudo)
fi
say "Missing on this machine, now installed with ${root[*]:+sudo }apt-get: ${missing[*]}"
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
install_bagit
