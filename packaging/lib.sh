# Shared by the scripts of this folder; sourced by bash.

# With the seconds since the script's start, so that a log shows where the time goes.
say() { printf '\n== [%d s] %s\n' "$SECONDS" "$*"; }

# The release whose package list fits: bookworm, noble, trixie, or what is nearest.
release() {
    . /etc/os-release
    case "${VERSION_CODENAME:-}" in
        bookworm | noble | trixie) echo "$VERSION_CODENAME" ;;
        *) echo trixie ;;
    esac
}

# packages GROUP…: the packages of these groups on this release.
packages() {
    local here group package releases
    here=$(release)
    while read -r group package releases; do
        case "$group" in '' | '#'*) continue ;; esac
        case " $* " in *" $group "*) ;; *) continue ;; esac
        case " ${releases:-$here} " in *" $here "*) echo "$package" ;; esac
    done < "$(dirname "${BASH_SOURCE[0]}")/packages"
}

# install_missing GROUP…: installs with apt what is not there, and says what. Needs no network when nothing is missing.
install_missing() {
    local missing=() package
    for package in $(packages "$@"); do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || {
        echo "Signalbox needs these packages, and this system has no apt-get: ${missing[*]}" >&2
        return 1
    }
    say "installing: ${missing[*]}"
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo)
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update \
        && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}"
}

# configure_and_build PRESET [cmake option…]
configure_and_build() {
    local preset=$1
    shift
    cmake --preset "$preset" "$@" > "build/$preset.configure.log" 2>&1 || {
        cat "build/$preset.configure.log"
        return 1
    }
    cmake --build --preset "$preset"
}
