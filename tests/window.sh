#!/usr/bin/env bash
# Tests the real window: opens it on a screen without a monitor, drops files of name cards on it (a text, a
# workbook, two at once), has them imported, pictures and closes the window, and looks for the leads on the
# command line.
#
#     tests/window.sh [PROGRAM]     the program is target/debug/fairlead when not given
#
# Prints a line for each step. Exit status: 0 when all passed, 1 when one did not, 77 when the
# machine lacks what the test needs.
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
cards=tests/data/cards_big5.csv
workbook=tests/data/import/dirty/phones_as_numbers.xlsx
two=(tests/data/import/dirty/utf8_bom.csv tests/data/import/dirty/sjis_cp932.csv)
name=王小明
picture=$target/pictures/window-after-drop.png
picture_of_failure=$target/pictures/window-at-failure.png

clean_up() {
  [[ -z ${program_pid:-} ]] || end_process "$program_pid"
  [[ -z ${screen_pid:-} ]] || end_process "$screen_pid"
  rm -rf "$folder"
}

# step TEXT COMMAND...: runs a step; the steps build on each other, so the first failure ends the test.
step() {
  local text=$1
  shift
  if "$@"; then
    echo "PASS $text"
  else
    echo "FAIL $text"
    tell_more
    exit 1
  fi
}

# Prints what may explain a failure.
tell_more() {
  [[ -z ${DISPLAY:-} || -z ${program_pid:-} ]] || picture "$picture_of_failure" || true
  for log in "$folder"/*.log "$folder/trace"; do
    [[ -s $log ]] || continue
    echo "-- the last lines of $(basename "$log"):"
    tail -n 20 "$log"
  done
}

# Starts the program with nothing of the person's own: settings, data, language and session bus.
start_program() {
  draw_in_software
  env -u DBUS_SESSION_BUS_ADDRESS HOME="$folder/home" XDG_CONFIG_HOME="$folder/home/config" \
    XDG_DATA_HOME="$folder/home/data" XDG_CACHE_HOME="$folder/home/cache" \
    "$program" --data "$folder/workspace" --lang en --trace "$folder/trace" >"$folder/program.log" 2>&1 &
  program_pid=$!
}

window_is_up() {
  wait_for 60 "$program_pid" find_window >"$folder/window"
}

# A window takes drops only after its first frames.
window_is_drawn() {
  wait_for 30 "$program_pid" is_still "$picture"
}

# drop FILE...: lets go of files over the window.
drop() {
  timeout 30 "$(python_with_xlib)" tests/xdnd_drop.py --window "$(cat "$folder/window")" "$@"
}

# trace_count STATE: how many imports the program wrote to have come to this state.
trace_count() {
  [[ -e $folder/trace ]] || { echo 0; return; }
  awk -v state="\"$1\"" '/"import"/ && index($0, state) { found++ } END { print found + 0 }' "$folder/trace"
}

# trace_reaches STATE COUNT: whether so many have.
trace_reaches() {
  [[ $(trace_count "$1") -ge $2 ]]
}

# import_is_done READY DONE: waits until files were looked at for the READYth time, and has them imported
# with Enter; there are DONE imports then.
import_is_done() {
  wait_for 60 "$program_pid" trace_reaches ready "$1" || return 1
  # What is shown of it takes a frame.
  sleep 1
  xdotool windowfocus "$(cat "$folder/window")" key Return
  wait_for 60 "$program_pid" trace_reaches "done" "$2"
}

window_closes() {
  close_window "$(cat "$folder/window")"
  wait_for 15 "$screen_pid" has_ended "$program_pid" || return 1
  # It ended by itself, so its exit status tells whether it ended well.
  wait "$program_pid"
}

list_leads() {
  timeout 60 "$program" --data "$folder/workspace" --lang en list lead --json \
    >"$folder/leads.json" 2>"$folder/list.log"
}

# leads_are CONDITION: whether it is true of the list of leads.
leads_are() {
  python3 - "$1" "$folder/leads.json" "$folder/trace" "$name" <<'PYTHON'
import json
import sys

condition, leads_file, trace_file, name = sys.argv[1:]
with open(leads_file, encoding="utf-8") as file:
    leads = json.load(file)
with open(trace_file, encoding="utf-8") as file:
    lines = [json.loads(line) for line in file if line.strip()]
done = [line for line in lines if line.get("event") == "import" and line.get("state") == "done"]
print(f"     {len(leads)} leads, the import said {[line.get('new') for line in done]}")
holds = {
    "some": len(leads) > 0,
    "as many as imported": bool(done) and len(leads) == sum(line["new"] for line in done),
    "with the name": any(lead.get("name") == name for lead in leads),
}
sys.exit(0 if holds[condition] else 1)
PYTHON
}

lacks=$(missing_for_screen)
if [[ -n $lacks ]]; then
  echo "SKIP the real window: this is missing: $lacks."
  exit 77
fi
if [[ ! -x $program ]]; then
  echo "Building the program."
  cargo build --locked
fi

folder=$(mktemp -d)
trap clean_up EXIT
mkdir "$folder/home"
# A picture of an earlier run would pass for one of this run.
rm -f "$picture" "$picture_of_failure"
step "a screen starts" start_screen "$folder"
start_program
step "the window opens" window_is_up
step "the window is drawn" window_is_drawn
step "the window takes a file" drop "$cards"
step "it is imported" import_is_done 1 1
step "the window takes a workbook" drop "$workbook"
step "it is imported" import_is_done 2 2
step "the window takes two files at once" drop "${two[@]}"
step "both are imported" import_is_done 3 4
# What the window shows of the result takes a moment; a window that goes on moving is no failure.
wait_for 5 "$program_pid" is_still "$picture" || true
step "a picture is written to $picture" test -s "$picture"
step "the window closes and the program ends well" window_closes
step "the command line lists the leads" list_leads
step "there are leads" leads_are "some"
step "there are as many leads as were imported" leads_are "as many as imported"
step "$name is among them" leads_are "with the name"
