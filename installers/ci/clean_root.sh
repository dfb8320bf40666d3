#!/usr/bin/env bash
# README's two commands in an empty Debian 12 with nothing but Python, pip and venv:
#   bash installers/ci/clean_root.sh [FOLDER]     (as root; tries the last commit; some ten minutes)
# Runs `run` twice and `test` once; what `run` made is left in FOLDER (build/clean_root).
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
results=${1:-$project/build/clean_root}
# shellcheck source=installers/linux/root.sh
. installers/linux/root.sh

timed() {
  local start=$SECONDS
  in_checkout "$@" || fail "$*"
  echo "== $*: $((SECONDS - start)) s"
}

# pip's own settings on this machine, so that it finds packages where this machine does.
pip_settings() { env | grep -E '^(PIP_|SSL_CERT|REQUESTS_CA_BUNDLE|https?_proxy|no_proxy)' || true; }
in_checkout() {
  local settings
  mapfile -t settings < <(pip_settings)
  inside "${settings[@]}" sh -c 'cd /home/prøve/kompasskive && exec "$@"' sh "$@"
}

trust_and_packages() {
  rm -rf "$root/etc/ssl/certs"
  cp -rL --parents /etc/ssl/certs "$root/"
  for settings in /etc/pip.conf /etc/xdg/pip; do
    [ ! -e "$settings" ] || cp -rL --parents "$settings" "$root/"
  done
  local folder
  while IFS= read -r folder; do
    mkdir -p "$root$folder"
    mount --bind -o ro "$folder" "$root$folder"
    mounted+=("$root$folder")
  done < <(package_folders)
}

package_folders() {
  { python3 -m pip config list; pip_settings; } 2>/dev/null \
    | grep -oE "(file://|=['\"]?)/[^ '\"]+" | sed -E "s#^(file://|=['\"]?)##" | sort -u \
    | while IFS= read -r path; do
        [ ! -d "$path" ] || [ "$path" = /etc/ssl/certs ] || dirname_of_index "$path"
      done | sort -u
}

dirname_of_index() { case $1 in */simple) dirname "$1" ;; *) echo "$1" ;; esac; }

say "an empty Debian 12 with Python, pip and venv"
empty_debian python3 python3-venv python3-pip
mkdir -p "$root/home/prøve/kompasskive"
git archive HEAD | tar -C "$root/home/prøve/kompasskive" -x
mount --bind /dev "$root/dev" && mounted+=("$root/dev")
mount -t proc proc "$root/proc" && mounted+=("$root/proc")
trust_and_packages
timed python3 installers/dev.py run
timed python3 installers/dev.py run
mkdir -p "$results"
cp -r "$root/home/prøve/kompasskive/out/." "$results/"
find "$results" -name '*.pdf' | grep -q . || fail "the talk left no PDF"
timed python3 installers/dev.py test
say "the two commands hold; what they made lies in $results"
