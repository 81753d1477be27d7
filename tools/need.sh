#!/usr/bin/env bash
# Make sure a system tool that tests need is there: need.sh chromium|postgres|redis|node|venv ...
# Found on PATH (or where Debian hides it): nothing happens. Missing and root on a Debian system: installed by apt.
# Otherwise it says what is missing; Chromium then comes from the test library's own download.
set -uo pipefail
cd "$(dirname "$0")/.."
refreshed=no

have() {
  case $1 in
    chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
    postgres) command -v initdb || ls /usr/lib/postgresql/*/bin/initdb ;;
    redis) command -v redis-server || command -v valkey-server ;;
    node) command -v node && command -v npm ;;
    venv) python3 -c 'import ensurepip, venv' ;;
    *) command -v "$1" ;;
  esac >/dev/null 2>&1
}

package() {
  case $1 in
    chromium) echo chromium ;;
    postgres) echo postgresql ;;
    redis) echo redis-server ;;
    node) echo nodejs npm ;;
    venv) echo python3 python3-venv ;;
    *) echo "$1" ;;
  esac
}

install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  if [ $refreshed = no ]; then
    apt-get update -qq >&2 && refreshed=yes
  fi
  # shellcheck disable=SC2046
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(package "$1") >&2
}

missing=0
for tool in "$@"; do
  have "$tool" && continue
  echo "need: $tool is missing, trying to install it" >&2
  install "$tool" && have "$tool" && continue
  if [ "$tool" = chromium ] && [ -x .venv/bin/playwright ] && .venv/bin/playwright install chromium >&2; then
    continue
  fi
  echo "need: $tool is not installed (Debian: apt install $(package "$tool"))" >&2
  missing=1
done
exit $missing
