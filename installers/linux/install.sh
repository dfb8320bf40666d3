#!/bin/sh
# Installerer eller fjerner Kompasskive uden administratorrettigheder:
#   sh install.sh [MAPPE]          (MAPPE er ~/.local, hvis intet andet er nævnt)
#   sh install.sh --fjern [MAPPE]
# Dine .kompas-filer og indstillinger røres ikke.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

remove=no
if [ "${1:-}" = "--fjern" ]; then
  remove=yes
  shift
fi
target=${1:-"$HOME/.local"}

remove_program() {
  (cd "$here" && find share -type f) | while IFS= read -r file; do
    rm -f "$target/$file"
  done
  rm -rf "$target/lib/kompasskive" "$target/share/doc/kompasskive"
  rm -f "$target/bin/kompasskive"
}

refresh() {
  if command -v update-mime-database >/dev/null; then
    update-mime-database "$target/share/mime" || true
  fi
  if command -v update-desktop-database >/dev/null; then
    update-desktop-database "$target/share/applications" || true
  fi
}

remove_program
if [ "$remove" = yes ]; then
  refresh
  echo "Kompasskive er fjernet fra $target."
  exit 0
fi
mkdir -p "$target"
cp -R "$here/bin" "$here/lib" "$here/share" "$target/"
refresh
echo "Kompasskive er installeret i $target. Start med: $target/bin/kompasskive"
