#!/usr/bin/env bash
# Tests the Linux packages in a clean Debian root: install, start, open a file, command line, purge.
#   bash installers/linux/smoke.sh [PICTURES]      (as root; packages from dist/)
# The root is kept for the next run in build/roots/ as an archive; everything else is removed.
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
pictures=${1:-$project/build/pictures}
mkdir -p "$pictures"

# shellcheck source=installers/linux/root.sh
. installers/linux/root.sh
listing() { (cd "$root" && find . -xdev -not -path './home/*' -not -path './tmp/*' \
  -not -path './var/log/*' -not -path './var/cache/*' -not -path './var/lib/*' | sort); }

make_root() {
  empty_debian xvfb xdotool imagemagick appstream desktop-file-utils shared-mime-info \
    fonts-dejavu-core
  mkdir -p "$root/home/prøve/Ærø sager"
}

install_package() {
  cp dist/kompasskive_*_amd64.deb "$root/tmp/kompasskive.deb"
  quietly apt-get install -y -qq --no-install-recommends /tmp/kompasskive.deb
  inside desktop-file-validate /usr/share/applications/dk.kompasskive.Kompasskive.desktop
  quietly appstreamcli validate --no-net \
    /usr/share/metainfo/dk.kompasskive.Kompasskive.metainfo.xml
  touch "$root/tmp/a.kompas"
  grep -rq 'application/vnd.kompasskive:\*.kompas' "$root/usr/share/mime/globs" \
    || fail "the file type is not registered"
  grep -q 'application/vnd.kompasskive=' "$root/usr/share/applications/mimeinfo.cache" \
    || fail "the program is not offered for the file type"
}

without_display() {
  local said code=0
  said=$(inside kompasskive 2>&1) || code=$?
  [ "$code" = 3 ] || fail "exit code $code without a display, not 3"
  [ "$(tr -dc '.\n' <<<"$said")" = . ] || fail "not one sentence: $said"
  echo "   $said"
}

command_line() {
  local file='/home/prøve/Ærø sager/Åse Øst.kompas'
  inside kompasskive example "$file" --people 3
  inside kompasskive check "$file"
  inside kompasskive report "$file" --person 'Jens Jensen' -o '/home/prøve/Ærø sager/Profil.pdf'
  inside kompasskive report "$file" --person 'Jens Jensen' -o '/home/prøve/Ærø sager/Profil.docx'
  inside kompasskive dial "$file" --person 'Jens Jensen' -o '/home/prøve/Ærø sager/Skive.png'
  head -c 5 "$root/home/prøve/Ærø sager/Profil.pdf" | grep -q '%PDF-' || fail "no PDF"
}

organisation() {
  local file='/home/prøve/Ærø sager/Alle.kompas'
  inside kompasskive example "$file" --people 12
  inside kompasskive organisation "$file" --period "$(date -d '-30 days' +%Y)" \
    -o '/home/prøve/Ærø sager/Organisation.xlsx'
  head -c 2 "$root/home/prøve/Ærø sager/Organisation.xlsx" | grep -q PK || fail "no spreadsheet"
  inside kompasskive contribution key "$file" | grep -q '^age1' || fail "no key for contributions"
}

password() {
  local file='/home/prøve/Ærø sager/Låst.kompas' word='rødgrød med fløde på'
  inside kompasskive example "$file" --people 1
  inside kompasskive password "$file" --password-stdin <<<"$word"
  ! grep -q 'SQLite format' "$root$file" || fail "the file is not encrypted"
  inside kompasskive check "$file" --password-stdin <<<"$word"
  ! inside kompasskive check "$file" </dev/null 2>/dev/null || fail "it opens without a password"
}

window() {
  cat >"$root/tmp/window.sh" <<'INSIDE'
set -eu
mkfifo /tmp/display
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>/tmp/display 2>/dev/null & screen=$!
DISPLAY=:$(head -n 1 /tmp/display)
export DISPLAY
kompasskive "/home/prøve/Ærø sager/Åse Øst.kompas" & program=$!
trap 'kill "$program" "$screen" || true; wait' EXIT
xdotool search --sync --onlyvisible --name 'Kompasskive' >/dev/null
for _ in $(seq 300); do
  title=$(xdotool search --name 'Kompasskive' getwindowname %@ 2>/dev/null | grep 'Åse Øst' || true)
  [ -n "$title" ] && break
  sleep 0.5
done
[ -n "$title" ] || { echo "the file was not opened"; exit 1; }
echo "   window: $title"
same=0
for _ in $(seq 200); do
  import -window root /tmp/now.ppm
  if cmp -s /tmp/now.ppm /tmp/before.ppm; then same=$((same + 1)); else same=0; fi
  [ "$same" -lt 16 ] || break
  mv /tmp/now.ppm /tmp/before.ppm
done
convert /tmp/before.ppm /tmp/window.png
INSIDE
  inside timeout 600 bash /tmp/window.sh || fail "window"
  cp "$root/tmp/window.png" "$pictures/linux-installed.png"
}

purge() {
  inside apt-get purge -y -qq kompasskive >/dev/null 2>&1
  listing | grep -i kompas && fail "something is left after purge"
  [ -f "$root/home/prøve/Ærø sager/Åse Øst.kompas" ] || fail "the user's file is gone"
}

archive() {
  local settings=/home/prøve/pakke
  mkdir -p "$root$settings"
  tar -C "$root$settings" -xzf dist/kompasskive-*-linux-x86_64.tar.gz --strip-components=1
  inside sh "$settings/install.sh" /home/prøve/.local
  inside /home/prøve/.local/bin/kompasskive --version
  inside env QT_QPA_PLATFORM=offscreen /home/prøve/.local/bin/kompasskive walkthrough \
    '/home/prøve/Gennemgang' 2>"$root/tmp/warnings"
  ! grep 'stylesheet' "$root/tmp/warnings" || fail "the look in a folder with Danish letters"
  cp "$root"/home/prøve/Gennemgang/*.png "$pictures/"
  inside sh "$settings/install.sh" --fjern /home/prøve/.local
  [ ! -e "$root/home/prøve/.local/lib/kompasskive" ] || fail "the archive's removal"
}

say "a clean Debian 12 root"; make_root
say "install"; install_package
say "no display"; without_display
say "command line"; command_line
say "numbers without names, and the key contributions are sealed to"; organisation
say "a password"; password
say "window under Xvfb, with a file"; window
say "purge"; purge
say "the archive, without root's help, and the talk in its window without a screen"; archive
say "the Linux packages passed"
