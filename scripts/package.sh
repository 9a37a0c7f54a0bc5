#!/usr/bin/env bash
# Builds target/kaizhang_VERSION_ARCH.deb: the window, the agent, the prompt command, icon and menu entry.
#
#   scripts/package.sh [PROFILE]     dist unless said otherwise
source "$(dirname "$0")/common.sh"
profile="${1:-dist}"
scripts/setup.sh window
build_screen
cargo build --locked --profile "$profile" -p kaizhang-desktop -p kaizhang-cli
# The agent stays all day; for packaging it is built for size.
small="$profile"
[ "$profile" != dist ] || small=dist-small
cargo build --locked --profile "$small" -p kaizhang-agent

version="$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n1)"
arch="$(dpkg --print-architecture)"
folder_of() { [ "$1" = dev ] && echo "$built/debug" || echo "$built/$1"; }
from="$(folder_of "$profile")"
tree="$(mktemp -d)"
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"

install -D -m 755 "$from/kaizhang-desktop" "$tree/usr/bin/kaizhang-desktop"
install -D -m 755 "$(folder_of "$small")/kaizhang-agent" "$tree/usr/bin/kaizhang-agent"
install -D -m 755 "$from/kaizhang" "$tree/usr/bin/kaizhang"
strip --strip-unneeded "$tree"/usr/bin/*
for size in 32 128 512; do
    file="src-tauri/icons/${size}x${size}.png"
    [ "$size" = 512 ] && file="src-tauri/icons/icon.png"
    install -D -m 644 "$file" "$tree/usr/share/icons/hicolor/${size}x${size}/apps/kaizhang.png"
done
mkdir -p "$tree/usr/share/applications" "$tree/DEBIAN"
cat >"$tree/usr/share/applications/kaizhang-desktop.desktop" <<'DESKTOP'
[Desktop Entry]
Type=Application
Name=Kaizhang
Name[zh_CN]=开张
Comment=Can we take money today? The check before the shop opens
Comment[zh_CN]=开门前看一遍：今天刷卡、扫码、现金收不收得了
Exec=kaizhang-desktop
Icon=kaizhang
Categories=Office;Finance;
StartupWMClass=kaizhang-desktop
Terminal=false
DESKTOP
cat >"$tree/DEBIAN/control" <<CONTROL
Package: kaizhang
Version: $version
Architecture: $arch
Maintainer: Kaizhang
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: libc6, libwebkit2gtk-4.1-0 (>= 2.40), libgtk-3-0 | libgtk-3-0t64, libdbus-1-3, fonts-noto-cjk
Section: misc
Priority: optional
Description: the check before a shop opens: card, QR, cash
 A small shop answers one question every morning, before the door opens: can we
 take money today? Kaizhang asks, keeps what it learned, and says it plainly.
CONTROL
dpkg-deb --root-owner-group --build "$tree" "$built/kaizhang_${version}_${arch}.deb"
