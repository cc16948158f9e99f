#!/usr/bin/env bash
# Does the whole job in the real window, from a dropped card to the result of its fair: once with the mouse
# and once with the keyboard. Everything is found by the names that a screen reader reads.
#
#     tests/walk.sh [PROGRAM]     the program is target/debug/fairlead when not given
#
# Prints a line for each step. Exit status: 0 when all passed, 1 when one did not, 77 when the machine
# lacks what the test needs.
set -euo pipefail

# A path given by the caller is meant from where the caller is.
[[ $# -eq 0 ]] || program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=../packaging/setup.sh
source packaging/setup.sh
# shellcheck source-path=SCRIPTDIR source=../packaging/screen.sh
source packaging/screen.sh

target=${CARGO_TARGET_DIR:-target}
program=${program:-$target/debug/fairlead}

clean_up() {
  local process
  for process in ${program_pid:-} ${launcher_pid:-} ${bus_pid:-} ${screen_pid:-}; do
    end_process "$process"
  done
  rm -rf "$folder"
}

fail() {
  echo "FAIL $1"
  picture "$target/pictures/walk-at-failure.png" || true
  tail -n 20 "$folder"/*.log
  exit 1
}

# A bus of the test's own, on which programs tell what their windows hold.
start_accessibility() {
  export XDG_RUNTIME_DIR=$folder/run HOME=$folder/home
  mkdir -p "$XDG_RUNTIME_DIR" "$HOME"
  chmod 700 "$XDG_RUNTIME_DIR"
  dbus-daemon --session --nofork --print-address=3 3>"$folder/bus" >"$folder/bus.log" 2>&1 &
  bus_pid=$!
  wait_for 10 "$bus_pid" grep -q . "$folder/bus" || return 1
  DBUS_SESSION_BUS_ADDRESS=$(cat "$folder/bus")
  export DBUS_SESSION_BUS_ADDRESS
  "$(at_spi_launcher)" --launch-immediately --a11y=1 >"$folder/launcher.log" 2>&1 &
  launcher_pid=$!
  wait_for 10 "$launcher_pid" set_status IsEnabled && set_status ScreenReaderEnabled
}

# set_status PROPERTY: tells programs that somebody wants to know what their windows hold.
set_status() {
  dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus \
    org.freedesktop.DBus.Properties.Set string:org.a11y.Status "string:$1" variant:boolean:true >/dev/null 2>&1
}

window_is_up() {
  wait_for 60 "$program_pid" find_window >"$folder/window"
}

# walk HOW: opens the window on a workspace with a campaign, does the job, closes it, and asks the command line.
walk() {
  local workspace=$folder/workspace-$1
  "$program" --data "$workspace" --lang en 'do' create \
    '{"kind":"campaign","values":{"name":"Food Taipei","kind":"trade_fair","starts_on":"2026-06-24"}}' >/dev/null
  "$program" --data "$workspace" --lang en >"$folder/program-$1.log" 2>&1 &
  program_pid=$!
  window_is_up || fail "by $1: the window opens"
  wait_for 30 "$program_pid" is_still "$folder/still.png" || true
  "$(python_with_xlib)" tests/walk.py --window "$(cat "$folder/window")" --by "$1" "$folder/card.csv" ||
    fail "by $1: the whole job"
  picture "$target/pictures/walk-by-$1.png"
  close_window "$(cat "$folder/window")"
  wait_for 15 "$screen_pid" has_ended "$program_pid" || fail "by $1: the program ends"
  "$program" --data "$workspace" --lang en list order --json | grep -q confirmed ||
    fail "by $1: the command line lists the order"
  echo "PASS by $1: the command line lists the order"
}

lacks=$(missing_for_walk)
if [[ -n $lacks ]]; then
  echo "SKIP the walk through the real window: this is missing: $lacks."
  exit 77
fi
[[ -x $program ]] || cargo build --locked

folder=$(mktemp -d)
trap clean_up EXIT
printf '%s\n' 'Name,Company,Phone,Email,Source,Campaign,Budget' \
  'Ada Chen,Liansui Foods Co. Ltd.,0912-345-678,ada@liansui.example,Sales-sourced,Food Taipei,TWD 6000000' \
  >"$folder/card.csv"
start_screen "$folder" || fail "a screen starts"
draw_in_software
start_accessibility || fail "the accessibility bus starts"
walk mouse
walk keyboard
