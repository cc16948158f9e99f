#!/usr/bin/env bash
# Figures of the window at many leads, on a screen without a monitor, drawn in software: the first list, frames while
# lists and the board are scrolled, frames while cards are imported, and how soon a file's first rows are shown.
#
#     tests/bench/window.sh [WORKSPACE [CARDS…]]
#
# WORKSPACE is made with 1,000,000 leads (LEADS=N: so many) when there is none. How its window was left is forgotten, and
# what is imported is taken back. CARDS are files to look at; the first is imported too. PROGRAM
# is the program, target/release/fairlead when not given. Exit status: 77 when the machine lacks what it needs.
set -euo pipefail

workspace=$(realpath -m "${1:-target/bench-window}")
shift || true
cards=()
for file in "$@"; do cards+=("$(realpath "$file")"); done
[[ -z ${PROGRAM:-} ]] || PROGRAM=$(realpath "$PROGRAM")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source-path=SCRIPTDIR source=../../packaging/setup.sh
source packaging/setup.sh
# shellcheck source-path=SCRIPTDIR source=../../packaging/screen.sh
source packaging/screen.sh
program=${PROGRAM:-${CARGO_TARGET_DIR:-target}/release/fairlead}
starts=${STARTS:-5}

clean_up() {
  [[ -z ${program_pid:-} ]] || end_process "$program_pid"
  [[ -z ${screen_pid:-} ]] || end_process "$screen_pid"
  rm -rf "$folder"
}

# start_window TRACE: opens the window and waits for the first list.
start_window() {
  "$program" --data "$workspace" --lang en --trace "$1" >"$folder/log" 2>&1 &
  program_pid=$!
  local from=0
  [[ ! -e $1 ]] || from=$(wc -l <"$1")
  wait_for 120 "$program_pid" has_opened "$1" "$from"
  wait_for 30 "$program_pid" find_window >"$folder/window"
}

has_opened() {
  [[ -e $1 ]] && tail -n "+$(($2 + 1))" "$1" | grep -q '"event":"open"'
}

end_window() {
  close_window "$(cat "$folder/window")"
  wait "$program_pid" || true
  program_pid=
}

lines() {
  wc -l <"$folder/trace"
}

press() {
  xdotool windowfocus "$(cat "$folder/window")" key --clearmodifiers "$@"
  sleep 1
}

# scroll BUTTON TIMES: turns the wheel in the middle of the window: 5 is down, 4 up, 7 right.
scroll() {
  xdotool mousemove 800 500 click --delay 12 --repeat "$2" "$1"
}

# frames TEXT COMMAND...: runs a command and says how long the frames took meanwhile.
frames() {
  local text=$1 from
  shift
  from=$(lines)
  "$@"
  sleep 0.3
  echo "$text: $(python3 tests/bench/window.py frames "$folder/trace" "$from")"
}

up_and_down() {
  scroll 5 500
  scroll 4 120
  press End
  scroll 4 120
}

along_the_board() {
  scroll 5 200
  scroll 7 60
  scroll 4 200
}

# Takes what lies under the pointer to where the next column is.
drag() {
  xdotool mousemove 420 420 mousedown 1
  for at in {1..60}; do
    xdotool mousemove $((420 + at * 6)) $((420 + at % 7)) sleep 0.012
  done
  # Where it came from: nothing changes.
  xdotool mousemove 420 420 sleep 0.1 mouseup 1
}

memory() {
  awk '/^VmRSS/ { printf "%d MiB resident, ", $2 / 1024 } /^VmHWM/ { peak = $2 } END { printf "%d at most\n", peak / 1024 }' \
    "/proc/$program_pid/status"
}

drop() {
  timeout 30 "$(python_with_xlib)" tests/xdnd_drop.py --window "$(cat "$folder/window")" "$1" >/dev/null
}

has_come_to() {
  python3 tests/bench/window.py has "$folder/trace" "$2" "$1"
}

# look FILE: drops a file and says how soon it was seen.
look() {
  local from
  from=$(lines)
  drop "$1"
  wait_for 120 "$program_pid" has_come_to ready "$from" || true
  echo "look at $(basename "$1"): $(python3 tests/bench/window.py looked "$folder/trace" "$from")"
}

import_while_scrolling() {
  local from
  from=$(lines)
  xdotool windowfocus "$(cat "$folder/window")" key Return
  wait_for 60 "$program_pid" has_come_to started "$from"
  press ctrl+3
  until has_come_to "done" "$from" || has_come_to failed "$from"; do
    scroll 5 20
    scroll 4 10
    kill -0 "$program_pid"
  done
}

lacks=$(missing_for_screen)
if [[ -n $lacks || ! -x $program ]]; then
  echo "SKIP the window's figures: this is missing: ${lacks:-$program (cargo build --release --locked)}."
  exit 77
fi
folder=$(mktemp -d)
trap clean_up EXIT
[[ -e $workspace/MANIFEST ]] || "$program" --data "$workspace" demo --leads "${LEADS:-1000000}" >/dev/null
# It begins with the list of leads, wherever one was before.
rm -f "$workspace/window.json"
draw_in_software
start_screen "$folder"
echo "load $(cut -d ' ' -f 1 /proc/loadavg)"
for start in $(seq "$starts"); do
  start_window "$folder/opened-$start"
  sleep 0.5
  end_window
done
echo "first list: $(python3 tests/bench/window.py opened "$folder"/opened-*)"

start_window "$folder/trace"
sleep 3
press ctrl+3
frames "leads, scrolled" up_and_down
press ctrl+2
frames "pool, scrolled" up_and_down
press ctrl+7
sleep 2
frames "deals, scrolled" along_the_board
frames "a deal, dragged" drag
echo "memory with all of this: $(memory)"
if [[ ${#cards[@]} -gt 0 ]]; then
  for file in "${cards[@]:1}" "${cards[0]}"; do
    # Each in a window of its own: what was looked at before would stay at hand.
    end_window
    start_window "$folder/trace"
    sleep 3
    look "$file"
  done
  frames "leads, scrolled while ${cards[0]##*/} is imported" import_while_scrolling
  press ctrl+z
  sleep 10
fi
from=$(lines)
sleep "${REST:-35}"
echo "at rest for ${REST:-35} s: $(python3 tests/bench/window.py frames "$folder/trace" "$from")"
echo "memory at the end: $(memory)"
echo "load $(cut -d ' ' -f 1 /proc/loadavg)"
end_window
