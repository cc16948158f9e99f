#!/usr/bin/env bash
# Runs every check of Fairlead, one after another, and ends with a table of them.
#
#     packaging/check.sh            all of them
#     packaging/check.sh --quick    formatting, lints and tests, without the window
#
# A check that fails does not end the run, so that all failures are seen at once. Exit status: 0
# when none failed, 1 when one did, 2 for wrong usage.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source-path=SCRIPTDIR source=setup.sh
source packaging/setup.sh
# shellcheck source-path=SCRIPTDIR source=screen.sh
source packaging/screen.sh

table=()
passed=0 failed=0 skipped=0

# check NAME COMMAND...: runs a check and notes how it went.
check() {
  local name=$1 start=$SECONDS result
  shift
  printf '\n== %s: %s\n' "$name" "$*"
  if "$@"; then
    result=passed passed=$((passed + 1))
  else
    result=FAILED failed=$((failed + 1))
  fi
  printf '== %s %s after %d s\n' "$name" "$result" $((SECONDS - start))
  table+=("$(printf '%-12s %-8s %5d s' "$name" "$result" $((SECONDS - start)))")
}

# skip NAME REASON: notes a check that cannot be run here.
skip() {
  printf '\n== %s skipped: %s\n' "$1" "$2"
  skipped=$((skipped + 1))
  table+=("$(printf '%-12s %-8s %7s  %s' "$1" skipped "" "$2")")
}

# check_cargo_tool NAME REMEDY COMMAND...: runs a check by a part of cargo that may not be installed.
check_cargo_tool() {
  local name=$1 remedy=$2
  shift 2
  if cargo "$2" --version >/dev/null 2>&1; then
    check "$name" "$@"
  else
    skip "$name" "cargo $2 is not installed; $remedy."
  fi
}

# check_window NAME LACKS COMMAND: runs a test of the real window, unless the machine lacks something for it.
check_window() {
  if [[ $(uname) != Linux ]]; then
    skip "$1" "the test of the real window needs X11."
  elif [[ -n $2 ]]; then
    skip "$1" "this is missing: $2."
  else
    check "$1" "$3"
  fi
}

check_scripts() {
  if command -v shellcheck >/dev/null; then
    check scripts shellcheck -x packaging/*.sh tests/*.sh .ci/run
  else
    skip scripts "shellcheck is not installed."
  fi
}

print_table() {
  printf '\n%-12s %-8s %7s\n' check result time
  printf '%s\n' "${table[@]}"
  printf '\nChecks: %d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
}

quick=
case ${1:-} in
  "") ;;
  --quick) quick=yes ;;
  *)
    echo "usage: packaging/check.sh [--quick]" >&2
    exit 2
    ;;
esac

export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}
# A build that is made once gains nothing from being prepared for the next.
[[ -z ${CI:-} ]] || export CARGO_INCREMENTAL=0
printf '== setup: what is needed is looked for\n'
set_up
draw_in_software

check_cargo_tool format "run 'rustup component add rustfmt'" \
  cargo fmt --check
check_cargo_tool lints "run 'rustup component add clippy'" \
  cargo clippy --locked --all-targets -- -D warnings
check tests cargo test --locked
if [[ -z $quick ]]; then
  check docs env RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items
  check_window window "$(missing_for_screen)" tests/window.sh
  check_window walk "$(missing_for_walk)" tests/walk.sh
  check_cargo_tool dependencies "run 'cargo install --locked cargo-deny'" \
    cargo deny --config .deny.toml check bans licenses sources
  check_scripts
fi
print_table
[[ $failed -eq 0 ]]
