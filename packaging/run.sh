#!/usr/bin/env bash
# Builds Fairlead and opens it; arguments go to the program.
#
#     packaging/run.sh                         the window
#     packaging/run.sh --data DIR list lead    a command
#
# Without a display and without arguments it does the program's main job on a sample instead: it
# imports name cards of a fair into a new workspace, prints the leads and the result of the fair,
# and writes pictures of the window to target/pictures.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=setup.sh
source packaging/setup.sh
# shellcheck source-path=SCRIPTDIR source=screen.sh
source packaging/screen.sh

target=${CARGO_TARGET_DIR:-target}
program=$target/release/fairlead
sample=tests/data/cards_big5.csv
campaign="Computex 2026"

# macOS and Windows always have a display, and do not say so in the environment.
has_display() {
  [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} || $(uname) != Linux ]]
}

heading() {
  printf '\n== %s\n' "$*"
}

# fairlead ARGUMENTS...: a command on the workspace of the sample.
fairlead() {
  heading "fairlead $*"
  "$program" --data "$folder/workspace" "$@"
}

clean_up() {
  [[ -z ${window_pid:-} ]] || end_process "$window_pid"
  [[ -z ${screen_pid:-} ]] || end_process "$screen_pid"
  rm -rf "$folder"
}

do_sample() {
  fairlead import "$sample" --campaign "$campaign"
  fairlead list lead
  fairlead report fair_result --filter "campaign:\"$campaign\""
}

# Pictures the window on the sample's workspace, once for each language.
picture_windows() {
  local lacks language file
  lacks=$(missing_for_screen)
  if [[ -n $lacks ]]; then
    echo "No pictures are written, because this is missing: $lacks."
    return 0
  fi
  draw_in_software
  start_screen "$folder"
  for language in en zh-TW zh-CN; do
    file=$target/pictures/window-$language.png
    "$program" --data "$folder/workspace" --lang "$language" >"$folder/window.log" 2>&1 &
    window_pid=$!
    if wait_for 60 "$window_pid" find_window >"$folder/window" &&
      wait_for 30 "$window_pid" is_still "$file"; then
      echo "Wrote $file."
      close_window "$(cat "$folder/window")"
      wait_for 10 "$screen_pid" has_ended "$window_pid" || true
    else
      echo "The window did not come up in $language; the program said:" >&2
      cat "$folder/window.log" >&2
      return 1
    fi
    end_process "$window_pid"
  done
}

if has_display || [[ $# -gt 0 ]]; then
  set_up build window
else
  set_up build window screen
fi
echo "Building the program."
cargo build --release --locked

if has_display || [[ $# -gt 0 ]]; then
  exec "$program" "$@"
fi

echo "There is no display, so the main job is done on $sample, in a workspace that is removed at the end."
folder=$(mktemp -d)
trap clean_up EXIT
do_sample
heading "pictures of the window"
picture_windows
