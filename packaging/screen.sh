#!/usr/bin/env bash
# Functions for a screen without a monitor, to be sourced: start it, find a window, picture it,
# close it. They need Xvfb, xdotool, ImageMagick and python3-xlib, which setup.sh installs.
set -euo pipefail

# Prints the Python that knows Xlib. The first one in the path need not be the one of the system,
# for which the package installs it.
python_with_xlib() {
  local python
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import Xlib' 2>/dev/null; then
      echo "$python"
      return 0
    fi
  done
  return 1
}

# Prints what a window test lacks, or nothing.
missing_for_screen() {
  {
    command -v Xvfb >/dev/null || echo Xvfb
    command -v xdotool >/dev/null || echo xdotool
    command -v import >/dev/null || echo ImageMagick
    python_with_xlib >/dev/null || echo python3-xlib
  } | paste -s -d ',' | sed 's/,/, /g'
}

# Prints the program that starts the bus of accessibility.
at_spi_launcher() {
  local launcher
  for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
    if [[ -x $launcher ]]; then
      echo "$launcher"
      return 0
    fi
  done
  return 1
}

# Prints what a walk through the window lacks, or nothing.
missing_for_walk() {
  {
    missing_for_screen
    command -v dbus-daemon >/dev/null || echo dbus
    at_spi_launcher >/dev/null || echo at-spi2-core
    "$(python_with_xlib || echo false)" -c 'import pyatspi' 2>/dev/null || echo python3-pyatspi
  } | { grep . || true; } | paste -s -d ',' | sed 's/,/, /g'
}

# wait_for SECONDS PID COMMAND...: tries the command until it succeeds, the time is over, or the
# process ends, because then nothing more will come.
wait_for() {
  local end=$((SECONDS + $1)) process=$2
  shift 2
  while ! "$@"; do
    [[ $SECONDS -lt $end ]] && kill -0 "$process" 2>/dev/null || return 1
    sleep 0.2
  done
}

# end_process PID: asks the process to end, waits two seconds, then makes it.
end_process() {
  kill "$1" 2>/dev/null || return 0
  for _ in {1..10}; do
    ! has_ended "$1" || return 0
    sleep 0.2
  done
  kill -KILL "$1" 2>/dev/null || true
}

# has_ended PID: whether the process is gone.
has_ended() {
  ! kill -0 "$1" 2>/dev/null
}

# start_screen FOLDER: starts a screen of 1440 x 900 on a free number, sets DISPLAY and screen_pid.
start_screen() {
  : >"$1/display"
  Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$1/display" >"$1/screen.log" 2>&1 &
  # shellcheck disable=SC2034 # The caller ends the process.
  screen_pid=$!
  # The number is written as a whole line once the screen takes windows.
  wait_for 20 "$screen_pid" grep -q . "$1/display" || return 1
  DISPLAY=:$(cat "$1/display")
  export DISPLAY
  # A program that finds both takes Wayland, which would be the one of the person at the machine.
  unset WAYLAND_DISPLAY WAYLAND_SOCKET
}

# find_window: prints the number of Fairlead's window, fails while there is none.
find_window() {
  local found
  found=$(xdotool search --onlyvisible --name '^Fairlead' 2>/dev/null) || return 1
  head -n 1 <<<"$found"
}

# picture FILE: writes what is on the screen.
picture() {
  mkdir -p "$(dirname "$1")"
  import -silent -window root "$1"
}

# is_still FILE: pictures the screen twice, half a second apart; true when both show the same and
# more than an empty window, which has hardly any colours.
is_still() {
  local before
  picture "$1"
  before=$(identify -format '%#' "$1")
  sleep 0.5
  picture "$1"
  [[ $(identify -format '%#' "$1") == "$before" && $(identify -format '%k' "$1") -gt 16 ]]
}

# close_window NUMBER: asks the program to close it, as the button of a title bar does. There is no
# window manager here to be asked, and taking the window away would look like a crash.
close_window() {
  "$(python_with_xlib)" - "$1" <<'PYTHON'
import sys
from Xlib import display
from Xlib.protocol import event

screen = display.Display()
window = screen.create_resource_object("window", int(sys.argv[1]))
wish = [screen.intern_atom("WM_DELETE_WINDOW"), 0, 0, 0, 0]
window.send_event(
    event.ClientMessage(window=window, client_type=screen.intern_atom("WM_PROTOCOLS"), data=(32, wish))
)
screen.sync()
PYTHON
}
