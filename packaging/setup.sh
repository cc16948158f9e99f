#!/usr/bin/env bash
# Installs what a fresh Debian machine lacks for building, opening and checking Fairlead.
#
#     packaging/setup.sh             everything
#     packaging/setup.sh build       only what the build needs (also: window, screen, scripts)
#
# run.sh and check.sh source this file for its functions. It can be run again at any time: what is
# there is not installed twice, and what cannot be installed is named with what will be missing.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# A shell that is not a login shell does not know where rustup puts cargo.
[[ -d "${HOME:-}/.cargo/bin" ]] && PATH="$PATH:$HOME/.cargo/bin"

# Prints what is needed, one a line: use, package, and the command that shows it to be there.
needed() {
  cat <<'LIST'
build ca-certificates
build gcc cc
build libc6-dev
build make make
build pkg-config pkg-config
window libegl1
window libgl1
window libgl1-mesa-dri
window libx11-xcb1
window libxcursor1
window libxi6
window libxkbcommon-x11-0
window libxrandr2
screen at-spi2-core
screen dbus dbus-daemon
screen imagemagick import
screen mesa-vulkan-drivers
screen python3 python3
screen python3-pyatspi
screen python3-xlib
screen xdotool xdotool
screen xvfb Xvfb
scripts shellcheck shellcheck
LIST
}

# Says what is lost without the packages of a use.
loss() {
  case $1 in
    build) echo "the program cannot be built" ;;
    window) echo "the window may not open" ;;
    screen) echo "the real-window test, pictures of the window and picture tests are skipped or fail" ;;
    scripts) echo "the scripts are not checked" ;;
  esac
}

# Whether a package is there; its command counts, because it need not come from a package.
is_there() {
  local package=$1 command=$2 state
  [[ -n $command ]] && command -v "$command" >/dev/null && return 0
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || return 1
  [[ $state == installed* ]]
}

# Prints the missing packages of the given uses, as "use package", one a line.
missing() {
  local use package command
  needed | while read -r use package command; do
    if [[ " $* " == *" $use "* ]] && ! is_there "$package" "$command"; then
      echo "$use $package"
    fi
  done
}

# Runs apt-get as root, without questions, and without waiting long for a network that is not there.
# What it does package by package is not shown; its errors are.
apt_as_root() {
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    as_root=(sudo)
    # Nobody is there to type a password when the input is no terminal.
    [[ -t 0 ]] || as_root=(sudo -n)
  fi
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -qq \
    -o Acquire::http::Timeout=20 -o Acquire::Retries=1 -o DPkg::Lock::Timeout=120 "$@" </dev/null >/dev/null
}

# Installs the missing packages of the given uses, or says why not and what is lost.
install_missing() {
  local wanted lost use
  if ! command -v apt-get >/dev/null; then
    echo "This is no Debian system, so nothing is installed; packaging/setup.sh lists what is needed."
    return 0
  fi
  wanted=$(missing "$@" | cut -d' ' -f2 | tr '\n' ' ')
  if [[ -z $wanted ]]; then
    echo "All packages that are needed are there."
    return 0
  fi
  if [[ $(id -u) -eq 0 ]] || command -v sudo >/dev/null; then
    echo "Installing: $wanted"
    # A failure is not the end: what is still missing is told below.
    # shellcheck disable=SC2086 # The names are words of their own.
    apt_as_root update && apt_as_root install --no-install-recommends -y $wanted ||
      echo "apt-get could not install all of them."
  else
    echo "Not root and no sudo, so these are not installed: $wanted"
  fi
  for use in "$@"; do
    lost=$(missing "$use" | cut -d' ' -f2 | tr '\n' ' ')
    [[ -z $lost ]] || echo "Without ${lost% }: $(loss "$use")."
  done
}

# Whether cargo is there and new enough; if not, says what to do.
check_cargo() {
  local least have
  # Cargo.toml is the one place that knows the version.
  least=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$repository/Cargo.toml")
  if ! have=$(cargo --version 2>/dev/null); then
    echo "Fairlead is built with Rust $least or newer: install it with rustup (https://rustup.rs)." >&2
    return 1
  fi
  have=$(cut -d' ' -f2 <<<"$have")
  if [[ $(printf '%s\n' "$least" "$have" | sort -V | head -n 1) != "$least" ]]; then
    echo "Rust $have is too old, $least or newer is needed: run 'rustup update stable'." >&2
    return 1
  fi
}

# Lets Vulkan and OpenGL draw without a graphics card, so that pictures are the same everywhere.
draw_in_software() {
  local driver
  export LIBGL_ALWAYS_SOFTWARE=1
  for driver in /usr/share/vulkan/icd.d/lvp_icd*.json; do
    if [[ -z ${VK_ICD_FILENAMES:-} && -e $driver ]]; then
      export VK_ICD_FILENAMES=$driver
    fi
  done
}

set_up() {
  [[ $# -gt 0 ]] || set -- build window screen scripts
  [[ $(uname) != Linux ]] || install_missing "$@"
  check_cargo
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set_up "$@"
fi
