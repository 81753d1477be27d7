#!/usr/bin/env bash
# The server and the client's own dev server side by side; ending one ends both.
set -uo pipefail
cd "$(dirname "$0")/.."
trap 'trap - EXIT; kill $(jobs -p) 2>/dev/null; wait' EXIT INT TERM
.venv/bin/tafla serve --demo &
(cd web && exec npm run --silent dev) &
wait -n
