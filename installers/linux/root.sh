#!/usr/bin/env bash
# Sourced by the scripts that try things in an empty Debian 12: `root` is its folder, gone when the
# script ends, and `inside` runs a command there. Folders named in `mounted` are unmounted first.

root=$(mktemp -d /var/tmp/kompasskive-root.XXXXXX)
chmod 755 "$root"
mounted=()
leave() {
  for place in "${mounted[@]}"; do umount "$place"; done
  rm -rf --one-file-system "$root"
}
trap leave EXIT

say() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin LC_ALL=C.UTF-8 \
  DEBIAN_FRONTEND=noninteractive HOME=/home/prøve "$@"; }
quietly() { inside "$@" >"$root/tmp/said" 2>&1 || { cat "$root/tmp/said" >&2; fail "$*"; }; }

# empty_debian [PACKAGE...]: the root with nothing but a minimal Debian and those packages.
# It is kept in build/roots for the next time.
empty_debian() {
  local archive
  archive=build/roots/bookworm-$(sha256sum <<<"$*" | head -c 12).tar
  mkdir -p "$(dirname "$archive")"
  if [ -f "$archive" ]; then
    tar -C "$root" -xf "$archive"
    return
  fi
  command -v debootstrap >/dev/null || python3 -c \
    'from installers.toolchain import debian; debian("debootstrap")'
  local mirror
  mirror=$(awk '/^URIs:/ {print $2; exit} /^deb / {print $2; exit}' \
    /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)
  debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" \
    >"$archive.log" 2>&1 || { tail -n 20 "$archive.log" >&2; fail "debootstrap"; }
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
  echo 'Acquire::Retries "5";' >"$root/etc/apt/apt.conf.d/80patient"
  quietly apt-get update -qq
  [ $# = 0 ] || quietly apt-get install -y -qq --no-install-recommends "$@"
  tar -C "$root" -cf "$archive.part" .
  mv "$archive.part" "$archive"
}
