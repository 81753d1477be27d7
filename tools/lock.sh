#!/usr/bin/env bash
# Write the lock files anew: exact versions and hashes, for every Python, Node and platform, without addresses.
# UPGRADE=1 takes the newest versions the ranges in pyproject.toml allow; otherwise what is locked stays.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}

compile() {
  local out=$1
  shift
  "$uv" pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
    ${UPGRADE:+--upgrade} --quiet --output-file "$out" "$@" >/dev/null
}

compile requirements/run.txt --group place
compile requirements/dev.txt --group place --group dev --constraint requirements/run.txt
if grep -nE '://' requirements/*.txt; then
  echo "lock: an address slipped into a lock file (see above)" >&2
  exit 1
fi

# npm forgets the hashes of other platforms' packages when it writes a lock beside an installed tree,
# so the lock is written in an empty folder. Direct packages are pinned in package.json; UPGRADE does not touch them.
lock_client() {
  local folder=$1 apart
  apart=$(mktemp -d)
  cp "$folder/package.json" "$folder/.npmrc" "$apart"
  (cd "$apart" && npm install --package-lock-only --ignore-scripts --loglevel=error)
  .venv/bin/python tools/whole_lock.py "$apart/package-lock.json"
  cp "$apart/package-lock.json" "$folder/package-lock.json"
  rm -rf "$apart"
}

lock_client web
lock_client tools/rooms
