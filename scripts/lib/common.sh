# Shared by the scripts of this folder; source it, it runs nothing.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
script=${0##*/}

# One line on standard output that says what happens.
say() { printf '%s\n' "$*"; }

# Ends the script with a sentence that names what is missing or wrong.
die() {
  printf 'scripts/%s: %s\n' "$script" "$*" >&2
  exit 1
}

# Prints the comment block at the top of the calling script, without its first line, as help.
print_help() {
  sed -n '2,/^[^#]/{/^#/!d;s/^# \{0,1\}//;p}' "$0"
}

# Stops with a sentence when the tools are not installed yet.
need_setup() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || die "$tool is missing; run scripts/setup"
  done
}

need_packages() {
  [[ -f $root/node_modules/.setup-stamp ]] || die "the npm packages are missing; run scripts/setup"
}

# Number of jobs to run at once.
jobs() { nproc 2>/dev/null || echo 2; }
