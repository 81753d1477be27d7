#!/usr/bin/env bash
# The server, started again whenever its code changes, beside the client's own dev server. Ending this ends both.
set -uo pipefail
cd "$(dirname "$0")/.."
mark=$(mktemp)
server=

start_server() {
  touch "$mark"
  .venv/bin/tafla serve --demo &
  server=$!
}

stop_all() {
  trap - EXIT INT TERM
  # shellcheck disable=SC2046
  kill $(jobs -p) 2>/dev/null
  wait
  rm -f "$mark"
}

trap 'stop_all; exit' EXIT INT TERM
(cd web && exec node node_modules/vite/bin/vite.js) &
client=$!
start_server
while kill -0 "$client" 2>/dev/null; do
  sleep 1
  if [ -n "$(find tafla -name '*.py' -newer "$mark" -print -quit)" ]; then
    echo "dev: the server's code changed, starting it again" >&2
    kill "$server" 2>/dev/null && wait "$server"
    start_server
  fi
done
