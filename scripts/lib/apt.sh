# Installing Debian packages that are missing, and saying so. Source common.sh first.
# shellcheck shell=bash

# Prints those of the given packages that are not installed.
apt_missing() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || printf '%s\n' "$package"
  done
}

# Runs a command as root: as it is, or through sudo (which may ask for a password at a terminal).
as_root() {
  if ((EUID == 0)); then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

can_be_root() {
  ((EUID == 0)) && return
  command -v sudo >/dev/null || return
  sudo -n true 2>/dev/null || [[ -t 0 ]]
}

# True if apt knows every given package by its lists; fresh machines have none.
apt_knows() {
  apt-get install --simulate --no-install-recommends "$@" >/dev/null 2>&1
}

# What goes wrong is on standard error; the hundreds of lines on standard output say that nothing did.
apt_install() {
  say "Installing with apt-get; on a fresh machine this takes some minutes ..."
  as_root apt-get install --yes --quiet=2 --no-install-recommends "$@" >/dev/null
}

apt_install_missing() {
  local missing
  mapfile -t missing < <(apt_missing "$@")
  if ((${#missing[@]} == 0)); then
    say "System packages: all installed."
    return
  fi
  say "System packages missing: ${missing[*]}"
  can_be_root || die "installing them needs root, and sudo is not usable here; as root run: apt-get install ${missing[*]}"
  if apt_knows "${missing[@]}"; then
    apt_install "${missing[@]}" && return
  fi
  say "Updating the package lists with apt-get ..."
  as_root apt-get update --quiet=2 -o APT::Update::Error-Mode=any ||
    die "apt-get update failed (above): no network or no Debian mirror; still missing: ${missing[*]}"
  apt_knows "${missing[@]}" || {
    apt-get install --simulate --no-install-recommends "${missing[@]}" >/dev/null || true
    die "this system offers not all of them (above); they are named as in Debian 12: ${missing[*]}"
  }
  apt_install "${missing[@]}" || die "apt-get install failed (above); still missing: $(apt_missing "$@" | xargs)"
}
