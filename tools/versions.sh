#!/usr/bin/env bash
# Stop with a clear message where Python or Node is too old: versions.sh python|node [interpreter]
set -euo pipefail
case $1 in
  python)
    command -v "$2" >/dev/null || { echo "Tafla needs Python 3.11 or newer; '$2' was not found. Try: make PYTHON=python3.12 ..." >&2; exit 1; }
    "$2" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
      { echo "Tafla needs Python 3.11 or newer; '$2' is $("$2" -V 2>&1). Try: make PYTHON=python3.12 ..." >&2; exit 1; }
    "$2" -c 'import ensurepip, venv' 2>/dev/null ||
      { echo "'$2' cannot make environments. On Debian: apt install python3-venv" >&2; exit 1; }
    ;;
  node)
    command -v node >/dev/null && command -v npm >/dev/null ||
      { echo "Tafla's client is built with Node 20.19 or newer and npm; they were not found." >&2; exit 1; }
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
      { echo "Tafla's client needs Node 20.19 or newer; this is $(node -v)." >&2; exit 1; }
    ;;
esac
