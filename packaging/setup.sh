# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by packaging/try and tests/run: what they share. Installs what is missing, builds.

# Characters in UTF-8 whatever the locale; the language of whoever reads stays theirs.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    [ -z "${LC_ALL:-}" ] || export LANG=$LC_ALL
    unset LC_ALL
    export LC_CTYPE=C.UTF-8
fi

build_packages=(cmake ninja-build g++ qt6-base-dev qt6-networkauth-dev qtkeychain-qt6-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libfontconfig-dev libarchive-dev libssl-dev
    python3)
run_packages=(libqt6sql6-sqlite libqt6svg6 qt6-translations-l10n libsecret-1-0
    gnome-keyring dbus xdg-utils ca-certificates fonts-dejavu-core fonts-noto-core)
screen_packages=(xvfb xauth openbox at-spi2-core python3-pyatspi imagemagick)
test_packages=(openssl procps util-linux libsecret-tools libglib2.0-bin)

say() { printf '%s\n' "$*" >&2; }

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]
}

# need_packages NAME…: installs the missing ones with apt-get, as root or through sudo -n. Building
# and running stay with the user who called.
need_packages() {
    local missing=() name as_root=()
    for name in "$@"; do
        is_installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local line="apt-get install -y --no-install-recommends ${missing[*]}"
    local run="Run this" by_hand="apt-get update && $line"
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null; then
            by_hand="sudo apt-get update && sudo $line"
            as_root=(sudo -n)
        else
            run="Run this as root"
        fi
        if [ ${#as_root[@]} -eq 0 ] || ! sudo -n true 2>/dev/null; then
            say "Some packages are missing and this user may not install them. $run, then try again:"
            say "    $by_hand"
            exit 3
        fi
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 ||
        ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $line -qq >&2; then
        say "The packages could not be installed. With a working network run this, then try again:"
        say "    $by_hand"
        exit 3
    fi
}

# need_command COMMAND PACKAGE: for programs that also come from elsewhere than Debian.
need_command() {
    command -v "$1" >/dev/null || need_packages "$2"
}

# build PRESET [TARGET…]: configures and builds; without targets everything, tests too.
build() {
    local preset=$1 targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    say "Building ($preset) …"
    cmake --preset "$preset" >&2
    cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}" >&2
}
