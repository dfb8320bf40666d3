#!/usr/bin/env bash
# The installer stage of CI: build every package that can be built on Debian, and try each of them.
# As root on Debian 12 (it installs its own tools). Windows packages are tried under Wine, which is
# not Windows; macOS is not built here. Pictures and packages are left in build/pictures and dist/.
set -euo pipefail
cd "$(dirname "$0")/.."

stage() {
  echo "== $1"
  local start=$SECONDS
  "${@:2}"
  echo "== $1: $((SECONDS - start)) s"
}

shellcheck_all() {
  command -v shellcheck >/dev/null || python3 -c \
    'from installers.toolchain import debian; debian("shellcheck")'
  shellcheck -x installers/*.sh installers/ci/*.sh installers/linux/*.sh
}

upgrade_and_smoke() {
  local earlier
  earlier=$(python3 -m installers.windows.earlier | tail -n 1)
  python3 -m installers.wine.smoke --earlier "$earlier"
}

stage "shell scripts" shellcheck_all
stage "Windows packages" python3 -m installers.windows.build --fast
stage "Windows packages under Wine" upgrade_and_smoke
stage "unit tests with Windows Python under Wine" python3 -m installers.wine.unit_tests
stage "Linux packages" python3 -m installers.linux.build --fast
stage "what the packages hold" python3 -m installers.shipped
stage "Linux packages in a clean root" bash installers/linux/smoke.sh
stage "bill of materials" python3 -m installers.sbom
