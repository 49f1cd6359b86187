# SPDX-License-Identifier: GPL-3.0-or-later
# Read by the scripts beside it: where the source tree is, and the Debian packages of apt.txt.
# shellcheck shell=bash

soak_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
kExitUsage=2
kExitEnvironment=6

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$(basename "$0"): $2"
    exit "$1"
}

# packages_for PURPOSE...: the names of the packages needed for any of the purposes.
packages_for() {
    awk -v wanted=" $* " '!/^#/ && index(wanted, " " $1 " ") { print $2 }' "$soak_root/packaging/apt.txt"
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die $kExitEnvironment "root is needed for: $* (there is no sudo)"
    fi
}

# install_packages YES PURPOSE...: installs what is missing. Asks first when a person is there, unless YES is 1.
install_packages() {
    local yes=$1 name missing=()
    shift
    command -v apt-get >/dev/null || die $kExitEnvironment "this needs Debian or Ubuntu (no apt-get here); the packages are: $(packages_for "$@" | xargs)"
    for name in $(packages_for "$@"); do
        is_installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Missing packages; this installs them (as root, nothing else is):"
    say "  apt-get install --no-install-recommends ${missing[*]}"
    if [ "$yes" != 1 ] && [ -t 0 ]; then
        local answer
        read -r -p "Go on? [Y/n] " answer
        case "$answer" in '' | y* | Y*) ;; *) die $kExitEnvironment "not installed" ;; esac
    fi
    as_root apt-get update -q >&2 || say "apt-get update failed; trying with the lists that are here"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 ||
        die $kExitEnvironment "apt-get could not install: ${missing[*]}"
}

# unpack_tools: puts the programs of the `unpack` packages into build/tools and on PATH, where they are not on it already.
unpack_tools() {
    local tools="$soak_root/build/tools" name
    export PATH="$PATH:$tools/usr/bin"
    for name in $(packages_for unpack); do
        if is_installed "$name" || [ -e "$tools/$name.done" ]; then
            continue
        fi
        say "Unpacking $name into build/tools (not installed, nothing of it is started)"
        mkdir -p "$tools/deb"
        rm -f "$tools/deb/${name}"_*.deb
        if ! (cd "$tools/deb" && { apt-get download -q "$name" || { as_root apt-get update -q && apt-get download -q "$name"; }; }) >&2; then
            die $kExitEnvironment "cannot download the package $name"
        fi
        dpkg-deb -x "$tools/deb/${name}"_*.deb "$tools" && touch "$tools/$name.done"
    done
}

# configure PRESET ARGUMENT...: a build that is there is kept as it is. A new one compiles several files at once, which
# takes a third of the time.
configure() {
    local preset=$1
    shift
    if [ -e "build/$preset/build.ninja" ]; then
        cmake --preset "$preset"
    else
        cmake --preset "$preset" -DSOAK_UNITY=ON "$@"
    fi
}
