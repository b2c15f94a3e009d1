# Running the tests of a preset or a folder, quietly about what passes. Source common.sh first.
# shellcheck shell=bash

# core_tests <preset>: every test program of build/<preset>.
core_tests() {
  # A line for each passed test would bury the one that failed.
  UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --preset "$1" --parallel "$(jobs)" --no-tests=error |
    { grep -vE '^ *(Start +[0-9]+:|[0-9]+/[0-9]+ Test +#[0-9]+:.* Passed )' || true; }
}

find_node_tests() {
  find "$root/$1" \( -name node_modules -o -name dist -o -name build \) -prune -o -name '*.test.ts' -print 2>/dev/null | sort
}

has_node_tests() { [[ -n $(find_node_tests "$1") ]]; }

# node_tests <folder>: every *.test.ts below it.
node_tests() {
  local files
  mapfile -t files < <(find_node_tests "$1")
  ((${#files[@]} > 0)) || die "no tests in $1"
  # Much of what they do is waiting, for browsers and servers: one at a time would leave a small machine idle.
  "$root/scripts/node" --test --test-concurrency="$(jobs)" \
    --test-reporter="$root/scripts/lib/test-reporter.ts" "${files[@]}"
}
