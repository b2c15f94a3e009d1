# Named steps, run in order, with a heading before each, seconds after each and a summary at the end.
# The first failing step ends the run. Source common.sh first; end a script with `finish`.
# shellcheck shell=bash
step_names=()
step_seconds=()
current_step=

# step "name" command [arguments]: runs the command from the root folder.
step() {
  current_step=$1
  shift
  printf '\n== %s\n' "$current_step"
  local begin=$SECONDS
  (cd "$root" && "$@")
  step_names+=("$current_step")
  step_seconds+=($((SECONDS - begin)))
  current_step=
}

# Says which step failed, whatever ended the run.
on_exit() {
  local status=$?
  if [[ -n $current_step ]]; then
    print_summary
    printf '\nFAILED: %s (exit code %d)\n' "$current_step" "$status" >&2
  fi
}
trap on_exit EXIT

print_summary() {
  local i
  printf '\n== summary\n'
  for i in "${!step_names[@]}"; do
    printf '%6d s  %s\n' "${step_seconds[$i]}" "${step_names[$i]}"
  done
}

finish() {
  print_summary
  printf '%6d s  in all: passed\n' "$SECONDS"
}
