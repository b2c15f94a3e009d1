# Running the tests of a preset or a folder, quietly about what passes. Source common.sh first.
# shellcheck shell=bash

# core_tests <preset>: every test program of build/<preset>, each whole: a process for each test case, as ctest wants it, takes
# the sanitizers' build three times as long.
core_tests() {
  local programs
  mapfile -t programs < <(find "$root/build/$1/tests" -name '*_tests' -type f -executable | sort)
  ((${#programs[@]} > 0)) || die "no test programs in build/$1; run scripts/build"
  export -f program_tests
  (cd "$root" && printf '%s\0' "${programs[@]}" | xargs -0 -P "$(jobs)" -n 1 bash -c 'program_tests "$1"' program_tests) ||
    die "a test program failed (above)"
}

# One of them, quietly unless it fails.
program_tests() {
  local output
  if ! output=$(UBSAN_OPTIONS=print_stacktrace=1 timeout 1200 "$1" 2>&1); then
    printf '%s\n%s failed\n' "$output" "$1" >&2
    return 1
  fi
  printf '%s: %s\n' "$(basename "$1")" "$(tail -n 1 <<<"$output")"
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
